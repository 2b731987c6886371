"""An answer a row: values, and which rows have none, lie outside, or rest on projected days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from slarules.calendar import Beyond
from slarules.errors import RowsOutsideError, RowsProjectedError
from slarules.terms import Word

if TYPE_CHECKING:
    import numpy.typing as npt

    from slarules.calendar import BusinessCalendar

    Array = npt.NDArray[Any]

SHOWN: Final = 5
"""How many rows a refusal names."""


class Outside(Word):
    """What a call does with rows the calendar cannot answer."""

    REFUSE = "refuse"
    """It is refused as a whole, with how many there are and the first of them."""
    MASK = "mask"
    """They have no value, and ``Column.outside`` says which they are."""


class Column:
    """
    One answer a row.

    ``values`` is a plain array where every row has an answer. Where some have none, moments and
    days are NaT there, and numbers, codes and flags come as a ``numpy.ma.MaskedArray``.
    """

    __slots__ = ("_missing", "_outside", "_projected", "values")

    values: Array

    def __init__(self, values: Array, marks: Marks, *, filled: bool = False) -> None:
        """Take the values; ``filled`` says that moments are NaT already where there is none."""
        rows = None if filled and values.dtype.kind == "M" else marks.without_value()
        self.values = _without(values, rows)
        self._missing = marks.missing
        self._outside = marks.outside
        self._projected = marks.projected

    def __len__(self) -> int:
        return len(self.values)

    @property
    def missing(self) -> Array:
        """Which rows have no answer because what was asked about is missing; bool."""
        return _mask(self._missing, len(self.values))

    @property
    def outside(self) -> Array:
        """Which rows have no answer because the calendar does not reach so far; bool."""
        return _mask(self._outside, len(self.values))

    @property
    def projected(self) -> Array:
        """Which answers rest on a day no act has settled; bool."""
        return _mask(self._projected, len(self.values))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self.values)} × {self.values.dtype}>"


class Marks:
    """Which rows of a column are missing, outside or projected; no mask is laid before its need."""

    __slots__ = ("length", "missing", "outside", "projected")

    def __init__(self, length: int) -> None:
        self.length = length
        self.missing: Array | None = None
        self.outside: Array | None = None
        self.projected: Array | None = None

    def mark_missing(self, start: int, rows: Array) -> None:
        """Note rows of a block that ask about nothing."""
        self.missing = _noted(self.missing, self.length, start, rows)

    def mark_outside(self, start: int, rows: Array) -> None:
        """Note rows of a block that the calendar cannot answer."""
        self.outside = _noted(self.outside, self.length, start, rows)

    def mark_projected(self, start: int, rows: Array) -> None:
        """Note rows of a block that rest on projected days."""
        self.projected = _noted(self.projected, self.length, start, rows)

    def without_value(self) -> Array | None:
        """Return which rows have no value; None where all have one."""
        if self.missing is None or self.outside is None:
            return self.outside if self.missing is None else self.missing
        return self.missing | self.outside

    def settle(self, calendar: BusinessCalendar, outside: Outside) -> None:
        """
        Refuse, or mask, what the calendar does not answer.

        Raises:
            RowsOutsideError: Some rows are outside the calendar, and that was not allowed.
            RowsProjectedError: Some are projected, the calendar refuses those, nor was a mask
                asked for.
        """
        if self.projected is not None:
            none = self.without_value()
            if none is not None:
                self.projected &= ~none
            if calendar.beyond is Beyond.REFUSE:
                if outside is Outside.REFUSE and self.projected.any():
                    raise RowsProjectedError(
                        *counted(self.projected), decreed_through=calendar.decreed_through
                    )
                self.mark_outside(0, self.projected)
                self.projected = None
        if self.outside is not None and outside is Outside.REFUSE and self.outside.any():
            raise RowsOutsideError(*counted(self.outside), first=calendar.first, last=calendar.last)


def counted(mask: Array) -> tuple[int, int, tuple[int, ...]]:
    """Return how many rows are marked, of how many, and the first of them."""
    first = np.flatnonzero(mask)[:SHOWN]
    return int(np.count_nonzero(mask)), len(mask), tuple(map(int, first))


def _noted(mask: Array | None, length: int, start: int, rows: Array) -> Array | None:
    if not rows.any():
        return mask
    if mask is None:
        mask = np.zeros(length, np.bool_)
    mask[start : start + len(rows)] |= rows
    return mask


def _mask(mask: Array | None, length: int) -> Array:
    return np.zeros(length, np.bool_) if mask is None else mask


def _without(values: Array, rows: Array | None) -> Array:
    """Return the values with none where a row has none."""
    if rows is None:
        return values
    if values.dtype.kind == "M":
        np.copyto(values, np.datetime64("NaT", "D"), where=rows)  # no unit: deprecated
        return values
    masked: Array = np.ma.MaskedArray(values, mask=rows)
    return masked
