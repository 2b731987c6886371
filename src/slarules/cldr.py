"""
Names of months and weekdays, date patterns and plural rules, Russian and English. Generated.

``tools/make_cldr.py`` writes this file from the Unicode CLDR (English as in Britain) and
``--check`` compares it.
"""

from __future__ import annotations

from typing import Final

Alternative = tuple[tuple[int, tuple[int, ...], bool], ...]
"""Conditions of a plural category, all of which have to hold; see PLURALS."""

# fmt: off
MONTHS_ALONE: Final = {
    "ru": (
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
"""Months named by themselves: «январь»."""

MONTHS_IN_DATE: Final = {
    "ru": (
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
"""Months in a date, where Russian uses the genitive: «9 января»."""

WEEKDAYS: Final = {
    "ru": (
        "понедельник",
        "вторник",
        "среда",
        "четверг",
        "пятница",
        "суббота",
        "воскресенье",
    ),
    "en": (
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ),
}
"""Weekdays, Monday first, as ``date.weekday`` counts."""

DATE: Final = {
    "ru": "d MMMM y 'г'.",
    "en": "d MMMM y",
}
"""A date: ``d`` the day, ``MMMM`` the month as named in a date, ``y`` the year."""

DATE_AND_WEEKDAY: Final = {
    "ru": "EEEE, d MMMM y 'г'.",
    "en": "EEEE, d MMMM y",
}
"""A date with its weekday: ``EEEE``, and the rest as in DATE."""

PLURALS: Final[dict[str, tuple[tuple[str, tuple[Alternative, ...]], ...]]] = {
    "ru": (
        ("one", (
            ((10, (1,), True), (100, (11,), False)),
        )),
        ("few", (
            ((10, (2, 3, 4), True), (100, (12, 13, 14), False)),
        )),
        ("many", (
            ((10, (0,), True),),
            ((10, (5, 6, 7, 8, 9), True),),
            ((100, (11, 12, 13, 14), True),),
        )),
        ("other", (
            (),
        )),
    ),
    "en": (
        ("one", (
            ((0, (1,), True),),
        )),
        ("other", (
            (),
        )),
    ),
}
"""
The plural categories of whole numbers, the first that fits.

A category fits if all conditions of any of its alternatives do. A condition is a modulus (0 for
the number itself), a list of remainders, and whether the remainder has to be one of them.
"""
