"""
When to look again: verdicts hold up to the next change, and are others from it on.

Nothing here is recorded after ``as_of``: what changes, changes by itself.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from slarules.incident import Incident
from slarules.service import UNRECORDED, Service, ServiceRecord
from slarules.terms import Outcome
from slarules.testing import (
    agreements,
    as_of_for,
    incident,
    incidents,
    service,
    service_records,
)
from tests.judging import Lines, agreement, at, judge, moscow, told
from tests.proves import proves

if TYPE_CHECKING:
    from slarules.agreement import Agreement
    from slarules.assess import Assessment

MICROSECOND: Final = timedelta(microseconds=1)
C: Final = "2026-11-23 11:00 registered category=C"  # a Monday
D: Final = "2026-11-23 11:00 registered category=D"
NOON: Final = "2026-11-23 12:30 registered category=C"  # so due on Tuesday at 19:00
AUG: Final = "2026-08-24 11:00 registered category=B"
"""Day sixty ends on Tuesday 17 November 2026 at 19:00."""
ASKED: Final = "12:00 information-requested"
PAID: Final[Lines] = ("2026-01-12 10:00 support-signed", "11:00 support-paid through=2026-11-23")
SHORT: Final[Lines] = (PAID[0], "11:00 support-paid through=2026-08-31")

Change = tuple[str, dict[str, str]]
"""When, and which verdicts are then what."""

# fmt: off
CASES: Final[tuple[tuple[Lines, str, Lines | None, tuple[str, ...], tuple[Change, ...]], ...]] = (
    # incident, as of, service, readings, every change there will ever be

    # 4.3: a reaction comes to be overdue; where there is one, or none is owed, nothing comes
    ((C,), "2026-11-23 11:00", None, (), (
        ("2026-11-23 19:00", {"reaction": "missed due=2026-11-23 19:00"}),)),
    (("2026-11-23 11:00 registered",), "2026-11-23 11:00", None, (), (
        ("2026-11-23 19:00", {"reaction": "missed due=2026-11-23 19:00 if=category"}),)),
    ((C,), "2026-11-23 11:00", None, ("reaction-day-end=midnight",), (
        ("2026-11-24 00:00", {"reaction": "missed due=2026-11-24 00:00"}),)),
    ((C,), "2026-11-23 19:00", None, (), ()),
    ((C, "12:00 commented"), "2026-11-23 12:00", None, (), ()),
    ((C, "12:00 withdrawn"), "2026-11-23 12:00", None, (), ()),
    ((D,), "2026-11-23 11:00", None, (), ()),

    # 4.4: first the reaction, then the end of day sixty
    ((AUG,), "2026-08-24 11:00", None, (), (
        ("2026-08-24 19:00", {"reaction": "missed due=2026-08-24 19:00"}),
        ("2026-11-17 19:00", {
            "replacement-search":
                "pending due=2026-11-17 19:00 waits=replacement-search-started"}))),
    ((AUG, "12:00 commented", "13:00 replacement-search-started"), "2026-08-24 13:00", None, (),
     ()),
    ((AUG, "12:00 commented", "13:00 impossibility-stated"), "2026-08-24 13:00", None, (), ()),
    ((AUG, "12:00 commented", "13:00 impossibility-stated"), "2026-08-24 13:00", None,
     ("replacement-trigger=end-of-day-60",), (
        ("2026-11-17 19:00", {
            "replacement-search":
                "pending due=2026-11-17 19:00 waits=replacement-search-started"}),)),
    ((AUG, "12:00 commented", "13:00 workaround-provided"), "2026-08-24 13:00", None, (), ()),

    # 4.11: three business days of silence; it counts as resolved, and no clock ran
    ((D, ASKED), "2026-11-23 12:00", None, (), (
        ("2026-11-27 00:00", {
            "automatic-closing": "met due=2026-11-27 00:00 since=2026-11-27 00:00",
            "resolution": "met since=2026-11-27 00:00",
            "resolution-clock": "not-applicable"}),)),
    (("2026-11-23 11:00 registered category=C", ASKED, "13:00 reproduced"), "2026-11-23 13:00",
     None, (), (
        ("2026-11-27 00:00", {
            "automatic-closing": "met due=2026-11-27 00:00 since=2026-11-27 00:00",
            "resolution": "met since=2026-11-27 00:00",
            "resolution-clock": "met since=2026-11-23 13:00 until=2026-11-27 00:00"}),)),
    ((AUG, "12:00 information-requested"), "2026-08-24 12:00", None, (), (
        # asked on Monday: 25, 26 and Thursday 27 August
        ("2026-08-28 00:00", {
            "automatic-closing": "met due=2026-08-28 00:00 since=2026-08-28 00:00",
            "resolution": "met since=2026-08-28 00:00",
            "resolution-clock": "not-applicable",
            "replacement-search": "not-applicable due=2026-11-17 19:00"}),)),
    ((D, ASKED, "13:00 commented by=customer"), "2026-11-23 13:00", None, (), ()),

    # 2.3: the term ends
    ((D,), "2026-11-23 11:00", PAID, (), (
        ("2026-11-24 00:00", {"support": "not-applicable"}),)),
    ((D,), "2026-11-23 11:00", PAID, ("term-last-day=closing-time",), (
        ("2026-11-23 19:00", {"support": "not-applicable"}),)),
    ((D,), "2026-11-23 11:00", PAID[:1], (), ()),  # nothing says when it will begin
    # with it goes the reaction that is not due yet …
    ((NOON,), "2026-11-23 12:30", PAID, (), (
        ("2026-11-24 00:00", {
            "support": "not-applicable",
            "reaction": "not-applicable due=2026-11-24 19:00"}),)),
    # … unless it is owed all the same
    ((NOON,), "2026-11-23 12:30", PAID, ("entitlement-at=registration",), (
        ("2026-11-24 00:00", {"support": "not-applicable"}),
        ("2026-11-24 19:00", {"reaction": "missed due=2026-11-24 19:00"}))),
    # the silence and the sixty days stand from then on
    ((D, ASKED), "2026-11-23 12:00", PAID, (), (
        ("2026-11-24 00:00", {
            "support": "not-applicable",
            "automatic-closing": "not-started waits=support-renewed"}),)),
    ((AUG, "12:00 commented"), "2026-08-24 12:00", SHORT, (), (
        ("2026-09-01 00:00", {
            "support": "not-applicable",
            "replacement-search": "not-started waits=support-renewed"}),)),
    # a day sixty that is over before does not
    ((AUG, "12:00 commented"), "2026-08-24 12:00", PAID, (), (
        ("2026-11-17 19:00", {
            "replacement-search":
                "pending due=2026-11-17 19:00 waits=replacement-search-started"}),
        ("2026-11-24 00:00", {"support": "not-applicable"}))),
)
# fmt: on


def known(found: Incident, as_of: datetime) -> Incident:
    """Return the record as it was then."""
    return Incident.of(event for event in found.events if event.at <= as_of)


def known_beside(found: Service, as_of: datetime) -> Service:
    """Return the record of the service as it was then."""
    if not isinstance(found, ServiceRecord):
        return UNRECORDED
    return ServiceRecord.of(event for event in found.events if event.at <= as_of)


def changed(before: Assessment, after: Assessment) -> dict[str, str]:
    """Return the verdicts that are others, as text."""
    return {
        new.obligation.value: told(new)
        for old, new in zip(before.verdicts, after.verdicts, strict=True)
        if old != new
    }


@pytest.mark.parametrize(("lines", "as_of", "beside", "readings", "changes"), CASES)
class TestChanges:
    """2.3, 4.3, 4.4, 4.11: everything that will ever change by itself, worked by hand."""

    def test_they_come_one_after_another(
        self,
        lines: Lines,
        as_of: str,
        beside: Lines | None,
        readings: tuple[str, ...],
        changes: tuple[Change, ...],
    ) -> None:
        found = judge(lines, as_of, *readings, beside=beside)
        for when, verdicts in changes:
            assert moscow(found.next_change) == when
            after = judge(lines, when, *readings, beside=beside)
            assert changed(found, after) == verdicts
            found = after
        assert found.next_change is None

    def test_a_microsecond_before_each_all_is_as_it_was(
        self,
        lines: Lines,
        as_of: str,
        beside: Lines | None,
        readings: tuple[str, ...],
        changes: tuple[Change, ...],
    ) -> None:
        found = judge(lines, as_of, *readings, beside=beside)
        under = agreement(readings)
        kept = UNRECORDED if beside is None else service(*beside)
        for when, _ in changes:
            just_before = at(when) - MICROSECOND
            still = under.assess(incident(*lines), just_before, service=kept)
            assert (still.verdicts, still.next_change) == (found.verdicts, found.next_change)
            found = under.assess(incident(*lines), at(when), service=kept)


class TestNextChange:
    """Verdicts live on half-open stretches of time."""

    def test_the_agreement_says_what_the_assessment_says(self) -> None:
        record = incident(AUG)
        now = at("2026-08-24 12:00")
        assert agreement().next_change(record, now) == at("2026-08-24 19:00")
        assert agreement().next_change(record, at("2026-11-17 19:00")) is None
        beside = service(*SHORT)
        assert agreement().next_change(record, at("2026-08-24 19:00"), service=beside) == at(
            "2026-09-01 00:00"
        )

    def test_it_is_on_the_clock_of_the_agreement(self) -> None:
        found = agreement().next_change(incident(C), at("2026-11-23 12:00").astimezone(UTC))
        assert found is not None
        assert found.isoformat() == "2026-11-23T19:00:00+03:00"

    def test_a_clock_that_runs_changes_no_verdict(self) -> None:
        lines = (D, "12:00 reproduced")
        early, late = judge(lines, "2026-11-23 12:00"), judge(lines, "2027-11-23 12:00")
        assert early.verdicts == late.verdicts
        assert early.next_change is None

    @proves("2.3", "4.3", "4.4", "4.11", kills="only-the-last-change no-reaction-is-never-late")
    @settings(max_examples=150)
    @given(data=st.data(), record=incidents(most=8), recorded=st.booleans())
    def test_nothing_changes_before_it_and_something_at_it(
        self, data: st.DataObject, record: Incident, recorded: bool
    ) -> None:
        under = data.draw(agreements())
        beside: Service = data.draw(service_records(most=8)) if recorded else UNRECORDED
        now = data.draw(as_of_for(record, service=beside, agreement=under))
        record, beside = known(record, now), known_beside(beside, now)
        found = under.assess(record, now, service=beside)
        if found.next_change is None:
            self.stays(under, record, beside, found, now + timedelta(days=3650))
            return
        assert found.next_change > now
        last = found.next_change - MICROSECOND
        between = now + data.draw(st.floats(0, 1)) * (last - now)
        for moment in (between, last):
            self.stays(under, record, beside, found, max(moment, now))
        after = under.assess(record, found.next_change, service=beside)
        assert changed(found, after) != {}

    def stays(
        self,
        under: Agreement,
        record: Incident,
        beside: Service,
        found: Assessment,
        moment: datetime,
    ) -> None:
        """Assert that at the moment all is as it was found."""
        later = under.assess(record, moment, service=beside)
        assert changed(found, later) == {}
        assert later.next_change == found.next_change
        if found.registered_at is not None:
            assert (later.state, later.standings) == (found.state, found.standings)
            assert later.findings == found.findings

    @proves("4.3", kills="late-at-that-instant-alone")
    @settings(max_examples=60)
    @given(data=st.data(), record=incidents(most=6))
    def test_what_is_missed_stays_missed_with_nothing_more_recorded(
        self, data: st.DataObject, record: Incident
    ) -> None:
        under = data.draw(agreements())
        now: datetime | None = data.draw(as_of_for(record, agreement=under))
        assert now is not None
        record = known(record, now)
        missed: set[str] = set()
        for _ in range(10):
            found = under.assess(record, now)
            held = {v.obligation.value for v in found.verdicts if v.outcome is Outcome.MISSED}
            assert missed <= held
            missed, now = held, found.next_change
            if now is None:
                return
        pytest.fail("an incident with nothing recorded goes on changing")
