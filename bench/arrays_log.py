"""A log of events judged by columns, beside one ``assess`` an incident, answers compared first."""

from __future__ import annotations

import warnings
from datetime import UTC, datetime
from functools import partial
from time import process_time_ns
from typing import TYPE_CHECKING, Any

import numpy as np
from run import AnswersDiffer, Figure, interleaved, ratios

import slarules as s
from slarules import batch
from slarules.batch import Output

if TYPE_CHECKING:
    from collections.abc import Sequence

WANT = (Output.REACTION, Output.REPLACEMENT_SEARCH, Output.AUTOMATIC_CLOSING)
OBLIGATIONS = (
    s.Obligation.REACTION,
    s.Obligation.REPLACEMENT_SEARCH,
    s.Obligation.AUTOMATIC_CLOSING,
)
AS_OF = datetime(2026, 11, 23, 7, tzinfo=UTC)
SAMPLE = 500
"""Incidents that are judged one by one."""


def log_of(five: dict[str, Any]) -> dict[str, Any]:
    """Return columns of incidents as the log of their events, in order of time; moments in UTC."""
    registered = five["registered"]
    numbers = np.arange(len(registered))
    parts = [
        (numbers, registered, "registered", five["category"]),
        *(
            (numbers[known], five[name][known], kind, np.zeros(int(known.sum()), np.uint8))
            for name, kind in (("reaction", "commented"), ("question", "information-requested"))
            for known in [~np.isnat(five[name])]
        ),
    ]
    at = np.concatenate([part[1] for part in parts])
    order = np.argsort(at, kind="stable")
    kind = np.concatenate([np.full(len(part[0]), part[2], "U21") for part in parts])
    return {
        "incident": np.concatenate([part[0] for part in parts])[order],
        "at": at[order],
        "kind": kind[order],
        "category": np.concatenate([part[3] for part in parts])[order],
    }


def records(five: dict[str, Any], rows: Sequence[int]) -> list[s.Incident]:
    """Return the incidents of these rows as records."""

    def moment(name: str, row: int) -> datetime | None:
        value = five[name][row]
        return None if np.isnat(value) else value.item().replace(tzinfo=UTC)

    found = []
    for row in rows:
        registered = moment("registered", row)
        assert registered is not None
        found.append(
            batch.incident_of(
                str(row),
                registered,
                category=batch.CATEGORIES[int(five["category"][row])],
                reaction=moment("reaction", row),
                question=moment("question", row),
            )
        )
    return found


def log_figures(support: s.Agreement, five: dict[str, Any], rounds: int) -> list[Figure]:
    """Return what an event takes, and how many times as long one by one takes an incident."""
    of, log = batch.of(support), log_of(five)
    ask = partial(of.assess_log, **log, as_of=AS_OF, zone="UTC", want=WANT)
    incidents, events = len(five["registered"]), len(log["at"])
    sample = records(five, range(min(SAMPLE, incidents)))
    found = ask()
    place = {str(number): row for row, number in enumerate(found.incidents)}
    for incident in sample:
        judged = support.assess(incident, AS_OF)
        row = place[incident.number]
        for output, obligation in zip(WANT, OBLIGATIONS, strict=True):
            there = batch.OUTCOMES[int(found.answers[output].values[row])]
            if there is not judged[obligation].outcome:
                message = f"the log, {incident.number}: {output} {there}"
                raise AnswersDiffer(message)

    def by_columns() -> float:
        begun = process_time_ns()
        ask()
        return (process_time_ns() - begun) / incidents

    def one_by_one() -> float:
        begun = process_time_ns()
        for incident in sample:
            support.assess(incident, AS_OF)
        return (process_time_ns() - begun) / len(sample)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", s.ProjectedCalendarWarning)
        took = interleaved({"columns": by_columns, "one": one_by_one}, rounds)
    a_second = [incidents / events * one / 1e9 for one in took["columns"]]
    return [
        Figure(
            f"one assess an incident, to a log of {events:,} rows",
            "times as slow",
            ratios(took["one"], took["columns"]),
            1,
            at_least=True,
            note=f"{1 / sorted(a_second)[len(a_second) // 2]:,.0f} events a second by columns",
        )
    ]
