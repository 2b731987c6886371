"""``slarules explain``: one deadline, or every verdict on an incident, with the reasons."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from slarules.boundaries import (
    Boundary,
    NotApplied,
    boundary_words,
    nearest_boundary,
    not_applied,
    not_applied_words,
)
from slarules.cli.agreements import agreement_of
from slarules.cli.answers import Answer
from slarules.cli.asked import category_of, moment_of
from slarules.cli.files import refuse_place, write_text
from slarules.cli.given import given_by
from slarules.cli.page import Heading, Lines
from slarules.cli.phrases import DRAWN
from slarules.cli.phrases import EXPLAIN as SAY
from slarules.cli.receipts import receipt_document, receipt_of, receipt_page
from slarules.deadlines import owed, without_moment
from slarules.derivation_json import answer_json, verdict_json
from slarules.errors import QuestionError
from slarules.events import ROW_OF
from slarules.explain import Form, explain
from slarules.picture import deadline_picture
from slarules.receipt import digest
from slarules.record import Record
from slarules.terms import Obligation
from slarules.words import event_word, word
from slarules.written import written_moment

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from slarules.agreement import Agreement
    from slarules.assess import Assessment, Verdict
    from slarules.cli.page import Block
    from slarules.deadlines import Answer as Owed
    from slarules.terms import Category, Language

SCHEMA: Final = "slarules/explain/1"
WANTED: Final = "a file with an incident, or --registered with --category, or --asked: one of them"


class Question(Record):
    """What was asked: the heading, the facts under it, the answers, and what they are not."""

    title: str
    facts: tuple[str, ...]
    answers: tuple[Owed | Verdict, ...]
    category: Category | None
    """In force; it decides which rules do not apply."""
    reaction_from: datetime | None
    """The registration a reaction is counted from, where it is counted from one."""
    inputs: Mapping[str, str]
    events: tuple[tuple[datetime, str], ...] = ()
    """What was recorded, for the picture."""


def answer(arguments: Namespace, language: Language) -> Answer:
    """Return the explanation of what the arguments name."""
    agreement = agreement_of(arguments)
    asked = _asked(arguments, agreement, language)
    form = Form.of(arguments.form)
    others = _others(agreement, asked) if arguments.why_not else None
    made = receipt_of(arguments, agreement, asked.inputs)
    drawn: str | None = arguments.svg
    if drawn is not None:
        refuse_place(drawn, *filter(None, [arguments.incident, arguments.service]))
        picture = deadline_picture(
            agreement.calendar, *asked.answers, language=language, events=asked.events
        )
        write_text(drawn, [picture])

    def document() -> dict[str, Any]:
        values: dict[str, Any] = {
            "schema": SCHEMA,
            "answers": [_values(one, agreement, language) for one in asked.answers],
        }
        if others is not None:
            values |= others.document()
        if drawn is not None:
            values["picture"] = drawn
        return values | {"receipt": receipt_document(made)}

    def page() -> Iterator[Block]:
        yield Heading(asked.title)
        yield Lines(asked.facts)
        for one in asked.answers:
            yield Lines(tuple(_said(one, agreement, language, form).split("\n")))
        if others is not None:
            yield from others.page(language)
        if drawn is not None:
            yield Lines((DRAWN.of(language).format(path=drawn),))
        yield from receipt_page(made, language)

    return Answer(document=document, page=page, is_document=form is Form.JSON)


# ------------------------------------------------------------------------------- what was asked


def _asked(arguments: Namespace, agreement: Agreement, language: Language) -> Question:
    """
    Return what the arguments ask.

    Raises:
        QuestionError: They name no facts, or two kinds of them, or half of them.
    """
    kinds = {
        "a file": arguments.incident,
        "--registered": arguments.registered,
        "--asked": arguments.asked,
    }
    given = [name for name, value in kinds.items() if value is not None]
    if len(given) != 1:
        stray = [] if given or arguments.category is None else ["--category"]
        raise QuestionError("explain", [*given, *stray], WANTED)
    if arguments.incident is not None:
        _refuse(arguments, given, "category")
        return _incident(arguments, agreement, language)
    _refuse(arguments, given, "service", "as-of")
    if arguments.asked is not None:
        _refuse(arguments, given, "category")
        return _silence(arguments, agreement, language)
    if arguments.category is None:
        raise QuestionError("explain", given, "--category with it")
    return _deadline(arguments, agreement, language)


def _refuse(arguments: Namespace, given: list[str], *keys: str) -> None:
    """Refuse what says nothing beside the facts that were given."""
    stray = [f"--{key}" for key in keys if getattr(arguments, key.replace("-", "_")) is not None]
    if stray:
        raise QuestionError("explain", [*given, *stray], WANTED)


def _deadline(arguments: Namespace, agreement: Agreement, language: Language) -> Question:
    registered = agreement.calendar.local(moment_of(arguments.registered, "--registered"))
    category = category_of(arguments.category)
    # A moment the calendar does not know is refused for every category alike.
    agreement.calendar.day(registered.date())
    resolution = owed(Obligation.RESOLUTION, category)
    shown = f"{category.value} ({word(category, language)})"
    return Question(
        title=SAY["deadline"].of(language).format(category=shown),
        facts=(_fact("registered", registered, language),),
        answers=(
            agreement.reaction_deadline(registered, category),
            agreement.replacement_search_deadline(registered, category),
            without_moment(resolution),
        ),
        category=category,
        reaction_from=registered,
        inputs=_typed({"registered": registered.isoformat(), "category": category.value}),
    )


def _silence(arguments: Namespace, agreement: Agreement, language: Language) -> Question:
    asked = agreement.calendar.local(moment_of(arguments.asked, "--asked"))
    return Question(
        title=SAY["silence"].of(language),
        facts=(_fact("asked", asked, language),),
        answers=(agreement.automatic_closing_deadline(asked),),
        category=None,
        reaction_from=None,
        inputs=_typed({"asked": asked.isoformat()}),
    )


def _incident(arguments: Namespace, agreement: Agreement, language: Language) -> Question:
    given = given_by(arguments)
    happened = given.incident.through(given.as_of)
    facts = [] if given.as_of_given else [SAY["last-event"].of(language)]
    found = agreement.assess(given.incident, given.as_of, service=given.service)
    if found.registered_at is not None:
        facts.append(_fact("registered", found.registered_at, language))
    moment = written_moment(agreement.calendar.local(found.as_of), language)
    return Question(
        title=SAY["incident"].of(language).format(number=found.number, moment=moment),
        facts=tuple(facts),
        answers=found.verdicts,
        category=found.standings[-1][1].category,
        reaction_from=_reaction_from(found),
        inputs=given.inputs,
        events=tuple((one.at, event_word(ROW_OF[type(one)].kind, language)) for one in happened),
    )


def _reaction_from(found: Assessment) -> datetime | None:
    """Return the registration, if the reaction is counted from it."""
    steps = found[Obligation.REACTION].steps
    if found.registered_at is None or not steps:
        return None
    at = getattr(steps[0], "at", None)
    return found.registered_at if at == found.registered_at else None


def _fact(key: str, moment: datetime, language: Language) -> str:
    return SAY[key].of(language).format(moment=written_moment(moment, language))


def _typed(facts: dict[str, str]) -> dict[str, str]:
    """Return the digest of a question that is no file."""
    return {"question": digest(json.dumps(facts, sort_keys=True).encode())}


# ------------------------------------------------------------------------------- how it is said


def _said(one: Owed | Verdict, agreement: Agreement, language: Language, form: Form) -> str:
    return explain(
        one,
        language=language,
        form=form,
        calendar=agreement.calendar,
        readings=agreement.readings,
    )


def _values(one: Owed | Verdict, agreement: Agreement, language: Language) -> dict[str, Any]:
    """Return an answer as data, with the sentence that says it."""
    from slarules.assess import Verdict

    said = {"text": _said(one, agreement, language, Form.SHORT)}
    if isinstance(one, Verdict):
        return verdict_json(one, agreement.calendar) | said
    return answer_json(one, agreement.calendar) | said


# ------------------------------------------------------------------------------- what it is not


class _Others(Record, kw_only=False):
    """The rules that do not apply, and the nearest registration with another due moment."""

    rules: tuple[NotApplied, ...] | None
    boundary: Boundary | None

    def document(self) -> dict[str, Any]:
        """Return both as values a JSON writer knows; null where there is none."""
        values: dict[str, Any] = {"not_applied": None, "boundary": None}
        if self.rules is not None:
            values["not_applied"] = [
                {
                    "rule": row.rule,
                    "clause": row.clause,
                    "why": {"ru": row.why.ru, "en": row.why.en},
                }
                for row in self.rules
            ]
        if self.boundary is not None:
            values["boundary"] = {
                "side": self.boundary.side.value,
                "limit": self.boundary.limit.isoformat(),
                "exactly": self.boundary.exactly,
                "shift_seconds": self.boundary.shift.total_seconds(),
                "due": self.boundary.due.isoformat(),
            }
        return values

    def page(self, language: Language) -> Iterator[Block]:
        """Yield both in words."""
        yield Heading(SAY["not-applied"].of(language))
        if self.rules is None:
            yield Lines((SAY["no-category"].of(language),))
        else:
            yield Lines(tuple(not_applied_words(row, language) for row in self.rules), "- ")
        yield Heading(SAY["boundary"].of(language))
        if self.boundary is None:
            yield Lines((SAY["no-boundary"].of(language),))
        else:
            yield Lines((f"{boundary_words(self.boundary, language)}.",))


def _others(agreement: Agreement, asked: Question) -> _Others:
    """Return what the answers are not."""
    if asked.category is None:
        return _Others(None, None)
    reaction = boundary = None
    if asked.reaction_from is not None:
        reaction = agreement.reaction_deadline(asked.reaction_from, asked.category)
        boundary = nearest_boundary(agreement, asked.reaction_from, asked.category)
    return _Others(not_applied(asked.category, reaction), boundary)
