"""
Whoever gets round the type checker is stopped at the first match, and told what was given.

A closed set met by a value that is not of it must never fall through to an answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from slarules.answer_words import answer_sentence
from slarules.calendar import Day, DayStatus
from slarules.day_words import day_reason, on_day
from slarules.days import DayKind
from slarules.explain import Form, explain
from slarules.sensitivity_words import change_words
from slarules.step_words import cited, sentence
from slarules.terms import Category, ClauseId, Language
from slarules.written import written_act
from tests.calendars import SAT_2026_11_21
from tests.judging import agreement, at

if TYPE_CHECKING:
    from collections.abc import Callable


class Stranger:
    """Of no closed set; it cites what an answer would."""

    clauses = (ClauseId("4.3"),)

    def __repr__(self) -> str:
        """Return what the refusal has to show."""
        return "a stranger"


STRANGER: Any = Stranger()
EN = Language.EN


def day(kind: DayKind) -> Day:
    """Return a day of that kind."""
    return Day(
        day=SAT_2026_11_21, is_business_day=True, kind=kind, hours=(), status=DayStatus.DECREED
    )


MATCHES: Final[dict[str, Callable[[], object]]] = {
    "the language of an act": lambda: written_act("No. 84 of 05.02.2001", STRANGER),
    "the language of a day": lambda: on_day(SAT_2026_11_21, STRANGER),
    "the language of a worked day": lambda: day_reason(day(DayKind.WORKED_WEEKEND), STRANGER),
    "the language of clauses": lambda: cited((ClauseId("4.3"),), STRANGER),
    "the kind of a day": lambda: day_reason(day(STRANGER), EN),
    "a step": lambda: sentence(STRANGER, EN, None),
    "an answer in a sentence": lambda: answer_sentence(STRANGER, EN),
    "an answer in steps": lambda: explain(STRANGER, form=Form.STEPS),
    "a form": lambda: explain(
        agreement().reaction_deadline(at("2026-11-23 11:00"), Category.C), form=STRANGER
    ),
    "a change": lambda: list(change_words(STRANGER, EN)),
}


class TestClosedMatches:
    """No match has a silent way out."""

    @pytest.mark.parametrize("match", MATCHES.values(), ids=MATCHES)
    def test_a_value_of_no_set_is_named(self, match: Callable[[], object]) -> None:
        with pytest.raises(AssertionError, match="a stranger"):
            match()
