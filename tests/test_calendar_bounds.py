"""1.1: where the calendar's knowledge ends (projected years, refusals), and that it is a value."""

from __future__ import annotations

import pickle
import threading
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest

from slarules.agreement import standard_calendar
from slarules.calendar import Beyond, BusinessCalendar, DayStatus, Decree
from slarules.days import DayKind, SpecialDay
from slarules.errors import (
    CalendarFactsError,
    CalendarRangeError,
    NaiveDatetimeError,
    ProjectedCalendarError,
    ProjectedCalendarWarning,
    ServiceHoursError,
    UnknownZoneError,
    WrongTypeError,
)
from slarules.parameters import STANDARD, Interval, same_hours
from slarules.readings import Readings
from tests.calendars import (
    ALL_DAY,
    FRI_2027_12_31,
    MON_2026_11_23,
    MON_2028_01_10,
    MON_2028_11_06,
    MOSCOW,
    ROUND_THE_CLOCK,
    SAT_2026_11_21,
    SAT_2028_01_01,
    STANDARD_CALENDAR,
    TEN_TO_SEVEN,
    TUE_2026_11_24,
    moscow,
    small,
)
from tests.oracles.official import (
    FIRST,
    LAST,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FunctionType


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
