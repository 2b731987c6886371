"""
The record of one incident: what happened, in the order HelpDesk got it.

A record is whole or refused: malformed input never becomes one. What happened without effect
stays in it; whether it has effect is for ``history`` to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.errors import (
    DuplicateEventError,
    EventBeforeRegistrationError,
    NoRegistrationError,
    TwoRegistrationsError,
    UnsortedEventsError,
    WrongTypeError,
)
from slarules.events import EVENT_OF, Event, IncidentEvent, Registered, ServiceEvent
from slarules.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from typing import Self


class Incident(Record):
    """
    The ordered record of one incident; the first event is its registration.

    Ties are kept in the order given, which is part of the record.
    """

    events: tuple[IncidentEvent, ...]

    def _check(self) -> None:
        object.__setattr__(self, "events", tuple(self.events))
        check_events(self.events, IncidentEvent, "an event of an incident")
        if not self.events or not any(isinstance(e, Registered) for e in self.events):
            raise NoRegistrationError(len(self.events))
        first, *rest = self.events
        if not isinstance(first, Registered):
            raise EventBeforeRegistrationError(first.at, type(first).__name__)
        for place, event in enumerate(rest, start=1):
            if isinstance(event, Registered):
                raise TwoRegistrationsError(first.number, event.number, place)

    @classmethod
    def of(cls, events: Iterable[IncidentEvent], /) -> Self:
        """
        Return the record of these events, given in order.

        Raises:
            NoRegistrationError, EventBeforeRegistrationError, TwoRegistrationsError,
            UnsortedEventsError, DuplicateEventError: The record is malformed.
        Source: clauses 2.1, 3.2.
        """
        return cls(events=tuple(events))

    @classmethod
    def sorted(cls, events: Iterable[IncidentEvent], /) -> tuple[Self, int]:
        """
        Return the record of these events, put in order, and how many of them moved.

        Stable: events of one instant keep the order given; but a registration comes first
        among them. Raises as ``of``, except for the order.
        """
        given = list(events)
        check_types(given, IncidentEvent, "an event of an incident")
        ordered = sorted(given, key=lambda event: (event.at, not isinstance(event, Registered)))
        moved = sum(a is not b for a, b in zip(given, ordered, strict=True))
        return cls(events=tuple(ordered)), moved

    def with_event(self, event: IncidentEvent, /) -> Self:
        """Return the record with one more event at its end; the past does not change."""
        return type(self)(events=(*self.events, event))

    @property
    def registration(self) -> Registered:
        """The event that made the record."""
        first = self.events[0]
        assert isinstance(first, Registered)
        return first

    @property
    def number(self) -> str:
        """The unique number of the incident in HelpDesk (2.1)."""
        return self.registration.number

    def through(self, as_of: datetime, /) -> tuple[IncidentEvent, ...]:
        """Return the events on record at that moment, inclusive."""
        if self.events[-1].at <= as_of:
            return self.events
        return tuple(event for event in self.events if event.at <= as_of)


_INCIDENT_KINDS = frozenset(IncidentEvent.__args__)
_SERVICE_KINDS = frozenset(ServiceEvent.__args__)


def check_types(events: Iterable[object], union: object, what: str) -> None:
    """Refuse what is no event of the union."""
    kinds = _INCIDENT_KINDS if union is IncidentEvent else _SERVICE_KINDS
    for event in events:
        if type(event) not in kinds:
            known = ", ".join(kind for kind, cls in EVENT_OF.items() if cls in kinds)
            raise WrongTypeError(what, f"one of {known}", event)


def check_events(events: tuple[Event, ...], union: object, what: str) -> None:
    """Refuse events of other kinds, out of order, or twice the same."""
    check_types(events, union, what)
    for place in range(1, len(events)):
        if events[place].at < events[place - 1].at:
            raise UnsortedEventsError(place, events[place - 1].at, events[place].at)
    seen: set[Event] = set()
    instant = None
    for place, event in enumerate(events):
        if event.at != instant:
            seen.clear()
            instant = event.at
        if event in seen:
            raise DuplicateEventError(place, type(event).__name__, event.at)
        seen.add(event)
