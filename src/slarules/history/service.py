"""What the record of the service says: outages, terms of support, accounts (2.2, 2.3, 3.1)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from slarules.events import (
    AccountsIssued,
    HelpDeskDown,
    HelpDeskRestored,
    Registered,
    RestorationAnnounced,
    SupportPaid,
    SupportSigned,
)
from slarules.readings import TermLastDay
from slarules.service import FOREVER, ServiceRecord, gaps

if TYPE_CHECKING:
    from datetime import date, datetime

    from slarules.history.lived import History
    from slarules.service import Service


_TERM_EVENTS: Final = (SupportSigned, SupportPaid)
"""What a record of support has if it says anything of it: a renewal has one of them before it."""
ACCOUNTS: Final = 2
"""How many accounts a Customer gets without asking (2.2; answer accounts-per)."""


def take_service(h: History, service: Service) -> None:
    """Take in the record of the service, or that none is given (2.2, 2.3, 3.1)."""
    if not isinstance(service, ServiceRecord):
        h.assumed["helpdesk-up"] = None
        h.assumed["support-in-force"] = None
        return
    h.outages = service.outages(h.as_of)
    # What is signed or paid after as_of is not known yet: it says nothing of what was before.
    if any(isinstance(e, _TERM_EVENTS) and e.at <= h.as_of for e in service.events):
        h.terms = service.terms(h.as_of, _support_begins(h), partial(_end_of_term, h))
        h.gaps = gaps(h.terms, h.as_of)
    else:
        h.assumed["support-in-force"] = None
    _accounts(h, service)
    entered = h.events[0]
    assert isinstance(entered, Registered)
    moments = (entered.at, entered.accepted_at, entered.called_at)
    begun = min(moment for moment in moments if moment is not None)
    _announcements(h, service, begun)


def _announcements(h: History, service: ServiceRecord, begun: datetime) -> None:
    """Look for restorations since a moment that nobody announced; ties go by the record."""
    owed: datetime | None = None
    for event in service.events:
        if event.at > h.as_of:
            break
        if isinstance(event, HelpDeskRestored):
            owed = event.at if event.at >= begun else None
        elif isinstance(event, RestorationAnnounced):
            owed = None
        elif isinstance(event, HelpDeskDown) and owed is not None:
            h.find("F-3.1-2", None, owed)
            owed = None
    if owed is not None:
        h.find("F-3.1-2", None, owed)


def _accounts(h: History, service: ServiceRecord) -> None:
    """Look for accounts the Customer is still to get (2.2); none on record says nothing."""
    issued = [
        event
        for event in service.events
        if isinstance(event, AccountsIssued) and event.at <= h.as_of
    ]
    if issued and sum(event.count for event in issued) < ACCOUNTS:
        h.find("F-2.2-1", None, issued[-1].at)


def _support_begins(h: History) -> Any:
    h.met("support-begins")
    return h.readings


def _end_of_term(h: History, through: date) -> datetime:
    """Return the moment a term ends whose last day is known (term-last-day)."""
    calendar = h.rules.calendar
    if through >= FOREVER.date():
        return FOREVER  # how a term without an end is often written
    if h.met("term-last-day") is TermLastDay.END_OF_LAST_DAY:
        return calendar.end_of(through)
    table = calendar.table
    last = through if table.flags[table.index(through)] else table.add(through, -1)
    return calendar.closing_on(last)
