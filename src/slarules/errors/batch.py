"""Refusals of columns: too many rows to name each, so how many, which first, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.errors.base import SlaRulesError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class ZoneNotStatedError(SlaRulesError, ValueError):
    """A column of moments was given and nobody said whose clock shows them."""

    remedy = 'state it: zone="Europe/Moscow", or zone="UTC" for what is counted from 1970 in UTC'

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    def __str__(self) -> str:
        return f"{self.what} has no zone; {self.remedy}"


class ColumnError(SlaRulesError, ValueError):
    """A column of another kind, unit or length than the call takes."""

    remedy = "give a column of the kind asked for"

    def __init__(self, what: str, wanted: str, given: str) -> None:
        super().__init__(what, wanted, given)
        self.what, self.wanted, self.given = what, wanted, given

    def __str__(self) -> str:
        return f"{self.what} must be {self.wanted}, not {self.given}; {self.remedy}"


class RowsOutsideError(SlaRulesError, LookupError):
    """Some rows need days the calendar does not know."""

    remedy = "build a calendar over a longer range, or ask for a mask: outside=Outside.MASK"

    def __init__(self, count: int, of: int, rows: Sequence[int], first: date, last: date) -> None:
        super().__init__(count, of, rows, first, last)
        self.count, self.of, self.rows = count, of, tuple(rows)
        self.first, self.last = first, last

    def __str__(self) -> str:
        return (
            f"{self.count} of {self.of} rows are outside the calendar, the first of them "
            f"{_listed(self.rows)}: known days run from {self.first} to {self.last}; {self.remedy}"
        )


class RowsProjectedError(SlaRulesError, LookupError):
    """Some rows rest on days no act has settled, and the calendar refuses those."""

    remedy = "give the year's act to with_decree, or build the calendar with Beyond.MARK"

    def __init__(self, count: int, of: int, rows: Sequence[int], decreed_through: date) -> None:
        super().__init__(count, of, rows, decreed_through)
        self.count, self.of, self.rows = count, of, tuple(rows)
        self.decreed_through = decreed_through

    def __str__(self) -> str:
        return (
            f"{self.count} of {self.of} rows rest on days not decreed, the first of them "
            f"{_listed(self.rows)}: days off are decreed through {self.decreed_through}; "
            f"{self.remedy}"
        )


class RowsUnreadableError(SlaRulesError, ValueError):
    """Some rows of a column hold no moment, or one that no zone can be given to."""

    remedy = "mend the rows, or leave them empty (NaT)"

    def __init__(self, what: str, count: int, of: int, rows: Sequence[int]) -> None:
        super().__init__(what, count, of, rows)
        self.what, self.count, self.of, self.rows = what, count, of, tuple(rows)

    def __str__(self) -> str:
        return (
            f"{self.count} of {self.of} rows of {self.what} hold no moment, the first of them "
            f"{_listed(self.rows)}; {self.remedy}"
        )


def _listed(rows: tuple[int, ...]) -> str:
    return ", ".join(map(str, rows))
