"""
The open stretches of a calendar, beside a walk that asks the clock minute after minute (1.1).

The oracle knows a wall clock and a list of hours, and nothing of offsets, sums or searches.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from slarules.parameters import Interval
from slarules.timeline import Timeline, from_microseconds, instant

MINUTE: Final = 60_000_000
"""In the unit of a timeline, microseconds since the epoch."""
MOSCOW: Final = ZoneInfo("Europe/Moscow")
NEW_YORK: Final = ZoneInfo("America/New_York")
DESK: Final = (Interval(time(10), time(12)), Interval(time(13), time(15, 30)))
NIGHT: Final = (Interval(time(0), time(4)), Interval(time(22), time(0)))
WED_2026_11_25, FRI_2026_11_27 = date(2026, 11, 25), date(2026, 11, 27)
SUN_2014_10_26 = date(2014, 10, 26)  # from 02:00 Moscow's clock goes back to 01:00
SUN_2026_03_08 = date(2026, 3, 8)  # at 02:00 New York's clock goes forward to 03:00


class Case(NamedTuple):
    """Business days with their hours, on a clock."""

    days: tuple[tuple[date, tuple[Interval, ...]], ...]
    zone: ZoneInfo


CASES: Final = {
    "two plain days": Case(((WED_2026_11_25, DESK), (FRI_2026_11_27, DESK)), MOSCOW),
    "hours that differ": Case(((WED_2026_11_25, DESK), (FRI_2026_11_27, DESK[:1])), MOSCOW),
    "an hour twice": Case(((SUN_2014_10_26 - timedelta(1), DESK), (SUN_2014_10_26, NIGHT)), MOSCOW),
    "an hour left out": Case(
        ((SUN_2026_03_08, NIGHT), (SUN_2026_03_08 + timedelta(1), DESK)), NEW_YORK
    ),
    "a whole day": Case(((WED_2026_11_25, (Interval(time(0), time(0)),)),), MOSCOW),
}


def shown(moment: int, zone: ZoneInfo) -> datetime:
    """Return what the clock shows at a moment."""
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=moment)).astimezone(zone)


class Walk(NamedTuple):
    """Every minute from a while before the first day to a while after the last."""

    minutes: tuple[int, ...]
    open: tuple[bool, ...]
    before: tuple[int, ...]
    """The open time before each minute, in microseconds."""


@cache
def walk(name: str) -> Walk:
    """Ask the clock at every minute whether it shows service hours."""
    case = CASES[name]
    hours = dict(case.days)
    days = [day for day, _ in case.days]
    first = datetime.combine(min(days), time(0), UTC) - timedelta(hours=20)
    last = datetime.combine(max(days), time(0), UTC) + timedelta(hours=40)
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    start = (first - epoch) // timedelta(microseconds=1)
    end = (last - epoch) // timedelta(microseconds=1)
    minutes = tuple(range(start, end, MINUTE))
    is_open, before, total = [], [], 0
    for minute in minutes:
        wall = shown(minute, case.zone)
        now = any(
            one.opens <= wall.time() and (one.closes == time(0) or wall.time() < one.closes)
            for one in hours.get(wall.date(), ())
        )
        is_open.append(now)
        before.append(total)
        total += MINUTE * now
    return Walk(minutes, tuple(is_open), tuple(before))


def timeline(name: str) -> Timeline:
    """Return the timeline of a case."""
    return Timeline(CASES[name].days, CASES[name].zone)


@pytest.mark.parametrize("name", CASES)
class TestBesideAWalk:
    """1.1: what is open, and how long, is what the clock shows."""

    def test_open_and_how_long_before(self, name: str) -> None:
        line, walked = timeline(name), walk(name)
        for minute, is_open, before in zip(*walked, strict=True):
            assert line.is_open(minute) is is_open, shown(minute, MOSCOW)
            assert line.position(minute) == before
            inside = before + MINUTE // 2 * is_open
            assert line.position(minute + MINUTE // 2) == inside

    def test_the_next_opening_and_closing(self, name: str) -> None:
        line, (minutes, is_open, _) = timeline(name), walk(name)
        opening: int | None = None
        closing: int | None = None
        for place in range(len(minutes) - 1, -1, -1):
            if is_open[place]:
                opening = minutes[place]
            assert line.next_opening(minutes[place]) == opening
            # strictly after: a minute that closes is itself no next closing
            assert line.next_closing(minutes[place]) == closing
            if place and is_open[place - 1] and not is_open[place]:
                closing = minutes[place]
        assert line.next_closing(minutes[0]) == closing

    def test_when_so_much_time_was_open(self, name: str) -> None:
        line, (minutes, is_open, before) = timeline(name), walk(name)
        total = before[-1]
        first: dict[int, int] = {}
        last: dict[int, int] = {}
        for minute, past in zip(minutes, before, strict=True):
            first.setdefault(past, minute)
            last[past] = minute
        opens = minutes[is_open.index(True)]
        assert line.reached(0) == opens
        for position in range(MINUTE, total + MINUTE, MINUTE):
            assert line.reached(position) == first[position]
        for position in range(0, total, MINUTE):
            assert line.left_at(position) == last[position]
        half = MINUTE // 2
        assert line.reached(half) == line.left_at(half) == opens + half
        assert line.left_at(total) == first[total]
        assert line.reached(total + 1) is None
        assert line.left_at(total + 1) is None
        assert line.left_at(-1) is None

    def test_the_stretches_between_two_moments(self, name: str) -> None:
        line, (minutes, is_open, _) = timeline(name), walk(name)
        for start in range(0, len(minutes), 197):
            for end in range(0, len(minutes), 263):
                found = line.stretches(minutes[start], minutes[end])
                inside = {m for a, b in found for m in range(a, b, MINUTE)}
                assert inside == {minutes[i] for i in range(start, end) if is_open[i]}
                assert all(a < b for a, b in found)
        assert line.stretches(minutes[0], minutes[0]) == []


class TestNothingOpen:
    """A calendar without a business day."""

    def test_it_has_no_moment_of_any_kind(self) -> None:
        line = Timeline((), MOSCOW)
        assert (line.reached(0), line.reached(1), line.left_at(0)) == (None, None, None)
        assert (line.position(0), line.stretches(0, MINUTE)) == (0, [])
        assert (line.is_open(0), line.next_opening(0), line.next_closing(0)) == (False, None, None)


class TestInstant:
    """A wall time that is shown twice has two instants; one that is skipped, the jump."""

    @pytest.mark.parametrize(
        ("day", "clock", "zone", "first", "last"),
        [
            (WED_2026_11_25, time(10), MOSCOW, "2026-11-25 07:00", "2026-11-25 07:00"),
            # 01:30 at +04:00, and an hour later again at +03:00
            (SUN_2014_10_26, time(1, 30), MOSCOW, "2014-10-25 21:30", "2014-10-25 22:30"),
            # 02:30 is never shown: it is past as 03:00 at -04:00 is reached
            (SUN_2026_03_08, time(2, 30), NEW_YORK, "2026-03-08 07:00", "2026-03-08 07:00"),
            (SUN_2026_03_08, time(3), NEW_YORK, "2026-03-08 07:00", "2026-03-08 07:00"),
            (SUN_2026_03_08, time(1, 59), NEW_YORK, "2026-03-08 06:59", "2026-03-08 06:59"),
        ],
    )
    def test_it_is_this(
        self, day: date, clock: time, zone: ZoneInfo, first: str, last: str
    ) -> None:
        for expected, which in ((first, False), (last, True)):
            moment = datetime.fromisoformat(expected).replace(tzinfo=UTC)
            found = instant(day, clock, zone, last=which)
            assert from_microseconds(found, UTC) == moment
            assert found == (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
            assert type(found) is int
