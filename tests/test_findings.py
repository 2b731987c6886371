"""
What a record shows against the contract: every finding once with an incident that shows it.

Each row has a neighbour that differs in one thing and does not show it. The rows say what
docs/decisions/0010-what-events-do.md says; ``OTHER_WAYS`` has the further ways it names.
"""

from __future__ import annotations

import pickle
from collections import Counter
from typing import Final

import pytest

from slarules.assess import Assessment
from slarules.clauses import CLAUSES
from slarules.errors import FindingsError
from slarules.findings import FINDING, FINDINGS, FindingKind
from slarules.record import Record
from slarules.terms import ClauseId, Language
from tests.judging import Lines, findings, judge

C: Final = "2026-11-23 11:00 registered category=C"  # a Monday
B: Final = "2026-11-23 11:00 registered category=B"
D: Final = "2026-11-23 11:00 registered category=D"
DONE: Final[Lines] = ("12:00 reproduced", "12:30 work-started")
"""The two marks of 3.4."""
ASKED: Final[Lines] = (D, "12:00 information-requested")
"""Silence closes it after the 24th, 25th and 26th, at 24:00 of Thursday the 26th (4.11)."""
PAID: Final[Lines] = (
    "2026-01-12 10:00 support-signed",
    "11:00 support-paid through=2026-11-30",
)
"""Support through Monday 30 November."""
DOWN: Final[Lines] = ("2026-11-24 10:40 help-desk-down", "15:20 help-desk-restored")
"""HelpDesk down on a Tuesday."""


class Case(Record, kw_only=False):
    """An incident that shows a finding, and one like it that does not."""

    finding: str
    shows: Lines
    event: str
    """The event's place in the record, and the moment."""
    neighbour: Lines
    """What stands in the place of ``shows``, or of ``beside`` where that differs."""
    beside: Lines | None = None
    neighbour_beside: Lines | None = None
    as_of: str = "2026-12-02 12:00"


# fmt: off
CASES: Final = (
    Case("F-2.1-1",  # a letter to the desk's own address does not register [mailbox-channel]
         ("2026-11-23 11:00 registered category=D channel=support-mailbox",), "0 2026-11-23 11:00",
         ("2026-11-23 11:00 registered category=D channel=hotline",)),
    Case("F-2.2-1",
         (D,), "- 2026-11-02 10:00", (D,),
         beside=("2026-11-02 10:00 accounts-issued count=1",),
         neighbour_beside=("2026-11-02 10:00 accounts-issued count=2",)),
    Case("F-2.3-1",  # the term ends with 30 November, so 1 December 00:00 is outside
         (D, "2026-12-01 00:00 commented"), "1 2026-12-01 00:00",
         (D, "2026-11-30 23:59 commented"), beside=PAID),
    Case("F-3.1-1",
         (D, "15:30 commented channel=phone said_at=14:00"), "1 2026-11-23 15:30",
         (D, "15:30 commented")),
    Case("F-3.1-2",
         ("2026-11-24 11:00 registered category=D",), "- 2026-11-24 15:20",
         ("2026-11-24 11:00 registered category=D",),
         beside=DOWN, neighbour_beside=(*DOWN, "15:40 restoration-announced")),
    Case("F-3.2-1",
         (D, "12:00 reclassification-proposed category=A",
          "13:00 reclassification-agreed channel=other"), "2 2026-11-23 13:00",
         (D, "12:00 reclassification-proposed category=A", "13:00 reclassification-agreed")),
    Case("F-3.2-2",
         (*ASKED, "13:00 information-provided channel=support-mailbox"), "2 2026-11-23 13:00",
         (*ASKED, "13:00 information-provided")),
    Case("F-3.4-1",
         (C, "12:30 work-started", "13:00 resolved"), "2 2026-11-23 13:00",
         (C, *DONE, "13:00 resolved")),
    Case("F-3.4-2",  # at the Customer's, but not over remote access [onsite-reproduction]
         (C, "12:00 reproduced place=customer-system access=on-site"), "1 2026-11-23 12:00",
         (C, "12:00 reproduced place=customer-system access=remote")),
    Case("F-3.4-3",
         (C, "12:00 reproduced", "13:00 resolved"), "2 2026-11-23 13:00",
         (C, *DONE, "13:00 resolved")),
    Case("F-3.5-1",  # of the registration everybody was told, of the comment nobody
         (D, "11:00 notified", "12:00 commented"), "2 2026-11-23 12:00",
         (D, "11:00 notified", "12:00 commented", "12:00 notified")),
    Case("F-4.4-1",
         (B, *DONE, "13:00 resolved"), "3 2026-11-23 13:00",
         (B, *DONE, "12:45 third-party-fixed by=third-party", "13:00 resolved")),
    Case("F-4.9-1",
         ("2026-11-23 11:00 registered category=C severity=4", *DONE, "13:00 resolved"),
         "3 2026-11-23 13:00",
         ("2026-11-23 11:00 registered category=C severity=3", *DONE, "13:00 resolved")),
    Case("F-4.11-1",  # a microsecond before the third day of silence is over
         (*ASKED, "2026-11-26 23:59:59.999999 closed how=automatically"),
         "2 2026-11-26 23:59:59.999999",
         (*ASKED, "2026-11-27 00:00 closed how=automatically")),
    Case("F-4.11-2",
         (*ASKED, "2026-11-27 10:00 commented by=customer"), "2 2026-11-27 10:00",
         (*ASKED, "2026-11-26 10:00 commented by=customer")),
    Case("F-4.11-3",
         (D, "12:00 information-requested visible=internal"), "1 2026-11-23 12:00", ASKED),
    Case("F-4.11-4",
         (D, "13:00 information-provided"), "1 2026-11-23 13:00",
         (*ASKED, "13:00 information-provided")),
    Case("F-4.11-5",
         (D, "13:00 request-withdrawn"), "1 2026-11-23 13:00", (*ASKED, "13:00 request-withdrawn")),
    Case("F-4.11-6",
         (D, "13:00 reopened"), "1 2026-11-23 13:00", (D, "12:00 resolved", "13:00 reopened")),
    Case("F-4.11-7",
         (D, "13:00 resolved by=customer"), "1 2026-11-23 13:00", (D, "13:00 resolved")),
    Case("F-4.12-1",
         (D, "14:00 reclassified category=A"), "1 2026-11-23 14:00",
         (D, "12:00 reclassification-proposed category=A", "13:00 reclassification-agreed",
          "14:00 reclassified category=A")),
    Case("F-4.12-2",
         (D, "13:00 reclassification-agreed"), "1 2026-11-23 13:00",
         (D, "12:00 reclassification-proposed category=A", "13:00 reclassification-agreed")),
)

OTHER_WAYS: Final[tuple[tuple[Lines, Lines | None, tuple[str, ...]], ...]] = (
    # incident, service, all that is found

    # 2.1, 3.1: channels of registration
    (("2026-11-23 11:00 registered category=D channel=phone",), None,
     ("F-2.1-1 0 2026-11-23 11:00",)),
    (("2026-11-23 11:00 registered category=D channel=personal-email",), None,
     ("F-2.1-1 0 2026-11-23 11:00",)),
    (("2026-11-23 11:00 registered category=D channel=other",), None,
     ("F-2.1-1 0 2026-11-23 11:00",)),
    # taken by phone while HelpDesk was down: that is the exception, and no finding
    (("2026-11-24 15:25 registered category=D channel=phone accepted_at=11:30",),
     (*DOWN, "15:21 restoration-announced"), ()),
    # the mailbox is not part of the exception: 3.1 names phone and personal mail
    (("2026-11-24 15:25 registered category=D channel=support-mailbox accepted_at=11:30",),
     (*DOWN, "15:21 restoration-announced"), ("F-2.1-1 0 2026-11-24 15:25",)),

    # 2.2: accounts are added up
    ((D,), ("2026-11-02 10:00 accounts-issued count=1", "2026-11-10 10:00 accounts-issued count=1"),
     ()),
    ((D,), ("2026-11-02 10:00 accounts-issued count=0", "2026-11-10 10:00 accounts-issued count=1"),
     ("F-2.2-1 - 2026-11-10 10:00",)),
    ((D,), DOWN, ("F-3.1-2 - 2026-11-24 15:20",)),  # none on record says nothing of accounts

    # 2.3: only the Executor serves; a renewal at the very end leaves no gap
    ((D, "2026-12-01 10:00 commented by=customer"), PAID, ()),
    ((D, "2026-12-01 10:00 commented"),
     (*PAID, "2026-12-01 00:00 support-renewed through=2026-12-31"), ()),
    ((D, "2026-12-01 10:00 commented", "2026-12-02 11:00 commented"),
     (*PAID, "2026-12-02 10:30 support-renewed through=2026-12-31"),
     ("F-2.3-1 1 2026-12-01 10:00",)),

    # 3.1: who spoke where, and when
    ((D, "15:30 commented by=customer channel=personal-email"), None,
     ("F-3.1-1 1 2026-11-23 15:30",)),
    ((D, "15:30 commented by=third-party channel=phone"), None, ()),
    ((D, "15:30 commented channel=hotline"), None, ()),
    (("2026-11-24 10:00 registered category=D", "15:30 commented channel=phone said_at=14:00"),
     (*DOWN, "15:21 restoration-announced"), ()),
    (("2026-11-24 10:00 registered category=D", "15:30 commented channel=phone said_at=15:20"),
     (*DOWN, "15:20 restoration-announced"), ("F-3.1-1 1 2026-11-24 15:30",)),

    # 3.1: the announcement of a restoration
    ((D,), (*DOWN, "2026-11-25 10:00 help-desk-down", "11:00 help-desk-restored",
            "11:05 restoration-announced"), ("F-3.1-2 - 2026-11-24 15:20",)),
    (("2026-11-24 15:21 registered category=D",), DOWN, ()),  # restored before the matter began
    (("2026-11-24 15:20 registered category=D",), DOWN, ("F-3.1-2 - 2026-11-24 15:20",)),
    (("2026-11-24 15:25 registered category=D channel=hotline called_at=15:19",), DOWN,
     ("F-3.1-2 - 2026-11-24 15:20",)),
    (("2026-11-24 15:25 registered category=D channel=phone accepted_at=15:19",), DOWN,
     ("F-3.1-2 - 2026-11-24 15:20",)),
    (("2026-11-24 11:00 registered category=D",), DOWN[:1], ()),  # not restored yet

    # 3.2: where agreement is given
    ((D, "12:00 reclassification-proposed category=A",
      "13:00 reclassification-agreed channel=hotline"), None, ()),
    (("2026-11-24 10:00 registered category=D", "10:10 reclassification-proposed category=A",
      "15:25 reclassification-agreed channel=phone said_at=11:00"),
     (*DOWN, "15:21 restoration-announced"), ()),
    ((C, "12:00 level-agreed severity=2 channel=support-mailbox"), None,
     ("F-3.2-1 1 2026-11-23 12:00",)),
    # by personal mail it is a discussion outside HelpDesk, too
    ((D, "12:00 reclassification-proposed category=A",
      "13:00 reclassification-agreed channel=personal-email"), None,
     ("F-3.1-1 2 2026-11-23 13:00", "F-3.2-1 2 2026-11-23 13:00")),
    # asked first: nothing was proposed either
    ((D, "13:00 reclassification-agreed channel=other"), None, ("F-3.2-1 1 2026-11-23 13:00",)),
    # the proposal stays open
    ((D, "12:00 reclassification-proposed category=A",
      "13:00 reclassification-agreed channel=other", "14:00 reclassification-agreed"), None,
     ("F-3.2-1 2 2026-11-23 13:00",)),

    # 3.2, 4.11: an answer elsewhere; by phone it is also a discussion outside HelpDesk
    ((*ASKED, "13:00 commented by=customer channel=other"), None, ("F-3.2-2 2 2026-11-23 13:00",)),
    ((*ASKED, "13:00 commented by=customer channel=phone"), None,
     ("F-3.1-1 2 2026-11-23 13:00", "F-3.2-2 2 2026-11-23 13:00")),
    ((D, "13:00 commented by=customer channel=other"), None, ()),
    ((*ASKED, "13:00 commented by=customer channel=other visible=internal"), None, ()),

    # 3.4: whose reproduction, and where
    ((C, "12:00 reproduced by=customer"), None, ("F-3.4-2 1 2026-11-23 12:00",)),
    ((C, "12:00 reproduced by=customer place=customer-bench access=remote"), None, ()),
    ((C, "12:00 reproduced place=customer-bench"), None, ("F-3.4-2 1 2026-11-23 12:00",)),
    ((C, "12:00 reproduced by=third-party place=customer-bench access=remote"), None,
     ("F-3.4-2 1 2026-11-23 12:00",)),
    # the marks are asked for in B and C
    ((D, "13:00 resolved"), None, ()),
    ((C, "13:00 resolved"), None, ("F-3.4-1 1 2026-11-23 13:00", "F-3.4-3 1 2026-11-23 13:00")),
    # a reproduction where it does not count is no mark
    ((C, "12:00 reproduced by=customer", "12:30 work-started", "13:00 resolved"), None,
     ("F-3.4-2 1 2026-11-23 12:00", "F-3.4-1 3 2026-11-23 13:00")),
    # the start of the Executor's work is the Executor's to mark
    ((C, "12:00 reproduced", "12:30 work-started by=customer", "13:00 resolved"), None,
     ("F-3.4-3 3 2026-11-23 13:00",)),
    # a closing by hand is no resolution by the Executor's record
    ((C, "13:00 closed"), None, ()),

    # 3.5: notices, once any is on record
    ((D, "12:00 commented"), None, ()),
    # of the first comment nobody was told before the second
    ((D, "12:00 commented", "13:00 commented", "13:01 notified"), None,
     ("F-3.5-1 1 2026-11-23 12:00",)),
    ((D, "12:00 commented", "12:01 notified", "13:00 commented", "13:01 notified"), None, ()),

    # 4.4: what resolves B
    ((B, *DONE, "12:45 workaround-provided", "13:00 resolved"), None, ()),
    ((B, *DONE, "12:45 workaround-provided", "12:50 workaround-failed", "13:00 resolved"), None,
     ("F-4.4-1 5 2026-11-23 13:00",)),

    # 4.9: level 4 at any end
    (("2026-11-23 11:00 registered category=C severity=4", "13:00 closed"), None,
     ("F-4.9-1 1 2026-11-23 13:00",)),
    (("2026-11-23 11:00 registered category=C severity=4", "12:00 information-requested"), None,
     ("F-4.9-1 - 2026-11-27 00:00",)),
    (("2026-11-23 11:00 registered category=C severity=4", "13:00 withdrawn"), None, ()),
    (("2026-11-23 11:00 registered category=C severity=4", "12:00 reclassified category=D",
      "12:10 reclassification-agreed", "13:00 resolved"), None, ("F-4.12-1 1 2026-11-23 12:00",)),

    # 4.11: closed automatically though nothing was asked, or something was answered
    ((D, "2026-12-01 10:00 closed how=automatically"), None, ("F-4.11-1 1 2026-12-01 10:00",)),
    ((*ASKED, "13:00 information-provided", "2026-12-01 10:00 closed how=automatically"), None,
     ("F-4.11-1 3 2026-12-01 10:00",)),
    ((D, "12:00 resolved", "2026-12-01 10:00 closed how=automatically"), None,
     ("F-4.11-1 2 2026-12-01 10:00",)),
    ((*ASKED, "2026-11-27 09:00 reopened", "10:00 closed how=automatically"), None,
     ("F-4.11-1 3 2026-11-27 10:00",)),
    # after the closing: what the Customer cannot show in HelpDesk is no entry there
    ((*ASKED, "2026-11-27 10:00 commented by=customer channel=other"), None, ()),
    ((*ASKED, "2026-11-27 10:00 commented by=customer visible=internal"), None, ()),
    ((*ASKED, "2026-11-27 10:00 reopened by=customer"), None, ()),
    ((*ASKED, "2026-11-27 10:00 commented"), None, ()),
    # requests that ask nothing
    ((D, "12:00 information-requested by=customer"), None, ("F-4.11-3 1 2026-11-23 12:00",)),
    ((D, "12:00 information-requested by=third-party"), None, ("F-4.11-3 1 2026-11-23 12:00",)),
    ((D, "12:00 resolved", "12:10 information-requested"), None, ("F-4.11-3 2 2026-11-23 12:10",)),
    ((*ASKED, "2026-11-27 10:00 information-requested"), None, ("F-4.11-3 2 2026-11-27 10:00",)),
    # answers to nothing
    ((*ASKED, "13:00 information-provided", "14:00 information-provided"), None,
     ("F-4.11-4 3 2026-11-23 14:00",)),
    ((*ASKED, "13:00 commented by=customer", "14:00 information-provided"), None,
     ("F-4.11-4 3 2026-11-23 14:00",)),
    ((D, "13:00 information-provided by=executor"), None, ("F-4.11-4 1 2026-11-23 13:00",)),
    # requests withdrawn that are not open, or by somebody else
    ((*ASKED, "13:00 request-withdrawn request=other"), None, ("F-4.11-5 2 2026-11-23 13:00",)),
    ((*ASKED, "13:00 request-withdrawn", "13:10 request-withdrawn"), None,
     ("F-4.11-5 3 2026-11-23 13:10",)),
    ((*ASKED, "13:00 request-withdrawn by=third-party"), None, ("F-4.11-5 2 2026-11-23 13:00",)),
    # ends that are not theirs to record
    ((D, "13:00 closed by=customer"), None, ("F-4.11-7 1 2026-11-23 13:00",)),
    ((D, "13:00 closed how=by-customer"), None, ("F-4.11-7 1 2026-11-23 13:00",)),
    ((D, "13:00 closed how=by-customer by=customer"), None, ()),
    ((D, "13:00 closed by=third-party"), None, ("F-4.11-7 1 2026-11-23 13:00",)),
    ((D, "13:00 withdrawn by=executor"), None, ("F-4.11-7 1 2026-11-23 13:00",)),
    # what is withdrawn is withdrawn: nothing after it is found to lack effect
    ((D, "13:00 withdrawn", "14:00 information-provided", "14:10 reopened",
      "14:20 resolved by=customer", "14:30 reclassified category=A"), None, ()),

    # 4.12: who agrees to whose proposal
    ((D, "12:00 reclassification-proposed category=A",
      "13:00 reclassification-agreed by=executor"), None, ("F-4.12-2 2 2026-11-23 13:00",)),
    ((D, "12:00 reclassification-proposed category=A by=customer",
      "13:00 reclassification-agreed by=executor"), None, ()),
    ((D, "12:00 reclassification-proposed category=A",
      "13:00 reclassification-agreed by=third-party"), None, ("F-4.12-2 2 2026-11-23 13:00",)),
    ((D, "12:00 reclassification-proposed category=A by=third-party",
      "13:00 reclassification-agreed"), None, ("F-4.12-2 2 2026-11-23 13:00",)),
    ((D, "12:00 reclassification-proposed category=A", "12:30 reclassification-refused",
      "13:00 reclassification-agreed"), None, ("F-4.12-2 3 2026-11-23 13:00",)),
    ((D, "12:00 reclassification-proposed category=A",
      "12:30 reclassification-refused by=third-party", "13:00 reclassification-agreed"), None, ()),
    ((D, "12:00 reclassification-proposed category=A", "13:00 reclassification-agreed",
      "13:10 reclassification-agreed"), None, ("F-4.12-2 3 2026-11-23 13:10",)),
    # an ineffective change is a proposal
    ((D, "12:00 reclassified category=A", "13:00 reclassification-agreed"), None,
     ("F-4.12-1 1 2026-11-23 12:00",)),
    ((D, "12:00 reclassified category=A by=customer",
      "13:00 reclassification-agreed by=executor"), None, ("F-4.12-1 1 2026-11-23 12:00",)),
    ((D, "12:00 reclassified category=A by=third-party", "13:00 reclassification-agreed"), None,
     ("F-4.12-1 1 2026-11-23 12:00", "F-4.12-2 2 2026-11-23 13:00")),
    # done by the party it was proposed to, it is an agreement
    ((D, "12:00 reclassification-proposed category=A by=customer", "13:00 reclassified category=A"),
     None, ()),
    ((D, "12:00 reclassification-proposed category=A", "13:00 reclassified category=A by=customer"),
     None, ()),
    ((D, "12:00 reclassification-proposed category=A", "13:00 reclassified category=E by=customer"),
     None, ("F-4.12-1 2 2026-11-23 13:00",)),
    # what is in force is no change; a first category, a first level are free to anybody
    ((D, "12:00 reclassified category=D"), None, ()),
    (("2026-11-23 11:00 registered", "12:00 reclassified category=B by=third-party"), None, ()),
    ((C, "12:00 reclassified category=C severity=2"), None, ()),
    ((C, "12:00 reclassified category=C severity=2", "13:00 reclassified category=C"), None,
     ("F-4.12-1 2 2026-11-23 13:00",)),
    # levels
    ((D, "12:00 level-agreed severity=2"), None, ("F-4.12-2 1 2026-11-23 12:00",)),
    ((C, "12:00 level-agreed severity=2 by=executor"), None, ("F-4.12-2 1 2026-11-23 12:00",)),
    ((C, "12:00 level-agreed severity=2"), None, ()),
    # an agreement to a level answers no proposal of a category: that stays open
    ((C, "12:00 reclassification-proposed category=E", "12:30 level-agreed severity=3",
      "13:00 reclassification-agreed"), None, ()),
    # of an incident that has ended nothing is asked
    ((D, "12:00 closed", "13:00 reclassification-agreed", "13:10 reclassified category=A",
      "13:20 level-agreed severity=1"), None, ()),
)
# fmt: on


def found_in(lines: Lines, beside: Lines | None, as_of: str) -> list[str]:
    return findings(judge(lines, as_of, beside=beside))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.finding)
class TestEveryFinding:
    """2.1, 2.2, 2.3, 3.1, 3.2, 3.4, 3.5, 4.4, 4.9, 4.11, 4.12: duties, and acts without effect."""

    def test_the_incident_shows_it_and_nothing_else(self, case: Case) -> None:
        found = found_in(case.shows, case.beside, case.as_of)
        assert found == [f"{case.finding} {case.event}"]

    def test_its_neighbour_shows_nothing(self, case: Case) -> None:
        beside = case.beside if case.neighbour_beside is None else case.neighbour_beside
        assert found_in(case.neighbour, beside, case.as_of) == []

    def test_it_rests_on_the_paragraph_in_its_id(self, case: Case) -> None:
        (finding,) = judge(case.shows, case.as_of, beside=case.beside).findings
        assert finding.row is FINDING[finding.id]
        assert finding.clause == case.finding.split("-")[1]

    def test_it_is_there_from_its_moment_on_and_not_before(self, case: Case) -> None:
        found = judge(case.shows, case.as_of, beside=case.beside)
        (finding,) = found.findings
        if finding.event is None or finding.event == 0:
            return
        now = case.event.split(" ", 1)[1]
        before = case.shows[: finding.event]
        assert [f.id for f in judge(case.shows, now, beside=case.beside).findings] == [case.finding]
        assert found_in(before, case.beside, now) == []


class TestOtherWays:
    """Each further way docs/decisions/0010-what-events-do.md names, and what is next to it."""

    @pytest.mark.parametrize(
        ("lines", "beside", "expected"), OTHER_WAYS, ids=[str(n) for n in range(len(OTHER_WAYS))]
    )
    def test_all_that_is_found_is_this(
        self, lines: Lines, beside: Lines | None, expected: tuple[str, ...]
    ) -> None:
        assert found_in(lines, beside, "2026-12-02 12:00") == list(expected)


class TestTable:
    """The table of findings: permanent ids, existing paragraphs, words in both languages."""

    def test_every_finding_has_an_incident_above(self) -> None:
        assert [case.finding for case in CASES] == [row.id for row in FINDINGS]

    def test_an_id_is_its_paragraph_and_an_ordinal_used_once(self) -> None:
        assert Counter(row.id for row in FINDINGS).most_common(1)[0][1] == 1
        for row in FINDINGS:
            letter, paragraph, ordinal = row.id.split("-")
            assert (letter, paragraph) == ("F", row.clause)
            assert ordinal.isdecimal()
            assert row.clause in CLAUSES

    def test_each_says_what_it_is_in_both_languages(self) -> None:
        for row in FINDINGS:
            assert row.text.of(Language.RU)
            assert row.text.of(Language.EN)
        assert len({row.text.en for row in FINDINGS}) == len(FINDINGS)

    def test_a_breach_is_of_a_duty_and_the_rest_lacks_effect(self) -> None:
        breaches = {row.id for row in FINDINGS if row.kind is FindingKind.BREACH}
        assert breaches == {
            "F-2.1-1",  # everything goes through HelpDesk
            "F-2.2-1",  # two accounts
            "F-2.3-1",  # no support after the term
            "F-3.1-1",  # nothing is discussed elsewhere
            "F-3.1-2",  # the restoration is announced
            "F-3.4-1",  # the reproduction is marked
            "F-3.4-3",  # the start of work is marked
            "F-3.5-1",  # participants are notified
            "F-4.9-1",  # level 4 is redefined
        }


class TestRequireCompliant:
    """A record that must show nothing is refused with all that it shows."""

    SHOWS: Final = (C, "13:00 resolved")

    def test_one_without_findings_passes(self) -> None:
        judge((C, *DONE, "13:00 resolved"), "2026-11-24 10:00").require_compliant()

    def test_all_findings_are_raised_together(self) -> None:
        found = judge(self.SHOWS, "2026-11-24 10:00")
        with pytest.raises(FindingsError) as refused:
            found.require_compliant()
        assert refused.value.findings == found.findings
        assert str(refused.value) == (
            "2 findings: F-3.4-1, F-3.4-3; see the findings, each with its clause and event"
        )

    def test_the_refusal_survives_pickling(self) -> None:
        found = judge(self.SHOWS, "2026-11-24 10:00")
        with pytest.raises(FindingsError) as refused:
            found.require_compliant()
        copy = pickle.loads(pickle.dumps(refused.value))  # noqa: S301
        assert copy.findings == found.findings
        assert str(copy) == str(refused.value)

    def test_it_depends_on_the_moment(self) -> None:
        assert isinstance(judge(self.SHOWS, "2026-11-23 12:59"), Assessment)
        judge(self.SHOWS, "2026-11-23 12:59").require_compliant()

    def test_a_finding_names_its_paragraph(self) -> None:
        first, second = judge(self.SHOWS, "2026-11-24 10:00").findings
        assert first.clause == second.clause == ClauseId("3.4")
