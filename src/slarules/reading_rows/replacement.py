"""Readings of the count of business days in B and of the search for a replacement (4.4)."""

from __future__ import annotations

from typing import Final

from slarules.reading_rows.row import MOMENT, STATE, row

REPLACEMENT_READINGS: Final = (
    row(
        "day-count-start",
        MOMENT,
        "4.4",
        "4.11",
        ask=("День самого события — это день 1?", "Is the day of the event itself day 1?"),
        day_after=(
            "нет: день 1 — первый рабочий день после события",
            "no: day 1 is the first business day after the event",
        ),
        same_day=(
            "да: день события, если он рабочий, — день 1",
            "yes: the day of the event, if a business day, is day 1",
        ),
        why=(
            "срок течёт со дня, следующего за событием (ст. 191 ГК РФ)",
            "a period begins the day after the event (Civil Code art. 191)",
        ),
    ),
    row(
        "period-end",
        MOMENT,
        "4.4",
        "1.1",
        ask=(
            "В каком часу последнего дня кончаются 60 дней?",
            "At what hour of their last day do the 60 days end?",
        ),
        closing_time=(
            "с концом работы службы",
            "when the desk closes",
        ),
        midnight=("в 24:00", "at 24:00"),
        why=(
            "как в reaction-day-end: действовать должен Исполнитель",
            "as reaction-day-end: the acts are the Executor's",
        ),
    ),
    row(
        "sixty-days-from",
        MOMENT,
        "4.4",
        ask=(
            "Инцидент стал B позже: от чего считать 60 дней?",
            "An incident becomes B later: from what do the 60 days count?",
        ),
        registration=("от регистрации", "from registration"),
        reclassification=("от смены категории", "from the change of category"),
        why=(
            "текст считает от регистрации проблемы",
            "the text counts from registration of the problem",
        ),
    ),
    row(
        "sixty-days-pause",
        MOMENT,
        "4.4",
        "4.11",
        ask=(
            "Стоит ли счёт 60 дней, пока Заказчик не отвечает на запрос?",
            "Do the 60 days stand still while the Customer owes information?",
        ),
        runs_on=("счёт идёт", "the count runs on"),
        pauses=("счёт стоит", "the count stands still"),
        why=("о паузе в тексте ничего нет", "the text names no pause"),
    ),
    row(
        "b-workaround",
        STATE,
        "4.4",
        ask=(
            "Решает ли обходной путь инцидент B и кончает ли он счёт 60 дней?",
            "Does a workaround resolve B and end the count of 60 days?",
        ),
        ends_both=("да, и то и другое", "it does both"),
        sixty_days_run_on=(
            "инцидент решён, но 60 дней идут дальше",
            "B is resolved, but the 60 days run on",
        ),
        why=(
            "исправление или обходной путь: по словам самой 4.4 путь решает проблему",
            "a fix or a workaround: in the words of 4.4 itself the latter solves the problem",
        ),
    ),
    row(
        "b-workaround-fails",
        STATE,
        "4.4",
        ask=(
            "Обходной путь перестал работать?",
            "The workaround stops working?",
        ),
        as_if_never_given=(
            "его как не было: счёт прежний",
            "as if it was never given: the count is the old one",
        ),
        new_count=("счёт начинается заново", "a new count begins"),
        why=(
            "60 дней идут от регистрации проблемы и ни от чего больше",
            "the 60 days run from registration of the problem and from nothing else",
        ),
    ),
    row(
        "replacement-trigger",
        MOMENT,
        "4.4",
        ask=(
            "Искать замену — с конца 60-го дня или как только ясно, что в срок не решить?",
            (
                "Is the search owed when day 60 ends, or once it is known that there is no solving "
                "in time?"
            ),
        ),
        earlier_of=(
            "с того, что раньше: конец 60-го дня или записанное заявление о невозможности",
            "from the earlier: the end of day 60, or a recorded statement that it is impossible",
        ),
        end_of_day_60=("только с конца 60-го дня", "only from the end of day 60"),
        why=(
            "невозможность может выясниться раньше; без такой записи ответы совпадают",
            "impossibility may be known sooner; with no such record both agree",
        ),
    ),
)
