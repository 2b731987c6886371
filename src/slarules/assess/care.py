"""What is owed in A, D and E, and of what turned out to be no error (4.1, 4.2, 4.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.assess.case import UNCLASSIFIED
from slarules.assess.rows import (
    C_4_1,
    C_4_2,
    LEVEL_FOUR,
    NO_LEVEL_FOUR,
    NO_RECOMMENDATION,
    NO_WISH,
    R_RECOMMENDED,
    R_RECORDED,
    R_REDEFINED,
    RECOMMENDATION_OWED,
)
from slarules.lifecycle import Standing
from slarules.terms import Category, Obligation, Outcome

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.assess.case import Case
    from slarules.assess.verdicts import Verdict


def recommendation(case: Case) -> Verdict:
    """Return what became of the advice that is all A and D are given (4.1)."""
    h = case.h
    unserved = case.unserved(Obligation.RECOMMENDATION, C_4_1)
    if unserved is not None:
        return unserved
    if h.standing is UNCLASSIFIED:
        return case.cannot_tell(Obligation.RECOMMENDATION, C_4_1)
    if h.standing.category is not Category.A and h.standing.category is not Category.D:
        return NO_RECOMMENDATION
    if h.recommended_at is None:
        return RECOMMENDATION_OWED
    return NO_RECOMMENDATION.replace(
        outcome=Outcome.MET, rules=(R_RECOMMENDED,), since=case.local(h.recommended_at)
    )


def recording(case: Case, registered: datetime) -> Verdict:
    """Return what became of a wish, which is recorded (4.2)."""
    if case.h.standing is UNCLASSIFIED:
        return case.cannot_tell(Obligation.RECORDING, C_4_2)
    if case.h.standing is not Standing.E:
        return NO_WISH
    return NO_WISH.replace(outcome=Outcome.MET, rules=(R_RECORDED,), since=case.local(registered))


def redefinition(case: Case) -> Verdict:
    """Return what became of what is no error of the product (4.9)."""
    h = case.h
    if h.standing is Standing.C4:
        return LEVEL_FOUR
    if h.redefined_at is not None:
        return NO_LEVEL_FOUR.replace(
            outcome=Outcome.MET, rules=(R_REDEFINED,), since=case.local(h.redefined_at)
        )
    return NO_LEVEL_FOUR
