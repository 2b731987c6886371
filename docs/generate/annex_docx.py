"""A page of the documentation as a Word document, with a running head and numbered pages."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, assert_never
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from docs.generate.book_blocks import widths
from docs.generate.cite import released_on
from docs.generate.edition import head
from docs.generate.model import (
    Anchor,
    Beside,
    Break,
    Cards,
    Code,
    Heading,
    Items,
    Listing,
    Note,
    Para,
    Picture,
    Ref,
    Source,
    Strong,
    Table,
    Web,
)
from docs.generate.words import FRAME

if TYPE_CHECKING:
    from docs.generate.model import Block, Page, Run, Runs
    from slarules.terms import Language

FONT: Final = "Times New Roman"
"""Every office suite has it, or a font of its widths."""
_WIDTH: Final = 257
"""Of the text, in millimetres: the tables are wide, so the sheet lies on its side."""


def as_docx(page: Page, language: Language, digest: str, facts: list[tuple[str, str]]) -> bytes:
    """Return a page as a Word document dated as the release is; the same page, the same bytes."""
    document = Document()
    dated = datetime.combine(released_on(), time())
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        _font(document.styles[name])
    normal: Any = document.styles["Normal"]
    normal.font.size = Pt(11)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    properties = document.core_properties
    properties.title, properties.author = page.title, "slarules"
    properties.language = language.value
    properties.created = properties.modified = dated
    section.header.paragraphs[0].text = head(digest, language)
    foot = section.footer.paragraphs[0]
    foot.text = f"{FRAME['advice'].of(language)}  "
    for instruction, after in (("PAGE", " / "), ("NUMPAGES", "")):
        _field(foot, instruction)
        foot.add_run(after)
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_heading(page.title, level=0)
    for name, value in facts:
        document.add_paragraph(f"{name}: {value}")
    for block in page.blocks:
        _add(document, block)
    content = BytesIO()
    document.save(content)
    return _dated(content.getvalue(), dated)


def _font(style: Any) -> None:
    style.font.name = FONT
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)


def _field(paragraph: Any, instruction: str) -> None:
    """Add a field that the reader of the document computes: a page number."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx offers no other way


def _add(document: Any, block: Block) -> None:
    match block:
        case Heading():
            _runs(document.add_heading(level=block.level - 1), block.text)
        case Para():
            _runs(document.add_paragraph(), block.runs)
        case Table():
            _table(document, block)
        case Items() | Listing() | Picture() | Note() | Cards():
            raise TypeError(f"an annex has no {type(block).__name__}")
        case _ as unreachable:
            assert_never(unreachable)


def _table(document: Any, block: Table) -> None:
    shares = widths(block)
    columns = [Mm(_WIDTH * share / sum(shares)) for share in shares]
    table = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    table.autofit = False
    for place, (cell, found) in enumerate(zip(table.rows[0].cells, block.header, strict=True)):
        _cell(cell, found, number=place in block.numbers)
        for run in cell.paragraphs[0].runs:
            run.bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - python-docx offers no other way
    for row in block.rows:
        for place, (cell, found) in enumerate(zip(table.add_row().cells, row, strict=True)):
            _cell(cell, found, number=place in block.numbers)
    for column, width in zip(table.columns, columns, strict=True):
        column.width = width
    for line in table.rows:
        whole = OxmlElement("w:cantSplit")
        line._tr.get_or_add_trPr().append(whole)  # noqa: SLF001 - python-docx offers no other way
        for cell, width in zip(line.cells, columns, strict=True):
            cell.width = width


def _cell(cell: Any, found: Runs, *, number: bool) -> None:
    """Fill a cell: smaller letters, clear of the lines; a number flush right."""
    paragraph = cell.paragraphs[0]
    _runs(paragraph, found)
    for run in paragraph.runs:
        run.font.size = Pt(9)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
    if number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _runs(paragraph: Any, found: Runs) -> None:
    for one in found:
        _run(paragraph, one)


def _run(paragraph: Any, run: Run) -> None:
    match run:
        case str():
            paragraph.add_run(run)
        case Strong():
            paragraph.add_run(run.text).bold = True
        case Code() | Ref() | Source() | Web() | Beside():
            paragraph.add_run(run.text)
        case Anchor():
            pass
        case Break():
            paragraph.add_run().add_break()
        case _ as unreachable:
            assert_never(unreachable)


def _dated(content: bytes, moment: datetime) -> bytes:
    """Return the same archive with every part dated as the release is."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in sorted(given.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            info = ZipInfo(name, moment.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            made.writestr(info, given.read(name))
    return out.getvalue()
