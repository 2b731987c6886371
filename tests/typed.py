"""
What was typed by hand of every row: its id and the paragraphs it rests on.

``data/citations.csv`` was typed from the contract's register, its readings and the decision on
events. This reads it and leans on nothing of the package.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import NamedTuple

from tests.shared import ROOT


class Line(NamedTuple):
    """What one row rests on, as it was typed."""

    id: str
    clauses: str


def typed(kind: str) -> list[Line]:
    """Return what was typed of a kind of row, in the order of the ids."""
    return sorted(_typed()[kind])


@cache
def _typed() -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    path = ROOT / "tests" / "data" / "citations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["kind"], []).append(Line(row["id"], row["clauses"]))
    return found
