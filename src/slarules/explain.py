"""
Answers in words: one sentence, numbered steps, or JSON; Russian and English.

Nothing is computed again: the steps an answer carries are worded, with the clauses and rules
behind them, the readings that were met, and what the answer rests on.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, assert_never

from slarules.day_words import from_day, on_day, written_clock
from slarules.deadlines import Deadline, NotApplicable, NotStated, UntilEvent
from slarules.derivation_json import SCHEMA, answer_json
from slarules.reading_rows import WARNED_ROWS, choice_words, reading_row
from slarules.rules import rule
from slarules.step_words import (
    COUNTS,
    at_end_of_period,
    cited,
    end_of_period,
    fact_words,
    first_counted,
    sentence,
)
from slarules.steps import CountStep, CutoffStep, DayStep, FactStep
from slarules.terms import Language, Obligation, Text, Word
from slarules.words import Unit, counted
from slarules.written import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slarules.calendar import BusinessCalendar
    from slarules.deadlines import Answer
    from slarules.readings import Readings
    from slarules.steps import Step


class Form(Word):
    """How much an explanation says."""

    SHORT = "short"
    """One sentence."""
    STEPS = "steps"
    """The answer, then its numbered steps, the readings it met, and what it rests on."""
    JSON = "json"
    """The same as data, on one line."""


# What an answer is. {when} stands alone («вторник, …, 19:00»), {at} in a sentence («во вторник,
# …, в 19:00»).
ANSWERS: Final = {
    Obligation.REACTION: Text("Срок реакции — {when}", "Reaction due {when}"),
    Obligation.REPLACEMENT_SEARCH: Text(
        "Обязанность искать замену внешнему ПО возникает {at}, если проблема не решена раньше",
        "The search for a replacement is owed from {when}, unless the problem is solved by then",
    ),
    Obligation.AUTOMATIC_CLOSING: Text(
        "Инцидент закроется сам {at}, если Заказчик раньше не ответит и не оставит комментария",
        "The incident closes by itself {at}, unless the Customer answers or comments by then",
    ),
}

SENTENCES: Final = {
    "not-stated": Text(
        "{summary}; назвать его должен был бы {clause}; пробел может восполнить закон (п. 2 ст. "
        "314 ГК РФ), но здесь это не вычисляется",
        "{summary}; {clause} would have had to state one; the law may fill the gap (Civil Code "
        "art. 314(2)), which is not computed here",
    ),
    "cited": Text("{summary} ({clauses})", "{summary} ({clauses})"),
    "fact": Text("{fact} {day}, в {clock}", "{fact} {day}, at {clock}"),
    "off": Text(", в нерабочий день", ", on a day off"),
    "treated": Text(", но считается записанным в {clock}", ", but counts as entered at {clock}"),
    "before": Text(", раньше {cutoff}", ", before {cutoff}"),
    "not-before": Text(", не раньше {cutoff}", ", not before {cutoff}"),
    "same-day": Text(
        ", поэтому срок — тот же рабочий день", ", so it is due the same business day"
    ),
    "next-day": Text(
        ", поэтому срок — следующий рабочий день", ", so it is due the next business day"
    ),
    "nearest-day": Text(
        ", поэтому срок — ближайший рабочий день", ", so it is due the first business day after"
    ),
    "period": Text(
        "тогда кончается {n}-й рабочий день, считая {first}",
        "that is when business day {n} ends, counting {first}",
    ),
    "stood-still": Text("; счёт стоял {days}", "; the count stood still for {days}"),
    "provisional": Text(
        "; ответ предварительный: переносы выходных в {year} году ещё не утверждены",
        "; provisional: the transfers of days off in {year} are not decreed yet",
    ),
    "not-counted": Text("; не в счёт:", "; not counted:"),
    "reading": Text("толкование {choice}", "reading {choice}"),
    "readings": Text("Толкования, от которых зависит ответ:", "Readings the answer depends on:"),
    "reading-met": Text("{choice}. {question} {words}.", "{choice}. {question} {words}."),
    "warned": Text(
        "Осторожно, {first} и {second} плохо сочетаются: {why}",
        "Take care, {first} and {second} do not sit well together: {why}",
    ),
    "rests-on": Text(
        "Ответ предварительный: он опирается на дни по {through} включительно, а переносы "
        "выходных в {year} году ещё не утверждены, и пока действует один закон",
        "Provisional: the answer rests on days through {through}, and the transfers of days off "
        "in {year} are not decreed yet, so that the standing law alone is applied",
    ),
    "decreed": Text("; утверждены дни по {decreed}", "; days are decreed through {decreed}"),
}


def explain(
    answer: Answer,
    /,
    *,
    language: Language = Language.RU,
    form: Form = Form.SHORT,
    calendar: BusinessCalendar | None = None,
    readings: Readings | None = None,
) -> str:
    """
    Return an answer in words, with the clauses behind it.

    Args:
        answer: What an agreement answered.
        language: Russian or English; ids are the same in both.
        form: One sentence, numbered steps, or JSON.
        calendar: The calendar the answer was made on: it knows why a day is off. Without it
            days off are plain dates.
        readings: The readings in force. With them a warned combination is shown where the
            answer met one of its two choices; without them, where it met both.
    """
    match form:
        case Form.SHORT:
            return _sentence(_short(answer, language))
        case Form.STEPS:
            return "\n".join(_steps(answer, language, calendar, readings))
        case Form.JSON:
            document = {"schema": SCHEMA} | answer_json(answer, calendar)
            return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
        case _ as unreachable:
            assert_never(unreachable)


# ------------------------------------------------------------------------------- one sentence


def _short(answer: Answer, language: Language) -> str:
    clauses = cited(answer.clauses, language)
    match answer:
        case Deadline():
            said = f"{_what(answer, language)}: {_reason(answer, language)} ({clauses})"
            if answer.provisional:
                said += _say("provisional", language, year=answer.rests_on.through.year)
            return said
        case NotStated() | NotApplicable() | UntilEvent():
            return _without_moment(answer, language)
        case _ as unreachable:
            assert_never(unreachable)


def _say(key: str, language: Language, **places: object) -> str:
    return SENTENCES[key].of(language).format(**places)


def _what(answer: Deadline, language: Language) -> str:
    """Return the answer without its reason."""
    when, at = end_of_period(answer.due, language), at_end_of_period(answer.due, language)
    return ANSWERS[answer.obligation].of(language).format(when=when, at=at)


def _reason(answer: Deadline, language: Language) -> str:
    """Return why, from the steps: a period that ends, or a day and an hour of registration."""
    said = ""
    for step in answer.steps:
        match step:
            case CountStep() if step.rule not in COUNTS:
                first = from_day(first_counted(step), language)
                said = _say("period", language, n=step.n, first=first)
                if step.left_out:
                    days = counted(len(step.left_out), Unit.BUSINESS_DAY, language)
                    said += _say("stood-still", language, days=days)
                return said
            case FactStep():
                fact = fact_words(step.fact, language)
                clock = written_clock(step.at.time(), language)
                day = on_day(step.at.date(), language)
                said = _say("fact", language, fact=fact, day=day, clock=clock)
                hour = step.at.time()
            case DayStep() if not step.is_business_day:
                said += _say("off", language)
            case CutoffStep():
                if step.clock != hour:
                    clock = written_clock(step.clock, language)
                    said += _say("treated", language, clock=clock)
                key = "before" if step.is_before else "not-before"
                said += _say(key, language, cutoff=written_clock(step.cutoff, language))
            case _:
                pass
    return said + _say(COUNTS[_last_count(answer).rule], language)


def _last_count(answer: Deadline) -> CountStep:
    return next(step for step in reversed(answer.steps) if isinstance(step, CountStep))


def _without_moment(answer: NotStated | NotApplicable | UntilEvent, language: Language) -> str:
    row = rule(answer.rule)
    summary = _capital(row.summary.of(language))
    if row.silent is not None:
        clause = cited((row.silent,), language)
        return _say("not-stated", language, summary=summary, clause=clause)
    return _say("cited", language, summary=summary, clauses=cited(answer.clauses, language))


# ------------------------------------------------------------------------------- numbered steps


def _steps(
    answer: Answer,
    language: Language,
    calendar: BusinessCalendar | None,
    readings: Readings | None,
) -> Iterator[str]:
    match answer:
        case Deadline():
            yield f"{_what(answer, language)} ({cited(answer.clauses, language)})."
            for number, step in enumerate(answer.steps, 1):
                said, below = sentence(step, language, calendar)
                said = f"{number}. {_capital(said)} ({_source(step, language)})"
                yield said + _below(step, language) if below else _sentence(said)
                for place, line in enumerate(below, 1):
                    yield "   - " + (_sentence(line) if place == len(below) else f"{line};")
            yield from _readings(answer, language)
            yield from _warned(answer, language, readings)
            yield from _rests_on(answer, language, calendar)
        case NotStated() | NotApplicable() | UntilEvent():
            yield _sentence(_without_moment(answer, language))
        case _ as unreachable:
            assert_never(unreachable)


def _sentence(text: str) -> str:
    """Return the text with a full stop, unless it ends in one: «2025 г.»."""
    return text if text.endswith(".") else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _below(step: Step, language: Language) -> str:
    """Return what leads to the lines under a step."""
    passed_over = isinstance(step, CountStep) and step.rule in COUNTS
    return _say("not-counted", language) if passed_over else ":"


def _source(step: Step, language: Language) -> str:
    """Return what stands behind a step: clause, rule, and the reading it met."""
    source = f"{cited((step.clause,), language)}, {step.rule}"
    if step.reading:
        source += f", {_say('reading', language, choice=step.reading)}"
    return source


def _readings(answer: Deadline, language: Language) -> Iterator[str]:
    if not answer.readings:
        return
    yield SENTENCES["readings"].of(language)
    for choice in answer.readings:
        row = reading_row(choice.partition("=")[0])
        yield "   - " + _say(
            "reading-met",
            language,
            choice=choice,
            question=row.question.of(language),
            words=_capital(choice_words(choice).of(language)),
        )


def _warned(answer: Deadline, language: Language, readings: Readings | None) -> Iterator[str]:
    met = set(answer.readings)
    for row in WARNED_ROWS:
        in_force = met if readings is None else met | _in_force(row.choices, readings)
        if met.intersection(row.choices) and in_force.issuperset(row.choices):
            first, second = row.choices
            why = row.why.of(language)
            yield _sentence(_say("warned", language, first=first, second=second, why=why))


def _in_force(choices: tuple[str, str], readings: Readings) -> set[str]:
    """Return which of the choices are those of the readings in force."""
    found = set()
    for choice in choices:
        switch, _, option = choice.partition("=")
        if readings.option(switch).value == option:
            found.add(choice)
    return found


def _rests_on(
    answer: Deadline, language: Language, calendar: BusinessCalendar | None
) -> Iterator[str]:
    if not answer.provisional:
        return
    through = answer.rests_on.through
    said = _say("rests-on", language, through=written_date(through, language), year=through.year)
    if calendar is not None:
        decreed = written_date(calendar.decreed_through, language)
        said += _say("decreed", language, decreed=decreed)
    yield _sentence(said)
