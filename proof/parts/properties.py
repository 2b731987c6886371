"""Every property, and the mutants each is shown to kill."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.etree import ElementTree as ET

from proof.part import ROOT, Outcome, Part, Table, Text, Tried
from tests.mutants import MUTANTS, Mutant
from tests.proves import MODULES, claims_of

if TYPE_CHECKING:
    from collections.abc import Mapping

PROCESSES: Final = 2
EXAMPLES: Final = 400
"""How many examples a property has on the package as it is, and at most on a mutant."""


class Property(NamedTuple):
    """One property: where it stands, what it proves, what it claims to kill."""

    module: str
    test: str
    clauses: tuple[str, ...]
    kills: tuple[str, ...]

    @property
    def node(self) -> str:
        """The name pytest runs it by."""
        return f"{self.module.replace('.', '/')}.py::{self.test}"


def properties() -> list[Property]:
    """Return every property, in the order of the modules."""
    return [
        Property(name, test, *claim)
        for name in MODULES
        for test, claim in claims_of(import_module(name))
    ]


def run() -> Outcome:
    """Run the properties on the package, then on each mutant those that claim it."""
    every = properties()
    with ThreadPoolExecutor(PROCESSES) as pool:
        as_it_is = pool.submit(verdicts, None, every)
        on_mutants = {
            mutant.name: pool.submit(verdicts, mutant, claiming(mutant, every))
            for mutant in MUTANTS
        }
        base = as_it_is.result()
        killed = {name: future.result() for name, future in on_mutants.items()}
    failed = [f"{each.node} does not hold" for each in every if base.get(each.node) != "passed"]
    failed += [
        f"{each.node} does not kill {kill}: {killed[kill].get(each.node, 'not run')}"
        for each in every
        for kill in each.kills
        if killed[kill].get(each.node) != "failed"
    ]
    return Outcome(
        tried=(
            Tried(Text("свойств", "properties"), len(every)),
            Tried(Text("примеров на каждое свойство", "examples of each property"), EXAMPLES),
            Tried(Text("мутантов", "mutants"), len(MUTANTS)),
            Tried(
                Text("пар «свойство — убитый мутант»", "pairs of a property and a mutant it kills"),
                sum(len(each.kills) for each in every),
            ),
        ),
        tables=(
            Table(
                Text("Свойства и кого они убивают", "Properties, and what they kill"),
                (
                    Text("Свойство", "Property"),
                    Text("Пункты", "Paragraphs"),
                    Text("Убивает", "Kills"),
                ),
                tuple(
                    (words(each), ", ".join(each.clauses), ", ".join(each.kills)) for each in every
                ),
            ),
        ),
        failed=tuple(failed),
    )


def words(each: Property) -> str:
    """Return the sentence the test's name is."""
    subject, _, name = each.test.partition("::")
    return f"{subject}: {name.removeprefix('test_').replace('_', ' ')}"


def claiming(mutant: Mutant, every: list[Property]) -> list[Property]:
    """Return the properties that claim to kill the mutant."""
    return [each for each in every if mutant.name in each.kills]


def verdicts(mutant: Mutant | None, chosen: list[Property]) -> Mapping[str, str]:
    """Run properties on the package, or on a mutant of it; return how each ended, by node."""
    with tempfile.TemporaryDirectory(prefix="slarules-mutant-") as folder:
        sources = Path(folder, "src")
        shutil.copytree(
            ROOT / "src", sources, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
        )
        if mutant is not None:
            mutant.apply(sources / "slarules")
        report = Path(folder, "report.xml")
        subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "--quiet", "--tb=no", "--no-header"),
                *("-p", "no:cacheprovider", "-p", "proof.hunt", f"--junitxml={report}"),
                *(each.node for each in chosen),
            ],
            cwd=ROOT,
            env={
                **os.environ,
                "PYTHONPATH": str(sources),
                "PYTHONDONTWRITEBYTECODE": "1",
                "HYPOTHESIS_PROFILE": "hunt",
                "CI": "",
                "SLARULES_SOURCES": str(sources),
                "SLARULES_EXAMPLES": str(EXAMPLES),
            },
            capture_output=True,
            check=False,
        )
        if not report.exists():
            return {}
        return dict(read(report))


def read(report: Path) -> list[tuple[str, str]]:
    """Return how each test of a report ended, by node."""
    ended = []
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 - pytest wrote it
        module, _, subject = case.attrib["classname"].rpartition(".")
        how = {child.tag for child in case}
        word = "error" if "error" in how else "failed" if "failure" in how else "passed"
        node = f"{module.replace('.', '/')}.py::{subject}::{case.attrib['name']}"
        ended.append((node, "skipped" if "skipped" in how else word))
    return ended


PART: Final = Part(
    name="properties",
    title=Text("Свойства", "Properties"),
    method=Text(
        "Каждое свойство проверяется Hypothesis на порождённых календарях, мгновениях и "
        "инцидентах, называет свой пункт и показывает, чего стоит: в копию пакета вносится одна "
        "небольшая ошибка, и свойство обязано упасть на ней, а без неё — устоять.",
        "Hypothesis tries every property on calendars, moments and incidents it makes up. Each "
        "names its paragraph, and shows what it is worth: one small wrong is done to a copy of "
        "the package, on which the property has to fail, and without which it has to hold.",
    ),
    covers=(
        "src/slarules/**/*.py",
        "proof/hunt.py",
        "tests/mutants.py",
        "tests/proves.py",
        "tests/strategies.py",
        "tests/oracles/*.py",
        *(f"{name.replace('.', '/')}.py" for name in MODULES),
    ),
    run=run,
)
