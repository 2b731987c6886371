"""The whole suite on three Pythons, each as unlike the next as a machine may be."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import time
from pathlib import Path
from typing import Any, Final, NamedTuple
from xml.etree import ElementTree as ET

from proof.part import ROOT, Outcome, Part, Table, Text, Tried, digest
from tools.find_python import find

FOLDER: Final = Path(os.environ.get("BUILD") or ROOT / "build") / "everywhere"
IN_CI: Final = os.environ.get("CI", "").lower() == "true"
SHOWN: Final = 20
"""How many failed tests are named."""


class Run(NamedTuple):
    """One machine: an interpreter, an environment, how pytest is called."""

    name: Text
    release: str
    environment: dict[str, str]
    options: tuple[str, ...] = ()
    from_wheel: bool = False
    holds: str = "True"
    """What has to be true there, in Python: a run that is not what it says proves nothing."""


RUNS: Final = (
    Run(
        Text(
            "Python 3.12, TZ=Asia/Tokyo, -O, в случайном порядке",
            "Python 3.12, TZ=Asia/Tokyo, -O, in random order",
        ),
        "3.12",
        {"TZ": "Asia/Tokyo", "PYTHONOPTIMIZE": "1"},
        (
            # Asserts of the tests are rewritten and hold under -O: tests/test_asserts.py.
            "-W",
            "ignore:assertions not in test modules:pytest.PytestConfigWarning",
            "--random-order-bucket=global",
        ),
        holds="not __debug__ and time.tzname[0] == 'JST'",
    ),
    Run(
        Text(
            "Python 3.13, TZ=America/St_Johns, без системных данных о поясах",
            "Python 3.13, TZ=America/St_Johns, no system zone data",
        ),
        "3.13",
        {"TZ": "America/St_Johns", "PYTHONTZPATH": ""},
        holds="zoneinfo.TZPATH == () and time.tzname[0] == 'NST'",
    ),
    Run(
        Text(
            "Python 3.11, собранный пакет, предупреждения — ошибки",
            "Python 3.11, the built wheel, warnings as errors",
        ),
        "3.11",
        {"PYTHONWARNINGS": "error"},
        from_wheel=True,
        holds="'site-packages' in slarules.__file__ and sys.warnoptions[:1] == ['error']",
    ),
)


def run() -> Outcome:
    """Run the suite on each machine there is an interpreter for."""
    rows: list[tuple[Text | str | int, ...]] = []
    failed: list[str] = []
    found: list[Text] = []
    passed = 0
    for each in RUNS:
        interpreter = find(each.release)
        if interpreter is None:
            found.append(
                Text(
                    f"Python {each.release} здесь нет, прогона «{each.name.ru}» не было.",
                    f"There is no Python {each.release} here: “{each.name.en}” was not run.",
                )
            )
            failed += [found[-1].en] if IN_CI else []
            continue
        began = time.monotonic()
        try:
            python = _environment(each, interpreter)
        except subprocess.CalledProcessError as error:
            failed.append(f"{each.name.en}: no environment: {error.stderr[-500:]}")
            continue
        told = _told(each, python)
        built = time.monotonic() - began
        tests, wrong = _tested(each, python)
        seconds = time.monotonic() - began - built
        passed += tests - len(wrong)
        rows.append((each.name, told["version"], tests, round(built), round(seconds)))
        wrong += [] if told["holds"] else [f"not so: {each.holds}"]
        failed += [f"{each.name.en}: {one}" for one in wrong[:SHOWN]]
    columns = (
        Text("Прогон", "Run"),
        Text("Python", "Python"),
        Text("Тестов", "Tests"),
        Text("Секунд на окружение", "Seconds for the environment"),
        Text("Секунд на тесты", "Seconds for the tests"),
    )
    return Outcome(
        tried=(Tried(Text("пройденных тестов", "tests passed"), passed),),
        found=(*FOUND, *found),
        tables=(Table(Text("Прогоны", "Runs"), columns, tuple(rows)),),
        failed=tuple(failed),
    )


def _environment(each: Run, interpreter: Path) -> Path:
    """Return the interpreter of an environment made from the locks; kept while they hold."""
    venv = FOLDER / each.release
    _done(["make", f"PYTHON={interpreter}", f"VENV={venv}", "environment"], _clean())
    python = venv / "bin" / "python"
    if each.from_wheel:
        dist = FOLDER / "dist"
        _done([str(python), "-m", "hatchling", "build", "-t", "wheel", "-d", str(dist)], _clean())
        (wheel,) = dist.glob("*.whl")
        install = ["-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall"]
        _done([str(python), *install, str(wheel)], _clean())
    return python


def _told(each: Run, python: Path) -> dict[str, Any]:
    """Return what the interpreter says of itself under the environment of the run."""
    script = (
        "import json, platform, sys, time, zoneinfo, slarules\n"
        f"held = {each.holds}\n"
        "print(json.dumps({'version': platform.python_version(), 'holds': held}))"
    )
    told: dict[str, Any] = json.loads(
        _done([str(python), "-c", script], _clean() | each.environment)
    )
    return told


def _tested(each: Run, python: Path) -> tuple[int, list[str]]:
    """Run the suite; return how many tests ran, and those that failed."""
    report = FOLDER / f"{each.release}.xml"
    report.unlink(missing_ok=True)
    # Another order for other sources, the same for the same.
    seed = int(hashlib.sha256(digest(PART).encode()).hexdigest()[:6], 16)
    order = [f"--random-order-seed={seed}"] if "random" in each.name.en else []
    done = subprocess.run(
        [
            *(str(python), "-m", "pytest", "-n", "2", "--quiet", "-p", "no:cacheprovider"),
            *(f"--junit-xml={report}", *each.options, *order),
        ],
        cwd=ROOT,
        env=_clean() | each.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if not report.exists():
        return 0, [f"pytest ended with {done.returncode}: {(done.stdout + done.stderr)[-500:]}"]
    cases = list(ET.parse(report).getroot().iter("testcase"))  # noqa: S314 - our own report
    wrong = [
        f"{case.get('classname')}::{case.get('name')}: {_why(fault)}"
        for case in cases
        for fault in [*case.findall("failure"), *case.findall("error")]
    ]
    if done.returncode and not wrong:
        wrong.append(f"pytest ended with {done.returncode}: {done.stdout[-500:]}")
    return len(cases), wrong


def _why(fault: ET.Element) -> str:
    """Return the first words of why a test failed: from afar they are all one has."""
    return " ".join((fault.get("message") or fault.text or "").split())[:500]


def _clean() -> dict[str, str]:
    """Return the environment without what would make one run like another, or this one."""
    theirs = {"TZ", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "VIRTUAL_ENV", "VENV"}
    return {
        name: value
        for name, value in os.environ.items()
        if name not in theirs and not name.startswith("PYTHON")
    }


def _done(command: list[str], environment: dict[str, str]) -> str:
    """Return what a command that has to succeed prints."""
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stdout


FOUND: Final = (
    Text(
        "Под 3.13 формат времени без года сначала вызывал предупреждение стандартной библиотеки, "
        "а с предупреждениями-ошибками — её исключение вместо отказа; исправлено.",
        "On 3.13 a time format that names no year first drew a warning of the standard library, "
        "and where warnings are errors its exception in place of a refusal; mended.",
    ),
    Text(
        "Под 3.13 ссылка, ведущая к самой себе, принималась за место для файла; отвергается.",
        "On 3.13 a link that leads to itself was taken for a place of a file; it is refused.",
    ),
    Text(
        "Под 3.12 и 3.13, где numpy новее, отсутствующий момент без единицы вызывал "
        "предупреждение об устаревании; единица названа.",
        "On 3.12 and 3.13, whose numpy is newer, a missing moment without a unit drew a warning "
        "of deprecation; its unit is named.",
    ),
)

PART: Final = Part(
    name="everywhere",
    title=Text("Везде", "Everywhere"),
    method=Text(
        "Весь набор тестов на трёх Python, окружения — из тех же замков: Python 3.12 с поясом "
        "Токио, с -O и в порядке, который задаёт отпечаток исходников; Python 3.13 с поясом "
        "Ньюфаундленда и без системных данных о поясах; Python 3.11 с собранным пакетом вместо "
        "исходников, где каждое предупреждение — ошибка. Каждый прогон сначала показывает, что "
        "он тот, за который себя выдаёт; что проверки тестов действуют и под -O, держит отдельный "
        "тест.",
        "The whole suite on three Pythons, their environments from the same locks: Python 3.12 on "
        "Tokyo's clock, with -O, in an order drawn from the digest of the sources; Python 3.13 on "
        "Newfoundland's clock with no zone data of the system; Python 3.11 with the built wheel in "
        "place of the sources, where every warning is an error. Each run first shows that it is "
        "what it says it is; that the asserts of the tests hold under -O is a test of its own.",
    ),
    covers=(
        "src/slarules/**/*",
        "tests/**/*",
        "locks/dev.txt",
        "Makefile",
        "pyproject.toml",
        "tools/*.py",
    ),
    run=run,
)
