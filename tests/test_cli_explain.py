"""The command line explains: a deadline, an incident, the readings, what rests on each clause."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from slarules.agreement import standard_support
from slarules.clauses import CLAUSES
from slarules.cli import main
from slarules.coverage import coverage
from slarules.documents import dumps, loads
from slarules.readings import SWITCHES
from slarules.receipt import Receipt
from slarules.terms import Obligation
from slarules.testing import incident, service

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]

LAST_WORDS = ("Из чего сделан ответ", "What the answer was made from")
NOON = "2026-12-30T12:00:00+03:00"  # Wednesday; Thursday 31 is off, then holidays to the 10th
CYRILLIC = re.compile("[А-Яа-яЁё]")

# A question on Monday, answered by nobody; HelpDesk down on Tuesday.
QUESTION = incident(
    "2026-11-23 11:00 registered category=C number=777", "12:00 information-requested"
)
OUTAGE = service("2026-11-24 11:00 help-desk-down", "2026-11-24 12:00 help-desk-restored")


def run(capsys: Capture, *arguments: object, code: int = 0) -> str:
    assert main([str(one) for one in arguments]) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: Capture, *arguments: object) -> str:
    assert main([str(one) for one in arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err.removeprefix("slarules: ").rstrip("\n")


def answer(capsys: Capture, *arguments: object) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(run(capsys, *arguments, "--json"))
    return made


def one_line(page: str) -> str:
    """Return the page with its folds undone."""
    return re.sub(r"\n {4,}", " ", page)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name, value in (("incident", QUESTION), ("service", OUTAGE)):
        (tmp_path / f"{name}.json").write_text(dumps(value), encoding="utf-8")
    return tmp_path


class TestDeadline:
    """4.3, 4.4, 4.11: one deadline, in three forms and two languages."""

    def test_a_sentence_each(self, capsys: Capture) -> None:
        given = ("explain", "--registered", NOON, "--category", "B", "--form", "short")
        page = one_line(run(capsys, *given, "--lang", "en"))
        assert (
            "\nReaction due Monday, 11 January 2027, 19:00 Moscow time: the incident was "
            "registered on Wednesday, 30 December 2026, at 12:00, not before 12:00, so it is due "
            "the next business day (clauses 4.3 and 1.1).\n"
        ) in page
        assert "\nThe search for a replacement is owed from Tuesday, 6 April 2027, 19:00" in page
        assert "\nResolving B lasts until an event, not a date: " in page
        assert not CYRILLIC.search(page)
        assert "\n1. " not in page

    def test_steps_unless_another_form_is_asked(self, capsys: Capture) -> None:
        page = one_line(run(capsys, "explain", "--registered", NOON, "--category", "C"))
        assert (
            "\n3. 12:00 — не раньше 12:00 (п. 4.3, R-4.3-4, толкование cutoff-instant=next-day)"
            in page
        )
        assert "замену внешнему ПО ищут только для B (п. 4.4)." in page

    def test_json_by_either_word(self, capsys: Capture) -> None:
        given = ("explain", "--registered", NOON, "--category", "B")
        made = answer(capsys, *given)
        other = json.loads(run(capsys, *given, "--form", "json"))
        assert made["schema"] == "slarules/explain/1"
        assert [one["obligation"] for one in made["answers"]] == [
            "reaction",
            "replacement-search",
            "resolution",
        ]
        assert made["answers"][0]["due"] == "2027-01-11T19:00:00+03:00"
        assert made["answers"][2]["until_event"] == ["third-party-fixed", "workaround-provided"]
        assert made["answers"] == other["answers"]

    def test_a_request_for_information(self, capsys: Capture) -> None:
        made = answer(capsys, "explain", "--asked", "2026-11-23T11:00+03:00")
        assert [one["due"] for one in made["answers"]] == ["2026-11-27T00:00:00+03:00"]

    def test_under_another_reading(self, capsys: Capture) -> None:
        given = ("explain", "--registered", NOON, "--category", "C")
        made = answer(capsys, *given, "--reading", "cutoff-instant=same-day")
        assert made["answers"][0]["due"] == "2026-12-30T19:00:00+03:00"
        assert made["receipt"]["readings"] == ["cutoff-instant=same-day"]
        due = answer(capsys, "due", *given[1:], "--reading", "cutoff-instant=same-day")
        assert due["reaction"]["due"] == "2026-12-30T19:00:00+03:00"

    def test_a_warned_combination_is_said(self, capsys: Capture) -> None:
        given = ("explain", "--asked", "2026-11-23T11:00+03:00")
        warned = ("--reading", "silence-end=closing-time", "--lang", "en")
        page = one_line(run(capsys, *given, *warned))
        assert "Take care, before-opening=same-day and silence-end=closing-time do not sit" in page
        assert "Take care" not in run(capsys, *given, "--lang", "en")

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ((), "nothing"),
            (("--category", "B"), "--category"),
            (
                ("--registered", NOON, "--category", "B", "--asked", NOON),
                "--registered and --asked",
            ),
            (("--asked", NOON, "--category", "B"), "--asked and --category"),
            (("--asked", NOON, "--as-of", NOON), "--asked and --as-of"),
            (("incident.json", "--category", "B"), "a file and --category"),
            (("incident.json", "--asked", NOON), "a file and --asked"),
        ],
    )
    def test_what_is_no_one_question_is_refused(
        self, capsys: Capture, arguments: tuple[str, ...], message: str
    ) -> None:
        assert refused(capsys, "explain", *arguments) == (
            f"explain was given {message}; give a file with an incident, or --registered with "
            "--category, or --asked: one of them"
        )

    def test_half_a_question_is_refused(self, capsys: Capture) -> None:
        assert refused(capsys, "explain", "--registered", NOON) == (
            "explain was given --registered; give --category with it"
        )

    def test_a_day_beyond_the_calendar_is_refused_for_every_category(self, capsys: Capture) -> None:
        for category in "ABCDE":
            far = ("--registered", "1998-12-31T12:00+03:00", "--category", category)
            assert "is outside the calendar: known days run from" in refused(
                capsys, "explain", *far
            )


class TestWhyNot:
    """4.3, 4.4: the rules that do not apply, and why; the nearest other answer."""

    def test_the_rules_of_other_categories_and_the_branches_not_taken(
        self, capsys: Capture
    ) -> None:
        given = ("explain", "--registered", "2026-12-30T11:58:59+03:00", "--category", "C")
        page = one_line(run(capsys, *given, "--why-not", "--lang", "en"))
        assert "- clause 4.4 (R-4.4-1) does not apply: category C, not B\n" in page
        assert "- clause 4.3 (R-4.3-6) does not apply: 11:58:59 is before 12:00\n" in page
        assert (
            "Registered 61 seconds later: due Monday, 11 January 2027, 19:00 Moscow time." in page
        )

    def test_are_said_only_on_request(self, capsys: Capture) -> None:
        given = ("explain", "--registered", NOON, "--category", "C")
        assert "does not apply:" not in run(capsys, *given, "--lang", "en")
        assert {"not_applied", "boundary"} & answer(capsys, *given).keys() == set()

    def test_in_json(self, capsys: Capture) -> None:
        given = ("explain", "--registered", NOON, "--category", "C", "--why-not")
        made = answer(capsys, *given)
        assert made["boundary"] == {
            "side": "earlier",
            "limit": NOON,
            "exactly": False,
            "shift_seconds": 0.0,
            "due": "2026-12-30T19:00:00+03:00",
        }
        first = made["not_applied"][0]
        assert (first["rule"], first["clause"]) == ("R-4.3-2", "4.3")
        assert first["why"]["en"] == "category C, not A or D"

    def test_where_no_reaction_is_owed_there_is_no_boundary(self, capsys: Capture) -> None:
        given = ("explain", "--registered", NOON, "--category", "D", "--why-not", "--lang", "en")
        assert "so it has no boundary." in run(capsys, *given)
        assert answer(capsys, *given)["boundary"] is None

    def test_without_a_category_nothing_is_said_of_rules(self, capsys: Capture) -> None:
        page = run(capsys, "explain", "--asked", NOON, "--why-not", "--lang", "en")
        assert "which rules do not apply is unknown" in page

    def test_of_an_incident(self, capsys: Capture, files: Path) -> None:
        made = answer(capsys, "explain", files / "incident.json", "--why-not")
        assert made["boundary"]["due"] == "2026-11-24T19:00:00+03:00"
        assert made["boundary"]["limit"] == "2026-11-23T12:00:00+03:00"


class TestIncident:
    """Every verdict on an incident, with its steps."""

    def test_each_obligation_has_its_sentence(self, capsys: Capture, files: Path) -> None:
        made = answer(capsys, "explain", files / "incident.json", "--lang", "en")
        assert [one["obligation"] for one in made["answers"]] == [o.value for o in Obligation]
        page = one_line(run(capsys, "explain", files / "incident.json", "--lang", "en"))
        for one in made["answers"]:
            assert one["text"] in page
        assert "No moment was given: the last entry is taken" in page
        assert not CYRILLIC.search(page)

    def test_it_is_judged_as_of_the_moment_and_beside_the_service(
        self, capsys: Capture, files: Path
    ) -> None:
        """4.11, 3.1: asked on Monday; the outage touches Tuesday, so Friday is day 3."""
        given = ("explain", files / "incident.json", "--service", files / "service.json")
        made = answer(capsys, *given, "--as-of", "2026-11-26T10:00+03:00")
        dues = {one["obligation"]: one.get("due") for one in made["answers"]}
        assert dues["automatic-closing"] == "2026-11-28T00:00:00+03:00"
        assert [one["name"] for one in made["receipt"]["inputs"]] == ["incident", "service"]

    def test_a_broken_file_is_refused_with_its_name(self, capsys: Capture, tmp_path: Path) -> None:
        broken = tmp_path / "broken.json"
        broken.write_text("{", encoding="utf-8")
        assert refused(capsys, "explain", broken).startswith(f"{broken}: is not JSON: ")


class TestReadings:
    """readings.md, A: every switch; and which of them matter to one incident."""

    @pytest.mark.parametrize("language", ["ru", "en"])
    def test_every_switch_and_option_is_listed(self, capsys: Capture, language: str) -> None:
        page = run(capsys, "readings", "--lang", language)
        for switch, options in SWITCHES.items():
            first, *others = (str(option.value) for option in options)
            assert f"\n{switch}  [" in page
            assert f"\n    * {first}: " in page
            for other in others:
                assert f"\n    - {other}: " in page
        assert bool(CYRILLIC.search(page)) is (language == "ru")

    def test_what_is_chosen_is_marked(self, capsys: Capture) -> None:
        page = run(capsys, "readings", "--reading", "silence-end=closing-time")
        part = page[page.index("\nsilence-end  [") :].split("\n\n")[0]
        assert re.findall(r"\n    ([*-]) (\S+):", part) == [
            ("-", "midnight"),
            ("*", "closing-time"),
        ]

    def test_in_json_with_their_clauses_and_what_is_warned_of(self, capsys: Capture) -> None:
        made = answer(capsys, "readings")
        assert made["schema"] == "slarules/switches/1"
        assert [one["id"] for one in made["switches"]] == list(SWITCHES)
        for one in made["switches"]:
            assert one["default"] == one["chosen"] == next(iter(one["options"]))
            assert set(one["clauses"]) <= set(CLAUSES)
        assert len(made["warned"]) == 4

    def test_those_that_matter_to_an_incident(self, capsys: Capture, files: Path) -> None:
        """4.3, 1.1, 4.11: asked at noon on Monday, judged an hour later; nothing else is there."""
        given = ("readings", "--incident", files / "incident.json", "--as-of")
        page = one_line(run(capsys, *given, "2026-11-23T13:00+03:00", "--lang", "en"))
        assert "Readings that matter to incident 777 as of 23 November 2026, 13:00 Moscow" in page
        assert "\nreaction-record-kind=comment-only" not in page
        assert (
            "\nsilence-end=closing-time. At what hour of the third day does the Customer's time to "
            "answer end? When the desk closes.\n"
        ) in page
        assert "  - take care, before-opening=same-day and silence-end=closing-time do not" in page
        assert not CYRILLIC.search(page)

    def test_are_those_of_the_agreement(self, capsys: Capture, files: Path) -> None:
        given = ("readings", "--incident", files / "incident.json", "--service")
        as_of = "2026-11-26T10:00:00+03:00"
        made = answer(capsys, *given, files / "service.json", "--as-of", as_of)
        found = standard_support().sensitivity(
            QUESTION, datetime.fromisoformat(as_of), service=OUTAGE
        )
        assert [one["readings"] for one in made["effects"]] == [
            list(effect.readings) for effect in found.effects
        ]
        assert [one["warned"] for one in made["effects"]] == [e.warned for e in found.effects]
        assert made["assessed"] == found.assessed

    def test_where_none_matters_it_says_so(self, capsys: Capture, tmp_path: Path) -> None:
        """4.1, 4.2: registered as E and nothing more: no count, no silence, no reaction."""
        path = tmp_path / "wish.json"
        path.write_text(dumps(incident("2026-11-23 11:00 registered category=E")), "utf-8")
        page = run(capsys, "readings", "--incident", path)
        assert "ни в паре с другим, здесь ничего не меняет." in page
        assert answer(capsys, "readings", "--incident", path)["effects"] == []

    def test_a_record_of_the_service_alone_is_refused(self, capsys: Capture, files: Path) -> None:
        given = ("readings", "--service", files / "service.json", "--as-of", NOON)
        assert refused(capsys, *given) == (
            "readings was given --service and --as-of; give --incident with it"
        )

    @pytest.mark.parametrize(
        ("choice", "message"),
        [
            ("cutoff-instant=never", "unknown option of cutoff-instant 'never'"),
            ("cutoff=same-day", "no such reading 'cutoff=same-day'"),
        ],
    )
    def test_an_unknown_choice_is_refused(self, capsys: Capture, choice: str, message: str) -> None:
        for command in ("readings", "explain", "due"):
            given = () if command == "readings" else ("--registered", NOON, "--category", "B")
            assert refused(capsys, command, *given, "--reading", choice).startswith(message)


class TestReceipt:
    """What an answer was made from: the same input, the same bytes."""

    def commands(self, files: Path) -> list[tuple[object, ...]]:
        return [
            ("explain", "--registered", NOON, "--category", "B"),
            ("explain", files / "incident.json", "--service", files / "service.json"),
            ("readings", "--incident", files / "incident.json"),
            ("assess", files / "incident.json"),
        ]

    @pytest.mark.parametrize("place", range(4))
    def test_ends_every_page_and_stands_in_every_document(
        self, capsys: Capture, files: Path, place: int
    ) -> None:
        command = self.commands(files)[place]
        for language, last in zip(("ru", "en"), LAST_WORDS, strict=True):
            page = run(capsys, *command, "--lang", language)
            tail = page[page.index(f"\n{last}\n") :].rstrip("\n").split("\n")
            repeat = tail[-1].split(": ", 1)[1]
            assert shlex.split(repeat) == ["slarules", *map(str, command), "--lang", language]
        made = answer(capsys, *command)
        values = {"schema": "slarules/receipt/1", **made["receipt"]}
        assert loads(json.dumps(values), Receipt).zone == "Europe/Moscow"

    @pytest.mark.parametrize("place", range(4))
    def test_the_command_makes_the_same_bytes_again(
        self, capsys: Capture, files: Path, place: int
    ) -> None:
        made = run(capsys, *self.commands(files)[place], "--json")
        program, *typed = shlex.split(json.loads(made)["receipt"]["command"])
        assert program == "slarules"
        assert run(capsys, *typed) == made

    def test_a_file_has_the_digest_of_its_bytes(self, capsys: Capture, files: Path) -> None:
        made = answer(capsys, "explain", files / "incident.json")
        content = (files / "incident.json").read_bytes()
        wanted = f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert made["receipt"]["inputs"] == [{"name": "incident", "digest": wanted}]

    def test_two_questions_have_two_digests(self, capsys: Capture) -> None:
        def digests(category: str) -> object:
            given = ("explain", "--registered", NOON, "--category", category)
            return answer(capsys, *given)["receipt"]["inputs"]

        assert digests("B") == digests("B") != digests("C")

    def test_a_path_with_a_blank_can_be_typed_again(self, capsys: Capture, tmp_path: Path) -> None:
        path = tmp_path / "my incident.json"
        path.write_text(dumps(QUESTION), encoding="utf-8")
        made = answer(capsys, "explain", path)
        assert shlex.split(made["receipt"]["command"])[2] == str(path)


class TestCoverage:
    """0.1–4.12: what rests on each paragraph."""

    @pytest.mark.parametrize("language", ["ru", "en"])
    def test_every_paragraph_has_a_row_and_its_ids(self, capsys: Capture, language: str) -> None:
        page = run(capsys, "clauses", "--coverage", "--lang", language)
        unfolded = one_line(page)
        for one in coverage():
            assert re.search(rf"\n *{re.escape(one.clause.id)}(  |\n)", page)
            for ids in (one.decides, one.supports, *one.by.values()):
                assert ", ".join(ids) in unfolded
        assert max(map(len, page.split("\n"))) <= 100
        assert bool(CYRILLIC.search(page)) is (language == "ru")

    def test_in_json(self, capsys: Capture) -> None:
        made = answer(capsys, "clauses", "--coverage")
        assert made["schema"] == "slarules/coverage/1"
        assert [one["id"] for one in made["clauses"]] == list(CLAUSES)
        assert all(one["lacks"] == [] for one in made["clauses"])
        (reaction,) = (one for one in made["clauses"] if one["id"] == "4.3")
        assert "R-4.3-1" in reaction["decides"]
        assert "cutoff-instant" in reaction["readings"]
        assert reaction["figures"] == ["cutoff"]

    def test_without_it_the_paragraphs_themselves_are_printed(self, capsys: Capture) -> None:
        assert answer(capsys, "clauses")["schema"] == "slarules/clauses/1"

    def test_what_is_lacking_is_named(
        self, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("slarules.cli.covered.coverage", without_checks)
        page = run(capsys, "clauses", "--coverage", "--lang", "en")
        assert "Lacking: 3.5 (neither a finding nor a reminder)." in page


def without_checks() -> tuple[Any, ...]:
    """Return the coverage as it would be if nothing looked for 3.5."""
    from slarules.coverage import Lack

    return tuple(
        one.replace(lacks=(Lack.CHECK,)) if one.clause.id == "3.5" else one for one in coverage()
    )


class TestPicture:
    """``--svg``: the same answers drawn on the calendar, in a file."""

    def test_the_deadlines_of_a_registration_are_drawn(
        self, capsys: Capture, tmp_path: Path
    ) -> None:
        path = tmp_path / "picture.svg"
        page = run(
            capsys,
            "explain",
            "--registered",
            NOON,
            "--category",
            "B",
            "--svg",
            path,
            "--lang",
            "en",
        )
        assert f"The picture is written to {path}" in page.replace("\n    ", " ")
        svg = path.read_text(encoding="utf-8")
        assert svg.startswith("<svg ")
        assert "Reaction due Monday, 11 January 2027, 19:00" in svg
        assert "The search for a replacement is owed from" in svg

    def test_the_events_of_an_incident_are_in_it(self, capsys: Capture, tmp_path: Path) -> None:
        record, path = tmp_path / "777.json", tmp_path / "picture.svg"
        record.write_text(dumps(QUESTION), encoding="utf-8")
        values = answer(capsys, "explain", record, "--svg", path)
        assert values["picture"] == str(path)
        assert "запрошено уточнение" in path.read_text(encoding="utf-8")

    def test_without_it_the_document_names_none(self, capsys: Capture) -> None:
        values = answer(capsys, "explain", "--registered", NOON, "--category", "C")
        assert "picture" not in values

    def test_the_incident_itself_is_not_overwritten(self, capsys: Capture, tmp_path: Path) -> None:
        record = tmp_path / "777.json"
        record.write_text(dumps(QUESTION), encoding="utf-8")
        said = refused(capsys, "explain", record, "--svg", record)
        assert "is the file that is read" in said
        assert loads(record.read_bytes(), type(QUESTION)) == QUESTION

    def test_a_year_is_drawn_too(self, capsys: Capture, tmp_path: Path) -> None:
        path = tmp_path / "2026.svg"
        page = run(capsys, "calendar", 2026, "--svg", path, "--lang", "en")
        assert page.replace("\n    ", " ").endswith(f"The picture is written to {path}\n")
        svg = path.read_text(encoding="utf-8")
        assert "Business calendar of 2026" in svg
        assert "an hour shorter by art. 95" in svg
        assert answer(capsys, "calendar", 2026, "--svg", path)["picture"] == str(path)
