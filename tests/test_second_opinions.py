"""1.1: other programs, told the same days, give the same answers; told otherwise, they do not."""

from __future__ import annotations

from datetime import date

from tests import second_opinions
from tests.exhaustion.found import Found
from tests.oracles.official import official_days

THU_2026_01_01 = date(2026, 1, 1)


class TestNumpy:
    """1.1 numpy's business days, every day off a holiday of a seven-day week."""

    def test_every_day_and_the_business_days_near_it(self) -> None:
        found = second_opinions.numpy_says(far=3)
        assert found.differing == []
        assert found.asked["numpy.is_busday"] == len(official_days())


class TestDateutil:
    """1.1 dateutil's recurrences: Monday to Friday, less the days off, and the weekends worked."""

    def test_every_opening_and_every_closing(self) -> None:
        found = second_opinions.dateutil_says()
        assert found.differing == []
        working = sum(row.working for row in official_days().values())
        assert found.asked["dateutil.rrule, openings"] == 2 * working - 1


class TestWorkclock:
    """1.1 workclock's working time, on the clock of Moscow."""

    def test_moments_of_every_day_of_two_years(self) -> None:
        found = second_opinions.workclock_says(since=THU_2026_01_01)
        assert found.differing == []
        assert found.asked["workclock, open"] > 2 * 360


class TestTraps:
    """1.1 A week of Monday to Friday knows no worked Saturday, nor where a count begins."""

    def test_each_goes_wrong(self) -> None:
        traps = {trap.name: trap for trap in second_opinions.traps()}
        worked = len(second_opinions.weekends_worked())
        assert traps["dateutil-weekdays"].wrong == worked > 0
        assert traps["numpy-roll-forward"].wrong > 0
        for trap in traps.values():
            assert 0 < trap.wrong < trap.asked, trap

    def test_one_differing_answer_is_seen(self) -> None:
        found = Found()
        found.ask("numpy.is_busday", lambda day: day == THU_2026_01_01, [THU_2026_01_01], [False])
        assert found.differing == ["numpy.is_busday, 2026-01-01: True, expected False"]
