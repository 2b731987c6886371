"""Which paragraphs of a copy stand elsewhere than they stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from slarules.annotate.known import Known
    from slarules.annotate.place import Places

_HEADING: Final = 10_000
"""The weight of a heading, in words: a paragraph moves past it, never it past a paragraph."""


def moved(found: Places, known: Sequence[Known]) -> frozenset[str]:
    """
    Return the ids of the paragraphs that were moved.

    The fewest words that have to be moved to have the order again; where two paragraphs have
    changed places, both.
    """
    number = {one.id: n for n, one in enumerate(known)}
    rows = [
        (one.start, 2 * number[one.known.id] + 1, one.end - one.start, one.known.id)
        for one in found.paragraphs
        if one.known is not None
    ]
    for one in found.titles:
        below = (n for n, k in enumerate(known) if k.clause and _section(k) >= (one.title or 0))
        rows.append((one.start, 2 * next(below, len(known)), _HEADING, ""))
    rows.sort()
    kept = _heaviest([(place, weight) for _, place, weight, _ in rows])
    out = {row[3] for n, row in enumerate(rows) if n not in kept} - {""}
    return frozenset(out | _swapped(rows, out))


def _section(known: Known) -> int:
    return int((known.clause or "0").partition(".")[0])


def _heaviest(rows: list[tuple[int, int]]) -> set[int]:
    """Return which rows make the heaviest row of growing places."""
    best: list[tuple[int, int]] = []
    for here, (place, weight) in enumerate(rows):
        before = max(((best[n][0], n) for n in range(here) if rows[n][0] < place), default=(0, -1))
        best.append((before[0] + weight, before[1]))
    found: set[int] = set()
    here = max(range(len(rows)), key=lambda n: best[n][0], default=-1)
    while here >= 0:
        found.add(here)
        here = best[here][1]
    return found


def _swapped(rows: list[tuple[int, int, int, str]], out: set[str]) -> set[str]:
    """Return the other one of each two that have changed places."""
    there = [row[3] for row in rows if row[3]]
    place = {
        id_: n for n, (_, id_) in enumerate(sorted((row[1], row[3]) for row in rows if row[3]))
    }
    return {there[place[id_]] for id_ in out if place[there[place[id_]]] == there.index(id_)}
