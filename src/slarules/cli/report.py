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
from slarules.cli.files import refuse_place, whole, write_text
from slarules.cli.flips import flips_document, flips_page
from slarules.cli.logfile import LogFile
from slarules.cli.parts import LineRuns, read_parts, tickets_of
from slarules.cli.progress import counted
from slarules.cli.receipts import receipt_document, receipt_of, receipt_page
from slarules.cli.spill import Spill
from slarules.cli.summary import page
from slarules.errors import CategorySourceError, EmptyLogError, SpanError
from slarules.eventlog.log import gather
from slarules.eventlog.mapping import read_mapping
from slarules.eventlog.rows import read_rows
from slarules.receipt import digest
from slarules.record import Record
from slarules.report.document import document
from slarules.report.flips import Turning
from slarules.report.table import per_incident
from slarules.report.totals import Ledger, make_report
from slarules.report.verdicts import Judge
from slarules.terms import Outcome

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from slarules.agreement import Agreement
    from slarules.cli.page import Block
    from slarules.eventlog.log import EventLog, Ticket
    from slarules.eventlog.mapping import LogMapping
    from slarules.eventlog.parted import PartedLog
    from slarules.report.totals import Report
    from slarules.terms import Category, Language


def answer(arguments: Namespace, language: Language) -> Answer:
    """Return the report the arguments ask for; the per-incident file is written first."""
    given = None if arguments.as_of is None else moment_of(arguments.as_of, "--as-of")
    category = None if arguments.category is None else category_of(arguments.category)
    _refuse_places(arguments)
    agreement = agreement_of(arguments)
    described = whole(arguments.mapping)
    mapping = read_mapping(described)
    file = LogFile(arguments.log)
    spill = Spill()
    log, parts = read_parts(file, mapping, spill)
    as_of = _moment_of(log, mapping, category, given)
    judge = Judge(log, agreement=agreement, category=category, as_of=as_of)
    found = _judged_by_parts(arguments, log, judge, tickets_of(parts, mapping, spill), spill)
    report = found.ledger.totals(log, as_of_given=given is not None)
    others = None if found.turning is None else found.turning.found()
    inputs = {"log": file.digest, "mapping": digest(described)}
    made = receipt_of(arguments, agreement, inputs)
    exported = None
    if arguments.export is not None:
        exported = export(arguments, found.wanted, report.tickets.read, judge)
    if found.lines is not None:
        write_text(arguments.output, found.lines.merged(log.bad))
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


class _Found(Record):
    """What is kept of the parts of a log, once each has been judged and let go."""

    ledger: Ledger
    turning: Turning | None
    lines: LineRuns | None
    wanted: Ticket | None
    """The incident to be exported, if the log has it."""


def _judged_by_parts(
    arguments: Namespace,
    log: PartedLog,
    judge: Judge,
    parts: Iterable[Iterable[Ticket]],
    spill: Spill,
) -> _Found:
    ledger = Ledger(judge, spill.pile(), spill.pile())
    turning = Turning(log, judge) if arguments.readings else None
    lines = LineRuns(spill) if arguments.output is not None else None
    wanted: Ticket | None = None
    for tickets in parts:
        verdicts = [(ticket, judge.judge(ticket)) for ticket in tickets]
        for ticket, verdict in verdicts:
            ledger.enter(ticket, verdict)
            if ticket.case == arguments.export:
                wanted = ticket
        if turning is not None:
            turning.enter(verdicts)
        if lines is not None:
            lines.add(verdicts)
    return _Found(ledger=ledger, turning=turning, lines=lines, wanted=wanted)


def _refuse_places(arguments: Namespace) -> None:
    """Refuse what cannot be written, before anything is read."""
    refuse_pairs(arguments)
    for place in (arguments.output, arguments.incident_output, arguments.service_output):
        if place is not None:
            terms = filter(None, [arguments.agreement])
            refuse_place(place, arguments.log, arguments.mapping, *terms)


def read_log(chunks: Iterable[bytes], mapping: LogMapping) -> EventLog:
    """Return a log that fits into memory, saying on the error stream how far a long reading is."""
    rows = read_rows(chunks, mapping)
    return gather(counted(rows, sys.stderr, time.monotonic, "rows read"))  # noqa: TID251 - waiting


def judged(
    log: EventLog,
    mapping: LogMapping,
    category: Category | None,
    as_of: datetime | None,
    agreement: Agreement,
) -> Report:
    """Return the report on a log in memory, with every verdict; see ``_moment_of``."""
    return make_report(
        log,
        agreement=agreement,
        category=category,
        as_of=_moment_of(log, mapping, category, as_of),
        as_of_given=as_of is not None,
    )


def _moment_of(
    log: EventLog | PartedLog,
    mapping: LogMapping,
    category: Category | None,
    as_of: datetime | None,
) -> datetime:
    """
    Return the moment of the report.

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
        bad = next(iter(log.bad))
        raise EmptyLogError(f"row that could be read (the first: {bad.detail})")
    if as_of is not None and as_of < log.first:
        raise SpanError(log.first, as_of.astimezone(UTC))
    return log.last if as_of is None else as_of


def write_per_incident(path: str, report: Report, log: EventLog) -> None:
    """Write the per-incident file, whole or not at all."""
    write_text(path, per_incident(report, log.bad))
