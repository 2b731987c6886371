"""Agreements' files, each with one thing in it that a reader has to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from proof.hostile.mutations import as_toml
from proof.hostile.reader import Aimed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_HEAD: Final = 'schema = "slarules/agreement-file/1"\n'
_WEEK: Final = 'calendar.base = "week"\n'
_RANGE: Final = """calendar.first = 2026-01-01
calendar.last = 2026-12-31
calendar.decreed_through = 2026-06-30
"""
_NO_HOURS: Final = "".join(
    f"hours.{day} = []\n"
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)

_READ: Final = (
    ("cutoff = 12:00:00\n", "an hour without quotes is one of TOML's own"),
    ('calendar.base = "russia"\ncalendar.working_days = [2026-01-31]\n', "a Saturday of work"),
    ('calendar.base = "country"\ncalendar.country = "KZ"\n' + _RANGE, "the days off of a country"),
)

_REFUSED: Final = (
    ('zone = " "\n', "a zone of spaces"),
    ("cutoff = 12:00:00.5\n", "half a second"),
    ('cutoff = "noon"\n', "no hour"),
    ('cutoff = "23:00"\n', "a cut-off after the service hours"),
    (
        "".join(
            f'hours.{day} = ["09:00-11:00"]\n'
            for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
        )
        + "hours.saturday = []\nhours.sunday = []\n",
        "service hours that end before the cut-off of the contract",
    ),
    (_NO_HOURS, "no hours on any day"),
    (_NO_HOURS.replace("monday = []", "monday = 9"), "hours that are no list"),
    (_NO_HOURS.replace("monday = []", 'monday = ["19:00-10:00"]'), "hours that end as they begin"),
    ("silence = 1.5\n", "half a day"),
    ("silence = 0\n", "no day at all"),
    ("silence = 100000001\n", "longer than any calendar"),
    ("warn_at = 50\n", "shares that are no list"),
    ("warn_at = [100]\n", "a share of everything"),
    ("warn_at = [75, 50]\n", "shares out of order"),
    ("target = 1\n", "targets that are no list"),
    ('target = ["x"]\n', "a target that is no table"),
    ('[[target]]\ncategory = "B"\nseverity = 1\nhours = 8\n', "a level outside category C"),
    ('[[target]]\ncategory = "C"\nhours = 8\n' * 2, "two targets for the same incidents"),
    ('[[target]]\ncategory = "C"\nhours = 8\nminutes = 90\n', "a target of two lengths"),
    ('[[target]]\ncategory = "C"\nhours = 0\n', "a target of no length"),
    ("edition = []\n", "editions, and none"),
    ("[[edition]]\nsince = 2026-01-01\n" * 2, "two editions of one day"),
    (
        "".join(f"[[edition]]\nsince = {year}-01-01\n" for year in range(1000, 2100)),
        "editions without end",
    ),
    ("".join(f"x{number} = 1\n" for number in range(500)), "faults without end"),
    ("calendar.days_off = 1\n", "days that are no list"),
    (
        _WEEK + _RANGE + "calendar.days_off = [2026-01-01, 2026-01-01]\n",
        "a day that is named twice",
    ),
    (
        _WEEK + _RANGE + "calendar.days_off = [2026-01-31]\ncalendar.working_days = [2026-01-31]\n",
        "a day of work and of none",
    ),
    (_WEEK + _RANGE + "calendar.days_off = [2030-01-01]\n", "a day outside the calendar"),
    (_WEEK + _RANGE + 'calendar.hours_on."2026-02-30" = []\n', "hours of a day that never comes"),
    (_WEEK + _RANGE + 'calendar.country = "KZ"\n', "a country, and no calendar of one"),
    (_WEEK, "a calendar of a week without its days"),
    ('calendar.base = "russia"\n' + _RANGE, "other bounds for the calendar of Russia"),
    ('calendar.base = "country"\n' + _RANGE, "the calendar of a country, and no country"),
    ("target = [{}]\n", "a target that says nothing"),
    ("calendar.base = true\n", "true in the place of a word"),
    ("calendar.base = 1\n", "a number in the place of a word"),
    ("calendar.base = {}\n", "a table in the place of a word"),
    ("cutof = 1\n", "a key that is nearly one"),
    ("calendar.hours_on = 1\n", "hours of days that are no table"),
    (_NO_HOURS.replace("monday = []", 'monday = ["10:00"]'), "no interval"),
    (
        _NO_HOURS.replace("monday = []", 'monday = ["10:00-13:00", "12:00-14:00"]'),
        "two intervals that overlap",
    ),
    (_WEEK + _RANGE + "calendar.days_off = [1]\n", "a number in the place of a day"),
    ('[[target]]\ncategory = "C"\nseverity = true\nhours = 8\n', "true in the place of a level"),
    ('[[target]]\ncategory = "C"\nseverity = 9\nhours = 8\n', "no level"),
    (
        _WEEK + _RANGE.replace("last = 2026", "last = 2025"),
        "a calendar that ends before it begins",
    ),
    ('calendar.hours_on."2500-01-01" = []\n', "a day outside the calendar of Russia"),
    (
        'cutoff = "00:30"\nreadings.short-days = "one-hour-shorter"\n'
        + _NO_HOURS.replace("friday = []", 'friday = ["00:00-01:00"]'),
        "a short day of which an hour earlier leaves nothing",
    ),
    ("# " + "x" * (1 << 20), "larger than any agreement"),
)


def aimed(bases: Iterable[dict[str, Any]]) -> tuple[Aimed, ...]:
    """Return the valid files, and the ones with something in them."""
    return (
        *(Aimed(as_toml(base).encode(), "read", "a valid file") for base in bases),
        *(Aimed((_HEAD + text).encode(), "read", why) for text, why in _READ),
        *(Aimed((_HEAD + text).encode(), "AgreementFileError", why) for text, why in _REFUSED),
    )
