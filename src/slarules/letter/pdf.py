"""A letter as PDF/A (extra: letter): set by Typst, dated as the answer is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, assert_never

from slarules.errors import MissingExtraError
from slarules.letter.content import Block, Heading, Items, Letter, Paragraph, Steps, Table
from slarules.visible import shown

if TYPE_CHECKING:
    from datetime import datetime

# The text comes in as data: nothing of it is ever read as markup.
SOURCE: Final = """
#let letter = json(bytes(sys.inputs.letter))
#let dated = datetime(..letter.dated)
#set document(title: letter.title, author: "slarules", date: dated)
#set text(lang: letter.language, font: "Libertinus Serif", size: 10.5pt, hyphenate: true)
#set par(justify: true)
#set page(
  paper: "a4",
  margin: (x: 2.2cm, y: 2.4cm),
  footer: context [
    #set text(size: 8pt)
    #letter.footer
    #h(1fr) #counter(page).display("1 / 1", both: true)
  ],
)
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 2): set text(size: 12pt)
#heading(level: 1, letter.title)
#letter.subtitle
#for block in letter.blocks {
  if block.kind == "heading" { heading(level: 2, block.text) }
  else if block.kind == "paragraph" { par(block.text) }
  else if block.kind == "items" or block.kind == "steps" {
    list(marker: if block.kind == "items" { [•] } else { none }, ..block.points.map(point => {
      point.first()
      if point.len() > 1 { list(marker: [–], ..point.slice(1)) }
    }))
  }
  else {
    set text(size: 9pt)
    set par(justify: false)
    table(
      columns: (auto, 1fr, 2fr, auto),
      stroke: 0.4pt,
      table.header(..block.header.map(strong)),
      ..block.rows.flatten(),
    )
  }
}
"""


def as_pdf(letter: Letter, /) -> bytes:
    """
    Return the document as PDF/A-2b; its date is the answer's.

    Raises:
        MissingExtraError: typst is not installed.
    """
    try:
        import typst
    except ImportError:
        raise MissingExtraError("letter", "typst") from None
    given = {
        "language": letter.language.value,
        "title": shown(letter.title),
        "subtitle": shown(letter.subtitle),
        "footer": shown(letter.footer),
        "dated": _date(letter.dated),
        "blocks": [_block(block) for block in letter.blocks],
    }
    made: bytes = typst.compile(
        SOURCE.encode(),
        sys_inputs={"letter": json.dumps(given, ensure_ascii=False)},
        ignore_system_fonts=True,
        pdf_standards=["a-2b"],
    )
    return made


def _date(moment: datetime) -> dict[str, int]:
    parts = ("year", "month", "day", "hour", "minute", "second")
    return {part: getattr(moment, part) for part in parts}


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "text": shown(block.text)}
        case Paragraph():
            return {"kind": "paragraph", "text": shown(block.text)}
        case Items() | Steps():
            points = [[shown(line) for line in point] for point in block.points]
            return {"kind": "items" if isinstance(block, Items) else "steps", "points": points}
        case Table():
            rows = [[shown(cell) for cell in row] for row in block.rows]
            return {"kind": "table", "header": [*map(shown, block.header)], "rows": rows}
        case _ as unreachable:
            assert_never(unreachable)
