"""The book and the annex: what goes into them, before it is set; what is set, `make docs` holds."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

pytest.importorskip("docx")

from docx import Document

from docs.generate import annex, book
from docs.generate.book_blocks import Lowered, shown_pages, widths
from docs.generate.cite import released_on
from docs.generate.model import Code, Source, Table, runs_of, walk
from slarules.clauses import CLAUSES
from slarules.readings import SWITCHES
from slarules.terms import Language

LANGUAGES = tuple(Language)


class TestTheBook:
    """It has what a lawyer reads of the site, once, in both languages alike."""

    def test_has_every_paragraph_every_reading_and_every_year(self) -> None:
        addresses = [page.address for _, page in book.pages(Language.RU)]
        assert len(addresses) == len(set(addresses))
        assert {f"clauses/{clause}" for clause in CLAUSES} <= set(addresses)
        assert {f"readings/{switch}" for switch in SWITCHES} <= set(addresses)
        assert {f"years/{year}" for year in range(1999, 2028)} <= set(addresses)

    def test_has_the_same_chapters_in_both_languages(self) -> None:
        russian, english = ([page.address for _, page in book.pages(one)] for one in LANGUAGES)
        assert russian == english

    def test_sends_no_reader_of_paper_into_the_code(self) -> None:
        for _, page in shown_pages(book.pages(Language.RU)):
            if page.address.startswith(("clauses/", "examples/")):
                runs = (r for b in walk(page.blocks) for each in runs_of(b) for r in each)
                assert not any(isinstance(run, Source) for run in runs), page.address

    def test_links_only_to_places_it_has(self) -> None:
        chosen = shown_pages(book.pages(Language.EN))
        lowering = Lowered(chosen)
        for level, page in chosen:
            for one in _links(lowering.blocks(page.blocks, page, level)):
                assert one in lowering.places

    def test_gives_a_long_word_room_beside_a_long_text(self) -> None:
        cells = ((Code("reaction-by-reproduction-mark"),), ("word " * 80,))
        narrow, wide = widths(Table((("a",), ("b",)), (cells,)))
        assert len("reproduction-") < narrow < wide


def _links(value: object) -> list[str]:
    match value:
        case {"kind": "ref", "to": str(to)}:
            return [to]
        case dict():
            return [one for each in value.values() for one in _links(each)]
        case list():
            return [one for each in value for one in _links(each)]
        case _:
            return []


@pytest.mark.parametrize("language", LANGUAGES)
class TestTheAnnex:
    """It names every reading in force, under real headings, the same bytes each time."""

    def test_names_every_reading_with_its_default(self, language: Language) -> None:
        document = Document(BytesIO(annex.annex(language)))
        rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows[1:]]
        for (switch, options), row in zip(SWITCHES.items(), rows, strict=True):
            assert row[0].startswith(switch)
            assert row[2].startswith(str(next(iter(options)).value))

    def test_repeats_the_head_of_every_table(self, language: Language) -> None:
        for table in Document(BytesIO(annex.annex(language))).tables:
            assert "w:tblHeader" in table.rows[0]._tr.xml

    def test_is_dated_as_the_release_is_and_the_same_each_time(self, language: Language) -> None:
        made = annex.annex(language)
        assert made == annex.annex(language)
        day = released_on()
        with ZipFile(BytesIO(made)) as archive:
            dates = {part.date_time[:3] for part in archive.infolist()}
        assert dates == {(day.year, day.month, day.day)}
