"""The incident a row of columns stands for, as a record: what ``assess`` of an agreement takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.events import (
    Commented,
    InformationProvided,
    InformationRequested,
    Party,
    Registered,
    Reproduced,
    Resolved,
    ThirdPartyFixed,
)
from slarules.incident import Incident
from slarules.terms import Category

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.events import IncidentEvent
    from slarules.terms import Severity


def incident_of(
    number: str,
    registered: datetime,
    *,
    category: Category | None = None,
    severity: Severity | None = None,
    reaction: datetime | None = None,
    question: datetime | None = None,
    answer: datetime | None = None,
    reproduced: datetime | None = None,
    resolved: datetime | None = None,
) -> Incident:
    """
    Return the record of the incident that a row of these columns stands for.

    Args:
        number: The unique number of the incident (2.1).
        registered: When it was registered, through the web interface and by the Customer (3.2).
        category: What it was registered as; None where unclassified (3.6).
        severity: Its level, in C (4.5).
        reaction: When the Executor first commented on it (3.3).
        question: When the Executor asked for information, marked as such (4.11).
        answer: When the Customer gave information (4.11).
        reproduced: When the Executor marked that it reproduced the problem on its bench (3.4).
        resolved: When the Executor recorded it as resolved; in B, the owner of the software fixed
            the problem right before (4.4).
    Events of one instant are recorded in this order: registration, reaction, reproduction,
    question, answer, fix, resolution.
    """
    events: list[IncidentEvent] = [
        Registered(at=registered, number=number, category=category, severity=severity)
    ]
    if reaction is not None:
        events.append(Commented(at=reaction))
    if reproduced is not None:
        events.append(Reproduced(at=reproduced))
    if question is not None:
        events.append(InformationRequested(at=question))
    if answer is not None:
        events.append(InformationProvided(at=answer))
    if resolved is not None:
        if category is Category.B:
            events.append(ThirdPartyFixed(at=resolved, by=Party.THIRD_PARTY))
        events.append(Resolved(at=resolved))
    return Incident.sorted(events)[0]
