"""
The text of a contract as a machine compares it: paragraphs, words, fingerprints.

Two copies of one paragraph have the same words however they were typed: the look of letters,
spaces, dashes, quotes and line ends does not count, nor does any punctuation. A word that was
changed, a number above all, does. Nothing here reads a file, and nothing here holds the text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from slarules.record import Record

TITLES: Final = (
    "Техническая поддержка",
    "Контактная информация и режим работы службы поддержки",
    "Сайт поддержки",
    "Описание услуг службы поддержки",
    "Инцидентная поддержка",
)
"""The headings of the sections, 0 to 4; the paragraphs below them have no numbers of their own."""

HASH_LENGTH: Final = 6
"""Hexadecimal digits kept of the hash of a word: enough to compare within a paragraph."""

# Latin letters, case-folded, that look like a Cyrillic one in either case: «А», «В», «Н», «р», …
_LOOK_ALIKE: Final = str.maketrans("abcehkmoptxy", "авсенкмортху") | {ord("ё"): "е"}
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_DASHES: Final = "\u2010-\u2015\u2212\u2043-"
# A dash after two letters and before a third is a hyphen or the break of a line, and both go:
# «веб-интерфейс» is one word wherever it is broken. One letter and a dash open an item of a list.
_HYPHEN: Final = re.compile(rf"(?<=[^\W\d_]{{2}})[{_DASHES}]\s*(?=[^\W\d_])")
# What a soft hyphen leaves where a program broke the line: not a hyphen one types, and no space.
_SOFT_BREAK: Final = re.compile("\u00ad\\s+")
_WORD: Final = re.compile(r"[^\W_]+")
_LETTERS_END: Final = re.compile(rf"[^\W\d_]{{2}}[{_DASHES}]$")
_LETTER: Final = re.compile(r"[^\W\d_]")
# What continues the paragraph above: an item («A – …», «1. …», «+7 …») or a small first letter.
_ITEM: Final = re.compile(rf"(?:[^\W\d_]\s+[{_DASHES}]\s|\d{{1,2}}[.)]\s|[•*{_DASHES}]\s|\+\d)")
_ENDS: Final = re.compile(r"[.:;!?…][»”\"')\]]*$")


class Paragraph(Record):
    """
    One paragraph of somebody's copy, at the place where it stands there.

    ``section`` is the number of the last heading above it, ``ordinal`` counts from 1 within the
    section, ``line`` is where it begins, counted from 1. The lists below a paragraph are part
    of it.
    """

    section: int
    ordinal: int
    line: int
    text: str

    @property
    def place(self) -> str:
        """The place as the register writes it: section, dot, ordinal."""
        return f"{self.section}.{self.ordinal}"


def normalised(text: str) -> str:
    """
    Return the words of a text, one space between them, as every copy of it gives them.

    Letters are case-folded and brought to their compatibility form (NFKC); «ё» is «е»; Latin
    letters that look like Cyrillic ones become those. Digits stay: «10:00» and «10–00» are the
    words "10" and "00". Punctuation goes, so that a moved comma is no difference.
    """
    whole = _SOFT_BREAK.sub("", text).translate(_INVISIBLE)
    plain = unicodedata.normalize("NFKC", whole)
    plain = unicodedata.normalize("NFKC", plain.casefold())
    return " ".join(_WORD.findall(_HYPHEN.sub("", plain).translate(_LOOK_ALIKE)))


def joins(piece: str, following: str) -> bool:
    """Whether a word goes on after the end of a line: «под-» and «держки»."""
    before, after = (
        unicodedata.normalize("NFKC", text.translate(_INVISIBLE)) for text in (piece, following)
    )
    broken = piece.endswith("\u00ad") or bool(_LETTERS_END.search(before))
    return broken and bool(_LETTER.match(after))


def fingerprint(text: str) -> str:
    """Return the SHA-256 of the normalised text, as 64 hexadecimal digits."""
    from hashlib import sha256

    return sha256(normalised(text).encode()).hexdigest()


def word_hashes(text: str) -> tuple[str, ...]:
    """
    Return a short hash of each normalised word, in order.

    They tell which words of a copy are new and where some are gone, without holding the text.
    """
    from hashlib import sha256

    return tuple(
        sha256(word.encode()).hexdigest()[:HASH_LENGTH] for word in normalised(text).split()
    )


def split(text: str) -> tuple[Paragraph, ...]:
    """
    Return the paragraphs below the heading of section 0, or of the whole text if it has none.

    A line begins a new paragraph unless it continues the one above: as an item of a list, by a
    small first letter, or, with no blank line between, after a line that does not end a sentence.
    """
    titles = {normalised(title): number for number, title in enumerate(TITLES)}
    lines = text.splitlines()
    named = [titles.get(normalised(line)) for line in lines]
    first = named.index(0) if 0 in named else 0  # above it stands the menu of a web page
    section = ordinal = 0
    found: list[tuple[int, int, int, list[str]]] = []
    above = ""  # the line above, blank or not
    for number in range(first, len(lines)):
        line, title = lines[number].strip("\ufeff \t\u00a0"), named[number]
        if title is not None:
            section, ordinal = title, 0
        elif line and ordinal and continues(line, above):
            found[-1][-1].append(line)
        elif line:
            ordinal += 1
            found.append((section, ordinal, number + 1, [line]))
        above = line
    return tuple(
        Paragraph(section=section, ordinal=ordinal, line=line, text="\n".join(parts))
        for section, ordinal, line, parts in found
    )


def continues(line: str, above: str) -> bool:
    """Whether a line goes on with the paragraph of the line above; that may be empty."""
    if _ITEM.match(line) or line[0].islower():
        return True
    return bool(above) and not _ITEM.match(above) and not _ENDS.search(above)
