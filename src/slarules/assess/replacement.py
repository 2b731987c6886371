"""The search for a replacement of faulty software (4.4)."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from slarules.assess.case import UNCLASSIFIED, B, new_verdict
from slarules.assess.rows import (
    C_2_3,
    C_4_4,
    R_COUNT_STANDS,
    R_EARLIER,
    R_SEARCH_NOT_YET,
    R_SEARCH_OWED,
    R_SEARCH_STARTED,
    R_SOLVED_IN_TIME,
    R_SOLVED_LATER,
    WITHOUT_MOMENT,
)
from slarules.deadlines import Deadline
from slarules.errors import CalendarRangeError
from slarules.readings import (
    BWorkaround,
    BWorkaroundFails,
    ReplacementTrigger,
    SixtyDaysFrom,
    SixtyDaysPause,
)
from slarules.spans import DayTest, Without
from slarules.steps import ChoiceStep
from slarules.terms import Category, Nature, Obligation, Outcome

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.assess.case import Case
    from slarules.assess.verdicts import Verdict
    from slarules.terms import RuleId


def replacement(case: Case, registered: datetime) -> Verdict:
    """Return what became of the search for a replacement (4.4)."""
    h = case.h
    unserved = case.unserved(Obligation.REPLACEMENT_SEARCH, C_4_4)
    if unserved is not None:
        return unserved
    if h.standing is UNCLASSIFIED:
        return case.cannot_tell(Obligation.REPLACEMENT_SEARCH, C_4_4)
    if h.standing is not B:
        return WITHOUT_MOMENT[Obligation.REPLACEMENT_SEARCH, h.standing.category or Category.D]
    deadline, base = _sixty_days(case, registered)
    solved = _sixty_days_solved(case)
    stated = _stated(case, deadline, base, solved)
    if h.search_at is not None and (solved is None or h.search_at <= solved):
        outcome, rule, waits_for = Outcome.MET, R_SEARCH_STARTED, ""
    elif solved is not None:
        arises = _arises(deadline, stated)
        in_time = arises is None or h.in_time(solved, arises)
        outcome, waits_for = Outcome.NOT_APPLICABLE, ""
        rule = R_SOLVED_IN_TIME if in_time else R_SOLVED_LATER
    else:
        outcome, rule, waits_for = _unsolved(case, _arises(deadline, stated))
    since = h.search_at if outcome is Outcome.MET else None
    if deadline is None:
        return _standing_search(case, outcome, rule, stated, since, waits_for)
    if stated is not None:
        deadline = _brought_forward(deadline, case.local(stated))
    return case.of(deadline, outcome, rule, since=since, waits_for=waits_for)


def _unsolved(case: Case, arises: datetime | None) -> tuple[Outcome, RuleId, str]:
    """Return what the search is while the problem stands: its outcome, row, what it awaits."""
    if arises is None:
        return Outcome.NOT_STARTED, R_COUNT_STANDS, case.h.awaited()
    if case.now >= arises:
        return Outcome.PENDING, R_SEARCH_OWED, "replacement-search-started"
    case.will_change(arises)
    return Outcome.NOT_STARTED, R_SEARCH_NOT_YET, "sixty-days"


def _arises(deadline: Deadline | None, stated: datetime | None) -> datetime | None:
    """Return when the search comes to be owed; None while the count stands."""
    if stated is not None:
        return stated
    return None if deadline is None else deadline.due.astimezone(UTC)


def _brought_forward(deadline: Deadline, stated: datetime) -> Deadline:
    """Return the deadline at the earlier moment of a statement (replacement-trigger)."""
    step = ChoiceStep(
        rule=R_EARLIER,
        clause=C_4_4,
        moments=(deadline.due, stated),
        at=stated,
        reading="replacement-trigger=earlier-of",
    )
    return deadline.replace(
        due=stated, steps=(*deadline.steps, step), rules=(*deadline.rules, R_EARLIER)
    )


def _standing_search(
    case: Case,
    outcome: Outcome,
    rule: RuleId,
    stated: datetime | None,
    since: datetime | None,
    waits_for: str,
) -> Verdict:
    """Return the verdict while the count of the sixty days stands, and they have no end."""
    verdict = new_verdict(
        obligation=Obligation.REPLACEMENT_SEARCH,
        outcome=outcome,
        rules=(rule,),
        clauses=(C_4_4, C_2_3),
        nature=Nature.DUTY_FROM,
        since=None if since is None else case.local(since),
        waits_for=waits_for,
    )
    if stated is None:
        return verdict
    at = case.local(stated)
    step = ChoiceStep(
        rule=R_EARLIER,
        clause=C_4_4,
        moments=(at,),
        at=at,
        reading="replacement-trigger=earlier-of",
    )
    return verdict.replace(due=at, rules=(rule, R_EARLIER), steps=(step,))


def _sixty_days(case: Case, registered: datetime) -> tuple[Deadline | None, datetime]:
    """
    Return the end of day sixty, and what the count runs from.

    There is no end where a gap or a waiting time without one keeps the count standing.
    """
    h = case.h
    base, fact = registered, "registered"
    entered = h.standings[-1][0]
    if (
        h.standings[0][1] is not B
        and h.standings[0][1] is not UNCLASSIFIED
        and h.met("sixty-days-from") is SixtyDaysFrom.RECLASSIFICATION
    ):
        base, fact = entered, "reclassified"
    if h.workaround_failed_at is not None and (
        h.met("b-workaround-fails") is BWorkaroundFails.NEW_COUNT
    ):
        base, fact = max(base, h.workaround_failed_at), "workaround-failed"
    without = h.left_out_of_gaps()
    if case.waited() and h.met("sixty-days-pause") is SixtyDaysPause.PAUSES:
        without = without.also(Without(spans=case.waits(), test=DayTest.COVERS))
    try:
        deadline = case.rules.replacement_search(base, Category.B, without=without, fact=fact)
    except CalendarRangeError:
        if not without.stands:
            raise
        h.consulted["day-count-start"] = None  # begun a day earlier, it might have ended
        return None, base
    assert isinstance(deadline, Deadline)
    h.note(deadline)
    return deadline, base


def _sixty_days_solved(case: Case) -> datetime | None:
    """Return what ended the sixty days by solving the problem."""
    h = case.h
    moments = [h.fixed_at, h.silenced_at, h.withdrawn_at]
    if h.workaround_at is not None and h.met("b-workaround") is BWorkaround.ENDS_BOTH:
        moments.append(h.workaround_at)
    return min((m for m in moments if m is not None), default=None)


def _stated(
    case: Case, deadline: Deadline | None, base: datetime, solved: datetime | None
) -> datetime | None:
    """Return when it was stated that the sixty days will not do, if that brings the search."""
    h = case.h
    stated = next((moment for moment in h.impossible if moment >= base), None)
    if (
        stated is not None
        and (deadline is None or stated < deadline.due)
        and (solved is None or stated < solved)
        and h.met("replacement-trigger") is ReplacementTrigger.EARLIER_OF
    ):
        return stated
    return None
