"""
What a cluster costs: a log in Parquet, verdicts in Parquet, on two tasks of this machine.

    python bench/spark.py [--rows N …] [--rounds N] [--json FILE]
    python bench/spark.py --compare [--rows N]

Every figure stands beside that of a map which lets rows through, after the same shuffle and sort of
the same log. With --compare nothing is measured: the answers are compared with those of columns.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).parent))

from spark_pages import table as table_of_run

from slarules import __version__, batch, frames, spark, standard_support

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

SEED = 20261123
TASKS = 2
FILE = 1_000_000
"""Events of one file."""
OTHERS = 0.1
"""The share of incidents with a second comment: those are not judged by the column."""
COLUMNS = {"incident": "ticket", "at": "at", "kind": "kind", "category": "category"}
AS_OF = datetime(2026, 11, 20, 19, tzinfo=UTC)
FIRST, DAYS = np.datetime64("2019-01-01T00:00:00", "s"), 2_800
LATER = (
    # kind                     of    share  at most, days later
    ("commented", "registered", 0.8, 2),
    ("information-requested", "registered", 0.5, 20),
    ("information-provided", "information-requested", 0.7, 20),
    ("reproduced", "registered", 0.5, 20),
    ("resolved", "registered", 0.6, 20),
)
KINDS = ("registered", *(row[0] for row in LATER), "commented")
CLOCK_TICKS = os.sysconf("SC_CLK_TCK")


class AnswersDifferError(Exception):
    """A cluster answers otherwise than columns do."""


class Taken(NamedTuple):
    """What one run took."""

    seconds: float
    processor: float
    """Seconds of the processor, of Java and of all workers."""
    memory: float
    """The most a worker ever held, MiB."""


# ------------------------------------------------------------------------------- the log


def events(rows: int, seed: int, first: int, others: float) -> pa.Table:
    """Return events of so many rows, mixed; the incidents are numbered from ``first``."""
    rng = np.random.default_rng(seed)
    count = rows // 3  # more than are needed: the last are cut off
    second = np.timedelta64(1, "s")
    at = {"registered": FIRST + rng.integers(0, DAYS * 86_400, count) * second}
    for kind, since, share, days in LATER:
        found = at[since] + rng.integers(0, days * 86_400, count) * second
        found[rng.random(count) >= share] = np.datetime64("NaT", "s")
        at[kind] = found
    again = at["commented"] + rng.integers(1, 86_400, count) * second
    again[rng.random(count) >= others / 0.8] = np.datetime64("NaT", "s")
    moments = np.stack([*at.values(), again], axis=1).ravel()
    there = np.flatnonzero(~np.isnat(moments))[:rows]
    order = there[np.argsort(moments[there], kind="stable")]
    place, column = order // len(KINDS), order % len(KINDS)
    letters = np.array([None, "A", "B", "C", "D", "E"], object)
    category = letters[rng.integers(0, len(letters), count)][place]
    category[column != 0] = None
    return pa.table(
        {
            "ticket": pa.array([f"T-{number:010}" for number in (place + first).tolist()]),
            "at": pa.array(moments[order].astype("M8[us]"), pa.timestamp("us", "UTC")),
            "kind": pa.array(np.array(KINDS, object)[column], pa.string()),
            "category": pa.array(category, pa.string()),
            "line": pa.array(np.arange(len(order)) + first, pa.int64()),
        }
    )


def written(folder: Path, rows: int, others: float) -> Path:
    """Write a log of so many events, a million a file."""
    folder.mkdir(parents=True)
    left, place = rows, 0
    while left:
        table = events(min(left, FILE), SEED + place, place * FILE, others)
        pq.write_table(table, folder / f"part-{place:04}.parquet")
        left -= len(table)
        place += 1
    return folder


# ------------------------------------------------------------------------------- the runs


def session(scratch: Path) -> Any:
    """Return Spark as it is by default, on this machine."""
    found = spark.local_session(
        TASKS,
        {
            "spark.driver.memory": "4g",
            "spark.local.dir": str(scratch),
            "spark.sql.session.timeZone": "UTC",
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
        },
    )
    found.sparkContext.setLogLevel("ERROR")
    return found


def judged(cluster: Any, log: Path, target: Path) -> None:
    """Write the verdicts on a log."""
    told = spark.assess_log(
        cluster.read.parquet(str(log)),
        standard_support(),
        columns=COLUMNS,
        order="line",
        as_of=AS_OF,
    )
    told.verdicts.write.mode("overwrite").parquet(str(target))


def let_through(cluster: Any, log: Path, target: Path) -> None:
    """Write a log again, shuffled and sorted as it is for the rules, through a map of Arrow."""

    def same(batches: Iterable[Any]) -> Iterator[Any]:
        yield from batches

    given = cluster.read.parquet(str(log))
    whole = given.repartition("ticket").sortWithinPartitions("ticket", "line")
    whole.mapInArrow(same, given.schema).write.mode("overwrite").parquet(str(target))


def taken(run: Callable[[], None]) -> Taken:
    """Return what a run takes, as the processes of Spark say it."""
    most = 0.0
    ended = threading.Event()

    def watch() -> None:
        nonlocal most
        while not ended.wait(0.2):
            most = max(most, _most_of_workers())

    watcher = threading.Thread(target=watch)
    watcher.start()
    processor, begun = _processor(), perf_counter()
    try:
        run()
    finally:
        seconds = perf_counter() - begun
        ended.set()
        watcher.join()
    return Taken(seconds, _processor() - processor, max(most, _most_of_workers()))


def _descendants() -> list[int]:
    """Return the processes this one started, and those they did."""
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        parents.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found, waiting = [], [os.getpid()]
    while waiting:
        children = parents.get(waiting.pop(), [])
        found += children
        waiting += children
    return found


def _processor() -> float:
    """Return the seconds of the processor they took, those that have ended too."""
    ticks = 0
    for process in _descendants():
        try:
            fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        ticks += sum(map(int, fields[11:15]))
    return ticks / CLOCK_TICKS


def _most_of_workers() -> float:
    """Return the most memory that a worker of Python has ever held, in MiB."""
    most = 0.0
    for process in _descendants():
        try:
            if b"pyspark" not in Path(f"/proc/{process}/cmdline").read_bytes():
                continue
            status = Path(f"/proc/{process}/status").read_text()
        except OSError:
            continue
        if "Name:\tjava" in status:
            continue
        held = [line for line in status.splitlines() if line.startswith("VmHWM")]
        most = max([most, *(int(line.split()[1]) / 1024 for line in held)])
    return most


# ------------------------------------------------------------------------------- the figures


def compared(cluster: Any, scratch: Path, rows: int) -> int:
    """Return how many incidents have, to the byte, the answers that columns give; or refuse."""
    log = written(scratch / "log", rows, OTHERS)
    judged(cluster, log, scratch / "verdicts")
    found = pq.read_table(scratch / "verdicts").sort_by("ticket")
    table = pq.read_table(log)
    wanted = frames.assess_log(
        table, batch.of(standard_support()), columns=COLUMNS, as_of=AS_OF
    ).frame.sort_by("ticket")
    names = wanted.column_names
    if not found.select(names).equals(wanted.cast(found.select(names).schema)):
        message = f"{len(found)} verdicts of Spark, {len(wanted)} of columns, and they differ"
        raise AnswersDifferError(message)
    counted = sum(found["sla_rows"].to_pylist())
    if counted != rows:
        message = f"{rows} rows in the log, {counted} in the verdicts"
        raise AnswersDifferError(message)
    return len(found)


def measured(cluster: Any, scratch: Path, sizes: Sequence[int], rounds: int) -> dict[str, Any]:
    """Return what every size took, beside a map that lets rows through."""
    target = scratch / "out"
    warm = written(scratch / "warm", 100_000, OTHERS)
    runs: dict[str, Any] = {}
    for rows in sizes:
        log = written(scratch / str(rows), rows, OTHERS)
        through, ours = (partial(call, cluster, target=target) for call in (let_through, judged))
        if rows == sizes[0]:
            for call in (through, ours):
                call(warm)
        found = [
            (taken(partial(through, log)), taken(partial(ours, log)))
            for _ in range(rounds if rows == sizes[0] else 1)
        ]
        counted = sum(pq.read_table(target, columns=["sla_rows"])["sla_rows"].to_pylist())
        if counted != rows:
            message = f"{rows} rows in the log, {counted} in the verdicts"
            raise AnswersDifferError(message)
        runs[str(rows)] = {
            "incidents": pq.ParquetDataset(target).read(columns=["ticket"]).num_rows,
            "log_bytes": sum(path.stat().st_size for path in log.glob("*.parquet")),
            "verdict_bytes": sum(path.stat().st_size for path in target.glob("*.parquet")),
            "let_through": [one._asdict() for one, _ in found],
            "judged": [one._asdict() for _, one in found],
        }
        print(f"{rows}: {json.dumps(runs[str(rows)])}", flush=True)
    return runs


def machine() -> dict[str, Any]:
    """Return what ran, and on what."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return {
        "processor": names[0] if names else "?",
        "cores": os.cpu_count(),
        "load": [round(one, 1) for one in os.getloadavg()],
        "java": spark.require_java(),
        "python": ".".join(map(str, sys.version_info[:3])),
        "slarules": __version__,
        **{name: version(name) for name in ("pyspark", "pyarrow", "numpy", "pandas")},
        "tasks at a time": TASKS,
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare, or measure."""
    parser = argparse.ArgumentParser(description="what a cluster costs")
    parser.add_argument("--rows", type=int, nargs="+")
    parser.add_argument("--rounds", type=int, default=3, help="of the first size; others have one")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--compare", action="store_true", help="compare the answers alone")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        cluster = session(scratch / "spark")
        try:
            if options.compare:
                rows = (options.rows or [FILE])[0]
                count = compared(cluster, scratch, rows)
                print(f"{rows} events, {count} incidents: the answers are those of columns")
                return 0
            before = machine()
            document = {
                "schema": "slarules/bench-spark/1",
                "machine": before,
                "seed": SEED,
                "share_not_by_column": OTHERS,
                "runs": measured(
                    cluster, scratch, options.rows or [FILE, 10 * FILE], options.rounds
                ),
            }
        finally:
            cluster.stop()
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    print("\n".join(table_of_run(document, "en")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
