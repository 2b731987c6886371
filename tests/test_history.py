"""
One incident lived through: when it was registered, what was a reaction, what stood, how it ended.

Every row follows docs/decisions/0010-what-events-do.md; Monday 23 November 2026 unless written.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slarules.events import EVENTS
from slarules.history import State
from slarules.lifecycle import Standing
from slarules.parameters import Parameters
from slarules.service import ServiceRecord
from slarules.steps import FactStep
from slarules.terms import Obligation
from slarules.testing import agreements, as_of_for, incidents, service_records
from tests.judging import Lines, agreement, findings, judge, moscow, verdict
from tests.test_events import COMMENTS, RECORDS

if TYPE_CHECKING:
    from slarules.incident import Incident

A: Final = "2026-11-23 11:00 registered category=A"
B: Final = "2026-11-23 11:00 registered category=B"
C: Final = "2026-11-23 11:00 registered category=C"
C2: Final = "2026-11-23 11:00 registered category=C severity=2"
C4: Final = "2026-11-23 11:00 registered category=C severity=4"
D: Final = "2026-11-23 11:00 registered category=D"
NEW: Final = "2026-11-23 11:00 registered"
ASKED: Final = "12:00 information-requested"
"""Silence closes at 24:00 of Thursday 26 November (4.11)."""
AGREED: Final = "reclassification-agreed"
PROPOSED: Final = "reclassification-proposed"
DOWN: Final[Lines] = (
    "2026-11-23 10:40 help-desk-down",
    "15:20 help-desk-restored",
    "15:20 restoration-announced",
)
LATER: Final = "2026-12-01 12:00"


# fmt: off
REGISTRATIONS: Final[tuple[tuple[str, tuple[str, ...], str], ...]] = (
    # what is recorded at 15:25 (HelpDesk was down from 10:40 to 15:20), readings, official moment

    # 1: the web interface
    ("channel=web", (), "15:25"),
    ("channel=web accepted_at=11:30 called_at=11:20", (), "15:25"),
    # 2: the hotline while HelpDesk is up
    ("channel=hotline called_at=10:39", (), "15:25"),
    ("channel=hotline called_at=10:39", ("hotline-registration=at-the-call",), "10:39"),
    ("channel=hotline called_at=10:39", ("hotline-registration=not-registered",), "never"),
    ("channel=hotline called_at=15:20", ("hotline-registration=at-the-call",), "15:20"),
    ("channel=hotline", (), "15:25"),
    ("channel=hotline", ("hotline-registration=at-the-call",), "15:25"),
    ("channel=hotline", ("hotline-registration=not-registered",), "never"),
    # called before the outage and taken in it: the call decides which rule it is
    ("channel=hotline called_at=10:39 accepted_at=10:41", (), "15:25"),
    ("channel=hotline called_at=10:39 accepted_at=10:41", ("hotline-registration=at-the-call",),
     "10:39"),
    # 3: the hotline, a phone, somebody's own mail while it is down
    ("channel=hotline called_at=10:40", (), "10:40"),
    ("channel=hotline called_at=10:40", ("hotline-registration=not-registered",), "10:40"),
    ("channel=hotline called_at=10:40", ("outage-registration=on-entry",), "15:25"),
    ("channel=hotline called_at=11:20 accepted_at=11:30", (), "11:30"),
    ("channel=hotline accepted_at=11:30", ("hotline-registration=not-registered",), "11:30"),
    ("channel=phone accepted_at=11:30", (), "11:30"),
    ("channel=phone accepted_at=11:30", ("outage-registration=on-entry",), "15:25"),
    ("channel=phone called_at=11:20", (), "11:20"),
    ("channel=phone called_at=10:39 accepted_at=10:40", (), "10:40"),
    ("channel=personal-email accepted_at=11:30", (), "11:30"),
    ("channel=personal-email accepted_at=11:30", ("outage-registration=on-entry",), "15:25"),
    # 4: any other case: the record exists (that it came by no channel is F-2.1-1)
    ("channel=phone", (), "15:25"),
    ("channel=phone accepted_at=10:39", (), "15:25"),
    ("channel=phone accepted_at=15:20", (), "15:25"),
    ("channel=personal-email accepted_at=10:39", (), "15:25"),
    ("channel=support-mailbox accepted_at=11:30", (), "15:25"),
    ("channel=other accepted_at=11:30", (), "15:25"),
    # a call while it was down, taken once it was up, by the hotline
    ("channel=hotline called_at=15:19 accepted_at=15:21", (), "15:25"),
    ("channel=hotline called_at=15:19 accepted_at=15:21", ("hotline-registration=not-registered",),
     "15:25"),
)

STANDINGS: Final[tuple[tuple[Lines, tuple[str, ...], str], ...]] = (
    # incident, readings, what it was held to be: from 11:00, and then from when

    # what is registered stands; a first category, a first level, by anybody
    ((C2,), (), "C2"),
    ((NEW, "12:00 reclassified category=B by=customer"), (), "unclassified 12:00 B"),
    ((NEW, "12:00 reclassified category=C severity=1 by=third-party"), (),
     "unclassified 12:00 C1"),
    ((C, "12:00 reclassified category=C severity=3 by=customer"), (), "C 12:00 C3"),
    # a change takes two
    ((D, "12:00 reclassified category=C"), (), "D"),
    ((D, f"12:00 {PROPOSED} category=C"), (), "D"),
    ((D, f"12:00 {PROPOSED} category=C", f"13:00 {AGREED}"), (), "D 13:00 C"),
    ((D, f"12:00 {PROPOSED} category=C severity=2", f"13:00 {AGREED}"), (), "D 13:00 C2"),
    ((D, f"12:00 {PROPOSED} category=C by=customer", f"13:00 {AGREED} by=executor"), (),
     "D 13:00 C"),
    ((D, f"12:00 {PROPOSED} category=C", f"13:00 {AGREED} by=executor"), (), "D"),
    ((D, f"12:00 {PROPOSED} category=C", f"13:00 {AGREED} by=third-party"), (), "D"),
    ((D, "12:00 reclassified category=C", f"13:00 {AGREED}"), (), "D 13:00 C"),
    ((D, "12:00 reclassified category=C", "13:00 reclassified category=C by=customer"), (),
     "D 13:00 C"),
    ((D, f"12:00 {PROPOSED} category=C", "13:00 reclassified category=C severity=2 by=customer"),
     (), "D"),
    # the later proposal is the one that is open; refused, there is none
    ((D, f"12:00 {PROPOSED} category=C", f"12:30 {PROPOSED} category=A", f"13:00 {AGREED}"), (),
     "D 13:00 A"),
    ((D, f"12:00 {PROPOSED} category=C", f"12:30 {PROPOSED} category=A by=customer",
      f"13:00 {AGREED}"), (), "D"),
    ((D, f"12:00 {PROPOSED} category=C", "12:30 reclassification-refused", f"13:00 {AGREED}"), (),
     "D"),
    ((D, f"12:00 {PROPOSED} category=C", "12:30 reclassification-refused by=third-party",
      f"13:00 {AGREED}"), (), "D 13:00 C"),
    # silence is no agreement [consent-by-silence]
    ((D, f"12:00 {PROPOSED} category=C", "2026-11-30 12:00 commented"), (), "D"),
    # an agreement elsewhere is none, and the proposal stays open [consent-form]
    ((D, f"12:00 {PROPOSED} category=C", f"13:00 {AGREED} channel=phone", f"14:00 {AGREED}"), (),
     "D 14:00 C"),
    # agreed to what is in force already: no change
    ((D, f"12:00 {PROPOSED} category=D", f"13:00 {AGREED}"), (), "D"),
    # to leave C is to lose the level, to come back brings none
    ((C2, f"12:00 {PROPOSED} category=A", f"13:00 {AGREED}", f"14:00 {PROPOSED} category=C",
      f"15:00 {AGREED}"), (), "C2 13:00 A 15:00 C"),
    # levels: the Customer agrees, to a level in C
    ((C2, "12:00 level-agreed severity=3"), (), "C2 12:00 C3"),
    ((C2, "12:00 level-agreed severity=2"), (), "C2"),
    ((C2, "12:00 level-agreed severity=3 by=executor"), (), "C2"),
    ((C2, "12:00 level-agreed severity=3 channel=other"), (), "C2"),
    ((D, "12:00 level-agreed severity=3"), (), "D"),
    ((C2, "12:00 workaround-provided"), (), "C2"),  # [workaround-severity]
    ((C2, "12:00 reclassified category=C severity=1"), (), "C2"),
    # ended: nothing moves it; resolved: it may still be
    ((D, "11:30 closed", f"12:00 {PROPOSED} category=C", f"13:00 {AGREED}"), (), "D"),
    ((D, "11:30 withdrawn", f"12:00 {PROPOSED} category=C", f"13:00 {AGREED}"), (), "D"),
    ((D, "11:30 resolved", f"12:00 {PROPOSED} category=C", f"13:00 {AGREED}"), (), "D 13:00 C"),
    ((C2, "11:30 closed", "12:00 level-agreed severity=3"), (), "C2"),

    # 4.9: level 4 to A or D by the Executor alone
    ((C4, "12:00 reclassified category=D"), (), "C4"),
    ((C4, "12:00 reclassified category=D"), ("level-four-consent=executor-alone",), "C4 12:00 D"),
    ((C4, "12:00 reclassified category=A"), ("level-four-consent=executor-alone",), "C4 12:00 A"),
    ((C4, "12:00 reclassified category=B"), ("level-four-consent=executor-alone",), "C4"),
    ((C4, "12:00 reclassified category=E"), ("level-four-consent=executor-alone",), "C4"),
    ((C2, "12:00 reclassified category=D"), ("level-four-consent=executor-alone",), "C2"),
    ((C4, "12:00 reclassified category=D by=customer"), ("level-four-consent=executor-alone",),
     "C4"),
    # registered at level 4 is not agreed to be; agreed by a level, or by a change to it
    ((C4, "12:00 reclassified category=D"), ("level-four-consent=level-agreed-then-alone",), "C4"),
    ((C4, "11:30 level-agreed severity=4", "12:00 reclassified category=D"),
     ("level-four-consent=level-agreed-then-alone",), "C4 12:00 D"),
    ((C4, "11:30 level-agreed severity=4", "12:00 reclassified category=D by=customer"),
     ("level-four-consent=level-agreed-then-alone",), "C4"),
    ((C4, "11:30 level-agreed severity=4", "12:00 reclassified category=D"), (), "C4"),
    ((C2, f"11:20 {PROPOSED} category=C severity=4", f"11:30 {AGREED}",
      "12:00 reclassified category=A"), ("level-four-consent=level-agreed-then-alone",),
     "C2 11:30 C4 12:00 A"),
    ((C2, f"11:20 {PROPOSED} category=C severity=4",
      "11:30 reclassified category=C severity=4 by=customer", "12:00 reclassified category=A"),
     ("level-four-consent=level-agreed-then-alone",), "C2 11:30 C4 12:00 A"),
    ((C2, f"11:20 {PROPOSED} category=C severity=4", "12:00 reclassified category=A"),
     ("level-four-consent=level-agreed-then-alone",), "C2"),
    # once on record it stays there, whatever is agreed later
    ((C4, "11:30 level-agreed severity=4", f"11:35 {PROPOSED} category=C",
      "11:40 reclassified category=C by=customer", "12:30 reclassified category=C severity=4",
      "13:00 reclassified category=D"), ("level-four-consent=level-agreed-then-alone",),
     "C4 11:40 C 12:30 C4 13:00 D"),
    # an open question takes nothing from what the Customer does
    ((D, f"11:30 {PROPOSED} category=A", ASKED, f"13:00 {AGREED}"), (), "D 13:00 A"),
)

STATES: Final[tuple[tuple[Lines, tuple[str, ...], str], ...]] = (
    # incident, readings, how it stands on 1 December
    ((D,), (), "open"),
    ((D, "12:00 resolved"), (), "resolved"),
    ((D, "12:00 resolved by=customer"), (), "open"),
    ((D, "12:00 closed"), (), "closed"),
    ((D, "12:00 closed by=customer how=by-customer"), (), "closed"),
    ((D, "12:00 closed by=customer"), (), "open"),
    ((D, "12:00 closed how=by-customer"), (), "open"),
    ((D, "12:00 closed by=third-party"), (), "open"),
    ((D, "12:00 closed how=automatically"), (), "open"),
    ((D, "12:00 withdrawn"), (), "withdrawn"),
    ((D, "12:00 withdrawn by=executor"), (), "open"),
    # one end after another
    ((D, "12:00 resolved", "13:00 closed"), (), "closed"),
    ((D, "12:00 closed", "13:00 resolved"), (), "closed"),
    ((D, "12:00 closed", "13:00 withdrawn"), (), "withdrawn"),
    ((D, "12:00 resolved", "13:00 closed how=automatically"), (), "resolved"),
    # what reopens, and what does not
    ((D, "12:00 resolved", "13:00 commented by=customer"), (), "resolved"),
    ((D, "12:00 resolved", "13:00 information-provided"), (), "resolved"),
    ((D, "12:00 resolved", "13:00 reopened"), (), "open"),
    ((D, "12:00 resolved", "13:00 reopened by=customer"), (), "open"),
    ((D, "12:00 closed", "13:00 reopened"), (), "open"),
    ((D, "12:00 withdrawn", "13:00 reopened"), (), "withdrawn"),
    ((D, "12:00 withdrawn", "13:00 resolved"), (), "withdrawn"),
    ((B, "12:00 workaround-provided", "13:00 resolved", "14:00 workaround-failed"), (), "open"),
    ((B, "12:00 third-party-fixed", "13:00 resolved", "14:00 workaround-failed"), (), "resolved"),
    ((C, "12:00 workaround-provided", "13:00 resolved", "14:00 workaround-failed"), (),
     "resolved"),
    ((B, "12:00 workaround-provided", "13:00 closed", "14:00 workaround-failed"), (), "closed"),
    # silence closes; what comes after it
    ((D, ASKED), (), "closed"),
    ((D, ASKED, "13:00 commented by=customer"), (), "open"),
    ((D, ASKED, "2026-11-27 10:00 commented"), (), "closed"),
    ((D, ASKED, "2026-11-27 10:00 resolved"), (), "closed"),
    ((D, ASKED, "2026-11-27 10:00 closed how=automatically"), (), "closed"),
    ((D, ASKED, "2026-11-27 10:00 withdrawn"), (), "closed"),
    ((D, ASKED, "2026-11-27 10:00 reopened"), (), "open"),
    ((D, ASKED, "2026-11-27 10:00 reopened by=customer"), (), "open"),
    ((D, ASKED, "2026-11-27 10:00 commented by=customer"), (), "closed"),
    ((D, ASKED, "2026-11-27 10:00 commented by=customer"), ("late-answer=reopens",), "open"),
    ((D, ASKED, "2026-11-27 10:00 commented by=customer channel=phone"), ("late-answer=reopens",),
     "closed"),
    ((D, ASKED, "2026-11-27 10:00 withdrawn"), ("late-answer=reopens",), "withdrawn"),
    ((D, ASKED, "2026-11-27 10:00 withdrawn channel=phone"), ("late-answer=reopens",), "closed"),
    # reopened, it closes by silence again only if somebody asks again: Friday; 30, 1, 2 December
    ((D, ASKED, "2026-11-27 10:00 reopened", "10:30 information-requested"), (), "open"),
    # an end by hand ends the question
    ((D, ASKED, "13:00 resolved"), (), "resolved"),
    ((D, ASKED, "13:00 resolved", "13:30 reopened"), (), "open"),
)

NEEDED: Final = {
    "reclassification-proposed": "category=E",
    "reclassified": "category=E",
    "level-agreed": "severity=2",
    "routed": "route=plan",
    "replacement-agreed": "until=2027-01-29",
}
"""The fields without which there is no such event."""
# fmt: on


class TestRegistration:
    """2.1, 3.1, 3.2: the official moment is HelpDesk's; the exception is while it is down."""

    @pytest.mark.parametrize(("fields", "readings", "official"), REGISTRATIONS)
    def test_the_official_moment_is_this(
        self, fields: str, readings: tuple[str, ...], official: str
    ) -> None:
        lines = (f"2026-11-23 15:25 registered category=C {fields}",)
        found = judge(lines, LATER, *readings, beside=DOWN)
        expected = "" if official == "never" else f"2026-11-23 {official}"
        assert moscow(found.registered_at) == expected

    @pytest.mark.parametrize(("fields", "readings", "official"), REGISTRATIONS)
    def test_only_what_came_by_no_channel_is_found(
        self, fields: str, readings: tuple[str, ...], official: str
    ) -> None:
        lines = (f"2026-11-23 15:25 registered category=D {fields}",)
        channel = fields.split(maxsplit=1)[0].removeprefix("channel=")
        taken_in_the_outage = official not in {"15:25", "never"} or "on-entry" in str(readings)
        in_order = channel in {"web", "hotline"} or taken_in_the_outage
        expected = [] if in_order else ["F-2.1-1 0 2026-11-23 15:25"]
        assert findings(judge(lines, LATER, *readings, beside=DOWN)) == expected

    def test_what_is_not_registered_owes_nothing(self) -> None:
        lines = ("2026-11-23 12:03 registered category=C channel=hotline called_at=11:55",
                 "15:00 information-requested")  # fmt: skip
        found = judge(lines, LATER, "hotline-registration=not-registered")
        assert found.registered_at is None
        assert {told.outcome.value for told in found.verdicts} == {"not-applicable"}
        assert found.next_change is None

    def test_the_first_standing_is_from_the_official_moment(self) -> None:
        lines = ("2026-11-23 15:25 registered category=C channel=phone accepted_at=11:30",)
        ((since, held),) = judge(lines, LATER, beside=DOWN).standings
        assert (moscow(since), held) == ("2026-11-23 11:30", Standing.C)


class TestReactions:
    """3.3: a reaction is the Executor's record or comment in the incident."""

    def since(self, *entries: str, reading: str = "", beside: Lines | None = None) -> str:
        """Return when the first reaction was; nothing where there was none."""
        readings = (reading,) if reading else ()
        found = judge((C, *entries), LATER, *readings, beside=beside)
        return moscow(found[Obligation.REACTION].since).removeprefix("2026-11-23 ")

    @pytest.mark.parametrize("kind", [row.kind for row in EVENTS[1:] if row.clause != "2.3"])
    def test_by_the_kind_of_entry(self, kind: str) -> None:
        service_kinds = {"help-desk-down", "help-desk-restored", "restoration-announced",
                         "accounts-issued"}  # fmt: skip
        if kind in service_kinds:
            return
        by = "" if kind == "notified" else "by=executor"
        entry = f"12:00 {kind} {by} {NEEDED.get(kind, '')}"
        comment, record = kind in COMMENTS.split(), kind in RECORDS.split()
        mark = kind == "reproduced"
        assert self.since(entry) == ("12:00" if comment or record or mark else "")
        comment_only = self.since(entry, reading="reaction-record-kind=comment-only")
        assert comment_only == ("12:00" if comment or mark else "")
        unmarked = self.since(entry, reading="reaction-by-reproduction-mark=does-not-count")
        assert unmarked == ("12:00" if comment or record else "")

    @pytest.mark.parametrize(
        ("fields", "reading", "counts"),
        [
            ("made=by-person", "", True),
            ("made=unknown", "", True),
            ("made=automatically", "", False),
            ("made=automatically", "reaction-by-automation=counts", True),
            ("visible=internal", "", False),
            ("visible=internal", "internal-note=counts", True),
            ("visible=internal made=automatically", "internal-note=counts", False),
            ("visible=internal made=automatically", "reaction-by-automation=counts", False),
            ("by=customer", "", False),
            ("by=third-party", "", False),
            # by what channel it was told does not matter in normal operation: it was entered
            ("channel=phone said_at=11:30", "", True),
        ],
    )
    def test_by_how_it_was_made(self, fields: str, reading: str, counts: bool) -> None:
        assert self.since(f"12:00 commented {fields}", reading=reading) == (
            "12:00" if counts else ""
        )

    def test_an_entry_without_effect_is_an_entry(self) -> None:
        assert self.since("12:00 reclassified category=A") == "12:00"
        assert self.since("12:00 reopened") == "12:00"
        assert self.since("12:00 closed how=automatically") == "12:00"
        assert self.since("12:00 resolved", "12:10 withdrawn", "13:00 commented") == "12:00"

    def test_work_after_the_closing_is_one_too(self) -> None:
        # the question, asked by a program, opens a silence and is no reaction
        lines = (C, "12:00 information-requested made=automatically", "2026-12-01 11:00 commented")
        found = judge(lines, LATER)
        assert found.state is State.CLOSED
        assert verdict(found, "reaction") == ("missed due=2026-11-23 19:00 since=2026-12-01 11:00")

    def test_after_support_ended_it_is_a_reaction_in_fact(self) -> None:
        beside = ("2026-01-12 10:00 support-signed", "11:00 support-paid through=2026-11-23")
        lines = ("2026-11-23 12:30 registered category=C", "2026-11-24 18:00 commented")
        found = judge(lines, LATER, "entitlement-at=registration", beside=beside)
        assert verdict(found, "reaction") == "met due=2026-11-24 19:00 since=2026-11-24 18:00"

    @pytest.mark.parametrize(
        ("entries", "reading", "since"),
        [
            # said while HelpDesk was down, by a channel of the exception
            (("15:30 commented channel=phone said_at=14:00",), "", "14:00"),
            (("15:30 commented channel=hotline said_at=14:00",), "", "14:00"),
            (("15:30 commented channel=personal-email said_at=14:00",), "", "14:00"),
            (("15:30 commented channel=phone said_at=14:00",), "outage-reaction=when-entered",
             "15:30"),
            # by no such channel, or not said to be earlier
            (("15:30 commented channel=support-mailbox said_at=14:00",), "", "15:30"),
            (("15:30 commented channel=other said_at=14:00",), "", "15:30"),
            (("15:30 commented channel=web said_at=14:00",), "", "15:30"),
            (("15:30 commented channel=phone",), "", "15:30"),
            # from the first instant of the outage, without that of the restoration
            (("15:30 commented channel=phone said_at=10:40",), "", "10:40"),
            (("15:30 commented channel=phone said_at=10:39",), "", "15:30"),
            (("15:30 commented channel=phone said_at=15:20",), "", "15:30"),
            # what counts is the earliest, not what was entered first
            (("15:25 commented", "15:30 commented channel=phone said_at=14:00"), "", "14:00"),
            (("15:25 commented channel=phone said_at=13:00",
              "15:30 commented channel=phone said_at=14:00"), "", "13:00"),
            (("15:25 commented", "15:30 commented channel=phone said_at=14:00"),
             "outage-reaction=when-entered", "15:25"),
        ],
    )  # fmt: skip
    def test_while_helpdesk_was_down(self, entries: Lines, reading: str, since: str) -> None:
        assert self.since(*entries, reading=reading, beside=DOWN) == since


class TestStandings:
    """4.9, 4.12: what an incident is held to be changes by agreement."""

    @pytest.mark.parametrize(("lines", "readings", "expected"), STANDINGS)
    def test_it_was_held_to_be_this(
        self, lines: Lines, readings: tuple[str, ...], expected: str
    ) -> None:
        found = judge(lines, LATER, *readings).standings
        (_, first), *later = found
        words = [first.value]
        for since, held in later:
            words += [moscow(since).removeprefix("2026-11-23 "), held.value]
        assert " ".join(words) == expected

    def test_an_agreement_while_helpdesk_was_down_may_be_told_by_phone(self) -> None:
        lines = ("2026-11-23 10:30 registered category=D", f"10:35 {PROPOSED} category=A",
                 f"15:25 {AGREED} channel=phone said_at=11:00")  # fmt: skip
        found = judge(lines, LATER, beside=DOWN)
        assert [held for _, held in found.standings] == [Standing.D, Standing.A]
        assert moscow(found.standings[-1][0]) == "2026-11-23 15:25"


class TestStates:
    """3.4, 4.11: who ends an incident, and what opens it again."""

    @pytest.mark.parametrize(("lines", "readings", "expected"), STATES)
    def test_it_stands_so(self, lines: Lines, readings: tuple[str, ...], expected: str) -> None:
        assert judge(lines, LATER, *readings).state is State.of(expected)

    def test_silence_needs_no_record_to_close(self) -> None:
        lines = (D, ASKED)
        assert judge(lines, "2026-11-26 23:59").state is State.OPEN
        assert judge(lines, "2026-11-27 00:00").state is State.CLOSED

    def test_a_reopening_by_a_late_answer_lets_the_answer_do_what_it_does(self) -> None:
        lines = (D, f"11:30 {PROPOSED} category=A", ASKED, f"2026-11-27 10:00 {AGREED}")
        found = judge(lines, LATER, "late-answer=reopens")
        assert [held for _, held in found.standings] == [Standing.D, Standing.A]
        assert found.state is State.OPEN
        found = judge(lines, LATER)
        assert [held for _, held in found.standings] == [Standing.D]
        assert findings(found) == ["F-4.11-2 3 2026-11-27 10:00"]

    def test_the_question_it_answers_is_over(self) -> None:
        lines = (D, ASKED, "2026-11-27 10:00 information-provided")
        found = judge(lines, LATER, "late-answer=reopens")
        assert verdict(found, "automatic-closing") == "not-started waits=information-requested"
        assert findings(found) == []


LAPSED: Final[Lines] = (
    "2025-11-03 10:00 support-signed",
    "2025-11-03 11:00 support-paid through=2026-11-09",
    "2026-11-20 10:00 support-renewed through=2027-11-20",
)
"""Support from 3 November 2025, with a gap from 10 to 20 November 2026."""


class TestBesideTheService:
    """2.3: what is done outside support is found; what is done inside is not."""

    def test_work_after_a_gap_is_in_order(self) -> None:
        lines = ("2026-11-02 11:00 registered category=C", "2026-11-24 12:00 commented")
        assert findings(judge(lines, LATER, beside=LAPSED)) == []

    def test_work_in_a_gap_is_found(self) -> None:
        lines = ("2026-11-02 11:00 registered category=C", "2026-11-12 12:00 commented")
        expected = ["F-2.3-1 1 2026-11-12 12:00"]
        assert findings(judge(lines, LATER, beside=LAPSED)) == expected

    def test_accounts_issued_at_the_moment_itself_are_known(self) -> None:
        beside = ("2026-11-23 12:00 accounts-issued count=1",)
        assert findings(judge((D,), "2026-11-23 11:59", beside=beside)) == []
        found = findings(judge((D,), "2026-11-23 12:00", beside=beside))
        assert found == ["F-2.2-1 - 2026-11-23 12:00"]

    def test_the_record_is_complete_through_the_moment_itself(self) -> None:
        beside = ("2026-11-23 12:00 support-signed", "12:00 support-paid through=2027-11-23")
        assert "support-in-force" in judge((D,), "2026-11-23 11:59", beside=beside).assumed
        found = judge((D,), "2026-11-23 12:00", beside=beside)
        assert "support-in-force" not in found.assumed
        assert moscow(found[Obligation.SUPPORT].since) == "2026-11-23 12:00"


class TestWaiting:
    """4.11: an end of the incident is the end of the question, and of the wait for its answer."""

    @pytest.mark.parametrize(
        "end",
        ["resolved", "closed", "withdrawn", "withdrawn channel=phone", "request-withdrawn"],
    )
    def test_the_wait_is_over(self, end: str) -> None:
        # the answer is awaited through two whole business days, 24 and 25 November, and two parts
        lines = (B, "18:00 information-requested", f"2026-11-26 11:00 {end}", "11:30 reopened")
        plain = judge((B,), LATER)[Obligation.REPLACEMENT_SEARCH].due
        paused = judge(lines, LATER, "sixty-days-pause=pauses")[Obligation.REPLACEMENT_SEARCH].due
        days = agreement().calendar.business_days_between
        assert plain is not None
        assert paused is not None
        assert days(plain.date(), paused.date()) == 2

    def test_the_wait_is_over_when_silence_closes(self) -> None:
        # 24, 25 and 26 November; at 24:00 of the last the incident closes
        lines = (B, "18:00 information-requested", "2026-11-27 10:30 reopened")
        plain = judge((B,), LATER)[Obligation.REPLACEMENT_SEARCH].due
        paused = judge(lines, LATER, "sixty-days-pause=pauses")[Obligation.REPLACEMENT_SEARCH].due
        assert plain is not None
        assert paused is not None
        days = agreement().calendar.business_days_between
        assert days(plain.date(), paused.date()) == 3

    def test_the_wait_is_counted_from_the_request_or_from_the_comment(self) -> None:
        restarts = "customer-comment-restarts=restarts"
        lines = (D, ASKED, "2026-11-24 13:00 commented by=customer")
        for reading, fact, at in (("", "asked", "2026-11-23 12:00"),
                                  (restarts, "commented", "2026-11-24 13:00")):  # fmt: skip
            found = judge(lines if reading else lines[:2], LATER, *filter(None, [reading]))
            first = found[Obligation.AUTOMATIC_CLOSING].steps[0]
            assert isinstance(first, FactStep)
            assert (first.fact, moscow(first.at)) == (fact, at)

    def test_a_count_that_stands_might_have_ended_first_if_begun_earlier(self) -> None:
        beside = (*LAPSED[:2],)
        lines = ("2026-11-06 11:00 registered category=D", "12:00 information-requested")
        found = judge(lines, LATER, beside=beside)
        expected = "not-started waits=support-renewed"
        assert verdict(found, "automatic-closing") == expected
        assert {"day-count-start", "silence-out-of-hours"} <= set(found.consulted)

    def test_nobody_waits_where_silence_is_due_before_the_question(self) -> None:
        # one day agreed, its own day counted, to the closing, and asked when the desk has closed
        readings = (
            "day-count-start=same-day", "silence-end=closing-time", "sixty-days-pause=pauses"
        )  # fmt: skip
        lines = (B, "20:00 information-requested")
        found = judge(lines, LATER, *readings, parameters=Parameters(silence=1))
        assert found.state is State.CLOSED


class TestConsulted:
    """Only the readings that could change an answer are named beside it."""

    def test_what_comes_no_sooner_than_the_reaction_asks_nothing(self) -> None:
        asks = {"internal-note", "reaction-by-automation", "reaction-record-kind"}
        note = "12:00 commented visible=internal made=automatically"
        assert asks.isdisjoint(judge((C, "12:00 commented", note), LATER).consulted)
        assert asks.isdisjoint(judge((C, "12:00 commented", "12:00 assigned"), LATER).consulted)
        assert "reaction-by-automation" in judge((C, note), LATER).consulted

    @pytest.mark.parametrize(
        ("registered", "as_of", "near"),
        [
            # Tuesday 3 November 2026 is shortened; a count may reach a week past either end
            ("2026-11-10 11:00", "2026-11-10 12:00", True),
            ("2026-11-11 11:00", "2026-11-11 12:00", False),
            ("2026-10-26 11:00", "2026-10-26 12:00", False),
            ("2026-10-26 11:00", "2026-10-27 12:00", True),
        ],
    )
    def test_a_shortened_day_matters_within_a_week(
        self, registered: str, as_of: str, near: bool
    ) -> None:
        found = judge((f"{registered} registered category=D",), as_of)
        assert ("short-days" in found.consulted) is near

    def test_the_week_is_counted_from_the_official_registration(self) -> None:
        beside = ("2026-11-10 10:00 help-desk-down", "2026-11-11 09:00 help-desk-restored",
                  "09:00 restoration-announced")  # fmt: skip
        told = "registered category=D channel=phone accepted_at=2026-11-10T12:00"
        found = judge((f"2026-11-11 10:00 {told}",), "2026-11-11 12:00", beside=beside)
        assert moscow(found.registered_at) == "2026-11-10 12:00"
        assert "short-days" in found.consulted

    def test_a_workaround_that_never_failed_asks_nothing(self) -> None:
        held = (B, "12:00 workaround-provided")
        assert "b-workaround-fails" not in judge(held, LATER).consulted
        assert "b-workaround-fails" in judge((*held, "13:00 workaround-failed"), LATER).consulted

    def test_what_is_resolved_otherwise_is_not_resolved(self) -> None:
        found = judge((C, "12:00 resolved"), LATER, "resolved-when=fix-delivered")
        assert found[Obligation.RESOLUTION].outcome.value == "not-stated"
        found = judge((C, "12:00 resolved"), LATER, "resolved-when=confirmed-by-customer")
        assert found[Obligation.RESOLUTION].outcome.value == "not-stated"


class TestFold:
    """The fold never raises, and reads nothing that is not there yet."""

    @settings(max_examples=100)
    @given(data=st.data(), record=incidents(most=12))
    def test_any_record_is_lived_through(self, data: st.DataObject, record: Incident) -> None:
        under = data.draw(agreements())
        beside = data.draw(st.one_of(st.none(), service_records(most=8)))
        kept = ServiceRecord() if beside is None else beside
        now = data.draw(as_of_for(record, service=kept, agreement=under))
        found = under.assess(record, now, service=kept)
        assert found.standings[0][1].category is record.registration.category
        for earlier, later in pairwise(found.standings):
            assert earlier[0] <= later[0]
            assert earlier[1] is not later[1]
        for finding in found.findings:
            assert finding.at <= now
            if finding.event is not None:
                assert record.events[finding.event].at == finding.at
