"""
One logged incident judged: what the agreement says of it, in a record small enough to keep.

A ticket is judged or excluded, and an exclusion has one reason of a closed list. Every verdict is
the assessment's (``slarules.assess``); nothing is decided here. What the log leaves unknown is
filled in both ways (``slarules.eventlog.incidents``): a verdict that comes out differently is
"cannot tell", one that comes out the same is said as it is. Derivations are not kept: ``Judge``
assesses again the few that are shown.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any, Final, TypeVar

from slarules.errors import CalendarRangeError
from slarules.eventlog.incidents import Exclusion, Telling, favourable, service_of, tellings
from slarules.events import ROW_OF, Entry, Made, Party, RecordKind, Visibility
from slarules.record import Record
from slarules.terms import BusinessSeconds, Category, ClockSeconds, Obligation, Outcome, Word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from slarules.agreement import Agreement
    from slarules.assess import Assessment, Verdict
    from slarules.eventlog.log import EventLog, Ticket
    from slarules.eventlog.parted import PartedLog
    from slarules.findings import FindingId
    from slarules.history import State
    from slarules.incident import Incident
    from slarules.terms import ClauseId, RuleId

T = TypeVar("T")


class Reason(Word):
    """Why the reaction of a judged ticket came out as it did."""

    REACTED_IN_TIME = "reacted-in-time"
    REACTED_LATE = "reacted-late"
    NO_REACTION = "no-reaction"
    NOT_DUE_YET = "not-due-yet"
    MAKER_UNKNOWN = "maker-unknown"
    NO_PERIOD = "no-period"
    WITHDRAWN = "withdrawn"
    NOT_REGISTERED = "not-registered"
    UNSERVED = "unserved"
    SUPPORT_LOST = "support-lost"


REASON_OF: Final = {
    "R-3.3-1": Reason.REACTED_IN_TIME,
    "R-3.3-2": Reason.REACTED_LATE,
    "R-4.3-9": Reason.NO_REACTION,
    "R-4.3-8": Reason.NOT_DUE_YET,
    "R-4.3-10": Reason.WITHDRAWN,
    "R-3.1-1": Reason.NOT_REGISTERED,
    "R-2.3-4": Reason.UNSERVED,
    "R-2.3-5": Reason.SUPPORT_LOST,
}
"""The reason a deciding row stands for; of what has no period the outcome says so."""

_PLACE: Final = {obligation: place for place, obligation in enumerate(Obligation)}

SERVICE_FINDINGS: Final = frozenset({"F-2.2-1", "F-3.1-2"})
"""Findings about the service: every incident meets the same ones, the report counts them once."""


class Judged(Record):
    """A ticket and what became of it. Every moment is on the calendar's clock."""

    case: str
    line: int
    """Of the row that registered it."""
    category: Category | None
    """As registered; None where it was registered without one."""
    registered: datetime | None
    """The official moment (3.2, 3.1); None where there is none."""
    state: State | None
    """None where it hinges on what the log leaves unknown."""
    outcomes: tuple[Outcome, ...]
    """Of each obligation, in the order of ``Obligation``."""
    reason: Reason
    """Of the reaction's outcome."""
    due: datetime | None = None
    """By when the reaction is owed."""
    reacted: datetime | None = None
    """The first record that is a reaction beyond doubt, if there is one."""
    reaction_line: int | None = None
    business: BusinessSeconds | None = None
    """Business time from registration to reaction."""
    late_business: BusinessSeconds | None = None
    late_clock: ClockSeconds | None = None
    """How late the reaction came, in business time and on the clock."""
    resolved: datetime | None = None
    clock_since: datetime | None = None
    """When the resolution clock began to run."""
    clock_business: BusinessSeconds | None = None
    """What it counted until it stopped, or by the moment of the report."""
    closing_due: datetime | None = None
    """When the Customer's silence closes it, or closed it (4.11)."""
    search_due: datetime | None = None
    """From when a search for a replacement is owed (4.4)."""
    findings: tuple[tuple[FindingId, int | None], ...] = ()
    """Each with the line of its event, where it has one; those of the service are not here."""
    possible: tuple[FindingId, ...] = ()
    """Findings that hinge on what the log leaves unknown."""
    of_service: tuple[tuple[FindingId, datetime], ...] = ()
    """Findings about the service, with their moment."""
    assumed: tuple[str, ...] = ()
    conditional: bool = False
    """Whether the reaction's outcome holds only if the incident is of B or C."""
    provisional: bool = False
    """Whether any verdict rests on days not yet decreed."""
    clauses: tuple[ClauseId, ...] = ()
    rules: tuple[RuleId, ...] = ()
    """Behind the reaction's outcome."""
    readings: tuple[str, ...] = ()
    """The switches any verdict met, with what was chosen."""
    next_change: datetime | None = None
    """When a verdict next changes by itself."""

    def of(self, obligation: Obligation, /) -> Outcome:
        """Return what became of an obligation."""
        return self.outcomes[_PLACE[obligation]]

    @property
    def outcome(self) -> Outcome:
        """What became of the reaction."""
        return self.of(Obligation.REACTION)


class Excluded(Record):
    """A ticket that was not judged, and why."""

    case: str
    line: int | None
    """Of its first row that could be read, or of the one that could not."""
    reason: Exclusion


class Exported(Record):
    """One incident of a log, as ``slarules assess`` takes it."""

    incident: Incident
    filled: tuple[int, ...]
    """Lines whose maker, way or visibility the log leaves unknown: filled in favourably."""


class Judge:
    """Judges the tickets of one log: one agreement, one record of the service, one moment."""

    def __init__(
        self,
        log: EventLog | PartedLog,
        *,
        agreement: Agreement,
        category: Category | None,
        as_of: datetime,
    ) -> None:
        """
        Take what all the tickets share.

        Args:
            log: Whose rows about the service make the record of the service.
            agreement: The calendar, the rules and the readings.
            category: The category of every incident of the run; None takes it from the log.
            as_of: The record is complete through this moment, inclusive.
        """
        self.agreement = agreement
        self.category = category
        self.as_of = as_of
        self.service, self.idle = service_of(log.service)
        """The record of the service, and how many rows about it tell nothing new."""
        self._kept: dict[Any, Any] = {}

    def judge(self, ticket: Ticket) -> Judged | Excluded:
        """
        Return what became of one incident.

        Source: clauses 2.3, 3.3, 3.4, 4.1–4.4, 4.9–4.12.
        """
        told = tellings(ticket, category=self.category, as_of=self.as_of)
        if isinstance(told, Exclusion):
            return self._excluded(ticket, told)
        try:
            # a clock that still runs counts through ``as_of``, which may lie beyond the calendar
            return self._judged(ticket, told, [self._assessed(telling) for telling in told])
        except CalendarRangeError:
            return self._excluded(ticket, Exclusion.OUT_OF_CALENDAR)

    def assessment(self, ticket: Ticket) -> Assessment:
        """Return the assessment behind a ticket that was judged, what is unknown at worst."""
        told = tellings(ticket, category=self.category, as_of=self.as_of)
        assert not isinstance(told, Exclusion)
        return self._assessed(told[0])

    def export(self, ticket: Ticket) -> Exported | Excluded:
        """Return the incident as a record of its own, as far as it is known by the moment."""
        told = favourable(ticket, category=self.category, as_of=self.as_of)
        if isinstance(told, Exclusion):
            return self._excluded(ticket, told)
        telling, filled = told
        return Exported(incident=telling.incident, filled=filled)

    def _assessed(self, telling: Telling) -> Assessment:
        return self.agreement.assess(telling.incident, self.as_of, service=self.service)

    @staticmethod
    def _excluded(ticket: Ticket, reason: Exclusion) -> Excluded:
        line = ticket.events[0].line if ticket.events else None
        if reason is Exclusion.UNREADABLE_ROW:
            line = ticket.bad_lines[0]
        return Excluded(case=ticket.case, line=line, reason=reason)

    def _judged(
        self, ticket: Ticket, told: Sequence[Telling], found: Sequence[Assessment]
    ) -> Judged:
        base, telling = found[0], told[0]
        outcomes = tuple([verdict.outcome for verdict in base.verdicts])
        for one in found[1:]:
            theirs = [verdict.outcome for verdict in one.verdicts]
            outcomes = tuple(
                [
                    a if a is b else Outcome.CANNOT_TELL
                    for a, b in zip(outcomes, theirs, strict=True)
                ]
            )
        reaction = base[Obligation.REACTION]
        certain = self._findings(base, telling)
        ever = dict.fromkeys(certain)
        for one, other in zip(found[1:], told[1:], strict=True):
            also = self._findings(one, other)
            ever |= dict.fromkeys(also)
            certain = tuple(finding for finding in certain if finding in also)
        outcome = outcomes[_PLACE[Obligation.REACTION]]
        changes = [one.next_change for one in found if one.next_change is not None]
        return Judged(
            case=ticket.case,
            line=telling.lines[0],
            category=telling.incident.registration.category,
            registered=base.registered_at,
            state=_agreed([one.state for one in found]),
            outcomes=self._keep(outcomes),
            reason=_reason(reaction, outcome),
            **self._times(base, reaction, telling, outcome),
            resolved=self._same(found, Obligation.RESOLUTION, "since"),
            clock_since=self._same(found, Obligation.RESOLUTION_CLOCK, "since"),
            clock_business=_agreed([self._elapsed(one) for one in found]),
            closing_due=self._same(found, Obligation.AUTOMATIC_CLOSING, "due"),
            search_due=self._same(found, Obligation.REPLACEMENT_SEARCH, "due"),
            findings=certain,
            possible=self._keep(tuple(one for one, line in ever if (one, line) not in certain)),
            of_service=self._keep(
                tuple((one.id, one.at) for one in base.findings if one.id in SERVICE_FINDINGS)
            ),
            assumed=self._keep(tuple(dict.fromkeys(a for one in found for a in one.assumed))),
            conditional=any(one[Obligation.REACTION].conditional_on for one in found),
            provisional=any(verdict.provisional for one in found for verdict in one.verdicts),
            clauses=self._keep(reaction.clauses),
            rules=self._keep(reaction.rules),
            readings=self._readings(tuple(one.consulted for one in found)),
            next_change=min(changes, default=None),
        )

    def _readings(self, consulted: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
        """Return the switches that were met, with what is chosen, in one order."""
        known: tuple[str, ...] | None = self._kept.get(consulted)
        if known is None:
            chosen = self.agreement.readings.option
            switches = sorted({switch for one in consulted for switch in one})
            known = self._keep(tuple(f"{one}={chosen(one).value}" for one in switches))
            self._kept[consulted] = known
        return known

    def _times(
        self, base: Assessment, reaction: Verdict, telling: Telling, outcome: Outcome
    ) -> dict[str, Any]:
        """Return the moments and amounts of the reaction."""
        calendar = self.agreement.calendar
        times: dict[str, Any] = {"due": reaction.due}
        if reaction.since is not None and base.registered_at is not None:
            seconds = calendar.business_seconds_between(base.registered_at, reaction.since)
            times |= {
                "reacted": reaction.since,
                "reaction_line": _line_of(telling, reaction.since),
                "business": BusinessSeconds(seconds),
            }
            late = reaction.late(self.as_of, calendar)
            if late is not None and outcome is Outcome.MISSED:
                times |= {"late_business": late.business, "late_clock": late.clock}
        return times

    def _elapsed(self, found: Assessment) -> BusinessSeconds | None:
        amount = found[Obligation.RESOLUTION_CLOCK].elapsed(self.as_of, self.agreement.calendar)
        return None if amount is None else amount.business

    @staticmethod
    def _same(found: Sequence[Assessment], obligation: Obligation, moment: str) -> datetime | None:
        """Return a moment of a verdict, if it is the same however the unknown is filled in."""
        same: datetime | None = _agreed([getattr(one[obligation], moment) for one in found])
        return same

    @staticmethod
    def _findings(found: Assessment, telling: Telling) -> tuple[tuple[FindingId, int | None], ...]:
        return tuple(
            (one.id, None if one.event is None else telling.lines[one.event])
            for one in found.findings
            if one.id not in SERVICE_FINDINGS
        )

    def _keep(self, value: T) -> T:
        """Return the one copy of a value that many incidents share."""
        kept: T = self._kept.setdefault(value, value)
        return kept


def _agreed(values: Sequence[T]) -> T | None:
    """Return the value all of them are, if they are."""
    first = values[0]
    return first if len(values) == 1 or all(value == first for value in values) else None


def _reason(reaction: Verdict, outcome: Outcome) -> Reason:
    """Return why the reaction came out so."""
    if outcome is Outcome.CANNOT_TELL:
        return Reason.MAKER_UNKNOWN
    if outcome is Outcome.NOT_STATED:
        return Reason.NO_PERIOD
    return REASON_OF[reaction.rule]


def _line_of(telling: Telling, reacted: datetime) -> int | None:
    """Return the line of the reaction: of several entries of that moment, the plainest."""
    moment = reacted.astimezone(UTC)  # an hour shown twice equals no moment of another clock
    found = [
        (event.made is Made.AUTOMATICALLY, event.visible is Visibility.INTERNAL, line)
        for event, line in zip(telling.incident.events, telling.lines, strict=True)
        if event.at == moment
        and isinstance(event, Entry)
        and event.by is Party.EXECUTOR
        and ROW_OF[type(event)].record is not RecordKind.NONE
    ]
    return min(found)[2] if found else None
