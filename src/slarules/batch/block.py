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
    from slarules.batch.tables import Tables

    Array = npt.NDArray[Any]

BLOCK: Final = 1 << 16
"""Rows worked through at a time."""


class Block:
    """
    A stretch of a column of moments; one object serves all stretches of its column in turn.

    ``rel`` are the ticks since the calendar's first midnight, on its clock; ``place`` is the
    place of the day in the day table. Both are 0 where the row has no day of the calendar.
    """

    __slots__ = (
        "_absent",
        "_buffers",
        "_clock",
        "_day_length",
        "_given",
        "_here",
        "_into",
        "_kind",
        "_length",
        "_origin",
        "_place",
        "_span",
        "high",
        "rel",
    )

    def __init__(self, tables: Tables, zone: tzinfo, per_second: int, length: int) -> None:
        """Take whose clock shows the column, and the longest of its blocks."""
        self._kind: Final = tables.rel_type(per_second)
        self._length: Final = length
        self._clock: Final = tables.clock(zone, per_second)
        self._here: Final = tables.clock(tables.calendar.zone, per_second)
        self._day_length: Final = self._kind(DAY * per_second)
        self._origin: Final = tables.base * DAY * per_second
        self._span: Final = tables.size * DAY * per_second
        self._buffers: Final[dict[str, Array]] = {}
        self.high = 0
        """The last of ``rel``."""
        self.rel: Array = np.empty(0, self._kind)
        self._given: Array = np.empty(0, np.int64)
        self._absent: Array | None = None
        self._place: Array | None = None
        self._into: Array | None = None

    def _buffer(self, name: str, kind: Any) -> Array:
        if name not in self._buffers:
            self._buffers[name] = np.empty(self._length, kind)
        return self._buffers[name][: len(self._given)]

    def read(self, given: Array, start: int, marks: Marks) -> Block:
        """Take a block of ticks, the first of which is that row's; mark those without a day."""
        self._given = given
        self._absent = self._place = self._into = None
        rel = self.rel = self._buffer("rel", self._kind)
        low, high = int(given.min()), int(given.max())
        delta = None if low == NAT else self._delta(low, high)
        if delta is not None and low >= delta and high - delta < self._span:
            # Cut to 32 bits before the subtraction, which then wraps round to what is right.
            np.copyto(rel, given, casting="unsafe")
            np.subtract(rel, np.int64(delta).astype(self._kind), out=rel)
            self.high = high - delta
        else:
            self._read_by_row(given, rel, start, marks)
        return self

    def _delta(self, low: int, high: int) -> int | None:
        """Return what to take from every row to have ``rel``; None if it is not one number."""
        of_column = self._clock.offset_shown(low, high)
        if of_column is None:
            return None
        of_calendar = self._here.offset_at(low - of_column, high - of_column)
        return None if of_calendar is None else self._origin + of_column - of_calendar

    def _read_by_row(self, given: Array, rel: Array, start: int, marks: Marks) -> None:
        missing = given == NAT
        found = self._here.to_wall(self._clock.to_utc(given)) - self._origin
        outside = ((found < 0) | (found >= self._span)) & ~missing
        marks.mark_missing(start, missing)
        marks.mark_outside(start, outside)
        absent = missing | outside
        if absent.any():
            found[absent] = 0
            self._absent = absent
        rel[...] = found
        self.high = int(found.max())

    @property
    def place(self) -> Array:
        """The place of each row's day in the day table."""
        if self._place is None:
            self._divide()
        assert self._place is not None
        return self._place

    @property
    def into(self) -> Array:
        """The ticks since midnight, on the calendar's clock."""
        if self._into is None:
            self._divide()
        assert self._into is not None
        return self._into

    def _divide(self) -> None:
        day = np.floor_divide(self.rel, self._day_length, out=self._buffer("day", self._kind))
        self._place = self._buffer("place", np.intp)
        np.copyto(self._place, day, casting="unsafe")
        np.multiply(day, self._day_length, out=day)
        self._into = np.subtract(self.rel, day, out=day)

    def absent(self) -> Array:
        """Return which rows have no day of the calendar, missing or outside."""
        if self._absent is None:
            return np.zeros(len(self._given), np.bool_)
        return self._absent

    def utc(self) -> Array:
        """Return the moments in ticks since 1970 in UTC; of no meaning where a row has none."""
        return self._clock.to_utc(self._given)


def blocks(tables: Tables, given: Moments, marks: Marks) -> Iterator[tuple[int, Block]]:
    """Yield the column in blocks, each with its first row; it is written over by the next."""
    block = Block(tables, given.zone, given.per_second, min(BLOCK, len(given)))
    for start in range(0, len(given), BLOCK):
        yield start, block.read(given.ticks[start : start + BLOCK], start, marks)


class Positions:
    """The open time before the moments of a block, in ticks from the first opening."""

    __slots__ = ("_buffers", "_day", "_line", "_most", "_place", "_plain", "_signed", "_turn")

    def __init__(self, tables: Tables, per_second: int, length: int) -> None:
        """Take the unit, and the length of the column."""
        length = min(BLOCK, length)
        plain = self._plain = tables.plain(per_second)
        self._line: Final = None if plain else tables.stretches(per_second)
        if plain is None:
            return
        kind = plain.packed.dtype.type
        self._day: Final = kind(DAY * per_second)
        self._turn: Final = kind(DAY * per_second - plain.opening)
        # a column of one value, since numpy takes the lesser of two columns four times as fast
        self._most: Final[Array] = np.full(length, plain.same, kind)
        self._signed: Final = np.int32 if kind is np.uint32 else np.int64
        self._buffers: Final = np.empty(length, kind), np.empty(length, kind)
        self._place: Final[Array] = np.empty(length, np.intp)

    def of(self, block: Block) -> Array:
        """Return the position of every row; the array is written over by the next call."""
        plain = self._plain
        if plain is None:
            assert self._line is not None
            return self._line.position(block.utc())
        into, found, place = self._since_opening(block)
        if plain.lengths is not None:
            np.minimum(into, plain.lengths.take(place, mode="clip"), out=into)
            plain.packed.take(place, mode="clip", out=found)
            return np.add(found, into, out=found).view(self._signed)
        # One look-up: the time before the day, and in its last bit whether the day is open.
        np.minimum(into, self._most[: len(into)], out=into)
        plain.packed.take(place, mode="clip", out=found)
        np.multiply(into, np.bitwise_and(found, 1), out=into)
        np.right_shift(found, 1, out=found)
        return np.add(found, into, out=found).view(self._signed)

    def is_open(self, block: Block) -> Array:
        """Return whether each row lies in service hours; the opening does, the closing does not."""
        plain = self._plain
        if plain is None:
            assert self._line is not None
            return self._line.is_open(block.utc())
        into, found, place = self._since_opening(block)
        if plain.lengths is not None:
            lengths: Array = plain.lengths.take(place, mode="clip")
            return into < lengths
        plain.packed.take(place, mode="clip", out=found)
        opened: Array = np.bitwise_and(found, 1).astype(np.bool_)
        return (into < self._most[: len(into)]) & opened

    def _since_opening(self, block: Block) -> tuple[Array, Array, Array]:
        """
        Return the ticks since the last time of day at which the desk opens, and that day's place.

        Between them, a buffer. A day is looked at from its opening to that of the next.
        """
        length = len(block.rel)
        into, found = (buffer[:length] for buffer in self._buffers)
        place = self._place[:length]
        np.add(block.rel, self._turn, out=into, casting="unsafe")
        np.floor_divide(into, self._day, out=found)
        np.copyto(place, found, casting="unsafe")
        np.multiply(found, self._day, out=found)
        np.subtract(into, found, out=into)
        return into, found, place
