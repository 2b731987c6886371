"""
A sheet that shapes and letters are put on, and the SVG it becomes.

What is put later lies above. Coordinates are in units of a pixel, from the upper left corner.
Whatever text comes in, nothing of it becomes markup, and the same sheet gives the same bytes.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final
from zlib import crc32

from slarules.picture.lettering import FONTS
from slarules.picture.paint import SCOPE, filled, outlined, style

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


def printed(text: str, /) -> str:
    """Return a text that is safe between tags and inside an attribute."""
    return escape(_UNFIT.sub("\ufffd", text))


class Sheet:
    """Shapes and letters in the order they are put, and how far down they reach."""

    def __init__(self) -> None:
        self._shapes: list[str] = []
        self.bottom = float(MARGIN)
        """Where the next block begins."""

    def box(
        self,
        x: float,
        y: float,
        size: tuple[float, float],
        attributes: dict[str, str],
        **more: object,
    ) -> None:
        """Put a rectangle; ``more`` are attributes like ``rx`` and ``stroke_dasharray``."""
        place = {"x": x, "y": y, "width": size[0], "height": size[1]}
        self._put("rect", {**place, **attributes, **more})

    def path(self, path: str, attributes: dict[str, str], **more: object) -> None:
        """Put a path, given as SVG writes one."""
        self._put("path", {"d": path, **attributes, **more})

    def disc(self, x: float, y: float, radius: float, attributes: dict[str, str]) -> None:
        """Put a circle."""
        self._put("circle", {"cx": x, "cy": y, "r": radius, **attributes})

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
        more: dict[str, object] = {"x": x, "y": y, "font-size": size, **filled(role)}
        if bold:
            more["font-weight"] = "bold"
        if anchor != "start":
            more["text-anchor"] = anchor
        self._shapes.append(f"<text{_written(more)}>{printed(text)}</text>")

    def paragraph(
        self, lines: Sequence[str], size: float, *, role: str = "ink", bold: bool = False
    ) -> None:
        """Put lines of letters below all there is."""
        for line in lines:
            self.bottom += size * LEADING
            self.letters(MARGIN, self.bottom - size * 0.3, line, size, role=role, bold=bold)

    def _put(self, name: str, attributes: dict[str, object]) -> None:
        self._shapes.append(f"<{name}{_written(attributes)}/>")

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
        root: dict[str, object] = {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": SCOPE,
            "viewBox": f"0 0 {WIDTH} {_number(height)}",
            "width": WIDTH,
            "height": height,
            "role": "img",
            "lang": language.value,
            "aria-labelledby": f"{name}-title",
            "aria-describedby": f"{name}-desc",
            "font-family": FONTS,
            "style": "max-width:100%;height:auto",
        }
        paper: dict[str, object] = {"width": WIDTH, "height": height, **filled("paper")}
        parts = [
            f"<svg{_written(root)}>",
            f'<title id="{name}-title">{printed(title)}</title>',
            f'<desc id="{name}-desc">{printed(said)}</desc>',
            f"<style>{style()}</style>",
            f"<rect{_written(paper)}/>",
            *self._shapes,
            "</svg>",
        ]
        return "\n".join(parts) + "\n"


def hatching(x: float, y: float, size: tuple[float, float], step: float) -> str:
    """Return the path of slanting lines that fill a rectangle, each cut at its edges."""
    wide, high = size
    lines: list[str] = []
    at = step
    while at < wide + high:
        x1, y1 = (at, 0.0) if at <= wide else (wide, at - wide)
        x2, y2 = (0.0, at) if at <= high else (at - high, high)
        lines.append(f"M{_number(x + x1)} {_number(y + y1)}L{_number(x + x2)} {_number(y + y2)}")
        at += step
    return "".join(lines)


def upright(x: float, y: float, size: tuple[float, float], step: float) -> str:
    """Return the path of upright lines that fill a rectangle."""
    wide, high = size
    lines: list[str] = []
    at = step / 2
    while at < wide:
        lines.append(f"M{_number(x + at)} {_number(y)}v{_number(high)}")
        at += step
    return "".join(lines)


def diamond(x: float, y: float, radius: float) -> str:
    """Return the path of a square that stands on its corner."""
    r = _number(radius)
    return f"M{_number(x)} {_number(y - radius)}l{r} {r}l-{r} {r}l-{r} -{r}z"


def stem(x: float, top: float, bottom: float) -> str:
    """Return the path of an upright line."""
    return f"M{_number(x)} {_number(top)}V{_number(bottom)}"


def zigzag(y: float, tooth: float) -> str:
    """Return the path of a torn edge across the sheet."""
    teeth = int(ROOM / tooth)
    wide = _number(ROOM / teeth)
    lines = "".join(
        f"l{wide} {'-' if i % 2 == 0 else ''}{_number(tooth / 2)}" for i in range(teeth)
    )
    return f"M{MARGIN} {_number(y)}{lines}"


def thin(role: str = "edge", fill: str = "") -> dict[str, str]:
    """Return the attributes of a shape with a thin outline."""
    return outlined(role, fill) | {"stroke-width": "1"}


def _written(attributes: dict[str, object]) -> str:
    return "".join(
        f' {name.replace("_", "-")}="{_value(value)}"' for name, value in attributes.items()
    )


def _value(value: object) -> str:
    return _number(value) if isinstance(value, (int, float)) else printed(str(value))


def _number(value: float) -> str:
    """Return a coordinate to a hundredth, without needless zeros."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
