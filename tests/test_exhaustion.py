"""
A slice of what the proof asks of everything: minutes, turns, days, cells, pairs of readings.

And that the asking is no ceremony: of an answer that is not the one expected it says so.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from slarules.agreement import standard_support
from slarules.readings import CutoffInstant
from slarules.terms import Category
from tests.exhaustion import cells, days, minutes, pairs
from tests.exhaustion.found import Found
from tests.oracles.official import MOSCOW
from tests.oracles.sweep import Sweep, civil_days_before
from tests.oracles.walk import NOON

if TYPE_CHECKING:
    from tests.oracles.sweep import SweptDay

FRI_1999_01_01 = date(1999, 1, 1)  # the first day any calendar of ours knows
FRI_2014_10_24 = date(2014, 10, 24)  # on Sunday Moscow's clock is put back for good
MON_2014_10_27 = date(2014, 10, 27)
FRI_2024_12_27 = date(2024, 12, 27)  # before a worked Saturday and the longest holidays
THU_2025_01_09 = date(2025, 1, 9)
FRI_2027_12_31 = date(2027, 12, 31)  # the last day any act has settled


def swept(day: date) -> SweptDay:
    """Return a day as the oracle has it, under the readings by default."""
    sweep = Sweep()
    passed = [sweep.passes(civil) for civil in civil_days_before(day, day)]
    return passed[-1]


class TestMinutes:
    """1.1, 4.3 Every minute, under every reading of them."""

    @pytest.mark.parametrize(
        ("first", "last"),
        [
            (FRI_2014_10_24, MON_2014_10_27),
            (FRI_2024_12_27, THU_2025_01_09),
            (FRI_1999_01_01, FRI_1999_01_01),
            (FRI_2027_12_31, FRI_2027_12_31),
        ],
    )
    def test_of_days_at_which_much_turns(self, first: date, last: date) -> None:
        found = minutes.ask_days(first, last)
        assert found.differing == []
        length = (last - first).days + 1
        hour_put_back = 60 * (first <= FRI_2014_10_24 <= last)
        assert found.asked["is_open, minutes in UTC"] == 1440 * length + hour_put_back

    @pytest.mark.parametrize("year", [2008, 2020, 2021])
    def test_whatever_turns_in_a_year(self, year: int) -> None:
        """2008 has a summer time; 2020 and 2021 have days declared non-working."""
        found = minutes.ask_days(date(year, 3, 20), date(year, 7, 10), [minutes.turns])
        assert found.differing == []

    def test_a_due_moment_of_another_reading_is_found_to_differ(self) -> None:
        day = swept(THU_2025_01_09)
        turns = minutes.turning(day, NOON)
        due = standard_support().with_readings(cutoff_instant=CutoffInstant.SAME_DAY).reaction_due
        found = Found()
        expected = [day.reaction().at(moment.time()) for moment in turns]
        found.ask("reaction", due, turns, expected)
        (said,) = found.differing  # of all the instants, noon alone
        assert "2025-01-09 12:00:00+03:00: 2025-01-09 19:00:00+03:00, expected 2025-01-10" in said

    def test_a_refusal_is_found_to_differ(self) -> None:
        found = Found()
        at = datetime(1998, 12, 31, tzinfo=MOSCOW)
        found.ask("open", standard_support().calendar.is_open, [at], [False])
        assert "1998-12-31T00:00:00+03:00 is outside the calendar" in found.differing[0]

    def test_an_hour_beside_a_turn_is_found_to_differ(self) -> None:
        day = swept(THU_2025_01_09)
        is_open = standard_support().calendar.is_open
        found = Found()
        found.ask(
            "open", lambda at: is_open(at + timedelta(minutes=1)), day.civil.wall, [*day.open]
        )
        assert len(found.differing) == 2  # at the minute before opening, and before closing
        assert found.asked == {"open": 1440}


class TestDays:
    """1.1 Business days after every day, and before it."""

    def test_the_first_four_on_either_side_of_every_day(self) -> None:
        found = days.ask_of_every_day(far=4)
        assert found.differing == []
        assert found.asked["is_business_day"] == 2 * 10_592


class TestCells:
    """3.6–4.12 Every cell of every table that decides."""

    def test_is_what_the_paragraphs_say(self) -> None:
        found = cells.ask_of_every_cell()
        assert found.differing == []
        assert found.asked["LEVELS, cells"] == 5 * 4 * 3 * 3
        assert found.asked["DIRECT_ERRORS, cells"] == 5 * 3 * 3
        assert found.asked["MATTERS, cells"] == 4 * 5
        assert found.asked["RECORDED_IN_C, cells"] == 5 * 3
        assert found.asked["TRANSITIONS, cells"] == 10 * 9 * 3
        assert found.asked["OWED, cells"] == 4 * len(Category)


class TestPairs:
    """All paragraphs: any two readings at once, on the worked examples."""

    def test_there_are_as_many_as_there_are(self) -> None:
        # 39 switches, 34 of two options and 5 of three: 44 choices, 946 pairs less 5 of one switch
        assert len(pairs.CHOICES) == 34 + 5 * 2
        assert len([*pairs.read_in_pairs()]) == 1 + 44 + 946 - 5
        assert len(pairs.EXAMPLES) == 25

    def test_on_one_example(self) -> None:
        found = pairs.ask_of("taken-by-phone-in-an-outage")
        assert found.differing == []
