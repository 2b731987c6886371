"""
The per-incident file: one row for every ticket read and every bad row, as ids and ISO 8601.

Its rows add up to the totals of the report. A cell that a spreadsheet would take for a formula
(it begins with ``=``, ``+``, ``-``, ``@``, wide or narrow, a tab or a line end) gets an apostrophe
before it: case numbers come from somebody else's file. So does one that begins so after
apostrophes of its own; to have the cell back, take one apostrophe off wherever such a sign follows.
"""

from __future__ import annotations

import csv
import io
import re
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from slarules.report.verdicts import Excluded, Judged
from slarules.terms import Obligation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from slarules.eventlog.rows import BadRow
    from slarules.report.totals import Report

COLUMNS: Final = (
    "record",
    "case",
    "line",
    "category",
    "registered",
    "state",
    "due",
    "reacted",
    "reaction_line",
    "outcome",
    "reason",
    "conditional_on",
    "business_seconds",
    "late_business_seconds",
    "late_clock_seconds",
    "resolution",
    "resolved",
    "resolution_clock",
    "clock_since",
    "clock_business_seconds",
    "automatic_closing",
    "closing_due",
    "replacement_search",
    "search_due",
    "support",
    "recommendation",
    "recording",
    "redefinition",
    "findings",
    "possible_findings",
    "assumed",
    "clauses",
    "rules",
    "readings",
    "provisional",
    "next_change",
    "detail",
)
"""
``record`` is judged, excluded or bad-row; moments are on the calendar's clock.

``outcome``, ``reason``, ``clauses`` and ``rules`` are of the reaction; the other obligations have
a column with their outcome each. A finding is its id, "@" and the line of its event.
"""

_FORMULA: Final = re.compile("'*[=+@\t\r\n\uff1d\uff0b\uff0d\uff20-]")
_AT_ONCE: Final = 1000
"""Rows put together before they are given out."""


def per_incident(report: Report, bad: Iterable[BadRow]) -> Iterator[str]:
    """Yield the file as CSV, in pieces: the header, the judged, the excluded, the bad rows."""
    lines = Lines()
    yield lines.header()
    rows: Iterator[Judged | Excluded | BadRow] = chain(report.judged, report.excluded, bad)
    while piece := "".join(map(lines.line, islice(rows, _AT_ONCE))):
        yield piece


class Lines:
    """The lines of the file, one by one; each ends with its line end."""

    def __init__(self) -> None:
        self._out = io.StringIO()
        self._writer = csv.writer(self._out, lineterminator="\n")
        # Left to itself, the writer of some releases lets a lone carriage return end a row.
        self._quoting = csv.writer(self._out, lineterminator="\n", quoting=csv.QUOTE_ALL)

    def header(self) -> str:
        """Return the line of the names of the columns."""
        return self._written(COLUMNS)

    def line(self, one: Judged | Excluded | BadRow) -> str:
        """Return the line of a ticket, or of a row that could not be read."""
        if isinstance(one, Judged):
            row = _judged(one)
        elif isinstance(one, Excluded):
            row = _excluded(one)
        else:
            row = _bad(one)
        return self._written([harmless(str(row.get(column, ""))) for column in COLUMNS])

    def _written(self, cells: Sequence[str]) -> str:
        self._out.seek(0)
        self._out.truncate()
        quoting = any("\r" in cell for cell in cells)
        (self._quoting if quoting else self._writer).writerow(cells)
        return self._out.getvalue()


def harmless(cell: str) -> str:
    """Return a cell no spreadsheet takes for a formula, and from which it can be had back."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _judged(one: Judged) -> dict[str, object]:
    row: dict[str, object] = {
        "record": "judged",
        "case": one.case,
        "line": one.line,
        "category": "" if one.category is None else one.category.value,
        "registered": _iso(one.registered),
        "state": "" if one.state is None else one.state.value,
        "due": _iso(one.due),
        "reacted": _iso(one.reacted),
        "reaction_line": _number(one.reaction_line),
        "outcome": one.outcome.value,
        "reason": one.reason.value,
        "conditional_on": "category" if one.conditional else "",
        "business_seconds": _number(one.business),
        "late_business_seconds": _number(one.late_business),
        "late_clock_seconds": _number(one.late_clock),
        "resolved": _iso(one.resolved),
        "clock_since": _iso(one.clock_since),
        "clock_business_seconds": _number(one.clock_business),
        "closing_due": _iso(one.closing_due),
        "search_due": _iso(one.search_due),
        "findings": " ".join(
            one_id if line is None else f"{one_id}@{line}" for one_id, line in one.findings
        ),
        "possible_findings": " ".join(one.possible),
        "assumed": " ".join(one.assumed),
        "clauses": " ".join(one.clauses),
        "rules": " ".join(one.rules),
        "readings": " ".join(one.readings),
        "provisional": "yes" if one.provisional else "no",
        "next_change": _iso(one.next_change),
    }
    for obligation in Obligation:
        if obligation is not Obligation.REACTION:
            row[obligation.value.replace("-", "_")] = one.of(obligation).value
    return row


def _iso(moment: datetime | None) -> str:
    return "" if moment is None else moment.isoformat()


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _excluded(one: Excluded) -> dict[str, object]:
    return {
        "record": "excluded",
        "case": one.case,
        "line": "" if one.line is None else one.line,
        "reason": one.reason.value,
    }


def _bad(row: BadRow) -> dict[str, object]:
    return {
        "record": "bad-row",
        "case": row.case or "",
        "line": row.line,
        "reason": row.defect.value,
        "detail": row.detail,
    }
