"""The bases of every refusal, and what is refused everywhere: naive moments, wrong types."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar


class SlaRulesError(Exception):
    """The base of every refusal; ``remedy`` says what to do."""

    remedy: ClassVar[str] = "see the documentation of the call"


class SlaRulesWarning(UserWarning):
    """The base of every warning of the package."""


class NaiveDatetimeError(SlaRulesError, ValueError):
    """A moment without a zone was given."""

    remedy = "say whose clock it is: moment.replace(tzinfo=ZoneInfo('Europe/Moscow'))"

    def __init__(self, moment: datetime, what: str) -> None:
        super().__init__(moment, what)
        self.moment, self.what = moment, what

    def __str__(self) -> str:
        return f"{self.what} {self.moment.isoformat()} has no time zone; {self.remedy}"


class WrongTypeError(SlaRulesError, TypeError):
    """A value of another kind was given where a day, a moment or a number is asked."""

    remedy = "give a value of the kind asked for"

    def __init__(self, what: str, wanted: str, given: object) -> None:
        super().__init__(what, wanted, given)
        self.what, self.wanted, self.given = what, wanted, given

    def __str__(self) -> str:
        return (
            f"{self.what} must be {self.wanted}, not {type(self.given).__name__} "
            f"{self.given!r:.80}; {self.remedy}"
        )


def refuse_naive(moment: Any, what: str) -> datetime:
    """Return the moment if it is aware; refuse anything else with its remedy."""
    if not isinstance(moment, datetime):
        raise WrongTypeError(what, "an aware datetime", moment)
    if moment.utcoffset() is None:
        raise NaiveDatetimeError(moment, what)
    return moment
