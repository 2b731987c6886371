"""The text of a contract in a Word document or a PDF, by well-kept readers (an extra)."""

from __future__ import annotations

import re
from io import BytesIO
from logging import NullHandler, getLogger
from typing import TYPE_CHECKING, Any, Final
from zipfile import ZipFile

from slarules.annotate.decode import decode
from slarules.annotate.limits import refuse_endless
from slarules.errors import CopyFileError, MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FILE_LIMIT: Final = 1 << 24
"""Bytes a file may have: 16 MiB, for the pictures that a document may hold."""
UNPACKED_LIMIT: Final = 1 << 26
"""Bytes the parts of a Word document may have together, unpacked."""
XML_LIMIT: Final = 1 << 21
"""Bytes of XML in it: once parsed, they take fifty times as many."""
DRAWN_LIMIT: Final = 1 << 19
"""Bytes that may say what is on the pages of a PDF: to read the text is to go through them."""
PAGES: Final = 200
"""Pages a PDF may have."""

_QUIET: Final = NullHandler()
"""What a PDF has wrong with it is for who asks for the log, not for everybody's error stream."""
_EXTRA: Final = "contract"
_PARSED: Final = (".xml", ".rels")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TRACKED: Final = ("ins", "del", "moveFrom", "moveTo")
_CHARACTERS: Final = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_PAGE_NUMBER: Final = re.compile(
    r"\W*(?:(?:стр|с|page|p)\b\.?\s*)?\d{1,3}(?:\s*(?:из|of|/)\s*\d{1,3})?\W*", re.IGNORECASE
)


def text_of(content: bytes, what: str) -> str:
    """
    Return the text of a copy: a Word document, a PDF, or a plain text.

    Which it is, its first bytes say, whatever its name.

    Raises:
        MissingExtraError: The reader of such a file is not installed.
        CopyFileError: The file is damaged, too large, protected, or holds no text, or has
            changes that nobody has accepted.
        CopyEncodingError: It is a text in an encoding that does not fit.
    """
    if content.startswith(b"PK\x03\x04"):
        text = _of_word(content, what)
    elif content.startswith(b"%PDF-"):
        text = _of_pdf(content, what)
    elif content.startswith(b"\xd0\xcf\x11\xe0"):
        raise CopyFileError(
            what,
            "is an old Word document (.doc) or one protected by a password",
            "save it as DOCX without a password, or as a plain text",
        )
    else:
        return decode(content, what)
    if not text.strip():
        raise CopyFileError(
            what,
            "has no text in it, only pictures perhaps",
            "recognise the text of the scan first, or give the document it was printed from",
        )
    refuse_endless(text, what)
    return text


def _of_word(content: bytes, what: str) -> str:
    try:
        from docx import Document
    except ImportError:
        raise MissingExtraError(_EXTRA, "python-docx") from None
    try:
        return _text_of_word(content, what, Document)
    except CopyFileError:
        raise
    except Exception as problem:  # noqa: BLE001 - whatever a damaged file makes its readers stumble over
        raise CopyFileError(
            what, f"cannot be read as a Word document: {problem!s:.80}", "save it anew as DOCX"
        ) from None


def _text_of_word(content: bytes, what: str, open_document: Callable[[Any], Any]) -> str:
    parts = ZipFile(BytesIO(content)).infolist()
    # A file that unpacks without end is not opened. What is no XML is a picture, and not parsed.
    if sum(part.file_size for part in parts) > UNPACKED_LIMIT:
        raise CopyFileError(what, f"has more than {UNPACKED_LIMIT} bytes when it is unpacked")
    if sum(part.file_size for part in parts if part.filename.endswith(_PARSED)) > XML_LIMIT:
        raise CopyFileError(what, f"has more than {XML_LIMIT} bytes of XML, and no copy does")
    document = open_document(BytesIO(content))
    body = document.element.body
    if any(next(body.iter(_W + tag), None) is not None for tag in _TRACKED):
        raise CopyFileError(
            what,
            "has tracked changes, and which words hold depends on who accepts them",
            "accept or reject every change, then save it",
        )
    return "\n".join(_word_paragraphs(body, _Numbering(document)))


def _word_paragraphs(body: Any, numbering: _Numbering) -> Iterator[str]:
    """Yield the text of every paragraph in the order of the document, an empty line after each."""
    for paragraph in body.iter(_W + "p"):
        if any(True for _ in paragraph.iterancestors(_FALLBACK)):
            continue  # the same text box once more, for old programs
        parts: list[str] = []
        for node in paragraph.iter():
            if node.tag == _W + "t":
                if next(node.iterancestors(_W + "p")) is paragraph:
                    parts.append(node.text or "")
            elif isinstance(node.tag, str) and node.getparent().tag == _W + "r":
                parts.append(_CHARACTERS.get(node.tag.removeprefix(_W), ""))
        yield numbering.label(paragraph) + "".join(parts)
        if not numbering.labelled:
            yield ""


class _Numbering:
    """The numbers a Word document sets before the items of its lists by itself."""

    def __init__(self, document: Any) -> None:
        self.labelled = False
        self._next: dict[tuple[str, str], int] = {}
        self._levels: dict[tuple[str, str], tuple[str, str, int]] = {}
        self._of_style: dict[str, tuple[str, str]] = {}
        try:
            part = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        abstract = {one.get(_W + "abstractNumId"): one for one in part.iter(_W + "abstractNum")}
        for num in part.iter(_W + "num"):
            which = num.find(_W + "abstractNumId")
            for level in abstract[which.get(_W + "val")].iter(_W + "lvl"):
                key = num.get(_W + "numId"), level.get(_W + "ilvl")
                self._levels[key] = (
                    _value(level, "numFmt") or "decimal",
                    _value(level, "lvlText") or "",
                    int(_value(level, "start") or "1"),
                )
        for style in document.styles.element.iter(_W + "style"):
            number = style.find(f"{_W}pPr/{_W}numPr")
            if number is not None and _value(number, "numId"):
                key = _value(number, "numId") or "", _value(number, "ilvl") or "0"
                self._of_style[style.get(_W + "styleId")] = key

    def label(self, paragraph: Any) -> str:
        """Return what stands before a paragraph, counting on; empty if it is no item."""
        number = paragraph.find(f"{_W}pPr/{_W}numPr")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        key = self._of_style.get(style.get(_W + "val")) if style is not None else None
        if number is not None:
            key = _value(number, "numId") or "", _value(number, "ilvl") or "0"
        level = self._levels.get(key) if key is not None else None
        self.labelled = level is not None
        if level is None or key is None:
            return ""
        form, pattern, start = level
        count = self._next.get(key, start)
        self._next[key] = count + 1
        match form:
            case "decimal":
                written = str(count)
            case "upperLetter" | "lowerLetter":
                written = chr(ord("A" if form == "upperLetter" else "a") + (count - 1) % 26)
            case _:
                return "• "
        return re.sub(r"%\d", written, pattern) + " "


def _value(element: Any, tag: str) -> str | None:
    found = element.find(_W + tag)
    return None if found is None else found.get(_W + "val")


def _of_pdf(content: bytes, what: str) -> str:
    try:
        from pypdf import PdfReader

        getLogger("pypdf").addHandler(_QUIET)
    except ImportError:
        raise MissingExtraError(_EXTRA, "pypdf") from None
    problem: tuple[str, str] | None = None
    text = ""
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            problem = "is protected by a password", "save it without the password"
        elif len(reader.pages) > PAGES:
            problem = f"has more than {PAGES} pages", CopyFileError.remedy
        elif sum(map(_drawn, reader.pages)) > DRAWN_LIMIT:
            problem = f"draws more than {DRAWN_LIMIT} bytes", CopyFileError.remedy
        else:
            text = "\n".join(_without_page_number(page.extract_text()) for page in reader.pages)
    except Exception:  # noqa: BLE001 - whatever a damaged file makes its reader stumble over
        problem = "cannot be read as a PDF", "save it anew, or copy its text to a plain file"
    if problem is not None:
        raise CopyFileError(what, *problem)
    return text


def _drawn(page: Any) -> int:
    """Return how many bytes say what is on a page, unpacked."""
    contents = page.get_contents()
    return 0 if contents is None else len(contents.get_data())


def _without_page_number(page: str) -> str:
    """Return the text of a page without a first or last line that is the page's number."""
    lines = page.strip().splitlines()
    if lines and _PAGE_NUMBER.fullmatch(lines[-1]):
        lines.pop()
    if lines and _PAGE_NUMBER.fullmatch(lines[0]):
        lines.pop(0)
    return "\n".join(lines)
