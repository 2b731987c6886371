"""The pages of a run on Spark say what it measured, and nothing of their own."""

from __future__ import annotations

import importlib.util
import json
from typing import Any

import pytest

from tests.shared import ROOT

DOCS = ROOT / "docs" / "benchmarks"


def _pages() -> Any:
    spec = importlib.util.spec_from_file_location("spark_pages", ROOT / "bench" / "spark_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _taken(seconds: float, processor: float, memory: float) -> dict[str, float]:
    return {"seconds": seconds, "processor": processor, "memory": memory}


def _run(rows: int, judged: list[dict[str, float]]) -> dict[str, Any]:
    return {
        "incidents": rows // 4,
        "log_bytes": 20 * rows,
        "verdict_bytes": 10 * rows,
        "let_through": [_taken(5, 8, 150)],
        "judged": judged,
    }


DOCUMENT = {
    "machine": {"processor": "a", "pyspark": "4"},
    "share_not_by_column": 0.1,
    "runs": {
        "1000": _run(1000, [_taken(20, 30, 300), _taken(10, 16, 310), _taken(11, 12, 290)]),
        "10000": _run(10_000, [_taken(90, 144, 500)]),
    },
}


class TestPage:
    """A figure is that of the rounds, by the row where it says so."""

    @pytest.mark.parametrize(
        "line",
        [
            "| events | 1,000 | 10,000 |",
            "| incidents | 250 | 2,500 |",
            "| seconds | 11.00 | 90.00 |",
            "| processor, µs an event | 16,000 | 14,400 |",
            "| processor, times that of rows let through | 2.00 | 18.00 |",
            "| memory of a worker, the most, MiB | 310 | 500 |",
            "| bytes of verdicts an incident | 40.00 | 40.00 |",
            "| growth of the processor's time, times | 1.00 | 9.00 |",
            "Share of incidents that are judged one by one, not by the column: 10%.",
            "- pyspark: 4",
        ],
    )
    def test_says(self, line: str) -> None:
        assert line in _pages().page(DOCUMENT, "en").splitlines()

    def test_both_languages_have_the_same_figures(self) -> None:
        ru, en = (_pages().table(DOCUMENT, one) for one in ("ru", "en"))
        assert [line.split("|")[2:] for line in ru] == [line.split("|")[2:] for line in en]


def test_the_kept_pages_are_those_of_the_kept_run() -> None:
    kept = json.loads((DOCS / "spark.json").read_text(encoding="utf-8"))
    for language in ("ru", "en"):
        text = (DOCS / f"spark-{language}.md").read_text(encoding="utf-8")
        assert text == _pages().page(kept, language)
