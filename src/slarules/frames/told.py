"""Answers as columns of Arrow: moments on the frame's own clock, outcomes as words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa

from slarules.batch.outputs import OUTCOME_OF, OUTCOMES, REFUSALS, Output
from slarules.batch.telling import MOMENTS
from slarules.terms import Obligation

if TYPE_CHECKING:
    from slarules.batch import Answers, Column

_CODES: Final = frozenset(OUTCOME_OF.values())
_PARTS: Final = ("", "-due", "-since", "-until", "-clock-seconds", "-business-seconds")
_RESTING: Final = (
    Obligation.REACTION,
    Obligation.RESOLUTION_CLOCK,
    Obligation.REPLACEMENT_SEARCH,
    Obligation.AUTOMATIC_CLOSING,
)
"""The obligations whose moments may rest on projected days."""


def table_of(answers: Answers, prefix: str, zone: str | None) -> pa.Table:
    """
    Return the answers as a table, a row each.

    Args:
        answers: What the rules said.
        prefix: What the name of each column begins with.
        zone: Of the columns of moments; their values are then in UTC. None: they have none.
    """
    found: dict[str, Any] = {}
    for output in answers.outputs:
        found[_name(prefix, output.value)] = _column(output, answers[output], zone)
    for obligation, outputs in _resting(answers.outputs).items():
        flags = np.zeros(len(answers), np.bool_)
        for output in outputs:
            flags |= answers[output].projected
        found[_name(prefix, f"{obligation.value}-projected")] = pa.array(flags)
    reasons = [refusal.value for refusal in REFUSALS if refusal is not None]
    why = answers.why.astype(np.int8)
    found[_name(prefix, "why")] = _words(why - np.int8(1), why == 0, reasons)
    return pa.table(found)


def _resting(outputs: tuple[Output, ...]) -> dict[Obligation, list[Output]]:
    """Return the obligations that may rest on projected days, with the outputs told of each."""
    found: dict[Obligation, list[Output]] = {}
    for obligation in _RESTING:
        names = {f"{obligation.value}{part}" for part in _PARTS}
        if obligation is Obligation.RESOLUTION_CLOCK:
            names |= {f"elapsed{part}" for part in _PARTS}
        if mine := [output for output in outputs if output.value in names]:
            found[obligation] = mine
    return found


def _name(prefix: str, word: str) -> str:
    return prefix + word.replace("-", "_")


def _column(output: Output, column: Column, zone: str | None) -> Any:
    values = np.ma.getdata(column.values)
    if output in MOMENTS:
        unit = np.datetime_data(values.dtype)[0]
        moments = pa.array(values.view(np.int64), mask=np.isnat(values))
        return moments.cast(pa.timestamp(unit, tz=zone))
    missing = np.ma.getmaskarray(column.values)
    if output in _CODES:
        return _words(values.astype(np.int8), missing, [outcome.value for outcome in OUTCOMES])
    return pa.array(values, mask=missing)


def _words(codes: Any, missing: Any, words: list[str]) -> Any:
    return pa.DictionaryArray.from_arrays(pa.array(codes, mask=missing), words)
