"""
A reader's own copy of the contract, paragraph by paragraph, against the register.

Text in, records out: what is the same, changed word by word, missing, new or moved, and which
numbers are not those the rules count with. The project holds no sentence of the contract, so
which words are gone is told by their hashes alone, unless an older copy is given.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from slarules.annotate.annotation import (
    UNKNOWN,
    Annotation,
    Comparison,
    Differing,
    Mark,
    NumberDifference,
    Paragraph,
    Run,
)
from slarules.annotate.compare import Strays, changes, gone, runs
from slarules.annotate.known import Known, of_copy, register
from slarules.annotate.limits import PARAGRAPHS, WORDS, refuse_endless
from slarules.annotate.numbers import Words, number_differences, numbers_of_new
from slarules.annotate.order import moved
from slarules.annotate.place import Placed, Places, places
from slarules.annotate.stream import Stream, spelled, stream, word_hash
from slarules.clauses import CLAUSES
from slarules.contract_text import TITLES, normalised
from slarules.errors import CopyFileError, NotTheContractError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "UNKNOWN",
    "Annotation",
    "Comparison",
    "Differing",
    "Mark",
    "NumberDifference",
    "Paragraph",
    "Run",
    "annotate",
]


def annotate(text: str, *, against: str | None = None) -> Annotation:
    """
    Return what a copy of the contract is, paragraph by paragraph.

    Args:
        text: The copy. Where its lines end, its quotes, dashes and spaces do not count.
        against: An older copy to compare with, in place of the register: then every word that
            is gone is known.

    Raises:
        CopyFileError: One of the copies has more letters or paragraphs than any copy of the
            contract, or is no text.
        NotTheContractError: Not one paragraph of the contract is in one of the copies.
    """
    refuse_endless(text, "the copy")
    refuse_endless(against or "", "the older copy")
    copy = stream(text)
    known = register()
    if against is not None:
        older = stream(against)
        known = of_copy(older, _placed(older, known, "the older copy").paragraphs)
    return _Comparing(copy, known, _placed(copy, known, "the copy"), against is not None).made()


def _placed(copy: Stream, known: Sequence[Known], what: str) -> Places:
    found = places(copy, known)
    if found is None:
        raise CopyFileError(what, "says the same again and again, and no copy does")
    if not any(one.known is not None and one.known.clause for one in found.paragraphs):
        raise NotTheContractError(what, len(copy.hashes), len(CLAUSES))
    if len(found.paragraphs) > PARAGRAPHS:
        raise CopyFileError(what, f"has more than {PARAGRAPHS} paragraphs, and no copy does")
    if any(one.end - one.start > WORDS for one in found.paragraphs):
        raise CopyFileError(what, f"has a paragraph of more than {WORDS} words, and no copy does")
    return found


class _Comparing:
    """A copy whose paragraphs have been found, and what each is compared with."""

    def __init__(
        self,
        copy: Stream,
        known: Sequence[Known],
        found: Places,
        in_full: bool,  # noqa: FBT001
    ) -> None:
        self.copy, self.known, self.found, self.in_full = copy, known, found, in_full
        self.ids = self._ids()
        self.moved = moved(found, known)
        self.words = _written_words(copy)
        self.strays = self._strays()

    def made(self) -> Annotation:
        """Return the whole answer."""
        here = [
            self._paragraph(one, id_, above)
            for one, id_, above in zip(
                self.found.paragraphs, self.ids, [None, *self.ids], strict=False
            )
        ]
        titles = [(one.title or 0, self._above(one.start)) for one in self.found.titles]
        have = {number for number, _ in titles}
        return Annotation(
            paragraphs=tuple(self._with_missing(here)),
            headings=tuple(titles),
            missing_headings=tuple(n for n in range(len(TITLES)) if n not in have),
            set_aside=self.found.set_aside,
            in_full=self.in_full,
        )

    def _ids(self) -> list[str]:
        found: list[str] = []
        new = 0
        for one in self.found.paragraphs:
            new += one.known is None
            found.append(f"new-{new}" if one.known is None else one.known.id)
        return found

    def _strays(self) -> Strays:
        """Return every row of words that is gone from where it was."""
        found = Strays()
        for one in self._missing():
            found.add(one.id, one.hashes)
        for placed in self.found.paragraphs:
            if placed.known is None:
                continue
            now = self.copy.hashes[placed.start : placed.end]
            for step in changes(placed.known.hashes, now):
                if not step.same:
                    found.add(placed.known.id, placed.known.hashes[slice(*step.was)])
        return found

    def _missing(self) -> list[Known]:
        have = {one.known.id for one in self.found.paragraphs if one.known is not None}
        return [one for one in self.known if one.id not in have]

    def _paragraph(self, placed: Placed, id_: str, above: str | None) -> Paragraph:
        now = self.copy.hashes[placed.start : placed.end]
        known = placed.known
        marked = runs(self.copy, placed, id_, self.strays, self.words, wrapped=self.found.wrapped)
        line = self.copy.pieces[self.copy.piece_of[placed.start]].line
        if known is None:
            repeats = next((o.clause for o in self.known if o.hashes == now), None)
            return Paragraph(
                id=id_,
                clause=None,
                found=(Comparison.NEW,),
                line=line,
                after=above,
                runs=marked,
                numbers=() if repeats else numbers_of_new(self._texts(placed)),
                repeats=repeats,
            )
        found = [Comparison.MOVED] if known.id in self.moved else []
        numbers: tuple[NumberDifference, ...] = ()
        if known.hashes != now:
            found.append(Comparison.CHANGED)
            if known.clause is not None:
                steps = changes(known.hashes, now)
                numbers = number_differences(known.clause, known, steps, self._texts(placed))
        return Paragraph(
            id=id_,
            clause=known.clause,
            found=tuple(found) or (Comparison.SAME,),
            line=line,
            after=above,
            runs=marked,
            numbers=numbers,
        )

    def _texts(self, placed: Placed) -> Words:
        """Return the words of a stretch of the copy."""
        plain: list[str] = []
        written: list[str] = []
        for piece in dict.fromkeys(self.copy.piece_of[placed.start : placed.end]):
            words = normalised(self.copy.pieces[piece].text).split()
            plain += words
            written += spelled(self.copy.pieces[piece].text, words)
        return Words(tuple(plain), tuple(written))

    def _above(self, word: int) -> str | None:
        """Return the paragraph that stands last above a word of the copy."""
        found: str | None = None
        for one, id_ in zip(self.found.paragraphs, self.ids, strict=True):
            if one.start < word:
                found = id_
        return found

    def _with_missing(self, here: list[Paragraph]) -> list[Paragraph]:
        """Return the paragraphs of the copy with the missing ones where they should stand."""
        found = list(here)
        order = [one.id for one in self.known]
        missing = {one.id: one for one in self._missing()}
        for number, id_ in enumerate(order):
            if id_ not in missing:
                continue
            known = missing[id_]
            above = order[number - 1] if number else None
            at = next((n + 1 for n, one in enumerate(found) if one.id == above), 0)
            found.insert(at, self._lost(known, above))
        return found

    def _lost(self, known: Known, above: str | None) -> Paragraph:
        text: tuple[Run, ...] = ()
        if known.shown is not None:
            text = (gone(known, (0, len(known.hashes)), self.words),)
        return Paragraph(
            id=known.id,
            clause=known.clause,
            found=(Comparison.MISSING,),
            line=None,
            after=above,
            runs=text,
        )


def _written_words(copy: Stream) -> dict[str, str]:
    """Return how words are written, by hash: those of the copy, and the register's numbers."""
    numbers = [word for row in CLAUSES.values() for n in row.numbers for word in n.written.split()]
    return {word_hash(word): word for word in numbers} | copy.shown


def counts(annotation: Annotation) -> Counter[Comparison]:
    """Return how many paragraphs there are of each kind; moved and changed counts in both."""
    return Counter(kind for one in annotation.paragraphs for kind in one.found)
