"""
A sheet that shapes and letters are put on, and the SVG it becomes.

What is put later lies above. Coordinates are in units of a pixel, from the upper left corner.
Whatever text comes in, nothing of it becomes markup, and the same sheet gives the same bytes.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final
from zlib import crc32

from slarules.picture.lettering import FONTS
from slarules.picture.paint import SCOPE, filled, style

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from slarules.terms import Language

WIDTH: Final = 732
"""Every picture is that wide: a page of A4 holds it, and a phone scales it."""
MARGIN: Final = 16
ROOM: Final = WIDTH - 2 * MARGIN
LEADING: Final = 1.35
"""The height of a line of letters, in their size."""

_UNFIT: Final = re.compile(
    "[^\t\n\u0020-\u007e\u00a0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u2070-\ud7ff"
    "\ue000-\ufefe\uff00-\ufff8\ufffd\U00010000-\U0010ffff]"
)
"""What XML may not hold, and what turns the order of the letters beside it."""
_ESCAPED: Final = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#39;",
    }
)
"""The five that mean something to XML; the module ``html`` would load its list of two thousand."""


@lru_cache(maxsize=4096)
def printed(text: str, /) -> str:
    """Return a text that is safe between tags and inside an attribute."""
    return _UNFIT.sub("\ufffd", text).translate(_ESCAPED)


class Sheet:
    """Shapes and letters in the order they are put, and how far down they reach."""

    def __init__(self) -> None:
        self._shapes: list[str] = []
        self.bottom = float(MARGIN)
        """Where the next block begins."""

    def box(self, x: float, y: float, size: tuple[float, float], attributes: str) -> None:
        """Put a rectangle: its upper left corner, its width and height."""
        self._shapes.append(
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(size[0])}" '
            f'height="{number(size[1])}"{attributes}/>'
        )

    def path(self, path: str, attributes: str) -> None:
        """Put a path, given as SVG writes one."""
        self._shapes.append(f'<path d="{path}"{attributes}/>')

    def disc(self, x: float, y: float, radius: float, attributes: str) -> None:
        """Put a circle."""
        self._shapes.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"{attributes}/>'
        )

    def letters(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        role: str = "ink",
        bold: bool = False,
        anchor: str = "start",
    ) -> None:
        """Put one line of letters; ``y`` is the line they stand on."""
        more = ' font-weight="bold"' if bold else ""
        if anchor != "start":
            more += f' text-anchor="{anchor}"'
        self._shapes.append(
            f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}"{filled(role)}{more}>'
            f"{printed(text)}</text>"
        )

    def paragraph(
        self, lines: Sequence[str], size: float, *, role: str = "ink", bold: bool = False
    ) -> None:
        """Put lines of letters below all there is."""
        for line in lines:
            self.bottom += size * LEADING
            self.letters(MARGIN, self.bottom - size * 0.3, line, size, role=role, bold=bold)

    def svg(self, title: str, description: Iterable[str], language: Language) -> str:
        """
        Return the sheet as one SVG document, which stands alone or inside a page.

        Args:
            title: What it is, in a few words.
            description: Everything the picture says, in sentences, for who does not see it.
            language: The language of both.
        """
        said = "\n".join(description)
        height = self.bottom + MARGIN
        name = f"slarules-{crc32(f'{title}{said}{language.value}'.encode('utf-8', 'replace')):08x}"
        opening = (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="{SCOPE}" '
            f'viewBox="0 0 {WIDTH} {number(height)}" width="{WIDTH}" height="{number(height)}" '
            f'role="img" lang="{language.value}" aria-labelledby="{name}-title" '
            f'aria-describedby="{name}-desc" font-family="{printed(FONTS)}" '
            'style="max-width:100%;height:auto">'
        )
        parts = [
            opening,
            f'<title id="{name}-title">{printed(title)}</title>',
            f'<desc id="{name}-desc">{printed(said)}</desc>',
            f"<style>{style()}</style>",
            f'<rect width="{WIDTH}" height="{number(height)}"{filled("paper")}/>',
            *self._shapes,
            "</svg>",
        ]
        return "\n".join(parts) + "\n"


def hatching(x: float, y: float, size: tuple[float, float], step: float) -> str:
    """Return the path of slanting lines that fill a rectangle, each cut at its edges."""
    return f"M{number(x)} {number(y)}{_hatching(size, step)}"


@cache
def _hatching(size: tuple[float, float], step: float) -> str:
    """Return the lines as they go from the corner of the rectangle."""
    wide, high = size
    lines: list[str] = []
    here = (0.0, 0.0)
    at = step
    while at < wide + high:
        begins = (at, 0.0) if at <= wide else (wide, at - wide)
        ends = (0.0, at) if at <= high else (at - high, high)
        lines += (_step("m", here, begins), _step("l", begins, ends))
        here = ends
        at += step
    return "".join(lines)


def _step(command: str, start: tuple[float, float], end: tuple[float, float]) -> str:
    return f"{command}{number(end[0] - start[0])} {number(end[1] - start[1])}"


def upright(x: float, y: float, size: tuple[float, float], step: float) -> str:
    """Return the path of upright lines that fill a rectangle."""
    wide, high = size
    places = range(int((wide - step / 2) / step) + 1)
    return "".join(
        f"M{number(x + (place + 0.5) * step)} {number(y)}v{number(high)}" for place in places
    )


def diamond(x: float, y: float, radius: float) -> str:
    """Return the path of a square that stands on its corner."""
    r = number(radius)
    return f"M{number(x)} {number(y - radius)}l{r} {r}l-{r} {r}l-{r} -{r}z"


def stem(x: float, top: float, bottom: float) -> str:
    """Return the path of an upright line."""
    return f"M{number(x)} {number(top)}V{number(bottom)}"


def zigzag(y: float, tooth: float) -> str:
    """Return the path of a torn edge across the sheet."""
    teeth = int(ROOM / tooth)
    wide = number(ROOM / teeth)
    lines = "".join(f"l{wide} {'-' if i % 2 == 0 else ''}{number(tooth / 2)}" for i in range(teeth))
    return f"M{MARGIN} {number(y)}{lines}"


def number(value: float) -> str:
    """Return a coordinate to a hundredth, without needless zeros."""
    text = repr(round(value, 2))
    return text.removesuffix(".0")
