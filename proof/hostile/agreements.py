"""Agreements' files: every key, harmed as a tree, as text and as bytes."""

from __future__ import annotations

import tomllib
from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from proof.hostile.aimed.agreements import aimed
from proof.hostile.mutations import as_toml, harmed, trees
from proof.hostile.nasty import ZONES
from proof.hostile.reader import Reader
from proof.hostile.refusals import name_of
from proof.part import ROOT, Text
from slarules.agreement_file import agreement_text, read_agreement
from slarules.errors import SlaRulesError, UnwritableValueError

if TYPE_CHECKING:
    from hypothesis import strategies as st

_SCHEMA: Final = "slarules/agreement-file/1"
_SPLIT: Final = ("10:00-13:00", "14:00-19:00")
_HOURS: Final = {
    **{day: list(_SPLIT) for day in ("monday", "tuesday", "wednesday", "thursday", "friday")},
    "saturday": [],
    "sunday": ["21:00-24:00"],
}
_APT: Final[dict[str, Any]] = {
    "zone": ZONES,
    "sunday": [["23:00-24:00"], ["00:00-24:00"], ["00:00-00:30"], ["19:00:00.000001-19:30"]],
    "monday": [[], ["09:00-10:00"], ["00:00-00:01"]],
    "cutoff": ["00:00", "24:00", "23:59:59", "12:00:00.5", time(12)],
    "first": [date(1, 1, 1), date(1999, 1, 1), date(9999, 12, 31)],
    "last": [date(1, 1, 1), date(2037, 12, 31), date(9999, 12, 31)],
    "decreed_through": [date(1, 1, 1), date(2027, 1, 1), date(9999, 12, 31)],
    "through": [date(1, 1, 1), date(2027, 12, 31), date(2030, 12, 31), date(9999, 12, 31)],
    "since": [date(1, 1, 1), date(2026, 1, 1), date(9999, 12, 31)],
    "country": ["KZ", "RU", "US", "XX", "kz", ""],
    "subdivision": ["CA", "ALA", "xx"],
    "base": ["russia", "country", "week"],
    "silence": [1, 100_000_000, 100_000_001],
    "replacement_after": [1, 100_000_000, 100_000_001],
    "hours": [1, 1_666_666, 100_000_000, {}],
    "short-days": ["full-day", "one-hour-shorter"],
}


@cache
def bases() -> tuple[dict[str, Any], ...]:
    """Return valid files, as trees: from next to nothing to every key there is."""
    figures = {"zone": "Asia/Omsk", "cutoff": "11:00", "silence": 5, "replacement_after": 30}
    target = [{"category": "B", "hours": 8}, {"category": "C", "severity": 1, "minutes": 90}]
    week = {
        "base": "week",
        "first": date(2026, 1, 1),
        "last": date(2026, 12, 31),
        "decreed_through": date(2026, 6, 30),
        "beyond": "refuse",
        "days_off": [date(2026, 1, 1)],
        "working_days": [date(2026, 1, 31)],
        "hours_on": {"2026-01-30": ["10:00-16:00"]},
    }
    russia = {
        "base": "russia",
        "days_off": [date(2026, 12, 30)],
        "hours_on": {"2026-12-31": ["10:00-12:00"]},
        "decree": [
            {
                "through": date(2028, 12, 31),
                "days_off": [date(2028, 1, 3)],
                "working_days": [date(2028, 1, 1)],
            }
        ],
    }
    country = {**week, "base": "country", "country": "KZ"}
    for name in ("days_off", "working_days", "hours_on"):
        del country[name]
    readings = {"cutoff-instant": "same-day", "short-days": "one-hour-shorter"}
    plain = {"schema": _SCHEMA, **figures, "warn_at": [50, 75], "target": target}
    return (
        {"schema": _SCHEMA},
        plain,
        {**plain, "hours": _HOURS, "readings": readings},
        {"schema": _SCHEMA, "calendar": week, "readings": {"decree-days": "non-business-days"}},
        {"schema": _SCHEMA, "calendar": russia},
        {"schema": _SCHEMA, "calendar": country},
        {
            **plain,
            "edition": [
                {"since": date(2025, 1, 1), "silence": 3, "readings": readings},
                {"since": date(2026, 1, 1), "hours": _HOURS, "cutoff": "19:00"},
            ],
        },
        tomllib.loads((ROOT / "src/slarules/examples/standard.toml").read_text(encoding="utf-8")),
    )


def examples() -> st.SearchStrategy[bytes]:
    """Return files, most of them harmed."""
    return harmed(trees(bases(), _APT).map(as_toml))


def read(document: bytes) -> str:
    """Read a file; an agreement that is read can be asked, and is the same one when written."""
    try:
        agreed = read_agreement(document)
    except SlaRulesError as refusal:
        return name_of(refusal)
    try:
        text = agreement_text(agreed)
    except UnwritableValueError:  # a calendar of other hours than the figures say
        return "read, and not to be written"
    assert read_agreement(text) == agreed
    return "read"


READER: Final = Reader(
    name="agreements",
    what=Text("файлы соглашений TOML", "agreements' TOML files"),
    modules=("agreement_file/reading.py", "agreement_file/values.py"),
    examples=examples,
    aimed=lambda: aimed(bases()),
    read=read,
)
