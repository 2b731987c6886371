"""What is told of judged blocks: each output's values, and which rows have one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from slarules.batch.column import Column, Marks
from slarules.batch.judging import chosen
from slarules.batch.moments import NAT
from slarules.batch.outputs import CATEGORIES, CODE_OF, OUTCOME_OF, Answers, Output
from slarules.calendar import Beyond
from slarules.terms import Category, Outcome, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import tzinfo

    import numpy.typing as npt

    from slarules.batch.judging import Judged
    from slarules.batch.rules import RuleTables

    Array = npt.NDArray[Any]

_CODES: Final = frozenset(OUTCOME_OF.values())
_MISSED: Final = CODE_OF[Outcome.MISSED]
_NO_MOMENT: Final = {CODE_OF[Outcome.NOT_STARTED], CODE_OF[Outcome.NOT_APPLICABLE]}
_A, _C, _D, _E = (CATEGORIES.index(one) for one in (Category.A, Category.C, Category.D, Category.E))


class Told(NamedTuple):
    """Values of a block."""

    values: Array
    has: Array | None = None
    """The rows that have one; None: all."""
    projected: Array | None = None
    """The rows that rest on a projected day."""
    outside: Array | None = None
    """The rows whose value the calendar does not know."""


class Telling:
    """The columns of an answer, filled block by block."""

    def __init__(
        self,
        want: tuple[Output, ...],
        length: int,
        unit: str,
        stated: tzinfo,
        rules: RuleTables,
    ) -> None:
        self._want: Final = want
        self._unit: Final = unit
        self._clock: Final = rules.tables.clock(stated, rules.per_second)
        self._out: Final[dict[Output, Array]] = {
            one: np.empty(length, np.uint8 if one in _CODES else np.int64) for one in want
        }
        self._marks: Final = {one: Marks(length) for one in want}

    def tell(self, start: int, judged: Judged) -> None:
        """Take what is wanted of a block whose first row is that one."""
        refused = judged.rows.why != 0
        some = bool(refused.any())
        answered = ~refused
        for output in self._want:
            told = TOLD[output](judged)
            marks = self._marks[output]
            out = self._out[output][start : start + len(refused)]
            has = told.has
            if some:
                has = answered if has is None else has & answered
            if output in MOMENTS:
                self._show(judged, told.values, out)
            else:
                np.copyto(out, told.values)
            if has is not None:
                none = ~has
                marks.mark_missing(start, none)
                if output in MOMENTS:
                    whole = judged.desk.laid.array("has", np.int64, len(out))
                    self._leave_out(out, has, whole)
            if told.outside is not None:
                outside = told.outside if has is None else told.outside & has
                marks.mark_outside(start, outside)
            if told.projected is not None and told.projected is not judged.nobody:
                marks.mark_projected(start, told.projected & answered)

    def _show(self, judged: Judged, moments: Array, out: Array) -> None:
        """Write moments as the clock of the answers shows them."""
        offset = judged.offset_of(self._clock)
        if offset is None:
            self._clock.show(judged.scale.wide(moments), out)
        else:
            np.copyto(out, moments)
            np.add(out, judged.scale.origin + offset, out=out)

    @staticmethod
    def _leave_out(out: Array, has: Array, whole: Array) -> None:
        """
        Make NaT of the moments of rows that have none.

        NaT is the least of all numbers: counted from it, no moment is 0 times the moment. A
        choice a row, as ``putmask`` makes, is guessed wrong by the processor as often as rows are
        mixed, and takes four times as long.
        """
        np.copyto(whole, has)
        np.subtract(out, NAT, out=out)
        np.multiply(out, whole, out=out)
        np.add(out, NAT, out=out)

    def answers(self, why: Array) -> Answers:
        """Return the columns."""
        return Answers(
            {
                one: Column(
                    out.view(f"datetime64[{self._unit}]") if one in MOMENTS else out,
                    self._marks[one],
                    filled=True,
                )
                for one, out in self._out.items()
            },
            why,
        )


# ---------------------------------------------------------------------------- moments and outcomes


def _known(j: Judged, moments: Array, projected: Array | None = None) -> Told:
    return Told(moments, moments < j.never, projected)


def _closing_has_moment(j: Judged) -> Array:
    return j.waiting | j.silenced


def _closing_projected(j: Judged) -> Array:
    rests = j.closing_rests
    return rests if rests is j.nobody else rests & _closing_has_moment(j)


def _clock_due(j: Judged) -> Told:
    if j.rules.target is None:
        return Told(np.broadcast_to(j.never, len(j.rows.why)), j.nobody)
    due, _, bound = j.target
    return Told(due, bound, j.target_projected)


def _constant(outcomes: dict[int, Outcome], otherwise: Outcome) -> Array:
    """Return the outcome by code of category."""
    codes = range(len(CATEGORIES))
    return np.array([CODE_OF[outcomes.get(code, otherwise)] for code in codes], np.uint8)


_RECOMMENDATION: Final = _constant(
    {0: Outcome.CANNOT_TELL, _A: Outcome.NOT_STATED, _D: Outcome.NOT_STATED},
    Outcome.NOT_APPLICABLE,
)
_RECORDING: Final = _constant({0: Outcome.CANNOT_TELL, _E: Outcome.MET}, Outcome.NOT_APPLICABLE)


def _redefinition(j: Judged) -> Told:
    level_four = (j.rows.category == _C) & (j.rows.severity == Severity.NOT_AN_ERROR.value)
    codes = CODE_OF[Outcome.NOT_STATED], CODE_OF[Outcome.NOT_APPLICABLE]
    return Told(np.where(level_four, *(np.uint8(code) for code in codes)))


# ------------------------------------------------------------------------------------- amounts


def _amount(j: Judged, start: Array, end: Array, has: Array, *, business: bool) -> Told:
    """Return the time between moments in seconds; of the clock, or inside service hours."""
    found = _ticks(j, start, end, has, business=business) // j.rules.per_second
    if not business:
        return Told(found, has)
    # an end is never before its start
    last = j.scale.wide(chosen(has, end, j.rows.begun))
    outside = j.rules.is_outside(last)
    if not j.rules.may_be_projected(last):
        return Told(found, has, None, outside)
    projected = has & (start != end) & j.rules.is_projected(last)
    if j.rules.beyond is Beyond.REFUSE:
        return Told(found, has, None, outside | projected)
    return Told(found, has, projected, outside)


def _ticks(j: Judged, start: Array, end: Array, has: Array, *, business: bool) -> Array:
    """Return the time between moments in ticks; 0 in rows that have none."""
    first, last = (j.scale.wide(chosen(has, at, j.rows.begun)) for at in (start, end))
    return j.desk.positions(last) - j.desk.positions(first) if business else last - first


def _left(
    j: Judged, due: Array, has: Array, projected: Array, late: Array | None, *, business: bool
) -> Told:
    """
    Return the seconds left to a due moment; with a minus before them, those over it.

    Args:
        j: The block.
        due: The due moments.
        has: The rows that have one.
        projected: The rows whose due moment rests on a projected day.
        late: Until when the rows are over that were missed, never for others; None for no row.
        business: Whether to count service hours only.
    """
    now = np.broadcast_to(j.rows.as_of, due.shape)
    left = has & (now < due)
    if late is None:
        told = _amount(j, now, due, left, business=business)
        return told if business else told._replace(projected=projected)
    over = has & (late < j.never)
    start, end = chosen(over, due, now), chosen(over, late, due)
    told = _amount(j, start, end, left | over, business=business)
    told = told._replace(values=chosen(over, -told.values, told.values))
    return told if business else told._replace(projected=projected)


def _reaction_left(j: Judged, *, business: bool) -> Told:
    missed = (j.reaction == _MISSED) & j.owed
    until = np.where(j.reacted < j.never, j.reacted, j.rows.as_of)
    late = chosen(missed, until, j.never)
    return _left(j, j.reaction_due, j.owed, j.reaction_projected, late, business=business)


def _clock_left(j: Judged, *, business: bool) -> Told:
    if j.rules.target is None:
        return Told(np.zeros(len(j.rows.why), np.int64), j.nobody)
    due, _, bound = j.target
    missed = bound & (j.resolution_clock == _MISSED)
    until = np.where(j.ended_at < j.never, j.ended_at, j.rows.as_of)
    late = chosen(missed, until, j.never)
    return _left(j, due, bound, j.target_projected, late, business=business)


def _search_left(j: Judged, *, business: bool) -> Told:
    return _left(j, j.search_due, j.is_b, j.search_projected, None, business=business)


def _closing_left(j: Judged, *, business: bool) -> Told:
    has = _closing_has_moment(j)
    return _left(j, j.closes, has, _closing_projected(j), None, business=business)


def _elapsed(j: Judged, *, business: bool) -> Told:
    """Return how long the clock has run, less the waiting time where a reading leaves it out."""
    has = j.begun_at < j.never
    end = np.minimum(j.ended_at, j.rows.as_of)
    told = _amount(j, j.begun_at, end, has, business=business)
    if j.paused is j.nobody:
        return told
    start = np.maximum(j.rows.question, j.begun_at)
    stop = np.minimum(j.wait_ends, end)
    lost = has & j.paused & (stop > start)
    # a whole second is what is left after both, not of each
    run = _ticks(j, j.begun_at, end, has, business=business)
    waited = _ticks(j, start, stop, lost, business=business)
    return told._replace(values=(run - waited) // j.rules.per_second)


TOLD: Final[Mapping[Output, Callable[[Judged], Told]]] = {
    Output.SUPPORT: lambda j: Told(np.full(len(j.rows.why), CODE_OF[Outcome.PENDING], np.uint8)),
    Output.REACTION: lambda j: Told(j.reaction, None, j.reaction_projected),
    Output.REACTION_DUE: lambda j: Told(j.reaction_due, j.owed, j.reaction_projected),
    Output.REACTION_SINCE: lambda j: Told(
        # without a column of entries it is one never for all
        np.broadcast_to(j.reacted, j.owed.shape),
        j.owed & (j.reacted < j.never),
        j.reaction_projected,
    ),
    Output.REACTION_CLOCK_SECONDS: lambda j: _reaction_left(j, business=False),
    Output.REACTION_BUSINESS_SECONDS: lambda j: _reaction_left(j, business=True),
    Output.RESOLUTION: lambda j: Told(j.resolution),
    Output.RESOLUTION_SINCE: lambda j: _known(j, j.resolved_at),
    Output.RESOLUTION_CLOCK: lambda j: Told(j.resolution_clock, None, j.target_projected),
    Output.RESOLUTION_CLOCK_DUE: _clock_due,
    Output.RESOLUTION_CLOCK_SINCE: lambda j: _known(j, j.begun_at, j.target_projected),
    Output.RESOLUTION_CLOCK_UNTIL: lambda j: Told(
        j.ended_at, (j.begun_at < j.never) & (j.ended_at < j.never), j.target_projected
    ),
    Output.RESOLUTION_CLOCK_CLOCK_SECONDS: lambda j: _clock_left(j, business=False),
    Output.RESOLUTION_CLOCK_BUSINESS_SECONDS: lambda j: _clock_left(j, business=True),
    Output.ELAPSED_CLOCK_SECONDS: lambda j: _elapsed(j, business=False),
    Output.ELAPSED_BUSINESS_SECONDS: lambda j: _elapsed(j, business=True),
    Output.REPLACEMENT_SEARCH: lambda j: Told(j.search, None, j.search_projected),
    Output.REPLACEMENT_SEARCH_DUE: lambda j: Told(j.search_due, j.is_b, j.search_projected),
    Output.REPLACEMENT_SEARCH_CLOCK_SECONDS: lambda j: _search_left(j, business=False),
    Output.REPLACEMENT_SEARCH_BUSINESS_SECONDS: lambda j: _search_left(j, business=True),
    Output.AUTOMATIC_CLOSING: lambda j: Told(j.automatic_closing, None, _closing_projected(j)),
    Output.AUTOMATIC_CLOSING_DUE: lambda j: Told(
        j.closes, _closing_has_moment(j), _closing_projected(j)
    ),
    Output.AUTOMATIC_CLOSING_SINCE: lambda j: Told(j.closes, j.silenced, _closing_projected(j)),
    Output.AUTOMATIC_CLOSING_CLOCK_SECONDS: lambda j: _closing_left(j, business=False),
    Output.AUTOMATIC_CLOSING_BUSINESS_SECONDS: lambda j: _closing_left(j, business=True),
    Output.RECOMMENDATION: lambda j: Told(_RECOMMENDATION.take(j.rows.category)),
    Output.RECORDING: lambda j: Told(_RECORDING.take(j.rows.category)),
    Output.REDEFINITION: _redefinition,
}
"""How each output is told of a block."""
MOMENTS: Final = frozenset(
    one for one in Output if one.value.endswith(("-due", "-since", "-until"))
)
