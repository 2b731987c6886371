"""Verdicts on the reactions of a log, totals that add up, twenty real tickets worked by hand."""

from __future__ import annotations

import csv
import io
import random
import subprocess
import sys
from collections import Counter
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slarules.agreement import Agreement, standard_support
from slarules.documents import dumps, loads
from slarules.errors import TotalsError
from slarules.eventlog.incidents import Exclusion, service_of
from slarules.eventlog.log import gather
from slarules.eventlog.mapping import read_mapping
from slarules.eventlog.rows import read_rows
from slarules.events import EVENT_OF, EVENTS, RecordKind
from slarules.findings import FINDINGS
from slarules.incident import Incident
from slarules.readings import (
    DueInstant,
    InternalNote,
    OutageRegistration,
    ReactionByAutomation,
)
from slarules.report import totals
from slarules.report.document import document
from slarules.report.flips import flips
from slarules.report.table import COLUMNS, harmless, per_incident
from slarules.report.totals import Report, make_report
from slarules.report.verdicts import (
    REASON_OF,
    SERVICE_FINDINGS,
    Exported,
    Judge,
    Judged,
    Reason,
)
from slarules.rules import RULES
from slarules.service import UNRECORDED, ServiceRecord
from slarules.terms import Category, Language, Obligation, Outcome
from tests.shared import ROOT, shared_file
from tests.small_log import log_of, mapping_of

if TYPE_CHECKING:
    from slarules.eventlog.log import EventLog
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

    def test_an_automatic_record_counts_where_it_is_read_so(self) -> None:
        lenient = SUPPORT.with_readings(reaction_by_automation=ReactionByAutomation.COUNTS)
        rows = f"{OPEN}1,robot,2026-03-02 12:00:00,\n"
        assert verdict_of(rows, agreement=lenient).outcome is Outcome.MET

    def test_the_line_of_a_reaction_is_the_plainest_entry_of_its_moment(self) -> None:
        rows = f"{OPEN}1,robot,2026-03-02 12:00:00,\n1,answer,2026-03-02 12:00:00,\n"
        assert verdict_of(rows).reaction_line == 4

    def test_days_not_decreed_yet_are_said(self) -> None:
        far = datetime(2030, 1, 10, tzinfo=MOSCOW)
        report = report_of("1,open,2030-01-09 11:00:00,\n", as_of=far)
        assert report.tickets.provisional == 1


class TestCategory:
    """3.6, 4.12: the recorded category binds; without one the verdict is conditional."""

    COLUMN = 'time = "when"\ncategory = "who"'
    MORE = (
        '[activities.proposed]\nevent = "reclassification-proposed"\nby = "executor"\n'
        '[activities.agreed]\nevent = "reclassification-agreed"\nby = "customer"\n'
        '[activities.wished]\nevent = "reclassification-proposed"\nby = "customer"\n'
        # By HelpDesk on the Executor's behalf: an agreement, and no reaction of a person.
        '[activities.granted]\nevent = "reclassification-agreed"\nby = "executor"\n'
        'made = "automatically"\n'
        '[activities.changed]\nevent = "reclassified"\nby = "executor"\n'
        '[activities.wish-changed]\nevent = "reclassified"\nby = "customer"\n'
    )

    def verdict(self, rows: str) -> Judged:
        mapping = mapping_of({'time = "when"': self.COLUMN}, more=self.MORE)
        return verdict_of(rows, mapping, category=None)

    def test_the_registration_says_the_category(self) -> None:
        assert self.verdict("1,open,2026-03-02 11:00:00,D\n").outcome is Outcome.NOT_STATED

    def test_without_one_the_date_of_b_and_c_is_taken_on_condition(self) -> None:
        judged = self.verdict("1,open,2026-03-02 11:00:00,\n")
        assert (judged.outcome, judged.category, judged.conditional) == (Outcome.MISSED, None, True)

    def test_met_whichever_it_was_is_said_without_condition(self) -> None:
        judged = self.verdict("1,open,2026-03-02 11:00:00,\n1,answer,2026-03-02 12:00:00,\n")
        assert (judged.outcome, judged.conditional) == (Outcome.MET, False)

    @pytest.mark.parametrize(
        ("rows", "reason"),
        [
            # C to D after the reaction, or after it was overdue: the verdict stands.
            ("C|answer 12:00|wished 12:30 D|granted 13:00", Reason.REACTED_IN_TIME),
            ("C|wished 11:30 D|granted 19:00", Reason.NO_REACTION),
            # Left for D before it was due, with no reaction by then: it falls away.
            ("C|wished 11:30 D|granted 13:00", Reason.NO_PERIOD),
            # To propose is to react, and so the Executor reacted before the incident left.
            ("C|proposed 11:30 D|agreed 13:00", Reason.REACTED_IN_TIME),
            # Changed by one party alone: no effect, and the row is a record of the staff.
            ("C|changed 13:00 D", Reason.REACTED_IN_TIME),
            # B and C are reacted to alike.
            ("C|changed 13:00 B|answer 14:00", Reason.REACTED_IN_TIME),
            # From D into C a reaction comes to be owed, from the change; an earlier one counts.
            ("D|wished 11:30 C|granted 11:40", Reason.NO_REACTION),
            ("D|answer 11:20|wished 11:30 C|granted 11:40", Reason.REACTED_IN_TIME),
            ("D|changed 13:00 A", Reason.NO_PERIOD),
            # Registered without a category, given one later: by the Customer alone, at once.
            ("|wish-changed 13:00 C", Reason.NO_REACTION),
            ("|wish-changed 13:00 D", Reason.NO_PERIOD),
            ("|changed 13:00 C", Reason.REACTED_IN_TIME),
            ("|answer 12:00|changed 13:00 D", Reason.NO_PERIOD),
        ],
    )
    def test_a_change_counts_as_the_agreement_has_it(self, rows: str, reason: Reason) -> None:
        registered, *events = rows.split("|")
        text = f"1,open,2026-03-02 11:00:00,{registered}\n"
        for event in events:
            name, clock, category = f"{event} ".split(" ")[:3]
            text += f"1,{name},2026-03-02 {clock}:00,{category}\n"
        assert self.verdict(text).reason is reason

    def test_a_change_that_does_not_say_to_what_excludes_the_ticket(self) -> None:
        mapping = mapping_of({'time = "when"': self.COLUMN}, more=self.MORE)
        rows = "1,open,2026-03-02 11:00:00,C\n1,changed,2026-03-02 13:00:00,\n"
        excluded = exclusion_of(rows, mapping, category=None)
        assert excluded is Exclusion.NO_CATEGORY_OF_CHANGE


class TestExclusion:
    """A ticket is judged or excluded, for one reason of a closed list."""

    def test_no_registration(self) -> None:
        rows = "1,answer,2026-03-02 11:00:00,\n"
        assert exclusion_of(rows) is Exclusion.NO_REGISTRATION

    def test_two_registrations(self) -> None:
        once = mapping_of({'[activities.open.later]\nevent = "status-changed"\nby = "unknown"': ""})
        again = "1,open,2026-03-02 11:00:01,\n"
        assert exclusion_of(OPEN + again, once) is Exclusion.TWO_REGISTRATIONS

    def test_the_same_registration_twice_is_one(self) -> None:
        once = mapping_of({'[activities.open.later]\nevent = "status-changed"\nby = "unknown"': ""})
        report = report_of(OPEN * 2, once)
        assert (report.tickets.judged, report.rows.used, report.rows.duplicates) == (1, 1, 1)

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

    @pytest.mark.parametrize(
        ("columns", "kind", "cell", "exclusion"),
        [
            ('category = "who"', "reclassified", "", Exclusion.NO_CATEGORY_OF_CHANGE),
            ('category = "who"', "reclassification-proposed", "", Exclusion.NO_CATEGORY_OF_CHANGE),
            ('severity = "who"', "level-agreed", "", Exclusion.NO_LEVEL_OF_AGREEMENT),
            ('route = "who"', "routed", "", Exclusion.NO_ROUTE),
            ('until = "who"', "replacement-agreed", "", Exclusion.NO_DAY_OF_REPLACEMENT),
        ],
    )
    def test_an_event_that_lacks_what_makes_it_one(
        self, columns: str, kind: str, cell: str, exclusion: Exclusion
    ) -> None:
        mapping = mapping_of(
            {'time = "when"': f'time = "when"\n{columns}'},
            more=f'[activities.new]\nevent = "{kind}"\nby = "customer"\n',
        )
        rows = f"{OPEN}1,new,2026-03-02 12:00:00,{cell}\n"
        category = None if columns.startswith("category") else Category.C
        assert exclusion_of(rows, mapping, category=category) is exclusion

    def test_a_level_outside_c(self) -> None:
        mapping = mapping_of({'time = "when"': 'time = "when"\nseverity = "who"'})
        rows = "1,open,2026-03-02 11:00:00,2\n"
        assert exclusion_of(rows, mapping, category=Category.B) is Exclusion.LEVEL_OUTSIDE_C
        assert verdict_of(rows, mapping, category=Category.C).reason is Reason.NO_REACTION

    def test_a_row_that_tells_of_a_later_moment(self) -> None:
        mapping = mapping_of({'time = "when"': 'time = "when"\naccepted = "who"'})
        rows = "1,open,2026-03-02 11:00:00,2026-03-02 11:30:00\n"
        assert exclusion_of(rows, mapping) is Exclusion.LATER_THAN_ENTRY

    def test_every_reason_is_tested_above(self) -> None:
        assert len(Exclusion) == 12


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

    def test_a_second_report_of_one_outage_changes_nothing_and_is_counted(self) -> None:
        mapping = mapping_of({'time = "when"': self.COLUMN}, more=self.MORE)
        rows = self.DOWN + ",down,2026-03-02 11:00:00,\n" + self.UP + self.UP + self.ENTERED
        log = log_of(rows, mapping)
        service, idle = service_of(log.service)
        assert isinstance(service, ServiceRecord)
        ((start, end),) = service.outages(WED_2026_03_04)
        assert start == at(MON_2026_03_02, 10, 40)
        assert end == at(MON_2026_03_02, 15, 20)
        assert (idle, log.duplicates) == (1, 1)  # the second "up" says the same of the same moment
        counted = report_of(rows, mapping).rows
        assert (counted.read, counted.used, counted.duplicates, counted.idle) == (5, 4, 1, 1)

    def test_what_has_no_day_or_number_tells_nothing(self) -> None:
        kinds = ("accounts-issued", "support-signed", "support-paid", "support-renewed")
        mapping = mapping_of(
            {'time = "when"': 'time = "when"\nuntil = "who"'},
            more="".join(f'[activities.{kind}]\nevent = "{kind}"\n' for kind in kinds),
        )
        rows = "".join(f",{kind},2026-03-0{day} 10:00:00,\n" for day, kind in enumerate(kinds, 1))
        service, idle = service_of(log_of(OPEN + rows, mapping).service)
        assert isinstance(service, ServiceRecord)
        assert (len(service.events), idle) == (1, 3)
        paid = ",support-paid,2026-03-05 10:00:00,2026-12-31\n"
        service, idle = service_of(log_of(OPEN + rows + paid, mapping).service)
        assert isinstance(service, ServiceRecord)
        assert (len(service.events), idle) == (2, 3)

    def test_a_log_that_says_nothing_of_it_keeps_no_record(self) -> None:
        assert service_of(log_of(OPEN).service) == (UNRECORDED, 0)


class TestUnknown:
    """What a log does not say is filled in both ways; what differs then cannot be told."""

    MORE = (
        '[activities.ask]\nevent = "information-requested"\nby = "executor"\n'
        '[activities.solved]\nevent = "resolved"\nby = "executor"\n'
        '[activities.closed]\nevent = "closed"\nby = "unknown"\nmade = "unknown"\n'
        '[activities.seen]\nevent = "commented"\nby = "executor"\nvisible = "unknown"\n'
        '[activities.made]\nevent = "commented"\nby = "executor"\nmade = "unknown"\n'
        '[activities.reply]\nevent = "information-provided"\nby = "unknown"\n'
    )

    def verdict(self, rows: str, **given: Any) -> Judged:
        return verdict_of(OPEN + rows, mapping_of(more=self.MORE), **given)

    @pytest.mark.parametrize("activity", ["somebody", "seen", "made"])
    def test_whose_how_and_for_whom_may_each_leave_a_reaction_open(self, activity: str) -> None:
        judged = self.verdict(f"1,{activity},2026-03-02 12:00:00,\n")
        assert (judged.outcome, judged.reason) == (Outcome.CANNOT_TELL, Reason.MAKER_UNKNOWN)
        assert (judged.reacted, judged.late_clock) == (None, None)

    @pytest.mark.parametrize(
        ("activity", "readings"),
        [
            ("seen", {"internal_note": InternalNote.COUNTS}),
            ("made", {"reaction_by_automation": ReactionByAutomation.COUNTS}),
        ],
    )
    def test_unless_a_reading_makes_it_the_same(
        self, activity: str, readings: dict[str, Any]
    ) -> None:
        agreement = SUPPORT.with_readings(**readings)
        judged = self.verdict(f"1,{activity},2026-03-02 12:00:00,\n", agreement=agreement)
        assert judged.outcome is Outcome.MET

    def test_met_whichever_it_was_is_met_from_the_record_beyond_doubt(self) -> None:
        judged = self.verdict("1,somebody,2026-03-02 12:00:00,\n1,answer,2026-03-02 13:00:00,\n")
        assert (judged.outcome, judged.reaction_line) == (Outcome.MET, 4)

    def test_a_closing_by_nobody_knows_whom_leaves_the_state_open(self) -> None:
        rows = "1,solved,2026-03-02 12:00:00,\n1,closed,2026-03-02 13:00:00,\n"
        judged = self.verdict(rows)
        assert judged.state is None
        assert judged.possible == ("F-4.11-1",)
        assert judged.of(Obligation.RESOLUTION) is Outcome.MET
        assert judged.resolved == at(MON_2026_03_02, 12)

    def test_a_record_of_nobody_knows_whom_may_have_answered_a_request(self) -> None:
        # Asked on Thursday 19 February: Friday is day 1, Monday 23 off, 24 and 25 days 2 and 3.
        rows = "1,ask,2026-02-19 12:00:00,\n"
        open_ = "1,open,2026-02-19 11:00:00,\n"
        mapping = mapping_of(more=self.MORE)
        silent = verdict_of(open_ + rows, mapping)
        assert silent.of(Obligation.AUTOMATIC_CLOSING) is Outcome.MET
        assert silent.closing_due == datetime(2026, 2, 26, tzinfo=MOSCOW)
        maybe = verdict_of(f"{open_}{rows}1,somebody,2026-02-20 12:00:00,\n", mapping)
        assert maybe.of(Obligation.AUTOMATIC_CLOSING) is Outcome.CANNOT_TELL
        assert maybe.of(Obligation.RESOLUTION) is Outcome.CANNOT_TELL
        # An answer is the Customer's, whoever made the row.
        answered = verdict_of(f"{open_}{rows}1,reply,2026-02-20 12:00:00,\n", mapping)
        assert answered.of(Obligation.AUTOMATIC_CLOSING) is Outcome.NOT_APPLICABLE

    @pytest.mark.parametrize("row", EVENTS, ids=lambda row: row.kind)
    def test_every_kind_of_event_becomes_a_record_or_an_exclusion(self, row: Any) -> None:
        mapping = mapping_of(
            more=f'[activities.new]\nevent = "{row.kind}"\nby = "executor"\nroute = "plan"\n'
            if row.kind == "routed"
            else f'[activities.new]\nevent = "{row.kind}"\nby = "executor"\n'
        )
        report = report_of(f"{OPEN}1,new,2026-03-02 12:00:00,\n", mapping)
        assert report.tickets.judged + report.tickets.excluded == 1
        for one in report.judged:
            counts = row.record is not RecordKind.NONE
            assert (one.outcome is Outcome.MET) is counts


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
        assert (times.number, times.median, times.p90) == (0, None, None)

    @given(st.lists(st.integers(0, 500), max_size=25).map(lambda waits: [*waits, 1]))
    def test_the_worst_are_the_ten_slowest_slowest_first(self, minutes: list[int]) -> None:
        worst = [one.judged for one in report_of(waits(minutes)).worst]
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
        counted = report.rows
        assert counted.used + counted.duplicates + counted.bad == counted.read
        cases = [one.case for one in report.judged] + [one.case for one in report.excluded]
        assert Counter(cases) == Counter(ticket.case for ticket in log.tickets)
        assert sum(report.tickets.outcomes.values()) == len(report.judged)
        assert sum(report.tickets.exclusions.values()) == len(report.excluded)
        lines = list(csv.DictReader(io.StringIO("".join(per_incident(report, log.bad)))))
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
        return list(csv.DictReader(io.StringIO("".join(per_incident(report, log.bad)))))

    def test_a_judged_ticket_is_told_whole(self) -> None:
        (line,) = self.lines(f"{OPEN}1,answer,2026-03-02 19:30:00,\n")
        rules = line.pop("rules")
        assert rules.startswith("R-3.3-2 R-4.3-1 ")
        readings = line.pop("readings").split(" ")
        assert "reaction-day-end=closing-time" in readings
        told = {key: value for key, value in line.items() if value not in {"", "not-applicable"}}
        assert told == {
            "record": "judged",
            "case": "1",
            "line": "2",
            "category": "C",
            "registered": "2026-03-02T11:00:00+03:00",
            "state": "open",
            "due": "2026-03-02T19:00:00+03:00",
            "reacted": "2026-03-02T19:30:00+03:00",
            "reaction_line": "3",
            "outcome": "missed",
            "reason": "reacted-late",
            "business_seconds": "28800",
            "late_business_seconds": "0",
            "late_clock_seconds": "1800",
            "resolution": "not-stated",
            "resolution_clock": "not-started",
            "automatic_closing": "not-started",
            "support": "pending",
            "assumed": "helpdesk-up support-in-force notices-sent",
            "clauses": "4.3 1.1 3.3",
            "provisional": "no",
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
        assert made["schema"] == "slarules/report/2"
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
        log, _ = read("data/helpdesk/helpdesk.csv", "tests/data/helpdesk-it.toml")
        tickets = {ticket.case: ticket for ticket in log.tickets}
        for row in by_hand:
            one, events = judged[row["case"]], tickets[row["case"]].events
            found = {
                "case": one.case,
                "registered_line": str(one.line),
                "registered": iso(one.registered),
                "due": iso(one.due),
                "reaction_line": str(one.reaction_line),
                "reacted": iso(one.reacted),
                "outcome": one.outcome.value,
                "reason": one.reason.value,
                "business_seconds": str(one.business),
                "late_business_seconds": number(one.late_business),
                "late_clock_seconds": number(one.late_clock),
                "wait_lines": " ".join(str(e.line) for e in events if e.activity == "Wait"),
                "resolution": one.of(Obligation.RESOLUTION).value,
                "resolved": iso(one.resolved),
                "resolution_line": str(min(e.line for e in events if e.activity in RESOLVES)),
                "resolution_clock": one.of(Obligation.RESOLUTION_CLOCK).value,
                "automatic_closing": one.of(Obligation.AUTOMATIC_CLOSING).value,
                "closed_line": str(events[-1].line),
                "state": "" if one.state is None else one.state.value,
                "findings": " ".join(f"{name}@{line}" for name, line in one.findings),
                "possible_findings": " ".join(one.possible),
            }
            assert found == {key: row[key] for key in row if not key.endswith("by_hand")}

    def test_what_it_shows_of_whole_tickets_adds_up(self, italian: Report) -> None:
        rows = list(
            csv.DictReader(
                shared_file("data/helpdesk/helpdesk.csv").read_text("utf-8").splitlines()
            )
        )
        registered = {row["Case ID"] for row in rows if row["Activity"] in REGISTERS}
        resolved = {row["Case ID"] for row in rows if row["Activity"] in RESOLVES}
        outcomes = italian.tickets.obligations[Obligation.RESOLUTION]
        assert outcomes[Outcome.MET] == len(registered & resolved)
        found = {str(one.id): one for one in italian.findings}
        # Nothing in the log marks a reproduction or the start of work.
        assert found["F-3.4-1"].number == found["F-3.4-3"].number == len(registered & resolved)
        assert italian.resolutions.number == 0

    def test_rows_that_say_the_same_of_the_same_moment_are_taken_once(
        self, italian: Report
    ) -> None:
        columns = ("Case ID", "Activity", "Resource", "Complete Timestamp")
        rows = csv.DictReader(
            shared_file("data/helpdesk/helpdesk.csv").read_text("utf-8").splitlines()
        )
        said = Counter(tuple(row[column] for column in columns) for row in rows)
        again = sum(number - 1 for number in said.values())
        # The rest differ in their resource alone, which no event of these kinds has a place for.
        assert again <= italian.rows.duplicates <= again + 3


REGISTERS = {"Assign seriousness", "Insert ticket"}
RESOLVES = {"Resolve ticket"}


def iso(moment: datetime | None) -> str:
    return "" if moment is None else moment.isoformat()


def number(amount: int | None) -> str:
    return "" if amount is None else str(amount)


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
        # Nothing in it hinges on support being in force, or on a strict reading of the hotline.
        outside = {Reason.NOT_REGISTERED, Reason.UNSERVED, Reason.SUPPORT_LOST}
        assert set(Reason) - set(met) == outside
        assert {one.id for one in report.findings} >= {"F-3.4-3", "F-4.11-1"}
        assert set(report.tickets.obligations) == set(Obligation)
        assert report.rows.bad == 1

    def test_judges_its_outage_by_the_acceptance(self) -> None:
        log, _ = read_example()
        assert log.last is not None
        report = make_report(
            log, agreement=SUPPORT, category=None, as_of=log.last, as_of_given=False
        )
        (judged,) = [one for one in report.judged if one.case == "ИНЦ-0901"]
        # Taken by phone at 11:30 on Wednesday 3 December 2025, entered at 15:25.
        assert judged.registered == datetime(2025, 12, 3, 11, 30, tzinfo=MOSCOW)
        assert judged.due == datetime(2025, 12, 3, 19, tzinfo=MOSCOW)

    def test_finds_the_closing_that_came_a_day_too_soon(self) -> None:
        log, _ = read_example()
        assert log.last is not None
        report = make_report(
            log, agreement=SUPPORT, category=None, as_of=log.last, as_of_given=False
        )
        (judged,) = [one for one in report.judged if one.case == "ИНЦ-0095"]
        # Asked on Friday 28 November; days 1, 2 December, and 3 touched by the outage: so 4
        # December is day 3, and HelpDesk closed it as that day began.
        assert judged.findings == (("F-4.11-1", 851),)
        assert judged.closing_due == datetime(2025, 12, 5, tzinfo=MOSCOW)


class TestExport:
    """An incident of a log, written as a document and assessed by itself, comes out the same."""

    def test_every_incident_of_the_example_log_does(self) -> None:
        log, _ = read_example()
        assert log.last is not None
        judge = Judge(log, agreement=SUPPORT, category=None, as_of=log.last)
        assert isinstance(judge.service, ServiceRecord)
        service = loads(dumps(judge.service), ServiceRecord)
        compared = 0
        for ticket in log.tickets:
            judged, exported = judge.judge(ticket), judge.export(ticket)
            if not isinstance(judged, Judged):
                assert not isinstance(exported, Exported)
                continue
            assert isinstance(exported, Exported)
            incident = loads(dumps(exported.incident), Incident)
            alone = SUPPORT.assess(incident, log.last, service=service)
            if exported.filled:
                assert Outcome.CANNOT_TELL in judged.outcomes
                continue
            assert tuple(verdict.outcome for verdict in alone.verdicts) == judged.outcomes
            assert alone[Obligation.REACTION].due == judged.due
            assert alone[Obligation.RESOLUTION].since == judged.resolved
            assert alone[Obligation.AUTOMATIC_CLOSING].due == judged.closing_due
            assert alone[Obligation.REPLACEMENT_SEARCH].due == judged.search_due
            assert [one.id for one in alone.findings] == [name for name, _ in judged.findings]
            assert alone.state is judged.state
            assert alone.next_change == judged.next_change
            compared += 1
        assert compared > 200

    def test_what_is_unknown_is_written_in_the_executors_favour_and_named(self) -> None:
        log = log_of(f"{OPEN}1,somebody,2026-03-02 12:00:00,\n")
        judge = Judge(log, agreement=SUPPORT, category=Category.C, as_of=WED_2026_03_04)
        exported = judge.export(log.tickets[0])
        assert isinstance(exported, Exported)
        assert exported.filled == (3,)
        alone = SUPPORT.assess(exported.incident, WED_2026_03_04)
        assert alone[Obligation.REACTION].outcome is Outcome.MET


class TestFlips:
    """Only what met a reading can come out otherwise under another option of it."""

    def test_noon_is_the_one_that_matters_here(self) -> None:
        log = log_of(f"{LATE_OPEN}1,answer,2026-03-03 11:00:00,\n")
        report = make_report(
            log, agreement=SUPPORT, category=Category.C, as_of=WED_2026_03_04, as_of_given=True
        )
        found = {one.reading: one for one in flips(log, report, agreement=SUPPORT)}
        noon = found["cutoff-instant=same-day"]
        assert noon.moves == {(Obligation.REACTION, Outcome.MET, Outcome.MISSED): 1}
        assert (noon.outcomes, noon.moments) == (1, 0)
        assert (found["reaction-day-end=midnight"].outcomes) == 0
        assert found["reaction-day-end=midnight"].moments == 1


class TestFindings:
    """Findings are counted once an incident, those of the service once at all."""

    def test_an_outage_nobody_announced_is_one_finding_however_many_incidents_met_it(self) -> None:
        mapping = mapping_of(more=TestOutage.MORE)
        rows = "".join(f"{n},open,2026-03-02 10:00:00,\n" for n in range(5))
        (found,) = report_of(f"{TestOutage.DOWN}{TestOutage.UP}{rows}", mapping).findings
        assert (found.id, found.number, found.incidents, found.first) == ("F-3.1-2", 1, 0, "")

    def test_the_first_incident_is_the_first_of_the_log(self) -> None:
        mapping = mapping_of(more='[activities.solved]\nevent = "resolved"\nby = "executor"\n')
        rows = "".join(
            f"{n},open,2026-03-02 10:00:00,\n{n},solved,2026-03-02 11:00:00,\n" for n in (7, 3)
        )
        found = report_of(rows, mapping).findings
        assert [(one.id, one.number, one.incidents, one.first) for one in found] == [
            ("F-3.4-1", 2, 2, "7"),
            ("F-3.4-3", 2, 2, "7"),
        ]

    def test_every_reason_of_a_rule_is_a_rule(self) -> None:
        assert set(REASON_OF) <= {str(row.id) for row in RULES.values()}
        assert {row.id for row in FINDINGS} >= SERVICE_FINDINGS


def test_every_kind_of_event_is_known_to_the_mapping() -> None:
    assert len(EVENT_OF) == len(EVENTS)
