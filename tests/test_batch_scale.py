"""Blocks counted in 32 bits are answered as those counted in 64, and calls do not share blocks."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from slarules import batch
from slarules.agreement import standard_support
from slarules.batch.scale import WIDE, Scale, narrow
from slarules.batch.tables import Tables
from tests.calendars import MOSCOW
from tests.columns import generated

SUPPORT = standard_support()
TABLES = Tables(SUPPORT.calendar)
NAT = np.datetime64("NaT", "s")
MON_2026_11_23 = np.datetime64("2026-11-23T10", "s")


def _narrow() -> Scale:
    found = narrow(TABLES, 1)
    assert found is not None
    return found


def _read(shown: Any, zone: str) -> Any:
    """Return what a zone's clock shows on the narrow scale; None if it does not fit."""
    ticks = np.array(shown, "M8[s]").view(np.int64)
    found = np.empty(len(ticks), np.uint32)
    fits = _narrow().read(ticks, TABLES.clock(ZoneInfo(zone), 1), found)
    return found if fits else None


class TestScale:
    """1.1 A moment is the same moment however many bits it is counted in."""

    @pytest.mark.parametrize("zone", ["Europe/Moscow", "UTC", "Asia/Tokyo", "America/New_York"])
    def test_moments_made_wide_again_are_those_of_datetime(self, zone: str) -> None:
        shown = ["2026-11-23T10:00:00", "2026-11-28T23:59:59", "2026-11-24T00:00:00"]
        wide = _narrow().wide(_read(shown, zone))
        aware = [datetime.fromisoformat(one).replace(tzinfo=ZoneInfo(zone)) for one in shown]
        assert wide.tolist() == [int(one.timestamp()) for one in aware]

    def test_what_is_missing_comes_after_every_moment(self) -> None:
        given = np.array(["2026-11-23T10", "NaT", "2015-01-01"], "M8[s]")
        never = int(_narrow().never)
        assert (_read(given, "Europe/Moscow") >= never).tolist() == [False, True, False]
        assert (_read([NAT, NAT], "Europe/Moscow") >= never).all()

    @pytest.mark.parametrize(
        "far",
        [
            "1969-12-31",
            "1990-01-01",
            "2105-01-01",
            "2163-01-01",
            "9999-01-01",
            "-290000000000-01-01",
        ],
    )
    def test_what_does_not_fit_is_not_cut_to_what_does(self, far: str) -> None:
        given = np.array([MON_2026_11_23, np.datetime64(far, "s")])
        assert _read(given, "UTC") is None
        assert _read(np.array([*given, NAT]), "UTC") is None

    def test_moments_that_two_offsets_govern_do_not_fit(self) -> None:
        assert _read(["2014-10-25T10", "2014-10-27T10"], "Europe/Moscow") is None
        assert _read(["2026-06-01T10", "2026-12-01T10"], "America/New_York") is None

    def test_finer_units_are_counted_in_64_bits(self) -> None:
        assert narrow(TABLES, 1_000) is None

    @pytest.mark.parametrize("scale", [_narrow(), WIDE])
    def test_only_what_is_later_than_known_is_forgotten(self, scale: Scale) -> None:
        moments = np.array([5, 6, 7, int(scale.never)], scale.kind)
        one, each = moments.copy(), moments.copy()
        scale.forget_after(one, scale.kind(6), np.empty(4, scale.kind))
        scale.forget_after(each, np.array([4, 9, 7, 7], scale.kind), np.empty(4, scale.kind))
        assert (one >= scale.never).tolist() == [False, False, True, True]
        assert (each >= scale.never).tolist() == [True, False, False, True]
        assert one[:2].tolist() == [5, 6]


class TestBlocks:
    """4.3, 4.4, 4.11: what stands beside a row, or when it is asked, does not change its answer."""

    @pytest.mark.parametrize("beside", ["2014-10-20T10", "1999-03-01T10", "1970-01-01", "NaT"])
    def test_a_row_that_makes_its_block_wide_changes_no_other(self, beside: str) -> None:
        columns = generated(7, 400)
        odd = np.array([beside], "M8[s]")
        nothing = np.array([NAT], "M8[s]")
        beside_it: dict[str, Any] = {
            name: odd if name in {"registered", "as_of"} else nothing for name in columns
        } | {"category": np.zeros(1, np.uint8), "severity": np.zeros(1, np.int64)}
        more: dict[str, Any] = {
            name: np.concatenate([column, beside_it[name]]) for name, column in columns.items()
        }
        of = batch.of(SUPPORT)
        alone = of.assess(zone="Europe/Moscow", **columns)
        together = of.assess(zone="Europe/Moscow", **more)
        for output in alone.outputs:
            here, there = alone[output].values, together[output].values[:-1]
            assert here.tolist() == there.tolist(), output

    def test_a_moment_judged_at_may_lie_far_outside_the_calendar(self) -> None:
        columns = generated(8, 300)
        within: dict[str, Any] = columns | {"as_of": np.datetime64("2036-01-01", "s")}
        beyond: dict[str, Any] = columns | {"as_of": np.datetime64("2300-01-01", "s")}
        of = batch.of(SUPPORT)
        outputs = [batch.Output.REACTION, batch.Output.AUTOMATIC_CLOSING_SINCE]
        here, there = (
            of.assess(zone="Europe/Moscow", want=outputs, **one) for one in (within, beyond)
        )
        for output in outputs:
            assert here[output].values.tolist() == there[output].values.tolist()

    def test_a_due_moment_of_one_row_is_that_of_the_scalar_library(self) -> None:
        at = datetime(2026, 11, 23, 7, tzinfo=UTC)
        found = batch.of(SUPPORT).assess(
            registered=MON_2026_11_23, as_of=MON_2026_11_23, category="B", zone=MOSCOW
        )
        due = found[batch.Output.REACTION_DUE].values.tolist()
        assert due == [SUPPORT.reaction_due(at).replace(tzinfo=None)]

    def test_calls_at_one_time_do_not_write_over_one_another(self) -> None:
        of = batch.of(SUPPORT)
        asked = [generated(seed, 40_000) for seed in range(4)]

        def judge(columns: dict[str, Any]) -> list[Any]:
            found = of.assess(zone="Europe/Moscow", **columns)
            return [np.ma.filled(found[one].values) for one in found.outputs]

        one_by_one = list(map(judge, asked))
        with ThreadPoolExecutor(4) as threads:
            at_once = list(threads.map(judge, asked))
        for alone, among in zip(one_by_one, at_once, strict=True):
            assert all(map(np.array_equal, _plain(alone), _plain(among)))


def _plain(columns: list[Any]) -> list[Any]:
    """Return columns as numbers: NaT is no equal of itself."""
    return [one.view(np.int64) if one.dtype.kind == "M" else one for one in columns]
