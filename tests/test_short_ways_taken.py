"""
Where the short way can be taken it is, and answers what the clock says (decision 0005).

The general way is made to refuse, so that a question that needs it fails here.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from typing import TYPE_CHECKING, Final, NoReturn
from zoneinfo import ZoneInfo

import pytest

from slarules import standard_support
from slarules.calendar import BusinessCalendar

if TYPE_CHECKING:
    from collections.abc import Callable

MOSCOW: Final = ZoneInfo("Europe/Moscow")
MON_2026_11_23 = date(2026, 11, 23)
WORKED: Final = {MON_2026_11_23 + timedelta(days) for days in (0, 1, 2, 3, 4, 7)}
"""Of the eight days from Monday 23 November, those that are not Saturday and Sunday (1.1)."""
CLOCKS: Final = ("00:00", "09:59:59", "10:00", "10:00:01", "14:30", "18:59:59", "19:00", "23:59:59")
MOMENTS: Final = tuple(
    datetime.combine(MON_2026_11_23 + timedelta(days), time.fromisoformat(clock), MOSCOW)
    for days, clock in product(range(8), CLOCKS)
)


def open_seconds(start: datetime, end: datetime) -> int:
    """Return the seconds from 10:00 to 19:00 of worked days between two moments, one by one."""
    if end < start:
        return -open_seconds(end, start)
    total = timedelta(0)
    for day in WORKED:
        opens = max(start, datetime.combine(day, time(10), MOSCOW))
        closes = min(end, datetime.combine(day, time(19), MOSCOW))
        total += max(closes - opens, timedelta(0))
    return total // timedelta(seconds=1)


def refuse(*_: object, **__: object) -> NoReturn:
    """Take the place of the general way."""
    pytest.fail("the general way was asked")


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> BusinessCalendar:
    """Return the standard calendar, whose tables are laid and whose general way is closed."""
    found = standard_support().calendar
    for _ in range(3):
        found.business_seconds_between(MOMENTS[0], MOMENTS[-1])
        found.is_open(MOMENTS[0])
    monkeypatch.setattr(BusinessCalendar, "_microseconds_between", refuse)
    monkeypatch.setattr(BusinessCalendar, "line", refuse)
    return found


ZONES: Final[dict[str, Callable[[datetime], datetime]]] = {
    "the calendar's clock": lambda moment: moment,
    "UTC": lambda moment: moment.astimezone(UTC),
}


@pytest.mark.parametrize("zone", ZONES)
class TestTaken:
    """1.1: seconds of service, openings and closings."""

    def test_seconds_between(self, calendar: BusinessCalendar, zone: str) -> None:
        shown = ZONES[zone]
        for start, end in product(MOMENTS, MOMENTS[::3]):
            found = calendar.business_seconds_between(shown(start), shown(end))
            assert found == open_seconds(start, end)

    def test_open_now(self, calendar: BusinessCalendar, zone: str) -> None:
        for moment in MOMENTS:
            inside = moment.date() in WORKED and time(10) <= moment.time() < time(19)
            assert calendar.is_open(ZONES[zone](moment)) is inside

    def test_the_next_opening_and_closing(self, calendar: BusinessCalendar, zone: str) -> None:
        openings = [datetime.combine(day, time(10), MOSCOW) for day in sorted(WORKED)]
        closings = [datetime.combine(day, time(19), MOSCOW) for day in sorted(WORKED)]
        tuesday = datetime(2026, 12, 1, 10, tzinfo=MOSCOW)
        for moment in MOMENTS:
            shown = ZONES[zone](moment)
            closing = next((at for at in closings if at > moment), None)
            assert calendar.next_closing(shown) == (closing or tuesday.replace(hour=19))
            inside = moment.date() in WORKED and time(10) <= moment.time() < time(19)
            opening = next((at for at in openings if at >= moment), tuesday)
            assert calendar.next_opening(shown) == (moment if inside else opening)


class TestAtTheEdges:
    """The first day of a calendar, and fractions of a second."""

    def test_from_the_first_day_on(self, calendar: BusinessCalendar) -> None:
        # Friday 1 January 1999, a day off
        first = datetime.combine(calendar.first, time(0), MOSCOW)
        assert calendar.business_seconds_between(first, first) == 0
        assert not calendar.is_open(first)

    def test_a_fraction_outside_service_hours_takes_the_short_way(
        self, calendar: BusinessCalendar
    ) -> None:
        half = timedelta(milliseconds=500)
        closed = datetime(2026, 11, 23, 19, tzinfo=MOSCOW) + half
        early = datetime(2026, 11, 24, 9, 59, 59, tzinfo=MOSCOW) + half
        assert calendar.business_seconds_between(closed, early) == 0
        assert calendar.business_seconds_between(early, closed) == 0


def test_a_fraction_at_the_opening_is_counted_exactly() -> None:
    calendar = standard_support().calendar
    half = timedelta(milliseconds=500)
    opens = datetime(2026, 11, 23, 10, tzinfo=MOSCOW)
    for _ in range(3):
        # one and a half, and two and a half seconds of service; a fraction is dropped
        assert calendar.business_seconds_between(opens + half, opens + 4 * half) == 1
        assert calendar.business_seconds_between(opens, opens + 5 * half) == 2
        assert calendar.business_seconds_between(opens + 4 * half, opens + half) == -1
        assert calendar.business_seconds_between(opens, opens + half) == 0
