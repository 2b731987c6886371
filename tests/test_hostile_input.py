"""Bad input: each kind is refused by an error of its own, in one line, with the remedy."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import pytest

from slarules import errors
from slarules.cli import main
from slarules.errors import (
    BrokenRowError,
    CalendarRangeError,
    CategorySourceError,
    DuplicateColumnError,
    EmptyCellError,
    EmptyLogError,
    ExcludedCaseError,
    FilePlaceError,
    ImpossibleHourError,
    LineTooLongError,
    LogEncodingError,
    LookalikeLetterError,
    MappingError,
    MissingColumnError,
    MomentTextError,
    NaiveTextError,
    NulByteError,
    OptionPairError,
    ShiftedHourError,
    SlaRulesError,
    SpanError,
    TotalsError,
    UnexplainedRowError,
    UnknownCaseError,
    UnknownCategoryError,
    UnknownLevelError,
    UnknownRouteError,
    UnknownWordError,
    UnknownZoneError,
    UnmappedActivityError,
    UnreadableDateError,
    UnreadableTimeError,
    ZonelessTimeError,
)
from slarules.eventlog.lines import LINE_LIMIT, lines_of
from slarules.eventlog.words import RowDefect
from tests.shared import ROOT
from tests.small_log import HEADER, log_of, mapping_of, mapping_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROW = "1,open,2026-03-02 11:00:00,\n"
MEMORY: Final = 100 * 1024
"""KiB a run may take at its peak, whatever the file; Python and the calendar take some 35,000."""

METER: Final = """
import os, subprocess, sys
run = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(run.pid, 0)
print(usage.ru_maxrss)
run.returncode = os.waitstatus_to_exitcode(status)
sys.exit(run.returncode)
"""
"""
A small process between the tests and the run. The peak a process is told to have had counts what
whoever started it held at that moment, and the tests hold much.
"""

EVERY_ERROR: Final = (
    BrokenRowError(7, "2 cells where the header has 4"),
    CategorySourceError("nowhere"),
    DuplicateColumnError("case", [1, 3]),
    EmptyCellError(7, "case"),
    EmptyLogError("header"),
    FilePlaceError("log.csv", "no such file or directory"),
    ImpossibleHourError(7, "2011-03-27 02:30:00", "Europe/Moscow", "skipped_hour"),
    LineTooLongError(7, 1_048_576),
    LogEncodingError(7, "utf-8", b"\xff\xfe"),
    LookalikeLetterError("category", "В", ["A", "B"]),
    MappingError(["columns.case is missing"] * 7),
    MissingColumnError("case", "Case ID", ["a", "b"]),
    MomentTextError("--registered", "soon", "is no date and time"),
    NaiveTextError("--registered", "2026-03-02T11:00", "has no time zone"),
    NulByteError(7),
    ShiftedHourError(7, "2014-10-26 01:30:00", "Europe/Moscow", "repeated_hour"),
    TotalsError("rows read", 3, 2),
    UnexplainedRowError(7, "dance"),
    UnknownCategoryError(7, "bug"),
    UnknownLevelError(7, "sev-1"),
    UnknownRouteError(7, "later"),
    UnreadableDateError(7, "soon", ["iso"]),
    UnknownCaseError("42", 7),
    ExcludedCaseError("42", "no-registration", 7),
    OptionPairError("--export", "--incident-output"),
    UnknownZoneError("Europe/Moskow"),
    UnmappedActivityError(7, "dance"),
    UnreadableTimeError(7, "soon", ["iso"]),
    ZonelessTimeError(7, "2026-03-02T11:00"),
)


class TestErrors:
    """Every refusal says what was asked, what is known and what to do."""

    @pytest.mark.parametrize("error", EVERY_ERROR, ids=lambda error: type(error).__name__)
    def test_is_one_line_lower_case_and_ends_with_what_to_do(self, error: SlaRulesError) -> None:
        said = str(error)
        assert "\n" not in said
        assert not said.endswith(".")
        assert said[0] in "'-" or said[0].islower() or said[0].isdigit()
        assert error.remedy in said

    @pytest.mark.parametrize("error", EVERY_ERROR, ids=lambda error: type(error).__name__)
    def test_carries_its_values_and_pickles(self, error: SlaRulesError) -> None:
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert vars(again) == vars(error)

    def test_a_cell_however_long_makes_no_long_message(self) -> None:
        long = "x" * 10_000
        assert len(str(MissingColumnError("case", long, [long] * 500))) < 1_000
        assert len(str(UnreadableTimeError(7, long, ["iso"]))) < 300

    @pytest.mark.parametrize(
        ("error", "said"),
        [
            (
                MissingColumnError("case", "Case ID", ["a", "b"]),
                (
                    "no column 'Case ID' for the case; correct [columns] of the mapping, or its "
                    "encoding and delimiter; the log has 'a', 'b'"
                ),
            ),
            (
                LineTooLongError(7, 1_048_576),
                (
                    "line 7 is longer than 1048576 characters; check that the file is a CSV event "
                    "log, one row a line"
                ),
            ),
            (
                ShiftedHourError(7, "2014-10-26 01:30:00", "Europe/Moscow", "repeated_hour"),
                (
                    "line 7: '2014-10-26 01:30:00' occurs twice in Europe/Moscow; say in the "
                    "mapping, [time] repeated_hour, what it means: offset-before, offset-after or "
                    "bad-row"
                ),
            ),
            (
                ShiftedHourError(7, "2011-03-27 02:30:00", "Europe/Moscow", "skipped_hour"),
                (
                    "line 7: '2011-03-27 02:30:00' does not occur in Europe/Moscow; say in the "
                    "mapping, [time] skipped_hour, what it means: offset-before, offset-after or "
                    "bad-row"
                ),
            ),
        ],
        ids=lambda value: type(value).__name__,
    )
    def test_messages_are_public(self, error: SlaRulesError, said: str) -> None:
        assert str(error) == said


class TestLog:
    """A log that cannot be read as a whole is refused; the line is named."""

    @pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
    def test_an_empty_file(self, content: bytes) -> None:
        with pytest.raises(EmptyLogError) as refusal:
            log_of(content, header="")
        assert refusal.value.missing == "header"

    def test_a_header_alone(self) -> None:
        with pytest.raises(EmptyLogError) as refusal:
            log_of("")
        assert refusal.value.missing == "rows"

    @pytest.mark.parametrize("column", ["case", "what", "when"])
    def test_a_column_the_mapping_needs_is_missing(self, column: str) -> None:
        header = HEADER.replace(column, "other")
        with pytest.raises(MissingColumnError) as refusal:
            log_of(ROW, header=header)
        assert refusal.value.column == column
        assert refusal.value.known == tuple(header.strip().split(","))

    def test_a_column_the_mapping_reads_stands_twice(self) -> None:
        with pytest.raises(DuplicateColumnError) as refusal:
            log_of("1,open,2026-03-02 11:00:00,\n", header="case,what,when,case\n")
        assert (refusal.value.column, refusal.value.positions) == ("case", (1, 4))

    def test_a_column_nobody_reads_may_stand_twice(self) -> None:
        assert log_of("1,open,2026-03-02 11:00:00,,\n", header="case,what,when,who,who\n").rows == 1

    @pytest.mark.parametrize(
        ("content", "line", "found"),
        [
            ("1,открыт,2026-03-02 11:00:00,\n".encode("cp1251"), 2, b"\xee\xf2\xea\xf0"),
            (ROW.encode() * 3 + "1,комментарий\n".encode("cp1251"), 5, b"\xea\xee\xec\xec"),
            (ROW.encode() + b"1,\xd0", 3, b"\xd0"),  # cut in the middle of a letter
        ],
    )
    def test_another_encoding(self, content: bytes, line: int, found: bytes) -> None:
        with pytest.raises(LogEncodingError) as refusal:
            log_of(content)
        assert (refusal.value.line, refusal.value.encoding) == (line, "utf-8-sig")
        assert refusal.value.found[:1] == found[:1]

    def test_another_encoding_that_reads_but_as_other_letters(self) -> None:
        changed = {'case = "case"': 'case = "Номер"', 'encoding = "utf-8"': 'encoding = "cp1251"'}
        with pytest.raises(MissingColumnError):
            log_of(ROW, mapping_of(changed), header="Номер,what,when,who\n")

    def test_utf16_given_for_utf8(self) -> None:
        with pytest.raises(LogEncodingError) as refusal:
            log_of((HEADER + ROW).encode("utf-16"), header="")
        assert refusal.value.line == 1

    def test_a_nul_in_the_header(self) -> None:
        with pytest.raises(NulByteError) as refusal:
            log_of(ROW, header="case,what,when,wh\0o\n")
        assert refusal.value.line == 1

    def test_a_header_with_a_quote_never_closed(self) -> None:
        with pytest.raises(BrokenRowError) as refusal:
            log_of(ROW, header='case,what,"when,who\n')
        assert refusal.value.line == 1

    def test_an_activity_nobody_explained(self) -> None:
        with pytest.raises(UnmappedActivityError):
            log_of("1,dance,2026-03-02 11:00:00,\n")

    def test_an_hour_the_clock_skips(self) -> None:
        with pytest.raises(ShiftedHourError):
            log_of("1,open,2011-03-27 02:30:00,\n")

    def test_a_time_without_a_zone(self) -> None:
        with pytest.raises(ZonelessTimeError) as refusal:
            log_of(ROW, mapping_of({'zone = "Europe/Moscow"': ""}))
        assert (refusal.value.line, refusal.value.text) == (2, "2026-03-02 11:00:00")


class TestRow:
    """A row that cannot be read is named with its line and reason; the rest go on."""

    @pytest.mark.parametrize(
        ("row", "defect"),
        [
            ("1,open", RowDefect.BROKEN_ROW),
            ("1,open,2026-03-02 11:00:00,,,", RowDefect.BROKEN_ROW),
            ('1,"open,2026-03-02 11:00:00,', RowDefect.BROKEN_ROW),
            ('1,"open"x,2026-03-02 11:00:00,', RowDefect.BROKEN_ROW),
            ("1,op\0en,2026-03-02 11:00:00,", RowDefect.NUL_BYTE),
            (" ,open,2026-03-02 11:00:00,", RowDefect.EMPTY_CELL),
            ("1,,2026-03-02 11:00:00,", RowDefect.EMPTY_CELL),
            ("1,open,,", RowDefect.EMPTY_CELL),
            ("1,open,02/03/2026,", RowDefect.UNREADABLE_TIME),
            ("1,open,2026-02-30 11:00:00,", RowDefect.UNREADABLE_TIME),
            ("1,open,0001-01-01 00:00:00,", RowDefect.UNREADABLE_TIME),
            ("1,open,9999-12-31T23:59:59-12:00,", RowDefect.UNREADABLE_TIME),
        ],
    )
    def test_is_set_aside(self, row: str, defect: RowDefect) -> None:
        log = log_of(f"{ROW}{row}\n2,open,2026-03-02 11:00:00,\n")
        assert [(bad.line, bad.defect) for bad in log.bad] == [(3, defect)]
        assert {ticket.case for ticket in log.tickets if ticket.events} == {"1", "2"}
        assert log.rows == 3

    def test_every_defect_has_an_error_of_its_own(self) -> None:
        names = {name for name in errors.MODULE_OF if _is_of_row(getattr(errors, name))}
        assert len(names) == len(RowDefect)


def _is_of_row(one: type) -> bool:
    return issubclass(one, errors.LogRowError) and one is not errors.LogRowError


def endless(head: bytes, piece: bytes, read: list[int]) -> Iterator[bytes]:
    """Yield a file of a gigabyte that is nowhere stored, noting how much of it was read."""
    yield head
    while read[0] < 1 << 30:
        read[0] += len(piece)
        yield piece


class TestLongLine:
    """A line of a gigabyte is refused at a stated limit; memory does not grow with the file."""

    @pytest.mark.parametrize("byte", [b"x", b"\0", b'"', b",", b'","'])
    def test_is_refused_before_much_of_it_is_read(self, byte: bytes) -> None:
        read = [0]
        with pytest.raises(LineTooLongError) as refusal:
            list(lines_of(endless(HEADER.encode(), byte * 65_536, read), "utf-8"))
        assert (refusal.value.line, refusal.value.limit) == (2, LINE_LIMIT)
        assert read[0] < 4 * LINE_LIMIT

    def test_the_limit_itself_is_still_a_line(self) -> None:
        at_limit = b"x" * LINE_LIMIT
        assert [n for n, _ in lines_of([at_limit, b"\n", b"y"], "utf-8")] == [1, 2]
        with pytest.raises(LineTooLongError):
            list(lines_of([at_limit, b"x"], "utf-8"))

    def run(self, log: Path, folder: Path) -> tuple[int, str, int]:
        """Return exit code, error stream and peak memory in KiB of a run of its own."""
        mapping = folder / "mapping.toml"
        mapping.write_text(mapping_text(), encoding="utf-8")
        command = [sys.executable, "-m", "slarules", "report", str(log)]
        command += ["--mapping", str(mapping), "--category", "C"]
        said = folder / "stderr"
        with said.open("wb") as stderr:
            meter = subprocess.run(
                [sys.executable, "-c", METER, *command],
                stdout=subprocess.PIPE,
                stderr=stderr,
                env=ENV,
                check=False,
            )
        per_kib = 1024 if sys.platform == "darwin" else 1
        return meter.returncode, said.read_text(), int(meter.stdout) // per_kib

    def test_a_file_of_a_gigabyte_without_a_line_end(self, tmp_path: Path) -> None:
        log = tmp_path / "log.csv"
        with log.open("wb") as file:
            file.write(HEADER.encode())
            file.truncate(1 << 30)  # a hole on the disk, NUL bytes to who reads it
        code, said, memory = self.run(log, tmp_path)
        assert code == 2
        assert said == (
            "slarules: line 2 is longer than 1048576 characters; check that the file is a CSV "
            "event log, one row a line\n"
        )
        assert memory < MEMORY

    def test_a_quote_opened_before_many_long_lines(self, tmp_path: Path) -> None:
        log = tmp_path / "log.csv"
        with log.open("wb") as file:
            file.write(HEADER.encode() + b'1,"open,2026-03-02 11:00:00,\n')
            for _ in range(120):
                file.write(b"x" * 1_000_000 + b"\n")
            file.write(ROW.encode())
        code, said, memory = self.run(log, tmp_path)
        assert (code, said) == (0, "")
        assert memory < MEMORY


ENV = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


class TestCommandLine:
    """Exit code 2 and one line on the error stream: never a traceback."""

    def refused(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
        assert main(list(arguments)) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        assert "Traceback" not in err
        return err.strip()

    @pytest.mark.parametrize(
        ("registered", "problem"),
        [
            ("2024-12-28T11:59:00", "has no time zone"),
            ("2024-12-28", "has no time zone"),
            ("yesterday", "is no date and time"),
            ("", "is no date and time"),
            ("2024-02-30T11:59:00+03:00", "is no date and time"),
            ("9999-12-31T23:59:59+00:00", "is beyond every clock"),
            ("0001-01-01T00:00:00+14:00", "is beyond every clock"),
        ],
    )
    def test_a_moment(
        self, capsys: pytest.CaptureFixture[str], registered: str, problem: str
    ) -> None:
        given = ("due", "--registered", registered, "--category", "B")
        assert self.refused(capsys, *given) == (
            f"slarules: --registered {registered!r} {problem}; write date, time and offset: "
            "2024-12-28T11:59:00+03:00"
        )

    @pytest.mark.parametrize(
        ("category", "problem"),
        [
            ("F", "use one of the known words"),
            ("b", "use one of the known words"),
            ("", "use one of the known words"),
            ("В", "the letter is Cyrillic, type the Latin one"),
            ("С", "the letter is Cyrillic, type the Latin one"),
        ],
    )
    def test_a_category(
        self, capsys: pytest.CaptureFixture[str], category: str, problem: str
    ) -> None:
        given = ("due", "--registered", "2024-12-28T11:59:00+03:00", "--category", category)
        assert self.refused(capsys, *given) == (
            f"slarules: unknown category {category!r}; {problem}: A, B, C, D, E"
        )

    @pytest.mark.parametrize("category", "ABCDE")
    @pytest.mark.parametrize(
        "registered", ["1998-12-31T23:59:59+03:00", "2038-01-01T00:00:00+03:00"]
    )
    def test_a_moment_outside_the_calendar(
        self, capsys: pytest.CaptureFixture[str], registered: str, category: str
    ) -> None:
        given = ("due", "--registered", registered, "--category", category)
        said = self.refused(capsys, *given)
        assert re.search("outside the calendar: known days run from 1999-01-01 to", said)

    @pytest.mark.parametrize(
        "arguments",
        [
            ("calendar", "1998"),
            ("calendar", "20266"),
            ("calendar", "soon"),
            ("calendar",),
            ("due",),
            ("dance",),
            ("calendar", "2026", "--lang", "de"),
            ("demo", "--output", "/dev/null/x"),
        ],
    )
    def test_arguments(
        self, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
    ) -> None:
        assert self.refused(capsys, *arguments).startswith("slarules")

    def files(self, folder: Path, rows: str = ROW) -> tuple[str, str]:
        log, mapping = folder / "log.csv", folder / "mapping.toml"
        log.write_text(HEADER + rows, encoding="utf-8")
        mapping.write_text(mapping_text(), encoding="utf-8")
        return str(log), str(mapping)

    def test_a_file_that_is_not_there(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        log, mapping = self.files(tmp_path)
        said = self.refused(capsys, "report", f"{log}.x", "--mapping", mapping, "--category", "C")
        assert said == f"slarules: {log}.x: no such file or directory; give another path"
        said = self.refused(capsys, "report", log, "--mapping", f"{mapping}.x", "--category", "C")
        assert said == f"slarules: {mapping}.x: no such file or directory; give another path"

    def test_a_folder_in_the_place_of_a_log(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        _, mapping = self.files(tmp_path)
        given = ("report", str(tmp_path), "--mapping", mapping, "--category", "C")
        assert "is a directory" in self.refused(capsys, *given)

    def test_a_mapping_that_is_no_mapping_but_a_log_of_a_gigabyte(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        log, _ = self.files(tmp_path)
        huge = tmp_path / "huge.toml"
        with huge.open("wb") as file:
            file.truncate(1 << 30)
        said = self.refused(capsys, "report", log, "--mapping", str(huge), "--category", "C")
        assert "is larger than 1048576 bytes, no mapping is" in said

    def test_a_category_from_nowhere(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        log, mapping = self.files(tmp_path)
        assert self.refused(capsys, "report", log, "--mapping", mapping) == (
            "slarules: the category of the incidents is given nowhere; give --category, or name "
            "its column in [columns] of the mapping: one of the two"
        )

    def test_a_category_from_two_places(self, capsys: pytest.CaptureFixture[str]) -> None:
        folder = ROOT / "src/slarules/examples"
        log, mapping = str(folder / "helpdesk-ru.csv"), str(folder / "helpdesk-ru.toml")
        said = self.refused(capsys, "report", log, "--mapping", mapping, "--category", "C")
        assert "given both by --category and by the log" in said

    def test_a_report_that_ends_before_the_log_begins(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        log, mapping = self.files(tmp_path)
        given = ("report", log, "--mapping", mapping, "--category", "C")
        said = self.refused(capsys, *given, "--as-of", "2026-03-02T10:59:59+03:00")
        assert said.startswith(
            "slarules: the span ends at 2026-03-02T07:59:59+00:00, before it starts at "
            "2026-03-02T08:00:00+00:00"
        )

    @pytest.mark.parametrize(
        ("options", "problem"),
        [
            (("--export", "1"), "--export is given without --incident-output"),
            (("--incident-output", "1.json"), "--incident-output is given without --export"),
            (("--service-output", "1.json"), "--service-output is given without --export"),
            (
                ("--export", "7", "--incident-output", "PLACE"),
                "no incident '7' among the 2 of the log; give the number as the log writes it",
            ),
            (
                ("--export", "2", "--incident-output", "PLACE"),
                "incident '2' is excluded: no-registration, line 3",
            ),
        ],
    )
    def test_an_export_that_cannot_be(
        self,
        capsys: pytest.CaptureFixture[str],
        tmp_path: Path,
        options: tuple[str, ...],
        problem: str,
    ) -> None:
        log, mapping = self.files(tmp_path, f"{ROW}2,answer,2026-03-02 12:00:00,\n")
        place = str(tmp_path / "1.json")
        given = ("report", log, "--mapping", mapping, "--category", "C")
        said = self.refused(capsys, *given, *(place if o == "PLACE" else o for o in options))
        assert said.startswith(f"slarules: {problem}")
        assert sorted(path.name for path in tmp_path.iterdir()) == ["log.csv", "mapping.toml"]

    def test_a_log_of_bad_rows_alone(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        log, mapping = self.files(tmp_path, "1,open,soon,\n")
        said = self.refused(capsys, "report", log, "--mapping", mapping, "--category", "C")
        assert said.startswith(
            "slarules: the log has no row that could be read (the first: line 2: 'soon' is not"
        )

    @pytest.mark.parametrize("place", ["log.csv", "mapping.toml", ".", "no/such/folder.csv"])
    def test_an_output_that_would_harm_or_cannot_be(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, place: str
    ) -> None:
        log, mapping = self.files(tmp_path)
        before = {path: path.read_bytes() for path in tmp_path.iterdir()}
        given = ("report", log, "--mapping", mapping, "--category", "C")
        self.refused(capsys, *given, "--output", str(tmp_path / place))
        assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before

    def test_what_the_library_refuses_is_refused_alike(self) -> None:
        with pytest.raises(UnknownWordError):
            raise LookalikeLetterError("category", "В", ["A", "B"])
        with pytest.raises(MomentTextError):
            raise NaiveTextError("--as-of", "2026-03-02", "has no time zone")
        assert issubclass(CalendarRangeError, LookupError)
        assert SpanError(datetime(2026, 1, 2, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)).args
