"""
The Russian days of 1999-2027 that are holidays or depart from Monday to Friday. Generated.

``tools/make_russia_rows.py`` writes this file and ``--check`` compares it. A row is a month and
day, what it is, the id of the holiday, the other day of a transfer, and the act where its number
is confirmed. The other day is the one that gave the day off away (for "moved-day-off" and
"carried-over") or the one that received it (for "holiday" and "worked-weekend"); it is always in
the same year. Days declared non-working by the President are not here.
"""

from __future__ import annotations

from typing import Final

# fmt: off

ROWS: Final[dict[int, tuple[tuple[str, str, str, str, str], ...]]] = {
    1999: (  # 251 working days, 4 of them an hour shorter
        ("01-01", "holiday",        "new-year",          "",      ""),  # Fri
        ("01-02", "holiday",        "new-year",          "01-04", ""),  # Sat
        ("01-04", "carried-over",   "",                  "01-02", ""),  # Mon
        ("01-07", "holiday",        "christmas",         "",      ""),  # Thu
        ("01-08", "moved-day-off",  "",                  "01-10", ""),  # Fri
        ("01-10", "worked-weekend", "",                  "01-08", ""),  # Sun
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "05-03", ""),  # Sat
        ("05-02", "holiday",        "spring-and-labour", "05-04", ""),  # Sun
        ("05-03", "carried-over",   "",                  "05-01", ""),  # Mon
        ("05-04", "carried-over",   "",                  "05-02", ""),  # Tue
        ("05-09", "holiday",        "victory",           "05-10", ""),  # Sun
        ("05-10", "carried-over",   "",                  "05-09", ""),  # Mon
        ("06-12", "holiday",        "sovereignty",       "06-14", ""),  # Sat
        ("06-14", "carried-over",   "",                  "06-12", ""),  # Mon
        ("11-07", "holiday",        "accord",            "11-08", ""),  # Sun
        ("11-08", "carried-over",   "",                  "11-07", ""),  # Mon
        ("12-12", "holiday",        "constitution",      "12-13", ""),  # Sun
        ("12-13", "carried-over",   "",                  "12-12", ""),  # Mon
    ),
    2000: (  # 250 working days, 5 of them an hour shorter
        ("01-01", "holiday",        "new-year",          "01-03", ""),  # Sat
        ("01-02", "holiday",        "new-year",          "01-04", ""),  # Sun
        ("01-03", "carried-over",   "",                  "01-01", ""),  # Mon
        ("01-04", "carried-over",   "",                  "01-02", ""),  # Tue
        ("01-07", "holiday",        "christmas",         "",      ""),  # Fri
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Wed
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Mon
        ("05-02", "holiday",        "spring-and-labour", "",      ""),  # Tue
        ("05-06", "worked-weekend", "",                  "05-08", ""),  # Sat
        ("05-08", "moved-day-off",  "",                  "05-06", ""),  # Mon
        ("05-09", "holiday",        "victory",           "",      ""),  # Tue
        ("06-12", "holiday",        "sovereignty",       "",      ""),  # Mon
        ("11-04", "worked-weekend", "",                  "11-06", ""),  # Sat
        ("11-06", "moved-day-off",  "",                  "11-04", ""),  # Mon
        ("11-07", "holiday",        "accord",            "",      ""),  # Tue
        ("12-09", "worked-weekend", "",                  "12-11", ""),  # Sat
        ("12-11", "moved-day-off",  "",                  "12-09", ""),  # Mon
        ("12-12", "holiday",        "constitution",      "",      ""),  # Tue
    ),
    2001: (  # 251 working days, 7 of them an hour shorter
        ("01-01", "holiday",        "new-year",          "",      ""),  # Mon
        ("01-02", "holiday",        "new-year",          "",      ""),  # Tue
        ("01-07", "holiday",        "christmas",         "01-08", ""),  # Sun
        ("01-08", "carried-over",   "",                  "01-07", ""),  # Mon
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Thu
        ("03-09", "moved-day-off",  "",                  "03-11", "No. 84 of 05.02.2001"),  # Fri
        ("03-11", "worked-weekend", "",                  "03-09", "No. 84 of 05.02.2001"),  # Sun
        ("04-28", "worked-weekend", "",                  "04-30", "No. 84 of 05.02.2001"),  # Sat
        ("04-30", "moved-day-off",  "",                  "04-28", "No. 84 of 05.02.2001"),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Tue
        ("05-02", "holiday",        "spring-and-labour", "",      ""),  # Wed
        ("05-09", "holiday",        "victory",           "",      ""),  # Wed
        ("06-09", "worked-weekend", "",                  "06-11", "No. 84 of 05.02.2001"),  # Sat
        ("06-11", "moved-day-off",  "",                  "06-09", "No. 84 of 05.02.2001"),  # Mon
        ("06-12", "holiday",        "sovereignty",       "",      ""),  # Tue
        ("11-07", "holiday",        "accord",            "",      ""),  # Wed
        ("12-12", "holiday",        "constitution",      "",      ""),  # Wed
        ("12-29", "worked-weekend", "",                  "12-31", "No. 84 of 05.02.2001"),  # Sat
        ("12-31", "moved-day-off",  "",                  "12-29", "No. 84 of 05.02.2001"),  # Mon
    ),
    2002: (  # 250 working days, 8 of them an hour shorter
        ("01-01", "holiday",        "new-year",          "",      ""),  # Tue
        ("01-02", "holiday",        "new-year",          "",      ""),  # Wed
        ("01-07", "holiday",        "christmas",         "",      ""),  # Mon
        ("02-23", "holiday",        "defender",          "02-25", ""),  # Sat
        ("02-25", "carried-over",   "",                  "02-23", ""),  # Mon
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Fri
        ("04-27", "worked-weekend", "",                  "05-03", ""),  # Sat
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Wed
        ("05-02", "holiday",        "spring-and-labour", "",      ""),  # Thu
        ("05-03", "moved-day-off",  "",                  "04-27", ""),  # Fri
        ("05-09", "holiday",        "victory",           "",      ""),  # Thu
        ("05-10", "moved-day-off",  "",                  "05-18", ""),  # Fri
        ("05-18", "worked-weekend", "",                  "05-10", ""),  # Sat
        ("06-12", "holiday",        "russia",            "",      ""),  # Wed
        ("11-07", "holiday",        "accord",            "",      ""),  # Thu
        ("11-08", "moved-day-off",  "",                  "11-10", ""),  # Fri
        ("11-10", "worked-weekend", "",                  "11-08", ""),  # Sun
        ("12-12", "holiday",        "constitution",      "",      ""),  # Thu
        ("12-13", "moved-day-off",  "",                  "12-15", ""),  # Fri
        ("12-15", "worked-weekend", "",                  "12-13", ""),  # Sun
    ),
    2003: (  # 250 working days, 8 of them an hour shorter
        ("01-01", "holiday",        "new-year",          "",      ""),  # Wed
        ("01-02", "holiday",        "new-year",          "",      ""),  # Thu
        ("01-03", "moved-day-off",  "",                  "01-04", ""),  # Fri
        ("01-04", "worked-weekend", "",                  "01-03", ""),  # Sat
        ("01-05", "worked-weekend", "",                  "01-06", ""),  # Sun
        ("01-06", "moved-day-off",  "",                  "01-05", ""),  # Mon
        ("01-07", "holiday",        "christmas",         "",      ""),  # Tue
        ("02-23", "holiday",        "defender",          "02-24", ""),  # Sun
        ("02-24", "carried-over",   "",                  "02-23", ""),  # Mon
        ("03-08", "holiday",        "womens-day",        "03-10", ""),  # Sat
        ("03-10", "carried-over",   "",                  "03-08", ""),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Thu
        ("05-02", "holiday",        "spring-and-labour", "",      ""),  # Fri
        ("05-09", "holiday",        "victory",           "",      ""),  # Fri
        ("06-12", "holiday",        "russia",            "",      ""),  # Thu
        ("06-13", "moved-day-off",  "",                  "06-21", ""),  # Fri
        ("06-21", "worked-weekend", "",                  "06-13", ""),  # Sat
        ("11-07", "holiday",        "accord",            "",      ""),  # Fri
        ("12-12", "holiday",        "constitution",      "",      ""),  # Fri
    ),
    2004: (  # 251 working days, 4 of them an hour shorter
        ("01-01", "holiday",        "new-year",          "",      ""),  # Thu
        ("01-02", "holiday",        "new-year",          "",      ""),  # Fri
        ("01-07", "holiday",        "christmas",         "",      ""),  # Wed
        ("02-23", "holiday",        "defender",          "",      ""),  # Mon
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "05-03", ""),  # Sat
        ("05-02", "holiday",        "spring-and-labour", "05-04", ""),  # Sun
        ("05-03", "carried-over",   "",                  "05-01", ""),  # Mon
        ("05-04", "carried-over",   "",                  "05-02", ""),  # Tue
        ("05-09", "holiday",        "victory",           "05-10", ""),  # Sun
        ("05-10", "carried-over",   "",                  "05-09", ""),  # Mon
        ("06-12", "holiday",        "russia",            "06-14", ""),  # Sat
        ("06-14", "carried-over",   "",                  "06-12", ""),  # Mon
        ("11-07", "holiday",        "accord",            "11-08", ""),  # Sun
        ("11-08", "carried-over",   "",                  "11-07", ""),  # Mon
        ("12-12", "holiday",        "constitution",      "12-13", ""),  # Sun
        ("12-13", "carried-over",   "",                  "12-12", ""),  # Mon
    ),
    2005: (  # 248 working days, 3 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "01-06", ""),  # Sat
        ("01-02", "holiday",        "new-year-holidays", "01-10", ""),  # Sun
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-06", "carried-over",   "",                  "01-01", ""),  # Thu
        ("01-07", "holiday",        "christmas",         "",      ""),  # Fri
        ("01-10", "carried-over",   "",                  "01-02", ""),  # Mon
        ("02-23", "holiday",        "defender",          "",      ""),  # Wed
        ("03-05", "worked-weekend", "",                  "03-07", ""),  # Sat
        ("03-07", "moved-day-off",  "",                  "03-05", ""),  # Mon
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Tue
        ("05-01", "holiday",        "spring-and-labour", "05-02", ""),  # Sun
        ("05-02", "carried-over",   "",                  "05-01", ""),  # Mon
        ("05-09", "holiday",        "victory",           "",      ""),  # Mon
        ("05-10", "moved-day-off",  "",                  "05-14", ""),  # Tue
        ("05-14", "worked-weekend", "",                  "05-10", ""),  # Sat
        ("06-12", "holiday",        "russia",            "06-13", ""),  # Sun
        ("06-13", "carried-over",   "",                  "06-12", ""),  # Mon
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Fri
    ),
    2006: (  # 248 working days, 4 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "01-06", ""),  # Sun
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-06", "carried-over",   "",                  "01-01", ""),  # Fri
        ("01-07", "holiday",        "christmas",         "01-09", ""),  # Sat
        ("01-09", "carried-over",   "",                  "01-07", ""),  # Mon
        ("02-23", "holiday",        "defender",          "",      ""),  # Thu
        ("02-24", "moved-day-off",  "",                  "02-26", "No. 813 of 28.12.2005"),  # Fri
        ("02-26", "worked-weekend", "",                  "02-24", "No. 813 of 28.12.2005"),  # Sun
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Wed
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Mon
        ("05-06", "worked-weekend", "",                  "05-08", "No. 813 of 28.12.2005"),  # Sat
        ("05-08", "moved-day-off",  "",                  "05-06", "No. 813 of 28.12.2005"),  # Mon
        ("05-09", "holiday",        "victory",           "",      ""),  # Tue
        ("06-12", "holiday",        "russia",            "",      ""),  # Mon
        ("11-04", "holiday",        "national-unity",    "11-06", ""),  # Sat
        ("11-06", "carried-over",   "",                  "11-04", ""),  # Mon
    ),
    2007: (  # 249 working days, 6 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-07", "holiday",        "christmas",         "01-08", ""),  # Sun
        ("01-08", "carried-over",   "",                  "01-07", ""),  # Mon
        ("02-23", "holiday",        "defender",          "",      ""),  # Fri
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Thu
        ("04-28", "worked-weekend", "",                  "04-30", "No. 661 of 11.11.2006"),  # Sat
        ("04-30", "moved-day-off",  "",                  "04-28", "No. 661 of 11.11.2006"),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Tue
        ("05-09", "holiday",        "victory",           "",      ""),  # Wed
        ("06-09", "worked-weekend", "",                  "06-11", "No. 661 of 11.11.2006"),  # Sat
        ("06-11", "moved-day-off",  "",                  "06-09", "No. 661 of 11.11.2006"),  # Mon
        ("06-12", "holiday",        "russia",            "",      ""),  # Tue
        ("11-04", "holiday",        "national-unity",    "11-05", ""),  # Sun
        ("11-05", "carried-over",   "",                  "11-04", ""),  # Mon
        ("12-29", "worked-weekend", "",                  "12-31", "No. 661 of 11.11.2006"),  # Sat
        ("12-31", "moved-day-off",  "",                  "12-29", "No. 661 of 11.11.2006"),  # Mon
    ),
    2008: (  # 250 working days, 7 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-05", "holiday",        "new-year-holidays", "01-08", ""),  # Sat
        ("01-07", "holiday",        "christmas",         "",      ""),  # Mon
        ("01-08", "carried-over",   "",                  "01-05", ""),  # Tue
        ("02-23", "holiday",        "defender",          "02-25", ""),  # Sat
        ("02-25", "carried-over",   "",                  "02-23", ""),  # Mon
        ("03-08", "holiday",        "womens-day",        "03-10", ""),  # Sat
        ("03-10", "carried-over",   "",                  "03-08", ""),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Thu
        ("05-02", "moved-day-off",  "",                  "05-04", ""),  # Fri
        ("05-04", "worked-weekend", "",                  "05-02", ""),  # Sun
        ("05-09", "holiday",        "victory",           "",      ""),  # Fri
        ("06-07", "worked-weekend", "",                  "06-13", ""),  # Sat
        ("06-12", "holiday",        "russia",            "",      ""),  # Thu
        ("06-13", "moved-day-off",  "",                  "06-07", ""),  # Fri
        ("11-01", "worked-weekend", "",                  "11-03", ""),  # Sat
        ("11-03", "moved-day-off",  "",                  "11-01", ""),  # Mon
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Tue
    ),
    2009: (  # 249 working days, 5 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-03", "holiday",        "new-year-holidays", "01-06", ""),  # Sat
        ("01-04", "holiday",        "new-year-holidays", "01-08", ""),  # Sun
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-06", "carried-over",   "",                  "01-03", ""),  # Tue
        ("01-07", "holiday",        "christmas",         "",      ""),  # Wed
        ("01-08", "carried-over",   "",                  "01-04", ""),  # Thu
        ("01-09", "moved-day-off",  "",                  "01-11", ""),  # Fri
        ("01-11", "worked-weekend", "",                  "01-09", ""),  # Sun
        ("02-23", "holiday",        "defender",          "",      ""),  # Mon
        ("03-08", "holiday",        "womens-day",        "03-09", ""),  # Sun
        ("03-09", "carried-over",   "",                  "03-08", ""),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Fri
        ("05-09", "holiday",        "victory",           "05-11", ""),  # Sat
        ("05-11", "carried-over",   "",                  "05-09", ""),  # Mon
        ("06-12", "holiday",        "russia",            "",      ""),  # Fri
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Wed
    ),
    2010: (  # 249 working days, 5 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-02", "holiday",        "new-year-holidays", "01-06", ""),  # Sat
        ("01-03", "holiday",        "new-year-holidays", "01-08", ""),  # Sun
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-06", "carried-over",   "",                  "01-02", ""),  # Wed
        ("01-07", "holiday",        "christmas",         "",      ""),  # Thu
        ("01-08", "carried-over",   "",                  "01-03", ""),  # Fri
        ("02-22", "moved-day-off",  "",                  "02-27", ""),  # Mon
        ("02-23", "holiday",        "defender",          "",      ""),  # Tue
        ("02-27", "worked-weekend", "",                  "02-22", ""),  # Sat
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "05-03", ""),  # Sat
        ("05-03", "carried-over",   "",                  "05-01", ""),  # Mon
        ("05-09", "holiday",        "victory",           "05-10", ""),  # Sun
        ("05-10", "carried-over",   "",                  "05-09", ""),  # Mon
        ("06-12", "holiday",        "russia",            "06-14", ""),  # Sat
        ("06-14", "carried-over",   "",                  "06-12", ""),  # Mon
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Thu
        ("11-05", "moved-day-off",  "",                  "11-13", ""),  # Fri
        ("11-13", "worked-weekend", "",                  "11-05", ""),  # Sat
    ),
    2011: (  # 248 working days, 3 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "01-06", ""),  # Sat
        ("01-02", "holiday",        "new-year-holidays", "01-10", ""),  # Sun
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-06", "carried-over",   "",                  "01-01", ""),  # Thu
        ("01-07", "holiday",        "christmas",         "",      ""),  # Fri
        ("01-10", "carried-over",   "",                  "01-02", ""),  # Mon
        ("02-23", "holiday",        "defender",          "",      ""),  # Wed
        ("03-05", "worked-weekend", "",                  "03-07", "No. 600 of 05.08.2010"),  # Sat
        ("03-07", "moved-day-off",  "",                  "03-05", "No. 600 of 05.08.2010"),  # Mon
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Tue
        ("05-01", "holiday",        "spring-and-labour", "05-02", ""),  # Sun
        ("05-02", "carried-over",   "",                  "05-01", ""),  # Mon
        ("05-09", "holiday",        "victory",           "",      ""),  # Mon
        ("06-12", "holiday",        "russia",            "06-13", ""),  # Sun
        ("06-13", "carried-over",   "",                  "06-12", ""),  # Mon
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Fri
    ),
    2012: (  # 249 working days, 6 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "01-06", ""),  # Sun
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-06", "carried-over",   "",                  "01-01", ""),  # Fri
        ("01-07", "holiday",        "christmas",         "01-09", ""),  # Sat
        ("01-09", "carried-over",   "",                  "01-07", ""),  # Mon
        ("02-23", "holiday",        "defender",          "",      ""),  # Thu
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Thu
        ("03-09", "moved-day-off",  "",                  "03-11", "No. 581 of 20.07.2011"),  # Fri
        ("03-11", "worked-weekend", "",                  "03-09", "No. 581 of 20.07.2011"),  # Sun
        ("04-28", "worked-weekend", "",                  "04-30", "No. 581 of 20.07.2011"),  # Sat
        ("04-30", "moved-day-off",  "",                  "04-28", "No. 581 of 20.07.2011"),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Tue
        ("05-05", "worked-weekend", "",                  "05-07", "No. 201 of 15.03.2012"),  # Sat
        ("05-07", "moved-day-off",  "",                  "05-05", "No. 201 of 15.03.2012"),  # Mon
        ("05-08", "moved-day-off",  "",                  "05-12", "No. 201 of 15.03.2012"),  # Tue
        ("05-09", "holiday",        "victory",           "",      ""),  # Wed
        ("05-12", "worked-weekend", "",                  "05-08", "No. 201 of 15.03.2012"),  # Sat
        ("06-09", "worked-weekend", "",                  "06-11", "No. 581 of 20.07.2011"),  # Sat
        ("06-11", "moved-day-off",  "",                  "06-09", "No. 581 of 20.07.2011"),  # Mon
        ("06-12", "holiday",        "russia",            "",      ""),  # Tue
        ("11-04", "holiday",        "national-unity",    "11-05", ""),  # Sun
        ("11-05", "carried-over",   "",                  "11-04", ""),  # Mon
        ("12-29", "worked-weekend", "",                  "12-31", "No. 581 of 20.07.2011"),  # Sat
        ("12-31", "moved-day-off",  "",                  "12-29", "No. 581 of 20.07.2011"),  # Mon
    ),
    2013: (  # 247 working days, 6 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-05", "holiday",        "new-year-holidays", "05-02", "No. 1048 of 15.10.2012"),  # Sat
        ("01-06", "holiday",        "new-year-holidays", "05-03", "No. 1048 of 15.10.2012"),  # Sun
        ("01-07", "holiday",        "christmas",         "",      ""),  # Mon
        ("01-08", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("02-23", "holiday",        "defender",          "05-10", "No. 1048 of 15.10.2012"),  # Sat
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Fri
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Wed
        ("05-02", "moved-day-off",  "",                  "01-05", "No. 1048 of 15.10.2012"),  # Thu
        ("05-03", "moved-day-off",  "",                  "01-06", "No. 1048 of 15.10.2012"),  # Fri
        ("05-09", "holiday",        "victory",           "",      ""),  # Thu
        ("05-10", "moved-day-off",  "",                  "02-23", "No. 1048 of 15.10.2012"),  # Fri
        ("06-12", "holiday",        "russia",            "",      ""),  # Wed
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Mon
    ),
    2014: (  # 247 working days, 6 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-04", "holiday",        "new-year-holidays", "05-02", "No. 444 of 28.05.2013"),  # Sat
        ("01-05", "holiday",        "new-year-holidays", "06-13", "No. 444 of 28.05.2013"),  # Sun
        ("01-06", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-07", "holiday",        "christmas",         "",      ""),  # Tue
        ("01-08", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("02-23", "holiday",        "defender",          "11-03", "No. 444 of 28.05.2013"),  # Sun
        ("03-08", "holiday",        "womens-day",        "03-10", ""),  # Sat
        ("03-10", "carried-over",   "",                  "03-08", ""),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Thu
        ("05-02", "moved-day-off",  "",                  "01-04", "No. 444 of 28.05.2013"),  # Fri
        ("05-09", "holiday",        "victory",           "",      ""),  # Fri
        ("06-12", "holiday",        "russia",            "",      ""),  # Thu
        ("06-13", "moved-day-off",  "",                  "01-05", "No. 444 of 28.05.2013"),  # Fri
        ("11-03", "moved-day-off",  "",                  "02-23", "No. 444 of 28.05.2013"),  # Mon
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Tue
    ),
    2015: (  # 247 working days, 5 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-03", "holiday",        "new-year-holidays", "01-09", "No. 860 of 27.08.2014"),  # Sat
        ("01-04", "holiday",        "new-year-holidays", "05-04", "No. 860 of 27.08.2014"),  # Sun
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-06", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-07", "holiday",        "christmas",         "",      ""),  # Wed
        ("01-08", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-09", "moved-day-off",  "",                  "01-03", "No. 860 of 27.08.2014"),  # Fri
        ("02-23", "holiday",        "defender",          "",      ""),  # Mon
        ("03-08", "holiday",        "womens-day",        "03-09", ""),  # Sun
        ("03-09", "carried-over",   "",                  "03-08", ""),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Fri
        ("05-04", "moved-day-off",  "",                  "01-04", "No. 860 of 27.08.2014"),  # Mon
        ("05-09", "holiday",        "victory",           "05-11", ""),  # Sat
        ("05-11", "carried-over",   "",                  "05-09", ""),  # Mon
        ("06-12", "holiday",        "russia",            "",      ""),  # Fri
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Wed
    ),
    2016: (  # 247 working days, 2 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-02", "holiday",        "new-year-holidays", "03-07", "No. 1017 of 24.09.2015"),  # Sat
        ("01-03", "holiday",        "new-year-holidays", "05-03", "No. 1017 of 24.09.2015"),  # Sun
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-06", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-07", "holiday",        "christmas",         "",      ""),  # Thu
        ("01-08", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("02-20", "worked-weekend", "",                  "02-22", "No. 1017 of 24.09.2015"),  # Sat
        ("02-22", "moved-day-off",  "",                  "02-20", "No. 1017 of 24.09.2015"),  # Mon
        ("02-23", "holiday",        "defender",          "",      ""),  # Tue
        ("03-07", "moved-day-off",  "",                  "01-02", "No. 1017 of 24.09.2015"),  # Mon
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Tue
        ("05-01", "holiday",        "spring-and-labour", "05-02", ""),  # Sun
        ("05-02", "carried-over",   "",                  "05-01", ""),  # Mon
        ("05-03", "moved-day-off",  "",                  "01-03", "No. 1017 of 24.09.2015"),  # Tue
        ("05-09", "holiday",        "victory",           "",      ""),  # Mon
        ("06-12", "holiday",        "russia",            "06-13", ""),  # Sun
        ("06-13", "carried-over",   "",                  "06-12", ""),  # Mon
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Fri
    ),
    2017: (  # 247 working days, 3 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "02-24", "No. 756 of 04.08.2016"),  # Sun
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-06", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-07", "holiday",        "christmas",         "05-08", "No. 756 of 04.08.2016"),  # Sat
        ("01-08", "holiday",        "new-year-holidays", "",      ""),  # Sun
        ("02-23", "holiday",        "defender",          "",      ""),  # Thu
        ("02-24", "moved-day-off",  "",                  "01-01", "No. 756 of 04.08.2016"),  # Fri
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Wed
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Mon
        ("05-08", "moved-day-off",  "",                  "01-07", "No. 756 of 04.08.2016"),  # Mon
        ("05-09", "holiday",        "victory",           "",      ""),  # Tue
        ("06-12", "holiday",        "russia",            "",      ""),  # Mon
        ("11-04", "holiday",        "national-unity",    "11-06", ""),  # Sat
        ("11-06", "carried-over",   "",                  "11-04", ""),  # Mon
    ),
    2018: (  # 247 working days, 6 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-06", "holiday",        "new-year-holidays", "03-09", ""),  # Sat
        ("01-07", "holiday",        "christmas",         "05-02", ""),  # Sun
        ("01-08", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("02-23", "holiday",        "defender",          "",      ""),  # Fri
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Thu
        ("03-09", "moved-day-off",  "",                  "01-06", ""),  # Fri
        ("04-28", "worked-weekend", "",                  "04-30", ""),  # Sat
        ("04-30", "moved-day-off",  "",                  "04-28", ""),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Tue
        ("05-02", "moved-day-off",  "",                  "01-07", ""),  # Wed
        ("05-09", "holiday",        "victory",           "",      ""),  # Wed
        ("06-09", "worked-weekend", "",                  "06-11", ""),  # Sat
        ("06-11", "moved-day-off",  "",                  "06-09", ""),  # Mon
        ("06-12", "holiday",        "russia",            "",      ""),  # Tue
        ("11-04", "holiday",        "national-unity",    "11-05", ""),  # Sun
        ("11-05", "carried-over",   "",                  "11-04", ""),  # Mon
        ("12-29", "worked-weekend", "",                  "12-31", ""),  # Sat
        ("12-31", "moved-day-off",  "",                  "12-29", ""),  # Mon
    ),
    2019: (  # 247 working days, 6 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-05", "holiday",        "new-year-holidays", "05-02", "No. 1163 of 01.10.2018"),  # Sat
        ("01-06", "holiday",        "new-year-holidays", "05-03", "No. 1163 of 01.10.2018"),  # Sun
        ("01-07", "holiday",        "christmas",         "",      ""),  # Mon
        ("01-08", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("02-23", "holiday",        "defender",          "05-10", "No. 1163 of 01.10.2018"),  # Sat
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Fri
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Wed
        ("05-02", "moved-day-off",  "",                  "01-05", "No. 1163 of 01.10.2018"),  # Thu
        ("05-03", "moved-day-off",  "",                  "01-06", "No. 1163 of 01.10.2018"),  # Fri
        ("05-09", "holiday",        "victory",           "",      ""),  # Thu
        ("05-10", "moved-day-off",  "",                  "02-23", "No. 1163 of 01.10.2018"),  # Fri
        ("06-12", "holiday",        "russia",            "",      ""),  # Wed
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Mon
    ),
    2020: (  # 248 working days, 5 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-04", "holiday",        "new-year-holidays", "05-04", ""),  # Sat
        ("01-05", "holiday",        "new-year-holidays", "05-05", ""),  # Sun
        ("01-06", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-07", "holiday",        "christmas",         "",      ""),  # Tue
        ("01-08", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("02-23", "holiday",        "defender",          "02-24", ""),  # Sun
        ("02-24", "carried-over",   "",                  "02-23", ""),  # Mon
        ("03-08", "holiday",        "womens-day",        "03-09", ""),  # Sun
        ("03-09", "carried-over",   "",                  "03-08", ""),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Fri
        ("05-04", "moved-day-off",  "",                  "01-04", ""),  # Mon
        ("05-05", "moved-day-off",  "",                  "01-05", ""),  # Tue
        ("05-09", "holiday",        "victory",           "05-11", ""),  # Sat
        ("05-11", "carried-over",   "",                  "05-09", ""),  # Mon
        ("06-12", "holiday",        "russia",            "",      ""),  # Fri
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Wed
    ),
    2021: (  # 247 working days, 4 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-02", "holiday",        "new-year-holidays", "11-05", "No. 1648 of 10.10.2020"),  # Sat
        ("01-03", "holiday",        "new-year-holidays", "12-31", "No. 1648 of 10.10.2020"),  # Sun
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-06", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-07", "holiday",        "christmas",         "",      ""),  # Thu
        ("01-08", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("02-20", "worked-weekend", "",                  "02-22", "No. 1648 of 10.10.2020"),  # Sat
        ("02-22", "moved-day-off",  "",                  "02-20", "No. 1648 of 10.10.2020"),  # Mon
        ("02-23", "holiday",        "defender",          "",      ""),  # Tue
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "05-03", ""),  # Sat
        ("05-03", "carried-over",   "",                  "05-01", ""),  # Mon
        ("05-09", "holiday",        "victory",           "05-10", ""),  # Sun
        ("05-10", "carried-over",   "",                  "05-09", ""),  # Mon
        ("06-12", "holiday",        "russia",            "06-14", ""),  # Sat
        ("06-14", "carried-over",   "",                  "06-12", ""),  # Mon
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Thu
        ("11-05", "moved-day-off",  "",                  "01-02", "No. 1648 of 10.10.2020"),  # Fri
        ("12-31", "moved-day-off",  "",                  "01-03", "No. 1648 of 10.10.2020"),  # Fri
    ),
    2022: (  # 247 working days, 3 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "05-03", "No. 1564 of 16.09.2021"),  # Sat
        ("01-02", "holiday",        "new-year-holidays", "05-10", "No. 1564 of 16.09.2021"),  # Sun
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-06", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-07", "holiday",        "christmas",         "",      ""),  # Fri
        ("01-08", "holiday",        "new-year-holidays", "",      ""),  # Sat
        ("02-23", "holiday",        "defender",          "",      ""),  # Wed
        ("03-05", "worked-weekend", "",                  "03-07", "No. 1564 of 16.09.2021"),  # Sat
        ("03-07", "moved-day-off",  "",                  "03-05", "No. 1564 of 16.09.2021"),  # Mon
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Tue
        ("05-01", "holiday",        "spring-and-labour", "05-02", ""),  # Sun
        ("05-02", "carried-over",   "",                  "05-01", ""),  # Mon
        ("05-03", "moved-day-off",  "",                  "01-01", "No. 1564 of 16.09.2021"),  # Tue
        ("05-09", "holiday",        "victory",           "",      ""),  # Mon
        ("05-10", "moved-day-off",  "",                  "01-02", "No. 1564 of 16.09.2021"),  # Tue
        ("06-12", "holiday",        "russia",            "06-13", ""),  # Sun
        ("06-13", "carried-over",   "",                  "06-12", ""),  # Mon
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Fri
    ),
    2023: (  # 247 working days, 3 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "02-24", "No. 1505 of 29.08.2022"),  # Sun
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-06", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-07", "holiday",        "christmas",         "",      ""),  # Sat
        ("01-08", "holiday",        "new-year-holidays", "05-08", "No. 1505 of 29.08.2022"),  # Sun
        ("02-23", "holiday",        "defender",          "",      ""),  # Thu
        ("02-24", "moved-day-off",  "",                  "01-01", "No. 1505 of 29.08.2022"),  # Fri
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Wed
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Mon
        ("05-08", "moved-day-off",  "",                  "01-08", "No. 1505 of 29.08.2022"),  # Mon
        ("05-09", "holiday",        "victory",           "",      ""),  # Tue
        ("06-12", "holiday",        "russia",            "",      ""),  # Mon
        ("11-04", "holiday",        "national-unity",    "11-06", ""),  # Sat
        ("11-06", "carried-over",   "",                  "11-04", ""),  # Mon
    ),
    2024: (  # 248 working days, 5 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-06", "holiday",        "new-year-holidays", "05-10", ""),  # Sat
        ("01-07", "holiday",        "christmas",         "12-31", ""),  # Sun
        ("01-08", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("02-23", "holiday",        "defender",          "",      ""),  # Fri
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Fri
        ("04-27", "worked-weekend", "",                  "04-29", ""),  # Sat
        ("04-29", "moved-day-off",  "",                  "04-27", ""),  # Mon
        ("04-30", "moved-day-off",  "",                  "11-02", ""),  # Tue
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Wed
        ("05-09", "holiday",        "victory",           "",      ""),  # Thu
        ("05-10", "moved-day-off",  "",                  "01-06", ""),  # Fri
        ("06-12", "holiday",        "russia",            "",      ""),  # Wed
        ("11-02", "worked-weekend", "",                  "04-30", ""),  # Sat
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Mon
        ("12-28", "worked-weekend", "",                  "12-30", ""),  # Sat
        ("12-30", "moved-day-off",  "",                  "12-28", ""),  # Mon
        ("12-31", "moved-day-off",  "",                  "01-07", ""),  # Tue
    ),
    2025: (  # 247 working days, 4 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-03", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-04", "holiday",        "new-year-holidays", "05-02", ""),  # Sat
        ("01-05", "holiday",        "new-year-holidays", "12-31", ""),  # Sun
        ("01-06", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-07", "holiday",        "christmas",         "",      ""),  # Tue
        ("01-08", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("02-23", "holiday",        "defender",          "05-08", ""),  # Sun
        ("03-08", "holiday",        "womens-day",        "06-13", ""),  # Sat
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Thu
        ("05-02", "moved-day-off",  "",                  "01-04", ""),  # Fri
        ("05-08", "moved-day-off",  "",                  "02-23", ""),  # Thu
        ("05-09", "holiday",        "victory",           "",      ""),  # Fri
        ("06-12", "holiday",        "russia",            "",      ""),  # Thu
        ("06-13", "moved-day-off",  "",                  "03-08", ""),  # Fri
        ("11-01", "worked-weekend", "",                  "11-03", ""),  # Sat
        ("11-03", "moved-day-off",  "",                  "11-01", ""),  # Mon
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Tue
        ("12-31", "moved-day-off",  "",                  "01-05", ""),  # Wed
    ),
    2026: (  # 247 working days, 4 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-02", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-03", "holiday",        "new-year-holidays", "01-09", ""),  # Sat
        ("01-04", "holiday",        "new-year-holidays", "12-31", ""),  # Sun
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-06", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-07", "holiday",        "christmas",         "",      ""),  # Wed
        ("01-08", "holiday",        "new-year-holidays", "",      ""),  # Thu
        ("01-09", "moved-day-off",  "",                  "01-03", ""),  # Fri
        ("02-23", "holiday",        "defender",          "",      ""),  # Mon
        ("03-08", "holiday",        "womens-day",        "03-09", ""),  # Sun
        ("03-09", "carried-over",   "",                  "03-08", ""),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "",      ""),  # Fri
        ("05-09", "holiday",        "victory",           "05-11", ""),  # Sat
        ("05-11", "carried-over",   "",                  "05-09", ""),  # Mon
        ("06-12", "holiday",        "russia",            "",      ""),  # Fri
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Wed
        ("12-31", "moved-day-off",  "",                  "01-04", ""),  # Thu
    ),
    2027: (  # 247 working days, 4 of them an hour shorter
        ("01-01", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("01-02", "holiday",        "new-year-holidays", "11-05", ""),  # Sat
        ("01-03", "holiday",        "new-year-holidays", "12-31", ""),  # Sun
        ("01-04", "holiday",        "new-year-holidays", "",      ""),  # Mon
        ("01-05", "holiday",        "new-year-holidays", "",      ""),  # Tue
        ("01-06", "holiday",        "new-year-holidays", "",      ""),  # Wed
        ("01-07", "holiday",        "christmas",         "",      ""),  # Thu
        ("01-08", "holiday",        "new-year-holidays", "",      ""),  # Fri
        ("02-20", "worked-weekend", "",                  "02-22", ""),  # Sat
        ("02-22", "moved-day-off",  "",                  "02-20", ""),  # Mon
        ("02-23", "holiday",        "defender",          "",      ""),  # Tue
        ("03-08", "holiday",        "womens-day",        "",      ""),  # Mon
        ("05-01", "holiday",        "spring-and-labour", "05-03", ""),  # Sat
        ("05-03", "carried-over",   "",                  "05-01", ""),  # Mon
        ("05-09", "holiday",        "victory",           "05-10", ""),  # Sun
        ("05-10", "carried-over",   "",                  "05-09", ""),  # Mon
        ("06-12", "holiday",        "russia",            "06-14", ""),  # Sat
        ("06-14", "carried-over",   "",                  "06-12", ""),  # Mon
        ("11-04", "holiday",        "national-unity",    "",      ""),  # Thu
        ("11-05", "moved-day-off",  "",                  "01-02", ""),  # Fri
        ("12-31", "moved-day-off",  "",                  "01-03", ""),  # Fri
    ),
}

HOLIDAY_NAMES: Final = {
    "new-year": (
        "Новый год",
        "New Year's Day",
    ),
    "christmas": (
        "Рождество Христово",
        "Christmas Day",
    ),
    "womens-day": (
        "Международный женский день",
        "International Women's Day",
    ),
    "spring-and-labour": (
        "Праздник Весны и Труда",
        "Spring and Labour Day",
    ),
    "victory": (
        "День Победы",
        "Victory Day",
    ),
    "sovereignty": (
        "День принятия Декларации о государственном суверенитете Российской Федерации",
        "Day of the Declaration of State Sovereignty of the Russian Federation",
    ),
    "accord": (
        "День согласия и примирения",
        "Day of Accord and Reconciliation",
    ),
    "constitution": (
        "День Конституции Российской Федерации",
        "Constitution Day",
    ),
    "defender": (
        "День защитника Отечества",
        "Defender of the Fatherland Day",
    ),
    "russia": (
        "День России",
        "Russia Day",
    ),
    "new-year-holidays": (
        "Новогодние каникулы",
        "New Year Holidays",
    ),
    "national-unity": (
        "День народного единства",
        "National Unity Day",
    ),
}
