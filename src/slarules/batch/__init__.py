"""
The same answers for columns: the calendar's, and an agreement's, millions of rows at a time.

    from slarules import batch, standard_support

    support = standard_support()
    hours = batch.calendar(support.calendar)
    hours.business_seconds_between(opened, closed, zone="Europe/Moscow").values

Extra ``batch``: numpy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from slarules.errors import MissingExtraError

try:
    import numpy as np  # noqa: F401 - asked for here, so that its want has one message
except ImportError:
    raise MissingExtraError("batch", "numpy") from None

from slarules.agreement import Agreement
from slarules.batch.amended import EditionsColumns as EditionsColumns
from slarules.batch.column import Column as Column
from slarules.batch.column import Outside as Outside
from slarules.batch.hours import CalendarColumns as CalendarColumns
from slarules.batch.outputs import CATEGORIES as CATEGORIES
from slarules.batch.outputs import OUTCOMES as OUTCOMES
from slarules.batch.outputs import REFUSALS as REFUSALS
from slarules.batch.outputs import Answers as Answers
from slarules.batch.outputs import Output as Output
from slarules.batch.outputs import Refusal as Refusal
from slarules.batch.rules import AgreementColumns as AgreementColumns
from slarules.batch.shape import incident_of as incident_of

if TYPE_CHECKING:
    from slarules.calendar import BusinessCalendar
    from slarules.editions import Editions


def calendar(calendar: BusinessCalendar, /) -> CalendarColumns:
    """Return a business calendar to be asked by the column."""
    return CalendarColumns(calendar)


@overload
def of(agreement: Agreement, /) -> AgreementColumns: ...
@overload
def of(agreement: Editions, /) -> EditionsColumns: ...
def of(agreement: Agreement | Editions, /) -> AgreementColumns | EditionsColumns:
    """Return an agreement, or dated ones, to be asked by the column."""
    if isinstance(agreement, Agreement):
        return AgreementColumns(agreement)
    return EditionsColumns(agreement)
