"""Counts over a calendar whose units or kinds do not fit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from slarules import NOTHING, STANDARD, Beyond, BusinessCalendar, standard_support
from slarules.assess import Amount
from slarules.terms import BusinessSeconds, ClauseId, ClockSeconds, RuleId

calendar = standard_support().calendar
at = datetime(2026, 11, 23, 9, tzinfo=UTC)
day = date(2026, 11, 23)

calendar.is_business_day("2026-11-23")  # refused: argument
calendar.add_business_days(day)  # refused: call
calendar.add_business_days(day, 1.5)  # refused: argument
calendar.add_business_days(day, timedelta(1))  # refused: argument
calendar.add_business_days(day, 1, NOTHING)  # refused: call
calendar.is_open(day)  # refused: argument
calendar.add_business_time(at, 3600)  # refused: argument
calendar.business_seconds_between(at, at).days  # refused: name
calendar.is_weekend(day)  # refused: name
calendar.last = day  # refused: frozen
BusinessCalendar(  # refused: call
    zone="Europe/Moscow", week=STANDARD.week, first=day, last=day
)
BusinessCalendar(
    zone="Europe/Moscow",
    week=STANDARD.week,
    first=day,
    last=day,
    decreed_through=day,
    beyond="refuse",  # refused: argument
)
print(Beyond.IGNORE)  # refused: name


def paid(seconds: BusinessSeconds) -> int:
    """Count what is paid by service time."""
    return seconds


def cited(clause: ClauseId) -> str:
    """Cite a paragraph."""
    return clause


paid(3600)  # refused: argument
paid(ClockSeconds(3600))  # refused: argument
cited("4.3")  # refused: argument
cited(RuleId("R-4.3-1"))  # refused: argument


def late(amount: Amount) -> int:
    """Count the service time of a delay."""
    return paid(amount.clock)  # refused: argument
