"""A frame of events says what ``assess`` says of every incident in it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from slarules import batch, frames
from slarules.agreement import standard_support
from slarules.batch import Output, Refusal
from slarules.errors import ColumnError, MixedZonesError, NoSuchColumnError
from slarules.events import ROW_OF
from slarules.terms import Word
from tests.calendars import MOSCOW
from tests.columns import expected, generated, row
from tests.test_frames import KIND_OF, MADE, arrow, every_kind, on_moscows_clock, said
from tools.edge_incidents import incident_of as edge_incident

SUPPORT = standard_support()
RULES = batch.of(SUPPORT)
THU_2026_12_24 = datetime(2026, 12, 24, 19, tzinfo=MOSCOW)
MOMENTS = ("at", "said_at", "called_at", "accepted_at", "stated_at")
WORDS = ("kind", "category", "by", "made", "visible", "channel", "place", "access", "route", "how")
TEXTS = ("request", "status", "to")
TYPES: dict[str, Any] = {
    "incident": pa.string(),
    **dict.fromkeys(MOMENTS, pa.timestamp("us", "UTC")),
    **dict.fromkeys((*WORDS, *TEXTS), pa.string()),
    "severity": pa.int8(),
    "until": pa.date32(),
}
SAME = {name: name for name in TYPES}


@pytest.fixture(scope="module")
def incidents() -> dict[str, Any]:
    """Return incidents of the common shape and of every other."""
    columns = generated(11, 30, days=600)
    found = {f"column {place}": row(columns, place)[0] for place in range(30)}
    return found | {f"edge {seed}": edge_incident(seed)[0] for seed in range(40)}


def table_of(incidents: dict[str, Any]) -> pa.Table:
    """Return the events of the incidents, those of all of them mixed."""
    rows = [
        (at, number, one)
        for number, incident in incidents.items()
        for at, one in enumerate(incident.events)
    ]
    rows.sort(key=lambda entry: entry[0])
    found: dict[str, Any] = {
        "incident": [number for _, number, _ in rows],
        "kind": [ROW_OF[type(event)].kind for _, _, event in rows],
    }
    for name in TYPES:
        if name not in found:
            values = [getattr(event, name, None) for _, _, event in rows]
            found[name] = [one.value if isinstance(one, Word) else one for one in values]
    return pa.table({name: pa.array(found[name], kind) for name, kind in TYPES.items()})


class TestEqualToAssess:
    """3.2: the record of an incident is the same, however its events lie in a table."""

    @every_kind
    def test_in_every_kind_of_frame(self, kind: str, incidents: dict[str, Any]) -> None:
        given = MADE[kind](table_of(incidents))
        log = frames.assess_log(given, RULES, columns=SAME, as_of=THU_2026_12_24)
        assert isinstance(log.frame, KIND_OF[kind])
        cells = {cell["incident"]: cell for cell in arrow(log.frame).to_pylist()}
        assert set(cells) == set(incidents)
        answered = 0
        for number, incident in incidents.items():
            if cells[number]["sla_why"] is not None:
                continue
            answered += 1
            found = SUPPORT.assess(incident, THU_2026_12_24)
            due = said(expected(found, THU_2026_12_24, SUPPORT.calendar))
            assert {name: on_moscows_clock(cells[number][name]) for name in due} == due
        assert answered == log.answers.answered >= 60

    def test_moments_without_a_zone_are_of_the_zone_stated(self) -> None:
        given = pl.DataFrame(
            {
                "case": ["7", "7"],
                "when": [datetime(2026, 11, 23, 10), datetime(2026, 11, 23, 12)],
                "what": ["registered", "commented"],
                "of": pl.Series(["B", None], dtype=pl.Categorical),
            }
        )
        log = frames.assess_log(
            given,
            RULES,
            columns={"incident": "case", "at": "when", "kind": "what", "category": "of"},
            as_of=THU_2026_12_24,
            zone="Europe/Moscow",
            want=[Output.REACTION, Output.REACTION_DUE],
        )
        assert log.frame.to_dicts() == [
            {
                "case": "7",
                "sla_reaction": "met",  # 4.3: before noon, by seven of the same day
                "sla_reaction_due": datetime(2026, 11, 23, 19),
                "sla_reaction_projected": False,
                "sla_why": None,
            }
        ]


class TestBadRows:
    """A record is whole, or none: what is bad is counted and named, the rest answered."""

    @every_kind
    def test_rows_and_incidents_reconcile(self, kind: str) -> None:
        at = datetime(2026, 11, 23, 10, tzinfo=MOSCOW)
        given = pa.table(
            {
                "incident": ["a", "b", "b", None, " ", "c", "a", "d"],
                "at": pa.array([at, at, at, at, at, None, at, at], pa.timestamp("us", "UTC")),
                "kind": [
                    "registered", "registered", "sneezed", "commented", "commented",
                    "registered", "commented", "commented",
                ],
            }
        )  # fmt: skip
        log = frames.assess_log(
            MADE[kind](given),
            RULES,
            columns={"incident": "incident", "at": "at", "kind": "kind"},
            as_of=THU_2026_12_24,
        )
        cells = arrow(log.frame)
        assert cells["incident"].to_pylist() == ["a", "b", "c", "d"]
        assert cells["sla_why"].to_pylist() == [
            None, "bad-neighbour", "bad-neighbour", "no-registration",
        ]  # fmt: skip
        reasons = [batch.REFUSALS[code] for code in log.row_why]
        assert reasons == [
            None,
            Refusal.BAD_NEIGHBOUR,
            Refusal.UNKNOWN_KIND,
            Refusal.NO_INCIDENT,
            Refusal.NO_INCIDENT,
            Refusal.UNREADABLE_MOMENT,
            None,
            Refusal.BAD_NEIGHBOUR,
        ]
        assert int(np.bincount(log.row_why).sum()) == given.num_rows
        assert log.answers.answered + sum(log.answers.refused.values()) == 4


class TestNumbersOfIncidents:
    """2.1: an incident keeps its number, in the type it came in."""

    @pytest.mark.parametrize(
        "numbers",
        [
            pd.Series([7, 5, 7], dtype="int64"),
            pd.Series([7, 5, 7], dtype="Int64"),
            pd.Series(["7", "5", "7"], dtype="category"),
            pd.Series(["7", "5", "7"], dtype="string"),
        ],
        ids=lambda numbers: str(numbers.dtype),
    )
    def test_of_any_type(self, numbers: Any) -> None:
        at = pd.to_datetime(["2026-11-23T10:00", "2026-11-23T10:00", "2026-11-23T12:00"])
        given = pd.DataFrame(
            {"n": numbers, "at": at, "kind": ["registered", "registered", "commented"]}
        ).set_index(pd.Index([3, 4, 5]))
        given["n"] = numbers.to_numpy() if str(numbers.dtype) == "int64" else numbers.array
        log = frames.assess_log(
            given,
            RULES,
            columns={"incident": "n", "at": "at", "kind": "kind"},
            as_of=THU_2026_12_24,
            zone="Europe/Moscow",
            want=[Output.REACTION],
        )
        assert log.frame["n"].dtype == given["n"].dtype
        assert log.frame["n"].tolist() == given["n"].tolist()[:2]
        assert log.frame.index.tolist() == [0, 1]


class TestRefusals:
    """What cannot be read at all is refused in words that say what to do."""

    GIVEN = pa.table(
        {"n": [1], "at": pa.array([datetime(2026, 11, 23)]), "kind": ["registered"], "x": [1.5]}
    )
    SAME = {"incident": "n", "at": "at", "kind": "kind"}  # noqa: RUF012 - of the tests

    def ask(self, given: Any = GIVEN, **columns: str) -> Any:
        return frames.assess_log(
            given, RULES, columns=self.SAME | columns, as_of=THU_2026_12_24, zone="UTC"
        )

    def test_a_field_there_is_not(self) -> None:
        with pytest.raises(ColumnError, match=r"a field must be one of incident, at, .*, not mood"):
            self.ask(mood="x")

    def test_a_field_there_must_be(self) -> None:
        with pytest.raises(ColumnError, match="one that names kind, not of incident, at"):
            frames.assess_log(
                self.GIVEN, RULES, columns={"incident": "n", "at": "at"}, as_of=THU_2026_12_24
            )

    def test_a_column_there_is_not(self) -> None:
        with pytest.raises(NoSuchColumnError):
            self.ask(by="who")

    @pytest.mark.parametrize("field", ["by", "until", "request"])
    def test_numbers_where_words_belong(self, field: str) -> None:
        with pytest.raises(ColumnError, match="x must be words, not double"):
            self.ask(**{field: "x"})

    def test_lists_where_numbers_of_incidents_belong(self) -> None:
        given = self.GIVEN.append_column("list", pa.array([[1]]))
        with pytest.raises(ColumnError, match="list must be numbers or words, not list"):
            self.ask(given, incident="list")

    def test_several_zones(self) -> None:
        moments = pa.array([datetime(2026, 11, 23, tzinfo=MOSCOW)])
        with pytest.raises(MixedZonesError):
            self.ask(self.GIVEN.append_column("said", moments), said_at="said")

    def test_days_may_be_words(self) -> None:
        days = pa.array([date(2026, 12, 1)])
        for until in (days, days.cast(pa.string()), pa.nulls(1)):
            told = self.ask(self.GIVEN.append_column("day", until), until="day")
            assert told.answers.answered == 1
