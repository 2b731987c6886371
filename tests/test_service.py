"""The record of the service: what is refused, when HelpDesk was down, when support was in force."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from slarules.errors import (
    CalendarRangeError,
    DuplicateEventError,
    NaiveDatetimeError,
    OutageError,
    SlaRulesError,
    TermError,
    TermLengthError,
    UnsortedEventsError,
    WrongTypeError,
)
from slarules.events import (
    AccountsIssued,
    Commented,
    HelpDeskDown,
    HelpDeskRestored,
    RestorationAnnounced,
    SupportPaid,
    SupportRenewed,
    SupportSigned,
)
from slarules.readings import Readings
from slarules.service import FOREVER, UNRECORDED, ServiceRecord, around, gaps, term_through
from slarules.testing import service
from tests.judging import MOSCOW, Lines, at, judge, moscow, verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from slarules.service import Stretch

MON_2026_01_12 = datetime(2026, 1, 12, 10, tzinfo=MOSCOW)
HOUR: Final = timedelta(hours=1)
PAID: Final[Lines] = (
    "2026-01-12 10:00 support-signed",  # a Monday
    "11:00 support-paid through=2026-11-30",
)


def end_of_day(day: date) -> datetime:
    """Return the instant at which the day ends in Moscow, as the first option of term-last-day."""
    return datetime.combine(day + timedelta(days=1), time(0), MOSCOW)


def told(stretches: tuple[Stretch, ...]) -> list[str]:
    """Return stretches of time as text; one without an end has none."""
    return [
        f"{moscow(start)} – {'' if end == FOREVER else moscow(end)}".rstrip()
        for start, end in stretches
    ]


def terms(lines: Lines, *readings: str, as_of: str = "2030-01-01 00:00") -> list[str]:
    record = service(*lines)
    return told(record.terms(at(as_of), Readings.of(readings), end_of_day))


def refusal(make: Callable[[], object], kind: type[SlaRulesError]) -> str:
    """Return what the refusal says; it is of exactly that kind and survives pickling."""
    with pytest.raises(kind) as refused:
        make()
    assert type(refused.value) is kind
    copy = pickle.loads(pickle.dumps(refused.value))  # noqa: S301
    assert (type(copy), str(copy), copy.args) == (kind, str(refused.value), refused.value.args)
    return str(copy)


class TestMalformed:
    """2.3, 3.1: what no record of the service can hold is refused, and nothing is made."""

    def test_a_second_outage_before_the_first_is_over(self) -> None:
        down = HelpDeskDown(at=MON_2026_01_12), HelpDeskDown(at=MON_2026_01_12 + HOUR)
        said = refusal(lambda: ServiceRecord.of(down), OutageError)
        assert said == (
            "event 1 of the service: HelpDesk goes down again before it is restored; "
            "give each outage as one HelpDeskDown and one HelpDeskRestored, in turn"
        )

    def test_a_restoration_without_an_outage(self) -> None:
        events = SupportSigned(at=MON_2026_01_12), HelpDeskRestored(at=MON_2026_01_12 + HOUR)
        said = refusal(lambda: ServiceRecord.of(events), OutageError)
        assert said == (
            "event 1 of the service: HelpDesk is restored without having been down; "
            "give each outage as one HelpDeskDown and one HelpDeskRestored, in turn"
        )

    def test_a_second_restoration(self) -> None:
        down = HelpDeskDown(at=MON_2026_01_12)
        twice = [HelpDeskRestored(at=MON_2026_01_12 + n * HOUR) for n in (1, 2)]
        said = refusal(lambda: ServiceRecord.of([down, *twice]), OutageError)
        assert said.startswith("event 2 of the service: HelpDesk is restored without having been")

    def test_a_renewal_of_what_never_was(self) -> None:
        renewed = SupportRenewed(at=MON_2026_01_12, through=date(2027, 1, 31))
        said = refusal(lambda: ServiceRecord.of([renewed]), TermError)
        assert said == (
            "event 0 of the service: support is renewed before it was signed or paid for; "
            "sign or pay first, then renew"
        )

    @pytest.mark.parametrize("first", ["support-signed", "support-paid through=2026-12-31"])
    def test_a_renewal_after_a_signature_or_a_payment_is_none_of_these(self, first: str) -> None:
        lines = (f"2026-11-24 10:40 {first}", "11:00 support-renewed through=2027-01-31")
        assert len(service(*lines).events) == 2

    def test_events_that_go_back_in_time(self) -> None:
        later, earlier = HelpDeskDown(at=MON_2026_01_12), SupportSigned(at=MON_2026_01_12 - HOUR)
        said = refusal(lambda: ServiceRecord.of([later, earlier]), UnsortedEventsError)
        assert said == (
            "event 1 is at 2026-01-12T06:00:00+00:00, earlier than the one before it at "
            "2026-01-12T07:00:00+00:00; give them in order, or use sorted() of the record, "
            "which says how many it moved"
        )

    def test_the_same_event_twice(self) -> None:
        said = refusal(
            lambda: ServiceRecord.of([AccountsIssued(at=MON_2026_01_12, count=2)] * 2),
            DuplicateEventError,
        )
        assert said == (
            "event 1 repeats AccountsIssued at 2026-01-12T07:00:00+00:00 word for word; "
            "keep one of them"
        )

    @pytest.mark.parametrize("make", [ServiceRecord.of, ServiceRecord.sorted])
    @pytest.mark.parametrize("stranger", [Commented(at=MON_2026_01_12), "down", None])
    def test_what_is_no_event_of_the_service(
        self, make: Callable[[list[Any]], object], stranger: object
    ) -> None:
        said = refusal(lambda: make([stranger]), WrongTypeError)
        assert said == (
            "an event of the service must be one of help-desk-down, help-desk-restored, "
            "restoration-announced, accounts-issued, support-signed, support-paid, "
            f"support-renewed, not {type(stranger).__name__} {stranger!r:.80}; "
            "give a value of the kind asked for"
        )

    def test_a_moment_without_a_zone(self) -> None:
        said = refusal(
            lambda: HelpDeskDown(at=MON_2026_01_12.replace(tzinfo=None)), NaiveDatetimeError
        )
        assert said == (
            "HelpDeskDown.at 2026-01-12T10:00:00 has no time zone; say whose clock it is: "
            "moment.replace(tzinfo=ZoneInfo('Europe/Moscow'))"
        )


class TestSorted:
    """Ties are resolved by record order, which is part of the record."""

    DOWN: Final = HelpDeskDown(at=MON_2026_01_12)
    UP: Final = HelpDeskRestored(at=MON_2026_01_12 + HOUR)
    TOLD: Final = RestorationAnnounced(at=MON_2026_01_12 + HOUR)

    def test_it_puts_events_in_order_and_says_how_many_moved(self) -> None:
        record, moved = ServiceRecord.sorted([self.UP, self.DOWN])
        assert record.events == (self.DOWN, self.UP)
        assert moved == 2

    def test_what_is_no_event_of_the_service_is_refused_before_it_is_sorted(self) -> None:
        stranger: Any = Commented(at=MON_2026_01_12)
        said = refusal(lambda: ServiceRecord.sorted([stranger]), WrongTypeError)
        assert said.startswith("an event of the service must be one of help-desk-down, ")

    def test_events_of_one_instant_keep_their_order(self) -> None:
        record, moved = ServiceRecord.sorted([self.DOWN, self.UP, self.TOLD])
        assert (record.events, moved) == ((self.DOWN, self.UP, self.TOLD), 0)

    def test_an_outage_of_no_length_is_down_and_up_in_that_order(self) -> None:
        up = HelpDeskRestored(at=MON_2026_01_12)
        assert ServiceRecord.of([self.DOWN, up]).outages(MON_2026_01_12) == (
            (MON_2026_01_12, MON_2026_01_12),
        )
        with pytest.raises(OutageError):
            ServiceRecord.of([up, self.DOWN])


class TestOutages:
    """3.1: the exception lasts while the web interface is down, as far as is known."""

    LINES: Final[Lines] = (
        "2026-11-24 10:40 help-desk-down",
        "15:20 help-desk-restored",
        "2026-11-25 09:00 help-desk-down",
    )

    @pytest.mark.parametrize(
        ("as_of", "expected"),
        [
            ("2026-11-24 10:39", []),
            ("2026-11-24 10:40", ["2026-11-24 10:40 –"]),
            ("2026-11-24 15:19", ["2026-11-24 10:40 –"]),
            ("2026-11-24 15:20", ["2026-11-24 10:40 – 2026-11-24 15:20"]),
            (
                "2026-12-31 00:00",
                ["2026-11-24 10:40 – 2026-11-24 15:20", "2026-11-25 09:00 –"],
            ),
        ],
    )
    def test_they_are_what_is_recorded_by_then(self, as_of: str, expected: list[str]) -> None:
        assert told(service(*self.LINES).outages(at(as_of))) == expected

    @pytest.mark.parametrize(
        ("called", "registered"),
        [
            ("10:39", "15:25"),  # HelpDesk still works: the record's own time (2.1)
            ("10:40", "10:40"),  # from its first instant …
            ("15:19", "15:19"),
            ("15:20", "15:25"),  # … up to, and without, the restoration
        ],
    )
    def test_an_outage_is_half_open(self, called: str, registered: str) -> None:
        lines = (f"2026-11-24 15:25 registered channel=hotline called_at={called}",)
        found = judge(lines, "2026-11-24 18:00", beside=self.LINES)
        assert moscow(found.registered_at) == f"2026-11-24 {registered}"


class TestTerms:
    """2.3: support begins after signature and payment, and ends with its last day."""

    @pytest.mark.parametrize(
        ("lines", "expected"),
        [
            ((), []),
            (("2026-01-12 10:00 support-signed",), []),
            (("2026-01-12 10:00 support-paid through=2026-11-30",), []),
            (PAID, ["2026-01-12 11:00 – 2026-12-01 00:00"]),
            # the later of the two begins it, whichever that is; of several, the first of each
            (
                (
                    "2026-01-12 10:00 support-paid through=2026-11-30",
                    "11:00 support-signed",
                    "12:00 support-signed",
                ),
                ["2026-01-12 11:00 – 2026-12-01 00:00"],
            ),
            # the greatest last day counts, in whatever order they came
            (
                (*PAID, "2026-02-02 10:00 support-paid through=2026-06-30"),
                ["2026-01-12 11:00 – 2026-12-01 00:00"],
            ),
            (
                (*PAID, "2026-02-02 10:00 support-paid through=2027-01-31"),
                ["2026-01-12 11:00 – 2027-02-01 00:00"],
            ),
            (
                (*PAID, "2026-02-02 10:00 support-renewed through=2027-01-31"),
                ["2026-01-12 11:00 – 2027-02-01 00:00"],
            ),
            # renewed at the very end: no gap; a microsecond later: a gap
            (
                (*PAID, "2026-12-01 00:00 support-renewed through=2026-12-31"),
                ["2026-01-12 11:00 – 2027-01-01 00:00"],
            ),
            (
                (*PAID, "2026-12-01 00:00:00.000001 support-renewed through=2026-12-31"),
                [
                    "2026-01-12 11:00 – 2026-12-01 00:00",
                    "2026-12-01 00:00:00.000001 – 2027-01-01 00:00",
                ],
            ),
            # a payment in the gap opens nothing by itself; the contract it belongs to does
            (
                (*PAID, "2026-12-07 10:00 support-paid through=2027-06-30"),
                ["2026-01-12 11:00 – 2026-12-01 00:00"],
            ),
            (
                (
                    *PAID,
                    "2026-12-07 10:00 support-paid through=2027-06-30",
                    "2026-12-14 10:00 support-signed",
                ),
                ["2026-01-12 11:00 – 2026-12-01 00:00", "2026-12-14 10:00 – 2027-07-01 00:00"],
            ),
            (
                (
                    *PAID,
                    "2026-12-07 10:00 support-paid through=2027-06-30",
                    "2026-12-14 10:00 support-renewed through=2027-03-31",
                ),
                ["2026-01-12 11:00 – 2026-12-01 00:00", "2026-12-14 10:00 – 2027-07-01 00:00"],
            ),
            # signed anew and not paid: in force at once, with no end on record [support-resumes]
            (
                (*PAID, "2026-12-14 10:00 support-signed"),
                ["2026-01-12 11:00 – 2026-12-01 00:00", "2026-12-14 10:00 –"],
            ),
            (
                (
                    *PAID,
                    "2026-12-14 10:00 support-signed",
                    "2026-12-21 10:00 support-paid through=2027-03-31",
                ),
                ["2026-01-12 11:00 – 2026-12-01 00:00", "2026-12-14 10:00 – 2027-04-01 00:00"],
            ),
            # three contracts, two gaps
            (
                (
                    *PAID,
                    "2026-12-14 10:00 support-renewed through=2026-12-31",
                    "2027-02-01 10:00 support-renewed through=2027-02-28",
                ),
                [
                    "2026-01-12 11:00 – 2026-12-01 00:00",
                    "2026-12-14 10:00 – 2027-01-01 00:00",
                    "2027-02-01 10:00 – 2027-03-01 00:00",
                ],
            ),
            # paid through a day that is over when it is signed: begun and ended at once
            (
                (
                    "2026-01-12 10:00 support-paid through=2026-01-15",
                    "2026-01-20 10:00 support-signed",
                ),
                ["2026-01-20 10:00 – 2026-01-20 10:00"],
            ),
            (
                (
                    "2026-01-12 10:00 support-paid through=2026-01-15",
                    "2026-01-20 10:00 support-signed",
                    "2026-01-26 10:00 support-renewed through=2026-12-31",
                ),
                ["2026-01-20 10:00 – 2026-01-20 10:00", "2026-01-26 10:00 – 2027-01-01 00:00"],
            ),
            # what was paid for before that end is not paid for once more after it
            (
                (
                    "2026-01-20 10:00 support-signed",
                    "11:00 support-paid through=2026-01-15",
                    "2026-01-26 10:00 support-signed",
                ),
                ["2026-01-20 11:00 – 2026-01-20 11:00", "2026-01-26 10:00 –"],
            ),
        ],
    )  # fmt: skip
    def test_they_follow_from_the_record(self, lines: Lines, expected: list[str]) -> None:
        assert terms(lines) == expected

    @pytest.mark.parametrize(
        ("reading", "expected"),
        [
            ("signed-and-paid", ["2026-01-19 10:00 – 2026-12-01 00:00"]),
            ("paid", ["2026-01-19 10:00 – 2026-12-01 00:00"]),
            ("signed", ["2026-01-12 10:00 – 2026-12-01 00:00"]),
        ],
    )
    def test_support_begins_by_its_reading(self, reading: str, expected: list[str]) -> None:
        lines = (
            "2026-01-12 10:00 support-signed",
            "2026-01-19 10:00 support-paid through=2026-11-30",
        )
        assert terms(lines, f"support-begins={reading}") == expected

    def test_paid_before_it_is_signed_it_begins_when_paid_by_that_reading(self) -> None:
        lines = (
            "2026-01-12 10:00 support-paid through=2026-11-30",
            "2026-01-19 10:00 support-signed",
        )
        assert terms(lines, "support-begins=paid") == ["2026-01-12 10:00 – 2026-12-01 00:00"]
        assert terms(lines, "support-begins=signed") == ["2026-01-19 10:00 – 2026-12-01 00:00"]

    def test_signed_and_never_paid_there_is_no_end_by_that_reading(self) -> None:
        lines = ("2026-01-12 10:00 support-signed",)
        assert terms(lines, "support-begins=signed") == ["2026-01-12 10:00 –"]

    def test_what_is_nothing_of_support_stands_in_no_way(self) -> None:
        between = (PAID[0], "10:30 accounts-issued count=2", PAID[1])
        assert terms(between) == terms(PAID)

    def test_what_is_recorded_later_is_not_known_yet(self) -> None:
        lines = (*PAID, "2026-06-01 10:00 support-renewed through=2027-11-30")
        assert terms(lines, as_of="2026-01-12 10:59") == []
        assert terms(lines, as_of="2026-06-01 09:59") == ["2026-01-12 11:00 – 2026-12-01 00:00"]
        assert terms(lines, as_of="2026-06-01 10:00") == ["2026-01-12 11:00 – 2027-12-01 00:00"]


class TestGaps:
    """2.3: with the term over and not renewed there is no support."""

    @pytest.mark.parametrize(
        ("more", "as_of", "expected"),
        [
            ((), "2026-11-30 23:59", []),
            ((), "2026-12-01 00:00", ["2026-12-01 00:00 –"]),
            (("2026-12-01 00:00 support-renewed through=2026-12-31",), "2026-12-01 00:00", []),
            (
                ("2026-12-14 10:00 support-renewed through=2027-12-31",),
                "2026-12-14 10:00",
                ["2026-12-01 00:00 – 2026-12-14 10:00"],
            ),
            (
                ("2026-12-14 10:00 support-renewed through=2026-12-31",),
                "2027-01-01 00:00",
                ["2026-12-01 00:00 – 2026-12-14 10:00", "2027-01-01 00:00 –"],
            ),
        ],
    )
    def test_they_lie_between_the_terms_and_after_the_last(
        self, more: Lines, as_of: str, expected: list[str]
    ) -> None:
        found = service(*PAID, *more).terms(at(as_of), Readings(), end_of_day)
        assert told(gaps(found, at(as_of))) == expected

    def test_a_contract_that_follows_at_once_leaves_none(self) -> None:
        noon = MON_2026_01_12.astimezone(UTC)
        terms = ((noon - HOUR, noon), (noon, noon + HOUR), (noon + HOUR, FOREVER))
        assert gaps(terms, noon + 9 * HOUR) == ()

    def test_before_the_first_term_there_is_none(self) -> None:
        assert gaps((), at("2026-12-01 00:00")) == ()


class TestSupport:
    """2.3: whether the incident is served, at each moment of the record."""

    @pytest.mark.parametrize(
        ("as_of", "beside", "readings", "expected"),
        [
            ("2026-11-23 12:00", None, (), "pending"),
            ("2026-11-23 12:00", ("2026-11-02 10:00 accounts-issued count=2",), (), "pending"),
            (
                "2026-11-23 12:00",
                PAID,
                (),
                "pending due=2026-12-01 00:00 since=2026-01-12 11:00",
            ),
            ("2026-11-23 12:00", PAID[:1], ("support-begins=signed",),
             "pending since=2026-01-12 10:00"),
            ("2026-11-23 12:00", PAID[:1], (), "not-started waits=support-paid"),
            ("2026-11-30 23:59:59.999999", PAID, (),
             "pending due=2026-12-01 00:00 since=2026-01-12 11:00"),
            ("2026-12-01 00:00", PAID, (), "not-applicable"),
            # 30 November is a Monday: its closing is 19:00
            ("2026-11-30 18:59", PAID, ("term-last-day=closing-time",),
             "pending due=2026-11-30 19:00 since=2026-01-12 11:00"),
            ("2026-11-30 19:00", PAID, ("term-last-day=closing-time",), "not-applicable"),
            # a term through Sunday 29 November closes on Friday the 27th
            ("2026-11-26 19:00",
             ("2026-01-12 10:00 support-signed", "11:00 support-paid through=2026-11-29"),
             ("term-last-day=closing-time",),
             "pending due=2026-11-27 19:00 since=2026-01-12 11:00"),
            ("2026-11-26 19:00",
             ("2026-01-12 10:00 support-signed", "11:00 support-paid through=2026-11-29"), (),
             "pending due=2026-11-30 00:00 since=2026-01-12 11:00"),
            # begun and over at once
            ("2026-11-23 12:00",
             ("2026-01-12 10:00 support-paid through=2026-01-15",
              "2026-01-20 10:00 support-signed"),
             (), "not-applicable"),
            # over, and signed anew
            ("2026-12-14 10:00", (*PAID, "2026-12-14 10:00 support-signed"), (),
             "pending since=2026-12-14 10:00"),
        ],
    )  # fmt: skip
    def test_it_is_this(
        self, as_of: str, beside: Lines | None, readings: tuple[str, ...], expected: str
    ) -> None:
        lines = ("2026-11-23 11:00 registered category=D",)
        found = judge(lines, as_of, *readings, beside=beside)
        assert verdict(found, "support") == expected

    def test_a_term_may_be_written_without_an_end(self) -> None:
        beside = (PAID[0], "11:00 support-paid through=9999-12-31")
        found = judge(("2026-11-23 11:00 registered",), "2026-11-23 12:00", beside=beside)
        assert verdict(found, "support") == "pending since=2026-01-12 11:00"
        assert "term-last-day" not in found.consulted

    def test_the_stretch_a_moment_lies_in_is_the_latest_begun(self) -> None:
        noon = MON_2026_01_12.astimezone(UTC)
        terms = ((noon - HOUR, noon), (noon + HOUR, noon + 2 * HOUR))
        assert around(terms, noon - HOUR) == terms[0]
        assert around(terms, noon) is None
        assert around(terms, noon + HOUR) == terms[1]
        assert around(terms, noon + 2 * HOUR) is None

    def test_with_nothing_recorded_of_it_that_is_assumed(self) -> None:
        lines = ("2026-11-23 11:00 registered category=D",)
        unrecorded = judge(lines, "2026-11-23 12:00").assumed
        assert {"helpdesk-up", "support-in-force"} <= set(unrecorded)
        outages_alone = judge(
            lines, "2026-11-23 12:00", beside=("2026-11-02 10:00 help-desk-down",)
        ).assumed
        assert "support-in-force" in outages_alone
        assert "helpdesk-up" not in outages_alone
        assert not {"helpdesk-up", "support-in-force"} & set(
            judge(lines, "2026-11-23 12:00", beside=PAID).assumed
        )

    def test_the_unrecorded_service_is_one_value(self) -> None:
        assert type(UNRECORDED)() == UNRECORDED


class TestTermThrough:
    """Civil Code art. 192: a term ends on the date it began on, or on the month's last day."""

    @pytest.mark.parametrize(
        ("begins", "years", "months", "last"),
        [
            (date(2026, 3, 16), 1, 0, date(2027, 3, 16)),
            (date(2024, 2, 29), 1, 0, date(2025, 2, 28)),  # no such date in that month
            (date(2024, 2, 29), 4, 0, date(2028, 2, 29)),
            (date(2023, 2, 28), 1, 0, date(2024, 2, 28)),
            (date(2026, 1, 31), 0, 1, date(2026, 2, 28)),
            (date(2026, 8, 31), 0, 1, date(2026, 9, 30)),
            (date(2026, 11, 30), 0, 3, date(2027, 2, 28)),
            (date(2026, 3, 16), 0, 12, date(2027, 3, 16)),
            (date(2026, 3, 16), 1, 6, date(2027, 9, 16)),
        ],
    )
    def test_the_last_day_is_this(self, begins: date, years: int, months: int, last: date) -> None:
        assert term_through(begins, years=years, months=months) == last

    def test_a_length_may_be_of_years_or_of_months_alone(self) -> None:
        assert term_through(date(2026, 3, 16), years=2) == date(2028, 3, 16)
        assert term_through(date(2026, 3, 16), months=2) == date(2026, 5, 16)
        assert term_through(date(2026, 3, 16), years=1, months=1) == date(2027, 4, 16)

    def test_the_last_day_still_belongs_to_the_term(self) -> None:
        last = term_through(date(2024, 2, 29), years=1)
        record = ServiceRecord.of(
            [
                SupportSigned(at=datetime(2024, 2, 29, 10, tzinfo=MOSCOW)),
                SupportPaid(at=datetime(2024, 2, 29, 11, tzinfo=MOSCOW), through=last),
            ]
        )
        (term,) = record.terms(datetime(2025, 6, 1, tzinfo=UTC), Readings(), end_of_day)
        assert moscow(term[1]) == "2025-03-01 00:00"

    @pytest.mark.parametrize(("years", "months"), [(0, 0), (-1, 0), (0, -1), (1, -1), (-1, 24)])
    def test_a_term_of_nothing_is_refused(self, years: int, months: int) -> None:
        said = refusal(
            lambda: term_through(date(2026, 3, 16), years=years, months=months), TermLengthError
        )
        assert said == (
            f"{years} years and {months} months are no length of a term; "
            "give a number of years, of months, or of both"
        )

    @pytest.mark.parametrize("years", [1, 10**9])
    def test_a_date_no_calendar_has_is_refused(self, years: int) -> None:
        said = refusal(lambda: term_through(date.max, years=years), CalendarRangeError)
        assert said == (
            f"9999-12-31 + {years} years and 0 months is outside the calendar: known days run "
            "from 0001-01-01 to 9999-12-31; build a calendar over a longer range, or check the "
            "date"
        )


def test_a_record_is_a_value() -> None:
    record = service(*PAID, "2026-06-01 10:00 support-renewed through=2027-11-30")
    assert record == ServiceRecord.of(record.events)
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301
    assert hash(record) == hash(ServiceRecord.of(list(record.events)))
    assert record.events[-1] == SupportRenewed(
        at=datetime(2026, 6, 1, 10, tzinfo=MOSCOW), through=date(2027, 11, 30)
    )
