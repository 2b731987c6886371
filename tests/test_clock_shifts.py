"""1.1, 4.3: on which days a clock is shifted, and when it shows a time then."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Final, NoReturn
from zoneinfo import ZoneInfo

import pytest

from slarules import timeline
from slarules.calendar import clock
from slarules.calendar.clock import shifts, showing
from slarules.parameters import Interval, same_hours
from slarules.timeline import Timeline, from_microseconds, instant
from tests.calendars import BERLIN, MON_2026_11_23, MOSCOW, TEN_TO_SEVEN, open_all_day, small

QUARTER: Final = timedelta(minutes=15)
ONE_DAY: Final = timedelta(days=1)
SAO_PAULO: Final = ZoneInfo("America/Sao_Paulo")
ST_JOHNS: Final = ZoneInfo("America/St_Johns")
NEW_YORK: Final = ZoneInfo("America/New_York")

SUN_2010_03_28 = date(2010, 3, 28)  # Moscow goes forward at 02:00
SUN_2010_10_31 = date(2010, 10, 31)  # Moscow goes back at 03:00
SUN_2010_11_07 = date(2010, 11, 7)  # St John's goes back at 00:01, to Saturday 23:01
SUN_2015_02_22 = date(2015, 2, 22)  # Sao Paulo went back at 00:00, to Saturday 23:00
SUN_2015_10_18 = date(2015, 10, 18)  # Sao Paulo goes forward at 00:00, to 01:00
SUN_2026_03_08 = date(2026, 3, 8)  # New York goes forward at 02:00
SUN_2026_10_25 = date(2026, 10, 25)  # Berlin goes back at 03:00
SUN_2026_11_22 = date(2026, 11, 22)  # a day like any other


def refuse(*_: object, **__: object) -> NoReturn:
    """Take the place of the search for a time that the clock shows twice or skips."""
    pytest.fail("the clock was searched")


@cache
def uneven_days(first: date, last: date, zone: ZoneInfo) -> frozenset[date]:
    """Walk the clock by quarters of an hour, and find the days that have not 96 of them."""
    shown = Counter[date]()
    now = datetime.combine(first, time(0), UTC) - ONE_DAY
    while now < datetime.combine(last, time(0), UTC) + 2 * ONE_DAY:
        shown[now.astimezone(zone).date()] += 1
        now += QUARTER
    return frozenset(day for day in shown if first <= day <= last and shown[day] != 24 * 4)


class TestShifts:
    """A day is shifted when its clock does not show each of its quarters of an hour once."""

    @pytest.mark.parametrize(
        ("day", "zone"),
        [
            (SUN_2010_03_28, MOSCOW),
            (SUN_2010_10_31, MOSCOW),
            (SUN_2026_03_08, NEW_YORK),
            (SUN_2026_10_25, BERLIN),
            (SUN_2026_11_22, MOSCOW),
        ],
    )
    def test_inside_a_day_it_is_that_day(self, day: date, zone: ZoneInfo) -> None:
        days = [day + n * ONE_DAY for n in range(-3, 4)]
        uneven = uneven_days(days[0], days[-1], zone)
        for first in range(len(days)):
            for last in range(first + 1, len(days) + 1):
                part = days[first:last]
                assert [part[place] for place in shifts(part, zone)] == sorted(uneven & {*part})

    @pytest.mark.parametrize(
        ("day", "zone", "shifted"),
        [
            (SUN_2010_11_07, ST_JOHNS, [SUN_2010_11_07 - ONE_DAY, SUN_2010_11_07]),
            (SUN_2015_10_18, SAO_PAULO, [SUN_2015_10_18 - ONE_DAY, SUN_2015_10_18]),
            (SUN_2015_02_22, SAO_PAULO, [SUN_2015_02_22 - ONE_DAY]),  # shown once, after all
        ],
    )
    def test_a_midnight_shown_twice_or_skipped_concerns_the_day_before_too(
        self, day: date, zone: ZoneInfo, shifted: list[date]
    ) -> None:
        days = [day + n * ONE_DAY for n in range(-3, 4)]
        assert uneven_days(days[0], days[-1], zone) <= {*shifted}
        for first in range(len(days)):
            part = days[first:]
            assert [part[place] for place in shifts(part, zone)] == [
                one for one in shifted if one in part
            ]


class TestShowing:
    """A time the clock shows once is found without a search; any other is searched for."""

    def test_a_time_shown_once_is_not_searched_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(clock, "instant", refuse)
        for last in (False, True):
            found = showing(SUN_2010_10_31, time(10), MOSCOW, last=last)
            assert found.isoformat() == "2010-10-31T10:00:00+03:00"

    @pytest.mark.parametrize("minute", range(60))
    def test_a_time_that_is_skipped_is_reached_at_the_jump(self, minute: int) -> None:
        jump = datetime(2026, 3, 8, 7, tzinfo=UTC)
        for last in (False, True):
            found = instant(SUN_2026_03_08, time(2, minute, 1, 7), NEW_YORK, last=last)
            assert from_microseconds(found, UTC) == jump

    def test_a_time_shown_twice_has_two_instants(self) -> None:
        half_past_two = time(2, 30)
        first = showing(SUN_2026_10_25, half_past_two, BERLIN, last=False)
        second = showing(SUN_2026_10_25, half_past_two, BERLIN, last=True)
        assert (first.isoformat(), second.isoformat()) == (
            "2026-10-25T02:30:00+02:00",
            "2026-10-25T02:30:00+01:00",
        )


class TestClosings:
    """1.1: a closing that the clock shows twice is the second, on whatever day of a list."""

    def test_a_closing_in_the_hour_shown_twice_is_its_last_showing(self) -> None:
        night = same_hours(7, Interval(time(0), time(2, 30)))
        calendar = open_all_day(BERLIN, date(2026, 10, 19), date(2026, 10, 31), week=night)
        days = [SUN_2026_10_25 + n * ONE_DAY for n in range(-4, 3)]
        for end in range(1, len(days) + 1):
            closings = calendar.closings_of(days[:end])
            assert [closing.isoformat() for closing in closings] == [
                f"{day}T02:30:00+{'02' if day < SUN_2026_10_25 else '01'}:00" for day in days[:end]
            ]


class TestLine:
    """The line of service hours is laid once, and almost always by sums."""

    def test_a_day_of_one_offset_is_laid_without_a_search(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(timeline, "instant", refuse)
        line = Timeline([(MON_2026_11_23, (TEN_TO_SEVEN,))], MOSCOW)
        ten = datetime(2026, 11, 23, 7, tzinfo=UTC)
        assert line.stretches(0, line.closes[-1] + 1) == [
            (
                (ten - timeline.EPOCH) // timedelta(microseconds=1),
                (ten + 9 * timedelta(hours=1) - timeline.EPOCH) // timedelta(microseconds=1),
            )
        ]

    def test_between_a_moment_and_itself_there_is_no_stretch(self) -> None:
        line = Timeline([(MON_2026_11_23, (TEN_TO_SEVEN,))], MOSCOW)
        noon = line.opens[0] + 2 * 3_600_000_000
        assert line.stretches(noon, noon) == []

    def test_a_calendar_lays_its_line_once(self) -> None:
        calendar = small()
        assert calendar.line() is calendar.line()
        assert from_microseconds(calendar.line().opens[0], MOSCOW) == (
            datetime(2026, 11, 2, 10, tzinfo=MOSCOW)
        )
