"""A letter as one self-contained page: no script, no request, nothing of the record unescaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final, assert_never

from slarules.letter.content import Block, Heading, Items, Letter, Paragraph, Steps, Table
from slarules.visible import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

STYLE: Final = """
:root { color-scheme: light dark; --line: #999; }
body { font: 1rem/1.5 Georgia, "PT Serif", "Times New Roman", serif; max-width: 46rem;
  margin: 2rem auto; padding: 0 1rem;
  overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.2; margin-bottom: 0; }
h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left;
  vertical-align: top; }
ul ul { font-size: .92rem; list-style: disc; }
.steps { list-style: none; padding-left: 1rem; }
td:last-child { white-space: nowrap; }
.scroll { overflow-x: auto; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); font-size: .9rem; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; }
  tr, li { break-inside: avoid; } }
"""


def as_html(letter: Letter, /) -> bytes:
    """Return the page, UTF-8."""
    language = letter.language.value
    body = "\n".join(part for block in letter.blocks for part in _block(block))
    page = (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{_text(letter.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{_text(letter.title)}</h1>\n<p>{_text(letter.subtitle)}</p>\n{body}\n</main>\n"
        f"<footer><p>{_text(letter.footer)}</p></footer>\n</body>\n</html>\n"
    )
    return page.encode()


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h2>{_text(block.text)}</h2>"
        case Paragraph():
            yield f"<p>{_text(block.text)}</p>"
        case Items() | Steps():
            yield "<ul>" if isinstance(block, Items) else '<ul class="steps">'
            for first, *under in block.points:
                inside = "".join(f"<li>{_text(line)}</li>" for line in under)
                yield f"<li>{_text(first)}{f'<ul>{inside}</ul>' if inside else ''}</li>"
            yield "</ul>"
        case Table():
            yield '<div class="scroll"><table><thead><tr>'
            yield "".join(f'<th scope="col">{_text(cell)}</th>' for cell in block.header)
            yield "</tr></thead><tbody>"
            for row in block.rows:
                yield f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>"
            yield "</tbody></table></div>"
        case _ as unreachable:
            assert_never(unreachable)


def _text(text: str) -> str:
    return escape(shown(text))
