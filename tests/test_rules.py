"""The rule rows in words: each id of the code has one, and it cites what its row cites."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import slarules
from slarules.classify import DIRECT_ERRORS, LEVELS, MATTERS, RECORDED_IN_C
from slarules.clauses import CLAUSES
from slarules.deadlines import OWED
from slarules.errors import UnknownRuleError
from slarules.lifecycle import TRANSITIONS
from slarules.rules import ROWS, RULES, rule
from slarules.step_words import COUNTS
from slarules.terms import Outcome
from slarules.words import EVENT_WORDS
from tests.shared import shared_file

if TYPE_CHECKING:
    from slarules.rules import Rule

PACKAGE = Path(slarules.__file__).parent
RULE = re.compile(r"R-\d+\.\d+-\d+")

# Where rules act; every other module only speaks of them.
DECIDING = (
    "deadlines.py",
    "classify.py",
    "lifecycle.py",
    "assess/rows.py",
    "editions.py",
    "findings.py",
)
TABLES = (*OWED, *MATTERS, *DIRECT_ERRORS, *RECORDED_IN_C, *LEVELS, *TRANSITIONS)


def ids_in(path: Path) -> list[str]:
    """Return the rule ids in the strings of a module, in order, its docstrings left out."""
    return [
        found
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "\n" not in node.value
        for found in RULE.findall(node.value)
    ]


def normalised(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower().replace("ё", "е"))


class TestIds:
    """An id is permanent: a rule acts in one place, and is put into words once."""

    def test_every_row_has_its_own_id(self) -> None:
        assert len(RULES) == len(ROWS)

    def test_every_rule_acts_in_exactly_one_place(self) -> None:
        acting = Counter(found for name in DECIDING for found in ids_in(PACKAGE / name))
        assert {found for found, times in acting.items() if times > 1} == set()
        assert acting.keys() == set(RULES)

    def test_every_id_anywhere_in_the_package_is_a_row(self) -> None:
        spoken_of = {found for path in PACKAGE.rglob("*.py") for found in ids_in(path)}
        assert spoken_of == set(RULES)

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
    def test_an_id_names_the_clause_that_decides(self, row: Rule) -> None:
        assert re.fullmatch(rf"R-{re.escape(row.clause)}-[1-9]\d*", row.id)

    def test_the_ids_of_a_clause_are_numbered_without_gaps(self) -> None:
        ordinals: dict[str, list[int]] = {}
        for row in ROWS:
            ordinals.setdefault(row.clause, []).append(int(row.id.rpartition("-")[2]))
        for clause, numbers in ordinals.items():
            assert sorted(numbers) == list(range(1, len(numbers) + 1)), clause

    def test_the_rules_whose_counts_find_a_day_are_rows(self) -> None:
        assert COUNTS.keys() <= set(RULES)


class TestClauses:
    """Every rule row cites existing clauses, and those its table cites."""

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
    def test_of_a_row_exist_and_are_named_once(self, row: Rule) -> None:
        cited = (row.clause, *row.also)
        assert set(cited) <= set(CLAUSES)
        assert len(set(cited)) == len(cited)

    @pytest.mark.parametrize("acting", TABLES, ids=lambda acting: acting.rule)
    def test_of_a_row_are_those_of_the_table_it_acts_in(self, acting: object) -> None:
        row = rule(acting.rule)  # type: ignore[attr-defined]
        assert {row.clause, *row.also} == set(acting.clauses)  # type: ignore[attr-defined]

    def test_a_silence_names_the_clause_that_would_have_had_to_speak(self) -> None:
        for owed in OWED:
            silent = rule(owed.rule).silent
            assert (silent is not None) is (owed.outcome is Outcome.NOT_STATED), owed.rule
            assert silent is None or silent in owed.clauses

    def test_what_lasts_until_an_event_names_its_kinds(self) -> None:
        for owed in OWED:
            until = rule(owed.rule).until
            assert bool(until) is (owed.outcome is Outcome.UNTIL_EVENT), owed.rule
            assert set(until) <= EVENT_WORDS.keys()

    def test_the_resolution_of_b_lasts_until_the_fix_or_a_workaround(self) -> None:
        """4.4: as long as the owner's fix takes, or the provision of a workaround."""
        assert rule("R-4.4-3").until == ("third-party-fixed", "workaround-provided")

    @pytest.mark.parametrize(
        ("rule_id", "clause"),
        [
            ("R-4.3-2", "4.3"),  # a reaction is 4.3's to state, in every category
            ("R-4.3-3", "4.3"),
            ("R-4.1-1", "4.1"),
            ("R-4.2-1", "4.2"),
            ("R-4.10-1", "4.10"),
        ],
    )
    def test_the_silence_is_that_clauses(self, rule_id: str, clause: str) -> None:
        assert rule(rule_id).silent == clause


class TestWords:
    """A summary is ours, in both languages, to stand inside a sentence."""

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
    def test_of_a_row_are_in_both_languages_and_no_whole_sentence(self, row: Rule) -> None:
        assert re.search("[а-яё]", row.summary.ru)
        assert not re.search("[А-Яа-яЁё]", row.summary.en)
        for text in (row.summary.ru, row.summary.en):
            assert text == text.strip()
            assert not text.endswith((".", ";", ":"))

    def test_no_two_rows_say_the_same(self) -> None:
        for language in ("ru", "en"):
            said = Counter(getattr(row.summary, language) for row in ROWS)
            assert [text for text, times in said.items() if times > 1] == []

    def test_no_row_copies_the_contract(self) -> None:
        """No nine words running are those of the text."""
        text = " ".join(normalised(shared_file("contract/source.txt").read_text(encoding="utf-8")))
        for row in ROWS:
            words = normalised(row.summary.ru)
            for start in range(len(words) - 8):
                assert " ".join(words[start : start + 9]) not in text, row.id


class TestLookUp:
    """A row is found by its id."""

    def test_of_a_known_id(self) -> None:
        assert rule("R-4.3-6").clause == "4.3"

    def test_of_an_unknown_id_names_the_rows_of_its_clause(self) -> None:
        with pytest.raises(UnknownRuleError) as refusal:
            rule("R-4.2-99")
        assert str(refusal.value) == (
            "no rule 'R-4.2-99'; nearest are R-4.2-1, R-4.2-2, R-4.2-3; use the id of a rule row"
        )

    @pytest.mark.parametrize("given", ["", "4.2-1", "R-9.9-1", "nonsense"])
    def test_of_what_is_no_id_is_refused(self, given: str) -> None:
        with pytest.raises(UnknownRuleError) as refusal:
            rule(given)
        assert refusal.value.given == given
        assert str(refusal.value).startswith(f"no rule {given!r}; ")

    def test_costs_nothing_until_something_is_explained(self) -> None:
        code = (
            "import slarules.agreement, slarules.assess, slarules.classify, sys; "
            "print(*(name for name in sys.modules if name.startswith('slarules.rule')))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
        )
        assert done.stdout.split() == []
