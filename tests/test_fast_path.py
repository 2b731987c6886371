"""The fast path: it looks no reading up and builds no steps; what it answers stays the same."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

import pytest

from slarules import deadlines
from slarules.agreement import Agreement
from slarules.readings import ReactionDayEnd, Readings
from slarules.terms import Category

MOSCOW = ZoneInfo("Europe/Moscow")
SAT_2024_12_28 = datetime(2024, 12, 28, 11, 59, 59, tzinfo=MOSCOW)
MON_2026_11_23 = datetime(2026, 11, 23, 12, tzinfo=MOSCOW)
SUN_2026_11_29 = datetime(2026, 11, 29, 13, tzinfo=UTC)

STEPS = ("fact_step", "day_step", "cutoff_step", "count_step", "hour_step")
"""What makes a step in ``deadlines``."""


class Untouchable:
    """Readings that nobody may look at."""

    def __getattribute__(self, name: str) -> NoReturn:
        message = f"the fast path looked up {name}"
        raise AssertionError(message)


@pytest.fixture
def used(monkeypatch: pytest.MonkeyPatch) -> Agreement:
    """An agreement that has answered twice; after that neither readings nor steps can be had."""
    agreement = Agreement(readings=Readings(reaction_day_end=ReactionDayEnd.MIDNIGHT))
    for _ in range(2):  # the tables are laid at the second question
        agreement.reaction_due(MON_2026_11_23)

    def no_step(*_: Any, **__: Any) -> NoReturn:
        pytest.fail("the fast path made a step")

    for name in STEPS:
        monkeypatch.setattr(deadlines, f"_new_{name}", no_step)
    monkeypatch.setattr(type(agreement.rules), "readings", Untouchable())
    return agreement


class TestFastPath:
    """4.3, 1.1: the reaction's due moment, and nothing else."""

    @pytest.mark.parametrize(
        ("registered", "due"),
        [
            (SAT_2024_12_28, datetime(2024, 12, 29, tzinfo=MOSCOW)),  # a worked Saturday, to 24:00
            (MON_2026_11_23, datetime(2026, 11, 25, tzinfo=MOSCOW)),  # noon itself: Tuesday
            (SUN_2026_11_29, datetime(2026, 12, 1, tzinfo=MOSCOW)),  # Sunday: Monday, to 24:00
        ],
    )
    def test_asks_no_reading_and_makes_no_step(
        self, used: Agreement, registered: datetime, due: datetime
    ) -> None:
        assert used.reaction_due(registered) == due

    def test_the_guard_would_see_either(self, used: Agreement) -> None:
        with pytest.raises(AssertionError, match="looked up"):
            used.rules.readings.cutoff_instant  # noqa: B018
        with pytest.raises(pytest.fail.Exception, match="made a step"):
            used.reaction_deadline(MON_2026_11_23, Category.C)

    def test_a_day_off_is_as_fast(self, used: Agreement) -> None:
        saturday = datetime(2026, 11, 28, 9, tzinfo=MOSCOW)
        assert used.reaction_due(saturday) == datetime(2026, 12, 1, tzinfo=MOSCOW)
