"""Sensitivity equals brute force over every single reading and every pair."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import combinations
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from slarules.agreement import standard_support
from slarules.assess import Assessment
from slarules.events import (
    Access,
    Channel,
    Commented,
    Confirmed,
    FixDelivered,
    HelpDeskDown,
    HelpDeskRestored,
    IncidentEvent,
    InformationProvided,
    InformationRequested,
    Made,
    Party,
    Place,
    ReclassificationAgreed,
    ReclassificationProposed,
    Reclassified,
    Registered,
    Reproduced,
    Resolved,
    StatusChanged,
    SupportPaid,
    SupportSigned,
    Visibility,
    WorkaroundFailed,
    WorkaroundProvided,
)
from slarules.incident import Incident
from slarules.readings import SWITCHES, Readings
from slarules.sensitivity import Sensitivity
from slarules.service import UNRECORDED, Service, ServiceRecord
from slarules.terms import Category, Severity

MOSCOW: Final = ZoneInfo("Europe/Moscow")
MON_2026_11_23: Final = datetime(2026, 11, 23, tzinfo=MOSCOW)


def incident_of(seed: int) -> tuple[Incident, datetime, Service]:
    """Make an incident whose moments fall on the edges where readings part."""
    draw = Random(seed)
    hours = (3, 9.5, 11.9, 12, 12, 15, 18.9, 19, 20.25, 23.5)

    def moment(days: int) -> datetime:
        return MON_2026_11_23 + timedelta(days=days, hours=draw.choice(hours))

    start = moment(draw.randrange(0, 9))
    category = draw.choice([*Category, Category.B, Category.C, None])
    level = draw.choice([None, *Severity]) if category is Category.C else None
    channel = draw.choice([Channel.WEB, Channel.WEB, Channel.HOTLINE, Channel.PHONE])
    called = None if channel is Channel.WEB else start - timedelta(minutes=draw.choice((5, 45)))
    events: list[IncidentEvent] = [
        Registered(
            at=start,
            number=str(seed),
            channel=channel,
            category=category,
            severity=level,
            called_at=called,
            accepted_at=called if channel is Channel.PHONE else None,
        )
    ]
    days = 0
    while len(events) < draw.randrange(4, 9):
        days += draw.choice((0, 1, 1, 2, 3, 6))
        at = max(moment((start - MON_2026_11_23).days + days), events[-1].at + timedelta(minutes=1))
        events.append(_event(draw, at))
    as_of = events[-1].at + timedelta(days=draw.choice((0, 0, 1, 4, 30, 100)))
    service: Service = UNRECORDED
    if draw.random() < 0.5:  # noqa: PLR2004 - half of them
        down = start - timedelta(hours=1)
        service = ServiceRecord.of(
            [
                SupportSigned(at=start - timedelta(days=300)),
                SupportPaid(
                    at=start - timedelta(days=299),
                    through=(start + timedelta(days=draw.choice((0, 1, 3, 400)))).date(),
                ),
                HelpDeskDown(at=down),
                HelpDeskRestored(at=down + timedelta(hours=draw.choice((2, 30)))),
            ]
        )
    return Incident.of(events), as_of, service


def _event(draw: Random, at: datetime) -> IncidentEvent:
    kinds: list[IncidentEvent] = [
        InformationRequested(at=at),
        InformationRequested(at=at, request="second"),
        InformationProvided(at=at),
        Commented(at=at, by=Party.CUSTOMER),
        Commented(at=at, made=draw.choice([*Made]), visible=draw.choice([*Visibility])),
        StatusChanged(at=at, status="taken"),
        Reproduced(at=at, stated_at=at - timedelta(hours=3)),
        Reproduced(at=at, place=Place.CUSTOMER_BENCH, access=draw.choice([*Access])),
        ReclassificationProposed(at=at, category=draw.choice([*Category])),
        ReclassificationAgreed(at=at),
        Reclassified(at=at, category=draw.choice([Category.A, Category.D, Category.B])),
        WorkaroundProvided(at=at),
        WorkaroundFailed(at=at),
        FixDelivered(at=at),
        Resolved(at=at),
        Confirmed(at=at),
        Commented(at=at, channel=Channel.PHONE, said_at=at - timedelta(hours=2)),
    ]
    return draw.choice(kinds)


def essence(answer: Assessment) -> dict[str, object]:
    """What an assessment comes to, part by part, without its reasons."""
    parts: dict[str, object] = {
        verdict.obligation.value: (
            verdict.outcome,
            verdict.due,
            verdict.since,
            verdict.until,
            verdict.conditional_on,
            verdict.waits_for,
        )
        for verdict in answer.verdicts
    }
    parts["registered"] = answer.registered_at
    parts["state"] = answer.state
    parts["findings"] = tuple(finding.id for finding in answer.findings)
    return parts


def choices() -> list[tuple[str, str]]:
    """Every other option of every switch."""
    return [
        (switch, str(option.value))
        for switch, options in SWITCHES.items()
        for option in list(options)[1:]
    ]


def by_brute_force(
    incident: Incident, as_of: datetime, service: Service
) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Yield each single choice and each pair that changes something, and the parts it changes."""

    def under(*chosen: tuple[str, str]) -> dict[str, object]:
        readings = Readings.of(f"{switch}={option}" for switch, option in chosen)
        agreement = standard_support(readings=readings)
        return essence(agreement.assess(incident, as_of, service=service))

    base = under()
    singles = {choice: under(choice) for choice in choices()}
    for choice, parts in singles.items():
        if changed := {part for part in base if parts[part] != base[part]}:
            yield (f"{choice[0]}={choice[1]}",), changed
    for first, second in combinations(choices(), 2):
        if first[0] == second[0]:
            continue
        parts = under(first, second)
        if changed := {
            part
            for part in base
            if parts[part] not in (base[part], singles[first][part], singles[second][part])
        }:
            yield (f"{first[0]}={first[1]}", f"{second[0]}={second[1]}"), changed


def by_sensitivity(found: Sensitivity) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Yield the same from the answer under test."""
    for effect in found.effects:
        parts: set[str] = set()
        for change in effect.changes:
            kind = type(change).__name__
            named = {"RegistrationChange": "registered", "StateChange": "state"}
            obligation = getattr(change, "obligation", None)
            parts.add(obligation.value if obligation else named.get(kind, "findings"))
        yield effect.readings, parts


def in_any_order(
    effects: Iterator[tuple[tuple[str, ...], set[str]]],
) -> set[tuple[frozenset[str], frozenset[str]]]:
    return {(frozenset(readings), frozenset(parts)) for readings, parts in effects}


class TestSensitivity:
    """The readings that matter are named, the rest are not; alone and in pairs."""

    @pytest.mark.parametrize("seed", range(200))
    def test_equals_brute_force(self, seed: int) -> None:
        incident, as_of, service = incident_of(seed)
        found = standard_support().sensitivity(incident, as_of, service=service)
        expected = in_any_order(by_brute_force(incident, as_of, service))
        assert in_any_order(by_sensitivity(found)) == expected

    def test_says_how_many_assessments_it_took(self) -> None:
        incident, as_of, service = incident_of(1)
        found = standard_support().sensitivity(incident, as_of, service=service)
        assert 1 < found.assessed < len(choices()) ** 2 // 2  # noqa: PLR2004
