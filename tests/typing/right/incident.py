"""A helpdesk that keeps the record of an incident and asks what is owed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import assert_never, assert_type

from slarules import (
    AccountsIssued,
    Amount,
    Assessment,
    Category,
    Closed,
    Closing,
    Commented,
    HelpDeskDown,
    HelpDeskRestored,
    Incident,
    IncidentEvent,
    Obligation,
    Outcome,
    Party,
    Registered,
    Sensitivity,
    ServiceEvent,
    ServiceRecord,
    Severity,
    SupportPaid,
    SupportRenewed,
    SupportSigned,
    Verdict,
    dumps,
    loads,
    standard_support,
)
from slarules.events import RestorationAnnounced
from slarules.sensitivity import Effect

MON_2026_11_23 = datetime(2026, 11, 23, 9, tzinfo=UTC)
support = standard_support()

events: list[IncidentEvent] = [
    Commented(at=MON_2026_11_23 + timedelta(hours=1)),
    Registered(at=MON_2026_11_23, number="7", category=Category.C, severity=Severity.MINOR),
]
incident, moved = Incident.sorted(events)
assert_type(incident, Incident)
assert_type(moved, int)
assert_type(incident.registration.category, Category | None)
later = incident.with_event(
    Closed(at=MON_2026_11_23 + timedelta(days=9), how=Closing.BY_CUSTOMER, by=Party.CUSTOMER)
)
service = ServiceRecord.of(
    [
        HelpDeskDown(at=MON_2026_11_23 - timedelta(hours=3)),
        HelpDeskRestored(at=MON_2026_11_23 - timedelta(hours=2)),
    ]
)

answer = support.assess(later, MON_2026_11_23 + timedelta(days=10), service=service)
assert_type(answer, Assessment)
assert_type(answer[Obligation.REACTION], Verdict)
assert_type(answer.next_change, datetime | None)
assert_type(dumps(answer), str)
assert_type(loads(dumps(later), Incident), Incident)
assert_type(loads(dumps(later)), object)

changed = support.sensitivity(later, MON_2026_11_23 + timedelta(days=10))
assert_type(changed, Sensitivity)
assert_type(changed.effects, tuple[Effect, ...])


def late(verdict: Verdict, as_of: datetime) -> str:
    """Word by how much a verdict was missed."""
    amount = verdict.late(as_of, support.calendar)
    assert_type(amount, Amount | None)
    if verdict.outcome is not Outcome.MISSED or amount is None:
        return "in time"
    return f"late by {timedelta(seconds=amount.business)} of service hours"


def shown(event: ServiceEvent) -> str:
    """Word what happened to the service, whatever it was."""
    match event:
        case HelpDeskDown() | HelpDeskRestored() | RestorationAnnounced():
            return type(event).__name__
        case AccountsIssued(count=count):
            return f"{count} accounts"
        case SupportPaid(through=through) | SupportRenewed(through=through):
            return f"support through {through}"
        case SupportSigned():
            return f"signed {event.at}"
        case _ as unreachable:
            assert_never(unreachable)


assert late(answer[Obligation.REACTION], answer.as_of) == "in time"
assert [shown(event) for event in service.events] == ["HelpDeskDown", "HelpDeskRestored"]
