"""Two agreements on the same incidents, and one incident that might have gone otherwise."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slarules.agreement import standard_support
from slarules.comparison import Comparison, compare, differences, what_if
from slarules.editions import Edition, Editions
from slarules.errors import (
    AsOfError,
    CalendarRangeError,
    EventPlaceError,
    NaiveDatetimeError,
    TotalsError,
    UnsortedEventsError,
    WrongTypeError,
)
from slarules.history import State
from slarules.parameters import STANDARD, Target
from slarules.readings import CutoffInstant
from slarules.sensitivity import RegistrationChange, StateChange, VerdictChange
from slarules.terms import Category, Obligation, Outcome, Severity
from slarules.testing import as_of_for, incident, incidents, readings

if TYPE_CHECKING:
    from slarules.incident import Incident

MOSCOW = ZoneInfo("Europe/Moscow")
BY_ONE = standard_support(parameters=STANDARD.replace(cutoff=time(13)))
USUAL = standard_support()


def moscow(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """Return a moment of November 2026; Monday is the 23rd."""
    return datetime(2026, 11, day, hour, minute, tzinfo=MOSCOW)


TUE_NOON = moscow(24, 12)

SILENT = incident("2026-11-23 12:30 registered category=C number=1")
ANSWERED = incident("2026-11-23 12:30 registered category=C number=2", "14:00 commented")
EARLY = incident("2026-11-23 11:00 registered category=C number=3", "15:00 commented")
LATER = incident("2026-11-25 11:00 registered category=C number=4")


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare(USUAL, BY_ONE, [SILENT, ANSWERED, EARLY, LATER], TUE_NOON)


class TestCompare:
    """4.3 Registered at 12:30: after a cut-off of 12:00 and before one of 13:00."""

    def test_every_incident_is_counted_once(self, found: Comparison) -> None:
        assert (found.given, found.compared, found.same) == (4, 3, 1)
        assert [one.number for one in found.different] == ["1", "2"]
        assert [one.number for one in found.refused] == ["4"]

    def test_a_verdict_that_changes_is_said_with_both_moments(self, found: Comparison) -> None:
        (change,) = found.different[0].changes
        assert isinstance(change, VerdictChange)
        assert change.obligation is Obligation.REACTION
        assert (change.before.outcome, change.before.due) == (Outcome.PENDING, moscow(24, 19))
        assert (change.after.outcome, change.after.due) == (Outcome.MISSED, moscow(23, 19))

    def test_a_moment_may_change_and_the_outcome_not(self, found: Comparison) -> None:
        (change,) = found.different[1].changes
        assert isinstance(change, VerdictChange)
        assert change.before.outcome is change.after.outcome is Outcome.MET
        assert (change.before.due, change.after.due) == (moscow(24, 19), moscow(23, 19))

    def test_why_is_said_of_either_side(self, found: Comparison) -> None:
        (why,) = found.different[0].whys
        assert why.before.rules[0] == "R-4.3-8"  # not reacted yet, not due yet
        assert why.after.rules[0] == "R-4.3-9"  # overdue
        assert "R-4.3-6" in why.before.rules  # the next business day
        assert "R-4.3-5" in why.after.rules  # the same one
        assert "4.3" in why.before.clauses
        assert "4.3" in why.after.clauses

    def test_totals_by_obligation_and_by_outcome(self, found: Comparison) -> None:
        assert found.obligations == {
            one: 2 if one is Obligation.REACTION else 0 for one in Obligation
        }
        assert found.turns == {
            (Obligation.REACTION, Outcome.PENDING, Outcome.MISSED): 1,
            (Obligation.REACTION, Outcome.MET, Outcome.MET): 1,
        }

    def test_what_cannot_be_judged_says_why(self, found: Comparison) -> None:
        assert found.refused[0].reason == (
            "asked as of 2026-11-24T09:00:00+00:00, before the registration at "
            "2026-11-25T08:00:00+00:00; ask as of the registration or later"
        )

    def test_the_agreement_says_the_same(self, found: Comparison) -> None:
        assert USUAL.compare(BY_ONE, [SILENT, ANSWERED, EARLY, LATER], TUE_NOON) == found

    def test_readings_behind_the_moments_are_named(self) -> None:
        noon = incident("2026-11-23 12:00 registered category=B")
        other = USUAL.with_readings(cutoff_instant=CutoffInstant.SAME_DAY)
        (one,) = USUAL.compare(other, [noon], moscow(23, 18)).different
        (why,) = one.whys
        assert "cutoff-instant=next-day" in why.before.readings
        assert "cutoff-instant=same-day" in why.after.readings

    def test_editions_are_compared_like_agreements(self) -> None:
        amended = Editions(Edition(date(2020, 1, 1), USUAL), Edition(date(2026, 11, 24), BY_ONE))
        tuesday = incident("2026-11-24 12:30 registered category=C number=5")
        found = amended.compare(USUAL, [SILENT, tuesday], moscow(24, 13))
        # The first was registered before the amendment: nothing of it changes.
        assert (found.same, [one.number for one in found.different]) == (1, ["5"])

    def test_a_target_makes_a_clock_a_duty(self) -> None:
        # Reproduced Monday at 11:00; eight hours of service time end at 19:00 of the same day.
        worked = incident(
            "2026-11-23 10:30 registered category=C severity=1",
            "11:00 reproduced place=executor-bench",
        )
        agreed = USUAL.with_parameters(
            resolution_targets=(Target(Category.C, Severity.CRITICAL, 480),)
        )
        found = USUAL.compare(agreed, [worked], TUE_NOON)
        (one,) = found.different
        (change,) = [
            c
            for c in one.changes
            if isinstance(c, VerdictChange) and c.obligation is Obligation.RESOLUTION_CLOCK
        ]
        assert change.before.due is None
        assert change.after.due == moscow(23, 19)
        assert change.after.outcome is Outcome.MISSED

    def test_no_incidents_make_an_empty_comparison(self) -> None:
        found = compare(USUAL, BY_ONE, [], TUE_NOON)
        assert (found.given, found.compared, found.same, found.different) == (0, 0, 0, ())

    def test_a_naive_moment_is_refused(self) -> None:
        with pytest.raises(NaiveDatetimeError):
            compare(USUAL, BY_ONE, [], datetime(2026, 11, 23))

    def test_totals_that_do_not_add_up_are_refused(self, found: Comparison) -> None:
        from slarules.comparison import _add_up

        for broken in (
            found.replace(given=5),
            found.replace(same=2),
            found.replace(obligations={**found.obligations, Obligation.REACTION: 1}),
        ):
            with pytest.raises(TotalsError):
                _add_up(broken)


class TestProperties:
    """A comparison is two assessments and nothing more."""

    @settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(st.data(), incidents(), readings())
    def test_it_equals_two_assessments_and_turns_round(
        self, data: st.DataObject, one: Incident, chosen: object
    ) -> None:
        as_of = data.draw(as_of_for(one))
        other = USUAL.under(chosen)  # type: ignore[arg-type]
        there, back = compare(USUAL, other, [one], as_of), compare(other, USUAL, [one], as_of)
        before, after = USUAL.assess(one, as_of), other.assess(one, as_of)
        differ = [
            a.obligation
            for a, b in zip(before.verdicts, after.verdicts, strict=True)
            if (a.outcome, a.due, a.since, a.until, a.conditional_on, a.waits_for)
            != (b.outcome, b.due, b.since, b.until, b.conditional_on, b.waits_for)
        ]
        assert [turn[0] for turn in there.turns] == differ
        assert {(o, b, a) for o, a, b in there.turns} == set(back.turns)
        assert compare(other, other, [one], as_of).same == 1


ASKED = incident(
    "2026-11-23 10:00 registered category=C",
    "11:00 information-requested",
    "2026-11-26 15:00 information-provided",
)


class TestWhatIf:
    """4.3, 4.11 The same record with some of its moments changed."""

    def test_if_it_had_been_registered_before_noon(self) -> None:
        found = what_if(USUAL, SILENT, TUE_NOON, registered_at=moscow(23, 11, 59))
        assert found.before[Obligation.REACTION].due == moscow(24, 19)
        assert found.after[Obligation.REACTION].due == moscow(23, 19)
        assert found.after[Obligation.REACTION].outcome is Outcome.MISSED
        assert found.incident.registration.at == moscow(23, 11, 59)
        registration, verdict = sorted(found.changes, key=lambda c: type(c).__name__)
        assert registration == RegistrationChange(
            before=moscow(23, 12, 30), after=moscow(23, 11, 59)
        )
        assert isinstance(verdict, VerdictChange)
        assert [why.obligation for why in found.whys] == [Obligation.REACTION]

    def test_if_the_answer_had_come_a_day_later(self) -> None:
        # Asked on Monday 23rd: days 24, 25, 26; midnight ending Thursday closes it.
        found = what_if(USUAL, ASKED, moscow(30, 12), shifts=[(2, timedelta(days=1))])
        assert found.before.state is State.OPEN
        closing = found.after[Obligation.AUTOMATIC_CLOSING]
        assert (closing.outcome, closing.since) == (Outcome.MET, moscow(27))
        assert any(isinstance(change, StateChange) for change in found.changes)

    def test_an_hour_later_changes_nothing_but_the_record(self) -> None:
        found = what_if(USUAL, ASKED, moscow(30, 12), shifts=[(2, timedelta(hours=1))])
        assert (found.changes, found.whys) == ((), ())
        assert found.incident != ASKED

    def test_what_an_event_tells_of_moves_with_it(self) -> None:
        called = incident("2026-11-23 12:03 registered channel=hotline called_at=11:55 category=B")
        found = what_if(USUAL, called, TUE_NOON, registered_at=moscow(23, 13, 3))
        assert found.incident.registration.called_at == moscow(23, 12, 55)

    def test_an_event_moved_beyond_the_moment_is_not_known_yet(self) -> None:
        found = what_if(USUAL, ANSWERED, TUE_NOON, shifts=[(1, timedelta(days=1))])
        assert found.before[Obligation.REACTION].outcome is Outcome.MET
        assert found.after[Obligation.REACTION].outcome is Outcome.PENDING

    def test_several_events_move_together(self) -> None:
        day = timedelta(days=1)
        found = what_if(USUAL, ANSWERED, moscow(26, 12), shifts=[(0, day), (1, day)])
        assert found.after[Obligation.REACTION].due == moscow(25, 19)

    def test_events_keep_their_order_or_are_refused(self) -> None:
        with pytest.raises(UnsortedEventsError):
            what_if(USUAL, ASKED, moscow(30, 12), shifts=[(2, timedelta(days=-5))])
        with pytest.raises(UnsortedEventsError):
            what_if(USUAL, ASKED, moscow(30, 12), registered_at=moscow(24))

    @pytest.mark.parametrize("place", [-1, 3, True])
    def test_an_event_that_is_not_there(self, place: int) -> None:
        shifts = [(place, timedelta(0)), (1, timedelta(0))]
        if place is True:  # it is event 1, moved twice
            with pytest.raises(EventPlaceError):
                what_if(USUAL, ASKED, moscow(30), shifts=shifts)
            return
        with pytest.raises(EventPlaceError) as refused:
            what_if(USUAL, ASKED, moscow(30), shifts=shifts)
        assert str(refused.value) == (
            f"event {place} of a record of 3 cannot be moved; "
            "give the places of events from 0, each once"
        )

    def test_a_registration_moved_in_two_ways(self) -> None:
        with pytest.raises(EventPlaceError):
            what_if(USUAL, ASKED, moscow(30), registered_at=moscow(23), shifts=[(0, timedelta(0))])

    def test_bad_moments_are_refused(self) -> None:
        with pytest.raises(NaiveDatetimeError):
            what_if(USUAL, ASKED, moscow(30), registered_at=datetime(2026, 11, 23))
        with pytest.raises(AsOfError):
            what_if(USUAL, SILENT, TUE_NOON, registered_at=moscow(25))
        with pytest.raises(CalendarRangeError):
            what_if(USUAL, ASKED, moscow(30), shifts=[(2, timedelta(days=3_000_000))])
        with pytest.raises(WrongTypeError):
            what_if(USUAL, ASKED, moscow(30), shifts=[(2, 5)])  # type: ignore[list-item]


class TestDifferences:
    """What two agreements differ in, figure by figure and switch by switch."""

    def test_figures_then_readings(self) -> None:
        other = BY_ONE.with_readings(cutoff_instant=CutoffInstant.SAME_DAY).with_parameters(
            warn_at=(50, 90),
            silence=5,
            resolution_targets=(Target(Category.C, Severity.CRITICAL, 485),),
        )
        assert differences(USUAL, other) == (
            ("cutoff", "12:00:00", "13:00:00"),
            ("silence", "3", "5"),
            ("resolution_targets", "—", "C1 8:05"),
            ("warn_at", "—", "50, 90"),
            ("cutoff-instant", "next-day", "same-day"),
        )

    def test_nothing_differs_from_itself(self) -> None:
        assert differences(USUAL, USUAL) == ()
