"""Refusals of the command line: questions without facts, places no file can be written to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.errors.base import SlaRulesError

if TYPE_CHECKING:
    from collections.abc import Sequence


class OptionPairError(SlaRulesError, ValueError):
    """An option of the command line that says nothing without another."""

    remedy = "give both, or neither"

    def __init__(self, given: str, wanted: str) -> None:
        super().__init__(given, wanted)
        self.given, self.wanted = given, wanted

    def __str__(self) -> str:
        return f"{self.given} is given without {self.wanted}; {self.remedy}"


class QuestionError(SlaRulesError, ValueError):
    """A command that was given no facts to work on, or two kinds of them, or half of them."""

    remedy = "give"

    def __init__(self, command: str, given: Sequence[str], wanted: str) -> None:
        super().__init__(command, given, wanted)
        self.command, self.given, self.wanted = command, tuple(given), wanted

    def __str__(self) -> str:
        given = " and ".join(self.given) or "nothing"
        return f"{self.command} was given {given}; {self.remedy} {self.wanted}"


class ShiftTextError(SlaRulesError, ValueError):
    """Text that does not say which entry moves, and by how much."""

    remedy = "write the entry's number and the time: 2=+1d, 3=-2h30m"

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return f"shift {self.text!r:.80} names no entry and time; {self.remedy}"


class EditionsNotTakenError(SlaRulesError, ValueError):
    """A file of several editions, given to a command that takes one agreement."""

    remedy = "give the file of one edition, or use due, assess, whatif or compare"

    def __init__(self, path: str, command: str) -> None:
        super().__init__(path, command)
        self.path, self.command = path, command

    def __str__(self) -> str:
        return f"{self.path} holds editions, and {self.command} takes one agreement; {self.remedy}"


class LetterKindError(SlaRulesError, ValueError):
    """A letter asked for in a form the library does not set."""

    remedy = "end the name of the file with one of the known endings"

    def __init__(self, path: str, known: Sequence[str]) -> None:
        super().__init__(path, known)
        self.path, self.known = path, tuple(known)

    def __str__(self) -> str:
        return f"no letter is set as {self.path!r:.80}; {self.remedy}: {', '.join(self.known)}"


class FilePlaceError(SlaRulesError, OSError):
    """A file that cannot be read or written where it was asked for."""

    remedy = "give another path"

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, problem)
        self.path, self.problem = path, problem

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}; {self.remedy}"


class TotalsError(SlaRulesError, AssertionError):
    """Totals of a report that do not add up: a defect of the package, never of the log."""

    remedy = "report it with the log's totals"

    def __init__(self, what: str, whole: int, parts: int) -> None:
        super().__init__(what, whole, parts)
        self.what, self.whole, self.parts = what, whole, parts

    def __str__(self) -> str:
        return f"{self.what}: {self.whole} in all, but the parts make {self.parts}; {self.remedy}"
