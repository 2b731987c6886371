"""What a part of the proof is: what it covers, how it is run, what came out of it."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT: Final = Path(__file__).resolve().parent.parent
SHARED: Final = Path(os.environ.get("SLARULES_SHARED") or ROOT.parent / "shared")
"""Where the files lie that the parts read and the project does not own."""

CORE: Final = (
    "src/slarules/**/*.py",
    *(
        f"!src/slarules/{glob}"
        for glob in (
            # the tables of names that are loaded when asked for
            "__init__.py",
            "errors/__init__.py",
            # what stands above an agreement, and gives its answers to people, files and columns
            "agreement_file/*",
            "annotate/*",
            "batch/*",
            "cli/*",
            "eventlog/*",
            "frames*",
            "frames/*",
            "letter/*",
            "picture/*",
            "report/*",
            "spark/*",
            # and how these refuse
            "errors/batch.py",
            "errors/commands.py",
            "errors/copies.py",
            "errors/frames.py",
            "errors/log.py",
            "errors/spark.py",
        )
    ),
)
"""The modules an answer comes from: what a part covers that asks nothing else."""


class Text(NamedTuple):
    """A sentence of the page, in its two languages."""

    ru: str
    en: str


class Tried(NamedTuple):
    """How many of one thing were tried."""

    what: Text
    times: int


class Table(NamedTuple):
    """A table of the page. Cells are numbers, identifiers, or texts in both languages."""

    title: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text | str | int | float, ...], ...]


class Outcome(NamedTuple):
    """What a part tried, what it found, and what of it failed: a part that failed keeps nothing."""

    tried: tuple[Tried, ...]
    found: tuple[Text, ...] = ()
    tables: tuple[Table, ...] = ()
    failed: tuple[str, ...] = ()
    seconds: float | None = None
    """What it took, of which some was kept from earlier runs; None: what this run took."""


class Part(NamedTuple):
    """
    One part of the proof.

    ``covers`` are globs from the root of the project (``shared:`` before one: from the shared
    folder; ``!`` before one: none of these, from here on). The part is run again when a byte of
    these files or of its own module changed, and only then.
    """

    name: str
    title: Text
    method: Text
    covers: tuple[str, ...]
    run: Callable[[], Outcome]


def digest(part: Part) -> str:
    """Return the digest of everything the part covers, names and bytes."""
    whole = sha256()
    for name, path in sorted(_covered(part).items()):
        whole.update(f"{name}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def _covered(part: Part) -> Mapping[str, Path]:
    """Return the files by the name they are known under; a glob that finds none is a mistake."""
    found: dict[str, Path] = {}
    own = f"proof/parts/{part.name.replace('-', '_')}.py"
    for glob in (own, *part.covers):
        if glob.startswith("!"):
            for path in ROOT.glob(glob[1:]):
                found.pop(str(path.relative_to(ROOT)), None)
            continue
        root, pattern = (SHARED, glob[7:]) if glob.startswith("shared:") else (ROOT, glob)
        files = [
            path
            for path in root.glob(pattern)
            if path.is_file() and "__pycache__" not in path.parts
        ]
        if not files:
            raise FileNotFoundError(f"the part {part.name} covers {glob}, and nothing is there")
        found |= {f"{glob[:7] if root is SHARED else ''}{p.relative_to(root)}": p for p in files}
    return found


def tree(value: Any) -> Any:
    """Return a value of this module as JSON has it."""
    match value:
        case Text():
            return {"ru": value.ru, "en": value.en}
        case Tried():
            return {"what": tree(value.what), "times": value.times}
        case Table():
            return {name: tree(getattr(value, name)) for name in Table._fields}
        case tuple() | list():
            return [tree(each) for each in value]
        case _:
            return value
