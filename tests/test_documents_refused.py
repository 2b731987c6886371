"""What documents refuse, said whole: values that are not written, and texts that contradict."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from slarules.agreement import Agreement, standard_support
from slarules.assess import Assessment
from slarules.calendar import BusinessCalendar
from slarules.days import SpecialDay
from slarules.deadlines import Deadline
from slarules.documents import codec, dumps, loads
from slarules.documents.codec import Writer, codec_of
from slarules.errors import DocumentError, UnwritableValueError
from slarules.events import Party, Registered
from slarules.incident import Incident
from slarules.parameters import STANDARD
from slarules.readings import Readings
from slarules.receipt import receipt
from slarules.steps import ChoiceStep
from slarules.terms import Category, ClauseId, Obligation, Outcome, RuleId, Word
from slarules.testing import incident
from tests.calendars import MON_2026_11_23, MOSCOW, moscow

if TYPE_CHECKING:
    from collections.abc import Callable

USUAL = standard_support()
FRI_2026_11_27 = date(2026, 11, 27)
REMEDY = "write one of the documented values, in zones of the zone database"
SCHEMAS = (
    "slarules/incident/1 or slarules/service/1 or slarules/assessment/1 or slarules/deadline/1 or "
    "slarules/readings/1 or slarules/parameters/1 or slarules/calendar/1 or slarules/agreement/1 "
    "or slarules/decree/1 or slarules/day/1 or slarules/facts/1 or slarules/classification/1 or "
    "slarules/receipt/1"
)
"""Every kind of document, as a fault names them."""


@pytest.fixture(autouse=True)
def _made_anew() -> None:
    """What reads and writes a type is kept once made; here each test makes its own."""
    codec._codec_of.cache_clear()
    codec.fields_of.cache_clear()


def faults(tree: object, expected: Any = None) -> list[tuple[str, str]]:
    """Return what is wrong with a document: text, or what a JSON writer knows."""
    text = tree if isinstance(tree, str) else json.dumps(tree)
    with pytest.raises(DocumentError) as raised:
        loads(text, expected) if expected else loads(text)
    return list(raised.value.faults)


def own_zone() -> ZoneInfo:
    """Return the clock of Moscow under no name."""
    data = files("tzdata").joinpath("zoneinfo", "Europe", "Moscow").read_bytes()
    return ZoneInfo.from_file(BytesIO(data))


def over(**changes: Any) -> BusinessCalendar:
    """Return the calendar of 2026 with something changed."""
    facts: dict[str, Any] = {
        "zone": MOSCOW,
        "week": STANDARD.week,
        "first": date(2026, 1, 1),
        "last": date(2026, 12, 31),
        "decreed_through": date(2026, 12, 31),
    }
    return BusinessCalendar(**(facts | changes))


def _nothing_special(_day: date, /) -> None:
    return None


class TestUnwritable:
    """What could not be read back equal is not written; the refusal holds the value."""

    KAMCHATKA = datetime(2026, 11, 27, 19, tzinfo=ZoneInfo("Asia/Kamchatka"))
    NO_NAME = timezone(timedelta(hours=3), "MSK")
    LAST = datetime(9999, 12, 30, 0, 0, 0, 1, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("asked", "what", "value"),
        [
            (lambda: dumps(7), "a value that no document holds", 7),
            (lambda: loads("{}", int), "a type that no document holds", int),
            (
                lambda: dumps(over(special_day=_nothing_special)),
                "a function of your own that tells why days differ",
                _nothing_special,
            ),
            (
                lambda: dumps(over(zone=TestUnwritable.NO_NAME)),
                "a zone that has no name in the zone database",
                NO_NAME,
            ),
            (
                lambda: dumps(Incident.of([Registered(at=TestUnwritable.LAST, number="1")])),
                "a moment at the end of time",
                LAST,
            ),
        ],
    )
    def test_it_is_refused_whole(
        self, asked: Callable[[], object], what: str, value: object
    ) -> None:
        with pytest.raises(UnwritableValueError) as refused:
            asked()
        assert refused.value.args == (what, value)
        assert str(refused.value) == f"{what} cannot be written: {value!r:.80}; {REMEDY}"

    def test_moments_on_the_clocks_of_two_zones(self) -> None:
        answer = USUAL.reaction_deadline(moscow(FRI_2026_11_27, 10), Category.B)
        assert isinstance(answer, Deadline)
        with pytest.raises(UnwritableValueError) as refused:
            dumps(answer.replace(due=self.KAMCHATKA))
        # The due moment is written first: the steps are then on the other clock.
        assert refused.value.args == (
            "a moment of another zone than Asia/Kamchatka",
            moscow(FRI_2026_11_27, 10),
        )

    def test_moments_of_one_step_on_the_clocks_of_two_zones(self) -> None:
        answer = USUAL.reaction_deadline(moscow(FRI_2026_11_27, 10), Category.B)
        assert isinstance(answer, Deadline)
        choice = ChoiceStep(
            rule=RuleId("R-4.4-9"),
            clause=ClauseId("4.4"),
            moments=(self.KAMCHATKA, answer.due),
            at=answer.due,
        )
        with pytest.raises(UnwritableValueError) as refused:
            dumps(answer.replace(steps=(choice,)))
        assert refused.value.args == (
            "a moment of another zone than Europe/Moscow",
            self.KAMCHATKA,
        )

    def test_a_moment_on_a_clock_without_a_name(self) -> None:
        answer = USUAL.reaction_deadline(moscow(FRI_2026_11_27, 10), Category.B)
        assert isinstance(answer, Deadline)
        zone = own_zone()
        with pytest.raises(UnwritableValueError) as refused:
            dumps(answer.replace(due=answer.due.replace(tzinfo=zone)))
        assert refused.value.args == ("a zone without a name", zone)

    def test_a_calendar_on_a_clock_without_a_name(self) -> None:
        zone = own_zone()
        with pytest.raises(UnwritableValueError) as refused:
            dumps(over(zone=zone))
        assert refused.value.args == ("a zone that has no name in the zone database", zone)

    @pytest.mark.parametrize(
        ("kind", "value", "what"),
        [
            (int, "7", "what is not a whole number"),
            (int, True, "what is not a whole number"),
            (bool, 1, "what is not true or false"),
            (str, 7, "what is not text"),
            (date, "2026-11-23", "what is not a date"),
            (datetime, MON_2026_11_23, "what is not a moment"),
            (time, "12:00", "what is not an hour of the day"),
            (tuple[int, ...], [1], "what is not a tuple"),
            (Party, "customer", "what is not a party"),
            (SpecialDay, 7, "what is not a SpecialDay"),
            (SpecialDay | None, 7, "what is not a SpecialDay"),
        ],
    )
    def test_a_value_of_another_type_than_its_field(
        self, kind: Any, value: object, what: str
    ) -> None:
        with pytest.raises(UnwritableValueError) as refused:
            codec_of(kind).write(value, Writer())
        assert refused.value.args == (what, value)

    @pytest.mark.parametrize(("words", "said"), [(Obligation, "an obl"), (Category, "a cat")])
    def test_a_word_has_its_article(self, words: type[Word], said: str) -> None:
        assert codec_of(words).wanted.startswith(said)

    def test_a_day_with_a_reason_of_another_type(self) -> None:
        day = USUAL.calendar.day(MON_2026_11_23)
        with pytest.raises(UnwritableValueError) as refused:
            dumps(day.replace(why="no reason"))
        assert refused.value.args == ("what is not a SpecialDay", "no reason")


class TestTheDocumentItself:
    """A document names its kind; what it may not hold is told."""

    def test_every_kind_is_named_where_none_is_given(self) -> None:
        assert faults({}) == [("schema", f"is missing: write {SCHEMAS}")]
        assert faults({"schema": 1}) == [("schema", f"must be {SCHEMAS}, not the number 1")]
        assert faults({"schema": "agreement"}) == [
            ("schema", f"is 'agreement'; known here is {SCHEMAS}")
        ]

    def test_a_receipt_stands_beside_assessments_only(self) -> None:
        made = json.loads(dumps(receipt(USUAL, {})))
        del made["schema"]
        known = "is not known here; known are"
        assert faults({"schema": "slarules/readings/1", "receipt": made}) == [
            ("receipt", f"{known} {', '.join(sorted(_switches()))}")
        ]
        judged = JUDGED | {"receipt": made}
        assert loads(json.dumps(judged), Assessment) == PHONED
        assert faults(JUDGED | {"receipt": made | {"version": 1}}) == [
            ("receipt.version", "must be text, not the number 1")
        ]

    def test_the_zone_of_a_document_is_one_of_the_zone_database(self) -> None:
        assert faults(JUDGED | {"zone": "UTC+03:00"}) == [
            ("zone", "must be a name of the zone database")
        ]
        assert ("zone", "must be the name of a zone, not the number 3") in faults(
            JUDGED | {"zone": 3}
        )

    def test_a_receipt_says_the_command_that_makes_it_where_there_is_one(self) -> None:
        assert receipt(USUAL, {}).command == ""
        assert "command" not in json.loads(dumps(receipt(USUAL, {})))
        assert receipt(USUAL, {}, command="slarules due").command == "slarules due"


def _switches() -> list[str]:
    return [name.replace("_", "-") for name in Readings._fields]


class TestNumbers:
    """Whole numbers only, and none that is too long to be meant."""

    @pytest.mark.parametrize(
        ("written", "told"),
        [
            ("3.10", "the number 3.10"),
            ("1e999", "the number 1e999"),
            ("-0.0", "the number -0.0"),
            ("9" * 19, "a number of 19 digits"),
            ("false", "false"),
            ("true", "true"),
            ("-Infinity", "-Infinity"),
        ],
    )
    def test_what_is_none(self, written: str, told: str) -> None:
        text = f'{{"schema":"slarules/parameters/1","silence":{written}}}'
        assert faults(text) == [("silence", f"must be a whole number, not {told}")]

    def test_of_eighteen_digits_is_read(self) -> None:
        text = f'{{"schema":"slarules/parameters/1","silence":{"9" * 18}}}'
        assert loads(text) == STANDARD.replace(silence=10**18 - 1)


PHONED = USUAL.assess(
    incident("2026-11-23 11:00 registered channel=phone category=B"), moscow(FRI_2026_11_27, 12)
)
JUDGED = json.loads(dumps(PHONED))
REACTION = json.loads(dumps(USUAL.reaction_deadline(moscow(FRI_2026_11_27, 15), Category.B)))
OFFSET = json.loads(
    dumps(
        Agreement(calendar=over(zone=timezone(timedelta(hours=3)))).reaction_deadline(
            moscow(FRI_2026_11_27, 10), Category.B
        )
    )
)
"""The same on the clock of an offset, which has no name to tell."""


def changed(tree: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """Return a document with something changed."""
    again: dict[str, Any] = json.loads(json.dumps(tree))
    change(again)
    return again


class TestContradictions:
    """What a document says beside its values must be what the values say."""

    @pytest.mark.parametrize(
        ("document", "path", "message"),
        [
            (
                changed(REACTION, lambda tree: tree["steps"][4].update(clock="18:00:00")),
                "steps[4].clock",
                "contradicts the rest: must be '19:00:00'",
            ),
            (
                changed(OFFSET, lambda tree: tree["steps"][-1].update(clock="18:00:00")),
                f"steps[{len(OFFSET['steps']) - 1}].clock",
                "contradicts the rest: must be '19:00:00'",
            ),
            (
                changed(JUDGED, lambda tree: tree["findings"][0].update(clause="9.9")),
                "findings[0].clause",
                (
                    "no paragraph '9.9'; nearest are 4.9, 4.8, 4.10; "
                    "give the section, a dot and the ordinal of a paragraph of the register"
                ),
            ),
            (
                changed(JUDGED, lambda tree: tree["findings"][0].update(kind=7)),
                "findings[0].kind",
                "must be a finding kind: breach, without-effect, not the number 7",
            ),
            (
                changed(
                    JUDGED,
                    lambda tree: tree["verdicts"][1].update(
                        would_be_due=tree["verdicts"][1].pop("due")
                    ),
                ),
                "verdicts[1].would_be_due",
                "does not go with the outcome missed",
            ),
            (
                changed(JUDGED, lambda tree: tree["verdicts"][1].update(since=7)),
                "verdicts[1].since",
                "must be a moment, not the number 7",
            ),
            (
                changed(REACTION, lambda tree: tree["steps"][3].update(skipped=7)),
                "steps[3].skipped",
                "must be a list of days off, not the number 7",
            ),
            (
                changed(REACTION, lambda tree: tree["steps"][3]["skipped"].insert(0, {"day": 7})),
                "steps[3].skipped[0].day",
                "must be a date, not the number 7",
            ),
            (
                changed(REACTION, lambda tree: tree["steps"][1].update(is_business_day=1)),
                "steps[1].is_business_day",
                "must be true or false, not the number 1",
            ),
        ],
    )
    def test_is_told_with_its_path(self, document: dict[str, Any], path: str, message: str) -> None:
        assert faults(document) == [(path, message)]


class TestReasons:
    """4.1-4.4, 4.10 Why there is no moment: the clause that is silent, or the events awaited."""

    @pytest.mark.parametrize(
        ("category", "obligation", "key", "reason"),
        [
            (Category.A, Obligation.REACTION, "not_stated", "4.3"),  # decided by 4.1
            (Category.E, Obligation.REACTION, "not_stated", "4.3"),  # decided by 4.2
            (Category.A, Obligation.RESOLUTION, "not_stated", "4.1"),
            (Category.C, Obligation.RESOLUTION, "not_stated", "4.10"),
            (
                Category.B,
                Obligation.RESOLUTION,
                "until_event",
                ["third-party-fixed", "workaround-provided"],
            ),
            (Category.C, Obligation.REPLACEMENT_SEARCH, "not_applicable", "4.4"),
            (Category.A, Obligation.REDEFINITION, "not_applicable", "4.9"),
        ],
    )
    def test_of_a_verdict(
        self, category: Category, obligation: Obligation, key: str, reason: object
    ) -> None:
        happened = incident(f"2026-11-23 11:00 registered category={category.value}")
        answer = USUAL.assess(happened, moscow(MON_2026_11_23, 12))
        written = json.loads(dumps(answer))
        (verdict,) = (v for v in written["verdicts"] if v["obligation"] == obligation.value)
        assert verdict[key] == reason
        assert loads(json.dumps(written), Assessment) == answer

    def test_only_what_is_not_stated_names_the_clause_that_is_silent(self) -> None:
        happened = incident("2026-11-23 11:00 registered category=A")
        answer = USUAL.assess(happened, moscow(MON_2026_11_23, 12))
        reaction = answer[Obligation.REACTION]  # decided by 4.1, and 4.3 is silent
        other = tuple(
            verdict.replace(outcome=Outcome.NOT_APPLICABLE) if verdict is reaction else verdict
            for verdict in answer.verdicts
        )
        written = json.loads(dumps(answer.replace(verdicts=other)))
        (verdict,) = (v for v in written["verdicts"] if v["obligation"] == "reaction")
        assert verdict["not_applicable"] == "4.1"

    def test_of_a_rule_that_a_later_version_may_have(self) -> None:
        happened = incident("2026-11-23 11:00 registered category=B")
        answer = USUAL.assess(happened, moscow(MON_2026_11_23, 12))
        verdicts = tuple(
            verdict.replace(rules=(RuleId("R-4.4-99"),))
            if verdict.obligation is Obligation.RESOLUTION
            else verdict
            for verdict in answer.verdicts
        )
        later = answer.replace(verdicts=verdicts)
        written = json.loads(dumps(later))
        (verdict,) = (v for v in written["verdicts"] if v["obligation"] == "resolution")
        assert verdict["until_event"] == []
        assert loads(json.dumps(written), Assessment) == later
