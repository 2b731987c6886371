"""
What the package is compared with: numpy's business days, and the PyPI package workclock.

Both are told every day off of the calendar as a holiday of a seven-day week. That is the only way
either can be told of a worked Saturday; a Monday-to-Friday week of theirs answers otherwise.
"""

from __future__ import annotations

from datetime import time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import workclock

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from slarules import BusinessCalendar

A_SECOND = timedelta(seconds=1)


def days_off(calendar: BusinessCalendar) -> list[date]:
    """Return every decreed day on which the desk is shut, weekends included."""
    length = (calendar.decreed_through - calendar.first).days + 1
    days = (calendar.first + timedelta(days=count) for count in range(length))
    return [day for day in days if not calendar.is_business_day(day)]


class Numpy:
    """numpy's business days, one at a time, over days in its own type."""

    name = f"numpy {np.__version__}"

    def __init__(self, calendar: BusinessCalendar) -> None:
        self._days = np.busdaycalendar(weekmask="1111111", holidays=days_off(calendar))
        self.is_business_day: Callable[..., Any] = partial(np.is_busday, busdaycal=self._days)
        # "backward": a count from a day off is one from the business day before it, as ours.
        self.add_business_days: Callable[..., Any] = partial(
            np.busday_offset, roll="backward", busdaycal=self._days
        )

    def add_to_date(self, day: date, n: int) -> date:
        """Return the answer to the question as the package is asked it: dates in and out."""
        answer: date = self.add_business_days(day, n).item()
        return answer

    @staticmethod
    def given(days: Sequence[date]) -> list[Any]:
        """Return the days in numpy's own type, so that converting them is not measured."""
        return [np.datetime64(day, "D") for day in days]

    @staticmethod
    def as_ours(answer: Any) -> Any:
        """Return an answer of numpy as the type the package answers in."""
        return answer.item()


class Workclock:
    """workclock's working time between two moments, in any zone."""

    name = f"workclock {workclock.__version__}"

    def __init__(self, calendar: BusinessCalendar) -> None:
        (hours,) = {hours for day in calendar.week for hours in day}
        schedule = workclock.Schedule(
            [
                workclock.WorkDay(hours.opens, _closing(hours.closes), days=range(7)),
                workclock.Holidays(days_off(calendar)),
            ],
            time_zone=calendar.zone,
        )
        self.between: Callable[[datetime, datetime], timedelta] = schedule.between

    @staticmethod
    def as_ours(answer: timedelta) -> int:
        """Return an answer of workclock in whole seconds."""
        return answer // A_SECOND


def _closing(closes: time) -> time:
    assert closes != time(0), "workclock has no 24:00"
    return closes
