"""What is asked of every picture: that it fits, and that it can be read."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from slarules.picture.lettering import width
from tests.drawn import boxes, contrast, number, palettes, texts

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET


def assert_it_fits(root: ET.Element) -> None:
    """Every text lies on the sheet, and inside the cell it begins in."""
    wide, high = number(root, "width"), number(root, "height")
    small = [box for box in boxes(root) if box.wide < wide / 2 and box.high > 8]
    for one in texts(root):
        room = width(one.text, one.size, bold=one.bold)
        left = one.left(room)
        assert left >= 0, one
        assert left + room <= wide, one
        assert 0 < one.y < high, one
        around = [box for box in small if box.holds(one.x, one.y - 1)]
        if around:
            assert left + room <= max(box.x + box.wide for box in around) + 0.5, one


def assert_no_letters_meet(root: ET.Element) -> None:
    """No two texts on one line overlap."""
    lines: dict[float, list[tuple[float, float, str]]] = {}
    for one in texts(root):
        room = width(one.text, one.size, bold=one.bold)
        left = one.left(room)
        lines.setdefault(one.y, []).append((left, left + room, one.text))
    for line in lines.values():
        for before, after in pairwise(sorted(line)):
            assert before[1] <= after[0] + 0.5, (before, after)


def assert_it_can_be_read(root: ET.Element) -> None:
    """Letters stand out from what they stand on by 4.5 to 1, on paper, in light and in dark."""
    light, dark = palettes(root)
    assert light.keys() == dark.keys()
    seen: set[tuple[str, str]] = set()
    for one in texts(root):
        assert one.role, one
        seen.add((one.role, one.on))
    assert seen
    for role, on in seen:
        for scheme in (light, dark):
            assert contrast(scheme[role], scheme[on]) >= 4.5, (role, on)
    for shape in root.iter():
        for kind, attribute in (("f", "fill"), ("s", "stroke")):
            for name in shape.get("class", "").split():
                if name.startswith(f"{kind}-"):
                    assert shape.get(attribute) == light[name[2:]]
