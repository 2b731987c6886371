"""Refusals of data frames: of what kind they are, and what their columns hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slarules.errors.base import SlaRulesError

if TYPE_CHECKING:
    from collections.abc import Sequence


class FrameKindError(SlaRulesError, TypeError):
    """What was given is no frame, or one of a library that is not read."""

    remedy = "give a frame of pandas or Polars, a table of PyArrow or a relation of DuckDB"

    def __init__(self, given: str) -> None:
        super().__init__(given)
        self.given = given

    def __str__(self) -> str:
        return f"{self.given} is no frame that is read here; {self.remedy}"


class NoSuchColumnError(SlaRulesError, LookupError):
    """A frame was asked for a column it does not have."""

    remedy = "name one of its columns"

    def __init__(self, column: str, known: Sequence[str]) -> None:
        super().__init__(column, known)
        self.column, self.known = column, tuple(known)

    def __str__(self) -> str:
        known = ", ".join(self.known) or "none"
        return f"the frame has no column {self.column!r}, its columns: {known}; {self.remedy}"


class UntypedColumnError(SlaRulesError, TypeError):
    """A column of Python objects, or of values of several types."""

    remedy = (
        "give it a type first: pandas.to_datetime(…, utc=True) for moments, "
        'astype("string") for words, astype("Int64") for levels'
    )

    def __init__(self, column: str, given: str) -> None:
        super().__init__(column, given)
        self.column, self.given = column, given

    def __str__(self) -> str:
        return (
            f"column {self.column!r} holds objects without one type ({self.given}); {self.remedy}"
        )


class MixedZonesError(SlaRulesError, ValueError):
    """Columns of moments are on several clocks, or some have a zone and some have none."""

    remedy = (
        "bring them to one zone: dt.tz_convert or dt.tz_localize in pandas, "
        "dt.convert_time_zone or dt.replace_time_zone in Polars"
    )

    def __init__(self, zones: Sequence[tuple[str, str | None]]) -> None:
        super().__init__(zones)
        self.zones = tuple(zones)

    def __str__(self) -> str:
        listed = ", ".join(f"{name}: {zone or 'none'}" for name, zone in self.zones)
        return f"moments are in zones that differ ({listed}); {self.remedy}"


class NameTakenError(SlaRulesError, ValueError):
    """Columns of the answer would bear names the frame has already."""

    remedy = "choose another prefix"

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(names)
        self.names = tuple(names)

    def __str__(self) -> str:
        return f"the frame has columns {', '.join(self.names)} already; {self.remedy}"
