"""
How fast columns are: ratios within one run, after the answers were compared; one thread.

    python bench/arrays.py [--rows N …] [--rounds N] [--seed N] [--json FILE] [--strict]

What is measured, and how to read it: bench/README.md.
"""

from __future__ import annotations

import os

os.environ.setdefault("POLARS_MAX_THREADS", "1")

import argparse
import json
import statistics
import subprocess
import sys
from functools import partial
from importlib.metadata import version
from pathlib import Path
from time import process_time_ns
from typing import TYPE_CHECKING, Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(1, str(Path(__file__).parent.parent))

import polars as pl
from arrays_log import log_figures
from arrays_peers import NumpyColumns, OneByOne, PolarsColumns
from imports import imports
from one_call import one_call
from run import AnswersDiffer, Figure, interleaved, machine, printed, ratios

import slarules as s
from slarules import batch
from slarules.batch import Output

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FIRST, LAST = np.datetime64("2015-01-01"), np.datetime64("2026-06-01")
"""Days whose answers are decreed, on the clock Moscow keeps since 2014."""
SAMPLE = 200
"""Rows that the answers of libraries without columns are compared on."""
BUDGET = 0.4
"""Seconds that a round of a library without columns may take: as many rows as that allows."""
COMPARED = 100_000
"""Rows that all answers of libraries with columns are compared on before anything else."""
LOG = 300_000
"""Incidents of the log of events."""
IMPORT_ROUNDS = 3
PEER_PACKAGES = (
    "polars",
    "pandas",
    "bizdays",
    "timegrid",
    "businesstimedelta",
    "business-duration",
    "holidays",
)
SPANS = (
    "workclock_seconds",
    "timegrid_seconds",
    "businesstimedelta_seconds",
    "business_duration_seconds",
)
"""Calls of libraries without columns that tell business time."""
SIX = (
    Output.REACTION_DUE,
    Output.REACTION,
    Output.REPLACEMENT_SEARCH_DUE,
    Output.REPLACEMENT_SEARCH,
    Output.AUTOMATIC_CLOSING_DUE,
    Output.AUTOMATIC_CLOSING,
)
"""The six outputs of the whole rule set."""


class Inputs:
    """Columns of a length: days, two moments, and the five of the rules."""

    def __init__(self, rows: int, seed: int) -> None:
        rng = np.random.default_rng(seed)

        def after(start: Any, least: int, most: int, empty: float) -> Any:
            found = start + rng.integers(least, most, rows).astype("m8[s]")
            found[rng.random(rows) < empty] = np.datetime64("NaT", "s")
            return found

        day = 86_400
        self.days = FIRST + rng.integers(0, int((LAST - FIRST).astype(int)) - 120, rows)
        self.since = self.days.astype("M8[s]") + rng.integers(0, day, rows).astype("m8[s]")
        self.until = after(self.since, 0, 30 * day, 0)
        self.five = {
            "registered": self.since,
            "category": rng.integers(0, len(batch.CATEGORIES), rows).astype(np.uint8),
            "reaction": after(self.since, 0, 2 * day, 0.2),
            "question": after(self.since, 0, 20 * day, 0.5),
            "as_of": after(self.since, day, 60 * day, 0),
        }


def framed(given: Inputs) -> Any:
    """Return the two moments as Polars has them."""
    return pl.DataFrame(
        {"since": given.since.astype("M8[ms]"), "until": given.until.astype("M8[ms]")}
    )


def each(call: Callable[[], object], rows: int) -> float:
    """Return the nanoseconds of the processor a row takes."""
    begun = process_time_ns()
    call()
    return (process_time_ns() - begun) / rows


def same(what: str, ours: Any, theirs: Any) -> None:
    """Refuse to go on if an answer differs."""
    wrong = np.flatnonzero(np.asarray(ours) != np.asarray(theirs))
    if len(wrong):
        row = int(wrong[0])
        message = f"{what}, row {row}: {ours[row]} here, {theirs[row]} there"
        raise AnswersDiffer(message)


def compared(support: s.Agreement, seed: int) -> None:
    """Hold the peers and ours to one another, and ours to the calls of one row."""
    given, hours = Inputs(COMPARED, seed), batch.calendar(support.calendar)
    numpy_days, polars_days = NumpyColumns(support.calendar), PolarsColumns(support.calendar)
    added = hours.add_business_days(given.days, 60).values
    seconds = hours.business_seconds_between(given.since, given.until, zone="Europe/Moscow").values
    same("+ 60 days, numpy", added, numpy_days.add(given.days, 60))
    same("+ 60 days, polars", added, polars_days.add(pl.Series(given.days), 60).to_numpy())
    same("seconds, numpy", seconds, numpy_days.seconds(given.since, given.until))
    frame = framed(given)
    same("seconds, polars", seconds, polars_days.seconds(frame).to_numpy())
    zone = support.calendar.zone
    days, starts, ends = (
        column[:SAMPLE].tolist() for column in (given.days, given.since, given.until)
    )
    one = OneByOne(support.calendar)
    for name in ("bizdays_add", "pandas_add", "loop_add"):
        same(name, added[:SAMPLE].tolist(), list(map(getattr(one, name), days)))
    for name in SPANS:
        found = [
            getattr(one, name)(a.replace(tzinfo=zone), b.replace(tzinfo=zone))
            for a, b in zip(starts, ends, strict=True)
        ]
        same(name, seconds[:SAMPLE].tolist(), found)
    calls = [support.reaction_due(a.replace(tzinfo=zone)).replace(tzinfo=None) for a in starts]
    dues = batch.of(support).reaction_due(given.since[:SAMPLE], zone="Europe/Moscow").values
    same("reaction_due", dues.tolist(), calls)


def columns(support: s.Agreement, rows: int, rounds: int, seed: int) -> list[Figure]:
    """Time the columns beside the floors of the same arrays."""
    given, hours, of = Inputs(rows, seed), batch.calendar(support.calendar), batch.of(support)
    table = hours.add_business_days(np.arange(FIRST, LAST), 60).values.view(np.int64)
    index = given.days.view(np.int64) - FIRST.view(np.int64)
    read = partial(np.add, given.since.view(np.int64), given.until.view(np.int64))
    calls: dict[str, Callable[[], object]] = {
        "take": lambda: np.take(table, index),
        "add": lambda: hours.add_business_days(given.days, 60),
        "read": read,
        "seconds": lambda: hours.business_seconds_between(
            given.since, given.until, zone="Europe/Moscow"
        ),
        "rules": lambda: of.assess(**given.five, zone="Europe/Moscow", want=SIX),
        "reaction": lambda: of.reaction_due(given.since, zone="Europe/Moscow"),
    }
    found = interleaved({name: partial(each, call, rows) for name, call in calls.items()}, rounds)

    def beside(name: str, floor: str) -> str:
        return f"{_ns(found[name])}; the floor {_ns(found[floor])}"

    of_rows = f"{rows:,} rows"

    def figure(what: str, unit: str, rounds: list[float], most: float, note: str = "") -> Figure:
        return Figure(f"{what}, {of_rows}", unit, rounds, most, at_least=False, note=note)

    take = ratios(found["add"], found["take"])
    reads = ratios(found["seconds"], found["read"])
    return [
        figure("+ 60 business days", "× np.take", take, 1.6, beside("add", "take")),
        figure("business seconds", "× read two, write one", reads, 4, beside("seconds", "read")),
        figure("five inputs, six outputs", "ns a row", found["rules"], 45),
        figure("reaction due", "ns a row", found["reaction"], 20),
    ]


def peers(support: s.Agreement, rows: int, rounds: int, seed: int) -> list[Figure]:
    """Time the peers, with columns on so many rows, without on as many as they bear."""
    given, hours = Inputs(rows, seed), batch.calendar(support.calendar)
    numpy_days, polars_days = NumpyColumns(support.calendar), PolarsColumns(support.calendar)
    series = pl.Series(given.days)
    frame = framed(given)
    laps: dict[str, Callable[[], float]] = {
        name: partial(each, call, rows)
        for name, call in {
            "add": lambda: hours.add_business_days(given.days, 60),
            "numpy add": lambda: numpy_days.add(given.days, 60),
            "polars add": lambda: polars_days.add(series, 60),
            "seconds": lambda: hours.business_seconds_between(
                given.since, given.until, zone="Europe/Moscow"
            ),
            "numpy seconds": lambda: numpy_days.seconds(given.since, given.until),
            "polars seconds": lambda: polars_days.seconds(frame),
        }.items()
    }
    asked = dict.fromkeys(laps, rows)
    one, zone = OneByOne(support.calendar), support.calendar.zone
    days = [(day,) for day in given.days[:COMPARED].tolist()]
    spans = [
        (a.replace(tzinfo=zone), b.replace(tzinfo=zone))
        for a, b in zip(
            given.since[:COMPARED].tolist(), given.until[:COMPARED].tolist(), strict=True
        )
    ]
    for name in ("bizdays_add", "pandas_add", "loop_add", *SPANS):
        call, inputs = getattr(one, name), spans if name in SPANS else days
        took = each(partial(_through, call, inputs[:SAMPLE]), SAMPLE)
        asked[name] = max(SAMPLE, min(len(inputs), int(BUDGET * 1e9 / took)))
        laps[name] = partial(each, partial(_through, call, inputs[: asked[name]]), asked[name])
    found = interleaved(laps, rounds)
    figures = []
    for name in found:
        if name in {"add", "seconds"}:
            continue
        ours = "add" if name.endswith("add") else "seconds"
        columns_of_its_own = name.startswith(("numpy", "polars"))
        least = 15 if columns_of_its_own else 100
        figures.append(
            Figure(f"{ours}: {name.replace('_', ' ')}", "times as slow",
                   ratios(found[name], found[ours]), least, at_least=True,
                   note=f"{_ns(found[name])}; {asked[name]:,} rows")
        )  # fmt: skip
    return figures


def _through(call: Callable[..., object], inputs: Sequence[tuple[Any, ...]]) -> None:
    for one in inputs:
        call(*one)


def on_native_weekend(support: s.Agreement, seed: int) -> dict[str, float]:
    """Return the share of answers that Monday to Friday and the other days off get wrong."""
    given, hours = Inputs(COMPARED, seed), batch.calendar(support.calendar)
    theirs = NumpyColumns(support.calendar, "1111100")
    until = given.since + np.timedelta64(365, "D")
    known = until < LAST.astype("M8[s]")
    since, until = given.since[known], until[known]
    added = hours.add_business_days(given.days, 60).values
    seconds = hours.business_seconds_between(since, until, zone="Europe/Moscow").values
    return {
        "+ 60 business days": float(np.mean(added != theirs.add(given.days, 60))),
        "business seconds, a year": float(np.mean(seconds != theirs.seconds(since, until))),
    }


_MEMORY = """
import ctypes, resource, sys
import numpy as np
sys.path[:0] = [{here!r}, {root!r}]
import slarules as s
from arrays import Inputs, SIX
from slarules import batch
of = batch.of(s.standard_support())
of.assess(**Inputs(100_000, 1).five, zone="Europe/Moscow", want=SIX)
given = Inputs({rows}, 1)
def now():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize()
ctypes.CDLL(None).malloc_trim(0)  # what is free, but not given back, would hide what is taken
open("/proc/self/clear_refs", "w").write("5")
before = now()
found = of.assess(**given.five, zone="Europe/Moscow", want=SIX)
peak = next(int(l.split()[1]) * 1024 for l in open("/proc/self/status") if l.startswith("VmHWM"))
laid = [found[o]._missing for o in SIX if found[o]._missing is not None]
outputs = sum(found[o].values.nbytes for o in SIX) + sum(m.nbytes for m in laid)
# nothing is refused: the zeros of why are never written, and take no memory
print((peak - before - outputs) / 2**20)
"""


def memory(rows: int) -> list[Figure]:
    """Measure the most that the rules take beyond their inputs and outputs, in a new process."""
    program = _MEMORY.format(
        here=str(Path(__file__).parent), root=str(Path(__file__).parent.parent), rows=rows
    )
    run = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    if run.returncode:
        sys.stderr.write(run.stderr)
        return []
    return [
        Figure(f"memory beside inputs and outputs, {rows:,} rows", "MiB", [float(run.stdout)], 64,
               at_least=False)
    ]  # fmt: skip


def growth(small: Sequence[Figure], large: Sequence[Figure], times: float) -> list[Figure]:
    """Return how many times longer ten times the rows take."""
    found = []
    for one, other in zip(small, large, strict=True):
        if one.unit == "ns a row":
            ratio = [b / a * times for a, b in zip(one.rounds, other.rounds, strict=True)]
            found.append(
                Figure(f"growth: {other.what}", "times", ratio, 1.1 * times, at_least=False)
            )
    return found


def _ns(nanoseconds: list[float]) -> str:
    return f"{statistics.median(nanoseconds):,.1f} ns a row"


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, measure, print, write."""
    parser = argparse.ArgumentParser(description="how fast columns are, within one run")
    parser.add_argument("--rows", type=int, nargs="+", default=[100_000, 1_000_000, 10_000_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=20261123)
    parser.add_argument("--json", type=Path, default=Path("build/bench-arrays.json"))
    parser.add_argument("--strict", action="store_true", help="exit with 1 on a missed target")
    options = parser.parse_args(arguments)
    support = s.standard_support()
    try:
        compared(support, options.seed)
    except AnswersDiffer as error:
        print(f"answers differ: {error}", file=sys.stderr)
        return 1
    by_rows = {rows: columns(support, rows, options.rounds, options.seed) for rows in options.rows}
    figures = [one for found in by_rows.values() for one in found]
    for fewer, more in zip(options.rows[:-1], options.rows[1:], strict=True):
        figures += growth(by_rows[fewer], by_rows[more], more / fewer)
    figures += memory(options.rows[-1])
    figures += peers(support, options.rows[-1], options.rounds, options.seed)
    try:
        figures += log_figures(support, Inputs(LOG, options.seed).five, options.rounds)
        figures += one_call(support, options.rounds, options.seed)
    except AnswersDiffer as error:
        print(f"answers differ: {error}", file=sys.stderr)
        return 1
    imported = imports(IMPORT_ROUNDS)
    native = on_native_weekend(support, options.seed)
    for what, share in native.items():
        print(f"{what}: {share:.0%} wrong on a weekend of Saturday and Sunday")
    print(printed(figures))
    for name, rounds in imported.items():
        print(f"import {name}: {statistics.median(rounds):,.1f} ms over a bare interpreter")
    about = machine() | {name: version(name) for name in PEER_PACKAGES}
    print(", ".join(f"{key} {value}" for key, value in about.items()))
    document = {
        "schema": "slarules/bench/1",
        "machine": about,
        "seed": options.seed,
        "wrong_on_native_weekend": native,
        "import_ms": imported,
        "figures": [one._asdict() | {"median": one.median, "met": one.met} for one in figures],
    }
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(
        json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    print(f"written: {options.json}")
    return int(options.strict and not all(one.met for one in figures))


if __name__ == "__main__":
    sys.exit(main())
