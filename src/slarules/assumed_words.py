"""What an assessment takes for granted where nothing is recorded, in words."""

from __future__ import annotations

from typing import Final

from slarules.terms import Text

ASSUMED: Final = {
    "helpdesk-up": Text(
        "записей о HelpDesk не дано: считается, что он работал (п. 3.1)",
        "no record of HelpDesk is given: it is taken as up (3.1)",
    ),
    "support-in-force": Text(
        "записей о поддержке не дано: считается, что она действует (п. 2.3)",
        "no record of support is given: it is taken as in force (2.3)",
    ),
    "customer-listed": Text(
        "инцидент завёл сам Исполнитель: считается, что Заказчик в нём указан (п. 3.1, 3.2)",
        "the Executor registered it itself: the Customer is taken as listed in it (3.1, 3.2)",
    ),
    "made-by-person": Text(
        "кем сделана запись, неизвестно: считается, что человеком (п. 3.3)",
        "who made an entry is unknown: it is taken as made by a person (3.3)",
    ),
    "notices-sent": Text(
        "уведомления в записях не ведутся: считается, что HelpDesk их разослал (п. 3.5)",
        "the record keeps no notices: HelpDesk is taken to have sent them (3.5)",
    ),
    "route-undecided": Text(
        "отдельного соглашения на доработку в записях нет: считается, что порядок доработки "
        "не выбран (п. 4.2)",
        "no supplementary agreement is on record: the route of the request is taken as not "
        "decided (4.2)",
    ),
}
"""What an assessment took for granted, by its id."""
