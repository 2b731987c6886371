"""
What columns of moments and of days may come as, and what is read from each.

A moment is counted in ticks since 1970-01-01 00:00 on the clock of the zone stated; a day is
counted in days since 1970-01-01. Missing is NaT, None or a mask.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from slarules.batch.column import counted
from slarules.calendar.facts import zone_of
from slarules.errors import (
    ColumnError,
    RowsUnreadableError,
    ZoneNotStatedError,
)

if TYPE_CHECKING:
    import numpy.typing as npt

    Array = npt.NDArray[Any]

NAT: Final = np.iinfo(np.int64).min
"""What NaT is as an integer."""

PER_SECOND: Final = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}
"""The units that answers come in, by how many of each make a second."""
MICRO: Final = 1_000_000
_COARSE: Final = ("h", "m")
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY: Final = date(1970, 1, 1).toordinal()
_MICROSECOND: Final = timedelta(microseconds=1)


class Moments:
    """A column of moments: ticks on the clock of one zone; NaT where a row has none."""

    __slots__ = ("bad", "stated", "ticks", "unit", "zone")

    def __init__(
        self,
        ticks: Array,
        unit: str,
        zone: tzinfo,
        *,
        stated: tzinfo,
        bad: Array | None = None,
    ) -> None:
        self.ticks: Final = ticks
        self.unit: Final = unit
        self.zone: Final = zone
        """Whose clock shows the ticks."""
        self.stated: Final = stated
        """Whose clock answers are to be on."""
        self.bad: Final = bad
        """Rows that hold no moment and are not missing; None if there are none."""

    def __len__(self) -> int:
        return len(self.ticks)

    @property
    def per_second(self) -> int:
        """How many ticks make a second."""
        return PER_SECOND[self.unit]

    def in_unit(self, unit: str) -> Moments:
        """Return the same moments in a unit as fine or finer."""
        if unit == self.unit:
            return self
        times = PER_SECOND[unit] // self.per_second
        missing = self.ticks == NAT
        limit = np.iinfo(np.int64).max // times
        far = (np.abs(self.ticks) > limit) & ~missing
        ticks = np.clip(self.ticks, -limit, limit) * times  # what is cut is out of any calendar
        ticks[missing] = NAT
        ticks[far & (self.ticks < 0)] = NAT + 1
        return Moments(ticks, unit, self.zone, stated=self.stated, bad=self.bad)


def finest(*units: str) -> str:
    """Return the finest of the units."""
    return max(units, key=PER_SECOND.__getitem__)


def moments(
    values: Any, what: str, zone: tzinfo | str, unit: str | None = None, *, strict: bool = True
) -> Moments:
    """
    Return a column of moments as ticks.

    Args:
        values: ``datetime64`` in any unit from hours to nanoseconds; integers, counted in
            ``unit`` since 1970-01-01 00:00 on the zone's clock; objects that are aware or
            naive datetimes, or None; or a single one of these. A mask of ``numpy.ma`` is kept.
        what: What the column is called in a refusal.
        zone: Whose clock shows them. An aware ``datetime`` keeps its own zone.
        unit: The unit of integers: s, ms, us, ns.
        strict: Refuse rows that hold no moment; else they are ``bad``.
    Raises:
        ZoneNotStatedError: No zone is given.
        UnknownZoneError: There is no such zone.
        ColumnError: The column is of another kind.
        RowsUnreadableError: Rows of an object column hold something else.
    """
    if zone is None:
        raise ZoneNotStatedError(what)
    stated = of_zone = zone_of(zone)
    mask = np.ma.getmaskarray(values) if isinstance(values, np.ma.MaskedArray) else None
    array = np.ma.getdata(_array(values) if mask is None else values)
    bad = None
    if array.dtype.kind == "O":
        array, bad = _objects(np.atleast_1d(array), stated, mask)
        of_zone = UTC
        if strict and bad is not None:
            raise RowsUnreadableError(what, *counted(bad))
    elif array.dtype.kind in "iu":
        if unit not in PER_SECOND:
            raise ColumnError(f"the unit of {what}", "one of s, ms, us, ns", repr(unit))
        if array.dtype.kind == "u" and array.size and array.max() > np.iinfo(np.int64).max:
            raise ColumnError(what, "counts that 64 bits with a sign hold", str(array.dtype))
        array = array.astype(np.int64, copy=False).view(f"datetime64[{unit}]")
    if array.dtype.kind != "M":
        raise ColumnError(what, "datetime64, or integers with a unit", str(array.dtype))
    shown, step = np.datetime_data(array.dtype)
    if shown in _COARSE or (step != 1 and shown in PER_SECOND):
        array = array.astype(f"datetime64[{'s' if shown in _COARSE else shown}]")
        shown = np.datetime_data(array.dtype)[0]
    if shown not in PER_SECOND:
        raise ColumnError(what, "moments in a unit from hours to nanoseconds", str(array.dtype))
    ticks = _flat(array.view(np.int64), what)
    if mask is not None and mask.any():
        ticks = np.where(np.atleast_1d(mask), NAT, ticks)
    return Moments(ticks, shown, of_zone, stated=stated, bad=bad)


def days(values: Any, what: str) -> Array:
    """
    Return a column of days of the calendar's own zone as days since 1970; NaT where missing.

    Args:
        values: ``datetime64[D]``, dates, None, or a single one of these.
        what: What the column is called in a refusal.
    Raises:
        ColumnError: The column is of another kind, or of moments.
        RowsUnreadableError: Rows of an object column hold something else.
    """
    mask = np.ma.getmaskarray(values) if isinstance(values, np.ma.MaskedArray) else None
    array = np.ma.getdata(_array(values) if mask is None else values)
    if array.dtype.kind == "O":
        array = _dates(np.atleast_1d(array), what, mask)
    if array.dtype.kind != "M" or np.datetime_data(array.dtype) != ("D", 1):
        raise ColumnError(what, "days, datetime64[D], of the calendar's zone", str(array.dtype))
    found = _flat(array.view(np.int64), what)
    if mask is not None and mask.any():
        found = np.where(np.atleast_1d(mask), NAT, found)
    return found


def one_length(*columns: Array) -> tuple[int, tuple[Array, ...]]:
    """Return the length the columns have in common, and each stretched to it."""
    lengths = {len(column) for column in columns} - {1}
    if len(lengths) > 1:
        given = ", ".join(str(len(column)) for column in columns)
        raise ColumnError("the columns", "of one length, or single values", f"of {given} rows")
    length = lengths.pop() if lengths else 1
    return length, tuple(
        column if len(column) == length else np.broadcast_to(column, length) for column in columns
    )


def _array(values: Any) -> Array:
    """Return the values as an array; what is no array yet keeps its own type of objects."""
    if isinstance(values, np.ndarray):
        array = values
    elif hasattr(values, "__array__"):
        array = np.asarray(values)
    elif isinstance(values, date):
        array = np.array([values], np.object_)
    else:
        array = np.asarray(values)
    return array if array.dtype.isnative else array.astype(array.dtype.newbyteorder("="))


def _flat(array: Array, what: str) -> Array:
    if array.ndim > 1:
        raise ColumnError(what, "one value a row", f"an array of {array.ndim} dimensions")
    return np.atleast_1d(array)


def _objects(array: Array, zone: tzinfo, mask: Array | None) -> tuple[Array, Array | None]:
    """Return objects as microseconds in UTC, and which rows hold no moment."""
    found = np.full(array.shape, NAT, np.int64)
    bad = np.zeros(array.shape, np.bool_)
    for place, value in enumerate(array.flat):
        if value is None or (mask is not None and mask.flat[place]) or value != value:  # noqa: PLR0124 - NaT
            continue
        try:
            aware = value.replace(tzinfo=zone) if value.tzinfo is None else value
            found.flat[place] = (aware.astimezone(UTC) - _EPOCH) // _MICROSECOND
        except (AttributeError, TypeError, OverflowError, ValueError):
            bad.flat[place] = True
    return found.view("datetime64[us]"), bad if bad.any() else None


def _dates(array: Array, what: str, mask: Array | None) -> Array:
    found = np.full(array.shape, NAT, np.int64)
    bad = np.zeros(array.shape, np.bool_)
    for place, value in enumerate(array.flat):
        if value is None or (mask is not None and mask.flat[place]) or value != value:  # noqa: PLR0124 - NaT
            continue
        if isinstance(value, date) and not isinstance(value, datetime):
            found.flat[place] = value.toordinal() - _EPOCH_DAY
        else:
            bad.flat[place] = True
    if bad.any():
        raise RowsUnreadableError(what, *counted(bad))
    return found.view("datetime64[D]")


def in_ticks(microseconds: Any, per_second: int) -> Array:
    """Return microseconds as ticks of a second's fraction; those lost were none."""
    found: Array = np.asarray(microseconds, np.int64)
    if per_second > MICRO:
        return found * (per_second // MICRO)
    return found // (MICRO // per_second)
