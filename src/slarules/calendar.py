"""
Business time: service hours, days off, transferred and working days (1.1).

A day is a date of the calendar's own zone. A moment is any aware datetime; every moment that a
call returns is on the calendar's clock. Every operation takes the same time whatever the span:
running counts by day make a span one subtraction.

What is fast and what is general. Where each business day has one interval and all of them open
at the same time, on a clock that does not shift inside them, moments of the calendar's zone and
of UTC take a short path over the day tables. All other calendars and zones take ``timeline.py``.
Both give the same answers; a test holds them together.
"""

from __future__ import annotations

import sys
import warnings
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from itertools import accumulate, compress, count
from operator import ne
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from slarules.days import DayKind, SpecialDay
from slarules.daytable import DayTable
from slarules.errors import (
    CalendarFactsError,
    CalendarRangeError,
    ProjectedCalendarError,
    ProjectedCalendarWarning,
    UnknownZoneError,
    WrongTypeError,
    refuse_naive,
)
from slarules.parameters import MIDNIGHT, Hours, Interval, Week, checked_hours
from slarules.record import Record
from slarules.spans import NOTHING, DayTest, Span, Without, merged
from slarules.terms import Word
from slarules.timeline import Timeline, from_microseconds, instant, to_microseconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import time
    from typing import NoReturn, Self

    from slarules.daytable import Ranges

_DAY: Final = timedelta(days=1)
_MILLION: Final = 1_000_000
_NEVER: Final = datetime.min  # noqa: DTZ901 - never compared
"""Fills the place of rank 0, which no answer has."""


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


_DECREED: Final = DayStatus.DECREED


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


def _no_special_day(_day: date, /) -> SpecialDay | None:
    return None


class BusinessCalendar:
    """
    Service hours of a desk over a declared range of days.

    Args:
        zone: The zone whose clock and midnight count: an object, or a key ("Europe/Moscow").
        week: The service hours of Monday … Sunday; no hours is a day off.
        first: The first day the calendar knows.
        last: The last day the calendar knows, inclusive. Outside, everything is refused.
        decreed_through: The last day settled by an act, inclusive; later days are projected.
        days_off: Days off that the week would have open: dates, or rows with a reason.
        working_days: Days with hours that the week would have off: dates, or rows with a
            reason. Such a day has the hours of the first weekday that has any.
        hours_on: Single dates with hours of their own; an empty tuple is a day off.
        beyond: What an answer does that rests on a projected day.
        special_day: Looks up why a day differs, for days given as bare dates. A module-level
            function, so that calendars pickle; it is no part of their equality.

    Immutable, hashable, equal by value, picklable (tables are rebuilt, not carried).

    Source: clause 1.1.
    """

    __slots__ = (
        "_base",
        "_before",
        "_business",
        "_closings",
        "_decreed",
        "_hours_on",
        "_laid",
        "_off",
        "_opening",
        "_openings",
        "_reasons",
        "_shifts",
        "_special_day",
        "_through",
        "_timeline",
        "_utc_from",
        "_utc_start",
        "_utc_zone",
        "_wall_start",
        "_wall_zone",
        "_worked",
        "beyond",
        "decreed_through",
        "first",
        "last",
        "table",
        "week",
        "zone",
    )

    zone: tzinfo
    week: Week
    first: date
    last: date
    decreed_through: date
    beyond: Beyond
    table: DayTable
    """The business days as running counts: dates only, no warnings."""

    _off: tuple[date, ...]
    _worked: tuple[date, ...]
    _hours_on: dict[date, Hours]
    _reasons: dict[date, SpecialDay]
    _special_day: Callable[[date], SpecialDay | None]
    # The short path for days: decreed days only.
    _base: int
    _business: list[bool]
    _through: list[int]
    _decreed: list[date]
    # The short path for moments, once laid: decreed days only.
    _laid: bool
    _wall_zone: object
    _wall_start: datetime
    _utc_zone: object
    _utc_start: datetime
    _utc_from: int
    _opening: int
    _before: list[int]
    _openings: list[datetime]
    _closings: list[datetime]
    _shifts: list[int] | None
    # The general path, once laid.
    _timeline: Timeline | None

    def __init__(
        self,
        *,
        zone: tzinfo | str,
        week: Week,
        first: date,
        last: date,
        decreed_through: date,
        days_off: Iterable[date | SpecialDay] = (),
        working_days: Iterable[date | SpecialDay] = (),
        hours_on: Mapping[date, Hours] = MappingProxyType({}),
        beyond: Beyond = Beyond.MARK,
        special_day: Callable[[date], SpecialDay | None] = _no_special_day,
    ) -> None:
        if last < first:
            raise CalendarFactsError("the range ends before it starts", f"{first} … {last}")
        reasons: dict[date, SpecialDay] = {}
        self._put(
            zone=_zone(zone),
            week=_week(week),
            first=first,
            last=last,
            decreed_through=min(decreed_through, last),
            beyond=beyond,
            _off=_dates(days_off, reasons),
            _worked=_dates(working_days, reasons),
            _hours_on={day: checked_hours(hours_on[day], str(day)) for day in sorted(hours_on)},
            _reasons=reasons,
            _special_day=special_day,
        )
        # The hot paths look up decreed days only: a projected day and a day out of range miss,
        # and are told apart on the slow path.
        table = DayTable(first, last, self._flags())
        decreed = max(0, (self.decreed_through - first).days + 1)
        self._put(
            table=table,
            _base=table.base,
            _business=list(map(bool, table.flags[:decreed])),
            _through=table.through[:decreed],
            _decreed=table.dates[: (table.through[decreed - 1] if decreed else 0) + 1],
            _wall_zone=_NO_ZONE,
            _utc_zone=_NO_ZONE,
            _laid=False,
            _shifts=None,
            _timeline=None,
        )

    def _put(self, **slots: object) -> None:
        for name, value in slots.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        message = f"a calendar is immutable: {name} cannot be set; build another one"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> NoReturn:
        message = f"a calendar is immutable: {name} cannot be deleted; build another one"
        raise AttributeError(message)

    def _flags(self) -> bytes:
        """Return one byte a day: 1 for a business day."""
        base = self.first.toordinal()
        length = self.last.toordinal() - base + 1
        pattern = bytes(1 if hours else 0 for hours in self.week)
        start = self.first.weekday()
        flags = bytearray((pattern[start:] + pattern[:start]) * (length // 7 + 1))[:length]
        known = range(length)
        for days, flag in ((self._off, 0), (self._worked, 1)):
            for day in days:
                place = day.toordinal() - base
                if place not in known:
                    raise CalendarFactsError(f"a day outside {self.first} … {self.last}", day)
                flags[place] = flag
        given = [*self._off, *self._worked]
        if len(set(given)) < len(given):
            twice = sorted({day for day in given if given.count(day) > 1})
            raise CalendarFactsError("days given twice", ", ".join(map(str, twice)))
        if self._worked and not any(pattern):
            raise CalendarFactsError("a week without hours has none to lend to", self._worked[0])
        for day, hours in self._hours_on.items():
            place = day.toordinal() - base
            if place not in known:
                raise CalendarFactsError(f"hours outside {self.first} … {self.last}", day)
            flags[place] = bool(hours)
        return bytes(flags)

    def _lay(self) -> None:
        """
        Lay the tables of the short path, where the hours allow one.

        Laid when first needed: two threads that race here lay the same tables. ``_wall_zone``
        and ``_utc_zone`` are set last, since they are what opens the short path.
        """
        kinds = self.all_hours()
        bounds = {hours[0].bounds() for hours in kinds if len(hours) == 1}
        plain = (
            bool(kinds)
            and all(len(hours) == 1 for hours in kinds)
            and len({opens for opens, _ in bounds}) == 1
            and all(opens % _MILLION == 0 == closes % _MILLION for opens, closes in bounds)
        )
        if not plain or any(self.table.flags[place] for place in self._clock_shifts()):
            self._put(_laid=True)
            return
        usual = self._seconds(self._usual_hours())
        lengths = [usual * flag for flag in self.table.flags]
        if len({hours for hours in self.week if hours}) > 1:
            by_weekday = [self._seconds(hours) for hours in self.week]
            for place, day in enumerate(self._all_days()):
                if lengths[place]:
                    lengths[place] = by_weekday[day.weekday()] or usual
        for day, hours in self._hours_on.items():
            lengths[day.toordinal() - self.table.base] = self._seconds(hours)
        utc_start, steady = self.steady_utc()
        decreed = len(self._business)
        business = self._decreed[1:]
        self._put(
            _opening=next(iter(bounds))[0] // _MILLION,
            # As many as decreed days: a moment of a later day misses, even before its opening.
            _before=[0, *accumulate(lengths[:decreed])][:decreed],
            _openings=[_NEVER, *self._openings_of(business)],
            _closings=[_NEVER, *self.closings_of(business)],
            _wall_start=datetime.combine(self.first, MIDNIGHT, self.zone),
            _utc_start=utc_start,
            _utc_from=steady,
            _laid=True,
        )
        self._put(_wall_zone=self.zone, _utc_zone=UTC)

    def _openings_of(self, days: list[date]) -> list[datetime]:
        """Return the openings of business days of which all open at one time."""
        hours = next(iter(self.all_hours()))
        opens, zone, combine = hours[0].opens, self.zone, datetime.combine
        return [combine(day, opens, zone) for day in days]

    def closings_of(self, days: list[date], /) -> list[datetime]:
        """Return when each of these business days closes for good; one pass, for tables."""
        kinds = {hours[-1].closes for hours in self.week if hours}
        usual = kinds.pop() if len(kinds) == 1 else MIDNIGHT
        if usual == MIDNIGHT:
            return list(map(self.closing_on, days))
        zone, combine, own = self.zone, datetime.combine, self._hours_on
        closings = [combine(day, usual, zone) for day in days]
        offsets = [closing.utcoffset() for closing in closings]
        # Where the clock was shifted before the next closing, it may have been at this one.
        shifted = compress(count(), map(ne, offsets, [*offsets[1:], None]))
        agreed = compress(count(), map(own.__contains__, days)) if own else ()
        for place in {*shifted, *agreed}:
            closings[place] = self.closing_on(days[place])
        return closings

    def steady_utc(self) -> tuple[datetime, int]:
        """
        Return what places a moment in UTC on its day by a subtraction, and from which day on.

        The first is the instant at which the first day would have begun on the offset that the
        clock has at the end of the range; the second the place of the first day from which on
        the clock keeps that offset.
        """
        shifts = self._clock_shifts()
        offset = datetime.combine(self.last, MIDNIGHT, self.zone).utcoffset()
        start = datetime.combine(self.first, MIDNIGHT, UTC) - (offset or timedelta(0))
        return start, shifts[-1] + 1 if shifts else 0

    def _clock_shifts(self) -> list[int]:
        """Return the places of the days on which the zone's clock is shifted, in order."""
        if self._shifts is None:
            self._put(_shifts=self._find_shifts())
        assert self._shifts is not None
        return self._shifts

    def _find_shifts(self) -> list[int]:
        starts = [datetime.combine(day, MIDNIGHT, self.zone) for day in self._all_days()]
        offsets = [start.utcoffset() for start in starts]
        offsets.append((starts[-1] + _DAY).utcoffset())
        shifts = list(compress(count(), map(ne, offsets, offsets[1:])))
        # A midnight shown twice, or skipped, concerns the day before it as well.
        early = [
            place - 1
            for place in shifts
            if place and offsets[place] != starts[place].replace(fold=1).utcoffset()
        ]
        return sorted({*shifts, *early})

    def _all_days(self) -> list[date]:
        base = self.table.base
        return list(map(date.fromordinal, range(base, base + len(self.table.flags))))

    @staticmethod
    def _seconds(hours: Hours) -> int:
        return sum(closes - opens for opens, closes in map(_bounds, hours)) // _MILLION

    def _usual_hours(self) -> Hours:
        """Return what a working day outside the week is open: the first weekday's hours."""
        return next((hours for hours in self.week if hours), ())

    # ------------------------------------------------------------------ days

    def is_business_day(self, day: date, /) -> bool:
        """
        Return whether the desk has service hours on that day of its own zone.

        Raises:
            CalendarRangeError: The calendar does not know the day.
            WrongTypeError: A moment, or no date at all, was given.
        Warns: ProjectedCalendarWarning, where no act has settled the day.
        Source: clause 1.1.
        """
        if type(day) is date and (place := day.toordinal() - self._base) >= 0:
            try:
                return self._business[place]
            except IndexError:
                pass
        flag = self.table.flags[self.table.index(day)]
        self.warn_if_projected(day)
        return bool(flag)

    def add_business_days(self, day: date, n: int, /, *, without: Without = NOTHING) -> date:
        """
        Return the n-th business day after the day; before it, if n is negative.

        The day itself is never counted: Saturday + 1 is the next business day, Saturday - 1 the
        one before. n = 0 is the day itself, business day or not.

        Args:
            day: A day of the calendar's zone.
            n: How many business days.
            without: Spans whose business days are not counted, and which days they take.
        Raises:
            CalendarRangeError: The count runs past the known days.
        Warns: ProjectedCalendarWarning, where a day counted or skipped is not decreed.
        Source: clauses 1.1, 4.4, 4.11.
        """
        try:
            if type(day) is date and without is NOTHING and n > 0 and n is not True:
                place = day.toordinal() - self._base
                if place >= 0:
                    return self._decreed[self._through[place] + n]
        except (IndexError, TypeError):
            pass
        if not isinstance(n, int) or isinstance(n, bool):
            raise WrongTypeError("a number of business days", "a whole number", n)
        found = self.table.add(day, n, () if without is NOTHING else self.ranges(without))
        if n:
            self.warn_if_projected(max(day, found))
        return found

    def business_days_between(self, start: date, end: date, /) -> int:
        """
        Return how many business days lie after ``start`` and not after ``end``; signed.

        Negative where ``end`` is before ``start``: the days after ``end`` through ``start``.

        Raises:
            CalendarRangeError: The calendar does not know one of the days.
        Warns: ProjectedCalendarWarning, where a day between is not decreed.
        Source: clause 1.1.
        """
        if type(start) is date is type(end):
            base = self._base
            i, j = start.toordinal() - base, end.toordinal() - base
            if i >= 0 <= j:
                try:
                    return self._through[j] - self._through[i]
                except IndexError:
                    pass
        count = self.table.rank(end) - self.table.rank(start)
        if start != end:
            self.warn_if_projected(max(start, end))
        return count

    def day(self, day: date, /) -> Day:
        """
        Return what the day is and why: weekend, holiday, moved by an act, agreed.

        Raises:
            CalendarRangeError: The calendar does not know the day.
            ProjectedCalendarError: It is projected, and the calendar refuses such days.
        Source: clause 1.1.
        """
        flag = bool(self.table.flags[self.table.index(day)])
        status = self.settle(day)
        why = self._reasons.get(day) or self._special_day(day)
        plain = bool(self.week[day.weekday()]) == flag
        if why is not None and why.off == flag and why.kind is not DayKind.PRESIDENTIAL:
            why = None  # the parties agreed otherwise
        if day in self._hours_on and not plain:
            kind = DayKind.AGREED
        elif why is not None:
            kind = why.kind
        elif plain:
            kind = DayKind.BUSINESS_DAY if flag else DayKind.WEEKEND
        else:
            kind = DayKind.AGREED
        return Day(
            day=day,
            is_business_day=flag,
            kind=kind,
            hours=self.hours_on(day),
            status=status,
            why=why,
        )

    def hours_on(self, day: date, /) -> Hours:
        """Return the service hours of the day, in order; empty on a day off."""
        if not self.table.flags[self.table.index(day)]:
            return ()
        own = self._hours_on.get(day) if self._hours_on else None
        return own or self.week[day.weekday()] or self._usual_hours()

    def all_hours(self) -> set[Hours]:
        """Return every kind of service hours a day of the calendar may have."""
        return {hours for hours in (*self.week, *self._hours_on.values()) if hours}

    def status(self, day: date, /) -> DayStatus:
        """Return how well the calendar knows the day."""
        self.table.index(day)
        return DayStatus.PROJECTED if day > self.decreed_through else DayStatus.DECREED

    def settle(self, day: date, /) -> DayStatus:
        """
        Return what an answer rests on whose last day counted or skipped is this one.

        Raises:
            ProjectedCalendarError: The day is projected, and the calendar refuses such days.
        """
        if day <= self.decreed_through:
            return _DECREED
        if self.beyond is Beyond.REFUSE:
            raise ProjectedCalendarError(day, self.decreed_through)
        return DayStatus.PROJECTED

    def warn_if_projected(self, day: date, /) -> None:
        """Settle the day for a bare value: what cannot carry its status comes with a warning."""
        if self.settle(day) is DayStatus.PROJECTED:
            warning = ProjectedCalendarWarning(day, self.decreed_through)
            warnings.warn(warning, stacklevel=_levels_to_the_caller())

    # ------------------------------------------------------------------ moments

    def opening_on(self, day: date, /) -> datetime:
        """Return when the business day opens; says nothing of the day's status."""
        return self._at(day, self._hours_or_refuse(day)[0].opens, last=False)

    def closing_on(self, day: date, /) -> datetime:
        """Return when the business day closes for good; says nothing of the day's status."""
        closes = self._hours_or_refuse(day)[-1].closes
        if closes == MIDNIGHT:
            return self.end_of(day)
        return self._at(day, closes, last=True)

    def end_of(self, day: date, /) -> datetime:
        """Return 24:00 of the day: the first instant of the next one."""
        return self._at(day + _DAY, MIDNIGHT, last=False)

    def _at(self, day: date, clock: time, *, last: bool) -> datetime:
        """Return when the clock shows that time of the day, shifted or not (``timeline.py``)."""
        wall = datetime.combine(day, clock, self.zone)
        if wall.utcoffset() == datetime.combine(day, _shown_again(clock), self.zone).utcoffset():
            return wall
        return from_microseconds(instant(day, clock, self.zone, last=last), self.zone)

    def _hours_or_refuse(self, day: date) -> Hours:
        hours = self.hours_on(day)
        if not hours:
            raise CalendarFactsError("a day off has no service hours", day)
        return hours

    def local(self, moment: datetime, /) -> datetime:
        """Return the moment on the calendar's clock; refuse a naive one, or one out of range."""
        if type(moment) is not datetime or moment.tzinfo is not UTC:
            refuse_naive(moment, "a moment")
        here = moment.astimezone(self.zone)
        if not self.first <= here.date() <= self.last:
            raise CalendarRangeError(moment.isoformat(), self.first, self.last)
        return here

    def is_open(self, moment: datetime, /) -> bool:
        """
        Return whether the moment lies in service hours; the opening does, the closing does not.

        Raises:
            NaiveDatetimeError: The moment has no zone.
            CalendarRangeError: The calendar does not know its day.
        Warns: ProjectedCalendarWarning, where no act has settled the day.
        Source: clause 1.1.
        """
        try:
            zone = moment.tzinfo
            if zone is self._wall_zone:
                since = moment - self._wall_start
                place = since.days
                steady = place >= 0
            elif zone is self._utc_zone:
                since = moment - self._utc_start
                place = since.days
                steady = place >= self._utc_from
            else:
                since, place, steady = _DAY, -1, False
            if steady:
                before = self._before
                open_for = before[place + 1] - before[place]  # first: a later day misses here
                return 0 <= since.seconds - self._opening < open_for
        except (IndexError, AttributeError):
            pass
        here = self.local(moment)
        if self._short(moment, here):
            return self.is_open(here)
        self.warn_if_projected(here.date())
        return self._line().is_open(to_microseconds(here))

    def next_opening(self, moment: datetime, /) -> datetime:
        """
        Return the moment itself if open, else when the desk opens next; on the zone's clock.

        Raises:
            NaiveDatetimeError: The moment has no zone.
            CalendarRangeError: The desk does not open again within the known days.
        Warns: ProjectedCalendarWarning, where a day passed over is not decreed.
        Source: clause 1.1.
        """
        try:
            zone = moment.tzinfo
            if zone is self._wall_zone:
                since = moment - self._wall_start
                place = since.days
                steady = place >= 0
            elif zone is self._utc_zone:
                since = moment - self._utc_start
                place = since.days
                steady = place >= self._utc_from
            else:
                since, place, steady = _DAY, -1, False
            if steady:
                before = self._before
                into = since.seconds - self._opening
                open_for = before[place + 1] - before[place]
                if into >= open_for:
                    return self._openings[self.table.through[place] + 1]
                if into < 0:  # before the opening of this day; a day off has none
                    return self._openings[self.table.through[place] + (not open_for)]
                return moment if zone is self._wall_zone else moment.astimezone(self.zone)
        except (IndexError, AttributeError):
            pass
        here = self.local(moment)
        if self._short(moment, here):
            return self.next_opening(here)
        return self._found(self._line().next_opening(to_microseconds(here)), moment, "opening")

    def next_closing(self, moment: datetime, /) -> datetime:
        """
        Return the next end of an interval of service hours, strictly after the moment.

        Where the next interval begins at that instant (round the clock), the desk stays open.

        Raises:
            NaiveDatetimeError: The moment has no zone.
            CalendarRangeError: The desk does not close again within the known days.
        Warns: ProjectedCalendarWarning, where a day passed over is not decreed.
        Source: clause 1.1.
        """
        try:
            zone = moment.tzinfo
            if zone is self._wall_zone:
                since = moment - self._wall_start
                place = since.days
                steady = place >= 0
            elif zone is self._utc_zone:
                since = moment - self._utc_start
                place = since.days
                steady = place >= self._utc_from
            else:
                since, place, steady = _DAY, -1, False
            if steady:
                before = self._before
                open_for = before[place + 1] - before[place]
                passed = not open_for or since.seconds - self._opening >= open_for
                return self._closings[self.table.through[place] + passed]
        except (IndexError, AttributeError):
            pass
        here = self.local(moment)
        if self._short(moment, here):
            return self.next_closing(here)
        return self._found(self._line().next_closing(to_microseconds(here)), moment, "closing")

    def business_seconds_between(  # noqa: C901, PLR0912 - one frame: the hottest call of all
        self, start: datetime, end: datetime, /, *, without: Without = NOTHING
    ) -> int:
        """
        Return the service hours between two moments in whole seconds, signed.

        A fraction of a second is dropped, toward zero. Negative where ``end`` is before
        ``start``. What spans are left out of is real time, to the microsecond.

        Raises:
            NaiveDatetimeError: A moment has no zone.
            CalendarRangeError: The calendar does not know the day of one.
        Warns: ProjectedCalendarWarning, where a day between is not decreed.
        Source: clause 1.1.
        """
        try:
            zone = start.tzinfo
            if zone is end.tzinfo and without is NOTHING:
                if zone is self._wall_zone:
                    origin = self._wall_start
                    lowest = 0
                elif zone is self._utc_zone:
                    origin = self._utc_start
                    lowest = self._utc_from
                else:
                    raise IndexError  # noqa: TRY301 - to the general path
                since = start - origin
                until = end - origin
                i = since.days
                j = until.days
                if i >= lowest <= j:
                    before = self._before
                    opening = self._opening
                    first = before[i]
                    into = since.seconds - opening
                    if into >= 0:
                        after = before[i + 1]
                        if first + into >= after:
                            first = after
                        elif since.microseconds:
                            raise IndexError  # noqa: TRY301 - a fraction inside service hours
                        else:
                            first += into
                    second = before[j]
                    into = until.seconds - opening
                    if into >= 0:
                        after = before[j + 1]
                        if second + into >= after:
                            second = after
                        elif until.microseconds:
                            raise IndexError  # noqa: TRY301
                        else:
                            second += into
                    return second - first
        except (IndexError, AttributeError):
            pass
        here, there = self.local(start), self.local(end)
        if without is NOTHING and self._short(start, here) and self._short(end, there):
            return self.business_seconds_between(here, there)
        exact = self._microseconds_between(here, there, without)
        return exact // _MILLION if exact >= 0 else -(-exact // _MILLION)

    def business_time_between(
        self, start: datetime, end: datetime, /, *, without: Without = NOTHING
    ) -> timedelta:
        """
        Return the service hours between two moments, exactly and signed.

        The same as ``business_seconds_between``, to the microsecond.
        """
        try:
            zone = start.tzinfo
            if zone is end.tzinfo and without is NOTHING and zone is self._wall_zone:
                since, until = start - self._wall_start, end - self._wall_start
                i, j = since.days, until.days
                if i >= 0 <= j:
                    before, opening = self._before, self._opening
                    first, second = before[i], before[j]
                    if (into := since.seconds - opening) >= 0:
                        if into >= (whole := before[i + 1] - first):
                            first += whole
                        elif since.microseconds:
                            raise IndexError  # noqa: TRY301 - a fraction inside service hours
                        else:
                            first += into
                    if (into := until.seconds - opening) >= 0:
                        if into >= (whole := before[j + 1] - second):
                            second += whole
                        elif until.microseconds:
                            raise IndexError  # noqa: TRY301
                        else:
                            second += into
                    return timedelta(0, second - first)
        except (IndexError, AttributeError):
            pass
        here, there = self.local(start), self.local(end)
        return timedelta(microseconds=self._microseconds_between(here, there, without))

    def add_business_time(self, moment: datetime, amount: timedelta, /) -> datetime:
        """
        Return when that much service time has passed since the moment; on the zone's clock.

        An amount used up exactly at a closing is used up at that closing. A negative amount
        counts back, and is used up exactly at an opening at that opening. Zero is the moment.

        Raises:
            NaiveDatetimeError: The moment has no zone.
            CalendarRangeError: The amount runs past the known days.
        Warns: ProjectedCalendarWarning, where a day counted or skipped is not decreed.
        Source: clause 1.1.
        """
        if not isinstance(amount, timedelta):
            raise WrongTypeError("an amount of business time", "a timedelta", amount)
        here = self.local(moment)
        if not amount:
            return here
        line = self._line()
        since = to_microseconds(here)
        wanted = line.position(since) + amount // timedelta.resolution
        if amount > timedelta(0):
            found = line.reached(wanted)
        else:
            found = line.left_at(wanted)
            if found is not None and found > since:
                found = since
        if found is None:
            raise CalendarRangeError(f"{moment.isoformat()} + {amount}", self.first, self.last)
        # A closing at 24:00 is the next day's first instant and rests on the day it closes.
        reached = from_microseconds(found - 1, self.zone).date()
        self.warn_if_projected(max(here.date(), reached))
        return from_microseconds(found, self.zone)

    def spend(
        self, moment: datetime, amount: timedelta, /, *, without: Without = NOTHING
    ) -> tuple[datetime, tuple[Span, ...]] | None:
        """
        Return when an amount of service time is used up, and the stretches it was used in.

        What lies in the spans left out is not counted. None where they never let it end. Says
        nothing of whether the days are decreed; see ``settle``.

        Raises:
            NaiveDatetimeError: The moment has no zone.
            CalendarRangeError: The amount runs past the known days with nothing left out.
        Source: clause 1.1.
        """
        here = self.local(moment)
        line = self._line()
        low = to_microseconds(here)
        left = amount // timedelta.resolution
        used: list[Span] = []
        gaps = [(to_microseconds(a), to_microseconds(b)) for a, b in merged(without.spans)]
        for pause, resume in gaps:
            until = line.reached(line.position(low) + left)
            if until is not None and until <= pause:
                break
            if resume > low:
                stop = max(pause, low)
                left -= line.position(stop) - line.position(low)
                used += self._spans_of(line.stretches(low, stop))
                low = resume
        until = line.reached(line.position(low) + left)
        if until is not None:
            used += self._spans_of(line.stretches(low, until))
            return from_microseconds(until, self.zone), tuple(used)
        if gaps:
            return None
        raise CalendarRangeError(f"{moment.isoformat()} + {amount}", self.first, self.last)

    def _spans_of(self, stretches: list[tuple[int, int]]) -> list[Span]:
        return [
            Span(from_microseconds(start, UTC), from_microseconds(end, UTC))
            for start, end in stretches
        ]

    # ------------------------------------------------------------------ the general path

    def _short(self, moment: datetime, here: datetime) -> bool:
        """Return whether to take the short path again with ``here``: laid now, or another zone."""
        fresh = not self._laid
        if fresh:
            self._lay()
        return (
            (fresh or moment.tzinfo is not self.zone)
            and self._wall_zone is self.zone
            and here.date() <= self.decreed_through
        )

    def _line(self) -> Timeline:
        line = self._timeline
        if line is None:
            business = self.table.dates[1:]
            line = Timeline(((day, self.hours_on(day)) for day in business), self.zone)
            self._put(_timeline=line)
        return line

    def _found(self, found: int | None, asked: datetime, what: str) -> datetime:
        if found is None:
            raise CalendarRangeError(
                f"the next {what} after {asked.isoformat()}", self.first, self.last
            )
        there = from_microseconds(found, self.zone)
        day = there.date()
        if what == "closing":  # 24:00 closes the day before
            day = from_microseconds(found - 1, self.zone).date()
        self.warn_if_projected(max(day, asked.astimezone(self.zone).date()))
        return there

    def _microseconds_between(self, here: datetime, there: datetime, without: Without) -> int:
        """Return the open time between two moments of the calendar's clock; exact, signed."""
        if not self._laid:
            self._lay()
        last = max(here.date(), there.date())
        if without is NOTHING and self._wall_zone is self.zone and last <= self.decreed_through:
            return self._wall_position(there) - self._wall_position(here)
        line = self._line()
        since, until = to_microseconds(here), to_microseconds(there)
        total = line.position(until) - line.position(since)
        if since != until:
            self._warn_between(here, there)
        if without is not NOTHING:
            low, high = min(since, until), max(since, until)
            sign = 1 if since <= until else -1
            for out_from, out_to in merged(without.spans):
                left, right = to_microseconds(out_from), to_microseconds(out_to)
                if left < high and right > low:
                    lost = line.position(min(right, high)) - line.position(max(left, low))
                    total -= sign * lost
        return total

    def _wall_position(self, here: datetime) -> int:
        """Return the open time before a moment of the calendar's clock, by the day tables."""
        since = here - self._wall_start
        before = self._before[since.days]
        open_for = (self._before[since.days + 1] - before) * _MILLION
        into = (since.seconds - self._opening) * _MILLION + since.microseconds
        return before * _MILLION + min(max(into, 0), open_for)

    def _warn_between(self, here: datetime, there: datetime) -> None:
        late = max(here, there)
        day = late.date()
        # Up to 00:00 of a day nothing of that day is counted or skipped.
        self.warn_if_projected(day - _DAY if late.time() == MIDNIGHT and day > self.first else day)

    def ranges(self, *withouts: Without) -> Ranges:
        """Return the business days the spans take, as stretches of ranks of ``table``."""
        found: list[tuple[int, int]] = []
        for without in withouts:
            for start, end in merged(without.spans):
                found += self._ranks(start, end, without.test)
        if len(found) < 2:  # noqa: PLR2004 - nothing to merge
            return tuple(found)
        joined: list[tuple[int, int]] = []
        for low, high in sorted(found):
            if joined and low <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], high))
            else:
                joined.append((low, high))
        return tuple(joined)

    def _ranks(self, start: datetime, end: datetime, test: DayTest) -> list[tuple[int, int]]:
        """Return the stretch of ranks one span takes, if it takes any."""
        here, there = start.astimezone(self.zone), end.astimezone(self.zone)
        if there.date() < self.first or here.date() > self.last:
            return []
        low = self._first_rank(here.date(), start, test)
        high = self._last_rank(there.date(), end, test)
        if low == high and test is DayTest.TOUCHES:
            line = self._line()
            since, until = to_microseconds(here), to_microseconds(there)
            if line.position(since) == line.position(until):
                return []  # in a pause between two intervals of one day
        return [(low, high + 1)] if low <= high else []

    def _first_rank(self, day: date, start: datetime, test: DayTest) -> int:
        """Return the rank of the first business day a span from ``start`` (UTC) on takes."""
        if day < self.first:
            return 1
        rank = self.table.rank_from(day)
        if self.table.flags[self.table.index(day)]:
            bound = self.opening_on(day) if test is DayTest.COVERS else self.closing_on(day)
            taken = start <= bound if test is DayTest.COVERS else start < bound
            return rank if taken else rank + 1
        return rank

    def _last_rank(self, day: date, end: datetime, test: DayTest) -> int:
        """Return the rank of the last business day a span up to ``end`` (UTC) takes."""
        if day > self.last:
            return len(self.table.dates) - 1
        rank = self.table.rank(day)
        if self.table.flags[self.table.index(day)]:
            bound = self.closing_on(day) if test is DayTest.COVERS else self.opening_on(day)
            taken = end >= bound if test is DayTest.COVERS else end > bound
            return rank if taken else rank - 1
        return rank

    # ------------------------------------------------------------------ other calendars

    def with_decree(self, decree: Decree, /) -> Self:
        """
        Return the calendar once the act is out: the days after the last decreed one, replaced.

        Raises:
            CalendarFactsError: The act settles days already decreed, or outside the range.
        """
        known = self.decreed_through
        given = [*decree.days_off, *decree.working_days]
        early = [day for day in map(_date, given) if not known < day <= decree.through]
        if early or decree.through <= known:
            raise CalendarFactsError(
                f"a decree settles days after {known} through {decree.through} only",
                ", ".join(map(str, early)) or decree.through,
            )

        def kept(days: tuple[date, ...]) -> list[date | SpecialDay]:
            return [
                self._reasons.get(day, day) for day in days if not known < day <= decree.through
            ]

        return self._changed(
            decreed_through=decree.through,
            days_off=[*kept(self._off), *decree.days_off],
            working_days=[*kept(self._worked), *decree.working_days],
            last=max(self.last, decree.through),
        )

    def with_hours(self, day: date, hours: Hours, /) -> Self:
        """Return the calendar with other hours on one date; no hours makes it a day off."""
        self.table.index(day)
        return self._changed(hours_on={**self._hours_on, day: hours})

    def _arguments(self) -> dict[str, Any]:
        return {
            "zone": self.zone,
            "week": self.week,
            "first": self.first,
            "last": self.last,
            "decreed_through": self.decreed_through,
            "days_off": tuple(self._reasons.get(day, day) for day in self._off),
            "working_days": tuple(self._reasons.get(day, day) for day in self._worked),
            "hours_on": dict(self._hours_on),
            "beyond": self.beyond,
            "special_day": self._special_day,
        }

    def _changed(self, **changes: Any) -> Self:
        return type(self)(**(self._arguments() | changes))

    def _value(self) -> tuple[object, ...]:
        return (
            str(self.zone),
            self.week,
            self.first,
            self.last,
            self.decreed_through,
            self.beyond,
            self.table.flags,
            tuple(self._hours_on.items()),
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, BusinessCalendar):
            return NotImplemented
        return self._value() == other._value()

    def __hash__(self) -> int:
        return hash(self._value())

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (type(self), self._arguments())

    def __repr__(self) -> str:
        return (
            f"<{type(self).__name__} {self.zone}, {self.first} … {self.last}, "
            f"decreed through {self.decreed_through}>"
        )


@cache
def _shown_again(clock: time) -> time:
    """Return the second showing of a time of day, where the clock shows it twice."""
    return clock.replace(fold=1)


class _NoZone:
    """The zone of no moment: while it stands in a slot, the short path is shut."""


_NO_ZONE: Final = _NoZone()


def _levels_to_the_caller() -> int:
    """Return how many calls up the first one from outside the package was made."""
    level, frame = 1, sys._getframe(1)  # noqa: SLF001 - the way the standard library counts levels
    while frame.f_back is not None and f"{frame.f_globals.get('__name__')}.".startswith(
        "slarules."
    ):
        level, frame = level + 1, frame.f_back
    return level


def _rebuilt(cls: type[BusinessCalendar], arguments: dict[str, Any]) -> BusinessCalendar:
    return cls(**arguments)


def _zone(zone: tzinfo | str) -> tzinfo:
    if isinstance(zone, tzinfo):
        return zone
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, TypeError, OSError):
        raise UnknownZoneError(zone) from None


def _week(week: Week) -> Week:
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    if len(week) != len(names):
        raise CalendarFactsError("a week has seven days of hours", len(week))
    mon, tue, wed, thu, fri, sat, sun = map(checked_hours, week, names)
    return mon, tue, wed, thu, fri, sat, sun


def _date(day: date | SpecialDay) -> date:
    return day.day if isinstance(day, SpecialDay) else day


def _dates(days: Iterable[date | SpecialDay], reasons: dict[date, SpecialDay]) -> tuple[date, ...]:
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


def _bounds(interval: Interval) -> tuple[int, int]:
    return interval.bounds()
