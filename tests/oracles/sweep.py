"""
Years swept a minute at a time, from the last minute back to the first.

A third way to the answers of 1.1 and 4.3. ``walk`` starts from a moment and looks ahead for what it
needs; here one walk passes every minute in order, and what lies ahead of a minute was passed before
it and is carried along. The zone is asked one thing only: what its clock shows at an instant.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from tests.oracles.official import LAST, MOSCOW, official_days
from tests.oracles.walk import DEFAULT, NOON, ONE_DAY, ONE_MINUTE, Choices

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENS = time(10)
CLOSES = time(19)
CLOSES_EARLY = time(18)
AHEAD = 160
"""Days passed before the first that is told of: enough for sixty business days in any year."""
SILENCE = 3
SIXTY = 60


class CivilDay(NamedTuple):
    """The minutes between two midnights of Moscow, in order, on two clocks."""

    day: date
    utc: list[datetime]
    wall: list[datetime]
    clocks: list[time]
    """What the wall shows, the date left out."""
    over: datetime
    """The first minute of the next day."""


class Ends(NamedTuple):
    """A business day: when it opens, when it closes, and when it is over."""

    opens: datetime
    closes: datetime
    over: datetime


class Verge(NamedTuple):
    """What a day's clock decides: one answer before an hour of it, another from then on."""

    early: datetime | None
    late: datetime | None
    turn: time
    turn_is_early: bool

    def at(self, clock: time) -> datetime | None:
        """Return the answer at what the clock shows; None where it lies beyond the list."""
        is_early = clock < self.turn or (clock == self.turn and self.turn_is_early)
        return self.early if is_early else self.late

    def all(self, clocks: list[time]) -> list[datetime | None]:
        """Return the answer at each of them."""
        early, late, turn = self.early, self.late, self.turn
        if self.turn_is_early:
            return [early if clock <= turn else late for clock in clocks]
        return [early if clock < turn else late for clock in clocks]


class SweptDay(NamedTuple):
    """One day, and what of the days after it was carried to it."""

    civil: CivilDay
    open: list[bool]
    """Whether the desk is open, by the minute."""
    opening: list[datetime | None]
    """The minute itself if the desk is open, else the first open minute after; by the minute."""
    own: Ends | None
    """The day itself, if it is a business day."""
    ahead: list[Ends]
    """The business days after it, the nearest last."""

    def next(self, n: int) -> Ends | None:
        """Return the n-th business day after this day."""
        return self.ahead[-n] if n <= len(self.ahead) else None

    def reaction(self, choices: Choices = DEFAULT, cutoff: time = NOON) -> Verge:
        """4.3: this business day if registered before the cut-off, else the next one."""
        at_cutoff = choices.cutoff_instant == "same-day"
        if self.own is None:
            first, second = self.next(1), self.next(2)
            if choices.registered_on_day_off == "as-if-next-opening" and first is not None:
                opens = first.opens.time()
                if not (opens < cutoff or (opens == cutoff and at_cutoff)):
                    first = second
            due = end(first, choices.reaction_day_end)
            return Verge(due, due, NOON, turn_is_early=False)
        early = end(self.own, choices.reaction_day_end)
        late = end(self.next(1), choices.reaction_day_end)
        if choices.before_opening == "as-at-opening":
            opens = self.own.opens.time()
            if not (opens < cutoff or (opens == cutoff and at_cutoff)):
                early = late  # the day opens too late for anything to be early
        return Verge(early, late, cutoff, turn_is_early=at_cutoff)

    def replacement(self, choices: Choices = DEFAULT) -> datetime | None:
        """4.4: the end of business day sixty, whatever the hour."""
        return end(self._day_number(SIXTY, choices), choices.period_end)

    def closing(self, choices: Choices = DEFAULT) -> Verge:
        """4.11: the end of the third business day of silence; what is asked too late may wait."""
        in_hours = end(self._day_number(SILENCE, choices), choices.silence_end)
        if choices.silence_out_of_hours == "as-entered":
            return Verge(in_hours, in_hours, NOON, turn_is_early=False)
        # Asked when the next business day opens: that day is day 1, or the day before it.
        n = SILENCE if choices.day_count_start == "same-day" else SILENCE + 1
        at_opening = end(self.next(n), choices.silence_end)
        if self.own is None:
            return Verge(at_opening, at_opening, NOON, turn_is_early=False)
        return Verge(in_hours, at_opening, self.own.closes.time(), turn_is_early=False)

    def _day_number(self, n: int, choices: Choices) -> Ends | None:
        """Return business day n of a period; the day of the event is day 1 where that is read."""
        if choices.day_count_start == "same-day" and self.own is not None:
            return self.next(n - 1)
        return self.next(n)


def end(day: Ends | None, how: str) -> datetime | None:
    """Return when a day ends as a term: at its closing, or at 24:00."""
    if day is None:
        return None
    return {"closing-time": day.closes, "midnight": day.over}[how]


def civil_days(first: date, last: date) -> Iterator[CivilDay]:
    """Yield the days backwards from ``last``, every minute of them passed one after another."""
    instant = datetime.combine(last + ONE_DAY, NOON, UTC)
    utc: list[datetime] = []
    wall: list[datetime] = []
    over: datetime | None = None  # as yet in the middle of a day
    while True:
        instant -= ONE_MINUTE
        shown = instant.astimezone(MOSCOW)
        if wall and shown.day != wall[-1].day:
            midnight = wall[-1]
            if over is not None:
                utc.reverse()
                wall.reverse()
                clocks = [minute.time() for minute in wall]
                yield CivilDay(midnight.date(), utc, wall, clocks, over)
            if midnight.date() == first:
                return
            over, utc, wall = midnight, [], []
        utc.append(instant)
        wall.append(shown)


class Sweep:
    """
    What the minutes of the days are told, the days given backwards, one after another.

    Args:
        decree_days_off: Presidential days are no business days.
        short_days: A shortened day ends at 18:00.
    """

    def __init__(self, *, decree_days_off: bool = False, short_days: bool = False) -> None:
        self.decree_days_off = decree_days_off
        self.short_days = short_days
        self.ahead: list[Ends] = []
        self.upcoming: datetime | None = None

    def passes(self, civil: CivilDay) -> SweptDay:
        """Pass the minutes of the day before those passed last."""
        row = official_days()[civil.day]
        states = [False] * len(civil.wall)
        openings = [self.upcoming] * len(civil.wall)
        own = None
        if row.working and not (self.decree_days_off and row.presidential):
            closes = CLOSES_EARLY if self.short_days and row.shortened else CLOSES
            closed_at: datetime | None = None
            later = civil.over
            for place in range(len(civil.wall) - 1, -1, -1):
                minute = civil.wall[place]
                if OPENS <= civil.clocks[place] < closes:
                    if closed_at is None:
                        closed_at = later
                    states[place] = True
                    self.upcoming = minute
                openings[place] = self.upcoming
                later = minute
            assert self.upcoming is not None
            assert closed_at is not None
            own = Ends(self.upcoming, closed_at, civil.over)
        swept = SweptDay(civil, states, openings, own, self.ahead)
        if own is not None:
            self.ahead = [*self.ahead[-SIXTY:], own]
        return swept


def civil_days_before(first: date, last: date) -> Iterator[CivilDay]:
    """Yield the days of the list back to ``first``, from far enough ahead of ``last``."""
    return civil_days(first, min(last + AHEAD * ONE_DAY, LAST))
