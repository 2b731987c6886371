"""``slarules readings``: the open questions of the text, or those that matter to one incident."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, assert_never

from slarules.cli.agreements import agreement_of
from slarules.cli.answers import Answer
from slarules.cli.given import given_by
from slarules.cli.page import Heading, Lines
from slarules.cli.phrases import READINGS as SAY
from slarules.cli.receipts import receipt_document, receipt_of, receipt_page
from slarules.errors import QuestionError
from slarules.reading_rows import READING_ROWS, WARNED_ROWS
from slarules.sensitivity import (
    FindingsChange,
    RegistrationChange,
    StateChange,
    VerdictChange,
)
from slarules.sensitivity_words import effect_words
from slarules.step_words import cited
from slarules.words import word
from slarules.written import written_moment

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from datetime import datetime

    from slarules.agreement import Agreement
    from slarules.cli.page import Block
    from slarules.reading_rows import ReadingRow
    from slarules.receipt import Receipt
    from slarules.sensitivity import Change, Effect, Glance, Sensitivity
    from slarules.terms import Language

SCHEMA: Final = "slarules/switches/1"
SENSITIVITY: Final = "slarules/sensitivity/1"


def answer(arguments: Namespace, language: Language) -> Answer:
    """Return every switch, or the readings that matter to an incident."""
    agreement = agreement_of(arguments)
    if arguments.incident is None:
        stray = [f"--{key}" for key in ("service", "as-of") if _given(arguments, key)]
        if stray:
            raise QuestionError("readings", stray, "--incident with it")
        return Answer(
            document=lambda: _switches(agreement), page=lambda: _listed(agreement, language)
        )
    given = given_by(arguments)
    found = agreement.sensitivity(given.incident, given.as_of, service=given.service)
    made = receipt_of(arguments, agreement, given.inputs)
    return Answer(
        document=lambda: _document(found, agreement, language, made),
        page=lambda: _page(found, agreement, language, made),
    )


def _given(arguments: Namespace, key: str) -> bool:
    return getattr(arguments, key.replace("-", "_")) is not None


# ------------------------------------------------------------------------------- all switches


def _switches(agreement: Agreement) -> dict[str, Any]:
    """Return the switches as values a JSON writer knows, in both languages."""
    return {
        "schema": SCHEMA,
        "switches": [_switch(row, agreement) for row in READING_ROWS.values()],
        "warned": [
            {"readings": list(row.choices), "why": {"ru": row.why.ru, "en": row.why.en}}
            for row in WARNED_ROWS
        ],
    }


def _switch(row: ReadingRow, agreement: Agreement) -> dict[str, Any]:
    return {
        "id": row.switch,
        "clauses": list(row.clauses),
        "acts_on": row.acts_on.value,
        "question": {"ru": row.question.ru, "en": row.question.en},
        "options": {option: {"ru": said.ru, "en": said.en} for option, said in row.options.items()},
        "default": next(iter(row.options)),
        "chosen": agreement.readings.option(row.switch).value,
        "why": {"ru": row.why.ru, "en": row.why.en},
    }


def _listed(agreement: Agreement, language: Language) -> Iterator[Block]:
    yield Heading(SAY["title"].of(language).format(number=len(READING_ROWS)))
    yield Lines((SAY["marks"].of(language),))
    for row in READING_ROWS.values():
        yield Lines(tuple(_row(row, agreement, language)))
    yield Heading(SAY["warned"].of(language))
    warned = (
        SAY["pair"].of(language).format(first=first, second=second, why=row.why.of(language))
        for row in WARNED_ROWS
        for first, second in [row.choices]
    )
    yield Lines(tuple(warned), "- ")


def _row(row: ReadingRow, agreement: Agreement, language: Language) -> Iterator[str]:
    clauses, acts_on = cited(row.clauses, language), word(row.acts_on, language)
    yield f"{row.switch}  [{clauses}; {acts_on}]"
    yield f"  {row.question.of(language)}"
    chosen = agreement.readings.option(row.switch).value
    for option, said in row.options.items():
        mark = "*" if option == chosen else "-"
        yield f"    {mark} {option}: {said.of(language)}"
    yield "  " + SAY["why"].of(language).format(why=row.why.of(language))


# ------------------------------------------------------------------------------- one incident


def _page(
    found: Sensitivity, agreement: Agreement, language: Language, made: Receipt
) -> Iterator[Block]:
    moment = written_moment(agreement.calendar.local(found.as_of), language)
    yield Heading(SAY["matter"].of(language).format(number=found.number, moment=moment))
    if not found.effects:
        yield Lines((SAY["nothing"].of(language),))
    else:
        yield Lines((SAY["arrow"].of(language).format(zone=agreement.calendar.zone),))
    for key, amount in (("alone", 1), ("pairs", 2)):
        effects = [effect for effect in found.effects if len(effect.readings) == amount]
        if effects:
            yield Heading(SAY[key].of(language).format(number=len(effects)))
        for effect in effects:
            head, *rest = effect_words(effect, agreement.readings, language)
            yield Lines((head, *(f"  - {line}" for line in rest)))
    yield Lines((SAY["assessed"].of(language).format(number=found.assessed),))
    yield from receipt_page(made, language)


def _document(
    found: Sensitivity, agreement: Agreement, language: Language, made: Receipt
) -> dict[str, Any]:
    return {
        "schema": SENSITIVITY,
        "number": found.number,
        "as_of": found.as_of.isoformat(),
        "effects": [_effect(effect, agreement, language) for effect in found.effects],
        "assessed": found.assessed,
        "receipt": receipt_document(made),
    }


def _effect(effect: Effect, agreement: Agreement, language: Language) -> dict[str, Any]:
    return {
        "readings": list(effect.readings),
        "warned": effect.warned,
        "changes": [change_json(change) for change in effect.changes],
        "text": list(effect_words(effect, agreement.readings, language)),
    }


def change_json(change: Change) -> dict[str, Any]:
    """Return one change as values a JSON writer knows."""
    match change:
        case VerdictChange():
            before, after = _glance(change.before), _glance(change.after)
            return {"obligation": change.obligation.value, "before": before, "after": after}
        case RegistrationChange():
            return {
                "what": "registered",
                "before": _iso(change.before),
                "after": _iso(change.after),
            }
        case StateChange():
            return {
                "what": "state",
                "before": change.before.value,
                "after": change.after.value,
            }
        case FindingsChange():
            return {"what": "findings", "gone": list(change.gone), "new": list(change.new)}
        case _ as unreachable:
            assert_never(unreachable)


def _glance(glance: Glance) -> dict[str, Any]:
    values: dict[str, Any] = {"outcome": glance.outcome.value}
    moments = {"due": glance.due, "since": glance.since, "until": glance.until}
    values |= {name: _iso(moment) for name, moment in moments.items() if moment is not None}
    if glance.conditional_on:
        values["conditional_on"] = list(glance.conditional_on)
    if glance.waits_for:
        values["waits_for"] = glance.waits_for
    return values


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
