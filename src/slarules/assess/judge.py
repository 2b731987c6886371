"""One incident at one moment, obligation by obligation, and when to look again."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from slarules.assess.care import recommendation, recording, redefinition
from slarules.assess.case import Case
from slarules.assess.reaction import reaction
from slarules.assess.replacement import replacement
from slarules.assess.resolution import clock, resolution
from slarules.assess.rows import C_2_1, C_3_1, R_NOT_REGISTERED
from slarules.assess.silence import closing
from slarules.assess.support import support
from slarules.assess.verdicts import Assessment, Verdict
from slarules.errors import CalendarRangeError
from slarules.events import in_utc
from slarules.history import History
from slarules.record import maker
from slarules.service import UNRECORDED
from slarules.terms import Obligation, Outcome

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.deadlines import DeadlineRules
    from slarules.incident import Incident
    from slarules.service import Service


_FIRST: Final = date(2, 1, 1)
_LAST: Final = date(9998, 12, 31)
"""The days of which an answer can be told on any clock."""
_WEEK: Final = timedelta(days=7)
"""What a count may reach past its last day under another reading of one of its days."""

_new_assessment = maker(Assessment)


def assess(
    incident: Incident, as_of: datetime, rules: DeadlineRules, service: Service = UNRECORDED
) -> Assessment:
    """
    Return what the contract says about the incident as of a moment.

    Args:
        incident: The record; what it holds after ``as_of`` is not known yet.
        as_of: An aware moment in any zone.
        rules: The sums under one calendar and one set of readings.
        service: The record of the service, if one is kept.
    Raises:
        NaiveDatetimeError: The moment has no zone.
        AsOfError: The moment is before the registration.
        CalendarRangeError: A moment is beyond the calendar.
        ProjectedCalendarError: A day is not decreed, and the calendar refuses such days.
    Source: clauses 2.3, 3.3, 3.4, 4.1–4.4, 4.9–4.12.
    """
    now = in_utc(as_of, "as_of")
    history = History(incident, service, now, rules)
    for moment in (history.standings[0][0], now):
        # some clock could not show what is nearer to the ends of time
        if not _FIRST.year <= moment.year <= _LAST.year:
            raise CalendarRangeError(moment.isoformat(), _FIRST, _LAST)
    return _assessment(Case(history), incident.number)


def _assessment(case: Case, number: str) -> Assessment:
    """Return every verdict on the case; each may note findings, readings and changes in it."""
    h = case.h
    if h.registered_at is None:
        verdicts = tuple(
            Verdict(
                obligation=obligation,
                outcome=Outcome.NOT_APPLICABLE,
                rules=(R_NOT_REGISTERED,),
                clauses=(C_3_1, C_2_1),
            )
            for obligation in Obligation
        )
    else:
        verdicts = (
            support(case),
            reaction(case, h.registered_at),
            resolution(case),
            clock(case),
            replacement(case, h.registered_at),
            closing(case),
            recommendation(case),
            recording(case, h.registered_at),
            redefinition(case),
        )
    rests = [v.rests_on for v in verdicts if v.rests_on is not None]
    _doubtful_days(case, max((r.through for r in rests), default=case.now.date()))
    h.findings.sort(key=lambda finding: (finding.at, finding.event or 0, finding.id))
    return _new_assessment(
        number=number,
        as_of=case.now,
        state=h.state,
        registered_at=None if h.registered_at is None else case.local(h.registered_at),
        standings=tuple((case.local(at), kind) for at, kind in h.standings),
        verdicts=verdicts,
        findings=tuple(h.findings),
        assumed=tuple(h.assumed),
        consulted=tuple(h.consulted),
        rests_on=max(rests, key=lambda r: r.through, default=None),
        next_change=min(case.changes, default=None),
    )


def _doubtful_days(case: Case, last: date) -> None:
    """Note the switches of 1.1, where a day they decide lies in the way."""
    h = case.h
    first = h.events[0].at.date() if h.registered_at is None else h.registered_at.date()
    first, last = min(first, h.events[0].at.date()) - _WEEK, max(last, case.now.date()) + _WEEK
    for switch, days in case.rules.doubtful().items():
        place = bisect_left(days, first)
        if place < len(days) and days[place] <= last:
            h.consulted[switch] = None
