"""
1.1 and 4.3 asked of every minute, and wherever an answer turns, under every reading.

What is expected comes from ``tests.oracles.sweep``.
"""

from __future__ import annotations

import warnings
from datetime import UTC, datetime, time, timedelta
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Final

from slarules.agreement import standard_support
from slarules.deadlines import Deadline
from slarules.errors import ProjectedCalendarWarning
from slarules.parameters import STANDARD
from slarules.readings import SWITCHES, Readings
from tests.exhaustion.found import Found
from tests.oracles.sweep import Sweep, civil_days_before
from tests.oracles.walk import NOON, Choices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from slarules.agreement import Agreement
    from tests.oracles.sweep import SweptDay

MICROSECOND: Final = timedelta(microseconds=1)
NINE: Final = time(9)
"""A cut-off agreed before the opening: only there do two switches of 4.3 act."""

CALENDARS: Final = ("", "decree-days", "short-days", "decree-days short-days")
"""Which switches of 1.1 that make the calendar are read the other way."""

Chosen = tuple[str, ...]
"""Readings, written ``switch=option``."""


def near(
    swept: SweptDay, call: Callable[[datetime], datetime]
) -> Callable[[datetime], datetime | None]:
    """Return the call; near the end of the list, with None for what rests on no act."""
    if swept.next(2) is not None:
        return call

    def or_none(moment: datetime) -> datetime | None:
        with warnings.catch_warnings():
            warnings.simplefilter("error", ProjectedCalendarWarning)
            try:
                return call(moment)
            except ProjectedCalendarWarning:
                return None

    return or_none


# ----------------------------------------------------------------------------------- the readings


def combinations(*switches: str) -> list[Chosen]:
    """Return every combination of the options of these switches."""
    options = ([f"{name}={option.value}" for option in SWITCHES[name]] for name in switches)
    return [*product(*options)]


REACTION: Final = combinations(
    "cutoff-instant", "reaction-day-end", "registered-on-day-off", "before-opening"
)
REPLACEMENT: Final = combinations("day-count-start", "period-end")
SILENCE: Final = combinations("day-count-start", "silence-end", "silence-out-of-hours")
ACTING: Final = {
    choice.partition("=")[0] for chosen in (*REACTION, *REPLACEMENT, *SILENCE) for choice in chosen
} | {"decree-days", "short-days"}
"""The switches that move a moment of 1.1, 4.3, 4.4 or 4.11 with nothing but its event given."""
OTHERS: Final = [
    (f"{switch}={option.value}",)
    for switch, options in SWITCHES.items()
    for option in [*options][1:]
    if switch not in ACTING
]
"""Every other option of every switch that moves none of them."""


@cache
def choices_of(chosen: Chosen) -> Choices:
    """Return the readings as the oracle takes them."""
    named = (choice.partition("=") for choice in chosen)
    return Choices(**{switch.replace("-", "_"): option for switch, _, option in named})


@cache
def agreement_of(chosen: Chosen, calendar: str = "", cutoff: time = NOON) -> Agreement:
    """Return the agreement under these readings, asked often enough for its tables to be laid."""
    turned = [f"{name}={[*SWITCHES[name]][1].value}" for name in calendar.split()]
    found = standard_support(
        readings=Readings.of([*chosen, *turned]), parameters=STANDARD.replace(cutoff=cutoff)
    )
    for _ in range(3):
        found.reaction_due(datetime(2020, 1, 9, tzinfo=UTC))
    return found


# ---------------------------------------------------------------------------------- the questions

Days = dict[str, "SweptDay"]
"""One day, as each of the calendars has it."""


def minutes(found: Found, days: Days) -> None:
    """Ask about every minute of the day, on Moscow's clock; by default in UTC, too."""
    for calendar, swept in days.items():
        civil, desk = swept.civil, agreement_of((), calendar).calendar
        found.ask("is_open, minutes", desk.is_open, civil.wall, swept.open)
        found.ask(
            "next_opening, minutes", near(swept, desk.next_opening), civil.wall, swept.opening
        )
        for chosen in REACTION:
            due = near(swept, agreement_of(chosen, calendar).reaction_due)
            verge = swept.reaction(choices_of(chosen))
            found.ask("reaction_due, minutes", due, civil.wall, verge.all(civil.clocks))
    swept = days[""]
    civil, agreement = swept.civil, agreement_of(())
    desk = agreement.calendar
    found.ask("is_open, minutes in UTC", desk.is_open, civil.utc, swept.open)
    ask = near(swept, desk.next_opening)
    found.ask("next_opening, minutes in UTC", ask, civil.utc, swept.opening)
    ask = near(swept, agreement.reaction_due)
    found.ask("reaction_due, minutes in UTC", ask, civil.utc, swept.reaction().all(civil.clocks))


def turns(found: Found, days: Days) -> None:
    """Ask about every instant at which something turns, and a microsecond to either side."""
    for calendar, swept in days.items():
        moments = turning(swept, NOON)
        clocks = [moment.time() for moment in moments]
        desk = agreement_of((), calendar).calendar
        states = [is_open(swept, moment) for moment in moments]
        found.ask("is_open, turns", desk.is_open, moments, states)
        openings = [opening(swept, moment) for moment in moments]
        found.ask("next_opening, turns", near(swept, desk.next_opening), moments, openings)
        for chosen in REACTION:
            due = near(swept, agreement_of(chosen, calendar).reaction_due)
            expected = [*map(swept.reaction(choices_of(chosen)).at, clocks)]
            found.ask("reaction_due, turns", due, moments, expected)
            on_utc = [moment.astimezone(UTC) for moment in moments]
            found.ask("reaction_due, turns in UTC", due, on_utc, expected)


def turns_of_an_early_cutoff(found: Found, days: Days) -> None:
    """Ask the same where 9:00 was agreed for the cut-off, before the opening."""
    for calendar in ("", "decree-days"):
        swept = days[calendar]
        moments = turning(swept, NINE)
        clocks = [moment.time() for moment in moments]
        for chosen in REACTION:
            due = near(swept, agreement_of(chosen, calendar, NINE).reaction_due)
            expected = [*map(swept.reaction(choices_of(chosen), NINE).at, clocks)]
            found.ask("reaction_due, turns, cut-off 9:00", due, moments, expected)


def turns_of_other_readings(found: Found, days: Days) -> None:
    """Ask the same under the readings of other paragraphs: nothing moves."""
    swept = days[""]
    moments = turning(swept, NOON)
    expected = [*map(swept.reaction().at, (moment.time() for moment in moments))]
    for chosen in OTHERS:
        due = near(swept, agreement_of(chosen).reaction_due)
        found.ask("reaction_due, turns, other readings", due, moments, expected)


def turns_of_periods(found: Found, days: Days) -> None:
    """Ask when sixty and three days end that begin as something turns (1.1 ends them, too)."""
    for calendar, swept in days.items():
        moments = [swept.civil.wall[0], swept.civil.over - MICROSECOND]
        if swept.own is not None:
            moments[1:1] = [swept.own.closes - MICROSECOND, swept.own.closes]
        for chosen in REPLACEMENT:
            ask = agreement_of(chosen, calendar).replacement_search_deadline
            expected = [swept.replacement(choices_of(chosen))] * len(moments)
            found.ask("replacement_search_deadline, turns", settled(ask), moments, expected)
        for chosen in SILENCE:
            close = agreement_of(chosen, calendar).automatic_closing_deadline
            verge = swept.closing(choices_of(chosen))
            closings = [verge.at(moment.time()) for moment in moments]
            found.ask("automatic_closing_deadline, turns", settled(close), moments, closings)


def settled(ask: Callable[[datetime], object]) -> Callable[[datetime], datetime | None]:
    """Return the due moment of an answer; None where no act has settled a day it rests on."""

    def due(moment: datetime) -> datetime | None:
        answer = ask(moment)
        assert isinstance(answer, Deadline)
        return None if answer.provisional else answer.due

    return due


def turning(swept: SweptDay, cutoff: time) -> list[datetime]:
    """Return the instants of the day at which an answer can turn, and those beside them."""
    civil = swept.civil
    inner = {civil.wall[civil.clocks.index(cutoff)]}
    if swept.own is not None:
        inner |= {swept.own.opens, swept.own.closes}
    beside = (-MICROSECOND, timedelta(0), MICROSECOND)
    first, last = civil.wall[0], civil.over - MICROSECOND
    around = [moment + aside for moment in sorted(inner) for aside in beside]
    return [first, first + MICROSECOND, *around, last]


def is_open(swept: SweptDay, moment: datetime) -> bool:
    """Return whether the desk is open at an instant of the day."""
    return swept.own is not None and swept.own.opens <= moment < swept.own.closes


def opening(swept: SweptDay, moment: datetime) -> datetime | None:
    """Return the instant of the day itself if the desk is open, else its next opening."""
    if is_open(swept, moment):
        return moment
    if swept.own is not None and moment < swept.own.opens:
        return swept.own.opens
    following = swept.next(1)
    return None if following is None else following.opens


QUESTIONS: Final = (
    minutes,
    turns,
    turns_of_an_early_cutoff,
    turns_of_other_readings,
    turns_of_periods,
)


def ask_days(
    first: date, last: date, questions: Iterable[Callable[[Found, Days], None]] = QUESTIONS
) -> Found:
    """Ask the questions about every day from ``last`` back to ``first``."""
    found = Found()
    questions = tuple(questions)
    sweeps = {
        calendar: Sweep(
            decree_days_off="decree-days" in calendar, short_days="short-days" in calendar
        )
        for calendar in CALENDARS
    }
    for civil in civil_days_before(first, last):
        days = {calendar: swept.passes(civil) for calendar, swept in sweeps.items()}
        if civil.day <= last:
            for question in questions:
                question(found, days)
    return found
