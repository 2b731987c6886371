"""
Every deliberate refusal of the package: what was asked, what is known, what to do.

Each class carries its values, and its ``args`` mirror its signature, so that it pickles.
Messages are public: they are lower case, without a full stop, and end with the remedy.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time


class SlaRulesError(Exception):
    """The base of every refusal; ``remedy`` says what to do."""

    remedy: ClassVar[str] = "see the documentation of the call"


class SlaRulesWarning(UserWarning):
    """The base of every warning of the package."""


class ProjectedCalendarWarning(SlaRulesWarning):
    """
    A bare value rests on days no act has settled yet.

    The days after the last decreed one follow the standing law alone; the Government may still
    transfer days off. Answers that are objects carry this as data and issue no warning.
    """

    def __init__(self, day: date, decreed_through: date) -> None:
        super().__init__(day, decreed_through)
        self.day, self.decreed_through = day, decreed_through

    def __str__(self) -> str:
        return (
            f"the answer rests on {self.day}, but days off are decreed only through "
            f"{self.decreed_through}; take it as provisional, or give the act to with_decree"
        )


class NaiveDatetimeError(SlaRulesError, ValueError):
    """A moment without a zone was given."""

    remedy = "say whose clock it is: moment.replace(tzinfo=ZoneInfo('Europe/Moscow'))"

    def __init__(self, moment: datetime, what: str) -> None:
        super().__init__(moment, what)
        self.moment, self.what = moment, what

    def __str__(self) -> str:
        return f"{self.what} {self.moment.isoformat()} has no time zone; {self.remedy}"


class WrongTypeError(SlaRulesError, TypeError):
    """A value of another kind was given where a day, a moment or a number is asked."""

    remedy = "give a value of the kind asked for"

    def __init__(self, what: str, wanted: str, given: object) -> None:
        super().__init__(what, wanted, given)
        self.what, self.wanted, self.given = what, wanted, given

    def __str__(self) -> str:
        return (
            f"{self.what} must be {self.wanted}, not {type(self.given).__name__} "
            f"{self.given!r:.80}; {self.remedy}"
        )


class CalendarRangeError(SlaRulesError, LookupError):
    """The calendar knows nothing of a day the answer would need."""

    remedy = "build a calendar over a longer range, or check the date"

    def __init__(self, asked: object, first: date, last: date) -> None:
        super().__init__(asked, first, last)
        self.asked, self.first, self.last = asked, first, last

    def __str__(self) -> str:
        return (
            f"{self.asked} is outside the calendar: known days run from {self.first} to "
            f"{self.last}; {self.remedy}"
        )


class ProjectedCalendarError(SlaRulesError, LookupError):
    """The answer would rest on days no act has settled, and the calendar refuses those."""

    remedy = "give the year's act to with_decree, or build the calendar with Beyond.MARK"

    def __init__(self, day: date, decreed_through: date) -> None:
        super().__init__(day, decreed_through)
        self.day, self.decreed_through = day, decreed_through

    def __str__(self) -> str:
        return (
            f"the answer rests on {self.day} (year {self.day.year}), but days off are decreed "
            f"only through {self.decreed_through}; {self.remedy}"
        )


class ServiceHoursError(SlaRulesError, ValueError):
    """Service hours that no clock can keep: empty, reversed, overlapping."""

    remedy = "give intervals that open before they close and do not overlap; 24:00 is time(0)"

    def __init__(self, what: str, given: object) -> None:
        super().__init__(what, given)
        self.what, self.given = what, given

    def __str__(self) -> str:
        return f"{self.what}: {self.given}; {self.remedy}"


class CutoffError(SlaRulesError, ValueError):
    """A cut-off after closing: a reaction would be due before the registration (4.3)."""

    remedy = "agree on a cut-off that is not after the closing of any day"

    def __init__(self, cutoff: time, hours: str) -> None:
        super().__init__(cutoff, hours)
        self.cutoff, self.hours = cutoff, hours

    def __str__(self) -> str:
        return f"the cut-off {self.cutoff} comes after service hours of {self.hours}; {self.remedy}"


class TargetsError(SlaRulesError, ValueError):
    """Targets of resolution that cannot be kept (4.10 states none)."""

    remedy = "give one target a category and level, and shares from 1 to 99 in order, each once"

    def __init__(self, what: str, given: str) -> None:
        super().__init__(what, given)
        self.what, self.given = what, given

    def __str__(self) -> str:
        return f"{self.what}: {self.given}; {self.remedy}"


class CalendarFactsError(SlaRulesError, ValueError):
    """Facts about days that contradict one another, or lie outside the declared range."""

    remedy = "give each day once, inside the range, either as a day off or as a working day"

    def __init__(self, what: str, given: object) -> None:
        super().__init__(what, given)
        self.what, self.given = what, given

    def __str__(self) -> str:
        return f"{self.what}: {self.given}; {self.remedy}"


class SpanError(SlaRulesError, ValueError):
    """A stretch of time that ends before it begins."""

    remedy = "give the start first"

    def __init__(self, start: datetime, end: datetime) -> None:
        super().__init__(start, end)
        self.start, self.end = start, end

    def __str__(self) -> str:
        return (
            f"the span ends at {self.end.isoformat()}, before it starts at "
            f"{self.start.isoformat()}; {self.remedy}"
        )


class UnknownWordError(SlaRulesError, ValueError):
    """A word that is none of the permanent ids of a closed set."""

    remedy = "use one of the known words"

    def __init__(self, what: str, given: str, known: Sequence[str]) -> None:
        super().__init__(what, given, known)
        self.what, self.given, self.known = what, given, tuple(known)

    def __str__(self) -> str:
        return f"unknown {self.what} {self.given!r:.80}; {self.remedy}: {', '.join(self.known)}"


class UnprintedWordError(SlaRulesError, LookupError):
    """A word that is only ever written as its id was asked for in a language."""

    remedy = "print its id"

    def __init__(self, what: str, word: str) -> None:
        super().__init__(what, word)
        self.what, self.word = what, word

    def __str__(self) -> str:
        return f"{self.what} {self.word!r:.80} has no printed words; {self.remedy}"


class UnknownClauseError(SlaRulesError, LookupError):
    """An id that no paragraph of the register has."""

    remedy = "give the section, a dot and the ordinal of a paragraph of the register"

    def __init__(self, given: str, nearest: Sequence[str]) -> None:
        super().__init__(given, nearest)
        self.given, self.nearest = given, tuple(nearest)

    def __str__(self) -> str:
        nearest = f"; nearest are {', '.join(self.nearest)}" if self.nearest else ""
        return f"no paragraph {self.given!r:.40}{nearest}; {self.remedy}"


class UnknownAnswerError(SlaRulesError, LookupError):
    """An id that no recorded answer has."""

    remedy = "use the id of a recorded answer"

    def __init__(self, given: str, nearest: Sequence[str]) -> None:
        super().__init__(given, nearest)
        self.given, self.nearest = given, tuple(nearest)

    def __str__(self) -> str:
        nearest = f"; nearest are {', '.join(self.nearest)}" if self.nearest else ""
        return f"no recorded answer {self.given!r:.40}{nearest}; {self.remedy}"


class LevelOutsideCError(SlaRulesError, ValueError):
    """A level of severity for what is not in category C (4.5)."""

    remedy = "give a level with category C only"

    def __init__(self, level: int, category: str | None) -> None:
        super().__init__(level, category)
        self.level, self.category = level, category

    def __str__(self) -> str:
        given = "no category" if self.category is None else f"category {self.category}"
        return f"level {self.level} was given with {given}; {self.remedy}"


class NoChangeError(SlaRulesError, ValueError):
    """A move from a standing to itself."""

    remedy = "give the category and level it changes to"

    def __init__(self, standing: str) -> None:
        super().__init__(standing)
        self.standing = standing

    def __str__(self) -> str:
        return f"from {self.standing} to {self.standing} nothing changes; {self.remedy}"


class UnknownRuleError(SlaRulesError, LookupError):
    """An id that no rule row has."""

    remedy = "use the id of a rule row"

    def __init__(self, given: str, nearest: Sequence[str]) -> None:
        super().__init__(given, nearest)
        self.given, self.nearest = given, tuple(nearest)

    def __str__(self) -> str:
        nearest = f"; nearest are {', '.join(self.nearest)}" if self.nearest else ""
        return f"no rule {self.given!r:.40}{nearest}; {self.remedy}"


class ReadingError(SlaRulesError, ValueError):
    """A choice that names no switch of the contract's readings, or names one twice."""

    remedy = "write switch=option, each switch once; the switches are"

    def __init__(self, given: str, known: Sequence[str]) -> None:
        super().__init__(given, known)
        self.given, self.known = given, tuple(known)

    def __str__(self) -> str:
        return f"no such reading {self.given!r:.80}; {self.remedy} {', '.join(self.known)}"


class MissingExtraError(SlaRulesError, ImportError):
    """An optional part was asked for and its packages are not installed."""

    remedy = "install the extra"

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(extra, package)
        self.extra, self.package = extra, package

    def __str__(self) -> str:
        return (
            f"{self.package} is not installed; {self.remedy}: pip install 'slarules[{self.extra}]'"
        )


class MissingPackageError(SlaRulesError, ImportError):
    """A package this one depends on is not installed, though the installation names it."""

    remedy = "install it"

    def __init__(self, package: str, what_for: str) -> None:
        super().__init__(package, what_for)
        self.package, self.what_for = package, what_for

    def __str__(self) -> str:
        return (
            f"{self.package} is not installed, and {self.what_for} come from it; "
            f"{self.remedy}: pip install {self.package}"
        )


class UnknownCountryError(SlaRulesError, LookupError):
    """A country, or a part of one, whose days off are not known."""

    remedy = "give the ISO codes that the package holidays lists"

    def __init__(self, country: str, subdivision: str | None) -> None:
        super().__init__(country, subdivision)
        self.country, self.subdivision = country, subdivision

    def __str__(self) -> str:
        part = f" with the part {self.subdivision!r:.40}" if self.subdivision else ""
        return f"no days off are known for {self.country!r:.40}{part}; {self.remedy}"


class RussianDaysError(SlaRulesError, ValueError):
    """The days off of Russia were asked of the general source."""

    remedy = "use slarules.russia, which holds the official calendar"

    def __init__(self, country: str) -> None:
        super().__init__(country)
        self.country = country

    def __str__(self) -> str:
        return (
            f"the days off of {self.country!r:.40} are not taken from the package holidays, "
            f"which carries nothing over after 2027; {self.remedy}"
        )


class LogError(SlaRulesError, ValueError):
    """The base of refusals to read an event log or its mapping."""


class EmptyLogError(LogError):
    """An event log without a header, or without a row below it."""

    remedy = "give a CSV file with a header and one row for each event"

    def __init__(self, missing: str) -> None:
        super().__init__(missing)
        self.missing = missing

    def __str__(self) -> str:
        return f"the log has no {self.missing}; {self.remedy}"


class LogEncodingError(LogError):
    """Bytes that are not text in the encoding the mapping names."""

    remedy = "name the encoding of the file in the mapping, [file] encoding"

    def __init__(self, line: int, encoding: str, found: bytes) -> None:
        super().__init__(line, encoding, found)
        self.line, self.encoding, self.found = line, encoding, found

    def __str__(self) -> str:
        found = self.found.hex(" ") or "the end of the file"
        return f"line {self.line} is not {self.encoding}: found {found}; {self.remedy}"


class LineTooLongError(LogError):
    """A line longer than the stated limit; it is refused before it fills the memory."""

    remedy = "check that the file is a CSV event log, one row a line"

    def __init__(self, line: int, limit: int) -> None:
        super().__init__(line, limit)
        self.line, self.limit = line, limit

    def __str__(self) -> str:
        return f"line {self.line} is longer than {self.limit} characters; {self.remedy}"


class MissingColumnError(LogError):
    """The mapping names a column that the log has not."""

    remedy = "correct [columns] of the mapping, or its encoding and delimiter; the log has"

    def __init__(self, role: str, column: str, known: Sequence[str]) -> None:
        super().__init__(role, column, known)
        self.role, self.column, self.known = role, column, tuple(known)

    def __str__(self) -> str:
        known = ", ".join(f"{name!r:.60}" for name in self.known[:30])
        return f"no column {self.column!r:.60} for the {self.role}; {self.remedy} {known:.600}"


class DuplicateColumnError(LogError):
    """A column the mapping names stands in the header more than once."""

    remedy = "rename one of them: which is meant is not guessed"

    def __init__(self, column: str, positions: Sequence[int]) -> None:
        super().__init__(column, positions)
        self.column, self.positions = column, tuple(positions)

    def __str__(self) -> str:
        where = ", ".join(map(str, self.positions))
        return (
            f"the header has {self.column!r:.60} more than once, as columns {where}; {self.remedy}"
        )


class MappingError(LogError):
    """A mapping that does not say what the reader needs; all that is wrong with it at once."""

    remedy = "correct the mapping file"

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(problems)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        shown, more = self.problems[:5], self.problems[5:]
        rest = f" and {len(more)} more" if more else ""
        return f"mapping: {', '.join(shown)}{rest}; {self.remedy}"


class UnknownZoneError(SlaRulesError, ValueError):
    """A zone that the zone database does not know."""

    remedy = "use a name of the zone database, such as Europe/Moscow"

    def __init__(self, zone: str) -> None:
        super().__init__(zone)
        self.zone = zone

    def __str__(self) -> str:
        return f"unknown zone {self.zone!r:.80}; {self.remedy}"


class UnmappedActivityError(LogError):
    """The log holds an activity that the mapping does not explain."""

    remedy = "say what it means in [activities], or choose another [policy] unmapped_activity"

    def __init__(self, line: int, activity: str) -> None:
        super().__init__(line, activity)
        self.line, self.activity = line, activity

    def __str__(self) -> str:
        return (
            f"line {self.line}: activity {self.activity!r:.80} is not in the mapping; {self.remedy}"
        )


class ShiftedHourError(LogError):
    """A wall time that the zone's clock skips or shows twice, and no word on what it means."""

    remedy = "say in the mapping, [time]"

    def __init__(self, line: int, text: str, zone: str, key: str) -> None:
        super().__init__(line, text, zone, key)
        self.line, self.text, self.zone, self.key = line, text, zone, key

    def __str__(self) -> str:
        what = {"skipped_hour": "does not occur", "repeated_hour": "occurs twice"}[self.key]
        return (
            f"line {self.line}: {self.text!r:.80} {what} in {self.zone}; {self.remedy} {self.key}, "
            "what it means: offset-before, offset-after or bad-row"
        )


class ZonelessTimeError(LogError):
    """A time without an offset, in a log whose mapping names no zone."""

    remedy = "name the zone of the log's clock in the mapping, [time] zone"

    def __init__(self, line: int, text: str) -> None:
        super().__init__(line, text)
        self.line, self.text = line, text

    def __str__(self) -> str:
        return f"line {self.line}: {self.text!r:.80} has no time zone; {self.remedy}"


class LogRowError(LogError):
    """The base of what is wrong with one row: it is named and the rest are read."""

    line: int


class BrokenRowError(LogRowError):
    """A row whose quotes or cells do not fit the header."""

    remedy = "mend the row: as many cells as the header has, quotes closed on the same row"

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(line, problem)
        self.line, self.problem = line, problem

    def __str__(self) -> str:
        return f"line {self.line}: {self.problem}; {self.remedy}"


class NulByteError(LogRowError):
    """A row, or the header, with a NUL character: the file is cut, or no text."""

    remedy = "export the log again, or name its encoding in the mapping"

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line

    def __str__(self) -> str:
        return f"line {self.line} holds a NUL character; {self.remedy}"


class EmptyCellError(LogRowError):
    """A row without a word where one is needed."""

    remedy = "fill the cell"

    def __init__(self, line: int, column: str) -> None:
        super().__init__(line, column)
        self.line, self.column = line, column

    def __str__(self) -> str:
        return f"line {self.line}: {self.column!r:.60} is empty; {self.remedy}"


class UnreadableTimeError(LogRowError):
    """A time that no format of the mapping reads, or that no clock can show."""

    remedy = "correct the cell, or [time] formats of the mapping"

    def __init__(self, line: int, text: str, formats: Sequence[str]) -> None:
        super().__init__(line, text, formats)
        self.line, self.text, self.formats = line, text, tuple(formats)

    def __str__(self) -> str:
        wanted = " or ".join(self.formats)
        return f"line {self.line}: {self.text!r:.80} is not a time as {wanted}; {self.remedy}"


class ImpossibleHourError(LogRowError):
    """A wall time that the clock skips or shows twice; the mapping sets such rows aside."""

    remedy = "correct the cell, or give another meaning to the hour in the mapping, [time]"

    def __init__(self, line: int, text: str, zone: str, key: str) -> None:
        super().__init__(line, text, zone, key)
        self.line, self.text, self.zone, self.key = line, text, zone, key

    def __str__(self) -> str:
        hour = self.key.replace("_", " ")
        return (
            f"line {self.line}: {self.text!r:.80} is in a {hour} of {self.zone}; "
            f"{self.remedy} {self.key}"
        )


class UnknownCategoryError(LogRowError):
    """A category cell that the mapping does not explain."""

    remedy = "say which category it is in [categories] of the mapping"

    def __init__(self, line: int, text: str) -> None:
        super().__init__(line, text)
        self.line, self.text = line, text

    def __str__(self) -> str:
        return f"line {self.line}: category {self.text!r:.80} is not known; {self.remedy}"


class UnknownLevelError(LogRowError):
    """A severity cell that the mapping does not explain."""

    remedy = "say which level it is in [severities] of the mapping"

    def __init__(self, line: int, text: str) -> None:
        super().__init__(line, text)
        self.line, self.text = line, text

    def __str__(self) -> str:
        return f"line {self.line}: severity {self.text!r:.80} is not known; {self.remedy}"


class UnknownRouteError(LogRowError):
    """A route cell that the mapping does not explain."""

    remedy = "say which route it is in [routes] of the mapping"

    def __init__(self, line: int, text: str) -> None:
        super().__init__(line, text)
        self.line, self.text = line, text

    def __str__(self) -> str:
        return f"line {self.line}: route {self.text!r:.80} is not known; {self.remedy}"


class UnreadableDateError(LogRowError):
    """A day that no format of the mapping reads."""

    remedy = "correct the cell, or [time] dates of the mapping"

    def __init__(self, line: int, text: str, formats: Sequence[str]) -> None:
        super().__init__(line, text, formats)
        self.line, self.text, self.formats = line, text, tuple(formats)

    def __str__(self) -> str:
        wanted = " or ".join(self.formats)
        return f"line {self.line}: {self.text!r:.80} is not a date as {wanted}; {self.remedy}"


class UnexplainedRowError(LogRowError):
    """An activity that the mapping does not explain; the mapping sets such rows aside."""

    remedy = "say what it means in [activities] of the mapping"

    def __init__(self, line: int, activity: str) -> None:
        super().__init__(line, activity)
        self.line, self.activity = line, activity

    def __str__(self) -> str:
        return (
            f"line {self.line}: activity {self.activity!r:.80} is not in the mapping; {self.remedy}"
        )


class CategorySourceError(LogError):
    """The category of the incidents is given nowhere, or in two places."""

    remedy = "give --category, or name its column in [columns] of the mapping: one of the two"

    def __init__(self, given: str) -> None:
        super().__init__(given)
        self.given = given

    def __str__(self) -> str:
        return f"the category of the incidents is given {self.given}; {self.remedy}"


class UnknownCaseError(LogError):
    """An incident asked for by its number, and not in the log."""

    remedy = "give the number as the log writes it"

    def __init__(self, case: str, tickets: int) -> None:
        super().__init__(case, tickets)
        self.case, self.tickets = case, tickets

    def __str__(self) -> str:
        return f"no incident {self.case!r:.80} among the {self.tickets} of the log; {self.remedy}"


class ExcludedCaseError(LogError):
    """An incident asked for whose rows make no record of an incident."""

    remedy = "correct its rows, or choose an incident that was judged"

    def __init__(self, case: str, reason: str, line: int | None) -> None:
        super().__init__(case, reason, line)
        self.case, self.reason, self.line = case, reason, line

    def __str__(self) -> str:
        where = "" if self.line is None else f", line {self.line}"
        return f"incident {self.case!r:.80} is excluded: {self.reason}{where}; {self.remedy}"


class OptionPairError(SlaRulesError, ValueError):
    """An option of the command line that says nothing without another."""

    remedy = "give both, or neither"

    def __init__(self, given: str, wanted: str) -> None:
        super().__init__(given, wanted)
        self.given, self.wanted = given, wanted

    def __str__(self) -> str:
        return f"{self.given} is given without {self.wanted}; {self.remedy}"


class TotalsError(SlaRulesError, AssertionError):
    """Totals of a report that do not add up: a defect of the package, never of the log."""

    remedy = "report it with the log's totals"

    def __init__(self, what: str, whole: int, parts: int) -> None:
        super().__init__(what, whole, parts)
        self.what, self.whole, self.parts = what, whole, parts

    def __str__(self) -> str:
        return f"{self.what}: {self.whole} in all, but the parts make {self.parts}; {self.remedy}"


class MomentTextError(SlaRulesError, ValueError):
    """Text that is no moment with its offset."""

    remedy = "write date, time and offset: 2024-12-28T11:59:00+03:00"

    def __init__(self, what: str, text: str, problem: str) -> None:
        super().__init__(what, text, problem)
        self.what, self.text, self.problem = what, text, problem

    def __str__(self) -> str:
        return f"{self.what} {self.text!r:.80} {self.problem}; {self.remedy}"


class LookalikeLetterError(UnknownWordError):
    """A Cyrillic letter that looks like one of the Latin ones an id is written with."""

    remedy = "the letter is Cyrillic, type the Latin one"


class NaiveTextError(MomentTextError):
    """A date and time without an offset, where nobody says whose clock it is."""


class LetterKindError(SlaRulesError, ValueError):
    """A letter asked for in a form the library does not set."""

    remedy = "end the name of the file with one of the known endings"

    def __init__(self, path: str, known: Sequence[str]) -> None:
        super().__init__(path, known)
        self.path, self.known = path, tuple(known)

    def __str__(self) -> str:
        return f"no letter is set as {self.path!r:.80}; {self.remedy}: {', '.join(self.known)}"


class FilePlaceError(SlaRulesError, OSError):
    """A file that cannot be read or written where it was asked for."""

    remedy = "give another path"

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path, self.problem = path, problem

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}; {self.remedy}"


class NoRegistrationError(SlaRulesError, ValueError):
    """A record of an incident with no registration in it (2.1)."""

    remedy = "begin the record with a Registered event"

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count

    def __str__(self) -> str:
        return f"none of the {self.count} events is a registration; {self.remedy}"


class EventBeforeRegistrationError(SlaRulesError, ValueError):
    """An event before the incident was registered (2.1, 3.2)."""

    remedy = "begin the record with the Registered event, or leave the earlier event out"

    def __init__(self, at: datetime, event: str) -> None:
        super().__init__(at, event)
        self.at, self.event = at, event

    def __str__(self) -> str:
        return f"{self.event} at {self.at.isoformat()} comes before the registration; {self.remedy}"


class TwoRegistrationsError(SlaRulesError, ValueError):
    """Two registrations in the record of one incident: its number is unique (2.1)."""

    remedy = "keep a record for each number"

    def __init__(self, first: str, second: str, place: int) -> None:
        super().__init__(first, second, place)
        self.first, self.second, self.place = first, second, place

    def __str__(self) -> str:
        return (
            f"event {self.place} registers {self.second!r:.80} in the record of "
            f"{self.first!r:.80}; {self.remedy}"
        )


class UnsortedEventsError(SlaRulesError, ValueError):
    """Events that go back in time."""

    remedy = "give them in order, or use sorted() of the record, which says how many it moved"

    def __init__(self, place: int, before: datetime, at: datetime) -> None:
        super().__init__(place, before, at)
        self.place, self.before, self.at = place, before, at

    def __str__(self) -> str:
        return (
            f"event {self.place} is at {self.at.isoformat()}, earlier than the one before it "
            f"at {self.before.isoformat()}; {self.remedy}"
        )


class DuplicateEventError(SlaRulesError, ValueError):
    """One and the same event twice at one instant."""

    remedy = "keep one of them"

    def __init__(self, place: int, event: str, at: datetime) -> None:
        super().__init__(place, event, at)
        self.place, self.event, self.at = place, event, at

    def __str__(self) -> str:
        return (
            f"event {self.place} repeats {self.event} at {self.at.isoformat()} word for word; "
            f"{self.remedy}"
        )


class OutageError(SlaRulesError, ValueError):
    """Outages that overlap, or end before they begin (3.1)."""

    remedy = "give each outage as one HelpDeskDown and one HelpDeskRestored, in turn"

    def __init__(self, place: int, what: str) -> None:
        super().__init__(place, what)
        self.place, self.what = place, what

    def __str__(self) -> str:
        return f"event {self.place} of the service: {self.what}; {self.remedy}"


class TermError(SlaRulesError, ValueError):
    """Terms of support that cannot be (2.3)."""

    remedy = "sign or pay first, then renew"

    def __init__(self, place: int, what: str) -> None:
        super().__init__(place, what)
        self.place, self.what = place, what

    def __str__(self) -> str:
        return f"event {self.place} of the service: {self.what}; {self.remedy}"


class TermLengthError(SlaRulesError, ValueError):
    """A term of support that lasts no time at all (2.3)."""

    remedy = "give a number of years, of months, or of both"

    def __init__(self, years: int, months: int) -> None:
        super().__init__(years, months)
        self.years, self.months = years, months

    def __str__(self) -> str:
        return f"{self.years} years and {self.months} months are no length of a term; {self.remedy}"


class LaterThanEntryError(SlaRulesError, ValueError):
    """An entry that tells of a moment after it was made (3.2)."""

    remedy = "what was said or seen elsewhere comes before its entry: correct one of the two"

    def __init__(self, what: str, moment: datetime, at: datetime) -> None:
        super().__init__(what, moment, at)
        self.what, self.moment, self.at = what, moment, at

    def __str__(self) -> str:
        return (
            f"{self.what} is {self.moment.isoformat()}, later than the entry itself at "
            f"{self.at.isoformat()}; {self.remedy}"
        )


class AsOfError(SlaRulesError, ValueError):
    """A judgement asked for before there was anything to judge."""

    remedy = "ask as of the registration or later"

    def __init__(self, as_of: datetime, registered: datetime) -> None:
        super().__init__(as_of, registered)
        self.as_of, self.registered = as_of, registered

    def __str__(self) -> str:
        return (
            f"asked as of {self.as_of.isoformat()}, before the registration at "
            f"{self.registered.isoformat()}; {self.remedy}"
        )


class EditionsError(SlaRulesError, ValueError):
    """Editions of an agreement that do not follow one another (0.1)."""

    remedy = "give at least one edition, in order, each with a first day of its own"

    def __init__(self, days: Sequence[date]) -> None:
        super().__init__(days)
        self.days = tuple(days)

    def __str__(self) -> str:
        given = ", ".join(map(str, self.days)) or "none"
        return f"editions from {given}; {self.remedy}"


class NoEditionError(SlaRulesError, LookupError):
    """A moment before the first edition of the agreement (0.1)."""

    remedy = "add the edition that was in force then, or check the moment"

    def __init__(self, moment: datetime, first: date) -> None:
        super().__init__(moment, first)
        self.moment, self.first = moment, first

    def __str__(self) -> str:
        return (
            f"no edition was in force at {self.moment.isoformat()}: the first begins on "
            f"{self.first}; {self.remedy}"
        )


class FindingsError(SlaRulesError, ValueError):
    """A record that shows breaches, where none was to be."""

    remedy = "see the findings, each with its clause and event"

    def __init__(self, findings: Sequence[object]) -> None:
        super().__init__(findings)
        self.findings = tuple(findings)

    def __str__(self) -> str:
        listed = ", ".join(str(getattr(finding, "id", finding)) for finding in self.findings)
        count = len(self.findings)
        return f"{count} finding{'' if count == 1 else 's'}: {listed}; {self.remedy}"


class DocumentError(SlaRulesError, ValueError):
    """A JSON document that is not what was asked for; all that is wrong with it at once."""

    remedy = "correct the document"

    def __init__(self, faults: Sequence[tuple[str, str]]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)

    def __str__(self) -> str:
        listed = "; ".join(f"{path or 'document'}: {message}" for path, message in self.faults[:5])
        more = len(self.faults) - 5
        rest = f"; and {more} more" if more > 0 else ""
        return f"{listed}{rest}; {self.remedy}"


class UnwritableValueError(SlaRulesError, ValueError):
    """A value that no document can hold so that it reads back equal."""

    remedy = "write one of the documented values, in zones of the zone database"

    def __init__(self, what: str, given: object) -> None:
        super().__init__(what, given)
        self.what, self.given = what, given

    def __str__(self) -> str:
        return f"{self.what} cannot be written: {self.given!r:.80}; {self.remedy}"


class EventPlaceError(SlaRulesError, LookupError):
    """An event of a record that is not there, or that is moved twice."""

    remedy = "give the places of events from 0, each once"

    def __init__(self, place: int, count: int) -> None:
        super().__init__(place, count)
        self.place, self.count = place, count

    def __str__(self) -> str:
        return f"event {self.place} of a record of {self.count} cannot be moved; {self.remedy}"


class EditionsNotTakenError(SlaRulesError, ValueError):
    """A file of several editions, given to a command that takes one agreement."""

    remedy = "give the file of one edition, or use due, assess, whatif or compare"

    def __init__(self, path: str, command: str) -> None:
        super().__init__(path, command)
        self.path, self.command = path, command

    def __str__(self) -> str:
        return f"{self.path} holds editions, and {self.command} takes one agreement; {self.remedy}"


class ShiftTextError(SlaRulesError, ValueError):
    """Text that does not say which entry moves, and by how much."""

    remedy = "write the entry's number and the time: 2=+1d, 3=-2h30m"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return f"shift {self.text!r:.80} names no entry and time; {self.remedy}"


class AgreementFileError(SlaRulesError, ValueError):
    """
    A file that describes no agreement; all that is wrong with it at once.

    A fault is a key, its value as it stands (empty where there is none), what is wrong with it,
    and what to write instead.
    """

    remedy = "correct the file"

    def __init__(self, faults: Sequence[tuple[str, str, str, str]]) -> None:
        super().__init__(faults)
        self.faults = tuple(faults)

    @property
    def lines(self) -> tuple[str, ...]:
        """Every fault in one line."""
        return tuple(
            f"{key}{f' = {value}' if value else ''} {problem}: {remedy}"
            for key, value, problem, remedy in self.faults
        )

    def __str__(self) -> str:
        return f"{'; '.join(self.lines)}; {self.remedy}"


class QuestionError(SlaRulesError, ValueError):
    """A command that was given no facts to work on, or two kinds of them, or half of them."""

    remedy = "give"

    def __init__(self, command: str, given: Sequence[str], wanted: str) -> None:
        super().__init__(command, given, wanted)
        self.command, self.given, self.wanted = command, tuple(given), wanted

    def __str__(self) -> str:
        given = " and ".join(self.given) or "nothing"
        return f"{self.command} was given {given}; {self.remedy} {self.wanted}"


class NotTheContractError(SlaRulesError, ValueError):
    """A text in which not one paragraph of the contract can be found."""

    remedy = "give the whole text of the contract, as the support page has it"

    def __init__(self, what: str, words: int, of: int) -> None:
        super().__init__(what, words, of)
        self.what, self.words, self.of = what, words, of

    def __str__(self) -> str:
        read = "it is empty" if not self.words else f"{self.words} words were read"
        return (
            f"{self.what!r} is no copy of the contract: {read}, and none of its {self.of} "
            f"paragraphs is there; {self.remedy}"
        )


class CopyEncodingError(SlaRulesError, ValueError):
    """The bytes of a text give no words of the contract in any encoding it may be in."""

    remedy = "save it as UTF-8 and try again"

    def __init__(self, what: str, given: bytes, looks_like: str | None = None) -> None:
        super().__init__(what, given, looks_like)
        self.what, self.given, self.looks_like = what, given, looks_like

    def __str__(self) -> str:
        like = f", but looks like {self.looks_like}" if self.looks_like else ""
        return (
            f"{self.what!r} is in none of UTF-8, UTF-16 and Windows-1251{like}; it begins "
            f"with {self.given[:16]!r}; {self.remedy}"
        )


class CopyFileError(SlaRulesError, ValueError):
    """A file that cannot be a copy of the contract, or not one whose whole text can be read."""

    remedy = "give a file that holds the contract's text and nothing else"

    def __init__(self, what: str, problem: str, remedy: str | None = None) -> None:
        super().__init__(what, problem, remedy)
        self.what, self.problem = what, problem
        self.remedy = remedy or type(self).remedy  # type: ignore[misc]

    def __str__(self) -> str:
        return f"{self.what!r} {self.problem}; {self.remedy}"


def refuse_naive(moment: Any, what: str) -> datetime:
    """Return the moment if it is aware; refuse anything else with its remedy."""
    if not isinstance(moment, datetime):
        raise WrongTypeError(what, "an aware datetime", moment)
    if moment.utcoffset() is None:
        raise NaiveDatetimeError(moment, what)
    return moment
