"""
The colours of a picture, in light and in dark; print is light. Nothing is told by colour alone.

Every shape carries its light colour as an attribute, which is what print and plain renderers of
SVG see, and the class of its role, by which a screen may change it. Attributes are text, ready to
stand in a tag.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SCOPE: Final = "slarules-picture"
"""The class of every picture: its style sheet reaches nothing else of a page."""

# fmt: off
COLOURS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType({
    # role         light      dark
    "paper":     ("#ffffff", "#14181d"),  # what everything lies on
    "ink":       ("#1b1f24", "#e9ecef"),  # letters, and shapes as strong as letters
    "quiet":     ("#4b545e", "#b6bfc9"),  # letters of less weight
    "edge":      ("#7d8791", "#828d98"),  # outlines of cells, hatching
    "off":       ("#eceef1", "#272d35"),  # a day off
    "service":   ("#7fa6c9", "#4a7297"),  # service hours
    "counted":   ("#1d4f7c", "#a5cff3"),  # a day that is counted, time that is used up
    "due":       ("#9c1c17", "#ffa59d"),  # the moment that was computed
})
# fmt: on
"""Roles with their colours in light and in dark."""


@cache
def filled(role: str) -> str:
    """Return the attributes of a shape, or of letters, filled with a role's colour."""
    return f' class="f-{role}" fill="{COLOURS[role][0]}"'


@cache
def outlined(role: str, fill: str = "", *, width: float = 1) -> str:
    """Return the attributes of a shape drawn in a role's colour, filled with another or empty."""
    classes = f"s-{role} f-{fill}" if fill else f"s-{role}"
    inside = COLOURS[fill][0] if fill else "none"
    thick = f' stroke-width="{width:g}"' if width != 1 else ""
    return f' class="{classes}" stroke="{COLOURS[role][0]}" fill="{inside}"{thick}'


def dashed(pattern: str) -> str:
    """Return the attribute of a line that is broken: lengths of dashes and of what is between."""
    return f' stroke-dasharray="{pattern}"'


@cache
def style() -> str:
    """
    Return the style sheet of a picture: the colours of a screen, which print does not see.

    A page may choose for itself, with ``data-theme="light"`` or ``"dark"`` on any element around
    the picture, or by setting the variables ``--slarules-…``.
    """
    light, dark = _variables(0), _variables(1)
    rules = "".join(
        f".{SCOPE} .f-{role}{{fill:var(--{role})}}.{SCOPE} .s-{role}{{stroke:var(--{role})}}"
        for role in COLOURS
    )
    return (
        f"@media screen{{.{SCOPE}{{{light}}}{rules}[data-theme=dark] .{SCOPE}{{{dark}}}}}"
        f"@media screen and (prefers-color-scheme:dark){{.{SCOPE}{{{dark}}}"
        f"[data-theme=light] .{SCOPE}{{{light}}}}}"
    )


def _variables(scheme: int) -> str:
    """Return the variable of each role in a scheme; a page may have set another colour for it."""
    return ";".join(
        f"--{role}:var(--slarules-{role},{colours[scheme]})" for role, colours in COLOURS.items()
    )


PROJECTED: Final = dashed("2 3")
"""How the outline of what is not decreed yet is broken."""
ROUNDED: Final = ' rx="3"'
"""The attribute of a rectangle with round corners."""
