"""What a comparison refuses and how it writes figures; the record of the service on both sides."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from slarules.agreement import standard_support
from slarules.comparison import Comparison, compare, differences, what_if
from slarules.errors import (
    CalendarRangeError,
    NaiveDatetimeError,
    SlaRulesError,
    TotalsError,
    WrongTypeError,
)
from slarules.parameters import Interval, Target, same_hours
from slarules.readings import OutageRegistration
from slarules.terms import Category, Obligation, Severity
from slarules.testing import incident, service
from tests.calendars import MON_2026_11_23, TUE_2026_11_24, moscow

if TYPE_CHECKING:
    from collections.abc import Callable

USUAL = standard_support()
NAIVE_MON_2026_11_23 = datetime(2026, 11, 23)
TUE_NOON = moscow(TUE_2026_11_24, 12)
ASKED = incident("2026-11-23 10:00 registered category=C", "11:00 information-requested")
WHOSE = "say whose clock it is: moment.replace(tzinfo=ZoneInfo('Europe/Moscow'))"
NEVER = timedelta(days=3_000_000)

OUTAGE = service("2026-11-24 10:40 help-desk-down", "15:20 help-desk-restored")
PHONED = incident(
    "2026-11-24 15:25 registered category=C channel=phone accepted_at=2026-11-24T11:30"
)


class TestRefusals:
    """A refusal says what was asked, what is known, what to do."""

    @pytest.mark.parametrize(
        ("asked", "refusal", "args", "message"),
        [
            (
                lambda: compare(USUAL, USUAL, [], NAIVE_MON_2026_11_23),
                NaiveDatetimeError,
                (NAIVE_MON_2026_11_23, "as_of"),
                f"as_of 2026-11-23T00:00:00 has no time zone; {WHOSE}",
            ),
            (
                lambda: what_if(USUAL, ASKED, TUE_NOON, registered_at=NAIVE_MON_2026_11_23),
                NaiveDatetimeError,
                (NAIVE_MON_2026_11_23, "registered_at"),
                f"registered_at 2026-11-23T00:00:00 has no time zone; {WHOSE}",
            ),
            (
                lambda: what_if(USUAL, ASKED, TUE_NOON, shifts=[(1, 5)]),  # type: ignore[list-item]
                WrongTypeError,
                ("a shift", "a timedelta", 5),
                "a shift must be a timedelta, not int 5; give a value of the kind asked for",
            ),
            (
                lambda: what_if(USUAL, ASKED, TUE_NOON, shifts=[(1, NEVER)]),
                CalendarRangeError,
                (
                    "2026-11-23T08:00:00+00:00 moved by 3000000 days, 0:00:00",
                    date.min,
                    date.max,
                ),
                (
                    "2026-11-23T08:00:00+00:00 moved by 3000000 days, 0:00:00 is outside the "
                    "calendar: known days run from 0001-01-01 to 9999-12-31; "
                    "build a calendar over a longer range, or check the date"
                ),
            ),
        ],
    )
    def test_says_it_whole(
        self,
        asked: Callable[[], object],
        refusal: type[SlaRulesError],
        args: tuple[object, ...],
        message: str,
    ) -> None:
        with pytest.raises(refusal) as refused:
            asked()
        assert refused.value.args == args
        assert str(refused.value) == message

    @pytest.mark.parametrize(
        ("wrong", "args"),
        [
            ({"given": 5}, ("incidents given", 5, 1)),
            ({"same": 1}, ("incidents compared", 1, 2)),
            ({"turns": {}}, ("changed verdicts", 1, 0)),
            (
                {"obligations": {Obligation.REPLACEMENT_SEARCH: 1}},
                ("verdicts on replacement-search", 1, 0),
            ),
        ],
    )
    def test_totals_that_do_not_add_up_are_told_by_name(
        self, wrong: dict[str, Any], args: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A comparison one of whose counts has gone wrong on the way."""

        def miscounted(**parts: Any) -> Comparison:
            return Comparison(**{**parts, **wrong})

        monkeypatch.setattr("slarules.comparison.Comparison", miscounted)
        later = USUAL.with_parameters(cutoff=time(13))
        half_past = incident("2026-11-23 12:30 registered category=C")
        with pytest.raises(TotalsError) as refused:
            compare(USUAL, later, [half_past], moscow(MON_2026_11_23, 14))
        assert refused.value.args == args


class TestTheRecordOfTheService:
    """3.1 Taken by phone in an outage: registered when accepted, or when entered (a reading)."""

    def test_reaches_both_sides_of_a_comparison(self) -> None:
        entered = USUAL.with_readings(outage_registration=OutageRegistration.ON_ENTRY)
        as_of = moscow(TUE_2026_11_24, 16)
        (there,) = compare(USUAL, entered, [PHONED], as_of, service=OUTAGE).different
        (back,) = compare(entered, USUAL, [PHONED], as_of, service=OUTAGE).different
        due = {
            side: {change.obligation: (change.before.due, change.after.due) for change in changes}
            for side, changes in (("there", _verdicts(there)), ("back", _verdicts(back)))
        }
        accepted, next_day = moscow(TUE_2026_11_24, 19), moscow(date(2026, 11, 25), 19)
        assert due["there"][Obligation.REACTION] == (accepted, next_day)
        assert due["back"][Obligation.REACTION] == (next_day, accepted)

    def test_reaches_both_sides_of_what_might_have_been(self) -> None:
        hour = timedelta(hours=1)
        found = what_if(USUAL, PHONED, moscow(TUE_2026_11_24, 17), service=OUTAGE)
        assert found.before.registered_at == moscow(TUE_2026_11_24, 11, 30)
        assert found.after.registered_at == moscow(TUE_2026_11_24, 11, 30)
        later = what_if(
            USUAL, PHONED, moscow(TUE_2026_11_24, 17), shifts=[(0, hour)], service=OUTAGE
        )
        assert later.after.registered_at == moscow(TUE_2026_11_24, 12, 30)


def _verdicts(difference: Any) -> list[Any]:
    return [change for change in difference.changes if hasattr(change, "obligation")]


class TestFiguresAsPeopleWriteThem:
    """Each figure in which two agreements differ, before and after."""

    def test_a_week_by_its_days(self) -> None:
        ten, two, seven = time(10), time(14), time(19)
        hours = same_hours(5, Interval(ten, time(13)), Interval(two, seven))
        other = USUAL.with_parameters(week=hours)
        usual, broken = "10:00–19:00", "10:00–13:00 14:00–19:00"
        assert differences(USUAL, other) == (
            (
                "week",
                "; ".join([*[usual] * 5, "—", "—"]),
                "; ".join([*[broken] * 5, "—", "—"]),
            ),
        )

    def test_targets_by_category_and_level(self) -> None:
        other = USUAL.with_parameters(
            resolution_targets=(
                Target(Category.C, Severity.CRITICAL, 485),
                Target(Category.B, None, 600),
            )
        )
        assert differences(USUAL, other) == (("resolution_targets", "—", "C1 8:05, B 10:00"),)
