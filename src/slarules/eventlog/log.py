"""
Rows to tickets: what happened to each, in order, and what happened to the service.

A log need not be sorted. What it says twice, word for word, is taken once and counted. Memory
grows with the number of rows (a few hundred bytes each), not with their text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.eventlog.rows import OF_SERVICE, BadRow, Details, LogRow
from slarules.events import Registered
from slarules.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from slarules.eventlog.mapping import Meaning
    from slarules.terms import Category


class LoggedEvent(Record):
    """One thing that happened, in the words of the mapping."""

    line: int
    at: datetime
    """In UTC."""
    activity: str
    meaning: Meaning
    details: Details
    """What the row says beside, as far as the event has a place for it."""

    @property
    def category(self) -> Category | None:
        """The category the row gives the incident."""
        return self.details.category


class Ticket(Record):
    """One incident of the log; its events in order of time, ties in the order of the log."""

    case: str
    events: tuple[LoggedEvent, ...]
    moved: int
    """Rows that stood in the log after a later one."""
    duplicates: int
    """Rows that say again what another one says of the same moment: not among the events."""
    bad_lines: tuple[int, ...]
    """Rows of the ticket that could not be read: its record is incomplete."""

    @property
    def place(self) -> int:
        """The line of its first row in the log: tickets stand in the order of it."""
        return min((*(event.line for event in self.events), *self.bad_lines))


class EventLog(Record):
    """A whole log: every row is of a ticket, of the service, a duplicate, or bad."""

    tickets: tuple[Ticket, ...]
    """In the order of their first row."""
    service: tuple[LoggedEvent, ...]
    """What happened to the service, in order of time."""
    service_duplicates: int
    """Rows about the service that say again what another one says of the same moment."""
    bad: tuple[BadRow, ...]
    rows: int
    """All rows below the header, bad ones too; blank lines are no rows."""

    @property
    def moved(self) -> int:
        """Rows that stood in the log after a later one of the same ticket."""
        return sum(ticket.moved for ticket in self.tickets)

    @property
    def duplicates(self) -> int:
        """Rows that say again what another one says."""
        return self.service_duplicates + sum(ticket.duplicates for ticket in self.tickets)

    @property
    def last(self) -> datetime | None:
        """The latest moment in the log, in UTC."""
        ends = [ticket.events[-1].at for ticket in self.tickets if ticket.events]
        ends += [event.at for event in self.service[-1:]]
        return max(ends, default=None)

    @property
    def first(self) -> datetime | None:
        """The earliest moment in the log, in UTC."""
        starts = [ticket.events[0].at for ticket in self.tickets if ticket.events]
        starts += [event.at for event in self.service[:1]]
        return min(starts, default=None)


def gather(rows: Iterable[LogRow | BadRow]) -> EventLog:
    """Return the log its rows make."""
    tickets: dict[str, list[LogRow]] = {}
    incomplete: dict[str, list[int]] = {}
    service: list[LogRow] = []
    bad: list[BadRow] = []
    count = 0
    for row in rows:
        count += 1
        if isinstance(row, BadRow):
            bad.append(row)
            if row.case is not None:
                tickets.setdefault(row.case, [])
                incomplete.setdefault(row.case, []).append(row.line)
        elif row.first.event in OF_SERVICE:
            service.append(row)
        else:
            tickets.setdefault(row.case, []).append(row)
    of_service = tuple(told(service))
    return EventLog(
        tickets=tuple(_tickets(tickets, incomplete)),
        service=of_service,
        service_duplicates=len(service) - len(of_service),
        bad=tuple(bad),
        rows=count,
    )


def _tickets(
    tickets: dict[str, list[LogRow]], incomplete: dict[str, list[int]]
) -> Iterator[Ticket]:
    """Yield the tickets in their order; the rows of each are let go as soon as it is made."""
    for case in list(tickets):
        rows = tickets.pop(case)
        events = tuple(told(rows))
        yield Ticket(
            case=case,
            events=events,
            moved=_moved(rows),
            duplicates=len(rows) - len(events),
            bad_lines=tuple(incomplete.get(case, ())),
        )


def _moved(rows: list[LogRow]) -> int:
    moved, latest = 0, None
    for row in rows:
        if latest is not None and row.at < latest:
            moved += 1
        else:
            latest = row.at
    return moved


def told(rows: list[LogRow]) -> Iterator[LoggedEvent]:
    """
    Yield what the rows tell, sorted stably, each activity in the meaning it has there.

    A row is left out where one of the same moment has the same words, or tells the same event:
    the record of an incident has room for one of them.
    """
    registered = False
    ordered = sorted(rows, key=_moment)
    words: set[tuple[str, str, Details]] = set()
    events: set[tuple[Meaning, Details]] = set()
    for place, row in enumerate(ordered):
        first_of_moment = place == 0 or ordered[place - 1].at != row.at
        alone = first_of_moment and (place + 1 == len(ordered) or ordered[place + 1].at != row.at)
        if first_of_moment:
            words.clear()
            events.clear()
        said = (row.activity, row.who, row.details)
        if not alone and said in words:
            continue
        meaning = row.later if registered else row.first
        details = row.details.of(meaning.event)
        if not alone:
            words.add(said)
            if meaning.event is not None:
                if (meaning, details) in events:
                    continue
                events.add((meaning, details))
        registered = registered or meaning.event is Registered
        yield LoggedEvent(
            line=row.line, at=row.at, activity=row.activity, meaning=meaning, details=details
        )


def _moment(row: LogRow) -> datetime:
    return row.at
