"""1.1: the business calendar, by days worked out by hand and by the official list."""

from __future__ import annotations

import pickle
import threading
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Any, cast
from zoneinfo import ZoneInfo

import pytest

from slarules.agreement import standard_calendar, standard_support
from slarules.calendar import Beyond, BusinessCalendar, DayStatus, Decree
from slarules.days import DayKind, SpecialDay
from slarules.errors import (
    CalendarFactsError,
    CalendarRangeError,
    NaiveDatetimeError,
    ProjectedCalendarError,
    ProjectedCalendarWarning,
    ServiceHoursError,
    SpanError,
    UnknownZoneError,
    WrongTypeError,
)
from slarules.parameters import STANDARD, Interval, Week, same_hours
from slarules.readings import DecreeDays, Readings, ShortDays
from slarules.spans import DayTest, Span, Without
from tests.oracles.official import (
    COPY,
    FIRST,
    LAST,
    PUBLISHED,
    official_days,
    read_copy,
    read_published,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FunctionType

MOSCOW = ZoneInfo("Europe/Moscow")
BERLIN = ZoneInfo("Europe/Berlin")

FRI_2024_12_27 = date(2024, 12, 27)
SAT_2024_12_28 = date(2024, 12, 28)  # worked for Monday the 30th
SUN_2024_12_29 = date(2024, 12, 29)
MON_2024_12_30 = date(2024, 12, 30)
TUE_2024_12_31 = date(2024, 12, 31)  # off, moved from Sunday 7 January 2024
THU_2025_01_09 = date(2025, 1, 9)
FRI_2025_01_10 = date(2025, 1, 10)

FRI_2026_11_20 = date(2026, 11, 20)
SAT_2026_11_21 = date(2026, 11, 21)
SUN_2026_11_22 = date(2026, 11, 22)
MON_2026_11_23 = date(2026, 11, 23)
TUE_2026_11_24 = date(2026, 11, 24)
WED_2026_11_25 = date(2026, 11, 25)

FRI_2027_12_31 = date(2027, 12, 31)  # the last day any act has settled
SAT_2028_01_01 = date(2028, 1, 1)
MON_2028_01_10 = date(2028, 1, 10)
MON_2028_11_06 = date(2028, 11, 6)  # Saturday 4 November, carried over by law

TEN_TO_SEVEN = Interval(time(10), time(19))
ALL_DAY = Interval(time(0), time(0))
ROUND_THE_CLOCK: Week = same_hours(7, ALL_DAY)

STANDARD_CALENDAR = standard_support().calendar


def moscow(day: date, hour: int, minute: int = 0, second: int = 0, fold: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute, second, fold=fold), MOSCOW)


def small(**changes: Any) -> BusinessCalendar:
    """Return the calendar of November 2026, all decreed, Monday to Friday from ten to seven."""
    facts: dict[str, Any] = {
        "zone": MOSCOW,
        "week": same_hours(5, TEN_TO_SEVEN),
        "first": date(2026, 11, 1),
        "last": date(2026, 11, 30),
        "decreed_through": date(2026, 11, 30),
    }
    return BusinessCalendar(**(facts | changes))


def open_all_day(zone: ZoneInfo | str, first: date, last: date, **changes: Any) -> BusinessCalendar:
    """Return a calendar round the clock, or with other hours, over a few days."""
    facts = {"zone": zone, "week": ROUND_THE_CLOCK, "first": first, "last": last}
    return BusinessCalendar(**(facts | {"decreed_through": last} | changes))


class TestOfficialDays:
    """1.1 Business days are those of the official calendar, 1999 to 2027."""

    def test_every_one_of_10592_days_is_as_published(self) -> None:
        days = official_days()
        assert len(days) == 10_592
        wrong = [
            row.day
            for row in days.values()
            if STANDARD_CALENDAR.is_business_day(row.day) is not row.working
        ]
        assert wrong == []

    def test_the_copy_among_the_tests_says_what_was_published(self) -> None:
        assert not PUBLISHED.exists() or [*read_copy(COPY)] == [*read_published(PUBLISHED)]

    def test_forty_six_weekends_are_worked_nine_of_them_sundays(self) -> None:
        worked = [
            day
            for day in official_days()
            if day.weekday() >= 5 and STANDARD_CALENDAR.is_business_day(day)
        ]
        sundays = [day for day in worked if day.weekday() == 6]
        assert (len(worked), len(sundays), sundays[-1]) == (46, 9, date(2012, 3, 11))

    def test_every_business_day_is_open_from_ten_to_seven_in_moscow(self) -> None:
        for row in official_days().values():
            hours = STANDARD_CALENDAR.hours_on(row.day)
            assert hours == ((TEN_TO_SEVEN,) if row.working else ())
            noon = moscow(row.day, 12)
            assert STANDARD_CALENDAR.is_open(noon) is row.working
            if row.working:
                ten, seven = moscow(row.day, 10), moscow(row.day, 19)
                assert STANDARD_CALENDAR.next_opening(moscow(row.day, 3)) == ten
                assert STANDARD_CALENDAR.next_closing(moscow(row.day, 3)) == seven
                assert STANDARD_CALENDAR.business_seconds_between(ten, seven) == 9 * 3600

    def test_short_days_end_an_hour_early_where_that_is_read(self) -> None:
        calendar = standard_calendar(Readings(short_days=ShortDays.ONE_HOUR_SHORTER), STANDARD)
        for row in official_days().values():
            closes = time(18) if row.shortened else time(19)
            expected = (Interval(time(10), closes),) if row.working else ()
            assert calendar.hours_on(row.day) == expected, row.day

    def test_a_worked_saturday_that_is_an_eve_in_exchange_is_short_too(self) -> None:
        sat_2027_02_20 = date(2027, 2, 20)  # worked for Monday the 22nd, the eve of a holiday
        calendar = standard_calendar(Readings(short_days=ShortDays.ONE_HOUR_SHORTER), STANDARD)
        assert calendar.closing_on(sat_2027_02_20) == moscow(sat_2027_02_20, 18)
        assert STANDARD_CALENDAR.closing_on(sat_2027_02_20) == moscow(sat_2027_02_20, 19)


class TestDays:
    """1.1 Counting business days: where a count starts, and what it passes over."""

    @pytest.mark.parametrize(
        ("day", "n", "expected"),
        [
            (SAT_2026_11_21, 1, MON_2026_11_23),  # not Tuesday: a day off is no start to pass
            (SUN_2026_11_22, 1, MON_2026_11_23),
            (FRI_2026_11_20, 1, MON_2026_11_23),
            (MON_2026_11_23, 1, TUE_2026_11_24),
            (SAT_2026_11_21, -1, FRI_2026_11_20),
            (SUN_2026_11_22, -1, FRI_2026_11_20),
            (MON_2026_11_23, -1, FRI_2026_11_20),
            (SAT_2026_11_21, 0, SAT_2026_11_21),
            (MON_2026_11_23, 0, MON_2026_11_23),
            (FRI_2024_12_27, 1, SAT_2024_12_28),  # a worked Saturday
            (SAT_2024_12_28, 1, THU_2025_01_09),  # over twelve days, eleven of them off
            (MON_2024_12_30, -1, SAT_2024_12_28),
            (SUN_2024_12_29, 2, FRI_2025_01_10),
        ],
    )
    def test_adding_days(self, day: date, n: int, expected: date) -> None:
        assert STANDARD_CALENDAR.add_business_days(day, n) == expected

    @pytest.mark.parametrize(
        ("start", "end", "expected"),
        [
            (FRI_2026_11_20, MON_2026_11_23, 1),
            (MON_2026_11_23, FRI_2026_11_20, -1),
            (SAT_2026_11_21, MON_2026_11_23, 1),
            (FRI_2026_11_20, SUN_2026_11_22, 0),
            (MON_2026_11_23, MON_2026_11_23, 0),
            (SAT_2024_12_28, THU_2025_01_09, 1),
            (FRI_2024_12_27, THU_2025_01_09, 2),
        ],
    )
    def test_days_between_leave_out_the_start_and_count_the_end(
        self, start: date, end: date, expected: int
    ) -> None:
        assert STANDARD_CALENDAR.business_days_between(start, end) == expected

    @pytest.mark.parametrize(
        ("day", "kind", "moved_from", "moved_to"),
        [
            (MON_2026_11_23, DayKind.BUSINESS_DAY, None, None),
            (SAT_2026_11_21, DayKind.WEEKEND, None, None),
            (date(2026, 1, 1), DayKind.HOLIDAY, None, None),
            (date(2026, 1, 9), DayKind.MOVED_DAY_OFF, date(2026, 1, 3), None),
            (date(2014, 3, 10), DayKind.CARRIED_OVER, date(2014, 3, 8), None),
            (SAT_2024_12_28, DayKind.WORKED_WEEKEND, None, MON_2024_12_30),
            (MON_2028_11_06, DayKind.CARRIED_OVER, date(2028, 11, 4), None),
        ],
    )
    def test_a_day_says_why(
        self, day: date, kind: DayKind, moved_from: date | None, moved_to: date | None
    ) -> None:
        found = STANDARD_CALENDAR.day(day)
        assert found.kind is kind
        assert found.is_business_day is (kind in {DayKind.BUSINESS_DAY, DayKind.WORKED_WEEKEND})
        assert found.hours == ((TEN_TO_SEVEN,) if found.is_business_day else ())
        why = found.why or SpecialDay(day, kind, off=False)
        assert (why.moved_from, why.moved_to) == (moved_from, moved_to)
        status = DayStatus.PROJECTED if day > FRI_2027_12_31 else DayStatus.DECREED
        assert found.status is STANDARD_CALENDAR.status(day) is status

    def test_what_the_parties_agreed_on_one_day_is_said(self) -> None:
        calendar = small(
            days_off=[MON_2026_11_23],
            working_days=[SAT_2026_11_21],
            hours_on={SUN_2026_11_22: (TEN_TO_SEVEN,)},
        )
        for day in (MON_2026_11_23, SAT_2026_11_21, SUN_2026_11_22):
            assert calendar.day(day).kind is DayKind.AGREED
        assert calendar.day(TUE_2026_11_24).kind is DayKind.BUSINESS_DAY


class TestHours:
    """1.1 Open from the opening up to, and not at, the closing."""

    @pytest.mark.parametrize(
        ("clock", "is_open"),
        [
            (time(9, 59, 59, 999_999), False),
            (time(10), True),
            (time(18, 59, 59, 999_999), True),
            (time(19), False),
        ],
    )
    def test_the_opening_belongs_to_the_hours_and_the_closing_does_not(
        self, clock: time, is_open: bool
    ) -> None:
        moment = datetime.combine(MON_2026_11_23, clock, MOSCOW)
        assert STANDARD_CALENDAR.is_open(moment) is is_open
        assert STANDARD_CALENDAR.is_open(moment.astimezone(UTC)) is is_open

    def test_the_next_opening_is_the_moment_itself_while_open(self) -> None:
        for moment in (moscow(MON_2026_11_23, 10), moscow(MON_2026_11_23, 18, 59, 59)):
            assert STANDARD_CALENDAR.next_opening(moment) == moment

    @pytest.mark.parametrize("hour", [0, 3, 9, 10, 12, 19, 23])
    def test_on_a_day_off_the_next_hours_are_those_of_the_next_business_day(
        self, hour: int
    ) -> None:
        """Also before ten: a day off was once taken for the business day before it."""
        for day in (SAT_2026_11_21, SUN_2026_11_22):
            moment = moscow(day, hour)
            assert STANDARD_CALENDAR.next_opening(moment) == moscow(MON_2026_11_23, 10)
            assert STANDARD_CALENDAR.next_closing(moment) == moscow(MON_2026_11_23, 19)

    def test_the_next_closing_is_strictly_after(self) -> None:
        seven = moscow(MON_2026_11_23, 19)
        assert STANDARD_CALENDAR.next_closing(seven - timedelta(microseconds=1)) == seven
        assert STANDARD_CALENDAR.next_closing(seven) == moscow(TUE_2026_11_24, 19)

    def test_a_lunch_is_closed_and_ends_an_interval(self) -> None:
        lunch = (Interval(time(10), time(13)), Interval(time(14), time(19)))
        calendar = small(week=same_hours(5, *lunch))
        noon, half_past_one = moscow(MON_2026_11_23, 12), moscow(MON_2026_11_23, 13, 30)
        assert calendar.next_closing(noon) == moscow(MON_2026_11_23, 13)
        assert not calendar.is_open(half_past_one)
        assert calendar.next_opening(half_past_one) == moscow(MON_2026_11_23, 14)
        assert calendar.business_time_between(noon, half_past_one) == timedelta(hours=1)
        assert calendar.closing_on(MON_2026_11_23) == moscow(MON_2026_11_23, 19)

    def test_24_00_is_the_first_instant_of_the_next_day(self) -> None:
        late = Interval(time(18), time(0))
        calendar = small(week=same_hours(5, late))
        assert late.written == "18:00–24:00"
        assert calendar.closing_on(MON_2026_11_23) == moscow(TUE_2026_11_24, 0)
        assert calendar.next_closing(moscow(MON_2026_11_23, 20)) == moscow(TUE_2026_11_24, 0)
        assert not calendar.is_open(moscow(TUE_2026_11_24, 0))

    def test_round_the_clock_the_desk_never_shuts_at_midnight(self) -> None:
        calendar = small(week=ROUND_THE_CLOCK)
        start = moscow(MON_2026_11_23, 23, 59)
        assert calendar.is_open(moscow(TUE_2026_11_24, 0))
        assert calendar.business_time_between(start, start + timedelta(hours=30)) == (
            timedelta(hours=30)
        )
        assert calendar.add_business_time(start, timedelta(hours=30)) == (
            start + timedelta(hours=30)
        )

    def test_one_date_may_have_hours_of_its_own_or_none(self) -> None:
        short = (Interval(time(10), time(16)),)
        calendar = small().with_hours(MON_2026_11_23, short).with_hours(TUE_2026_11_24, ())
        assert calendar.closing_on(MON_2026_11_23) == moscow(MON_2026_11_23, 16)
        assert not calendar.is_business_day(TUE_2026_11_24)
        assert calendar.add_business_days(MON_2026_11_23, 1) == WED_2026_11_25
        assert small().is_business_day(TUE_2026_11_24)

    def test_a_working_weekend_day_has_the_first_weekdays_hours(self) -> None:
        fridays = (Interval(time(10), time(17)),)
        mon_to_thu, *_ = same_hours(5, TEN_TO_SEVEN)
        week: Week = (mon_to_thu, mon_to_thu, mon_to_thu, mon_to_thu, fridays, (), ())
        calendar = small(week=week, working_days=[FRI_2026_11_20, SAT_2026_11_21])
        day = timedelta(days=1)
        for start, hours in ((FRI_2026_11_20, 7), (SAT_2026_11_21, 9), (SUN_2026_11_22, 0)):
            midnight = moscow(start, 0)
            length = timedelta(hours=hours)
            assert calendar.business_time_between(midnight, midnight + day) == length
            assert calendar.business_seconds_between(midnight, midnight + day) == hours * 3600


class TestServiceTime:
    """1.1 Service time is real time inside the hours, to the microsecond, signed."""

    def test_a_night_costs_nothing(self) -> None:
        start, end = moscow(MON_2026_11_23, 18, 30), moscow(TUE_2026_11_24, 10, 15)
        assert STANDARD_CALENDAR.business_time_between(start, end) == timedelta(minutes=45)
        assert STANDARD_CALENDAR.business_seconds_between(end, start) == -45 * 60

    def test_a_fraction_of_a_second_is_dropped_toward_zero(self) -> None:
        start = moscow(MON_2026_11_23, 12)
        almost_two = start + timedelta(seconds=1, microseconds=999_999)
        assert STANDARD_CALENDAR.business_seconds_between(start, almost_two) == 1
        assert STANDARD_CALENDAR.business_seconds_between(almost_two, start) == -1
        assert STANDARD_CALENDAR.business_time_between(start, almost_two) == almost_two - start

    @pytest.mark.parametrize(
        ("start", "hours", "end"),
        [
            (moscow(MON_2026_11_23, 12), 7, moscow(MON_2026_11_23, 19)),  # used up at closing
            (moscow(MON_2026_11_23, 3), 9, moscow(MON_2026_11_23, 19)),
            (moscow(MON_2026_11_23, 19), 1, moscow(TUE_2026_11_24, 11)),
            (moscow(SAT_2026_11_21, 9), 0, moscow(SAT_2026_11_21, 9)),
            (moscow(TUE_2026_11_24, 12), -2, moscow(TUE_2026_11_24, 10)),  # at the opening
            (moscow(TUE_2026_11_24, 10), -1, moscow(MON_2026_11_23, 18)),
            (moscow(SUN_2026_11_22, 9), -9, moscow(FRI_2026_11_20, 10)),
            (moscow(FRI_2024_12_27, 18), 11, moscow(THU_2025_01_09, 11)),
        ],
    )
    def test_time_added(self, start: datetime, hours: int, end: datetime) -> None:
        assert STANDARD_CALENDAR.add_business_time(start, timedelta(hours=hours)) == end


class TestLeftOut:
    """4.4, 4.11 What a pause or an outage takes out of a count, by the two tests of a day."""

    MONDAY = Span(moscow(MON_2026_11_23, 10), moscow(MON_2026_11_23, 19))

    @pytest.mark.parametrize(
        ("start", "end", "covers", "touches"),
        [
            (moscow(MON_2026_11_23, 10), moscow(MON_2026_11_23, 19), True, True),
            (moscow(MON_2026_11_23, 10, 0, 1), moscow(MON_2026_11_23, 19), False, True),
            (moscow(MON_2026_11_23, 10), moscow(MON_2026_11_23, 18, 59, 59), False, True),
            (moscow(MON_2026_11_23, 9), moscow(MON_2026_11_23, 10), False, False),
            (moscow(MON_2026_11_23, 19), moscow(TUE_2026_11_24, 10), False, False),
            (moscow(MON_2026_11_23, 12), moscow(MON_2026_11_23, 12), False, False),
        ],
    )
    def test_a_span_covers_a_day_or_only_touches_it(
        self, start: datetime, end: datetime, covers: bool, touches: bool
    ) -> None:
        for test, takes in ((DayTest.COVERS, covers), (DayTest.TOUCHES, touches)):
            out = Without(spans=(Span(start, end),), test=test)
            found = STANDARD_CALENDAR.add_business_days(FRI_2026_11_20, 1, without=out)
            assert found == (TUE_2026_11_24 if takes else MON_2026_11_23)

    def test_two_spans_that_meet_cover_together(self) -> None:
        noon = moscow(MON_2026_11_23, 12)
        halves = (Span(noon, self.MONDAY.end), Span(self.MONDAY.start, noon))
        out = Without(spans=halves)
        assert STANDARD_CALENDAR.add_business_days(FRI_2026_11_20, 1, without=out) == TUE_2026_11_24

    @pytest.mark.parametrize(
        ("day", "n", "expected"),
        [
            (WED_2026_11_25, -1, TUE_2026_11_24),  # it stops before it gets to Monday
            (WED_2026_11_25, -2, FRI_2026_11_20),
            (TUE_2026_11_24, -1, FRI_2026_11_20),
            (MON_2026_11_23, -1, FRI_2026_11_20),
            (MON_2026_11_23, 1, TUE_2026_11_24),
            (SUN_2026_11_22, 2, WED_2026_11_25),
            (FRI_2026_11_20, 0, FRI_2026_11_20),
        ],
    )
    def test_a_day_left_out_is_passed_over_from_either_side(
        self, day: date, n: int, expected: date
    ) -> None:
        out = Without(spans=(self.MONDAY,))
        assert STANDARD_CALENDAR.add_business_days(day, n, without=out) == expected

    def test_out_of_a_clock_of_time_goes_the_exact_time_once(self) -> None:
        twice = Without(spans=(self.MONDAY, Span(moscow(MON_2026_11_23, 12), self.MONDAY.end)))
        start, end = moscow(FRI_2026_11_20, 18), moscow(TUE_2026_11_24, 11)
        assert STANDARD_CALENDAR.business_seconds_between(start, end, without=twice) == 2 * 3600
        assert STANDARD_CALENDAR.business_seconds_between(end, start, without=twice) == -2 * 3600

    def test_a_span_that_ends_before_it_starts_is_refused(self) -> None:
        with pytest.raises(SpanError):
            Span(self.MONDAY.end, self.MONDAY.start)


class TestShiftedClock:
    """1.1, 4.3 Moscow time is what Moscow's clock shows, in the years in which it was shifted."""

    @pytest.mark.parametrize(
        ("day", "hour", "offsets"),
        [
            (date(2014, 10, 26), 1, (4, 3)),  # Sunday: from +4 to +3 for good
            (date(2010, 10, 31), 2, (4, 3)),  # Sunday: the last summer time ends
        ],
    )
    def test_a_repeated_half_hour_is_two_instants_an_hour_apart(
        self, day: date, hour: int, offsets: tuple[int, int]
    ) -> None:
        first, second = (moscow(day, hour, 30, fold=fold) for fold in (0, 1))
        assert tuple(moment.utcoffset() for moment in (first, second)) == tuple(
            timedelta(hours=offset) for offset in offsets
        )
        calendar = open_all_day(MOSCOW, day - timedelta(days=2), day + timedelta(days=2))
        hour_long = timedelta(hours=1)
        for zone in (MOSCOW, UTC, BERLIN):
            a, b = first.astimezone(zone), second.astimezone(zone)
            assert calendar.business_time_between(a, b) == hour_long
            assert calendar.business_seconds_between(b, a) == -3600
            assert calendar.add_business_time(a, hour_long).fold == 1
            assert calendar.add_business_time(a, hour_long).astimezone(UTC) == b.astimezone(UTC)
            assert calendar.add_business_time(b, -hour_long).fold == 0
        midnights = moscow(day, 0), moscow(day + timedelta(days=1), 0)
        assert calendar.business_time_between(*midnights) == timedelta(hours=25)

    def test_a_skipped_hour_is_no_time(self) -> None:
        sun_2011_03_27 = date(2011, 3, 27)  # 02:00 to 03:00 in Moscow was not
        calendar = open_all_day(MOSCOW, date(2011, 3, 25), date(2011, 3, 29))
        before, after = moscow(sun_2011_03_27, 1, 59), moscow(sun_2011_03_27, 3, 1)
        assert calendar.business_time_between(before, after) == timedelta(minutes=2)
        assert calendar.add_business_time(before, timedelta(minutes=1)) == (
            moscow(sun_2011_03_27, 3)
        )
        midnights = moscow(sun_2011_03_27, 0), moscow(date(2011, 3, 28), 0)
        assert calendar.business_time_between(*midnights) == timedelta(hours=23)

    @pytest.mark.parametrize("fold", [0, 1])
    @pytest.mark.parametrize(
        ("moment", "monday"),
        [
            (moscow(date(2014, 10, 26), 1, 30), date(2014, 10, 27)),
            (moscow(date(2010, 10, 31), 2, 30), date(2010, 11, 1)),
        ],
    )
    def test_on_the_desk_of_the_contract_both_are_a_sunday_night(
        self, moment: datetime, monday: date, fold: int
    ) -> None:
        moment = moment.replace(fold=fold)
        for zone in (MOSCOW, UTC, BERLIN):
            here = moment.astimezone(zone)
            assert not STANDARD_CALENDAR.is_open(here)
            assert STANDARD_CALENDAR.next_opening(here) == moscow(monday, 10)
            assert STANDARD_CALENDAR.business_seconds_between(here, moscow(monday, 11)) == 3600

    def test_an_interval_in_a_repeated_hour_runs_from_its_first_showing_to_its_last(self) -> None:
        sun_2026_10_25 = date(2026, 10, 25)  # 02:00 to 03:00 in Berlin is shown twice
        night = same_hours(7, Interval(time(2, 15), time(2, 45)))
        calendar = open_all_day(BERLIN, date(2026, 10, 23), date(2026, 10, 27), week=night)
        opens = datetime(2026, 10, 25, 0, 15, tzinfo=UTC)
        closes = datetime(2026, 10, 25, 1, 45, tzinfo=UTC)
        assert calendar.opening_on(sun_2026_10_25).astimezone(UTC) == opens
        assert calendar.closing_on(sun_2026_10_25).astimezone(UTC) == closes
        assert calendar.next_closing(opens).fold == 1
        assert calendar.is_open(datetime(2026, 10, 25, 0, 50, tzinfo=UTC))  # 02:50, the first
        assert calendar.business_time_between(opens, closes) == timedelta(minutes=90)

    def test_two_intervals_that_meet_in_a_repeated_hour_are_counted_once(self) -> None:
        """From the first 02:00 to 03:00 two hours pass, on 25 October 2026 in Berlin."""
        halves = Interval(time(2), time(2, 30)), Interval(time(2, 30), time(3))
        week = same_hours(7, *halves)
        calendar = open_all_day(BERLIN, date(2026, 10, 23), date(2026, 10, 27), week=week)
        midnight = datetime(2026, 10, 25, tzinfo=BERLIN)
        noon = datetime(2026, 10, 25, 12, tzinfo=BERLIN)
        assert calendar.business_time_between(midnight, noon) == timedelta(hours=2)
        two_hours_on = calendar.add_business_time(midnight, timedelta(hours=2))
        assert two_hours_on == datetime(2026, 10, 25, 3, tzinfo=BERLIN)

    def test_an_interval_in_a_skipped_hour_has_no_length(self) -> None:
        sun_2026_03_29 = date(2026, 3, 29)  # 02:00 to 03:00 in Berlin is skipped
        night = same_hours(7, Interval(time(2, 15), time(2, 45)))
        calendar = open_all_day(BERLIN, date(2026, 3, 27), date(2026, 3, 31), week=night)
        jump = datetime(2026, 3, 29, 1, tzinfo=UTC)
        assert calendar.opening_on(sun_2026_03_29).astimezone(UTC) == jump
        assert calendar.closing_on(sun_2026_03_29).astimezone(UTC) == jump
        around = jump - timedelta(hours=20), jump + timedelta(hours=20)
        assert calendar.business_time_between(*around) == timedelta(0)
        monday = datetime(2026, 3, 30, 2, 15, tzinfo=BERLIN)
        assert calendar.next_opening(jump) == monday

    def test_where_midnight_is_skipped_24_00_is_the_instant_of_the_jump(self) -> None:
        sat_2015_10_17 = date(2015, 10, 17)  # the next day begins at 01:00 in Sao Paulo
        zone = ZoneInfo("America/Sao_Paulo")
        calendar = open_all_day(zone, date(2015, 10, 15), date(2015, 10, 20))
        end = calendar.closing_on(sat_2015_10_17)
        assert end == calendar.end_of(sat_2015_10_17)
        assert end.isoformat() == "2015-10-18T01:00:00-02:00"

    def test_where_the_clock_goes_back_over_midnight_the_day_ends_when_it_first_does(self) -> None:
        """At 00:01 of Sunday the clock of St John's showed Saturday 23:01 again, until 2011."""
        sat_2010_11_06 = date(2010, 11, 6)
        zone = ZoneInfo("America/St_Johns")
        calendar = open_all_day(
            zone,
            date(2010, 11, 1),
            date(2010, 11, 14),
            week=same_hours(6, Interval(time(10), time(0))),
        )
        again = datetime(2010, 11, 6, 23, 30, fold=1, tzinfo=zone)
        assert calendar.closing_on(sat_2010_11_06).isoformat() == "2010-11-07T00:00:00-02:30"
        assert not calendar.is_open(again)
        assert not calendar.is_open(again.astimezone(UTC))
        assert calendar.is_open(again.replace(fold=0))

    def test_a_day_a_zone_skipped_has_no_service_time(self) -> None:
        fri_2011_12_30 = date(2011, 12, 30)  # Samoa went from Thursday to Saturday
        calendar = open_all_day("Pacific/Apia", date(2011, 12, 26), date(2012, 1, 4))
        assert calendar.opening_on(fri_2011_12_30) == calendar.closing_on(fri_2011_12_30)
        thursday = datetime(2011, 12, 29, 23, tzinfo=calendar.zone)
        assert calendar.add_business_time(thursday, timedelta(hours=2)).isoformat() == (
            "2011-12-31T01:00:00+14:00"
        )


class TestWhoseClock:
    """1.1 Whoever asks, from wherever, the answer is on the agreement's clock."""

    KAMCHATKA = ZoneInfo("Asia/Kamchatka")

    @pytest.mark.parametrize(
        "zone", [UTC, KAMCHATKA, timezone(timedelta(hours=-11)), ZoneInfo.no_cache("Europe/Moscow")]
    )
    def test_answers_are_in_the_calendars_zone(self, zone: Any) -> None:
        noon = moscow(MON_2026_11_23, 12).astimezone(zone)
        for found, expected in (
            (STANDARD_CALENDAR.next_opening(noon), moscow(MON_2026_11_23, 12)),
            (STANDARD_CALENDAR.next_closing(noon), moscow(MON_2026_11_23, 19)),
            (
                STANDARD_CALENDAR.add_business_time(noon, timedelta(hours=8)),
                moscow(TUE_2026_11_24, 11),
            ),
        ):
            assert found.tzinfo is STANDARD_CALENDAR.zone
            assert found.isoformat() == expected.isoformat()

    def test_monday_in_kamchatka_may_be_sunday_in_moscow(self) -> None:
        monday_morning = datetime(2026, 11, 23, 1, tzinfo=self.KAMCHATKA)
        found = STANDARD_CALENDAR.next_opening(monday_morning)
        assert found.isoformat() == "2026-11-23T10:00:00+03:00"
        assert not STANDARD_CALENDAR.is_open(monday_morning)


class TestProjected:
    """1.1 Days no act has settled are marked or refused, and never passed off as known."""

    WED_2028_01_12 = date(2028, 1, 12)
    REFUSING = standard_calendar(Readings(), STANDARD, beyond=Beyond.REFUSE)

    ASKS: tuple[Callable[[BusinessCalendar], object], ...] = (
        lambda calendar: calendar.is_business_day(SAT_2028_01_01),
        lambda calendar: calendar.add_business_days(FRI_2027_12_31, 1),
        lambda calendar: calendar.add_business_days(MON_2028_01_10, -3),
        lambda calendar: calendar.business_days_between(FRI_2027_12_31, SAT_2028_01_01),
        lambda calendar: calendar.business_days_between(SAT_2028_01_01, FRI_2027_12_31),
        lambda calendar: calendar.is_open(moscow(SAT_2028_01_01, 3)),
        lambda calendar: calendar.next_opening(moscow(date(2027, 12, 30), 20)),
        lambda calendar: calendar.next_closing(moscow(date(2027, 12, 30), 20)),
        lambda calendar: calendar.add_business_time(
            moscow(date(2027, 12, 30), 18), timedelta(hours=2)
        ),
        # Before its opening too: three hours of a day nobody has settled were passed over.
        lambda calendar: calendar.business_seconds_between(
            moscow(date(2027, 12, 30), 12), moscow(SAT_2028_01_01, 3)
        ),
        lambda calendar: calendar.business_time_between(
            moscow(SAT_2028_01_01, 3), moscow(date(2027, 12, 30), 12)
        ),
    )

    @pytest.mark.parametrize("ask", ASKS)
    def test_a_bare_value_comes_with_a_warning(
        self, ask: Callable[[BusinessCalendar], object]
    ) -> None:
        with pytest.warns(ProjectedCalendarWarning) as caught:
            ask(STANDARD_CALENDAR)
        assert len(caught) == 1
        lines = {line for *_, line in cast("FunctionType", ask).__code__.co_lines()}
        assert (caught[0].filename, caught[0].lineno in lines) == (__file__, True)  # who asked

    @pytest.mark.parametrize("ask", ASKS)
    def test_a_calendar_that_refuses_raises_instead(
        self, ask: Callable[[BusinessCalendar], object]
    ) -> None:
        with pytest.raises(ProjectedCalendarError):
            ask(self.REFUSING)

    @pytest.mark.parametrize(
        "ask",
        [
            lambda calendar: calendar.is_business_day(FRI_2027_12_31),
            lambda calendar: calendar.add_business_days(FRI_2027_12_31, -1),
            lambda calendar: calendar.add_business_days(SAT_2028_01_01, 0),
            lambda calendar: calendar.is_open(moscow(FRI_2027_12_31, 23)),
            lambda calendar: calendar.next_closing(moscow(date(2027, 12, 29), 20)),
            lambda calendar: calendar.business_seconds_between(
                moscow(date(2027, 12, 30), 12), moscow(SAT_2028_01_01, 0)
            ),
        ],
    )
    def test_what_rests_on_settled_days_alone_comes_without(
        self, ask: Callable[[BusinessCalendar], object]
    ) -> None:
        ask(STANDARD_CALENDAR)  # a warning is an error in these tests
        ask(self.REFUSING)

    def test_the_messages_name_the_day_and_the_remedy(self) -> None:
        with pytest.warns(ProjectedCalendarWarning) as caught:
            STANDARD_CALENDAR.is_business_day(MON_2028_11_06)
        assert str(caught[0].message) == (
            "the answer rests on 2028-11-06, but days off are decreed only through 2027-12-31; "
            "take it as provisional, or give the act to with_decree"
        )
        with pytest.raises(ProjectedCalendarError) as refused:
            self.REFUSING.is_business_day(MON_2028_11_06)
        assert str(refused.value) == (
            "the answer rests on 2028-11-06 (year 2028), but days off are decreed only through "
            "2027-12-31; give the year's act to with_decree, or build the calendar with Beyond.MARK"
        )

    def test_objects_carry_their_status_and_warn_of_nothing(self) -> None:
        assert STANDARD_CALENDAR.day(MON_2028_11_06).status is DayStatus.PROJECTED
        with pytest.raises(ProjectedCalendarError):
            self.REFUSING.day(MON_2028_11_06)

    def test_a_decree_settles_its_days(self) -> None:
        through = date(2028, 12, 31)
        tue_2028_01_11, sat_2028_01_15 = date(2028, 1, 11), date(2028, 1, 15)
        settled = STANDARD_CALENDAR.with_decree(
            Decree(through=through, days_off=(tue_2028_01_11,), working_days=(sat_2028_01_15,))
        )
        assert settled.decreed_through == through
        assert settled.last == STANDARD_CALENDAR.last
        assert not settled.is_business_day(tue_2028_01_11)
        assert settled.is_business_day(sat_2028_01_15)
        assert settled.is_business_day(MON_2028_11_06)  # the act says nothing of it: it is worked
        assert settled.add_business_days(MON_2028_01_10, 1) == self.WED_2028_01_12
        assert STANDARD_CALENDAR.decreed_through == FRI_2027_12_31

    def test_a_decree_changes_no_settled_day(self) -> None:
        early = Decree(through=date(2028, 12, 31), days_off=(FRI_2027_12_31,))
        with pytest.raises(CalendarFactsError):
            STANDARD_CALENDAR.with_decree(early)
        with pytest.raises(CalendarFactsError):
            STANDARD_CALENDAR.with_decree(Decree(through=FRI_2027_12_31))


class TestRefusals:
    """1.1 What the calendar does not know, or cannot mean, it refuses with a remedy."""

    def test_a_naive_moment_is_refused_with_its_remedy(self) -> None:
        naive = datetime(2026, 11, 23, 12)
        aware = moscow(MON_2026_11_23, 12)
        asks: list[Callable[[], object]] = [
            lambda: STANDARD_CALENDAR.is_open(naive),
            lambda: STANDARD_CALENDAR.next_opening(naive),
            lambda: STANDARD_CALENDAR.next_closing(naive),
            lambda: STANDARD_CALENDAR.add_business_time(naive, timedelta(hours=1)),
            lambda: STANDARD_CALENDAR.business_time_between(naive, aware),
            lambda: STANDARD_CALENDAR.business_time_between(aware, naive),
            lambda: STANDARD_CALENDAR.business_seconds_between(naive, aware),
            lambda: STANDARD_CALENDAR.business_seconds_between(naive, naive),
        ]
        for ask in asks:
            with pytest.raises(NaiveDatetimeError) as refused:
                ask()
            assert str(refused.value) == (
                "a moment 2026-11-23T12:00:00 has no time zone; say whose clock it is: "
                "moment.replace(tzinfo=ZoneInfo('Europe/Moscow'))"
            )

    @pytest.mark.parametrize("moment", [None, "2026-11-23", 0, MON_2026_11_23])
    def test_what_is_no_moment_is_refused(self, moment: Any) -> None:
        for ask in (
            STANDARD_CALENDAR.is_open,
            STANDARD_CALENDAR.next_opening,
            STANDARD_CALENDAR.next_closing,
        ):
            with pytest.raises(WrongTypeError):
                ask(moment)

    @pytest.mark.parametrize("day", [None, "2026-11-23", 0, [], moscow(MON_2026_11_23, 12)])
    def test_what_is_no_date_is_refused_a_moment_too(self, day: Any) -> None:
        asks: list[Callable[[], object]] = [
            lambda: STANDARD_CALENDAR.is_business_day(day),
            lambda: STANDARD_CALENDAR.add_business_days(day, 1),
            lambda: STANDARD_CALENDAR.add_business_days(day, -1),
            lambda: STANDARD_CALENDAR.business_days_between(day, MON_2026_11_23),
            lambda: STANDARD_CALENDAR.business_days_between(MON_2026_11_23, day),
            lambda: STANDARD_CALENDAR.day(day),
        ]
        for ask in asks:
            with pytest.raises(WrongTypeError, match="must be a date"):
                ask()

    def test_a_midnight_is_no_date_either(self) -> None:
        """A datetime is a date to Python, and equal days would pass for one another."""
        with pytest.raises(WrongTypeError) as refused:
            STANDARD_CALENDAR.is_business_day(datetime(2026, 11, 23))
        assert str(refused.value) == (
            "a day must be a date (of the calendar's zone, not a moment), not datetime "
            "datetime.datetime(2026, 11, 23, 0, 0); give a value of the kind asked for"
        )

    @pytest.mark.parametrize("n", [1.0, "1", None, timedelta(days=1)])
    def test_a_number_of_days_is_whole(self, n: Any) -> None:
        with pytest.raises(WrongTypeError):
            STANDARD_CALENDAR.add_business_days(MON_2026_11_23, n)

    @pytest.mark.parametrize("amount", [3600, None, "1h"])
    def test_an_amount_of_time_is_a_timedelta(self, amount: Any) -> None:
        with pytest.raises(WrongTypeError):
            STANDARD_CALENDAR.add_business_time(moscow(MON_2026_11_23, 12), amount)

    def test_days_outside_the_range_are_unknown(self) -> None:
        thu_1998_12_31, fri_2038_01_01 = date(1998, 12, 31), date(2038, 1, 1)
        for day in (thu_1998_12_31, fri_2038_01_01, date.min, date.max):
            with pytest.raises(CalendarRangeError):
                STANDARD_CALENDAR.is_business_day(day)
            with pytest.raises(CalendarRangeError):
                STANDARD_CALENDAR.add_business_days(day, 0)
        with pytest.raises(CalendarRangeError):
            STANDARD_CALENDAR.is_open(moscow(thu_1998_12_31, 12))
        with pytest.raises(CalendarRangeError) as refused:
            STANDARD_CALENDAR.is_business_day(thu_1998_12_31)
        assert str(refused.value) == (
            "1998-12-31 is outside the calendar: known days run from 1999-01-01 to 2037-12-31; "
            "build a calendar over a longer range, or check the date"
        )

    def test_no_count_wraps_round_the_ends_of_the_range(self) -> None:
        calendar = small()
        last, first = date(2026, 11, 30), date(2026, 11, 2)
        asks: list[Callable[[], object]] = [
            lambda: calendar.add_business_days(first, -1),
            lambda: calendar.add_business_days(first, -25),
            lambda: calendar.add_business_days(last, 1),
            lambda: calendar.add_business_days(last, 10**9),
            lambda: calendar.next_opening(moscow(last, 19)),
            lambda: calendar.next_closing(moscow(last, 19)),
            lambda: calendar.add_business_time(moscow(last, 18), timedelta(hours=2)),
            lambda: calendar.add_business_time(moscow(first, 11), timedelta(hours=-2)),
            lambda: calendar.is_open(moscow(date(2026, 12, 1), 0)),
        ]
        for ask in asks:
            with pytest.raises(CalendarRangeError):
                ask()

    @pytest.mark.parametrize("zone", ["Europe/Moskow", "", "../etc", "MSK+3"])
    def test_an_unknown_zone(self, zone: str) -> None:
        with pytest.raises(UnknownZoneError):
            small(zone=zone)

    @pytest.mark.parametrize(
        ("changes", "error"),
        [
            ({"last": date(2026, 10, 31)}, CalendarFactsError),
            ({"days_off": [date(2026, 10, 31)]}, CalendarFactsError),
            ({"working_days": [date(2026, 12, 1)]}, CalendarFactsError),
            ({"hours_on": {date(2026, 12, 1): ()}}, CalendarFactsError),
            ({"days_off": [MON_2026_11_23, MON_2026_11_23]}, CalendarFactsError),
            (
                {"days_off": [MON_2026_11_23], "working_days": [MON_2026_11_23]},
                CalendarFactsError,
            ),
            ({"week": same_hours(0), "working_days": [MON_2026_11_23]}, CalendarFactsError),
            ({"week": same_hours(5, TEN_TO_SEVEN)[:5]}, CalendarFactsError),
            ({"week": same_hours(5, TEN_TO_SEVEN, TEN_TO_SEVEN)}, ServiceHoursError),
            (
                {"hours_on": {MON_2026_11_23: (ALL_DAY, TEN_TO_SEVEN)}},
                ServiceHoursError,
            ),
            ({"days_off": [moscow(MON_2026_11_23, 0)]}, WrongTypeError),
            ({"days_off": ["2026-11-23"]}, WrongTypeError),
        ],
    )
    def test_facts_that_contradict_one_another(
        self, changes: dict[str, Any], error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            small(**changes)

    @pytest.mark.parametrize(
        ("opens", "closes"), [(time(19), time(10)), (time(10), time(10)), (time(0, 0, 1), time(0))]
    )
    def test_hours_open_before_they_close_and_only_00_00_closes_at_24_00(
        self, opens: time, closes: time
    ) -> None:
        if closes == time(0):
            assert Interval(opens, closes).bounds() == (1_000_000, 86_400_000_000)
        else:
            with pytest.raises(ServiceHoursError):
                Interval(opens, closes)

    def test_hours_name_no_zone_of_their_own(self) -> None:
        with pytest.raises(ServiceHoursError):
            Interval(time(10, tzinfo=UTC), time(19))


class TestValue:
    """A calendar is a value: immutable, equal by its facts, and carried between processes."""

    def test_equal_facts_are_equal_however_they_were_told(self) -> None:
        told = small(days_off=[MON_2026_11_23, TUE_2026_11_24])
        again = small(
            days_off=[SpecialDay(TUE_2026_11_24, DayKind.AGREED, off=True), MON_2026_11_23]
        )
        assert told == again
        assert hash(told) == hash(again)
        assert told != small()
        assert told != "a calendar"
        assert len({told, again, small()}) == 2

    @pytest.mark.parametrize(
        "changes",
        [
            {"zone": UTC},
            {"week": same_hours(6, TEN_TO_SEVEN)},
            {"first": date(2026, 11, 2)},
            {"last": date(2026, 11, 29), "decreed_through": date(2026, 11, 29)},
            {"decreed_through": date(2026, 11, 15)},
            {"days_off": [MON_2026_11_23]},
            {"working_days": [SAT_2026_11_21]},
            {"hours_on": {MON_2026_11_23: (ALL_DAY,)}},
            {"beyond": Beyond.REFUSE},
        ],
    )
    def test_every_fact_makes_another_calendar(self, changes: dict[str, Any]) -> None:
        assert small(**changes) != small()

    def test_a_zone_may_be_given_by_its_name(self) -> None:
        assert small(zone="Europe/Moscow") == small()

    @pytest.mark.parametrize("calendar", [STANDARD_CALENDAR, small(), small(week=ROUND_THE_CLOCK)])
    def test_it_pickles_small_and_comes_back_equal(self, calendar: BusinessCalendar) -> None:
        calendar.is_open(moscow(MON_2026_11_23, 12))  # its tables are laid, and stay at home
        carried = pickle.dumps(calendar)
        back = pickle.loads(carried)  # noqa: S301 - our own bytes
        assert back == calendar
        assert hash(back) == hash(calendar)
        assert back.day(MON_2026_11_23) == calendar.day(MON_2026_11_23)
        assert back.next_closing(moscow(SAT_2026_11_21, 12)) == (
            calendar.next_closing(moscow(SAT_2026_11_21, 12))
        )
        assert len(carried) < 40_000

    @pytest.mark.parametrize("name", ["zone", "first", "_timeline", "anything"])
    def test_nothing_of_it_can_be_set_or_deleted(self, name: str) -> None:
        with pytest.raises(AttributeError):
            setattr(small(), name, None)
        with pytest.raises(AttributeError):
            delattr(small(), name)

    def test_its_repr_is_one_line(self) -> None:
        assert repr(small()) == (
            "<BusinessCalendar Europe/Moscow, 2026-11-01 … 2026-11-30, decreed through 2026-11-30>"
        )
        assert len(repr(STANDARD_CALENDAR)) < 100

    def test_the_order_of_questions_changes_no_answer(self) -> None:
        moments = [
            moscow(SAT_2026_11_21, 3),
            moscow(MON_2026_11_23, 12),
            moscow(TUE_2026_11_24, 20),
        ]
        fresh, used = small(), small()
        for moment in moments:
            used.is_open(moment)
            used.business_time_between(moment, moments[0])
        backwards = [fresh.next_opening(moment) for moment in reversed(moments)][::-1]
        assert backwards == [used.next_opening(moment) for moment in moments]

    def test_threads_may_share_its_first_use(self) -> None:
        moments = [
            moscow(MON_2026_11_23, hour).astimezone(zone)
            for hour in range(24)
            for zone in (MOSCOW, UTC)
        ]
        for week in (same_hours(5, TEN_TO_SEVEN), ROUND_THE_CLOCK):
            expected = _asked(small(week=week), moments)
            for _ in range(25):
                calendar, barrier = small(week=week), threading.Barrier(8)
                answers: list[object] = []

                def ask(
                    calendar: BusinessCalendar = calendar,
                    barrier: threading.Barrier = barrier,
                    answers: list[object] = answers,
                ) -> None:
                    barrier.wait()
                    answers.append(_asked(calendar, moments))

                threads = [threading.Thread(target=ask) for _ in range(8)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join()
                assert answers == [expected] * 8


def _asked(calendar: BusinessCalendar, moments: list[datetime]) -> list[object]:
    return [
        (
            calendar.is_open(moment),
            calendar.next_opening(moment),
            calendar.next_closing(moment),
            calendar.business_seconds_between(moments[0], moment),
        )
        for moment in moments
    ]


class TestDecreeDays:
    """1.1 A day the President declared non-working is told apart, whatever it is read to be."""

    WED_2020_04_01 = date(2020, 4, 1)

    @pytest.mark.parametrize("reading", DecreeDays)
    def test_the_day_says_so(self, reading: DecreeDays) -> None:
        day = standard_calendar(Readings(decree_days=reading), STANDARD).day(self.WED_2020_04_01)
        assert day.is_business_day is (reading is DecreeDays.BUSINESS_DAYS)
        assert day.why is not None
        assert day.why.kind is DayKind.PRESIDENTIAL


def test_the_calendar_of_the_contract_reaches_as_far_as_it_says() -> None:
    """1.1 Decreed through 2027; ten years more by the standing law alone."""
    calendar = STANDARD_CALENDAR
    assert (calendar.first, calendar.decreed_through, calendar.last) == (
        FIRST,
        LAST,
        date(2037, 12, 31),
    )
    assert calendar.beyond is Beyond.MARK
    assert calendar.zone is MOSCOW
