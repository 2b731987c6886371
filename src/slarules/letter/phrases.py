"""What a letter says around its facts and verdicts, in Russian and in English."""

from __future__ import annotations

from typing import Final

from slarules.terms import Text

LETTER: Final = {
    "title": Text("Заключение по инциденту {number}", "Decision on incident {number}"),
    "as-of": Text("По состоянию на {moment}", "As of {moment}"),
    "facts": Text("1. Обстоятельства", "1. Facts"),
    "registered": Text(
        "Инцидент официально зарегистрирован: {moment} (п. 3.2).",
        "The incident was officially registered: {moment} (clause 3.2).",
    ),
    "not-registered": Text(
        "Официально инцидент не зарегистрирован (пп. 2.1 и 3.1).",
        "The incident was not officially registered (clauses 2.1 and 3.1).",
    ),
    "standing": Text("{standing} — с момента: {moment}.", "{standing}, from {moment}."),
    "state": Text("Состояние: {state}.", "State: {state}."),
    "place": Text("№", "No."),
    "when": Text("Когда", "When"),
    "what": Text("Что записано", "What is recorded"),
    "who": Text("Кто", "By whom"),
    "said": Text("сказано {moment}", "said {moment}"),
    "clauses": Text("2. Пункты соглашения", "2. Clauses of the agreement"),
    "clause": Text("Пункт {id}", "Clause {id}"),
    "reasoning": Text("3. Рассуждение и выводы", "3. Reasoning and verdicts"),
    "findings": Text("4. Замечания по записям", "4. What the record shows"),
    "finding": Text(
        "{id} (п. {clause}), {kind}: {text}; {moment}",
        "{id} (clause {clause}), {kind}: {text}; {moment}",
    ),
    "no-findings": Text("Замечаний нет.", "Nothing is shown."),
    "assumed": Text("5. Что принято без записей", "5. What is taken for granted"),
    "nothing-assumed": Text("Ничего.", "Nothing."),
    "readings": Text("6. Что дали бы другие толкования", "6. What other readings would give"),
    "no-readings": Text(
        "Ни одно другое толкование открытых вопросов текста вывода не меняет.",
        "No other reading of the open questions of the text changes the outcome.",
    ),
    "receipt": Text("7. Из чего сделан ответ", "7. What the answer was made from"),
    "provisional": Text(
        "Ответ опирается на дни, переносы на которые ещё не утверждены, и потому предварителен.",
        "The answer rests on days whose transfers are not decreed yet, and is provisional.",
    ),
    "advice": Text(
        "Это вычисление по тексту соглашения, а не юридическая консультация. Обязывает то "
        "соглашение, которое подписали стороны (п. 0.1).",
        "This is computed from the text of the agreement and is no legal advice. What binds is "
        "the agreement the parties signed (clause 0.1).",
    ),
}

RECEIPT: Final = {
    "version": Text("версия пакета", "version of the package"),
    "agreement": Text("соглашение", "agreement"),
    "readings": Text("толкования, отличные от принятых", "readings other than the default"),
    "calendar": Text("календарь", "calendar"),
    "decreed_through": Text("переносы утверждены по", "transfers decreed through"),
    "zone": Text("часовой пояс", "time zone"),
    "zone_data": Text("данные о поясе", "zone data"),
    "inputs": Text("исходные записи", "what was judged"),
    "command": Text("команда", "command"),
}
"""What a line of a receipt is, by its field."""
