"""The object a user holds: calendar, rules and readings of one agreement. No rule of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from slarules.calendar import Beyond, BusinessCalendar
from slarules.deadlines import DeadlineRules
from slarules.parameters import MIDNIGHT, STANDARD, Interval, Parameters
from slarules.readings import DecreeDays, Readings, ShortDays
from slarules.russia import (
    DECREED_THROUGH,
    FIRST,
    off_and_worked,
    presidential_days,
    shortened_days,
    unusual_day,
)
from slarules.terms import Category
from slarules.unrecorded import UNRECORDED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Never, NoReturn, Self, Unpack

    from slarules.assess import Assessment
    from slarules.comparison import Comparison, Judges
    from slarules.deadlines import Deadline, NotApplicable, NotStated
    from slarules.incident import Incident
    from slarules.parameters import Hours, ParameterChanges, Week
    from slarules.readings import ReadingChanges
    from slarules.sensitivity import Sensitivity
    from slarules.service import Service

LAST: Final = date(2037, 12, 31)
"""The last day of the standard calendar: ten years past the last decreed one, by the law alone."""


_SATURDAY: Final = 5


class Agreement:
    """
    One agreement: what its clauses answer under given readings and figures.

    Immutable, hashable, equal by value, picklable. Make one with ``standard_support``.

    Args:
        calendar: The business calendar; None for the standard one, on which the readings
            decree-days and short-days act. They do not act on a calendar that is given.
        readings: What is chosen for each open question of the text.
        parameters: What the parties agreed.
    """

    __slots__ = ("_calendar_given", "_rules", "calendar", "parameters", "readings")

    calendar: Final[BusinessCalendar]  # type: ignore[misc] # set past __setattr__
    readings: Final[Readings]  # type: ignore[misc] # set past __setattr__
    parameters: Final[Parameters]  # type: ignore[misc] # set past __setattr__
    _calendar_given: bool
    _rules: DeadlineRules

    def __init__(
        self,
        *,
        calendar: BusinessCalendar | None = None,
        readings: Readings = Readings(),
        parameters: Parameters = STANDARD,
    ) -> None:
        put = object.__setattr__
        put(self, "_calendar_given", calendar is not None)
        if calendar is None:
            calendar = _calendar(
                readings.decree_days, readings.short_days, parameters.zone, parameters.week
            )
        put(self, "calendar", calendar)
        put(self, "readings", readings)
        put(self, "parameters", parameters)
        # On a calendar that is given no day hangs on a reading.
        doubtful = dict if self._calendar_given else _doubtful_days
        put(self, "_rules", DeadlineRules(calendar, readings, parameters, doubtful))

    def __setattr__(self, name: str, value: Never) -> NoReturn:
        message = f"an agreement is immutable: {name} cannot be set; use with_readings and others"
        raise AttributeError(message)

    @property
    def rules(self) -> DeadlineRules:
        """The sums of the deadlines under this agreement."""
        return self._rules

    def reaction_due(self, registered: datetime, /) -> datetime:
        """Return by when to react to an incident of B or C; see ``DeadlineRules``. Source: 4.3."""
        return self._rules.reaction_due(registered)

    def reaction_deadline(
        self, registered: datetime, category: Category, /
    ) -> Deadline | NotStated:
        """
        Return the reaction's due moment with its derivation, or that none is stated.

        Args:
            registered: The official moment of registration, aware, in any zone.
            category: The category the incident is registered in.
        Raises:
            NaiveDatetimeError: The moment has no zone.
            CalendarRangeError: The calendar does not reach so far.
            ProjectedCalendarError: A day is not decreed, and the calendar refuses such days.
        Source: clauses 4.3, 1.1; for A, D and E clauses 4.1 and 4.2.
        """
        return self._rules.reaction(registered, category)

    def replacement_search_deadline(
        self, registered: datetime, category: Category = Category.B, /
    ) -> Deadline | NotApplicable:
        """
        Return from when the search for a replacement is owed, if the problem still stands.

        Args:
            registered: The official moment of registration, aware, in any zone.
            category: The category of the incident; only B has this duty.
        Raises:
            NaiveDatetimeError, CalendarRangeError, ProjectedCalendarError: As above.
        Source: clauses 4.4, 1.1.
        """
        return self._rules.replacement_search(registered, category)

    def automatic_closing_deadline(self, requested: datetime, /) -> Deadline:
        """
        Return when an incident closes by the Customer's silence after a request.

        Args:
            requested: When the request for information was entered, aware, in any zone.
        Raises:
            NaiveDatetimeError, CalendarRangeError, ProjectedCalendarError: As above.
        Source: clauses 4.11, 1.1.
        """
        return self._rules.automatic_closing(requested)

    def assess(
        self, incident: Incident, as_of: datetime, /, *, service: Service = UNRECORDED
    ) -> Assessment:
        """
        Return everything the contract says about an incident as of a moment.

        Args:
            incident: The record of the incident.
            as_of: An aware moment in any zone; what is recorded later is not known yet.
            service: The record of the service; without one, HelpDesk is taken as up and support
                as in force, and the answer says so.
        Raises:
            NaiveDatetimeError: The moment has no zone.
            AsOfError: The moment is before the registration.
            CalendarRangeError: A moment is beyond the calendar.
            ProjectedCalendarError: A day is not decreed, and the calendar refuses such days.
        Source: clauses 2.3, 3.3, 3.4, 4.1–4.4, 4.9–4.12.
        """
        return _loaded_assess()(incident, as_of, self._rules, service)

    def next_change(
        self, incident: Incident, as_of: datetime, /, *, service: Service = UNRECORDED
    ) -> datetime | None:
        """Return when a verdict on the incident next changes by itself, after ``as_of``."""
        return self.assess(incident, as_of, service=service).next_change

    def sensitivity(
        self, incident: Incident, as_of: datetime, /, *, service: Service = UNRECORDED
    ) -> Sensitivity:
        """
        Return which other readings, alone or in pairs, would change the assessment, and how.

        Silent about the readings that change nothing. Arguments and errors as ``assess``.
        """
        from slarules.sensitivity import sensitivity

        def assessed(readings: Readings) -> Assessment:
            return self.under(readings).assess(incident, as_of, service=service)

        return sensitivity(self.readings, assessed)

    def compare(
        self,
        other: Judges,
        incidents: Iterable[Incident],
        as_of: datetime,
        /,
        *,
        service: Service = UNRECORDED,
    ) -> Comparison:
        """
        Return which verdicts and moments another agreement changes; see ``comparison.compare``.

        Args:
            other: An agreement, its editions, or this one ``with_readings``.
            incidents: What is judged, under either.
            as_of: The records are complete through it.
            service: The record of the service.
        """
        from slarules.comparison import compare

        return compare(self, other, incidents, as_of, service=service)

    # ------------------------------------------------------------------ other agreements

    def with_readings(self, **changes: Unpack[ReadingChanges]) -> Self:
        """Return the agreement with switches set: ``cutoff_instant=CutoffInstant.SAME_DAY``."""
        return self._with(self.readings.replace(**changes), self.parameters)

    def with_parameters(self, **changes: Unpack[ParameterChanges]) -> Self:
        """Return the agreement with other figures: ``cutoff=time(13)``."""
        return self._with(self.readings, self.parameters.replace(**changes))

    def with_calendar(self, calendar: BusinessCalendar, /) -> Self:
        """Return the agreement over another calendar: another country, or a decree just out."""
        return type(self)(calendar=calendar, readings=self.readings, parameters=self.parameters)

    def under(self, readings: Readings, /) -> Agreement:
        """Return the agreement under these readings; kept, where it has the standard calendar."""
        if readings == self.readings:
            return self
        if self._calendar_given:
            return self._with(readings, self.parameters)
        return _standard(readings, self.parameters)

    def _with(self, readings: Readings, parameters: Parameters) -> Self:
        calendar = self.calendar if self._calendar_given else None
        return type(self)(calendar=calendar, readings=readings, parameters=parameters)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Agreement):
            return NotImplemented
        return (self.readings, self.parameters, self.calendar) == (
            other.readings,
            other.parameters,
            other.calendar,
        )

    def __hash__(self) -> int:
        return hash((self.readings, self.parameters, self.calendar))

    def __reduce__(self) -> tuple[Any, ...]:
        calendar = self.calendar if self._calendar_given else None
        return _rebuilt, (type(self), calendar, self.readings, self.parameters)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.readings}, {self.calendar}>"


def _rebuilt(
    cls: type[Agreement],
    calendar: BusinessCalendar | None,
    readings: Readings,
    parameters: Parameters,
) -> Agreement:
    return cls(calendar=calendar, readings=readings, parameters=parameters)


@cache
def _loaded_assess() -> Callable[..., Assessment]:
    """Return ``assess``; a process that only asks for due moments never loads it."""
    from slarules.assess import assess

    return assess


def standard_calendar(
    readings: Readings = Readings(),
    parameters: Parameters = STANDARD,
    *,
    beyond: Beyond = Beyond.MARK,
) -> BusinessCalendar:
    """
    Return the business calendar of the contract: the Russian production calendar, 1999–2037.

    Readings decree-days and short-days act here. The years after 2027 are projected.

    Source: clause 1.1.
    """
    if not any(parameters.week):
        from slarules.errors import NoHoursError

        raise NoHoursError("the agreed week")
    off, worked = off_and_worked(FIRST, LAST)
    # decree-days
    if readings.decree_days is DecreeDays.NON_BUSINESS_DAYS:
        declared = set(presidential_days())
        off = sorted({*off, *(day for day in declared if day.weekday() < _SATURDAY)})
        worked = [day for day in worked if day not in declared]
    # short-days
    hours_on: dict[date, Hours] = {}
    if readings.short_days is ShortDays.ONE_HOUR_SHORTER:
        closed = set(off)
        usual = next(hours for hours in parameters.week if hours)
        hours_on = {
            day: _hour_shorter(parameters.week[day.weekday()] or usual)
            for day in shortened_days(FIRST, LAST)
            if day not in closed
        }
    return BusinessCalendar(
        zone=parameters.zone,
        week=parameters.week,
        first=FIRST,
        last=LAST,
        decreed_through=DECREED_THROUGH,
        days_off=off,
        working_days=worked,
        hours_on=hours_on,
        beyond=beyond,
        special_day=unusual_day,
    )


@cache
def _calendar(
    decree_days: DecreeDays, short_days: ShortDays, zone: str, week: Week
) -> BusinessCalendar:
    """Return the standard calendar, one for all agreements that share what it hangs on."""
    return standard_calendar(
        readings=Readings(decree_days=decree_days, short_days=short_days),
        # The cut-off is no part of a calendar: midnight comes before any closing.
        parameters=Parameters(zone=zone, week=week, cutoff=MIDNIGHT),
    )


@cache
def _doubtful_days() -> Mapping[str, tuple[date, ...]]:
    """Return the days that a reading of 1.1 makes something else, by switch."""
    return MappingProxyType(
        {
            "decree-days": tuple(sorted(presidential_days())),
            "short-days": tuple(shortened_days(FIRST, LAST)),
        }
    )


def _hour_shorter(hours: Hours) -> Hours:
    """Return the hours of a day that ends an hour early; closings are taken from the end."""
    *kept, final = hours
    _, closes = final.bounds()
    ends = closes - 3_600_000_000
    while final.bounds()[0] >= ends and kept:
        final = kept.pop()  # the hour takes the last interval whole
        ends = min(ends, final.bounds()[1])
    if final.bounds()[0] >= ends:
        from slarules.errors import ShortDayError

        raise ShortDayError(", ".join(interval.written for interval in hours))
    clock = (datetime(1, 1, 1, tzinfo=UTC) + timedelta(microseconds=ends)).time()
    return (*kept, Interval(final.opens, clock))


def standard_support(
    *, readings: Readings = Readings(), parameters: Parameters = STANDARD
) -> Agreement:
    """
    Return the standard agreement: the contract's figures, under the default readings or others.

    The same arguments give the same object.
    """
    return _standard(readings, parameters)


_STANDARD: Final[dict[tuple[Readings, Parameters], Agreement]] = {}


def _standard(readings: Readings, parameters: Parameters) -> Agreement:
    """Return the agreement first made from these; of threads that race here, one makes it."""
    asked = (readings, parameters)
    found = _STANDARD.get(asked)
    if found is None:
        found = _STANDARD.setdefault(asked, Agreement(readings=readings, parameters=parameters))
    return found
