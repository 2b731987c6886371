"""
A block of incidents judged: what ``assess`` says of the record that a row stands for.

Every line here is a line of ``history.py`` or ``assess.py`` for a record of that shape; nothing is
decided anew, and a test holds the two together under every option of every reading. Moments are
in UTC, on the scale of the block (``scale.py``); what is not known as of the row's moment is at
its ``never`` or after. They may be compared as they are; sums and differences want them wide.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from slarules.assess.rows import WITHOUT_MOMENT
from slarules.batch.hours import spent
from slarules.batch.moments import NAT, in_ticks
from slarules.batch.outputs import CATEGORIES, CODE_OF, REFUSAL_CODE, Refusal
from slarules.batch.tables import DAY
from slarules.calendar import Beyond
from slarules.readings import (
    DueInstant,
    LateAnswer,
    ReactionByReproductionMark,
    ReactionRecordKind,
    ResolutionPause,
    ResolvedWhen,
    SixtyDaysPause,
)
from slarules.terms import Category, Obligation, Outcome

if TYPE_CHECKING:
    import numpy.typing as npt

    from slarules.batch.block import Block
    from slarules.batch.clock import Clock
    from slarules.batch.dues import DueTable
    from slarules.batch.rules import Desk, RuleTables
    from slarules.batch.scale import Scale

    Array = npt.NDArray[Any]

_MET, _MISSED, _PENDING, _NOT_STARTED, _NOT_APPLICABLE, _CANNOT_TELL = (
    np.uint8(CODE_OF[one])
    for one in (
        Outcome.MET,
        Outcome.MISSED,
        Outcome.PENDING,
        Outcome.NOT_STARTED,
        Outcome.NOT_APPLICABLE,
        Outcome.CANNOT_TELL,
    )
)
_B, _C = CATEGORIES.index(Category.B), CATEGORIES.index(Category.C)


def _by_category(obligation: Obligation, otherwise: Outcome) -> Array:
    """Return the outcome by code of category where no moment is computed; else another."""
    rows = [None if one is None else WITHOUT_MOMENT.get((obligation, one)) for one in CATEGORIES]
    return np.array([CODE_OF[row.outcome if row else otherwise] for row in rows], np.uint8)


_REACTION: Final = _by_category(Obligation.REACTION, Outcome.PENDING)
_RESOLUTION: Final = _by_category(Obligation.RESOLUTION, Outcome.CANNOT_TELL)


def chosen(rows: Array, yes: Any, no: Any) -> Array:
    """
    Return one value where the rows are, the other elsewhere: codes, or moments of one scale.

    ``where`` chooses a row at a time, which the processor guesses wrong as often as rows are mixed;
    this takes a fifth of its time.
    """
    step = yes - no if isinstance(yes, np.ndarray) or isinstance(no, np.ndarray) else _step(yes, no)
    found: Array = rows.view(np.uint8) * step
    found += no
    return found


def _step(yes: np.uint8, no: np.uint8) -> np.uint8:
    return np.uint8((int(yes) - int(no)) % 256)


class Rows(NamedTuple):
    """A block of incidents: moments on its scale, never where not known as of the row's moment."""

    scale: Scale
    registered: Block
    """As days of the calendar."""
    begun: Array
    """The registrations as moments."""
    absent: Array | None
    """Which registrations the calendar does not know; None: it knows all."""
    category: Array
    """Codes of ``CATEGORIES``."""
    severity: Array
    """Levels; 0 where none is recorded."""
    reaction: Any
    question: Any
    answer: Any
    reproduced: Any
    resolved: Any
    as_of: Any
    why: Array
    """Codes of refusals; 0 where there is none yet."""


class Judged:
    """
    One block of incidents under one agreement; what is asked for is computed, and kept.

    Args:
        rules: The agreement's tables.
        desk: What the call writes to.
        rows: The block; refusals found here are added to its ``why``.
        closes: When silence after each question closes, and whether that rests on a projected
            day, where another edition counts it.
    """

    def __init__(
        self, rules: RuleTables, desk: Desk, rows: Rows, closes: tuple[Array, Array] | None = None
    ) -> None:
        self.rules: Final[RuleTables] = rules
        self.desk: Final[Desk] = desk
        self.rows: Final[Rows] = rows
        self.scale: Final[Scale] = rows.scale
        self.never: Final[Any] = rows.scale.never
        self.per_second: Final = rules.per_second
        self.readings: Final = rules.readings
        self._closes: Final = closes
        self._asks: Final = rows.question is not self.never
        self._ends: Final = rows.resolved is not self.never
        self._questions: Block = rows.registered
        self.nobody: Final = np.zeros(len(rows.why), np.bool_)
        self.refuse()

    def refuse(self) -> None:
        """Refuse the rows one of whose deadlines the calendar does not answer."""
        rows, known = self.rows, self.rules.tables.decreed
        for due, needed in (
            (self.reaction_due, self.owed),
            (self.search_due, self.is_b),
            (self.closes, self.asked),
        ):
            self._refused(needed & (due == self.scale.none), Refusal.OUTSIDE_CALENDAR)
        if rows.absent is not None:
            self._refused(rows.absent & self.owed, Refusal.OUTSIDE_CALENDAR)
        if self.rules.target is not None:
            self._refused(self.target[1], Refusal.OUTSIDE_CALENDAR)
        if self.rules.beyond is Beyond.REFUSE and known < self.rules.tables.size:
            for projected in (
                self.reaction_projected,
                self.search_projected,
                self.asked & self.closing_rests,
                self.target_projected,
            ):
                self._refused(projected, Refusal.PROJECTED)

    def _refused(self, rows: Array, refusal: Refusal) -> None:
        if rows.any():
            np.putmask(self.rows.why, rows & (self.rows.why == 0), REFUSAL_CODE[refusal])

    def in_time(self, done: Any, due: Any) -> Array:
        """Return whether what was done then is in time (due-instant)."""
        found: Array = (
            done <= due if self.readings.due_instant is DueInstant.IN_TIME else done < due
        )
        return found

    def offset_of(self, clock: Clock) -> int | None:
        """Return what a clock adds to every narrow moment of the block; None if not one number."""
        if not self.scale.is_narrow:
            return None
        return clock.offset_at(self._first, int(self.never) + self.scale.origin)

    def _due(self, table: DueTable, index: Array, name: str) -> Array:
        out = self.desk.laid.array(f"due: {name}", self.scale.kind, len(index))
        return self.rules.due(table, index, self.scale, out)

    @cached_property
    def _first(self) -> int:
        return int(self.rows.begun.min()) + self.scale.origin

    @cached_property
    def after_midnight(self) -> int | None:
        """How long after the first midnight here narrow moments begin; None if that varies."""
        offset = self.offset_of(self.rules.here)
        first = self.rules.tables.base * DAY * self.per_second
        return None if offset is None else self.scale.origin + offset - first

    # ------------------------------------------------------------------ reaction (4.3)

    @cached_property
    def owed(self) -> Array:
        """Whether a reaction is owed: in B and C, and in what may still be either."""
        found: Array = self._without_moment == _PENDING
        return found

    @cached_property
    def _without_moment(self) -> Array:
        """What stands where no reaction has a moment."""
        return _REACTION.take(self.rows.category, mode="clip")

    @cached_property
    def reaction_index(self) -> Array:
        """Where the table of reactions answers each row."""
        return self.rules.reaction.index(self.rows.registered, self.per_second)

    @cached_property
    def reaction_due(self) -> Array:
        """When a reaction is due; of no meaning where none is owed."""
        return self._due(self.rules.reaction, self.reaction_index, "reaction")

    @cached_property
    def reaction_projected(self) -> Array:
        """Which reactions rest on projected days."""
        if not self.rules.reaction.rests(self.rows.registered):
            return self.nobody
        return self.owed & self.rules.reaction.projected.take(self.reaction_index, mode="clip")

    @cached_property
    def reacted(self) -> Any:
        """The earliest record of the Executor that is a reaction (3.3)."""
        rows, readings = self.rows, self.readings
        found = rows.reaction
        if self._asks:
            found = np.minimum(found, rows.question)
        if readings.reaction_by_reproduction_mark is ReactionByReproductionMark.COUNTS:
            found = np.minimum(found, rows.reproduced)
        if readings.reaction_record_kind is ReactionRecordKind.ANY_RECORD_BY_STAFF:
            found = np.minimum(found, rows.resolved)
        return found

    @cached_property
    def reaction(self) -> Array:
        """What became of the reaction."""
        due, reacted = self.reaction_due, self.reacted
        late = (reacted < self.never) | (self.rows.as_of >= due)
        found = chosen(self.in_time(reacted, due), _MET, chosen(late, _MISSED, _PENDING))
        return chosen(self.owed, found, self._without_moment)

    # ------------------------------------------------------------------ silence (4.11)

    @cached_property
    def asked(self) -> Array:
        """Whether the question was asked while the incident was open."""
        if not self._asks:
            return self.nobody
        known: Array = self.rows.question < self.never
        return known & (self.rows.resolved >= self.rows.question) if self._ends else known

    @cached_property
    def closing_index(self) -> Array:
        """Where the table of closings answers each question; elsewhere, of no meaning."""
        table, rows = self.rules.closing, self.rows
        if self.after_midnight is not None and table.turn.second is not None:
            self._questions = self.desk.narrow_questions(rows.question, self.after_midnight)
            return table.index(self._questions, self.per_second)
        given = self.scale.wide(np.where(self.asked, rows.question, rows.begun))
        self._questions, absent = self.desk.questions(given)
        if absent is not None:
            self._refused(absent & self.asked, Refusal.OUTSIDE_CALENDAR)
        return table.index(self._questions, self.per_second)

    @cached_property
    def closes(self) -> Array:
        """When silence closes the incident; of no meaning where nothing was asked."""
        if self._closes is not None:
            return self.scale.counted(self._closes[0])
        if not self._asks:
            return self.rows.begun
        return self._due(self.rules.closing, self.closing_index, "closing")

    @cached_property
    def closing_rests(self) -> Array:
        """Which closings rest on projected days; of no meaning where nothing was asked."""
        if not self._asks:
            return self.nobody
        if self._closes is not None:
            return self._closes[1]
        table, index = self.rules.closing, self.closing_index
        if not table.rests(self._questions, self.asked):
            return self.nobody
        return table.projected.take(index, mode="clip")

    @cached_property
    def answered_first(self) -> Array:
        """Whether the answer is what comes first after the question, in or out of time."""
        rows = self.rows
        after = (rows.answer >= rows.question) & (rows.answer < self.never)
        found: Array = self.asked & after & (rows.answer <= rows.resolved)
        return found

    @cached_property
    def silent(self) -> Array:
        """Whether silence closed the incident, though it may have been opened again."""
        rows, due = self.rows, self.closes
        if not self._asks:
            return self.nobody
        found = rows.as_of >= due
        if self._ends:
            ended = rows.resolved < self.never
            found = (ended & (rows.resolved >= due)) | (~ended & found)
        if rows.answer is not self.never:
            late = rows.answer > due
            at_due = rows.answer == due
            if self.readings.due_instant is DueInstant.IN_TIME:
                # what the Executor records at that instant comes first, and finds it closed
                for other in (rows.reaction, rows.reproduced):
                    late = late | (at_due & (other == due) & (other > rows.question))
            else:
                late = late | at_due
            found = (self.answered_first & late) | (~self.answered_first & found)
        closed: Array = self.asked & found
        return closed

    @cached_property
    def reopened(self) -> Array:
        """Whether an answer after the closing opened it again (late-answer)."""
        rows = self.rows
        if self.readings.late_answer is not LateAnswer.REOPENS or rows.answer is self.never:
            return self.nobody
        found: Array = self.silent & (rows.answer >= rows.question) & (rows.answer < self.never)
        return found

    @cached_property
    def silenced(self) -> Array:
        """Whether silence has closed the incident for good."""
        return self.silent & ~self.reopened

    @cached_property
    def answered(self) -> Array:
        """Whether the answer ended the silence."""
        if self.rows.answer is self.never or not self._asks:
            return self.nobody
        return self.answered_first & ~self.silent

    @cached_property
    def waiting(self) -> Array:
        """Whether the question is open."""
        ended = self.silent | self.answered
        if self._ends:
            ended = ended | (self.rows.resolved < self.never)
        return self.asked & ~ended

    @cached_property
    def automatic_closing(self) -> Array:
        """What became of the closing by silence."""
        over = self.answered | self.done
        found = chosen(over, _NOT_APPLICABLE, _NOT_STARTED)
        found = chosen(self.waiting, _PENDING, found)
        return chosen(self.silenced, _MET, found)

    # ------------------------------------------------------------------ resolution (3.4, 4.10)

    def _effective(self, at: Any, *, with_answer: bool) -> Array:
        """Return whether a record found the incident open; after a closing it finds it shut."""
        rows = self.rows
        known: Array = at < self.never
        if not self._asks:
            return known & ~self.nobody
        after = (at >= rows.question) if with_answer else (at > rows.question)
        shut = self.silent & after & (at >= self.closes)
        if self.reopened is not self.nobody:
            again = (at >= rows.answer) if with_answer else (at > rows.answer)
            shut &= ~(self.reopened & again)
        found: Array = known & ~shut
        return found

    @cached_property
    def done(self) -> Array:
        """Whether the record that it is resolved has effect."""
        return self._effective(self.rows.resolved, with_answer=True) if self._ends else self.nobody

    @cached_property
    def reproduces(self) -> Array:
        """Whether the reproduction has effect."""
        if self.rows.reproduced is self.never:
            return self.nobody
        return self._effective(self.rows.reproduced, with_answer=False)

    @cached_property
    def ended_at(self) -> Array:
        """When work on it ended: by the record of it, or by silence."""
        if not self._ends:
            return chosen(self.silenced, self.closes, self.never)
        found = chosen(self.done, self.rows.resolved, self.never)
        return chosen(self.silenced, np.minimum(found, self.closes), found)

    @cached_property
    def resolved_at(self) -> Array:
        """When the problem was resolved for the contract."""
        counts = self.done
        if self.readings.resolved_when is not ResolvedWhen.RECORDED_BY_EXECUTOR:
            counts = counts & (self.rows.category != _C)
        if not self._ends:
            return chosen(self.silenced, self.closes, self.never)
        found = chosen(counts, self.rows.resolved, self.never)
        return chosen(self.silenced, np.minimum(found, self.closes), found)

    @cached_property
    def resolution(self) -> Array:
        """What became of the resolution."""
        open_still = _RESOLUTION.take(self.rows.category, mode="clip")
        return chosen(self.resolved_at < self.never, _MET, open_still)

    @cached_property
    def begun_at(self) -> Array:
        """When the resolution clock began."""
        if self.rows.reproduced is self.never:
            return np.full(len(self.rows.why), self.never)
        starts = self.reproduces & (self.rows.reproduced <= self.ended_at)
        return chosen(starts, self.rows.reproduced, self.never)

    @cached_property
    def resolution_clock(self) -> Array:
        """What became of the resolution clock."""
        ended = self.ended_at < self.never
        found = chosen(ended, _MET, _PENDING)
        if self.rules.target is not None:
            due, _, bound = self.target
            late = np.where(ended, ~self.in_time(self.ended_at, due), self.rows.as_of >= due)
            found = chosen(bound & late, _MISSED, found)
        begun = self.begun_at < self.never
        return chosen(begun, found, chosen(ended, _NOT_APPLICABLE, _NOT_STARTED))

    @cached_property
    def wait_ends(self) -> Array:
        """Until when the Customer owed information; of no meaning where nothing was asked."""
        rows = self.rows
        found = np.maximum(self.closes, rows.as_of)
        if self._ends:
            found = chosen(rows.resolved < self.never, rows.resolved, found)
        if rows.answer is not self.never:
            found = chosen(self.answered, rows.answer, found)
        return chosen(self.silent, self.closes, found)

    @cached_property
    def paused(self) -> Array:
        """Whether the clock leaves the waiting time out (resolution-pause)."""
        if not self._asks or self.readings.resolution_pause is not ResolutionPause.PAUSES:
            return self.nobody
        waited = self.asked & (self.wait_ends > self.rows.question)
        found: Array = waited & (self.wait_ends > self.begun_at)
        return found

    @cached_property
    def target(self) -> tuple[Array, Array, Array]:
        """Return when an agreed time is used up, which rows need unknown days, which have one."""
        assert self.rules.target is not None
        minutes = self.rules.target[self.rows.category, self.rows.severity]
        bound = (self.begun_at < self.never) & (minutes > 0)
        line, wide = self.rules.tables.stretches(self.per_second), self.scale.wide
        left = np.where(bound, minutes, 0) * (60 * self.per_second)
        low = wide(np.where(bound, self.begun_at, self.rows.begun))
        outside = self.rules.is_outside(low)
        due, beyond = spent(line, low, left)
        if self.paused is not self.nobody:
            asked, ends = wide(self.rows.question), wide(self.wait_ends)
            stop = np.maximum(asked, low)
            cut = self.paused & bound & (beyond | (due > asked))
            cut &= ends > low
            left = left - np.where(cut, line.position(stop) - line.position(low), 0)
            low = np.where(cut, ends, low)
            used, after = spent(line, low, left)
            due = np.where(cut, used, due)
            bound &= ~(self.paused & np.where(cut, after, beyond))
            beyond = beyond & ~self.paused
        return self.scale.counted(due), bound & (beyond | outside), bound

    @cached_property
    def target_projected(self) -> Array:
        """Which agreed times are used up on a projected day."""
        if self.rules.target is None:
            return self.nobody
        due, _, bound = self.target
        return bound & self.rules.is_projected(self.scale.wide(due))

    # ------------------------------------------------------------------ replacement (4.4)

    @cached_property
    def is_b(self) -> Array:
        """Whether the row is of category B."""
        found: Array = self.rows.category == _B
        return found

    @cached_property
    def search_index(self) -> Array:
        """Where the table of searches answers each row."""
        return self.rules.search.index(self.rows.registered, self.per_second)

    @cached_property
    def search_due(self) -> Array:
        """When the search for a replacement comes to be owed; of no meaning outside B."""
        if self._search_pauses:
            ends = in_ticks(self.rules.search.ends(), self.per_second)
            rank = self.paused_rank
            beyond = (rank < 1) | (rank > len(ends))
            found = np.where(beyond, NAT, ends.take(rank - 1, mode="clip"))
            return self.scale.counted(found)
        return self._due(self.rules.search, self.search_index, "search")

    @cached_property
    def _search_pauses(self) -> bool:
        reading = self.readings.sixty_days_pause
        return self._asks and reading is SixtyDaysPause.PAUSES

    @cached_property
    def paused_rank(self) -> Array:
        """The rank of day sixty where the waiting time is left out (sixty-days-pause)."""
        rank = self.rules.search.ranks.take(self.search_index, mode="clip")
        since, until = (self.scale.wide(at) for at in (self.rows.question, self.wait_ends))
        low, high = self.rules.covered_ranks(since, until)
        first = rank - self.rules.replacement_after + 1
        taken = self.asked & (low <= high) & (low <= rank) & (high >= first) & (rank > 0)
        return np.where(taken, rank + high + 1 - np.maximum(low, first), rank)

    @cached_property
    def search_projected(self) -> Array:
        """Which searches rest on projected days."""
        table, tables = self.rules.search, self.rules.tables
        if self._search_pauses:
            last = tables.dates.take(self.paused_rank - 1, mode="clip") - tables.base
            return (last >= tables.decreed) & self.is_b
        if not table.rests(self.rows.registered):
            return self.nobody
        return self.is_b & table.projected.take(self.search_index, mode="clip")

    @cached_property
    def search(self) -> Array:
        """What became of the search."""
        solved = self.done | self.silenced
        found = chosen(self.rows.as_of >= self.search_due, _PENDING, _NOT_STARTED)
        found = chosen(solved, _NOT_APPLICABLE, found)
        other = chosen(self.rows.category == 0, _CANNOT_TELL, _NOT_APPLICABLE)
        return chosen(self.is_b, found, other)
