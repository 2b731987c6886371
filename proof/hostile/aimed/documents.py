"""Documents, each with one thing in it that a reader has to look for."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from proof.hostile.reader import Aimed
from slarules.agreement import standard_support
from slarules.calendar import BusinessCalendar
from slarules.deadlines import Deadline
from slarules.incident import Incident
from slarules.russia import unusual_day
from slarules.terms import Category
from slarules.testing import incident

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import tzinfo

    from slarules.days import SpecialDay

_INTO: Final[tuple[tuple[str, tuple[str | int, ...], Any, str], ...]] = (
    # document    where                                what                  why
    ("incident", ("events", 0, "at"), "2026-11-23", "a day in the place of a moment"),
    ("incident", ("events", 0, "at"), "2026-13-40T11:00:00Z", "no day of any calendar"),
    ("incident", ("events", 0, "at"), 1, "a number in the place of a moment"),
    ("incident", ("events", 2, "at"), "1999-01-01T00:00:00Z", "an event before the first"),
    ("incident", ("events", 0, "kind"), "party", "an event of no kind"),
    ("incident", ("events", 0), "registered", "a word in the place of an event"),
    ("incident", ("zone",), "+03:00", "an offset in the place of a zone of moments"),
    ("incident", ("zone",), "America/New_York", "a zone that no moment needs"),
    ("incident", ("number",), "x", "a key of something else"),
    ("deadline", ("due",), "2026-11-23T19:00:00+04:00", "another offset than the zone has"),
    ("deadline", ("rules", 0), "R 1", "no rule"),
    ("deadline", ("outcome",), "missed", "an outcome of something else"),
    ("deadline", ("would_be_due",), "2026-11-23T19:00:00+03:00", "a moment of another outcome"),
    ("assessment", ("verdicts", 1, "due"), 5, "a number in the place of a moment"),
    ("assessment", ("verdicts", 1, "would_be_due"), "2026-11-23T19:00:00+03:00", "two moments"),
    ("assessment", ("verdicts", 1, "steps", 3, "skipped"), "all", "days that are no list"),
    ("assessment", ("verdicts",), {}, "an object in the place of a list"),
    ("parameters", ("cutoff",), "noon", "no hour"),
    ("parameters", ("warn_at",), [1.5], "a fraction"),
    ("calendar", ("zone",), "UTC+26:00", "an offset longer than a day"),
    ("calendar", ("first",), "2026-02-30", "no day"),
    ("calendar", ("week",), [[]], "a week of one day"),
    ("calendar", ("special_day",), "x", "no function that is known"),
    ("calendar", ("special_day",), 1, "a number in the place of a name"),
    ("readings", ("silence-end",), "never", "no option"),
    ("readings", ("x",), "y", "no switch"),
    ("agreement", ("parameters",), 1, "a number in the place of figures"),
    ("receipt", ("agreement",), 5, "a number in the place of a digest"),
    ("incident", ("events", 0, "kind"), 1, "a number in the place of a word"),
    ("calendar", ("zone",), 3, "a number in the place of a zone"),
    ("incident", ("events",), [1] * 500, "faults without end"),
)

_ALSO_READ: Final = (
    ("calendar", ("zone",), "UTC+03:00", "the zone of an offset"),
    ("calendar", ("zone",), "UTC-03:30:15", "the zone of an offset to the second"),
    ("calendar", ("special_day",), "russia", "the reasons of Russian days"),
)


def aimed(bases: Iterable[Mapping[str, Any]]) -> tuple[Aimed, ...]:
    """Return the valid documents, and the ones with something in them."""
    whole = tuple(bases)
    return (
        *(Aimed(_bytes(base), "read", f"a valid {base['schema']}") for base in whole),
        *(Aimed(_with(whole, *row[:3]), "read", row[3]) for row in _ALSO_READ),
        *(Aimed(_with(whole, *row[:3]), "DocumentError", row[3]) for row in _INTO),
        *(Aimed(value, "UnwritableValueError", why) for value, why in _unwritable()),
        Aimed(b" " * (6 << 20 | 1), "DocumentError", "larger than any document"),
    )


def _unwritable() -> Iterator[tuple[object, str]]:
    """Yield values that Python has and no document."""
    support, made = standard_support(), incident("2026-11-23 11:00 registered category=B")
    registered = made.events[0]
    moscow, omsk = ZoneInfo("Europe/Moscow"), ZoneInfo("Asia/Omsk")
    yield object(), "no value of ours"
    yield Incident.of([registered.replace(number="\ud800")]), "half a character"
    yield Incident.of([registered.replace(at=datetime.max.replace(tzinfo=UTC))]), "the end of time"
    due = support.reaction_deadline(registered.at, Category.B)
    assert isinstance(due, Deadline)
    yield due.replace(due=due.due.astimezone(omsk)), f"the clocks of {moscow} and {omsk}"
    yield _calendar(lookup=lambda _: None), "a function of somebody's own"
    yield _calendar(zone=timezone(timedelta(hours=3), "here")), "a zone without a name"


def _calendar(
    *, zone: tzinfo = UTC, lookup: Callable[[date], SpecialDay | None] = unusual_day
) -> BusinessCalendar:
    day = date(2026, 1, 1)
    week = standard_support().parameters.week
    return BusinessCalendar(
        zone=zone, week=week, first=day, last=day, decreed_through=day, special_day=lookup
    )


def _with(
    bases: tuple[Mapping[str, Any], ...], kind: str, path: tuple[str | int, ...], value: Any
) -> bytes:
    """Return the first document of a kind with a value at a path of it."""
    whole = deepcopy(next(one for one in bases if one["schema"] == f"slarules/{kind}/1"))
    holder: Any = whole
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return _bytes(whole)


def _bytes(tree: Mapping[str, Any]) -> bytes:
    return json.dumps(tree).encode()
