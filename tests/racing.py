"""
First use, raced: threads that all ask a package nobody has asked before.

    python -m tests.racing TIMES

A race begins with the package unloaded: no public name, record class, calendar table or cache is
there yet. Eight threads pass one barrier; each asks every question, each beginning with another
one, so that everything made at first use is made by several at once. Prints the races that went
otherwise than one thread alone, as JSON.
"""

from __future__ import annotations

import json
import pickle
import sys
from datetime import UTC, date, datetime, time, timedelta
from threading import Barrier, Thread
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from slarules import Agreement

THREADS: Final = 8
WED_2026_12_30 = datetime(2026, 12, 30, 9, tzinfo=UTC)
MON_2027_01_18 = datetime(2027, 1, 18, 9, tzinfo=UTC)
SWITCH_SECONDS: Final = 1e-5
"""How long a thread runs before another may: short, so that they meet inside a first use."""


MADE: Final[list[Agreement]] = []
"""What every call for the standard agreement gave, of all threads, in this race."""


def standard() -> Agreement:
    """Return the standard agreement, and keep it for all to see."""
    from slarules import standard_support

    MADE.append(support := standard_support())
    return support


def due() -> object:
    return standard().reaction_due(WED_2026_12_30).isoformat()


def explained() -> object:
    from slarules import Category, Form, Language, explain

    support = standard()
    answer = support.reaction_deadline(WED_2026_12_30, Category.C)
    return explain(answer, language=Language.RU, form=Form.STEPS, calendar=support.calendar)


def other_dues() -> object:
    from slarules import Category

    support = standard()
    search = support.replacement_search_deadline(WED_2026_12_30, Category.B)
    return [repr(search), repr(support.automatic_closing_deadline(WED_2026_12_30))]


def judged() -> object:
    from slarules import (
        Category,
        Commented,
        HelpDeskDown,
        HelpDeskRestored,
        Incident,
        InformationRequested,
        Registered,
        ServiceRecord,
        Severity,
        dumps,
        loads,
    )

    registered = Registered(
        at=WED_2026_12_30, number="7", category=Category.C, severity=Severity.MINOR
    )
    question = InformationRequested(at=WED_2026_12_30 + timedelta(hours=5))
    incident = Incident.of([registered, question, Commented(at=MON_2027_01_18)])
    service = ServiceRecord.of(
        [
            HelpDeskDown(at=WED_2026_12_30 - timedelta(hours=4)),
            HelpDeskRestored(at=WED_2026_12_30 - timedelta(hours=3)),
        ]
    )
    support = standard()
    answer = support.assess(loads(dumps(incident), Incident), MON_2027_01_18, service=service)
    return [dumps(answer), repr(support.sensitivity(incident, MON_2027_01_18).effects)]


def counted() -> object:
    calendar = standard().calendar
    return [
        calendar.business_seconds_between(WED_2026_12_30, MON_2027_01_18),
        calendar.add_business_time(WED_2026_12_30, timedelta(hours=30)).isoformat(),
        calendar.next_opening(WED_2026_12_30 - timedelta(hours=9)).isoformat(),
        calendar.next_closing(MON_2027_01_18).isoformat(),
        calendar.is_open(MON_2027_01_18),
        repr(calendar.day(date(2026, 12, 31))),
    ]


def agreed_otherwise() -> object:
    from slarules import CutoffInstant, ShortDays

    other = standard().with_readings(
        cutoff_instant=CutoffInstant.SAME_DAY, short_days=ShortDays.ONE_HOUR_SHORTER
    )
    earlier = other.with_parameters(cutoff=time(11))
    return [repr(other), other.reaction_due(WED_2026_12_30).isoformat(), repr(earlier.parameters)]


def carried() -> object:
    from slarules import Readings

    support = standard()
    copy = pickle.loads(pickle.dumps(support))  # noqa: S301 - our own bytes
    return [copy == support, hash(copy) == hash(support), copy.readings == Readings()]


def by_column() -> object:
    from slarules import batch

    columns = batch.of(standard())
    registered = [int(WED_2026_12_30.timestamp()), int(MON_2027_01_18.timestamp())]
    due = columns.reaction_due(registered, zone=UTC, unit="s")
    asked = columns.assess(
        registered=registered, as_of=registered[1], zone=UTC, unit="s", category=["C", "B"]
    )
    return [str(due.values), asked.answered, repr(asked.refused)]


def listed() -> object:
    import slarules

    return sorted(name for name in dir(slarules) if getattr(slarules, name) is not None)


QUESTIONS: Final[tuple[Callable[[], object], ...]] = (
    due, explained, other_dues, judged, counted, agreed_otherwise, carried, by_column, listed,
)  # fmt: skip


def unload() -> None:
    """Forget the package, and with it all it made."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "slarules"]:
        del sys.modules[name]


def asked(first: int) -> dict[str, object]:
    """Return the answers to all questions, asked from that one on."""
    order = (*QUESTIONS[first:], *QUESTIONS[:first])
    answers: dict[str, object] = {}
    for question in order:
        try:
            answers[question.__name__] = question()
        except Exception as failure:  # noqa: BLE001 - a race may end in anything
            answers[question.__name__] = f"{type(failure).__name__}: {failure}"
    return answers


def race(alone: dict[str, object]) -> list[str]:
    """Return what any thread was told otherwise than one that asked alone."""
    barrier = Barrier(THREADS)
    answers: list[dict[str, object]] = [{} for _ in range(THREADS)]

    def run(place: int) -> None:
        barrier.wait()
        answers[place] = asked(place)

    unload()
    MADE.clear()
    threads = [Thread(target=run, args=(place,)) for place in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wrong = [
        f"thread {place}, {name}: {told.get(name)!r:.300}"
        for place, told in enumerate(answers)
        for name in alone
        if told.get(name) != alone[name]
    ]
    if (several := len({id(support) for support in MADE})) > 1:
        wrong.append(f"the same arguments gave {several} agreements")
    return wrong


def main() -> None:
    """Race as often as is asked, and print what went wrong."""
    unload()
    alone = asked(0)
    sys.setswitchinterval(SWITCH_SECONDS)
    wrong = [race(alone) for _ in range(int(sys.argv[1]))]
    sys.stdout.write(json.dumps({"alone": alone, "wrong": [each for each in wrong if each]}))


if __name__ == "__main__":
    main()
