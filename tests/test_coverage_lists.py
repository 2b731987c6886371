"""What rests on each paragraph, against the citations typed by hand; and how its rows are made."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from slarules import clauses, findings
from slarules.clauses import CLAUSES, NumberUnit, clause
from slarules.coverage import Citing, Covered, Lack, coverage
from slarules.errors import UnknownRuleError
from slarules.rules import rule
from slarules.rules.row import row
from slarules.terms import ClauseId, ClauseKind, Text
from tests.test_coverage import typed

if TYPE_CHECKING:
    from collections.abc import Mapping

module = import_module("slarules.coverage")  # its name on the package is the function


def of(clause_id: str) -> Covered:
    """Return what rests on a paragraph."""
    (found,) = (one for one in coverage() if one.clause.id == clause_id)
    return found


class TestWhatRestsOnAParagraph:
    """0.1 to 4.12: each citation of the list stands at the paragraphs it names."""

    def test_a_rule_row_is_decided_by_the_first_it_cites_and_leans_on_the_others(self) -> None:
        rules = [line for line in typed() if line.kind == "rule"]
        for covered in coverage():
            here = covered.clause.id
            assert sorted(covered.decides) == sorted(
                line.id for line in rules if line.clauses[0] == here
            )
            assert sorted(covered.supports) == sorted(
                line.id for line in rules if here in line.clauses[1:]
            )

    def test_whatever_else_cites_it_is_there_by_its_kind(self) -> None:
        others: Mapping[str, Citing] = {
            kind.value: kind for kind in Citing if kind is not Citing.RULE
        }
        for covered in coverage():
            assert covered.by.keys() == set(others.values())
            for name, kind in others.items():
                assert sorted(covered.by[kind]) == sorted(
                    line.id
                    for line in typed()
                    if line.kind == name and covered.clause.id in line.clauses
                )

    def test_nothing_is_lacking_anywhere(self) -> None:
        assert {covered.clause.id: covered.lacks for covered in coverage()} == dict.fromkeys(
            CLAUSES, ()
        )

    def test_a_reminder_or_a_finding_is_enough_for_a_duty(self) -> None:
        """4.1 states no period for a recommendation; 3.5 asks for a notice of every action."""
        assert of("4.1").by[Citing.FINDING] == () != of("4.1").by[Citing.REMINDER]
        assert of("3.5").by[Citing.REMINDER] == () != of("3.5").by[Citing.FINDING]

    @pytest.mark.parametrize("kind", [ClauseKind.RULE, ClauseKind.DEFINITION])
    @pytest.mark.parametrize(
        ("cited", "lacks"), [("3.5", ()), ("2.1 3.5", ()), ("2.1", (Lack.RULE,))]
    )
    def test_to_be_leant_on_by_a_rule_row_is_enough(
        self,
        kind: ClauseKind,
        cited: str,
        lacks: tuple[Lack, ...],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        only = CLAUSES[ClauseId("3.5")].replace(kinds=(kind,))
        first, *others = cited.split()
        rows = (row(f"R-{first}-1", " ".join(others), "нет", "none"),)
        monkeypatch.setattr(module, "CLAUSES", MappingProxyType({only.id: only}))
        monkeypatch.setattr(module, "RULES", rows)
        assert [one.lacks for one in coverage()] == [lacks]


class TestHowRowsAreMade:
    """A row says what its columns say."""

    def test_a_finding_may_guard_a_rule(self) -> None:
        columns = ("F-9.9-1", "9.9", findings.FindingKind.BREACH, "нет", "none")
        plain = findings._row(*columns)
        assert (plain.id, plain.clause, plain.kind) == columns[:3]
        assert (plain.text, plain.rule) == (Text("нет", "none"), None)
        assert findings._row(*columns, "R-9.9-1").rule == "R-9.9-1"

    def test_two_accounts_are_guarded_by_a_finding(self) -> None:
        """2.2: two accounts; no verdict is given on them."""
        assert {one.id: one.rule for one in findings.FINDINGS if one.rule is not None} == {
            "F-2.2-1": "R-2.2-1"
        }

    def test_a_rule_may_name_the_clause_that_is_silent(self) -> None:
        assert row("R-9.9-1", "", "нет", "none").silent is None
        assert row("R-9.9-1", "", "нет", "none", silent="9.8").silent == "9.8"

    def test_a_level_is_told_by_its_number(self) -> None:
        """4.5: four levels of severity."""
        made = clauses._level(3, "незначительная ошибка", "minor")
        assert (made.value, made.unit, made.written) == (3, NumberUnit.LEVEL, "3")
        numbers = clause("4.5").numbers
        levels = [number for number in numbers if number.unit is NumberUnit.LEVEL]
        assert [number.value for number in levels] == [1, 2, 3, 4]

    def test_what_follows_the_last_dash_of_an_id_is_its_ordinal(self) -> None:
        with pytest.raises(UnknownRuleError) as refused:
            rule("R-4.2-1-2")
        assert refused.value.args == ("R-4.2-1-2", [])
        assert str(refused.value) == "no rule 'R-4.2-1-2'; use the id of a rule row"
