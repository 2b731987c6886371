"""Refusals of what cannot be the record of one incident, or be asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.errors.base import SlaRulesError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class NoRegistrationError(SlaRulesError, ValueError):
    """A record of an incident with no registration in it (2.1)."""

    remedy = "begin the record with a Registered event"

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count

    def __str__(self) -> str:
        return f"none of the {self.count} events is a registration; {self.remedy}"


class EventBeforeRegistrationError(SlaRulesError, ValueError):
    """An event before the incident was registered (2.1, 3.2)."""

    remedy = "begin the record with the Registered event, or leave the earlier event out"

    def __init__(self, at: datetime, event: str) -> None:
        super().__init__(at, event)
        self.at, self.event = at, event

    def __str__(self) -> str:
        return f"{self.event} at {self.at.isoformat()} comes before the registration; {self.remedy}"


class TwoRegistrationsError(SlaRulesError, ValueError):
    """Two registrations in the record of one incident: its number is unique (2.1)."""

    remedy = "keep a record for each number"

    def __init__(self, first: str, second: str, place: int) -> None:
        super().__init__(first, second, place)
        self.first, self.second, self.place = first, second, place

    def __str__(self) -> str:
        return (
            f"event {self.place} registers {self.second!r:.80} in the record of "
            f"{self.first!r:.80}; {self.remedy}"
        )


class UnsortedEventsError(SlaRulesError, ValueError):
    """Events that go back in time."""

    remedy = "give them in order, or use sorted() of the record, which says how many it moved"

    def __init__(self, place: int, before: datetime, at: datetime) -> None:
        super().__init__(place, before, at)
        self.place, self.before, self.at = place, before, at

    def __str__(self) -> str:
        return (
            f"event {self.place} is at {self.at.isoformat()}, earlier than the one before it "
            f"at {self.before.isoformat()}; {self.remedy}"
        )


class DuplicateEventError(SlaRulesError, ValueError):
    """One and the same event twice at one instant."""

    remedy = "keep one of them"

    def __init__(self, place: int, event: str, at: datetime) -> None:
        super().__init__(place, event, at)
        self.place, self.event, self.at = place, event, at

    def __str__(self) -> str:
        return (
            f"event {self.place} repeats {self.event} at {self.at.isoformat()} word for word; "
            f"{self.remedy}"
        )


class LaterThanEntryError(SlaRulesError, ValueError):
    """An entry that tells of a moment after it was made (3.2)."""

    remedy = "what was said or seen elsewhere comes before its entry: correct one of the two"

    def __init__(self, what: str, moment: datetime, at: datetime) -> None:
        super().__init__(what, moment, at)
        self.what, self.moment, self.at = what, moment, at

    def __str__(self) -> str:
        return (
            f"{self.what} is {self.moment.isoformat()}, later than the entry itself at "
            f"{self.at.isoformat()}; {self.remedy}"
        )


class EventPlaceError(SlaRulesError, LookupError):
    """An event of a record that is not there, or that is moved twice."""

    remedy = "give the places of events from 0, each once"

    def __init__(self, place: int, count: int) -> None:
        super().__init__(place, count)
        self.place, self.count = place, count

    def __str__(self) -> str:
        return f"event {self.place} of a record of {self.count} cannot be moved; {self.remedy}"


class LevelOutsideCError(SlaRulesError, ValueError):
    """A level of severity for what is not in category C (4.5)."""

    remedy = "give a level with category C only"

    def __init__(self, level: int, category: str | None) -> None:
        super().__init__(level, category)
        self.level, self.category = level, category

    def __str__(self) -> str:
        given = "no category" if self.category is None else f"category {self.category}"
        return f"level {self.level} was given with {given}; {self.remedy}"


class NoChangeError(SlaRulesError, ValueError):
    """A move from a standing to itself."""

    remedy = "give the category and level it changes to"

    def __init__(self, standing: str) -> None:
        super().__init__(standing)
        self.standing = standing

    def __str__(self) -> str:
        return f"from {self.standing} to {self.standing} nothing changes; {self.remedy}"


class AsOfError(SlaRulesError, ValueError):
    """A judgement asked for before there was anything to judge."""

    remedy = "ask as of the registration or later"

    def __init__(self, as_of: datetime, registered: datetime) -> None:
        super().__init__(as_of, registered)
        self.as_of, self.registered = as_of, registered

    def __str__(self) -> str:
        return (
            f"asked as of {self.as_of.isoformat()}, before the registration at "
            f"{self.registered.isoformat()}; {self.remedy}"
        )


class FindingsError(SlaRulesError, ValueError):
    """A record that shows breaches, where none was to be."""

    remedy = "see the findings, each with its clause and event"

    def __init__(self, findings: Sequence[object]) -> None:
        super().__init__(findings)
        self.findings = tuple(findings)

    def __str__(self) -> str:
        listed = ", ".join(str(getattr(finding, "id", finding)) for finding in self.findings)
        count = len(self.findings)
        return f"{count} finding{'' if count == 1 else 's'}: {listed}; {self.remedy}"
