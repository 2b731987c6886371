"""The Russian production calendar: the rows, the law behind them, and what lies after them."""

from __future__ import annotations

import csv
import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slarules import russia
from slarules.days import DayKind, SpecialDay
from slarules.errors import CalendarRangeError, WrongTypeError
from tests.oracles import official, russia_law
from tests.shared import ROOT, shared_file

if TYPE_CHECKING:
    from collections.abc import Iterable

MON_2014_02_24 = date(2014, 2, 24)
SAT_2014_03_08 = date(2014, 3, 8)
MON_2014_03_10 = date(2014, 3, 10)
SAT_2025_01_04 = date(2025, 1, 4)
SUN_2025_01_05 = date(2025, 1, 5)
SUN_2025_02_23 = date(2025, 2, 23)
SAT_2025_03_08 = date(2025, 3, 8)
FRI_2025_05_02 = date(2025, 5, 2)
THU_2025_05_08 = date(2025, 5, 8)
FRI_2025_06_13 = date(2025, 6, 13)
SAT_2025_11_01 = date(2025, 11, 1)
MON_2025_11_03 = date(2025, 11, 3)
WED_2025_12_31 = date(2025, 12, 31)
SAT_2021_02_20 = date(2021, 2, 20)
MON_2021_02_22 = date(2021, 2, 22)
SAT_2028_11_04 = date(2028, 11, 4)
MON_2028_11_06 = date(2028, 11, 6)

ONE_DAY = timedelta(days=1)
ALL_DAYS = (russia.FIRST, russia.DECREED_THROUGH)


def days_between(first: date, last: date) -> Iterable[date]:
    day = first
    while day < last:
        yield day
        day += ONE_DAY
    yield last


def is_working(day: date, off: set[date], worked: set[date]) -> bool:
    return day in worked or (day.weekday() < 5 and day not in off)


class TestOfficialCalendar:
    """Labour Code, art. 112: the days worked in a five-day week, 1999-2027."""

    def test_every_one_of_its_days_is_worked_or_off_as_published(self) -> None:
        off, worked = map(set, russia.off_and_worked(*ALL_DAYS))
        published = official.official_days()
        assert len(published) == 10_592
        assert [
            day for day, fact in published.items() if fact.working != is_working(day, off, worked)
        ] == []

    def test_every_one_of_its_days_is_shortened_or_not_as_published(self) -> None:
        published = official.official_days().values()
        assert russia.shortened_days(*ALL_DAYS) == [d.day for d in published if d.shortened]

    def test_every_one_of_its_presidential_days_is_known_and_no_other(self) -> None:
        published = official.official_days().values()
        declared = [d for d in published if d.presidential]
        assert russia.presidential_days() == tuple(d.day for d in declared)
        assert len(declared) == 50
        assert sum(d.working for d in declared) == 36

    def test_the_rows_say_the_same_as_the_fast_form(self) -> None:
        special = russia.decreed_days()
        off, worked = russia.off_and_worked(*ALL_DAYS)
        assert [one.day for one in special if one.off and one.day.weekday() < 5] == off
        assert [one.day for one in special if not one.off] == worked

    def test_forty_six_weekends_were_worked_nine_of_them_sundays(self) -> None:
        _, worked = russia.off_and_worked(*ALL_DAYS)
        sundays = [day for day in worked if day.weekday() == 6]
        assert (len(worked), len(sundays), sundays[-1]) == (46, 9, date(2012, 3, 11))

    def test_the_rows_are_in_order_and_each_day_is_special_once(self) -> None:
        days = [one.day for one in russia.decreed_days()]
        assert days == sorted(set(days))
        assert (days[0], days[-1]) == (russia.FIRST, russia.DECREED_THROUGH)

    def test_the_generated_rows_are_up_to_date(self) -> None:
        shared_file("calendar/transfers.csv")
        pytest.importorskip("holidays")
        from tools import make_russia_rows

        assert make_russia_rows.TARGET.read_text(encoding="utf-8") == make_russia_rows.written()

    def test_the_weekday_in_the_comment_of_a_row_is_the_rows_own(self) -> None:
        text = (ROOT / "src/slarules/russia_rows.py").read_text(encoding="utf-8")
        year = 0
        seen = 0
        for line in text.splitlines():
            if heading := re.match(r"    (\d{4}): \(", line):
                year = int(heading[1])
            elif row := re.match(r'        \("(\d\d)-(\d\d)", .*# (\w+)$', line):
                assert date(year, int(row[1]), int(row[2])).strftime("%a") == row[3]
                seen += 1
        assert seen == len(russia.decreed_days())


class TestTransfers:
    """Labour Code, art. 112: the Government moves days off to other days of the year."""

    def test_they_are_the_published_ones_and_an_act_stands_only_where_it_is_confirmed(self) -> None:
        with shared_file("calendar/transfers.csv").open(encoding="utf-8", newline="") as file:
            published = {
                (
                    date.fromisoformat(row["day_off_taken_from"]),
                    date.fromisoformat(row["day_off_given_to"]),
                    row["act"] if row["act_confirmed"] == "yes" else "",
                    row["from_is_now_a_working_day"] == "1",
                )
                for row in csv.DictReader(file)
            }
        known = {one.day: one for one in russia.decreed_days()}
        moved = [one for one in known.values() if one.kind is DayKind.MOVED_DAY_OFF]
        assert len(moved) == len(published) == 81
        assert {
            (one.moved_from, one.day, one.act, not known[one.moved_from].off)
            for one in moved
            if one.moved_from
        } == published

    def test_a_transfer_is_told_alike_from_both_its_ends(self) -> None:
        known = {one.day: one for one in russia.decreed_days()}
        for one in known.values():
            if one.moved_to:
                assert known[one.moved_to].moved_from == one.day
                assert known[one.moved_to].act == one.act
            if one.moved_from:
                assert known[one.moved_from].moved_to == one.day

    def test_those_of_2025_are_as_typed_from_the_act(self) -> None:
        moved = [
            (one.moved_from, one.day)
            for one in russia.decreed_days()
            if one.day.year == 2025 and one.kind is DayKind.MOVED_DAY_OFF
        ]
        assert moved == [
            (SAT_2025_01_04, FRI_2025_05_02),
            (SUN_2025_02_23, THU_2025_05_08),
            (SAT_2025_03_08, FRI_2025_06_13),
            (SAT_2025_11_01, MON_2025_11_03),
            (SUN_2025_01_05, WED_2025_12_31),
        ]

    def test_a_confirmed_act_stands_on_both_days_of_its_transfer(self) -> None:
        act = "No. 1648 of 10.10.2020"
        assert russia.special_day(SAT_2021_02_20) == SpecialDay(
            SAT_2021_02_20,
            DayKind.WORKED_WEEKEND,
            off=False,
            moved_to=MON_2021_02_22,
            act=act,
        )
        assert russia.special_day(MON_2021_02_22) == SpecialDay(
            MON_2021_02_22,
            DayKind.MOVED_DAY_OFF,
            off=True,
            moved_from=SAT_2021_02_20,
            act=act,
        )

    def test_an_act_whose_number_is_not_confirmed_is_not_printed(self) -> None:
        assert {one.act for one in russia.decreed_days() if one.day.year == 2025} == {""}


class TestSingleDays:
    """Days that other lists get wrong, and days of one kind only."""

    def test_10_march_2014_is_off_by_carry_over(self) -> None:
        assert russia.special_day(MON_2014_03_10) == SpecialDay(
            MON_2014_03_10, DayKind.CARRIED_OVER, off=True, moved_from=SAT_2014_03_08
        )

    def test_6_november_2028_is_off_by_the_standing_law(self) -> None:
        assert russia.special_day(MON_2028_11_06) == SpecialDay(
            MON_2028_11_06, DayKind.CARRIED_OVER, off=True, moved_from=SAT_2028_11_04
        )
        assert russia.off_and_worked(MON_2028_11_06, MON_2028_11_06) == ([MON_2028_11_06], [])

    def test_a_holiday_names_itself_and_the_day_its_day_off_went_to(self) -> None:
        assert russia.special_day(SAT_2025_03_08) == SpecialDay(
            SAT_2025_03_08, DayKind.HOLIDAY, off=True, name="womens-day", moved_to=FRI_2025_06_13
        )

    @pytest.mark.parametrize("day", [date(2026, 3, 6), date(2026, 3, 7), date(2030, 3, 6)])
    def test_an_ordinary_day_is_not_special(self, day: date) -> None:
        assert russia.special_day(day) is None

    def test_24_february_2014_is_short_although_no_holiday_follows(self) -> None:
        assert russia.shortened_days(MON_2014_02_24, MON_2014_02_24) == [MON_2014_02_24]
        assert russia.special_day(MON_2014_02_24 + ONE_DAY) is None

    def test_the_eve_of_a_moved_day_off_is_full_length(self) -> None:
        thu_2025_06_12, wed_2025_04_30 = date(2025, 6, 12), date(2025, 4, 30)
        tue_2025_12_30 = date(2025, 12, 30)
        assert russia.shortened_days(wed_2025_04_30, tue_2025_12_30) == [
            wed_2025_04_30,
            thu_2025_06_12 - ONE_DAY,
            SAT_2025_11_01,
        ]

    def test_shortened_days_of_a_range_are_those_of_the_whole_that_lie_in_it(self) -> None:
        whole = russia.shortened_days(*ALL_DAYS)
        for year in range(1999, 2028):
            first, last = date(year, 1, 1), date(year, 12, 31)
            assert russia.shortened_days(first, last) == [d for d in whole if d.year == year]


class TestPresidentialDays:
    """Days declared non-working in 2020 and 2021, beside the production calendar."""

    def test_the_decree_of_a_day_is_the_one_the_published_note_names(self) -> None:
        path = shared_file("calendar/production-calendar.csv")
        with path.open(encoding="utf-8", newline="") as file:
            notes = {
                date.fromisoformat(row["date"]): row["note"]
                for row in csv.DictReader(file)
                if row["presidential_non_working"] == "1"
            }
        for day, note in notes.items():
            number, of = re.findall(r"Presidential decree (\d+) of ([\d.]+\d)", note)[0]
            assert russia.presidential_decree(day) == f"No. {number} of {of}"

    def test_no_other_day_has_a_decree(self) -> None:
        assert russia.presidential_decree(date(2020, 5, 9)) == ""

    def test_they_do_not_change_what_the_production_calendar_says_of_a_day(self) -> None:
        wed_2020_07_01 = date(2020, 7, 1)
        assert wed_2020_07_01 in russia.presidential_days()
        assert russia.special_day(wed_2020_07_01) is None


class TestStandingLaw:
    """Labour Code, art. 112: what a year has before the Government moves anything."""

    @pytest.mark.parametrize("year", range(2028, 2041))
    def test_projected_years_equal_walking_the_law(self, year: int) -> None:
        first, last = date(year, 1, 1), date(year, 12, 31)
        off, worked = russia.off_and_worked(first, last)
        assert worked == []
        assert [
            day for day in days_between(first, last) if is_working(day, set(off), set())
        ] == russia_law.working_days(year)
        assert russia.shortened_days(first, last) == russia_law.shortened_days(year)

    @given(year=st.integers(1999, 9998))
    def test_the_law_of_any_year_equals_walking_it(self, year: int) -> None:
        first, last = date(year, 1, 1), date(year, 12, 31)
        special = russia.projected_days(year)
        off = {one.day for one in special}
        assert [
            day for day in days_between(first, last) if is_working(day, off, set())
        ] == russia_law.working_days(year)
        assert [one.day for one in special if one.kind is DayKind.HOLIDAY] == [
            day for day in days_between(first, last) if russia_law.is_holiday(day)
        ]

    def test_a_weekend_holiday_of_early_january_is_placed_nowhere(self) -> None:
        sat_2028_01_01, sun_2028_01_02 = date(2028, 1, 1), date(2028, 1, 2)
        for day in (sat_2028_01_01, sun_2028_01_02):
            assert russia.special_day(day) == SpecialDay(
                day, DayKind.HOLIDAY, off=True, name="new-year-holidays"
            )

    def test_projected_days_are_in_order_and_say_where_a_day_off_went(self) -> None:
        special = russia.projected_days(2028)
        assert [one.day for one in special] == sorted(one.day for one in special)
        assert [(str(one.day), str(one.moved_from)) for one in special if one.moved_from] == [
            ("2028-11-06", "2028-11-04")
        ]
        assert [(str(one.day), str(one.moved_to)) for one in special if one.moved_to] == [
            ("2028-11-04", "2028-11-06")
        ]

    def test_the_last_day_a_date_can_name_is_reached(self) -> None:
        first = date(9999, 1, 1)
        assert russia.off_and_worked(first, date.max)[0][0] == first
        assert russia.shortened_days(first, date.max)[-1] < date.max

    def test_a_range_across_the_last_decreed_day_is_both_its_parts(self) -> None:
        last, first = russia.DECREED_THROUGH, russia.DECREED_THROUGH + ONE_DAY
        before = russia.off_and_worked(date(2026, 5, 1), last)
        after = russia.off_and_worked(first, date(2029, 5, 1))
        assert russia.off_and_worked(date(2026, 5, 1), date(2029, 5, 1)) == (
            before[0] + after[0],
            before[1] + after[1],
        )


class TestRefusals:
    """What lies before the rows is refused, never guessed."""

    def test_a_day_before_1999(self) -> None:
        early = date(1998, 12, 31)
        for ask in (
            lambda: russia.special_day(early),
            lambda: russia.off_and_worked(early, russia.FIRST),
            lambda: russia.shortened_days(early, russia.FIRST),
        ):
            with pytest.raises(CalendarRangeError) as refusal:
                ask()
            assert refusal.value.asked == early
            assert str(refusal.value) == (
                "1998-12-31 is outside the calendar: known days run from 1999-01-01 to "
                "9999-12-31; build a calendar over a longer range, or check the date"
            )

    @pytest.mark.parametrize("year", [1998, 0, 10_000])
    def test_a_year_no_law_here_speaks_of(self, year: int) -> None:
        with pytest.raises(CalendarRangeError):
            russia.projected_days(year)

    @pytest.mark.parametrize("moment", [datetime(2026, 1, 1), "2026-01-01"])
    def test_a_moment_or_a_text_for_a_day(self, moment: object) -> None:
        with pytest.raises(WrongTypeError):
            russia.special_day(moment)  # type: ignore[arg-type]


# Days on which a release of `holidays` differs from the official calendar, 1999-2027. A release
# not listed is held to the last one listed before it: add a row when that fails.
KNOWN_DIFFERENCES = {
    (0, 109): [MON_2014_03_10],
}


class TestHolidaysPackage:
    """What the installed release of `holidays` says differently, day by day."""

    def test_its_differences_are_the_known_ones(self) -> None:
        holidays = pytest.importorskip("holidays")
        release = tuple(int(part) for part in holidays.__version__.split(".")[:2])
        listed = [row for row in KNOWN_DIFFERENCES if row <= release]
        if not listed:
            pytest.skip(f"no differences are recorded for holidays {holidays.__version__}")
        theirs = holidays.country_holidays("RU", years=range(1999, 2028))
        different = [
            day
            for day, fact in official.official_days().items()
            if theirs.is_working_day(day) != fact.working
        ]
        assert different == KNOWN_DIFFERENCES[max(listed)]

    def test_it_carries_nothing_over_from_2028_on(self) -> None:
        holidays = pytest.importorskip("holidays")
        assert holidays.country_holidays("RU", years=2028).is_working_day(MON_2028_11_06)
