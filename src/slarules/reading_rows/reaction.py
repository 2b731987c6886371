"""Readings of when a reaction is due and what is one (3.3, 4.3)."""

from __future__ import annotations

from typing import Final

from slarules.reading_rows.row import EVENT, MOMENT, STATE, row

REACTION_READINGS: Final = (
    row(
        "cutoff-instant",
        MOMENT,
        "4.3",
        ask=(
            "Инцидент зарегистрирован ровно в час отсечки, в 12:00:00?",
            "Registered exactly at the cut-off, at 12:00:00?",
        ),
        next_day=(
            "сама отсечка — уже не «до» неё: действует следующий рабочий день",
            "the cut-off itself is no longer before it: the next business day holds",
        ),
        same_day=(
            "сама отсечка ещё относится к тому же рабочему дню",
            "the cut-off itself still belongs to the same business day",
        ),
        why=(
            "«до 12» не включает самих 12:00",
            '"before 12" leaves out 12:00 itself',
        ),
    ),
    row(
        "reaction-day-end",
        MOMENT,
        "4.3",
        "1.1",
        ask=(
            "Когда для срока реакции кончается рабочий день?",
            "When does a business day end, as a deadline for the reaction?",
        ),
        closing_time=(
            "день кончается вместе с работой службы",
            "the day ends when the desk closes",
        ),
        midnight=("день кончается в 24:00", "the day ends at 24:00"),
        why=(
            (
                "4.3 даёт рабочий день, 1.1 говорит, когда он кончается у службы; так же абз. 2 "
                "п. 1 ст. 194 ГК РФ"
            ),
            (
                "4.3 gives a working day and 1.1 says when the desk's ends; Civil Code art. 194(1) "
                "(second paragraph) agrees"
            ),
        ),
    ),
    row(
        "registered-on-day-off",
        MOMENT,
        "4.3",
        ask=("Инцидент зарегистрирован в нерабочий день?", "Registered on a day off?"),
        next_business_day=(
            "действует ближайший рабочий день, в каком бы часу ни была запись",
            "the next business day holds, whatever the hour",
        ),
        as_if_next_opening=(
            "инцидент считается зарегистрированным с открытием ближайшего рабочего дня",
            "the incident counts as registered when the next business day opens",
        ),
        why=(
            "сейчас оба ответа дают один день; они разойдутся, если отсечка раньше открытия",
            "both give the same day now; they part where the cut-off is before the opening",
        ),
    ),
    row(
        "before-opening",
        MOMENT,
        "4.3",
        "1.1",
        ask=(
            "Инцидент зарегистрирован в рабочий день до открытия, например в 03:00?",
            "Registered on a business day before the desk opens, say at 03:00?",
        ),
        same_day=(
            "час записи берётся как есть",
            "the hour of the record is taken as it is",
        ),
        as_at_opening=(
            "инцидент считается зарегистрированным с открытием службы",
            "the incident counts as registered when the desk opens",
        ),
        why=(
            (
                "по 3.2 время HelpDesk официально в любом часу; сейчас оба ответа дают один день, "
                "они разойдутся, если отсечка раньше открытия"
            ),
            (
                "3.2 makes the HelpDesk time official at any hour; both give the same day now, "
                "they part where the cut-off is before the opening"
            ),
        ),
    ),
    row(
        "reaction-record-kind",
        EVENT,
        "3.3",
        ask=(
            "Какая запись сотрудников Исполнителя есть реакция?",
            "Which entry by the Executor's staff is a reaction?",
        ),
        any_record_by_staff=(
            "любая: комментарий, статус, назначение, категория",
            "any: a comment, a status, an assignment, a category",
        ),
        comment_only=("только комментарий", "a comment only"),
        why=("3.3 называет запись или комментарий", "3.3 names a record or a comment"),
    ),
    row(
        "reaction-by-automation",
        EVENT,
        "3.3",
        ask=(
            "Засчитывается ли автоматическое подтверждение как реакция?",
            "Does an automatic acknowledgement count as a reaction?",
        ),
        does_not_count=("не засчитывается", "it does not count"),
        counts=("засчитывается", "it counts"),
        why=(
            "по 3.5 извещает система, а 3.3 ждёт действия Исполнителя",
            "3.5 makes notices an act of the system; 3.3 wants an act of the Executor",
        ),
    ),
    row(
        "internal-note",
        EVENT,
        "3.2",
        "3.3",
        ask=(
            "Засчитывается ли запись, которой Заказчик не видит?",
            "Does an entry count that the Customer cannot see?",
        ),
        does_not_count=("скрытая запись не засчитывается", "a hidden entry does not count"),
        counts=("скрытая запись засчитывается", "a hidden entry counts"),
        why=(
            "реакция — это общение; по 3.5 о каждом действии узнают все участники",
            "a reaction is communication; 3.5 tells every participant of every action",
        ),
    ),
    row(
        "reaction-by-reproduction-mark",
        EVENT,
        "3.3",
        "3.4",
        ask=(
            "Если раньше ничего не было, отметка о воспроизведении — это первая реакция?",
            "If nothing came before it, is the mark of reproduction the first reaction?",
        ),
        counts=("отметка засчитывается", "the mark counts"),
        does_not_count=("отметка не засчитывается", "the mark does not count"),
        why=(
            "это комментарий Исполнителя в инциденте",
            "it is the Executor's comment in the incident",
        ),
    ),
    row(
        "reaction-on-entering",
        MOMENT,
        "4.3",
        "4.12",
        ask=(
            "Инцидент другой категории позже стал B или C: от чего считать срок реакции?",
            (
                "An incident of another category becomes B or C later: from when does its reaction "
                "count?"
            ),
        ),
        reclassification=("от смены категории", "from the change of category"),
        registration=("от регистрации", "from registration"),
        why=(
            (
                "обязанность есть только в B и C и не может опоздать раньше, чем возникла; прежний "
                "комментарий Исполнителя засчитывается в обоих случаях"
            ),
            (
                "the duty exists only in B and C, so it cannot be late before it exists; an "
                "earlier comment of the Executor counts in either"
            ),
        ),
    ),
    row(
        "reaction-after-leaving",
        STATE,
        "4.3",
        "4.9",
        ask=(
            "Инцидент ушёл из B и C до срока реакции: она ещё нужна?",
            "An incident leaves B and C before its reaction was due: is it still owed?",
        ),
        falls_away=("обязанность отпадает", "the duty falls away"),
        stays_owed=("обязанность остаётся", "the duty stays"),
        why=(
            (
                "4.3 связывает инциденты B и C; просроченное до ухода остаётся нарушением в обоих "
                "случаях"
            ),
            (
                "4.3 binds incidents of B and C; what was overdue before leaving stays a breach in "
                "either"
            ),
        ),
    ),
    row(
        "due-instant",
        MOMENT,
        "4.3",
        "4.4",
        "4.11",
        ask=("Сделано ровно в последний миг срока?", "Done exactly at the due instant?"),
        in_time=("последний миг — ещё в срок", "the due instant is in time"),
        late=("последний миг — уже опоздание", "the due instant is late"),
        why=(
            "срок включает миг, которым кончается; 12:00 в 4.3 — условие записи, а не срок",
            (
                "a term includes the instant it ends; 12:00 in 4.3 is a condition of registration, "
                "not a term"
            ),
        ),
    ),
)
