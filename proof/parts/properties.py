"""Every property, and the mutants each is shown to kill."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from proof.hunt import HOLDS
from proof.part import CORE, ROOT, Outcome, Part, Table, Text, Tried
from tests.mutants import MUTANTS, Mutant
from tests.proves import MODULES, claims_of

if TYPE_CHECKING:
    from collections.abc import Mapping

PROCESSES: Final = 2
NOT_RUN: Final = "not run"
HELD: Final = 200
"""How many examples a property has on the package as it is."""
HUNTED: Final = 400
"""How many it has at most on a mutant; it is done with the first that it fails on."""


class Property(NamedTuple):
    """One property: where it stands, what it proves, what it claims to kill."""

    module: str
    test: str
    clauses: tuple[str, ...]
    kills: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name it is run by."""
        return f"{self.module}::{self.test}"


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
        as_it_is = [
            pool.submit(verdicts, None, [each for each in every if each.module == module], HELD)
            for module in MODULES
        ]
        on_mutants = {
            mutant.name: pool.submit(verdicts, mutant, claiming(mutant, every), HUNTED)
            for mutant in MUTANTS
        }
        base = {name: end for future in as_it_is for name, end in future.result().items()}
        killed = {name: future.result() for name, future in on_mutants.items()}
    failed = [
        f"{each.name} does not hold: {base.get(each.name, NOT_RUN)}"
        for each in every
        if base.get(each.name) != HOLDS
    ]
    for each in every:
        for kill in each.kills:
            end = killed[kill].get(each.name, NOT_RUN)
            if end == HOLDS or end.startswith(NOT_RUN):
                failed.append(f"{each.name} does not kill {kill}: {end}")
    return Outcome(
        tried=(
            Tried(Text("свойств", "properties"), len(every)),
            Tried(Text("примеров на каждое свойство", "examples of each property"), HELD),
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


def verdicts(mutant: Mutant | None, chosen: list[Property], examples: int) -> Mapping[str, str]:
    """Run properties on the package, or on a mutant of it; return how each ended, by name."""
    with tempfile.TemporaryDirectory(prefix="slarules-mutant-") as folder:
        sources = Path(folder, "src").resolve()
        shutil.copytree(
            ROOT / "src", sources, ignore=shutil.ignore_patterns("__pycache__", "*.pyc")
        )
        try:
            if mutant is not None:
                mutant.apply(sources / "slarules")
        except LookupError as gone:
            return {each.name: f"{NOT_RUN}: {gone}" for each in chosen}
        named = (
            name
            for module in MODULES
            for name in (module, *(each.test for each in chosen if each.module == module))
        )
        done = subprocess.run(
            [sys.executable, "-m", "proof.hunt", str(examples), *named],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(sources), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        if done.returncode:
            return {each.name: f"{NOT_RUN}: {done.stderr[-200:]}" for each in chosen}
        told = json.loads(done.stdout.splitlines()[-1])
        if told["sources"] != str(sources):
            return {each.name: f"{NOT_RUN} on the copy: {told['sources']}" for each in chosen}
        ended: dict[str, str] = told["ended"]
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
        *CORE,
        "proof/hunt.py",
        "tests/mutants.py",
        "tests/proves.py",
        "tests/strategies.py",
        "tests/oracles/*.py",
        *(f"{name.replace('.', '/')}.py" for name in MODULES),
    ),
    run=run,
)
