"""What ``slarules assess`` says around its verdicts, in Russian and in English."""

from __future__ import annotations

from typing import Final

from slarules.terms import Text

ASSESS: Final = {
    "title": Text("Инцидент {number} на {moment}", "Incident {number} as of {moment}"),
    "state": Text("Состояние: {state}.", "State: {state}."),
    "registered": Text("Официально зарегистрирован: {moment}.", "Officially registered: {moment}."),
    "not-registered": Text(
        "Официально не зарегистрирован (п. 2.1, 3.1).", "Not officially registered (2.1, 3.1)."
    ),
    "last-event": Text(
        "Момент не задан: взята последняя запись, записи считаются полными по неё.",
        "No moment was given: the last entry is taken, and the record as complete through it.",
    ),
    "standing": Text("{standing} — с {moment}.", "{standing}, from {moment}."),
    "standings": Text("Категория и уровень", "Category and level"),
    "verdicts": Text("Что должно быть и что есть", "What is owed and what became of it"),
    "amount": Text(
        "{what}: {business} рабочего времени, {clock} по часам",
        "{what}: {business} of service time, {clock} by the clock",
    ),
    "left": Text("осталось", "left"),
    "late": Text("просрочено на", "late by"),
    "elapsed": Text("прошло", "elapsed"),
    "findings": Text("Замечания", "Findings"),
    "finding": Text(
        "{id} (п. {clause}), {kind}: {text} — {moment}",
        "{id} ({clause}), {kind}: {text}; {moment}",
    ),
    "of-event": Text("запись {place}, {event}", "entry {place}, {event}"),
    "assumed": Text("Принято без записей", "Taken for granted"),
    "next": Text("Когда смотреть снова", "When to look again"),
    "next-change": Text(
        "Само собой что-то изменится: {moment}.", "Something changes by itself: {moment}."
    ),
    "no-change": Text(
        "Само собой больше ничего не изменится.", "Nothing changes by itself any more."
    ),
    "provisional": Text(
        "Ответ опирается на дни по {day}, переносы на которые ещё не утверждены.",
        "The answer rests on days through {day}, whose transfers are not decreed yet.",
    ),
    "consulted": Text("Толкования, от которых зависит ответ", "Readings the answer depends on"),
    "none": Text("нет", "none"),
}
