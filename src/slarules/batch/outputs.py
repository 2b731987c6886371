"""What the rules answer about a column of incidents, and why they answer nothing about a row."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from slarules.batch.column import SHOWN, Column
from slarules.terms import Category, Obligation, Outcome, Word

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    Array = npt.NDArray[Any]


class Output(Word):
    """
    One column of an answer: an obligation, and what is told of it.

    A name alone is the outcome, as its code in ``OUTCOMES``. ``-due``, ``-since`` and ``-until``
    are the moments of the verdict, NaT where it has none. ``-clock-seconds`` and
    ``-business-seconds`` are what ``Verdict.left`` gives as of the row's moment, or what ``late``
    gives with a minus before it; masked where the verdict has neither. ``elapsed-…`` is what
    ``Verdict.elapsed`` gives of the resolution clock.
    """

    SUPPORT = "support"
    REACTION = "reaction"
    REACTION_DUE = "reaction-due"
    REACTION_SINCE = "reaction-since"
    REACTION_CLOCK_SECONDS = "reaction-clock-seconds"
    REACTION_BUSINESS_SECONDS = "reaction-business-seconds"
    RESOLUTION = "resolution"
    RESOLUTION_SINCE = "resolution-since"
    RESOLUTION_CLOCK = "resolution-clock"
    RESOLUTION_CLOCK_DUE = "resolution-clock-due"
    RESOLUTION_CLOCK_SINCE = "resolution-clock-since"
    RESOLUTION_CLOCK_UNTIL = "resolution-clock-until"
    RESOLUTION_CLOCK_CLOCK_SECONDS = "resolution-clock-clock-seconds"
    RESOLUTION_CLOCK_BUSINESS_SECONDS = "resolution-clock-business-seconds"
    ELAPSED_CLOCK_SECONDS = "elapsed-clock-seconds"
    ELAPSED_BUSINESS_SECONDS = "elapsed-business-seconds"
    REPLACEMENT_SEARCH = "replacement-search"
    REPLACEMENT_SEARCH_DUE = "replacement-search-due"
    REPLACEMENT_SEARCH_CLOCK_SECONDS = "replacement-search-clock-seconds"
    REPLACEMENT_SEARCH_BUSINESS_SECONDS = "replacement-search-business-seconds"
    AUTOMATIC_CLOSING = "automatic-closing"
    AUTOMATIC_CLOSING_DUE = "automatic-closing-due"
    AUTOMATIC_CLOSING_SINCE = "automatic-closing-since"
    AUTOMATIC_CLOSING_CLOCK_SECONDS = "automatic-closing-clock-seconds"
    AUTOMATIC_CLOSING_BUSINESS_SECONDS = "automatic-closing-business-seconds"
    RECOMMENDATION = "recommendation"
    RECORDING = "recording"
    REDEFINITION = "redefinition"


class Refusal(Word):
    """Why a row of a column of incidents has no answer."""

    UNREADABLE_MOMENT = "unreadable-moment"
    """A field of moments holds something else."""
    UNKNOWN_CATEGORY = "unknown-category"
    """It is none of A … E (3.6)."""
    UNKNOWN_LEVEL = "unknown-level"
    """It is none of 1 … 4 (4.5)."""
    LEVEL_OUTSIDE_C = "level-outside-c"
    """A level stands with a category other than C (4.5)."""
    NO_REGISTRATION = "no-registration"
    """The moment of registration is missing (3.2)."""
    NO_AS_OF = "no-as-of"
    """The moment to be judged at is missing."""
    AS_OF_BEFORE_REGISTRATION = "as-of-before-registration"
    EVENT_BEFORE_REGISTRATION = "event-before-registration"
    """Something is recorded before the registration (2.1)."""
    OUTSIDE_CALENDAR = "outside-calendar"
    """A deadline needs a day the calendar does not know."""
    PROJECTED = "projected"
    """A deadline rests on a day not decreed, and the calendar refuses those."""
    NO_EDITION = "no-edition"
    """It was registered before the first edition of the agreement (0.1)."""
    MALFORMED = "malformed"
    """The record of the incident is none: two registrations, an event twice (2.1)."""
    UNKNOWN_KIND = "unknown-kind"
    """A kind of event that is none."""
    UNREADABLE_FIELD = "unreadable-field"
    """A field of an event holds a word or a value it cannot hold."""
    NO_INCIDENT = "no-incident"
    """An event of no incident."""
    BAD_NEIGHBOUR = "bad-neighbour"
    """Another row of the incident is bad: a record is whole, or none."""


OUTCOMES: Final = tuple(Outcome)
"""What the codes of outcomes mean: 0 met, 1 missed, … in this order."""
CODE_OF: Final[Mapping[Outcome, int]] = MappingProxyType(
    {outcome: code for code, outcome in enumerate(OUTCOMES)}
)
CATEGORIES: Final[tuple[Category | None, ...]] = (None, *Category)
"""What the codes of categories mean: 0 unclassified, 1 A, … 5 E."""
REFUSALS: Final[tuple[Refusal | None, ...]] = (None, *Refusal)
"""What the codes of refusals mean: 0 answered, 1 unreadable moment, … in this order."""
REFUSAL_CODE: Final[Mapping[Refusal, int]] = MappingProxyType(
    {refusal: code for code, refusal in enumerate(REFUSALS) if refusal is not None}
)
OUTCOME_OF: Final[Mapping[Obligation, Output]] = MappingProxyType(
    {obligation: Output(obligation.value) for obligation in Obligation}
)
"""The output that is an obligation's outcome."""


class BadRow(tuple[int, Refusal]):
    """A row without an answer, and why."""

    __slots__ = ()

    @property
    def row(self) -> int:
        """Its place in the columns, from 0."""
        return self[0]

    @property
    def why(self) -> Refusal:
        """The first reason found."""
        return self[1]


class Answers:
    """
    What the rules say about a column of incidents, and which rows they say nothing about.

    ``answers[output]`` is a ``Column``; a row without an answer is masked, or NaT. The rows
    answered and the rows refused are all rows: ``len(answers) == answers.answered +
    sum(answers.refused.values())``.
    """

    __slots__ = ("_columns", "why")

    def __init__(self, columns: dict[Output, Column], why: Array) -> None:
        self._columns: Final = columns
        self.why: Final = why
        """The code in ``REFUSALS`` of why each row has no answer; 0 where it has one; uint8."""

    def __len__(self) -> int:
        return len(self.why)

    def __getitem__(self, output: Output) -> Column:
        """Return one column of the answer; KeyError where it was not asked for."""
        return self._columns[output]

    @property
    def outputs(self) -> tuple[Output, ...]:
        """What was asked for, in that order."""
        return tuple(self._columns)

    @property
    def answered(self) -> int:
        """How many rows have an answer."""
        return len(self.why) - int(np.count_nonzero(self.why))

    @property
    def refused(self) -> dict[Refusal, int]:
        """How many rows have none, by reason; reasons that were not met are left out."""
        counts = np.bincount(self.why, minlength=len(REFUSALS)).tolist()
        return {
            refusal: count
            for refusal, count in zip(REFUSALS, counts, strict=True)
            if refusal is not None and count
        }

    def first_refused(self, count: int = SHOWN) -> tuple[BadRow, ...]:
        """Return the first rows without an answer, with the reason of each."""
        rows = np.flatnonzero(self.why)[:count]
        found = []
        for row in rows.tolist():
            refusal = REFUSALS[int(self.why[row])]
            assert refusal is not None
            found.append(BadRow((row, refusal)))
        return tuple(found)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.answered} of {len(self)} rows>"
