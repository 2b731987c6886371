"""Hostile input: every reader tried on harmed files, on a kept corpus, and on files without end."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final

from proof.hostile.__main__ import READERS
from proof.hostile.covering import SOURCE, covering
from proof.part import ROOT, Outcome, Part, Table, Text, Tried

EXAMPLES: Final = 20_000
"""Of each reader."""
_AT_ONCE: Final = 4_000
"""In one process; the branches of the first of each reader are watched."""
_WORKERS: Final = 2
SECONDS: Final = 2.0
MEMORY: Final = 256 * 1024
"""KiB a process may have at its peak."""
COVERED: Final = 95.0
"""Per cent of the branches and lines of every module that reads."""


def run() -> Outcome:
    """Try every reader; hold time, memory, coverage and refusals."""
    failed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        jobs = [
            (name, number, str(Path(folder) / f"coverage.{name}"))
            for number in range(EXAMPLES // _AT_ONCE)
            for name in READERS
        ]
        with ThreadPoolExecutor(_WORKERS) as pool:
            told = list(pool.map(_tried, jobs))
            from proof.hostile.giants import GIANTS

            giants = list(pool.map(_giant, GIANTS))
        modules = _covered([Path(file) for _, number, file in jobs if number == 0])
    failed += [f"{one['reader']}: {one['failure']}" for one in told if one["failure"]]
    failed += [f"{one['reader']}: {one['memory']} KiB" for one in told if one["memory"] > MEMORY]
    failed += [
        f"{name}: {said}, {seconds} s, {kib} KiB"
        for name, said, seconds, kib in giants
        if seconds > SECONDS or kib > MEMORY
    ]
    failed += [f"{name}: {share:.1f} %" for name, share in modules if share < COVERED]
    return Outcome(
        tried=(
            *(
                Tried(Text(*_what(name)), sum(o["examples"] for o in told if o["reader"] == name))
                for name in READERS
            ),
            Tried(
                Text("файлы и строки с известным исходом", "files and lines of a known outcome"),
                sum(one.get("known", 0) for one in told),
            ),
            Tried(Text("файлы без конца", "files without end"), len(giants)),
        ),
        found=FOUND,
        tables=(_outcomes(told), _sizes(giants), _coverage(modules)),
        failed=tuple(failed),
    )


def _what(name: str) -> Text:
    from proof.hostile.trying import reader_of

    return reader_of(name).what


def _tried(job: tuple[str, int, str]) -> dict[str, Any]:
    """Run one process of examples; a process that says nothing is a failure, too."""
    name, number, file = job
    command = [sys.executable, "-m", "proof.hostile", name, str(_AT_ONCE), str(1_000 * number + 1)]
    if number == 0:
        command.append(file)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        # before it, Hypothesis may have told that a failure took long to make small
        found: dict[str, Any] = json.loads(done.stdout.rstrip().rpartition("\n")[2])
    except ValueError:
        said = done.stderr[-2_000:] or f"exit {done.returncode}"
        found = {"reader": name, "examples": 0, "outcomes": {}, "slowest": 0, "memory": 0}
        return found | {"failure": said}
    return found


def _giant(name: str) -> tuple[str, str, float, int]:
    """Return what came of a file without end, the seconds, the KiB."""
    command = [sys.executable, "-m", "proof.hostile.giants", name]
    # A small process between: the peak that one is told of counts what its parent held.
    meter = [
        sys.executable,
        "-c",
        "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))",
    ]
    done = subprocess.run(
        [*meter, *command], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
    try:
        found = json.loads(done.stdout)
    except ValueError:
        return name, done.stderr[-500:], float("inf"), 0
    return name, found["said"], found["seconds"], found["kib"]


def _covered(kept: list[Path]) -> list[tuple[str, float]]:
    """Return how much of each module was run, in per cent of its lines and branches together."""
    from proof.hostile.trying import reader_of

    globs = sorted({glob for name in READERS for glob in reader_of(name).modules})
    watch = covering(str(kept[0].with_name("coverage.all")))
    watch.combine([str(path) for path in kept if path.exists()])
    found: list[tuple[str, float]] = []
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if any(fnmatch(name, glob) for glob in globs):
            numbers = watch._analyze(str(path)).numbers  # noqa: SLF001 - there is no public way
            found.append((name, numbers.pc_covered))
    return found


def _outcomes(told: list[dict[str, Any]]) -> Table:
    every: dict[str, Counter[str]] = {name: Counter() for name in READERS}
    slowest = dict.fromkeys(READERS, 0.0)
    memory = dict.fromkeys(READERS, 0)
    for one in told:
        name = one["reader"]
        every[name] += Counter(one["outcomes"])
        slowest[name] = max(slowest[name], one["slowest"])
        memory[name] = max(memory[name], one["memory"])
    return Table(
        title=Text("Чем кончалось чтение", "How reading ended"),
        columns=(
            Text("что", "what"),
            Text("исходы", "outcomes"),
            Text("самый долгий, мс", "the longest, ms"),
            Text("память, МБ", "memory, MB"),
        ),
        rows=tuple(
            (
                _what(name),
                ", ".join(f"{word} {times}" for word, times in every[name].most_common()),
                round(slowest[name] * 1000),
                memory[name] // 1024,
            )
            for name in READERS
        ),
    )


def _sizes(giants: list[tuple[str, str, float, int]]) -> Table:
    return Table(
        title=Text("Файлы без конца", "Files without end"),
        columns=(
            Text("что", "what"),
            Text("секунды процессора", "seconds of the processor"),
            Text("память, МБ", "memory, MB"),
        ),
        rows=tuple((name, f"{seconds:.2f}", kib // 1024) for name, _, seconds, kib in giants),
    )


def _coverage(modules: list[tuple[str, float]]) -> Table:
    return Table(
        title=Text("Пройдено строк и ветвей", "Lines and branches run"),
        columns=(Text("модуль", "module"), Text("%", "%")),
        rows=tuple((name, f"{share:.1f}") for name, share in modules),
    )


FOUND: Final = (
    Text(
        "ячейка отчёта, начинавшаяся с апострофа и знака равенства, после защиты от формул не "
        "отличалась от чужой; одинокий возврат каретки в ячейке обрывал строку",
        "a cell of the report that began with an apostrophe and an equals sign could not be told "
        "from one guarded against formulas; a lone carriage return in a cell ended its row",
    ),
    Text(
        "описание журнала с повтором в формате времени, с кодировкой не для файлов, с числом или "
        "скобками без конца отвергалось исключением самого Python",
        "a mapping whose format names a part twice, whose encoding is not of files, or with "
        "numbers or brackets without end, was refused by an exception of Python's own",
    ),
    Text(
        "календарь до 9999 года занимал 850 МБ; первый день 1 года как начало редакции переполнял "
        "часы",
        "a calendar through the year 9999 took 850 MB; the first day of the year 1 as the first "
        "of an edition overflowed the clock",
    ),
    Text(
        "копии договора в пределах дозволенного размера разбирались минутами: переносы, лигатуры, "
        "надстрочные знаки и повторы без конца",
        "copies of the contract within the limit took minutes: hyphens, ligatures, marks and "
        "repetitions without end",
    ),
    Text(
        "повреждённый PDF печатал свои беды в поток ошибок и выпускал исключения читателя",
        "a damaged PDF told its troubles on the error stream and let its reader's exceptions out",
    ),
    Text(
        "управляющие знаки и знаки направления письма доходили до терминала",
        "control characters and direction marks reached the terminal",
    ),
    Text(
        "перевод строки в номере инцидента разрывал строку страницы; команда, чей терминал "
        "закрыли, с rich завершалась кодом плохой новости",
        "a line end in the number of an incident broke a line of the page; with rich, a command "
        "whose terminal was gone ended with the code of bad news",
    ),
    Text(
        "slarules readings падала, когда другое толкование сдвигало согласованный срок решения",
        "slarules readings failed where another reading moved an agreed target",
    ),
    Text(
        "отчёт можно было записать поверх файла соглашения, по которому он составлен",
        "a report could be written over the agreement it was made with",
    ),
    Text(
        "число в тысячи цифр в копии договора задерживало её страницу на секунды, а сто тысяч — "
        "на минуты",
        "a number of thousands of digits in a copy of the contract held its page up for seconds, "
        "one of a hundred thousand for minutes",
    ),
    Text(
        "день Parquet за пределами календаря выпускал OverflowError; часы, идущие в момент за "
        "пределами календаря, отказывали в отчёте целиком, а не в одном инциденте",
        "a day of Parquet that no calendar shows let an OverflowError out; a clock still running "
        "at a moment beyond the calendar refused the whole report, not one incident",
    ),
)

PART: Final = Part(
    name="hostile",
    title=Text("Враждебный ввод", "Hostile input"),
    method=Text(
        "Каждому читателю дают верные файлы, испорченные по их строению: деревья, строки и ячейки, "
        "части архивов, байты, — и файлы без конца. Читатель обязан прочесть или отказать своим "
        "исключением, за две секунды и в 256 МБ; прочитанное записывают и читают снова; ячейки, "
        "страницы и вывод проверяют на формулы, разметку и управляющие знаки.",
        "Every reader is given valid files harmed along their structure (trees, rows and cells, "
        "parts of archives, bytes) and files without end. It has to read them or refuse them in "
        "its own words, within two seconds and 256 MB; what was read is written and read again; "
        "cells, pages and output are searched for formulas, markup and control characters.",
    ),
    covers=(
        "proof/hostile/*.py",
        "proof/hostile/aimed/*.py",
        "proof/hostile/corpus/*",
        "src/slarules/agreement_file/*.py",
        "src/slarules/annotate/*.py",
        "src/slarules/cli/*.py",
        "src/slarules/contract_text.py",
        "src/slarules/documents/*.py",
        "src/slarules/eventlog/*.py",
        "src/slarules/letter/*.py",
        "src/slarules/report/*.py",
        "src/slarules/visible.py",
        "shared:contract/source.txt",
    ),
    run=run,
)
