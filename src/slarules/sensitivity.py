"""
Which readings matter to one incident: what each other option, alone or in a pair, would change.

A switch that an assessment did not consult cannot change it alone; a pair can only where one of
its switches was consulted at first and the other then or after flipping it. So a dozen or so
assessments stand for the hundreds of all singles and pairs; a test compares them by brute force.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from slarules.readings import SWITCHES, WARNED
from slarules.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from slarules.assess import Assessment, Verdict
    from slarules.findings import FindingId
    from slarules.history import State
    from slarules.readings import Readings
    from slarules.terms import Obligation, Outcome, Word


class Glance(Record):
    """What a verdict comes to, without its reasons."""

    outcome: Outcome
    due: datetime | None = None
    since: datetime | None = None
    until: datetime | None = None
    conditional_on: tuple[str, ...] = ()
    waits_for: str = ""


class VerdictChange(Record):
    """Another verdict on an obligation."""

    obligation: Obligation
    before: Glance
    after: Glance


class RegistrationChange(Record):
    """Another official moment of registration, or none."""

    before: datetime | None
    after: datetime | None


class StateChange(Record):
    """Another state of the incident."""

    before: State
    after: State


class FindingsChange(Record):
    """Findings that another reading would not make, or would make."""

    gone: tuple[FindingId, ...]
    new: tuple[FindingId, ...]


Choice = tuple[str, "Word"]
"""A switch and one of its options."""

Change = VerdictChange | RegistrationChange | StateChange | FindingsChange


class Effect(Record):
    """What one other choice, or two together, would change."""

    readings: tuple[str, ...]
    """The choice or the two, written ``switch=option``."""
    changes: tuple[Change, ...]
    """Of a pair: only what neither does alone."""
    warned: bool
    """Whether the library warns of these choices together with the others made."""


class Sensitivity(Record):
    """The readings that matter to one incident as of one moment."""

    number: str
    as_of: datetime
    effects: tuple[Effect, ...]
    """Singles in the order of the register, then pairs; what changes nothing is not here."""
    assessed: int
    """How many assessments it took."""


def sensitivity(readings: Readings, assessed: Callable[[Readings], Assessment], /) -> Sensitivity:
    """
    Return which other readings would change an assessment, and how.

    Args:
        readings: The choices made.
        assessed: Assesses the incident under some readings.
    """
    base = assessed(readings)
    singles = {
        (switch, option): assessed(_with(readings, switch, option))
        for switch in _in_order(base.consulted)
        for option in _others(readings, switch)
    }
    effects = [
        _effect((choice,), changes, readings)
        for choice, answer in singles.items()
        if (changes := changes_between(base, answer))
    ]
    essences = {choice: _essence(answer) for choice, answer in singles.items()}
    plain = _essence(base)
    pairs = _pairs(readings, base, singles)
    for first, second, both in pairs:
        answer = assessed(both)
        known = plain | essences.get(first, plain) | essences.get(second, plain)
        if _essence(answer) - known:
            new = tuple(c for c in changes_between(base, answer) if _is_new(c, known, answer))
            if new:
                effects.append(_effect((first, second), new, readings))
    return Sensitivity(
        number=base.number,
        as_of=base.as_of,
        effects=tuple(effects),
        assessed=1 + len(singles) + len(pairs),
    )


def _pairs(
    readings: Readings, base: Assessment, singles: dict[Choice, Assessment]
) -> list[tuple[Choice, Choice, Readings]]:
    """Return the pairs that could matter: both consulted at first, or one after flipping one."""
    tried: set[frozenset[Choice]] = set()
    found: list[tuple[Choice, Choice, Readings]] = []
    for (switch, option), alone in singles.items():
        flipped = _with(readings, switch, option)
        for second in _in_order((*base.consulted, *alone.consulted)):
            if second == switch:
                continue
            for second_option in _others(readings, second):
                pair = frozenset({(switch, option), (second, second_option)})
                if pair not in tried:
                    tried.add(pair)
                    both = _with(flipped, second, second_option)
                    found.append(((switch, option), (second, second_option), both))
    return found


def _field(switch: str) -> str:
    return switch.replace("-", "_")


def _in_order(consulted: tuple[str, ...]) -> list[str]:
    wanted = set(consulted)
    return [switch for switch in SWITCHES if switch in wanted]


def _others(readings: Readings, switch: str) -> Iterator[Word]:
    """Yield every other option of a switch."""
    chosen = readings.option(switch)
    return (option for option in SWITCHES[switch] if option is not chosen)


@lru_cache(maxsize=4096)  # a pair of choices at most, from the few readings one asks about
def _with(readings: Readings, switch: str, option: Word) -> Readings:
    """Return the readings with one choice made otherwise."""
    return readings.replace(**{_field(switch): option})


def _glance(verdict: Verdict) -> Glance:
    return Glance(
        outcome=verdict.outcome,
        due=verdict.due,
        since=verdict.since,
        until=verdict.until,
        conditional_on=verdict.conditional_on,
        waits_for=verdict.waits_for,
    )


def _verdict_key(verdict: Verdict) -> tuple[object, ...]:
    return (
        verdict.obligation,
        verdict.outcome,
        verdict.due,
        verdict.since,
        verdict.until,
        verdict.conditional_on,
        verdict.waits_for,
    )


def _findings(answer: Assessment) -> tuple[FindingId, ...]:
    return tuple(finding.id for finding in answer.findings)


def _essence(answer: Assessment) -> frozenset[object]:
    """Return what an answer comes to, part by part."""
    return frozenset(
        (
            *map(_verdict_key, answer.verdicts),
            ("registered", answer.registered_at),
            ("state", answer.state),
            ("findings", _findings(answer)),
        )
    )


def _is_new(change: Change, known: frozenset[object], answer: Assessment) -> bool:
    """Return whether a part of a pair's answer is none of either choice alone."""
    match change:
        case VerdictChange():
            return _verdict_key(answer[change.obligation]) not in known
        case RegistrationChange():
            return ("registered", change.after) not in known
        case StateChange():
            return ("state", change.after) not in known
        case FindingsChange():
            return ("findings", _findings(answer)) not in known


def changes_between(base: Assessment, answer: Assessment, /) -> tuple[Change, ...]:
    """Return the parts in which an answer differs from the first one; reasons are no part."""
    found: list[Change] = []
    for before, after in zip(base.verdicts, answer.verdicts, strict=True):
        if _verdict_key(before) != _verdict_key(after):
            found.append(
                VerdictChange(
                    obligation=before.obligation, before=_glance(before), after=_glance(after)
                )
            )
    if base.registered_at != answer.registered_at:
        found.append(RegistrationChange(before=base.registered_at, after=answer.registered_at))
    if base.state is not answer.state:
        found.append(StateChange(before=base.state, after=answer.state))
    had, has = _findings(base), _findings(answer)
    if had != has:
        found.append(FindingsChange(gone=_without(had, has), new=_without(has, had)))
    return tuple(found)


def _without(those: tuple[FindingId, ...], these: tuple[FindingId, ...]) -> tuple[FindingId, ...]:
    """Return those that are not among these, each as often as it is missing."""
    left = list(these)
    kept: list[FindingId] = []
    for finding in those:
        if finding in left:
            left.remove(finding)
        else:
            kept.append(finding)
    return tuple(kept)


def _effect(
    choices: tuple[tuple[str, Word], ...], changes: tuple[Change, ...], readings: Readings
) -> Effect:
    written = tuple(f"{switch}={option.value}" for switch, option in choices)
    flipped = readings.replace(**{_field(switch): option for switch, option in choices})
    warned = any(
        any(choice in pair for choice in written)
        and all(
            f"{s}={flipped.option(s).value}" in pair for s in (c.partition("=")[0] for c in pair)
        )
        for pair in WARNED
    )
    return Effect(readings=written, changes=changes, warned=warned)
