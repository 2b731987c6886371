"""A log of any size, part by part: read once, judged a part at a time, put together again."""

from __future__ import annotations

import sys
import time
from heapq import merge
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from slarules.cli.progress import Meter
from slarules.eventlog.parted import BadRows, Unpacker, part
from slarules.report.table import Lines
from slarules.report.verdicts import Judged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from slarules.cli.logfile import LogFile
    from slarules.cli.spill import Spill, SpilledPile
    from slarules.eventlog.log import Ticket
    from slarules.eventlog.mapping import LogMapping
    from slarules.eventlog.parted import PartedLog
    from slarules.eventlog.rows import BadRow
    from slarules.report.verdicts import Excluded

PART: Final = 4 << 20
"""Bytes of a CSV file in one part; of its rows some thirty times as much is in memory at once."""
PACKED: Final = 8
"""How many times smaller a Parquet file is taken to be."""
MOST_PARTS: Final = 128
"""Parts have a file each, and some systems let a process open 256."""
_AT_ONCE: Final = 1000
"""Lines put together before they are given out."""


def read_parts(
    file: LogFile, mapping: LogMapping, spill: Spill
) -> tuple[PartedLog, list[SpilledPile]]:
    """Return a log and the parts of it, saying on a terminal how far the reading is."""
    size = file.size * PACKED if file.is_parquet else file.size
    number = min(MOST_PARTS, -(-size // PART)) if size else MOST_PARTS
    meter = _meter("rows read", file.size)
    rows = meter.counted(file.rows(mapping, meter.reach))
    parts = [spill.pile() for _ in range(number)]
    log = part(rows, parts, BadRows(spill.pile()))
    meter.end()
    return log, parts


def tickets_of(
    parts: list[SpilledPile], mapping: LogMapping, spill: Spill
) -> Iterator[Iterable[Ticket]]:
    """Yield the tickets of each part in the order of the log, and let the part go."""
    unpacker = Unpacker(mapping)
    meter = _meter("incidents judged", sum(map(len, parts)))
    done = 0
    for pile in parts:
        tickets = unpacker.tickets(pile)
        done += len(pile)
        spill.drop(pile)
        yield meter.counted(tickets)
        meter.reach(done)
    meter.end()


class LineRuns:
    """The lines of the per-incident file: a sorted run for each part, merged at the end."""

    def __init__(self, spill: Spill) -> None:
        self._spill: Final = spill
        self._lines: Final = Lines()
        self._runs: Final[list[SpilledPile]] = []

    def add(self, verdicts: Iterable[tuple[Ticket, Judged | Excluded]]) -> None:
        """Take the tickets of one part, in the order of the log."""
        run = self._spill.pile()
        excluded = []
        for ticket, verdict in verdicts:
            line = self._lines.line(verdict)
            if isinstance(verdict, Judged):
                run.append((0, ticket.place, line))
            else:
                excluded.append((1, ticket.place, line))
        for one in excluded:
            run.append(one)
        self._runs.append(run)

    def merged(self, bad: Iterable[BadRow]) -> Iterator[str]:
        """Yield the file in pieces: the header, the judged, the excluded, the bad rows."""
        yield self._lines.header()
        lines = chain((line for _, _, line in merge(*self._runs)), map(self._lines.line, bad))
        while piece := "".join(islice(lines, _AT_ONCE)):
            yield piece


def _meter(what: str, whole: int) -> Meter:
    return Meter(sys.stderr, time.monotonic, what, whole)  # noqa: TID251 - somebody is waiting
