"""Everything there is to ask of 1999–2027: minutes, turns, days, cells, pairs of readings."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from proof.part import CORE, Outcome, Part, Table, Text, Tried
from tests.exhaustion import cells, days, minutes, pairs
from tests.exhaustion.found import Found
from tests.oracles.official import FIRST, LAST

if TYPE_CHECKING:
    from collections.abc import Callable

PROCESSES: Final = 2
YEARS_AT_ONCE: Final = 4

MINUTE: Final = Text("каждая минута 1999–2027 годов", "every minute of 1999–2027")
IN_UTC: Final = Text(
    "каждая минута 1999–2027 годов, время задано в UTC",
    "every minute of 1999–2027, told in UTC",
)
TURN: Final = Text(
    "полночь, открытие, отсечка, закрытие, микросекунда до и после",
    "midnights, openings, cut-offs, closings, a microsecond before and after",
)

# fmt: off
TRIED: Final[dict[str, tuple[str, Text]]] = {
    # what was counted                            call                     asked of
    "is_open, minutes":                         ("is_open",               MINUTE),
    "next_opening, minutes":                    ("next_opening",          MINUTE),
    "reaction_due, minutes":                    ("reaction_due",          MINUTE),
    "is_open, minutes in UTC":                  ("is_open",               IN_UTC),
    "next_opening, minutes in UTC":             ("next_opening",          IN_UTC),
    "reaction_due, minutes in UTC":             ("reaction_due",          IN_UTC),
    "is_open, turns":                           ("is_open",               TURN),
    "next_opening, turns":                      ("next_opening",          TURN),
    "reaction_due, turns":                      ("reaction_due",          TURN),
    "reaction_due, turns in UTC":               ("reaction_due",          Text(
        "те же мгновения в UTC", "the same instants in UTC")),
    "reaction_due, turns, cut-off 9:00":        ("reaction_due",          Text(
        "те же мгновения, отсечка в 9:00 — раньше открытия",
        "the same instants, the cut-off at 9:00, before the opening")),
    "reaction_due, turns, other readings":      ("reaction_due",          Text(
        "те же мгновения при каждом варианте прочих толкований: ничего не сдвигается",
        "the same instants under every option of the other readings: nothing moves")),
    "replacement_search_deadline, turns":       ("replacement_search_deadline", Text(
        "каждый день: полночь, закрытие, микросекунда до них",
        "every day: midnight, closing, a microsecond before them")),
    "automatic_closing_deadline, turns":        ("automatic_closing_deadline", Text(
        "каждый день: полночь, закрытие, микросекунда до них",
        "every day: midnight, closing, a microsecond before them")),
    "is_business_day":                          ("is_business_day",       Text(
        "каждый день 1999–2027 годов", "every day of 1999–2027")),
    "add_business_days, ahead":                 ("add_business_days",     Text(
        "каждый день + 1 … + 300 рабочих дней", "every day + 1 … + 300 business days")),
    "add_business_days, back":                  ("add_business_days",     Text(
        "каждый день − 1 … − 300 рабочих дней", "every day − 1 … − 300 business days")),
    "business_days_between, ahead":             ("business_days_between", Text(
        "от каждого дня до этих дней", "from every day to those days")),
    "business_days_between, back":              ("business_days_between", Text(
        "от каждого дня до этих дней назад", "from every day to those days, backwards")),
    "days of the calendar":                     ("hours_on",              Text(
        "каждый день при каждом сочетании decree-days и short-days",
        "every day under every combination of decree-days and short-days")),
    "MATTERS, cells":                           ("MATTERS",               Text(
        "каждая клетка таблицы", "every cell of the table")),
    "DIRECT_ERRORS, cells":                     ("DIRECT_ERRORS",         Text(
        "каждая клетка таблицы", "every cell of the table")),
    "RECORDED_IN_C, cells":                     ("RECORDED_IN_C",         Text(
        "каждая клетка таблицы", "every cell of the table")),
    "LEVELS, cells":                            ("LEVELS",                Text(
        "каждая клетка таблицы при каждом варианте severity-gap",
        "every cell of the table under every option of severity-gap")),
    "OWED, cells":                              ("OWED",                  Text(
        "каждая клетка таблицы", "every cell of the table")),
    "deadlines by category":                    ("reaction_deadline, replacement_search_deadline",
        Text("каждая категория", "every category")),
    "TRANSITIONS, cells":                       ("TRANSITIONS",           Text(
        "каждый переход при каждом варианте level-four-consent",
        "every move under every option of level-four-consent")),
    "readings and pairs on examples":           ("assess",                Text(
        "каждый разобранный пример при каждом толковании и каждой паре толкований",
        "every worked example under every reading and every pair of readings")),
}
# fmt: on
"""What is counted, by the call or the table it is asked of."""


def run() -> Outcome:
    """Ask everything, two processes at a time."""
    years = range(FIRST.year, LAST.year + 1, YEARS_AT_ONCE)
    tasks: list[Callable[[], Found]] = [
        partial(
            minutes.ask_days,
            date(year, 1, 1),
            min(date(year + YEARS_AT_ONCE - 1, 12, 31), LAST),
        )
        for year in years
    ]
    tasks += [days.ask_of_every_day, cells.ask_of_every_cell]
    tasks += [partial(pairs.ask_of, name) for name in pairs.EXAMPLES]
    whole = Found()
    with ProcessPoolExecutor(PROCESSES) as pool:
        for done in [pool.submit(task) for task in tasks]:
            whole.join(done.result())
    return outcome(whole)


def outcome(found: Found) -> Outcome:
    """Return what was found, in the order of the table above; what it leaves out is a mistake."""
    counted = {name: times for name, times in found.asked.items() if name in TRIED}
    structural = set(found.asked) - set(TRIED)
    missing = set(TRIED) - set(found.asked)
    expected_minutes = minutes_between()
    failed = list(found.differing)
    failed += [f"nothing was asked of {name}" for name in sorted(missing)]
    if found.asked["is_open, minutes in UTC"] != expected_minutes:
        failed.append(f"not every minute was asked: {found.asked['is_open, minutes in UTC']}")
    return Outcome(
        tried=(
            Tried(Text("вопросов всего", "questions in all"), found.asked.total()),
            Tried(Text("минут 1999–2027 годов", "minutes of 1999–2027"), expected_minutes),
            Tried(
                Text(
                    "сочетаний толкований пунктов 1.1 и 4.3, каждое — на каждой минуте",
                    "combinations of readings of 1.1 and 4.3, each of them on every minute",
                ),
                len(minutes.REACTION) * len(minutes.CALENDARS),
            ),
            Tried(
                Text(
                    "проверок, что в таблице есть каждое сочетание, и по одному разу",
                    "checks that a table has every combination, and each once",
                ),
                len(structural),
            ),
        ),
        tables=(
            Table(
                Text("Что спрашивали", "What was asked"),
                (
                    Text("Вызов или таблица", "Call or table"),
                    Text("О чём", "Of what"),
                    Text("Раз", "Times"),
                ),
                tuple((*TRIED[name], counted[name]) for name in TRIED if name in counted),
            ),
        ),
        failed=tuple(failed),
    )


def minutes_between() -> int:
    """Return how many minutes the years have in Moscow, whose clock stood an hour on at the end."""
    # 1 January 1999 began at UTC+3, and so did 1 January 2028: what was put on was put back.
    return ((LAST - FIRST).days + 1) * 24 * 60


PART: Final = Part(
    name="exhaustion",
    title=Text("Перебор", "Exhaustion"),
    method=Text(
        "Каждая минута двадцати девяти лет, каждое мгновение, в которое что-то меняется, каждый "
        "день, каждая клетка каждой таблицы и каждая пара толкований — через те же вызовы, что и "
        "у пользователя. Ожидаемое даёт независимый обход минут назад от конца 2027 года по "
        "официальному календарю, а для таблиц и примеров — пункты, пересказанные без таблиц.",
        "Every minute of twenty-nine years, every instant at which something turns, every day, "
        "every cell of every table and every pair of readings, by the calls a user makes. What "
        "is expected comes from an independent walk over the minutes, back from the end of 2027 "
        "over the official calendar; for tables and examples, from the paragraphs told with no "
        "table.",
    ),
    covers=(
        *CORE,
        "tests/exhaustion/*.py",
        "tests/oracles/**/*.py",
        "tests/test_assess_examples.py",
        "tests/test_assess_oracle.py",
        "tests/judging.py",
        "docs/examples/*",
        "shared:calendar/production-calendar.csv",
        "shared:contract/examples.csv",
    ),
    run=run,
)
