"""Agreements by date, asked by the column: each row by the edition that judges it (0.1, 4.12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from slarules.batch.column import Column, Marks, Outside, counted
from slarules.batch.fields import read_fields
from slarules.batch.gathered import Gathered
from slarules.batch.moments import NAT, PER_SECOND, Moments, in_ticks
from slarules.batch.outputs import Answers, Output, Refusal
from slarules.batch.rules import EVERY, AgreementColumns
from slarules.errors import RowsOutsideError
from slarules.readings import EditionOfIncident
from slarules.timeline import to_microseconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import tzinfo

    import numpy.typing as npt

    from slarules.batch.fields import Fields
    from slarules.editions import Editions

    Array = npt.NDArray[Any]


class EditionsColumns:
    """
    Dated agreements, with the methods of ``AgreementColumns``; a log of events aside.

    Every row is judged by the edition in force when the incident was registered; where reading
    edition-of-incident has it so, a silence is counted by that of the question. A row from before
    the first edition has no answer.

    Source: clauses 0.1, 4.12.
    """

    def __init__(self, editions: Editions) -> None:
        self.editions: Final = editions
        self.columns: Final = tuple(AgreementColumns(one.agreement) for one in editions.editions)
        """Each edition's own."""
        self._starts: Final = [to_microseconds(one.starts) for one in editions.editions]

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
        return self._due(AgreementColumns.reaction_due, registered, zone, unit, outside)

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
        return self._due(AgreementColumns.replacement_search_due, registered, zone, unit, outside)

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
        return self._due(AgreementColumns.automatic_closing_due, requested, zone, unit, outside)

    def _due(
        self,
        ask: Callable[..., Column],
        values: Any,
        zone: tzinfo | str,
        unit: str | None,
        outside: Outside,
    ) -> Column:
        given = self.columns[0].hours.read(values, "the moments", zone, unit)
        for columns in self.columns[1:]:
            given = columns.hours.finer(given)
        place = self._places(given)
        missing = given.ticks == NAT
        out = np.full(len(given), NAT)
        marks = Marks(len(given))
        marks.mark_missing(0, missing)
        marks.mark_outside(0, (place < 0) & ~missing)
        for columns, rows in self._parts(place):
            part = Moments(given.ticks[rows], given.unit, given.zone, stated=given.stated)
            found = ask(columns, part, zone=zone, outside=Outside.MASK)
            out[rows] = found.values.view(np.int64)
            for mark, mask in (
                (marks.mark_outside, found.outside),
                (marks.mark_projected, found.projected),
            ):
                whole = np.zeros(len(given), np.bool_)
                whole[rows] = mask
                mark(0, whole)
        if outside is Outside.REFUSE and marks.outside is not None:
            last = self.columns[-1].agreement.calendar.last
            raise RowsOutsideError(
                *counted(marks.outside), first=self.editions.editions[0].since, last=last
            )
        return Column(out.view(f"datetime64[{given.unit}]"), marks)

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
        """Return what the contract says about each incident; as ``AgreementColumns.assess``."""
        coarsest = max(
            (one.hours.tables.coarsest for one in self.columns), key=PER_SECOND.__getitem__
        )
        fields = read_fields(
            coarsest,
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
        wanted = tuple(want)
        gathered = Gathered(wanted, len(fields), fields.unit)
        place = self._places(fields.moments("registered"))
        fields.refuse(fields.ticks["registered"] == NAT, Refusal.NO_REGISTRATION)
        fields.refuse(place < 0, Refusal.NO_EDITION)
        for columns, rows in self._parts(place):
            part = fields.taken(rows)
            answers = columns.judged(part, wanted, self._closes(columns, part))
            gathered.put(rows, answers)
            fields.why[rows] = answers.why
        return gathered.answers(fields.why)

    def _closes(self, columns: AgreementColumns, fields: Fields) -> tuple[Array, Array] | None:
        """Return when each silence closes by the edition in force at the question, in UTC."""
        each = columns.agreement.readings.edition_of_incident is EditionOfIncident.EACH_EVENT
        if not each or "question" not in fields.ticks:
            return None
        given = fields.moments("question")
        place = np.maximum(self._places(given), self.columns.index(columns))
        place[given.ticks == NAT] = -1
        due = np.full(len(fields), NAT)
        projected = np.zeros(len(fields), np.bool_)
        for later, rows in self._parts(place):
            part = Moments(given.ticks[rows], given.unit, given.zone, stated=given.stated)
            found = later.closings(part)
            due[rows] = found[0]
            projected[rows] = found[1]
        return due, projected

    def _places(self, given: Moments) -> Array:
        """Return which edition was in force at each moment; -1 before the first, or at none."""
        tables = self.columns[0].hours.tables
        instants = tables.clock(given.zone, given.per_second).to_utc(given.ticks)
        starts = in_ticks(self._starts, given.per_second)
        place: Array = np.searchsorted(starts, instants, side="right") - 1
        place[given.ticks == NAT] = -1
        return place

    def _parts(self, place: Array) -> Iterator[tuple[AgreementColumns, Array]]:
        """Yield each edition that rows fall to, with those rows."""
        for number, columns in enumerate(self.columns):
            rows = np.flatnonzero(place == number)
            if len(rows):
                yield columns, rows
