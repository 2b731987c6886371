"""1.1, 3.4, 4.10: an amount of service time spent from a moment on, with stretches left out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from slarules.spans import Span, Without
from tests.calendars import MOSCOW, moscow, small

FRI_2026_11_20 = date(2026, 11, 20)
SAT_2026_11_21 = date(2026, 11, 21)
MON_2026_11_23 = date(2026, 11, 23)
TUE_2026_11_24 = date(2026, 11, 24)
WED_2026_11_25 = date(2026, 11, 25)
MON_2026_11_30 = date(2026, 11, 30)  # the last day of the small calendar

HALF: Final = timedelta(minutes=30)
HOUR: Final = timedelta(hours=1)


def without(*spans: tuple[datetime, datetime]) -> Without:
    return Without(spans=tuple(Span(start, end) for start, end in spans))


def walked(
    start: datetime, amount: timedelta, out: Without
) -> tuple[datetime, tuple[Span, ...]] | None:
    """Walk half an hour at a time from 10:00 to 19:00 of weekdays, counting those not left out."""
    used: list[Span] = []
    now = start
    while amount > timedelta(0):
        if now.date() > MON_2026_11_30:
            return None
        inside = now.isoweekday() <= 5 and 10 <= now.hour < 19
        if inside and not any(span.start <= now < span.end for span in out.spans):
            amount -= HALF
            if used and used[-1].end == now:
                used[-1] = Span(used[-1].start, now + HALF)
            else:
                used.append(Span(now, now + HALF))
        now += HALF
    return now, tuple(used)


STARTS: Final = (
    moscow(MON_2026_11_23, 12),
    moscow(MON_2026_11_23, 9),
    moscow(SAT_2026_11_21, 12),
    moscow(FRI_2026_11_20, 18),
)
OUT: Final = {
    "nothing": without(),
    "a stretch inside service hours": without(
        (moscow(MON_2026_11_23, 13), moscow(MON_2026_11_23, 15))
    ),
    "a stretch that has begun already": without(
        (moscow(FRI_2026_11_20, 12), moscow(MON_2026_11_23, 14))
    ),
    "a stretch that is over": without((moscow(FRI_2026_11_20, 10), moscow(FRI_2026_11_20, 12))),
    "a night": without((moscow(MON_2026_11_23, 19), moscow(TUE_2026_11_24, 10))),
    "two that overlap, and a third": without(
        (moscow(MON_2026_11_23, 16), moscow(TUE_2026_11_24, 11)),
        (moscow(MON_2026_11_23, 13), moscow(MON_2026_11_23, 17)),
        (moscow(TUE_2026_11_24, 12), moscow(TUE_2026_11_24, 18)),
    ),
}
AMOUNTS: Final = (HALF, HOUR, 3 * HOUR, 9 * HOUR, 20 * HOUR)


class TestSpent:
    """A target runs in service hours from the reproduction, and not in what is left out."""

    @pytest.mark.parametrize("out", OUT)
    def test_it_is_spent_when_a_walk_of_half_hours_says(self, out: str) -> None:
        calendar = small()
        for start, amount in product(STARTS, AMOUNTS):
            expected = walked(start, amount, OUT[out])
            found = calendar.spend(start, amount, without=OUT[out])
            assert found is not None
            assert expected is not None
            assert found[0] == expected[0]
            assert found[0].tzinfo is MOSCOW
            assert joined(found[1]) == expected[1]

    def test_an_amount_used_up_as_a_stretch_begins_is_used_up_then(self) -> None:
        noon, two = moscow(MON_2026_11_23, 12), moscow(MON_2026_11_23, 14)
        found = small().spend(moscow(MON_2026_11_23, 11), HOUR, without=without((noon, two)))
        assert found == (noon, (Span(moscow(MON_2026_11_23, 11), noon),))

    def test_what_is_cut_in_two_tells_both_its_parts(self) -> None:
        noon, two = moscow(MON_2026_11_23, 12), moscow(MON_2026_11_23, 14)
        found = small().spend(moscow(MON_2026_11_23, 11), 2 * HOUR, without=without((noon, two)))
        three = moscow(MON_2026_11_23, 15)
        assert found == (three, (Span(moscow(MON_2026_11_23, 11), noon), Span(two, three)))

    def test_what_is_always_left_out_never_ends(self) -> None:
        end = datetime(2027, 1, 1, tzinfo=MOSCOW)
        out = without((moscow(MON_2026_11_23, 12), end))
        assert small().spend(moscow(MON_2026_11_23, 11), 2 * HOUR, without=out) is None
        assert walked(moscow(MON_2026_11_23, 11), 2 * HOUR, out) is None

    def test_it_is_exact_to_the_microsecond_in_any_century(self) -> None:
        """2400 has the days of 2000; no float tells its microseconds apart."""
        calendar = small(
            first=date(2400, 11, 20), last=date(2400, 11, 30), decreed_through=date(2400, 11, 30)
        )
        start = datetime(2400, 11, 23, 12, 0, 0, 1, tzinfo=MOSCOW)  # a Thursday
        two = timedelta(microseconds=2)
        due = start + two
        assert due.microsecond == 3
        found = calendar.spend(start, two)
        assert found is not None
        assert (found[0], found[1]) == (due, (Span(start, due),))
        assert calendar.add_business_time(start, two) == due
        assert calendar.business_time_between(start, due) == two

    def test_whoever_asks_it_is_told_on_the_desks_clock(self) -> None:
        start = moscow(WED_2026_11_25, 12)
        for zone in (UTC, ZoneInfo("Asia/Kamchatka")):
            found = small().spend(start.astimezone(zone), HOUR)
            assert found is not None
            assert found[0].isoformat() == "2026-11-25T13:00:00+03:00"
            assert [one.start.tzinfo for one in found[1]] == [UTC]


def joined(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the stretches with those that meet made one, as a walk tells them."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].end == span.start:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)
