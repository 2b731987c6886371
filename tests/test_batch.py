"""The calendar by the column gives what the calendar gives, and what walking gives."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from slarules import batch
from slarules.batch import Outside
from slarules.errors import (
    CalendarRangeError,
    ColumnError,
    MissingExtraError,
    RowsOutsideError,
    RowsUnreadableError,
    ZoneNotStatedError,
)
from slarules.parameters import Interval, same_hours
from tests.calendars import (
    FRI_2026_11_20,
    MON_2026_11_23,
    MOSCOW,
    SAT_2026_11_21,
    STANDARD_CALENDAR,
    open_all_day,
    small,
)
from tests.oracles import walk
from tests.strategies import calendar_of, desks, moments_of

HOURS = batch.calendar(STANDARD_CALENDAR)
ZONES = ("Europe/Moscow", "UTC", "America/New_York", "Asia/Kolkata")
SUN_2014_10_26 = date(2014, 10, 26)  # Moscow's clock went back for the last time
SUN_2010_03_28 = date(2010, 3, 28)  # and skipped from 02:00 to 03:00


def drawn(seed: int, rows: int, unit: str = "s", *, through: str = "2027-06-01") -> Any:
    """Return moments of 1999 … , half of them on the hour."""
    rng = np.random.default_rng(seed)
    first, last = np.array(["1999-02-01", through], f"M8[{unit}]").view(np.int64)
    found: Any = rng.integers(first, last, rows).view(f"M8[{unit}]")
    rounded: Any = np.where(
        rng.random(rows) < 0.5, found.astype("M8[h]").astype(found.dtype), found
    )
    return rounded


def aware(moments: Any, zone: str) -> list[datetime]:
    """Return the moments in UTC, as the clock of a zone shows them first."""
    return [at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for at in moments.tolist()]


def shown(moments: list[datetime], zone: str) -> list[datetime]:
    """Return what the clock of a zone shows."""
    return [at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for at in moments]


class TestDays:
    """1.1: days are counted by the column as one by one."""

    DAYS = np.datetime64("1999-01-01") + np.random.default_rng(1).integers(0, 10_500, 3_000)

    def test_business_days(self) -> None:
        expected = [STANDARD_CALENDAR.is_business_day(day) for day in self.DAYS.tolist()]
        assert HOURS.is_business_day(self.DAYS).values.tolist() == expected

    @pytest.mark.parametrize("n", [60, 3, 1, 0])
    def test_the_same_number_of_days_after_each(self, n: int) -> None:
        expected = [STANDARD_CALENDAR.add_business_days(day, n) for day in self.DAYS.tolist()]
        assert HOURS.add_business_days(self.DAYS, n).values.tolist() == expected

    def test_each_day_its_own_number_and_back_again(self) -> None:
        days = self.DAYS[np.datetime64("1999-09-01") < self.DAYS]
        numbers = np.random.default_rng(2).integers(-90, 90, len(days))
        expected = [
            STANDARD_CALENDAR.add_business_days(day, n)
            for day, n in zip(days.tolist(), numbers.tolist(), strict=True)
        ]
        assert HOURS.add_business_days(days, numbers).values.tolist() == expected

    def test_days_between(self) -> None:
        ends = self.DAYS[::-1]
        expected = [
            STANDARD_CALENDAR.business_days_between(a, b)
            for a, b in zip(self.DAYS.tolist(), ends.tolist(), strict=True)
        ]
        assert HOURS.business_days_between(self.DAYS, ends).values.tolist() == expected

    def test_a_single_day_and_missing_ones(self) -> None:
        one = HOURS.add_business_days(SAT_2026_11_21, 1).values
        assert one.tolist() == [MON_2026_11_23]
        some = HOURS.add_business_days(np.array([FRI_2026_11_20, None], object), 1)
        assert some.values.tolist() == [MON_2026_11_23, None]
        assert some.missing.tolist() == [False, True]
        between = HOURS.business_days_between(np.array(["NaT"], "M8[D]"), FRI_2026_11_20)
        assert between.values.tolist() == [None]

    def test_no_day_out_of_range_wraps_round(self) -> None:
        days = np.array(["1998-12-31", "2037-12-31", "2038-01-01", "2026-11-20"], "M8[D]")
        found = HOURS.is_business_day(days, outside=Outside.MASK)
        assert found.outside.tolist() == [True, False, True, False]
        with pytest.raises(RowsOutsideError) as refused:
            HOURS.add_business_days(days, 1)
        assert refused.value.rows == (0, 1, 2)
        far = HOURS.add_business_days(FRI_2026_11_20, 2**62, outside=Outside.MASK)
        assert far.outside.tolist() == [True]

    @pytest.mark.parametrize("given", [np.array(["2026-11-20T10"], "M8[s]"), np.array([1.5])])
    def test_moments_are_no_days(self, given: Any) -> None:
        with pytest.raises(ColumnError):
            HOURS.is_business_day(given)


class TestMoments:
    """1.1: service hours by the column, on any clock, in any unit."""

    @pytest.mark.parametrize("zone", ZONES)
    @pytest.mark.parametrize("unit", ["s", "ms", "us"])
    def test_equal_one_by_one(self, zone: str, unit: str) -> None:
        starts, ends = drawn(3, 700, unit), drawn(4, 700, unit)
        since, until = aware(starts, zone), aware(ends, zone)
        calendar = STANDARD_CALENDAR
        assert HOURS.is_open(starts, zone=zone).values.tolist() == list(
            map(calendar.is_open, since)
        )
        for ask, one in (
            (HOURS.next_opening, calendar.next_opening),
            (HOURS.next_closing, calendar.next_closing),
        ):
            assert ask(starts, zone=zone).values.tolist() == shown(list(map(one, since)), zone)
        found = HOURS.business_seconds_between(starts, ends, zone=zone).values.tolist()
        assert found == list(map(calendar.business_seconds_between, since, until))
        amounts = np.random.default_rng(5).integers(-90_000, 90_000, 700).astype("m8[s]")
        later = map(calendar.add_business_time, since, amounts.tolist())
        found = HOURS.add_business_time(starts, amounts, zone=zone).values.tolist()
        assert found == shown(list(later), zone)

    def test_nanoseconds_and_hours_and_integers(self) -> None:
        hour = np.array(["2026-11-23T10", "2026-11-23T19"], "M8[h]")
        for moments, unit in (
            (hour, None),
            (hour.astype("M8[m]"), None),
            (hour.astype("M8[ns]") - np.array([0, 1], "m8[ns]"), None),
            (hour.astype("M8[s]").view(np.int64), "s"),
            (hour.astype("M8[ms]").view(np.int64), "ms"),
        ):
            found = HOURS.is_open(moments, zone="Europe/Moscow", unit=unit).values.tolist()
            last = moments.dtype == np.dtype("M8[ns]")
            assert found == [True, last]

    @pytest.mark.parametrize("day", [SUN_2014_10_26, SUN_2010_03_28, date(2010, 10, 31)])
    def test_where_the_clock_is_shifted_a_time_is_its_first_showing(self, day: date) -> None:
        calendar = open_all_day(MOSCOW, day - timedelta(days=3), day + timedelta(days=3))
        hours = batch.calendar(calendar)
        start = np.datetime64(day, "s") - np.timedelta64(3, "h")
        given = start + np.arange(0, 12 * 3_600, 600).astype("m8[s]")
        since = aware(given, "Europe/Moscow")
        ends = np.datetime64(day, "s") + np.timedelta64(30, "h")
        (until,) = aware(np.array([ends]), "Europe/Moscow")
        found = hours.business_seconds_between(given, ends, zone="Europe/Moscow").values.tolist()
        assert found == [calendar.business_seconds_between(at, until) for at in since]
        assert found == [int((until - at).total_seconds()) for at in since]

    def test_a_desk_with_a_break_and_one_with_days_of_two_lengths(self) -> None:
        two = (Interval(time(9), time(13)), Interval(time(14), time(18)))
        shorter = {MON_2026_11_23: (Interval(time(10), time(15)),)}
        for calendar in (small(week=same_hours(5, *two)), small(hours_on=shorter)):
            hours = batch.calendar(calendar)
            given = np.datetime64("2026-11-20T08", "s") + np.arange(0, 350_000, 1_777).astype(
                "m8[s]"
            )
            since = aware(given, "Europe/Moscow")
            assert hours.is_open(given, zone="Europe/Moscow").values.tolist() == list(
                map(calendar.is_open, since)
            )
            until = since[::-1]
            found = hours.business_seconds_between(given, given[::-1], zone="Europe/Moscow")
            assert found.values.tolist() == list(
                map(calendar.business_seconds_between, since, until)
            )

    @given(st.data())
    def test_any_desk_walked(self, data: st.DataObject) -> None:
        desk = data.draw(desks())
        moments = data.draw(st.lists(moments_of(desk), min_size=2, max_size=8))
        hours = batch.calendar(calendar_of(desk))
        given = np.array(moments, object)
        found = hours.is_open(given, zone="UTC", outside=Outside.MASK)
        seconds = hours.business_seconds_between(
            given, given[::-1], zone="UTC", outside=Outside.MASK
        )
        for place, moment in enumerate(moments):
            inside = desk.first <= desk.day_of(moment) <= desk.last
            assert found.outside[place] == (not inside)
            other = moments[-1 - place]
            if inside and desk.first <= desk.day_of(other) <= desk.last:
                assert found.values[place] == walk.is_open(desk, moment.astimezone(UTC))
                exact = walk.business_time_between(
                    desk, moment.astimezone(UTC), other.astimezone(UTC)
                )
                whole = abs(exact) // timedelta(seconds=1)
                assert seconds.values[place] == (whole if exact >= timedelta(0) else -whole)

    def test_what_is_missing_stays_missing(self) -> None:
        given = np.array(["2026-11-23T12", "NaT"], "M8[s]")
        masked = np.ma.MaskedArray(given, mask=[True, False])
        assert HOURS.next_closing(given, zone="UTC").values.tolist()[1] is None
        assert HOURS.is_open(given, zone="UTC").values.tolist() == [True, None]
        found = HOURS.business_seconds_between(masked, given[0], zone="UTC")
        assert found.values.tolist() == [None, None]
        assert found.missing.tolist() == [True, True]

    def test_projected_days_are_marked(self) -> None:
        given = np.array(["2027-12-30T12", "2028-01-12T12"], "M8[s]")
        assert HOURS.is_open(given, zone="UTC").projected.tolist() == [False, True]
        found = HOURS.business_seconds_between(given[0], given, zone="UTC")
        assert found.projected.tolist() == [False, True]

    def test_rows_past_the_last_opening_are_outside(self) -> None:
        given = np.array(["2037-12-31T20"], "M8[s]")
        with pytest.raises(CalendarRangeError):
            STANDARD_CALENDAR.next_opening(datetime(2037, 12, 31, 20, tzinfo=MOSCOW))
        found = HOURS.next_opening(given, zone="Europe/Moscow", outside=Outside.MASK)
        assert found.outside.tolist() == [True]

    def test_columns_of_objects_keep_their_own_zones(self) -> None:
        noon = datetime(2026, 11, 23, 12, tzinfo=MOSCOW)
        given = np.array([noon, noon.astimezone(ZoneInfo("Asia/Tokyo")), None], object)
        assert HOURS.is_open(given, zone="UTC").values.tolist() == [True, True, None]
        with pytest.raises(RowsUnreadableError) as refused:
            HOURS.is_open(np.array([noon, 5, "x"], object), zone="UTC")
        assert (refused.value.count, refused.value.rows) == (2, (1, 2))

    def test_what_cannot_be_read_is_refused(self) -> None:
        at = np.array(["2026-11-23T12"], "M8[s]")
        with pytest.raises(ZoneNotStatedError):
            HOURS.is_open(at, zone=None)  # type: ignore[arg-type]
        for wrong in (np.array([1]), np.array([1.5]), at.astype("M8[D]"), at.reshape(1, 1)):
            with pytest.raises(ColumnError):
                HOURS.is_open(wrong, zone="UTC")
        with pytest.raises(ColumnError):
            HOURS.add_business_time(at, np.array([5]), zone="UTC")
        with pytest.raises(ColumnError):
            HOURS.add_business_days(FRI_2026_11_20, np.array([1.5]))


class TestWithoutNumpy:
    """The extra is asked for by name, and only where it is used."""

    def test_its_want_has_a_remedy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in [one for one in sys.modules if one.startswith("slarules.batch")]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, "numpy", None)
        with pytest.raises(MissingExtraError, match=r"slarules\[batch\]"):
            __import__("slarules.batch")
