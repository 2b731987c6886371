"""A drawn picture read back: what stands where, over what, in which colours. Nothing of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

SVG: Final = "{http://www.w3.org/2000/svg}"
_ROLE: Final = re.compile(r"\bf-(\w+)")


class Box(NamedTuple):
    """A rectangle, or a text with the room it was found to take."""

    x: float
    y: float
    wide: float
    high: float
    role: str = ""

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x <= self.x + self.wide and self.y <= y <= self.y + self.high


class Written(NamedTuple):
    """A text where it stands, and the role of what it stands on."""

    x: float
    y: float
    text: str
    size: float
    bold: bool
    anchor: str
    role: str
    on: str

    def left(self, wide: float) -> float:
        return self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own picture


def role_of(one: ET.Element) -> str:
    found = _ROLE.search(one.get("class", ""))
    return found[1] if found else ""


def number(one: ET.Element, name: str) -> float:
    return float(one.get(name, "0"))


def boxes(root: ET.Element) -> list[Box]:
    """Return every rectangle, in the order they are painted."""
    return [box_of(one) for one in root.iter(f"{SVG}rect")]


def box_of(one: ET.Element) -> Box:
    x, y, wide, high = (number(one, name) for name in ("x", "y", "width", "height"))
    return Box(x, y, wide, high, role_of(one))


def texts(root: ET.Element) -> Iterator[Written]:
    """Yield every text with what was painted under it last."""
    under: list[Box] = []
    for one in root:
        if one.tag == f"{SVG}rect" and role_of(one):
            under.append(box_of(one))
        if one.tag != f"{SVG}text":
            continue
        x, y = number(one, "x"), number(one, "y")
        yield Written(
            x,
            y,
            one.text or "",
            number(one, "font-size"),
            one.get("font-weight") == "bold",
            one.get("text-anchor", "start"),
            role_of(one),
            next(box.role for box in reversed(under) if box.holds(x, y - 2)),
        )


def palettes(root: ET.Element) -> tuple[dict[str, str], dict[str, str]]:
    """Return the colour of each role on a light screen and on a dark one, from the style sheet."""
    sheet = root.findtext(f"{SVG}style") or ""
    light, dark = re.findall(r"\{\.slarules-picture\{([^}]*)\}", sheet)
    return tuple(  # type: ignore[return-value]
        dict(re.findall(r"--(\w+):var\(--slarules-\w+,(#[0-9a-f]{6})\)", scheme))
        for scheme in (light, dark)
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
