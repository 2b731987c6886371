"""How an incident comes to be held to be something else (4.9, 4.12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slarules.history.states import C4, CUSTOMER, EXECUTOR, IN_HELPDESK, THIRD_PARTY
from slarules.lifecycle import Consent, Standing, standing, transition
from slarules.terms import Category, Severity

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.events import (
        Entry,
        LevelAgreed,
        ReclassificationAgreed,
        ReclassificationProposed,
        ReclassificationRefused,
        Reclassified,
    )
    from slarules.history.lived import History


_OTHER: Final = {EXECUTOR: CUSTOMER, CUSTOMER: EXECUTOR}


def proposed(h: History, _place: int, event: ReclassificationProposed) -> None:
    """Keep a proposal until the other party answers it (4.12)."""
    if h.is_classifiable() and event.by is not THIRD_PARTY:
        h.proposal = (event.by, standing(event.category, event.severity))


def agreed(h: History, place: int, event: ReclassificationAgreed) -> None:
    """Carry a proposal out that the other party agrees to (4.12)."""
    if not h.is_classifiable() or not _in_helpdesk(h, place, event):
        return
    if h.proposal is None or h.proposal[0] is event.by or event.by is THIRD_PARTY:
        h.find("F-4.12-2", place, event.at)
        return
    target = h.proposal[1]
    if target is C4:
        h.level_four_agreed = True
    _apply(h, target, event.at)


def refused(h: History, _place: int, event: ReclassificationRefused) -> None:
    """Drop the proposal (4.12)."""
    # By the proposer, too: nobody can agree to what its own party no longer wants.
    if h.is_classifiable() and event.by is not THIRD_PARTY:
        h.proposal = None


def reclassified(h: History, place: int, event: Reclassified) -> None:
    """Change what the incident is held to be, where nobody else need agree (4.9, 4.12)."""
    if not h.is_classifiable():
        return
    target = standing(event.category, event.severity)
    if target is h.standing:
        return
    if h.proposal == (_OTHER.get(event.by), target):
        h.level_four_agreed |= target is C4
        _apply(h, target, event.at)
        return
    row = transition(h.standing, target)
    consent = row.consent(h.readings.level_four_consent)
    if row.hinges_on_reading:
        h.met("level-four-consent")
    match consent:
        case Consent.NOBODY:
            alone = not row.hinges_on_reading or event.by is EXECUTOR
        case Consent.CUSTOMER_TO_LEVEL_FOUR:
            alone = h.level_four_agreed and event.by is EXECUTOR
        case _:
            alone = False
    if alone:
        _apply(h, target, event.at)
        return
    h.find("F-4.12-1", place, event.at)
    if event.by is not THIRD_PARTY:
        h.proposal = (event.by, target)


def level_agreed(h: History, place: int, event: LevelAgreed) -> None:
    """Set the level the Customer agrees to (4.9, 4.12)."""
    if not h.is_classifiable() or not _in_helpdesk(h, place, event):
        return
    if event.by is not CUSTOMER or h.standing.category is not Category.C:
        h.find("F-4.12-2", place, event.at)
        return
    if event.severity is Severity.NOT_AN_ERROR:
        h.level_four_agreed = True
    _apply(h, standing(Category.C, event.severity), event.at)


def _in_helpdesk(h: History, place: int, event: Entry) -> bool:
    if event.channel in IN_HELPDESK or h.is_down(event.said_at or event.at):
        return True
    h.find("F-3.2-1", place, event.at)
    return False


def _apply(h: History, target: Standing, at: datetime) -> None:
    if h.proposal is not None and h.proposal[1] is target:
        h.proposal = None  # carried out; another one stays open
    if target is h.standing:
        return
    if h.standing is C4 and target in {Standing.A, Standing.D}:
        h.redefined_at = at
    h.standing = target
    h.standings.append((at, target))
