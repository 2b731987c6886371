"""
What the verdicts on an incident say of how they were found: facts, choices, rows, in order.

Expected steps are worked out by hand from the paragraphs: a count begins at a fact, an end is
chosen between moments, and what was done stands last.
"""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Final

import pytest

from slarules.deadlines import Deadline
from slarules.errors import CalendarRangeError
from slarules.parameters import STANDARD, Interval, same_hours
from slarules.steps import BudgetStep, ChoiceStep, CountStep, FactStep
from slarules.terms import Category, Nature, Obligation, Outcome
from tests.judging import Lines, agreement, at, findings, judge, moscow, verdict
from tests.test_targets import EIGHT_HOURS, agreed

if TYPE_CHECKING:
    from slarules.assess import Verdict

B: Final = "2026-11-23 11:00 registered category=B"
C: Final = "2026-11-23 11:00 registered category=C"
D: Final = "2026-11-23 11:00 registered category=D"
LATER: Final = "2026-12-01 12:00"
SIGNED: Final = "2026-01-12 10:00 support-signed"
LAPSED: Final[Lines] = (SIGNED, "11:00 support-paid through=2026-11-24")
"""Support that ends with Tuesday 24 November 2026 and is not renewed."""
EARLIER: Final = "replacement-trigger=earlier-of"


def facts(found: Verdict) -> list[str]:
    """Return the facts among the steps, each with its row, its paragraph and its moment."""
    return [
        f"{step.fact} {moscow(step.at)} {step.rule} {step.clause}"
        for step in found.steps
        if isinstance(step, FactStep)
    ]


def choices(found: Verdict) -> list[tuple[str, str, list[str], str, str]]:
    """Return the choices among the steps."""
    return [
        (step.rule, step.clause, [moscow(m) for m in step.moments], moscow(step.at), step.reading)
        for step in found.steps
        if isinstance(step, ChoiceStep)
    ]


class TestReaction:
    """4.3: from the registration, or, by a reading, from when the incident came into B or C."""

    def test_from_the_registration_to_the_reaction(self) -> None:
        found = judge((C, "12:00 commented"), LATER)[Obligation.REACTION]
        assert facts(found) == [
            "registered 2026-11-23 11:00 R-3.2-1 3.2",
            "done 2026-11-23 12:00 R-3.3-1 3.3",
        ]
        assert found.clauses == ("4.3", "1.1", "3.3")
        assert (found.nature, found.rules[:2]) == (Nature.DUTY_BY, ("R-3.3-1", "R-4.3-1"))
        assert found.rules[2:] == tuple(step.rule for step in found.steps[:-1])

    def test_nothing_is_done_while_nobody_reacts(self) -> None:
        found = judge((C,), "2026-11-23 12:00")[Obligation.REACTION]
        assert facts(found) == ["registered 2026-11-23 11:00 R-3.2-1 3.2"]
        assert found.since is None

    def test_from_the_change_of_category_by_that_reading(self) -> None:
        lines = (D, "13:00 reclassification-proposed category=C", "13:30 reclassification-agreed")
        by_change = judge(lines, LATER, "reaction-on-entering=reclassification")
        found = by_change[Obligation.REACTION]
        assert facts(found)[0] == "reclassified 2026-11-23 13:30 R-3.2-1 3.2"
        expected = "met due=2026-11-24 19:00 since=2026-11-23 13:00"  # the proposal is an entry
        assert verdict(by_change, "reaction") == expected
        by_registration = judge(lines, LATER, "reaction-on-entering=registration")
        assert facts(by_registration[Obligation.REACTION])[0].startswith("registered ")

    @pytest.mark.parametrize(
        ("line", "obligation", "clauses"),
        [
            (C, Obligation.REACTION, ("2.3", "4.3")),
            (B, Obligation.REPLACEMENT_SEARCH, ("2.3", "4.4")),
            (D, Obligation.RECOMMENDATION, ("2.3", "4.1")),
        ],
    )
    def test_without_support_nothing_is_owed(
        self, line: str, obligation: Obligation, clauses: tuple[str, ...]
    ) -> None:
        beside = (SIGNED, "11:00 support-paid through=2026-11-20")
        found = judge((line,), LATER, beside=beside)[obligation]
        assert (found.outcome, found.clauses) == (Outcome.NOT_APPLICABLE, clauses)

    def test_a_withdrawal_at_the_due_moment_itself_comes_too_late(self) -> None:
        lines = (C, "19:00 withdrawn")
        assert verdict(judge(lines, LATER), "reaction") == "missed due=2026-11-23 19:00"
        before = (C, "18:59 withdrawn")
        assert verdict(judge(before, LATER), "reaction") == "not-applicable due=2026-11-23 19:00"

    def test_what_never_was_in_b_or_c_is_owed_none(self) -> None:
        lines = ("2026-11-23 11:00 registered", "12:00 reclassified category=E")
        found = judge(lines, LATER)[Obligation.REACTION]
        assert (found.outcome, found.clauses[0]) == (Outcome.NOT_STATED, "4.2")


class TestReplacement:
    """4.4: business day sixty, or, by a reading, the statement that it will not be enough."""

    @pytest.mark.parametrize(
        ("line", "reading", "first"),
        [
            (B, "", "registered 2026-11-23 11:00"),
            ("13:00 workaround-failed", "b-workaround-fails=new-count",
             "workaround-failed 2026-11-23 13:00"),
        ],
    )  # fmt: skip
    def test_the_count_begins_at_a_fact(self, line: str, reading: str, first: str) -> None:
        lines = (B, "12:00 workaround-provided", line) if reading else (B,)
        found = judge(lines, LATER, *filter(None, [reading]))[Obligation.REPLACEMENT_SEARCH]
        assert facts(found)[0].startswith(first)
        assert found.nature is Nature.DUTY_FROM

    def test_by_that_reading_it_begins_when_the_incident_came_into_b(self) -> None:
        lines = (D, "13:00 reclassification-proposed category=B", "13:30 reclassification-agreed")
        found = judge(lines, LATER, "sixty-days-from=reclassification")
        (fact,) = facts(found[Obligation.REPLACEMENT_SEARCH])
        assert fact == "reclassified 2026-11-23 13:30 R-3.2-1 3.2"

    def test_what_was_not_classified_was_in_b_from_the_beginning(self) -> None:
        lines = ("2026-11-23 11:00 registered", "12:00 reclassified category=B")
        found = judge(lines, LATER, "sixty-days-from=reclassification")
        (fact,) = facts(found[Obligation.REPLACEMENT_SEARCH])
        assert fact == "registered 2026-11-23 11:00 R-3.2-1 3.2"

    def test_a_statement_brings_it_forward(self) -> None:
        lines = (B, "2026-11-25 10:00 impossibility-stated by=third-party")
        plain = judge(lines[:1], LATER, EARLIER)[Obligation.REPLACEMENT_SEARCH]
        found = judge(lines, LATER, EARLIER)[Obligation.REPLACEMENT_SEARCH]
        stated = "2026-11-25 10:00"
        assert choices(plain) == []
        assert choices(found) == [("R-4.4-11", "4.4", [moscow(plain.due), stated], stated, EARLIER)]
        assert moscow(found.due) == stated
        assert found.rules == ("R-4.4-9", *plain.rules[1:], "R-4.4-11")

    def test_a_statement_at_the_end_of_day_sixty_is_no_earlier(self) -> None:
        lines = (B, "2027-02-25 19:00 impossibility-stated by=third-party")
        found = judge(lines, "2027-03-01 12:00", EARLIER)[Obligation.REPLACEMENT_SEARCH]
        assert moscow(found.due) == "2027-02-25 19:00"
        assert choices(found) == []

    def test_a_statement_ends_the_standing_of_a_count(self) -> None:
        lines = (B, "2026-11-23 15:00 impossibility-stated by=third-party")
        found = judge(lines, LATER, EARLIER, beside=LAPSED)[Obligation.REPLACEMENT_SEARCH]
        stated = "2026-11-23 15:00"
        assert choices(found) == [("R-4.4-11", "4.4", [stated], stated, EARLIER)]
        assert found.rules == ("R-4.4-9", "R-4.4-11")
        assert (moscow(found.due), found.nature) == (stated, Nature.DUTY_FROM)

    def test_a_count_that_stands_might_have_ended_if_begun_earlier(self) -> None:
        found = judge((B,), LATER, beside=LAPSED)
        assert found[Obligation.REPLACEMENT_SEARCH].rules == ("R-4.4-12",)
        assert "day-count-start" in found.consulted

    def test_the_search_that_began_is_done(self) -> None:
        lines = (B, "2026-11-25 10:00 replacement-search-started")
        found = judge(lines, LATER)[Obligation.REPLACEMENT_SEARCH]
        assert facts(found)[-1] == "done 2026-11-25 10:00 R-4.4-8 4.4"
        assert (found.outcome, moscow(found.since)) == (Outcome.MET, "2026-11-25 10:00")
        assert found.rules[0] == "R-4.4-8"

    def test_a_search_that_began_as_the_problem_was_solved_began(self) -> None:
        lines = (B, "2026-11-25 10:00 third-party-fixed", "10:00 replacement-search-started")
        assert judge(lines, LATER)[Obligation.REPLACEMENT_SEARCH].outcome is Outcome.MET

    def test_what_was_solved_first_has_no_moment_of_its_search(self) -> None:
        lines = (B, "2026-11-25 10:00 third-party-fixed", "11:00 replacement-search-started")
        found = judge(lines, LATER)[Obligation.REPLACEMENT_SEARCH]
        assert (found.outcome, found.since) == (Outcome.NOT_APPLICABLE, None)

    def test_a_statement_as_the_problem_was_solved_brings_nothing_forward(self) -> None:
        lines = (B, "2026-11-25 10:00 impossibility-stated", "10:00 third-party-fixed")
        assert choices(judge(lines, LATER, EARLIER)[Obligation.REPLACEMENT_SEARCH]) == []

    def test_a_statement_at_the_registration_itself_counts(self) -> None:
        lines = (B, "11:00 impossibility-stated")
        found = judge(lines, LATER, EARLIER)[Obligation.REPLACEMENT_SEARCH]
        assert moscow(found.due) == "2026-11-23 11:00"


class TestClock:
    """3.4, 4.10: from a reproduction; with a target, by a moment."""

    def test_it_begins_at_the_reproduction(self) -> None:
        found = judge((C, "12:00 reproduced"), LATER)[Obligation.RESOLUTION_CLOCK]
        assert facts(found) == ["reproduced 2026-11-23 12:00 R-3.4-2 3.4"]
        assert (found.nature, found.waits_for) == (Nature.CLOCK, "resolved")

    def test_the_latest_of_three_reproductions_is_the_third(self) -> None:
        lines = (C, "12:00 reproduced", "13:00 reproduced", "14:00 reproduced", "15:00 reproduced")
        found = judge(lines, LATER, "reproduced-again=latest")[Obligation.RESOLUTION_CLOCK]
        assert moscow(found.since) == "2026-11-23 15:00"

    @pytest.mark.parametrize(
        ("beside", "end"),
        [
            (None, "2026-11-28 00:00"),  # 25, 26, 27 November: closed by silence at 24:00
            (LAPSED, ""),  # the count stands: no support, and no end of the wait
        ],
    )
    def test_the_customers_time_lasts_until_silence_closes(
        self, beside: Lines | None, end: str
    ) -> None:
        lines = (C, "12:00 reproduced", "2026-11-24 12:00 information-requested")
        found = judge(lines, "2026-11-25 12:00", "resolution-pause=pauses", beside=beside)
        (span,) = found[Obligation.RESOLUTION_CLOCK].left_out
        assert moscow(span.start) == "2026-11-24 12:00"
        assert (moscow(span.end) if span.end.year < 9999 else "") == end

    def test_a_wait_that_ended_as_it_began_is_no_part_of_it(self) -> None:
        lines = (C, "11:10 information-requested", "12:00 information-provided", "12:00 reproduced")
        found = judge(lines, LATER, "resolution-pause=pauses")[Obligation.RESOLUTION_CLOCK]
        assert (moscow(found.since), found.left_out) == ("2026-11-23 12:00", ())

    def test_a_target_is_a_budget_of_hours(self) -> None:
        under = agreed(EIGHT_HOURS, warn_at=(50,))
        lines = ("2026-11-23 10:00 registered category=C severity=1", "17:00 reproduced")
        found = judge(lines, "2026-11-24 12:00", parameters=under.parameters)
        clock = found[Obligation.RESOLUTION_CLOCK]
        (budget,) = [step for step in clock.steps if isinstance(step, BudgetStep)]
        assert (budget.rule, budget.clause, budget.reading) == ("R-4.10-2", "4.10", "")
        assert (budget.start, budget.at) == (at("2026-11-23 17:00"), at("2026-11-24 16:00"))
        assert budget.business_minutes == 8 * 60
        assert clock.rules == ("R-4.10-3", "R-3.4-2", "R-4.10-2")
        assert clock.rests_on is not None
        assert clock.rests_on.through == at("2026-11-24 00:00").date()
        assert [(share.per_cent, share.at) for share in clock.warnings] == [
            (50, at("2026-11-24 12:00"))
        ]

    def test_a_target_used_up_at_midnight_rests_on_the_day_before(self) -> None:
        late = same_hours(5, Interval(time(10), time(0)))  # to 24:00
        under = agreed(EIGHT_HOURS).with_parameters(week=late)
        lines = ("2026-11-23 10:00 registered category=C severity=1", "16:00 reproduced")
        found = judge(lines, "2026-11-23 17:00", parameters=under.parameters)
        clock = found[Obligation.RESOLUTION_CLOCK]
        assert clock.due == at("2026-11-24 00:00")
        assert clock.rests_on is not None
        assert clock.rests_on.through == at("2026-11-23 16:00").date()

    def test_by_that_reading_the_customers_time_is_no_part_of_it(self) -> None:
        # Monday 17:00-19:00 is two hours, Tuesday 13:00-19:00 six: it ends as the desk closes
        under = agreed(EIGHT_HOURS, warn_at=(50,))
        lines = ("2026-11-23 10:00 registered category=C severity=1", "17:00 reproduced",
                 "2026-11-24 10:00 information-requested",
                 "13:00 information-provided")  # fmt: skip
        pauses = "resolution-pause=pauses"
        found = judge(lines, "2026-11-24 14:00", pauses, parameters=under.parameters)
        clock = found[Obligation.RESOLUTION_CLOCK]
        assert clock.due == at("2026-11-24 19:00")
        (budget,) = [step for step in clock.steps if isinstance(step, BudgetStep)]
        assert budget.reading == pauses
        (half,) = clock.warnings  # four hours: 17:00-19:00, and 13:00-15:00
        assert half.at == at("2026-11-24 15:00")

    def test_a_target_missed_at_this_very_moment_changes_no_more(self) -> None:
        under = agreed(EIGHT_HOURS)
        lines = ("2026-11-23 10:00 registered category=C severity=1", "17:00 reproduced",
                 "17:30 commented")  # fmt: skip
        found = judge(lines, "2026-11-24 16:00", parameters=under.parameters)
        assert found[Obligation.RESOLUTION_CLOCK].outcome is Outcome.MISSED
        assert found.next_change is None

    def test_it_goes_on_when_a_workaround_fails(self) -> None:
        lines = (B, "11:30 reproduced", "12:00 workaround-provided", "13:00 resolved",
                 "14:00 workaround-failed")  # fmt: skip
        found = judge(lines, LATER)[Obligation.RESOLUTION_CLOCK]
        assert (found.outcome, moscow(found.since)) == (Outcome.PENDING, "2026-11-23 11:30")

    def test_a_target_stands_while_an_answer_is_awaited_without_an_end(self) -> None:
        under = agreed(EIGHT_HOURS)
        lines = ("2026-11-23 10:00 registered category=C severity=1", "17:00 reproduced",
                 "2026-11-24 10:00 information-requested")  # fmt: skip
        pauses = "resolution-pause=pauses"
        found = judge(lines, LATER, pauses, beside=LAPSED, parameters=under.parameters)
        clock = found[Obligation.RESOLUTION_CLOCK]
        assert (clock.rules, clock.nature) == (("R-4.10-6",), Nature.DUTY_BY)
        assert (clock.waits_for, clock.due) == ("information-provided", None)


class TestFindings:
    """What is found stands in the order of its moments, and of the record."""

    def test_of_one_moment_by_place(self) -> None:
        lines = ("2026-11-23 11:00 registered category=C channel=phone",
                 "11:00 commented channel=phone", "11:00 resolved")  # fmt: skip
        found = judge(lines, LATER).findings
        assert [finding.event for finding in found] == [0, 1, 2, 2]

    def test_of_one_moment_what_belongs_to_no_event_stands_first(self) -> None:
        beside = (SIGNED, "11:00 support-paid through=2026-11-22",
                  "2026-11-23 10:00 help-desk-down", "11:30 help-desk-restored")  # fmt: skip
        found = findings(judge((C, "11:30 commented"), LATER, beside=beside))
        assert found == ["F-3.1-2 - 2026-11-23 11:30", "F-2.3-1 1 2026-11-23 11:30"]

    def test_an_outage_after_an_unannounced_restoration_is_found_once(self) -> None:
        beside = ("2026-11-23 12:00 help-desk-down", "13:00 help-desk-restored",
                  "14:00 help-desk-down")  # fmt: skip
        found = findings(judge((C,), LATER, beside=beside))
        assert found == ["F-3.1-2 - 2026-11-23 13:00"]


class TestEndsOfTime:
    """A moment that some clock could not show is refused, and no other."""

    @pytest.mark.parametrize(
        ("registered", "as_of", "refused"),
        [
            ("0002-06-03 11:00", "0002-06-03 12:00", ""),
            ("0001-06-04 11:00", "0002-06-03 12:00", "0001-06-04T08:"),
            ("2026-11-23 11:00", "9998-06-01 12:00", ""),
            ("2026-11-23 11:00", "9999-06-01 12:00", "9999-06-01T09:00:00+00:00"),
        ],
    )
    def test_within_years_2_to_9998(self, registered: str, as_of: str, refused: str) -> None:
        lines = (f"{registered} registered category=D",)
        if not refused:
            assert judge(lines, as_of).next_change is None
            return
        with pytest.raises(CalendarRangeError) as caught:
            judge(lines, as_of)
        assert str(caught.value).startswith(refused)
        assert (caught.value.first.year, caught.value.last.year) == (2, 9998)


class TestAmounts:
    """Amounts are whole seconds."""

    def test_of_half_a_second(self) -> None:
        found = judge((C, "12:00 reproduced"), LATER)
        under = agreed()
        amount = found[Obligation.RESOLUTION_CLOCK].elapsed(
            at("2026-11-23 12:00:01.500000"), under.calendar
        )
        assert amount is not None
        assert (amount.clock, amount.business) == (1, 1)
        assert type(amount.clock) is int

    def test_an_obligation_without_a_verdict_is_named(self) -> None:
        found = judge((C,), LATER).replace(verdicts=())
        with pytest.raises(KeyError) as caught:
            found[Obligation.REACTION]
        assert caught.value.args == (Obligation.REACTION,)


def derived(found: object) -> list[str]:
    """Return the steps of a due moment: each with its row, its paragraph and its reading."""
    assert isinstance(found, Deadline)
    assert found.rules[1:] == tuple(step.rule for step in found.steps)
    return [f"{step.rule} {step.clause} {step.reading}".rstrip() for step in found.steps]


class TestDueMoments:
    """4.3, 4.4, 4.11, 1.1: the rows a due moment goes through, one after another."""

    @pytest.mark.parametrize(
        ("registered", "readings", "cutoff", "steps"),
        [
            ("2026-11-23 11:00", (), 12, ["R-4.3-4 4.3", "R-4.3-5 4.3"]),
            ("2026-11-23 13:00", (), 12, ["R-4.3-4 4.3", "R-4.3-6 4.3"]),
            ("2026-11-23 10:00", (), 12, ["R-4.3-4 4.3", "R-4.3-5 4.3"]),
            # Saturday 28 November: the day off alone, or the desk's next opening, by that reading
            ("2026-11-28 11:00", ("registered-on-day-off=next-business-day",), 12,
             ["R-4.3-7 4.3 registered-on-day-off=next-business-day"]),
            ("2026-11-28 11:00", ("registered-on-day-off=as-if-next-opening",), 12,
             ["R-4.3-7 4.3 registered-on-day-off=as-if-next-opening",
              "R-4.3-4 4.3 registered-on-day-off=as-if-next-opening",
              "R-4.3-5 4.3"]),
            ("2026-11-28 11:00", ("registered-on-day-off=as-if-next-opening",), 10,
             ["R-4.3-7 4.3 registered-on-day-off=as-if-next-opening",
              "R-4.3-4 4.3 cutoff-instant=next-day", "R-4.3-6 4.3"]),
        ],
    )  # fmt: skip
    def test_of_a_reaction(
        self, registered: str, readings: tuple[str, ...], cutoff: int, steps: list[str]
    ) -> None:
        under = agreement(readings, STANDARD.replace(cutoff=time(cutoff)))
        found = under.reaction_deadline(at(registered), Category.C)
        assert derived(found) == [
            "R-3.2-1 3.2",
            "R-1.1-1 1.1",
            *steps,
            "R-1.1-2 1.1 reaction-day-end=closing-time",
        ]
        assert isinstance(found, Deadline)
        assert isinstance(found.steps[0], FactStep)
        assert found.steps[0].fact == "registered"

    def test_of_the_search_for_a_replacement(self) -> None:
        found = agreement().replacement_search_deadline(at("2026-11-23 11:00"))
        assert derived(found) == [
            "R-3.2-1 3.2",
            "R-1.1-1 1.1",
            "R-4.4-4 4.4 day-count-start=day-after",
            "R-4.4-5 4.4 period-end=closing-time",
        ]
        assert isinstance(found, Deadline)
        assert isinstance(found.steps[0], FactStep)
        assert found.steps[0].fact == "registered"

    @pytest.mark.parametrize(
        ("asked", "readings", "steps"),
        [
            ("2026-11-23 12:00", (), []),
            ("2026-11-23 20:00", ("silence-out-of-hours=as-at-next-opening",),
             ["R-4.11-3 4.11 silence-out-of-hours=as-at-next-opening"]),
        ],
    )  # fmt: skip
    def test_of_a_closing_by_silence(
        self, asked: str, readings: tuple[str, ...], steps: list[str]
    ) -> None:
        found = agreement(readings).automatic_closing_deadline(at(asked))
        assert derived(found) == [
            "R-4.11-2 4.11",
            "R-1.1-1 1.1",
            *steps,
            "R-4.11-4 4.11 day-count-start=day-after",
            "R-4.11-5 4.11 silence-end=midnight",
        ]
        first = found.steps[0]
        assert isinstance(first, FactStep)
        assert (first.fact, first.at) == ("asked", at(asked))
        chosen = tuple(step.partition(" ")[2].partition(" ")[2] for step in steps)
        assert found.readings == (*chosen, "day-count-start=day-after", "silence-end=midnight")

    def test_of_days_a_reading_leaves_out(self) -> None:
        # HelpDesk was down for an hour of Tuesday 24 November
        beside = ("2026-11-24 12:00 help-desk-down", "13:00 help-desk-restored",
                  "13:00 restoration-announced")  # fmt: skip
        lines = (D, "12:00 information-requested")
        excluded = "silence-outage=days-excluded"
        found = judge(lines, "2026-11-25 12:00", excluded, beside=beside)
        (count,) = [
            step
            for step in found[Obligation.AUTOMATIC_CLOSING].steps
            if isinstance(step, CountStep)
        ]
        assert count.left_out == (at("2026-11-24 00:00").date(),)
        assert count.end == at("2026-11-27 00:00").date()
