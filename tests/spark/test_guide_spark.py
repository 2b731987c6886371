"""The guide to a cluster: its listings run, and say the same in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from tests.shared import ROOT
from tests.test_guide_batch import listings

PAGES = [ROOT / "docs/guide/spark.md", ROOT / "docs/guide/spark.en.md"]


class TestListings:
    """What the guide shows is what happens."""

    @pytest.mark.usefixtures("session")  # the one there is is the one the guide gets
    @pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
    def test_they_run(self, page: Any) -> None:
        scope: dict[str, Any] = {}
        for block in listings(page):
            exec(block, scope)  # noqa: S102 - the guide's own

    def test_both_languages_show_the_same(self) -> None:
        ru, en = map(listings, PAGES)
        assert ru == en
        assert len(ru) == 2
