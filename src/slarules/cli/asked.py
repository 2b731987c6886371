"""What was typed, as values: moments with their offset, categories, languages."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, datetime
from typing import Final

from slarules.errors import LookalikeLetterError, MomentTextError, NaiveTextError
from slarules.terms import Category

_LOOKALIKES: Final = {"А": "A", "В": "B", "С": "C", "Е": "E"}
"""Cyrillic letters that look like the Latin ones categories are named with."""


def moment_of(text: str, what: str) -> datetime:
    """
    Return the moment that ISO 8601 text names.

    Raises:
        MomentTextError: It is no date and time, or none a clock can show.
        NaiveTextError: It has no offset.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise MomentTextError(what, text, "is no date and time") from None
    if moment.utcoffset() is None:
        raise NaiveTextError(what, text, "has no time zone")
    if moment.year in {MINYEAR, MAXYEAR}:
        raise MomentTextError(what, text, "is beyond every clock")
    return moment


def category_of(text: str) -> Category:
    """
    Return the category a letter names.

    Raises:
        LookalikeLetterError: The letter is Cyrillic. «В» may be meant for the Latin B or for
            the third of «А, Б, В», so it is not guessed.
        UnknownWordError: There is no such category.
    """
    if text in _LOOKALIKES:
        raise LookalikeLetterError("category", text, [category.value for category in Category])
    return Category.of(text)
