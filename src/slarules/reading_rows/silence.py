"""Readings of the Customer's silence after a request (4.11)."""

from __future__ import annotations

from typing import Final

from slarules.reading_rows.row import EVENT, MOMENT, STATE, row

SILENCE_READINGS: Final = (
    row(
        "silence-end",
        MOMENT,
        "4.11",
        "1.1",
        "3.2",
        ask=(
            "В каком часу третьего дня кончается время Заказчика на ответ?",
            "At what hour of the third day does the Customer's time to answer end?",
        ),
        midnight=("в 24:00", "at 24:00"),
        closing_time=(
            "с концом работы службы",
            "when the desk closes",
        ),
        why=(
            (
                "общее правило — 24:00 (п. 1 ст. 194 ГК РФ); 1.1 ограничивает телефон и почту, а "
                "HelpDesk принимает записи всегда (3.2)"
            ),
            (
                "the general rule is 24:00 (Civil Code art. 194(1)); 1.1 limits phone and e-mail, "
                "while HelpDesk takes entries at any hour (3.2)"
            ),
        ),
    ),
    row(
        "silence-out-of-hours",
        MOMENT,
        "4.11",
        "1.1",
        ask=(
            "Запрос внесён после закрытия или в нерабочий день: когда спросили?",
            "Asked after closing or on a day off: when was it asked?",
        ),
        as_entered=("когда внесён", "when it was entered"),
        as_at_next_opening=(
            "с ближайшим открытием службы",
            "when the desk opens next",
        ),
        why=(
            "по 3.2 время HelpDesk официально в любом часу; другой ответ даёт Заказчику ещё день",
            (
                "3.2 makes the HelpDesk time official at any hour; the other option gives the "
                "Customer one more day"
            ),
        ),
    ),
    row(
        "open-questions",
        EVENT,
        "4.11",
        ask=(
            "Открыто несколько запросов: чей счёт закрывает инцидент?",
            "Several requests are open: whose count closes the incident?",
        ),
        latest_request=("последнего запроса", "that of the latest request"),
        each_alone=("любого, каждый сам по себе", "that of any, each alone"),
        why=(
            (
                "спросив снова, Исполнитель показывает, что ещё ждёт; неясное толкуют против "
                "составителя"
            ),
            (
                "by asking again the Executor shows it still waits; unclear words are read against "
                "their drafter"
            ),
        ),
    ),
    row(
        "customer-comment-restarts",
        STATE,
        "4.11",
        ask=(
            "Заказчик написал не по существу вопроса: счёт трёх дней кончился или пошёл заново?",
            (
                "After a comment that does not answer the question, does the 3-day count end or "
                "restart?"
            ),
        ),
        ends=("счёт кончился", "the count ends"),
        restarts=("счёт пошёл заново", "the count restarts"),
        why=(
            "текст закрывает, лишь когда нет ни сведений, ни комментария",
            "the text closes only where there is neither information nor comment",
        ),
    ),
    row(
        "silence-outage",
        MOMENT,
        "3.1",
        "4.11",
        ask=(
            "В эти три дня HelpDesk не работал?",
            "HelpDesk was down within the three days?",
        ),
        days_excluded=(
            "рабочий день, задетый сбоем в часы службы, не считается",
            "a business day the outage touches in service hours is not counted",
        ),
        runs_on=("счёт идёт", "the count runs on"),
        why=(
            (
                "официально ответить можно лишь в системе Исполнителя; на молчание по её вине он "
                "ссылаться не может (п. 1 ст. 406 ГК РФ)"
            ),
            (
                "the only official way to answer is the Executor's own system; it may not rely on "
                "silence that system caused (Civil Code art. 406(1))"
            ),
        ),
    ),
    row(
        "late-answer",
        STATE,
        "4.11",
        ask=(
            "Ответ пришёл после автоматического закрытия?",
            "An answer after the automatic closing?",
        ),
        new_incident=("это новый инцидент", "it is a new incident"),
        reopens=("инцидент открывается снова", "it reopens the incident"),
        why=("проблема уже признана решённой", "the problem already counts as resolved"),
    ),
)
