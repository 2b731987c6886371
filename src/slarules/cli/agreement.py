"""``slarules agreement``: an agreement's file checked, shown in full, or its keys told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from slarules.agreement import Agreement, standard_support
from slarules.agreement_file import (
    agreement_keys,
    agreement_schema,
    agreement_text,
    read_agreement,
)
from slarules.cli.agreement_phrases import AGREEMENT as SAY
from slarules.cli.agreements import STANDARD, agreement_at, content_of
from slarules.cli.answers import BAD_NEWS, FINE, Answer
from slarules.cli.page import Grid, Heading, Lines, Table
from slarules.comparison import differences
from slarules.errors import AgreementFileError
from slarules.reading_rows import WARNED_ROWS
from slarules.written import written_date

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from datetime import date

    from slarules.cli.page import Block
    from slarules.editions import Editions
    from slarules.terms import Language

CHECK: Final = "slarules/agreement-check/1"
SHOWN: Final = "slarules/agreement-text/1"


def answer(arguments: Namespace, language: Language) -> Answer:
    """Return what was asked of the file; checking is what is done unless said otherwise."""
    path: str = arguments.file
    if arguments.schema:
        return Answer(
            document=lambda: agreement_schema(language),
            page=lambda: _keys(language),
        )
    if arguments.show:
        shown = agreement_text(agreement_at(path), language=language)
        return Answer(
            document=lambda: {"schema": SHOWN, "toml": shown},
            page=lambda: [Grid(tuple(shown.rstrip("\n").split("\n")))],
        )
    try:
        agreed = agreement_at(path) if path == STANDARD else read_agreement(content_of(path))
    except AgreementFileError as refused:
        error = refused
        return Answer(
            document=lambda: _faults_document(error),
            page=lambda: [
                Heading(SAY["faults"].of(language).format(name=path, number=len(error.faults))),
                Lines(error.lines, "- "),
            ],
            code=BAD_NEWS,
        )
    return Answer(
        document=lambda: _document(agreed),
        page=lambda: _page(agreed, path, language),
        code=FINE,
    )


def _keys(language: Language) -> list[Block]:
    header = tuple(SAY[key].of(language) for key in ("key", "clause", "what", "write"))
    return [Heading(SAY["keys"].of(language)), Table(header, agreement_keys(language))]


def _faults_document(error: AgreementFileError) -> dict[str, Any]:
    names = ("key", "value", "problem", "remedy")
    faults = [dict(zip(names, fault, strict=True)) for fault in error.faults]
    return {"schema": CHECK, "valid": False, "faults": faults}


def _dated(agreed: Agreement | Editions) -> list[tuple[date | None, Agreement]]:
    """Return the agreements with the day each begins; one that is alone has none."""
    if isinstance(agreed, Agreement):
        return [(None, agreed)]
    return [(edition.since, edition.agreement) for edition in agreed.editions]


def _document(agreed: Agreement | Editions) -> dict[str, Any]:
    return {
        "schema": CHECK,
        "valid": True,
        "faults": [],
        "agreements": [
            {
                "since": None if since is None else since.isoformat(),
                "differences": [
                    {"name": name, "standard": before, "here": after}
                    for name, before, after in differences(standard_support(), agreement)
                ],
                "standard_calendar": _has_standard_calendar(agreement),
                "warned": [list(row.choices) for row in WARNED_ROWS if _is_met(row, agreement)],
            }
            for since, agreement in _dated(agreed)
        ],
    }


def _has_standard_calendar(agreement: Agreement) -> bool:
    usual = standard_support(readings=agreement.readings, parameters=agreement.parameters)
    return agreement.calendar == usual.calendar


def _is_met(row: Any, agreement: Agreement) -> bool:
    """Return whether both choices of a warned pair are made, one of them by the parties."""
    readings = agreement.readings
    chosen = set(readings.chosen())
    return not chosen.isdisjoint(row.choices) and all(
        readings.option(choice.partition("=")[0]).value == choice.partition("=")[2]
        for choice in row.choices
    )


def _page(agreed: Agreement | Editions, path: str, language: Language) -> Iterator[Block]:
    yield Heading(SAY["valid"].of(language).format(name=path))
    for since, agreement in _dated(agreed):
        if since is not None:
            day = written_date(since, language)
            yield Heading(SAY["edition"].of(language).format(day=day))
        yield from _differs(agreement, language)
        warned = tuple(
            SAY["pair"]
            .of(language)
            .format(first=row.choices[0], second=row.choices[1], why=row.why.of(language))
            for row in WARNED_ROWS
            if _is_met(row, agreement)
        )
        if warned:
            yield Lines((SAY["warned"].of(language),))
            yield Lines(warned, "- ")


def _differs(agreement: Agreement, language: Language) -> Iterator[Block]:
    lines = [
        SAY["difference"].of(language).format(name=name, before=before, after=after)
        for name, before, after in differences(standard_support(), agreement)
    ]
    if not _has_standard_calendar(agreement):
        lines.append(SAY["calendar"].of(language))
    if not lines:
        yield Lines((SAY["same"].of(language),))
        return
    yield Lines((SAY["differs"].of(language),))
    yield Lines(tuple(lines), "- ")
