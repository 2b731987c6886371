"""JSON documents: every value reads back equal, one way to write it, every fault told."""

# ruff: noqa: E501 - tables stay in columns

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import partial
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from slarules.agreement import Agreement, standard_support
from slarules.assess import Assessment
from slarules.calendar import BusinessCalendar, Decree
from slarules.classify import CannotTell, Classified, DefinitionGap, Facts, classify
from slarules.days import DayKind, SpecialDay
from slarules.deadlines import NotStated, UntilEvent
from slarules.derivation_json import answer_json, verdict_json
from slarules.documents import SCHEMAS, dumps, loads, tree
from slarules.errors import DocumentError, UnwritableValueError
from slarules.events import EVENTS, Commented, Registered, StatusChanged
from slarules.incident import Incident
from slarules.parameters import STANDARD, Interval
from slarules.readings import SWITCHES, Readings
from slarules.service import ServiceRecord
from slarules.terms import Category, ClauseId, Obligation, Outcome, RuleId, Word
from slarules.testing import (
    agreements,
    as_of_for,
    events,
    incident,
    incidents,
    moments,
    readings,
    service_records,
)
from tests.strategies import calendar_of, desks

if TYPE_CHECKING:
    from collections.abc import Callable

    from slarules.deadlines import Answer
    from slarules.events import EventRow
    from tests.oracles.walk import Desk

MOSCOW = ZoneInfo("Europe/Moscow")
MON_2026_11_23 = datetime(2026, 11, 23, 8, tzinfo=UTC)
SUN_2014_10_26 = datetime(2014, 10, 26, tzinfo=UTC)
"""Moscow's clock shows 01:00-02:00 twice."""

WORDS_OF_FACTS: dict[str, list[Word]] = {
    name: list(type(default).__members__.values())
    for name, default in Facts._defaults.items()
    if name != "recorded"
}
AGREEMENT = standard_support()
CALENDAR = AGREEMENT.calendar

# ------------------------------------------------------------------------------- how it is held


def reads_back(value: object) -> str:
    """Hold a value against its document: equal again, of its type, written the one way."""
    text = dumps(value)
    again = loads(text, type(value))
    assert again == value
    assert loads(text.encode()) == value
    assert dumps(again) == text
    # Keys in order, nothing spaced, text as it is, one newline at the end.
    plain = json.loads(text)
    one_way = json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert text == f"{one_way}\n"
    return text


def document(*inside: str, schema: str = "slarules/incident/1", more: str = "") -> str:
    """Return a document of events, each given as JSON text."""
    return f'{{"schema":"{schema}","events":[{",".join(inside)}]{more}}}'


ONE = '{"at":"2026-11-23T08:00:00Z","kind":"registered","number":"1"}'


def faults(text: str | bytes, expected: Any = None, **options: Any) -> list[tuple[str, str]]:
    """Return what is wrong with a document."""
    with pytest.raises(DocumentError) as raised:
        loads(text, expected, **options) if expected else loads(text, **options)
    return list(raised.value.faults)


# ----------------------------------------------------------------------------------- round trips


class TestEveryValueReadsBack:
    """A value, its document, the same value."""

    @given(incidents())
    def test_an_incident(self, happened: Incident) -> None:
        reads_back(happened)

    @given(service_records())
    def test_a_record_of_the_service(self, happened: ServiceRecord) -> None:
        reads_back(happened)

    @pytest.mark.parametrize("row", EVENTS, ids=lambda row: row.kind)
    @settings(max_examples=20)
    @given(data=st.data())
    def test_every_kind_of_event_with_every_field(self, row: EventRow, data: st.DataObject) -> None:
        event = data.draw(events(data.draw(moments()), [row.event]))
        written = tree_of_event(event)
        assert written["kind"] == row.kind
        given = {name for name in event._fields if getattr(event, name) != _default(event, name)}
        assert set(written) == given | {"kind"}

    @given(st.data(), incidents(), st.none() | service_records(), agreements())
    def test_an_assessment(
        self,
        data: st.DataObject,
        happened: Incident,
        service: ServiceRecord | None,
        agreement: Agreement,
    ) -> None:
        given: dict[str, Any] = {} if service is None else {"service": service}
        as_of = data.draw(as_of_for(happened, agreement=agreement, **given))
        reads_back(agreement.assess(happened, as_of, **given))

    @given(moments(first=date(2010, 1, 1)), st.sampled_from(Category), agreements())
    def test_an_answer_about_an_obligation(
        self, moment: datetime, category: Category, agreement: Agreement
    ) -> None:
        for answer in answers(agreement, moment, category):
            reads_back(answer)

    def test_until_an_event(self) -> None:
        clauses = (ClauseId("4.4"),)
        answer = UntilEvent(
            obligation=Obligation.RESOLUTION, rule=RuleId("R-4.4-3"), clauses=clauses
        )
        plain = json.loads(reads_back(answer))
        assert plain["until_event"] == ["third-party-fixed", "workaround-provided"]

    @given(readings())
    def test_readings(self, chosen: Readings) -> None:
        reads_back(chosen)

    @given(agreements())
    def test_an_agreement(self, agreement: Agreement) -> None:
        reads_back(agreement)

    @pytest.mark.parametrize(
        "changes",
        [
            {},
            {"cutoff": time(13)},
            {"zone": "Asia/Kamchatka", "silence": 5},
            {"replacement_after": 30, "week": ((), *STANDARD.week[1:])},
        ],
    )
    def test_agreed_parameters(self, changes: dict[str, Any]) -> None:
        reads_back(STANDARD.replace(**changes))
        reads_back(AGREEMENT.with_parameters(**changes))

    @given(desks())
    def test_a_calendar(self, desk: Desk) -> None:
        calendar = calendar_of(desk)
        reads_back(calendar)
        reads_back(AGREEMENT.with_calendar(calendar))

    def test_a_calendar_keeps_why_its_days_differ(self) -> None:
        again = loads(dumps(CALENDAR), BusinessCalendar)
        for day in (date(2024, 12, 28), date(2026, 11, 4), date(2014, 3, 10), date(2021, 11, 1)):
            assert again.day(day) == CALENDAR.day(day)

    def test_a_calendar_with_reasons_and_hours_of_its_own(self) -> None:
        holiday = SpecialDay(date(2026, 5, 6), DayKind.AGREED, off=True, name="наш день")
        calendar = BusinessCalendar(
            zone=timezone(timedelta(hours=-3, minutes=-30)),
            week=STANDARD.week,
            first=date(2026, 1, 1),
            last=date(2026, 12, 31),
            decreed_through=date(2026, 6, 30),
            days_off=[holiday, date(2026, 5, 9)],
            working_days=[date(2026, 5, 10)],
            hours_on={date(2026, 7, 1): (), date(2026, 7, 5): (Interval(time(22), time(0)),)},
        )
        reads_back(calendar)
        assert loads(dumps(calendar), BusinessCalendar).day(holiday.day).why == holiday

    def test_equal_calendars_are_equal_text(self) -> None:
        facts: dict[str, Any] = {
            "zone": MOSCOW,
            "week": STANDARD.week,
            "first": date(2026, 1, 1),
            "last": date(2026, 12, 31),
            "decreed_through": date(2026, 12, 31),
        }
        sat, mon = date(2026, 11, 28), date(2026, 11, 23)
        plain, wordy = (
            BusinessCalendar(**facts),
            BusinessCalendar(**facts, days_off=[sat], working_days=[mon]),
        )
        assert plain == wordy
        assert dumps(plain) == dumps(wordy)

    @pytest.mark.parametrize("day", [date(2026, 12, 31), date(2026, 11, 23), date(2031, 1, 1)])
    def test_a_day(self, day: date) -> None:
        reads_back(CALENDAR.day(day))

    def test_a_decree(self) -> None:
        row = SpecialDay(date(2028, 1, 3), DayKind.MOVED_DAY_OFF, off=True)
        reads_back(Decree(through=date(2028, 12, 31), days_off=(date(2028, 5, 8), row)))

    @given(
        st.builds(
            Facts,
            **{name: st.sampled_from(WORDS_OF_FACTS[name]) for name in WORDS_OF_FACTS},
        )
    )
    def test_a_classification_and_its_facts(self, facts: Facts) -> None:
        reads_back(facts)
        outcome = classify(facts)
        words = {Classified: "classified", CannotTell: "cannot-tell", DefinitionGap: "not-stated"}
        assert json.loads(reads_back(outcome))["outcome"] == words[type(outcome)]

    def test_every_kind_of_document_is_tried_here(self) -> None:
        assert sorted(SCHEMAS) == sorted(
            f"slarules/{name}/1"
            for name in (
                "agreement",
                "assessment",
                "calendar",
                "classification",
                "day",
                "deadline",
                "decree",
                "facts",
                "incident",
                "parameters",
                "readings",
                "receipt",
                "service",
            )
        )


def tree_of_event(event: Any) -> dict[str, Any]:
    """Return an event's object in a record that holds it, after reading it back."""
    if isinstance(event, Registered):
        record: Any = Incident.of([event])
    elif type(event) in {row.event for row in EVENTS[-7:]}:
        record = ServiceRecord.of([*_before(event), event])
    else:
        record = Incident.of([Registered(at=event.at, number="1"), event])
    reads_back(record)
    found: dict[str, Any] = tree(record)["events"][-1]
    return found


def _before(event: Any) -> list[Any]:
    """Return what must have happened to the service for the event to be possible."""
    kinds = {row.kind: row.event for row in EVENTS}
    kind = next(row.kind for row in EVENTS if row.event is type(event))
    asked = {"help-desk-restored": "help-desk-down", "support-renewed": "support-signed"}
    return [kinds[asked[kind]](at=event.at)] if kind in asked else []


def _default(event: Any, name: str) -> object:
    return event._defaults.get(name, ...)


def answers(agreement: Agreement, moment: datetime, category: Category) -> list[Answer]:
    return [
        agreement.reaction_deadline(moment, category),
        agreement.replacement_search_deadline(moment, category),
        agreement.automatic_closing_deadline(moment),
    ]


# ------------------------------------------------------------------------------- how it is written


class TestTheOneWay:
    """Documents other programs read: their text is part of the promise."""

    def test_an_incident(self) -> None:
        happened = incident(
            "2026-11-23 11:00 registered category=B number=SD-17",
            "16:00 information-requested request=журнал",
            "2026-11-24 10:00 reproduced stated_at=09:20 by=customer access=remote",
            "10:00:00.000001 routed route=plan",
        )
        assert dumps(happened) == (
            '{"events":['
            '{"at":"2026-11-23T08:00:00Z","category":"B","kind":"registered","number":"SD-17"},'
            '{"at":"2026-11-23T13:00:00Z","kind":"information-requested","request":"журнал"},'
            '{"access":"remote","at":"2026-11-24T07:00:00Z","by":"customer","kind":"reproduced",'
            '"stated_at":"2026-11-24T06:20:00Z"},'
            '{"at":"2026-11-24T07:00:00.000001Z","kind":"routed","route":"plan"}'
            '],"schema":"slarules/incident/1"}\n'
        )

    def test_readings_are_the_ids_of_switches_and_options(self) -> None:
        chosen = Readings.of(["late-answer=reopens", "cutoff-instant=same-day"])
        assert dumps(chosen) == (
            '{"cutoff-instant":"same-day","late-answer":"reopens","schema":"slarules/readings/1"}\n'
        )

    def test_the_standard_agreement_says_nothing_more(self) -> None:
        assert dumps(AGREEMENT) == '{"schema":"slarules/agreement/1"}\n'

    @pytest.mark.parametrize("category", Category)
    def test_an_answer_is_what_explain_says_as_data(self, category: Category) -> None:
        for answer in answers(AGREEMENT, MON_2026_11_23, category):
            written = json.loads(dumps(answer))
            assert written.pop("schema") == "slarules/deadline/1"
            zone = written.pop("zone", None)
            assert written == json.loads(json.dumps(answer_json(answer)))
            assert zone == ("Europe/Moscow" if "due" in written else None)

    @pytest.mark.parametrize("category", Category)
    def test_an_answer_has_exactly_one_of_four(self, category: Category) -> None:
        for answer in answers(AGREEMENT, MON_2026_11_23, category):
            written = json.loads(dumps(answer))
            four = {"due", "not_stated", "not_applicable", "until_event"}
            assert len(four & written.keys()) == 1
            assert {"clauses", "provisional", "steps"} <= written.keys()

    @given(st.data(), incidents(), agreements())
    def test_a_verdict_has_what_goes_with_its_outcome(
        self, data: st.DataObject, happened: Incident, agreement: Agreement
    ) -> None:
        as_of = data.draw(as_of_for(happened, agreement=agreement))
        for verdict in json.loads(dumps(agreement.assess(happened, as_of)))["verdicts"]:
            key = {
                Outcome.NOT_STATED.value: "not_stated",
                Outcome.NOT_APPLICABLE.value: "not_applicable",
                Outcome.UNTIL_EVENT.value: "until_event",
            }.get(verdict["outcome"])
            four = {"due", "not_stated", "not_applicable", "until_event"} & verdict.keys()
            assert four == {key} if key else four <= {"due"}
            assert {"clauses", "provisional"} <= verdict.keys()

    @given(st.data(), incidents(), agreements())
    def test_a_verdict_is_what_explain_says_as_data(
        self, data: st.DataObject, happened: Incident, agreement: Agreement
    ) -> None:
        as_of = data.draw(as_of_for(happened, agreement=agreement))
        assessment = agreement.assess(happened, as_of)
        written = json.loads(dumps(assessment))["verdicts"]
        for verdict, found in zip(assessment.verdicts, written, strict=True):
            if "would_be_due" in found:
                found["due"] = found.pop("would_be_due")
            said = json.loads(json.dumps(verdict_json(verdict)))
            assert said == {key: found[key] for key in said}

    def test_a_finding_tells_its_clause(self) -> None:
        happened = incident("2026-11-23 11:00 registered channel=phone category=B")
        written = json.loads(dumps(AGREEMENT.assess(happened, MON_2026_11_23)))
        assert written["findings"] == [
            {
                "at": "2026-11-23T08:00:00Z",
                "clause": "2.1",
                "event": 0,
                "id": "F-2.1-1",
                "kind": "breach",
            }
        ]


class TestMoments:
    """A moment computed is on the calendar's clock, before and after."""

    @given(st.integers(0, 3 * 3600), st.sampled_from(Category))
    @example(21 * 3600 + 1800 - 86400, Category.B)
    @example(22 * 3600 + 1800 - 86400, Category.B)
    def test_the_repeated_hour_of_moscow(self, second: int, category: Category) -> None:
        moment = SUN_2014_10_26 + timedelta(seconds=second)
        for answer in answers(AGREEMENT, moment, category):
            again = loads(reads_back(answer))
            for old, new in zip(_steps(answer), _steps(again), strict=True):
                assert (old.at.fold, old.at.tzinfo) == (new.at.fold, new.at.tzinfo)

    def test_both_half_past_ones_are_told_apart(self) -> None:
        early, late = (
            AGREEMENT.automatic_closing_deadline(SUN_2014_10_26 - timedelta(minutes=minutes))
            for minutes in (150, 90)
        )
        assert '"at":"2014-10-26T01:30:00+04:00"' in dumps(early)
        assert '"at":"2014-10-26T01:30:00+03:00"' in dumps(late)

    @pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=5, minutes=45)), "UTC"])
    def test_a_clock_that_is_no_place(self, zone: Any) -> None:
        calendar = BusinessCalendar(
            zone=zone,
            week=STANDARD.week,
            first=date(2026, 1, 1),
            last=date(2027, 12, 31),
            decreed_through=date(2027, 12, 31),
        )
        agreement = AGREEMENT.with_calendar(calendar)
        for answer in answers(agreement, MON_2026_11_23, Category.B):
            reads_back(answer)
        reads_back(agreement.assess(incident("2026-11-23 11:00 registered"), MON_2026_11_23))

    @pytest.mark.parametrize(
        "written",
        [
            "2026-11-23T08:00:00Z",
            "2026-11-23T08:00Z",
            "2026-11-23T11:00+03:00",
            "2026-11-23T11:00:00.000000+03:00",
            "2026-11-22T20:00:00-12:00",
        ],
    )
    def test_an_event_may_tell_any_clock(self, written: str) -> None:
        text = document(f'{{"kind":"registered","number":"1","at":"{written}"}}')
        assert loads(text, Incident).registration.at == MON_2026_11_23

    def test_an_offset_the_zone_has_not_then_is_refused(self) -> None:
        text = dumps(AGREEMENT.reaction_deadline(MON_2026_11_23, Category.B))
        wrong = text.replace('"due":"2026-11-23T19:00:00+03:00"', '"due":"2026-11-23T19:00+04:00"')
        told = "is not what the clock of Europe/Moscow shows then: 2026-11-23T18:00:00+03:00"
        assert faults(wrong) == [("due", f"'2026-11-23T19:00+04:00' {told}")]


def _steps(answer: Any) -> list[Any]:
    return [step for step in getattr(answer, "steps", ()) if hasattr(step, "at")]


class TestUnwritable:
    """What could not be read back equal is not written."""

    @pytest.mark.parametrize(
        ("value", "message"),
        [
            (object, "a value that no document holds cannot be written"),
            (MON_2026_11_23, "a value that no document holds cannot be written"),
            (
                Incident.of([Registered(at=MON_2026_11_23, number="\ud83d")]),
                "text with half a character cannot be written: '\\ud83d'",
            ),
            (
                Incident.of([Registered(at=datetime(1, 1, 1, tzinfo=UTC), number="1")]),
                "a moment at the end of time cannot be written",
            ),
            (
                Incident.of([Registered(at=MON_2026_11_23, number=7)]),  # type: ignore[arg-type]
                "what is not text cannot be written: 7",
            ),
        ],
    )
    def test_it_is_refused(self, value: object, message: str) -> None:
        with pytest.raises(UnwritableValueError) as raised:
            dumps(value)
        assert str(raised.value).startswith(message)

    def test_a_zone_without_a_name(self) -> None:
        for zone in (timezone(timedelta(hours=3), "MSK"), timezone(timedelta(seconds=1), "Europe")):
            calendar = BusinessCalendar(
                zone=zone,
                week=STANDARD.week,
                first=date(2026, 1, 1),
                last=date(2026, 12, 31),
                decreed_through=date(2026, 12, 31),
            )
            with pytest.raises(UnwritableValueError, match="a zone that has no name"):
                dumps(calendar)

    def test_moments_on_the_clocks_of_two_zones(self) -> None:
        answer = AGREEMENT.reaction_deadline(MON_2026_11_23, Category.B)
        assert not isinstance(answer, NotStated)
        mixed = answer.replace(due=answer.due.astimezone(ZoneInfo("Asia/Kamchatka")))
        with pytest.raises(UnwritableValueError, match="another zone than Asia/Kamchatka"):
            dumps(mixed)

    def test_a_function_of_ones_own_that_explains_days(self) -> None:
        calendar = BusinessCalendar(
            zone=MOSCOW,
            week=STANDARD.week,
            first=date(2026, 1, 1),
            last=date(2026, 12, 31),
            decreed_through=date(2026, 12, 31),
            special_day=_nothing_special,
        )
        with pytest.raises(UnwritableValueError, match="a function of your own"):
            dumps(calendar)

    def test_a_type_that_no_document_holds_is_not_read(self) -> None:
        with pytest.raises(UnwritableValueError, match="a type that no document holds"):
            loads("{}", int)


def _nothing_special(_day: date, /) -> None:
    return None


# --------------------------------------------------------------------------------- what is refused


class TestFaults:
    """Each fault is told with its path, and all of one document together."""

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("", [("", "is not JSON: expecting value at line 1, column 1")]),
            ("{\n 1}", [
                ("", "is not JSON: expecting property name enclosed in double quotes at line 2, column 2")
            ]),
            ("[]", [("", "must be an object, not a list")]),
            ("null", [("", "must be an object, not null")]),
            ("NaN", [("", "must be an object, not NaN")]),
            (b"\xff{}", [("", "is not UTF-8: byte 1 does not belong there")]),
            ('{"schema":1}', [("schema", "must be slarules/incident/1, not the number 1")]),
            ("{}", [("schema", "is missing: write slarules/incident/1")]),
            ('{"schema":"slarules/incident/2"}', [
                ("schema", "is 'slarules/incident/2'; known here is slarules/incident/1")
            ]),
            ('{"schema":"slarules/service/1"}', [
                ("schema", "is 'slarules/service/1'; wanted is slarules/incident/1")
            ]),
            ('{"schema":"slarules/incident/1"}', [("events", "is missing: a list")]),
            ('{"schema":"slarules/incident/1","events":{}}', [
                ("events", "must be a list, not an object")
            ]),
            ('{"schema":"slarules/incident/1","schema":"slarules/incident/1","events":[]}', [
                ("schema", "is given more than once")
            ]),
        ],
    )  # fmt: skip
    def test_of_the_document_itself(self, text: str | bytes, found: list[tuple[str, str]]) -> None:
        assert faults(text, Incident) == found

    @pytest.mark.parametrize(
        ("event", "path", "message"),
        [
            ("[]", "", "must be an object, not a list"),
            ("{}", ".kind", "is missing; known are registered, commented"),
            ('{"kind":7}', ".kind", "must be text, not the number 7"),
            ('{"kind":"called"}', ".kind", "unknown kind 'called'; known are registered, "),
            ('{"kind":"help-desk-down"}', ".kind", "unknown kind 'help-desk-down'; known are reg"),
            ('{"kind":"commented"}', ".at", "is missing: a moment"),
            ('{"kind":"commented","at":1763884800}', ".at", "must be a moment, not the number 17"),
            ('{"kind":"commented","at":null}', ".at", "must be a moment, not null"),
            ('{"kind":"commented","at":"2026-11-23T08:00:00"}', ".at",
             "'2026-11-23T08:00:00' has no time zone; say whose clock it is: +03:00, or Z for UTC"),
            ('{"kind":"commented","at":"2026-11-23"}', ".at",
             "'2026-11-23' is a day; a moment is date, hour and offset: 2026-11-23T11:00+03:00"),
            ('{"kind":"commented","at":"yesterday"}', ".at",
             "'yesterday' is no moment; write date, hour and offset: 2026-11-23T11:00+03:00"),
            ('{"kind":"commented","at":"2026-11-23 08:00Z"}', ".at", "'2026-11-23 08:00Z' is no mom"),
            ('{"kind":"commented","at":"2026-11-23T24:00Z"}', ".at", "'2026-11-23T24:00Z' is no mom"),
            ('{"kind":"commented","at":"2026-02-29T08:00Z"}', ".at",
             "'2026-02-29T08:00Z' is no moment: day is out of range for month"),
            ('{"kind":"commented","at":"2026-11-23T08:00:00.1234567Z"}', ".at",
             "'2026-11-23T08:00:00.1234567Z' is no moment"),
            ('{"kind":"commented","at":"0001-01-01T00:00+14:00"}', ".at",
             "'0001-01-01T00:00+14:00' is not between 0001-01-02 00:00:00 and 9999-12-30 00:00:00"),
            ('{"kind":"commented","at":"٢٠٢٦-11-23T08:00Z"}', ".at", "'٢٠٢٦-11-23T08:00Z' is no mom"),
            ('{"kind":"commented","at":"2026-11-23T09:00Z","by":"Ivan"}', ".by",
             "unknown party 'Ivan'; known are executor, customer, third-party"),
            ('{"kind":"commented","at":"2026-11-23T09:00Z","by":true}', ".by",
             "must be a party: executor, customer, third-party, not true"),
            ('{"kind":"commented","at":"2026-11-23T09:00Z","text":"hello"}', ".text",
             "is not known here; known are at, by, channel, kind, made, said_at, visible"),
            ('{"kind":"commented","at":"2026-11-23T09:00Z","a b\\u202e":1}', ".'a b\\u202e'",
             "is not known here"),
            ('{"kind":"commented","at":"2026-11-23T09:00Z","at":"2026-11-23T09:00Z"}', ".at",
             "is given more than once"),
            ('{"kind":"assigned","at":"2026-11-23T09:00Z","to":"\\ud800"}', ".to",
             "'\\ud800' holds half a character (a lone surrogate)"),
            ('{"kind":"assigned","at":"2026-11-23T09:00Z","to":["a"]}', ".to", "must be text, not a li"),
            ('{"kind":"level-agreed","at":"2026-11-23T09:00Z","severity":"3"}', ".severity",
             "must be a severity: 1, 2, 3, 4, not the text '3'"),
            ('{"kind":"level-agreed","at":"2026-11-23T09:00Z","severity":5}', ".severity",
             "unknown severity 5; known are 1, 2, 3, 4"),
            ('{"kind":"level-agreed","at":"2026-11-23T09:00Z","severity":3.0}', ".severity",
             "must be a severity: 1, 2, 3, 4, not the number 3.0"),
            ('{"kind":"level-agreed","at":"2026-11-23T09:00Z","severity":NaN}', ".severity",
             "must be a severity: 1, 2, 3, 4, not NaN"),
            ('{"kind":"level-agreed","at":"2026-11-23T09:00Z","severity":%s}' % ("9" * 5000),
             ".severity", "must be a severity: 1, 2, 3, 4, not a number of 5000 digits"),
            ('{"kind":"replacement-agreed","at":"2026-11-23T09:00Z","until":"2026-13-01"}', ".until",
             "'2026-13-01' is no date: month must be in 1..12"),
            ('{"kind":"replacement-agreed","at":"2026-11-23T09:00Z","until":"20261201"}', ".until",
             "'20261201' is no date; write it 2026-11-23"),
            ('{"kind":"replacement-agreed","at":"2026-11-23T09:00Z"}', ".until", "is missing: a date"),
            ('{"kind":"reclassified","at":"2026-11-23T09:00Z","category":"B","severity":1}', "",
             "level 1 was given with category B; give a level with category C only"),
            ('{"kind":"commented","at":"2026-11-23T07:00Z"}', "",
             "event 1 is at 2026-11-23T07:00:00+00:00, earlier than the one before it"),
            (ONE.replace('"1"', '"2"'), "", "event 1 registers '2' in the record of '1'"),
        ],
    )  # fmt: skip
    def test_of_one_event(self, event: str, path: str, message: str) -> None:
        ((where, what),) = faults(document(ONE, event), Incident)
        assert where == f"events[1]{path}"
        assert what.startswith(message)

    def test_all_of_one_document_together(self) -> None:
        events_ = (
            '{"kind":"registered","at":"2026-11-23T08:00:00"}',
            '{"kind":"commented","at":"2026-11-23T08:00Z","by":"x","made":"y"}',
            "7",
        )
        text = document(*events_, more=',"note":""')
        assert [path for path, _ in faults(text)] == [
            "note",
            "events[0].at",
            "events[0].number",
            "events[1].by",
            "events[1].made",
            "events[2]",
        ]

    def test_a_flood_of_faults_ends(self) -> None:
        text = document(*["7"] * 5000)
        assert len(faults(text)) == 100

    def test_the_message_is_one_line_that_names_the_first_five(self) -> None:
        with pytest.raises(DocumentError) as raised:
            loads(document(*"123456"))
        assert str(raised.value) == (
            "events[0]: must be an object, not the number 1; "
            "events[1]: must be an object, not the number 2; "
            "events[2]: must be an object, not the number 3; "
            "events[3]: must be an object, not the number 4; "
            "events[4]: must be an object, not the number 5; "
            "and 1 more; correct the document"
        )
        whole = str(DocumentError([("", "is not JSON")]))
        assert whole == "document: is not JSON; correct the document"

    @pytest.mark.parametrize(
        ("old", "new", "found"),
        [
            ('"provisional":false', '"provisional":true', [
                ("provisional", "contradicts the rest: must be False")
            ]),
            ('"clause":"3.2"', '"clause":"9.9"', [
                ("steps[0].clause", "no paragraph '9.9'; nearest are 4.9, 4.8, 4.10; give the section, a dot and the ordinal of a paragraph of the register")
            ]),
            ('"rules":["R-4.3-1"', '"rules":["R-4.3"', [
                ("rules[0]", "'R-4.3' is no rule; write it R-4.3-1")
            ]),
            ('"zone":"Europe/Moscow"}', '"zone":"Europe/Muscovy"}', [
                ("zone", "'Europe/Muscovy' is no zone of the zone database; write it Europe/Moscow")
            ]),
            ('"skipped":[]', '"skipped":["2026-11-28"]', [
                ("steps[3].skipped[0]", "must be an object, not the text '2026-11-28'")
            ]),
            ('"step":"fact","zone":"Europe/Moscow"', '"step":"fact","zone":"UTC"', [
                ("steps[0].zone", "contradicts the rest: must be 'Europe/Moscow'")
            ]),
            ('"due":', '"not_stated":"4.3","due":', [
                ("", "must have exactly one of due, not_stated, not_applicable, until_event, not due and not_stated")
            ]),
            ('"due":', '"do":', [
                ("", "must have exactly one of due, not_stated, not_applicable, until_event, not none")
            ]),
        ],
    )  # fmt: skip
    def test_of_an_answer(self, old: str, new: str, found: list[tuple[str, str]]) -> None:
        text = dumps(AGREEMENT.reaction_deadline(MON_2026_11_23, Category.B))
        head, _, tail = text.rpartition(old) if old.endswith("}") else text.partition(old)
        assert faults(f"{head}{new}{tail}") == found

    def test_an_answer_of_another_type_than_expected(self) -> None:
        text = dumps(AGREEMENT.reaction_deadline(MON_2026_11_23, Category.B))
        assert faults(text, NotStated) == [("", "holds a Deadline; wanted is a NotStated")]

    def test_a_verdict_with_what_does_not_go_with_its_outcome(self) -> None:
        happened = incident("2026-11-23 11:00 registered category=B")
        text = dumps(AGREEMENT.assess(happened, MON_2026_11_23))
        wrong = text.replace('"outcome":"pending"', '"outcome":"not-applicable"')
        assert wrong != text
        found = faults(wrong, Assessment)
        assert ("verdicts[1].due", "does not go with the outcome not-applicable") in found

    @pytest.mark.parametrize("name", ["rules", "clauses"])
    def test_a_verdict_that_rests_on_nothing(self, name: str) -> None:
        happened = incident("2026-11-23 11:00 registered category=A")
        tree = json.loads(dumps(AGREEMENT.assess(happened, MON_2026_11_23)))
        for n, verdict in enumerate(tree["verdicts"]):
            wrong = {**tree, "verdicts": [*tree["verdicts"]]}
            wrong["verdicts"][n] = {**verdict, name: []}
            found = faults(json.dumps(wrong), Assessment)
            assert (f"verdicts[{n}].{name}", "is empty; a verdict rests on something") in found

    def test_an_unknown_finding(self) -> None:
        happened = incident("2026-11-23 11:00 registered channel=phone category=B")
        text = dumps(AGREEMENT.assess(happened, MON_2026_11_23)).replace("F-2.1-1", "F-2.1-9")
        ((path, message),) = faults(text)
        assert path == "findings[0].id"
        assert message.startswith("'F-2.1-9' is no finding; known are F-2.1-1, ")

    def test_an_unknown_switch_or_option(self) -> None:
        text = '{"schema":"slarules/readings/1","cutoff":"x","late-answer":"x"}'
        assert faults(text) == [
            ("cutoff", f"is not known here; known are {', '.join(sorted(SWITCHES))}"),
            ("late-answer", "unknown late answer 'x'; known are new-incident, reopens"),
        ]

    @pytest.mark.parametrize(
        ("change", "path", "message"),
        [
            ({"zone": "Mars"}, "zone", "'Mars' is no zone of the zone database; write it Eu"),
            ({"zone": "../../etc/passwd"}, "zone", "'../../etc/passwd' is no zone of the zone"),
            ({"zone": 3}, "zone", "must be the name of a zone, not the number 3"),
            ({"week": [[]] * 6}, "week", "must have 7 parts, not 6"),
            ({"week": [[{"opens": "10:00", "closes": "25:00"}]] + [[]] * 6},
             "week[0][0].closes", "'25:00' is no hour of the day; write it 19:00"),
            ({"week": [[{"opens": "19:00", "closes": "10:00"}]] + [[]] * 6},
             "week[0][0]", "an interval must open before it closes"),
            ({"last": "1998-12-31"}, "", "the range ends before it starts"),
            ({"hours_on": {"2026-02-30": []}}, "hours_on.'2026-02-30'",
             "'2026-02-30' is no date: day is out of range for month"),
            ({"hours_on": []}, "hours_on", "must be an object of dates, not a list"),
            ({"special_day": "mine"}, "special_day", "must be one of russia, not the text 'mine'"),
            ({"days_off": [7]}, "days_off[0]", "must be a date, not the number 7"),
            ({"beyond": "guess"}, "beyond", "unknown beyond 'guess'; known are mark, refuse"),
        ],
    )  # fmt: skip
    def test_of_a_calendar(self, change: dict[str, Any], path: str, message: str) -> None:
        plain = json.loads(dumps(CALENDAR)) | change
        ((where, what),) = faults(json.dumps(plain))
        assert where == path
        assert what.startswith(message)


class TestHostileText:
    """Whatever the text, a value or a DocumentError comes out, and in bounded time."""

    @pytest.mark.parametrize(
        "opening", ["[", '{"a":', '{"schema":"slarules/incident/1","events":[']
    )
    def test_nested_too_deeply(self, opening: str) -> None:
        assert faults(opening * 100_000) == [("", "is nested too deeply")]

    def test_larger_than_the_limit(self) -> None:
        text = document(ONE)
        assert loads(text, Incident, limit=len(text)) == loads(text)
        assert faults(text, limit=len(text) - 1) == [
            (
                "",
                f"is larger than {len(text) - 1:,} characters; give a higher limit if that is meant",
            )
        ]
        assert faults(text.encode(), limit=10)[0][1].startswith("is larger than 10 bytes;")

    def test_a_byte_order_mark_is_no_fault(self) -> None:
        assert loads(b"\xef\xbb\xbf" + document(ONE).encode()) == loads(document(ONE))

    @given(st.text() | st.binary())
    @example("-")
    @example("1" * 5000)
    @example("1e999")
    @example('"\\ud800"')
    @example(b"\xed\xa0\x80")
    @example('{"schema":"\\ud800"}')
    def test_any_text_and_any_bytes(self, text: str | bytes) -> None:
        assert faults(text)

    @given(st.data(), incidents(most=4))
    def test_a_document_with_a_part_of_it_replaced(
        self, data: st.DataObject, happened: Incident
    ) -> None:
        as_of = data.draw(as_of_for(happened))
        value = data.draw(
            st.sampled_from(
                [happened, AGREEMENT.assess(happened, as_of), CALENDAR.day(date(2026, 12, 31))]
            )
        )
        plain = json.loads(dumps(value))
        changed = replaced(plain, data.draw)
        found: list[str] = []
        try:
            again = loads(json.dumps(changed))
        except DocumentError as error:
            found.append(str(error))
        else:
            assert loads(dumps(again)) == again
        assert all(message.isprintable() for message in found)


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["2026-11-23T08:00Z", "2026-11-23", "12:00", "B", "met", "R-4.3-1", "4.3"])
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside),
    max_leaves=5,
)


def replaced(plain: Any, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Any:
    """Return JSON with one part of it, somewhere, replaced, left out or put in."""
    deeper = bool(plain) and isinstance(plain, (dict, list)) and draw(st.integers(0, 4))
    if not deeper:
        return draw(ANYTHING)
    if isinstance(plain, list):
        place = draw(st.integers(0, len(plain) - 1))
        return [*plain[:place], replaced(plain[place], draw), *plain[place + 1 :]]
    key = draw(st.sampled_from(sorted(plain)))
    match draw(st.integers(0, 4)):
        case 0:
            return {name: part for name, part in plain.items() if name != key}
        case 1:
            return {**plain, draw(st.text(max_size=5)): plain[key]}
        case _:
            return {**plain, key: replaced(plain[key], draw)}


class TestPlainEvents:
    """Fields that name free text keep it whole, whatever is in it."""

    @given(st.text(st.characters(codec="utf-8")), st.sampled_from(["status", "number", "to"]))
    def test_text_is_kept(self, text: str, field: str) -> None:
        first = Registered(at=MON_2026_11_23, number=text if field == "number" else "1")
        later = partial(StatusChanged, at=MON_2026_11_23)
        events_ = [first, later(status=text) if field == "status" else Commented(at=first.at)]
        reads_back(Incident.of(events_))
