"""Closing by the Customer's silence (4.11)."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from slarules.assess.rows import (
    ANSWERED,
    C_2_3,
    C_3_1,
    C_4_11,
    NOT_ASKED,
    R_SILENCE_RUNS,
    R_SILENCE_STANDS,
    R_SILENT,
)
from slarules.history import Move, State, closing_deadline
from slarules.terms import Outcome

if TYPE_CHECKING:
    from slarules.assess.case import Case
    from slarules.assess.verdicts import Verdict


def closing(case: Case) -> Verdict:
    """Return what became of the closing by silence (4.11)."""
    h = case.h
    if h.silence is Move.CLOSED and h.closing is not None and h.silenced_at is not None:
        return case.of(h.closing, Outcome.MET, R_SILENT, since=h.silenced_at)
    if h.requests:
        deadline = closing_deadline(h)
        if deadline is None:
            awaited = h.awaited()
            stands_by = C_2_3 if awaited == "support-renewed" else C_3_1
            return NOT_ASKED.replace(
                rules=(R_SILENCE_STANDS,), clauses=(C_4_11, stands_by), waits_for=awaited
            )
        case.will_change(deadline.due.astimezone(UTC))
        return case.of(deadline, Outcome.PENDING, R_SILENCE_RUNS, waits_for="information-provided")
    if h.silence is Move.NONE and h.state is State.OPEN:
        return NOT_ASKED
    return ANSWERED
