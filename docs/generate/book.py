"""
``python -m docs.generate.book --out FOLDER``: the book, as PDF/A, in Russian and in English.

It is the pages of the site a lawyer reads, in the order of a book, set by Typst
(``docs/book/book.typ``), with contents, an index and a way to cite it. Left out is what only a
programmer needs: places in the code, files, commands that choose a reading. The date is that of
the release and the fonts are those Typst brings, so the same release gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docs.generate import manifest, site
from docs.generate.book_blocks import Lowered, lowered, shown_pages
from docs.generate.book_index import index
from docs.generate.cite import ROOT, released_on, short_digest
from docs.generate.edition import digest_of_pages, facts, head
from docs.generate.words import FRAME
from slarules import __version__
from slarules.terms import Language, Text
from slarules.written import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.generate.model import Page

TEMPLATE: Final = ROOT / "docs" / "book" / "book.typ"

PARTS: Final = (
    "clauses/index",
    "readings/index",
    "answers",
    "tables/index",
    "coverage",
    "examples/index",
    "years/index",
    "guide/lawyer",
    "guide/limits",
    "glossary",
)
"""The parts of the book: pages of the site, each with those below it in the contents."""

SAY: Final = {
    "title": Text(
        "Сроки поддержки по договору: правила, толкования, календарь",
        "Deadlines of a support agreement: rules, readings, calendar",
    ),
    "subtitle": Text(
        "Пункты соглашения и правила при них, открытые вопросы и ответы на них, таблицы, "
        "разобранные примеры, рабочий календарь по годам",
        "The paragraphs of the agreement with their rules, the open questions and their answers, "
        "tables, worked examples, the business calendar year by year",
    ),
    "cite": Text("Как ссылаться", "How to cite"),
    "contents": Text("Содержание", "Contents"),
    "index": Text("Указатель", "Index"),
    "index-intro": Text(
        "Номера — страницы. Полужирным выделена страница, где имя определено.",
        "The numbers are pages. The page where an id is defined is set in bold.",
    ),
    "address": Text("Адрес", "Address"),
    "digest": Text("отпечаток", "digest"),
    "whole": Text("Отпечаток книги целиком, SHA-256:", "The whole digest of the book, SHA-256:"),
    "citing-what": Text(
        "Ссылайтесь на пункт, правило, толкование или год по имени: имена постоянны и одинаковы в "
        "обоих языках, а номера страниц этой книги меняются от выпуска к выпуску. Рядом назовите "
        "выпуск и отпечаток: по ним видно, что обе стороны смотрят на один и тот же текст.",
        "Cite a paragraph, a rule, a reading or a year by its id: ids are permanent and the same "
        "in both languages, while page numbers of this book change from release to release. Name "
        "the release and the digest beside it: they show that both sides look at one text.",
    ),
    "citing-how": Text(
        "Под заголовком каждой главы — её адрес в электронной документации и отпечаток: он "
        "меняется вместе с тем, что в главе сказано. Отпечаток книги взят с перечня её глав: "
        "строка на главу, в ней адрес, пробел и полный отпечаток главы.",
        "Under the title of each chapter stand its address in the electronic documentation and "
        "its digest, which changes with what the chapter says. The digest of the book is that of "
        "the list of its chapters: a line a chapter, with its address, a space and its whole "
        "digest.",
    ),
    "citation": Text(
        "slarules {version} (от {day}): {title}. SHA-256: {digest}.",
        "slarules {version} ({day}): {title}. SHA-256: {digest}.",
    ),
}


def pages(language: Language) -> Iterator[tuple[int, Page]]:
    """Yield the pages of the book in its order, each with its level: 1 for a part."""
    known = {one.address: one for one in site.pages(language)}
    for part in PARTS:
        yield 1, known[part]
        for group in known[part].groups:
            for address in group.addresses:
                yield 2, known[address]


def digest() -> str:
    """Return the digest of the book: what its pages say, in both languages."""
    return digest_of_pages(page.address for _, page in pages(Language.RU))


def book(language: Language) -> bytes:
    """Return the book as PDF/A."""
    import typst

    made: bytes = typst.compile(
        TEMPLATE.read_bytes(),
        sys_inputs={"book": json.dumps(given(language), ensure_ascii=False)},
        ignore_system_fonts=True,
        pdf_standards=["a-2a"],
    )
    return made


def given(language: Language) -> dict[str, Any]:
    """Return everything the book says, as the template takes it."""
    chosen = shown_pages(pages(language))
    lowering = Lowered(chosen)
    whole, digests, day = digest(), manifest.digests(), released_on()
    title = SAY["title"].of(language)
    return {
        "language": language.value,
        "title": title,
        "say": {key: said.of(language) for key, said in SAY.items()},
        "head": head(whole, language),
        "advice": FRAME["advice"].of(language),
        "dated": {"year": day.year, "month": day.month, "day": day.day},
        "digest": whole,
        "facts": facts(whole, language),
        "citing": [SAY[key].of(language) for key in ("citing-what", "citing-how")],
        "citations": [{"language": one.value, "text": citation(whole, one)} for one in Language],
        "pages": [
            lowered(level, page, short_digest(digests[page.address]), lowering)
            for level, page in chosen
        ],
        "index": index(language, lowering.places),
    }


def citation(whole: str, language: Language) -> str:
    """Return a ready citation of the book."""
    return (
        SAY["citation"]
        .of(language)
        .format(
            version=__version__,
            day=written_date(released_on(), language),
            title=SAY["title"].of(language),
            digest=short_digest(whole),
        )
    )


def main(arguments: list[str] | None = None) -> int:
    """Write both books."""
    asked = argparse.ArgumentParser(prog="python -m docs.generate.book", description="the book")
    asked.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where to")
    folder = asked.parse_args(arguments).out
    folder.mkdir(parents=True, exist_ok=True)
    for language in Language:
        path = folder / f"book-{language.value}.pdf"
        path.write_bytes(book(language))
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
