"""Agreements as files: what a file says is what one gets, and every fault of it at once."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slarules.agreement import Agreement, standard_support
from slarules.agreement_file import LIMIT, agreement_keys, agreement_schema
from slarules.agreement_file import agreement_text as text
from slarules.agreement_file import read_agreement as read
from slarules.calendar import Beyond, Decree
from slarules.days import DayKind
from slarules.editions import Edition, Editions
from slarules.errors import AgreementFileError, UnwritableValueError
from slarules.parameters import STANDARD, Interval, Parameters, Target, same_hours
from slarules.readings import SWITCHES, CutoffInstant, DecreeDays, Readings, ShortDays
from slarules.terms import Category, Language, Severity
from tests.shared import ROOT

if TYPE_CHECKING:
    from slarules.parameters import Week

HEAD = 'schema = "slarules/agreement-file/1"\n'
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MON_2026_11_23 = date(2026, 11, 23)
FRI_2026_12_25 = date(2026, 12, 25)
SAT_2026_12_26 = date(2026, 12, 26)
MON_2028_05_08 = date(2028, 5, 8)
SAT_2028_05_13 = date(2028, 5, 13)
FRI_2026_12_18 = date(2026, 12, 18)


def made(body: str) -> Agreement:
    found = read(HEAD + body)
    assert isinstance(found, Agreement)
    return found


def faults(document: str | bytes) -> list[tuple[str, str]]:
    """Return the key and the problem of every fault."""
    with pytest.raises(AgreementFileError) as refused:
        read(document)
    for key, _, problem, remedy in refused.value.faults:
        assert key
        assert problem
        assert remedy
    return [(key, problem) for key, _, problem, _ in refused.value.faults]


class TestStandard:
    """0.1 The contract's own figures are such a file, too."""

    def test_the_shipped_file_is_the_standard_agreement(self) -> None:
        shipped = (ROOT / "src/slarules/examples/standard.toml").read_bytes()
        assert read(shipped) == standard_support()

    def test_the_shipped_file_is_what_is_written_of_it(self) -> None:
        shipped = (ROOT / "src/slarules/examples/standard.toml").read_text(encoding="utf-8")
        assert shipped == text(standard_support(), language=Language.RU)

    def test_a_file_that_says_nothing_is_the_standard_agreement(self) -> None:
        assert made("") == standard_support()

    def test_a_byte_order_mark_is_no_fault(self) -> None:
        assert read(b"\xef\xbb\xbf" + HEAD.encode()) == standard_support()


class TestFigures:
    """1.1, 4.3, 4.4, 4.10, 4.11 Each figure is read as it is written."""

    def test_single_figures(self) -> None:
        parameters = made(
            'zone = "Asia/Yekaterinburg"\ncutoff = "13:30"\nreplacement_after = 45\nsilence = 5\n'
        ).parameters
        assert parameters == Parameters(
            zone="Asia/Yekaterinburg", cutoff=time(13, 30), replacement_after=45, silence=5
        )

    def test_a_cutoff_may_be_a_time_of_toml(self) -> None:
        assert made("cutoff = 11:15:30").parameters.cutoff == time(11, 15, 30)

    def test_hours_of_several_intervals_to_the_end_of_the_day(self) -> None:
        agreement = made(
            "[hours]\n"
            'monday = ["14:00-24:00", "09:00-13:00"]\n'
            'tuesday = ["00:00-24:00"]\n'
            'wednesday = ["10:00–19:00"]\n'  # an en dash, as people type it
            "thursday = []\n"
            'friday = ["10:00 - 12:30:30"]\n'
            "saturday = []\nsunday = []\n"
        )
        whole = (Interval(time(0), time(0)),)
        assert agreement.parameters.week == (
            (Interval(time(9), time(13)), Interval(time(14), time(0))),
            whole,
            (Interval(time(10), time(19)),),
            (),
            (Interval(time(10), time(12, 30, 30)),),
            (),
            (),
        )

    def test_a_desk_that_closes_before_noon(self) -> None:
        days = "".join(f'{day} = ["08:00-11:00"]\n' for day in DAYS[:5])
        agreement = made(f'cutoff = "10:00"\n[hours]\n{days}saturday = []\nsunday = []\n')
        # Monday 23 November 2026, 09:30 in Moscow.
        due = agreement.reaction_due(datetime(2026, 11, 23, 6, 30, tzinfo=UTC))
        assert (due.date(), due.time()) == (MON_2026_11_23, time(11))

    def test_an_hour_less_than_the_hour_there_is(self) -> None:
        days = "".join(f'{day} = ["08:00-09:00"]\n' for day in DAYS)
        body = f'cutoff = "08:30"\n[hours]\n{days}[readings]\nshort-days = "one-hour-shorter"\n'
        ((key, _),) = faults(HEAD + body)
        assert key == "hours"

    def test_targets_in_hours_and_minutes_and_shares_to_warn_at(self) -> None:
        parameters = made(
            "warn_at = [50, 75, 90]\n"
            '[[target]]\ncategory = "C"\nseverity = 1\nhours = 8\n'
            '[[target]]\ncategory = "C"\nminutes = 2700\n'
            '[[target]]\ncategory = "B"\nminutes = 90\n'
        ).parameters
        assert parameters.warn_at == (50, 75, 90)
        assert parameters.resolution_targets == (
            Target(Category.C, Severity.CRITICAL, 480),
            Target(Category.C, None, 2700),
            Target(Category.B, None, 90),
        )

    def test_readings_by_their_ids(self) -> None:
        readings = made('[readings]\ncutoff-instant = "same-day"\n').readings
        assert readings == Readings(cutoff_instant=CutoffInstant.SAME_DAY)


class TestCalendar:
    """1.1 Business days: the production calendar, a country's, the week alone, and what differs."""

    def test_agreed_days_over_the_russian_calendar(self) -> None:
        calendar = made(
            "[calendar]\ndays_off = [2026-12-25]\nworking_days = [2026-12-26]\n"
            '[calendar.hours_on]\n2026-11-23 = ["10:00-16:00"]\n'
        ).calendar
        assert not calendar.is_business_day(FRI_2026_12_25)
        assert calendar.day(FRI_2026_12_25).kind is DayKind.AGREED
        assert calendar.hours_on(SAT_2026_12_26) == (Interval(time(10), time(19)),)
        assert calendar.hours_on(MON_2026_11_23) == (Interval(time(10), time(16)),)
        assert calendar.is_business_day(date(2026, 12, 28))

    def test_a_decree_that_came_out_later(self) -> None:
        calendar = made(
            "[[calendar.decree]]\nthrough = 2028-12-31\n"
            "days_off = [2028-05-08]\nworking_days = [2028-05-13]\n"
        ).calendar
        assert calendar.decreed_through == date(2028, 12, 31)
        assert not calendar.is_business_day(MON_2028_05_08)
        assert calendar.is_business_day(SAT_2028_05_13)

    def test_the_days_off_of_a_country(self) -> None:
        calendar = made(
            'zone = "Asia/Almaty"\n'
            '[calendar]\nbase = "country"\ncountry = "KZ"\n'
            "first = 2026-01-01\nlast = 2026-12-31\ndecreed_through = 2026-12-31\n"
        ).calendar
        # 16 December, the Day of Independence, is a Wednesday in 2026; 4 November is a plain day.
        assert not calendar.is_business_day(date(2026, 12, 16))
        assert calendar.is_business_day(date(2026, 11, 4))
        assert str(calendar.zone) == "Asia/Almaty"

    def test_the_week_alone_with_days_of_its_own(self) -> None:
        calendar = made(
            '[calendar]\nbase = "week"\nfirst = 2026-01-01\nlast = 2026-12-31\n'
            'decreed_through = 2026-06-30\nbeyond = "refuse"\n'
            "days_off = [2026-12-25]\nworking_days = [2026-12-26]\n"
        ).calendar
        assert calendar.beyond is Beyond.REFUSE
        assert calendar.decreed_through == date(2026, 6, 30)
        flags = calendar.table.flags
        assert flags[(FRI_2026_12_25 - calendar.first).days] == 0
        assert flags[(SAT_2026_12_26 - calendar.first).days] == 1
        assert flags[(date(2026, 11, 4) - calendar.first).days] == 1  # no holiday here

    def test_the_readings_go_on_to_act_on_the_standard_calendar(self) -> None:
        # 24 June 2020, a Wednesday, was declared non-working by the President.
        agreement = made('[calendar]\nbase = "russia"\n')
        under = agreement.with_readings(decree_days=DecreeDays.NON_BUSINESS_DAYS)
        assert agreement.calendar.is_business_day(date(2020, 6, 24))
        assert not under.calendar.is_business_day(date(2020, 6, 24))


class TestEditions:
    """0.1, 4.12 Dated editions: each says what in it differs from the top of the file."""

    FILE = (
        HEAD + "silence = 5\n[readings]\n"
        'silence-end = "closing-time"\n'
        "[[edition]]\nsince = 2020-01-01\n"
        "[[edition]]\nsince = 2026-03-01\n"
        'cutoff = "13:00"\nsilence = 4\n'
        "[edition.readings]\n"
        'cutoff-instant = "same-day"\n'
    )

    def test_an_edition_takes_from_the_top_what_it_does_not_say(self) -> None:
        found = read(self.FILE)
        assert isinstance(found, Editions)
        first, second = found.editions
        assert (first.since, second.since) == (date(2020, 1, 1), date(2026, 3, 1))
        assert first.agreement.parameters == Parameters(silence=5)
        assert second.agreement.parameters == Parameters(silence=4, cutoff=time(13))
        assert first.agreement.readings.chosen() == ("silence-end=closing-time",)
        assert second.agreement.readings.chosen() == (
            "cutoff-instant=same-day",
            "silence-end=closing-time",
        )

    def test_a_moment_is_judged_by_the_edition_then_in_force(self) -> None:
        found = read(self.FILE)
        assert isinstance(found, Editions)
        # Thursday 26 February and Thursday 5 March 2026, 12:30 in Moscow.
        before = found.reaction_due(datetime(2026, 2, 26, 9, 30, tzinfo=UTC))
        after = found.reaction_due(datetime(2026, 3, 5, 9, 30, tzinfo=UTC))
        assert before.date() == date(2026, 2, 27)
        assert after.date() == date(2026, 3, 5)

    def test_editions_out_of_order_or_of_one_day_are_faults(self) -> None:
        days = ("2026-03-01", "2026-03-01", "2025-01-01")
        body = "".join(f"[[edition]]\nsince = {day}\n" for day in days)
        assert faults(HEAD + body) == [
            ("edition[1].since", "does not come after 2026-03-01, the day of the edition above it"),
            ("edition[2].since", "does not come after 2026-03-01, the day of the edition above it"),
        ]

    def test_a_fault_stands_where_its_key_does(self) -> None:
        body = 'cutoff = "20:00"\n[[edition]]\nsince = 2020-01-01\n[[edition]]\n'
        body += 'since = 2021-01-01\ncutoff = "21:00"\n'
        assert faults(HEAD + body) == [
            ("cutoff", "comes after the service hours of 10:00–19:00"),
            ("edition[1].cutoff", "comes after the service hours of 10:00–19:00"),
        ]

    def test_editions_are_written_and_read_back(self) -> None:
        found = read(self.FILE)
        assert read(text(found)) == found
        assert read(text(found, language=Language.EN)) == found


def reads_back(agreement: Agreement) -> None:
    written = text(agreement)
    again = read(written)
    assert again == agreement
    assert isinstance(again, Agreement)
    assert text(again) == written


SPLIT: Week = (
    (Interval(time(9), time(13)), Interval(time(14), time(0))),
    (Interval(time(0), time(0)),),
    (),
    (Interval(time(9, 0, 30), time(18)),),
    (Interval(time(9), time(18, 0, 0, 500)),),
    (),
    (),
)


class TestRoundTrip:
    """What is written reads back equal, and is written in one way."""

    @pytest.mark.parametrize(
        "choice", [f"{s}={option.value}" for s, options in SWITCHES.items() for option in options]
    )
    def test_every_option_of_every_reading(self, choice: str) -> None:
        reads_back(standard_support(readings=Readings.of([choice])))

    @pytest.mark.parametrize(
        "changes",
        [
            {"zone": "Europe/London"},
            {"week": SPLIT},
            {"week": same_hours(7, Interval(time(0), time(0)))},
            {"cutoff": time(11, 59, 59)},
            {"cutoff": time(0)},
            {"replacement_after": 1},
            {"silence": 30},
            {"warn_at": (1, 99)},
            {
                "resolution_targets": (
                    Target(Category.C, Severity.NOT_AN_ERROR, 1),
                    Target(Category.C, None, 61),
                    Target(Category.A, None, 6000),
                )
            },
        ],
        ids=lambda changes: next(iter(changes)),
    )
    def test_every_figure(self, changes: dict[str, Any]) -> None:
        reads_back(standard_support(parameters=STANDARD.replace(**changes)))

    def test_every_figure_has_a_case_above(self) -> None:
        (mark,) = (
            mark for mark in type(self).test_every_figure.pytestmark if mark.name == "parametrize"
        )
        assert {name for changes in mark.args[1] for name in changes} == set(Parameters._fields)

    def test_a_calendar_with_agreed_days_and_a_decree(self) -> None:
        standard = standard_support()
        calendar = (
            standard.calendar.with_decree(
                Decree(
                    through=date(2028, 12, 31),
                    days_off=(MON_2028_05_08,),
                    working_days=(SAT_2028_05_13,),
                )
            )
            .with_hours(FRI_2026_12_25, ())
            .with_hours(SAT_2026_12_26, (Interval(time(11), time(0)),))
        )
        reads_back(standard.with_calendar(calendar))

    def test_agreed_days_beside_shortened_ones(self) -> None:
        agreement = standard_support(readings=Readings(short_days=ShortDays.ONE_HOUR_SHORTER))
        calendar = agreement.calendar.with_hours(FRI_2026_12_18, ())
        reads_back(agreement.with_calendar(calendar))

    def test_a_country_and_the_week_alone(self) -> None:
        for base in ('base = "country"\ncountry = "KZ"\n', 'base = "week"\n'):
            reads_back(
                made(
                    f"[calendar]\n{base}first = 2026-01-01\nlast = 2026-12-31\n"
                    "decreed_through = 2026-12-31\n[calendar.hours_on]\n2026-11-23 = []\n"
                )
            )

    def test_a_calendar_that_is_not_of_the_figures_cannot_be_written(self) -> None:
        other = standard_support(parameters=STANDARD.replace(zone="Asia/Almaty"))
        odd = standard_support().with_calendar(other.calendar)
        with pytest.raises(UnwritableValueError, match="whose parts no file can state"):
            text(odd)

    def test_an_edition_whose_calendar_differs(self) -> None:
        standard = standard_support()
        other = standard.with_calendar(standard.calendar.with_hours(FRI_2026_12_25, ()))
        reads_back_editions = Editions(
            Edition(date(2020, 1, 1), standard), Edition(date(2026, 1, 1), other)
        )
        assert read(text(reads_back_editions)) == reads_back_editions

    @settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
    @given(st.data())
    def test_any_figures_and_readings_together(self, data: st.DataObject) -> None:
        choices = [
            f"{switch}={data.draw(st.sampled_from(list(options))).value}"
            for switch, options in SWITCHES.items()
        ]
        minute = st.integers(0, 21 * 60)
        week = tuple(
            (Interval(time(opens // 60, opens % 60), time(23, 59)),)
            for opens in data.draw(st.lists(minute, min_size=7, max_size=7))
        )
        cutoff = data.draw(st.integers(0, 19 * 60))
        parameters = STANDARD.replace(
            week=week,
            cutoff=time(cutoff // 60, cutoff % 60),
            silence=data.draw(st.integers(1, 99)),
            warn_at=tuple(sorted(data.draw(st.sets(st.integers(1, 99), max_size=4)))),
        )
        reads_back(standard_support(readings=Readings.of(choices), parameters=parameters))


class TestFaults:
    """A file with faults makes nothing, and says all of them with key, value and remedy."""

    def test_all_at_once_in_the_order_of_the_keys(self) -> None:
        document = (
            'zone = "Europe/Moskow"\ncutof = "12:00"\ncutoff = "25:00"\nsilence = 0\n'
            "replacement_after = true\nwarn_at = [90, 50]\n"
            '[[target]]\ncategory = "С"\nhours = 1\n'  # Cyrillic
            '[[target]]\ncategory = "B"\nseverity = 1\nhours = 3\n'
            '[[target]]\ncategory = "C"\nhours = 3\nminutes = 5\n'
            '[[target]]\ncategory = "C"\n'
            '[readings]\ncutoff-instant = "nextday"\ncutoff_instant = "next-day"\n'
        )
        assert faults(document) == [
            ("cutof", "is not known"),
            ("schema", "is missing"),
            ("zone", "is no zone of the zone database"),
            ("cutoff", "is no hour of the day"),
            ("replacement_after", "must be a whole number"),
            ("silence", "is less than 1"),
            ("warn_at", "is out of order, or repeats a share"),
            ("target[0].category", "is a Cyrillic letter that looks like the Latin one"),
            ("readings.cutoff_instant", "is not known"),
            ("readings.cutoff-instant", "is not known"),
            ("target[1].severity", "is given to category B; only C has levels"),
            ("target[2]", "has hours and minutes"),
            ("target[3]", "has no length"),
        ]

    def test_a_fault_names_key_value_and_remedy(self) -> None:
        with pytest.raises(AgreementFileError) as refused:
            read(HEAD + 'cutof = "25:00"\nsilence = "3"\n')
        known = (
            "schema, zone, cutoff, replacement_after, silence, warn_at, hours, calendar, target, "
            "readings, edition"
        )
        assert str(refused.value) == (
            f"cutof = '25:00' is not known: did you mean cutoff? known are {known}; "
            "silence = '3' must be a whole number: write a whole number from 1; correct the file"
        )

    @pytest.mark.parametrize(
        ("body", "key", "problem"),
        [
            ('[hours]\nmonday = ["10:00-19:00"]', "hours.tuesday", "is missing"),
            ("hours = 1", "hours", "must be a table"),
            ("readings = []", "readings", "must be a table"),
            ("target = 1", "target", "must be a list of tables"),
            ("target = [1]", "target[0]", "must be a table"),
            ("edition = []", "edition", "is empty"),
            ("[[edition]]", "edition[0].since", "is missing"),
            ('[[edition]]\nsince = "2026-01-01"', "edition[0].since", "is no date"),
            ("[[edition]]\nsince = 2026-01-01T00:00:00", "edition[0].since", "is no date"),
            ("[[edition]]\nsince = 2026-01-01\n[[edition.edition]]", "edition[0].edition",
             "is not known"),
            ("silence = " + "9" * 4000, "silence", "is longer than any calendar"),
            ("warn_at = [0]", "warn_at", "holds a share that is not from 1 to 99"),
            ("warn_at = [true]", "warn_at", "must be a list of whole numbers"),
            ("silence = 3.0", "silence", "must be a whole number"),
            ("silence = nan", "silence", "must be a whole number"),
            ("cutoff = 12:00:00.5", "cutoff", "is no whole second"),
            ('cutoff = "20:00"', "cutoff", "comes after the service hours of 10:00–19:00"),
            ('zone = "../../etc"', "zone", "is no zone of the zone database"),
            ("zone = 3", "zone", "must be text, not empty"),
            ('[[target]]\ncategory="C"\nhours=1\n[[target]]\ncategory="C"\nhours=2', "target[1]",
             "is for the same incidents as target[0]"),
            ('[[target]]\ncategory="C"\nseverity="1"\nhours=1', "target[0].severity",
             "must be a whole number"),
            ('[[target]]\ncategory="C"\nseverity=5\nhours=1', "target[0].severity",
             "is not known"),
            ("[[target]]\nhours=1", "target[0].category", "is missing"),
            ('[calendar]\nbase = "moon"', "calendar.base", "is not known"),
            ('[calendar]\ncountry = "KZ"', "calendar.country", "is of no use with base russia"),
            ("[calendar]\nfirst = 2026-01-01", "calendar.first", "is of no use with base russia"),
            ("[calendar]\ndays_off = [2026-01-01, 2026-01-01]", "calendar.days_off",
             "names 2026-01-01 twice"),
            ("[calendar]\ndays_off = [2026-12-25]\nworking_days = [2026-12-25]",
             "calendar.working_days", "is in days_off already"),
            ("[calendar]\ndays_off = [1998-12-25]", "calendar",
             "lies outside the calendar, 1999-01-01 … 2037-12-31"),
            ("[calendar.hours_on]\nfriday = []", "calendar.hours_on.friday", "is no date"),
            ("[calendar.hours_on]\n2026-02-30 = []", "calendar.hours_on.2026-02-30", "is no date"),
            ('[calendar.hours_on]\n2026-02-27 = ["x"]', "calendar.hours_on.2026-02-27",
             "'x' is no interval of hours"),
            ("[[calendar.decree]]\nthrough = 2020-12-31", "calendar.decree[0]",
             "a decree settles days after 2027-12-31 through 2020-12-31 only: 2020-12-31"),
        ],
    )  # fmt: skip
    def test_one_fault(self, body: str, key: str, problem: str) -> None:
        assert (key, problem) in faults(HEAD + body)

    @pytest.mark.parametrize(
        ("interval", "problem"),
        [
            ("19:00-10:00", "'19:00-10:00' closes before it opens"),
            ("22:00-02:00", "'22:00-02:00' closes before it opens"),
            ("10:00-10:00", "'10:00-10:00' closes before it opens"),
            ("10:00", "'10:00' is no interval of hours"),
            ("24:00-24:00", "'24:00-24:00' is no interval of hours"),
            ("10:00-24:01", "'10:00-24:01' is no interval of hours"),
            ("10-19", "'10-19' is no interval of hours"),
            ("１0:00-19:00", "'１0:00-19:00' is no interval of hours"),
        ],
    )
    def test_intervals_no_clock_can_keep(self, interval: str, problem: str) -> None:
        body = f'[calendar.hours_on]\n2026-11-23 = ["{interval}"]\n'
        assert faults(HEAD + body) == [("calendar.hours_on.2026-11-23", problem)]

    def test_intervals_that_overlap(self) -> None:
        body = '[calendar.hours_on]\n2026-11-23 = ["10:00-14:00", "13:00-18:00"]\n'
        (fault,) = faults(HEAD + body)
        assert fault[1] == "the intervals of the day overlap: 10:00–14:00 and 13:00–18:00"

    def test_a_country_needs_its_days_and_must_be_known(self) -> None:
        assert faults(HEAD + '[calendar]\nbase = "country"\n') == [
            ("calendar.country", "is missing"),
            ("calendar.first", "is missing"),
            ("calendar.last", "is missing"),
            ("calendar.decreed_through", "is missing"),
        ]
        days = "first = 2026-01-01\nlast = 2026-12-31\ndecreed_through = 2026-12-31\n"
        ((key, _),) = faults(HEAD + f'[calendar]\nbase = "country"\ncountry = "XX"\n{days}')
        assert key == "calendar.country"
        assert faults(
            HEAD + '[calendar]\nbase = "week"\nfirst = 2026-02-01\nlast = 2026-01-01\n'
            "decreed_through = 2026-01-01\n"
        ) == [("calendar.last", "is before the first day, 2026-02-01")]


class TestHostile:
    """Whatever the bytes, an agreement comes out or AgreementFileError, soon and short."""

    @pytest.mark.parametrize(
        "document",
        [
            b"\xff\xfe",
            b"\x00",
            b"=",
            b"[" * 50_000,
            b"a = " + b"[" * 50_000,
            b"a = " + b"9" * 100_000,
            b"a = 0x" + b"f" * 100_000,
            b"silence = 1\nsilence = 2",
            b"schema = 3",
            b"'" + b"k" * 10_000 + b"' = 1",
            b"x" * (LIMIT + 1),
            ("\n".join(f"k{place} = {place}" for place in range(5_000))).encode(),
            b'\xef\xbb\xbf[readings]\n"<script>" = "x"',
        ],
        ids=range(13),
    )  # fmt: skip
    def test_it_is_refused_in_few_words(self, document: bytes) -> None:
        with pytest.raises(AgreementFileError) as refused:
            read(document)
        assert all(len("".join(fault)) < 2_000 for fault in refused.value.faults)
        assert len(refused.value.faults) <= 200

    @settings(deadline=None, max_examples=100)
    @given(st.binary(max_size=300))
    def test_any_bytes(self, document: bytes) -> None:
        try:
            read(document)  # bytes drawn may be a whole agreement that stands in some module
        except AgreementFileError as refused:
            assert refused.faults  # noqa: PT017 - either answer is right here

    @settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
    @given(st.data())
    def test_any_value_in_any_place(self, data: st.DataObject) -> None:
        values = ["1", "-1", "true", "nan", '""', '"C"', "[]", "[[]]", "{}", "{a=1}"]
        values += ["2026-01-01", "12:00:00", '["10:00-24:00"]', "[2026-01-01]"]
        keys = sorted(
            {path.split("[]")[0] for path, *_ in agreement_keys(Language.EN)} | {"edition"}
        )
        chosen = data.draw(st.lists(st.sampled_from(keys), unique=True, max_size=5))
        lines = [f"{key} = {data.draw(st.sampled_from(values))}" for key in chosen]
        try:
            read(HEAD + "\n".join(line for line in lines if not line.startswith("schema")))
        except AgreementFileError as refused:
            assert refused.faults  # noqa: PT017 - either answer is right here

    def test_a_refusal_pickles(self) -> None:
        import pickle

        with pytest.raises(AgreementFileError) as refused:
            read("silence = 0")
        again = pickle.loads(pickle.dumps(refused.value))  # noqa: S301
        assert (str(again), again.faults) == (str(refused.value), refused.value.faults)


class TestSchema:
    """The keys are told from the rows the reader uses."""

    def test_every_key_of_the_standard_file_is_in_the_table(self) -> None:
        paths = {path for path, *_ in agreement_keys(Language.RU)}
        assert {"zone", "cutoff", "hours.sunday", "calendar.decree[].through"} <= paths
        assert {f"readings.{switch}" for switch in SWITCHES} <= paths
        assert {"target[].minutes", "edition[].since", "calendar.hours_on"} <= paths

    def test_json_schema_is_json_and_closed(self) -> None:
        schema = agreement_schema(Language.EN)
        assert json.loads(json.dumps(schema)) == schema
        assert schema["additionalProperties"] is False
        assert schema["required"] == ["schema"]
        properties = schema["properties"]
        assert properties["silence"]["type"] == "integer"
        assert properties["silence"]["minimum"] == 1
        assert properties["readings"]["properties"]["cutoff-instant"]["enum"] == [
            "next-day",
            "same-day",
        ]
        assert properties["edition"]["items"]["properties"]["cutoff"] == properties["cutoff"]
