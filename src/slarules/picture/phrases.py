"""What the pictures say beside what the rules and days say of themselves, Russian and English."""

from __future__ import annotations

from typing import Final

from slarules.terms import Language, Text

WEEK: Final = {
    Language.RU: ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"),
    Language.EN: ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
}
"""The weekdays over the columns of a month."""

SAY: Final = {
    # A letter for each event; those that look like digits are left out.
    "alphabet": Text("абвгдежиклмнпрстуфхцчшэюя", "abcdefghijkmnpqrstuvwxyz"),
    # Marks.
    "met": Text("сделано", "done"),
    "runs": Text("отсчёт начат", "the clock started"),
    "stops": Text("отсчёт остановлен", "the clock stopped"),
    "unshown": Text(
        "Событий вне показанных дней: {number}.", "Events outside the days shown: {number}."
    ),
    # Days.
    "weekend": Text("выходной", "weekend"),
    "holiday": Text("праздничный день", "public holiday"),
    "moved": Text("перенос с {day}", "moved from {day}"),
    "moved-plain": Text("перенесённый выходной", "moved day off"),
    "worked-for": Text("рабочий за {day}", "worked for {day}"),
    "worked": Text("рабочий день", "worked"),
    "declared": Text("указ Президента", "decree"),
    "agreed-off": Text("выходной по соглашению", "off by agreement"),
    "agreed-on": Text("рабочий по соглашению", "worked by agreement"),
    "stands-still": Text("счёт стоит", "not counted"),
    "gap": Text("{weeks}: {days}", "{weeks}: {days}"),
    "gap-counted": Text(", дни {first}–{last} счёта", ", days {first}–{last} of the count"),
    "gap-left-out": Text(", счёт стоит", ", the count stands still"),
    "gap-projected": Text(" (предварительно)", " (provisional)"),
    # Legend.
    "hours": Text(
        "время работы службы; клетка — сутки от 0 до 24 часов",
        "service hours; a cell is a day from 0 to 24 o'clock",
    ),
    "counted": Text("номер дня в счёте", "number of the day in the count"),
    "used": Text("использованное время", "time used up"),
    "projected": Text(
        "предварительно: переносы выходных ещё не утверждены",
        "provisional: the transfers of days off are not decreed yet",
    ),
    "torn": Text("пропуск: целые недели не нарисованы", "a break: whole weeks are not drawn"),
    "deadlines": Text("Сроки на календаре", "Deadlines on the calendar"),
    # A year.
    "year": Text("Рабочий календарь на {year} год", "Business calendar of {year}"),
    "year-counts": Text("{business}, нерабочих — {off}", "{business}, {off} off"),
    "year-projected": Text(
        "Предварительно: переносы выходных на этот год ещё не утверждены, календарь построен "
        "только по закону.",
        "Provisional: the transfers of this year are not decreed yet; the calendar follows the law "
        "alone.",
    ),
    "by-act": Text("; постановление Правительства РФ {act}", "; Government act {act}"),
    "by-law": Text("; по закону (ст. 112 ТК РФ)", "; by law (Labour Code, art. 112)"),
    "short": Text(
        "на час короче по ст. 95 ТК РФ; на часы службы это не влияет, пока толкование short-days "
        "не говорит иного",
        "an hour shorter by art. 95 of the Labour Code; service hours stay the same unless reading "
        "short-days says otherwise",
    ),
    "numbered": Text(
        "номер переноса: у дня, который отдал выходной, и у дня, который его получил; список ниже",
        "number of a transfer: at the day that gave its day off and at the day that received it; "
        "the list is below",
    ),
    # Moves between categories and levels.
    "moves": Text(
        "Смена категории и уровня: чьё согласие нужно",
        "Changes of category and level: whose agreement they need",
    ),
    "from-to": Text("из ↓ в →", "from ↓ to →"),
    "unclassified": Text("нет", "none"),
    "hinges": Text(
        "решает толкование level-four-consent; здесь {option}",
        "reading level-four-consent decides; here {option}",
    ),
    "move-said": Text(
        "{rule}. {moves}: {consent}. {summary} ({clauses}).",
        "{rule}. {moves}: {consent}. {summary} ({clauses}).",
    ),
}
