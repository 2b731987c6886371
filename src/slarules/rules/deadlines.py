"""What is owed in which category, and the sums of 4.3, 4.4 and 4.11 (``slarules.deadlines``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slarules.rules.row import row

if TYPE_CHECKING:
    from slarules.rules.row import Rule

# fmt: off
DEADLINE_RULES: Final[tuple[Rule, ...]] = (
    row("R-1.1-1", "4.3",
        "день и час события — по часам службы (московским, если не согласовано иное)",
        "the day and the hour of an event are those of the desk's clock (Moscow time, unless "
        "agreed otherwise)"),
    row("R-1.1-2", "4.3",
        "последний день реакции кончается вместе с работой службы",
        "the last day of a reaction ends when the desk closes"),
    row("R-3.2-1", "",
        "официально время, когда в HelpDesk появилась запись",
        "the official time is when HelpDesk got the record"),
    row("R-4.1-1", "",
        "для A и D договор не называет срока решения",
        "the contract states no period to resolve A and D", silent="4.1"),
    row("R-4.2-1", "",
        "для E договор не называет срока решения",
        "the contract states no period to resolve E", silent="4.2"),
    row("R-4.3-1", "1.1",
        "на инциденты B и C Исполнитель обязан отреагировать в срок",
        "the Executor owes a reaction in time to incidents of B and C"),
    row("R-4.3-2", "4.1",
        "для A и D договор не называет срока реакции",
        "the contract states no period to react to A and D", silent="4.3"),
    row("R-4.3-3", "4.2",
        "для E договор не называет срока реакции",
        "the contract states no period to react to E", silent="4.3"),
    row("R-4.3-4", "",
        "решает, раньше ли отсечки час регистрации",
        "what decides is whether the hour of registration is before the cut-off"),
    row("R-4.3-5", "",
        "раньше отсечки — реакция в тот же рабочий день",
        "before the cut-off, the reaction is due the same business day"),
    row("R-4.3-6", "",
        "не раньше отсечки — реакция в следующий рабочий день",
        "not before the cut-off, the reaction is due the next business day"),
    row("R-4.3-7", "",
        "зарегистрированное в нерабочий день ждёт ближайшего рабочего",
        "what is registered on a day off waits for the first business day after it"),
    row("R-4.4-1", "1.1",
        "если B не решить вовремя, Исполнитель обязан искать замену внешнему ПО",
        "if B is not solved in time, the Executor owes a search for other software"),
    row("R-4.4-2", "",
        "замену внешнему ПО ищут только для B",
        "a replacement is looked for in B alone"),
    row("R-4.4-3", "",
        "решение B длится не до даты, а до события: до исправления владельцем внешнего ПО или до "
        "обходного пути",
        "resolving B lasts until an event, not a date: a fix by the owner of the external "
        "software, or a workaround", until=("third-party-fixed", "workaround-provided")),
    row("R-4.4-4", "",
        "прежде чем искать замену, на решение B отпущены рабочие дни от регистрации",
        "B has its business days from registration before a replacement is looked for"),
    row("R-4.4-5", "1.1",
        "последний из этих дней кончается вместе с работой службы",
        "the last of those days ends when the desk closes"),
    row("R-4.10-1", "3.4",
        "для C договор не называет срока решения ни на одном уровне",
        "the contract states no period to resolve C, whatever its level", silent="4.10"),
    row("R-4.11-1", "1.1",
        "молчание Заказчика после запроса закрывает инцидент любой категории",
        "the Customer's silence after a request closes an incident of any category"),
    row("R-4.11-2", "3.2",
        "молчание считают от записи запроса в инцидент",
        "silence is counted from the entry of the request in the incident"),
    row("R-4.11-3", "1.1",
        "запрос после закрытия или в нерабочий день считают внесённым с ближайшим открытием",
        "a request after closing or on a day off counts as entered when the desk opens next"),
    row("R-4.11-4", "",
        "молчание должно длиться несколько рабочих дней",
        "the silence has to last a number of business days"),
    row("R-4.11-5", "1.1 3.2",
        "время Заказчика кончается вместе с последним из этих дней",
        "the Customer's time ends with the last of those days"),
)
# fmt: on
