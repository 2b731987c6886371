"""
How many verdicts of a log would be others under each other reading, one switch at a time.

A log meets few of the switches: those its answers name, those a kind of row in it asks about, and
those whose days lie in its way. One pass over the tickets is made for each other option of these,
and none for the rest, which cannot change a verdict.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Final

from slarules.deadlines import Deadline
from slarules.eventlog.words import Seen
from slarules.events import ROW_OF, Made, RecordKind
from slarules.readings import SWITCHES
from slarules.record import Record
from slarules.report.verdicts import Judged, judge, outages_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from slarules.agreement import Agreement
    from slarules.eventlog.log import EventLog
    from slarules.eventlog.mapping import Meaning
    from slarules.report.totals import Report
    from slarules.terms import Outcome, Word

_WEEK: Final = timedelta(days=7)
"""How far around the days of a log a day may lie that another reading makes something else."""


class Flips(Record):
    """What one other reading does to the verdicts of a log."""

    reading: str
    """The choice, written ``switch=option``."""
    outcomes: int
    """Verdicts with another outcome."""
    moments: int
    """Verdicts with the same outcome and another due moment."""
    moves: Mapping[tuple[Outcome, Outcome], int]
    """Of the other outcomes: from which to which, and how often."""


def flips(log: EventLog, report: Report, *, agreement: Agreement) -> tuple[Flips, ...]:
    """
    Return the readings that change a verdict of the log, in the order of the register.

    Args:
        log: What the report was made from.
        report: The report under the readings chosen.
        agreement: The agreement it was made under.
    """
    found = []
    for switch in _met(log, report, agreement):
        chosen = agreement.readings.option(switch)
        for option in SWITCHES[switch]:
            if option is not chosen:
                flipped = _flips(log, report, agreement, switch, option)
                if flipped.outcomes or flipped.moments:
                    found.append(flipped)
    return tuple(found)


def _flips(log: EventLog, report: Report, agreement: Agreement, switch: str, option: Word) -> Flips:
    """Judge the log anew under one other option, and compare."""
    other = agreement.under(agreement.readings.replace(**{switch.replace("-", "_"): option}))
    outages = outages_of(log.service)
    as_of = report.as_of.astimezone(UTC)
    before = {one.case: one for one in report.judged}
    moves: Counter[tuple[Outcome, Outcome]] = Counter()
    moments = 0
    for ticket in log.tickets:
        was = before.get(ticket.case)
        if was is None:
            continue  # what cannot be judged at all cannot be judged under another reading
        now = judge(ticket, agreement=other, category=report.category, as_of=as_of, outages=outages)
        if isinstance(now, Judged):
            moves[was.outcome, now.outcome] += now.outcome is not was.outcome
            moments += now.outcome is was.outcome and now.due != was.due
    changed = {move: number for move, number in moves.items() if number}
    return Flips(
        reading=f"{switch}={option.value}",
        outcomes=sum(changed.values()),
        moments=moments,
        moves=dict(sorted(changed.items(), key=lambda move: -move[1])),
    )


def _met(log: EventLog, report: Report, agreement: Agreement) -> Iterator[str]:
    """Yield the switches that the judging of this log met, in the order of the register."""
    met = {
        reading.partition("=")[0]
        for one in report.judged
        if isinstance(one.answer, Deadline)
        for reading in one.answer.readings
    }
    met |= {switch for meaning in _meanings(log) for switch in _asked_of(meaning)}
    met |= _doubtful(report, agreement)
    if any(one.reacted is not None and one.reacted == one.due for one in report.judged):
        met.add("due-instant")
    if outages_of(log.service):
        met.add("outage-registration")
    return (switch for switch in SWITCHES if switch in met)


def _meanings(log: EventLog) -> set[Meaning]:
    return {event.meaning for ticket in log.tickets for event in ticket.events}


def _asked_of(meaning: Meaning) -> Iterator[str]:
    """Yield the switches that decide whether a row of this meaning is a reaction (3.3)."""
    kind = RecordKind.NONE if meaning.event is None else ROW_OF[meaning.event].record
    if kind is RecordKind.NONE:
        return
    if kind is RecordKind.RECORD:
        yield "reaction-record-kind"
    if kind is RecordKind.REPRODUCTION_MARK:
        yield "reaction-by-reproduction-mark"
    if meaning.made is not Made.BY_PERSON:
        yield "reaction-by-automation"
    if meaning.visible is not Seen.VISIBLE:
        yield "internal-note"


def _doubtful(report: Report, agreement: Agreement) -> set[str]:
    """Return the switches of 1.1 that decide about a day in the way of the log."""
    if not report.judged:
        return set()
    first = min(one.registered for one in report.judged).date() - _WEEK
    dues = (one.due for one in report.judged if one.due is not None)
    last = max((due.date() for due in dues), default=report.as_of.date()) + _WEEK
    return {
        switch
        for switch, days in agreement.rules.doubtful().items()
        if any(first <= day <= last for day in days)
    }
