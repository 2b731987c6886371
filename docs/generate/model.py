"""What a page is made of: blocks, and runs of words inside them, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slarules.record import Record
from slarules.terms import Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# ------------------------------------------------------------------------------ runs of words


class Code(Record, kw_only=False):
    """An identifier, or a piece of code, as it stands."""

    text: str


class Strong(Record, kw_only=False):
    """Words that stand out."""

    text: str


class Ref(Record, kw_only=False):
    """A link to a page of the documentation, or to an anchor in one."""

    address: str
    text: str
    anchor: str = ""
    code: bool = False
    """Whether the text is an identifier."""


class Source(Record, kw_only=False):
    """A place in the project's own files: code, a test, a document."""

    path: str
    """From the root of the project."""
    text: str
    line: int = 0
    """The line, from 1; 0 for the whole file."""


class Web(Record, kw_only=False):
    """A link out of the documentation."""

    url: str
    text: str


class Beside(Record, kw_only=False):
    """A link to a file built beside the pages: the calculator, the book."""

    path: str
    """From the folder that holds both languages."""
    text: str


class Anchor(Record, kw_only=False):
    """A place that can be referred to, at the head of a cell or a paragraph."""

    label: str


class Break(Record, kw_only=False):
    """The end of a line."""


Run = str | Code | Strong | Ref | Source | Web | Beside | Anchor | Break
"""A run of words. A plain ``str`` is text: no writer reads markup in it."""

Runs = tuple[Run, ...]

# ------------------------------------------------------------------------------ blocks


class Heading(Record, kw_only=False):
    """The title of a part of a page; the page's own title is not a block."""

    text: Runs
    label: str
    """Its anchor in the page: ASCII, permanent, the same in both languages."""
    level: int = 2


class Para(Record, kw_only=False):
    """A paragraph."""

    runs: Runs
    lead: bool = False
    """Whether it is the answer of the page, set larger."""


class Items(Record, kw_only=False):
    """A list; each item is blocks, most often one paragraph."""

    items: tuple[tuple[Block, ...], ...]
    numbered: bool = False


class Table(Record, kw_only=False):
    """Rows of cells under a header. ``numbers`` are the columns set flush right."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    numbers: frozenset[int] = frozenset()


class Listing(Record, kw_only=False):
    """
    Code, a file, or commands with what they print.

    The ``console`` ones are run by the tests, and so are ``python`` ones.
    """

    language: str
    text: str
    beside: str = ""
    """What stands beside the language: ``file=ours.toml``, ``code=1``."""


class Picture(Record, kw_only=False):
    """A drawing. ``alt`` says in words what it shows."""

    svg: str
    alt: str
    caption: Runs = ()
    apart: bool = False
    """Whether it has a style sheet of its own, which must reach nothing else of the page."""


class NoteKind(Word):
    """How a note is set off."""

    ANSWER = "answer"
    """An answer the library gave: set off, without a word above it."""
    NOTE = "note"
    WARNING = "warning"


class Note(Record, kw_only=False):
    """Blocks set off from the rest."""

    kind: NoteKind
    blocks: tuple[Block, ...]


class Card(Record, kw_only=False):
    """One door of a page that leads on: a link, and what is behind it."""

    link: Ref | Beside
    text: Runs


class Cards(Record, kw_only=False):
    """Doors, side by side where there is room."""

    cards: tuple[Card, ...]


Block = Heading | Para | Items | Table | Listing | Picture | Note | Cards


# ------------------------------------------------------------------------------ pages


class Group(Record, kw_only=False):
    """Pages under one title in the contents; the title may be empty."""

    title: str
    addresses: tuple[str, ...]


class Page(Record):
    """
    One page in one language.

    ``address`` is permanent: the path of the file in the site, without its ending
    ("clauses/4.3"). ``groups`` are the pages below it in the contents.
    """

    address: str
    title: str
    blocks: tuple[Block, ...]
    groups: tuple[Group, ...] = ()
    short: str = ""
    """The title in the contents, where the whole one is too long for it."""
    hand: str = ""
    """The Markdown file it is read from; empty for a page drawn from rows."""
    english: bool = False
    """Whether it is kept in English alone: its Russian page says so, and shows the English."""
    project: bool = False
    """Whether it is about the project, and changes with it: its digest is kept nowhere."""


def text(*runs: Run) -> Runs:
    """Return runs of words; the empty ones are left out."""
    return tuple(run for run in runs if run != "")


def para(*runs: Run) -> Para:
    """Return a paragraph."""
    return Para(text(*runs))


def items(*lines: Runs | str, numbered: bool = False) -> Items:
    """Return a list of lines."""
    return Items(
        tuple((Para((line,) if isinstance(line, str) else line),) for line in lines), numbered
    )


def joined(runs: Sequence[Runs], between: str = ", ") -> Runs:
    """Return runs one after another with a text between them."""
    found: list[Run] = []
    for each in runs:
        if found:
            found.append(between)
        found.extend(each)
    return tuple(found)


LINE: Final = Break()
"""The end of a line, to stand between runs."""


def lines(found: Sequence[Runs]) -> Runs:
    """Return runs, each on a line of its own."""
    said: list[Run] = []
    for each in found:
        if said:
            said.append(LINE)
        said.extend(each)
    return tuple(said)


def plain(runs: Runs) -> str:
    """Return what runs of words say, without their links."""
    said: list[str] = []
    for run in runs:
        match run:
            case str():
                said.append(run)
            case Code() | Strong() | Ref() | Source() | Web() | Beside():
                said.append(run.text)
            case Break():
                said.append(" ")
            case Anchor():
                pass
    return "".join(said)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every block, those inside others too, in the order of the page."""
    for block in blocks:
        yield block
        match block:
            case Items():
                for item in block.items:
                    yield from walk(item)
            case Note():
                yield from walk(block.blocks)
            case _:
                pass


def runs_of(block: Block) -> Iterator[Runs]:
    """Yield the runs of words that stand in a block itself."""
    match block:
        case Heading():
            yield block.text
        case Para():
            yield block.runs
        case Table():
            yield from block.header
            for row in block.rows:
                yield from row
        case Picture():
            yield block.caption
        case Cards():
            for card in block.cards:
                yield (card.link,)
                yield card.text
        case Items() | Note() | Listing():
            pass
