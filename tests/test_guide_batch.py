"""The guide to columns: its listings run, and say the same in both languages."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.shared import ROOT

PAGES = [ROOT / "docs/guide/batch.md", ROOT / "docs/guide/batch.en.md"]


def listings(page: Any) -> list[str]:
    """Return the Python blocks of a page."""
    return re.findall(r"^```python\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)


class TestListings:
    """What the guide shows is what happens."""

    @pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
    def test_they_run(self, page: Any) -> None:
        scope: dict[str, Any] = {}
        for block in listings(page):
            exec(block, scope)  # noqa: S102 - the guide's own

    def test_both_languages_show_the_same(self) -> None:
        ru, en = map(listings, PAGES)
        assert ru == en
        assert len(ru) == 3
