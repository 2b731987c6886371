"""Columns say what one row says: the calendar, the due moments, whole incidents (issue 6)."""

from __future__ import annotations

import warnings
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from proof.part import Outcome, Part, Table, Text, Tried
from slarules import batch
from slarules.agreement import Agreement, standard_support
from slarules.errors import ProjectedCalendarWarning
from slarules.readings import SWITCHES, Readings
from slarules.terms import Category
from tests.calendars import MOSCOW
from tests.columns import differences, generated

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS: Final = 1_000_000
"""Rows of each operation of the calendar, and of all incidents together."""
FIRST, LAST = date(1999, 1, 1), date(2027, 12, 31)
EDGES: Final = (time(0), time(10), time(12), time(19))
"""Midnight, opening, cut-off, closing."""
OF_DUE_MOMENTS: Final = (
    "cutoff-instant",
    "reaction-day-end",
    "registered-on-day-off",
    "before-opening",
    "day-count-start",
    "period-end",
    "silence-end",
    "silence-out-of-hours",
    "short-days",
    "decree-days",
)
"""The switches that move a due moment; what others do is seen on whole incidents."""
SHOWN: Final = 10


def run() -> Outcome:
    """Compare, row by row."""
    warnings.simplefilter("ignore", ProjectedCalendarWarning)
    operations = _operations()
    edges = _edges()
    incidents = _incidents()
    failed = [*operations[1], *edges[1], *incidents[1]]
    return Outcome(
        tried=(
            Tried(Text("ответов календаря", "answers of the calendar"), operations[0]),
            Tried(
                Text("сроков на границах дней 1999–2027", "due moments on the edges of 1999–2027"),
                edges[0],
            ),
            Tried(Text("инцидентов целиком", "whole incidents"), incidents[0]),
        ),
        found=(Text("расхождений нет", "no difference"),) if not failed else (),
        tables=(
            Table(
                Text("Под каждым вариантом каждого прочтения", "Under every option of a reading"),
                (Text("вариант", "option"), Text("инцидентов", "incidents")),
                tuple((option, _share()) for option in _options()),
            ),
        ),
        failed=tuple(failed[:SHOWN]),
    )


def _options() -> list[str]:
    return [f"{switch}={one.value}" for switch, options in SWITCHES.items() for one in options]


def _share() -> int:
    return -(-ROWS // len(_options()))


def _operations() -> tuple[int, list[str]]:
    """Compare the operations of the standard calendar."""
    calendar = standard_support().calendar
    hours = batch.calendar(calendar)
    rng = np.random.default_rng(6)
    low, high = np.array(["1999-02-01", "2027-09-01"], "M8[s]").view(np.int64)
    since, until = (rng.integers(low, high, ROWS).view("M8[s]") for _ in range(2))
    on_the_hour = rng.random(ROWS) < 0.5  # noqa: PLR2004 - half of them
    since = np.where(on_the_hour, since.astype("M8[h]").astype("M8[s]"), since)
    days = since.astype("M8[D]")
    starts, ends = _in_utc(since), _in_utc(until)
    asked: tuple[tuple[str, Any, Callable[[int], Any]], ...] = (
        (
            "add_business_days",
            hours.add_business_days(days, 60),
            lambda row: calendar.add_business_days(dates[row], 60),
        ),
        (
            "is_business_day",
            hours.is_business_day(days),
            lambda row: calendar.is_business_day(dates[row]),
        ),
        (
            "is_open",
            hours.is_open(since, zone="UTC"),
            lambda row: calendar.is_open(starts[row]),
        ),
        (
            "next_opening",
            hours.next_opening(since, zone="UTC"),
            lambda row: _shown(calendar.next_opening(starts[row])),
        ),
        (
            "next_closing",
            hours.next_closing(since, zone="UTC"),
            lambda row: _shown(calendar.next_closing(starts[row])),
        ),
        (
            "business_seconds_between",
            hours.business_seconds_between(since, until, zone="UTC"),
            lambda row: calendar.business_seconds_between(starts[row], ends[row]),
        ),
    )
    dates = days.tolist()
    failed = []
    for name, column, one in asked:
        for row, value in enumerate(column.values.tolist()):
            if value != one(row):
                failed.append(f"{name} of row {row}: {value}, not {one(row)}")
                break
    return ROWS * len(asked), failed


def _in_utc(column: Any) -> list[datetime]:
    return [at.replace(tzinfo=UTC) for at in column.tolist()]


def _shown(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)


def _edges() -> tuple[int, list[str]]:
    """Compare due moments a second before, at and after every edge of every day."""
    count = (LAST - FIRST).days + 1
    midnights = [datetime.combine(FIRST + timedelta(day), time(0)) for day in range(count)]
    moments = [
        at + timedelta(hours=edge.hour, seconds=step)
        for at in midnights
        for edge in EDGES
        for step in (-1, 0, 1)
    ][1:]
    given = np.array(moments, "M8[s]")
    aware = [at.replace(tzinfo=MOSCOW) for at in moments]
    tried, failed = 0, []
    for switch in OF_DUE_MOMENTS:
        for option in SWITCHES[switch]:
            agreement = Agreement(readings=Readings.of([f"{switch}={option.value}"]))
            of = batch.of(agreement)
            for name, column, one in (
                ("reaction", of.reaction_due, agreement.reaction_due),
                ("search", of.replacement_search_due, _search(agreement)),
                ("closing", of.automatic_closing_due, _closing(agreement)),
            ):
                found = column(given, zone="Europe/Moscow", outside=batch.Outside.MASK)
                tried += len(moments)
                for at, value, none in zip(
                    aware, found.values.tolist(), found.outside.tolist(), strict=True
                ):
                    # on the first day a count that takes in its first day has none to begin with
                    if none and at.date() == FIRST:
                        continue
                    due = one(at)
                    if none or value != due.astimezone(MOSCOW).replace(tzinfo=None):
                        failed.append(f"{name} of {at} under {switch}={option.value}: {value}")
                        break
    return tried, failed


def _search(agreement: Agreement) -> Callable[[datetime], datetime]:
    def due(at: datetime) -> datetime:
        found = agreement.replacement_search_deadline(at, Category.B)
        return found.due  # type: ignore[union-attr]

    return due


def _closing(agreement: Agreement) -> Callable[[datetime], datetime]:
    return lambda at: agreement.automatic_closing_deadline(at).due


def _incidents() -> tuple[int, list[str]]:
    """Compare whole incidents, under every option of every reading."""
    tried, failed = 0, []
    for place, option in enumerate(_options()):
        agreement = Agreement(readings=Readings.of([option]))
        columns = generated(place, _share(), first="2005-01-01", days=8_000)
        answers = batch.of(agreement).assess(zone="Europe/Moscow", **columns)
        tried += len(answers)
        failed += [f"{option}: {one}" for one in differences(agreement, columns, answers)[:1]]
        if answers.answered + sum(answers.refused.values()) != len(answers):
            failed.append(f"{option}: the totals do not reconcile")
    return tried, failed


PART: Final = Part(
    name="batch",
    title=Text("Столбцы отвечают то же, что отдельные вызовы", "Columns answer as single calls do"),
    method=Text(
        "Каждая строка столбца сличается с ответом обычного вызова о ней: операции календаря, "
        "сроки за секунду до каждой границы дня, на ней и через секунду после неё, инциденты "
        "целиком под каждым вариантом каждого прочтения.",
        "Every row of a column is held to what the plain call says of it: operations of the "
        "calendar, due moments a second before, at and after every edge of every day, whole "
        "incidents under every option of every reading.",
    ),
    covers=(
        "src/slarules/batch/*.py",
        "src/slarules/calendar/*.py",
        "src/slarules/assess/*.py",
        "src/slarules/history/*.py",
        "src/slarules/deadlines.py",
        "src/slarules/daytable.py",
        "src/slarules/timeline.py",
        "src/slarules/readings.py",
        "tests/columns.py",
    ),
    run=run,
)
