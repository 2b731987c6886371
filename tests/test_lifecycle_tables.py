"""Moves of category and level: every one once, with the agreement it needs."""

from __future__ import annotations

import pickle
from collections import Counter
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slarules.classify import DIRECT_ERRORS, LEVELS, MATTERS, RECORDED_IN_C
from slarules.clauses import CLAUSES
from slarules.errors import LevelOutsideCError, NoChangeError
from slarules.lifecycle import TRANSITIONS, Consent, Standing, standing, transition
from slarules.readings import LevelFourConsent, Readings
from slarules.terms import Category, Severity

ALONE_OR_NOT = "customer customer-to-level-four nobody"
# fmt: off
CASES = [
    # from, to                 rule         clauses         agreement, by level-four-consent
    ("C4", "A",               "R-4.9-5",   "4.9 4.12",     ALONE_OR_NOT),
    ("C4", "D",               "R-4.9-6",   "4.9 4.12",     ALONE_OR_NOT),
    ("C4", "B",               "R-4.12-1",  "4.12 4.9",     "both-parties"),
    ("C4", "E",               "R-4.12-1",  "4.12 4.9",     "both-parties"),
    ("C2", "C3",              "R-4.12-2",  "4.12 4.7 4.8", "both-parties"),
    ("C2", "C1",              "R-4.12-3",  "4.12 4.5",     "both-parties"),
    ("C2", "C4",              "R-4.12-3",  "4.12 4.5",     "both-parties"),
    ("C1", "C4",              "R-4.12-4",  "4.12 4.5",     "both-parties"),
    ("C3", "C2",              "R-4.12-4",  "4.12 4.5",     "both-parties"),
    ("C4", "C1",              "R-4.12-4",  "4.12 4.5",     "both-parties"),
    ("C", "A",                "R-4.12-5",  "4.12 3.6",     "both-parties"),
    ("C1", "D",               "R-4.12-5",  "4.12 3.6",     "both-parties"),
    ("C3", "E",               "R-4.12-5",  "4.12 3.6",     "both-parties"),
    ("A", "C4",               "R-4.12-6",  "4.12 3.6",     "both-parties"),
    ("D", "B",                "R-4.12-6",  "4.12 3.6",     "both-parties"),
    ("B", "E",                "R-4.12-6",  "4.12 3.6",     "both-parties"),
    ("unclassified", "C",     "R-4.12-7",  "4.12 3.6",     "nobody"),
    ("unclassified", "D",     "R-4.12-7",  "4.12 3.6",     "nobody"),
    ("C", "C1",               "R-4.12-8",  "4.12 4.5",     "nobody"),
    ("C1", "C",               "R-4.12-9",  "4.12 4.5",     "both-parties"),
    ("B", "unclassified",     "R-4.12-10", "4.12 3.6",     "both-parties"),
]
# fmt: on

standings = st.sampled_from(list(Standing))


def fills_in(start: Standing, end: Standing) -> bool:
    """Whether a move only adds a category or a level where none was recorded."""
    if start is Standing.UNCLASSIFIED:
        return True
    return start is Standing.C and end.category is Category.C


class TestTransitions:
    """4.12: classification changes only by agreement; 4.9: level 4 goes to A or D."""

    def test_every_move_has_exactly_one_row(self) -> None:
        covered = Counter(move for row in TRANSITIONS for move in row.moves)
        assert covered == Counter(permutations(Standing, 2))

    def test_a_row_names_no_standing_that_takes_no_part_in_a_move(self) -> None:
        for row in TRANSITIONS:
            assert {start for start, _ in row.moves} == set(row.starts), row.rule
            assert {end for _, end in row.moves} == set(row.ends), row.rule

    def test_an_id_is_used_once_here_and_in_the_definitions(self) -> None:
        used = Counter(row.rule for row in TRANSITIONS)
        used += Counter(row.rule for row in LEVELS)
        used += Counter(row.rule for row in (*MATTERS, *DIRECT_ERRORS, *RECORDED_IN_C))
        assert [rule for rule, times in used.items() if times > 1] == []

    def test_an_id_names_the_paragraph_that_decides(self) -> None:
        for row in TRANSITIONS:
            assert row.rule.split("-")[1] == row.clauses[0], row.rule
            assert set(row.clauses) <= set(CLAUSES)

    def test_each_row_is_cited_below(self) -> None:
        assert {case[2] for case in CASES} == {row.rule for row in TRANSITIONS}

    @pytest.mark.parametrize(("start", "end", "rule", "clauses", "consents"), CASES)
    def test_a_move_needs_the_agreement_of_its_row(
        self, start: str, end: str, rule: str, clauses: str, consents: str
    ) -> None:
        row = transition(Standing(start), Standing(end))
        assert (row.rule, " ".join(row.clauses)) == (rule, clauses)
        wanted = consents.split() if " " in consents else [consents] * 3
        assert [row.consent(option).value for option in LevelFourConsent] == wanted
        assert row.hinges_on_reading == (" " in consents)

    @given(start=standings, end=standings, option=st.sampled_from(list(LevelFourConsent)))
    def test_nothing_recorded_is_changed_without_both_but_level_four(
        self, start: Standing, end: Standing, option: LevelFourConsent
    ) -> None:
        """
        4.12; 4.9 for the move of level 4 to A or D, whatever is read into it.

        To record what was left open is no change of it (decision 0010).
        """
        if start is end:
            return
        consent = transition(start, end).consent(option)
        foreseen = start is Standing.C4 and end in {Standing.A, Standing.D}
        assert (consent is Consent.BOTH_PARTIES) == (not foreseen and not fills_in(start, end))
        if fills_in(start, end):
            assert consent is Consent.NOBODY

    @given(start=standings, end=standings)
    def test_by_default_the_customer_has_a_say_in_every_change(
        self, start: Standing, end: Standing
    ) -> None:
        """4.12, reading level-four-consent: consent is required also of the move by 4.9."""
        if start is not end and not fills_in(start, end):
            consent = transition(start, end).consent(Readings().level_four_consent)
            assert consent in {Consent.BOTH_PARTIES, Consent.CUSTOMER}

    @pytest.mark.parametrize("same", Standing)
    def test_to_stay_is_no_move(self, same: Standing) -> None:
        with pytest.raises(NoChangeError) as refused:
            transition(same, same)
        assert str(refused.value) == (
            f"from {same.value} to {same.value} nothing changes; "
            "give the category and level it changes to"
        )


class TestStanding:
    """3.6, 4.5: five categories, and four levels in C alone."""

    def test_there_is_one_for_each_category_each_level_and_none(self) -> None:
        categories: set[tuple[Category | None, Severity | None]]
        categories = {(category, None) for category in (None, *Category)}
        pairs = categories | {(Category.C, level) for level in Severity}
        assert {(one.category, one.severity) for one in Standing} == pairs
        assert len(Standing) == len(pairs)

    @pytest.mark.parametrize("one", Standing)
    def test_it_is_found_by_its_category_and_level(self, one: Standing) -> None:
        assert standing(one.category, one.severity) is one

    @pytest.mark.parametrize(
        ("category", "level"),
        [*product((None, Category.A, Category.B, Category.D, Category.E), Severity)],
    )
    def test_a_level_outside_c_is_refused(self, category: Category | None, level: Severity) -> None:
        with pytest.raises(LevelOutsideCError) as refused:
            standing(category, level)
        given_with = "no category" if category is None else f"category {category.value}"
        assert str(refused.value) == (
            f"level {level.value} was given with {given_with}; give a level with category C only"
        )
        copy = pickle.loads(pickle.dumps(refused.value))  # noqa: S301
        assert str(copy) == str(refused.value)
