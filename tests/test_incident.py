"""The record of one incident: what is refused, what order is, what time adds."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slarules.errors import (
    DuplicateEventError,
    EventBeforeRegistrationError,
    NoRegistrationError,
    SlaRulesError,
    TwoRegistrationsError,
    UnsortedEventsError,
    WrongTypeError,
)
from slarules.events import Commented, HelpDeskDown, IncidentEvent, Party, Registered, Resolved
from slarules.incident import Incident
from slarules.testing import incidents
from tests.judging import MOSCOW

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MON_2026_11_23 = datetime(2026, 11, 23, 11, tzinfo=MOSCOW)
MINUTE: Final = timedelta(minutes=1)
REGISTERED: Final = Registered(at=MON_2026_11_23, number="SD-1")
FIRST: Final = Commented(at=MON_2026_11_23 + MINUTE)
SECOND: Final = Commented(at=MON_2026_11_23 + 2 * MINUTE)


def refusal(make: Callable[[], object], kind: type[SlaRulesError]) -> str:
    """Return what the refusal says; it is of exactly that kind and survives pickling."""
    with pytest.raises(kind) as refused:
        make()
    assert type(refused.value) is kind
    copy = pickle.loads(pickle.dumps(refused.value))  # noqa: S301
    assert (type(copy), str(copy), copy.args) == (kind, str(refused.value), refused.value.args)
    return str(copy)


class TestMalformed:
    """2.1, 3.2: an incident is one record, which begins with its registration."""

    def test_nothing_is_no_record(self) -> None:
        assert refusal(lambda: Incident.of([]), NoRegistrationError) == (
            "none of the 0 events is a registration; begin the record with a Registered event"
        )

    def test_a_record_without_a_registration(self) -> None:
        assert refusal(lambda: Incident.of([FIRST, SECOND]), NoRegistrationError) == (
            "none of the 2 events is a registration; begin the record with a Registered event"
        )

    def test_an_event_before_the_registration(self) -> None:
        early = Commented(at=MON_2026_11_23 - MINUTE)
        said = refusal(lambda: Incident.of([early, REGISTERED]), EventBeforeRegistrationError)
        assert said == (
            "Commented at 2026-11-23T07:59:00+00:00 comes before the registration; begin the "
            "record with the Registered event, or leave the earlier event out"
        )

    def test_an_event_of_the_same_instant_listed_before_the_registration(self) -> None:
        said = refusal(
            lambda: Incident.of([Commented(at=MON_2026_11_23), REGISTERED]),
            EventBeforeRegistrationError,
        )
        assert said.startswith("Commented at 2026-11-23T08:00:00+00:00 comes before")

    def test_two_registrations(self) -> None:
        second = Registered(at=MON_2026_11_23 + MINUTE, number="SD-2")
        said = refusal(lambda: Incident.of([REGISTERED, FIRST, second]), TwoRegistrationsError)
        assert said == (
            "event 2 registers 'SD-2' in the record of 'SD-1'; keep a record for each number"
        )

    def test_two_registrations_of_one_number(self) -> None:
        second = Registered(at=MON_2026_11_23 + MINUTE, number="SD-1")
        said = refusal(lambda: Incident.of([REGISTERED, second]), TwoRegistrationsError)
        assert said == (
            "event 1 registers 'SD-1' in the record of 'SD-1'; keep a record for each number"
        )

    def test_events_that_go_back_in_time(self) -> None:
        said = refusal(lambda: Incident.of([REGISTERED, SECOND, FIRST]), UnsortedEventsError)
        assert said == (
            "event 2 is at 2026-11-23T08:01:00+00:00, earlier than the one before it at "
            "2026-11-23T08:02:00+00:00; give them in order, or use sorted() of the record, "
            "which says how many it moved"
        )

    def test_order_is_of_instants_and_not_of_clocks(self) -> None:
        # 01:30 came twice in Moscow's night of Sunday 26 October 2014
        first = datetime(2014, 10, 26, 1, 30, tzinfo=MOSCOW)
        second = first.replace(fold=1)
        registered = Registered(at=first - MINUTE, number="1")
        events: list[IncidentEvent] = [
            registered,
            Commented(at=first),
            Commented(at=second),
        ]
        assert len(Incident.of(events).events) == 3
        said = refusal(lambda: Incident.of([events[0], *events[:0:-1]]), UnsortedEventsError)
        assert said.startswith(
            "event 2 is at 2014-10-25T21:30:00+00:00, earlier than the one before it at "
            "2014-10-25T22:30:00+00:00"
        )

    def test_the_same_event_twice(self) -> None:
        said = refusal(lambda: Incident.of([REGISTERED, FIRST, FIRST]), DuplicateEventError)
        assert said == (
            "event 2 repeats Commented at 2026-11-23T08:01:00+00:00 word for word; keep one of them"
        )

    def test_the_same_event_twice_with_another_between_them(self) -> None:
        between = Resolved(at=FIRST.at)
        said = refusal(
            lambda: Incident.of([REGISTERED, FIRST, between, FIRST]), DuplicateEventError
        )
        assert said.startswith("event 3 repeats Commented at 2026-11-23T08:01:00+00:00")

    def test_what_differs_in_anything_is_no_repetition(self) -> None:
        other = FIRST.replace(by=Party.CUSTOMER)
        later = FIRST.replace(at=SECOND.at)
        assert len(Incident.of([REGISTERED, FIRST, other, later]).events) == 4

    @pytest.mark.parametrize("make", [Incident.of, Incident.sorted])
    @pytest.mark.parametrize("stranger", [HelpDeskDown(at=MON_2026_11_23), "commented", None, 7])
    def test_what_is_no_event_of_an_incident(
        self, make: Callable[[list[Any]], object], stranger: object
    ) -> None:
        said = refusal(lambda: make([REGISTERED, stranger]), WrongTypeError)
        assert said.startswith(
            "an event of an incident must be one of registered, commented, status-changed, "
        )
        assert said.endswith(
            f"notified, not {type(stranger).__name__} {stranger!r:.80}; "
            "give a value of the kind asked for"
        )

    def test_a_kind_of_ones_own_is_no_kind(self) -> None:
        class Shouted(Commented):
            """A comment that thinks it is another kind."""

        stranger: Any = Shouted(at=FIRST.at)
        with pytest.raises(WrongTypeError):
            Incident.of([REGISTERED, stranger])

    def test_a_refused_event_changes_nothing(self) -> None:
        record = Incident.of([REGISTERED, SECOND])
        with pytest.raises(UnsortedEventsError):
            record.with_event(FIRST)
        assert record.events == (REGISTERED, SECOND)


class TestSorted:
    """Readers put events in order, and say how many they moved."""

    @pytest.mark.parametrize("given_", [*permutations([REGISTERED, FIRST, SECOND])])
    def test_the_order_given_does_not_matter(self, given_: Sequence[IncidentEvent]) -> None:
        record, moved = Incident.sorted(given_)
        assert record.events == (REGISTERED, FIRST, SECOND)
        places = zip(given_, record.events, strict=True)
        assert moved == sum(before is not after for before, after in places)

    @pytest.mark.parametrize(
        ("order", "moved"),
        [("RFS", 0), ("RSF", 2), ("FRS", 2), ("SRF", 3), ("FSR", 3), ("SFR", 2)],
    )
    def test_it_counts_the_events_that_stood_elsewhere(self, order: str, moved: int) -> None:
        by_letter: dict[str, IncidentEvent] = {"R": REGISTERED, "F": FIRST, "S": SECOND}
        assert Incident.sorted([by_letter[letter] for letter in order])[1] == moved

    def test_events_of_one_instant_keep_the_order_given(self) -> None:
        a, b = FIRST, Resolved(at=FIRST.at)
        assert Incident.sorted([a, b, REGISTERED])[0].events == (REGISTERED, a, b)
        assert Incident.sorted([b, a, REGISTERED])[0].events == (REGISTERED, b, a)

    def test_of_one_instant_the_registration_is_first(self) -> None:
        at_once = Commented(at=MON_2026_11_23)
        record, moved = Incident.sorted([at_once, REGISTERED])
        assert (record.events, moved) == ((REGISTERED, at_once), 2)

    def test_what_order_cannot_mend_is_refused(self) -> None:
        with pytest.raises(DuplicateEventError):
            Incident.sorted([FIRST, REGISTERED, FIRST])
        with pytest.raises(EventBeforeRegistrationError):
            Incident.sorted([REGISTERED, Commented(at=MON_2026_11_23 - MINUTE)])
        with pytest.raises(NoRegistrationError):
            Incident.sorted([])

    @given(record=incidents(most=6), data=st.data())
    def test_instant_by_instant_it_takes_events_as_given(
        self, record: Incident, data: st.DataObject
    ) -> None:
        shuffled = data.draw(st.permutations(record.events))
        expected: list[IncidentEvent] = []
        for instant in sorted({event.at for event in record.events}):
            then = [event for event in shuffled if event.at == instant]
            expected += [event for event in then if event == record.registration]
            expected += [event for event in then if event != record.registration]
        assert list(Incident.sorted(shuffled)[0].events) == expected


class TestRecord:
    """What is on record, and when."""

    RECORD: Final = Incident.of([REGISTERED, FIRST, SECOND])

    def test_the_first_event_is_the_registration(self) -> None:
        assert self.RECORD.registration is REGISTERED
        assert self.RECORD.number == "SD-1"

    def test_what_happened_by_a_moment_is_inclusive(self) -> None:
        microsecond = timedelta(microseconds=1)
        assert self.RECORD.through(FIRST.at - microsecond) == (REGISTERED,)
        assert self.RECORD.through(FIRST.at) == (REGISTERED, FIRST)
        assert self.RECORD.through(SECOND.at - microsecond) == (REGISTERED, FIRST)
        assert self.RECORD.through(SECOND.at) == (REGISTERED, FIRST, SECOND)
        assert self.RECORD.through(REGISTERED.at - microsecond) == ()

    def test_one_more_event_makes_another_record(self) -> None:
        longer = self.RECORD.with_event(Resolved(at=SECOND.at))
        assert longer.events == (*self.RECORD.events, Resolved(at=SECOND.at))
        assert len(self.RECORD.events) == 3

    def test_a_list_given_is_not_kept(self) -> None:
        events: list[IncidentEvent] = [REGISTERED, FIRST]
        record = Incident.of(events)
        events.append(SECOND)
        assert record.events == (REGISTERED, FIRST)

    def test_it_is_a_value(self) -> None:
        again = Incident.of(
            event.replace(at=event.at.astimezone(UTC)) for event in self.RECORD.events
        )
        assert again == self.RECORD
        assert hash(again) == hash(self.RECORD)
        assert pickle.loads(pickle.dumps(again)) == self.RECORD  # noqa: S301
