"""1.1: the calendar gives what walking gives, on any desk, at any moment, on anybody's clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from slarules.errors import CalendarRangeError
from slarules.spans import DayTest, Span, Without
from tests.oracles import walk
from tests.oracles.walk import BeyondFactsError, Desk
from tests.proves import proves
from tests.strategies import (
    calendar_of,
    caller_zones,
    days_of,
    desks,
    hours_of,
    moments_of,
    skipped_hours,
    week_of,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from slarules.calendar import BusinessCalendar

T = TypeVar("T")

ROUND_THE_CLOCK = ((time(0), time(0)),)
ANY_DAY = (ROUND_THE_CLOCK,) * 7

amounts = st.one_of(
    st.sampled_from([timedelta(0), timedelta(microseconds=1), timedelta(hours=9)]),
    st.timedeltas(timedelta(0), timedelta(days=40)),
    st.integers(0, 100).map(lambda hours: timedelta(hours=hours)),
)

gaps = st.timedeltas(timedelta(0), timedelta(days=2))
"""From a moment to another near enough for their order to matter."""


@st.composite
def desk_and_day(draw: st.DrawFn) -> tuple[Desk, date]:
    desk = draw(desks())
    return desk, draw(days_of(desk))


@st.composite
def desk_and_days(draw: st.DrawFn) -> tuple[Desk, date, date]:
    desk = draw(desks())
    return desk, draw(days_of(desk)), draw(days_of(desk))


@st.composite
def desk_and_moment(draw: st.DrawFn) -> tuple[Desk, datetime]:
    desk = draw(desks())
    return desk, draw(written(draw(moments_of(desk))))


@st.composite
def desk_and_moments(draw: st.DrawFn) -> tuple[Desk, datetime, datetime]:
    desk = draw(desks())
    first, second = draw(moments_of(desk)), draw(moments_of(desk))
    if draw(st.booleans()):  # on one clock, as a log has them
        zone = draw(st.sampled_from([desk.zone, UTC]))
        return desk, first.astimezone(zone), second.astimezone(zone)
    return desk, draw(written(first)), draw(written(second))


@st.composite
def spans_of(draw: st.DrawFn, desk: Desk) -> list[walk.Window]:
    """Return up to four spans, often from one edge of a day to another; they may overlap."""
    ends = st.tuples(moments_of(desk), moments_of(desk))
    spans = [(min(pair), max(pair)) for pair in draw(st.lists(ends, max_size=3))]
    day = draw(st.dates(desk.first + timedelta(days=5), desk.last - timedelta(days=20)))
    windows = list(desk.all_windows(day, day + timedelta(days=9)))
    if draw(st.booleans()) and windows:  # exactly from an opening to a closing
        spans.append((windows[0][0], draw(st.sampled_from(windows))[1]))
    return spans


def without(spans: list[walk.Window], test: DayTest = DayTest.COVERS) -> Without:
    return Without(spans=tuple(Span(start, end) for start, end in spans), test=test)


def utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def or_beyond(ask: Callable[[], T]) -> T | None:
    """Return what the oracle says, None where it leaves the known days."""
    try:
        return ask()
    except BeyondFactsError:
        return None


def assert_shows(found: datetime, expected: datetime, calendar: BusinessCalendar) -> None:
    """Both are one instant, and it is written as the calendar's own clock shows it."""
    assert found.tzinfo is calendar.zone
    there = expected.astimezone(calendar.zone)
    assert utc(found) == utc(expected)
    assert (found.replace(tzinfo=None), found.fold) == (there.replace(tzinfo=None), there.fold)


class TestDays:
    """1.1 The desk works on business days."""

    @proves("1.1", kills="days-off-worked")
    @given(desk_and_day())
    def test_a_day_is_a_business_day_when_it_has_hours(self, case: tuple[Desk, date]) -> None:
        desk, day = case
        assert calendar_of(desk).is_business_day(day) is desk.is_business_day(day)

    @proves("1.1", kills="the-day-itself-counts")
    @given(desk_and_day(), st.integers(-400, 400))
    def test_adding_days_is_walking_them(self, case: tuple[Desk, date], n: int) -> None:
        desk, day = case
        calendar = calendar_of(desk)
        expected = or_beyond(lambda: walk.add_business_days(desk, day, n))
        if expected is None:
            with pytest.raises(CalendarRangeError):
                calendar.add_business_days(day, n)
        else:
            assert calendar.add_business_days(day, n) == expected

    @proves("1.1", kills="both-ends-count")
    @given(desk_and_days())
    def test_days_between_are_counted_after_the_start_through_the_end(
        self, case: tuple[Desk, date, date]
    ) -> None:
        desk, start, end = case
        expected = walk.business_days_between(desk, start, end)
        assert calendar_of(desk).business_days_between(start, end) == expected

    @proves("1.1", kills="the-day-itself-counts both-ends-count")
    @given(desk_and_day(), st.integers(1, 200))
    def test_as_many_days_lie_between_as_were_added(self, case: tuple[Desk, date], n: int) -> None:
        desk, day = case
        calendar = calendar_of(desk)
        try:
            later = calendar.add_business_days(day, n)
        except CalendarRangeError:
            return
        assert calendar.business_days_between(day, later) == n
        assert calendar.business_days_between(later, day) == -n
        assert calendar.is_business_day(later)

    @proves("1.1", kills="the-day-itself-counts")
    @given(desk_and_day(), st.integers(1, 60), st.integers(1, 60))
    def test_days_added_in_two_steps_are_days_added_at_once(
        self, case: tuple[Desk, date], m: int, n: int
    ) -> None:
        desk, day = case
        calendar = calendar_of(desk)
        for sign in (1, -1):
            try:
                at_once = calendar.add_business_days(day, sign * (m + n))
            except CalendarRangeError:
                continue
            step = calendar.add_business_days(day, sign * m)
            assert calendar.add_business_days(step, sign * n) == at_once

    @proves("3.1", "4.11", kills="span-takes-no-day")
    @given(st.data(), st.integers(-60, 60))
    def test_days_a_span_takes_are_walked_past(self, data: st.DataObject, n: int) -> None:
        """4.11: outages take days they touch; pauses take days they cover."""
        desk = data.draw(desks())
        day, spans = data.draw(days_of(desk)), data.draw(spans_of(desk))
        test = data.draw(st.sampled_from(DayTest))
        # Whether anything can touch hours that the clock skipped whole is not worth an answer.
        assume(test is DayTest.COVERS or not any(skipped_hours(desk)))
        taken = {DayTest.COVERS: walk.covered, DayTest.TOUCHES: walk.touched}[test]
        calendar, out = calendar_of(desk), without(spans, test)
        expected = or_beyond(
            lambda: walk.add_business_days(
                desk, day, n, left_out=lambda one: taken(desk, one, spans)
            )
        )
        if expected is None:
            with pytest.raises(CalendarRangeError):
                calendar.add_business_days(day, n, without=out)
        else:
            assert calendar.add_business_days(day, n, without=out) == expected


class TestHours:
    """1.1 The desk is open from its opening up to, and not at, its closing."""

    @proves("1.1", kills="closing-is-open callers-clock-counts")
    @given(desk_and_moment())
    def test_open_is_what_some_window_says(self, case: tuple[Desk, datetime]) -> None:
        desk, moment = case
        assert calendar_of(desk).is_open(moment) is walk.is_open(desk, utc(moment))

    @proves("1.1", kills="early-on-a-business-day-is-late")
    @given(desk_and_moment())
    def test_the_next_opening_is_the_moment_or_the_first_one_after(
        self, case: tuple[Desk, datetime]
    ) -> None:
        desk, moment = case
        calendar = calendar_of(desk)
        expected = or_beyond(lambda: walk.next_opening(desk, utc(moment)))
        if expected is None:
            with pytest.raises(CalendarRangeError):
                calendar.next_opening(moment)
        else:
            assert_shows(calendar.next_opening(moment), expected, calendar)

    @proves("1.1", kills="today-closes-no-more")
    @given(desk_and_moment())
    def test_the_next_closing_is_strictly_after(self, case: tuple[Desk, datetime]) -> None:
        desk, moment = case
        calendar = calendar_of(desk)
        expected = or_beyond(lambda: walk.next_closing(desk, utc(moment)))
        if expected is None:
            with pytest.raises(CalendarRangeError):
                calendar.next_closing(moment)
        else:
            assert_shows(calendar.next_closing(moment), expected, calendar)

    @proves("1.1", kills="midnight-begins-the-day")
    @given(desk_and_moment())
    def test_every_day_says_its_own_opening_and_closing(self, case: tuple[Desk, datetime]) -> None:
        desk, moment = case
        calendar = calendar_of(desk)
        day = desk.day_of(moment)
        assert calendar.hours_on(day) == hours_of(tuple(sorted(desk.hours(day))))
        if bounds := desk.bounds(day):
            assert_shows(calendar.opening_on(day), bounds[0][0], calendar)
            assert_shows(calendar.closing_on(day), bounds[-1][1], calendar)
        assert_shows(calendar.end_of(day), walk.end_of_day(desk.zone, day), calendar)


class TestTimeBetween:
    """1.1 Service time is real time inside service hours."""

    @proves("1.1", kills="seconds-rounded-down short-path-through-a-shift")
    @given(desk_and_moments())
    def test_it_is_the_sum_of_the_pieces(self, case: tuple[Desk, datetime, datetime]) -> None:
        desk, start, end = case
        expected = walk.business_time_between(desk, utc(start), utc(end))
        calendar = calendar_of(desk)
        assert calendar.business_time_between(start, end) == expected
        whole = abs(expected) // timedelta(seconds=1)
        assert calendar.business_seconds_between(start, end) == (
            whole if expected >= timedelta(0) else -whole
        )

    @proves("1.1", kills="time-past-closing-counts")
    @given(st.data())
    def test_the_pieces_are_the_minutes_one_sees_on_the_wall(self, data: st.DataObject) -> None:
        """The oracle by pieces against the oracle by minutes: two answers, one truth."""
        desk = data.draw(
            st.one_of(desks(zone=None)).filter(
                lambda desk: (
                    not any(
                        clock.second
                        for hours in (*desk.week, *desk.hours_on.values())
                        for interval in hours
                        for clock in interval
                    )
                )
            )
        )
        start = data.draw(moments_of(desk)).replace(second=0, microsecond=0)
        end = start + timedelta(minutes=data.draw(st.integers(0, 2000)))
        minutes = walk.business_minutes_between(desk, start, end)
        assert walk.business_time_between(desk, start, end) == timedelta(minutes=minutes)
        assert calendar_of(desk).business_seconds_between(start, end) == minutes * 60

    @proves("1.1", kills="time-between-has-no-sign seconds-rounded-down")
    @given(desk_and_moments())
    def test_there_and_back_differ_in_sign_only(
        self, case: tuple[Desk, datetime, datetime]
    ) -> None:
        desk, start, end = case
        calendar = calendar_of(desk)
        there, back = (start, end), (end, start)
        assert calendar.business_time_between(*there) == -calendar.business_time_between(*back)
        assert calendar.business_seconds_between(*there) == (
            -calendar.business_seconds_between(*back)
        )

    @proves("1.1", kills="time-between-has-no-sign")
    @given(st.data())
    def test_two_stretches_make_the_whole(self, data: st.DataObject) -> None:
        desk = data.draw(desks())
        a, b, c = (data.draw(written(data.draw(moments_of(desk)))) for _ in range(3))
        between = calendar_of(desk).business_time_between
        assert between(a, b) + between(b, c) == between(a, c)

    @proves("1.1", kills="time-past-closing-counts")
    @given(desk_and_moments())
    def test_it_is_never_more_than_the_clock_shows(
        self, case: tuple[Desk, datetime, datetime]
    ) -> None:
        desk, start, end = case
        low, high = sorted((utc(start), utc(end)))
        assert timedelta(0) <= calendar_of(desk).business_time_between(low, high) <= high - low

    @proves("3.4", "4.10", kills="pause-loses-its-sign")
    @given(st.data())
    def test_what_spans_take_is_taken_exactly(self, data: st.DataObject) -> None:
        """3.4, 4.10: a pause comes out of a clock of service time to the microsecond."""
        desk = data.draw(desks())
        spans = data.draw(spans_of(desk))
        start, end = data.draw(moments_of(desk)), data.draw(moments_of(desk))
        calendar = calendar_of(desk)
        expected = walk.business_time_between(desk, start, end, without=spans)
        for test in DayTest:  # the test of days says nothing of a clock of time
            out = without(spans, test)
            assert calendar.business_time_between(start, end, without=out) == expected
            seconds = calendar.business_seconds_between(start, end, without=out)
            assert abs(seconds) == abs(expected) // timedelta(seconds=1)

    @proves("1.1", kills="short-path-through-a-shift shifted-day-is-a-plain-one")
    @given(desk_and_moment())
    def test_round_the_clock_it_is_the_time_of_day_itself(
        self, case: tuple[Desk, datetime]
    ) -> None:
        desk, moment = case
        always = Desk(zone=desk.zone, week=ANY_DAY, first=desk.first, last=desk.last)
        later = utc(moment) + timedelta(hours=26)
        assert calendar_of(always).business_time_between(moment, later) == timedelta(hours=26)


class TestTimeAdded:
    """1.1 An amount of service time is used up inside service hours."""

    @proves("1.1", kills="fractions-are-not-added")
    @given(desk_and_moment(), amounts, st.sampled_from([1, -1]))
    def test_it_is_used_up_where_walking_uses_it_up(
        self, case: tuple[Desk, datetime], amount: timedelta, sign: int
    ) -> None:
        desk, moment = case
        calendar = calendar_of(desk)
        expected = or_beyond(lambda: walk.add_business_time(desk, utc(moment), sign * amount))
        if expected is None:
            with pytest.raises(CalendarRangeError):
                calendar.add_business_time(moment, sign * amount)
        else:
            assert_shows(calendar.add_business_time(moment, sign * amount), expected, calendar)

    @proves("1.1", kills="fractions-are-not-added")
    @given(desk_and_moment(), amounts, st.sampled_from([1, -1]))
    def test_as_much_time_lies_between_as_was_added(
        self, case: tuple[Desk, datetime], amount: timedelta, sign: int
    ) -> None:
        desk, moment = case
        calendar = calendar_of(desk)
        try:
            there = calendar.add_business_time(moment, sign * amount)
        except CalendarRangeError:
            return
        if desk.first < there.date() < desk.last:
            assert calendar.business_time_between(moment, there) == sign * amount

    @proves("1.1", kills="nothing-takes-till-closing")
    @given(desk_and_moment(), amounts, amounts)
    def test_more_time_never_ends_sooner(
        self, case: tuple[Desk, datetime], amount: timedelta, more: timedelta
    ) -> None:
        desk, moment = case
        calendar = calendar_of(desk)
        try:
            far = calendar.add_business_time(moment, amount + more)
        except CalendarRangeError:
            return
        assert utc(calendar.add_business_time(moment, amount)) <= utc(far)

    @proves("1.1", kills="callers-clock-counts")
    @given(desk_and_moment(), amounts, gaps, caller_zones)
    def test_a_later_start_never_ends_sooner(
        self, case: tuple[Desk, datetime], amount: timedelta, gap: timedelta, elsewhere: tzinfo
    ) -> None:
        desk, early = case
        late = (utc(early) + gap).astimezone(elsewhere)
        calendar = calendar_of(desk)
        try:
            end = calendar.add_business_time(late, amount)
        except CalendarRangeError:
            return
        assert utc(calendar.add_business_time(early, amount)) <= utc(end)


class TestAnybodysClock:
    """1.1, 4.3 The agreement's own clock counts; whose clock a moment came on does not."""

    @proves("1.1", "4.3", kills="callers-clock-counts")
    @given(st.data(), amounts)
    def test_the_callers_zone_changes_nothing(self, data: st.DataObject, amount: timedelta) -> None:
        desk = data.draw(desks())
        instant, other = data.draw(moments_of(desk)), data.draw(moments_of(desk))
        calendar = calendar_of(desk)
        answers = [
            (
                calendar.is_open(moment),
                _told(calendar.next_opening, moment),
                _told(calendar.next_closing, moment),
                _told(calendar.add_business_time, moment, amount),
                calendar.business_time_between(moment, there),
                calendar.business_seconds_between(moment, there),
            )
            for zone in (calendar.zone, UTC, ZoneInfo("Asia/Tokyo"), *_other_objects(desk.zone))
            for moment, there in [(instant.astimezone(zone), other.astimezone(zone))]
        ]
        assert len(set(answers)) == 1, answers

    @proves("1.1", "4.3", kills="answer-on-the-callers-clock")
    @given(desk_and_moment(), amounts)
    def test_answers_come_on_the_calendars_clock(
        self, case: tuple[Desk, datetime], amount: timedelta
    ) -> None:
        desk, moment = case
        calendar = calendar_of(desk)
        calls: list[Callable[[], datetime]] = [
            lambda: calendar.next_opening(moment),
            lambda: calendar.next_closing(moment),
            lambda: calendar.add_business_time(moment, amount),
        ]
        for call in calls * 2:  # the first question lays what the second is answered from
            try:
                assert call().tzinfo is desk.zone
            except CalendarRangeError:
                continue


def _other_objects(zone: ZoneInfo) -> list[ZoneInfo]:
    """Return another object for the same zone."""
    return [ZoneInfo.no_cache(zone.key)]


def _told(ask: Callable[..., datetime], *given_: object) -> str:
    """Return the answer as written, or that it lies beyond the known days."""
    try:
        return ask(*given_).isoformat()
    except CalendarRangeError:
        return "beyond"


class TestOnePathOrTheOther:
    """1.1 The short path over day tables and the general one say the same."""

    @proves("1.1", kills="closing-is-open")
    @given(st.data(), amounts)
    def test_the_same_hours_cut_in_two_are_the_same_hours(
        self, data: st.DataObject, amount: timedelta
    ) -> None:
        """A lunch of no length sends every call down the general path."""
        desk = data.draw(desks())
        cut = Desk(
            zone=desk.zone,
            week=tuple(map(_cut, desk.week)),
            first=desk.first,
            last=desk.last,
            days_off=desk.days_off,
            working_days=desk.working_days,
            hours_on={day: _cut(hours) for day, hours in desk.hours_on.items()},
        )
        whole, parts = calendar_of(desk), calendar_of(cut)
        a, b = (data.draw(written(data.draw(moments_of(desk)))) for _ in range(2))
        assert whole.is_open(a) is parts.is_open(a)
        assert _told(whole.next_opening, a) == _told(parts.next_opening, a)
        assert _told(whole.add_business_time, a, amount) == _told(
            parts.add_business_time, a, amount
        )
        assert whole.business_time_between(a, b) == parts.business_time_between(a, b)
        assert whole.business_seconds_between(a, b) == parts.business_seconds_between(a, b)

    @proves("1.1", kills="days-off-worked")
    @given(st.data())
    def test_the_same_days_told_in_another_way_are_the_same_days(self, data: st.DataObject) -> None:
        """Each day named alone, against a week with exceptions."""
        desk = data.draw(desks())
        length = (desk.last - desk.first).days + 1
        days = [desk.first + timedelta(days=n) for n in range(length)]
        named = Desk(
            zone=desk.zone,
            week=((),) * 7,
            first=desk.first,
            last=desk.last,
            hours_on={day: desk.hours(day) for day in days},
        )
        one, other = calendar_of(desk), calendar_of(named)
        a, b = (data.draw(written(data.draw(moments_of(desk)))) for _ in range(2))
        assert one.is_open(a) is other.is_open(a)
        assert _told(one.next_opening, a) == _told(other.next_opening, a)
        assert _told(one.next_closing, a) == _told(other.next_closing, a)
        assert one.business_time_between(a, b) == other.business_time_between(a, b)
        assert one.table.flags == other.table.flags


def _cut(hours: walk.Hours) -> walk.Hours:
    """Return the hours with the first interval cut where it is at least two seconds long."""
    if not hours:
        return hours
    (opens, closes), *rest = hours
    middle = (datetime.combine(date(2000, 1, 1), opens) + timedelta(seconds=1)).time()
    if closes != time(0) and middle >= closes:
        return hours
    return ((opens, middle), (middle, closes), *rest)


class TestRebuilt:
    """A calendar is a value: of equal facts, an equal calendar."""

    @proves("1.1", kills="calendars-equal-by-identity")
    @given(desks())
    def test_equal_facts_make_equal_calendars(self, desk: Desk) -> None:
        one, other = calendar_of(desk), calendar_of(desk)
        assert one == other
        assert hash(one) == hash(other)
        assert week_of(desk.week) == one.week
