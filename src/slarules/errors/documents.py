"""Refusals of JSON documents, and of moments written as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.errors.base import SlaRulesError

if TYPE_CHECKING:
    from collections.abc import Sequence


class DocumentError(SlaRulesError, ValueError):
    """A JSON document that is not what was asked for; all that is wrong with it at once."""

    remedy = "correct the document"

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        listed = "; ".join(f"{path or 'document'}: {message}" for path, message in self.faults[:5])
        more = len(self.faults) - 5
        rest = f"; and {more} more" if more > 0 else ""
        return f"{listed}{rest}; {self.remedy}"


class UnwritableValueError(SlaRulesError, ValueError):
    """A value that no document can hold so that it reads back equal."""

    remedy = "write one of the documented values, in zones of the zone database"

    def __init__(self, what: str, given: object) -> None:
        super().__init__(what, given)
        self.what, self.given = what, given

    def __str__(self) -> str:
        return f"{self.what} cannot be written: {self.given!r:.80}; {self.remedy}"


class MomentTextError(SlaRulesError, ValueError):
    """Text that is no moment with its offset."""

    remedy = "write date, time and offset: 2024-12-28T11:59:00+03:00"

    def __init__(self, what: str, text: str, problem: str) -> None:
        super().__init__(what, text, problem)
        self.what, self.text, self.problem = what, text, problem

    def __str__(self) -> str:
        return f"{self.what} {self.text!r:.80} {self.problem}; {self.remedy}"


class NaiveTextError(MomentTextError):
    """A date and time without an offset, where nobody says whose clock it is."""
