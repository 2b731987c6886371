"""On a cluster a log says what it says on one machine, and nothing is counted twice or lost."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyspark import TaskContext
from pyspark.errors import PythonException

from slarules import batch, frames, spark
from slarules.agreement import standard_support
from slarules.batch import Output
from slarules.errors import (
    ColumnError,
    MixedZonesError,
    NameTakenError,
    NoSuchColumnError,
    ZoneNotStatedError,
)
from slarules.readings import CutoffInstant
from slarules.receipt import agreement_digest
from slarules.spark import folding
from tests.columns import expected
from tests.spark.logs import COLUMNS, THU_2026_12_24, incidents, log_of, spoiled
from tests.test_frames import on_moscows_clock, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SUPPORT = standard_support()
SAME_DAY = SUPPORT.with_readings(cutoff_instant=CutoffInstant.SAME_DAY)
MON_2026_11_23 = datetime(2026, 11, 23, 10, tzinfo=UTC)  # 13:00 in Moscow
THREE = {"incident": "case", "at": "when", "kind": "what"}


@pytest.fixture(scope="module")
def records() -> dict[str, Any]:
    return incidents()


@pytest.fixture(scope="module")
def table(records: dict[str, Any]) -> pa.Table:
    return log_of(records)


def mixed(session: Any, table: pa.Table, parts: int = 5) -> Any:
    """Return the rows in Spark, in another order and several partitions."""
    rows = session.createDataFrame(table).repartition(parts, "line")
    return rows.sortWithinPartitions("kind", "line")


def asked(frame: Any, agreement: Any = SUPPORT, **changed: Any) -> spark.SparkLog:
    given: dict[str, Any] = {"columns": COLUMNS, "order": "line", "as_of": THU_2026_12_24}
    return spark.assess_log(frame, agreement, **given | changed)


def by_number(told: pa.Table) -> dict[Any, dict[str, Any]]:
    found = {row["incident"]: row for row in told.to_pylist()}
    assert len(found) == len(told)
    return found


def small(session: Any, when: list[Any], kind: str) -> Any:
    """Return a log of one incident whose moments are of this kind."""
    rows = [
        ("7", moment, what) for moment, what in zip(when, ("registered", "commented"), strict=True)
    ]
    return session.createDataFrame(rows, f"case string, when {kind}, what string")


class TestEqualToAssess:
    """3.2: the record of an incident is the same, wherever its events lie."""

    def test_row_for_row(self, session: Any, records: dict[str, Any], table: pa.Table) -> None:
        told = by_number(asked(mixed(session, table)).verdicts.toArrow())
        assert set(told) == set(records)
        answered = 0
        for number, incident in records.items():
            assert told[number]["sla_rows"] == len(incident.events)
            if told[number]["sla_why"] is not None:
                continue
            answered += 1
            found = SUPPORT.assess(incident, THU_2026_12_24)
            due = said(expected(found, THU_2026_12_24, SUPPORT.calendar))
            assert {name: on_moscows_clock(told[number][name]) for name in due} == due
        assert answered >= 60

    @pytest.mark.parametrize("agreement", [SUPPORT, SAME_DAY], ids=["standard", "same day"])
    def test_as_the_frames_say_under_any_readings(
        self, session: Any, table: pa.Table, agreement: Any
    ) -> None:
        given = spoiled(table)
        told = asked(mixed(session, given), agreement).verdicts.toArrow()
        whole = frames.assess_log(
            given, batch.of(agreement), columns=COLUMNS, as_of=THU_2026_12_24
        ).frame
        of_incidents = told.filter(pa.compute.is_valid(told["incident"]))
        names = [name for name in told.column_names if name != "sla_rows"]
        assert by_number(of_incidents.select(names)) == by_number(
            whole.cast(of_incidents.select(names).schema)
        )

    def test_the_agreement_a_worker_has_is_the_one_that_was_given(self, session: Any) -> None:
        def digests(batches: Iterable[Any], agreement: Any) -> Iterator[Any]:
            for _ in batches:
                yield pa.record_batch({"digest": [agreement_digest(agreement)]})

        rows = session.range(4, numPartitions=4)
        found = rows.mapInArrow(partial(digests, agreement=SAME_DAY), "digest string").toArrow()
        assert set(found["digest"].to_pylist()) == {agreement_digest(SAME_DAY)}
        assert agreement_digest(SAME_DAY) != agreement_digest(SUPPORT)

    def test_from_parquet_to_parquet(self, session: Any, table: pa.Table, tmp_path: Path) -> None:
        events, verdicts = str(tmp_path / "events"), str(tmp_path / "verdicts")
        mixed(session, table).write.parquet(events)
        told = asked(session.read.parquet(events))
        told.verdicts.write.parquet(verdicts)
        kept = session.read.parquet(verdicts)
        assert kept.schema == told.verdicts.schema
        assert by_number(kept.toArrow()) == by_number(told.verdicts.toArrow())

    def test_without_an_order_the_answers_are_the_same_however_often_they_are_asked(
        self, session: Any, table: pa.Table
    ) -> None:
        first, second = (
            by_number(asked(mixed(session, table, parts), order=None).verdicts.toArrow())
            for parts in (2, 9)
        )
        assert first == second


class TestTypes:
    """What goes in and what comes out has the types that are stated."""

    WANT = (Output.REACTION, Output.REACTION_DUE, Output.REACTION_BUSINESS_SECONDS)

    @pytest.mark.parametrize(
        ("kind", "shown", "given"),
        [
            ("timestamp", "timestamp", {}),
            ("timestamp_ntz", "timestamp_ntz", {"zone": "Europe/Moscow"}),
            ("bigint", "timestamp_ntz", {"zone": "UTC", "unit": "ms"}),
        ],
    )
    def test_of_moments(self, session: Any, kind: str, shown: str, given: dict[str, Any]) -> None:
        when: list[Any] = [MON_2026_11_23, None]
        if kind == "timestamp_ntz":
            when[0] = datetime(2026, 11, 23, 13)
        elif kind == "bigint":
            when[0] = int(MON_2026_11_23.timestamp()) * 1000
        log = small(session, when[:1] * 2, kind)
        told = asked(log, columns=THREE, order=None, want=self.WANT, **given).verdicts
        assert told.dtypes == [
            ("case", "string"),
            ("sla_reaction", "string"),
            ("sla_reaction_due", shown),
            ("sla_reaction_business_seconds", "bigint"),
            ("sla_reaction_projected", "boolean"),
            ("sla_why", "string"),
            ("sla_rows", "bigint"),
        ]
        (row,) = told.toArrow().to_pylist()
        # 4.3: registered on Monday at 13:00 in Moscow, due on Tuesday by seven
        due = datetime(2026, 11, 24, 16, tzinfo=UTC)
        if kind == "timestamp_ntz":
            due = datetime(2026, 11, 24, 19)
        elif kind == "bigint":
            due = datetime(2026, 11, 24, 16)
        assert row["sla_reaction_due"] == due
        assert (row["sla_reaction"], row["sla_rows"]) == ("met", 2)

    def test_bad_rows_keep_the_types_of_the_log(self, session: Any) -> None:
        log = session.createDataFrame(
            [(Decimal(7), MON_2026_11_23, "sneezed")],
            "case decimal(5,0), when timestamp, what string",
        )
        bad = asked(log, columns=THREE, order=None).bad_rows
        assert bad.dtypes == [
            ("case", "decimal(5,0)"),
            ("when", "timestamp"),
            ("what", "string"),
            ("sla_partition", "int"),
            ("sla_row", "bigint"),
            ("sla_why", "string"),
        ]
        (row,) = bad.toArrow().to_pylist()
        assert (int(row["case"]), row["sla_row"], row["sla_why"]) == (7, 0, "unknown-kind")


class TestBadRows:
    """A record is whole, or none: what is bad is counted and named, the rest answered."""

    def test_rows_and_incidents_reconcile(self, session: Any, table: pa.Table) -> None:
        given = spoiled(table)
        told = asked(mixed(session, given))
        verdicts, bad = told.verdicts.toArrow(), told.bad_rows.toArrow()
        assert sum(verdicts["sla_rows"].to_pylist()) == len(given)
        refused = Counter[str]()
        for row in verdicts.to_pylist():
            if row["sla_why"] is not None:
                refused[row["sla_why"]] += row["sla_rows"]
        assert refused.total() == len(bad)
        why = dict(zip(bad["line"].to_pylist(), bad["sla_why"].to_pylist(), strict=True))
        assert len(why) == len(bad)  # none twice
        lines = range(len(table), len(given))
        assert [why[line] for line in lines] == [
            "no-incident", "unknown-kind", "no-incident", "bad-neighbour",
        ]  # fmt: skip
        of_three = [
            line for line, number in enumerate(given["incident"].to_pylist()) if number == "edge 3"
        ]
        assert all(why[line] == "bad-neighbour" for line in of_three[:-1])

    def test_a_log_all_of_whose_rows_are_bad_is_counted_too(self, session: Any) -> None:
        rows = [(None if place % 2 else " ", None, "sneezed") for place in range(50)]
        log = session.createDataFrame(rows, "case string, when timestamp, what string")
        told = asked(log, columns=THREE, order=None)
        verdicts = told.verdicts.toArrow().to_pylist()
        assert {(row["case"], row["sla_why"]) for row in verdicts} == {(None, "no-incident")}
        assert sum(row["sla_rows"] for row in verdicts) == 50
        assert set(told.bad_rows.toArrow()["sla_why"].to_pylist()) == {"no-incident"}

    def test_an_empty_log_has_no_verdicts(self, session: Any) -> None:
        log = session.createDataFrame([], "case string, when timestamp, what string")
        told = asked(log, columns=THREE, order=None)
        assert told.verdicts.count() == 0
        assert told.bad_rows.count() == 0

    def test_a_task_that_is_tried_again_counts_nothing_twice(
        self, session: Any, table: pa.Table
    ) -> None:
        def failing_first(batches: Iterable[Any]) -> Iterator[Any]:
            """Let a batch through, and then fail, the first time."""
            context = TaskContext.get()
            for batch_ in batches:
                yield batch_
                if context is not None and context.attemptNumber() == 0:
                    raise ZeroDivisionError

        given = mixed(session, spoiled(table))
        before = given.mapInArrow(failing_first, given.schema)
        told = asked(before).verdicts
        after = told.mapInArrow(failing_first, told.schema).toArrow()
        assert by_number(after) == by_number(asked(given).verdicts.toArrow())
        assert sum(after["sla_rows"].to_pylist()) == len(table) + 4


class TestRefusals:
    """What cannot be asked is refused before Spark starts; what fails names its place."""

    @pytest.mark.parametrize(
        ("changed", "refusal", "match"),
        [
            ({"columns": THREE | {"at": "time"}}, NoSuchColumnError, "no column 'time'"),
            ({"order": "line"}, NoSuchColumnError, "no column 'line'"),
            ({"columns": {"at": "when", "kind": "what"}}, ColumnError, "names incident"),
            ({"columns": {"incident": "case", "kind": "what"}}, ColumnError, "names at"),
            ({"columns": THREE | {"at": "case"}}, ColumnError, "timestamps, or integers"),
            ({"columns": THREE | {"kind": "flag"}}, ColumnError, "flag must be words"),
            ({"columns": THREE | {"incident": "list"}}, ColumnError, "list must be a moment"),
            ({"columns": THREE | {"said_at": "local"}}, MixedZonesError, "said_at: none"),
            ({"columns": THREE | {"at": "local"}}, ZoneNotStatedError, "at has no zone"),
            ({"as_of": datetime(2026, 12, 24)}, ZoneNotStatedError, "as_of has no zone"),
            ({"columns": THREE | {"incident": "SLA_Why"}}, NameTakenError, "SLA_Why, sla_why"),
            ({"columns": THREE | {"status": "sla_row"}}, NameTakenError, "sla_row"),
        ],
    )
    def test_before_a_row_is_read(
        self, session: Any, changed: dict[str, Any], refusal: type[Exception], match: str
    ) -> None:
        log = session.createDataFrame(
            [],
            "case string, when timestamp, what string, flag boolean, list array<int>,"
            "local timestamp_ntz, SLA_Why string, sla_row string",
        )
        given: dict[str, Any] = {"columns": THREE, "order": None}
        with pytest.raises(refusal, match=match):
            asked(log, **given | changed)

    def test_a_failure_names_the_partition_the_rows_and_the_incident(self, session: Any) -> None:
        at = MON_2026_11_23
        rows = [(str(place // 2), at + timedelta(place), "registered") for place in range(8)]
        log = session.createDataFrame(rows, "case string, when timestamp, what string")
        question = folding.Asked(
            SUPPORT, THREE | {"severity": "case"}, THU_2026_12_24, None, None, (), "sla_"
        )
        schema = folding.bad_rows_schema(pa.schema([]), question)
        found = log.coalesce(1).mapInArrow(
            partial(folding.bad_rows, asked=question, schema=schema), "sla_partition int"
        )
        with pytest.raises(
            PythonException, match="PartitionError: partition 0, rows 0 to 1, of incident '0': "
        ):
            found.toArrow()
