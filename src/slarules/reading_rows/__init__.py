"""
The open questions in words: what each switch asks, its options, why the default is the default.

One row a switch, in the order of ``readings.py``; the first option is the default. A reading acts
in one of three kinds of place only, and the row says in which.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from slarules.errors import ReadingError
from slarules.reading_rows.agreement import AGREEMENT_READINGS
from slarules.reading_rows.reaction import REACTION_READINGS
from slarules.reading_rows.registration import REGISTRATION_READINGS
from slarules.reading_rows.replacement import REPLACEMENT_READINGS
from slarules.reading_rows.resolution import RESOLUTION_READINGS
from slarules.reading_rows.row import ActsOn, ReadingRow, WarnedPair
from slarules.reading_rows.silence import SILENCE_READINGS
from slarules.terms import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "READING_ROWS",
    "WARNED_ROWS",
    "ActsOn",
    "ReadingRow",
    "WarnedPair",
    "choice_words",
    "reading_row",
]

_ROWS: Final = (
    *REACTION_READINGS,
    *REGISTRATION_READINGS,
    *REPLACEMENT_READINGS,
    *SILENCE_READINGS,
    *RESOLUTION_READINGS,
    *AGREEMENT_READINGS,
)

READING_ROWS: Final[Mapping[str, ReadingRow]] = MappingProxyType({row.switch: row for row in _ROWS})
"""Every switch in words by its id, in the order of ``readings.SWITCHES``."""

WARNED_ROWS: Final = (
    WarnedPair(
        ("level-four-consent=executor-alone", "reaction-after-leaving=falls-away"),
        Text(
            "должник сам прекращает свою обязанность",
            "the debtor ends its own duty",
        ),
    ),
    WarnedPair(
        ("outage-registration=on-acceptance", "outage-reaction=when-entered"),
        Text(
            "при долгом сбое нарушение неизбежно",
            "a long outage makes a breach certain",
        ),
    ),
    WarnedPair(
        ("reaction-on-entering=registration", "reaction-after-leaving=falls-away"),
        Text(
            "это два разных взгляда на то, какая категория решает",
            "these are two theories of which category governs",
        ),
    ),
    WarnedPair(
        ("before-opening=same-day", "silence-end=closing-time"),
        Text(
            "HelpDesk открыт в 03:00 для одной стороны и закрыт в 20:00 для другой",
            "HelpDesk is open at 03:00 for one party and shut at 20:00 for the other",
        ),
    ),
)
"""The combinations of ``readings.WARNED``, in their order, with the reason against each."""


def reading_row(switch: str, /) -> ReadingRow:
    """
    Return a switch in words.

    Raises:
        ReadingError: There is no such switch.
    """
    try:
        return READING_ROWS[switch]
    except KeyError:
        raise ReadingError(switch, tuple(READING_ROWS)) from None


def choice_words(choice: str, /) -> Text:
    """
    Return what a choice written ``switch=option`` says.

    Raises:
        ReadingError: There is no such switch, or it has no such option.
    """
    switch, _, option = choice.partition("=")
    try:
        return READING_ROWS[switch].options[option]
    except KeyError:
        raise ReadingError(choice, tuple(READING_ROWS)) from None
