"""Work on an incident, and its end (3.4, 4.2, 4.4, 4.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.events import Access, Closing, Place, Route
from slarules.history.states import (
    C4,
    CLOSED,
    CUSTOMER,
    EXECUTOR,
    OPEN,
    RESOLVED,
    WITHDRAWN,
    B,
    Move,
)
from slarules.terms import Category

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.events import (
        Closed,
        Confirmed,
        FixDelivered,
        ImpossibilityStated,
        RecommendationGiven,
        Reopened,
        ReplacementSearchStarted,
        Reproduced,
        Resolved,
        Routed,
        ThirdPartyFixed,
        Withdrawn,
        WorkaroundFailed,
        WorkaroundProvided,
        WorkStarted,
    )
    from slarules.history.lived import History


def reproduced(h: History, place: int, event: Reproduced) -> None:
    """Keep a reproduction that starts the clock (3.4, 4.10)."""
    remote = event.access is Access.REMOTE
    seen = remote or event.place is Place.EXECUTOR_BENCH
    by_right = event.by is EXECUTOR or (event.by is CUSTOMER and remote)
    effective = seen and by_right
    if not effective:
        h.find("F-3.4-2", place, event.at)
    elif h.is_classifiable():
        h.reproductions.append(place)


def resolved(h: History, place: int, event: Resolved) -> None:
    """Take the Executor's record of the resolution."""
    if event.by is not EXECUTOR:
        h.find("F-4.11-7", place, event.at)
        return
    if h.state is not OPEN:
        return
    h.state = RESOLVED
    h.recorded_at = event.at
    h.end_requests(event.at)
    if h.standing.category in {Category.B, Category.C}:
        if not h.reproductions:
            h.find("F-3.4-1", place, event.at)
        if not h.work_started:
            h.find("F-3.4-3", place, event.at)
    if h.standing is B and h.fixed_at is None and h.workaround_at is None:
        h.find("F-4.4-1", place, event.at)
    unredefined(h, place, event.at)


def closed(h: History, place: int, event: Closed) -> None:
    """Close by hand."""
    if event.how is Closing.AUTOMATICALLY:
        if not h.is_silenced():
            h.find("F-4.11-1", place, event.at)
        return
    wanted = EXECUTOR if event.how is Closing.BY_EXECUTOR else CUSTOMER
    if event.by is not wanted:
        h.find("F-4.11-7", place, event.at)
    elif h.is_classifiable():
        if h.state is OPEN:
            unredefined(h, place, event.at)
        h.state = CLOSED
        h.ended_at = event.at
        h.end_requests(event.at)


def withdrew(h: History, place: int, event: Withdrawn) -> None:
    """Take the incident back."""
    if event.by is not CUSTOMER:
        h.find("F-4.11-7", place, event.at)
        return
    h.state = WITHDRAWN
    h.withdrawn_at = event.at
    h.ended_at = h.ended_at or event.at
    h.end_requests(event.at)


def reopened(h: History, place: int, event: Reopened) -> None:
    """Open the incident again."""
    if h.state is OPEN:
        h.find("F-4.11-6", place, event.at)
    else:
        h.open_again()


def worked_around(h: History, _place: int, event: WorkaroundProvided) -> None:
    """Keep a workaround (4.4, 4.7)."""
    if h.is_classifiable() and h.workaround_at is None:
        h.workaround_at = event.at


def workaround_failed(h: History, _place: int, event: WorkaroundFailed) -> None:
    """Take back a workaround that failed; what rested on it alone is open again (4.4)."""
    if not h.is_classifiable() or h.workaround_at is None:
        return
    h.workaround_at = None
    h.workaround_failed_at = event.at
    if h.state is RESOLVED and h.standing is B:
        h.state = OPEN
        h.silence = Move.NONE
        h.recorded_at = None


def fixed(h: History, _place: int, event: ThirdPartyFixed) -> None:
    """Keep the fix by the owner of the software (4.4)."""
    h.keep("fixed_at", event.at)


def delivered(h: History, _place: int, event: FixDelivered) -> None:
    """Keep the delivery of a fix."""
    h.keep("delivered_at", event.at)


def confirmed(h: History, _place: int, event: Confirmed) -> None:
    """Keep the Customer's confirmation."""
    if event.by is CUSTOMER:
        h.keep("confirmed_at", event.at)


def impossible(h: History, _place: int, event: ImpossibilityStated) -> None:
    """Keep a statement that the problem cannot be solved (4.4)."""
    # Whether it was solved by then is judged later: a workaround may fail, as if never given.
    if event.by is not CUSTOMER and h.may_act() and h.standing is B:
        h.impossible.append(event.at)


def search_started(h: History, _place: int, event: ReplacementSearchStarted) -> None:
    """Keep the start of the search for a replacement (4.4)."""
    if event.by is EXECUTOR and h.may_act() and h.standing is B:
        h.search_at = h.search_at or event.at


def recommended(h: History, _place: int, event: RecommendationGiven) -> None:
    """Keep the advice given (4.1)."""
    if event.by is EXECUTOR:
        h.keep("recommended_at", event.at)


def routed(h: History, _place: int, event: Routed) -> None:
    """Note what a route takes for granted (4.2)."""
    if event.route is Route.SPECIFIC:
        h.assumed["route-undecided"] = None  # the agreement it takes is no event of ours


def began_work(h: History, _place: int, event: WorkStarted) -> None:
    """Keep that work has begun (3.4)."""
    if event.by is EXECUTOR and h.may_act():
        h.work_started = True


def unredefined(h: History, place: int | None, at: datetime) -> None:
    """Note an end of what was held to be no error and never moved to A or D (4.9)."""
    if h.standing is C4:
        h.find("F-4.9-1", place, at)
