"""What happened and when it is looked at: one incident, the service beside it, the readings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import wraps
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from tests.oracles import official, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tests.oracles.walk import Desk

Answer = TypeVar("Answer")

Happening = dict[str, Any]
"""One event: its kind, its moments in UTC, its other fields as given."""

NEVER = datetime(9999, 1, 1, tzinfo=UTC)
"""The end of what has no end yet."""

SWITCHES = {
    # switch: the option taken where none is given
    "cutoff-instant": "next-day",
    "reaction-day-end": "closing-time",
    "registered-on-day-off": "next-business-day",
    "before-opening": "same-day",
    "reaction-record-kind": "any-record-by-staff",
    "reaction-by-automation": "does-not-count",
    "internal-note": "does-not-count",
    "reaction-by-reproduction-mark": "counts",
    "reaction-on-entering": "reclassification",
    "reaction-after-leaving": "falls-away",
    "due-instant": "in-time",
    "hotline-registration": "when-the-record-is-made",
    "outage-registration": "on-acceptance",
    "outage-reaction": "counts-if-entered-after",
    "support-begins": "signed-and-paid",
    "entitlement-at": "throughout",
    "term-last-day": "end-of-last-day",
    "day-count-start": "day-after",
    "period-end": "closing-time",
    "sixty-days-from": "registration",
    "sixty-days-pause": "runs-on",
    "b-workaround": "ends-both",
    "b-workaround-fails": "as-if-never-given",
    "replacement-trigger": "earlier-of",
    "silence-end": "midnight",
    "silence-out-of-hours": "as-entered",
    "open-questions": "latest-request",
    "customer-comment-restarts": "ends",
    "silence-outage": "days-excluded",
    "late-answer": "new-incident",
    "reproduction-time": "stated-moment",
    "reproduced-again": "first",
    "resolution-pause": "runs-on",
    "resolved-when": "recorded-by-executor",
    "level-four-consent": "consent-required",
    "severity-gap": "no-level-fits",  # acts where an incident is first classified, not here
    "edition-of-incident": "registration",  # one edition is asked at a time
    "short-days": "full-day",
    "decree-days": "business-days",
}

OBLIGATIONS = (
    "support",
    "reaction",
    "resolution",
    "resolution-clock",
    "replacement-search",
    "automatic-closing",
    "recommendation",
    "recording",
    "redefinition",
)

COMMENTS = {
    "commented",
    "information-requested",
    "request-withdrawn",
    "work-started",
    "reclassification-proposed",
    "reclassification-agreed",
    "reclassification-refused",
    "recommendation-given",
    "workaround-provided",
    "workaround-failed",
    "third-party-fixed",
    "impossibility-stated",
    "replacement-search-started",
    "replacement-agreed",
    "replacement-done",
    "fix-delivered",
    "update-delivered",
}
OTHER_RECORDS = {
    "status-changed",
    "assigned",
    "reclassified",
    "routed",
    "resolved",
    "closed",
    "reopened",
}
USUALLY_BY_CUSTOMER = {
    "information-provided",
    "reclassification-agreed",
    "reclassification-refused",
    "level-agreed",
    "workaround-failed",
    "replacement-agreed",
    "confirmed",
    "withdrawn",
}
OUTSIDE_HELPDESK = {"phone", "hotline", "personal-email"}
SUPPORT_EVENTS = {"support-signed", "support-paid", "support-renewed"}


@dataclass(frozen=True, eq=False)
class Case:
    """One incident, the service beside it, how the contract is read, and when it is looked at."""

    events: tuple[Happening, ...]
    service: tuple[Happening, ...]
    readings: Mapping[str, str]
    as_of: datetime
    desk: Desk
    remembered: dict[Any, Any] = field(default_factory=dict)

    @property
    def length(self) -> int:
        """How many events there are by ``as_of``."""
        return len(self.events)


def read(
    incident: Sequence[Mapping[str, Any]],
    service: Sequence[Mapping[str, Any]] | None,
    readings: Mapping[str, str],
    as_of: str,
) -> Case:
    """Return the case: what is later than ``as_of`` does not exist yet."""
    unknown = set(readings) - set(SWITCHES)
    assert not unknown, unknown
    moment = instant(as_of)
    events = tuple(e for e in map(parsed, incident) if e["at"] <= moment)
    if not events:
        message = "the incident is looked at before it was registered"
        raise ValueError(message)
    assert events[0]["kind"] == "registered"
    assert all(a["at"] <= b["at"] for a, b in pairwise(events))
    chosen = SWITCHES | dict(readings)
    return Case(
        events=events,
        service=tuple(e for e in map(parsed, service or ()) if e["at"] <= moment),
        readings=chosen,
        as_of=moment,
        desk=official.moscow_desk(
            decree_days_off=chosen["decree-days"] == "non-business-days",
            short_days=chosen["short-days"] == "one-hour-shorter",
        ),
    )


def instant(text: str) -> datetime:
    """Return the moment in UTC."""
    moment = datetime.fromisoformat(text)
    assert moment.tzinfo is not None, text
    return moment.astimezone(UTC)


def parsed(event: Mapping[str, Any]) -> Happening:
    """Return the event with its moments and days read, and who usually makes it."""
    read_: Happening = {
        "by": "customer" if event["kind"] in USUALLY_BY_CUSTOMER else "executor",
        "made": "by-person",
        "visible": "visible",
        "channel": "web",
        "request": "",
    }
    for name, value in event.items():
        if name == "at" or (name.endswith("_at") and value is not None):
            read_[name] = instant(value)
        elif name in {"through", "until"}:
            read_[name] = date.fromisoformat(value)
        elif value is not None:
            read_[name] = value
    return read_


def written(moment: datetime | None) -> str | None:
    """Return the moment as ISO text on the clock of Moscow."""
    return None if moment is None else moment.astimezone(official.MOSCOW).isoformat()


def verdict(
    outcome: str,
    *,
    due: datetime | None = None,
    since: datetime | None = None,
    conditional_on: Sequence[str] = (),
) -> dict[str, Any]:
    """Return a verdict in plain words."""
    return {
        "outcome": outcome,
        "due": written(due),
        "since": written(since),
        "conditional_on": list(conditional_on),
    }


def remembering(question: Callable[..., Answer]) -> Callable[..., Answer]:
    """Ask each question about a case once: nothing else makes the answers different."""
    name = question.__name__

    @wraps(question)
    def asked(case: Case, *about: int) -> Answer:
        key = (name, about)
        try:
            answer: Answer = case.remembered[key]
        except KeyError:
            answer = case.remembered[key] = question(case, *about)
        return answer

    return asked


def chosen(case: Case, switch: str) -> str:
    """Return the option under which this case is read."""
    return case.readings[switch]


def choices(case: Case) -> walk.Choices:
    """Return the readings that move a day or an instant."""
    return walk.Choices(
        cutoff_instant=chosen(case, "cutoff-instant"),
        reaction_day_end=chosen(case, "reaction-day-end"),
        registered_on_day_off=chosen(case, "registered-on-day-off"),
        before_opening=chosen(case, "before-opening"),
        day_count_start=chosen(case, "day-count-start"),
        period_end=chosen(case, "period-end"),
        silence_end=chosen(case, "silence-end"),
        silence_out_of_hours=chosen(case, "silence-out-of-hours"),
    )


def in_time(case: Case, done: datetime, due: datetime) -> bool:
    """Return whether what was done then was done in time (due-instant)."""
    return done < due or (done == due and chosen(case, "due-instant") == "in-time")


def is_entry(event: Happening) -> bool:
    """Return whether the event is an entry in the incident, made by somebody."""
    return event["kind"] not in {"registered", "notified"}
