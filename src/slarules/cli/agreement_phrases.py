"""What ``slarules agreement``, ``compare`` and ``whatif`` say, in Russian and in English."""

from __future__ import annotations

from typing import Final

from slarules.terms import Text

AGREEMENT: Final = {
    "valid": Text("{name}: соглашение верно", "{name}: the agreement is valid"),
    "faults": Text("{name}: ошибок — {number}", "{name}: faults: {number}"),
    "edition": Text("Редакция с {day}", "Edition from {day}"),
    "differs": Text(
        "Чем отличается от типового договора", "What differs from the standard agreement"
    ),
    "same": Text("Ничем не отличается от типового.", "Nothing differs from the standard one."),
    "calendar": Text("календарь не типовой", "the calendar is not the standard one"),
    "difference": Text("{name}: {before} → {after}", "{name}: {before} → {after}"),
    "warned": Text("Плохо сочетающиеся толкования", "Readings that do not sit well together"),
    "pair": Text("{first} и {second}: {why}", "{first} and {second}: {why}"),
    "keys": Text("Ключи файла соглашения", "The keys of an agreement's file"),
    "key": Text("Ключ", "Key"),
    "clause": Text("Пункт", "Clause"),
    "what": Text("Что это", "What it is"),
    "write": Text("Как писать", "How to write it"),
}

COMPARE: Final = {
    "title": Text("Сравнение: {a} → {b}", "Comparison: {a} → {b}"),
    "as-of": Text(
        "На момент: {moment}. Моменты — по часам {zone}.",
        "As of {moment}. Moments are on the clock of {zone}.",
    ),
    "agreements": Text("Чем отличаются соглашения", "What differs between the agreements"),
    "editions": Text(
        "Редакции перечислены в своих файлах и здесь не сличаются.",
        "Editions are listed in their files and are not set side by side here.",
    ),
    "nothing": Text("Показатели и толкования одинаковы.", "The figures and readings are the same."),
    "totals": Text("Итог", "Totals"),
    "read": Text("Инцидентов в журнале", "Incidents in the log"),
    "excluded": Text("не сравнивались: {reason}", "not compared: {reason}"),
    "refused": Text("не поддаются оценке", "cannot be judged"),
    "compared": Text("Сравнено", "Compared"),
    "same": Text("без изменений", "unchanged"),
    "different": Text("изменились", "changed"),
    "unknown": Text(
        "из сравнённых: неизвестное в журнале заполнено не в пользу Исполнителя",
        "of those compared: what the log leaves unknown is filled in against the Executor",
    ),
    "number": Text("Число", "Number"),
    "turns": Text("Изменившиеся выводы", "Changed verdicts"),
    "obligation": Text("Обязательство", "Obligation"),
    "before": Text("Было", "Before"),
    "after": Text("Стало", "After"),
    "moment": Text("{outcome}, другой момент", "{outcome}, another moment"),
    "incidents": Text("Инциденты, по которым есть изменения", "Incidents that changed"),
    "incident": Text("Инцидент {number}", "Incident {number}"),
    "why": Text("{obligation}: {before} → {after}", "{obligation}: {before} → {after}"),
    "figures": Text(
        "{obligation}: {before}; правила те же, моменты или показатели другие",
        "{obligation}: {before}; the same rules, other moments or figures",
    ),
    "grounds": Text("почему", "why"),
    "more": Text(
        "И ещё {number}; все — в документе (--json) и на странице (--html).",
        "And {number} more; all are in the document (--json) and on the page (--html).",
    ),
    "refusals": Text("Не поддаются оценке", "Cannot be judged"),
    "written": Text("Страница записана в {path}", "The page is written to {path}"),
}

WHATIF: Final = {
    "title": Text(
        "Инцидент {number} на {moment}: что было бы",
        "Incident {number} as of {moment}: what if",
    ),
    "moved": Text(
        "Запись {place}, {event}: {before} → {after}", "Entry {place}, {event}: {before} → {after}"
    ),
    "supposed": Text("Если бы", "If"),
    "changes": Text("Что изменилось бы", "What would change"),
    "nothing": Text("Ничего не изменилось бы.", "Nothing would change."),
    "zone": Text("Моменты — по часам {zone}.", "Moments are on the clock of {zone}."),
    "verdicts": Text("Что было бы с обязательствами", "What would become of the obligations"),
}
