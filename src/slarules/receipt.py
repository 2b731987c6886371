"""
What an answer was made from: enough to make it again, to the byte.

Digests are SHA-256. The same input under the same package and zone data has the same receipt.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from slarules import __version__
from slarules.readings import SWITCHES
from slarules.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

    from slarules.agreement import Agreement
    from slarules.calendar import BusinessCalendar

_DAY: Final = timedelta(days=1)


class Input(Record, kw_only=False):
    """One thing that was judged."""

    name: str
    """What it is: "log", "incident"; never where it lay."""
    digest: str
    """Of its bytes: what ``sha256sum`` says of the file."""


class Receipt(Record):
    """What an answer was made from."""

    version: str
    """The package's version."""
    agreement: str
    """The digest of the agreement: figures, readings and calendar."""
    readings: tuple[str, ...]
    """The choices that differ from the default, written ``switch=option``."""
    calendar: str
    """The digest of the calendar: every day's hours, and what is decreed."""
    decreed_through: date
    """The last day settled by an act."""
    zone: str
    """The calendar's zone."""
    zone_data: str
    """The digest of the zone's offsets over the calendar's days: two editions of the zone data
    that agree there are one."""
    inputs: tuple[Input, ...]
    """What was judged, each with its digest."""
    command: str = ""
    """The command that makes the answer again, where there is one."""


def receipt(
    agreement: Agreement, given: Mapping[str, bytes | str], /, *, command: str = ""
) -> Receipt:
    """
    Return what an answer was made from.

    Args:
        agreement: What was asked.
        given: What was judged: a name for each part with its bytes, or with their ``digest``.
        command: The command that makes the answer again.
    """
    calendar = agreement.calendar
    return Receipt(
        version=__version__,
        agreement=agreement_digest(agreement),
        readings=agreement.readings.chosen(),
        calendar=calendar_digest(calendar),
        decreed_through=calendar.decreed_through,
        zone=str(calendar.zone),
        zone_data=zone_digest(calendar.zone, calendar.first, calendar.last),
        inputs=tuple(
            Input(name, part if isinstance(part, str) else digest(part))
            for name, part in given.items()
        ),
        command=command,
    )


@cache
def agreement_digest(agreement: Agreement, /) -> str:
    """Return the digest of an agreement: its calendar, every reading, every figure."""
    readings = (f"{switch}={agreement.readings.option(switch).value}" for switch in SWITCHES)
    lines = [calendar_digest(agreement.calendar), *readings, repr(agreement.parameters)]
    return digest("\n".join(lines).encode())


@cache
def calendar_digest(calendar: BusinessCalendar, /) -> str:
    """Return the digest of what a calendar holds: every business day with its hours."""
    lines = [f"{calendar.zone} {calendar.first} {calendar.last} {calendar.decreed_through}"]
    for day in calendar.table.dates[1:]:
        hours = " ".join(interval.written for interval in calendar.hours_on(day))
        lines.append(f"{day} {hours}")
    return digest("\n".join(lines).encode())


@cache
def zone_digest(zone: tzinfo, first: date, last: date, /) -> str:
    """Return the digest of a zone's offsets at the start of every day of a range, inclusive."""
    lines: list[str] = []
    known = None
    midnight = datetime.combine(first, time(0), zone)
    while midnight.date() <= last:
        offset = midnight.utcoffset()
        if offset != known:
            lines.append(f"{midnight.date()} {offset}")
            known = offset
        midnight += _DAY
    return digest("\n".join(lines).encode())


def digest(content: bytes, /) -> str:
    """Return the digest of some bytes, as a receipt has it."""
    from hashlib import sha256

    return f"sha256:{sha256(content).hexdigest()}"
