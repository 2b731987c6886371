"""What can happen: moments in UTC, levels in C alone, and the table of kinds."""

from __future__ import annotations

import pickle
import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final, get_args
from zoneinfo import ZoneInfo

import pytest

from slarules.clauses import CLAUSES
from slarules.errors import (
    CalendarRangeError,
    LaterThanEntryError,
    LevelOutsideCError,
    NaiveDatetimeError,
    SlaRulesError,
    WrongTypeError,
)
from slarules.events import (
    EVENT_OF,
    EVENTS,
    ROW_OF,
    Access,
    Channel,
    Closing,
    Commented,
    Entry,
    Event,
    IncidentEvent,
    InformationProvided,
    LevelAgreed,
    Made,
    Party,
    Place,
    Reclassified,
    RecordKind,
    Registered,
    Reproduced,
    ServiceEvent,
    Visibility,
)
from slarules.terms import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

MOSCOW = ZoneInfo("Europe/Moscow")
MON_2026_11_23 = datetime(2026, 11, 23, 11, tzinfo=MOSCOW)
KINDS: Final = (*get_args(IncidentEvent), *get_args(ServiceEvent))


def refusal(make: Callable[[], object], kind: type[SlaRulesError]) -> str:
    """Return what the refusal says; it is of exactly that kind and survives pickling."""
    with pytest.raises(kind) as refused:
        make()
    assert type(refused.value) is kind
    copy = pickle.loads(pickle.dumps(refused.value))  # noqa: S301
    assert (type(copy), str(copy), copy.args) == (kind, str(refused.value), refused.value.args)
    return str(copy)


class TestMoments:
    """3.2: the official moment is HelpDesk's; it is kept in UTC, whatever clock it was told on."""

    @pytest.mark.parametrize(
        "zone", [MOSCOW, UTC, ZoneInfo("America/St_Johns"), timezone(timedelta(hours=12))]
    )
    def test_one_instant_is_one_event_on_any_clock(self, zone: Any) -> None:
        told = Commented(at=MON_2026_11_23.astimezone(zone))
        assert told == Commented(at=MON_2026_11_23)
        assert hash(told) == hash(Commented(at=MON_2026_11_23))
        assert told.at.tzinfo is UTC

    def test_a_moment_utc_cannot_show_is_refused_with_the_days_it_can(self) -> None:
        late = datetime.max.replace(tzinfo=timezone(-timedelta(hours=1)))
        with pytest.raises(CalendarRangeError) as caught:
            Commented(at=late)
        assert str(caught.value.asked).endswith("9999-12-31T23:59:59.999999-01:00")
        assert (caught.value.first, caught.value.last) == (date.min, date.max)

    def test_the_two_half_past_ones_of_one_night_are_two(self) -> None:
        # on Sunday 26 October 2014 Moscow's clock showed the hour from 01:00 twice
        first = datetime(2014, 10, 26, 1, 30, tzinfo=MOSCOW)
        second = first.replace(fold=1)
        assert Commented(at=first) != Commented(at=second)
        assert Commented(at=second).at - Commented(at=first).at == timedelta(hours=1)

    def test_every_moment_of_an_event_is_kept_so(self) -> None:
        event = Registered(
            at=MON_2026_11_23, number="1", called_at=MON_2026_11_23, accepted_at=MON_2026_11_23
        )
        assert {event.at.tzinfo, getattr(event.called_at, "tzinfo", None)} == {UTC}
        assert getattr(event.accepted_at, "tzinfo", None) is UTC

    @pytest.mark.parametrize(
        ("make", "field"),
        [
            (lambda naive: Commented(at=naive), "Commented.at"),
            (lambda naive: Commented(at=MON_2026_11_23, said_at=naive), "Commented.said_at"),
            (
                lambda naive: Registered(at=MON_2026_11_23, number="1", called_at=naive),
                "Registered.called_at",
            ),
            (
                lambda naive: Registered(at=MON_2026_11_23, number="1", accepted_at=naive),
                "Registered.accepted_at",
            ),
            (lambda naive: Reproduced(at=MON_2026_11_23, stated_at=naive), "Reproduced.stated_at"),
        ],
    )
    def test_a_moment_without_a_zone_is_refused(
        self, make: Callable[[datetime], Event], field: str
    ) -> None:
        said = refusal(lambda: make(datetime(2026, 11, 23, 10)), NaiveDatetimeError)
        assert said == (
            f"{field} 2026-11-23T10:00:00 has no time zone; say whose clock it is: "
            "moment.replace(tzinfo=ZoneInfo('Europe/Moscow'))"
        )

    @pytest.mark.parametrize("moment", [None, "2026-11-23", 0, date(2026, 11, 23)])
    def test_what_is_no_moment_is_refused(self, moment: Any) -> None:
        said = refusal(lambda: Commented(at=moment), WrongTypeError)
        assert said == (
            f"Commented.at must be an aware datetime, not {type(moment).__name__} {moment!r}; "
            "give a value of the kind asked for"
        )

    @pytest.mark.parametrize(
        ("make", "field"),
        [
            (lambda later: Commented(at=MON_2026_11_23, said_at=later), "Commented.said_at"),
            (
                lambda later: Registered(at=MON_2026_11_23, number="1", called_at=later),
                "Registered.called_at",
            ),
            (
                lambda later: Registered(at=MON_2026_11_23, number="1", accepted_at=later),
                "Registered.accepted_at",
            ),
            (lambda later: Reproduced(at=MON_2026_11_23, stated_at=later), "Reproduced.stated_at"),
        ],
    )
    def test_an_entry_tells_of_nothing_after_itself(
        self, make: Callable[[datetime], Event], field: str
    ) -> None:
        assert make(MON_2026_11_23).at == MON_2026_11_23
        later = MON_2026_11_23 + timedelta(microseconds=1)
        assert refusal(lambda: make(later), LaterThanEntryError) == (
            f"{field} is 2026-11-23T08:00:00.000001+00:00, later than the entry itself at "
            "2026-11-23T08:00:00+00:00; what was said or seen elsewhere comes before its entry: "
            "correct one of the two"
        )


class TestLevels:
    """4.5: category C has levels, no other has."""

    @pytest.mark.parametrize("category", [*Category])
    def test_a_level_stands_with_category_c_alone(self, category: Category) -> None:
        def make() -> Event:
            return Reclassified(at=MON_2026_11_23, category=category, severity=Severity.MINOR)

        if category is Category.C:
            assert make() == make()
            return
        assert refusal(make, LevelOutsideCError) == (
            f"level 3 was given with category {category.value}; give a level with category C only"
        )

    def test_a_level_without_a_category_is_refused(self) -> None:
        said = refusal(
            lambda: Registered(at=MON_2026_11_23, number="1", severity=Severity.CRITICAL),
            LevelOutsideCError,
        )
        assert said == "level 1 was given with no category; give a level with category C only"

    def test_an_agreed_level_needs_no_category(self) -> None:
        event = LevelAgreed(at=MON_2026_11_23, severity=Severity.SERIOUS)
        assert event.severity is Severity.SERIOUS


class TestEvents:
    """Events are frozen facts, given by keyword."""

    def test_an_entry_is_by_a_person_of_the_executor_and_seen_unless_said_otherwise(self) -> None:
        event = Commented(at=MON_2026_11_23)
        assert (event.by, event.made, event.visible, event.said_at) == (
            Party.EXECUTOR,
            Made.BY_PERSON,
            Visibility.VISIBLE,
            None,
        )

    def test_an_answer_is_the_customers_unless_said_otherwise(self) -> None:
        assert InformationProvided(at=MON_2026_11_23).by is Party.CUSTOMER

    def test_it_cannot_be_changed(self) -> None:
        event = Commented(at=MON_2026_11_23)
        with pytest.raises(AttributeError):
            event.at = MON_2026_11_23  # type: ignore[misc]

    def test_it_takes_no_positions(self) -> None:
        with pytest.raises(TypeError):
            Commented(MON_2026_11_23)  # type: ignore[call-arg]

    def test_a_changed_copy_is_checked_like_a_new_one(self) -> None:
        event = Registered(at=MON_2026_11_23, number="1", category=Category.C)
        levelled = event.replace(severity=Severity.MINOR)
        assert levelled.severity is Severity.MINOR
        with pytest.raises(LevelOutsideCError):
            levelled.replace(category=Category.B)

    def test_two_kinds_with_the_same_fields_are_not_equal(self) -> None:
        assert Entry(at=MON_2026_11_23) != Commented(at=MON_2026_11_23)


# Whose act a kind is by its nature, typed again from the paragraphs; the rest are the Executor's.
CUSTOMERS: Final = """
    registered information-provided reclassification-agreed reclassification-refused level-agreed
    workaround-failed replacement-agreed confirmed withdrawn
"""
UNSAID: Final = {
    "category": None,  # 4.12: nothing is recorded until it is
    "severity": None,
    "called_at": None,
    "accepted_at": None,
    "said_at": None,
    "stated_at": None,
    "made": Made.BY_PERSON,
    "visible": Visibility.VISIBLE,
    "channel": Channel.WEB,  # 2.1
    "place": Place.EXECUTOR_BENCH,  # 3.4: the first place it names
    "access": Access.NONE,
    "how": Closing.BY_EXECUTOR,
    "status": "",
    "to": "",
    "request": "",
}
"""What a field holds where the record says nothing of it."""


class TestUnsaid:
    """3.3, 4.11: what a record does not say is nothing that would favour or harm anybody."""

    @pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
    def test_what_a_field_holds_then(self, kind: Any) -> None:
        by = Party.CUSTOMER if ROW_OF[kind].kind in CUSTOMERS.split() else Party.EXECUTOR
        wanted = {"by": by, **UNSAID}
        assert kind._defaults == {name: wanted[name] for name in kind._defaults}


# Which entry can be a reaction of the Executor (3.3): typed again from the paragraph. A comment is
# what somebody writes in the incident; a record is any other trace of the Executor's work.
COMMENTS: Final = """
    commented information-requested request-withdrawn work-started reclassification-proposed
    reclassification-agreed reclassification-refused recommendation-given workaround-provided
    workaround-failed third-party-fixed impossibility-stated replacement-search-started
    replacement-agreed replacement-done fix-delivered update-delivered
"""
RECORDS: Final = "status-changed assigned reclassified routed resolved closed reopened"


class TestTable:
    """3.3: one row a kind of event, its id, its paragraph, and whether it can be a reaction."""

    def test_every_kind_has_one_row(self) -> None:
        assert sorted(row.event.__name__ for row in EVENTS) == sorted(k.__name__ for k in KINDS)
        assert len(EVENT_OF) == len(ROW_OF) == len(EVENTS)

    def test_its_id_is_its_name(self) -> None:
        for row in EVENTS:
            words = re.findall("[A-Z][a-z]*", row.event.__name__)
            assert row.kind == "-".join(words).lower()

    def test_its_paragraph_exists(self) -> None:
        assert {row.clause for row in EVENTS} <= set(CLAUSES)

    @pytest.mark.parametrize("row", EVENTS, ids=lambda row: row.kind)
    def test_what_it_is_for_a_reaction(self, row: Any) -> None:
        expected = RecordKind.NONE
        if row.kind in COMMENTS.split():
            expected = RecordKind.COMMENT
        elif row.kind in RECORDS.split():
            expected = RecordKind.RECORD
        elif row.kind == "reproduced":
            expected = RecordKind.REPRODUCTION_MARK
        assert row.record is expected
