"""A calendar year drawn: every day in its place, as the official list has it."""

from __future__ import annotations

import calendar as months_of
from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest

from slarules.agreement import standard_support
from slarules.calendar import BusinessCalendar
from slarules.errors import CalendarRangeError
from slarules.parameters import Interval, same_hours
from slarules.picture import year_picture
from slarules.readings import DecreeDays
from slarules.russia import shortened_days
from slarules.terms import Language
from tests.drawn import SVG, boxes, number, parsed, texts
from tests.oracles.official import official_days
from tests.picture_asks import assert_it_can_be_read, assert_it_fits, assert_no_letters_meet

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from tests.drawn import Box

RU, EN = Language.RU, Language.EN
STANDARD: Final = standard_support().calendar
YEARS: Final = range(1999, 2028)
SATURDAY: Final = 5

# Three months abreast on 700 units with 14 between; a day is a seventh of a month, 26 high.
LEFT, BETWEEN = 16.0, 14.0
MONTH = (700 - 2 * BETWEEN) / 3
WIDE, HIGH = MONTH / 7, 26.0


@cache
def drawn(year: int, language: Language = RU) -> ET.Element:
    short = shortened_days(date(year, 1, 1), date(year, 12, 31))
    return parsed(year_picture(STANDARD, year, language=language, shortened=short))


def frames(root: ET.Element) -> list[Box]:
    """Return the frames of the months, in order."""
    return [box for box in boxes(root) if box.wide == MONTH + 6]


@cache
def corners(year: int, root: ET.Element) -> dict[date, tuple[float, float]]:
    """Return where the cell of each day begins, by the weeks of the standard library."""
    found = {}
    for month, frame in enumerate(frames(root), 1):
        for row, week in enumerate(months_of.Calendar().monthdayscalendar(year, month)):
            for column, day in enumerate(week):
                if day:
                    place = (frame.x + 3 + column * WIDE, frame.y + 36 + row * HIGH)
                    found[date(year, month, day)] = place
    return found


@cache
def under(root: ET.Element) -> dict[tuple[int, int], list[ET.Element]]:
    """Return the rectangles that fill a cell, by where the cell begins, to a unit."""
    found: dict[tuple[int, int], list[ET.Element]] = {}
    for one in root.iter(f"{SVG}rect"):
        if one.get("class") and number(one, "width") == WIDE - 2:
            place = round(number(one, "x") - 1), round(number(one, "y") - 1)
            found.setdefault(place, []).append(one)
    return found


def is_off(shapes: list[ET.Element]) -> bool:
    """Return whether a cell is filled as a day off is: grey, or dark for a holiday."""
    return any(one.get("class", "").split()[-1] in {"f-off", "f-ink"} for one in shapes)


@pytest.mark.parametrize("year", YEARS)
class TestEveryOfficialYear:
    """1.1: the official calendar of 1999 to 2027, day by day."""

    def test_every_day_has_its_number_in_its_place(self, year: int) -> None:
        root = drawn(year)
        found = {
            (round(one.x, 1), round(one.y, 1)): one.text
            for one in texts(root)
            if one.anchor == "middle" and one.text.isdecimal()
        }
        expected = {
            (round(x + WIDE / 2, 1), round(y + 18, 1)): str(day.day)
            for day, (x, y) in corners(year, root).items()
        }
        assert found == expected

    def test_the_days_off_are_filled_and_the_others_are_not(self, year: int) -> None:
        root = drawn(year)
        filled = under(root)
        for day, (x, y) in corners(year, root).items():
            shapes = filled.get((round(x), round(y)), [])
            assert is_off(shapes) is not official_days()[day].working, day

    def test_a_worked_weekend_day_and_a_weekday_off_have_shapes_of_their_own(
        self, year: int
    ) -> None:
        root = drawn(year)
        filled = under(root)
        for day, (x, y) in corners(year, root).items():
            classes = [one.get("class") for one in filled.get((round(x), round(y)), [])]
            weekend = day.weekday() >= SATURDAY
            if official_days()[day].working:
                assert bool(classes) is (weekend or official_days()[day].presidential), day
            elif not weekend:
                assert classes in (["f-ink"], ["s-ink f-off"]), day

    def test_the_shortened_days_have_a_cut_corner(self, year: int) -> None:
        root = drawn(year)
        cut = {
            tuple(map(float, one.get("d", "").removeprefix("M").split("h")[0].split()))
            for one in root.iter(f"{SVG}path")
            if one.get("d", "").endswith("h-8l8-8z")
        }
        expected = {
            (round(x + WIDE - 2, 2), round(y + HIGH - 2, 2))
            for day, (x, y) in corners(year, root).items()
            if official_days()[day].shortened
        }
        legend = {place for place in cut if place[0] == LEFT + 20}
        assert cut - legend == expected
        assert bool(legend) is bool(expected)

    def test_the_declared_days_are_dotted(self, year: int) -> None:
        root = drawn(year)
        filled = under(root)
        for day, (x, y) in corners(year, root).items():
            row = official_days()[day]
            shapes = filled.get((round(x), round(y)), [])
            dotted = any(one.get("stroke-dasharray") == "1.5 2.5" for one in shapes)
            assert dotted is (row.presidential and row.working), day

    def test_the_months_say_how_many_business_days_they_have(self, year: int) -> None:
        said = [one.text for one in texts(drawn(year, EN)) if " business day" in one.text]
        for month in range(1, 13):
            worked = sum(
                row.working
                for day, row in official_days().items()
                if (day.year, day.month) == (year, month)
            )
            assert f"{months_of.month_name[month]}: {worked} business days" in said

    @pytest.mark.parametrize("language", list(Language))
    def test_it_fits_and_can_be_read(self, year: int, language: Language) -> None:
        assert_it_fits(drawn(year, language))
        assert_no_letters_meet(drawn(year, language))
        assert_it_can_be_read(drawn(year, language))


class TestTransfers:
    """1.1: a day off that was moved is numbered at both ends, and told under the picture."""

    def test_those_of_2021_are_told(self) -> None:
        said = [one.text for one in texts(drawn(2021, EN)) if "→" in one.text]
        # 2 and 3 January, and 20 February, moved by the Government; 1 and 9 May and 12 June were
        # a Saturday, a Sunday and a Saturday, and moved to the next working day by law.
        assert [line.split(";")[0] for line in said] == [
            "1. Saturday, 2 January → Friday, 5 November",
            "2. Sunday, 3 January → Friday, 31 December",
            "3. Saturday, 20 February → Monday, 22 February",
            "4. Saturday, 1 May → Monday, 3 May",
            "5. Sunday, 9 May → Monday, 10 May",
            "6. Saturday, 12 June → Monday, 14 June",
        ]
        assert ["art. 112" in line for line in said] == [False] * 3 + [True] * 3

    def test_both_days_carry_the_number(self) -> None:
        root = drawn(2021)
        places = corners(2021, root)
        tiny = {
            (round(one.x), round(one.y)): one.text for one in texts(root) if one.anchor == "end"
        }
        for day, expected in ((date(2021, 2, 20), "3"), (date(2021, 2, 22), "3")):
            x, y = places[day]
            assert tiny[round(x + WIDE - 3), round(y + 9)] == expected


class TestBeyondTheDecrees:
    """1.1: a year no act has settled yet is drawn by the law alone, and says so."""

    def test_its_months_are_dashed_and_it_says_so(self) -> None:
        root = drawn(2030, EN)
        dashed = [
            one
            for one in root.iter(f"{SVG}rect")
            if one.get("stroke-dasharray") and number(one, "width") == MONTH + 6
        ]
        assert len(dashed) == 12
        assert "Provisional" in (root.findtext(f"{SVG}desc") or "")

    def test_a_decreed_one_is_not(self) -> None:
        assert "Предварительно" not in (drawn(2026).findtext(f"{SVG}desc") or "")

    @pytest.mark.parametrize("year", [1998, 2038])
    def test_a_year_the_calendar_does_not_know_is_refused(self, year: int) -> None:
        with pytest.raises(CalendarRangeError):
            year_picture(STANDARD, year)


class TestOtherCalendars:
    """1.1: what is drawn is the calendar that is given."""

    def test_declared_days_are_off_where_they_are_read_so(self) -> None:
        other = standard_support().with_readings(decree_days=DecreeDays.NON_BUSINESS_DAYS)
        svg = year_picture(other.calendar, 2021, language=EN)
        assert "day off by decree of the President" in svg
        assert "yet a business day" not in svg

    def test_agreed_days_are_dashed(self) -> None:
        hours = Interval(time(10), time(19))
        plain = BusinessCalendar(
            zone="UTC",
            week=same_hours(5, hours),
            first=date(2026, 1, 1),
            last=date(2026, 12, 31),
            decreed_through=date(2026, 12, 31),
            days_off=(date(2026, 1, 1),),
        )
        root = parsed(year_picture(plain, 2026, language=EN))
        dashed = [one for one in root.iter(f"{SVG}rect") if one.get("stroke-dasharray") == "6 3"]
        assert len(dashed) == 2  # Thursday 1 January, and the legend
        assert_it_fits(root)


class TestInWords:
    """For who does not see it: every unusual day with its reason."""

    def test_the_reasons_of_2026_are_told(self) -> None:
        said = (drawn(2026, RU).findtext(f"{SVG}desc") or "").split("\n")
        assert said[0] == "247 рабочих дней, нерабочих — 118"
        assert "23 февраля — День защитника Отечества" in said
        assert any(
            line.startswith("9 января — выходной, перенесён с субботы 3 января") for line in said
        )
        assert any(line.startswith("30 апреля — на час короче") for line in said)

    def test_the_transfers_are_told_there_too(self) -> None:
        said = drawn(2021, EN).findtext(f"{SVG}desc") or ""
        assert "4. Saturday, 1 May → Monday, 3 May" in said

    def test_it_is_an_image_with_a_name(self) -> None:
        root = drawn(2026, EN)
        assert root.get("role") == "img"
        assert root.findtext(f"{SVG}title") == "Business calendar of 2026"
