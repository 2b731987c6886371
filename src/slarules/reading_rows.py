"""
The open questions in words: what each switch asks, its options, why the default is the default.

One row a switch, in the order of ``readings.py``; the first option is the default. A reading acts
in one of three kinds of place only, and the row says in which.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from slarules.errors import ReadingError
from slarules.record import Record
from slarules.terms import ClauseId, Text, Word

if TYPE_CHECKING:
    from collections.abc import Mapping


class ActsOn(Word):
    """The kind of place a reading acts in."""

    MOMENT = "moment"
    """Which day or instant."""
    EVENT = "event"
    """Which event counts."""
    STATE = "state"
    """Which state follows."""


class ReadingRow(Record):
    """One switch in words."""

    switch: str
    acts_on: ActsOn
    clauses: tuple[ClauseId, ...]
    question: Text
    options: Mapping[str, Text]
    """What each option says, by its id; the first is the default."""
    why: Text
    """Why the default is the default."""


class WarnedPair(Record, kw_only=False):
    """Two choices that do not sit well together, and why."""

    choices: tuple[str, str]
    why: Text


def _row(  # one row of the table
    switch: str,
    acts_on: ActsOn,
    *clauses: str,
    ask: tuple[str, str],
    why: tuple[str, str],
    **options: tuple[str, str],
) -> ReadingRow:
    return ReadingRow(
        switch=switch,
        acts_on=acts_on,
        clauses=tuple(map(ClauseId, clauses)),
        question=Text(*ask),
        options=MappingProxyType(
            {option.replace("_", "-"): Text(*words) for option, words in options.items()}
        ),
        why=Text(*why),
    )


MOMENT, EVENT, STATE = ActsOn

_ROWS: Final = (
    _row(
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
    _row(
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
    _row(
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
    _row(
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
            "по 3.2 время HelpDesk официально в любом часу",
            "3.2 makes the HelpDesk time official at any hour",
        ),
    ),
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
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
    _row(
        "reproduction-time",
        MOMENT,
        "3.2",
        "3.4",
        ask=(
            "В комментарии 15:00 сказано «воспроизведено в 11:20»: когда пошли часы?",
            'The comment of 15:00 says "reproduced at 11:20": when does the clock start?',
        ),
        stated_moment=("с названного момента", "at the moment it states"),
        comment_time=("со времени комментария", "at the comment's own time"),
        why=(
            "отметка дополнительна, это свидетельство о моменте; не назван — время комментария",
            "the mark is additional, evidence of the moment; with none stated, the comment's time",
        ),
    ),
    _row(
        "reproduced-again",
        EVENT,
        "3.4",
        "4.10",
        ask=(
            "Воспроизведено дважды или снова после открытия?",
            "Reproduced twice, or again after reopening?",
        ),
        first=("часы идут с первого раза", "the clock runs from the first time"),
        latest=("часы идут с последнего раза", "the clock runs from the latest time"),
        why=(
            "часы идут с воспроизведения; второе ничего не начинает",
            "the clock counts from the reproduction; a second one starts nothing",
        ),
    ),
    _row(
        "resolution-pause",
        MOMENT,
        "3.4",
        "4.10",
        "4.11",
        ask=(
            "Стоят ли часы решения, пока Заказчик не отвечает на запрос?",
            "Does the resolution clock stand still while the Customer owes information?",
        ),
        runs_on=("часы идут", "the clock runs on"),
        pauses=("часы стоят", "the clock stands still"),
        why=(
            "о паузе в тексте ничего нет; ожидание показано рядом",
            "the text names no pause; the waiting time is shown beside it",
        ),
    ),
    _row(
        "resolved-when",
        EVENT,
        "3.2",
        "4.4",
        "4.11",
        ask=(
            "Когда инцидент C решён? (договор не говорит)",
            "When is a C incident resolved? (no clause says)",
        ),
        recorded_by_executor=(
            "когда Исполнитель записал его решённым",
            "when the Executor records it as resolved",
        ),
        fix_delivered=("когда передано исправление", "when the fix is delivered"),
        confirmed_by_customer=("когда подтвердил Заказчик", "when the Customer confirms"),
        why=(
            "официальный след один — запись в HelpDesk; признака «решено» договор не даёт",
            "the only official trace is the HelpDesk record; the contract gives no criterion",
        ),
    ),
    _row(
        "level-four-consent",
        STATE,
        "4.9",
        "4.12",
        ask=(
            "Может ли Исполнитель один перевести C4 в A или D?",
            "May the Executor alone move C4 to A or D?",
        ),
        consent_required=("нужно согласие Заказчика", "the Customer's consent is needed"),
        level_agreed_then_alone=(
            "если уровень 4 согласован, перевод согласия не требует",
            "once level 4 is agreed, the move needs no further consent",
        ),
        executor_alone=("может один", "it may, alone"),
        why=(
            "4.9 говорит, кто и куда переводит, 4.12 — при каком условии; обе что-то значат",
            "4.9 says who moves it and where, 4.12 on what condition; both keep a meaning",
        ),
    ),
    _row(
        "severity-gap",
        STATE,
        "4.6",
        "4.7",
        "4.8",
        ask=(
            (
                "Серьёзно, обойти можно, но большинство работать не может; или мелочь, а обойти "
                "нельзя: какой уровень?"
            ),
            (
                "Serious with a workaround while most cannot work, or minor with no workaround: "
                "which level?"
            ),
        ),
        no_level_fits=("ни один уровень не подходит", "no level fits"),
        higher=("более серьёзный", "the more serious one"),
        lower=("менее серьёзный", "the less serious one"),
        why=(
            "пробел оставили сами определения, и заполнять его не нам",
            "the definitions leave the gap, and it is not ours to fill",
        ),
    ),
    _row(
        "edition-of-incident",
        EVENT,
        "0.1",
        "4.12",
        ask=(
            "Соглашение изменили, пока инцидент был открыт: по какой редакции судить?",
            "The agreement was amended while the incident was open: which edition judges it?",
        ),
        registration=("по редакции на день регистрации", "that of the registration"),
        each_event=("каждое событие — по редакции его дня", "each event by that of its own day"),
        why=(
            "изменение действует вперёд, если стороны не решили иначе",
            "a change operates forward unless the parties say otherwise",
        ),
    ),
    _row(
        "short-days",
        MOMENT,
        "1.1",
        ask=(
            "Накануне праздника день кончается на час раньше?",
            "On the eve of a public holiday, does the day end an hour early?",
        ),
        full_day=("нет, день полный", "no, the day is full"),
        one_hour_shorter=("да, на час короче", "yes, it is an hour shorter"),
        why=(
            "1.1 называет часы без исключений; ст. 95 ТК РФ обязывает работодателя, не Заказчика",
            (
                "1.1 names its hours without exception; Labour Code art. 95 binds the employer, "
                "not the Customer"
            ),
        ),
    ),
    _row(
        "decree-days",
        MOMENT,
        "1.1",
        ask=(
            "Дни, объявленные нерабочими Президентом в 2020 и 2021 годах, — рабочие дни?",
            "Are the days the President declared non-working in 2020 and 2021 business days?",
        ),
        business_days=("это рабочие дни", "they are business days"),
        non_business_days=("это нерабочие дни", "they are days off"),
        why=(
            (
                "это не выходные и не праздники; о санитарных днях так сказал Верховный Суд "
                "(21.04.2020 и на 2021 год), о 24 июня и 1 июля 2020 года указаний не найдено"
            ),
            (
                "they are neither weekends nor public holidays; the Supreme Court says so of the "
                "sanitary days (21.04.2020, and for 2021), and of 24 June and 1 July 2020 no "
                "authority was found"
            ),
        ),
    ),
)

READING_ROWS: Final[Mapping[str, ReadingRow]] = MappingProxyType({row.switch: row for row in _ROWS})
"""Every switch in words by its id, in the order of ``readings.SWITCHES``."""

WARNED_ROWS: Final = (
    WarnedPair(
        ("level-four-consent=executor-alone", "reaction-after-leaving=falls-away"),
        Text(
            "должник сам прекращает свою обязанность",
            "the debtor ends its own duty",
        ),
    ),
    WarnedPair(
        ("outage-registration=on-acceptance", "outage-reaction=when-entered"),
        Text(
            "при долгом сбое нарушение неизбежно",
            "a long outage makes a breach certain",
        ),
    ),
    WarnedPair(
        ("reaction-on-entering=registration", "reaction-after-leaving=falls-away"),
        Text(
            "это два разных взгляда на то, какая категория решает",
            "these are two theories of which category governs",
        ),
    ),
    WarnedPair(
        ("before-opening=same-day", "silence-end=closing-time"),
        Text(
            "HelpDesk открыт в 03:00 для одной стороны и закрыт в 20:00 для другой",
            "HelpDesk is open at 03:00 for one party and shut at 20:00 for the other",
        ),
    ),
)
"""The combinations of ``readings.WARNED``, in their order, with the reason against each."""


def reading_row(switch: str, /) -> ReadingRow:
    """
    Return a switch in words.

    Raises:
        ReadingError: There is no such switch.
    """
    try:
        return READING_ROWS[switch]
    except KeyError:
        raise ReadingError(switch, tuple(READING_ROWS)) from None


def choice_words(choice: str, /) -> Text:
    """
    Return what a choice written ``switch=option`` says.

    Raises:
        ReadingError: There is no such switch, or it has no such option.
    """
    switch, _, option = choice.partition("=")
    try:
        return READING_ROWS[switch].options[option]
    except KeyError:
        raise ReadingError(choice, tuple(READING_ROWS)) from None
