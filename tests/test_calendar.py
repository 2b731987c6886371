"""1.1: the business calendar, by days worked out by hand and by the official list."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from slarules.agreement import standard_calendar
from slarules.calendar import DayStatus
from slarules.days import DayKind, SpecialDay
from slarules.errors import (
    SpanError,
)
from slarules.parameters import STANDARD, Interval, Week, same_hours
from slarules.readings import DecreeDays, Readings, ShortDays
from slarules.spans import DayTest, Span, Without
from tests.calendars import (
    FRI_2024_12_27,
    FRI_2025_01_10,
    FRI_2026_11_20,
    FRI_2027_12_31,
    MON_2024_12_30,
    MON_2026_11_23,
    MON_2028_11_06,
    MOSCOW,
    ROUND_THE_CLOCK,
    SAT_2024_12_28,
    SAT_2026_11_21,
    STANDARD_CALENDAR,
    SUN_2024_12_29,
    SUN_2026_11_22,
    TEN_TO_SEVEN,
    THU_2025_01_09,
    TUE_2026_11_24,
    WED_2026_11_25,
    moscow,
    small,
)
from tests.oracles.official import (
    COPY,
    PUBLISHED,
    official_days,
    read_copy,
    read_published,
)


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


class TestDecreeDays:
    """1.1 A day the President declared non-working is told apart, whatever it is read to be."""

    WED_2020_04_01 = date(2020, 4, 1)

    @pytest.mark.parametrize("reading", DecreeDays)
    def test_the_day_says_so(self, reading: DecreeDays) -> None:
        day = standard_calendar(Readings(decree_days=reading), STANDARD).day(self.WED_2020_04_01)
        assert day.is_business_day is (reading is DecreeDays.BUSINESS_DAYS)
        assert day.why is not None
        assert day.why.kind is DayKind.PRESIDENTIAL
