"""
How long a process takes to its first answer, in a fresh environment with the package installed.

    python bench/cold_start.py [--rounds N]

The floor is a process that imports datetime and zoneinfo and makes the Moscow zone; every figure
is over the floor of the same round. Figures are milliseconds of the processor, which on a machine
that does nothing else are those of the clock; the clock's stand beside them. The environment is
made anew from locks/run.txt and the project's own wheel, as a user's is, so that every module is
compiled beforehand.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

try:
    from resource import RUSAGE_CHILDREN, getrusage
except ImportError:  # not on Windows: the clock stands in for the processor
    getrusage = None  # type: ignore[assignment]

PROJECT = Path(__file__).resolve().parent.parent

FLOOR = "import datetime, zoneinfo; zone = zoneinfo.ZoneInfo('Europe/Moscow')"
FIRST_DUE = (
    "from slarules import standard_support; "
    "standard_support().reaction_due(datetime.datetime(2026, 11, 23, 12, tzinfo=zone))"
)
STARTS = (
    # what                            after the floor                                         ms
    ("import slarules", "import slarules", 5),
    ("process start to first reaction_due", FIRST_DUE, 45),
    ("everything public", "import slarules; [getattr(slarules, n) for n in slarules.__all__]", 90),
)
HEAVY = ("numpy", "holidays", "rich", "babel")


class Start(NamedTuple):
    """One way to start, its milliseconds over the floor of each round, and what is asked."""

    what: str
    over_floor: list[float]
    most: float
    note: str


def fresh_environment(where: Path) -> Path:
    """Return the interpreter of a new environment that has the package as a user gets it."""
    venv.create(where, with_pip=True)
    python = where / ("Scripts" if os.name == "nt" else "bin") / "python"
    install: list[str | Path] = [
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    lock = PROJECT / "locks" / "run.txt"
    _run([*install, "--require-hashes", "--requirement", lock])
    _run([*install, "--no-deps", "--no-build-isolation", PROJECT])
    return python


def measure(rounds: int = 15) -> list[Start]:
    """Return the start-up times, the ways interleaved."""
    with tempfile.TemporaryDirectory() as folder:
        python = fresh_environment(Path(folder) / "environment")
        codes = [FLOOR, *(f"{FLOOR}\n{code}" for _, code, _ in STARTS)]
        loaded = _run([python, "-c", f"{codes[2]}\nimport sys; print(*sys.modules)"], folder)
        heavy = set(HEAVY) & set(loaded.split())
        assert not heavy, f"the first answer loads {heavy}"
        for code in codes:
            _milliseconds(python, code, folder)
        found = [[_milliseconds(python, code, folder) for code in codes] for _ in range(rounds)]
    floor = f"the floor {statistics.median(one[0].clock for one in found):.1f} ms"
    starts: list[Start] = []
    for place, (what, _, most) in enumerate(STARTS, start=1):
        clock = statistics.median(one[place].clock - one[0].clock for one in found)
        over_floor = [one[place].processor - one[0].processor for one in found]
        starts.append(Start(what, over_floor, most, f"by the clock {clock:.1f} ms, {floor}"))
    return starts


def _environment() -> dict[str, str]:
    """Return the caller's variables, less those that change how Python starts."""
    return {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


def _run(command: list[str | Path], folder: str | Path = PROJECT) -> str:
    done = subprocess.run(  # noqa: S603 - our own interpreter and text
        command, check=True, cwd=folder, env=_environment(), stdout=subprocess.PIPE, text=True
    )
    return done.stdout


class _Took(NamedTuple):
    processor: float
    clock: float


def _milliseconds(python: Path, code: str, folder: str) -> _Took:
    begun, used = perf_counter(), _used()
    _run([python, "-c", code], folder)
    clock = (perf_counter() - begun) * 1000
    return _Took(clock if used is None else (_used() or 0.0) - used, clock)


def _used() -> float | None:
    """Return the milliseconds of the processor that child processes have used so far."""
    if getrusage is None:
        return None
    children = getrusage(RUSAGE_CHILDREN)
    return (children.ru_utime + children.ru_stime) * 1000


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="how long a process takes to its first answer")
    parser.add_argument("--rounds", type=int, default=15)
    for start in measure(parser.parse_args().rounds):
        median = statistics.median(start.over_floor)
        print(f"{start.what:36} {median:6.1f} ms over the floor (≤ {start.most}); {start.note}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
