"""The reaction: owed while the incident is, or may be, in B or C (3.3, 4.3)."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from slarules.assess.case import BC, UNCLASSIFIED
from slarules.assess.rows import (
    C_2_3,
    C_3_3,
    C_4_3,
    R_NO_REACTION,
    R_REACTED,
    R_REACTED_LATE,
    R_REACTION_OPEN,
    R_SUPPORT_LOST,
    R_WITHDRAWN,
    WITHOUT_MOMENT,
)
from slarules.deadlines import Deadline
from slarules.readings import EntitlementAt, ReactionAfterLeaving, ReactionOnEntering
from slarules.terms import Category, Obligation, Outcome

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.assess.case import Case
    from slarules.assess.verdicts import Verdict


def reaction(case: Case, registered: datetime) -> Verdict:
    """Return what became of the reaction (4.3)."""
    h = case.h
    unserved = case.unserved(Obligation.REACTION, C_4_3)
    if unserved is not None:
        return unserved
    for start, end, conditional in _stretches(case):
        base, fact = registered, "registered"
        if start > registered and (
            h.met("reaction-on-entering") is ReactionOnEntering.RECLASSIFICATION
        ):
            base, fact = start, "reclassified"
        deadline = case.rules.reaction(base, Category.C, fact=fact)
        assert isinstance(deadline, Deadline)
        h.note(deadline)
        due = deadline.due.astimezone(UTC)
        reacted = h.reaction_at

        def silent(until: datetime, reacted: datetime | None = reacted) -> bool:
            """Return whether there was no reaction by then."""
            return reacted is None or reacted > until

        if h.withdrawn_at is not None and h.withdrawn_at < due and silent(h.withdrawn_at):
            return case.of(deadline, Outcome.NOT_APPLICABLE, R_WITHDRAWN)
        ended = _support_lost(case, due)
        if (
            ended is not None
            and silent(ended)
            and h.met("entitlement-at") is EntitlementAt.THROUGHOUT
        ):
            return case.of(deadline, Outcome.NOT_APPLICABLE, R_SUPPORT_LOST, C_2_3)
        if (
            end is not None
            and end < due
            and silent(end)
            and h.met("reaction-after-leaving") is ReactionAfterLeaving.FALLS_AWAY
        ):
            continue
        return _reacted(case, deadline, due, conditional=conditional)
    category = h.standing.category
    if category is None or category in BC:
        category = Category.D
    return WITHOUT_MOMENT[Obligation.REACTION, category]


def _stretches(case: Case) -> list[tuple[datetime, datetime | None, bool]]:
    """
    Return when the incident was in B or C: from, until, and whether that is only possible.

    While unclassified it may be in B or C: classified so later, it was from the beginning;
    classified otherwise, it never was.
    """
    found: list[tuple[datetime, datetime | None, bool]] = []
    begun: datetime | None = None
    bound = False
    for at, kind in case.h.standings:
        if kind.category in BC or kind is UNCLASSIFIED:
            begun = at if begun is None else begun
            bound = bound or kind is not UNCLASSIFIED
        else:
            if begun is not None and bound:
                found.append((begun, at, False))
            begun, bound = None, False
    if begun is not None:
        found.append((begun, None, not bound))
    return found


def _support_lost(case: Case, due: datetime) -> datetime | None:
    """Return when support ended, if it did before the due moment and was not renewed by it."""
    by = min(due, case.now)
    for start, end in case.h.gaps:
        if start < due and start <= by < end:
            return start
    return None


def _reacted(case: Case, deadline: Deadline, due: datetime, *, conditional: bool) -> Verdict:
    """Return the verdict on a reaction that is owed."""
    on = ("category",) if conditional else ()
    reacted = case.h.reaction_at
    if reacted is not None and case.h.in_time(reacted, due):
        return case.of(deadline, Outcome.MET, R_REACTED, C_3_3, since=reacted)
    if reacted is not None:
        return case.of(
            deadline, Outcome.MISSED, R_REACTED_LATE, C_3_3, since=reacted, conditional_on=on
        )
    if case.now >= due:
        return case.of(deadline, Outcome.MISSED, R_NO_REACTION, C_3_3, conditional_on=on)
    case.will_change(due)
    return case.of(deadline, Outcome.PENDING, R_REACTION_OPEN, C_3_3, conditional_on=on)
