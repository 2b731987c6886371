"""
One row of a log, read: its ticket, its moment in UTC, what it means, its category.

What is wrong with one row sets that row aside; what the mapping leaves open (whose clock, what a
repeated hour means) refuses the log, because the answer would hold for other rows too.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from sys import intern
from typing import TYPE_CHECKING, Final, assert_never, get_args
from zoneinfo import ZoneInfo

from slarules.errors import (
    BrokenRowError,
    DuplicateColumnError,
    EmptyCellError,
    EmptyLogError,
    ImpossibleHourError,
    LogRowError,
    MissingColumnError,
    NulByteError,
    ShiftedHourError,
    UnexplainedRowError,
    UnknownCategoryError,
    UnknownLevelError,
    UnknownRouteError,
    UnmappedActivityError,
    UnreadableDateError,
    UnreadableTimeError,
    ZonelessTimeError,
)
from slarules.eventlog.lines import LINE_LIMIT, Row, lines_of, rows_of
from slarules.eventlog.mapping import ISO, Activity, Author, Meaning
from slarules.eventlog.moments import reader_of
from slarules.eventlog.words import RowDefect, ShiftedHour, UnmappedActivity
from slarules.events import ServiceEvent
from slarules.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from slarules.eventlog.mapping import LogMapping
    from slarules.events import Event, Route
    from slarules.terms import Category, Severity

OF_SERVICE: Final = frozenset(get_args(ServiceEvent))
"""What happens to the service, not to one incident: rows of these kinds belong to no ticket."""

_DEFECT: Final = {
    BrokenRowError: RowDefect.BROKEN_ROW,
    NulByteError: RowDefect.NUL_BYTE,
    EmptyCellError: RowDefect.EMPTY_CELL,
    UnreadableTimeError: RowDefect.UNREADABLE_TIME,
    ImpossibleHourError: RowDefect.IMPOSSIBLE_HOUR,
    UnknownCategoryError: RowDefect.UNKNOWN_CATEGORY,
    UnknownLevelError: RowDefect.UNKNOWN_LEVEL,
    UnknownRouteError: RowDefect.UNKNOWN_ROUTE,
    UnreadableDateError: RowDefect.UNREADABLE_DATE,
    UnexplainedRowError: RowDefect.UNEXPLAINED_ACTIVITY,
}

KEPT: Final = 1 << 16
"""How many different cells are remembered: memory must not grow with the log."""

_NOTHING: Final = Activity(name="", first=Meaning(event=None))
_NOBODY: Final = Author()


class Details(Record):
    """What a row says beside who did what when."""

    category: Category | None = None
    severity: Severity | None = None
    accepted: datetime | None = None
    """When the incident was taken while HelpDesk was down (3.1), in UTC."""
    route: Route | None = None
    until: date | None = None
    request: str = ""

    def of(self, event: type[Event] | None) -> Details:
        """Return what of it an event of that kind has a place for."""
        taken = {name: getattr(self, name) for name, _ in taken_by(event)}
        return NO_DETAILS if not any(taken.values()) else Details(**taken)


NO_DETAILS: Final = Details()

_FIELDS: Final = (
    ("category", "category"),
    ("severity", "severity"),
    ("accepted", "accepted_at"),
    ("route", "route"),
    ("until", "until"),
    ("until", "through"),
    ("request", "request"),
)
"""A detail of a row, and the field of an event it fills."""

_TAKEN: Final[dict[type[Event] | None, tuple[tuple[str, str], ...]]] = {None: ()}


def taken_by(event: type[Event] | None) -> tuple[tuple[str, str], ...]:
    """Return the details an event of that kind has a place for, each with the field it fills."""
    found = _TAKEN.get(event)
    if found is None:
        assert event is not None
        found = tuple(pair for pair in _FIELDS if pair[1] in event._fields)
        _TAKEN[event] = found
    return found


class LogRow(Record):
    """One row that could be read."""

    line: int
    case: str
    """The ticket; empty in a row about the service."""
    at: datetime
    """The moment, in UTC."""
    activity: str
    who: str
    """The cell of the resource column; empty where the mapping names none."""
    first: Meaning
    """What the row means in a ticket not yet registered; whole, nothing left open."""
    later: Meaning
    """What it means once the ticket is registered."""
    details: Details


class BadRow(Record):
    """One row that could not be read."""

    line: int
    case: str | None
    """The ticket, where the row still says which."""
    defect: RowDefect
    detail: str
    """The whole sentence of the error, with its remedy."""


def read_rows(
    chunks: Iterable[bytes], mapping: LogMapping, limit: int = LINE_LIMIT
) -> Iterator[LogRow | BadRow]:
    """
    Yield every row of a log in its order, read or named as bad.

    Args:
        chunks: The bytes of the file in order, in pieces of any size.
        mapping: What its columns, times and activities mean.
        limit: Characters in one line.

    Raises:
        LogError: The log as a whole cannot be read: it is empty, in another encoding, lacks a
            column, holds an activity or an hour the mapping must explain first.

    """
    rows = rows_of(lines_of(chunks, mapping.encoding, limit), mapping.delimiter, mapping.quote)
    header = next(rows, None)
    if header is None:
        raise EmptyLogError("header")
    if not isinstance(header, Row):
        raise header
    reader = RowReader(header.cells, mapping)
    empty = True
    for row in rows:
        empty = False
        yield reader.read(row) if isinstance(row, Row) else bad_row(row, None)
    if empty:
        raise EmptyLogError("rows")


class Meanings:
    """What activities mean in the hands of who made them; each pair is worked out once."""

    def __init__(self, mapping: LogMapping) -> None:
        self._mapping = mapping
        self._known: dict[tuple[str, str], tuple[Meaning, Meaning]] = {}

    def of(self, activity: str, resource: str) -> tuple[Meaning, Meaning]:
        """
        Return what a row means in a ticket not yet registered, and in one that is.

        An activity the mapping does not name means nothing: its policy has let it pass.
        """
        found = self._known.get((activity, resource))
        if found is None:
            row = self._mapping.activities.get(activity, _NOTHING)
            found = (
                self._whole(row.first, resource),
                self._whole(row.later or row.first, resource),
            )
            if len(self._known) >= KEPT:
                self._known.clear()
            self._known[activity, resource] = found
        return found

    def _whole(self, meaning: Meaning, resource: str) -> Meaning:
        """Return the meaning with what it leaves open filled in: maker, then defaults."""
        author, defaults = self._mapping.authors.get(resource, _NOBODY), self._mapping.defaults
        return meaning.replace(
            by=meaning.by or author.by or defaults.by,
            made=meaning.made or author.made or defaults.made,
            visible=meaning.visible or defaults.visible,
        )


class RowReader:
    """Reads rows under one header; keeps what it has worked out for repeated cells."""

    def __init__(
        self, header: Sequence[str], mapping: LogMapping, iso: frozenset[str] = frozenset()
    ) -> None:
        """
        Take what all rows share.

        Args:
            header: The names of the columns.
            mapping: What they mean.
            iso: Columns whose moments and days are told in ISO 8601, whatever the mapping says:
                those a file holds as moments and days, not as text.
        """
        self._mapping = mapping
        self._zone = None if mapping.zone is None else ZoneInfo(mapping.zone)
        self._header = header
        at = {role: _position(header, role, name) for role, name in mapping.columns().items()}
        self._case, self._activity, self._time = at["case"], at["activity"], at["time"]
        self._resource, self._category = at.get("resource"), at.get("category")
        self._accepted, self._until = at.get("acceptance"), at.get("day until")
        self._severity, self._route = at.get("severity"), at.get("route")
        self._request = at.get("request")
        self._details: dict[tuple[str, str, str], Details] = {("", "", ""): NO_DETAILS}
        self._meanings = Meanings(mapping)
        self._formats = {
            position: (ISO,) if header[position] in iso else mapping.formats
            for position in (self._time, self._accepted)
            if position is not None
        }
        self._readers = {
            written: datetime.fromisoformat if written == ISO else reader_of(written)
            for written in (ISO, *mapping.formats)
        }
        self._dates = mapping.dates
        if self._until is not None and header[self._until] in iso:
            self._dates = (ISO,)

    def read(self, row: Row) -> LogRow | BadRow:
        """Return the row, or what is wrong with it."""
        case: str | None = None
        try:
            if len(row.cells) != len(self._header):
                found = f"{len(row.cells)} cells where the header has {len(self._header)}"
                raise BrokenRowError(row.line, found)
            case = row.cells[self._case].strip()
            return self._read(row, case)
        except LogRowError as problem:
            return bad_row(problem, case or None)

    def _read(self, row: Row, case: str) -> LogRow:
        name = self._cell(row, self._activity)
        if name not in self._mapping.activities:
            self._refuse_unmapped(row.line, name)
        resource = "" if self._resource is None else row.cells[self._resource].strip()
        meanings = self._meanings.of(name, resource)
        if not case and meanings[0].event not in OF_SERVICE:
            raise EmptyCellError(row.line, self._header[self._case])
        return LogRow(
            line=row.line,
            case=intern(case),
            at=self._moment(row.line, self._time, self._cell(row, self._time)),
            activity=intern(name),
            who=intern(resource),
            first=meanings[0],
            later=meanings[1],
            details=self._details_of(row),
        )

    def _cell(self, row: Row, position: int) -> str:
        text = row.cells[position].strip()
        if not text:
            raise EmptyCellError(row.line, self._header[position])
        return text

    def _refuse_unmapped(self, line: int, name: str) -> None:
        match self._mapping.unmapped_activity:
            case UnmappedActivity.REFUSE:
                raise UnmappedActivityError(line, name)
            case UnmappedActivity.BAD_ROW:
                raise UnexplainedRowError(line, name)
            case UnmappedActivity.IGNORE:
                return
            case _ as unreachable:
                assert_never(unreachable)

    def _details_of(self, row: Row) -> Details:
        """Return what the row says beside; what repeats from row to row is kept once."""
        category = self._optional(row, self._category)
        severity = self._optional(row, self._severity)
        route = self._optional(row, self._route)
        details = self._details.get((category, severity, route))
        if details is None:
            details = Details(
                category=self._category_of(row.line, category),
                severity=self._severity_of(row.line, severity),
                route=self._route_of(row.line, route),
            )
            if len(self._details) >= KEPT:
                self._details.clear()
            self._details[category, severity, route] = details
        accepted, until = self._optional(row, self._accepted), self._optional(row, self._until)
        request = self._optional(row, self._request)
        if not (accepted or until or request):
            return details
        return details.replace(
            accepted=self._accepted_at(row.line, accepted) if accepted else None,
            until=self._date(row.line, until) if until else None,
            request=request,
        )

    @staticmethod
    def _optional(row: Row, position: int | None) -> str:
        return "" if position is None else row.cells[position].strip()

    def _category_of(self, line: int, text: str) -> Category | None:
        if not text:
            return None
        try:
            return self._mapping.categories[text]
        except KeyError:
            raise UnknownCategoryError(line, text) from None

    def _severity_of(self, line: int, text: str) -> Severity | None:
        if not text:
            return None
        try:
            return self._mapping.severities[text]
        except KeyError:
            raise UnknownLevelError(line, text) from None

    def _route_of(self, line: int, text: str) -> Route | None:
        if not text:
            return None
        try:
            return self._mapping.routes[text]
        except KeyError:
            raise UnknownRouteError(line, text) from None

    def _date(self, line: int, text: str) -> date:
        for written in self._dates:
            try:
                if written == ISO:
                    return date.fromisoformat(text)
                return datetime.strptime(text, written).date()  # noqa: DTZ007 - a day, not a moment
            except ValueError:
                continue
        raise UnreadableDateError(line, text, self._dates)

    def _accepted_at(self, line: int, text: str) -> datetime:
        assert self._accepted is not None
        return self._moment(line, self._accepted, text)

    def _moment(self, line: int, position: int, text: str) -> datetime:
        """Return the moment a cell shows, in UTC."""
        formats = self._formats[position]
        read = self._parsed(line, text, formats)
        try:
            if read.tzinfo is None:
                read = self._with_zone(line, text, read)
            moment: datetime | None = read.astimezone(UTC)
        except OverflowError:
            moment = None
        if moment is None or moment.year in {MINYEAR, MAXYEAR}:  # not every clock shows it
            raise UnreadableTimeError(line, text, formats)
        return moment

    def _parsed(self, line: int, text: str, formats: tuple[str, ...]) -> datetime:
        for written in formats:
            try:
                return self._readers[written](text)
            except ValueError:
                continue
        raise UnreadableTimeError(line, text, formats)

    def _with_zone(self, line: int, text: str, wall: datetime) -> datetime:
        """Return a wall time of the log's clock as a moment."""
        if self._zone is None:
            raise ZonelessTimeError(line, text)
        first = wall.replace(tzinfo=self._zone, fold=0)
        second = wall.replace(tzinfo=self._zone, fold=1)
        before, after = first.utcoffset(), second.utcoffset()
        if before == after:
            return first
        assert before is not None
        assert after is not None
        key = "repeated_hour" if before > after else "skipped_hour"
        meant = self._mapping.repeated_hour if before > after else self._mapping.skipped_hour
        match meant:
            case None:
                raise ShiftedHourError(line, text, self._zone.key, key)
            case ShiftedHour.OFFSET_BEFORE:
                return first
            case ShiftedHour.OFFSET_AFTER:
                return second
            case ShiftedHour.BAD_ROW:
                raise ImpossibleHourError(line, text, self._zone.key, key)
            case _ as unreachable:
                assert_never(unreachable)


def _position(header: Sequence[str], role: str, column: str) -> int:
    """Return where a column stands; the others may repeat, the ones that are read may not."""
    found = [index for index, name in enumerate(header) if name.strip() == column]
    if not found:
        raise MissingColumnError(role, column, header)
    if len(found) > 1:
        raise DuplicateColumnError(column, [index + 1 for index in found])
    return found[0]


def bad_row(problem: LogRowError, case: str | None) -> BadRow:
    """Return the row a problem sets aside."""
    return BadRow(line=problem.line, case=case, defect=_DEFECT[type(problem)], detail=str(problem))
