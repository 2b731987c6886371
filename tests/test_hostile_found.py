"""What hostile input has found: each bug with the smallest input that showed it."""

from __future__ import annotations

import csv
import io
import pickle
import re
from datetime import date, datetime, time, timedelta
from io import BytesIO
from logging import NullHandler, getLogger
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile
from zoneinfo import ZoneInfo

import pytest

from slarules.agreement import standard_support
from slarules.agreement_file import read_agreement
from slarules.annotate import annotate
from slarules.annotate.compare import changes
from slarules.annotate.office import text_of
from slarules.annotate.page import bidi
from slarules.calendar import BusinessCalendar, Decree
from slarules.cli import main
from slarules.cli.files import refuse_place
from slarules.documents import dumps, loads
from slarules.editions import Edition
from slarules.errors import (
    AgreementFileError,
    CalendarFactsError,
    CalendarLengthError,
    CalendarRangeError,
    CopyFileError,
    DocumentError,
    FilePlaceError,
    MappingError,
    NoHoursError,
    NotTheContractError,
    ShortDayError,
)
from slarules.eventlog.incidents import Exclusion
from slarules.eventlog.mapping import read_mapping
from slarules.eventlog.parquet import parquet_rows
from slarules.eventlog.rows import BadRow, LogRow
from slarules.parameters import STANDARD, Interval, Parameters, Target, same_hours
from slarules.readings import Readings, ShortDays
from slarules.report.table import harmless, per_incident
from slarules.report.totals import make_report
from slarules.sensitivity_words import effect_words
from slarules.terms import Category, Language
from slarules.testing import incident
from tests.contract_copies import pdf, saved, source, word_document
from tests.small_log import log_of, mapping_of, mapping_text

if TYPE_CHECKING:
    from pathlib import Path

    from slarules.errors import SlaRulesError

MOSCOW = ZoneInfo("Europe/Moscow")
SCHEMA = 'schema = "slarules/agreement-file/1"\n'
HOUR_SHORTER = Readings(short_days=ShortDays.ONE_HOUR_SHORTER)
MON_2026_03_02 = datetime(2026, 3, 2, 12, tzinfo=MOSCOW)


def cases_of(*numbers: str) -> list[list[str]]:
    """Return the per-incident file of a log of these incidents, as a reader of CSV has it."""
    quoted = ('"' + number.replace('"', '""') + '"' for number in numbers)
    rows = "".join(f"{number},open,2026-03-02 11:00:00,\n" for number in quoted)
    log = log_of(rows, mapping_of())
    report = make_report(
        log,
        agreement=standard_support(),
        category=Category.C,
        as_of=MON_2026_03_02,
        as_of_given=True,
    )
    written = "".join(per_incident(report, log.bad))
    return list(csv.reader(io.StringIO(written, newline="")))


class TestCells:
    """A cell is no formula, ends no row, and can be had back."""

    NUMBERS = ("=1", "'=1", "''=1", "+7", "'1", "＝1", "＠x", "it's", "1")

    def test_what_an_apostrophe_was_put_before_is_told_from_what_had_one(self) -> None:
        written = [harmless(number) for number in self.NUMBERS]
        assert len(set(written)) == len(self.NUMBERS)
        assert not [cell for cell in written if re.match(r"[=+\-@\t\r\n＝＋－＠]", cell)]
        back = [
            cell[1:] if re.match(r"'+[=+\-@\t\r\n＝＋－＠]", cell) else cell for cell in written
        ]
        assert back == list(self.NUMBERS)

    @pytest.mark.parametrize("number", ["1\r=1", "1\r,2", "1\n=1"])
    def test_a_carriage_return_in_a_number_ends_no_row(self, number: str) -> None:
        table = cases_of(number, "2")
        assert [row[1] for row in table] == ["case", number, "2"]


class TestMappings:
    """What is wrong with a mapping is said as a mapping's fault."""

    def problems(self, text: str) -> str:
        with pytest.raises(MappingError) as refusal:
            read_mapping(text.encode())
        return str(refusal.value)

    @pytest.mark.parametrize(
        ("key", "of"), [("formats", "a whole date and time"), ("dates", "a whole date")]
    )
    def test_a_format_that_names_a_part_twice(self, key: str, of: str) -> None:
        text = mapping_text({"formats = [": f'{key} = "%Y-%m-%d %H:%M %Y"\nother = ['})
        assert f"'%Y-%m-%d %H:%M %Y' does not read {of}" in self.problems(text)

    @pytest.mark.parametrize("more", [f"\nx = {'9' * 5_000}", f"\nx = {'[' * 3_000}"])
    def test_a_number_without_end_and_brackets_without_end(self, more: str) -> None:
        assert "no TOML that can be read" in self.problems(mapping_text(more=more))

    @pytest.mark.parametrize(
        "encoding",
        [
            *("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf-7"),
            r"utf-8\u0000",
        ],
    )
    def test_a_codec_that_is_not_of_files(self, encoding: str) -> None:
        text = mapping_text({'encoding = "utf-8"': f'encoding = "{encoding}"'})
        assert "which is no text encoding" in self.problems(text)

    def test_an_encoding_of_wide_letters_is_one(self) -> None:
        assert mapping_of({'encoding = "utf-8"': 'encoding = "utf-16"'}).encoding == "utf-16"


class TestCalendars:
    """No file makes a calendar that fills the memory."""

    FIRST = date(2000, 1, 1)

    def calendar(self, last: date, **more: Any) -> BusinessCalendar:
        return BusinessCalendar(
            zone=MOSCOW,
            week=STANDARD.week,
            first=self.FIRST,
            last=last,
            decreed_through=self.FIRST,
            **more,
        )

    def test_four_hundred_years_and_not_a_day_more(self) -> None:
        last = date(2399, 12, 31)
        assert self.calendar(last).last == last
        with pytest.raises(CalendarLengthError) as refusal:
            self.calendar(last + timedelta(days=1))
        assert str(refusal.value) == (
            "a calendar from 2000-01-01 through 2400-01-01 has more than 146097 days; declare the "
            "years that are asked about"
        )

    def test_a_decree_far_ahead(self) -> None:
        with pytest.raises(CalendarLengthError):
            standard_support().calendar.with_decree(Decree(through=date.max))

    def test_a_document(self) -> None:
        text = dumps(self.calendar(date(2001, 1, 1))).replace('"last":"2001', '"last":"9001')
        with pytest.raises(DocumentError, match="has more than 146097 days"):
            loads(text)

    def test_a_file(self) -> None:
        decree = "[[calendar.decree]]\nthrough = 9999-12-31\n"
        with pytest.raises(AgreementFileError, match="has more than 146097 days"):
            read_agreement(f'{SCHEMA}calendar.base = "russia"\n{decree}')

    def test_days_given_twice_are_found_in_one_pass(self) -> None:
        days = [self.FIRST + timedelta(days=number) for number in range(100_000)]
        with pytest.raises(CalendarFactsError, match="days given twice"):
            self.calendar(days[-1], days_off=[*days, *days])


class TestEditions:
    """0.1 An edition begins on a day that every clock shows."""

    @pytest.mark.parametrize("zone", ["Asia/Omsk", "Europe/Moscow"])
    def test_the_first_day_of_all(self, zone: str) -> None:
        edition = Edition(date.min, standard_support(parameters=Parameters(zone=zone)))
        with pytest.raises(CalendarRangeError, match="0001-01-01 is outside the calendar"):
            _ = edition.starts
        with pytest.raises(AgreementFileError, match=re.escape("edition[0].since")):
            read_agreement(f'{SCHEMA}zone = "{zone}"\n[[edition]]\nsince = 0001-01-01\n')


class TestShortDays:
    """1.1 A day that cannot end an hour early, and a week that has no hours at all."""

    @pytest.mark.parametrize(
        ("hours", "written"),
        [
            ((Interval(time(23), time(0)),), "23:00–24:00"),
            ((Interval(time(10), time(11)),), "10:00–11:00"),
            ((Interval(time(0), time(0, 30)),), "00:00–00:30"),
            (
                (Interval(time(0), time(0, 20)), Interval(time(0, 30), time(0, 40))),
                "00:00–00:20, 00:30–00:40",
            ),
        ],
    )
    def test_hours_that_leave_nothing(self, hours: tuple[Interval, ...], written: str) -> None:
        parameters = Parameters(week=same_hours(5, *hours), cutoff=time(0))
        assert standard_support(parameters=parameters)
        with pytest.raises(ShortDayError) as refusal:
            standard_support(readings=HOUR_SHORTER, parameters=parameters)
        assert str(refusal.value) == (
            f"hours of {written} leave nothing of a day that ends an hour early; give every day "
            "more than an hour, or read short-days as full-day"
        )

    def test_a_day_of_a_little_more_than_an_hour_is_short(self) -> None:
        parameters = Parameters(week=same_hours(5, Interval(time(10), time(11, 1))), cutoff=time(9))
        agreed = standard_support(readings=HOUR_SHORTER, parameters=parameters)
        thu_2026_04_30 = date(2026, 4, 30)  # the day before 1 May
        assert agreed.calendar.day(thu_2026_04_30).hours == (Interval(time(10), time(10, 1)),)

    @pytest.mark.parametrize("readings", [Readings(), HOUR_SHORTER])
    def test_an_empty_week(self, readings: Readings) -> None:
        with pytest.raises(NoHoursError) as refusal:
            standard_support(readings=readings, parameters=Parameters(week=same_hours(0)))
        assert str(refusal.value) == (
            "the agreed week has no service hours on any day; give one day of the week hours at "
            "least"
        )

    def test_a_file_says_which_key(self) -> None:
        days = "".join(f'{day} = ["23:00-24:00"]\n' for day in WEEK)
        text = f'{SCHEMA}[readings]\nshort-days = "one-hour-shorter"\n[hours]\n{days}'
        with pytest.raises(AgreementFileError, match="hours of 23:00–24:00 leave nothing"):
            read_agreement(text)


class TestCopies:
    """What no copy of the contract can be is refused before it takes long."""

    def refused(self, text: str, older: str | None = None) -> str:
        with pytest.raises(CopyFileError) as refusal:
            annotate(text, against=older)
        return str(refusal.value)

    def test_a_text_without_end_given_from_python(self) -> None:
        assert "has more than 131072 letters" in self.refused("я" * 131_073)
        assert self.refused("я", "я" * 131_073).startswith("'the older copy' has more than")

    def test_ligatures_that_unfold_without_end(self) -> None:
        assert "when its ligatures are unfolded" in self.refused("ﷺ" * 8_000)

    def test_marks_without_end_over_one_letter(self) -> None:
        assert "more than 30 marks over it" in self.refused(f"е{chr(0x301) * 31}")
        with pytest.raises(NotTheContractError):
            annotate(f"е{chr(0x301) * 30}")

    def test_half_a_letter(self) -> None:
        assert "halves of letters" in self.refused("слово \ud83d")

    @pytest.mark.parametrize(
        ("more", "said"),
        [
            ("\n\nНовое 1." * 401, "more than 400 paragraphs"),
            (f"\n\n{'число ' * 2_001}", "a paragraph of more than 2000 words"),
        ],
    )
    def test_paragraphs_without_end(self, more: str, said: str) -> None:
        assert said in self.refused(source() + more)

    def test_words_broken_without_end(self) -> None:
        assert annotate(source() + "\n\n" + "аб-\n" * 10_000).differences

    def test_a_paragraph_that_repeats_a_word_is_set_beside_the_old_one_as_a_whole(self) -> None:
        known, now = ("a", *("b",) * 400, "c"), ("a", *("b",) * 399, "d", "c")
        steps = changes(known, now)
        assert [one for step in steps for one in known[slice(*step.was)]] == list(known)
        assert [one for step in steps for one in now[slice(*step.now)]] == list(now)
        assert all(known[slice(*s.was)] == now[slice(*s.now)] for s in steps if s.same)
        assert [step.same for step in steps] == [True, False, True]

    def test_a_pdf_that_is_damaged_is_not_told_of_on_every_error_stream(self) -> None:
        pytest.importorskip("pypdf")
        with pytest.raises(CopyFileError):
            text_of(pdf(["11:00"])[:-200], "copy.pdf")
        assert any(isinstance(one, NullHandler) for one in getLogger("pypdf").handlers)

    def test_a_word_document_of_more_xml_than_any_copy_has(self) -> None:
        file = BytesIO(saved(word_document(["11:00"])))
        with ZipFile(file, "a", ZIP_DEFLATED) as archive:
            archive.writestr("word/x.xml", b" " * (1 << 21))
        with pytest.raises(CopyFileError, match="bytes of XML"):
            text_of(file.getvalue(), "copy.docx")

    def test_a_number_without_end_is_set_on_a_page(self) -> None:
        number = "9" * 100_000  # minutes, where each digit begins another search
        assert bidi(number) == f"<bdi>{number}</bdi>"
        assert bidi(f"{number}, 10-19") == f'<bdi>{number}, <span class="whole">10-19</span></bdi>'


class TestLogs:
    """A log's own moments may lie where no calendar reaches."""

    def test_a_day_no_calendar_shows_is_a_bad_row(self) -> None:
        pa = pytest.importorskip("pyarrow")
        parquet = pytest.importorskip("pyarrow.parquet")
        columns = {
            "case": ["1", "2"],
            "what": ["open", "open"],
            "when": pa.array([20_514, 1 << 30], pa.date32()),
            "who": ["", ""],
        }
        file = BytesIO()
        parquet.write_table(pa.table(columns), file)
        first, second = parquet_rows(file, mapping_of())

        assert isinstance(first, LogRow)
        assert isinstance(second, BadRow)
        assert second.line == 3

    def test_a_clock_that_runs_at_a_moment_beyond_the_calendar(self) -> None:
        rows = "1,open,2026-03-02 11:00:00,\n1,seen,2026-03-02 12:00:00,\n"
        report = make_report(
            log_of(rows, mapping_of(more='[activities.seen]\nevent = "reproduced"\n')),
            agreement=standard_support(),
            category=Category.C,
            as_of=datetime(2062, 1, 1, tzinfo=MOSCOW),
            as_of_given=True,
        )
        (excluded,) = report.excluded
        assert excluded.reason is Exclusion.OUT_OF_CALENDAR
        assert not report.judged


class TestPlaces:
    """A place that is none is refused in a line."""

    @pytest.mark.parametrize("place", ["a\0b", ""])
    def test_a_name_of_no_file(self, place: str, capsys: pytest.CaptureFixture[str]) -> None:
        for arguments in (["annotate", place], ["letter", place, "-o", "x.html"]):
            assert main(arguments) == 2
            assert capsys.readouterr().err.count("\n") == 1
        with pytest.raises(FilePlaceError):
            refuse_place("a\0b")

    def test_a_link_to_itself(self, tmp_path: Path) -> None:
        link = tmp_path / "loop.csv"
        link.symlink_to(link)
        with pytest.raises(FilePlaceError, match="a link that leads back to itself"):
            refuse_place(str(link))

    def test_the_agreement_that_is_read(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        agreement = tmp_path / "terms.html"
        agreement.write_text(SCHEMA, encoding="utf-8")
        record = tmp_path / "incident.json"
        record.write_text(dumps(incident("2026-11-23 11:00 registered category=B")), "utf-8")
        given = ["letter", str(record), "--agreement", str(agreement), "-o", str(agreement)]
        assert main(given) == 2
        assert "is the file that is read" in capsys.readouterr().err
        assert agreement.read_text(encoding="utf-8") == SCHEMA


class TestPrinted:
    """What a record says reaches a terminal as text alone."""

    def test_controls_in_a_page_and_in_a_document(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        record = tmp_path / "incident.json"
        told = incident("2026-11-23 11:00 registered category=B number=\x9b2J\u202e")
        record.write_text(dumps(told), encoding="utf-8")
        assert main(["assess", str(record)]) == 0
        page = capsys.readouterr().out
        assert main(["assess", str(record), "--json"]) == 0
        document = capsys.readouterr().out
        assert "[U+009B]2J[U+202E]" in page
        assert "\\u009b2J\\u202e" in document
        assert not re.search("[\x80-\x9f\u202e]", page + document)

    def test_an_argument_that_is_none(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["due", "\x1b[31m\nx"]) == 2
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert "\x1b" not in said

    def test_a_target_that_another_reading_moves_is_said(self) -> None:
        agreed = standard_support(
            parameters=Parameters(resolution_targets=(Target(Category.B, None, 480),))
        )
        told = incident(
            "2026-11-23 11:00 registered category=B",
            "2026-11-24 10:00 reclassification-proposed category=C",
            "2026-11-25 10:00 reproduced",
            "2026-11-26 10:00 closed by=customer how=by-customer",
        )
        effects = agreed.sensitivity(told, told.events[-1].at).effects
        said = [line for one in effects for line in effect_words(one, Readings(), Language.EN)]
        assert any("due " in line for line in said)


WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@pytest.mark.parametrize(
    "error",
    [
        CalendarLengthError(date.min, date.max, 7),
        NoHoursError("the agreed week"),
        ShortDayError("10:00–11:00"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_refusal_carries_its_values_and_pickles(error: SlaRulesError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
    assert str(error).endswith(error.remedy)
