"""
What a command says: headings, sentences, tables; and how they look on a terminal or in a file.

The plain form needs nothing but a stream. Where ``rich`` can be imported and the stream is a
terminal, the same blocks are drawn with it; what is said is the same.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Final, assert_never

from slarules.record import Record
from slarules.visible import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WIDTH: Final = 100
"""Columns of the plain form."""


class Heading(Record, kw_only=False):
    """The title of what follows."""

    text: str


class Lines(Record, kw_only=False):
    """Sentences, one a line; long ones are folded, with what follows set in."""

    texts: tuple[str | tuple[str, ...], ...]
    """Several sentences in the place of one stay together, each on a line."""
    mark: str = ""
    """What stands before each: a dash, say."""


class Grid(Record, kw_only=False):
    """Lines whose columns must stay in place."""

    texts: tuple[str, ...]


class Table(Record, kw_only=False):
    """Rows of cells under a header; a column of numbers is set flush right."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Lines | Grid | Table


def shown_block(block: Block) -> Block:
    """Return the block with what acts or hides in its texts shown: they may be somebody else's."""
    match block:
        case Heading():
            return Heading(_on_a_line(block.text))
        case Lines():
            kept = (tuple(map(_on_a_line, _sentences(text))) for text in block.texts)
            return Lines(tuple(kept), block.mark)
        case Grid():
            return Grid(tuple(map(_on_a_line, block.texts)))
        case Table():
            rows = tuple(tuple(map(_on_a_line, row)) for row in block.rows)
            return Table(tuple(map(_on_a_line, block.header)), rows)
        case _ as unreachable:
            assert_never(unreachable)


def _sentences(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def _on_a_line(text: str) -> str:
    """Return a text that stays on its line: what is broken into lines, we break ourselves."""
    return shown(text).replace("\n", "[U+000A]")


def plain(blocks: Iterable[Block]) -> str:
    """Return the blocks as text, an empty line between them."""
    return "\n\n".join("\n".join(_plain(block)) for block in blocks) + "\n"


def _plain(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
            yield "-" * min(len(block.text), WIDTH)
        case Lines():
            for text in block.texts:
                yield _folded(text, block.mark)
        case Grid():
            yield from (text.rstrip() for text in block.texts)
        case Table():
            yield from _columns(block)
        case _ as unreachable:
            assert_never(unreachable)


def _folded(text: str | tuple[str, ...], mark: str) -> str:
    """Return a sentence, or those that stay together, folded at the width."""
    first, rest = (mark, " " * len(mark)) if mark else ("", "    ")
    folded: list[str] = []
    for line in _sentences(text):
        indent = " " * (len(line) - len(line.lstrip()))
        folded += textwrap.wrap(
            line.strip(),
            WIDTH,
            initial_indent=(rest if folded and mark else first) + indent,
            subsequent_indent=rest + indent,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return "\n".join(folded)


def _columns(table: Table) -> Iterator[str]:
    right = _numeric(table)
    widths = [
        max(len(row[column]) for row in (table.header, *table.rows))
        for column in range(len(table.header))
    ]
    for row in (table.header, tuple("-" * width for width in widths), *table.rows):
        cells = (
            cell.rjust(width) if numbers else cell.ljust(width)
            for cell, width, numbers in zip(row, widths, right, strict=True)
        )
        yield "  ".join(cells).rstrip()


def _numeric(table: Table) -> Sequence[bool]:
    """Return which columns hold numbers alone."""
    return [
        bool(table.rows) and all(_is_number(row[column]) for row in table.rows)
        for column in range(len(table.header))
    ]


def _is_number(cell: str) -> bool:
    return not cell.strip("0123456789.,:% \u00a0")


def draw(blocks: Iterable[Block], stream: Any) -> bool:
    """Draw the blocks with rich, and return whether that could be done."""
    try:
        from rich.console import Console
    except ImportError:
        return False

    class Drawing(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich itself would end the program with 1: bad news, to us

    console = Drawing(file=stream, highlight=False)
    for block in blocks:
        for drawn in _drawn(block):
            if isinstance(block, Grid):  # the terminal may break such a line, but nothing else
                console.print(drawn, no_wrap=True, overflow="ignore", crop=False)
            else:
                console.print(drawn)
        console.print()
    return True


def _drawn(block: Block) -> Iterator[Any]:
    """Yield what rich prints for a block."""
    from rich.text import Text

    match block:
        case Heading():
            yield Text(block.text, style="bold cyan")
        case Lines():
            for text in block.texts:
                yield Text(block.mark + "\n".join(_sentences(text)))
        case Grid():
            for text in block.texts:
                line = Text(text)
                line.highlight_regex(r"\d+\*", "red")
                line.highlight_regex(r"\d+\+", "green")
                yield line
        case Table():
            yield _drawn_table(block)
        case _ as unreachable:
            assert_never(unreachable)


def _drawn_table(block: Table) -> Any:
    from rich.table import Table as RichTable
    from rich.text import Text

    table = RichTable(box=None, header_style="bold", pad_edge=False)
    for name, numbers in zip(block.header, _numeric(block), strict=True):
        table.add_column(name, justify="right" if numbers else "left")
    for row in block.rows:
        table.add_row(*(Text(cell) for cell in row))
    return table
