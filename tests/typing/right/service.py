"""A service that asks for due moments and words them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import assert_never, assert_type

from slarules import (
    Agreement,
    BusinessCalendar,
    CannotTell,
    Category,
    Classified,
    CutoffInstant,
    Deadline,
    DefinitionGap,
    Facts,
    Form,
    Language,
    NotApplicable,
    NotStated,
    Obligation,
    Outcome,
    SlaRulesError,
    classify,
    explain,
    standard_support,
)

support = standard_support()
registered = datetime(2026, 11, 23, 8, 59, tzinfo=UTC)

assert_type(support.reaction_due(registered), datetime)
assert_type(support.calendar, BusinessCalendar)
assert_type(support.calendar.is_business_day(date(2026, 11, 23)), bool)
assert_type(support.calendar.business_time_between(registered, registered), timedelta)
assert_type(support.replacement_search_deadline(registered), Deadline | NotApplicable)

other = support.with_readings(cutoff_instant=CutoffInstant.SAME_DAY).with_parameters(
    cutoff=time(13)
)
assert_type(other, Agreement)


def in_words(category: Category) -> str:
    """Word a reaction, whatever the answer is."""
    answer = support.reaction_deadline(registered, category)
    match answer:
        case Deadline():
            assert_type(answer.due, datetime)
            assert_type(answer.provisional, bool)
        case NotStated():
            assert_type(answer.obligation, Obligation)
        case _ as unreachable:
            assert_never(unreachable)
    return explain(answer, language=Language.EN, form=Form.STEPS)


def category_of(facts: Facts) -> Category | None:
    """Return the category the definitions give, if they give one."""
    match classify(facts):
        case Classified(category=category):
            return category
        case CannotTell() | DefinitionGap():
            return None
        case _ as unreachable:
            assert_never(unreachable)


def outcome(word: str) -> Outcome | None:
    """Read an outcome word of a report."""
    try:
        return Outcome.of(word)
    except SlaRulesError as refusal:
        assert_type(refusal.remedy, str)
        return None
