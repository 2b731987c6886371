"""Sensitivity equals brute force over every single reading and every pair."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from slarules.agreement import standard_support
from slarules.readings import SWITCHES, Readings
from tools.edge_incidents import incident_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from slarules.assess import Assessment
    from slarules.incident import Incident
    from slarules.sensitivity import Sensitivity
    from slarules.service import Service


def essence(answer: Assessment) -> dict[str, object]:
    """What an assessment comes to, part by part, without its reasons."""
    parts: dict[str, object] = {
        verdict.obligation.value: (
            verdict.outcome,
            verdict.due,
            verdict.since,
            verdict.until,
            verdict.conditional_on,
            verdict.waits_for,
        )
        for verdict in answer.verdicts
    }
    parts["registered"] = answer.registered_at
    parts["state"] = answer.state
    parts["findings"] = tuple(finding.id for finding in answer.findings)
    return parts


def choices() -> list[tuple[str, str]]:
    """Every other option of every switch."""
    return [
        (switch, str(option.value))
        for switch, options in SWITCHES.items()
        for option in list(options)[1:]
    ]


def by_brute_force(
    incident: Incident, as_of: datetime, service: Service
) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Yield each single choice and each pair that changes something, and the parts it changes."""

    def under(*chosen: tuple[str, str]) -> dict[str, object]:
        readings = Readings.of(f"{switch}={option}" for switch, option in chosen)
        agreement = standard_support(readings=readings)
        return essence(agreement.assess(incident, as_of, service=service))

    base = under()
    singles = {choice: under(choice) for choice in choices()}
    for choice, parts in singles.items():
        if changed := {part for part in base if parts[part] != base[part]}:
            yield (f"{choice[0]}={choice[1]}",), changed
    for first, second in combinations(choices(), 2):
        if first[0] == second[0]:
            continue
        parts = under(first, second)
        if changed := {
            part
            for part in base
            if parts[part] not in (base[part], singles[first][part], singles[second][part])
        }:
            yield (f"{first[0]}={first[1]}", f"{second[0]}={second[1]}"), changed


def by_sensitivity(found: Sensitivity) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Yield the same from the answer under test."""
    for effect in found.effects:
        parts: set[str] = set()
        for change in effect.changes:
            kind = type(change).__name__
            named = {"RegistrationChange": "registered", "StateChange": "state"}
            obligation = getattr(change, "obligation", None)
            parts.add(obligation.value if obligation else named.get(kind, "findings"))
        yield effect.readings, parts


def in_any_order(
    effects: Iterator[tuple[tuple[str, ...], set[str]]],
) -> set[tuple[frozenset[str], frozenset[str]]]:
    return {(frozenset(readings), frozenset(parts)) for readings, parts in effects}


class TestSensitivity:
    """The readings that matter are named, the rest are not; alone and in pairs."""

    @pytest.mark.parametrize("seed", range(200))
    def test_equals_brute_force(self, seed: int) -> None:
        incident, as_of, service = incident_of(seed)
        found = standard_support().sensitivity(incident, as_of, service=service)
        expected = in_any_order(by_brute_force(incident, as_of, service))
        assert in_any_order(by_sensitivity(found)) == expected

    def test_says_how_many_assessments_it_took(self) -> None:
        incident, as_of, service = incident_of(1)
        found = standard_support().sensitivity(incident, as_of, service=service)
        assert 1 < found.assessed < len(choices()) ** 2 // 2
