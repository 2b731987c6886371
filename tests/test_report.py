"""Verdicts on the reactions of a log, totals that add up, twenty real tickets worked by hand."""

from __future__ import annotations

import csv
import io
import random
import subprocess
import sys
from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slarules.agreement import Agreement, standard_support
from slarules.errors import TotalsError
from slarules.eventlog.log import gather
from slarules.eventlog.mapping import Meaning, read_mapping
from slarules.eventlog.rows import read_rows
from slarules.eventlog.words import Maker, Seen
from slarules.events import (
    EVENT_OF,
    EVENTS,
    Commented,
    Made,
    Party,
    ReclassificationProposed,
    Reclassified,
    RecordKind,
    Registered,
    Reproduced,
    Route,
    Routed,
    StatusChanged,
    Visibility,
)
from slarules.incident import Incident
from slarules.readings import (
    DueInstant,
    InternalNote,
    OutageRegistration,
    ReactionByAutomation,
    ReactionByReproductionMark,
    ReactionRecordKind,
)
from slarules.report import totals
from slarules.report.document import document
from slarules.report.table import COLUMNS, harmless, per_incident
from slarules.report.totals import Report, make_report
from slarules.report.verdicts import (
    Excluded,
    Exclusion,
    Judged,
    Reason,
    RecordStanding,
    judge,
    outages_of,
    standing,
)
from slarules.service import ServiceRecord
from slarules.terms import Category, Language, Obligation, Outcome
from tests.shared import ROOT, shared_file
from tests.small_log import log_of, mapping_of

if TYPE_CHECKING:
    from slarules.eventlog.log import EventLog, LoggedEvent, Ticket
    from slarules.eventlog.mapping import LogMapping

MOSCOW = ZoneInfo("Europe/Moscow")
MON_2026_03_02 = datetime(2026, 3, 2, tzinfo=MOSCOW)
TUE_2026_03_03 = datetime(2026, 3, 3, tzinfo=MOSCOW)
SUPPORT = standard_support()
WED_2026_03_04 = datetime(2026, 3, 4, tzinfo=MOSCOW)
MINUTE = timedelta(minutes=1)


def at(day: datetime, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return day.replace(hour=hour, minute=minute, second=second)


def report_of(
    rows: str,
    mapping: LogMapping | None = None,
    *,
    category: Category | None = Category.C,
    as_of: datetime = WED_2026_03_04,
    agreement: Agreement = SUPPORT,
) -> Report:
    log = log_of(rows, mapping)
    return make_report(log, agreement=agreement, category=category, as_of=as_of, as_of_given=True)


def verdict_of(rows: str, mapping: LogMapping | None = None, **given: Any) -> Judged:
    (judged,) = report_of(rows, mapping, **given).judged
    return judged


def exclusion_of(rows: str, mapping: LogMapping | None = None, **given: Any) -> Exclusion:
    (excluded,) = report_of(rows, mapping, **given).excluded
    return excluded.reason


OPEN = "1,open,2026-03-02 11:00:00,\n"  # Monday, before 12: due the same day at 19:00
LATE_OPEN = "1,open,2026-03-02 12:00:00,\n"  # exactly 12:00: due on Tuesday at 19:00


class TestVerdict:
    """4.3 To B and C one reacts the same business day if registered before 12, else the next."""

    def test_a_comment_of_the_staff_before_the_due_moment_meets_it(self) -> None:
        judged = verdict_of(f"{OPEN}1,answer,2026-03-02 18:59:59,\n")
        assert (judged.outcome, judged.reason) == (Outcome.MET, Reason.REACTED_IN_TIME)
        assert judged.due == at(MON_2026_03_02, 19)
        assert judged.business == 7 * 3600 + 3599
        assert judged.late_clock is None

    def test_at_the_very_due_moment_it_is_in_time(self) -> None:
        assert verdict_of(f"{OPEN}1,answer,2026-03-02 19:00:00,\n").outcome is Outcome.MET

    def test_unless_due_instant_is_read_otherwise(self) -> None:
        strict = SUPPORT.with_readings(due_instant=DueInstant.LATE)
        judged = verdict_of(f"{OPEN}1,answer,2026-03-02 19:00:00,\n", agreement=strict)
        assert (judged.outcome, judged.late_clock) == (Outcome.MISSED, 0)

    def test_half_an_hour_after_closing_is_late_by_no_business_time(self) -> None:
        judged = verdict_of(f"{OPEN}1,answer,2026-03-02 19:30:00,\n")
        assert (judged.outcome, judged.reason) == (Outcome.MISSED, Reason.REACTED_LATE)
        assert (judged.late_business, judged.late_clock) == (0, 1800)
        assert judged.business == 8 * 3600

    def test_registered_at_twelve_one_has_until_the_next_business_day_ends(self) -> None:
        judged = verdict_of(f"{LATE_OPEN}1,answer,2026-03-03 18:00:00,\n")
        assert judged.due == at(TUE_2026_03_03, 19)
        assert judged.business == (7 + 8) * 3600

    def test_no_reaction_is_missed_from_the_due_moment_on(self) -> None:
        judged = verdict_of(OPEN, as_of=at(MON_2026_03_02, 19))
        assert (judged.outcome, judged.reason) == (Outcome.MISSED, Reason.NO_REACTION)

    def test_and_pending_until_then(self) -> None:
        judged = verdict_of(OPEN, as_of=at(MON_2026_03_02, 18, 59, 59))
        assert (judged.outcome, judged.reason) == (Outcome.PENDING, Reason.NOT_DUE_YET)

    def test_what_is_recorded_after_the_report_does_not_count(self) -> None:
        rows = f"{OPEN}1,answer,2026-03-02 18:00:00,\n"
        assert verdict_of(rows, as_of=at(MON_2026_03_02, 17, 59)).outcome is Outcome.PENDING

    @pytest.mark.parametrize("activity", ["robot", "note", "customer", "noise"])
    def test_what_is_no_record_of_the_staff_is_no_reaction(self, activity: str) -> None:
        judged = verdict_of(f"{OPEN}1,{activity},2026-03-02 12:00:00,\n")
        assert judged.reason is Reason.NO_REACTION

    @pytest.mark.parametrize("category", [Category.A, Category.D, Category.E])
    def test_for_other_categories_no_period_is_stated(self, category: Category) -> None:
        judged = verdict_of(f"{OPEN}1,answer,2026-03-02 12:00:00,\n", category=category)
        assert (judged.outcome, judged.reason) == (Outcome.NOT_STATED, Reason.NO_PERIOD)
        assert (judged.due, judged.business) == (None, None)

    def test_a_record_whose_maker_is_unknown_leaves_it_open(self) -> None:
        judged = verdict_of(f"{OPEN}1,somebody,2026-03-02 19:00:00,\n")
        assert (judged.outcome, judged.reason) == (Outcome.CANNOT_TELL, Reason.MAKER_UNKNOWN)

    def test_unless_it_came_too_late_to_matter(self) -> None:
        judged = verdict_of(f"{OPEN}1,somebody,2026-03-02 19:00:01,\n")
        assert judged.reason is Reason.NO_REACTION

    def test_or_a_certain_one_came_in_time(self) -> None:
        rows = f"{OPEN}1,somebody,2026-03-02 11:30:00,\n1,answer,2026-03-02 12:00:00,\n"
        assert verdict_of(rows).outcome is Outcome.MET

    def test_an_incident_withdrawn_before_it_was_due_is_owed_nothing(self) -> None:
        judged = verdict_of(f"{OPEN}1,withdraw,2026-03-02 18:00:00,\n")
        assert (judged.outcome, judged.reason) == (Outcome.NOT_APPLICABLE, Reason.WITHDRAWN)

    def test_withdrawn_when_it_was_overdue_it_stays_missed(self) -> None:
        judged = verdict_of(f"{OPEN}1,withdraw,2026-03-02 19:00:00,\n")
        assert judged.outcome is Outcome.MISSED

    def test_days_not_decreed_yet_are_said(self) -> None:
        far = datetime(2030, 1, 10, tzinfo=MOSCOW)
        report = report_of("1,open,2030-01-09 11:00:00,\n", as_of=far)
        assert report.tickets.provisional == 1


class TestCategory:
    """3.6, 4.12: the recorded category binds; without one the verdict is conditional."""

    COLUMN = 'time = "when"\ncategory = "who"'
    MORE = (
        '[activities.agreed]\nevent = "reclassification-agreed"\nby = "customer"\n'
        '[activities.changed]\nevent = "reclassified"\nby = "executor"\n'
    )

    def verdict(self, rows: str) -> Judged:
        mapping = mapping_of({'time = "when"': self.COLUMN}, more=self.MORE)
        return verdict_of(rows, mapping, category=None)

    def test_the_registration_says_the_category(self) -> None:
        assert self.verdict("1,open,2026-03-02 11:00:00,D\n").outcome is Outcome.NOT_STATED

    def test_without_one_the_date_of_b_and_c_is_taken_on_condition(self) -> None:
        judged = self.verdict("1,open,2026-03-02 11:00:00,\n1,answer,2026-03-02 12:00:00,\n")
        assert (judged.outcome, judged.category, judged.conditional) == (Outcome.MET, None, True)

    @pytest.mark.parametrize(
        ("rows", "reason"),
        [
            # C to D after the reaction, or after it was overdue: the verdict stands.
            ("C|answer 12:00|agreed 13:00 D", Reason.REACTED_IN_TIME),
            ("C|agreed 19:00 D", Reason.NO_REACTION),
            # C to D before either: whether it is still owed needs the whole history.
            ("C|agreed 13:00 D|answer 14:00", Reason.CATEGORY_CHANGED),
            ("C|agreed 13:00 D", Reason.CATEGORY_CHANGED),
            # B and C are reacted to alike.
            ("C|agreed 13:00 B|answer 14:00", Reason.REACTED_IN_TIME),
            # From D into C a reaction may come to be owed.
            ("D|changed 13:00 C", Reason.CATEGORY_CHANGED),
            ("D|changed 13:00 A", Reason.NO_PERIOD),
            # Registered without a category, given one later.
            ("|agreed 13:00 C", Reason.CATEGORY_CHANGED),
            ("|changed 13:00 C", Reason.REACTED_IN_TIME),  # the change is a record of the staff
            ("|answer 12:00|changed 13:00 D", Reason.REACTED_IN_TIME),
        ],
    )
    def test_a_change_across_the_border_of_b_and_c_may_leave_it_open(
        self, rows: str, reason: Reason
    ) -> None:
        registered, *events = rows.split("|")
        text = f"1,open,2026-03-02 11:00:00,{registered}\n"
        for event in events:
            name, clock, category = f"{event} ".split(" ")[:3]
            text += f"1,{name},2026-03-02 {clock}:00,{category}\n"
        assert self.verdict(text).reason is reason


class TestExclusion:
    """A ticket is judged or excluded, for one reason of a closed list."""

    def test_no_registration(self) -> None:
        rows = "1,answer,2026-03-02 11:00:00,\n"
        assert exclusion_of(rows) is Exclusion.NO_REGISTRATION

    def test_two_registrations(self) -> None:
        once = mapping_of({'[activities.open.later]\nevent = "status-changed"\nby = "unknown"': ""})
        assert exclusion_of(OPEN * 2, once) is Exclusion.TWO_REGISTRATIONS

    def test_an_event_before_the_registration(self) -> None:
        rows = f"{OPEN}1,answer,2026-03-02 10:59:59,\n"
        assert exclusion_of(rows) is Exclusion.EVENT_BEFORE_REGISTRATION

    def test_but_noise_before_it_is_no_event(self) -> None:
        assert verdict_of(f"{OPEN}1,noise,2026-03-02 10:59:59,\n").reason is Reason.NO_REACTION

    def test_registered_after_the_report(self) -> None:
        early = at(MON_2026_03_02, 10, 59)
        assert exclusion_of(OPEN, as_of=early) is Exclusion.REGISTERED_AFTER_AS_OF

    def test_a_row_that_cannot_be_read_could_have_been_the_reaction(self) -> None:
        assert exclusion_of(f"{OPEN}1,answer,soon,\n") is Exclusion.UNREADABLE_ROW

    def test_outside_the_calendar(self) -> None:
        rows = "1,open,1998-12-31 11:00:00,\n"
        assert exclusion_of(rows) is Exclusion.OUT_OF_CALENDAR

    def test_every_reason_is_tested_above(self) -> None:
        assert len(Exclusion) == 6


class TestOutage:
    """3.1, 3.2: what was taken by phone while HelpDesk was down counts from its acceptance."""

    COLUMN = 'time = "when"\naccepted = "who"'
    MORE = (
        '[activities.down]\nevent = "help-desk-down"\n'
        '[activities.up]\nevent = "help-desk-restored"\n'
    )
    DOWN = ",down,2026-03-02 10:40:00,\n"
    UP = ",up,2026-03-02 15:20:00,\n"
    ENTERED = "1,open,2026-03-02 15:25:00,2026-03-02 11:30:00\n"

    def verdict(self, rows: str, agreement: Agreement = SUPPORT) -> Judged:
        mapping = mapping_of({'time = "when"': self.COLUMN}, more=self.MORE)
        return verdict_of(rows, mapping, agreement=agreement)

    def test_taken_before_twelve_and_entered_after_it_is_due_the_same_day(self) -> None:
        judged = self.verdict(self.DOWN + self.UP + self.ENTERED)
        assert judged.registered == at(MON_2026_03_02, 11, 30)
        assert judged.due == at(MON_2026_03_02, 19)

    def test_or_from_its_entry_where_it_is_read_so(self) -> None:
        on_entry = SUPPORT.with_readings(outage_registration=OutageRegistration.ON_ENTRY)
        judged = self.verdict(self.DOWN + self.UP + self.ENTERED, on_entry)
        assert judged.registered == at(MON_2026_03_02, 15, 25)
        assert judged.due == at(TUE_2026_03_03, 19)

    @pytest.mark.parametrize(
        "service",
        [
            "",  # HelpDesk was never down
            ",down,2026-03-02 11:30:01,\n,up,2026-03-02 15:20:00,\n",  # not yet
            ",down,2026-03-02 10:40:00,\n,up,2026-03-02 11:30:00,\n",  # up again at that instant
        ],
    )
    def test_while_helpdesk_is_up_only_its_record_registers(self, service: str) -> None:
        judged = self.verdict(service + self.ENTERED)
        assert judged.registered == at(MON_2026_03_02, 15, 25)

    def test_an_outage_without_an_end_lasts(self) -> None:
        judged = self.verdict(self.DOWN + self.ENTERED)
        assert judged.registered == at(MON_2026_03_02, 11, 30)

    def test_an_acceptance_after_the_record_says_nothing(self) -> None:
        judged = self.verdict(f"{self.DOWN}1,open,2026-03-02 11:00:00,2026-03-02 11:30:00\n")
        assert judged.registered == at(MON_2026_03_02, 11)

    def test_a_second_report_of_one_outage_changes_nothing(self) -> None:
        mapping = mapping_of({'time = "when"': self.COLUMN}, more=self.MORE)
        rows = self.DOWN + ",down,2026-03-02 11:00:00,\n" + self.UP + self.UP + self.ENTERED
        (outage,) = outages_of(log_of(rows, mapping).service)
        assert outage.start == at(MON_2026_03_02, 10, 40)
        assert outage.end == at(MON_2026_03_02, 15, 20)


class TestStanding:
    """3.3 The reaction is a record or comment of the Executor in the incident."""

    CERTAIN: ClassVar[dict[str, Any]] = {
        "by": Maker.EXECUTOR,
        "made": Made.BY_PERSON,
        "visible": Seen.VISIBLE,
    }

    @pytest.mark.parametrize("row", EVENTS, ids=lambda row: row.kind)
    def test_what_a_kind_is_stands_in_the_table_of_events(self, row: Any) -> None:
        found = standing(Meaning(event=row.event, **self.CERTAIN), SUPPORT.readings)
        counts = row.record is not RecordKind.NONE
        assert found is (RecordStanding.COUNTS if counts else RecordStanding.DOES_NOT_COUNT)

    def test_what_has_no_effect_is_no_reaction(self) -> None:
        found = standing(Meaning(event=None, **self.CERTAIN), SUPPORT.readings)
        assert found is RecordStanding.DOES_NOT_COUNT

    @pytest.mark.parametrize(
        ("changed", "found"),
        [
            ({"by": Maker.CUSTOMER}, RecordStanding.DOES_NOT_COUNT),
            ({"by": Maker.THIRD_PARTY}, RecordStanding.DOES_NOT_COUNT),
            ({"by": Maker.UNKNOWN}, RecordStanding.UNKNOWN),
            ({"made": Made.AUTOMATICALLY}, RecordStanding.DOES_NOT_COUNT),
            ({"made": Made.UNKNOWN}, RecordStanding.UNKNOWN),
            ({"visible": Seen.INTERNAL}, RecordStanding.DOES_NOT_COUNT),
            ({"visible": Seen.UNKNOWN}, RecordStanding.UNKNOWN),
            # What is certain of one thing goes before what is unknown of another.
            ({"by": Maker.UNKNOWN, "made": Made.AUTOMATICALLY}, RecordStanding.DOES_NOT_COUNT),
            ({"made": Made.UNKNOWN, "visible": Seen.INTERNAL}, RecordStanding.DOES_NOT_COUNT),
        ],
    )
    def test_whose_how_and_for_whom(self, changed: dict[str, Any], found: RecordStanding) -> None:
        meaning = Meaning(event=Commented, **(self.CERTAIN | changed))
        assert standing(meaning, SUPPORT.readings) is found

    @pytest.mark.parametrize(
        ("readings", "event", "changed"),
        [
            (
                {"reaction_by_automation": ReactionByAutomation.COUNTS},
                Commented,
                {"made": Made.AUTOMATICALLY},
            ),
            (
                {"reaction_by_automation": ReactionByAutomation.COUNTS},
                Commented,
                {"made": Made.UNKNOWN},
            ),
            ({"internal_note": InternalNote.COUNTS}, Commented, {"visible": Seen.INTERNAL}),
            ({"internal_note": InternalNote.COUNTS}, Commented, {"visible": Seen.UNKNOWN}),
        ],
    )
    def test_readings_that_let_it_count(
        self, readings: dict[str, Any], event: type[Any], changed: dict[str, Any]
    ) -> None:
        meaning = Meaning(event=event, **(self.CERTAIN | changed))
        agreement = SUPPORT.with_readings(**readings)
        assert standing(meaning, SUPPORT.readings) is not RecordStanding.COUNTS
        assert standing(meaning, agreement.readings) is RecordStanding.COUNTS

    @pytest.mark.parametrize(
        ("readings", "event"),
        [
            ({"reaction_record_kind": ReactionRecordKind.COMMENT_ONLY}, StatusChanged),
            (
                {"reaction_by_reproduction_mark": ReactionByReproductionMark.DOES_NOT_COUNT},
                Reproduced,
            ),
        ],
    )
    def test_readings_that_do_not(self, readings: dict[str, Any], event: type[Any]) -> None:
        meaning = Meaning(event=event, **self.CERTAIN)
        agreement = SUPPORT.with_readings(**readings)
        assert standing(meaning, SUPPORT.readings) is RecordStanding.COUNTS
        assert standing(meaning, agreement.readings) is RecordStanding.DOES_NOT_COUNT


def waits(minutes: list[int]) -> str:
    """Return tickets registered on Monday at 10:00, each answered after so many minutes."""
    rows = ""
    for number, wait in enumerate(minutes):
        rows += f"{number},open,2026-03-02 10:00:00,\n"
        answered = at(MON_2026_03_02, 10) + wait * MINUTE
        rows += f"{number},answer,{answered:%Y-%m-%d %H:%M:%S},\n"
    return rows


class TestTotals:
    """Every row and every ticket is counted once."""

    @given(st.lists(st.integers(0, 500), min_size=1, max_size=40))
    def test_a_quantile_is_the_least_value_that_enough_do_not_exceed(
        self, minutes: list[int]
    ) -> None:
        times = report_of(waits(minutes)).times
        for found, percent in ((times.median, 50), (times.p90, 90)):
            enough = [
                value
                for value in minutes
                if 100 * sum(other <= value for other in minutes) >= percent * len(minutes)
            ]
            assert found == 60 * min(enough)

    def test_without_a_reaction_there_is_no_quantile(self) -> None:
        times = report_of(OPEN).times
        assert (times.reactions, times.median, times.p90) == (0, None, None)

    @given(st.lists(st.integers(0, 500), max_size=25).map(lambda waits: [*waits, 1]))
    def test_the_worst_are_the_ten_slowest_slowest_first(self, minutes: list[int]) -> None:
        worst = report_of(waits(minutes)).worst
        assert [one.business for one in worst] == [60 * m for m in sorted(minutes)[::-1][:10]]

    rows = st.sampled_from(
        [
            "open,2026-03-02 11:00:00,",
            "open,2026-03-03 15:00:00,",
            "answer,2026-03-02 12:00:00,",
            "answer,2026-03-02 22:00:00,",
            "somebody,2026-03-02 12:00:00,",
            "withdraw,2026-03-02 12:00:00,",
            "robot,2026-03-02 12:00:00,",
            "open,1998-03-02 12:00:00,",
            "answer,never,",
            "answer",
            "noise,2026-03-04 12:00:00,",
        ]
    )

    @given(st.lists(st.tuples(st.integers(1, 4), rows), min_size=1, max_size=30))
    def test_whatever_the_log_the_parts_make_the_whole(self, rows: list[tuple[int, str]]) -> None:
        text = f"0,{'open,2026-03-02 11:00:00,'}\n" + "".join(f"{n},{row}\n" for n, row in rows)
        log = log_of(text)
        report = make_report(
            log,
            agreement=SUPPORT,
            category=Category.C,
            as_of=at(TUE_2026_03_03, 12),
            as_of_given=True,
        )
        assert report.rows.read == len(rows) + 1
        assert report.rows.used + report.rows.bad == report.rows.read
        cases = [one.case for one in report.judged] + [one.case for one in report.excluded]
        assert Counter(cases) == Counter(ticket.case for ticket in log.tickets)
        assert sum(report.tickets.outcomes.values()) == len(report.judged)
        assert sum(report.tickets.exclusions.values()) == len(report.excluded)
        lines = list(csv.DictReader(io.StringIO(per_incident(report, log.bad))))
        assert Counter(line["record"] for line in lines) == Counter(
            {
                "judged": len(report.judged),
                "excluded": len(report.excluded),
                "bad-row": report.rows.bad,
            }
        )
        assert Counter(line["outcome"] for line in lines if line["outcome"]) == Counter(
            {outcome.value: n for outcome, n in report.tickets.outcomes.items() if n}
        )

    def test_a_sum_that_is_wrong_is_refused(self) -> None:
        report = report_of(OPEN)
        wrong = report.replace(tickets=report.tickets.replace(judged=2))
        with pytest.raises(TotalsError) as refusal:
            totals._add_up(wrong)
        assert str(refusal.value) == (
            "tickets read: 1 in all, but the parts make 2; report it with the log's totals"
        )

    def test_rows_after_the_report_are_counted(self) -> None:
        rows = f"{OPEN}1,answer,2026-03-02 18:00:00,\n"
        assert report_of(rows, as_of=at(MON_2026_03_02, 17)).rows.after_as_of == 1


class TestTable:
    """The per-incident file: ids, ISO 8601, and nothing a spreadsheet would run."""

    def lines(self, rows: str) -> list[dict[str, str]]:
        log = log_of(rows)
        report = report_of(rows)
        return list(csv.DictReader(io.StringIO(per_incident(report, log.bad))))

    def test_a_judged_ticket_is_told_whole(self) -> None:
        (line,) = self.lines(f"{OPEN}1,answer,2026-03-02 19:30:00,\n")
        rules = line.pop("rules")
        assert rules.startswith("R-4.3-1 ")
        assert line == {
            "record": "judged",
            "case": "1",
            "line": "2",
            "category": "C",
            "registered": "2026-03-02T11:00:00+03:00",
            "due": "2026-03-02T19:00:00+03:00",
            "reacted": "2026-03-02T19:30:00+03:00",
            "reaction_line": "3",
            "outcome": "missed",
            "reason": "reacted-late",
            "conditional_on": "",
            "business_seconds": "28800",
            "late_business_seconds": "0",
            "late_clock_seconds": "1800",
            "clauses": "4.3 1.1",
            "readings": "reaction-day-end=closing-time",
            "provisional": "no",
            "detail": "",
        }

    def test_a_bad_row_is_told_with_its_remedy(self) -> None:
        excluded, bad = self.lines("7,open,soon,\n" + OPEN)[1:]
        assert (excluded["record"], excluded["reason"]) == ("excluded", "unreadable-row")
        assert (bad["record"], bad["line"], bad["case"]) == ("bad-row", "2", "7")
        assert bad["detail"] == (
            "line 2: 'soon' is not a time as %Y-%m-%d %H:%M:%S or iso; correct the cell, or [time] "
            "formats of the mapping"
        )

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
    def test_no_cell_begins_a_formula(self, start: str) -> None:
        assert harmless(f"{start}1+1") == f"'{start}1+1"

    def test_nor_does_a_case_number_of_the_log(self) -> None:
        (line,) = self.lines('"=HYPERLINK(""x"")",open,2026-03-02 11:00:00,\n')
        assert line["case"] == '\'=HYPERLINK("x")'

    def test_other_cells_stay_as_they_are(self) -> None:
        assert harmless("INC-1") == "INC-1"


class TestDocument:
    """The report for programs."""

    def test_holds_every_bad_row_and_every_assumption(self) -> None:
        rows = OPEN + "".join(f"{n},open,soon,\n" for n in range(2, 40))
        mapping, log = mapping_of(), log_of(rows)
        made = document(report_of(rows), log, mapping, Language.EN)
        assert made["schema"] == "slarules/report/1"
        assert [row["line"] for row in made["bad_rows"]] == list(range(3, 41))
        assert made["assumptions"] == [
            "nothing is known of this log but its rows",
            "answer is a comment of the executor",
        ]
        assert made["rows"]["defects"]["unreadable-time"] == 38
        assert made["tickets"]["outcomes"]["missed"] == 1
        assert set(made["tickets"]["outcomes"]) == {
            "met",
            "missed",
            "pending",
            "cannot-tell",
            "not-stated",
            "not-applicable",
        }

    def test_columns_of_the_table_and_keys_of_the_worst_are_the_same_words(self) -> None:
        mapping, log = mapping_of(), log_of(waits([5]))
        (worst,) = document(report_of(waits([5])), log, mapping, Language.EN)["worst"]
        assert set(worst) <= set(COLUMNS)


def read(log: str, mapping: str) -> tuple[EventLog, LogMapping]:
    explained = read_mapping((ROOT / mapping).read_bytes())
    return gather(read_rows([shared_file(log).read_bytes()], explained)), explained


def read_example() -> tuple[EventLog, LogMapping]:
    folder = ROOT / "src/slarules/examples"
    explained = read_mapping((folder / "helpdesk-ru.toml").read_bytes())
    return gather(read_rows([(folder / "helpdesk-ru.csv").read_bytes()], explained)), explained


@pytest.fixture(scope="module")
def italian() -> Report:
    """A real log of 4,580 tickets, judged as if every one were of category C."""
    log, _ = read("data/helpdesk/helpdesk.csv", "tests/data/helpdesk-it.toml")
    assert log.last is not None
    return make_report(
        log, agreement=SUPPORT, category=Category.C, as_of=log.last, as_of_given=False
    )


class TestRealLog:
    """A real log: nearly every ticket is judged, and twenty are worked by hand."""

    def test_nearly_every_ticket_is_judged(self, italian: Report) -> None:
        assert (italian.rows.read, italian.rows.bad) == (21_348, 0)
        assert italian.tickets.read == 4_580
        assert italian.tickets.judged >= 0.95 * 4_580

    def test_the_excluded_have_no_registration_among_their_rows(self, italian: Report) -> None:
        registered = {"Assign seriousness", "Insert ticket"}
        rows = csv.DictReader(
            shared_file("data/helpdesk/helpdesk.csv").read_text("utf-8").splitlines()
        )
        with_one = {row["Case ID"] for row in rows if row["Activity"] in registered}
        assert len(with_one) == italian.tickets.judged
        assert not with_one & {one.case for one in italian.excluded}

    def test_twenty_tickets_drawn_by_lot_come_out_as_worked_by_hand(self, italian: Report) -> None:
        with (ROOT / "tests/data/helpdesk_hand.csv").open(encoding="utf-8", newline="") as file:
            by_hand = list(csv.DictReader(file))
        rows = csv.DictReader(
            shared_file("data/helpdesk/helpdesk.csv").read_text("utf-8").splitlines()
        )
        cases = list(dict.fromkeys(row["Case ID"] for row in rows))
        assert [row["case"] for row in by_hand] == random.Random(20100113).sample(cases, 20)
        judged = {one.case: one for one in italian.judged}
        for row in by_hand:
            one = judged[row["case"]]
            assert {key: row[key] for key in row if key != "by_hand"} == {
                "case": one.case,
                "registered_line": str(one.line),
                "registered": one.registered.isoformat(),
                "due": one.due.isoformat() if one.due else "",
                "reaction_line": str(one.reaction_line),
                "reacted": one.reacted.isoformat() if one.reacted else "",
                "outcome": one.outcome.value,
                "reason": one.reason.value,
                "business_seconds": str(one.business),
                "late_business_seconds": ""
                if one.late_business is None
                else str(one.late_business),
                "late_clock_seconds": "" if one.late_clock is None else str(one.late_clock),
            }


class TestExampleLog:
    """The bundled log is invented, and shows what a report can say."""

    def test_is_what_its_script_writes(self) -> None:
        script = ROOT / "tools/make_example_log.py"
        subprocess.run([sys.executable, script, "--check"], check=True)

    def test_shows_nearly_everything_a_report_can_say(self) -> None:
        log, _ = read_example()
        assert log.last is not None
        report = make_report(
            log, agreement=SUPPORT, category=None, as_of=log.last, as_of_given=False
        )
        assert 200 <= report.tickets.read <= 215
        assert all(report.tickets.outcomes.values())
        assert {one.category for one in report.judged} == {*Category, None}
        met = [word for word, number in report.tickets.reasons.items() if number]
        assert set(Reason) - set(met) == {Reason.CATEGORY_CHANGED}
        assert report.rows.bad == 1

    def test_judges_its_outage_by_the_acceptance(self) -> None:
        log, _ = read_example()
        (ticket,) = [one for one in log.tickets if one.case == "ИНЦ-0901"]
        assert log.last is not None
        judged = judge(
            ticket,
            agreement=SUPPORT,
            category=None,
            as_of=log.last,
            outages=outages_of(log.service),
        )
        assert not isinstance(judged, Excluded)
        # Taken by phone at 11:30 on Wednesday 3 December 2025, entered at 15:25.
        assert judged.registered == datetime(2025, 12, 3, 11, 30, tzinfo=MOSCOW)
        assert judged.due == datetime(2025, 12, 3, 19, tzinfo=MOSCOW)


def recorded(ticket: Ticket) -> Incident:
    """Return a ticket of the example log as an incident, without what nobody knows who made."""
    events: list[Any] = []
    for one in ticket.events:
        kind, meaning = one.meaning.event, one.meaning
        if kind is None or (kind is not Registered and meaning.by is Maker.UNKNOWN):
            continue
        given: dict[str, Any] = {"at": one.at}
        if kind is Registered:
            given |= {"number": ticket.case, "category": one.category, "accepted_at": one.accepted}
        else:
            assert meaning.by is not None
            assert meaning.visible is not None
            given |= {
                "by": Party(meaning.by.value),
                "made": meaning.made,
                "visible": Visibility(meaning.visible.value),
            }
        if kind in {ReclassificationProposed, Reclassified}:
            given["category"] = one.category
        if kind is Routed:
            given["route"] = Route.PLAN
        events.append(kind(**given))
    return Incident.of(events)


def happened(event: LoggedEvent) -> Any:
    """Return what happened to HelpDesk, as the record of the service has it."""
    kind: Any = event.meaning.event
    return kind(at=event.at)


class TestAgreement:
    """The report and the assessment of whole incidents are two ways to one verdict."""

    def test_the_example_log_comes_out_alike_both_ways(self) -> None:
        log, mapping = read_example()
        assert mapping.category is not None
        assert log.last is not None
        service = ServiceRecord.of([happened(one) for one in log.service])
        report = make_report(
            log, agreement=SUPPORT, category=None, as_of=log.last, as_of_given=False
        )
        verdicts = {one.case: one for one in report.judged}
        compared = 0
        for ticket in log.tickets:
            verdict = verdicts.get(ticket.case)
            if verdict is None or verdict.reason is Reason.MAKER_UNKNOWN:
                continue
            assessed = SUPPORT.assess(recorded(ticket), log.last, service=service)
            assert assessed[Obligation.REACTION].outcome is verdict.outcome, ticket.case
            compared += 1
        assert compared > 200


def test_every_kind_of_event_is_known_to_the_mapping() -> None:
    assert len(EVENT_OF) == len(EVENTS)
