"""Two versions of one paragraph, word by word."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, Final

from slarules.annotate.annotation import UNKNOWN, Mark, Run
from slarules.annotate.stream import LINE
from slarules.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from slarules.annotate.known import Known
    from slarules.annotate.place import Placed
    from slarules.annotate.stream import Stream

SENTENCE: Final = 4
"""Words in a row that, gone from one paragraph and new in another, were moved there."""
_PAIRS: Final = 100_000
"""Pairs of equal words in two versions, from which on they are not set side by side in detail."""
_SHORT: Final = 3
"""Letters of a word too common to say of it alone that it was moved."""


class Change(Record, kw_only=False):
    """
    One step from the known words to those of the copy.

    ``known[was]`` became ``copy[now]``: both empty or full, or the same words.
    """

    same: bool
    was: tuple[int, int]
    now: tuple[int, int]


def changes(known: tuple[str, ...], now: tuple[str, ...]) -> tuple[Change, ...]:
    """Return the steps from one row of hashes to the other."""
    if known == now:
        return (Change(True, (0, len(known)), (0, len(now))),)  # noqa: FBT003 - a field, by place
    times = Counter(now)
    if sum(times[word] for word in known) > _PAIRS:
        return tuple(_wholesale(known, now))
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, known, now, autojunk=False)
    return tuple(
        Change(tag == "equal", (a, b), (c, d)) for tag, a, b, c, d in matcher.get_opcodes()
    )


def _wholesale(known: tuple[str, ...], now: tuple[str, ...]) -> Iterator[Change]:
    """Yield what is the same at the beginning and at the end, and one change between."""
    shorter = min(len(known), len(now))
    start = next((n for n in range(shorter) if known[n] != now[n]), shorter)
    left = range(1, shorter - start + 1)
    end = next((n for n in left if known[-n] != now[-n]), shorter - start + 1) - 1
    a, b = len(known) - end, len(now) - end
    for same, was, there in (
        (True, (0, start), (0, start)),
        (False, (start, a), (start, b)),
        (True, (a, len(known)), (b, len(now))),
    ):
        if was[0] < was[1] or there[0] < there[1]:
            yield Change(same, was, there)


class Strays:
    """Rows of words that are gone from some paragraph, to be met again in another."""

    def __init__(self) -> None:
        self._from: dict[tuple[str, ...], str] = {}

    def add(self, where: str, gone: tuple[str, ...]) -> None:
        """Note a row of words as gone from a paragraph."""
        for at in range(len(gone) - SENTENCE + 1):
            self._from.setdefault(gone[at : at + SENTENCE], where)

    def marks(self, here: str, new: tuple[str, ...]) -> list[str | None]:
        """Return of each word of a new row the paragraph it comes from, if it does."""
        found: list[str | None] = [None] * len(new)
        for at in range(len(new) - SENTENCE + 1):
            source = self._from.get(new[at : at + SENTENCE])
            if source is not None and source != here:
                found[at : at + SENTENCE] = [source] * SENTENCE
        return found


def runs(
    copy: Stream,
    placed: Placed,
    id_: str,
    strays: Strays,
    words: Mapping[str, str],
    *,
    wrapped: bool,
) -> tuple[Run, ...]:
    """
    Return the text of a paragraph of the copy with a mark on every word.

    ``words`` has what is known of how a word is written, by its hash.
    """
    now = copy.hashes[placed.start : placed.end]
    known = placed.known
    steps = changes(known.hashes, now) if known else (Change(False, (0, 0), (0, len(now))),)  # noqa: FBT003
    missing = Counter(
        word
        for step in steps
        if known is not None and not step.same
        for word in known.hashes[slice(*step.was)]
    )
    marked: list[tuple[Mark, str | None]] = []
    gone_before: dict[int, tuple[int, int]] = {}
    for step in steps:
        row = now[slice(*step.now)]
        if step.same:
            marked += [(Mark.KEPT, None)] * len(row)
            continue
        if step.was[0] < step.was[1]:
            gone_before[step.now[0]] = step.was
        for word, source in zip(row, strays.marks(id_, row), strict=True):
            marked.append(_mark(word, source, missing, words))
    return tuple(_written(copy, placed, marked, gone_before, words, wrapped=wrapped))


def _mark(
    word: str, source: str | None, missing: Counter[str], words: Mapping[str, str]
) -> tuple[Mark, str | None]:
    if source is not None:
        return Mark.MOVED, source
    if missing[word] and len(words.get(word, "")) > _SHORT:
        missing[word] -= 1
        return Mark.MOVED, None
    return Mark.NEW, None


def gone(known: Known, span: tuple[int, int], words: Mapping[str, str]) -> Run:
    """Return the run of words of a paragraph that are gone."""
    if known.shown is not None:
        text = " ".join(known.shown[slice(*span)])
    else:
        text = " ".join(words.get(word, UNKNOWN) for word in known.hashes[slice(*span)])
    return Run(Mark.GONE, text, span[1] - span[0])


def _written(
    copy: Stream,
    placed: Placed,
    marked: list[tuple[Mark, str | None]],
    gone_before: Mapping[int, tuple[int, int]],
    words: Mapping[str, str],
    *,
    wrapped: bool,
) -> Iterator[Run]:
    """Yield the runs: pieces of the copy under one mark, and what is gone between them."""
    rows: list[tuple[tuple[Mark, str | None], str, int, int]] = []  # mark, text, words, first word
    at = 0
    end = copy.piece_of[placed.end] if placed.end < len(copy.hashes) else len(copy.pieces)
    first = copy.piece_of[placed.start]
    last = copy.piece_of[placed.end - 1]
    inside = Counter(copy.piece_of[placed.start : placed.end])
    for number in range(first, max(last + 1, _tail(copy, last, end))):
        piece = copy.pieces[number]
        mine = marked[at : at + inside[number]]
        # A piece of several words («10-00») has the first mark that says anything.
        mark = next((one for one in mine if one[0] is not Mark.KEPT), None)
        mark = mark or (mine[0] if mine else rows[-1][0] if rows else (Mark.KEPT, None))
        before = "" if number == first else "\n" if piece.after >= LINE and not wrapped else " "
        rows.append((mark, before + piece.text, len(mine), at))
        at += len(mine)
    for (mark, source), group in groupby(_split(rows, gone_before), key=lambda row: row[0]):
        if mark is Mark.GONE:
            assert placed.known is not None
            for row in group:
                yield gone(placed.known, gone_before[row[3]], words)
            continue
        several = list(group)
        text = "".join(row[1] for row in several)
        yield Run(mark, text, sum(row[2] for row in several), source)


def _tail(copy: Stream, last: int, end: int) -> int:
    """Return the piece after the dashes and dots that follow the last word on its line."""
    number = last + 1
    while number < end and not copy.pieces[number].hashes and copy.pieces[number].after < LINE:
        number += 1
    return number


def _split(
    rows: list[tuple[tuple[Mark, str | None], str, int, int]],
    gone_before: Mapping[int, tuple[int, int]],
) -> Iterator[tuple[tuple[Mark, str | None], str, int, int]]:
    """Yield the rows, with one for every place where words are gone."""
    waiting = sorted(gone_before)
    for row in rows:
        while waiting and waiting[0] < row[3] + max(row[2], 1) and row[2]:
            yield (Mark.GONE, None), "", 0, waiting.pop(0)
        yield row
    for at in waiting:
        yield (Mark.GONE, None), "", 0, at
