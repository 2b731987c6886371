"""The rules that do not apply, and the nearest registration with another due moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from slarules.agreement import standard_support
from slarules.boundaries import (
    Boundary,
    Side,
    amount_words,
    boundary_words,
    nearest_boundary,
    not_applied,
    not_applied_words,
)
from slarules.calendar import Beyond, BusinessCalendar
from slarules.deadlines import OWED, Deadline
from slarules.errors import NaiveDatetimeError
from slarules.parameters import STANDARD as FIGURES
from slarules.readings import BeforeOpening, CutoffInstant, RegisteredOnDayOff
from slarules.rules import rule
from slarules.terms import Category, Language, Outcome, RuleId
from tests.strategies import MOSCOW

if TYPE_CHECKING:
    from slarules.agreement import Agreement

RU, EN = Language.RU, Language.EN
STANDARD = standard_support()
INSTANT = timedelta(microseconds=1)

TUE_2025_12_30 = datetime(2025, 12, 30, 11, 58, 59, tzinfo=MOSCOW)
MON_2026_11_23 = datetime(2026, 11, 23, tzinfo=MOSCOW)
SAT_2026_11_28 = datetime(2026, 11, 28, 9, tzinfo=MOSCOW)


def due(agreement: Agreement, registered: datetime) -> datetime:
    answer = agreement.reaction_deadline(registered, Category.B)
    assert isinstance(answer, Deadline)
    return answer.due


def nearest(agreement: Agreement, registered: datetime) -> Boundary:
    found = nearest_boundary(agreement, registered, Category.B)
    assert found is not None
    return found


class TestNearest:
    """4.3 Before 12:00 the current business day, else the next one."""

    def test_later_by_61_seconds(self) -> None:
        """Tuesday 30 December 2025, 11:58:59; after 12:00 it is Monday 12 January."""
        boundary = nearest(STANDARD, TUE_2025_12_30)
        assert boundary == Boundary(
            side=Side.LATER,
            limit=datetime(2025, 12, 30, 12, tzinfo=MOSCOW),
            exactly=True,
            shift=timedelta(seconds=61),
            due=datetime(2026, 1, 12, 19, tzinfo=MOSCOW),
        )
        assert boundary_words(boundary, EN) == (
            "Registered 61 seconds later: due Monday, 12 January 2026, 19:00 Moscow time"
        )
        assert boundary_words(boundary, RU) == (
            "При регистрации на 61 секунду позже срок — понедельник, 12 января 2026 г., 19:00 по "
            "московскому времени"
        )

    @pytest.mark.parametrize(
        ("hour", "words"),
        [
            (time(12), "Registered an instant earlier: due Monday, 23 November"),
            (time(12, 0, 59), "Registered more than 59 seconds earlier: due Monday, 23 November"),
            (time(18), "Registered more than 6 hours earlier: due Monday, 23 November"),
            (time(8, 29), "Registered 3 hours 31 minutes later: due Tuesday, 24 November"),
            (time(11, 59, 59, 1), "Registered 1 second later: due Tuesday, 24 November"),
        ],
    )
    def test_on_a_plain_monday(self, hour: time, words: str) -> None:
        registered = datetime.combine(MON_2026_11_23, hour, MOSCOW)
        assert boundary_words(nearest(STANDARD, registered), EN) == (
            f"{words} 2026, 19:00 Moscow time"
        )

    @pytest.mark.parametrize(
        ("hour", "words"),
        [
            (time(12), "Registered an instant later: due Tuesday, 24 November"),
            (time(11, 59), "Registered more than 60 seconds later: due Tuesday, 24 November"),
            (time(12, 0, 59), "Registered 59 seconds earlier: due Monday, 23 November"),
        ],
    )
    def test_where_the_cutoff_itself_belongs_to_the_same_day(self, hour: time, words: str) -> None:
        other = STANDARD.with_readings(cutoff_instant=CutoffInstant.SAME_DAY)
        registered = datetime.combine(MON_2026_11_23, hour, MOSCOW)
        assert boundary_words(nearest(other, registered), EN) == f"{words} 2026, 19:00 Moscow time"

    def test_is_the_nearer_one_on_a_day_off(self) -> None:
        """Saturday 09:00: Friday's cut-off is 21 hours back, Monday's 51 hours ahead."""
        boundary = nearest(STANDARD, SAT_2026_11_28)
        assert (boundary.side, boundary.shift) == (Side.EARLIER, timedelta(hours=21))
        assert boundary.due == datetime(2026, 11, 27, 19, tzinfo=MOSCOW)

    @given(
        registered=st.datetimes(
            datetime(2024, 1, 1), datetime(2027, 6, 1), timezones=st.sampled_from([UTC, MOSCOW])
        ),
        agreement=st.sampled_from(
            [
                STANDARD,
                STANDARD.with_parameters(cutoff=time(9)).with_readings(
                    before_opening=BeforeOpening.AS_AT_OPENING
                ),
                STANDARD.with_parameters(cutoff=time(9)).with_readings(
                    registered_on_day_off=RegisteredOnDayOff.AS_IF_NEXT_OPENING
                ),
                STANDARD.with_parameters(cutoff=time(0)),
                STANDARD.with_readings(cutoff_instant=CutoffInstant.SAME_DAY),
            ]
        ),
    )
    @example(datetime(2026, 11, 23, 12, tzinfo=MOSCOW), STANDARD)
    def test_parts_the_due_moments_and_none_lies_nearer(
        self, registered: datetime, agreement: Agreement
    ) -> None:
        boundary = nearest(agreement, registered)
        here = due(agreement, registered)
        assert boundary.due != here
        away = INSTANT if boundary.side is Side.LATER else -INSTANT
        limit = boundary.limit.astimezone(UTC)
        other = limit if boundary.exactly else limit + away
        assert due(agreement, other) == boundary.due
        assert due(agreement, other - away) == here
        assert boundary.shift == abs(limit - registered)
        for part in range(1, 20):  # by trying: nothing else lies as near on either side
            step = boundary.shift * part / 20
            assert due(agreement, registered.astimezone(UTC) + step) == here
            assert due(agreement, registered.astimezone(UTC) - step) == here

    def test_is_on_the_calendars_clock(self) -> None:
        boundary = nearest(STANDARD, TUE_2025_12_30.astimezone(UTC))
        assert boundary.limit.tzinfo is STANDARD.calendar.zone
        assert boundary.shift == timedelta(seconds=61)

    @pytest.mark.parametrize("category", [Category.A, Category.D, Category.E])
    def test_is_none_where_no_reaction_period_is_stated(self, category: Category) -> None:
        assert nearest_boundary(STANDARD, TUE_2025_12_30, category) is None

    def test_is_none_where_the_calendar_ends_first(self) -> None:
        first = date(2026, 11, 28)
        calendar = BusinessCalendar(
            zone=MOSCOW,
            week=FIGURES.week,
            first=first,
            last=date(2026, 11, 30),
            decreed_through=date(2026, 11, 30),
        )
        short = STANDARD.with_calendar(calendar)
        assert nearest_boundary(short, SAT_2026_11_28, Category.B) is None

    def test_is_none_where_no_other_day_is_in_sight(self) -> None:
        """A year of days off: nothing changes within a hundred days on either side."""
        days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
        closed = BusinessCalendar(
            zone=MOSCOW,
            week=FIGURES.week,
            first=date(2025, 12, 1),
            last=date(2027, 1, 31),
            decreed_through=date(2027, 1, 31),
            days_off=[day for day in days if day.weekday() < 5],
        )
        registered = datetime(2026, 7, 1, 12, tzinfo=MOSCOW)
        assert due(STANDARD.with_calendar(closed), registered).date() == date(2027, 1, 1)
        assert nearest_boundary(STANDARD.with_calendar(closed), registered, Category.B) is None

    def test_looks_back_only_where_the_days_ahead_are_refused(self) -> None:
        calendar = BusinessCalendar(
            zone=MOSCOW,
            week=FIGURES.week,
            first=date(2026, 11, 1),
            last=date(2026, 12, 31),
            decreed_through=date(2026, 11, 24),
            beyond=Beyond.REFUSE,
        )
        strict = STANDARD.with_calendar(calendar)
        # Tuesday 24 November, 11:00: later than 12:00 the 25th would have to be known.
        boundary = nearest(strict, datetime(2026, 11, 24, 11, tzinfo=MOSCOW))
        assert (boundary.side, boundary.shift) == (Side.EARLIER, timedelta(hours=23))

    def test_of_a_naive_moment_is_refused(self) -> None:
        with pytest.raises(NaiveDatetimeError):
            nearest_boundary(STANDARD, datetime(2026, 11, 23), Category.B)


class TestAmounts:
    """How far the boundary is: a started second counts whole."""

    @pytest.mark.parametrize(
        ("amount", "russian", "english"),
        [
            (timedelta(seconds=1), "1 секунду", "1 second"),
            (timedelta(microseconds=1), "1 секунду", "1 second"),
            (timedelta(seconds=22), "22 секунды", "22 seconds"),
            (timedelta(seconds=119), "119 секунд", "119 seconds"),
            (timedelta(minutes=2), "2 минуты", "2 minutes"),
            (timedelta(minutes=21), "21 минуту", "21 minutes"),
            (timedelta(hours=1, seconds=1), "1 час 1 секунду", "1 hour 1 second"),
            (timedelta(days=3, hours=17), "3 дня 17 часов", "3 days 17 hours"),
        ],
    )
    def test_in_words(self, amount: timedelta, russian: str, english: str) -> None:
        assert amount_words(amount, RU) == russian
        assert amount_words(amount, EN) == english


class TestNotApplied:
    """Rules for other categories, and the branches of 4.3 not taken."""

    def test_4_4_does_not_apply_to_category_c(self) -> None:
        found = {row.rule: row for row in not_applied(Category.C)}
        row = found[RuleId("R-4.4-1")]
        assert not_applied_words(row, EN) == (
            "clause 4.4 (R-4.4-1) does not apply: category C, not B"
        )
        assert not_applied_words(row, RU) == (
            "п. 4.4 (R-4.4-1) не применяется: категория C, а не B"
        )

    @pytest.mark.parametrize("category", list(Category))
    def test_are_the_rows_of_other_categories(self, category: Category) -> None:
        wanted = [
            row.rule
            for row in OWED
            if category not in row.categories and row.outcome is not Outcome.NOT_APPLICABLE
        ]
        found = not_applied(category)
        assert [row.rule for row in found] == wanted
        for row in found:
            assert row.clause == rule(row.rule).clause

    def test_a_rule_for_two_categories_names_both(self) -> None:
        found = {row.rule: row for row in not_applied(Category.E)}
        assert found[RuleId("R-4.3-1")].why.en == "category E, not B or C"
        assert found[RuleId("R-4.3-1")].why.ru == "категория E, а не B или C"

    @pytest.mark.parametrize(
        ("registered", "branches"),
        [
            (
                TUE_2025_12_30,
                [
                    "clause 4.3 (R-4.3-7) does not apply: the day is a business day",
                    "clause 4.3 (R-4.3-6) does not apply: 11:58:59 is before 12:00",
                ],
            ),
            (
                datetime(2026, 11, 23, 15, tzinfo=MOSCOW),
                [
                    "clause 4.3 (R-4.3-7) does not apply: the day is a business day",
                    "clause 4.3 (R-4.3-5) does not apply: 15:00 is not before 12:00",
                ],
            ),
            (
                SAT_2026_11_28,
                [
                    "clause 4.3 (R-4.3-5) does not apply: the day is a day off",
                    "clause 4.3 (R-4.3-6) does not apply: the day is a day off",
                ],
            ),
        ],
    )
    def test_the_branches_of_a_reaction_come_last(
        self, registered: datetime, branches: list[str]
    ) -> None:
        answer = STANDARD.reaction_deadline(registered, Category.B)
        found = not_applied(Category.B, answer)
        assert [not_applied_words(row, EN) for row in found[-2:]] == branches
        assert found[:-2] == not_applied(Category.B)

    def test_a_day_off_read_as_the_next_opening_takes_one_branch_more(self) -> None:
        other = STANDARD.with_readings(registered_on_day_off=RegisteredOnDayOff.AS_IF_NEXT_OPENING)
        answer = other.reaction_deadline(SAT_2026_11_28, Category.B)
        assert not_applied(Category.B, answer)[-1].rule == "R-4.3-6"
        assert len(not_applied(Category.B, answer)) == len(not_applied(Category.B)) + 1

    @pytest.mark.parametrize(
        "answer",
        [
            STANDARD.replacement_search_deadline(MON_2026_11_23),
            STANDARD.reaction_deadline(MON_2026_11_23, Category.A),
        ],
    )
    def test_other_answers_have_no_branches(self, answer: Deadline) -> None:
        assert not_applied(Category.B, answer) == not_applied(Category.B)
