"""How much a copy may hold; more than that, no copy of the contract has."""

from __future__ import annotations

import unicodedata
from typing import Final

from slarules.errors import CopyFileError

LIMIT: Final = 1 << 17
"""Letters a copy may have, and bytes a text: 128 KiB, seven times what the contract has."""
PARAGRAPHS: Final = 400
"""Paragraphs a copy may have; the contract has 29."""
WORDS: Final = 2_000
"""Words a paragraph may have; the longest of the contract has 118."""
_MARKS: Final = 30
"""Marks over one letter, as many as Unicode's own stream-safe form has."""


def refuse_endless(text: str, what: str) -> None:
    """
    Refuse a text that no copy of the contract can be, before its words are counted.

    Raises:
        CopyFileError: It has too many letters, as they are or unfolded; marks without end over
            one letter; or halves of letters.
    """
    problem = _problem(text)
    if problem:
        raise CopyFileError(what, problem)


def is_readable(text: str) -> bool:
    """Return whether the text could be a copy, as far as its letters go."""
    return not _problem(text)


def _problem(text: str) -> str:
    if len(text) > LIMIT:
        return f"has more than {LIMIT} letters, and no copy of the contract does"
    run = 0
    for char in text:
        run = run + 1 if char > "\u02ff" and unicodedata.combining(char) else 0
        if run > _MARKS:
            return f"has a letter with more than {_MARKS} marks over it: it is no text"
        if "\ud800" <= char <= "\udfff":
            return "has halves of letters in it: it is no text, or was cut or damaged"
    if len(unicodedata.normalize("NFKC", text)) > LIMIT:
        return f"has more than {LIMIT} letters when its ligatures are unfolded"
    return ""
