"""Labour Code, art. 112: what the Russian calendar tells of one day, and where it ends."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from slarules import russia
from slarules.country import country_days_off
from slarules.days import DayKind, SpecialDay
from slarules.errors import CalendarRangeError, WrongTypeError

if TYPE_CHECKING:
    from collections.abc import Callable

FRI_1999_01_01 = date(1999, 1, 1)  # the first day the rows speak of
SAT_2014_03_08 = date(2014, 3, 8)
MON_2014_03_10 = date(2014, 3, 10)
SAT_2020_04_04 = date(2020, 4, 4)
WED_2020_07_01 = date(2020, 7, 1)
SAT_2021_02_20 = date(2021, 2, 20)
MON_2021_02_22 = date(2021, 2, 22)
TUE_2021_02_23 = date(2021, 2, 23)
MON_2021_11_01 = date(2021, 11, 1)
THU_2021_11_04 = date(2021, 11, 4)
FRI_2026_03_06 = date(2026, 3, 6)
FRI_2027_12_31 = date(2027, 12, 31)  # the last day settled by an act
SAT_2028_01_01 = date(2028, 1, 1)
FRI_2028_01_07 = date(2028, 1, 7)
FRI_9999_01_01 = date(9999, 1, 1)


class TestKinds:
    """Labour Code, art. 112: every kind of day says what it is, and its other end."""

    def test_each_kind_is_told_as_the_law_or_the_act_tells_it(self) -> None:
        act = "No. 1648 of 10.10.2020"
        told = {one.day: one for one in russia.decreed_days()}
        for expected in (
            SpecialDay(TUE_2021_02_23, DayKind.HOLIDAY, off=True, name="defender"),
            SpecialDay(
                SAT_2021_02_20, DayKind.WORKED_WEEKEND, off=False, moved_to=MON_2021_02_22, act=act
            ),
            SpecialDay(
                MON_2021_02_22, DayKind.MOVED_DAY_OFF, off=True, moved_from=SAT_2021_02_20, act=act
            ),
            SpecialDay(
                SAT_2014_03_08,
                DayKind.HOLIDAY,
                off=True,
                name="womens-day",
                moved_to=MON_2014_03_10,
            ),
            SpecialDay(MON_2014_03_10, DayKind.CARRIED_OVER, off=True, moved_from=SAT_2014_03_08),
        ):
            assert told[expected.day] == russia.special_day(expected.day) == expected

    def test_the_first_and_the_last_settled_day_are_known(self) -> None:
        assert russia.special_day(FRI_1999_01_01) == SpecialDay(
            FRI_1999_01_01, DayKind.HOLIDAY, off=True, name="new-year"
        )
        last = russia.special_day(FRI_2027_12_31)
        assert last is not None  # moved there by the Government, not by law
        assert last.kind is DayKind.MOVED_DAY_OFF

    def test_a_weekend_holiday_is_no_weekday_off(self) -> None:
        """1 and 2 January 2028 are a Saturday and a Sunday, and off without any holiday."""
        off, worked = russia.off_and_worked(SAT_2028_01_01, FRI_2028_01_07)
        assert off == [date(2028, 1, number) for number in (3, 4, 5, 6, 7)]
        assert worked == []


class TestDeclaredDays:
    """Reading decree-days: a day the President declared non-working says so, if it is ordinary."""

    def test_an_ordinary_weekday_names_the_decree(self) -> None:
        assert russia.unusual_day(WED_2020_07_01) == SpecialDay(
            WED_2020_07_01, DayKind.PRESIDENTIAL, off=True, act="No. 354 of 01.06.2020"
        )
        declared = russia.unusual_day(MON_2021_11_01)
        assert declared is not None
        assert declared.act == "No. 595 of 20.10.2021"

    def test_a_saturday_was_off_anyway(self) -> None:
        assert SAT_2020_04_04 in russia.presidential_days()
        assert russia.unusual_day(SAT_2020_04_04) is None

    def test_a_holiday_stays_one(self) -> None:
        assert THU_2021_11_04 in russia.presidential_days()
        assert russia.unusual_day(THU_2021_11_04) == SpecialDay(
            THU_2021_11_04, DayKind.HOLIDAY, off=True, name="national-unity"
        )

    def test_a_day_nobody_declared_is_as_ever(self) -> None:
        assert russia.unusual_day(FRI_2026_03_06) is None
        assert russia.unusual_day(MON_2014_03_10) == russia.special_day(MON_2014_03_10)


class TestRefusals:
    """What lies outside the rows and the law is refused by the name it was asked by."""

    @pytest.mark.parametrize(
        ("ask", "given"),
        [
            (lambda: russia.projected_days(1998), 1998),
            (lambda: russia.projected_days(10_000), 10_000),
            (lambda: russia.special_day(date(1998, 12, 31)), date(1998, 12, 31)),
            (lambda: russia.off_and_worked(date(1998, 12, 31), FRI_1999_01_01), date(1998, 12, 31)),
        ],
    )
    def test_a_year_or_day_out_of_range(self, ask: Callable[[], object], given: object) -> None:
        with pytest.raises(CalendarRangeError) as refused:
            ask()
        assert refused.value.args == (given, FRI_1999_01_01, date.max)

    def test_the_last_year_a_date_can_name_is_none_of_them(self) -> None:
        assert russia.projected_days(9999)[0] == SpecialDay(
            FRI_9999_01_01, DayKind.HOLIDAY, off=True, name="new-year-holidays"
        )

    @pytest.mark.parametrize("given", [datetime(2026, 1, 1), "2026-01-01", None])
    def test_what_is_no_date(self, given: Any) -> None:
        for ask in (russia.special_day, russia.unusual_day):
            with pytest.raises(WrongTypeError) as refused:
                ask(given)
            assert refused.value.args == ("the day", "a date", given)


class TestOtherCountries:
    """The years the package `holidays` speaks of are known from the first through the last."""

    COUNTRY = "KZ"

    @pytest.fixture
    def years(self) -> tuple[int, int]:
        holidays = pytest.importorskip("holidays")
        known = holidays.country_holidays(self.COUNTRY)
        return known.start_year, known.end_year

    def test_its_first_and_last_year_are_answered(self, years: tuple[int, int]) -> None:
        for year in years:
            new_year = date(year, 1, 1)
            days = country_days_off(self.COUNTRY, new_year, new_year)
            assert [one.day for one in days] == [new_year]

    def test_the_years_beside_them_are_refused(self, years: tuple[int, int]) -> None:
        first, last = date(years[0], 1, 1), date(years[1], 12, 31)
        one_day = timedelta(days=1)
        for since, until in ((first - one_day, first), (last, last + one_day)):
            with pytest.raises(CalendarRangeError) as refused:
                country_days_off(self.COUNTRY, since, until)
            assert refused.value.args == (f"KZ {since} … {until}", first, last)
