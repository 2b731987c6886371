"""
A column of moments, block by block: each moment as a day of the calendar and ticks of it.

Within a block, almost always, one offset governs every row of either clock, and one subtraction
and a division are all there is; where not, each row has its offset looked up. What is written to
is laid once for all blocks of a column (``laid.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from slarules.batch.laid import Laid
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

BLOCK: Final = 1 << 15
"""Rows worked through at a time: all that is laid for one block stays near the processor."""
_CUT: Final = 1 << 32
"""More than 32 bits hold."""


class Block:
    """
    A stretch of a column of moments; one object serves all stretches of its column in turn.

    ``rel`` are the ticks since the calendar's first midnight, on its clock, or since as much
    before it as ``ahead`` says; ``place`` is the place of the day in the day table. A row that has
    no day of the calendar is at its first midnight.
    """

    __slots__ = (
        "_absent",
        "_ahead",
        "_clock",
        "_day",
        "_day_length",
        "_given",
        "_here",
        "_into",
        "_kind",
        "_laid",
        "_origin",
        "_place",
        "_span",
        "high",
        "is_even",
        "rel",
    )

    def __init__(
        self, tables: Tables, zone: tzinfo, per_second: int, length: int, ahead: int = 0
    ) -> None:
        """Take whose clock shows the column, the longest of its blocks, and what to count from."""
        self._ahead: Final = ahead
        self._kind: Final = tables.rel_type(per_second)
        self._clock: Final = tables.clock(zone, per_second)
        self._here: Final = tables.clock(tables.calendar.zone, per_second)
        self._day_length: Final = self._kind(DAY * per_second)
        self._origin: Final = tables.base * DAY * per_second
        self._span: Final = tables.size * DAY * per_second
        self._laid: Final = Laid(length)
        self.high = 0
        """The last row's ticks since the calendar's first midnight."""
        self.is_even = False
        """Whether one offset governs all of its rows, and each is a moment of the calendar."""
        self.rel: Array = np.empty(0, self._kind)
        self._given: Array = np.empty(0, np.int64)
        self._absent: Array | None = None
        self._day: Array | None = None
        self._place: Array | None = None
        self._into: Array | None = None

    def _buffer(self, name: str, kind: Any) -> Array:
        return self._laid.array(name, kind, len(self._given))

    def read(self, given: Array, start: int, marks: Marks) -> Block:
        """Take a block of ticks, the first of which is that row's; mark those without a day."""
        self._given = given
        self._absent = self._day = self._place = self._into = None
        rel = self.rel = self._buffer("rel", self._kind)
        # Cut to 32 bits before the subtraction, which then wraps round to what is right.
        np.copyto(rel, given, casting="unsafe")
        # Where nothing was cut off, the least of the half as wide is found in half the time.
        high = int(given.view(np.uint64).max())
        low, high = (int(rel.min()), high) if high < _CUT else (int(given.min()), int(given.max()))
        delta = None if low == NAT else self._delta(low, high)
        self.is_even = delta is not None and low >= delta and high - delta < self._span
        if self.is_even:
            assert delta is not None
            np.subtract(rel, np.int64(delta - self._ahead).astype(self._kind), out=rel)
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
        self.high = int(found.max())
        np.copyto(rel, found + self._ahead, casting="unsafe")

    def take(self, instants: Array, after: int) -> Block:
        """
        Take moments of a narrow scale, of which 0 is as much ``after`` the first midnight here.

        What lies outside the calendar has a day of no meaning.
        """
        self._given = instants
        self._absent = self._day = self._place = self._into = None
        self.is_even = True
        self.rel = np.add(
            instants, np.int64(after).astype(self._kind), out=self._buffer("rel", self._kind)
        )
        return self

    @property
    def place(self) -> Array:
        """The place of each row's day in the day table."""
        if self._place is None:
            self._place = self._buffer("place", np.intp)
            np.copyto(self._place, self._divided(), casting="unsafe")
        return self._place

    @property
    def into(self) -> Array:
        """The ticks since midnight, on the calendar's clock."""
        if self._into is None:
            self._into = self._buffer("into", self._kind)
            np.multiply(self._divided(), self._day_length, out=self._into)
            np.subtract(self._since_midnight(), self._into, out=self._into)
        return self._into

    def halves(self, turn: int) -> Array:
        """Return twice the place of each row's day, and 1 more from so many ticks of it on."""
        early = self._buffer("early", self._kind)
        # so far ahead, the turn of the day is a midnight
        np.add(self._since_midnight(), self._day_length - self._kind(turn), out=early)
        np.floor_divide(early, self._day_length, out=early)
        np.add(early, self._divided(), out=early)
        found = self._buffer("halves", np.intp)
        np.copyto(found, early, casting="unsafe")
        return found

    def is_from(self, place: int) -> Array:
        """Return which rows lie on the day of that place or after it."""
        found: Array = self.rel >= place * int(self._day_length) + self._ahead
        return found

    def _since_midnight(self) -> Array:
        return self.rel - self._kind(self._ahead) if self._ahead else self.rel

    def _divided(self) -> Array:
        if self._day is None:
            self._day = self._buffer("day", self._kind)
            np.floor_divide(self._since_midnight(), self._day_length, out=self._day)
        return self._day

    def absent(self) -> Array:
        """Return which rows have no day of the calendar, missing or outside."""
        if self._absent is None:
            return np.zeros(len(self._given), np.bool_)
        return self._absent

    def utc(self) -> Array:
        """Return the moments in ticks since 1970 in UTC; of no meaning where a row has none."""
        return self._clock.to_utc(self._given)


def blocks(
    tables: Tables, given: Moments, marks: Marks, ahead: int = 0
) -> Iterator[tuple[int, Block]]:
    """Yield the column in blocks, each with its first row; it is written over by the next."""
    block = Block(tables, given.zone, given.per_second, min(BLOCK, len(given)), ahead)
    for start in range(0, len(given), BLOCK):
        yield start, block.read(given.ticks[start : start + BLOCK], start, marks)


class Positions:
    """
    The open time before the moments of blocks, in ticks from the first opening.

    The blocks are to be read as far ``ahead`` as this says: a day is looked at from its opening
    to that of the next.
    """

    __slots__ = ("_day", "_into", "_line", "_most", "_place", "_plain", "_signed", "ahead", "kind")

    def __init__(self, tables: Tables, per_second: int, length: int) -> None:
        """Take the unit, and the length of the column."""
        length = min(BLOCK, length)
        plain = self._plain = tables.plain(per_second)
        self._line: Final = None if plain else tables.stretches(per_second)
        self.kind: Final[Any] = np.int64 if plain is None else plain.packed.dtype.type
        """The type of positions, before they are taken as numbers with a sign."""
        self.ahead: Final = 0 if plain is None else DAY * per_second - plain.opening
        if plain is None:
            return
        self._day: Final = self.kind(DAY * per_second)
        # a column of one value, since numpy takes the lesser of two columns four times as fast
        self._most: Final[Array] = np.full(length, plain.same, self.kind)
        self._signed: Final = np.int32 if self.kind is np.uint32 else np.int64
        self._into: Final[Array] = np.empty(length, self.kind)
        self._place: Final[Array] = np.empty(length, np.intp)

    def buffer(self, length: int) -> Array:
        """Return an array for the positions of the longest block of a column."""
        return np.empty(min(BLOCK, length), self.kind)

    def of(self, block: Block, out: Array) -> Array:
        """Return the position of every row, with a sign, written to a ``buffer``."""
        plain = self._plain
        if plain is None:
            assert self._line is not None
            return self._line.position(block.utc())
        into, place = self._since_opening(block)
        found = out[: len(into)]
        if plain.lengths is not None:
            np.minimum(into, plain.lengths.take(place, mode="clip"), out=into)
            plain.packed.take(place, mode="clip", out=found)
            return np.add(found, into, out=found).view(self._signed)
        # One look-up: the time before the day, and in its last bit whether the day is open.
        np.minimum(into, self._most[: len(into)], out=into)
        plain.packed.take(place, mode="clip", out=found)
        opened = np.bitwise_and(found, 1, out=place.view(self.kind)[: len(into)])
        np.multiply(into, opened, out=into)
        np.right_shift(found, 1, out=found)
        return np.add(found, into, out=found).view(self._signed)

    def is_open(self, block: Block) -> Array:
        """Return whether each row lies in service hours; the opening does, the closing does not."""
        plain = self._plain
        if plain is None:
            assert self._line is not None
            return self._line.is_open(block.utc())
        into, place = self._since_opening(block)
        if plain.lengths is not None:
            lengths: Array = plain.lengths.take(place, mode="clip")
            return into < lengths
        opened = np.bitwise_and(plain.packed.take(place, mode="clip"), 1).astype(np.bool_)
        found: Array = (into < self._most[: len(into)]) & opened
        return found

    def _since_opening(self, block: Block) -> tuple[Array, Array]:
        """Return the ticks since the last time of day the desk opens at, and that day's place."""
        length = len(block.rel)
        into, place = self._into[:length], self._place[:length]
        np.floor_divide(block.rel, self._day, out=into)
        np.copyto(place, into, casting="unsafe")
        np.multiply(into, self._day, out=into)
        return np.subtract(block.rel, into, out=into), place
