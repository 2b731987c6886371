"""
One call beside a call that does nothing, in the same run: the unit of ``bench/run.py``.

What is asked of each is what a prototype of day tables took in the same unit, before the library
was written; it knew one zone, one desk and decreed days alone, and checked nothing.
"""

from __future__ import annotations

import random
import statistics
from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from peers import Numpy, Workclock
from run import (
    CALLS,
    FIRST,
    LAST,
    AnswersDiffer,
    Figure,
    Nothing,
    interleaved,
    lap,
    lap_of_two,
    ratios,
)
from run import moments as drawn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import slarules as s

PROTOTYPE = {
    "is_business_day": 0.11 / 0.08,
    "add_business_days(60)": 0.18 / 0.08,
    "business_seconds_between, 5 hours": 0.43 / 0.08,
    "business_seconds_between, a year": 0.42 / 0.08,
    "business_seconds_between, 10 years": 0.42 / 0.08,
    "business_time_between, 5 hours": 1.06 / 0.08,
    "next_opening": 0.21 / 0.08,
}
"""What the prototype took, in calls that do nothing."""
SPANS = {
    "5 hours": timedelta(hours=5),
    "a year": timedelta(days=365),
    "10 years": timedelta(days=3_650),
}


def one_call(support: s.Agreement, rounds: int, seed: int) -> list[Figure]:
    """Compare the answers with numpy's and workclock's, and time a call of each question."""
    calendar, rng = support.calendar, random.Random(seed)
    numpy_days, workclock = Numpy(calendar), Workclock(calendar)
    decreed = (LAST - FIRST).days - 120
    days = [FIRST + timedelta(days=rng.randrange(decreed)) for _ in range(CALLS)]
    starts = drawn(rng, CALLS)
    last = datetime.combine(LAST, time(0), calendar.zone)
    laps: dict[str, Callable[[], float]] = {
        "is_business_day": partial(lap, calendar.is_business_day, days),
        "add_business_days(60)": partial(
            lap_of_two, calendar.add_business_days, [(day, 60) for day in days]
        ),
        "next_opening": partial(lap, calendar.next_opening, starts),
    }
    add, theirs = calendar.add_business_days, numpy_days.add_to_date
    _same(
        "is_business_day",
        map(calendar.is_business_day, days),
        map(numpy_days.is_business_day, days),
    )
    _same("add_business_days", [add(day, 60) for day in days], [theirs(day, 60) for day in days])
    for at in starts:
        opens = calendar.next_opening(at)
        # nothing is open before it, and it is open itself
        if workclock.between(at, opens) or not workclock.between(opens, opens + timedelta(hours=1)):
            message = f"next_opening, {at}"
            raise AnswersDiffer(message)
    for name, length in SPANS.items():
        ends = {at: at + length for at in starts if at + length < last}
        given = list(ends)
        seconds, exact = calendar.business_seconds_between, calendar.business_time_between
        there = [workclock.as_ours(workclock.between(at, ends[at])) for at in given]
        _same(name, [seconds(at, ends[at]) for at in given], there)
        _same(name, [exact(at, ends[at]).total_seconds() for at in given], there)
        laps[f"business_seconds_between, {name}"] = partial(lap_of_two, seconds, list(ends.items()))
        if name == "5 hours":
            laps[f"business_time_between, {name}"] = partial(lap_of_two, exact, list(ends.items()))
    laps["no-op"] = partial(lap, Nothing().call, starts)
    laps["no-op of two"] = partial(lap_of_two, Nothing().call_with_two, [(at, 60) for at in starts])
    found = interleaved(laps, rounds)
    of_two = {name for name in laps if name.startswith(("add", "business"))}
    return [
        Figure(
            f"one call: {name}",
            "no-op calls",
            ratios(found[name], found["no-op of two" if name in of_two else "no-op"]),
            most,
            at_least=False,
            note=f"{statistics.median(found[name]):,.0f} ns",
        )
        for name, most in PROTOTYPE.items()
    ]


def _same(what: str, ours: Iterable[Any], theirs: Iterable[Any]) -> None:
    for place, (here, there) in enumerate(zip(ours, theirs, strict=True)):
        if here != there:
            message = f"{what}, input {place}: {here} here, {there} there"
            raise AnswersDiffer(message)
