"""Support: whether it is in force now (2.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.assess.rows import IN_FORCE, R_ENDED, R_NOT_BEGUN
from slarules.service import FOREVER
from slarules.terms import Outcome

if TYPE_CHECKING:
    from slarules.assess.case import Case
    from slarules.assess.verdicts import Verdict


def support(case: Case) -> Verdict:
    """Return whether support is in force (2.3)."""
    h = case.h
    verdict = IN_FORCE
    if h.terms is None:
        return verdict
    for start, end in h.terms:
        if start <= case.now < end:
            verdict = verdict.replace(since=case.local(start))
            if end is FOREVER:
                return verdict
            case.will_change(end)
            return verdict.replace(due=case.local(end))
    if h.terms and h.terms[0][0] <= case.now:
        return verdict.replace(outcome=Outcome.NOT_APPLICABLE, rules=(R_ENDED,))
    return verdict.replace(
        outcome=Outcome.NOT_STARTED, rules=(R_NOT_BEGUN,), waits_for="support-paid"
    )
