"""
The per-incident file: one row for every ticket read and every bad row, as ids and ISO 8601.

Its rows add up to the totals of the report. A cell that a spreadsheet would take for a formula
(it begins with ``=``, ``+``, ``-``, ``@``, a tab or a carriage return) gets an apostrophe before
it: case numbers come from somebody else's file.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from slarules.deadlines import Deadline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slarules.eventlog.rows import BadRow
    from slarules.report.totals import Report
    from slarules.report.verdicts import Excluded, Judged

COLUMNS: Final = (
    "record",
    "case",
    "line",
    "category",
    "registered",
    "due",
    "reacted",
    "reaction_line",
    "outcome",
    "reason",
    "conditional_on",
    "business_seconds",
    "late_business_seconds",
    "late_clock_seconds",
    "clauses",
    "rules",
    "readings",
    "provisional",
    "detail",
)
"""``record`` is judged, excluded or bad-row; moments are on the calendar's clock."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def per_incident(report: Report, bad: tuple[BadRow, ...]) -> str:
    """Return the whole file as CSV: the header, the judged, the excluded, the bad rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in _rows(report, bad):
        writer.writerow([harmless(str(row.get(column, ""))) for column in COLUMNS])
    return out.getvalue()


def harmless(cell: str) -> str:
    """Return a cell no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _rows(report: Report, bad: tuple[BadRow, ...]) -> Iterator[dict[str, object]]:
    for judged in report.judged:
        yield _judged(judged)
    for excluded in report.excluded:
        yield _excluded(excluded)
    for row in bad:
        yield {
            "record": "bad-row",
            "case": row.case or "",
            "line": row.line,
            "reason": row.defect.value,
            "detail": row.detail,
        }


def _judged(one: Judged) -> dict[str, object]:
    row: dict[str, object] = {
        "record": "judged",
        "case": one.case,
        "line": one.line,
        "category": "" if one.category is None else one.category.value,
        "registered": one.registered.isoformat(),
        "outcome": one.outcome.value,
        "reason": one.reason.value,
        "conditional_on": "category" if one.conditional else "",
        "clauses": " ".join(one.answer.clauses),
    }
    if isinstance(one.answer, Deadline):
        row |= {
            "due": one.answer.due.isoformat(),
            "rules": " ".join(one.answer.rules),
            "readings": " ".join(one.answer.readings),
            "provisional": "yes" if one.answer.provisional else "no",
        }
    else:
        row |= {"rules": one.answer.rule, "provisional": "no"}
    if one.reacted is not None:
        row |= {
            "reacted": one.reacted.isoformat(),
            "reaction_line": one.reaction_line,
            "business_seconds": one.business,
        }
    if one.late_clock is not None:
        row |= {"late_business_seconds": one.late_business, "late_clock_seconds": one.late_clock}
    return row


def _excluded(one: Excluded) -> dict[str, object]:
    return {
        "record": "excluded",
        "case": one.case,
        "line": "" if one.line is None else one.line,
        "reason": one.reason.value,
    }
