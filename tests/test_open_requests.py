"""
The requests that are open, against a plain list of them (4.11).

The list is looked through at every question; the package keeps what the answer needs.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from hypothesis import given
from hypothesis import strategies as st

from slarules.daytable import DayTable
from slarules.open_requests import OpenRequests

if TYPE_CHECKING:
    from slarules.daytable import Ranges
    from slarules.deadlines import Deadline

MON_2026_11_23 = datetime(2026, 11, 23, 9, tzinfo=UTC)

steps = st.lists(
    st.tuples(
        st.sampled_from(["ask", "ask", "ask", "withdraw", "restart", "count", "answer"]),
        st.sampled_from(["", "a", "b", "c"]),
    ),
    max_size=30,
)


class _Due:
    """Stands in for a deadline: all that is asked of it is when it is due."""

    def __init__(self, due: datetime) -> None:
        self.due = due


def due_of(since: datetime) -> datetime | None:
    """Return a due moment that does not keep the order of the requests; sometimes none."""
    minutes = int((since - MON_2026_11_23).total_seconds()) // 60
    return None if minutes % 5 == 0 else since + timedelta(hours=minutes * 7 % 11)


class TestOpenRequests:
    """4.11 Whichever requests are open, the latest and the soonest are those of a plain list."""

    @given(steps)
    def test_they_are_those_of_a_plain_list(self, steps: list[tuple[str, str]]) -> None:
        requests = OpenRequests()
        plain: list[list[Any]] = []  # name, asked at, counted from
        for minute, (step, name) in enumerate(steps):
            at = MON_2026_11_23 + timedelta(minutes=minute)
            match step:
                case "ask":
                    requests.ask(name, at)
                    plain.append([name, at, at])
                case "withdraw":
                    kept = [one for one in plain if name and one[0] != name]
                    assert requests.withdraw(name) == (len(kept) < len(plain))
                    plain = kept
                case "restart":
                    requests.restart(at)
                    plain = [[name, asked, at] for name, asked, _ in plain]
                case "answer":
                    requests.clear()
                    plain = []
                case _ if plain:
                    self.count(requests)
                    dues = [due for one in plain if (due := due_of(one[2])) is not None]
                    found = requests.soonest()
                    assert (found.due if found else None) == min(dues, default=None)
                case _:
                    pass
            assert len(requests) == len(plain)
            assert bool(requests) == bool(plain)
            if plain:
                assert requests.asked_at == plain[0][1]
                assert requests.latest.since == plain[-1][2]
                assert requests.latest.fact == (
                    "asked" if plain[-1][1] == plain[-1][2] else "commented"
                )

    @staticmethod
    def count(requests: OpenRequests) -> None:
        """Count every silence begun since the last time."""
        while (silence := requests.begun()) is not None:
            due = due_of(silence.since)
            silence.deadline = None if due is None else cast("Deadline", _Due(due))
            requests.counted(silence)


class TestDaysLeftOut:
    """4.4, 4.11 A count that leaves days out is the count of the days that are left."""

    FIRST = date(2026, 1, 1)

    @given(
        st.lists(st.booleans(), min_size=30, max_size=80),
        st.lists(st.booleans(), min_size=80, max_size=80),
        st.integers(0, 29),
        st.integers(-12, 12),
    )
    def test_it_is_a_walk_over_the_days_left(
        self, worked: list[bool], out: list[bool], start: int, n: int
    ) -> None:
        table = DayTable(self.FIRST, self.FIRST + timedelta(days=len(worked) - 1), bytes(worked))
        left = [rank for rank in range(1, len(table.dates)) if out[rank]]
        ranges: Ranges = tuple((rank, rank + 1) for rank in left)
        day = self.FIRST + timedelta(days=start)
        kept = [one for rank, one in enumerate(table.dates) if rank and rank not in left]
        ahead = [one for one in kept if one > day]
        behind = [one for one in kept if one < day][::-1]
        way = ahead if n > 0 else behind
        if n == 0 or abs(n) > len(way):
            return
        end = way[abs(n) - 1]
        assert table.add(day, n, ranges) == end
        if n > 0:
            between = tuple(table.dates[rank] for rank in left if day < table.dates[rank] < end)
            assert table.left_out(ranges, day, end) == between
