"""
Answers in words: one sentence, numbered steps, or JSON; Russian and English.

Nothing is computed again: the steps an answer carries are worded, with the clauses and rules
behind them, the readings that were met, and what the answer rests on.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final, assert_never

from slarules.answer_words import answer_sentence, answer_words, capital
from slarules.assess import Verdict
from slarules.deadlines import Deadline, NotApplicable, NotStated, UntilEvent
from slarules.derivation_json import SCHEMA, answer_json, verdict_json
from slarules.reading_rows import WARNED_ROWS, choice_words, reading_row
from slarules.step_words import COUNTS, cited, sentence
from slarules.steps import CountStep
from slarules.terms import Language, Nature, Text, Word
from slarules.verdict_words import verdict_sentence
from slarules.written import written_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

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


SENTENCES: Final = {
    "no-period": Text(
        "Срока, к которому это нужно начать, договор не называет",
        "The contract states no period within which that has to begin",
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
    answer: Answer | Verdict,
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
        answer: What an agreement answered, or a verdict of an assessment.
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
            values = _values(answer, calendar)
            return json.dumps(
                {"schema": SCHEMA} | values, ensure_ascii=False, separators=(",", ":")
            )
        case _ as unreachable:
            assert_never(unreachable)


def _values(answer: Answer | Verdict, calendar: BusinessCalendar | None) -> dict[str, Any]:
    if isinstance(answer, Verdict):
        return verdict_json(answer, calendar)
    return answer_json(answer, calendar)


def _short(answer: Answer | Verdict, language: Language) -> str:
    if isinstance(answer, Verdict):
        return verdict_sentence(answer, language)
    return answer_sentence(answer, language)


def _say(key: str, language: Language, **places: object) -> str:
    return SENTENCES[key].of(language).format(**places)


def _sentence(text: str) -> str:
    """Return the text with a full stop, unless it ends in one: «2025 г.»."""
    return text if text.endswith(".") else f"{text}."


def _steps(
    answer: Answer | Verdict,
    language: Language,
    calendar: BusinessCalendar | None,
    readings: Readings | None,
) -> Iterator[str]:
    match answer:
        case Deadline():
            clauses = cited(answer.clauses, language)
            yield _sentence(f"{answer_words(answer, language)} ({clauses})")
            met = answer.readings
        case Verdict():
            yield _sentence(verdict_sentence(answer, language))
            met = tuple(dict.fromkeys(step.reading for step in answer.steps if step.reading))
        case NotStated() | NotApplicable() | UntilEvent():
            yield _sentence(answer_sentence(answer, language))
            return
        case _ as unreachable:
            assert_never(unreachable)
    for number, step in enumerate(answer.steps, 1):
        yield from _step(number, step, language, calendar)
    if answer.nature is Nature.DUTY_FROM:
        yield _sentence(_say("no-period", language))
    yield from _readings(met, language)
    yield from _warned(met, language, readings)
    if answer.rests_on is not None and answer.provisional:
        yield _sentence(_rests_on(answer.rests_on.through, language, calendar))


def _step(
    number: int, step: Step, language: Language, calendar: BusinessCalendar | None
) -> Iterator[str]:
    said, below = sentence(step, language, calendar)
    said = f"{number}. {capital(said)} ({_source(step, language)})"
    if not below:
        yield _sentence(said)
        return
    passed_over = isinstance(step, CountStep) and step.rule in COUNTS
    yield said + (_say("not-counted", language) if passed_over else ":")
    for place, line in enumerate(below, 1):
        yield "   - " + (_sentence(line) if place == len(below) else f"{line};")


def _source(step: Step, language: Language) -> str:
    """Return what stands behind a step: clause, rule, and the reading it met."""
    source = f"{cited((step.clause,), language)}, {step.rule}"
    if step.reading:
        source += f", {_say('reading', language, choice=step.reading)}"
    return source


def _readings(met: tuple[str, ...], language: Language) -> Iterator[str]:
    if met:
        yield _say("readings", language)
    for choice in met:
        yield _reading(choice, language)


@cache
def _reading(choice: str, language: Language) -> str:
    """Return what a choice is an answer to and what it says; there are some eighty of them."""
    row = reading_row(choice.partition("=")[0])
    words = capital(choice_words(choice).of(language))
    question = row.question.of(language)
    return "   - " + _say("reading-met", language, choice=choice, question=question, words=words)


def _warned(met: tuple[str, ...], language: Language, readings: Readings | None) -> Iterator[str]:
    for row in WARNED_ROWS:
        if set(met).isdisjoint(row.choices):
            continue
        in_force = met if readings is None else _in_force(row.choices, readings)
        if set(in_force).issuperset(row.choices):
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


def _rests_on(through: date, language: Language, calendar: BusinessCalendar | None) -> str:
    said = _say("rests-on", language, through=written_date(through, language), year=through.year)
    if calendar is not None:
        decreed = written_date(calendar.decreed_through, language)
        said += _say("decreed", language, decreed=decreed)
    return said
