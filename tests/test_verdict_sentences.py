"""Verdicts in words, Russian and English; typed by hand from the record and the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from slarules.days import DayKind, SpecialDay
from slarules.explain import Form, explain
from slarules.terms import Language, Nature, Obligation, Outcome
from slarules.verdict_words import outcome_words, verdict_sentence
from tests.calendars import TUE_2026_11_24, small
from tests.judging import agreement, at, judge

if TYPE_CHECKING:
    from slarules.assess import Verdict

RU, EN = Language.RU, Language.EN

REGISTERED = "2026-11-23 11:00 registered"  # Monday, a business day
TERM = ("2026-10-01 10:00 support-signed", "12:00 support-paid through=2027-09-30")
"""A term that begins with the payment on Thursday 1 October 2026."""


def both(verdict: Verdict) -> tuple[str, str]:
    """Return a verdict in both languages."""
    return verdict_sentence(verdict, RU), verdict_sentence(verdict, EN)


class TestSentences:
    """What became of it, by which rule, when, and on what terms."""

    def test_of_support_in_force_say_when_it_began_and_ends(self) -> None:
        """2.3: from the payment through 30 September 2027, a Thursday."""
        found = judge([REGISTERED], "2026-11-24 10:00", beside=TERM)
        assert both(found[Obligation.SUPPORT]) == (
            (
                "Оказание поддержки: действует — нет записи, что её срок не начался или кончился; "
                "срок кончается в четверг, 30 сентября 2027 г., в 24:00 по московскому времени; "
                "срок начался в четверг, 1 октября 2026 г., в 12:00 по московскому времени (п. 2.3)"
            ),
            (
                "Support: in force; nothing recorded says that its term has not begun or is over; "
                "until Thursday, 30 September 2027, 24:00 Moscow time; begun on Thursday, 1 "
                "October 2026, at 12:00 Moscow time (clause 2.3)"
            ),
        )

    def test_of_a_clock_that_stopped_say_from_when_to_when_it_ran(self) -> None:
        """3.4, 4.10: from the mark of reproduction to the resolution at midnight."""
        lines = [
            f"{REGISTERED} category=C",
            "2026-11-25 15:00 reproduced",
            "2026-11-27 00:00 resolved",
        ]
        found = judge(lines, "2026-11-27 10:00")
        assert both(found[Obligation.RESOLUTION_CLOCK]) == (
            (
                "Отсчёт времени решения: завершён — часы решения остановлены решением; отсчёт с "
                "момента: среда, 25 ноября 2026 г., 15:00 по московскому времени; до момента: "
                "четверг, 26 ноября 2026 г., 24:00 по московскому времени (пп. 3.4 и 4.10)"
            ),
            (
                "Resolution clock: stopped; the resolution clock was stopped by the resolution; "
                "counted from Wednesday, 25 November 2026, 15:00 Moscow time; to Thursday, 26 "
                "November 2026, 24:00 Moscow time (clauses 3.4 and 4.10)"
            ),
        )

    def test_of_a_clock_that_runs_say_in_russian_what_is_waited_for(self) -> None:
        lines = [f"{REGISTERED} category=C", "2026-11-25 15:00 reproduced"]
        found = judge(lines, "2026-11-27 10:00")
        assert verdict_sentence(found[Obligation.RESOLUTION_CLOCK], RU) == (
            "Отсчёт времени решения: идёт — часы решения идут с воспроизведения; отсчёт с "
            "момента: среда, 25 ноября 2026 г., 15:00 по московскому времени; ожидается: решение "
            "(пп. 3.4 и 4.10)"
        )

    def test_of_an_unclassified_incident_say_in_russian_what_they_hinge_on(self) -> None:
        found = judge([REGISTERED], "2026-11-24 10:00")
        assert verdict_sentence(found[Obligation.REACTION], RU) == (
            "Реакция: нарушено — срок реакции прошёл, а Исполнитель не отреагировал; срок — "
            "понедельник, 23 ноября 2026 г., 19:00 по московскому времени; это верно, если "
            "инцидент окажется B или C (пп. 4.3, 1.1 и 3.3)"
        )

    def test_that_rest_on_days_not_decreed_say_so_in_russian(self) -> None:
        """4.11: 31 December 2027 to 9 January 2028 are off; the third day is 12 January."""
        lines = ["2027-12-29 09:00 registered category=C", "2027-12-30 09:00 information-requested"]
        found = judge(lines, "2027-12-30 10:00")
        assert verdict_sentence(found[Obligation.AUTOMATIC_CLOSING], RU) == (
            "Автоматическое закрытие: ещё не наступило — запрос открыт, Заказчик молчит; закрытие "
            "— среда, 12 января 2028 г., 24:00 по московскому времени; ожидается: ответ "
            "Заказчика; ответ предварительный: переносы выходных в 2028 году ещё не утверждены "
            "(пп. 4.11 и 1.1)"
        )


class TestOutcomes:
    """An outcome has another name where the nature of the obligation asks for one."""

    @pytest.mark.parametrize(
        ("obligation", "nature", "outcome", "russian", "english"),
        [
            (Obligation.SUPPORT, None, Outcome.PENDING, "действует", "in force"),
            (Obligation.SUPPORT, None, Outcome.NOT_STARTED, "срок ещё не начался", "not started"),
            (Obligation.REACTION, None, Outcome.PENDING, "срок ещё не истёк", "pending"),
            (Obligation.REACTION, Nature.DUTY_BY, Outcome.MISSED, "нарушено", "missed"),
            (
                Obligation.AUTOMATIC_CLOSING,
                Nature.EFFECT_AT,
                Outcome.MET,
                "наступило",
                "happened",
            ),
        ],
    )
    def test_are_named(
        self,
        obligation: Obligation,
        nature: Nature | None,
        outcome: Outcome,
        russian: str,
        english: str,
    ) -> None:
        said = [outcome_words(obligation, nature, outcome, language) for language in (RU, EN)]
        assert said == [russian, english]


class TestForms:
    """The same as data, and the warnings below the steps."""

    def test_data_stand_on_one_line_as_they_are_written_with_the_reasons_of_days_off(self) -> None:
        """4.11: Tuesday 24 November 2026 is a holiday of this calendar, with a name of its own."""
        holiday = SpecialDay(TUE_2026_11_24, DayKind.HOLIDAY, off=True, name="День города")
        calendar = small(days_off=[holiday])
        own = agreement().with_calendar(calendar)
        asked = at("2026-11-23 12:00")
        row = '{"day":"2026-11-24","kind":"holiday","name":"День города"}'
        answer = own.automatic_closing_deadline(asked)
        assert row in explain(answer, form=Form.JSON, calendar=calendar)
        verdict = judge(
            ["2026-11-23 11:00 registered category=D", "12:00 information-requested"],
            "2026-11-23 13:00",
        )[Obligation.AUTOMATIC_CLOSING]
        told = verdict.replace(steps=answer.steps)
        assert row in explain(told, form=Form.JSON, calendar=calendar)
        assert "День города" not in explain(told, form=Form.JSON)

    def test_a_warned_combination_is_told_in_russian(self) -> None:
        """readings.md, A: the desk open at 03:00 for one party and shut at 20:00 for the other."""
        other = agreement(["silence-end=closing-time"])
        answer = other.automatic_closing_deadline(at("2026-11-23 12:00"))
        text = explain(answer, form=Form.STEPS, readings=other.readings)
        assert text.split("\n")[-1] == (
            "Осторожно, before-opening=same-day и silence-end=closing-time плохо сочетаются: "
            "HelpDesk открыт в 03:00 для одной стороны и закрыт в 20:00 для другой."
        )
