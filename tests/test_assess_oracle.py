"""
``assess`` against the oracle that shares no code with it, on incidents that anybody may have had.

The oracle reads the same documents the package writes; what is compared is every verdict with its
moments, the findings, the classification and the state.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from slarules import testing
from slarules.agreement import standard_support
from slarules.documents import loads, tree
from slarules.events import (
    Assigned,
    Closed,
    Commented,
    Confirmed,
    Event,
    FixDelivered,
    ImpossibilityStated,
    InformationProvided,
    InformationRequested,
    LevelAgreed,
    ReclassificationAgreed,
    ReclassificationProposed,
    ReclassificationRefused,
    Reclassified,
    RecommendationGiven,
    Reopened,
    ReplacementSearchStarted,
    Reproduced,
    RequestWithdrawn,
    Resolved,
    ThirdPartyFixed,
    Withdrawn,
    WorkaroundFailed,
    WorkaroundProvided,
    WorkStarted,
)
from slarules.incident import Incident
from slarules.readings import SWITCHES, Readings
from slarules.service import UNRECORDED, Service, ServiceRecord
from slarules.terms import Obligation
from tests.incident_cases import CASES, EXAMPLES
from tests.oracles import incident as oracle
from tests.oracles.walk import BeyondFactsError

if TYPE_CHECKING:
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


@st.composite
def services_about(draw: st.DrawFn, happened: Incident) -> Service:
    """Return no record of the service, or one of about the time of the incident."""
    if draw(st.booleans()):
        return UNRECORDED
    first = happened.registration.at.date() - timedelta(days=draw(st.integers(0, 20)))
    return draw(testing.service_records(first=first, last=first + timedelta(days=5), most=8))


THEMES: Final[tuple[tuple[type[Event], ...], ...]] = (
    # what is worth meeting one another
    (Commented, InformationRequested, InformationProvided, RequestWithdrawn, Closed, Reopened),
    (InformationRequested, Commented, Resolved, Closed, Reopened, Withdrawn, Reproduced),
    (
        ReclassificationProposed,
        ReclassificationAgreed,
        ReclassificationRefused,
        Reclassified,
        LevelAgreed,
        Resolved,
    ),
    (
        WorkaroundProvided,
        WorkaroundFailed,
        ThirdPartyFixed,
        ImpossibilityStated,
        ReplacementSearchStarted,
        Resolved,
        Reopened,
        Reclassified,
        InformationRequested,
    ),
    (Reproduced, WorkStarted, FixDelivered, Resolved, Confirmed, Reopened, Reclassified),
    (RecommendationGiven, Assigned, Commented, Withdrawn, Reclassified, ReclassificationAgreed),
)


@st.composite
def lives(draw: st.DrawFn) -> Incident:
    """Return the record of an incident in which kindred events meet within few days."""
    happened = [*draw(testing.incidents(first=FIRST, last=LAST, most=0)).events]
    theme = draw(st.sampled_from(THEMES))
    for _ in range(draw(st.integers(1, 10))):
        step = draw(st.sampled_from(STEPS)) * draw(st.integers(1, 3))
        event = draw(testing.events(happened[-1].at + step, theme))
        if event not in happened:
            happened.append(event)
    return Incident.of(happened)


STEPS: Final = (
    *(timedelta(0), timedelta(minutes=20), timedelta(hours=3), timedelta(hours=9)),
    *(timedelta(days=1), timedelta(days=2), timedelta(days=31)),
)


@settings(max_examples=300)
@given(st.data())
def test_both_say_the_same_of_any_incident(data: st.DataObject) -> None:
    agreement = data.draw(testing.agreements(), "agreement")
    happened = data.draw(lives() | testing.incidents(first=FIRST, last=LAST, most=8), "incident")
    service = data.draw(services_about(happened), "service")
    as_of = data.draw(testing.as_of_for(happened, service=service, agreement=agreement), "as of")
    try:
        found = differences(happened, service, agreement, as_of)
    except BeyondFactsError:
        reject()
    assert found == {}
