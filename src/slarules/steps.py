"""
The steps of a derivation: made with the answer, worded by ``explain``, never recomputed.

Each step carries what it was given and what it found, the rule row and the clause behind it, and
the reading it met, written as ``switch=option``; so a stranger can do the sum again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.record import Record
from slarules.terms import ClauseId, RuleId, Word

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from slarules.spans import Span


class Hour(Word):
    """Which instant of a day a period ends at."""

    CLOSING = "closing"
    """The end of the day's service hours (1.1)."""
    END_OF_DAY = "end-of-day"
    """24:00, the first instant of the next day."""


class FactStep(Record):
    """A recorded event at its official moment."""

    rule: RuleId
    clause: ClauseId
    fact: str
    """The kind of event, as in the record ("registered")."""
    at: datetime
    reading: str = ""


class DayStep(Record):
    """The day and the hour of a moment on the calendar's clock."""

    rule: RuleId
    clause: ClauseId
    at: datetime
    day: date
    clock: time
    is_business_day: bool
    reading: str = ""


class CutoffStep(Record):
    """Whether the hour is before the cut-off."""

    rule: RuleId
    clause: ClauseId
    clock: time
    """The hour that is compared; a reading may put the opening in its place."""
    cutoff: time
    is_before: bool
    reading: str = ""


class CountStep(Record):
    """A count of business days: ``n`` after ``start``, which is not counted itself."""

    rule: RuleId
    clause: ClauseId
    start: date
    n: int
    end: date
    skipped: tuple[date, ...]
    """The days off in the way, after ``start`` and before ``end``."""
    left_out: tuple[date, ...] = ()
    """Business days in the way that a pause takes out of the count."""
    reading: str = ""


class HourStep(Record):
    """The instant at which the day's period ends."""

    rule: RuleId
    clause: ClauseId
    day: date
    hour: Hour
    at: datetime
    reading: str = ""


class BudgetStep(Record):
    """An amount of service time used up, stretch by stretch."""

    rule: RuleId
    clause: ClauseId
    start: datetime
    business_minutes: int
    stretches: tuple[Span, ...]
    """The service hours counted, in order; their lengths add up to the amount."""
    at: datetime
    reading: str = ""


class ChoiceStep(Record):
    """The moment chosen among several that compete: the earliest, or the latest."""

    rule: RuleId
    clause: ClauseId
    moments: tuple[datetime, ...]
    at: datetime
    reading: str = ""


Step = FactStep | DayStep | CutoffStep | CountStep | HourStep | BudgetStep | ChoiceStep
