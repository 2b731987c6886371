"""4.3, 4.4, 4.11: the due moments are those of walking the days, under every reading of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from slarules import testing
from slarules.agreement import Agreement, standard_support
from slarules.calendar import DayStatus
from slarules.deadlines import Deadline
from slarules.errors import CalendarRangeError
from slarules.parameters import STANDARD, Interval, same_hours
from slarules.readings import SWITCHES, Readings
from slarules.spans import Span, Without
from slarules.steps import CountStep, HourStep
from slarules.terms import Category
from tests.oracles import walk
from tests.oracles.official import FIRST, LAST, MOSCOW, moscow_desk, official_days
from tests.oracles.walk import BeyondFactsError, Choices, Desk
from tests.proves import proves
from tests.strategies import calendar_of, desks, moments_of, skipped_hours, written

if TYPE_CHECKING:
    from collections.abc import Callable

OPTIONS = {
    field.replace("_", "-"): [option.value for option in SWITCHES[field.replace("_", "-")]]
    for field in Choices.__dataclass_fields__
}
"""The switches that move a day or an instant, with their options."""

choices_of_readings = st.fixed_dictionaries(
    {switch.replace("-", "_"): st.sampled_from(options) for switch, options in OPTIONS.items()}
).map(lambda chosen: Choices(**chosen))

cutoffs = st.one_of(
    st.just(time(12)), st.builds(time, st.integers(0, 23), st.sampled_from([0, 30]))
)

STANDARD_AGREEMENT = standard_support()
ROUND_THE_CLOCK = same_hours(7, Interval(time(0), time(0)))


def agreement_of(
    desk: Desk, choices: Choices = walk.DEFAULT, *, cutoff: time = walk.NOON
) -> Agreement:
    """Return the agreement of a desk's facts, under the readings chosen."""
    named = [
        f"{field.replace('_', '-')}={getattr(choices, field)}"
        for field in Choices.__dataclass_fields__
    ]
    return Agreement(
        calendar=calendar_of(desk),
        readings=Readings.of(named),
        # The hours are the calendar's; a week that never closes lets any cut-off be agreed.
        parameters=STANDARD.replace(week=ROUND_THE_CLOCK, cutoff=cutoff),
    )


@st.composite
def desk_and_moment(draw: st.DrawFn) -> tuple[Desk, datetime]:
    """Return a desk each of whose business days has service time, and a moment."""
    desk = draw(desks().filter(lambda desk: not any(skipped_hours(desk))))
    return desk, draw(written(draw(moments_of(desk))))


official_moments = st.datetimes(
    datetime(1999, 1, 1, 4), datetime(2027, 8, 1), timezones=st.just(UTC)
).flatmap(written)
"""Moments whose every deadline lies within the decreed days."""


@st.composite
def official_pairs(draw: st.DrawFn) -> tuple[datetime, datetime]:
    """Return a moment, and one not before it and near enough for the order of days to matter."""
    early = draw(testing.moments(first=date(1999, 1, 2), last=date(2027, 7, 1), zone=UTC))
    hours = st.integers(0, 80).map(lambda hours: timedelta(hours=hours))
    late = early + draw(hours | st.timedeltas(timedelta(0), timedelta(days=5)))
    return draw(written(early)), draw(written(late))


def utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def assert_alike(ask: Callable[[], datetime], oracle: Callable[[], datetime]) -> None:
    """Both give one instant, or both leave the known days."""
    try:
        expected = oracle()
    except BeyondFactsError:
        with pytest.raises(CalendarRangeError):
            ask()
        return
    assert utc(ask()) == expected


class TestReaction:
    """4.3 The current business day if registered before the cut-off, else the next one."""

    @proves("4.3", kills="reaction-hour-is-always-closing")
    @given(desk_and_moment(), choices_of_readings, cutoffs)
    def test_it_is_due_where_walking_arrives(
        self, case: tuple[Desk, datetime], choices: Choices, cutoff: time
    ) -> None:
        desk, registered = case
        agreement = agreement_of(desk, choices, cutoff=cutoff)
        assert_alike(
            lambda: agreement.reaction_due(registered),
            lambda: walk.reaction_due(desk, utc(registered), cutoff=cutoff, choices=choices),
        )

    @proves("4.3", kills="late-is-due-as-early")
    @given(desk_and_moment(), choices_of_readings, cutoffs)
    def test_the_short_answer_and_the_reasoned_one_are_one(
        self, case: tuple[Desk, datetime], choices: Choices, cutoff: time
    ) -> None:
        desk, registered = case
        agreement = agreement_of(desk, choices, cutoff=cutoff)
        for category in (Category.B, Category.C):
            try:
                due = agreement.reaction_due(registered)
            except CalendarRangeError:
                with pytest.raises(CalendarRangeError):
                    agreement.reaction_deadline(registered, category)
                continue
            deadline = agreement.reaction_deadline(registered, category)
            assert isinstance(deadline, Deadline)
            assert deadline.due == due
            assert deadline.due.tzinfo is due.tzinfo is desk.zone

    @proves("4.3", "1.1", kills="late-is-due-as-early")
    @given(official_moments)
    @example(datetime(2024, 12, 28, 9, tzinfo=UTC))
    @example(datetime(2014, 10, 25, 21, 30, tzinfo=UTC))  # the first 01:30 of 26 October
    @example(datetime(2014, 10, 25, 22, 30, tzinfo=UTC))  # the second
    def test_under_the_contract_it_is_what_walking_the_official_days_gives(
        self, registered: datetime
    ) -> None:
        due = STANDARD_AGREEMENT.reaction_due(registered)
        assert due == walk.reaction_due(moscow_desk(), utc(registered))

    @proves("4.3", kills="late-is-due-as-early")
    @given(official_moments)
    def test_under_the_contract_it_is_never_due_before_it_is_registered(
        self, registered: datetime
    ) -> None:
        assert utc(STANDARD_AGREEMENT.reaction_due(registered)) > utc(registered)

    @proves("4.3", kills="day-off-looks-back")
    @given(official_pairs())
    def test_a_later_registration_is_never_due_earlier(
        self, pair: tuple[datetime, datetime]
    ) -> None:
        early, late = pair
        assert STANDARD_AGREEMENT.reaction_due(early) <= STANDARD_AGREEMENT.reaction_due(late)

    def test_every_day_of_29_years_turns_at_its_own_noon(self) -> None:
        """A microsecond before 12:00, at 12:00, at opening and a microsecond before midnight."""
        desk = moscow_desk()
        edges = (time(0), time(11, 59, 59, 999_999), time(12), time(23, 59, 59, 999_999))
        for day in official_days():
            if (LAST - day).days < 5:
                break
            for edge in edges:
                registered = datetime.combine(day, edge, MOSCOW)
                due = STANDARD_AGREEMENT.reaction_due(registered)
                assert due == walk.reaction_due(desk, utc(registered)), registered


class TestReplacement:
    """4.4 The search is owed when the sixtieth business day from registration ends."""

    @proves("4.4", kills="period-begins-the-day-before")
    @given(desk_and_moment(), choices_of_readings)
    def test_it_arises_where_walking_arrives(
        self, case: tuple[Desk, datetime], choices: Choices
    ) -> None:
        desk, registered = case
        agreement = agreement_of(desk, choices)
        assert_alike(
            lambda: due_of(agreement.replacement_search_deadline(registered)),
            lambda: walk.replacement_search_due(desk, utc(registered), choices=choices),
        )

    @proves("4.4", "1.1", kills="period-is-a-day-short")
    @given(official_moments)
    def test_under_the_contract_it_is_what_walking_the_official_days_gives(
        self, registered: datetime
    ) -> None:
        due = due_of(STANDARD_AGREEMENT.replacement_search_deadline(registered))
        assert due == walk.replacement_search_due(moscow_desk(), utc(registered))

    @proves("4.4", kills="period-is-a-day-short")
    @given(official_moments)
    def test_sixty_business_days_lie_between_the_registration_and_its_end(
        self, registered: datetime
    ) -> None:
        due = due_of(STANDARD_AGREEMENT.replacement_search_deadline(registered))
        start = registered.astimezone(MOSCOW).date()
        assert walk.business_days_between(moscow_desk(), start, due.date()) == 60

    @proves("4.4", kills="callers-clock-counts")
    @given(official_pairs())
    def test_a_later_registration_is_never_due_earlier(
        self, pair: tuple[datetime, datetime]
    ) -> None:
        early, late = pair
        ask = STANDARD_AGREEMENT.replacement_search_deadline
        assert due_of(ask(early)) <= due_of(ask(late))


class TestSilence:
    """4.11 An incident closes when the third business day of silence ends."""

    @proves("4.11", kills="period-begins-the-day-before")
    @given(desk_and_moment(), choices_of_readings)
    def test_it_closes_where_walking_arrives(
        self, case: tuple[Desk, datetime], choices: Choices
    ) -> None:
        desk, asked = case
        agreement = agreement_of(desk, choices)
        assert_alike(
            lambda: agreement.automatic_closing_deadline(asked).due,
            lambda: walk.automatic_closing_at(desk, utc(asked), choices=choices),
        )

    @proves("4.11", "1.1", kills="period-is-a-day-short")
    @given(official_moments)
    def test_under_the_contract_it_is_what_walking_the_official_days_gives(
        self, asked: datetime
    ) -> None:
        due = STANDARD_AGREEMENT.automatic_closing_deadline(asked).due
        assert due == walk.automatic_closing_at(moscow_desk(), utc(asked))

    @proves("4.11", kills="period-is-a-day-short")
    @given(official_moments)
    def test_the_customer_has_three_whole_business_days(self, asked: datetime) -> None:
        due = STANDARD_AGREEMENT.automatic_closing_deadline(asked).due
        time_to_answer = STANDARD_AGREEMENT.calendar.business_time_between(asked, due)
        assert timedelta(hours=27) <= time_to_answer <= timedelta(hours=36)

    @proves("4.11", kills="callers-clock-counts")
    @given(official_pairs())
    def test_a_later_question_never_closes_earlier(self, pair: tuple[datetime, datetime]) -> None:
        early, late = pair
        ask = STANDARD_AGREEMENT.automatic_closing_deadline
        assert ask(early).due <= ask(late).due


class TestTheFirstDay:
    """4.4, 4.11, day-count-start: of the first day known there is no day before to count from."""

    @pytest.mark.parametrize("worked", [True, False])
    @pytest.mark.parametrize("without", [(), "that day"])
    def test_a_period_that_begins_on_it_ends_where_walking_arrives(
        self, worked: bool, without: str | tuple[()]
    ) -> None:
        mon_2024_04_01 = date(2024, 4, 1)
        desk = Desk(
            zone=MOSCOW,
            week=(((time(10), time(19)),),) * 5 + ((), ()),
            first=mon_2024_04_01,
            last=date(2024, 9, 30),
            days_off=frozenset() if worked else frozenset({mon_2024_04_01}),
        )
        asked = datetime(2024, 4, 1, 11, tzinfo=MOSCOW)
        span = (utc(datetime(2024, 4, 1, tzinfo=MOSCOW)), utc(datetime(2024, 4, 2, tzinfo=MOSCOW)))
        out = (Without(spans=(Span(*span),)),) if without else ()
        agreement = agreement_of(desk, Choices(day_count_start="same-day"))
        # Monday the 1st is day 1, Wednesday day 3; if it is no day of the count, Thursday.
        ends = date(2024, 4, 3) if worked and not without else date(2024, 4, 4)
        due = agreement.rules.automatic_closing(asked, without=out).due
        assert utc(due) == walk.end_of_day(MOSCOW, ends)


class TestReasons:
    """4.3, 4.4, 4.11 An answer carries the count that leads to it."""

    @proves("4.3", "4.4", "4.11", kills="skips-nothing")
    @given(desk_and_moment(), choices_of_readings, st.sampled_from(["reaction", "60", "3"]))
    def test_its_steps_count_what_walking_counts_and_end_where_it_ends(
        self, case: tuple[Desk, datetime], choices: Choices, what: str
    ) -> None:
        desk, moment = case
        agreement = agreement_of(desk, choices)
        asks: dict[str, Callable[[], object]] = {
            "reaction": lambda: agreement.reaction_deadline(moment, Category.C),
            "60": lambda: agreement.replacement_search_deadline(moment),
            "3": lambda: agreement.automatic_closing_deadline(moment),
        }
        try:
            answer = asks[what]()
        except CalendarRangeError:
            return
        assert isinstance(answer, Deadline)
        *_, last = answer.steps
        assert isinstance(last, HourStep)
        assert last.at is answer.due
        assert answer.rests_on.through == last.day
        assert answer.rests_on.status is DayStatus.DECREED
        assert answer.rules == (answer.rules[0], *(step.rule for step in answer.steps))
        counts = [step for step in answer.steps if isinstance(step, CountStep)]
        assert counts
        for step in counts:
            between = [
                step.start + timedelta(days=n) for n in range(1, (step.end - step.start).days)
            ]
            assert list(step.skipped) == [d for d in between if not desk.is_business_day(d)]
            if step.n:
                assert walk.business_days_between(desk, step.start, step.end) == step.n
            else:
                assert step.end == step.start
        assert counts[-1].end == last.day

    @proves("4.3", "4.4", "4.11", kills="callers-clock-counts")
    @given(desk_and_moment(), choices_of_readings)
    def test_the_callers_clock_changes_nothing(
        self, case: tuple[Desk, datetime], choices: Choices
    ) -> None:
        desk, moment = case
        agreement = agreement_of(desk, choices)
        asks: list[Callable[[datetime], object]] = [
            agreement.reaction_due,
            lambda at: agreement.reaction_deadline(at, Category.B),
            agreement.replacement_search_deadline,
            agreement.automatic_closing_deadline,
        ]
        for ask in asks:
            answers = set()
            for at in (moment, utc(moment), moment.astimezone(desk.zone)):
                try:
                    answers.add(ask(at))
                except CalendarRangeError:
                    answers.add("beyond")
            assert len(answers) == 1


def due_of(answer: object) -> datetime:
    assert isinstance(answer, Deadline)
    return answer.due


def test_the_official_days_are_all_walked() -> None:
    assert min(official_days()) == FIRST
    assert max(official_days()) == LAST
    assert len(official_days()) == 10_592
