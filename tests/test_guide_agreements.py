"""The guide to agreements: every file of it is valid (``test_docs_examples`` runs the page)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from slarules.cli import main
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGE = ROOT / "docs" / "guide" / "agreements.md"
FILE = re.compile(r"^```toml file=(\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", ["ours", "hours", "days", "country", "editions"])
def test_every_file_of_the_guide_is_valid(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    files = dict(FILE.findall(PAGE.read_text(encoding="utf-8")))
    place = tmp_path / f"{name}.toml"
    place.write_text(files[f"{name}.toml"], encoding="utf-8")
    assert main(["agreement", str(place), "--check"]) == 0
    capsys.readouterr()
