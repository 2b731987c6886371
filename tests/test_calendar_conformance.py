"""
1.1: the answers of three other helpdesk systems to their own published questions, all of them.

The cases are facts and expected values, 117 in number. ``ask`` is the only place where a question
of theirs becomes a call of ours.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import pytest

from slarules.calendar import BusinessCalendar
from slarules.parameters import Hours, Interval, Week
from tests.oracles.official import SHARED, TESTS

COPY = TESTS / "data" / "business-time.json"
ORIGINAL = SHARED / "conformance" / "business-time.json"

Case = dict[str, Any]
CASES: Final[list[Case]] = json.loads(COPY.read_text(encoding="utf-8"))["cases"]
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def hours(intervals: list[list[str]]) -> Hours:
    """Return a day's hours; their "24:00" is our ``time(0)`` as a closing."""
    return tuple(
        Interval(
            time.fromisoformat(opens),
            time(0) if closes == "24:00" else time.fromisoformat(closes),
        )
        for opens, closes in intervals
    )


def calendar_of(case: Case) -> BusinessCalendar:
    """
    Return the calendar of a case.

    The years of its moments and one on either side are enough. An annual holiday is that date in
    each of them; a single one outside them cannot matter. All is known, so all is decreed.
    """
    mon, tue, wed, thu, fri, sat, sun = (hours(case["hours"].get(day, [])) for day in WEEKDAYS)
    week: Week = (mon, tue, wed, thu, fri, sat, sun)
    ends = [case[key] for key in ("start", "end", "expected_due") if key in case]
    years = range(min(int(end[:4]) for end in ends) - 1, max(int(end[:4]) for end in ends) + 2)
    annual = {f"{year}-{day}" for year in years for day in case["annual_holidays"]}
    single = {day for day in case["holidays"] if int(day[:4]) in years}
    last = date(years[-1], 12, 31)
    return BusinessCalendar(
        zone=case["timezone"],
        week=week,
        first=date(years[0], 1, 1),
        last=last,
        decreed_through=last,
        days_off=[date.fromisoformat(day) for day in sorted(annual | single)],
    )


def moment(case: Case, text: str) -> datetime:
    """Return a time written on the clock of ``start_tz`` where given, else of the zone; in UTC."""
    zone = ZoneInfo(case.get("start_tz") or case["timezone"])
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def ask(case: Case) -> datetime | int:
    """Ask a case's question: the one adapter between their questions and our calls."""
    calendar, start = calendar_of(case), moment(case, case["start"])
    match case["kind"]:
        case "add_working_time":
            # The same question. A budget used up exactly at closing is due at that closing in
            # these systems and here; seconds of working time are a timedelta.
            return calendar.add_business_time(start, timedelta(seconds=case["duration_seconds"]))
        case "working_time_between":
            # These systems measure how long something took, and an end before its start took no
            # time; ours is signed, since an answer before its question is a fact about the record.
            return max(0, calendar.business_seconds_between(start, moment(case, case["end"])))
        case "next_working_moment":
            # "When does work start?" is the moment itself in working hours, else the next
            # opening; the duration of nothing that comes with it is not used.
            assert case["duration_seconds"] == 0
            return calendar.next_opening(start)
        case unknown:
            pytest.fail(f"a kind of question the adapter does not know: {unknown}")


def expected(case: Case) -> datetime | int:
    """Return what the other system answers."""
    if "expected_seconds" in case:
        seconds: int = case["expected_seconds"]
        return seconds
    return moment(case, case["expected_due"])


class TestOtherSystems:
    """1.1 Business time is what three other systems take it to be."""

    @pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
    def test_the_answer_is_theirs(self, case: Case) -> None:
        assert ask(case) == expected(case), case["note"]

    def test_no_case_is_left_out(self) -> None:
        assert len(CASES) == 117
        assert len({case["id"] for case in CASES}) == 117

    def test_the_copy_is_the_published_file(self) -> None:
        assert not ORIGINAL.exists() or COPY.read_bytes() == ORIGINAL.read_bytes()

    def test_zero_for_an_end_before_its_start_is_the_adapters_doing(self) -> None:
        reversed_cases = [case for case in CASES if "end" in case and case["end"] < case["start"]]
        assert len(reversed_cases) == 1
        for case in reversed_cases:
            start, end = (moment(case, case[key]) for key in ("start", "end"))
            assert calendar_of(case).business_seconds_between(start, end) < 0
