"""Refusals and warnings about days, hours and zones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.errors.base import SlaRulesError, SlaRulesWarning

if TYPE_CHECKING:
    from datetime import date, datetime


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


class CalendarLengthError(SlaRulesError, ValueError):
    """A calendar of so many days that its tables would fill the memory."""

    remedy = "declare the years that are asked about"

    def __init__(self, first: date, last: date, most: int) -> None:
        super().__init__(first, last, most)
        self.first, self.last, self.most = first, last, most

    def __str__(self) -> str:
        return (
            f"a calendar from {self.first} through {self.last} has more than {self.most} days; "
            f"{self.remedy}"
        )


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


class UnknownZoneError(SlaRulesError, ValueError):
    """A zone that the zone database does not know."""

    remedy = "use a name of the zone database, such as Europe/Moscow"

    def __init__(self, zone: str) -> None:
        super().__init__(zone)
        self.zone = zone

    def __str__(self) -> str:
        return f"unknown zone {self.zone!r:.80}; {self.remedy}"


class UnknownCountryError(SlaRulesError, LookupError):
    """A country, or a part of one, whose days off are not known."""

    remedy = "give the ISO codes that the package holidays lists"

    def __init__(self, country: str, subdivision: str | None) -> None:
        super().__init__(country, subdivision)
        self.country, self.subdivision = country, subdivision

    def __str__(self) -> str:
        part = f" with the part {self.subdivision!r:.40}" if self.subdivision else ""
        return f"no days off are known for {self.country!r:.40}{part}; {self.remedy}"


class RussianDaysError(SlaRulesError, ValueError):
    """The days off of Russia were asked of the general source."""

    remedy = "use slarules.russia, which holds the official calendar"

    def __init__(self, country: str) -> None:
        super().__init__(country)
        self.country = country

    def __str__(self) -> str:
        return (
            f"the days off of {self.country!r:.40} are not taken from the package holidays, "
            f"which carries nothing over after 2027; {self.remedy}"
        )
