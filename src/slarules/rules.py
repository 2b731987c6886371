"""
The rule rows of the package: permanent ids, the clauses behind them, what each says.

An id is "R-", the clause that decides and an ordinal. The rows stand where they act, in tables
and sums; here each is put into words once. ``deadlines.py`` does not read this table: it costs
nothing until an answer is explained.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from slarules.errors import UnknownRuleError
from slarules.record import Record
from slarules.terms import ClauseId, RuleId, Text

if TYPE_CHECKING:
    from collections.abc import Mapping


class Rule(Record):
    """One rule row in words."""

    id: RuleId
    clause: ClauseId
    """The clause that decides; the id names it too."""
    also: tuple[ClauseId, ...]
    """Further clauses the rule leans on."""
    summary: Text
    silent: ClauseId | None = None
    """Where the contract is silent: the clause that would have had to speak."""
    until: tuple[str, ...] = ()
    """The events the obligation lasts until, by the ids of their kinds."""


def _rule(
    rule_id: str,
    *also: str,
    ru: str,
    en: str,
    silent: str | None = None,
    until: tuple[str, ...] = (),
) -> Rule:
    return Rule(
        id=RuleId(rule_id),
        clause=ClauseId(rule_id.split("-")[1]),
        also=tuple(map(ClauseId, also)),
        summary=Text(ru, en),
        silent=None if silent is None else ClauseId(silent),
        until=until,
    )


_ROWS: Final = (
    _rule(
        "R-1.1-1",
        "4.3",
        ru="День и час события — по часам службы: московским, если не согласовано иное.",
        en="The day and the hour of an event are those of the desk's clock: Moscow time, unless "
        "agreed otherwise.",
    ),
    _rule(
        "R-1.1-2",
        "4.3",
        ru="Последний день реакции кончается вместе с работой службы.",
        en="The last day of a reaction ends when the desk closes.",
    ),
    _rule(
        "R-3.2-1",
        ru="Официально время, когда в HelpDesk появилась запись.",
        en="The official time is when HelpDesk got the record.",
    ),
    _rule(
        "R-4.1-1",
        ru="Для A и D договор не называет срока решения.",
        en="The contract states no period to resolve A and D.",
        silent="4.1",
    ),
    _rule(
        "R-4.2-1",
        ru="Для E договор не называет срока решения.",
        en="The contract states no period to resolve E.",
        silent="4.2",
    ),
    _rule(
        "R-4.3-1",
        "1.1",
        ru="На инциденты B и C Исполнитель обязан отреагировать в срок.",
        en="The Executor owes a reaction in time to incidents of B and C.",
    ),
    _rule(
        "R-4.3-2",
        "4.1",
        ru="Для A и D договор не называет срока реакции.",
        en="The contract states no period to react to A and D.",
        silent="4.3",
    ),
    _rule(
        "R-4.3-3",
        "4.2",
        ru="Для E договор не называет срока реакции.",
        en="The contract states no period to react to E.",
        silent="4.3",
    ),
    _rule(
        "R-4.3-4",
        ru="Решает, раньше ли отсечки час регистрации.",
        en="What decides is whether the hour of registration is before the cut-off.",
    ),
    _rule(
        "R-4.3-5",
        ru="Раньше отсечки — реакция в тот же рабочий день.",
        en="Before the cut-off, the reaction is due the same business day.",
    ),
    _rule(
        "R-4.3-6",
        ru="Не раньше отсечки — реакция в следующий рабочий день.",
        en="Not before the cut-off, the reaction is due the next business day.",
    ),
    _rule(
        "R-4.3-7",
        ru="Зарегистрировано в нерабочий день — счёт ведут с ближайшего рабочего.",
        en="Registered on a day off, what counts is the first business day after it.",
    ),
    _rule(
        "R-4.4-1",
        "1.1",
        ru="Если B не решить вовремя, Исполнитель обязан искать замену внешнему ПО.",
        en="If B is not solved in time, the Executor owes a search for other software.",
    ),
    _rule(
        "R-4.4-2",
        ru="Поиск замены неприменим: он предусмотрен только для B.",
        en="The search for a replacement does not apply: it is foreseen for B alone.",
    ),
    _rule(
        "R-4.4-3",
        ru="Решение B длится не до даты, а до события: до исправления владельцем внешнего ПО или "
        "до обходного пути.",
        en="Resolving B lasts until an event, not a date: a fix by the owner of the external "
        "software, or a workaround.",
        until=("third-party-fixed", "workaround-provided"),
    ),
    _rule(
        "R-4.4-4",
        ru="На решение B отпущены рабочие дни от регистрации, прежде чем искать замену.",
        en="B has its business days from registration before a replacement is looked for.",
    ),
    _rule(
        "R-4.4-5",
        "1.1",
        ru="Последний из этих дней кончается вместе с работой службы.",
        en="The last of those days ends when the desk closes.",
    ),
    _rule(
        "R-4.10-1",
        "3.4",
        ru="Для C договор не называет срока решения ни на одном уровне.",
        en="The contract states no period to resolve C, whatever its level.",
        silent="4.10",
    ),
    _rule(
        "R-4.11-1",
        "1.1",
        ru="Молчание Заказчика после запроса закрывает инцидент, какой бы категории он ни был.",
        en="The Customer's silence after a request closes the incident, whatever its category.",
    ),
    _rule(
        "R-4.11-2",
        "3.2",
        ru="Счёт молчания ведут от записи запроса в инцидент.",
        en="Silence is counted from the entry of the request in the incident.",
    ),
    _rule(
        "R-4.11-3",
        "1.1",
        ru="Запрос после закрытия или в нерабочий день считают внесённым с ближайшим открытием.",
        en="A request after closing or on a day off counts as entered when the desk opens next.",
    ),
    _rule(
        "R-4.11-4",
        ru="Молчание длится несколько рабочих дней подряд.",
        en="The silence lasts a number of business days.",
    ),
    _rule(
        "R-4.11-5",
        "1.1",
        "3.2",
        ru="Время Заказчика кончается вместе с последним из этих дней.",
        en="The Customer's time ends with the last of those days.",
    ),
)

RULES: Final[Mapping[RuleId, Rule]] = MappingProxyType({row.id: row for row in _ROWS})
"""Every rule row by its id, in the order of the clauses."""


def rule(rule_id: str, /) -> Rule:
    """
    Return a rule row.

    Raises:
        UnknownRuleError: There is no such row; those of the same clause are named.
    """
    found = RULES.get(RuleId(rule_id))
    if found is None:
        clause = rule_id.removeprefix("R-").rpartition("-")[0]
        raise UnknownRuleError(rule_id, [row.id for row in _ROWS if row.clause == clause])
    return found
