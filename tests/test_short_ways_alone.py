"""
The tables of a calendar answer alone, up to its last settled day (decision 0005).

The general ways are made to refuse, the one over the line of service hours from the very first
question on; that a table was laid wrong shows in the answer, that it was passed by in a refusal.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from typing import TYPE_CHECKING, Final, NoReturn
from zoneinfo import ZoneInfo

import pytest

from slarules.calendar import BusinessCalendar
from slarules.daytable import DayTable
from slarules.errors import ProjectedCalendarWarning
from slarules.parameters import Interval, Week, same_hours
from tests.calendars import BERLIN, MOSCOW, TEN_TO_SEVEN, small

if TYPE_CHECKING:
    from collections.abc import Callable

FRI_2026_10_23 = date(2026, 10, 23)
SAT_2026_10_24 = date(2026, 10, 24)
MON_2026_10_26 = date(2026, 10, 26)  # on Sunday Berlin's clock went back from 03:00 to 02:00
MON_2026_11_02 = date(2026, 11, 2)
TUE_2026_11_03 = date(2026, 11, 3)
WED_2026_11_04 = date(2026, 11, 4)
FRI_2026_11_06 = date(2026, 11, 6)
SAT_2026_11_07 = date(2026, 11, 7)
MON_2026_11_09 = date(2026, 11, 9)
TUE_2026_11_10 = date(2026, 11, 10)  # the last settled day below
WED_2026_11_11 = date(2026, 11, 11)
MON_2026_11_16 = date(2026, 11, 16)
DAYS: Final = tuple(MON_2026_11_02 + timedelta(n) for n in range(8))
"""From Monday through the next Monday; the tables of moments end before the last settled day."""
WORKED: Final = tuple(day for day in DAYS if day.isoweekday() <= 5)
CLOCKS: Final = (
    "00:00",
    "09:59:59.500000",
    "10:00",
    "10:00:00.500000",
    "14:30",
    "18:59:59",
    "19:00",
    "19:00:00.500000",
    "23:59:59",
)
KAMCHATKA: Final = ZoneInfo("Asia/Kamchatka")
ABIDJAN: Final = ZoneInfo("Africa/Abidjan")  # its clock shows UTC, winter and summer


def two_weeks(**changes: object) -> BusinessCalendar:
    """Return a desk from Monday 2 November 2026 on, settled through Tuesday the 10th."""
    facts = {
        "first": MON_2026_11_02,
        "decreed_through": TUE_2026_11_10,
        "last": MON_2026_11_16,
    }
    return small(**(facts | changes))


def at(day: date, clock: str, zone: ZoneInfo = MOSCOW) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), zone)


MOMENTS: Final = tuple(at(day, clock) for day, clock in product(DAYS, CLOCKS))


def open_between(start: datetime, end: datetime) -> timedelta:
    """Return the time from 10:00 to 19:00 of worked days between two moments, day by day."""
    if end < start:
        return -open_between(end, start)
    total = timedelta(0)
    for day in WORKED:
        opens, closes = max(start, at(day, "10:00")), min(end, at(day, "19:00"))
        total += max(closes - opens, timedelta(0))
    return total


def toward_zero(amount: timedelta) -> int:
    """Return whole seconds, a fraction dropped."""
    whole = abs(amount) // timedelta(seconds=1)
    return whole if amount >= timedelta(0) else -whole


def refuse(*_: object, **__: object) -> NoReturn:
    """Take the place of a general way."""
    pytest.fail("a general way was asked")


@pytest.fixture
def no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Close the way over the line of service hours."""
    monkeypatch.setattr(BusinessCalendar, "line", refuse)


@pytest.fixture
def laid(no_line: None, monkeypatch: pytest.MonkeyPatch) -> BusinessCalendar:
    """Return a calendar whose tables are laid and that may put no moment on its own clock."""
    del no_line
    calendar = two_weeks()
    calendar.is_open(MOMENTS[0])
    monkeypatch.setattr(BusinessCalendar, "local", refuse)
    return calendar


CLOCK_OF_THE_CALLER: Final[dict[str, Callable[[datetime], datetime]]] = {
    "the desk's clock": lambda moment: moment,
    "UTC": lambda moment: moment.astimezone(UTC),
}


@pytest.mark.parametrize("clock", CLOCK_OF_THE_CALLER)
class TestMoments:
    """1.1: on the desk's clock and in UTC a look at the tables is all it takes."""

    def test_open_or_not(self, laid: BusinessCalendar, clock: str) -> None:
        for moment in MOMENTS:
            inside = moment.date() in WORKED and time(10) <= moment.time() < time(19)
            assert laid.is_open(CLOCK_OF_THE_CALLER[clock](moment)) is inside

    def test_the_next_opening_and_closing(self, laid: BusinessCalendar, clock: str) -> None:
        days = (*WORKED, TUE_2026_11_10)
        openings, closings = ([at(day, hour) for day in days] for hour in ("10:00", "19:00"))
        for moment in MOMENTS:
            given = CLOCK_OF_THE_CALLER[clock](moment)
            inside = moment.date() in WORKED and time(10) <= moment.time() < time(19)
            opening = moment if inside else next(it for it in openings if it >= moment)
            closing = next(it for it in closings if it > moment)
            for found, expected in (
                (laid.next_opening(given), opening),
                (laid.next_closing(given), closing),
            ):
                assert (found.isoformat(), found.tzinfo) == (expected.isoformat(), MOSCOW)

    def test_seconds_between(self, laid: BusinessCalendar, clock: str) -> None:
        """A fraction inside service hours is for the general way, any other is not."""
        shown = CLOCK_OF_THE_CALLER[clock]
        whole = [it for it in MOMENTS if it.time() != time(10, 0, 0, 500_000)]
        for start, end in product(whole, whole[::2]):
            found = laid.business_seconds_between(shown(start), shown(end))
            assert found == toward_zero(open_between(start, end))
            assert type(found) is int


class TestExactTime:
    """1.1: service time to the microsecond, on the desk's own clock."""

    def test_is_told_by_the_tables_where_no_fraction_lies_inside_service_hours(
        self, laid: BusinessCalendar
    ) -> None:
        whole = [it for it in MOMENTS if it.time() != time(10, 0, 0, 500_000)]
        for start, end in product(whole, whole[::2]):
            assert laid.business_time_between(start, end) == open_between(start, end)

    @pytest.mark.usefixtures("no_line")
    @pytest.mark.parametrize("clock", CLOCK_OF_THE_CALLER)
    def test_is_told_without_the_line_of_service_hours_anyway(self, clock: str) -> None:
        shown = CLOCK_OF_THE_CALLER[clock]
        for start, end in product(MOMENTS[1::4], MOMENTS):
            calendar = two_weeks() if end is MOMENTS[3] else calendar_in_use
            expected = open_between(start, end)
            assert calendar.business_time_between(shown(start), shown(end)) == expected
            found = calendar.business_seconds_between(shown(start), shown(end))
            assert (found, type(found)) == (toward_zero(expected), int)


calendar_in_use: Final = two_weeks()


@pytest.mark.usefixtures("no_line")
class TestFirstQuestion:
    """The very first question lays the tables and is answered by them, whoever asks."""

    OPEN = at(MON_2026_11_09, "10:00:00.500000")
    CLOSED = at(MON_2026_11_09, "09:59:59.500000")

    @pytest.mark.parametrize("zone", [MOSCOW, UTC, KAMCHATKA])
    def test_it_may_be_any(self, zone: ZoneInfo) -> None:
        inside, before = self.OPEN.astimezone(zone), self.CLOSED.astimezone(zone)
        ten, seven = at(MON_2026_11_09, "10:00"), at(MON_2026_11_09, "19:00")
        half, hours = timedelta(milliseconds=500), timedelta(hours=9)
        for _ in range(2):
            for ask, expected in (
                (lambda: two_weeks().is_open(inside), True),
                (lambda: two_weeks().is_open(before), False),
                (lambda: two_weeks().next_opening(before), ten),
                (lambda: two_weeks().next_closing(inside), seven),
                (lambda: two_weeks().business_seconds_between(before, inside), 0),
                (lambda: two_weeks().business_seconds_between(before, seven), 9 * 3600),
                (lambda: two_weeks().business_time_between(before, inside), half),
                (lambda: two_weeks().business_time_between(inside, seven), hours - half),
            ):
                assert ask() == expected

    @pytest.mark.parametrize("zone", [MOSCOW, UTC, KAMCHATKA])
    def test_one_calendar_may_be_asked_from_anywhere_again_and_again(self, zone: ZoneInfo) -> None:
        calendar = two_weeks()
        inside, before = self.OPEN.astimezone(zone), self.CLOSED.astimezone(zone)
        for _ in range(3):
            assert calendar.is_open(inside)
            assert not calendar.is_open(before)
            assert calendar.next_opening(before) == at(MON_2026_11_09, "10:00")
            assert calendar.next_closing(before) == at(MON_2026_11_09, "19:00")
            assert calendar.business_seconds_between(inside, before) == 0
            assert calendar.business_time_between(inside, before) == -timedelta(milliseconds=500)


class TestUnevenDays:
    """1.1: a Friday that ends early, a Saturday that is worked, a date with hours of its own."""

    SHORT = (Interval(time(10), time(16)),)
    FULL = (TEN_TO_SEVEN,)
    WEEK: Week = (FULL, FULL, FULL, FULL, SHORT, (), ())

    @pytest.mark.usefixtures("no_line")
    @pytest.mark.parametrize(
        ("day", "closes"),
        [
            (MON_2026_11_02, "19:00"),
            (TUE_2026_11_03, "13:30"),  # its own hours
            (WED_2026_11_04, "19:00"),
            (FRI_2026_11_06, "16:00"),
            (SAT_2026_11_07, "19:00"),  # those of the first weekday
            (MON_2026_11_09, "19:00"),
        ],
    )
    def test_each_closes_when_it_does(self, day: date, closes: str) -> None:
        calendar = two_weeks(
            week=self.WEEK,
            working_days=[SAT_2026_11_07],
            hours_on={TUE_2026_11_03: (Interval(time(10), time(13, 30)),)},
        )
        closing = at(day, closes)
        assert calendar.next_closing(at(day, "03:00")) == closing
        assert calendar.next_closing(at(day, "03:00").astimezone(UTC)) == closing
        assert calendar.closings_of([day]) == [calendar.closing_on(day)] == [closing]
        length = closing - at(day, "10:00")
        midnights = at(day, "00:00"), at(day + timedelta(1), "00:00")
        assert calendar.business_time_between(*midnights) == length
        found = calendar.business_seconds_between(*midnights)
        assert (found, type(found)) == (length // timedelta(seconds=1), int)

    @pytest.mark.usefixtures("no_line")
    def test_one_date_with_hours_of_its_own_closes_by_them(self) -> None:
        calendar = two_weeks(hours_on={TUE_2026_11_03: self.SHORT})
        four, seven = at(TUE_2026_11_03, "16:00"), at(WED_2026_11_04, "19:00")
        assert calendar.closings_of([TUE_2026_11_03, WED_2026_11_04]) == [four, seven]
        assert calendar.next_closing(at(TUE_2026_11_03, "12:00")) == four
        assert calendar.next_closing(four) == seven


class TestUtc:
    """A moment in UTC is placed by a subtraction only while the clock keeps its last offset."""

    @pytest.mark.parametrize(
        ("day", "utc_hour"),
        [
            (FRI_2026_10_23, 8),  # summer: 10:00 in Berlin
            (SAT_2026_10_24, 8),
            (MON_2026_10_26, 9),  # Sunday's clock went back
            (TUE_2026_11_03, 9),
        ],
    )
    def test_it_opens_when_the_clock_of_the_desk_shows_it(self, day: date, utc_hour: int) -> None:
        calendar = small(
            zone=BERLIN,
            week=same_hours(6, TEN_TO_SEVEN),
            first=date(2026, 10, 19),
            last=date(2026, 11, 8),
            decreed_through=date(2026, 11, 8),
        )
        opening = datetime.combine(day, time(utc_hour), UTC)
        second = timedelta(seconds=1)
        for _ in range(2):
            assert not calendar.is_open(opening - second)
            assert calendar.is_open(opening)
            assert calendar.next_opening(opening - second).isoformat() == (
                at(day, "10:00", BERLIN).isoformat()
            )
            assert calendar.next_closing(opening - second) - opening == timedelta(hours=9)
            assert calendar.business_seconds_between(opening - second, opening + second) == 1

    def test_from_the_day_after_the_last_shift_the_tables_answer(
        self, no_line: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        del no_line
        calendar = small(
            zone=BERLIN, first=FRI_2026_10_23, last=TUE_2026_11_10, decreed_through=TUE_2026_11_10
        )
        calendar.is_open(at(FRI_2026_10_23, "12:00", BERLIN))
        monkeypatch.setattr(BusinessCalendar, "local", refuse)
        monday = datetime(2026, 10, 26, 9, tzinfo=UTC)  # 10:00 in Berlin
        hour = timedelta(hours=1)
        assert not calendar.is_open(monday - hour)
        assert calendar.is_open(monday)
        assert calendar.next_opening(monday - hour) == monday
        assert calendar.next_closing(monday) == monday + 9 * hour
        assert calendar.business_seconds_between(monday - hour, monday + hour) == 3600

    def test_a_clock_that_shows_utc_is_shifted_by_nothing(self) -> None:
        calendar = two_weeks(zone=ABIDJAN)
        ten = datetime.combine(TUE_2026_11_03, time(10), UTC)
        for _ in range(2):
            assert calendar.is_open(ten)
            assert not calendar.is_open(ten - timedelta(seconds=1))
            assert calendar.next_closing(ten) == ten + timedelta(hours=9)


class TestDays:
    """1.1, 4.4, 4.11: settled days are told and counted by the tables of settled days alone."""

    SETTLED = (*DAYS, TUE_2026_11_10)
    COUNTED = (*WORKED, TUE_2026_11_10)

    @pytest.fixture
    def calendar(self, monkeypatch: pytest.MonkeyPatch) -> BusinessCalendar:
        """Return a calendar that may not ask the table of all its days."""
        found = two_weeks()
        for name in ("index", "rank", "add"):
            monkeypatch.setattr(DayTable, name, refuse)
        return found

    def test_from_the_first_to_the_last(self, calendar: BusinessCalendar) -> None:
        for day in self.SETTLED:
            assert calendar.is_business_day(day) is (day in self.COUNTED)
        for start, end in product(self.SETTLED, self.SETTLED):
            counted = sum(start < day <= end for day in self.COUNTED)
            counted -= sum(end < day <= start for day in self.COUNTED)
            assert calendar.business_days_between(start, end) == counted

    def test_the_nth_after_each(self, calendar: BusinessCalendar) -> None:
        for day in self.SETTLED:
            for n, found in enumerate((it for it in self.COUNTED if it > day), start=1):
                assert calendar.add_business_days(day, n) == found

    def test_the_last_settled_day_is_told_without_a_warning(self) -> None:
        calendar = two_weeks()
        for _ in range(2):
            assert calendar.is_open(at(TUE_2026_11_10, "10:00"))
            assert not calendar.is_open(at(TUE_2026_11_10, "19:00"))
            assert calendar.next_opening(at(MON_2026_11_09, "19:00")) == at(TUE_2026_11_10, "10:00")
            assert calendar.next_closing(at(TUE_2026_11_10, "03:00")) == at(TUE_2026_11_10, "19:00")

    def test_the_first_day_not_settled_is_never_told_for_one(self) -> None:
        calendar = two_weeks()
        for asked, expected in (
            (lambda: calendar.is_business_day(WED_2026_11_11), True),
            (lambda: calendar.add_business_days(TUE_2026_11_10, 1), WED_2026_11_11),
            (lambda: calendar.add_business_days(MON_2026_11_16, -4), TUE_2026_11_10),
            (lambda: calendar.business_days_between(TUE_2026_11_10, WED_2026_11_11), 1),
            (lambda: calendar.business_days_between(WED_2026_11_11, MON_2026_11_09), -2),
            (lambda: calendar.is_open(at(WED_2026_11_11, "10:00")), True),
            (lambda: calendar.is_open(at(WED_2026_11_11, "03:00")), False),
            (lambda: calendar.next_opening(at(TUE_2026_11_10, "19:00")), at(WED_2026_11_11, "10")),
            (lambda: calendar.next_closing(at(TUE_2026_11_10, "19:00")), at(WED_2026_11_11, "19")),
            (
                lambda: calendar.business_seconds_between(
                    at(TUE_2026_11_10, "12:00"), at(WED_2026_11_11, "11:00")
                ),
                8 * 3600,
            ),
        ):
            for _ in range(2):
                with pytest.warns(ProjectedCalendarWarning) as caught:
                    assert asked() == expected
                assert len(caught) == 1

    def test_where_no_day_is_settled_every_answer_says_so(self) -> None:
        calendar = two_weeks(decreed_through=MON_2026_11_02 - timedelta(1))
        with pytest.warns(ProjectedCalendarWarning):
            assert calendar.is_business_day(MON_2026_11_02)
        with pytest.warns(ProjectedCalendarWarning):
            assert calendar.add_business_days(MON_2026_11_02, 1) == TUE_2026_11_03
        with pytest.warns(ProjectedCalendarWarning):
            assert calendar.is_open(at(MON_2026_11_02, "10:00"))
