"""The pages of Markdown files: guides, decisions, the changelog; and what a run measured."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from docs.generate.cite import ROOT
from docs.generate.markdown import labels_of, read
from docs.generate.model import Group, Note, NoteKind, Page, Ref, items, para
from slarules.record import Record
from slarules.terms import Language, Text

if TYPE_CHECKING:
    from pathlib import Path

    from docs.generate.model import Block

DOCS: Final = ROOT / "docs"

SAY: Final = {
    "guides": Text("Руководства", "Guides"),
    "guides-intro": Text(
        "С чего начать, кому что нужно. Каждый пример в руководствах выполняется в тестах.",
        "Where to begin, by what one needs. Every example in the guides is run by the tests.",
    ),
    "decisions": Text("Решения", "Decisions"),
    "decisions-intro": Text(
        "Короткая датированная запись о каждом выборе, о котором новый человек спросил бы или "
        "который стал бы отменять.",
        "A short dated record of each choice a newcomer would ask about, or undo.",
    ),
    "benchmarks": Text("Скорость", "Speed"),
    "benchmarks-intro": Text(
        "Страницы написаны по измерениям одного запуска; что не достигнуто, названо. "
        "Измерить заново: make bench.",
        "These pages are written from the figures of one run, and say what falls short. "
        "To measure again: make bench.",
    ),
    "changelog": Text("Журнал изменений", "Changelog"),
    "english": Text(
        "Эта страница ведётся по-английски: она о том, как сделан проект.",
        "",
    ),
}


class Written(Record):
    """One page that is a Markdown file, or a pair of them."""

    address: str
    russian: Path
    english: Path
    measured: bool = False
    """Whether a run wrote it, and no hand."""

    @property
    def one(self) -> bool:
        """Whether the page is written in English alone."""
        return self.russian == self.english


_FIRST: Final = ("lawyer", "analyst", "developer", "agreements", "event-logs")
_LAST: Final = ("annotate", "limits")
_EVERY: Final = {path.name.partition(".")[0] for path in (DOCS / "guide").glob("*.md")}
GUIDES: Final = (*_FIRST, *sorted(_EVERY - {*_FIRST, *_LAST}), *_LAST)
"""The guides, in the order of the contents; each is a pair of files of ``docs/guide``."""


def _twins(address: str, path: Path) -> Written:
    return Written(address=address, russian=path, english=path.with_suffix(".en.md"))


SUPPLY: Final = DOCS / "supply"
BESIDE: Final = {
    path: f"supply/{path.name}" for path in sorted(SUPPLY.iterdir()) if path.suffix != ".md"
}
"""The files that the site has as they are, each with its place there."""


@cache
def written() -> tuple[Written, ...]:
    """Return every page that is Markdown."""
    measured = sorted((DOCS / "benchmarks").glob("*-en.md"))
    decisions = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    return (
        *(_twins(f"guide/{name}", DOCS / "guide" / f"{name}.md") for name in GUIDES),
        *(
            Written(address=f"decisions/{path.stem}", russian=path, english=path)
            for path in decisions
        ),
        *(
            Written(
                address=f"benchmarks/{path.stem.removesuffix('-en')}",
                russian=path.with_name(path.name.replace("-en.", "-ru.")),
                english=path,
                measured=True,
            )
            for path in measured
        ),
        Written(address="supply", russian=SUPPLY / "README.ru.md", english=SUPPLY / "README.md"),
        Written(address="changelog", russian=ROOT / "CHANGELOG.md", english=ROOT / "CHANGELOG.md"),
    )


@cache
def addresses() -> dict[Path, str]:
    """Return the page of each Markdown file."""
    found: dict[Path, str] = {
        DOCS / "decisions" / "README.md": "decisions/index",
        DOCS / "examples" / "README.md": "examples/index",
        DOCS / "README.md": "index",
        DOCS / "proof" / "README.md": "proof",
        DOCS / "proof" / "README.en.md": "proof",
        ROOT / "README.md": "index",
    }
    for page in written():
        found |= {page.russian: page.address, page.english: page.address}
    return found


def pages(language: Language) -> list[Page]:
    """Return every page of Markdown, after those that list them."""
    texts = [page_of(one, language) for one in written()]
    guides = [page for page in texts if page.address.startswith("guide/")]
    decisions = [page for page in texts if page.address.startswith("decisions/")]
    benchmarks = [page for page in texts if page.address.startswith("benchmarks/")]
    return [
        _list("guide/index", "guides", guides, language),
        *guides,
        _list("decisions/index", "decisions", decisions, language),
        *decisions,
        _list("benchmarks/index", "benchmarks", benchmarks, language).replace(project=True),
        *benchmarks,
        *(page for page in texts if page.address == "changelog"),
    ]


def page_of(one: Written, language: Language) -> Page:
    """Return a page of Markdown in a language."""
    path = one.russian if language is Language.RU else one.english
    labels = labels_of(one.english)
    linked = not (one.one or one.measured)  # 4.3 of a run is a figure, and no paragraph
    found = read(path, addresses(), labels, beside=BESIDE, linked=linked)
    blocks: tuple[Block, ...] = found.blocks
    english = SAY["english"].of(language)
    if one.one and english:
        blocks = (Note(NoteKind.NOTE, (para(english),)), *blocks)
    return Page(
        address=one.address,
        title=found.title,
        blocks=blocks,
        short=SAY["changelog"].of(language) if one.address == "changelog" else "",
        hand=path.relative_to(ROOT).as_posix(),
        english=one.one,
        project=one.measured,
    )


def _list(address: str, key: str, pages: list[Page], language: Language) -> Page:
    return Page(
        address=address,
        title=SAY[key].of(language),
        blocks=(
            para(SAY[f"{key}-intro"].of(language)),
            items(*((Ref(page.address, page.title),) for page in pages)),
        ),
        groups=(Group("", tuple(page.address for page in pages)),),
    )
