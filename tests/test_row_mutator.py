"""The mutator of rows still works: one mutant of each table, run as the proof runs them all."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from tests.shared import ROOT, shared_file


class TestSample:
    """0.1 to 4.12: every table has cells, a change of which some check notices."""

    def test_one_mutant_of_each_table_is_noticed(self) -> None:
        shared_file("contract/readings.md")
        # What notices is an assertion of a test, so that they must not be optimised away.
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONOPTIMIZE"}
        done = subprocess.run(
            [sys.executable, "-m", "proof.rows", "--sample"],
            capture_output=True,
            check=False,
            cwd=ROOT,
            encoding="utf-8",
            env={**environment, "PYTHONIOENCODING": "utf-8"},
        )
        assert done.returncode == 0, done.stdout + done.stderr
        lines = done.stdout.splitlines()
        *tables, total = lines
        assert len(tables) > 40
        assert all(re.search(r": 1 mutants; [a-z]+ 1$", line) for line in tables)
        assert total.startswith(f"{len(tables)} mutants, 0 survived, 0 checks fail")
