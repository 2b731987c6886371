"""The guide to mappings: its example is read, and names every key the reader asks for."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from slarules.agreement import standard_support
from slarules.eventlog.log import gather
from slarules.eventlog.mapping import read_mapping
from slarules.eventlog.rows import read_rows
from slarules.eventlog.table import Table
from slarules.report.totals import make_report
from slarules.terms import Outcome
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGES = [ROOT / "docs/guide/event-logs.md", ROOT / "docs/guide/event-logs.en.md"]

NAMED_BY_THE_LOG = ("resources", "categories", "severities", "routes")
"""Tables whose keys are the log's own words."""


def blocks(page: Path) -> list[str]:
    """Return the TOML blocks of a page."""
    return re.findall(
        r"^```toml[^\n]*\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )


def asked(block: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return every key the reader asks for while it reads the block, without its table."""
    tables: list[Any] = []
    made = Table.__init__

    def kept(self: Table, content: dict[str, Any], path: str, problems: list[str]) -> None:
        made(self, content, path, problems)
        tables.append(self)

    monkeypatch.setattr(Table, "__init__", kept)
    read_mapping(block.encode())
    return {
        key
        for table in tables
        for key in table._read
        if table._path not in {*NAMED_BY_THE_LOG, "activities"}
    }


def keys_of(content: dict[str, Any]) -> set[str]:
    """Return every key of a document, at any depth."""
    found: set[str] = set()
    for key, value in content.items():
        found.add(key)
        if isinstance(value, dict):
            found |= keys_of(value)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
class TestGuide:
    """Every key has its row and stands in the example."""

    def test_every_block_is_a_mapping(self, page: Path) -> None:
        assert blocks(page)
        for block in blocks(page):
            assert read_mapping(block.encode()).assumptions

    def test_every_key_stands_in_the_example_and_in_the_table(
        self, page: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (block,) = blocks(page)
        keys = asked(block, monkeypatch)
        assert len(keys) > 30
        assert keys <= keys_of(tomllib.loads(block))
        rows = [line for line in page.read_text("utf-8").splitlines() if line.startswith("| `")]
        said = {word for row in rows for word in re.findall(r"\w+", row.split("|")[1])}
        assert keys - {"file", "columns", "time", "policy", "defaults", "activities"} <= said

    def test_every_row_has_an_example(self, page: Path) -> None:
        rows = [line for line in page.read_text("utf-8").splitlines() if line.startswith("| `")]
        assert all(re.fullmatch(r"\| .+ \| .+ \| .*`.+`.* \|", row) for row in rows)

    def test_the_example_judges_a_log(self, page: Path) -> None:
        (block,) = blocks(page)
        mapping = read_mapping(block.encode())
        created, answer, question, _, _, _, closed, _ = mapping.activities
        person, robot = "", next(iter(mapping.authors))
        bug = next(iter(mapping.categories))
        rows = [
            tuple(mapping.columns().values()),
            ("1", created, "02.03.2026 11:00:00", person, bug, "", "", "", "", ""),
            ("1", answer, "02.03.2026 12:00:00", robot, "", "", "", "", "", ""),
            ("1", question, "02.03.2026 13:00:00", person, "", "", "", "", "", "q"),
            ("1", closed, "06.03.2026 00:00:00", person, "", "", "", "", "", ""),
        ]
        content = "\n".join(";".join(row) for row in rows).encode(mapping.encoding)
        log = gather(read_rows([content], mapping))
        assert log.last is not None
        report = make_report(
            log, agreement=standard_support(), category=None, as_of=log.last, as_of_given=False
        )
        (judged,) = report.judged
        # Asked on Monday 2 March: Tuesday, Wednesday and Thursday are the three days.
        assert judged.outcome is Outcome.MET
        assert judged.reaction_line == 4
        assert judged.findings == ()
        assert judged.state is not None
        assert judged.state.value == "closed"


def test_the_two_pages_have_the_same_keys() -> None:
    first, second = (
        [line.split("|")[1] for line in page.read_text("utf-8").splitlines() if line[:3] == "| `"]
        for page in PAGES
    )
    assert first == second
