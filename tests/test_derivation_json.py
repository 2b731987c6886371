"""Steps as data: enough to do the sum again, and nothing in them can be missing or moved."""

from __future__ import annotations

import copy
import json
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from slarules.agreement import Agreement, standard_support
from slarules.deadlines import Deadline, owed, without_moment
from slarules.derivation_json import answer_json, steps_json
from slarules.explain import Form, explain
from slarules.parameters import Interval
from slarules.readings import (
    BeforeOpening,
    CutoffInstant,
    DayCountStart,
    PeriodEnd,
    ReactionDayEnd,
    Readings,
    RegisteredOnDayOff,
    SilenceEnd,
    SilenceOutOfHours,
)
from slarules.spans import DayTest, Span, Without
from slarules.steps import ChoiceStep
from slarules.terms import Category, ClauseId, Obligation, RuleId
from tests.oracles.steps import BrokenDerivationError, due_of
from tests.proves import proves
from tests.strategies import MOSCOW

if TYPE_CHECKING:
    from collections.abc import Iterable

STANDARD = standard_support()

SAT_2024_12_28 = datetime(2024, 12, 28, 15, tzinfo=MOSCOW)
MON_2026_11_23 = datetime(2026, 11, 23, 11, 59, 59, tzinfo=MOSCOW)
MON_2026_11_23_NOON = datetime(2026, 11, 23, 12, tzinfo=MOSCOW)
SAT_2026_11_28 = datetime(2026, 11, 28, 9, tzinfo=MOSCOW)
MON_2026_08_24 = datetime(2026, 8, 24, 11, tzinfo=MOSCOW)
MON_2025_12_29 = datetime(2025, 12, 29, 18, tzinfo=MOSCOW)

registrations = st.datetimes(
    datetime(2014, 1, 1), datetime(2029, 12, 1), timezones=st.sampled_from([UTC, MOSCOW])
)
readings = st.builds(
    Readings,
    cutoff_instant=st.sampled_from(CutoffInstant),
    reaction_day_end=st.sampled_from(ReactionDayEnd),
    registered_on_day_off=st.sampled_from(RegisteredOnDayOff),
    before_opening=st.sampled_from(BeforeOpening),
    day_count_start=st.sampled_from(DayCountStart),
    period_end=st.sampled_from(PeriodEnd),
    silence_end=st.sampled_from(SilenceEnd),
    silence_out_of_hours=st.sampled_from(SilenceOutOfHours),
)
agreements = st.builds(
    lambda chosen, cutoff: STANDARD.with_readings(
        **{switch: getattr(chosen, switch) for switch in Readings._fields}
    ).with_parameters(cutoff=cutoff),
    readings,
    st.sampled_from([time(12), time(9), time(10), time(17, 30)]),
)


def deadlines(agreement: Agreement, moment: datetime) -> list[Deadline]:
    """Return the three computed moments for one event."""
    answers = (
        agreement.reaction_deadline(moment, Category.B),
        agreement.replacement_search_deadline(moment),
        agreement.automatic_closing_deadline(moment),
    )
    return [answer for answer in answers if isinstance(answer, Deadline)]


def steps_of(deadline: Deadline) -> list[dict[str, Any]]:
    """Return the steps as a reader of the JSON sees them."""
    read: list[dict[str, Any]] = json.loads(json.dumps(steps_json(deadline.steps)))
    return read


def refused_or_other(steps: list[dict[str, Any]], deadline: Deadline) -> bool:
    try:
        return due_of(steps) != deadline.due
    except BrokenDerivationError:
        return True


class TestTheSumDoneAgain:
    """An oracle that sees the JSON alone comes to the same moment."""

    @proves("4.3", "4.4", "4.11", kills="skips-nothing")
    @given(agreement=agreements, moment=registrations)
    @example(STANDARD, SAT_2024_12_28)
    @example(STANDARD, MON_2026_11_23_NOON)
    @example(STANDARD.with_parameters(cutoff=time(9)), SAT_2026_11_28)
    def test_gives_the_due_moment(self, agreement: Agreement, moment: datetime) -> None:
        for deadline in deadlines(agreement, moment):
            found = due_of(steps_of(deadline))
            assert (found, found.utcoffset()) == (deadline.due, deadline.due.utcoffset())

    def test_gives_it_where_days_are_left_out(self) -> None:
        """4.4 with reading sixty-days-pause: whole days of waiting are not counted."""
        pause = Span(
            datetime(2026, 9, 1, 9, tzinfo=MOSCOW), datetime(2026, 9, 3, 20, tzinfo=MOSCOW)
        )
        deadline = STANDARD._rules.replacement_search(
            MON_2026_08_24, Category.B, without=(Without(spans=(pause,), test=DayTest.COVERS),)
        )
        assert isinstance(deadline, Deadline)
        steps = steps_of(deadline)
        assert steps[2]["left_out"] == ["2026-09-01", "2026-09-02", "2026-09-03"]
        # The examples' 17 November and three business days more.
        assert due_of(steps) == deadline.due == datetime(2026, 11, 20, 19, tzinfo=MOSCOW)

    def test_gives_it_where_the_desk_closes_at_midnight(self) -> None:
        late = STANDARD.with_parameters(
            week=(*((Interval(time(10), time(0)),),) * 5, (), ())  # Monday to Friday, to 24:00
        )
        for deadline in deadlines(late, MON_2026_11_23):
            assert due_of(steps_of(deadline)) == deadline.due

    @proves("4.3", kills="count-said-twice")
    @given(agreement=agreements, moment=registrations)
    @example(STANDARD, MON_2026_11_23)
    @example(STANDARD, SAT_2026_11_28)
    def test_fails_when_any_step_is_dropped(self, agreement: Agreement, moment: datetime) -> None:
        for deadline in deadlines(agreement, moment):
            steps = steps_of(deadline)
            for place in range(len(steps)):
                assert refused_or_other(steps[:place] + steps[place + 1 :], deadline), place

    @pytest.mark.parametrize("moment", [SAT_2024_12_28, MON_2026_08_24, MON_2025_12_29])
    def test_fails_when_any_value_of_the_sum_is_altered(self, moment: datetime) -> None:
        for deadline in deadlines(STANDARD, moment):
            steps = steps_of(deadline)
            altered = list(alterations(steps))
            assert len(altered) > 10
            for change, other in altered:
                assert refused_or_other(other, deadline), change


ALTERED = {
    "at": "2026-03-06T11:00:00+03:00",
    "day": "2026-03-06",
    "clock": "11:11:11",
    "start": "2026-03-06",
    "end": "2026-03-06",
    "n": 2,
    "skipped": [],
    "left_out": ["2026-03-06"],
    "is_before": None,
}


def alterations(steps: list[dict[str, Any]]) -> Iterable[tuple[str, list[dict[str, Any]]]]:
    """Yield the steps with one value of one of them another, and what was done."""
    for place, step in enumerate(steps):
        for key, value in ALTERED.items():
            if key in step and step[key] != value:
                other = copy.deepcopy(steps)
                other[place][key] = not step[key] if value is None else value
                yield f"{place} {key}", other


class TestChoice:
    """A moment chosen among several says which, and has them all."""

    @pytest.mark.parametrize(("at", "which"), [(0, "earliest"), (1, "latest")])
    def test_is_written_whole(self, at: int, which: str) -> None:
        moments = (MON_2026_11_23, SAT_2026_11_28)
        step = ChoiceStep(
            rule=RuleId("R-4.4-11"), clause=ClauseId("4.4"), moments=moments, at=moments[at]
        )
        assert steps_json((step,)) == [
            {
                "rule": "R-4.4-11",
                "clause": "4.4",
                "step": "choice",
                "moments": ["2026-11-23T11:59:59+03:00", "2026-11-28T09:00:00+03:00"],
                "which": which,
                "at": moments[at].isoformat(),
            }
        ]


class TestAnswers:
    """Exactly one of due, not_stated, not_applicable, until_event, with clauses and steps."""

    KINDS = ("due", "not_stated", "not_applicable", "until_event")

    @pytest.mark.parametrize(
        ("obligation", "category", "key", "value"),
        [
            (Obligation.REACTION, Category.A, "not_stated", "4.3"),
            (Obligation.REACTION, Category.E, "not_stated", "4.3"),
            (Obligation.RESOLUTION, Category.C, "not_stated", "4.10"),
            (Obligation.RESOLUTION, Category.A, "not_stated", "4.1"),
            (Obligation.RESOLUTION, Category.E, "not_stated", "4.2"),
            (Obligation.REPLACEMENT_SEARCH, Category.C, "not_applicable", "4.4"),
            (
                Obligation.RESOLUTION,
                Category.B,
                "until_event",
                ["third-party-fixed", "workaround-provided"],
            ),
        ],
    )
    def test_without_a_moment_say_why(
        self, obligation: Obligation, category: Category, key: str, value: object
    ) -> None:
        row = owed(obligation, category)
        found = answer_json(without_moment(row))
        assert [kind for kind in self.KINDS if kind in found] == [key]
        assert found == {
            "obligation": obligation.value,
            key: value,
            "clauses": list(row.clauses),
            "rules": [row.rule],
            "provisional": False,
            "steps": [],
        }

    def test_with_a_moment_carry_every_value(self) -> None:
        """The example of 28 December 2024 in ``examples.csv``, typed by hand."""
        answer = STANDARD.reaction_deadline(SAT_2024_12_28, Category.B)
        assert answer_json(answer, STANDARD.calendar) == {
            "obligation": "reaction",
            "due": "2025-01-09T19:00:00+03:00",
            "nature": "duty-by",
            "clauses": ["4.3", "1.1"],
            "rules": ["R-4.3-1", "R-3.2-1", "R-1.1-1", "R-4.3-4", "R-4.3-6", "R-1.1-2"],
            "readings": ["reaction-day-end=closing-time"],
            "provisional": False,
            "rests_on": {"through": "2025-01-09", "status": "decreed"},
            "steps": [
                {
                    "rule": "R-3.2-1",
                    "clause": "3.2",
                    "step": "fact",
                    "fact": "registered",
                    "at": "2024-12-28T15:00:00+03:00",
                    "zone": "Europe/Moscow",
                },
                {
                    "rule": "R-1.1-1",
                    "clause": "1.1",
                    "step": "day",
                    "at": "2024-12-28T15:00:00+03:00",
                    "day": "2024-12-28",
                    "clock": "15:00:00",
                    "is_business_day": True,
                },
                {
                    "rule": "R-4.3-4",
                    "clause": "4.3",
                    "step": "cutoff",
                    "clock": "15:00:00",
                    "cutoff": "12:00:00",
                    "is_before": False,
                },
                {
                    "rule": "R-4.3-6",
                    "clause": "4.3",
                    "step": "count",
                    "start": "2024-12-28",
                    "n": 1,
                    "end": "2025-01-09",
                    "skipped": [
                        {"day": "2024-12-29", "kind": "weekend"},
                        {
                            "day": "2024-12-30",
                            "kind": "moved-day-off",
                            "moved_from": "2024-12-28",
                        },
                        {
                            "day": "2024-12-31",
                            "kind": "moved-day-off",
                            "moved_from": "2024-01-07",
                        },
                        *(
                            {"day": day, "kind": "holiday", "name": name}
                            for day, name in (
                                ("2025-01-01", "new-year-holidays"),
                                ("2025-01-02", "new-year-holidays"),
                                ("2025-01-03", "new-year-holidays"),
                                ("2025-01-04", "new-year-holidays"),
                                ("2025-01-05", "new-year-holidays"),
                                ("2025-01-06", "new-year-holidays"),
                                ("2025-01-07", "christmas"),
                                ("2025-01-08", "new-year-holidays"),
                            )
                        ),
                    ],
                    "left_out": [],
                },
                {
                    "rule": "R-1.1-2",
                    "clause": "1.1",
                    "reading": "reaction-day-end=closing-time",
                    "step": "hour",
                    "day": "2025-01-09",
                    "hour": "closing",
                    "clock": "19:00:00",
                    "zone": "Europe/Moscow",
                    "at": "2025-01-09T19:00:00+03:00",
                },
            ],
        }

    def test_name_the_act_of_a_moved_day_off(self) -> None:
        """2015-01-09 was off instead of 3 January, by act 860 of 27.08.2014."""
        answer = STANDARD.reaction_deadline(datetime(2014, 12, 31, 13, tzinfo=MOSCOW), Category.C)
        skipped = answer_json(answer, STANDARD.calendar)["steps"][3]["skipped"]
        assert skipped[8] == {
            "day": "2015-01-09",
            "kind": "moved-day-off",
            "moved_from": "2015-01-03",
            "act": "No. 860 of 27.08.2014",
        }

    def test_without_a_calendar_give_days_off_without_reasons(self) -> None:
        answer = STANDARD.reaction_deadline(SAT_2026_11_28, Category.C)
        assert answer_json(answer)["steps"][2]["skipped"] == [{"day": "2026-11-29"}]

    def test_with_another_calendar_give_no_reason_for_a_day_it_works(self) -> None:
        answer = STANDARD.reaction_deadline(SAT_2026_11_28, Category.C)
        other = STANDARD.calendar.with_hours(date(2026, 11, 29), (Interval(time(10), time(19)),))
        assert answer_json(answer, other)["steps"][2]["skipped"] == [{"day": "2026-11-29"}]

    def test_as_the_json_form_of_an_explanation_are_on_one_line_with_a_schema(self) -> None:
        answer = STANDARD.automatic_closing_deadline(MON_2025_12_29)
        text = explain(answer, form=Form.JSON, calendar=STANDARD.calendar)
        assert "\n" not in text
        document = json.loads(text)
        assert document.pop("schema") == "slarules/explanation/1"
        assert document == answer_json(answer, STANDARD.calendar)
