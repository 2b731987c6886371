"""
Every deliberate refusal of the package: what was asked, what is known, what to do.

Each class carries its values, and its ``args`` mirror its signature, so that it pickles.
Messages are public: they are lower case, without a full stop, and end with the remedy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime


class SlaRulesError(Exception):
    """The base of every refusal; ``remedy`` says what to do."""

    remedy: ClassVar[str] = "see the documentation of the call"


class SlaRulesWarning(UserWarning):
    """The base of every warning of the package."""


class ProjectedCalendarWarning(SlaRulesWarning):
    """
    A bare value rests on days no act has settled yet.

    The days after the last decreed one follow the standing law alone; the Government may still
    transfer days off. Answers that are objects carry this as data and issue no warning.
    """

    def __init__(self, day: date, decreed_through: date) -> None:
        super().__init__(day, decreed_through)
        self.day, self.decreed_through = day, decreed_through

    def __str__(self) -> str:
        return (
            f"the answer rests on {self.day}, but days off are decreed only through "
            f"{self.decreed_through}; take it as provisional, or give the act to with_decree"
        )


class NaiveDatetimeError(SlaRulesError, ValueError):
    """A moment without a zone was given."""

    remedy = "say whose clock it is: moment.replace(tzinfo=ZoneInfo('Europe/Moscow'))"

    def __init__(self, moment: datetime, what: str) -> None:
        super().__init__(moment, what)
        self.moment, self.what = moment, what

    def __str__(self) -> str:
        return f"{self.what} {self.moment.isoformat()} has no time zone; {self.remedy}"


class WrongTypeError(SlaRulesError, TypeError):
    """A value of another kind was given where a day, a moment or a number is asked."""

    remedy = "give a value of the kind asked for"

    def __init__(self, what: str, wanted: str, given: object) -> None:
        super().__init__(what, wanted, given)
        self.what, self.wanted, self.given = what, wanted, given

    def __str__(self) -> str:
        return (
            f"{self.what} must be {self.wanted}, not {type(self.given).__name__} "
            f"{self.given!r:.80}; {self.remedy}"
        )


class CalendarRangeError(SlaRulesError, LookupError):
    """The calendar knows nothing of a day the answer would need."""

    remedy = "build a calendar over a longer range, or check the date"

    def __init__(self, asked: object, first: date, last: date) -> None:
        super().__init__(asked, first, last)
        self.asked, self.first, self.last = asked, first, last

    def __str__(self) -> str:
        return (
            f"{self.asked} is outside the calendar: known days run from {self.first} to "
            f"{self.last}; {self.remedy}"
        )


class ProjectedCalendarError(SlaRulesError, LookupError):
    """The answer would rest on days no act has settled, and the calendar refuses those."""

    remedy = "give the year's act to with_decree, or build the calendar with Beyond.MARK"

    def __init__(self, day: date, decreed_through: date) -> None:
        super().__init__(day, decreed_through)
        self.day, self.decreed_through = day, decreed_through

    def __str__(self) -> str:
        return (
            f"the answer rests on {self.day} (year {self.day.year}), but days off are decreed "
            f"only through {self.decreed_through}; {self.remedy}"
        )


class ServiceHoursError(SlaRulesError, ValueError):
    """Service hours that no clock can keep: empty, reversed, overlapping."""

    remedy = "give intervals that open before they close and do not overlap; 24:00 is time(0)"

    def __init__(self, what: str, given: object) -> None:
        super().__init__(what, given)
        self.what, self.given = what, given

    def __str__(self) -> str:
        return f"{self.what}: {self.given}; {self.remedy}"


class CalendarFactsError(SlaRulesError, ValueError):
    """Facts about days that contradict one another, or lie outside the declared range."""

    remedy = "give each day once, inside the range, either as a day off or as a working day"

    def __init__(self, what: str, given: object) -> None:
        super().__init__(what, given)
        self.what, self.given = what, given

    def __str__(self) -> str:
        return f"{self.what}: {self.given}; {self.remedy}"


class SpanError(SlaRulesError, ValueError):
    """A stretch of time that ends before it begins."""

    remedy = "give the start first"

    def __init__(self, start: datetime, end: datetime) -> None:
        super().__init__(start, end)
        self.start, self.end = start, end

    def __str__(self) -> str:
        return (
            f"the span ends at {self.end.isoformat()}, before it starts at "
            f"{self.start.isoformat()}; {self.remedy}"
        )


class UnknownWordError(SlaRulesError, ValueError):
    """A word that is none of the permanent ids of a closed set."""

    remedy = "use one of the known words"

    def __init__(self, what: str, given: str, known: Sequence[str]) -> None:
        super().__init__(what, given, known)
        self.what, self.given, self.known = what, given, tuple(known)

    def __str__(self) -> str:
        return f"unknown {self.what} {self.given!r:.80}; {self.remedy}: {', '.join(self.known)}"


class ReadingError(SlaRulesError, ValueError):
    """A choice that names no switch of the contract's readings, or names one twice."""

    remedy = "write switch=option, each switch once; the switches are"

    def __init__(self, given: str, known: Sequence[str]) -> None:
        super().__init__(given, known)
        self.given, self.known = given, tuple(known)

    def __str__(self) -> str:
        return f"no such reading {self.given!r:.80}; {self.remedy} {', '.join(self.known)}"


class MissingExtraError(SlaRulesError, ImportError):
    """An optional part was asked for and its packages are not installed."""

    remedy = "install the extra"

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(extra, package)
        self.extra, self.package = extra, package

    def __str__(self) -> str:
        return f"{self.package} is not installed; {self.remedy}: pip install 'slarules[{self.extra}]'"


def refuse_naive(moment: Any, what: str) -> datetime:
    """Return the moment if it is aware; refuse anything else with its remedy."""
    from datetime import datetime

    if not isinstance(moment, datetime):
        raise WrongTypeError(what, "an aware datetime", moment)
    if moment.utcoffset() is None:
        raise NaiveDatetimeError(moment, what)
    return moment
