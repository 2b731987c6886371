"""Which business days a stretch of time takes: those it covers, or those it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.spans import DayTest, Without, merged
from slarules.timeline import to_microseconds

if TYPE_CHECKING:
    from datetime import date, datetime

    from slarules.calendar.desk import Desk
    from slarules.daytable import Ranges


def ranges_of(desk: Desk, withouts: tuple[Without, ...]) -> Ranges:
    """Return the business days the spans take, as stretches of ranks of the day table."""
    found: list[tuple[int, int]] = []
    for without in withouts:
        for start, end in merged(without.spans):
            found += _ranks(desk, start, end, without.test)
    if len(found) < 2:  # noqa: PLR2004 - nothing to merge
        return tuple(found)
    joined: list[tuple[int, int]] = []
    for low, high in sorted(found):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return tuple(joined)


def _ranks(desk: Desk, start: datetime, end: datetime, test: DayTest) -> list[tuple[int, int]]:
    """Return the stretch of ranks one span takes, if it takes any."""
    here, there = start.astimezone(desk.zone), end.astimezone(desk.zone)
    if there.date() < desk.first or here.date() > desk.last:
        return []
    low = _first_rank(desk, here.date(), start, test)
    high = _last_rank(desk, there.date(), end, test)
    if low == high and test is DayTest.TOUCHES:
        line = desk.line()
        since, until = to_microseconds(here), to_microseconds(there)
        if line.position(since) == line.position(until):
            return []  # in a pause between two intervals of one day
    return [(low, high + 1)] if low <= high else []


def _first_rank(desk: Desk, day: date, start: datetime, test: DayTest) -> int:
    """Return the rank of the first business day a span from ``start`` (UTC) on takes."""
    if day < desk.first:
        return 1
    rank = desk.table.rank_from(day)
    if desk.table.flags[desk.table.index(day)]:
        bound = desk.opening_on(day) if test is DayTest.COVERS else desk.closing_on(day)
        taken = start <= bound if test is DayTest.COVERS else start < bound
        return rank if taken else rank + 1
    return rank


def _last_rank(desk: Desk, day: date, end: datetime, test: DayTest) -> int:
    """Return the rank of the last business day a span up to ``end`` (UTC) takes."""
    if day > desk.last:
        return len(desk.table.dates) - 1
    rank = desk.table.rank(day)
    if desk.table.flags[desk.table.index(day)]:
        bound = desk.closing_on(day) if test is DayTest.COVERS else desk.opening_on(day)
        taken = end >= bound if test is DayTest.COVERS else end > bound
        return rank if taken else rank - 1
    return rank
