"""What came of asking."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from slarules.errors import SlaRulesError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

MOST_KEPT: Final = 5


def refused_or_answered(call: Callable[[Any], object], thing: object) -> object:
    """Return the answer, or the refusal, which is none expected."""
    try:
        return call(thing)
    except SlaRulesError as refusal:
        return refusal


class Found:
    """How many of each thing were asked, and the first answers that were not those expected."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.differing: list[str] = []

    def ask(
        self,
        what: str,
        call: Callable[[Any], object],
        about: Sequence[Any],
        expected: Sequence[Any],
    ) -> None:
        """Ask about each thing, and hold the answers to those expected."""
        self.asked[what] += len(about)
        try:
            answers = list(map(call, about))
        except SlaRulesError:
            answers = [refused_or_answered(call, thing) for thing in about]
        if answers != expected:
            for thing, got, wanted in zip(about, answers, expected, strict=True):
                if got != wanted:
                    self.differ(f"{what}, {thing}: {got}, expected {wanted}")

    def hold(self, what: str, about: object, got: object, wanted: object) -> None:
        """Hold one answer to the one expected."""
        self.asked[what] += 1
        if got != wanted:
            self.differ(f"{what}, {about}: {got}, expected {wanted}")

    def differ(self, said: str) -> None:
        """Keep what differs, the first of it."""
        if len(self.differing) < MOST_KEPT:
            self.differing.append(said)

    def join(self, other: Found) -> None:
        """Take what was found elsewhere."""
        self.asked += other.asked
        for said in other.differing:
            self.differ(said)
