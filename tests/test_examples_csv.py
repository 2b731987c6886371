"""
The worked examples of the contract that need no history: one fact in, one answer out.

``tests/data/examples.csv`` is worked by hand, each row with its reason. Rows with more events than
one belong to ``assess``.
"""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import pytest

from slarules.agreement import standard_support
from slarules.deadlines import Deadline, NotApplicable, NotStated
from slarules.readings import SWITCHES, Readings
from slarules.terms import Category
from tests.oracles.official import SHARED, TESTS

if TYPE_CHECKING:
    from collections.abc import Iterator

COPY = TESTS / "data" / "examples.csv"
ORIGINAL = SHARED / "contract" / "examples.csv"
MOSCOW = ZoneInfo("Europe/Moscow")

Row = dict[str, str]

ONE_FACT = ("registered", "registered | unresolved, no workaround", "asked")
"""What ``events`` says of one fact and nothing after it; that all stands as it was is no event."""


def rows() -> Iterator[Row]:
    with COPY.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def written_elsewhere(row: Row) -> datetime | None:
    """Return the one fact's moment where the row writes it on another clock than Moscow's."""
    fact, _, text = row["events"].partition(" ")
    if fact != "registered" or "|" in text or not text:
        return None
    return datetime.fromisoformat(text)


EXAMPLES: Final = [row for row in rows() if row["events"] in ONE_FACT or written_elsewhere(row)]


def ask(row: Row) -> Deadline | NotStated | NotApplicable:
    """Ask the agreement a row's question, under the readings it names."""
    named = [choice for choice in row["readings"].split(";") if choice.split("=")[0] in SWITCHES]
    agreement = standard_support(readings=Readings.of(named))
    at = written_elsewhere(row) or moscow(row["at_moscow"])
    match row["what"]:
        case "reaction":
            return agreement.reaction_deadline(at, Category.of(row["category"]))
        case "replacement_search":
            return agreement.replacement_search_deadline(at, Category.of(row["category"]))
        case "automatic_closing":
            return agreement.automatic_closing_deadline(at)
        case unknown:
            pytest.fail(f"a row of one fact asks for {unknown}")


def moscow(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW)


def name_of(row: Row) -> str:
    return f"{row['what']}-{row['at_moscow'].replace(' ', 'T')}-{row['category'] or 'any'}"


@pytest.mark.parametrize("row", EXAMPLES, ids=name_of)
class TestExamples:
    """4.1, 4.2, 4.3, 4.4, 4.11: the answers worked by hand."""

    def test_the_answer_is_the_one_worked_by_hand(self, row: Row) -> None:
        answer = ask(row)
        match row["outcome"]:
            case "due":
                assert isinstance(answer, Deadline)
                assert answer.due.isoformat(" ") == moscow(row["expected_moscow"]).isoformat(" ")
                assert not answer.provisional
            case "not-stated":
                assert isinstance(answer, NotStated)
            case "not-applicable":
                assert isinstance(answer, NotApplicable)
            case unknown:
                pytest.fail(f"an outcome without a test: {unknown}")

    def test_it_cites_the_clauses_of_the_row(self, row: Row) -> None:
        answer = ask(row)
        steps = answer.steps if isinstance(answer, Deadline) else ()
        cited = {*answer.clauses, *(step.clause for step in steps)}
        assert {*row["clauses"].split(";")} <= cited

    def test_it_says_which_readings_of_the_row_it_met(self, row: Row) -> None:
        answer = ask(row)
        named = {
            choice for choice in row["readings"].split(";") if choice.split("=")[0] in SWITCHES
        }
        met = answer.readings if isinstance(answer, Deadline) else ()
        assert named - {*met} <= MET_BY_THE_CALENDAR

    def test_its_moment_in_moscow_is_the_rows(self, row: Row) -> None:
        elsewhere = written_elsewhere(row)
        assert elsewhere is None or elsewhere.astimezone(UTC) == moscow(row["at_moscow"])


MET_BY_THE_CALENDAR: Final = {"decree-days=business-days", "short-days=full-day"}
"""Readings decided in the calendar's days, before any question is asked."""


def test_the_copy_is_the_published_file() -> None:
    assert not ORIGINAL.exists() or COPY.read_bytes() == ORIGINAL.read_bytes()


def test_no_row_of_one_fact_is_left_out() -> None:
    assert len(EXAMPLES) == 18
    assert {row["what"] for row in EXAMPLES} == {
        "reaction",
        "replacement_search",
        "automatic_closing",
    }
