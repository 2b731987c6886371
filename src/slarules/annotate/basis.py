"""What of the package rests on a paragraph: rules, readings, answers, findings, examples, tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.annotate.tried import EXAMPLES, TESTS, Example
from slarules.answers import ANSWERS
from slarules.clauses import CLAUSES, Clause
from slarules.coverage import Citing, coverage
from slarules.findings import FINDING
from slarules.reading_rows import READING_ROWS
from slarules.record import Record
from slarules.rules import ROWS as RULES

if TYPE_CHECKING:
    from slarules.answer_rows import Answer
    from slarules.findings import FindingRow
    from slarules.reading_rows import ReadingRow
    from slarules.rules import Rule
    from slarules.terms import ClauseId


class Basis(Record):
    """One paragraph of the register, and what a change of it would touch."""

    clause: Clause
    rules: tuple[Rule, ...]
    """Those it decides, then those that lean on it."""
    readings: tuple[ReadingRow, ...]
    answers: tuple[Answer, ...]
    findings: tuple[FindingRow, ...]
    figures: tuple[str, ...]
    """The fields of ``Parameters`` that hold its numbers."""
    examples: tuple[Example, ...]
    tests: tuple[str, ...]
    """The tests that quote it: file and class."""


def basis(clause: ClauseId) -> Basis:
    """Return what rests on a paragraph."""
    return _BASIS[clause]


def _made() -> dict[ClauseId, Basis]:
    rules = {row.id: row for row in RULES}
    found: dict[ClauseId, Basis] = {}
    for row in coverage():
        here = row.clause.id
        found[here] = Basis(
            clause=CLAUSES[here],
            rules=tuple(rule for id_, rule in rules.items() if id_ in row.decides)
            + tuple(rule for id_, rule in rules.items() if id_ in row.supports),
            readings=tuple(READING_ROWS[one] for one in row.by[Citing.READING]),
            answers=tuple(one for one in ANSWERS.values() if here in one.clauses),
            findings=tuple(FINDING[one] for one in row.by[Citing.FINDING]),
            figures=row.by[Citing.FIGURE],
            examples=tuple(one for one in EXAMPLES if here in one.clauses.split()),
            tests=tuple(test for test, clauses in TESTS.items() if here in clauses.split()),
        )
    return found


_BASIS = _made()
