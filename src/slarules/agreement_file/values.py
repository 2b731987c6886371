"""
The values an agreement's file is written in: how each is read, written, and told to a program.

A reader is strict: it gives the value or raises ValueError with what is wrong. What to write
instead is said once, in ``wanted``.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date, datetime, time
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from slarules.errors import ServiceHoursError
from slarules.parameters import MIDNIGHT, Hours, Interval, checked_hours
from slarules.record import Record
from slarules.terms import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from slarules.terms import Word

_CLOCK: Final = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?", re.ASCII)
_END_OF_DAY: Final = "24:00"
_MOST_SHOWN: Final = 60
_MOST_DIGITS: Final = 10**18
_HUNDRED: Final = 100
_MOST: Final = 100_000_000
"""More minutes than a calendar of two lifetimes has."""
_LOOKALIKES: Final = MappingProxyType({"А": "A", "В": "B", "С": "C", "Е": "E"})
"""Cyrillic letters that look like those of the categories."""


class Kind(Record):
    """One kind of value."""

    wanted: str
    """What to write, with an example."""
    schema: Mapping[str, Any]
    """What JSON Schema says of it; dates are strings there."""
    read: Callable[[Any], Any]
    """Raises ValueError with what is wrong."""
    write: Callable[[Any], str]
    """The value as TOML."""


def described(value: object) -> str:
    """Return a value of TOML for a message, never long."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if abs(value) < _MOST_DIGITS else "a number of very many digits"
        case dict():
            return "a table"
        case list():
            shown = f"[{', '.join(map(described, value[:7]))}{', …' if value[7:] else ''}]"
            return shown if len(shown) <= _MOST_SHOWN else "a list"
        case date() | time():
            return value.isoformat()
        case _:
            return f"{value!r:.{_MOST_SHOWN}}"


def text_of(value: str) -> str:
    """Return text as a TOML string."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def clock_of(clock: time) -> str:
    """Return an hour of the day: 12:00, 12:00:30."""
    return clock.isoformat().removesuffix(":00") if clock.second == 0 else clock.isoformat()


def list_of(items: Iterable[str]) -> str:
    """Return a list of values already written."""
    return f"[{', '.join(items)}]"


def hours_text(hours: Hours) -> str:
    """Return the hours of a day as TOML; none is a day off."""
    return list_of(text_of(_interval_text(interval)) for interval in hours)


def _interval_text(interval: Interval) -> str:
    closes = _END_OF_DAY if interval.closes == MIDNIGHT else clock_of(interval.closes)
    return f"{clock_of(interval.opens)}-{closes}"


def _read_text(value: object) -> str:
    if type(value) is not str or not value.strip():
        raise ValueError("must be text, not empty")
    return value


def _read_zone(value: object) -> str:
    name = _read_text(value)
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        raise ValueError("is no zone of the zone database") from None
    return name


def _read_clock(value: object) -> time:
    if type(value) is time:
        return value
    if type(value) is not str or _CLOCK.fullmatch(value) is None:
        raise ValueError("is no hour of the day")
    return time.fromisoformat(value)


def _read_cutoff(value: object) -> time:
    clock = _read_clock(value)
    if clock.microsecond:
        raise ValueError("is no whole second")
    return clock


def _read_hours(value: object) -> Hours:
    if type(value) is not list:
        raise ValueError("must be a list of intervals")
    try:
        return checked_hours(tuple(map(_read_interval, value)), "the day")
    except ServiceHoursError as error:
        raise ValueError(f"{error.what}: {error.given}") from None


def _read_interval(value: object) -> Interval:
    text = _read_text(value).replace("\N{EN DASH}", "-")
    opens, dash, closes = (part.strip() for part in text.partition("-"))
    bounds = [opens, "00:00" if closes == _END_OF_DAY else closes]
    if not dash or not all(_CLOCK.fullmatch(bound) for bound in bounds):
        raise ValueError(f"{described(value)} is no interval of hours")
    if closes != _END_OF_DAY and time.fromisoformat(closes) <= time.fromisoformat(opens):
        raise ValueError(f"{described(value)} closes before it opens")
    return Interval(*map(time.fromisoformat, bounds))


def _read_count(value: object) -> int:
    if type(value) is not int:
        raise ValueError("must be a whole number")
    if value < 1:
        raise ValueError("is less than 1")
    if value > _MOST:
        raise ValueError("is longer than any calendar")
    return value


def _read_shares(value: object) -> tuple[int, ...]:
    if type(value) is not list or not all(type(share) is int for share in value):
        raise ValueError("must be a list of whole numbers")
    if not all(0 < share < _HUNDRED for share in value):
        raise ValueError("holds a share that is not from 1 to 99")
    if sorted(set(value)) != value:
        raise ValueError("is out of order, or repeats a share")
    return tuple(value)


def _read_date(value: object) -> date:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError("is no date")  # noqa: TRY004 - what every reader of a value raises
    return value


def _read_dates(value: object) -> tuple[date, ...]:
    if type(value) is not list:
        raise ValueError("must be a list of dates")
    days = tuple(map(_read_date, value))
    if len(set(days)) < len(days):
        twice = next(day for day, times in Counter(days).items() if times > 1)
        raise ValueError(f"names {twice} twice")
    return days


def _dates_text(days: Iterable[date]) -> str:
    return list_of(day.isoformat() for day in days)


def _read_category(value: object) -> Any:
    if type(value) is str and value in _LOOKALIKES:
        raise ValueError("is a Cyrillic letter that looks like the Latin one")
    return _member(Category, value)


def _read_severity(value: object) -> Any:
    if type(value) is not int:  # true is no level
        raise ValueError("must be a whole number")
    return _member(Severity, value)


def _member(words: type[Word], value: object) -> Any:
    for member in words:
        if type(value) is type(member.value) and member.value == value:
            return member
    raise ValueError("is not known")


def choice(words: type[Word]) -> Kind:
    """Return the kind of value that is one id of a closed set."""
    ids = [str(member.value) for member in words]
    return Kind(
        wanted=f"write one of {', '.join(map(text_of, ids))}",
        schema={"enum": ids},
        read=lambda value: _member(words, value),
        write=lambda member: text_of(member.value),
    )


def one_of(*words: str) -> Kind:
    """Return the kind of value that is one of a few words."""

    def read(value: object) -> str:
        if type(value) is not str or value not in words:
            raise ValueError("is not known")
        return value

    return Kind(
        wanted=f"write one of {', '.join(map(text_of, words))}",
        schema={"enum": list(words)},
        read=read,
        write=text_of,
    )


_CLOCK_PATTERN: Final = r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?"
_DATE_SCHEMA: Final = MappingProxyType({"type": "string", "format": "date"})
_NUMBER: Final = MappingProxyType({"type": "integer", "minimum": 1, "maximum": _MOST})

TEXT: Final = Kind(
    wanted="write text in quotes",
    schema={"type": "string", "pattern": r"\S"},
    read=_read_text,
    write=text_of,
)
ZONE: Final = Kind(
    wanted='write a name of the zone database: "Europe/Moscow"',
    schema={"type": "string"},
    read=_read_zone,
    write=text_of,
)
CUTOFF: Final = Kind(
    wanted='write hour and minute: "12:00"',
    schema={"type": "string", "pattern": rf"^{_CLOCK_PATTERN}$"},
    read=_read_cutoff,
    write=lambda clock: text_of(clock_of(clock)),
)
HOURS: Final = Kind(
    wanted='write intervals that do not overlap, or none: ["10:00-13:00", "14:00-24:00"]',
    schema={
        "type": "array",
        "items": {
            "type": "string",
            "pattern": rf"^{_CLOCK_PATTERN}\s*[-–]\s*({_CLOCK_PATTERN}|24:00)$",
        },
    },
    read=_read_hours,
    write=hours_text,
)
COUNT: Final = Kind(
    wanted="write a whole number from 1", schema=_NUMBER, read=_read_count, write=str
)
SHARES: Final = Kind(
    wanted="write per cents from 1 to 99 in order, each once: [50, 75, 90]",
    schema={
        "type": "array",
        "uniqueItems": True,
        "items": {"type": "integer", "minimum": 1, "maximum": 99},
    },
    read=_read_shares,
    write=lambda shares: list_of(map(str, shares)),
)
DATE: Final = Kind(
    wanted="write a date without quotes: 2026-01-01",
    schema=_DATE_SCHEMA,
    read=_read_date,
    write=str,
)
DATES: Final = Kind(
    wanted="write dates without quotes, each once: [2026-12-30, 2026-12-31]",
    schema={"type": "array", "uniqueItems": True, "items": _DATE_SCHEMA},
    read=_read_dates,
    write=_dates_text,
)
CATEGORY: Final = Kind(
    wanted='write one of "A", "B", "C", "D", "E" in Latin letters',
    schema={"enum": [category.value for category in Category]},
    read=_read_category,
    write=lambda category: text_of(category.value),
)
SEVERITY: Final = Kind(
    wanted="write one of 1, 2, 3, 4 without quotes",
    schema={"enum": [severity.value for severity in Severity]},
    read=_read_severity,
    write=lambda severity: str(severity.value),
)
