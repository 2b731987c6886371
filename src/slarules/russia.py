"""
The Russian production calendar: which days of the five-day week are off, worked or shortened.

Through 2027 the days are rows, settled by the Labour Code and the Government's transfers. Later
years follow the standing law alone, and the Government may still move days off in them.

Days the President declared non-working in 2020 and 2021 stand apart: the production calendar
ignores them, and whether they count is a reading of the contract.

Source: Labour Code of the Russian Federation, articles 95, 111 and 112.
"""

from __future__ import annotations

from datetime import MAXYEAR, date, datetime, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from slarules.days import DayKind, SpecialDay
from slarules.errors import CalendarRangeError, WrongTypeError
from slarules.russia_rows import ROWS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

FIRST: Final = date(1999, 1, 1)
"""The first day the rows speak of."""

DECREED_THROUGH: Final = date(2027, 12, 31)
"""The last day settled by an act; what lies after it is projected."""

_FIRST_PROJECTED_YEAR: Final = DECREED_THROUGH.year + 1
_ONE_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5

# fmt: off
HOLIDAYS: Final = (
    # in force (years)   month  days                    name
    (1999, 2004,         1,    (1, 2),                  "new-year"),
    (2005, 2012,         1,    (1, 2, 3, 4, 5),         "new-year-holidays"),
    (2013, MAXYEAR,      1,    (1, 2, 3, 4, 5, 6, 8),   "new-year-holidays"),
    (1999, MAXYEAR,      1,    (7,),                    "christmas"),
    (2002, MAXYEAR,      2,    (23,),                   "defender"),
    (1999, MAXYEAR,      3,    (8,),                    "womens-day"),
    (1999, 2004,         5,    (1, 2),                  "spring-and-labour"),
    (2005, MAXYEAR,      5,    (1,),                    "spring-and-labour"),
    (1999, MAXYEAR,      5,    (9,),                    "victory"),
    (1999, 2001,         6,    (12,),                   "sovereignty"),
    (2002, MAXYEAR,      6,    (12,),                   "russia"),
    (1999, 2004,        11,    (7,),                    "accord"),
    (2005, MAXYEAR,     11,    (4,),                    "national-unity"),
    (1999, 2004,        12,    (12,),                   "constitution"),
)
"""The public holidays by the years in which each rule was in force (art. 112, first part)."""

JANUARY_LEFT_TO_GOVERNMENT: Final = 2013
"""Since this year a weekend holiday of January, all of them from 1 to 8, is not carried over by
law: the Government places two such days elsewhere (art. 112, second part)."""

SHORTENED_BY_MINISTRY: Final = (
    # Monday, worked short by the Ministry of Labour: the day off of Sunday 23 February 2014 had
    # been moved to the eve of 4 November, and this day took the length of that eve.
    "2014-02-24",
)
"""Shortened days the rule of art. 95 does not give."""

PRESIDENTIAL_DAYS: Final = (
    # first        last          act
    ("2020-03-30", "2020-04-03", "No. 206 of 25.03.2020"),
    ("2020-04-04", "2020-04-30", "No. 239 of 02.04.2020"),
    ("2020-05-06", "2020-05-08", "No. 294 of 28.04.2020"),
    ("2020-06-24", "2020-06-24", "No. 345 of 29.05.2020"),  # a parade
    ("2020-07-01", "2020-07-01", "No. 354 of 01.06.2020"),  # a vote
    ("2021-05-04", "2021-05-07", "No. 242 of 23.04.2021"),
    ("2021-10-30", "2021-11-07", "No. 595 of 20.10.2021"),
)
"""The days declared non-working by decrees of the President: 50 dates, 36 otherwise working."""
# fmt: on


def decreed_days() -> tuple[SpecialDay, ...]:
    """
    Return every settled day that is a holiday or departs from Monday to Friday, in order.

    Source: the rows of ``russia_rows.py``, 1999 to 2027.
    """
    return tuple(_decreed().values())


def projected_days(year: int, /) -> tuple[SpecialDay, ...]:
    """
    Return the special days the law alone gives a year, before any transfer of the Government.

    A weekend day on which a holiday falls is carried over to the next working day after it. Since
    2013 those from 1 to 8 January are not: the Government places two of them, and under the law
    alone they are placed nowhere.

    Raises:
        CalendarRangeError: The year is before 1999.

    Source: Labour Code, art. 112.
    """
    if not FIRST.year <= year <= MAXYEAR:
        raise CalendarRangeError(year, FIRST, date.max)
    return tuple(_projected(year).values())


def special_day(day: date, /) -> SpecialDay | None:
    """
    Return what is special about a day, or None for an ordinary weekday or weekend day.

    Raises:
        CalendarRangeError: The day is before 1999.
        WrongTypeError: A moment was given, or no date at all.
    """
    if isinstance(day, datetime) or not isinstance(day, date):
        raise WrongTypeError("the day", "a date", day)
    if day < FIRST:
        raise CalendarRangeError(day, FIRST, date.max)
    return (_projected(day.year) if day > DECREED_THROUGH else _decreed()).get(day)


def unusual_day(day: date, /) -> SpecialDay | None:
    """
    Return what is special about a day; of an ordinary weekday also whether it was declared.

    The row of a declared day says that the President declared it non-working. Whether it is off is
    a reading, and not the row's to say.

    Raises:
        CalendarRangeError, WrongTypeError: As ``special_day``.
    """
    special = special_day(day)
    act = presidential_decree(day)
    if special is None and act and day.weekday() < _SATURDAY:
        return SpecialDay(day, DayKind.PRESIDENTIAL, off=True, act=act)
    return special


def off_and_worked(first: date, last: date, /) -> tuple[list[date], list[date]]:
    """
    Return the weekdays that are off and the weekend days that are worked, in order.

    Both bounds are inclusive. Days after 2027 are projected, and none of them is a worked
    weekend. Presidential days are not among them.

    Raises:
        CalendarRangeError: The range begins before 1999.
    """
    _refuse_early(first)
    off: list[date] = []
    worked: list[date] = []
    for year in range(first.year, min(last.year, DECREED_THROUGH.year) + 1):
        for row in ROWS[year]:
            day = _day(year, row[0])
            if not first <= day <= last:
                continue
            if row[1] == "worked-weekend":
                worked.append(day)
            elif day.weekday() < _SATURDAY:
                off.append(day)
    for year in range(max(first.year, _FIRST_PROJECTED_YEAR), last.year + 1):
        holidays = [day for day, _ in law_holidays(year)]
        new = [day for day in holidays if day.weekday() < _SATURDAY]
        new += [day for day, _ in carried_over(year, holidays)]
        off += sorted(day for day in new if first <= day <= last)
    return off, worked


def shortened_days(first: date, last: date, /) -> list[date]:
    """
    Return the working days that are an hour shorter, in order; both bounds are inclusive.

    Shortened is a working day whose next day is a public holiday, and a weekend day worked in
    exchange for such an eve. The eve of a day off that was only moved is full length.

    Raises:
        CalendarRangeError: The range begins before 1999.

    Source: Labour Code, art. 95; one day by the Ministry of Labour.
    """
    days_off, worked_weekends = off_and_worked(first, last)
    off, worked = set(days_off), set(worked_weekends)
    years = range(first.year, min(last.year + 1, MAXYEAR) + 1)
    eves = {day - _ONE_DAY for year in years for day, _ in law_holidays(year)}
    short = {
        eve
        for eve in eves
        if first <= eve <= last
        and (eve in worked or (eve.weekday() < _SATURDAY and eve not in off))
    }
    short.update(
        _day(year, row[0])
        for year in years
        for row in ROWS.get(year, ())
        if row[1] == "worked-weekend" and _day(year, row[3]) in eves
    )
    short.update(map(date.fromisoformat, SHORTENED_BY_MINISTRY))
    return sorted(day for day in short if first <= day <= last)


def presidential_days() -> tuple[date, ...]:
    """Return the dates declared non-working by the President, those already off included."""
    return tuple(_presidential())


def presidential_decree(day: date, /) -> str:
    """Return the number and date of the decree that declared a day non-working, "" if none."""
    return _presidential().get(day, "")


def law_holidays(year: int, /) -> list[tuple[date, str]]:
    """
    Return the public holidays of a year with the ids of their names, in order.

    Source: Labour Code, art. 112, first part, as in force in that year.
    """
    return sorted(
        (date(year, month, number), name)
        for since, until, month, numbers, name in HOLIDAYS
        if since <= year <= until
        for number in numbers
    )


def carried_over(
    year: int, holidays: Iterable[date], /, moved: Collection[date] = ()
) -> list[tuple[date, date]]:
    """
    Return the days off carried over in a year: the day that receives, and the one that gives.

    Args:
        year: The year of the holidays.
        holidays: The public holidays of the year, in order.
        moved: Days the Government took a day off from, or gave one to: the law moves nothing
            from them and carries nothing to them.

    Source: Labour Code, art. 112, second part.
    """
    known = list(holidays)
    taken = {*known, *moved}
    placed = []
    for holiday in known:
        if holiday.weekday() < _SATURDAY or holiday in moved:
            continue
        if year >= JANUARY_LEFT_TO_GOVERNMENT and holiday.month == 1:
            continue
        target = holiday + _ONE_DAY
        while target in taken or target.weekday() >= _SATURDAY:
            target += _ONE_DAY
        taken.add(target)
        placed.append((target, holiday))
    return placed


def _refuse_early(first: date) -> None:
    if first < FIRST:
        raise CalendarRangeError(first, FIRST, date.max)


@cache
def _decreed() -> dict[date, SpecialDay]:
    return {special.day: special for special in _from_rows()}


def _from_rows() -> Iterator[SpecialDay]:
    for year, rows in ROWS.items():
        for text, word, name, other_text, act in rows:
            kind = DayKind(word)
            other = _day(year, other_text) if other_text else None
            received = kind in {DayKind.MOVED_DAY_OFF, DayKind.CARRIED_OVER}
            yield SpecialDay(
                _day(year, text),
                kind,
                off=kind is not DayKind.WORKED_WEEKEND,
                name=name,
                moved_from=other if received else None,
                moved_to=None if received else other,
                act=act,
            )


def _day(year: int, month_and_day: str) -> date:
    """Return the day a row means by "05-02" in a year."""
    return date(year, int(month_and_day[:2]), int(month_and_day[3:]))


@lru_cache(maxsize=256)
def _projected(year: int) -> dict[date, SpecialDay]:
    holidays = law_holidays(year)
    carried = carried_over(year, [day for day, _ in holidays])
    given = {giver: receiver for receiver, giver in carried}
    special = [
        SpecialDay(day, DayKind.HOLIDAY, off=True, name=name, moved_to=given.get(day))
        for day, name in holidays
    ] + [
        SpecialDay(receiver, DayKind.CARRIED_OVER, off=True, moved_from=giver)
        for receiver, giver in carried
    ]
    return {one.day: one for one in sorted(special, key=lambda one: one.day)}


@cache
def _presidential() -> dict[date, str]:
    days: dict[date, str] = {}
    for first, last, act in PRESIDENTIAL_DAYS:
        day = date.fromisoformat(first)
        while day <= date.fromisoformat(last):
            days[day] = act
            day += _ONE_DAY
    return days
