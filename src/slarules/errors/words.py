"""Refusals of words and ids that nothing has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.errors.base import SlaRulesError

if TYPE_CHECKING:
    from collections.abc import Sequence


class UnknownWordError(SlaRulesError, ValueError):
    """A word that is none of the permanent ids of a closed set."""

    remedy = "use one of the known words"

    def __init__(self, what: str, given: str, known: Sequence[str]) -> None:
        super().__init__(what, given, known)
        self.what, self.given, self.known = what, given, tuple(known)

    def __str__(self) -> str:
        return f"unknown {self.what} {self.given!r:.80}; {self.remedy}: {', '.join(self.known)}"


class LookalikeLetterError(UnknownWordError):
    """A Cyrillic letter that looks like one of the Latin ones an id is written with."""

    remedy = "the letter is Cyrillic, type the Latin one"


class UnprintedWordError(SlaRulesError, LookupError):
    """A word that is only ever written as its id was asked for in a language."""

    remedy = "print its id"

    def __init__(self, what: str, word: str) -> None:
        super().__init__(what, word)
        self.what, self.word = what, word

    def __str__(self) -> str:
        return f"{self.what} {self.word!r:.80} has no printed words; {self.remedy}"


class UnknownClauseError(SlaRulesError, LookupError):
    """An id that no paragraph of the register has."""

    remedy = "give the section, a dot and the ordinal of a paragraph of the register"

    def __init__(self, given: str, nearest: Sequence[str]) -> None:
        super().__init__(given, nearest)
        self.given, self.nearest = given, tuple(nearest)

    def __str__(self) -> str:
        nearest = f"; nearest are {', '.join(self.nearest)}" if self.nearest else ""
        return f"no paragraph {self.given!r:.40}{nearest}; {self.remedy}"


class UnknownAnswerError(SlaRulesError, LookupError):
    """An id that no recorded answer has."""

    remedy = "use the id of a recorded answer"

    def __init__(self, given: str, nearest: Sequence[str]) -> None:
        super().__init__(given, nearest)
        self.given, self.nearest = given, tuple(nearest)

    def __str__(self) -> str:
        nearest = f"; nearest are {', '.join(self.nearest)}" if self.nearest else ""
        return f"no recorded answer {self.given!r:.40}{nearest}; {self.remedy}"


class UnknownRuleError(SlaRulesError, LookupError):
    """An id that no rule row has."""

    remedy = "use the id of a rule row"

    def __init__(self, given: str, nearest: Sequence[str]) -> None:
        super().__init__(given, nearest)
        self.given, self.nearest = given, tuple(nearest)

    def __str__(self) -> str:
        nearest = f"; nearest are {', '.join(self.nearest)}" if self.nearest else ""
        return f"no rule {self.given!r:.40}{nearest}; {self.remedy}"
