"""``slarules demo``: the bundled example log judged, three of its deadlines explained."""

from __future__ import annotations

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
from slarules.report.verdicts import Reason
from slarules.terms import Category
from slarules.written import written_moment

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from slarules.agreement import Agreement
    from slarules.cli.page import Block
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
            *_three(report, agreement, language),
            Lines((DEMO["written"].of(language).format(path=place),)),
        ]

    return Answer(
        document=lambda: {**document(report, log, mapping, language), "per_incident": place},
        page=page,
    )


def _three(report: Report, agreement: Agreement, language: Language) -> Iterator[Block]:
    """Yield a late reaction, the longest period, and a search for a replacement, explained."""
    owed = [one for one in report.judged if one.due is not None]
    late = next(one for one in report.worst if one.reason is Reason.REACTED_LATE)
    longest = max(owed, key=_period)
    of_b = next(one for one in owed if one.category is Category.B)
    search = agreement.replacement_search_deadline(of_b.registered)
    for key, one, answered in (
        ("late", late, late.answer),
        ("longest", longest, longest.answer),
        ("replacement", of_b, search),
    ):
        yield Lines((_headline(key, one, language),))
        yield explained(agreement, answered, language)


def _period(one: Judged) -> float:
    assert one.due is not None
    return (one.due - one.registered).total_seconds()


def _headline(key: str, one: Judged, language: Language) -> str:
    reacted = "" if one.reacted is None else written_moment(one.reacted, language)
    registered = written_moment(one.registered, language)
    return DEMO[key].of(language).format(case=one.case, registered=registered, reacted=reacted)
