"""The rows of the Russian days, every cell of them: year by year beside law and transfers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from slarules import russia
from slarules.russia_rows import HOLIDAY_NAMES, ROWS
from tests.oracles import official, russia_days, russia_law
from tests.shared import shared_file

YEARS = range(1999, 2028)
ONE_DAY = timedelta(days=1)


class TestYears:
    """Labour Code, art. 111 and 112: which days of 1999-2027 are worked, and why the rest are."""

    def test_are_those_of_the_published_list(self) -> None:
        assert list(ROWS) == list(YEARS)
        days = official.official_days()
        assert (min(days), max(days)) == (russia.FIRST, russia.DECREED_THROUGH)

    @pytest.mark.parametrize("year", YEARS)
    def test_have_the_working_days_of_the_published_list(self, year: int) -> None:
        first, last = date(year, 1, 1), date(year, 12, 31)
        off, worked = map(set, russia.off_and_worked(first, last))
        days = (first + ONE_DAY * n for n in range((last - first).days + 1))
        official_days = official.official_days()
        assert [
            day
            for day in days
            if official_days[day].working
            is not (day in worked or (day.weekday() < 5 and day not in off))
        ] == []

    @pytest.mark.parametrize("year", YEARS)
    def test_have_the_shortened_days_of_the_published_list(self, year: int) -> None:
        """Labour Code, art. 95."""
        short = russia.shortened_days(date(year, 1, 1), date(year, 12, 31))
        days = official.official_days().values()
        assert short == [one.day for one in days if one.shortened and one.day.year == year]

    @pytest.mark.parametrize("year", YEARS)
    def test_have_the_holidays_transfers_and_acts_that_walking_the_law_gives(
        self, year: int
    ) -> None:
        shared_file("calendar/transfers.csv")
        assert list(ROWS[year]) == russia_days.rows(year)


class TestHolidays:
    """Labour Code, art. 112, first part: the holidays of every year and their names."""

    @pytest.mark.parametrize("year", [*YEARS, 2028, 2040, 9999])
    def test_are_those_of_the_law_as_it_stood(self, year: int) -> None:
        named = sorted(russia_days.names(year).items())
        assert [(f"{day:%m-%d}", name) for day, name in russia.law_holidays(year)] == named

    def test_nothing_is_said_of_a_year_before_the_first(self) -> None:
        assert russia.law_holidays(1998) == []


class TestTheLawAlone:
    """Labour Code, art. 112, second part: what is carried over where nobody moves anything."""

    @pytest.mark.parametrize("year", YEARS)
    def test_leaves_the_days_that_walking_it_leaves(self, year: int) -> None:
        off = {one.day for one in russia.projected_days(year)}
        day = date(year, 1, 1)
        worked = []
        while day.year == year:
            if day.weekday() < 5 and day not in off:
                worked.append(day)
            day += ONE_DAY
        assert worked == russia_law.working_days(year)


class TestDecrees:
    """The President's decrees of 2020 and 2021: each day they name is named by one of them."""

    def test_their_days_are_as_many_as_were_published(self) -> None:
        spans = [map(date.fromisoformat, row[:2]) for row in russia.PRESIDENTIAL_DAYS]
        lengths = [(last - first).days + 1 for first, last in spans]
        published = [one for one in official.official_days().values() if one.presidential]
        assert sum(lengths) == len(published)


class TestHolidayNames:
    """Labour Code, art. 112: each holiday of the law has a name, and no other has."""

    def test_are_those_of_the_law(self) -> None:
        named = {name for year in YEARS for name in russia_days.names(year).values()}
        assert set(HOLIDAY_NAMES) == named
