"""
Totals of a report: every row and every ticket counted once, and the sums checked.

Quantiles are nearest-rank: the smallest value that at least that share of the reactions does not
exceed; so each is the time of an incident one can look up.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, TypeVar

from slarules.deadlines import Deadline
from slarules.errors import TotalsError
from slarules.eventlog.words import RowDefect
from slarules.record import Record
from slarules.report.verdicts import Exclusion, Judged, Reason, judge, outages_of
from slarules.terms import Outcome, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from slarules.agreement import Agreement
    from slarules.eventlog.log import EventLog
    from slarules.report.verdicts import Excluded
    from slarules.terms import BusinessSeconds, Category

WordT = TypeVar("WordT", bound=Word)

WORST: Final = 10
"""How many of the slowest reactions a report names."""


POSSIBLE: Final = (
    Outcome.MET,
    Outcome.MISSED,
    Outcome.PENDING,
    Outcome.CANNOT_TELL,
    Outcome.NOT_STATED,
    Outcome.NOT_APPLICABLE,
)
"""The outcomes a reaction can have."""


class Rows(Record):
    """Rows below the header: ``read`` = ``used`` + ``bad``."""

    read: int
    used: int
    bad: int
    of_service: int
    """Of those used, the ones that tell of the service, not of an incident."""
    after_as_of: int
    """Of those used, the ones later than the moment of the report: not considered."""
    moved: int
    """Of those used, the ones that stood after a later row of their ticket."""
    defects: Mapping[RowDefect, int]


class Tickets(Record):
    """Incidents: ``read`` = ``judged`` + ``excluded``."""

    read: int
    judged: int
    excluded: int
    outcomes: Mapping[Outcome, int]
    """Of those judged."""
    reasons: Mapping[Reason, int]
    """Of those judged: why they came out so."""
    exclusions: Mapping[Exclusion, int]
    conditional: Mapping[Outcome, int]
    """Of those judged, by outcome: the ones registered without a category."""
    provisional: int
    """Of those judged, the ones that rest on days not yet decreed."""


class Times(Record):
    """Business time from registration to reaction, where both are known."""

    reactions: int
    median: BusinessSeconds | None
    p90: BusinessSeconds | None


class Report(Record):
    """What became of the reactions of one log."""

    as_of: datetime
    """The record is complete through it, inclusive; on the calendar's clock."""
    as_of_given: bool
    """False where it is the last moment of the log."""
    category: Category | None
    """Of every incident of the run; None where the log says it of each."""
    first: datetime
    last: datetime
    rows: Rows
    tickets: Tickets
    times: Times
    worst: tuple[Judged, ...]
    """The slowest reactions in business time, slowest first."""
    judged: tuple[Judged, ...]
    excluded: tuple[Excluded, ...]


def make_report(
    log: EventLog,
    *,
    agreement: Agreement,
    category: Category | None,
    as_of: datetime,
    as_of_given: bool,
) -> Report:
    """
    Return the report on a log that has at least one row that could be read.

    Raises:
        TotalsError: The totals do not add up.

    Source: clauses 3.3, 4.3.
    """
    assert log.first is not None
    assert log.last is not None
    outages = outages_of(log.service)
    verdicts = [
        judge(ticket, agreement=agreement, category=category, as_of=as_of, outages=outages)
        for ticket in log.tickets
    ]
    judged = tuple(verdict for verdict in verdicts if isinstance(verdict, Judged))
    excluded = tuple(verdict for verdict in verdicts if not isinstance(verdict, Judged))
    timed = [one for one in judged if one.business is not None and one.outcome in _TIMED]
    slowest = sorted(timed, key=_business, reverse=True)
    zone = agreement.calendar.zone  # a log may reach beyond the calendar's days
    report = Report(
        as_of=as_of.astimezone(zone),
        as_of_given=as_of_given,
        category=category,
        first=log.first.astimezone(zone),
        last=log.last.astimezone(zone),
        rows=_rows(log, as_of),
        tickets=_tickets(log, judged, excluded),
        times=Times(
            reactions=len(slowest), median=_quantile(slowest, 50), p90=_quantile(slowest, 90)
        ),
        worst=tuple(slowest[:WORST]),
        judged=judged,
        excluded=excluded,
    )
    _add_up(report)
    return report


_TIMED: Final = frozenset({Outcome.MET, Outcome.MISSED})


def _business(verdict: Judged) -> int:
    assert verdict.business is not None
    return verdict.business


def _quantile(slowest: Sequence[Judged], percent: int) -> BusinessSeconds | None:
    """Return the nearest-rank quantile of times sorted from the slowest."""
    if not slowest:
        return None
    rank = -(-percent * len(slowest) // 100)  # rounded up, from 1
    return slowest[len(slowest) - rank].business


def _rows(log: EventLog, as_of: datetime) -> Rows:
    events = [event for ticket in log.tickets for event in ticket.events]
    used = len(events) + len(log.service)
    return Rows(
        read=log.rows,
        used=used,
        bad=len(log.bad),
        of_service=len(log.service),
        after_as_of=sum(event.at > as_of for event in (*events, *log.service)),
        moved=log.moved,
        defects=_counted(RowDefect, (row.defect for row in log.bad)),
    )


def _tickets(log: EventLog, judged: Sequence[Judged], excluded: Sequence[Excluded]) -> Tickets:
    return Tickets(
        read=len(log.tickets),
        judged=len(judged),
        excluded=len(excluded),
        outcomes=_counted(POSSIBLE, (one.outcome for one in judged)),
        reasons=_counted(Reason, (one.reason for one in judged)),
        exclusions=_counted(Exclusion, (one.reason for one in excluded)),
        conditional=_counted(POSSIBLE, (one.outcome for one in judged if one.conditional)),
        provisional=sum(
            isinstance(one.answer, Deadline) and one.answer.provisional for one in judged
        ),
    )


def _counted(words: Iterable[WordT], found: Iterable[WordT]) -> Mapping[WordT, int]:
    """Return how often each word was found, in the order of the words; nought too."""
    counts = Counter(found)
    return {word: counts[word] for word in words}


def _add_up(report: Report) -> None:
    """Refuse a report whose parts do not make its whole."""
    rows, tickets = report.rows, report.tickets
    reactions = (Reason.REACTED_IN_TIME, Reason.REACTED_LATE)
    sums = (
        ("rows read", rows.read, rows.used + rows.bad),
        ("bad rows", rows.bad, sum(rows.defects.values())),
        ("tickets read", tickets.read, tickets.judged + tickets.excluded),
        ("tickets judged", tickets.judged, sum(tickets.outcomes.values())),
        ("reasons of verdicts", tickets.judged, sum(tickets.reasons.values())),
        ("tickets excluded", tickets.excluded, sum(tickets.exclusions.values())),
        (
            "reactions timed",
            report.times.reactions,
            sum(tickets.reasons.get(reason, 0) for reason in reactions),
        ),
    )
    for what, whole, parts in sums:
        if whole != parts:
            raise TotalsError(what, whole, parts)
