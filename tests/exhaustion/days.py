"""1.1: every day of the list, and the three hundred business days on either side of each."""

from __future__ import annotations

from functools import partial
from typing import Final

from slarules.agreement import standard_support
from slarules.readings import DecreeDays, Readings
from tests.exhaustion.found import Found
from tests.oracles.official import official_days

FAR: Final = 300
"""How many business days on either side."""


def ask_of_every_day(far: int = FAR) -> Found:
    """Ask of every day, as decree-days has it, which day each business day from it is."""
    found = Found()
    for option in DecreeDays:
        ask_under(found, option, far)
    return found


def ask_under(found: Found, option: DecreeDays, far: int) -> None:
    """Walk the list from its first day on, the business days passed being those behind."""
    calendar = standard_support(readings=Readings(decree_days=option)).calendar
    days_off_too = option is DecreeDays.NON_BUSINESS_DAYS
    works = {
        row.day: row.working and not (days_off_too and row.presidential)
        for row in official_days().values()
    }
    business = [day for day in sorted(works) if works[day]]
    passed = 0
    for day in sorted(works):
        found.hold("is_business_day", day, calendar.is_business_day(day), works[day])
        behind = business[max(0, passed - far) : passed][::-1]
        passed += works[day]
        ahead = business[passed : passed + far]
        add = partial(calendar.add_business_days, day)
        found.ask("add_business_days, ahead", add, range(1, len(ahead) + 1), ahead)
        found.ask("add_business_days, back", add, range(-1, -len(behind) - 1, -1), behind)
        between = partial(calendar.business_days_between, day)
        found.ask("business_days_between, ahead", between, ahead, [*range(1, len(ahead) + 1)])
        # The day itself is one of those counted on the way back, where it is one.
        first = int(works[day])
        counts = [*range(-first, -first - len(behind), -1)]
        found.ask("business_days_between, back", between, behind, counts)
