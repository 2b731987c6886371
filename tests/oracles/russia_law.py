"""
The standing law of Russian days off, day by day: an oracle that shares nothing with the package.

It walks a year and carries a purse. A holiday on a Saturday or Sunday puts a day off into the
purse, except from 1 to 8 January since 2013; the next day that would be worked takes one out.
"""

from __future__ import annotations

from datetime import date, timedelta

ONE_DAY = timedelta(days=1)

# Typed from the Labour Code, art. 112, as it read in those years.
TO_2001 = "01-01 01-02 01-07 03-08 05-01 05-02 05-09 06-12 11-07 12-12"
TO_2004 = "01-01 01-02 01-07 02-23 03-08 05-01 05-02 05-09 06-12 11-07 12-12"
TO_2012 = "01-01 01-02 01-03 01-04 01-05 01-07 02-23 03-08 05-01 05-09 06-12 11-04"
SINCE_2013 = "01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04"


def is_holiday(day: date) -> bool:
    """Return whether the law names the day."""
    if day.year <= 2001:
        named = TO_2001
    elif day.year <= 2004:
        named = TO_2004
    elif day.year <= 2012:
        named = TO_2012
    else:
        named = SINCE_2013
    return day.isoformat()[5:] in named.split()


def working_days(year: int) -> list[date]:
    """Return the days worked in a year in which the Government moves nothing."""
    worked = []
    purse = 0
    day = date(year, 1, 1)
    while day.year == year:
        weekend = day.strftime("%w") in "06"
        if is_holiday(day):
            left_to_government = year >= 2013 and day <= date(year, 1, 8)
            if weekend and not left_to_government:
                purse += 1
        elif not weekend:
            if purse:
                purse -= 1
            else:
                worked.append(day)
        day += ONE_DAY
    return worked


def shortened_days(year: int) -> list[date]:
    """Return the worked eves of holidays in a year in which the Government moves nothing."""
    return [day for day in working_days(year) if is_holiday(day + ONE_DAY)]
