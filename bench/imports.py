"""How long a process takes to import a package, over one that imports nothing."""

from __future__ import annotations

import subprocess
import sys
from resource import RUSAGE_CHILDREN, getrusage

IMPORTS = {
    "datetime, zoneinfo": "import datetime, zoneinfo; zoneinfo.ZoneInfo('Europe/Moscow')",
    "slarules": "import slarules",
    "slarules, the first reaction due": (
        "import datetime, slarules; a = slarules.standard_support(); "
        "a.reaction_due(datetime.datetime(2026, 11, 23, 10, tzinfo=a.calendar.zone))"
    ),
    "slarules.batch": "import slarules.batch",
    "workclock": "import workclock",
    "timegrid": "import timegrid",
    "bizdays": "import bizdays",
    "businesstimedelta": "import businesstimedelta",
    "holidays": "import holidays",
    "numpy": "import numpy",
    "polars": "import polars",
    "pandas": "import pandas",
}


def imports(rounds: int) -> dict[str, list[float]]:
    """Return milliseconds of the processor over a bare interpreter, by what is imported."""
    found: dict[str, list[float]] = {name: [] for name in IMPORTS}
    _run("pass")
    for _ in range(rounds):
        bare = _run("pass")
        for name, program in IMPORTS.items():
            found[name].append(_run(program) - bare)
    return found


def _run(program: str) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603 - written above
    after = getrusage(RUSAGE_CHILDREN)
    return 1_000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
