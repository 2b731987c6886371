"""``slarules agreement`` and ``--agreement``: a file checked, shown, explained, and used."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from slarules.agreement import standard_support
from slarules.agreement_file import agreement_schema
from slarules.agreement_file import read_agreement as read
from slarules.cli import main
from slarules.cli.agreement_phrases import AGREEMENT, COMPARE, WHATIF
from slarules.documents import dumps
from slarules.terms import Language
from slarules.testing import incident

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]

HEAD = 'schema = "slarules/agreement-file/1"\n'
BY_ONE = HEAD + 'cutoff = "13:00"\n'
EDITIONS = HEAD + (
    '[[edition]]\nsince = 2020-01-01\n[[edition]]\nsince = 2026-03-01\ncutoff = "13:00"\n'
)
HALF_PAST_NOON = ("--registered", "2026-11-23T12:30:00+03:00", "--category", "C")
MONDAY, TUESDAY = "2026-11-23T19:00:00+03:00", "2026-11-24T19:00:00+03:00"


def run(capsys: Capture, *arguments: str | Path, code: int = 0) -> str:
    assert main([*map(str, arguments)]) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: Capture, *arguments: str | Path) -> str:
    assert main([*map(str, arguments)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err.removeprefix("slarules: ").rstrip("\n")


def as_json(capsys: Capture, *arguments: str | Path, code: int = 0) -> Any:
    return json.loads(run(capsys, *arguments, "--json", code=code))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {"one.toml": BY_ONE, "editions.toml": EDITIONS, "bad.toml": "cutof = 1\nsilence = 0\n"}
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


class TestCheck:
    """A file is valid, or all its faults are said and the code is 1."""

    def test_a_valid_file_says_what_differs(self, capsys: Capture, folder: Path) -> None:
        page = run(capsys, "agreement", folder / "one.toml", "--check", "--lang", "en")
        assert "- cutoff: 12:00:00 → 13:00:00" in page

    def test_checking_is_what_is_done_unless_said_otherwise(
        self, capsys: Capture, folder: Path
    ) -> None:
        asked = [
            run(capsys, "agreement", folder / "one.toml", *check) for check in ((), ("--check",))
        ]
        assert asked[0] == asked[1]

    def test_the_standard_agreement_differs_in_nothing(self, capsys: Capture) -> None:
        assert "Ничем не отличается от типового." in run(capsys, "agreement")

    def test_every_fault_is_a_line(self, capsys: Capture, folder: Path) -> None:
        page = run(capsys, "agreement", folder / "bad.toml", "--lang", "en", code=1)
        assert "- cutof = 1 is not known: did you mean cutoff?" in page
        assert "- schema is missing: " in page
        assert "- silence = 0 is less than 1: write a whole number from 1" in page

    def test_faults_for_programs(self, capsys: Capture, folder: Path) -> None:
        found = as_json(capsys, "agreement", folder / "bad.toml", code=1)
        assert found["valid"] is False
        assert [fault["key"] for fault in found["faults"]] == ["cutof", "schema", "silence"]
        assert found["faults"][2] == {
            "key": "silence",
            "value": "0",
            "problem": "is less than 1",
            "remedy": "write a whole number from 1",
        }

    def test_editions_are_said_one_by_one(self, capsys: Capture, folder: Path) -> None:
        found = as_json(capsys, "agreement", folder / "editions.toml")
        assert [one["since"] for one in found["agreements"]] == ["2020-01-01", "2026-03-01"]
        assert [len(one["differences"]) for one in found["agreements"]] == [0, 1]
        page = run(capsys, "agreement", folder / "editions.toml", "--lang", "en")
        assert "Edition from 1 March 2026" in page

    def test_choices_that_do_not_sit_well_together_are_named(
        self, capsys: Capture, tmp_path: Path
    ) -> None:
        file = tmp_path / "warned.toml"
        file.write_text(HEAD + '[readings]\nsilence-end = "closing-time"\n', encoding="utf-8")
        page = run(capsys, "agreement", file, "--lang", "en")
        assert "before-opening=same-day and silence-end=closing-time: " in page

    def test_another_calendar_is_said(self, capsys: Capture, tmp_path: Path) -> None:
        file = tmp_path / "days.toml"
        file.write_text(HEAD + "[calendar]\ndays_off = [2026-12-25]\n", encoding="utf-8")
        assert "календарь не типовой" in run(capsys, "agreement", file)
        assert as_json(capsys, "agreement", file)["agreements"][0]["standard_calendar"] is False

    def test_a_file_that_is_not_there_is_one_line(self, capsys: Capture, folder: Path) -> None:
        assert refused(capsys, "agreement", folder / "none.toml").endswith("give another path")


class TestShowAndSchema:
    """What is shown is a file again; the keys are those the reader uses."""

    @pytest.mark.parametrize("name", ["one.toml", "editions.toml"])
    @pytest.mark.parametrize("language", ["ru", "en"])
    def test_what_is_shown_reads_back_equal(
        self, capsys: Capture, folder: Path, name: str, language: str
    ) -> None:
        shown = run(capsys, "agreement", folder / name, "--show", "--lang", language)
        assert read(shown) == read((folder / name).read_bytes())

    def test_the_standard_one_is_shown_as_it_is_shipped(self, capsys: Capture) -> None:
        shown = run(capsys, "agreement", "--show")
        assert read(shown) == standard_support()
        assert as_json(capsys, "agreement", "--show")["toml"] == shown

    def test_the_schema_is_json_schema(self, capsys: Capture) -> None:
        found = as_json(capsys, "agreement", "--schema", "--lang", "en")
        assert found == agreement_schema(Language.EN)

    def test_the_keys_are_a_table(self, capsys: Capture) -> None:
        page = run(capsys, "agreement", "--schema", "--lang", "en")
        assert "target[].minutes" in page
        assert "readings.cutoff-instant" in page

    def test_one_thing_at_a_time(self, capsys: Capture) -> None:
        assert main(["agreement", "--show", "--schema"]) == 2
        assert "not allowed with" in capsys.readouterr().err


class TestUsed:
    """4.3 Registered at 12:30: the same business day under a cut-off of 13:00."""

    def test_due(self, capsys: Capture, folder: Path) -> None:
        usual = as_json(capsys, "due", *HALF_PAST_NOON)
        agreed = as_json(capsys, "due", *HALF_PAST_NOON, "--agreement", folder / "one.toml")
        assert usual["reaction"]["due"] == TUESDAY
        assert agreed["reaction"]["due"] == MONDAY

    def test_due_under_the_edition_then_in_force(self, capsys: Capture, folder: Path) -> None:
        file = folder / "editions.toml"
        after = as_json(capsys, "due", *HALF_PAST_NOON, "--agreement", file)
        # Thursday 26 February 2026, before the amendment: the next business day.
        moment = ("--registered", "2026-02-26T12:30:00+03:00", "--category", "C")
        before = as_json(capsys, "due", *moment, "--agreement", file)
        assert after["reaction"]["due"] == MONDAY
        assert before["reaction"]["due"] == "2026-02-27T19:00:00+03:00"

    def test_assess_and_explain(self, capsys: Capture, folder: Path) -> None:
        record = folder / "i.json"
        record.write_text(dumps(incident("2026-11-23 12:30 registered category=C")), "utf-8")
        for file in ("one.toml", "editions.toml"):
            found = as_json(capsys, "assess", record, "--agreement", folder / file)
            reaction = next(v for v in found["verdicts"] if v["obligation"] == "reaction")
            assert reaction["due"] == MONDAY
        page = run(capsys, "explain", record, "--agreement", folder / "one.toml", "--lang", "en")
        assert "before 13:00" in page

    def test_a_reading_typed_stands_over_the_files(self, capsys: Capture, tmp_path: Path) -> None:
        file = tmp_path / "same.toml"
        file.write_text(HEAD + '[readings]\ncutoff-instant = "same-day"\n', encoding="utf-8")
        noon = ("--registered", "2026-11-23T12:00:00+03:00", "--category", "C")
        by_file = as_json(capsys, "due", *noon, "--agreement", file)
        typed = as_json(
            capsys, "due", *noon, "--agreement", file, "--reading", "cutoff-instant=next-day"
        )
        assert by_file["reaction"]["due"] == MONDAY
        assert typed["reaction"]["due"] == TUESDAY

    def test_editions_where_one_agreement_is_asked(self, capsys: Capture, folder: Path) -> None:
        said = refused(capsys, "readings", "--agreement", folder / "editions.toml")
        assert said.endswith(
            "holds editions, and readings takes one agreement; "
            "give the file of one edition, or use due, assess, whatif or compare"
        )

    def test_a_bad_file_is_one_line_with_every_fault(self, capsys: Capture, folder: Path) -> None:
        said = refused(capsys, "due", *HALF_PAST_NOON, "--agreement", folder / "bad.toml")
        assert "bad.toml: cutof = 1 is not known" in said
        assert "bad.toml: silence = 0 is less than 1" in said


def test_every_phrase_has_the_same_places_in_both_languages() -> None:
    import string

    for table in (AGREEMENT, COMPARE, WHATIF):
        for key, said in table.items():
            places = [
                {name for _, name, _, _ in string.Formatter().parse(one) if name is not None}
                for one in (said.ru, said.en)
            ]
            assert places[0] == places[1], key


def test_what_is_shown_is_toml(capsys: Capture) -> None:
    assert tomllib.loads(run(capsys, "agreement", "--show"))["silence"] == 3
