"""Requests for information, and the silence after them (4.11)."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from slarules.errors import CalendarRangeError
from slarules.events import Commented, Reopened
from slarules.history.states import CLOSED, EXECUTOR, IN_HELPDESK, INTERNAL, OPEN, VISIBLE, Move
from slarules.history.work import unredefined
from slarules.readings import CustomerCommentRestarts, LateAnswer, OpenQuestions

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.deadlines import Deadline
    from slarules.events import Entry, InformationRequested, RequestWithdrawn
    from slarules.history.lived import History
    from slarules.open_requests import Silence


def closing_deadline(h: History) -> Deadline | None:
    """Return when the open requests close the incident; None where the count stands."""
    requests = h.requests
    if len(requests) > 1 and h.met("open-questions") is OpenQuestions.EACH_ALONE:
        while (silence := requests.begun()) is not None:
            _count(h, silence)
            requests.counted(silence)
        return requests.soonest()
    return _count(h, requests.latest)


def _count(h: History, silence: Silence) -> Deadline | None:
    """Return when a silence has lasted long enough; None where its count stands."""
    if not silence.known:
        silence.known = True
        without = h.left_out_of_silence()
        try:
            silence.deadline = h.rules.automatic_closing(
                silence.since, without=without, fact=silence.fact
            )
        except CalendarRangeError:
            if not without.stands:
                raise
            # begun a day earlier, the count might have come to its end before it stood
            h.consulted["day-count-start"] = h.consulted["silence-out-of-hours"] = None
        else:
            h.note(silence.deadline)
    return silence.deadline


def expire(h: History, now: datetime, by_customer: bool) -> None:  # noqa: FBT001
    """Close the incident if the silence has lasted long enough by now."""
    deadline = closing_deadline(h)
    if deadline is None:
        return
    due = deadline.due.astimezone(UTC)
    if h.not_before is not None:
        due = max(due, h.not_before)
    if now < due or (now == due and by_customer and h.in_time(now, due)):
        return
    h.state = CLOSED
    h.silence = Move.CLOSED
    h.closing = deadline
    h.silenced_at = h.ended_at = due
    # One day agreed, its own day counted to the closing, and asked later that day: due before it
    # was asked, and nobody waited.
    h.end_requests(max(due, h.requests.asked_at))
    unredefined(h, None, due)


def customer_entry(h: History, place: int, event: Entry) -> bool:
    """Do what the Customer's entry does to a silence; return whether it has effect."""
    official = event.channel in IN_HELPDESK and event.visible is VISIBLE
    if h.is_silenced():
        if isinstance(event, Reopened):
            return True
        if not official:
            return False
        if h.met("late-answer") is LateAnswer.NEW_INCIDENT:
            h.find("F-4.11-2", place, event.at)
            return False
        h.open_again()
        return True
    if not h.requests:
        return True
    if event.channel not in IN_HELPDESK:
        if event.visible is VISIBLE:
            h.find("F-3.2-2", place, event.at)
    elif official:
        if isinstance(event, Commented) and (
            h.met("customer-comment-restarts") is CustomerCommentRestarts.RESTARTS
        ):
            h.requests.restart(event.at)
        else:
            h.end_requests(event.at)
            h.silence = Move.ANSWERED
    return True


def asked(h: History, place: int, event: InformationRequested) -> None:
    """Open a request for information (4.11)."""
    if event.by is not EXECUTOR or event.visible is INTERNAL or h.state is not OPEN:
        h.find("F-4.11-3", place, event.at)
        return
    if not h.requests:
        h.not_before = None
    h.requests.ask(event.request, event.at)
    h.silence = Move.NONE


def withdrew_request(h: History, place: int, event: RequestWithdrawn) -> None:
    """Close a request that its author takes back (4.11)."""
    begun = h.requests.asked_at if h.requests else None
    if event.by is not EXECUTOR or not h.requests.withdraw(event.request):
        h.find("F-4.11-5", place, event.at)
    elif h.requests:
        h.not_before = event.at
    else:
        assert begun is not None
        h.waits.append((begun, event.at))
        h.silence = Move.ENDED
