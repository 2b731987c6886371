"""
What the parties agreed: hours, zone, cut-off, day counts. Pure data.

``STANDARD`` is what the contract itself states and nothing more; a period the contract does not
state has no field with a value here.
"""

from __future__ import annotations

from datetime import time
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from slarules.errors import (
    CalendarFactsError,
    CutoffError,
    LevelOutsideCError,
    ServiceHoursError,
    TargetsError,
    WrongTypeError,
)
from slarules.record import Record
from slarules.terms import Category, ClauseId, Severity

if TYPE_CHECKING:
    from typing import TypedDict

MIDNIGHT: Final = time(0)
"""00:00 as an opening, 24:00 as a closing."""
_DAYS_OF_A_WEEK: Final = 7


def _microseconds(clock: time) -> int:
    seconds = (clock.hour * 60 + clock.minute) * 60 + clock.second
    return seconds * 1_000_000 + clock.microsecond


class Interval(Record, kw_only=False):
    """
    Service hours of one stretch of a day, on the wall clock of the calendar's zone.

    Half-open: the desk is open at ``opens`` and shut at ``closes``. ``closes == time(0)`` means
    24:00, the end of the day.
    """

    opens: time
    closes: time

    def _check(self) -> None:
        for bound in (self.opens, self.closes):
            if not isinstance(bound, time):
                raise WrongTypeError("a bound of service hours", "a time", bound)
            if bound.tzinfo is not None:
                raise ServiceHoursError("service hours take the calendar's zone, no other", bound)
        if self.closes != MIDNIGHT and self.closes <= self.opens:
            raise ServiceHoursError("an interval must open before it closes", self.written)

    @property
    def written(self) -> str:
        """The interval as people write it: 10:00–19:00, 18:00–24:00."""
        closes = "24:00" if self.closes == MIDNIGHT else self.closes.isoformat()
        return f"{_short(self.opens.isoformat())}–{_short(closes)}"

    def bounds(self) -> tuple[int, int]:
        """Return opening and closing in microseconds of the wall clock since 00:00."""
        closes = 86_400_000_000 if self.closes == MIDNIGHT else _microseconds(self.closes)
        return _microseconds(self.opens), closes


Hours = tuple[Interval, ...]
"""The service hours of one day, in order, apart from one another; empty on a day off."""

Week = tuple[Hours, Hours, Hours, Hours, Hours, Hours, Hours]
"""The service hours of Monday … Sunday."""


def checked_hours(hours: Hours, whose: str) -> Hours:
    """Return the hours of one day in order; refuse intervals that overlap."""
    ordered = tuple(sorted(hours, key=lambda interval: interval.opens))
    for earlier, later in pairwise(ordered):
        if earlier.bounds()[1] > later.bounds()[0]:
            both = f"{earlier.written} and {later.written}"
            raise ServiceHoursError(f"the intervals of {whose} overlap", both)
    return ordered


def same_hours(days: int, *hours: Interval) -> Week:
    """Return a week whose first ``days`` days, from Monday, have these hours."""
    mon, tue, wed, thu, fri, sat, sun = (hours if day < days else () for day in range(7))
    return mon, tue, wed, thu, fri, sat, sun


class Target(Record, kw_only=False):
    """
    A length of service time in which the parties agreed to resolve incidents of a kind.

    It runs from the reproduction (3.4, 4.10). The contract states none; a target for a category
    alone holds for the levels that have none of their own.
    """

    category: Category
    severity: Severity | None
    business_minutes: int

    def _check(self) -> None:
        if self.severity is not None and self.category is not Category.C:
            raise LevelOutsideCError(self.severity.value, self.category.value)
        minutes = self.business_minutes
        if not isinstance(minutes, int) or isinstance(minutes, bool) or minutes < 1:
            raise WrongTypeError(
                "a target, in minutes of service time,", "a whole number from 1", minutes
            )


if TYPE_CHECKING:

    class ParameterChanges(TypedDict, total=False):
        """What ``with_parameters`` takes, to a type checker: the fields of ``Parameters``."""

        zone: str
        week: Week
        cutoff: time
        replacement_after: int
        silence: int
        resolution_targets: tuple[Target, ...]
        warn_at: tuple[int, ...]


class Parameters(Record):
    """
    The figures of one agreement.

    Source: clauses 1.1 (zone, week), 4.3 (cut-off), 4.4 (replacement), 4.11 (silence). The
    contract states no target of resolution and no share of one to warn at.
    """

    zone: str = "Europe/Moscow"
    """The zone whose clock and whose midnight count (1.1, 4.3)."""
    week: Week = same_hours(5, Interval(time(10), time(19)))
    """Service hours of Monday … Sunday; the production calendar moves days off (1.1)."""
    cutoff: time = time(12)
    """Registered before it: the current business day; else the next one (4.3)."""
    replacement_after: int = 60
    """Business days from registration after which a replacement is looked for (4.4)."""
    silence: int = 3
    """Business days of the Customer's silence after which an incident closes (4.11)."""
    resolution_targets: tuple[Target, ...] = ()
    """What the parties agreed on top, one a kind of incident; none are stated (4.10)."""
    warn_at: tuple[int, ...] = ()
    """Shares of a target's time at which to warn, in per cent, in order."""

    def _check(self) -> None:
        if len(self.week) != _DAYS_OF_A_WEEK:
            raise CalendarFactsError("a week has seven days of hours", len(self.week))
        if self.cutoff.tzinfo is not None or self.cutoff.microsecond:
            raise ServiceHoursError(
                "the cut-off is a whole second of the zone's clock", self.cutoff
            )
        for hours in self.week:
            if hours and _microseconds(self.cutoff) > hours[-1].bounds()[1]:
                raise CutoffError(self.cutoff, hours[-1].written)
        kinds = [(target.category, target.severity) for target in self.resolution_targets]
        if len(set(kinds)) < len(kinds):
            raise TargetsError("two targets for one kind of incident", str(len(kinds)))
        if list(self.warn_at) != sorted({*self.warn_at} & set(range(1, 100))):
            raise TargetsError("shares to warn at", ", ".join(map(str, self.warn_at)))
        for name in ("replacement_after", "silence"):
            days = getattr(self, name)
            if not isinstance(days, int) or isinstance(days, bool) or days < 1:
                raise WrongTypeError(f"{name}, in business days,", "a whole number from 1", days)


AGREED_ONLY: Final = ("resolution_targets", "warn_at")
"""The fields the contract states nothing for."""

STANDARD: Final = Parameters()
"""What the contract states."""


class Stated(Record, kw_only=False):
    """Where the contract states a figure, and the numbers of that paragraph it is made of."""

    field: str
    clause: ClauseId
    numbers: tuple[int, ...]
    """As the register has them: hours of the day, business days; none for a name."""


# fmt: off
STATED: Final = (
    #      field                clause           numbers
    Stated("zone",              ClauseId("1.1"), ()),
    Stated("week",              ClauseId("1.1"), (10, 19)),
    Stated("cutoff",            ClauseId("4.3"), (12,)),
    Stated("replacement_after", ClauseId("4.4"), (60,)),
    Stated("silence",           ClauseId("4.11"), (3,)),
)
# fmt: on
"""Every figure of ``STANDARD`` by the paragraph it comes from."""


def _short(clock: str) -> str:
    return clock[:5] if clock[5:] in {"", ":00"} else clock
