"""What a copy of the contract is, paragraph by paragraph: the records of the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.record import Record
from slarules.terms import Word

if TYPE_CHECKING:
    from slarules.clauses import Number
    from slarules.terms import ClauseId


class Comparison(Word):
    """What became of a paragraph in the copy."""

    SAME = "same"
    CHANGED = "changed"
    """It has other words."""
    MOVED = "moved"
    """It stands elsewhere, whatever its words."""
    MISSING = "missing"
    NEW = "new"
    """It is no paragraph of what the copy is compared with."""


class Mark(Word):
    """What became of a few words in a row."""

    KEPT = "kept"
    NEW = "new"
    MOVED = "moved"
    """They stood elsewhere: in this paragraph, or in the one that is named."""
    GONE = "gone"


class Differing(Word):
    """How a number of the text differs from the one the rules count with."""

    VALUE = "value"
    """Another number stands in its place."""
    UNIT = "unit"
    """The words that say what it counts are others."""
    GONE = "gone"
    """Neither it nor another number stands there."""
    ADDED = "added"
    """A number stands where the register has none."""


class Run(Record, kw_only=False):
    """Words in a row with one mark."""

    mark: Mark
    text: str
    """As it stands in the copy; of words that are gone, those that are known, ``UNKNOWN`` else."""
    words: int
    elsewhere: str | None = None
    """The paragraph that moved words come from, where it is another one."""


class NumberDifference(Record):
    """A number of the text that is not the one the rules count with."""

    differing: Differing
    number: Number | None
    """The number of the register; None for one that was added."""
    found: str
    """What stands in the copy; empty where nothing does."""


class Paragraph(Record):
    """One paragraph: of the copy, or one that the copy lacks."""

    id: str
    """The paragraph's id; "new-1", … for one that is new, in the order of the copy."""
    clause: ClauseId | None
    """The paragraph of the register, where it is one."""
    found: tuple[Comparison, ...]
    """What became of it; MOVED and CHANGED may come together, any other stands alone."""
    line: int | None
    """Where it begins in the copy, counted from 1; None for one that is missing."""
    after: str | None
    """The paragraph it stands below in the copy; for a missing one, stood below."""
    runs: tuple[Run, ...]
    """Its text, word by word; of a missing paragraph what is known of it."""
    numbers: tuple[NumberDifference, ...] = ()
    repeats: ClauseId | None = None
    """The paragraph a new one repeats word for word."""

    @property
    def differs(self) -> bool:
        """Whether anything about it is other than it was."""
        return self.found != (Comparison.SAME,)


class Annotation(Record):
    """A whole copy, in its own order, with what is missing where it should stand."""

    paragraphs: tuple[Paragraph, ...]
    headings: tuple[tuple[int, str | None], ...]
    """The headings found: the number of the section, and the paragraph each stands below."""
    missing_headings: tuple[int, ...]
    set_aside: int
    """Words above the heading of the contract, which are not compared: the menu of a page."""
    in_full: bool
    """Whether it was compared with another copy, so that every word that is gone is known."""

    @property
    def differences(self) -> tuple[Paragraph, ...]:
        """The paragraphs that are other than they were, in the order of the copy."""
        return tuple(one for one in self.paragraphs if one.differs)


UNKNOWN = "▢"
"""Stands for one word that is gone and that nothing in the copy tells."""
