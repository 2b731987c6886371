"""Each kind of change in words, both languages; typed by hand from the rows of words."""

from __future__ import annotations

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from slarules.findings import FindingId
from slarules.history import State
from slarules.readings import Readings
from slarules.sensitivity import (
    Change,
    Effect,
    FindingsChange,
    Glance,
    RegistrationChange,
    StateChange,
    VerdictChange,
)
from slarules.sensitivity_words import change_words, effect_words
from slarules.terms import Language, Obligation, Outcome
from tests.judging import at

RU, EN = Language.RU, Language.EN

MONDAY: Final = at("2026-11-23 12:00")
TUESDAY: Final = at("2026-11-24 12:00")
MIDNIGHT: Final = at("2026-11-25 00:00")  # that ends the Tuesday
CLOCK, CLOSING = Obligation.RESOLUTION_CLOCK, Obligation.AUTOMATIC_CLOSING
PENDING, MET, MISSED = Outcome.PENDING, Outcome.MET, Outcome.MISSED

CHANGES: Final[list[tuple[Change, str, str]]] = [
    # ---- what is not a verdict
    (
        RegistrationChange(before=MONDAY, after=None),
        "официальная регистрация: понедельник, 23 ноября 2026 г., 12:00 → нет",
        "official registration: Monday, 23 November 2026, 12:00 → none",
    ),
    (
        RegistrationChange(
            before=datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Europe/Samara")), after=None
        ),
        (
            "официальная регистрация: понедельник, 23 ноября 2026 г., 12:00 (Europe/Samara, "
            "UTC+04:00) → нет"
        ),
        "official registration: Monday, 23 November 2026, 12:00 (Europe/Samara, UTC+04:00) → none",
    ),
    (
        StateChange(before=State.CLOSED, after=State.OPEN),
        "состояние: закрыт → открыт",
        "state: closed → open",
    ),
    (
        FindingsChange(gone=(FindingId("F-4.11-4"),), new=()),
        "нет больше замечания F-4.11-4 (ответ, когда ни один запрос не открыт)",
        "no more of finding F-4.11-4 (an answer with no request open)",
    ),
    (
        FindingsChange(gone=(), new=(FindingId("F-4.11-5"),)),
        "появится замечание F-4.11-5 (отозван запрос, который не открыт)",
        "a new finding, F-4.11-5 (a request withdrawn that is not open)",
    ),
    # ---- one side has what the other has not
    (
        VerdictChange(
            obligation=Obligation.REACTION,
            before=Glance(outcome=MISSED, due=MONDAY, since=TUESDAY),
            after=Glance(outcome=MISSED, due=MONDAY),
        ),
        "реакция (нарушено): сделано — вторник, 24 ноября 2026 г., 12:00 → нет",
        "reaction (missed): done Tuesday, 24 November 2026, 12:00 → none",
    ),
    (
        VerdictChange(
            obligation=Obligation.REACTION,
            before=Glance(outcome=MISSED, due=MONDAY, conditional_on=("category",)),
            after=Glance(outcome=MISSED, due=TUESDAY),
        ),
        (
            "реакция (нарушено): срок — понедельник, 23 ноября 2026 г., 12:00; если инцидент "
            "окажется B или C → срок — вторник, 24 ноября 2026 г., 12:00"
        ),
        (
            "reaction (missed): due Monday, 23 November 2026, 12:00; if the incident turns out "
            "to be of B or C → due Tuesday, 24 November 2026, 12:00"
        ),
    ),
    # ---- what both have is not said
    (
        VerdictChange(
            obligation=Obligation.REACTION,
            before=Glance(outcome=PENDING, due=MONDAY, conditional_on=("category",)),
            after=Glance(outcome=MISSED, due=MONDAY, conditional_on=("category",)),
        ),
        "реакция: срок ещё не истёк → нарушено",
        "reaction: pending → missed",
    ),
    (
        VerdictChange(
            obligation=CLOCK,
            before=Glance(outcome=MET, since=MONDAY, until=MIDNIGHT),
            after=Glance(outcome=MET, since=TUESDAY, until=MIDNIGHT),
        ),
        (
            "отсчёт времени решения (завершён): отсчёт с момента: понедельник, 23 ноября 2026 г., "
            "12:00 → отсчёт с момента: вторник, 24 ноября 2026 г., 12:00"
        ),
        (
            "resolution clock (stopped): counted from Monday, 23 November 2026, 12:00 → counted "
            "from Tuesday, 24 November 2026, 12:00"
        ),
    ),
    (
        VerdictChange(
            obligation=CLOCK,
            before=Glance(outcome=PENDING, since=MONDAY, waits_for="resolved"),
            after=Glance(outcome=MET, since=MONDAY, until=MIDNIGHT),
        ),
        "отсчёт времени решения: идёт → завершён; до момента: вторник, 24 ноября 2026 г., 24:00",
        "resolution clock: running → stopped; to Tuesday, 24 November 2026, 24:00",
    ),
    # ---- what is waited for, where nothing else tells the two apart
    (
        VerdictChange(
            obligation=CLOSING,
            before=Glance(outcome=PENDING, waits_for="information-provided"),
            after=Glance(outcome=PENDING, waits_for="resolved"),
        ),
        (
            "автоматическое закрытие (ещё не наступило): ожидается: ответ Заказчика → ожидается: "
            "решение"
        ),
        (
            "automatic closing (has not happened yet): waits for: the Customer's answer → waits "
            "for: the resolution"
        ),
    ),
    (
        VerdictChange(
            obligation=CLOSING,
            before=Glance(outcome=PENDING, due=MONDAY, waits_for="information-provided"),
            after=Glance(outcome=PENDING, due=TUESDAY, waits_for="information-provided"),
        ),
        (
            "автоматическое закрытие (ещё не наступило): закрытие — понедельник, 23 ноября 2026 "
            "г., 12:00 → закрытие — вторник, 24 ноября 2026 г., 12:00"
        ),
        (
            "automatic closing (has not happened yet): closing on Monday, 23 November 2026, "
            "12:00 → closing on Tuesday, 24 November 2026, 12:00"
        ),
    ),
    # ---- the names of outcomes and of moments are those of the obligation
    (
        VerdictChange(
            obligation=Obligation.SUPPORT,
            before=Glance(outcome=Outcome.NOT_STARTED, waits_for="support-paid"),
            after=Glance(outcome=PENDING, since=MONDAY, due=MIDNIGHT),
        ),
        (
            "оказание поддержки: срок ещё не начался → действует; конец срока — вторник, 24 ноября "
            "2026 г., 24:00; начало — понедельник, 23 ноября 2026 г., 12:00"
        ),
        (
            "support: not started → in force; until Tuesday, 24 November 2026, 24:00; begun "
            "Monday, 23 November 2026, 12:00"
        ),
    ),
]


class TestChanges:
    """What is, an arrow, what would be; what the two share is said once, or not at all."""

    @pytest.mark.parametrize(("change", "russian", "english"), CHANGES)
    def test_are_said(self, change: Change, russian: str, english: str) -> None:
        assert list(change_words(change, RU)) == [russian]
        assert list(change_words(change, EN)) == [english]


def effect(*choices: str) -> Effect:
    """Return an effect of these choices, without its changes."""
    return Effect(readings=choices, changes=(), warned=False)


PAIR: Final = ("before-opening=same-day", "silence-end=closing-time")
"""They do not sit well together: the desk would be open for one party and shut for the other."""


class TestHeads:
    """readings.md, A: a choice with its question, or the ids of two; a warning if one is due."""

    def test_of_two_choices_are_their_ids(self) -> None:
        both = effect("reaction-by-automation=counts", "internal-note=counts")
        assert effect_words(both, Readings(), RU) == (
            "reaction-by-automation=counts вместе с internal-note=counts",
        )
        assert effect_words(both, Readings(), EN) == (
            "reaction-by-automation=counts together with internal-note=counts",
        )

    def test_no_warning_where_the_other_of_the_two_is_not_in_force(self) -> None:
        chosen = Readings.of(["before-opening=as-at-opening"])
        assert len(effect_words(effect(PAIR[1]), chosen, EN)) == 1
        assert len(effect_words(effect(PAIR[1]), Readings(), EN)) == 2

    def test_no_warning_of_two_that_stand_already_and_are_not_touched(self) -> None:
        chosen = Readings.of(PAIR)
        assert len(effect_words(effect("internal-note=counts"), chosen, EN)) == 1
