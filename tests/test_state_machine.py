"""
A support desk lives through random months, and three records of it agree at every step.

What is compared after each step: the assessment of the record as it grew, of the same record
read back from its documents, and the independent transcription in ``tests/oracles``. At the end,
everything that was ever said of a moment is asked again of the full record.

How long: ``make test`` runs 300 desks of 50 steps, the proof 4,000 of 60. ``SLARULES_MACHINE=9x20``
runs as many as it says.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from slarules import testing
from slarules.agreement import standard_support
from slarules.documents import dumps, loads
from slarules.events import (
    Channel,
    Closed,
    Commented,
    Confirmed,
    FixDelivered,
    ImpossibilityStated,
    InformationProvided,
    InformationRequested,
    Party,
    ReclassificationAgreed,
    ReclassificationProposed,
    ReclassificationRefused,
    Registered,
    Reopened,
    ReplacementSearchStarted,
    Reproduced,
    Resolved,
    SupportPaid,
    SupportRenewed,
    SupportSigned,
    ThirdPartyFixed,
    WorkaroundFailed,
    WorkaroundProvided,
    WorkStarted,
)
from slarules.incident import Incident
from slarules.service import UNRECORDED, ServiceRecord
from slarules.terms import Category, Severity
from tests.test_assess_oracle import differences

if TYPE_CHECKING:
    from slarules.assess import Assessment
    from slarules.events import IncidentEvent, ServiceEvent
    from slarules.readings import Readings
    from slarules.service import Service

DESKS, STEPS = map(int, os.environ.get("SLARULES_MACHINE", "300x50").split("x"))
MOST_INCIDENTS = 3
LIVED: Counter[str] = Counter()
"""How many of what went by, for the proof."""
FIRST, LAST = date(2024, 1, 9), date(2024, 12, 31)
"""The first moment of a desk."""
END = date(2027, 1, 1)
"""No desk lives longer: sixty business days later the official calendar still knows every day."""

MOSCOW = ZoneInfo("Europe/Moscow")
HOURS = st.sampled_from([time(0), time(10), time(11, 59), time(12), time(19)])
MICROSECOND = timedelta(microseconds=1)
AGO = st.sampled_from([None, timedelta(0), timedelta(minutes=20), timedelta(hours=5)])
"""How long before its entry something was said."""
WORK = (
    Reproduced,
    WorkStarted,
    WorkaroundProvided,
    WorkaroundFailed,
    ThirdPartyFixed,
    ImpossibilityStated,
    ReplacementSearchStarted,
    FixDelivered,
    Resolved,
    Confirmed,
    Closed,
    Reopened,
)
"""What changes the course of an incident, and depends on where it stands."""
WHICH = st.integers(0, MOST_INCIDENTS - 1)


class SupportDesk(RuleBasedStateMachine):
    """The incidents and the service of one Customer, through time."""

    def __init__(self) -> None:
        super().__init__()
        self.incidents: list[Incident] = []
        self.service: Service = UNRECORDED
        self.kept: Service = UNRECORDED
        self.read_back: Service = UNRECORDED
        self.changed: set[int] = set()
        self.fresh: dict[int, Assessment] = {}
        """What is said of an incident now, as long as that is the last word."""
        LIVED["desks"] += 1
        self.said: list[tuple[int, datetime, Assessment]] = []

    @initialize(
        at=testing.moments(first=FIRST, last=LAST, zone=UTC),
        chosen=testing.readings(),
        kept=st.integers(0, 2),
    )
    def begin(self, at: datetime, chosen: Readings, kept: int) -> None:
        """Open the desk: with no record of its service, an empty one, or a contract in force."""
        self.now = at
        self.agreement = standard_support(readings=chosen)
        if kept:
            through = at.date() + timedelta(days=60)
            paid = SupportPaid(at=at, through=through)
            self.service = ServiceRecord.of([SupportSigned(at=at), paid] if kept > 1 else [])
        self.happens_first(Registered(at=at, number="1", category=Category.B))

    # ------------------------------------------------------------------------------ time passes

    @rule(minutes=st.integers(1, 300))
    def minutes_pass(self, minutes: int) -> None:
        """Wait for an hour or so."""
        self.passes_to(self.now + timedelta(minutes=minutes))

    @rule(days=st.integers(0, 5) | st.integers(6, 90), hour=HOURS, aside=st.integers(-1, 1))
    def days_pass(self, days: int, hour: time, aside: int) -> None:
        """Wait for an hour at which a rule turns, on some day, or a microsecond beside it."""
        day = self.now.astimezone(MOSCOW).date() + timedelta(days=days)
        there = datetime.combine(day, hour, MOSCOW).astimezone(UTC)
        self.passes_to(there + aside * MICROSECOND)

    @precondition(lambda self: self.incidents)
    @rule(which=WHICH, aside=st.integers(-1, 1))
    def it_is_the_next_moment_to_look(self, which: int, aside: int) -> None:
        """Wait for the moment at which something changes by itself, or a microsecond beside it."""
        then = self.assessed(which % len(self.incidents)).next_change
        if then is not None:
            self.passes_to(then.astimezone(UTC) + aside * MICROSECOND)

    def passes_to(self, then: datetime) -> None:
        """Let time pass; what was said of the moment that is over stands."""
        if self.now < then and then.date() < END:
            places = range(len(self.incidents))
            self.said += [(place, self.now, self.assessed(place)) for place in places]
            self.now = then
            self.changes(*places)

    # ------------------------------------------------------------------------ incidents have lives

    @precondition(lambda self: len(self.incidents) < MOST_INCIDENTS)
    @rule(data=st.data())
    def an_incident_is_registered(self, data: st.DataObject) -> None:
        """Register a matter, by any channel, with what was said before it was entered."""
        self.happens_first(data.draw(testing.events(self.now, [Registered])))

    @precondition(lambda self: self.incidents)
    @rule(which=WHICH, data=st.data())
    def anything_happens(self, which: int, data: st.DataObject) -> None:
        """Anybody does anything."""
        self.happens(data.draw(testing.events(self.now)), which)

    @precondition(lambda self: self.incidents)
    @rule(which=WHICH, name=st.sampled_from(["", "1"]))
    def the_executor_asks(self, which: int, name: str) -> None:
        """Ask for information; the silence begins (4.11)."""
        self.happens(InformationRequested(at=self.now, request=name), which)

    @precondition(lambda self: self.incidents)
    @rule(which=WHICH, data=st.data(), kind=st.sampled_from(WORK))
    def work_goes_on(self, which: int, data: st.DataObject, kind: type[IncidentEvent]) -> None:
        """Reproduce, work, solve, end, open again: whatever the state it meets."""
        self.happens(data.draw(testing.events(self.now, [kind])), which)

    @precondition(lambda self: self.incidents)
    @rule(which=WHICH, answers=st.booleans(), channel=st.sampled_from(Channel), ago=AGO)
    def the_customer_writes(
        self, which: int, answers: bool, channel: Channel, ago: timedelta | None
    ) -> None:
        """Answer, or only comment, by some channel."""
        kind = InformationProvided if answers else Commented
        said_at = None if ago is None else self.now - ago
        self.happens(kind(at=self.now, by=Party.CUSTOMER, channel=channel, said_at=said_at), which)

    @precondition(lambda self: self.incidents)
    @rule(
        which=WHICH,
        to=st.sampled_from([*Category, *Severity]),
        by=st.sampled_from([Party.EXECUTOR, Party.CUSTOMER]),
    )
    def a_change_is_proposed(self, which: int, to: Category | Severity, by: Party) -> None:
        """Propose another category, or a level of C (4.12)."""
        category, level = (to, None) if isinstance(to, Category) else (Category.C, to)
        self.happens(
            ReclassificationProposed(at=self.now, by=by, category=category, severity=level), which
        )

    @precondition(lambda self: self.incidents)
    @rule(
        which=WHICH,
        kind=st.sampled_from([ReclassificationAgreed, ReclassificationRefused]),
        by=st.sampled_from([Party.EXECUTOR, Party.CUSTOMER]),
    )
    def the_proposal_is_answered(
        self,
        which: int,
        kind: type[ReclassificationAgreed | ReclassificationRefused],
        by: Party,
    ) -> None:
        """Agree or refuse (4.12)."""
        self.happens(kind(at=self.now, by=by), which)

    def happens_first(self, event: Registered) -> None:
        """Begin an incident."""
        number = str(len(self.incidents) + 1)
        self.changes(len(self.incidents))
        self.incidents.append(Incident.of([event.replace(number=number)]))

    def happens(self, event: IncidentEvent, which: int) -> None:
        """Add an event to one of the incidents; the very same event happens once."""
        place = which % len(self.incidents)
        if event not in self.incidents[place].events:
            self.incidents[place] = self.incidents[place].with_event(event)
            self.changes(place)

    # --------------------------------------------------------------------------- so has the service

    @precondition(lambda self: self.service is not UNRECORDED)
    @rule(data=st.data())
    def something_happens_to_the_service(self, data: st.DataObject) -> None:
        """HelpDesk goes down or comes back; support is signed, paid for, renewed."""
        assert isinstance(self.service, ServiceRecord)
        kinds = testing.possible_next(self.service.events)
        self.serves(data.draw(testing.events(self.now, kinds)))

    @precondition(lambda self: self.service is not UNRECORDED)
    @rule(kind=st.sampled_from([SupportPaid, SupportRenewed]), days=st.integers(0, 30))
    def support_goes_on_for_a_while(
        self, kind: type[SupportPaid | SupportRenewed], days: int
    ) -> None:
        """Pay for a short term, so that it runs out within the life of the desk (2.3)."""
        assert isinstance(self.service, ServiceRecord)
        if kind in testing.possible_next(self.service.events):
            self.serves(kind(at=self.now, through=self.now.date() + timedelta(days=days)))

    def serves(self, event: ServiceEvent) -> None:
        """Add an event to the record of the service; the very same event happens once."""
        assert isinstance(self.service, ServiceRecord)
        if event not in self.service.events:
            self.service = ServiceRecord.of([*self.service.events, event])
            self.changes(*range(len(self.incidents)))

    # ---------------------------------------------------------------------------- what is compared

    def changes(self, *places: int) -> None:
        """Note that something is to be said anew of these incidents."""
        self.changed.update(places)
        for place in places:
            self.fresh.pop(place, None)

    def assessed(self, place: int) -> Assessment:
        """Return what is said of an incident now."""
        if place not in self.fresh:
            self.fresh[place] = self.assessed_as_of(place, self.now)
        return self.fresh[place]

    def assessed_as_of(self, place: int, as_of: datetime) -> Assessment:
        """Return what is said of an incident as of a moment."""
        return self.agreement.assess(self.incidents[place], as_of, service=self.service)

    @invariant()
    def the_record_read_back_says_the_same(self) -> None:
        """2.1, 3.2: only the record counts; what it does not hold changes nothing."""
        LIVED["steps"] += 1
        if isinstance(self.service, ServiceRecord) and self.service is not self.kept:
            self.kept = self.service
            self.read_back = loads(dumps(self.service), ServiceRecord)
        for place in self.changed:
            incident = loads(dumps(self.incidents[place]), Incident)
            again = self.agreement.assess(incident, self.now, service=self.read_back)
            assert again == self.assessed(place)

    @invariant()
    def the_transcription_says_the_same(self) -> None:
        """Every paragraph, asked of the record by other means."""
        LIVED["compared"] += len(self.changed)
        for place in self.changed:
            incident = self.incidents[place]
            assert differences(incident, self.service, self.agreement, self.now) == {}
        self.changed.clear()

    def teardown(self) -> None:
        """What was said of a moment, when it was over, is said of it for ever."""
        LIVED["events"] += sum(len(incident.events) for incident in self.incidents)
        LIVED["asked again"] += len(self.said)
        for place, then, assessment in self.said:
            assert self.assessed_as_of(place, then) == assessment


TestSupportDesk = SupportDesk.TestCase
TestSupportDesk.settings = settings(
    max_examples=DESKS,
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
