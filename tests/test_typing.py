"""
Programs a user might write, right and wrong, as type checkers see them.

They are held against the types the installed package ships. A wrong program is one that would
give somebody a wrong date, or none: what a checker refuses never runs.
"""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from slarules import Parameters, Readings
from tests.refusals import (
    MYPY,
    PROGRAMS,
    PYRIGHT,
    Tree,
    by_mypy,
    by_pyright,
    expected,
    installed,
)

if TYPE_CHECKING:
    from pathlib import Path

    from slarules.record import Record

ENOUGH = 40
RIGHT = sorted((PROGRAMS / "right").glob("*.py"))


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    return installed(tmp_path_factory.mktemp("installed"))


class TestWrongPrograms:
    """Each marked line is refused, for the reason it is marked with, and no other line is."""

    def test_mypy_refuses_what_is_marked_and_nothing_else(self, tree: Tree, tmp_path: Path) -> None:
        assert by_mypy(tree, tmp_path) == expected(MYPY)

    def test_pyright_refuses_what_is_marked_and_nothing_else(
        self, tree: Tree, tmp_path: Path
    ) -> None:
        assert by_pyright(tree, tmp_path) == expected(PYRIGHT)

    def test_there_are_many_and_of_every_kind(self) -> None:
        assert len(expected(MYPY)) >= ENOUGH
        assert {refusal.why for refusal in expected(MYPY)} == set(MYPY.values())
        assert {refusal.why for refusal in expected(PYRIGHT)} == set(PYRIGHT.values())

    def test_a_package_without_its_types_would_be_found_out(self, tmp_path: Path) -> None:
        bare = installed(tmp_path)
        (marker,) = tmp_path.glob("venv/**/slarules/py.typed")
        marker.unlink()
        assert by_mypy(bare, tmp_path) != expected(MYPY)


class TestChanges:
    """What changes readings or figures by keyword is typed as they are, field by field."""

    @pytest.mark.parametrize(
        ("record", "changes"),
        [(Readings, "ReadingChanges"), (Parameters, "ParameterChanges")],
    )
    def test_they_are_the_fields(self, record: type[Record], changes: str) -> None:
        module = ast.parse(inspect.getsource(sys.modules[record.__module__]))
        (found,) = (
            node
            for node in ast.walk(module)
            if isinstance(node, ast.ClassDef) and node.name == changes
        )
        typed = {
            ast.unparse(row.target): ast.unparse(row.annotation)
            for row in found.body
            if isinstance(row, ast.AnnAssign)
        }
        assert typed == {name: vars(record)["_hints"][name] for name in record._fields}


class TestRightPrograms:
    """What is accepted also runs."""

    @pytest.mark.parametrize("program", RIGHT, ids=lambda program: program.stem)
    def test_it_runs(self, program: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-W", "error", str(program)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
