"""Days off of other countries, as the package `holidays` gives them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from slarules.country import country_days_off
from slarules.days import DayKind, SpecialDay
from slarules.errors import (
    CalendarRangeError,
    MissingPackageError,
    RussianDaysError,
    UnknownCountryError,
)
from slarules.terms import Language

THU_2024_08_01 = date(2024, 8, 1)
SAT_2024_08_03 = date(2024, 8, 3)
MON_2024_08_19 = date(2024, 8, 19)
TUE_2024_08_20 = date(2024, 8, 20)
SAT_2024_08_31 = date(2024, 8, 31)
THU_2025_06_19 = date(2025, 6, 19)
FRI_2025_10_03 = date(2025, 10, 3)


class TestDaysOff:
    """What a country keeps, in its own order and words."""

    def test_a_public_holiday_carries_its_name_in_the_countrys_own_language(self) -> None:
        assert country_days_off("DE", FRI_2025_10_03, FRI_2025_10_03) == (
            SpecialDay(FRI_2025_10_03, DayKind.HOLIDAY, off=True, name="Tag der Deutschen Einheit"),
        )

    @pytest.mark.parametrize(
        ("country", "language", "name"),
        [
            ("BY", None, "Новы год"),
            ("BY", Language.RU, "Новый год"),
            ("BY", Language.EN, "New Year's Day"),
            ("DE", Language.EN, "New Year's Day"),
            ("DE", Language.RU, "Neujahr"),  # the package has no Russian for Germany
        ],
    )
    def test_names_are_in_the_language_asked_for_where_they_exist_in_it(
        self, country: str, language: Language | None, name: str
    ) -> None:
        wed_2025_01_01 = date(2025, 1, 1)
        (day,) = country_days_off(country, wed_2025_01_01, wed_2025_01_01, language=language)
        assert day.name == name

    def test_the_language_of_the_machine_changes_nothing(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LANGUAGE", "th")
        (day,) = country_days_off("DE", FRI_2025_10_03, FRI_2025_10_03)
        assert day.name == "Tag der Deutschen Einheit"

    def test_a_weekend_day_that_is_worked_is_told_as_such(self) -> None:
        days = country_days_off("HU", THU_2024_08_01, SAT_2024_08_31)
        assert [(one.day, one.kind, one.off) for one in days] == [
            (SAT_2024_08_03, DayKind.WORKED_WEEKEND, False),
            (MON_2024_08_19, DayKind.HOLIDAY, True),
            (TUE_2024_08_20, DayKind.HOLIDAY, True),
        ]

    def test_a_part_of_a_country_adds_its_own_days(self) -> None:
        assert country_days_off("DE", THU_2025_06_19, THU_2025_06_19) == ()
        (corpus_christi,) = country_days_off("DE", THU_2025_06_19, THU_2025_06_19, "BY")
        assert corpus_christi.name == "Fronleichnam"

    def test_days_are_in_order_and_each_stands_once(self) -> None:
        days = [one.day for one in country_days_off("CN", date(2020, 1, 1), date(2025, 12, 31))]
        assert days == sorted(set(days))


class TestRefusals:
    """What the package cannot know is refused, never answered with an empty list."""

    @pytest.mark.parametrize("country", ["RU", "rus"])
    def test_russia_has_a_calendar_of_its_own(self, country: str) -> None:
        with pytest.raises(RussianDaysError) as refusal:
            country_days_off(country, THU_2024_08_01, SAT_2024_08_31)
        assert str(refusal.value) == (
            f"the days off of {country!r} are not taken from the package holidays, which carries "
            "nothing over after 2027; use slarules.russia, which holds the official calendar"
        )

    @pytest.mark.parametrize(
        ("country", "part", "message"),
        [
            ("XX", None, "no days off are known for 'XX'; "),
            ("", None, "no days off are known for ''; "),
            ("DE", "QQ", "no days off are known for 'DE' with the part 'QQ'; "),
        ],
    )
    def test_an_unknown_country_or_part(self, country: str, part: str | None, message: str) -> None:
        with pytest.raises(UnknownCountryError) as refusal:
            country_days_off(country, THU_2024_08_01, SAT_2024_08_31, part)
        assert refusal.value.args == (country, part)
        assert str(refusal.value) == message + "give the ISO codes that the package holidays lists"

    def test_years_the_package_has_nothing_about(self) -> None:
        with pytest.raises(CalendarRangeError) as refusal:
            country_days_off("CN", date(1949, 12, 31), date(1950, 12, 31))
        assert refusal.value.first == date(1950, 1, 1)

    def test_the_package_not_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "holidays", None)
        with pytest.raises(MissingPackageError) as refusal:
            country_days_off("DE", THU_2024_08_01, SAT_2024_08_31)
        assert str(refusal.value) == (
            "holidays is not installed, and the days off of other countries come from it; "
            "install it: pip install holidays"
        )


class TestImports:
    """The package is paid for by those who ask for another country."""

    def test_no_module_of_days_loads_it_by_being_imported(self) -> None:
        asked = (
            "import sys, slarules.country, slarules.russia, slarules.words, slarules.written\n"
            "from datetime import date\n"
            "slarules.russia.off_and_worked(date(1999, 1, 1), date(2037, 12, 31))\n"
            "print(*[name for name in ('holidays', 'dateutil', 'babel') if name in sys.modules])\n"
        )
        run = subprocess.run(
            [sys.executable, "-c", asked], capture_output=True, text=True, check=True
        )
        assert run.stdout.split() == []
