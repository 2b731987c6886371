"""
One incident at one moment: every obligation, its outcome and why, and when to look again.

Each obligation is one function of the lived-through record. A verdict carries the rows and the
steps it came from; ``explain`` words them. Verdicts hold on half-open stretches: they are
constant from ``as_of`` up to, and not including, ``next_change``.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from slarules.calendar import DayStatus
from slarules.deadlines import OWED, Deadline, RestsOn
from slarules.errors import CalendarRangeError, FindingsError
from slarules.events import in_utc
from slarules.findings import Finding  # noqa: TC001 - documents resolve the hints of fields
from slarules.history import History, Move, State
from slarules.lifecycle import Standing
from slarules.readings import (
    BWorkaround,
    BWorkaroundFails,
    EntitlementAt,
    ReactionAfterLeaving,
    ReactionOnEntering,
    ReplacementTrigger,
    ReproducedAgain,
    ReproductionTime,
    ResolutionPause,
    ResolvedWhen,
    SixtyDaysFrom,
    SixtyDaysPause,
)
from slarules.record import Record, maker
from slarules.service import FOREVER, UNRECORDED, Service
from slarules.spans import NOTHING, DayTest, Span, Without
from slarules.steps import BudgetStep, ChoiceStep, FactStep, Step
from slarules.terms import (
    BusinessSeconds,
    Category,
    ClauseId,
    ClockSeconds,
    Nature,
    Obligation,
    Outcome,
    RuleId,
)

if TYPE_CHECKING:
    from slarules.calendar import BusinessCalendar
    from slarules.deadlines import DeadlineRules
    from slarules.incident import Incident
    from slarules.parameters import Target

_FIRST: Final = date(2, 1, 1)
_LAST: Final = date(9998, 12, 31)
"""The days of which an answer can be told on any clock."""
_WEEK: Final = timedelta(days=7)
"""What a count may reach past its last day under another reading of one of its days."""
_BC: Final = frozenset({Category.B, Category.C})
# Bound once: on Python 3.11 to look a member up on its class takes as long as a call.
_UNCLASSIFIED, _B = Standing.UNCLASSIFIED, Standing.B


class Amount(Record):
    """A length of time, counted both ways."""

    clock: ClockSeconds
    """On the clock, nights and days off included."""
    business: BusinessSeconds
    """Inside service hours only."""


class ShareUsed(Record):
    """When a share of an agreed time is used up, on the calendar's clock."""

    per_cent: int
    at: datetime


class Verdict(Record):
    """What became of one obligation."""

    obligation: Obligation
    outcome: Outcome
    rules: tuple[RuleId, ...]
    """The row that decided, then the rows of its moment's derivation."""
    clauses: tuple[ClauseId, ...]
    nature: Nature | None = None
    due: datetime | None = None
    """The moment computed, on the calendar's clock."""
    since: datetime | None = None
    """When it was met or began to run, on the calendar's clock."""
    until: datetime | None = None
    """When a clock stopped, on the calendar's clock."""
    left_out: tuple[Span, ...] = ()
    """What a clock does not count, by reading resolution-pause."""
    warnings: tuple[ShareUsed, ...] = ()
    """When the agreed shares of a target's time are used up."""
    conditional_on: tuple[str, ...] = ()
    """Facts it hinges on that are not recorded: "category"."""
    waits_for: str = ""
    """The kind of event that is waited for, where one is."""
    steps: tuple[Step, ...] = ()
    rests_on: RestsOn | None = None

    @property
    def rule(self) -> RuleId:
        """The row that decided."""
        return self.rules[0]

    @property
    def provisional(self) -> bool:
        """Whether a day counted or skipped is not yet decreed."""
        return self.rests_on is not None and self.rests_on.status is DayStatus.PROJECTED

    def left(self, as_of: datetime, calendar: BusinessCalendar, /) -> Amount | None:
        """Return how much time is left to the due moment; None where there is none, or no more."""
        if self.due is None or as_of >= self.due:
            return None
        return _amount(calendar, as_of, self.due)

    def late(self, as_of: datetime, calendar: BusinessCalendar, /) -> Amount | None:
        """
        Return by how much the due moment was missed, or is so far; None where it was not.

        A reaction at 19:30 to what was due at 19:00 is late by half an hour, and by no business
        time.
        """
        if self.outcome is not Outcome.MISSED or self.due is None:
            return None
        clock = self.obligation is Obligation.RESOLUTION_CLOCK
        done = self.until if clock else self.since
        return _amount(calendar, self.due, as_of if done is None else done)

    def elapsed(self, as_of: datetime, calendar: BusinessCalendar, /) -> Amount | None:
        """Return how long a clock has run as of a moment, less what a reading leaves out."""
        if self.obligation is not Obligation.RESOLUTION_CLOCK or self.since is None:
            return None
        end = as_of if self.until is None else min(as_of, self.until)
        return _amount(calendar, self.since, end, self.left_out)


class Assessment(Record):
    """Everything the contract says about one incident as of one moment."""

    number: str
    as_of: datetime
    """In UTC; the record is complete through it, inclusive."""
    state: State
    registered_at: datetime | None
    """The official moment of registration, on the calendar's clock; None if there is none."""
    standings: tuple[tuple[datetime, Standing], ...]
    """What HelpDesk rightly held it to be, and from when."""
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    assumed: tuple[str, ...]
    """What was taken for granted."""
    consulted: tuple[str, ...]
    """The switches this answer met; no other could change it alone."""
    rests_on: RestsOn | None
    next_change: datetime | None
    """The next moment at which a verdict changes by itself; None if none will."""

    def __getitem__(self, obligation: Obligation) -> Verdict:
        """Return the verdict on an obligation."""
        for verdict in self.verdicts:
            if verdict.obligation is obligation:
                return verdict
        raise KeyError(obligation)

    def require_compliant(self) -> None:
        """
        Refuse an incident whose record shows breaches, or acts without effect.

        Raises:
            FindingsError: All the findings of the assessment, if there are any.
        """
        if self.findings:
            raise FindingsError(self.findings)


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
    return _Judge(history).assessment(incident.number)


# What one answer takes several of, made in half the time.
_new_verdict = maker(Verdict)
_new_assessment = maker(Assessment)
_new_fact_step = maker(FactStep)


class _Judge:
    """The verdicts on one lived-through record."""

    __slots__ = ("changes", "h", "now", "resolved", "rules", "zone")

    def __init__(self, history: History) -> None:
        self.h = history
        self.rules = history.rules
        self.now = history.as_of
        self.zone = history.rules.calendar.zone
        self.changes: list[datetime] = []
        self.resolved: datetime | None = None

    def assessment(self, number: str) -> Assessment:
        h = self.h
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
                self._support(),
                self._reaction(h.registered_at),
                self._resolution(),
                self._clock(),
                self._replacement(h.registered_at),
                self._closing(),
                self._recommendation(),
                self._recording(h.registered_at),
                self._redefinition(),
            )
        rests = [v.rests_on for v in verdicts if v.rests_on is not None]
        self._doubtful_days(max((r.through for r in rests), default=self.now.date()))
        h.findings.sort(key=lambda finding: (finding.at, finding.event or 0, finding.id))
        return _new_assessment(
            number=number,
            as_of=self.now,
            state=h.state,
            registered_at=None if h.registered_at is None else self._local(h.registered_at),
            standings=tuple((self._local(at), kind) for at, kind in h.standings),
            verdicts=verdicts,
            findings=tuple(h.findings),
            assumed=tuple(h.assumed),
            consulted=tuple(h.consulted),
            rests_on=max(rests, key=lambda r: r.through, default=None),
            next_change=min(self.changes, default=None),
        )

    def _doubtful_days(self, last: date) -> None:
        """Note the switches of 1.1, where a day they decide lies in the way."""
        h = self.h
        first = h.events[0].at.date() if h.registered_at is None else h.registered_at.date()
        first, last = min(first, h.events[0].at.date()) - _WEEK, max(last, self.now.date()) + _WEEK
        for switch, days in self.rules.doubtful().items():
            place = bisect_left(days, first)
            if place < len(days) and days[place] <= last:
                h.consulted[switch] = None

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def _will_change(self, at: datetime) -> None:
        if at > self.now:
            self.changes.append(self._local(at))

    # ------------------------------------------------------------------ support (2.3)

    def _support(self) -> Verdict:
        h = self.h
        verdict = IN_FORCE
        if h.terms is None:
            return verdict
        for start, end in h.terms:
            if start <= self.now < end:
                verdict = verdict.replace(since=self._local(start))
                if end is FOREVER:
                    return verdict
                self._will_change(end)
                return verdict.replace(due=self._local(end))
        if h.terms and h.terms[0][0] <= self.now:
            return verdict.replace(outcome=Outcome.NOT_APPLICABLE, rules=(R_ENDED,))
        return verdict.replace(
            outcome=Outcome.NOT_STARTED, rules=(R_NOT_BEGUN,), waits_for="support-paid"
        )

    def _unserved(self, obligation: Obligation, *clauses: ClauseId) -> Verdict | None:
        """Return the verdict if support was not in force at registration (2.3)."""
        assert self.h.registered_at is not None
        if self.h.in_force(self.h.registered_at):
            return None
        return _new_verdict(
            obligation=obligation,
            outcome=Outcome.NOT_APPLICABLE,
            rules=(R_UNSERVED,),
            clauses=(C_2_3, *clauses),
        )

    # ------------------------------------------------------------------ reaction (4.3)

    def _reaction(self, registered: datetime) -> Verdict:
        h = self.h
        unserved = self._unserved(Obligation.REACTION, C_4_3)
        if unserved is not None:
            return unserved
        for start, end, conditional in self._stretches():
            base, fact = registered, "registered"
            if start > registered and (
                h.met("reaction-on-entering") is ReactionOnEntering.RECLASSIFICATION
            ):
                base, fact = start, "reclassified"
            deadline = self.rules.reaction(base, Category.C, fact=fact)
            assert isinstance(deadline, Deadline)
            h.note(deadline)
            due = deadline.due.astimezone(UTC)
            reacted = h.reaction_at

            def silent(until: datetime, reacted: datetime | None = reacted) -> bool:
                """Return whether there was no reaction by then."""
                return reacted is None or reacted > until

            if h.withdrawn_at is not None and h.withdrawn_at < due and silent(h.withdrawn_at):
                return self._of(deadline, Outcome.NOT_APPLICABLE, R_WITHDRAWN)
            ended = self._support_lost(due)
            if (
                ended is not None
                and silent(ended)
                and h.met("entitlement-at") is EntitlementAt.THROUGHOUT
            ):
                return self._of(deadline, Outcome.NOT_APPLICABLE, R_SUPPORT_LOST, C_2_3)
            if (
                end is not None
                and end < due
                and silent(end)
                and h.met("reaction-after-leaving") is ReactionAfterLeaving.FALLS_AWAY
            ):
                continue
            return self._reacted(deadline, due, conditional=conditional)
        category = h.standing.category
        if category is None or category in _BC:
            category = Category.D
        return WITHOUT_MOMENT[Obligation.REACTION, category]

    def _stretches(self) -> list[tuple[datetime, datetime | None, bool]]:
        """
        Return when the incident was in B or C: from, until, and whether that is only possible.

        While unclassified it may be in B or C: classified so later, it was from the beginning;
        classified otherwise, it never was.
        """
        found: list[tuple[datetime, datetime | None, bool]] = []
        begun: datetime | None = None
        bound = False
        for at, kind in self.h.standings:
            if kind.category in _BC or kind is _UNCLASSIFIED:
                begun = at if begun is None else begun
                bound = bound or kind is not _UNCLASSIFIED
            else:
                if begun is not None and bound:
                    found.append((begun, at, False))
                begun, bound = None, False
        if begun is not None:
            found.append((begun, None, not bound))
        return found

    def _support_lost(self, due: datetime) -> datetime | None:
        """Return when support ended, if it did before the due moment and was not renewed by it."""
        by = min(due, self.now)
        if self.h.terms is not None and self.h.terms and self.h.in_force(self.now):
            for start, end in self.h.terms:
                if start <= self.now < end < due:
                    self._will_change(end)
        for start, end in self.h.gaps:
            if start < due and start <= by < end:
                return start
        return None

    def _reacted(self, deadline: Deadline, due: datetime, *, conditional: bool) -> Verdict:
        """Return the verdict on a reaction that is owed."""
        on = ("category",) if conditional else ()
        reacted = self.h.reaction_at
        if reacted is not None and self.h.in_time(reacted, due):
            return self._of(deadline, Outcome.MET, R_REACTED, C_3_3, since=reacted)
        if reacted is not None:
            return self._of(
                deadline, Outcome.MISSED, R_REACTED_LATE, C_3_3, since=reacted, conditional_on=on
            )
        if self.now >= due:
            return self._of(deadline, Outcome.MISSED, R_NO_REACTION, C_3_3, conditional_on=on)
        self._will_change(due)
        return self._of(deadline, Outcome.PENDING, R_REACTION_OPEN, C_3_3, conditional_on=on)

    def _of(
        self,
        deadline: Deadline,
        outcome: Outcome,
        rule: RuleId,
        *clauses: ClauseId,
        since: datetime | None = None,
        conditional_on: tuple[str, ...] = (),
        waits_for: str = "",
    ) -> Verdict:
        steps = deadline.steps
        moment = None if since is None else self._local(since)
        if moment is not None:
            clause = clauses[0] if clauses else deadline.clauses[0]
            steps = (*steps, _new_fact_step(rule=rule, clause=clause, fact="done", at=moment))
        return _new_verdict(
            obligation=deadline.obligation,
            outcome=outcome,
            rules=(rule, *deadline.rules),
            clauses=_joined(deadline.clauses, clauses),
            nature=deadline.nature,
            due=deadline.due,
            since=moment,
            conditional_on=conditional_on,
            waits_for=waits_for,
            steps=steps,
            rests_on=deadline.rests_on,
        )

    # ------------------------------------------------------------------ resolution (3.4, 4.4, 4.10)

    def _resolved_at(self) -> datetime | None:
        """Return when the problem was resolved for the contract; None if it is not."""
        h = self.h
        match h.standing.category:
            case Category.B:
                moments = [h.fixed_at, h.workaround_at]
            case Category.C if h.recorded_at or h.delivered_at or h.confirmed_at:
                # resolved-when
                match h.met("resolved-when"):
                    case ResolvedWhen.RECORDED_BY_EXECUTOR:
                        moments = [h.recorded_at]
                    case ResolvedWhen.FIX_DELIVERED:
                        moments = [h.delivered_at]
                    case _:
                        moments = [h.confirmed_at]
            case Category.C:
                moments = []
            case _:
                moments = [h.recorded_at]
        known = [moment for moment in (*moments, h.silenced_at) if moment is not None]
        return min(known, default=None)

    def _resolution(self) -> Verdict:
        h = self.h
        resolved = self.resolved = self._resolved_at()
        clauses: tuple[ClauseId, ...]
        if resolved is not None:
            rule, clauses = R_RESOLVED, (C_3_4, C_4_10)
            if resolved == h.silenced_at:
                rule, clauses = R_SILENCED, (C_4_11,)
            elif h.standing is _B:  # by the owner's fix or a workaround
                clauses = (C_4_4, C_3_4)
            return _new_verdict(
                obligation=Obligation.RESOLUTION,
                outcome=Outcome.MET,
                rules=(rule,),
                clauses=clauses,
                since=self._local(resolved),
            )
        if h.state is State.WITHDRAWN:
            return NOTHING_TO_RESOLVE
        if h.standing.category is None:
            return self._cannot_tell(Obligation.RESOLUTION, C_4_10)
        return WITHOUT_MOMENT[Obligation.RESOLUTION, h.standing.category]

    def _cannot_tell(self, obligation: Obligation, *clauses: ClauseId) -> Verdict:
        return _new_verdict(
            obligation=obligation,
            outcome=Outcome.CANNOT_TELL,
            rules=(R_UNCLASSIFIED,),
            clauses=(*clauses, C_3_6),
            conditional_on=("category",),
        )

    def _clock(self) -> Verdict:
        h = self.h
        ends = [m for m in (self.resolved, h.ended_at, h.recorded_at) if m is not None]
        end = min(ends, default=None)
        start = self._reproduced_at(end)
        if start is None:
            return NOT_REPRODUCED if end is None else RESOLVED_FIRST
        left_out: tuple[Span, ...] = ()
        if self._waited() and h.met("resolution-pause") is ResolutionPause.PAUSES:
            left_out = tuple(span for span in self._waits() if span.end > start)
        since = self._local(start)
        verdict = _new_verdict(
            obligation=Obligation.RESOLUTION_CLOCK,
            outcome=Outcome.PENDING if end is None else Outcome.MET,
            rules=(R_CLOCK_RUNS if end is None else R_CLOCK_STOPPED,),
            clauses=(C_3_4, C_4_10),
            nature=Nature.CLOCK,
            since=since,
            until=None if end is None else self._local(end),
            left_out=left_out,
            waits_for="resolved" if end is None else "",
            steps=(_new_fact_step(rule=R_CLOCK_RUNS, clause=C_3_4, fact="reproduced", at=since),),
        )
        target = self._target()
        return verdict if target is None else self._targeted(verdict, target, start, end)

    def _target(self) -> Target | None:
        """Return the target agreed for the incident's kind: its level's own, or its category's."""
        standing = self.h.standing
        if standing is _UNCLASSIFIED:
            return None
        found: Target | None = None
        for target in self.rules.parameters.resolution_targets:
            if target.category is standing.category:
                if target.severity is not None and target.severity is standing.severity:
                    return target
                if target.severity is None:
                    found = target
        return found

    def _targeted(
        self, verdict: Verdict, target: Target, start: datetime, end: datetime | None
    ) -> Verdict:
        """Return the verdict on a clock whose length the parties agreed: a duty by a moment."""
        calendar = self.rules.calendar
        without = Without(spans=verdict.left_out) if verdict.left_out else NOTHING
        amount = timedelta(minutes=target.business_minutes)
        spent = calendar.spend(start, amount, without=without)
        if spent is None:
            return verdict.replace(
                rules=(R_TARGET_STANDS,), nature=Nature.DUTY_BY, waits_for="information-provided"
            )
        due, stretches = spent
        last = self._local(due - timedelta.resolution).date()
        warnings = [
            ShareUsed(per_cent=share, at=at[0])
            for share in self.rules.parameters.warn_at
            if (at := calendar.spend(start, amount * share / 100, without=without)) is not None
        ]
        instant = due.astimezone(UTC)
        if end is not None:
            outcome = Outcome.MET if self.h.in_time(end, instant) else Outcome.MISSED
        else:
            outcome = Outcome.MISSED if self.now >= instant else Outcome.PENDING
            self._will_change(instant)
        rule = {
            Outcome.MET: R_TARGET_MET,
            Outcome.MISSED: R_TARGET_MISSED,
            Outcome.PENDING: R_TARGET_RUNS,
        }[outcome]
        step = BudgetStep(
            rule=R_TARGET,
            clause=C_4_10,
            start=self._local(start),
            business_minutes=target.business_minutes,
            stretches=stretches,
            at=due,
            reading="resolution-pause=pauses" if verdict.left_out else "",
        )
        return verdict.replace(
            outcome=outcome,
            rules=(rule, *verdict.rules, R_TARGET),
            nature=Nature.DUTY_BY,
            due=due,
            warnings=tuple(warnings),
            steps=(*verdict.steps, step),
            rests_on=RestsOn(through=last, status=calendar.settle(last)),
        )

    def _reproduced_at(self, end: datetime | None) -> datetime | None:
        """Return the moment of the reproduction that starts the clock, not after its end."""
        moments = [self._marked_at(place) for place in self.h.reproductions]
        moments = [moment for moment in moments if end is None or moment <= end]
        if not moments:
            return None
        if len(moments) > 1 and self.h.met("reproduced-again") is ReproducedAgain.LATEST:
            return moments[-1]
        return moments[0]

    def _marked_at(self, place: int) -> datetime:
        """Return the moment of one reproduction (reproduction-time)."""
        h = self.h
        event = h.events[place]
        stated: datetime | None = getattr(event, "stated_at", None)
        if (
            stated is not None
            and stated != event.at
            and (h.met("reproduction-time") is ReproductionTime.STATED_MOMENT)
        ):
            return stated
        return event.at

    def _waited(self) -> bool:
        """Return whether the Customer owed information at any time."""
        return bool(self.h.waits or self.h.requests)

    def _waits(self) -> tuple[Span, ...]:
        """Return when the Customer owed information; to as_of where it still does."""
        h = self.h
        spans = [Span(start, end) for start, end in h.waits]
        if h.requests:
            deadline = h.closing_deadline()
            end = FOREVER if deadline is None else deadline.due.astimezone(UTC)
            spans.append(Span(h.requests.asked_at, max(end, self.now)))
        return tuple(spans)

    # ------------------------------------------------------------------ replacement (4.4)

    def _replacement(self, registered: datetime) -> Verdict:
        h = self.h
        unserved = self._unserved(Obligation.REPLACEMENT_SEARCH, C_4_4)
        if unserved is not None:
            return unserved
        if h.standing is _UNCLASSIFIED:
            return self._cannot_tell(Obligation.REPLACEMENT_SEARCH, C_4_4)
        if h.standing is not _B:
            return WITHOUT_MOMENT[Obligation.REPLACEMENT_SEARCH, h.standing.category or Category.D]
        deadline, base = self._sixty_days(registered)
        solved = self._sixty_days_solved()
        stated = self._stated(deadline, base, solved)
        if h.search_at is not None and (solved is None or h.search_at <= solved):
            outcome, rule, waits_for = Outcome.MET, R_SEARCH_STARTED, ""
        elif solved is not None:
            arises = self._arises(deadline, stated)
            in_time = arises is None or h.in_time(solved, arises)
            outcome, waits_for = Outcome.NOT_APPLICABLE, ""
            rule = R_SOLVED_IN_TIME if in_time else R_SOLVED_LATER
        else:
            outcome, rule, waits_for = self._unsolved(self._arises(deadline, stated))
        since = h.search_at if outcome is Outcome.MET else None
        if deadline is None:
            return self._standing_search(outcome, rule, stated, since, waits_for)
        if stated is not None:
            deadline = self._brought_forward(deadline, self._local(stated))
        return self._of(deadline, outcome, rule, since=since, waits_for=waits_for)

    def _unsolved(self, arises: datetime | None) -> tuple[Outcome, RuleId, str]:
        """Return what the search is while the problem stands: its outcome, row, what it awaits."""
        if arises is None:
            return Outcome.NOT_STARTED, R_COUNT_STANDS, self.h.awaited()
        if self.now >= arises:
            return Outcome.PENDING, R_SEARCH_OWED, "replacement-search-started"
        self._will_change(arises)
        return Outcome.NOT_STARTED, R_SEARCH_NOT_YET, "sixty-days"

    @staticmethod
    def _arises(deadline: Deadline | None, stated: datetime | None) -> datetime | None:
        """Return when the search comes to be owed; None while the count stands."""
        if stated is not None:
            return stated
        return None if deadline is None else deadline.due.astimezone(UTC)

    @staticmethod
    def _brought_forward(deadline: Deadline, stated: datetime) -> Deadline:
        """Return the deadline at the earlier moment of a statement (replacement-trigger)."""
        step = ChoiceStep(
            rule=R_EARLIER,
            clause=C_4_4,
            moments=(deadline.due, stated),
            at=stated,
            reading="replacement-trigger=earlier-of",
        )
        return deadline.replace(
            due=stated, steps=(*deadline.steps, step), rules=(*deadline.rules, R_EARLIER)
        )

    def _standing_search(
        self,
        outcome: Outcome,
        rule: RuleId,
        stated: datetime | None,
        since: datetime | None,
        waits_for: str,
    ) -> Verdict:
        """Return the verdict while the count of the sixty days stands, and they have no end."""
        verdict = _new_verdict(
            obligation=Obligation.REPLACEMENT_SEARCH,
            outcome=outcome,
            rules=(rule,),
            clauses=(C_4_4, C_2_3),
            nature=Nature.DUTY_FROM,
            since=None if since is None else self._local(since),
            waits_for=waits_for,
        )
        if stated is None:
            return verdict
        at = self._local(stated)
        step = ChoiceStep(
            rule=R_EARLIER,
            clause=C_4_4,
            moments=(at,),
            at=at,
            reading="replacement-trigger=earlier-of",
        )
        return verdict.replace(due=at, rules=(rule, R_EARLIER), steps=(step,))

    def _sixty_days(self, registered: datetime) -> tuple[Deadline | None, datetime]:
        """
        Return the end of day sixty, and what the count runs from.

        There is no end where a gap or a waiting time without one keeps the count standing.
        """
        h = self.h
        base, fact = registered, "registered"
        entered = h.standings[-1][0]
        if (
            h.standings[0][1] is not _B
            and h.standings[0][1] is not _UNCLASSIFIED
            and h.met("sixty-days-from") is SixtyDaysFrom.RECLASSIFICATION
        ):
            base, fact = entered, "reclassified"
        if h.workaround_failed_at is not None and (
            h.met("b-workaround-fails") is BWorkaroundFails.NEW_COUNT
        ):
            base, fact = max(base, h.workaround_failed_at), "workaround-failed"
        without = h.left_out_of_gaps()
        if self._waited() and h.met("sixty-days-pause") is SixtyDaysPause.PAUSES:
            without = without.also(Without(spans=self._waits(), test=DayTest.COVERS))
        try:
            deadline = self.rules.replacement_search(base, Category.B, without=without, fact=fact)
        except CalendarRangeError:
            if not without.stands:
                raise
            h.consulted["day-count-start"] = None  # begun a day earlier, it might have ended
            return None, base
        assert isinstance(deadline, Deadline)
        h.note(deadline)
        return deadline, base

    def _sixty_days_solved(self) -> datetime | None:
        """Return what ended the sixty days by solving the problem."""
        h = self.h
        moments = [h.fixed_at, h.silenced_at, h.withdrawn_at]
        if h.workaround_at is not None and h.met("b-workaround") is BWorkaround.ENDS_BOTH:
            moments.append(h.workaround_at)
        return min((m for m in moments if m is not None), default=None)

    def _stated(
        self, deadline: Deadline | None, base: datetime, solved: datetime | None
    ) -> datetime | None:
        """Return when it was stated that the sixty days will not do, if that brings the search."""
        h = self.h
        stated = next((moment for moment in h.impossible if moment >= base), None)
        if (
            stated is not None
            and (deadline is None or stated < deadline.due)
            and (solved is None or stated < solved)
            and h.met("replacement-trigger") is ReplacementTrigger.EARLIER_OF
        ):
            return stated
        return None

    # ------------------------------------------------------------------ silence (4.11)

    def _closing(self) -> Verdict:
        h = self.h
        if h.silence is Move.CLOSED and h.closing is not None and h.silenced_at is not None:
            return self._of(h.closing, Outcome.MET, R_SILENT, since=h.silenced_at)
        if h.requests:
            deadline = h.closing_deadline()
            if deadline is None:
                return NOT_ASKED.replace(rules=(R_SILENCE_STANDS,), waits_for=h.awaited())
            self._will_change(deadline.due.astimezone(UTC))
            return self._of(
                deadline, Outcome.PENDING, R_SILENCE_RUNS, waits_for="information-provided"
            )
        if h.silence is Move.NONE and h.state is State.OPEN:
            return NOT_ASKED
        return ANSWERED

    # ------------------------------------------------------------------ A, D, E (4.1, 4.2, 4.9)

    def _recommendation(self) -> Verdict:
        h = self.h
        unserved = self._unserved(Obligation.RECOMMENDATION, C_4_1)
        if unserved is not None:
            return unserved
        if h.standing is _UNCLASSIFIED:
            return self._cannot_tell(Obligation.RECOMMENDATION, C_4_1)
        if h.standing.category is not Category.A and h.standing.category is not Category.D:
            return NO_RECOMMENDATION
        if h.recommended_at is None:
            return RECOMMENDATION_OWED
        return NO_RECOMMENDATION.replace(
            outcome=Outcome.MET, rules=(R_RECOMMENDED,), since=self._local(h.recommended_at)
        )

    def _recording(self, registered: datetime) -> Verdict:
        if self.h.standing is _UNCLASSIFIED:
            return self._cannot_tell(Obligation.RECORDING, C_4_2)
        if self.h.standing is not Standing.E:
            return NO_WISH
        return NO_WISH.replace(
            outcome=Outcome.MET, rules=(R_RECORDED,), since=self._local(registered)
        )

    def _redefinition(self) -> Verdict:
        h = self.h
        if h.standing is Standing.C4:
            return LEVEL_FOUR
        if h.redefined_at is not None:
            return NO_LEVEL_FOUR.replace(
                outcome=Outcome.MET, rules=(R_REDEFINED,), since=self._local(h.redefined_at)
            )
        return NO_LEVEL_FOUR


def _joined(clauses: tuple[ClauseId, ...], more: tuple[ClauseId, ...]) -> tuple[ClauseId, ...]:
    return tuple(dict.fromkeys(clauses + more)) if more else clauses


def _amount(
    calendar: BusinessCalendar, start: datetime, end: datetime, spans: tuple[Span, ...] = ()
) -> Amount:
    without = Without(spans=spans) if spans else NOTHING
    clock = end.astimezone(UTC) - start.astimezone(UTC)
    for span in spans:
        lost = min(span.end, end.astimezone(UTC)) - max(span.start, start.astimezone(UTC))
        clock -= max(lost, timedelta(0))
    business = calendar.business_seconds_between(start, end, without=without)
    return Amount(
        clock=ClockSeconds(clock // timedelta(seconds=1)), business=BusinessSeconds(business)
    )


C_2_1: Final = ClauseId("2.1")
C_2_3: Final = ClauseId("2.3")
C_3_1: Final = ClauseId("3.1")
C_3_3: Final = ClauseId("3.3")
C_3_4: Final = ClauseId("3.4")
C_3_6: Final = ClauseId("3.6")
C_4_1: Final = ClauseId("4.1")
C_4_2: Final = ClauseId("4.2")
C_4_3: Final = ClauseId("4.3")
C_4_4: Final = ClauseId("4.4")
C_4_9: Final = ClauseId("4.9")
C_4_10: Final = ClauseId("4.10")
C_4_11: Final = ClauseId("4.11")
C_4_12: Final = ClauseId("4.12")

# The rows that decide a verdict; their words are rows of rules.py.
R_IN_FORCE: Final = RuleId("R-2.3-1")
R_NOT_BEGUN: Final = RuleId("R-2.3-2")
R_ENDED: Final = RuleId("R-2.3-3")
R_UNSERVED: Final = RuleId("R-2.3-4")
R_SUPPORT_LOST: Final = RuleId("R-2.3-5")
R_NOT_REGISTERED: Final = RuleId("R-3.1-1")
R_REACTED: Final = RuleId("R-3.3-1")
R_REACTED_LATE: Final = RuleId("R-3.3-2")
R_REACTION_OPEN: Final = RuleId("R-4.3-8")
R_NO_REACTION: Final = RuleId("R-4.3-9")
R_WITHDRAWN: Final = RuleId("R-4.3-10")
R_NOT_REPRODUCED: Final = RuleId("R-3.4-1")
R_CLOCK_RUNS: Final = RuleId("R-3.4-2")
R_CLOCK_STOPPED: Final = RuleId("R-3.4-3")
R_RESOLVED_FIRST: Final = RuleId("R-3.4-4")
R_RESOLVED: Final = RuleId("R-3.4-5")
R_TARGET: Final = RuleId("R-4.10-2")
R_TARGET_RUNS: Final = RuleId("R-4.10-3")
R_TARGET_MET: Final = RuleId("R-4.10-4")
R_TARGET_MISSED: Final = RuleId("R-4.10-5")
R_TARGET_STANDS: Final = RuleId("R-4.10-6")
R_UNCLASSIFIED: Final = RuleId("R-3.6-5")
R_SOLVED_IN_TIME: Final = RuleId("R-4.4-6")
R_SOLVED_LATER: Final = RuleId("R-4.4-7")
R_SEARCH_STARTED: Final = RuleId("R-4.4-8")
R_SEARCH_OWED: Final = RuleId("R-4.4-9")
R_SEARCH_NOT_YET: Final = RuleId("R-4.4-10")
R_EARLIER: Final = RuleId("R-4.4-11")
R_COUNT_STANDS: Final = RuleId("R-4.4-12")
R_NOT_ASKED: Final = RuleId("R-4.11-6")
R_SILENCE_RUNS: Final = RuleId("R-4.11-7")
R_SILENT: Final = RuleId("R-4.11-8")
R_ANSWERED: Final = RuleId("R-4.11-9")
R_SILENCE_STANDS: Final = RuleId("R-4.11-10")
R_SILENCED: Final = RuleId("R-4.11-11")
R_RECOMMENDED: Final = RuleId("R-4.1-2")
R_RECOMMENDATION_OWED: Final = RuleId("R-4.1-3")
R_NO_RECOMMENDATION: Final = RuleId("R-4.1-4")
R_RECORDED: Final = RuleId("R-4.2-2")
R_NO_WISH: Final = RuleId("R-4.2-3")
R_LEVEL_FOUR: Final = RuleId("R-4.9-7")
R_REDEFINED: Final = RuleId("R-4.9-8")
R_NO_LEVEL_FOUR: Final = RuleId("R-4.9-9")

# Verdicts in which nothing differs from one incident to another; records are immutable.
IN_FORCE: Final = Verdict(
    obligation=Obligation.SUPPORT,
    outcome=Outcome.PENDING,
    rules=(R_IN_FORCE,),
    clauses=(C_2_3,),
)
NOT_REPRODUCED: Final = Verdict(
    obligation=Obligation.RESOLUTION_CLOCK,
    outcome=Outcome.NOT_STARTED,
    rules=(R_NOT_REPRODUCED,),
    clauses=(C_3_4, C_4_10),
    nature=Nature.CLOCK,
    waits_for="reproduced",
)
RESOLVED_FIRST: Final = NOT_REPRODUCED.replace(
    outcome=Outcome.NOT_APPLICABLE, rules=(R_RESOLVED_FIRST,), waits_for=""
)
NO_RECOMMENDATION: Final = Verdict(
    obligation=Obligation.RECOMMENDATION,
    outcome=Outcome.NOT_APPLICABLE,
    rules=(R_NO_RECOMMENDATION,),
    clauses=(C_4_1,),
)
RECOMMENDATION_OWED: Final = NO_RECOMMENDATION.replace(
    outcome=Outcome.NOT_STATED, rules=(R_RECOMMENDATION_OWED,), waits_for="recommendation-given"
)
NO_WISH: Final = Verdict(
    obligation=Obligation.RECORDING,
    outcome=Outcome.NOT_APPLICABLE,
    rules=(R_NO_WISH,),
    clauses=(C_4_2,),
)
NO_LEVEL_FOUR: Final = Verdict(
    obligation=Obligation.REDEFINITION,
    outcome=Outcome.NOT_APPLICABLE,
    rules=(R_NO_LEVEL_FOUR,),
    clauses=(C_4_9, C_4_12),
)
LEVEL_FOUR: Final = NO_LEVEL_FOUR.replace(
    outcome=Outcome.NOT_STATED, rules=(R_LEVEL_FOUR,), waits_for="reclassified"
)
NOT_ASKED: Final = Verdict(
    obligation=Obligation.AUTOMATIC_CLOSING,
    outcome=Outcome.NOT_STARTED,
    rules=(R_NOT_ASKED,),
    clauses=(C_4_11,),
    nature=Nature.EFFECT_AT,
    waits_for="information-requested",
)
ANSWERED: Final = NOT_ASKED.replace(
    outcome=Outcome.NOT_APPLICABLE, rules=(R_ANSWERED,), waits_for=""
)
NOTHING_TO_RESOLVE: Final = Verdict(
    obligation=Obligation.RESOLUTION,
    outcome=Outcome.NOT_APPLICABLE,
    rules=(R_WITHDRAWN,),
    clauses=(C_4_3, C_4_4),
)
WITHOUT_MOMENT: Final = {
    (row.obligation, category): Verdict(
        obligation=row.obligation, outcome=row.outcome, rules=(row.rule,), clauses=row.clauses
    )
    for row in OWED
    for category in row.categories
    if row.outcome is not Outcome.PENDING
}
"""What stands where a row of ``OWED`` computes no moment."""
