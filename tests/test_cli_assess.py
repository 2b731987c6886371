"""``slarules assess``: two files in, what the contract says out."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slarules.agreement import standard_support
from slarules.assess import Assessment
from slarules.assumed_words import ASSUMED
from slarules.cli import main
from slarules.cli.assess_phrases import ASSESS
from slarules.documents import LIMIT, dumps, loads
from slarules.readings import Readings
from slarules.terms import Language
from slarules.testing import as_of_for, incident, incidents, service, service_records

if TYPE_CHECKING:
    from pathlib import Path

    from slarules.incident import Incident
    from slarules.service import ServiceRecord

    Capture = pytest.CaptureFixture[str]

QUESTION = incident(
    "2026-11-23 11:00 registered category=B number=SD-17",
    "15:00 commented channel=phone said_at=14:50",
    "16:00 information-requested",
    "2026-11-25 12:00 reproduced",
)
MISSED = incident("2026-11-23 11:59 registered category=C", "2026-11-24 09:00 commented")
OUTAGE = service("2026-11-24 10:40 help-desk-down", "15:20 help-desk-restored")


def run(capsys: Capture, *arguments: str | Path, code: int = 0) -> str:
    assert main(["assess", *map(str, arguments)]) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: Capture, *arguments: str | Path) -> str:
    """Return the one line that says why, the place of the files left out."""
    assert main(["assess", *map(str, arguments)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("slarules: ")
    assert err.count("\n") == 1
    return err.removeprefix("slarules: ").rstrip("\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, value in (("question", QUESTION), ("missed", MISSED), ("outage", OUTAGE)):
        (tmp_path / f"{name}.json").write_text(dumps(value), encoding="utf-8")
    return tmp_path


class TestDocument:
    """``--json`` prints the assessment's own document."""

    def test_it_reads_back_as_what_the_agreement_says(self, capsys: Capture, folder: Path) -> None:
        as_of = "2026-11-25T13:00:00+03:00"
        printed = run(capsys, folder / "question.json", "--as-of", as_of, "--json")
        expected = standard_support().assess(QUESTION, datetime.fromisoformat(as_of))
        assert loads(printed, Assessment) == expected

    def test_without_a_moment_it_is_the_last_event(self, capsys: Capture, folder: Path) -> None:
        printed = json.loads(run(capsys, folder / "question.json", "--json"))
        assert printed["as_of"] == "2026-11-25T09:00:00Z"

    def test_the_record_of_the_service_counts(self, capsys: Capture, folder: Path) -> None:
        as_of = ("--as-of", "2026-11-26T10:00+03:00", "--json")
        closing: dict[bool, Any] = {}
        for with_service in (False, True):
            given = ("--service", folder / "outage.json") if with_service else ()
            printed = json.loads(run(capsys, folder / "question.json", *given, *as_of))
            (verdict,) = (
                verdict
                for verdict in printed["verdicts"]
                if verdict["obligation"] == "automatic-closing"
            )
            closing[with_service] = verdict["due"]
            assert ("helpdesk-up" in printed["assumed"]) is not with_service
        # Asked on Monday: Tuesday, Wednesday, Thursday; the outage touches Tuesday, so Friday.
        assert closing == {False: "2026-11-27T00:00:00+03:00", True: "2026-11-28T00:00:00+03:00"}

    def test_readings_are_chosen_one_by_one(self, capsys: Capture, folder: Path) -> None:
        printed = run(
            capsys,
            folder / "missed.json",
            *("--reading", "reaction-day-end=midnight", "--reading", "silence-end=closing-time"),
            "--json",
        )
        agreement = standard_support(
            readings=Readings.of(["reaction-day-end=midnight", "silence-end=closing-time"])
        )
        expected = agreement.assess(MISSED, datetime(2026, 11, 24, 6, tzinfo=UTC))
        assert loads(printed, Assessment) == expected

    @settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.data(), incidents(), st.none() | service_records())
    def test_any_incident_is_judged_and_printed(
        self,
        capsys: Capture,
        tmp_path: Path,
        data: st.DataObject,
        happened: Incident,
        record: ServiceRecord | None,
    ) -> None:
        given: dict[str, Any] = {} if record is None else {"service": record}
        as_of = data.draw(as_of_for(happened, **given))
        (tmp_path / "i.json").write_bytes(dumps(happened).encode())
        (tmp_path / "s.json").write_bytes(dumps(record).encode() if record else b"")
        options = ("--service", tmp_path / "s.json") if record else ()
        arguments = (tmp_path / "i.json", *options, "--as-of", as_of.isoformat())
        expected = standard_support().assess(happened, as_of, **given)
        assert loads(run(capsys, *arguments, "--json"), Assessment) == expected
        for language in ("ru", "en"):
            page = run(capsys, *arguments, "--lang", language)
            for finding in expected.findings:
                assert f"{finding.id} (" in page


class TestPage:
    """The same in words, Russian and English."""

    def test_in_russian(self, capsys: Capture, folder: Path) -> None:
        page = run(capsys, folder / "question.json", "--as-of", "2026-11-25T13:00+03:00")
        for text in (
            "Инцидент SD-17 на 25 ноября 2026 г., 13:00 по московскому времени\n---",
            "Официально зарегистрирован: 23 ноября 2026 г., 11:00 по московскому времени.",
            "Состояние: открыт.",
            "Категория B — с 23 ноября 2026 г., 11:00 по московскому времени.",
            "прошло: 1:00:00 рабочего времени, 1:00:00 по часам",
            "осталось: 15:00:00 рабочего времени, 35:00:00 по часам",
            "- F-3.1-1 (п. 3.1), нарушение: обсуждение вне HelpDesk, когда он работал — запись 2,",
            "Само собой что-то изменится: 26 ноября 2026 г., 24:00 по московскому времени.",
            "- silence-end=midnight: ",
        ):
            assert text in page

    def test_in_english(self, capsys: Capture, folder: Path) -> None:
        page = run(capsys, folder / "missed.json", "--lang", "en", "--as-of", "2026-12-01T00:00Z")
        for text in (
            "Incident 1 as of 1 December 2026, 03:00 Moscow time\n---",
            "Category C, no level, from 23 November 2026, 11:59 Moscow time.",
            # Due Monday 19:00, reacted Tuesday 09:00: fourteen hours, none of them of service.
            "late by: 0:00:00 of service time, 14:00:00 by the clock",
            "Findings\n--------\n\nnone\n",
            "- no record of HelpDesk is given: it is taken as up (3.1)",
            "Nothing changes by itself any more.",
        ):
            assert text in page

    def test_the_moment_that_was_taken_is_told(self, capsys: Capture, folder: Path) -> None:
        page = run(capsys, folder / "missed.json", "--lang", "en")
        assert "No moment was given: the last entry is taken" in page
        assert "as of 24 November 2026, 09:00" in page

    def test_what_is_provisional_is_told(self, capsys: Capture, folder: Path) -> None:
        late = incident("2030-12-30 15:00 registered category=B")
        (folder / "late.json").write_text(dumps(late))
        page = run(capsys, folder / "late.json", "--lang", "en")
        assert "whose transfers are not decreed yet." in page

    def test_what_never_was_registered_is_told(self, capsys: Capture, folder: Path) -> None:
        called = incident("2026-11-23 11:00 registered channel=hotline called_at=10:50")
        (folder / "called.json").write_text(dumps(called))
        strict = ("--reading", "hotline-registration=not-registered", "--lang", "en")
        page = run(capsys, folder / "called.json", *strict)
        assert "Not officially registered (2.1, 3.1)." in page

    def test_the_page_ends_with_what_it_was_made_from(self, capsys: Capture, folder: Path) -> None:
        page = run(capsys, folder / "missed.json", "--service", folder / "outage.json")
        for name in ("missed", "outage"):
            assert sha256((folder / f"{name}.json").read_bytes()).hexdigest() in page
        assert page.rstrip().endswith("outage.json")

    @pytest.mark.parametrize("phrase", [*ASSESS.values(), *ASSUMED.values()], ids=str)
    def test_every_phrase_is_in_both_languages(self, phrase: Any) -> None:
        places = {
            language: {part.split("}")[0] for part in phrase.of(language).split("{")[1:]}
            for language in Language
        }
        assert places[Language.RU] == places[Language.EN]
        assert phrase.ru != phrase.en


class TestExitCode:
    """0 fine; 1 bad news, only where it was asked for; 2 bad input in one line."""

    def test_a_missed_reaction_is_bad_news_only_where_asked(
        self, capsys: Capture, folder: Path
    ) -> None:
        run(capsys, folder / "missed.json")
        run(capsys, folder / "missed.json", "--fail-on-missed", code=1)
        run(capsys, folder / "missed.json", "--fail-on-missed", "--json", code=1)
        run(capsys, folder / "question.json", "--fail-on-missed")

    def test_faults_name_the_file_and_the_path(self, capsys: Capture, folder: Path) -> None:
        text = dumps(QUESTION).replace("2026-11-23T08:00:00Z", "2026-11-23T11:00:00")
        bad = folder / "bad.json"
        bad.write_text(text)
        assert refused(capsys, bad) == (
            f"{bad}: events[0].at: '2026-11-23T11:00:00' has no time zone; say whose clock it is: "
            "+03:00, or Z for UTC; correct the document"
        )

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"", "is not JSON: expecting value at line 1, column 1"),
            (b"\xff", "is not UTF-8: byte 1 does not belong there"),
            (b"[" * 100_000, "is nested too deeply"),
            (
                b" " * (LIMIT + 1),
                f"is larger than {LIMIT:,} bytes; give a higher limit if that is ",
            ),
            (dumps(OUTAGE).encode(), "schema: is 'slarules/service/1'; wanted is slarules/inciden"),
        ],
    )
    def test_what_is_no_incident(
        self, capsys: Capture, folder: Path, content: bytes, message: str
    ) -> None:
        bad = folder / "bad.json"
        bad.write_bytes(content)
        assert refused(capsys, bad).startswith(f"{bad}: {message}")

    def test_what_is_no_record_of_the_service(self, capsys: Capture, folder: Path) -> None:
        given = (folder / "question.json", "--service", folder / "missed.json")
        told = refused(capsys, *given)
        assert told.startswith(f"{folder / 'missed.json'}: schema: is 'slarules/incident/1'; ")

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (("--as-of", "2026-11-25T13:00"), "--as-of '2026-11-25T13:00' has no time zone; "),
            (("--as-of", "2026-11-22T13:00Z"), "asked as of 2026-11-22T13:00:00+00:00, before "),
            (("--as-of", "2999-11-22T13:00Z"), "2999-11-22T13:00:00+00:00 is outside the cal"),
            (("--reading", "cutoff"), "no such reading 'cutoff'; write switch=option, each sw"),
            (("--reading", "late-answer=x"), "unknown option of late-answer 'x'; use one of th"),
            (("--reading", "late-answer=reopens", "--reading", "late-answer=reopens"),
             "no such reading 'late-answer=reopens'; write switch=option, each switch once; "),
        ],
    )  # fmt: skip
    def test_what_cannot_be_asked(
        self, capsys: Capture, folder: Path, arguments: tuple[str, ...], message: str
    ) -> None:
        assert refused(capsys, folder / "question.json", *arguments).startswith(message)

    def test_a_file_that_is_not_there(self, capsys: Capture, folder: Path) -> None:
        gone = folder / "gone.json"
        assert refused(capsys, gone) == f"{gone}: no such file or directory; give another path"
