"""Records of what happened that say something no record can."""

from __future__ import annotations

from datetime import UTC, date, datetime

from slarules import (
    AccountsIssued,
    Category,
    Closed,
    Closing,
    Commented,
    HelpDeskDown,
    Incident,
    Reclassified,
    Registered,
    ReplacementAgreed,
    ServiceRecord,
    Span,
    SupportPaid,
)

at = datetime(2026, 11, 23, 9, tzinfo=UTC)
first = Registered(at=at, number="7")
incident = Incident.of([first])

Registered(at, "7")  # refused: call
Registered(at=at)  # refused: call
Registered(at=at, number=7)  # refused: argument
Registered(at=at.date(), number="7")  # refused: argument
Registered(at=at, number="7", by="customer")  # refused: argument
Registered(at=at, number="7", category="C")  # refused: argument
Registered(at=at, number="7", severity=1)  # refused: argument
Registered(at=at, number="7", owner="us")  # refused: call
Commented(at=at, visible=True)  # refused: argument
Reclassified(at=at)  # refused: call
Closed(at=at, how=Closing.BY_NOBODY)  # refused: name
ReplacementAgreed(at=at, until="2026-12-01")  # refused: argument
AccountsIssued(at=at, count="2")  # refused: argument
SupportPaid(at=at)  # refused: call
Span(date(2026, 11, 23), at)  # refused: argument

print(first.category.value)  # refused: may be none
first.number = "8"  # refused: frozen
first.category = Category.B  # refused: frozen
print(first.urgency)  # refused: name

Incident.of(first)  # refused: argument
Incident.of([HelpDeskDown(at=at)])  # refused: item
ServiceRecord.of([first])  # refused: item
Incident.sorted([first]).number  # refused: name
incident.events.append(first)  # refused: name
incident.events = ()  # refused: frozen
first.urgency = 1  # refused: set
incident.with_event([first])  # refused: argument
