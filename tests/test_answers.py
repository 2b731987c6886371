"""The recorded answers against the register of readings, and the rules that rely on them."""

from __future__ import annotations

import pickle
import re
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from slarules.answers import ANSWERS, answer, answers_behind
from slarules.classify import DIRECT_ERRORS, LEVELS, MATTERS, RECORDED_IN_C
from slarules.clauses import CLAUSES
from slarules.errors import UnknownAnswerError
from slarules.lifecycle import TRANSITIONS, Consent
from slarules.terms import RuleId
from tests.shared import shared_file
from tests.test_clauses import runs, source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slarules.terms import Text

RULE_ID = re.compile(r"R-\d\.\d+-\d+")


def register() -> dict[str, tuple[str, str, str]]:
    """Return part B of readings.md: id -> clauses, answer taken, answers not taken."""
    text = shared_file("contract/readings.md").read_text(encoding="utf-8")
    found = {}
    for line in text.partition("## B.")[2].splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|") or cells[0] == "id" or cells[0].startswith("-"):
            continue
        words = re.fullmatch(r"([a-z0-9-]+)(?: \(.*\))? \(not: ([a-z0-9, -]+)\)", cells[3])
        assert words is not None, cells[3]
        found[cells[0]] = (cells[1], words[1], words[2])
    return found


def printed() -> Iterator[Text]:
    """Return everything the rows say in words."""
    for row in ANSWERS.values():
        yield from (row.question, row.answer, row.why)


def known_rules() -> set[str]:
    """Return the ids of every rule row there is."""
    found = {row.rule for row in (*MATTERS, *DIRECT_ERRORS, *RECORDED_IN_C)}
    found |= {row.rule for row in LEVELS} | {row.rule for row in TRANSITIONS}
    deadlines = vars(import_module("slarules.deadlines"))
    found |= {row.rule for row in deadlines["OWED"]}
    return found | {v for v in deadlines.values() if isinstance(v, str) and RULE_ID.fullmatch(v)}


class TestRows:
    """readings.md, B: one answer is taken, said to be so, and no switch is offered."""

    def test_ids_are_those_of_the_register_in_its_order(self) -> None:
        assert list(ANSWERS) == list(register())

    def test_clauses_and_answers_are_those_of_the_register(self) -> None:
        rows = {
            row.id: (", ".join(row.clauses), row.taken, ", ".join(row.not_taken))
            for row in ANSWERS.values()
        }
        assert rows == register()

    def test_every_clause_is_in_the_register(self) -> None:
        assert {clause for row in ANSWERS.values() for clause in row.clauses} <= set(CLAUSES)

    def test_each_has_another_answer_not_taken(self) -> None:
        for row in ANSWERS.values():
            assert row.not_taken
            assert row.taken not in row.not_taken

    def test_each_is_said_in_both_languages(self) -> None:
        for text in printed():
            assert text.en
            assert not re.search(r"[а-яё]", text.en, flags=re.IGNORECASE)
            assert re.search(r"[а-яё]", text.ru, flags=re.IGNORECASE) or text.ru == text.en == "E"

    def test_no_sentence_of_the_contract_is_copied(self) -> None:
        copied = runs(source())
        assert [text for text in printed() if runs(text.ru) & copied] == []

    def test_a_row_survives_pickling(self) -> None:
        row = answer("category-overlap")
        assert pickle.loads(pickle.dumps(row)) == row  # noqa: S301


class TestReliedOnBy:
    """readings.md, B: an answer is said in the explanations that touch it."""

    def test_every_rule_named_exists(self) -> None:
        named = {rule for row in ANSWERS.values() for rule in row.relied_on_by}
        assert named <= known_rules()

    @pytest.mark.parametrize(
        ("answer_id", "rules"),
        [
            ("category-overlap", "R-3.8-1 R-3.9-1 R-3.6-1"),
            ("documentation-departure", "R-3.9-3"),
            ("data-damage", "R-3.9-5"),
            ("correct-but-bad", "R-3.11-2"),
            ("level-one-scope", "R-4.7-1 R-4.7-2"),
            ("level-one-workaround", "R-4.6-2"),
            ("level-four-to-others", "R-4.9-3 R-4.9-4 R-4.12-1"),
            ("workaround-severity", "R-4.12-2"),
            ("first-classification", "R-4.12-7 R-4.12-8"),
            ("priority-meaning", ""),
        ],
    )
    def test_the_rules_of_classification_that_rely_on_it(self, answer_id: str, rules: str) -> None:
        assert " ".join(answer(answer_id).relied_on_by) == rules

    def test_every_move_by_agreement_takes_both(self) -> None:
        """4.12, customer-changes-alone: "by agreement with" takes two."""
        both = {row.rule for row in TRANSITIONS if row.consent_required is Consent.BOTH_PARTIES}
        assert set(answer("customer-changes-alone").relied_on_by) == both

    def test_a_rule_knows_the_answers_behind_it(self) -> None:
        behind = [row.id for row in answers_behind(RuleId("R-4.12-1"))]
        assert behind == ["customer-changes-alone", "level-four-to-others"]
        assert answers_behind(RuleId("R-3.7-1")) == ()


class TestUnknownAnswer:
    """An id that no recorded answer has is refused with the nearest that are."""

    def test_it_names_the_nearest(self) -> None:
        with pytest.raises(UnknownAnswerError) as refused:
            answer("category-overlaps")
        assert str(refused.value) == (
            "no recorded answer 'category-overlaps'; nearest are category-overlap, "
            "category-governs; use the id of a recorded answer"
        )
        copy = pickle.loads(pickle.dumps(refused.value))  # noqa: S301
        assert (str(copy), copy.given) == (str(refused.value), "category-overlaps")

    def test_it_is_a_lookup_error(self) -> None:
        with pytest.raises(LookupError, match=r"^no recorded answer '12'; use the id of a"):
            answer("12")
