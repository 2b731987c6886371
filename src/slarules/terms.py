"""
The words the contract defines, one name each: categories, severities, kinds, languages.

Every closed set is an enumeration whose value is the permanent id; printed words are rows of
``words.py``. Units are types: business time and clock time are never the same number.
"""

from __future__ import annotations

from enum import Enum
from typing import NewType, Self

from slarules.errors import UnknownWordError
from slarules.record import Record

ClauseId = NewType("ClauseId", str)
"""A paragraph of the contract: section, dot, ordinal ("4.3")."""

RuleId = NewType("RuleId", str)
"""A row of a rule table: "R-", clause, ordinal ("R-4.3-1"). Permanent."""

BusinessSeconds = NewType("BusinessSeconds", int)
"""Seconds inside service hours only (1.1)."""

ClockSeconds = NewType("ClockSeconds", int)
"""Seconds on the clock; nights and days off count too."""


class Word(Enum):
    """A closed set of words; a member's value is its permanent id."""

    # Members are singletons, so identity is a right hash, and four times faster than Enum's own.
    __hash__ = object.__hash__

    @classmethod
    def of(cls, word: str) -> Self:
        """Return the member with this id, or refuse it naming the known ones."""
        try:
            return cls(word)
        except ValueError:
            known = [str(member.value) for member in cls]
            raise UnknownWordError(cls.what(), word, known) from None

    @classmethod
    def what(cls) -> str:
        """Return what the set is called in a message ("outcome word" for OutcomeWord)."""
        name = cls.__name__
        return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


class Language(Word):
    """A language the library answers in."""

    RU = "ru"
    EN = "en"


class Text(Record, kw_only=False):
    """A row of printed words: Russian first, English beside it."""

    ru: str
    en: str

    def of(self, language: Language) -> str:
        """Return the words in that language."""
        return self.ru if language is Language.RU else self.en


class Category(Word):
    """What kind of matter an incident is (3.6)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class Severity(Word):
    """How serious an incident of category C is (4.5)."""

    CRITICAL = 1
    SERIOUS = 2
    MINOR = 3
    NOT_AN_ERROR = 4


class ClauseKind(Word):
    """What a paragraph does."""

    RULE = "rule"
    DEFINITION = "definition"
    DUTY = "duty"
    STATEMENT = "statement"


class Nature(Word):
    """What the moment of an obligation means."""

    DUTY_BY = "duty-by"
    """Owed by the moment; later is a breach (4.3)."""
    DUTY_FROM = "duty-from"
    """Owed from the moment; no period to begin is stated, so it is never missed (4.4)."""
    EFFECT_AT = "effect-at"
    """Happens by itself at the moment (4.11)."""
    CLOCK = "clock"
    """Runs from the moment; no length is stated (3.4, 4.10)."""


class Outcome(Word):
    """What became of an obligation."""

    MET = "met"
    MISSED = "missed"
    PENDING = "pending"
    NOT_STARTED = "not-started"
    UNTIL_EVENT = "until-event"
    NOT_STATED = "not-stated"
    NOT_APPLICABLE = "not-applicable"
    CANNOT_TELL = "cannot-tell"


class Obligation(Word):
    """What the contract may owe about one incident."""

    SUPPORT = "support"
    """That the incident is served at all (2.3)."""
    REACTION = "reaction"
    """The Executor's first record in the incident (3.3, 4.3)."""
    RESOLUTION = "resolution"
    """An end of the problem (4.1, 4.2, 4.4, 4.10)."""
    RESOLUTION_CLOCK = "resolution-clock"
    """The time that runs from reproduction (3.4, 4.10)."""
    REPLACEMENT_SEARCH = "replacement-search"
    """The search for other software in the place of the faulty one (4.4)."""
    AUTOMATIC_CLOSING = "automatic-closing"
    """The closing after the Customer's silence (4.11)."""
    RECOMMENDATION = "recommendation"
    """Advice in matters of A and D (4.1)."""
    RECORDING = "recording"
    """The entry of a wish of category E (4.2)."""
    REDEFINITION = "redefinition"
    """The move of an incident of level 4 to A or D (4.9)."""
