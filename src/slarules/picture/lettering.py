"""
How much room letters take, so that a text stays inside its box whatever plain font draws it.

The widths are those of the widest of the common sans-serif fonts, rounded up: a guess that is
too large wastes a little paper, one too small spoils the picture.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FONTS: Final = "'PT Sans','Liberation Sans',Arial,Helvetica,'DejaVu Sans',sans-serif"
"""Fonts a reader has; none is fetched."""

# fmt: off
_GROUPS: Final = (
    # of the height of a line of letters
    (0.35, " Iijl,./:;\\|·'"),
    (0.45, "()-[]ft!r°"),
    (0.55, '"*J`cszгзсэ'),
    (0.6,  "?L_kvxyвтухчь–"),
    (0.65, "$0123456789FTabdeghnopqu{}ГЗТУабеийклоряё«»"),
    (0.7,  "ABEKPSVXYZАБВЕРХЧЬднпцЁ"),
    (0.75, "CNRUИЙКСЭЯъ"),
    (0.85, "&DGHOQДЛНОПЦмы#+<=>^w~Ъю"),
    (0.95, "MМФЫфжшщ"),
)
# fmt: on
_WIDTHS: Final[Mapping[str, float]] = MappingProxyType(
    {letter: width for width, letters in _GROUPS for letter in letters}
)
_WIDEST: Final = 1.1
_BOLD: Final = 1.13


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text may be drawn, in the units its size is given in."""
    return _length(text) * size * (_BOLD if bold else 1)


@lru_cache(maxsize=4096)
def _length(text: str) -> float:
    """Return the widths of the letters together, in their size."""
    known = _WIDTHS.get
    return sum([known(letter, _WIDEST) for letter in text])


@lru_cache(maxsize=1024)
def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """
    Return a text as lines that fit the room, broken between words.

    A single word that is wider than the room is broken inside.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        while width(word, size, bold=bold) > room:
            some = _beginning(word, size, room, bold=bold)
            lines.append(word[:some])
            word = word[some:]  # noqa: PLW2901 - what is left of it
        line = word
    return (*lines, line) if line else tuple(lines)


def _beginning(word: str, size: float, room: float, *, bold: bool) -> int:
    """Return how many letters of a word fit the room; one at least."""
    some = len(word) - 1
    while some > 1 and width(word[:some], size, bold=bold) > room:
        some -= 1
    return some
