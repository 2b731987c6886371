"""The oracle for whole incidents, held against incidents worked by hand and the examples."""

from __future__ import annotations

import csv
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from slarules.readings import SWITCHES
from tests.incident_cases import CASES, EXAMPLES, Look, expected_verdict, m, registered
from tests.oracles import incident
from tests.oracles.matter import record
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

LOOKS = [(case, look) for case in CASES for look in case["looks"]]


def named(value: Any) -> str | None:
    """Return what a case or a look is called in the list of tests."""
    if not isinstance(value, dict):
        return None
    if "about" in value:
        return f"{value['clause']} {value['about']}"
    readings = ",".join(f"{switch}={option}" for switch, option in value["readings"].items())
    return f"{value['as_of']} {readings}".strip()


def moment(text: str | None) -> datetime | None:
    """Return the moment of ISO text, so that two clocks may name it."""
    return None if text is None else datetime.fromisoformat(text)


def in_part(verdict: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Return the named parts of a verdict, moments read."""
    return {name: verdict[name] if name == "outcome" else moment(verdict[name]) for name in names}


def both(what: str, wanted: Any, answer: dict[str, Any]) -> tuple[Any, Any]:
    """Return what a look wants to know of an answer, as wanted and as got."""
    verdicts = answer["verdicts"]
    match what:
        case "conditional":
            return wanted, {name: verdicts[name]["conditional_on"] for name in wanted}
        case "elapsed":
            return wanted, verdicts["resolution-clock"]["elapsed_business_seconds"]
        case "classification":
            steps = [in_short(step) for step in answer["classification"]]
            return [in_short_of(text) for text in wanted], steps
        case "findings" | "state":
            return wanted, answer[what]
        case _:
            named = expected_verdict(wanted)
            return in_part(named, named), in_part(verdicts[what], named)


def in_short(step: dict[str, Any]) -> tuple[datetime, str, str]:
    """Return a step of the classification as a look writes it."""
    level = "-" if step["severity"] is None else str(step["severity"])
    return datetime.fromisoformat(step["at"]), step["category"] or "-", level


def in_short_of(text: str) -> tuple[datetime, str, str]:
    """Return the step that a look writes."""
    moment, category, level = text.rsplit(" ", 2)
    return datetime.fromisoformat(m(moment)), category, level


@pytest.mark.parametrize(("case", "look"), LOOKS, ids=named)
def test_what_the_oracle_says_is_what_was_worked_out_by_hand(
    case: dict[str, Any], look: Look
) -> None:
    answer = incident.assess(
        case["incident"], case["service"], look["readings"], as_of=look["as_of"]
    )
    for what, short in look["expected"].items():
        wanted, got = both(what, short, answer)
        assert got == wanted, what


def rows_of_several_events() -> list[dict[str, str]]:
    """Return the rows of the examples that tell a whole story."""
    path = ROOT / "tests" / "data" / "examples.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if "|" in row["events"]]


def test_every_story_of_the_examples_is_told_as_a_record() -> None:
    assert {row["events"] for row in rows_of_several_events()} == set(EXAMPLES)


@pytest.mark.parametrize("row", rows_of_several_events(), ids=lambda row: row["events"])
def test_the_oracle_answers_the_examples(row: dict[str, str]) -> None:
    told = EXAMPLES[row["events"]]
    readings = dict(pair.split("=") for pair in row["readings"].split(";"))
    answer = incident.assess(told["incident"], told.get("service"), readings, as_of=told["as_of"])
    obligation = {
        "reaction": "reaction",
        "replacement_search": "replacement-search",
        "automatic_closing": "automatic-closing",
        "resolution_start": "resolution-clock",
    }[row["what"]]
    got = answer["verdicts"][obligation]
    expected = row["expected_moscow"].replace(" ", "T")
    name = "since" if row["what"] == "resolution_start" else "due"
    assert moment(got[name]) == moment(f"{expected}+03:00" if expected else None)
    if row["outcome"] in {"met", "missed", "not-applicable"}:
        assert got["outcome"] == row["outcome"]


def test_what_is_later_than_the_look_does_not_exist_yet() -> None:
    case = CASES[0]
    early = incident.assess(case["incident"][:1], as_of=m("11-23 14:59"))
    assert incident.assess(case["incident"], as_of=m("11-23 14:59")) == early


def test_an_incident_is_not_looked_at_before_it_was_registered() -> None:
    with pytest.raises(ValueError, match="before it was registered"):
        incident.assess([registered("11-23 10:00", "C")], as_of=m("11-23 09:59"))


def test_the_oracle_knows_every_switch_and_no_other() -> None:
    known = {switch: [str(option.value) for option in enum] for switch, enum in SWITCHES.items()}
    assert {switch: options[0] for switch, options in known.items()} == record.SWITCHES
