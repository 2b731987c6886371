"""
Business time between moments: the short path over tables, and the general one.

The short path is for desks whose days all open at one time and for one stretch, on a clock that
does not shift inside it; moments of the desk's zone and of UTC take it. Everything else takes
``timeline.py``. A test holds the two together.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import Final

from slarules.calendar.desk import Desk
from slarules.errors import CalendarRangeError, WrongTypeError
from slarules.parameters import MIDNIGHT, Hours
from slarules.spans import NOTHING, Span, Without, merged
from slarules.timeline import from_microseconds, to_microseconds

_DAY: Final = timedelta(days=1)
_MILLION: Final = 1_000_000
_NEVER: Final = datetime.min  # noqa: DTZ901 - never compared
"""Fills the place of rank 0, which no answer has."""


class _NoZone:
    """The zone of no moment: while it stands in a slot, the short path is shut."""


_NO_ZONE: Final = _NoZone()


class BusinessCalendar(Desk):
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
        "_before",
        "_closings",
        "_laid",
        "_opening",
        "_openings",
        "_utc_from",
        "_utc_start",
        "_utc_zone",
        "_wall_start",
        "_wall_zone",
    )

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

    def _prepare(self) -> None:
        self._put(_wall_zone=_NO_ZONE, _utc_zone=_NO_ZONE, _laid=False)

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
        usual = _seconds(self.usual_hours())
        lengths = [usual * flag for flag in self.table.flags]
        if len({hours for hours in self.week if hours}) > 1:
            by_weekday = [_seconds(hours) for hours in self.week]
            for place, day in enumerate(self._all_days()):
                if lengths[place]:
                    lengths[place] = by_weekday[day.weekday()] or usual
        for day, hours in self._hours_on.items():
            lengths[day.toordinal() - self.table.base] = _seconds(hours)
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

    # ------------------------------------------------------------------ moments

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
        return self.line().is_open(to_microseconds(here))

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
        return self._found(self.line().next_opening(to_microseconds(here)), moment, "opening")

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
        return self._found(self.line().next_closing(to_microseconds(here)), moment, "closing")

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
        line = self.line()
        wanted = line.position(to_microseconds(here)) + amount // timedelta.resolution
        found = line.reached(wanted) if amount > timedelta(0) else line.left_at(wanted)
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
        line = self.line()
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
                used += _spans_of(line.stretches(low, stop))
                low = resume
        until = line.reached(line.position(low) + left)
        if until is not None:
            used += _spans_of(line.stretches(low, until))
            return from_microseconds(until, self.zone), tuple(used)
        if gaps:
            return None
        raise CalendarRangeError(f"{moment.isoformat()} + {amount}", self.first, self.last)

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
        # The tables end where the last decreed day begins.
        if without is NOTHING and self._wall_zone is self.zone and last < self.decreed_through:
            return self._wall_position(there) - self._wall_position(here)
        line = self.line()
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


def _spans_of(stretches: list[tuple[int, int]]) -> list[Span]:
    return [
        Span(from_microseconds(start, UTC), from_microseconds(end, UTC)) for start, end in stretches
    ]


def _seconds(hours: Hours) -> int:
    bounds = [interval.bounds() for interval in hours]
    return sum(closes - opens for opens, closes in bounds) // _MILLION
