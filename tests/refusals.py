"""
What type checkers are to refuse in the programs of ``tests/typing``, and what they refuse.

The programs of ``right`` are what a user may write, those of ``wrong`` what nobody may. A line of
these that has to be refused ends in ``# refused:`` and a kind of refusal; every other line of
either folder has to pass.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from typing import Final, NamedTuple

from tests.shared import ROOT

PROGRAMS: Final = ROOT / "tests" / "typing"

MYPY: Final = {
    "argument": "arg-type",
    "assignment": "assignment",
    "call": "call-arg",
    "frozen": "misc",
    "index": "index",
    "item": "list-item",
    "may be none": "union-attr",
    "name": "attr-defined",
    "not in all": "union-attr",
    "overload": "call-overload",
    "pattern": "misc",
    "returned": "return-value",
    "set": "assignment",
}
"""What mypy calls each kind of refusal."""

PYRIGHT: Final = {
    "argument": "reportArgumentType",
    "assignment": "reportAssignmentType",
    "call": "reportCallIssue",
    "frozen": "reportAttributeAccessIssue",
    "index": "reportArgumentType",
    "item": "reportArgumentType",
    "may be none": "reportOptionalMemberAccess",
    "name": "reportAttributeAccessIssue",
    "not in all": "reportAttributeAccessIssue",
    "overload": "reportArgumentType",
    "pattern": "reportGeneralTypeIssues",
    "returned": "reportReturnType",
    "set": "reportArgumentType",
}
"""What pyright calls each kind of refusal."""


class Refusal(NamedTuple):
    """A line that is refused, and in the checker's word why."""

    program: str
    line: int
    why: str


class Tree(NamedTuple):
    """Where a checker finds the package: among an interpreter's own, or in a folder of sources."""

    python: Path
    sources: Path | None = None


def expected(names: dict[str, str]) -> list[Refusal]:
    """Return what a checker is to refuse, in its words."""
    return [
        Refusal(f"wrong/{program.name}", number, names[mark[1]])
        for program in sorted((PROGRAMS / "wrong").glob("*.py"))
        for number, line in enumerate(program.read_text(encoding="utf-8").splitlines(), 1)
        if (mark := re.search(r"# refused: (.+)$", line))
    ]


def by_mypy(tree: Tree, folder: Path) -> list[Refusal]:
    """Return what mypy refuses, strict and with no settings of the project's own."""
    _copied(folder)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--config-file=", "--strict"),
            *("--explicit-package-bases", "--hide-error-context", "--no-pretty"),
            *("--cache-dir", str(folder / "cache"), "--python-executable", str(tree.python)),
            *("right", "wrong"),
        ],
        cwd=folder,
        env={**_environment(), "MYPYPATH": str(tree.sources or "")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, f"mypy could not run: {done.stdout}{done.stderr}"
    rows = re.findall(r"^(\S+?):(\d+): error: .*\[([\w-]+)\]$", done.stdout, re.MULTILINE)
    found = [Refusal(program.replace("\\", "/"), int(line), why) for program, line, why in rows]
    assert len(found) == done.stdout.count(": error:"), done.stdout
    return sorted(found)


def by_pyright(tree: Tree, folder: Path) -> list[Refusal]:
    """Return what pyright refuses, with no settings of the project's own."""
    _copied(folder)
    sources = [] if tree.sources is None else [str(tree.sources)]
    (folder / "pyrightconfig.json").write_text(
        json.dumps({"typeCheckingMode": "standard", "extraPaths": sources}), encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", str(tree.python)],
        cwd=folder,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, f"pyright could not run: {done.stdout}{done.stderr}"
    return sorted(
        Refusal(
            Path(each["file"]).resolve().relative_to(folder.resolve()).as_posix(),
            each["range"]["start"]["line"] + 1,
            each.get("rule", each["message"]),
        )
        for each in json.loads(done.stdout)["generalDiagnostics"]
        if each["severity"] == "error"
    )


def installed(folder: Path) -> Tree:
    """Return an interpreter that has the built wheel among its packages, and nothing else."""
    subprocess.run(
        [
            *(sys.executable, "-m", "hatchling", "build", "--target", "wheel"),
            *("--directory", str(folder / "dist")),
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = (folder / "dist").glob("*.whl")
    home = folder / "venv"
    venv.create(home, symlinks=True)
    scheme = {"base": str(home), "platbase": str(home)}
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(sysconfig.get_path("purelib", "venv", scheme))
    return Tree(Path(sysconfig.get_path("scripts", "venv", scheme)) / "python")


def _copied(folder: Path) -> None:
    """Put the programs where no settings and no other modules of the project lie around them."""
    for kind in ("right", "wrong"):
        shutil.copytree(PROGRAMS / kind, folder / kind, dirs_exist_ok=True)


def _environment() -> dict[str, str]:
    """Return the environment without what would lead a checker to another package."""
    ours = {"MYPYPATH", "PYTHONOPTIMIZE", "PYTHONPATH", "PYTHONWARNINGS"}
    return {name: value for name, value in os.environ.items() if name not in ours}
