"""One switch in words, and how the tables of this folder write it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from slarules.record import Record
from slarules.terms import ClauseId, Text, Word

if TYPE_CHECKING:
    from collections.abc import Mapping


class ActsOn(Word):
    """The kind of place a reading acts in."""

    MOMENT = "moment"
    """Which day or instant."""
    EVENT = "event"
    """Which event counts."""
    STATE = "state"
    """Which state follows."""


class ReadingRow(Record):
    """One switch in words."""

    switch: str
    acts_on: ActsOn
    clauses: tuple[ClauseId, ...]
    question: Text
    options: Mapping[str, Text]
    """What each option says, by its id; the first is the default."""
    why: Text
    """Why the default is the default."""


class WarnedPair(Record, kw_only=False):
    """Two choices that do not sit well together, and why."""

    choices: tuple[str, str]
    why: Text


def row(  # the columns of the tables
    switch: str,
    acts_on: ActsOn,
    *clauses: str,
    ask: tuple[str, str],
    why: tuple[str, str],
    **options: tuple[str, str],
) -> ReadingRow:
    """Return a row; an option is a keyword with underscores for hyphens, the default first."""
    return ReadingRow(
        switch=switch,
        acts_on=acts_on,
        clauses=tuple(map(ClauseId, clauses)),
        question=Text(*ask),
        options=MappingProxyType(
            {option.replace("_", "-"): Text(*words) for option, words in options.items()}
        ),
        why=Text(*why),
    )


MOMENT, EVENT, STATE = ActsOn
