"""
Totals of a report: every row and every ticket counted once, and the sums checked.

Quantiles are nearest-rank: the smallest value that at least that share of the incidents does not
exceed; so each is the time of an incident one can look up.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter
from typing import TYPE_CHECKING, Final, TypeVar

from slarules.errors import TotalsError
from slarules.eventlog.incidents import Exclusion
from slarules.eventlog.words import RowDefect
from slarules.findings import FINDINGS, FindingId
from slarules.record import Record
from slarules.report.verdicts import Judge, Judged, Reason
from slarules.terms import BusinessSeconds, Obligation, Outcome, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from slarules.agreement import Agreement
    from slarules.assess import Verdict
    from slarules.eventlog.log import EventLog, Ticket
    from slarules.eventlog.parted import PartedLog, Pile
    from slarules.report.verdicts import Excluded
    from slarules.terms import Category

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


class Totals(Record):
    """What the agreement says of the incidents of one log, taken together."""

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


class Report(Totals):
    """The same, and of each incident."""

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
    judge = Judge(log, agreement=agreement, category=category, as_of=as_of)
    ledger = Ledger(judge, [], [])
    verdicts: list[Judged | Excluded] = []
    for ticket in progress(log.tickets):
        verdict = judge.judge(ticket)
        ledger.enter(ticket, verdict)
        verdicts.append(verdict)
    totals = ledger.totals(log, as_of_given=as_of_given)
    return Report(
        **{field: getattr(totals, field) for field in Totals._fields},
        judged=tuple(verdict for verdict in verdicts if isinstance(verdict, Judged)),
        excluded=tuple(verdict for verdict in verdicts if not isinstance(verdict, Judged)),
    )


_TIMED: Final = frozenset({Outcome.MET, Outcome.MISSED})


class Ledger:
    """
    The totals in the making: ticket after ticket is entered, in any order, and none is kept.

    What is kept grows with the kinds of what is found, not with the log; the times, of which
    quantiles are taken, lie on two piles that need not be in memory.
    """

    def __init__(self, judge: Judge, reactions: Pile, resolutions: Pile) -> None:
        """
        Begin with nothing.

        Args:
            judge: Who judges the tickets.
            reactions: Where the business times to the reactions are put.
            resolutions: Where those that resolution clocks counted are put.
        """
        self._judge: Final = judge
        self._reactions: Final = reactions
        self._resolutions: Final = resolutions
        self._read = self._judged = self._excluded = self._provisional = 0
        self._used = self._duplicates = self._moved = self._after = 0
        self._together: Counter[tuple[Outcome, ...]] = Counter()
        self._reasons: Counter[Reason] = Counter()
        self._conditional: Counter[Outcome] = Counter()
        self._exclusions: Counter[Exclusion] = Counter()
        self._assumed: Counter[str] = Counter()
        self._findings = _Findings()
        self._slowest: list[tuple[tuple[int, int], Judged, Ticket]] = []

    def enter(self, ticket: Ticket, verdict: Judged | Excluded) -> None:
        """Count a ticket, its rows and what became of it."""
        self._read += 1
        self._used += len(ticket.events)
        self._duplicates += ticket.duplicates
        self._moved += ticket.moved
        as_of = self._judge.as_of
        if ticket.events and ticket.events[-1].at > as_of:
            self._after += sum(event.at > as_of for event in ticket.events)
        if isinstance(verdict, Judged):
            self._enter_judged(ticket, verdict)
        else:
            self._excluded += 1
            self._exclusions[verdict.reason] += 1

    def _enter_judged(self, ticket: Ticket, one: Judged) -> None:
        self._judged += 1
        self._together[one.outcomes] += 1
        self._reasons[one.reason] += 1
        self._assumed.update(one.assumed)
        self._provisional += one.provisional
        if one.conditional:
            self._conditional[one.outcome] += 1
        if one.findings or one.possible or one.of_service:
            self._findings.enter(ticket.place, one)
        if one.business is not None and one.outcome in _TIMED:
            self._reactions.append(one.business)
            rank = (-one.business, ticket.place)
            if len(self._slowest) < WORST or rank < self._slowest[-1][0]:
                insort(self._slowest, (rank, one, ticket), key=_rank)
                del self._slowest[WORST:]
        if one.of(Obligation.RESOLUTION_CLOCK) is Outcome.MET and one.clock_business is not None:
            self._resolutions.append(one.clock_business)

    def totals(self, log: EventLog | PartedLog, *, as_of_given: bool) -> Totals:
        """
        Return the totals of all that was entered.

        Args:
            log: What the tickets came from; every one of them has been entered.
            as_of_given: Whether somebody asked for the moment of the report.
        Raises:
            TotalsError: The totals do not add up.
        """
        assert log.first is not None
        assert log.last is not None
        zone = self._judge.agreement.calendar.zone  # a log may reach beyond the calendar's days
        totals = Totals(
            as_of=self._judge.as_of.astimezone(zone),
            as_of_given=as_of_given,
            category=self._judge.category,
            first=log.first.astimezone(zone),
            last=log.last.astimezone(zone),
            rows=self._rows(log),
            tickets=self._tickets(),
            findings=tuple(self._findings.found()),
            times=_times(self._reactions),
            resolutions=_times(self._resolutions),
            worst=tuple(self._worst()),
        )
        _add_up(totals)
        told = sum(found.number for found in totals.findings if found.incidents)
        if told != self._findings.of_incidents:
            raise TotalsError("findings in incidents", self._findings.of_incidents, told)
        return totals

    def _rows(self, log: EventLog | PartedLog) -> Rows:
        return Rows(
            read=log.rows,
            used=self._used + len(log.service),
            duplicates=self._duplicates + log.service_duplicates,
            bad=len(log.bad),
            of_service=len(log.service),
            idle=self._judge.idle,
            after_as_of=self._after + sum(one.at > self._judge.as_of for one in log.service),
            moved=self._moved,
            defects=_counted(RowDefect, Counter(row.defect for row in log.bad)),
        )

    def _tickets(self) -> Tickets:
        obligations: dict[Obligation, Mapping[Outcome, int]] = {}
        for place, obligation in enumerate(Obligation):
            counts: Counter[Outcome] = Counter()
            for outcomes, number in self._together.items():
                counts[outcomes[place]] += number
            obligations[obligation] = {word: counts[word] for word in Outcome if counts[word]}
        return Tickets(
            read=self._read,
            judged=self._judged,
            excluded=self._excluded,
            outcomes=_counted(POSSIBLE, obligations[Obligation.REACTION]),
            reasons=_counted(Reason, self._reasons),
            exclusions=_counted(Exclusion, self._exclusions),
            conditional=_counted(POSSIBLE, self._conditional),
            provisional=self._provisional,
            obligations=obligations,
            assumed=dict(sorted(self._assumed.items())),
        )

    def _worst(self) -> Iterable[Slow]:
        """Assess the slowest again, for the derivation of their verdicts."""
        for _, one, ticket in self._slowest:
            assessment = self._judge.assessment(ticket)
            yield Slow(judged=one, verdict=assessment[Obligation.REACTION])


def _rank(slow: tuple[tuple[int, int], Judged, Ticket]) -> tuple[int, int]:
    return slow[0]


class _Findings:
    """The findings of the incidents entered: how often, in how many, where first."""

    def __init__(self) -> None:
        self.of_incidents = 0
        """All of them, but those of the service."""
        self._number: Counter[FindingId] = Counter()
        self._incidents: Counter[FindingId] = Counter()
        self._possible: Counter[FindingId] = Counter()
        self._first: dict[FindingId, tuple[int, str]] = {}
        self._of_service: set[tuple[FindingId, datetime]] = set()

    def enter(self, place: int, one: Judged) -> None:
        """Count those of an incident; ``place`` is where in the log it stands."""
        made = [finding for finding, _ in one.findings]
        self.of_incidents += len(made)
        self._number.update(made)
        self._incidents.update(set(made))
        self._possible.update(set(one.possible))
        self._of_service.update(one.of_service)
        for finding in (*made, *one.possible):
            if finding not in self._first or place < self._first[finding][0]:
                self._first[finding] = (place, one.case)

    def found(self) -> Iterable[Found]:
        """Yield every finding that was made."""
        number = self._number + Counter(finding for finding, _ in self._of_service)
        for row in FINDINGS:
            if number[row.id] or self._possible[row.id]:
                _, first = self._first.get(row.id, (0, ""))
                yield Found(
                    id=row.id,
                    number=number[row.id],
                    incidents=self._incidents[row.id],
                    first=first,
                    possible=self._possible[row.id],
                )


_BITS: Final = 16
"""Times are first counted by this many bits less, so that no table of them grows large."""


def _times(amounts: Pile) -> Times:
    coarse = Counter(amount >> _BITS for amount in amounts)
    median, p90 = (_quantile(amounts, coarse, percent) for percent in (50, 90))
    return Times(number=len(amounts), median=median, p90=p90)


def _quantile(amounts: Pile, coarse: Counter[int], percent: int) -> BusinessSeconds | None:
    """Return the nearest-rank quantile of times that stand in any order."""
    if not len(amounts):
        return None
    rank = -(-percent * len(amounts) // 100)  # rounded up, from 1
    group, below = _ranked(coarse, rank)
    exact = Counter(amount for amount in amounts if amount >> _BITS == group)
    return BusinessSeconds(_ranked(exact, rank - below)[0])


def _ranked(counts: Counter[int], rank: int) -> tuple[int, int]:
    """Return the value of that rank, from 1, and how many are smaller than it."""
    below = 0
    for value in sorted(counts):
        if rank <= below + counts[value]:
            return value, below
        below += counts[value]
    raise AssertionError


def _counted(words: Iterable[WordT], counts: Mapping[WordT, int]) -> Mapping[WordT, int]:
    """Return how often each word was found, in the order of the words; nought too."""
    return {word: counts.get(word, 0) for word in words}


def _add_up(report: Totals) -> None:
    """Refuse totals whose parts do not make their whole."""
    rows, tickets = report.rows, report.tickets
    reactions = (Reason.REACTED_IN_TIME, Reason.REACTED_LATE)
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
