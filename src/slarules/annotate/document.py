"""The annotation as a document for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from slarules.annotate import counts
from slarules.annotate.annotation import Comparison
from slarules.annotate.basis import basis

if TYPE_CHECKING:
    from slarules.annotate.annotation import Annotation, NumberDifference, Paragraph

SCHEMA: Final = "slarules/annotation/1"


def document(annotation: Annotation) -> dict[str, Any]:
    """Return the annotation as values a JSON writer knows."""
    number = counts(annotation)
    return {
        "schema": SCHEMA,
        "differs": bool(annotation.differences),
        "differences": [one.id for one in annotation.differences],
        "compared_in_full": annotation.in_full,
        "counts": {kind.value: number[kind] for kind in Comparison},
        "words_set_aside": annotation.set_aside,
        "missing_headings": list(annotation.missing_headings),
        "paragraphs": [_paragraph(one) for one in annotation.paragraphs],
    }


def _paragraph(one: Paragraph) -> dict[str, Any]:
    values: dict[str, Any] = {
        "id": one.id,
        "clause": one.clause,
        "found": [kind.value for kind in one.found],
        "line": one.line,
        "after": one.after,
        "runs": [
            {"mark": run.mark.value, "text": run.text, "words": run.words}
            | ({"from": run.elsewhere} if run.elsewhere else {})
            for run in one.runs
        ],
        "numbers": [_number(number) for number in one.numbers],
    }
    if one.repeats is not None:
        values["repeats"] = one.repeats
    if one.clause is not None:
        rests = basis(one.clause)
        values["rests_on_it"] = {
            "rules": [row.id for row in rests.rules],
            "readings": [row.switch for row in rests.readings],
            "answers": [row.id for row in rests.answers],
            "findings": [row.id for row in rests.findings],
            "figures": list(rests.figures),
            "examples": [row.place for row in rests.examples],
            "tests": list(rests.tests),
        }
    return values


def _number(one: NumberDifference) -> dict[str, Any]:
    values: dict[str, Any] = {"differing": one.differing.value, "found": one.found}
    if one.number is not None:
        values["rule_counts_with"] = {"value": one.number.value, "unit": one.number.unit.value}
    return values
