"""3.1, 4.4, 4.11: which business days a stretch of time takes, and the days off passed over."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from slarules.daytable import DayTable
from slarules.parameters import Interval, same_hours
from slarules.spans import DayTest, Span, Without, merged
from tests.calendars import BERLIN, moscow, small

SUN_2026_11_01 = date(2026, 11, 1)  # the first day of the small calendar
MON_2026_11_02 = date(2026, 11, 2)  # business day 1
TUE_2026_11_03 = date(2026, 11, 3)
WED_2026_11_04 = date(2026, 11, 4)
THU_2026_11_05 = date(2026, 11, 5)
FRI_2026_11_06 = date(2026, 11, 6)
SAT_2026_11_07 = date(2026, 11, 7)
MON_2026_11_09 = date(2026, 11, 9)
TUE_2026_11_10 = date(2026, 11, 10)
FRI_2026_11_27 = date(2026, 11, 27)  # business day 20
MON_2026_11_30 = date(2026, 11, 30)  # business day 21, the last of all
TUE_2026_12_01 = date(2026, 12, 1)
COVERS, TOUCHES = DayTest
NEW_YORK: Final = ZoneInfo("America/New_York")


def out(test: DayTest, *spans: tuple[datetime, datetime]) -> Without:
    return Without(spans=tuple(Span(start, end) for start, end in spans), test=test)


class TestTaken:
    """Business days are told by their rank: Monday 2 November 2026 is the first."""

    @pytest.mark.parametrize(
        ("start", "end", "covers", "touches"),
        [
            # from an opening to a closing
            (moscow(TUE_2026_11_03, 10), moscow(WED_2026_11_04, 19), {2, 3}, {2, 3}),
            # from inside a day, or only up to inside one
            (moscow(MON_2026_11_02, 12), moscow(WED_2026_11_04, 19), {2, 3}, {1, 2, 3}),
            (moscow(TUE_2026_11_03, 10), moscow(THU_2026_11_05, 12), {2, 3}, {2, 3, 4}),
            # from a closing, up to an opening
            (moscow(MON_2026_11_02, 19), moscow(TUE_2026_11_03, 19), {2}, {2}),
            (moscow(TUE_2026_11_03, 10), moscow(WED_2026_11_04, 10), {2}, {2}),
            (moscow(MON_2026_11_02, 19), moscow(WED_2026_11_04, 10), {2}, {2}),
            # within one day, one night, one weekend
            (moscow(TUE_2026_11_03, 12), moscow(TUE_2026_11_03, 13), set(), {2}),
            (moscow(TUE_2026_11_03, 19), moscow(WED_2026_11_04, 10), set(), set()),
            (moscow(FRI_2026_11_06, 20), moscow(MON_2026_11_09, 9), set(), set()),
            (moscow(FRI_2026_11_06, 19), moscow(MON_2026_11_09, 19), {6}, {6}),
            # over the first and the last known day
            (moscow(date(2026, 10, 20), 0), moscow(MON_2026_11_02, 19), {1}, {1}),
            (moscow(MON_2026_11_02, 9), moscow(MON_2026_11_02, 19), {1}, {1}),
            (moscow(MON_2026_11_02, 11), moscow(TUE_2026_11_03, 19), {2}, {1, 2}),
            (moscow(FRI_2026_11_27, 10), moscow(date(2027, 1, 1), 0), {20, 21}, {20, 21}),
            (moscow(MON_2026_11_30, 10), moscow(MON_2026_11_30, 19), {21}, {21}),
            (moscow(FRI_2026_11_27, 10), moscow(MON_2026_11_30, 18), {20}, {20, 21}),
            # wholly before, wholly after
            (moscow(date(2026, 10, 20), 0), moscow(date(2026, 10, 30), 0), set(), set()),
            (moscow(TUE_2026_12_01, 0), moscow(date(2027, 1, 1), 0), set(), set()),
        ],
    )
    def test_a_span_covers_or_touches_these(
        self, start: datetime, end: datetime, covers: set[int], touches: set[int]
    ) -> None:
        calendar = small()
        for test, expected in ((COVERS, covers), (TOUCHES, touches)):
            found = calendar.ranges(out(test, (start, end)))
            assert {rank for low, high in found for rank in range(low, high)} == expected
            assert all(low < high for low, high in found)

    def test_on_a_first_and_a_last_day_that_are_worked_as_on_any_other(self) -> None:
        calendar = small(first=MON_2026_11_02)
        for test, inside, whole in (
            (COVERS, ((2, 3),), ((1, 2),)),
            (TOUCHES, ((1, 3),), ((1, 2),)),
        ):
            span = moscow(MON_2026_11_02, 12), moscow(TUE_2026_11_03, 19)
            assert calendar.ranges(out(test, span)) == inside
            span = moscow(MON_2026_11_02, 0), moscow(MON_2026_11_02, 23)
            assert calendar.ranges(out(test, span)) == whole

    def test_stretches_are_in_order_and_those_that_meet_are_one(self) -> None:
        monday, tuesday, wednesday, friday = (
            (moscow(day, 10), moscow(day, 19))
            for day in (MON_2026_11_02, TUE_2026_11_03, WED_2026_11_04, FRI_2026_11_06)
        )
        week = moscow(MON_2026_11_02, 0), moscow(SAT_2026_11_07, 0)
        calendar = small()
        for given, expected in (
            ((monday, tuesday), ((1, 3),)),
            ((tuesday, monday), ((1, 3),)),
            ((friday, monday), ((1, 2), (5, 6))),
            ((wednesday, friday, monday), ((1, 2), (3, 4), (5, 6))),
            ((wednesday, friday, monday, tuesday), ((1, 4), (5, 6))),
            ((friday, week), ((1, 6),)),
            ((tuesday, week, monday), ((1, 6),)),
        ):
            assert calendar.ranges(out(COVERS, *given)) == expected
            assert calendar.ranges(*(out(COVERS, one) for one in given)) == expected

    def test_a_lunch_is_touched_by_nothing(self) -> None:
        halves = Interval(time(10), time(13)), Interval(time(14), time(19))
        calendar = small(week=same_hours(5, *halves))
        lunch = moscow(TUE_2026_11_03, 13), moscow(TUE_2026_11_03, 14)
        longer = lunch[0], moscow(TUE_2026_11_03, 14, 1)
        assert calendar.ranges(out(TOUCHES, lunch)) == ()
        assert calendar.ranges(out(TOUCHES, longer)) == ((2, 3),)
        assert calendar.ranges(out(COVERS, lunch)) == ()

    def test_a_day_whose_hours_the_clock_skips_is_covered_by_all_of_it(self) -> None:
        """From 02:00 to 03:00 of Sunday 29 March 2026 Berlin's clock shows nothing."""
        night = same_hours(7, Interval(time(2, 15), time(2, 45)))
        sat_2026_03_28, sun_2026_03_29 = date(2026, 3, 28), date(2026, 3, 29)
        mon_2026_03_30 = date(2026, 3, 30)
        calendar = small(
            zone=BERLIN,
            week=night,
            first=sat_2026_03_28,
            last=mon_2026_03_30,
            decreed_through=mon_2026_03_30,
        )
        whole = (
            datetime.combine(sun_2026_03_29, time(0), BERLIN),
            datetime.combine(mon_2026_03_30, time(0), BERLIN),
        )
        assert calendar.ranges(out(COVERS, whole)) == ((2, 3),)

    def test_it_is_the_day_of_the_desk_that_counts(self) -> None:
        """From 19:00 or 20:00 on it is the next day already in UTC."""
        evening = same_hours(5, Interval(time(20), time(22)))
        calendar = small(zone=NEW_YORK, week=evening)

        def new_york(day: date, hour: int) -> datetime:
            return datetime.combine(day, time(hour), NEW_YORK)

        for start, end, expected in (
            (new_york(MON_2026_11_02, 20), new_york(TUE_2026_11_03, 22), ((1, 3),)),
            (new_york(MON_2026_11_02, 20), new_york(TUE_2026_11_03, 21), ((1, 2),)),
            (new_york(MON_2026_11_02, 21), new_york(TUE_2026_11_03, 22), ((2, 3),)),
        ):
            assert calendar.ranges(out(COVERS, (start, end))) == expected


class TestPassedOver:
    """4.4, 4.11: a count passes over the days taken, either way."""

    TAKEN = out(
        COVERS,
        (moscow(TUE_2026_11_03, 10), moscow(TUE_2026_11_03, 19)),
        (moscow(THU_2026_11_05, 10), moscow(THU_2026_11_05, 19)),
        (moscow(MON_2026_11_09, 10), moscow(MON_2026_11_09, 19)),
    )
    LEFT = (MON_2026_11_02, WED_2026_11_04, FRI_2026_11_06, TUE_2026_11_10)

    def test_every_count_lands_on_a_day_that_is_left(self) -> None:
        calendar = small()
        for place, start in enumerate(self.LEFT):
            for there, found in enumerate(self.LEFT):
                n = there - place
                assert calendar.add_business_days(start, n, without=self.TAKEN) == found

    def test_a_span_that_takes_no_day_changes_no_count(self) -> None:
        lunch = out(COVERS, (moscow(FRI_2026_11_06, 13), moscow(FRI_2026_11_06, 14)))
        calendar = small()
        worked = [day for day in all_days(SUN_2026_11_01, 30) if day.isoweekday() <= 5]
        for n, found in enumerate(worked, start=1):
            assert calendar.add_business_days(SUN_2026_11_01, n, without=lunch) == found

    def test_the_days_taken_between_two_days_are_told(self) -> None:
        """Those after the first and before the last: an end is no day between."""
        calendar = small()
        ranges = calendar.ranges(self.TAKEN)
        taken = (TUE_2026_11_03, THU_2026_11_05, MON_2026_11_09)
        for start, end in product(all_days(SUN_2026_11_01, 14), repeat=2):
            expected = tuple(day for day in taken if start < day < end)
            assert calendar.table.left_out(ranges, start, end) == expected
        week = calendar.ranges(
            out(COVERS, (moscow(TUE_2026_11_03, 10), moscow(FRI_2026_11_06, 19)))
        )
        assert calendar.table.left_out(week, TUE_2026_11_03, FRI_2026_11_06) == (
            WED_2026_11_04,
            THU_2026_11_05,
        )


class TestDaysOff:
    """4.4, 4.11: the days off a count skipped are those after its start, through its end."""

    DAYS = 30

    def test_they_are_told_alike_each_time_they_are_asked_for(self) -> None:
        days = all_days(SUN_2026_11_01, self.DAYS)
        flags = bytes(day.isoweekday() <= 5 for day in days)
        for start, end in product(days[::4], days[::3]):
            table = DayTable(days[0], days[-1], flags)
            expected = [day for day in days if start < day <= end and day.isoweekday() > 5]
            for _ in range(3):
                assert list(table.off_between(start, end)) == expected

    def test_a_day_may_be_of_a_kind_of_date(self) -> None:
        class Birthday(date):
            """A date with a name of its own."""

        table = DayTable(MON_2026_11_02, TUE_2026_11_03, bytes([1, 1]))
        assert table.rank(Birthday(2026, 11, 3)) == 2
        assert small().is_business_day(Birthday(2026, 11, 3))
        assert small().add_business_days(Birthday(2026, 11, 3), 1) == WED_2026_11_04
        assert small().business_days_between(Birthday(2026, 11, 3), WED_2026_11_04) == 1


class TestMerged:
    """Spans are left out once, however often they are told."""

    def test_a_span_keeps_its_ends_in_utc(self) -> None:
        span = Span(moscow(MON_2026_11_02, 10), datetime(2026, 11, 2, 12, tzinfo=BERLIN))
        assert span.start.tzinfo is span.end.tzinfo is UTC
        assert span.start.isoformat() == "2026-11-02T07:00:00+00:00"
        assert span.end.isoformat() == "2026-11-02T11:00:00+00:00"

    def test_an_empty_one_hides_none_that_follows(self) -> None:
        ten, noon = moscow(MON_2026_11_02, 10), moscow(MON_2026_11_02, 12)
        spans = (Span(ten, ten), Span(noon, noon), Span(ten, noon))
        assert merged(spans) == [(ten, noon)]
        assert merged((Span(ten, ten), Span(noon, moscow(TUE_2026_11_03, 12)))) == [
            (noon, moscow(TUE_2026_11_03, 12))
        ]


def all_days(first: date, number: int) -> list[date]:
    return [first + timedelta(n) for n in range(number)]
