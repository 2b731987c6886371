"""One rule row in words, and how the tables of this folder write it."""

from __future__ import annotations

from slarules.record import Record
from slarules.terms import ClauseId, RuleId, Text


class Rule(Record):
    """One rule row in words."""

    id: RuleId
    clause: ClauseId
    """The clause that decides; the id names it too."""
    also: tuple[ClauseId, ...]
    """Further clauses the rule leans on."""
    summary: Text
    """What it says, to stand as a sentence or inside one; without a full stop."""
    silent: ClauseId | None = None
    """Where the contract states nothing: the clause that would have had to."""
    until: tuple[str, ...] = ()
    """The events an obligation lasts until, by the ids of their kinds."""


def row(  # the columns of the tables
    rule_id: str,
    also: str,
    russian: str,
    english: str,
    *,
    silent: str | None = None,
    until: tuple[str, ...] = (),
) -> Rule:
    """Return a rule row; ``also`` has the further clauses, blanks between them."""
    return Rule(
        id=RuleId(rule_id),
        clause=ClauseId(rule_id.split("-")[1]),
        also=tuple(map(ClauseId, also.split())),
        summary=Text(russian, english),
        silent=None if silent is None else ClauseId(silent),
        until=until,
    )
