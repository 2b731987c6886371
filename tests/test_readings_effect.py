"""
Every option of every switch changes some answer: an incident each, both answers worked by hand.

Two options are inert under the hours the contract states; they are shown under an agreed cut-off
earlier than the opening, and shown to be inert without it. One switch acts where a matter is first
classified, one between editions of the agreement: they have tests of their own below.
"""

from __future__ import annotations

import csv
from datetime import date, datetime, time, timedelta
from typing import Final

import pytest

from slarules.agreement import standard_support
from slarules.classify import (
    BaseModule,
    Classified,
    DefinitionGap,
    Documents,
    Domain,
    Effect,
    Facts,
    Matter,
    Users,
    Workaround,
    classify,
)
from slarules.editions import Edition, Editions
from slarules.parameters import STANDARD, Parameters
from slarules.reading_rows import READING_ROWS
from slarules.readings import (
    SWITCHES,
    EditionOfIncident,
    Readings,
    SeverityGap,
    default_option,
)
from slarules.record import Record
from slarules.terms import Category, Language, Obligation, Severity
from slarules.testing import incident
from tests.judging import MOSCOW, Lines, agreement, at, judge, told
from tests.shared import ROOT

C: Final = "2026-11-23 11:00 registered category=C"  # a Monday
D: Final = "2026-11-23 11:00 registered category=D"
WAITS: Final = "waits=information-provided"


class Shown(Record):
    """One option, an incident, and what it comes to by default and with the option."""

    reading: str
    lines: Lines
    as_of: str
    asks: str
    """An obligation; or "elapsed", the business time of the resolution clock."""
    default: str
    other: str
    beside: Lines | None
    parameters: Parameters


def row_of(row: dict[str, str]) -> Shown:
    """Return a row of docs/examples/readings.csv: worked by hand, and says how."""
    cutoff = time.fromisoformat(row["cutoff"]) if row["cutoff"] else STANDARD.cutoff
    return Shown(
        reading=row["reading"],
        lines=tuple(row["lines"].split("; ")),
        as_of=row["as_of"],
        asks=row["asks"],
        default=row["default"],
        other=row["other"],
        beside=tuple(row["beside"].split("; ")) if row["beside"] else None,
        parameters=STANDARD.replace(cutoff=cutoff),
    )


with (ROOT / "docs" / "examples" / "readings.csv").open(encoding="utf-8", newline="") as file:
    EFFECTS: Final = tuple(map(row_of, csv.DictReader(file)))

# fmt: off
ELSEWHERE: Final = {
    "severity-gap=higher": "acts where the definitions are applied: TestSeverityGap",
    "severity-gap=lower": "acts where the definitions are applied: TestSeverityGap",
    "edition-of-incident=each-event": "acts between editions of an agreement: TestEditions",
}
"""Options no single agreement's assessment can show, and where they are shown."""

INERT: Final = ("registered-on-day-off=as-if-next-opening", "before-opening=as-at-opening")
"""Options that change nothing under the hours and the cut-off the contract states."""
# fmt: on


def answered(shown: Shown, *readings: str) -> str:
    found = judge(
        shown.lines,
        shown.as_of,
        *readings,
        beside=shown.beside,
        parameters=shown.parameters,
    )
    if shown.asks != "elapsed":
        return told(found[Obligation.of(shown.asks)])
    clock = found[Obligation.RESOLUTION_CLOCK]
    elapsed = clock.elapsed(at(shown.as_of), agreement().calendar)
    assert elapsed is not None
    return f"{elapsed.business // 3600}:{elapsed.business // 60 % 60:02}"


def name_of(shown: Shown) -> str:
    return f"{shown.reading} {shown.asks}"


@pytest.mark.parametrize("shown", EFFECTS, ids=name_of)
class TestEffect:
    """2.1 to 4.12: each reading acts where its clause is open."""

    def test_by_default_it_is_this(self, shown: Shown) -> None:
        assert answered(shown) == shown.default

    def test_with_the_option_it_is_that(self, shown: Shown) -> None:
        assert shown.other != shown.default
        assert answered(shown, shown.reading) == shown.other

    def test_it_was_asked_for_either_way(self, shown: Shown) -> None:
        switch = shown.reading.partition("=")[0]
        for readings in ((), (shown.reading,)):
            found = judge(
                shown.lines,
                shown.as_of,
                *readings,
                beside=shown.beside,
                parameters=shown.parameters,
            )
            assert switch in found.consulted


class TestComplete:
    """No option is forgotten."""

    def test_every_option_that_is_no_default_is_shown(self) -> None:
        options = {
            f"{switch}={option.value}"
            for switch, words in SWITCHES.items()
            for option in words
            if option is not default_option(words)
        }
        assert len(SWITCHES) == 39
        assert {shown.reading for shown in EFFECTS} | ELSEWHERE.keys() == options
        assert not {shown.reading for shown in EFFECTS} & ELSEWHERE.keys()

    def test_only_the_inert_ones_are_shown_under_other_parameters(self) -> None:
        shown = {one.reading for one in EFFECTS if one.parameters != STANDARD}
        assert shown == set(INERT)


class TestInert:
    """4.3, 1.1: with the cut-off at 12:00 and the opening at 10:00 two options change nothing."""

    @pytest.mark.parametrize("reading", INERT)
    def test_no_registration_of_two_years_is_answered_otherwise(self, reading: str) -> None:
        # what could part the options is an hour before 12:00 of a day off, or before 10:00
        plain, other = agreement(), agreement((reading,))
        day = datetime(2024, 12, 1, tzinfo=MOSCOW)
        while day.year < 2027:
            for hour in (0, 3, 9, 10, 11, 12, 13, 19, 23):
                registered = day.replace(hour=hour, minute=59 if hour == 9 else 0)
                assert plain.reaction_due(registered) == other.reaction_due(registered)
            day += timedelta(days=1)

    @pytest.mark.parametrize("reading", INERT)
    def test_it_is_said_to_be_inert(self, reading: str) -> None:
        row = READING_ROWS[reading.partition("=")[0]]
        assert "same day now" in row.why.of(Language.EN)
        assert "сейчас оба ответа дают один день" in row.why.of(Language.RU)


class TestSeverityGap:
    """4.6, 4.7, 4.8: an error the definitions of the levels leave out."""

    # of C: a module departs from its documentation; minor, and there is no workaround
    FACTS: Final = Facts(
        matter=Matter.PROBLEM,
        domain=Domain.PRODUCT,
        documents=Documents.DEPARTS_FROM_ONE,
        base_module=BaseModule.SOUND,
        effect=Effect.MINOR,
        users=Users.MOST,
        workaround=Workaround.NONE,
    )

    def test_by_default_no_level_fits(self) -> None:
        assert isinstance(classify(self.FACTS), DefinitionGap)

    @pytest.mark.parametrize(
        ("reading", "severity"),
        [(SeverityGap.HIGHER, Severity.SERIOUS), (SeverityGap.LOWER, Severity.MINOR)],
    )
    def test_a_reading_takes_the_level_on_one_side(
        self, reading: SeverityGap, severity: Severity
    ) -> None:
        found = classify(self.FACTS, severity_gap=reading)
        assert isinstance(found, Classified)
        assert (found.category, found.severity) == (Category.C, severity)

    @pytest.mark.parametrize("reading", [*SeverityGap])
    def test_what_is_recorded_is_not_classified_anew(self, reading: SeverityGap) -> None:
        """[category-governs]: the recorded level stands, so no assessment asks."""
        found = judge((C,), "2026-11-23 12:00", f"severity-gap={reading.value}")
        assert found == judge((C,), "2026-11-23 12:00")
        assert "severity-gap" not in found.consulted


class TestEditions:
    """0.1, 4.12: the agreement was amended while the incident was open."""

    # five business days of silence instead of three, from Thursday 26 November 2026 on; asked that
    # day at noon: 27, 30 November and 1 December, or those and 2 and 3 December
    LINES: Final[Lines] = (D, "2026-11-26 12:00 information-requested")

    @pytest.mark.parametrize(
        ("reading", "due"),
        [
            (EditionOfIncident.REGISTRATION, "2026-12-02 00:00"),
            (EditionOfIncident.EACH_EVENT, "2026-12-04 00:00"),
        ],
    )
    def test_a_reading_says_which_edition_counts(
        self, reading: EditionOfIncident, due: str
    ) -> None:
        first = standard_support(readings=Readings(edition_of_incident=reading))
        editions = Editions(
            Edition(date(2026, 1, 1), first),
            Edition(date(2026, 11, 26), first.with_parameters(silence=5)),
        )
        found = editions.assess(incident(*self.LINES), at("2026-11-26 12:00"))
        assert told(found[Obligation.AUTOMATIC_CLOSING]) == f"pending due={due} {WAITS}"
