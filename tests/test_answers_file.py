"""A changed answer is named, with its clause, under Answers of the changelog, or fails."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from slarules.agreement import standard_support
from slarules.readings import CutoffInstant, Readings
from tests.shared import ROOT
from tools import make_answers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]

CHANGELOG = """# Changelog

## [Unreleased]

### Answers

{answers}

### Added

{added}

## [0.1.0] - 2026-11-23

### Answers

Every answer is new. See 4.3 and 4.12.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project's answers, few of them, written and kept as release 0.1.0."""
    (tmp_path / "answers").mkdir()
    monkeypatch.setattr(make_answers, "ROOT", tmp_path)
    monkeypatch.setattr(make_answers, "FOLDER", tmp_path / "answers")
    monkeypatch.setattr(make_answers, "COUNT", 12)
    log(tmp_path)
    assert make_answers.main(["--write", "--release", "0.1.0"]) == 0
    return tmp_path


def log(folder: Path, answers: str = "Nothing yet.", added: str = "Nothing yet.") -> None:
    """Write a changelog with these words about what is unreleased."""
    text = CHANGELOG.format(answers=answers, added=added)
    (folder / "CHANGELOG.md").write_text(text, encoding="utf-8")


@pytest.fixture
def changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Let 12:00:00 itself be before 12 from now on; return the clauses whose answers change."""
    before = json.loads((folder / "answers" / "releases.json").read_text("utf-8"))["0.1.0"]
    other = standard_support(readings=Readings(cutoff_instant=CutoffInstant.SAME_DAY))
    monkeypatch.setattr(make_answers, "standard_support", lambda: other)

    def clauses() -> list[str]:
        lines = (folder / "answers" / "incidents.jsonl").read_text("utf-8").splitlines()
        now = make_answers.digests(make_answers.answers(lines))
        return [
            clause for clause in sorted({*before, *now}) if before.get(clause) != now.get(clause)
        ]

    return clauses


class TestUnchanged:
    """The same incidents have the same answers, to the byte."""

    def test_nothing_is_said(self, folder: Path, capsys: Capture) -> None:
        assert make_answers.main([]) == 0
        assert capsys.readouterr().err == ""
        assert len((folder / "answers" / "incidents.jsonl").read_text("utf-8").splitlines()) == 12

    def test_written_again_the_files_are_the_same_bytes(self, folder: Path) -> None:
        before = {path.name: path.read_bytes() for path in (folder / "answers").iterdir()}
        assert make_answers.main(["--write"]) == 0
        after = {path.name: path.read_bytes() for path in (folder / "answers").iterdir()}
        assert before == after


class TestChanged:
    """Docs and changelog: a changed answer is its own section, with the clause."""

    def test_answers_on_file_that_are_not_given_any_more_are_named(
        self, folder: Path, changed: Callable[[], list[str]], capsys: Capture
    ) -> None:
        log(folder, answers=", ".join(changed()))
        assert make_answers.main([]) == 1
        said = capsys.readouterr().err
        assert "changed answers: " in said
        assert "write them anew and name the clause under Answers in the changelog" in said

    @pytest.mark.usefixtures("folder")
    def test_written_anew_without_an_entry_they_fail(
        self, changed: Callable[[], list[str]], capsys: Capture
    ) -> None:
        clauses = changed()
        assert "4.3" in clauses
        assert make_answers.main(["--write"]) == 1
        said = capsys.readouterr().err.splitlines()
        assert [line.split()[3] for line in said] == clauses
        assert all("differ from those of 0.1.0" in line for line in said)

    def test_with_an_entry_that_names_each_clause_they_pass(
        self, folder: Path, changed: Callable[[], list[str]], capsys: Capture
    ) -> None:
        named = "; ".join(f"({clause}) 12:00:00 is now before 12" for clause in changed())
        log(folder, answers=named)
        assert make_answers.main(["--write"]) == 0
        assert make_answers.main([]) == 0
        assert capsys.readouterr().err == ""

    def test_an_entry_that_leaves_a_clause_out_is_not_enough(
        self, folder: Path, changed: Callable[[], list[str]], capsys: Capture
    ) -> None:
        named = ", ".join(clause for clause in changed() if clause != "4.3")
        log(folder, answers=named)
        assert make_answers.main(["--write"]) == 1
        assert capsys.readouterr().err.split()[3] == "4.3"

    def test_an_entry_in_another_section_is_none(
        self, folder: Path, changed: Callable[[], list[str]]
    ) -> None:
        log(folder, added=", ".join(changed()))
        assert make_answers.main(["--write"]) == 1

    def test_the_next_release_keeps_its_own_digests(
        self, folder: Path, changed: Callable[[], list[str]]
    ) -> None:
        log(folder, answers=", ".join(changed()))
        assert make_answers.main(["--write", "--release", "0.2.0"]) == 0
        log(folder)
        assert make_answers.main([]) == 0
        kept = json.loads((folder / "answers" / "releases.json").read_text("utf-8"))
        assert list(kept) == ["0.1.0", "0.2.0"]

    def test_a_line_lost_from_a_file_is_named(self, folder: Path, capsys: Capture) -> None:
        path = next(path for path in (folder / "answers").glob("[A-E].jsonl"))
        lines = path.read_text("utf-8").splitlines(keepends=True)
        path.write_text("".join(lines[1:]), encoding="utf-8")
        assert make_answers.main([]) == 1
        said = f"{len(lines) - 1} answers are on file, and {len(lines)} are given now"
        assert said in capsys.readouterr().err


class TestMissing:
    """Where there are no golden answers the check fails and says so."""

    def test_it_names_the_remedy(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
    ) -> None:
        monkeypatch.setattr(make_answers, "FOLDER", tmp_path / "answers")
        assert make_answers.main([]) == 1
        assert capsys.readouterr().err == (
            "answers/ holds no incidents, so nothing can be compared; write the golden answers "
            "with python -m tools.make_answers --write, and commit them\n"
        )

    def test_the_check_is_a_part_of_everything(self) -> None:
        assert 'part "golden answers" make answers\n' in (ROOT / ".ci" / "run").read_text("utf-8")
        assert "\t$(BIN)/python -m tools.make_answers\n" in (ROOT / "Makefile").read_text("utf-8")
