"""1.1: the first day, the last, the last settled one, and midnights between them."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import pytest

from slarules.calendar import BusinessCalendar, DayStatus, Decree
from slarules.calendar.facts import LONGEST
from slarules.days import DayKind, SpecialDay
from slarules.errors import CalendarRangeError, ProjectedCalendarWarning
from slarules.parameters import Interval, Week, same_hours
from tests.calendars import (
    BERLIN,
    FRI_2027_12_31,
    MOSCOW,
    STANDARD_CALENDAR,
    TEN_TO_SEVEN,
    moscow,
    small,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

SUN_2026_11_01 = date(2026, 11, 1)  # the first day of the small calendar
MON_2026_11_02 = date(2026, 11, 2)
TUE_2026_11_03 = date(2026, 11, 3)
FRI_2026_11_13 = date(2026, 11, 13)
SUN_2026_11_15 = date(2026, 11, 15)
MON_2026_11_16 = date(2026, 11, 16)
TUE_2026_11_17 = date(2026, 11, 17)  # the last settled day below
WED_2026_11_18 = date(2026, 11, 18)
SAT_2026_11_21 = date(2026, 11, 21)
MON_2026_11_23 = date(2026, 11, 23)
FRI_2026_11_27 = date(2026, 11, 27)
MON_2026_11_30 = date(2026, 11, 30)  # the last one
TUE_2026_12_01 = date(2026, 12, 1)
WED_2026_12_02 = date(2026, 12, 2)
THU_2027_12_30 = date(2027, 12, 30)
KAMCHATKA: Final = ZoneInfo("Asia/Kamchatka")
NEW_YORK: Final = ZoneInfo("America/New_York")
MICROSECOND: Final = timedelta(microseconds=1)
EVENING: Final = same_hours(7, Interval(time(18), time(0)))
MORNING: Final = same_hours(7, Interval(time(0), time(6)))


def settled_through_tuesday(**changes: Any) -> BusinessCalendar:
    """Return November 2026, settled through Tuesday the 17th."""
    return small(**({"decreed_through": TUE_2026_11_17} | changes))


class TestFirstAndLastDay:
    """Both ends of the range belong to it, on whatever clock they are asked about."""

    @pytest.mark.parametrize("zone", [MOSCOW, UTC, KAMCHATKA, BERLIN])
    @pytest.mark.parametrize("day", [MON_2026_11_02, TUE_2026_11_03])
    def test_they_are_known_from_midnight_to_midnight(self, day: date, zone: ZoneInfo) -> None:
        """A range of two days, or of one."""
        calendar = small(first=MON_2026_11_02, last=day, decreed_through=day)
        first, end = moscow(MON_2026_11_02, 0), moscow(day + timedelta(1), 0)
        assert not calendar.is_open(first.astimezone(zone))
        assert calendar.is_open(moscow(MON_2026_11_02, 10).astimezone(zone))
        assert not calendar.is_open((end - MICROSECOND).astimezone(zone))
        assert calendar.is_open(moscow(day, 18, 59, 59).astimezone(zone))
        for outside in (first - MICROSECOND, end):
            with pytest.raises(CalendarRangeError):
                calendar.is_open(outside.astimezone(zone))

    @pytest.mark.parametrize("zone", [MOSCOW, UTC, KAMCHATKA, BERLIN])
    def test_the_first_opening_and_closing_of_two_days_are_the_first_days(
        self, zone: ZoneInfo
    ) -> None:
        calendar = small(first=MON_2026_11_02, last=TUE_2026_11_03, decreed_through=TUE_2026_11_03)
        early = moscow(MON_2026_11_02, 3).astimezone(zone)
        for _ in range(2):
            assert calendar.next_opening(early) == moscow(MON_2026_11_02, 10)
            assert calendar.next_closing(early) == moscow(MON_2026_11_02, 19)

    def test_counting_back_reaches_the_first_business_day(self) -> None:
        assert small().add_business_days(TUE_2026_11_03, -1) == MON_2026_11_02
        assert small(first=MON_2026_11_02).add_business_days(TUE_2026_11_03, -1) == MON_2026_11_02

    def test_a_calendar_may_have_400_years_to_the_day(self) -> None:
        first = date(2000, 1, 1)
        last = date(2399, 12, 31)
        assert (last - first).days + 1 == LONGEST
        calendar = small(first=first, last=last, decreed_through=last)
        assert calendar.is_business_day(last)  # a Friday, as 400 years before


class TestLastSettledDay:
    """1.1 Time up to, from and inside the last settled day is counted as on any other."""

    @pytest.mark.parametrize("zone", [MOSCOW, UTC])
    def test_time_inside_it_is_counted(self, zone: tzinfo) -> None:
        calendar = settled_through_tuesday()
        start, end = (moscow(TUE_2026_11_17, hour).astimezone(zone) for hour in (12, 18))
        assert calendar.business_time_between(start, end) == timedelta(hours=6)
        assert calendar.business_seconds_between(end, start) == -6 * 3600

    @pytest.mark.parametrize("zone", [MOSCOW, UTC])
    def test_time_inside_the_last_day_of_all_is_counted(self, zone: tzinfo) -> None:
        start, end = (moscow(MON_2026_11_30, hour).astimezone(zone) for hour in (12, 18))
        assert small().business_time_between(start, end) == timedelta(hours=6)
        assert small().business_seconds_between(end, start) == -6 * 3600

    def test_time_up_to_a_day_off_that_is_the_last_settled_one(self) -> None:
        start, end = moscow(THU_2027_12_30, 12), moscow(FRI_2027_12_31, 12)
        assert STANDARD_CALENDAR.business_time_between(start, end) == timedelta(hours=7)
        assert STANDARD_CALENDAR.business_seconds_between(start, end) == 7 * 3600


class TestMidnights:
    """1.1: 24:00 belongs to the day it closes, 00:00 to the day it opens."""

    TUESDAY_NIGHT = moscow(WED_2026_11_18, 0)

    @pytest.mark.parametrize(
        "ask",
        [
            lambda calendar: calendar.next_closing(moscow(TUE_2026_11_17, 20)),
            lambda calendar: calendar.add_business_time(
                moscow(TUE_2026_11_17, 20), timedelta(hours=4)
            ),
        ],
    )
    def test_a_closing_at_24_00_of_the_last_settled_day_rests_on_it(
        self, ask: Callable[[BusinessCalendar], datetime]
    ) -> None:
        found = ask(settled_through_tuesday(week=EVENING))  # a warning would be an error
        assert found == self.TUESDAY_NIGHT

    def test_so_it_does_where_that_day_is_the_next_one_in_utc(self) -> None:
        calendar = settled_through_tuesday(week=EVENING, zone=NEW_YORK)
        evening = datetime.combine(TUE_2026_11_17, time(21), NEW_YORK)
        midnight = datetime.combine(WED_2026_11_18, time(0), NEW_YORK)
        for zone in (NEW_YORK, UTC, KAMCHATKA):
            asked = evening.astimezone(zone)
            assert calendar.next_closing(asked) == midnight
            assert calendar.add_business_time(asked, timedelta(hours=3)) == midnight
            assert calendar.business_seconds_between(asked, midnight.astimezone(zone)) == 3 * 3600

    @pytest.mark.parametrize(
        ("week", "ask", "found"),
        [
            (MORNING, lambda calendar, asked: calendar.next_opening(asked), timedelta(0)),
            (
                same_hours(7, Interval(time(0), time(0, 0, 0, 1))),
                lambda calendar, asked: calendar.next_closing(asked),
                MICROSECOND,
            ),
            (
                MORNING,
                lambda calendar, asked: calendar.add_business_time(asked, MICROSECOND),
                MICROSECOND,
            ),
        ],
    )
    def test_an_opening_at_00_00_rests_on_the_day_it_opens_and_so_does_a_microsecond_of_it(
        self, week: Week, ask: Callable[[BusinessCalendar, datetime], datetime], found: timedelta
    ) -> None:
        calendar = settled_through_tuesday(week=week)
        with pytest.warns(ProjectedCalendarWarning) as caught:
            answer = ask(calendar, moscow(TUE_2026_11_17, 12))
        assert answer == self.TUESDAY_NIGHT + found
        assert [
            warning.message.args
            for warning in caught
            if isinstance(warning.message, ProjectedCalendarWarning)
        ] == [(WED_2026_11_18, TUE_2026_11_17)]

    def test_up_to_00_00_nothing_of_the_day_is_counted(self) -> None:
        noon, midnight = moscow(TUE_2026_11_17, 12), moscow(WED_2026_11_18, 0)
        calendar = settled_through_tuesday()
        assert calendar.business_seconds_between(noon, midnight) == 7 * 3600
        assert calendar.business_time_between(midnight, noon) == -timedelta(hours=7)
        with pytest.warns(ProjectedCalendarWarning):
            assert calendar.business_seconds_between(noon, midnight + MICROSECOND) == 7 * 3600


class TestStatus:
    """What is settled is said to be, through the last settled day itself."""

    @pytest.mark.parametrize(
        ("day", "status"),
        [
            (SUN_2026_11_01, DayStatus.DECREED),
            (TUE_2026_11_17, DayStatus.DECREED),
            (WED_2026_11_18, DayStatus.PROJECTED),
            (MON_2026_11_30, DayStatus.PROJECTED),
        ],
    )
    def test_it_is_the_same_by_either_name(self, day: date, status: DayStatus) -> None:
        calendar = settled_through_tuesday()
        assert calendar.status(day) is status
        assert calendar.settle(day) is status
        assert (calendar.day(day).day, calendar.day(day).status) == (day, status)


class TestDecrees:
    """1.1: an act settles what comes after the last settled day, through its own."""

    def test_every_day_it_replaces_is_as_it_says_and_no_other(self) -> None:
        worked = SpecialDay(SAT_2026_11_21, DayKind.WORKED_WEEKEND, off=False, act="No. 1")
        calendar = settled_through_tuesday(
            days_off=[MON_2026_11_16, TUE_2026_11_17, WED_2026_11_18, FRI_2026_11_27]
        )
        settled = calendar.with_decree(
            Decree(through=FRI_2026_11_27, days_off=(MON_2026_11_23,), working_days=(worked,))
        )
        assert settled.decreed_through == FRI_2026_11_27
        assert settled.last == MON_2026_11_30
        for day, is_worked in (
            (MON_2026_11_16, False),
            (TUE_2026_11_17, False),  # settled before: it stays off
            (WED_2026_11_18, True),  # the act says nothing of it
            (SAT_2026_11_21, True),
            (MON_2026_11_23, False),
            (FRI_2026_11_27, True),  # the last day of the act
        ):
            assert settled.is_business_day(day) is is_worked
        assert settled.day(SAT_2026_11_21).why == worked

    def test_it_may_settle_its_own_last_day_and_days_past_the_range(self) -> None:
        settled = settled_through_tuesday().with_decree(
            Decree(through=WED_2026_12_02, days_off=(WED_2026_11_18, WED_2026_12_02))
        )
        assert (settled.last, settled.decreed_through) == (WED_2026_12_02, WED_2026_12_02)
        assert not settled.is_business_day(WED_2026_11_18)
        assert not settled.is_business_day(WED_2026_12_02)
        assert settled.is_business_day(TUE_2026_12_01)


class TestReasons:
    """1.1: the row a day was given with is told, whatever is made of the calendar."""

    OFF = SpecialDay(MON_2026_11_16, DayKind.HOLIDAY, off=True, name="russia")
    WORKED = SpecialDay(SAT_2026_11_21, DayKind.WORKED_WEEKEND, off=False, moved_to=FRI_2026_11_13)

    @pytest.mark.parametrize(
        "made",
        [
            lambda calendar: calendar,
            lambda calendar: pickle.loads(pickle.dumps(calendar)),  # noqa: S301 - our own bytes
            lambda calendar: calendar.with_hours(TUE_2026_11_03, ()),
            lambda calendar: calendar.with_decree(
                Decree(through=TUE_2026_12_01, working_days=(SAT_2026_11_21,))
            ),
        ],
    )
    def test_it_goes_with_the_calendar(
        self, made: Callable[[BusinessCalendar], BusinessCalendar]
    ) -> None:
        calendar = made(settled_through_tuesday(days_off=[self.OFF], working_days=[self.WORKED]))
        holiday = calendar.day(MON_2026_11_16)
        assert (holiday.why, holiday.kind) == (self.OFF, DayKind.HOLIDAY)
        saturday = calendar.day(SAT_2026_11_21)
        if calendar.decreed_through == TUE_2026_11_17:
            assert (saturday.why, saturday.kind) == (self.WORKED, DayKind.WORKED_WEEKEND)
        else:  # the act gives no row for it
            assert (saturday.why, saturday.kind) == (None, DayKind.AGREED)

    def test_what_the_parties_agreed_otherwise_has_none(self) -> None:
        calendar = small(days_off=[self.OFF]).with_hours(MON_2026_11_16, (TEN_TO_SEVEN,))
        day = calendar.day(MON_2026_11_16)
        assert (day.why, day.kind, day.is_business_day) == (None, DayKind.BUSINESS_DAY, True)

    def test_other_hours_leave_a_business_day_what_it_is(self) -> None:
        short = (Interval(time(10), time(16)),)
        day = small().with_hours(MON_2026_11_23, short).day(MON_2026_11_23)
        assert (day.kind, day.hours) == (DayKind.BUSINESS_DAY, short)

    def test_hours_on_a_day_off_are_agreed(self) -> None:
        day = small().with_hours(SAT_2026_11_21, (TEN_TO_SEVEN,)).day(SAT_2026_11_21)
        assert (day.kind, day.why, day.is_business_day) == (DayKind.AGREED, None, True)
        closed = small(days_off=[self.OFF]).with_hours(MON_2026_11_16, ()).day(MON_2026_11_16)
        assert (closed.kind, closed.why) == (DayKind.AGREED, self.OFF)


class TestHashes:
    """Calendars that differ are told apart by a set without being compared one by one."""

    def test_they_are_as_many_as_the_calendars(self) -> None:
        calendars = [small(days_off=[date(2026, 11, n)]) for n in (2, 3, 4, 5, 6)]
        assert len({hash(calendar) for calendar in calendars}) == len(calendars)
        assert hash(small()) == hash(small(zone="Europe/Moscow"))
