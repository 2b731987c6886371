"""One incident as it is judged: what its verdicts have in common."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Final

from slarules.assess.rows import C_2_3, C_3_6, R_UNCLASSIFIED, R_UNSERVED
from slarules.assess.verdicts import Verdict
from slarules.history import closing_deadline
from slarules.lifecycle import Standing
from slarules.record import maker
from slarules.service import FOREVER
from slarules.spans import Span
from slarules.steps import FactStep
from slarules.terms import Category, Outcome

if TYPE_CHECKING:
    from datetime import datetime

    from slarules.deadlines import Deadline
    from slarules.history import History
    from slarules.terms import ClauseId, Obligation, RuleId


# Bound once: on Python 3.11 to look a member up on its class takes as long as a call.
UNCLASSIFIED, B = Standing.UNCLASSIFIED, Standing.B
BC: Final = frozenset({Category.B, Category.C})

# What one answer takes several of, made in half the time.
new_verdict = maker(Verdict)
new_fact_step = maker(FactStep)


class Case:
    """One lived-through record as it is judged: what several of its verdicts ask."""

    __slots__ = ("changes", "h", "now", "resolved", "rules", "zone")

    def __init__(self, history: History) -> None:
        self.h = history
        self.rules = history.rules
        self.now = history.as_of
        self.zone = history.rules.calendar.zone
        self.changes: list[datetime] = []
        self.resolved: datetime | None = None

    def local(self, moment: datetime) -> datetime:
        """Return the moment on the calendar's clock."""
        return moment.astimezone(self.zone)

    def will_change(self, at: datetime) -> None:
        """Note a moment at which a verdict changes by itself, if it is still to come."""
        if at > self.now:
            self.changes.append(self.local(at))

    def unserved(self, obligation: Obligation, *clauses: ClauseId) -> Verdict | None:
        """Return the verdict if support was not in force at registration (2.3)."""
        assert self.h.registered_at is not None
        if self.h.in_force(self.h.registered_at):
            return None
        return new_verdict(
            obligation=obligation,
            outcome=Outcome.NOT_APPLICABLE,
            rules=(R_UNSERVED,),
            clauses=(C_2_3, *clauses),
        )

    def cannot_tell(self, obligation: Obligation, *clauses: ClauseId) -> Verdict:
        """Return the verdict that hinges on the category of an unclassified incident (3.6)."""
        return new_verdict(
            obligation=obligation,
            outcome=Outcome.CANNOT_TELL,
            rules=(R_UNCLASSIFIED,),
            clauses=(*clauses, C_3_6),
            conditional_on=("category",),
        )

    def of(
        self,
        deadline: Deadline,
        outcome: Outcome,
        rule: RuleId,
        *clauses: ClauseId,
        since: datetime | None = None,
        conditional_on: tuple[str, ...] = (),
        waits_for: str = "",
    ) -> Verdict:
        """Return the verdict on what has a due moment."""
        steps = deadline.steps
        moment = None if since is None else self.local(since)
        if moment is not None:
            clause = clauses[0] if clauses else deadline.clauses[0]
            steps = (*steps, new_fact_step(rule=rule, clause=clause, fact="done", at=moment))
        return new_verdict(
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

    def waited(self) -> bool:
        """Return whether the Customer owed information at any time."""
        return bool(self.h.waits or self.h.requests)

    def waits(self) -> tuple[Span, ...]:
        """Return when the Customer owed information; to as_of where it still does."""
        h = self.h
        spans = [Span(start, end) for start, end in h.waits]
        if h.requests:
            deadline = closing_deadline(h)
            end = FOREVER if deadline is None else deadline.due.astimezone(UTC)
            spans.append(Span(h.requests.asked_at, max(end, self.now)))
        return tuple(spans)


def _joined(clauses: tuple[ClauseId, ...], more: tuple[ClauseId, ...]) -> tuple[ClauseId, ...]:
    return tuple(dict.fromkeys(clauses + more)) if more else clauses
