"""
The recorded answers: looked up by their id, or by the rule that relies on them.

They are the open points of the text that have no switch (``answer_rows.py``); those that have
one are in ``readings.py``.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from slarules.answer_rows import ROWS, Answer, AnswerId
from slarules.errors import UnknownAnswerError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from slarules.terms import RuleId

ANSWERS: Final[Mapping[AnswerId, Answer]] = MappingProxyType({row.id: row for row in ROWS})
"""Every recorded answer by its id."""


def answer(answer_id: str, /) -> Answer:
    """
    Return a recorded answer.

    Raises:
        UnknownAnswerError: There is none of that id; the nearest are named.
    """
    found = ANSWERS.get(AnswerId(answer_id))
    if found is None:
        from difflib import get_close_matches

        raise UnknownAnswerError(answer_id, get_close_matches(answer_id, ANSWERS, cutoff=0.7))
    return found


def answers_behind(rule: RuleId, /) -> tuple[Answer, ...]:
    """Return the recorded answers a rule row relies on; most rely on none."""
    return _BEHIND.get(rule, ())


def _behind() -> dict[RuleId, tuple[Answer, ...]]:
    found: dict[RuleId, tuple[Answer, ...]] = {}
    for row in ROWS:
        for rule in row.relied_on_by:
            found[rule] = (*found.get(rule, ()), row)
    return found


_BEHIND: Final = _behind()
