"""Event after event: what every entry does, and what it does by its kind."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from slarules.events import (
    Closed,
    Confirmed,
    Entry,
    FixDelivered,
    ImpossibilityStated,
    InformationProvided,
    InformationRequested,
    LevelAgreed,
    Notified,
    ReclassificationAgreed,
    ReclassificationProposed,
    ReclassificationRefused,
    Reclassified,
    RecommendationGiven,
    Reopened,
    ReplacementSearchStarted,
    Reproduced,
    RequestWithdrawn,
    Resolved,
    Routed,
    ThirdPartyFixed,
    Withdrawn,
    WorkaroundFailed,
    WorkaroundProvided,
    WorkStarted,
)
from slarules.history.reaction import note_reaction
from slarules.history.silence import asked, customer_entry, expire, withdrew_request
from slarules.history.standings import agreed, level_agreed, proposed, reclassified, refused
from slarules.history.states import CUSTOMER, EXECUTOR, OFF_SYSTEM, THIRD_PARTY, WITHDRAWN
from slarules.history.work import (
    began_work,
    closed,
    confirmed,
    delivered,
    fixed,
    impossible,
    recommended,
    reopened,
    reproduced,
    resolved,
    routed,
    search_started,
    withdrew,
    workaround_failed,
    worked_around,
)
from slarules.service import around

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from slarules.history.lived import History


def live(h: History) -> None:
    """Live through the events; a silence ends between them."""
    for place in range(1, len(h.events)):
        event = h.events[place]
        at = event.at
        if h.requests.open:
            expire(h, at, isinstance(event, Entry) and event.by is CUSTOMER)
        if isinstance(event, Entry):
            effective = _entry(h, place, event)
            if effective and h.state is not WITHDRAWN:
                do = _ACTS.get(type(event))
                if do is not None:
                    do(h, place, event)
    if h.requests.open:
        expire(h, h.as_of, by_customer=False)
    _notices(h)


def _entry(h: History, place: int, event: Entry) -> bool:
    """Do what any entry does; return whether it may have an effect of its own."""
    said = event.said_at or event.at
    if event.channel in OFF_SYSTEM and event.by is not THIRD_PARTY and not h.is_down(said):
        h.find("F-3.1-1", place, event.at)
    if isinstance(event, InformationProvided) and _answers_nothing(h):
        h.find("F-4.11-4", place, event.at)
    if event.by is EXECUTOR:
        if h.gaps and around(h.gaps, event.at) is not None:
            h.find("F-2.3-1", place, event.at)
        note_reaction(h, event)
        return True
    if event.by is CUSTOMER:
        return customer_entry(h, place, event)
    return True


def _answers_nothing(h: History) -> bool:
    """Return whether an answer would find no request, in an incident that could have one."""
    return not (h.requests or h.is_silenced() or h.state is WITHDRAWN)


def _notices(h: History) -> None:
    """Look for actions of which HelpDesk told nobody (3.5)."""
    events = h.events
    if Notified not in set(map(type, events)):
        h.assumed["notices-sent"] = None
        return
    for place, event in enumerate(events[1:], start=1):
        told = place + 1 < len(events) and isinstance(events[place + 1], Notified)
        if isinstance(event, Entry) and not told:
            h.find("F-3.5-1", place, event.at)


_ACTS: Final[Mapping[type, Callable[[History, int, Any], None]]] = MappingProxyType(
    {
        InformationRequested: asked,
        RequestWithdrawn: withdrew_request,
        ReclassificationProposed: proposed,
        ReclassificationAgreed: agreed,
        ReclassificationRefused: refused,
        Reclassified: reclassified,
        LevelAgreed: level_agreed,
        Reproduced: reproduced,
        Routed: routed,
        WorkStarted: began_work,
        RecommendationGiven: recommended,
        WorkaroundProvided: worked_around,
        WorkaroundFailed: workaround_failed,
        ThirdPartyFixed: fixed,
        ImpossibilityStated: impossible,
        ReplacementSearchStarted: search_started,
        FixDelivered: delivered,
        Resolved: resolved,
        Confirmed: confirmed,
        Closed: closed,
        Reopened: reopened,
        Withdrawn: withdrew,
    }
)
"""What an event does to the state; the others are kept and change nothing."""
