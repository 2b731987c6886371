"""
README's examples, run as they stand: what a block shows is what one gets.

A ``python`` block is run as a script and prints the ``text`` block after it. A ``console`` block is
commands after ``$``, each with its output. A line of one ellipsis stands for any lines.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from typing import NamedTuple

import pytest

from tests.shared import ROOT

NOT_RUN_HERE = frozenset({"make demo", "make test"})
"""Run by .ci/run, each on its own: this test is itself a part of the second."""


class Example(NamedTuple):
    """A command and what the page says it prints."""

    line: int
    command: tuple[str, ...]
    shown: str


def commands_of(block: str, line: int) -> list[Example]:
    """Return the commands of a console block, each with the lines under it."""
    found: list[Example] = []
    for offset, text in enumerate(block.splitlines(), 1):
        if text.startswith("$ "):
            found.append(Example(line + offset, (text.removeprefix("$ "),), ""))
        else:
            last = found[-1]
            found[-1] = last._replace(shown=f"{last.shown}{text}\n")
    return found


def examples() -> list[Example]:
    """Return every example of the README, in order."""
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = [
        (match[1], match[2], page.count("\n", 0, match.start()) + 1)
        for match in re.finditer(r"^```(\w*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    ]
    found: list[Example] = []
    for place, (language, block, line) in enumerate(blocks):
        match language:
            case "python":
                follows, shown, _ = blocks[place + 1]
                assert follows == "text", f"line {line}: a python block shows what it prints"
                found.append(Example(line, (sys.executable, "-c", block), shown))
            case "console":
                found.extend(commands_of(block, line))
            case "text":
                assert blocks[place - 1][0] == "python", f"line {line}: the output of nothing"
            case _:
                pytest.fail(f"line {line}: a block of {language or 'nothing'} is not run")
    return found


def command(example: Example) -> tuple[str, ...]:
    """Return what to run: our own command by this interpreter, in any environment."""
    if len(example.command) > 1:
        return example.command
    program, *arguments = shlex.split(example.command[0])
    assert program == "slarules", f"line {example.line}: {program} is not run"
    return (sys.executable, "-m", "slarules", *arguments)


def pattern(shown: str) -> str:
    return "".join(
        r"(?:.*\n)*" if line.strip() == "…" else re.escape(f"{line}\n")
        for line in shown.splitlines()
    )


RUN = [example for example in examples() if example.command[0] not in NOT_RUN_HERE]


def test_the_first_block_is_the_two_commands() -> None:
    first = [example.command[0] for example in examples()[:2]]
    assert first == ["make demo", "make test"]


@pytest.mark.parametrize("example", RUN, ids=lambda example: f"line-{example.line}")
def test_an_example_prints_what_the_page_shows(example: Example) -> None:
    done = subprocess.run(
        [*command(example)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={
            **os.environ,
            "COLUMNS": "100",
            "PYTHONPATH": str(ROOT / "src"),
            "PYTHONUTF8": "1",
            "PYTHONWARNINGS": "error",
        },
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    if not re.fullmatch(pattern(example.shown), done.stdout):
        assert done.stdout == example.shown  # shows where they differ
