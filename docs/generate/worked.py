"""
The worked examples: incidents and their answers by hand, and what the package answers.

``docs/examples`` holds three tables. ``examples.csv`` names the incidents beside it;
``answers.csv`` says what each comes to; ``readings.csv`` has a small incident for each option of
the readings. What they expect was worked by hand, and the tests hold the package to it; here the
package answers, so that a page cannot show what is not so.
"""

from __future__ import annotations

import csv
from datetime import datetime, time
from functools import cache
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from docs.generate.cite import ROOT
from slarules.agreement import standard_support
from slarules.documents import loads
from slarules.explain import explain
from slarules.incident import Incident
from slarules.parameters import STANDARD
from slarules.readings import Readings
from slarules.record import Record
from slarules.service import UNRECORDED, ServiceRecord
from slarules.terms import Language, Obligation, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from slarules.agreement import Agreement
    from slarules.assess import Assessment, Verdict
    from slarules.service import Service

FOLDER: Final = ROOT / "docs" / "examples"
MOSCOW: Final = ZoneInfo("Europe/Moscow")


class Example(Record):
    """One incident of the folder."""

    name: str
    clauses: tuple[str, ...]
    title: Text
    incident: Incident
    service: Service


class Answered(Record):
    """What one example comes to, by hand."""

    example: str
    as_of: datetime
    readings: tuple[str, ...]
    obligation: Obligation
    expected: str
    """On one line: the outcome, and its moments on Moscow's clock."""
    findings: tuple[str, ...]
    why: Text


class Effect(Record):
    """One option of a reading, on a small incident."""

    reading: str
    lines: tuple[str, ...]
    """The incident, a line an event, on Moscow's clock (``slarules.testing.incident``)."""
    as_of: datetime
    asks: str
    """The obligation; or "elapsed", the business time of the resolution clock."""
    default: str
    other: str
    beside: tuple[str, ...]
    """The record of the service, written as the incident is; empty where none is kept."""
    cutoff: time | None
    """Another cut-off the parties agreed on, where the option needs one to matter."""
    by_hand: Text

    @property
    def switch(self) -> str:
        """The reading's switch."""
        return self.reading.partition("=")[0]

    @property
    def obligation(self) -> Obligation:
        """What the example is about."""
        return Obligation.RESOLUTION_CLOCK if self.asks == "elapsed" else Obligation.of(self.asks)


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part)


@cache
def examples() -> tuple[Example, ...]:
    """Return every incident of the folder, in the order of its table."""
    return tuple(
        Example(
            name=row["example"],
            clauses=tuple(row["clauses"].split()),
            title=Text(row["title_ru"], row["title_en"]),
            incident=loads((FOLDER / f"{row['example']}.json").read_bytes(), Incident),
            service=_service(row["example"]),
        )
        for row in _rows("examples.csv")
    )


def _service(name: str) -> Service:
    path = FOLDER / f"{name}.service.json"
    return loads(path.read_bytes(), ServiceRecord) if path.exists() else UNRECORDED


@cache
def answered() -> tuple[Answered, ...]:
    """Return what every example comes to, by hand."""
    return tuple(
        Answered(
            example=row["example"],
            as_of=_moment(row["as_of"]),
            readings=_parts(row["readings"]),
            obligation=Obligation.of(row["obligation"]),
            expected=row["answer"],
            findings=_parts(row["findings"]),
            why=Text(row["why_ru"], row["why"]),
        )
        for row in _rows("answers.csv")
    )


@cache
def effects() -> tuple[Effect, ...]:
    """Return the small incidents of the readings, in the order of their table."""
    return tuple(
        Effect(
            reading=row["reading"],
            lines=_parts(row["lines"]),
            as_of=_moment(row["as_of"]),
            asks=row["asks"],
            default=row["default"],
            other=row["other"],
            beside=_parts(row["beside"]),
            cutoff=time.fromisoformat(row["cutoff"]) if row["cutoff"] else None,
            by_hand=Text(row["by_hand_ru"], row["by_hand_en"]),
        )
        for row in _rows("readings.csv")
    )


@cache
def agreement(readings: tuple[str, ...] = (), cutoff: time | None = None) -> Agreement:
    """Return the standard agreement under other readings, and another cut-off if one is given."""
    parameters = STANDARD if cutoff is None else STANDARD.replace(cutoff=cutoff)
    return standard_support(readings=Readings.of(readings), parameters=parameters)


def judged(example: Example, row: Answered) -> Assessment:
    """Return what the package says of an example, under the readings of a row."""
    return agreement(row.readings).assess(example.incident, row.as_of, service=example.service)


def assessed(effect: Effect, readings: Sequence[str] = ()) -> Assessment:
    """Return what the package says of a small incident under some readings."""
    incident, service = records(effect)
    under = agreement(tuple(readings), effect.cutoff)
    return under.assess(incident, effect.as_of, service=service)


@cache
def records(effect: Effect) -> tuple[Incident, Service]:
    """Return the records of a small incident and of the service beside it."""
    from slarules.testing import incident, service

    kept = service(*effect.beside) if effect.beside else UNRECORDED
    return incident(*effect.lines), kept


def said(verdict: Verdict, language: Language) -> str:
    """Return a verdict in words."""
    return explain(verdict, language=language)


def found(effect: Effect, option: str) -> Verdict:
    """Return the verdict a small incident comes to under one option of its switch."""
    return assessed(effect, (f"{effect.switch}={option}",))[effect.obligation]


def elapsed(effect: Effect, verdict: Verdict) -> str:
    """Return the business time of a clock as hours and minutes, where the example asks for it."""
    amount = verdict.elapsed(effect.as_of, agreement().calendar)
    assert amount is not None
    return f"{amount.business // 3600}:{amount.business // 60 % 60:02}"
