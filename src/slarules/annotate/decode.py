"""The bytes of a text as a text: the encoding is the one that gives words of the contract."""

from __future__ import annotations

import codecs
import re
from typing import Final

from slarules.annotate.limits import LIMIT, is_readable
from slarules.annotate.stream import stream
from slarules.clause_words import WORDS
from slarules.errors import CopyEncodingError, CopyFileError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC: Final = re.compile("[а-яё]", re.IGNORECASE)
_KNOWN: Final = frozenset(word for words in WORDS.values() for word in words.split())
_SAMPLE: Final = 1 << 16
"""Letters that are looked at for known words."""
_ENOUGH: Final = 8
"""Different words of the contract that cannot come together by chance."""

_TAKEN: Final = ("cp1251", "utf-16-le", "utf-16-be")
# What old programs write. They are named in the refusal, and not guessed at.
_OLD: Final = ("cp866", "koi8-r", "mac-cyrillic")


def decode(content: bytes, what: str) -> str:
    """
    Return the text of some bytes.

    UTF-8, UTF-16 or Windows-1251, with a byte order mark or without. A text that is UTF-8 is
    that, whatever it says; another encoding counts only if it gives words of the contract.

    Raises:
        CopyFileError: There are too many bytes, or zero bytes in a text of one byte a letter.
        CopyEncodingError: No encoding fits; one that would, is named.
    """
    if len(content) > LIMIT:
        raise CopyFileError(what, f"has more than {LIMIT} bytes, and no copy of the contract does")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = _strict(content, encoding)
            if text is None:
                raise CopyEncodingError(what, content[:64])
            return _without_zeros(text, what)
    text = _strict(content, "utf-8")
    if text is None or "\0" in text:
        best = max((*_TAKEN, *_OLD), key=lambda name: _known_words(content, name))
        if _known_words(content, best) < _ENOUGH:
            best = ""
        if best in _TAKEN:
            text = _strict(content, best)
        elif text is None:
            raise CopyEncodingError(what, content[:64], best or None)
    assert text is not None
    return _without_zeros(text, what)


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _known_words(content: bytes, encoding: str) -> int:
    """Return how many different Cyrillic words of the contract an encoding gives."""
    text = _strict(content, encoding)
    if text is None or not is_readable(text[:_SAMPLE]):
        return 0
    shown = stream(text[:_SAMPLE]).shown
    return sum(word in _KNOWN and bool(_CYRILLIC.search(shown[word])) for word in shown)


def _without_zeros(text: str, what: str) -> str:
    if "\0" in text:
        raise CopyFileError(what, "has zero bytes in it: it is no text, or was cut or damaged")
    return text
