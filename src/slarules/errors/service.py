"""Refusals of what cannot be the record of the service."""

from __future__ import annotations

from slarules.errors.base import SlaRulesError


class OutageError(SlaRulesError, ValueError):
    """Outages that overlap, or end before they begin (3.1)."""

    remedy = "give each outage as one HelpDeskDown and one HelpDeskRestored, in turn"

    def __init__(self, place: int, what: str) -> None:
        super().__init__(place, what)
        self.place, self.what = place, what

    def __str__(self) -> str:
        return f"event {self.place} of the service: {self.what}; {self.remedy}"


class TermError(SlaRulesError, ValueError):
    """Terms of support that cannot be (2.3)."""

    remedy = "sign or pay first, then renew"

    def __init__(self, place: int, what: str) -> None:
        super().__init__(place, what)
        self.place, self.what = place, what

    def __str__(self) -> str:
        return f"event {self.place} of the service: {self.what}; {self.remedy}"


class TermLengthError(SlaRulesError, ValueError):
    """A term of support that lasts no time at all (2.3)."""

    remedy = "give a number of years, of months, or of both"

    def __init__(self, years: int, months: int) -> None:
        super().__init__(years, months)
        self.years, self.months = years, months

    def __str__(self) -> str:
        return f"{self.years} years and {self.months} months are no length of a term; {self.remedy}"
