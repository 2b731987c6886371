"""A Spark frame of events, judged: a frame of verdicts, and one of the rows that bear on none."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pyarrow as pa
from pyarrow import types
from pyspark.sql import functions as sql  # pyright: ignore[reportMissingImports]
from pyspark.sql import types as spark  # pyright: ignore[reportMissingImports]

from slarules.batch.rules import EVERY
from slarules.errors import ColumnError, NameTakenError, NoSuchColumnError
from slarules.spark.folding import (
    Asked,
    bad_rows,
    bad_rows_schema,
    judged,
    verdicts,
    verdicts_schema,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime, tzinfo

    from pyspark.sql import DataFrame  # pyright: ignore[reportMissingImports]

    from slarules.agreement import Agreement
    from slarules.batch import Output

_ZEROS: Final = (pa.array([0], pa.int64()), pa.array([0], pa.int32()), pa.array(["0"]))
"""What a value of any type that is read can be made of."""


class SparkLog(NamedTuple):
    """What the rules say of a log; nothing is computed until one of the frames is asked."""

    verdicts: DataFrame
    """One row an incident: its number, the answers, and ``sla_rows``, how many rows of the log it
    has. The rows of no incident are counted under an empty number, so that ``sla_rows`` adds up
    to the rows of the log; a partition that has some has one such row."""
    bad_rows: DataFrame
    """The rows of the log that bear on no answer: the columns named, then ``sla_partition``,
    ``sla_row`` (from 0, in the order the partition was judged in) and ``sla_why``."""


def assess_log(
    frame: DataFrame,
    agreement: Agreement,
    /,
    *,
    columns: Mapping[str, str],
    order: str | None,
    as_of: datetime,
    zone: tzinfo | str | None = None,
    unit: str | None = None,
    want: Iterable[Output] = EVERY,
    prefix: str = "sla_",
) -> SparkLog:
    """
    Return what the contract says of every incident of a log, as ``frames.assess_log`` does.

    The rows of an incident are brought to one partition and judged together, whatever batches
    they come in. Rows may stand in any order, but a cluster keeps none: what order the events of
    one instant were recorded in is for column ``order`` to say. Workers need this package with
    its extra, too.

    Moments given: ``timestamp``, ``timestamp_ntz``, or integers with ``unit``; words ``string``;
    levels integers; ``until`` a date or a string. Answers: moments ``timestamp``, or
    ``timestamp_ntz`` where those given are without a zone, to the microsecond (finer parts of
    integers are dropped); outcomes and ``why`` ``string``; seconds ``bigint``; projected
    ``boolean``; ``sla_rows`` ``bigint``. In ``bad_rows`` the columns keep their types;
    ``sla_partition`` is ``int``, ``sla_row`` ``bigint``, ``sla_why`` ``string``.

    Args:
        frame: One event a row.
        agreement: It goes to the workers as it is: its receipt there is its receipt here.
        columns: Which column is what: incident, at, kind, and further fields of events as
            ``AgreementColumns.assess_log`` lists them, each to the name of a column.
        order: A column that rises in the order the events were recorded. None: events of one
            instant stand in the order of their kinds and then of the other columns.
        as_of: The moment to judge at; what is later is not known yet.
        zone: Whose clock shows moments without a zone; those with one need none.
        unit: The unit of columns of integers: s, ms, us, ns.
        want: Which outputs to give.
        prefix: What the names of the answers' columns begin with.
    Raises:
        NoSuchColumnError, ColumnError, MixedZonesError, ZoneNotStatedError, NameTakenError:
            Before Spark starts on a row. A ``PartitionError`` stands in the message of Spark's
            own exception, while it does.
    """
    every: list[str] = [*columns.values()] if order is None else [*columns.values(), order]
    named = list(dict.fromkeys(every))
    for name in named:
        if name not in frame.columns:
            raise NoSuchColumnError(name, frame.columns)
    given = frame.select(*map(_column, named))
    arrow = given.limit(0).toArrow().schema
    asked = Asked(agreement, dict(columns), as_of, zone, unit, tuple(want), prefix)
    sample = pa.table({field.name: _sample(field) for field in arrow})
    told = verdicts_schema(judged(sample, asked).frame, asked)
    bad = bad_rows_schema(arrow, asked)
    _refuse_taken(told.names)
    _refuse_taken(bad.names)
    # every column, so that the same rows stand in the same order however often a task is tried
    ties = [columns["kind"], *named] if order is None else [order, columns["kind"], *named]
    sorting = list(dict.fromkeys([columns["incident"], *ties]))
    whole = given.repartition(_column(columns["incident"])).sortWithinPartitions(
        *map(_column, sorting)
    )
    kinds = {field.name: field.dataType for field in given.schema}
    return SparkLog(
        whole.mapInArrow(partial(verdicts, asked=asked, schema=told), _of_spark(told, kinds)),
        whole.mapInArrow(partial(bad_rows, asked=asked, schema=bad), _of_spark(bad, kinds)),
    )


def _column(name: str) -> Any:
    return sql.col("`" + name.replace("`", "``") + "`")


def _refuse_taken(names: list[str]) -> None:
    """Refuse names that Spark, to which the case of letters is nothing, would find twice."""
    times = Counter(name.lower() for name in names)
    if taken := sorted(name for name in names if times[name.lower()] > 1):
        raise NameTakenError(taken)


def _sample(field: Any) -> Any:
    """Return a value of the column's type: it is judged here, so that a wrong type fails here."""
    for zero in _ZEROS:
        try:
            return zero.cast(field.type)
        except pa.ArrowException:
            continue
    raise ColumnError(field.name, "a moment, a word, a date or a number", str(field.type))


def _of_spark(schema: Any, given: Mapping[str, Any]) -> Any:
    """Return a schema as Spark has it; columns of the log keep the types they have there."""
    return spark.StructType(
        [
            spark.StructField(field.name, given.get(field.name) or _type_of(field.type))
            for field in schema
        ]
    )


def _type_of(kind: Any) -> Any:
    if types.is_timestamp(kind):
        return spark.TimestampNTZType() if kind.tz is None else spark.TimestampType()
    return {
        pa.string(): spark.StringType(),
        pa.bool_(): spark.BooleanType(),
        pa.int32(): spark.IntegerType(),
        pa.int64(): spark.LongType(),
    }[kind]
