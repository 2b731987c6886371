"""What a calendar is told and tells: days, decrees, statuses; and the facts it refuses."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from slarules.days import DayKind, SpecialDay
from slarules.errors import CalendarFactsError, UnknownZoneError, WrongTypeError
from slarules.parameters import Hours, Week, checked_hours
from slarules.record import Record
from slarules.terms import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


LONGEST: Final = 146_097
"""Days a calendar may have: 400 years, after which days and weekdays come round again."""


class Beyond(Word):
    """What an answer that rests on days not yet decreed does."""

    MARK = "mark"
    """It is given, and says so: objects carry it, bare values come with a warning."""
    REFUSE = "refuse"
    """It is refused with ProjectedCalendarError."""


class DayStatus(Word):
    """How well the calendar knows a day."""

    DECREED = "decreed"
    """The year's transfers of days off are known."""
    PROJECTED = "projected"
    """The standing law alone; the Government may still transfer days off."""


DECREED: Final = DayStatus.DECREED
"""Looked up once: on Python 3.11 that takes as long as a call."""


class Decree(Record):
    """
    What an act settles: the days that differ from the plain week, through a date.

    Everything after the calendar's last decreed day, through ``through``, is replaced.
    """

    through: date
    days_off: tuple[date | SpecialDay, ...] = ()
    working_days: tuple[date | SpecialDay, ...] = ()


class Day(Record):
    """One day of a calendar, and why it is what it is."""

    day: date
    is_business_day: bool
    kind: DayKind
    hours: Hours
    status: DayStatus
    why: SpecialDay | None = None
    """The row that makes the day differ from its weekday; None for a plain one."""


def no_special_day(_day: date, /) -> SpecialDay | None:
    """Return that nothing is known of the day."""
    return None


def zone_of(zone: tzinfo | str) -> tzinfo:
    """Return the zone, given as an object or by its key."""
    if isinstance(zone, tzinfo):
        return zone
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        raise UnknownZoneError(zone) from None


def week_of(week: Week) -> Week:
    """Return the week with the hours of each day in order; refuse what is none."""
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    if len(week) != len(names):
        raise CalendarFactsError("a week has seven days of hours", len(week))
    mon, tue, wed, thu, fri, sat, sun = map(checked_hours, week, names)
    return mon, tue, wed, thu, fri, sat, sun


def date_of(day: date | SpecialDay) -> date:
    """Return the day a row is about."""
    return day.day if isinstance(day, SpecialDay) else day


def dates_of(
    days: Iterable[date | SpecialDay], reasons: dict[date, SpecialDay]
) -> tuple[date, ...]:
    """Return the days in order; what has a reason leaves it in ``reasons``."""
    bare: list[date] = []
    for day in days:
        if isinstance(day, SpecialDay):
            reasons[day.day] = day
            bare.append(day.day)
        elif isinstance(day, datetime) or not isinstance(day, date):
            raise WrongTypeError("a day of the calendar", "a date", day)
        else:
            bare.append(day)
    return tuple(sorted(bare))


def flags_of(
    first: date,
    last: date,
    week: Week,
    off: tuple[date, ...],
    worked: tuple[date, ...],
    hours_on: Mapping[date, Hours],
) -> bytes:
    """Return one byte a day from first through last: 1 for a business day."""
    base = first.toordinal()
    length = last.toordinal() - base + 1
    pattern = bytes(1 if hours else 0 for hours in week)
    start = first.weekday()
    flags = bytearray((pattern[start:] + pattern[:start]) * (length // 7 + 1))[:length]
    known = range(length)
    for days, flag in ((off, 0), (worked, 1)):
        for day in days:
            place = day.toordinal() - base
            if place not in known:
                raise CalendarFactsError(f"a day outside {first} … {last}", day)
            flags[place] = flag
    given = [*off, *worked]
    if len(set(given)) < len(given):
        twice = sorted(day for day, times in Counter(given).items() if times > 1)
        raise CalendarFactsError("days given twice", ", ".join(map(str, twice)))
    if worked and not any(pattern):
        raise CalendarFactsError("a week without hours has none to lend to", worked[0])
    for day, hours in hours_on.items():
        place = day.toordinal() - base
        if place not in known:
            raise CalendarFactsError(f"hours outside {first} … {last}", day)
        flags[place] = bool(hours)
    return bytes(flags)
