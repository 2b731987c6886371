"""What the parties agree on top: a time to resolve turns the clock into a duty (3.4, 4.10)."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from slarules.agreement import Agreement, standard_support
from slarules.documents import dumps, loads
from slarules.errors import LevelOutsideCError, TargetsError, WrongTypeError
from slarules.events import (
    IncidentEvent,
    InformationProvided,
    InformationRequested,
    Registered,
    Reproduced,
    Resolved,
    WorkStarted,
)
from slarules.explain import Form, explain
from slarules.incident import Incident
from slarules.parameters import Parameters, Target
from slarules.readings import ResolutionPause
from slarules.terms import (
    BusinessSeconds,
    Category,
    Language,
    Nature,
    Obligation,
    Outcome,
    Severity,
)

MOSCOW: Final = ZoneInfo("Europe/Moscow")
EIGHT_HOURS: Final = Target(Category.C, Severity.CRITICAL, 8 * 60)
TWO_DAYS: Final = Target(Category.C, None, 18 * 60)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=MOSCOW)


def agreed(*targets: Target, warn_at: tuple[int, ...] = ()) -> Agreement:
    return standard_support().with_parameters(resolution_targets=targets, warn_at=warn_at)


def incident(*events: IncidentEvent, severity: Severity | None = Severity.CRITICAL) -> Incident:
    """A C incident registered on Monday 23 November at 10:00, reproduced at 17:00."""
    registered = Registered(at=at(23, 10), number="1", category=Category.C, severity=severity)
    return Incident.of([registered, Reproduced(at=at(23, 17)), *events])


class TestTarget:
    """4.10 The period counts from reproduction; its length is what the parties agreed."""

    def test_eight_hours_of_service_from_monday_17_end_on_tuesday_16(self) -> None:
        # Monday 17:00-19:00 is two hours, Tuesday 10:00-16:00 six.
        clock = agreed(EIGHT_HOURS).assess(incident(), at(24, 12))[Obligation.RESOLUTION_CLOCK]
        assert (clock.outcome, clock.nature) == (Outcome.PENDING, Nature.DUTY_BY)
        assert clock.due == at(24, 16)

    def test_it_is_missed_from_the_due_moment_on(self) -> None:
        agreement = agreed(EIGHT_HOURS)
        before = agreement.assess(incident(), at(24, 16) - timedelta(microseconds=1))
        assert before[Obligation.RESOLUTION_CLOCK].outcome is Outcome.PENDING
        assert before.next_change == at(24, 16)
        then = agreement.assess(incident(), at(24, 16))
        assert then[Obligation.RESOLUTION_CLOCK].outcome is Outcome.MISSED

    def test_resolved_at_the_very_moment_is_in_time_and_a_minute_later_is_not(self) -> None:
        for minute, outcome in ((0, Outcome.MET), (1, Outcome.MISSED)):
            record = incident(WorkStarted(at=at(23, 18)), Resolved(at=at(24, 16, minute)))
            answer = agreed(EIGHT_HOURS).assess(record, at(25, 12))
            assert answer[Obligation.RESOLUTION_CLOCK].outcome is outcome

    def test_how_late_is_counted_to_the_resolution(self) -> None:
        agreement = agreed(EIGHT_HOURS)
        record = incident(Resolved(at=at(24, 18, 30)))
        clock = agreement.assess(record, at(26, 12))[Obligation.RESOLUTION_CLOCK]
        late = clock.late(at(26, 12), agreement.calendar)
        assert late is not None
        assert late.business == BusinessSeconds(2 * 3600 + 1800)

    def test_the_customers_time_stands_out_of_it_where_it_is_read_so(self) -> None:
        # Asked on Tuesday at 11:00, answered at 13:00: two hours more, 16:00 becomes 18:00.
        record = incident(InformationRequested(at=at(24, 11)), InformationProvided(at=at(24, 13)))
        runs_on = agreed(EIGHT_HOURS)
        pauses = runs_on.with_readings(resolution_pause=ResolutionPause.PAUSES)
        assert runs_on.assess(record, at(24, 14))[Obligation.RESOLUTION_CLOCK].due == at(24, 16)
        assert pauses.assess(record, at(24, 14))[Obligation.RESOLUTION_CLOCK].due == at(24, 18)

    def test_a_level_has_its_own_target_before_that_of_the_category(self) -> None:
        agreement = agreed(TWO_DAYS, EIGHT_HOURS)
        own = agreement.assess(incident(), at(24, 9))[Obligation.RESOLUTION_CLOCK]
        other = agreement.assess(incident(severity=Severity.MINOR), at(24, 9))
        assert own.due == at(24, 16)
        # Eighteen hours: Monday 2, Tuesday 9, Wednesday 7.
        assert other[Obligation.RESOLUTION_CLOCK].due == at(25, 17)

    def test_without_one_it_stays_a_clock_with_no_length(self) -> None:
        clock = standard_support().assess(incident(), at(24, 9))[Obligation.RESOLUTION_CLOCK]
        assert (clock.nature, clock.due, clock.warnings) == (Nature.CLOCK, None, ())

    def test_warns_at_the_agreed_shares(self) -> None:
        # Of eight hours: four (Tuesday 12:00), six (14:00), seven hours twelve (15:12).
        agreement = agreed(EIGHT_HOURS, warn_at=(50, 75, 90))
        clock = agreement.assess(incident(), at(23, 18))[Obligation.RESOLUTION_CLOCK]
        found = [(warning.per_cent, warning.at) for warning in clock.warnings]
        assert found == [(50, at(24, 12)), (75, at(24, 14)), (90, at(24, 15, 12))]

    def test_says_stretch_by_stretch_how_the_time_is_used(self) -> None:
        clock = agreed(EIGHT_HOURS).assess(incident(), at(24, 9))[Obligation.RESOLUTION_CLOCK]
        told = explain(clock, language=Language.EN, form=Form.STEPS)
        assert "Monday, 23 November 2026: 17:00–19:00" in told
        assert "Tuesday, 24 November 2026: 10:00–16:00" in told

    def test_the_stretches_add_up_to_the_time_and_end_at_the_moment(self) -> None:
        answer = agreed(EIGHT_HOURS).assess(incident(), at(24, 9))
        verdicts = json.loads(dumps(answer))["verdicts"]
        (clock,) = (one for one in verdicts if one["obligation"] == "resolution-clock")
        (step,) = (step for step in clock["steps"] if step["step"] == "budget")
        spans = [
            (datetime.fromisoformat(span["start"]), datetime.fromisoformat(span["end"]))
            for span in step["stretches"]
        ]
        assert sum((end - start for start, end in spans), timedelta()) == timedelta(hours=8)
        assert (spans[0][0], spans[-1][1]) == (at(23, 17), at(24, 16))

    def test_agreements_and_assessments_with_targets_are_documents(self) -> None:
        agreement = agreed(EIGHT_HOURS, TWO_DAYS, warn_at=(50,))
        assert loads(dumps(agreement), Agreement) == agreement
        answer = agreement.assess(incident(), at(24, 9))
        assert loads(dumps(answer)) == answer


class TestRefusals:
    """What no clock can keep is refused."""

    def test_two_targets_for_one_kind(self) -> None:
        with pytest.raises(TargetsError) as refusal:
            Parameters(resolution_targets=(TWO_DAYS, TWO_DAYS))
        assert str(refusal.value) == (
            "two targets for one kind of incident: 2; give one target a category and level, "
            "and shares from 1 to 99 in order, each once"
        )

    @pytest.mark.parametrize("shares", [(50, 50), (90, 50), (0,), (100,)])
    def test_shares_out_of_order_or_out_of_range(self, shares: tuple[int, ...]) -> None:
        with pytest.raises(TargetsError):
            Parameters(warn_at=shares)

    def test_a_level_outside_c(self) -> None:
        with pytest.raises(LevelOutsideCError):
            Target(Category.B, Severity.MINOR, 60)

    @pytest.mark.parametrize("minutes", [0, -60, True])
    def test_no_time_at_all(self, minutes: int) -> None:
        with pytest.raises(WrongTypeError):
            Target(Category.B, None, minutes)
