"""What the locks hold, and which of it an extra needs."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from packaging.requirements import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT: Final = Path(__file__).resolve().parent.parent
RUN: Final = ""
"""What the package needs by itself, beside its extras."""
BUILD: Final = "build"
"""What builds it."""

LOCK_OF: Final = {
    RUN: "run", BUILD: "run", "rich": "dev", "testing": "dev", "letter": "dev", "contract": "dev",
    "batch": "dev", "frames": "dev", "spark": "spark", "bench": "bench", "docs": "docs",
    "dev": "dev",
}  # fmt: skip
"""The lock that holds what each extra needs: the one people install it from."""


class Pin(NamedTuple):
    """One release a lock holds."""

    name: str
    version: str
    marker: str
    """On which machines, in the words of PEP 508; empty for all."""
    hashes: tuple[str, ...]
    """SHA-256 of each file that may be installed."""
    via: tuple[str, ...]
    """What asks for it: packages, and ``slarules`` for the project itself."""


class Lock(NamedTuple):
    """A file of ``locks``."""

    name: str
    pins: tuple[Pin, ...]

    def named(self, name: str) -> tuple[Pin, ...]:
        """Return the releases of a package: several where machines differ."""
        return tuple(pin for pin in self.pins if pin.name == name)


def path_of(lock: str) -> Path:
    """Return the file of a lock."""
    return ROOT / "locks" / f"{lock}.txt"


def read(lock: str) -> Lock:
    """Return a lock; a line that is no part of an entry is refused."""
    entries = re.split(r"\n(?=\S)", path_of(lock).read_text(encoding="utf-8").rstrip())
    return Lock(lock, tuple(map(_pin, entries)))


def _pin(entry: str) -> Pin:
    """Return what one entry of a lock says."""
    whole = re.fullmatch(
        r"(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))?"
        r"(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)"
        r"\n    # via(?P<via>(?: .+|(?:\n    #   .+)+))",
        entry,
    )
    if whole is None:
        raise ValueError(f"no release with its hashes and what asks for it: {entry[:80]!r}")
    via = re.findall(r"^ *#? *([A-Za-z0-9_.-]+)", whole["via"], re.MULTILINE)
    return Pin(
        whole["name"],
        whole["version"],
        whole["marker"] or "",
        tuple(re.findall(r"[0-9a-f]{64}", whole["hashes"])),
        tuple(via),
    )


def project() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def asked(extra: str) -> list[Requirement]:
    """Return what an extra asks for beside the run-time packages, extras of ours resolved."""
    tables = project()
    match extra:
        case "":
            rows = tables["project"]["dependencies"]
        case "build":
            rows = [*tables["build-system"]["requires"], *tables["dependency-groups"]["build"]]
        case _:
            rows = tables["project"]["optional-dependencies"][extra]
    found: list[Requirement] = []
    for requirement in map(Requirement, rows):
        if requirement.name == "slarules":
            found += [each for ours in sorted(requirement.extras) for each in asked(ours)]
        else:
            found.append(requirement)
    return found


def canonical(name: str) -> str:
    """Return a package's name as locks write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(lock: Lock, extras: Iterable[str]) -> list[Pin]:
    """Return what the extras ask for and all that this asks for in turn, in order."""
    children: dict[str, list[str]] = {}
    for pin in lock.pins:
        for parent in pin.via:
            children.setdefault(canonical(parent), []).append(pin.name)
    open_names = [canonical(each.name) for extra in extras for each in asked(extra)]
    seen: set[str] = set()
    while open_names:
        if (name := open_names.pop()) not in seen:
            seen.add(name)
            open_names += children.get(name, [])
    return [pin for pin in lock.pins if pin.name in seen]
