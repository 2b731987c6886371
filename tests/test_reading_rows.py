"""The switches in words, held to the list of open questions."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from slarules.clauses import CLAUSES
from slarules.errors import ReadingError
from slarules.reading_rows import (
    READING_ROWS,
    WARNED_ROWS,
    ActsOn,
    choice_words,
    reading_row,
)
from slarules.readings import SWITCHES, WARNED, Readings
from tests.shared import shared_file

if TYPE_CHECKING:
    from slarules.reading_rows import ReadingRow

ROWS = tuple(READING_ROWS.values())

# By the questions themselves: an hour or a day, whether something counts, what follows from it.
ACTS_ON = {
    ActsOn.MOMENT: """
        cutoff-instant reaction-day-end registered-on-day-off before-opening reaction-on-entering
        due-instant term-last-day day-count-start period-end sixty-days-from sixty-days-pause
        replacement-trigger silence-end silence-out-of-hours silence-outage reproduction-time
        resolution-pause short-days decree-days
    """,
    ActsOn.EVENT: """
        reaction-record-kind reaction-by-automation internal-note reaction-by-reproduction-mark
        hotline-registration outage-registration outage-reaction open-questions reproduced-again
        resolved-when edition-of-incident
    """,
    ActsOn.STATE: """
        reaction-after-leaving support-begins entitlement-at b-workaround b-workaround-fails
        customer-comment-restarts late-answer level-four-consent severity-gap
    """,
}


@cache
def page() -> str:
    return shared_file("contract/readings.md").read_text(encoding="utf-8")


@cache
def listed() -> dict[str, list[str]]:
    """Return the rows of part A: id -> clause, question, options, why."""
    part = page().partition("## A.")[2].partition("## B.")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in part.splitlines()
        if line.startswith("| ") and not line.startswith("| id")
    ]
    return {row[0]: row[1:] for row in rows}


def option_ids(cell: str) -> list[str]:
    """Return the ids in a cell of options; what stands in brackets only explains them."""
    return re.findall(r"`([^`]+)`", re.sub(r"\([^)]*\)", "", cell))


class TestTheList:
    """Part A of the open questions: every switch, its clauses and its options."""

    def test_has_the_switches_in_this_order(self) -> None:
        assert list(READING_ROWS) == list(listed()) == list(SWITCHES)
        assert len(READING_ROWS) == 39

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row.switch)
    def test_has_the_clauses_of_the_row(self, row: ReadingRow) -> None:
        assert ", ".join(row.clauses) == listed()[row.switch][0]
        assert set(row.clauses) <= set(CLAUSES)

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row.switch)
    def test_has_the_options_of_the_row_the_default_first(self, row: ReadingRow) -> None:
        assert list(row.options) == option_ids(listed()[row.switch][2])
        assert list(row.options) == [option.value for option in SWITCHES[row.switch]]

    @pytest.mark.parametrize("switch", SWITCHES)
    def test_has_the_option_that_is_taken_where_nothing_is_chosen(self, switch: str) -> None:
        assert Readings().option(switch).value == option_ids(listed()[switch][2])[0]

    def test_has_the_warned_combinations_with_their_reasons(self) -> None:
        notes = page().partition("Combinations the library warns about:")[2].split("\n")[0]
        pairs = re.findall(r"`([^`]+)` with `([^`]+)` \(([^)]*)\)", notes)
        assert [row.choices for row in WARNED_ROWS] == list(WARNED)
        assert [(*row.choices, plain(row.why.en)) for row in WARNED_ROWS] == pairs


def plain(reason: str) -> str:
    """Return a reason as the list has it, without the verb of our sentence."""
    said = reason.removeprefix("these are ")
    return (
        said.replace("HelpDesk is open", "HelpDesk open")
        .replace("and shut", "shut")
        .replace("one party shut", "one party, shut")
    )


class TestWords:
    """Question, options and reason in both languages."""

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row.switch)
    def test_of_a_row_are_russian_and_english(self, row: ReadingRow) -> None:
        for text in (row.question, *row.options.values(), row.why):
            assert re.search("[а-яё]", text.ru)
            assert not re.search("[А-Яа-яЁё]", text.en)
            for said in (text.ru, text.en):
                assert said == said.strip()
                assert not said.endswith(".")

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row.switch)
    def test_ask_a_question_whose_options_differ(self, row: ReadingRow) -> None:
        assert "?" in row.question.ru
        assert "?" in row.question.en
        for language in ("ru", "en"):
            said = [getattr(text, language) for text in row.options.values()]
            assert len(set(said)) == len(said)

    def test_say_where_a_reading_acts(self) -> None:
        wanted = {switch: kind for kind, ids in ACTS_ON.items() for switch in ids.split()}
        assert {row.switch: row.acts_on for row in ROWS} == wanted


class TestLookUp:
    """A row, or what a choice says, is found by its id."""

    def test_of_a_switch(self) -> None:
        assert reading_row("due-instant").clauses == ("4.3", "4.4", "4.11")

    def test_of_an_unknown_switch_is_refused_naming_the_known_ones(self) -> None:
        with pytest.raises(ReadingError) as refusal:
            reading_row("cutoff")
        assert (refusal.value.given, refusal.value.known) == ("cutoff", tuple(SWITCHES))

    def test_of_a_choice(self) -> None:
        assert (
            choice_words("cutoff-instant=same-day")
            == (reading_row("cutoff-instant").options["same-day"])
        )

    @pytest.mark.parametrize("given", ["cutoff-instant=never", "cutoff-instant", "=", ""])
    def test_of_what_is_no_choice_is_refused(self, given: str) -> None:
        with pytest.raises(ReadingError) as refusal:
            choice_words(given)
        assert refusal.value.given == given
