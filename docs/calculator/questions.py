"""The worked examples as questions to the calculator: the same table that the tests answer."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES: Final = Path(__file__).resolve().parent.parent / "examples"


def questions() -> list[dict[str, Any]]:
    """Return each line of ``answers.csv`` as a question, in both languages, once."""
    found = {json.dumps(one, sort_keys=True): one for one in _questions()}
    return list(found.values())


def _questions() -> Iterator[dict[str, Any]]:
    with (EXAMPLES / "answers.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for language in ("ru", "en"):
                yield {
                    "language": language,
                    "zone": "Europe/Moscow",
                    "events": _events(row["example"]),
                    "as_of": row["as_of"].replace(" ", "T"),
                    "readings": [one for one in row["readings"].split(";") if one],
                }


def _events(example: str) -> list[dict[str, Any]]:
    """Return what happened to the incident of an example, and to the service."""
    paths = (EXAMPLES / f"{example}.json", EXAMPLES / f"{example}.service.json")
    return [
        event
        for path in paths
        if path.exists()
        for event in json.loads(path.read_text(encoding="utf-8"))["events"]
    ]
