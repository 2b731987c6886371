"""
Two agreements side by side, and one incident that might have gone otherwise.

A comparison judges the same incidents twice and keeps what differs: verdicts and their moments,
the registration, the state, the findings; for each verdict the rows, clauses and readings behind
it on either side. Every incident is counted once, and the sums are checked.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol

from slarules.errors import (
    CalendarRangeError,
    EventPlaceError,
    SlaRulesError,
    TotalsError,
    WrongTypeError,
    refuse_naive,
)
from slarules.incident import Incident
from slarules.record import Record
from slarules.sensitivity import VerdictChange, changes_between
from slarules.terms import Obligation
from slarules.unrecorded import UNRECORDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from slarules.assess import Assessment, Verdict
    from slarules.events import IncidentEvent
    from slarules.parameters import Parameters
    from slarules.readings import Readings
    from slarules.sensitivity import Change
    from slarules.service import Service
    from slarules.terms import ClauseId, Outcome, RuleId


class Judges(Protocol):
    """What can judge an incident: an agreement, or its editions."""

    def assess(
        self, incident: Incident, as_of: datetime, /, *, service: Service = UNRECORDED
    ) -> Assessment:
        """Return everything it says about an incident."""
        ...


class Agreed(Protocol):
    """What two agreements may differ in, beside their calendars."""

    @property
    def readings(self) -> Readings:
        """What is chosen for each open question."""
        ...

    @property
    def parameters(self) -> Parameters:
        """The figures."""
        ...


class Ground(Record):
    """What a verdict rests on."""

    rules: tuple[RuleId, ...]
    """The row that decided, then those of its moment's derivation."""
    clauses: tuple[ClauseId, ...]
    readings: tuple[str, ...]
    """The choices its derivation met, written ``switch=option``."""


class Why(Record):
    """What a verdict rests on, on either side."""

    obligation: Obligation
    before: Ground
    after: Ground


class Difference(Record):
    """One incident on which the two sides differ."""

    number: str
    changes: tuple[Change, ...]
    whys: tuple[Why, ...]
    """One for each changed verdict, in their order."""


class Refusal(Record):
    """One incident that one side at least cannot judge, and why."""

    number: str
    reason: str
    """The whole sentence of the refusal, with its remedy."""


Turn = tuple[Obligation, "Outcome", "Outcome"]
"""An obligation, its outcome before and after; the two may be one, with another moment."""


class Comparison(Record):
    """Two judgements of the same incidents as of one moment."""

    as_of: datetime
    given: int
    """``given`` = ``compared`` + the refused."""
    compared: int
    """``compared`` = ``same`` + the different."""
    same: int
    different: tuple[Difference, ...]
    refused: tuple[Refusal, ...]
    obligations: Mapping[Obligation, int]
    """Incidents whose verdict on an obligation changed, nought too."""
    turns: Mapping[Turn, int]
    """Changed verdicts by what they were and became; those of an obligation make its number."""


class WhatIf(Record):
    """One incident as it went, and as it might have gone."""

    incident: Incident
    """The record with the moments changed."""
    before: Assessment
    after: Assessment
    changes: tuple[Change, ...]
    whys: tuple[Why, ...]


def compare(
    a: Judges,
    b: Judges,
    incidents: Iterable[Incident],
    as_of: datetime,
    /,
    *,
    service: Service = UNRECORDED,
) -> Comparison:
    """
    Return which verdicts and moments change between two agreements, editions, sets of readings.

    Args:
        a: The one before.
        b: The one after.
        incidents: What is judged, twice.
        as_of: The records are complete through it, inclusive.
        service: The record of the service, one for both.
    Raises:
        NaiveDatetimeError: The moment has no zone.
        TotalsError: The totals do not add up.
    """
    refuse_naive(as_of, "as_of")
    different: list[Difference] = []
    refused: list[Refusal] = []
    given = same = 0
    for incident in incidents:
        given += 1
        try:
            before = a.assess(incident, as_of, service=service)
            after = b.assess(incident, as_of, service=service)
        except SlaRulesError as reason:
            refused.append(Refusal(number=incident.number, reason=str(reason)))
            continue
        changes = changes_between(before, after)
        if changes:
            whys = _whys(changes, before, after)
            different.append(Difference(number=incident.number, changes=changes, whys=whys))
        else:
            same += 1
    verdicts = [c for one in different for c in one.changes if isinstance(c, VerdictChange)]
    by_obligation = Counter(change.obligation for change in verdicts)
    turns = Counter((c.obligation, c.before.outcome, c.after.outcome) for c in verdicts)
    comparison = Comparison(
        as_of=as_of,
        given=given,
        compared=given - len(refused),
        same=same,
        different=tuple(different),
        refused=tuple(refused),
        obligations={one: by_obligation[one] for one in Obligation},
        turns=dict(sorted(turns.items(), key=_in_order)),
    )
    _add_up(comparison)
    return comparison


def what_if(
    agreed: Judges,
    incident: Incident,
    as_of: datetime,
    /,
    *,
    registered_at: datetime | None = None,
    shifts: Sequence[tuple[int, timedelta]] = (),
    service: Service = UNRECORDED,
) -> WhatIf:
    """
    Return what would be said of an incident some of whose events had come at other moments.

    Args:
        agreed: The agreement, or its editions.
        incident: The record as it is.
        as_of: The record is complete through it; it does not move.
        registered_at: When the registration would have been entered.
        shifts: Events by their place from 0, and by how much later (earlier, if negative) each
            would have come. What an event tells of another moment moves with it.
        service: The record of the service.
    Raises:
        EventPlaceError: There is no such event, or it is moved twice.
        NaiveDatetimeError: A moment has no zone.
        UnsortedEventsError, EventBeforeRegistrationError: The events would change places.
        CalendarRangeError: A moment would leave the clock, or the calendar.
        AsOfError: The registration would come after ``as_of``.
    """
    moves = list(shifts)
    if registered_at is not None:
        moved = refuse_naive(registered_at, "registered_at")
        moves.insert(0, (0, moved - incident.registration.at))
    events = list(incident.events)
    places: set[int] = set()
    for place, amount in moves:
        if not isinstance(place, int) or not 0 <= place < len(events) or place in places:
            raise EventPlaceError(place, len(events))
        if not isinstance(amount, timedelta):
            raise WrongTypeError("a shift", "a timedelta", amount)
        places.add(place)
        events[place] = _moved(events[place], amount)
    other = Incident.of(events)
    before = agreed.assess(incident, as_of, service=service)
    after = agreed.assess(other, as_of, service=service)
    changes = changes_between(before, after)
    return WhatIf(
        incident=other,
        before=before,
        after=after,
        changes=changes,
        whys=_whys(changes, before, after),
    )


def differences(a: Agreed, b: Agreed, /) -> tuple[tuple[str, str, str], ...]:
    """Return the figures and readings in which two agreements differ: id, before, after."""
    found = [
        (name, before, after)
        for name in a.parameters._fields
        if (before := getattr(a.parameters, name)) != (after := getattr(b.parameters, name))
    ]
    chosen = [(name, str(before), str(after)) for name, before, after in map(_written, found)]
    for name in a.readings._fields:
        before, after = getattr(a.readings, name), getattr(b.readings, name)
        if before is not after:
            chosen.append((name.replace("_", "-"), str(before.value), str(after.value)))
    return tuple(chosen)


def _written(row: tuple[str, Any, Any]) -> tuple[str, str, str]:
    """Return a figure and its two values as people write them."""
    name, *values = row
    match name:
        case "week":
            before, after = (
                "; ".join(" ".join(part.written for part in hours) or "—" for hours in week)
                for week in values
            )
        case "resolution_targets":
            before, after = (", ".join(map(_target, targets)) or "—" for targets in values)
        case "warn_at":
            before, after = (", ".join(map(str, shares)) or "—" for shares in values)
        case _:
            before, after = map(str, values)
    return name, before, after


def _target(target: Any) -> str:
    level = "" if target.severity is None else str(target.severity.value)
    hours, minutes = divmod(target.business_minutes, 60)
    return f"{target.category.value}{level} {hours}:{minutes:02}"


_MOMENTS: Final = ("at", "called_at", "accepted_at", "said_at", "stated_at")


def _moved(event: IncidentEvent, amount: timedelta) -> IncidentEvent:
    """Return an event that came later, with every moment it tells of."""
    moments = {
        name: moment
        for name in event._fields
        if name in _MOMENTS and isinstance(moment := getattr(event, name), datetime)
    }
    try:
        return event.replace(**{name: moment + amount for name, moment in moments.items()})
    except OverflowError:
        asked = f"{event.at.isoformat()} moved by {amount}"
        raise CalendarRangeError(asked, date.min, date.max) from None


def _whys(changes: tuple[Change, ...], before: Assessment, after: Assessment) -> tuple[Why, ...]:
    return tuple(
        Why(
            obligation=change.obligation,
            before=_ground(before[change.obligation]),
            after=_ground(after[change.obligation]),
        )
        for change in changes
        if isinstance(change, VerdictChange)
    )


def _ground(verdict: Verdict) -> Ground:
    return Ground(
        rules=verdict.rules,
        clauses=verdict.clauses,
        readings=tuple(dict.fromkeys(step.reading for step in verdict.steps if step.reading)),
    )


_PLACE: Final = {obligation: place for place, obligation in enumerate(Obligation)}


def _in_order(turn: tuple[Turn, int]) -> tuple[int, int]:
    """Sort by obligation, the most frequent first."""
    (obligation, _, _), number = turn
    return _PLACE[obligation], -number


def _add_up(comparison: Comparison) -> None:
    """Refuse a comparison whose parts do not make its whole."""
    sums = [
        (
            "incidents given",
            comparison.given,
            comparison.compared + len(comparison.refused),
        ),
        (
            "incidents compared",
            comparison.compared,
            comparison.same + len(comparison.different),
        ),
        (
            "changed verdicts",
            sum(len(one.whys) for one in comparison.different),
            sum(comparison.turns.values()),
        ),
    ]
    for obligation, number in comparison.obligations.items():
        parts = sum(count for turn, count in comparison.turns.items() if turn[0] is obligation)
        sums.append((f"verdicts on {obligation.value}", number, parts))
    for what, whole, parts in sums:
        if whole != parts:
            raise TotalsError(what, whole, parts)
