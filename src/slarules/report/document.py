"""The report as a document for programs: ids, ISO 8601 moments, whole seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from slarules.findings import FINDING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from slarules.eventlog.log import EventLog
    from slarules.eventlog.mapping import LogMapping
    from slarules.eventlog.parted import PartedLog
    from slarules.report.totals import Found, Slow, Times, Totals
    from slarules.terms import Language, Text, Word

SCHEMA: Final = "slarules/report/2"


def document(
    report: Totals, log: EventLog | PartedLog, mapping: LogMapping, language: Language
) -> dict[str, Any]:
    """Return the report as values a JSON writer knows; every bad row is in it."""
    rows, tickets = report.rows, report.tickets
    return {
        "schema": SCHEMA,
        "as_of": report.as_of.isoformat(),
        "as_of_given": report.as_of_given,
        "first": report.first.isoformat(),
        "last": report.last.isoformat(),
        "category": "from-log" if report.category is None else report.category.value,
        "assumptions": [text.of(language) for text in assumptions(mapping)],
        "rows": {
            "read": rows.read,
            "used": rows.used,
            "duplicates": rows.duplicates,
            "bad": rows.bad,
            "of_service": rows.of_service,
            "of_service_idle": rows.idle,
            "after_as_of": rows.after_as_of,
            "moved": rows.moved,
            "defects": _by_id(rows.defects),
        },
        "tickets": {
            "read": tickets.read,
            "judged": tickets.judged,
            "excluded": tickets.excluded,
            "outcomes": _by_id(tickets.outcomes),
            "reasons": _by_id(tickets.reasons),
            "exclusions": _by_id(tickets.exclusions),
            "conditional_on_category": _by_id(tickets.conditional),
            "provisional": tickets.provisional,
            "obligations": {_id(word): _by_id(row) for word, row in tickets.obligations.items()},
            "assumed": dict(tickets.assumed),
        },
        "findings": [_found(one) for one in report.findings],
        "business_seconds_to_reaction": {"reactions": report.times.number, **_times(report.times)},
        "business_seconds_of_resolution": {
            "clocks_stopped": report.resolutions.number,
            **_times(report.resolutions),
        },
        "worst": [_worst(one) for one in report.worst],
        "bad_rows": [
            {
                "line": row.line,
                "case": row.case,
                "reason": row.defect.value,
                "detail": row.detail,
            }
            for row in log.bad
        ],
    }


def assumptions(mapping: LogMapping) -> list[Text]:
    """Return every sentence of the mapping, those of the whole log first."""
    of_activities = [one.assumption for one in mapping.activities.values()]
    return [*mapping.assumptions, *(one for one in of_activities if one is not None)]


def _times(times: Times) -> dict[str, Any]:
    return {"median": times.median, "p90": times.p90, "quantiles": "nearest-rank"}


def _found(one: Found) -> dict[str, Any]:
    return {
        "id": one.id,
        "clause": FINDING[one.id].clause,
        "kind": FINDING[one.id].kind.value,
        "number": one.number,
        "incidents": one.incidents,
        "possible": one.possible,
        "first": one.first or None,
    }


def _by_id(counts: Mapping[Any, int]) -> dict[str, int]:
    return {_id(word): count for word, count in counts.items()}


def _id(word: Word) -> str:
    return str(word.value)


def _worst(slow: Slow) -> dict[str, Any]:
    one = slow.judged
    return {
        "case": one.case,
        "line": one.line,
        "category": None if one.category is None else one.category.value,
        "registered": _iso(one.registered),
        "due": _iso(one.due),
        "reacted": _iso(one.reacted),
        "outcome": one.outcome.value,
        "reason": one.reason.value,
        "business_seconds": one.business,
        "late_business_seconds": one.late_business,
        "late_clock_seconds": one.late_clock,
        "clauses": list(one.clauses),
        "rules": list(one.rules),
    }


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
