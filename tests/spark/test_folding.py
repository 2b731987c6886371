"""What a worker does, without a cluster: the batches of a partition in, the answers out."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from slarules import batch, frames
from slarules.agreement import standard_support
from slarules.errors import PartitionError
from slarules.spark import folding
from tests.spark.logs import (
    COLUMNS,
    THU_2026_12_24,
    incidents,
    log_of,
    sorted_as_a_partition,
    spoiled,
)

SUPPORT = standard_support()


@pytest.fixture(scope="module")
def table() -> pa.Table:
    """Return a partition: good rows and bad."""
    return sorted_as_a_partition(spoiled(log_of(incidents())))


@pytest.fixture(scope="module")
def whole(table: pa.Table) -> frames.FrameLog:
    """Return what the frames say of all its rows in one call."""
    return frames.assess_log(table, batch.of(SUPPORT), columns=COLUMNS, as_of=THU_2026_12_24)


def asked(together: int, **changed: Any) -> folding.Asked:
    fields: dict[str, Any] = {
        "agreement": SUPPORT,
        "columns": COLUMNS,
        "as_of": THU_2026_12_24,
        "zone": None,
        "unit": None,
        "want": tuple(batch.Output),
        "prefix": "sla_",
        "together": together,
    }
    return folding.Asked(**fields | changed)


SIZES = pytest.mark.parametrize(
    ("size", "together"), [(1, 1), (7, 1), (7, 20), (1000, 50), (1000, 1000)]
)


class TestVerdicts:
    """3.2: how a log is cut into batches changes no answer."""

    @SIZES
    def test_the_answers_are_those_of_one_call(
        self, table: pa.Table, whole: frames.FrameLog, size: int, together: int
    ) -> None:
        question = asked(together)
        schema = folding.verdicts_schema(whole.frame, question)
        found = pa.Table.from_batches(
            folding.verdicts(table.to_batches(max_chunksize=size), question, schema), schema
        )
        rows = found.to_pylist()
        *told, none = rows
        counts = [row.pop("sla_rows") for row in told]
        assert told == whole.frame.cast(pa.schema(list(schema)[:-1])).to_pylist()
        events = table["incident"].to_pylist()
        assert counts == [events.count(row["incident"]) for row in told]
        assert none["incident"] is None
        assert (none["sla_why"], none["sla_rows"]) == ("no-incident", 2)
        assert sum(counts) + 2 == len(table)

    def test_a_partition_whose_rows_all_have_an_incident_has_no_row_of_none(
        self, whole: frames.FrameLog
    ) -> None:
        table = sorted_as_a_partition(log_of(incidents(4, 4)))
        question = asked(10)
        schema = folding.verdicts_schema(whole.frame, question)
        found = pa.Table.from_batches(
            folding.verdicts(table.to_batches(), question, schema), schema
        )
        assert found["incident"].null_count == 0
        assert sum(found["sla_rows"].to_pylist()) == len(table)

    def test_nothing_is_told_of_a_partition_without_rows(self, whole: frames.FrameLog) -> None:
        question = asked(10)
        schema = folding.verdicts_schema(whole.frame, question)
        assert list(folding.verdicts([], question, schema)) == []

    def test_moments_finer_than_spark_has_lose_what_is_finer(self) -> None:
        at = 1_774_000_000_000_000_000  # 20 March 2026, counted in nanoseconds
        table = pa.table(
            {"n": ["a", "a"], "at": [at, at + 1_999], "kind": ["registered", "commented"]}
        )
        question = asked(
            10,
            columns={"incident": "n", "at": "at", "kind": "kind"},
            zone="UTC",
            unit="ns",
            want=(batch.Output.REACTION_SINCE,),
        )
        schema = folding.verdicts_schema(folding.judged(table, question).frame, question)
        (found,) = folding.verdicts(table.to_batches(), question, schema)
        assert found["sla_reaction_since"].cast(pa.int64()).to_pylist() == [at // 1000 + 1]


class TestBadRows:
    """A bad row is named with its place; the rest is answered."""

    @SIZES
    def test_each_stands_with_its_place_and_its_reason(
        self, table: pa.Table, whole: frames.FrameLog, size: int, together: int
    ) -> None:
        question = asked(together)
        schema = folding.bad_rows_schema(table.schema, question)
        found = pa.Table.from_batches(
            folding.bad_rows(table.to_batches(max_chunksize=size), question, schema), schema
        )
        bad = {row: code for row, code in enumerate(whole.row_why.tolist()) if code}
        assert found["sla_row"].to_pylist() == list(bad)
        assert found["sla_why"].to_pylist() == [
            str(batch.REFUSALS[code].value) for code in bad.values()
        ]
        assert found.select(table.column_names).to_pylist() == table.take(list(bad)).to_pylist()
        assert len(bad) > 3


class TestFailure:
    """What cannot be judged at all is named: the partition, the rows, the incident."""

    def test_the_incident_that_fails_is_found_among_the_others(
        self, table: pa.Table, whole: frames.FrameLog, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        judged = folding.judged

        def failing(part: Any, question: folding.Asked) -> Any:
            if "edge 7" in part["incident"].to_pylist():
                raise ZeroDivisionError("by nothing")
            return judged(part, question)

        monkeypatch.setattr(folding, "judged", failing)
        question = asked(50)
        schema = folding.verdicts_schema(whole.frame, question)
        with pytest.raises(PartitionError) as caught:
            list(folding.verdicts(table.to_batches(max_chunksize=7), question, schema))
        events = table["incident"].to_pylist()
        first = events.index("edge 7")
        last = first + events.count("edge 7") - 1
        assert caught.value.args == (-1, first, last, "'edge 7'", "ZeroDivisionError: by nothing")
        assert str(caught.value) == (
            f"partition -1, rows {first} to {last}, of incident 'edge 7': "
            "ZeroDivisionError: by nothing; look at the rows of this incident, or leave it out"
        )
        assert isinstance(caught.value.__cause__, ZeroDivisionError)

    def test_where_no_incident_fails_by_itself_all_rows_are_named(
        self, table: pa.Table, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        judged = folding.judged

        def failing(part: Any, question: folding.Asked) -> Any:
            if len(part) > 100:
                raise ZeroDivisionError("by nothing")
            return judged(part, question)

        monkeypatch.setattr(folding, "judged", failing)
        schema = folding.bad_rows_schema(table.schema, asked(10_000))
        with pytest.raises(PartitionError, match="of several incidents") as caught:
            list(folding.bad_rows(table.to_batches(), asked(10_000), schema))
        assert (caught.value.first, caught.value.last) == (0, len(table) - 1)
