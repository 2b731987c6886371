"""
What a day is: the kinds of day a calendar tells apart, and the record of one unusual day.

An ordinary Monday to Friday is a business day and an ordinary Saturday or Sunday a weekend; only
the days which depart from that, or which the law names, are written down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.record import Record
from slarules.terms import Word

if TYPE_CHECKING:
    from datetime import date


class DayKind(Word):
    """Why a day is worked or off."""

    BUSINESS_DAY = "business-day"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    """A public holiday the law names, on whatever day of the week."""
    MOVED_DAY_OFF = "moved-day-off"
    """A day off the Government moved here from another day of the year."""
    CARRIED_OVER = "carried-over"
    """A day off that fell on a holiday and moves to the next working day by law alone."""
    WORKED_WEEKEND = "worked-weekend"
    """A Saturday or Sunday worked because its day off was moved elsewhere."""
    PRESIDENTIAL = "presidential"
    """A day the President declared non-working; whether it counts is a reading."""
    AGREED = "agreed"
    """A day the parties agreed to keep or to work."""


class SpecialDay(Record, kw_only=False):
    """
    One day that departs from the plain week, or that the law names.

    ``off`` says whether nobody works on it; ``name`` is the id of a Russian holiday ("new-year"),
    printed by ``words.holiday_name``, or the printed name of another country's. A day off that
    was moved is told from both ends: the day that received it has ``moved_from``, the day that
    gave it away ``moved_to``. ``act`` is the number and date of the act that moved it, and empty
    where that number is not confirmed.
    """

    day: date
    kind: DayKind
    off: bool
    name: str = ""
    moved_from: date | None = None
    moved_to: date | None = None
    act: str = ""
