"""Parties who agreed on hours, targets and readings of their own."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import assert_type

from slarules import (
    Agreement,
    Beyond,
    BusinessCalendar,
    Category,
    Comparison,
    CutoffInstant,
    Edition,
    Editions,
    Incident,
    Interval,
    NaiveDatetimeError,
    Parameters,
    ProjectedCalendarError,
    Readings,
    Registered,
    Target,
    standard_support,
)

day_shift, evening = Interval(time(9), time(13)), Interval(time(14), time(18))
hours = (day_shift, evening)
calendar = BusinessCalendar(
    zone="Asia/Yekaterinburg",
    week=(hours, hours, hours, hours, hours, (), ()),
    first=date(2026, 1, 1),
    last=date(2026, 12, 31),
    decreed_through=date(2026, 12, 31),
    days_off=[date(2026, 1, 1)],
    hours_on={date(2026, 12, 31): (day_shift,)},
    beyond=Beyond.REFUSE,
)
assert_type(calendar.zone, tzinfo)
assert_type(calendar.first, date)
assert_type(calendar.add_business_days(date(2026, 11, 20), 1), date)

ours = Agreement(
    calendar=calendar,
    readings=Readings(cutoff_instant=CutoffInstant.SAME_DAY),
    parameters=Parameters(
        cutoff=time(11), resolution_targets=(Target(Category.B, None, 2_400),), warn_at=(50, 90)
    ),
)
assert_type(ours.readings, Readings)
assert_type(ours.with_calendar(calendar), Agreement)

registered = datetime(2026, 11, 23, 6, tzinfo=UTC)
incident = Incident.of([Registered(at=registered, number="7", category=Category.B)])
editions = Editions(Edition(date(2026, 1, 1), standard_support()), Edition(date(2026, 6, 1), ours))
assert_type(editions.at(registered), Agreement)
assert_type(editions.reaction_due(registered), datetime)
compared = standard_support().compare(editions, [incident], registered + timedelta(days=2))
assert_type(compared, Comparison)


def refused(moment: datetime) -> str:
    """Return why a moment has no answer."""
    try:
        ours.reaction_due(moment)
    except NaiveDatetimeError as refusal:
        assert_type(refusal.moment, datetime)
        return refusal.remedy
    except ProjectedCalendarError as refusal:
        assert_type(refusal.day, date)
        return str(refusal)
    return ""


assert refused(registered) == ""
assert refused(registered.replace(tzinfo=None)) == NaiveDatetimeError.remedy
