"""What the page of the calculator is made from, tried without a browser."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Final

import pytest

from docs.calculator.answering import answered
from docs.calculator.form import form
from docs.calculator.phrases import FIELDS, PAGE
from docs.calculator.questions import questions
from slarules.documents import tree
from slarules.events import EVENTS
from slarules.readings import SWITCHES, Readings
from tests.drawn import SVG, parsed
from tests.judging import at, moscow
from tests.shared import ROOT
from tests.test_assess_examples import ANSWERS, judged, split

FOLDER: Final = ROOT / "docs" / "calculator"
MON_2026_11_23 = {"kind": "registered", "at": "2026-11-23T11:59:59", "number": "1", "category": "B"}


def ask(*events: dict[str, Any], zone: str = "Europe/Moscow", **more: Any) -> dict[str, Any]:
    question = {"language": "en", "zone": zone, "events": events} | more
    found: dict[str, Any] = json.loads(answered(json.dumps(question)))
    return found


class TestAnswers:
    """2.3, 4.1–4.4, 4.10, 4.11: what the page shows is what the package answers."""

    @pytest.mark.parametrize("row", ANSWERS, ids=lambda row: f"{row['example']} {row['readings']}")
    def test_every_example_is_answered_as_the_package_does(self, row: dict[str, str]) -> None:
        events = json.loads((ROOT / "docs" / "examples" / f"{row['example']}.json").read_text())
        beside = ROOT / "docs" / "examples" / f"{row['example']}.service.json"
        more = json.loads(beside.read_text())["events"] if beside.exists() else []
        found = ask(
            *events["events"], *more, as_of=row["as_of"], readings=list(split(row["readings"]))
        )
        expected = judged(row["example"], at(row["as_of"]), *split(row["readings"]))
        assert found["assessment"] == json.loads(json.dumps(tree(expected)))

    def test_a_time_without_an_offset_is_on_the_clock_that_was_chosen(self) -> None:
        # 4.3: 19:30 in Vladivostok is 12:30 in Moscow, which is not before 12.
        found = ask(MON_2026_11_23 | {"at": "2026-11-23T19:30"}, zone="Asia/Vladivostok")
        reaction = next(one for one in found["verdicts"] if one["obligation"] == "reaction")
        assert moscow(datetime.fromisoformat(reaction["due"])) == "2026-11-24 19:00"

    def test_without_a_moment_it_is_as_of_the_last_entry(self) -> None:
        found = ask(MON_2026_11_23, {"kind": "commented", "at": "2026-11-23T16:00"})
        assert found["assessment"]["as_of"] == "2026-11-23T13:00:00Z"

    def test_events_may_come_in_any_order(self) -> None:
        comment = {"kind": "commented", "at": "2026-11-23T16:00"}
        assert ask(comment, MON_2026_11_23) == ask(MON_2026_11_23, comment)

    def test_what_happened_to_the_service_is_taken_into_account(self) -> None:
        down = {"kind": "help-desk-down", "at": "2026-11-23T10:00"}
        assert "helpdesk-up" in ask(MON_2026_11_23)["assessment"]["assumed"]
        assert "helpdesk-up" not in ask(MON_2026_11_23, down)["assessment"]["assumed"]

    def test_the_picture_is_one(self) -> None:
        root = parsed(ask(MON_2026_11_23)["picture"])
        assert root.get("role") == "img"
        assert "19:00" in (root.findtext(f"{SVG}desc") or "")

    @pytest.mark.parametrize(("language", "word"), [("ru", "Реакция"), ("en", "Reaction")])
    def test_every_verdict_is_worded(self, language: str, word: str) -> None:
        found = ask(MON_2026_11_23, language=language)
        said = {one["obligation"]: one for one in found["verdicts"]}
        assert said.keys() == {one["obligation"] for one in found["assessment"]["verdicts"]}
        assert said["reaction"]["name"] == word
        assert all(one["text"] for one in found["verdicts"])
        assert said["reaction"]["steps"]


class TestRefusals:
    """What is wrong with the facts is said with its remedy, and nothing is guessed."""

    @pytest.mark.parametrize(
        ("text", "zone", "kind"),
        [
            ("2014-10-26T01:30", "Europe/Moscow", "ClockShiftError"),  # shown twice
            ("2011-03-27T02:30", "Europe/Moscow", "ClockShiftError"),  # never shown
            ("yesterday", "Europe/Moscow", "MomentTextError"),
            ("2026-11-23T11:00", "Europe/Nowhere", "UnknownZoneError"),
        ],
    )
    def test_a_time_that_is_none_is_refused(self, text: str, zone: str, kind: str) -> None:
        refusal = ask(MON_2026_11_23 | {"at": text}, zone=zone)["refusal"]
        assert refusal["kind"] == kind
        assert refusal["remedy"]
        assert refusal["message"].endswith(refusal["remedy"]) or kind == "UnknownZoneError"

    def test_the_twice_shown_hour_can_be_asked_about_with_its_offset(self) -> None:
        assert "refusal" not in ask(MON_2026_11_23 | {"at": "2014-10-26T01:30+03:00"})

    def test_what_is_wrong_with_a_record_is_said_fault_by_fault(self) -> None:
        faults = ask(MON_2026_11_23 | {"severity": 1, "channel": "pigeon"})["refusal"]["faults"]
        assert any("pigeon" in fault for fault in faults)

    def test_an_event_before_the_registration_is_refused(self) -> None:
        refusal = ask(MON_2026_11_23, {"kind": "commented", "at": "2026-11-22T16:00"})["refusal"]
        assert refusal["remedy"]

    def test_a_time_that_is_not_filled_in_is_asked_for(self) -> None:
        faults = ask(MON_2026_11_23, {"kind": "commented"})["refusal"]["faults"]
        assert [fault.partition(":")[0] for fault in faults] == ["events[1].at is missing"]

    def test_no_registration_is_refused(self) -> None:
        assert ask({"kind": "commented", "at": "2026-11-23T16:00"})["refusal"]["faults"]

    def test_an_unknown_reading_is_refused(self) -> None:
        assert ask(MON_2026_11_23, readings=["cutoff=noon"])["refusal"]["kind"] == "ReadingError"


class TestForm:
    """The form has every kind of event with every field, and every reading with every option."""

    FORM: Final = form()

    def test_every_kind_is_there_in_the_order_of_the_rows(self) -> None:
        assert [kind["id"] for kind in self.FORM["kinds"]] == [row.kind for row in EVENTS]

    def test_every_field_is_there_with_its_words(self) -> None:
        for kind, row in zip(self.FORM["kinds"], EVENTS, strict=True):
            names = [field["name"] for field in kind["fields"]]
            assert names == [name for name in row.event._fields if name != "at"]
            assert all(field["ru"] and field["en"] for field in kind["fields"])

    def test_no_word_of_a_field_is_left_over(self) -> None:
        used = {field["name"] for kind in self.FORM["kinds"] for field in kind["fields"]}
        assert used == FIELDS.keys()

    def test_every_reading_is_there_with_the_default_of_the_package(self) -> None:
        assert [row["id"] for row in self.FORM["readings"]] == list(SWITCHES)
        for row in self.FORM["readings"]:
            assert row["default"] == Readings().option(row["id"]).value
            assert row["default"] in [one["id"] for one in row["options"]]

    def test_every_word_of_the_page_is_used_by_it(self) -> None:
        scripts = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("page/*.js"))
        assert [key for key in PAGE if f'"{key}"' not in scripts] == []


class TestSources:
    """The interpreter is pinned by content; no address of a host stands in the sources."""

    def test_every_package_is_pinned_by_its_hash_and_by_no_address(self) -> None:
        lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
        packages = {name: one for name, one in lock["packages"].items() if name}
        assert "node_modules/pyodide" in packages
        for one in packages.values():
            assert one["integrity"].startswith("sha512-")
            assert "resolved" not in one

    def test_no_page_asks_for_anything_outside(self) -> None:
        for path in FOLDER.glob("page/*"):
            assert "://" not in path.read_text(encoding="utf-8"), path.name

    def test_the_questions_are_those_of_the_table_in_both_languages(self) -> None:
        asked = {(row["example"], row["as_of"], row["readings"]) for row in ANSWERS}
        assert len(questions()) == 2 * len(asked)
