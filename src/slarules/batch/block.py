"""
A column of moments, block by block: each moment as a day of the calendar and ticks of it.

A block of 2^15 rows stays near the processor. Within one, almost always, one offset governs every
row of either clock, and two subtractions and a division are all there is; where not, each row has
its offset looked up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from slarules.batch.moments import NAT
from slarules.batch.tables import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    import numpy.typing as npt

    from slarules.batch.column import Marks
    from slarules.batch.moments import Moments
    from slarules.batch.tables import Plain, Tables

    Array = npt.NDArray[Any]

BLOCK: Final = 1 << 15
"""Rows worked through at a time."""


class Block:
    """
    A stretch of a column of moments; one object serves all stretches of its column in turn.

    ``rel`` are the ticks since the calendar's first midnight, on its clock; ``place`` is the
    place of the day in the day table. Both are 0 where the row has no day of the calendar.
    """

    __slots__ = (
        "_absent",
        "_clock",
        "_day_buffer",
        "_day_length",
        "_given",
        "_here",
        "_into_buffer",
        "_origin",
        "_place_buffer",
        "_rel_buffer",
        "_span",
        "high",
        "into",
        "place",
        "rel",
        "start",
        "stop",
    )

    def __init__(self, tables: Tables, zone: tzinfo, per_second: int, length: int) -> None:
        """Take whose clock shows the column, and the longest of its blocks."""
        kind = tables.rel_type(per_second)
        self._clock: Final = tables.clock(zone, per_second)
        self._here: Final = tables.clock(tables.calendar.zone, per_second)
        self._day_length: Final = DAY * per_second
        self._origin: Final = tables.base * self._day_length
        self._span: Final = tables.size * self._day_length
        self._rel_buffer: Final[Array] = np.empty(length, kind)
        self._day_buffer: Final[Array] = np.empty(length, kind)
        self._into_buffer: Final[Array] = np.empty(length, kind)
        self._place_buffer: Final[Array] = np.empty(length, np.intp)
        self.start = self.stop = self.high = 0
        self._given: Array = np.empty(0, np.int64)
        self._absent: Array | None = None

    def read(self, given: Array, start: int, marks: Marks) -> Block:
        """Take a block of ticks, the first of which is that row's; mark those without a day."""
        self._given = given
        length = len(given)
        self.start, self.stop = start, start + length
        self._absent = None
        rel = self.rel = self._rel_buffer[:length]
        low, high = int(given.min()), int(given.max())
        delta = None if low == NAT else self._delta(low, high)
        if delta is not None and low >= delta and high - delta < self._span:
            np.subtract(given, delta, out=rel, casting="unsafe")
            self.high = high - delta
        else:
            self._read_by_row(given, rel, marks)
        day = self._day_buffer[:length]
        np.floor_divide(rel, self._day_length, out=day)
        self.place = self._place_buffer[:length]
        self.place[...] = day
        np.multiply(day, self._day_length, out=day)
        self.into = np.subtract(rel, day, out=self._into_buffer[:length])
        """The ticks since midnight, on the calendar's clock."""
        return self

    def _delta(self, low: int, high: int) -> int | None:
        """Return what to take from every row to have ``rel``; None if it is not one number."""
        of_column = self._clock.offset_shown(low, high)
        if of_column is None:
            return None
        of_calendar = self._here.offset_at(low - of_column, high - of_column)
        return None if of_calendar is None else self._origin + of_column - of_calendar

    def _read_by_row(self, given: Array, rel: Array, marks: Marks) -> None:
        missing = given == NAT
        found = self._here.to_wall(self._clock.to_utc(given)) - self._origin
        outside = ((found < 0) | (found >= self._span)) & ~missing
        marks.mark_missing(self.start, missing)
        marks.mark_outside(self.start, outside)
        absent = missing | outside
        if absent.any():
            found[absent] = 0
            self._absent = absent
        rel[...] = found
        self.high = int(found.max())

    def absent(self) -> Array:
        """Return which rows have no day of the calendar, missing or outside."""
        if self._absent is None:
            return np.zeros(self.stop - self.start, np.bool_)
        return self._absent

    def utc(self) -> Array:
        """Return the moments in ticks since 1970 in UTC; of no meaning where a row has none."""
        return self._clock.to_utc(self._given)


def blocks(tables: Tables, given: Moments, marks: Marks) -> Iterator[Block]:
    """Yield the column in blocks; the block yielded is written over by the next."""
    block = Block(tables, given.zone, given.per_second, min(BLOCK, len(given)))
    for start in range(0, len(given), BLOCK):
        yield block.read(given.ticks[start : start + BLOCK], start, marks)


class Positions:
    """The open time before the moments of a block, in ticks from the first opening."""

    __slots__ = ("_buffer", "_found", "_lengths", "_line", "_packed", "_plain", "_same")

    def __init__(self, tables: Tables, per_second: int, length: int) -> None:
        self._plain: Final[Plain | None] = tables.plain(per_second)
        self._line: Final = None if self._plain else tables.stretches(per_second)
        if self._plain is not None:
            kind = self._plain.before.dtype
            self._found: Array = np.empty(min(BLOCK, length), kind)
            self._buffer: Array = np.empty(min(BLOCK, length), kind)

    def of(self, block: Block) -> Array:
        """Return the position of every row; the array is written over by the next call."""
        plain = self._plain
        if plain is None:
            return self._on_line(block)
        found = self._found[: len(block.rel)]
        buffer = self._buffer[: len(block.rel)]
        into = np.subtract(block.into, plain.opening, out=buffer, casting="unsafe")
        if plain.packed is None:
            np.minimum(into, plain.lengths.take(block.place, mode="clip"), out=into)
            np.maximum(into, 0, out=into)
            plain.before.take(block.place, mode="clip", out=found)
            return np.add(found, into, out=found)
        # One look-up: the time before the day, and in its last bit whether the day is open.
        np.minimum(into, plain.same, out=into)
        np.maximum(into, 0, out=into)
        plain.packed.take(block.place, mode="clip", out=found)
        np.multiply(into, np.bitwise_and(found, 1), out=into)
        np.right_shift(found, 1, out=found)
        return np.add(found, into, out=found)

    def _on_line(self, block: Block) -> Array:
        line = self._line
        assert line is not None
        return line.position(block.utc())
