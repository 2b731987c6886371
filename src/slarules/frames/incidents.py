"""A frame of incidents, one a row, judged: the same frame, with what the contract says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from slarules.batch.rules import EVERY
from slarules.errors import ColumnError
from slarules.frames.columns import categories_of, levels_of, moments_of
from slarules.frames.frame import Frame
from slarules.frames.told import table_of
from slarules.frames.zones import one_clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime, tzinfo

    from slarules.batch import AgreementColumns, Answers, EditionsColumns, Output

_MOMENTS: Final = (
    "registered",
    "reaction",
    "question",
    "answer",
    "reproduced",
    "resolved",
    "as_of",
)
FIELDS: Final = (*_MOMENTS, "category", "severity")
"""What a column of incidents may stand for."""


class FrameAnswers(NamedTuple):
    """What the rules say of the incidents of a frame."""

    frame: Any
    """The frame given, of the same kind, with the columns of the answers."""
    answers: Answers
    """The same by columns of numpy: ``answered``, ``refused``, ``first_refused`` count and name
    the rows without an answer, by their places from 0."""


def assess(
    frame: Any,
    rules: AgreementColumns | EditionsColumns,
    /,
    *,
    columns: Mapping[str, str],
    as_of: datetime | None = None,
    zone: tzinfo | str | None = None,
    unit: str | None = None,
    want: Iterable[Output] = EVERY,
    prefix: str = "sla_",
) -> FrameAnswers:
    """
    Return a frame with what the contract says of each row, as ``AgreementColumns.assess`` does.

    Every row stays, in its place, with its index and its own columns. A bad row is no error: the
    answers are missing there, and column ``why`` says for what reason.

    Columns given may be of these types, chunked or not:

    - moments: timestamps from seconds to nanoseconds, with a zone or without; integers counted in
      ``unit`` since 1970-01-01 00:00 on the clock of ``zone``;
    - ``category``: strings of any form, categoricals, enums and dictionaries of A … E; integers,
      codes of ``batch.CATEGORIES``;
    - ``severity``: integers, floats without a fraction, dictionaries of them.

    A pandas column of type object passes if all it holds is strings. Columns of the answer:

    - ``…_due``, ``…_since``, ``…_until``: timestamps of the zone the moments given have (or without
      one), in the finest unit of theirs;
    - outcomes and ``why``: dictionaries of words (pandas category, Polars Categorical, DuckDB
      VARCHAR); in Arrow an outcome's index is its place in ``batch.OUTCOMES``;
    - ``…_seconds``: int64 with nulls (pandas Int64), negative when over;
    - ``…_projected``: bool, for every obligation asked about, whether anything told of it rests
      on a day no act has settled.

    Polars has no seconds, and DuckDB keeps moments with a zone in microseconds: there the unit is
    the next they have. A lazy frame of Polars is collected, and comes back lazy. A relation of
    DuckDB comes back as one of its default connection.

    Args:
        frame: Of pandas or Polars, a table of PyArrow, a relation of DuckDB.
        rules: ``batch.of(agreement)``.
        columns: Which column is what: registered, category, severity, reaction, question, answer,
            reproduced, resolved, as_of, each to the name of a column. Only ``registered`` must be
            there; what the others are is said in ``AgreementColumns.assess``.
        as_of: The moment to judge all rows at, unless a column says it.
        zone: Whose clock shows moments without a zone; those with one need none.
        unit: The unit of columns of integers: s, ms, us, ns.
        want: Which outputs to give; all cost more than some.
        prefix: What the names of the answers' columns begin with.
    Raises:
        FrameKindError: It is no frame that is read.
        NoSuchColumnError: It has no column of that name.
        UntypedColumnError: A column holds Python objects.
        ColumnError: A column is of another type, or the mapping is wrong.
        MixedZonesError: Moments are in several zones.
        ZoneNotStatedError: They have no zone, and none is stated.
        NameTakenError: The frame has columns of the answers' names.
    """
    given = Frame(frame)
    refuse_fields(columns, FIELDS, ("registered",))
    if ("as_of" in columns) is (as_of is not None):
        raise ColumnError("as_of", "a column or a moment", "both" if as_of else "neither")
    shown = {
        name: moments_of(given.column(columns[name]), columns[name], unit)
        for name in _MOMENTS
        if name in columns
    }
    clock = one_clock(shown, zone)
    asked: dict[str, Any] = {name: column.values for name, column in shown.items()}
    if as_of is not None:
        asked["as_of"] = clock.moment(as_of)
    for name, read in (("category", categories_of), ("severity", levels_of)):
        if name in columns:
            asked[name] = read(given.column(columns[name]), columns[name])
    answers = rules.assess(**asked, zone=clock.asked, want=want)
    return FrameAnswers(given.beside(table_of(answers, prefix, clock.shown)), answers)


def refuse_fields(columns: Mapping[str, str], known: Iterable[str], needed: Iterable[str]) -> None:
    """Refuse a mapping that names what is no field, or lacks one that must be there."""
    known = tuple(known)
    if unknown := sorted(set(columns) - set(known)):
        raise ColumnError("a field", f"one of {', '.join(known)}", ", ".join(unknown))
    if lacking := [name for name in needed if name not in columns]:
        raise ColumnError("the mapping", f"one that names {', '.join(lacking)}", _given(columns))


def _given(columns: Mapping[str, str]) -> str:
    return f"of {', '.join(columns) or 'nothing'}"
