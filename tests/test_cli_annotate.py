"""``slarules annotate``: what it prints and writes, its exit codes, and what it refuses."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from slarules import annotate
from slarules.annotate.basis import basis
from slarules.annotate.document import document
from slarules.annotate.page import page, safe, written
from slarules.annotate.tried import EXAMPLES, TESTS
from slarules.clauses import CLAUSES
from slarules.cli import main
from slarules.terms import ClauseId, Language
from tests.contract_copies import changed, hyphenated, pdf, saved, source, swapped, text_of
from tests.contract_copies import word_document as word_of
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; \"'` </style></title> "
    "\u202eпереворот\u202c \u2066изоляция \x1b[31m \u200fправо ]]> <!-- -->"
)


def run(capsys: Capture, *arguments: str, code: int = 0) -> str:
    assert main(["annotate", *arguments]) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def refused(capsys: Capture, *arguments: str) -> str:
    assert main(["annotate", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


class Tags(HTMLParser):
    """The tags of a page, and whether each that opens is closed in its turn."""

    VOID = frozenset({"meta", "link", "br", "img"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.seen if name == tag]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return the contract in a file of its own."""
    path = tmp_path / "contract.txt"
    path.write_text(source(), encoding="utf-8")
    return path


@pytest.fixture
def thirteen(tmp_path: Path) -> Path:
    """Return a copy with one number changed."""
    path = tmp_path / "thirteen.txt"
    path.write_text(changed(("до 12 часов", "до 13 часов")), encoding="utf-8")
    return path


class TestCheck:
    """Issue: ``--check`` exits 1 on any difference and prints the ids."""

    def test_nothing_differs(self, capsys: Capture, copy: Path) -> None:
        assert "Отличий нет: все пункты (29)" in run(capsys, str(copy), "--check")

    def test_one_number_changed(self, capsys: Capture, thirteen: Path) -> None:
        out = run(capsys, str(thirteen), "--check", "--lang", "en", code=1)
        assert "There are differences: changed: 4.3." in out
        assert re.search(r"^4\.3  changed; line 97; touches: R-4\.3-1, ", out, re.MULTILINE)
        assert "4.3  another number: “13” in the copy, 12 in the rules" in out

    def test_without_it_a_difference_is_no_failure(self, capsys: Capture, thirteen: Path) -> None:
        assert "изменён — 4.3" in run(capsys, str(thirteen))

    def test_a_removed_paragraph_and_two_swapped(self, capsys: Capture, copy: Path) -> None:
        copy.write_text(swapped("4.3", "4.4").replace(text_of("3.5"), ""), encoding="cp1251")
        out = run(capsys, str(copy), "--check", code=1)
        assert "переставлен — 4.4, 4.3; отсутствует — 3.5" in out

    @pytest.mark.parametrize("kind", ["docx", "pdf"])
    def test_word_and_pdf(self, capsys: Capture, tmp_path: Path, kind: str) -> None:
        path = tmp_path / f"contract.{kind}"
        lines = hyphenated().split("\n")
        path.write_bytes(saved(word_of(source().splitlines())) if kind == "docx" else pdf(lines))
        run(capsys, str(path), "--check")

    def test_against_another_copy(self, capsys: Capture, copy: Path, thirteen: Path) -> None:
        run(capsys, str(thirteen), "--against", str(thirteen), "--check")
        run(capsys, str(thirteen), "--against", str(copy), "--check", code=1)

    def test_hostile_text_does_nothing_to_a_terminal(self, capsys: Capture, copy: Path) -> None:
        copy.write_text(source() + f"\n\nЕщё 7{HOSTILE}", encoding="utf-8")
        out = run(capsys, str(copy))
        assert not re.search("[\x1b\u202e\u2066]", out)


class TestDocument:
    """Issue: also ``--json``."""

    def document(self, capsys: Capture, *arguments: str) -> dict[str, Any]:
        made: dict[str, Any] = json.loads(run(capsys, *arguments, "--json"))
        return made

    def test_nothing_differs(self, capsys: Capture, copy: Path) -> None:
        made = self.document(capsys, str(copy))
        assert made["schema"] == "slarules/annotation/1"
        assert (made["differs"], made["differences"]) == (False, [])
        assert [row["id"] for row in made["paragraphs"]] == list(CLAUSES)

    def test_what_differs_and_what_that_touches(self, capsys: Capture, thirteen: Path) -> None:
        made = self.document(capsys, str(thirteen))
        assert made["differences"] == ["4.3"]
        (row,) = (row for row in made["paragraphs"] if row["id"] == "4.3")
        assert row["found"] == ["changed"]
        assert row["numbers"] == [
            {
                "differing": "value",
                "found": "13",
                "rule_counts_with": {"value": 12, "unit": "hour-of-day"},
            }
        ]
        touched = row["rests_on_it"]
        assert "R-4.3-4" in touched["rules"]
        assert "cutoff-instant" in touched["readings"]
        assert touched["figures"] == ["cutoff"]
        assert 1 in touched["examples"]
        assert "test_deadlines.py::TestReaction" in touched["tests"]

    def test_a_new_and_a_moved_paragraph(self) -> None:
        text = changed((text_of("3.5"), f"{text_of('3.5')}\n\n{text_of('3.3')}"))
        made = document(annotate(text))
        (row,) = (row for row in made["paragraphs"] if row["id"] == "new-1")
        assert (row["clause"], row["repeats"], row["after"]) == (None, "3.3", "3.5")


class TestPage:
    """Issue: one self-contained file, no outside request, safe with hostile text, ru and en."""

    def made(self, text: str, language: Language = Language.RU, **more: Any) -> str:
        return page(annotate(text, **more), language, name="copy.txt", version="1")

    @pytest.mark.parametrize("language", list(Language))
    @pytest.mark.parametrize(
        "text",
        [
            pytest.param(source(), id="unchanged"),
            pytest.param(changed(("до 12 часов", "до 13 часов")), id="one number"),
            pytest.param(swapped("4.3", "4.4"), id="two swapped"),
            pytest.param(changed((text_of("3.5"), HOSTILE)), id="hostile"),
        ],
    )
    def test_it_is_well_formed_and_asks_for_nothing(self, text: str, language: Language) -> None:
        made = self.made(text, language)
        tags = Tags(made)
        assert tags.open == []
        assert not {"script", "link", "img", "iframe", "object", "form"} & {t for t, _ in tags.seen}
        assert not re.search(r"https?:|url\(|@import", made)
        policy = [row["content"] for row in tags.named("meta") if "http-equiv" in row]
        assert policy[0] is not None
        assert policy[0].startswith("default-src 'none'")
        assert not [a for _, attributes in tags.seen for a in attributes if a.startswith("on")]

    def test_it_has_landmarks_headings_in_order_and_links_that_lead_somewhere(self) -> None:
        tags = Tags(self.made(changed(("до 12 часов", "до 13 часов"))))
        names = [tag for tag, _ in tags.seen]
        assert {"header", "nav", "main", "footer", "h1"} <= set(names)
        assert tags.named("html")[0]["lang"] == "ru"
        levels = [int(name[1]) for name in names if re.fullmatch("h[1-6]", name)]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        ids = [attributes["id"] for _, attributes in tags.seen if "id" in attributes]
        assert len(ids) == len(set(ids))
        assert {str(row["href"])[1:] for row in tags.named("a")} <= set(map(str, ids))
        labels = {a["aria-labelledby"] for _, a in tags.seen if "aria-labelledby" in a}
        assert labels <= set(ids)

    def test_hostile_text_is_shown_and_does_nothing(self) -> None:
        made = self.made(source() + f"\n\n{HOSTILE}")
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in made
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\x00-\x09\x0b-\x1f]", made)
        assert "⟨U+202E⟩" in made

    def test_a_hostile_name_is_shown_and_does_nothing(self) -> None:
        made = page(annotate(source()), Language.EN, name=HOSTILE, version="1")
        assert "<script" not in made

    def test_the_words_that_changed_are_marked(self) -> None:
        made = self.made(changed(("до 12 часов", "до 13 часов")))
        assert re.search(r"<del [^>]*>.*?12.*?</del>.*?<ins>.*?13.*?</ins>", made)
        assert "Другое число" in made

    def test_every_paragraph_has_what_rests_on_it(self) -> None:
        made = self.made(source(), Language.EN)
        for id_, clause in CLAUSES.items():
            article = made[made.index(f'id="p-{id_}"') :].split("</article>")[0]
            assert safe(clause.summary.en) in article
            rests = basis(id_)
            resting = [rule.id for rule in rests.rules] + [row.id for row in rests.findings]
            for known in (*resting, *(reading.switch for reading in rests.readings)):
                assert known in article

    def test_in_english_only_the_copy_and_the_headings_are_russian(self) -> None:
        made = self.made(changed(("до 12 часов", "до 13 часов")), Language.EN)
        ours = re.sub(r"<blockquote.*?</blockquote>|<h2 id=.*?</h2>", "", made, flags=re.DOTALL)
        assert set(re.findall("[а-яё]+", ours, re.IGNORECASE)) == {"две"}  # a number of 2.2

    @pytest.mark.parametrize(
        ("number", "expected"),
        [("12", "12"), ("10 00", "10:00"), ("7 495 223 46 76", "+7 (495) 223-46-76")],
    )
    def test_a_number_is_written_as_people_write_it(self, number: str, expected: str) -> None:
        assert written(number) == expected


class TestOutput:
    """Issue: bad input at every door: one clear message, nothing half-written."""

    def test_the_page_is_written_whole(
        self, capsys: Capture, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        out = run(capsys, copy.name, "-o", "annotated.html")
        assert "Страница записана в annotated.html" in out
        made = (tmp_path / "annotated.html").read_text(encoding="utf-8")
        assert made.endswith("</html>\n")

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "is no copy of the contract: it is empty"),
            (b"Mary had a little lamb", "is no copy of the contract: 5 words were read"),
            (b"\xff\xd8\xff\xe0", "is in none of UTF-8, UTF-16 and Windows-1251"),
            (b"a\0b", "has zero bytes in it"),
            (b" " * (50 << 20), "has more than 16777216 bytes"),
        ],
    )
    def test_what_is_no_contract(
        self, capsys: Capture, tmp_path: Path, content: bytes, said: str
    ) -> None:
        path, target = tmp_path / "copy.txt", tmp_path / "annotated.html"
        path.write_bytes(content)
        target.write_text("the page before")
        error = refused(capsys, str(path), "-o", str(target))
        assert said in error
        assert "copy.txt" in error
        assert target.read_text() == "the page before"
        assert sorted(one.name for one in tmp_path.iterdir()) == ["annotated.html", "copy.txt"]

    def test_places_that_cannot_be(self, capsys: Capture, copy: Path, tmp_path: Path) -> None:
        assert "no such file" in refused(capsys, str(tmp_path / "none.txt"))
        assert "is the file that is read" in refused(capsys, str(copy), "-o", str(copy))
        assert "its folder does not exist" in refused(capsys, str(copy), "-o", f"{copy}/no/a.html")
        older = tmp_path / "older.txt"
        older.write_text("Привет")
        error = refused(capsys, str(copy), "--against", str(older))
        assert "older.txt' is no copy of the contract" in error

    def test_it_runs_as_a_program(self, copy: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "slarules", "annotate", str(copy), "--check"],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")


class TestTried:
    """The examples and the tests of each paragraph, by a committed script."""

    def test_the_examples_are_those_of_the_table(self) -> None:
        path = ROOT / "tests" / "data" / "examples.csv"
        assert len(EXAMPLES) == len(path.read_text(encoding="utf-8").splitlines()) - 1
        assert EXAMPLES[0].clauses == "4.3 1.1"

    def test_every_test_named_is_there(self) -> None:
        for name in TESTS:
            file, _, cls = name.partition("::")
            assert f"class {cls}:" in (ROOT / "tests" / file).read_text(encoding="utf-8"), name

    def test_only_paragraphs_are_named(self) -> None:
        ids = {one for ids in TESTS.values() for one in ids.split()}
        assert ids == set(CLAUSES) - {ClauseId("1.2")}
