"""A batch ends where it ends; an incident does not."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from slarules.spark.whole import beginnings, whole_incidents


def batches_of(numbers: list[Any], sizes: list[int]) -> list[Any]:
    """Return the numbers, each with its row, in batches of these sizes and then of one row."""
    table = pa.table(
        {"number": pa.array(numbers, pa.string()), "row": pa.array(range(len(numbers)), pa.int64())}
    )
    found = []
    at = 0
    for size in (*sizes, *[1] * len(numbers)):
        found += table.slice(at, size).combine_chunks().to_batches()
        at += size
    return found


class TestWholeIncidents:
    """3.2: an incident has one record, and it is judged whole."""

    @given(
        lengths=st.lists(st.integers(1, 9), max_size=9),
        nobodys=st.integers(0, 9),
        sizes=st.lists(st.integers(0, 9), max_size=9),
        together=st.integers(1, 12),
    )
    def test_no_incident_lies_in_two_tables_and_no_row_is_lost(
        self, lengths: list[int], nobodys: int, sizes: list[int], together: int
    ) -> None:
        numbers: list[str | None] = [None] * nobodys
        numbers += [f"{place:03}" for place, length in enumerate(lengths) for _ in range(length)]
        tables = list(whole_incidents(batches_of(numbers, sizes), "number", together))
        rows = [row for table in tables for row in table["row"].to_pylist()]
        assert rows == list(range(len(numbers)))
        seen = [set(table["number"].to_pylist()) - {None} for table in tables]
        assert sum(map(len, seen)) == len(lengths)

    @pytest.mark.parametrize(("together", "most"), [(1, 80), (5, 80), (90, 90)])
    def test_a_table_has_the_rows_asked_for_or_twice_those_of_its_longest_incident(
        self, together: int, most: int
    ) -> None:
        numbers = ["a"] * 3 + ["b"] * 40 + [f"c{place:03}" for place in range(200)]
        tables = list(whole_incidents(batches_of(numbers, []), "number", together))
        assert max(map(len, tables)) <= most
        short = [table for table in tables if not {"a", "b"} & set(table["number"].to_pylist())]
        assert max(map(len, short)) <= together

    def test_a_long_incident_is_not_looked_through_with_every_batch(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        looked = []

        def counted(numbers: Any) -> Any:
            looked.append(len(numbers))
            return beginnings(numbers)

        monkeypatch.setattr("slarules.spark.whole.beginnings", counted)
        (table,) = whole_incidents(batches_of(["a"] * 1000, []), "number", 1)
        assert len(table) == 1000
        assert sum(looked) < 2100  # and not a thousand batches of up to a thousand rows

    def test_a_partition_without_rows_has_no_tables(self) -> None:
        empty = pa.record_batch({"number": pa.array([], pa.string())})
        assert list(whole_incidents([], "number", 5)) == []
        assert list(whole_incidents([empty, empty], "number", 1)) == []


class TestBeginnings:
    """Where one incident ends, the next begins."""

    def test_a_row_of_no_incident_stands_by_itself(self) -> None:
        numbers = pa.chunked_array([[None, None, "a"], ["a", "b"], ["b", "c"]], pa.string())
        assert beginnings(numbers).tolist() == [0, 1, 2, 4, 6]
        assert beginnings(pa.chunked_array([], pa.string())).tolist() == []

    def test_a_number_that_is_none_stands_by_itself_too(self) -> None:
        numbers = pa.chunked_array([[1.0, 1.0, float("nan"), float("nan")]])
        assert beginnings(numbers).tolist() == [0, 2, 3]
