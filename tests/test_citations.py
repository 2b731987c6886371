"""
Every table beside what was typed by hand: ids and paragraphs, row by row.

Each test reads one table alone, so that it can be asked thousands of times.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tests.typed import Line, typed

if TYPE_CHECKING:
    from collections.abc import Iterable


def written(rows: Iterable[tuple[str, Iterable[str]]]) -> list[Line]:
    """Return what the package has, written as the list is."""
    return sorted(Line(one, " ".join(clauses)) for one, clauses in rows)


class TestTyped:
    """0.1 to 4.12: each row rests on these paragraphs, in this order, and no row is left out."""

    def test_rules(self) -> None:
        from slarules.rules import ROWS

        assert written((row.id, (row.clause, *row.also)) for row in ROWS) == typed("rule")

    def test_reminders(self) -> None:
        """A rule row that says that nothing is stated names the paragraph that would have to."""
        from slarules.rules import ROWS

        silent = ((row.id, (row.silent,)) for row in ROWS if row.silent is not None)
        assert written(silent) == typed("reminder")

    def test_findings(self) -> None:
        from slarules.findings import FINDINGS

        assert written((row.id, (row.clause,)) for row in FINDINGS) == typed("finding")

    def test_readings(self) -> None:
        from slarules.reading_rows import READING_ROWS

        rows = READING_ROWS.values()
        assert written((row.switch, row.clauses) for row in rows) == typed("reading")

    def test_answers(self) -> None:
        from slarules.answer_rows import ROWS

        assert written((row.id, row.clauses) for row in ROWS) == typed("answer")

    def test_events(self) -> None:
        from slarules.events import EVENTS

        assert written((row.kind, (row.clause,)) for row in EVENTS) == typed("event")

    def test_what_is_owed(self) -> None:
        from slarules.deadlines import OWED

        assert written((row.rule, row.clauses) for row in OWED) == typed("owed")

    def test_obligations(self) -> None:
        from slarules.coverage import OBLIGATIONS

        cited = ((one.value, clauses) for one, clauses in OBLIGATIONS.items())
        assert written(cited) == typed("obligation")

    def test_figures(self) -> None:
        from slarules.coverage import ACCOUNTS, Citing
        from slarules.parameters import STATED

        rows = [(row.field, (row.clause,)) for row in STATED]
        assert ACCOUNTS.kind is Citing.FIGURE
        assert written([*rows, (ACCOUNTS.id, ACCOUNTS.clauses)]) == typed("figure")

    def test_definitions(self) -> None:
        """The tables of 3.6 to 3.11 and 4.5 to 4.9 cite what their rules do, and no rule twice."""
        from slarules.classify import DIRECT_ERRORS, LEVELS, MATTERS, RECORDED_IN_C

        same_as_their_rules((*MATTERS, *DIRECT_ERRORS, *RECORDED_IN_C, *LEVELS))

    def test_moves(self) -> None:
        """The moves of 4.9 and 4.12 cite what their rules do, and no rule twice."""
        from slarules.lifecycle import TRANSITIONS

        same_as_their_rules(TRANSITIONS)


def same_as_their_rules(rows: Iterable[Any]) -> None:
    """Compare the rows of a table that decides with what was typed of their rules."""
    found = written((row.rule, row.clauses) for row in rows)
    ids = {line.id for line in found}
    assert found == [line for line in typed("rule") if line.id in ids]


class TestActing:
    """Where rules act: each of them once, and a constant is what its name says."""

    def test_every_rule_acts_once(self) -> None:
        from slarules.classify import DIRECT_ERRORS, LEVELS, MATTERS, RECORDED_IN_C
        from slarules.deadlines import OWED
        from slarules.findings import FINDINGS
        from slarules.lifecycle import TRANSITIONS

        tables = (OWED, MATTERS, DIRECT_ERRORS, RECORDED_IN_C, LEVELS, TRANSITIONS)
        acting = [str(row.rule) for table in tables for row in table]
        acting += [row.rule for row in FINDINGS if row.rule is not None]
        acting += constants("R_")
        assert sorted(acting) == [line.id for line in typed("rule")]

    def test_a_constant_of_a_paragraph_is_that_paragraph(self) -> None:
        named = [pair for one in HOLDERS for pair in vars(module(one)).items()]
        found = [(name, value) for name, value in named if name.startswith("C_")]
        assert found == [(name, name[2:].replace("_", ".")) for name, _ in found]
        assert {value for _, value in found} <= {
            clause for line in typed("rule") for clause in line.clauses.split()
        }


HOLDERS = ("deadlines", "assess.rows", "editions")
"""The modules whose rules are no rows of a table but names in their code."""


def module(name: str) -> Any:
    return import_module(f"slarules.{name}")


def constants(prefix: str) -> list[str]:
    """Return the constants of the holders, each once wherever it is used."""
    found = {
        name: value
        for one in HOLDERS
        for name, value in vars(module(one)).items()
        if name.startswith(prefix)
    }
    return list(found.values())
