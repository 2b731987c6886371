"""``slarules clauses``: the paragraphs of the agreement, in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from slarules.clauses import CLAUSES
from slarules.cli.answers import Answer
from slarules.cli.covered import answer as coverage_answer
from slarules.cli.page import Heading, Lines
from slarules.cli.phrases import CLAUSES as SAY
from slarules.words import word

if TYPE_CHECKING:
    from argparse import Namespace

    from slarules.clauses import Clause
    from slarules.cli.page import Block
    from slarules.terms import Language

SCHEMA: Final = "slarules/clauses/1"


def answer(arguments: Namespace, language: Language) -> Answer:
    """Return the whole register, or what rests on each paragraph."""
    if arguments.coverage:
        return coverage_answer(language)
    return Answer(document=document, page=lambda: page(language))


def document() -> dict[str, Any]:
    """Return the register as values a JSON writer knows, in both languages."""
    return {"schema": SCHEMA, "clauses": [_clause(row) for row in CLAUSES.values()]}


def _clause(row: Clause) -> dict[str, Any]:
    values: dict[str, Any] = {
        "id": row.id,
        "kinds": [kind.value for kind in row.kinds],
        "summary": {"ru": row.summary.ru, "en": row.summary.en},
    }
    if row.reason is not None:
        values["reason"] = {"ru": row.reason.ru, "en": row.reason.en}
    return values


def page(language: Language) -> list[Block]:
    """Return the register as one paragraph a clause."""
    blocks: list[Block] = [Heading(SAY["title"].of(language))]
    for row in CLAUSES.values():
        kinds = ", ".join(word(kind, language) for kind in row.kinds)
        texts = [f"{row.id}  [{kinds}] {row.summary.of(language)}"]
        if row.reason is not None:
            texts.append("  " + SAY["reason"].of(language).format(reason=row.reason.of(language)))
        blocks.append(Lines(tuple(texts)))
    return blocks
