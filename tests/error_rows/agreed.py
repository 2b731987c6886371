"""Refusals of what was agreed, of days and of zones."""

from __future__ import annotations

from datetime import date, time
from typing import Final

from tests.error_rows import FRI_2026_03_06, LATER, MON_2026_03_09, NAIVE, NOON, THU_2026_12_31, Row

ORDER: Final = "give at least one edition, in order, each with a first day of its own"
ONCE: Final = "give each day once, inside the range, either as a day off or as a working day"
DECREE: Final = "give the year's act to with_decree, or build the calendar with Beyond.MARK"
KIND: Final = "give a value of the kind asked for"
HOLIDAYS: Final = "give the ISO codes that the package holidays lists"

AGREED: Final = (
    # ---- everywhere
    Row(
        "NaiveDatetimeError",
        (NAIVE, "the registration"),
        "the registration 2026-03-06T12:00:00 has no time zone; say whose clock it is: "
        "moment.replace(tzinfo=ZoneInfo('Europe/Moscow'))",
    ),
    Row(
        "WrongTypeError",
        ("the registration", "an aware datetime", "noon"),
        f"the registration must be an aware datetime, not str 'noon'; {KIND}",
    ),
    # ---- what was agreed
    Row(
        "CutoffError",
        (time(17), "10:00–16:00"),
        "the cut-off 17:00:00 comes after service hours of 10:00–16:00; agree on a cut-off that "
        "is not after the closing of any day",
    ),
    Row(
        "NoHoursError",
        ("the agreement",),
        "the agreement has no service hours on any day; give one day of the week hours at least",
    ),
    Row(
        "ShortDayError",
        ("10:00–11:00",),
        "hours of 10:00–11:00 leave nothing of a day that ends an hour early; give every day more "
        "than an hour, or read short-days as full-day",
    ),
    Row(
        "TargetsError",
        ("a share out of range", "100"),
        "a share out of range: 100; give one target a category and level, and shares from 1 to 99 "
        "in order, each once",
    ),
    Row(
        "ReadingError",
        ("cutoff=noon", ["short-days", "sixty-days"]),
        "no such reading 'cutoff=noon'; write switch=option, each switch once; the switches are "
        "short-days, sixty-days",
    ),
    Row(
        "EditionsError",
        ([MON_2026_03_09, FRI_2026_03_06],),
        f"editions from 2026-03-09, 2026-03-06; {ORDER}",
    ),
    Row("EditionsError", ([],), f"editions from none; {ORDER}"),
    Row(
        "NoEditionError",
        (NOON, MON_2026_03_09),
        "no edition was in force at 2026-03-06T12:00:00+03:00: the first begins on 2026-03-09; "
        "add the edition that was in force then, or check the moment",
    ),
    Row(
        "AgreementFileError",
        ([("zone", '"Mars"', "is unknown", "name a zone"), ("week", "", "is missing", "add it")],),
        'zone = "Mars" is unknown: name a zone; week is missing: add it; correct the file',
    ),
    # ---- days and zones
    Row(
        "ProjectedCalendarWarning",
        (FRI_2026_03_06, date(2025, 12, 31)),
        "the answer rests on 2026-03-06, but days off are decreed only through 2025-12-31; take "
        "it as provisional, or give the act to with_decree",
    ),
    Row(
        "CalendarRangeError",
        (FRI_2026_03_06, MON_2026_03_09, THU_2026_12_31),
        "2026-03-06 is outside the calendar: known days run from 2026-03-09 to 2026-12-31; build "
        "a calendar over a longer range, or check the date",
    ),
    Row(
        "ProjectedCalendarError",
        (FRI_2026_03_06, date(2025, 12, 31)),
        "the answer rests on 2026-03-06 (year 2026), but days off are decreed only through "
        f"2025-12-31; {DECREE}",
    ),
    Row(
        "ServiceHoursError",
        ("the intervals of Monday overlap", "10:00–14:00 and 13:00–19:00"),
        "the intervals of Monday overlap: 10:00–14:00 and 13:00–19:00; give intervals that open "
        "before they close and do not overlap; 24:00 is time(0)",
    ),
    Row(
        "CalendarFactsError",
        ("days given twice", FRI_2026_03_06),
        f"days given twice: 2026-03-06; {ONCE}",
    ),
    Row(
        "CalendarLengthError",
        (FRI_2026_03_06, THU_2026_12_31, 300),
        "a calendar from 2026-03-06 through 2026-12-31 has more than 300 days; declare the years "
        "that are asked about",
    ),
    Row(
        "SpanError",
        (LATER, NOON),
        "the span ends at 2026-03-06T12:00:00+03:00, before it starts at "
        "2026-03-06T12:30:00+03:00; give the start first",
    ),
    Row(
        "UnknownZoneError",
        ("Europe/Moskow",),
        "unknown zone 'Europe/Moskow'; use a name of the zone database, such as Europe/Moscow",
    ),
    Row("UnknownCountryError", ("XX", None), f"no days off are known for 'XX'; {HOLIDAYS}"),
    Row(
        "UnknownCountryError",
        ("DE", "QQ"),
        f"no days off are known for 'DE' with the part 'QQ'; {HOLIDAYS}",
    ),
    Row(
        "RussianDaysError",
        ("RU",),
        "the days off of 'RU' are not taken from the package holidays, which carries nothing over "
        "after 2027; use slarules.russia, which holds the official calendar",
    ),
    # ---- the record of an incident
    Row(
        "NoRegistrationError",
        (2,),
        "none of the 2 events is a registration; begin the record with a Registered event",
    ),
    Row(
        "EventBeforeRegistrationError",
        (NOON, "a classification"),
        "a classification at 2026-03-06T12:00:00+03:00 comes before the registration; begin the "
        "record with the Registered event, or leave the earlier event out",
    ),
    Row(
        "TwoRegistrationsError",
        ("HD-1", "HD-2", 3),
        "event 3 registers 'HD-2' in the record of 'HD-1'; keep a record for each number",
    ),
    Row(
        "UnsortedEventsError",
        (2, LATER, NOON),
        "event 2 is at 2026-03-06T12:00:00+03:00, earlier than the one before it at "
        "2026-03-06T12:30:00+03:00; give them in order, or use sorted() of the record, which says "
        "how many it moved",
    ),
    Row(
        "DuplicateEventError",
        (2, "a comment", NOON),
        "event 2 repeats a comment at 2026-03-06T12:00:00+03:00 word for word; keep one of them",
    ),
    Row(
        "LaterThanEntryError",
        ("the stated moment", LATER, NOON),
        "the stated moment is 2026-03-06T12:30:00+03:00, later than the entry itself at "
        "2026-03-06T12:00:00+03:00; what was said or seen elsewhere comes before its entry: "
        "correct one of the two",
    ),
    Row(
        "EventPlaceError",
        (4, 3),
        "event 4 of a record of 3 cannot be moved; give the places of events from 0, each once",
    ),
    Row(
        "LevelOutsideCError",
        (2, "B"),
        "level 2 was given with category B; give a level with category C only",
    ),
    Row(
        "LevelOutsideCError",
        (2, None),
        "level 2 was given with no category; give a level with category C only",
    ),
    Row(
        "NoChangeError",
        ("C2",),
        "from C2 to C2 nothing changes; give the category and level it changes to",
    ),
    Row(
        "AsOfError",
        (NOON, LATER),
        "asked as of 2026-03-06T12:00:00+03:00, before the registration at "
        "2026-03-06T12:30:00+03:00; ask as of the registration or later",
    ),
    Row(
        "FindingsError",
        (["F-1"],),
        "1 finding: F-1; see the findings, each with its clause and event",
    ),
    Row(
        "FindingsError",
        (["F-1", "F-2"],),
        "2 findings: F-1, F-2; see the findings, each with its clause and event",
    ),
    # ---- the record of the service
    Row(
        "OutageError",
        (1, "the outage ends before it begins"),
        "event 1 of the service: the outage ends before it begins; give each outage as one "
        "HelpDeskDown and one HelpDeskRestored, in turn",
    ),
    Row(
        "TermError",
        (0, "nothing to renew"),
        "event 0 of the service: nothing to renew; sign or pay first, then renew",
    ),
    Row(
        "TermLengthError",
        (0, -1),
        "0 years and -1 months are no length of a term; give a number of years, of months, or of "
        "both",
    ),
    # ---- words and ids
    Row(
        "UnknownWordError",
        ("category", "F", ["A", "B"]),
        "unknown category 'F'; use one of the known words: A, B",
    ),
    Row(
        "LookalikeLetterError",
        ("category", "А", ["A", "B"]),
        "unknown category 'А'; the letter is Cyrillic, type the Latin one: A, B",
    ),
    Row(
        "UnprintedWordError",
        ("beyond", "mark"),
        "beyond 'mark' has no printed words; print its id",
    ),
    Row(
        "UnknownClauseError",
        ("4.99", ["4.9", "4.10"]),
        "no paragraph '4.99'; nearest are 4.9, 4.10; give the section, a dot and the ordinal of a "
        "paragraph of the register",
    ),
    Row(
        "UnknownClauseError",
        ("x", []),
        "no paragraph 'x'; give the section, a dot and the ordinal of a paragraph of the register",
    ),
    Row(
        "UnknownAnswerError",
        ("bench", ["bench-scope", "a-b"]),
        "no recorded answer 'bench'; nearest are bench-scope, a-b; use the id of a recorded answer",
    ),
    Row(
        "UnknownAnswerError",
        ("bench", []),
        "no recorded answer 'bench'; use the id of a recorded answer",
    ),
    Row(
        "UnknownRuleError",
        ("R-4.3", ["R-4.3-1", "R-4.3-2"]),
        "no rule 'R-4.3'; nearest are R-4.3-1, R-4.3-2; use the id of a rule row",
    ),
    Row("UnknownRuleError", ("R-4.3", []), "no rule 'R-4.3'; use the id of a rule row"),
    # ---- documents
    Row(
        "DocumentError",
        ([("", "is no object"), ("$.due", "is missing")],),
        "document: is no object; $.due: is missing; correct the document",
    ),
    Row(
        "DocumentError",
        ([(f"$.{n}", "is wrong") for n in range(1, 6)],),
        "$.1: is wrong; $.2: is wrong; $.3: is wrong; $.4: is wrong; $.5: is wrong; "
        "correct the document",
    ),
    Row(
        "DocumentError",
        ([(f"$.{n}", "is wrong") for n in range(1, 8)],),
        "$.1: is wrong; $.2: is wrong; $.3: is wrong; $.4: is wrong; $.5: is wrong; and 2 more; "
        "correct the document",
    ),
    Row(
        "UnwritableValueError",
        ("the zone", "+03:00"),
        "the zone cannot be written: '+03:00'; write one of the documented values, in zones of "
        "the zone database",
    ),
    Row(
        "MomentTextError",
        ("the registration", "noon", "is no moment"),
        "the registration 'noon' is no moment; write date, time and offset: "
        "2024-12-28T11:59:00+03:00",
    ),
    Row(
        "NaiveTextError",
        ("the registration", "2026-03-06T12:00:00", "has no offset"),
        "the registration '2026-03-06T12:00:00' has no offset; write date, time and offset: "
        "2024-12-28T11:59:00+03:00",
    ),
)
