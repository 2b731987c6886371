"""``slarules calendar``: a year one can read, every unusual day with its reason."""

from __future__ import annotations

import calendar as months_of
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from slarules.agreement import standard_support
from slarules.calendar import DayStatus
from slarules.cldr import MONTHS_ALONE
from slarules.cli.answers import Answer
from slarules.cli.files import refuse_place, write_text
from slarules.cli.page import Grid, Heading, Lines, Table
from slarules.cli.phrases import DRAWN, YEAR
from slarules.day_words import day_reason, run_of_days, short_day
from slarules.days import DayKind
from slarules.errors import CalendarRangeError
from slarules.picture import year_picture
from slarules.picture.phrases import WEEK
from slarules.record import Record
from slarules.russia import presidential_decree, shortened_days
from slarules.written import written_act

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Sequence

    from slarules.calendar import BusinessCalendar, Day
    from slarules.cli.page import Block
    from slarules.terms import Language

SCHEMA: Final = "slarules/calendar/1"
_ABREAST: Final = 3
"""Months side by side."""
_CELL: Final = 4
_MONTH: Final = 7 * _CELL


class Count(Record):
    """How many days and hours a month, a quarter or a year has."""

    days: int
    business_days: int
    days_off: int
    business_seconds: int

    def values(self) -> dict[str, int]:
        """Return the counts by their names."""
        return {
            "days": self.days,
            "business_days": self.business_days,
            "days_off": self.days_off,
            "business_seconds": self.business_seconds,
        }


def answer(arguments: Namespace, language: Language) -> Answer:
    """Return the year the arguments ask for."""
    calendar = standard_support().calendar
    days = year_of(calendar, arguments.year)
    drawn: str | None = arguments.svg
    if drawn is not None:
        refuse_place(drawn)
        short = shortened_days(days[0].day, days[-1].day)
        picture = year_picture(calendar, arguments.year, language=language, shortened=short)
        write_text(drawn, [picture])
    said = [] if drawn is None else [Lines((DRAWN.of(language).format(path=drawn),))]

    def values() -> dict[str, Any]:
        found = document(calendar, arguments.year, days)
        return found if drawn is None else found | {"picture": drawn}

    return Answer(document=values, page=lambda: [*page(arguments.year, days, language), *said])


def year_of(calendar: BusinessCalendar, year: int) -> list[Day]:
    """
    Return every day of a year.

    Raises:
        CalendarRangeError: The calendar does not know the whole year.
    """
    if not calendar.first.year <= year <= calendar.last.year:
        raise CalendarRangeError(year, calendar.first, calendar.last)
    first = date(year, 1, 1).toordinal()
    last = date(year, 12, 31).toordinal()
    return [calendar.day(date.fromordinal(number)) for number in range(first, last + 1)]


def document(calendar: BusinessCalendar, year: int, days: Sequence[Day]) -> dict[str, Any]:
    """Return the year as values a JSON writer knows: every day of it, and counts."""
    return {
        "schema": SCHEMA,
        "year": year,
        "zone": str(calendar.zone),
        "decreed_through": calendar.decreed_through.isoformat(),
        "provisional": _projected(days),
        "counts": _count(days).values(),
        "quarters": [_count(_quarter(days, number)).values() for number in range(1, 5)],
        "months": [_count(_month(days, number)).values() for number in range(1, 13)],
        "days": [_day(day) for day in days],
    }


def page(year: int, days: Sequence[Day], language: Language) -> list[Block]:
    """Return the year as months, the reasons of its unusual days, and counts."""
    say = {key: text.of(language) for key, text in YEAR.items()}
    blocks: list[Block] = [Heading(say["title"].format(year=year))]
    if _projected(days):
        blocks.append(Lines((say["projected"],)))
    blocks += [
        Grid(tuple(_abreast(year, first, days, language))) for first in range(1, 13, _ABREAST)
    ]
    blocks.append(Lines((say["marks"],)))
    blocks += [Heading(say["off"]), Lines(tuple(_runs(_unusual_off(days), language)), "  ")]
    worked = [day for day in days if day.kind is DayKind.WORKED_WEEKEND]
    blocks.append(Heading(say["worked"]))
    blocks.append(Lines(tuple(_runs(worked, language)) or (say["none"],), "  "))
    declared = [day for day in days if day.is_business_day and presidential_decree(day.day)]
    if declared:
        blocks.append(Heading(say["declared"]))
        blocks.append(Lines(tuple(_declared(declared, language, say)), "  "))
    blocks += [Heading(say["counts"]), _counts(days, say)]
    return blocks


def _abreast(year: int, first: int, days: Sequence[Day], language: Language) -> Iterator[str]:
    """Yield the lines of three months side by side."""
    columns = [_month_lines(year, first + i, days, language) for i in range(_ABREAST)]
    height = max(map(len, columns))
    for lines in zip(*(column + [""] * (height - len(column)) for column in columns), strict=True):
        yield "   ".join(line.ljust(_MONTH) for line in lines)


def _month_lines(year: int, month: int, days: Sequence[Day], language: Language) -> list[str]:
    names = "".join(name.rjust(_CELL - 1) + " " for name in WEEK[language])
    lines = [MONTHS_ALONE[language.value][month - 1].capitalize().center(_MONTH), names]
    by_number = {day.day.day: day for day in _month(days, month)}
    weeks = months_of.Calendar().monthdayscalendar(year, month)
    lines += ["".join(_cell(by_number.get(number)) for number in week) for week in weeks]
    return lines


def _cell(day: Day | None) -> str:
    """Return a day in its place: ``*`` off on a weekday, ``+`` worked on a weekend."""
    if day is None:
        return " " * _CELL
    mark = " "
    if day.kind is DayKind.WORKED_WEEKEND:
        mark = "+"
    elif not day.is_business_day and day.kind is not DayKind.WEEKEND:
        mark = "*"
    return f"{day.day.day:>{_CELL - 1}}{mark}"


def _unusual_off(days: Sequence[Day]) -> list[Day]:
    return [day for day in days if not day.is_business_day and day.kind is not DayKind.WEEKEND]


def _runs(days: Sequence[Day], language: Language) -> Iterator[str]:
    """Yield the days in runs of one reason, each run a line."""
    for first, last, reason in _joined(days, lambda day: day_reason(day, language)):
        when = short_day(first, language) if first == last else run_of_days(first, last, language)
        yield f"{when} — {reason}"


def _declared(days: Sequence[Day], language: Language, say: dict[str, str]) -> Iterator[str]:
    """Yield runs of business days that the President declared non-working."""
    for first, last, decree in _joined(days, lambda day: presidential_decree(day.day)):
        act = written_act(decree, language)
        yield f"{run_of_days(first, last, language)} — {say['decree'].format(act=act)}"


def _joined(days: Sequence[Day], reason: Callable[[Day], str]) -> Iterator[tuple[date, date, str]]:
    """Yield the first and the last day of each unbroken run of one reason, and the reason."""
    numbered = enumerate(days)
    for (_, said), run in groupby(
        numbered, key=lambda one: (one[1].day.toordinal() - one[0], reason(one[1]))
    ):
        members = [day.day for _, day in run]
        yield members[0], members[-1], said


def _counts(days: Sequence[Day], say: dict[str, str]) -> Table:
    rows = [(say["quarter"].format(number=n), _quarter(days, n)) for n in range(1, 5)]
    rows.append((say["year"], list(days)))
    return Table(
        (say["period"], say["calendar-days"], say["business-days"], say["days-off"], say["hours"]),
        tuple(
            (
                name,
                str(count.days),
                str(count.business_days),
                str(count.days_off),
                str(count.business_seconds // 3600),
            )
            for name, part in rows
            for count in [_count(part)]
        ),
    )


def _count(days: Sequence[Day]) -> Count:
    worked = sum(day.is_business_day for day in days)
    microseconds = sum(
        closes - opens for day in days for opens, closes in (one.bounds() for one in day.hours)
    )
    return Count(
        days=len(days),
        business_days=worked,
        days_off=len(days) - worked,
        business_seconds=microseconds // 1_000_000,
    )


def _quarter(days: Sequence[Day], number: int) -> list[Day]:
    return [day for day in days if (day.day.month + 2) // 3 == number]


def _month(days: Sequence[Day], number: int) -> list[Day]:
    return [day for day in days if day.day.month == number]


def _projected(days: Sequence[Day]) -> bool:
    return any(day.status is DayStatus.PROJECTED for day in days)


def _day(day: Day) -> dict[str, Any]:
    values: dict[str, Any] = {
        "date": day.day.isoformat(),
        "business_day": day.is_business_day,
        "kind": day.kind.value,
        "status": day.status.value,
        "hours": [one.written for one in day.hours],
    }
    if day.why is not None:
        found = {
            "name": day.why.name,
            "moved_from": _iso(day.why.moved_from),
            "moved_to": _iso(day.why.moved_to),
            "act": day.why.act,
        }
        values |= {key: value for key, value in found.items() if value}
    return values


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
