"""
Write the lists of parts of ``docs/supply``: what is installed with each extra, as CycloneDX has it.

    python -m tools.make_supply            compare, and say what is out of step
    python -m tools.make_supply --write    write the lists anew; run it after ``make lock``

They are drawn from ``locks`` and ``docs/supply/licences.csv``, so that the same files give the same
bytes. The licences are judged by hand: one row a package, with what its own metadata state.
"""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import slarules
from tools import locks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import PackageMetadata
    from pathlib import Path

FOLDER: Final = locks.ROOT / "docs" / "supply"
LICENCES: Final = FOLDER / "licences.csv"
SPECIFICATION: Final = "1.6"

ALLOWED: Final = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC",
        "LicenseRef-public-domain", "MIT", "MPL-2.0", "PSF-2.0", "Zlib",
    }
)  # fmt: skip
"""Licences that let anybody use a package unchanged, in anything, for the price of a notice."""


class Licence(NamedTuple):
    """A row of the table."""

    package: str
    licence: str
    """An SPDX expression: what we take it under."""
    stated: str
    """What the package's own metadata state, as ``stated_in`` reads them."""
    judged_by: str
    """What settled it where the metadata do not: the text of a file."""


def licences() -> dict[str, Licence]:
    """Return the table, by package."""
    with LICENCES.open(encoding="utf-8", newline="") as file:
        return {row["package"]: Licence(**row) for row in csv.DictReader(file)}


def allowed(expression: str) -> bool:
    """Return whether every part of an SPDX expression leaves an allowed choice."""
    return all(
        any(choice in ALLOWED for choice in part.split(" OR "))
        for part in expression.split(" AND ")
    )


def stated_in(metadata: PackageMetadata) -> str:
    """Return what a package's metadata state: the newest field they use, else the older ones."""
    given: dict[str, list[str]] = {
        key: metadata.get_all(key) or [] for key in ("License-Expression", "License")
    }
    classified = [
        row.rpartition(" :: ")[2]
        for row in metadata.get_all("Classifier") or []
        if row.startswith("License ::")
    ]
    if given["License-Expression"]:
        return given["License-Expression"][0]
    first = [row.strip().splitlines()[0].strip() for row in given["License"] if row.strip()]
    return "; ".join(dict.fromkeys([*first, *classified]))


def bill(extra: str) -> dict[str, Any]:
    """Return the list of parts of what one extra installs, the run-time packages with it."""
    lock = locks.read(locks.LOCK_OF[extra])
    asked = [locks.BUILD] if extra == locks.BUILD else [locks.RUN, extra]
    pins = locks.needed(lock, asked)
    table = licences()
    direct = {locks.canonical(each.name) for one in asked for each in locks.asked(one)}
    subject = "slarules" if extra == locks.RUN else f"slarules[{extra}]"
    return {
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        "version": 1,
        "metadata": {
            "component": {
                "type": "library",
                "bom-ref": subject,
                "name": subject,
                "version": slarules.__version__,
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": [_component(pin, table[pin.name].licence) for pin in pins],
        "dependencies": [
            {"ref": subject, "dependsOn": [_ref(pin) for pin in pins if pin.name in direct]},
            *(
                {"ref": _ref(pin), "dependsOn": [_ref(each) for each in pins if _asks(pin, each)]}
                for pin in pins
            ),
        ],
    }


def _component(pin: locks.Pin, licence: str) -> dict[str, Any]:
    """Return one part; a digest for each file the lock admits."""
    simple = " " not in licence
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": _ref(pin),
        "name": pin.name,
        "version": pin.version,
        "hashes": [{"alg": "SHA-256", "content": one} for one in pin.hashes],
        "licenses": [{"license": {"id": licence}} if simple else {"expression": licence}],
        "purl": _ref(pin),
    }
    if pin.marker:
        component["properties"] = [{"name": "slarules:marker", "value": pin.marker}]
    return component


def _ref(pin: locks.Pin) -> str:
    """Return the name of a release that all tools know."""
    return f"pkg:pypi/{pin.name}@{pin.version}"


def _asks(parent: locks.Pin, child: locks.Pin) -> bool:
    """Return whether one release is there because the other asks for it."""
    return parent.name in map(locks.canonical, child.via)


def bills() -> Iterator[tuple[Path, str]]:
    """Yield every list, with the file it belongs in."""
    for extra in locks.LOCK_OF:
        yield FOLDER / f"{extra or 'run'}.cdx.json", _lines(bill(extra))


def _lines(content: dict[str, Any]) -> str:
    """Return a list as JSON, a line for each part: what changes in review is what changed."""
    rows = []
    for key, value in content.items():
        written = json.dumps(value, ensure_ascii=False)
        if isinstance(value, list):
            inside = ",\n  ".join(json.dumps(each, ensure_ascii=False) for each in value)
            written = f"[\n  {inside}\n ]"
        rows.append(f" {json.dumps(key)}: {written}")
    return "{\n" + ",\n".join(rows) + "\n}\n"


def out_of_step() -> list[str]:
    """Return the lists that are not what the locks give."""
    written = {path for path, _ in bills()}
    return [
        *(
            path.name
            for path, text in bills()
            if not path.exists() or path.read_text(encoding="utf-8") != text
        ),
        *(path.name for path in sorted(FOLDER.glob("*.cdx.json")) if path not in written),
    ]


def main() -> None:
    """Write the lists, or compare them."""
    names = {pin.name for lock in locks.LOCK_OF.values() for pin in locks.read(lock).pins}
    if without := sorted(names - set(licences())):
        sys.exit(f"{LICENCES.name} says nothing of {', '.join(without)}: judge them, a row each")
    if "--write" in sys.argv[1:]:
        for path, text in bills():
            path.write_text(text, encoding="utf-8")
    elif wrong := out_of_step():
        sys.exit(
            f"not what the locks give: {', '.join(wrong)}; python -m tools.make_supply --write"
        )


if __name__ == "__main__":
    main()
