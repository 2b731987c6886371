"""
The worked examples as incidents: what docs/examples says is what the package answers.

``tests/data/examples.csv`` is the published list, worked by hand; each of its rows is an incident
of docs/examples, with the other readings its last column names. No answer there came from a
program.
"""

from __future__ import annotations

import csv
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

import pytest

from slarules.agreement import LAST, standard_support
from slarules.answers import answer
from slarules.calendar import BusinessCalendar
from slarules.documents import dumps, loads
from slarules.incident import Incident
from slarules.readings import SWITCHES, Readings
from slarules.russia import DECREED_THROUGH, FIRST, off_and_worked
from slarules.service import UNRECORDED, Service, ServiceRecord
from slarules.terms import Category, Obligation
from tests.judging import MOSCOW, agreement, at, moscow, told
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from slarules.assess import Assessment

Row = dict[str, str]

FOLDER: Final = ROOT / "docs" / "examples"


def rows_of(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


WORKED: Final = rows_of(ROOT / "tests" / "data" / "examples.csv")
ANSWERS: Final = rows_of(FOLDER / "answers.csv")

# fmt: off
EXAMPLE_OF: Final = {
    "reaction 2026-11-23 11:59:59 B": "before-the-cutoff",
    "reaction 2026-11-23 12:00:00 B": "at-the-cutoff",
    "reaction 2026-11-23 03:10:00 C": "before-the-desk-opens",
    "reaction 2026-11-28 09:00:00 C": "on-a-saturday",
    "reaction 2024-12-28 11:00:00 C": "on-a-worked-saturday",
    "reaction 2024-12-28 15:00:00 B": "before-the-new-year",
    "reaction 2014-03-10 11:00:00 B": "on-a-transferred-day-off",
    "reaction 2021-11-01 09:00:00 C": "on-a-day-declared-non-working",
    "reaction 2026-11-23 11:00:00 A": "category-a",
    "reaction 2026-11-23 11:00:00 E": "category-e",
    "replacement_search 2026-08-24 11:00:00 B": "sixty-business-days",
    "replacement_search 2026-08-24 11:00:00 C": "sixty-days-and-category-c",
    "automatic_closing 2025-12-29 18:00:00": "asked-before-the-new-year",
    "reaction 2026-11-29 16:00:00 C": "a-customer-in-kamchatka",
    "reaction 2026-12-30 12:00:00 C": "at-noon-before-the-holidays",
    "reaction 2027-02-19 12:30:00 B": "before-a-worked-saturday",
    "reaction 2026-11-24 11:30:00 C": "taken-by-phone-in-an-outage",
    "reaction 2026-11-23 12:03:00 B": "a-call-to-the-hotline",
    "reaction 2026-10-05 09:30:00 D": "from-d-to-b",
    "reaction 2026-11-23 10:00:00 C": "from-c-to-e",
    "automatic_closing 2025-10-31 17:00:00 C": "asked-before-a-worked-saturday",
    "automatic_closing 2026-11-23 20:30:00 B": "asked-in-the-evening",
    "automatic_closing 2026-11-23 11:00:00 C": "a-comment-that-answers-nothing",
    "automatic_closing 2021-04-29 12:00:00 D": "asked-before-days-declared-non-working",
    "resolution_start 2026-11-23 10:15:00 C": "reproduced-and-resolved",
}
"""The incident of each published row."""
# fmt: on

OBLIGATION_OF: Final = {
    "reaction": "reaction",
    "replacement_search": "replacement-search",
    "automatic_closing": "automatic-closing",
    "resolution_start": "resolution-clock",
}

NOT_ASKED: Final = {
    ("from-c-to-e", "reaction-after-leaving"),  # it was overdue when it left: nothing to ask
}


def name_of(row: Row) -> str:
    if "what" in row:
        return " ".join(filter(None, (row["what"], row["at_moscow"], row["category"])))
    return f"{row['example']} {row['as_of']} {row['readings']}".strip() + f" {row['obligation']}"


def incident_of(example: str) -> Incident:
    return loads((FOLDER / f"{example}.json").read_bytes(), Incident)


def service_of(example: str) -> Service:
    path = FOLDER / f"{example}.service.json"
    return loads(path.read_bytes(), ServiceRecord) if path.exists() else UNRECORDED


def judged(example: str, as_of: datetime, *readings: str) -> Assessment:
    return agreement(readings).assess(incident_of(example), as_of, service=service_of(example))


def split(readings: str) -> tuple[str, ...]:
    return tuple(filter(None, readings.split(";")))


@pytest.mark.parametrize("row", ANSWERS, ids=name_of)
class TestAnswers:
    """4.1, 4.2, 4.3, 4.4, 4.10, 4.11: each line of docs/examples/answers.csv."""

    def test_it_is_answered_so(self, row: Row) -> None:
        as_of = at(row["as_of"])
        found = judged(row["example"], as_of, *split(row["readings"]))
        verdict = found[Obligation.of(row["obligation"])]
        words = [told(verdict)]
        if "elapsed=" in row["answer"]:
            elapsed = verdict.elapsed(as_of, agreement().calendar)
            assert elapsed is not None
            hours, minutes = divmod(elapsed.business // 60, 60)
            words.append(f"elapsed={hours}:{minutes:02}")
        assert " ".join(words) == row["answer"]

    def test_it_shows_these_findings(self, row: Row) -> None:
        found = judged(row["example"], at(row["as_of"]), *split(row["readings"]))
        assert ";".join(finding.id for finding in found.findings) == row["findings"]

    def test_the_readings_it_names_were_asked_for(self, row: Row) -> None:
        found = judged(row["example"], at(row["as_of"]), *split(row["readings"]))
        for reading in split(row["readings"]):
            switch = reading.partition("=")[0]
            asked = (row["example"], switch) not in NOT_ASKED
            assert asked == (switch in found.consulted)


@pytest.mark.parametrize("row", WORKED, ids=name_of)
class TestWorkedExamples:
    """Every row of the published list, multi-event ones included."""

    def test_its_incident_is_answered_as_the_row_says(self, row: Row) -> None:
        example = EXAMPLE_OF[name_of(row)]
        obligation = OBLIGATION_OF[row["what"]]
        switches = [r for r in split(row["readings"]) if r.partition("=")[0] in SWITCHES]
        record = incident_of(example)
        moments = [event.at for event in record.events] + [at("2026-11-23 19:00")]
        answers = []
        for moment in moments:
            if moment >= record.events[0].at:
                verdict = judged(example, moment, *switches)[Obligation.of(obligation)]
                answers.append((verdict.outcome.value, moscow(verdict.due), moscow(verdict.since)))
        expected = row["expected_moscow"].removesuffix(":00")
        match row["outcome"]:
            case "due":
                assert expected in {due for _, due, _ in answers}
            case "met" | "missed":
                assert (row["outcome"], expected) in {(word, due) for word, due, _ in answers}
            case "running-since":
                assert expected in {since for _, _, since in answers}
            case outcome:
                assert outcome in {word for word, _, _ in answers}

    def test_the_row_cites_what_the_verdict_cites(self, row: Row) -> None:
        example = EXAMPLE_OF[name_of(row)]
        found = judged(example, incident_of(example).events[-1].at)
        verdict = found[Obligation.of(OBLIGATION_OF[row["what"]])]
        cited = {*verdict.clauses, *(step.clause for step in verdict.steps)}
        others = {
            # paragraphs of the row that decide another question of the same incident
            "taken-by-phone-in-an-outage": {"3.1"},
            "a-call-to-the-hotline": {"2.1"},
            "from-d-to-b": {"4.12"},
            "from-c-to-e": {"4.12"},
            "reproduced-and-resolved": {"3.3", "4.11"},
            "asked-in-the-evening": {"3.2"},
        }
        assert {*row["clauses"].split(";")} - others.get(example, set()) <= cited

    def test_a_reading_without_a_switch_is_the_recorded_answer(self, row: Row) -> None:
        for reading in split(row["readings"]):
            name, _, option = reading.partition("=")
            if name not in SWITCHES:
                assert answer(name).taken == option

    def test_the_first_event_is_the_rows(self, row: Row) -> None:
        record = incident_of(EXAMPLE_OF[name_of(row)])
        if row["what"] == "automatic_closing":
            (asked,) = (e for e in record.events if type(e).__name__ == "InformationRequested")
            assert asked.at == at(row["at_moscow"])
            return
        registered = record.registration
        official = registered.accepted_at or registered.at
        assert official == at(row["at_moscow"])
        assert (registered.category.value if registered.category else "") == row["category"]


class TestFolder:
    """docs/examples: documents, and nothing else than what the tables name."""

    def test_every_published_row_has_its_incident(self) -> None:
        assert list(EXAMPLE_OF) == [name_of(row) for row in WORKED]

    def test_every_incident_has_answers(self) -> None:
        names = {path.name.split(".")[0] for path in FOLDER.glob("*.json")}
        assert names == {row["example"] for row in ANSWERS} == set(EXAMPLE_OF.values())

    def test_every_incident_is_on_the_page(self) -> None:
        page = (FOLDER / "README.md").read_text(encoding="utf-8")
        for path in FOLDER.glob("*.json"):
            assert f"]({path.name})" in page

    def test_every_answer_says_why(self) -> None:
        assert [row for row in ANSWERS if not row["why"]] == []

    @pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.name)
    def test_a_document_reads_back_as_it_was(self, path: Path) -> None:
        value = loads(path.read_bytes())
        assert loads(dumps(value)) == value


class TestAlternatives:
    """What the published list says of other answers than a switch of ours can give."""

    def test_the_comment_after_the_closing_is_a_matter_of_its_own(self) -> None:
        # Thursday 26 November 20:15, of category B: due on Friday
        due = standard_support().reaction_deadline(at("2026-11-26 20:15"), Category.B)
        assert getattr(due, "due", None) == at("2026-11-27 19:00")

    def test_worked_saturdays_as_days_off_would_move_the_due_day(self) -> None:
        """[worked-weekend] has no switch: another calendar is another agreement."""
        off, worked = off_and_worked(FIRST, LAST)
        under = standard_support()
        without_it = BusinessCalendar(
            zone="Europe/Moscow",
            week=under.parameters.week,
            first=FIRST,
            last=LAST,
            decreed_through=DECREED_THROUGH,
            days_off=off,
            working_days=[day for day in worked if day != date(2027, 2, 20)],
        )
        record = incident_of("before-a-worked-saturday")
        found = under.with_calendar(without_it).assess(record, at("2027-02-19 12:30"))
        # Monday the 22nd is off for that Saturday, Tuesday the 23rd is a holiday
        assert told(found[Obligation.REACTION]) == "pending due=2027-02-24 19:00"

    @pytest.mark.parametrize("readings", [row["readings"] for row in WORKED])
    def test_the_readings_the_list_names_are_the_default_ones(self, readings: str) -> None:
        switches = [r for r in split(readings) if r.partition("=")[0] in SWITCHES]
        assert Readings.of(switches) == Readings()

    def test_a_moment_of_the_list_is_moscows(self) -> None:
        assert at("2026-11-29 16:00") == datetime.fromisoformat("2026-11-30T01:00:00+12:00")
        assert at("2026-11-29 16:00").tzinfo is MOSCOW
