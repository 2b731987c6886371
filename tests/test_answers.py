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


# Which rules would read otherwise under another answer, by question and rule alone. An answer that
# is not here decides which event counts, or what is not asked, before any rule is reached.
# fmt: off
RELIED_ON_BY = {
    # what the silence is counted from, and what counts as a request
    "silence-from":             "R-4.11-2",
    "request-kind":             "R-4.11-2",
    "silence-scope":            "R-4.11-1",
    "what-is-closed":           "R-4.11-1",
    "closing-moment":           "R-4.11-5",
    # to fill in a category or a level is no change
    "first-classification":     "R-4.12-7 R-4.12-8",
    "registration-instant":     "R-3.2-1",
    # the sixty days of 4.4, and where they begin
    "b-clock":                  "R-4.4-4",
    "b-owner":                  "R-4.4-4",
    "same-problem-again":       "R-4.4-4",
    # what a business day is, and on whose clock
    "worked-weekend":           "R-1.1-1",
    "regional-days":            "R-1.1-1",
    "day-zone":                 "R-1.1-1",
    "late-transfer":            "R-1.1-1",
    "silent-clause-law":        "R-4.3-2 R-4.3-3 R-4.10-1 R-4.1-1 R-4.2-1",
    # the definitions of 3.8, 3.9, 3.11 and 4.6 to 4.9
    "level-one-scope":          "R-4.7-1 R-4.7-2",
    "level-one-workaround":     "R-4.6-2",
    "workaround-severity":      "R-4.12-2",
    "category-overlap":         "R-3.8-1 R-3.9-1 R-3.6-1",
    "documentation-departure":  "R-3.9-3",
    "data-damage":              "R-3.9-5",
    "correct-but-bad":          "R-3.11-2",
    # 4.12: every row that asks for both
    "customer-changes-alone":   "R-4.12-1 R-4.12-2 R-4.12-3 R-4.12-4 R-4.12-5 R-4.12-6 "
                                "R-4.12-9 R-4.12-10",
    "level-four-to-others":     "R-4.9-3 R-4.9-4 R-4.12-1",
}
# fmt: on


class TestReliedOnBy:
    """readings.md, B: an answer is said in the explanations that touch it."""

    def test_every_rule_named_exists(self) -> None:
        named = {rule for row in ANSWERS.values() for rule in row.relied_on_by}
        assert named <= known_rules()

    def test_the_rules_that_rely_on_it(self) -> None:
        relied = {row.id: " ".join(row.relied_on_by) for row in ANSWERS.values()}
        assert {one: rules for one, rules in relied.items() if rules} == RELIED_ON_BY

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
