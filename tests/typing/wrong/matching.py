"""Decisions over closed sets that forget a member, or ask for what is in none."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from slarules import (
    Answer,
    CannotTell,
    Category,
    Classified,
    Deadline,
    DefinitionGap,
    Facts,
    Form,
    NaiveDatetimeError,
    NotApplicable,
    NotStated,
    Outcome,
    ServiceEvent,
    SlaRulesError,
    classify,
)
from slarules.deadlines import Due  # refused: name
from slarules.events import (
    AccountsIssued,
    HelpDeskDown,
    HelpDeskRestored,
    RestorationAnnounced,
    SupportPaid,
    SupportSigned,
)


def queue(category: Category) -> str:
    """Choose a queue, and forget the wishes."""
    match category:
        case Category.A | Category.D:
            return "advice"
        case Category.B | Category.C:
            return "errors"
        case _ as unreachable:
            assert_never(unreachable)  # refused: argument


def colour(outcome: Outcome) -> str:
    """Choose a colour, and forget what cannot be told."""
    match outcome:
        case Outcome.MET | Outcome.NOT_APPLICABLE | Outcome.NOT_STATED:
            return "green"
        case Outcome.PENDING | Outcome.NOT_STARTED | Outcome.UNTIL_EVENT:
            return "yellow"
        case Outcome.MISSED:
            return "red"
        case _ as unreachable:
            assert_never(unreachable)  # refused: argument


def length(form: Form) -> int:
    """Return how many lines to leave, and forget the data."""
    if form is Form.SHORT:
        return 1
    if form is Form.STEPS:
        return 20
    assert_never(form)  # refused: argument


def moment(answer: Answer) -> datetime | None:
    """Return the moment of an answer, and forget what lasts until an event."""
    match answer:
        case Deadline():
            return answer.due
        case NotStated() | NotApplicable():
            return None
        case _ as unreachable:
            assert_never(unreachable)  # refused: argument


def first_rule(answer: Answer) -> str:
    """Return the rule of an answer, though a deadline has several."""
    return answer.rule  # refused: not in all


def category_of(facts: Facts) -> Category | None:
    """Return the category, and forget the gap of the definitions."""
    match classify(facts):
        case Classified(category=category):
            return category
        case CannotTell():
            return None
        case _ as unreachable:
            assert_never(unreachable)  # refused: argument


def shown(event: ServiceEvent) -> str:
    """Word what happened to the service, and forget that support was renewed."""
    match event:
        case HelpDeskDown() | HelpDeskRestored() | RestorationAnnounced():
            return "helpdesk"
        case AccountsIssued(count=count):
            return f"{count} accounts"
        case SupportSigned() | SupportPaid():
            return "support"
        case _ as unreachable:
            assert_never(unreachable)  # refused: argument


def due(answer: Deadline) -> datetime | None:
    """Take a deadline apart by place, which it does not allow."""
    match answer:
        case Deadline(at):  # refused: pattern
            return at
    return None


def gap(answer: DefinitionGap) -> str:
    """Return the words of a gap, in no language."""
    return answer.why  # refused: returned


def refused(moment: datetime) -> str:
    """Refuse a moment, without saying what it was."""
    try:
        raise NaiveDatetimeError(moment)  # refused: call
    except SlaRulesError as refusal:
        print(refusal.advice)  # refused: name
        return refusal.remedy
