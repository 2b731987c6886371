"""
Due moments: reaction, search for a replacement, automatic closing; and what has none.

What is owed in which category is the table ``OWED``. The three computed moments are sums over
the business calendar; each open question of their clauses is decided in one place, marked with
the switch it obeys. ``DeadlineRules`` resolves the readings once, at construction.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from slarules.calendar import DayStatus
from slarules.left_out import LeftOut
from slarules.parameters import MIDNIGHT
from slarules.readings import (
    SWITCHES,
    BeforeOpening,
    CutoffInstant,
    DayCountStart,
    PeriodEnd,
    ReactionDayEnd,
    RegisteredOnDayOff,
    SilenceEnd,
    SilenceOutOfHours,
)
from slarules.record import Record, maker
from slarules.spans import Without
from slarules.steps import CountStep, CutoffStep, DayStep, FactStep, Hour, HourStep, Step
from slarules.terms import Category, ClauseId, Nature, Obligation, Outcome, RuleId

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from slarules.calendar import BusinessCalendar
    from slarules.daytable import Ranges
    from slarules.parameters import Parameters
    from slarules.readings import Readings

_DAY: Final = timedelta(days=1)
_SECOND: Final = 2
_CLOSING: Final = Hour.CLOSING
_PENDING: Final = Outcome.PENDING
_A, _B, _C, _D, _E = Category


class Owed(Record, kw_only=False):
    """One row of what is owed: in these categories, this obligation, with this kind of answer."""

    rule: RuleId
    obligation: Obligation
    categories: tuple[Category, ...]
    outcome: Outcome
    """PENDING where a moment is computed; else why there is none."""
    nature: Nature | None
    clauses: tuple[ClauseId, ...]
    """The clause that says so first, or would have had to."""


def _row(
    rule: str,
    obligation: Obligation,
    categories: tuple[Category, ...],
    outcome: Outcome,
    nature: Nature | None,
    *clauses: str,
) -> Owed:
    return Owed(
        RuleId(rule), obligation, categories, outcome, nature, tuple(map(ClauseId, clauses))
    )


# fmt: off
OWED: Final[tuple[Owed, ...]] = (
    #    rule       obligation                       categories            outcome                 nature             clauses
    _row("R-4.3-1",  Obligation.REACTION,           (_B, _C),             Outcome.PENDING,        Nature.DUTY_BY,    "4.3", "1.1"),
    _row("R-4.3-2",  Obligation.REACTION,           (_A, _D),             Outcome.NOT_STATED,     None,              "4.1", "4.3"),
    _row("R-4.3-3",  Obligation.REACTION,           (_E,),                Outcome.NOT_STATED,     None,              "4.2", "4.3"),
    _row("R-4.4-1",  Obligation.REPLACEMENT_SEARCH, (_B,),                Outcome.PENDING,        Nature.DUTY_FROM,  "4.4", "1.1"),
    _row("R-4.4-2",  Obligation.REPLACEMENT_SEARCH, (_A, _C, _D, _E),     Outcome.NOT_APPLICABLE, None,              "4.4"),
    _row("R-4.4-3",  Obligation.RESOLUTION,         (_B,),                Outcome.UNTIL_EVENT,    None,              "4.4"),
    _row("R-4.10-1", Obligation.RESOLUTION,         (_C,),                Outcome.NOT_STATED,     Nature.CLOCK,      "4.10", "3.4"),
    _row("R-4.1-1",  Obligation.RESOLUTION,         (_A, _D),             Outcome.NOT_STATED,     None,              "4.1"),
    _row("R-4.2-1",  Obligation.RESOLUTION,         (_E,),                Outcome.NOT_STATED,     None,              "4.2"),
    _row("R-4.11-1", Obligation.AUTOMATIC_CLOSING,  (_A, _B, _C, _D, _E), Outcome.PENDING,        Nature.EFFECT_AT,  "4.11", "1.1"),
)
# fmt: on
"""Every category exactly once for each obligation; a test expands the rows."""

_OWED: Final = {(row.obligation, category): row for row in OWED for category in row.categories}


def owed(obligation: Obligation, category: Category, /) -> Owed:
    """Return the row that says what is owed of this kind in this category."""
    return _OWED[obligation, category]


class RestsOn(Record):
    """How far into the calendar an answer reaches."""

    through: date
    """The last day counted or skipped."""
    status: DayStatus


class Deadline(Record):
    """
    A due moment and why.

    ``due`` is on the calendar's clock. For a DUTY_FROM it is the moment the duty arises, unless
    something recorded makes it earlier.
    """

    obligation: Obligation
    due: datetime
    nature: Nature
    clauses: tuple[ClauseId, ...]
    rules: tuple[RuleId, ...]
    steps: tuple[Step, ...]
    rests_on: RestsOn
    readings: tuple[str, ...]
    """The readings the answer met, written ``switch=option``: no other could change it."""

    @property
    def provisional(self) -> bool:
        """Whether a day counted or skipped is not yet decreed."""
        return self.rests_on.status is DayStatus.PROJECTED


class NotStated(Record):
    """
    The contract states no period.

    The law may still fill the gap (Civil Code art. 314(2)); the library does not compute it.
    """

    obligation: Obligation
    rule: RuleId
    clauses: tuple[ClauseId, ...]


class NotApplicable(Record):
    """The rule does not reach this incident."""

    obligation: Obligation
    rule: RuleId
    clauses: tuple[ClauseId, ...]


class UntilEvent(Record):
    """The obligation lasts until something happens; no date is stated."""

    obligation: Obligation
    rule: RuleId
    clauses: tuple[ClauseId, ...]


Left = tuple[Without, ...] | LeftOut
"""What a count leaves out."""

Answer = Deadline | NotStated | NotApplicable | UntilEvent

# What one answer takes several of, made in half the time.
_new_fact_step = maker(FactStep)
_new_day_step = maker(DayStep)
_new_cutoff_step = maker(CutoffStep)
_new_count_step = maker(CountStep)
_new_hour_step = maker(HourStep)
_new_rests_on = maker(RestsOn)
_new_deadline = maker(Deadline)


def without_moment(row: Owed, /) -> NotStated | NotApplicable | UntilEvent:
    """Return the answer of a row that computes no moment."""
    kind = _WITHOUT_MOMENT[row.outcome]
    return kind(obligation=row.obligation, rule=row.rule, clauses=row.clauses)


_WITHOUT_MOMENT: Final[dict[Outcome, type[NotStated | NotApplicable | UntilEvent]]] = {
    Outcome.NOT_STATED: NotStated,
    Outcome.NOT_APPLICABLE: NotApplicable,
    Outcome.UNTIL_EVENT: UntilEvent,
}


class DeadlineRules:
    """
    The sums of clauses 4.3, 4.4 and 4.11 under one calendar, one set of readings and figures.

    Every method takes an aware moment in any zone, and computes moments on the calendar's clock.
    """

    __slots__ = (
        "_asks_at_opening",
        "_counts_the_day",
        "_cutoff",
        "_early",
        "_late",
        "_period_hour",
        "_questions",
        "_reaction_hour",
        "_said",
        "_silence_hour",
        "_strict",
        "_utc_from",
        "_utc_start",
        "_wall_start",
        "_zone",
        "calendar",
        "doubtful",
        "parameters",
        "readings",
    )

    def __init__(
        self,
        calendar: BusinessCalendar,
        readings: Readings,
        parameters: Parameters,
        doubtful: Callable[[], Mapping[str, tuple[date, ...]]] = dict,
    ) -> None:
        """Take ``doubtful``: finds the days, in order, whose nature hangs on a switch of 1.1."""
        self.calendar: Final = calendar
        self.doubtful: Final = doubtful
        self.readings: Final = readings
        self.parameters: Final = parameters
        self._said: Final = {
            switch: f"{switch}={readings.option(switch).value}" for switch in SWITCHES
        }
        self._zone: Final = calendar.zone
        self._cutoff: Final = _seconds(parameters.cutoff)
        # cutoff-instant: exactly at the cut-off is not before it, unless read otherwise.
        self._strict: Final = readings.cutoff_instant is CutoffInstant.NEXT_DAY
        self._wall_start: Final = datetime.combine(calendar.first, MIDNIGHT, calendar.zone)
        # day-count-start: the day of the event is not counted, unless read otherwise.
        self._counts_the_day: Final = readings.day_count_start is DayCountStart.SAME_DAY
        # silence-out-of-hours
        self._asks_at_opening: Final = (
            readings.silence_out_of_hours is SilenceOutOfHours.AS_AT_NEXT_OPENING
        )
        # reaction-day-end
        by_closing = readings.reaction_day_end is ReactionDayEnd.CLOSING_TIME
        self._reaction_hour: Final = Hour.CLOSING if by_closing else Hour.END_OF_DAY
        # period-end
        by_closing = readings.period_end is PeriodEnd.CLOSING_TIME
        self._period_hour: Final = Hour.CLOSING if by_closing else Hour.END_OF_DAY
        # silence-end
        at_midnight = readings.silence_end is SilenceEnd.MIDNIGHT
        self._silence_hour: Final = Hour.END_OF_DAY if at_midnight else Hour.CLOSING
        # Laid at the second question, since many a process asks but one. Two threads that race
        # there lay the same tables.
        self._early: list[datetime] = []
        self._late: list[datetime] = []
        self._utc_start, self._utc_from = datetime.combine(calendar.first, MIDNIGHT, UTC), 0
        self._questions = 0

    # ------------------------------------------------------------------ reaction (4.3)

    def _reaction_tables(self) -> tuple[list[datetime], list[datetime]]:
        """
        Return the due moment by day of registration: before the cut-off, and not before it.

        Decreed days only, so that a day out of range, a projected one and one whose answer is
        projected are all missing; the slow path tells them apart.
        """
        if self._opens_too_late_somewhere():
            return [], []
        table = self.calendar.table
        decreed = max(0, (self.calendar.decreed_through - self.calendar.first).days + 1)
        until = table.through[decreed - 1] if decreed else 0
        days = table.dates[1 : until + 1]
        if self._reaction_hour is Hour.CLOSING:
            dues = self.calendar.closings_of(days)
        else:
            dues = [self.calendar.end_of(day) for day in days]
        # Day r - 1 of the list has rank r; the next business day's place is today's rank.
        through = table.through[: bisect_left(table.through, until, hi=decreed)]
        early = [dues[r - f] for r, f in zip(through, table.flags, strict=False)]
        return early, [dues[r] for r in through]

    def _opens_too_late_somewhere(self) -> bool:
        """Return whether a reading that moves registration to an opening could matter."""
        moved = (
            self.readings.before_opening is BeforeOpening.AS_AT_OPENING
            or self.readings.registered_on_day_off is RegisteredOnDayOff.AS_IF_NEXT_OPENING
        )
        return moved and any(
            not hours[0].opens < self.parameters.cutoff for hours in self.calendar.all_hours()
        )

    def reaction_due(self, registered: datetime, /) -> datetime:
        """
        Return by when the Executor must react to an incident of category B or C.

        Args:
            registered: The official moment of registration, aware, in any zone.
        Returns:
            The due moment on the calendar's clock; whether it is still in time at that very
            instant is reading due-instant.
        Raises:
            NaiveDatetimeError: The moment has no zone.
            CalendarRangeError: The calendar does not reach so far.
        Warns: ProjectedCalendarWarning, where a day counted or skipped is not decreed.
        Source: clauses 4.3, 1.1.
        """
        try:
            zone = registered.tzinfo
            if zone is self._zone:
                since = registered - self._wall_start
            elif zone is UTC:
                since = registered - self._utc_start
                if since.days < self._utc_from:
                    since = registered.astimezone(self._zone) - self._wall_start
            elif zone is not None:
                since = registered.astimezone(self._zone) - self._wall_start
            else:
                return self._reaction_slowly(registered)
            place, second = since.days, since.seconds
            if place >= 0:
                if second < self._cutoff:
                    return self._early[place]
                if second > self._cutoff or self._strict:
                    return self._late[place]
        except (IndexError, AttributeError, TypeError):
            pass
        return self._reaction_slowly(registered)

    def _reaction_slowly(self, registered: datetime) -> datetime:
        here = self.calendar.local(registered)
        self._questions += 1
        if self._questions == _SECOND:
            self._utc_start, self._utc_from = self.calendar.steady_utc()
            self._early, self._late = self._reaction_tables()
            return self.reaction_due(registered)
        day, _, _ = self._reaction_day(here)
        self.calendar.warn_if_projected(day)
        return self._end_of(day, self._reaction_hour)

    def _reaction_day(
        self, here: datetime
    ) -> tuple[date, tuple[CutoffStep | CountStep, ...], list[str]]:
        """Return the day of the reaction, the steps that lead to it and the readings met."""
        table = self.calendar.table
        day, clock = here.date(), here.time()
        met: list[str] = []
        if table.flags[table.index(day)]:
            opening = self.calendar.hours_on(day)[0].opens
            # before-opening
            if clock < opening:
                met.append(self._said["before-opening"])
                if self.readings.before_opening is BeforeOpening.AS_AT_OPENING:
                    clock = opening
            step = self._cutoff_step(clock, met)
            n = 0 if step.is_before else 1
            end = table.add(day, n)
            rule = R_CURRENT_DAY if step.is_before else R_NEXT_DAY
            return end, (step, self._count(rule, C_4_3, day, n, end)), met
        # registered-on-day-off
        reading = self._said["registered-on-day-off"]
        met.append(reading)
        opens = table.add(day, 1)
        arrive = self._count(R_DAY_OFF, C_4_3, day, 1, opens, reading)
        if self.readings.registered_on_day_off is RegisteredOnDayOff.NEXT_BUSINESS_DAY:
            return opens, (arrive,), met
        step = self._cutoff_step(self.calendar.hours_on(opens)[0].opens, met)
        n = 0 if step.is_before else 1
        end = table.add(opens, n)
        rule = R_CURRENT_DAY if step.is_before else R_NEXT_DAY
        return end, (arrive, step, self._count(rule, C_4_3, opens, n, end)), met

    def _cutoff_step(self, clock: time, met: list[str]) -> CutoffStep:
        cutoff = self.parameters.cutoff
        # cutoff-instant
        if clock == cutoff:
            met.append(self._said["cutoff-instant"])
        return _new_cutoff_step(
            rule=R_CUTOFF,
            clause=C_4_3,
            clock=clock,
            cutoff=cutoff,
            is_before=clock < cutoff or (clock == cutoff and not self._strict),
            reading=met[-1] if met else "",
        )

    def reaction(
        self, registered: datetime, category: Category, /, *, fact: str = "registered"
    ) -> Deadline | NotStated:
        """
        Return the reaction's due moment with its derivation, or that none is stated.

        Args:
            registered: The official moment of registration, aware, in any zone.
            category: The category the incident is registered in.
            fact: What happened at that moment, for the derivation.
        Raises:
            NaiveDatetimeError, CalendarRangeError: As ``reaction_due``.
            ProjectedCalendarError: A day is not decreed, and the calendar refuses such days.
        Source: clauses 4.3, 1.1; for A, D and E clauses 4.1 and 4.2.
        """
        row = owed(Obligation.REACTION, category)
        here = self.calendar.local(registered)
        if row.outcome is not _PENDING:
            answer = without_moment(row)
            assert isinstance(answer, NotStated)
            return answer
        day, found, met = self._reaction_day(here)
        end = self._hour(R_REACTION_END, C_1_1, day, self._reaction_hour, "reaction-day-end")
        return self._deadline(
            row,
            end.at,
            day,
            (self._fact(fact, R_OFFICIAL, C_3_2, here), self._day(here), *found, end),
            (*met, end.reading),
        )

    # ------------------------------------------------------------------ replacement (4.4)

    def replacement_search(
        self,
        registered: datetime,
        category: Category,
        /,
        *,
        without: Left = (),
        fact: str = "registered",
    ) -> Deadline | NotApplicable:
        """
        Return from when the Executor owes the search for a replacement of faulty software.

        Args:
            registered: The moment the sixty business days run from, aware, in any zone.
            category: The category of the incident.
            without: Waiting time and gaps that a reading or a recorded answer takes out.
            fact: What happened at that moment, for the derivation.
        Raises:
            NaiveDatetimeError, CalendarRangeError, ProjectedCalendarError: As ``reaction``.
        Source: clauses 4.4, 1.1.
        """
        row = owed(Obligation.REPLACEMENT_SEARCH, category)
        here = self.calendar.local(registered)
        if row.outcome is not _PENDING:
            answer = without_moment(row)
            assert isinstance(answer, NotApplicable)
            return answer
        count = self._period(
            R_SIXTY_DAYS, C_4_4, here.date(), self.parameters.replacement_after, without
        )
        end = self._hour(R_PERIOD_END, C_4_4, count.end, self._period_hour, "period-end")
        steps = (self._fact(fact, R_OFFICIAL, C_3_2, here), self._day(here), count, end)
        return self._deadline(row, end.at, count.end, steps, (count.reading, end.reading))

    # ------------------------------------------------------------------ silence (4.11)

    def automatic_closing(
        self, requested: datetime, /, *, without: Left = (), fact: str = "asked"
    ) -> Deadline:
        """
        Return when an incident closes by the Customer's silence after a request.

        Args:
            requested: When the request for information was entered, aware, in any zone.
            without: Outages and gaps whose days a reading or a recorded answer takes out.
            fact: What happened at that moment, for the derivation.
        Raises:
            NaiveDatetimeError, CalendarRangeError, ProjectedCalendarError: As ``reaction``.
        Source: clauses 4.11, 1.1.
        """
        here = self.calendar.local(requested)
        steps: list[Step] = [self._fact(fact, R_ENTERED, C_4_11, here), self._day(here)]
        day = here.date()
        met: list[str] = []
        if self._after_hours(here):
            met.append(self._said["silence-out-of-hours"])
            if self._asks_at_opening:
                opens = self.calendar.table.add(day, 1)
                steps.append(self._count(R_NEXT_OPENING, C_4_11, day, 1, opens, met[0]))
                day = opens
        count = self._period(R_THREE_DAYS, C_4_11, day, self.parameters.silence, without)
        end = self._hour(R_SILENCE_END, C_4_11, count.end, self._silence_hour, "silence-end")
        met += [count.reading, end.reading]
        return self._deadline(OWED[-1], end.at, count.end, (*steps, count, end), tuple(met))

    def _after_hours(self, here: datetime) -> bool:
        """Return whether the desk opens no more on the day of the moment."""
        day = here.date()
        hours = self.calendar.hours_on(day)
        if not hours:
            return True
        if here.time() < hours[-1].closes:
            return False  # a closing is the last time the clock shows it
        return here.astimezone(UTC) >= self.calendar.closing_on(day).astimezone(UTC)

    # ------------------------------------------------------------------ parts

    def _period(
        self, rule: RuleId, clause: ClauseId, day: date, n: int, without: Left
    ) -> CountStep:
        """Count a period of business days from an event of that day."""
        reading = self._said["day-count-start"]
        table = self.calendar.table
        ranges: Ranges = ()
        if without:
            left = without if isinstance(without, LeftOut) else LeftOut(without)
            ranges = left.ranges(self.calendar)
        start = day
        if self._counts_the_day:
            if day > table.first:
                start = day - _DAY
            elif table.flags[0] and not (ranges and ranges[0][0] <= 1):
                n -= 1  # no day before it is known to count from: day 1 is taken off the count
        end = table.add(start, n, ranges)
        left_out = table.left_out(ranges, start, end) if ranges else ()
        return self._count(rule, clause, start, n, end, reading, left_out)

    def _count(
        self,
        rule: RuleId,
        clause: ClauseId,
        start: date,
        n: int,
        end: date,
        reading: str = "",
        left_out: tuple[date, ...] = (),
    ) -> CountStep:
        return _new_count_step(
            rule=rule,
            clause=clause,
            start=start,
            n=n,
            end=end,
            skipped=tuple(self.calendar.table.off_between(start, end)) if n else (),
            left_out=left_out,
            reading=reading,
        )

    def _hour(self, rule: RuleId, clause: ClauseId, day: date, hour: Hour, switch: str) -> HourStep:
        """Return the instant at which a period ends that ends on that day."""
        at = self._end_of(day, hour)
        return _new_hour_step(
            rule=rule, clause=clause, day=day, hour=hour, at=at, reading=self._said[switch]
        )

    def _end_of(self, day: date, hour: Hour) -> datetime:
        if hour is _CLOSING:
            return self.calendar.closing_on(day)
        return self.calendar.end_of(day)

    @staticmethod
    def _fact(fact: str, rule: RuleId, clause: ClauseId, at: datetime) -> FactStep:
        return _new_fact_step(rule=rule, clause=clause, fact=fact, at=at)

    def _day(self, here: datetime) -> DayStep:
        table = self.calendar.table
        day = here.date()
        return _new_day_step(
            rule=R_CIVIL_DAY,
            clause=C_1_1,
            at=here,
            day=day,
            clock=here.time(),
            is_business_day=bool(table.flags[table.index(day)]),
        )

    def _deadline(
        self,
        row: Owed,
        due: datetime,
        last: date,
        steps: tuple[Step, ...],
        readings: tuple[str, ...],
    ) -> Deadline:
        assert row.nature is not None
        return _new_deadline(
            obligation=row.obligation,
            due=due,
            nature=row.nature,
            clauses=row.clauses,
            rules=(row.rule, *[step.rule for step in steps]),
            steps=steps,
            rests_on=_new_rests_on(through=last, status=self.calendar.settle(last)),
            readings=readings,
        )


def _seconds(clock: time) -> int:
    return (clock.hour * 60 + clock.minute) * 60 + clock.second


C_1_1: Final = ClauseId("1.1")
C_3_2: Final = ClauseId("3.2")
C_4_3: Final = ClauseId("4.3")
C_4_4: Final = ClauseId("4.4")
C_4_11: Final = ClauseId("4.11")

R_OFFICIAL: Final = RuleId("R-3.2-1")
R_CIVIL_DAY: Final = RuleId("R-1.1-1")
R_REACTION_END: Final = RuleId("R-1.1-2")
R_CUTOFF: Final = RuleId("R-4.3-4")
R_CURRENT_DAY: Final = RuleId("R-4.3-5")
R_NEXT_DAY: Final = RuleId("R-4.3-6")
R_DAY_OFF: Final = RuleId("R-4.3-7")
R_SIXTY_DAYS: Final = RuleId("R-4.4-4")
R_PERIOD_END: Final = RuleId("R-4.4-5")
R_ENTERED: Final = RuleId("R-4.11-2")
R_NEXT_OPENING: Final = RuleId("R-4.11-3")
R_THREE_DAYS: Final = RuleId("R-4.11-4")
R_SILENCE_END: Final = RuleId("R-4.11-5")
