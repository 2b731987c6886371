"""JSON documents: every kind, harmed as a tree, as text and as bytes."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from proof.hostile.aimed.documents import aimed
from proof.hostile.mutations import as_json, harmed, trees
from proof.hostile.nasty import MOMENTS, ZONES
from proof.hostile.reader import Reader
from proof.hostile.refusals import name_of
from proof.part import Text
from slarules.agreement import standard_support
from slarules.calendar import Beyond, BusinessCalendar, Decree
from slarules.classify import Facts, classify
from slarules.documents import SCHEMAS, dumps, loads
from slarules.errors import DocumentError, UnwritableValueError
from slarules.parameters import Interval, Parameters, Target
from slarules.readings import Readings, SilenceEnd
from slarules.receipt import receipt
from slarules.service import ServiceRecord
from slarules.terms import Category, Word
from slarules.testing import incident, service

MON_2026_11_23: Final = datetime(2026, 11, 23, 8, tzinfo=UTC)


_APT: Final = {
    "zone": [*ZONES, "UTC+03:00", "UTC-03:30:15"],
    "at": MOMENTS,
    "first": ["0001-01-01", "9999-12-31", "2026-02-30", "2026-1-1", "1999-01-01"],
    "last": ["0001-01-01", "9999-12-31", "2026-03-01", "2399-12-31"],
    "cutoff": ["24:00", "12:00", "12:00:00.5", "noon"],
    "special_day": ["russia", "x", 1],
    "hours_on": [{"2026-01-30": []}, {"x": []}, []],
    "kind": ["registered", "closed", "x", 1],
    "schema": [*SCHEMAS, "slarules/incident/2", 1],
}


@cache
def bases() -> tuple[dict[str, Any], ...]:
    """Return a valid document or several of every kind, as trees."""
    support = standard_support()
    happened = incident(
        "2026-11-23 11:00 registered category=B",
        "11:30 commented by=executor",
        "16:00 information-requested",
        "2026-11-24 10:00 reclassification-proposed by=executor category=C",
        "2026-11-25 10:00 reproduced by=executor",
        "2026-11-26 10:00 closed by=customer how=by-customer",
    )
    down = service("2026-11-24 10:40 help-desk-down", "15:20 help-desk-restored")
    excluded = incident("2026-11-23 11:00 registered category=A", "12:00 commented by=customer")
    facts = [Facts(), Facts(**{name: _other(word) for name, word in _words()})]
    values: list[Any] = [
        happened,
        down,
        support.assess(happened, happened.events[-1].at, service=down),
        support.assess(excluded, MON_2026_11_23 + timedelta(days=90)),
        support.reaction_deadline(MON_2026_11_23, Category.B),
        support.reaction_deadline(MON_2026_11_23, Category.A),
        support.replacement_search_deadline(MON_2026_11_23, Category.C),
        support.automatic_closing_deadline(MON_2026_11_23),
        Readings(silence_end=SilenceEnd.CLOSING_TIME),
        Parameters(
            zone="Asia/Omsk",
            cutoff=time(11),
            resolution_targets=(Target(Category.C, None, 90),),
            warn_at=(50, 75),
        ),
        support,
        support.with_parameters(silence=5),
        BusinessCalendar(
            zone=support.calendar.zone,
            week=support.parameters.week,
            first=date(2026, 1, 1),
            last=date(2026, 2, 28),
            decreed_through=date(2026, 2, 1),
            days_off=[date(2026, 1, 1)],
            working_days=[date(2026, 1, 31)],
            hours_on={date(2026, 1, 30): (Interval(time(10), time(16)),)},
            beyond=Beyond.REFUSE,
        ),
        Decree(through=date(2028, 12, 31), days_off=(date(2028, 1, 3),), working_days=()),
        support.calendar.day(date(2026, 1, 9)),
        support.calendar.day(date(2026, 11, 23)),
        *facts,
        *map(classify, facts),
        receipt(support, {"log": f"sha256:{'0' * 64}"}, command="slarules due"),
    ]
    found = [json.loads(dumps(value)) for value in values]
    calendar, made = (_bare(found, f"slarules/{kind}/1") for kind in ("calendar", "receipt"))
    found.append({"schema": "slarules/agreement/1", "calendar": calendar})
    found.append({**found[2], "receipt": made})
    assert {one["schema"] for one in found} == set(SCHEMAS)
    return tuple(found)


def _bare(found: list[dict[str, Any]], schema: str) -> dict[str, Any]:
    """Return the last document of a kind without its schema, to stand inside another."""
    whole = next(one for one in reversed(found) if one["schema"] == schema)
    return {key: value for key, value in whole.items() if key != "schema"}


def _other(word: Word) -> Any:
    """Return a word of the set, another than the one that is taken where nothing is said."""
    return next(one for one in type(word) if one is not word)


def _words() -> list[tuple[str, Word]]:
    return [(name, word) for name, word in Facts._defaults.items() if name != "recorded"]


def examples() -> st.SearchStrategy[bytes]:
    """Return documents, most of them harmed."""
    return harmed(st.tuples(trees(bases(), _APT), st.booleans()).map(_text))


def _text(drawn: tuple[Any, bool]) -> str:
    return as_json(drawn[0], plain=drawn[1])


def read(document: bytes | object) -> str:
    """
    Read a document; one that is read is written the one way, and is the same value again.

    What is no bytes is a value, to be written.
    """
    if not isinstance(document, bytes):
        return _written(document)
    try:
        value = loads(document)
    except DocumentError as refusal:
        return name_of(refusal)
    text = dumps(value)
    again = loads(text)
    assert again == value
    assert dumps(again) == text
    _asked_for(value, text)
    return "read"


def _written(value: object) -> str:
    try:
        text = dumps(value)
    except UnwritableValueError as refusal:
        return name_of(refusal)
    assert loads(text) == value
    return "written"


def _asked_for(value: Any, text: str) -> None:
    """A document asked for as what it is, is read; as another kind, it is refused."""
    assert loads(text, type(value)) == value
    other = ServiceRecord if isinstance(value, Decree) else Decree
    assert _refusal(text, other) == "DocumentError"
    assert _refusal(text, dict) == "UnwritableValueError"


def _refusal(text: str, wanted: type) -> str:
    """Return the name of the refusal of a document that holds nothing of that type."""
    try:
        loads(text, wanted)
    except (DocumentError, UnwritableValueError) as refusal:
        return name_of(refusal)
    return "read"


READER: Final = Reader(
    name="documents",
    what=Text("документы JSON", "JSON documents"),
    modules=("documents/*.py",),
    examples=examples,
    aimed=lambda: aimed(bases()),
    read=read,
)
