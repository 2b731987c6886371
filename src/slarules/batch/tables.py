"""
What a calendar's answers are looked up in, as arrays: its days, its stretches, its clocks.

The tables are those of the calendar itself (``daytable.py``, ``timeline.py``), in ticks since 1970
of the unit asked for, and laid when first needed. Where the desk has one interval a day, always
opens at the same time, and its clock does not shift on a business day, a moment is looked up by
its day; on every other desk among the stretches of the timeline, by bisection.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from slarules.batch.clock import Clock, clock_of
from slarules.batch.moments import in_ticks
from slarules.calendar.clock import shifts

if TYPE_CHECKING:
    from datetime import tzinfo

    import numpy.typing as npt

    from slarules.calendar import BusinessCalendar

    Array = npt.NDArray[Any]

DAY: Final = 86_400
"""The seconds of a day on a clock that is not shifted."""
EPOCH: Final = date(1970, 1, 1).toordinal()
_MICRO: Final = 1_000_000
_HALF: Final = 1 << 31


class Stretches(NamedTuple):
    """The open stretches of a calendar in UTC ticks, and the open ticks before each (and all)."""

    opens: Array
    closes: Array
    before: Array

    def position(self, now: Array) -> Array:
        """Return the open time before each instant."""
        if not len(self.opens):
            return np.zeros(len(now), np.int64)
        place = np.searchsorted(self.opens, now, side="right")
        last = np.maximum(place - 1, 0)
        found = np.minimum(self.before[place], self.before[last] + now - self.opens[last])
        return np.where(place == 0, 0, found)

    def is_open(self, now: Array) -> Array:
        """Return whether each instant lies in a stretch; its start does, its end does not."""
        if not len(self.opens):
            return np.zeros(len(now), np.bool_)
        place = np.searchsorted(self.opens, now, side="right") - 1
        found: Array = (place >= 0) & (now < self.closes[np.maximum(place, 0)])
        return found


class Plain(NamedTuple):
    """
    A desk that is looked up by its day, from one opening to the next.

    The tables begin with the time before the first day's opening; no day of theirs is open.
    """

    opening: int
    """The ticks from midnight to the opening, of every business day."""
    lengths: Array | None
    """The open ticks of each day, where business days differ; None where all are as long."""
    same: int
    """How long every business day is, where there is but one length."""
    packed: Array
    """The open ticks before each day; where days are of one length, twice that, and 1 more if the
    day is open."""


class Tables:
    """The tables of one calendar; every method keeps what it lays."""

    def __init__(self, calendar: BusinessCalendar) -> None:
        self.calendar: Final = calendar
        table = calendar.table
        self.base: Final = table.base - EPOCH
        """The calendar's first day, in days since 1970."""
        self.flags: Final[Array] = np.frombuffer(table.flags, np.uint8)
        self.through: Final[Array] = np.array(table.through, np.int32)
        """The rank of each day: business days from the first through it."""
        self.dates: Final[Array] = np.flatnonzero(self.flags) + self.base
        """The business days, in days since 1970; the one of rank r is at r - 1."""
        self.size: Final = len(self.flags)
        self.decreed: Final = max(0, (calendar.decreed_through - calendar.first).days + 1)
        """How many of the days are decreed."""
        kinds = calendar.all_hours()
        whole = all(b % _MICRO == 0 for hours in kinds for one in hours for b in one.bounds())
        self.coarsest: Final = "s" if whole else "us"
        self._clocks: Final[dict[tuple[tzinfo, int], Clock]] = {}
        self._stretches: Final[dict[int, Stretches]] = {}
        self._plains: Final[dict[int, Plain | None]] = {}

    def clock(self, zone: tzinfo, per_second: int) -> Clock:
        """Return a zone's clock over the calendar's days."""
        key = zone, per_second
        if key not in self._clocks:
            first, last = self.calendar.first, self.calendar.last
            self._clocks[key] = clock_of(zone, first, last, per_second)
        return self._clocks[key]

    def stretches(self, per_second: int) -> Stretches:
        """Return the open stretches in ticks since 1970 in UTC."""
        if per_second not in self._stretches:
            line = self.calendar.line()
            self._stretches[per_second] = Stretches(
                *(in_ticks(one, per_second) for one in (line.opens, line.closes, line.before))
            )
        return self._stretches[per_second]

    def plain(self, per_second: int) -> Plain | None:
        """Return the desk by its days, where it can be looked up so."""
        if per_second not in self._plains:
            self._plains[per_second] = self._plain(per_second)
        return self._plains[per_second]

    def _plain(self, per_second: int) -> Plain | None:
        line = self.stretches(per_second)
        if len(line.opens) != len(self.dates) or not len(self.dates):
            return None
        day = DAY * per_second
        opening = self.clock(self.calendar.zone, per_second).to_wall(line.opens)
        into = opening - self.dates * day
        everyday = range(self.size)
        base = self.calendar.table.base
        shifted = shifts([date.fromordinal(base + place) for place in everyday], self.calendar.zone)
        if (into != into[0]).any() or self.flags[shifted].any():
            return None
        lengths = np.zeros(self.size + 1, np.int64)
        lengths[self.dates - self.base + 1] = line.closes - line.opens
        before = np.cumsum(lengths) - lengths
        opened = lengths[lengths > 0]
        same = bool((opened == opened[0]).all())
        packed = before * 2 + (lengths > 0) if same else before
        kind = self.rel_type(per_second)
        if int(packed[-1]) >= _HALF:
            kind = np.int64
        return Plain(
            opening=int(into[0]),
            lengths=None if same else lengths.astype(kind),
            same=int(opened[0]) if same else 0,
            packed=packed.astype(kind),
        )

    def closing_second(self) -> int | None:
        """Return the second of the day at which every business day closes; None if they differ."""
        plain = self.plain(1) if self.coarsest == "s" else None
        return None if plain is None or plain.lengths is not None else plain.opening + plain.same

    def rel_type(self, per_second: int) -> type[np.uint32 | np.int64]:
        """Return the narrowest type that holds every tick of the range, and a day more."""
        return np.uint32 if (self.size + 1) * DAY * per_second < 1 << 32 else np.int64
