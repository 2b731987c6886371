"""Every reading, and every pair of them, on every worked example, held to the transcription."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from slarules.agreement import standard_support
from slarules.readings import SWITCHES, Readings
from tests.exhaustion.found import Found
from tests.judging import at
from tests.test_assess_examples import ANSWERS, incident_of, service_of
from tests.test_assess_oracle import differences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from slarules.incident import Incident
    from slarules.service import Service

EXAMPLES: Final = tuple(dict.fromkeys(row["example"] for row in ANSWERS))
"""The names of the worked examples of docs/examples: each row of the published list is one."""

CHOICES: Final = tuple(
    (switch, f"{switch}={option.value}")
    for switch, options in SWITCHES.items()
    for option in [*options][1:]
)
"""Every option that is no default, with its switch."""


class Example(NamedTuple):
    """A worked example, and the moments it is looked at."""

    incident: Incident
    service: Service
    moments: tuple[datetime, ...]


def example(name: str) -> Example:
    """Return a worked example: at its events, where its answers look, and at each change."""
    incident, service, support = incident_of(name), service_of(name), standard_support()
    moments = {at(row["as_of"]) for row in ANSWERS if row["example"] == name}
    moments |= {event.at for event in incident.events}
    changes = support.next_change(incident, min(moments), service=service)
    while changes is not None:
        moments.add(changes)
        changes = support.next_change(incident, changes, service=service)
    return Example(incident, service, tuple(sorted(moments)))


def read_in_pairs() -> Iterator[tuple[str, ...]]:
    """Yield the readings by default, each other one alone, and every two of two switches."""
    yield ()
    for _, choice in CHOICES:
        yield (choice,)
    for (one, first), (other, second) in combinations(CHOICES, 2):
        if one != other:
            yield first, second


def ask_of(name: str) -> Found:
    """Ask of an example under all of them, at each moment."""
    found = Found()
    incident, service, moments = example(name)
    for chosen in read_in_pairs():
        agreement = standard_support(readings=Readings.of(chosen))
        for as_of in moments:
            differing = differences(incident, service, agreement, as_of)
            found.hold("readings and pairs on examples", (name, as_of, chosen), differing, {})
    return found
