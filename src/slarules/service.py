"""
The record of the service: outages of HelpDesk, accounts, terms of support.

Terms are calendar arithmetic on dates: a term through a day includes that day.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, date, datetime
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Final, assert_never

from slarules.errors import CalendarRangeError, OutageError, TermError, TermLengthError
from slarules.events import (
    HelpDeskDown,
    HelpDeskRestored,
    ServiceEvent,
    SupportPaid,
    SupportRenewed,
    SupportSigned,
)
from slarules.incident import check_events, check_types
from slarules.readings import SupportBegins
from slarules.record import Record
from slarules.unrecorded import FOREVER as FOREVER  # noqa: PLC0414 - given from here
from slarules.unrecorded import UNRECORDED as UNRECORDED  # noqa: PLC0414 - given from here
from slarules.unrecorded import Unrecorded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Self

    from slarules.readings import Readings

Stretch = tuple[datetime, datetime]
"""From and until, half-open, in UTC; until is FOREVER where no end is on record."""


class ServiceRecord(Record):
    """What happened to the service itself, in order."""

    events: tuple[ServiceEvent, ...] = ()

    def _check(self) -> None:
        object.__setattr__(self, "events", tuple(self.events))
        check_events(self.events, ServiceEvent, "an event of the service")
        down: datetime | None = None
        signed = False
        for place, event in enumerate(self.events):
            if isinstance(event, HelpDeskDown):
                if down is not None:
                    raise OutageError(place, "HelpDesk goes down again before it is restored")
                down = event.at
            elif isinstance(event, HelpDeskRestored):
                if down is None:
                    raise OutageError(place, "HelpDesk is restored without having been down")
                down = None
            elif isinstance(event, SupportRenewed) and not signed:
                raise TermError(place, "support is renewed before it was signed or paid for")
            elif isinstance(event, SupportSigned | SupportPaid):
                signed = True

    @classmethod
    def of(cls, events: Iterable[ServiceEvent], /) -> Self:
        """
        Return the record of these events, given in order.

        Raises:
            UnsortedEventsError, DuplicateEventError: The record is malformed.
            OutageError: Outages overlap, or end before they begin.
            TermError: Support is renewed that never was.
        Source: clauses 2.3, 3.1.
        """
        return cls(events=tuple(events))

    @classmethod
    def sorted(cls, events: Iterable[ServiceEvent], /) -> tuple[Self, int]:
        """Return the record of these events, put in order, and how many of them moved."""
        given = list(events)
        check_types(given, ServiceEvent, "an event of the service")
        ordered = sorted(given, key=lambda event: event.at)
        moved = sum(a is not b for a, b in zip(given, ordered, strict=True))
        return cls(events=tuple(ordered)), moved

    def outages(self, as_of: datetime, /) -> tuple[Stretch, ...]:
        """Return when the web interface was down, as known at that moment (3.1)."""
        found: list[Stretch] = []
        for event in self.events:
            if event.at > as_of:
                break
            if isinstance(event, HelpDeskDown):
                found.append((event.at, FOREVER))
            elif isinstance(event, HelpDeskRestored):
                found[-1] = (found[-1][0], event.at)
        return tuple(found)

    def terms(
        self, as_of: datetime, readings: Readings, end_of_term: Callable[[date], datetime], /
    ) -> tuple[Stretch, ...]:
        """
        Return when support was in force, as known at that moment (2.3).

        Where a contract began only after its last day was over, its stretch is empty.

        Args:
            as_of: What is recorded later is not known yet.
            readings: Switch support-begins acts here.
            end_of_term: The instant at which a term through that day ends (term-last-day).
        """
        found: list[Stretch] = []
        signed: datetime | None = None
        paid: datetime | None = None
        through: date | None = None
        ahead: list[date] = []  # paid for in a gap, for the contract that begins after it
        for event in self.events:
            if event.at > as_of:
                break
            over = bool(found) and through is not None and found[-1][1] < event.at
            if over and isinstance(event, SupportSigned | SupportRenewed):
                found.append((event.at, FOREVER))
                through, ahead, over = max(ahead, default=None), [], False
            match event:
                case SupportSigned():
                    signed = signed or event.at
                case SupportPaid():
                    paid = paid or event.at
                    if over:
                        ahead.append(event.through)
                    else:
                        through = max(through or event.through, event.through)
                case SupportRenewed():
                    through = max(through or event.through, event.through)
                case _:
                    continue
            found = found or _begun(signed, paid, readings.support_begins)
            if found and through is not None and not over:
                found[-1] = (found[-1][0], end_of_term(through).astimezone(UTC))
        return tuple((start, max(start, end)) for start, end in found)


Service = ServiceRecord | Unrecorded


def _begun(signed: datetime | None, paid: datetime | None, reading: SupportBegins) -> list[Stretch]:
    """Return the first term once it has begun, its end still unknown (support-begins)."""
    match reading:
        case SupportBegins.SIGNED_AND_PAID:
            begins = max(signed, paid) if signed is not None and paid is not None else None
        case SupportBegins.PAID:
            begins = paid
        case SupportBegins.SIGNED:
            begins = signed
        case _ as unreachable:
            assert_never(unreachable)
    return [] if begins is None else [(begins, FOREVER)]


_start: Final = itemgetter(0)


def around(stretches: tuple[Stretch, ...], moment: datetime, /) -> Stretch | None:
    """Return the stretch a moment lies in; they lie in order and apart, and may be empty."""
    place = bisect_right(stretches, moment, key=_start)
    if place == 0 or moment >= stretches[place - 1][1]:
        return None
    return stretches[place - 1]


def gaps(terms: tuple[Stretch, ...], as_of: datetime, /) -> tuple[Stretch, ...]:
    """Return when there was no support after it first began, as known at that moment."""
    between = [(a[1], b[0]) for a, b in pairwise(terms)]
    if terms and terms[-1][1] <= as_of:
        between.append((terms[-1][1], FOREVER))
    return tuple((start, end) for start, end in between if start < end)


def term_through(begins: date, /, *, years: int = 0, months: int = 0) -> date:
    """
    Return the last day of a term of support that long.

    The term begins the day after its first event and ends on the same date of the last month;
    where that month has no such date, on its last day: one year from 29 February ends on
    28 February.

    Raises:
        TermLengthError: The term lasts no time at all.
        CalendarRangeError: No date is so late.
    Source: Civil Code art. 191, 192(1) and (3); clause 2.3.
    """
    from dateutil.relativedelta import relativedelta

    if years < 0 or months < 0 or not years + months:
        raise TermLengthError(years, months)
    try:
        return begins + relativedelta(years=years, months=months)
    except (ValueError, OverflowError):
        asked = f"{begins} + {years} years and {months} months"
        raise CalendarRangeError(asked, date.min, date.max) from None
