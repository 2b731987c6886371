"""
A copy of the contract as a stream of words: each piece as it stands, and the words it holds.

Nothing here depends on where the lines of the copy end: a paragraph folded at seventy columns,
or pasted with its words broken by hyphens, gives the same words as one on a single line.
"""

from __future__ import annotations

import re
from typing import Final

from slarules.contract_text import HASH_LENGTH, continues, joins, normalised
from slarules.record import Record

SPACE: Final = 0
"""Nothing but spaces stand before the piece."""
LINE: Final = 1
"""The piece begins a line."""
BLANK: Final = 2
"""The piece begins a line, and the line above is empty."""

_LONGEST: Final = 200
"""Letters of a piece that a line end may break once more; no word is as long."""
_PIECE: Final = re.compile(r"\S+")
_WORD: Final = re.compile(r"[^\W_]+")
_LINE_END: Final = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


class Piece(Record, kw_only=False):
    """What stands between two spaces of a copy; more, where a line end breaks a word."""

    text: str
    line: int
    """Where it begins, counted from 1."""
    after: int
    """What stands before it: ``SPACE``, ``LINE`` or ``BLANK``."""
    hashes: tuple[str, ...]
    """The short hashes of its normalised words; a dash has none."""


class Stream(Record):
    """A whole copy: its pieces, and the hashes of its words each with the piece it is in."""

    pieces: tuple[Piece, ...]
    hashes: tuple[str, ...]
    piece_of: tuple[int, ...]
    """The piece of each word."""
    starts: frozenset[int]
    """The pieces that begin a paragraph, as far as the lines of the copy tell."""
    shown: dict[str, str]
    """How a word of the copy is written, by its hash."""


def word_hash(word: str) -> str:
    """Return the short hash of one normalised word."""
    from hashlib import sha256

    return sha256(word.encode()).hexdigest()[:HASH_LENGTH]


def stream(text: str) -> Stream:
    """Return the words of a copy in order."""
    pieces: list[Piece] = []
    shown: dict[str, str] = {}
    met: dict[str, tuple[str, ...]] = {}  # the hashes of each piece met, since most come often
    for raw, line, after in _raw(text):
        if raw not in met:
            words = normalised(raw).split()
            met[raw] = tuple(map(word_hash, words))
            for hashed, written in zip(met[raw], spelled(raw, words), strict=True):
                shown.setdefault(hashed, written)
        pieces.append(Piece(raw, line, after, met[raw]))
    return Stream(
        pieces=tuple(pieces),
        hashes=tuple(one for piece in pieces for one in piece.hashes),
        piece_of=tuple(n for n, piece in enumerate(pieces) for _ in piece.hashes),
        starts=frozenset(_starts(text, pieces)),
        shown=shown,
    )


def _raw(text: str) -> list[tuple[str, int, int]]:
    """Return every piece with its line and what stands before it."""
    found: list[tuple[str, int, int]] = []
    line, end = 1, 0
    for piece in _PIECE.finditer(text):
        ends = len(_LINE_END.findall(text, end, piece.start()))
        line += ends
        end = piece.end()
        if found and len(found[-1][0]) < _LONGEST and joins(found[-1][0], piece[0]):
            before, its_line, after = found[-1]
            found[-1] = (before + ("" if ends else " ") + piece[0], its_line, after)
        else:
            found.append((piece[0], line, min(ends, BLANK) if found else BLANK))
    return found


def _starts(text: str, pieces: list[Piece]) -> list[int]:
    """Return the pieces that begin a paragraph."""
    lines = _LINE_END.split(text)
    found: list[int] = []
    for number, piece in enumerate(pieces):
        if piece.after == SPACE:
            continue
        line = lines[piece.line - 1].strip("\ufeff \t\u00a0")
        above = "" if piece.after == BLANK else lines[piece.line - 2].strip("\ufeff \t\u00a0")
        if not number or not line or not continues(line, above):
            found.append(number)
    return found


def spelled(piece: str, words: list[str]) -> list[str]:
    """Return how the normalised words of a piece are spelled in it, without what is around."""
    if len(words) == 1:
        return [re.sub(r"^\W+|\W+$", "", piece)]
    found = _WORD.findall(piece)
    return found if len(found) == len(words) else words
