"""The service and the registration: HelpDesk up or down, support in force, the official moment."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from tests.oracles import walk
from tests.oracles.matter.record import (
    NEVER,
    OUTSIDE_HELPDESK,
    SUPPORT_EVENTS,
    Case,
    Happening,
    chosen,
    is_entry,
    remembering,
    verdict,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.oracles.walk import Window

# ------------------------------------------------------------------------ HelpDesk up or down (3.1)


def outages(case: Case) -> list[Window]:
    """3.1: from each failure of the web interface to the next restoration, or without end."""
    found = []
    for place, event in enumerate(case.service):
        if event["kind"] == "help-desk-down":
            ends = [e["at"] for e in case.service[place:] if e["kind"] == "help-desk-restored"]
            found.append((event["at"], ends[0] if ends else NEVER))
    return found


def is_down(case: Case, moment: datetime) -> bool:
    """3.1: whether the web interface is down; with nothing on record it is up."""
    return any(start <= moment < end for start, end in outages(case))


def said_outside(event: Happening) -> bool:
    """3.1: whether the entry was said by telephone, hotline or somebody's own mail."""
    return event["channel"] in OUTSIDE_HELPDESK


def said(event: Happening) -> datetime:
    """Return when the entry was said: when it was entered, where nothing else is given."""
    moment: datetime = event.get("said_at") or event["at"]
    return moment


# --------------------------------------------------------------------------- support in force (2.3)


@remembering
def terms(case: Case) -> list[Window]:
    """
    2.3: the stretches for which support was agreed, half-open; the first contract, then others.

    A contract ends with the last day paid for or prolonged to (term-last-day). What is signed or
    renewed after the end begins another [support-resumes]; a payment after the end belongs to it.
    """
    found: list[tuple[datetime, list[date]]] = []
    signed: datetime | None = None
    paid: datetime | None = None
    through: list[date] = []
    for event in case.service:
        kind, at = event["kind"], event["at"]
        if kind not in SUPPORT_EVENTS:
            continue
        if found and at <= end_of_term(case, found[-1][1]):  # at or before the end: it prolongs
            if "through" in event:
                found[-1][1].append(event["through"])
            continue
        if "through" in event:
            through.append(event["through"])
        if not found:
            signed = signed or (at if kind == "support-signed" else None)
            paid = paid or (at if kind == "support-paid" else None)
            begins = {
                "signed-and-paid": max(signed, paid) if signed and paid else None,
                "paid": paid,
                "signed": signed,
            }[chosen(case, "support-begins")]
        else:
            begins = at if kind != "support-paid" else None
        if begins is not None:
            found.append((begins, through))
            through = []
    return [(begins, end_of_term(case, days)) for begins, days in found]


def end_of_term(case: Case, through: Sequence[date]) -> datetime:
    """2.3: the end of the greatest last day, at 24:00 or at the last closing not after it."""
    if not through or max(through).year == date.max.year:
        return NEVER
    day = max(through)
    if chosen(case, "term-last-day") == "end-of-last-day":
        return walk.end_of_day(case.desk.zone, day)
    while not case.desk.is_business_day(day):
        day -= timedelta(days=1)
    return walk.closing_of(case.desk, day)


def nothing_known_of_support(case: Case) -> bool:
    """Return whether no signature, payment or renewal is on record: support is taken as given."""
    return not any(event["kind"] in SUPPORT_EVENTS for event in case.service)


def in_force(case: Case, moment: datetime) -> bool:
    """2.3: whether support is given at the moment."""
    if nothing_known_of_support(case):
        return True
    return any(start <= moment < end for start, end in terms(case))


@remembering
def gaps(case: Case) -> list[Window]:
    """2.3: the stretches after an end and before the next beginning, those begun by now."""
    found = []
    next_terms = [*terms(case)[1:], (NEVER, NEVER)]
    for (begins, ends), (until, _) in zip(terms(case), next_terms, strict=False):
        over = max(begins, ends)  # a contract paid for through a day gone by has ended as it begins
        if over <= case.as_of and over < until:
            found.append((over, until))
    return found


def support(case: Case) -> dict[str, Any]:
    """2.3: whether the incident is served at all."""
    if nothing_known_of_support(case):
        return verdict("pending")
    for start, end in terms(case):
        if start <= case.as_of < end:
            return verdict("pending", due=None if end == NEVER else end, since=start)
    return verdict("not-applicable" if terms(case) else "not-started")


def served_without_support(case: Case) -> Iterator[tuple[str, int]]:
    """2.3: entries of the Executor after the end and outside any term."""
    for i, event in enumerate(case.events):
        outside = any(start <= event["at"] < end for start, end in gaps(case))
        if is_entry(event) and event["by"] == "executor" and outside:
            yield "F-2.3-1", i


# --------------------------------------------------------------------- registration (2.1, 3.1, 3.2)


def called_in_normal_operation(case: Case) -> datetime | None:
    """2.1: when the hotline was called while HelpDesk was up; None for any other registration."""
    event = case.events[0]
    called: datetime = event.get("called_at") or event.get("accepted_at") or event["at"]
    return called if event["channel"] == "hotline" and not is_down(case, called) else None


def taken_in_outage(case: Case) -> datetime | None:
    """3.1: when the Executor took the matter outside HelpDesk because HelpDesk was down."""
    event = case.events[0]
    taken: datetime | None = event.get("accepted_at") or event.get("called_at")
    if not said_outside(event) or called_in_normal_operation(case) is not None:
        return None
    return taken if taken is not None and is_down(case, taken) else None


def registered_at(case: Case) -> datetime | None:
    """3.2: the official moment of registration; None where the matter is not registered."""
    event = case.events[0]
    at: datetime = event["at"]
    if called_in_normal_operation(case) is not None:
        moments: dict[str, datetime | None] = {
            "when-the-record-is-made": at,
            "at-the-call": event.get("called_at", at),
            "not-registered": None,
        }
        return moments[chosen(case, "hotline-registration")]
    taken = taken_in_outage(case)
    if taken is not None and chosen(case, "outage-registration") == "on-acceptance":
        return taken
    return at


def registered_by_no_channel(case: Case) -> Iterator[tuple[str, int]]:
    """2.1: registered neither by the web interface nor by the hotline nor for an outage."""
    official_channel = case.events[0]["channel"] in {"web", "hotline"}
    if not official_channel and taken_in_outage(case) is None:
        yield "F-2.1-1", 0


def first_moment(case: Case) -> datetime:
    """3.1: the first the Executor could know of the matter."""
    event = case.events[0]
    moments: list[datetime] = [
        event[name] for name in ("at", "called_at", "accepted_at") if name in event
    ]
    return min(moments)


def start(case: Case) -> datetime:
    """Return the official registration, or where there is none, when the record was made."""
    at: datetime = case.events[0]["at"]
    return registered_at(case) or at
