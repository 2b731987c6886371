"""
``assess`` against the oracle that shares no code with it, on incidents that anybody may have had.

The oracle reads the same documents the package writes; what is compared is every verdict with its
moments, the findings, the classification and the state.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from slarules import testing
from slarules.agreement import standard_support
from slarules.documents import loads, tree
from slarules.errors import SlaRulesError
from slarules.events import AccountsIssued, ServiceEvent, SupportPaid, SupportRenewed
from slarules.incident import Incident
from slarules.readings import SWITCHES, Readings
from slarules.service import UNRECORDED, Service, ServiceRecord
from slarules.terms import Obligation
from tests.incident_cases import CASES, EXAMPLES
from tests.oracles import incident as oracle
from tests.oracles.official import MOSCOW
from tests.oracles.walk import BeyondFactsError

if TYPE_CHECKING:
    from random import Random

    from slarules.agreement import Agreement
    from slarules.assess import Assessment, Verdict

FIRST: Final = date(2024, 1, 9)
LAST: Final = date(2025, 6, 30)
"""Days of registration: the official calendar the oracle walks over ends with 2027."""


def moment(at: datetime | None) -> datetime | None:
    """Return the moment in UTC, so that two clocks may tell it."""
    return None if at is None else at.astimezone(UTC)


def told_by_oracle(
    happened: Incident, service: Service, readings: Readings, as_of: datetime
) -> dict[str, Any]:
    """Return what the oracle says, moments read."""
    answer = oracle.assess(
        tree(happened)["events"],
        None if service is UNRECORDED else tree(service).get("events", []),
        {switch: str(getattr(readings, switch.replace("-", "_")).value) for switch in SWITCHES},
        as_of=as_of.isoformat(),
    )
    for verdict in answer["verdicts"].values():
        for name in ("due", "since"):
            verdict[name] = read(verdict[name])
    answer["classification"] = [
        (read(step["at"]), step["category"], step["severity"]) for step in answer["classification"]
    ]
    answer["registered_at"] = read(answer["registered_at"])
    return answer


def read(text: str | None) -> datetime | None:
    """Return the moment of ISO text, in UTC."""
    return None if text is None else datetime.fromisoformat(text).astimezone(UTC)


def told_by_package(
    assessment: Assessment, agreement: Agreement, as_of: datetime
) -> dict[str, Any]:
    """Return what the package says, in the words of the oracle."""
    return {
        "verdicts": {
            verdict.obligation.value: in_words(verdict, agreement, as_of)
            for verdict in assessment.verdicts
        },
        "findings": sorted(
            ((finding.id, finding.event) for finding in assessment.findings),
            key=lambda finding: (finding[0], -1 if finding[1] is None else finding[1]),
        ),
        "classification": [
            (moment(at), *category_and_level(standing.value))
            for at, standing in assessment.standings
        ],
        "state": assessment.state.value,
        "registered_at": moment(assessment.registered_at),
    }


def in_words(verdict: Verdict, agreement: Agreement, as_of: datetime) -> dict[str, Any]:
    """Return a verdict in the words of the oracle."""
    words: dict[str, Any] = {
        "outcome": verdict.outcome.value,
        "due": moment(verdict.due),
        "since": moment(verdict.since),
        "conditional_on": list(verdict.conditional_on),
    }
    if verdict.obligation is Obligation.RESOLUTION_CLOCK:
        elapsed = verdict.elapsed(as_of, agreement.calendar)
        words["elapsed_business_seconds"] = None if elapsed is None else elapsed.business
    return words


def category_and_level(standing: str) -> tuple[str | None, int | None]:
    """Return what a standing says: "C3" is level 3 of C, "unclassified" is neither."""
    if standing == "unclassified":
        return None, None
    return standing[0], int(standing[1:]) if standing[1:] else None


def differences(
    happened: Incident, service: Service, agreement: Agreement, as_of: datetime
) -> dict[str, tuple[Any, Any]]:
    """Return where they differ: what it is about, the package's word, the oracle's."""
    expected = flat(told_by_oracle(happened, service, agreement.readings, as_of))
    got = flat(
        told_by_package(agreement.assess(happened, as_of, service=service), agreement, as_of)
    )
    return {
        about: (got.get(about), expected.get(about))
        for about in sorted(got.keys() | expected.keys())
        if got.get(about) != expected.get(about)
    }


def flat(told: dict[str, Any], path: str = "") -> dict[str, Any]:
    """Return what is told with the path of each word."""
    found: dict[str, Any] = {}
    for name, value in told.items():
        found |= flat(value, f"{path}{name} ") if isinstance(value, dict) else {path + name: value}
    return found


# ------------------------------------------------------------------------- incidents worked by hand

RECORDS: Final = [*CASES, *EXAMPLES.values()]


@pytest.mark.parametrize("told", RECORDS, ids=lambda told: told.get("about", "an example"))
def test_both_say_the_same_of_what_was_worked_by_hand(told: dict[str, Any]) -> None:
    happened = record(Incident, "incident", told["incident"])
    kept = told.get("service")
    service = UNRECORDED if kept is None else record(ServiceRecord, "service", kept)
    looks = told.get("looks") or [{"as_of": told["as_of"], "readings": {}}]
    for look in looks:
        chosen = Readings.of(f"{switch}={option}" for switch, option in look["readings"].items())
        agreement = standard_support(readings=chosen)
        as_of = datetime.fromisoformat(look["as_of"])
        assert differences(happened, service, agreement, as_of) == {}


def record(kind: type[Any], name: str, events: list[dict[str, Any]]) -> Any:
    """Return the record of events told as plain data."""
    told = [{key: value for key, value in event.items() if value is not None} for event in events]
    return loads(json.dumps({"schema": f"slarules/{name}/1", "events": told}), kind)


# ------------------------------------------------------------------------- incidents of any kind


@settings(max_examples=300)
@given(st.data())
def test_both_say_the_same_of_any_incident(data: st.DataObject) -> None:
    agreement = data.draw(testing.agreements(), "agreement")
    happened = data.draw(testing.incidents(first=FIRST, last=LAST, most=8), "incident")
    begun = happened.registration.at.date() - timedelta(days=data.draw(st.integers(0, 9)))
    records = testing.service_records(first=begun, last=begun + timedelta(days=5), most=8)
    service: Service = data.draw(st.just(UNRECORDED) | records, "service")
    as_of = data.draw(testing.as_of_for(happened, service=service, agreement=agreement), "as of")
    try:
        found = differences(happened, service, agreement, as_of)
    except BeyondFactsError:
        reject()
    assert found == {}


# ------------------------------------------------------------------------- incidents all along

Told = dict[str, Any]
"""An event without its moment; "said" and the like: three hours before."""


def change(category: str, severity: int | None = None) -> tuple[Told, Told]:
    """Return a change of category that both agree to, with nothing that is a reaction."""
    proposed: Told = {"category": category, "made": "automatically"}
    if severity is not None:
        proposed["severity"] = severity
    return ({"kind": "reclassification-proposed", **proposed}, {"kind": "reclassification-agreed"})


ASKED: Final[Told] = {"kind": "information-requested"}
ANSWERED: Final[Told] = {"kind": "information-provided"}
RESOLVED: Final[Told] = {"kind": "resolved"}
REOPENED: Final[Told] = {"kind": "reopened"}
WITHDRAWN: Final[Told] = {"kind": "withdrawn"}
COMMENT: Final[Told] = {"kind": "commented"}
ALONE: Final[Told] = {"kind": "reclassified", "made": "automatically"}

REGISTERED: Final[tuple[Told, ...]] = (
    *({"category": category} for category in "BACCBD"),
    *({}, {"category": "C", "severity": 4}, {"category": "E"}),
    {"category": "B", "channel": "phone", "accepted": True},
    {"category": "C", "channel": "hotline", "called": True},
)
THEMES: Final[dict[str, tuple[tuple[Told, ...], ...]]] = {
    # what is worth meeting one another
    "silence": (
        ({**ASKED, "made": "automatically"},),
        ({**ASKED, "request": "1"},),
        ({**ASKED, "request": "1"}, {**ASKED, "request": "2"}),
        ({**ASKED, "request": "1"}, {**ASKED, "visible": "internal"}),
        ({"kind": "request-withdrawn", "request": "2"},),
        ({"kind": "request-withdrawn"},),
        ({**COMMENT, "by": "customer"},),
        ({**COMMENT, "by": "customer", "channel": "phone"},),
        (ANSWERED,),
        ({"kind": "closed", "how": "automatically"},),
        (RESOLVED,),
        (REOPENED,),
        (WITHDRAWN,),
    ),
    "category": (
        change("B"),
        change("C"),
        change("E"),
        change("C", 4),
        change("D"),
        ({"kind": "reclassification-proposed", "category": "C", "severity": 4, "by": "customer"},),
        ({"kind": "reclassification-agreed", "by": "executor", "made": "automatically"},),
        ({"kind": "reclassification-refused"},),
        ({**ALONE, "category": "A"},),
        ({**ALONE, "category": "C", "severity": 4},),
        ({**ALONE, "category": "C", "by": "customer"},),
        ({"kind": "level-agreed", "severity": 4}, {**ALONE, "category": "D"}),
        ({"kind": "level-agreed", "severity": 2, "channel": "personal-email"},),
        (COMMENT,),
        (WITHDRAWN,),
        (RESOLVED,),
    ),
    "external software": (
        change("B"),
        change("B"),
        change("A"),
        ({"kind": "workaround-provided"}, {"kind": "workaround-failed"}),
        ({"kind": "workaround-provided"},),
        ({"kind": "impossibility-stated", "by": "third-party"},),
        ({"kind": "replacement-search-started"},),
        ({"kind": "third-party-fixed"},),
        (ASKED,),
        (ANSWERED,),
        (RESOLVED,),
        (REOPENED,),
    ),
    "clock": (
        ({"kind": "reproduced"},),
        ({"kind": "reproduced"}, ASKED, ANSWERED),
        ({"kind": "reproduced", "by": "customer", "place": "customer-bench", "access": "remote"},),
        ({"kind": "reproduced", "place": "customer-system", "access": "on-site"},),
        ({"kind": "work-started"},),
        ({"kind": "fix-delivered"},),
        (RESOLVED,),
        ({"kind": "confirmed"},),
        ({"kind": "closed", "how": "by-customer", "by": "customer"},),
        (REOPENED,),
        change("C"),
    ),
    "reaction": (
        ({**COMMENT, "made": "automatically"},),
        ({"kind": "assigned", "visible": "internal"},),
        ({"kind": "status-changed"},),
        ({"kind": "reproduced", "stated": True},),
        ({**COMMENT, "channel": "phone", "said": True},),
        ({"kind": "recommendation-given", "channel": "personal-email", "said": True},),
        (WITHDRAWN,),
        ({"kind": "notified"},),
        change("E"),
        change("B"),
    ),
}


STEPS: Final = (
    *(timedelta(0), timedelta(minutes=20), timedelta(hours=3), timedelta(hours=9)),
    *(timedelta(days=1), timedelta(days=2), timedelta(days=4), timedelta(days=31)),
)
TURNS: Final = (None, None, None, time(0), time(10), time(12), time(19))
YEARS: Final = (date(2020, 3, 23), date(2021, 4, 26), date(2024, 12, 9), date(2025, 4, 21))
"""When the President declared days non-working, and when the Government moved some."""


class Story:
    """One incident, its service and its readings, told by the throws of a die."""

    def __init__(self, die: Random, theme: str) -> None:
        self.die = die
        begun = REGISTERED if theme != "external software" else REGISTERED[:2]
        first = datetime.combine(die.choice(YEARS), time(10), MOSCOW).astimezone(UTC)
        at = self.later(first + timedelta(days=die.randrange(60)))
        told = [entered({"kind": "registered", "number": "1", **die.choice(begun)}, at)]
        for event in chain(*die.choices(THEMES[theme], k=die.randint(2, 7))):
            at = self.later(at)
            if entered(event, at) not in told:
                told.append(entered(event, at))
        self.incident: Incident = record(Incident, "incident", told)
        self.service: Service = UNRECORDED if die.random() < QUIET else self.service_about()
        some = die.sample([*SWITCHES], die.choice([0, 1, 2, 4, len(SWITCHES)]))
        chosen = (f"{switch}={die.choice([*SWITCHES[switch]]).value}" for switch in some)
        self.agreement = standard_support(readings=Readings.of(chosen))

    def later(self, than: datetime) -> datetime:
        """Return a moment after another by a step, or at an hour at which a rule turns."""
        at = than + self.die.choice(STEPS)
        clock = self.die.choice(TURNS)
        if clock is None:
            return at
        return max(than, datetime.combine(at.astimezone(MOSCOW), clock, MOSCOW).astimezone(UTC))

    def service_about(self) -> ServiceRecord:
        """Return a record of the service with short terms and outages in its days."""
        at = self.incident.registration.at - timedelta(days=self.die.randrange(4))
        kept: list[ServiceEvent] = []
        for _ in range(self.die.randint(1, 9)):
            kind = self.die.choice(testing.possible_next(kept))
            fields: dict[str, Any] = {}
            if kind in {SupportPaid, SupportRenewed}:
                fields["through"] = at.date() + timedelta(days=self.die.randint(-1, 9))
            if kind is AccountsIssued:
                fields["count"] = self.die.randint(0, 2)
            if kind(at=at, **fields) not in kept:
                kept.append(kind(at=at, **fields))
            at = self.later(at)
        return ServiceRecord.of(kept)

    def moments(self) -> set[datetime]:
        """Return the moments of the events, of the changes after the last, and one long after."""
        moments = {event.at for event in self.incident.events}
        last = self.incident.events[-1].at
        for _ in range(3):
            last = self.agreement.next_change(self.incident, last, service=self.service) or last
            moments.add(last)
        return moments | {last + timedelta(days=40)}


QUIET: Final = 0.4
"""How many stories have no record of the service."""


def entered(event: Told, at: datetime) -> Told:
    """Return the event as got at that moment; what was said before was said three hours before."""
    before = (at - timedelta(hours=3)).isoformat()
    told: Told = {"at": at.isoformat()}
    for name, value in event.items():
        earlier = name in {"said", "stated", "accepted", "called"}
        told[f"{name}_at" if earlier else name] = before if earlier else value
    return told


@pytest.mark.parametrize("theme", THEMES)
@settings(max_examples=300)
@given(st.randoms(use_true_random=True))
def test_both_say_the_same_all_along(theme: str, die: Random) -> None:
    # A die, not draws: what is drawn is varied little by little, and these events are to meet
    # in every order. The record that fails is cut down below.
    story = Story(die, theme)
    found = {
        as_of: differences(story.incident, story.service, story.agreement, as_of)
        for as_of in story.moments()
    }
    for as_of, differing in found.items():
        assert not differing, cut_down(story, as_of)


def cut_down(story: Story, as_of: datetime) -> str:
    """Return the story without what the difference does not need, and the difference."""
    recorded = isinstance(story.service, ServiceRecord)
    events: list[Any] = [*story.incident.events]
    kept: list[Any] = [*story.service.events] if isinstance(story.service, ServiceRecord) else []

    def differing() -> dict[str, tuple[Any, Any]]:
        try:
            service = ServiceRecord.of(kept) if recorded else UNRECORDED
            return differences(Incident.of(events), service, story.agreement, as_of)
        except SlaRulesError:
            return {}

    for happened in (events, kept):
        for event in tuple(happened):
            place = happened.index(event)
            del happened[place]
            if not differing():
                happened.insert(place, event)
    told = [f"as of {as_of}, {story.agreement.readings}", *map(repr, [*events, *kept])]
    words = [
        f"{about}: package {one}, oracle {other}" for about, (one, other) in differing().items()
    ]
    return "\n".join([*told, *words])
