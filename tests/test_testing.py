"""What a user's tests are given: records in a few words, and strategies that reach everywhere."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from slarules.agreement import Agreement, standard_support
from slarules.errors import DocumentError, UnsortedEventsError
from slarules.events import (
    EVENTS,
    Access,
    Channel,
    Closing,
    Commented,
    HelpDeskDown,
    HelpDeskRestored,
    InformationRequested,
    Made,
    Party,
    Place,
    Registered,
    Reproduced,
    Route,
    Visibility,
)
from slarules.incident import Incident
from slarules.readings import SWITCHES
from slarules.service import ServiceRecord
from slarules.terms import Category, Outcome, Severity
from slarules.testing import (
    FIRST,
    LAST,
    agreements,
    as_of_for,
    events,
    incident,
    incidents,
    moments,
    readings,
    service,
    service_records,
)

MOSCOW = ZoneInfo("Europe/Moscow")
T = TypeVar("T")


def drawn(strategy: st.SearchStrategy[T], number: int = 300) -> list[T]:
    """Return what the strategy gives, the same in every run."""
    found: list[T] = []

    @settings(
        max_examples=number,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
        deadline=None,
    )
    @given(strategy)
    def draw(value: T) -> None:
        found.append(value)

    draw()
    return found


class TestRecordsInAFewWords:
    """A line an event; a date where the day changes; fields by their names and ids."""

    def test_an_incident(self) -> None:
        assert incident(
            "2026-11-23 11:00 registered category=C severity=3 number=SD-17",
            "16:00 information-requested request=log",
            "2026-11-24 10:00:30 commented by=customer channel=hotline said_at=09:50",
            "2026-11-25 15:00 reproduced access=remote stated_at=2026-11-24T11:20",
        ) == Incident.of(
            [
                Registered(
                    at=datetime(2026, 11, 23, 11, tzinfo=MOSCOW),
                    number="SD-17",
                    category=Category.C,
                    severity=Severity.MINOR,
                ),
                InformationRequested(at=datetime(2026, 11, 23, 16, tzinfo=MOSCOW), request="log"),
                Commented(
                    at=datetime(2026, 11, 24, 10, 0, 30, tzinfo=MOSCOW),
                    by=Party.CUSTOMER,
                    channel=Channel.HOTLINE,
                    said_at=datetime(2026, 11, 24, 9, 50, tzinfo=MOSCOW),
                ),
                Reproduced(
                    at=datetime(2026, 11, 25, 15, tzinfo=MOSCOW),
                    access=Access.REMOTE,
                    stated_at=datetime(2026, 11, 24, 11, 20, tzinfo=MOSCOW),
                ),
            ]
        )

    def test_a_record_of_the_service_on_another_clock(self) -> None:
        assert service(
            "2026-11-24 10:40 help-desk-down", "15:20 help-desk-restored", zone=UTC
        ) == ServiceRecord.of(
            [
                HelpDeskDown(at=datetime(2026, 11, 24, 10, 40, tzinfo=UTC)),
                HelpDeskRestored(at=datetime(2026, 11, 24, 15, 20, tzinfo=UTC)),
            ]
        )

    def test_a_moment_may_bring_its_own_offset(self) -> None:
        happened = incident("2026-11-30T01:00+12:00 registered")
        assert happened.registration.at == datetime(2026, 11, 29, 13, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("lines", "path"),
        [
            (["11:00 registered"], "events[0].at"),
            (["2026-11-23 25:00 registered"], "events[0].at"),
            (["2026-11-23 11:00 registered", "12:00 called"], "events[1].kind"),
            (["2026-11-23 11:00 registered", "12:00"], "events[1].kind"),
            (["2026-11-23 11:00 registered", "12:00 assigned whom=me"], "events[1].whom"),
            (["2026-11-23 11:00 registered", "10:00 commented"], "events[1]"),
            (["2026-11-23 11:00 registered category=B severity=x"], "events[0].severity"),
            ([""], "events[0].kind"),
        ],
    )
    def test_a_line_that_is_none_is_named(self, lines: list[str], path: str) -> None:
        with pytest.raises(DocumentError) as raised:
            incident(*lines)
        assert path in dict(raised.value.faults)

    def test_a_due_moment_in_two_lines(self) -> None:
        happened = incident("2026-11-23 11:59 registered category=B", "18:59 commented")
        verdicts = standard_support().assess(happened, datetime(2026, 12, 1, tzinfo=UTC)).verdicts
        (reaction,) = (v for v in verdicts if v.obligation.value == "reaction")
        assert (reaction.outcome, reaction.due) == (
            Outcome.MET,
            datetime(2026, 11, 23, 19, tzinfo=MOSCOW),
        )


class TestWhatIsDrawnIsWellFormed:
    """No constructor refuses it; it is aware and inside the days asked for."""

    @given(moments())
    def test_moments(self, moment: datetime) -> None:
        assert moment.utcoffset() is not None
        day = moment.astimezone(MOSCOW).date()
        assert FIRST - timedelta(days=1) <= day <= LAST + timedelta(days=1)

    @given(moments(first=date(2014, 10, 26), last=date(2014, 10, 26), zone=UTC))
    def test_moments_of_one_day_on_one_clock(self, moment: datetime) -> None:
        assert moment.tzinfo is UTC
        assert abs(moment - datetime(2014, 10, 26, 9, tzinfo=UTC)) <= timedelta(hours=36)

    @given(incidents(first=date(2025, 3, 1), last=date(2025, 3, 2), most=3))
    def test_incidents(self, happened: Incident) -> None:
        assert 1 <= len(happened.events) <= 4
        day = happened.registration.at.astimezone(MOSCOW).date()
        assert date(2025, 2, 28) <= day <= date(2025, 3, 3)
        assert Incident.of(happened.events) == happened

    @given(service_records(most=5))
    def test_records_of_the_service(self, happened: ServiceRecord) -> None:
        assert len(happened.events) <= 5
        assert ServiceRecord.of(happened.events) == happened

    @given(st.data(), incidents(), service_records(), agreements())
    def test_moments_to_judge_an_incident_at(
        self,
        data: st.DataObject,
        happened: Incident,
        record: ServiceRecord,
        agreement: Agreement,
    ) -> None:
        as_of = data.draw(as_of_for(happened, service=record, agreement=agreement))
        assert as_of >= happened.registration.at
        agreement.assess(happened, as_of, service=record)


class TestWhatIsDrawnReachesEverywhere:
    """Every kind of event, every option, the edges: none is out of reach of 300 draws."""

    def test_every_kind_of_event_of_an_incident(self) -> None:
        kinds = {type(event) for happened in drawn(incidents()) for event in happened.events}
        assert kinds == {row.event for row in EVENTS[:-7]}

    def test_every_kind_of_event_of_the_service(self) -> None:
        kinds = {type(event) for happened in drawn(service_records()) for event in happened.events}
        assert kinds == {row.event for row in EVENTS[-7:]}

    def test_every_option_of_every_field(self) -> None:
        at = datetime(2026, 11, 23, tzinfo=UTC)
        found = {getattr(event, name) for event in drawn(events(at), 600) for name in event._fields}
        for words in (Party, Made, Visibility, Channel, Place, Access, Route, Closing):
            assert set(words) <= found
        assert {*Category, *Severity, None, at - timedelta(days=3)} <= found

    def test_every_option_of_every_switch(self) -> None:
        found = drawn(readings())
        for switch, options in SWITCHES.items():
            assert {chosen.option(switch) for chosen in found} == set(options)
        sizes = {len(chosen.chosen()) for chosen in found}
        assert {0, 1, 2} <= sizes
        assert max(sizes) > 10

    def test_the_instants_at_which_rules_turn_and_a_microsecond_beside(self) -> None:
        found = {
            (here.hour, here.minute, here.second, here.microsecond)
            for here in (moment.astimezone(MOSCOW) for moment in drawn(moments(), 1000))
        }
        for hour in (0, 10, 12, 19):
            assert {(hour, 0, 0, 0), (hour, 0, 0, 1), ((hour - 1) % 24, 59, 59, 999_999)} <= found

    def test_every_outcome_of_an_obligation(self) -> None:
        agreement = standard_support()

        @st.composite
        def outcomes(draw: st.DrawFn) -> set[Outcome]:
            happened, record = draw(incidents()), draw(service_records())
            as_of = draw(as_of_for(happened, service=record))
            assessment = agreement.assess(happened, as_of, service=record)
            return {verdict.outcome for verdict in assessment.verdicts}

        assert set().union(*drawn(outcomes())) == set(Outcome)


class TestWithoutHypothesis:
    """The extra is named where it is missing; nothing else of the package needs it."""

    def run(self, code: str) -> str:
        hidden = "import sys; sys.modules['hypothesis'] = None\n"
        done = subprocess.run(
            [sys.executable, "-c", hidden + code], capture_output=True, text=True, check=False
        )
        return done.stdout + done.stderr

    def test_the_extra_is_named(self) -> None:
        said = self.run("import slarules.testing")
        assert "MissingExtraError: hypothesis is not installed; install the extra: pip" in said
        assert "slarules[testing]" in said

    def test_the_package_works_without_it(self) -> None:
        assert self.run("import slarules; print(slarules.dumps(slarules.Readings()))").startswith(
            '{"schema"'
        )


class TestNothingIsHidden:
    """A record built by hand is refused as any other."""

    def test_events_out_of_order_through_the_class(self) -> None:
        happened = incident("2026-11-23 11:00 registered", "12:00 commented")
        with pytest.raises(UnsortedEventsError):
            happened.with_event(Commented(at=datetime(2026, 11, 1, tzinfo=UTC)))
