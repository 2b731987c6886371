"""
Dates and moments as a careful person writes them, in Russian and in English.

A moment is written on the clock of its own zone, and says whose clock that is. An hour that the
clock shows twice, or skips, carries its offset, so that no two moments are written alike.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Final, assert_never

from slarules.cldr import DATE, DATE_AND_WEEKDAY, MONTHS_IN_DATE, WEEKDAYS
from slarules.errors import refuse_naive
from slarules.terms import Language

if TYPE_CHECKING:
    from datetime import date, datetime

CLOCKS: Final = {
    "Europe/Moscow": ("по московскому времени", "Moscow time"),
    "UTC": ("по всемирному времени (UTC)", "UTC"),
}
"""How the clock of a zone is named; other zones are named by their key and offset."""

_FIELD: Final = re.compile(r"'([^']*)'|EEEE|MMMM|d|y")
_PLACES: Final = {"EEEE": "{weekday}", "MMMM": "{month}", "d": "{day}", "y": "{year}"}
_ONE_DAY: Final = timedelta(days=1)


def written_date(day: date, language: Language, /) -> str:
    """Return a date in words: «9 января 2025 г.», "9 January 2025"."""
    return _filled(DATE[language.value], day, language)


def written_day(day: date, language: Language, /) -> str:
    """Return a date with its weekday: «четверг, 9 января 2025 г.», "Thursday, 9 January 2025"."""
    return _filled(DATE_AND_WEEKDAY[language.value], day, language)


def written_moment(moment: datetime, language: Language, /) -> str:
    """
    Return a moment in words: «9 января 2025 г., 19:00 по московскому времени».

    Seconds, and fractions of one, are written where there are any.

    Raises:
        NaiveDatetimeError: The moment has no zone.
    """
    refuse_naive(moment, "the moment")
    return _at(moment, written_date(moment, language), _clock(moment, language), language)


def written_end(moment: datetime, language: Language, /) -> str:
    """
    Return the end of a period in words: midnight is 24:00 of the day that ends with it.

    Raises:
        NaiveDatetimeError: The moment has no zone.

    Source: Civil Code, art. 194(1).
    """
    refuse_naive(moment, "the moment")
    if moment.hour or moment.minute or moment.second or moment.microsecond:
        return written_moment(moment, language)
    return _at(moment, written_date(moment.date() - _ONE_DAY, language), "24:00", language)


def written_act(act: str, language: Language, /) -> str:
    """Return an act as its number and date: «№ 84 от 05.02.2001» for "No. 84 of 05.02.2001"."""
    match language:
        case Language.RU:
            return act.replace("No. ", "№ ").replace(" of ", " от ")
        case Language.EN:
            return act
        case _ as unreachable:
            assert_never(unreachable)


def written_seconds(seconds: int, /) -> str:
    """Return an amount of time as hours, minutes and seconds: 27:05:09."""
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}"


def _filled(pattern: str, day: date, language: Language) -> str:
    """Return a date pattern of CLDR with its fields filled in."""
    return _template(pattern).format(
        weekday=WEEKDAYS[language.value][day.weekday()],
        month=MONTHS_IN_DATE[language.value][day.month - 1],
        day=day.day,
        year=day.year,
    )


@cache
def _template(pattern: str) -> str:
    """Return a pattern with a place for each field; what is quoted in it stands as it is."""
    return _FIELD.sub(lambda found: _PLACES.get(found[0], found[1]), pattern)


def _clock(moment: datetime, language: Language) -> str:
    """Return hours and minutes, and what lies beyond the minute if anything does."""
    text = f"{moment.hour:02}:{moment.minute:02}"  # a third of what strftime takes
    if moment.second or moment.microsecond:
        text += f":{moment.second:02}"
    if moment.microsecond:
        point = "," if language is Language.RU else "."
        text += point + f"{moment.microsecond:06}".rstrip("0")
    return text


def _at(moment: datetime, day: str, clock: str, language: Language) -> str:
    """Return a written day and clock time with the clock they are read on."""
    zone = str(moment.tzinfo)
    if zone not in CLOCKS:
        offset = _offset(moment)
        named = f" ({zone}, {offset})" if getattr(moment.tzinfo, "key", None) else f" ({offset})"
        return f"{day}, {clock}{named}"
    russian, english = CLOCKS[zone]
    named = russian if language is Language.RU else english
    if moment.replace(fold=1 - moment.fold).utcoffset() == moment.utcoffset():
        return f"{day}, {clock} {named}"
    return f"{day}, {clock} {named} ({_offset(moment)})"


def _offset(moment: datetime) -> str:
    """Return how far the clock is from UTC: "UTC+03:00"."""
    offset = moment.utcoffset()
    assert offset is not None
    sign = "-" if offset < timedelta(0) else "+"
    minutes, seconds = divmod(round(abs(offset).total_seconds()), 60)
    return f"UTC{sign}{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
