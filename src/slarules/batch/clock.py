"""
A zone's clock over the days of a calendar, for arrays: its shifts, and the offset before each.

A time the clock shows twice is its first showing, and a time it skips is shown by the offset
before the jump: what ``datetime`` means by ``fold=0``. A column that needs the second showing is
given in UTC.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from datetime import tzinfo

    import numpy.typing as npt

    Array = npt.NDArray[Any]

_DAY: Final = 86_400
_EPOCH: Final = date(1970, 1, 1).toordinal()
_NAT: Final = 1 << 63
"""What NaT is as a number without a sign: more than any moment since 1970."""
_MARGIN: Final = 3
"""Days looked at beyond a calendar's range: no clock differs from another by as much."""


class Clock:
    """
    One zone's clock, in ticks of a length, over a range of days.

    ``instants`` are the shifts in UTC and ``walls`` what the clock shows at the end of the
    times that the offset before the shift governs.
    """

    __slots__ = ("_instants", "_offsets", "_walls", "instants", "offsets", "per_second", "walls")

    def __init__(self, shifts: tuple[tuple[int, int], ...], start: int, per_second: int) -> None:
        """Take shifts in seconds, each with the offset after it, and the offset before all."""
        offsets = [start, *(offset for _, offset in shifts)]
        pairs = pairwise(offsets)
        self.per_second: Final = per_second
        self._instants: Final = [at * per_second for at, _ in shifts]
        self._walls: Final = [
            (at + max(pair)) * per_second for (at, _), pair in zip(shifts, pairs, strict=True)
        ]
        self._offsets: Final = [offset * per_second for offset in offsets]
        self.instants: Final = np.array(self._instants, np.int64)
        self.walls: Final = np.array(self._walls, np.int64)
        self.offsets: Final = np.array(self._offsets, np.int64)

    def offset_shown(self, low: int, high: int) -> int | None:
        """Return the offset that governs all times shown from low to high, if one does."""
        place = bisect_right(self._walls, low)
        return self._offsets[place] if place == bisect_right(self._walls, high) else None

    def offset_at(self, low: int, high: int) -> int | None:
        """Return the offset at all instants from low to high, if there is but one."""
        place = bisect_right(self._instants, low)
        return self._offsets[place] if place == bisect_right(self._instants, high) else None

    def to_utc(self, shown: Array) -> Array:
        """Return the instants at which the clock shows these times; both in ticks since 1970."""
        ends = _ends(shown) if self._walls else (0, 0)
        offset = None if ends is None else self.offset_shown(*ends)
        if offset is not None:
            return shown - offset if offset else shown
        return shown - self.offsets[np.searchsorted(self.walls, shown, side="right")]

    def show(self, instants: Array, out: Array) -> None:
        """Write what the clock shows at these instants; nothing is laid for it but ``out``."""
        ends = _ends(instants) if self._instants else (0, 0)
        offset = None if ends is None else self.offset_at(*ends)
        if offset is None:
            np.copyto(out, self.to_wall(instants))
        else:
            np.add(instants, offset, out=out)

    def to_wall(self, instants: Array) -> Array:
        """Return what the clock shows at these instants; both in ticks since 1970."""
        ends = _ends(instants) if self._instants else (0, 0)
        offset = None if ends is None else self.offset_at(*ends)
        if offset is not None:
            return instants + offset if offset else instants
        return instants + self.offsets[np.searchsorted(self.instants, instants, side="right")]


def _ends(ticks: Array) -> tuple[int, int] | None:
    """Return the first and the last of the ticks that are not NaT; None if that is not plain."""
    if not len(ticks):
        return None
    unsigned = ticks.view(np.uint64)
    low, high = int(unsigned.min()), int(unsigned.max())
    if high > _NAT:  # before 1970
        return None
    if high == _NAT:
        high = int(ticks.max())
    return (low, high) if low <= high else None


def clock_of(zone: tzinfo, first: date, last: date, per_second: int) -> Clock:
    """Return the zone's clock over these days, in ticks of which a second has so many."""
    shifts, start = _shifts(zone, first.toordinal(), last.toordinal())
    return Clock(shifts, start, per_second)


@lru_cache(maxsize=64)
def _shifts(zone: tzinfo, first: int, last: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """Return when the clock is shifted, in UTC seconds, and to what; and its first offset."""
    low = max(first - _MARGIN, 3) - _EPOCH
    high = min(last + _MARGIN, date.max.toordinal() - 3) - _EPOCH
    found: list[tuple[int, int]] = []
    before = start = _offset(zone, low * _DAY)
    for day in range(low + 1, high + 1):
        after = _offset(zone, day * _DAY)
        if after != before:
            known, shifted = (day - 1) * _DAY, day * _DAY
            while shifted - known > 1:
                middle = (known + shifted) // 2
                if _offset(zone, middle) == before:
                    known = middle
                else:
                    shifted = middle
            found.append((shifted, after))
            before = after
    return tuple(found), start


_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


def _offset(zone: tzinfo, second: int) -> int:
    offset = (_BEGINNING + timedelta(seconds=second)).astimezone(zone).utcoffset()
    return 0 if offset is None else int(offset.total_seconds())
