"""Printed words and written dates: complete, in both languages, and as CLDR has them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from importlib import import_module
from pkgutil import walk_packages
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import slarules
from slarules.days import DayKind
from slarules.errors import NaiveDatetimeError, UnknownWordError, UnprintedWordError
from slarules.events import EVENTS
from slarules.lifecycle import Standing
from slarules.readings import DecreeDays
from slarules.russia import law_holidays
from slarules.russia_rows import HOLIDAY_NAMES
from slarules.terms import Category, Language, Outcome, Severity, Word
from slarules.words import (
    EVENT_WORDS,
    UNITS,
    WORDS,
    Unit,
    counted,
    event_word,
    holiday_name,
    plural,
    plural_category,
    word,
)
from slarules.written import written_act, written_date, written_day, written_end, written_moment

RU, EN = Language.RU, Language.EN
MOSCOW = ZoneInfo("Europe/Moscow")
NARROW_NO_BREAK_SPACE = "\u202f"

THU_2025_01_09 = date(2025, 1, 9)
SUN_2014_10_26 = date(2014, 10, 26)
WED_2026_01_14 = date(2026, 1, 14)

NEVER_PRINTED = {
    "Beyond": "an option of a call",
    "DayTest": "an option of a call",
    "Form": "an option of a call",
    "Output": "the name of a column",
    "Outside": "an option of a call",
    "Refusal": "a code in a column, and an id beside it",
    "Side": "a sentence of its own for each",
    "ShiftedHour": "a setting in a mapping file, where it is an id",
    "UnmappedActivity": "a setting in a mapping file, where it is an id",
}
"""Sets whose members are only ever written as ids, and why."""

READINGS = "slarules.readings"
"""The answers to open questions are printed by the rows that put the question."""


def closed_sets() -> list[type[Word]]:
    for module in walk_packages(slarules.__path__, "slarules."):
        if module.name.split(".")[1] == "spark":
            continue  # it asks for Spark, and defines none: tests/spark/test_surface.py
        if not module.name.endswith("__main__"):
            import_module(module.name)
    found: list[type[Word]] = []
    waiting: list[type[Word]] = [Word]
    while waiting:
        for below in waiting.pop().__subclasses__():
            found.append(below)
            waiting.append(below)
    return [one for one in found if one.__module__.split(".")[0] == "slarules"]


class TestCompleteness:
    """Every member of every closed set has its words in both languages."""

    def test_every_printed_set_has_a_row_for_each_member_and_no_other_row(self) -> None:
        members: dict[str, set[str]] = {}
        for one in closed_sets():
            if one.__name__ not in NEVER_PRINTED and one.__module__ != READINGS:
                members.setdefault(one.__name__, set()).update(str(m.value) for m in one)
        assert {name: set(rows) for name, rows in WORDS.items()} == members

    def test_the_sets_that_are_never_printed_exist(self) -> None:
        assert NEVER_PRINTED.keys() <= {one.__name__ for one in closed_sets()}

    @pytest.mark.parametrize("name", sorted(WORDS))
    def test_the_words_of_a_set_are_russian_and_english_and_tell_its_members_apart(
        self, name: str
    ) -> None:
        rows = WORDS[name].values()
        for russian, english in rows:
            assert re.search("[а-яё]", russian)
            assert not re.search("[А-Яа-яЁё]", english)
            assert english.strip() == english
            assert russian.strip() == russian
        assert len({russian for russian, _ in rows}) == len(rows)
        assert len({english for _, english in rows}) == len(rows)

    def test_every_kind_of_event_has_its_words_in_both_languages(self) -> None:
        assert set(EVENT_WORDS) == {row.kind for row in EVENTS}
        for russian, english in EVENT_WORDS.values():
            assert re.search("[а-яё]", russian)
            assert not re.search("[А-Яа-яЁё]", english)
        for side in zip(*EVENT_WORDS.values(), strict=True):
            assert len(set(side)) == len(EVENTS)

    def test_every_holiday_of_the_law_has_its_name_in_both_languages(self) -> None:
        ids = {name for year in range(1999, 2041) for _, name in law_holidays(year)}
        assert ids == set(HOLIDAY_NAMES)
        for name in ids:
            assert re.search("[а-я]", holiday_name(name, RU))
            assert re.search("[a-z]", holiday_name(name, EN))

    def test_every_unit_has_all_plural_forms_of_both_languages(self) -> None:
        assert set(UNITS) == set(Unit)
        for russian, english in UNITS.values():
            assert list(russian) == ["one", "few", "many"]
            assert list(english) == ["one", "other"]


class TestWord:
    """A member of a closed set, in a language."""

    @pytest.mark.parametrize(
        ("member", "russian", "english"),
        [
            (Category.A, "ошибки окружения", "environment errors"),
            (Severity.NOT_AN_ERROR, "не ошибка ПП", "not an error of the product"),
            (Outcome.MISSED, "нарушено", "missed"),
            (Standing.C4, "категория C, уровень 4", "category C, level 4"),
            (DayKind.HOLIDAY, "нерабочий праздничный день", "public holiday"),
        ],
    )
    def test_is_printed_in_both(self, member: Word, russian: str, english: str) -> None:
        assert (word(member, RU), word(member, EN)) == (russian, english)

    def test_that_is_only_an_id_is_refused(self) -> None:
        member = next(iter(DecreeDays))
        with pytest.raises(UnprintedWordError) as refusal:
            word(member, EN)
        assert str(refusal.value) == (
            f"DecreeDays {member.value!r} has no printed words; print its id"
        )

    def test_a_kind_of_event_is_printed_by_its_id(self) -> None:
        assert event_word("help-desk-down", RU) == "HelpDesk не работает"
        assert event_word("help-desk-down", EN) == "HelpDesk down"
        with pytest.raises(UnknownWordError) as refusal:
            event_word("HelpDeskDown", EN)
        assert str(refusal.value).startswith("unknown kind of event 'HelpDeskDown'; use one of")

    def test_the_name_of_another_countrys_holiday_is_itself(self) -> None:
        assert holiday_name("Neujahr", RU) == "Neujahr"


class TestCounting:
    """A whole number and its unit."""

    @pytest.mark.parametrize(
        ("number", "russian", "english"),
        [
            (0, "0 рабочих дней", "0 business days"),
            (1, "1 рабочий день", "1 business day"),
            (2, "2 рабочих дня", "2 business days"),
            (3, "3 рабочих дня", "3 business days"),
            (5, "5 рабочих дней", "5 business days"),
            (11, "11 рабочих дней", "11 business days"),
            (12, "12 рабочих дней", "12 business days"),
            (21, "21 рабочий день", "21 business days"),
            (60, "60 рабочих дней", "60 business days"),
            (101, "101 рабочий день", "101 business days"),
            (112, "112 рабочих дней", "112 business days"),
            (122, "122 рабочих дня", "122 business days"),
            (-1, "-1 рабочий день", "-1 business day"),
        ],
    )
    def test_of_business_days(self, number: int, russian: str, english: str) -> None:
        assert counted(number, Unit.BUSINESS_DAY, RU) == russian
        assert counted(number, Unit.BUSINESS_DAY, EN) == english

    @pytest.mark.parametrize(
        ("unit", "forms"),
        [
            (Unit.DAY, "день дня дней"),
            (Unit.HOUR, "час часа часов"),
            (Unit.MINUTE, "минута минуты минут"),
            (Unit.SECOND, "секунда секунды секунд"),
        ],
    )
    def test_of_days_hours_minutes_and_seconds(self, unit: Unit, forms: str) -> None:
        assert " ".join(plural(number, unit, RU) for number in (1, 2, 5)) == forms

    @pytest.mark.parametrize("language", list(Language))
    def test_in_the_category_cldr_gives_the_number(self, language: Language) -> None:
        babel = pytest.importorskip("babel")
        theirs = babel.Locale.parse(language.value).plural_form
        for number in (*range(1001), 10**6, 10**6 + 1, 10**6 + 2):
            assert plural_category(number, language) == theirs(number)

    def test_the_generated_tables_are_up_to_date(self) -> None:
        pytest.importorskip("babel")
        from tools import make_cldr

        assert make_cldr.TARGET.read_text(encoding="utf-8") == make_cldr.written()


class TestWrittenDates:
    """Dates as CLDR has them, with a plain space before «г.»."""

    @given(day=st.dates())
    def test_equal_babel(self, day: date) -> None:
        dates = pytest.importorskip("babel.dates")
        for language, locale in ((RU, "ru"), (EN, "en_GB")):
            for ours, width in ((written_date, "long"), (written_day, "full")):
                theirs: str = dates.format_date(day, width, locale=locale)
                assert ours(day, language) == theirs.replace(NARROW_NO_BREAK_SPACE, " ")

    def test_are_written_as_a_careful_person_writes_them(self) -> None:
        assert written_date(THU_2025_01_09, RU) == "9 января 2025 г."
        assert written_date(THU_2025_01_09, EN) == "9 January 2025"
        assert written_day(THU_2025_01_09, RU) == "четверг, 9 января 2025 г."
        assert written_day(THU_2025_01_09, EN) == "Thursday, 9 January 2025"


class TestWrittenMoments:
    """A moment says whose clock it is read on."""

    @pytest.mark.parametrize(
        ("moment", "russian", "english"),
        [
            (
                datetime(2025, 1, 9, 19, tzinfo=MOSCOW),
                "9 января 2025 г., 19:00 по московскому времени",
                "9 January 2025, 19:00 Moscow time",
            ),
            (
                datetime(2025, 1, 9, 9, 5, 7, tzinfo=MOSCOW),
                "9 января 2025 г., 09:05:07 по московскому времени",
                "9 January 2025, 09:05:07 Moscow time",
            ),
            (
                datetime(2025, 1, 9, 9, 5, 0, 250_000, tzinfo=MOSCOW),
                "9 января 2025 г., 09:05:00,25 по московскому времени",
                "9 January 2025, 09:05:00.25 Moscow time",
            ),
            (
                datetime(2025, 1, 9, 16, tzinfo=UTC),
                "9 января 2025 г., 16:00 по всемирному времени (UTC)",
                "9 January 2025, 16:00 UTC",
            ),
            (
                datetime(2025, 1, 9, 21, tzinfo=ZoneInfo("Asia/Yekaterinburg")),
                "9 января 2025 г., 21:00 (Asia/Yekaterinburg, UTC+05:00)",
                "9 January 2025, 21:00 (Asia/Yekaterinburg, UTC+05:00)",
            ),
            (
                datetime(2025, 1, 9, 21, tzinfo=timezone(-timedelta(hours=3, minutes=30))),
                "9 января 2025 г., 21:00 (UTC-03:30)",
                "9 January 2025, 21:00 (UTC-03:30)",
            ),
        ],
    )
    def test_in_both_languages(self, moment: datetime, russian: str, english: str) -> None:
        assert (written_moment(moment, RU), written_moment(moment, EN)) == (russian, english)

    def test_an_offset_of_seconds_is_written_whole(self) -> None:
        moment = datetime(1900, 1, 1, 12, tzinfo=ZoneInfo("Asia/Tokyo"))
        before = moment.replace(year=1880)
        assert written_moment(before, EN).endswith("12:00 (Asia/Tokyo, UTC+09:18:59)")
        assert written_moment(moment, EN).endswith("12:00 (Asia/Tokyo, UTC+09:00)")

    def test_an_hour_the_clock_showed_twice_carries_its_offset(self) -> None:
        first = datetime(2014, 10, 26, 1, 30, tzinfo=MOSCOW)
        assert written_moment(first, EN) == "26 October 2014, 01:30 Moscow time (UTC+04:00)"
        assert written_moment(first.replace(fold=1), RU) == (
            "26 октября 2014 г., 01:30 по московскому времени (UTC+03:00)"
        )

    @given(
        moments=st.lists(
            st.datetimes(datetime(1999, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC)),
            min_size=2,
            max_size=2,
            unique=True,
        ),
        zone=st.sampled_from([MOSCOW, UTC, ZoneInfo("Asia/Yekaterinburg")]),
    )
    def test_no_two_moments_are_written_alike(self, moments: list[datetime], zone: tzinfo) -> None:
        for language in Language:
            assert len({written_moment(m.astimezone(zone), language) for m in moments}) == 2

    def test_the_end_of_a_day_is_its_24_hours(self) -> None:
        midnight = datetime(2026, 1, 14, tzinfo=MOSCOW)
        assert midnight.date() == WED_2026_01_14
        assert written_end(midnight, RU) == "13 января 2026 г., 24:00 по московскому времени"
        assert written_end(midnight, EN) == "13 January 2026, 24:00 Moscow time"

    @pytest.mark.parametrize("amount", [{"hours": 19}, {"minutes": 1}, {"microseconds": 1}])
    def test_any_other_end_is_written_as_a_moment(self, amount: dict[str, int]) -> None:
        moment = datetime(2026, 1, 14, tzinfo=MOSCOW) + timedelta(**amount)
        assert written_end(moment, RU) == written_moment(moment, RU)

    @pytest.mark.parametrize("write", [written_moment, written_end])
    def test_a_naive_moment_is_refused(self, write: object) -> None:
        assert callable(write)
        with pytest.raises(NaiveDatetimeError):
            write(datetime(2025, 1, 9), RU)


class TestWrittenActs:
    """An act by its number and date."""

    def test_in_both_languages(self) -> None:
        act = "No. 84 of 05.02.2001"
        assert (written_act(act, RU), written_act(act, EN)) == ("№ 84 от 05.02.2001", act)

    def test_no_act_is_written_as_nothing(self) -> None:
        assert written_act("", RU) == ""
