"""
An answer laid out on the days it passes: which count, with which number, and what happens when.

Read from the steps and the calendar; nothing is computed again. The drawing of it is
``deadline.py``.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final, assert_never

from slarules.assess import Verdict
from slarules.day_words import written_clock
from slarules.days import DayKind
from slarules.parameters import MIDNIGHT
from slarules.picture.phrases import SAY
from slarules.record import Record
from slarules.step_words import at_moment, end_of_period, fact_words
from slarules.steps import (
    BudgetStep,
    ChoiceStep,
    CountStep,
    CutoffStep,
    DayStep,
    FactStep,
    HourStep,
)
from slarules.terms import Nature, Word
from slarules.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from slarules.calendar import BusinessCalendar, Day
    from slarules.deadlines import Deadline
    from slarules.spans import Span
    from slarules.steps import Step
    from slarules.terms import Language

_ONE_DAY: Final = timedelta(days=1)
_DAY_SECONDS: Final = 86_400


class Part(Word):
    """What a day is to a count."""

    COUNTED = "counted"
    OPEN = "open"
    """A business day that the count does not reach."""
    OFF = "off"
    LEFT_OUT = "left-out"
    """A business day on which the count stands still."""


class Sign(Word):
    """What a mark stands for."""

    EVENT = "event"
    CUTOFF = "cutoff"
    COMPETING = "competing"
    """A moment of which the earliest or the latest is the answer."""
    DUE = "due"


class Mark(Record):
    """Something at a moment of a day."""

    sign: Sign
    day: date
    place: float
    """The part of the day, on the clock of its zone, that has passed: 0 to 1."""
    clock: str
    """The time as it is written at the mark."""
    said: str
    """What it is, in words."""
    letter: str = ""
    """What it is called in the list under the picture."""


class Cell(Record):
    """One day of the strip."""

    day: Day
    part: Part
    number: int
    """Its number in the count; 0 if it has none."""
    used: tuple[tuple[float, float], ...]
    """The parts of the day that use up an agreed time."""
    marks: tuple[Mark, ...]


class Week(Record):
    """The days of one week, from Monday, that the strip shows."""

    cells: tuple[Cell, ...]


class Gap(Record):
    """Whole weeks in which nothing happens but the count, and that are not drawn."""

    weeks: tuple[Week, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All their days."""
        return tuple(cell for week in self.weeks for cell in week.cells)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the days that are counted in them."""
        return tuple(cell.number for cell in self.cells if cell.number)


class Strip(Record):
    """All of it: rows in order, and how many of the events lie outside."""

    rows: tuple[Week | Gap, ...]
    unshown: int

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark, in order of time."""
        return tuple(mark for row in self.rows for cell in row.cells for mark in cell.marks)


def has_strip(answer: Deadline | Verdict) -> bool:
    """Return whether an answer has a moment that can be drawn: a due one, or a clock's start."""
    if answer.due is not None and answer.steps:
        return True
    return isinstance(answer, Verdict) and answer.nature is Nature.CLOCK and bool(answer.since)


def strip_of(
    answer: Deadline | Verdict,
    calendar: BusinessCalendar,
    events: Iterable[tuple[datetime, str]],
    language: Language,
) -> Strip:
    """Return the strip of an answer ``has_strip`` of; ``events`` are moments with their words."""
    due = answer.due
    marks = list(_marks(answer.steps, language))
    if due is not None and all(mark.sign is not Sign.DUE for mark in marks):
        marks.append(_ending(Sign.DUE, due, word(Sign.DUE, language), language))
    happened = [*_facts(answer.steps, language), *_outcome(answer, language)]
    shown = [*marks, *(_event(moment, said, language) for moment, said in happened)]
    days = {mark.day for mark in shown} | {
        day
        for step in answer.steps
        if isinstance(step, CountStep)
        for day in (step.start + _ONE_DAY if step.n else step.start, step.end)
    }
    first, last = min(days), max(days)
    told: list[tuple[datetime, str]] = []
    unshown = 0
    for moment, said in events:
        here = calendar.local(moment)
        if first <= here.date() <= last:
            told.append((here, said))
        else:
            unshown += 1
    # What the caller says of a moment stands in the place of what the steps say of it.
    known = {moment.timestamp() for moment, _ in told}
    told += [one for one in _facts(answer.steps, language) if one[0].timestamp() not in known]
    marks += _joined([*told, *_outcome(answer, language)], language)
    cells = list(_cells(first, last, answer.steps, marks, calendar))
    return Strip(rows=tuple(_rows(cells, language)), unshown=unshown)


# ------------------------------------------------------------------------------- marks


def _facts(steps: Iterable[Step], language: Language) -> Iterator[tuple[datetime, str]]:
    for step in steps:
        if isinstance(step, FactStep):
            yield step.at, fact_words(step.fact, language)


def _outcome(answer: Deadline | Verdict, language: Language) -> Iterator[tuple[datetime, str]]:
    """Yield when a verdict's obligation was met, and when its clock began and stopped."""
    if not isinstance(answer, Verdict):
        return
    clock = answer.nature is Nature.CLOCK
    if answer.since is not None:
        yield answer.since, SAY["runs" if clock else "met"].of(language)
    if answer.until is not None:
        yield answer.until, SAY["stops"].of(language)


def _marks(steps: Sequence[Step], language: Language) -> Iterator[Mark]:
    """Yield the marks the steps themselves give, those of facts excepted."""
    day: date | None = None
    for step in steps:
        match step:
            case DayStep():
                day = step.day
            case CutoffStep():
                assert day is not None
                yield Mark(
                    sign=Sign.CUTOFF,
                    day=day,
                    place=_place(datetime.combine(day, step.cutoff)),
                    clock=written_clock(step.cutoff, language),
                    said=word(Sign.CUTOFF, language),
                )
            case CountStep():
                day = step.end
            case HourStep():
                yield _ending(Sign.DUE, step.at, word(Sign.DUE, language), language)
            case ChoiceStep():
                for moment in step.moments:
                    if moment != step.at:
                        said = word(Sign.COMPETING, language)
                        yield _ending(Sign.COMPETING, moment, said, language)
            case FactStep():
                day = step.at.date()
            case BudgetStep():
                pass
            case _ as unreachable:
                assert_never(unreachable)


def _place(moment: datetime) -> float:
    """Return the part of its day that has passed at a moment, on the clock."""
    seconds = (moment.hour * 60 + moment.minute) * 60 + moment.second
    return (seconds + moment.microsecond / 1_000_000) / _DAY_SECONDS


def _ending(sign: Sign, moment: datetime, said: str, language: Language) -> Mark:
    """Return the mark of the end of a period: midnight belongs to the day that ends with it."""
    midnight = moment.time() == MIDNIGHT
    return Mark(
        sign=sign,
        day=moment.date() - _ONE_DAY if midnight else moment.date(),
        place=1.0 if midnight else _place(moment),
        clock="24:00" if midnight else written_clock(moment.time(), language),
        said=f"{said}: {end_of_period(moment, language)}",
    )


def _event(moment: datetime, said: str, language: Language) -> Mark:
    return Mark(
        sign=Sign.EVENT,
        day=moment.date(),
        place=_place(moment),
        clock=written_clock(moment.time(), language),
        said=f"{said} {at_moment(moment, language)}",
    )


def _joined(happened: list[tuple[datetime, str]], language: Language) -> Iterator[Mark]:
    """Yield one mark a moment, with all that happened then."""
    # In the hour that a clock shows twice, two moments are told apart by their offset.
    ordered = sorted(happened, key=lambda one: one[0].timestamp())
    for _, same in groupby(ordered, key=lambda one: one[0].timestamp()):
        members = list(same)
        said = "; ".join(dict.fromkeys(words for _, words in members))
        yield _event(members[0][0], said, language)


# ------------------------------------------------------------------------------- days


def _cells(
    first: date,
    last: date,
    steps: Sequence[Step],
    marks: Iterable[Mark],
    calendar: BusinessCalendar,
) -> Iterator[Cell]:
    parts = _parts(steps)
    used = _used(steps, calendar)
    on_day: dict[date, list[Mark]] = {}
    for mark in sorted(marks, key=lambda one: (one.day, one.place, one.sign.value)):
        on_day.setdefault(mark.day, []).append(mark)
    day = first
    while day <= last:
        known = calendar.day(day)
        usual = Part.OPEN if known.is_business_day else Part.OFF
        part, number = parts.get(day, (usual, 0))
        yield Cell(
            day=known,
            part=part,
            number=number,
            used=used.get(day, ()),
            marks=tuple(on_day.get(day, ())),
        )
        day += _ONE_DAY


def _parts(steps: Sequence[Step]) -> dict[date, tuple[Part, int]]:
    """Return what the last count makes of each day it passes, and the numbers it gives."""
    counts = [step for step in steps if isinstance(step, CountStep) and step.n]
    if not counts:
        return {}
    count = counts[-1]
    passed: dict[date, tuple[Part, int]] = {}
    passed.update((day, (Part.OFF, 0)) for day in count.skipped)
    passed.update((day, (Part.LEFT_OUT, 0)) for day in count.left_out)
    number = 0
    day = count.start + _ONE_DAY
    while day <= count.end:
        if day not in passed:
            number += 1
            passed[day] = (Part.COUNTED, number)
        day += _ONE_DAY
    return passed


def _used(
    steps: Sequence[Step], calendar: BusinessCalendar
) -> dict[date, tuple[tuple[float, float], ...]]:
    """Return the parts of each day that an agreed time is used up in."""
    used: dict[date, tuple[tuple[float, float], ...]] = {}
    for step in steps:
        if isinstance(step, BudgetStep):
            for day, part in (one for span in step.stretches for one in _split(span, calendar)):
                used[day] = (*used.get(day, ()), part)
    return used


def _split(span: Span, calendar: BusinessCalendar) -> Iterator[tuple[date, tuple[float, float]]]:
    """Yield a stretch of time day by day, as parts of each."""
    start, end = calendar.local(span.start), calendar.local(span.end)
    day = start.date()
    while day < end.date():
        yield day, (_place(start) if day == start.date() else 0.0, 1.0)
        day += _ONE_DAY
    begins = _place(start) if day == start.date() else 0.0
    if begins < _place(end):
        yield day, (begins, _place(end))


# ------------------------------------------------------------------------------- weeks


def _rows(cells: Sequence[Cell], language: Language) -> Iterator[Week | Gap]:
    """Yield the weeks; where several alike follow one another, a gap in their place."""
    lettered = _lettered(cells, language)
    weeks = [
        Week(cells=tuple(group))
        for _, group in groupby(lettered, key=lambda cell: _monday(cell.day.day))
    ]
    for alike, group in groupby(weeks, key=_likeness):
        run = tuple(group)
        if alike is None or len(run) == 1:
            yield from run
        else:
            yield Gap(weeks=run)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _likeness(week: Week) -> object:
    """Return what a week shares with those it may be left out with; None if it must be drawn."""
    plain = {DayKind.BUSINESS_DAY, DayKind.WEEKEND}
    if any(cell.marks or cell.used or cell.day.kind not in plain for cell in week.cells):
        return None
    return tuple((cell.part, cell.day.hours, cell.day.status) for cell in week.cells)


def _lettered(cells: Sequence[Cell], language: Language) -> Iterator[Cell]:
    """Yield the cells with a letter on every mark of an event."""
    alphabet = SAY["alphabet"].of(language)
    place = 0
    for cell in cells:
        marks: list[Mark] = []
        for mark in cell.marks:
            if mark.sign is not Sign.EVENT:
                marks.append(mark)
                continue
            again, letter = divmod(place, len(alphabet))
            marks.append(mark.replace(letter=alphabet[letter] + (str(again + 1) if again else "")))
            place += 1
        yield cell.replace(marks=tuple(marks))
