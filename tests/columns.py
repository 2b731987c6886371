"""Columns of incidents, and what the scalar library says of each row: what batch is held to."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import numpy as np

from slarules import batch
from slarules.batch import Output
from slarules.batch.moments import PER_SECOND
from slarules.errors import (
    CalendarRangeError,
    ProjectedCalendarError,
    ProjectedCalendarWarning,
    SlaRulesError,
)
from slarules.terms import Obligation, Severity
from tests.calendars import MOSCOW

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.assess import Assessment
    from slarules.batch import Answers
    from slarules.calendar import BusinessCalendar
    from slarules.incident import Incident

    Columns = dict[str, Any]

EVENTS = ("reaction", "question", "answer", "reproduced", "resolved")
TIMED = (
    Obligation.REACTION,
    Obligation.RESOLUTION_CLOCK,
    Obligation.REPLACEMENT_SEARCH,
    Obligation.AUTOMATIC_CLOSING,
)
NOT_KNOWN = "not known"
"""What the scalar library has no answer for, the calendar being too short."""


def generated(
    seed: int,
    rows: int,
    *,
    first: str = "2019-01-01",
    days: int = 2_500,
    spread: int = 12,
    unit: str = "s",
) -> Columns:
    """
    Return incidents drawn at random, many of their moments on the edges of days and of hours.

    Args:
        seed: Of the random numbers.
        rows: How many incidents.
        first: The first day of registration.
        days: How many days of registration there are.
        spread: How many days at most lie between an event and the one it follows.
        unit: The unit of the moments.
    """
    rng = np.random.default_rng(seed)
    second = PER_SECOND[unit]
    day: Any = np.array(86_400 * second, f"m8[{unit}]")

    def after(start: Any, share: float) -> Any:
        found = start + rng.integers(0, spread * 86_400 * second, rows).astype(f"m8[{unit}]")
        edge = rng.random(rows)
        midnight = found.astype("M8[D]").astype(found.dtype)
        for low, high, there in (
            (0.0, 0.3, found.astype("M8[h]").astype(found.dtype)),
            (0.3, 0.4, midnight + day // 24 * 19),
            (0.4, 0.5, midnight),
            (0.5, 0.6, midnight + day // 2),
        ):
            found = np.where((edge >= low) & (edge < high), there, found)
        found = np.maximum(found, start)
        found[rng.random(rows) >= share] = np.datetime64("NaT", "s")
        return found

    registered = after(np.full(rows, first, f"M8[{unit}]"), 1.0)
    registered = registered + rng.integers(0, days, rows) * day
    question = after(registered, 0.7)
    category = rng.integers(0, len(batch.CATEGORIES), rows).astype(np.uint8)
    in_c = category == [str(one and one.value) for one in batch.CATEGORIES].index("C")
    return {
        "registered": registered,
        "category": category,
        "severity": np.where(in_c, rng.integers(0, len(Severity) + 1, rows), 0),
        "reaction": after(registered, 0.6),
        "question": question,
        "answer": after(np.where(np.isnat(question), registered, question), 0.6),
        "reproduced": after(registered, 0.6),
        "resolved": after(registered, 0.6),
        "as_of": np.maximum(registered, after(registered + 5 * day, 1.0)),
    }


def row(columns: Columns, place: int) -> tuple[Incident, datetime]:
    """Return the incident of a row as a record, and the moment it is judged at."""

    def moment(name: str) -> datetime | None:
        value = columns[name][place]
        return None if np.isnat(value) else value.item().replace(tzinfo=MOSCOW)

    registered, as_of = moment("registered"), moment("as_of")
    assert registered is not None
    assert as_of is not None
    level = int(columns["severity"][place])
    incident = batch.incident_of(
        str(place),
        registered,
        category=batch.CATEGORIES[int(columns["category"][place])],
        severity=Severity(level) if level else None,
        **{name: moment(name) for name in EVENTS},
    )
    return incident, as_of


def expected(found: Assessment, as_of: datetime, calendar: BusinessCalendar) -> dict[Output, Any]:
    """Return what an assessment says, output by output; moments on Moscow's clock."""
    told: dict[Output, Any] = {}
    for verdict in found.verdicts:
        name = verdict.obligation.value
        told[Output(name)] = batch.OUTCOMES.index(verdict.outcome)
        for part in ("due", "since", "until"):
            moment = getattr(verdict, part)
            there = None if moment is None else moment.astimezone(MOSCOW).replace(tzinfo=None)
            _keep(told, f"{name}-{part}", there)
        if verdict.obligation not in TIMED:
            continue
        amounts = [(name, 1, verdict.left), (name, -1, verdict.late)]
        if verdict.obligation is Obligation.RESOLUTION_CLOCK:
            amounts.append(("elapsed", 1, verdict.elapsed))
        for prefix, sign, ask in amounts:
            for part in ("clock", "business"):
                told.setdefault(Output(f"{prefix}-{part}-seconds"), None)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", ProjectedCalendarWarning)
                try:
                    amount = ask(as_of, calendar)
                except (CalendarRangeError, ProjectedCalendarError):
                    told[Output(f"{prefix}-clock-seconds")] = NOT_KNOWN
                    continue
            if amount is not None:
                told[Output(f"{prefix}-clock-seconds")] = sign * amount.clock
                told[Output(f"{prefix}-business-seconds")] = sign * amount.business
    return told


def _keep(told: dict[Output, Any], name: str, value: Any) -> None:
    if name in {one.value for one in Output}:
        told[Output(name)] = value


def differences(judge: Any, columns: Columns, answers: Answers) -> list[str]:
    """Return where the answers to columns differ from those of ``judge`` to each row."""
    found = []
    values = {output: answers[output].values.tolist() for output in answers.outputs}
    projected = {one: answers[Output(one.value)].projected.tolist() for one in TIMED}
    for place in range(len(columns["registered"])):
        incident, as_of = row(columns, place)
        refused = batch.REFUSALS[int(answers.why[place])]
        try:
            assessment = judge.assess(incident, as_of)
        except SlaRulesError as error:
            if refused is None:
                found.append(f"row {place}: answered, and there is none: {error}")
            continue
        if refused is not None:
            found.append(f"row {place}: {refused}, and there is an answer")
            continue
        for output, value in expected(assessment, as_of, judge.calendar).items():
            if value != NOT_KNOWN and values[output][place] != value:
                found.append(f"row {place}: {output} {values[output][place]}, not {value}")
        found += [
            f"row {place}: {one} rests on projected days, or does not"
            for one in TIMED
            if assessment[one].provisional != projected[one][place]
        ]
    return found
