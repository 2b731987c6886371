"""The sentence of a count that finds a day, rule by rule."""

from __future__ import annotations

from datetime import time
from typing import Final

import pytest

from slarules.explain import Form, explain
from slarules.parameters import STANDARD
from slarules.terms import Category, Language
from tests.judging import agreement, at

MON_2026_11_23 = "2026-11-23"
SAT_2026_11_28 = "2026-11-28 09:00"
OPENING = "registered-on-day-off=as-if-next-opening"
# fmt: off
REACTIONS: Final = [
    # registered                readings    what the steps say of the day
    (f"{MON_2026_11_23} 11:59", (),         "It is due the same business day: Monday, 23 November"),
    (f"{MON_2026_11_23} 12:00", (),         "It is due the next business day: Tuesday, 24 Nov"),
    (SAT_2026_11_28,            (),         "The first business day after it: Monday, 30 November"),
    (SAT_2026_11_28,            (OPENING,), "It is due the next business day: Tuesday, 1 Dec"),
]
# fmt: on


class TestCounts:
    """4.3, 4.11: the same business day, the next one, or the first one after a day off."""

    @pytest.mark.parametrize(("registered", "readings", "said"), REACTIONS)
    def test_of_a_reaction(self, registered: str, readings: tuple[str, ...], said: str) -> None:
        cutoff = time(9) if readings else time(12)
        support = agreement(readings, STANDARD.replace(cutoff=cutoff))
        answer = support.reaction_deadline(at(registered), Category.C)
        assert said in explain(answer, language=Language.EN, form=Form.STEPS)

    def test_of_a_request_after_closing(self) -> None:
        """Reading silence-out-of-hours: it counts as entered when the desk opens next."""
        support = agreement(("silence-out-of-hours=as-at-next-opening",))
        answer = support.automatic_closing_deadline(at(f"{MON_2026_11_23} 20:00"))
        said = explain(answer, language=Language.EN, form=Form.STEPS)
        assert "The first business day after it: Tuesday, 24 November" in said
