"""
One incident lived through: which events had effect, and what stands because of them.

The fold never raises. What each event does is docs/decisions/0010-what-events-do.md, decided
once; a switch of the readings is asked for by ``met``, which notes that it was consulted. Nothing
is due here: ``assess`` says what follows.
"""

from __future__ import annotations

from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Final

from slarules.errors import AsOfError, CalendarRangeError
from slarules.events import (
    ROW_OF,
    Access,
    AccountsIssued,
    Channel,
    Closed,
    Closing,
    Commented,
    Confirmed,
    Entry,
    FixDelivered,
    HelpDeskDown,
    HelpDeskRestored,
    ImpossibilityStated,
    InformationProvided,
    InformationRequested,
    LevelAgreed,
    Made,
    Notified,
    Party,
    Place,
    ReclassificationAgreed,
    ReclassificationProposed,
    ReclassificationRefused,
    Reclassified,
    RecommendationGiven,
    RecordKind,
    Registered,
    Reopened,
    ReplacementSearchStarted,
    Reproduced,
    RequestWithdrawn,
    Resolved,
    RestorationAnnounced,
    Route,
    Routed,
    SupportPaid,
    SupportRenewed,
    SupportSigned,
    ThirdPartyFixed,
    Visibility,
    Withdrawn,
    WorkaroundFailed,
    WorkaroundProvided,
    WorkStarted,
)
from slarules.findings import Finding, FindingId
from slarules.left_out import LeftOut
from slarules.lifecycle import Consent, Standing, standing, transition
from slarules.open_requests import OpenRequests
from slarules.readings import (
    CustomerCommentRestarts,
    DueInstant,
    HotlineRegistration,
    InternalNote,
    LateAnswer,
    OpenQuestions,
    OutageReaction,
    OutageRegistration,
    ReactionByAutomation,
    ReactionByReproductionMark,
    ReactionRecordKind,
    SilenceOutage,
    TermLastDay,
)
from slarules.service import FOREVER, ServiceRecord, around, gaps
from slarules.spans import DayTest, Span, Without
from slarules.terms import Category, Severity, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from slarules.deadlines import Deadline, DeadlineRules
    from slarules.events import IncidentEvent
    from slarules.incident import Incident
    from slarules.open_requests import Silence
    from slarules.service import Service, Stretch

_TERM_EVENTS: Final = (SupportSigned, SupportPaid, SupportRenewed)
_OTHER: Final = {Party.EXECUTOR: Party.CUSTOMER, Party.CUSTOMER: Party.EXECUTOR}

OFF_SYSTEM: Final = frozenset({Channel.PHONE, Channel.PERSONAL_EMAIL})
"""What 3.1 shuts out in normal operation."""
IN_HELPDESK: Final = frozenset({Channel.WEB, Channel.HOTLINE})
"""The two channels of 2.1."""
_SPOKEN: Final = OFF_SYSTEM | {Channel.HOTLINE}
ACCOUNTS: Final = 2
"""How many accounts a Customer gets without asking (2.2; answer accounts-per)."""


class State(Word):
    """Whether an incident is still worked on."""

    OPEN = "open"
    RESOLVED = "resolved"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Move(Word):
    """How the silence after a request came to an end."""

    NONE = "none"
    ANSWERED = "answered"
    CLOSED = "closed"
    ENDED = "ended"


# Bound once: on Python 3.11 to look a member up on its class takes as long as a call.
_EXECUTOR, _CUSTOMER, _THIRD_PARTY = Party
_OPEN, _RESOLVED, _CLOSED, _WITHDRAWN = State
_VISIBLE, _INTERNAL = Visibility
_, _RECORD, _MARK, _NO_RECORD = RecordKind
_B, _C4 = Standing.B, Standing.C4


class History:
    """
    What an incident's record amounts to as of a moment.

    Moments are in UTC. A field that is None has not happened, or has been taken back.
    """

    __slots__ = (
        "_level_four_agreed",
        "_not_before",
        "_out_of_silence",
        "_proposal",
        "as_of",
        "assumed",
        "closing",
        "confirmed_at",
        "consulted",
        "delivered_at",
        "ended_at",
        "events",
        "findings",
        "fixed_at",
        "gaps",
        "impossible",
        "outages",
        "reaction_at",
        "reaction_place",
        "readings",
        "recommended_at",
        "recorded_at",
        "redefined_at",
        "registered_at",
        "reproductions",
        "requests",
        "rules",
        "search_at",
        "silence",
        "silenced_at",
        "standing",
        "standings",
        "state",
        "terms",
        "waits",
        "withdrawn_at",
        "work_started",
        "workaround_at",
        "workaround_failed_at",
    )

    def __init__(
        self, incident: Incident, service: Service, as_of: datetime, rules: DeadlineRules
    ) -> None:
        """
        Live through the record.

        Raises:
            AsOfError: The moment is before the registration's entry in HelpDesk.
        """
        self.rules = rules
        self.readings = rules.readings
        self.as_of = as_of
        registration = incident.registration
        if as_of < registration.at:
            raise AsOfError(as_of, registration.at)
        self.events: tuple[IncidentEvent, ...] = incident.through(as_of)
        self.findings: list[Finding] = []
        self.assumed: dict[str, None] = {}
        self.consulted: dict[str, None] = {}
        self._out_of_silence: LeftOut | None = None
        self._take_service(service)
        self.registered_at: datetime | None = self._registration(registration)
        start = standing(registration.category, registration.severity)
        self.standing = start
        since = registration.at if self.registered_at is None else self.registered_at
        self.standings: list[tuple[datetime, Standing]] = [(since, start)]
        self.state = _OPEN
        self.requests = OpenRequests()
        self.waits: list[tuple[datetime, datetime]] = []
        self.silence = Move.NONE
        self.closing: Deadline | None = None
        self.reproductions: list[int] = []
        self.impossible: list[datetime] = []
        self.work_started = False
        self._proposal: tuple[Party, Standing] | None = None
        self._level_four_agreed = False
        self._not_before: datetime | None = None
        self.reaction_place: int | None = None
        self.reaction_at: datetime | None = None
        self.silenced_at: datetime | None = None
        self.ended_at: datetime | None = None
        self.withdrawn_at: datetime | None = None
        self.recorded_at: datetime | None = None
        self.delivered_at: datetime | None = None
        self.confirmed_at: datetime | None = None
        self.fixed_at: datetime | None = None
        self.workaround_at: datetime | None = None
        self.workaround_failed_at: datetime | None = None
        self.search_at: datetime | None = None
        self.recommended_at: datetime | None = None
        self.redefined_at: datetime | None = None

        self._live()

    def met(self, switch: str) -> Word:
        """Return what is chosen for a switch, and note that it was asked for."""
        self.consulted[switch] = None
        option: Word = getattr(self.readings, _FIELD[switch])
        return option

    def note(self, deadline: Deadline) -> None:
        """Note the readings a moment met."""
        for reading in deadline.readings:
            self.consulted[_SWITCH[reading]] = None

    def in_time(self, done: datetime, due: datetime) -> bool:
        """Return whether something done then is in time for that due moment (due-instant)."""
        if done == due:
            return self.met("due-instant") is DueInstant.IN_TIME
        return done < due

    def _finding(self, finding: str, place: int | None, at: datetime) -> None:
        self.findings.append(Finding(id=FindingId(finding), event=place, at=at))

    # ------------------------------------------------------------------ the service (2.3, 3.1)

    def _take_service(self, service: Service) -> None:
        self.outages: tuple[Stretch, ...] = ()
        self.terms: tuple[Stretch, ...] | None = None
        self.gaps: tuple[Stretch, ...] = ()
        if not isinstance(service, ServiceRecord):
            self.assumed["helpdesk-up"] = None
            self.assumed["support-in-force"] = None
            return
        self.outages = service.outages(self.as_of)
        # What is signed or paid after as_of is not known yet: it says nothing of what was before.
        if any(isinstance(e, _TERM_EVENTS) and e.at <= self.as_of for e in service.events):
            self.terms = service.terms(self.as_of, self._support_begins(), self._end_of_term)
            self.gaps = gaps(self.terms, self.as_of)
        else:
            self.assumed["support-in-force"] = None
        self._accounts(service)
        entered = self.events[0]
        assert isinstance(entered, Registered)
        moments = (entered.at, entered.accepted_at, entered.called_at)
        begun = min(moment for moment in moments if moment is not None)
        self._announcements(service, begun)

    def _announcements(self, service: ServiceRecord, begun: datetime) -> None:
        """Look for restorations since a moment that nobody announced; ties go by the record."""
        owed: datetime | None = None
        for event in service.events:
            if event.at > self.as_of:
                break
            if isinstance(event, HelpDeskRestored):
                owed = event.at if event.at >= begun else None
            elif isinstance(event, RestorationAnnounced):
                owed = None
            elif isinstance(event, HelpDeskDown) and owed is not None:
                self._finding("F-3.1-2", None, owed)
                owed = None
        if owed is not None:
            self._finding("F-3.1-2", None, owed)

    def _accounts(self, service: ServiceRecord) -> None:
        """Look for accounts the Customer is still to get (2.2); none on record says nothing."""
        issued = [
            event
            for event in service.events
            if isinstance(event, AccountsIssued) and event.at <= self.as_of
        ]
        if issued and sum(event.count for event in issued) < ACCOUNTS:
            self._finding("F-2.2-1", None, issued[-1].at)

    def _support_begins(self) -> Any:
        self.met("support-begins")
        return self.readings

    def _end_of_term(self, through: date) -> datetime:
        calendar = self.rules.calendar
        if through >= FOREVER.date():
            return FOREVER  # how a term without an end is often written
        if self.met("term-last-day") is TermLastDay.END_OF_LAST_DAY:
            return calendar.end_of(through)
        table = calendar.table
        last = through if table.flags[table.index(through)] else table.add(through, -1)
        return calendar.closing_on(last)

    def is_down(self, moment: datetime) -> bool:
        """Return whether the HelpDesk web interface was down then."""
        return around(self.outages, moment) is not None

    def in_force(self, moment: datetime) -> bool:
        """Return whether support was in force then; taken as so where nothing is recorded."""
        return self.terms is None or around(self.terms, moment) is not None

    def left_out_of_silence(self) -> LeftOut:
        """Return what the count of 4.11 leaves out: outages by reading, gaps always."""
        if self._out_of_silence is None:
            found = self.left_out_of_gaps()
            if self.outages and self.met("silence-outage") is SilenceOutage.DAYS_EXCLUDED:
                found = found.also(Without(spans=_spans(self.outages), test=DayTest.TOUCHES))
            self._out_of_silence = found
        return self._out_of_silence

    def left_out_of_gaps(self) -> LeftOut:
        """Return the gaps in support, whose whole days no count includes (gap-days)."""
        if not self.gaps:
            return LeftOut()
        return LeftOut((Without(spans=_spans(self.gaps), test=DayTest.COVERS),))

    def awaited(self) -> str:
        """Return the event that would let a standing count go on: the renewal, the restoration."""
        if self.gaps and self.gaps[-1][1] == FOREVER:
            return "support-renewed"
        return "help-desk-restored"

    # ------------------------------------------------------------------ registration (2.1, 3.2)

    def _registration(self, event: Registered) -> datetime | None:
        """Return the official moment of registration; None where there is none."""
        if event.by is _EXECUTOR:
            self.assumed["customer-listed"] = None
        if event.channel is Channel.WEB:
            return event.at
        taken = event.accepted_at or event.called_at
        called = event.called_at or event.accepted_at or event.at
        if event.channel is Channel.HOTLINE and not self.is_down(called):
            return self._by_hotline(event)
        if event.channel in _SPOKEN and taken is not None and self.is_down(taken):
            if self.met("outage-registration") is OutageRegistration.ON_ACCEPTANCE:
                return taken
            return event.at
        if event.channel is not Channel.HOTLINE:
            self._finding("F-2.1-1", 0, event.at)
        return event.at

    def _by_hotline(self, event: Registered) -> datetime | None:
        """Return when a call to the hotline in normal operation is registered."""
        match self.met("hotline-registration"):
            case HotlineRegistration.WHEN_THE_RECORD_IS_MADE:
                return event.at
            case HotlineRegistration.AT_THE_CALL:
                return event.called_at or event.at
            case _:
                return None

    # ------------------------------------------------------------------ the fold

    def _live(self) -> None:
        act = self._ACTS
        for place in range(1, len(self.events)):
            event = self.events[place]
            at = event.at
            if self.requests.open:
                self._expire(at, isinstance(event, Entry) and event.by is _CUSTOMER)
            if isinstance(event, Entry):
                effective = self._entry(place, event)
                if effective and self.state is not _WITHDRAWN:
                    do = act.get(type(event))
                    if do is not None:
                        do(self, place, event)
        if self.requests.open:
            self._expire(self.as_of, by_customer=False)
        self._notices()

    def _entry(self, place: int, event: Entry) -> bool:
        """Do what any entry does; return whether it may have an effect of its own."""
        said = event.said_at or event.at
        if event.channel in OFF_SYSTEM and event.by is not _THIRD_PARTY and not self.is_down(said):
            self._finding("F-3.1-1", place, event.at)
        if isinstance(event, InformationProvided) and self._answers_nothing():
            self._finding("F-4.11-4", place, event.at)
        if event.by is _EXECUTOR:
            if self.gaps and around(self.gaps, event.at) is not None:
                self._finding("F-2.3-1", place, event.at)
            self._reaction(place, event)
            return True
        if event.by is _CUSTOMER:
            return self._customer_entry(place, event)
        return True

    def _answers_nothing(self) -> bool:
        """Return whether an answer would find no request, in an incident that could have one."""
        return not (self.requests or self._is_silenced() or self.state is _WITHDRAWN)

    def _reaction(self, place: int, event: Entry) -> None:
        """Keep the entry if it is a reaction, and the earliest (3.3)."""
        record = ROW_OF[type(event)].record
        if record is _NO_RECORD:
            return
        if self.reaction_at is not None and self.reaction_at <= (event.said_at or event.at):
            return
        if record is _RECORD and (
            self.met("reaction-record-kind") is ReactionRecordKind.COMMENT_ONLY
        ):
            return
        if record is _MARK and (
            self.met("reaction-by-reproduction-mark") is ReactionByReproductionMark.DOES_NOT_COUNT
        ):
            return
        if event.made is Made.AUTOMATICALLY:
            if self.met("reaction-by-automation") is ReactionByAutomation.DOES_NOT_COUNT:
                return
        elif event.made is Made.UNKNOWN:
            self.assumed["made-by-person"] = None
        if event.visible is _INTERNAL and (
            self.met("internal-note") is InternalNote.DOES_NOT_COUNT
        ):
            return
        moment = event.at
        if (
            event.said_at is not None
            and event.channel in _SPOKEN
            and self.is_down(event.said_at)
            and self.met("outage-reaction") is OutageReaction.COUNTS_IF_ENTERED_AFTER
        ):
            moment = event.said_at
        if self.reaction_at is None or moment < self.reaction_at:
            self.reaction_at = moment
            self.reaction_place = place

    def _notices(self) -> None:
        """Look for actions of which HelpDesk told nobody (3.5)."""
        events = self.events
        if Notified not in set(map(type, events)):
            self.assumed["notices-sent"] = None
            return
        for place, event in enumerate(events[1:], start=1):
            told = place + 1 < len(events) and isinstance(events[place + 1], Notified)
            if isinstance(event, Entry) and not told:
                self._finding("F-3.5-1", place, event.at)

    # ------------------------------------------------------------------ silence (4.11)

    def closing_deadline(self) -> Deadline | None:
        """Return when the open requests close the incident; None where the count stands."""
        requests = self.requests
        if len(requests) > 1 and self.met("open-questions") is OpenQuestions.EACH_ALONE:
            while (silence := requests.begun()) is not None:
                self._count(silence)
                requests.counted(silence)
            return requests.soonest()
        return self._count(requests.latest)

    def _count(self, silence: Silence) -> Deadline | None:
        """Return when a silence has lasted long enough; None where its count stands."""
        if not silence.known:
            silence.known = True
            without = self.left_out_of_silence()
            try:
                silence.deadline = self.rules.automatic_closing(
                    silence.since, without=without, fact=silence.fact
                )
            except CalendarRangeError:
                if not without.stands:
                    raise
                # begun a day earlier, the count might have come to its end before it stood
                self.consulted["day-count-start"] = self.consulted["silence-out-of-hours"] = None
            else:
                self.note(silence.deadline)
        return silence.deadline

    def _expire(self, now: datetime, by_customer: bool) -> None:  # noqa: FBT001
        """Close the incident if the silence has lasted long enough by now."""
        deadline = self.closing_deadline()
        if deadline is None:
            return
        due = deadline.due.astimezone(UTC)
        if self._not_before is not None:
            due = max(due, self._not_before)
        if now < due or (now == due and by_customer and self.in_time(now, due)):
            return
        self.state = _CLOSED
        self.silence = Move.CLOSED
        self.closing = deadline
        self.silenced_at = self.ended_at = due
        self._end_requests(due)
        self._end(None, due)

    def _is_silenced(self) -> bool:
        """Return whether silence has closed the incident, and nothing opened it again."""
        return self.silence is Move.CLOSED and self.state is _CLOSED

    def _end_requests(self, at: datetime) -> None:
        if self.requests:
            self.waits.append((self.requests.asked_at, at))
            self.requests.clear()

    def _customer_entry(self, place: int, event: Entry) -> bool:
        """Do what the Customer's entry does to a silence; return whether it has effect."""
        official = event.channel in IN_HELPDESK and event.visible is _VISIBLE
        if self._is_silenced():
            if isinstance(event, Reopened):
                return True
            if not official:
                return False
            if self.met("late-answer") is LateAnswer.NEW_INCIDENT:
                self._finding("F-4.11-2", place, event.at)
                return False
            self._open_again()
            return True
        if not self.requests:
            return True
        if event.channel not in IN_HELPDESK:
            if event.visible is _VISIBLE:
                self._finding("F-3.2-2", place, event.at)
        elif official:
            if isinstance(event, Commented) and (
                self.met("customer-comment-restarts") is CustomerCommentRestarts.RESTARTS
            ):
                self.requests.restart(event.at)
            else:
                self._end_requests(event.at)
                self.silence = Move.ANSWERED
        return True

    def _asked(self, place: int, event: InformationRequested) -> None:
        if event.by is not _EXECUTOR or event.visible is _INTERNAL or self.state is not _OPEN:
            self._finding("F-4.11-3", place, event.at)
            return
        if not self.requests:
            self._not_before = None
        self.requests.ask(event.request, event.at)
        self.silence = Move.NONE

    def _withdrew_request(self, place: int, event: RequestWithdrawn) -> None:
        begun = self.requests.asked_at if self.requests else None
        if event.by is not _EXECUTOR or not self.requests.withdraw(event.request):
            self._finding("F-4.11-5", place, event.at)
        elif self.requests:
            self._not_before = event.at
        else:
            assert begun is not None
            self.waits.append((begun, event.at))
            self.silence = Move.ENDED

    # ------------------------------------------------------------------ category (4.9, 4.12)

    def _classifiable(self) -> bool:
        return self.state in {_OPEN, _RESOLVED}

    def _proposed(self, _place: int, event: ReclassificationProposed) -> None:
        if self._classifiable() and event.by is not _THIRD_PARTY:
            self._proposal = (event.by, standing(event.category, event.severity))

    def _in_helpdesk(self, place: int, event: Entry) -> bool:
        if event.channel in IN_HELPDESK or self.is_down(event.said_at or event.at):
            return True
        self._finding("F-3.2-1", place, event.at)
        return False

    def _agreed(self, place: int, event: ReclassificationAgreed) -> None:
        if not self._classifiable() or not self._in_helpdesk(place, event):
            return
        if self._proposal is None or self._proposal[0] is event.by or event.by is _THIRD_PARTY:
            self._finding("F-4.12-2", place, event.at)
            return
        target = self._proposal[1]
        if target is _C4:
            self._level_four_agreed = True
        self._apply(target, event.at)

    def _refused(self, _place: int, event: ReclassificationRefused) -> None:
        # By the proposer, too: nobody can agree to what its own party no longer wants.
        if self._classifiable() and event.by is not _THIRD_PARTY:
            self._proposal = None

    def _reclassified(self, place: int, event: Reclassified) -> None:
        if not self._classifiable():
            return
        target = standing(event.category, event.severity)
        if target is self.standing:
            return
        if self._proposal == (_OTHER.get(event.by), target):
            self._level_four_agreed |= target is _C4
            self._apply(target, event.at)
            return
        row = transition(self.standing, target)
        consent = row.consent(self.readings.level_four_consent)
        if row.hinges_on_reading:
            self.met("level-four-consent")
        match consent:
            case Consent.NOBODY:
                alone = not row.hinges_on_reading or event.by is _EXECUTOR
            case Consent.CUSTOMER_TO_LEVEL_FOUR:
                alone = self._level_four_agreed and event.by is _EXECUTOR
            case _:
                alone = False
        if alone:
            self._apply(target, event.at)
            return
        self._finding("F-4.12-1", place, event.at)
        if event.by is not _THIRD_PARTY:
            self._proposal = (event.by, target)

    def _level_agreed(self, place: int, event: LevelAgreed) -> None:
        if not self._classifiable() or not self._in_helpdesk(place, event):
            return
        if event.by is not _CUSTOMER or self.standing.category is not Category.C:
            self._finding("F-4.12-2", place, event.at)
            return
        if event.severity is Severity.NOT_AN_ERROR:
            self._level_four_agreed = True
        self._apply(standing(Category.C, event.severity), event.at)

    def _apply(self, target: Standing, at: datetime) -> None:
        if self._proposal is not None and self._proposal[1] is target:
            self._proposal = None  # carried out; another one stays open
        if target is self.standing:
            return
        if self.standing is _C4 and target in {Standing.A, Standing.D}:
            self.redefined_at = at
        self.standing = target
        self.standings.append((at, target))

    # ------------------------------------------------------------------ work and its end

    def _reproduced(self, place: int, event: Reproduced) -> None:
        remote = event.access is Access.REMOTE
        seen = remote or event.place is Place.EXECUTOR_BENCH
        by_right = event.by is _EXECUTOR or (event.by is _CUSTOMER and remote)
        effective = seen and by_right
        if not effective:
            self._finding("F-3.4-2", place, event.at)
        elif self._classifiable():
            self.reproductions.append(place)

    def _resolved(self, place: int, event: Resolved) -> None:
        if event.by is not _EXECUTOR:
            self._finding("F-4.11-7", place, event.at)
            return
        if self.state is not _OPEN:
            return
        self.state = _RESOLVED
        self.recorded_at = event.at
        self._end_requests(event.at)
        if self.standing.category in {Category.B, Category.C}:
            if not self.reproductions:
                self._finding("F-3.4-1", place, event.at)
            if not self.work_started:
                self._finding("F-3.4-3", place, event.at)
        if self.standing is _B and self.fixed_at is None and self.workaround_at is None:
            self._finding("F-4.4-1", place, event.at)
        self._end(place, event.at)

    def _end(self, place: int | None, at: datetime) -> None:
        if self.standing is _C4:
            self._finding("F-4.9-1", place, at)

    def _closed(self, place: int, event: Closed) -> None:
        if event.how is Closing.AUTOMATICALLY:
            if not self._is_silenced():
                self._finding("F-4.11-1", place, event.at)
            return
        wanted = _EXECUTOR if event.how is Closing.BY_EXECUTOR else _CUSTOMER
        if event.by is not wanted:
            self._finding("F-4.11-7", place, event.at)
        elif self._classifiable():
            if self.state is _OPEN:
                self._end(place, event.at)
            self.state = _CLOSED
            self.ended_at = event.at
            self._end_requests(event.at)

    def _withdrew(self, place: int, event: Withdrawn) -> None:
        if event.by is not _CUSTOMER:
            self._finding("F-4.11-7", place, event.at)
            return
        self.state = _WITHDRAWN
        self.withdrawn_at = event.at
        self.ended_at = self.ended_at or event.at
        self._end_requests(event.at)

    def _reopened(self, place: int, event: Reopened) -> None:
        if self.state is _OPEN:
            self._finding("F-4.11-6", place, event.at)
        else:
            self._open_again()

    def _open_again(self) -> None:
        self.state = _OPEN
        self.silence = Move.NONE
        self.closing = None
        self.silenced_at = self.ended_at = None
        self.recorded_at = self.delivered_at = self.confirmed_at = self.workaround_at = None

    def _worked_around(self, _place: int, event: WorkaroundProvided) -> None:
        if self._classifiable() and self.workaround_at is None:
            self.workaround_at = event.at

    def _workaround_failed(self, _place: int, event: WorkaroundFailed) -> None:
        if not self._classifiable() or self.workaround_at is None:
            return
        self.workaround_at = None
        self.workaround_failed_at = event.at
        if self.state is _RESOLVED and self.standing is _B:
            self.state = _OPEN
            self.silence = Move.NONE
            self.recorded_at = None

    def _keep(self, field: str, at: datetime) -> None:
        """Keep the first moment of its kind, while the incident is worked on."""
        if self._classifiable() and getattr(self, field) is None:
            setattr(self, field, at)

    def _fixed(self, _place: int, event: ThirdPartyFixed) -> None:
        self._keep("fixed_at", event.at)

    def _delivered(self, _place: int, event: FixDelivered) -> None:
        self._keep("delivered_at", event.at)

    def _confirmed(self, _place: int, event: Confirmed) -> None:
        if event.by is _CUSTOMER:
            self._keep("confirmed_at", event.at)

    def _impossible(self, _place: int, event: ImpossibilityStated) -> None:
        # Whether it was solved by then is judged later: a workaround may fail, as if never given.
        if event.by is not _CUSTOMER and self._may_act() and self.standing is _B:
            self.impossible.append(event.at)

    def _search_started(self, _place: int, event: ReplacementSearchStarted) -> None:
        if event.by is _EXECUTOR and self._may_act() and self.standing is _B:
            self.search_at = self.search_at or event.at

    def _may_act(self) -> bool:
        """Return whether work may still matter: a closing by hand solves nothing."""
        return self.silence is not Move.CLOSED or self.state is not State.CLOSED

    def _recommended(self, _place: int, event: RecommendationGiven) -> None:
        if event.by is _EXECUTOR:
            self._keep("recommended_at", event.at)

    def _routed(self, _place: int, event: Routed) -> None:
        if event.route is Route.SPECIFIC:
            self.assumed["route-undecided"] = None  # the agreement it takes is no event of ours

    def _began_work(self, _place: int, event: WorkStarted) -> None:
        if event.by is _EXECUTOR and self._may_act():
            self.work_started = True

    _ACTS: ClassVar[Mapping[type, Callable[[History, int, Any], None]]] = MappingProxyType(
        {
            InformationRequested: _asked,
            RequestWithdrawn: _withdrew_request,
            ReclassificationProposed: _proposed,
            ReclassificationAgreed: _agreed,
            ReclassificationRefused: _refused,
            Reclassified: _reclassified,
            LevelAgreed: _level_agreed,
            Reproduced: _reproduced,
            Routed: _routed,
            WorkStarted: _began_work,
            RecommendationGiven: _recommended,
            WorkaroundProvided: _worked_around,
            WorkaroundFailed: _workaround_failed,
            ThirdPartyFixed: _fixed,
            ImpossibilityStated: _impossible,
            ReplacementSearchStarted: _search_started,
            FixDelivered: _delivered,
            Resolved: _resolved,
            Confirmed: _confirmed,
            Closed: _closed,
            Reopened: _reopened,
            Withdrawn: _withdrew,
        }
    )
    """What an event does to the state; the others are kept and change nothing."""


def _spans(stretches: tuple[Stretch, ...]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in stretches)


class _Fields(dict[str, str]):
    def __missing__(self, switch: str) -> str:
        self[switch] = field = switch.replace("-", "_")
        return field


_FIELD: Final = _Fields()


class _Switches(dict[str, str]):
    def __missing__(self, reading: str) -> str:
        self[reading] = switch = reading.partition("=")[0]
        return switch


_SWITCH: Final = _Switches()
