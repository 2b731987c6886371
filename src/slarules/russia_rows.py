"""
The Russian days of 1999-2027 that are holidays or depart from Monday to Friday. Generated.

``tools/make_russia_rows.py`` writes this file and ``--check`` compares it. A row is a day, what it
is, the id of the holiday, the other day of a transfer, and the act where its number is confirmed.
The other day is the one that gave the day off away (for "moved-day-off" and "carried-over") or the
one that received it (for "holiday" and "worked-weekend"). Presidential days are not here.
"""

from __future__ import annotations

from typing import Final

# fmt: off

ROWS: Final = (
    # 1999: 251 working days, 4 of them an hour shorter
    ("1999-01-01", "holiday",        "new-year",                  "",           ""),  # Fri
    ("1999-01-02", "holiday",        "new-year",                  "1999-01-04", ""),  # Sat
    ("1999-01-04", "carried-over",   "",                          "1999-01-02", ""),  # Mon
    ("1999-01-07", "holiday",        "christmas",                 "",           ""),  # Thu
    ("1999-01-08", "moved-day-off",  "",                          "1999-01-10", ""),  # Fri
    ("1999-01-10", "worked-weekend", "",                          "1999-01-08", ""),  # Sun
    ("1999-03-08", "holiday",        "womens-day",                "",           ""),  # Mon
    ("1999-05-01", "holiday",        "spring-and-labour",         "1999-05-03", ""),  # Sat
    ("1999-05-02", "holiday",        "spring-and-labour",         "1999-05-04", ""),  # Sun
    ("1999-05-03", "carried-over",   "",                          "1999-05-01", ""),  # Mon
    ("1999-05-04", "carried-over",   "",                          "1999-05-02", ""),  # Tue
    ("1999-05-09", "holiday",        "victory",                   "1999-05-10", ""),  # Sun
    ("1999-05-10", "carried-over",   "",                          "1999-05-09", ""),  # Mon
    ("1999-06-12", "holiday",        "sovereignty-declaration",   "1999-06-14", ""),  # Sat
    ("1999-06-14", "carried-over",   "",                          "1999-06-12", ""),  # Mon
    ("1999-11-07", "holiday",        "accord-and-reconciliation", "1999-11-08", ""),  # Sun
    ("1999-11-08", "carried-over",   "",                          "1999-11-07", ""),  # Mon
    ("1999-12-12", "holiday",        "constitution",              "1999-12-13", ""),  # Sun
    ("1999-12-13", "carried-over",   "",                          "1999-12-12", ""),  # Mon
    # 2000: 250 working days, 5 of them an hour shorter
    ("2000-01-01", "holiday",        "new-year",                  "2000-01-03", ""),  # Sat
    ("2000-01-02", "holiday",        "new-year",                  "2000-01-04", ""),  # Sun
    ("2000-01-03", "carried-over",   "",                          "2000-01-01", ""),  # Mon
    ("2000-01-04", "carried-over",   "",                          "2000-01-02", ""),  # Tue
    ("2000-01-07", "holiday",        "christmas",                 "",           ""),  # Fri
    ("2000-03-08", "holiday",        "womens-day",                "",           ""),  # Wed
    ("2000-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Mon
    ("2000-05-02", "holiday",        "spring-and-labour",         "",           ""),  # Tue
    ("2000-05-06", "worked-weekend", "",                          "2000-05-08", ""),  # Sat
    ("2000-05-08", "moved-day-off",  "",                          "2000-05-06", ""),  # Mon
    ("2000-05-09", "holiday",        "victory",                   "",           ""),  # Tue
    ("2000-06-12", "holiday",        "sovereignty-declaration",   "",           ""),  # Mon
    ("2000-11-04", "worked-weekend", "",                          "2000-11-06", ""),  # Sat
    ("2000-11-06", "moved-day-off",  "",                          "2000-11-04", ""),  # Mon
    ("2000-11-07", "holiday",        "accord-and-reconciliation", "",           ""),  # Tue
    ("2000-12-09", "worked-weekend", "",                          "2000-12-11", ""),  # Sat
    ("2000-12-11", "moved-day-off",  "",                          "2000-12-09", ""),  # Mon
    ("2000-12-12", "holiday",        "constitution",              "",           ""),  # Tue
    # 2001: 251 working days, 7 of them an hour shorter
    ("2001-01-01", "holiday",        "new-year",                  "",           ""),  # Mon
    ("2001-01-02", "holiday",        "new-year",                  "",           ""),  # Tue
    ("2001-01-07", "holiday",        "christmas",                 "2001-01-08", ""),  # Sun
    ("2001-01-08", "carried-over",   "",                          "2001-01-07", ""),  # Mon
    ("2001-03-08", "holiday",        "womens-day",                "",           ""),  # Thu
    ("2001-03-09", "moved-day-off",  "",                          "2001-03-11", "No. 84 of 05.02.2001"),  # Fri
    ("2001-03-11", "worked-weekend", "",                          "2001-03-09", "No. 84 of 05.02.2001"),  # Sun
    ("2001-04-28", "worked-weekend", "",                          "2001-04-30", "No. 84 of 05.02.2001"),  # Sat
    ("2001-04-30", "moved-day-off",  "",                          "2001-04-28", "No. 84 of 05.02.2001"),  # Mon
    ("2001-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Tue
    ("2001-05-02", "holiday",        "spring-and-labour",         "",           ""),  # Wed
    ("2001-05-09", "holiday",        "victory",                   "",           ""),  # Wed
    ("2001-06-09", "worked-weekend", "",                          "2001-06-11", "No. 84 of 05.02.2001"),  # Sat
    ("2001-06-11", "moved-day-off",  "",                          "2001-06-09", "No. 84 of 05.02.2001"),  # Mon
    ("2001-06-12", "holiday",        "sovereignty-declaration",   "",           ""),  # Tue
    ("2001-11-07", "holiday",        "accord-and-reconciliation", "",           ""),  # Wed
    ("2001-12-12", "holiday",        "constitution",              "",           ""),  # Wed
    ("2001-12-29", "worked-weekend", "",                          "2001-12-31", "No. 84 of 05.02.2001"),  # Sat
    ("2001-12-31", "moved-day-off",  "",                          "2001-12-29", "No. 84 of 05.02.2001"),  # Mon
    # 2002: 250 working days, 8 of them an hour shorter
    ("2002-01-01", "holiday",        "new-year",                  "",           ""),  # Tue
    ("2002-01-02", "holiday",        "new-year",                  "",           ""),  # Wed
    ("2002-01-07", "holiday",        "christmas",                 "",           ""),  # Mon
    ("2002-02-23", "holiday",        "fatherland-defender",       "2002-02-25", ""),  # Sat
    ("2002-02-25", "carried-over",   "",                          "2002-02-23", ""),  # Mon
    ("2002-03-08", "holiday",        "womens-day",                "",           ""),  # Fri
    ("2002-04-27", "worked-weekend", "",                          "2002-05-03", ""),  # Sat
    ("2002-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Wed
    ("2002-05-02", "holiday",        "spring-and-labour",         "",           ""),  # Thu
    ("2002-05-03", "moved-day-off",  "",                          "2002-04-27", ""),  # Fri
    ("2002-05-09", "holiday",        "victory",                   "",           ""),  # Thu
    ("2002-05-10", "moved-day-off",  "",                          "2002-05-18", ""),  # Fri
    ("2002-05-18", "worked-weekend", "",                          "2002-05-10", ""),  # Sat
    ("2002-06-12", "holiday",        "russia",                    "",           ""),  # Wed
    ("2002-11-07", "holiday",        "accord-and-reconciliation", "",           ""),  # Thu
    ("2002-11-08", "moved-day-off",  "",                          "2002-11-10", ""),  # Fri
    ("2002-11-10", "worked-weekend", "",                          "2002-11-08", ""),  # Sun
    ("2002-12-12", "holiday",        "constitution",              "",           ""),  # Thu
    ("2002-12-13", "moved-day-off",  "",                          "2002-12-15", ""),  # Fri
    ("2002-12-15", "worked-weekend", "",                          "2002-12-13", ""),  # Sun
    # 2003: 250 working days, 8 of them an hour shorter
    ("2003-01-01", "holiday",        "new-year",                  "",           ""),  # Wed
    ("2003-01-02", "holiday",        "new-year",                  "",           ""),  # Thu
    ("2003-01-03", "moved-day-off",  "",                          "2003-01-04", ""),  # Fri
    ("2003-01-04", "worked-weekend", "",                          "2003-01-03", ""),  # Sat
    ("2003-01-05", "worked-weekend", "",                          "2003-01-06", ""),  # Sun
    ("2003-01-06", "moved-day-off",  "",                          "2003-01-05", ""),  # Mon
    ("2003-01-07", "holiday",        "christmas",                 "",           ""),  # Tue
    ("2003-02-23", "holiday",        "fatherland-defender",       "2003-02-24", ""),  # Sun
    ("2003-02-24", "carried-over",   "",                          "2003-02-23", ""),  # Mon
    ("2003-03-08", "holiday",        "womens-day",                "2003-03-10", ""),  # Sat
    ("2003-03-10", "carried-over",   "",                          "2003-03-08", ""),  # Mon
    ("2003-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Thu
    ("2003-05-02", "holiday",        "spring-and-labour",         "",           ""),  # Fri
    ("2003-05-09", "holiday",        "victory",                   "",           ""),  # Fri
    ("2003-06-12", "holiday",        "russia",                    "",           ""),  # Thu
    ("2003-06-13", "moved-day-off",  "",                          "2003-06-21", ""),  # Fri
    ("2003-06-21", "worked-weekend", "",                          "2003-06-13", ""),  # Sat
    ("2003-11-07", "holiday",        "accord-and-reconciliation", "",           ""),  # Fri
    ("2003-12-12", "holiday",        "constitution",              "",           ""),  # Fri
    # 2004: 251 working days, 4 of them an hour shorter
    ("2004-01-01", "holiday",        "new-year",                  "",           ""),  # Thu
    ("2004-01-02", "holiday",        "new-year",                  "",           ""),  # Fri
    ("2004-01-07", "holiday",        "christmas",                 "",           ""),  # Wed
    ("2004-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Mon
    ("2004-03-08", "holiday",        "womens-day",                "",           ""),  # Mon
    ("2004-05-01", "holiday",        "spring-and-labour",         "2004-05-03", ""),  # Sat
    ("2004-05-02", "holiday",        "spring-and-labour",         "2004-05-04", ""),  # Sun
    ("2004-05-03", "carried-over",   "",                          "2004-05-01", ""),  # Mon
    ("2004-05-04", "carried-over",   "",                          "2004-05-02", ""),  # Tue
    ("2004-05-09", "holiday",        "victory",                   "2004-05-10", ""),  # Sun
    ("2004-05-10", "carried-over",   "",                          "2004-05-09", ""),  # Mon
    ("2004-06-12", "holiday",        "russia",                    "2004-06-14", ""),  # Sat
    ("2004-06-14", "carried-over",   "",                          "2004-06-12", ""),  # Mon
    ("2004-11-07", "holiday",        "accord-and-reconciliation", "2004-11-08", ""),  # Sun
    ("2004-11-08", "carried-over",   "",                          "2004-11-07", ""),  # Mon
    ("2004-12-12", "holiday",        "constitution",              "2004-12-13", ""),  # Sun
    ("2004-12-13", "carried-over",   "",                          "2004-12-12", ""),  # Mon
    # 2005: 248 working days, 3 of them an hour shorter
    ("2005-01-01", "holiday",        "new-year-holidays",         "2005-01-06", ""),  # Sat
    ("2005-01-02", "holiday",        "new-year-holidays",         "2005-01-10", ""),  # Sun
    ("2005-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2005-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2005-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2005-01-06", "carried-over",   "",                          "2005-01-01", ""),  # Thu
    ("2005-01-07", "holiday",        "christmas",                 "",           ""),  # Fri
    ("2005-01-10", "carried-over",   "",                          "2005-01-02", ""),  # Mon
    ("2005-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Wed
    ("2005-03-05", "worked-weekend", "",                          "2005-03-07", ""),  # Sat
    ("2005-03-07", "moved-day-off",  "",                          "2005-03-05", ""),  # Mon
    ("2005-03-08", "holiday",        "womens-day",                "",           ""),  # Tue
    ("2005-05-01", "holiday",        "spring-and-labour",         "2005-05-02", ""),  # Sun
    ("2005-05-02", "carried-over",   "",                          "2005-05-01", ""),  # Mon
    ("2005-05-09", "holiday",        "victory",                   "",           ""),  # Mon
    ("2005-05-10", "moved-day-off",  "",                          "2005-05-14", ""),  # Tue
    ("2005-05-14", "worked-weekend", "",                          "2005-05-10", ""),  # Sat
    ("2005-06-12", "holiday",        "russia",                    "2005-06-13", ""),  # Sun
    ("2005-06-13", "carried-over",   "",                          "2005-06-12", ""),  # Mon
    ("2005-11-04", "holiday",        "national-unity",            "",           ""),  # Fri
    # 2006: 248 working days, 4 of them an hour shorter
    ("2006-01-01", "holiday",        "new-year-holidays",         "2006-01-06", ""),  # Sun
    ("2006-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2006-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2006-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2006-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2006-01-06", "carried-over",   "",                          "2006-01-01", ""),  # Fri
    ("2006-01-07", "holiday",        "christmas",                 "2006-01-09", ""),  # Sat
    ("2006-01-09", "carried-over",   "",                          "2006-01-07", ""),  # Mon
    ("2006-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Thu
    ("2006-02-24", "moved-day-off",  "",                          "2006-02-26", "No. 813 of 28.12.2005"),  # Fri
    ("2006-02-26", "worked-weekend", "",                          "2006-02-24", "No. 813 of 28.12.2005"),  # Sun
    ("2006-03-08", "holiday",        "womens-day",                "",           ""),  # Wed
    ("2006-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Mon
    ("2006-05-06", "worked-weekend", "",                          "2006-05-08", "No. 813 of 28.12.2005"),  # Sat
    ("2006-05-08", "moved-day-off",  "",                          "2006-05-06", "No. 813 of 28.12.2005"),  # Mon
    ("2006-05-09", "holiday",        "victory",                   "",           ""),  # Tue
    ("2006-06-12", "holiday",        "russia",                    "",           ""),  # Mon
    ("2006-11-04", "holiday",        "national-unity",            "2006-11-06", ""),  # Sat
    ("2006-11-06", "carried-over",   "",                          "2006-11-04", ""),  # Mon
    # 2007: 249 working days, 6 of them an hour shorter
    ("2007-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2007-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2007-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2007-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2007-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2007-01-07", "holiday",        "christmas",                 "2007-01-08", ""),  # Sun
    ("2007-01-08", "carried-over",   "",                          "2007-01-07", ""),  # Mon
    ("2007-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Fri
    ("2007-03-08", "holiday",        "womens-day",                "",           ""),  # Thu
    ("2007-04-28", "worked-weekend", "",                          "2007-04-30", "No. 661 of 11.11.2006"),  # Sat
    ("2007-04-30", "moved-day-off",  "",                          "2007-04-28", "No. 661 of 11.11.2006"),  # Mon
    ("2007-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Tue
    ("2007-05-09", "holiday",        "victory",                   "",           ""),  # Wed
    ("2007-06-09", "worked-weekend", "",                          "2007-06-11", "No. 661 of 11.11.2006"),  # Sat
    ("2007-06-11", "moved-day-off",  "",                          "2007-06-09", "No. 661 of 11.11.2006"),  # Mon
    ("2007-06-12", "holiday",        "russia",                    "",           ""),  # Tue
    ("2007-11-04", "holiday",        "national-unity",            "2007-11-05", ""),  # Sun
    ("2007-11-05", "carried-over",   "",                          "2007-11-04", ""),  # Mon
    ("2007-12-29", "worked-weekend", "",                          "2007-12-31", "No. 661 of 11.11.2006"),  # Sat
    ("2007-12-31", "moved-day-off",  "",                          "2007-12-29", "No. 661 of 11.11.2006"),  # Mon
    # 2008: 250 working days, 7 of them an hour shorter
    ("2008-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2008-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2008-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2008-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2008-01-05", "holiday",        "new-year-holidays",         "2008-01-08", ""),  # Sat
    ("2008-01-07", "holiday",        "christmas",                 "",           ""),  # Mon
    ("2008-01-08", "carried-over",   "",                          "2008-01-05", ""),  # Tue
    ("2008-02-23", "holiday",        "fatherland-defender",       "2008-02-25", ""),  # Sat
    ("2008-02-25", "carried-over",   "",                          "2008-02-23", ""),  # Mon
    ("2008-03-08", "holiday",        "womens-day",                "2008-03-10", ""),  # Sat
    ("2008-03-10", "carried-over",   "",                          "2008-03-08", ""),  # Mon
    ("2008-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Thu
    ("2008-05-02", "moved-day-off",  "",                          "2008-05-04", ""),  # Fri
    ("2008-05-04", "worked-weekend", "",                          "2008-05-02", ""),  # Sun
    ("2008-05-09", "holiday",        "victory",                   "",           ""),  # Fri
    ("2008-06-07", "worked-weekend", "",                          "2008-06-13", ""),  # Sat
    ("2008-06-12", "holiday",        "russia",                    "",           ""),  # Thu
    ("2008-06-13", "moved-day-off",  "",                          "2008-06-07", ""),  # Fri
    ("2008-11-01", "worked-weekend", "",                          "2008-11-03", ""),  # Sat
    ("2008-11-03", "moved-day-off",  "",                          "2008-11-01", ""),  # Mon
    ("2008-11-04", "holiday",        "national-unity",            "",           ""),  # Tue
    # 2009: 249 working days, 5 of them an hour shorter
    ("2009-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2009-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2009-01-03", "holiday",        "new-year-holidays",         "2009-01-06", ""),  # Sat
    ("2009-01-04", "holiday",        "new-year-holidays",         "2009-01-08", ""),  # Sun
    ("2009-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2009-01-06", "carried-over",   "",                          "2009-01-03", ""),  # Tue
    ("2009-01-07", "holiday",        "christmas",                 "",           ""),  # Wed
    ("2009-01-08", "carried-over",   "",                          "2009-01-04", ""),  # Thu
    ("2009-01-09", "moved-day-off",  "",                          "2009-01-11", ""),  # Fri
    ("2009-01-11", "worked-weekend", "",                          "2009-01-09", ""),  # Sun
    ("2009-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Mon
    ("2009-03-08", "holiday",        "womens-day",                "2009-03-09", ""),  # Sun
    ("2009-03-09", "carried-over",   "",                          "2009-03-08", ""),  # Mon
    ("2009-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Fri
    ("2009-05-09", "holiday",        "victory",                   "2009-05-11", ""),  # Sat
    ("2009-05-11", "carried-over",   "",                          "2009-05-09", ""),  # Mon
    ("2009-06-12", "holiday",        "russia",                    "",           ""),  # Fri
    ("2009-11-04", "holiday",        "national-unity",            "",           ""),  # Wed
    # 2010: 249 working days, 5 of them an hour shorter
    ("2010-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2010-01-02", "holiday",        "new-year-holidays",         "2010-01-06", ""),  # Sat
    ("2010-01-03", "holiday",        "new-year-holidays",         "2010-01-08", ""),  # Sun
    ("2010-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2010-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2010-01-06", "carried-over",   "",                          "2010-01-02", ""),  # Wed
    ("2010-01-07", "holiday",        "christmas",                 "",           ""),  # Thu
    ("2010-01-08", "carried-over",   "",                          "2010-01-03", ""),  # Fri
    ("2010-02-22", "moved-day-off",  "",                          "2010-02-27", ""),  # Mon
    ("2010-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Tue
    ("2010-02-27", "worked-weekend", "",                          "2010-02-22", ""),  # Sat
    ("2010-03-08", "holiday",        "womens-day",                "",           ""),  # Mon
    ("2010-05-01", "holiday",        "spring-and-labour",         "2010-05-03", ""),  # Sat
    ("2010-05-03", "carried-over",   "",                          "2010-05-01", ""),  # Mon
    ("2010-05-09", "holiday",        "victory",                   "2010-05-10", ""),  # Sun
    ("2010-05-10", "carried-over",   "",                          "2010-05-09", ""),  # Mon
    ("2010-06-12", "holiday",        "russia",                    "2010-06-14", ""),  # Sat
    ("2010-06-14", "carried-over",   "",                          "2010-06-12", ""),  # Mon
    ("2010-11-04", "holiday",        "national-unity",            "",           ""),  # Thu
    ("2010-11-05", "moved-day-off",  "",                          "2010-11-13", ""),  # Fri
    ("2010-11-13", "worked-weekend", "",                          "2010-11-05", ""),  # Sat
    # 2011: 248 working days, 3 of them an hour shorter
    ("2011-01-01", "holiday",        "new-year-holidays",         "2011-01-06", ""),  # Sat
    ("2011-01-02", "holiday",        "new-year-holidays",         "2011-01-10", ""),  # Sun
    ("2011-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2011-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2011-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2011-01-06", "carried-over",   "",                          "2011-01-01", ""),  # Thu
    ("2011-01-07", "holiday",        "christmas",                 "",           ""),  # Fri
    ("2011-01-10", "carried-over",   "",                          "2011-01-02", ""),  # Mon
    ("2011-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Wed
    ("2011-03-05", "worked-weekend", "",                          "2011-03-07", "No. 600 of 05.08.2010"),  # Sat
    ("2011-03-07", "moved-day-off",  "",                          "2011-03-05", "No. 600 of 05.08.2010"),  # Mon
    ("2011-03-08", "holiday",        "womens-day",                "",           ""),  # Tue
    ("2011-05-01", "holiday",        "spring-and-labour",         "2011-05-02", ""),  # Sun
    ("2011-05-02", "carried-over",   "",                          "2011-05-01", ""),  # Mon
    ("2011-05-09", "holiday",        "victory",                   "",           ""),  # Mon
    ("2011-06-12", "holiday",        "russia",                    "2011-06-13", ""),  # Sun
    ("2011-06-13", "carried-over",   "",                          "2011-06-12", ""),  # Mon
    ("2011-11-04", "holiday",        "national-unity",            "",           ""),  # Fri
    # 2012: 249 working days, 6 of them an hour shorter
    ("2012-01-01", "holiday",        "new-year-holidays",         "2012-01-06", ""),  # Sun
    ("2012-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2012-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2012-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2012-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2012-01-06", "carried-over",   "",                          "2012-01-01", ""),  # Fri
    ("2012-01-07", "holiday",        "christmas",                 "2012-01-09", ""),  # Sat
    ("2012-01-09", "carried-over",   "",                          "2012-01-07", ""),  # Mon
    ("2012-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Thu
    ("2012-03-08", "holiday",        "womens-day",                "",           ""),  # Thu
    ("2012-03-09", "moved-day-off",  "",                          "2012-03-11", "No. 581 of 20.07.2011"),  # Fri
    ("2012-03-11", "worked-weekend", "",                          "2012-03-09", "No. 581 of 20.07.2011"),  # Sun
    ("2012-04-28", "worked-weekend", "",                          "2012-04-30", "No. 581 of 20.07.2011"),  # Sat
    ("2012-04-30", "moved-day-off",  "",                          "2012-04-28", "No. 581 of 20.07.2011"),  # Mon
    ("2012-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Tue
    ("2012-05-05", "worked-weekend", "",                          "2012-05-07", "No. 201 of 15.03.2012"),  # Sat
    ("2012-05-07", "moved-day-off",  "",                          "2012-05-05", "No. 201 of 15.03.2012"),  # Mon
    ("2012-05-08", "moved-day-off",  "",                          "2012-05-12", "No. 201 of 15.03.2012"),  # Tue
    ("2012-05-09", "holiday",        "victory",                   "",           ""),  # Wed
    ("2012-05-12", "worked-weekend", "",                          "2012-05-08", "No. 201 of 15.03.2012"),  # Sat
    ("2012-06-09", "worked-weekend", "",                          "2012-06-11", "No. 581 of 20.07.2011"),  # Sat
    ("2012-06-11", "moved-day-off",  "",                          "2012-06-09", "No. 581 of 20.07.2011"),  # Mon
    ("2012-06-12", "holiday",        "russia",                    "",           ""),  # Tue
    ("2012-11-04", "holiday",        "national-unity",            "2012-11-05", ""),  # Sun
    ("2012-11-05", "carried-over",   "",                          "2012-11-04", ""),  # Mon
    ("2012-12-29", "worked-weekend", "",                          "2012-12-31", "No. 581 of 20.07.2011"),  # Sat
    ("2012-12-31", "moved-day-off",  "",                          "2012-12-29", "No. 581 of 20.07.2011"),  # Mon
    # 2013: 247 working days, 6 of them an hour shorter
    ("2013-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2013-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2013-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2013-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2013-01-05", "holiday",        "new-year-holidays",         "2013-05-02", "No. 1048 of 15.10.2012"),  # Sat
    ("2013-01-06", "holiday",        "new-year-holidays",         "2013-05-03", "No. 1048 of 15.10.2012"),  # Sun
    ("2013-01-07", "holiday",        "christmas",                 "",           ""),  # Mon
    ("2013-01-08", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2013-02-23", "holiday",        "fatherland-defender",       "2013-05-10", "No. 1048 of 15.10.2012"),  # Sat
    ("2013-03-08", "holiday",        "womens-day",                "",           ""),  # Fri
    ("2013-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Wed
    ("2013-05-02", "moved-day-off",  "",                          "2013-01-05", "No. 1048 of 15.10.2012"),  # Thu
    ("2013-05-03", "moved-day-off",  "",                          "2013-01-06", "No. 1048 of 15.10.2012"),  # Fri
    ("2013-05-09", "holiday",        "victory",                   "",           ""),  # Thu
    ("2013-05-10", "moved-day-off",  "",                          "2013-02-23", "No. 1048 of 15.10.2012"),  # Fri
    ("2013-06-12", "holiday",        "russia",                    "",           ""),  # Wed
    ("2013-11-04", "holiday",        "national-unity",            "",           ""),  # Mon
    # 2014: 247 working days, 6 of them an hour shorter
    ("2014-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2014-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2014-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2014-01-04", "holiday",        "new-year-holidays",         "2014-05-02", "No. 444 of 28.05.2013"),  # Sat
    ("2014-01-05", "holiday",        "new-year-holidays",         "2014-06-13", "No. 444 of 28.05.2013"),  # Sun
    ("2014-01-06", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2014-01-07", "holiday",        "christmas",                 "",           ""),  # Tue
    ("2014-01-08", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2014-02-23", "holiday",        "fatherland-defender",       "2014-11-03", "No. 444 of 28.05.2013"),  # Sun
    ("2014-03-08", "holiday",        "womens-day",                "2014-03-10", ""),  # Sat
    ("2014-03-10", "carried-over",   "",                          "2014-03-08", ""),  # Mon
    ("2014-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Thu
    ("2014-05-02", "moved-day-off",  "",                          "2014-01-04", "No. 444 of 28.05.2013"),  # Fri
    ("2014-05-09", "holiday",        "victory",                   "",           ""),  # Fri
    ("2014-06-12", "holiday",        "russia",                    "",           ""),  # Thu
    ("2014-06-13", "moved-day-off",  "",                          "2014-01-05", "No. 444 of 28.05.2013"),  # Fri
    ("2014-11-03", "moved-day-off",  "",                          "2014-02-23", "No. 444 of 28.05.2013"),  # Mon
    ("2014-11-04", "holiday",        "national-unity",            "",           ""),  # Tue
    # 2015: 247 working days, 5 of them an hour shorter
    ("2015-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2015-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2015-01-03", "holiday",        "new-year-holidays",         "2015-01-09", "No. 860 of 27.08.2014"),  # Sat
    ("2015-01-04", "holiday",        "new-year-holidays",         "2015-05-04", "No. 860 of 27.08.2014"),  # Sun
    ("2015-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2015-01-06", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2015-01-07", "holiday",        "christmas",                 "",           ""),  # Wed
    ("2015-01-08", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2015-01-09", "moved-day-off",  "",                          "2015-01-03", "No. 860 of 27.08.2014"),  # Fri
    ("2015-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Mon
    ("2015-03-08", "holiday",        "womens-day",                "2015-03-09", ""),  # Sun
    ("2015-03-09", "carried-over",   "",                          "2015-03-08", ""),  # Mon
    ("2015-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Fri
    ("2015-05-04", "moved-day-off",  "",                          "2015-01-04", "No. 860 of 27.08.2014"),  # Mon
    ("2015-05-09", "holiday",        "victory",                   "2015-05-11", ""),  # Sat
    ("2015-05-11", "carried-over",   "",                          "2015-05-09", ""),  # Mon
    ("2015-06-12", "holiday",        "russia",                    "",           ""),  # Fri
    ("2015-11-04", "holiday",        "national-unity",            "",           ""),  # Wed
    # 2016: 247 working days, 2 of them an hour shorter
    ("2016-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2016-01-02", "holiday",        "new-year-holidays",         "2016-03-07", "No. 1017 of 24.09.2015"),  # Sat
    ("2016-01-03", "holiday",        "new-year-holidays",         "2016-05-03", "No. 1017 of 24.09.2015"),  # Sun
    ("2016-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2016-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2016-01-06", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2016-01-07", "holiday",        "christmas",                 "",           ""),  # Thu
    ("2016-01-08", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2016-02-20", "worked-weekend", "",                          "2016-02-22", "No. 1017 of 24.09.2015"),  # Sat
    ("2016-02-22", "moved-day-off",  "",                          "2016-02-20", "No. 1017 of 24.09.2015"),  # Mon
    ("2016-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Tue
    ("2016-03-07", "moved-day-off",  "",                          "2016-01-02", "No. 1017 of 24.09.2015"),  # Mon
    ("2016-03-08", "holiday",        "womens-day",                "",           ""),  # Tue
    ("2016-05-01", "holiday",        "spring-and-labour",         "2016-05-02", ""),  # Sun
    ("2016-05-02", "carried-over",   "",                          "2016-05-01", ""),  # Mon
    ("2016-05-03", "moved-day-off",  "",                          "2016-01-03", "No. 1017 of 24.09.2015"),  # Tue
    ("2016-05-09", "holiday",        "victory",                   "",           ""),  # Mon
    ("2016-06-12", "holiday",        "russia",                    "2016-06-13", ""),  # Sun
    ("2016-06-13", "carried-over",   "",                          "2016-06-12", ""),  # Mon
    ("2016-11-04", "holiday",        "national-unity",            "",           ""),  # Fri
    # 2017: 247 working days, 3 of them an hour shorter
    ("2017-01-01", "holiday",        "new-year-holidays",         "2017-02-24", "No. 756 of 04.08.2016"),  # Sun
    ("2017-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2017-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2017-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2017-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2017-01-06", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2017-01-07", "holiday",        "christmas",                 "2017-05-08", "No. 756 of 04.08.2016"),  # Sat
    ("2017-01-08", "holiday",        "new-year-holidays",         "",           ""),  # Sun
    ("2017-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Thu
    ("2017-02-24", "moved-day-off",  "",                          "2017-01-01", "No. 756 of 04.08.2016"),  # Fri
    ("2017-03-08", "holiday",        "womens-day",                "",           ""),  # Wed
    ("2017-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Mon
    ("2017-05-08", "moved-day-off",  "",                          "2017-01-07", "No. 756 of 04.08.2016"),  # Mon
    ("2017-05-09", "holiday",        "victory",                   "",           ""),  # Tue
    ("2017-06-12", "holiday",        "russia",                    "",           ""),  # Mon
    ("2017-11-04", "holiday",        "national-unity",            "2017-11-06", ""),  # Sat
    ("2017-11-06", "carried-over",   "",                          "2017-11-04", ""),  # Mon
    # 2018: 247 working days, 6 of them an hour shorter
    ("2018-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2018-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2018-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2018-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2018-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2018-01-06", "holiday",        "new-year-holidays",         "2018-03-09", ""),  # Sat
    ("2018-01-07", "holiday",        "christmas",                 "2018-05-02", ""),  # Sun
    ("2018-01-08", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2018-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Fri
    ("2018-03-08", "holiday",        "womens-day",                "",           ""),  # Thu
    ("2018-03-09", "moved-day-off",  "",                          "2018-01-06", ""),  # Fri
    ("2018-04-28", "worked-weekend", "",                          "2018-04-30", ""),  # Sat
    ("2018-04-30", "moved-day-off",  "",                          "2018-04-28", ""),  # Mon
    ("2018-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Tue
    ("2018-05-02", "moved-day-off",  "",                          "2018-01-07", ""),  # Wed
    ("2018-05-09", "holiday",        "victory",                   "",           ""),  # Wed
    ("2018-06-09", "worked-weekend", "",                          "2018-06-11", ""),  # Sat
    ("2018-06-11", "moved-day-off",  "",                          "2018-06-09", ""),  # Mon
    ("2018-06-12", "holiday",        "russia",                    "",           ""),  # Tue
    ("2018-11-04", "holiday",        "national-unity",            "2018-11-05", ""),  # Sun
    ("2018-11-05", "carried-over",   "",                          "2018-11-04", ""),  # Mon
    ("2018-12-29", "worked-weekend", "",                          "2018-12-31", ""),  # Sat
    ("2018-12-31", "moved-day-off",  "",                          "2018-12-29", ""),  # Mon
    # 2019: 247 working days, 6 of them an hour shorter
    ("2019-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2019-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2019-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2019-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2019-01-05", "holiday",        "new-year-holidays",         "2019-05-02", "No. 1163 of 01.10.2018"),  # Sat
    ("2019-01-06", "holiday",        "new-year-holidays",         "2019-05-03", "No. 1163 of 01.10.2018"),  # Sun
    ("2019-01-07", "holiday",        "christmas",                 "",           ""),  # Mon
    ("2019-01-08", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2019-02-23", "holiday",        "fatherland-defender",       "2019-05-10", "No. 1163 of 01.10.2018"),  # Sat
    ("2019-03-08", "holiday",        "womens-day",                "",           ""),  # Fri
    ("2019-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Wed
    ("2019-05-02", "moved-day-off",  "",                          "2019-01-05", "No. 1163 of 01.10.2018"),  # Thu
    ("2019-05-03", "moved-day-off",  "",                          "2019-01-06", "No. 1163 of 01.10.2018"),  # Fri
    ("2019-05-09", "holiday",        "victory",                   "",           ""),  # Thu
    ("2019-05-10", "moved-day-off",  "",                          "2019-02-23", "No. 1163 of 01.10.2018"),  # Fri
    ("2019-06-12", "holiday",        "russia",                    "",           ""),  # Wed
    ("2019-11-04", "holiday",        "national-unity",            "",           ""),  # Mon
    # 2020: 248 working days, 5 of them an hour shorter
    ("2020-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2020-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2020-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2020-01-04", "holiday",        "new-year-holidays",         "2020-05-04", ""),  # Sat
    ("2020-01-05", "holiday",        "new-year-holidays",         "2020-05-05", ""),  # Sun
    ("2020-01-06", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2020-01-07", "holiday",        "christmas",                 "",           ""),  # Tue
    ("2020-01-08", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2020-02-23", "holiday",        "fatherland-defender",       "2020-02-24", ""),  # Sun
    ("2020-02-24", "carried-over",   "",                          "2020-02-23", ""),  # Mon
    ("2020-03-08", "holiday",        "womens-day",                "2020-03-09", ""),  # Sun
    ("2020-03-09", "carried-over",   "",                          "2020-03-08", ""),  # Mon
    ("2020-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Fri
    ("2020-05-04", "moved-day-off",  "",                          "2020-01-04", ""),  # Mon
    ("2020-05-05", "moved-day-off",  "",                          "2020-01-05", ""),  # Tue
    ("2020-05-09", "holiday",        "victory",                   "2020-05-11", ""),  # Sat
    ("2020-05-11", "carried-over",   "",                          "2020-05-09", ""),  # Mon
    ("2020-06-12", "holiday",        "russia",                    "",           ""),  # Fri
    ("2020-11-04", "holiday",        "national-unity",            "",           ""),  # Wed
    # 2021: 247 working days, 4 of them an hour shorter
    ("2021-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2021-01-02", "holiday",        "new-year-holidays",         "2021-11-05", "No. 1648 of 10.10.2020"),  # Sat
    ("2021-01-03", "holiday",        "new-year-holidays",         "2021-12-31", "No. 1648 of 10.10.2020"),  # Sun
    ("2021-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2021-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2021-01-06", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2021-01-07", "holiday",        "christmas",                 "",           ""),  # Thu
    ("2021-01-08", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2021-02-20", "worked-weekend", "",                          "2021-02-22", "No. 1648 of 10.10.2020"),  # Sat
    ("2021-02-22", "moved-day-off",  "",                          "2021-02-20", "No. 1648 of 10.10.2020"),  # Mon
    ("2021-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Tue
    ("2021-03-08", "holiday",        "womens-day",                "",           ""),  # Mon
    ("2021-05-01", "holiday",        "spring-and-labour",         "2021-05-03", ""),  # Sat
    ("2021-05-03", "carried-over",   "",                          "2021-05-01", ""),  # Mon
    ("2021-05-09", "holiday",        "victory",                   "2021-05-10", ""),  # Sun
    ("2021-05-10", "carried-over",   "",                          "2021-05-09", ""),  # Mon
    ("2021-06-12", "holiday",        "russia",                    "2021-06-14", ""),  # Sat
    ("2021-06-14", "carried-over",   "",                          "2021-06-12", ""),  # Mon
    ("2021-11-04", "holiday",        "national-unity",            "",           ""),  # Thu
    ("2021-11-05", "moved-day-off",  "",                          "2021-01-02", "No. 1648 of 10.10.2020"),  # Fri
    ("2021-12-31", "moved-day-off",  "",                          "2021-01-03", "No. 1648 of 10.10.2020"),  # Fri
    # 2022: 247 working days, 3 of them an hour shorter
    ("2022-01-01", "holiday",        "new-year-holidays",         "2022-05-03", "No. 1564 of 16.09.2021"),  # Sat
    ("2022-01-02", "holiday",        "new-year-holidays",         "2022-05-10", "No. 1564 of 16.09.2021"),  # Sun
    ("2022-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2022-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2022-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2022-01-06", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2022-01-07", "holiday",        "christmas",                 "",           ""),  # Fri
    ("2022-01-08", "holiday",        "new-year-holidays",         "",           ""),  # Sat
    ("2022-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Wed
    ("2022-03-05", "worked-weekend", "",                          "2022-03-07", "No. 1564 of 16.09.2021"),  # Sat
    ("2022-03-07", "moved-day-off",  "",                          "2022-03-05", "No. 1564 of 16.09.2021"),  # Mon
    ("2022-03-08", "holiday",        "womens-day",                "",           ""),  # Tue
    ("2022-05-01", "holiday",        "spring-and-labour",         "2022-05-02", ""),  # Sun
    ("2022-05-02", "carried-over",   "",                          "2022-05-01", ""),  # Mon
    ("2022-05-03", "moved-day-off",  "",                          "2022-01-01", "No. 1564 of 16.09.2021"),  # Tue
    ("2022-05-09", "holiday",        "victory",                   "",           ""),  # Mon
    ("2022-05-10", "moved-day-off",  "",                          "2022-01-02", "No. 1564 of 16.09.2021"),  # Tue
    ("2022-06-12", "holiday",        "russia",                    "2022-06-13", ""),  # Sun
    ("2022-06-13", "carried-over",   "",                          "2022-06-12", ""),  # Mon
    ("2022-11-04", "holiday",        "national-unity",            "",           ""),  # Fri
    # 2023: 247 working days, 3 of them an hour shorter
    ("2023-01-01", "holiday",        "new-year-holidays",         "2023-02-24", "No. 1505 of 29.08.2022"),  # Sun
    ("2023-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2023-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2023-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2023-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2023-01-06", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2023-01-07", "holiday",        "christmas",                 "",           ""),  # Sat
    ("2023-01-08", "holiday",        "new-year-holidays",         "2023-05-08", "No. 1505 of 29.08.2022"),  # Sun
    ("2023-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Thu
    ("2023-02-24", "moved-day-off",  "",                          "2023-01-01", "No. 1505 of 29.08.2022"),  # Fri
    ("2023-03-08", "holiday",        "womens-day",                "",           ""),  # Wed
    ("2023-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Mon
    ("2023-05-08", "moved-day-off",  "",                          "2023-01-08", "No. 1505 of 29.08.2022"),  # Mon
    ("2023-05-09", "holiday",        "victory",                   "",           ""),  # Tue
    ("2023-06-12", "holiday",        "russia",                    "",           ""),  # Mon
    ("2023-11-04", "holiday",        "national-unity",            "2023-11-06", ""),  # Sat
    ("2023-11-06", "carried-over",   "",                          "2023-11-04", ""),  # Mon
    # 2024: 248 working days, 5 of them an hour shorter
    ("2024-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2024-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2024-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2024-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2024-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2024-01-06", "holiday",        "new-year-holidays",         "2024-05-10", ""),  # Sat
    ("2024-01-07", "holiday",        "christmas",                 "2024-12-31", ""),  # Sun
    ("2024-01-08", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2024-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Fri
    ("2024-03-08", "holiday",        "womens-day",                "",           ""),  # Fri
    ("2024-04-27", "worked-weekend", "",                          "2024-04-29", ""),  # Sat
    ("2024-04-29", "moved-day-off",  "",                          "2024-04-27", ""),  # Mon
    ("2024-04-30", "moved-day-off",  "",                          "2024-11-02", ""),  # Tue
    ("2024-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Wed
    ("2024-05-09", "holiday",        "victory",                   "",           ""),  # Thu
    ("2024-05-10", "moved-day-off",  "",                          "2024-01-06", ""),  # Fri
    ("2024-06-12", "holiday",        "russia",                    "",           ""),  # Wed
    ("2024-11-02", "worked-weekend", "",                          "2024-04-30", ""),  # Sat
    ("2024-11-04", "holiday",        "national-unity",            "",           ""),  # Mon
    ("2024-12-28", "worked-weekend", "",                          "2024-12-30", ""),  # Sat
    ("2024-12-30", "moved-day-off",  "",                          "2024-12-28", ""),  # Mon
    ("2024-12-31", "moved-day-off",  "",                          "2024-01-07", ""),  # Tue
    # 2025: 247 working days, 4 of them an hour shorter
    ("2025-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2025-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2025-01-03", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2025-01-04", "holiday",        "new-year-holidays",         "2025-05-02", ""),  # Sat
    ("2025-01-05", "holiday",        "new-year-holidays",         "2025-12-31", ""),  # Sun
    ("2025-01-06", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2025-01-07", "holiday",        "christmas",                 "",           ""),  # Tue
    ("2025-01-08", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2025-02-23", "holiday",        "fatherland-defender",       "2025-05-08", ""),  # Sun
    ("2025-03-08", "holiday",        "womens-day",                "2025-06-13", ""),  # Sat
    ("2025-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Thu
    ("2025-05-02", "moved-day-off",  "",                          "2025-01-04", ""),  # Fri
    ("2025-05-08", "moved-day-off",  "",                          "2025-02-23", ""),  # Thu
    ("2025-05-09", "holiday",        "victory",                   "",           ""),  # Fri
    ("2025-06-12", "holiday",        "russia",                    "",           ""),  # Thu
    ("2025-06-13", "moved-day-off",  "",                          "2025-03-08", ""),  # Fri
    ("2025-11-01", "worked-weekend", "",                          "2025-11-03", ""),  # Sat
    ("2025-11-03", "moved-day-off",  "",                          "2025-11-01", ""),  # Mon
    ("2025-11-04", "holiday",        "national-unity",            "",           ""),  # Tue
    ("2025-12-31", "moved-day-off",  "",                          "2025-01-05", ""),  # Wed
    # 2026: 247 working days, 4 of them an hour shorter
    ("2026-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2026-01-02", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2026-01-03", "holiday",        "new-year-holidays",         "2026-01-09", ""),  # Sat
    ("2026-01-04", "holiday",        "new-year-holidays",         "2026-12-31", ""),  # Sun
    ("2026-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2026-01-06", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2026-01-07", "holiday",        "christmas",                 "",           ""),  # Wed
    ("2026-01-08", "holiday",        "new-year-holidays",         "",           ""),  # Thu
    ("2026-01-09", "moved-day-off",  "",                          "2026-01-03", ""),  # Fri
    ("2026-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Mon
    ("2026-03-08", "holiday",        "womens-day",                "2026-03-09", ""),  # Sun
    ("2026-03-09", "carried-over",   "",                          "2026-03-08", ""),  # Mon
    ("2026-05-01", "holiday",        "spring-and-labour",         "",           ""),  # Fri
    ("2026-05-09", "holiday",        "victory",                   "2026-05-11", ""),  # Sat
    ("2026-05-11", "carried-over",   "",                          "2026-05-09", ""),  # Mon
    ("2026-06-12", "holiday",        "russia",                    "",           ""),  # Fri
    ("2026-11-04", "holiday",        "national-unity",            "",           ""),  # Wed
    ("2026-12-31", "moved-day-off",  "",                          "2026-01-04", ""),  # Thu
    # 2027: 247 working days, 4 of them an hour shorter
    ("2027-01-01", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2027-01-02", "holiday",        "new-year-holidays",         "2027-11-05", ""),  # Sat
    ("2027-01-03", "holiday",        "new-year-holidays",         "2027-12-31", ""),  # Sun
    ("2027-01-04", "holiday",        "new-year-holidays",         "",           ""),  # Mon
    ("2027-01-05", "holiday",        "new-year-holidays",         "",           ""),  # Tue
    ("2027-01-06", "holiday",        "new-year-holidays",         "",           ""),  # Wed
    ("2027-01-07", "holiday",        "christmas",                 "",           ""),  # Thu
    ("2027-01-08", "holiday",        "new-year-holidays",         "",           ""),  # Fri
    ("2027-02-20", "worked-weekend", "",                          "2027-02-22", ""),  # Sat
    ("2027-02-22", "moved-day-off",  "",                          "2027-02-20", ""),  # Mon
    ("2027-02-23", "holiday",        "fatherland-defender",       "",           ""),  # Tue
    ("2027-03-08", "holiday",        "womens-day",                "",           ""),  # Mon
    ("2027-05-01", "holiday",        "spring-and-labour",         "2027-05-03", ""),  # Sat
    ("2027-05-03", "carried-over",   "",                          "2027-05-01", ""),  # Mon
    ("2027-05-09", "holiday",        "victory",                   "2027-05-10", ""),  # Sun
    ("2027-05-10", "carried-over",   "",                          "2027-05-09", ""),  # Mon
    ("2027-06-12", "holiday",        "russia",                    "2027-06-14", ""),  # Sat
    ("2027-06-14", "carried-over",   "",                          "2027-06-12", ""),  # Mon
    ("2027-11-04", "holiday",        "national-unity",            "",           ""),  # Thu
    ("2027-11-05", "moved-day-off",  "",                          "2027-01-02", ""),  # Fri
    ("2027-12-31", "moved-day-off",  "",                          "2027-01-03", ""),  # Fri
)

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
    "sovereignty-declaration": (
        "День принятия Декларации о государственном суверенитете Российской Федерации",
        "Day of the Declaration of State Sovereignty of the Russian Federation",
    ),
    "accord-and-reconciliation": (
        "День согласия и примирения",
        "Day of Accord and Reconciliation",
    ),
    "constitution": (
        "День Конституции Российской Федерации",
        "Constitution Day",
    ),
    "fatherland-defender": (
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
