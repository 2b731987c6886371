"""
What other programs say, asked the questions they can answer: numpy, dateutil, workclock.

Each is told the official days in the one way it can be told of a worked Saturday: numpy and
workclock as holidays of a seven-day week, dateutil as dates beside its Monday to Friday. The traps
are the ways a newcomer would tell them; how often those go wrong is counted here.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import workclock
from dateutil import rrule

from slarules.agreement import standard_support
from tests.exhaustion.found import Found
from tests.oracles.official import FIRST, LAST, MOSCOW, official_days
from tests.oracles.walk import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

OPENS: Final = time(10)
CLOSES: Final = time(19)
FAR: Final = 300
SIXTY: Final = 60
SPANS: Final = (1, 2, 7, 30, 91, 365, 1461)
"""From every day, as many days on: what is counted, and measured, between them."""
LONG: Final = 91
"""workclock looks at every day between, so of spans as long it is asked less."""
CLOCKS: Final = (
    *(time(0), time(9, 59, 59), time(10), time(12), time(15, 30)),
    *(time(18, 59, 59), time(19), time(23, 59, 59)),
)
"""What the wall shows when a moment of each day is asked about."""
THREE_DAYS: Final = timedelta(hours=27)
A_DAY: Final = np.timedelta64(1, "D")
MARGIN: Final = timedelta(days=60)
"""So far from either end of the list no count asked here leaves it."""

CALENDAR: Final = standard_support().calendar


@cache
def all_days() -> list[date]:
    """Return every day of the list, in order."""
    return sorted(official_days())


@cache
def days_off() -> list[date]:
    """Return the days off of the list, weekends included."""
    return [day for day in all_days() if not official_days()[day].working]


@cache
def weekdays_off() -> list[date]:
    """Return the days off of the list that are no Saturday and no Sunday."""
    return [day for day in days_off() if day.isoweekday() <= 5]


@cache
def weekends_worked() -> list[date]:
    """Return the Saturdays and Sundays of the list that are worked."""
    return [day for day in all_days() if official_days()[day].working and day.isoweekday() > 5]


def moments(days: Iterable[date], clocks: Sequence[time] = CLOCKS) -> list[datetime]:
    """Return a moment of each day for each of the clocks, on Moscow's."""
    return [datetime.combine(day, clock, MOSCOW) for day in days for clock in clocks]


# -------------------------------------------------------------------------------------- numpy


def numpy_says(far: int = FAR) -> Found:
    """Ask numpy of every day, of business days around it, and of spans from it."""
    found = Found()
    days = np.array(all_days(), dtype="datetime64[D]")
    known = np.busdaycalendar(weekmask="1111111", holidays=days_off())
    said = np.is_busday(days, busdaycal=known).tolist()
    found.ask("numpy.is_busday", CALENDAR.is_business_day, all_days(), said)
    business = [day for day in all_days() if official_days()[day].working]
    rank = np.searchsorted(np.array(business, dtype="datetime64[D]"), days, side="right")
    for n in range(1, far + 1):
        # A count from a day off is one from the business day before it; back, from the one after.
        for step, roll, there in (
            (n, "backward", rank + n <= len(business)),
            (-n, "forward", rank - n >= 1),
        ):
            offsets = np.busday_offset(days[there], step, roll=roll, busdaycal=known)  # type: ignore[call-overload]
            add = partial(_added, step)
            found.ask("numpy.busday_offset", add, days[there].tolist(), offsets.tolist())
    for span in SPANS:
        # numpy counts from the first day on, the last left out; here it is the other way round.
        counts = np.busday_count(days[:-span] + A_DAY, days[span:] + A_DAY, busdaycal=known)
        pairs = [*zip(all_days(), all_days()[span:], strict=False)]
        found.ask("numpy.busday_count", _between, pairs, counts.tolist())
        # Backwards it is as ours.
        back = np.busday_count(days[span:], days[:-span], busdaycal=known)
        pairs = [(end, start) for start, end in pairs]
        found.ask("numpy.busday_count", _between, pairs, back.tolist())
    return found


def _added(n: int, day: date) -> date:
    return CALENDAR.add_business_days(day, n)


def _between(pair: tuple[date, date]) -> int:
    return CALENDAR.business_days_between(*pair)


# ----------------------------------------------------------------------------------- dateutil


def occurrences(clock: time, *, worked: bool = True) -> list[datetime]:
    """Return when dateutil has a clock strike on a business day, from Monday to Friday's rule."""
    rules = rrule.rruleset()
    first = datetime.combine(FIRST, clock, MOSCOW)
    until = datetime.combine(LAST + ONE_DAY, time(0), UTC)
    rules.rrule(rrule.rrule(rrule.DAILY, dtstart=first, until=until, byweekday=range(5)))
    for day in weekdays_off():
        rules.exdate(datetime.combine(day, clock, MOSCOW))
    for day in weekends_worked() if worked else ():
        rules.rdate(datetime.combine(day, clock, MOSCOW))
    return list(rules)


def dateutil_says() -> Found:
    """Ask dateutil when the desk opens and closes, all the years through."""
    found = Found()
    openings, closings = occurrences(OPENS), occurrences(CLOSES)
    before = [moment - timedelta(hours=4) for moment in openings]
    found.ask("dateutil.rrule, openings", CALENDAR.next_opening, before, openings)
    found.ask("dateutil.rrule, closings", CALENDAR.next_closing, before, closings)
    after = closings[:-1]
    found.ask("dateutil.rrule, openings", CALENDAR.next_opening, after, openings[1:])
    found.ask("dateutil.rrule, closings", CALENDAR.next_closing, after, closings[1:])
    strikes = {moment.date() for moment in openings}
    said = [day in strikes for day in all_days()]
    found.ask("dateutil.rrule, days", CALENDAR.is_business_day, all_days(), said)
    return found


# ---------------------------------------------------------------------------------- workclock


def schedule(weekdays: Iterable[int], off: list[date]) -> Any:
    """Return workclock's schedule of the desk."""
    work = workclock.WorkDay(OPENS, CLOSES, days=weekdays)
    return workclock.Schedule([work, workclock.Holidays(off)], time_zone=MOSCOW)


def workclock_says(since: date = FIRST) -> Found:
    """Ask workclock of moments of every day: what is next, how long between, when it is over."""
    found = Found()
    known = schedule(range(7), days_off())
    end = max(occurrences(CLOSES))  # what is after it, is not on the list
    days = [day for day in all_days() if day >= since]
    asked = [moment for moment in moments(days) if moment < end]
    periods = list(map(known.next_period, asked))
    found.ask("workclock, next opening", CALENDAR.next_opening, asked, [a for a, _ in periods])
    found.ask("workclock, next closing", CALENDAR.next_closing, asked, [b for _, b in periods])
    states = [start == moment for (start, _), moment in zip(periods, asked, strict=True)]
    found.ask("workclock, open", CALENDAR.is_open, asked, states)
    inside = [moment for moment in asked if FIRST + MARGIN < moment.date() < LAST - MARGIN]
    for amount in (timedelta(minutes=1), timedelta(hours=9), THREE_DAYS, -THREE_DAYS):
        said = [known.add(moment, amount) for moment in inside]
        found.ask("workclock, time added", partial(_time_added, amount), inside, said)
    at_noon = asked[CLOCKS.index(time(12)) :: len(CLOCKS)]
    for span in SPANS:
        # From each moment of a day to another of a later one; over the longest spans, from noon.
        pairs = [*zip(asked, asked[span * len(CLOCKS) + 3 :], strict=False)]
        if span >= LONG:
            pairs = [*zip(at_noon, at_noon[span:], strict=False)]
        said = known.between_many([a for a, _ in pairs], [b for _, b in pairs])
        found.ask("workclock, time between", _time_between, pairs, said)
    return found


def _time_added(amount: timedelta, moment: datetime) -> datetime:
    return CALENDAR.add_business_time(moment, amount)


def _time_between(pair: tuple[datetime, datetime]) -> timedelta:
    return CALENDAR.business_time_between(*pair)


# -------------------------------------------------------------------------------------- traps


class Trap(NamedTuple):
    """A way to tell another program the calendar that goes wrong, and how often."""

    name: str
    asked: int
    wrong: int


def trapped(name: str, ours: Iterable[object], theirs: Iterable[object]) -> Trap:
    """Count how often the other answer differs."""
    pairs = [*zip(ours, theirs, strict=True)]
    return Trap(name, len(pairs), sum(a != b for a, b in pairs))


def traps() -> list[Trap]:
    """Return what becomes of the questions under a weekend of one's own, and under one roll."""
    days = np.array(all_days(), dtype="datetime64[D]")
    near = [day for day in all_days() if day < LAST - 2 * MARGIN]
    some = days[: len(near)]
    native = np.busdaycalendar(weekmask="1111100", holidays=weekdays_off())
    known = np.busdaycalendar(weekmask="1111111", holidays=days_off())
    sixty = np.busday_offset(some, SIXTY, roll="backward", busdaycal=native)
    next_day = np.busday_offset(some, 1, roll="forward", busdaycal=known)
    years = [*zip(all_days(), all_days()[365:], strict=False)]
    in_years = np.busday_count(days[:-365] + A_DAY, days[365:] + A_DAY, busdaycal=native)
    strikes = {moment.date() for moment in occurrences(OPENS, worked=False)}
    five_days = schedule(range(5), weekdays_off())
    nine = [moment for moment in moments(all_days(), [time(9)]) if moment.date() < LAST]
    spans = [*zip(nine, nine[365:], strict=False)]
    time_in_years = five_days.between_many([a for a, _ in spans], [b for _, b in spans])
    return [
        trapped("numpy-weekmask-sixty", map(partial(_added, SIXTY), near), sixty.tolist()),
        trapped("numpy-weekmask-year", map(_between, years), in_years.tolist()),
        trapped("numpy-roll-forward", map(partial(_added, 1), near), next_day.tolist()),
        trapped(
            "dateutil-weekdays",
            map(CALENDAR.is_business_day, all_days()),
            (day in strikes for day in all_days()),
        ),
        trapped("workclock-weekdays-year", map(_time_between, spans), time_in_years),
    ]
