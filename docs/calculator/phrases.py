"""What the page of the calculator says around the answers, in Russian and in English."""

from __future__ import annotations

from typing import Final

from slarules.terms import Text

PAGE: Final = {
    "title": Text("Калькулятор сроков поддержки", "Support deadlines calculator"),
    "lead": Text(
        "Введите, что произошло с инцидентом: сроки, рисунок и объяснение с пунктами договора "
        "появятся сразу. Всё считается на этой странице, наружу ничего не отправляется.",
        "Enter what happened to the incident: the deadlines, the picture and the explanation with "
        "the clauses appear at once. Everything is computed on this page; nothing is sent "
        "anywhere.",
    ),
    "no-advice": Text(
        "Это расчёт, а не юридическая консультация: обязателен договор, который подписали стороны.",
        "This computes; it is not legal advice: what binds is the contract the parties signed.",
    ),
    "language": Text("Язык", "Language"),
    "incident": Text("Инцидент", "Incident"),
    "registered": Text("Зарегистрирован в HelpDesk", "Registered in HelpDesk"),
    "zone": Text("Часовой пояс времени", "Clock of the times"),
    "category": Text("Категория", "Category"),
    "severity": Text("Уровень важности", "Level of severity"),
    "not-given": Text("не указано", "not given"),
    "events": Text("Что было дальше", "What happened next"),
    "no-events": Text("Пока ничего.", "Nothing yet."),
    "add": Text("Добавить событие", "Add an event"),
    "remove": Text("Убрать", "Remove"),
    "event": Text("Событие", "Event"),
    "at": Text("Когда записано", "Recorded at"),
    "details": Text("Подробности", "Details"),
    "of-incident": Text("Записи в инциденте", "Entries in the incident"),
    "of-service": Text("Служба и HelpDesk", "The service and HelpDesk"),
    "as-of": Text("На какой момент отвечать", "Answer as of"),
    "as-of-help": Text("пусто — на момент последней записи", "empty: as of the last entry"),
    "readings": Text("Толкования открытых вопросов", "Readings of the open questions"),
    "readings-help": Text(
        "Первый ответ принят, если не выбран другой.",
        "The first option is taken unless another is.",
    ),
    "answer": Text("Ответ", "Answer"),
    "owed": Text("Сроки и обязанности", "Deadlines and duties"),
    "steps": Text("Почему: по шагам", "Why: step by step"),
    "rest": Text("Остальное", "Everything else"),
    "picture": Text("На календаре", "On the calendar"),
    "findings": Text("Замечания", "Findings"),
    "assumed": Text("Принято без записей", "Taken for granted"),
    "next": Text("Когда смотреть снова", "When to look again"),
    "consulted": Text("Толкования, от которых зависит ответ", "Readings the answer depends on"),
    "refused": Text("Ответа нет: в данных ошибка", "No answer: something in the facts is wrong"),
    "remedy": Text("Что сделать", "What to do"),
    "loading": Text(
        "Загружается вычислитель… форму уже можно заполнять.",
        "Loading the calculator… the form can be filled in already.",
    ),
    "broken": Text("Вычислитель не загрузился", "The calculator could not be loaded"),
    "broken-help": Text(
        "Обновите браузер (нужны WebAssembly и DecompressionStream) и откройте страницу снова.",
        "Update the browser (it needs WebAssembly and DecompressionStream) and try again.",
    ),
    "copy-link": Text("Скопировать ссылку на этот расчёт", "Copy a link to this answer"),
    "copied": Text("Скопировано", "Copied"),
    "download": Text("Сохранить ответ (JSON)", "Save the answer (JSON)"),
    "save-picture": Text("Сохранить рисунок (SVG)", "Save the picture (SVG)"),
    "reset": Text("Начать заново", "Start afresh"),
    "made-by": Text("slarules {version}, {wheel}", "slarules {version}, {wheel}"),
}
"""The words of the page."""

FIELDS: Final = {
    "number": Text("номер", "number"),
    "channel": Text("канал", "channel"),
    "by": Text("кто", "by"),
    "category": Text("категория", "category"),
    "severity": Text("уровень", "level"),
    "called_at": Text("когда позвонили", "called at"),
    "accepted_at": Text("когда приняли по телефону или почте", "accepted by phone or mail at"),
    "made": Text("как сделана запись", "how it was made"),
    "visible": Text("видно ли Заказчику", "seen by the Customer"),
    "said_at": Text("когда сказано вне HelpDesk", "said outside HelpDesk at"),
    "status": Text("статус", "status"),
    "to": Text("на кого", "to"),
    "request": Text("какой запрос", "which request"),
    "place": Text("где", "where"),
    "access": Text("доступ", "access"),
    "stated_at": Text("момент, названный в комментарии", "moment the comment states"),
    "route": Text("порядок", "route"),
    "until": Text("до какого дня", "until the day"),
    "how": Text("как", "how"),
    "count": Text("сколько", "how many"),
    "through": Text("по какой день", "through the day"),
}
"""What a field of an event is called."""
