"""3.6–4.12: every cell of every table that decides, held to the paragraphs told with no table."""

from __future__ import annotations

from itertools import permutations, product
from typing import TYPE_CHECKING, Any, Final

from slarules.agreement import standard_support
from slarules.classify import (
    DIRECT_ERRORS,
    LEVELS,
    MATTERS,
    RECORDED_IN_C,
    Ask,
    Gap,
    LevelRow,
)
from slarules.deadlines import OWED, Deadline, owed
from slarules.lifecycle import TRANSITIONS, Standing, transition
from slarules.readings import DecreeDays, LevelFourConsent, Readings, SeverityGap, ShortDays
from slarules.terms import Category, Obligation, Severity
from tests.exhaustion.found import Found
from tests.oracles import definitions as said
from tests.oracles.official import official_days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slarules.classify import Row

Known = dict[str, tuple[str, ...]]

DEFINITIONS: Final[dict[str, tuple[tuple[Row | LevelRow, ...], Known, Callable[..., str]]]] = {
    "MATTERS": (MATTERS, {"matter": said.MATTER, "domain": said.DOMAIN}, said.matter),
    "DIRECT_ERRORS": (
        DIRECT_ERRORS,
        {"documents": said.DOCUMENTS, "base_module": said.BASE_MODULE, "data": said.DATA},
        said.direct_error,
    ),
    "RECORDED_IN_C": (
        RECORDED_IN_C,
        {"category": said.CATEGORY, "recorded": said.RECORDED},
        said.recorded_in_c,
    ),
    "LEVELS": (
        LEVELS,
        {"effect": said.EFFECT, "users": said.USERS, "workaround": said.WORKAROUND},
        said.level,
    ),
}


def ask_of_every_cell() -> Found:
    """Ask of every cell of the tables of definitions, of what is owed, of moves, of days."""
    found = Found()
    definitions(found)
    obligations(found)
    moves(found)
    calendar_rows(found)
    return found


def definitions(found: Found) -> None:
    """3.6–3.11, 4.5–4.9: every combination of facts, the unknown ones too."""
    for name, (rows, known, decide) in DEFINITIONS.items():
        cells: dict[tuple[str, ...], list[Row | LevelRow]] = {}
        for row in rows:
            for given in product(*row.when):
                cells.setdefault(tuple(str(fact.value) for fact in given), []).append(row)
        # A category is never unknown: it is what the table before has found.
        options = [
            values if fact == "category" else (*values, said.UNKNOWN)
            for fact, values in known.items()
        ]
        found.hold(f"{name}, combinations", name, set(cells), set(product(*options)))
        for facts in product(*options):
            (row,) = cells[facts]
            for option, then in thens(row):
                expected = said.told(decide, known, facts, *option)
                found.hold(f"{name}, cells", (*facts, *option), in_words(then), expected)


def thens(row: Row | LevelRow) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield what a row gives, under each option of severity-gap where that is a part of it."""
    if isinstance(row, LevelRow):
        for option in SeverityGap:
            yield (option.value,), row.under(option)
    else:
        yield (), row.then


def in_words(then: Any) -> str:
    """Return what a row gives in the words of the oracle."""
    match then:
        case None:
            return said.NEXT
        case Gap():
            return said.GAP
        case Ask(facts=facts):
            return " ".join(["ask", *(fact.value for fact in facts)])
        case Severity() | Category():
            return str(then.value)
        case _:
            return repr(then)


def obligations(found: Found) -> None:
    """4.1–4.4, 4.10, 4.11: what is owed in each category, and what the agreement answers."""
    for obligation in dict.fromkeys(row.obligation for row in OWED):
        for category in Category:
            row = owed(obligation, category)
            got = (
                row.outcome.value,
                None if row.nature is None else row.nature.value,
                row.clauses[0],
            )
            expected = said.owed(obligation.value, category.value)
            found.hold("OWED, cells", (obligation.value, category.value), got, expected)
    support = standard_support()
    at = support.calendar.opening_on(sorted(official_days())[-400])
    asks: dict[Obligation, Callable[[Any, Category], object]] = {
        Obligation.REACTION: support.reaction_deadline,
        Obligation.REPLACEMENT_SEARCH: support.replacement_search_deadline,
    }
    for obligation, ask in asks.items():
        for category in Category:
            outcome, _, clause = said.owed(obligation.value, category.value)
            answer: Any = ask(at, category)
            computed = isinstance(answer, Deadline) == (outcome == "pending")
            found.hold(
                "deadlines by category",
                (obligation.value, category.value),
                (computed, answer.clauses[0]),
                (True, clause),
            )


def moves(found: Found) -> None:
    """4.9, 4.12: every move from a standing to another, under every option of its switch."""
    covered = [(a.value, b.value) for row in TRANSITIONS for a, b in row.moves]
    found.hold("TRANSITIONS, moves", "all", sorted(covered), sorted(permutations(said.STANDING, 2)))
    for start, end in permutations(said.STANDING, 2):
        row = transition(Standing(start), Standing(end))
        for option in LevelFourConsent:
            expected = said.consent(start, end, option.value)
            found.hold(
                "TRANSITIONS, cells",
                (start, end, option.value),
                row.consent(option).value,
                expected,
            )


def calendar_rows(found: Found) -> None:
    """1.1: every day of the list, under either option of decree-days and of short-days."""
    for decree, short in product(DecreeDays, ShortDays):
        chosen = Readings.of([f"decree-days={decree.value}", f"short-days={short.value}"])
        calendar = standard_support(readings=chosen).calendar
        for row in official_days().values():
            works = row.working and not (row.presidential and decree.value == "non-business-days")
            closes = 18 if row.shortened and short.value == "one-hour-shorter" else 19
            hours = [(each.opens.hour, each.closes.hour) for each in calendar.hours_on(row.day)]
            expected = [(10, closes)] if works else []
            found.hold("days of the calendar", (row.day, decree, short), hours, expected)
