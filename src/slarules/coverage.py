"""
What rests on each paragraph of the contract, and what each part of the package rests on.

Everything that cites a paragraph is one ``Citation``; ``coverage`` turns the list round, and says
of each paragraph what is there for it and what is lacking. Nothing that computes reads this.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, assert_never

from slarules import errors
from slarules.answer_rows import ROWS as ANSWERS
from slarules.clauses import CLAUSES
from slarules.events import EVENTS
from slarules.findings import FINDINGS
from slarules.parameters import STATED
from slarules.reading_rows import READING_ROWS
from slarules.record import Record
from slarules.rules import ROWS as RULES
from slarules.terms import ClauseId, ClauseKind, Obligation, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from slarules.clauses import Clause


class Citing(Word):
    """What cites a paragraph."""

    RULE = "rule"
    """A rule row; its first clause decides, it leans on the others."""
    FINDING = "finding"
    """A breach of a duty, or an act without effect, that a record can show."""
    REMINDER = "reminder"
    """A rule row that says of something owed, or asked for, that no period is stated."""
    READING = "reading"
    """A switch of the readings."""
    ANSWER = "answer"
    """A recorded answer: an open point without a switch."""
    FIGURE = "figure"
    """A number or a name the contract states."""
    OBLIGATION = "obligation"
    """What a verdict is given on."""
    EVENT = "event"
    """A kind of event."""
    REFUSAL = "refusal"
    """A class of error."""


class Lack(Word):
    """What a paragraph would need and has not."""

    RULE = "rule"
    """A rule or a definition that no rule row cites."""
    CHECK = "check"
    """A duty with neither a finding nor a reminder."""
    REASON = "reason"
    """A statement without the reason why nothing is computed from it."""


class Citation(Record, kw_only=False):
    """One part of the package and the paragraphs it rests on."""

    kind: Citing
    id: str
    """Its permanent id; of a figure the name of the field, of a refusal that of the class."""
    clauses: tuple[ClauseId, ...]
    """The one that decides, first; a refusal that concerns no paragraph has none."""


class Covered(Record):
    """One paragraph, and the ids of what rests on it, kind by kind."""

    clause: Clause
    decides: tuple[str, ...]
    """The rule rows this paragraph decides."""
    supports: tuple[str, ...]
    """The rule rows that lean on it."""
    by: Mapping[Citing, tuple[str, ...]]
    """The rest of what cites it; every kind but RULE is there, though it may be empty."""
    lacks: tuple[Lack, ...]


# Clauses of an obligation: where it is owed, where its moment is said, where one is wanting.
# fmt: off
OBLIGATIONS: Final[Mapping[Obligation, tuple[ClauseId, ...]]] = MappingProxyType({
    obligation: tuple(map(ClauseId, by.split()))
    for obligation, by in {
        Obligation.SUPPORT:            "2.3",
        Obligation.REACTION:           "4.3 3.3",
        Obligation.RESOLUTION:         "4.4 4.10 4.1 4.2",
        Obligation.RESOLUTION_CLOCK:   "3.4 4.10",
        Obligation.REPLACEMENT_SEARCH: "4.4",
        Obligation.AUTOMATIC_CLOSING:  "4.11",
        Obligation.RECOMMENDATION:     "4.1",
        Obligation.RECORDING:          "4.2",
        Obligation.REDEFINITION:       "4.9",
    }.items()
})

ACCOUNTS: Final = Citation(Citing.FIGURE, "accounts", (ClauseId("2.2"),))
"""``history.ACCOUNTS``: no agreement changes it, so it is no parameter."""
# fmt: on

_CITED: Final = re.compile(r"\b\d\.\d{1,2}\b")


def citations() -> tuple[Citation, ...]:
    """Return everything in the package that rests on a paragraph, kind by kind."""
    return (
        *(Citation(Citing.RULE, row.id, (row.clause, *row.also)) for row in RULES),
        *(Citation(Citing.FINDING, row.id, (row.clause,)) for row in FINDINGS),
        *(Citation(Citing.REMINDER, r.id, (r.silent,)) for r in RULES if r.silent is not None),
        *(Citation(Citing.READING, row.switch, row.clauses) for row in READING_ROWS.values()),
        *(Citation(Citing.ANSWER, row.id, row.clauses) for row in ANSWERS),
        *(Citation(Citing.FIGURE, row.field, (row.clause,)) for row in STATED),
        ACCOUNTS,
        *(Citation(Citing.OBLIGATION, one.value, by) for one, by in OBLIGATIONS.items()),
        *(Citation(Citing.EVENT, row.kind, (row.clause,)) for row in EVENTS),
        *_refusals(),
    )


def _refusals() -> Iterator[Citation]:
    """Yield every class of error, with the paragraphs its docstring names."""
    for name in errors.MODULE_OF:
        named = dict.fromkeys(_CITED.findall(getattr(errors, name).__doc__ or ""))
        yield Citation(Citing.REFUSAL, name, tuple(map(ClauseId, named)))


def coverage() -> tuple[Covered, ...]:
    """Return every paragraph with what rests on it, in the order of the text."""
    cited = citations()
    rules = [one for one in cited if one.kind is Citing.RULE]
    return tuple(_covered(clause, cited, rules) for clause in CLAUSES.values())


def _covered(clause: Clause, cited: tuple[Citation, ...], rules: list[Citation]) -> Covered:
    by: dict[Citing, tuple[str, ...]] = {
        kind: tuple(one.id for one in cited if one.kind is kind and clause.id in one.clauses)
        for kind in Citing
        if kind is not Citing.RULE
    }
    decides = tuple(one.id for one in rules if one.clauses[0] == clause.id)
    supports = tuple(one.id for one in rules if clause.id in one.clauses[1:])
    has_rule = bool(decides or supports)
    has_check = bool(by[Citing.FINDING] or by[Citing.REMINDER])
    return Covered(
        clause=clause,
        decides=decides,
        supports=supports,
        by=MappingProxyType(by),
        lacks=tuple(_lacks(clause, has_rule=has_rule, has_check=has_check)),
    )


def _lacks(clause: Clause, *, has_rule: bool, has_check: bool) -> Iterator[Lack]:
    for kind in clause.kinds:
        match kind:
            case ClauseKind.RULE | ClauseKind.DEFINITION:
                if not has_rule:
                    yield Lack.RULE
            case ClauseKind.DUTY:
                if not has_check:
                    yield Lack.CHECK
            case ClauseKind.STATEMENT:
                if clause.reason is None:
                    yield Lack.REASON
            case _ as unreachable:
                assert_never(unreachable)
