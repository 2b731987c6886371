"""
An agreement as the text of a file: every figure and every reading, in the order of the rows.

What is written reads back equal. The calendar is written by what it differs in from the standard
one; any other is written day by day, without the names of its days.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from slarules.agreement import Agreement, standard_calendar
from slarules.agreement_file.keys import (
    AGREED,
    HOURS_FIELDS,
    RUSSIA,
    SCHEMA,
    WEEK,
    WEEKDAYS,
    ByDate,
    Fields,
    Many,
)
from slarules.agreement_file.reading import read_agreement
from slarules.agreement_file.values import Kind, text_of
from slarules.errors import AgreementFileError, UnwritableValueError
from slarules.readings import SWITCHES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slarules.agreement_file.keys import Key
    from slarules.calendar import BusinessCalendar
    from slarules.editions import Editions
    from slarules.parameters import Target
    from slarules.terms import Language

_MINUTES: Final = 60


def agreement_text(agreed: Agreement | Editions, /, *, language: Language | None = None) -> str:
    """
    Return the file of an agreement, or of its editions.

    Args:
        agreed: What to write.
        language: The language to say in, above each key, what it is; None for the keys alone.
    Raises:
        UnwritableValueError: The calendar has a zone or hours that are not those of the figures,
            or a zone without a name.
    """
    lines = [f"schema = {text_of(SCHEMA)}"]
    if isinstance(agreed, Agreement):
        lines += _layer(agreed, "", language)
    else:
        for edition in agreed.editions:
            lines += ["", "[[edition]]", f"since = {edition.since}"]
            lines += _layer(edition.agreement, "edition.", language)
    written = "\n".join(lines) + "\n"
    try:
        same = read_agreement(written) == agreed
    except AgreementFileError:
        same = False
    if not same:
        raise UnwritableValueError("an agreement whose parts no file can state", agreed)
    return written


def _layer(agreement: Agreement, above: str, language: Language | None) -> Iterator[str]:
    """Yield one agreement; ``above`` is the table it is in."""
    values = _values(agreement)
    plain = [key for key in AGREED if isinstance(key.shape, Kind)]
    for key in plain:
        yield from _said(key, language)
        yield _line(key, values[key.name])
    for key in AGREED:
        if key.name not in values or key in plain:
            continue
        match key.shape:
            case Fields():
                yield ""
                yield from _said(key, language)
                yield f"[{above}{key.name}]"
                yield from _table(key.shape, values[key.name], f"{above}{key.name}.", language)
            case Many():
                for one in values[key.name]:
                    yield ""
                    yield from _said(key, language)
                    yield f"[[{above}{key.name}]]"
                    yield from _table(key.shape.fields, one, "", None)
            case _:
                pass


def _table(
    fields: Fields, values: dict[str, Any], path: str, language: Language | None
) -> Iterator[str]:
    below: list[str] = []
    for key in fields.keys:
        if key.name not in values:
            continue
        value = values[key.name]
        match key.shape:
            case Kind():
                if fields is not HOURS_FIELDS:
                    yield from _said(key, language)
                yield _line(key, value)
            case ByDate(kind=kind):
                below += ["", *_said(key, language), f"[{path}{key.name}]"]
                below += [f"{day} = {kind.write(hours)}" for day, hours in value.items()]
            case Many(fields=of):
                for one in value:
                    below += ["", *_said(key, language), f"[[{path}{key.name}]]"]
                    below += _table(of, one, "", None)
            case Fields():
                pass
    yield from below


def _line(key: Key, value: Any) -> str:
    assert isinstance(key.shape, Kind)
    return f"{key.name} = {key.shape.write(value)}"


def _said(key: Key, language: Language | None) -> Iterator[str]:
    if language is not None:
        clauses = ", ".join(key.clauses)
        yield f"# {f'{clauses}: ' if clauses else ''}{key.text.of(language)}"


def _values(agreement: Agreement) -> dict[str, Any]:
    """Return what the file says, by the names of its keys."""
    parameters = agreement.parameters
    calendar = _calendar(agreement)
    return {
        "zone": parameters.zone,
        "cutoff": parameters.cutoff,
        "replacement_after": parameters.replacement_after,
        "silence": parameters.silence,
        "warn_at": parameters.warn_at,
        "hours": dict(zip(WEEKDAYS, parameters.week, strict=True)),
        "calendar": calendar,
        "target": [_target(target) for target in parameters.resolution_targets],
        "readings": {switch: agreement.readings.option(switch) for switch in SWITCHES},
    }


def _target(target: Target) -> dict[str, Any]:
    minutes = target.business_minutes
    length = {"minutes": minutes} if minutes % _MINUTES else {"hours": minutes // _MINUTES}
    level = {} if target.severity is None else {"severity": target.severity}
    return {"category": target.category, **level, **length}


def _calendar(agreement: Agreement) -> dict[str, Any]:
    """Return the facts of the calendar: over the Russian one where it differs in a few days."""
    calendar = agreement.calendar
    standard = standard_calendar(agreement.readings, agreement.parameters, beyond=calendar.beyond)
    if calendar == standard:
        found: dict[str, Any] = {"base": RUSSIA, "beyond": calendar.beyond}
        return found
    if calendar.first == standard.first and calendar.last >= standard.last:
        return _over(calendar, standard)
    return _by_day(calendar)


def _over(calendar: BusinessCalendar, standard: BusinessCalendar) -> dict[str, Any]:
    decree: dict[str, Any] = {}
    through = calendar.decreed_through
    hours_on: dict[date, Any] = {**calendar._arguments()["hours_on"]}  # noqa: SLF001
    usual: dict[date, Any] = standard._arguments()["hours_on"]  # noqa: SLF001
    if not usual.items() <= hours_on.items() or calendar.last > max(standard.last, through):
        return _by_day(calendar)
    own = {day: hours for day, hours in hours_on.items() if usual.get(day) != hours}
    if through > standard.decreed_through:
        off, worked = _unusual(calendar, standard.decreed_through)
        decree = {
            "decree": [
                {
                    "through": through,
                    "days_off": [day for day in off if day <= through and day not in own],
                    "working_days": [day for day in worked if day <= through and day not in own],
                }
            ]
        }
    days_off = tuple(day for day, hours in own.items() if not hours)
    kept = {day: hours for day, hours in own.items() if hours}
    return {
        "base": RUSSIA,
        "beyond": calendar.beyond,
        **({"days_off": days_off} if days_off else {}),
        **({"hours_on": kept} if kept else {}),
        **decree,
    }


def _by_day(calendar: BusinessCalendar) -> dict[str, Any]:
    hours_on: dict[date, Any] = calendar._arguments()["hours_on"]  # noqa: SLF001
    off, worked = _unusual(calendar, None)
    return {
        "base": WEEK,
        "first": calendar.first,
        "last": calendar.last,
        "decreed_through": calendar.decreed_through,
        "beyond": calendar.beyond,
        "days_off": [day for day in off if day not in hours_on],
        "working_days": [day for day in worked if day not in hours_on],
        **({"hours_on": hours_on} if hours_on else {}),
    }


def _unusual(calendar: BusinessCalendar, after: date | None) -> tuple[list[date], list[date]]:
    """Return the days off and the working days that the week alone would have otherwise."""
    off: list[date] = []
    worked: list[date] = []
    base = calendar.first.toordinal()
    for place, flag in enumerate(calendar.table.flags):
        day = date.fromordinal(base + place)
        if (after is None or day > after) and bool(flag) is not bool(calendar.week[day.weekday()]):
            (worked if flag else off).append(day)
    return off, worked


__all__ = ["agreement_text"]
