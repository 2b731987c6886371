"""
A desk: the days it works, the hours of each, and when it opens and closes on them (1.1).

Everything here is about days of the desk's own zone; what lies between two moments is the business
of the calendar built on it (``business.py``).
"""

from __future__ import annotations

import sys
import warnings
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import compress, count
from operator import ne
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from slarules.calendar.clock import shifts, showing
from slarules.calendar.facts import (
    DECREED,
    LONGEST,
    Beyond,
    Day,
    DayStatus,
    date_of,
    dates_of,
    flags_of,
    no_special_day,
    week_of,
    zone_of,
)
from slarules.calendar.ranks import ranges_of
from slarules.days import DayKind, SpecialDay
from slarules.daytable import DayTable
from slarules.errors import (
    CalendarFactsError,
    CalendarLengthError,
    CalendarRangeError,
    ProjectedCalendarError,
    ProjectedCalendarWarning,
    WrongTypeError,
    refuse_naive,
)
from slarules.parameters import MIDNIGHT, Hours, Week, checked_hours
from slarules.spans import NOTHING, Without
from slarules.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Never, NoReturn, Self

    from slarules.calendar.facts import Decree
    from slarules.daytable import Ranges

_DAY: Final = timedelta(days=1)


class Desk:
    """
    The days of a desk over a declared range, and its hours on each.

    Made as a ``BusinessCalendar``, whose arguments it takes.
    """

    __slots__ = (
        "_base",
        "_business",
        "_decreed",
        "_hours_on",
        "_off",
        "_reasons",
        "_shifts",
        "_special_day",
        "_through",
        "_timeline",
        "_worked",
        "beyond",
        "decreed_through",
        "first",
        "last",
        "table",
        "week",
        "zone",
    )

    zone: Final[tzinfo]  # type: ignore[misc] # set past __setattr__
    week: Final[Week]  # type: ignore[misc] # set past __setattr__
    first: Final[date]  # type: ignore[misc] # set past __setattr__
    last: Final[date]  # type: ignore[misc] # set past __setattr__
    decreed_through: Final[date]  # type: ignore[misc] # set past __setattr__
    beyond: Final[Beyond]  # type: ignore[misc] # set past __setattr__
    table: Final[DayTable]  # type: ignore[misc] # set past __setattr__
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
    # Once asked for.
    _shifts: list[int] | None
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
        special_day: Callable[[date], SpecialDay | None] = no_special_day,
    ) -> None:
        if last < first:
            raise CalendarFactsError("the range ends before it starts", f"{first} … {last}")
        if (last - first).days >= LONGEST:
            raise CalendarLengthError(first, last, LONGEST)
        reasons: dict[date, SpecialDay] = {}
        self._put(
            zone=zone_of(zone),
            week=week_of(week),
            first=first,
            last=last,
            decreed_through=min(decreed_through, last),
            beyond=beyond,
            _off=dates_of(days_off, reasons),
            _worked=dates_of(working_days, reasons),
            _hours_on={day: checked_hours(hours_on[day], str(day)) for day in sorted(hours_on)},
            _reasons=reasons,
            _special_day=special_day,
        )
        # The hot paths look up decreed days only: a projected day and a day out of range miss,
        # and are told apart on the slow path.
        flags = flags_of(first, last, self.week, self._off, self._worked, self._hours_on)
        table = DayTable(first, last, flags)
        decreed = max(0, (self.decreed_through - first).days + 1)
        self._put(
            table=table,
            _base=table.base,
            _business=list(map(bool, table.flags[:decreed])),
            _through=table.through[:decreed],
            _decreed=table.dates[: (table.through[decreed - 1] if decreed else 0) + 1],
            _shifts=None,
            _timeline=None,
        )
        self._prepare()

    def _prepare(self) -> None:
        """Set what a calendar keeps beside these facts."""

    def _put(self, **slots: object) -> None:
        for name, value in slots.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: Never) -> NoReturn:
        message = f"a calendar is immutable: {name} cannot be set; build another one"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> NoReturn:
        message = f"a calendar is immutable: {name} cannot be deleted; build another one"
        raise AttributeError(message)

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

    # ------------------------------------------------------------------ hours

    def hours_on(self, day: date, /) -> Hours:
        """Return the service hours of the day, in order; empty on a day off."""
        if not self.table.flags[self.table.index(day)]:
            return ()
        own = self._hours_on.get(day) if self._hours_on else None
        return own or self.week[day.weekday()] or self.usual_hours()

    def all_hours(self) -> set[Hours]:
        """Return every kind of service hours a day of the calendar may have."""
        return {hours for hours in (*self.week, *self._hours_on.values()) if hours}

    def usual_hours(self) -> Hours:
        """Return what a working day outside the week is open: the first weekday's hours."""
        return next((hours for hours in self.week if hours), ())

    def _hours_or_refuse(self, day: date) -> Hours:
        hours = self.hours_on(day)
        if not hours:
            raise CalendarFactsError("a day off has no service hours", day)
        return hours

    def opening_on(self, day: date, /) -> datetime:
        """Return when the business day opens; says nothing of the day's status."""
        return showing(day, self._hours_or_refuse(day)[0].opens, self.zone, last=False)

    def closing_on(self, day: date, /) -> datetime:
        """Return when the business day closes for good; says nothing of the day's status."""
        closes = self._hours_or_refuse(day)[-1].closes
        if closes == MIDNIGHT:
            return self.end_of(day)
        return showing(day, closes, self.zone, last=True)

    def end_of(self, day: date, /) -> datetime:
        """Return 24:00 of the day: the first instant of the next one."""
        return showing(day + _DAY, MIDNIGHT, self.zone, last=False)

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

    def local(self, moment: datetime, /) -> datetime:
        """Return the moment on the calendar's clock; refuse a naive one, or one out of range."""
        if type(moment) is not datetime or moment.tzinfo is not UTC:
            refuse_naive(moment, "a moment")
        here = moment.astimezone(self.zone)
        if not self.first <= here.date() <= self.last:
            raise CalendarRangeError(moment.isoformat(), self.first, self.last)
        return here

    def steady_utc(self) -> tuple[datetime, int]:
        """
        Return what places a moment in UTC on its day by a subtraction, and from which day on.

        The first is the instant at which the first day would have begun on the offset that the
        clock has at the end of the range; the second the place of the first day from which on
        the clock keeps that offset.
        """
        shifted = self._clock_shifts()
        offset = datetime.combine(self.last, MIDNIGHT, self.zone).utcoffset()
        start = datetime.combine(self.first, MIDNIGHT, UTC) - (offset or timedelta(0))
        return start, shifted[-1] + 1 if shifted else 0

    def _clock_shifts(self) -> list[int]:
        """Return the places of the days on which the zone's clock is shifted, in order."""
        if self._shifts is None:
            self._put(_shifts=shifts(self._all_days(), self.zone))
        assert self._shifts is not None
        return self._shifts

    def _all_days(self) -> list[date]:
        base = self.table.base
        return list(map(date.fromordinal, range(base, base + len(self.table.flags))))

    def line(self) -> Timeline:
        """Return the service hours as stretches of real time, laid when first needed."""
        line = self._timeline
        if line is None:
            business = self.table.dates[1:]
            line = Timeline(((day, self.hours_on(day)) for day in business), self.zone)
            self._put(_timeline=line)
        return line

    def ranges(self, *withouts: Without) -> Ranges:
        """Return the business days the spans take, as stretches of ranks of ``table``."""
        return ranges_of(self, withouts)

    # ------------------------------------------------------------------ decreed or projected

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
            return DECREED
        if self.beyond is Beyond.REFUSE:
            raise ProjectedCalendarError(day, self.decreed_through)
        return DayStatus.PROJECTED

    def warn_if_projected(self, day: date, /) -> None:
        """Settle the day for a bare value: what cannot carry its status comes with a warning."""
        if self.settle(day) is DayStatus.PROJECTED:
            warning = ProjectedCalendarWarning(day, self.decreed_through)
            warnings.warn(warning, stacklevel=_levels_to_the_caller())

    # ------------------------------------------------------------------ other calendars

    def with_decree(self, decree: Decree, /) -> Self:
        """
        Return the calendar once the act is out: the days after the last decreed one, replaced.

        Raises:
            CalendarFactsError: The act settles days already decreed, or outside the range.
        """
        known = self.decreed_through
        given = [*decree.days_off, *decree.working_days]
        early = [day for day in map(date_of, given) if not known < day <= decree.through]
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
        if not isinstance(other, Desk):
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


def _levels_to_the_caller() -> int:
    """Return how many calls up the first one from outside the package was made."""
    level, frame = 1, sys._getframe(1)  # noqa: SLF001 - the way the standard library counts levels
    while frame.f_back is not None and f"{frame.f_globals.get('__name__')}.".startswith(
        "slarules."
    ):
        level, frame = level + 1, frame.f_back
    return level


def _rebuilt(cls: type[Desk], arguments: dict[str, Any]) -> Desk:
    return cls(**arguments)
