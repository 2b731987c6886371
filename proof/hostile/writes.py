"""
Files killed as they are written: ``python -m proof.hostile.writes KILLS SEED [FOLDER]``.

Every command that writes a file is run up to the moment at which it begins to; from there on it is
forked, again and again, and each fork is killed at a random moment of its writing. Then the same
with a limit on the size of a file, from nothing to the whole of it; with FOLDER, a place on a full
disk, that one is written to as well. What came of it is printed as JSON.
"""

from __future__ import annotations

import json
import os
import random
import re
import resource
import signal
import statistics
import sys
import tempfile
import time
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from proof.part import ROOT
from slarules.cli import files, main
from slarules.errors import FilePlaceError

if TYPE_CHECKING:
    from collections.abc import Callable

    Write = Callable[[], None]

EXAMPLES: Final = ROOT / "src" / "slarules" / "examples"
LEFT: Final = re.compile(r"\.[^/]+\.\d+\.tmp")
"""The name of what a killed run leaves: hidden, and not to be taken for a report."""
OLD: Final = b"the bytes of before\n"
LIMITS: Final = 10
"""Sizes to which a file is limited, from nothing to the whole of it."""
INCIDENT: Final = """{"schema":"slarules/incident/1","events":[
{"at":"2026-11-23T08:00:00Z","kind":"registered","number":"1","category":"B"},
{"at":"2026-11-23T13:00:00Z","kind":"information-requested"}]}"""


class Writer(NamedTuple):
    """A command that writes a file."""

    name: str
    arguments: tuple[str, ...]
    """With OUT for the place of the file, and FOLDER for that of the inputs."""
    out: str


def inputs(folder: Path) -> None:
    """Write what the commands read: half of the bundled log, an incident, a copy's beginning."""
    lines = (EXAMPLES / "helpdesk-ru.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "log.csv").write_text("".join(lines[:400]), encoding="utf-8")
    mapping = (EXAMPLES / "helpdesk-ru.toml").read_bytes()
    (folder / "mapping.toml").write_bytes(mapping)
    (folder / "incident.json").write_text(INCIDENT, encoding="utf-8")
    (folder / "other.toml").write_text(
        'schema = "slarules/agreement-file/1"\ncutoff = "11:00"\n', encoding="utf-8"
    )


_LOG: Final = ("FOLDER/log.csv", "--mapping", "FOLDER/mapping.toml")
WRITERS: Final = (
    Writer("report", ("report", *_LOG, "--output", "OUT"), "out.csv"),
    Writer(
        "compare", ("compare", "standard", "FOLDER/other.toml", *_LOG, "--html", "OUT"), "o.html"
    ),
    Writer("letter, HTML", ("letter", "FOLDER/incident.json", "-o", "OUT"), "out.html"),
    Writer("letter, Word", ("letter", "FOLDER/incident.json", "-o", "OUT"), "out.docx"),
    Writer("demo", ("demo", "--output", "DIR"), "helpdesk-ru-incidents.csv"),
)
CONTRACT: Final = Writer("annotate", ("annotate", "FOLDER/contract.txt", "-o", "OUT"), "out.html")
"""Where the text of the contract is at hand; it is no part of the project."""
EXPORT: Final = Writer(
    "export",
    ("report", *_LOG, "--export", "CASE", "--incident-output", "OUT"),
    "incident-out.json",
)


def writers(folder: Path, contract: Path) -> list[Writer]:
    """Return the commands that can be run, their inputs written."""
    inputs(folder)
    case = (folder / "log.csv").read_text(encoding="utf-8").splitlines()[1].split(";")[0]
    found = [
        *WRITERS,
        EXPORT._replace(arguments=(*(one.replace("CASE", case) for one in EXPORT.arguments),)),
    ]
    if contract.exists():
        (folder / "contract.txt").write_bytes(contract.read_bytes())
        found.append(CONTRACT)
    return found


class Place:
    """A writer with its files in a folder: what it is run with, and what it should write."""

    def __init__(self, writer: Writer, folder: Path, target: Path) -> None:
        self.writer, self.target = writer, target / writer.out
        self.seen: set[str] = set()
        put = {"OUT": str(self.target), "DIR": str(target)}
        self.arguments = [
            put.get(one, one.replace("FOLDER", str(folder))) for one in writer.arguments
        ]

    def run(self, at_write: Callable[[Write], None] | None = None) -> tuple[int, str]:
        """
        Run the command here; return the code, and what it says is wrong.

        ``at_write`` is given the writing itself, before it is done.
        """
        whole = files._write  # noqa: SLF001 - where every file is written

        def held(*given: Any) -> None:
            if at_write is not None:
                at_write(lambda: whole(*given))
            whole(*given)

        wrong = StringIO()
        files._write = held  # type: ignore[assignment] # noqa: SLF001
        try:
            with redirect_stdout(StringIO()), redirect_stderr(wrong):
                code = main(self.arguments)
        finally:
            files._write = whole  # noqa: SLF001
        return code, wrong.getvalue()

    def left(self) -> list[Path]:
        """Return what stands beside the file."""
        return [path for path in self.target.parent.iterdir() if path != self.target]


def forked(write: Write, *, told: int | None = None, most: int | None = None) -> int:
    """
    Return the process that writes.

    Args:
        write: The writing.
        told: Where a byte is written when it begins, and one when it is done.
        most: The most bytes a file may have.
    """
    process = os.fork()
    if process:
        return process
    code = 70
    try:
        if most is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        if told is not None:
            os.write(told, b"<")
        write()
        if told is not None:
            os.write(told, b">")
        code = 0
    except FilePlaceError:
        code = 2
    finally:
        os._exit(code)


def timed(write: Write) -> float:
    """Return how many seconds the writing takes."""
    seconds = []
    for _ in range(5):
        ours, theirs = os.pipe()
        process = forked(write, told=theirs)
        os.read(ours, 1)
        began = time.perf_counter()
        os.read(ours, 1)
        seconds.append(time.perf_counter() - began)
        os.waitpid(process, 0)
        os.close(ours)
        os.close(theirs)
    return statistics.median(seconds)


def killed(place: Place, write: Write, new: bytes, after: float) -> str:
    """Kill the writing so long after it begins; return what is there then."""
    place.target.write_bytes(OLD)
    ours, theirs = os.pipe()
    process = forked(write, told=theirs)
    os.close(theirs)
    assert os.read(ours, 1) == b"<"
    began = time.perf_counter()
    while time.perf_counter() - began < after:
        pass
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(ours)
    here = place.target.read_bytes()
    assert here in (OLD, new), f"{place.writer.name}: {len(here)} bytes, neither old nor new"
    left = place.left()
    assert all(LEFT.fullmatch(path.name) for path in left), left
    fresh = {path.name for path in left} - place.seen
    place.seen |= fresh
    if here == OLD and fresh:
        return "half"
    return "new" if here == new else "old"


def limited(place: Place, write: Write, new: bytes, most: int) -> None:
    """Write where no file may have more than so many bytes."""
    place.target.write_bytes(OLD)
    code = os.waitstatus_to_exitcode(os.waitpid(forked(write, most=most), 0)[1])
    here = place.target.read_bytes()
    assert code == (2 if most < len(new) else 0), f"{place.writer.name}, {most} bytes: {code}"
    assert here == (OLD if most < len(new) else new), f"{place.writer.name}, {most} bytes"
    assert not place.left(), place.left()


def filled(place: Place) -> None:
    """Run the command on a disk that has no room left."""
    code, wrong = place.run()
    assert code == 2, (code, wrong)  # noqa: PLR2004
    assert "no space left on device" in wrong, wrong
    assert place.target.read_bytes() == OLD
    assert [path.name for path in place.left()] == ["filling"]


class Trial:
    """One writing, tried many times from the moment at which it begins."""

    def __init__(self, place: Place, new: bytes, kills: int, dice: random.Random) -> None:
        self.place, self.new, self.kills, self.dice = place, new, kills, dice
        self.after: Counter[str] = Counter()
        self.usual = 0.0

    def run(self, write: Write) -> None:
        """Write under each limit, then be killed so many times."""
        self.usual = timed(write)
        for share in range(LIMITS):
            limited(self.place, write, self.new, len(self.new) * share // (LIMITS - 1))
        for _ in range(self.kills):
            moment = self.dice.uniform(0, 1.5 * self.usual)
            self.after[killed(self.place, write, self.new, moment)] += 1


def tried(kills: int, first: int, full: Path | None, contract: Path) -> dict[str, Any]:
    """Return what came of so many kills, and of a disk with too little room."""
    dice = random.Random(first)
    found: dict[str, Any] = {"writers": {}, "limits": 0, "full": 0}
    with tempfile.TemporaryDirectory(prefix="slarules-writes-") as name:
        folder = Path(name)
        several = writers(folder, contract)
        for number, writer in enumerate(several):
            target = folder / f"out-{number}"
            target.mkdir()
            place = Place(writer, folder, target)
            code, wrong = place.run()
            assert code == 0, wrong
            new = place.target.read_bytes()
            trial = Trial(place, new, kills // len(several) + 1, dice)
            place.target.write_bytes(OLD)
            code, wrong = place.run(trial.run)
            assert code == 0, wrong
            assert place.target.read_bytes() == new
            assert not place.left(), "the next run has not cleared what was left"
            found["limits"] += LIMITS
            found["writers"][writer.name] = {
                "bytes": len(new),
                "kills": trial.after.total(),
                "microseconds": round(trial.usual * 1e6),
                **{key: trial.after[key] for key in ("old", "half", "new")},
            }
            if full is not None:
                there = full / f"out-{number}"
                there.mkdir()
                place = Place(writer, folder, there)
                place.target.write_bytes(OLD)
                _fill(there / "filling")
                filled(place)
                (there / "filling").unlink()
                found["full"] += 1
    return found


def _fill(path: Path) -> None:
    """Write until nothing more can be written."""
    with path.open("wb", buffering=0) as file:
        size = 1 << 16
        while size:
            try:
                file.write(b"\0" * size)
            except OSError:
                size //= 2


if __name__ == "__main__":
    from proof.part import SHARED

    disk = Path(sys.argv[3]) if sys.argv[3:] else None
    told = tried(int(sys.argv[1]), int(sys.argv[2]), disk, SHARED / "contract" / "source.txt")
    print(json.dumps(told))
