"""What a copy is compared with: the register's hashes, or another copy in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.clause_fingerprints import FINGERPRINTS
from slarules.clause_words import WORDS
from slarules.record import Record
from slarules.terms import ClauseId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from slarules.annotate.place import Placed
    from slarules.annotate.stream import Stream


class Known(Record):
    """One paragraph that a copy should have, as the hashes of its words."""

    id: str
    """The paragraph of the register; "old-1", … for one of the older copy that it lacks."""
    clause: ClauseId | None
    hashes: tuple[str, ...]
    shown: tuple[str, ...] | None = None
    """How the words are written, where they are known: in an older copy."""
    fingerprint: str | None = None
    """The SHA-256 of the normalised text, where the register has it."""


def register() -> tuple[Known, ...]:
    """Return the paragraphs of the register in order; their words are not known."""
    return tuple(
        Known(
            id=place,
            clause=ClauseId(place),
            hashes=tuple(WORDS[place].split()),
            fingerprint=FINGERPRINTS[place],
        )
        for place in FINGERPRINTS
    )


def of_copy(copy: Stream, placed: Iterable[Placed]) -> tuple[Known, ...]:
    """Return the paragraphs of an older copy in its order, with their words."""
    found: list[Known] = []
    extra = 0
    for one in placed:
        clause = None if one.known is None else one.known.clause
        extra += clause is None
        words = copy.piece_of[one.start : one.end]
        found.append(
            Known(
                id=f"old-{extra}" if clause is None else clause,
                clause=clause,
                hashes=copy.hashes[one.start : one.end],
                shown=tuple(
                    copy.shown[word]
                    if len(copy.pieces[piece].hashes) > 1
                    else copy.pieces[piece].text
                    for word, piece in zip(copy.hashes[one.start : one.end], words, strict=True)
                ),
            )
        )
    return tuple(found)
