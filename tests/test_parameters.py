"""What the contract itself states, and nothing more: the standard figures typed again."""

from __future__ import annotations

from datetime import time

from slarules.parameters import STANDARD, Interval


class TestStandard:
    """1.1: business days, 10:00–19:00. 4.3: before 12:00. 4.4: 60 days. 4.11: 3 days."""

    def test_the_desk_is_open_from_ten_to_seven_from_monday_to_friday(self) -> None:
        """1.1; which days those are, is moved by the production calendar."""
        open_day = (Interval(time(10, 0), time(19, 0)),)
        assert STANDARD.week == (*[open_day] * 5, (), ())

    def test_the_clock_is_that_of_moscow(self) -> None:
        """1.1, 4.3."""
        assert STANDARD.zone == "Europe/Moscow"

    def test_the_cut_off_is_noon(self) -> None:
        """4.3."""
        assert STANDARD.cutoff == time(12, 0)

    def test_a_replacement_is_looked_for_after_sixty_days(self) -> None:
        """4.4."""
        assert STANDARD.replacement_after == 60

    def test_silence_lasts_three_days(self) -> None:
        """4.11."""
        assert STANDARD.silence == 3

    def test_nothing_is_agreed_on_top(self) -> None:
        """4.10: no length is stated."""
        assert STANDARD.resolution_targets == STANDARD.warn_at == ()


class TestMidnight:
    """1.1: the end of a day, where the parties agree on hours that last so long."""

    def test_closing_at_midnight_is_the_end_of_the_day(self) -> None:
        evening = Interval(time(18), time(0))
        assert evening.written == "18:00–24:00"
        assert evening.bounds() == (18 * 3_600_000_000, 24 * 3_600_000_000)

    def test_opening_at_midnight_is_its_beginning(self) -> None:
        assert Interval(time(0), time(6)).bounds() == (0, 6 * 3_600_000_000)
