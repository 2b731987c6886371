"""What a zone's clock does on a day: when it shows a time, and when it is shifted."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from itertools import compress, count
from operator import ne
from typing import TYPE_CHECKING, Final

from slarules.parameters import MIDNIGHT
from slarules.timeline import from_microseconds, instant

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time, tzinfo

_DAY: Final = timedelta(days=1)


def showing(day: date, clock: time, zone: tzinfo, *, last: bool) -> datetime:
    """Return when the zone's clock shows that time of the day, shifted or not (``timeline.py``)."""
    wall = datetime.combine(day, clock, zone)
    if wall.utcoffset() == datetime.combine(day, _shown_again(clock), zone).utcoffset():
        return wall
    return from_microseconds(instant(day, clock, zone, last=last), zone)


@cache
def _shown_again(clock: time) -> time:
    """Return the second showing of a time of day, where the clock shows it twice."""
    return clock.replace(fold=1)


def shifts(days: Sequence[date], zone: tzinfo) -> list[int]:
    """Return the places of the days on which the zone's clock is shifted, in order."""
    starts = [datetime.combine(day, MIDNIGHT, zone) for day in days]
    offsets = [start.utcoffset() for start in starts]
    offsets.append((starts[-1] + _DAY).utcoffset())
    shifted = list(compress(count(), map(ne, offsets, offsets[1:])))
    # A midnight shown twice, or skipped, concerns the day before it as well.
    early = [
        place - 1
        for place in shifted
        if place and offsets[place] != starts[place].replace(fold=1).utcoffset()
    ]
    return sorted({*shifted, *early})
