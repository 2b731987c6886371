"""``slarules demo``: the bundled example log judged, three of its deadlines explained."""

from __future__ import annotations

from datetime import UTC
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from slarules.agreement import standard_support
from slarules.cli.answers import Answer
from slarules.cli.due import explained
from slarules.cli.files import make_folder
from slarules.cli.page import Heading, Lines
from slarules.cli.phrases import DEMO
from slarules.cli.report import judged, read_log, write_per_incident
from slarules.cli.summary import page as summary
from slarules.eventlog.mapping import read_mapping
from slarules.report.document import document
from slarules.report.verdicts import Judge, Reason
from slarules.terms import Obligation, Outcome
from slarules.written import written_moment

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from slarules.agreement import Agreement
    from slarules.cli.page import Block
    from slarules.eventlog.log import EventLog
    from slarules.report.totals import Report
    from slarules.report.verdicts import Judged
    from slarules.terms import Language

LOG: Final = "helpdesk-ru.csv"
MAPPING: Final = "helpdesk-ru.toml"
WRITTEN: Final = "helpdesk-ru-incidents.csv"
"""The per-incident file the command writes."""


def answer(arguments: Namespace, language: Language) -> Answer:
    """Return the report on the example, with three deadlines explained; write its file."""
    examples = files("slarules.examples")
    mapping = read_mapping(examples.joinpath(MAPPING).read_bytes())
    log = read_log([examples.joinpath(LOG).read_bytes()], mapping)
    agreement = standard_support()
    report = judged(log, mapping, None, None, agreement)
    make_folder(arguments.output)
    place = str(Path(arguments.output) / WRITTEN)
    write_per_incident(place, report, log)

    def page() -> list[Block]:
        return [
            *summary(report, log, mapping, language, name=LOG, output=None),
            Heading(DEMO["deadlines"].of(language)),
            *_three(log, report, agreement, language),
            Lines((DEMO["written"].of(language).format(path=place),)),
        ]

    return Answer(
        document=lambda: {**document(report, log, mapping, language), "per_incident": place},
        page=page,
    )


def _three(
    log: EventLog, report: Report, agreement: Agreement, language: Language
) -> Iterator[Block]:
    """Yield a late reaction, the longest period, and a search for a replacement, explained."""
    tickets = {ticket.case: ticket for ticket in log.tickets}
    as_of = report.as_of.astimezone(UTC)
    judge = Judge(log, agreement=agreement, category=report.category, as_of=as_of)
    late = next(one.judged for one in report.worst if one.judged.reason is Reason.REACTED_LATE)
    longest = max(report.judged, key=_period)
    searched = max(report.judged, key=_search)
    for key, one, obligation in (
        ("late", late, Obligation.REACTION),
        ("longest", longest, Obligation.REACTION),
        ("replacement", searched, Obligation.REPLACEMENT_SEARCH),
    ):
        yield Lines((_headline(key, one, language),))
        assessed = judge.assessment(tickets[one.case])
        yield explained(agreement, assessed[obligation], language)


def _period(one: Judged) -> float:
    """Return how many seconds there were to react."""
    if one.due is None or one.registered is None:
        return 0
    return (one.due - one.registered).total_seconds()


def _search(one: Judged) -> int:
    """Return how much a search for a replacement is owed: already, not yet, or not at all."""
    return _OWED.get(one.of(Obligation.REPLACEMENT_SEARCH), 0)


_OWED: Final = {Outcome.PENDING: 2, Outcome.NOT_STARTED: 1}


def _headline(key: str, one: Judged, language: Language) -> str:
    reacted = "" if one.reacted is None else written_moment(one.reacted, language)
    return DEMO[key].of(language).format(case=one.case, reacted=reacted)
