"""``slarules compare``: what another agreement, edition or reading changes in a log."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from slarules.agreement import Agreement
from slarules.cli.agreements import agreement_at, under
from slarules.cli.answers import BAD_NEWS, FINE, Answer
from slarules.cli.asked import category_of, moment_of
from slarules.cli.compare_html import html_page
from slarules.cli.compare_page import page
from slarules.cli.files import pieces, refuse_place, whole, write
from slarules.cli.readings import change_json
from slarules.cli.receipts import Digest
from slarules.cli.report import read_log
from slarules.comparison import compare, differences
from slarules.errors import CategorySourceError, EmptyLogError
from slarules.eventlog.incidents import Exclusion, service_of, tellings
from slarules.eventlog.mapping import read_mapping
from slarules.receipt import agreement_digest, calendar_digest, digest
from slarules.record import Record

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping
    from datetime import datetime, tzinfo

    from slarules.comparison import Comparison, Difference, Why
    from slarules.editions import Editions
    from slarules.eventlog.log import EventLog
    from slarules.incident import Incident
    from slarules.service import Service
    from slarules.terms import Category, Language

SCHEMA: Final = "slarules/comparison/1"

_OF_CALENDAR: Final = frozenset({"zone", "week", "short-days", "decree-days"})
"""Figures and readings that make another calendar by themselves."""
_SHORT: Final = len("sha256:") + 12


class Compared(Record):
    """A log under two agreements, and what to say of it."""

    a: Agreement | Editions
    b: Agreement | Editions
    names: tuple[str, str]
    """What the two are called: files, with the readings asked for."""
    zone: tzinfo
    """Whose clock the moments are told on: that of the second agreement."""
    read: int
    """Incidents in the log: those excluded and those given to the comparison."""
    excluded: Mapping[Exclusion, int]
    unknown: int
    """Incidents in which the log leaves something unknown."""
    found: Comparison
    inputs: Mapping[str, str]
    """The digest of each file, by what it is."""

    @property
    def differences(self) -> tuple[tuple[str, str, str], ...] | None:
        """What differs: figures, readings, calendar; None where one side is editions."""
        if not isinstance(self.a, Agreement) or not isinstance(self.b, Agreement):
            return None
        found = differences(self.a, self.b)
        before, after = self.a.calendar, self.b.calendar
        if before != after and _OF_CALENDAR.isdisjoint(name for name, *_ in found):
            digests = (calendar_digest(one)[:_SHORT] for one in (before, after))
            found += (("calendar", next(digests), next(digests)),)
        return found


def answer(arguments: Namespace, language: Language) -> Answer:
    """Return the comparison; the page for a browser is written first."""
    if arguments.html is not None:
        refuse_place(
            arguments.html, arguments.log, arguments.mapping, arguments.first, arguments.second
        )
    made = _compared(arguments)
    if arguments.html is not None:
        write(arguments.html, html_page(made, language).encode())
    return Answer(
        document=lambda: document(made),
        page=lambda: page(made, language, arguments.html),
        code=BAD_NEWS if arguments.fail_on_change and made.found.different else FINE,
    )


def _compared(arguments: Namespace) -> Compared:
    a = agreement_at(arguments.first)
    b = under(agreement_at(arguments.second), arguments.reading)
    category = None if arguments.category is None else category_of(arguments.category)
    described = whole(arguments.mapping)
    mapping = read_mapping(described)
    if (category is None) is (mapping.category is None):
        raise CategorySourceError("nowhere" if category is None else "both by the run and the log")
    of_log = Digest()
    log = read_log(of_log.of(pieces(arguments.log)), mapping)
    if log.first is None or log.last is None:
        raise EmptyLogError(f"row that could be read (the first: {log.bad[0].detail})")
    as_of = log.last if arguments.as_of is None else moment_of(arguments.as_of, "--as-of")
    incidents, excluded, unknown, service = incidents_of(log, category, as_of)
    latest = b if isinstance(b, Agreement) else b.editions[-1].agreement
    return Compared(
        a=a,
        b=b,
        names=(arguments.first, " ".join((arguments.second, *arguments.reading))),
        zone=latest.calendar.zone,
        read=len(log.tickets),
        excluded=excluded,
        unknown=unknown,
        found=compare(a, b, incidents, as_of, service=service),
        inputs={"log": of_log.written, "mapping": digest(described)},
    )


def incidents_of(
    log: EventLog, category: Category | None, as_of: datetime
) -> tuple[list[Incident], dict[Exclusion, int], int, Service]:
    """
    Return the incidents of a log, why others are none, how many leave something unknown.

    Last comes the record of the service. What is unknown is filled in against the Executor, the
    same on either side, so that a difference is the agreements' own.
    """
    service, _ = service_of(log.service)
    incidents: list[Incident] = []
    excluded: Counter[Exclusion] = Counter()
    unknown = 0
    for ticket in log.tickets:
        told = tellings(ticket, category=category, as_of=as_of)
        if isinstance(told, Exclusion):
            excluded[told] += 1
        else:
            unknown += len(told) > 1
            incidents.append(told[0].incident)
    ordered = {reason: excluded[reason] for reason in Exclusion if excluded[reason]}
    return incidents, ordered, unknown, service


def document(made: Compared) -> dict[str, Any]:
    """Return the comparison as values a JSON writer knows; every incident is in it."""
    found = made.found
    listed = made.differences
    return {
        "schema": SCHEMA,
        "before": _side(made.names[0], made.a),
        "after": _side(made.names[1], made.b),
        "as_of": found.as_of.isoformat(),
        "differences": None
        if listed is None
        else [{"name": n, "before": before, "after": after} for n, before, after in listed],
        "incidents": {
            "read": made.read,
            "excluded": {reason.value: number for reason, number in made.excluded.items()},
            "refused": len(found.refused),
            "compared": found.compared,
            "same": found.same,
            "different": len(found.different),
            "with_unknown": made.unknown,
        },
        "obligations": {one.value: number for one, number in found.obligations.items()},
        "turns": [
            {
                "obligation": obligation.value,
                "before": before.value,
                "after": after.value,
                "verdicts": number,
            }
            for (obligation, before, after), number in found.turns.items()
        ],
        "different": [difference_json(one) for one in found.different],
        "refused": [{"number": one.number, "reason": one.reason} for one in found.refused],
        "inputs": dict(made.inputs),
    }


def _side(name: str, agreed: Agreement | Editions) -> dict[str, Any]:
    if isinstance(agreed, Agreement):
        return {"name": name, "agreement": agreement_digest(agreed)}
    return {
        "name": name,
        "editions": [
            {"since": one.since.isoformat(), "agreement": agreement_digest(one.agreement)}
            for one in agreed.editions
        ],
    }


def difference_json(one: Difference) -> dict[str, Any]:
    """Return what differs of one incident as values a JSON writer knows."""
    return {
        "number": one.number,
        "changes": [change_json(change) for change in one.changes],
        "why": [why_json(why) for why in one.whys],
    }


def why_json(why: Why) -> dict[str, Any]:
    """Return what stands behind a verdict on either side."""
    sides = {
        side: {
            "rules": list(ground.rules),
            "clauses": list(ground.clauses),
            "readings": list(ground.readings),
        }
        for side, ground in (("before", why.before), ("after", why.after))
    }
    return {"obligation": why.obligation.value, **sides}
