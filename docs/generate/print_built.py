"""
``python -m docs.generate.print_built FOLDER``: hold the book and the annex to what they promise.

The book says that it is PDF/A, carries its fonts and the profile of its colours, is dated as the
release is, has the release and its digest on every page and every paragraph by its number, and no
title at the foot of a page. The annex repeats the heads of its tables and has every reading.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docx import Document
from pypdf import PdfReader

from docs.generate import annex, book
from docs.generate.cite import released_on, short_digest
from docs.generate.ids import paragraph
from docs.generate.words import FRAME
from slarules import __version__
from slarules.clauses import CLAUSES
from slarules.reading_rows import READING_ROWS
from slarules.rules import RULES
from slarules.terms import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

_DASHES: Final = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00ad": "-"})


def book_faults(path: Path, language: Language) -> Iterator[str]:
    """Yield what is wrong with a book."""
    reader = PdfReader(path)
    root: Any = reader.trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    if "pdfaid:part" not in metadata or "/OutputIntents" not in root:
        yield f"{path.name}: does not say that it is PDF/A"
    about = reader.metadata
    created = None if about is None else about.creation_date
    if created is None or created.date() != released_on():
        yield f"{path.name}: dated {created}, not as the release is"
    if root.get("/Lang", "")[:2] != language.value:
        yield f"{path.name}: does not say its language"
    said = [page.extract_text().translate(_DASHES) for page in reader.pages]
    digest = short_digest(book.digest())
    for number, text in enumerate(said, 1):
        if __version__ not in text or digest not in text:
            yield f"{path.name}: page {number} without the release or the digest"
        last = text.partition(FRAME["advice"].of(language))[0].rstrip().rpartition("\n")[2]
        if last.startswith(f"{book.SAY['address'].of(language)} "):
            yield f"{path.name}: page {number} ends with the title of a chapter"
    # An identifier may be broken at its hyphens.
    whole = "".join("".join(said).split())
    for name in (*(paragraph(one, language) for one in CLAUSES), *RULES, *READING_ROWS):
        if name.replace(" ", "") not in whole:
            yield f"{path.name}: without {name}"
    for page in reader.pages:
        yield from (f"{path.name}: {name} is not in it" for name in _strange(page))


def _strange(page: Any) -> Iterator[str]:
    """Yield the fonts of a page that the file does not carry."""
    for font in page["/Resources"].get("/Font", {}).values():
        kind = font.get_object()
        (inner,) = kind.get("/DescendantFonts", [kind])
        described = inner.get_object().get("/FontDescriptor", {})
        if not any(f"/FontFile{suffix}" in described for suffix in ("", "2", "3")):
            yield str(kind.get("/BaseFont"))


def annex_faults(path: Path) -> Iterator[str]:
    """Yield what is wrong with an annex."""
    document = Document(str(path))
    cells = "\n".join(
        cell.text for table in document.tables for row in table.rows for cell in row.cells
    )
    for switch in READING_ROWS:
        if switch not in cells:
            yield f"{path.name}: without {switch}"
    if any(not table.rows[0]._tr.xpath("w:trPr/w:tblHeader") for table in document.tables):  # noqa: SLF001
        yield f"{path.name}: the head of a table is not repeated"
    section = document.sections[0]
    head = section.header.paragraphs[0].text
    if __version__ not in head or short_digest(annex.digest()) not in head:
        yield f"{path.name}: no release or no digest in the running head"
    if "PAGE" not in section.footer.paragraphs[0]._p.xml:  # noqa: SLF001
        yield f"{path.name}: the pages are not numbered"


def faults(folder: Path, language: Language) -> list[str]:
    """Return what is wrong with what is printed in a language."""
    return [
        *book_faults(folder / f"book-{language.value}.pdf", language),
        *annex_faults(folder / f"annex-{language.value}.docx"),
    ]


def main(arguments: list[str]) -> int:
    """Say what is wrong; return the exit code."""
    (folder,) = map(Path, arguments)
    with ProcessPoolExecutor(len(Language)) as pool:  # reading a book takes long: both at once
        found = [fault for each in pool.map(partial(faults, folder), Language) for fault in each]
    for fault in found:
        sys.stderr.write(f"{fault}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
