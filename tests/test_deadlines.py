"""4.1-4.4, 4.10, 4.11: due moments worked by hand, and the answers that have none."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from slarules.agreement import Agreement, standard_calendar, standard_support
from slarules.calendar import Beyond, DayStatus
from slarules.deadlines import OWED, Deadline, NotApplicable, NotStated, owed
from slarules.errors import (
    CalendarRangeError,
    NaiveDatetimeError,
    ProjectedCalendarError,
    ProjectedCalendarWarning,
    WrongTypeError,
)
from slarules.parameters import STANDARD, Interval, same_hours
from slarules.readings import Readings
from slarules.steps import CountStep, CutoffStep, DayStep, FactStep, Hour, HourStep
from slarules.terms import Category, Nature, Obligation, Outcome

MOSCOW = ZoneInfo("Europe/Moscow")

FRI_2025_10_31 = date(2025, 10, 31)
WED_2026_11_18 = date(2026, 11, 18)
FRI_2026_11_20 = date(2026, 11, 20)
SAT_2026_11_21 = date(2026, 11, 21)
MON_2026_11_23 = date(2026, 11, 23)
TUE_2026_11_24 = date(2026, 11, 24)
WED_2026_11_25 = date(2026, 11, 25)
THU_2026_11_26 = date(2026, 11, 26)
FRI_2026_11_27 = date(2026, 11, 27)
FRI_2027_02_19 = date(2027, 2, 19)
SAT_2027_02_20 = date(2027, 2, 20)  # worked for Monday the 22nd
WED_2027_02_24 = date(2027, 2, 24)
THU_2027_12_30 = date(2027, 12, 30)
FRI_2027_12_31 = date(2027, 12, 31)  # the last day any act has settled
MON_2028_01_10 = date(2028, 1, 10)

STANDARD_AGREEMENT = standard_support()

AS_IF_NEXT_OPENING = "registered-on-day-off=as-if-next-opening"
AS_AT_NEXT_OPENING = "silence-out-of-hours=as-at-next-opening"

A, B, C, D, E = Category


def at(day: date, hour: int, minute: int = 0, second: int = 0, microsecond: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute, second, microsecond), MOSCOW)


def reading(*choices: str) -> Agreement:
    """Return the standard agreement with some switches set."""
    return standard_support(readings=Readings.of(choices))


def deadline(answer: object) -> Deadline:
    assert isinstance(answer, Deadline)
    return answer


class TestReaction:
    """4.3 Reaction to B, C: this business day if registered before 12:00 in Moscow, else next."""

    @pytest.mark.parametrize("category", [B, C])
    @pytest.mark.parametrize(
        ("registered", "due"),
        [
            (at(MON_2026_11_23, 0), at(MON_2026_11_23, 19)),
            (at(MON_2026_11_23, 3, 10), at(MON_2026_11_23, 19)),
            (at(MON_2026_11_23, 11, 59, 59, 999_999), at(MON_2026_11_23, 19)),
            (at(MON_2026_11_23, 12), at(TUE_2026_11_24, 19)),
            (at(MON_2026_11_23, 23, 59, 59), at(TUE_2026_11_24, 19)),
            (at(FRI_2026_11_20, 12), at(MON_2026_11_23, 19)),
            (at(SAT_2026_11_21, 9), at(MON_2026_11_23, 19)),
            (at(SAT_2026_11_21, 15), at(MON_2026_11_23, 19)),
            (at(FRI_2027_02_19, 12, 30), at(SAT_2027_02_20, 19)),
            (at(SAT_2027_02_20, 12, 30), at(WED_2027_02_24, 19)),
        ],
    )
    def test_it_is_due_when_its_day_closes(
        self, registered: datetime, due: datetime, category: Category
    ) -> None:
        assert STANDARD_AGREEMENT.reaction_due(registered) == due
        found = deadline(STANDARD_AGREEMENT.reaction_deadline(registered, category))
        assert found.due == due
        assert found.nature is Nature.DUTY_BY
        assert found.obligation is Obligation.REACTION

    @pytest.mark.parametrize(
        ("zone", "written"),
        [
            ("UTC", "2026-11-23T09:00:00+00:00"),
            ("Asia/Kamchatka", "2026-11-23T21:00:00+12:00"),
            ("America/New_York", "2026-11-23T04:00:00-05:00"),
        ],
    )
    def test_noon_is_moscows_noon(self, zone: str, written: str) -> None:
        noon = at(MON_2026_11_23, 12).astimezone(ZoneInfo(zone))
        assert noon.isoformat() == written
        due = STANDARD_AGREEMENT.reaction_due(noon)
        assert due.isoformat() == "2026-11-24T19:00:00+03:00"
        before = STANDARD_AGREEMENT.reaction_due(noon - timedelta(microseconds=1))
        assert before.isoformat() == "2026-11-23T19:00:00+03:00"

    @pytest.mark.parametrize(
        ("choice", "registered", "due"),
        [
            ("cutoff-instant=same-day", at(MON_2026_11_23, 12), at(MON_2026_11_23, 19)),
            ("cutoff-instant=same-day", at(MON_2026_11_23, 12, 0, 0, 1), at(TUE_2026_11_24, 19)),
            ("reaction-day-end=midnight", at(MON_2026_11_23, 11), at(TUE_2026_11_24, 0)),
            ("reaction-day-end=midnight", at(FRI_2026_11_20, 12), at(TUE_2026_11_24, 0)),
            # With these hours both options of these two give the same day.
            (AS_IF_NEXT_OPENING, at(SAT_2026_11_21, 9), at(MON_2026_11_23, 19)),
            ("before-opening=as-at-opening", at(MON_2026_11_23, 3), at(MON_2026_11_23, 19)),
            # The eve's short length, worked on the Saturday in its place.
            ("short-days=one-hour-shorter", at(FRI_2027_02_19, 12, 30), at(SAT_2027_02_20, 18)),
            ("short-days=one-hour-shorter", at(MON_2026_11_23, 11), at(MON_2026_11_23, 19)),
            # Monday 1 November 2021, declared non-working, as all days through Sunday the 7th.
            ("decree-days=business-days", at(date(2021, 11, 1), 9), at(date(2021, 11, 1), 19)),
            ("decree-days=non-business-days", at(date(2021, 11, 1), 9), at(date(2021, 11, 8), 19)),
        ],
    )  # fmt: skip
    def test_another_reading_moves_it(
        self, choice: str, registered: datetime, due: datetime
    ) -> None:
        assert reading(choice).reaction_due(registered) == due
        assert deadline(reading(choice).reaction_deadline(registered, C)).due == due

    def test_readings_of_the_opening_part_company_when_the_cut_off_is_earlier(self) -> None:
        """Agreed: cut-off at 09:00, an hour before the desk opens."""
        early = STANDARD.replace(cutoff=time(9))
        moments = at(SAT_2026_11_21, 8), at(MON_2026_11_23, 8)
        dues = {
            choice: tuple(
                standard_support(readings=Readings.of([choice]), parameters=early).reaction_due(
                    moment
                )
                for moment in moments
            )
            for choice in (
                "registered-on-day-off=next-business-day",
                AS_IF_NEXT_OPENING,
                "before-opening=as-at-opening",
            )
        }
        monday, tuesday = at(MON_2026_11_23, 19), at(TUE_2026_11_24, 19)
        assert dues == {
            "registered-on-day-off=next-business-day": (monday, monday),
            AS_IF_NEXT_OPENING: (tuesday, monday),
            "before-opening=as-at-opening": (monday, tuesday),
        }

    def test_another_cut_off_may_be_agreed(self) -> None:
        later = STANDARD_AGREEMENT.with_parameters(cutoff=time(13, 30))
        assert later.reaction_due(at(MON_2026_11_23, 13, 29, 59)) == at(MON_2026_11_23, 19)
        assert later.reaction_due(at(MON_2026_11_23, 13, 30)) == at(TUE_2026_11_24, 19)

    def test_other_hours_may_be_agreed(self) -> None:
        week = same_hours(7, Interval(time(0), time(0)))
        always = STANDARD_AGREEMENT.with_parameters(week=week)
        assert always.reaction_due(at(SAT_2026_11_21, 11)) == at(date(2026, 11, 22), 0)
        assert always.reaction_due(at(SAT_2026_11_21, 12)) == at(MON_2026_11_23, 0)

    def test_no_period_is_stated_for_a_d_and_e(self) -> None:
        for category, clauses in ((A, ("4.1", "4.3")), (D, ("4.1", "4.3")), (E, ("4.2", "4.3"))):
            answer = STANDARD_AGREEMENT.reaction_deadline(at(MON_2026_11_23, 11), category)
            assert isinstance(answer, NotStated)
            assert answer.clauses == clauses

    def test_its_steps_are_the_registration_its_day_the_cut_off_the_count_and_the_hour(
        self,
    ) -> None:
        registered = at(FRI_2026_11_20, 15, 30)
        fact, day, cutoff, count, hour = deadline(
            STANDARD_AGREEMENT.reaction_deadline(registered, B)
        ).steps
        assert isinstance(fact, FactStep)
        assert (fact.fact, fact.at, fact.clause) == ("registered", registered, "3.2")
        assert isinstance(day, DayStep)
        assert (day.day, day.clock, day.is_business_day) == (FRI_2026_11_20, time(15, 30), True)
        assert isinstance(cutoff, CutoffStep)
        assert (cutoff.cutoff, cutoff.is_before, cutoff.clause) == (time(12), False, "4.3")
        assert isinstance(count, CountStep)
        assert (count.start, count.n, count.end) == (FRI_2026_11_20, 1, MON_2026_11_23)
        assert count.skipped == (SAT_2026_11_21, date(2026, 11, 22))
        assert isinstance(hour, HourStep)
        assert (hour.day, hour.hour, hour.at) == (
            MON_2026_11_23,
            Hour.CLOSING,
            at(MON_2026_11_23, 19),
        )

    def test_the_cut_off_instant_is_a_reading_only_at_the_cut_off(self) -> None:
        choice = "cutoff-instant=next-day"
        ask = STANDARD_AGREEMENT.reaction_deadline
        assert choice in deadline(ask(at(MON_2026_11_23, 12), B)).readings
        for moment in (at(MON_2026_11_23, 11, 59, 59), at(MON_2026_11_23, 12, 0, 0, 1)):
            assert choice not in deadline(ask(moment, B)).readings


class TestReplacement:
    """4.4 Sixty business days from registration; then a replacement is looked for."""

    @pytest.mark.parametrize(
        ("registered", "due"),
        [
            # Day 1 is Tuesday 25 August 2026; 4 November is off; day 60 Tuesday 17 November.
            (at(date(2026, 8, 24), 11), at(date(2026, 11, 17), 19)),
            (at(date(2026, 8, 24), 0), at(date(2026, 11, 17), 19)),
            (at(date(2026, 8, 24), 23, 59, 59), at(date(2026, 11, 17), 19)),
            # Registered on the Saturday or Sunday before: day 1 is Monday the 24th.
            (at(date(2026, 8, 22), 11), at(date(2026, 11, 16), 19)),
            (at(date(2026, 8, 23), 11), at(date(2026, 11, 16), 19)),
        ],
    )
    def test_it_arises_when_the_sixtieth_day_closes(
        self, registered: datetime, due: datetime
    ) -> None:
        found = deadline(STANDARD_AGREEMENT.replacement_search_deadline(registered))
        assert found.due == due
        assert found.nature is Nature.DUTY_FROM  # owed from then on: it is never missed
        assert found.clauses == ("4.4", "1.1")

    @pytest.mark.parametrize(
        ("choice", "due"),
        [
            ("period-end=midnight", at(WED_2026_11_18, 0)),
            ("day-count-start=same-day", at(date(2026, 11, 16), 19)),
        ],
    )
    def test_another_reading_moves_it(self, choice: str, due: datetime) -> None:
        registered = at(date(2026, 8, 24), 11)
        assert deadline(reading(choice).replacement_search_deadline(registered)).due == due

    def test_on_a_day_off_the_first_day_is_the_same_under_both_starts(self) -> None:
        registered = at(date(2026, 8, 22), 11)
        same_day = reading("day-count-start=same-day")
        assert deadline(same_day.replacement_search_deadline(registered)).due == (
            at(date(2026, 11, 16), 19)
        )

    @pytest.mark.parametrize("category", [A, C, D, E])
    def test_other_categories_have_no_such_duty(self, category: Category) -> None:
        answer = STANDARD_AGREEMENT.replacement_search_deadline(at(MON_2026_11_23, 11), category)
        assert isinstance(answer, NotApplicable)
        assert answer.clauses == ("4.4",)

    def test_another_number_of_days_may_be_agreed(self) -> None:
        two = STANDARD_AGREEMENT.with_parameters(replacement_after=2)
        found = deadline(two.replacement_search_deadline(at(FRI_2026_11_20, 11)))
        assert found.due == at(TUE_2026_11_24, 19)


class TestSilence:
    """4.11 Three business days without a word from the Customer, and the incident closes."""

    @pytest.mark.parametrize(
        ("asked", "closes"),
        [
            (at(MON_2026_11_23, 11), at(FRI_2026_11_27, 0)),
            (at(MON_2026_11_23, 20, 30), at(FRI_2026_11_27, 0)),
            (at(SAT_2026_11_21, 11), at(THU_2026_11_26, 0)),
            # 1 November worked; 2 off, 3 off by transfer, 4 a holiday; 5 and 6 are days 2 and 3.
            (at(FRI_2025_10_31, 17), at(date(2025, 11, 7), 0)),
        ],
    )
    def test_it_closes_at_the_midnight_that_ends_the_third_day(
        self, asked: datetime, closes: datetime
    ) -> None:
        found = STANDARD_AGREEMENT.automatic_closing_deadline(asked)
        assert found.due == closes
        assert found.nature is Nature.EFFECT_AT  # it happens by itself: it is never missed
        assert found.clauses == ("4.11", "1.1")

    @pytest.mark.parametrize(
        ("choice", "asked", "closes"),
        [
            ("silence-end=closing-time", at(FRI_2025_10_31, 17), at(date(2025, 11, 6), 19)),
            ("silence-end=closing-time", at(MON_2026_11_23, 20, 30), at(THU_2026_11_26, 19)),
            ("day-count-start=same-day", at(MON_2026_11_23, 11), at(THU_2026_11_26, 0)),
            # After closing: asked on Tuesday at ten, so days 25, 26 and 27.
            (AS_AT_NEXT_OPENING, at(MON_2026_11_23, 20, 30), at(date(2026, 11, 28), 0)),
            (AS_AT_NEXT_OPENING, at(MON_2026_11_23, 19), at(date(2026, 11, 28), 0)),
            (AS_AT_NEXT_OPENING, at(MON_2026_11_23, 18, 59), at(FRI_2026_11_27, 0)),
            (AS_AT_NEXT_OPENING, at(MON_2026_11_23, 3), at(FRI_2026_11_27, 0)),
            (AS_AT_NEXT_OPENING, at(SAT_2026_11_21, 11), at(FRI_2026_11_27, 0)),
            # Thursday 29 April 2021; 30 April is day 1, 1 to 3 May off.
            ("decree-days=business-days", at(date(2021, 4, 29), 12), at(date(2021, 5, 6), 0)),
            # Then 4 to 7 May off by decree, 8 and 9 weekend, 10 carried over; 11 and 12 count.
            ("decree-days=non-business-days", at(date(2021, 4, 29), 12), at(date(2021, 5, 13), 0)),
        ],
    )  # fmt: skip
    def test_another_reading_moves_it(self, choice: str, asked: datetime, closes: datetime) -> None:
        assert reading(choice).automatic_closing_deadline(asked).due == closes

    def test_another_number_of_days_may_be_agreed(self) -> None:
        one = STANDARD_AGREEMENT.with_parameters(silence=1)
        asked = at(MON_2026_11_23, 11)
        assert one.automatic_closing_deadline(asked).due == at(WED_2026_11_25, 0)


class TestOwed:
    """4.1, 4.2, 4.3, 4.4, 4.10, 4.11 What is owed in which category: every pair exactly once."""

    def test_every_category_has_one_row_for_each_obligation_of_the_table(self) -> None:
        pairs = [(row.obligation, category) for row in OWED for category in row.categories]
        obligations = {row.obligation for row in OWED}
        assert sorted(pairs, key=str) == sorted(product(obligations, Category), key=str)

    @pytest.mark.parametrize(
        ("obligation", "expected"),
        [
            (Obligation.REACTION, "not-stated pending pending not-stated not-stated"),
            (
                Obligation.REPLACEMENT_SEARCH,
                "not-applicable pending not-applicable not-applicable not-applicable",
            ),
            (Obligation.RESOLUTION, "not-stated until-event not-stated not-stated not-stated"),
            (Obligation.AUTOMATIC_CLOSING, "pending pending pending pending pending"),
        ],
    )
    def test_the_kind_of_answer_in_categories_a_to_e(
        self, obligation: Obligation, expected: str
    ) -> None:
        assert [owed(obligation, category).outcome for category in Category] == [
            Outcome(word) for word in expected.split()
        ]

    @pytest.mark.parametrize(
        ("rule", "nature"),
        [
            ("R-4.3-1", Nature.DUTY_BY),  # a reaction is owed by its moment
            ("R-4.4-1", Nature.DUTY_FROM),  # a search is owed from it; no period to begin is stated
            ("R-4.10-1", Nature.CLOCK),  # the time runs from reproduction; how long, is not stated
            ("R-4.11-1", Nature.EFFECT_AT),  # it closes by itself
        ],
    )
    def test_what_its_moment_means(self, rule: str, nature: Nature) -> None:
        assert [row.nature for row in OWED if row.rule == rule] == [nature]

    def test_what_has_no_moment_has_no_nature(self) -> None:
        with_one = {"R-4.3-1", "R-4.4-1", "R-4.10-1", "R-4.11-1"}
        assert {row.rule for row in OWED if row.nature is not None} == with_one

    def test_no_rule_id_is_used_twice(self) -> None:
        assert len({row.rule for row in OWED}) == len(OWED)
        for row in OWED:
            assert row.rule.startswith("R-")

    def test_the_id_of_a_row_names_a_clause_the_row_cites(self) -> None:
        for row in OWED:
            _, clause, _ = row.rule.split("-")
            assert clause in row.clauses


class TestProjected:
    """1.1 A deadline that rests on a day no act has settled says that it is provisional."""

    ASKS = (
        lambda agreement, moment: agreement.reaction_deadline(moment, C),
        lambda agreement, moment: agreement.automatic_closing_deadline(moment),
        lambda agreement, moment: agreement.replacement_search_deadline(moment),
    )
    REFUSING = STANDARD_AGREEMENT.with_calendar(
        standard_calendar(Readings(), STANDARD, beyond=Beyond.REFUSE)
    )

    @pytest.mark.parametrize("ask", ASKS)
    def test_it_carries_what_it_rests_on(self, ask: Any) -> None:
        found = ask(STANDARD_AGREEMENT, at(THU_2027_12_30, 13))
        assert found.provisional
        assert found.rests_on.status is DayStatus.PROJECTED
        assert found.rests_on.through > FRI_2027_12_31

    def test_a_bare_moment_comes_with_a_warning(self) -> None:
        """31 December 2027 is a day off; 1 to 8 January by law, 9 a Sunday."""
        with pytest.warns(ProjectedCalendarWarning) as caught:
            due = STANDARD_AGREEMENT.reaction_due(at(THU_2027_12_30, 13))
        assert [warning.filename for warning in caught] == [__file__]
        expected = deadline(STANDARD_AGREEMENT.reaction_deadline(at(THU_2027_12_30, 13), C)).due
        assert due == expected

    def test_before_noon_of_the_last_settled_business_day_nothing_is_provisional(self) -> None:
        found = deadline(STANDARD_AGREEMENT.reaction_deadline(at(THU_2027_12_30, 11), C))
        assert found.due == STANDARD_AGREEMENT.reaction_due(at(THU_2027_12_30, 11))
        assert not found.provisional
        assert found.rests_on.through == THU_2027_12_30

    @pytest.mark.parametrize("ask", ASKS)
    def test_a_calendar_that_refuses_raises_instead(self, ask: Any) -> None:
        with pytest.raises(ProjectedCalendarError):
            ask(self.REFUSING, at(THU_2027_12_30, 13))
        with pytest.raises(ProjectedCalendarError):
            self.REFUSING.reaction_due(at(THU_2027_12_30, 13))


class TestRefusals:
    """3.2, 4.3 A moment nobody can place is refused, with what to do."""

    ASKS = (
        STANDARD_AGREEMENT.reaction_due,
        lambda moment: STANDARD_AGREEMENT.reaction_deadline(moment, B),
        STANDARD_AGREEMENT.replacement_search_deadline,
        STANDARD_AGREEMENT.automatic_closing_deadline,
    )

    @pytest.mark.parametrize("ask", ASKS)
    def test_a_naive_moment(self, ask: Any) -> None:
        with pytest.raises(NaiveDatetimeError, match="whose clock it is"):
            ask(datetime(2026, 11, 23, 11))

    @pytest.mark.parametrize("moment", [None, "2026-11-23T11:00:00+03:00", MON_2026_11_23, 0])
    @pytest.mark.parametrize("ask", ASKS)
    def test_what_is_no_moment(self, ask: Any, moment: Any) -> None:
        with pytest.raises(WrongTypeError):
            ask(moment)

    @pytest.mark.parametrize("year", [1, 1998, 2038, 9999])
    @pytest.mark.parametrize("ask", ASKS)
    def test_a_moment_the_calendar_does_not_reach(self, ask: Any, year: int) -> None:
        with pytest.raises(CalendarRangeError):
            ask(datetime(year, 7, 1, 12, tzinfo=UTC))

    @pytest.mark.parametrize("ask", ASKS)
    def test_a_period_that_ends_after_the_last_known_day(self, ask: Any) -> None:
        with pytest.raises(CalendarRangeError):
            ask(at(date(2037, 12, 31), 13))


class TestValue:
    """Agreements and answers are values."""

    def test_the_same_terms_are_the_same_agreement(self) -> None:
        assert standard_support() is standard_support()
        same = reading("cutoff-instant=same-day")
        assert same == STANDARD_AGREEMENT.with_readings(cutoff_instant=same.readings.cutoff_instant)
        assert hash(same) == hash(reading("cutoff-instant=same-day"))
        assert same != STANDARD_AGREEMENT

    def test_an_agreement_and_its_answers_come_back_from_pickle(self) -> None:
        answer = STANDARD_AGREEMENT.reaction_deadline(at(MON_2026_11_23, 11), C)
        back, found = pickle.loads(pickle.dumps((STANDARD_AGREEMENT, answer)))  # noqa: S301
        assert back == STANDARD_AGREEMENT
        assert found == answer
        assert back.reaction_deadline(at(MON_2026_11_23, 11), C) == answer

    def test_a_given_calendar_stays_when_readings_change(self) -> None:
        calendar = STANDARD_AGREEMENT.calendar.with_hours(MON_2026_11_23, ())
        agreement = STANDARD_AGREEMENT.with_calendar(calendar)
        changed = agreement.with_readings(
            reaction_day_end=reading("reaction-day-end=midnight").readings.reaction_day_end
        )
        assert changed.calendar == calendar
        assert changed.reaction_due(at(MON_2026_11_23, 11)) == at(WED_2026_11_25, 0)

    def test_its_repr_is_one_line(self) -> None:
        assert repr(STANDARD_AGREEMENT) == (
            "<Agreement Readings(), <BusinessCalendar Europe/Moscow, 1999-01-01 … 2037-12-31, "
            "decreed through 2027-12-31>>"
        )
