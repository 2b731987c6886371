"""
Text of somebody else's, before it is printed: what acts or hides is shown by its code.

Nothing is lost: ``shown`` and ``as_it_was`` are inverse to one another, whatever the text.
"""

from __future__ import annotations

import re
from typing import Final

_ACTING: Final = (
    # Controls but the tab and the line end, marks that turn the direction of a line, halves of
    # characters, and the two codes that are no characters in XML.
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufffe\uffff"
)
_TO_SHOW: Final = re.compile(rf"[{_ACTING}]|\[(?=U\+[0-9A-F]{{4,6}}\])")
_SHOWN: Final = re.compile(r"\[U\+([0-9A-F]{4,6})\]")
_ESCAPED: Final = re.compile(f"[{_ACTING}]")


def shown(text: str) -> str:
    """
    Return the text with every character that acts or hides as its code, ``[U+202E]``.

    A bracket that opens such a code in the text itself is written as its code, too.
    """
    return _TO_SHOW.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def as_it_was(text: str) -> str:
    """Return the text of which ``shown`` made this one."""
    return _SHOWN.sub(lambda found: chr(int(found[1], 16)), text)


def escaped_json(text: str) -> str:
    """Return JSON text that holds the same values, with no such character as it is."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
