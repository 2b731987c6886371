"""Days, small calendars and moments that the tests of the calendar share."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from slarules.agreement import standard_support
from slarules.calendar import BusinessCalendar
from slarules.parameters import Interval, Week, same_hours

MOSCOW = ZoneInfo("Europe/Moscow")
BERLIN = ZoneInfo("Europe/Berlin")

FRI_2024_12_27 = date(2024, 12, 27)
SAT_2024_12_28 = date(2024, 12, 28)  # worked for Monday the 30th
SUN_2024_12_29 = date(2024, 12, 29)
MON_2024_12_30 = date(2024, 12, 30)
THU_2025_01_09 = date(2025, 1, 9)
FRI_2025_01_10 = date(2025, 1, 10)

FRI_2026_11_20 = date(2026, 11, 20)
SAT_2026_11_21 = date(2026, 11, 21)
SUN_2026_11_22 = date(2026, 11, 22)
MON_2026_11_23 = date(2026, 11, 23)
TUE_2026_11_24 = date(2026, 11, 24)
WED_2026_11_25 = date(2026, 11, 25)

FRI_2027_12_31 = date(2027, 12, 31)  # the last day any act has settled
SAT_2028_01_01 = date(2028, 1, 1)
MON_2028_01_10 = date(2028, 1, 10)
MON_2028_11_06 = date(2028, 11, 6)  # Saturday 4 November, carried over by law

TEN_TO_SEVEN = Interval(time(10), time(19))
ALL_DAY = Interval(time(0), time(0))
ROUND_THE_CLOCK: Week = same_hours(7, ALL_DAY)

STANDARD_CALENDAR = standard_support().calendar


def moscow(day: date, hour: int, minute: int = 0, second: int = 0, fold: int = 0) -> datetime:
    """Return the moment at which Moscow's clock shows that time of the day."""
    return datetime.combine(day, time(hour, minute, second, fold=fold), MOSCOW)


def small(**changes: Any) -> BusinessCalendar:
    """Return the calendar of November 2026, all decreed, Monday to Friday from ten to seven."""
    facts: dict[str, Any] = {
        "zone": MOSCOW,
        "week": same_hours(5, TEN_TO_SEVEN),
        "first": date(2026, 11, 1),
        "last": date(2026, 11, 30),
        "decreed_through": date(2026, 11, 30),
    }
    return BusinessCalendar(**(facts | changes))


def open_all_day(zone: ZoneInfo | str, first: date, last: date, **changes: Any) -> BusinessCalendar:
    """Return a calendar round the clock, or with other hours, over a few days."""
    facts = {"zone": zone, "week": ROUND_THE_CLOCK, "first": first, "last": last}
    return BusinessCalendar(**(facts | {"decreed_through": last} | changes))
