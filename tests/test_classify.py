"""The definitions of categories and levels, row by row and against a plain transcription."""

from __future__ import annotations

import pickle
from collections import Counter
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slarules.classify import (
    DIRECT_ERRORS,
    LEVELS,
    MATTERS,
    RECORDED_IN_C,
    Ask,
    BaseModule,
    CannotTell,
    Classified,
    Data,
    DefinitionGap,
    Documents,
    Domain,
    Effect,
    Fact,
    Facts,
    Gap,
    Matter,
    Recorded,
    Users,
    Workaround,
    classify,
)
from slarules.clauses import CLAUSES
from slarules.errors import WrongTypeError
from slarules.readings import Readings, SeverityGap
from slarules.terms import Category, Severity, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS: dict[str, tuple[type[Word], ...]] = {
    "MATTERS": (Matter, Domain),
    "DIRECT_ERRORS": (Documents, BaseModule, Data),
    "RECORDED_IN_C": (Category, Recorded),
    "LEVELS": (Effect, Users, Workaround),
}
TABLES: dict[str, tuple[Any, ...]] = {
    "MATTERS": MATTERS,
    "DIRECT_ERRORS": DIRECT_ERRORS,
    "RECORDED_IN_C": RECORDED_IN_C,
    "LEVELS": LEVELS,
}
ALL_ROWS = [row for table in TABLES.values() for row in table]


def said(then: object) -> str:
    """Return an outcome as the tables below write it."""
    match then:
        case None:
            return "next table"
        case Gap():
            return "gap"
        case Ask(facts=facts):
            return " ".join(["ask", *(fact.value for fact in facts)])
        case Category() | Severity():
            return str(then.value)
        case _:
            pytest.fail(f"no outcome: {then!r}")


def row_of(table: str, words: str) -> Any:
    """Return the one row of a table that covers the values, given by their ids."""
    values = tuple(column(word) for column, word in zip(COLUMNS[table], words.split(), strict=True))
    found = [row for row in TABLES[table] if values in set(product(*row.when))]
    assert len(found) == 1
    return found[0]


# A representative of each row; what it gives, by the paragraphs cited.
MATTER_CASES = [
    # matter, domain                 outcome              rule        clauses
    ("problem environment", "A", "R-3.7-1", "3.7 3.6"),
    ("question environment", "A", "R-3.7-1", "3.7 3.6"),
    ("wish environment", "A", "R-3.7-1", "3.7 3.6"),
    ("unknown environment", "A", "R-3.7-1", "3.7 3.6"),
    ("problem external-software", "B", "R-3.8-1", "3.8"),
    ("problem product", "next table", "R-3.9-1", "3.9"),
    ("problem use", "D", "R-3.10-1", "3.10"),
    ("question use", "D", "R-3.10-1", "3.10"),
    ("wish use", "D", "R-3.10-1", "3.10"),
    ("question external-software", "D", "R-3.10-2", "3.10"),
    ("question product", "D", "R-3.10-2", "3.10"),
    ("wish external-software", "E", "R-3.11-1", "3.11"),
    ("wish product", "E", "R-3.11-1", "3.11"),
    ("problem unknown", "ask domain", "R-3.6-1", "3.6"),
    ("question unknown", "ask domain", "R-3.6-2", "3.6"),
    ("wish unknown", "ask domain", "R-3.6-2", "3.6"),
    ("unknown product", "ask matter", "R-3.6-3", "3.6"),
    ("unknown unknown", "ask matter domain", "R-3.6-4", "3.6"),
]
ERROR_CASES = [
    # documents, base module, data    outcome             rule        clauses
    ("departs-from-both sound sound", "C", "R-3.9-2", "3.9"),
    ("departs-from-one sound sound", "C", "R-3.9-3", "3.9"),
    ("not-described fails sound", "C", "R-3.9-4", "3.9"),
    ("not-described sound damaged", "C", "R-3.9-5", "3.9"),
    ("as-described sound sound", "E", "R-3.11-2", "3.11 3.9"),
    ("not-described sound sound", "gap", "R-3.9-6", "3.9 3.6"),
    ("as-described unknown sound", "ask base_module", "R-3.9-7", "3.9"),
    ("not-described sound unknown", "ask data", "R-3.9-8", "3.9"),
    ("as-described unknown unknown", "ask base_module data", "R-3.9-9", "3.9"),
    ("unknown sound sound", "ask documents", "R-3.9-10", "3.9"),
    ("unknown unknown sound", "ask documents base_module", "R-3.9-11", "3.9"),
    ("unknown sound unknown", "ask documents data", "R-3.9-12", "3.9"),
    ("unknown unknown unknown", "ask documents base_module data", "R-3.9-13", "3.9"),
]
RECORDED_CASES = [
    # category, recorded  outcome          rule        clauses
    ("A in-c", "4", "R-4.9-1", "4.9 4.5"),
    ("D in-c", "4", "R-4.9-1", "4.9 4.5"),
    ("A unknown", "ask recorded", "R-4.9-2", "4.9"),
    ("D unknown", "ask recorded", "R-4.9-2", "4.9"),
    ("B in-c", "B", "R-4.9-3", "4.9 4.12"),
    ("E in-c", "E", "R-4.9-4", "4.9 4.12"),
    ("A not-in-c", "A", "R-3.7-2", "3.7"),
    ("B unknown", "B", "R-3.8-2", "3.8"),
    ("D not-in-c", "D", "R-3.10-3", "3.10"),
    ("E not-in-c", "E", "R-3.11-3", "3.11"),
    ("C not-in-c", "next table", "R-4.5-1", "4.5"),
    ("C in-c", "next table", "R-4.5-1", "4.5"),
]
E, U, W = "ask effect", "ask users", "ask workaround"
EU, EW, UW = "ask effect users", "ask effect workaround", "ask users workaround"
EUW = "ask effect users workaround"
# fmt: off
LEVEL_CASES = [
    # effect, users, workaround       no-level-fits, higher, lower   rule  clauses
    ("everything-down nobody none",    "1", "1", "1",    "R-4.6-1",  "4.6"),
    ("everything-down nobody exists",  "gap", "2", "3",  "R-4.6-2",  "4.6 4.7 4.8"),
    ("everything-down few none",       "2", "2", "2",    "R-4.7-1",  "4.7 4.6"),
    ("main-use-lost nobody none",      "2", "2", "2",    "R-4.7-2",  "4.7 4.6"),
    ("serious most none",              "2", "2", "2",    "R-4.7-3",  "4.7"),
    ("minor most none",                "gap", "2", "3",  "R-4.7-4",  "4.7 4.8"),
    ("minor most exists",              "3", "3", "3",    "R-4.8-1",  "4.8"),
    ("serious most exists",            "3", "3", "3",    "R-4.8-1",  "4.8"),
    ("serious few exists",             "gap", "2", "3",  "R-4.8-2",  "4.8 4.7"),
    ("serious nobody exists",          "gap", "2", "3",  "R-4.8-3",  "4.8 4.7"),
    ("minor few unknown",              "gap", "2", "3",  "R-4.8-4",  "4.8 4.7"),
    ("serious unknown exists",         U, U, "3",        "R-4.5-2",  "4.5 4.8 4.7"),
    ("everything-down unknown none",   U, U, U,          "R-4.5-3",  "4.5 4.6 4.7"),
    ("unknown nobody none",            E, E, E,          "R-4.5-4",  "4.5 4.6 4.7"),
    ("unknown few none",               E, "2", E,        "R-4.5-5",  "4.5 4.7 4.8"),
    ("unknown unknown none",           EU, EU, EU,       "R-4.5-6",  "4.5 4.6 4.7"),
    ("everything-down nobody unknown", W, W, W,          "R-4.5-7",  "4.5 4.6"),
    ("serious few unknown",            W, "2", W,        "R-4.5-8",  "4.5 4.7 4.8"),
    ("serious nobody unknown",         W, "2", W,        "R-4.5-9",  "4.5 4.7 4.8"),
    ("serious most unknown",           W, W, W,          "R-4.5-10", "4.5 4.7 4.8"),
    ("everything-down unknown unknown", UW, UW, UW,      "R-4.5-11", "4.5 4.6 4.7 4.8"),
    ("serious unknown unknown",        UW, UW, W,        "R-4.5-12", "4.5 4.7 4.8"),
    ("minor most unknown",             W, W, "3",        "R-4.5-13", "4.5 4.8 4.7"),
    ("minor unknown unknown",          UW, UW, "3",      "R-4.5-14", "4.5 4.8 4.7"),
    ("unknown nobody unknown",         EW, EW, EW,       "R-4.5-15", "4.5 4.6 4.7 4.8"),
    ("unknown few unknown",            EW, "2", EW,      "R-4.5-16", "4.5 4.7 4.8"),
    ("unknown most unknown",           EW, W, EW,        "R-4.5-17", "4.5 4.7 4.8"),
    ("unknown unknown unknown",        EUW, EUW, EUW,    "R-4.5-18", "4.5 4.6 4.7 4.8"),
]
# fmt: on


class TestTables:
    """3.6 to 4.9 as tables: every combination exactly once, UNKNOWN like any other."""

    @pytest.mark.parametrize("table", TABLES)
    def test_every_combination_has_exactly_one_row(self, table: str) -> None:
        covered = Counter(facts for row in TABLES[table] for facts in product(*row.when))
        assert covered == Counter(product(*COLUMNS[table]))

    def test_an_id_is_used_once(self) -> None:
        assert [i for i, n in Counter(row.rule for row in ALL_ROWS).items() if n > 1] == []

    def test_an_id_names_the_paragraph_that_decides(self) -> None:
        for row in ALL_ROWS:
            assert row.rule.split("-")[1] == row.clauses[0], row.rule

    def test_every_paragraph_cited_is_in_the_register(self) -> None:
        assert {clause for row in ALL_ROWS for clause in row.clauses} <= set(CLAUSES)

    def test_each_definition_has_a_row(self) -> None:
        definitions = {f"3.{n}" for n in range(6, 12)} | {f"4.{n}" for n in range(5, 10)}
        assert {row.clauses[0] for row in ALL_ROWS} == definitions

    def test_each_row_is_cited_below(self) -> None:
        cases = [*MATTER_CASES, *ERROR_CASES, *RECORDED_CASES, *LEVEL_CASES]
        assert {case[-2] for case in cases} == {row.rule for row in ALL_ROWS}

    @pytest.mark.parametrize(("words", "outcome", "rule", "clauses"), MATTER_CASES)
    def test_matters(self, words: str, outcome: str, rule: str, clauses: str) -> None:
        """3.6 to 3.8, 3.10, 3.11."""
        row = row_of("MATTERS", words)
        assert (said(row.then), row.rule, " ".join(row.clauses)) == (outcome, rule, clauses)

    @pytest.mark.parametrize(("words", "outcome", "rule", "clauses"), ERROR_CASES)
    def test_direct_errors(self, words: str, outcome: str, rule: str, clauses: str) -> None:
        """3.9: three cases, each enough."""
        row = row_of("DIRECT_ERRORS", words)
        assert (said(row.then), row.rule, " ".join(row.clauses)) == (outcome, rule, clauses)

    @pytest.mark.parametrize(("words", "outcome", "rule", "clauses"), RECORDED_CASES)
    def test_recorded_in_c(self, words: str, outcome: str, rule: str, clauses: str) -> None:
        """4.9: what proves to be A or D, and stands in C, is level 4."""
        row = row_of("RECORDED_IN_C", words)
        assert (said(row.then), row.rule, " ".join(row.clauses)) == (outcome, rule, clauses)

    @pytest.mark.parametrize(
        ("words", "no_level_fits", "higher", "lower", "rule", "clauses"), LEVEL_CASES
    )
    def test_levels(
        self, words: str, no_level_fits: str, higher: str, lower: str, rule: str, clauses: str
    ) -> None:
        """4.6 to 4.8."""
        row = row_of("LEVELS", words)
        under = [said(row.under(option)) for option in SeverityGap]
        assert (under, row.rule) == ([no_level_fits, higher, lower], rule)
        assert " ".join(row.clauses) == clauses


# ------------------------------------------------------------------------------- oracle


def transcribed(facts: Facts, severity_gap: SeverityGap) -> str:
    """
    Say what a fully known matter is, paragraph by paragraph, with no table.

    A category, with a level for C, "gap" where the definitions are silent, and "C4>A" where 4.9
    sends what stands in C elsewhere.
    """
    problem = facts.matter is Matter.PROBLEM
    if facts.domain is Domain.ENVIRONMENT:  # 3.7
        found = "A"
    elif problem and facts.domain is Domain.EXTERNAL_SOFTWARE:  # 3.8
        found = "B"
    elif facts.domain is Domain.USE or facts.matter is Matter.QUESTION:  # 3.10
        found = "D"
    elif facts.matter is Matter.WISH:  # 3.11
        found = "E"
    elif (  # 3.9
        facts.documents in {Documents.DEPARTS_FROM_ONE, Documents.DEPARTS_FROM_BOTH}
        or facts.base_module is BaseModule.FAILS
        or facts.data is Data.DAMAGED
    ):
        return transcribed_level(facts, severity_gap)
    else:
        found = "E" if facts.documents is Documents.AS_DESCRIBED else "gap"
    if found in {"A", "D"} and facts.recorded is Recorded.IN_C:  # 4.9
        return f"C4>{found}"
    return found


def transcribed_level(facts: Facts, severity_gap: SeverityGap) -> str:
    """Say the level of an error of the product (4.6 to 4.8)."""
    no_way_round = facts.workaround is Workaround.NONE
    if facts.effect is Effect.EVERYTHING_DOWN and facts.users is Users.NOBODY and no_way_round:
        return "C1"  # 4.6
    if facts.effect is not Effect.MINOR and no_way_round:
        return "C2"  # 4.7
    if facts.users is Users.MOST and not no_way_round:
        return "C3"  # 4.8
    return {"no-level-fits": "C gap", "higher": "C2", "lower": "C3"}[severity_gap.value]


def in_short(answer: Classified | CannotTell | DefinitionGap) -> str:
    """Return an answer as the oracle writes it."""
    match answer:
        case Classified(category=category, severity=None):
            return category.value
        case Classified(category=category, severity=Severity() as level, redefine_as=None):
            return f"{category.value}{level.value}"
        case Classified(category=category, severity=Severity() as level, redefine_as=elsewhere):
            assert elsewhere is not None
            return f"{category.value}{level.value}>{elsewhere.value}"
        case DefinitionGap(category=None):
            return "gap"
        case DefinitionGap(category=Category() as category):
            return f"{category.value} gap"
        case _:
            return "cannot tell"


FIELDS = {name: type(default) for name, default in Facts._defaults.items()}
KNOWN = {name: [v for v in kind if v.value != "unknown"] for name, kind in FIELDS.items()}

known_facts = st.builds(Facts, **{name: st.sampled_from(values) for name, values in KNOWN.items()})
readings = st.sampled_from(list(SeverityGap))


@st.composite
def partly_known_facts(draw: st.DrawFn) -> Facts:
    """Facts of which at most four are unknown."""
    hidden = draw(st.sets(st.sampled_from(sorted(FIELDS)), max_size=4))
    changes = {name: FIELDS[name]("unknown") for name in hidden}
    return draw(known_facts).replace(**changes)


def refinements(facts: Facts) -> Iterator[Facts]:
    """Return every way the unknown facts can turn out."""
    hidden = [name for name in FIELDS if getattr(facts, name).value == "unknown"]
    for values in product(*(KNOWN[name] for name in hidden)):
        yield facts.replace(**dict(zip(hidden, values, strict=True)))


class TestAgainstTheParagraphs:
    """3.7 to 3.11 and 4.6 to 4.9, written out with no table."""

    @given(facts=known_facts, severity_gap=readings)
    def test_a_known_matter_is_what_the_paragraphs_say(
        self, facts: Facts, severity_gap: SeverityGap
    ) -> None:
        """3.7 to 3.11, 4.6 to 4.9."""
        answer = classify(facts, severity_gap=severity_gap)
        assert in_short(answer) == transcribed(facts, severity_gap)

    def test_every_known_level_is_what_the_paragraphs_say(self) -> None:
        """4.6 to 4.8, whole."""
        error = Facts(
            matter=Matter.PROBLEM, domain=Domain.PRODUCT, documents=Documents.DEPARTS_FROM_BOTH
        )
        for effect, users, way, option in product(
            KNOWN["effect"], KNOWN["users"], KNOWN["workaround"], SeverityGap
        ):
            facts = error.replace(effect=effect, users=users, workaround=way)
            answer = classify(facts, severity_gap=option)
            assert in_short(answer) == transcribed(facts, option)

    @given(facts=partly_known_facts(), severity_gap=readings)
    def test_the_unknown_is_asked_for_only_where_it_can_matter(
        self, facts: Facts, severity_gap: SeverityGap
    ) -> None:
        """3.6 to 3.11, 4.5 to 4.9: what all ways of turning out agree on, is said."""
        answer = classify(facts, severity_gap=severity_gap)
        possible = {transcribed(one, severity_gap) for one in refinements(facts)}
        if isinstance(answer, CannotTell):
            assert len(possible) > 1
            if answer.category is not None:
                assert {one[0] for one in possible} == {answer.category.value}
        else:
            assert possible == {in_short(answer)}

    @given(facts=partly_known_facts(), severity_gap=readings)
    def test_each_fact_asked_for_can_change_the_outcome(
        self, facts: Facts, severity_gap: SeverityGap
    ) -> None:
        """3.6 to 3.11, 4.5 to 4.9: no fact is asked for in vain."""
        answer = classify(facts, severity_gap=severity_gap)
        if not isinstance(answer, CannotTell):
            return
        for fact in answer.missing:
            assert getattr(facts, fact.value).value == "unknown"
            others = [facts.replace(**{fact.value: v}) for v in KNOWN[fact.value]]
            worlds = zip(*map(refinements, others), strict=True)
            assert any(
                len({transcribed(one, severity_gap) for one in world}) > 1 for world in worlds
            )

    @pytest.mark.parametrize("option", SeverityGap)
    @pytest.mark.parametrize("table", ["DIRECT_ERRORS", "LEVELS"])
    def test_a_table_asks_for_all_its_facts_that_matter_and_no_other(
        self, table: str, option: SeverityGap
    ) -> None:
        """3.9, 4.6 to 4.8: by brute force over every combination of the table."""
        names = {"DIRECT_ERRORS": "documents base_module data", "LEVELS": "effect users workaround"}
        error = Facts(
            matter=Matter.PROBLEM,
            domain=Domain.PRODUCT,
            documents=Documents.DEPARTS_FROM_BOTH,
            base_module=BaseModule.SOUND,
            data=Data.SOUND,
            effect=Effect.SERIOUS,
            users=Users.MOST,
            workaround=Workaround.NONE,
        )
        for values in product(*COLUMNS[table]):
            facts = error.replace(**dict(zip(names[table].split(), values, strict=True)))
            hidden = [n for n in names[table].split() if getattr(facts, n).value == "unknown"]
            matter = [
                name
                for name in hidden
                if any(
                    len({transcribed(one, option) for one in world}) > 1
                    for world in zip(
                        *(refinements(facts.replace(**{name: v})) for v in KNOWN[name]),
                        strict=True,
                    )
                )
            ]
            answer = classify(facts, severity_gap=option)
            asked = answer.missing if isinstance(answer, CannotTell) else ()
            assert [fact.value for fact in asked] == matter


# ------------------------------------------------------------------------------ answers


class TestClassify:
    """3.6: every problem the Customer's people may meet falls into a category."""

    def test_an_error_of_the_product_has_a_level_and_its_derivation(self) -> None:
        answer = classify(
            Facts(
                matter=Matter.PROBLEM,
                domain=Domain.PRODUCT,
                documents=Documents.DEPARTS_FROM_BOTH,
                effect=Effect.SERIOUS,
                users=Users.MOST,
                workaround=Workaround.NONE,
            )
        )
        assert isinstance(answer, Classified)
        assert (answer.category, answer.severity) == (Category.C, Severity.SERIOUS)
        assert answer.rules == ("R-3.9-1", "R-3.9-2", "R-4.5-1", "R-4.7-3")
        assert answer.clauses == ("3.9", "4.5", "4.7")
        assert answer.readings == ()

    def test_what_needs_no_further_fact_is_said_with_nothing_else_known(self) -> None:
        """3.7: whatever is brought about hardware is A."""
        answer = classify(Facts(domain=Domain.ENVIRONMENT))
        assert isinstance(answer, Classified)
        assert (answer.category, answer.severity) == (Category.A, None)

    def test_an_unknown_cause_is_not_guessed(self) -> None:
        """3.8, 3.9, answer category-overlap: third-party parts of a base module, by cause."""
        answer = classify(Facts(matter=Matter.PROBLEM, base_module=BaseModule.FAILS))
        assert isinstance(answer, CannotTell)
        assert answer.missing == (Fact.DOMAIN,)
        assert answer.category is None

    def test_nothing_known_is_nothing_told(self) -> None:
        answer = classify(Facts())
        assert isinstance(answer, CannotTell)
        assert answer.missing == (Fact.MATTER, Fact.DOMAIN)

    def test_the_category_is_told_where_only_the_level_is_not(self) -> None:
        """4.3 needs the category alone."""
        answer = classify(Facts(matter=Matter.PROBLEM, domain=Domain.PRODUCT, data=Data.DAMAGED))
        assert isinstance(answer, CannotTell)
        assert answer.category is Category.C
        assert answer.missing == (Fact.EFFECT, Fact.USERS, Fact.WORKAROUND)

    def test_works_as_documented_is_a_wish(self) -> None:
        """3.9, 3.11, answer correct-but-bad: only a departure makes C."""
        answer = classify(
            Facts(
                matter=Matter.PROBLEM,
                domain=Domain.PRODUCT,
                documents=Documents.AS_DESCRIBED,
                base_module=BaseModule.SOUND,
                data=Data.SOUND,
            )
        )
        assert isinstance(answer, Classified)
        assert answer.category is Category.E

    def test_a_problem_outside_all_definitions_is_said_to_be_so(self) -> None:
        """3.6 promises a category, and 3.9 describes none for it."""
        answer = classify(
            Facts(
                matter=Matter.PROBLEM,
                domain=Domain.PRODUCT,
                documents=Documents.NOT_DESCRIBED,
                base_module=BaseModule.SOUND,
                data=Data.SOUND,
            )
        )
        assert isinstance(answer, DefinitionGap)
        assert answer.category is None
        assert answer.clauses == ("3.9", "3.6")

    @pytest.mark.parametrize(
        ("option", "level"), [("higher", Severity.SERIOUS), ("lower", Severity.MINOR)]
    )
    def test_the_gap_between_levels_is_filled_only_on_request(
        self, option: str, level: Severity
    ) -> None:
        """4.7, 4.8, reading severity-gap: serious, with a workaround, most cannot work."""
        facts = Facts(
            matter=Matter.PROBLEM,
            domain=Domain.PRODUCT,
            documents=Documents.DEPARTS_FROM_BOTH,
            effect=Effect.SERIOUS,
            users=Users.FEW,
            workaround=Workaround.EXISTS,
        )
        silent = classify(facts)
        assert isinstance(silent, DefinitionGap)
        assert silent.category is Category.C
        assert silent.readings == ("severity-gap=no-level-fits",)
        filled = classify(facts, severity_gap=SeverityGap(option))
        assert isinstance(filled, Classified)
        assert filled.severity is level
        assert filled.readings == (f"severity-gap={option}",)

    def test_the_default_is_that_of_the_readings(self) -> None:
        facts = Facts(
            matter=Matter.PROBLEM,
            domain=Domain.PRODUCT,
            data=Data.DAMAGED,
            effect=Effect.MINOR,
            workaround=Workaround.NONE,
        )
        assert classify(facts) == classify(facts, severity_gap=Readings().severity_gap)

    @pytest.mark.parametrize(
        ("matter", "domain", "elsewhere"),
        [
            (Matter.QUESTION, Domain.ENVIRONMENT, Category.A),
            (Matter.PROBLEM, Domain.USE, Category.D),
        ],
    )
    def test_what_stands_in_c_and_is_a_or_d_is_level_four(
        self, matter: Matter, domain: Domain, elsewhere: Category
    ) -> None:
        """4.9: not an error of the product; to be redefined as A or D."""
        answer = classify(Facts(matter=matter, domain=domain, recorded=Recorded.IN_C))
        assert isinstance(answer, Classified)
        assert (answer.category, answer.severity) == (Category.C, Severity.NOT_AN_ERROR)
        assert answer.redefine_as is elsewhere

    def test_what_stands_in_c_and_is_b_has_no_level(self) -> None:
        """4.9 names A and D only; answer level-four-to-others."""
        answer = classify(
            Facts(matter=Matter.PROBLEM, domain=Domain.EXTERNAL_SOFTWARE, recorded=Recorded.IN_C)
        )
        assert isinstance(answer, Classified)
        assert (answer.category, answer.severity, answer.redefine_as) == (Category.B, None, None)
        assert "4.12" in answer.clauses


class TestFacts:
    """A fact is a member of its own set, and every set knows UNKNOWN."""

    def test_the_names_of_facts_are_the_fields(self) -> None:
        assert [fact.value for fact in Fact] == list(Facts._fields)

    @pytest.mark.parametrize("name", FIELDS)
    def test_unknown_is_a_member_of_each(self, name: str) -> None:
        assert FIELDS[name]("unknown") in FIELDS[name]

    def test_what_is_not_given_is_unknown_except_where_it_stands(self) -> None:
        given_none = {name for name in FIELDS if getattr(Facts(), name).value == "unknown"}
        assert given_none == set(FIELDS) - {"recorded"}
        assert Facts().recorded is Recorded.NOT_IN_C

    def test_a_value_of_another_set_is_refused(self) -> None:
        with pytest.raises(WrongTypeError) as refused:
            Facts(base_module=Data.SOUND)  # type: ignore[arg-type]
        assert str(refused.value) == (
            "base_module must be a member of BaseModule, not Data <Data.SOUND: 'sound'>; "
            "give a value of the kind asked for"
        )

    @given(facts=known_facts, severity_gap=readings)
    def test_an_answer_survives_pickling(self, facts: Facts, severity_gap: SeverityGap) -> None:
        """3.6 to 4.9: an answer is a value."""
        answer = classify(facts, severity_gap=severity_gap)
        assert pickle.loads(pickle.dumps(answer)) == answer  # noqa: S301
