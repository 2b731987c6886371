"""
Write ``src/slarules/annotate/tried.py``: the examples and the tests of each paragraph.

The examples are the rows of ``tests/data/examples.csv``. A test is named if the first words of
its class are the paragraphs it quotes. Run it after a test that quotes a paragraph came, went or
got another name; ``--check`` compares.
"""

from __future__ import annotations

import ast
import csv
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "slarules" / "annotate" / "tried.py"
QUOTED = re.compile(r"\s*(\d\.\d{1,2}(?:(?:,| and| to)\s+\d\.\d{1,2})*)")

HEAD = '''"""
The worked examples and the tests of each paragraph. Generated.

``tools/make_tried.py`` writes this file from the tests and their data, which are no part of the
installed package.
"""
# ruff: noqa: E501 - one row a line

from __future__ import annotations

from typing import Final

from slarules.record import Record


class Example(Record, kw_only=False):
    """One example worked by hand; moments are on the Moscow clock."""

    place: int
    """Its row, counted from 1."""
    what: str
    at: str
    category: str
    expected: str
    """The moment expected; empty where there is none."""
    outcome: str
    clauses: str
    """The paragraphs it rests on, a space between them."""


# fmt: off
'''


def quoted() -> Iterator[tuple[str, str]]:
    """Yield every test class that quotes paragraphs, with them."""
    for path in sorted(ROOT.glob("tests/**/test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and (found := QUOTED.match(docstring(node))):
                name = f"{path.relative_to(ROOT / 'tests').as_posix()}::{node.name}"
                named = dict.fromkeys(one for part in found[1].split(",") for one in ids_of(part))
                if ids := " ".join(named):
                    yield name, ids


def ids_of(part: str) -> list[str]:
    """Return the paragraphs a part names: single ones, or from one to another of its section."""
    found: list[str] = []
    for first, last in re.findall(r"(\d\.\d{1,2})(?:\s+to\s+(\d\.\d{1,2}))?", part):
        section, _, low = first.partition(".")
        other, _, high = (last or first).partition(".")
        if section == other:  # from 0.1 to 4.12 says nothing of one paragraph
            found += (f"{section}.{n}" for n in range(int(low), int(high) + 1))
    return found


def docstring(node: ast.ClassDef) -> str:
    """Return the docstring of a class, or nothing."""
    return ast.get_docstring(node) or ""


def written() -> str:
    """Return the text of the module."""
    lines = [HEAD, "EXAMPLES: Final = (\n"]
    path = ROOT / "tests" / "data" / "examples.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for place, row in enumerate(csv.DictReader(file), 1):
            values = (row[key] for key in ("what", "at_moscow", "category", "expected_moscow"))
            ids = row["clauses"].replace(";", " ")
            cells = [*values, row["outcome"]]
            quoted_cells = ", ".join(f'"{cell}"' for cell in cells)
            lines.append(f'    Example({place}, {quoted_cells}, "{ids}"),\n')
    lines.append(")\n\nTESTS: Final[dict[str, str]] = {\n")
    lines += [f'    "{name}": "{ids}",\n' for name, ids in quoted()]
    lines.append(
        '}\n# fmt: on\n"""The test classes, file and name, with the paragraphs each quotes."""\n'
    )
    return "".join(lines)


def main() -> None:
    """Write the module, or compare it."""
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(written(), encoding="utf-8")
    elif TARGET.read_text(encoding="utf-8") != written():
        sys.exit(f"{TARGET.name} out of date: run tools/{Path(__file__).name}")


if __name__ == "__main__":
    main()
