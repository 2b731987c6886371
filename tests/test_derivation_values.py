"""Steps and verdicts as data, value by value: a target's service time, and why days are off."""

from __future__ import annotations

from datetime import date

from slarules.agreement import standard_support
from slarules.deadlines import Deadline
from slarules.derivation_json import answer_json, steps_json, verdict_json
from slarules.parameters import STANDARD, Target
from slarules.terms import Category, Obligation
from slarules.testing import incident
from tests.calendars import MON_2026_11_23, TUE_2026_11_24, moscow

TUE_2026_11_03 = date(2026, 11, 3)
THU_2026_11_05 = date(2026, 11, 5)

USUAL = standard_support()
TEN_HOURS = standard_support(
    parameters=STANDARD.replace(resolution_targets=(Target(Category.C, None, 600),))
)
WORKED = incident("2026-11-23 11:00 registered category=C", "15:00 reproduced place=executor-bench")


class TestServiceTimeUsedUp:
    """4.10 An agreed target runs in service hours: four on Monday, six on Tuesday."""

    VERDICT = TEN_HOURS.assess(WORKED, moscow(MON_2026_11_23, 16))[Obligation.RESOLUTION_CLOCK]

    def test_is_told_stretch_by_stretch_on_the_calendars_clock(self) -> None:
        assert steps_json(self.VERDICT.steps)[-1] == {
            "step": "budget",
            "rule": "R-4.10-2",
            "clause": "4.10",
            "start": "2026-11-23T15:00:00+03:00",
            "business_minutes": 600,
            "stretches": [
                {"start": "2026-11-23T15:00:00+03:00", "end": "2026-11-23T19:00:00+03:00"},
                {"start": "2026-11-24T10:00:00+03:00", "end": "2026-11-24T16:00:00+03:00"},
            ],
            "at": "2026-11-24T16:00:00+03:00",
        }

    def test_a_verdict_has_the_moments_it_has(self) -> None:
        told = verdict_json(self.VERDICT)
        assert told["due"] == moscow(TUE_2026_11_24, 16).isoformat()
        assert told["since"] == moscow(MON_2026_11_23, 15).isoformat()
        assert "until" not in told


class TestDaysOff:
    """1.1 A day off in the way is told with its reason where the calendar is given."""

    def test_of_a_verdict_as_of_an_answer(self) -> None:
        # Registered on Tuesday 3 November 2026 after noon; Wednesday is National Unity Day.
        registered = moscow(TUE_2026_11_03, 15)
        answer = USUAL.reaction_deadline(registered, Category.C)
        assert isinstance(answer, Deadline)
        assert answer.due == moscow(THU_2026_11_05, 19)
        verdict = USUAL.assess(
            incident("2026-11-03 15:00 registered category=C"), moscow(TUE_2026_11_03, 16)
        )[Obligation.REACTION]
        plain, reasoned = {"day": "2026-11-04"}, USUAL.calendar
        why = {**plain, "kind": "holiday", "name": "national-unity"}
        for told in (verdict_json(verdict), answer_json(answer)):
            assert _skipped(told) == [plain]
        for told in (verdict_json(verdict, reasoned), answer_json(answer, reasoned)):
            assert _skipped(told) == [why]


def _skipped(told: dict[str, object]) -> object:
    """Return the days off of the one count of an answer."""
    steps = told["steps"]
    assert isinstance(steps, list)
    (found,) = (step["skipped"] for step in steps if step["step"] == "count")
    return found
