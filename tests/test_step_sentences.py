"""
Steps, days and amounts in words, sentence by sentence; what is expected was typed by hand.

20, 27 November 2026 are Fridays, 23 and 30 November Mondays; none of these weeks has a holiday.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import pytest

from slarules.answer_words import answer_sentence
from slarules.calendar import Day, DayStatus
from slarules.day_words import day_reason, days_off
from slarules.days import DayKind
from slarules.deadlines import Deadline
from slarules.errors import NaiveDatetimeError
from slarules.spans import DayTest, Span, Without
from slarules.step_words import at_moment, sentence
from slarules.steps import (
    BudgetStep,
    ChoiceStep,
    CountStep,
    CutoffStep,
    DayStep,
    FactStep,
    Hour,
    HourStep,
    Step,
)
from slarules.terms import Category, ClauseId, Language, RuleId
from slarules.written import written_end, written_moment, written_seconds
from tests.calendars import MON_2026_11_23, MOSCOW, SAT_2026_11_21, SUN_2026_11_22, moscow
from tests.judging import agreement

if TYPE_CHECKING:
    from collections.abc import Callable

RU, EN = Language.RU, Language.EN
FRI_2026_11_20 = date(2026, 11, 20)
WED_2026_11_25 = date(2026, 11, 25)
FRI_2026_11_27 = date(2026, 11, 27)
SAT_2026_11_28 = date(2026, 11, 28)
SUN_2026_11_29 = date(2026, 11, 29)
MON_2026_11_30 = date(2026, 11, 30)
MON_2026_12_07 = date(2026, 12, 7)

RULE, CLAUSE = RuleId("R-4.4-4"), ClauseId("4.4")
"""A rule that counts a period; the sentences are told from the steps alone."""

Below = tuple[str, ...]


def count(end: date, n: int, *skipped: date, left_out: tuple[date, ...] = ()) -> CountStep:
    """Return a count from Friday 20 November."""
    return CountStep(
        rule=RULE,
        clause=CLAUSE,
        start=FRI_2026_11_20,
        n=n,
        end=end,
        skipped=(SAT_2026_11_21, SUN_2026_11_22, *skipped),
        left_out=left_out,
    )


def utc(day: int, hour: int, minute: int = 0, second: int = 0, fraction: int = 0) -> datetime:
    """Return a moment of November 2026 on another clock than Moscow's, three hours behind it."""
    return datetime(2026, 11, day, hour, minute, second, fraction, tzinfo=UTC)


COUNTS: Final[list[tuple[CountStep, Language, str, Below]]] = [
    (
        count(date(2026, 11, 24), 2),
        EN,
        "2 business days, the last of them Tuesday, 24 November 2026",
        ("21–22 November", "day 1: Monday, 23 November", "day 2: Tuesday, 24 November"),
    ),
    (
        count(FRI_2026_11_27, 5),
        EN,
        "5 business days, the last of them Friday, 27 November 2026",
        (
            "21–22 November",
            "day 1: Monday, 23 November",
            "day 2: Tuesday, 24 November",
            "day 3: Wednesday, 25 November",
            "day 4: Thursday, 26 November",
            "day 5: Friday, 27 November",
        ),
    ),
    (
        count(MON_2026_11_30, 6, SAT_2026_11_28, SUN_2026_11_29),
        EN,
        "6 business days, the last of them Monday, 30 November 2026",
        ("days 1–5: 23–27 November", "day 6: 30 November"),
    ),
    (
        count(
            MON_2026_12_07,
            11,
            SAT_2026_11_28,
            SUN_2026_11_29,
            date(2026, 12, 5),  # a Saturday
            date(2026, 12, 6),
        ),
        RU,
        "11 рабочих дней, последний — понедельник, 7 декабря 2026 г.",
        ("дни 1–10: 23 ноября – 4 декабря, 2 полные недели", "день 11: 7 декабря"),
    ),
    (
        count(date(2026, 11, 24), 1, left_out=(MON_2026_11_23,)),
        RU,
        "1 рабочий день: вторник, 24 ноября 2026 г.",
        ("21–22 ноября", "23 ноября — счёт стоит", "день 1: вторник, 24 ноября"),
    ),
    (
        count(MON_2026_11_30, 8),  # a weekend that is worked
        RU,
        "8 рабочих дней, последний — понедельник, 30 ноября 2026 г.",
        (
            ("дни 1–7: 23–29 ноября; в том числе 28 ноября — суббота; 29 ноября — воскресенье"),
            "день 8: 30 ноября",
        ),
    ),
]


class TestCounts:
    """4.4, 4.11: five days at most are named one by one, a longer count goes by weeks."""

    @pytest.mark.parametrize(("step", "language", "said", "below"), COUNTS)
    def test_are_said_with_their_days(
        self, step: CountStep, language: Language, said: str, below: Below
    ) -> None:
        assert sentence(step, language, None) == (said, below)

    def test_a_count_that_stood_still_says_for_how_long(self) -> None:
        """4.4: a pause covers Tuesday 1 to Thursday 3 September 2026."""
        pause = Span(moscow(date(2026, 9, 1), 9), moscow(date(2026, 9, 3), 20))
        answer = agreement().rules.replacement_search(
            moscow(date(2026, 8, 24), 11),
            Category.B,
            without=(Without(spans=(pause,), test=DayTest.COVERS),),
        )
        assert isinstance(answer, Deadline)
        assert answer_sentence(answer, RU) == (
            "Обязанность искать замену внешнему ПО возникает в пятницу, 20 ноября 2026 г., в "
            "19:00 по московскому времени, если проблема не решена раньше: тогда кончается 60-й "
            "рабочий день, считая со вторника 25 августа; счёт стоял 3 рабочих дня (пп. 4.4 и "
            "1.1)"
        )


STRETCHES: Final = BudgetStep(
    rule=RuleId("R-4.10-2"),
    clause=ClauseId("4.10"),
    start=moscow(WED_2026_11_25, 23),
    business_minutes=121,
    stretches=(
        Span(utc(25, 20, 0, 0, 500_000), utc(25, 21)),
        Span(utc(25, 21), utc(25, 22, 1, 0, 250_000)),
    ),
    at=datetime(2026, 11, 26, 1, 1, 0, 250_000, tzinfo=MOSCOW),
)
"""From an hour before midnight on Wednesday to an hour after it, on a desk that never shuts."""

STEPS: Final[list[tuple[Step, Language, str, Below]]] = [
    (
        STRETCHES,
        RU,
        (
            "Согласованное время (121 минута рабочего времени службы) кончается в четверг, 26 "
            "ноября 2026 г., в 01:01:00,25 по московскому времени"
        ),
        (
            "среда, 25 ноября 2026 г.: 23:00:00,5–24:00",
            "четверг, 26 ноября 2026 г.: 00:00–01:01:00,25",
        ),
    ),
    (
        STRETCHES,
        EN,
        (
            "The agreed time (121 minutes of service hours) is used up on Thursday, 26 November "
            "2026, at 01:01:00.25 Moscow time"
        ),
        (
            "Wednesday, 25 November 2026: 23:00:00.5–24:00",
            "Thursday, 26 November 2026: 00:00–01:01:00.25",
        ),
    ),
    (
        DayStep(
            rule=RULE,
            clause=CLAUSE,
            at=moscow(SAT_2026_11_28, 9),
            day=SAT_2026_11_28,
            clock=time(9),
            is_business_day=False,
        ),
        RU,
        "28 ноября 2026 г. (суббота) — нерабочий день",
        (),
    ),
    (
        CutoffStep(
            rule=RULE,
            clause=CLAUSE,
            clock=time(11, 59, 59, 250_000),
            cutoff=time(11, 59, 59, 500_000),
            is_before=True,
        ),
        RU,
        "11:59:59,25 — раньше 11:59:59,5",
        (),
    ),
    (
        HourStep(
            rule=RULE,
            clause=CLAUSE,
            day=MON_2026_11_23,
            hour=Hour.CLOSING,
            at=datetime(2026, 11, 23, 18, 59, 59, 500_000, tzinfo=MOSCOW),
        ),
        RU,
        "Рабочее время службы в этот день кончается в 18:59:59,5",
        (),
    ),
    (
        ChoiceStep(
            rule=RULE,
            clause=CLAUSE,
            moments=(moscow(MON_2026_11_23, 15), moscow(WED_2026_11_25, 0)),
            at=moscow(MON_2026_11_23, 15),
        ),
        RU,
        "Самый ранний из моментов: понедельник, 23 ноября 2026 г., 15:00 по московскому времени",
        (
            "понедельник, 23 ноября 2026 г., 15:00 по московскому времени",
            "вторник, 24 ноября 2026 г., 24:00 по московскому времени",
        ),
    ),
]


class TestSteps:
    """3.4, 4.3, 4.4, 4.10: a step says what it found, and below it what that is made of."""

    @pytest.mark.parametrize(("step", "language", "said", "below"), STEPS)
    def test_are_said(self, step: Step, language: Language, said: str, below: Below) -> None:
        assert sentence(step, language, None) == (said, below)

    def test_fractions_of_a_second_stand_after_a_comma_in_a_russian_answer(self) -> None:
        """4.3: what was registered, what it counts as, and what it is compared with."""
        answer = agreement().reaction_deadline(
            datetime(2026, 11, 23, 11, 59, 59, 250_000, tzinfo=MOSCOW), Category.C
        )
        assert isinstance(answer, Deadline)
        told = tuple(
            step.replace(clock=time(11, 59, 59, 500_000), cutoff=time(11, 59, 59, 750_000))
            if isinstance(step, CutoffStep)
            else step
            for step in answer.steps
        )
        assert answer_sentence(answer.replace(steps=told), RU) == (
            "Срок реакции — понедельник, 23 ноября 2026 г., 19:00 по московскому времени: "
            "инцидент зарегистрирован в понедельник, 23 ноября 2026 г., в 11:59:59,25, но "
            "считается записанным в 11:59:59,5, раньше 11:59:59,75, поэтому срок — тот же "
            "рабочий день (пп. 4.3 и 1.1)"
        )

    def test_a_fact_on_a_clock_without_a_name_keeps_all_of_its_clock(self) -> None:
        samara = datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Europe/Samara"))
        assert at_moment(samara, RU) == (
            "во вторник, 24 ноября 2026 г., в 12:00 (Europe/Samara, UTC+04:00)"
        )
        step = FactStep(rule=RULE, clause=CLAUSE, fact="registered", at=samara)
        assert sentence(step, EN, None)[0] == (
            "the incident was registered on Tuesday, 24 November 2026, at 12:00 (Europe/Samara, "
            "UTC+04:00)"
        )


class TestDays:
    """1.1: days off in runs, each with its reason where there is one."""

    def test_days_apart_are_as_many_runs(self) -> None:
        """2, 4 and 6 March 2026: a Monday, a Wednesday and a Friday."""
        apart = [date(2026, 3, 2), date(2026, 3, 4), date(2026, 3, 6)]
        assert list(days_off(apart, EN, None)) == ["2 March", "4 March", "6 March"]

    def test_a_holiday_that_nobody_named_has_no_reason(self) -> None:
        unnamed = Day(
            day=MON_2026_11_23,
            is_business_day=False,
            kind=DayKind.HOLIDAY,
            hours=(),
            status=DayStatus.DECREED,
        )
        assert (day_reason(unnamed, RU), day_reason(unnamed, EN)) == ("", "")


class TestWritten:
    """Moments and amounts of time as they are written."""

    def test_a_clock_that_is_even_with_utc_is_ahead_of_it_by_nothing(self) -> None:
        moment = datetime(2026, 1, 14, 12, tzinfo=ZoneInfo("Europe/London"))
        assert written_moment(moment, EN) == "14 January 2026, 12:00 (Europe/London, UTC+00:00)"

    @pytest.mark.parametrize("write", [written_moment, written_end])
    def test_a_naive_moment_is_refused_as_the_moment(
        self, write: Callable[[datetime, Language], str]
    ) -> None:
        naive = datetime(2026, 1, 14, 12)
        with pytest.raises(NaiveDatetimeError) as refused:
            write(naive, RU)
        assert refused.value.args == (naive, "the moment")

    @pytest.mark.parametrize(
        ("seconds", "written"),
        [
            (0, "0:00:00"),
            (59, "0:00:59"),
            (60, "0:01:00"),
            (3_599, "0:59:59"),
            (3_600, "1:00:00"),
            (97_509, "27:05:09"),
        ],
    )
    def test_an_amount_is_hours_minutes_and_seconds(self, seconds: int, written: str) -> None:
        assert written_seconds(seconds) == written
