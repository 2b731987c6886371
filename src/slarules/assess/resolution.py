"""The resolution and its clock, and a length the parties agreed (3.4, 4.4, 4.10)."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from slarules.assess.case import UNCLASSIFIED, B, new_fact_step, new_verdict
from slarules.assess.rows import (
    C_3_4,
    C_4_4,
    C_4_10,
    C_4_11,
    NOT_REPRODUCED,
    NOTHING_TO_RESOLVE,
    R_CLOCK_RUNS,
    R_CLOCK_STOPPED,
    R_RESOLVED,
    R_SILENCED,
    R_TARGET,
    R_TARGET_MET,
    R_TARGET_MISSED,
    R_TARGET_RUNS,
    R_TARGET_STANDS,
    RESOLVED_FIRST,
    WITHOUT_MOMENT,
)
from slarules.assess.verdicts import ShareUsed
from slarules.deadlines import RestsOn
from slarules.history import State
from slarules.readings import ReproducedAgain, ReproductionTime, ResolutionPause, ResolvedWhen
from slarules.spans import NOTHING, Without
from slarules.steps import BudgetStep
from slarules.terms import Category, Nature, Obligation, Outcome

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.assess.case import Case
    from slarules.assess.verdicts import Verdict
    from slarules.parameters import Target
    from slarules.spans import Span
    from slarules.terms import ClauseId


def resolution(case: Case) -> Verdict:
    """Return what became of the resolution; note when the problem was resolved."""
    h = case.h
    resolved = case.resolved = _resolved_at(case)
    clauses: tuple[ClauseId, ...]
    if resolved is not None:
        rule, clauses = R_RESOLVED, (C_3_4, C_4_10)
        if resolved == h.silenced_at:
            rule, clauses = R_SILENCED, (C_4_11,)
        elif h.standing is B:  # by the owner's fix or a workaround
            clauses = (C_4_4, C_3_4)
        return new_verdict(
            obligation=Obligation.RESOLUTION,
            outcome=Outcome.MET,
            rules=(rule,),
            clauses=clauses,
            since=case.local(resolved),
        )
    if h.state is State.WITHDRAWN:
        return NOTHING_TO_RESOLVE
    if h.standing.category is None:
        return case.cannot_tell(Obligation.RESOLUTION, C_4_10)
    return WITHOUT_MOMENT[Obligation.RESOLUTION, h.standing.category]


def _resolved_at(case: Case) -> datetime | None:
    """Return when the problem was resolved for the contract; None if it is not."""
    h = case.h
    match h.standing.category:
        case Category.B:
            moments = [h.fixed_at, h.workaround_at]
        case Category.C if h.recorded_at or h.delivered_at or h.confirmed_at:
            # resolved-when
            match h.met("resolved-when"):
                case ResolvedWhen.RECORDED_BY_EXECUTOR:
                    moments = [h.recorded_at]
                case ResolvedWhen.FIX_DELIVERED:
                    moments = [h.delivered_at]
                case _:
                    moments = [h.confirmed_at]
        case Category.C:
            moments = []
        case _:
            moments = [h.recorded_at]
    known = [moment for moment in (*moments, h.silenced_at) if moment is not None]
    return min(known, default=None)


def clock(case: Case) -> Verdict:
    """Return what became of the clock of the resolution (3.4, 4.10); ask ``resolution`` first."""
    h = case.h
    ends = [m for m in (case.resolved, h.ended_at, h.recorded_at) if m is not None]
    end = min(ends, default=None)
    start = _reproduced_at(case, end)
    if start is None:
        return NOT_REPRODUCED if end is None else RESOLVED_FIRST
    left_out: tuple[Span, ...] = ()
    if case.waited() and h.met("resolution-pause") is ResolutionPause.PAUSES:
        left_out = tuple(span for span in case.waits() if span.end > start)
    since = case.local(start)
    verdict = new_verdict(
        obligation=Obligation.RESOLUTION_CLOCK,
        outcome=Outcome.PENDING if end is None else Outcome.MET,
        rules=(R_CLOCK_RUNS if end is None else R_CLOCK_STOPPED,),
        clauses=(C_3_4, C_4_10),
        nature=Nature.CLOCK,
        since=since,
        until=None if end is None else case.local(end),
        left_out=left_out,
        waits_for="resolved" if end is None else "",
        steps=(new_fact_step(rule=R_CLOCK_RUNS, clause=C_3_4, fact="reproduced", at=since),),
    )
    target = _target(case)
    return verdict if target is None else _targeted(case, verdict, target, start, end)


def _reproduced_at(case: Case, end: datetime | None) -> datetime | None:
    """Return the moment of the reproduction that starts the clock, not after its end."""
    moments = [_marked_at(case, place) for place in case.h.reproductions]
    moments = [moment for moment in moments if end is None or moment <= end]
    if not moments:
        return None
    if len(moments) > 1 and case.h.met("reproduced-again") is ReproducedAgain.LATEST:
        return moments[-1]
    return moments[0]


def _marked_at(case: Case, place: int) -> datetime:
    """Return the moment of one reproduction (reproduction-time)."""
    h = case.h
    event = h.events[place]
    stated: datetime | None = getattr(event, "stated_at", None)
    if (
        stated is not None
        and stated != event.at
        and (h.met("reproduction-time") is ReproductionTime.STATED_MOMENT)
    ):
        return stated
    return event.at


def _target(case: Case) -> Target | None:
    """Return the target agreed for the incident's kind: its level's own, or its category's."""
    standing = case.h.standing
    if standing is UNCLASSIFIED:
        return None
    found: Target | None = None
    for target in case.rules.parameters.resolution_targets:
        if target.category is standing.category:
            if target.severity is not None and target.severity is standing.severity:
                return target
            if target.severity is None:
                found = target
    return found


def _targeted(
    case: Case, verdict: Verdict, target: Target, start: datetime, end: datetime | None
) -> Verdict:
    """Return the verdict on a clock whose length the parties agreed: a duty by a moment."""
    calendar = case.rules.calendar
    without = Without(spans=verdict.left_out) if verdict.left_out else NOTHING
    amount = timedelta(minutes=target.business_minutes)
    spent = calendar.spend(start, amount, without=without)
    if spent is None:
        return verdict.replace(
            rules=(R_TARGET_STANDS,), nature=Nature.DUTY_BY, waits_for="information-provided"
        )
    due, stretches = spent
    last = case.local(due - timedelta.resolution).date()
    warnings = [
        ShareUsed(per_cent=share, at=at[0])
        for share in case.rules.parameters.warn_at
        if (at := calendar.spend(start, amount * share / 100, without=without)) is not None
    ]
    instant = due.astimezone(UTC)
    if end is not None:
        outcome = Outcome.MET if case.h.in_time(end, instant) else Outcome.MISSED
    else:
        outcome = Outcome.MISSED if case.now >= instant else Outcome.PENDING
        case.will_change(instant)
    rule = {
        Outcome.MET: R_TARGET_MET,
        Outcome.MISSED: R_TARGET_MISSED,
        Outcome.PENDING: R_TARGET_RUNS,
    }[outcome]
    step = BudgetStep(
        rule=R_TARGET,
        clause=C_4_10,
        start=case.local(start),
        business_minutes=target.business_minutes,
        stretches=stretches,
        at=due,
        reading="resolution-pause=pauses" if verdict.left_out else "",
    )
    return verdict.replace(
        outcome=outcome,
        rules=(rule, *verdict.rules, R_TARGET),
        nature=Nature.DUTY_BY,
        due=due,
        warnings=tuple(warnings),
        steps=(*verdict.steps, step),
        rests_on=RestsOn(through=last, status=calendar.settle(last)),
    )
