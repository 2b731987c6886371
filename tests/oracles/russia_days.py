"""
The Russian days of a year, from the law and the published transfers: an oracle of our own rows.

It walks a year once. The law names the holidays; ``../shared/calendar/transfers.csv`` says which
days off the Government moved; a holiday on a Saturday or Sunday that was not moved waits in a
queue for the next day that would be worked, except from 1 to 8 January since 2013.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from tests.oracles.official import SHARED

if TYPE_CHECKING:
    from collections.abc import Mapping

PUBLISHED = SHARED / "calendar" / "transfers.csv"
ONE_DAY = timedelta(days=1)

# Typed from the Labour Code, art. 112, and its amendments: month and day, years, name.
NAMED = """
01-01 01-02                                     1999 2004 new-year
01-01 01-02 01-03 01-04 01-05                   2005 2012 new-year-holidays
01-01 01-02 01-03 01-04 01-05 01-06 01-08       2013 9999 new-year-holidays
01-07                                           1999 9999 christmas
02-23                                           2002 9999 defender
03-08                                           1999 9999 womens-day
05-01 05-02                                     1999 2004 spring-and-labour
05-01                                           2005 9999 spring-and-labour
05-09                                           1999 9999 victory
06-12                                           1999 2001 sovereignty
06-12                                           2002 9999 russia
11-04                                           2005 9999 national-unity
11-07                                           1999 2004 accord
12-12                                           1999 2004 constitution
"""


@cache
def transfers() -> Mapping[date, tuple[date, str]]:
    """Return where each day off was moved to, and the act where its number is confirmed."""
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        return {
            date.fromisoformat(row["day_off_taken_from"]): (
                date.fromisoformat(row["day_off_given_to"]),
                row["act"] if row["act_confirmed"] == "yes" else "",
            )
            for row in csv.DictReader(file)
        }


@cache
def names(year: int) -> Mapping[str, str]:
    """Return the holidays of a year by month and day."""
    found = {}
    for line in NAMED.split("\n"):
        *days, since, until, name = line.split() or ["9999", "0", ""]
        if int(since) <= year <= int(until):
            found.update(dict.fromkeys(days, name))
    return found


def rows(year: int) -> list[tuple[str, str, str, str, str]]:
    """Return the days that are holidays or depart from Monday to Friday, as our rows say them."""
    taken = transfers()
    given = {to: (giver, act) for giver, (to, act) in taken.items()}
    found: dict[date, tuple[str, str, date | None, str]] = {}
    waiting: list[date] = []
    day = date(year, 1, 1)
    while day.year == year:
        name = names(year).get(day.isoformat()[5:])
        weekend = day.strftime("%w") in "06"
        moved_to, act = taken.get(day, (None, ""))
        if name:
            found[day] = ("holiday", name, moved_to, act)
            if weekend and not moved_to and not (year >= 2013 and day <= date(year, 1, 8)):
                waiting.append(day)
        elif moved_to:
            found[day] = ("worked-weekend", "", moved_to, act)
        elif day in given:
            giver, act = given[day]
            found[day] = ("moved-day-off", "", giver, act)
        elif waiting and not weekend:
            giver = waiting.pop(0)
            found[giver] = (*found[giver][:2], day, "")
            found[day] = ("carried-over", "", giver, "")
        day += ONE_DAY
    return [
        (day.isoformat()[5:], kind, name, other.isoformat()[5:] if other else "", act)
        for day, (kind, name, other, act) in sorted(found.items())
    ]
