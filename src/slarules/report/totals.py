"""
Totals of a report: every row and every ticket counted once, and the sums checked.

Quantiles are nearest-rank: the smallest value that at least that share of the incidents does not
exceed; so each is the time of an incident one can look up.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, TypeVar

from slarules.errors import TotalsError
from slarules.eventlog.incidents import Exclusion
from slarules.eventlog.words import RowDefect
from slarules.findings import FINDINGS, FindingId
from slarules.record import Record
from slarules.report.verdicts import Judge, Judged, Reason
from slarules.terms import Obligation, Outcome, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from slarules.agreement import Agreement
    from slarules.assess import Verdict
    from slarules.eventlog.log import EventLog, Ticket
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
    """Rows below the header: ``read`` = ``used`` + ``duplicates`` + ``bad``."""

    read: int
    used: int
    duplicates: int
    """Rows that say again what another one says of the same incident and moment."""
    bad: int
    of_service: int
    """Of those used, the ones that tell of the service, not of an incident."""
    idle: int
    """Of those of the service, the ones that tell nothing new: down while down already, say."""
    after_as_of: int
    """Of those used, the ones later than the moment of the report: not considered."""
    moved: int
    """Rows that stood after a later one of their ticket."""
    defects: Mapping[RowDefect, int]


class Tickets(Record):
    """Incidents: ``read`` = ``judged`` + ``excluded``."""

    read: int
    judged: int
    excluded: int
    outcomes: Mapping[Outcome, int]
    """Of the reactions of those judged."""
    reasons: Mapping[Reason, int]
    """Of those judged: why their reactions came out so."""
    exclusions: Mapping[Exclusion, int]
    conditional: Mapping[Outcome, int]
    """Of those judged, by outcome of the reaction: the ones that hinge on the category."""
    provisional: int
    """Of those judged, the ones that rest on days not yet decreed."""
    obligations: Mapping[Obligation, Mapping[Outcome, int]]
    """Of those judged: every obligation, by outcome."""
    assumed: Mapping[str, int]
    """Of those judged: what was taken for granted, and of how many."""


class Found(Record):
    """How often a finding was made in a log."""

    id: FindingId
    number: int
    incidents: int
    """How many incidents it was made in; none where it is about the service."""
    first: str
    """The first of these incidents; nothing where it is about the service."""
    possible: int = 0
    """Incidents in which it hinges on what the log leaves unknown; not in ``number``."""


class Times(Record):
    """How long something took in business time."""

    number: int
    median: BusinessSeconds | None
    p90: BusinessSeconds | None


class Slow(Record):
    """A slow reaction, with the verdict and its derivation."""

    judged: Judged
    verdict: Verdict


class Report(Record):
    """What the agreement says of the incidents of one log."""

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
    findings: tuple[Found, ...]
    """In the order of the table of findings; those never made are not here."""
    times: Times
    """From registration to reaction, where both are known."""
    resolutions: Times
    """What the resolution clocks counted that stopped."""
    worst: tuple[Slow, ...]
    """The slowest reactions in business time, slowest first."""
    judged: tuple[Judged, ...]
    excluded: tuple[Excluded, ...]


def _untold(tickets: Iterable[Ticket]) -> Iterable[Ticket]:
    return tickets


def make_report(
    log: EventLog,
    *,
    agreement: Agreement,
    category: Category | None,
    as_of: datetime,
    as_of_given: bool,
    progress: Callable[[Iterable[Ticket]], Iterable[Ticket]] = _untold,
) -> Report:
    """
    Return the report on a log that has at least one row that could be read.

    Args:
        log: The tickets and what happened to the service.
        agreement: The calendar, the rules and the readings.
        category: The category of every incident of the run; None takes it from the log.
        as_of: The record is complete through this moment, inclusive.
        as_of_given: Whether somebody asked for that moment.
        progress: What says how far a long run is: it is given the tickets, and gives them on.
    Raises:
        TotalsError: The totals do not add up.
    Source: clauses 2.3, 3.3, 3.4, 4.1–4.4, 4.9–4.12.
    """
    assert log.first is not None
    assert log.last is not None
    judge = Judge(log, agreement=agreement, category=category, as_of=as_of)
    verdicts = [judge.judge(ticket) for ticket in progress(log.tickets)]
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
        rows=_rows(log, as_of, judge.idle),
        tickets=_tickets(log, judged, excluded),
        findings=tuple(_found(judged)),
        times=_quantiles([_business(one) for one in slowest]),
        resolutions=_quantiles(
            [
                one.clock_business
                for one in judged
                if one.of(Obligation.RESOLUTION_CLOCK) is Outcome.MET
                and one.clock_business is not None
            ]
        ),
        worst=tuple(_slow(judge, log, slowest[:WORST])),
        judged=judged,
        excluded=excluded,
    )
    _add_up(report)
    return report


_TIMED: Final = frozenset({Outcome.MET, Outcome.MISSED})


def _business(verdict: Judged) -> BusinessSeconds:
    assert verdict.business is not None
    return verdict.business


def _slow(judge: Judge, log: EventLog, slowest: Sequence[Judged]) -> Iterable[Slow]:
    """Assess the slowest again, for the derivation of their verdicts."""
    wanted = {one.case for one in slowest}
    tickets = {ticket.case: ticket for ticket in log.tickets if ticket.case in wanted}
    for one in slowest:
        assessment = judge.assessment(tickets[one.case])
        yield Slow(judged=one, verdict=assessment[Obligation.REACTION])


def _quantiles(amounts: list[BusinessSeconds]) -> Times:
    amounts.sort()
    return Times(number=len(amounts), median=_quantile(amounts, 50), p90=_quantile(amounts, 90))


def _quantile(amounts: Sequence[BusinessSeconds], percent: int) -> BusinessSeconds | None:
    """Return the nearest-rank quantile of sorted times."""
    if not amounts:
        return None
    rank = -(-percent * len(amounts) // 100)  # rounded up, from 1
    return amounts[rank - 1]


def _rows(log: EventLog, as_of: datetime, idle: int) -> Rows:
    used = after = 0
    for events in (*(ticket.events for ticket in log.tickets), log.service):
        used += len(events)
        after += sum(event.at > as_of for event in events)
    return Rows(
        read=log.rows,
        used=used,
        duplicates=log.duplicates,
        bad=len(log.bad),
        of_service=len(log.service),
        idle=idle,
        after_as_of=after,
        moved=log.moved,
        defects=_counted(RowDefect, (row.defect for row in log.bad)),
    )


def _tickets(log: EventLog, judged: Sequence[Judged], excluded: Sequence[Excluded]) -> Tickets:
    together = Counter(one.outcomes for one in judged)
    obligations: dict[Obligation, Mapping[Outcome, int]] = {}
    for place, obligation in enumerate(Obligation):
        counts: Counter[Outcome] = Counter()
        for outcomes, number in together.items():
            counts[outcomes[place]] += number
        obligations[obligation] = {word: counts[word] for word in Outcome if counts[word]}
    assumed = Counter(one for judged_ in judged for one in judged_.assumed)
    return Tickets(
        read=len(log.tickets),
        judged=len(judged),
        excluded=len(excluded),
        outcomes=_counted(POSSIBLE, (one.outcome for one in judged)),
        reasons=_counted(Reason, (one.reason for one in judged)),
        exclusions=_counted(Exclusion, (one.reason for one in excluded)),
        conditional=_counted(POSSIBLE, (one.outcome for one in judged if one.conditional)),
        provisional=sum(one.provisional for one in judged),
        obligations=obligations,
        assumed=dict(sorted(assumed.items())),
    )


def _found(judged: Sequence[Judged]) -> Iterable[Found]:
    """Yield every finding that was made: how often, in how many incidents, where first."""
    number: Counter[FindingId] = Counter()
    incidents: Counter[FindingId] = Counter()
    possible: Counter[FindingId] = Counter()
    first: dict[FindingId, str] = {}
    of_service: set[tuple[FindingId, datetime]] = set()
    for one in judged:
        made = [finding for finding, _ in one.findings]
        number.update(made)
        incidents.update(set(made))
        possible.update(set(one.possible))
        of_service.update(one.of_service)
        for finding in (*made, *one.possible):
            first.setdefault(finding, one.case)
    number.update(finding for finding, _ in of_service)
    for row in FINDINGS:
        if number[row.id] or possible[row.id]:
            yield Found(
                id=row.id,
                number=number[row.id],
                incidents=incidents[row.id],
                first=first.get(row.id, ""),
                possible=possible[row.id],
            )


def _counted(words: Iterable[WordT], found: Iterable[WordT]) -> Mapping[WordT, int]:
    """Return how often each word was found, in the order of the words; nought too."""
    counts = Counter(found)
    return {word: counts[word] for word in words}


def _add_up(report: Report) -> None:
    """Refuse a report whose parts do not make its whole."""
    rows, tickets = report.rows, report.tickets
    reactions = (Reason.REACTED_IN_TIME, Reason.REACTED_LATE)
    of_incidents = sum(len(one.findings) for one in report.judged)
    sums = [
        ("rows read", rows.read, rows.used + rows.duplicates + rows.bad),
        ("bad rows", rows.bad, sum(rows.defects.values())),
        ("tickets read", tickets.read, tickets.judged + tickets.excluded),
        ("tickets judged", tickets.judged, sum(tickets.outcomes.values())),
        ("reasons of verdicts", tickets.judged, sum(tickets.reasons.values())),
        ("tickets excluded", tickets.excluded, sum(tickets.exclusions.values())),
        (
            "reactions timed",
            report.times.number,
            sum(tickets.reasons.get(reason, 0) for reason in reactions),
        ),
        (
            "findings in incidents",
            of_incidents,
            sum(found.number for found in report.findings if found.incidents),
        ),
    ]
    sums += [
        (f"outcomes of {obligation.value}", tickets.judged, sum(outcomes.values()))
        for obligation, outcomes in tickets.obligations.items()
    ]
    reaction = {word: number for word, number in tickets.outcomes.items() if number}
    for outcome, number in tickets.obligations[Obligation.REACTION].items():
        sums.append((f"reactions {outcome.value}", number, reaction.get(outcome, 0)))
    for what, whole, parts in sums:
        if whole != parts:
            raise TotalsError(what, whole, parts)
