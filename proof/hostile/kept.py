"""Examples of which it is known, from what they are, what becomes of them: kept or made by hand."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any, Final, NamedTuple

from proof.hostile.trying import reader_of

CORPUS: Final = Path(__file__).with_name("corpus")


class Kept(NamedTuple):
    """One file, its reader, and what is to become of it."""

    file: str
    reader: str
    outcome: str
    why: str


def corpus() -> tuple[Kept, ...]:
    """Return every file of the corpus."""
    with (CORPUS / "expected.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Kept(**row) for row in csv.DictReader(file))


def outcome(kept: Kept) -> str:
    """Return what becomes of a file."""
    content: Any = (CORPUS / kept.file).read_bytes()
    return reader_of(kept.reader).read((content, None) if kept.reader == "logs" else content)


def known(reader: str) -> tuple[int, str | None]:
    """Return how many such examples a reader has, and of the first that came out otherwise, why."""
    kept = [(one.why, one.outcome, outcome(one)) for one in corpus() if one.reader == reader]
    whole = reader_of(reader)
    made = [(one.why, one.outcome, whole.read(one.example)) for one in whole.aimed()]
    wrong = [
        f"{why}: {found}, not {wanted}" for why, wanted, found in kept + made if found != wanted
    ]
    return len(kept) + len(made), "; ".join(wrong) or None
