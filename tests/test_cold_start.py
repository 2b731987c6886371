"""
What a process that asks one question loads. No times: `make bench` measures those.

A module here that is loaded too early costs every start of a service and of the command line.
"""

from __future__ import annotations

import pytest

from tests.test_imports import heavy, modules_after

FIRST_DUE = (
    "from datetime import UTC, datetime\n"
    "from slarules import standard_support\n"
    "standard_support().reaction_due(datetime(2026, 11, 23, 9, tzinfo=UTC))"
)
EVERYTHING = "import slarules\nfor name in slarules.__all__: getattr(slarules, name)"

LATE = {"_hashlib", "argparse", "csv", "difflib", "hashlib", "tomllib"}
"""What some answers need, and no name."""


class TestOneQuestion:
    """The first due moment needs the calendar and the sums, and no record of what happened."""

    def test_it_loads_nothing_heavy(self) -> None:
        assert modules_after(FIRST_DUE) & heavy(*LATE) == set()

    @pytest.mark.parametrize(
        "module", ["assess", "clauses", "events", "explain", "history", "incident", "service"]
    )
    def test_it_loads_no_module_of_incidents_and_words(self, module: str) -> None:
        loaded = modules_after(FIRST_DUE)
        assert "slarules.deadlines" in loaded
        assert f"slarules.{module}" not in loaded


class TestEveryName:
    """All public names can be had without what only some answers need."""

    def test_they_load_nothing_heavy(self) -> None:
        assert modules_after(EVERYTHING) & heavy() == set()

    def test_they_load_nothing_that_only_an_answer_needs(self) -> None:
        assert modules_after(EVERYTHING) & LATE == set()
