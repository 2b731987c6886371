"""
How many incidents of a log would come out otherwise under each other reading, one at a time.

An assessment names the switches it met, and no other could change it by itself: so for each other
option of a switch only the incidents that met it are judged again.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC
from typing import TYPE_CHECKING, Final

from slarules.readings import SWITCHES
from slarules.record import Record
from slarules.report.verdicts import Judge, Judged
from slarules.terms import Obligation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from slarules.agreement import Agreement
    from slarules.eventlog.log import EventLog, Ticket
    from slarules.eventlog.parted import PartedLog
    from slarules.report.totals import Report
    from slarules.report.verdicts import Excluded
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
    as_of = report.as_of.astimezone(UTC)
    judge = Judge(log, agreement=agreement, category=report.category, as_of=as_of)
    turning = Turning(log, judge)
    turning.enter([(tickets[one.case], one) for one in report.judged])
    return turning.found()


class Turning:
    """The flips in the making: tickets are entered in any order, some at a time; none is kept."""

    def __init__(self, log: EventLog | PartedLog, judge: Judge) -> None:
        """
        Begin with nothing.

        Args:
            log: Whose tickets are entered.
            judge: Who judged them under the readings chosen.
        """
        self._log: Final = log
        self._judged_by: Final = judge
        self._turned: Final[dict[tuple[str, Word], _Turned]] = {}
        self._judges: Final[dict[tuple[str, Word], Judge]] = {}

    def enter(self, verdicts: Iterable[tuple[Ticket, Judged | Excluded]]) -> None:
        """Judge these tickets again, each under every other option of the switches it met."""
        met: dict[str, list[tuple[Ticket, Judged]]] = {switch: [] for switch in SWITCHES}
        for ticket, one in verdicts:
            if not isinstance(one, Judged):
                continue
            for reading in one.readings:
                met[reading.partition("=")[0]].append((ticket, one))
        chosen = self._judged_by.agreement.readings
        for switch, options in SWITCHES.items():
            for option in options if met[switch] else ():
                if option is not chosen.option(switch):
                    turned = self._turned.setdefault((switch, option), _Turned())
                    judge = self._judge(switch, option)
                    for ticket, was in met[switch]:
                        turned.enter(ticket.place, was, judge.judge(ticket))

    def found(self) -> tuple[Flips, ...]:
        """Return the readings that change a verdict of what was entered."""
        return tuple(
            Flips(
                reading=f"{switch}={option.value}",
                outcomes=turned.outcomes,
                moments=turned.moments,
                moves=turned.moves(),
            )
            for switch, options in SWITCHES.items()
            for option in options
            if (turned := self._turned.get((switch, option))) is not None
            and (turned.outcomes or turned.moments)
        )

    def _judge(self, switch: str, option: Word) -> Judge:
        """Return who judges under the readings chosen, but for one other option."""
        found = self._judges.get((switch, option))
        if found is None:
            agreement, by = self._judged_by.agreement, self._judged_by
            field = switch.replace("-", "_")
            other = agreement.under(agreement.readings.replace(**{field: option}))
            found = Judge(self._log, agreement=other, category=by.category, as_of=by.as_of)
            self._judges[switch, option] = found
        return found


class _Turned:
    """What one other reading does to the tickets entered so far."""

    def __init__(self) -> None:
        self.outcomes = self.moments = 0
        self._moves: Counter[Move] = Counter()
        self._first: dict[Move, tuple[int, int]] = {}

    def enter(self, place: int, was: Judged, now: Judged | Excluded) -> None:
        """Compare a ticket, which stands at that place of the log, with itself."""
        if not isinstance(now, Judged):
            return  # days beyond the calendar
        if now.outcomes == was.outcomes:
            self.moments += _moments(now) != _moments(was)
            return
        self.outcomes += 1
        for which, obligation in enumerate(Obligation):
            if now.of(obligation) is not was.of(obligation):
                move = (obligation, was.of(obligation), now.of(obligation))
                self._moves[move] += 1
                here = (place, which)
                self._first[move] = min(self._first.get(move, here), here)

    def moves(self) -> dict[Move, int]:
        """Return the moves, the most frequent first, then the one met first in the log."""
        return dict(sorted(self._moves.items(), key=lambda move: (-move[1], self._first[move[0]])))


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
