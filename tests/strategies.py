"""
What the properties are tried on: desks, days and moments, with a liking for awkward ones.

A desk is plain facts (``tests.oracles.walk.Desk``); ``calendar_of`` builds the calendar of the same
facts. Moments are instants: a strategy gives them in UTC, and ``in_zones`` puts them on any clock.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from slarules.calendar import BusinessCalendar
from slarules.parameters import Hours, Interval, Week
from tests.oracles import walk
from tests.oracles.walk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

MOSCOW = ZoneInfo("Europe/Moscow")

RANGES = (
    # first               last                what happens in them
    (date(2010, 10, 1), date(2012, 1, 31)),  # Moscow goes to +4; Apia skips 30 December 2011
    (date(2014, 9, 1), date(2015, 11, 30)),  # Moscow goes to +3, and shows 01:00-02:00 twice
    (date(2024, 11, 1), date(2026, 1, 31)),  # the years people ask about
)

ZONES = tuple(
    map(
        ZoneInfo,
        (
            "Europe/Moscow",
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "America/St_Johns",  # half an hour off; shifts its clock at 00:01 until 2011
            "America/Sao_Paulo",  # shifts its clock at midnight
            "Asia/Tehran",  # the same, with half an hour
            "Australia/Lord_Howe",  # shifts its clock by half an hour
            "Asia/Kathmandu",  # never shifts it, at +5:45
            "Pacific/Apia",  # skips a whole day
            "Africa/Casablanca",  # shifts its clock four times in some years
            "Antarctica/Troll",  # shifts its clock by two hours
        ),
    )
)

zones = st.sampled_from(ZONES)

caller_zones: st.SearchStrategy[tzinfo] = st.one_of(
    zones,
    st.just(UTC),
    st.sampled_from([ZoneInfo.no_cache("Europe/Moscow"), timezone(timedelta(hours=3), "MSK")]),
    st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
"""The clocks on which a caller may write a moment; among them other objects for Moscow's."""


@cache
def shifts(zone: ZoneInfo, first: date, last: date) -> tuple[datetime, ...]:
    """Return the instants within the days at which the zone's clock is shifted."""
    found = []
    here = datetime.combine(first, time(12), UTC)
    while here.date() < last:
        there = here + timedelta(days=1)
        if _offset(zone, here) != _offset(zone, there):
            low, high = here, there
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) // 2
                middle = middle.replace(microsecond=0)
                if _offset(zone, middle) == _offset(zone, low):
                    low = middle
                else:
                    high = middle
            found.append(high)
        here = there
    return tuple(found)


def _offset(zone: ZoneInfo, instant: datetime) -> timedelta | None:
    return instant.astimezone(zone).utcoffset()


# ----------------------------------------------------------------------------------------- desks

clocks = st.one_of(
    st.sampled_from([time(0), time(1), time(1, 30), time(2), time(2, 30), time(3), time(10)]),
    st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45])),
    st.times().map(lambda clock: clock.replace(microsecond=0, tzinfo=None, fold=0)),
)


@st.composite
def hours_of_a_day(draw: st.DrawFn) -> walk.Hours:
    """Return one to three intervals, in order and apart or touching; 00:00 closes at 24:00."""
    if draw(st.integers(0, 9)) == 0:
        return ((time(0), time(0)),)
    bounds = sorted(draw(st.lists(clocks, min_size=2, max_size=6, unique=True)))
    if len(bounds) % 2:
        bounds.append(time(0))
    hours = tuple(zip(bounds[::2], bounds[1::2], strict=True))
    if len(hours) > 1 and draw(st.booleans()):  # the first two meet
        (opens, closes), (_, after), *rest = hours
        hours = ((opens, closes), (closes, after), *rest)
    return hours


@st.composite
def plain_weeks(draw: st.DrawFn) -> tuple[walk.Hours, ...]:
    """Return a week whose days open at one time, for whole seconds: what the short path takes."""
    opens = draw(st.one_of(st.just(time(10)), clocks.filter(lambda clock: clock < time(20))))
    later = clocks.filter(lambda clock: clock > opens)
    closings = draw(st.lists(st.one_of(later, st.just(time(0))), min_size=1, max_size=2))
    a_day = st.sampled_from([((opens, closes),) for closes in closings])
    worked = draw(st.sets(st.integers(0, 6), min_size=1))
    return tuple(draw(a_day) if weekday in worked else () for weekday in range(7))


any_weeks = (
    st.lists(st.one_of(hours_of_a_day(), st.just(())), min_size=7, max_size=7)
    .map(tuple)
    .filter(any)
)


@st.composite
def desks(draw: st.DrawFn, *, zone: ZoneInfo | None = None) -> Desk:
    """Return the facts of a desk over two years or so, all of them decreed."""
    first, last = draw(st.sampled_from(RANGES))
    week = draw(st.one_of(plain_weeks(), any_weeks))
    a_day = st.dates(first, last)
    unusual = draw(st.lists(a_day, max_size=12, unique=True))
    cut = draw(st.integers(0, len(unusual)))
    own = draw(st.lists(a_day, max_size=4, unique=True))
    lent = [hours for hours in week if hours]
    some_hours = st.one_of(hours_of_a_day(), st.just(()), st.sampled_from(lent))
    return Desk(
        zone=zone or draw(zones),
        week=week,
        first=first,
        last=last,
        days_off=frozenset(unusual[:cut]),
        working_days=frozenset(unusual[cut:]),
        hours_on={day: draw(some_hours) for day in own},
    )


def hours_of(hours: walk.Hours) -> Hours:
    """Return the hours as the package takes them."""
    return tuple(Interval(opens, closes) for opens, closes in hours)


def week_of(week: tuple[walk.Hours, ...]) -> Week:
    """Return the week as the package takes it."""
    mon, tue, wed, thu, fri, sat, sun = map(hours_of, week)
    return mon, tue, wed, thu, fri, sat, sun


def calendar_of(desk: Desk, *, decreed_through: date | None = None) -> BusinessCalendar:
    """Return the calendar of the desk's facts."""
    return BusinessCalendar(
        zone=desk.zone,
        week=week_of(desk.week),
        first=desk.first,
        last=desk.last,
        decreed_through=decreed_through or desk.last,
        days_off=sorted(desk.days_off),
        working_days=sorted(desk.working_days),
        hours_on={day: hours_of(hours) for day, hours in desk.hours_on.items()},
    )


# ------------------------------------------------------------------------------- days and moments

MARGIN = timedelta(days=3)


def days_of(desk: Desk) -> st.SearchStrategy[date]:
    """Return days the desk knows, unusual ones and the ends of its range often among them."""
    unusual = sorted({*desk.days_off, *desk.working_days, *desk.hours_on, desk.first, desk.last})
    return st.one_of(st.dates(desk.first, desk.last), st.sampled_from(unusual))


def skipped_hours(desk: Desk) -> Iterator[date]:
    """Yield the business days of whose hours a shifted clock left no instant."""
    for shift in shifts(desk.zone, desk.first + MARGIN, desk.last - MARGIN):
        for day in (desk.day_of(shift) - walk.ONE_DAY, desk.day_of(shift)):
            if desk.is_business_day(day) and not any(desk.windows(day)):
                yield day


@st.composite
def moments_of(draw: st.DrawFn, desk: Desk) -> datetime:
    """
    Return an instant in UTC within the desk's days, a little off both ends of its range.

    Half of them lie at an edge: where the clock is shifted, where a window or a day begins or
    ends, at noon; and a microsecond, a second or an hour beside it.
    """
    first, last = desk.first + MARGIN, desk.last - MARGIN
    day = draw(days_of(desk))
    day = min(max(day, first), last)
    midnight = datetime.combine(day, time(0), UTC)
    if draw(st.booleans()):
        return midnight + draw(st.timedeltas(timedelta(0), timedelta(days=1)))
    edges = [
        walk.first_showing(desk.zone, day, time(0)),
        walk.first_showing(desk.zone, day, walk.NOON),
    ]
    edges += [edge for window in desk.windows(day) for edge in window]
    edges += shifts(desk.zone, first, last)
    beside = st.one_of(
        st.sampled_from([timedelta(0), timedelta(microseconds=1), timedelta(seconds=1)]),
        st.timedeltas(timedelta(0), timedelta(hours=2)),
        st.integers(0, 120).map(lambda minutes: timedelta(minutes=minutes)),
    )
    return draw(st.sampled_from(edges)) + draw(st.sampled_from([1, -1])) * draw(beside)


@st.composite
def written(draw: st.DrawFn, instant: datetime) -> datetime:
    """Return the instant on some caller's clock."""
    return instant.astimezone(draw(caller_zones))
