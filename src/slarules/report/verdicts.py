"""
The reaction of one logged incident: when it was owed, when it came, what is to be said of it.

A ticket is judged or excluded, and an exclusion has one reason of a closed list. What the log
does not say is never filled in: a record whose maker is unknown may be a reaction or not, and
where the outcome hinges on it the answer is "cannot tell".

Changes of category that decide whether a reaction was owed at all need the whole history of the
incident; such a ticket is "cannot tell" here, with that reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from slarules.deadlines import Deadline
from slarules.errors import CalendarRangeError
from slarules.eventlog.words import Maker, Seen
from slarules.events import (
    ROW_OF,
    HelpDeskDown,
    HelpDeskRestored,
    Made,
    ReclassificationAgreed,
    Reclassified,
    RecordKind,
    Registered,
    Withdrawn,
)
from slarules.readings import (
    DueInstant,
    InternalNote,
    OutageRegistration,
    ReactionByAutomation,
    ReactionByReproductionMark,
    ReactionRecordKind,
)
from slarules.record import Record
from slarules.terms import BusinessSeconds, Category, ClockSeconds, Outcome, Word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from slarules.agreement import Agreement
    from slarules.deadlines import NotStated
    from slarules.eventlog.log import LoggedEvent, Ticket
    from slarules.eventlog.mapping import Meaning
    from slarules.readings import Readings

OWING: Final = frozenset({Category.B, Category.C})
"""The categories in which a reaction is owed by a stated time (4.3)."""

_CHANGES: Final = frozenset({ReclassificationAgreed, Reclassified})


class Exclusion(Word):
    """Why a ticket was not judged."""

    NO_REGISTRATION = "no-registration"
    TWO_REGISTRATIONS = "two-registrations"
    EVENT_BEFORE_REGISTRATION = "event-before-registration"
    REGISTERED_AFTER_AS_OF = "registered-after-as-of"
    UNREADABLE_ROW = "unreadable-row"
    OUT_OF_CALENDAR = "out-of-calendar"


class Reason(Word):
    """Why a judged ticket came out as it did."""

    REACTED_IN_TIME = "reacted-in-time"
    REACTED_LATE = "reacted-late"
    NO_REACTION = "no-reaction"
    NOT_DUE_YET = "not-due-yet"
    MAKER_UNKNOWN = "maker-unknown"
    CATEGORY_CHANGED = "category-changed"
    NO_PERIOD = "no-period"
    WITHDRAWN = "withdrawn"


class RecordStanding(Word):
    """Whether a record is a reaction (3.3)."""

    COUNTS = "counts"
    DOES_NOT_COUNT = "does-not-count"
    UNKNOWN = "unknown"


class Judged(Record):
    """A ticket and what became of its reaction. Every moment is on the calendar's clock."""

    case: str
    line: int
    """Of the row that registered it."""
    registered: datetime
    """The official moment (3.2, 3.1)."""
    category: Category | None
    """As registered; None where it was registered without one."""
    outcome: Outcome
    reason: Reason
    answer: Deadline | NotStated
    reacted: datetime | None = None
    """The first record that is a reaction beyond doubt, if there is one."""
    reaction_line: int | None = None
    business: BusinessSeconds | None = None
    """Business time from registration to reaction."""
    late_business: BusinessSeconds | None = None
    late_clock: ClockSeconds | None = None
    """How late the reaction came, in business time and on the clock."""

    @property
    def due(self) -> datetime | None:
        """By when the reaction is owed."""
        return self.answer.due if isinstance(self.answer, Deadline) else None

    @property
    def conditional(self) -> bool:
        """Whether the verdict holds only if the incident is of B or C (it has no category)."""
        return self.category is None


class Excluded(Record):
    """A ticket that was not judged, and why."""

    case: str
    line: int | None
    """Of its first row that could be read, or of the one that could not."""
    reason: Exclusion


class Outage(Record, kw_only=False):
    """A time HelpDesk was down, half-open; no end where the log shows none."""

    start: datetime
    end: datetime | None


def outages_of(service: Sequence[LoggedEvent]) -> tuple[Outage, ...]:
    """Return when HelpDesk was down, from what the log says of HelpDesk itself (3.1)."""
    outages: list[Outage] = []
    down: datetime | None = None
    for event in service:
        if event.meaning.event is HelpDeskDown and down is None:
            down = event.at
        elif event.meaning.event is HelpDeskRestored and down is not None:
            outages.append(Outage(down, event.at))
            down = None
    if down is not None:
        outages.append(Outage(down, None))
    return tuple(outages)


def standing(meaning: Meaning, readings: Readings, /) -> RecordStanding:
    """
    Return whether a record of this meaning is a reaction of the support service.

    Source: clauses 3.2, 3.3, 3.4, 3.5.
    """
    if meaning.by in {Maker.CUSTOMER, Maker.THIRD_PARTY} or not _can_react(meaning, readings):
        return RecordStanding.DOES_NOT_COUNT
    unknown = meaning.by is Maker.UNKNOWN
    # reaction-by-automation
    if readings.reaction_by_automation is ReactionByAutomation.DOES_NOT_COUNT:
        if meaning.made is Made.AUTOMATICALLY:
            return RecordStanding.DOES_NOT_COUNT
        unknown = unknown or meaning.made is Made.UNKNOWN
    # internal-note
    if readings.internal_note is InternalNote.DOES_NOT_COUNT:
        if meaning.visible is Seen.INTERNAL:
            return RecordStanding.DOES_NOT_COUNT
        unknown = unknown or meaning.visible is Seen.UNKNOWN
    return RecordStanding.UNKNOWN if unknown else RecordStanding.COUNTS


def _can_react(meaning: Meaning, readings: Readings) -> bool:
    """Return whether this kind of record, made by the Executor's staff, would be a reaction."""
    kind = RecordKind.NONE if meaning.event is None else ROW_OF[meaning.event].record
    match kind:
        case RecordKind.NONE:
            return False
        case RecordKind.COMMENT:
            return True
        case RecordKind.RECORD:
            # reaction-record-kind
            return readings.reaction_record_kind is ReactionRecordKind.ANY_RECORD_BY_STAFF
        case RecordKind.REPRODUCTION_MARK:
            # reaction-by-reproduction-mark
            return readings.reaction_by_reproduction_mark is ReactionByReproductionMark.COUNTS
        case _ as unreachable:
            assert_never(unreachable)


def judge(
    ticket: Ticket,
    *,
    agreement: Agreement,
    category: Category | None,
    as_of: datetime,
    outages: Sequence[Outage] = (),
) -> Judged | Excluded:
    """
    Return what became of the reaction to one incident.

    Args:
        ticket: What the log says of it.
        agreement: The calendar, the rules and the readings.
        category: The category of every incident of the run; None takes it from the log.
        as_of: The record is complete through this moment, inclusive.
        outages: When HelpDesk was down.

    Source: clauses 3.1, 3.2, 3.3, 4.3.
    """
    if ticket.bad_lines:
        return Excluded(case=ticket.case, line=ticket.bad_lines[0], reason=Exclusion.UNREADABLE_ROW)
    events = [event for event in ticket.events if event.meaning.event is not None]
    known = [event for event in events if event.at <= as_of]
    exclusion = _exclusion(events, known)
    if exclusion is not None:
        line = ticket.events[0].line if ticket.events else None
        return Excluded(case=ticket.case, line=line, reason=exclusion)
    try:
        return _judged(ticket.case, known, agreement, category, as_of, outages)
    except CalendarRangeError:
        return Excluded(case=ticket.case, line=known[0].line, reason=Exclusion.OUT_OF_CALENDAR)


def _exclusion(events: Sequence[LoggedEvent], known: Sequence[LoggedEvent]) -> Exclusion | None:
    """Return why the ticket cannot be judged, if it cannot."""
    registrations = [i for i, e in enumerate(known) if e.meaning.event is Registered]
    if not registrations:
        later = any(event.meaning.event is Registered for event in events)
        return Exclusion.REGISTERED_AFTER_AS_OF if later else Exclusion.NO_REGISTRATION
    if len(registrations) > 1:
        return Exclusion.TWO_REGISTRATIONS
    if registrations[0] > 0:
        return Exclusion.EVENT_BEFORE_REGISTRATION
    return None


def _judged(
    case: str,
    events: Sequence[LoggedEvent],
    agreement: Agreement,
    category: Category | None,
    as_of: datetime,
    outages: Sequence[Outage],
) -> Judged:
    calendar, readings = agreement.calendar, agreement.readings
    first, *rest = events
    category = category or first.category
    registered = calendar.local(_official(first, outages, readings))
    # Without a category the moment is that of B and C, and the verdict is conditional on it
    # (recorded answer unclassified).
    answer = agreement.reaction_deadline(registered, category or Category.C)
    judged = Judged(
        case=case,
        line=first.line,
        registered=registered,
        category=category,
        outcome=Outcome.NOT_STATED,
        reason=Reason.NO_PERIOD,
        answer=answer,
    )
    change = next((e for e in rest if _crosses(e, category)), None)
    if not isinstance(answer, Deadline):
        if change is None:
            return judged
        return judged.replace(outcome=Outcome.CANNOT_TELL, reason=Reason.CATEGORY_CHANGED)
    due = answer.due
    sure, doubtful = _reactions(rest, readings)
    # due-instant
    at_once = readings.due_instant is DueInstant.IN_TIME
    if sure is not None:
        seconds = calendar.business_seconds_between(registered, sure.at)
        judged = judged.replace(
            reacted=calendar.local(sure.at),
            reaction_line=sure.line,
            business=BusinessSeconds(seconds),
        )
    in_time = sure is not None and (sure.at < due or (at_once and sure.at == due))
    decided = sure.at if sure is not None and in_time else due
    if change is not None and change.at < decided:
        return judged.replace(outcome=Outcome.CANNOT_TELL, reason=Reason.CATEGORY_CHANGED)
    withdrawn = next((e for e in rest if e.meaning.event is Withdrawn), None)
    if in_time:
        return judged.replace(outcome=Outcome.MET, reason=Reason.REACTED_IN_TIME)
    if doubtful is not None and doubtful.at <= due:
        return judged.replace(outcome=Outcome.CANNOT_TELL, reason=Reason.MAKER_UNKNOWN)
    if withdrawn is not None and withdrawn.at < due:
        # Recorded answer withdrawn: the Customer may give up the reaction before it is due.
        return judged.replace(outcome=Outcome.NOT_APPLICABLE, reason=Reason.WITHDRAWN)
    if sure is not None:
        return judged.replace(
            outcome=Outcome.MISSED,
            reason=Reason.REACTED_LATE,
            late_business=BusinessSeconds(calendar.business_seconds_between(due, sure.at)),
            late_clock=ClockSeconds(int((sure.at - due).total_seconds())),
        )
    if as_of < due:
        return judged.replace(outcome=Outcome.PENDING, reason=Reason.NOT_DUE_YET)
    return judged.replace(outcome=Outcome.MISSED, reason=Reason.NO_REACTION)


def _official(registration: LoggedEvent, outages: Sequence[Outage], readings: Readings) -> datetime:
    """Return the official moment of registration: the record's, or that of an acceptance (3.1)."""
    accepted = registration.accepted
    if accepted is None or accepted > registration.at:
        return registration.at
    down = any(
        outage.start <= accepted and (outage.end is None or accepted < outage.end)
        for outage in outages
    )
    if not down:
        return registration.at  # 2.1, 3.2: while HelpDesk is up, only its record registers
    # outage-registration
    match readings.outage_registration:
        case OutageRegistration.ON_ACCEPTANCE:
            return accepted
        case OutageRegistration.ON_ENTRY:
            return registration.at
        case _ as unreachable:
            assert_never(unreachable)


def _crosses(event: LoggedEvent, category: Category | None) -> bool:
    """Return whether the event may take the incident into, or out of, B and C."""
    if event.meaning.event not in _CHANGES:
        return False
    if category is None or event.category is None:
        return True
    return (category in OWING) is not (event.category in OWING)


def _reactions(
    events: Sequence[LoggedEvent], readings: Readings
) -> tuple[LoggedEvent | None, LoggedEvent | None]:
    """Return the first record that is a reaction, and the first that may be one."""
    sure: LoggedEvent | None = None
    doubtful: LoggedEvent | None = None
    for event in events:
        match standing(event.meaning, readings):
            case RecordStanding.COUNTS:
                sure = sure or event
            case RecordStanding.UNKNOWN:
                doubtful = doubtful or event
            case RecordStanding.DOES_NOT_COUNT:
                pass
            case _ as unreachable:
                assert_never(unreachable)
    return sure, doubtful
