"""Refusals of what two parties cannot have agreed: figures, readings, editions, their file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.errors.base import SlaRulesError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime, time


class CutoffError(SlaRulesError, ValueError):
    """A cut-off after closing: a reaction would be due before the registration (4.3)."""

    remedy = "agree on a cut-off that is not after the closing of any day"

    def __init__(self, cutoff: time, hours: str) -> None:
        super().__init__(cutoff, hours)
        self.cutoff, self.hours = cutoff, hours

    def __str__(self) -> str:
        return f"the cut-off {self.cutoff} comes after service hours of {self.hours}; {self.remedy}"


class NoHoursError(SlaRulesError, ValueError):
    """A week without service hours, in which no deadline can be counted (1.1)."""

    remedy = "give one day of the week hours at least"

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    def __str__(self) -> str:
        return f"{self.what} has no service hours on any day; {self.remedy}"


class ShortDayError(SlaRulesError, ValueError):
    """A day agreed to be so short that it cannot end an hour early (1.1, reading short-days)."""

    remedy = "give every day more than an hour, or read short-days as full-day"

    def __init__(self, hours: str) -> None:
        super().__init__(hours)
        self.hours = hours

    def __str__(self) -> str:
        return (
            f"hours of {self.hours} leave nothing of a day that ends an hour early; {self.remedy}"
        )


class TargetsError(SlaRulesError, ValueError):
    """Targets of resolution that cannot be kept (4.10 states none)."""

    remedy = "give one target a category and level, and shares from 1 to 99 in order, each once"

    def __init__(self, what: str, given: str) -> None:
        super().__init__(what, given)
        self.what, self.given = what, given

    def __str__(self) -> str:
        return f"{self.what}: {self.given}; {self.remedy}"


class ReadingError(SlaRulesError, ValueError):
    """A choice that names no switch of the contract's readings, or names one twice."""

    remedy = "write switch=option, each switch once; the switches are"

    def __init__(self, given: str, known: Sequence[str]) -> None:
        super().__init__(given, known)
        self.given, self.known = given, tuple(known)

    def __str__(self) -> str:
        return f"no such reading {self.given!r:.80}; {self.remedy} {', '.join(self.known)}"


class EditionsError(SlaRulesError, ValueError):
    """Editions of an agreement that do not follow one another (0.1)."""

    remedy = "give at least one edition, in order, each with a first day of its own"

    def __init__(self, days: Sequence[date]) -> None:
        super().__init__(days)
        self.days = tuple(days)

    def __str__(self) -> str:
        given = ", ".join(map(str, self.days)) or "none"
        return f"editions from {given}; {self.remedy}"


class NoEditionError(SlaRulesError, LookupError):
    """A moment before the first edition of the agreement (0.1)."""

    remedy = "add the edition that was in force then, or check the moment"

    def __init__(self, moment: datetime, first: date) -> None:
        super().__init__(moment, first)
        self.moment, self.first = moment, first

    def __str__(self) -> str:
        return (
            f"no edition was in force at {self.moment.isoformat()}: the first begins on "
            f"{self.first}; {self.remedy}"
        )


class AgreementFileError(SlaRulesError, ValueError):
    """
    A file that describes no agreement; all that is wrong with it at once.

    A fault is a key, its value as it stands (empty where there is none), what is wrong with it,
    and what to write instead.
    """

    remedy = "correct the file"

    def __init__(self, faults: Sequence[tuple[str, str, str, str]]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)

    @property
    def lines(self) -> tuple[str, ...]:
        """Every fault in one line."""
        return tuple(
            f"{key}{f' = {value}' if value else ''} {problem}: {remedy}"
            for key, value, problem, remedy in self.faults
        )

    def __str__(self) -> str:
        return f"{'; '.join(self.lines)}; {self.remedy}"
