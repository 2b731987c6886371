"""Which rule each step of a computed moment obeys, case by case, typed from the paragraphs."""

from __future__ import annotations

from datetime import time
from typing import Final

import pytest

from slarules.parameters import STANDARD, Target
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


REPRODUCED = (f"{MON_2026_11_23} 10:00 registered category=C severity=1", "17:00 reproduced")
EIGHT_HOURS = STANDARD.replace(resolution_targets=(Target(Category.C, None, 8 * 60),))
"""Agreed on top: two hours of Monday and six of Tuesday, until 16:00."""


class TestTarget:
    """3.4, 4.10: the clock runs from the reproduction; how long it may, the parties agreed."""

    @pytest.mark.parametrize(
        ("more", "as_of", "rules"),
        [
            ((), "2026-11-24 15:59", "R-4.10-3 R-3.4-2 R-4.10-2"),
            ((), "2026-11-24 16:00", "R-4.10-5 R-3.4-2 R-4.10-2"),
            (("2026-11-24 15:00 resolved",), "2026-11-24 16:00", "R-4.10-4 R-3.4-3 R-4.10-2"),
        ],
    )
    def test_its_steps_obey_these_rules(
        self, more: tuple[str, ...], as_of: str, rules: str
    ) -> None:
        judged = judge((*REPRODUCED, *more), as_of, parameters=EIGHT_HOURS)
        found = judged[Obligation.RESOLUTION_CLOCK]
        assert " ".join(found.rules) == rules
        steps = [(step.rule, step.clause) for step in found.steps]
        assert steps == [("R-3.4-2", "3.4"), ("R-4.10-2", "4.10")]

    def test_while_a_question_is_open_it_may_stand(self) -> None:
        """Reading resolution-pause: the waiting has no end while an outage has none."""
        asked = (*REPRODUCED, "18:00 information-requested")
        pauses, down = "resolution-pause=pauses", (f"{MON_2026_11_23} 18:30 help-desk-down",)
        judged = judge(asked, "2026-11-24 12:00", pauses, beside=down, parameters=EIGHT_HOURS)
        found = judged[Obligation.RESOLUTION_CLOCK]
        assert found.rules == ("R-4.10-6",)
        assert [(step.rule, step.clause) for step in found.steps] == [("R-3.4-2", "3.4")]
