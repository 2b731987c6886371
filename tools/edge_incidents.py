"""Incidents on the edges where readings part, made from a seed and always the same."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

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
