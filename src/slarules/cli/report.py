"""``slarules report``: what the agreement says of the incidents of a log."""

from __future__ import annotations

import sys
import time
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from slarules.cli.agreements import agreement_of
from slarules.cli.answers import BAD_NEWS, FINE, Answer
from slarules.cli.asked import category_of, moment_of
from slarules.cli.export import export, refuse_pairs
from slarules.cli.files import pieces, refuse_place, whole, write_text
from slarules.cli.flips import flips_document, flips_page
from slarules.cli.progress import counted
from slarules.cli.receipts import Digest, receipt_document, receipt_of, receipt_page
from slarules.cli.summary import page
from slarules.errors import CategorySourceError, EmptyLogError, SpanError
from slarules.eventlog.log import gather
from slarules.eventlog.mapping import read_mapping
from slarules.eventlog.rows import read_rows
from slarules.receipt import digest
from slarules.report.document import document
from slarules.report.flips import flips
from slarules.report.table import per_incident
from slarules.report.totals import make_report
from slarules.terms import Outcome

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from slarules.agreement import Agreement
    from slarules.cli.page import Block
    from slarules.eventlog.log import EventLog
    from slarules.eventlog.mapping import LogMapping
    from slarules.report.totals import Report
    from slarules.terms import Category, Language


def answer(arguments: Namespace, language: Language) -> Answer:
    """Return the report the arguments ask for; the per-incident file is written first."""
    as_of = None if arguments.as_of is None else moment_of(arguments.as_of, "--as-of")
    category = None if arguments.category is None else category_of(arguments.category)
    refuse_pairs(arguments)
    for place in (arguments.output, arguments.incident_output, arguments.service_output):
        if place is not None:
            terms = filter(None, [arguments.agreement])
            refuse_place(place, arguments.log, arguments.mapping, *terms)
    agreement = agreement_of(arguments)
    described = whole(arguments.mapping)
    mapping = read_mapping(described)
    of_log = Digest()
    log = read_log(of_log.of(pieces(arguments.log)), mapping)
    report = judged(log, mapping, category, as_of, agreement)
    others = flips(log, report, agreement=agreement) if arguments.readings else None
    inputs = {"log": of_log.written, "mapping": digest(described)}
    made = receipt_of(arguments, agreement, inputs)
    exported = None if arguments.export is None else export(arguments, log, report, agreement)
    if arguments.output is not None:
        write_per_incident(arguments.output, report, log)
    missed = report.tickets.outcomes.get(Outcome.MISSED, 0)

    def as_document() -> dict[str, Any]:
        values = document(report, log, mapping, language)
        if others is not None:
            values["readings"] = flips_document(others)
        if exported is not None:
            values["exported"] = exported.document()
        return values | {"receipt": receipt_document(made)}

    def as_page() -> Iterator[Block]:
        name = Path(arguments.log).name
        yield from page(report, log, mapping, language, name=name, output=arguments.output)
        if others is not None:
            yield from flips_page(others, report.tickets.judged, language)
        if exported is not None:
            yield exported.page(language)
        yield from receipt_page(made, language)

    return Answer(
        document=as_document,
        page=as_page,
        code=BAD_NEWS if arguments.fail_on_missed and missed else FINE,
    )


def read_log(chunks: Iterable[bytes], mapping: LogMapping) -> EventLog:
    """Return the log, saying on the error stream how far a long reading is."""
    rows = read_rows(chunks, mapping)
    return gather(counted(rows, sys.stderr, time.monotonic, "rows read"))  # noqa: TID251 - waiting


def judged(
    log: EventLog,
    mapping: LogMapping,
    category: Category | None,
    as_of: datetime | None,
    agreement: Agreement,
) -> Report:
    """
    Return the report on a log.

    Raises:
        CategorySourceError: The category is given nowhere, or both for the run and in the log.
        EmptyLogError: Not one row could be read.
        SpanError: The moment of the report lies before the first row.
    """
    if category is None and mapping.category is None:
        raise CategorySourceError("nowhere")
    if category is not None and mapping.category is not None:
        raise CategorySourceError("both by --category and by the log")
    if log.first is None or log.last is None:
        raise EmptyLogError(f"row that could be read (the first: {log.bad[0].detail})")
    if as_of is not None and as_of < log.first:
        raise SpanError(log.first, as_of.astimezone(UTC))
    return make_report(
        log,
        agreement=agreement,
        category=category,
        as_of=log.last if as_of is None else as_of,
        as_of_given=as_of is not None,
        progress=lambda tickets: counted(tickets, sys.stderr, time.monotonic, "incidents judged"),  # noqa: TID251 - waiting
    )


def write_per_incident(path: str, report: Report, log: EventLog) -> None:
    """Write the per-incident file, whole or not at all."""
    write_text(path, per_incident(report, log.bad))
