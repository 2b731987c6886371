"""1.1, 4.3, 4.4, 4.11: figures that no agreement can have are refused, and named."""

from __future__ import annotations

from datetime import UTC, time
from typing import TYPE_CHECKING, Any

import pytest

from slarules.errors import (
    CalendarFactsError,
    CutoffError,
    LevelOutsideCError,
    ServiceHoursError,
    SlaRulesError,
    TargetsError,
    WrongTypeError,
)
from slarules.parameters import STANDARD, Interval, Target, same_hours
from slarules.terms import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

SERIOUS = Target(Category.C, Severity.SERIOUS, 60)


def agreed(**changes: Any) -> Callable[[], object]:
    """Return how to agree on what is changed."""
    return lambda: STANDARD.replace(**changes)


@pytest.mark.parametrize(
    ("made", "error", "args"),
    [
        (agreed(week=STANDARD.week[:6]), CalendarFactsError,
         ("a week has seven days of hours", 6)),
        (agreed(week=(*STANDARD.week, ())), CalendarFactsError,
         ("a week has seven days of hours", 8)),
        (agreed(cutoff=time(12, tzinfo=UTC)), ServiceHoursError,
         ("the cut-off is a whole second of the zone's clock", time(12, tzinfo=UTC))),
        (agreed(cutoff=time(12, 0, 0, 1)), ServiceHoursError,
         ("the cut-off is a whole second of the zone's clock", time(12, 0, 0, 1))),
        (agreed(cutoff=time(19, 0, 1)), CutoffError, (time(19, 0, 1), "10:00–19:00")),
        (agreed(resolution_targets=(SERIOUS, SERIOUS)), TargetsError,
         ("two targets for one kind of incident", "2")),
        (agreed(warn_at=(80, 50)), TargetsError, ("shares to warn at", "80, 50")),
        (agreed(warn_at=(50, 50)), TargetsError, ("shares to warn at", "50, 50")),
        (agreed(warn_at=(0,)), TargetsError, ("shares to warn at", "0")),
        (agreed(warn_at=(100,)), TargetsError, ("shares to warn at", "100")),
        (agreed(silence=0), WrongTypeError,
         ("silence, in business days,", "a whole number from 1", 0)),
        (agreed(silence=True), WrongTypeError,
         ("silence, in business days,", "a whole number from 1", True)),
        (agreed(replacement_after=1.5), WrongTypeError,
         ("replacement_after, in business days,", "a whole number from 1", 1.5)),
        (lambda: Target(Category.B, Severity.SERIOUS, 60), LevelOutsideCError,
         (Severity.SERIOUS.value, "B")),
        (lambda: Target(Category.B, None, 0), WrongTypeError,
         ("a target, in minutes of service time,", "a whole number from 1", 0)),
        (lambda: Target(Category.B, None, business_minutes=True), WrongTypeError,
         ("a target, in minutes of service time,", "a whole number from 1", True)),
        (lambda: Interval(time(10), "19:00"), WrongTypeError,  # type: ignore[arg-type]
         ("a bound of service hours", "a time", "19:00")),
        (lambda: Interval(time(10, tzinfo=UTC), time(19)), ServiceHoursError,
         ("service hours take the calendar's zone, no other", time(10, tzinfo=UTC))),
        (lambda: Interval(time(10), time(10)), ServiceHoursError,
         ("an interval must open before it closes", "10:00–10:00")),
        (lambda: Interval(time(10, 0, 5), time(9)), ServiceHoursError,
         ("an interval must open before it closes", "10:00:05–09:00")),
    ],
)  # fmt: skip
def test_a_figure_no_agreement_can_have(
    made: Callable[[], object], error: type[SlaRulesError], args: tuple[object, ...]
) -> None:
    with pytest.raises(error) as refused:
        made()
    assert type(refused.value) is error
    assert refused.value.args == args


@pytest.mark.parametrize(
    "changes",
    [
        {"cutoff": time(19)},  # until the closing
        {"cutoff": time(23), "week": same_hours(5, Interval(time(10), time(0)))},
        {"warn_at": (1, 99)},
        {"silence": 1, "replacement_after": 1},
        {"resolution_targets": (SERIOUS, Target(Category.C, None, 1))},
        {"week": same_hours(0)},  # no hours at all
    ],
)
def test_a_figure_at_the_end_of_what_can_be_agreed(changes: dict[str, Any]) -> None:
    made = STANDARD.replace(**changes)
    assert {name: getattr(made, name) for name in changes} == changes


@pytest.mark.parametrize(
    ("interval", "written"),
    [
        (Interval(time(10), time(19)), "10:00–19:00"),
        (Interval(time(18), time(0)), "18:00–24:00"),
        (Interval(time(9, 30, 15), time(18, 0, 1)), "09:30:15–18:00:01"),
    ],
)
def test_hours_as_people_write_them(interval: Interval, written: str) -> None:
    assert interval.written == written
