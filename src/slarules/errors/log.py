"""Refusals of event logs, of their mappings and of their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.errors.base import SlaRulesError

if TYPE_CHECKING:
    from collections.abc import Sequence


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


class ParquetFileError(LogError):
    """A log that begins as a Parquet file does, and cannot be read as one."""

    remedy = "export the log again"

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return f"the log is no Parquet file that can be read: {self.problem:.300}; {self.remedy}"


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
