"""
Business days of a declared range, as running counts: any span is one subtraction.

Dates only. What is decreed, and the hours of a day, are the calendar's business.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, datetime
from itertools import accumulate, compress
from operator import itemgetter, not_
from typing import TYPE_CHECKING, Final

from slarules.errors import CalendarRangeError, WrongTypeError

if TYPE_CHECKING:
    from collections.abc import Sequence

Ranges = tuple[tuple[int, int], ...]
"""Stretches of business days left out of a count, by rank, half-open, in order, apart."""

NO_RANGES: Final[Ranges] = ()
_start: Final = itemgetter(0)
_end: Final = itemgetter(1)


class DayTable:
    """
    The business days from ``first`` through ``last``, both inclusive.

    The *rank* of a day is the number of business days from ``first`` through that day, the day
    itself included; the business day of rank r is ``dates[r]``.
    """

    __slots__ = ("_off", "_off_is_asked", "base", "dates", "first", "flags", "last", "through")

    def __init__(self, first: date, last: date, flags: bytes) -> None:
        """Take one byte a day: 1 for a business day, 0 for a day off."""
        self.first: Final = first
        self.last: Final = last
        self.base: Final = first.toordinal()
        self.flags: Final = flags
        self.through: Final[list[int]] = list(accumulate(flags))
        days = map(date.fromordinal, range(self.base, self.base + len(flags)))
        # The first entry is never an answer: ranks count from 1.
        self.dates: Final[list[date]] = [date.min, *compress(days, flags)]
        self._off: list[date] | None = None
        self._off_is_asked = False

    def index(self, day: date) -> int:
        """Return the day's place in the table; refuse what is no day of the range."""
        if type(day) is not date and (not isinstance(day, date) or isinstance(day, datetime)):
            raise WrongTypeError("a day", "a date (of the calendar's zone, not a moment)", day)
        place = day.toordinal() - self.base
        if not 0 <= place < len(self.flags):
            raise CalendarRangeError(day, self.first, self.last)
        return place

    def rank(self, day: date) -> int:
        """Return how many business days there are from ``first`` through the day."""
        return self.through[self.index(day)]

    def add(self, day: date, n: int, left_out: Ranges = NO_RANGES) -> date:
        """
        Return the n-th business day after the day (before it, if n is negative).

        The day itself is never counted; n = 0 is the day itself, business day or not. Days
        whose ranks are left out are not counted.
        """
        place = self.index(day)
        if n == 0:
            return day
        if n > 0:
            target = self.through[place] + n
            first = self.through[place] + 1
            for each in range(bisect_right(left_out, first, key=_end), len(left_out)):
                start, end = left_out[each]
                if start > target:
                    break
                target += end - max(start, first)
        else:
            before = self.through[place] - self.flags[place] + 1
            target = before + n
            for each in range(bisect_left(left_out, before, key=_start) - 1, -1, -1):
                start, end = left_out[each]
                if end <= target:
                    break
                target -= min(end, before) - start
        if not 1 <= target < len(self.dates):
            raise CalendarRangeError(f"{day} {n:+d} business days", self.first, self.last)
        return self.dates[target]

    def left_out(self, ranges: Ranges, start: date, end: date) -> tuple[date, ...]:
        """Return the business days of the ranges that lie between the two days."""
        low, high = self.rank(start) + 1, self.rank_from(end)
        found: list[date] = []
        for each in range(bisect_right(ranges, low, key=_end), len(ranges)):
            since, until = ranges[each]
            if since >= high:
                break
            found += self.dates[max(since, low) : min(until, high)]
        return tuple(found)

    def off_between(self, start: date, end: date) -> Sequence[date]:
        """Return the days off strictly after ``start`` and not after ``end``."""
        place, until = self.index(start), self.index(end)
        if self._off is not None:
            return self._off[place + 1 - self.through[place] : until + 1 - self.through[until]]
        # Laid at the second question, since many a process asks but once.
        if self._off_is_asked:
            self._off = self._days_off(0, len(self.flags))
        self._off_is_asked = True
        return self._days_off(place + 1, until + 1)

    def _days_off(self, start: int, end: int) -> list[date]:
        days = map(date.fromordinal, range(self.base + start, self.base + end))
        return list(compress(days, map(not_, self.flags[start:end])))

    def rank_from(self, day: date) -> int:
        """Return the rank of the first business day that is not before the day."""
        place = self.index(day)
        return self.through[place] + 1 - self.flags[place]
