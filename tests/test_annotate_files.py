"""Copies of the contract as files: encodings, Word documents, PDF, and what is refused."""

from __future__ import annotations

import pickle
import subprocess
import sys
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

from slarules import CopyEncodingError, CopyFileError, MissingExtraError, annotate
from slarules.annotate.decode import decode
from slarules.annotate.limits import LIMIT
from slarules.annotate.office import PAGES, text_of
from tests.contract_copies import changed, hyphenated, pdf, saved, source, word_document

if TYPE_CHECKING:
    from collections.abc import Callable


def differing(content: bytes) -> list[str]:
    """Return the ids of the paragraphs that differ in a file of these bytes."""
    return [one.id for one in annotate(text_of(content, "copy")).differences]


class TestEncodings:
    """Issue: saved as cp1251; UTF-8 (BOM) and UTF-16, told by the words they give."""

    @pytest.mark.parametrize(
        "encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16", "utf-16-le", "utf-16-be"]
    )
    def test_a_copy_in_each_is_read(self, encoding: str) -> None:
        assert differing(source().encode(encoding)) == []

    def test_a_text_of_latin_letters_alone_is_utf_8(self) -> None:
        assert decode(b"Mary had a little lamb", "copy") == "Mary had a little lamb"

    @pytest.mark.parametrize("encoding", ["cp866", "koi8-r", "mac-cyrillic"])
    def test_an_old_encoding_is_named_and_not_guessed(self, encoding: str) -> None:
        with pytest.raises(CopyEncodingError, match=f"but looks like {encoding}") as refused:
            decode(source().encode(encoding, "replace"), "old.txt")
        assert str(refused.value).startswith("'old.txt' is in none of UTF-8, UTF-16 and Windows")
        assert str(refused.value).endswith("save it as UTF-8 and try again")
        assert pickle.loads(pickle.dumps(refused.value)).args == refused.value.args  # noqa: S301

    @pytest.mark.parametrize(
        "content",
        [
            pytest.param(b"\xff\xd8\xff\xe0 no text", id="a picture"),
            pytest.param("Совсем другой текст".encode("cp1251"), id="cp1251, another text"),
            pytest.param(b"\xef\xbb\xbf\xd0", id="cut in the middle of a letter"),
            pytest.param(b"\xff\xfe\x00", id="half a letter of UTF-16"),
            pytest.param("Другой текст".encode()[:-1], id="cut UTF-8"),
        ],
    )
    def test_bytes_that_give_no_known_words_are_refused(self, content: bytes) -> None:
        with pytest.raises(CopyEncodingError, match=r"save it as UTF-8 and try again$"):
            decode(content, "copy")

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_zero_bytes_are_refused(self, encoding: str) -> None:
        with pytest.raises(CopyFileError, match="has zero bytes in it"):
            decode((source() + "\0").encode(encoding), "copy")

    def test_more_bytes_than_any_copy_has_are_refused(self) -> None:
        with pytest.raises(CopyFileError) as refused:
            decode(b" " * (LIMIT + 1), "big.txt")
        assert str(refused.value) == (
            "'big.txt' has more than 131072 bytes, and no copy of the contract does; "
            "give a file that holds the contract's text and nothing else"
        )
        assert pickle.loads(pickle.dumps(refused.value)).args == refused.value.args  # noqa: S301


class TestWord:
    """Issue: DOCX copies of a contract by a well-kept reader (an extra)."""

    def document(self) -> Any:
        return word_document(line for line in source().splitlines() if line.strip())

    def test_a_copy_is_read(self) -> None:
        assert differing(saved(self.document())) == []

    def test_a_change_is_found(self) -> None:
        lines = changed(("до 12 часов", "до 13 часов")).splitlines()
        assert differing(saved(word_document(lines))) == ["4.3"]

    def test_the_numbers_that_word_sets_before_items_are_part_of_the_text(self) -> None:
        document = self.document()
        for paragraph in document.paragraphs:
            text = paragraph.text.strip()
            if text[:3] in {"1. ", "2. ", "3. ", "4. "} and "ошибки" not in text.lower():
                paragraph.text, paragraph.style = text[3:], "List Number"
        assert differing(saved(document)) == []

    def test_a_table_is_read_in_its_place(self) -> None:
        lines = [line for line in source().splitlines() if line.strip()]
        document = word_document(lines[:-1])
        document.add_table(rows=1, cols=1).cell(0, 0).text = lines[-1]
        assert differing(saved(document)) == []

    def test_tracked_changes_are_refused(self) -> None:
        from docx.oxml import OxmlElement

        document = self.document()
        document.paragraphs[30]._p.append(OxmlElement("w:ins"))
        with pytest.raises(CopyFileError, match=r"accept or reject every change, then save it$"):
            text_of(saved(document), "copy.docx")

    def test_a_document_without_text_is_refused(self) -> None:
        with pytest.raises(CopyFileError, match="has no text in it"):
            text_of(saved(word_document([])), "copy.docx")

    @pytest.mark.parametrize(
        "spoil",
        [
            pytest.param(lambda content: content[:2000], id="cut"),
            pytest.param(lambda _: zipped({"a.txt": b"text"}), id="another archive"),
            pytest.param(
                lambda content: zipped({**unzipped(content), "word/document.xml": b"<w:"}),
                id="a broken part",
            ),
        ],
    )
    def test_a_broken_document_is_refused(self, spoil: Callable[[bytes], bytes]) -> None:
        with pytest.raises(CopyFileError, match="cannot be read as a Word document"):
            text_of(spoil(saved(self.document())), "copy.docx")

    def test_what_unpacks_without_end_is_not_opened(self) -> None:
        bomb = zipped({"word/document.xml": b" " * (65 << 20)})
        with pytest.raises(CopyFileError, match="bytes when it is unpacked"):
            text_of(bomb, "copy.docx")

    def test_an_old_document_is_refused(self) -> None:
        with pytest.raises(CopyFileError, match="save it as DOCX without a password"):
            text_of(b"\xd0\xcf\x11\xe0" + bytes(512), "copy.doc")


class TestPdf:
    """Issue: PDF copies of a contract by a well-kept reader (an extra)."""

    def test_a_copy_is_read_without_its_page_numbers(self) -> None:
        assert differing(pdf(hyphenated().split("\n"))) == []

    def test_a_change_is_found(self) -> None:
        lines = [line.replace("60 рабочих", "90 рабочих") for line in hyphenated().split("\n")]
        assert differing(pdf(lines)) == ["4.4"]

    def test_a_scan_is_refused(self) -> None:
        with pytest.raises(CopyFileError, match="recognise the text of the scan first"):
            text_of(pdf([""]).replace(b"Tj", b"Tz"), "scan.pdf")

    def test_a_broken_file_is_refused(self) -> None:
        with pytest.raises(CopyFileError, match="cannot be read as a PDF"):
            text_of(b"%PDF-1.7\nnothing of the kind", "copy.pdf")

    def test_a_protected_file_is_refused(self) -> None:
        from pypdf import PdfReader, PdfWriter

        writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(["text"]))))
        writer.encrypt("secret", algorithm="RC4-128")
        protected = BytesIO()
        writer.write(protected)
        with pytest.raises(CopyFileError, match=r"save it without the password$"):
            text_of(protected.getvalue(), "copy.pdf")

    def test_a_book_is_refused(self) -> None:
        with pytest.raises(CopyFileError, match="has more than 200 pages"):
            text_of(pdf(["a"] * (PAGES + 1), a_page=1), "book.pdf")


class TestExtra:
    """Issue: imported only when used; a missing extra says how to get it."""

    @pytest.mark.parametrize(
        ("module", "content", "package"),
        [("docx", b"PK\x03\x04", "python-docx"), ("pypdf", b"%PDF-1.7", "pypdf")],
    )
    def test_a_missing_reader_says_what_to_install(
        self, monkeypatch: pytest.MonkeyPatch, module: str, content: bytes, package: str
    ) -> None:
        monkeypatch.setitem(sys.modules, module, None)
        with pytest.raises(MissingExtraError) as refused:
            text_of(content, "copy")
        assert str(refused.value) == (
            f"{package} is not installed; install the extra: pip install 'slarules[contract]'"
        )

    def test_a_plain_text_loads_neither(self) -> None:
        code = (
            "import sys; from slarules.annotate.office import text_of; text_of(b'text', 'copy');"
            "print(*{'docx', 'lxml', 'pypdf'} & set(sys.modules))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert done.stdout.split() == []


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return an archive of some parts."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """Return the parts of an archive."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
