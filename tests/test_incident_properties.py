"""2.1–4.12: what holds of every incident, whoever did whatever in it, and of every answer to it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from slarules import testing
from slarules.agreement import Agreement, standard_support
from slarules.calendar import BusinessCalendar
from slarules.derivation_json import steps_json
from slarules.events import Registered
from slarules.incident import Incident
from slarules.parameters import STANDARD, same_hours
from slarules.service import UNRECORDED, Service, ServiceRecord
from slarules.steps import ChoiceStep, HourStep
from slarules.terms import Category, Obligation
from tests.oracles.official import official_days
from tests.oracles.steps import due_of
from tests.proves import proves
from tests.test_sensitivity import essence

if TYPE_CHECKING:
    from slarules.assess import Assessment

CLOCKS = (UTC, *map(ZoneInfo, ("Europe/Moscow", "Asia/Kamchatka", "America/St_Johns")))
SUPPORT = standard_support()
COUNTED = (Obligation.REACTION, Obligation.REPLACEMENT_SEARCH, Obligation.AUTOMATIC_CLOSING)
"""What falls due by a count; the end of support (2.3) is a date on record."""


@st.composite
def cases(draw: st.DrawFn, *, most: int = 8) -> tuple[Agreement, Incident, Service, datetime]:
    """Return an agreement, an incident, a record of the service or none, and a moment to judge."""
    agreement = draw(testing.agreements())
    happened = draw(testing.incidents(most=most))
    service: Service = UNRECORDED
    if draw(st.booleans()):
        service = draw(testing.service_records(most=most))
    as_of = draw(testing.as_of_for(happened, service=service, agreement=agreement))
    return agreement, happened, service, as_of


def judged(
    case: tuple[Agreement, Incident, Service, datetime],
) -> Assessment:
    agreement, happened, service, as_of = case
    return agreement.assess(happened, as_of, service=service)


class TestTheRecord:
    """2.1, 3.2 Only the record counts, in the order HelpDesk got it."""

    @proves("2.1", "3.2", kills="later-events-known")
    @given(cases())
    def test_what_is_recorded_later_changes_nothing_said_of_before(
        self, case: tuple[Agreement, Incident, Service, datetime]
    ) -> None:
        agreement, happened, service, as_of = case
        known = Incident.of(event for event in happened.events if event.at <= as_of)
        beside = service
        if isinstance(service, ServiceRecord):
            beside = ServiceRecord.of(event for event in service.events if event.at <= as_of)
        assert judged((agreement, known, beside, as_of)) == judged(case)

    @proves("3.2", kills="appended-first")
    @given(testing.incidents(most=8))
    def test_it_grows_into_what_it_is_made_of_at_once(self, happened: Incident) -> None:
        grown = Incident.of(happened.events[:1])
        for event in happened.events[1:]:
            grown = grown.with_event(event)
        assert grown == happened

    @proves("3.2", kills="sorted-without-moments")
    @settings(max_examples=60)
    @given(st.data(), testing.incidents(most=10))
    def test_whatever_order_it_came_in_it_is_put_in_its_own(
        self, data: st.DataObject, happened: Incident
    ) -> None:
        """Of one instant the order given stays; of several, none that was given matters."""
        at_once: dict[datetime, list[Any]] = {}
        for event in happened.events:
            at_once.setdefault(event.at, []).append(event)
        shuffled = [
            event for at in data.draw(st.permutations(list(at_once))) for event in at_once[at]
        ]
        put_in_order, moved = Incident.sorted(shuffled)
        assert put_in_order == happened
        assert (moved == 0) == (shuffled == list(happened.events))


class TestAnybodysClock:
    """1.1, 4.3 Whose clock a moment came on changes no answer."""

    @proves("1.1", "3.2", kills="clock-face-of-an-event-counts")
    @given(cases(), st.sampled_from(CLOCKS))
    def test_the_same_record_told_on_another_clock_is_judged_the_same(
        self, case: tuple[Agreement, Incident, Service, datetime], clock: Any
    ) -> None:
        agreement, happened, service, as_of = case
        there = Incident.of([elsewhere(event, clock) for event in happened.events])
        assert agreement.assess(there, as_of.astimezone(clock), service=service) == judged(case)


def elsewhere(event: Any, clock: Any) -> Any:
    """Return the event with every moment of it told on that clock."""
    fields = {name: getattr(event, name) for name in event._fields}
    return type(event)(
        **{
            name: value.astimezone(clock) if isinstance(value, datetime) else value
            for name, value in fields.items()
        }
    )


@cache
def told_day_by_day() -> Agreement:
    """Return the agreement over a calendar with the same days off, told as a seven-day week."""
    listed = official_days()
    calendar = BusinessCalendar(
        zone="Europe/Moscow",
        week=same_hours(7, STANDARD.week[0][0]),
        first=min(listed),
        last=max(listed),
        decreed_through=max(listed),
        days_off=[row.day for row in listed.values() if not row.working],
    )
    return SUPPORT.with_calendar(calendar)


class TestEquivalentCalendars:
    """1.1 Business days are business days, in whatever way they were told."""

    @proves("1.1", kills="worked-saturday-off")
    @given(testing.incidents(first=date(2024, 4, 1), last=date(2025, 1, 31), most=6), st.data())
    def test_give_equal_verdicts(self, happened: Incident, data: st.DataObject) -> None:
        as_of = data.draw(testing.as_of_for(happened))
        one, other = SUPPORT.assess(happened, as_of), told_day_by_day().assess(happened, as_of)
        assert one.verdicts == other.verdicts
        assert one.next_change == other.next_change
        assert one.findings == other.findings


class TestLaterRegistration:
    """4.3, 4.4 Registering later never makes anything due earlier."""

    @proves("4.3", "4.4", kills="reasoned-day-off-looks-back")
    @given(testing.moments(zone=UTC), st.timedeltas(timedelta(0), timedelta(days=5)))
    def test_of_two_incidents_the_later_is_not_due_first(
        self, at: datetime, after: timedelta
    ) -> None:
        early, late = (
            SUPPORT.assess(
                Incident.of([Registered(at=moment, number="1", category=Category.B)]), at_
            )
            for moment, at_ in ((at, at), (at + after, at + after))
        )
        for obligation in (Obligation.REACTION, Obligation.REPLACEMENT_SEARCH):
            first, second = early[obligation].due, late[obligation].due
            assert first is not None
            assert second is not None
            assert first <= second


class TestSensitivity:
    """4.3 and the rest: a reading matters where switching it by hand changes something."""

    @proves("4.3", "4.11", kills="last-consulted-forgotten")
    @settings(max_examples=40)
    @given(cases(most=5))
    def test_names_the_readings_that_switching_by_hand_shows_to_matter(
        self, case: tuple[Agreement, Incident, Service, datetime]
    ) -> None:
        agreement, happened, service, as_of = case
        found = agreement.sensitivity(happened, as_of, service=service)
        base = essence(judged(case))
        by_hand = {
            choice
            for choice, readings in agreement.readings.flipped()
            if essence(agreement.under(readings).assess(happened, as_of, service=service)) != base
        }
        named = {effect.readings[0] for effect in found.effects if len(effect.readings) == 1}
        assert named == by_hand


class TestDerivation:
    """4.3, 4.4, 4.11 What a verdict says of a due moment, its own steps lead to."""

    @proves("4.3", "4.4", "4.11", kills="skips-nothing")
    @given(cases())
    def test_the_steps_of_every_verdict_lead_to_its_due_moment(
        self, case: tuple[Agreement, Incident, Service, datetime]
    ) -> None:
        found = judged(case)
        for obligation in COUNTED:
            verdict = found[obligation]
            if verdict.due is None:
                continue
            ending = next(n for n, step in enumerate(verdict.steps) if isinstance(step, HourStep))
            steps = json.loads(json.dumps(steps_json(verdict.steps[: ending + 1])))
            moments = [due_of(steps), *(s.at for s in verdict.steps if isinstance(s, ChoiceStep))]
            assert verdict.due in moments
