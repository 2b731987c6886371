"""Answers put together from parts: some rows judged by columns, others one by one."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from slarules.batch.column import Column, Marks
from slarules.batch.moments import NAT, in_ticks
from slarules.batch.outputs import CODE_OF, OUTCOME_OF, Answers, Output
from slarules.batch.telling import MOMENTS
from slarules.errors import (
    CalendarRangeError,
    ProjectedCalendarError,
    ProjectedCalendarWarning,
)
from slarules.terms import Obligation
from slarules.timeline import to_microseconds

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    import numpy.typing as npt

    from slarules.assess import Assessment
    from slarules.assess.verdicts import Amount, Verdict
    from slarules.batch.clock import Clock
    from slarules.calendar import BusinessCalendar

    Array = npt.NDArray[Any]

_CODES: Final = frozenset(OUTCOME_OF.values())
_TIMED: Final = (
    Obligation.REACTION,
    Obligation.RESOLUTION_CLOCK,
    Obligation.REPLACEMENT_SEARCH,
    Obligation.AUTOMATIC_CLOSING,
)
_BUSINESS: Final = "-business-seconds"


class Gathered:
    """The columns of an answer, filled in any order; a row that nothing is put in has none."""

    def __init__(self, want: tuple[Output, ...], length: int, unit: str) -> None:
        self._unit: Final = unit
        self.out: Final[dict[Output, Array]] = {
            one: np.full(length, NAT)
            if one in MOMENTS
            else np.zeros(length, np.uint8 if one in _CODES else np.int64)
            for one in want
        }
        self._marks: Final = {one: Marks(length) for one in want}
        self._empty: Final = {one: np.ones(length, np.bool_) for one in want}

    def put(self, rows: Array, answers: Answers) -> None:
        """Take the answers to these rows."""
        for output in self.out:
            column = answers[output]
            values = np.ma.getdata(column.values)
            self.out[output][rows] = values.view(np.int64) if output in MOMENTS else values
            self._empty[output][rows] = column.missing
            for mark, mask in (
                (Marks.mark_outside, column.outside),
                (Marks.mark_projected, column.projected),
            ):
                if mask.any():
                    whole = np.zeros(len(self._empty[output]), np.bool_)
                    whole[rows] = mask
                    mark(self._marks[output], 0, whole)

    def put_one_by_one(self, found: list[Told], clock: Clock) -> None:
        """Take rows judged one by one; ``clock`` shows the moments of the answer."""
        if not found:
            return
        rows = np.array([one.row for one in found], np.intp)
        length = len(next(iter(self._empty.values()), ()))
        for output, out in self.out.items():
            values = [one.values[output] for one in found]
            has = np.array([value is not None for value in values], np.bool_)
            numbers = np.array([0 if value is None else value for value in values], np.int64)
            if output in MOMENTS:
                instants = in_ticks(numbers, clock.per_second)
                numbers = np.where(has, clock.to_wall(instants), NAT)
            out[rows] = numbers.astype(out.dtype)
            self._empty[output][rows] = ~has
            for mark, name in ((Marks.mark_outside, "outside"), (Marks.mark_projected, "late")):
                flags = [output in getattr(one, name) for one in found]
                whole = np.zeros(length, np.bool_)
                whole[rows] = flags
                mark(self._marks[output], 0, whole)

    def answers(self, why: Array) -> Answers:
        """Return the columns, under why some rows have no answer."""
        for output, marks in self._marks.items():
            empty = self._empty[output]
            marks.mark_missing(0, empty if marks.outside is None else empty & ~marks.outside)
        return Answers(
            {
                one: Column(
                    out.view(f"datetime64[{self._unit}]") if one in MOMENTS else out,
                    self._marks[one],
                    filled=True,
                )
                for one, out in self.out.items()
            },
            why,
        )


class Told:
    """What an assessment says, as a row of columns: moments in UTC microseconds."""

    def __init__(self, row: int, judged: Assessment, calendar: BusinessCalendar) -> None:
        self.row: Final = row
        self.values: Final[dict[Output, int | None]] = dict.fromkeys(Output)
        self.outside: Final[set[Output]] = set()
        self.late: Final[set[Output]] = set()
        for verdict in judged.verdicts:
            name = verdict.obligation.value
            self.values[OUTCOME_OF[verdict.obligation]] = CODE_OF[verdict.outcome]
            for part in ("due", "since", "until"):
                self._set(f"{name}-{part}", _instant(getattr(verdict, part)))
            if verdict.obligation in _TIMED:
                self._amounts(name, verdict, judged.as_of, calendar)
            if verdict.provisional:
                self.late.update(
                    one
                    for one in Output
                    if (one.value == name or one.value.startswith(f"{name}-"))
                    and not one.value.endswith(_BUSINESS)
                    and not (name == "resolution" and one.value.startswith("resolution-clock"))
                )

    def _set(self, name: str, value: int | None) -> None:
        if name in _NAMES:
            self.values[_NAMES[name]] = value

    def _amounts(
        self, name: str, verdict: Verdict, as_of: datetime, calendar: BusinessCalendar
    ) -> None:
        def over(sign: int, ask: Callable[..., Amount | None], prefix: str) -> None:
            with warnings.catch_warnings(record=True) as told:
                warnings.simplefilter("always", ProjectedCalendarWarning)
                try:
                    amount = ask(as_of, calendar)
                except (CalendarRangeError, ProjectedCalendarError):
                    self.outside.add(_NAMES[f"{prefix}{_BUSINESS}"])
                    return
            if told:
                self.late.add(_NAMES[f"{prefix}{_BUSINESS}"])
            if amount is not None:
                self._set(f"{prefix}-clock-seconds", sign * amount.clock)
                self._set(f"{prefix}{_BUSINESS}", sign * amount.business)

        over(1, verdict.left, name)
        over(-1, verdict.late, name)
        if verdict.obligation is Obligation.RESOLUTION_CLOCK:
            over(1, verdict.elapsed, "elapsed")


_NAMES: Final = {one.value: one for one in Output}


def _instant(moment: datetime | None) -> int | None:
    return None if moment is None else to_microseconds(moment)
