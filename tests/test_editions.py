"""Which edition of an amended agreement judges an incident (0.1, 4.12)."""

from __future__ import annotations

import pickle
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from slarules.agreement import Agreement, standard_support
from slarules.editions import Edition, Editions
from slarules.errors import EditionsError, NaiveDatetimeError, NoEditionError
from slarules.events import InformationRequested, Registered
from slarules.incident import Incident
from slarules.readings import EditionOfIncident
from slarules.terms import Category, Obligation

MOSCOW: Final = ZoneInfo("Europe/Moscow")
MON_2026_11_23: Final = date(2026, 11, 23)
THU_2026_11_26: Final = date(2026, 11, 26)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), MOSCOW)


def editions(reading: EditionOfIncident) -> Editions:
    """The standard agreement, amended from Thursday: silence of five days, cut-off at 15:00."""
    first = standard_support().with_readings(edition_of_incident=reading)
    amended = first.with_parameters(silence=5, cutoff=time(15))
    return Editions(Edition(date(2026, 1, 1), first), Edition(THU_2026_11_26, amended))


class TestEditions:
    """0.1 The signed agreement governs; 4.12 a change operates forward."""

    INCIDENT: Final = Incident.of(
        [
            Registered(at=at(MON_2026_11_23, 10), number="1", category=Category.C),
            InformationRequested(at=at(THU_2026_11_26, 11)),
        ]
    )

    def test_a_moment_is_judged_by_the_edition_in_force_then(self) -> None:
        both = editions(EditionOfIncident.REGISTRATION)
        # Wednesday 14:00 is after the first cut-off, Thursday 14:00 before the second.
        assert both.reaction_due(at(date(2026, 11, 25), 14)) == at(THU_2026_11_26, 19)
        assert both.reaction_due(at(THU_2026_11_26, 14)) == at(THU_2026_11_26, 19)

    def test_an_edition_begins_at_midnight_of_its_first_day(self) -> None:
        both = editions(EditionOfIncident.REGISTRATION)
        first, second = (edition.agreement for edition in both.editions)
        last = datetime(2026, 11, 25, 23, 59, 59, 999999, tzinfo=MOSCOW)
        assert both.at(last) is first
        assert both.at(at(THU_2026_11_26, 0)) is second

    def test_the_edition_of_the_registration_judges_by_default(self) -> None:
        # Asked on Thursday 26: days 27, 30 November and 1 December; midnight ending the 1st.
        answer = editions(EditionOfIncident.REGISTRATION).assess(
            self.INCIDENT, at(THU_2026_11_26, 12)
        )
        assert answer[Obligation.AUTOMATIC_CLOSING].due == at(date(2026, 12, 2), 0)
        assert "edition-of-incident" in answer.consulted

    def test_or_each_count_by_the_edition_in_force_when_it_began(self) -> None:
        # The same question, five days: 27, 30 November, 1, 2, 3 December.
        answer = editions(EditionOfIncident.EACH_EVENT).assess(
            self.INCIDENT, at(THU_2026_11_26, 12)
        )
        assert answer[Obligation.AUTOMATIC_CLOSING].due == at(date(2026, 12, 4), 0)
        # The reaction counts from Monday, under the first edition either way.
        assert answer[Obligation.REACTION].due == at(MON_2026_11_23, 19)

    def test_before_the_amendment_it_cannot_matter(self) -> None:
        answer = editions(EditionOfIncident.EACH_EVENT).assess(
            self.INCIDENT, at(date(2026, 11, 25), 12)
        )
        assert "edition-of-incident" not in answer.consulted

    def test_sensitivity_names_it(self) -> None:
        found = editions(EditionOfIncident.REGISTRATION).sensitivity(
            self.INCIDENT, at(THU_2026_11_26, 12)
        )
        assert ("edition-of-incident=each-event",) in [effect.readings for effect in found.effects]

    def test_a_date_before_the_first_edition_is_refused(self) -> None:
        with pytest.raises(NoEditionError) as refusal:
            editions(EditionOfIncident.REGISTRATION).at(at(date(2025, 12, 31), 23))
        assert str(refusal.value) == (
            "no edition was in force at 2025-12-31T23:00:00+03:00: the first begins on "
            "2026-01-01; add the edition that was in force then, or check the moment"
        )

    @pytest.mark.parametrize(
        "days", [[], [THU_2026_11_26, THU_2026_11_26], [THU_2026_11_26, MON_2026_11_23]]
    )
    def test_none_two_on_a_day_and_disorder_are_refused(self, days: list[date]) -> None:
        with pytest.raises(EditionsError):
            Editions(*(Edition(day, standard_support()) for day in days))

    def test_a_naive_moment_is_refused(self) -> None:
        with pytest.raises(NaiveDatetimeError):
            editions(EditionOfIncident.REGISTRATION).at(datetime(2026, 12, 1))

    def test_editions_are_values(self) -> None:
        both = editions(EditionOfIncident.EACH_EVENT)
        assert pickle.loads(pickle.dumps(both)) == both  # noqa: S301 - our own
        assert hash(both) == hash(editions(EditionOfIncident.EACH_EVENT))
        assert isinstance(both.editions[0].agreement, Agreement)
        with pytest.raises(AttributeError):
            both.editions = ()  # type: ignore[misc]
