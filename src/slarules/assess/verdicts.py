"""What is said of one incident: an outcome for each obligation, and what comes next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from slarules.calendar import DayStatus
from slarules.deadlines import RestsOn  # noqa: TC001 - documents resolve the hints of fields
from slarules.errors import FindingsError
from slarules.findings import Finding  # noqa: TC001 - documents resolve the hints of fields
from slarules.history import State  # noqa: TC001 - documents resolve the hints of fields
from slarules.lifecycle import Standing  # noqa: TC001 - documents resolve the hints of fields
from slarules.record import Record
from slarules.spans import NOTHING, Span, Without
from slarules.steps import Step  # noqa: TC001 - documents resolve the hints of fields
from slarules.terms import (
    BusinessSeconds,
    ClauseId,
    ClockSeconds,
    Nature,
    Obligation,
    Outcome,
    RuleId,
)

if TYPE_CHECKING:
    from slarules.calendar import BusinessCalendar


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
