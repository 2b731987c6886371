"""1.1, 4.3: whose clock counts, and what a shifted clock means."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from slarules.parameters import Interval, same_hours
from tests.calendars import (
    BERLIN,
    MON_2026_11_23,
    MOSCOW,
    STANDARD_CALENDAR,
    TUE_2026_11_24,
    moscow,
    open_all_day,
)


class TestShiftedClock:
    """1.1, 4.3 Moscow time is what Moscow's clock shows, in the years in which it was shifted."""

    @pytest.mark.parametrize(
        ("day", "hour", "offsets"),
        [
            (date(2014, 10, 26), 1, (4, 3)),  # Sunday: from +4 to +3 for good
            (date(2010, 10, 31), 2, (4, 3)),  # Sunday: the last summer time ends
        ],
    )
    def test_a_repeated_half_hour_is_two_instants_an_hour_apart(
        self, day: date, hour: int, offsets: tuple[int, int]
    ) -> None:
        first, second = (moscow(day, hour, 30, fold=fold) for fold in (0, 1))
        assert tuple(moment.utcoffset() for moment in (first, second)) == tuple(
            timedelta(hours=offset) for offset in offsets
        )
        calendar = open_all_day(MOSCOW, day - timedelta(days=2), day + timedelta(days=2))
        hour_long = timedelta(hours=1)
        for zone in (MOSCOW, UTC, BERLIN):
            a, b = first.astimezone(zone), second.astimezone(zone)
            assert calendar.business_time_between(a, b) == hour_long
            assert calendar.business_seconds_between(b, a) == -3600
            assert calendar.add_business_time(a, hour_long).fold == 1
            assert calendar.add_business_time(a, hour_long).astimezone(UTC) == b.astimezone(UTC)
            assert calendar.add_business_time(b, -hour_long).fold == 0
        midnights = moscow(day, 0), moscow(day + timedelta(days=1), 0)
        assert calendar.business_time_between(*midnights) == timedelta(hours=25)

    def test_a_skipped_hour_is_no_time(self) -> None:
        sun_2011_03_27 = date(2011, 3, 27)  # 02:00 to 03:00 in Moscow was not
        calendar = open_all_day(MOSCOW, date(2011, 3, 25), date(2011, 3, 29))
        before, after = moscow(sun_2011_03_27, 1, 59), moscow(sun_2011_03_27, 3, 1)
        assert calendar.business_time_between(before, after) == timedelta(minutes=2)
        assert calendar.add_business_time(before, timedelta(minutes=1)) == (
            moscow(sun_2011_03_27, 3)
        )
        midnights = moscow(sun_2011_03_27, 0), moscow(date(2011, 3, 28), 0)
        assert calendar.business_time_between(*midnights) == timedelta(hours=23)

    @pytest.mark.parametrize("fold", [0, 1])
    @pytest.mark.parametrize(
        ("moment", "monday"),
        [
            (moscow(date(2014, 10, 26), 1, 30), date(2014, 10, 27)),
            (moscow(date(2010, 10, 31), 2, 30), date(2010, 11, 1)),
        ],
    )
    def test_on_the_desk_of_the_contract_both_are_a_sunday_night(
        self, moment: datetime, monday: date, fold: int
    ) -> None:
        moment = moment.replace(fold=fold)
        for zone in (MOSCOW, UTC, BERLIN):
            here = moment.astimezone(zone)
            assert not STANDARD_CALENDAR.is_open(here)
            assert STANDARD_CALENDAR.next_opening(here) == moscow(monday, 10)
            assert STANDARD_CALENDAR.business_seconds_between(here, moscow(monday, 11)) == 3600

    def test_an_interval_in_a_repeated_hour_runs_from_its_first_showing_to_its_last(self) -> None:
        sun_2026_10_25 = date(2026, 10, 25)  # 02:00 to 03:00 in Berlin is shown twice
        night = same_hours(7, Interval(time(2, 15), time(2, 45)))
        calendar = open_all_day(BERLIN, date(2026, 10, 23), date(2026, 10, 27), week=night)
        opens = datetime(2026, 10, 25, 0, 15, tzinfo=UTC)
        closes = datetime(2026, 10, 25, 1, 45, tzinfo=UTC)
        assert calendar.opening_on(sun_2026_10_25).astimezone(UTC) == opens
        assert calendar.closing_on(sun_2026_10_25).astimezone(UTC) == closes
        assert calendar.next_closing(opens).fold == 1
        assert calendar.is_open(datetime(2026, 10, 25, 0, 50, tzinfo=UTC))  # 02:50, the first
        assert calendar.business_time_between(opens, closes) == timedelta(minutes=90)

    def test_two_intervals_that_meet_in_a_repeated_hour_are_counted_once(self) -> None:
        """From the first 02:00 to 03:00 two hours pass, on 25 October 2026 in Berlin."""
        halves = Interval(time(2), time(2, 30)), Interval(time(2, 30), time(3))
        week = same_hours(7, *halves)
        calendar = open_all_day(BERLIN, date(2026, 10, 23), date(2026, 10, 27), week=week)
        midnight = datetime(2026, 10, 25, tzinfo=BERLIN)
        noon = datetime(2026, 10, 25, 12, tzinfo=BERLIN)
        assert calendar.business_time_between(midnight, noon) == timedelta(hours=2)
        two_hours_on = calendar.add_business_time(midnight, timedelta(hours=2))
        assert two_hours_on == datetime(2026, 10, 25, 3, tzinfo=BERLIN)

    def test_an_interval_in_a_skipped_hour_has_no_length(self) -> None:
        sun_2026_03_29 = date(2026, 3, 29)  # 02:00 to 03:00 in Berlin is skipped
        night = same_hours(7, Interval(time(2, 15), time(2, 45)))
        calendar = open_all_day(BERLIN, date(2026, 3, 27), date(2026, 3, 31), week=night)
        jump = datetime(2026, 3, 29, 1, tzinfo=UTC)
        assert calendar.opening_on(sun_2026_03_29).astimezone(UTC) == jump
        assert calendar.closing_on(sun_2026_03_29).astimezone(UTC) == jump
        around = jump - timedelta(hours=20), jump + timedelta(hours=20)
        assert calendar.business_time_between(*around) == timedelta(0)
        monday = datetime(2026, 3, 30, 2, 15, tzinfo=BERLIN)
        assert calendar.next_opening(jump) == monday

    def test_where_midnight_is_skipped_24_00_is_the_instant_of_the_jump(self) -> None:
        sat_2015_10_17 = date(2015, 10, 17)  # the next day begins at 01:00 in Sao Paulo
        zone = ZoneInfo("America/Sao_Paulo")
        calendar = open_all_day(zone, date(2015, 10, 15), date(2015, 10, 20))
        end = calendar.closing_on(sat_2015_10_17)
        assert end == calendar.end_of(sat_2015_10_17)
        assert end.isoformat() == "2015-10-18T01:00:00-02:00"

    def test_where_the_clock_goes_back_over_midnight_the_day_ends_when_it_first_does(self) -> None:
        """At 00:01 of Sunday the clock of St John's showed Saturday 23:01 again, until 2011."""
        sat_2010_11_06 = date(2010, 11, 6)
        zone = ZoneInfo("America/St_Johns")
        calendar = open_all_day(
            zone,
            date(2010, 11, 1),
            date(2010, 11, 14),
            week=same_hours(6, Interval(time(10), time(0))),
        )
        again = datetime(2010, 11, 6, 23, 30, fold=1, tzinfo=zone)
        assert calendar.closing_on(sat_2010_11_06).isoformat() == "2010-11-07T00:00:00-02:30"
        assert not calendar.is_open(again)
        assert not calendar.is_open(again.astimezone(UTC))
        assert calendar.is_open(again.replace(fold=0))

    def test_a_day_a_zone_skipped_has_no_service_time(self) -> None:
        fri_2011_12_30 = date(2011, 12, 30)  # Samoa went from Thursday to Saturday
        calendar = open_all_day("Pacific/Apia", date(2011, 12, 26), date(2012, 1, 4))
        assert calendar.opening_on(fri_2011_12_30) == calendar.closing_on(fri_2011_12_30)
        thursday = datetime(2011, 12, 29, 23, tzinfo=calendar.zone)
        assert calendar.add_business_time(thursday, timedelta(hours=2)).isoformat() == (
            "2011-12-31T01:00:00+14:00"
        )


class TestWhoseClock:
    """1.1 Whoever asks, from wherever, the answer is on the agreement's clock."""

    KAMCHATKA = ZoneInfo("Asia/Kamchatka")

    @pytest.mark.parametrize(
        "zone", [UTC, KAMCHATKA, timezone(timedelta(hours=-11)), ZoneInfo.no_cache("Europe/Moscow")]
    )
    def test_answers_are_in_the_calendars_zone(self, zone: Any) -> None:
        noon = moscow(MON_2026_11_23, 12).astimezone(zone)
        for found, expected in (
            (STANDARD_CALENDAR.next_opening(noon), moscow(MON_2026_11_23, 12)),
            (STANDARD_CALENDAR.next_closing(noon), moscow(MON_2026_11_23, 19)),
            (
                STANDARD_CALENDAR.add_business_time(noon, timedelta(hours=8)),
                moscow(TUE_2026_11_24, 11),
            ),
        ):
            assert found.tzinfo is STANDARD_CALENDAR.zone
            assert found.isoformat() == expected.isoformat()

    def test_monday_in_kamchatka_may_be_sunday_in_moscow(self) -> None:
        monday_morning = datetime(2026, 11, 23, 1, tzinfo=self.KAMCHATKA)
        found = STANDARD_CALENDAR.next_opening(monday_morning)
        assert found.isoformat() == "2026-11-23T10:00:00+03:00"
        assert not STANDARD_CALENDAR.is_open(monday_morning)
