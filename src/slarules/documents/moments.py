"""
Moments, dates and hours as text: ISO 8601, one way to write each, strict when read.

A moment in UTC ends in Z. Any other carries the offset of its zone; a document whose moments are
on the clock of a named zone names it once, and what is read is on that clock again.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

if TYPE_CHECKING:
    from datetime import tzinfo

_DATE: Final = r"\d{4}-\d{2}-\d{2}"
_CLOCK: Final = r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?"
_DATE_TEXT: Final = re.compile(_DATE, re.ASCII)
_CLOCK_TEXT: Final = re.compile(_CLOCK, re.ASCII)
_OFFSET_TEXT: Final = re.compile(r"UTC([+-])([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?", re.ASCII)
_MOMENT_TEXT: Final = re.compile(
    rf"({_DATE}T{_CLOCK})(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?", re.ASCII
)


_FIRST: Final = datetime(1, 1, 2)  # noqa: DTZ001 - on any clock
_LAST: Final = datetime(9999, 12, 30)  # noqa: DTZ001
"""Moments between the two can be told on every clock of the world."""


def is_writable(moment: datetime) -> bool:
    """Return whether every clock of the world can show the moment."""
    return _FIRST <= moment.replace(tzinfo=None) <= _LAST


def moment_text(moment: datetime) -> str:
    """Write an aware moment: 2026-11-23T08:00:00Z, or with its offset where it is not in UTC."""
    if moment.tzinfo is UTC:
        return f"{moment.replace(tzinfo=None).isoformat()}Z"
    return moment.isoformat()


def read_moment(text: str, zone: ZoneInfo | None) -> datetime:
    """
    Read a moment: in UTC where it ends in Z, else on the clock of the zone, or of its offset.

    Raises ValueError with what is wrong.
    """
    found = _MOMENT_TEXT.fullmatch(text)
    if found is None:
        if _DATE_TEXT.fullmatch(text):
            raise ValueError("is a day; a moment is date, hour and offset: 2026-11-23T11:00+03:00")
        raise ValueError("is no moment; write date, hour and offset: 2026-11-23T11:00+03:00")
    if found[2] is None:
        raise ValueError("has no time zone; say whose clock it is: +03:00, or Z for UTC")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"is no moment: {error}") from None
    if not is_writable(moment):
        raise ValueError(f"is not between {_FIRST} and {_LAST}")
    instant = moment.astimezone(UTC)
    if found[2] == "Z":
        return instant
    if zone is None:
        return moment
    there = instant.astimezone(zone)
    if there.utcoffset() != moment.utcoffset():
        raise ValueError(f"is not what the clock of {zone.key} shows then: {there.isoformat()}")
    return there


def read_date(text: str) -> date:
    """Read a day: 2026-11-23. Raises ValueError with what is wrong."""
    if _DATE_TEXT.fullmatch(text) is None:
        raise ValueError("is no date; write it 2026-11-23")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"is no date: {error}") from None


def read_clock(text: str) -> time:
    """Read an hour of the day: 19:00 or 19:00:00. Raises ValueError with what is wrong."""
    if _CLOCK_TEXT.fullmatch(text) is None:
        raise ValueError("is no hour of the day; write it 19:00")
    return time.fromisoformat(text)


def read_zone(text: str) -> tzinfo:
    """
    Return the zone of that name: Europe/Moscow, or UTC+03:00 for a bare offset.

    Raises ValueError with what is wrong.
    """
    found = _OFFSET_TEXT.fullmatch(text)
    if found is not None:
        offset = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
        return timezone(-offset if found[1] == "-" else offset)
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("is no zone of the zone database; write it Europe/Moscow") from None
