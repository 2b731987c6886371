"""
What became of each module's mutants, kept under the digest of the module and of its tests.

Only what changed is tried again: the whole is twelve thousand mutants. A change elsewhere in the
package may change a fate too; ``python -m proof mutation --again`` tries every mutant.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from proof.mutation.kinds import kind_of
from proof.mutation.mutants import Name
from proof.mutation.subjects import SUBJECTS, Subject, modules_of, tests_of
from proof.part import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

SURVIVORS: Final = ROOT / "proof" / "mutation" / "survivors.toml"
FOLDER: Final = ROOT / "proof" / "results" / "mutation"
DEAD: Final = frozenset({"killed", "killed at import", "killed at collection"})
TIMED_OUT: Final = "out of time or memory"
KILLERS: Final = 12
"""How many of the tests that killed a function's mutants are kept, to be asked first."""


class Module(NamedTuple):
    """What became of one module's mutants."""

    module: str
    digest: str
    tried: int
    killers: dict[str, int]
    """How many mutants a test of each kind was the first to kill."""
    survivors: tuple[Name, ...]
    broken: tuple[str, ...]
    """Tests that fail without a mutant: they were not asked."""
    seconds: float
    """What its mutants took, one after another; two are tried at a time."""
    known: dict[str, list[str]]
    """By function, the tests that killed its mutants: asked first, the next time."""

    @property
    def killed(self) -> int:
        """How many did not survive."""
        return self.tried - len(self.survivors)


def all_modules(*, again: bool = False) -> list[Module]:
    """Return what became of every module's mutants, trying those of changed modules anew."""
    found: list[Module] = []
    for subject in SUBJECTS:
        tests = _digest(tests_of(subject))
        now = {
            name: sha256(f"{tests} {_digest([path])}".encode()).hexdigest()
            for name, path in modules_of(subject).items()
        }
        kept = {name: None if again else _read(name, digest) for name, digest in now.items()}
        stale = [name for name, module in kept.items() if module is None]
        tried = _try(subject, {name: now[name] for name in stale}) if stale else {}
        found += [module or tried[name] for name, module in kept.items()]
    return found


def explained() -> dict[Name, str]:
    """Return the lines of survivors.toml: each mutant with the reason why it survives."""
    rows = tomllib.loads(SURVIVORS.read_text(encoding="utf-8"))["survivors"]
    found = {
        Name(row["of"], row["was"], row["now"], row.get("again", 1)): row["why"] for row in rows
    }
    assert len(found) == len(rows), "a mutant has two lines"
    return found


def _digest(paths: Iterable[str]) -> str:
    return sha256(b"".join((ROOT / path).read_bytes() for path in paths)).hexdigest()


def _file(module: str) -> Path:
    return FOLDER / f"{module.removeprefix('slarules.')}.json"


def _read(module: str, digest: str) -> Module | None:
    """Return what is kept of a module, if it is of this digest."""
    path = _file(module)
    if not path.exists():
        return None
    held = json.loads(path.read_text(encoding="utf-8"))
    if held["digest"] != digest:
        return None
    names = tuple(Name(*each) for each in held.pop("survivors"))
    return Module(**{**held, "broken": tuple(held["broken"])}, survivors=names)


def _try(subject: Subject, digests: dict[str, str]) -> dict[str, Module]:
    """Try the mutants of some modules of a subject; keep what became of them."""
    paths = modules_of(subject)
    known: dict[str, list[str]] = {}
    for name in digests:
        known |= json.loads(_file(name).read_text())["known"] if _file(name).exists() else {}
    job = {
        "modules": {name: paths[name] for name in digests},
        "tests": tests_of(subject),
        "killers": known,
        "explained": [str(name) for name in explained()],
    }
    with tempfile.TemporaryDirectory() as folder:
        given, result = Path(folder) / "job.json", Path(folder) / "result.json"
        given.write_text(json.dumps(job), encoding="utf-8")
        command = [sys.executable, "-m", "proof.mutation.session", str(given), str(result)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        said = json.loads(result.read_text(encoding="utf-8"))
    found = {
        name: _module(name, digest, said["broken"], said["mutants"])
        for name, digest in digests.items()
    }
    FOLDER.mkdir(parents=True, exist_ok=True)
    for module in found.values():
        text = json.dumps(module._asdict(), ensure_ascii=False, indent=1)
        _file(module.module).write_text(f"{text}\n", encoding="utf-8")
    return found


def _module(name: str, digest: str, broken: list[str], fates: list[dict[str, Any]]) -> Module:
    own = [each for each in fates if each["name"]["function"].partition(":")[0] == name]
    killers: dict[str, int] = {}
    known: dict[str, Counter[str]] = {}
    survivors = []
    for each in own:
        if each["fate"] in DEAD or each["fate"] == TIMED_OUT:
            kind = kind_of(each)
            killers[kind] = killers.get(kind, 0) + 1
            if each["by"] is not None:
                known.setdefault(each["name"]["function"], Counter())[each["by"]] += 1
        else:
            survivors.append(Name(**each["name"]))
    return Module(
        module=name,
        digest=digest,
        tried=len(own),
        killers=dict(sorted(killers.items())),
        survivors=tuple(sorted(survivors)),
        broken=tuple(broken),
        seconds=round(sum(each["seconds"] for each in own), 1),
        known={
            function: [test for test, _ in counts.most_common(KILLERS)]
            for function, counts in known.items()
        },
    )
