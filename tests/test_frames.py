"""Data frames say what ``assess`` says of each incident, whatever library they are of."""

from __future__ import annotations

import gc
import sys
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from slarules import batch, frames
from slarules.agreement import standard_support
from slarules.batch import Output, Refusal
from slarules.editions import Edition, Editions
from slarules.errors import (
    ColumnError,
    FrameKindError,
    MissingExtraError,
    MixedZonesError,
    NameTakenError,
    NoSuchColumnError,
    UntypedColumnError,
    ZoneNotStatedError,
)
from slarules.terms import Category, Obligation
from tests.calendars import MOSCOW
from tests.columns import EVENTS, NOT_KNOWN, expected, generated, row

if TYPE_CHECKING:
    from collections.abc import Callable

SUPPORT = standard_support()
RULES = batch.of(SUPPORT)
MOMENTS = ("registered", *EVENTS, "as_of")
SAME = {name: name for name in (*MOMENTS, "category", "severity")}
MON_2026_11_23 = datetime(2026, 11, 23, 10)
TUE_2026_11_24 = datetime(2026, 11, 24, 10, tzinfo=MOSCOW)

MADE: dict[str, Callable[[pa.Table], Any]] = {
    "pandas": lambda table: table.to_pandas(),
    "pandas, Arrow types": lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
    "Polars": pl.from_arrow,
    "Polars, lazy": lambda table: pl.DataFrame(table).lazy(),
    "PyArrow": lambda table: table,
    "PyArrow, in chunks": lambda table: pa.Table.from_batches(
        table.to_batches(max_chunksize=7), table.schema
    ),
    "DuckDB": duckdb.from_arrow,
}
KIND_OF: dict[str, type] = {
    "pandas": pd.DataFrame,
    "pandas, Arrow types": pd.DataFrame,
    "Polars": pl.DataFrame,
    "Polars, lazy": pl.LazyFrame,
    "PyArrow": pa.Table,
    "PyArrow, in chunks": pa.Table,
    "DuckDB": duckdb.DuckDBPyRelation,
}
every_kind = pytest.mark.parametrize("kind", MADE)


def arrow(frame: Any) -> pa.Table:
    """Return any frame as a table."""
    if isinstance(frame, pd.DataFrame):
        return pa.Table.from_pandas(frame, preserve_index=False)
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    if isinstance(frame, pl.DataFrame):
        return frame.to_arrow()
    return frame if isinstance(frame, pa.Table) else frame.to_arrow_table()


def table_of(columns: dict[str, Any], zone: str | None) -> pa.Table:
    """Return generated columns as a table; with a zone, their moments are of it."""
    found: dict[str, Any] = {}
    for name in MOMENTS:
        moments = pd.Series(columns[name])
        shown = moments if zone is None else moments.dt.tz_localize("Europe/Moscow")
        found[name] = pa.array(shown if zone is None else shown.dt.tz_convert(zone))
    letters = [one and one.value for one in batch.CATEGORIES]
    found["category"] = pa.array([letters[code] for code in columns["category"]])
    found["severity"] = pa.array([int(one) or None for one in columns["severity"]])
    return pa.table(found)


def on_moscows_clock(value: Any) -> Any:
    """Return a moment of a frame as the naive one on Moscow's clock."""
    if not isinstance(value, datetime):
        return value
    return value if value.tzinfo is None else value.astimezone(MOSCOW).replace(tzinfo=None)


def said(told: dict[Output, Any]) -> dict[str, Any]:
    """Return what an assessment says, as cells of a frame."""
    outcomes = {output for output in told if "sla_" + output.value in OUTCOMES}
    return {
        "sla_" + output.value.replace("-", "_"): (
            None
            if value is None or value == NOT_KNOWN
            else batch.OUTCOMES[value].value
            if output in outcomes
            else value
        )
        for output, value in told.items()
    }


OUTCOMES = {
    "sla_support", "sla_reaction", "sla_resolution", "sla_resolution-clock",
    "sla_replacement-search", "sla_automatic-closing", "sla_recommendation", "sla_recording",
    "sla_redefinition",
}  # fmt: skip


class TestEqualToAssess:
    """4.3, 4.4, 4.10, 4.11: a frame of incidents is judged as each of them is."""

    @every_kind
    @pytest.mark.parametrize("zone", [None, "Europe/Moscow", "America/St_Johns"])
    def test_in_every_kind_of_frame(self, kind: str, zone: str | None) -> None:
        columns = generated(7, 40, days=900)
        stated = "Europe/Moscow" if zone is None else None
        given = MADE[kind](table_of(columns, zone))
        told = frames.assess(given, RULES, columns=SAME, zone=stated)
        assert isinstance(told.frame, KIND_OF[kind])
        cells = arrow(told.frame).to_pylist()
        assert len(cells) == 40
        assert arrow(told.frame).column_names[: len(SAME)] == arrow(given).column_names
        for place, cell in enumerate(cells):
            incident, as_of = row(columns, place)
            due = said(expected(SUPPORT.assess(incident, as_of), as_of, SUPPORT.calendar))
            assert {name: on_moscows_clock(cell[name]) for name in due} == due
            assert cell["sla_why"] is None

    def test_projected_days_are_marked(self) -> None:
        decreed, not_decreed = datetime(2026, 11, 23, 10), datetime(2028, 11, 20, 10)
        given = pl.DataFrame({"at": [decreed, not_decreed], "of": ["B", "B"]})
        told = frames.assess(
            given,
            RULES,
            columns={"registered": "at", "category": "of"},
            as_of=datetime(2028, 11, 20, 12),
            zone="Europe/Moscow",
            want=[Output.REACTION_DUE, Output.SUPPORT],
        )
        verdicts = [
            SUPPORT.assess(
                batch.incident_of("1", one.replace(tzinfo=MOSCOW), category=Category.B),
                datetime(2028, 11, 20, 12, tzinfo=MOSCOW),
            )
            for one in (decreed, not_decreed)
        ]
        flags = told.frame["sla_reaction_projected"].to_list()
        assert flags == [one[Obligation.REACTION].provisional for one in verdicts] == [False, True]
        assert [name for name in told.frame.columns if name.startswith("sla_")] == [
            "sla_reaction_due", "sla_support", "sla_reaction_projected", "sla_why",
        ]  # fmt: skip

    def test_dated_agreements_judge_each_row_by_its_own(self) -> None:
        given = pa.table({"at": pa.array([MON_2026_11_23, datetime(2020, 3, 6, 10)])})
        editions = Editions(Edition(since=datetime(2026, 1, 1).date(), agreement=SUPPORT))
        told = frames.assess(
            given,
            batch.of(editions),
            columns={"registered": "at"},
            as_of=TUE_2026_11_24,
            zone="Europe/Moscow",
        )
        assert told.frame["sla_why"].to_pylist() == [None, "no-edition"]


def one(values: Any, **others: Any) -> Any:
    """Return the answer to a frame of registrations."""
    return frames.assess(
        pa.table({"registered": values, **others}),
        RULES,
        columns={"registered": "registered", **{name: name for name in others}},
        as_of=TUE_2026_11_24,
        zone=None if getattr(getattr(values, "type", None), "tz", None) else "Europe/Moscow",
        want=[Output.REACTION, Output.REACTION_DUE],
    )


def reaction_of(category: Category | None) -> str:
    """Return what became of the reaction to an incident nobody reacted to, a day later."""
    registered = MON_2026_11_23.replace(tzinfo=MOSCOW)
    incident = batch.incident_of("1", registered, category=category)
    return SUPPORT.assess(incident, TUE_2026_11_24)[Obligation.REACTION].outcome.value


class TestTypesOfColumns:
    """Whatever a column holds moments, letters or levels in, they are read; others are refused."""

    @pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
    @pytest.mark.parametrize("zone", ["Europe/Moscow", "+03:00", "UTC"])
    def test_unit_and_zone_are_kept(self, unit: str, zone: str) -> None:
        kind = pa.timestamp(unit, zone)
        values = pa.array([MON_2026_11_23.replace(tzinfo=MOSCOW)], kind)
        told = one(values, category=pa.array(["B"])).frame["sla_reaction_due"]
        assert told.type == kind
        monday_at_seven = datetime(2026, 11, 23, 19, tzinfo=MOSCOW)  # 4.3: before noon, that day
        assert told.to_pylist() == [monday_at_seven]

    def test_pandas_gets_its_own_types(self) -> None:
        given = pd.DataFrame(
            {"at": pd.to_datetime(["2026-11-23T10:00", None]).astype("datetime64[s]")},
            index=["x", "x"],
        )
        told = frames.assess(
            given,
            RULES,
            columns={"registered": "at"},
            as_of=TUE_2026_11_24.replace(tzinfo=None),
            zone="Europe/Moscow",
            want=[Output.REACTION, Output.REACTION_DUE, Output.REACTION_CLOCK_SECONDS],
        ).frame
        assert told.index.tolist() == ["x", "x"]
        assert told["at"].equals(given["at"])
        assert {name: str(kind) for name, kind in told.dtypes.items()} == {
            "at": "datetime64[s]",
            "sla_reaction": "category",
            "sla_reaction_due": "datetime64[s]",
            "sla_reaction_clock_seconds": "Int64",
            "sla_reaction_projected": "bool",
            "sla_why": "category",
        }

    @pytest.mark.parametrize("kind", ["pandas", "Polars", "PyArrow", "DuckDB"])
    def test_counts_of_a_unit_are_moments_of_the_zone(self, kind: str) -> None:
        seconds = int(MON_2026_11_23.replace(tzinfo=MOSCOW).timestamp())
        told = frames.assess(
            MADE[kind](pa.table({"at": [seconds, None], "of": ["B", "B"]}).slice(0, 1)),
            RULES,
            columns={"registered": "at", "category": "of"},
            as_of=TUE_2026_11_24,
            zone="UTC",
            unit="s",
            want=[Output.REACTION_DUE],
        )
        due = arrow(told.frame)["sla_reaction_due"].to_pylist()
        assert due == [datetime(2026, 11, 23, 16)]

    @pytest.mark.parametrize(
        "letters",
        [
            pa.array(["E", None, "", "F"]),
            pa.array(["E", None, "", "F"], pa.large_string()),
            pa.array(["E", None, "", "F"], pa.string_view()),
            pa.array(["E", None, "", "F"]).dictionary_encode(),
            pa.chunked_array(
                [
                    pa.array(["E", None]).dictionary_encode(),
                    pa.array(["", "F"]).dictionary_encode(),
                ]
            ),
            pa.array([5, None, 0, 6]),
            pa.array([5, 0, None, 255], pa.uint8()),
        ],
        ids=lambda letters: f"{letters.type}",
    )
    def test_letters_in_any_form(self, letters: Any) -> None:
        told = one(pa.array([MON_2026_11_23] * 4), category=letters)
        of_e, unclassified = reaction_of(Category.E), reaction_of(None)
        assert of_e != unclassified
        outcomes = told.frame["sla_reaction"].to_pylist()
        assert outcomes == [of_e, unclassified, unclassified, None]
        assert told.answers.refused == {Refusal.UNKNOWN_CATEGORY: 1}

    @pytest.mark.parametrize(
        "levels",
        [
            pa.array([1, None, 0, 5], pa.int8()),
            pa.array([1.0, None, np.nan, 1.5]),
            pa.array([4, None, None, 9]).dictionary_encode(),
        ],
        ids=lambda levels: f"{levels.type}",
    )
    def test_levels_in_any_form(self, levels: Any) -> None:
        letters = pa.array(["C"] * 4)
        told = one(pa.array([MON_2026_11_23] * 4), category=letters, severity=levels)
        assert told.answers.refused == {Refusal.UNKNOWN_LEVEL: 1}
        assert told.answers.first_refused() == ((3, Refusal.UNKNOWN_LEVEL),)

    def test_a_column_of_nothing_may_stand_for_anything(self) -> None:
        nothing = pa.nulls(1)
        told = one(
            pa.array([MON_2026_11_23.replace(tzinfo=UTC)], pa.timestamp("us", "UTC")),
            category=nothing, severity=nothing, reaction=nothing,
        )  # fmt: skip
        assert told.frame["sla_why"].to_pylist() == [None]
        empty = frames.assess(
            pd.DataFrame({"at": [None, None]}),
            RULES,
            columns={"registered": "at"},
            as_of=TUE_2026_11_24,
            zone="UTC",
        )
        assert empty.answers.refused == {Refusal.NO_REGISTRATION: 2}

    @every_kind
    def test_a_frame_without_rows_has_answers_without_rows(self, kind: str) -> None:
        given = MADE[kind](
            pa.table({"at": pa.array([], pa.timestamp("us")), "of": pa.array([], pa.string())})
        )
        told = frames.assess(
            given,
            RULES,
            columns={"registered": "at", "category": "of"},
            as_of=TUE_2026_11_24,
            zone="UTC",
        )
        assert arrow(told.frame).num_rows == 0
        assert "sla_reaction_due" in arrow(told.frame).column_names


class TestBadRows:
    """A bad row is counted and named, and all the others are answered."""

    @every_kind
    def test_named_by_row_and_reason(self, kind: str) -> None:
        good, early = MON_2026_11_23, datetime(2026, 11, 20, 10)
        given = pa.table(
            {
                "created": pa.array([good, None, good, good, datetime(1990, 1, 1), good]),
                "of": pa.array(["B", "B", "Z", "B", "B", "E"]),
                "commented": pa.array([good, good, good, early, None, None]),
            }
        )
        told = frames.assess(
            MADE[kind](given),
            RULES,
            columns={"registered": "created", "category": "of", "reaction": "commented"},
            as_of=TUE_2026_11_24,
            zone="Europe/Moscow",
        )
        cells = arrow(told.frame)
        assert cells["sla_why"].to_pylist() == [
            None, "no-registration", "unknown-category", "event-before-registration",
            "outside-calendar", None,
        ]  # fmt: skip
        outcomes = ["met", None, None, None, None, reaction_of(Category.E)]
        assert cells["sla_reaction"].to_pylist() == outcomes
        assert told.answers.answered + sum(told.answers.refused.values()) == 6
        assert told.answers.first_refused(1) == ((1, Refusal.NO_REGISTRATION),)


class TestRefusals:
    """What cannot be read at all is refused in words that say what to do."""

    @pytest.mark.parametrize("frame", [[1], {"at": [1]}, pd.Series([1]), np.zeros(3)])
    def test_no_frame(self, frame: Any) -> None:
        with pytest.raises(FrameKindError, match="is no frame that is read here"):
            frames.assess(frame, RULES, columns={"registered": "at"}, as_of=TUE_2026_11_24)

    @pytest.mark.parametrize(
        "values",
        [
            [MON_2026_11_23, "yesterday"],
            [MON_2026_11_23, MON_2026_11_23.replace(tzinfo=UTC)],
            [1, "2026-11-23"],
        ],
    )
    def test_objects(self, values: Any) -> None:
        given = pd.DataFrame({"at": pd.Series(values, dtype=object)})
        with pytest.raises(
            UntypedColumnError, match=r"column 'at' holds objects .*pandas\.to_datetime"
        ):
            frames.assess(given, RULES, columns={"registered": "at"}, as_of=TUE_2026_11_24)
        complex_numbers = pd.DataFrame({"at": pd.Series([1 + 2j])})
        with pytest.raises(UntypedColumnError, match="complex128"):
            frames.assess(
                complex_numbers, RULES, columns={"registered": "at"}, as_of=TUE_2026_11_24
            )
        shown = pl.DataFrame({"at": pl.Series(values, dtype=pl.Object)})
        with pytest.raises(UntypedColumnError):
            frames.assess(shown, RULES, columns={"registered": "at"}, as_of=TUE_2026_11_24)

    @pytest.mark.parametrize(
        "values",
        [
            pa.array(["2026-11-23T10:00"]),
            pa.array([MON_2026_11_23.date()]),
            pa.array([1.5]),
            pa.array([True]),
            pa.array([5]),  # a count, of a unit nobody said
        ],
        ids=lambda values: str(values.type),
    )
    def test_what_is_no_moment(self, values: Any) -> None:
        with pytest.raises(ColumnError, match="registered must be timestamps, or integers"):
            one(values)

    def test_counts_beyond_64_bits_with_a_sign(self) -> None:
        given = pa.table({"at": pa.array([2**63], pa.uint64())})
        with pytest.raises(ColumnError, match="counts that 64 bits with a sign hold"):
            frames.assess(
                given, RULES, columns={"registered": "at"}, as_of=TUE_2026_11_24,
                zone="UTC", unit="s",
            )  # fmt: skip

    @pytest.mark.parametrize(
        ("name", "values", "words"),
        [
            ("category", pa.array([1.5]), "category must be letters"),
            ("category", pa.array([True]), "category must be letters"),
            ("severity", pa.array(["1"]), "severity must be levels"),
            ("severity", pa.array([True]), "severity must be levels"),
        ],
    )
    def test_what_is_no_letter_and_no_level(self, name: str, values: Any, words: str) -> None:
        with pytest.raises(ColumnError, match=words):
            one(pa.array([MON_2026_11_23]), **{name: values})

    def test_several_zones(self) -> None:
        utc = pa.array([MON_2026_11_23.replace(tzinfo=UTC)], pa.timestamp("us", "UTC"))
        here = utc.cast(pa.timestamp("us", "Europe/Moscow"))
        none = pa.array([MON_2026_11_23])
        for other in (here, none):
            with pytest.raises(MixedZonesError) as refused:
                one(utc, reaction=other)
            assert refused.value.zones == (("registered", "UTC"), ("reaction", other.type.tz))

    def test_another_zone_than_the_one_stated(self) -> None:
        utc = pa.table(
            {"at": pa.array([MON_2026_11_23.replace(tzinfo=UTC)], pa.timestamp("s", "UTC"))}
        )
        with pytest.raises(MixedZonesError, match="zone: Europe/Moscow, registered: UTC"):
            frames.assess(
                utc, RULES, columns={"registered": "at"}, as_of=TUE_2026_11_24,
                zone="Europe/Moscow",
            )  # fmt: skip
        told = frames.assess(
            utc, RULES, columns={"registered": "at"}, as_of=TUE_2026_11_24, zone=UTC
        )
        assert told.answers.answered == 1

    def test_no_zone(self) -> None:
        given = pa.table({"at": pa.array([MON_2026_11_23])})
        with pytest.raises(ZoneNotStatedError):
            frames.assess(given, RULES, columns={"registered": "at"}, as_of=TUE_2026_11_24)
        aware = pa.table({"at": pa.array([MON_2026_11_23.replace(tzinfo=UTC)])})
        with pytest.raises(ZoneNotStatedError, match="as_of has no zone"):
            frames.assess(aware, RULES, columns={"registered": "at"}, as_of=MON_2026_11_23)

    @pytest.mark.parametrize(
        ("columns", "as_of", "words"),
        [
            ({"created": "at"}, TUE_2026_11_24, "a field must be one of registered, "),
            ({"category": "at"}, TUE_2026_11_24, "one that names registered, not of category"),
            ({"registered": "at"}, None, "as_of must be a column or a moment, not neither"),
            ({"registered": "at", "as_of": "at"}, TUE_2026_11_24, "not both"),
            ({"registered": "at"}, "today", "as_of must be a datetime, not str"),
        ],
    )
    def test_a_mapping_that_is_none(self, columns: Any, as_of: Any, words: str) -> None:
        given = pa.table({"at": pa.array([MON_2026_11_23])})
        with pytest.raises(ColumnError, match=words):
            frames.assess(given, RULES, columns=columns, as_of=as_of, zone="UTC")

    def test_no_such_column(self) -> None:
        given = pa.table({"at": pa.array([MON_2026_11_23])})
        with pytest.raises(NoSuchColumnError, match="no column 'created', its columns: at;"):
            frames.assess(given, RULES, columns={"registered": "created"}, as_of=TUE_2026_11_24)

    def test_two_columns_of_one_name(self) -> None:
        given = pd.DataFrame([[1, 2]], columns=["at", "at"])
        with pytest.raises(ColumnError, match="names of their own"):
            frames.assess(given, RULES, columns={"registered": "at"}, as_of=TUE_2026_11_24)

    def test_names_of_answers_taken_already(self) -> None:
        given = pa.table({"at": pa.array([MON_2026_11_23]), "sla_why": [1]})
        asked: Any = {"columns": {"registered": "at"}, "as_of": TUE_2026_11_24, "zone": "UTC"}
        with pytest.raises(NameTakenError, match="sla_why already; choose another prefix"):
            frames.assess(given, RULES, **asked)
        told = frames.assess(given, RULES, **asked, prefix="", want=[Output.REACTION])
        assert told.frame.column_names == ["at", "sla_why", "reaction", "reaction_projected", "why"]


class TestMissingExtra:
    """What needs a package that is not there says how to have it."""

    @pytest.mark.parametrize("package", ["narwhals", "numpy", "pyarrow"])
    def test_named_with_its_extra(self, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in [one for one in sys.modules if one.startswith("slarules.frames")]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, package, None)
        with pytest.raises(MissingExtraError, match=r"pip install 'slarules\[frames\]'") as refused:
            import_module("slarules.frames")
        assert refused.value.package == package


class TestDuckDB:
    """A relation outlives what it was made from."""

    def test_the_relation_can_be_asked_later(self) -> None:
        given = duckdb.sql("select timestamp '2026-11-23 10:00' as at, 'B' as of")
        told = frames.assess(
            given,
            RULES,
            columns={"registered": "at", "category": "of"},
            as_of=TUE_2026_11_24,
            zone="Europe/Moscow",
        ).frame
        del given
        gc.collect()
        assert told.filter("sla_reaction = 'missed'").aggregate("count(*)").fetchall() == [(1,)]
