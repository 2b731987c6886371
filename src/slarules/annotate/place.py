"""
Where in a copy each paragraph stands: first those that are there word for word, then the rest.

Only the words decide. A paragraph that is there whole is found wherever it stands, whatever the
lines look like; of the others, the stretch of the copy that shares the most pairs of words with
it is taken, if it shares enough. What is left over is new, or belongs to its neighbour.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from slarules.annotate.stream import BLANK, LINE, word_hash
from slarules.contract_text import TITLES, normalised
from slarules.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from slarules.annotate.known import Known
    from slarules.annotate.stream import Stream

ENOUGH: Final = 0.55
"""The share of a paragraph's words that a stretch of the copy must have to be that paragraph."""
_MOST_HITS: Final = 400
"""A copy that holds more paragraphs than this word for word repeats them without end."""
_MOST_PAIRS: Final = 100_000
"""Pairs of words that a copy may share with paragraphs it does not have whole; all those of the
contract are some 1,500."""
_STRAY: Final = 8
"""Words between a pair that is shared and the next, beyond which the first is chance."""


class Placed(Record):
    """A stretch of the copy, by its words from ``start`` up to ``end``."""

    start: int
    end: int
    known: Known | None
    """The paragraph it is; None for one that is new."""
    title: int | None = None
    """The number of the section whose heading it is."""


class Places(Record):
    """The whole copy: what stands where, in order."""

    paragraphs: tuple[Placed, ...]
    titles: tuple[Placed, ...]
    set_aside: int
    """Words above the heading of section 0 that are no part of the contract."""
    wrapped: bool
    """Whether the lines of the copy end inside sentences."""


def places(copy: Stream, known: Sequence[Known]) -> Places | None:
    """
    Return where each paragraph stands; one that stands nowhere is not among them.

    None of a copy that repeats the known words so often that anything may stand anywhere.
    """
    exact = _exact(copy, known)
    taken = list(exact)
    titles = _titles(copy, taken)
    have = {one.known.id for one in taken if one.known is not None}
    waiting = [one for one in known if one.id not in have]
    seeds = _shared_pairs(copy, waiting)
    if seeds is None:
        return None
    taken += _similar(copy, waiting, seeds, taken + titles)
    wrapped = _is_wrapped(copy, exact)
    first = next((one.start for one in titles if one.title == 0), 0)
    return _with_rest(copy, taken, titles, first, wrapped=wrapped)


def _exact(copy: Stream, known: Sequence[Known]) -> list[Placed]:
    """Return the paragraphs that are there word for word, each once."""
    by_first: dict[str, list[int]] = {}
    for number, one in enumerate(known):
        if one.hashes:
            by_first.setdefault(one.hashes[0], []).append(number)
    hits: list[tuple[int, int]] = []
    for at, word in enumerate(copy.hashes):
        for number in by_first.get(word, ()):
            wanted = known[number].hashes
            if copy.hashes[at : at + len(wanted)] == wanted:
                hits.append((at, number))
        if len(hits) > _MOST_HITS:
            break
    chosen: dict[int, int] = {number: at for at, number in _in_order(hits, known)}
    taken = [(at, at + len(known[number].hashes)) for number, at in chosen.items()]
    for at, number in hits:
        span = (at, at + len(known[number].hashes))
        if number not in chosen and all(span[1] <= a or b <= span[0] for a, b in taken):
            chosen[number] = at
            taken.append(span)
    return [
        Placed(start=at, end=at + len(known[number].hashes), known=known[number])
        for number, at in chosen.items()
    ]


def _in_order(hits: list[tuple[int, int]], known: Sequence[Known]) -> list[tuple[int, int]]:
    """Return the hits in the order of the contract that have the most words together."""
    best: list[tuple[int, int]] = []  # words so far, the hit before
    for here, (at, number) in enumerate(hits):
        before = max(
            (
                (best[n][0], n)
                for n in range(here)
                if hits[n][1] < number and hits[n][0] + len(known[hits[n][1]].hashes) <= at
            ),
            default=(0, -1),
        )
        best.append((before[0] + len(known[number].hashes), before[1]))
    found: list[tuple[int, int]] = []
    here = max(range(len(hits)), key=lambda n: best[n][0], default=-1)
    while here >= 0:
        found.append(hits[here])
        here = best[here][1]
    return found[::-1]


def _titles(copy: Stream, taken: list[Placed]) -> list[Placed]:
    """Return the headings of the sections, alone on a line or just above a paragraph."""
    found: list[Placed] = []
    spans = [(one.start, one.end) for one in taken]
    for number, title in enumerate(TITLES):
        wanted = tuple(word_hash(word) for word in normalised(title).split())
        below = [one.start for one in taken if _section(one) == number]
        hits = [
            at
            for at in range(len(copy.hashes) - len(wanted) + 1)
            if copy.hashes[at] == wanted[0]
            and copy.hashes[at : at + len(wanted)] == wanted
            and (_alone(copy, at, at + len(wanted)) or at + len(wanted) in {a for a, _ in spans})
            and not any(a < at + len(wanted) and at < b for a, b in spans)
        ]
        if hits:
            above = [at for at in hits if below and at < min(below)]
            at = max(above) if above else hits[0]
            found.append(Placed(start=at, end=at + len(wanted), known=None, title=number))
            spans.append((at, at + len(wanted)))
    return found


def _section(one: Placed) -> int | None:
    clause = one.known and one.known.clause
    return int(clause.partition(".")[0]) if clause else None


def _alone(copy: Stream, start: int, end: int) -> bool:
    """Whether the words begin a line and end one."""
    first = copy.piece_of[start]
    after = copy.piece_of[end - 1] + 1
    return (first == 0 or copy.pieces[first].after >= LINE) and (
        after == len(copy.pieces) or copy.pieces[after].after >= LINE
    )


def _free(copy: Stream, taken: list[Placed]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the copy that are nothing yet."""
    at = 0
    for one in sorted(taken, key=lambda one: one.start):
        if at < one.start:
            yield at, one.start
        at = max(at, one.end)
    if at < len(copy.hashes):
        yield at, len(copy.hashes)


def _similar(
    copy: Stream, waiting: list[Known], seeds: Mapping[str, list[int]], taken: list[Placed]
) -> list[Placed]:
    """Return the paragraphs that are there with other words, the most alike first."""
    found: list[Placed] = []
    free = list(_free(copy, taken))
    offers = {one: _best(copy, one, seeds[one.id], free) for one in waiting}
    while any(offers.values()):
        one, (_, start, end) = max(
            ((one, offer) for one, offer in offers.items() if offer), key=lambda row: row[1][0]
        )
        found.append(Placed(start=start, end=end, known=one))
        del offers[one]
        free = list(_free(copy, taken + found))
        for other, offer in offers.items():
            if offer and offer[1] < end and start < offer[2]:
                offers[other] = _best(copy, other, seeds[other.id], free)
    return found


def _shared_pairs(copy: Stream, waiting: list[Known]) -> dict[str, list[int]] | None:
    """Return where in the copy each paragraph's pairs of words are, by its id; None of too many."""
    whose: dict[tuple[str, str], list[str]] = {}
    for one in waiting:
        for pair in set(pairwise(one.hashes)):
            whose.setdefault(pair, []).append(one.id)
    found: dict[str, list[int]] = {one.id: [] for one in waiting}
    number = 0
    for at, pair in enumerate(pairwise(copy.hashes)):
        here = whose.get(pair, ())
        number += len(here)
        if number > _MOST_PAIRS:
            return None
        for known in here:
            found[known].append(at)
    return found


def _best(
    copy: Stream, one: Known, shared: list[int], free: list[tuple[int, int]]
) -> tuple[float, int, int] | None:
    """Return how alike the most similar stretch of the copy is, and the stretch."""
    room = max(len(one.hashes) + 8, len(one.hashes) * 8 // 5)
    best: tuple[float, int, int] | None = None
    for start, end in free:
        seeds = shared[bisect_left(shared, start) : bisect_left(shared, end - 1)]
        window = _without_strays(_densest(copy, seeds, room))
        if not window:
            continue
        span = window[0], window[-1] + 2
        both = (Counter(one.hashes) & Counter(copy.hashes[slice(*span)])).total()
        alike = 2 * both / (len(one.hashes) + span[1] - span[0])
        enough = both >= ENOUGH * len(one.hashes) and alike >= ENOUGH
        if enough and (best is None or alike > best[0]):
            best = alike, *span
    return best


def _densest(copy: Stream, seeds: list[int], room: int) -> list[int]:
    """Return the shared pairs within so many words that are the most different ones."""
    inside: Counter[tuple[str, str]] = Counter()
    best, most, first = (0, 0), 0, 0
    for last, at in enumerate(seeds):
        inside[copy.hashes[at], copy.hashes[at + 1]] += 1
        while at - seeds[first] > room:
            gone = copy.hashes[seeds[first]], copy.hashes[seeds[first] + 1]
            inside[gone] -= 1
            if not inside[gone]:
                del inside[gone]
            first += 1
        if len(inside) > most:
            best, most = (first, last + 1), len(inside)
    return seeds[slice(*best)]


def _without_strays(seeds: list[int]) -> list[int]:
    """Return the pairs without a lone one at either end: chance, and not the paragraph."""
    while len(seeds) > 1 and seeds[1] - seeds[0] > _STRAY:
        seeds = seeds[1:]
    while len(seeds) > 1 and seeds[-1] - seeds[-2] > _STRAY:
        seeds = seeds[:-1]
    return seeds


def _is_wrapped(copy: Stream, exact: list[Placed]) -> bool:
    """Whether a line ends inside a paragraph whose words are all there, and not at an item."""
    return any(
        copy.pieces[piece].after == LINE and copy.pieces[piece].text[0].islower()
        for one in exact
        for piece in range(copy.piece_of[one.start] + 1, copy.piece_of[one.end - 1] + 1)
    )


def _is_spaced(copy: Stream, taken: list[Placed]) -> bool:
    """Whether an empty line stands above most paragraphs."""
    blank = sum(copy.pieces[copy.piece_of[one.start]].after == BLANK for one in taken)
    return 2 * blank > len(taken)


def _with_rest(
    copy: Stream, taken: list[Placed], titles: list[Placed], first: int, *, wrapped: bool
) -> Places:
    """Return the places with what is left over: parts of a neighbour, or new paragraphs."""
    borders = inside = set(copy.starts)
    if wrapped:  # the end of a line says nothing there, but for those between paragraphs
        inside = {n for n in inside if copy.pieces[n].after == BLANK}
        borders = inside if _is_spaced(copy, taken) else borders
    spans = {one.start: [one.start, one.end] for one in taken}
    by_end = {one.end: one.start for one in taken}
    set_aside, new = 0, list[Placed]()
    for start, end in _free(copy, taken + titles):
        if start < first:
            set_aside += end - start
            continue
        cuts = [n for n in range(start + 1, end) if _begins(copy, n, inside)]
        parts = list(pairwise([start, *cuts, end]))
        if start in by_end and not _begins(copy, start, borders):
            spans[by_end[start]][1] = parts.pop(0)[1]
        if parts and end in spans and not _begins(copy, end, borders):
            spans[end][0] = parts.pop()[0]
        new += [Placed(start=a, end=b, known=None) for a, b in parts]
    placed = [one.replace(start=spans[one.start][0], end=spans[one.start][1]) for one in taken]
    return Places(
        paragraphs=tuple(sorted(placed + new, key=lambda one: one.start)),
        titles=tuple(sorted(titles, key=lambda one: one.start)),
        set_aside=set_aside,
        wrapped=wrapped,
    )


def _begins(copy: Stream, word: int, starts: set[int]) -> bool:
    """Whether a paragraph begins at this word, or at the dashes just before it."""
    piece = copy.piece_of[word]
    if word and copy.piece_of[word - 1] == piece:
        return False
    above = copy.piece_of[word - 1] if word else -1
    return any(n in starts for n in range(above + 1, piece + 1))
