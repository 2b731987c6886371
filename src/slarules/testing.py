"""
For tests of what is built on the package: Hypothesis strategies, and records in a few words.

Install the extra ``testing``. ``incident`` and ``service`` build records from lines a person can
read; ``incidents``, ``service_records``, ``moments``, ``readings``, ``agreements`` and
``as_of_for`` draw them. What is drawn is well-formed: no constructor refuses it. It is not
well-behaved: anybody does anything at any time, and moments like to lie at the edges, a microsecond
beside them included.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_args, get_type_hints
from zoneinfo import ZoneInfo

from slarules.agreement import Agreement, standard_support
from slarules.documents import loads
from slarules.documents.text import text_of
from slarules.errors import MissingExtraError
from slarules.events import (
    Event,
    HelpDeskDown,
    HelpDeskRestored,
    IncidentEvent,
    Registered,
    RestorationAnnounced,
    ServiceEvent,
    SupportPaid,
    SupportRenewed,
    SupportSigned,
)
from slarules.incident import Incident
from slarules.readings import SWITCHES, Readings
from slarules.service import UNRECORDED, Service, ServiceRecord
from slarules.terms import Category, Word

try:
    from hypothesis import strategies as st
except ImportError:
    raise MissingExtraError("testing", "hypothesis") from None

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "agreements",
    "as_of_for",
    "events",
    "incident",
    "incidents",
    "moments",
    "readings",
    "service",
    "service_records",
]

FIRST: Final = date(2024, 1, 1)
LAST: Final = date(2026, 12, 31)
"""The days moments are drawn from unless others are given: decreed, with room after them."""

MOSCOW: Final = ZoneInfo("Europe/Moscow")

T = TypeVar("T")
E = TypeVar("E", bound=Event)

_INCIDENT_KINDS: Final = tuple(kind for kind in get_args(IncidentEvent) if kind is not Registered)
_CLOCKS: Final = (
    *(MOSCOW, UTC),
    *map(ZoneInfo, ("Asia/Kamchatka", "America/St_Johns", "Australia/Lord_Howe")),
)
_BESIDE: Final = (
    timedelta(0),
    timedelta(microseconds=1),
    timedelta(seconds=1),
    timedelta(minutes=1),
)

# ------------------------------------------------------------------------------ in a few words


def incident(*lines: str, zone: tzinfo = MOSCOW) -> Incident:
    """
    Return the record of an incident, a line an event: when, what, and its fields.

    ``incident("2026-11-23 11:00 registered category=B", "16:00 information-requested")``

    Args:
        lines: Date and hour, the kind of event, its fields as ``name=value``. A line without a
            date is of the day of the line before it; without a number the incident is "1".
        zone: The clock the lines tell.
    Raises:
        DocumentError: A line is no event; its path is its place among the lines.
        SlaRulesError: The events are no record.
    """
    return _record(Incident, "slarules/incident/1", lines, zone)


def service(*lines: str, zone: tzinfo = MOSCOW) -> ServiceRecord:
    """
    Return the record of the service, a line an event, as for ``incident``.

    ``service("2026-11-24 10:40 help-desk-down", "15:20 help-desk-restored")``
    """
    return _record(ServiceRecord, "slarules/service/1", lines, zone)


def _record(expected: type[T], schema: str, lines: Sequence[str], zone: tzinfo) -> T:
    trees = []
    day = ""
    for line in lines:
        first, *words = line.split() or [line]
        if _DAY.fullmatch(first) and words:
            day, first, *words = first, *words
        tree: dict[str, object] = {"at": _written(first, day, zone), "kind": " ".join(words[:1])}
        if tree["kind"] == "registered":
            tree["number"] = "1"
        for word in words[1:]:
            name, _, value = word.partition("=")
            number = name in _NUMBERS and value.isdecimal()
            moment = _written(value, day, zone) if name.endswith("_at") else value
            tree[name] = int(value) if number else moment
        trees.append(tree)
    return loads(text_of({"schema": schema, "events": trees}), expected)


def _written(text: str, day: str, zone: tzinfo) -> str:
    """Return the moment a line tells, as a document has it; what cannot be read stays as it is."""
    try:
        told = datetime.fromisoformat(text if "T" in text else f"{day}T{text}")
    except ValueError:
        return text
    return (told if told.tzinfo is not None else told.replace(tzinfo=zone)).isoformat()


_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NUMBERS: Final = ("count", "severity")

# ------------------------------------------------------------------------------------ moments


@st.composite
def moments(
    draw: st.DrawFn, *, first: date = FIRST, last: date = LAST, zone: tzinfo | None = None
) -> datetime:
    """
    Return aware moments, often where a rule turns: openings, noons, closings, midnights.

    Args:
        first: The first day in Moscow.
        last: The last day in Moscow.
        zone: The clock they are told on; without it, now one and now another.
    """
    moment = _edge(draw(st.dates(first, last)), draw(_CLOCK_EDGES), draw(_ASIDE))
    if draw(st.booleans()):
        moment += timedelta(microseconds=draw(st.integers(0, 86_399_999_999)))
    return moment.astimezone(draw(st.sampled_from(_CLOCKS)) if zone is None else zone)


_CLOCK_EDGES: Final = st.sampled_from(
    [time(12), time(19), time(10), time(0), time(11), time(15, 30)]
)
_ASIDE: Final = st.sampled_from([sign * beside for beside in _BESIDE for sign in (1, -1)])
_STEPS: Final = st.one_of(
    st.just(timedelta(0)),
    st.integers(1, 300).map(lambda minutes: timedelta(minutes=minutes)),
    st.integers(1, 300).map(lambda minutes: timedelta(minutes=minutes)),
    st.tuples(st.integers(0, 6), _CLOCK_EDGES, _ASIDE),
    st.tuples(st.integers(0, 6), _CLOCK_EDGES, _ASIDE),
    st.tuples(st.integers(7, 100), _CLOCK_EDGES, _ASIDE),
)
"""From one moment to the next: at once, in minutes, to an edge of a day soon or far ahead."""


def _edge(day: date, clock: time, aside: timedelta) -> datetime:
    """Return a moment of the Moscow day at which a rule turns, or a little aside of one."""
    return datetime.combine(day, clock, MOSCOW).astimezone(UTC) + aside


def _later(than: datetime) -> st.SearchStrategy[datetime]:
    """Return moments at or after another."""
    return _STEPS.map(lambda step: _after(than, step))


def _after(moment: datetime, step: timedelta | tuple[int, time, timedelta]) -> datetime:
    if isinstance(step, timedelta):
        return moment + step
    days, clock, aside = step
    return max(moment, _edge(moment.astimezone(MOSCOW).date() + timedelta(days), clock, aside))


# ------------------------------------------------------------------------------------- events


def events(at: datetime, kinds: Sequence[type[Event]] = _INCIDENT_KINDS) -> st.SearchStrategy[Any]:
    """
    Return events of these kinds that HelpDesk got at that moment.

    Half of them are what one expects, with every field at its default; in the other half anybody
    does anything, by any channel.
    """
    return st.sampled_from(kinds).flatmap(_values).map(lambda drawn: _made(*drawn, at))


@cache  # a strategy is costly to make, and the moment is all that differs
def _values(kind: type[E]) -> st.SearchStrategy[tuple[type[E], dict[str, Any]]]:
    """Return the fields of events of a kind, with moments and days told from the event's own."""
    hints = get_type_hints(kind.__init__)
    fields = {name: _field(hints[name]) for name in kind._fields if name != "at"}
    needed = {name: field for name, field in fields.items() if name not in kind._defaults}
    plain: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(needed)
    if len(needed) < len(fields):
        plain |= st.fixed_dictionaries(fields)
    return st.tuples(st.just(kind), plain)


def _field(hint: Any) -> st.SearchStrategy[Any]:
    """Return values of a field; a moment is how long ago it was, a day how many days ahead."""
    options = get_args(hint)
    if options:
        inner = next(option for option in options if option is not type(None))
        return st.one_of(st.none(), _field(inner))
    if issubclass(hint, Word):
        return st.sampled_from(list(hint))
    if hint is datetime:
        return st.sampled_from(_AGO)
    if hint is date:
        return st.integers(0, 400).map(_Ahead)
    return st.integers(0, 3) if hint is int else st.sampled_from(_NAMES)


class _Ahead(int):
    """A day told as so many days after the event."""


def _made(kind: type[E], drawn: dict[str, Any], at: datetime) -> E:
    """Return the event of these values at that moment."""
    values = dict(drawn)
    for name, value in drawn.items():
        if isinstance(value, timedelta):
            values[name] = at - value
        elif isinstance(value, _Ahead):
            values[name] = (at + timedelta(days=value)).date()
    if values.get("category", Category.C) is not Category.C and "severity" in values:
        values["severity"] = None  # only C has levels (4.5)
    return kind(at=at, **values)


_AGO: Final = (
    *(timedelta(0), timedelta(minutes=5), timedelta(hours=3)),
    *(timedelta(hours=20), timedelta(days=3)),
)
_NAMES: Final = ("", "1", "журнал", 'log\n"x"\u202e')
"""Names of requests, statuses and people; few, so that they meet."""


@st.composite
def incidents(
    draw: st.DrawFn, *, first: date = FIRST, last: date = LAST, most: int = 12
) -> Incident:
    """
    Return records of incidents registered on those days, of any kinds of event.

    Args:
        first: The first day of registration.
        last: The last day of registration.
        most: The most events after the registration.
    """
    at = draw(moments(first=first, last=last, zone=UTC))
    number = draw(st.sampled_from(["1", "SD-2026/17", "№ 5"]))
    category = draw(st.sampled_from([Category.B, Category.C, *Category, None]))
    usual = Registered(at=at, number=number, category=category)
    registration = draw(st.one_of(st.just(usual), events(at, [Registered])))
    happened: list[IncidentEvent] = [registration.replace(number=number)]
    for _ in range(draw(st.integers(0, most))):
        at = draw(_later(at))
        event = draw(events(at))
        if event not in happened:
            happened.append(event)
    return Incident.of(happened)


@st.composite
def service_records(
    draw: st.DrawFn, *, first: date = FIRST, last: date = LAST, most: int = 12
) -> ServiceRecord:
    """
    Return records of the service: outages, accounts, terms of support, from the first day on.

    Args:
        first: The first day of an event.
        last: The last day of the first event.
        most: The most events.
    """
    at = draw(moments(first=first, last=last, zone=UTC))
    happened: list[ServiceEvent] = []
    for _ in range(draw(st.integers(0, most))):
        event = draw(events(at, possible_next(happened)))
        if event not in happened:
            happened.append(event)
        at = draw(_later(at))
    return ServiceRecord.of(happened)


def possible_next(happened: Sequence[ServiceEvent], /) -> list[type[ServiceEvent]]:
    """Return the kinds of event that may follow in a record of the service."""
    outages = [e for e in happened if isinstance(e, HelpDeskDown | HelpDeskRestored)]
    down = bool(outages) and isinstance(outages[-1], HelpDeskDown)
    begun = any(isinstance(e, SupportSigned | SupportPaid) for e in happened)
    shut: set[type[ServiceEvent]] = {HelpDeskDown if down else HelpDeskRestored}
    if not begun:
        shut.add(SupportRenewed)
    if not outages or down:
        shut.add(RestorationAnnounced)
    return [kind for kind in get_args(ServiceEvent) if kind not in shut]


# --------------------------------------------------------------------------------- agreements


@st.composite
def readings(draw: st.DrawFn) -> Readings:
    """Return readings: the default ones, a few switches set, or all of them anyhow."""
    switches = st.lists(st.sampled_from(list(SWITCHES)), unique=True, max_size=4)
    chosen = draw(st.one_of(switches, st.just(list(SWITCHES))))
    options = {switch: draw(st.sampled_from(list(SWITCHES[switch]))) for switch in chosen}
    return Readings.of(f"{switch}={option.value}" for switch, option in options.items())


def agreements() -> st.SearchStrategy[Agreement]:
    """Return the standard agreement, under any readings."""
    return readings().map(_agreement)


@lru_cache(maxsize=64)
def _agreement(chosen: Readings) -> Agreement:
    return standard_support(readings=chosen)


@st.composite
def as_of_for(
    draw: st.DrawFn,
    happened: Incident,
    /,
    *,
    service: Service = UNRECORDED,
    agreement: Agreement | None = None,
) -> datetime:
    """
    Return moments to judge an incident at: at its events, where a verdict changes, and beside.

    Args:
        happened: The incident; no moment is before its registration.
        service: The record of the service.
        agreement: Under which verdicts change; without one, the standard agreement.
    """
    agreement = agreement or standard_support()
    known = draw(st.sampled_from(happened.events)).at
    for _ in range(draw(st.integers(0, 3))):
        known = agreement.next_change(happened, known, service=service) or known
    moment = draw(_later(known.astimezone(UTC))) + draw(_ASIDE)
    return max(moment, happened.registration.at)
