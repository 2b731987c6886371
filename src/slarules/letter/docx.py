"""A letter as a Word document (extra: letter)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, assert_never
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from slarules.errors import MissingExtraError
from slarules.letter.content import Block, Heading, Items, Letter, Paragraph, Steps, Table
from slarules.visible import shown

if TYPE_CHECKING:
    from datetime import datetime


TABLE_WIDTHS = (10, 50, 70, 36)
"""Of the table of events, in millimetres: its number, when, what, by whom."""


def as_docx(letter: Letter, /) -> bytes:
    """
    Return the document; its dates are the answer's, so that the same answer is the same file.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    try:
        from docx import Document
        from docx.shared import Mm, Pt
    except ImportError:
        raise MissingExtraError("letter", "python-docx") from None
    document = Document()
    normal: Any = document.styles["Normal"]
    normal.font.size = Pt(11)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    widths = [Mm(share) for share in TABLE_WIDTHS]
    properties = document.core_properties
    properties.title = shown(letter.title)
    properties.author = "slarules"
    properties.language = letter.language.value
    properties.created = properties.modified = letter.dated.replace(tzinfo=None)
    document.add_heading(shown(letter.title), level=0)
    document.add_paragraph(shown(letter.subtitle))
    for block in letter.blocks:
        _add(document, block, widths)
    document.sections[0].footer.paragraphs[0].text = shown(letter.footer)
    content = BytesIO()
    document.save(content)
    return _dated(content.getvalue(), letter.dated)


def _add(document: Any, block: Block, widths: list[Any]) -> None:
    match block:
        case Heading():
            document.add_heading(shown(block.text), level=1)
        case Paragraph():
            document.add_paragraph(shown(block.text))
        case Items() | Steps():
            style = "List Bullet" if isinstance(block, Items) else "List Continue"
            for first, *under in block.points:
                document.add_paragraph(shown(first), style=style)
                for line in under:
                    document.add_paragraph(shown(line), style="List Bullet 2")
        case Table():
            _add_table(document, block, widths)
        case _ as unreachable:
            assert_never(unreachable)


def _add_table(document: Any, block: Table, widths: list[Any]) -> None:
    table = document.add_table(rows=1, cols=len(block.header), style="Table Grid")
    table.autofit = False
    for cell, text in zip(table.rows[0].cells, block.header, strict=True):
        cell.text = shown(text)
        cell.paragraphs[0].runs[0].bold = True
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = shown(text)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width  # for readers that look at the grid, not at the cells
    for line in table.rows:
        for cell, width in zip(line.cells, widths, strict=True):
            cell.width = width


def _dated(content: bytes, moment: datetime) -> bytes:
    """Return the same archive with every part dated as the answer is."""
    stamp = moment.timetuple()[:6]
    out = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in sorted(
            given.namelist(), key=lambda part: (part != "[Content_Types].xml", part)
        ):
            info = ZipInfo(name, max(stamp, (1980, 1, 1, 0, 0, 0)))
            info.compress_type = ZIP_DEFLATED
            made.writestr(info, given.read(name))
    return out.getvalue()
