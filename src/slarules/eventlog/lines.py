"""
Bytes to rows of cells: bounded memory, and one broken row does not take others with it.

A row may run over several lines where a quoted cell holds line ends. Memory is bounded by the
limit on a line, whatever the file: a line is refused as soon as it passes the limit.
"""

from __future__ import annotations

import codecs
import csv
from collections import deque
from typing import TYPE_CHECKING, Final

from slarules.errors import BrokenRowError, LineTooLongError, LogEncodingError, NulByteError
from slarules.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LINE_LIMIT: Final = 1 << 20
"""Characters in one line, and in one row of several lines."""

ROW_LINES: Final = 200
"""Lines in one row; a quote still open after them was never meant to be closed."""


class Row(Record):
    """The cells of one row, and the line it begins on (the header is line 1)."""

    line: int
    cells: tuple[str, ...]


def lines_of(
    chunks: Iterable[bytes], encoding: str, limit: int = LINE_LIMIT
) -> Iterator[tuple[int, str]]:
    """
    Yield the lines of a file with their numbers, from 1; line ends are taken off.

    Args:
        chunks: The bytes of the file in order, in pieces of any size.
        encoding: The encoding of the text.
        limit: Characters in one line.

    Raises:
        LogEncodingError: Bytes that are not text in that encoding; names the line.
        LineTooLongError: A line passes the limit.

    """
    decoder = codecs.getincrementaldecoder(encoding)()
    number, rest = 1, ""

    def decoded(chunk: bytes, *, final: bool) -> str:
        try:
            return decoder.decode(chunk, final)
        except UnicodeError as problem:
            # What was read before the fault still counts the lines.
            found, before = b"", ""
            if isinstance(problem, UnicodeDecodeError):
                found = problem.object[problem.start : problem.start + 4]
                before = problem.object[: problem.start].decode(encoding, "ignore")
            line = number + rest.count("\n") + before.count("\n")
            raise LogEncodingError(line, encoding, found) from None

    for chunk in chunks:
        for piece in _pieces(chunk):
            text = rest + decoded(piece, final=False)
            *whole, rest = text.split("\n")
            for line in whole:
                yield number, _checked(line, number, limit).removesuffix("\r")
                number += 1
            _checked(rest, number, limit)
    rest += decoded(b"", final=True)
    if rest:
        yield number, _checked(rest, number, limit).removesuffix("\r")


def rows_of(
    lines: Iterable[tuple[int, str]], delimiter: str, quote: str
) -> Iterator[Row | BrokenRowError | NulByteError]:
    """
    Yield the rows of a CSV file, the header first; a broken one as the error it is.

    Blank lines are no rows. A quoted cell may hold line ends; where its quote is never closed,
    only the line that opened it is broken, and reading goes on with the next.
    """
    ahead: deque[tuple[int, str]] = deque()
    source = iter(lines)
    width: int | None = None  # of the header
    while True:
        first = ahead.popleft() if ahead else next(source, None)
        if first is None:
            return
        number, text = first
        if not text.strip():
            continue
        taken: list[tuple[int, str]] = []
        if quote:
            text, taken = _joined(text, quote, ahead, source)
        cells = _cells(text, delimiter, quote)
        if taken and (cells is None or (width is not None and len(cells) != width)):
            # The quote was a slip: give the lines back, they are rows of their own.
            ahead.extendleft(reversed(taken))
            text, cells = first[1], None
        if "\0" in text:
            yield NulByteError(number)
        elif cells is None:
            yield BrokenRowError(number, "a quote is out of place or never closed")
        else:
            width = len(cells) if width is None else width
            yield Row(line=number, cells=cells)


def _joined(
    text: str, quote: str, ahead: deque[tuple[int, str]], source: Iterator[tuple[int, str]]
) -> tuple[str, list[tuple[int, str]]]:
    """Return the line with those that follow until its quotes pair, and the lines taken."""
    taken: list[tuple[int, str]] = []
    quotes, length, parts = text.count(quote), len(text), [text]
    while quotes % 2 and len(taken) < ROW_LINES and length <= LINE_LIMIT:
        following = ahead.popleft() if ahead else next(source, None)
        if following is None:
            break
        taken.append(following)
        parts.append(following[1])
        quotes += following[1].count(quote)
        length += len(following[1])
    return "\n".join(parts), taken


def _cells(text: str, delimiter: str, quote: str) -> tuple[str, ...] | None:
    """Return the cells of one row, or nothing where its quotes do not fit."""
    if not quote or quote not in text:
        return tuple(text.split(delimiter))
    try:
        rows = list(csv.reader((text,), delimiter=delimiter, quotechar=quote, strict=True))
    except csv.Error:
        return None
    return tuple(rows[0]) if len(rows) == 1 else None


def _pieces(chunk: bytes, size: int = 1 << 16) -> Iterator[bytes]:
    """Yield a chunk in pieces, so that one huge chunk is not decoded at once."""
    for start in range(0, len(chunk), size):
        yield chunk[start : start + size]


def _checked(line: str, number: int, limit: int) -> str:
    if len(line) > limit:
        raise LineTooLongError(number, limit)
    return line
