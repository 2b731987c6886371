"""The pages of the book as the template takes them: plain values, and labels that lead there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, assert_never

from docs.generate.model import (
    Anchor,
    Beside,
    Break,
    Cards,
    Code,
    Heading,
    Items,
    Listing,
    Note,
    NoteKind,
    Para,
    Picture,
    Ref,
    Source,
    Strong,
    Table,
    Web,
    plain,
    runs_of,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docs.generate.model import Block, Page, Run, Runs

LEFT_OUT: Final = {"clauses/": "tests", "readings/": "choose", "examples/": "files"}
"""The section of a kind of page that only a programmer needs."""

ALONE: Final = "years/"
"""The pages that begin on a sheet of their own: a year is looked at whole."""

_TEXT_WIDTH: Final = 16.8
"""Of a page of the book, in centimetres."""
_TALLEST: Final = 17.5
"""A drawing at most, in centimetres, so that its title stays with it."""
_FAMILIES: Final = re.compile(r'font-family="[^"]*"')
_SIZE: Final = re.compile(r'width="([\d.]+)" height="([\d.]+)"')
_WORD: Final = re.compile(r"[^\s/-]+-?")

Pages = list[tuple[int, "Page"]]


def shown_pages(pages: Iterable[tuple[int, Page]]) -> Pages:
    """Return the pages without what only a programmer needs."""
    return [(level, page.replace(blocks=tuple(_kept(page)))) for level, page in pages]


def _kept(page: Page) -> Iterator[Block]:
    unwanted = {label for kind, label in LEFT_OUT.items() if page.address.startswith(kind)}
    inside = False
    for block in page.blocks:
        if isinstance(block, Heading) and block.level <= 2:  # noqa: PLR2004 - a section
            inside = block.label in unwanted
        if not inside:
            yield _without_places(block) if isinstance(block, Table) else block


def _without_places(table: Table) -> Table:
    """Return a table without the columns that hold places in the code and nothing else."""
    kept = [
        place
        for place in range(len(table.header))
        if not table.rows or not all(_is_place(row[place]) for row in table.rows)
    ]
    return Table(
        tuple(table.header[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in table.rows),
        frozenset(now for now, was in enumerate(kept) if was in table.numbers),
    )


def _is_place(cell: Runs) -> bool:
    return any(isinstance(run, Source) for run in cell)


class Lowered:
    """What turns blocks into values; it knows which places the book has."""

    def __init__(self, pages: Pages) -> None:
        self.places: set[str] = set()
        for _, page in pages:
            self.places.add(page.address)
            for block in walk(page.blocks):
                if isinstance(block, Heading):
                    self.places.add(f"{page.address}#{block.label}")
                for run in (run for each in runs_of(block) for run in each):
                    if isinstance(run, Anchor):
                        self.places.add(f"{page.address}#{run.label}")

    def blocks(self, found: Sequence[Block], page: Page, level: int) -> list[dict[str, Any]]:
        """Return blocks of a page as values; ``level`` is that of its title."""
        return [self.block(one, page, level) for one in found]

    def block(self, block: Block, page: Page, level: int) -> dict[str, Any]:
        """Return one block as values."""

        def runs(found: Runs) -> list[dict[str, Any]]:
            return [self.run(one, page) for one in found]

        match block:
            case Heading():
                label = f"{page.address}#{block.label}"
                depth = block.level + level - 1
                return {"kind": "heading", "level": depth, "runs": runs(block.text), "label": label}
            case Para():
                return {"kind": "para", "lead": block.lead, "runs": runs(block.runs)}
            case Items():
                items = [self.blocks(item, page, level) for item in block.items]
                return {"kind": "items", "numbered": block.numbered, "items": items}
            case Table():
                return {
                    "kind": "table",
                    "header": [runs(cell) for cell in block.header],
                    "rows": [[runs(cell) for cell in row] for row in block.rows],
                    "numbers": sorted(block.numbers),
                    "widths": widths(block),
                }
            case Listing():
                lines = block.text.rstrip("\n").replace("  ", "\u00a0 ").split("\n")
                return {"kind": "listing", "lines": lines}
            case Picture():
                return {
                    "kind": "picture",
                    "svg": _FAMILIES.sub('font-family="Libertinus Serif"', block.svg),
                    "alt": block.alt,
                    "width": _share(block.svg),
                    "caption": runs(block.caption),
                }
            case Note():
                blocks = self.blocks(block.blocks, page, level)
                return {
                    "kind": "note",
                    "warning": block.kind is NoteKind.WARNING,
                    "blocks": blocks,
                }
            case Cards():
                listed: tuple[tuple[Block, ...], ...] = tuple(
                    (Para((card.link, ". ", *card.text)),) for card in block.cards
                )
                return self.block(Items(listed), page, level)
            case _ as unreachable:
                assert_never(unreachable)

    def run(self, run: Run, page: Page) -> dict[str, Any]:
        """Return a run of words as values; a link that leads out of the book is its words."""
        match run:
            case str():
                return {"kind": "text", "text": run}
            case Code():
                return {"kind": "code", "text": run.text}
            case Strong():
                return {"kind": "strong", "text": run.text}
            case Ref():
                to = f"{run.address}#{run.anchor}" if run.anchor else run.address
                if to not in self.places:
                    return {"kind": "code" if run.code else "text", "text": run.text}
                return {"kind": "ref", "to": to, "text": run.text, "code": run.code}
            case Source():
                return {"kind": "code", "text": run.text}
            case Web():
                return {"kind": "web", "url": run.url, "text": run.text}
            case Beside():
                return {"kind": "text", "text": run.text}
            case Anchor():
                return {"kind": "anchor", "label": f"{page.address}#{run.label}"}
            case Break():
                return {"kind": "break"}
            case _ as unreachable:
                assert_never(unreachable)


def lowered(level: int, page: Page, digest: str, lowering: Lowered) -> dict[str, Any]:
    """Return one page of the book as values."""
    if page.address.startswith("clauses/") and level > 1:
        blocks = list(_beside(page, level, lowering))
    else:
        blocks = lowering.blocks(page.blocks, page, level)
    return {
        "level": level,
        "alone": page.address.startswith(ALONE),
        "address": page.address,
        "title": page.title,
        "running": page.short or page.title,
        "digest": digest,
        "blocks": blocks,
    }


def _beside(page: Page, level: int, lowering: Lowered) -> Iterator[dict[str, Any]]:
    """Yield a paragraph with its rules beside it, then the rest of its page."""
    left: list[Block] = []
    right: list[Block] = []
    rest: list[Block] = []
    into = left
    for block in page.blocks:
        if isinstance(block, Heading):
            into = {"numbers": left, "rules": right}.get(block.label, rest)
        into.append(block)
    if right:
        yield {
            "kind": "beside",
            "left": lowering.blocks(left, page, level),
            "right": lowering.blocks(right, page, level),
        }
        yield from lowering.blocks(rest, page, level)
    else:
        yield from lowering.blocks(left + rest, page, level)


def widths(table: Table) -> list[float]:
    """Return the shares of the columns: room for the longest word, and for the text."""
    found = []
    for place, head in enumerate(table.header):
        texts = [plain(head), *(plain(row[place]) for row in table.rows)]
        longest = max((len(word) for each in texts for word in _WORD.findall(each)), default=1)
        mean = sum(map(len, texts)) / len(texts)
        found.append(round(max(longest + 1.5, 4 * mean**0.5), 2))
    return found


def _share(svg: str) -> float:
    """Return how much of the width of the page a drawing takes."""
    found = _SIZE.search(svg)
    assert found is not None, "a drawing says its size"
    width, height = float(found[1]), float(found[2])
    return round(min(1.0, _TALLEST / (_TEXT_WIDTH * height / width)), 4)
