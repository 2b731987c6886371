"""
Days off of countries other than Russia: the one module that imports ``holidays``.

The package is imported when it is first asked, so that the Russian calendar never pays for it.
What it says of coming years is its authors' expectation: it does not tell a settled day from an
expected one, and neither can an answer from here. Whoever builds a calendar from these days says
through which date he takes them as settled.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from slarules.days import DayKind, SpecialDay
from slarules.errors import (
    CalendarRangeError,
    MissingPackageError,
    RussianDaysError,
    UnknownCountryError,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from slarules.terms import Language

_RUSSIA: Final = frozenset({"RU", "RUS", "RUSSIA"})


def country_days_off(
    country: str,
    first: date,
    last: date,
    subdivision: str | None = None,
    *,
    language: Language | None = None,
) -> tuple[SpecialDay, ...]:
    """
    Return the public holidays of a country, and the weekend days it works, in order.

    Args:
        country: Its ISO 3166-1 code ("KZ").
        first: The first day asked for.
        last: The last day asked for, inclusive.
        subdivision: The ISO 3166-2 code of a part, without the country ("BY" for Bavaria).
        language: The language of the names where they exist in it; else the country's own.

    Raises:
        CalendarRangeError: The package knows nothing of a year of the range.
        MissingPackageError: ``holidays`` is not installed.
        RussianDaysError: Russia was asked for; its days are in ``russia.py``.
        UnknownCountryError: The package does not know the country or the part.
    """
    if country.upper() in _RUSSIA:
        raise RussianDaysError(country)
    source = _source()
    years = range(first.year, last.year + 1)
    try:
        known = source.country_holidays(country, subdiv=subdivision)
        # Named always: left out, the package would look for the language in the environment.
        speaks = _language_code(known.supported_languages, language) or known.default_language
        known = source.country_holidays(country, subdiv=subdivision, years=years, language=speaks)
    except NotImplementedError:
        raise UnknownCountryError(country, subdivision) from None
    if first.year < known.start_year or last.year > known.end_year:
        raise CalendarRangeError(
            f"{country} {first} … {last}",
            date(known.start_year, 1, 1),
            date(known.end_year, 12, 31),
        )
    named = dict(known.items())
    worked = set(known.weekend_workdays) - named.keys()
    days = [SpecialDay(day, DayKind.HOLIDAY, off=True, name=name) for day, name in named.items()]
    days += [SpecialDay(day, DayKind.WORKED_WEEKEND, off=False) for day in worked]
    return tuple(sorted((one for one in days if first <= one.day <= last), key=lambda one: one.day))


def _source() -> Any:
    """Return the package ``holidays``."""
    try:
        import holidays
    except ImportError:
        raise MissingPackageError("holidays", "the days off of other countries") from None
    return holidays


def _language_code(supported: Iterable[str], language: Language | None) -> str | None:
    """Return the code of the language as the package writes it, None if it has no such names."""
    if language is None:
        return None
    codes = (code for code in supported if code.partition("_")[0] == language.value)
    return next(codes, None)
