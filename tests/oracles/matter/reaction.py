"""3.3, 4.3: the reaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tests.oracles import walk
from tests.oracles.matter.course import category_now, history, states
from tests.oracles.matter.record import (
    COMMENTS,
    OTHER_RECORDS,
    Case,
    Happening,
    choices,
    chosen,
    in_time,
    is_entry,
    verdict,
)
from tests.oracles.matter.service import gaps, in_force, is_down, said_outside, start

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


def reactions(case: Case) -> list[datetime]:
    """3.3: the moments of all entries that are a reaction of the Executor."""
    return [
        moment_of_reaction(case, event) for event in case.events[1:] if is_reaction(case, event)
    ]


def is_reaction(case: Case, event: Happening) -> bool:
    """3.3: whether the entry is the Executor's record or comment, made by somebody, seen."""
    if not is_entry(event) or event["by"] != "executor":
        return False
    if event["kind"] in OTHER_RECORDS:
        right_kind = chosen(case, "reaction-record-kind") == "any-record-by-staff"
    elif event["kind"] == "reproduced":
        right_kind = chosen(case, "reaction-by-reproduction-mark") == "counts"
    else:
        right_kind = event["kind"] in COMMENTS
    automatic = event["made"] == "automatically"
    internal = event["visible"] == "internal"
    return (
        right_kind
        and (not automatic or chosen(case, "reaction-by-automation") == "counts")
        and (not internal or chosen(case, "internal-note") == "counts")
    )


def moment_of_reaction(case: Case, event: Happening) -> datetime:
    """3.3: when it was entered; or when it was said while HelpDesk was down (outage-reaction)."""
    at: datetime = event["at"]
    told = event.get("said_at")
    if told is None or not said_outside(event) or not is_down(case, told):
        return at
    return told if chosen(case, "outage-reaction") == "counts-if-entered-after" else at


class Stretch(NamedTuple):
    """A stretch in B or C: from when its duty runs, and until when it lasted."""

    runs_from: datetime
    left: datetime | None


def stretches(case: Case) -> list[Stretch]:
    """4.3, 4.12: the stretches in B or C (reaction-on-entering)."""
    registered = start(case)
    found_: list[Stretch] = []
    inside = False
    for place, step in enumerate(history(case)):
        if step.category in {"B", "C"} and not inside:
            first = place == 0 or all(s.category is None for s in history(case)[:place])
            from_registration = first or chosen(case, "reaction-on-entering") == "registration"
            found_.append(Stretch(registered if from_registration else step.at, None))
            inside = True
        elif step.category not in {"B", "C"} and inside:
            found_[-1] = found_[-1]._replace(left=step.at)
            inside = False
    return found_


def reaction(case: Case) -> dict[str, Any]:
    """4.3: the Executor's reaction to incidents of B and C; 4.1 and 4.2 state none."""
    registered = start(case)
    if not in_force(case, registered):
        return verdict("not-applicable")
    if category_now(case) is None:
        due = walk.reaction_due(case.desk, registered, choices=choices(case))
        if lost_support(case, due) or withdrawn_before(case, due):
            return verdict("not-applicable", due=due)
        return judged_reaction(case, due, ["category"])
    for stretch in stretches(case):
        due = walk.reaction_due(case.desk, stretch.runs_from, choices=choices(case))
        if lost_support(case, due) or withdrawn_before(case, due):
            return verdict("not-applicable", due=due)
        left = stretch.left
        left_before = left is not None and left < due and not any_by(reactions(case), left)
        if left_before and chosen(case, "reaction-after-leaving") == "falls-away":
            continue
        return judged_reaction(case, due, [])
    return verdict("not-stated")


def lost_support(case: Case, due: datetime) -> bool:
    """4.3, 2.3: support ended before the due moment and was not renewed by it (entitlement-at)."""
    return chosen(case, "entitlement-at") == "throughout" and any(
        end < due < renewed and not any_by(reactions(case), end) for end, renewed in gaps(case)
    )


def withdrawn_before(case: Case, due: datetime) -> bool:
    """4.3: the Customer gave the matter up before the due moment, and before any reaction."""
    return any(
        stage.state == "withdrawn" and stage.at < due and not any_by(reactions(case), stage.at)
        for stage in states(case)
    )


def judged_reaction(case: Case, due: datetime, conditional_on: Sequence[str]) -> dict[str, Any]:
    """4.3: met if the first reaction is in time; missed if it is late, or the time is over."""
    done = min(reactions(case), default=None)
    if done is not None and in_time(case, done, due):
        return verdict("met", due=due, since=done)
    if done is not None or due <= case.as_of:
        return verdict("missed", due=due, since=done, conditional_on=conditional_on)
    return verdict("pending", due=due, conditional_on=conditional_on)


def any_by(moments: Sequence[datetime], end: datetime) -> bool:
    """Return whether one of the moments is not after the end."""
    return any(moment <= end for moment in moments)
