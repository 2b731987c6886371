"""Answers in words, compared whole; what is expected was typed from the contract and calendar."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from itertools import product
from typing import TYPE_CHECKING, Any, ClassVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slarules import answer_words, step_words, verdict_words
from slarules.agreement import Agreement, standard_support
from slarules.calendar import BusinessCalendar, Decree
from slarules.day_words import day_reason, days_off, listed, run_of_days, written_clock
from slarules.days import DayKind, SpecialDay
from slarules.deadlines import Deadline, owed, without_moment
from slarules.events import Commented, InformationRequested, Party, Registered, Reproduced
from slarules.explain import SENTENCES, Form, explain
from slarules.incident import Incident
from slarules.parameters import Interval
from slarules.readings import (
    BeforeOpening,
    CutoffInstant,
    DayCountStart,
    DecreeDays,
    ReactionDayEnd,
    RegisteredOnDayOff,
    SilenceEnd,
)
from slarules.spans import DayTest, Span, Without
from slarules.steps import ChoiceStep
from slarules.terms import Category, ClauseId, Language, Obligation, RuleId, Text
from slarules.testing import as_of_for, incidents, service_records
from tests.shared import ROOT
from tests.strategies import MOSCOW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from slarules.deadlines import Answer

RU, EN = Language.RU, Language.EN
STANDARD = standard_support()

SAT_2024_12_28 = datetime(2024, 12, 28, 15, tzinfo=MOSCOW)
MON_2026_08_24 = datetime(2026, 8, 24, 11, tzinfo=MOSCOW)
MON_2025_12_29 = datetime(2025, 12, 29, 18, tzinfo=MOSCOW)
MON_2026_11_23 = datetime(2026, 11, 23, 11, 59, 59, tzinfo=MOSCOW)
SAT_2026_11_28 = datetime(2026, 11, 28, 9, tzinfo=MOSCOW)

REACTION = STANDARD.reaction_deadline(SAT_2024_12_28, Category.B)
REPLACEMENT = STANDARD.replacement_search_deadline(MON_2026_08_24)
CLOSING = STANDARD.automatic_closing_deadline(MON_2025_12_29)


def steps(answer: Answer, language: Language, agreement: Agreement = STANDARD) -> list[str]:
    """Return the lines of the numbered steps."""
    text = explain(
        answer,
        language=language,
        form=Form.STEPS,
        calendar=agreement.calendar,
        readings=agreement.readings,
    )
    return text.split("\n")


def starting(lines: list[str], number: int) -> str:
    """Return the line of that step."""
    return next(line for line in lines if line.startswith(f"{number}. "))


class TestWhole:
    """
    Three explanations whole, sentence and steps, as ``tests/data/explained`` has them.

    4.3, 1.1: 28 December 2024 was a worked Saturday, and the next business day 9 January. 4.4: of
    25 August to 17 November 2026 only 4 November is off besides the weekends. 4.11: 31 December
    2025 to 11 January 2026 are off, and the third day ends at 24:00 (Civil Code, art. 194(1)).
    """

    ANSWERS: ClassVar = {"reaction": REACTION, "replacement": REPLACEMENT, "closing": CLOSING}

    @pytest.mark.parametrize("language", list(Language))
    @pytest.mark.parametrize("name", list(ANSWERS))
    def test_is_worded_as_a_careful_person_would(self, name: str, language: Language) -> None:
        path = ROOT / "tests" / "data" / "explained" / f"{name}.{language.value}.txt"
        answer = self.ANSWERS[name]
        said = [explain(answer, language=language), "", *steps(answer, language)]
        assert said == path.read_text(encoding="utf-8").splitlines()


class TestSentence:
    """The reason of a reaction, by the way its day was found."""

    def test_before_the_cutoff(self) -> None:
        answer = STANDARD.reaction_deadline(MON_2026_11_23, Category.B)
        assert explain(answer) == (
            "Срок реакции — понедельник, 23 ноября 2026 г., 19:00 по московскому времени: "
            "инцидент зарегистрирован в понедельник, 23 ноября 2026 г., в 11:59:59, раньше "
            "12:00, поэтому срок — тот же рабочий день (пп. 4.3 и 1.1)."
        )

    def test_on_a_day_off(self) -> None:
        answer = STANDARD.reaction_deadline(SAT_2026_11_28, Category.C)
        assert explain(answer, language=EN) == (
            "Reaction due Monday, 30 November 2026, 19:00 Moscow time: the incident was "
            "registered on Saturday, 28 November 2026, at 09:00, on a day off, so it is due the "
            "first business day after (clauses 4.3 and 1.1)."
        )

    def test_before_opening_under_the_reading_that_moves_it(self) -> None:
        other = STANDARD.with_readings(before_opening=BeforeOpening.AS_AT_OPENING)
        answer = other.reaction_deadline(datetime(2026, 11, 23, 3, tzinfo=MOSCOW), Category.C)
        assert explain(answer, language=EN) == (
            "Reaction due Monday, 23 November 2026, 19:00 Moscow time: the incident was "
            "registered on Monday, 23 November 2026, at 03:00, but counts as entered at 10:00, "
            "before 12:00, so it is due the same business day (clauses 4.3 and 1.1)."
        )

    def test_on_a_day_off_under_the_reading_that_moves_it(self) -> None:
        other = STANDARD.with_parameters(cutoff=time(9)).with_readings(
            registered_on_day_off=RegisteredOnDayOff.AS_IF_NEXT_OPENING
        )
        answer = other.reaction_deadline(SAT_2026_11_28, Category.C)
        assert explain(answer, language=RU) == (
            "Срок реакции — вторник, 1 декабря 2026 г., 19:00 по московскому времени: инцидент "
            "зарегистрирован в субботу, 28 ноября 2026 г., в 09:00, в нерабочий день, но "
            "считается записанным в 10:00, не раньше 09:00, поэтому срок — следующий рабочий "
            "день (пп. 4.3 и 1.1)."
        )

    def test_of_a_moment_typed_in_another_zone_is_on_the_desks_clock(self) -> None:
        """The Petropavlovsk-Kamchatsky example: 01:00 on Monday there is 16:00 on Sunday."""
        there = datetime(2026, 11, 30, 1, tzinfo=ZoneInfo("Asia/Kamchatka"))
        assert explain(STANDARD.reaction_deadline(there, Category.C)) == (
            "Срок реакции — понедельник, 30 ноября 2026 г., 19:00 по московскому времени: "
            "инцидент зарегистрирован в воскресенье, 29 ноября 2026 г., в 16:00, в нерабочий "
            "день, поэтому срок — ближайший рабочий день (пп. 4.3 и 1.1)."
        )

    def test_of_a_count_that_stood_still(self) -> None:
        pause = Span(
            datetime(2026, 9, 1, 9, tzinfo=MOSCOW), datetime(2026, 9, 3, 20, tzinfo=MOSCOW)
        )
        answer = STANDARD.rules.replacement_search(
            MON_2026_08_24, Category.B, without=(Without(spans=(pause,), test=DayTest.COVERS),)
        )
        assert explain(answer, language=EN) == (
            "The search for a replacement is owed from Friday, 20 November 2026, 19:00 Moscow "
            "time, unless the problem is solved by then: that is when business day 60 ends, "
            "counting from Tuesday 25 August; the count stood still for 3 business days "
            "(clauses 4.4 and 1.1)."
        )
        assert "   - дни 5–6: 31 августа – 4 сентября; не в счёт: 1–3 сентября — счёт стоит;" in (
            steps(answer, RU)
        )


class TestReservations:
    """What an answer rests on, what it chose, and what does not sit well together."""

    # Registered on Wednesday 24 November 2027: 60 business days reach 25 February 2028.
    BEYOND = STANDARD.replacement_search_deadline(datetime(2027, 11, 24, 11, tzinfo=MOSCOW))

    def test_a_provisional_sentence_says_so_and_why(self) -> None:
        assert explain(self.BEYOND).endswith(
            "(пп. 4.4 и 1.1); ответ предварительный: переносы выходных в 2028 году ещё не "
            "утверждены."
        )
        assert explain(self.BEYOND, language=EN).endswith(
            "(clauses 4.4 and 1.1); provisional: the transfers of days off in 2028 are not "
            "decreed yet."
        )

    def test_provisional_steps_end_in_what_they_rest_on(self) -> None:
        assert steps(self.BEYOND, RU)[-1] == (
            "Ответ предварительный: он опирается на дни по 25 февраля 2028 г. включительно, а "
            "переносы выходных в 2028 году ещё не утверждены, и пока действует один закон; "
            "утверждены дни по 31 декабря 2027 г."
        )
        assert steps(self.BEYOND, EN)[-1] == (
            "Provisional: the answer rests on days through 25 February 2028, and the transfers "
            "of days off in 2028 are not decreed yet, so that the standing law alone is "
            "applied; days are decreed through 31 December 2027."
        )

    def test_without_a_calendar_nobody_says_what_is_decreed(self) -> None:
        text = explain(self.BEYOND, language=EN, form=Form.STEPS)
        assert text.endswith("so that the standing law alone is applied.")

    def test_a_decreed_answer_has_no_reservation(self) -> None:
        assert not any("редварительн" in line for line in steps(REACTION, RU))

    def test_a_weekless_week_says_that_it_has_no_business_day(self) -> None:
        lines = steps(self.BEYOND, RU)
        assert (
            "   - 3–9 января: ни одного рабочего дня; не в счёт: 3–6 января — Новогодние "
            "каникулы; 7 января — Рождество Христово;"
        ) in lines

    def test_readings_met_are_named_with_what_they_chose(self) -> None:
        noon = datetime(2026, 11, 23, 12, tzinfo=MOSCOW)
        other = STANDARD.with_readings(cutoff_instant=CutoffInstant.SAME_DAY)
        lines = steps(other.reaction_deadline(noon, Category.B), EN, other)
        assert starting(lines, 3) == (
            "3. 12:00 is before 12:00 (clause 4.3, R-4.3-4, reading cutoff-instant=same-day)."
        )
        assert (
            "   - cutoff-instant=same-day. Registered exactly at the cut-off, at 12:00:00? The "
            "cut-off itself still belongs to the same business day."
        ) in lines

    def test_a_warned_combination_is_shown_where_one_of_its_choices_was_met(self) -> None:
        other = STANDARD.with_readings(silence_end=SilenceEnd.CLOSING_TIME)
        lines = steps(other.automatic_closing_deadline(MON_2025_12_29), EN, other)
        assert lines[-1] == (
            "Take care, before-opening=same-day and silence-end=closing-time do not sit well "
            "together: HelpDesk is open at 03:00 for one party and shut at 20:00 for the other."
        )
        text = explain(other.automatic_closing_deadline(MON_2025_12_29), form=Form.STEPS)
        assert "Осторожно" not in text, "without the readings in force only one is known"

    def test_a_warned_combination_in_force_is_not_shown_where_none_was_met(self) -> None:
        other = STANDARD.with_readings(silence_end=SilenceEnd.CLOSING_TIME)
        lines = steps(other.reaction_deadline(MON_2026_11_23, Category.C), EN, other)
        assert not any(line.startswith("Take care") for line in lines)


class TestDays:
    """1.1 Business days: why a day in the way does not count."""

    def test_an_act_is_named_where_its_number_is_confirmed(self) -> None:
        answer = STANDARD.reaction_deadline(datetime(2014, 12, 31, 13, tzinfo=MOSCOW), Category.C)
        assert (
            "   - 9 января — выходной, перенесён с субботы 3 января (постановление "
            "Правительства РФ № 860 от 27.08.2014);"
        ) in steps(answer, RU)
        assert (
            "   - 9 January — day off, moved from Saturday 3 January (Government act No. 860 of "
            "27.08.2014);"
        ) in steps(answer, EN)

    def test_a_day_carried_over_by_law_says_so(self) -> None:
        """Monday 10 March 2014 was off for Saturday 8 March."""
        answer = STANDARD.reaction_deadline(datetime(2014, 3, 7, 13, tzinfo=MOSCOW), Category.C)
        assert steps(answer, RU)[5:8] == [
            "   - 8 марта — Международный женский день;",
            "   - 9 марта — воскресенье;",
            "   - 10 марта — выходной, перенесён с субботы 8 марта по закону (ст. 112 ТК РФ).",
        ]
        assert steps(answer, EN)[7] == (
            "   - 10 March — day off, carried over from Saturday 8 March by law (Labour Code, "
            "art. 112)."
        )

    def test_a_worked_weekend_inside_a_count_is_named(self) -> None:
        """1 November 2025, a Saturday, was worked for Monday the 3rd; 4 November is a holiday."""
        answer = STANDARD.replacement_search_deadline(datetime(2025, 10, 24, 9, tzinfo=MOSCOW))
        assert steps(answer, RU)[4] == (
            "   - дни 1–6: 27 октября – 1 ноября; в том числе 1 ноября — рабочая суббота: "
            "выходной перенесён на понедельник 3 ноября;"
        )
        plain = explain(answer, language=EN, form=Form.STEPS).split("\n")
        assert plain[4] == (
            "   - days 1–6: 27 October – 1 November; among them 1 November — Saturday;"
        )

    def test_a_declared_day_that_counts_is_a_business_day_all_the_same(self) -> None:
        """Monday 1 November 2021 was declared non-working by decree 595 of 20.10.2021."""
        answer = STANDARD.reaction_deadline(datetime(2021, 11, 1, 9, tzinfo=MOSCOW), Category.C)
        assert starting(steps(answer, RU), 2) == (
            "2. 1 ноября 2021 г. (понедельник) — рабочий день по толкованию "
            "decree-days=business-days, хотя это нерабочий день по указу Президента № 595 от "
            "20.10.2021 (п. 1.1, R-1.1-1)."
        )
        assert starting(steps(answer, EN), 2) == (
            "2. Monday, 1 November 2021, is a business day by reading decree-days=business-days, "
            "though declared non-working by the President (decree No. 595 of 20.10.2021) (clause "
            "1.1, R-1.1-1)."
        )

    def test_a_declared_day_that_does_not_count_names_the_decree(self) -> None:
        other = STANDARD.with_readings(decree_days=DecreeDays.NON_BUSINESS_DAYS)
        answer = other.reaction_deadline(datetime(2020, 6, 23, 13, tzinfo=MOSCOW), Category.C)
        assert isinstance(answer, Deadline)
        assert answer.due == datetime(2020, 6, 25, 19, tzinfo=MOSCOW)
        assert ("   - 24 июня — нерабочий день по указу Президента № 345 от 29.05.2020.") in steps(
            answer, RU, other
        )

    def test_a_day_off_of_the_parties_says_so(self) -> None:
        own = STANDARD.with_calendar(STANDARD.calendar.with_hours(date(2026, 11, 24), ()))
        answer = own.reaction_deadline(datetime(2026, 11, 23, 13, tzinfo=MOSCOW), Category.C)
        assert steps(answer, RU, own)[5] == "   - 24 ноября — нерабочий по соглашению сторон."
        assert steps(answer, EN, own)[5] == "   - 24 November — off by agreement of the parties."

    def test_a_day_worked_by_the_parties_says_so(self) -> None:
        hours = (Interval(time(10), time(19)),)
        own = STANDARD.with_calendar(STANDARD.calendar.with_hours(date(2026, 11, 28), hours))
        answer = own.reaction_deadline(SAT_2026_11_28, Category.C)
        assert starting(steps(answer, EN, own), 2) == (
            "2. 28 November 2026 is worked by agreement of the parties (clause 1.1, R-1.1-1)."
        )

    def test_a_holiday_registered_on_is_named(self) -> None:
        answer = STANDARD.reaction_deadline(datetime(2026, 11, 4, 9, tzinfo=MOSCOW), Category.C)
        assert starting(steps(answer, RU), 2) == (
            "2. 4 ноября 2026 г. (среда) — нерабочий день: День народного единства (п. 1.1, "
            "R-1.1-1)."
        )

    def test_a_decreed_day_moved_in_a_later_year_is_named(self) -> None:
        act = "No. 1 of 01.10.2027"
        days = (
            SpecialDay(
                date(2028, 1, 10),
                DayKind.MOVED_DAY_OFF,
                off=True,
                moved_from=date(2028, 1, 1),
                act=act,
            ),
        )
        calendar = STANDARD.calendar.with_decree(Decree(through=date(2028, 12, 31), days_off=days))
        own = STANDARD.with_calendar(calendar)
        answer = own.reaction_deadline(datetime(2028, 1, 10, 9, tzinfo=MOSCOW), Category.C)
        assert starting(steps(answer, EN, own), 2) == (
            "2. Monday, 10 January 2028, is a day off: day off, moved from Saturday 1 January "
            "(Government act No. 1 of 01.10.2027) (clause 1.1, R-1.1-1)."
        )

    def test_without_a_calendar_days_off_are_plain_dates(self) -> None:
        lines = explain(REACTION, language=EN, form=Form.STEPS).split("\n")
        assert lines[2] == (
            "2. Saturday, 28 December 2024, is a business day (clause 1.1, R-1.1-1)."
        )
        assert lines[5] == "   - 29 December – 8 January."

    def test_another_calendar_gives_no_reasons_it_does_not_have(self) -> None:
        hours = (Interval(time(10), time(19)),)
        other = STANDARD.calendar.with_hours(date(2026, 11, 29), hours).with_hours(
            date(2026, 11, 28), hours
        )
        answer = STANDARD.reaction_deadline(SAT_2026_11_28, Category.C)
        lines = explain(answer, language=EN, form=Form.STEPS, calendar=other).split("\n")
        assert starting(lines, 2) == (
            "2. Saturday, 28 November 2026, is a day off (clause 1.1, R-1.1-1)."
        )
        assert lines[4] == "   - 29 November."

    def test_a_run_of_days_off_breaks_where_a_business_day_lies_between(self) -> None:
        days = [date(2026, 11, 28), date(2026, 11, 29), date(2026, 12, 1)]
        assert list(days_off(days, EN, None)) == ["28–29 November", "1 December"]


class TestCounts:
    """A long count as weeks: every day of it has its number, and nothing is passed over."""

    NUMBERED = re.compile(r"   - days? (\d+)(?:–(\d+))?: ")

    @given(
        moment=st.datetimes(datetime(2000, 1, 1), datetime(2029, 6, 1), timezones=st.just(UTC)),
        n=st.sampled_from([6, 7, 20, 60, 61, 250]),
    )
    def test_number_their_days_from_one_to_the_last(self, moment: datetime, n: int) -> None:
        other = STANDARD.with_parameters(replacement_after=n)
        lines = steps(other.replacement_search_deadline(moment), EN, other)
        found = [match for line in lines if (match := self.NUMBERED.match(line))]
        nearest = 0
        for match in found:
            first, last = int(match[1]), int(match[2] or match[1])
            assert first == nearest + 1 <= last
            nearest = last
        assert nearest == n

    def test_of_one_day_are_said_in_the_singular(self) -> None:
        other = STANDARD.with_parameters(silence=1, replacement_after=6)
        lines = steps(other.automatic_closing_deadline(MON_2026_11_23), RU, other)
        assert starting(lines, 3).startswith("3. 1 рабочий день: вторник, 24 ноября 2026 г. (п.")
        # Monday 23 November; day 6 is Tuesday 1 December.
        lines = steps(other.replacement_search_deadline(MON_2026_11_23), RU, other)
        assert lines[4:7] == [
            "   - дни 1–4: 24–27 ноября;",
            "   - дни 5–6: 30 ноября – 1 декабря.",
            (
                "4. Рабочее время службы в этот день кончается в 19:00 (п. 4.4, R-4.4-5, "
                "толкование period-end=closing-time)."
            ),
        ]

    def test_that_begin_with_the_day_itself_number_it_one(self) -> None:
        other = STANDARD.with_readings(day_count_start=DayCountStart.SAME_DAY)
        lines = steps(other.automatic_closing_deadline(MON_2026_11_23), EN, other)
        assert lines[4] == "   - day 1: Monday, 23 November;"

    def test_that_stand_still_within_a_short_count_say_when(self) -> None:
        """4.11 with reading silence-outage: an outage touches Tuesday 24 November."""
        outage = Span(
            datetime(2026, 11, 24, 12, tzinfo=MOSCOW), datetime(2026, 11, 24, 13, tzinfo=MOSCOW)
        )
        answer = STANDARD.rules.automatic_closing(
            MON_2026_11_23, without=(Without(spans=(outage,), test=DayTest.TOUCHES),)
        )
        lines = steps(answer, EN)
        assert lines[4:8] == [
            "   - 24 November — the count stands still;",
            "   - day 1: Wednesday, 25 November;",
            "   - day 2: Thursday, 26 November;",
            "   - day 3: Friday, 27 November.",
        ]

    def test_of_a_week_with_other_days_off_join_its_whole_weeks(self) -> None:
        """A desk that works Sunday to Thursday: Friday and Saturday are its plain weekend."""
        day = (Interval(time(10), time(19)),)
        other = STANDARD.with_parameters(week=(day, day, day, day, (), (), day))
        calendar = type(other.calendar)(
            zone="Europe/Moscow",
            week=other.parameters.week,
            first=date(2026, 1, 1),
            last=date(2027, 12, 31),
            decreed_through=date(2027, 12, 31),
        )
        own = other.with_calendar(calendar)
        lines = steps(own.replacement_search_deadline(MON_2026_08_24), EN, own)
        # Day 1 is Tuesday 25 August; 4 days to Sunday the 30th, then weeks of five.
        assert lines[4:7] == [
            "   - days 1–4: 25–30 August;",
            "   - days 5–59: 31 August – 15 November, 11 whole weeks;",
            "   - day 60: 16 November.",
        ]


class TestWithoutMoment:
    """The contract's silences, each with the clause that would have had to speak."""

    @pytest.mark.parametrize(
        ("obligation", "category", "russian", "english"),
        [
            (
                Obligation.REACTION,
                Category.A,
                (
                    "Для A и D договор не называет срока реакции; назвать его должен был бы п. "
                    "4.3; пробел может восполнить закон (п. 2 ст. 314 ГК РФ), но здесь это не "
                    "вычисляется."
                ),
                (
                    "The contract states no period to react to A and D; clause 4.3 would have had "
                    "to state one; the law may fill the gap (Civil Code art. 314(2)), which is not "
                    "computed here."
                ),
            ),
            (
                Obligation.RESOLUTION,
                Category.C,
                (
                    "Для C договор не называет срока решения ни на одном уровне; назвать его "
                    "должен был бы п. 4.10; пробел может восполнить закон (п. 2 ст. 314 ГК РФ), но "
                    "здесь это не вычисляется."
                ),
                (
                    "The contract states no period to resolve C, whatever its level; clause 4.10 "
                    "would have had to state one; the law may fill the gap (Civil Code art. "
                    "314(2)), which is not computed here."
                ),
            ),
            (
                Obligation.REPLACEMENT_SEARCH,
                Category.C,
                "Неприменимо: замену внешнему ПО ищут только для B (п. 4.4).",
                "Not applicable: a replacement is looked for in B alone (clause 4.4).",
            ),
            (
                Obligation.RESOLUTION,
                Category.B,
                (
                    "Решение B длится не до даты, а до события: до исправления владельцем внешнего "
                    "ПО или до обходного пути (п. 4.4)."
                ),
                (
                    "Resolving B lasts until an event, not a date: a fix by the owner of the "
                    "external software, or a workaround (clause 4.4)."
                ),
            ),
        ],
    )
    @pytest.mark.parametrize("form", [Form.SHORT, Form.STEPS])
    def test_are_worded_alike_in_both_forms(
        self, obligation: Obligation, category: Category, russian: str, english: str, form: Form
    ) -> None:
        answer = without_moment(owed(obligation, category))
        assert explain(answer, form=form) == russian
        assert explain(answer, language=EN, form=form) == english


class TestVerdicts:
    """What became of an obligation, in one sentence and with its steps."""

    LATE = STANDARD.assess(
        Incident.of(
            [
                Registered(at=MON_2026_11_23, number="1", category=Category.C),
                Commented(at=datetime(2026, 11, 24, 9, 30, tzinfo=MOSCOW), by=Party.EXECUTOR),
            ]
        ),
        datetime(2026, 11, 25, 12, tzinfo=MOSCOW),
    )

    def test_of_a_reaction_that_came_late(self) -> None:
        verdict = self.LATE[Obligation.REACTION]
        assert explain(verdict) == (
            "Реакция: нарушено — Исполнитель отреагировал позже срока; срок — понедельник, 23 "
            "ноября 2026 г., 19:00 по московскому времени; сделано во вторник, 24 ноября 2026 "
            "г., в 09:30 по московскому времени (пп. 4.3, 1.1 и 3.3)."
        )
        assert explain(verdict, language=EN) == (
            "Reaction: missed; the Executor reacted after the due moment; due Monday, 23 "
            "November 2026, 19:00 Moscow time; done on Tuesday, 24 November 2026, at 09:30 "
            "Moscow time (clauses 4.3, 1.1 and 3.3)."
        )

    def test_with_steps_end_with_what_was_done(self) -> None:
        lines = explain(
            self.LATE[Obligation.REACTION],
            language=EN,
            form=Form.STEPS,
            calendar=STANDARD.calendar,
            readings=STANDARD.readings,
        ).split("\n")
        assert lines[1] == (
            "1. The incident was registered on Monday, 23 November 2026, at 11:59:59 Moscow "
            "time (clause 3.2, R-3.2-1)."
        )
        assert lines[6] == (
            "6. It was done on Tuesday, 24 November 2026, at 09:30 Moscow time (clause 3.3, "
            "R-3.3-2)."
        )

    def test_of_a_resolution_with_no_period_name_the_silent_clause(self) -> None:
        assert explain(self.LATE[Obligation.RESOLUTION], language=EN) == (
            "Resolution: the contract states no period to resolve C, whatever its level; clause "
            "4.10 would have had to state one; the law may fill the gap (Civil Code art. 314(2)), "
            "which is not computed here (clauses 4.10 and 3.4)."
        )

    def test_of_an_unclassified_incident_say_what_they_hinge_on(self) -> None:
        incident = Incident.of([Registered(at=MON_2026_11_23, number="1")])
        assessed = STANDARD.assess(incident, datetime(2026, 11, 24, tzinfo=MOSCOW))
        assert explain(assessed[Obligation.REACTION], language=EN) == (
            "Reaction: missed; the reaction is overdue, and the Executor has not reacted; due "
            "Monday, 23 November 2026, 19:00 Moscow time; this holds if the incident turns out "
            "to be of B or C (clauses 4.3, 1.1 and 3.3)."
        )
        assert explain(assessed[Obligation.REPLACEMENT_SEARCH], language=EN) == (
            "Search for a replacement: cannot tell; no category is recorded, and the answer "
            "depends on it (clauses 4.4 and 3.6)."
        )

    def test_of_a_clock_say_from_when_it_runs(self) -> None:
        incident = Incident.of(
            [
                Registered(at=MON_2026_11_23, number="1", category=Category.C),
                Reproduced(at=datetime(2026, 11, 25, 15, tzinfo=MOSCOW)),
            ]
        )
        assessed = STANDARD.assess(incident, datetime(2026, 11, 26, tzinfo=MOSCOW))
        assert explain(assessed[Obligation.RESOLUTION_CLOCK], language=EN) == (
            "Resolution clock: running; the resolution clock runs from the reproduction; counted "
            "from Wednesday, 25 November 2026, 15:00 Moscow time; waits for: the resolution "
            "(clauses 3.4 and 4.10)."
        )

    def test_of_a_search_that_is_owed_do_not_call_it_a_deadline(self) -> None:
        incident = Incident.of([Registered(at=MON_2026_08_24, number="1", category=Category.B)])
        assessed = STANDARD.assess(incident, datetime(2026, 12, 1, tzinfo=MOSCOW))
        assert explain(assessed[Obligation.REPLACEMENT_SEARCH], language=EN) == (
            "Search for a replacement: owed; the Executor owes the search, and the contract "
            "states no period to begin it; owed from Tuesday, 17 November 2026, 19:00 Moscow "
            "time; waits for: the start of the search (clauses 4.4 and 1.1)."
        )

    def test_that_rest_on_projected_days_say_so(self) -> None:
        incident = Incident.of(
            [
                Registered(
                    at=datetime(2027, 12, 29, 9, tzinfo=MOSCOW), number="1", category=Category.C
                ),
                InformationRequested(at=datetime(2027, 12, 30, 9, tzinfo=MOSCOW)),
            ]
        )
        assessed = STANDARD.assess(incident, datetime(2027, 12, 30, 10, tzinfo=MOSCOW))
        # 31 December is off by transfer, 1 to 9 January by law and weekends: 10, 11, 12 January.
        assert explain(assessed[Obligation.AUTOMATIC_CLOSING], language=EN) == (
            "Automatic closing: has not happened yet; a request is open and the Customer is "
            "silent; closing on Wednesday, 12 January 2028, 24:00 Moscow time; waits for: the "
            "Customer's answer; provisional: the transfers of days off in 2028 are not decreed "
            "yet (clauses 4.11 and 1.1)."
        )

    @given(data=st.data())
    def test_of_any_history_are_said_in_every_form(self, data: st.DataObject) -> None:
        incident, service = data.draw(incidents()), data.draw(service_records())
        as_of = data.draw(as_of_for(incident, service=service))
        for verdict in STANDARD.assess(incident, as_of, service=service).verdicts:
            for language, form in product(Language, Form):
                said = explain(verdict, language=language, form=form, calendar=STANDARD.calendar)
                assert "{" not in said or form is Form.JSON


class TestTables:
    """Every sentence is there in both languages, with the same places to fill."""

    TABLES: ClassVar[tuple[Mapping[Any, Text], ...]] = (
        SENTENCES,
        answer_words.ANSWERS,
        answer_words.SENTENCES,
        step_words.SENTENCES,
        step_words.FACTS,
        verdict_words.SENTENCES,
        verdict_words.DUE,
        verdict_words.CONDITIONS,
        verdict_words.WAITS,
        verdict_words.OUTCOMES,
    )

    @pytest.mark.parametrize("table", TABLES, ids=range(len(TABLES)))
    def test_have_both_languages(self, table: Mapping[Any, Text]) -> None:
        for key, text in table.items():
            assert not re.search("[А-Яа-яЁё]", text.en), key
            # {at} is {when} after a verb.
            russian, english = (
                {place.replace("at", "when") for place in re.findall(r"\{(\w+)\}", said)}
                for said in (text.ru, text.en)
            )
            assert russian == english, key


class TestParts:
    """Small pieces of a sentence."""

    @pytest.mark.parametrize(
        ("day", "russian", "english"),
        [
            (date(2026, 11, 23), "рабочий день", "a business day"),
            (date(2026, 11, 28), "суббота", "Saturday"),
            (
                date(2024, 12, 28),
                "рабочая суббота: выходной перенесён на понедельник 30 декабря",
                "a worked Saturday: its day off is moved to Monday 30 December",
            ),
            (
                date(2012, 3, 11),
                (
                    "рабочее воскресенье: выходной перенесён на пятницу 9 марта (постановление "
                    "Правительства РФ № 581 от 20.07.2011)"
                ),
                (
                    "a worked Sunday: its day off is moved to Friday 9 March (Government act No. "
                    "581 of 20.07.2011)"
                ),
            ),
        ],
    )
    def test_why_a_day_is_worked_or_off(self, day: date, russian: str, english: str) -> None:
        known = STANDARD.calendar.day(day)
        assert (day_reason(known, RU), day_reason(known, EN)) == (russian, english)

    def test_a_day_worked_or_moved_for_reasons_nobody_wrote_down(self) -> None:
        """Other countries' calendars say that a day is so, and not for which other day."""
        sat, mon = date(2026, 11, 28), date(2026, 11, 30)
        calendar = BusinessCalendar(
            zone="UTC",
            week=STANDARD.parameters.week,
            first=date(2026, 1, 1),
            last=date(2026, 12, 31),
            decreed_through=date(2026, 12, 31),
            days_off=[SpecialDay(mon, DayKind.MOVED_DAY_OFF, off=True)],
            working_days=[SpecialDay(sat, DayKind.WORKED_WEEKEND, off=False)],
        )
        assert day_reason(calendar.day(sat), RU) == "рабочая суббота"
        assert day_reason(calendar.day(sat), EN) == "a worked Saturday"
        assert day_reason(calendar.day(mon), RU) == "выходной, перенесён"
        assert day_reason(calendar.day(mon), EN) == "day off, moved"

    def test_day_one_after_days_off(self) -> None:
        """Asked on Friday 27 November 2026: day 1 is Monday."""
        answer = STANDARD.automatic_closing_deadline(datetime(2026, 11, 27, 9, tzinfo=MOSCOW))
        assert "counting from Monday 30 November" in explain(answer, language=EN)

    @pytest.mark.parametrize(
        ("first", "last", "russian", "english"),
        [
            (date(2026, 1, 9), date(2026, 1, 9), "9 января", "9 January"),
            (date(2026, 1, 1), date(2026, 1, 6), "1–6 января", "1–6 January"),
            (
                date(2024, 12, 29),
                date(2025, 1, 8),
                "29 декабря – 8 января",
                "29 December – 8 January",
            ),
            (date(2025, 1, 8), date(2026, 1, 9), "8 января – 9 января", "8 January – 9 January"),
        ],
    )
    def test_a_run_of_days(self, first: date, last: date, russian: str, english: str) -> None:
        assert run_of_days(first, last, RU) == russian
        assert run_of_days(first, last, EN) == english

    @pytest.mark.parametrize(
        ("clock", "russian", "english"),
        [
            (time(9), "09:00", "09:00"),
            (time(11, 59, 59), "11:59:59", "11:59:59"),
            (time(11, 59, 59, 999_900), "11:59:59,9999", "11:59:59.9999"),
        ],
    )
    def test_a_clock_time(self, clock: time, russian: str, english: str) -> None:
        assert written_clock(clock, RU) == russian
        assert written_clock(clock, EN) == english

    def test_a_list(self) -> None:
        assert listed(["A"], RU) == "A"
        assert listed(["A", "B", "C"], RU) == "A, B и C"
        assert listed(["A", "B"], EN, either=True) == "A or B"

    @pytest.mark.parametrize(
        ("chosen", "said"),
        [
            (datetime(2026, 11, 23, 15, tzinfo=MOSCOW), "The earliest of the moments: Monday"),
            (datetime(2026, 11, 25, 0, tzinfo=MOSCOW), "The latest of the moments: Tuesday"),
        ],
    )
    def test_a_choice_among_moments(self, chosen: datetime, said: str) -> None:
        step = ChoiceStep(
            rule=RuleId("R-4.4-11"),
            clause=ClauseId("4.4"),
            moments=(
                datetime(2026, 11, 23, 15, tzinfo=MOSCOW),
                datetime(2026, 11, 25, 0, tzinfo=MOSCOW),
            ),
            at=chosen,
        )
        found, below = step_words.sentence(step, EN, None)
        assert found.startswith(said)
        assert below == (
            "Monday, 23 November 2026, 15:00 Moscow time",
            "Tuesday, 24 November 2026, 24:00 Moscow time",
        )

    def test_a_day_that_ends_at_midnight_is_24_00(self) -> None:
        other = STANDARD.with_readings(reaction_day_end=ReactionDayEnd.MIDNIGHT)
        answer = other.reaction_deadline(MON_2026_11_23, Category.C)
        assert steps(answer, RU, other)[0] == (
            "Срок реакции — понедельник, 23 ноября 2026 г., 24:00 по московскому времени (пп. "
            "4.3 и 1.1)."
        )
        late = STANDARD.with_parameters(
            week=(*((Interval(time(10), time(0)),),) * 5, (), ())  # Monday to Friday, to 24:00
        )
        lines = steps(late.reaction_deadline(MON_2026_11_23, Category.C), EN, late)
        assert starting(lines, 5).startswith("5. Service hours on that day end at 24:00 (clause")
