"""The report as a document for programs: ids, ISO 8601 moments, whole seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from slarules.deadlines import Deadline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from slarules.eventlog.log import EventLog
    from slarules.eventlog.mapping import LogMapping
    from slarules.report.totals import Report
    from slarules.report.verdicts import Judged
    from slarules.terms import Language, Text, Word

SCHEMA: Final = "slarules/report/1"


def document(
    report: Report, log: EventLog, mapping: LogMapping, language: Language
) -> dict[str, Any]:
    """Return the report as values a JSON writer knows; every bad row is in it."""
    rows, tickets, times = report.rows, report.tickets, report.times
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
            "bad": rows.bad,
            "of_service": rows.of_service,
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
        },
        "business_seconds_to_reaction": {
            "reactions": times.reactions,
            "median": times.median,
            "p90": times.p90,
            "quantiles": "nearest-rank",
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


def _by_id(counts: Mapping[Any, int]) -> dict[str, int]:
    return {_id(word): count for word, count in counts.items()}


def _id(word: Word) -> str:
    return str(word.value)


def _worst(one: Judged) -> dict[str, Any]:
    return {
        "case": one.case,
        "line": one.line,
        "category": None if one.category is None else one.category.value,
        "registered": one.registered.isoformat(),
        "due": _iso(one.due),
        "reacted": _iso(one.reacted),
        "outcome": one.outcome.value,
        "reason": one.reason.value,
        "business_seconds": one.business,
        "late_business_seconds": one.late_business,
        "late_clock_seconds": one.late_clock,
        "clauses": list(one.answer.clauses),
        "rules": list(one.answer.rules) if isinstance(one.answer, Deadline) else [one.answer.rule],
    }


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
