"""The pages about the project: the proof, the speed, what is installed beside the package."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import pytest

from docs.generate import manifest, site
from docs.generate.model import Beside, Listing, Page, Picture, Table, plain, runs_of, walk
from docs.generate.myst import source
from docs.generate.pages import hand, proved, supply
from slarules.terms import Language
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

BOTH = pytest.mark.parametrize("language", [*Language], ids=lambda one: one.value)


def said(page: Page) -> str:
    return "\n".join(plain(each) for block in walk(page.blocks) for each in runs_of(block))


def result(part: str, **more: Any) -> dict[str, Any]:
    """Return a result as ``proof`` keeps it."""
    return {
        "part": part,
        "digest": "0123456789abcdef0123",
        "python": "3.11.7",
        "seconds": 12.3,
        "title": {"ru": f"Часть {part}", "en": f"Part {part}"},
        "method": {"ru": "Как испытано.", "en": "How it was tried."},
        "tried": [{"what": {"ru": "случаев", "en": "cases"}, "times": 12345}],
        "found": [],
        "tables": [],
    } | more


class TestProof:
    """The page is drawn from the results there are, whatever their number, when the site is."""

    def keep(self, folder: Path, monkeypatch: pytest.MonkeyPatch, *found: dict[str, Any]) -> None:
        for one in found:
            (folder / f"{one['part']}.json").write_text(json.dumps(one), encoding="utf-8")
        monkeypatch.setattr(proved, "RESULTS", folder)

    @BOTH
    def test_without_results_it_says_how_to_have_them(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language
    ) -> None:
        self.keep(tmp_path, monkeypatch)
        (page,) = proved.pages(language)
        assert "make prove" in said(page)

    @BOTH
    def test_each_result_has_its_line_and_its_part(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: Language
    ) -> None:
        table = {
            "title": {"ru": "По видам", "en": "By kind"},
            "columns": [{"ru": "вид", "en": "kind"}, {"ru": "число", "en": "number"}],
            "rows": [[{"ru": "a | b", "en": "a | b"}, 7]],
        }
        self.keep(tmp_path, monkeypatch, result("two", tables=[table]), result("one"))
        (page,) = proved.pages(language)
        tables = [block for block in page.blocks if isinstance(block, Table)]
        assert len(tables[0].rows) == 2
        assert "12,345" in said(page).replace("\u00a0", ",")
        assert [plain(cell) for cell in tables[1].rows[0]] == ["a | b", "7"]
        assert page.project

    def test_a_new_result_leaves_the_list_of_pages_as_it_is(self) -> None:
        kept = manifest.rows()
        assert kept["proof"] == kept["benchmarks/columns"] == ("", "", "")
        assert kept["supply"][0] == ""
        assert all(kept["supply"][1:])

    @BOTH
    def test_every_kept_result_is_on_the_page(self, language: Language) -> None:
        page = said(site.page("proof", language))
        for one in proved.results(ROOT / "proof" / "results"):
            assert one["title"][language.value] in page
            assert one["digest"][:16] in page


class TestSpeed:
    """The pages of a run stand on the site as the run wrote them, its picture too."""

    def test_every_page_of_a_run_is_there(self) -> None:
        names = {path.name[:-6] for path in (ROOT / "docs" / "benchmarks").glob("*-en.md")}
        assert names
        for language in Language:
            addresses = {page.address for page in site.pages(language)}
            assert {f"benchmarks/{name}" for name in names} <= addresses

    @BOTH
    def test_a_figure_and_the_picture_are_those_of_the_run(self, language: Language) -> None:
        run = json.loads((ROOT / "docs/benchmarks/columns.json").read_text(encoding="utf-8"))
        page = site.page("benchmarks/columns", language)
        (table, *_) = (block for block in page.blocks if isinstance(block, Table))
        assert len(table.rows) == len(run["figures"])
        (picture,) = (block for block in page.blocks if isinstance(block, Picture))
        written = ROOT / "docs" / "benchmarks" / f"columns-{language.value}.svg"
        assert picture.svg == written.read_text(encoding="utf-8")
        assert picture.alt

    def test_its_style_sheet_reaches_nothing_else_of_the_page(self) -> None:
        page = site.page("benchmarks/columns", Language.EN)
        html = source(page, Language.EN, "0", {})
        assert '<img src="data:image/svg+xml;base64,' in html
        assert "<style>" not in html


class TestSupply:
    """docs/supply: every package is on the page, under the licence we take it under."""

    @BOTH
    def test_every_package_stands_under_its_licence(self, language: Language) -> None:
        with (ROOT / "docs" / "supply" / "licences.csv").open(encoding="utf-8") as file:
            licences = {row["package"]: row["licence"] for row in csv.DictReader(file)}
        blocks = site.page("supply", language).blocks
        *_, table = (block for block in blocks if isinstance(block, Table))
        shown = {plain(row[0]): plain(row[2]) for row in table.rows}
        assert shown == licences

    def test_the_three_packages_of_the_run_time_are_there_with_what_they_need(self) -> None:
        names = {part.name for part in supply.parts() if "run" in part.lists}
        assert names == {"holidays", "python-dateutil", "six", "tzdata"}

    @BOTH
    def test_the_lists_of_parts_lead_to_the_files_themselves(self, language: Language) -> None:
        page = site.page("supply", language)
        runs = [run for one in walk(page.blocks) for each in runs_of(one) for run in each]
        places = {run.path for run in runs if isinstance(run, Beside)}
        assert places == set(hand.BESIDE.values())
        assert not any(isinstance(block, Listing) for block in walk(page.blocks))


class TestLocks:
    """What is fetched for the tests in a browser is pinned by content, and by no address."""

    def test_every_package_has_its_hash_and_no_host(self) -> None:
        text = (ROOT / "tests" / "browser" / "package-lock.json").read_text(encoding="utf-8")
        packages = {name: one for name, one in json.loads(text)["packages"].items() if name}
        assert "node_modules/axe-core" in packages
        for name, one in packages.items():
            assert one["integrity"].startswith("sha512-"), name
            assert "resolved" not in one, name
        assert "://" not in text

    def test_what_is_locked_is_what_is_asked_for(self) -> None:
        folder = ROOT / "tests" / "browser"
        asked = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
        lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
        assert {name: lock[f"node_modules/{name}"]["version"] for name in asked} == asked
