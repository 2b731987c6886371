"""
An agreement asked by the column: due moments, and whole incidents of a common shape.

The incident a row stands for has these events, where their columns have a moment, in this order
among those of one instant: it was registered (through the web interface, by the Customer, with the
row's category and level); the Executor commented (first reaction), marked that it reproduced the
problem on its bench (reproduced) and asked for information (last question); the Customer gave
information (answer); and the Executor recorded it as resolved (resolved), in B right after the
owner of the software had fixed the problem. No record of the service is kept. ``incident_of``
builds that incident, and ``assess`` of an agreement says of it what the columns say of the row.
"""

from __future__ import annotations

from datetime import UTC
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from slarules.batch.block import Block, Positions, blocks
from slarules.batch.column import Column, Marks, Outside
from slarules.batch.dues import DueTable, closing_table, reaction_table, search_table
from slarules.batch.fields import Fields, read_fields
from slarules.batch.hours import CalendarColumns
from slarules.batch.judging import Judged, Rows
from slarules.batch.laid import Laid
from slarules.batch.moments import NAT, PER_SECOND, in_ticks
from slarules.batch.outputs import CATEGORIES, Answers, Output
from slarules.batch.scale import narrow
from slarules.batch.tables import DAY
from slarules.batch.telling import Telling
from slarules.terms import Severity
from slarules.timeline import to_microseconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import tzinfo

    import numpy.typing as npt

    from slarules.agreement import Agreement
    from slarules.batch.log import LogAnswers
    from slarules.batch.moments import Moments
    from slarules.batch.scale import Scale
    from slarules.batch.tables import Tables

    Array = npt.NDArray[Any]

ROWS: Final = 1 << 15
"""Incidents judged at a time: a few dozen arrays of so many stay near the processor."""
EVERY: Final = tuple(Output)
"""All there is to ask for."""


class RuleTables:
    """The tables of one agreement, in ticks of one unit."""

    def __init__(self, agreement: Agreement, dues: Dues, per_second: int) -> None:
        parameters = agreement.parameters
        self.readings: Final = agreement.readings
        self.beyond: Final = agreement.calendar.beyond
        self.replacement_after: Final = parameters.replacement_after
        self.tables: Final = dues.tables
        self.reaction: Final = dues.reaction
        self.search: Final = dues.search
        self.closing: Final = dues.closing
        self.per_second: Final = per_second
        self.here: Final = self.tables.clock(agreement.calendar.zone, per_second)
        self.target: Final = _targets(agreement)
        """The agreed minutes of resolution by category and level; None if there are none."""
        self.narrow: Final = narrow(self.tables, per_second)
        """The scale of blocks whose moments fit 32 bits; None where the calendar's do not."""

    def due(self, table: DueTable, index: Array, scale: Scale, out: Array) -> Array:
        """Write and return due moments on a scale; its ``none`` where the calendar has none."""
        return table.on(scale, self.per_second).take(index, mode="clip", out=out)

    def may_be_projected(self, instants: Array) -> bool:
        """Return whether any of these UTC instants may lie on a day not decreed."""
        days = self.tables.base + self.tables.decreed - 1
        return int(instants.max()) > days * DAY * self.per_second

    def is_projected(self, instants: Array) -> Array:
        """Return whether what ends at these UTC instants ends on a day not decreed."""
        limit = (self.tables.base + self.tables.decreed) * DAY * self.per_second
        late: Array = self.here.to_wall(instants - 1) >= limit
        return late

    def is_outside(self, instants: Array) -> Array:
        """Return which UTC instants the calendar does not know."""
        rel = self.here.to_wall(instants) - self.tables.base * DAY * self.per_second
        found: Array = (rel < 0) | (rel >= self.tables.size * DAY * self.per_second)
        return found

    def covered_ranks(self, start: Array, end: Array) -> tuple[Array, Array]:
        """Return the ranks of the first and last business days that waiting times cover whole."""
        low = np.searchsorted(self._openings, start, side="left") + 1
        return low, np.searchsorted(self._closings, end, side="right")

    @cached_property
    def _openings(self) -> Array:
        calendar = self.tables.calendar
        found = [to_microseconds(calendar.opening_on(day)) for day in calendar.table.dates[1:]]
        return in_ticks(found, self.per_second)

    @cached_property
    def _closings(self) -> Array:
        calendar = self.tables.calendar
        closings = calendar.closings_of(calendar.table.dates[1:])
        return in_ticks([to_microseconds(one) for one in closings], self.per_second)


class Desk:
    """What one call writes to while it judges its blocks; no two calls share one."""

    def __init__(self, rules: RuleTables, length: int) -> None:
        tables, per_second = rules.tables, rules.per_second
        self.laid: Final = Laid(length)
        """For whatever else is laid for a block."""
        self._positions: Final = Positions(tables, per_second, length)
        ahead = self._positions.ahead
        self._questions: Final = Block(tables, UTC, per_second, length)
        self._instants: Final = Block(tables, UTC, per_second, length, ahead)
        self._position: Final = self._positions.buffer(length)

    def questions(self, given: Array) -> tuple[Block, Array | None]:
        """Return UTC ticks as days of the calendar, and those it does not know."""
        marks = Marks(len(given))
        return self._questions.read(given, 0, marks), marks.outside

    def narrow_questions(self, given: Array, after: int) -> Block:
        """Return narrow moments as days of the calendar; those outside it have some day."""
        return self._questions.take(given, after)

    def positions(self, instants: Array) -> Array:
        """Return the open time before UTC ticks; of no meaning where the calendar ends."""
        block = self._instants.read(instants, 0, Marks(len(instants)))
        return self._positions.of(block, self._position).astype(np.int64)


def _targets(agreement: Agreement) -> Array | None:
    targets = agreement.parameters.resolution_targets
    if not targets:
        return None
    found = np.zeros((len(CATEGORIES), len(Severity) + 1), np.int64)
    for target in sorted(targets, key=lambda one: one.severity is not None):
        category = CATEGORIES.index(target.category)
        if target.severity is None:
            found[category] = target.business_minutes
        else:
            found[category, target.severity.value] = target.business_minutes
    return found


class Dues:
    """The tables of due moments of one agreement, laid when first asked for."""

    def __init__(self, agreement: Agreement, tables: Tables) -> None:
        self.agreement: Final = agreement
        self.tables: Final = tables
        self._of_unit: Final[dict[int, RuleTables]] = {}

    @cached_property
    def reaction(self) -> DueTable:
        """The reaction to B and C (4.3)."""
        return reaction_table(self.agreement, self.tables)

    @cached_property
    def search(self) -> DueTable:
        """The search for a replacement in B (4.4)."""
        return search_table(self.agreement, self.tables)

    @cached_property
    def closing(self) -> DueTable:
        """The closing by silence (4.11)."""
        return closing_table(self.agreement, self.tables)

    def of_unit(self, per_second: int) -> RuleTables:
        """Return all of the rules' tables in one unit."""
        if per_second not in self._of_unit:
            self._of_unit[per_second] = RuleTables(self.agreement, self, per_second)
        return self._of_unit[per_second]


class AgreementColumns:
    """
    One agreement, asked by the column: its readings, its calendar, its figures.

    What moments may come as, and what becomes of rows without an answer, is as in
    ``CalendarColumns``.

    Source: clauses 3.3, 3.4, 4.1–4.4, 4.9–4.11.
    """

    def __init__(self, agreement: Agreement) -> None:
        self.agreement: Final = agreement
        self.hours: Final = CalendarColumns(agreement.calendar)
        """The agreement's calendar."""
        self.dues: Final = Dues(agreement, self.hours.tables)

    def reaction_due(
        self,
        registered: Any,
        /,
        *,
        zone: tzinfo | str,
        unit: str | None = None,
        outside: Outside = Outside.REFUSE,
    ) -> Column:
        """Return by when to react to incidents of B and C. Source: clauses 4.3, 1.1."""
        return self._due(self.dues.reaction, registered, zone, unit, outside)

    def replacement_search_due(
        self,
        registered: Any,
        /,
        *,
        zone: tzinfo | str,
        unit: str | None = None,
        outside: Outside = Outside.REFUSE,
    ) -> Column:
        """Return from when the search for a replacement is owed. Source: clauses 4.4, 1.1."""
        return self._due(self.dues.search, registered, zone, unit, outside)

    def automatic_closing_due(
        self,
        requested: Any,
        /,
        *,
        zone: tzinfo | str,
        unit: str | None = None,
        outside: Outside = Outside.REFUSE,
    ) -> Column:
        """Return when silence after a request closes an incident. Source: clauses 4.11, 1.1."""
        return self._due(self.dues.closing, requested, zone, unit, outside)

    def _due(
        self, table: DueTable, values: Any, zone: tzinfo | str, unit: str | None, outside: Outside
    ) -> Column:
        given = self.hours.read(values, "the moments", zone, unit)
        tables, per_second = self.hours.tables, given.per_second
        found = table.moments(given.stated, per_second)
        marks = Marks(len(given))
        out = np.empty(len(given), np.int64)
        block = Block(tables, given.zone, per_second, min(ROWS, len(given)))
        for start in range(0, len(given), ROWS):
            block.read(given.ticks[start : start + ROWS], start, marks)
            index = table.index(block, per_second)
            answer = out[start : start + len(index)]
            found.take(index, mode="clip", out=answer)
            if int(answer.min()) == NAT:
                marks.mark_outside(start, (answer == NAT) & ~block.absent())
            if table.rests(block):
                marks.mark_projected(start, table.projected.take(index, mode="clip"))
        marks.settle(self.agreement.calendar, outside)
        return Column(out.view(f"datetime64[{given.unit}]"), marks)

    def closings(self, requested: Moments) -> tuple[Array, Array]:
        """Return when silence closes, in UTC ticks (or NaT), and which rest on projected days."""
        per_second = requested.per_second
        table = self.dues.closing
        out, late = np.empty(len(requested), np.int64), np.zeros(len(requested), np.bool_)
        found = table.moments(None, per_second)
        for start, block in blocks(self.hours.tables, requested, marks := Marks(len(requested))):
            index = table.index(block, per_second)
            stop = start + len(index)
            out[start:stop] = found.take(index, mode="clip")
            late[start:stop] = table.projected.take(index, mode="clip")
        none = marks.without_value()
        if none is not None:
            np.copyto(out, NAT, where=none)
        return out, late

    def assess(  # noqa: PLR0913 - one parameter a column
        self,
        *,
        registered: Any,
        as_of: Any,
        zone: tzinfo | str,
        category: Any = None,
        severity: Any = None,
        reaction: Any = None,
        question: Any = None,
        answer: Any = None,
        reproduced: Any = None,
        resolved: Any = None,
        unit: str | None = None,
        want: Iterable[Output] = EVERY,
    ) -> Answers:
        """
        Return what the contract says about each incident as of a moment.

        What incident a row stands for is said above, and built by ``incident_of``. What is later
        than the row's ``as_of`` is not known yet. Bad rows are no error: ``Answers.why`` names
        them, and all others are answered.

        Args:
            registered: The official moments of registration (3.2).
            as_of: One moment for all, or one a row; the records are complete through it.
            zone: Whose clock shows all these columns; answers are on it.
            category: A … E, codes of ``CATEGORIES``, or missing where unclassified (3.6).
            severity: 1 … 4 in C; 0 or missing where none is recorded (4.5).
            reaction: The Executor's first comment (3.3).
            question: The last request for information (4.11).
            answer: The Customer's answer to it.
            reproduced: The mark of the reproduction (3.4).
            resolved: The record that it is resolved; in B, the owner's fix, too (4.4).
            unit: The unit of columns of integers.
            want: Which outputs to give; all cost more than some.
        Raises:
            ZoneNotStatedError, UnknownZoneError, ColumnError: A column cannot be read at all.
        """
        fields = read_fields(
            self.hours.tables.coarsest,
            registered=registered,
            as_of=as_of,
            zone=zone,
            category=category,
            severity=severity,
            reaction=reaction,
            question=question,
            answer=answer,
            reproduced=reproduced,
            resolved=resolved,
            unit=unit,
        )
        return self.judged(fields, tuple(want))

    def assess_log(
        self,
        *,
        incident: Any,
        at: Any,
        kind: Any,
        as_of: Any,
        zone: tzinfo | str,
        unit: str | None = None,
        want: Iterable[Output] = EVERY,
        **fields: Any,
    ) -> LogAnswers:
        """
        Return what the contract says about every incident of a log of events.

        Rows may stand in any order; events of one incident and one instant keep theirs, its
        registration first. A record is whole or none: an incident with a bad row is refused as
        a whole, and all others are answered. Equal to ``assess`` of an agreement on the record
        of each incident, with no record of the service.

        Args:
            incident: The number of the incident, of each event.
            at: When HelpDesk got the record (3.2).
            kind: What it is: ``registered``, ``commented``, … as ``slarules.events`` has them.
            as_of: One moment; what is later is not known yet.
            zone: Whose clock shows all moments; answers are on it.
            unit: The unit of columns of integers.
            want: Which outputs to give.
            fields: A column each for other fields of events, by their names: category, severity,
                by, made, visible, channel, said_at, called_at, accepted_at, stated_at, place,
                access, request, route, how, status, to, until. What is missing is the default.
        Raises:
            ZoneNotStatedError, UnknownZoneError, ColumnError: A column cannot be read at all.
        """
        from slarules.batch.log import assess_log

        return assess_log(
            self,
            incident=incident,
            at=at,
            kind=kind,
            as_of=as_of,
            zone=zone,
            unit=unit,
            want=tuple(want),
            fields=fields,
        )

    def judged(
        self,
        fields: Fields,
        want: tuple[Output, ...],
        closes: tuple[Array, Array] | None = None,
    ) -> Answers:
        """Return the answers to columns already read; ``closes`` as in ``Judged``, by row."""
        per_second = PER_SECOND[fields.unit]
        rules = self.dues.of_unit(per_second)
        desk = Desk(rules, min(ROWS, len(fields)))
        telling = Telling(want, len(fields), fields.unit, fields.stated, rules)
        for start, rows in self._rows(fields, rules, desk.laid):
            stop = start + len(rows.why)
            late = None if closes is None else (closes[0][start:stop], closes[1][start:stop])
            telling.tell(start, Judged(rules, desk, rows, late))
        return telling.answers(fields.why)

    def _rows(self, fields: Fields, rules: RuleTables, laid: Laid) -> Iterator[tuple[int, Rows]]:
        """Yield the rows in blocks, with what is not known as of their moments left out."""
        tables, per_second = self.hours.tables, rules.per_second
        block = Block(tables, fields.zones["registered"], per_second, min(ROWS, len(fields)))
        for start in range(0, len(fields), ROWS):
            stop = min(start + ROWS, len(fields))
            marks = Marks(stop - start)
            block.read(fields.ticks["registered"][start:stop], 0, marks)
            scale = rules.narrow if block.is_even else None
            yield (
                start,
                Rows(
                    registered=block,
                    absent=marks.outside,
                    category=fields.category[start:stop],
                    severity=fields.severity[start:stop],
                    why=fields.why[start:stop],
                    **fields.block(start, stop, tables, per_second, scale, laid),
                ),
            )
