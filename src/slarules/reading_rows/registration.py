"""Readings of registration (2.1, 3.1, 3.2) and of the term of support (2.3)."""

from __future__ import annotations

from typing import Final

from slarules.reading_rows.row import EVENT, MOMENT, STATE, row

REGISTRATION_READINGS: Final = (
    row(
        "hotline-registration",
        EVENT,
        "2.1",
        "3.1",
        "3.2",
        ask=(
            "Звонок на горячую линию при работающем HelpDesk: когда это регистрация?",
            "A call to the hotline while HelpDesk works: registered when?",
        ),
        when_the_record_is_made=("когда сделана запись", "when the record is made"),
        at_the_call=("в момент звонка", "at the call"),
        not_registered=("звонок ничего не регистрирует", "a call registers nothing"),
        why=(
            "по 2.1 сначала запись, по 3.2 время — её; not-registered — это 3.1 буквально",
            (
                "2.1 wants the record first and 3.2 takes its time; not-registered is 3.1 taken "
                "strictly"
            ),
        ),
    ),
    row(
        "outage-registration",
        EVENT,
        "3.1",
        "3.2",
        ask=(
            "Принято по телефону или почте, пока HelpDesk не работал: когда зарегистрировано?",
            "Taken by phone or e-mail while HelpDesk was down: registered when?",
        ),
        on_acceptance=("когда принято", "when it was taken"),
        on_entry=(
            "когда восстановленный HelpDesk получил запись",
            "when HelpDesk, back again, got the record",
        ),
        why=(
            (
                "3.1 признаёт такой приём и это особое правило; Заказчик не должен терять из-за "
                "сбоя у Исполнителя"
            ),
            (
                "3.1 makes such taking valid and is the special rule; the Customer should not lose "
                "by the Executor's outage"
            ),
        ),
    ),
    row(
        "outage-reaction",
        EVENT,
        "3.1",
        "3.2",
        "3.3",
        ask=(
            "Пока HelpDesk не работает, ответ по телефону или почте — реакция?",
            "While HelpDesk is down, is an answer by phone or e-mail a reaction?",
        ),
        counts_if_entered_after=(
            "да, когда ответили, если потом это внесено",
            "yes, when it was given, if entered afterwards",
        ),
        when_entered=("только когда внесено в HelpDesk", "only when entered in HelpDesk"),
        why=(
            (
                "что справедливо для регистрации в сбой, справедливо и для реакции; иначе при "
                "on-acceptance Исполнитель не может исполнить вовсе"
            ),
            (
                "what is fair for registration in an outage is fair for reaction; otherwise, with "
                "on-acceptance, the Executor cannot perform at all"
            ),
        ),
    ),
    row(
        "support-begins",
        STATE,
        "2.3",
        ask=("После чего открываются учётные записи?", "After what do the accounts open?"),
        signed_and_paid=(
            "после подписания и оплаты",
            "after both signature and payment",
        ),
        paid=("после оплаты", "after payment"),
        signed=("после подписания", "after signature"),
        why=(
            "фраза испорчена; оба слова должны что-то значить",
            "the phrase is corrupt; both words must be given a meaning",
        ),
    ),
    row(
        "entitlement-at",
        STATE,
        "2.3",
        ask=(
            "Поддержка была при регистрации, но кончилась до срока реакции: реакция ещё нужна?",
            (
                "Support was in force at registration but ended before the reaction was due: still "
                "owed?"
            ),
        ),
        throughout=(
            "нужна, только если поддержка действует и в срок",
            "owed only if support lasts through the due moment",
        ),
        registration=(
            "нужна: довольно поддержки в момент регистрации",
            "owed: support at registration is enough",
        ),
        why=(
            (
                "по 2.3 после срока поддержки нет, это допускает п. 3 ст. 425 ГК РФ; нарушенное до "
                "конца остаётся нарушением (п. 4)"
            ),
            (
                "after the term 2.3 gives no support, which Civil Code art. 425(3) allows; a "
                "breach before the end remains (425(4))"
            ),
        ),
    ),
    row(
        "term-last-day",
        MOMENT,
        "2.3",
        ask=(
            "В какой миг кончается срок поддержки?",
            "At what instant does the term of support end?",
        ),
        end_of_last_day=("в 24:00 последнего дня", "at 24:00 of its last day"),
        closing_time=(
            "с концом работы службы в последний день",
            "when the desk closes on its last day",
        ),
        why=(
            (
                "HelpDesk принимает записи в любом часу; срок годами кончается последним днём "
                "(ст. 192 и п. 1 ст. 194 ГК РФ)"
            ),
            (
                "HelpDesk takes entries at any hour; a term in years ends with its last day (Civil "
                "Code art. 192, 194(1))"
            ),
        ),
    ),
)
