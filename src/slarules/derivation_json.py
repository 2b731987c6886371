"""
Answers and their steps as plain data: every value that is needed to do the sum again.

Moments are ISO 8601 with their offset, days ISO dates, clock times ISO times; a period that ends
with its day has the clock "24:00". Ids are permanent. Nothing is computed again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, assert_never

from slarules.deadlines import Deadline, NotApplicable, NotStated, UntilEvent
from slarules.parameters import MIDNIGHT
from slarules.rules import rule
from slarules.steps import (
    BudgetStep,
    ChoiceStep,
    CountStep,
    CutoffStep,
    DayStep,
    FactStep,
    HourStep,
)

if TYPE_CHECKING:
    from datetime import date

    from slarules.assess import Verdict
    from slarules.calendar import BusinessCalendar
    from slarules.deadlines import Answer, RestsOn
    from slarules.steps import Step

SCHEMA: Final = "slarules/explanation/1"


def answer_json(answer: Answer, calendar: BusinessCalendar | None = None, /) -> dict[str, Any]:
    """
    Return an answer as values a JSON writer knows.

    It has exactly one of ``due``, ``not_stated`` (the clause that would have had to state it),
    ``not_applicable`` (the clause that does not reach so far) and ``until_event`` (the events).

    Args:
        answer: The answer.
        calendar: The calendar it was made on, for the reasons of days off.
    """
    match answer:
        case Deadline():
            return {
                "obligation": answer.obligation.value,
                "due": answer.due.isoformat(),
                "nature": answer.nature.value,
                "clauses": list(answer.clauses),
                "rules": list(answer.rules),
                "readings": list(answer.readings),
                "provisional": answer.provisional,
                "rests_on": _rests_on(answer.rests_on),
                "steps": steps_json(answer.steps, calendar),
            }
        case NotStated():
            return _without_moment(answer, "not_stated", rule(answer.rule).silent)
        case NotApplicable():
            return _without_moment(answer, "not_applicable", rule(answer.rule).clause)
        case UntilEvent():
            return _without_moment(answer, "until_event", list(rule(answer.rule).until))
        case _ as unreachable:
            assert_never(unreachable)


def _without_moment(
    answer: NotStated | NotApplicable | UntilEvent, key: str, value: object
) -> dict[str, Any]:
    return {
        "obligation": answer.obligation.value,
        key: value,
        "clauses": list(answer.clauses),
        "rules": [answer.rule],
        "provisional": False,
        "steps": [],
    }


def verdict_json(verdict: Verdict, calendar: BusinessCalendar | None = None, /) -> dict[str, Any]:
    """Return a verdict as values a JSON writer knows; moments it does not have are left out."""
    values: dict[str, Any] = {
        "obligation": verdict.obligation.value,
        "outcome": verdict.outcome.value,
    }
    for name in ("due", "since", "until"):
        moment = getattr(verdict, name)
        if moment is not None:
            values[name] = moment.isoformat()
    if verdict.nature is not None:
        values["nature"] = verdict.nature.value
    if verdict.waits_for:
        values["waits_for"] = verdict.waits_for
    if verdict.rests_on is not None:
        values["rests_on"] = _rests_on(verdict.rests_on)
    return values | {
        "clauses": list(verdict.clauses),
        "rules": list(verdict.rules),
        "conditional_on": list(verdict.conditional_on),
        "provisional": verdict.provisional,
        "steps": steps_json(verdict.steps, calendar),
    }


def _rests_on(rests_on: RestsOn) -> dict[str, str]:
    return {"through": rests_on.through.isoformat(), "status": rests_on.status.value}


def steps_json(
    steps: tuple[Step, ...], calendar: BusinessCalendar | None = None, /
) -> list[dict[str, Any]]:
    """Return steps in order, each told by ``step``: fact, day, cutoff, count, hour or choice."""
    made = []
    for step in steps:
        row: dict[str, Any] = {"rule": step.rule, "clause": step.clause}
        if step.reading:
            row["reading"] = step.reading
        made.append(row | _values(step, calendar))
    return made


def _values(step: Step, calendar: BusinessCalendar | None) -> dict[str, Any]:
    match step:
        case FactStep():
            return {
                "step": "fact",
                "fact": step.fact,
                "at": step.at.isoformat(),
                "zone": str(step.at.tzinfo),
            }
        case DayStep():
            return {
                "step": "day",
                "at": step.at.isoformat(),
                "day": step.day.isoformat(),
                "clock": step.clock.isoformat(),
                "is_business_day": step.is_business_day,
            }
        case CutoffStep():
            return {
                "step": "cutoff",
                "clock": step.clock.isoformat(),
                "cutoff": step.cutoff.isoformat(),
                "is_before": step.is_before,
            }
        case CountStep():
            return {
                "step": "count",
                "start": step.start.isoformat(),
                "n": step.n,
                "end": step.end.isoformat(),
                "skipped": [_day_off(day, calendar) for day in step.skipped],
                "left_out": [day.isoformat() for day in step.left_out],
            }
        case HourStep():
            clock = step.at.time()
            return {
                "step": "hour",
                "day": step.day.isoformat(),
                "hour": step.hour.value,
                "clock": "24:00" if clock == MIDNIGHT else clock.isoformat(),
                "zone": str(step.at.tzinfo),
                "at": step.at.isoformat(),
            }
        case BudgetStep():
            return {
                "step": "budget",
                "start": step.start.isoformat(),
                "business_minutes": step.business_minutes,
                "stretches": [
                    {
                        "start": span.start.astimezone(step.at.tzinfo).isoformat(),
                        "end": span.end.astimezone(step.at.tzinfo).isoformat(),
                    }
                    for span in step.stretches
                ],
                "at": step.at.isoformat(),
            }
        case ChoiceStep():
            return {
                "step": "choice",
                "moments": [moment.isoformat() for moment in step.moments],
                "which": "earliest" if step.at == min(step.moments) else "latest",
                "at": step.at.isoformat(),
            }
        case _ as unreachable:
            assert_never(unreachable)


def _day_off(day: date, calendar: BusinessCalendar | None) -> dict[str, Any]:
    """Return a day off and, where the calendar knows it, the reason."""
    row: dict[str, Any] = {"day": day.isoformat()}
    if calendar is None:
        return row
    known = calendar.day(day)
    if known.is_business_day:
        return row  # another calendar than the one the answer was made on
    row["kind"] = known.kind.value
    if known.why is not None:
        if known.why.name:
            row["name"] = known.why.name
        if known.why.moved_from is not None:
            row["moved_from"] = known.why.moved_from.isoformat()
        if known.why.act:
            row["act"] = known.why.act
    return row
