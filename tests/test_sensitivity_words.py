"""What other readings would change, in words; typed by hand from readings.md and the calendar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from slarules.readings import SWITCHES, Readings
from slarules.sensitivity_words import effect_words
from slarules.service import UNRECORDED
from slarules.terms import Language
from slarules.testing import incident, service
from tests.judging import agreement, at
from tools.edge_incidents import incident_of

if TYPE_CHECKING:
    from slarules.sensitivity import Sensitivity

RU, EN = Language.RU, Language.EN

C = "2026-11-23 11:00 registered category=C"  # Monday, a business day


def found(
    lines: tuple[str, ...],
    as_of: str,
    *readings: str,
    beside: tuple[str, ...] | None = None,
) -> Sensitivity:
    kept = UNRECORDED if beside is None else service(*beside)
    return agreement(readings).sensitivity(incident(*lines), at(as_of), service=kept)


def words(
    sensitivity: Sensitivity, choice: str, language: Language, *readings: str
) -> tuple[str, ...]:
    """Return the lines about one choice, or two with a blank between them."""
    chosen = Readings.of(readings)
    (effect,) = (one for one in sensitivity.effects if one.readings == tuple(choice.split()))
    return effect_words(effect, chosen, language)


class TestEffects:
    """readings.md, A: a choice with its question, then what is, an arrow, what would be."""

    def test_another_outcome(self) -> None:
        """3.2, 3.3: an entry the Customer cannot see, in time; nothing else by 19:00."""
        lines = (C, "12:00 commented visible=internal")
        sensitivity = found(lines, "2026-11-24 10:00")
        assert words(sensitivity, "internal-note=counts", EN) == (
            (
                "internal-note=counts. Does an entry count that the Customer cannot see? A hidden "
                "entry counts."
            ),
            "reaction: missed → met; done Monday, 23 November 2026, 12:00",
        )
        assert words(sensitivity, "internal-note=counts", RU) == (
            (
                "internal-note=counts. Засчитывается ли запись, которой Заказчик не видит? Скрытая "
                "запись засчитывается."
            ),
            "реакция: нарушено → исполнено; сделано — понедельник, 23 ноября 2026 г., 12:00",
        )

    def test_another_moment_of_the_same_outcome(self) -> None:
        """4.3, 1.1: the day of the reaction ends at 19:00, or at 24:00."""
        sensitivity = found((C,), "2026-11-23 12:00")
        assert words(sensitivity, "reaction-day-end=midnight", EN)[1:] == (
            (
                "reaction (pending): due Monday, 23 November 2026, 19:00 → due Monday, 23 November "
                "2026, 24:00"
            ),
        )
        assert words(sensitivity, "reaction-day-end=midnight", RU)[1:] == (
            (
                "реакция (срок ещё не истёк): срок — понедельник, 23 ноября 2026 г., 19:00 → "
                "срок — понедельник, 23 ноября 2026 г., 24:00"
            ),
        )

    def test_a_state_and_a_finding(self) -> None:
        """4.11: silence from Monday 23rd ends with Thursday 26th; the answer comes on Friday."""
        lines = (
            "2026-11-23 11:00 registered category=D",
            "12:00 information-requested",
            "2026-11-27 10:00 commented by=customer",
        )
        said = words(found(lines, "2026-11-27 12:00"), "late-answer=reopens", EN)
        assert said[0] == (
            "late-answer=reopens. An answer after the automatic closing? It reopens the incident."
        )
        assert "state: closed → open" in said
        assert (
            "no more of finding F-4.11-2 (an entry of the Customer after the automatic closing: "
            "a new incident)" in said
        )
        assert (
            "resolution: met; done Friday, 27 November 2026, 00:00 → not stated by the contract"
            in said
        )

    def test_no_registration_at_all(self) -> None:
        """2.1, 3.1: a call to the hotline, under the strict reading of 3.1, registers nothing."""
        lines = ("2026-11-23 11:00 registered category=C channel=hotline",)
        said = words(found(lines, "2026-11-23 12:00"), "hotline-registration=not-registered", EN)
        assert "official registration: Monday, 23 November 2026, 11:00 → none" in said
        assert "reaction: pending; due Monday, 23 November 2026, 19:00 → not applicable" in said

    def test_a_pair_says_only_what_neither_does_alone(self) -> None:
        """3.3: hidden and automatic: it takes both readings to make it a reaction."""
        lines = (C, "12:00 commented visible=internal made=automatically")
        sensitivity = found(lines, "2026-11-24 10:00")
        pair = "reaction-by-automation=counts internal-note=counts"
        assert words(sensitivity, pair, EN) == (
            "reaction-by-automation=counts together with internal-note=counts",
            "reaction: missed → met; done Monday, 23 November 2026, 12:00",
        )
        alone = {one.readings for one in sensitivity.effects if len(one.readings) == 1}
        assert ("internal-note=counts",) not in alone


class TestWarned:
    """readings.md, A: combinations the library warns about."""

    def test_a_choice_that_sits_ill_with_one_that_stands_says_why(self) -> None:
        lines = ("2026-11-23 11:00 registered category=D", "12:00 information-requested")
        sensitivity = found(lines, "2026-11-23 13:00")
        (effect,) = (
            one for one in sensitivity.effects if one.readings == ("silence-end=closing-time",)
        )
        assert effect.warned
        said = effect_words(effect, Readings(), RU)
        assert said[1] == (
            "осторожно, before-opening=same-day и silence-end=closing-time плохо сочетаются: "
            "HelpDesk открыт в 03:00 для одной стороны и закрыт в 20:00 для другой"
        )

    @pytest.mark.parametrize("seed", range(40))
    def test_a_warning_stands_where_the_effect_is_marked(self, seed: int) -> None:
        taken, as_of, kept = incident_of(seed)
        for effect in agreement().sensitivity(taken, as_of, service=kept).effects:
            said = effect_words(effect, Readings(), EN)
            assert any(line.startswith("take care, ") for line in said) is effect.warned


class TestAnyIncident:
    """Every change has words in both languages, and no clock is named twice."""

    @pytest.mark.parametrize("seed", range(60))
    def test_of_both_languages(self, seed: int) -> None:
        taken, as_of, kept = incident_of(seed)
        for effect in agreement().sensitivity(taken, as_of, service=kept).effects:
            russian = effect_words(effect, Readings(), RU)
            english = effect_words(effect, Readings(), EN)
            assert len(russian) == len(english) >= 2
            for line in english:
                assert not re.search("[А-Яа-яЁё]|Moscow|\\{|None", line), line
            for line in russian[1:]:
                assert re.search("[а-яё]", line), line
                assert "московскому" not in line

    def test_the_switches_named_are_switches(self) -> None:
        taken, as_of, kept = incident_of(3)
        for effect in agreement().sensitivity(taken, as_of, service=kept).effects:
            assert {choice.partition("=")[0] for choice in effect.readings} <= set(SWITCHES)
