"""
Business time and deadlines by walking: a day at a time, an interval at a time, a minute at a time.

Slow and plain on purpose. A zone is asked one thing only, what its clock shows at an instant;
everything else is found by looking. Instants are datetimes in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from zoneinfo import ZoneInfo

Hours = tuple[tuple[time, time], ...]
"""What a day is open on the wall clock: pairs of opening and closing; 00:00 closes at 24:00."""

Window = tuple[datetime, datetime]
"""A stretch of real time: the first instant belongs to it, the last does not."""

NOON = time(12)
MIDNIGHT = time(0)
ONE_DAY = timedelta(days=1)
ONE_HOUR = timedelta(hours=1)
ONE_MINUTE = timedelta(minutes=1)
ZERO = timedelta(0)


class BeyondFactsError(LookupError):
    """The walk left the days whose facts are known."""


# ---------------------------------------------------------------------------- the clock on the wall


def shown(zone: ZoneInfo, instant: datetime) -> datetime:
    """Return what the clock on the wall shows at the instant: a naive datetime."""
    return instant.astimezone(zone).replace(tzinfo=None)


@cache
def offsets_near(zone: ZoneInfo, day: date) -> frozenset[timedelta]:
    """Return every distance of the clock from UTC within two days of the day's noon."""
    noon = datetime.combine(day, NOON, UTC)
    ends = {distance(zone, noon - 2 * ONE_DAY), distance(zone, noon + 2 * ONE_DAY)}
    if len(ends) == 1:
        return frozenset(ends)  # no clock is shifted and shifted back within four days
    return frozenset(distance(zone, noon + hour * ONE_HOUR) for hour in range(-48, 49))


def distance(zone: ZoneInfo, instant: datetime) -> timedelta:
    """Return how far the clock is from UTC at the instant."""
    return shown(zone, instant) - instant.replace(tzinfo=None)


@cache
def showings(zone: ZoneInfo, wall: datetime) -> tuple[datetime, ...]:
    """Return the instants at which the clock shows the wall time: one, two, or none."""
    near = offsets_near(zone, wall.date())
    guesses = sorted(wall.replace(tzinfo=UTC) - offset for offset in near)
    return tuple(guess for guess in guesses if shown(zone, guess) == wall)


@cache
def jump_over(zone: ZoneInfo, wall: datetime) -> datetime:
    """Return the instant at which the clock jumps over a time it never shows."""
    whole = wall.replace(second=0, microsecond=0, tzinfo=UTC)
    instant = whole - max(offsets_near(zone, wall.date()))
    assert shown(zone, instant) < wall
    while shown(zone, instant) < wall:
        instant += ONE_MINUTE  # clocks are shifted at whole minutes
    return instant


def first_showing(zone: ZoneInfo, day: date, clock: time) -> datetime:
    """Return the first instant at which the day's clock shows the time, or jumps over it."""
    wall = datetime.combine(day, clock)
    return showings(zone, wall)[0] if showings(zone, wall) else jump_over(zone, wall)


def last_showing(zone: ZoneInfo, day: date, clock: time) -> datetime:
    """Return the last instant at which the day's clock shows the time, or jumps over it."""
    wall = datetime.combine(day, clock)
    return showings(zone, wall)[-1] if showings(zone, wall) else jump_over(zone, wall)


def end_of_day(zone: ZoneInfo, day: date) -> datetime:
    """Return 24:00 of the day: the first instant of the next civil day."""
    return first_showing(zone, day + ONE_DAY, MIDNIGHT)


# --------------------------------------------------------------------------------------- the desk


@dataclass(frozen=True, eq=False)
class Desk:
    """What is known of one support desk: its clock, and what each day is open."""

    zone: ZoneInfo
    week: tuple[Hours, ...]
    first: date
    last: date
    days_off: frozenset[date] = frozenset()
    working_days: frozenset[date] = frozenset()
    hours_on: Mapping[date, Hours] = field(default_factory=dict)

    def hours(self, day: date) -> Hours:
        """Return what the day is open: its own hours first, then days off, then the week's."""
        if day in self.hours_on:
            return self.hours_on[day]
        if day in self.days_off:
            return ()
        of_weekday = self.week[day.weekday()]
        if not of_weekday and day in self.working_days:
            return next(hours for hours in self.week if hours)
        return of_weekday

    def is_business_day(self, day: date) -> bool:
        """Return whether the day has hours at all."""
        if not self.first <= day <= self.last:
            raise BeyondFactsError(day)
        return bool(self.hours(day))

    def bounds(self, day: date) -> list[Window]:
        """Return when each interval of the day opens and closes, on whatever the clock shows."""
        return [
            (
                first_showing(self.zone, day, opens),
                end_of_day(self.zone, day)
                if closes == MIDNIGHT
                else last_showing(self.zone, day, closes),
            )
            for opens, closes in sorted(self.hours(day))
        ]

    def windows(self, day: date) -> Iterator[Window]:
        """Yield the day's stretches of real time; one the clock skips whole has no length."""
        return ((start, end) for start, end in self.bounds(day) if start < end)

    def all_windows(self, first: date, last: date) -> Iterator[Window]:
        """Yield the stretches of the days from ``first`` through ``last``, within the range."""
        day = max(first, self.first)
        while day <= min(last, self.last):
            yield from self.windows(day)
            day += ONE_DAY

    def day_of(self, instant: datetime) -> date:
        """Return the civil day on the desk's wall."""
        return shown(self.zone, instant).date()


# ------------------------------------------------------------------------------------------- days


def add_business_days(
    desk: Desk, day: date, n: int, *, left_out: Callable[[date], bool] = lambda _day: False
) -> date:
    """Walk from the day, itself not counted, until n business days were met; n < 0 walks back."""
    step = ONE_DAY if n > 0 else -ONE_DAY
    desk.is_business_day(day)
    met = 0
    while met < abs(n):
        day += step
        met += desk.is_business_day(day) and not left_out(day)
    return day


def business_days_between(desk: Desk, start: date, end: date) -> int:
    """Count the business days after the start through the end; signed."""
    if start > end:
        return -business_days_between(desk, end, start)
    count = 0
    while start < end:
        start += ONE_DAY
        count += desk.is_business_day(start)
    return count


def covered(desk: Desk, day: date, spans: Iterable[Window]) -> bool:
    """Return whether the spans, taken together, cover the day from its opening to its closing."""
    stretches = joined(spans)
    if not stretches:
        return False
    bounds = desk.bounds(day)
    return any(start <= bounds[0][0] and bounds[-1][1] <= end for start, end in stretches)


def touched(desk: Desk, day: date, spans: Iterable[Window]) -> bool:
    """Return whether a span overlaps the day's service hours by any length."""
    return any(
        max(start, opens) < min(end, closes)
        for start, end in spans
        for opens, closes in desk.windows(day)
    )


def joined(windows: Iterable[Window]) -> list[Window]:
    """Return the stretches in order, those that overlap or meet made one."""
    joint: list[Window] = []
    for start, end in sorted(windows):
        if start == end:
            continue
        if joint and start <= joint[-1][1]:
            joint[-1] = joint[-1][0], max(joint[-1][1], end)
        else:
            joint.append((start, end))
    return joint


# ------------------------------------------------------------------------------------------- time


def is_open(desk: Desk, moment: datetime) -> bool:
    """Return whether some stretch holds the moment."""
    day = desk.day_of(moment)
    near = desk.all_windows(day - ONE_DAY, day + ONE_DAY)
    return any(start <= moment < end for start, end in near)


def next_opening(desk: Desk, moment: datetime) -> datetime:
    """Return the moment itself if open, else the first opening after it."""
    if is_open(desk, moment):
        return moment
    for start, _ in desk.all_windows(desk.day_of(moment) - ONE_DAY, desk.last):
        if start > moment:
            return start
    raise BeyondFactsError(moment)


def next_closing(desk: Desk, moment: datetime) -> datetime:
    """Return the first end of an interval strictly after the moment."""
    for _, end in desk.all_windows(desk.day_of(moment) - ONE_DAY, desk.last):
        if end > moment:
            return end
    raise BeyondFactsError(moment)


def business_time_between(
    desk: Desk, start: datetime, end: datetime, *, without: Iterable[Window] = ()
) -> timedelta:
    """Add up the pieces of open time between the moments, the spans left out; signed."""
    if start > end:
        return -business_time_between(desk, end, start, without=without)
    days = desk.day_of(start) - ONE_DAY, desk.day_of(end) + ONE_DAY
    left_out = joined(without)
    total = ZERO
    for opens, closes in joined(desk.all_windows(*days)):
        low, high = max(opens, start), min(closes, end)
        if low < high:
            total += high - low
            for out, back in left_out:
                total -= max(ZERO, min(high, back) - max(low, out))
    return total


def business_minutes_between(desk: Desk, start: datetime, end: datetime) -> int:
    """Look at every minute between two whole minutes and count the open ones."""
    count = 0
    while start < end:
        count += is_open(desk, start)
        start += ONE_MINUTE
    return count


def add_business_time(desk: Desk, moment: datetime, amount: timedelta) -> datetime:
    """Walk the stretches until the amount is used up; at a closing, it is used up there."""
    if amount == ZERO:
        return moment
    if amount < ZERO:
        return take_business_time(desk, moment, -amount)
    for opens, closes in joined(desk.all_windows(desk.day_of(moment) - ONE_DAY, desk.last)):
        low = max(opens, moment)
        if low < closes:
            if amount <= closes - low:
                return low + amount
            amount -= closes - low
    raise BeyondFactsError(moment)


def take_business_time(desk: Desk, moment: datetime, amount: timedelta) -> datetime:
    """Walk back until the amount is used up; at an opening, it is used up there."""
    windows = joined(desk.all_windows(desk.first, desk.day_of(moment) + ONE_DAY))
    for opens, closes in reversed(windows):
        high = min(closes, moment)
        if opens < high:
            if amount <= high - opens:
                return high - amount
            amount -= high - opens
    raise BeyondFactsError(moment)


# -------------------------------------------------------------------------------------- deadlines


@dataclass(frozen=True)
class Choices:
    """The readings that move a day or an instant; the first option of each is the default."""

    cutoff_instant: str = "next-day"  # | same-day
    reaction_day_end: str = "closing-time"  # | midnight
    registered_on_day_off: str = "next-business-day"  # | as-if-next-opening
    before_opening: str = "same-day"  # | as-at-opening
    day_count_start: str = "day-after"  # | same-day
    period_end: str = "closing-time"  # | midnight
    silence_end: str = "midnight"  # | closing-time
    silence_out_of_hours: str = "as-entered"  # | as-at-next-opening


DEFAULT = Choices()


def closing_of(desk: Desk, day: date) -> datetime:
    """Return the last closing of a business day."""
    *_, (_, end) = desk.bounds(day)
    return end


def reaction_due(
    desk: Desk, registered: datetime, *, cutoff: time = NOON, choices: Choices = DEFAULT
) -> datetime:
    """
    4.3: the current business day if registered before the cut-off, else the next business day.

    The day ends when the desk closes (1.1), or at midnight where that is chosen.
    """
    wall = shown(desk.zone, registered)
    day, clock = wall.date(), wall.time()
    if not desk.is_business_day(day):
        day = add_business_days(desk, day, 1)
        if choices.registered_on_day_off == "as-if-next-opening":
            day = judged_by_cutoff(desk, day, min(desk.hours(day))[0], cutoff, choices)
    else:
        if choices.before_opening == "as-at-opening":
            clock = max(clock, min(desk.hours(day))[0])
        day = judged_by_cutoff(desk, day, clock, cutoff, choices)
    if choices.reaction_day_end == "midnight":
        return end_of_day(desk.zone, day)
    return closing_of(desk, day)


def judged_by_cutoff(desk: Desk, day: date, clock: time, cutoff: time, choices: Choices) -> date:
    """Return the day itself or the next business day, by the clock of a business day."""
    at_cutoff_is_early = choices.cutoff_instant == "same-day"
    early = clock < cutoff or (clock == cutoff and at_cutoff_is_early)
    return day if early else add_business_days(desk, day, 1)


def last_day_of_period(desk: Desk, event: datetime, length: int, choices: Choices) -> date:
    """Return business day number ``length``, the day after the event being the first to count."""
    day = desk.day_of(event)
    if choices.day_count_start == "same-day" and desk.is_business_day(day):
        return add_business_days(desk, day, length - 1)
    return add_business_days(desk, day, length)


def replacement_search_due(
    desk: Desk, registered: datetime, *, length: int = 60, choices: Choices = DEFAULT
) -> datetime:
    """4.4: the end of the sixtieth business day from registration."""
    day = last_day_of_period(desk, registered, length, choices)
    if choices.period_end == "midnight":
        return end_of_day(desk.zone, day)
    return closing_of(desk, day)


def automatic_closing_at(
    desk: Desk, asked: datetime, *, length: int = 3, choices: Choices = DEFAULT
) -> datetime:
    """4.11: the end of the third business day of silence after the question."""
    if choices.silence_out_of_hours == "as-at-next-opening":
        asked = next_opening(desk, asked)
    day = last_day_of_period(desk, asked, length, choices)
    if choices.silence_end == "closing-time":
        return closing_of(desk, day)
    return end_of_day(desk.zone, day)
