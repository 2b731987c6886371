"""Event logs: rows of cells harmed, their mapping harmed, and the files made of what was read."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from datetime import UTC
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from proof.hostile.aimed.logs import aimed
from proof.hostile.mutations import as_toml, harmed, rows, trees
from proof.hostile.nasty import CHARACTERS, ENCODINGS, FORMATS, ZONES
from proof.hostile.reader import Reader
from proof.hostile.refusals import name_of
from proof.part import ROOT, Text
from slarules.agreement import standard_support
from slarules.documents import dumps, loads
from slarules.errors import SlaRulesError
from slarules.eventlog.incidents import Exclusion, favourable, service_of
from slarules.eventlog.log import EventLog, gather
from slarules.eventlog.mapping import LogMapping, read_mapping
from slarules.eventlog.rows import read_rows
from slarules.report.table import per_incident
from slarules.report.totals import make_report
from slarules.service import ServiceRecord
from slarules.terms import Category

_EXAMPLES: Final = ROOT / "src" / "slarules" / "examples"
_FORMULA: Final = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_MARKED: Final = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
_CASE: Final = 1
"""The column of the per-incident file that holds what the log calls the incident."""

SMALL: Final[dict[str, Any]] = {
    "schema": "slarules/eventlog-mapping/1",
    "assumptions": ["nothing is known of this log but its rows"],
    "file": {"encoding": "utf-8", "delimiter": ",", "quote": '"'},
    "columns": {
        "case": "case",
        "activity": "what",
        "time": "when",
        "resource": "who",
        "category": "category",
        "severity": "level",
        "accepted": "accepted",
        "route": "route",
        "until": "until",
        "request": "request",
    },
    "time": {
        "formats": ["%Y-%m-%d %H:%M:%S", "iso"],
        "dates": "iso",
        "zone": "Europe/Moscow",
        "repeated_hour": "offset-before",
        "skipped_hour": "bad-row",
    },
    "policy": {"unmapped_activity": "bad-row"},
    "defaults": {"by": "unknown", "made": "unknown", "visible": "unknown"},
    "resources": {"robot": {"by": "executor", "made": "automatically"}},
    "categories": {"A": "A", "B": "B", "C": "C", "D": "D", "-": "unclassified"},
    "severities": {"1": 1, "2": 2, "none": "none"},
    "routes": {"next": "plan"},
    "activities": {
        "open": {
            "event": "registered",
            "by": "customer",
            "later": {"event": "status-changed"},
            "assumption": {"ru": "первая запись", "en": "the first record"},
        },
        "answer": {"event": "commented", "by": "executor"},
        "ask": {"event": "information-requested", "by": "executor", "made": "by-person"},
        "told": {"event": "information-provided"},
        "level": {"event": "level-agreed"},
        "was": {"event": "reclassified"},
        "put": {"event": "routed"},
        "shown": {"event": "reproduced"},
        "shut": {"event": "closed"},
        "until": {"event": "replacement-agreed"},
        "down": {"event": "help-desk-down"},
        "up": {"event": "help-desk-restored"},
        "paid": {"event": "support-paid"},
        "noise": {"event": "ignored"},
    },
}

_APT: Final = {
    "encoding": ENCODINGS,
    "delimiter": CHARACTERS,
    "quote": CHARACTERS,
    "formats": [*FORMATS, list(FORMATS)],
    "dates": [*FORMATS, list(FORMATS)],
    "zone": ZONES,
}

_HEADER: Final = [
    *("case", "what", "when", "who", "category", "level", "accepted", "route", "until", "request"),
    "free",
]


def _row(*cells: str) -> list[str]:
    return [*cells, *[""] * (len(_HEADER) - len(cells))]


ROWS: Final = (
    [
        _HEADER,
        _row("1", "open", "2026-03-02 11:00:00", "", "B"),
        _row("1", "answer", "2026-03-02 12:00:00", "robot", "B"),
        _row("1", "ask", "2026-03-02T13:00:00+03:00", "", "B", "", "", "", "", "log"),
        _row("1", "told", "2026-03-03 13:00:00", "Ann", "B", "", "", "", "", "log"),
        _row("1", "shut", "2026-03-04 13:00:00", "Ann", "B"),
    ],
    [
        _HEADER,
        _row("2", "open", "2014-10-25 11:00:00", "", "C", "1"),
        _row("2", "level", "2014-10-26 01:30:00", "", "C", "2"),
        _row("2", "was", "2014-10-27 11:00:00", "", "B"),
        _row("", "down", "2014-10-27 12:00:00"),
        _row("", "up", "2014-10-27 13:00:00"),
        _row("", "paid", "2014-10-27 13:00:00", "", "", "", "", "", "2015-12-31"),
        _row("2", "until", "2014-10-28 11:00:00", "", "", "", "", "", "2015-01-31"),
        _row("3", "open", "2014-10-28 11:00:00", "", "D", "", "2014-10-28 10:00:00"),
        _row("3", "put", "2014-10-28 12:00:00", "", "D", "", "", "next"),
        _row("3", "shown", "2014-10-28 12:00:00", "", "D"),
        _row("3", "noise", "2014-10-28 12:00:00", "", "D", "", "", "", "", "", "=1+1"),
        _row("=4", "answer", "2014-10-28 12:00:00", "", "D"),
    ],
)


@cache
def described() -> tuple[dict[str, Any], LogMapping]:
    """Return the small mapping, as a tree and as it is read."""
    return SMALL, read_mapping(as_toml(SMALL).encode())


@cache
def _bundled() -> dict[str, Any]:
    return tomllib.loads((_EXAMPLES / "helpdesk-ru.toml").read_text(encoding="utf-8"))


@st.composite
def _logs(draw: st.DrawFn) -> str:
    table = draw(rows(ROWS))
    if draw(st.sampled_from([True, True, True, False])):
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(table)
        return out.getvalue()
    return "".join(f"{','.join(row)}\n" for row in table)


@st.composite
def _whole(draw: st.DrawFn) -> tuple[bytes, bytes | None]:
    """Return a log, and its mapping where that is harmed, too."""
    log = draw(harmed(_logs()))
    if draw(st.sampled_from([False, False, True])):
        return log, draw(harmed(trees([SMALL, SMALL, _bundled()], _APT).map(as_toml)))
    return log, None


def examples() -> st.SearchStrategy[tuple[bytes, bytes | None]]:
    """Return logs with their mappings, most of them harmed."""
    return _whole()


def read(example: tuple[bytes, bytes | None]) -> str:
    """Read the mapping and the log, judge what there is, write it and read that again."""
    content, mapped = example
    try:
        mapping = described()[1] if mapped is None else read_mapping(mapped)
        log = gather(read_rows((content[n : n + 97] for n in range(0, len(content), 97)), mapping))
    except SlaRulesError as refusal:
        return name_of(refusal)
    return checked(log, mapping)


def checked(log: EventLog, mapping: LogMapping) -> str:
    """Judge what was read, write it and read that again; return the word for it."""
    _counts(log)
    _exported(log, mapping)
    return _reported(log, mapping)


def _counts(log: EventLog) -> None:
    """Every row is of a ticket, of the service, said twice, or bad."""
    used = sum(len(ticket.events) for ticket in log.tickets) + len(log.service)
    assert log.rows == used + log.duplicates + len(log.bad)


def _exported(log: EventLog, mapping: LogMapping) -> None:
    """What is written of an incident or of the service is what was read."""
    if log.last is None:
        return
    category = None if mapping.category else Category.C
    for ticket in log.tickets:
        told = favourable(ticket, category=category, as_of=log.last)
        if not isinstance(told, Exclusion):
            assert loads(dumps(told[0].incident)) == told[0].incident
    record, _ = service_of(log.service)
    if isinstance(record, ServiceRecord):
        assert loads(dumps(record)) == record


def _reported(log: EventLog, mapping: LogMapping) -> str:
    """No cell of the file is a formula, and each gives back what the log had there."""
    if log.last is None:
        return "no row that could be read"
    report = make_report(
        log,
        agreement=standard_support(),
        category=None if mapping.category else Category.C,
        as_of=log.last.astimezone(UTC),
        as_of_given=False,
    )
    written = "".join(per_incident(report, log.bad))
    assert written.encode().decode() == written
    table = list(csv.reader(io.StringIO(written, newline="")))
    assert not [cell for row in table for cell in row if _FORMULA.match(cell)]
    here = [_unmarked(row[_CASE]) for row in table[1:]]
    judged = [one.case for one in report.judged] + [one.case for one in report.excluded]
    assert here == [*judged, *(row.case or "" for row in log.bad)]
    return "read"


def _unmarked(cell: str) -> str:
    """Return the cell without the mark that keeps it from being a formula."""
    return cell[1:] if _MARKED.match(cell) else cell


READER: Final = Reader(
    name="logs",
    what=Text("журналы CSV с описаниями TOML", "CSV logs with their TOML mappings"),
    modules=("eventlog/*.py", "report/table.py"),
    examples=examples,
    aimed=lambda: aimed(SMALL),
    read=read,
)
