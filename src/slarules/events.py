"""
What can happen: frozen events of an incident and of the service.

``at`` is when HelpDesk got the record, stored in UTC; only that is official (3.2). What was said
elsewhere before it was entered has ``said_at`` and its ``channel``. Expiry is never an event:
what is computed is not recorded.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from slarules.errors import (
    CalendarRangeError,
    LaterThanEntryError,
    LevelOutsideCError,
    refuse_naive,
)
from slarules.record import Record
from slarules.terms import Category, ClauseId, Severity, Word

if TYPE_CHECKING:
    from collections.abc import Mapping


class Party(Word):
    """Who acted."""

    EXECUTOR = "executor"
    CUSTOMER = "customer"
    THIRD_PARTY = "third-party"
    """The company that owns external software (4.4)."""


class Made(Word):
    """How an entry came about."""

    BY_PERSON = "by-person"
    AUTOMATICALLY = "automatically"
    UNKNOWN = "unknown"


class Visibility(Word):
    """Whether the Customer can see an entry."""

    VISIBLE = "visible"
    INTERNAL = "internal"


class Channel(Word):
    """By what means something was said."""

    WEB = "web"
    """The HelpDesk web interface (2.1)."""
    HOTLINE = "hotline"
    """The hotline (2.1)."""
    PHONE = "phone"
    """Any other telephone (3.1)."""
    PERSONAL_EMAIL = "personal-email"
    """Somebody's own mail (3.1)."""
    SUPPORT_MAILBOX = "support-mailbox"
    """The address of the support service (1.1)."""
    OTHER = "other"


class Place(Word):
    """Where a problem was reproduced (3.4, 4.10)."""

    EXECUTOR_BENCH = "executor-bench"
    CUSTOMER_BENCH = "customer-bench"
    CUSTOMER_SYSTEM = "customer-system"
    """The Customer's live servers and workstations."""


class Access(Word):
    """How the Executor saw the Customer's bench or system."""

    REMOTE = "remote"
    ON_SITE = "on-site"
    NONE = "none"


class Route(Word):
    """How a wish of category E goes on (4.2)."""

    PLAN = "plan"
    """Not specific to the Customer: the plan of the product's own development."""
    SPECIFIC = "specific"
    """Specific: a separate supplementary agreement."""


class Closing(Word):
    """How an incident was recorded as closed."""

    AUTOMATICALLY = "automatically"
    """By the Customer's silence (4.11)."""
    BY_EXECUTOR = "by-executor"
    BY_CUSTOMER = "by-customer"


def in_utc(moment: Any, what: str) -> datetime:
    """
    Return the moment in UTC.

    Raises:
        WrongTypeError: It is no moment.
        NaiveDatetimeError: It has no zone.
        CalendarRangeError: It is so early or so late that the clock of UTC cannot show it.
    """
    aware = refuse_naive(moment, what)
    if aware.tzinfo is UTC:
        return aware
    try:
        return aware.astimezone(UTC)
    except OverflowError:
        raise CalendarRangeError(f"{what} {aware.isoformat()}", date.min, date.max) from None


class Event(Record):
    """
    Something recorded at a moment; moments are stored in UTC.

    What an entry tells of came before it, or with it: ``at`` is the latest of its moments.

    Raises:
        WrongTypeError, NaiveDatetimeError, CalendarRangeError: A field holds no usable moment.
        LaterThanEntryError: The entry tells of a moment after it was made.
        LevelOutsideCError: A level of severity stands with a category other than C (4.5).
    """

    at: datetime

    def _check(self) -> None:
        for field in self._fields:
            value = getattr(self, field)
            if isinstance(value, datetime) or field == "at":
                moment = in_utc(value, f"{type(self).__name__}.{field}")
                if moment is not value:
                    object.__setattr__(self, field, moment)
                if moment > self.at:
                    raise LaterThanEntryError(f"{type(self).__name__}.{field}", moment, self.at)
        severity: Severity | None = getattr(self, "severity", None)
        category: Category | None = getattr(self, "category", Category.C)
        if severity is not None and category is not Category.C:
            raise LevelOutsideCError(severity.value, category.value if category else None)


class Registered(Event):
    """The incident's record was made in HelpDesk (2.1, 3.2)."""

    number: str
    """The unique number HelpDesk gave it (2.1)."""
    channel: Channel = Channel.WEB
    by: Party = Party.CUSTOMER
    category: Category | None = None
    severity: Severity | None = None
    called_at: datetime | None = None
    """When the hotline was called, where it was."""
    accepted_at: datetime | None = None
    """When the Executor took the matter by phone or e-mail while HelpDesk was down (3.1)."""


class Entry(Event):
    """An entry in the incident, and who made it how."""

    by: Party = Party.EXECUTOR
    made: Made = Made.BY_PERSON
    visible: Visibility = Visibility.VISIBLE
    channel: Channel = Channel.WEB
    said_at: datetime | None = None
    """When it was said, where it was said outside HelpDesk and entered at ``at``."""


class Commented(Entry):
    """A comment (3.3)."""


class StatusChanged(Entry):
    """A change of status with no meaning of its own in the contract."""

    status: str = ""


class Assigned(Entry):
    """The incident was given to somebody."""

    to: str = ""


class InformationRequested(Entry):
    """The Executor asked for information, and marked it as a request (4.11)."""

    request: str = ""
    """A name for the request, where several may be open."""


class InformationProvided(Entry):
    """The Customer answered a request (4.11)."""

    by: Party = Party.CUSTOMER
    request: str = ""


class RequestWithdrawn(Entry):
    """The Executor no longer asks."""

    request: str = ""
    """Which request; empty for all that are open."""


class Reproduced(Entry):
    """The problem was reproduced, and marked so in a comment (3.4, 4.10)."""

    place: Place = Place.EXECUTOR_BENCH
    access: Access = Access.NONE
    stated_at: datetime | None = None
    """The moment the comment states, where it states one."""


class WorkStarted(Entry):
    """Work on the problem began, and was marked so in a comment (3.4)."""


class ReclassificationProposed(Entry):
    """One party proposes another category or level (4.12)."""

    category: Category
    severity: Severity | None = None


class ReclassificationAgreed(Entry):
    """The other party agrees to what is proposed (4.12)."""

    by: Party = Party.CUSTOMER


class ReclassificationRefused(Entry):
    """The other party refuses what is proposed (4.12)."""

    by: Party = Party.CUSTOMER


class Reclassified(Entry):
    """The category or level in HelpDesk was changed (4.12)."""

    category: Category
    severity: Severity | None = None


class LevelAgreed(Entry):
    """The Customer agrees to a level of severity (4.9, 4.12)."""

    by: Party = Party.CUSTOMER
    severity: Severity


class RecommendationGiven(Entry):
    """A comment that gives a way to solve the matter, or points to the documentation (4.1)."""


class Routed(Entry):
    """A wish was put on one of its two routes (4.2)."""

    route: Route


class WorkaroundProvided(Entry):
    """Somebody gave a way around the problem (4.4)."""


class WorkaroundFailed(Entry):
    """The way around stopped working (4.4)."""

    by: Party = Party.CUSTOMER


class ThirdPartyFixed(Entry):
    """The owner of the external software fixed the problem (4.4)."""


class ImpossibilityStated(Entry):
    """The Executor or the owner says it cannot be solved within the sixty days (4.4)."""


class ReplacementSearchStarted(Entry):
    """The Executor looks for software to replace the faulty one (4.4)."""


class ReplacementAgreed(Entry):
    """The parties agreed by when the software is replaced (4.4)."""

    by: Party = Party.CUSTOMER
    until: date


class ReplacementDone(Entry):
    """The software was replaced (4.4)."""


class FixDelivered(Entry):
    """A fix of the product reached the Customer."""


class Resolved(Entry):
    """The incident was recorded as resolved."""


class Confirmed(Entry):
    """The Customer confirmed that the problem is solved."""

    by: Party = Party.CUSTOMER


class Closed(Entry):
    """The incident was recorded as closed."""

    how: Closing = Closing.BY_EXECUTOR


class Reopened(Entry):
    """The incident was recorded as open again."""


class Withdrawn(Entry):
    """The Customer gave the matter up."""

    by: Party = Party.CUSTOMER


class UpdateDelivered(Entry):
    """A release brought the wished function (4.2)."""


class Notified(Event):
    """HelpDesk told the participants of the action recorded just before (3.5)."""


class HelpDeskDown(Event):
    """The HelpDesk web interface stopped working (3.1)."""


class HelpDeskRestored(Event):
    """The HelpDesk web interface works again (3.1)."""


class RestorationAnnounced(Event):
    """The Executor told the Customer that HelpDesk works again (3.1)."""


class AccountsIssued(Event):
    """The Customer got accounts in HelpDesk (2.2)."""

    count: int


class SupportSigned(Event):
    """A contract of support was signed (2.3)."""


class SupportPaid(Event):
    """Support was paid for, through a day that still belongs to it (2.3)."""

    through: date


class SupportRenewed(Event):
    """The term was prolonged through a day that still belongs to it (2.3)."""

    through: date


IncidentEvent = (
    Registered
    | Commented
    | StatusChanged
    | Assigned
    | InformationRequested
    | InformationProvided
    | RequestWithdrawn
    | Reproduced
    | WorkStarted
    | ReclassificationProposed
    | ReclassificationAgreed
    | ReclassificationRefused
    | Reclassified
    | LevelAgreed
    | RecommendationGiven
    | Routed
    | WorkaroundProvided
    | WorkaroundFailed
    | ThirdPartyFixed
    | ImpossibilityStated
    | ReplacementSearchStarted
    | ReplacementAgreed
    | ReplacementDone
    | FixDelivered
    | Resolved
    | Confirmed
    | Closed
    | Reopened
    | Withdrawn
    | UpdateDelivered
    | Notified
)

ServiceEvent = (
    HelpDeskDown
    | HelpDeskRestored
    | RestorationAnnounced
    | AccountsIssued
    | SupportSigned
    | SupportPaid
    | SupportRenewed
)


class RecordKind(Word):
    """What an entry of the Executor is for the question of reaction (3.3)."""

    COMMENT = "comment"
    """A comment in the incident."""
    RECORD = "record"
    """Another entry: a status, an assignment, a category."""
    REPRODUCTION_MARK = "reproduction-mark"
    """The comment that marks the reproduction (3.4)."""
    NONE = "none"
    """No entry of the Executor's staff, whoever made it."""


class EventRow(Record, kw_only=False):
    """One kind of event: its permanent id, its clause, and whether it can be a reaction."""

    kind: str
    event: type[Event]
    clause: ClauseId
    record: RecordKind


def _row(kind: str, event: type[Event], clause: str, record: RecordKind) -> EventRow:
    return EventRow(kind, event, ClauseId(clause), record)


_COMMENT, _RECORD, _MARK, _NONE = RecordKind

# fmt: off
EVENTS: Final[tuple[EventRow, ...]] = (
    #    kind                          event                     clause  a record of the Executor (3.3)
    _row("registered",                 Registered,               "3.2",  _NONE),
    _row("commented",                  Commented,                "3.3",  _COMMENT),
    _row("status-changed",             StatusChanged,            "3.3",  _RECORD),
    _row("assigned",                   Assigned,                 "3.3",  _RECORD),
    _row("information-requested",      InformationRequested,     "4.11", _COMMENT),
    _row("information-provided",       InformationProvided,      "4.11", _NONE),
    _row("request-withdrawn",          RequestWithdrawn,         "4.11", _COMMENT),
    _row("reproduced",                 Reproduced,               "3.4",  _MARK),
    _row("work-started",               WorkStarted,              "3.4",  _COMMENT),
    _row("reclassification-proposed",  ReclassificationProposed, "4.12", _COMMENT),
    _row("reclassification-agreed",    ReclassificationAgreed,   "4.12", _COMMENT),
    _row("reclassification-refused",   ReclassificationRefused,  "4.12", _COMMENT),
    _row("reclassified",               Reclassified,             "4.12", _RECORD),
    _row("level-agreed",               LevelAgreed,              "4.12", _NONE),
    _row("recommendation-given",       RecommendationGiven,      "4.1",  _COMMENT),
    _row("routed",                     Routed,                   "4.2",  _RECORD),
    _row("workaround-provided",        WorkaroundProvided,       "4.4",  _COMMENT),
    _row("workaround-failed",          WorkaroundFailed,         "4.4",  _COMMENT),
    _row("third-party-fixed",          ThirdPartyFixed,          "4.4",  _COMMENT),
    _row("impossibility-stated",       ImpossibilityStated,      "4.4",  _COMMENT),
    _row("replacement-search-started", ReplacementSearchStarted, "4.4",  _COMMENT),
    _row("replacement-agreed",         ReplacementAgreed,        "4.4",  _COMMENT),
    _row("replacement-done",           ReplacementDone,          "4.4",  _COMMENT),
    _row("fix-delivered",              FixDelivered,             "3.4",  _COMMENT),
    _row("resolved",                   Resolved,                 "3.4",  _RECORD),
    _row("confirmed",                  Confirmed,                "3.4",  _NONE),
    _row("closed",                     Closed,                   "4.11", _RECORD),
    _row("reopened",                   Reopened,                 "4.11", _RECORD),
    _row("withdrawn",                  Withdrawn,                "4.3",  _NONE),
    _row("update-delivered",           UpdateDelivered,          "4.2",  _COMMENT),
    _row("notified",                   Notified,                 "3.5",  _NONE),
    _row("help-desk-down",             HelpDeskDown,             "3.1",  _NONE),
    _row("help-desk-restored",         HelpDeskRestored,         "3.1",  _NONE),
    _row("restoration-announced",      RestorationAnnounced,     "3.1",  _NONE),
    _row("accounts-issued",            AccountsIssued,           "2.2",  _NONE),
    _row("support-signed",             SupportSigned,            "2.3",  _NONE),
    _row("support-paid",               SupportPaid,              "2.3",  _NONE),
    _row("support-renewed",            SupportRenewed,           "2.3",  _NONE),
)
# fmt: on

ROW_OF: Final[Mapping[type[Event], EventRow]] = MappingProxyType({row.event: row for row in EVENTS})
EVENT_OF: Final[Mapping[str, type[Event]]] = MappingProxyType(
    {row.kind: row.event for row in EVENTS}
)
