"""
Every listing of the documentation, run as it stands, in both languages.

A page is one story, told in a folder of its own: a file is written where its block says ``file=``,
a ``console`` block is commands after ``$`` with what they print, ``python`` blocks are run one
after another, and a ``text`` block is what the one before it printed. A line of one ellipsis stands
for any lines. ``code=1`` is the exit code a command is to have.
"""

from __future__ import annotations

import contextlib
import csv
import io
import re
import shlex
from typing import TYPE_CHECKING, Final

import pytest

from docs.generate import site, worked
from docs.generate.model import Code, Listing, Page, runs_of, walk
from slarules.cli import main
from slarules.terms import Language
from tests import contract_copies
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

NOT_RUN: Final = ("benchmarks/", "changelog", "decisions/", "proof", "reference/", "supply")
"""Pages about the project: what stands on them is quoted, or a signature."""

OF_A_CLUSTER: Final = "guide/spark"
"""The page that asks for Spark: tests/spark runs what stands on it."""

OF_A_CONTRACT: Final = "guide/annotate"
"""The page whose commands ask for copies of the contract, which is no part of the project."""


def told(page: Page) -> list[Listing]:
    return [block for block in walk(page.blocks) if isinstance(block, Listing)]


def stories() -> list[tuple[Language, str]]:
    return [
        (language, page.address)
        for language in Language
        for page in site.pages(language)
        if not page.address.startswith((*NOT_RUN, OF_A_CLUSTER)) and told(page)
    ]


def commands(block: Listing) -> list[tuple[list[str], str]]:
    """Return the commands of a block, each with what it is to print."""
    found: list[tuple[list[str], str]] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            program, *arguments = shlex.split(line.removeprefix("$ "))
            assert program == "slarules"
            found.append((arguments, ""))
        else:
            arguments, shown = found.pop()
            found.append((arguments, f"{shown}{line}\n"))
    return found


def pattern(shown: str) -> str:
    """Return what matches the output that is shown; a line of one ellipsis is any lines."""
    return "".join(
        r"(?:.*\n)*" if line.strip() == "…" else re.escape(f"{line}\n")
        for line in shown.splitlines()
    )


@pytest.mark.parametrize(
    ("language", "address"), stories(), ids=lambda one: getattr(one, "value", one)
)
def test_a_page_does_what_it_shows(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: Language,
    address: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    if address == OF_A_CONTRACT:
        for name in ("contract.txt", "older.txt"):
            (tmp_path / name).write_text(contract_copies.source(), encoding="utf-8")
    printed = ""
    names: dict[str, object] = {}
    for block in told(site.page(address, language)):
        beside = dict(part.split("=", 1) for part in block.beside.split())
        match block.language:
            case "console":
                for arguments, shown in commands(block):
                    code = main(arguments)
                    out, err = capsys.readouterr()
                    assert (code, err) == (int(beside.get("code", "0")), "")
                    if not re.fullmatch(pattern(shown), out):
                        assert out == shown  # shows where they differ
            case "python":
                with contextlib.redirect_stdout(io.StringIO()) as heard:
                    exec(compile(block.text, address, "exec"), names)  # noqa: S102 - the page's own
                printed = heard.getvalue()
            case "text":
                assert printed == block.text
                printed = ""
            case _ if "file" in beside:
                encoding = beside.get("encoding", "utf-8")
                (tmp_path / beside["file"]).write_text(block.text, encoding=encoding)
            case other:
                pytest.fail(f"a {other} block that nothing runs")
    assert not printed, "a python block shows what it prints"


@pytest.mark.parametrize("language", [*Language], ids=lambda one: one.value)
def test_a_command_inside_a_sentence_is_one_the_program_knows(
    language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    named = {
        run.text
        for page in site.pages(language)
        if not page.address.startswith(NOT_RUN)
        for block in walk(page.blocks)
        for runs in runs_of(block)
        for run in runs
        if isinstance(run, Code) and run.text.startswith("slarules ")
    }
    assert len(named) > 5
    for command in named:
        name, *arguments = shlex.split(command.removeprefix("slarules "))
        assert main([name, "--help"]) == 0, command
        known = capsys.readouterr().out
        options = [one.partition("=")[0] for one in arguments if one.startswith("-")]
        assert [one for one in options if one not in known] == [], command


class TestTables:
    """docs/examples: the tables name what is there, in both languages."""

    def rows(self, name: str) -> list[dict[str, str]]:
        with (ROOT / "docs" / "examples" / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @pytest.mark.parametrize("name", ["examples.csv", "answers.csv", "readings.csv"])
    def test_every_cell_of_words_is_filled(self, name: str) -> None:
        words = ("why", "why_ru", "title_ru", "title_en", "by_hand_ru", "by_hand_en")
        for row in self.rows(name):
            assert [key for key in words if key in row and not row[key].strip()] == []

    def test_the_titles_are_those_of_the_folders_page(self) -> None:
        page = (ROOT / "docs" / "examples" / "README.md").read_text(encoding="utf-8")
        shown = re.findall(
            r"^\| \[(.+?)\]\(([\w-]+)\.json\).*?\| ([\d., ]+) \|", page, re.MULTILINE
        )
        rows = self.rows("examples.csv")
        assert [
            (row["title_en"].lower(), row["example"], row["clauses"].replace(" ", ", "))
            for row in rows
        ] == [(title.lower(), name, clauses) for title, name, clauses in shown]

    def test_the_same_words_in_english_are_the_same_in_russian(self) -> None:
        by_english: dict[str, set[str]] = {}
        for row in self.rows("answers.csv"):
            by_english.setdefault(row["why"], set()).add(row["why_ru"])
        assert [words for words, russian in by_english.items() if len(russian) > 1] == []

    def test_a_moment_that_stands_in_one_language_stands_in_the_other(self) -> None:
        rows = [(row["why_ru"], row["why"]) for row in self.rows("answers.csv")]
        rows += [(row["by_hand_ru"], row["by_hand_en"]) for row in self.rows("readings.csv")]
        for russian, english in rows:
            hours = [re.findall(r"\b\d{1,2}:\d\d\b", words) for words in (russian, english)]
            assert set(hours[0]) == set(hours[1]), russian

    def test_every_switch_has_an_example_or_stands_apart(self) -> None:
        from docs.generate.pages.apart import apart
        from slarules.readings import SWITCHES

        shown = {effect.switch for effect in worked.effects()}
        for switch in set(SWITCHES) - shown:
            assert list(apart(switch).blocks(Language.RU))
