"""From the second question on tables answer, for every clock, and the sums are not asked again."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from slarules.agreement import Agreement
from slarules.calendar import BusinessCalendar
from slarules.deadlines import Deadline, DeadlineRules, NotStated
from slarules.errors import NaiveDatetimeError
from slarules.left_out import LeftOut
from slarules.open_requests import OpenRequests
from slarules.parameters import Interval, Parameters, same_hours
from slarules.readings import (
    BeforeOpening,
    CutoffInstant,
    DayCountStart,
    ReactionDayEnd,
    Readings,
    RegisteredOnDayOff,
)
from slarules.rules import RULES
from slarules.spans import DayTest, Span, Without
from slarules.steps import CountStep
from slarules.terms import Category, Obligation

MOSCOW = ZoneInfo("Europe/Moscow")
SAMARA = ZoneInfo("Europe/Samara")
HOURS = Interval(time(10), time(19))
MON_2014_10_20 = date(2014, 10, 20)
SUN_2014_10_26 = date(2014, 10, 26)
"""The clock was put back at 02:00."""
FRI_2014_11_07 = date(2014, 11, 7)
FRI_2014_10_31 = date(2014, 10, 31)


def small(readings: Readings | None = None, **given: date) -> Agreement:
    """Return an agreement on a calendar of three weeks, two of them settled by an act."""
    calendar = BusinessCalendar(
        zone=MOSCOW,
        week=same_hours(5, HOURS),
        first=MON_2014_10_20,
        last=FRI_2014_11_07,
        decreed_through=given.get("decreed_through", FRI_2014_11_07),
    )
    return Agreement(calendar=calendar, readings=readings or Readings())


def laid(agreement: Agreement, day: date = MON_2014_10_20) -> Agreement:
    """Return the agreement once its tables are laid: at its second question."""
    for _ in range(2):
        agreement.reaction_due(datetime.combine(day, time(11), UTC))
    return agreement


def on(day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute, second), MOSCOW)


MON_2026_03_23 = date(2026, 3, 23)
MON_2026_03_30 = date(2026, 3, 30)
MON_2026_10_26 = date(2026, 10, 26)
FRI_2026_11_06 = date(2026, 11, 6)
MON_2014_10_27 = date(2014, 10, 27)
TUE_2014_10_21 = date(2014, 10, 21)
WED_2014_10_22 = date(2014, 10, 22)
TUE_2014_10_28 = date(2014, 10, 28)
THU_2014_10_30 = date(2014, 10, 30)


class TestTables:
    """4.3 Before 12 the same business day, else the next."""

    def answered(
        self, monkeypatch: pytest.MonkeyPatch, agreement: Agreement, registered: datetime
    ) -> datetime:
        laid(agreement)
        monkeypatch.setattr(DeadlineRules, "_reaction_slowly", lambda *_: pytest.fail("sums"))
        return agreement.reaction_due(registered)

    @pytest.mark.parametrize("zone", [MOSCOW, UTC, SAMARA])
    @pytest.mark.parametrize(
        ("registered", "due"),
        [
            (on(MON_2014_10_20, 4), on(MON_2014_10_20, 19)),  # the first day of all
            (on(MON_2014_10_20, 11, 59, 59), on(MON_2014_10_20, 19)),
            (on(MON_2014_10_20, 12), on(TUE_2014_10_21, 19)),
            (on(SUN_2014_10_26, 3), on(MON_2014_10_27, 19)),  # on the day of the shift
            (on(MON_2014_10_27, 11, 30), on(MON_2014_10_27, 19)),  # the first day after it
            (on(MON_2014_10_27, 12), on(TUE_2014_10_28, 19)),
            (on(THU_2014_10_30, 12), on(FRI_2014_10_31, 19)),
        ],
    )
    def test_of_every_clock(
        self,
        monkeypatch: pytest.MonkeyPatch,
        zone: ZoneInfo,
        registered: datetime,
        due: datetime,
    ) -> None:
        found = self.answered(monkeypatch, small(), registered.astimezone(zone))
        assert (found, found.tzinfo) == (due, MOSCOW)

    def test_at_the_cutoff_itself_where_that_is_before_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        lenient = small(Readings(cutoff_instant=CutoffInstant.SAME_DAY))
        laid(lenient)
        assert lenient.reaction_due(on(MON_2014_10_20, 12)) == on(MON_2014_10_20, 19)
        found = self.answered(monkeypatch, lenient, on(MON_2014_10_20, 12, 0, 1))
        assert found == on(TUE_2014_10_21, 19)

    def test_a_cutoff_with_seconds(self) -> None:
        at = time(11, 30, 15)
        agreement = laid(Agreement(calendar=small().calendar, parameters=Parameters(cutoff=at)))
        just = datetime.combine(MON_2014_10_20, at, MOSCOW)
        assert agreement.reaction_due(just) == on(TUE_2014_10_21, 19)
        assert agreement.reaction_due(just - timedelta(seconds=1)) == on(MON_2014_10_20, 19)

    def test_up_to_the_last_settled_day(self, monkeypatch: pytest.MonkeyPatch) -> None:
        agreement = laid(small(decreed_through=FRI_2014_10_31))
        assert agreement.reaction_due(on(FRI_2014_10_31, 11)) == on(FRI_2014_10_31, 19)
        found = self.answered(monkeypatch, agreement, on(THU_2014_10_30, 11))
        assert found == on(THU_2014_10_30, 19)

    def test_beyond_it_the_sums_say_what_is_projected(self) -> None:
        agreement = laid(small(decreed_through=FRI_2014_10_31))
        with pytest.warns(match="decreed only through"):
            assert agreement.reaction_due(on(FRI_2014_10_31, 12)) == on(date(2014, 11, 3), 19)

    def test_where_no_day_is_settled_every_answer_is_by_sums(self) -> None:
        agreement = small(decreed_through=MON_2014_10_20 - timedelta(days=1))
        for _ in range(3):
            with pytest.warns(match="decreed only through"):
                assert agreement.reaction_due(on(MON_2014_10_20, 11)) == on(MON_2014_10_20, 19)

    def test_readings_that_move_nothing_leave_the_tables(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        moved = Readings(
            before_opening=BeforeOpening.AS_AT_OPENING,
            registered_on_day_off=RegisteredOnDayOff.AS_IF_NEXT_OPENING,
        )
        found = self.answered(monkeypatch, small(moved), on(MON_2014_10_20, 4))
        assert found == on(MON_2014_10_20, 19)

    def test_an_opening_at_the_cutoff_is_left_to_the_sums(self) -> None:
        noon = same_hours(5, Interval(time(12), time(19)))
        calendar = BusinessCalendar(
            zone=MOSCOW,
            week=noon,
            first=MON_2014_10_20,
            last=FRI_2014_11_07,
            decreed_through=FRI_2014_11_07,
        )
        chosen = Readings(before_opening=BeforeOpening.AS_AT_OPENING)
        agreement = Agreement(calendar=calendar, readings=chosen)
        for _ in range(3):  # as if at 12:00, which is not before 12
            assert agreement.reaction_due(on(MON_2014_10_20, 9)) == on(TUE_2014_10_21, 19)

    def test_an_opening_after_it_too(self) -> None:
        calendar = BusinessCalendar(
            zone=MOSCOW,
            week=same_hours(5, Interval(time(13), time(19))),
            first=MON_2014_10_20,
            last=FRI_2014_11_07,
            decreed_through=FRI_2014_11_07,
        )
        # nothing moves a registration to the opening: before 12 is before 12
        agreement = laid(Agreement(calendar=calendar))
        assert agreement.reaction_due(on(MON_2014_10_20, 9)) == on(MON_2014_10_20, 19)

    def test_on_a_clock_that_is_shifted_within_the_range(self) -> None:
        berlin = ZoneInfo("Europe/Berlin")
        calendar = BusinessCalendar(
            zone=berlin,
            week=same_hours(5, HOURS),
            first=MON_2026_03_23,
            last=FRI_2026_11_06,
            decreed_through=FRI_2026_11_06,
        )
        agreement = laid(Agreement(calendar=calendar), MON_2026_03_23)
        for day in (MON_2026_03_23, MON_2026_03_30, MON_2026_10_26):  # before, between and after
            after_noon = datetime.combine(day, time(12, 30), berlin)
            due = datetime.combine(day + timedelta(days=1), time(19), berlin)
            assert agreement.reaction_due(after_noon.astimezone(UTC)) == due
            assert agreement.reaction_due(after_noon.astimezone(SAMARA)) == due

    def test_a_moment_without_a_zone_is_refused_as_it_was_given(self) -> None:
        naive = datetime(2014, 10, 20, 11)
        with pytest.raises(NaiveDatetimeError, match="2014-10-20T11:00"):
            laid(small()).reaction_due(naive)

    def test_to_midnight(self, monkeypatch: pytest.MonkeyPatch) -> None:
        late = small(Readings(reaction_day_end=ReactionDayEnd.MIDNIGHT))
        found = self.answered(monkeypatch, late, on(MON_2014_10_20, 11))
        assert found == on(TUE_2014_10_21, 0)


class TestAnswers:
    """4.1, 4.3 What no moment is computed of says of what, by which rule, of which paragraphs."""

    @pytest.mark.parametrize("category", [Category.A, Category.D, Category.E])
    def test_without_a_moment(self, category: Category) -> None:
        answer = small().reaction_deadline(on(MON_2014_10_20, 11), category)
        assert isinstance(answer, NotStated)
        assert answer.obligation is Obligation.REACTION
        assert answer.rule in RULES
        assert answer.clauses


class TestLeftOut:
    """3.1 What is left out is looked up once for a calendar, anew for another."""

    def test_by_calendar(self) -> None:
        left = LeftOut()
        one, other = small().calendar, small(decreed_through=FRI_2014_10_31).calendar
        assert left.ranges(one) is left.ranges(one)
        held = left._found
        assert left.ranges(one) == ()
        assert left._found is held
        left.ranges(other)
        assert left._found is not None
        assert left._found[0] is other


class _Due:
    """Stands in for a deadline: all that is asked of it is when it is due."""

    def __init__(self, due: datetime) -> None:
        self.due = due


class TestOpenRequests:
    """4.11 Requests that are asked, withdrawn and commented on, one step at a time."""

    def test_withdrawing_one_by_its_name(self) -> None:
        requests = OpenRequests()
        requests.ask("a", on(MON_2014_10_20, 10))
        requests.ask("b", on(MON_2014_10_20, 11))
        first, second = requests.begun(), requests.begun()
        assert first is not None
        assert second is not None
        assert (first.open, second.open, first.known) == (1, 1, False)
        assert requests.withdraw("a")
        assert (first.open, second.open, len(requests)) == (0, 1, 1)
        assert requests.asked_at == on(MON_2014_10_20, 11)
        assert not requests.withdraw("a")

    def test_withdrawing_all(self) -> None:
        requests = OpenRequests()
        assert requests.withdraw("") is False
        requests.ask("a", on(MON_2014_10_20, 10))
        assert requests.withdraw("") is True
        assert len(requests) == 0

    def test_withdrawing_from_a_restarted_count(self) -> None:
        requests = OpenRequests()
        for name in ("a", "b", "c"):
            requests.ask(name, on(MON_2014_10_20, 10))
        requests.restart(on(MON_2014_10_20, 12))
        requests.ask("d", on(MON_2014_10_20, 13))
        restarted = requests.begun()
        assert restarted is not None
        assert (restarted.open, restarted.fact) == (3, "commented")
        requests.withdraw("b")
        assert restarted.open == 2
        requests.withdraw("d")
        assert restarted.open == 2
        assert requests.latest is restarted

    def test_the_soonest_whose_requests_are_open(self) -> None:
        requests = OpenRequests()
        dues = (on(TUE_2014_10_21, 10), on(MON_2014_10_20, 19), on(MON_2014_10_20, 19))
        for name, due in zip("abc", dues, strict=True):
            requests.ask(name, on(MON_2014_10_20, 10))
            silence = requests.begun()
            assert silence is not None
            silence.deadline = due_like(due)
            requests.counted(silence)
        for name, due in (("", dues[1]), ("b", dues[2]), ("c", dues[0])):
            if name:
                requests.withdraw(name)
            soonest = requests.soonest()
            assert soonest is not None
            assert soonest.due == due
        requests.withdraw("a")
        assert requests.soonest() is None


def due_like(due: datetime) -> Deadline:
    """Return something that is due then."""
    found: Deadline = _Due(due)  # type: ignore[assignment]
    return found


class TestCounts:
    """4.4 What a count says of itself."""

    def test_where_the_day_of_the_event_counts_on_the_first_day_of_all(self) -> None:
        same = Readings(day_count_start=DayCountStart.SAME_DAY)
        agreement = Agreement(
            calendar=small().calendar, readings=same, parameters=Parameters(silence=2)
        )
        closing = agreement.automatic_closing_deadline(on(MON_2014_10_20, 11))
        assert closing.due == on(WED_2014_10_22, 0)  # the end of the 21st

    def test_a_second_day_left_out_is_not_the_first(self) -> None:
        same = Readings(day_count_start=DayCountStart.SAME_DAY)
        agreement = Agreement(
            calendar=small().calendar, readings=same, parameters=Parameters(silence=2)
        )
        tuesday = Span(on(TUE_2014_10_21, 0), on(WED_2014_10_22, 0))
        left = LeftOut((Without(spans=(tuesday,), test=DayTest.COVERS),))
        closing = agreement.rules.automatic_closing(on(MON_2014_10_20, 11), without=left)
        assert closing.due == on(date(2014, 10, 23), 0)  # Monday and Wednesday are counted

    def test_registered_on_a_day_off_as_if_at_the_next_opening(self) -> None:
        moved = Readings(registered_on_day_off=RegisteredOnDayOff.AS_IF_NEXT_OPENING)
        answer = small(moved).reaction_deadline(on(SUN_2014_10_26, 15), Category.B)
        assert isinstance(answer, Deadline)
        assert answer.due == on(MON_2014_10_27, 19)
        counts = [step.n for step in answer.steps if isinstance(step, CountStep)]
        assert counts == [1, 0]  # to Monday, and not beyond it: 10:00 is before 12

    def test_hours_to_the_microsecond(self) -> None:
        assert Interval(time(10, 0, 0, 1), time(19)).bounds() == (36_000_000_001, 68_400_000_000)
