"""
Rows to tickets: what happened to each, in order, and what happened to the service.

A log need not be sorted. Memory grows with the number of rows (a few hundred bytes each), not with their text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.eventlog.rows import OF_SERVICE, BadRow, LogRow
from slarules.events import Registered
from slarules.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable
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
    category: Category | None
    accepted: datetime | None


class Ticket(Record):
    """One incident of the log; its events in order of time, ties in the order of the log."""

    case: str
    events: tuple[LoggedEvent, ...]
    moved: int
    """Events that stood in the log after a later one."""
    bad_lines: tuple[int, ...]
    """Rows of the ticket that could not be read: its record is incomplete."""


class EventLog(Record):
    """A whole log: every row is of a ticket, of the service, or bad."""

    tickets: tuple[Ticket, ...]
    """In the order of their first row."""
    service: tuple[LoggedEvent, ...]
    """What happened to the service, in order of time."""
    bad: tuple[BadRow, ...]
    rows: int
    """All rows below the header, bad ones too; blank lines are no rows."""

    @property
    def moved(self) -> int:
        """Events that stood in the log after a later one of the same ticket."""
        return sum(ticket.moved for ticket in self.tickets)

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
    service.sort(key=_moment)
    return EventLog(
        tickets=tuple(
            _ticket(case, of_case, tuple(incomplete.get(case, ())))
            for case, of_case in tickets.items()
        ),
        service=tuple(_event(row, row.first) for row in service),
        bad=tuple(bad),
        rows=count,
    )


def _ticket(case: str, rows: list[LogRow], bad_lines: tuple[int, ...]) -> Ticket:
    """Return the ticket: sorted stably, each activity in the meaning it has there."""
    moved, latest = 0, None
    for row in rows:
        if latest is not None and row.at < latest:
            moved += 1
        else:
            latest = row.at
    events: list[LoggedEvent] = []
    registered = False
    for row in sorted(rows, key=_moment):
        meaning = row.later if registered else row.first
        registered = registered or meaning.event is Registered
        events.append(_event(row, meaning))
    return Ticket(case=case, events=tuple(events), moved=moved, bad_lines=bad_lines)


def _event(row: LogRow, meaning: Meaning) -> LoggedEvent:
    return LoggedEvent(
        line=row.line,
        at=row.at,
        activity=row.activity,
        meaning=meaning,
        category=row.category,
        accepted=row.accepted,
    )


def _moment(row: LogRow) -> datetime:
    return row.at
