"""
Business time: service hours, days off, transferred and working days (1.1).

A day is a date of the calendar's own zone. A moment is any aware datetime; every moment that a
call returns is on the calendar's clock. Every operation takes the same time whatever the span:
running counts by day make a span one subtraction.

What is fast and what is general. Where each business day has one interval and all of them open
at the same time, on a clock that does not shift inside them, moments of the calendar's zone and
of UTC take a short path over the day tables. All other calendars and zones take ``timeline.py``.
Both give the same answers; a test holds them together.
"""

from __future__ import annotations

from slarules.calendar.business import BusinessCalendar as BusinessCalendar
from slarules.calendar.facts import Beyond as Beyond
from slarules.calendar.facts import Day as Day
from slarules.calendar.facts import DayStatus as DayStatus
from slarules.calendar.facts import Decree as Decree
