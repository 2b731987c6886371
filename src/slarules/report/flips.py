"""
How many incidents of a log would come out otherwise under each other reading, one at a time.

An assessment names the switches it met, and no other could change it by itself: so for each other
option of a switch only the incidents that met it are judged again.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC
from typing import TYPE_CHECKING

from slarules.readings import SWITCHES
from slarules.record import Record
from slarules.report.verdicts import Judge, Judged
from slarules.terms import Obligation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from slarules.agreement import Agreement
    from slarules.eventlog.log import EventLog, Ticket
    from slarules.report.totals import Report
    from slarules.terms import Outcome, Word

Move = tuple[Obligation, "Outcome", "Outcome"]
"""An obligation, its outcome, and the one it has under the other reading."""


class Flips(Record):
    """What one other reading does to the incidents of a log."""

    reading: str
    """The choice, written ``switch=option``."""
    outcomes: int
    """Incidents with another outcome of any obligation."""
    moments: int
    """Incidents with the same outcomes and another moment."""
    moves: Mapping[Move, int]
    """Of the other outcomes: whose, from which to which, and how often."""


def flips(log: EventLog, report: Report, *, agreement: Agreement) -> tuple[Flips, ...]:
    """
    Return the readings that change a verdict of the log, in the order of the register.

    Args:
        log: What the report was made from.
        report: The report under the readings chosen.
        agreement: The agreement it was made under.
    """
    tickets = {ticket.case: ticket for ticket in log.tickets}
    met: dict[str, list[tuple[Ticket, Judged]]] = {switch: [] for switch in SWITCHES}
    for one in report.judged:
        for reading in one.readings:
            met[reading.partition("=")[0]].append((tickets[one.case], one))
    found = []
    for switch, options in SWITCHES.items():
        for option in options if met[switch] else ():
            if option is not agreement.readings.option(switch):
                flipped = _flips(log, report, agreement, (switch, option), met[switch])
                if flipped.outcomes or flipped.moments:
                    found.append(flipped)
    return tuple(found)


def _flips(
    log: EventLog,
    report: Report,
    agreement: Agreement,
    choice: tuple[str, Word],
    met: Sequence[tuple[Ticket, Judged]],
) -> Flips:
    """Judge the incidents anew under one other option, and compare."""
    switch, option = choice
    other = agreement.under(agreement.readings.replace(**{switch.replace("-", "_"): option}))
    as_of = report.as_of.astimezone(UTC)
    judge = Judge(log, agreement=other, category=report.category, as_of=as_of)
    moves: Counter[Move] = Counter()
    outcomes = moments = 0
    for ticket, was in met:
        now = judge.judge(ticket)
        if not isinstance(now, Judged):
            continue  # days beyond the calendar
        if now.outcomes != was.outcomes:
            outcomes += 1
            moves.update(
                (obligation, was.of(obligation), now.of(obligation))
                for obligation in Obligation
                if now.of(obligation) is not was.of(obligation)
            )
        elif _moments(now) != _moments(was):
            moments += 1
    return Flips(
        reading=f"{switch}={option.value}",
        outcomes=outcomes,
        moments=moments,
        moves=dict(sorted(moves.items(), key=lambda move: -move[1])),
    )


def _moments(one: Judged) -> tuple[object, ...]:
    """Return the moments of every verdict that has one."""
    return (
        one.registered,
        one.due,
        one.reacted,
        one.resolved,
        one.clock_since,
        one.clock_business,
        one.closing_due,
        one.search_due,
    )
