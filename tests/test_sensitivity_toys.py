"""
Sensitivity over assessments made up for it: what each reading, alone and in a pair, would change.

The assessor here is a toy that answers from a table: which choices make which difference is known
beforehand, so that what is found, and in how many assessments, can be said exactly.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from slarules.agreement import standard_support
from slarules.history import State
from slarules.readings import Readings
from slarules.sensitivity import (
    Effect,
    FindingsChange,
    Glance,
    RegistrationChange,
    StateChange,
    VerdictChange,
    changes_between,
    sensitivity,
)
from slarules.terms import Obligation, Outcome
from slarules.testing import incident
from tests.calendars import MON_2026_11_23, WED_2026_11_25, moscow

if TYPE_CHECKING:
    from collections.abc import Callable

    from slarules.assess import Assessment
    from slarules.sensitivity import Change

AS_OF = moscow(MON_2026_11_23, 18)
REGISTERED = moscow(MON_2026_11_23, 12)
PLAIN = standard_support().assess(
    incident("2026-11-23 12:00 registered category=C channel=phone number=7"), AS_OF
)
BOTH = ("cutoff-instant", "silence-end")
"""Two switches of two options each; a toy that meets them is asked four times."""

NOON, CLOSING = "cutoff-instant=same-day", "silence-end=closing-time"

CLOSED: dict[str, Any] = {"state": State.CLOSED}
EARLIER: dict[str, Any] = {"registered_at": REGISTERED - timedelta(minutes=5)}
CLEAN: dict[str, Any] = {"findings": ()}
TO_CLOSED = StateChange(before=State.OPEN, after=State.CLOSED)
TO_EARLIER = RegistrationChange(before=REGISTERED, after=EARLIER["registered_at"])
TO_CLEAN = FindingsChange(gone=("F-2.1-1",), new=())  # type: ignore[arg-type] # an id


def toy(
    *, noon: dict[str, Any], closing: dict[str, Any], both: dict[str, Any]
) -> Callable[[Readings], Assessment]:
    """Return what assesses by what is chosen: one choice, the other, or both."""

    def assessed(readings: Readings) -> Assessment:
        changed = {(): {}, (NOON,): noon, (CLOSING,): closing, (NOON, CLOSING): both}
        chosen = tuple(
            choice
            for choice in (NOON, CLOSING)
            if readings.option(choice.partition("=")[0]).value == choice.partition("=")[2]
        )
        return PLAIN.replace(consulted=BOTH, **changed[chosen])

    return assessed


def effects(**changed: dict[str, Any]) -> dict[tuple[str, ...], tuple[Change, ...]]:
    """Return what is found, by the choices that make it."""
    found = sensitivity(Readings(), toy(**{"noon": {}, "closing": {}, "both": {}} | changed))
    assert found.assessed == 4
    assert len({one.readings for one in found.effects}) == len(found.effects)
    return {one.readings: one.changes for one in found.effects}


class TestSensitivity:
    """The choices that matter, and what they change."""

    def test_where_nothing_matters_nothing_is_said(self) -> None:
        found = sensitivity(Readings(), toy(noon={}, closing={}, both={}))
        assert (found.number, found.as_of) == ("7", AS_OF)
        assert found.effects == ()
        assert found.assessed == 4  # the answer, either alone, the two together

    def test_a_choice_that_matters_alone_is_no_news_in_a_pair(self) -> None:
        assert effects(noon=CLOSED, both=CLOSED) == {(NOON,): (TO_CLOSED,)}

    @pytest.mark.parametrize(
        ("changed", "change"), [(CLOSED, TO_CLOSED), (EARLIER, TO_EARLIER), (CLEAN, TO_CLEAN)]
    )
    def test_a_pair_may_matter_where_neither_does(
        self, changed: dict[str, Any], change: Change
    ) -> None:
        assert effects(both=changed) == {(NOON, CLOSING): (change,)}

    @pytest.mark.parametrize(
        ("alone", "known", "together", "new"),
        [
            (CLOSED, TO_CLOSED, EARLIER, TO_EARLIER),
            (EARLIER, TO_EARLIER, CLEAN, TO_CLEAN),
            (CLEAN, TO_CLEAN, CLOSED, TO_CLOSED),
        ],
    )
    def test_of_a_pair_only_what_neither_does_alone_is_said(
        self, alone: dict[str, Any], known: Change, together: dict[str, Any], new: Change
    ) -> None:
        assert effects(closing=alone, both=alone | together) == {
            (CLOSING,): (known,),
            (NOON, CLOSING): (new,),
        }


class TestWarned:
    """The library warns of choices that do not sit well together."""

    READINGS = Readings.of(["silence-end=closing-time"])

    def effect(self, readings: Readings, switch: str, option: str) -> Effect:
        def assessed(chosen: Readings) -> Assessment:
            flipped = chosen.option(switch).value == option
            return PLAIN.replace(consulted=(switch,), **(CLOSED if flipped else {}))

        (found,) = sensitivity(readings, assessed).effects
        assert found.readings == (f"{switch}={option}",)
        return found

    def test_of_a_choice_that_makes_such_a_pair_with_one_made_already(self) -> None:
        # Open at 03:00 for one party by default, and shut at 20:00 for the other.
        assert self.effect(Readings(), "silence-end", "closing-time").warned is True

    def test_but_not_of_one_that_ends_it(self) -> None:
        assert self.effect(self.READINGS, "before-opening", "as-at-opening").warned is False

    def test_and_not_of_one_that_is_in_no_pair(self) -> None:
        assert self.effect(self.READINGS, "cutoff-instant", "same-day").warned is False

    def test_nor_of_half_a_pair(self) -> None:
        apart = Readings.of(["before-opening=as-at-opening"])
        assert self.effect(apart, "silence-end", "closing-time").warned is False


class TestChanges:
    """What two assessments differ in; a glance at a verdict has all but its reasons."""

    MOVED = moscow(WED_2026_11_25, 19)

    @pytest.mark.parametrize(
        "change",
        [
            {"outcome": Outcome.CANNOT_TELL},
            {"due": MOVED},
            {"since": MOVED},
            {"until": MOVED},
            {"conditional_on": ("category",)},
            {"waits_for": "reproduced"},
        ],
    )
    def test_each_part_of_a_verdict_is_seen(self, change: dict[str, Any]) -> None:
        verdicts = {verdict.obligation: verdict for verdict in PLAIN.verdicts}
        whole: dict[str, Any] = {
            "since": REGISTERED,
            "until": AS_OF,
            "conditional_on": ("severity",),
            "waits_for": "work-started",
        }
        first = verdicts[Obligation.REACTION].replace(**whole)
        verdicts[Obligation.REACTION] = first
        before = PLAIN.replace(verdicts=tuple(verdicts.values()))
        verdicts[Obligation.REACTION] = first.replace(**change)
        after = PLAIN.replace(verdicts=tuple(verdicts.values()))
        glance: dict[str, Any] = {"outcome": first.outcome, "due": first.due, **whole}
        assert changes_between(before, after) == (
            VerdictChange(
                obligation=Obligation.REACTION,
                before=Glance(**glance),
                after=Glance(**{**glance, **change}),
            ),
        )

    def test_a_verdict_that_one_side_lacks_is_not_passed_over(self) -> None:
        with pytest.raises(ValueError, match="shorter"):
            changes_between(PLAIN, PLAIN.replace(verdicts=PLAIN.verdicts[:-1]))
