"""What the commands say around their figures, in Russian and in English."""

from __future__ import annotations

from typing import Final

from slarules.terms import Text

DRAWN: Final = Text("Рисунок записан в {path}", "The picture is written to {path}")
"""Said by each command that draws."""

DUE: Final = {
    "title": Text("Инцидент категории {category}", "Incident of category {category}"),
    "registered": Text("Зарегистрирован: {moment}", "Registered: {moment}"),
    "reaction": Text("Реакция", "Reaction"),
    "replacement_search": Text("Поиск замены внешнего ПО", "Search for a replacement"),
}

YEAR: Final = {
    "title": Text("Рабочий календарь на {year} год", "Business calendar of {year}"),
    "projected": Text(
        "Переносы выходных на этот год ещё не утверждены: календарь построен только по закону.",
        "The transfers of this year are not decreed yet: the calendar follows the law alone.",
    ),
    "marks": Text(
        "* нерабочий день, кроме обычных суббот и воскресений;  + рабочая суббота или воскресенье",
        "* a day off other than a plain Saturday or Sunday;  + a worked Saturday or Sunday",
    ),
    "off": Text("Нерабочие дни", "Days off"),
    "worked": Text("Рабочие субботы и воскресенья", "Worked Saturdays and Sundays"),
    "declared": Text(
        "Объявлены нерабочими, но считаются рабочими (толкование decree-days)",
        "Declared non-working, but counted as business days (reading decree-days)",
    ),
    "decree": Text("указ Президента {act}", "presidential decree {act}"),
    "none": Text("нет", "none"),
    "counts": Text("Итоги", "Counts"),
    "period": Text("Период", "Period"),
    "quarter": Text("{number} квартал", "Quarter {number}"),
    "year": Text("Год", "Year"),
    "calendar-days": Text("Дней", "Days"),
    "business-days": Text("Рабочих", "Business days"),
    "days-off": Text("Нерабочих", "Days off"),
    "hours": Text("Часов работы службы", "Service hours"),
}

CLAUSES: Final = {
    "title": Text("Пункты соглашения", "Paragraphs of the agreement"),
    "reason": Text("почему ничего не вычислить: {reason}", "why nothing is computed: {reason}"),
}

COVERAGE: Final = {
    "title": Text("Что опирается на каждый пункт", "What rests on each paragraph"),
    "clause": Text("Пункт", "Clause"),
    "decides": Text("решает правила", "decides rules"),
    "supports": Text("поддерживает правила", "supports rules"),
    "reason": Text("почему ничего не вычислить: {reason}", "why nothing is computed: {reason}"),
    "complete": Text(
        "Ни один из {number} пунктов не забыт: у каждого правила и определения есть правило, у "
        "каждой обязанности — проверка или напоминание, у утверждения — причина.",
        "None of the {number} paragraphs is forgotten: each rule and definition has a rule row, "
        "each duty a finding or a reminder, each statement its reason.",
    ),
    "incomplete": Text("Не хватает: {clauses}.", "Lacking: {clauses}."),
    "lack": Text("{clause} ({what})", "{clause} ({what})"),
}

READINGS: Final = {
    "title": Text("Толкования: открытые вопросы текста ({number})", "Readings ({number})"),
    "marks": Text(
        "* выбранный ответ; первый из ответов выбран, если не сказано иное: --reading "
        "cutoff-instant=same-day",
        "* the option chosen; the first is, unless another is asked for: --reading "
        "cutoff-instant=same-day",
    ),
    "why": Text("почему первый: {why}", "why the first: {why}"),
    "warned": Text("Плохо сочетаются", "Combinations to take care with"),
    "pair": Text("{first} и {second}: {why}", "{first} and {second}: {why}"),
    "matter": Text(
        "Толкования, от которых зависит инцидент {number} на {moment}",
        "Readings that matter to incident {number} as of {moment}",
    ),
    "nothing": Text(
        "Ни одно другое толкование, ни само по себе, ни в паре с другим, здесь ничего не меняет.",
        "No other reading changes anything here, alone or together with another.",
    ),
    "arrow": Text(
        "Слева от стрелки — как есть, справа — как было бы; часы {zone}. Остальные толкования "
        "ничего не меняют.",
        "Left of the arrow what is, right of it what would be, on the clock of {zone}. No other "
        "reading changes anything.",
    ),
    "alone": Text("По одному ({number})", "Alone ({number})"),
    "pairs": Text(
        "В паре: только то, чего нет порознь ({number})",
        "In pairs: only what neither does alone ({number})",
    ),
    "assessed": Text("Инцидент оценён раз: {number}.", "Assessments made: {number}."),
}

EXPLAIN: Final = {
    "incident": Text("Инцидент {number} на {moment}", "Incident {number} as of {moment}"),
    "deadline": Text("Инцидент категории {category}", "Incident of category {category}"),
    "registered": Text("Зарегистрирован: {moment}", "Registered: {moment}"),
    "silence": Text("Запрос уточнения", "A request for information"),
    "asked": Text("Внесён: {moment}", "Entered: {moment}"),
    "last-event": Text(
        "Момент не задан: взята последняя запись, записи считаются полными по неё.",
        "No moment was given: the last entry is taken, and the record as complete through it.",
    ),
    "not-applied": Text("Какие правила не применяются", "Rules that do not apply"),
    "boundary": Text("Ближайшая граница", "The nearest boundary"),
    "no-category": Text(
        "Категория не записана, и какие правила не применяются, неизвестно.",
        "No category is recorded, so which rules do not apply is unknown.",
    ),
    "no-boundary": Text(
        "Срок реакции здесь не считается от регистрации, и границы у неё нет.",
        "No reaction is counted from the registration here, so it has no boundary.",
    ),
}

FLIPS: Final = {
    "title": Text(
        "Что изменили бы другие толкования ({number})",
        "What other readings would change ({number})",
    ),
    "reading": Text("Толкование", "Reading"),
    "outcomes": Text("Инцидентов с иным исходом", "Incidents with another outcome"),
    "moments": Text("С тем же исходом, но иным моментом", "Same outcomes, another moment"),
    "moves": Text("{reading}: {moves}", "{reading}: {moves}"),
    "move": Text(
        "{obligation}: {before} → {after}, {number}", "{obligation}: {before} → {after}, {number}"
    ),
    "rest": Text(
        "Остальные толкования поодиночке ничего здесь не меняют.",
        "No other reading changes anything here by itself.",
    ),
    "nothing": Text(
        "Ни одно другое толкование само по себе ничего здесь не меняет.",
        "No other reading changes anything here by itself.",
    ),
}

RECEIPT: Final = {
    "title": Text("Из чего сделан ответ", "What the answer was made from"),
    "version": Text("slarules {version}", "slarules {version}"),
    "agreement": Text("соглашение {digest}", "agreement {digest}"),
    "readings": Text("толкования: {readings}", "readings: {readings}"),
    "default": Text("все по умолчанию", "all at their defaults"),
    "calendar": Text("календарь {digest}", "calendar {digest}"),
    "decreed": Text("дни утверждены по {day}", "days decreed through {day}"),
    "zone": Text("часы {zone} {digest}", "clock {zone} {digest}"),
    "input": Text("{name} {digest}", "{name} {digest}"),
    "incident": Text("инцидент", "incident"),
    "service": Text("служба", "service"),
    "log": Text("журнал", "log"),
    "mapping": Text("описание журнала", "mapping"),
    "question": Text("вопрос", "question"),
    "command": Text("повторить: {command}", "to make it again: {command}"),
}

REPORT: Final = {
    "title": Text("Что следует из журнала инцидентов", "What the log of incidents comes to"),
    "log": Text(
        "Журнал {name}: с {first} по {last}. Здесь и далее — часы {zone}.",
        "Log {name}: from {first} to {last}. All moments are on the clock of {zone}.",
    ),
    "as-of-given": Text(
        "Отчёт на {moment}: всё, что записано до этого момента включительно.",
        "As of {moment}: everything recorded through that moment.",
    ),
    "as-of-last": Text(
        "Отчёт на {moment} — последний момент журнала: записи считаются полными по него.",
        "As of {moment}, the last moment of the log: the record is taken as complete through it.",
    ),
    "category-given": Text(
        "Категория всех инцидентов: {category} (задана при запуске).",
        "Category of every incident: {category} (given for this run).",
    ),
    "category-from-log": Text(
        "Категория инцидента — из журнала.", "The category of each incident is the log's."
    ),
    "assumptions": Text("Допущения", "Assumptions"),
    "read": Text("Что прочитано", "What was read"),
    "rows": Text(
        "строк {read} = использовано {used} + повторных {duplicates} + негодных {bad}",
        "rows {read} = used {used} + duplicates {duplicates} + bad {bad}",
    ),
    "of-service": Text("из них о самой службе: {number}", "of them on the service: {number}"),
    "idle": Text(
        "из них о самой службе, но ничего нового не говорят: {number}",
        "of them on the service, telling nothing new: {number}",
    ),
    "duplicates": Text(
        "повторные: говорят то же о том же моменте, учтены один раз: {number}",
        "duplicates: the same of the same moment, taken once: {number}",
    ),
    "after-as-of": Text(
        "из них позже момента отчёта, не учтены: {number}",
        "of them later than the report, not considered: {number}",
    ),
    "moved": Text(
        "из них стояли не по времени, переставлены: {number}",
        "of them out of order, put in order: {number}",
    ),
    "tickets": Text(
        "инцидентов {read} = оценено {judged} + исключено {excluded}",
        "incidents {read} = judged {judged} + excluded {excluded}",
    ),
    "excluded": Text("исключено, {reason}: {number}", "excluded, {reason}: {number}"),
    "outcomes": Text(
        "Реакция (п. 3.3, 4.3): исходы ({number})", "Reaction (3.3, 4.3): outcomes ({number})"
    ),
    "obligations": Text("Всё остальное: исходы ({number})", "Everything else: outcomes ({number})"),
    "in-force": Text("действует", "in force"),
    "findings": Text("Замечания по пунктам", "Findings by clause"),
    "finding": Text(
        "{id} (п. {clause}), {kind}: {text} — {number}; первый инцидент {first}",
        "{id} ({clause}), {kind}: {text}: {number}; first in {first}",
    ),
    "finding-of-service": Text(
        "{id} (п. {clause}), {kind}: {text} — {number}; о самой службе",
        "{id} ({clause}), {kind}: {text}: {number}; on the service itself",
    ),
    "finding-possible": Text(
        "{id} (п. {clause}), {kind}: {text} — возможно, {possible}; первый инцидент {first}",
        "{id} ({clause}), {kind}: {text}: possibly {possible}; first in {first}",
    ),
    "and-possible": Text(", ещё {possible} возможно", ", and possibly {possible} more"),
    "possible": Text(
        "«Возможно»: зависит от того, чего журнал не говорит: чья запись, как сделана, видна ли.",
        "“Possibly”: it hinges on what the log does not say: whose record, made how, seen or not.",
    ),
    "unnamed": Text(
        "; в журнале такого действия не названо ни одного",
        "; no activity of the log is named as such",
    ),
    "assumed": Text("Принято без записей", "Taken for granted"),
    "assumed-of": Text("{text}: инцидентов {number}", "{text}: incidents {number}"),
    "outcome": Text("Исход", "Outcome"),
    "incidents": Text("Инцидентов", "Incidents"),
    "share": Text("Доля", "Share"),
    "reasons": Text("Почему", "Why"),
    "in-time": Text(
        "В срок: {met} из {owed} реакций, срок которых истёк или исполнен ({share}).",
        "In time: {met} of {owed} reactions met or overdue ({share}).",
    ),
    "conditional": Text(
        "Без категории: {number}; их исход верен, если это B или C ({outcomes}).",
        "Without a category: {number}; their outcome holds if they are B or C ({outcomes}).",
    ),
    "provisional": Text(
        "Опираются на ещё не утверждённые дни: {number}.",
        "Resting on days not yet decreed: {number}.",
    ),
    "times": Text("Рабочее время", "Business time"),
    "no-times": Text("Ни одной реакции.", "No reaction at all."),
    "quantiles": Text(
        "до реакции ({number}): медиана {median}, 90-й процентиль {p90}",
        "to the reaction ({number}): median {median}, 90th percentile {p90}",
    ),
    "no-clocks": Text(
        "Ни один отсчёт времени решения не завершён.", "No resolution clock has stopped."
    ),
    "clocks": Text(
        "от воспроизведения до решения ({number}): медиана {median}, 90-й процентиль {p90}",
        "from reproduction to resolution ({number}): median {median}, 90th percentile {p90}",
    ),
    "ranks": Text(
        "Часы:минуты:секунды; столько прошло у инцидентов, стоящих по порядку на этих местах.",
        "Hours:minutes:seconds; the times of the incidents at these ranks.",
    ),
    "worst": Text("Самые долгие реакции ({number})", "The slowest reactions ({number})"),
    "slow": Text(
        "{place}. {case}: {business} рабочего времени, {outcome}",
        "{place}. {case}: {business} of business time, {outcome}",
    ),
    "late": Text(
        "{outcome}: позже срока на {business} рабочего времени",
        "{outcome}: {business} of business time late",
    ),
    "slow-why": Text(
        "зарегистрирован {registered}, реакция {reacted} (строка {line})",
        "registered {registered}, reaction {reacted} (line {line})",
    ),
    "bad-rows": Text("Негодные строки ({number})", "Bad rows ({number})"),
    "more-bad-rows": Text(
        "и ещё {number}; все — в файле --output или в выводе --json",
        "and {number} more; all of them are in the --output file and in --json",
    ),
    "written": Text("Файл по инцидентам: {path}", "Per-incident file: {path}"),
    "exported": Text("Инцидент {case}: {path}", "Incident {case}: {path}"),
    "exported-service": Text("Записи о службе: {path}", "Record of the service: {path}"),
    "exported-command": Text("Оценить отдельно: {command}", "To assess it alone: {command}"),
    "exported-filled": Text(
        "Журнал не говорит, чьи это записи или как сделаны; в файле они в пользу Исполнителя: "
        "строки {lines}.",
        "The log does not say whose these records are, or how made; the file has them in the "
        "Executor's favour: lines {lines}.",
    ),
    "no-service": Text(
        "О самой службе в журнале ничего нет, и файла {path} нет.",
        "The log says nothing of the service itself, and there is no file {path}.",
    ),
    "none": Text("нет", "none"),
}

DEMO: Final = {
    "deadlines": Text("Три срока с объяснением", "Three deadlines, explained"),
    "late": Text(
        "{case}: самая долгая реакция, {reacted}.", "{case}: the slowest reaction, {reacted}."
    ),
    "longest": Text(
        "{case}: самый длинный срок реакции.", "{case}: the longest period for a reaction."
    ),
    "replacement": Text(
        "{case}: внешнее ПО так и не исправили.",
        "{case}: the external software was never mended.",
    ),
    "written": Text("По каждому инциденту — строка в файле {path}", "One row an incident: {path}"),
}
