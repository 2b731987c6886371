"""
Tickets to incidents: the record ``slarules.incident`` asks for, or why there is none.

What a log leaves unknown (who made a record, how, whether the Customer saw it) is filled in, in
more ways than one, and the incident is judged each way; what comes out differently is for the
report to call "cannot tell". The fillings are the two ends, and the Customer's where an entry of
the Customer could mean something:

=============== ============== ============= ===========
filling         made by        how           seen
=============== ============== ============= ===========
FAVOURABLE      the Executor   by a person   by all
UNFAVOURABLE    a third party  automatically by nobody
BY_CUSTOMER     the Customer   by a person   by all
=============== ============== ============= ===========

A kind of event that only the Customer can make (an answer, an agreement) stays the Customer's.

Source: clauses 3.2, 3.3 (whose record counts), 4.11 (whose answer, and how an incident closed).
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from slarules.errors import LaterThanEntryError, LevelOutsideCError
from slarules.eventlog.rows import NO_DETAILS, taken_by
from slarules.eventlog.words import Maker, Seen
from slarules.events import (
    ROW_OF,
    Channel,
    Closed,
    Closing,
    Entry,
    HelpDeskDown,
    HelpDeskRestored,
    InformationRequested,
    LevelAgreed,
    Made,
    Party,
    ReclassificationProposed,
    Reclassified,
    RecordKind,
    Registered,
    ReplacementAgreed,
    Routed,
    SupportPaid,
    SupportRenewed,
    SupportSigned,
    Visibility,
)
from slarules.incident import Incident
from slarules.record import Record
from slarules.service import ServiceRecord
from slarules.terms import Word
from slarules.unrecorded import UNRECORDED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from slarules.eventlog.log import LoggedEvent, Ticket
    from slarules.eventlog.mapping import Meaning
    from slarules.events import Event, IncidentEvent, ServiceEvent
    from slarules.service import Service
    from slarules.terms import Category


class Exclusion(Word):
    """Why a ticket is no record of an incident, or cannot be judged."""

    NO_REGISTRATION = "no-registration"
    TWO_REGISTRATIONS = "two-registrations"
    EVENT_BEFORE_REGISTRATION = "event-before-registration"
    REGISTERED_AFTER_AS_OF = "registered-after-as-of"
    UNREADABLE_ROW = "unreadable-row"
    OUT_OF_CALENDAR = "out-of-calendar"
    NO_CATEGORY_OF_CHANGE = "no-category-of-change"
    """A change of category, done or proposed, that does not say to which."""
    NO_LEVEL_OF_AGREEMENT = "no-level-of-agreement"
    NO_ROUTE = "no-route"
    NO_DAY_OF_REPLACEMENT = "no-day-of-replacement"
    LATER_THAN_ENTRY = "later-than-entry"
    """A row tells of a moment after it was made."""
    LEVEL_OUTSIDE_C = "level-outside-c"
    """A level of severity stands with another category than C (4.5)."""


class Filling(Record, kw_only=False):
    """What is put in the place of what the log leaves unknown."""

    by: Party
    made: Made
    visible: Visibility


FAVOURABLE: Final = Filling(Party.EXECUTOR, Made.BY_PERSON, Visibility.VISIBLE)
UNFAVOURABLE: Final = Filling(Party.THIRD_PARTY, Made.AUTOMATICALLY, Visibility.INTERNAL)
BY_CUSTOMER: Final = Filling(Party.CUSTOMER, Made.BY_PERSON, Visibility.VISIBLE)


class Telling(Record):
    """One incident as a log tells it, what is unknown filled in one way."""

    incident: Incident
    lines: tuple[int, ...]
    """The line of each of its events."""


_NEEDED: Final[dict[type[Event], tuple[str, Exclusion]]] = {
    ReclassificationProposed: ("category", Exclusion.NO_CATEGORY_OF_CHANGE),
    Reclassified: ("category", Exclusion.NO_CATEGORY_OF_CHANGE),
    LevelAgreed: ("severity", Exclusion.NO_LEVEL_OF_AGREEMENT),
    Routed: ("route", Exclusion.NO_ROUTE),
    ReplacementAgreed: ("until", Exclusion.NO_DAY_OF_REPLACEMENT),
}
"""The detail an event of a kind is nothing without."""

_ANSWERABLE: Final = frozenset({InformationRequested, ReclassificationProposed, Reclassified})
"""What an entry of the Customer may answer: here a row of unknown make may be the Customer's."""


def tellings(
    ticket: Ticket, *, category: Category | None, as_of: datetime
) -> tuple[Telling, ...] | Exclusion:
    """
    Return the ticket as an incident, once for each way to fill in what is unknown, or why not.

    Where nothing is unknown there is one; else the unfavourable one is the first.

    Args:
        ticket: What the log says of it.
        category: The category of every incident of the run; None takes it from the log.
        as_of: What the log has later is left out.
    """
    events = _known(ticket, as_of)
    if isinstance(events, Exclusion):
        return events
    try:
        return tuple(_telling(ticket.case, events, category, one) for one in _fillings(events))
    except LaterThanEntryError:
        return Exclusion.LATER_THAN_ENTRY
    except LevelOutsideCError:
        return Exclusion.LEVEL_OUTSIDE_C


def favourable(
    ticket: Ticket, *, category: Category | None, as_of: datetime
) -> tuple[Telling, tuple[int, ...]] | Exclusion:
    """Return the ticket as an incident, what is unknown filled favourably, and in which lines."""
    events = _known(ticket, as_of)
    if isinstance(events, Exclusion):
        return events
    unknown = tuple(event.line for event in events if _is_unknown(event.meaning))
    try:
        return _telling(ticket.case, events, category, FAVOURABLE), unknown
    except LaterThanEntryError:
        return Exclusion.LATER_THAN_ENTRY
    except LevelOutsideCError:
        return Exclusion.LEVEL_OUTSIDE_C


def service_of(events: Sequence[LoggedEvent]) -> tuple[Service, int]:
    """
    Return the record of the service a log tells, and how many of its rows tell nothing new.

    HelpDesk that goes down while it is down is down already; a payment through no day and accounts
    without a number say nothing one could count. A log without any such row keeps no record.

    Source: clauses 2.3, 3.1.
    """
    told: list[ServiceEvent] = []
    down = contracted = False
    for event in events:
        kind: Any = event.meaning.event
        days = {field: getattr(event.details, name) for name, field in taken_by(kind)}
        if kind is HelpDeskDown:
            new, down = not down, True
        elif kind is HelpDeskRestored:
            new, down = down, False
        elif kind is SupportRenewed:
            new = contracted and days["through"] is not None
        elif kind is SupportPaid:
            new = days["through"] is not None
            contracted = contracted or new
        elif kind is SupportSigned:
            new = contracted = True
        else:
            new = set(kind._fields) <= {"at", *days}
        if new:
            told.append(kind(at=event.at, **days))
    return (ServiceRecord.of(told) if told else UNRECORDED), len(events) - len(told)


def _known(ticket: Ticket, as_of: datetime) -> list[LoggedEvent] | Exclusion:
    """Return the events on record by then, or why they make no incident."""
    if ticket.bad_lines:
        return Exclusion.UNREADABLE_ROW
    events = [event for event in ticket.events if event.meaning.event is not None]
    known = [event for event in events if event.at <= as_of]
    registrations = [i for i, e in enumerate(known) if e.meaning.event is Registered]
    if not registrations:
        later = any(event.meaning.event is Registered for event in events)
        return Exclusion.REGISTERED_AFTER_AS_OF if later else Exclusion.NO_REGISTRATION
    if len(registrations) > 1:
        return Exclusion.TWO_REGISTRATIONS
    if registrations[0] > 0:
        return Exclusion.EVENT_BEFORE_REGISTRATION
    for event in known:
        kind = event.meaning.event
        assert kind is not None
        if kind in _NEEDED:
            detail, exclusion = _NEEDED[kind]
            in_meaning = getattr(event.meaning, detail, None)
            if getattr(event.details, detail) is None and in_meaning is None:
                return exclusion
    return known


def _fillings(events: Sequence[LoggedEvent]) -> tuple[Filling, ...]:
    """Return the ways to fill in what is unknown; one where nothing is."""
    if not any(_is_unknown(event.meaning) for event in events):
        return (FAVOURABLE,)
    answerable = any(event.meaning.event in _ANSWERABLE for event in events)
    if answerable and any(_maker_unknown(event.meaning) for event in events):
        return UNFAVOURABLE, FAVOURABLE, BY_CUSTOMER
    return UNFAVOURABLE, FAVOURABLE


def _maker_unknown(meaning: Meaning) -> bool:
    """Return whether nothing says who made an entry of this meaning."""
    kind = meaning.event
    if kind is None or not issubclass(kind, Entry) or meaning.by is not Maker.UNKNOWN:
        return False
    return _default(kind) is not Party.CUSTOMER and meaning.how is None


@cache
def _is_unknown(meaning: Meaning) -> bool:
    """Return whether anything that could matter of an entry of this meaning is unknown."""
    kind = meaning.event
    if kind is None or not issubclass(kind, Entry):
        return False
    if _maker_unknown(meaning):
        return True
    by = _maker(meaning, FAVOURABLE)
    if by is Party.THIRD_PARTY:
        return False
    if meaning.visible is Seen.UNKNOWN:
        return True
    # How an entry was made decides whether it is a reaction (3.3), and how an incident closed.
    reaction = by is Party.EXECUTOR and ROW_OF[kind].record is not RecordKind.NONE
    return meaning.made is Made.UNKNOWN and meaning.how is None and (reaction or kind is Closed)


def _default(kind: type[Event]) -> Party | None:
    """Return who makes entries of a kind unless another is named."""
    party: Party | None = kind._defaults.get("by")
    return party


def _maker(meaning: Meaning, filling: Filling) -> Party:
    """Return who made an entry: as the log says, as its kind has it, or as it is filled in."""
    if meaning.by is not None and meaning.by is not Maker.UNKNOWN:
        return Party(meaning.by.value)
    if meaning.how is not None:  # who can close so has closed it
        return Party.CUSTOMER if meaning.how is Closing.BY_CUSTOMER else Party.EXECUTOR
    kind = meaning.event
    assert kind is not None
    return Party.CUSTOMER if _default(kind) is Party.CUSTOMER else filling.by


def _telling(
    case: str, events: Sequence[LoggedEvent], category: Category | None, filling: Filling
) -> Telling:
    told: list[IncidentEvent] = []
    lines: list[int] = []
    at_once: set[IncidentEvent] = set()  # of one moment, where that holds more than one row
    for event in events:
        made = _event(case, event, category, filling)
        if told and told[-1].at == event.at:
            at_once = at_once or {told[-1]}
            if made in at_once:  # two rows of one moment may differ in what is unknown alone
                continue
            at_once.add(made)
        elif at_once:
            at_once = set()
        told.append(made)
        lines.append(event.line)
    return Telling(incident=Incident.of(told), lines=tuple(lines))


def _event(
    case: str, event: LoggedEvent, category: Category | None, filling: Filling
) -> IncidentEvent:
    """Return one event of the record."""
    kind: Any = event.meaning.event
    fields = {**_fixed(event.meaning, filling), "at": event.at}
    if event.details is not NO_DETAILS:
        for detail, field in taken_by(kind):
            value = getattr(event.details, detail)
            if value:
                fields[field] = value
    if kind is Registered:
        # What was taken while HelpDesk was down came by voice: the log need not say so (3.1).
        spoken = Channel.HOTLINE if "accepted_at" in fields else Channel.WEB
        fields["number"] = case
        fields["channel"] = event.meaning.channel or spoken
        fields["category"] = category or event.details.category
    made: IncidentEvent = kind(**fields)
    return made


@cache
def _fixed(meaning: Meaning, filling: Filling) -> Mapping[str, Any]:
    """Return what every event of one meaning has: who, how, for whom, by what means, where."""
    kind = meaning.event
    assert kind is not None
    if not issubclass(kind, Entry):
        by = {"by": _maker(meaning, filling)} if kind is Registered else {}
        return MappingProxyType(by)
    made = meaning.made
    if made is None or made is Made.UNKNOWN:
        made = filling.made if meaning.how is None else _made(meaning.how)
    seen = meaning.visible
    fields: dict[str, Any] = {
        "by": _maker(meaning, filling),
        "made": made,
        "visible": filling.visible
        if seen is None or seen is Seen.UNKNOWN
        else Visibility(seen.value),
        "channel": meaning.channel or Channel.WEB,
    }
    for name in ("place", "access", "route"):
        value = getattr(meaning, name)
        if value is not None:
            fields[name] = value
    if kind is Closed:
        fields["how"] = meaning.how or _how(fields["by"], made)
    return MappingProxyType(fields)


def _how(by: Party, made: Made) -> Closing:
    """Return how an incident was closed, from who recorded it and in what way."""
    if made is Made.AUTOMATICALLY:
        return Closing.AUTOMATICALLY
    return Closing.BY_CUSTOMER if by is Party.CUSTOMER else Closing.BY_EXECUTOR


def _made(how: Closing) -> Made:
    return Made.AUTOMATICALLY if how is Closing.AUTOMATICALLY else Made.BY_PERSON
