"""
The hand-written pages: Markdown files read into blocks.

Only what the pages use is read; anything else is refused, so that no writer meets it. A heading's
anchor is made of the English words of its twin, so that both languages have the same one. A link
to another page of ``docs`` becomes a reference, one to a file that the site has too leads there,
one to any other file of the project becomes a source; ``page:ADDRESS`` leads to a page that is
drawn from rows and has no file. An image that stands alone in its paragraph is a picture.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from docs.generate.cite import ROOT
from docs.generate.ids import prose
from docs.generate.model import (
    LINE,
    Beside,
    Code,
    Heading,
    Items,
    Listing,
    Para,
    Picture,
    Ref,
    Source,
    Strong,
    Table,
    Web,
    plain,
)
from slarules.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from markdown_it.token import Token

    from docs.generate.model import Block, Run, Runs

_PARSER: Final = MarkdownIt("commonmark").enable("table")
_ANCHOR: Final = re.compile(r'^<a id="([\w-]+)"></a>\s*$')
_ROW: Final = "tr_open"


class Written(Record, kw_only=False):
    """What a Markdown file says: its title and the blocks under it."""

    title: str
    blocks: tuple[Block, ...]


def read(
    path: Path,
    addresses: Mapping[Path, str],
    labels: Sequence[str] = (),
    *,
    content: str | None = None,
    beside: Mapping[Path, str] | None = None,
    linked: bool = True,
) -> Written:
    """
    Return a Markdown file as blocks.

    Args:
        path: The file, or where it would stand.
        addresses: The page of each Markdown file, by its resolved path.
        labels: The anchors of its headings in order; without them they are made of its own.
        content: What it says, where that is not to be read from the disk.
        beside: The files that the site has too, by their resolved paths.
        linked: Whether ids in its text become links.
    """
    reader = _Reader(path, addresses, labels, content, beside=beside or {}, linked=linked)
    return reader.written()


def slug(text: str) -> str:
    """Return an anchor made of the words of a heading."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def labels_of(path: Path, content: str | None = None) -> list[str]:
    """Return the anchors the headings of a file give, in order; each is made once."""
    written = _Reader(path, {}, (), content, beside={}, linked=False, check=False).written()
    return [block.label for block in written.blocks if isinstance(block, Heading)]


class _Reader:
    """One file being read, token by token."""

    def __init__(
        self,
        path: Path,
        addresses: Mapping[Path, str],
        labels: Sequence[str],
        content: str | None,
        *,
        beside: Mapping[Path, str],
        linked: bool,
        check: bool = True,
    ) -> None:
        self.path = path
        self.addresses = addresses
        self.labels = list(labels)
        self.beside = beside
        self.linked = linked
        self.check = check
        said = path.read_text(encoding="utf-8") if content is None else content
        self.tokens = _PARSER.parse(said)
        self.place = 0
        self.title = ""
        self.known: set[str] = set()

    def written(self) -> Written:
        """Return the whole file."""
        first, *blocks = self.blocks("")
        if not self._is_to_twin(first):
            blocks = [first, *blocks]
        return Written(self.title, tuple(blocks))

    def _is_to_twin(self, block: Block) -> bool:
        """Return whether this is the link to the other language, which every page has anyway."""
        match block:
            case Para(runs=(Ref(address=address),)):
                return address == self.addresses.get(self.path)
            case _:
                return False

    def next(self) -> Token:
        """Return the next token."""
        token = self.tokens[self.place]
        self.place += 1
        return token

    def refuse(self, token: Token) -> None:
        """Refuse what no writer knows."""
        line = token.map[0] + 1 if token.map else "?"
        raise ValueError(f"{self.path.name}:{line}: {token.type} is not read: {token.content!r}")

    def blocks(self, until: str) -> list[Block]:
        """Return the blocks up to a token that closes them."""
        found: list[Block] = []
        anchor = ""
        while self.place < len(self.tokens):
            token = self.next()
            if token.type == until:
                break
            match token.type:
                case "heading_open":
                    self.heading(token, anchor, found)
                    anchor = ""
                case "paragraph_open":
                    inner = self.next()
                    inside = inner.children or []
                    if match := _ANCHOR.match(inner.content):
                        anchor = match[1]
                    elif [one.type for one in inside] == ["image"]:
                        found.append(self.picture(inside[0]))
                    else:
                        found.append(Para(self.inline(inner)))
                    self.next()
                case "bullet_list_open" | "ordered_list_open":
                    found.append(self.items(token))
                case "fence":
                    language, _, beside = token.info.strip().partition(" ")
                    found.append(Listing(language or "text", token.content, beside))
                case "table_open":
                    found.append(self.table())
                case "html_block" if token.content.startswith("<!--"):
                    pass
                case _:
                    self.refuse(token)
        return found

    def heading(self, token: Token, anchor: str, found: list[Block]) -> None:
        """Take a heading: the first is the title of the page."""
        runs = self.inline(self.next(), linked=False)
        self.next()
        level = int(token.tag[1])
        if level == 1:
            self.title = plain(runs)
            return
        label = self.labels.pop(0) if self.labels else anchor or slug(plain(runs))
        while label in self.known or not label:
            label += "-more"
        self.known.add(label)
        found.append(Heading(runs, label, level))

    def items(self, token: Token) -> Items:
        """Return a list."""
        kind = token.type.removesuffix("_open")
        items: list[tuple[Block, ...]] = []
        while (inner := self.next()).type != f"{kind}_close":
            assert inner.type == "list_item_open", inner.type
            items.append(tuple(self.blocks("list_item_close")))
        return Items(tuple(items), numbered=kind == "ordered_list")

    def picture(self, image: Token) -> Picture:
        """Return a drawing that stands beside the file."""
        svg = self.path.parent / str(image.attrGet("src"))
        return Picture(svg.read_text(encoding="utf-8"), alt=image.content, apart=True)

    def table(self) -> Table:
        """Return a table; a column its header sets flush right holds numbers."""
        rows: list[tuple[Runs, ...]] = []
        numbers: set[int] = set()
        row: list[Runs] = []
        while (token := self.next()).type != "table_close":
            match token.type:
                case "th_open" | "td_open":
                    if "right" in str(token.attrGet("style") or ""):
                        numbers.add(len(row))
                    row.append(self.inline(self.next()))
                case "tr_close":
                    rows.append(tuple(row))
                    row = []
                case _:
                    pass
        return Table(rows[0], tuple(rows[1:]), frozenset(numbers))

    # -------------------------------------------------------------- inside a block

    def inline(self, token: Token, *, linked: bool | None = None) -> Runs:
        """Return the runs of a block."""
        linked = self.linked if linked is None else linked
        runs: list[Run] = []
        children = iter(token.children or ())
        for child in children:
            match child.type:
                case "text":
                    runs += prose(child.content) if linked else (child.content,)
                case "code_inline":
                    runs.append(Code(child.content))
                case "softbreak":
                    runs.append(" ")
                case "hardbreak":
                    runs.append(LINE)
                case "strong_open":
                    runs.append(Strong(self.until(children, "strong_close")))
                case "em_open":
                    runs.append(self.until(children, "em_close"))
                case "link_open":
                    said = self.until(children, "link_close")
                    runs.append(self.link(str(child.attrGet("href") or ""), said))
                case _:
                    self.refuse(child)
        return tuple(run for run in runs if run != "")

    @staticmethod
    def until(children: object, closing: str) -> str:
        """Return the plain words up to the token that closes them."""
        said = []
        for child in children:  # type: ignore[attr-defined]
            if child.type == closing:
                break
            said.append(" " if child.type == "softbreak" else child.content)
        return "".join(said)

    def link(self, target: str, said: str) -> Run:
        """Return a link: to a page, to a file of the project, or out of it."""
        if target.startswith(("http://", "https://")):
            return Web(target, said)
        name, _, anchor = target.partition("#")
        if name.startswith("page:"):
            return Ref(name.removeprefix("page:"), said, anchor)
        if not self.check:
            return said
        if not name:
            return Ref(self.addresses[self.path], said, anchor)
        path = (self.path.parent / name).resolve()
        if path in self.addresses:
            return Ref(self.addresses[path], said, anchor)
        if path in self.beside:
            return Beside(self.beside[path], said)
        if not path.exists():
            raise ValueError(f"{self.path.name}: {target} leads to nothing")
        return Source(path.relative_to(ROOT).as_posix(), said)
