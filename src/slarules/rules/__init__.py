"""
The rule rows of the package in words: permanent ids, the clauses behind them, what each says.

An id is "R-", the clause that decides and an ordinal. The rows stand where they act, in the
tables and sums of their modules; here each is put into words once. Nothing that computes reads
this: it costs nothing until an answer is explained.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from slarules.errors import UnknownRuleError
from slarules.rules.classification import CLASSIFICATION_RULES
from slarules.rules.deadlines import DEADLINE_RULES
from slarules.rules.lifecycle import LIFECYCLE_RULES
from slarules.rules.row import Rule
from slarules.rules.verdicts import VERDICT_RULES
from slarules.terms import RuleId

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ROWS", "RULES", "Rule", "rule"]

ROWS: Final = (*DEADLINE_RULES, *CLASSIFICATION_RULES, *LIFECYCLE_RULES, *VERDICT_RULES)
"""Every rule row, table by table."""

RULES: Final[Mapping[RuleId, Rule]] = MappingProxyType({row.id: row for row in ROWS})
"""Every rule row by its id."""


def rule(rule_id: str, /) -> Rule:
    """
    Return a rule row.

    Raises:
        UnknownRuleError: There is no such row; those of the same clause are named.
    """
    found = RULES.get(RuleId(rule_id))
    if found is None:
        clause = rule_id.removeprefix("R-").rpartition("-")[0]
        raise UnknownRuleError(rule_id, [row.id for row in ROWS if row.clause == clause])
    return found
