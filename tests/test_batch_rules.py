"""The rules by the column say what ``assess`` says of each row, under every reading."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import numpy as np
import pytest

from slarules import batch
from slarules.agreement import Agreement, standard_calendar, standard_support
from slarules.batch import Output, Outside, Refusal
from slarules.calendar import Beyond
from slarules.editions import Edition, Editions
from slarules.errors import (
    ColumnError,
    NoEditionError,
    RowsOutsideError,
    RowsProjectedError,
    UnknownZoneError,
    ZoneNotStatedError,
)
from slarules.parameters import Interval, Parameters, Target, same_hours
from slarules.readings import SWITCHES, Readings
from slarules.terms import Category, Outcome, Severity
from tests.calendars import MOSCOW
from tests.columns import EVENTS, differences, generated

SUPPORT = standard_support()
EVERY_OPTION = [
    f"{switch}={option.value}" for switch, options in SWITCHES.items() for option in options
]
ALL_DAY = Interval(time(0), time(0))
PARAMETERS = {
    "a target for C": Parameters(
        resolution_targets=(
            Target(Category.C, None, 540),
            Target(Category.C, Severity.CRITICAL, 61),
            Target(Category.B, None, 2_000),
        )
    ),
    "short counts": Parameters(silence=2, replacement_after=5, cutoff=time(9)),
    "a cut-off at midnight": Parameters(cutoff=time(0)),
    "a lunch break": Parameters(
        week=same_hours(5, Interval(time(9), time(13)), Interval(time(14), time(18)))
    ),
    "round the clock": Parameters(week=same_hours(7, ALL_DAY)),
    "half past": Parameters(week=same_hours(6, Interval(time(8, 30), time(20)))),
    "a short Friday in New York": Parameters(
        zone="America/New_York",
        week=(
            *same_hours(4, Interval(time(10), time(19)))[:4],
            (Interval(time(10), time(17)),),
            (),
            (),
        ),
    ),
}
PAUSES = ("sixty-days-pause=pauses", "resolution-pause=pauses", "late-answer=reopens")
EDGES = ("1998-12-20", "2014-08-01", "2027-08-01", "2037-08-01")
"""Before the first day, before the clock's last shift, before the last decree, before the end."""


def assert_equal(agreement: Agreement, columns: dict[str, Any]) -> None:
    """Every row is answered as ``assess`` answers it, or refused as it refuses it."""
    answers = batch.of(agreement).assess(zone="Europe/Moscow", **columns)
    assert differences(agreement, columns, answers)[:5] == []
    refused = sum(answers.refused.values())
    assert answers.answered + refused == len(answers) == len(columns["registered"])


class TestEqualToAssess:
    """4.3, 4.4, 4.10, 4.11: a column of incidents is judged as each of them is."""

    @pytest.mark.parametrize("left_out", [EVENTS, *((name,) for name in EVENTS)])
    def test_with_columns_left_out(self, left_out: tuple[str, ...]) -> None:
        columns = generated(5, 60, days=900)
        asked = {name: column for name, column in columns.items() if name not in left_out}
        answers = batch.of(SUPPORT).assess(zone="Europe/Moscow", **asked)
        nothing = np.full(60, "NaT", "M8[s]")
        whole = columns | dict.fromkeys(left_out, nothing)
        assert differences(SUPPORT, whole, answers)[:5] == []

    @pytest.mark.parametrize("option", EVERY_OPTION)
    def test_under_every_option_of_every_reading(self, option: str) -> None:
        agreement = Agreement(readings=Readings.of([option]))
        assert_equal(agreement, generated(EVERY_OPTION.index(option), 60, days=900))

    @pytest.mark.parametrize("name", PARAMETERS)
    @pytest.mark.parametrize(
        "readings", [(), PAUSES, ("due-instant=late", "day-count-start=same-day")]
    )
    def test_under_other_figures(self, name: str, readings: tuple[str, ...]) -> None:
        agreement = Agreement(readings=Readings.of(readings), parameters=PARAMETERS[name])
        assert_equal(agreement, generated(1, 80, days=900, spread=20))

    @pytest.mark.parametrize("first", EDGES)
    @pytest.mark.parametrize("beyond", Beyond)
    def test_where_the_calendar_begins_ends_or_is_projected(
        self, first: str, beyond: Beyond
    ) -> None:
        agreement = Agreement(calendar=standard_calendar(beyond=beyond))
        assert_equal(agreement, generated(2, 150, first=first, days=150, spread=60))

    @pytest.mark.parametrize("unit", ["ms", "us"])
    def test_in_finer_units(self, unit: str) -> None:
        assert_equal(SUPPORT, generated(3, 150, unit=unit))

    def test_on_many_rows(self) -> None:
        assert_equal(SUPPORT, generated(4, 2_000))

    @pytest.mark.parametrize("reading", ["registration", "each-event"])
    def test_under_dated_agreements(self, reading: str) -> None:
        readings = Readings.of([f"edition-of-incident={reading}"])
        sun_2020_03_01, wed_2020_06_10 = date(2020, 3, 1), date(2020, 6, 10)
        editions = Editions(
            Edition(sun_2020_03_01, Agreement(readings=readings)),
            Edition(wed_2020_06_10, Agreement(readings=readings, parameters=Parameters(silence=5))),
        )

        class Judge:
            calendar = SUPPORT.calendar
            assess = staticmethod(editions.assess)

        columns = generated(5, 300, first="2020-02-20", days=200, spread=30)
        answers = batch.of(editions).assess(zone="Europe/Moscow", **columns)
        assert differences(Judge, columns, answers)[:5] == []
        assert answers.refused[Refusal.NO_EDITION] > 0


class TestDueMoments:
    """4.3, 4.4, 4.11: the due moments alone, from columns of moments."""

    @pytest.mark.parametrize("zone", ["Europe/Moscow", "UTC", "America/St_Johns"])
    @pytest.mark.parametrize(
        "option", ["cutoff-instant=same-day", "silence-out-of-hours=as-at-next-opening"]
    )
    def test_equal_those_of_one_moment(self, zone: str, option: str) -> None:
        from zoneinfo import ZoneInfo

        agreement = Agreement(readings=Readings.of([option]))
        given = generated(6, 500, first="2013-01-01", days=4_000)["registered"]
        of = batch.of(agreement)
        for ask, one in (
            (of.reaction_due, agreement.reaction_due),
            (of.replacement_search_due, lambda at: agreement.replacement_search_deadline(at).due),  # type: ignore[union-attr]
            (of.automatic_closing_due, lambda at: agreement.automatic_closing_deadline(at).due),
        ):
            found = ask(given, zone=zone).values.tolist()
            moments = [at.replace(tzinfo=ZoneInfo(zone)) for at in given.tolist()]
            # a skipped time is shown by the offset before the jump, so it is asked in UTC
            expected = [one(at.astimezone(MOSCOW)) for at in moments]
            there = [at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) for at in expected]
            assert found == there

    def test_rows_outside_are_refused_with_how_many_and_the_first(self) -> None:
        given = np.array(["2026-11-23T10", "1990-01-01T10", "2050-01-01T10"], "M8[s]")
        with pytest.raises(RowsOutsideError) as refused:
            batch.of(SUPPORT).reaction_due(given, zone="UTC")
        assert (refused.value.count, refused.value.of, refused.value.rows) == (2, 3, (1, 2))
        found = batch.of(SUPPORT).reaction_due(given, zone="UTC", outside=Outside.MASK)
        assert found.outside.tolist() == [False, True, True]
        assert np.isnat(found.values).tolist() == [False, True, True]

    def test_projected_rows_are_marked_or_refused_where_the_calendar_refuses_them(self) -> None:
        given = np.array(["2027-12-29T10", "2027-12-30T10", "2028-01-11T10"], "M8[s]")
        found = batch.of(SUPPORT).reaction_due(given, zone="Europe/Moscow")
        assert found.projected.tolist() == [False, False, True]
        strict = Agreement(calendar=standard_calendar(beyond=Beyond.REFUSE))
        with pytest.raises(RowsProjectedError, match="1 of 3 rows rest on days not decreed"):
            batch.of(strict).reaction_due(given, zone="Europe/Moscow")
        masked = batch.of(strict).reaction_due(given, zone="Europe/Moscow", outside=Outside.MASK)
        assert masked.outside.tolist() == [False, False, True]

    def test_before_the_first_edition_there_is_none(self) -> None:
        editions = Editions(Edition(date(2026, 1, 1), SUPPORT))
        early = datetime(2025, 12, 31, 12, tzinfo=MOSCOW)
        with pytest.raises(NoEditionError):
            editions.reaction_due(early)
        with pytest.raises(RowsOutsideError, match="1 of 1 rows"):
            batch.of(editions).reaction_due(early, zone="Europe/Moscow")


class TestBadRows:
    """A bad row is counted and named, and all the others are answered."""

    def test_every_reason_is_told_and_the_totals_reconcile(self) -> None:
        good, nat = "2026-11-23T10", "NaT"
        registered = np.array([good, nat, good, good, good, good, good, "1990-01-01T10"], "M8[s]")
        as_of = np.array(["2026-11-24T10"] * 7 + ["1990-01-02"], "M8[s]")
        as_of[6] = np.datetime64("2026-11-22T10")
        reaction = np.array([good, good, good, good, good, "2026-11-20T10", nat, nat], "M8[s]")
        answers = batch.of(SUPPORT).assess(
            registered=registered,
            as_of=as_of,
            reaction=reaction,
            category=np.array(["B", "B", "F", "A", "C", "B", "B", "B"]),
            severity=np.array([0, 0, 0, 2, 7, 0, 0, 0]),
            zone="Europe/Moscow",
        )
        assert answers.answered == 1
        assert answers.refused == {
            Refusal.NO_REGISTRATION: 1,
            Refusal.UNKNOWN_CATEGORY: 1,
            Refusal.LEVEL_OUTSIDE_C: 1,
            Refusal.UNKNOWN_LEVEL: 1,
            Refusal.EVENT_BEFORE_REGISTRATION: 1,
            Refusal.AS_OF_BEFORE_REGISTRATION: 1,
            Refusal.OUTSIDE_CALENDAR: 1,
        }
        assert [one.row for one in answers.first_refused(3)] == [1, 2, 3]
        outcome = answers[Output.REACTION].values
        assert batch.OUTCOMES[outcome[0]] is Outcome.MET
        assert np.ma.getmaskarray(outcome).tolist() == [False] + [True] * 7

    def test_a_column_of_objects_may_mix_zones_and_hold_anything(self) -> None:
        values = np.array(
            [
                datetime(2026, 11, 23, 7, tzinfo=MOSCOW),
                "yesterday",
                None,
                datetime(2026, 11, 23, 7),
            ],
            object,
        )
        answers = batch.of(SUPPORT).assess(
            registered=values,
            as_of=datetime(2026, 11, 23, 12, tzinfo=MOSCOW),
            zone="UTC",
            category="C",
        )
        assert answers.refused == {Refusal.UNREADABLE_MOMENT: 1, Refusal.NO_REGISTRATION: 1}
        due = answers[Output.REACTION_DUE].values
        assert due[[0, 3]].tolist() == [datetime(2026, 11, 23, 16), datetime(2026, 11, 23, 16)]

    def test_a_million_bad_rows_are_counted(self) -> None:
        rows = 1_000_000
        registered = np.full(rows, "NaT", "M8[s]")
        registered[::1_000] = np.datetime64("2026-11-23T10")
        answers = batch.of(SUPPORT).assess(
            registered=registered,
            category=np.full(rows, 2, np.uint8),
            as_of=np.datetime64("2026-11-24T10"),
            zone="Europe/Moscow",
            want=[Output.REACTION],
        )
        assert answers.refused == {Refusal.NO_REGISTRATION: 999_000}
        assert answers.answered == 1_000

    def test_a_zone_has_to_be_stated_and_exist(self) -> None:
        given = np.array(["2026-11-23T10"], "M8[s]")
        with pytest.raises(ZoneNotStatedError):
            batch.of(SUPPORT).reaction_due(given, zone=None)  # type: ignore[arg-type]
        with pytest.raises(UnknownZoneError):
            batch.of(SUPPORT).reaction_due(given, zone="Mars/Olympus")

    @pytest.mark.parametrize(
        "columns", [{"category": np.array([1.5])}, {"severity": np.array(["x"])}]
    )
    def test_a_column_of_another_kind_is_refused(self, columns: dict[str, Any]) -> None:
        at = np.datetime64("2026-11-23T10", "s")
        with pytest.raises(ColumnError):
            batch.of(SUPPORT).assess(registered=at, as_of=at, zone="UTC", **columns)

    def test_columns_of_two_lengths_are_refused(self) -> None:
        with pytest.raises(ColumnError, match="of one length"):
            batch.of(SUPPORT).assess(
                registered=np.zeros(3, "M8[s]"), as_of=np.zeros(2, "M8[s]"), zone="UTC"
            )
