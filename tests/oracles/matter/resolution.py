"""3.4, 4.4, 4.10: resolution, its clock, and the search for a replacement."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tests.oracles import walk
from tests.oracles.matter.course import (
    Solved,
    acts,
    acts_before_closing,
    after,
    category_now,
    classified,
    day_number,
    ended_since,
    endless,
    facts,
    found,
    history,
    is_solved_by,
    meets,
    states,
    too_late,
    waiting_time,
    workaround_on_record,
)
from tests.oracles.matter.record import NEVER, Case, Happening, chosen, is_entry, verdict
from tests.oracles.matter.service import gaps, in_force, start

if TYPE_CHECKING:
    from collections.abc import Iterator

# ---------------------------------------------------------------------- resolution (3.4, 4.4, 4.10)


def resolved_since(case: Case) -> datetime | None:
    """4.4, 4.11, resolved-when: since when it is resolved, as the category in force judges."""
    category = category_now(case)
    if category == "B":
        ways = {"fix", "workaround", "silence"}
    elif category == "C":
        ways = {chosen(case, "resolved-when"), "silence"}
    else:
        ways = {"recorded-by-executor", "silence"}
    standing = facts(case, case.length)
    return min((solved.at for solved in standing if solved.by in ways), default=None)


def resolution(case: Case) -> dict[str, Any]:
    """4.1, 4.2, 4.4, 4.10: resolved, or without any period stated."""
    since = resolved_since(case)
    if since is not None:
        return verdict("met", since=since)
    if states(case)[-1].state == "withdrawn":
        return verdict("not-applicable")
    category = category_now(case)
    if category is None:
        return verdict("cannot-tell", conditional_on=["category"])
    return verdict("until-event" if category == "B" else "not-stated")


def is_reproduction(event: Happening) -> bool:
    """3.4, 4.10: seen on the Executor's bench, or at the Customer's over remote access."""
    if event["kind"] != "reproduced":
        return False
    remote = event.get("access", "none") == "remote"
    if event["by"] == "executor":
        return bool(remote or event.get("place", "executor-bench") == "executor-bench")
    return bool(remote and event["by"] == "customer")


def resolution_clock(case: Case) -> dict[str, Any]:
    """3.4, 4.10: runs from the reproduction until the incident is resolved or ended."""
    ends = [resolved_since(case), ended_since(case)]
    end = min((moment for moment in ends if moment is not None), default=None)
    marks = [
        (event.get("stated_at") or event["at"])
        if chosen(case, "reproduction-time") == "stated-moment"
        else event["at"]
        for i, event in enumerate(case.events)
        if acts_before_closing(case, i) and is_reproduction(event)
    ]
    before_end = [mark for mark in marks if end is None or mark <= end]
    without_time = {"elapsed_business_seconds": None}
    if not before_end:
        return verdict("not-started" if end is None else "not-applicable") | without_time
    runs_from = before_end[0 if chosen(case, "reproduced-again") == "first" else -1]
    waiting = waiting_time(case) if chosen(case, "resolution-pause") == "pauses" else []
    elapsed = walk.business_time_between(case.desk, runs_from, end or case.as_of, without=waiting)
    answer = verdict("pending" if end is None else "met", since=runs_from)
    return answer | {"elapsed_business_seconds": elapsed // timedelta(seconds=1)}


def breaches_of_resolution(case: Case) -> Iterator[tuple[str, int]]:
    """3.4, 4.4: reproduced where it does not count; resolved without what it takes."""
    for i, event in enumerate(case.events):
        if not is_entry(event) or found(case, i) == "withdrawn" or too_late(case, i):
            continue
        if event["kind"] == "reproduced" and not is_reproduction(event):
            yield "F-3.4-2", i
        if event["kind"] != "resolved" or after(case, i + 1) == meets(case, i):
            continue
        category = classified(case, i).category
        earlier = [e for j, e in enumerate(case.events[:i]) if acts_before_closing(case, j)]
        if category == "B" and not is_solved_by(facts(case, i), "fix", "workaround"):
            yield "F-4.4-1", i
        if category in {"B", "C"}:
            if not any(is_reproduction(e) for e in earlier):
                yield "F-3.4-1", i
            begun = [e for j, e in enumerate(case.events[:i]) if acts(case, j)]
            if not any(e["kind"] == "work-started" and e["by"] == "executor" for e in begun):
                yield "F-3.4-3", i


# -------------------------------------------------------------------------------- replacement (4.4)


def sixty_days_from(case: Case) -> datetime:
    """4.4: from when the sixty days run (sixty-days-from, b-workaround-fails)."""
    steps = history(case)
    runs_from = steps[0].at
    in_another = steps[0].category not in {None, "B"}
    if in_another and chosen(case, "sixty-days-from") == "reclassification":
        runs_from = [
            later.at
            for earlier, later in pairwise(steps)
            if later.category == "B" and earlier.category != "B"
        ][-1]
    if chosen(case, "b-workaround-fails") == "new-count":
        for i in range(1, case.length):
            failed = acts_before_closing(case, i) and case.events[i]["kind"] == "workaround-failed"
            if failed and workaround_on_record(case, i):
                runs_from = max(runs_from, case.events[i]["at"])
    return runs_from


def day_sixty_ends(case: Case) -> datetime | None:
    """4.4: the end of day sixty, waiting time (sixty-days-pause) and gaps left out."""
    waiting = waiting_time(case) if chosen(case, "sixty-days-pause") == "pauses" else []
    blocked = gaps(case)
    day = day_number(
        case,
        sixty_days_from(case),
        60,
        lambda day: walk.covered(case.desk, day, waiting) or walk.covered(case.desk, day, blocked),
        min(endless(waiting), endless(blocked)),
    )
    if day is None:
        return None
    if chosen(case, "period-end") == "midnight":
        return walk.end_of_day(case.desk.zone, day)
    return walk.closing_of(case.desk, day)


def search_arises(case: Case) -> datetime | None:
    """4.4: when the search becomes owed (replacement-trigger)."""
    moments = [day_sixty_ends(case)]
    if chosen(case, "replacement-trigger") == "earlier-of":
        moments += [
            event["at"]
            for i, event in enumerate(case.events)
            if acts(case, i)
            and event["kind"] == "impossibility-stated"
            and event["by"] in {"executor", "third-party"}
            and classified(case, i).category == "B"
            and sixty_days_from(case) <= event["at"] < solved_since(case)
        ]
    return min((moment for moment in moments if moment is not None), default=None)


def solutions(case: Case) -> list[Solved]:
    """4.4: what leaves nothing to look for (b-workaround), as it stands now."""
    ways = ["fix", "silence"]
    if chosen(case, "b-workaround") == "ends-both":
        ways.append("workaround")
    return [solved for solved in facts(case, case.length) if solved.by in ways]


def solved_since(case: Case) -> datetime:
    """4.4: since when it is solved, or given up; a way around that failed is as if never given."""
    given_up = [stage.at for stage in states(case) if stage.state == "withdrawn"]
    return min([*given_up, *(solved.at for solved in solutions(case))], default=NEVER)


def replacement_search(case: Case) -> dict[str, Any]:
    """4.4: the search for other software, owed from a moment and never missed."""
    if not in_force(case, start(case)):
        return verdict("not-applicable")
    category = category_now(case)
    if category is None:
        return verdict("cannot-tell", conditional_on=["category"])
    if category != "B":
        return verdict("not-applicable")
    while_unsolved = [
        event["at"]
        for i, event in enumerate(case.events)
        if acts(case, i)
        and event["kind"] == "replacement-search-started"
        and event["by"] == "executor"
        and classified(case, i).category == "B"
        and event["at"] <= solved_since(case)
    ]
    arises = search_arises(case)
    if while_unsolved:
        return verdict("met", due=arises, since=while_unsolved[0])
    if states(case)[-1].state == "withdrawn" or solutions(case):
        return verdict("not-applicable", due=arises)
    if arises is not None and arises <= case.as_of:
        return verdict("pending", due=arises)
    return verdict("not-started", due=arises)
