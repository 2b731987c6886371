"""
Due moments by the day of what they count from, as tables: reaction, search, automatic closing.

No rule of the contract is written here. What a rule does with a day depends on nothing but the
kind of day it is: whether it is worked, its hours, the hours of the next one. So each rule is
asked once for every kind of day there is (``deadlines.py``), early in the day and late, and what
it says, how many business days on and at which hour of the last one, holds for all days of that
kind. Where early turns to late, it is asked, too.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from slarules.batch.moments import NAT, in_ticks
from slarules.calendar.clock import shifts
from slarules.deadlines import Deadline
from slarules.errors import CalendarRangeError, ProjectedCalendarError
from slarules.steps import Hour, HourStep
from slarules.terms import Category
from slarules.timeline import to_microseconds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import tzinfo

    import numpy.typing as npt

    from slarules.agreement import Agreement
    from slarules.batch.block import Block
    from slarules.batch.scale import Scale
    from slarules.batch.tables import Tables

    Array = npt.NDArray[Any]

_EARLY: Final = time(0)
_LATE: Final = time(23, 59, 59, 999_999)
_NONE: Final = 0
"""The rank of no day."""


class Turn(NamedTuple):
    """When early turns to late within a day."""

    second: int | None
    """The second of the day, on the calendar's clock; None: when the day's desk closes."""
    is_early: bool
    """Whether that very instant is still early."""


class DueTable:
    """
    The due moments of one rule under one agreement.

    ``ranks`` holds, for each day, the rank of the last business day of the count; where the hour
    of a day matters, for what happens early in the day and for what happens late. It is 0 where
    the calendar does not reach so far.
    """

    def __init__(
        self, tables: Tables, early: Array, late: Array, hour: Hour | None, turn: Turn
    ) -> None:
        self._tables: Final = tables
        self._hour: Final = hour
        self._ends: Array | None = None
        self._closings: Final[dict[int, Array]] = {}
        self._kept: Final[dict[tuple[tzinfo | None, int], Array]] = {}
        self._scaled: Final[dict[tuple[Scale, int], Array]] = {}
        self.turn: Final = turn
        self.turns: Final = bool((early != late).any())
        """Whether the hour of a day ever matters."""
        self.ranks: Final[Array] = (
            np.stack([early, late], axis=1).reshape(-1) if self.turns else early
        )
        known = self.ranks != _NONE
        last = np.where(known, tables.dates.take(self.ranks - 1, mode="clip"), 0) - tables.base
        late_day = known & (last >= tables.decreed)
        self.projected: Final[Array] = late_day
        """As ``ranks``: whether the answer rests on a day not decreed."""
        self.first_projected: Final = _first(late_day) // (2 if self.turns else 1)

    def index(self, block: Block, per_second: int) -> Array:
        """Return where in the table each row of a block is answered."""
        if not self.turns:
            return block.place
        second, is_early = self.turn
        if second is not None:
            return block.halves(second * per_second + is_early)
        return block.place * 2 + (block.utc() >= self._closing(per_second).take(block.place))

    def _closing(self, per_second: int) -> Array:
        if per_second not in self._closings:
            # of a day off, before all time: what is asked there is asked after hours
            closings = np.full(self._tables.size, NAT, np.int64)
            ends = in_ticks(_closings(self._tables), per_second)
            closings[self._tables.dates - self._tables.base] = ends
            self._closings[per_second] = closings
        return self._closings[per_second]

    def rests(self, block: Block, among: Array | None = None) -> bool:
        """Return whether an answer of the block, or of these rows, may rest on days not decreed."""
        late = block.is_from(self.first_projected)
        return bool((late if among is None else late & among).any())

    def moments(self, zone: tzinfo | None, per_second: int) -> Array:
        """Return the due moments in ticks on a zone's clock (None: UTC), by ``index``; or NaT."""
        key = zone, per_second
        if key not in self._kept:
            ends = in_ticks(self.ends(), per_second)
            if zone is not None:
                ends = self._tables.clock(zone, per_second).to_wall(ends)
            found = ends.take(self.ranks - 1, mode="clip") if len(ends) else self.ranks + NAT
            self._kept[key] = np.where(self.ranks == _NONE, NAT, found)
        return self._kept[key]

    def on(self, scale: Scale, per_second: int) -> Array:
        """Return the due moments on a scale, by ``index``; its ``none`` where there is none."""
        key = scale, per_second
        if key not in self._scaled:
            self._scaled[key] = scale.counted(self.moments(None, per_second))
        return self._scaled[key]

    def ends(self) -> Array:
        """Return when the count ends that ends on each business day, in UTC microseconds."""
        if self._ends is None:
            if self._hour is Hour.CLOSING:
                self._ends = _closings(self._tables)
            else:
                end_of = self._tables.calendar.end_of
                days = self._tables.calendar.table.dates[1:]
                self._ends = _microseconds([end_of(day) for day in days])
        return self._ends


def reaction_table(agreement: Agreement, tables: Tables) -> DueTable:
    """Return the due moments of a reaction, by the day of registration. Source: clause 4.3."""
    rules, zone = agreement.rules, tables.calendar.zone

    def ask(moment: datetime) -> Deadline:
        found = rules.reaction(moment, Category.C)
        assert isinstance(found, Deadline)
        return found

    def at(clock: time) -> Callable[[date], datetime]:
        return lambda day: datetime.combine(day, clock, zone)

    kinds = _kinds(tables, with_hours=True)
    early, hour = _ranks(tables, kinds, at(_EARLY), ask)
    late, _ = _ranks(tables, kinds, at(_LATE), ask)
    cutoff = agreement.parameters.cutoff
    turning = np.flatnonzero((early != late) & (late != _NONE))
    is_early = False
    if len(turning):
        at_cutoff, _ = _ranks(tables, kinds, at(cutoff), ask)
        is_early = bool((at_cutoff[turning] == early[turning]).all())
    second = (cutoff.hour * 60 + cutoff.minute) * 60 + cutoff.second
    return DueTable(tables, early, late, hour, Turn(second, is_early))


def search_table(agreement: Agreement, tables: Tables) -> DueTable:
    """Return when the search for a replacement is owed, by the same. Source: clause 4.4."""
    rules, zone = agreement.rules, tables.calendar.zone

    def ask(moment: datetime) -> Deadline:
        found = rules.replacement_search(moment, Category.B)
        assert isinstance(found, Deadline)
        return found

    kinds = _kinds(tables, with_hours=False)
    ranks, hour = _ranks(tables, kinds, lambda day: datetime.combine(day, _EARLY, zone), ask)
    return DueTable(tables, ranks, ranks, hour, Turn(0, is_early=False))


def closing_table(agreement: Agreement, tables: Tables) -> DueTable:
    """Return when silence closes an incident, by the day of the question. Source: clause 4.11."""
    rules, calendar = agreement.rules, tables.calendar

    def early_on(day: date) -> datetime:
        return datetime.combine(day, _EARLY, calendar.zone)

    def late_on(day: date) -> datetime:
        if calendar.table.flags[calendar.table.index(day)]:
            closing = calendar.closing_on(day)
            if closing.astimezone(calendar.zone).date() == day:
                return closing
        return early_on(day)  # a day off has no hours to be after, nor has one open until 24:00

    kinds = _kinds(tables, with_hours=True)
    early, hour = _ranks(tables, kinds, early_on, rules.automatic_closing)
    late, _ = _ranks(tables, kinds, late_on, rules.automatic_closing)
    # on a day off, early and late are one: there, any hour to turn at will do
    return DueTable(tables, early, late, hour, Turn(tables.closing_second(), is_early=False))


def _kinds(tables: Tables, *, with_hours: bool) -> Array:
    """Return a number for each day: days of one number are alike to the rules."""
    calendar = tables.calendar
    if not with_hours or len(calendar.all_hours()) == 1:
        # the last business day may have none after it; _ranks sees to that
        return tables.flags.astype(np.int64)
    numbers: dict[object, int] = {}
    of_rank = [
        numbers.setdefault(calendar.hours_on(day), len(numbers)) for day in calendar.table.dates[1:]
    ]
    hours = np.array([*of_rank, len(numbers)], np.int64)
    # the hours of the day, if it is worked, and of the first business day after it
    here = np.where(tables.flags > 0, hours.take(tables.through - 1, mode="clip") + 1, 0)
    after = hours.take(np.minimum(tables.through, len(hours) - 1))
    return here * (len(numbers) + 1) + after


def _ranks(
    tables: Tables,
    kinds: Array,
    moment_on: Callable[[date], datetime],
    ask: Callable[[datetime], Deadline],
) -> tuple[Array, Hour | None]:
    """
    Return the rank of the last day of the count by the day it begins on, and its hour.

    One day of each kind is asked; on others of it the count is as long. Days on which the clock
    is shifted are asked last, since such a day may not have the time asked about.
    """
    table, base = tables.calendar.table, tables.calendar.table.base
    shifted = set(
        shifts([date.fromordinal(base + at) for at in range(tables.size)], tables.calendar.zone)
    )
    found = np.zeros(tables.size, np.int64)
    hour: Hour | None = None
    for kind in np.unique(kinds):
        places = np.flatnonzero(kinds == kind)
        for at in sorted(places.tolist(), key=lambda at: (at == 0, at in shifted)):
            try:
                deadline = ask(moment_on(date.fromordinal(base + at)))
            except (CalendarRangeError, ProjectedCalendarError):
                continue
            last = deadline.steps[-1]
            assert isinstance(last, HourStep)
            hour = last.hour
            length = table.rank(deadline.rests_on.through) - table.through[at]
            found[places] = tables.through[places] + length
            break
    found[(found < 1) | (found > len(tables.dates))] = _NONE
    # a count that takes in its first day begins with the day before, which the first day has not
    try:
        ask(moment_on(tables.calendar.first))
    except CalendarRangeError:
        found[0] = _NONE
    except ProjectedCalendarError:
        pass
    return found, hour


def _closings(tables: Tables) -> Array:
    """Return when each business day closes for good, in UTC microseconds."""
    return _microseconds(tables.calendar.closings_of(tables.calendar.table.dates[1:]))


def _microseconds(moments: Sequence[datetime]) -> Array:
    return np.fromiter(map(to_microseconds, moments), np.int64, len(moments))


def _first(flags: Array) -> int:
    """Return the first place that is set, or how many there are."""
    return int(np.argmax(flags)) if flags.any() else len(flags)
