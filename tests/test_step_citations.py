"""Which rule each step of a computed moment obeys, case by case, typed from the paragraphs."""

from __future__ import annotations

from datetime import time
from typing import Final

import pytest

from slarules.parameters import STANDARD
from slarules.terms import Category, Obligation
from tests.judging import agreement, at, judge
from tests.typed import typed

MON_2026_08_24 = "2026-08-24 11:00"
MON_2026_11_23 = "2026-11-23"
SAT_2026_11_28 = "2026-11-28 09:00"

OFFICIAL, DAY = "R-3.2-1", "R-1.1-1"  # the moment HelpDesk has; the desk's clock and days
OPENING = "registered-on-day-off=as-if-next-opening"
# fmt: off
REACTIONS: Final = [
    # registered               readings and cut-off     rules of the steps
    (f"{MON_2026_11_23} 11:59", (), 12,        f"{OFFICIAL} {DAY} R-4.3-4 R-4.3-5 R-1.1-2"),
    (f"{MON_2026_11_23} 12:00", (), 12,        f"{OFFICIAL} {DAY} R-4.3-4 R-4.3-6 R-1.1-2"),
    (f"{MON_2026_11_23} 03:00", ("before-opening=as-at-opening",), 9,
                                               f"{OFFICIAL} {DAY} R-4.3-4 R-4.3-6 R-1.1-2"),
    (SAT_2026_11_28, (), 12,                   f"{OFFICIAL} {DAY} R-4.3-7 R-1.1-2"),
    (SAT_2026_11_28, (OPENING,), 12,           f"{OFFICIAL} {DAY} R-4.3-7 R-4.3-4 R-4.3-5 R-1.1-2"),
    (SAT_2026_11_28, (OPENING,), 9,            f"{OFFICIAL} {DAY} R-4.3-7 R-4.3-4 R-4.3-6 R-1.1-2"),
]
CLOSINGS: Final = [
    # asked                    readings     rules of the steps
    (f"{MON_2026_11_23} 11:00", (),         f"R-4.11-2 {DAY} R-4.11-4 R-4.11-5"),
    (f"{MON_2026_11_23} 20:00", (),         f"R-4.11-2 {DAY} R-4.11-4 R-4.11-5"),
    (f"{MON_2026_11_23} 20:00", ("silence-out-of-hours=as-at-next-opening",),
                                            f"R-4.11-2 {DAY} R-4.11-3 R-4.11-4 R-4.11-5"),
]
# fmt: on


def rests_on(deadline: object, owed: str, steps: str) -> None:
    """Hold the steps of a deadline, and what it rests on as a whole, to the rules typed."""
    decides = {rule: clauses.split()[0] for rule, clauses in typed("rule")}
    found = [(step.rule, step.clause) for step in deadline.steps]  # type: ignore[attr-defined]
    assert found == [(rule, decides[rule]) for rule in steps.split()]
    assert deadline.rules == (owed, *steps.split())  # type: ignore[attr-defined]
    assert " ".join(deadline.clauses) == dict(typed("owed"))[owed]  # type: ignore[attr-defined]


class TestReaction:
    """4.3: before 12:00 the same business day, else the next; 1.1 says when a day ends."""

    @pytest.mark.parametrize(("registered", "readings", "cutoff", "steps"), REACTIONS)
    def test_its_steps_obey_these_rules(
        self, registered: str, readings: tuple[str, ...], cutoff: int, steps: str
    ) -> None:
        support = agreement(readings, STANDARD.replace(cutoff=time(cutoff)))
        found = support.reaction_deadline(at(registered), Category.C)
        rests_on(found, "R-4.3-1", steps)


class TestReplacement:
    """4.4: sixty business days from registration."""

    def test_its_steps_obey_these_rules(self) -> None:
        found = agreement().replacement_search_deadline(at(MON_2026_08_24))
        rests_on(found, "R-4.4-1", f"{OFFICIAL} {DAY} R-4.4-4 R-4.4-5")


class TestClosing:
    """4.11: three business days of silence from the entry of the request."""

    @pytest.mark.parametrize(("asked", "readings", "steps"), CLOSINGS)
    def test_its_steps_obey_these_rules(
        self, asked: str, readings: tuple[str, ...], steps: str
    ) -> None:
        found = agreement(readings).automatic_closing_deadline(at(asked))
        rests_on(found, "R-4.11-1", steps)


AUG = (f"{MON_2026_08_24} registered category=B", "2026-09-15 10:00 impossibility-stated")
ENDED = ("2026-01-12 10:00 support-signed", "11:00 support-paid through=2026-08-31")
COUNTED = f"R-4.4-1 {OFFICIAL} {DAY} R-4.4-4 R-4.4-5"


class TestEarlierReplacement:
    """4.4: said on 15 September to be impossible in time, before day sixty ends."""

    @pytest.mark.parametrize(
        ("beside", "rules"),
        [
            (None, f"R-4.4-9 {COUNTED} R-4.4-11"),
            (ENDED, "R-4.4-9 R-4.4-11"),  # support is over: the count stands and has no end
        ],
    )
    def test_its_last_step_is_the_choice_of_the_earlier_moment(
        self, beside: tuple[str, ...] | None, rules: str
    ) -> None:
        judged = judge(AUG, "2026-11-24 10:00", beside=beside)
        found = judged[Obligation.REPLACEMENT_SEARCH]
        assert " ".join(found.rules) == rules
        assert (found.steps[-1].rule, found.steps[-1].clause) == ("R-4.4-11", "4.4")
