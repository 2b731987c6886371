"""Logs of any size, as CSV and as Parquet: by parts and from either, the report is the same."""

from __future__ import annotations

import io
import json
import random
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slarules import Agreement, standard_support
from slarules.cli import main, parts, spill
from slarules.cli.progress import Meter
from slarules.cli.spill import BLOCK, Spill
from slarules.errors import FilePlaceError
from slarules.eventlog.log import gather
from slarules.eventlog.mapping import read_mapping
from slarules.eventlog.moments import reader_of
from slarules.eventlog.parted import BadRows, Unpacker, part
from slarules.eventlog.rows import read_rows
from slarules.report.document import document
from slarules.report.flips import flips
from slarules.report.table import per_incident
from slarules.report.totals import Ledger, make_report
from slarules.report.verdicts import Judge
from slarules.terms import Category, Language
from tests.shared import ROOT, shared_file
from tests.small_log import HEADER, mapping_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from slarules.eventlog.log import EventLog
    from slarules.eventlog.mapping import LogMapping
    from slarules.report.totals import Report

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

EXAMPLES = ROOT / "src" / "slarules" / "examples"
SUPPORT: Agreement = standard_support()
MON_2026_03_02 = datetime(2026, 3, 2, tzinfo=UTC)

EVENTS = ("open", "answer", "robot", "note", "customer", "somebody", "withdraw", "noise", "asked")
MORE = (
    '[activities.asked]\nevent = "information-requested"\nby = "executor"\n'
    '[activities.fixed]\nevent = "resolved"\nby = "executor"\n'
    '[activities.down]\nevent = "help-desk-down"\n'
    '[activities.up]\nevent = "help-desk-restored"\n'
)


def untidy_log(tickets: int, seed: int) -> str:
    """Return a log unsorted, with duplicates, bad rows of most kinds, and rows of the service."""
    draw = random.Random(seed)
    rows: list[str] = []
    for number in range(tickets):
        case = draw.choice(["", "=", "-", "№ "]) + str(number)
        at = MON_2026_03_02 + timedelta(minutes=draw.randrange(200_000))
        for place in range(draw.randrange(1, 7)):
            what = "open" if not place and draw.random() > 0.05 else draw.choice([*EVENTS, "fixed"])
            rows.append(f"{case},{what},{at:%Y-%m-%d %H:%M:%S},{draw.choice(['', 'Ann', 'Bob'])}")
            at += timedelta(minutes=draw.choice([0, 1, 30, 600, 5_000, 20_000]))
    rows += draw.sample(rows, tickets // 10)
    for broken in ("{},open,yesterday,", "{},open", "{},,2026-03-02 10:00:00,", '"{},open,x,y'):
        rows += [broken.format(draw.randrange(tickets * 2)) for _ in range(tickets // 40)]
    rows += [",open,2026-03-02 10:00:00,", "", "1,\0,2026-03-02 10:00:00,"]
    draw.shuffle(rows)
    service = [",down,2026-03-05 12:00:00,", ",up,2026-03-05 15:00:00,"] * 2
    return HEADER + "\n".join([*rows[:50], *service, *rows[50:]]) + "\n"


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let parts be small, and the memory hold next to nothing."""
    monkeypatch.setattr(parts, "PART", 4_000)
    monkeypatch.setattr(parts, "PACKED", 1)
    monkeypatch.setattr(spill.Spill.__init__, "__defaults__", (100,))


class Made:
    """What the command makes of a log."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], log: Path, mapping: Path, *more: str
    ) -> None:
        self.table = log.with_name("out.csv")
        arguments = ["report", str(log), "--mapping", str(mapping), "--json", *more]
        assert main([*arguments, "--output", str(self.table)]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        self.document: dict[str, Any] = json.loads(out)
        self.readings = [
            (one["reading"], one["outcomes"], one["moments"], list(map(_move, one["moves"])))
            for one in self.document.pop("readings", ())
        ]
        self.receipt = self.document.pop("receipt")
        self.lines = self.table.read_text(encoding="utf-8")


def _move(move: dict[str, Any]) -> tuple[str, str, str, int]:
    return (move["obligation"], move["before"], move["after"], move["verdicts"])


def in_memory(
    log: Path, mapping: Path, category: Category | None, as_of: datetime | None = None
) -> tuple[dict[str, Any], str]:
    """Return the document and the table of a log that is read and judged whole."""
    read, report, described = judged_whole(log, mapping, category, as_of)
    made = document(report, read, described, Language.RU)
    return json.loads(json.dumps(made)), "".join(per_incident(report, read.bad))


def turned_in_memory(log: Path, mapping: Path, category: Category | None) -> list[Any]:
    """Return the readings that change a verdict, of a log judged whole."""
    read, report, _ = judged_whole(log, mapping, category, None)
    return [
        (
            one.reading,
            one.outcomes,
            one.moments,
            [(o.value, a.value, b.value, number) for (o, a, b), number in one.moves.items()],
        )
        for one in flips(read, report, agreement=SUPPORT)
    ]


def judged_whole(
    log: Path, mapping: Path, category: Category | None, as_of: datetime | None
) -> tuple[EventLog, Report, LogMapping]:
    described = read_mapping(mapping.read_bytes())
    read = gather(read_rows([log.read_bytes()], described))
    assert read.last is not None
    report = make_report(
        read,
        agreement=SUPPORT,
        category=category,
        as_of=as_of or read.last,
        as_of_given=as_of is not None,
    )
    return read, report, described


def written(folder: Path, log: str | bytes, mapping: str) -> tuple[Path, Path]:
    """Return the two files, written."""
    places = folder / "log.csv", folder / "mapping.toml"
    content = log.encode() if isinstance(log, str) else log
    for place, what in zip(places, (content, mapping.encode()), strict=True):
        place.write_bytes(what)
    return places


@pytest.mark.usefixtures("small_parts")
class TestParts:
    """A log is judged part by part, each ticket whole: nothing of the report is another."""

    @pytest.mark.parametrize("seed", range(2))
    @pytest.mark.parametrize("as_of", [None, "2026-05-01T12:00:00+00:00"])
    def test_an_untidy_log(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: int, as_of: str | None
    ) -> None:
        log, mapping = written(tmp_path, untidy_log(150, seed), mapping_text(more=MORE))
        more = [] if as_of is None else ["--as-of", as_of]
        made = Made(capsys, log, mapping, "--category", "C", *more)
        moment = None if as_of is None else datetime.fromisoformat(as_of)
        expected, table = in_memory(log, mapping, Category.C, moment)
        assert made.document["rows"]["duplicates"]
        assert made.document["rows"]["moved"]
        assert made.document["rows"]["of_service"] == 2
        assert made.document["tickets"]["excluded"] > 10
        assert made.document == expected
        assert made.lines == table

    def test_the_bundled_example(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        log, mapping = written(
            tmp_path,
            (EXAMPLES / "helpdesk-ru.csv").read_bytes(),
            (EXAMPLES / "helpdesk-ru.toml").read_text(encoding="utf-8"),
        )
        made = Made(capsys, log, mapping)
        expected, table = in_memory(log, mapping, None)
        assert made.document == expected
        assert made.lines == table

    def test_a_real_log(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        content = shared_file("data/helpdesk/helpdesk.csv").read_bytes()
        described = (ROOT / "tests/data/helpdesk-it.toml").read_text(encoding="utf-8")
        log, mapping = written(tmp_path, content, described)
        made = Made(capsys, log, mapping, "--category", "B")
        expected, table = in_memory(log, mapping, Category.B)
        assert made.document["tickets"]["read"] == 4580
        assert made.document["rows"]["read"] == 21348
        assert made.document == expected
        assert made.lines == table

    def test_what_other_readings_change(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        log, mapping = written(tmp_path, untidy_log(90, 5), mapping_text(more=MORE))
        made = Made(capsys, log, mapping, "--category", "C", "--readings")
        assert any(moves for *_, moves in made.readings)
        assert made.readings == turned_in_memory(log, mapping, Category.C)

    def test_one_incident_is_found_in_its_part(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        log, mapping = written(tmp_path, untidy_log(300, 1), mapping_text(more=MORE))
        table = in_memory(log, mapping, Category.C)[1]
        case = next(line.split(",")[1] for line in table.splitlines() if line.startswith("judged"))
        case = case.removeprefix("'")
        made = Made(
            capsys,
            log,
            mapping,
            "--category",
            "C",
            "--export",
            case,
            f"--incident-output={tmp_path / 'one.json'}",
        )
        assert made.document["exported"]["case"] == case
        assert json.loads((tmp_path / "one.json").read_bytes())["events"][0]["number"] == case

    def test_the_page_names_the_first_bad_rows(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        rows = "".join(f"{n},open,never,\n" for n in range(500))
        log, mapping = written(
            tmp_path, f"{HEADER}a,open,2026-03-02 10:00:00,\n{rows}", mapping_text()
        )
        arguments = ["report", str(log), "--mapping", str(mapping), "--category", "C"]
        assert main([*arguments, "--lang", "en"]) == 0
        out = capsys.readouterr().out
        assert "rows 501 = used 1 + duplicates 0 + bad 500" in out
        assert "line 3" in out
        assert "line 12" in out
        assert "line 13" not in out

    def test_an_untold_word_refuses_the_log_as_before(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        text = untidy_log(300, 2) + "7,sneezed,2026-03-02 10:00:00,\n"
        log, mapping = written(tmp_path, text, mapping_text(more=MORE))
        assert main(["report", str(log), "--mapping", str(mapping), "--category", "C"]) == 2
        assert "sneezed" in capsys.readouterr().err


class TestPart:
    """Every row of a ticket comes to one part, in the order of the log."""

    @pytest.mark.parametrize("number", [1, 2, 17])
    def test_the_tickets_of_the_parts_are_those_of_the_log(self, number: int) -> None:
        content = untidy_log(200, 9).encode()
        mapping = read_mapping(mapping_text(more=MORE).encode())
        whole = gather(read_rows([content], mapping))
        lists: list[list[Any]] = [[] for _ in range(number)]
        log = part(read_rows([content], mapping), lists, BadRows([]))
        unpacker = Unpacker(mapping)
        tickets = [ticket for packed in lists for ticket in unpacker.tickets(packed)]
        assert tuple(sorted(tickets, key=lambda one: one.place)) == whole.tickets
        assert (log.rows, log.first, log.last) == (whole.rows, whole.first, whole.last)
        assert (log.service, log.service_duplicates) == (whole.service, whole.service_duplicates)
        assert tuple(log.bad) == whole.bad
        assert whole.bad[0] in log.bad


class TestLedger:
    """Totals take tickets in any order; quantiles are those of sorted times."""

    def test_the_order_of_entering_changes_nothing(self) -> None:
        mapping = read_mapping(mapping_text(more=MORE).encode())
        log = gather(read_rows([untidy_log(200, 3).encode()], mapping))
        assert log.last is not None
        judge = Judge(log, agreement=SUPPORT, category=Category.C, as_of=log.last)
        made = []
        for tickets in (log.tickets, log.tickets[::-1]):
            ledger = Ledger(judge, [], [])
            for ticket in tickets:
                ledger.enter(ticket, judge.judge(ticket))
            made.append(ledger.totals(log, as_of_given=False))
        assert made[0] == made[1]
        assert made[0].findings

    @given(st.lists(st.integers(-10, 300_000), min_size=1, max_size=60))
    def test_a_quantile_is_the_smallest_that_so_many_do_not_exceed(
        self, amounts: list[int]
    ) -> None:
        from slarules.report.totals import _times

        found = _times(amounts)
        assert found.number == len(amounts)
        for percent, quantile in ((50, found.median), (90, found.p90)):
            enough = [
                one
                for one in amounts
                if 100 * sum(a <= one for a in amounts) >= percent * len(amounts)
            ]
            assert quantile == min(enough)


class TestSpill:
    """What memory cannot hold lies in files that nobody can find, nor a killed run leave."""

    @pytest.mark.parametrize("held", [1, 7, BLOCK * 3, 10_000])
    def test_piles_give_back_what_was_put_there(self, held: int) -> None:
        kept = Spill(held)
        piles = [kept.pile() for _ in range(3)]
        for number in range(2_000):
            piles[number % 3].append((number, str(number), None))
        one, two = iter(piles[0]), iter(piles[0])
        assert [next(one)[0], next(two)[0], next(one)[0], next(two)[0]] == [0, 0, 3, 3]
        for place, pile in enumerate(piles):
            expected = [(n, str(n), None) for n in range(place, 2_000, 3)]
            assert list(pile) == list(pile) == expected
            assert len(pile) == len(expected)

    def test_a_pile_let_go_is_empty_and_makes_room(self) -> None:
        kept = Spill(5)
        pile, other = kept.pile(), kept.pile()
        for number in range(12):
            pile.append(number)
        kept.drop(pile)
        assert (len(pile), list(pile)) == (0, [])
        other.append(1)
        assert list(other) == [1]

    def test_a_small_log_writes_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "absent"))
        pile = Spill().pile()
        for number in range(spill.HELD - 1):
            pile.append(number)
        with pytest.raises(FilePlaceError, match=r"absent.*TMPDIR"):
            pile.append(0)

    @pytest.mark.skipif(sys.platform == "win32", reason="there a file is gone when it is closed")
    def test_files_have_no_name(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        pile = Spill(10).pile()
        for number in range(100):
            pile.append(number)
        assert list(pile) == list(range(100))
        assert list(tmp_path.iterdir()) == []


def parquet(log: Path, table: Any) -> Path:
    """Write a table beside a log, as Parquet, and return its place."""
    place = log.with_name("log.parquet")
    pq.write_table(table, place, row_group_size=100)
    return place


def columns_of(text: str) -> dict[str, list[str]]:
    """Return a log whose cells are not quoted, by columns."""
    header, *rows = (line.split(",") for line in text.split("\n") if line)
    return {name: [row[place] for row in rows] for place, name in enumerate(header)}


def tidy_log(tickets: int) -> str:
    """Return a log that CSV and Parquet can tell alike: every row whole, moments all readable."""
    kept = [HEADER.strip()]
    draw = random.Random(11)
    for number in range(tickets):
        at = MON_2026_03_02 + timedelta(minutes=draw.randrange(200_000))
        for place in range(draw.randrange(1, 6)):
            what = "open" if not place else draw.choice(EVENTS)
            kept.append(f"{number},{what},{at:%Y-%m-%d %H:%M:%S},{draw.choice(['', 'Ann'])}")
            at += timedelta(minutes=draw.choice([0, 30, 600, 5_000]))
    return "\n".join(kept) + "\n"


def shown(texts: Iterable[str]) -> list[datetime]:
    return [datetime.fromisoformat(text) for text in texts]


TYPED: dict[str, Callable[[dict[str, list[str]]], dict[str, Any]]] = {
    "texts": dict,
    "large texts and views": lambda c: {
        **c,
        "what": pa.array(c["what"], pa.large_string()),
        "who": pa.array(c["who"], pa.string_view()),
    },
    "dictionaries": lambda c: {
        **c,
        "what": pa.array(c["what"]).dictionary_encode(),
        "who": pa.array([one or None for one in c["who"]]).dictionary_encode(),
    },
    "numbers": lambda c: {**c, "case": pa.array(map(int, c["case"]), pa.int32())},
    "floats": lambda c: {**c, "case": pa.array(map(float, c["case"]), pa.float64())},
    "times of a clock": lambda c: {**c, "when": pa.array(shown(c["when"]), pa.timestamp("s"))},
    "times in nanoseconds": lambda c: {**c, "when": pa.array(shown(c["when"]), pa.timestamp("ns"))},
    "moments": lambda c: {
        **c,
        # Moscow's clock, three hours ahead of UTC in 2026
        "when": pa.array(
            [one.replace(tzinfo=UTC) - timedelta(hours=3) for one in shown(c["when"])],
            pa.timestamp("ms", "America/Lima"),
        ),
    },
    "nulls for empty cells": lambda c: {
        **c,
        "who": pa.array([one or None for one in c["who"]], pa.string()),
    },
    "columns nobody asked for": lambda c: {
        "where": pa.array([{"a": 1}] * len(c["who"])),
        **c,
        "seen": pa.array([True] * len(c["who"])),
    },
}


class TestParquet:
    """The mapping means the same for Parquet as for CSV."""

    @pytest.mark.parametrize("kind", TYPED)
    def test_the_report_is_that_of_the_same_log_as_csv(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
    ) -> None:
        text = tidy_log(80)
        log, mapping = written(tmp_path, text, mapping_text(more=MORE))
        expected = Made(capsys, log, mapping, "--category", "C")
        table = pa.table(TYPED[kind](columns_of(text)))
        made = Made(capsys, parquet(log, table), mapping, "--category", "C")
        assert made.document == expected.document
        assert made.lines == expected.lines
        assert made.receipt["inputs"][0]["digest"] != expected.receipt["inputs"][0]["digest"]

    @pytest.mark.usefixtures("small_parts")
    def test_by_parts_too(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        text = tidy_log(300)
        log, mapping = written(tmp_path, text, mapping_text(more=MORE))
        expected, table = in_memory(log, mapping, Category.C)
        place = parquet(log, pa.table(columns_of(text)))
        made = Made(capsys, place, mapping, "--category", "C")
        assert made.document == expected
        assert made.lines == table

    def test_bad_rows_are_named_by_the_same_lines(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        text = (
            f"{HEADER}1,open,2026-03-02 10:00:00,\n2,open,yesterday,\n,open,2026-03-02 10:00:00,\n"
            "3,,2026-03-02 10:00:00,\n4,op\0en,2026-03-02 10:00:00,\n"
        )
        log, mapping = written(tmp_path, text, mapping_text())
        expected = Made(capsys, log, mapping, "--category", "C").document
        place = parquet(log, pa.table(columns_of(text)))
        made = Made(capsys, place, mapping, "--category", "C").document
        assert [row["line"] for row in made["bad_rows"]] == [3, 4, 5, 6]
        assert made == expected

    def test_levels_days_and_moments_beside(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        described = mapping_text(
            {
                'time = "when"': 'time = "when"\ncategory = "kind"\nseverity = "level"\n'
                'until = "until"\naccepted = "taken"'
            },
            more='[activities.agreed]\nevent = "replacement-agreed"\nby = "executor"\n'
            '[activities.down]\nevent = "help-desk-down"\n',
        )
        header = "case,what,when,who,kind,level,until,taken\n"
        rows = (
            ",down,2026-03-01 10:00:00,,,,,\n"
            "1,open,2026-03-02 10:00:00,,C,2,,2026-03-01 11:00:00\n"
            "2,open,2026-03-02 10:00:00,,B,,,\n"
            "2,agreed,2026-03-03 10:00:00,,,,2026-07-01,\n"
        )
        log, mapping = written(tmp_path, header + rows, described)
        expected = Made(capsys, log, mapping)
        assert expected.document["tickets"]["judged"] == 2
        found: dict[str, Any] = columns_of(header + rows)
        found["level"] = pa.array([None, 2.0, None, None], pa.float64())
        for days in (pa.date32(), pa.date64(), pa.timestamp("ms")):
            found["until"] = pa.array([None, None, None, date(2026, 7, 1)], pa.date32()).cast(days)
            found["taken"] = pa.array(
                [None, datetime(2026, 3, 1, 11), None, None], pa.timestamp("us")
            )
            made = Made(capsys, parquet(log, pa.table(found)), mapping)
            assert made.document == expected.document
            assert made.lines == expected.lines

    def test_an_hour_shown_twice_is_asked_about(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        _, mapping = written(tmp_path, "", mapping_text())
        sun_2014_10_26 = datetime(2014, 10, 26, 1, 30)
        table = pa.table({"case": ["1"], "what": ["open"], "when": [sun_2014_10_26], "who": [""]})
        place = parquet(mapping, table)
        assert main(["report", str(place), "--mapping", str(mapping), "--category", "C"]) == 2
        assert "repeated_hour" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"what": [True]}, "column 'what' of the log must be texts, numbers, moments or days"),
            ({"who": [[1]]}, "column 'who' of the log must be texts"),
            ({"when": None}, "no column 'when' for the time"),
            ({"when": pa.array([10**18], pa.timestamp("ms"))}, "the log has no row that could be"),
        ],
    )
    def test_what_is_no_log(
        self,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
        change: dict[str, Any],
        said: str,
    ) -> None:
        _, mapping = written(
            tmp_path, "", mapping_text({'time = "when"': 'time = "when"\nresource = "who"'})
        )
        found = {"case": ["1"], "what": ["open"], "when": ["2026-03-02 10:00:00"], "who": ["x"]}
        kept = {name: value for name, value in {**found, **change}.items() if value is not None}
        place = parquet(mapping, pa.table(kept))
        assert main(["report", str(place), "--mapping", str(mapping), "--category", "C"]) == 2
        assert said in capsys.readouterr().err

    def test_an_empty_one(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        _, mapping = written(tmp_path, "", mapping_text())
        place = parquet(mapping, pa.table({"case": [], "what": [], "when": [], "who": []}))
        assert main(["report", str(place), "--mapping", str(mapping), "--category", "C"]) == 2
        assert "the log has no rows" in capsys.readouterr().err

    @pytest.mark.parametrize("content", [b"PAR1", b"PAR1 and no more of it PAR1"])
    def test_a_damaged_one(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
    ) -> None:
        log, mapping = written(tmp_path, content, mapping_text())
        assert main(["report", str(log), "--mapping", str(mapping), "--category", "C"]) == 2
        said = capsys.readouterr().err
        assert said.startswith("slarules: the log is no Parquet file that can be read: ")
        assert said.endswith("; export the log again\n")

    def test_without_the_extra_it_says_what_to_install(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        log, mapping = written(tmp_path, tidy_log(3), mapping_text(more=MORE))
        place = parquet(log, pa.table(columns_of(tidy_log(3))))
        for name in [name for name in sys.modules if name.partition(".")[0] == "pyarrow"]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        arguments = ["--mapping", str(mapping), "--category", "C"]
        assert main(["report", str(place), *arguments]) == 2
        assert "pip install 'slarules[frames]'" in capsys.readouterr().err
        assert main(["report", str(log), *arguments]) == 0


class Clock:
    """A clock that gains a second and a half at every look."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1.5
        return self.now


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class TestMeter:
    """On a terminal one sees rows, rows a second and the share of the file; elsewhere nothing."""

    def run(self, stream: io.StringIO, whole: int) -> str:
        meter = Meter(stream, Clock(), "rows read", whole)
        for _ in range(2):
            assert list(meter.counted(range(1024))) == list(range(1024))
            meter.reach(350)
        meter.end()
        return stream.getvalue()

    def test_on_a_terminal_in_one_line(self) -> None:
        said = self.run(Terminal(), 1000)
        assert said.count("\n") == 1
        assert said.startswith("\r1024 rows read, ")
        assert said.endswith(" a second, 35 % of the file\n")

    def test_without_a_share_where_nobody_knows_how_much_there_is(self) -> None:
        assert "%" not in self.run(Terminal(), 0)

    def test_elsewhere_not_a_word(self) -> None:
        assert self.run(io.StringIO(), 1000) == ""


FORMATS = (
    "%d.%m.%Y %H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y/%m/%d %H:%M:%S.%f",
    "%d%m%Y%H%M%S",
    "%m/%d/%Y",
    "[%H:%M] %d+%m %Y",
    # read by the standard library alone
    "%d %b %Y %H:%M",
    "%y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S%z",
    "%d.%m.%Y %M:%S",
    "%d.%m.%Y %% %H",
)


class TestMoments:
    """Times are read as ``strptime`` reads them, or refused as it refuses them."""

    @given(
        st.sampled_from(FORMATS),
        st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)),
        st.integers(0, 40),
        st.sampled_from(["", "", "0", "9", " ", ":", "٣", "x"]),
    )
    def test_whatever_is_written(
        self, written: str, moment: datetime, place: int, put: str
    ) -> None:
        text = moment.replace(tzinfo=UTC).strftime(written)
        for tried in (
            text,
            text[:place] + put + text[place + 1 :],
            text[:place] + put + text[place:],
        ):
            assert read_with(reader_of(written), tried) == read_with(library(written), tried)

    @pytest.mark.parametrize(
        "text",
        ["31.02.2026 10:00:00", "01.01.2026 10:00:60", "1.1.2026 1:0:0", "00.01.2026 10:00:00"],
    )
    def test_no_such_time_or_another_width(self, text: str) -> None:
        written = FORMATS[0]
        assert read_with(reader_of(written), text) == read_with(library(written), text)


def library(written: str) -> Callable[[str], datetime]:
    return lambda text: datetime.strptime(text, written)  # noqa: DTZ007 - the zone comes next


def read_with(read: Callable[[str], datetime], text: str) -> datetime | None:
    try:
        return read(text)
    except ValueError:
        return None
