"""
The sources of the site: each page as MyST Markdown, for Sphinx (``docs/conf.py``).

References are written in three schemes of ours, which ``docs/conf.py`` turns into relative links:
``page:ADDRESS#ANCHOR``, ``code:PATH#LINE`` for a file of the project, ``site:PATH`` for anything
beside the two languages. A heading carries its anchor as a class, ``label-ANCHOR``: the ids that
Sphinx would make of Cyrillic headings are numbers.
"""

from __future__ import annotations

import re
from base64 import b64encode
from html import escape as html_escape
from typing import TYPE_CHECKING, Final, assert_never

from pygments.lexers import get_lexer_by_name
from pygments.token import Error
from pygments.util import ClassNotFound

from docs.generate.cite import citation, short_digest
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
    NoteKind,
    Para,
    Picture,
    Ref,
    Source,
    Strong,
    Table,
    Web,
    plain,
)
from docs.generate.words import FRAME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docs.generate.model import Block, Group, Page, Run, Runs
    from slarules.terms import Language

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|$~^&@])")
_AT_THE_START: Final = re.compile(r"^(\s*)([-+=:%]|\d+(?=[.)](?:\s|$)))")


def source(page: Page, language: Language, digest: str, shorts: Mapping[str, str]) -> str:
    """Return a page as MyST; ``shorts`` are the titles of pages in the contents, by address."""
    lines = [f"# {_text(page.title)}", ""]
    for block in page.blocks:
        lines += [*_block(block), ""]
    for group in page.groups:
        lines += [*_contents(group, shorts), ""]
    lines += list(_footer(page, language, digest))
    return "\n".join(lines)


def _contents(group: Group, shorts: Mapping[str, str]) -> Iterator[str]:
    yield "```{toctree}"
    yield ":hidden:"
    if group.title:
        yield f":caption: {group.title}"
    yield ""
    for address in group.addresses:
        short = shorts.get(address, "")
        yield f"{short} </{address}>" if short else f"/{address}"
    yield "```"


def _footer(page: Page, language: Language, digest: str) -> Iterator[str]:
    """Yield how to cite the page: outside what the search reads."""
    say = {key: text.of(language) for key, text in FRAME.items()}
    yield "```{raw} html"
    yield '<aside class="cite">'
    yield f"<p>{html_escape(say['digest'])} <code>{short_digest(digest)}</code></p>"
    yield f"<details><summary>{html_escape(say['cite'])}</summary>"
    for lang, line in citation(page, digest).items():
        yield f'<p lang="{lang.value}">{html_escape(line)}</p>'
    yield f"<p>{html_escape(say['whole'])} <code>sha256:{digest}</code></p>"
    yield "</details></aside>"
    yield "```"


# ------------------------------------------------------------------------------ blocks


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f'{{class="label-{block.label}"}}'
            yield f"{'#' * block.level} {runs(block.text)}"
        case Para():
            if block.lead:
                yield "{.lead}"
            yield _guarded(runs(block.runs))
        case Items():
            yield from _items(block)
        case Table():
            yield from _table(block)
        case Listing():
            yield from _listing(block)
        case Picture():
            yield from _drawn(block)
        case Note():
            kind = block.kind
            opening = "{container} answer" if kind is NoteKind.ANSWER else f"{{{kind.value}}}"
            yield f"::::{opening}"
            for inner in block.blocks:
                yield from _block(inner)
                yield ""
            yield "::::"
        case Cards():
            yield ":::{container} cards"
            for card in block.cards:
                yield f"- {run(card.link)}"
                yield ""
                yield f"  {_guarded(runs(card.text))}"
            yield ":::"
        case _ as unreachable:
            assert_never(unreachable)


def _items(block: Items) -> Iterator[str]:
    tight = all(len(item) == 1 and isinstance(item[0], Para) for item in block.items)
    for number, item in enumerate(block.items, 1):
        mark = f"{number}. " if block.numbered else "- "
        indent = " " * len(mark)
        lines: list[str] = []
        for inner in item:
            lines += [*_block(inner), *([] if tight else [""])]
        for place, line in enumerate(lines):
            before = mark if place == 0 else indent
            yield f"{before}{line}" if line else ""


def _table(block: Table) -> Iterator[str]:
    yield _row(block.header)
    flush = ("---:" if place in block.numbers else "---" for place in range(len(block.header)))
    yield f"|{'|'.join(flush)}|"
    yield from map(_row, block.rows)


def _row(cells: tuple[Runs, ...]) -> str:
    return "| " + " | ".join(runs(cell, in_table=True) or " " for cell in cells) + " |"


def _listing(block: Listing) -> Iterator[str]:
    fence = "```" if "```" not in block.text else "`````"
    yield f"{fence}{_lexer(block)}"
    yield block.text.rstrip("\n")
    yield fence


def _lexer(block: Listing) -> str:
    """Return the language of a listing, where the highlighter can read it."""
    name = "python" if block.language == "signature" else block.language
    try:
        tokens = get_lexer_by_name(name).get_tokens(block.text)
    except ClassNotFound:
        return "text"
    return "text" if any(kind is Error for kind, _ in tokens) else name


def _drawn(block: Picture) -> Iterator[str]:
    yield "`````{raw} html"
    yield '<figure class="picture">'
    yield f'<div class="drawing" tabindex="0">{_inside(block)}</div>'
    if block.caption:
        yield f"<figcaption>{html_escape(plain(block.caption))}</figcaption>"
    yield "</figure>"
    yield "`````"


def _inside(block: Picture) -> str:
    """Return a drawing as a part of the page, or, with a style sheet of its own, as an image."""
    if not block.apart:
        return block.svg.strip()
    data = b64encode(block.svg.encode()).decode()
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{html_escape(block.alt)}">'


# ------------------------------------------------------------------------------ runs


def runs(found: Runs, *, in_table: bool = False) -> str:
    """Return runs of words as Markdown, on one line."""
    return "".join(run(each, in_table=in_table) for each in found)


def run(found: Run, *, in_table: bool = False) -> str:
    """Return one run of words as Markdown."""
    match found:
        case str():
            return _text(found)
        case Code():
            return _code(found.text, in_table=in_table)
        case Strong():
            return f"**{_text(found.text)}**"
        case Ref():
            anchor = f"#{found.anchor}" if found.anchor else ""
            said = _code(found.text, in_table=in_table) if found.code else _text(found.text)
            return f"[{said}](<page:{found.address}{anchor}>)"
        case Source():
            line = f"#{found.line}" if found.line else ""
            return f"[{_code(found.text, in_table=in_table)}](<code:{found.path}{line}>)"
        case Web():
            return f"[{_text(found.text)}](<{found.url}>)"
        case Beside():
            return f"[{_text(found.text)}](<site:{found.path}>)"
        case Anchor():
            return f'<span id="{html_escape(found.label)}"></span>'
        case Break():
            return "<br>"
        case _ as unreachable:
            assert_never(unreachable)


def _text(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split("\n")))


def _guarded(line: str) -> str:
    """Return a paragraph that Markdown does not take for something else."""
    return _AT_THE_START.sub(
        lambda found: (
            f"{found[1]}{found[2]}\\" if found[2].isdigit() else f"{found[1]}\\{found[2]}"
        ),
        line,
    )


def _code(text: str, *, in_table: bool) -> str:
    marks = "``" if "`" in text else "`"
    padded = f" {text} " if "`" in text else text
    return f"{marks}{padded.replace('|', chr(92) + '|') if in_table else padded}{marks}"
