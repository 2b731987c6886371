"""
How a recorded category or level changes, and whose agreement that takes (4.9, 4.12).

``TRANSITIONS`` has every move from one standing to another exactly once. A move made without the
agreement it needs has no effect: the recorded standing governs the clocks (answer
category-governs). The agreement has to stand in HelpDesk (3.2), and silence is none (answers
consent-form and consent-by-silence). A priority also changes only by agreement (4.12), but it is
a field apart (answer priority-meaning): no period hangs on it, and it has no standing here.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, assert_never

from slarules.errors import LevelOutsideCError, NoChangeError
from slarules.readings import LevelFourConsent
from slarules.record import Record
from slarules.terms import Category, ClauseId, RuleId, Severity, Word

if TYPE_CHECKING:
    from collections.abc import Iterable


class Standing(Word):
    """What HelpDesk holds an incident to be: a category and, in C, a level."""

    UNCLASSIFIED = "unclassified"
    A = "A"
    B = "B"
    C = "C"
    """In C, with no level recorded."""
    C1 = "C1"
    C2 = "C2"
    C3 = "C3"
    C4 = "C4"
    D = "D"
    E = "E"

    category: Category | None
    """The category recorded, if one is."""
    severity: Severity | None
    """The level recorded, if one is."""

    def __init__(self, word: str) -> None:
        letter, level = word[0], word[1:]
        self.category = Category(letter) if letter.isupper() else None
        self.severity = Severity(int(level)) if level.isdigit() else None


class Consent(Word):
    """Whose agreement a move needs before it has effect."""

    BOTH_PARTIES = "both-parties"
    """Executor and Customer agree; neither may make the move alone (4.12)."""
    CUSTOMER = "customer"
    """The Executor is bound to make the move (4.9); the Customer has to agree (4.12)."""
    CUSTOMER_TO_LEVEL_FOUR = "customer-to-level-four"
    """The Customer's agreement to level 4 is enough; the move itself then needs none."""
    NOBODY = "nobody"
    """The move needs no agreement."""


class Transition(Record):
    """
    One row: moves from any of ``starts`` to any other of ``ends``.

    The three consents are those under each option of the reading level-four-consent.
    """

    rule: RuleId
    starts: tuple[Standing, ...]
    ends: tuple[Standing, ...]
    consent_required: Consent
    level_agreed_then_alone: Consent
    executor_alone: Consent
    clauses: tuple[ClauseId, ...]
    """The clause that decides, first."""

    @property
    def moves(self) -> tuple[tuple[Standing, Standing], ...]:
        """The moves of the row; to stay is none."""
        return tuple((a, b) for a, b in product(self.starts, self.ends) if a is not b)

    @property
    def hinges_on_reading(self) -> bool:
        """Whether the options of level-four-consent part company here."""
        return not self.consent_required == self.level_agreed_then_alone == self.executor_alone

    def consent(self, level_four_consent: LevelFourConsent, /) -> Consent:
        """Return whose agreement the moves of this row need under a reading."""
        match level_four_consent:
            case LevelFourConsent.CONSENT_REQUIRED:
                return self.consent_required
            case LevelFourConsent.LEVEL_AGREED_THEN_ALONE:
                return self.level_agreed_then_alone
            case LevelFourConsent.EXECUTOR_ALONE:
                return self.executor_alone
            case _ as unreachable:
                assert_never(unreachable)


def _row(
    rule: str,
    starts: Iterable[Standing],
    ends: Iterable[Standing],
    consents: tuple[Consent, Consent, Consent],
    by: str,
) -> Transition:
    required, level_agreed, alone = consents
    return Transition(
        rule=RuleId(rule),
        starts=tuple(starts),
        ends=tuple(ends),
        consent_required=required,
        level_agreed_then_alone=level_agreed,
        executor_alone=alone,
        clauses=tuple(map(ClauseId, by.split())),
    )


_NEW, _A, _B, _C, _C1, _C2, _C3, _C4, _D, _E = Standing
_LEVELS: Final = (_C1, _C2, _C3, _C4)
_CLASSIFIED: Final = (_A, _B, _C, *_LEVELS, _D, _E)
# "By agreement with the Customer" takes two (answer customer-changes-alone).
_BOTH: Final = (Consent.BOTH_PARTIES, Consent.BOTH_PARTIES, Consent.BOTH_PARTIES)
_FREE: Final = (Consent.NOBODY, Consent.NOBODY, Consent.NOBODY)
_BY_READING: Final = (Consent.CUSTOMER, Consent.CUSTOMER_TO_LEVEL_FOUR, Consent.NOBODY)

# fmt: off
TRANSITIONS: Final = (
    #     rule        from                  to                 consent
    # 4.9 says who moves level 4 and where, 4.12 on what condition: reading level-four-consent.
    _row("R-4.9-5",  (_C4,),               (_A,),             _BY_READING, by="4.9 4.12"),
    _row("R-4.9-6",  (_C4,),               (_D,),             _BY_READING, by="4.9 4.12"),
    # 4.9 names A and D alone (answer level-four-to-others).
    _row("R-4.12-1", (_C4,),               (_B, _E),          _BOTH, by="4.12 4.9"),
    # A workaround found for a C2 is a proposal to make it C3 (answer workaround-severity).
    _row("R-4.12-2", (_C2,),               (_C3,),            _BOTH, by="4.12 4.7 4.8"),
    _row("R-4.12-3", (_C2,),               (_C1, _C4),        _BOTH, by="4.12 4.5"),
    _row("R-4.12-4", (_C1, _C3, _C4),      _LEVELS,           _BOTH, by="4.12 4.5"),
    _row("R-4.12-5", (_C, _C1, _C2, _C3),  (_A, _B, _D, _E),  _BOTH, by="4.12 3.6"),
    _row("R-4.12-6", (_A, _B, _D, _E),     _CLASSIFIED,       _BOTH, by="4.12 3.6"),
    # To fill in what was left open is no change, and 4.12 asks consent to a change; to take it
    # away is one (answer first-classification; docs/decisions/0010-what-events-do.md).
    _row("R-4.12-7", (_NEW,),              _CLASSIFIED,       _FREE, by="4.12 3.6"),
    _row("R-4.12-8", (_C,),                _LEVELS,           _FREE, by="4.12 4.5"),
    _row("R-4.12-9", _LEVELS,              (_C,),             _BOTH, by="4.12 4.5"),
    _row("R-4.12-10", _CLASSIFIED,         (_NEW,),           _BOTH, by="4.12 3.6"),
)
# fmt: on
"""Every move from a standing to another, exactly once."""

_RECORDED: Final = {(one.category, one.severity): one for one in Standing}
_BY_MOVE: Final = {move: row for row in TRANSITIONS for move in row.moves}


def standing(category: Category | None, severity: Severity | None = None, /) -> Standing:
    """
    Return the standing of a recorded category and level.

    Raises:
        LevelOutsideCError: A level is given and the category is not C (4.5).
    """
    found = _RECORDED.get((category, severity))
    if found is None:
        assert severity is not None
        raise LevelOutsideCError(severity.value, None if category is None else category.value)
    return found


def transition(start: Standing, end: Standing, /) -> Transition:
    """
    Return the row of a move.

    Raises:
        NoChangeError: Start and end are the same.
    Source: clauses 4.9, 4.12.
    """
    row = _BY_MOVE.get((start, end))
    if row is None:
        raise NoChangeError(start.value)
    return row
