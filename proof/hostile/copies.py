"""Copies of the contract: excerpts harmed, as text and as bytes, alone and against one another."""

from __future__ import annotations

import json
import re
from functools import cache
from html import unescape
from html.parser import HTMLParser
from typing import Any, Final

from hypothesis import strategies as st

from proof.hostile.aimed.copies import SET, aimed
from proof.hostile.mutations import harmed, texts
from proof.hostile.reader import Reader
from proof.hostile.refusals import name_of
from proof.part import SHARED, Text
from slarules.annotate import Annotation, Mark, annotate
from slarules.annotate.decode import decode
from slarules.annotate.document import document
from slarules.annotate.page import page, safe
from slarules.annotate.stream import stream
from slarules.contract_text import TITLES, fingerprint, normalised, split, word_hashes
from slarules.errors import SlaRulesError
from slarules.terms import Language

TAGS: Final = frozenset(
    {
        *(
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "a",
            "header",
            "h1",
            "h2",
            "h3",
            "h4",
            "p",
            "nav",
            "ul",
            "li",
            "main",
            "section",
            "article",
            "div",
            "span",
            "blockquote",
            "bdi",
            "ins",
            "del",
            "mark",
            "small",
            "details",
            "summary",
            "code",
            "b",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "footer",
            "caption",
            "strong",
            "br",
        ),
    }
)
"""The elements an annotated page is made of; none of them runs anything."""
ATTRIBUTES: Final = frozenset(
    {
        *(
            "lang",
            "charset",
            "http-equiv",
            "content",
            "name",
            "class",
            "href",
            "id",
            "aria-labelledby",
            "aria-label",
            "aria-hidden",
            "role",
            "title",
            "open",
            "data-name",
            "scope",
        ),
    }
)
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_CODE: Final = re.compile(r"⟨U\+([0-9A-F]{4,6})⟩")
_PLACE: Final = st.integers(0, 1 << 16)


@cache
def lines() -> tuple[str, ...]:
    """Return the lines of the contract; it is no part of the project."""
    text = (SHARED / "contract" / "source.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip())


@st.composite
def _texts(draw: st.DrawFn) -> str:
    whole = lines()
    start = draw(_PLACE) % len(whole)
    some = list(whole[start : start + draw(st.sampled_from([1, 2, 3, 5, 8]))])
    if draw(st.integers(0, 63)) == 0:
        some = list(whole)
    for _ in range(draw(st.sampled_from([0, 1, 1, 2, 4]))):
        number = draw(_PLACE) % len(some)
        words = some[number].split(" ")
        at = draw(_PLACE) % len(words)
        match draw(st.integers(0, 8)):
            case 0:
                words[at] = draw(texts)
            case 1:
                words.insert(at, draw(texts))
            case 2:
                del words[at]
            case 3:
                words[at : at + 1] = words[at : at + 6] * draw(st.sampled_from([1, 2, 40]))
            case 4:
                words[at] += "-\n"
            case 5:
                other = draw(_PLACE) % len(some)
                some[number], some[other] = some[other], some[number]
                continue
            case 6:
                some.insert(number, draw(texts))
                continue
            case 7:
                some.append(draw(st.sampled_from(TITLES)))
                continue
            case _:
                words[at] = words[at].upper() + draw(texts)
        some[number] = " ".join(words)
    return draw(st.sampled_from(["\n", "\n\n"])).join(some)


def examples() -> st.SearchStrategy[tuple[bytes, str | None]]:
    """Return copies, some with an older one."""
    older = st.one_of(st.none(), st.none(), st.none(), _texts())
    return st.tuples(harmed(_texts()), older)


def read(example: tuple[bytes, str | None]) -> str:
    """Read a copy, find every word of it again, and set some as a page and as a document."""
    content, older = example
    try:
        text = decode(content, "copy.txt")
        annotation = annotate(text, against=older)
    except SlaRulesError as refusal:
        return name_of(refusal)
    _has_every_word(annotation, text)
    _parted(text)
    if len(text) % SET == 0:
        _set(annotation, text, older)
    return "read"


def _set(annotation: Annotation, text: str, older: str | None) -> None:
    """Set the copy as a page, and as a document."""
    language = Language.RU if text.count(" ") % 2 else Language.EN
    harmless(page(annotation, language, name="<b>&\u202e", against=older and "=1", version="0"))
    assert json.loads(json.dumps(document(annotation)))["counts"]


def _has_every_word(annotation: Annotation, text: str) -> None:
    """What the copy holds is on the page or said to be set aside; what is shown gives it back."""
    headings = sum(len(normalised(TITLES[number]).split()) for number, _ in annotation.headings)
    here = [run for one in annotation.paragraphs for run in one.runs if run.mark is not Mark.GONE]
    words = sum(run.words for run in here)
    assert words + headings + annotation.set_aside == len(stream(text).hashes)
    for run in here:
        back = _CODE.sub(lambda found: chr(int(found[1], 16)), unescape(safe(run.text)))
        assert back == run.text or "\r" in run.text


def _parted(text: str) -> None:
    """Each paragraph stands where it is said to, and is the same however it is spaced."""
    whole = text.splitlines()
    for one in split(text):
        first, *_ = one.text.split("\n")
        assert first in whole[one.line - 1]
        assert one.place == f"{one.section}.{one.ordinal}"
        assert fingerprint(one.text) == fingerprint(f" {one.text}\n")
        assert len(word_hashes(one.text)) == len(normalised(one.text).split())


class _Page(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        assert ATTRIBUTES.issuperset(name for name, _ in attrs), attrs
        assert all((value or "").startswith("#") for name, value in attrs if name == "href")

    handle_startendtag = handle_starttag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)


def harmless(html: str) -> None:
    """A page has our elements and attributes alone, and no character that acts or hides."""
    reader: Any = _Page()
    reader.feed(html)
    reader.close()
    assert not _HIDDEN.search(html), _HIDDEN.search(html)
    html.encode()


READER: Final = Reader(
    name="copies",
    what=Text("копии договора текстом", "copies of the contract as text"),
    modules=(
        "contract_text.py",
        "annotate/__init__.py",
        "annotate/compare.py",
        "annotate/decode.py",
        "annotate/document.py",
        "annotate/known.py",
        "annotate/limits.py",
        "annotate/numbers.py",
        "annotate/order.py",
        "annotate/page.py",
        "annotate/place.py",
        "annotate/stream.py",
    ),
    examples=examples,
    aimed=lambda: aimed(lines()),
    read=read,
)
