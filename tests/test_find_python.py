"""Other interpreters: one counts if it runs and is of the release asked for."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools.find_python import find

OWN = f"{sys.version_info[0]}.{sys.version_info[1]}"


def program(path: Path, text: str) -> Path:
    """Write a program that anybody may run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing on the path but the shell, and no version manager."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    return tmp_path


class TestFind:
    """On the path, among those of pyenv, or where uv keeps its own."""

    @pytest.mark.usefixtures("place")
    def test_the_running_one_is_found_for_its_own_release(self) -> None:
        assert find(OWN) == Path(sys.executable)

    @pytest.mark.usefixtures("place")
    def test_where_there_is_none_none_is_found(self) -> None:
        assert find("3.99") is None

    def test_one_on_the_path_is_found(self, place: Path) -> None:
        there = program(place / "bin" / "python3.99", "echo 3.99")
        assert find("3.99") == there

    def test_a_shim_for_a_release_that_is_not_there_is_passed_over(self, place: Path) -> None:
        program(place / "bin" / "python3.99", "echo 'command not found' >&2; exit 127")
        there = program(place / "pyenv" / "versions" / "3.99.1" / "bin" / "python", "echo 3.99")
        assert find("3.99") == there

    def test_one_of_another_release_is_passed_over(self, place: Path) -> None:
        program(place / "bin" / "python3.99", "echo 3.98")
        assert find("3.99") is None

    def test_one_that_uv_keeps_is_found(self, place: Path) -> None:
        there = program(place / "kept" / "python", "echo 3.99")
        program(place / "bin" / "uv", f"echo {there}")
        assert find("3.99") == there
