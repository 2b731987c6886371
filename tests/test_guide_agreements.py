"""The guide to agreements, run as it stands: files are written, commands say what is shown."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from typing import TYPE_CHECKING

import pytest

from slarules.cli import main
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGE = ROOT / "docs" / "guide" / "agreements.md"
BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks() -> list[tuple[str, dict[str, str], str]]:
    """Return every block: its language, what stands beside it, its text."""
    found = []
    for language, beside, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        settings = dict(part.split("=", 1) for part in beside.split())
        found.append((language, settings, text))
    return found


def pattern(shown: str) -> str:
    """Return what matches the output that is shown; a line of one ellipsis is any lines."""
    return "".join(
        r"(?:.*\n)*" if line.strip() == "…" else re.escape(f"{line}\n")
        for line in shown.splitlines()
    )


def test_every_block_is_of_a_kind_that_is_run() -> None:
    kinds = {language for language, _, _ in blocks()}
    assert kinds == {"toml", "csv", "json", "console", "python", "text"}


def test_the_guide_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    printed = ""
    for language, beside, text in blocks():
        match language:
            case "toml" | "csv" | "json":
                (tmp_path / beside["file"]).write_text(text, encoding="utf-8")
            case "console":
                command, _, shown = text.partition("\n")
                program, *arguments = shlex.split(command.removeprefix("$ "))
                assert program == "slarules"
                code = main(arguments)
                out, err = capsys.readouterr()
                assert (code, err) == (int(beside.get("code", "0")), "")
                if not re.fullmatch(pattern(shown), out):
                    assert out == shown
            case "python":
                with contextlib.redirect_stdout(io.StringIO()) as said:
                    exec(compile(text, PAGE.name, "exec"), {})  # noqa: S102 - the page's own code
                printed = said.getvalue()
            case _:
                assert printed == text


@pytest.mark.parametrize("name", ["ours", "hours", "days", "country", "editions"])
def test_every_file_of_the_guide_is_valid(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (content,) = [text for _, beside, text in blocks() if beside.get("file") == f"{name}.toml"]
    place = tmp_path / f"{name}.toml"
    place.write_text(content, encoding="utf-8")
    assert main(["agreement", str(place), "--check"]) == 0
    capsys.readouterr()
