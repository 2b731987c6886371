"""
One table of a TOML document, read key by key: what is wrong is collected, never guessed.

Each reader returns the value, or a value of its kind that will not be used, because a document
with any problem is refused as a whole.
"""

from __future__ import annotations

import codecs
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, TypeVar
from zoneinfo import ZoneInfo

from slarules.errors import UnknownWordError, UnknownZoneError
from slarules.terms import Severity, Text, Word

if TYPE_CHECKING:
    from collections.abc import Mapping

WordT = TypeVar("WordT", bound=Word)

_NOT_OF_FILES: Final = frozenset(
    {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
)
"""Codecs of names and of program text: what they give need not be whole characters."""

_PROBE: Final = datetime(2001, 2, 3, 16, 5, tzinfo=UTC)
"""A moment whose year, month, day, hour and minute differ: a time format must bring it back."""
_YEAR: Final = re.compile(r"%[YyGcx]")
"""What in a time format stands for the year, alone or with the rest of a date."""


class Table:
    """A table of the document, its path for messages, and where to put what is wrong."""

    def __init__(self, content: Mapping[str, Any], path: str, problems: list[str]) -> None:
        self._content = content
        self._path = path
        self._problems = problems
        self._read: set[str] = set()

    def refuse(self, key: str, problem: str) -> None:
        """Note what is wrong with one key, or with the table."""
        path = ".".join(part for part in (self._path, key) if part)
        self._problems.append(f"{path} {problem}")

    def refuse_the_rest(self) -> None:
        """Note every key nobody has read: a misspelt key is an assumption nobody made."""
        for key in self._content:
            if key not in self._read:
                self.refuse(key, "is not a key of the mapping")

    def names(self) -> tuple[str, ...]:
        """Return the keys of the table, in their order."""
        return tuple(self._content)

    def peek(self, key: str) -> object:
        """Return what stands there, whatever it is, without reading it."""
        return self._content.get(key)

    def table(self, key: str, *, needed: bool = True) -> Table:
        """Return a table below this one; an empty one where it is absent."""
        self._read.add(key)
        path = f"{self._path}.{key!r}" if self._path else key
        content = self._content.get(key)
        if content is None:
            if needed:
                self.refuse(key, "is missing")
            content = {}
        if not isinstance(content, dict):
            self.refuse(key, "must be a table")
            content = {}
        return Table(content, path, self._problems)

    def text(self, key: str) -> str:
        """Return a string that must be there, with something in it."""
        if key not in self._content:
            self._read.add(key)
            self.refuse(key, "is missing")
        return self.optional_text(key) or ""

    def optional_text(self, key: str) -> str | None:
        """Return a string with something in it, or nothing where the key is absent."""
        self._read.add(key)
        value = self._content.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.refuse(key, "must be a string, not empty")
            return None
        return value

    def word(self, key: str, words: type[WordT], *, needed: bool = False) -> WordT | None:
        """Return a member of a closed set by its id."""
        value = self.text(key) if needed else self.optional_text(key)
        if not value:
            return None
        try:
            return words.of(value)
        except UnknownWordError as unknown:
            self.refuse(key, f"is {value!r:.60}, known are {', '.join(unknown.known)}")
            return None

    def level(self, key: str) -> Severity | None:
        """Return a level of severity by its number."""
        self._read.add(key)
        value = self._content.get(key)
        try:
            return Severity(value)
        except ValueError:
            known = ", ".join(str(level.value) for level in Severity)
            self.refuse(key, f"is {value!r:.60}, known are {known} and 'none'")
            return None

    def character(self, key: str, usual: str, *, empty: bool = False) -> str:
        """Return one character that can part or quote cells; ``usual`` where none is named."""
        self._read.add(key)
        value = self._content.get(key, usual)
        if empty and value == "":
            return ""
        if not isinstance(value, str) or len(value) != 1 or value in "\r\n\0 ":
            self.refuse(key, "must be one character, not a space or a line end")
            return usual
        return value

    def encoding(self, key: str) -> str:
        """Return the name of a text encoding; UTF-8 with or without its mark is one."""
        value = self.text(key) or "utf-8"
        known = False
        try:
            known = codecs.lookup(value).name not in _NOT_OF_FILES
            codecs.getincrementaldecoder(value)
            b"0".decode(value)  # refuses codecs that are not of text
        except UnicodeDecodeError:
            pass  # half a character, in an encoding of wide ones
        except (LookupError, ValueError):
            known = False
        if not known:
            self.refuse(key, f"is {value!r:.60}, which is no text encoding")
        if value.lower().replace("_", "-") in {"utf-8", "utf8"}:
            return "utf-8-sig"
        return value

    def formats(self, key: str, iso: str) -> tuple[str, ...]:
        """Return one time format or several; each must bring a whole moment back."""
        self._read.add(key)
        value = self._content.get(key)
        formats = [value] if isinstance(value, str) else value
        if (
            not isinstance(formats, list)
            or not formats
            or not all(isinstance(one, str) for one in formats)
        ):
            self.refuse(key, f"must be {iso!r}, or a time format, or several")
            return ()
        for one in formats:
            if one != iso and not _reads_back(one):
                self.refuse(key, f"{one!r:.60} does not read a whole date and time")
        return tuple(formats)

    def dates(self, key: str, iso: str) -> tuple[str, ...]:
        """Return the date formats; ISO 8601 where none is named."""
        self._read.add(key)
        value = self._content.get(key, iso)
        formats = [value] if isinstance(value, str) else value
        if (
            not isinstance(formats, list)
            or not formats
            or not all(isinstance(one, str) for one in formats)
        ):
            self.refuse(key, f"must be {iso!r}, or a date format, or several")
            return ()
        for one in formats:
            if one != iso and not _reads_date_back(one):
                self.refuse(key, f"{one!r:.60} does not read a whole date")
        return tuple(formats)

    def zone(self, key: str) -> str | None:
        """Return the name of a zone of the zone database, or nothing where none is named."""
        name = self.optional_text(key)
        if name is not None:
            find_zone(name)
        return name

    def sentence(self, key: str) -> Text | None:
        """Return a sentence in Russian and English; a bare string stands for both."""
        self._read.add(key)
        value = self._content.get(key)
        return None if value is None else self._sentence(key, value)

    def sentences(self, key: str) -> tuple[Text, ...]:
        """Return a list of such sentences."""
        self._read.add(key)
        value = self._content.get(key, [])
        if not isinstance(value, list):
            self.refuse(key, "must be a list of sentences")
            return ()
        return tuple(self._sentence(key, one) for one in value)

    def _sentence(self, key: str, value: object) -> Text:
        ru, en = (value, value) if isinstance(value, str) else (None, None)
        if isinstance(value, dict) and set(value) == {"ru", "en"}:
            ru, en = value["ru"], value["en"]
        if isinstance(ru, str) and isinstance(en, str) and ru.strip() and en.strip():
            return Text(ru, en)
        self.refuse(key, "must be a sentence, or one each under ru and en")
        return Text("", "")


def find_zone(name: str) -> ZoneInfo:
    """Return the zone of that name, or refuse the name."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError):  # a folder of zones, an odd path, no such key
        raise UnknownZoneError(name) from None


def _reads_back(written: str) -> bool:
    """Return whether the format reads a whole date, hour and minute, and no zone by its name."""
    if "%Z" in written:  # strptime reads the letters and then forgets them
        return False
    read = _probed(written)
    return read is not None and read.replace(tzinfo=UTC) == _PROBE


def _reads_date_back(written: str) -> bool:
    """Return whether the format reads a whole date."""
    read = _probed(written)
    return read is not None and read.date() == _PROBE.date()


def _probed(written: str) -> datetime | None:
    """Return what the format reads of the moment it has itself written; None if it cannot."""
    if not _YEAR.search(written.replace("%%", "")):
        return None  # from Python 3.13 on strptime warns of a day and month without their year
    try:
        return datetime.strptime(_PROBE.strftime(written), written)  # noqa: DTZ007 - a probe
    except (ValueError, TypeError, re.error):  # a part that is named twice, say
        return None
