"""
The shapes of what was agreed: readings, zones, calendars, agreements.

What is as in the standard agreement is left out, so that ``{}`` is the standard one.
"""

from __future__ import annotations

from datetime import date, tzinfo
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from slarules.agreement import Agreement, standard_support
from slarules.calendar import Beyond, BusinessCalendar
from slarules.days import SpecialDay
from slarules.documents.codec import (
    BAD,
    Codec,
    Path,
    Reader,
    Writer,
    codec_of,
    made,
    read_fields,
)
from slarules.documents.moments import read_zone
from slarules.errors import UnwritableValueError
from slarules.parameters import STANDARD, Hours, Parameters, Week
from slarules.readings import SWITCHES, Readings
from slarules.russia import unusual_day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _readings() -> Codec:
    """Return the codec of readings: what differs from the default, by the ids of the switches."""

    def write(value: Readings, _writer: Writer) -> dict[str, Any]:
        return dict(choice.split("=") for choice in value.chosen())

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        codecs = {switch: codec_of(options) for switch, options in SWITCHES.items()}
        values = read_fields(tree, codecs, codecs, path, reader)
        if values is None:
            return BAD
        return Readings(**{_field(switch): option for switch, option in values.items()})

    return Codec("an object", write, read)


def _field(switch: str) -> str:
    return switch.replace("-", "_")


def _zone() -> Codec:
    """Return the codec of a zone: its name, or UTC+03:00 for a bare offset."""

    def write(value: tzinfo, _writer: Writer) -> str:
        name = value.key if isinstance(value, ZoneInfo) else str(value)
        try:
            same = name is not None and str(read_zone(name)) == str(value)
        except ValueError:
            same = False
        if not same:
            raise UnwritableValueError("a zone that has no name in the zone database", value)
        return name

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        if type(tree) is not str:
            return reader.wrong(path, "the name of a zone", tree)
        try:
            return read_zone(tree)
        except ValueError as error:
            return reader.fault(path, f"{tree!r:.80} {error}")

    return Codec("the name of a zone", write, read)


def _date_or_special() -> Codec:
    """Return the codec of a day that differs: its date, or a row with the reason."""
    bare, row = codec_of(date), codec_of(SpecialDay)

    def write(value: date | SpecialDay, writer: Writer) -> Any:
        return (row if isinstance(value, SpecialDay) else bare).write(value, writer)

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        return (row if isinstance(tree, dict) else bare).read(tree, path, reader)

    return Codec("a date, or an object with the reason", write, read)


_SPECIAL_DAYS: Final = MappingProxyType({"russia": unusual_day})
"""Where a calendar may look up why a day differs: the rows that come with the package."""


def _calendar() -> Codec:
    """
    Return the codec of a calendar: its arguments.

    A bare date that changes nothing is left out, so that equal calendars are equal text.
    """
    days = codec_of(tuple[date | SpecialDay, ...])
    codecs = {
        "zone": codec_of(tzinfo),
        "week": codec_of(Week),
        "first": codec_of(date),
        "last": codec_of(date),
        "decreed_through": codec_of(date),
        "days_off": days,
        "working_days": days,
        "hours_on": _HOURS_ON,
        "beyond": codec_of(Beyond),
        "special_day": _LOOKUP,
    }
    defaults = {
        "days_off": (),
        "working_days": (),
        "hours_on": {},
        "beyond": Beyond.MARK,
        "special_day": _NO_LOOKUP,
    }

    def write(value: BusinessCalendar, writer: Writer) -> dict[str, Any]:
        arguments: dict[str, Any] = value._arguments()  # noqa: SLF001 - what pickling takes, too
        for name, by_week in (("days_off", True), ("working_days", False)):
            arguments[name] = tuple(
                day
                for day in arguments[name]
                if isinstance(day, SpecialDay)
                or (day not in arguments["hours_on"] and bool(value.week[day.weekday()]) is by_week)
            )
        return {
            name: codec.write(arguments[name], writer)
            for name, codec in codecs.items()
            if name not in defaults or arguments[name] != defaults[name]
        }

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        values = read_fields(tree, codecs, defaults, path, reader)
        return BAD if values is None else made(BusinessCalendar, values, path, reader)

    return Codec("an object", write, read)


def _no_lookup() -> Any:
    """Return what a calendar takes where nothing looks its days up."""
    defaults = BusinessCalendar.__init__.__kwdefaults__
    return (defaults or {})["special_day"]


_NO_LOOKUP: Final = _no_lookup()


def _write_lookup(lookup: object, _writer: Writer) -> str:
    for name, known in _SPECIAL_DAYS.items():
        if lookup is known:
            return name
    raise UnwritableValueError("a function of your own that tells why days differ", lookup)


def _read_lookup(tree: Any, path: Path, reader: Reader) -> Any:
    if type(tree) is str and tree in _SPECIAL_DAYS:
        return _SPECIAL_DAYS[tree]
    return reader.wrong(path, f"one of {', '.join(_SPECIAL_DAYS)}", tree)


_LOOKUP: Final = Codec("where days are looked up", _write_lookup, _read_lookup)


def _write_hours_on(hours_on: dict[date, Hours], writer: Writer) -> dict[str, Any]:
    return {
        day.isoformat(): codec_of(Hours).write(hours, writer) for day, hours in hours_on.items()
    }


def _read_hours_on(tree: Any, path: Path, reader: Reader) -> Any:
    if not isinstance(tree, dict):
        return reader.wrong(path, "an object of dates", tree)
    values = read_fields(tree, dict.fromkeys(tree, codec_of(Hours)), (), path, reader)
    days = [codec_of(date).read(key, (path, key), reader) for key in tree]
    if values is None or any(day is BAD for day in days):
        return BAD
    return dict(zip(days, values.values(), strict=True))


_HOURS_ON: Final = Codec("an object of dates", _write_hours_on, _read_hours_on)


def _agreement() -> Codec:
    """Return the codec of an agreement: what differs from the standard one."""
    codecs = {
        "readings": codec_of(Readings),
        "parameters": codec_of(Parameters),
        "calendar": codec_of(BusinessCalendar),
    }

    def write(value: Agreement, writer: Writer) -> dict[str, Any]:
        standard = standard_support(readings=value.readings, parameters=value.parameters)
        usual = {"readings": Readings(), "parameters": STANDARD, "calendar": standard.calendar}
        return {
            name: codec.write(getattr(value, name), writer)
            for name, codec in codecs.items()
            if getattr(value, name) != usual[name]
        }

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        values = read_fields(tree, codecs, codecs, path, reader)
        return BAD if values is None else made(_agreed, values, path, reader)

    return Codec("an object", write, read)


def _agreed(
    readings: Readings = Readings(),
    parameters: Parameters = STANDARD,
    calendar: BusinessCalendar | None = None,
) -> Agreement:
    if calendar is None:
        return standard_support(readings=readings, parameters=parameters)
    return Agreement(calendar=calendar, readings=readings, parameters=parameters)


AGREEMENT_SHAPES: Final[Mapping[Any, Callable[[], Codec]]] = MappingProxyType(
    {
        Readings: _readings,
        tzinfo: _zone,
        date | SpecialDay: _date_or_special,
        BusinessCalendar: _calendar,
        Agreement: _agreement,
    }
)
