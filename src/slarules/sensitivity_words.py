"""
What other readings would change, in words: what is, an arrow, what would be.

Nothing is computed again: the changes a ``Sensitivity`` carries are worded. Moments are on the
calendar's clock; a clock with a name of its own (Moscow, UTC) goes unnamed here, since whoever
prints a list of changes names it once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from slarules.answer_words import capital
from slarules.day_words import weekday
from slarules.findings import FINDING
from slarules.reading_rows import WARNED_ROWS, choice_words, reading_row
from slarules.sensitivity import FindingsChange, RegistrationChange, StateChange, VerdictChange
from slarules.step_words import end_of_period
from slarules.terms import Language, Nature, Obligation, Text
from slarules.verdict_words import CONDITIONS, WAITS, outcome_words
from slarules.words import word
from slarules.written import CLOCKS, written_moment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from slarules.findings import FindingId
    from slarules.readings import Readings
    from slarules.sensitivity import Change, Effect, Glance

NATURES: Final = {
    Obligation.REACTION: Nature.DUTY_BY,
    Obligation.REPLACEMENT_SEARCH: Nature.DUTY_FROM,
    Obligation.AUTOMATIC_CLOSING: Nature.EFFECT_AT,
    Obligation.RESOLUTION_CLOCK: Nature.CLOCK,
}
"""What the moment of an obligation means, so that its outcome is called as a verdict calls it."""

DUE: Final = {
    Obligation.SUPPORT: Text("конец срока — {when}", "until {when}"),
    Obligation.REACTION: Text("срок — {when}", "due {when}"),
    Obligation.RESOLUTION_CLOCK: Text("срок — {when}", "due {when}"),  # of a target agreed
    Obligation.REPLACEMENT_SEARCH: Text("обязанность с момента: {when}", "owed from {when}"),
    Obligation.AUTOMATIC_CLOSING: Text("закрытие — {when}", "closing on {when}"),
}
"""What the computed moment of an obligation is."""

SENTENCES: Final = {
    "choice": Text("{choice}. {question} {words}.", "{choice}. {question} {words}."),
    "pair": Text("{first} вместе с {second}", "{first} together with {second}"),
    "warned": Text(
        "осторожно, {first} и {second} плохо сочетаются: {why}",
        "take care, {first} and {second} do not sit well together: {why}",
    ),
    "changed": Text("{what}: {before} → {after}", "{what}: {before} → {after}"),
    "same-outcome": Text("{obligation} ({outcome})", "{obligation} ({outcome})"),
    "done": Text("сделано — {when}", "done {when}"),
    "begun": Text("начало — {when}", "begun {when}"),
    "runs-from": Text("отсчёт с момента: {when}", "counted from {when}"),
    "runs-to": Text("до момента: {when}", "to {when}"),
    "waits": Text("ожидается: {event}", "waits for: {event}"),
    "nothing": Text("нет", "none"),
    "registration": Text("официальная регистрация", "official registration"),
    "state": Text("состояние", "state"),
    "gone": Text("нет больше замечания {finding}", "no more of finding {finding}"),
    "new": Text("появится замечание {finding}", "a new finding, {finding}"),
    "finding": Text("{id} ({text})", "{id} ({text})"),
}


def effect_words(effect: Effect, readings: Readings, language: Language, /) -> tuple[str, ...]:
    """
    Return an effect in lines: the choice or the two, a warning where one is due, each change.

    Args:
        effect: One effect of a sensitivity.
        readings: The choices made, from which the effect departs.
        language: Russian or English.
    """
    changes = (line for change in effect.changes for line in change_words(change, language))
    return (_head(effect, language), *_warnings(effect, readings, language), *changes)


def _head(effect: Effect, language: Language) -> str:
    """Return a choice with its question and answer, or the ids of two."""
    choice, *others = effect.readings
    if others:
        return _say("pair", language, first=choice, second=others[0])
    question = reading_row(choice.partition("=")[0]).question.of(language)
    words = capital(choice_words(choice).of(language))
    return _say("choice", language, choice=choice, question=question, words=words)


def _warnings(effect: Effect, readings: Readings, language: Language) -> Iterator[str]:
    """Yield why the library warns of these choices, together with the others made."""
    flipped = dict(choice.split("=") for choice in effect.readings)
    for row in WARNED_ROWS:
        pair = dict(choice.split("=") for choice in row.choices)
        stands = all(
            flipped.get(switch, readings.option(switch).value) == option
            for switch, option in pair.items()
        )
        if stands and not set(effect.readings).isdisjoint(row.choices):
            first, second = row.choices
            yield _say("warned", language, first=first, second=second, why=row.why.of(language))


def change_words(change: Change, language: Language, /) -> Iterator[str]:
    """Yield what one change comes to, without full stops."""
    match change:
        case VerdictChange():
            yield _verdict(change, language)
        case RegistrationChange():
            before, after = (
                _say("nothing", language) if moment is None else _at(moment, language)
                for moment in (change.before, change.after)
            )
            what = _say("registration", language)
            yield _say("changed", language, what=what, before=before, after=after)
        case StateChange():
            before, after = word(change.before, language), word(change.after, language)
            what = _say("state", language)
            yield _say("changed", language, what=what, before=before, after=after)
        case FindingsChange():
            for key, findings in (("gone", change.gone), ("new", change.new)):
                for finding in findings:
                    yield _say(key, language, finding=_finding(finding, language))
        case _ as unreachable:
            assert_never(unreachable)


def _finding(finding: FindingId, language: Language) -> str:
    return _say("finding", language, id=finding, text=FINDING[finding].text.of(language))


def _verdict(change: VerdictChange, language: Language) -> str:
    """Return both sides of a verdict; what they share is said once, or not at all."""
    of, before, after = change.obligation, change.before, change.after
    what = word(of, language)
    sides = [
        _side(of, glance, other, language) for glance, other in ((before, after), (after, before))
    ]
    outcomes = [
        outcome_words(of, NATURES.get(of), glance.outcome, language) for glance in (before, after)
    ]
    if before.outcome is after.outcome:
        what = _say("same-outcome", language, obligation=what, outcome=outcomes[0])
        was, will = ("; ".join(side) or _say("nothing", language) for side in sides)
    else:
        was, will = (
            "; ".join([outcome, *side]) for outcome, side in zip(outcomes, sides, strict=True)
        )
    return _say("changed", language, what=what, before=was, after=will)


def _side(of: Obligation, glance: Glance, other: Glance, language: Language) -> list[str]:
    """Return what else there is on one side that is not so on the other."""
    parts: list[str] = []
    if glance.due is not None and glance.due != other.due:
        parts.append(DUE[of].of(language).format(when=_when(glance.due, language)))
    # What happens by itself happens when it is due: that is said already.
    if glance.since is not None and glance.since not in (glance.due, other.since):
        key = {Obligation.SUPPORT: "begun", Obligation.RESOLUTION_CLOCK: "runs-from"}
        when = _at(glance.since, language)
        parts.append(_say(key.get(of, "done"), language, when=when))
    if glance.until is not None and glance.until != other.until:
        parts.append(_say("runs-to", language, when=_when(glance.until, language)))
    if glance.conditional_on != other.conditional_on:
        parts += [CONDITIONS[fact].of(language) for fact in glance.conditional_on]
    if glance.waits_for and glance.outcome is other.outcome and glance.waits_for != other.waits_for:
        parts.append(_say("waits", language, event=WAITS[glance.waits_for].of(language)))
    return parts


def _at(moment: datetime, language: Language) -> str:
    """Return the moment of something that was done."""
    written = f"{weekday(moment.date(), language)}, {written_moment(moment, language)}"
    return _unnamed(written, moment, language)


def _when(moment: datetime, language: Language) -> str:
    """Return a moment at which something ends: midnight is 24:00."""
    return _unnamed(end_of_period(moment, language), moment, language)


def _unnamed(written: str, moment: datetime, language: Language) -> str:
    """Return it without the name of its clock; an hour shown twice keeps its offset."""
    russian, english = CLOCKS.get(str(moment.tzinfo), ("", ""))
    name = russian if language is Language.RU else english
    return written.removesuffix(f" {name}") if name else written


def _say(key: str, language: Language, **places: object) -> str:
    return SENTENCES[key].of(language).format(**places)
