"""1.1: what a calendar refuses, in what words, and that the refusal carries what was given."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from slarules.calendar import BusinessCalendar, Decree
from slarules.days import DayKind, SpecialDay
from slarules.errors import (
    CalendarFactsError,
    CalendarLengthError,
    CalendarRangeError,
    NaiveDatetimeError,
    ServiceHoursError,
    SlaRulesError,
    SpanError,
    UnknownZoneError,
    WrongTypeError,
)
from slarules.parameters import Interval, same_hours
from slarules.spans import Span
from tests.calendars import MOSCOW, TEN_TO_SEVEN, moscow, small

if TYPE_CHECKING:
    from collections.abc import Callable

SUN_2026_11_01 = date(2026, 11, 1)  # the first day of the small calendar
MON_2026_11_02 = date(2026, 11, 2)
SUN_2026_11_15 = date(2026, 11, 15)
SAT_2026_11_21 = date(2026, 11, 21)
MON_2026_11_23 = date(2026, 11, 23)
TUE_2026_11_24 = date(2026, 11, 24)
MON_2026_11_30 = date(2026, 11, 30)  # the last one
TUE_2026_12_01 = date(2026, 12, 1)
KNOWN: Final = (SUN_2026_11_01, MON_2026_11_30)
NOON: Final = moscow(MON_2026_11_23, 12)
NAIVE: Final = datetime(2026, 11, 23, 12)
TEN_TO_TWO, ONE_TO_SEVEN = Interval(time(10), time(14)), Interval(time(13), time(19))

GIVE_ONCE: Final = "give each day once, inside the range, either as a day off or as a working day"
LONGER: Final = "build a calendar over a longer range, or check the date"
RANGE: Final = f"outside the calendar: known days run from 2026-11-01 to 2026-11-30; {LONGER}"
KIND: Final = "give a value of the kind asked for"
anything: Any = object()
"""What a type checker would refuse."""


def half_decreed() -> BusinessCalendar:
    """Return November 2026, of which the first half is settled."""
    return small(decreed_through=SUN_2026_11_15)


REFUSED: tuple[tuple[Callable[[], object], type[SlaRulesError], tuple[object, ...], str], ...] = (
    # ---- facts
    (
        lambda: small(last=date(2026, 10, 31)),
        CalendarFactsError,
        ("the range ends before it starts", "2026-11-01 … 2026-10-31"),
        f"the range ends before it starts: 2026-11-01 … 2026-10-31; {GIVE_ONCE}",
    ),
    (
        lambda: small(first=date(2000, 1, 1), last=date(2400, 1, 1)),
        CalendarLengthError,
        (date(2000, 1, 1), date(2400, 1, 1), 146_097),
        (
            "a calendar from 2000-01-01 through 2400-01-01 has more than 146097 days; declare the "
            "years that are asked about"
        ),
    ),
    (
        lambda: small(zone="Europe/Moskow"),
        UnknownZoneError,
        ("Europe/Moskow",),
        "unknown zone 'Europe/Moskow'; use a name of the zone database, such as Europe/Moscow",
    ),
    (
        lambda: small(week=same_hours(5, TEN_TO_SEVEN)[:5]),
        CalendarFactsError,
        ("a week has seven days of hours", 5),
        f"a week has seven days of hours: 5; {GIVE_ONCE}",
    ),
    (
        lambda: small(days_off=["2026-11-23"]),
        WrongTypeError,
        ("a day of the calendar", "a date", "2026-11-23"),
        f"a day of the calendar must be a date, not str '2026-11-23'; {KIND}",
    ),
    (
        lambda: small(working_days=[NAIVE]),
        WrongTypeError,
        ("a day of the calendar", "a date", NAIVE),
        f"a day of the calendar must be a date, not datetime {NAIVE!r}; {KIND}",
    ),
    (
        lambda: small(working_days=[TUE_2026_12_01]),
        CalendarFactsError,
        ("a day outside 2026-11-01 … 2026-11-30", TUE_2026_12_01),
        f"a day outside 2026-11-01 … 2026-11-30: 2026-12-01; {GIVE_ONCE}",
    ),
    (
        lambda: small(hours_on={TUE_2026_12_01: (TEN_TO_SEVEN,)}),
        CalendarFactsError,
        ("hours outside 2026-11-01 … 2026-11-30", TUE_2026_12_01),
        f"hours outside 2026-11-01 … 2026-11-30: 2026-12-01; {GIVE_ONCE}",
    ),
    (
        lambda: small(
            days_off=[TUE_2026_11_24, MON_2026_11_23, MON_2026_11_02],
            working_days=[MON_2026_11_23, TUE_2026_11_24],
        ),
        CalendarFactsError,
        ("days given twice", "2026-11-23, 2026-11-24"),
        f"days given twice: 2026-11-23, 2026-11-24; {GIVE_ONCE}",
    ),
    (
        lambda: small(week=same_hours(0), working_days=[TUE_2026_11_24, MON_2026_11_23]),
        CalendarFactsError,
        ("a week without hours has none to lend to", MON_2026_11_23),
        f"a week without hours has none to lend to: 2026-11-23; {GIVE_ONCE}",
    ),
    (
        lambda: small(hours_on={MON_2026_11_23: (TEN_TO_TWO, ONE_TO_SEVEN)}),
        ServiceHoursError,
        ("the intervals of 2026-11-23 overlap", "10:00–14:00 and 13:00–19:00"),
        (
            "the intervals of 2026-11-23 overlap: 10:00–14:00 and 13:00–19:00; give intervals that "
            "open before they close and do not overlap; 24:00 is time(0)"
        ),
    ),
    # ---- decrees
    (
        lambda: half_decreed().with_decree(
            Decree(
                through=MON_2026_11_30,
                days_off=(MON_2026_11_02,),
                working_days=(SpecialDay(SUN_2026_11_15, DayKind.WORKED_WEEKEND, off=False),),
            )
        ),
        CalendarFactsError,
        (
            "a decree settles days after 2026-11-15 through 2026-11-30 only",
            "2026-11-02, 2026-11-15",
        ),
        "a decree settles days after 2026-11-15 through 2026-11-30 only: 2026-11-02, 2026-11-15; "
        + GIVE_ONCE,
    ),
    (
        lambda: half_decreed().with_decree(Decree(through=SUN_2026_11_15)),
        CalendarFactsError,
        ("a decree settles days after 2026-11-15 through 2026-11-15 only", SUN_2026_11_15),
        f"a decree settles days after 2026-11-15 through 2026-11-15 only: 2026-11-15; {GIVE_ONCE}",
    ),
    # ---- questions about days
    (
        lambda: small().is_business_day(TUE_2026_12_01),
        CalendarRangeError,
        (TUE_2026_12_01, *KNOWN),
        f"2026-12-01 is {RANGE}",
    ),
    (
        lambda: small().add_business_days(MON_2026_11_23, 9),
        CalendarRangeError,
        ("2026-11-23 +9 business days", *KNOWN),
        f"2026-11-23 +9 business days is {RANGE}",
    ),
    (
        lambda: small().add_business_days(MON_2026_11_02, -1),
        CalendarRangeError,
        ("2026-11-02 -1 business days", *KNOWN),
        f"2026-11-02 -1 business days is {RANGE}",
    ),
    (
        lambda: small().add_business_days(MON_2026_11_23, True),  # noqa: FBT003 - what is refused
        WrongTypeError,
        ("a number of business days", "a whole number", True),
        f"a number of business days must be a whole number, not bool True; {KIND}",
    ),
    (
        lambda: small().opening_on(SAT_2026_11_21),
        CalendarFactsError,
        ("a day off has no service hours", SAT_2026_11_21),
        f"a day off has no service hours: 2026-11-21; {GIVE_ONCE}",
    ),
    # ---- questions about moments
    (
        lambda: small().is_open(moscow(TUE_2026_12_01, 0)),
        CalendarRangeError,
        ("2026-12-01T00:00:00+03:00", *KNOWN),
        f"2026-12-01T00:00:00+03:00 is {RANGE}",
    ),
    (
        lambda: small().next_opening(moscow(MON_2026_11_30, 19)),
        CalendarRangeError,
        ("the next opening after 2026-11-30T19:00:00+03:00", *KNOWN),
        f"the next opening after 2026-11-30T19:00:00+03:00 is {RANGE}",
    ),
    (
        lambda: small().next_closing(moscow(MON_2026_11_30, 19)),
        CalendarRangeError,
        ("the next closing after 2026-11-30T19:00:00+03:00", *KNOWN),
        f"the next closing after 2026-11-30T19:00:00+03:00 is {RANGE}",
    ),
    (
        lambda: small().add_business_time(NOON, timedelta(days=7)),
        CalendarRangeError,
        ("2026-11-23T12:00:00+03:00 + 7 days, 0:00:00", *KNOWN),
        f"2026-11-23T12:00:00+03:00 + 7 days, 0:00:00 is {RANGE}",
    ),
    (
        lambda: small().spend(NOON, timedelta(days=7)),
        CalendarRangeError,
        ("2026-11-23T12:00:00+03:00 + 7 days, 0:00:00", *KNOWN),
        f"2026-11-23T12:00:00+03:00 + 7 days, 0:00:00 is {RANGE}",
    ),
    (
        lambda: small().add_business_time(NOON, anything),
        WrongTypeError,
        ("an amount of business time", "a timedelta", anything),
        f"an amount of business time must be a timedelta, not object {anything!r}; {KIND}",
    ),
    # ---- spans
    (
        lambda: Span(NAIVE, NOON),
        NaiveDatetimeError,
        (NAIVE, "the start of a span"),
        (
            "the start of a span 2026-11-23T12:00:00 has no time zone; say whose clock it is: "
            "moment.replace(tzinfo=ZoneInfo('Europe/Moscow'))"
        ),
    ),
    (
        lambda: Span(NOON, NAIVE),
        NaiveDatetimeError,
        (NAIVE, "the end of a span"),
        (
            "the end of a span 2026-11-23T12:00:00 has no time zone; say whose clock it is: "
            "moment.replace(tzinfo=ZoneInfo('Europe/Moscow'))"
        ),
    ),
    (
        lambda: Span(NOON, moscow(MON_2026_11_23, 11)),
        SpanError,
        (NOON, moscow(MON_2026_11_23, 11)),
        (
            "the span ends at 2026-11-23T11:00:00+03:00, before it starts at "
            "2026-11-23T12:00:00+03:00; give the start first"
        ),
    ),
)


class TestRefusals:
    """1.1 Each refusal says what was asked, what is known and what to do."""

    @pytest.mark.parametrize(("ask", "error", "args", "message"), REFUSED)
    def test_is_in_these_words_and_carries_what_was_given(
        self,
        ask: Callable[[], object],
        error: type[SlaRulesError],
        args: tuple[object, ...],
        message: str,
    ) -> None:
        with pytest.raises(error) as refused:
            ask()
        assert refused.value.args == args
        assert str(refused.value) == message

    @pytest.mark.parametrize(
        ("place", "weekday"),
        [
            *enumerate(
                ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
            )
        ],
    )
    def test_hours_that_overlap_name_their_weekday(self, place: int, weekday: str) -> None:
        week = [(TEN_TO_SEVEN,)] * 7
        week[place] = (TEN_TO_TWO, ONE_TO_SEVEN)  # type: ignore[assignment]
        with pytest.raises(ServiceHoursError) as refused:
            small(week=tuple(week))
        assert refused.value.args == (
            f"the intervals of {weekday} overlap",
            "10:00–14:00 and 13:00–19:00",
        )

    @pytest.mark.parametrize(
        "ask",
        [
            lambda calendar: calendar.is_open(NAIVE),
            lambda calendar: calendar.next_opening(NAIVE),
            lambda calendar: calendar.next_closing(NAIVE),
            lambda calendar: calendar.business_seconds_between(NAIVE, NAIVE),
            lambda calendar: calendar.business_time_between(NAIVE, NAIVE),
            lambda calendar: calendar.spend(NAIVE, timedelta(hours=1)),
        ],
    )
    def test_a_naive_moment_is_refused_by_a_calendar_that_nothing_was_asked_of(
        self, ask: Callable[[BusinessCalendar], object]
    ) -> None:
        with pytest.raises(NaiveDatetimeError) as refused:
            ask(small())
        assert refused.value.args == (NAIVE, "a moment")

    def test_nothing_can_be_set_or_deleted_and_the_message_says_what_to_do(self) -> None:
        calendar = small()
        for name in ("zone", "first"):
            with pytest.raises(AttributeError) as refused:
                setattr(calendar, name, None)
            assert str(refused.value) == (
                f"a calendar is immutable: {name} cannot be set; build another one"
            )
            with pytest.raises(AttributeError) as refused:
                delattr(calendar, name)
            assert str(refused.value) == (
                f"a calendar is immutable: {name} cannot be deleted; build another one"
            )
        assert (calendar.zone, calendar.first) == (MOSCOW, SUN_2026_11_01)
