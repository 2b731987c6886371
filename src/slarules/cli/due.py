"""``slarules due``: by when to react to one incident, and from when to look for a replacement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from slarules.cli.agreements import agreement_of
from slarules.cli.answers import Answer
from slarules.cli.asked import category_of, moment_of
from slarules.cli.page import Heading, Lines
from slarules.cli.phrases import DUE
from slarules.derivation_json import answer_json
from slarules.explain import Form, explain
from slarules.words import word
from slarules.written import written_moment

if TYPE_CHECKING:
    from argparse import Namespace
    from datetime import datetime

    from slarules.agreement import Agreement
    from slarules.assess import Verdict
    from slarules.cli.page import Block
    from slarules.deadlines import Answer as Owed
    from slarules.terms import Category, Language

SCHEMA: Final = "slarules/due/1"


def answer(arguments: Namespace, language: Language) -> Answer:
    """Return what is owed for the incident the arguments describe."""
    registered = moment_of(arguments.registered, "--registered")
    category = category_of(arguments.category)
    agreement = agreement_of(arguments, registered)
    # A moment the calendar does not know is refused for every category alike.
    agreement.calendar.day(agreement.calendar.local(registered).date())
    owed: dict[str, Owed] = {
        "reaction": agreement.reaction_deadline(registered, category),
        "replacement_search": agreement.replacement_search_deadline(registered, category),
    }
    return Answer(
        document=lambda: document(agreement, owed),
        page=lambda: page(agreement, registered, category, owed, language),
    )


def document(agreement: Agreement, owed: dict[str, Owed]) -> dict[str, Any]:
    """Return the answers as values a JSON writer knows."""
    answers = {name: answer_json(one, agreement.calendar) for name, one in owed.items()}
    return {"schema": SCHEMA, **answers}


def page(
    agreement: Agreement,
    registered: datetime,
    category: Category,
    owed: dict[str, Owed],
    language: Language,
) -> list[Block]:
    """Return the answers with the steps that led to them."""
    shown = f"{category.value} ({word(category, language)})"
    moment = written_moment(agreement.calendar.local(registered), language)
    blocks: list[Block] = [
        Heading(DUE["title"].of(language).format(category=shown)),
        Lines((DUE["registered"].of(language).format(moment=moment),)),
    ]
    for name, one in owed.items():
        blocks += [Heading(DUE[name].of(language)), explained(agreement, one, language)]
    return blocks


def explained(agreement: Agreement, one: Owed | Verdict, language: Language) -> Lines:
    """Return one answer with its steps, the readings it met and what it rests on."""
    text = explain(
        one,
        language=language,
        form=Form.STEPS,
        calendar=agreement.calendar,
        readings=agreement.readings,
    )
    return Lines(tuple(text.split("\n")))
