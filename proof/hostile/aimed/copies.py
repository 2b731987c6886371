"""Copies of the contract, each with one thing in it that a reader has to look for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from proof.hostile.reader import Aimed
from slarules.annotate.limits import LIMIT, PARAGRAPHS, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBER: Final = re.compile(r"(\d+) ?(?:\(([а-я ]+)\))? ([а-я]+)")
"""A number of the contract, its letters where it has them, and what it counts."""


SET: Final = 3
"""One copy of so many is set as a page: that takes longer than to read it."""


def aimed(lines: Sequence[str]) -> tuple[Aimed, ...]:
    """Return copies; most are of a line or several of the contract."""
    longest = max(lines, key=len)
    whole = "\n\n".join(lines)
    same = " ".join(f"имя{number} слово" for number in range(400))
    refused = (
        ("x" * (LIMIT + 1), None, "more bytes than a copy has"),
        (longest, "я" * (LIMIT + 1), "more letters than a copy has"),
        (f"{longest} е" + "\u0301" * 31, None, "marks without end over a letter"),
        (longest, f"{longest} \ud800", "half a letter"),
        ("ﷺ" * (LIMIT // 4), None, "letters that unfold without end"),
        (f"{longest}\n\n" + "Абзац.\n\n" * (PARAGRAPHS + 1), None, "paragraphs without end"),
        (f"{longest}\n\n{'слово ' * (WORDS + 1)}", None, "a paragraph without end"),
    )
    read = (
        (whole, None, "the contract"),
        (whole, whole, "the contract against itself"),
        (f"{longest}\n\n{longest}", None, "a paragraph said twice"),
        (f"{whole}\n\n{longest}", None, "a paragraph said again at the end"),
        (f"{longest}\n\nА {same} б", f"{longest}\n\nА {same}", "one word again and again"),
        *((text, None, why) for text, why in _numbers(whole)),
    )
    return (
        *(Aimed((new.encode(), old), "CopyFileError", why) for new, old, why in refused),
        *(Aimed((_to_set(new).encode(), old), "read", why) for new, old, why in read),
        Aimed((b"x", None), "NotTheContractError", "another text"),
    )


def _to_set(text: str) -> str:
    """Return the copy so long that it is set as a page, too."""
    return text + "\n" * (-len(text) % SET)


def _numbers(whole: str) -> Iterator[tuple[str, str]]:
    """Yield the contract with what its numbers count, or how they are written, changed."""
    for written, why in (
        (r"\1 неделя", "other units"),
        (r"\2 \3", "numbers in letters alone"),
        (r"\1 (двадцать пять) \3", "other letters"),
        (r"двадцать пять \3", "letters in the place of digits"),
        (r"\1 \3", "digits alone"),
        (r"\3", "no numbers"),
        (r"0\1 \3", "a zero before them"),
        (r"\1 \3 или 7 дней", "numbers more"),
    ):
        yield _NUMBER.sub(written, whole), why
