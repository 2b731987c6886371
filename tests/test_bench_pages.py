"""The pages of the benchmarks say what a run measured, and nothing of their own."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs" / "benchmarks"


def _pages() -> Any:
    spec = importlib.util.spec_from_file_location("bench_pages", ROOT / "bench" / "pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _run(**changed: Any) -> dict[str, Any]:
    figure = {
        "what": "seconds: a <peer>",
        "unit": "times as slow",
        "rounds": [10.0, 1000.0, 30.0],
        "median": 30.0,
        "target": 15,
        "at_least": True,
        "met": True,
    }
    return {
        "machine": {"processor": "a", "python": "3.11"},
        "wrong_on_native_weekend": {"a question": 0.18},
        "figures": [figure | changed],
    }


class TestPage:
    """A figure stands on the page with what was asked of it."""

    def test_a_missed_target_is_said_to_be_short_in_both_languages(self) -> None:
        pages = _pages()
        assert "short" in pages.page(_run(met=False), "en")
        assert "не достигнуто" in pages.page(_run(met=False), "ru")
        assert "short" not in pages.page(_run(), "en")

    def test_the_median_and_the_range_are_those_of_the_rounds(self) -> None:
        assert "| 30.0 | 10.0–1,000 | ≥ 15.0 times as slow |" in _pages().page(_run(), "en")

    def test_the_share_of_wrong_answers_is_the_measured_one(self) -> None:
        assert "a question: 18%" in _pages().page(_run(), "en")

    def test_what_an_import_takes_is_the_median_of_its_rounds(self) -> None:
        run = _run() | {"import_ms": {"numpy": [90.0, 130.0, 100.0]}}
        assert "- numpy: 100" in _pages().page(run, "en")


class TestRussian:
    """A Russian page speaks Russian; names of packages and of calls stay what they are."""

    NAMES = frozenset(
        {
            "np", "take", "numpy", "polars", "pandas", "bizdays", "timegrid", "workclock",
            "holidays", "businesstimedelta", "business", "duration", "assess", "slarules", "batch",
            "datetime", "zoneinfo", "is", "day", "add", "days", "seconds", "between", "time",
            "next", "opening",
        }
    )  # fmt: skip

    def test_every_label_of_the_kept_run_is_in_russian(self) -> None:
        run = json.loads((DOCS / "columns.json").read_text(encoding="utf-8"))
        texts = [one[part] for one in run["figures"] for part in ("what", "unit", "note")]
        texts += [*run["wrong_on_native_weekend"], *run["import_ms"]]
        for text in texts:
            told = _pages().label(text, "ru")
            assert set(re.findall(r"[a-z]+", told)) <= self.NAMES, (text, told)

    def test_thousands_are_parted_by_a_space_that_does_not_break(self) -> None:
        assert _pages().label("reaction due, 1,000,000 rows", "ru") == (
            "срок реакции, строк: 1\u00a0000\u00a0000"
        )
        assert _pages().label("reaction due, 1,000 rows", "en") == "reaction due, 1,000 rows"


class TestPicture:
    """The picture is well formed, and names every peer."""

    def test_a_peer_stands_on_it_by_name_whatever_the_name_holds(self) -> None:
        drawn = ET.fromstring(_pages().picture(_run()["figures"], "title"))  # noqa: S314 - ours
        assert "seconds: a <peer>" in {one.text for one in drawn.iter()}

    def test_what_is_no_comparison_with_a_peer_is_not_drawn(self) -> None:
        assert "<rect" not in _pages().picture(_run(unit="MiB")["figures"], "title")


def test_the_kept_pages_are_those_of_the_kept_run() -> None:
    kept = DOCS / "columns.json"
    if not kept.exists():
        pytest.fail("docs/benchmarks/columns.json: no run is kept")
    for name, text in _pages().pages(json.loads(kept.read_text(encoding="utf-8"))).items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, name
