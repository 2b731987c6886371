"""
The steps of a derivation as sentences, Russian and English. Nothing is computed again.

A sentence is a row with places to fill; a step fills them with what it carries.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Final, assert_never

from slarules.day_words import (
    day_reason,
    days_off,
    listed,
    on_day,
    short_day,
    weekday,
    weeks_of_count,
    written_clock,
)
from slarules.days import DayKind
from slarules.parameters import MIDNIGHT
from slarules.steps import (
    BudgetStep,
    ChoiceStep,
    CountStep,
    CutoffStep,
    DayStep,
    FactStep,
    Hour,
    HourStep,
    Step,
)
from slarules.terms import ClauseId, Language, Text
from slarules.words import Unit, counted
from slarules.written import written_date, written_day, written_end, written_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from slarules.calendar import BusinessCalendar
    from slarules.spans import Span

_ONE_DAY: Final = timedelta(days=1)
_EACH_DAY_NAMED: Final = 5
"""A count of no more days than this names every one of them; a longer one goes by weeks."""

FACTS: Final = {
    "registered": Text("инцидент зарегистрирован", "the incident was registered"),
    "asked": Text("в инцидент внесён запрос уточнения", "a request for information was entered"),
    "commented": Text("Заказчик оставил комментарий", "the Customer commented"),
    "reclassified": Text("категория изменена", "the category was changed"),
    "reproduced": Text("проблема воспроизведена", "the problem was reproduced"),
    "workaround-failed": Text("обходной путь перестал работать", "the workaround stopped working"),
    "done": Text("сделано", "it was done"),
}
"""What happened, by the word of the step, to stand inside a sentence."""

SENTENCES: Final = {
    "at": Text("{day}, в {clock}", "{day}, at {clock}"),
    "fact": Text("{fact} {at}", "{fact} {at}"),
    "day": Text("{date} ({weekday}) — {reason}", "{weekday}, {date}, is {reason}"),
    "worked-day": Text("{date} — {reason}", "{date} is {reason}"),
    "business-day": Text("рабочий день", "a business day"),
    "declared-day": Text(
        "рабочий день по толкованию decree-days=business-days, хотя это {reason}",
        "a business day by reading decree-days=business-days, though {reason}",
    ),
    "day-off": Text("нерабочий день", "a day off"),
    "day-off-why": Text("нерабочий день: {reason}", "a day off: {reason}"),
    "before": Text("{clock} — раньше {cutoff}", "{clock} is before {cutoff}"),
    "not-before": Text("{clock} — не раньше {cutoff}", "{clock} is not before {cutoff}"),
    "same-day": Text("Срок — тот же рабочий день: {end}", "It is due the same business day: {end}"),
    "next-day": Text(
        "Срок — следующий рабочий день: {end}", "It is due the next business day: {end}"
    ),
    "nearest-day": Text(
        "Ближайший рабочий день после него: {end}", "The first business day after it: {end}"
    ),
    "count": Text("{days}, последний — {end}", "{days}, the last of them {end}"),
    "count-of-one": Text("{days}: {end}", "{days}: {end}"),
    "each-day": Text("день {number}: {day}", "day {number}: {day}"),
    "pause": Text("{days} — счёт стоит", "{days} — the count stands still"),
    "closing": Text(
        "Рабочее время службы в этот день кончается в {clock}",
        "Service hours on that day end at {clock}",
    ),
    "end-of-day": Text("Этот день кончается в 24:00", "That day ends at 24:00"),
    "budget": Text(
        "Согласованное время ({amount} рабочего времени службы) кончается {at}",
        "The agreed time ({amount} of service hours) is used up {at}",
    ),
    "stretch": Text("{day}: {opens}–{closes}", "{day}: {opens}–{closes}"),
    "earliest": Text("Самый ранний из моментов: {moment}", "The earliest of the moments: {moment}"),
    "latest": Text("Самый поздний из моментов: {moment}", "The latest of the moments: {moment}"),
}
"""What a step says, by what it found; the places in braces are filled from the step."""

COUNTS: Final = {
    "R-4.3-5": "same-day",
    "R-4.3-6": "next-day",
    "R-4.3-7": "nearest-day",
    "R-4.11-3": "nearest-day",
}
"""The sentence of a count that finds a day; other rules count a period."""


def cited(clauses: Sequence[ClauseId], language: Language, /) -> str:
    """Return clauses as they are cited: «п. 4.3», «пп. 4.3 и 1.1», "clauses 4.3 and 1.1"."""
    one = len(clauses) == 1
    match language:
        case Language.RU:
            return f"{'п.' if one else 'пп.'} {listed(clauses, language)}"
        case Language.EN:
            return f"{'clause' if one else 'clauses'} {listed(clauses, language)}"
        case _ as unreachable:
            assert_never(unreachable)


def end_of_period(moment: datetime, language: Language, /) -> str:
    """Return the end of a period with its weekday; midnight is 24:00 of the day it ends."""
    day = moment.date() - _ONE_DAY if moment.time() == MIDNIGHT else moment.date()
    return f"{weekday(day, language)}, {written_end(moment, language)}"


def at_end_of_period(moment: datetime, language: Language, /) -> str:
    """Return the same, to follow a verb: «во вторник, 13 января 2026 г., в 24:00 по …»."""
    day = moment.date() - _ONE_DAY if moment.time() == MIDNIGHT else moment.date()
    return _at(day, written_end(moment, language), language)


def at_moment(moment: datetime, language: Language, /) -> str:
    """Return a moment to follow a verb: «в субботу, 28 декабря 2024 г., в 15:00 по …»."""
    return _at(moment.date(), written_moment(moment, language), language)


def _at(day: date, written: str, language: Language) -> str:
    _, _, clock = written.partition(", ")  # neither language has a comma inside its date
    return _say("at", language, day=on_day(day, language), clock=clock)


def fact_words(fact: str, language: Language, /) -> str:
    """Return what happened, to stand inside a sentence."""
    return FACTS[fact].of(language)


def first_counted(step: CountStep, /) -> date:
    """Return day 1 of a count: the first day after its start that is neither off nor left out."""
    passed = {*step.skipped, *step.left_out}
    day = step.start + _ONE_DAY
    while day in passed:
        day += _ONE_DAY
    return day


def sentence(
    step: Step, language: Language, calendar: BusinessCalendar | None, /
) -> tuple[str, tuple[str, ...]]:
    """Return what a step says, without a full stop, and the lines that belong under it."""
    match step:
        case FactStep():
            fact = fact_words(step.fact, language)
            return _say("fact", language, fact=fact, at=at_moment(step.at, language)), ()
        case DayStep():
            return _day(step, language, calendar), ()
        case CutoffStep():
            clock, cutoff = (
                written_clock(step.clock, language),
                written_clock(step.cutoff, language),
            )
            key = "before" if step.is_before else "not-before"
            return _say(key, language, clock=clock, cutoff=cutoff), ()
        case CountStep():
            return _count(step, language, calendar)
        case HourStep(hour=Hour.CLOSING):
            clock = written_clock(step.at.time(), language)
            if step.at.time() == MIDNIGHT:
                clock = "24:00"
            return _say("closing", language, clock=clock), ()
        case HourStep():
            return _say("end-of-day", language), ()
        case BudgetStep():
            amount = counted(step.business_minutes, Unit.MINUTE, language)
            parts = tuple(_stretch(span, step.at, language) for span in step.stretches)
            at = at_moment(step.at, language)
            return _say("budget", language, amount=amount, at=at), parts
        case ChoiceStep():
            key = "earliest" if step.at == min(step.moments) else "latest"
            competing = tuple(end_of_period(moment, language) for moment in step.moments)
            return _say(key, language, moment=end_of_period(step.at, language)), competing
        case _ as unreachable:
            assert_never(unreachable)


def _stretch(span: Span, at: datetime, language: Language) -> str:
    """Return one stretch of service time, on the clock of the moment it leads to."""
    start, end = span.start.astimezone(at.tzinfo), span.end.astimezone(at.tzinfo)
    closes = "24:00" if end.time() == MIDNIGHT else written_clock(end.time(), language)
    return _say(
        "stretch",
        language,
        day=written_day(start.date(), language),
        opens=written_clock(start.time(), language),
        closes=closes,
    )


def _say(key: str, language: Language, **places: object) -> str:
    return SENTENCES[key].of(language).format(**places)


def _day(step: DayStep, language: Language, calendar: BusinessCalendar | None) -> str:
    date_, weekday_ = written_date(step.day, language), weekday(step.day, language)
    known = None if calendar is None else calendar.day(step.day)
    if known is not None and known.is_business_day != step.is_business_day:
        known = None  # another calendar than the one the answer was made on
    if step.is_business_day:
        if known is None or known.kind is DayKind.BUSINESS_DAY:
            reason = _say("business-day", language)
        elif known.kind is DayKind.PRESIDENTIAL:
            reason = _say("declared-day", language, reason=day_reason(known, language))
        else:
            reason = day_reason(known, language)
            return _say("worked-day", language, date=date_, reason=reason)
    elif known is None or known.kind is DayKind.WEEKEND:
        reason = _say("day-off", language)
    else:
        reason = _say("day-off-why", language, reason=day_reason(known, language))
    return _say("day", language, date=date_, weekday=weekday_, reason=reason)


def _count(
    step: CountStep, language: Language, calendar: BusinessCalendar | None
) -> tuple[str, tuple[str, ...]]:
    end = written_day(step.end, language)
    key = COUNTS.get(step.rule)
    if key is not None:
        return _say(key, language, end=end), tuple(days_off(step.skipped, language, calendar))
    days = counted(step.n, Unit.BUSINESS_DAY, language)
    said = _say("count" if step.n > 1 else "count-of-one", language, days=days, end=end)
    if step.n > _EACH_DAY_NAMED:
        return said, tuple(weeks_of_count(step, language, calendar))
    return said, tuple(_each_day(step, language, calendar))


def _each_day(
    step: CountStep, language: Language, calendar: BusinessCalendar | None
) -> Iterator[str]:
    """Yield every day of a short count in order, and between them what is not counted."""
    passed = {*step.skipped, *step.left_out}
    waiting: list[date] = []
    day, number = step.start, 0
    while day < step.end:
        day += _ONE_DAY
        if day in passed:
            waiting.append(day)
            continue
        yield from _between(waiting, step, language, calendar)
        waiting.clear()
        number += 1
        yield _say("each-day", language, number=number, day=short_day(day, language))


def _between(
    days: list[date], step: CountStep, language: Language, calendar: BusinessCalendar | None
) -> Iterator[str]:
    left_out = set(step.left_out)
    for out, run in groupby(days, key=left_out.__contains__):
        if out:
            for days_out in days_off(run, language, None):
                yield _say("pause", language, days=days_out)
        else:
            yield from days_off(run, language, calendar)
