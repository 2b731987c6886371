"""
Incidents in a few lines, judged under the standard agreement: what the tests by hand share.

Lines tell Moscow's clock (``slarules.testing.incident``); so does every moment written as text.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from slarules.agreement import Agreement, standard_support
from slarules.parameters import STANDARD, Parameters
from slarules.readings import Readings
from slarules.service import UNRECORDED
from slarules.terms import Obligation
from slarules.testing import incident, service

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from slarules.assess import Assessment, Verdict

MOSCOW: Final = ZoneInfo("Europe/Moscow")

Lines = tuple[str, ...]

UP: Final[Lines] = ("2020-01-01 00:00 accounts-issued count=2",)
"""A record of the service with nothing to say against it: no outage, nothing of support."""


def at(text: str) -> datetime:
    """Return the moment on Moscow's clock: ``2026-11-23 19:00``."""
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW)


def moscow(moment: datetime | None) -> str:
    """Return the moment as the tests write it; nothing for none."""
    if moment is None:
        return ""
    text = moment.astimezone(MOSCOW).replace(tzinfo=None).isoformat(" ")
    return text.removesuffix(":00") if moment.second == 0 == moment.microsecond else text


def agreement(readings: Iterable[str] = (), parameters: Parameters = STANDARD) -> Agreement:
    """Return the standard agreement under these readings: ``cutoff-instant=same-day``."""
    return standard_support(readings=Readings.of(readings), parameters=parameters)


def judge(
    lines: Sequence[str],
    as_of: str,
    *readings: str,
    beside: Sequence[str] | None = None,
    parameters: Parameters = STANDARD,
) -> Assessment:
    """
    Return what the contract says of the incident of these lines.

    Args:
        lines: The incident, a line an event.
        as_of: The moment it is judged at, on Moscow's clock.
        readings: Those that differ from the default.
        beside: The record of the service, a line an event; without it none is kept.
        parameters: What the parties agreed.
    """
    kept = UNRECORDED if beside is None else service(*beside)
    return agreement(readings, parameters).assess(incident(*lines), at(as_of), service=kept)


def told(verdict: Verdict) -> str:
    """
    Return a verdict on one line: the outcome, and what else is in it.

    ``missed due=2026-11-23 19:00 since=2026-11-23 19:30 if=category waits=resolved``
    """
    parts = [verdict.outcome.value]
    for name in ("due", "since", "until"):
        moment = getattr(verdict, name)
        if moment is not None:
            parts.append(f"{name}={moscow(moment)}")
    if verdict.conditional_on:
        parts.append(f"if={','.join(verdict.conditional_on)}")
    if verdict.waits_for:
        parts.append(f"waits={verdict.waits_for}")
    return " ".join(parts)


def verdicts(found: Assessment) -> dict[str, str]:
    """Return every verdict on one line, by its obligation."""
    return {verdict.obligation.value: told(verdict) for verdict in found.verdicts}


def verdict(found: Assessment, obligation: str) -> str:
    """Return one verdict on one line."""
    return told(found[Obligation.of(obligation)])


def findings(found: Assessment) -> list[str]:
    """Return the findings: id, place of the event, moment: ``F-4.11-1 2 2026-11-24 10:00``."""
    return [
        " ".join(
            (finding.id, "-" if finding.event is None else str(finding.event), moscow(finding.at))
        )
        for finding in found.findings
    ]
