"""
A log of events, by columns: every incident's record put together, and judged.

An incident whose record has the shape of ``incident_of``, with every field at its default, is
judged by columns; any other is lived through one by one, by ``assess`` itself.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from slarules.batch.fields import Fields, categories, levels
from slarules.batch.gathered import Gathered, Told
from slarules.batch.moments import NAT, PER_SECOND, finest, moments
from slarules.batch.outputs import CATEGORIES, REFUSAL_CODE, Answers, Output, Refusal
from slarules.calendar.facts import zone_of
from slarules.errors import (
    AsOfError,
    CalendarRangeError,
    ColumnError,
    EventBeforeRegistrationError,
    NoRegistrationError,
    ProjectedCalendarError,
    SlaRulesError,
)
from slarules.events import (
    EVENT_OF,
    Access,
    Channel,
    Closing,
    IncidentEvent,
    Made,
    Party,
    Place,
    Route,
    Visibility,
)
from slarules.incident import Incident
from slarules.terms import Category, Severity, Word
from slarules.timeline import from_microseconds

if TYPE_CHECKING:
    from datetime import tzinfo

    import numpy.typing as npt

    from slarules.batch.rules import AgreementColumns

    Array = npt.NDArray[Any]

_KINDS: Final = tuple(
    kind for kind, event in EVENT_OF.items() if event in frozenset(IncidentEvent.__args__)
)
_SHAPE: Final = {
    "registered": "registered",
    "commented": "reaction",
    "reproduced": "reproduced",
    "information-requested": "question",
    "information-provided": "answer",
    "third-party-fixed": "fixed",
    "resolved": "resolved",
}
"""The kinds of the common shape in the order of their ties, and the column of each."""
_WORDS: Final[dict[str, type[Word]]] = {
    "by": Party,
    "made": Made,
    "visible": Visibility,
    "channel": Channel,
    "place": Place,
    "access": Access,
    "route": Route,
    "how": Closing,
}
_MOMENTS: Final = ("said_at", "called_at", "accepted_at", "stated_at")
_TEXTS: Final = ("request", "status", "to")
_DATES: Final = ("until",)
_EMPTY: Final = frozenset({"", "None", "nan", "NaN", "<NA>", "NaT"})
_WRONG: Final = 255


class LogAnswers(NamedTuple):
    """What a log says: the incidents in the order they first appear, and the answer to each."""

    incidents: tuple[Any, ...]
    """Their numbers."""
    answers: Answers
    """One row for each of them."""
    row_why: Array
    """For each row of the log the code in ``REFUSALS`` of why it bears on no answer; 0 where it
    does. A good row of an incident that is refused has ``bad-neighbour``."""


class _Log:
    """The columns of a log, read; rows are in the order given."""

    def __init__(
        self,
        incident: Any,
        at: Any,
        kind: Any,
        zone: tzinfo | str,
        unit: str | None,
        coarsest: str,
        fields: dict[str, Any],
    ) -> None:
        known = {*_WORDS, *_MOMENTS, *_TEXTS, *_DATES, "category", "severity"}
        if unknown := sorted(set(fields) - known):
            raise ColumnError(
                "a field of events", f"one of {', '.join(sorted(known))}", ", ".join(unknown)
            )
        self.at = moments(at, "at", zone, unit, strict=False)
        self.at = self.at.in_unit(finest(self.at.unit, coarsest))
        length = len(self.at)
        self.why: Array = np.zeros(length, np.uint8)
        self.numbers, self.incident = _numbered(incident, length)
        self._refuse(self.incident < 0, Refusal.NO_INCIDENT)
        if self.at.bad is not None:
            self._refuse(self.at.bad, Refusal.UNREADABLE_MOMENT)
        self._refuse(self.at.ticks == NAT, Refusal.UNREADABLE_MOMENT)
        self.kind = _worded(kind, {one: place for place, one in enumerate(_KINDS)}, length, "kind")
        self._refuse(self.kind < 0, Refusal.UNKNOWN_KIND)
        self._refuse(self.kind == _WRONG, Refusal.UNKNOWN_KIND)
        self.plain: Array = np.ones(length, np.bool_)
        """Rows whose fields are all at their defaults."""
        self.category = _stretched(categories(fields.get("category")), length, "category")
        self._refuse(self.category == _WRONG, Refusal.UNKNOWN_CATEGORY)
        self.severity = _stretched(levels(fields.get("severity")), length, "severity")
        self._refuse(self.severity == _WRONG, Refusal.UNKNOWN_LEVEL)
        self.words: dict[str, tuple[list[Word], Array]] = {}
        for name, words in _WORDS.items():
            if fields.get(name) is not None:
                members = list(words)
                codes = _worded(
                    fields[name],
                    {str(one.value): at for at, one in enumerate(members)},
                    length,
                    name,
                )
                self._refuse(codes == _WRONG, Refusal.UNREADABLE_FIELD)
                self.words[name] = members, codes
                self.plain &= (codes < 0) | (codes == self._default(name, members))
        self.moments: dict[str, Array] = {}
        for name in _MOMENTS:
            if fields.get(name) is not None:
                column = moments(fields[name], name, zone, unit, strict=False).in_unit("us")
                if column.bad is not None:
                    self._refuse(column.bad, Refusal.UNREADABLE_MOMENT)
                self.moments[name] = _utc_microseconds(column)
                self.plain &= self.moments[name] == NAT
        self.others = {
            name: _stretched(np.asarray(fields[name], object), length, name)
            for name in (*_TEXTS, *_DATES)
            if fields.get(name) is not None
        }

    def _default(self, name: str, members: list[Word]) -> Array:
        """Return the code of what the field is by default, by row; of kinds without it, none."""
        defaults = [
            members.index(event._defaults[name]) if name in event._defaults else -2
            for event in (EVENT_OF[kind] for kind in _KINDS)
        ]
        return np.array(defaults)[np.where((self.kind < 0) | (self.kind == _WRONG), 0, self.kind)]

    def _refuse(self, rows: Array, refusal: Refusal) -> None:
        np.putmask(self.why, rows & (self.why == 0), REFUSAL_CODE[refusal])

    def event(self, row: int, number: str, instant: datetime) -> Any:
        """Return the event of a row, with the fields that its kind has."""
        cls = EVENT_OF[_KINDS[int(self.kind[row])]]
        given: dict[str, Any] = {"at": instant}
        if "number" in cls._fields:
            given["number"] = number
        if "category" in cls._fields and self.category[row]:
            given["category"] = CATEGORIES[int(self.category[row])]
        if "severity" in cls._fields and self.severity[row]:
            given["severity"] = Severity(int(self.severity[row]))
        for name, (members, codes) in self.words.items():
            if name in cls._fields and codes[row] >= 0:
                given[name] = members[int(codes[row])]
        for name, column in self.moments.items():
            if name in cls._fields and column[row] != NAT:
                given[name] = from_microseconds(int(column[row]), UTC)
        for name, values in self.others.items():
            if name in cls._fields and str(values[row]) not in _EMPTY:
                value = values[row]
                if name in _DATES and not isinstance(value, date):
                    value = date.fromisoformat(str(value))
                given[name] = value if name in _DATES else str(value)
        return cls(**given)


def assess_log(
    columns: AgreementColumns,
    *,
    incident: Any,
    at: Any,
    kind: Any,
    as_of: Any,
    zone: tzinfo | str,
    unit: str | None,
    want: tuple[Output, ...],
    fields: dict[str, Any],
) -> LogAnswers:
    """Return what the contract says about every incident; see ``AgreementColumns.assess_log``."""
    tables = columns.hours.tables
    log = _Log(incident, at, kind, zone, unit, tables.coarsest, fields)
    now = moments(as_of, "as_of", zone, unit)
    if len(now) != 1 or int(now.ticks[0]) == NAT:
        raise ColumnError("as_of", "one moment", f"{len(now)} rows, or none")
    common = finest(log.at.unit, now.unit)
    per_second = PER_SECOND[common]
    clock = tables.clock(log.at.zone, per_second)
    instants = clock.to_utc(log.at.in_unit(common).ticks)
    moment = tables.clock(now.zone, per_second).to_utc(now.in_unit(common).ticks)
    count = len(log.numbers)
    gathered = Gathered(want, count, common)
    why = np.zeros(count, np.uint8)
    bad = np.unique(log.incident[(log.why != 0) & (log.incident >= 0)])
    why[bad] = REFUSAL_CODE[Refusal.BAD_NEIGHBOUR]
    is_registration = log.kind == _KINDS.index("registered")
    order = np.lexsort((~is_registration, instants, log.incident))
    order = order[log.incident[order] >= 0]
    order = order[why[log.incident[order]] == 0]
    shaped = _shaped(log, order, instants, count)
    if shaped.any():
        table = _table(log, order, instants, shaped)
        fields_of = Fields.of_ticks(
            {**table.ticks, "as_of": moment},
            common,
            zone=UTC,
            stated=zone_of(zone),
            category=table.category,
            severity=table.severity,
        )
        answers = columns.judged(fields_of, want)
        places = np.flatnonzero(shaped)
        gathered.put(places, answers)
        why[places] = answers.why
    rest = order[~shaped[log.incident[order]]]
    told = _one_by_one(columns, log, rest, instants, moment, per_second, why)
    gathered.put_one_by_one(told, tables.clock(zone_of(zone), per_second))
    refused = log.incident >= 0
    refused[refused] = why[log.incident[refused]] != 0
    log._refuse(refused, Refusal.BAD_NEIGHBOUR)  # noqa: SLF001 - its own module
    return LogAnswers(tuple(log.numbers), gathered.answers(why), log.why)


def _shaped(log: _Log, order: Array, instants: Array, count: int) -> Array:
    """Return which incidents have the common shape, whole and at its defaults."""
    places = {name: place for place, name in enumerate(_SHAPE)}
    rank = np.array([places.get(kind, -1) for kind in _KINDS])
    incident, kind = log.incident[order], rank[log.kind[order]]
    by_default = log.plain[order]
    # by a third party is not how a fix is recorded by default
    fixed = kind == places["third-party-fixed"]
    if "by" in log.words:
        members, codes = log.words["by"]
        by_default = np.where(fixed, codes[order] == members.index(Party.THIRD_PARTY), by_default)
    else:
        by_default &= ~fixed
    if log.moments or any(name != "by" for name in log.words):
        by_default &= log.plain[order] | fixed
    broken = (kind < 0) | ~by_default
    found = np.zeros(count, np.bool_)
    found[incident] = True
    found[incident[broken]] = False
    counts = np.zeros((count, len(_SHAPE)), np.int64)
    np.add.at(counts, (incident, np.maximum(kind, 0)), kind >= 0)
    found &= (counts <= 1).all(axis=1) & (counts[:, 0] == 1)
    # events of one instant stand in the shape's own order, and the registration before all
    same = (incident[1:] == incident[:-1]) & (instants[order][1:] == instants[order][:-1])
    found[incident[1:][same & (kind[1:] < kind[:-1])]] = False
    first = np.ones(len(order), np.bool_)
    first[1:] = incident[1:] != incident[:-1]
    found[incident[first & (kind != 0)]] = False
    # in B the fix comes right before the record of it; elsewhere there is none
    is_b = np.zeros(count, np.bool_)
    is_b[incident[first]] = log.category[order][first] == CATEGORIES.index(Category.B)
    fixed_at, resolved_at = (np.full(count, NAT) for _ in range(2))
    for name, column in (("third-party-fixed", fixed_at), ("resolved", resolved_at)):
        rows = kind == places[name]
        column[incident[rows]] = instants[order][rows]
    found &= np.where(is_b, fixed_at == resolved_at, fixed_at == NAT)
    return found


class _Shape(NamedTuple):
    ticks: dict[str, Array]
    category: Array
    severity: Array


def _table(log: _Log, order: Array, instants: Array, shaped: Array) -> _Shape:
    """Return the shaped incidents as columns."""
    place = np.cumsum(shaped) - 1
    incident = log.incident[order]
    mine = shaped[incident]
    rows, at = order[mine], place[incident[mine]]
    length = int(np.count_nonzero(shaped))
    ticks = {}
    for kind, column in _SHAPE.items():
        if column == "fixed":
            continue
        found = np.full(length, NAT)
        of_kind = log.kind[rows] == _KINDS.index(kind)
        found[at[of_kind]] = instants[rows[of_kind]]
        ticks[column] = found
    registered = log.kind[rows] == _KINDS.index("registered")
    category, severity = (np.zeros(length, np.uint8) for _ in range(2))
    category[at[registered]] = log.category[rows[registered]]
    severity[at[registered]] = log.severity[rows[registered]]
    return _Shape(ticks, category, severity)


def _one_by_one(
    columns: AgreementColumns,
    log: _Log,
    rows: Array,
    instants: Array,
    moment: Array,
    per_second: int,
    why: Array,
) -> list[Told]:
    """Return the incidents lived through by ``assess``, and note those it refuses."""
    agreement = columns.agreement
    now = _moment(int(moment[0]), per_second)
    assert now is not None
    found: list[Told] = []
    incident = log.incident[rows]
    ends = np.flatnonzero(np.diff(incident)) + 1
    for part in np.split(rows, ends) if len(rows) else ():
        place = int(log.incident[part[0]])
        number = str(log.numbers[place])
        try:
            events = [
                _event(log, row, number, int(instants[row]), per_second) for row in part.tolist()
            ]
            told = agreement.assess(Incident.of(events), now)
        except _UnusableRow:
            why[place] = REFUSAL_CODE[Refusal.BAD_NEIGHBOUR]
        except SlaRulesError as error:
            why[place] = REFUSAL_CODE[_refusal(error)]
        else:
            found.append(Told(place, told, agreement.calendar))
    return found


def _event(log: _Log, row: int, number: str, ticks: int, per_second: int) -> Any:
    """Return the event of a row; note why, where there is none."""
    instant = _moment(ticks, per_second)
    if instant is None:
        log.why[row] = REFUSAL_CODE[Refusal.UNREADABLE_MOMENT]
        raise _UnusableRow
    try:
        return log.event(row, number, instant)
    except (SlaRulesError, ValueError, TypeError):
        log.why[row] = REFUSAL_CODE[Refusal.UNREADABLE_FIELD]
        raise _UnusableRow from None


class _UnusableRow(Exception):  # noqa: N818 - it never leaves the module
    """A row no event can be made of."""


def _refusal(error: SlaRulesError) -> Refusal:
    """Return the reason that an assessment was refused for."""
    reasons: tuple[tuple[type[SlaRulesError], Refusal], ...] = (
        (CalendarRangeError, Refusal.OUTSIDE_CALENDAR),
        (ProjectedCalendarError, Refusal.PROJECTED),
        (AsOfError, Refusal.AS_OF_BEFORE_REGISTRATION),
        (NoRegistrationError, Refusal.NO_REGISTRATION),
        (EventBeforeRegistrationError, Refusal.EVENT_BEFORE_REGISTRATION),
    )
    return next((why for kind, why in reasons if isinstance(error, kind)), Refusal.MALFORMED)


def _moment(ticks: int, per_second: int) -> datetime | None:
    """Return the moment of ticks in UTC, to the microsecond; None if no clock shows it."""
    try:
        return from_microseconds(ticks * 1_000_000 // per_second, UTC)
    except (OverflowError, ValueError):
        return None


def _utc_microseconds(column: Any) -> Array:
    from slarules.batch.clock import clock_of

    first, last = date(1990, 1, 1), date(2100, 1, 1)
    clock = clock_of(column.zone, first, last, 1_000_000)
    found: Array = np.where(column.ticks == NAT, NAT, clock.to_utc(column.ticks))
    return found


def _numbered(values: Any, length: int) -> tuple[list[Any], Array]:
    """Return the numbers in the order they first appear, and which of them each row has; or -1."""
    array = np.atleast_1d(np.asarray(values))
    if len(array) != length or array.ndim != 1:
        raise ColumnError("incident", f"one number a row, {length} of them", f"{array.shape}")
    if array.dtype.kind in "iu":
        unique, first, places = np.unique(array, return_index=True, return_inverse=True)
        order = np.argsort(first)
        rank = np.empty(len(order), np.int64)
        rank[order] = np.arange(len(order))
        return unique[order].tolist(), rank[places]
    known: dict[Any, int] = {}
    codes = np.fromiter(
        (
            -1 if _is_empty(value) else known.setdefault(value, len(known))
            for value in array.tolist()
        ),
        np.int64,
        length,
    )
    return list(known), codes


def _is_empty(value: Any) -> bool:
    return value is None or value != value or (isinstance(value, str) and not value.strip())  # noqa: PLR0124


def _worded(values: Any, codes: dict[str, int], length: int, what: str) -> Array:
    """Return the code of each word; -1 where there is none, 255 where it is none of them."""
    array = np.atleast_1d(np.asarray(values, object))
    known: dict[Any, int] = {}

    def code(value: Any) -> int:
        word = str(value.value) if isinstance(value, Word) else str(value)
        return -1 if word in _EMPTY else codes.get(word, _WRONG)

    def of(value: Any) -> int:
        try:
            if value not in known:
                known[value] = code(value)
            return known[value]
        except TypeError:  # no key of a dictionary, so no word
            return _WRONG

    found = np.fromiter(map(of, array.tolist()), np.int64, len(array))
    return _stretched(found, length, what)


def _stretched(column: Array, length: int, what: str) -> Array:
    if len(column) == length:
        return column
    if len(column) != 1:
        raise ColumnError(what, f"one value a row, {length} of them", f"{len(column)} rows")
    found: Array = np.broadcast_to(column, length)
    return found
