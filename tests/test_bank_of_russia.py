"""
1.1, reading decree-days: days declared non-working by the President are business days.

The Bank of Russia answered for May 2020 what becomes of a payment due on such a day. Its examples
are a second opinion on the default of the reading; where a due day is a day off, it moves to the
next business day (Civil Code art. 193).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from slarules.agreement import Agreement, standard_support
from slarules.readings import DecreeDays, Readings
from tests.oracles.official import official_days
from tests.oracles.walk import ONE_DAY

FRI_2020_05_01 = date(2020, 5, 1)  # a holiday
WED_2020_05_06 = date(2020, 5, 6)  # declared non-working, as the two days after it
THU_2020_05_07 = date(2020, 5, 7)
FRI_2020_05_08 = date(2020, 5, 8)
SAT_2020_05_09 = date(2020, 5, 9)  # a holiday, carried over to Monday the 11th
TUE_2020_05_12 = date(2020, 5, 12)

AS_BUSINESS_DAYS = standard_support()
AS_DAYS_OFF = standard_support(readings=Readings(decree_days=DecreeDays.NON_BUSINESS_DAYS))


def moved(agreement: Agreement, due: date) -> date:
    """Return the day a due day becomes: itself, or the next business day after a day off."""
    calendar = agreement.calendar
    return due if calendar.is_business_day(due) else calendar.add_business_days(due, 1)


class TestMay2020:
    """1.1 Business days follow the official calendar, which the decrees do not change."""

    @pytest.mark.parametrize(
        ("due", "becomes"),
        [
            (FRI_2020_05_01, WED_2020_05_06),
            (SAT_2020_05_09, TUE_2020_05_12),
            (WED_2020_05_06, WED_2020_05_06),
            (THU_2020_05_07, THU_2020_05_07),
            (FRI_2020_05_08, FRI_2020_05_08),
        ],
    )
    def test_the_bank_of_russias_examples_hold(self, due: date, becomes: date) -> None:
        assert moved(AS_BUSINESS_DAYS, due) == becomes

    @pytest.mark.parametrize(
        "due", [FRI_2020_05_01, WED_2020_05_06, THU_2020_05_07, FRI_2020_05_08, SAT_2020_05_09]
    )
    def test_under_the_other_reading_all_of_them_move_to_12_may(self, due: date) -> None:
        assert moved(AS_DAYS_OFF, due) == TUE_2020_05_12


class TestDecreeDays:
    """1.1 Whether a declared day is a business day is the reading's, for all fifty of them."""

    def test_by_default_none_of_them_changes_anything(self) -> None:
        declared = [row for row in official_days().values() if row.presidential]
        assert len(declared) == 50
        found = [AS_BUSINESS_DAYS.calendar.is_business_day(row.day) for row in declared]
        assert found == [row.working for row in declared]
        assert sum(found) == 36

    def test_under_the_other_reading_all_of_them_are_off_and_no_other_day_changes(self) -> None:
        for row in official_days().values():
            expected = row.working and not row.presidential
            assert AS_DAYS_OFF.calendar.is_business_day(row.day) is expected, row.day

    @pytest.mark.parametrize(
        ("agreement", "longest", "first", "last"),
        [
            (AS_BUSINESS_DAYS, 12, date(2025, 12, 31), date(2026, 1, 11)),
            (AS_DAYS_OFF, 45, date(2020, 3, 28), date(2020, 5, 11)),
        ],
        ids=["business-days", "non-business-days"],
    )
    def test_the_longest_stretch_without_a_business_day(
        self, agreement: Agreement, longest: int, first: date, last: date
    ) -> None:
        calendar = agreement.calendar
        runs: list[tuple[date, date]] = []
        for day in official_days():
            if calendar.is_business_day(day):
                continue
            if runs and runs[-1][1] == day - ONE_DAY:
                runs[-1] = runs[-1][0], day
            else:
                runs.append((day, day))
        length = max((end - start).days + 1 for start, end in runs)
        assert length == longest
        assert (first, last) in [r for r in runs if (r[1] - r[0]).days + 1 == longest]

    def test_silence_asked_before_may_2020_runs_through_the_declared_days(self) -> None:
        """4.11: Wednesday 29 April; then by default 30 April, 6 and 7 May are days 1 to 3."""
        asked = datetime(2020, 4, 29, 9, tzinfo=UTC)
        midnight = timedelta(hours=-3)
        due = AS_BUSINESS_DAYS.automatic_closing_deadline(asked).due
        assert due == datetime(2020, 5, 8, tzinfo=UTC) + midnight
        # Read as days off: 12, 13 and 14 May.
        due = AS_DAYS_OFF.automatic_closing_deadline(asked).due
        assert due == datetime(2020, 5, 15, tzinfo=UTC) + midnight
