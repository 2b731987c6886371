"""
Every obligation with every outcome it can have: an incident each, worked by hand.

Monday 23 November 2026 and the days around it are plain business days; a reaction to B and C
registered that day at 11:00 is due at 19:00 (4.3), and silence after a request of that day closes
at 24:00 of Thursday the 26th (4.11). Sixty business days from Monday 24 August 2026 end on Tuesday
17 November at 19:00 (4.4): Wednesday 4 November is off.
"""

from __future__ import annotations

import pickle
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slarules.assess import Amount
from slarules.clauses import CLAUSES
from slarules.errors import AsOfError, CalendarRangeError, NaiveDatetimeError
from slarules.history import State
from slarules.incident import Incident
from slarules.readings import SWITCHES
from slarules.record import Record
from slarules.rules import RULES
from slarules.service import ServiceRecord
from slarules.terms import BusinessSeconds, ClockSeconds, Nature, Obligation, Outcome
from slarules.testing import agreements, as_of_for, incident, incidents, service_records
from tests.judging import MOSCOW, Lines, agreement, at, judge, told, verdict, verdicts
from tests.typed import typed

if TYPE_CHECKING:
    from slarules.assess import Assessment, Verdict

A: Final = "2026-11-23 11:00 registered category=A"
B: Final = "2026-11-23 11:00 registered category=B"
C: Final = "2026-11-23 11:00 registered category=C"
C4: Final = "2026-11-23 11:00 registered category=C severity=4"
D: Final = "2026-11-23 11:00 registered category=D"
E: Final = "2026-11-23 11:00 registered category=E"
NEW: Final = "2026-11-23 11:00 registered"
"""Unclassified."""
AUG: Final = "2026-08-24 11:00 registered category=B"
CALL: Final = "2026-11-23 12:03 registered category=C channel=hotline called_at=11:55"
NOT_REGISTERED: Final = ("hotline-registration=not-registered",)
ASKED: Final = "12:00 information-requested"
PAID: Final[Lines] = ("2026-01-12 10:00 support-signed", "11:00 support-paid through=2026-11-23")
"""Support ends with Monday 23 November."""
PAID_ALONE: Final[Lines] = ("2026-01-12 11:00 support-paid through=2026-11-23",)
LATER: Final = "2026-11-24 10:00"
AGREED: Final = "reclassification-agreed"


class Case(Record, kw_only=False):
    """One obligation of one incident at one moment."""

    obligation: str
    expected: str
    """As ``tests.judging.told`` writes a verdict."""
    rule: str
    lines: Lines
    as_of: str = LATER
    beside: Lines | None = None
    readings: tuple[str, ...] = ()


_IN_C = (C, "12:00 reproduced", "13:00 resolved")

# fmt: off
CASES: Final = (
    # ------------------------------------------------------------------------------ support (2.3)
    Case("support", "pending", "R-2.3-1", (D,)),
    Case("support", "pending due=2026-11-24 00:00 since=2026-01-12 11:00", "R-2.3-1",
         (D,), as_of="2026-11-23 23:59", beside=PAID),
    Case("support", "not-started waits=support-paid", "R-2.3-2", (D,), beside=PAID[:1]),
    # paid for and not signed: it takes both [support-begins]
    Case("support", "not-started waits=support-paid", "R-2.3-2", (D,), beside=PAID_ALONE),
    Case("support", "not-applicable", "R-2.3-3", (D,), as_of="2026-11-24 00:00", beside=PAID),
    Case("support", "not-applicable", "R-3.1-1", (CALL,), readings=NOT_REGISTERED),

    # ----------------------------------------------------------------------------- reaction (4.3)
    Case("reaction", "pending due=2026-11-23 19:00", "R-4.3-8", (C,),
         as_of="2026-11-23 18:59:59.999999"),
    Case("reaction", "missed due=2026-11-23 19:00", "R-4.3-9", (C,), as_of="2026-11-23 19:00"),
    Case("reaction", "met due=2026-11-23 19:00 since=2026-11-23 18:59", "R-3.3-1",
         (B, "18:59 commented")),
    Case("reaction", "missed due=2026-11-23 19:00 since=2026-11-23 19:30", "R-3.3-2",
         (C, "19:30 commented")),
    # the first of several counts
    Case("reaction", "met due=2026-11-23 19:00 since=2026-11-23 15:00", "R-3.3-1",
         (C, "15:00 assigned", "19:30 commented")),
    # the registration itself is none, nor what the Customer and others write
    Case("reaction", "missed due=2026-11-23 19:00", "R-4.3-9",
         (C, "12:00 commented by=customer", "13:00 commented by=third-party")),
    # 6: A, D and E have none
    Case("reaction", "not-stated", "R-4.3-2", (A,)),
    Case("reaction", "not-stated", "R-4.3-2", (D, "12:00 commented")),
    Case("reaction", "not-stated", "R-4.3-3", (E,)),
    # 7: unclassified, it hinges on the category; "met" does not
    Case("reaction", "pending due=2026-11-23 19:00 if=category", "R-4.3-8", (NEW,),
         as_of="2026-11-23 12:00"),
    Case("reaction", "missed due=2026-11-23 19:00 if=category", "R-4.3-9", (NEW,)),
    Case("reaction", "missed due=2026-11-23 19:00 since=2026-11-23 20:00 if=category",
         "R-3.3-2", (NEW, "20:00 commented")),
    Case("reaction", "met due=2026-11-23 19:00 since=2026-11-23 12:00", "R-3.3-1",
         (NEW, "12:00 commented")),
    # classified B later, it ran from registration; classified D, there was none
    Case("reaction", "missed due=2026-11-23 19:00", "R-4.3-9",
         (NEW, "2026-11-24 09:00 reclassified category=B by=customer")),
    Case("reaction", "not-stated", "R-4.3-2",
         (NEW, "2026-11-24 09:00 reclassified category=D by=customer")),
    # 1: withdrawn before it was due, and not later, and not after a reaction
    Case("reaction", "not-applicable due=2026-11-23 19:00", "R-4.3-10", (C, "18:59 withdrawn")),
    Case("reaction", "missed due=2026-11-23 19:00", "R-4.3-9", (C, "19:00 withdrawn")),
    Case("reaction", "met due=2026-11-23 19:00 since=2026-11-23 12:00", "R-3.3-1",
         (C, "12:00 commented", "13:00 withdrawn")),
    Case("reaction", "not-applicable due=2026-11-23 19:00", "R-4.3-10",
         (C, "13:00 withdrawn", "14:00 commented")),
    # 2: another category becomes C on Tuesday at 10:00: due that day
    Case("reaction", "pending due=2026-11-24 19:00", "R-4.3-8",
         (D, "18:00 reclassification-proposed category=C by=customer",
          f"2026-11-24 10:00 {AGREED} by=third-party",  # agrees to nothing, reacts to nothing
          f"10:00 {AGREED} by=executor visible=internal"), as_of="2026-11-24 10:30"),
    # 3: C becomes E before it was due, without a reaction by then: it falls away …
    Case("reaction", "not-stated", "R-4.3-3",
         (C, "14:00 reclassification-proposed category=E by=customer",
          "15:00 reclassified category=E visible=internal")),
    # … with one, it was met; at 19:00 it was overdue, and stays so
    Case("reaction", "met due=2026-11-23 19:00 since=2026-11-23 14:00", "R-3.3-1",
         (C, "14:00 reclassification-proposed category=E", f"15:00 {AGREED}")),
    Case("reaction", "missed due=2026-11-23 19:00", "R-4.3-9",
         (C, "14:00 reclassification-proposed category=E by=customer",
          "19:00 reclassified category=E visible=internal")),
    # out of C and back into B on Tuesday at 11:00: the second stretch has its own
    Case("reaction", "pending due=2026-11-24 19:00", "R-4.3-8",
         (C, "14:00 reclassification-proposed category=E by=customer",
          "15:00 reclassified category=E visible=internal",
          "16:00 reclassification-proposed category=B by=customer",
          "2026-11-24 11:00 reclassified category=B visible=internal"), as_of="2026-11-24 11:00"),
    # 5: support ended with the 23rd; registered after 12:00, the reaction is due on the 24th
    Case("reaction", "pending due=2026-11-24 19:00", "R-4.3-8",
         ("2026-11-23 12:30 registered category=C",), as_of="2026-11-23 23:59", beside=PAID),
    Case("reaction", "not-applicable due=2026-11-24 19:00", "R-2.3-5",
         ("2026-11-23 12:30 registered category=C",), as_of="2026-11-24 00:00", beside=PAID),
    Case("reaction", "met due=2026-11-24 19:00 since=2026-11-23 18:00", "R-3.3-1",
         ("2026-11-23 12:30 registered category=C", "18:00 commented"), beside=PAID),
    Case("reaction", "not-applicable due=2026-11-24 19:00", "R-2.3-5",
         ("2026-11-23 12:30 registered category=C", "2026-11-24 11:00 commented"),
         as_of="2026-11-25 10:00", beside=PAID),
    # renewed by the due moment, and at it, it is owed again; later, no more
    Case("reaction", "missed due=2026-11-24 19:00", "R-4.3-9",
         ("2026-11-23 12:30 registered category=C",), as_of="2026-11-25 10:00",
         beside=(*PAID, "2026-11-24 19:00 support-renewed through=2027-11-23")),
    Case("reaction", "not-applicable due=2026-11-24 19:00", "R-2.3-5",
         ("2026-11-23 12:30 registered category=C",), as_of="2026-11-25 10:00",
         beside=(*PAID, "2026-11-24 19:01 support-renewed through=2027-11-23")),
    # overdue before support ended, it stays so
    Case("reaction", "missed due=2026-11-23 19:00", "R-4.3-9", (C,), beside=PAID),
    # registered without support, and not registered at all
    Case("reaction", "not-applicable", "R-2.3-4", (C,), beside=PAID[:1]),
    Case("reaction", "not-applicable", "R-2.3-4", ("2026-11-24 00:00 registered category=C",),
         beside=PAID),
    Case("reaction", "not-applicable", "R-3.1-1", (CALL, "15:00 commented"),
         readings=NOT_REGISTERED),

    # -------------------------------------------------------------------- resolution (4.1 … 4.11)
    Case("resolution", "until-event", "R-4.4-3", (B,)),
    Case("resolution", "not-stated", "R-4.10-1", (C,)),
    Case("resolution", "not-stated", "R-4.1-1", (A,)),
    Case("resolution", "not-stated", "R-4.1-1", (D,)),
    Case("resolution", "not-stated", "R-4.2-1", (E,)),
    Case("resolution", "cannot-tell if=category", "R-3.6-5", (NEW,)),
    Case("resolution", "not-applicable", "R-4.3-10", (B, "13:00 withdrawn")),
    Case("resolution", "not-applicable", "R-3.1-1", (CALL,), readings=NOT_REGISTERED),
    *(Case("resolution", "met since=2026-11-23 13:00", "R-3.4-5", (registered, "13:00 resolved"))
      for registered in (A, C, D, E, NEW)),
    # B is resolved by a fix or a workaround, whoever records what; a bare record does nothing
    Case("resolution", "until-event", "R-4.4-3", (B, "13:00 resolved")),
    Case("resolution", "met since=2026-11-23 13:00", "R-3.4-5",
         (B, "13:00 third-party-fixed by=third-party")),
    Case("resolution", "met since=2026-11-23 13:00", "R-3.4-5",
         (B, "13:00 workaround-provided by=customer", "14:00 third-party-fixed")),
    Case("resolution", "until-event", "R-4.4-3",
         (B, "13:00 workaround-provided", "14:00 workaround-failed")),
    Case("resolution", "met since=2026-11-23 15:00", "R-3.4-5",
         (B, "13:00 workaround-provided", "14:00 workaround-failed", "15:00 workaround-provided")),
    # reopened: a workaround goes with the resolution, a fix stays
    Case("resolution", "until-event", "R-4.4-3",
         (B, "13:00 workaround-provided", "14:00 resolved", "15:00 reopened")),
    Case("resolution", "met since=2026-11-23 13:00", "R-3.4-5",
         (B, "13:00 third-party-fixed", "14:00 resolved", "15:00 reopened")),
    Case("resolution", "not-stated", "R-4.10-1", (*_IN_C, "14:00 reopened")),
    # a second record of the same end moves nothing; after a reopening it is the one that counts
    Case("resolution", "met since=2026-11-23 13:00", "R-3.4-5", (*_IN_C, "14:00 resolved")),
    Case("resolution", "met since=2026-11-23 15:00", "R-3.4-5",
         (*_IN_C, "14:00 reopened", "15:00 resolved")),
    # a closing by hand resolves nothing, silence does
    Case("resolution", "not-stated", "R-4.10-1", (C, "13:00 closed")),
    Case("resolution", "met since=2026-11-27 00:00", "R-4.11-11", (B, ASKED),
         as_of="2026-11-27 00:00"),
    Case("resolution", "until-event", "R-4.4-3", (B, "12:00 closed", "13:00 workaround-provided")),
    # the category in force judges what is on record: as C a workaround is nothing
    Case("resolution", "not-stated", "R-4.10-1",
         (B, "13:00 workaround-provided", "14:00 reclassification-proposed category=C",
          f"15:00 {AGREED}")),
    Case("resolution", "met since=2026-11-23 13:00", "R-3.4-5",
         (C, "13:00 workaround-provided", "14:00 reclassification-proposed category=B",
          f"15:00 {AGREED}")),
    # resolved, and then withdrawn: it was resolved
    Case("resolution", "met since=2026-11-23 13:00", "R-3.4-5",
         (D, "13:00 resolved", "14:00 withdrawn")),

    # ----------------------------------------------------------------- resolution clock (3.4, 4.10)
    Case("resolution-clock", "not-started waits=reproduced", "R-3.4-1", (C,)),
    Case("resolution-clock", "not-started waits=reproduced", "R-3.4-1",
         (C, "12:00 reproduced by=customer")),
    Case("resolution-clock", "pending since=2026-11-23 12:00 waits=resolved", "R-3.4-2",
         (C, "12:00 reproduced")),
    Case("resolution-clock", "pending since=2026-11-23 11:20 waits=resolved", "R-3.4-2",
         (C, "15:00 reproduced stated_at=11:20")),
    Case("resolution-clock", "met since=2026-11-23 12:00 until=2026-11-23 13:00", "R-3.4-3", _IN_C),
    Case("resolution-clock", "met since=2026-11-23 12:00 until=2026-11-23 13:00", "R-3.4-3",
         (B, "12:00 reproduced", "13:00 third-party-fixed", "15:00 resolved")),
    # any end stops it: by hand, by the Customer's giving up, by silence; the first one stands
    Case("resolution-clock", "met since=2026-11-23 12:00 until=2026-11-23 13:00", "R-3.4-3",
         (C, "12:00 reproduced", "13:00 closed", "14:00 withdrawn")),
    Case("resolution-clock", "met since=2026-11-23 12:00 until=2026-11-23 13:00", "R-3.4-3",
         (C, "12:00 reproduced", "13:00 withdrawn")),
    Case("resolution-clock", "met since=2026-11-23 12:30 until=2026-11-27 00:00", "R-3.4-3",
         (C, ASKED, "12:30 reproduced"), as_of="2026-11-27 00:00"),
    Case("resolution-clock", "met since=2026-11-23 12:00 until=2026-11-23 13:00", "R-3.4-3",
         (C, "12:00 reproduced", "13:00 closed", "14:00 closed by=customer how=by-customer")),
    # what is done to an incident that has ended starts nothing
    Case("resolution-clock", "not-applicable", "R-3.4-4", (C, "12:00 closed", "13:00 reproduced")),
    # reopened, it runs on from its first start
    Case("resolution-clock", "pending since=2026-11-23 12:00 waits=resolved", "R-3.4-2",
         (*_IN_C, "14:00 reopened", "15:00 reproduced")),
    # resolved before anybody reproduced it
    Case("resolution-clock", "not-applicable", "R-3.4-4", (C, "13:00 resolved")),
    Case("resolution-clock", "not-applicable", "R-3.4-4",
         (C, "13:00 resolved", "14:00 reproduced")),
    Case("resolution-clock", "met since=2026-11-23 12:30 until=2026-11-23 13:00", "R-3.4-3",
         (C, "13:00 resolved", "14:00 reproduced stated_at=12:30")),
    Case("resolution-clock", "not-applicable", "R-3.1-1", (CALL, "13:00 reproduced"),
         readings=NOT_REGISTERED),

    # ------------------------------------------------------------------ replacement search (4.4)
    Case("replacement-search", "not-started due=2026-11-17 19:00 waits=sixty-days", "R-4.4-10",
         (AUG,), as_of="2026-11-17 18:59:59.999999"),
    Case("replacement-search",
         "pending due=2026-11-17 19:00 waits=replacement-search-started", "R-4.4-9",
         (AUG,), as_of="2026-11-17 19:00"),
    Case("replacement-search",
         "pending due=2026-11-17 19:00 waits=replacement-search-started", "R-4.4-9", (AUG,)),
    Case("replacement-search", "met due=2026-11-17 19:00 since=2026-11-20 10:00", "R-4.4-8",
         (AUG, "2026-11-20 10:00 replacement-search-started")),
    Case("replacement-search", "met due=2026-11-17 19:00 since=2026-09-01 10:00", "R-4.4-8",
         (AUG, "2026-09-01 10:00 replacement-search-started"), as_of="2026-09-01 10:00"),
    Case("replacement-search", "met due=2026-11-17 19:00 since=2026-09-01 10:00", "R-4.4-8",
         (AUG, "2026-09-01 10:00 replacement-search-started",
          "2026-09-08 10:00 third-party-fixed")),
    # known sooner that it cannot be solved: by the Executor or the owner, while it is unsolved
    Case("replacement-search",
         "pending due=2026-09-15 10:00 waits=replacement-search-started", "R-4.4-9",
         (AUG, "2026-09-15 10:00 impossibility-stated", "2026-09-16 10:00 impossibility-stated")),
    Case("replacement-search", "met due=2026-09-15 10:00 since=2026-09-16 10:00", "R-4.4-8",
         (AUG, "2026-09-15 10:00 impossibility-stated by=third-party",
          "2026-09-16 10:00 replacement-search-started")),
    Case("replacement-search",
         "pending due=2026-11-17 19:00 waits=replacement-search-started", "R-4.4-9",
         (AUG, "2026-09-15 10:00 impossibility-stated by=customer",
          "2026-11-18 10:00 impossibility-stated")),
    Case("replacement-search", "not-applicable due=2026-11-17 19:00", "R-4.4-6",
         (AUG, "2026-09-14 10:00 workaround-provided", "2026-09-15 10:00 impossibility-stated")),
    # solved in time, at the last instant, and later
    Case("replacement-search", "not-applicable due=2026-11-17 19:00", "R-4.4-6",
         (AUG, "2026-09-14 10:00 third-party-fixed")),
    Case("replacement-search", "not-applicable due=2026-11-17 19:00", "R-4.4-6",
         (AUG, "2026-11-17 19:00 workaround-provided")),
    Case("replacement-search", "not-applicable due=2026-11-17 19:00", "R-4.4-7",
         (AUG, "2026-11-17 19:00 workaround-provided"), readings=("due-instant=late",)),
    Case("replacement-search", "not-applicable due=2026-11-17 19:00", "R-4.4-7",
         (AUG, "2026-11-18 10:00 third-party-fixed")),
    Case("replacement-search", "not-applicable due=2026-09-15 10:00", "R-4.4-7",
         (AUG, "2026-09-15 10:00 impossibility-stated", "2026-09-16 10:00 third-party-fixed")),
    Case("replacement-search", "not-applicable due=2026-11-17 19:00", "R-4.4-6",
         (AUG, "2026-08-31 12:00 information-requested")),  # closed by silence
    Case("replacement-search", "not-applicable due=2026-11-17 19:00", "R-4.4-6",
         (AUG, "2026-08-31 12:00 withdrawn")),
    # a bare record, and a closing by hand, solve nothing
    Case("replacement-search",
         "pending due=2026-11-17 19:00 waits=replacement-search-started", "R-4.4-9",
         (AUG, "2026-08-31 12:00 resolved")),
    Case("replacement-search",
         "pending due=2026-11-17 19:00 waits=replacement-search-started", "R-4.4-9",
         (AUG, "2026-08-31 12:00 closed")),
    # started by another party, or after it was solved, it is not the search that is owed
    Case("replacement-search",
         "pending due=2026-11-17 19:00 waits=replacement-search-started", "R-4.4-9",
         (AUG, "2026-11-18 10:00 replacement-search-started by=third-party")),
    Case("replacement-search", "not-applicable due=2026-11-17 19:00", "R-4.4-6",
         (AUG, "2026-09-14 10:00 third-party-fixed",
          "2026-09-15 10:00 replacement-search-started")),
    Case("replacement-search", "cannot-tell if=category", "R-3.6-5", (NEW,)),
    *(Case("replacement-search", "not-applicable", "R-4.4-2", (registered,))
      for registered in (A, C, D, E)),
    Case("replacement-search", "not-applicable", "R-2.3-4", (B,), beside=PAID[:1]),
    Case("replacement-search", "not-applicable", "R-3.1-1", (CALL,), readings=NOT_REGISTERED),
    # support ends with 31 August and is not renewed: the count stands …
    Case("replacement-search", "not-started waits=support-renewed", "R-4.4-12", (AUG,),
         beside=(PAID[0], "11:00 support-paid through=2026-08-31")),
    # … but what is said, sought and solved meanwhile is
    Case("replacement-search",
         "pending due=2026-09-15 10:00 waits=replacement-search-started", "R-4.4-9",
         (AUG, "2026-09-15 10:00 impossibility-stated"),
         beside=(PAID[0], "11:00 support-paid through=2026-08-31")),
    Case("replacement-search", "met since=2026-09-15 10:00", "R-4.4-8",
         (AUG, "2026-09-15 10:00 replacement-search-started"),
         beside=(PAID[0], "11:00 support-paid through=2026-08-31")),
    Case("replacement-search", "not-applicable", "R-4.4-6",
         (AUG, "2026-09-15 10:00 third-party-fixed"),
         beside=(PAID[0], "11:00 support-paid through=2026-08-31")),
    # renewed on Monday 7 September at 10:00: 1 to 4 September are left out, four business days
    # more than Tuesday the 17th, that is 18, 19, 20 and Monday 23 November
    Case("replacement-search", "not-started due=2026-11-23 19:00 waits=sixty-days", "R-4.4-10",
         (AUG,), as_of="2026-11-20 12:00",
         beside=(PAID[0], "11:00 support-paid through=2026-08-31",
                 "2026-09-07 10:00 support-renewed through=2027-08-31")),
    # at 19:00 of that Monday: its service hours are covered whole, and it is left out too
    Case("replacement-search", "not-started due=2026-11-24 19:00 waits=sixty-days", "R-4.4-10",
         (AUG,), as_of="2026-11-20 12:00",
         beside=(PAID[0], "11:00 support-paid through=2026-08-31",
                 "2026-09-07 19:00 support-renewed through=2027-08-31")),

    # ----------------------------------------------------------------- automatic closing (4.11)
    Case("automatic-closing", "not-started waits=information-requested", "R-4.11-6", (D,)),
    Case("automatic-closing", "pending due=2026-11-27 00:00 waits=information-provided",
         "R-4.11-7", (D, ASKED), as_of="2026-11-26 23:59:59.999999"),
    Case("automatic-closing", "met due=2026-11-27 00:00 since=2026-11-27 00:00", "R-4.11-8",
         (D, ASKED), as_of="2026-11-27 00:00"),
    Case("automatic-closing", "met due=2026-11-27 00:00 since=2026-11-27 00:00", "R-4.11-8",
         (D, ASKED, "2026-11-27 10:00 commented", "11:00 closed how=automatically"),
         as_of="2026-12-01 00:00"),
    Case("automatic-closing", "not-applicable", "R-4.11-9",
         (D, ASKED, "13:00 commented by=customer")),
    Case("automatic-closing", "not-applicable", "R-4.11-9", (D, ASKED, "13:00 request-withdrawn")),
    Case("automatic-closing", "not-applicable", "R-4.11-9", (D, ASKED, "13:00 resolved")),
    Case("automatic-closing", "not-applicable", "R-4.11-9", (D, "13:00 withdrawn")),
    Case("automatic-closing", "not-applicable", "R-4.11-9", (D, "13:00 closed")),
    # the answer at the very last instant is in time; anything else then comes after the closing
    Case("automatic-closing", "not-applicable", "R-4.11-9",
         (D, ASKED, "2026-11-27 00:00 information-provided"), as_of="2026-11-27 00:00"),
    Case("automatic-closing", "met due=2026-11-27 00:00 since=2026-11-27 00:00", "R-4.11-8",
         (D, ASKED, "2026-11-27 00:00 request-withdrawn"), as_of="2026-11-27 00:00"),
    # nobody else's entry is an answer, nor one made elsewhere, nor one nobody sees
    *(Case("automatic-closing", "pending due=2026-11-27 00:00 waits=information-provided",
           "R-4.11-7", (D, ASKED, f"13:00 {entry}"))
      for entry in ("commented", "information-provided by=third-party",
                    "commented by=customer channel=phone", "commented by=customer channel=other",
                    "commented by=customer visible=internal")),
    # the second of two questions counts: asked on the 24th, 25, 26, Friday the 27th
    Case("automatic-closing", "pending due=2026-11-28 00:00 waits=information-provided",
         "R-4.11-7", (D, "12:00 information-requested request=1",
                      "2026-11-24 12:00 information-requested request=2"),
         as_of="2026-11-27 12:00"),
    # withdrawn after the first one's time was over: it closes then, not back in time
    Case("automatic-closing", "met due=2026-11-27 00:00 since=2026-11-27 15:00", "R-4.11-8",
         (D, "12:00 information-requested request=1",
          "2026-11-24 12:00 information-requested request=2",
          "2026-11-27 15:00 request-withdrawn request=2"), as_of="2026-11-27 15:00"),
    # withdrawn before that: the first one's time counts again
    Case("automatic-closing", "pending due=2026-11-27 00:00 waits=information-provided",
         "R-4.11-7", (D, "12:00 information-requested request=1",
                      "2026-11-24 12:00 information-requested request=2",
                      "15:00 request-withdrawn request=2"), as_of="2026-11-25 12:00"),
    # reopened, nobody has asked yet
    Case("automatic-closing", "not-started waits=information-requested", "R-4.11-6",
         (D, ASKED, "13:00 information-provided", "14:00 resolved", "15:00 reopened")),
    Case("automatic-closing", "not-started waits=information-requested", "R-4.11-6",
         (B, ASKED, "13:00 information-provided", "14:00 workaround-provided", "14:30 resolved",
          "15:00 workaround-failed")),
    Case("automatic-closing", "not-started waits=information-requested", "R-4.11-6",
         (D, ASKED, "2026-11-27 10:00 reopened"), as_of="2026-11-27 11:00"),
    # HelpDesk down on the 24th from 12:00, and nobody knows until when
    Case("automatic-closing", "not-started waits=help-desk-restored", "R-4.11-10", (D, ASKED),
         as_of="2026-12-15 12:00", beside=("2026-11-24 12:00 help-desk-down",)),
    # restored on the 25th at 11:00: the 24th and 25th are touched; 26, 27 and Monday 30 count
    Case("automatic-closing", "pending due=2026-12-01 00:00 waits=information-provided",
         "R-4.11-7", (D, ASKED), as_of="2026-11-30 12:00",
         beside=("2026-11-24 12:00 help-desk-down", "2026-11-25 11:00 help-desk-restored")),
    # support ends with the 23rd: a Customer without accounts cannot answer
    Case("automatic-closing", "pending due=2026-11-27 00:00 waits=information-provided",
         "R-4.11-7", (D, ASKED), as_of="2026-11-23 23:59", beside=PAID),
    Case("automatic-closing", "not-started waits=support-renewed", "R-4.11-10", (D, ASKED),
         as_of="2026-11-24 00:00", beside=PAID),
    # renewed on the 25th at 10:00: only the 24th is covered; 25, 26, 27 count
    Case("automatic-closing", "pending due=2026-11-28 00:00 waits=information-provided",
         "R-4.11-7", (D, ASKED), as_of="2026-11-25 12:00",
         beside=(*PAID, "2026-11-25 10:00 support-renewed through=2027-11-23")),
    Case("automatic-closing", "not-applicable", "R-3.1-1", (CALL, "13:00 information-requested"),
         readings=NOT_REGISTERED),

    # -------------------------------------------------------------------------- A and D (4.1)
    Case("recommendation", "not-stated waits=recommendation-given", "R-4.1-3", (A,)),
    Case("recommendation", "not-stated waits=recommendation-given", "R-4.1-3",
         (D, "12:00 commented", "13:00 recommendation-given by=third-party")),
    Case("recommendation", "met since=2026-11-23 12:00", "R-4.1-2",
         (D, "12:00 recommendation-given", "13:00 recommendation-given")),
    *(Case("recommendation", "not-applicable", "R-4.1-4",
           (registered, "12:00 recommendation-given")) for registered in (B, C, E)),
    Case("recommendation", "cannot-tell if=category", "R-3.6-5", (NEW,)),
    Case("recommendation", "not-applicable", "R-2.3-4", (D,), beside=PAID[:1]),
    Case("recommendation", "not-applicable", "R-3.1-1", (CALL,), readings=NOT_REGISTERED),

    # ------------------------------------------------------------------------------ E (4.2)
    Case("recording", "met since=2026-11-23 11:00", "R-4.2-2", (E,)),
    Case("recording", "met since=2026-11-23 11:00", "R-4.2-2",  # by whatever way it came to E
         (D, "14:00 reclassification-proposed category=E", f"15:00 {AGREED}")),
    *(Case("recording", "not-applicable", "R-4.2-3", (registered,)) for registered in (A, B, C, D)),
    Case("recording", "cannot-tell if=category", "R-3.6-5", (NEW,)),
    Case("recording", "not-applicable", "R-3.1-1", (CALL,), readings=NOT_REGISTERED),

    # ---------------------------------------------------------------------- level 4 (4.9, 4.12)
    Case("redefinition", "not-stated waits=reclassified", "R-4.9-7", (C4,)),
    Case("redefinition", "not-stated waits=reclassified", "R-4.9-7",
         (C, "12:00 level-agreed severity=4")),
    Case("redefinition", "not-stated waits=reclassified", "R-4.9-7",
         (C4, "12:00 reclassified category=D")),  # nobody agreed
    Case("redefinition", "met since=2026-11-23 15:00", "R-4.9-8",
         (C4, "14:00 reclassification-proposed category=D", f"15:00 {AGREED}")),
    # to E it is no redefinition; nor is a D that never was at level 4
    Case("redefinition", "not-applicable", "R-4.9-9",
         (C4, "14:00 reclassification-proposed category=E", f"15:00 {AGREED}")),
    *(Case("redefinition", "not-applicable", "R-4.9-9", (registered,))
      for registered in (A, B, C, D, E, NEW)),
    Case("redefinition", "not-applicable", "R-3.1-1", (CALL,), readings=NOT_REGISTERED),
)

REACHABLE: Final = {
    "support": {"pending", "not-started", "not-applicable"},
    "reaction": {"met", "missed", "pending", "not-stated", "not-applicable"},
    "resolution": {"met", "until-event", "not-stated", "cannot-tell", "not-applicable"},
    "resolution-clock": {"met", "pending", "not-started", "not-applicable"},
    "replacement-search": {"met", "pending", "not-started", "cannot-tell", "not-applicable"},
    "automatic-closing": {"met", "pending", "not-started", "not-applicable"},
    "recommendation": {"met", "not-stated", "cannot-tell", "not-applicable"},
    "recording": {"met", "cannot-tell", "not-applicable"},
    "redefinition": {"met", "not-stated", "not-applicable"},
}
"""What each obligation can come to; nothing else ever."""

NATURES: Final = {
    "reaction": Nature.DUTY_BY,             # owed by a moment, and missed after it
    "replacement-search": Nature.DUTY_FROM,  # owed from a moment, and never missed
    "automatic-closing": Nature.EFFECT_AT,   # happens by itself
    "resolution-clock": Nature.CLOCK,        # runs, and has no length
}
# fmt: on


def name_of(case: Case) -> str:
    return f"{case.obligation} {case.expected}"


def judged(case: Case) -> Assessment:
    return judge(case.lines, case.as_of, *case.readings, beside=case.beside)


# Which paragraphs a verdict rests on, where they are not those of its deciding rule alone and in
# that order. A moment that is counted rests on its own paragraph first and, for the hours, on 1.1;
# where no category is recorded, on what would be owed and then on 3.6; outside support on 2.3.
# fmt: off
RESTS_ON: Final = {
    "reaction R-4.3-2":            "4.1 4.3",      # 4.1 leaves A and D out; 4.3 would have to speak
    "reaction R-4.3-3":            "4.2 4.3",      # so for E
    "reaction R-4.3-8":            "4.3 1.1 3.3",
    "reaction R-4.3-9":            "4.3 1.1 3.3",
    "reaction R-3.3-1":            "4.3 1.1 3.3",
    "reaction R-3.3-2":            "4.3 1.1 3.3",
    "reaction R-4.3-10":           "4.3 1.1",
    "reaction R-2.3-4":            "2.3 4.3",
    "reaction R-2.3-5":            "4.3 1.1 2.3",
    "resolution R-3.6-5":          "4.10 3.6",
    "resolution R-3.4-5 B":        "4.4 3.4",      # B is solved by what 4.4 names
    "resolution R-3.4-5":          "3.4 4.10",
    "replacement-search R-4.4-6":  "4.4 1.1",
    "replacement-search R-4.4-7":  "4.4 1.1",
    "replacement-search R-4.4-8":  "4.4 1.1",
    "replacement-search R-4.4-9":  "4.4 1.1",
    "replacement-search R-4.4-10": "4.4 1.1",
    "replacement-search R-3.6-5":  "4.4 3.6",
    "replacement-search R-2.3-4":  "2.3 4.4",
    "automatic-closing R-4.11-7":  "4.11 1.1",
    "automatic-closing R-4.11-8":  "4.11 1.1",
    "recommendation R-3.6-5":      "4.1 3.6",
    "recommendation R-2.3-4":      "2.3 4.1",
    "recording R-3.6-5":           "4.2 3.6",
}
STANDS_BY: Final = {"support-renewed": "2.3", "help-desk-restored": "3.1"}
"""What keeps a count from running, by what would let it run again: no support, or an outage."""
# fmt: on


def rests_on(case: Case) -> str:
    """Return the paragraphs the verdict on a case has to cite, in order."""
    beside = " ".join(case.beside or ())
    if case.rule == "R-4.11-10":
        return f"4.11 {STANDS_BY[case.expected.partition('waits=')[2]]}"
    ended = "support-paid" in beside and "support-renewed" not in beside
    if ended and case.obligation == "replacement-search" and case.rule.startswith("R-4.4"):
        return "4.4 2.3"  # the count stands with no end, and so ends at no hour
    key = f"{case.obligation} {case.rule}"
    if case.rule == "R-3.4-5" and "category=B" in " ".join(case.lines):
        key += " B"
    return RESTS_ON.get(key) or dict(typed("rule"))[case.rule]


@pytest.mark.parametrize("case", CASES, ids=name_of)
class TestEveryOutcome:
    """2.3, 3.1, 3.3, 3.4, 4.1, 4.2, 4.3, 4.4, 4.9, 4.10, 4.11, 4.12: what is owed, and became."""

    def test_the_verdict_is_the_one_worked_by_hand(self, case: Case) -> None:
        assert verdict(judged(case), case.obligation) == case.expected

    def test_the_row_that_decides_is_this(self, case: Case) -> None:
        found = judged(case)[Obligation.of(case.obligation)]
        assert found.rule == case.rule
        assert set(found.rules) <= set(RULES)

    def test_it_cites_the_paragraph_of_that_row(self, case: Case) -> None:
        found = judged(case)[Obligation.of(case.obligation)]
        assert case.rule.split("-")[1] in found.clauses
        assert set(found.clauses) <= set(CLAUSES)
        assert Counter(found.clauses).most_common(1)[0][1] == 1

    def test_it_cites_these_paragraphs_and_no_other(self, case: Case) -> None:
        found = judged(case)[Obligation.of(case.obligation)]
        assert " ".join(found.clauses) == rests_on(case)

    def test_its_nature_is_its_obligations(self, case: Case) -> None:
        found = judged(case)[Obligation.of(case.obligation)]
        assert found.nature in {None, NATURES.get(case.obligation)}
        if found.outcome in {Outcome.PENDING, Outcome.MISSED}:
            assert found.nature is NATURES.get(case.obligation)


class TestReach:
    """Each obligation comes to its outcomes, and to no other."""

    def test_every_outcome_it_can_have_is_above(self) -> None:
        shown: dict[str, set[str]] = {}
        for case in CASES:
            shown.setdefault(case.obligation, set()).add(case.expected.split()[0])
        assert shown == REACHABLE

    def test_every_obligation_is_there(self) -> None:
        assert list(REACHABLE) == [obligation.value for obligation in Obligation]

    @given(data=st.data(), record=incidents(most=8))
    def test_no_record_brings_another(self, data: st.DataObject, record: Incident) -> None:
        under = data.draw(agreements())
        beside = data.draw(service_records(most=6))
        now = data.draw(as_of_for(record, service=beside, agreement=under))
        found = under.assess(record, now, service=beside)
        for one in found.verdicts:
            assert one.outcome.value in REACHABLE[one.obligation.value], told(one)


HOUR: Final = 3600
PAUSES: Final = "resolution-pause=pauses"


def amount(hours_on_the_clock: float, business_hours: float) -> Amount:
    return Amount(
        clock=ClockSeconds(int(hours_on_the_clock * HOUR)),
        business=BusinessSeconds(int(business_hours * HOUR)),
    )


class TestAmounts:
    """1.1: how late, how long, how much is left: on the clock and in service hours, 10:00-19:00."""

    CALENDAR: Final = agreement().calendar

    def of(self, lines: Lines, as_of: str, obligation: str, *readings: str) -> tuple[Verdict, Any]:
        found = judge(lines, as_of, *readings)
        return found[Obligation.of(obligation)], at(as_of)

    def test_half_an_hour_after_closing_is_late_by_no_business_time(self) -> None:
        # due 19:00, reacted 19:30
        found, now = self.of((C, "19:30 commented"), LATER, "reaction")
        assert found.late(now, self.CALENDAR) == amount(0.5, 0)

    def test_late_is_counted_to_the_reaction_and_no_further(self) -> None:
        # due Monday 19:00, reacted Tuesday 11:30: 5 + 11.5 hours; 10:00-11:30 in service hours
        lines = (C, "2026-11-24 11:30 commented")
        for as_of in ("2026-11-24 11:30", "2026-12-24 11:30"):
            found, now = self.of(lines, as_of, "reaction")
            assert found.late(now, self.CALENDAR) == amount(16.5, 1.5)

    def test_without_a_reaction_it_goes_on(self) -> None:
        # due Monday 19:00; now Wednesday 11:00: 40 hours; all of Tuesday and one hour
        found, now = self.of((C,), "2026-11-25 11:00", "reaction")
        assert found.late(now, self.CALENDAR) == amount(40, 10)

    def test_at_the_due_moment_it_is_late_by_nothing_yet(self) -> None:
        found, now = self.of((C,), "2026-11-23 19:00", "reaction")
        assert found.outcome is Outcome.MISSED
        assert found.late(now, self.CALENDAR) == amount(0, 0)

    def test_what_is_not_missed_is_not_late(self) -> None:
        found, now = self.of((C, "12:00 commented"), LATER, "reaction")
        assert found.late(now, self.CALENDAR) is None
        found, now = self.of((AUG,), LATER, "replacement-search")
        assert found.late(now, self.CALENDAR) is None

    def test_left_is_counted_to_the_due_moment(self) -> None:
        # registered Monday 12:00, due Tuesday 19:00; at 12:00: 31 hours, 7 and 9 of service
        found, now = self.of(
            ("2026-11-23 12:00 registered category=C",), "2026-11-23 12:00", "reaction"
        )
        assert found.left(now, self.CALENDAR) == amount(31, 16)

    def test_after_the_due_moment_nothing_is_left(self) -> None:
        found, now = self.of((C,), "2026-11-23 19:00", "reaction")
        assert found.left(now, self.CALENDAR) is None
        assert found.left(at("2026-11-23 18:59:59"), self.CALENDAR) == Amount(
            clock=ClockSeconds(1), business=BusinessSeconds(1)
        )

    def test_where_nothing_is_due_nothing_is_left(self) -> None:
        found, now = self.of((D,), LATER, "reaction")
        assert found.left(now, self.CALENDAR) is None

    def test_over_a_weekend_and_a_holiday(self) -> None:
        # reproduced Friday 30 October 18:00, resolved Thursday 5 November 11:00, 2026: 137 hours;
        # 1 on Friday, 9 on Monday, 9 on Tuesday, Wednesday off, 1 on Thursday
        lines = ("2026-10-30 18:00 registered category=C", "18:00 reproduced",
                 "2026-11-05 11:00 resolved")  # fmt: skip
        found, now = self.of(lines, LATER, "resolution-clock")
        assert found.elapsed(now, self.CALENDAR) == amount(137, 20)

    ASKED_AFTER: Final = (C, "12:00 reproduced", "15:00 information-requested",
                          "2026-11-24 11:00 information-provided", "15:00 resolved")  # fmt: skip

    def test_the_clock_runs_on_while_the_customer_is_asked(self) -> None:
        # Monday 12:00 to Tuesday 15:00: 27 hours; 7 on Monday, 5 on Tuesday
        found, now = self.of(self.ASKED_AFTER, "2026-11-25 12:00", "resolution-clock")
        assert found.elapsed(now, self.CALENDAR) == amount(27, 12)
        assert found.left_out == ()

    def test_by_a_reading_it_stands_still(self) -> None:
        # less Monday 15:00 to Tuesday 11:00: 20 hours; 4 on Monday, 1 on Tuesday
        found, now = self.of(self.ASKED_AFTER, "2026-11-25 12:00", "resolution-clock", PAUSES)
        assert found.elapsed(now, self.CALENDAR) == amount(7, 7)

    def test_what_was_asked_before_the_clock_ran_takes_nothing_away(self) -> None:
        lines = (C, ASKED, "13:00 information-provided", "14:00 reproduced")
        found, now = self.of(lines, "2026-11-23 15:00", "resolution-clock", PAUSES)
        assert found.elapsed(now, self.CALENDAR) == amount(1, 1)

    def test_asked_before_and_answered_after_it_began_only_the_rest_is_taken_away(self) -> None:
        # asked 12:00, reproduced 14:00, answered 15:00, now 18:00
        lines = (C, ASKED, "14:00 reproduced", "15:00 information-provided")
        found, now = self.of(lines, "2026-11-23 18:00", "resolution-clock", PAUSES)
        assert found.elapsed(now, self.CALENDAR) == amount(3, 3)

    def test_while_the_question_is_open_it_stands(self) -> None:
        lines = (C, "12:00 reproduced", "15:00 information-requested")
        for as_of in ("2026-11-23 15:00", "2026-11-23 18:00", "2026-11-26 23:59"):
            found, now = self.of(lines, as_of, "resolution-clock", PAUSES)
            assert found.elapsed(now, self.CALENDAR) == amount(3, 3)

    def test_it_is_asked_of_the_same_verdict_later(self) -> None:
        found, _ = self.of((C, "12:00 reproduced"), "2026-11-23 13:00", "resolution-clock")
        assert found.elapsed(at("2026-11-23 14:00"), self.CALENDAR) == amount(2, 2)
        assert found.elapsed(at("2026-11-24 10:30"), self.CALENDAR) == amount(22.5, 7.5)

    def test_only_a_clock_has_run(self) -> None:
        found, now = self.of((C, "12:00 commented"), LATER, "reaction")
        assert found.elapsed(now, self.CALENDAR) is None
        found, now = self.of((C,), LATER, "resolution-clock")
        assert found.elapsed(now, self.CALENDAR) is None


class TestAssumed:
    """What was taken for granted is said, and only where it was."""

    RECORDED: Final[Lines] = (*PAID[:1], "11:00 support-paid through=2027-01-11")

    @pytest.mark.parametrize(
        ("lines", "beside", "assumed"),
        [
            ((D,), None, {"helpdesk-up", "support-in-force", "notices-sent"}),
            ((D,), RECORDED, {"notices-sent"}),
            ((D,), ("2026-11-02 10:00 accounts-issued count=2",),
             {"support-in-force", "notices-sent"}),
            ((D, "11:00 notified"), RECORDED, set()),
            # [registered-by-executor]: the duties are owed to a Customer
            (("2026-11-23 11:00 registered category=D by=executor", "11:00 notified"), RECORDED,
             {"customer-listed"}),
            # [e-route]: to be specific it takes an agreement of its own, which is none of ours
            ((E, "12:00 routed route=specific", "12:00 notified"), RECORDED, {"route-undecided"}),
            ((E, "11:30 reclassification-agreed", "11:30 notified", "12:00 routed route=specific",
              "12:00 notified"), RECORDED, {"route-undecided"}),
            ((E, "12:00 routed route=plan", "12:00 notified"), RECORDED, set()),
            # how the entry came about is not recorded, and it would be the reaction
            ((D, "12:00 commented made=unknown", "12:00 notified"), RECORDED, {"made-by-person"}),
            ((D, "12:00 commented made=automatically", "12:00 notified"), RECORDED, set()),
            ((D, "12:00 commented made=unknown by=customer", "12:00 notified"), RECORDED, set()),
        ],
    )  # fmt: skip
    def test_it_is_this(self, lines: Lines, beside: Lines | None, assumed: set[str]) -> None:
        assert set(judge(lines, LATER, beside=beside).assumed) == assumed

    def test_an_entry_of_unknown_making_is_a_reaction(self) -> None:
        found = judge((C, "12:00 commented made=unknown"), LATER)
        assert verdict(found, "reaction") == "met due=2026-11-23 19:00 since=2026-11-23 12:00"


class TestConsulted:
    """A reading that was not asked for cannot matter alone; one that was asked for is named."""

    @pytest.mark.parametrize(
        ("lines", "consulted"),
        [
            ((D,), set()),
            ((C,), {"reaction-day-end"}),
            (("2026-11-23 12:00 registered category=C",), {"reaction-day-end", "cutoff-instant"}),
            (("2026-11-23 09:00 registered category=C",), {"reaction-day-end", "before-opening"}),
            (("2026-11-22 11:00 registered category=C",),  # a Sunday
             {"reaction-day-end", "registered-on-day-off"}),
            ((C, "19:00 commented"), {"reaction-day-end", "due-instant"}),
            ((C, "18:00 assigned"), {"reaction-day-end", "reaction-record-kind"}),
            ((C, "18:00 commented made=automatically"),
             {"reaction-day-end", "reaction-by-automation"}),
            ((C, "18:00 commented visible=internal"), {"reaction-day-end", "internal-note"}),
            ((C, "18:00 reproduced"), {"reaction-day-end", "reaction-by-reproduction-mark"}),
            ((D, ASKED), {"day-count-start", "silence-end"}),
            ((D, "19:00 information-requested"),
             {"day-count-start", "silence-end", "silence-out-of-hours"}),
            ((D, "12:00 information-requested request=1", "13:00 information-requested request=2"),
             {"day-count-start", "silence-end", "open-questions"}),
            ((D, ASKED, "13:00 commented by=customer"),
             {"day-count-start", "silence-end", "customer-comment-restarts"}),
            # among the sixty days are eves of public holidays, which a reading shortens
            ((B, "18:00 commented"),
             {"reaction-day-end", "day-count-start", "period-end", "short-days"}),
            ((C, "18:00 commented", "18:30 resolved"),
             {"reaction-day-end", "resolved-when"}),
            ((C4, "18:00 commented", "18:30 reclassified category=A"),
             {"reaction-day-end", "level-four-consent"}),
            (("2026-11-23 12:03 registered category=D channel=hotline called_at=11:55",),
             {"hotline-registration"}),
        ],
    )  # fmt: skip
    def test_it_is_this(self, lines: Lines, consulted: set[str]) -> None:
        assert set(judge(lines, LATER).consulted) == consulted

    @settings(max_examples=60)
    @given(data=st.data(), record=incidents(most=6))
    def test_no_other_reading_changes_the_answer_alone(
        self, data: st.DataObject, record: Incident
    ) -> None:
        """What 0010 leaves to a switch is asked for wherever the switch could act."""
        under = data.draw(agreements())
        beside = data.draw(service_records(most=5))
        now = data.draw(as_of_for(record, service=beside, agreement=under))
        found = under.assess(record, now, service=beside)
        switch = data.draw(st.sampled_from([s for s in SWITCHES if s not in found.consulted]))
        option = data.draw(st.sampled_from(list(SWITCHES[switch])))
        other = under.under(under.readings.replace(**{switch.replace("-", "_"): option}))
        again = other.assess(record, now, service=beside)
        assert verdicts(again) == verdicts(found)
        assert again.findings == found.findings
        assert again.standings == found.standings


class TestAssessment:
    """One answer about one incident at one moment."""

    def test_it_says_whose_and_when(self) -> None:
        found = judge((D,), LATER)
        assert (found.number, found.as_of, found.state) == ("1", at(LATER), State.OPEN)
        assert found.as_of.tzinfo is UTC

    def test_its_moments_are_on_the_clock_of_the_agreement(self) -> None:
        found = judge((C, "12:00 commented", "13:00 reproduced", "14:00 resolved"), LATER)
        assert found.registered_at is not None
        moments = [found.registered_at, *(moment for moment, _ in found.standings)]
        for one in found.verdicts:
            moments += [m for m in (one.due, one.since, one.until) if m is not None]
        assert {moment.tzinfo for moment in moments} == {MOSCOW}

    def test_it_is_the_same_from_any_clock(self) -> None:
        here = agreement().assess(incident(C), at(LATER))
        there = agreement().assess(incident(C), at(LATER).astimezone(ZoneInfo("Asia/Kamchatka")))
        assert here == there

    @pytest.mark.parametrize("obligation", [*Obligation])
    def test_every_obligation_is_answered_once(self, obligation: Obligation) -> None:
        found = judge((D,), LATER)
        assert [v.obligation for v in found.verdicts].count(obligation) == 1
        assert found[obligation].obligation is obligation

    def test_an_obligation_it_does_not_hold_is_a_key_error(self) -> None:
        with pytest.raises(KeyError):
            judge((D,), LATER).replace(verdicts=())[Obligation.REACTION]

    def test_it_is_a_value(self) -> None:
        found = judge((B, ASKED, "13:00 commented"), LATER, beside=PAID)
        assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301
        assert hash(found) == hash(judge((B, ASKED, "13:00 commented"), LATER, beside=PAID))

    def test_it_says_what_it_rests_on(self) -> None:
        found = judge((B,), LATER)
        search = found[Obligation.REPLACEMENT_SEARCH]
        assert search.due is not None
        assert search.rests_on is not None
        assert search.rests_on.through == search.due.date()
        assert found.rests_on == search.rests_on
        assert not search.provisional

    def test_an_answer_on_days_not_decreed_yet_is_provisional(self) -> None:
        found = judge(("2030-11-25 11:00 registered category=C",), "2030-11-25 12:00")
        assert found[Obligation.REACTION].provisional
        assert found.rests_on is not None
        assert not judge((C,), "2026-11-23 12:00")[Obligation.REACTION].provisional

    def test_with_nothing_computed_it_rests_on_nothing(self) -> None:
        assert judge((D,), LATER).rests_on is None


class TestRefusals:
    """What cannot be asked is refused, and the record is as it was."""

    def test_before_the_registration_there_is_nothing_to_judge(self) -> None:
        with pytest.raises(AsOfError) as refused:
            judge((D,), "2026-11-23 10:59")
        assert str(refused.value) == (
            "asked as of 2026-11-23T07:59:00+00:00, before the registration at "
            "2026-11-23T08:00:00+00:00; ask as of the registration or later"
        )
        copy = pickle.loads(pickle.dumps(refused.value))  # noqa: S301
        assert (str(copy), copy.args) == (str(refused.value), refused.value.args)

    def test_taken_earlier_it_is_still_asked_from_its_entry_on(self) -> None:
        lines = ("2026-11-24 15:25 registered category=C channel=phone accepted_at=11:30",)
        beside = ("2026-11-24 10:40 help-desk-down", "15:20 help-desk-restored")
        with pytest.raises(AsOfError):
            judge(lines, "2026-11-24 15:24", beside=beside)
        assert judge(lines, "2026-11-24 15:25", beside=beside).registered_at == at(
            "2026-11-24 11:30"
        )

    def test_at_the_very_registration_there_is(self) -> None:
        assert judge((D,), "2026-11-23 11:00").state is State.OPEN

    def test_a_moment_without_a_zone(self) -> None:
        with pytest.raises(NaiveDatetimeError) as refused:
            agreement().assess(incident(D), at(LATER).replace(tzinfo=None))
        assert str(refused.value) == (
            "as_of 2026-11-24T10:00:00 has no time zone; say whose clock it is: "
            "moment.replace(tzinfo=ZoneInfo('Europe/Moscow'))"
        )

    @pytest.mark.parametrize(
        ("lines", "as_of", "asked"),
        [
            # 31 December 2037 is a business day, and the last day of the calendar
            (("2037-12-31 12:30 registered category=C",), "2037-12-31 13:00",
             "2037-12-31 +1 business days"),
            (("2037-12-31 11:30 registered category=D", "12:30 information-requested"),
             "2037-12-31 13:00", "2037-12-31 +3 business days"),
            (("2037-12-01 11:30 registered category=B",), "2037-12-01 13:00",
             "2037-12-01 +60 business days"),
            (("1998-12-30 11:30 registered category=C",), "2026-11-23 13:00",
             "1998-12-30T08:30:00+00:00"),
        ],
    )  # fmt: skip
    def test_a_moment_beyond_the_calendar(self, lines: Lines, as_of: str, asked: str) -> None:
        with pytest.raises(CalendarRangeError) as refused:
            judge(lines, as_of)
        assert str(refused.value) == (
            f"{asked} is outside the calendar: known days run from 1999-01-01 to 2037-12-31; "
            "build a calendar over a longer range, or check the date"
        )

    @pytest.mark.parametrize(
        "lines",
        [
            ("2037-12-31 11:30 registered category=D", "12:30 information-requested"),
            ("2037-12-01 11:30 registered category=B",),
        ],
    )
    def test_an_outage_and_a_gap_that_ended_do_not_hide_it(self, lines: Lines) -> None:
        beside = (
            *PAID,  # through 23 November 2026
            "2026-12-14 10:00 support-renewed through=2038-12-31",
            "2037-12-31 10:00 help-desk-down",
            "11:00 help-desk-restored",
        )
        with pytest.raises(CalendarRangeError):
            judge(lines, "2037-12-31 13:00", "sixty-days-pause=pauses", beside=beside)

    def test_what_asks_no_day_needs_no_calendar(self) -> None:
        found = judge(("1990-01-08 11:30 registered category=D",), "2100-01-01 00:00")
        assert verdict(found, "reaction") == "not-stated"

    @pytest.mark.parametrize("as_of", [datetime.max, datetime.min])  # noqa: DTZ901
    def test_a_moment_at_the_end_of_time(self, as_of: datetime) -> None:
        for zone in (UTC, timezone(timedelta(hours=12)), timezone(-timedelta(hours=12))):
            with pytest.raises((CalendarRangeError, AsOfError)):
                agreement().assess(incident(D), as_of.replace(tzinfo=zone))

    def test_a_term_without_an_end_may_be_written_as_the_last_day(self) -> None:
        beside = (PAID[0], "11:00 support-paid through=9999-12-31")
        for reading in ("end-of-last-day", "closing-time"):
            found = judge((D,), LATER, f"term-last-day={reading}", beside=beside)
            assert verdict(found, "support") == "pending since=2026-01-12 11:00"
            assert found.next_change is None


class TestAppending:
    """The record is complete through the moment asked about; what comes later changes nothing."""

    @settings(max_examples=60)
    @given(data=st.data(), record=incidents(most=8))
    def test_later_events_do_not_matter(self, data: st.DataObject, record: Incident) -> None:
        under = data.draw(agreements())
        beside = data.draw(service_records(most=6))
        now = data.draw(as_of_for(record, service=beside, agreement=under))
        known = Incident.of(event for event in record.events if event.at <= now)
        service = ServiceRecord.of(event for event in beside.events if event.at <= now)
        assert under.assess(record, now, service=beside) == under.assess(
            known, now, service=service
        )

    def test_event_by_event_the_past_stays(self) -> None:
        record = incident(C, ASKED, "15:00 reproduced stated_at=11:20", "16:00 resolved",
                          "17:00 reopened", "18:00 withdrawn")  # fmt: skip
        shorter = Incident.of(record.events[:1])
        for event in record.events[1:]:
            just_before = event.at - timedelta(microseconds=1)
            longer = shorter.with_event(event)
            assert agreement().assess(longer, just_before) == agreement().assess(
                shorter, just_before
            )
            assert agreement().assess(longer, event.at) != agreement().assess(shorter, event.at)
            shorter = longer
        assert shorter == record
