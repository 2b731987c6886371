"""The pages of the documentation: every row has its place, and every place is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from docs.generate import manifest, site
from docs.generate.cite import citation, digest_of, released_on, short_digest
from docs.generate.ids import prose
from docs.generate.model import (
    Anchor,
    Code,
    Heading,
    Items,
    Listing,
    Page,
    Para,
    Ref,
    Source,
    Strong,
    Table,
    plain,
    runs_of,
    text,
    walk,
)
from docs.generate.myst import runs, source
from docs.generate.pages import hand, refusals, titles
from slarules import __version__, errors
from slarules.answers import ANSWERS
from slarules.clauses import CLAUSES
from slarules.coverage import Citing, coverage
from slarules.events import EVENTS
from slarules.findings import FINDINGS
from slarules.reading_rows import READING_ROWS
from slarules.rules import RULES
from slarules.terms import Language
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

BOTH: Final = pytest.mark.parametrize("language", [*Language], ids=lambda one: one.value)


def anchors(page: Page) -> set[str]:
    found = {block.label for block in walk(page.blocks) if isinstance(block, Heading)}
    every = (run for block in walk(page.blocks) for each in runs_of(block) for run in each)
    return found | {run.label for run in every if isinstance(run, Anchor)}


def said(page: Page) -> str:
    return "\n".join(plain(each) for block in walk(page.blocks) for each in runs_of(block))


def refs(page: Page) -> Iterator[Ref]:
    for block in walk(page.blocks):
        for each in runs_of(block):
            yield from (run for run in each if isinstance(run, Ref))


class TestPages:
    """What must hold of all the pages holds."""

    def test_no_link_is_dead_and_no_sentence_is_in_the_other_language(self) -> None:
        assert list(site.faults()) == []

    def test_the_list_of_pages_is_what_the_rows_give(self) -> None:
        assert manifest.differ() == []

    @BOTH
    def test_every_row_has_its_page(self, language: Language) -> None:
        addresses = {page.address for page in site.pages(language)}
        assert {f"clauses/{one}" for one in CLAUSES} <= addresses
        assert {f"readings/{one}" for one in READING_ROWS} <= addresses
        assert {f"years/{year}" for year in range(1999, 2028)} <= addresses
        examples = {path.name.split(".")[0] for path in (ROOT / "docs/examples").glob("*.json")}
        assert {f"examples/{one}" for one in examples} <= addresses

    @BOTH
    def test_every_id_has_its_anchor(self, language: Language) -> None:
        pages = {page.address: anchors(page) for page in site.pages(language)}
        for rule in RULES.values():
            assert rule.id in pages[f"clauses/{rule.clause}"]
        for finding in FINDINGS:
            assert finding.id in pages[f"clauses/{finding.clause}"]
        assert set(ANSWERS) <= pages["answers"]
        assert set(errors.MODULE_OF) <= pages["errors"]
        assert {row.kind for row in EVENTS} <= pages["tables/events"]

    @BOTH
    def test_the_page_of_a_paragraph_names_all_that_rests_on_it(self, language: Language) -> None:
        for row in coverage():
            page = said(site.page(f"clauses/{row.clause.id}", language))
            ids = [*row.decides, *row.supports]
            ids += [one for kind in Citing if kind is not Citing.RULE for one in row.by[kind]]
            assert [one for one in ids if one not in page] == []
            assert row.clause.summary.of(language) in page

    @BOTH
    def test_every_page_is_reached_from_the_first(self, language: Language) -> None:
        assert len(list(site.contents(language))) == len(site.pages(language))

    def test_every_paragraph_and_every_module_of_errors_has_a_title(self) -> None:
        assert set(titles.CLAUSES) == set(CLAUSES)
        assert {module.partition(".")[0] for module in errors.MODULE_OF.values()} <= set(
            refusals.SUBJECTS
        )

    def test_the_words_of_the_refusals_are_made_of_what_the_classes_say(self) -> None:
        classes = {name: getattr(errors, name) for name in errors.MODULE_OF}
        assert {name: row["meaning_en"] for name, row in refusals.words().items()} == {
            name: refusals.meaning_of(one) for name, one in classes.items()
        }
        assert {name: row["remedy_en"] for name, row in refusals.words().items()} == {
            name: getattr(one, "remedy", "") for name, one in classes.items()
        }
        for row in refusals.words().values():
            assert bool(row["remedy_ru"]) is bool(row["remedy_en"])
            assert row["meaning_ru"]

    def test_every_guide_is_on_the_site_in_both_languages(self) -> None:
        files = {path.name for path in (ROOT / "docs" / "guide").glob("*.md")}
        assert files == {f"{one}{end}" for one in hand.GUIDES for end in (".md", ".en.md")}


class TestFaults:
    """A fault is seen: each of these is what ``faults`` is for."""

    def page(self, *blocks: Heading | Para, address: str = "index") -> Page:
        return Page(address=address, title="Заголовок", blocks=blocks)

    def faults(
        self, monkeypatch: pytest.MonkeyPatch, russian: list[Page], english: list[Page]
    ) -> list[str]:
        sides = {Language.RU: tuple(russian), Language.EN: tuple(english)}
        monkeypatch.setattr(site, "pages", sides.__getitem__)
        return list(site.faults())

    def english(self, *blocks: Heading | Para) -> Page:
        return Page(address="index", title="Title", blocks=blocks)

    @pytest.mark.parametrize(
        ("block", "fault"),
        [
            (Para((Ref("nowhere", "x"),)), "no page nowhere"),
            (Para((Ref("index", "x", "no-such"),)), "no index#no-such"),
            (Para((Source("no/such.py", "x"),)), "no file no/such.py"),
        ],
    )
    def test_a_link_that_leads_nowhere(
        self, monkeypatch: pytest.MonkeyPatch, block: Para, fault: str
    ) -> None:
        found = self.faults(monkeypatch, [self.page(block)], [self.english(block)])
        assert found == [f"ru/index: {fault}", f"en/index: {fault}"]

    def test_an_anchor_that_stands_twice(self, monkeypatch: pytest.MonkeyPatch) -> None:
        twice = (Heading(("1",), "one"), Heading(("2",), "one"))
        found = self.faults(monkeypatch, [self.page(*twice)], [self.english(*twice)])
        assert found == [f"{side}/index: the anchor one stands 2 times" for side in ("ru", "en")]

    def test_a_page_the_contents_do_not_lead_to(self, monkeypatch: pytest.MonkeyPatch) -> None:
        lost = Page(address="lost", title="Потеряна", blocks=())
        other = Page(address="lost", title="Lost", blocks=())
        found = self.faults(monkeypatch, [self.page(), lost], [self.english(), other])
        assert found == ["ru/lost: 0 times in the contents", "en/lost: 0 times in the contents"]

    def test_languages_with_other_blocks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        found = self.faults(
            monkeypatch, [self.page(Para(("Абзац",)))], [self.english(Heading(("x",), "x"))]
        )
        assert found == ["index: the languages have other blocks"]

    def test_a_sentence_left_in_the_other_language(self, monkeypatch: pytest.MonkeyPatch) -> None:
        found = self.faults(
            monkeypatch,
            [self.page(Para(("this was never put into Russian at all",)))],
            [self.english(Para(("А это не переведено на английский",)))],
        )
        assert [fault.partition(":")[0] for fault in found] == ["en/index", "ru/index"]

    def test_a_translation_that_is_stale(self, monkeypatch: pytest.MonkeyPatch) -> None:
        then = {"guide/lawyer": ("a", "ru-1", "en-1")}
        for russian, english, stale in [
            ("ru-2", "en-1", True),
            ("ru-1", "en-2", True),
            ("ru-2", "en-2", False),
            ("ru-1", "en-1", False),
        ]:
            now = {"guide/lawyer": ("b", russian, english)}
            monkeypatch.setattr(manifest, "rows", lambda now=now: now)
            monkeypatch.setattr(manifest, "kept", lambda: then)
            found = [one for one in manifest.differ() if "in one language only" in one]
            assert bool(found) is stale

    def test_an_address_that_is_gone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(manifest, "rows", dict)
        monkeypatch.setattr(manifest, "kept", lambda: {"clauses/4.3": ("a", "", "")})
        assert manifest.differ() == ["clauses/4.3: an address is permanent, and its page is gone"]


class TestCitation:
    """Each page says which version it is of, and what it says, as a digest."""

    def sides(self, russian: str, english: str) -> dict[Language, Page]:
        return {
            Language.RU: Page(address="a", title="А", blocks=(Para((russian,)),)),
            Language.EN: Page(address="a", title="A", blocks=(Para((english,)),)),
        }

    def test_another_word_is_another_digest(self) -> None:
        one = digest_of(self.sides("раз", "one"))
        assert one == digest_of(self.sides("раз", "one"))
        assert one != digest_of(self.sides("два", "one"))
        assert one != digest_of(self.sides("раз", "two"))

    def test_a_line_of_code_that_moved_is_not(self) -> None:
        def page(line: int) -> Page:
            place = Source("src/a.py", f"a.py:{line}", line)
            return Page(address="a", title="A", blocks=(Items(((Para((place,)),),)),))

        sides = [dict.fromkeys(Language, page(line)) for line in (1, 2)]
        assert digest_of(sides[0]) == digest_of(sides[1])

    def test_a_citation_has_version_day_address_and_digest(self) -> None:
        page = site.page("clauses/4.3", Language.RU)
        digest = manifest.digests()["clauses/4.3"]
        cited = citation(page, digest)
        for language, line in cited.items():
            assert f"slarules {__version__}" in line
            assert f"{language.value}/clauses/4.3.html" in line
            assert short_digest(digest) in line
            assert str(released_on().year) in line

    def test_the_source_of_a_page_ends_with_it(self) -> None:
        page = site.page("clauses/4.3", Language.EN)
        written = source(page, Language.EN, "f" * 64, {})
        assert "sha256:" + "f" * 64 in written


class TestMarkdown:
    """Text stands as it is, whatever is in it."""

    @pytest.mark.parametrize(
        ("given", "written"),
        [
            (text("a * b_c [d] <e> | f"), r"a \* b\_c \[d\] \<e\> \| f"),
            (text(Code("a|b")), "`a|b`"),
            (text(Code("a`b")), "`` a`b ``"),
            (text(Strong("1 * 2")), r"**1 \* 2**"),
            (text(Ref("clauses/4.3", "4.3")), "[4.3](<page:clauses/4.3>)"),
            (text(Ref("answers", "x", "y", code=True)), "[`x`](<page:answers#y>)"),
            (text(Source("src/a.py", "a.py", 3)), "[`a.py`](<code:src/a.py#3>)"),
        ],
    )
    def test_a_run_is_written_so(self, given: tuple[str, ...], written: str) -> None:
        assert runs(given) == written

    def test_a_cell_keeps_its_bars(self) -> None:
        page = Page(address="a", title="A", blocks=(Table((("x",),), (((Code("a|b"),),),)),))
        assert r"| `a\|b` |" in source(page, Language.EN, "0", {})

    @pytest.mark.parametrize("line", ["- a", "1. a", "+ a", "# a", "= a", ": a", "% a"])
    def test_a_paragraph_stays_one(self, line: str) -> None:
        from markdown_it import MarkdownIt

        page = Page(address="a", title="A", blocks=(Para((line,)),))
        written = source(page, Language.EN, "0", {}).split("\n")[2]
        html = MarkdownIt("commonmark").render(written)
        assert html == f"<p>{line}</p>\n"

    def test_ids_in_a_text_are_links(self) -> None:
        found = prose(
            "пп. 4.3 и 1.1, R-4.3-4, толкование cutoff-instant=next-day; 3.2.1, 14.3, 4.30"
        )
        linked = [(run.address, run.text) for run in found if isinstance(run, Ref)]
        assert linked == [
            ("clauses/4.3", "4.3"),
            ("clauses/1.1", "1.1"),
            ("clauses/4.3", "R-4.3-4"),
            ("readings/cutoff-instant", "cutoff-instant=next-day"),
        ]
        assert plain(found).endswith("; 3.2.1, 14.3, 4.30")

    @pytest.mark.parametrize(
        "said", ["CPython 3.11, four rows", "4.1 µs of them", "за 3.2 мкс", "в 4.3 × больше"]
    )
    def test_a_release_or_a_measure_is_no_paragraph(self, said: str) -> None:
        assert prose(said) == (said,)


def listings(page: Page) -> list[Listing]:
    return [block for block in walk(page.blocks) if isinstance(block, Listing)]


@BOTH
def test_every_language_of_a_listing_is_one_the_tests_run_or_a_signature(
    language: Language,
) -> None:
    kinds = {
        block.language
        for page in site.pages(language)
        if not page.address.startswith("decisions/")
        for block in listings(page)
    }
    assert kinds == {"console", "csv", "json", "python", "signature", "text", "toml"}
