"""``slarules compare`` and ``slarules whatif``: two agreements in, what changes out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from slarules.cli import main
from slarules.cli.whatif import shift_of
from slarules.documents import dumps
from slarules.errors import ShiftTextError
from slarules.testing import incident
from tests.small_log import HEADER, MAPPING

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]

HEAD = 'schema = "slarules/agreement-file/1"\n'
LOG = HEADER + (
    # Monday 23 November 2026; the log's clock is Moscow's.
    "late,open,2026-11-23 12:30:00,\n"
    "met,open,2026-11-23 12:30:00,\nmet,answer,2026-11-23 14:00:00,\n"
    "early,open,2026-11-23 11:00:00,\nearly,answer,2026-11-23 15:00:00,\n"
    "lost,answer,2026-11-23 15:00:00,\n"
    "<b>&,open,2026-11-23 12:45:00,\n<b>&,somebody,2026-11-24 10:00:00,\n"
)
AS_OF = ("--as-of", "2026-11-24T12:00:00+03:00")


def run(capsys: Capture, *arguments: str | Path, code: int = 0) -> str:
    assert main([*map(str, arguments)]) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: Capture, *arguments: str | Path) -> str:
    assert main([*map(str, arguments)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err.removeprefix("slarules: ").rstrip("\n")


@pytest.fixture
def given(tmp_path: Path) -> tuple[str | Path, ...]:
    """Return a comparison of the standard cut-off with one at 13:00."""
    (tmp_path / "one.toml").write_text(HEAD + 'cutoff = "13:00"\n', encoding="utf-8")
    (tmp_path / "log.csv").write_text(LOG, encoding="utf-8")
    (tmp_path / "mapping.toml").write_text(MAPPING, encoding="utf-8")
    return (
        "compare",
        "standard",
        tmp_path / "one.toml",
        tmp_path / "log.csv",
        "--mapping",
        tmp_path / "mapping.toml",
        "--category",
        "C",
        *AS_OF,
    )


class TestDocument:
    """4.3 Of five tickets one is no incident, one stays as it is, three change."""

    @pytest.fixture
    def found(self, capsys: Capture, given: tuple[str | Path, ...]) -> Any:
        return json.loads(run(capsys, *given, "--json"))

    def test_totals_reconcile(self, found: Any) -> None:
        assert found["incidents"] == {
            "read": 5,
            "excluded": {"no-registration": 1},
            "refused": 0,
            "compared": 4,
            "same": 1,
            "different": 3,
            "with_unknown": 1,
        }
        assert found["obligations"]["reaction"] == 3
        assert sum(found["obligations"].values()) == sum(t["verdicts"] for t in found["turns"])

    def test_turns(self, found: Any) -> None:
        # The unknown maker's record is filled in against the Executor: no reaction.
        assert found["turns"] == [
            {"obligation": "reaction", "before": "pending", "after": "missed", "verdicts": 2},
            {"obligation": "reaction", "before": "met", "after": "met", "verdicts": 1},
        ]

    def test_every_incident_with_its_moments_and_reasons(self, found: Any) -> None:
        late, met, hostile = found["different"]
        assert (late["number"], met["number"], hostile["number"]) == ("late", "met", "<b>&")
        (change,) = late["changes"]
        assert change["before"]["due"] == "2026-11-24T19:00:00+03:00"
        assert change["after"]["due"] == "2026-11-23T19:00:00+03:00"
        (why,) = late["why"]
        assert (why["before"]["rules"][0], why["after"]["rules"][0]) == ("R-4.3-8", "R-4.3-9")
        assert "4.3" in why["after"]["clauses"]

    def test_what_differs_between_the_agreements(self, found: Any) -> None:
        assert found["differences"] == [
            {"name": "cutoff", "before": "12:00:00", "after": "13:00:00"}
        ]
        assert found["before"]["agreement"] != found["after"]["agreement"]

    def test_readings_of_the_second_agreement(
        self, capsys: Capture, given: tuple[str | Path, ...]
    ) -> None:
        same = [one if one != given[2] else "standard" for one in given]
        reading = ("--reading", "cutoff-instant=same-day")
        found = json.loads(run(capsys, *same, *reading, "--json"))
        assert found["differences"] == [
            {"name": "cutoff-instant", "before": "next-day", "after": "same-day"}
        ]
        assert found["incidents"]["same"] == 4  # nothing came at 12:00 sharp

    def test_another_calendar_is_a_difference(
        self, capsys: Capture, given: tuple[str | Path, ...], tmp_path: Path
    ) -> None:
        (tmp_path / "one.toml").write_text(
            HEAD + "[calendar]\ndays_off = [2026-11-24]\n", encoding="utf-8"
        )
        found = json.loads(run(capsys, *given, "--json"))
        assert [row["name"] for row in found["differences"]] == ["calendar"]
        # What was due on Tuesday the 24th is due on Wednesday the 25th.
        dues = [one["changes"][0]["after"]["due"] for one in found["different"]]
        assert dues == ["2026-11-25T19:00:00+03:00"] * 3

    def test_editions(self, capsys: Capture, given: tuple[str | Path, ...], tmp_path: Path) -> None:
        (tmp_path / "one.toml").write_text(
            HEAD + "[[edition]]\nsince = 2020-01-01\n"
            '[[edition]]\nsince = 2026-11-24\ncutoff = "13:00"\n',
            encoding="utf-8",
        )
        found = json.loads(run(capsys, *given, "--json"))
        assert found["differences"] is None
        assert [one["since"] for one in found["after"]["editions"]] == ["2020-01-01", "2026-11-24"]
        assert found["incidents"]["different"] == 0  # all were registered before the amendment

    def test_what_no_edition_covers_is_counted_and_said(
        self, capsys: Capture, given: tuple[str | Path, ...], tmp_path: Path
    ) -> None:
        (tmp_path / "one.toml").write_text(
            HEAD + "[[edition]]\nsince = 2026-12-01\n", encoding="utf-8"
        )
        found = json.loads(run(capsys, *given, "--json"))
        assert (found["incidents"]["refused"], found["incidents"]["compared"]) == (4, 0)
        assert "no edition was in force" in found["refused"][0]["reason"]
        assert "no edition was in force" in run(capsys, *given)


class TestPages:
    """The same in words: text and one self-contained page."""

    def test_the_page_of_text(self, capsys: Capture, given: tuple[str | Path, ...]) -> None:
        page = run(capsys, *given, "--lang", "en")
        assert "Comparison: standard → one.toml" in page
        assert re.search(r"cutoff +12:00:00 +13:00:00", page)
        assert re.search(r"Compared +4\n", page)
        assert re.search(r"reaction +pending +missed +2\n", page)
        assert "Incident late\n" in page
        flat = " ".join(page.split())
        assert "due Tuesday, 24 November 2026, 19:00" in flat
        assert "R-4.3-8, R-4.3-6" in flat  # the next business day, before
        assert "R-4.3-9, R-4.3-5" in flat  # the same one, after

    @pytest.mark.parametrize("language", ["ru", "en"])
    def test_the_page_for_a_browser(
        self, capsys: Capture, given: tuple[str | Path, ...], tmp_path: Path, language: str
    ) -> None:
        place = tmp_path / "out.html"
        said = run(capsys, *given, "--html", place, "--lang", language)
        assert str(place.name) in " ".join(said.split())
        page = place.read_text(encoding="utf-8")
        assert page.startswith(f'<!doctype html>\n<html lang="{language}">')
        assert "&lt;b&gt;&amp;" in page
        assert "<b>" not in page
        assert re.findall(r"(?:src|href)=|@import|url\(|<script|<link|https?:", page) == []
        assert "default-src 'none'" in page

    def test_an_old_page_is_replaced_whole_or_not_at_all(
        self, capsys: Capture, given: tuple[str | Path, ...], tmp_path: Path
    ) -> None:
        place = tmp_path / "out.html"
        place.write_text("old", encoding="utf-8")
        (tmp_path / "one.toml").write_text("silence = 0", encoding="utf-8")
        refused(capsys, *given, "--html", place)
        assert place.read_text(encoding="utf-8") == "old"
        (tmp_path / "one.toml").write_text(HEAD, encoding="utf-8")
        run(capsys, *given, "--html", place)
        assert place.read_text(encoding="utf-8").endswith("</html>\n")
        assert [one.name for one in tmp_path.iterdir() if one.suffix == ".tmp"] == []

    def test_no_input_is_written_over(
        self, capsys: Capture, given: tuple[str | Path, ...], tmp_path: Path
    ) -> None:
        for name in ("one.toml", "log.csv", "mapping.toml"):
            before = (tmp_path / name).read_bytes()
            assert "is the file that is read" in refused(capsys, *given, "--html", tmp_path / name)
            assert (tmp_path / name).read_bytes() == before

    def test_agreements_that_are_the_same_change_nothing(
        self, capsys: Capture, given: tuple[str | Path, ...]
    ) -> None:
        same = [one if one != given[2] else "standard" for one in given]
        page = run(capsys, *same, "--fail-on-change", "--lang", "en")
        assert "The figures and readings are the same." in page

    def test_the_code_is_1_only_where_it_was_asked_for(
        self, capsys: Capture, given: tuple[str | Path, ...]
    ) -> None:
        run(capsys, *given)
        run(capsys, *given, "--fail-on-change", code=1)

    def test_bad_input_is_one_line(self, capsys: Capture, given: tuple[str | Path, ...]) -> None:
        assert "nowhere" in refused(capsys, *[o for o in given if o not in {"--category", "C"}])
        assert "x=y" in refused(capsys, *given, "--reading", "x=y")


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """Return a record: registered Monday 10:00, asked 11:00, answered Thursday 15:00."""
    place = tmp_path / "i.json"
    record = incident(
        "2026-11-23 10:00 registered category=C number=SD-7",
        "11:00 information-requested",
        "2026-11-26 15:00 information-provided",
    )
    place.write_text(dumps(record), encoding="utf-8")
    return place


class TestWhatIf:
    """4.11 Asked on Monday: midnight ending Thursday closes an incident left unanswered."""

    MONDAY = ("--as-of", "2026-11-30T12:00:00+03:00")

    def test_had_the_answer_come_a_day_later(self, capsys: Capture, asked: Path) -> None:
        found = json.loads(run(capsys, "whatif", asked, "--shift", "3=+1d", *self.MONDAY, "--json"))
        closing = next(
            one for one in found["changes"] if one.get("obligation") == "automatic-closing"
        )
        assert closing["after"]["outcome"] == "met"
        assert closing["after"]["since"] == "2026-11-27T00:00:00+03:00"
        assert {"what": "state", "before": "open", "after": "closed"} in found["changes"]
        assert found["after"]["state"] == "closed"

    @pytest.mark.parametrize("language", ["ru", "en"])
    def test_in_words(self, capsys: Capture, asked: Path, language: str) -> None:
        page = run(capsys, "whatif", asked, "--shift", "3=+1d", *self.MONDAY, "--lang", language)
        flat = " ".join(page.split())
        assert ("Entry 3" if language == "en" else "Запись 3") in flat
        assert "R-4.11-8" in flat

    def test_had_it_been_registered_after_noon(self, capsys: Capture, tmp_path: Path) -> None:
        place = tmp_path / "j.json"
        place.write_text(dumps(incident("2026-11-23 11:00 registered category=B")), "utf-8")
        moment = ("--registered-at", "2026-11-23T12:30:00+03:00")
        found = json.loads(run(capsys, "whatif", place, *moment, *self.MONDAY, "--json"))
        reaction = next(one for one in found["changes"] if one.get("obligation") == "reaction")
        assert reaction["before"]["due"] == "2026-11-23T19:00:00+03:00"
        assert reaction["after"]["due"] == "2026-11-24T19:00:00+03:00"

    def test_under_another_agreement(self, capsys: Capture, asked: Path, tmp_path: Path) -> None:
        file = tmp_path / "five.toml"
        file.write_text(HEAD + "silence = 5\n", encoding="utf-8")
        page = run(
            capsys, "whatif", asked, "--shift", "3=+1d", "--agreement", file, *self.MONDAY,
            "--lang", "en",
        )  # fmt: skip
        assert "Nothing would change." in page

    def test_entries_that_would_change_places(self, capsys: Capture, asked: Path) -> None:
        said = refused(capsys, "whatif", asked, "--shift", "3=-5d", *self.MONDAY)
        assert "earlier than the one before it" in said

    def test_bad_questions_are_one_line(self, capsys: Capture, asked: Path) -> None:
        assert refused(capsys, "whatif", asked).startswith("whatif was given nothing")
        assert "names no entry" in refused(capsys, "whatif", asked, "--shift", "soon")
        assert "cannot be moved" in refused(capsys, "whatif", asked, "--shift", "9=+1d")
        said = refused(capsys, "whatif", asked, "--registered-at", "2026-11-23T12:30:00")
        assert "has no time zone" in said


class TestShift:
    """An entry's number, from 1, and days, hours, minutes."""

    @pytest.mark.parametrize(
        ("text", "place", "seconds"),
        [
            ("1=+1d", 0, 86_400),
            ("2=-2h30m", 1, -9_000),
            ("12=+1d2h3m", 11, 93_780),
            (" 3=+90m ", 2, 5_400),
        ],
    )
    def test_read(self, text: str, place: int, seconds: int) -> None:
        found, amount = shift_of(text)
        assert (found, amount.total_seconds()) == (place, seconds)

    @pytest.mark.parametrize(
        "text",
        ["", "1", "1=1d", "1=+", "1=+d", "0=+1d", "1=+1", "1=+1h1d", "-1=+1d", "1=+1y", "１=+1d"],
    )
    def test_refused(self, text: str) -> None:
        with pytest.raises(ShiftTextError):
            shift_of(text)
