"""A verdict as a sentence: what became of an obligation, by which rule, when, and on what terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slarules.answer_words import capital, filled_moment, silence_words
from slarules.rules import rule
from slarules.step_words import at_moment, cited, end_of_period
from slarules.terms import Language, Nature, Obligation, Outcome, Text
from slarules.words import word

if TYPE_CHECKING:
    from slarules.assess import Verdict

DUE: Final = {
    Obligation.SUPPORT: Text("срок кончается {at}", "until {when}"),
    Obligation.REACTION: Text("срок — {when}", "due {when}"),
    Obligation.REPLACEMENT_SEARCH: Text("обязанность возникает {at}", "owed from {when}"),
    Obligation.AUTOMATIC_CLOSING: Text("закрытие — {when}", "closing on {when}"),
    Obligation.RESOLUTION_CLOCK: Text("согласованный срок — {when}", "agreed time until {when}"),
}
"""What the computed moment of an obligation is."""

CONDITIONS: Final = {
    "category": Text("если инцидент окажется B или C", "if the incident turns out to be of B or C"),
}
"""The facts a verdict may hinge on."""

WAITS: Final = {
    "support-paid": Text("начало поддержки", "the beginning of support"),
    "support-renewed": Text("продление поддержки", "a renewal of support"),
    "help-desk-restored": Text("восстановление HelpDesk", "the restoration of HelpDesk"),
    "reproduced": Text("воспроизведение проблемы", "the reproduction of the problem"),
    "resolved": Text("решение", "the resolution"),
    "sixty-days": Text("конец счёта рабочих дней", "the end of the count of business days"),
    "replacement-search-started": Text("начало поиска", "the start of the search"),
    "information-requested": Text("запрос уточнения", "a request for information"),
    "information-provided": Text("ответ Заказчика", "the Customer's answer"),
    "recommendation-given": Text("рекомендация", "the recommendation"),
    "reclassified": Text("перевод в A или D", "the move to A or D"),
}
"""What is waited for."""

# "Pending" of a duty with a due moment is not what it is of one that has none.
OUTCOMES: Final = {
    (Nature.DUTY_FROM, Outcome.PENDING): Text("обязанность возникла", "owed"),
    (Nature.DUTY_FROM, Outcome.NOT_STARTED): Text("обязанность ещё не возникла", "not owed yet"),
    (Nature.EFFECT_AT, Outcome.PENDING): Text("ещё не наступило", "has not happened yet"),
    (Nature.EFFECT_AT, Outcome.NOT_STARTED): Text("отсчёт не начат", "no count has begun"),
    (Nature.EFFECT_AT, Outcome.MET): Text("наступило", "happened"),
    (Nature.CLOCK, Outcome.PENDING): Text("идёт", "running"),
    (Nature.CLOCK, Outcome.NOT_STARTED): Text("не начат", "not started"),
    (Nature.CLOCK, Outcome.MET): Text("завершён", "stopped"),
}
"""What an outcome is called where the nature of the obligation asks for another word."""

_IN_FORCE: Final = Text("действует", "in force")

_SAID_BY_THE_RULE: Final = {Outcome.NOT_STATED, Outcome.UNTIL_EVENT}
"""Outcomes the rule's own words already name."""

SENTENCES: Final = {
    "verdict": Text("{obligation}: {outcome} — {summary}", "{obligation}: {outcome}; {summary}"),
    "by-rule": Text("{obligation}: {summary}", "{obligation}: {summary}"),
    "done": Text("сделано {at}", "done {at}"),
    "begun": Text("срок начался {at}", "begun {at}"),
    "runs-from": Text("отсчёт с момента: {when}", "counted from {when}"),
    "runs-to": Text("до момента: {when}", "to {when}"),
    "hinges": Text("это верно, {condition}", "this holds {condition}"),
    "waits": Text("ожидается: {event}", "waits for: {event}"),
    "provisional": Text(
        "ответ предварительный: переносы выходных в {year} году ещё не утверждены",
        "provisional: the transfers of days off in {year} are not decreed yet",
    ),
}


def verdict_sentence(verdict: Verdict, language: Language, /) -> str:
    """Return a verdict as one sentence, without a full stop."""
    row = rule(verdict.rule)
    said = _say(
        "by-rule" if verdict.outcome in _SAID_BY_THE_RULE else "verdict",
        language,
        obligation=word(verdict.obligation, language),
        outcome=outcome_words(verdict.obligation, verdict.nature, verdict.outcome, language),
        summary=row.summary.of(language),
    )
    parts = [said, *_moments(verdict, language)]
    if row.silent is not None and verdict.outcome is Outcome.NOT_STATED:
        parts.append(silence_words(row.silent, language))
    if verdict.outcome is not Outcome.CANNOT_TELL:
        conditions = (CONDITIONS[fact].of(language) for fact in verdict.conditional_on)
        parts += [_say("hinges", language, condition=condition) for condition in conditions]
    if verdict.waits_for:
        parts.append(_say("waits", language, event=WAITS[verdict.waits_for].of(language)))
    if verdict.rests_on is not None and verdict.provisional:
        parts.append(_say("provisional", language, year=verdict.rests_on.through.year))
    return f"{capital('; '.join(parts))} ({cited(verdict.clauses, language)})"


def outcome_words(
    obligation: Obligation, nature: Nature | None, outcome: Outcome, language: Language, /
) -> str:
    """Return what an outcome is called, of an obligation of that nature."""
    if nature is not None and (nature, outcome) in OUTCOMES:
        return OUTCOMES[nature, outcome].of(language)
    if obligation is Obligation.SUPPORT and outcome is Outcome.PENDING:
        return _IN_FORCE.of(language)
    return word(outcome, language)


def _moments(verdict: Verdict, language: Language) -> list[str]:
    found: list[str] = []
    if verdict.due is not None:
        found.append(filled_moment(DUE[verdict.obligation].of(language), verdict.due, language))
    if verdict.obligation is Obligation.RESOLUTION_CLOCK:
        if verdict.since is not None:
            found.append(_say("runs-from", language, when=end_of_period(verdict.since, language)))
        if verdict.until is not None:
            found.append(_say("runs-to", language, when=end_of_period(verdict.until, language)))
    elif verdict.since is not None and verdict.since != verdict.due:
        key = "begun" if verdict.obligation is Obligation.SUPPORT else "done"
        found.append(_say(key, language, at=at_moment(verdict.since, language)))
    return found


def _say(key: str, language: Language, **places: object) -> str:
    return SENTENCES[key].of(language).format(**places)
