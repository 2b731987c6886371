"""The agreement: its standard calendar, its copies, and the record of the service it is given."""

from __future__ import annotations

import pickle
from datetime import date, datetime, time
from typing import Final

import pytest

from slarules.agreement import Agreement, standard_calendar, standard_support
from slarules.calendar import Beyond, DayStatus
from slarules.errors import NoHoursError, ProjectedCalendarError, ShortDayError
from slarules.parameters import MIDNIGHT, STANDARD, Hours, Interval, Parameters, same_hours
from slarules.readings import (
    CutoffInstant,
    DecreeDays,
    OutageRegistration,
    ReactionDayEnd,
    Readings,
    ShortDays,
)
from slarules.terms import Category, Obligation
from slarules.testing import incident, service
from tests.calendars import MON_2026_11_23, MOSCOW, TUE_2026_11_24, moscow

USUAL: Final = standard_support()
OFF: Final = Readings(decree_days=DecreeDays.NON_BUSINESS_DAYS)
SHORT: Final = Readings(short_days=ShortDays.ONE_HOUR_SHORTER)

FRI_2020_03_27 = date(2020, 3, 27)
MON_2020_03_30 = date(2020, 3, 30)  # declared non-working
THU_2020_04_30 = date(2020, 4, 30)  # declared non-working, and the eve of 1 May
WED_2020_06_24 = date(2020, 6, 24)  # declared non-working
WED_2021_11_03 = date(2021, 11, 3)  # declared non-working, and the eve of 4 November
SAT_2024_12_28 = date(2024, 12, 28)  # worked for Monday the 30th
SAT_2025_11_01 = date(2025, 11, 1)  # worked for Monday the 3rd, and the eve of 4 November
MON_2026_11_02 = date(2026, 11, 2)
TUE_2026_11_03 = date(2026, 11, 3)  # the eve of 4 November
WED_2026_11_04 = date(2026, 11, 4)
MON_2028_01_10 = date(2028, 1, 10)

OUTAGE = service("2026-11-24 10:40 help-desk-down", "15:20 help-desk-restored")
PHONED = incident(
    "2026-11-24 15:25 registered category=C channel=phone accepted_at=2026-11-24T11:30",
)
PAID = service(
    "2026-01-12 10:00 support-signed", "11:00 support-paid through=2026-11-25"
)  # Wednesday


def between(*bounds: str) -> Hours:
    """Return the hours of a day: ``between("10:00-13:00", "14:00-00:00")``, to its end."""
    clocks = (written.split("-") for written in bounds)
    return tuple(Interval(time.fromisoformat(a), time.fromisoformat(b)) for a, b in clocks)


def week(*bounds: str) -> Parameters:
    """Return figures with these hours on each of five days."""
    return Parameters(week=same_hours(5, *between(*bounds)), cutoff=MIDNIGHT)


class TestShortDays:
    """1.1 Under a reading, the eve of a public holiday ends an hour early."""

    def test_the_eve_ends_an_hour_early_and_no_other_day(self) -> None:
        calendar = standard_calendar(SHORT)
        assert calendar.day(TUE_2026_11_03).hours == between("10:00-18:00")
        assert calendar.day(MON_2026_11_02).hours == between("10:00-19:00")

    def test_an_eve_worked_on_a_saturday_has_the_hours_of_a_weekday(self) -> None:
        assert standard_calendar(SHORT).day(SAT_2025_11_01).hours == between("10:00-18:00")

    def test_by_default_no_day_is_shorter(self) -> None:
        assert standard_calendar().day(TUE_2026_11_03).hours == between("10:00-19:00")

    def test_an_eve_that_is_off_stays_off(self) -> None:
        both = standard_calendar(OFF.replace(short_days=ShortDays.ONE_HOUR_SHORTER))
        for day in (THU_2020_04_30, WED_2021_11_03):
            assert both.day(day).hours == ()
            assert standard_calendar(SHORT).day(day).hours == between("10:00-18:00")

    @pytest.mark.parametrize(
        ("usual", "short"),
        [
            # the last closing comes an hour earlier
            (["10:00-13:00", "14:00-19:00"], ["10:00-13:00", "14:00-18:00"]),
            (["10:00-00:00"], ["10:00-23:00"]),
            # an interval of an hour goes whole, and what is left ends when it ended
            (["10:00-13:00", "18:00-19:00"], ["10:00-13:00"]),
            # a shorter one goes, and of the one before it what lies past the new end
            (["10:00-18:15", "18:30-19:00"], ["10:00-18:00"]),
            # two short ones go
            (["10:00-17:00", "18:00-18:20", "18:30-19:00"], ["10:00-17:00"]),
        ],
    )
    def test_the_hour_is_taken_from_the_end(self, usual: list[str], short: list[str]) -> None:
        calendar = standard_calendar(SHORT, week(*usual))
        assert calendar.day(TUE_2026_11_03).hours == between(*short)

    @pytest.mark.parametrize(
        ("hours", "written"),
        [
            (["08:00-09:00"], "08:00–09:00"),
            (["00:00-00:20", "00:30-00:50"], "00:00–00:20, 00:30–00:50"),
        ],
    )
    def test_a_day_of_an_hour_cannot_end_an_hour_early(
        self, hours: list[str], written: str
    ) -> None:
        with pytest.raises(ShortDayError) as refused:
            standard_calendar(SHORT, week(*hours))
        assert str(refused.value) == (
            f"hours of {written} leave nothing of a day that ends an hour early; "
            "give every day more than an hour, or read short-days as full-day"
        )


class TestStandardCalendar:
    """1.1 Business days are those of the production calendar; a reading says which."""

    def test_days_declared_non_working_are_business_days_unless_read_otherwise(self) -> None:
        for day in (MON_2020_03_30, THU_2020_04_30, WED_2020_06_24, WED_2021_11_03):
            assert standard_calendar().is_business_day(day)
            assert not standard_calendar(OFF).is_business_day(day)

    def test_saturdays_worked_and_holidays_are_no_part_of_that_reading(self) -> None:
        for calendar in (standard_calendar(), standard_calendar(OFF)):
            assert calendar.is_business_day(SAT_2024_12_28)
            assert not calendar.is_business_day(WED_2026_11_04)
            assert calendar.is_business_day(TUE_2026_11_03)

    def test_it_knows_why_a_day_differs(self) -> None:
        why = standard_calendar().day(WED_2026_11_04).why
        assert why is not None
        assert why.name == "national-unity"

    def test_a_year_nobody_has_decreed_is_marked_or_refused(self) -> None:
        assert standard_calendar().day(MON_2028_01_10).status is DayStatus.PROJECTED
        with pytest.raises(ProjectedCalendarError):
            standard_calendar(beyond=Beyond.REFUSE).is_business_day(MON_2028_01_10)

    def test_a_week_without_hours_is_refused(self) -> None:
        with pytest.raises(NoHoursError) as refused:
            standard_calendar(parameters=Parameters(week=((), (), (), (), (), (), ())))
        assert str(refused.value) == (
            "the agreed week has no service hours on any day; "
            "give one day of the week hours at least"
        )


class TestTheCalendarGiven:
    """1.1 The readings of days act on the standard calendar, and on none that is given."""

    GIVEN: Final = Agreement(
        calendar=USUAL.calendar,
        readings=Readings(cutoff_instant=CutoffInstant.SAME_DAY),
        parameters=STANDARD.replace(silence=5),
    )

    def test_other_readings_leave_it_as_it_is(self) -> None:
        for other in (
            self.GIVEN.under(OFF),
            self.GIVEN.with_readings(decree_days=DecreeDays.NON_BUSINESS_DAYS),
        ):
            assert other.calendar is USUAL.calendar
            assert other.parameters == STANDARD.replace(silence=5)
            assert other.readings.decree_days is DecreeDays.NON_BUSINESS_DAYS
        assert self.GIVEN.under(OFF).readings == OFF

    def test_figures_and_readings_stay_with_another_calendar(self) -> None:
        short = standard_calendar(SHORT)
        other = self.GIVEN.with_calendar(short)
        assert other.calendar is short
        assert other.readings == self.GIVEN.readings
        assert other.parameters == self.GIVEN.parameters

    def test_a_copy_knows_that_it_was_given(self) -> None:
        copy = pickle.loads(pickle.dumps(self.GIVEN))  # noqa: S301 - our own
        assert copy == self.GIVEN
        assert copy.under(OFF).calendar.is_business_day(MON_2020_03_30)

    def test_a_copy_over_a_calendar_of_its_own_has_that_calendar(self) -> None:
        own = USUAL.with_calendar(standard_calendar(SHORT))
        assert pickle.loads(pickle.dumps(own)) == own  # noqa: S301 - our own

    def test_a_copy_of_the_standard_one_still_hangs_on_its_readings(self) -> None:
        copy = pickle.loads(pickle.dumps(USUAL))  # noqa: S301 - our own
        other = copy.with_readings(decree_days=DecreeDays.NON_BUSINESS_DAYS)
        assert not other.calendar.is_business_day(MON_2020_03_30)

    def test_no_day_of_it_hangs_on_a_reading(self) -> None:
        # Registered on Friday 27 March 2020 after noon: due on Monday the 30th, a day in doubt.
        doubtful = incident("2020-03-27 13:00 registered category=B")
        as_of = moscow(FRI_2020_03_27, 14)
        assert "decree-days" in Agreement().assess(doubtful, as_of).consulted
        given = Agreement(calendar=USUAL.calendar)
        assert "decree-days" not in given.assess(doubtful, as_of).consulted
        assert USUAL.reaction_due(as_of) == moscow(MON_2020_03_30, 19)


class TestValues:
    """Agreements are values."""

    def test_those_that_differ_lie_apart_in_a_set(self) -> None:
        others = [
            USUAL,
            USUAL.with_readings(cutoff_instant=CutoffInstant.SAME_DAY),
            USUAL.with_readings(reaction_day_end=ReactionDayEnd.MIDNIGHT),
            USUAL.with_parameters(silence=5),
            USUAL.with_calendar(standard_calendar(SHORT)),
        ]
        assert len(set(map(hash, others))) == len(others)

    def test_the_same_arguments_give_the_same_object(self) -> None:
        assert standard_support(parameters=STANDARD.replace(silence=7)) is standard_support(
            parameters=STANDARD.replace(silence=7)
        )


class TestTheRecordOfTheService:
    """2.3, 3.1 What is recorded of the service is asked for by every answer about an incident."""

    def test_when_support_ends_a_verdict_changes(self) -> None:
        # A reaction missed on Monday; support is paid for through Wednesday 25 November.
        missed = incident("2026-11-23 11:00 registered category=C")
        as_of = moscow(TUE_2026_11_24, 12)
        assert USUAL.next_change(missed, as_of) is None
        assert USUAL.next_change(missed, as_of, service=PAID) == datetime(
            2026, 11, 26, tzinfo=MOSCOW
        )

    def test_an_incident_taken_by_phone_in_an_outage(self) -> None:
        as_of = moscow(TUE_2026_11_24, 16)
        with_it = USUAL.assess(PHONED, as_of, service=OUTAGE)
        without = USUAL.assess(PHONED, as_of)
        assert with_it.registered_at == moscow(TUE_2026_11_24, 11, 30)
        assert without.registered_at == moscow(TUE_2026_11_24, 15, 25)
        assert with_it[Obligation.REACTION].due == moscow(TUE_2026_11_24, 19)

    def test_two_agreements_are_compared_on_it(self) -> None:
        other = USUAL.with_readings(outage_registration=OutageRegistration.ON_ENTRY)
        as_of = moscow(TUE_2026_11_24, 16)
        assert USUAL.compare(other, [PHONED], as_of).same == 1
        assert USUAL.compare(other, [PHONED], as_of, service=OUTAGE).same == 0

    def test_the_readings_that_matter_are_found_on_it(self) -> None:
        found = USUAL.sensitivity(PHONED, moscow(TUE_2026_11_24, 16), service=OUTAGE)
        assert ("outage-registration=on-entry",) in [one.readings for one in found.effects]


class TestDueMoments:
    """4.3, 4.4, 4.11 The moments of one agreement."""

    def test_a_replacement_is_sought_for_b_unless_another_is_asked(self) -> None:
        asked = moscow(MON_2026_11_23, 11)
        assert USUAL.replacement_search_deadline(asked) == USUAL.replacement_search_deadline(
            asked, Category.B
        )
