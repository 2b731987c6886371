"""Refusals of copies of the contract."""

from __future__ import annotations

from slarules.errors.base import SlaRulesError


class NotTheContractError(SlaRulesError, ValueError):
    """A text in which not one paragraph of the contract can be found."""

    remedy = "give the whole text of the contract, as the support page has it"

    def __init__(self, what: str, words: int, of: int) -> None:
        super().__init__(what, words, of)
        self.what, self.words, self.of = what, words, of

    def __str__(self) -> str:
        read = "it is empty" if not self.words else f"{self.words} words were read"
        return (
            f"{self.what!r} is no copy of the contract: {read}, and none of its {self.of} "
            f"paragraphs is there; {self.remedy}"
        )


class CopyEncodingError(SlaRulesError, ValueError):
    """The bytes of a text give no words of the contract in any encoding it may be in."""

    remedy = "save it as UTF-8 and try again"

    def __init__(self, what: str, given: bytes, looks_like: str | None = None) -> None:
        super().__init__(what, given, looks_like)
        self.what, self.given, self.looks_like = what, given, looks_like

    def __str__(self) -> str:
        like = f", but looks like {self.looks_like}" if self.looks_like else ""
        return (
            f"{self.what!r} is in none of UTF-8, UTF-16 and Windows-1251{like}; it begins "
            f"with {self.given[:16]!r}; {self.remedy}"
        )


class CopyFileError(SlaRulesError, ValueError):
    """A file that cannot be a copy of the contract, or not one whose whole text can be read."""

    remedy = "give a file that holds the contract's text and nothing else"

    def __init__(self, what: str, problem: str, remedy: str | None = None) -> None:
        super().__init__(what, problem, remedy)
        self.what, self.problem = what, problem
        self.remedy = remedy or type(self).remedy  # type: ignore[misc]

    def __str__(self) -> str:
        return f"{self.what!r} {self.problem}; {self.remedy}"
