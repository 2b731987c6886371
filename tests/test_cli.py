"""The command line: what each command answers, in which language, with which exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from slarules import __version__
from slarules.clauses import CLAUSES
from slarules.cli import files, main
from slarules.cli.page import Block, Grid, Heading, Lines, Table, draw, plain, shown_block
from slarules.cli.progress import ELSEWHERE, counted
from slarules.errors import FilePlaceError, ProjectedCalendarWarning
from tests.shared import ROOT, shared_file
from tests.small_log import HEADER, mapping_text

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]

ENV = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
ONE_OF = {"due", "not_stated", "not_applicable", "until_event"}


def run(capsys: Capture, *arguments: str, code: int = 0) -> str:
    assert main(list(arguments)) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def answer(capsys: Capture, *arguments: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(run(capsys, *arguments, "--json"))
    return made


class TestDue:
    """4.3, 4.4: the reaction and the search for a replacement, of one incident."""

    def due(self, capsys: Capture, registered: str, category: str) -> dict[str, Any]:
        return answer(capsys, "due", "--registered", registered, "--category", category)

    def test_has_the_two_obligations_each_with_one_kind_of_answer(self, capsys: Capture) -> None:
        for category in "ABCDE":
            made = self.due(capsys, "2026-11-23T11:00:00+03:00", category)
            assert made.pop("schema") == "slarules/due/1"
            assert set(made) == {"reaction", "replacement_search"}
            for obligation in made.values():
                assert len(ONE_OF & set(obligation)) == 1
                assert obligation["clauses"]
                assert obligation["provisional"] is False
                assert isinstance(obligation["steps"], list)

    @pytest.mark.parametrize(
        ("registered", "category", "due"),
        [
            ("2024-12-28T11:59:00+03:00", "B", "2024-12-28T19:00:00+03:00"),  # worked Saturday
            ("2024-12-28T12:00:00+03:00", "C", "2025-01-09T19:00:00+03:00"),
            ("2026-11-29T16:00:00Z", "C", "2026-11-30T19:00:00+03:00"),
            ("2014-03-10T11:00:00+04:00", "B", "2014-03-11T19:00:00+04:00"),
        ],
    )
    def test_the_reaction(self, capsys: Capture, registered: str, category: str, due: str) -> None:
        assert self.due(capsys, registered, category)["reaction"]["due"] == due

    def test_the_search_for_a_replacement_is_for_b_alone(self, capsys: Capture) -> None:
        made = self.due(capsys, "2026-08-24T11:00:00+03:00", "B")
        assert made["replacement_search"]["due"] == "2026-11-17T19:00:00+03:00"
        made = self.due(capsys, "2026-08-24T11:00:00+03:00", "C")
        assert "not_applicable" in made["replacement_search"]

    def test_agrees_with_the_worked_examples(self, capsys: Capture) -> None:
        rows = csv.DictReader(shared_file("contract/examples.csv").read_text("utf-8").splitlines())
        checked = 0
        for row in rows:
            plain_case = row["events"] in {"registered", "registered | unresolved, no workaround"}
            if not plain_case or row["what"] not in {"reaction", "replacement_search"}:
                continue
            offset = "+04:00" if row["at_moscow"] < "2014-10-26" else "+03:00"
            registered = row["at_moscow"].replace(" ", "T") + offset
            found = self.due(capsys, registered, row["category"])[row["what"]]
            if row["outcome"] == "due":
                wanted = row["expected_moscow"].replace(" ", "T") + offset
                assert found["due"] == wanted, row["by_hand"]
            else:
                assert row["outcome"].replace("-", "_") in found, row["by_hand"]
            assert set(row["clauses"].split(";")[:1]) <= set(found["clauses"])
            checked += 1
        assert checked >= 12

    def test_a_projected_year_says_so_and_warns_nobody(self, capsys: Capture) -> None:
        made = self.due(capsys, "2030-03-05T11:00:00+03:00", "C")
        assert made["reaction"]["provisional"] is True

    def test_is_read_in_russian_unless_asked_in_english(self, capsys: Capture) -> None:
        given = ("due", "--registered", "2024-12-28T11:59:00+03:00", "--category", "B")
        russian, english = run(capsys, *given), run(capsys, *given, "--lang", "en")
        assert "суббота, 28 декабря 2024 г., 19:00 по московскому времени" in russian
        assert "Saturday, 28 December 2024, 19:00 Moscow time" in english
        assert not re.search("[А-Яа-я]", english)


class TestCalendar:
    """1.1 The service is reachable on business days."""

    def test_the_days_are_those_of_the_official_list(self, capsys: Capture) -> None:
        rows = csv.DictReader(
            shared_file("calendar/production-calendar.csv").read_text("utf-8").splitlines()
        )
        wanted = {row["date"]: row["working"] == "1" for row in rows if row["date"][:4] == "2012"}
        made = answer(capsys, "calendar", "2012")
        assert {day["date"]: day["business_day"] for day in made["days"]} == wanted

    def test_the_counts_are_those_of_the_days(self, capsys: Capture) -> None:
        made = answer(capsys, "calendar", "2026")
        worked = [date.fromisoformat(day["date"]) for day in made["days"] if day["business_day"]]
        assert made["counts"] == {
            "days": 365,
            "business_days": len(worked),
            "days_off": 365 - len(worked),
            "business_seconds": len(worked) * 9 * 3600,
        }
        for number, quarter in enumerate(made["quarters"]):
            months = range(3 * number + 1, 3 * number + 4)
            assert quarter["business_days"] == sum(day.month in months for day in worked)
        for number, month in enumerate(made["months"], 1):
            assert month["business_days"] == sum(day.month == number for day in worked)

    def test_a_day_off_says_where_it_was_moved_from_and_by_which_act(self, capsys: Capture) -> None:
        made = answer(capsys, "calendar", "2021")
        days = {day["date"]: day for day in made["days"]}
        assert days["2021-02-22"]["moved_from"] == "2021-02-20"
        assert days["2021-02-20"]["moved_to"] == "2021-02-22"
        assert "1648" in days["2021-02-22"]["act"]

    def test_a_year_of_the_standing_law_is_marked(self, capsys: Capture) -> None:
        assert answer(capsys, "calendar", "2028")["provisional"] is True
        assert answer(capsys, "calendar", "2027")["provisional"] is False
        assert "ещё не утверждены" in run(capsys, "calendar", "2028")

    def test_the_page_shows_every_month_and_marks_unusual_days(self, capsys: Capture) -> None:
        page = run(capsys, "calendar", "2012", "--lang", "en")
        for month in ("January", "June", "December"):
            assert month in page
        assert re.search(r"\b9\+", page)  # Saturday 9 June, worked
        assert re.search(r"\b11\*", page)  # Monday 11 June, off in its place
        assert "a worked Saturday: its day off is moved to Monday" in page
        assert "Quarter 2" in page

    def test_days_declared_non_working_are_told_apart(self, capsys: Capture) -> None:
        page = run(capsys, "calendar", "2020", "--lang", "en")
        assert "30 March – 3 April — presidential decree No. 206 of 25.03.2020" in page

    @pytest.mark.parametrize("year", [1999, 2000, 2015, 2037])
    def test_every_day_of_the_year_stands_in_its_month(self, capsys: Capture, year: int) -> None:
        page = run(capsys, "calendar", str(year), "--lang", "en")
        grids = page[: page.index("* a day off")]
        numbers = re.findall(r"(?<![\d.])(\d{1,2})[*+ \n]", grids.split("\n", 2)[2])
        days = (date(year, 12, 31) - date(year, 1, 1)).days + 1
        assert len(numbers) == days


class TestClauses:
    """0.1–4.12 Every paragraph of the agreement, in our own words."""

    def test_all_are_there_in_both_languages(self, capsys: Capture) -> None:
        made = answer(capsys, "clauses")
        assert [row["id"] for row in made["clauses"]] == list(CLAUSES)
        assert all(row["summary"]["ru"] and row["summary"]["en"] for row in made["clauses"])

    @pytest.mark.parametrize("language", ["ru", "en"])
    def test_all_are_printed(self, capsys: Capture, language: str) -> None:
        page = run(capsys, "clauses", "--lang", language)
        for clause in CLAUSES:
            assert f"\n{clause}  [" in page


@pytest.fixture
def small(tmp_path: Path) -> list[str]:
    """A small log with a missed reaction, as arguments of a report."""
    log, mapping = tmp_path / "log.csv", tmp_path / "mapping.toml"
    log.write_text(
        f"{HEADER}1,open,2026-03-02 11:00:00,\n1,answer,2026-03-03 11:00:00,\n", encoding="utf-8"
    )
    mapping.write_text(mapping_text(), encoding="utf-8")
    return ["report", str(log), "--mapping", str(mapping), "--category", "C"]


class TestReport:
    """3.3, 4.3: the reactions of a log."""

    def test_bad_news_is_an_exit_code_only_where_it_is_asked_for(
        self, capsys: Capture, small: list[str]
    ) -> None:
        run(capsys, *small)
        run(capsys, *small, "--fail-on-missed", code=1)
        run(capsys, *small, "--fail-on-missed", "--json", code=1)

    def test_no_news_is_good_news(self, capsys: Capture, small: list[str]) -> None:
        early = "2026-03-02T18:59:00+03:00"
        made = answer(capsys, *small, "--fail-on-missed", "--as-of", early)
        assert made["tickets"]["outcomes"]["pending"] == 1
        assert (made["as_of"], made["as_of_given"]) == (early, True)

    def test_the_record_is_taken_as_complete_through_its_last_moment(
        self, capsys: Capture, small: list[str]
    ) -> None:
        made = answer(capsys, *small)
        assert (made["as_of"], made["as_of_given"]) == ("2026-03-03T11:00:00+03:00", False)

    def test_the_page_prints_every_assumption_and_sums(
        self, capsys: Capture, small: list[str]
    ) -> None:
        page = run(capsys, *small)
        assert "- nothing is known of this log but its rows\n" in page
        assert "- answer is a comment of the executor\n" in page
        assert "строк 2 = использовано 2 + повторных 0 + негодных 0\n" in page
        assert "инцидентов 1 = оценено 1 + исключено 0\n" in page
        assert "; срок — понедельник, 2 марта 2026 г., 19:00" in " ".join(page.split())

    def test_the_page_names_ten_bad_rows_and_says_how_many_more(
        self, capsys: Capture, small: list[str], tmp_path: Path
    ) -> None:
        with (tmp_path / "log.csv").open("a", encoding="utf-8") as log:
            log.writelines(f"{n},open,soon,\n" for n in range(2, 14))
        page = run(capsys, *small, "--lang", "en")
        assert page.count("is not a time as") == 10
        assert "- and 2 more; all of them are in the --output file and in --json" in page
        assert len(answer(capsys, *small)["bad_rows"]) == 12

    def test_the_file_has_a_row_an_incident(
        self, capsys: Capture, small: list[str], tmp_path: Path
    ) -> None:
        place = tmp_path / "out.csv"
        page = run(capsys, *small, "--output", str(place))
        assert f"Файл по инцидентам: {place}" in page
        (row,) = csv.DictReader(io.StringIO(place.read_text("utf-8")))
        assert (row["case"], row["outcome"]) == ("1", "missed")
        assert sorted(p.name for p in tmp_path.iterdir()) == ["log.csv", "mapping.toml", "out.csv"]

    def test_a_log_without_reactions_says_so(
        self, capsys: Capture, small: list[str], tmp_path: Path
    ) -> None:
        (tmp_path / "log.csv").write_text(f"{HEADER}1,open,2030-03-04 11:00:00,\n")
        page = run(capsys, *small, "--lang", "en", "--as-of", "2030-03-04T12:00:00+03:00")
        assert "No reaction at all." in page
        assert "Resting on days not yet decreed: 1." in page

    def test_an_exported_incident_is_assessed_alike(
        self, capsys: Capture, small: list[str], tmp_path: Path
    ) -> None:
        incident, service = str(tmp_path / "1.json"), str(tmp_path / "service.json")
        given = ("--export", "1", "--incident-output", incident, "--service-output", service)
        made = answer(capsys, *small, *given)["exported"]
        assert (made["case"], made["service"], made["filled_lines"]) == ("1", None, [])
        assert made["command"] == f"slarules assess {incident} --as-of 2026-03-03T11:00:00+03:00"
        alone = answer(capsys, *made["command"].split()[1:])
        verdicts = {one["obligation"]: one["outcome"] for one in alone["verdicts"]}
        in_report = answer(capsys, *small)["tickets"]["obligations"]
        assert {name: {outcome: 1} for name, outcome in verdicts.items()} == in_report
        page = " ".join(run(capsys, *small, *given).split())
        assert f"Инцидент 1: {incident} " in page
        assert f"О самой службе в журнале ничего нет, и файла {service} нет." in page

    def test_the_example_log_exports_an_incident_with_its_service(
        self, capsys: Capture, tmp_path: Path
    ) -> None:
        folder = ROOT / "src/slarules/examples"
        log, mapping = str(folder / "helpdesk-ru.csv"), str(folder / "helpdesk-ru.toml")
        incident, service = str(tmp_path / "1.json"), str(tmp_path / "service.json")
        given = ("--export", "ИНЦ-0095", "--incident-output", incident, "--service-output", service)
        made = answer(capsys, "report", log, "--mapping", mapping, *given)["exported"]
        alone = answer(capsys, *made["command"].split()[1:])
        assert [one["id"] for one in alone["findings"]] == ["F-4.11-1"]
        # The readings of the report go with it: without the outage's day it closed in time.
        reading = ("--reading", "silence-outage=runs-on")
        made = answer(capsys, "report", log, "--mapping", mapping, *given, *reading)["exported"]
        assert made["command"].endswith(" --reading silence-outage=runs-on")
        assert answer(capsys, *made["command"].split()[1:])["findings"] == []

    def test_what_an_export_leaves_to_be_filled_in_is_said(
        self, capsys: Capture, small: list[str], tmp_path: Path
    ) -> None:
        with (tmp_path / "log.csv").open("a", encoding="utf-8") as log:
            log.write("1,somebody,2026-03-02 12:00:00,\n")
        place = str(tmp_path / "1.json")
        page = run(capsys, *small, "--lang", "en", "--export", "1", "--incident-output", place)
        assert "in the Executor's favour: lines 4." in " ".join(page.split())

    def test_the_real_log_reports_in_both_languages(self, capsys: Capture) -> None:
        log = str(shared_file("data/helpdesk/helpdesk.csv"))
        mapping = str(ROOT / "tests/data/helpdesk-it.toml")
        given = ("report", log, "--mapping", mapping, "--category", "C")
        made = answer(capsys, *given)
        tickets = made["tickets"]
        assert tickets["read"] == tickets["judged"] + tickets["excluded"] == 4580
        assert sum(tickets["outcomes"].values()) == tickets["judged"]
        assert len(made["worst"]) == 10


class TestDemo:
    """What a newcomer sees first."""

    def test_prints_a_summary_and_three_deadlines_and_writes_a_file(
        self, capsys: Capture, tmp_path: Path
    ) -> None:
        folder = tmp_path / "new" / "folder"
        page = run(capsys, "demo", "--output", str(folder))
        place = folder / "helpdesk-ru-incidents.csv"
        assert str(place) in page
        steps = page[page.index("Три срока с объяснением") :]
        assert steps.count("\n1. Инцидент зарегистрирован") == 3
        rows = list(csv.DictReader(io.StringIO(place.read_text("utf-8"))))
        judged = [row for row in rows if row["record"] == "judged"]
        assert f"оценено {len(judged)} + исключено" in page

    def test_in_english_only_names_from_the_log_are_russian(
        self, capsys: Capture, tmp_path: Path
    ) -> None:
        page = run(capsys, "demo", "--output", str(tmp_path), "--lang", "en")
        quoted = re.sub("“[^”]*”|ИНЦ-[0-9]+", "", page)
        assert not re.search("[А-Яа-я]", quoted)

    def test_names_the_file_in_json_too(self, capsys: Capture, tmp_path: Path) -> None:
        made = answer(capsys, "demo", "--output", str(tmp_path))
        assert made["per_incident"] == str(tmp_path / "helpdesk-ru-incidents.csv")


class TestRun:
    """Streams, exit codes, help."""

    def test_without_a_command_the_help_is_printed(self, capsys: Capture) -> None:
        page = run(capsys)
        for command in ("due", "calendar", "clauses", "report", "demo"):
            assert f"\n    {command} " in page

    def test_every_command_has_help_that_says_the_exit_codes(self, capsys: Capture) -> None:
        for command in ("due", "calendar", "clauses", "report", "demo"):
            page = " ".join(run(capsys, command, "--help").split())
            assert "exit codes: 0 fine; 1 bad news, only where asked for (--check" in page
            assert "default: ru" in page

    def test_the_version(self, capsys: Capture) -> None:
        assert run(capsys, "--version") == f"slarules {__version__}\n"

    def test_runs_as_a_module(self) -> None:
        command = [sys.executable, "-m", "slarules", "calendar", "2026"]
        made = subprocess.run(command, env=ENV, capture_output=True, check=True)
        assert "Рабочий календарь на 2026 год" in made.stdout.decode("utf-8")
        assert made.stderr == b""

    @pytest.mark.parametrize("encoding", ["ascii", "cp1251", "utf-8"])
    def test_a_stream_that_lacks_letters_loses_none_of_the_answer(self, encoding: str) -> None:
        command = [sys.executable, "-m", "slarules", "clauses"]
        env = {**ENV, "PYTHONIOENCODING": encoding}
        made = subprocess.run(command, env=env, capture_output=True, check=True)
        assert made.stdout
        made = subprocess.run([*command, "--json"], env=env, capture_output=True, check=True)
        assert len(json.loads(made.stdout.decode(encoding))["clauses"]) == len(CLAUSES)

    def test_a_reader_that_has_had_enough_is_no_error(self, small: list[str]) -> None:
        command = [sys.executable, "-m", "slarules", *small, "--fail-on-missed"]
        reading, writing = os.pipe()
        os.close(reading)
        try:
            made = subprocess.run(
                command, check=False, env=ENV, stdout=writing, stderr=subprocess.PIPE
            )
        finally:
            os.close(writing)
        assert (made.returncode, made.stderr) == (1, b"")

    def test_stopped_from_the_keyboard_it_says_nothing(
        self, capsys: Capture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stop(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("slarules.cli.register.answer", stop)
        run(capsys, "clauses", code=130)

    def test_warnings_of_the_library_do_not_reach_the_screen(self, capsys: Capture) -> None:
        given = ("due", "--registered", "2030-01-09T15:00:00+03:00", "--category", "B")
        assert "предварительный" in run(capsys, *given)
        assert issubclass(ProjectedCalendarWarning, UserWarning)


class TestFiles:
    """A file is replaced whole, or left as it was."""

    def test_replaces_what_was_there(self, tmp_path: Path) -> None:
        place = tmp_path / "out.csv"
        place.write_bytes(b"old")
        files.write(str(place), b"new")
        assert place.read_bytes() == b"new"
        assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]

    def test_leaves_the_old_file_where_the_new_one_cannot_be_finished(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        place = tmp_path / "out.csv"
        place.write_bytes(b"old")

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(FilePlaceError, match="no space left on device"):
            files.write(str(place), b"new")
        assert place.read_bytes() == b"old"
        assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        place, link = tmp_path / "out.csv", tmp_path / "link.csv"
        place.write_bytes(b"old")
        link.symlink_to(place)
        files.write(str(link), b"new")
        assert link.is_symlink()
        assert place.read_bytes() == b"new"

    def test_what_is_no_plain_file_is_not_replaced(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        with pytest.raises(FilePlaceError, match="is there already and is no plain file"):
            files.write(str(pipe), b"new")

    def test_a_second_name_of_the_log_is_the_log(self, tmp_path: Path) -> None:
        log, link = tmp_path / "log.csv", tmp_path / "link.csv"
        log.write_bytes(b"log")
        link.hardlink_to(log)
        with pytest.raises(FilePlaceError, match="is the file that is read"):
            files.refuse_place(str(link), str(log))


class Clock:
    """A clock that gains as many seconds at every look as it is told."""

    def __init__(self, step: float) -> None:
        self.step, self.now = step, 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class TestProgress:
    """A long run says how far it is; a short one says nothing."""

    def test_yields_what_it_is_given(self) -> None:
        stream = io.StringIO()
        assert list(counted(range(5000), stream, Clock(0.1), "rows")) == list(range(5000))
        assert stream.getvalue() == ""

    def test_on_a_terminal_one_line_is_kept(self) -> None:
        stream = Terminal()
        list(counted(range(5000), stream, Clock(2.0), "rows"))
        assert stream.getvalue() == ("\r1024 rows\r2048 rows\r3072 rows\r4096 rows\r5000 rows\n")

    def test_elsewhere_a_line_now_and_then(self) -> None:
        stream = io.StringIO()
        list(counted(range(5000), stream, Clock(ELSEWHERE / 3), "rows"))
        assert stream.getvalue() == "3072 rows\n"


class TestPage:
    """The same blocks as plain text, and drawn on a terminal."""

    blocks = (
        Heading("Title"),
        Lines(("word " * 40, "  set in"), "- "),
        Grid(("  1   2*  ", "  3+")),
        Table(("name", "number"), (("a", "1"), ("bbb", "22"))),
    )

    def test_plain(self) -> None:
        text = plain(self.blocks)
        assert max(map(len, text.split("\n"))) <= 100
        assert "Title\n-----\n" in text
        assert "\n  1   2*\n  3+\n" in text
        assert text.endswith("name  number\n----  ------\na          1\nbbb       22\n")

    @pytest.mark.parametrize(
        ("block", "said"),
        [
            (Heading("1\n2"), "1[U+000A]2\n----------"),
            (Lines(("1\n2",), "- "), "- 1[U+000A]2"),
            (Lines((("1\n2", "3"),), "- "), "- 1[U+000A]2\n  3"),
            (Grid(("1\n2",)), "1[U+000A]2"),
            (Table(("a",), (("1\n2",),)), "a\n----------\n1[U+000A]2"),
        ],
    )
    def test_a_line_end_of_somebody_elses_breaks_no_line(self, block: Block, said: str) -> None:
        assert plain([shown_block(block)]) == f"{said}\n"

    def test_drawn_it_says_the_same_words(self) -> None:
        pytest.importorskip("rich")
        stream = io.StringIO()
        assert draw(self.blocks, stream)
        assert stream.getvalue().split() == [
            word for word in plain(self.blocks).split() if set(word) != {"-"} or word == "-"
        ]

    def test_drawn_a_line_that_keeps_its_place_is_not_folded(self) -> None:
        pytest.importorskip("rich")
        stream = io.StringIO()
        command = "slarules explain " + "--reading cutoff-instant=same-day " * 9 + "end"
        assert draw((Grid((command,)),), stream)
        assert stream.getvalue() == f"{command}\n\n"

    def test_without_rich_nothing_is_drawn(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "rich.console", None)
        assert not draw(self.blocks, io.StringIO())

    def test_a_terminal_that_is_gone_is_no_bad_news(self) -> None:
        pytest.importorskip("rich")

        class Gone(io.StringIO):
            def write(self, _: str) -> int:
                raise BrokenPipeError

        with pytest.raises(BrokenPipeError):
            draw(self.blocks, Gone())

    def test_a_terminal_is_drawn_on(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pytest.importorskip("rich")
        stream = Terminal()
        monkeypatch.setattr("sys.stdout", stream)
        assert main(["calendar", "2026", "--lang", "en"]) == 0
        assert "\x1b[" in stream.getvalue()
        assert "New Year" in stream.getvalue()
