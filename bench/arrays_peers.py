"""
What columns are compared with: numpy's and Polars' business days, and calls one at a time.

Every contender is told every day off of the calendar as a holiday of a seven-day week, the only way
most can be told of a worked Saturday. None of them has service hours: their business time is built
from their business days, the open part of the first and of the last day, as their users do.
"""

from __future__ import annotations

from calendar import day_name
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import bizdays
import business_duration
import businesstimedelta
import numpy as np
import pandas as pd
import polars as pl
import timegrid
import workclock
from holidays import HolidayBase
from peers import days_off

if TYPE_CHECKING:
    from slarules import BusinessCalendar

OPENS, CLOSES = 10 * 3_600, 19 * 3_600
DAY = 86_400
OPEN = CLOSES - OPENS


class NumpyColumns:
    """numpy's business days, over columns."""

    name = f"numpy {np.__version__}"

    def __init__(self, calendar: BusinessCalendar, week: str = "1111111") -> None:
        self._days = np.busdaycalendar(weekmask=week, holidays=days_off(calendar))

    def add(self, days: Any, n: int) -> Any:
        """Return the n-th business day after each day; a count from a day off as ours."""
        return np.busday_offset(days, n, roll="backward", busdaycal=self._days)

    def seconds(self, since: Any, until: Any) -> Any:
        """Return the service hours between moments, in seconds."""
        first, last = since.astype("M8[D]"), until.astype("M8[D]")
        whole = np.busday_count(first, last, busdaycal=self._days) * OPEN
        return whole + self._into(until, last) - self._into(since, first)

    def _into(self, moments: Any, days: Any) -> Any:
        second = (moments - days).astype(np.int64)
        return np.clip(second - OPENS, 0, OPEN) * np.is_busday(days, busdaycal=self._days)


class PolarsColumns:
    """Polars' business days, over columns, on one thread."""

    name = f"polars {pl.__version__}"

    def __init__(self, calendar: BusinessCalendar) -> None:
        self._off = days_off(calendar)
        self._week = [True] * 7

    def add(self, days: Any, n: int) -> Any:
        """Return the n-th business day after each day."""
        return days.dt.add_business_days(
            n, week_mask=self._week, holidays=self._off, roll="backward"
        )

    def seconds(self, frame: Any) -> Any:
        """Return the service hours between the columns ``since`` and ``until``, in seconds."""
        first, last = pl.col("since").dt.date(), pl.col("until").dt.date()
        whole = pl.business_day_count(first, last, week_mask=self._week, holidays=self._off)
        found = whole.cast(pl.Int64) * OPEN + self._into("until") - self._into("since")
        return frame.select(found.alias("seconds"))["seconds"]

    def _into(self, name: str) -> Any:
        column = pl.col(name)
        second = (
            column.dt.timestamp("ms") // 1_000
            - column.dt.truncate("1d").dt.timestamp("ms") // 1_000
        )
        worked = column.dt.date().dt.is_business_day(week_mask=self._week, holidays=self._off)
        return (second - OPENS).clip(0, OPEN) * worked.cast(pl.Int64)


class OneByOne:
    """Libraries that have no columns, over a few rows: nanoseconds of one call."""

    def __init__(self, calendar: BusinessCalendar) -> None:
        off = days_off(calendar)
        self._bizdays = bizdays.Calendar(
            holidays=off, startdate=calendar.first, enddate=calendar.decreed_through, weekdays=[]
        )
        self._pandas = pd.offsets.CustomBusinessDay(60, weekmask="1111111", holidays=off)
        self._workclock = workclock.Schedule(
            [workclock.WorkDay(time(10), time(19), days=range(7)), workclock.Holidays(off)],
            time_zone=calendar.zone,
        )
        known = HolidayBase()
        known.update(dict.fromkeys(off, "off"))
        self._rule = businesstimedelta.Rules(
            [
                businesstimedelta.WorkDayRule(time(10), time(19), working_days=list(range(7))),
                businesstimedelta.HolidayRule(known),
            ]
        )
        self._known = known
        week = timegrid.TimeGridCalendar.create()
        for name in day_name:
            week.add_open_rule(getattr(timegrid.DayOfWeek, name.upper()), time(10), time(19))
        for day in off:
            week.add_holiday(day)
        self._timegrid = week.compile(
            datetime.combine(calendar.first, time(0)),
            datetime.combine(calendar.decreed_through, time(0)),
        )

    def bizdays_add(self, day: Any) -> Any:
        """Return the day 60 business days after, by bizdays."""
        return self._bizdays.offset(self._bizdays.preceding(day), 60)

    def pandas_add(self, day: Any) -> Any:
        """Return the day 60 business days after, by pandas."""
        return (pd.Timestamp(day) + self._pandas).date()

    def loop_add(self, day: Any) -> Any:
        """Return the day 60 business days after, by the loop of the ``holidays`` package."""
        found = 0
        while found < 60:  # noqa: PLR2004 - the days asked for
            day += timedelta(days=1)
            found += day not in self._known
        return day

    def workclock_seconds(self, since: datetime, until: datetime) -> int:
        """Return the service hours between moments, by workclock."""
        return int(self._workclock.between(since, until).total_seconds())

    def businesstimedelta_seconds(self, since: datetime, until: datetime) -> int:
        """Return the service hours between moments, by businesstimedelta."""
        found = self._rule.difference(since.replace(tzinfo=None), until.replace(tzinfo=None))
        return found.hours * 3_600 + found.seconds

    def timegrid_seconds(self, since: datetime, until: datetime) -> int:
        """Return the service hours between moments, by timegrid, which knows no zones."""
        found = self._timegrid.get_working_duration(
            since.replace(tzinfo=None), until.replace(tzinfo=None)
        )
        return int(found.total_seconds())

    def business_duration_seconds(self, since: datetime, until: datetime) -> int:
        """Return the service hours between moments, by business-duration."""
        found = business_duration.businessDuration(
            since.replace(tzinfo=None),
            until.replace(tzinfo=None),
            time(10),
            time(19),
            weekendlist=None,
            holidaylist=self._known,
            unit="sec",
        )
        return int(found)
