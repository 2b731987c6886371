"""
Coverage both ways: no paragraph is forgotten, and nothing rests on the wrong one.

``data/citations.csv`` was typed from the contract's register, its readings and the decision on
events, row by row; a citation of another paragraph, though it exists, differs from it.
"""

from __future__ import annotations

import ast
import csv
import re
from functools import cache
from importlib import import_module
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from slarules import errors
from slarules.agreement import standard_support
from slarules.classify import DIRECT_ERRORS, LEVELS, MATTERS, RECORDED_IN_C
from slarules.clauses import CLAUSES, NumberUnit, clause
from slarules.contract_text import fingerprint, normalised
from slarules.coverage import Citing, Covered, Lack, citations, coverage
from slarules.deadlines import OWED
from slarules.events import EVENTS
from slarules.findings import FINDINGS
from slarules.history import ACCOUNTS
from slarules.lifecycle import TRANSITIONS
from slarules.parameters import AGREED_ONLY, STANDARD, STATED, Parameters
from slarules.reading_rows import READING_ROWS
from slarules.rules import ROWS as RULES
from slarules.rules import rule
from slarules.terms import ClauseId, ClauseKind, Obligation
from slarules.testing import incident
from tests.shared import ROOT
from tests.test_clauses import IN_LETTERS, paragraphs, register
from tests.test_imports import errors_defined
from tools.edge_incidents import incident_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slarules.clauses import Clause

module = import_module("slarules.coverage")  # its name on the package is the function

ACTING = (*MATTERS, *DIRECT_ERRORS, *RECORDED_IN_C, *LEVELS, *TRANSITIONS)
"""The rows of the tables that decide something and cite the paragraphs themselves."""


class Line(NamedTuple):
    """One line of the list typed by hand."""

    kind: str
    id: str
    clauses: tuple[str, ...]


@cache
def typed() -> tuple[Line, ...]:
    path = ROOT / "tests" / "data" / "citations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Line(row["kind"], row["id"], tuple(row["clauses"].split()))
            for row in csv.DictReader(file)
        )


def typed_of(kind: str) -> dict[str, tuple[str, ...]]:
    return {line.id: line.clauses for line in typed() if line.kind == kind}


def cited() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return what the package cites, as the list has it: a refusal only if it cites."""
    found: dict[tuple[str, str], tuple[str, ...]] = {
        (one.kind.value, one.id): one.clauses for one in citations() if one.clauses
    }
    return found | {("owed", row.rule): row.clauses for row in OWED}


def differences() -> set[tuple[str, str]]:
    """Return each part of the package that cites another paragraph than the list says."""
    wanted = {(line.kind, line.id): line.clauses for line in typed()}
    found = cited()
    return {key for key in wanted | found if wanted.get(key) != found.get(key)}


def another(clause_id: str) -> ClauseId:
    """Return the paragraph after this one: wrong, but existing."""
    following = dict(pairwise([*CLAUSES, next(iter(CLAUSES))]))
    return following[ClauseId(clause_id)]


def moved(clauses: tuple[ClauseId, ...]) -> Iterator[tuple[ClauseId, ...]]:
    """Yield the citation with one paragraph replaced, and, of several, with one left out."""
    for place, one in enumerate(clauses):
        yield (*clauses[:place], another(one), *clauses[place + 1 :])
        if len(clauses) > 1:
            yield (*clauses[:place], *clauses[place + 1 :])


class TestEveryParagraph:
    """0.1–4.12: a rule or definition has a rule row, a duty a check, a statement its reason."""

    def test_none_is_left_out(self) -> None:
        assert [one.clause.id for one in coverage()] == list(register())

    @pytest.mark.parametrize("covered", coverage(), ids=lambda one: one.clause.id)
    def test_nothing_is_lacking(self, covered: Covered) -> None:
        assert covered.lacks == ()

    @pytest.mark.parametrize("covered", coverage(), ids=lambda one: one.clause.id)
    def test_a_rule_or_definition_is_cited_by_a_rule_row(self, covered: Covered) -> None:
        if register()[covered.clause.id] & {"rule", "definition"}:
            rows = {row.id for row in RULES if covered.clause.id in (row.clause, *row.also)}
            assert rows == {*covered.decides, *covered.supports} != set()

    @pytest.mark.parametrize("covered", coverage(), ids=lambda one: one.clause.id)
    def test_a_duty_is_checked_or_reminded_of(self, covered: Covered) -> None:
        if "duty" in register()[covered.clause.id]:
            assert covered.by[Citing.FINDING] or covered.by[Citing.REMINDER]

    def test_the_one_statement_says_why_nothing_is_computed(self) -> None:
        """1.2: an invitation to get in touch."""
        (statement,) = (one.clause for one in coverage() if "statement" in _kinds(one.clause))
        assert statement.id == "1.2"
        assert statement.reason is not None

    @pytest.mark.parametrize(
        ("kinds", "change", "lacks"),
        [
            (ClauseKind.RULE, {"RULES": ()}, Lack.RULE),
            (ClauseKind.DEFINITION, {"RULES": ()}, Lack.RULE),
            (ClauseKind.DUTY, {"RULES": (), "FINDINGS": ()}, Lack.CHECK),
        ],
        ids=lambda value: value.value if isinstance(value, ClauseKind | Lack) else "",
    )
    def test_without_the_rows_it_is_found_lacking(
        self,
        kinds: ClauseKind,
        change: dict[str, tuple[()]],
        lacks: Lack,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        for name, rows in change.items():
            monkeypatch.setattr(module, name, rows)
        for one in coverage():
            assert (lacks in one.lacks) is (kinds in one.clause.kinds) or (
                lacks is Lack.RULE
                and {ClauseKind.RULE, ClauseKind.DEFINITION} & {*one.clause.kinds}
            )

    def test_a_statement_without_a_reason_is_found_lacking(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        bare = CLAUSES[ClauseId("1.2")].replace(reason=None)
        monkeypatch.setattr(module, "CLAUSES", MappingProxyType({bare.id: bare}))
        assert [one.lacks for one in coverage()] == [(Lack.REASON,)]


def _kinds(row: Clause) -> set[str]:
    return {kind.value for kind in row.kinds}


class TestEveryCitation:
    """Each rule row, finding, reading, figure, event and error rests on the right paragraph."""

    def test_all_are_as_typed_by_hand(self) -> None:
        assert differences() == set()

    def test_every_paragraph_cited_exists(self) -> None:
        assert {clause for one in citations() for clause in one.clauses} <= set(CLAUSES)
        assert {clause for line in typed() for clause in line.clauses} <= set(CLAUSES)

    def test_no_line_is_typed_twice(self) -> None:
        assert len({(line.kind, line.id) for line in typed()}) == len(typed())

    @pytest.mark.parametrize("row", ACTING, ids=lambda row: row.rule)
    def test_a_row_that_decides_cites_what_its_words_cite(self, row: Any) -> None:
        first, *others = typed_of("rule")[row.rule]
        assert row.clauses[0] == first
        assert sorted(row.clauses[1:]) == sorted(others)

    def test_every_error_is_looked_at(self) -> None:
        refusals = {one.id for one in citations() if one.kind is Citing.REFUSAL}
        assert refusals == errors_defined().keys()

    def test_every_obligation_is_there(self) -> None:
        assert set(module.OBLIGATIONS) == set(Obligation)


class TestAWrongButExistingCitation:
    """Whichever row is moved to another paragraph, the list typed by hand differs."""

    @pytest.mark.parametrize("row", RULES, ids=lambda row: row.id)
    def test_of_a_rule_row(self, row: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        place = RULES.index(row)
        for first, *also in moved((row.clause, *row.also)):
            wrong = row.replace(clause=first, also=tuple(also))
            self.put(monkeypatch, "RULES", RULES, place, wrong)
            assert differences() >= {("rule", row.id)}

    @pytest.mark.parametrize("row", [r for r in RULES if r.silent], ids=lambda row: row.id)
    def test_of_a_reminder(self, row: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        wrong = row.replace(silent=another(row.silent))
        self.put(monkeypatch, "RULES", RULES, RULES.index(row), wrong)
        assert differences() == {("reminder", row.id)}

    @pytest.mark.parametrize("row", FINDINGS, ids=lambda row: row.id)
    def test_of_a_finding(self, row: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        wrong = row.replace(clause=another(row.clause))
        self.put(monkeypatch, "FINDINGS", FINDINGS, FINDINGS.index(row), wrong)
        assert differences() == {("finding", row.id)}

    @pytest.mark.parametrize("row", READING_ROWS.values(), ids=lambda row: row.switch)
    def test_of_a_reading(self, row: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        for clauses in moved(row.clauses):
            wrong = {**READING_ROWS, row.switch: row.replace(clauses=clauses)}
            monkeypatch.setattr(module, "READING_ROWS", wrong)
            assert differences() == {("reading", row.switch)}

    @pytest.mark.parametrize("row", module.ANSWERS, ids=lambda row: row.id)
    def test_of_a_recorded_answer(self, row: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        place = module.ANSWERS.index(row)
        for clauses in moved(row.clauses):
            wrong = row.replace(clauses=clauses)
            self.put(monkeypatch, "ANSWERS", module.ANSWERS, place, wrong)
            assert differences() == {("answer", row.id)}

    @pytest.mark.parametrize("row", STATED, ids=lambda row: row.field)
    def test_of_a_figure(self, row: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        wrong = row.replace(clause=another(row.clause))
        self.put(monkeypatch, "STATED", STATED, STATED.index(row), wrong)
        assert differences() == {("figure", row.field)}

    @pytest.mark.parametrize("row", EVENTS, ids=lambda row: row.kind)
    def test_of_an_event(self, row: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        wrong = row.replace(clause=another(row.clause))
        self.put(monkeypatch, "EVENTS", EVENTS, EVENTS.index(row), wrong)
        assert differences() == {("event", row.kind)}

    @pytest.mark.parametrize("obligation", Obligation, ids=lambda one: one.value)
    def test_of_an_obligation(
        self, obligation: Obligation, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for clauses in moved(module.OBLIGATIONS[obligation]):
            wrong = {**module.OBLIGATIONS, obligation: clauses}
            monkeypatch.setattr(module, "OBLIGATIONS", wrong)
            assert differences() == {("obligation", obligation.value)}

    @pytest.mark.parametrize("name", typed_of("refusal"))
    def test_of_an_error(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        refusal = getattr(errors, name)
        first = typed_of("refusal")[name][0]
        wrong = refusal.__doc__.replace(first, another(first))
        monkeypatch.setattr(refusal, "__doc__", wrong)
        assert differences() == {("refusal", name)}

    @pytest.mark.parametrize("row", OWED, ids=lambda row: row.rule)
    def test_of_what_is_owed(self, row: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        right = OWED
        place = right.index(row)
        for clauses in moved(row.clauses):
            rows = (*right[:place], row.replace(clauses=clauses), *right[place + 1 :])
            monkeypatch.setitem(globals(), "OWED", rows)
            assert differences() == {("owed", row.rule)}

    @staticmethod
    def put(
        monkeypatch: pytest.MonkeyPatch, name: str, rows: tuple[Any, ...], place: int, wrong: Any
    ) -> None:
        monkeypatch.setattr(module, name, (*rows[:place], wrong, *rows[place + 1 :]))


def figures(parameters: Parameters) -> dict[str, tuple[int, ...]]:
    """Return the whole numbers each figure is made of, in the units of the register."""
    hours = {bound.hour for day in parameters.week for i in day for bound in (i.opens, i.closes)}
    return {
        "zone": (),
        "week": tuple(sorted(hours)),
        "cutoff": (parameters.cutoff.hour,),
        "replacement_after": (parameters.replacement_after,),
        "silence": (parameters.silence,),
    }


class TestFigures:
    """1.1, 4.3, 4.4, 4.11, 2.2: the figures are the numbers of the paragraphs, no others."""

    def test_every_figure_has_its_paragraph(self) -> None:
        assert [*(row.field for row in STATED), *AGREED_ONLY] == list(STANDARD._fields)

    def test_the_standard_agreement_has_the_numbers_stated(self) -> None:
        assert {row.field: row.numbers for row in STATED} == figures(STANDARD)

    @pytest.mark.parametrize("row", STATED, ids=lambda row: row.field)
    def test_the_numbers_stated_are_those_of_the_register(self, row: Any) -> None:
        counted = {NumberUnit.HOUR_OF_DAY, NumberUnit.BUSINESS_DAY}
        of_clause = [n.value for n in clause(row.clause).numbers if n.unit in counted]
        assert list(row.numbers) == ([] if row.field == "zone" else of_clause)

    def test_the_clock_is_that_of_moscow(self) -> None:
        """1.1, 4.3: Moscow time."""
        assert STANDARD.zone == "Europe/Moscow"

    def test_no_minutes_are_added(self) -> None:
        bounds = [b for day in STANDARD.week for i in day for b in (i.opens, i.closes)]
        assert {(b.minute, b.second, b.microsecond) for b in (*bounds, STANDARD.cutoff)} == {
            (0, 0, 0)
        }

    def test_the_accounts_are_those_of_the_register(self) -> None:
        assert [number.value for number in clause("2.2").numbers] == [ACCOUNTS]

    def test_every_day_or_hour_of_the_register_is_a_figure(self) -> None:
        counted = {NumberUnit.HOUR_OF_DAY, NumberUnit.BUSINESS_DAY}
        of_text = {
            (row.id, number.value)
            for row in CLAUSES.values()
            for number in row.numbers
            if number.unit in counted
        }
        assert of_text == {(row.clause, number) for row in STATED for number in row.numbers}


class TestAnswersCite:
    """What is answered cites the paragraphs of the rule that decided it."""

    @pytest.mark.parametrize("seed", range(60))
    def test_a_verdict_and_its_steps(self, seed: int) -> None:
        happened, as_of, service = incident_of(seed)
        of_rule, of_duty = typed_of("rule"), typed_of("obligation")
        for verdict in standard_support().assess(happened, as_of, service=service).verdicts:
            own = of_rule[verdict.rule]
            behind = {clause for one in verdict.rules for clause in of_rule[one]}
            behind |= {*of_duty[verdict.obligation.value], "1.1", "2.3"}  # hours; gaps in support
            assert own[0] in verdict.clauses
            assert set(verdict.clauses) <= behind
            for step in verdict.steps:
                assert step.clause == of_rule[step.rule][0] == rule(step.rule).clause

    def test_b_is_resolved_by_4_4(self) -> None:
        """4.4: by the owner's fix or a workaround; others by what 3.4 and 4.10 count to."""
        for category, clauses in (("B", ("4.4", "3.4")), ("C", ("3.4", "4.10"))):
            happened = incident(
                f"2026-11-23 11:00 registered category={category}",
                "12:00 workaround-provided",
                "13:00 resolved",
            )
            found = standard_support().assess(happened, happened.events[-1].at)
            assert found[Obligation.RESOLUTION].clauses == clauses


# ------------------------------------------------------------------- the tests of each paragraph


def quoting() -> dict[str, list[str]]:
    """
    Return the test classes that quote each paragraph, by its id.

    A class quotes what its docstring names, and what those of its tests name. "4.6 to 4.8" names
    all three; a range over several sections names none.
    """
    found: dict[str, list[str]] = {clause_id: [] for clause_id in CLAUSES}
    for path in sorted((ROOT / "tests").glob("test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
                for clause_id in quoted_in(node):
                    found[clause_id].append(f"{path.stem}::{node.name}")
    return found


def quoted_in(node: ast.ClassDef) -> set[str]:
    """Return the paragraphs a test class quotes."""
    whose: list[ast.ClassDef | ast.FunctionDef] = [node]
    whose += [one for one in node.body if isinstance(one, ast.FunctionDef)]
    text = "\n".join(ast.get_docstring(one) or "" for one in whose)
    quoted: set[str] = set()
    for section, first, last in RANGE.findall(text):
        quoted |= {f"{section}.{number}" for number in range(int(first), int(last) + 1)}
    rest = ANY_RANGE.sub(" ", text)
    quoted.update(re.findall(r"(?<![\w.])\d\.\d{1,2}(?![\w]|\.\d)", rest))
    return quoted & set(CLAUSES)


RANGE = re.compile(r"\b(\d)\.(\d{1,2})(?: to |[–-])\1\.(\d{1,2})\b")
ANY_RANGE = re.compile(r"\b\d\.\d{1,2}(?: to |[–-])\d\.\d{1,2}\b")


class TestEveryParagraphIsTested:
    """A test names its paragraph, so that a change of the paragraph's rows is looked for there."""

    def test_some_class_quotes_each(self) -> None:
        assert [clause_id for clause_id, classes in quoting().items() if not classes] == []


def faults(row: Clause) -> Iterator[str]:
    """Yield what the register says of a paragraph that is not so, by the contract alone."""
    if {kind.value for kind in row.kinds} != register()[row.id]:
        yield "kinds"
    if row.fingerprint != fingerprint(paragraphs()[row.id].text):
        yield "fingerprint"
    words = normalised(paragraphs()[row.id].text).split()
    in_text = [word for word in words if word.isdigit() or word in IN_LETTERS]
    if [word for number in row.numbers for word in number.written.split()] != in_text:
        yield "numbers"
    if any(in_letters_or_digits(n.written) != n.value for n in row.numbers):
        yield "values"
    for summary in (row.summary.ru, row.summary.en):
        said = re.findall(r"(?<![\d:.])\d+(?=[^\d.]|\.?$|\. )", summary.replace(":00", ""))
        if {int(number) for number in said} - {number.value for number in row.numbers}:
            yield "summary"
    if (row.reason is not None) is not (register()[row.id] == {"statement"}):
        yield "reason"


def in_letters_or_digits(written: str) -> int:
    """Return the number that words of the text are."""
    known = {"две": 2, "10 00": 10, "19 00": 19}
    return known.get(written) or int(written.replace(" ", ""))


def altered(row: Clause) -> Iterator[tuple[str, Clause]]:
    """Yield the row with one thing about it changed, and what that is."""
    kinds = {*ClauseKind} - {*row.kinds}
    for kind in sorted(kinds, key=lambda one: str(one.value)):
        yield "kinds", row.replace(kinds=(*row.kinds, kind))
    if len(row.kinds) > 1:
        yield "kinds", row.replace(kinds=row.kinds[1:])
    yield "fingerprint", row.replace(fingerprint=CLAUSES[another(row.id)].fingerprint)
    for place, number in enumerate(row.numbers):
        before, after = row.numbers[:place], row.numbers[place + 1 :]
        yield "numbers", row.replace(numbers=(*before, *after))
        changed = number.replace(value=number.value + 1)
        yield "values", row.replace(numbers=(*before, changed, *after))
    more = row.summary.replace(en=f"{row.summary.en} Within 30 days.")
    yield "summary", row.replace(summary=more)
    reason = None if row.reason is not None else row.summary
    yield "reason", row.replace(reason=reason)


class TestAnAlteredParagraph:
    """0.1 to 4.12: a row of the register that is changed no longer agrees with the contract."""

    @pytest.mark.parametrize("row", CLAUSES.values(), ids=lambda row: row.id)
    def test_as_it_stands_it_agrees(self, row: Clause) -> None:
        assert list(faults(row)) == []

    @pytest.mark.parametrize("row", CLAUSES.values(), ids=lambda row: row.id)
    def test_whatever_is_changed_is_seen(self, row: Clause) -> None:
        for what, changed in altered(row):
            assert what in list(faults(changed)), what
