"""
The words a mapping is written in, beside the kinds of event: closed sets of permanent ids.

A log may leave open who made a row, how, and whether the Customer could see it; so each of these
sets has a word for "unknown", and what is unknown is never filled in.
"""

from __future__ import annotations

from slarules.terms import Word


class Maker(Word):
    """Who made a record."""

    CUSTOMER = "customer"
    EXECUTOR = "executor"
    THIRD_PARTY = "third-party"
    UNKNOWN = "unknown"


class Seen(Word):
    """Whether the Customer can see a record (reading internal-note)."""

    VISIBLE = "visible"
    INTERNAL = "internal"
    UNKNOWN = "unknown"


class ShiftedHour(Word):
    """What a wall time means that the zone's clock skips or shows twice."""

    OFFSET_BEFORE = "offset-before"
    """Read with the offset in force before the clock was moved: of two showings, the first."""
    OFFSET_AFTER = "offset-after"
    """Read with the offset in force after the clock was moved: of two showings, the second."""
    BAD_ROW = "bad-row"
    """Not read: the row is set aside and named."""


class UnmappedActivity(Word):
    """What becomes of a row whose activity the mapping does not explain."""

    REFUSE = "refuse"
    """The log is refused, naming the line."""
    BAD_ROW = "bad-row"
    """The row is set aside and named; its ticket is not judged."""
    IGNORE = "ignore"
    """The row is read and has no effect."""


class RowDefect(Word):
    """Why a row could not be read."""

    BROKEN_ROW = "broken-row"
    NUL_BYTE = "nul-byte"
    EMPTY_CELL = "empty-cell"
    UNREADABLE_TIME = "unreadable-time"
    IMPOSSIBLE_HOUR = "impossible-hour"
    UNKNOWN_CATEGORY = "unknown-category"
    UNKNOWN_LEVEL = "unknown-level"
    UNKNOWN_ROUTE = "unknown-route"
    UNREADABLE_DATE = "unreadable-date"
    UNEXPLAINED_ACTIVITY = "unexplained-activity"
