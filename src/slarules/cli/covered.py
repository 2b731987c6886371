"""``slarules clauses --coverage``: what of the package rests on each paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from slarules.cli.answers import Answer
from slarules.cli.page import Heading, Lines, Table
from slarules.cli.phrases import COVERAGE as SAY
from slarules.coverage import Citing, coverage
from slarules.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slarules.cli.page import Block
    from slarules.coverage import Covered
    from slarules.terms import Language

SCHEMA: Final = "slarules/coverage/1"

_OTHERS: Final = tuple(kind for kind in Citing if kind is not Citing.RULE)


def answer(language: Language) -> Answer:
    """Return the whole table."""
    rows = coverage()
    return Answer(document=lambda: document(rows), page=lambda: page(rows, language))


def document(rows: tuple[Covered, ...]) -> dict[str, Any]:
    """Return the table as values a JSON writer knows."""
    return {"schema": SCHEMA, "clauses": [_row(row) for row in rows]}


def _row(row: Covered) -> dict[str, Any]:
    values: dict[str, Any] = {
        "id": row.clause.id,
        "kinds": [kind.value for kind in row.clause.kinds],
        "decides": list(row.decides),
        "supports": list(row.supports),
        **{f"{kind.value}s": list(row.by[kind]) for kind in _OTHERS},
        "lacks": [lack.value for lack in row.lacks],
    }
    if row.clause.reason is not None:
        values["reason"] = {"ru": row.clause.reason.ru, "en": row.clause.reason.en}
    return values


def page(rows: tuple[Covered, ...], language: Language) -> list[Block]:
    """Return the counts of every paragraph, then what they are."""
    return [
        Heading(SAY["title"].of(language)),
        _counts(rows, language),
        Lines((_verdict(rows, language),)),
        *(Lines(tuple(_paragraph(row, language))) for row in rows),
    ]


def _counts(rows: tuple[Covered, ...], language: Language) -> Table:
    header = (SAY["clause"].of(language), *(word(kind, language) for kind in Citing))
    return Table(header, tuple(tuple(_cells(row)) for row in rows))


def _cells(row: Covered) -> Iterator[str]:
    yield row.clause.id
    for number in (len(row.decides) + len(row.supports), *(len(row.by[k]) for k in _OTHERS)):
        yield str(number) if number else ""


def _verdict(rows: tuple[Covered, ...], language: Language) -> str:
    lacking = [
        SAY["lack"].of(language).format(clause=row.clause.id, what=word(lack, language))
        for row in rows
        for lack in row.lacks
    ]
    if lacking:
        return SAY["incomplete"].of(language).format(clauses=", ".join(lacking))
    return SAY["complete"].of(language).format(number=len(rows))


def _paragraph(row: Covered, language: Language) -> Iterator[str]:
    kinds = ", ".join(word(kind, language) for kind in row.clause.kinds)
    yield f"{row.clause.id}  [{kinds}]"
    parts = {
        SAY["decides"].of(language): row.decides,
        SAY["supports"].of(language): row.supports,
        **{word(kind, language): row.by[kind] for kind in _OTHERS},
    }
    for name, ids in parts.items():
        if ids:
            yield f"  {name}: {', '.join(ids)}"
    if row.clause.reason is not None:
        yield "  " + SAY["reason"].of(language).format(reason=row.clause.reason.of(language))
