"""
The business calendar over columns: what ``BusinessCalendar`` answers, a row at a time, at once.

Columns are worked through in blocks that stay near the processor (``block.py``), over tables laid
once (``tables.py``). Nothing here knows a rule of the contract.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from slarules.batch.block import BLOCK, Block, Positions, blocks
from slarules.batch.column import Column, Marks, Outside
from slarules.batch.moments import NAT, PER_SECOND, Moments, days, finest, moments, one_length
from slarules.batch.tables import DAY, Stretches, Tables
from slarules.errors import ColumnError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    import numpy.typing as npt

    from slarules.calendar import BusinessCalendar

    Array = npt.NDArray[Any]

_FAR: Final = 1 << 40
"""More business days than any calendar has."""
_KEPT: Final = 16
"""How many tables of a fixed number of days are kept."""


class CalendarColumns:
    """
    A business calendar, asked by the column.

    Every method takes columns or single values in any mix; columns have one length. Moments are
    ``datetime64`` from hours to nanoseconds, integers with their ``unit``, or datetimes; ``zone``
    says whose clock shows them, and answers that are moments are on that clock, in the finest
    unit given, in seconds at the coarsest. Days are ``datetime64[D]``, of the calendar's own
    zone. What is missing (NaT, None, masked) stays so.

    Each method equals the calendar's own of that name, row by row. Rows outside the calendar are
    refused together, or masked on request; ``Column.projected`` tells of days not yet decreed,
    and a calendar that refuses those refuses the rows.

    Raises (every method):
        ZoneNotStatedError, ColumnError, RowsUnreadableError: A column cannot be read.
        RowsOutsideError, RowsProjectedError: Some rows have no answer, and no mask was asked for.
    Source: clause 1.1.
    """

    def __init__(self, calendar: BusinessCalendar) -> None:
        self.calendar: Final = calendar
        self.tables: Final = Tables(calendar)
        self._added: Final[dict[int, Array]] = {}

    # ------------------------------------------------------------------ days

    def is_business_day(self, day: Any, /, *, outside: Outside = Outside.REFUSE) -> Column:
        """Return whether each day is a business day; bool."""
        given = days(day, "the days")
        out = np.empty(len(given), np.bool_)
        marks = Marks(len(given))
        flags = self.tables.flags.view(np.bool_)
        for start, place in self._places(given, marks):
            flags.take(place, mode="clip", out=out[start : start + len(place)])
            self._mark_projected(marks, start, place)
        return self._column(out, marks, outside)

    def add_business_days(
        self, day: Any, n: Any, /, *, outside: Outside = Outside.REFUSE
    ) -> Column:
        """
        Return the n-th business day after each day, before it where n is negative; days.

        The day itself is never counted, and n = 0 is the day itself, business day or not.

        Args:
            day: Days of the calendar's zone.
            n: How many business days: whole numbers, one a row or one for all.
            outside: What becomes of rows outside the calendar.
        """
        given = days(day, "the days")
        number = _whole(n)
        if number.ndim == 0:
            return self._add_one_number(given, int(number), outside)
        length, (given, number) = one_length(given, np.clip(number, -_FAR, _FAR))
        out = np.empty(length, np.int64)
        marks = Marks(length)
        unmasked = np.ma.getdata(number)
        absent = np.ma.getmaskarray(number) if np.ma.isMaskedArray(number) else None
        for start, place in self._places(given, marks):
            stop = start + len(place)
            count = unmasked[start:stop]
            rank = self.tables.through.take(place, mode="clip").astype(np.int64)
            off = np.where(
                count < 0, 1 - self.tables.flags.take(place, mode="clip").astype(np.int64), 0
            )
            target = rank + count + off
            wrong = ((target < 1) | (target > len(self.tables.dates))) & (count != 0)
            marks.mark_outside(start, wrong & (given[start:stop] != NAT))
            found = self.tables.dates.take(target - 1, mode="clip")
            found = np.where(count == 0, place + self.tables.base, found)
            out[start:stop] = found
            late = np.maximum(place, found - self.tables.base) >= self.tables.decreed
            marks.mark_projected(start, late & (count != 0) & ~wrong)
        if absent is not None:
            marks.mark_missing(0, absent)
        return self._column(out.view("datetime64[D]"), marks, outside)

    def _add_one_number(self, given: Array, n: int, outside: Outside) -> Column:
        """Add the same number to every day: one look-up in a table laid for that number."""
        table = self._table_of(n)
        answered = np.flatnonzero(table != NAT)
        low, high = (int(answered[0]), int(answered[-1]) + 1) if len(answered) else (0, 0)
        # the first place whose answer is projected: later ones are, too
        places = np.arange(self.tables.size)
        late = np.maximum(places, table - self.tables.base) >= self.tables.decreed
        first_late = _first(late) if n else self.tables.size
        out = np.empty(len(given), np.int64)
        marks = Marks(len(given))
        for start, place in self._places(given, marks, low, high):
            table.take(place, mode="clip", out=out[start : start + len(place)])
            self._mark_projected(marks, start, place, first_late)
        return self._column(out.view("datetime64[D]"), marks, outside)

    def _table_of(self, n: int) -> Array:
        """Return the answer by place of the day; NaT where there is none."""
        if n not in self._added:
            everyday = np.arange(self.tables.size) + self.tables.base
            if n == 0:
                found = everyday
            else:
                target = self.tables.through + np.int64(max(-_FAR, min(n, _FAR)))
                if n < 0:
                    target += 1 - self.tables.flags
                known = (target >= 1) & (target <= len(self.tables.dates))
                found = np.where(known, self.tables.dates.take(target - 1, mode="clip"), NAT)
            if len(self._added) > _KEPT:
                self._added.clear()
            self._added[n] = found
        return self._added[n]

    def business_days_between(
        self, start: Any, end: Any, /, *, outside: Outside = Outside.REFUSE
    ) -> Column:
        """Return how many business days lie after ``start``, not after ``end``; signed, int64."""
        length, (since, until) = one_length(days(start, "the starts"), days(end, "the ends"))
        out = np.empty(length, np.int64)
        marks = Marks(length)
        starts, ends = self._places(since, marks), self._places(until, marks)
        for (at, i), (_, j) in zip(starts, ends, strict=True):
            stop = at + len(i)
            first = self.tables.through.take(i, mode="clip")
            np.subtract(self.tables.through.take(j, mode="clip"), first, out=out[at:stop])
            if self.tables.decreed < self.tables.size:
                late = np.maximum(i, j) >= self.tables.decreed
                marks.mark_projected(at, late & (i != j))
        return self._column(out, marks, outside)

    def _places(
        self, given: Array, marks: Marks, low: int = 0, high: int | None = None
    ) -> Iterator[tuple[int, Array]]:
        """Yield each block as places in the day table; marks rows that have none."""
        top = self.tables.size if high is None else high
        buffer = np.empty(min(BLOCK, len(given)), np.intp)
        limit, origin = top - low, self.tables.base + low
        for start in range(0, len(given), BLOCK):
            block = given[start : start + BLOCK]
            place = buffer[: len(block)] if limit else np.empty(len(block), np.intp)
            np.subtract(block, origin, out=place)
            # as numbers without a sign, what lies before the range lies far after it
            if int(place.view(np.uintp).max()) >= limit:
                missing = block == NAT
                marks.mark_missing(start, missing)
                wrong = place.view(np.uintp) >= limit
                marks.mark_outside(start, wrong & ~missing)
                place[wrong] = 0
            if low:
                place += low
            # a second column has a buffer of its own, and this one is not read after the next
            yield start, place

    def _mark_projected(
        self, marks: Marks, start: int, place: Array, first: int | None = None
    ) -> None:
        """Mark the rows whose place is one of the projected."""
        since = self.tables.decreed if first is None else first
        if since < self.tables.size and int(place.max()) >= since:
            marks.mark_projected(start, place >= since)

    def _column(self, values: Array, marks: Marks, outside: Outside) -> Column:
        marks.settle(self.calendar, outside)
        return Column(values, marks)

    # ------------------------------------------------------------------ moments

    def is_open(
        self,
        moment: Any,
        /,
        *,
        zone: tzinfo | str,
        unit: str | None = None,
        outside: Outside = Outside.REFUSE,
    ) -> Column:
        """Return whether each moment lies in service hours; the closing does not; bool."""
        given = self.read(moment, "the moments", zone, unit)
        marks = Marks(len(given))
        out = np.empty(len(given), np.bool_)
        hours = Positions(self.tables, given.per_second, len(given))
        for start, block in blocks(self.tables, given, marks, hours.ahead):
            out[start : start + len(block.rel)] = hours.is_open(block)
            if block.high >= self._first_late(given.per_second):
                self._mark_projected(marks, start, block.place)
        return self._column(out, marks, outside)

    def next_opening(
        self,
        moment: Any,
        /,
        *,
        zone: tzinfo | str,
        unit: str | None = None,
        outside: Outside = Outside.REFUSE,
    ) -> Column:
        """Return the moment itself if open, else the next opening; on the clock of ``zone``."""
        return self._next(moment, zone, unit, outside, closing=False)

    def next_closing(
        self,
        moment: Any,
        /,
        *,
        zone: tzinfo | str,
        unit: str | None = None,
        outside: Outside = Outside.REFUSE,
    ) -> Column:
        """Return the next closing strictly after the moment; on the clock of ``zone``."""
        return self._next(moment, zone, unit, outside, closing=True)

    def _next(
        self, moment: Any, zone: tzinfo | str, unit: str | None, outside: Outside, *, closing: bool
    ) -> Column:
        given = self.read(moment, "the moments", zone, unit)
        line = self.tables.stretches(given.per_second)
        shown = self.tables.clock(given.stated, given.per_second)
        marks = Marks(len(given))
        out = np.empty(len(given), np.int64)
        ends = line.closes if closing else line.opens
        for start, block in blocks(self.tables, given, marks):
            now = block.utc()
            # the first stretch that is not over; one that has begun is open now
            place = np.searchsorted(line.closes, now, side="right")
            found = ends.take(place, mode="clip") if len(ends) else now
            if not closing:
                found = np.maximum(found, now)
            beyond = place >= len(ends)
            marks.mark_outside(start, beyond & ~block.absent())
            out[start : start + len(now)] = shown.to_wall(found)
            # 24:00 closes the day before
            self._mark_late(marks, start, block, found - 1 if closing else found, given.per_second)
        return self._column(out.view(f"datetime64[{given.unit}]"), marks, outside)

    def _mark_late(
        self, marks: Marks, start: int, block: Block, found: Array, per_second: int
    ) -> None:
        """Mark the rows that were asked, or are answered, on a projected day."""
        if self.tables.decreed >= self.tables.size:
            return
        limit = (self.tables.base + self.tables.decreed) * DAY * per_second
        wall = self.tables.clock(self.calendar.zone, per_second).to_wall(found)
        marks.mark_projected(start, (wall >= limit) | (block.place >= self.tables.decreed))

    def _first_late(self, per_second: int) -> int:
        """Return the ticks of the calendar before its first projected day."""
        return self.tables.decreed * DAY * per_second

    def business_seconds_between(
        self,
        start: Any,
        end: Any,
        /,
        *,
        zone: tzinfo | str,
        unit: str | None = None,
        outside: Outside = Outside.REFUSE,
    ) -> Column:
        """
        Return the service hours between two moments in whole seconds, signed; int64.

        A fraction of a second is dropped, toward zero.
        """
        since = self.read(start, "the starts", zone, unit)
        until = self.read(end, "the ends", zone, unit)
        return self.seconds_between(since, until, outside)

    def seconds_between(self, since: Moments, until: Moments, outside: Outside) -> Column:
        """Return what ``business_seconds_between`` does, of columns already read."""
        since, until, length = self.aligned(since, until)
        out = np.empty(length, np.int64)
        marks = Marks(length)
        per_second = since.per_second
        first_late = self._first_late(per_second)
        hours = Positions(self.tables, per_second, length)
        before, after = hours.buffer(length), hours.buffer(length)
        starts = blocks(self.tables, since, marks, hours.ahead)
        ends = blocks(self.tables, until, marks, hours.ahead)
        for (at, first), (_, last) in zip(starts, ends, strict=True):
            found = out[at : at + len(first.rel)]
            there = hours.of(last, after)
            np.copyto(found, np.subtract(there, hours.of(first, before), out=there))
            if per_second > 1:
                found[...] = np.sign(found) * (np.abs(found) // per_second)
            if max(first.high, last.high) > first_late:
                # up to 00:00 of a day nothing of that day is counted or skipped
                late = np.maximum(first.rel, last.rel) > first_late + hours.ahead
                marks.mark_projected(at, late & (first.utc() != last.utc()))
        return self._column(out, marks, outside)

    def add_business_time(
        self,
        moment: Any,
        amount: Any,
        /,
        *,
        zone: tzinfo | str,
        unit: str | None = None,
        outside: Outside = Outside.REFUSE,
    ) -> Column:
        """
        Return when that much service time has passed since each moment; on the clock of ``zone``.

        Used up exactly at a closing is used up at that closing; a negative amount counts back.

        Args:
            moment: The moments.
            amount: ``timedelta64`` in any unit from hours to nanoseconds, or timedeltas.
            zone: Whose clock shows the moments.
            unit: The unit of integer moments.
            outside: What becomes of rows outside the calendar.
        """
        lengths = np.asarray(amount)
        if lengths.dtype.kind == "O":
            try:
                lengths = lengths.astype("timedelta64[us]")
            except (TypeError, ValueError):
                raise ColumnError("the amounts", "timedelta64", str(lengths.dtype)) from None
        if lengths.dtype.kind != "m":
            raise ColumnError("the amounts", "timedelta64", str(lengths.dtype))
        of_amount = np.datetime_data(lengths.dtype)[0]
        if of_amount not in {"D", "h", "m", *PER_SECOND}:
            raise ColumnError("the amounts", "timedelta64 from days to nanoseconds", of_amount)
        given = self.read(moment, "the moments", zone, unit)
        given = given.in_unit(finest(given.unit, of_amount if of_amount in PER_SECOND else "s"))
        amounts = np.atleast_1d(lengths.astype(f"timedelta64[{given.unit}]")).view(np.int64)
        length, (ticks, amounts) = one_length(given.ticks, amounts)
        given = Moments(ticks, given.unit, given.zone, stated=given.stated)
        line = self.tables.stretches(given.per_second)
        shown = self.tables.clock(given.stated, given.per_second)
        marks = Marks(length)
        out = np.empty(length, np.int64)
        for start, block in blocks(self.tables, given, marks):
            adds = amounts[start : start + len(block.rel)]
            now = block.utc()
            found, beyond = spent(line, now, adds)
            marks.mark_missing(start, adds == NAT)
            marks.mark_outside(start, beyond & ~block.absent() & (adds != NAT))
            out[start : start + len(now)] = shown.to_wall(found)
            if self.tables.decreed < self.tables.size:
                late = Marks(length)
                self._mark_late(late, start, block, found - 1, given.per_second)
                if late.projected is not None:
                    rows = late.projected[start : start + len(now)]
                    marks.mark_projected(start, rows & (adds != 0))
        return self._column(out.view(f"datetime64[{given.unit}]"), marks, outside)

    # ------------------------------------------------------------------ what the rules use, too

    def read(self, values: Any, what: str, zone: tzinfo | str, unit: str | None) -> Moments:
        """Return a column of moments, in seconds at the coarsest."""
        found = values if isinstance(values, Moments) else moments(values, what, zone, unit)
        return self.finer(found)

    def finer(self, given: Moments) -> Moments:
        """Return the moments in a unit that holds the calendar's openings, too."""
        return given.in_unit(finest(given.unit, self.tables.coarsest))

    def aligned(self, first: Moments, second: Moments) -> tuple[Moments, Moments, int]:
        """Return two columns in one unit and of one length."""
        unit = finest(first.unit, second.unit)
        first, second = first.in_unit(unit), second.in_unit(unit)
        length, (a, b) = one_length(first.ticks, second.ticks)
        return (
            Moments(a, unit, first.zone, stated=first.stated),
            Moments(b, unit, second.zone, stated=second.stated),
            length,
        )


def _whole(n: Any) -> Array:
    """Return numbers of business days as integers of 64 bits."""
    given: Array = n if isinstance(n, np.ndarray) else np.asarray(n)
    if given.dtype.kind not in "iu":
        raise ColumnError("the numbers of business days", "whole numbers", str(given.dtype))
    return given


def spent(line: Stretches, now: Array, adds: Array) -> tuple[Array, Array]:
    """Return when the amounts are used up, and which of them never are."""
    count = len(line.opens)
    if not count:
        return now, adds != 0
    wanted = line.position(now) + adds
    # the first moment by which that much was open, counting on; the last, counting back
    ahead = np.searchsorted(line.before, wanted, side="left") - 1
    back = np.searchsorted(line.before, wanted, side="right") - 1
    place = np.where(adds > 0, np.maximum(ahead, 0), back)
    beyond = np.where(adds > 0, place >= count, (back < 0) | (back > count))
    at_end = (adds < 0) & (back == count)
    inside = np.clip(place, 0, count - 1)
    found = line.opens[inside] + wanted - line.before[inside]
    found = np.where(at_end, line.closes[-1], found)
    found = np.where(adds < 0, np.minimum(found, now), found)
    return np.where(adds == 0, now, found), beyond & (adds != 0)


def _first(flags: Array) -> int:
    """Return the first place that is set, or how many there are."""
    return int(np.argmax(flags)) if flags.any() else len(flags)
