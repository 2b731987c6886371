"""Writes: killed at any moment, on a disk with too little room, to places that are none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from typing import Any, Final

from proof.part import ROOT, Outcome, Part, Table, Text, Tried

KILLS: Final = 420
_SEED: Final = 2026


def run() -> Outcome:
    """Kill, and fill the disk; whatever is neither the old file nor the new one is a failure."""
    command = [sys.executable, "-m", "proof.hostile.writes", str(KILLS), str(_SEED)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        return Outcome(tried=(), failed=(done.stderr[-2_000:],))
    found: dict[str, Any] = json.loads(done.stdout)
    writers: dict[str, dict[str, int]] = found["writers"]
    full, failed = _full()
    return Outcome(
        tried=(
            Tried(
                Text("kill -9 во время записи", "kill -9 during a write"), _sum(writers, "kills")
            ),
            Tried(
                Text("запись при пределе на размер файла", "writes under a limit on a file's size"),
                found["limits"],
            ),
            Tried(Text("запись на полный диск", "writes to a full disk"), full),
        ),
        found=(
            Text(
                "временный файл убитого прогона оставался рядом с отчётом навсегда",
                "the temporary file of a killed run stayed beside the report for good",
            ),
        ),
        tables=(_table(writers),),
        failed=failed,
    )


def _full() -> tuple[int, tuple[str, ...]]:
    """Write to a file system without room, where one may be made; elsewhere none is tried."""
    unshare = shutil.which("unshare")
    if os.geteuid() or unshare is None:
        return 0, ()
    with tempfile.TemporaryDirectory(prefix="slarules-full-") as folder:
        mount = f"mount -t tmpfs -o size=512k none {folder} || exit 77; "
        script = f'{mount}exec "$0" -m proof.hostile.writes 7 1 {folder}'
        command = [unshare, "--mount", "sh", "-c", script, sys.executable]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if "mount" in done.stderr or "unshare" in done.stderr:  # not allowed here
        return 0, ()
    if done.returncode:
        return 0, (done.stderr[-2_000:],)
    return json.loads(done.stdout)["full"], ()


def _sum(writers: dict[str, dict[str, int]], key: str) -> int:
    return sum(one[key] for one in writers.values())


def _table(writers: dict[str, dict[str, int]]) -> Table:
    keys = ("bytes", "microseconds", "kills", "old", "half", "new")
    return Table(
        title=Text("Что оставалось после kill -9", "What was left after kill -9"),
        columns=(
            Text("команда", "command"),
            Text("байтов", "bytes"),
            Text("запись, мкс", "the write, µs"),
            Text("убито", "killed"),
            Text("прежний файл", "the old file"),
            Text("прежний и временный", "the old one and a temporary one"),
            Text("новый файл", "the new file"),
        ),
        rows=tuple((name, *(one[key] for key in keys)) for name, one in writers.items()),
    )


PART: Final = Part(
    name="writes",
    title=Text("Запись файлов", "Writes"),
    method=Text(
        "Каждая пишущая команда доходит до записи, и с этого места её процесс раздваивают снова и "
        "снова и убивают в случайный миг. На месте файла — прежние байты или новые, целиком; рядом "
        "— разве что скрытый файл .tmp, который убирает следующий прогон. То же при пределе на "
        "размер файла, от нуля до целого, и на полном диске: отказ в одну строку, прежние байты.",
        "Every command that writes goes as far as its write; from there on its process is forked "
        "again and again and killed at a random moment. The file is the old one or the new one, "
        "whole; beside it there is a hidden .tmp at most, which the next run removes. The same "
        "under a limit on the size of a file, from nothing to the whole, and on a full disk: a "
        "refusal of one line, the old bytes.",
    ),
    covers=(
        "proof/hostile/writes.py",
        "src/slarules/cli/*.py",
        "src/slarules/examples/*",
        "src/slarules/report/table.py",
    ),
    run=run,
)
