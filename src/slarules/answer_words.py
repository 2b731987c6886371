"""
An answer as one sentence: what is due when, and why; or that nothing is, and why not.

The reason is told from the steps; nothing is computed again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from slarules.day_words import from_day, on_day, written_clock
from slarules.deadlines import Deadline, NotApplicable, NotStated, UntilEvent
from slarules.rules import rule
from slarules.step_words import (
    COUNTS,
    at_end_of_period,
    cited,
    end_of_period,
    fact_words,
    first_counted,
)
from slarules.steps import CountStep, CutoffStep, DayStep, FactStep
from slarules.terms import Language, Obligation, Text
from slarules.words import Unit, counted

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.deadlines import Answer
    from slarules.terms import ClauseId

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
    "silent": Text(
        "назвать его должен был бы {clause}; пробел может восполнить закон (п. 2 ст. 314 ГК РФ), "
        "но здесь это не вычисляется",
        "{clause} would have had to state one; the law may fill the gap (Civil Code art. 314(2)), "
        "which is not computed here",
    ),
    "not-applicable": Text("неприменимо: {summary}", "not applicable: {summary}"),
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
}


def capital(text: str, /) -> str:
    """Return a text that begins a sentence."""
    return text[:1].upper() + text[1:]


def answer_sentence(answer: Answer, language: Language, /) -> str:
    """Return an answer with its reason, without a full stop."""
    clauses = cited(answer.clauses, language)
    match answer:
        case Deadline():
            said = f"{answer_words(answer, language)}: {_reason(answer, language)} ({clauses})"
            if answer.provisional:
                said += _say("provisional", language, year=answer.rests_on.through.year)
            return said
        case NotStated() | NotApplicable() | UntilEvent():
            row = rule(answer.rule)
            said = row.summary.of(language)
            if row.silent is not None:
                return f"{capital(said)}; {silence_words(row.silent, language)}"
            if isinstance(answer, NotApplicable):
                said = _say("not-applicable", language, summary=said)
            return f"{capital(said)} ({clauses})"
        case _ as unreachable:
            assert_never(unreachable)


def silence_words(silent: ClauseId, language: Language, /) -> str:
    """Return what the contract's silence means, and for what it does not stand."""
    return _say("silent", language, clause=cited((silent,), language))


def answer_words(answer: Deadline, language: Language, /) -> str:
    """Return the answer without its reason."""
    return filled_moment(ANSWERS[answer.obligation].of(language), answer.due, language)


def filled_moment(text: str, moment: datetime, language: Language, /) -> str:
    """Return a text with the end of a period in the place of its {when} or {at}."""
    if "{at}" in text:
        return text.format(at=at_end_of_period(moment, language))
    return text.format(when=end_of_period(moment, language))


def _reason(answer: Deadline, language: Language) -> str:
    """Return why, from the steps: a period that ends, or a day and an hour of registration."""
    said, hour = "", None
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


def _say(key: str, language: Language, **places: object) -> str:
    return SENTENCES[key].of(language).format(**places)
