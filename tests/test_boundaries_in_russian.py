"""The rules that do not apply and the nearest other answer, in Russian and past midnight."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from slarules.agreement import standard_support
from slarules.boundaries import Side, boundary_words, nearest_boundary, not_applied
from slarules.readings import CutoffInstant
from slarules.terms import Category, Language
from tests.calendars import MON_2026_11_23, TUE_2026_11_24, moscow

USUAL = standard_support()
SAT_2026_11_28 = date(2026, 11, 28)


class TestInRussian:
    """4.3 Why a branch was not taken, and where the other one begins."""

    @pytest.mark.parametrize(
        ("registered", "whys"),
        [
            (moscow(MON_2026_11_23, 11), ["день рабочий", "11:00 — раньше 12:00"]),
            (moscow(MON_2026_11_23, 15), ["день рабочий", "15:00 — не раньше 12:00"]),
            (moscow(SAT_2026_11_28, 9), ["день нерабочий", "день нерабочий"]),
        ],
    )
    def test_the_branches_not_taken(self, registered: datetime, whys: list[str]) -> None:
        answer = USUAL.reaction_deadline(registered, Category.B)
        found = not_applied(Category.B, answer)[-2:]
        assert [row.why.of(Language.RU) for row in found] == whys

    def test_an_instant_beside_the_cutoff(self) -> None:
        noon = moscow(MON_2026_11_23, 12)
        earlier = nearest_boundary(USUAL, noon, Category.B)
        assert earlier is not None
        assert boundary_words(earlier, Language.RU) == (
            "При регистрации мгновением раньше срок — понедельник, 23 ноября 2026 г., 19:00 по "
            "московскому времени"
        )
        same_day = USUAL.with_readings(cutoff_instant=CutoffInstant.SAME_DAY)
        later = nearest_boundary(same_day, noon, Category.B)
        assert later is not None
        assert boundary_words(later, Language.RU) == (
            "При регистрации мгновением позже срок — вторник, 24 ноября 2026 г., 19:00 по "
            "московскому времени"
        )


class TestAfterMidnight:
    """1.1, 4.3 The day of a registration is that of the calendar's clock."""

    def test_the_midnight_just_past_is_the_nearest(self) -> None:
        # A cut-off at 00:00: every registration falls to the next business day. 01:00 on Tuesday
        # in Moscow is Monday still in Greenwich.
        midnight = USUAL.with_parameters(cutoff=time(0))
        found = nearest_boundary(midnight, moscow(TUE_2026_11_24, 1), Category.B)
        assert found is not None
        assert (found.side, found.shift) == (Side.EARLIER, timedelta(hours=1))
        assert found.limit == moscow(TUE_2026_11_24, 0)
        assert found.due == moscow(TUE_2026_11_24, 19)
