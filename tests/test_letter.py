"""The decision as a letter: what it says, and that it is safe, dated and the same each time."""

from __future__ import annotations

import re
import zlib
from datetime import datetime
from html.parser import HTMLParser
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from docx import Document

from slarules.agreement import standard_support
from slarules.cli import main
from slarules.documents import dumps
from slarules.errors import MissingExtraError
from slarules.events import (
    Channel,
    Commented,
    IncidentEvent,
    InformationProvided,
    InformationRequested,
    Registered,
    Reproduced,
    StatusChanged,
)
from slarules.incident import Incident
from slarules.letter import Letter, as_docx, as_html, as_pdf, letter
from slarules.letter.content import Heading
from slarules.receipt import receipt
from slarules.terms import Category, Language

if TYPE_CHECKING:
    from pathlib import Path

MOSCOW: Final = ZoneInfo("Europe/Moscow")
HOSTILE: Final = '<img src=x onerror="alert(1)"> & \u202eABC\u0007 #set page'


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=MOSCOW)


def incident(*more: IncidentEvent, number: str = "7") -> Incident:
    return Incident.of(
        [
            Registered(at=at(23, 10, 15), number=number, category=Category.B),
            InformationRequested(at=at(23, 16)),
            InformationProvided(at=at(24, 18)),
            Commented(at=at(24, 19), channel=Channel.PHONE, said_at=at(24, 18, 30)),
            Reproduced(at=at(25, 15), stated_at=at(25, 11, 20)),
            *more,
        ]
    )


def made(language: Language, record: Incident | None = None) -> Letter:
    agreement, as_of = standard_support(), at(27, 12)
    given = record or incident()
    return letter(
        agreement,
        given,
        agreement.assess(given, as_of),
        agreement.sensitivity(given, as_of),
        receipt(agreement, {"incident": f"sha256:{'0' * 64}"}, command="slarules letter i.json"),
        language,
    )


class _Text(HTMLParser):
    """The text of a page, its tags, and what it would load."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [value or "" for name, value in attrs if name in {"src", "href"}]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def text_of(page: bytes) -> str:
    return "\n".join(_Text(page).texts)


class TestContent:
    """Facts, clauses, reasoning, verdict, findings, other readings, receipt."""

    def test_russian(self) -> None:
        said = text_of(as_html(made(Language.RU)))
        # The registration is on Monday before 12, the question at 16:00 is the reaction (4.3);
        # sixty business days from Tuesday 24 November end on Thursday 25 February 2027 (4.4).
        for sentence in (
            "Заключение по инциденту 7",
            "По состоянию на 27 ноября 2026 г., 12:00 по московскому времени",
            "23 ноября 2026 г., 10:15 по московскому времени (п. 3.2)",
            "срок — понедельник, 23 ноября 2026 г., 19:00 по московскому времени",
            "в четверг, 25 февраля 2027 г., в 19:00 по московскому времени",
            "обсуждение вне HelpDesk, когда он работал",
            "Пункт 4.3.",
            "reproduction-time=comment-time",
            "Команда: slarules letter i.json",
        ):
            assert sentence in said

    def test_english(self) -> None:
        said = text_of(as_html(made(Language.EN)))
        for sentence in (
            "Decision on incident 7",
            "As of 27 November 2026, 12:00 Moscow time",
            "due Monday, 23 November 2026, 19:00 Moscow time",
            "a discussion outside HelpDesk while it was up",
            "Clause 4.3.",
            "reproduction-time=comment-time",
            "no legal advice",
        ):
            assert sentence in said
        assert not re.search("[А-Яа-яЁё]", said)

    def test_what_is_not_known_yet_is_not_told(self) -> None:
        later = incident(StatusChanged(at=at(28, 10), status="tomorrow"))
        assert "tomorrow" not in text_of(as_html(made(Language.EN, later)))


class TestForms:
    """One content, three ways to set it; the same answer is the same bytes."""

    @pytest.mark.parametrize("language", list(Language))
    @pytest.mark.parametrize("form", [as_html, as_docx, as_pdf])
    def test_same_answer_same_bytes(self, form: type, language: Language) -> None:
        assert form(made(language)) == form(made(language))

    def test_the_page_loads_nothing_and_runs_nothing(self) -> None:
        page = _Text(as_html(made(Language.RU)))
        assert not page.loads
        assert "script" not in page.tags

    def test_hostile_text_is_shown_and_does_nothing(self) -> None:
        record = incident(StatusChanged(at=at(26, 10), status=HOSTILE), number=HOSTILE)
        page = as_html(made(Language.RU, record))
        assert "img" not in _Text(page).tags
        shown = '<img src=x onerror="alert(1)"> & [U+202E]ABC[U+0007] #set page'
        assert shown in text_of(page)
        document = Document(BytesIO(as_docx(made(Language.RU, record))))
        assert any(shown in cell.text for row in document.tables[0].rows for cell in row.cells)
        assert as_pdf(made(Language.RU, record)).startswith(b"%PDF-")

    def test_the_word_document_says_the_same_paragraphs(self) -> None:
        found = made(Language.RU)
        document = Document(BytesIO(as_docx(found)))
        told = {paragraph.text for paragraph in document.paragraphs}
        assert found.title in told
        headings = [block.text for block in found.blocks if isinstance(block, Heading)]
        assert set(headings) <= told
        assert len(document.tables[0].rows) == 1 + len(incident().events)

    def test_documents_are_dated_as_the_answer_is(self) -> None:
        content = as_docx(made(Language.RU))
        assert Document(BytesIO(content)).core_properties.created.isoformat()[:16] == (
            "2026-11-27T12:00"
        )
        with ZipFile(BytesIO(content)) as archive:
            assert {info.date_time for info in archive.infolist()} == {(2026, 11, 27, 12, 0, 0)}
        assert b"D:20261127120000" in as_pdf(made(Language.RU))

    def test_the_pdf_says_it_is_pdf_a_and_carries_its_fonts(self) -> None:
        content = as_pdf(made(Language.RU))
        streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, flags=re.DOTALL)
        unpacked = content + b"".join(_inflated(stream) for stream in streams)
        assert b"pdfaid:part>2<" in unpacked
        assert b"FontFile" in unpacked

    @pytest.mark.parametrize(("form", "package"), [(as_docx, "docx"), (as_pdf, "typst")])
    def test_a_missing_extra_is_named_with_its_remedy(
        self, form: type, package: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(__import__("sys").modules, package, None)
        with pytest.raises(MissingExtraError) as refusal:
            form(made(Language.RU))
        assert "pip install 'slarules[letter]'" in str(refusal.value)


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


class TestCommand:
    """``slarules letter incident.json -o letter.docx|.pdf|.html``."""

    @pytest.mark.parametrize("ending", ["html", "docx", "pdf"])
    def test_writes_the_letter(
        self, ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        given, out = tmp_path / "incident.json", tmp_path / f"letter.{ending}"
        given.write_text(dumps(incident()), encoding="utf-8")
        moment = "2026-11-27T12:00:00+03:00"
        assert main(["letter", str(given), "-o", str(out), "--as-of", moment]) == 0
        assert out.stat().st_size > 1000
        assert str(out) in capsys.readouterr().out.replace("\n", "").replace("    ", "")

    def test_an_unknown_ending_is_refused_before_anything_is_read(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["letter", "none.json", "-o", str(tmp_path / "letter.rtf")]) == 2
        assert "end the name of the file with one of the known endings: .html, .docx, .pdf" in (
            capsys.readouterr().err
        )

    def test_a_bad_document_leaves_the_old_letter_as_it_was(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        given, out = tmp_path / "incident.json", tmp_path / "letter.html"
        given.write_text("{}", encoding="utf-8")
        out.write_text("the old one", encoding="utf-8")
        assert main(["letter", str(given), "-o", str(out)]) == 2
        assert out.read_text(encoding="utf-8") == "the old one"
        left = sorted(path.name for path in tmp_path.iterdir())
        assert left == ["incident.json", "letter.html"]
        assert "schema" in capsys.readouterr().err
