"""
The parts of documents: what each is called where it is missing, and where each fault is.

What reads and writes a type is kept once made; here each test makes its own.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from slarules.agreement import Agreement, standard_calendar, standard_support
from slarules.assess import Assessment, Verdict
from slarules.calendar import BusinessCalendar, Day, Decree
from slarules.days import DayKind, SpecialDay
from slarules.deadlines import Deadline, NotApplicable, NotStated, UntilEvent
from slarules.documents import codec, dumps, loads
from slarules.documents.codec import Reader, Writer, codec_of
from slarules.errors import DocumentError
from slarules.events import Commented, Party, Registered
from slarules.findings import Finding, FindingId
from slarules.incident import Incident
from slarules.parameters import STANDARD, Hours, Interval, Parameters, same_hours
from slarules.readings import CutoffInstant, DecreeDays, Readings, ShortDays
from slarules.service import ServiceRecord
from slarules.spans import Span
from slarules.steps import CountStep, FactStep, HourStep, Step
from slarules.terms import Category, ClauseId, RuleId
from slarules.testing import incident
from tests.calendars import FRI_2026_11_20, MOSCOW, moscow

if TYPE_CHECKING:
    from collections.abc import Callable

USUAL = standard_support()
FRI_2026_11_27 = date(2026, 11, 27)
WED_2026_07_01 = date(2026, 7, 1)
SUN_2026_07_05 = date(2026, 7, 5)
WED_2026_05_06 = date(2026, 5, 6)
SAT_2026_05_09 = date(2026, 5, 9)
SUN_2026_05_10 = date(2026, 5, 10)
EVENTS_OF_INCIDENTS = Registered | Commented
DUE_OR_NOT = Deadline | NotStated | NotApplicable | UntilEvent
"""What answers a question about an obligation."""


@pytest.fixture(autouse=True)
def _made_anew() -> None:
    codec._codec_of.cache_clear()
    codec.fields_of.cache_clear()


def faults(text: str, expected: Any = None) -> list[tuple[str, str]]:
    """Return what is wrong with a document."""
    with pytest.raises(DocumentError) as raised:
        loads(text, expected) if expected else loads(text)
    return list(raised.value.faults)


def at_home(kind: Any, tree: object) -> list[tuple[str, str]]:
    """Return what is wrong with a part that stands at ``home`` in a document."""
    reader = Reader()
    codec_of(kind).read(tree, ((), "home"), reader)
    return reader.faults


REACTION = json.loads(dumps(USUAL.reaction_deadline(moscow(FRI_2026_11_27, 15), Category.B)))
PHONED = USUAL.assess(
    incident("2026-11-23 11:00 registered channel=phone category=B"), moscow(FRI_2026_11_27, 12)
)
JUDGED = json.loads(dumps(PHONED))


def reaction(change: Callable[[dict[str, Any]], object]) -> str:
    """Return the document of a reaction's due moment, changed."""
    tree: dict[str, Any] = json.loads(json.dumps(REACTION))
    change(tree)
    return json.dumps(tree)


def judged(change: Callable[[dict[str, Any]], object]) -> str:
    """Return the document of an assessment, changed."""
    tree: dict[str, Any] = json.loads(json.dumps(JUDGED))
    change(tree)
    return json.dumps(tree)


class TestWhatIsWanted:
    """Where a part is missing, the fault says what is wanted there."""

    @pytest.mark.parametrize(
        ("kind", "wanted"),
        [
            (str, "text"),
            (int, "a whole number"),
            (bool, "true or false"),
            (datetime, "a moment"),
            (date, "a date"),
            (time, "an hour of the day"),
            (tzinfo, "the name of a zone"),
            (date | SpecialDay, "a date, or an object with the reason"),
            (Hours, "a list"),
            (tuple[RuleId], "a list"),
            (ClauseId, "text"),
            (RuleId, "text"),
            (FindingId, "text"),
            (Party, "a party: executor, customer, third-party"),
            (int | None, "a whole number, or null"),
            (Party | None, "a party: executor, customer, third-party, or null"),
            (Span, "an object"),
            (Incident, "an object"),
            (ServiceRecord, "an object"),
            (EVENTS_OF_INCIDENTS, "an object"),
            (Readings, "an object"),
            (Parameters, "an object"),
            (BusinessCalendar, "an object"),
            (Agreement, "an object"),
            (FactStep, "an object"),
            (Step, "an object"),
            (Verdict, "an object"),
            (Finding, "an object"),
            (Deadline, "an object"),
            (
                DUE_OR_NOT,
                "an object with exactly one of due, not_stated, not_applicable, until_event",
            ),
        ],
    )
    def test_by_its_type(self, kind: Any, wanted: str) -> None:
        assert codec_of(kind).wanted == wanted

    @pytest.mark.parametrize(
        ("text", "path", "wanted"),
        [
            ('{"schema":"slarules/incident/1"}', "events", "a list"),
            (reaction(lambda tree: tree.pop("rules")), "rules", "a list"),
            (reaction(lambda tree: tree["steps"][0].pop("at")), "steps[0].at", "a moment"),
            (reaction(lambda tree: tree["steps"][0].pop("clause")), "steps[0].clause", "text"),
            (
                reaction(lambda tree: tree["steps"][3].pop("skipped")),
                "steps[3].skipped",
                "a list of days off",
            ),
            (
                reaction(lambda tree: tree["steps"][3]["skipped"][1].pop("day")),
                "steps[3].skipped[1].day",
                "a date",
            ),
            (
                judged(lambda tree: tree["findings"][0].pop("event")),
                "findings[0].event",
                "a whole number, or null",
            ),
        ],
    )
    def test_in_a_document(self, text: str, path: str, wanted: str) -> None:
        ((where, what),) = faults(text)
        assert where == path
        assert what.startswith(f"is missing: {wanted}")

    def test_every_part_of_a_calendar(self) -> None:
        assert faults('{"schema":"slarules/calendar/1"}') == [
            ("zone", "is missing: the name of a zone"),
            ("week", "is missing: a list"),
            ("first", "is missing: a date"),
            ("last", "is missing: a date"),
            ("decreed_through", "is missing: a date"),
        ]

    def test_a_day_or_an_hour_is_told_by_how_to_write_it_where_it_is_none(self) -> None:
        assert at_home(date, "1 July") == [("home", "'1 July' is no date; write it 2026-11-23")]
        assert at_home(Interval, {"opens": "10 am"}) == [
            ("home.opens", "'10 am' is no hour of the day; write it 19:00"),
            ("home.closes", "is missing: an hour of the day"),
        ]
        assert at_home(SpecialDay, {"kind": "agreed", "off": True}) == [
            ("home.day", "is missing: a date")
        ]

    def test_every_part_of_an_answer_without_a_moment(self) -> None:
        assert faults('{"schema":"slarules/deadline/1","not_stated":"4.3"}') == [
            ("obligation", f"is missing: {codec_of(type(PHONED.verdicts[0].obligation)).wanted}"),
            ("clauses", "is missing: a list"),
            ("rules", "is missing: a list"),
        ]


class TestWhereAFaultIs:
    """A part tells its faults with its own path, wherever it stands."""

    @pytest.mark.parametrize(
        ("kind", "tree", "path", "message"),
        [
            (int, "2", "", "must be a whole number, not the text '2'"),
            (int, True, "", "must be a whole number, not true"),
            (bool, 1, "", "must be true or false, not the number 1"),
            (bool, None, "", "must be true or false, not null"),
            (str, False, "", "must be text, not false"),
            (date, 7, "", "must be a date, not the number 7"),
            (time, "25:00", "", "'25:00' is no hour of the day; write it 19:00"),
            (RuleId, "4.3", "", "'4.3' is no rule; write it R-4.3-1"),
            (RuleId, 4, "", "must be text, not the number 4"),
            (FindingId, False, "", "must be text, not false"),
            (int | None, "2", "", "must be a whole number, not the text '2'"),
            (tuple[RuleId], [], "", "must have 1 parts, not 0"),
            (tuple[RuleId], [4], "[0]", "must be text, not the number 4"),
            (tuple[int, ...], [1, "2"], "[1]", "must be a whole number, not the text '2'"),
            (Span, 7, "", "must be an object, not the number 7"),
            (DUE_OR_NOT, 7, "", "must be an object, not the number 7"),
            (DUE_OR_NOT, REACTION | {"due": 7}, ".due", "must be a moment, not the number 7"),
            (
                DUE_OR_NOT,
                {},
                "",
                "must have exactly one of due, not_stated, not_applicable, until_event, not none",
            ),
            (tzinfo, 3, "", "must be the name of a zone, not the number 3"),
            (Readings, [], "", "must be an object, not a list"),
            (Readings, {"cutoff-instant": 7}, ".cutoff-instant", "must be a cutoff instant: "),
            (Agreement, [], "", "must be an object, not a list"),
            (Agreement, {"figures": 1}, ".figures", "is not known here; known are calendar, "),
            (
                Agreement,
                {"readings": {"cutoff-instant": "noon"}},
                ".readings.cutoff-instant",
                "unknown cutoff instant 'noon'; known are next-day, same-day",
            ),
            (
                Agreement,
                {
                    "readings": {"short-days": "one-hour-shorter"},
                    "parameters": {
                        "cutoff": "08:00:00",
                        "week": [[{"opens": "08:00:00", "closes": "09:00:00"}], *[[]] * 6],
                    },
                },
                "",
                "hours of 08:00–09:00 leave nothing of a day that ends an hour early; ",
            ),
            (BusinessCalendar, "7", "", "must be an object, not the text '7'"),
            (CountStep, {"skipped": 7}, ".skipped", "must be a list of days off, not the number 7"),
            (
                Finding,
                {"id": "F-2.1-1", "event": "0", "at": "2026-11-23T08:00:00Z"},
                ".event",
                "must be a whole number, not the text '0'",
            ),
            (
                Finding,
                {"id": "F-2.1-1", "event": 0, "at": "2026-11-23T08:00:00Z", "kind": "breech"},
                ".kind",
                "unknown finding kind 'breech'; known are breach, without-effect",
            ),
            (Verdict, 7, "", "must be an object, not the number 7"),
            (Verdict, {"rules": []}, ".rules", "is empty; a verdict rests on something"),
            (Verdict, JUDGED["verdicts"][1] | {"due": 7}, ".due", "must be a moment, not the num"),
        ],
    )
    def test_of_one_part(self, kind: Any, tree: object, path: str, message: str) -> None:
        found = [what for where, what in at_home(kind, tree) if where == f"home{path}"]
        assert len(found) == 1
        assert found[0].startswith(message)

    @pytest.mark.parametrize(
        ("changes", "path", "message"),
        [
            (
                {"last": "2025-12-31"},
                "",
                "the range ends before it starts: 2026-01-01 … 2025-12-31",
            ),
            ({"extra": 1}, ".extra", "is not known here; known are beyond, days_off, decreed_thr"),
            ({"special_day": "mine"}, ".special_day", "must be one of russia, not the text 'mine'"),
            ({"hours_on": []}, ".hours_on", "must be an object of dates, not a list"),
            (
                {"hours_on": {"2026-07-01": 7}},
                ".hours_on.'2026-07-01'",
                "must be a list, not the number 7",
            ),
            (
                {"hours_on": {"1 July": []}},
                ".hours_on.'1 July'",
                "'1 July' is no date; write it 2026-11-23",
            ),
        ],
    )
    def test_of_a_calendar(self, changes: dict[str, object], path: str, message: str) -> None:
        tree: dict[str, object] = {
            "zone": "Europe/Moscow",
            "week": [[{"opens": "10:00:00", "closes": "19:00:00"}], *[[]] * 6],
            "first": "2026-01-01",
            "last": "2026-12-31",
            "decreed_through": "2026-12-31",
        }
        ((where, what),) = at_home(BusinessCalendar, tree | changes)
        assert where == f"home{path}"
        assert what.startswith(message)

    @pytest.mark.parametrize(
        ("key", "path"),
        [("a" * 60, "a" * 60), ("a" * 61, repr("a" * 61)[:60]), ("a-b", "a-b"), ("-1", "-1")],
    )
    def test_a_key_of_sixty_letters_is_written_whole(self, key: str, path: str) -> None:
        text = json.dumps({"schema": "slarules/readings/1", key: 1})
        ((where, _),) = faults(text)
        assert where == path

    def test_of_a_record_of_the_service(self) -> None:
        text = json.dumps(
            {
                "schema": "slarules/service/1",
                "events": [
                    {"kind": "accounts-issued", "at": "2026-11-23T08:00:00Z", "count": "2"},
                    {"kind": "accounts-issued", "at": "2026-11-23T08:00:00Z", "count": True},
                ],
            }
        )
        assert faults(text) == [
            ("events[0].count", "must be a whole number, not the text '2'"),
            ("events[1].count", "must be a whole number, not true"),
        ]

    def test_of_a_record_without_an_event(self) -> None:
        ((where, _),) = faults('{"schema":"slarules/incident/1","events":[]}')
        assert where == ""

    def test_what_has_a_key_nobody_knows_is_not_made(self) -> None:
        assert [where for where, _ in faults('{"schema":"slarules/incident/1","a":1,"events":[]}')
        ] == ["a"]  # fmt: skip
        once = '{"schema":"slarules/incident/1","events":[],"events":[]}'
        assert faults(once) == [("events", "is given more than once")]


class TestUnions:
    """Of several types each value is read and written as its own."""

    def test_of_an_answer(self) -> None:
        answer = USUAL.reaction_deadline(moscow(FRI_2026_11_27, 15), Category.B)
        written = codec_of(DUE_OR_NOT).write(answer, Writer())
        assert written | {"schema": "slarules/deadline/1", "zone": "Europe/Moscow"} == REACTION
        reader = Reader()
        reader.zone = MOSCOW
        assert codec_of(DUE_OR_NOT).read(written, (), reader) == answer
        assert reader.faults == []


class TestRoundTrips:
    """What is agreed reads back as it was, with every part of it."""

    CALENDAR = BusinessCalendar(
        zone=timezone(timedelta(hours=3, seconds=30)),
        week=STANDARD.week,
        first=date(2026, 1, 1),
        last=date(2026, 12, 31),
        decreed_through=date(2026, 6, 30),
        days_off=[SpecialDay(WED_2026_05_06, DayKind.AGREED, off=True, name="наш день")],
        working_days=[SUN_2026_05_10],
        hours_on={WED_2026_07_01: (), SUN_2026_07_05: (Interval(time(22), time(0)),)},
    )

    def test_a_calendar_is_written_with_all_it_was_made_of(self) -> None:
        text = dumps(self.CALENDAR)
        assert json.loads(text) == {
            "schema": "slarules/calendar/1",
            "zone": "UTC+03:00:30",
            "week": [[{"opens": "10:00:00", "closes": "19:00:00"}]] * 5 + [[], []],
            "first": "2026-01-01",
            "last": "2026-12-31",
            "decreed_through": "2026-06-30",
            "days_off": [{"day": "2026-05-06", "kind": "agreed", "off": True, "name": "наш день"}],
            "working_days": ["2026-05-10"],
            "hours_on": {
                "2026-07-01": [],
                "2026-07-05": [{"opens": "22:00:00", "closes": "00:00:00"}],
            },
        }
        again = loads(text, BusinessCalendar)
        assert again == self.CALENDAR
        assert again.zone.utcoffset(None) == timedelta(hours=3, seconds=30)
        assert again.day(WED_2026_05_06).why == self.CALENDAR.day(WED_2026_05_06).why

    def test_a_plain_calendar_is_written_without_what_nobody_said(self) -> None:
        plain = BusinessCalendar(
            zone=MOSCOW,
            week=STANDARD.week,
            first=FRI_2026_11_20,
            last=FRI_2026_11_27,
            decreed_through=FRI_2026_11_27,
        )
        assert json.loads(dumps(plain)).keys() == {
            "schema",
            "zone",
            "week",
            "first",
            "last",
            "decreed_through",
        }
        assert loads(dumps(plain)) == plain

    def test_where_days_are_looked_up_is_kept(self) -> None:
        text = dumps(USUAL.calendar)
        assert json.loads(text)["special_day"] == "russia"
        assert loads(text) == USUAL.calendar

    @pytest.mark.parametrize(
        ("written", "offset"),
        [
            ("UTC+03:00", timedelta(hours=3)),
            ("UTC-03:30", -timedelta(hours=3, minutes=30)),
            ("UTC+03:00:30", timedelta(hours=3, seconds=30)),
        ],
    )
    def test_a_bare_offset_is_a_zone(self, written: str, offset: timedelta) -> None:
        reader = Reader()
        zone = codec_of(tzinfo).read(written, (), reader)
        assert zone == timezone(offset)
        assert codec_of(tzinfo).write(zone, Writer()) == written

    @pytest.mark.parametrize(
        "agreement",
        [
            USUAL.with_readings(decree_days=DecreeDays.NON_BUSINESS_DAYS),
            USUAL.with_readings(short_days=ShortDays.ONE_HOUR_SHORTER),
            USUAL.with_parameters(week=same_hours(6, Interval(time(9), time(18)))),
        ],
    )
    def test_the_standard_calendar_of_what_is_agreed_is_left_out(
        self, agreement: Agreement
    ) -> None:
        assert "calendar" not in json.loads(dumps(agreement))
        assert loads(dumps(agreement)) == agreement

    def test_an_agreement_over_a_calendar_of_its_own_keeps_all_three(self) -> None:
        agreement = Agreement(
            calendar=standard_calendar(Readings(short_days=ShortDays.ONE_HOUR_SHORTER)),
            readings=Readings(cutoff_instant=CutoffInstant.SAME_DAY),
            parameters=STANDARD.replace(silence=5),
        )
        assert loads(dumps(agreement)) == agreement

    @pytest.mark.parametrize(
        "moment", [datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)]
    )
    def test_the_first_and_the_last_moment_of_all_clocks(self, moment: datetime) -> None:
        record = Incident.of([Registered(at=moment, number="1")])
        assert loads(dumps(record)) == record

    def test_one_zone_under_two_objects_is_one(self) -> None:
        answer = USUAL.reaction_deadline(moscow(FRI_2026_11_27, 15), Category.B)
        assert isinstance(answer, Deadline)
        twin = ZoneInfo.no_cache("Europe/Moscow")
        assert dumps(answer.replace(due=answer.due.replace(tzinfo=twin))) == dumps(answer)

    def test_days_and_decrees(self) -> None:
        row = SpecialDay(date(2028, 1, 3), DayKind.MOVED_DAY_OFF, off=True)
        decree = Decree(through=date(2028, 12, 31), days_off=(date(2028, 5, 8), row))
        assert loads(dumps(decree)) == decree
        day = USUAL.calendar.day(SAT_2026_05_09)
        assert loads(dumps(day), Day) == day

    def test_an_assessment(self) -> None:
        assert loads(dumps(PHONED), Assessment) == PHONED

    def test_a_step_at_an_hour(self) -> None:
        answer = USUAL.reaction_deadline(moscow(FRI_2026_11_27, 15), Category.B)
        assert isinstance(answer, Deadline)
        assert isinstance(answer.steps[-1], HourStep)
        assert loads(dumps(answer)) == answer
