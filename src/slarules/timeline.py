"""
Service hours as stretches of real time: right in any zone, whatever its clock does.

Every interval of every business day is laid on one line in UTC microseconds, with the open time
before each as a running sum. Any question is then a binary search, whatever the span.

What a shifted clock means. An interval opens at the first instant at which the clock shows its
opening time, and closes at the last instant at which the clock shows its closing time. A time
that the clock skips is reached at the instant of the jump. 24:00 is the first instant of the
next civil day. Elapsed time is real time: a day of 25 hours that is open round the clock has 25.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from slarules.parameters import MIDNIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from slarules.parameters import Hours

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_DAY: Final = timedelta(days=1)
_DAY_LENGTH: Final = _DAY // _MICROSECOND
_EPOCH_DAY: Final = EPOCH.toordinal()


def to_microseconds(moment: datetime) -> int:
    """Return an aware moment as whole microseconds since 1970 in UTC."""
    # Two objects of different zones are compared in UTC; EPOCH's zone is UTC.
    since = moment.astimezone(UTC) - EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def from_microseconds(count: int, zone: tzinfo) -> datetime:
    """Return the moment that many microseconds after 1970 in UTC, on the zone's clock."""
    return (EPOCH + count * _MICROSECOND).astimezone(zone)


def instant(day: date, clock: time, zone: tzinfo, *, last: bool) -> int:
    """
    Return when the zone's clock shows that time of that day, in UTC microseconds.

    Args:
        day: The civil day.
        clock: The time of day, on the zone's clock.
        zone: The zone.
        last: Of a time the clock shows twice, the second showing; else the first.

    A time the clock skips is reached at the instant of the jump.
    """
    wall = datetime.combine(day, clock, tzinfo=zone)
    shown = (wall.replace(tzinfo=UTC) - EPOCH) // _MICROSECOND
    early = shown - _offset(wall.replace(fold=0))
    late = shown - _offset(wall.replace(fold=1))
    if early <= late:  # shown once, or twice
        return late if last else early
    # Skipped: before the jump ``late`` is not reached, and at ``early`` it is past.
    low, high = late, early
    naive = wall.replace(tzinfo=None)
    while high - low > 1:
        middle = (low + high) // 2
        if from_microseconds(middle, zone).replace(tzinfo=None) < naive:
            low = middle
        else:
            high = middle
    return high


def _offset(wall: datetime) -> int:
    offset = wall.utcoffset()
    return 0 if offset is None else offset // _MICROSECOND


class Timeline:
    """
    The open stretches of a calendar, in UTC microseconds.

    A *position* is the open time before a moment, in microseconds from the first opening.
    """

    __slots__ = ("before", "closes", "opens")

    def __init__(self, days: Iterable[tuple[date, Hours]], zone: tzinfo) -> None:
        """Take the business days in order, each with its hours."""
        opens: list[int] = []
        closes: list[int] = []
        bounds: dict[Hours, list[tuple[int, int]]] = {}
        for day, hours in days:
            midnight = datetime.combine(day, MIDNIGHT, zone)
            offset = midnight.utcoffset()
            tomorrow = midnight + _DAY
            if offset is not None and offset == tomorrow.utcoffset():
                # Almost every day: one offset throughout, so the bounds are plain sums.
                start = (day.toordinal() - _EPOCH_DAY) * _DAY_LENGTH - offset // _MICROSECOND
                if hours not in bounds:
                    bounds[hours] = [interval.bounds() for interval in hours]
                for opening, closing in bounds[hours]:
                    opens.append(start + opening)
                    closes.append(start + closing)
                continue
            for interval in hours:
                opening = instant(day, interval.opens, zone, last=False)
                if interval.closes == MIDNIGHT:
                    closing = instant(tomorrow.date(), MIDNIGHT, zone, last=False)
                else:
                    closing = instant(day, interval.closes, zone, last=True)
                if opens and opening < closes[-1]:
                    # Two intervals that meet in a repeated hour: real time is counted once.
                    opening = closes[-1]
                if closing > opening:
                    opens.append(opening)
                    closes.append(closing)
        self.opens: Final = opens
        self.closes: Final = closes
        self.before: Final = [
            0,
            *accumulate(b - a for a, b in zip(opens, closes, strict=True)),
        ]

    def position(self, moment: int) -> int:
        """Return the open time before the moment."""
        place = bisect_right(self.opens, moment)
        if place == 0:
            return 0
        return min(self.before[place], self.before[place - 1] + moment - self.opens[place - 1])

    def reached(self, position: int) -> int | None:
        """
        Return the first moment by which that much time was open; None past the last closing.

        An amount used up exactly at a closing is reached at that closing.
        """
        place = bisect_left(self.before, position) - 1
        if place < 0:
            return self.opens[0] if self.opens else None
        if place >= len(self.opens):
            return None
        return self.opens[place] + position - self.before[place]

    def left_at(self, position: int) -> int | None:
        """
        Return the last moment before which that much time was open, and no more.

        The mirror of ``reached``: an amount used up exactly at an opening is at that opening.
        """
        place = bisect_right(self.before, position) - 1
        if place < 0:
            return None
        if place >= len(self.opens):
            return self.closes[-1] if self.closes and position == self.before[-1] else None
        return self.opens[place] + position - self.before[place]

    def stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the open stretches between two moments, cut to them, none of them empty."""
        if start >= end:
            return []
        first = bisect_right(self.closes, start)
        last = bisect_left(self.opens, end)
        return [
            (max(start, opens), min(end, closes))
            for opens, closes in zip(self.opens[first:last], self.closes[first:last], strict=True)
        ]

    def is_open(self, moment: int) -> bool:
        """Return whether the moment lies in a stretch; its start does, its end does not."""
        place = bisect_right(self.opens, moment)
        return place > 0 and moment < self.closes[place - 1]

    def next_opening(self, moment: int) -> int | None:
        """Return the moment itself if open, else the next opening; None past the last."""
        if self.is_open(moment):
            return moment
        place = bisect_left(self.opens, moment)
        return self.opens[place] if place < len(self.opens) else None

    def next_closing(self, moment: int) -> int | None:
        """Return the next closing strictly after the moment; None past the last."""
        place = bisect_right(self.closes, moment)
        return self.closes[place] if place < len(self.closes) else None
