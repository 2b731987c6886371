"""
A log larger than memory: its rows dealt out into parts by ticket, each part a log one can hold.

Every row of a ticket comes to the same part, in the order of the log, whatever that order is: a
log need not be sorted. Rows are kept as tuples of plain values, so that a part may lie on a disk;
where it lies is not known here.
"""

from __future__ import annotations

from datetime import UTC, date
from typing import TYPE_CHECKING, Any, Final, Protocol
from zlib import crc32

from slarules.eventlog.log import gather, told
from slarules.eventlog.rows import KEPT, NO_DETAILS, OF_SERVICE, BadRow, Details, LogRow, Meanings
from slarules.eventlog.words import RowDefect
from slarules.events import Route
from slarules.record import Record
from slarules.terms import Category, Severity
from slarules.timeline import from_microseconds, to_microseconds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import datetime

    from slarules.eventlog.log import LoggedEvent, Ticket
    from slarules.eventlog.mapping import LogMapping

Packed = tuple[Any, ...]
"""A row as plain values: numbers, texts, None, tuples of them."""

_BAD: Final = 4
"""How many values a bad row has; one that was read has more."""


class Pile(Protocol):
    """A list of plain values that may lie outside the memory; it can be gone through again."""

    def append(self, value: Any, /) -> None:
        """Put a value at the end."""

    def __iter__(self) -> Iterator[Any]: ...

    def __len__(self) -> int: ...


class BadRows:
    """The bad rows of a log in its order, kept on a pile."""

    def __init__(self, pile: Pile) -> None:
        self._pile: Final = pile

    def append(self, row: BadRow) -> None:
        """Put a row at the end."""
        self._pile.append(_packed_bad(row))

    def __iter__(self) -> Iterator[BadRow]:
        return map(_unpacked_bad, self._pile)

    def __len__(self) -> int:
        return len(self._pile)

    def __contains__(self, row: object) -> bool:
        return any(row == one for one in self)


class PartedLog(Record):
    """What is known of the whole of a log whose rows lie in parts."""

    rows: int
    """All rows below the header, bad ones too."""
    first: datetime | None
    """The earliest moment of a row that could be read, in UTC."""
    last: datetime | None
    service: tuple[LoggedEvent, ...]
    """What happened to the service, in order of time."""
    service_duplicates: int
    bad: Collection[BadRow]
    """The rows that could not be read, in the order of the log."""


def part(rows: Iterable[LogRow | BadRow], parts: Sequence[Pile], bad: BadRows) -> PartedLog:
    """
    Deal the rows of a log out.

    Args:
        rows: Every row in the order of the log.
        parts: Where to put the rows of tickets, packed; each gets all the rows of its tickets, and
            which those are depends on their numbers alone.
        bad: Where to keep the rows that could not be read.
    """
    count, number = 0, len(parts)
    first: datetime | None = None
    last: datetime | None = None
    service: list[LogRow] = []
    for row in rows:
        count += 1
        if isinstance(row, BadRow):
            bad.append(row)
            if row.case is not None:
                parts[_place(row.case) % number].append(_packed_bad(row))
            continue
        if first is None or last is None:
            first = last = row.at
        elif row.at < first:
            first = row.at
        elif row.at > last:
            last = row.at
        if row.first.event in OF_SERVICE:
            service.append(row)
        else:
            parts[_place(row.case) % number].append(_packed(row))
    of_service = tuple(told(service))
    return PartedLog(
        rows=count,
        first=first,
        last=last,
        service=of_service,
        service_duplicates=len(service) - len(of_service),
        bad=bad,
    )


class Unpacker:
    """Reads packed rows again, under the mapping they were read under."""

    def __init__(self, mapping: LogMapping) -> None:
        self._meanings: Final = Meanings(mapping)
        self._details: Final[dict[Packed, Details]] = {}

    def tickets(self, packed: Iterable[Packed]) -> tuple[Ticket, ...]:
        """Return the tickets of one part, in the order of their first row in the log."""
        return gather(map(self._row, packed)).tickets

    def _row(self, packed: Packed) -> LogRow | BadRow:
        if len(packed) == _BAD:
            return _unpacked_bad(packed)
        line, case, at, activity, who, details = packed
        first, later = self._meanings.of(activity, who)
        return LogRow(
            line=line,
            case=case,
            at=from_microseconds(at, UTC),
            activity=activity,
            who=who,
            first=first,
            later=later,
            details=NO_DETAILS if details is None else self._detailed(details),
        )

    def _detailed(self, packed: Packed) -> Details:
        found = self._details.get(packed)
        if found is None:
            category, severity, accepted, route, until, request = packed
            found = Details(
                category=None if category is None else Category(category),
                severity=None if severity is None else Severity(severity),
                accepted=None if accepted is None else from_microseconds(accepted, UTC),
                route=None if route is None else Route(route),
                until=None if until is None else date.fromordinal(until),
                request=request,
            )
            if len(self._details) >= KEPT:
                self._details.clear()
            self._details[packed] = found
        return found


def _place(case: str) -> int:
    """Return a number that is the same for a ticket in every run."""
    return crc32(case.encode("utf-8", "surrogatepass"))


def _packed(row: LogRow) -> Packed:
    details = None if row.details is NO_DETAILS else _packed_details(row.details)
    return (row.line, row.case, to_microseconds(row.at), row.activity, row.who, details)


def _packed_details(details: Details) -> Packed:
    return (
        None if details.category is None else details.category.value,
        None if details.severity is None else details.severity.value,
        None if details.accepted is None else to_microseconds(details.accepted),
        None if details.route is None else details.route.value,
        None if details.until is None else details.until.toordinal(),
        details.request,
    )


def _packed_bad(row: BadRow) -> Packed:
    return (row.line, row.case, row.defect.value, row.detail)


def _unpacked_bad(packed: Packed) -> BadRow:
    line, case, defect, detail = packed
    return BadRow(line=line, case=case, defect=RowDefect(defect), detail=detail)
