"""Word documents and PDF, each with one thing in it that a reader has to look for."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile

from proof.hostile.reader import Aimed
from slarules.annotate.limits import LIMIT
from slarules.annotate.office import PAGES, UNPACKED_LIMIT, XML_LIMIT
from tests.contract_copies import pdf

if TYPE_CHECKING:
    from collections.abc import Mapping

_ITEM: Final = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
_BOX: Final = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
    'markup-compatibility/2006"><mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>box'
    "</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>"
    "box</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)

_CHANGED: Final = (
    # part        in the place of            what                     outcome         why
    ("document", "</w:body>", f"<w:p>{_ITEM}</w:p></w:body>", "read", "an item of its own"),
    ("document", "</w:body>", f"{_BOX}</w:body>", "read", "a box, twice for old programs"),
    ("document", "<w:tab/>", "<w:br/><w:cr/><w:noBreakHyphen/>", "read", "other breaks"),
    ("document", "</w:body>", "<w:ins/></w:body>", "CopyFileError", "a change that is tracked"),
    ("document", "<w:body>", "<w:body", "CopyFileError", "no XML"),
    ("numbering", '"decimal"', '"upperLetter"', "read", "items by letters"),
    ("numbering", '"decimal"', '"lowerLetter"', "read", "items by small letters"),
    ("numbering", '"decimal"', '"bullet"', "read", "items by marks"),
    ("numbering", '<w:abstractNumId w:val="0"/>', "", "CopyFileError", "a list of no form"),
    ("styles", '<w:numId w:val="1"/>', "", "read", "a style of no list"),
    ("styles", 'w:styleId="Item"', 'w:styleId="Other"', "read", "a style that is not there"),
    ("styles", "</w:styles>", '<w:style w:styleId="x"/></w:styles>', "read", "a style of nothing"),
    ("styles", "</w:styles>", f"{' ' * XML_LIMIT}</w:styles>", "CopyFileError", "XML without end"),
)


def aimed(parts: Mapping[str, str], pdfs: tuple[bytes, ...]) -> tuple[Aimed, ...]:
    """Return files made of the parts of a Word document, and of PDF."""
    changed = [
        (
            {**parts, f"word/{part}.xml": parts[f"word/{part}.xml"].replace(old, new, 1)},
            outcome,
            why,
        )
        for part, old, new, outcome, why in _CHANGED
    ]
    picture = {**parts, "word/media/1.png": " " * (UNPACKED_LIMIT + 1)}
    pages = pdf(["1"] * (PAGES + 1), a_page=1)
    return (
        Aimed(word(parts), "read", "a Word document"),
        *(Aimed(word(made), outcome, why) for made, outcome, why in changed),
        Aimed(word(picture), "CopyFileError", "a picture without end"),
        *(Aimed(one, "read", "a PDF") for one in pdfs),
        Aimed(pages, "CopyFileError", "pages without end"),
        Aimed(_locked(pdfs[0]), "CopyFileError", "a PDF with a password"),
        Aimed(_drawn(pdfs[0]), "CopyFileError", "a page drawn without end"),
        Aimed(b"x" * (LIMIT + 1), "CopyFileError", "more bytes than a copy has"),
        Aimed("Инцидент".encode("utf-16"), "read", "wide letters with their mark"),
    )


def word(parts: Mapping[str, str]) -> bytes:
    """Return the archive of these parts."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def _locked(content: bytes) -> bytes:
    """Return the PDF under a password."""
    from pypdf import PdfWriter

    writer, out = PdfWriter(clone_from=BytesIO(content)), BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


def _drawn(content: bytes) -> bytes:
    """Return the PDF with a page that takes more to draw than any page of text."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, NameObject

    from slarules.annotate.office import DRAWN_LIMIT

    writer, out = PdfWriter(clone_from=BytesIO(content)), BytesIO()
    stream = DecodedStreamObject()
    stream.set_data(b" " * (DRAWN_LIMIT + 1))
    writer.pages[0][NameObject("/Contents")] = stream.flate_encode()
    writer.write(out)
    return out.getvalue()
