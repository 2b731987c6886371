"""
The production calendar as it was published, read without the package.

``../shared/calendar/production-calendar.csv`` is the source where it stands beside the project;
``tests/data/official-days.csv`` says the same in one line a year, so that every test runs anywhere.
A test compares the two.
"""

from __future__ import annotations

import csv
import os
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from tests.oracles.walk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TESTS = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SLARULES_SHARED") or TESTS.parents[1] / "shared")
PUBLISHED = SHARED / "calendar" / "production-calendar.csv"
COPY = TESTS / "data" / "official-days.csv"

FIRST = date(1999, 1, 1)
LAST = date(2027, 12, 31)
MOSCOW = ZoneInfo("Europe/Moscow")
TEN_TO_SEVEN = ((time(10), time(19)),)
TEN_TO_SIX = ((time(10), time(18)),)
ONE_DAY = timedelta(days=1)
SATURDAY = 5


class OfficialDay(NamedTuple):
    """One date of the official list."""

    day: date
    working: bool
    shortened: bool
    presidential: bool


@cache
def official_days() -> Mapping[date, OfficialDay]:
    """Return every date 1999-01-01 … 2027-12-31, from the published list where it is at hand."""
    rows = read_published(PUBLISHED) if PUBLISHED.exists() else read_copy(COPY)
    return {row.day: row for row in rows}


def read_published(path: Path) -> Iterator[OfficialDay]:
    """Yield the days of the published list: one row a date."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield OfficialDay(
                day=date.fromisoformat(row["date"]),
                working=row["working"] == "1",
                shortened=row["shortened"] == "1",
                presidential=row["presidential_non_working"] == "1",
            )


def read_copy(path: Path) -> Iterator[OfficialDay]:
    """Yield the days of the copy: one row a year, which names the days unlike a plain week."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            year = row["year"]
            weekdays_off, weekends_worked, shortened, presidential = (
                {date.fromisoformat(f"{year}-{day}") for day in row[column].split()}
                for column in ("weekdays_off", "weekends_worked", "shortened", "presidential")
            )
            day = date(int(year), 1, 1)
            while day.year == int(year):
                weekend = day.weekday() >= SATURDAY
                yield OfficialDay(
                    day=day,
                    working=day in weekends_worked if weekend else day not in weekdays_off,
                    shortened=day in shortened,
                    presidential=day in presidential,
                )
                day += ONE_DAY


@cache
def moscow_desk(*, decree_days_off: bool = False, short_days: bool = False) -> Desk:
    """
    Return the desk of 1.1 over the official days, as a seven-day week with days off.

    Args:
        decree_days_off: Presidential days are no business days.
        short_days: A shortened day ends at 18:00.
    """
    days = official_days().values()
    off = {row.day for row in days if not row.working or (decree_days_off and row.presidential)}
    short = {row.day for row in days if row.shortened and row.day not in off}
    return Desk(
        zone=MOSCOW,
        week=(TEN_TO_SEVEN,) * 7,
        first=FIRST,
        last=LAST,
        days_off=frozenset(off),
        hours_on=dict.fromkeys(short, TEN_TO_SIX) if short_days else {},
    )
