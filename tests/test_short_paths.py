"""
What is computed once and kept answers as the sums do that it was made from.

The first question about a reaction is answered by the sums themselves; from the second on, tables
answer. The tables of a calendar for moments are laid at its first question about one.
"""

from __future__ import annotations

import warnings
from datetime import UTC, date, datetime, time
from inspect import signature
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given

from slarules import (
    Agreement,
    CalendarRangeError,
    Category,
    Deadline,
    Incident,
    ProjectedCalendarWarning,
    Readings,
    Verdict,
    WrongTypeError,
    standard_support,
)
from slarules.parameters import STANDARD
from slarules.record import Record, maker
from tests.proves import proves
from tests.strategies import calendar_of
from tests.test_deadlines_properties import (
    agreement_of,
    choices_of_readings,
    cutoffs,
    desk_and_moment,
    official_moments,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from slarules import BusinessCalendar
    from tests.oracles.walk import Choices, Desk

MOSCOW = ZoneInfo("Europe/Moscow")


def answers(ask: Callable[[datetime], datetime], *moments: datetime) -> set[object]:
    """Return the answers about each moment: an instant and its clock, a refusal, a warning."""
    found: set[object] = set()
    for moment in moments:
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            try:
                due = ask(moment)
            except CalendarRangeError:
                found.add("out of range")
            else:
                found.add((due.astimezone(UTC), due.tzinfo, due.fold, len(said)))
    return found


class TestReaction:
    """4.3 The same moment is due however often, and on whatever clock, one asks."""

    @proves("4.3", kills="late-is-due-as-early")
    @given(desk_and_moment(), choices_of_readings, cutoffs)
    def test_the_tables_say_what_the_sums_do(
        self, case: tuple[Desk, datetime], choices: Choices, cutoff: time
    ) -> None:
        desk, moment = case
        agreement = agreement_of(desk, choices, cutoff=cutoff)
        on_clocks = (moment.astimezone(UTC), moment.astimezone(desk.zone), moment)
        first = answers(agreement.reaction_due, moment)
        assert answers(agreement.reaction_due, *on_clocks, *on_clocks) == first

    @proves("4.3", kills="late-is-due-as-early")
    @given(official_moments)
    @example(datetime(2014, 10, 25, 21, 30, tzinfo=UTC))  # the first 01:30 of 26 October
    @example(datetime(2014, 10, 25, 22, 30, tzinfo=UTC))  # the second
    @example(datetime(2014, 10, 26, 20, 59, 59, tzinfo=UTC))  # the clock no longer shifts after it
    @example(datetime(2010, 10, 30, 22, 30, tzinfo=UTC))
    def test_utc_and_moscow_are_one(self, registered: datetime) -> None:
        support = standard_support()
        written = (registered, registered.astimezone(UTC), registered.astimezone(MOSCOW))
        assert len(answers(support.reaction_due, *written)) == 1
        reasoned = support.reaction_deadline(registered, Category.B)
        assert support.reaction_due(registered.astimezone(UTC)) == reasoned.due  # type: ignore[union-attr]


def after_2027() -> Agreement:
    """Return an agreement nobody has asked yet, of which nothing is decreed after 2026."""
    support = standard_support()
    calendar = type(support.calendar)(
        zone=MOSCOW,
        week=STANDARD.week,
        first=date(2026, 1, 1),
        last=date(2027, 12, 31),
        decreed_through=date(2026, 12, 31),
    )
    return Agreement(calendar=calendar, readings=Readings(), parameters=STANDARD)


class TestProjectedDays:
    """A day no act has settled is in no table, and an answer that rests on it says so each time."""

    def test_a_reaction_due_on_one_warns_every_time(self) -> None:
        agreement = after_2027()
        thu_2026_12_31 = datetime(2026, 12, 31, 15, tzinfo=MOSCOW)
        for _ in range(4):
            with warnings.catch_warnings(record=True) as said:
                warnings.simplefilter("always")
                agreement.reaction_due(thu_2026_12_31)
            assert [one.category for one in said] == [ProjectedCalendarWarning]

    def test_asking_about_days_warns_every_time(self) -> None:
        calendar = after_2027().calendar
        fri_2027_01_01 = date(2027, 1, 1)
        asks: tuple[Callable[[BusinessCalendar], object], ...] = (
            lambda calendar: calendar.is_business_day(fri_2027_01_01),
            lambda calendar: calendar.add_business_days(date(2026, 12, 30), 5),
            lambda calendar: calendar.business_days_between(date(2026, 12, 30), fri_2027_01_01),
        )
        for ask in asks:
            for _ in range(3):
                with warnings.catch_warnings(record=True) as said:
                    warnings.simplefilter("always")
                    ask(calendar)
                assert [one.category for one in said] == [ProjectedCalendarWarning]


class TestDays:
    """1.1 A calendar of which no day is decreed has nothing to keep, and answers all the same."""

    @proves("1.1", kills="the-day-itself-counts")
    @given(desk_and_moment())
    def test_nothing_decreed_and_all_decreed_agree(self, case: tuple[Desk, datetime]) -> None:
        desk, moment = case
        day = moment.astimezone(desk.zone).date()
        all_decreed = calendar_of(desk)
        none_decreed = calendar_of(desk, decreed_through=date(1990, 1, 1))
        for _ in range(2):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", ProjectedCalendarWarning)
                assert all_decreed.is_business_day(day) == none_decreed.is_business_day(day)
                for n in (-1, 1, 3):
                    assert _added(all_decreed, day, n) == _added(none_decreed, day, n)


class TestRefusals:
    """What is no day, or no number, is refused on the short path too."""

    CALENDAR = standard_support().calendar
    MON_2026_11_23 = date(2026, 11, 23)

    @pytest.mark.parametrize("n", [True, 1.0, "1", None])
    def test_only_a_whole_number_of_days_is_counted(self, n: object) -> None:
        with pytest.raises(WrongTypeError):
            self.CALENDAR.add_business_days(self.MON_2026_11_23, n)  # type: ignore[arg-type]

    @pytest.mark.parametrize("day", [datetime(2026, 11, 23, tzinfo=MOSCOW), "2026-11-23", None])
    def test_only_a_day_is_one(self, day: object) -> None:
        asks: tuple[Callable[[Any], object], ...] = (
            self.CALENDAR.is_business_day,
            lambda day: self.CALENDAR.add_business_days(day, 1),
            lambda day: self.CALENDAR.business_days_between(day, self.MON_2026_11_23),
            lambda day: self.CALENDAR.business_days_between(self.MON_2026_11_23, day),
        )
        for ask in asks:
            with pytest.raises(WrongTypeError):
                ask(day)


class Weight(Record):
    """A record that refuses."""

    what: str
    grams: int = 1

    def _check(self) -> None:
        if self.grams < 0:
            message = "no weight"
            raise ValueError(message)


class Pair(Record, kw_only=False):
    """A record whose fields are given by position."""

    left: str
    right: str = "right"


class TestMakers:
    """A maker makes what calling the class makes, and refuses what it refuses."""

    def test_it_makes_the_same_record(self) -> None:
        made = maker(Weight)(what="a stone", grams=3)
        assert type(made) is Weight
        assert made == Weight(what="a stone", grams=3)
        assert maker(Weight)(what="a feather") == Weight(what="a feather")
        assert maker(Pair)("left") == Pair("left", "right")

    def test_it_refuses_the_same_arguments(self) -> None:
        make: Any = maker(Weight)
        with pytest.raises(ValueError, match="no weight"):
            make(what="a hole", grams=-1)
        for arguments, named in ((("a stone",), {}), ((), {}), ((), {"what": "a", "colour": "b"})):
            with pytest.raises(TypeError):
                make(*arguments, **named)

    @pytest.mark.parametrize("cls", [Verdict, Deadline, Weight, Pair, Incident])
    def test_it_takes_the_same_arguments(self, cls: type[Record]) -> None:
        assert signature(maker(cls)).parameters.keys() == signature(cls).parameters.keys()
        kinds = [
            [one.kind for one in signature(call).parameters.values()] for call in (maker(cls), cls)
        ]
        assert kinds[0] == kinds[1]


def _added(calendar: BusinessCalendar, day: date, n: int) -> date | None:
    try:
        return calendar.add_business_days(day, n)
    except CalendarRangeError:
        return None
