"""
Printed words: what a member of a closed set is called in Russian and in English.

A row is found by the name of the set and the permanent id of the member, so that a set of any
layer has its words here and none has to be imported. A test demands a row for every member of
every set, except those that are only ever written as ids.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from slarules.cldr import PLURALS
from slarules.errors import UnknownWordError, UnprintedWordError
from slarules.russia_rows import HOLIDAY_NAMES
from slarules.terms import Language, Word

if TYPE_CHECKING:
    from collections.abc import Mapping


class Unit(Word):
    """What is counted."""

    BUSINESS_DAY = "business-day"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"


_LANGUAGES: Final = (Language.RU, Language.EN)
"""The columns of a row."""

# fmt: off
WORDS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = MappingProxyType({
    "Language": {
        "ru": ("русский", "Russian"),
        "en": ("английский", "English"),
    },
    "Category": {
        "A": ("ошибки окружения", "environment errors"),
        "B": ("ошибки внешнего ПО в составе ПП", "errors of external software in the product"),
        "C": ("ошибки самого ПП", "the product's own errors"),
        "D": ("вопросы настройки, администрирования и использования ПП",
              "questions on setting up, administering and using the product"),
        "E": ("запросы новой функциональности", "requests for more functionality"),
    },
    "Severity": {
        "1": ("критическая ошибка", "critical error"),
        "2": ("серьёзная ошибка", "serious error"),
        "3": ("незначительная ошибка", "minor error"),
        "4": ("не ошибка ПП", "not an error of the product"),
    },
    "ClauseKind": {
        "rule": ("правило", "rule"),
        "definition": ("определение", "definition"),
        "duty": ("обязанность", "duty"),
        "statement": ("утверждение", "statement"),
    },
    "Nature": {
        "duty-by": ("исполнить не позднее срока", "owed by the moment"),
        "duty-from": ("обязанность возникает в этот момент", "owed from the moment"),
        "effect-at": ("наступает само в этот момент", "takes effect at the moment"),
        "clock": ("отсчёт идёт, длина не установлена", "runs from the moment, no length stated"),
    },
    "Outcome": {
        "met": ("исполнено", "met"),
        "missed": ("нарушено", "missed"),
        "pending": ("срок ещё не истёк", "pending"),
        "not-started": ("срок ещё не начался", "not started"),
        "until-event": ("до наступления события", "until an event"),
        "not-stated": ("договором не установлено", "not stated by the contract"),
        "not-applicable": ("неприменимо", "not applicable"),
        "cannot-tell": ("недостаточно данных", "cannot tell"),
    },
    "Obligation": {
        "support": ("оказание поддержки", "support"),
        "reaction": ("реакция", "reaction"),
        "resolution": ("решение", "resolution"),
        "resolution-clock": ("отсчёт времени решения", "resolution clock"),
        "replacement-search": ("поиск замены внешнего ПО", "search for a replacement"),
        "automatic-closing": ("автоматическое закрытие", "automatic closing"),
        "recommendation": ("рекомендация", "recommendation"),
        "recording": ("фиксация пожелания", "recording of a wish"),
        "redefinition": ("перевод в категорию A или D", "redefinition as A or D"),
    },
    "NumberUnit": {
        "hour-of-day": ("час суток", "hour of the day"),
        "business-day": ("рабочий день", "business day"),
        "account": ("учётная запись", "account"),
        "category": ("категория", "category"),
        "level": ("уровень важности", "level of severity"),
        "route": ("порядок доработки", "route of a request"),
        "phone-number": ("телефонный номер", "telephone number"),
    },
    "ActsOn": {
        "moment": ("какой день или миг", "which day or instant"),
        "event": ("какое событие идёт в счёт", "which event counts"),
        "state": ("какое состояние наступает", "which state follows"),
    },
    "Hour": {
        "closing": ("конец времени работы службы", "closing time"),
        "end-of-day": ("конец дня, 24:00", "end of the day, 24:00"),
    },
    "DayKind": {
        "business-day": ("рабочий день", "business day"),
        "weekend": ("выходной день", "weekend day"),
        "holiday": ("нерабочий праздничный день", "public holiday"),
        "moved-day-off": ("выходной день, перенесённый Правительством",
                          "day off moved by the Government"),
        "carried-over": ("выходной день, перенесённый с праздничного по закону",
                         "day off carried over from a holiday by law"),
        "worked-weekend": ("рабочая суббота или воскресенье", "worked Saturday or Sunday"),
        "presidential": ("нерабочий день по указу Президента",
                         "day declared non-working by the President"),
        "agreed": ("день, согласованный сторонами", "day agreed by the parties"),
    },
    "Part": {
        "counted": ("день в счёте", "day that is counted"),
        "open": ("рабочий день вне счёта", "business day outside the count"),
        "off": ("нерабочий день", "day off"),
        "left-out": ("день, в который счёт стоит", "day on which the count stands still"),
    },
    "Sign": {
        "event": ("событие", "event"),
        "cutoff": ("час, до которого срок — тот же рабочий день",
                   "hour before which it is due the same business day"),
        "competing": ("другой возможный момент", "another moment in question"),
        "due": ("вычисленный момент", "moment computed"),
    },
    "Shape": {
        "plain": ("рабочий день", "business day"),
        "weekend": ("суббота или воскресенье", "Saturday or Sunday"),
        "holiday": ("нерабочий праздничный день", "public holiday"),
        "moved": ("перенесённый выходной", "day off moved there"),
        "worked": ("рабочая суббота или воскресенье", "worked Saturday or Sunday"),
        "agreed": ("день, согласованный сторонами", "day agreed by the parties"),
        "declared": ("объявлен нерабочим указом Президента, но в счёте рабочий (decree-days)",
                     "declared non-working, yet a business day of the count (decree-days)"),
        "declared-off": ("нерабочий день по указу Президента",
                         "day off by decree of the President"),
    },
    "DayStatus": {
        "decreed": ("дни отдыха этого года утверждены", "the year's days off are decreed"),
        "projected": ("только по закону, переносы ещё не утверждены",
                      "by the standing law alone, transfers are not decreed yet"),
    },
    "Unit": {
        "business-day": ("рабочий день", "business day"),
        "day": ("день", "day"),
        "hour": ("час", "hour"),
        "minute": ("минута", "minute"),
        "second": ("секунда", "second"),
    },
    "Maker": {
        "customer": ("Заказчик", "the Customer"),
        "executor": ("Исполнитель", "the Executor"),
        "third-party": ("третье лицо", "a third party"),
        "unknown": ("неизвестно кто", "unknown"),
    },
    "Made": {
        "by-person": ("человеком", "by a person"),
        "automatically": ("автоматически", "automatically"),
        "unknown": ("неизвестно как", "unknown"),
    },
    "Party": {
        "executor": ("Исполнитель", "the Executor"),
        "customer": ("Заказчик", "the Customer"),
        "third-party": ("владелец внешнего ПО", "the owner of the external software"),
    },
    "Place": {
        "executor-bench": ("стенд Исполнителя", "the Executor's bench"),
        "customer-bench": ("стенд Заказчика", "the Customer's bench"),
        "customer-system": ("рабочая система Заказчика", "the Customer's live system"),
    },
    "Access": {
        "remote": ("удалённый доступ", "remote access"),
        "on-site": ("доступ на месте", "access on site"),
        "none": ("без доступа", "no access"),
    },
    "Route": {
        "plan": ("план развития ПП", "the product's own plan"),
        "specific": ("дополнительное соглашение", "a supplementary agreement"),
    },
    "Closing": {
        "automatically": ("закрыт автоматически", "closed automatically"),
        "by-executor": ("закрыт Исполнителем", "closed by the Executor"),
        "by-customer": ("закрыт Заказчиком", "closed by the Customer"),
    },
    "Visibility": {
        "visible": ("видно Заказчику", "visible to the Customer"),
        "internal": ("скрыто от Заказчика", "hidden from the Customer"),
    },
    "Channel": {
        "web": ("веб-интерфейс HelpDesk", "HelpDesk web interface"),
        "hotline": ("горячая линия", "hotline"),
        "phone": ("телефон, но не горячая линия", "telephone other than the hotline"),
        "personal-email": ("личная электронная почта", "personal e-mail"),
        "support-mailbox": ("общий адрес службы поддержки", "address of the support service"),
        "other": ("иной путь", "another channel"),
    },
    "Seen": {
        "visible": ("видно Заказчику", "visible to the Customer"),
        "internal": ("скрыто от Заказчика", "hidden from the Customer"),
        "unknown": ("видимость неизвестна", "unknown"),
    },
    "Exclusion": {
        "no-registration": ("нет записи о регистрации", "no registration"),
        "two-registrations": ("две регистрации", "two registrations"),
        "event-before-registration": ("запись раньше регистрации",
                                      "an event before the registration"),
        "registered-after-as-of": ("зарегистрирован позже момента отчёта",
                                   "registered after the moment of the report"),
        "unreadable-row": ("строка не читается", "a row that cannot be read"),
        "out-of-calendar": ("вне календаря", "outside the calendar"),
        "no-category-of-change": ("смена категории, но не сказано на какую",
                                  "a change of category that does not say to which"),
        "no-level-of-agreement": ("согласие с уровнем, но не сказано с каким",
                                  "an agreement to a level that does not say to which"),
        "no-route": ("пожелание направлено, но не сказано куда",
                     "a wish put on a route that is not named"),
        "no-day-of-replacement": ("замена согласована, но не сказано к какому дню",
                                  "a replacement agreed for no day"),
        "later-than-entry": ("строка говорит о том, что было позже неё",
                             "a row tells of a moment after its own"),
        "level-outside-c": ("уровень указан не для категории C",
                            "a level outside category C"),
    },
    "Reason": {
        "reacted-in-time": ("реакция в срок", "reaction in time"),
        "reacted-late": ("реакция позже срока", "reaction late"),
        "no-reaction": ("реакции нет, срок истёк", "no reaction, overdue"),
        "not-due-yet": ("реакции нет, срок не истёк", "no reaction, not due yet"),
        "maker-unknown": ("неизвестно, чья запись сделана в срок",
                          "unknown whose record was made in time"),
        "no-period": ("для категории срок не установлен", "no period for the category"),
        "withdrawn": ("отозван до истечения срока", "withdrawn before it was due"),
        "not-registered": ("официально не зарегистрирован", "not officially registered"),
        "unserved": ("при регистрации поддержка не действовала",
                     "support was not in force at registration"),
        "support-lost": ("поддержка кончилась раньше срока", "support ended before it was due"),
    },
    "RowDefect": {
        "broken-row": ("строка повреждена", "broken row"),
        "nul-byte": ("нулевой байт", "NUL byte"),
        "empty-cell": ("пустая ячейка", "empty cell"),
        "unreadable-time": ("время не читается", "unreadable time"),
        "impossible-hour": ("такого часа не было или он был дважды",
                            "hour skipped or shown twice by the clock"),
        "unknown-category": ("неизвестная категория", "unknown category"),
        "unknown-level": ("неизвестный уровень", "unknown level"),
        "unknown-route": ("неизвестный путь", "unknown route"),
        "unreadable-date": ("дата не читается", "unreadable date"),
        "unexplained-activity": ("действие не описано", "unexplained activity"),
    },
    "RecordKind": {
        "comment": ("комментарий", "comment"),
        "record": ("запись", "record"),
        "reproduction-mark": ("отметка о воспроизведении", "mark of reproduction"),
        "none": ("ни запись, ни комментарий", "neither record nor comment"),
    },
    "Citing": {
        "rule": ("правила", "rules"),
        "finding": ("замечания", "findings"),
        "reminder": ("напоминания", "reminders"),
        "reading": ("толкования", "readings"),
        "answer": ("ответы", "answers"),
        "figure": ("числа", "figures"),
        "obligation": ("обязательства", "obligations"),
        "event": ("события", "events"),
        "refusal": ("отказы", "refusals"),
    },
    "Lack": {
        "rule": ("ни одного правила", "no rule"),
        "check": ("ни проверки, ни напоминания", "neither a finding nor a reminder"),
        "reason": ("нет причины, почему ничего не вычислить",
                   "no reason why nothing is computed"),
    },
    "State": {
        "open": ("открыт", "open"),
        "resolved": ("решён", "resolved"),
        "closed": ("закрыт", "closed"),
        "withdrawn": ("отозван", "withdrawn"),
    },
    "Move": {
        "none": ("молчания не было, или оно ещё идёт", "there was no silence, or it still lasts"),
        "answered": ("молчание прервал ответ", "an answer broke the silence"),
        "closed": ("молчание закрыло инцидент", "the silence closed the incident"),
        "ended": ("молчание кончилось вместе с инцидентом или запросом",
                  "the silence ended with the incident or the request"),
    },
    "Comparison": {
        "same": ("без отличий", "same"),
        "changed": ("изменён", "changed"),
        "moved": ("переставлен", "moved"),
        "missing": ("отсутствует", "missing"),
        "new": ("новый", "new"),
    },
    "Mark": {
        "kept": ("на месте", "kept"),
        "new": ("новое", "new"),
        "moved": ("стояло в другом месте", "moved"),
        "gone": ("пропало", "gone"),
    },
    "Differing": {
        "value": ("другое число", "another number"),
        "unit": ("другая единица", "another unit"),
        "gone": ("числа нет", "no number"),
        "added": ("лишнее число", "an extra number"),
    },
    "FindingKind": {
        "breach": ("нарушение", "breach"),
        "without-effect": ("действие без последствий", "act without effect"),
    },
    "Standing": {
        "unclassified": ("без категории", "no category"),
        "A": ("категория A", "category A"),
        "B": ("категория B", "category B"),
        "C": ("категория C без уровня", "category C, no level"),
        "C1": ("категория C, уровень 1", "category C, level 1"),
        "C2": ("категория C, уровень 2", "category C, level 2"),
        "C3": ("категория C, уровень 3", "category C, level 3"),
        "C4": ("категория C, уровень 4", "category C, level 4"),
        "D": ("категория D", "category D"),
        "E": ("категория E", "category E"),
    },
    "Consent": {
        "both-parties": ("согласие обеих сторон", "agreement of both parties"),
        "customer": ("согласие Заказчика", "the Customer's agreement"),
        "customer-to-level-four": ("согласие Заказчика с уровнем 4",
                                   "the Customer's agreement to level 4"),
        "nobody": ("согласие не нужно", "no agreement needed"),
    },
    "Fact": {
        "matter": ("с чем обратились", "what is brought"),
        "domain": ("чего это касается", "what it concerns"),
        "documents": ("что говорят документы", "what the documents say"),
        "base_module": ("исправен ли базовый модуль", "whether a base module fails"),
        "data": ("целы ли данные", "whether data are damaged"),
        "recorded": ("стоит ли инцидент в C", "whether the incident stands in C"),
        "effect": ("насколько это мешает", "how far it hinders"),
        "users": ("кто может работать", "who can work"),
        "workaround": ("есть ли обход", "whether there is a workaround"),
    },
    "Matter": {
        "problem": ("проблема", "a problem"),
        "question": ("вопрос", "a question"),
        "wish": ("пожелание", "a wish"),
        "unknown": ("неизвестно, с чем обратились", "what is brought is unknown"),
    },
    "Domain": {
        "environment": ("окружение", "the environment"),
        "external-software": ("внешнее ПО в составе ПП", "external software in the product"),
        "product": ("сам ПП", "the product itself"),
        "use": ("использование ПП", "the use of the product"),
        "unknown": ("неизвестно, чего касается", "what it concerns is unknown"),
    },
    "Documents": {
        "departs-from-both": ("расходится с документацией и с руководством",
                              "departs from the documentation and from the manual"),
        "departs-from-one": ("расходится с документацией или с руководством",
                             "departs from the documentation or from the manual"),
        "as-described": ("ведёт себя, как описано", "does what is described"),
        "not-described": ("не описано нигде", "is described nowhere"),
        "unknown": ("неизвестно, как описано", "how it is described is unknown"),
    },
    "BaseModule": {
        "fails": ("базовый модуль сбоит из-за ПП", "a base module fails because of the product"),
        "sound": ("базовые модули исправны", "the base modules are sound"),
        "unknown": ("неизвестно, исправны ли базовые модули",
                    "whether the base modules are sound is unknown"),
    },
    "Data": {
        "damaged": ("ПП повредил данные", "the product damaged data"),
        "sound": ("данные целы", "the data are sound"),
        "unknown": ("неизвестно, целы ли данные", "whether the data are sound is unknown"),
    },
    "Recorded": {
        "in-c": ("стоит в C", "stands in C"),
        "not-in-c": ("не стоит в C", "does not stand in C"),
        "unknown": ("неизвестно, стоит ли в C", "whether it stands in C is unknown"),
    },
    "Effect": {
        "everything-down": ("не работает ничего", "nothing works"),
        "main-use-lost": ("не работает главное", "the main use is lost"),
        "serious": ("мешает серьёзно", "it hinders seriously"),
        "minor": ("мешает мало", "it hinders little"),
        "unknown": ("неизвестно, насколько мешает", "how far it hinders is unknown"),
    },
    "Users": {
        "nobody": ("не может работать никто", "nobody can work"),
        "few": ("могут работать немногие", "few can work"),
        "most": ("может работать большинство", "most can work"),
        "unknown": ("неизвестно, кто может работать", "who can work is unknown"),
    },
    "Workaround": {
        "none": ("обхода нет", "there is no workaround"),
        "exists": ("обход есть", "there is a workaround"),
        "unknown": ("неизвестно, есть ли обход", "whether there is a workaround is unknown"),
    },
})
"""The words of a member by the name of its set and its id: Russian, English."""

EVENT_WORDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType({
    "registered": ("инцидент зарегистрирован", "incident registered"),
    "commented": ("комментарий", "comment"),
    "status-changed": ("статус изменён", "status changed"),
    "assigned": ("назначен ответственный", "assigned"),
    "information-requested": ("запрошено уточнение", "information requested"),
    "information-provided": ("уточнение получено", "information provided"),
    "request-withdrawn": ("запрос уточнения отозван", "request for information withdrawn"),
    "reproduced": ("проблема воспроизведена", "problem reproduced"),
    "work-started": ("работы начаты", "work started"),
    "reclassification-proposed": ("предложено изменить классификацию",
                                  "reclassification proposed"),
    "reclassification-agreed": ("изменение классификации согласовано",
                                "reclassification agreed"),
    "reclassification-refused": ("в изменении классификации отказано",
                                 "reclassification refused"),
    "reclassified": ("классификация изменена", "reclassified"),
    "level-agreed": ("уровень важности согласован", "severity level agreed"),
    "recommendation-given": ("дана рекомендация", "recommendation given"),
    "routed": ("порядок доработки выбран", "route of the request chosen"),
    "workaround-provided": ("дан обходной путь", "workaround provided"),
    "workaround-failed": ("обходной путь перестал работать", "workaround failed"),
    "third-party-fixed": ("исправлено владельцем внешнего ПО", "fixed by the third party"),
    "impossibility-stated": ("заявлено, что решить в срок нельзя",
                             "impossibility stated"),
    "replacement-search-started": ("начат поиск замены", "search for a replacement started"),
    "replacement-agreed": ("срок замены согласован", "time of the replacement agreed"),
    "replacement-done": ("замена выполнена", "replacement done"),
    "fix-delivered": ("исправление передано", "fix delivered"),
    "resolved": ("инцидент решён", "incident resolved"),
    "confirmed": ("решение подтверждено", "resolution confirmed"),
    "closed": ("инцидент закрыт", "incident closed"),
    "reopened": ("инцидент открыт снова", "incident reopened"),
    "withdrawn": ("инцидент отозван", "incident withdrawn"),
    "update-delivered": ("обновление передано", "update delivered"),
    "notified": ("участники уведомлены", "participants notified"),
    "help-desk-down": ("HelpDesk не работает", "HelpDesk down"),
    "help-desk-restored": ("HelpDesk снова работает", "HelpDesk restored"),
    "restoration-announced": ("о восстановлении HelpDesk сообщено",
                              "restoration of HelpDesk announced"),
    "accounts-issued": ("выданы учётные записи", "accounts issued"),
    "support-signed": ("договор поддержки подписан", "support contract signed"),
    "support-paid": ("поддержка оплачена", "support paid for"),
    "support-renewed": ("поддержка продлена", "support renewed"),
})
"""The words of each kind of event (``events.EVENTS``) by its id: Russian, English."""

UNITS: Final[Mapping[Unit, tuple[Mapping[str, str], Mapping[str, str]]]] = MappingProxyType({
    Unit.BUSINESS_DAY: (
        {"one": "рабочий день", "few": "рабочих дня", "many": "рабочих дней"},
        {"one": "business day", "other": "business days"},
    ),
    Unit.DAY: (
        {"one": "день", "few": "дня", "many": "дней"},
        {"one": "day", "other": "days"},
    ),
    Unit.HOUR: (
        {"one": "час", "few": "часа", "many": "часов"},
        {"one": "hour", "other": "hours"},
    ),
    Unit.MINUTE: (
        {"one": "минута", "few": "минуты", "many": "минут"},
        {"one": "minute", "other": "minutes"},
    ),
    Unit.SECOND: (
        {"one": "секунда", "few": "секунды", "many": "секунд"},
        {"one": "second", "other": "seconds"},
    ),
})
"""The forms of a unit after a whole number, by plural category: Russian, English."""
# fmt: on


def word(member: Word, language: Language, /) -> str:
    """
    Return what a member of a closed set is called, to stand inside a sentence.

    Raises:
        UnprintedWordError: The member is only ever written as its id.
    """
    try:
        row = WORDS[type(member).__name__][str(member.value)]
    except KeyError:
        raise UnprintedWordError(type(member).__name__, str(member.value)) from None
    return row[_LANGUAGES.index(language)]


def event_word(kind: str, language: Language, /) -> str:
    """
    Return what a kind of event is called, by its id ("help-desk-down").

    Raises:
        UnknownWordError: There is no such kind.
    """
    row = EVENT_WORDS.get(kind)
    if row is None:
        raise UnknownWordError("kind of event", kind, list(EVENT_WORDS))
    return row[_LANGUAGES.index(language)]


def holiday_name(name: str, language: Language, /) -> str:
    """
    Return the name of a Russian holiday by its id.

    A name that is no id is returned as it is: the holidays of other countries carry the name
    itself, not an id (``country.py``).
    """
    row = HOLIDAY_NAMES.get(name)
    return row[_LANGUAGES.index(language)] if row else name


def plural_category(number: int, language: Language, /) -> str:
    """
    Return the plural category of a whole number: "one", "few", "many" or "other".

    A negative number takes the category of its absolute value.

    Source: Unicode CLDR.
    """
    size = abs(number)
    # The last category of a language has no conditions, so one always fits.
    return next(
        category
        for category, alternatives in PLURALS[language.value]
        if any(
            all(
                ((size % modulus if modulus else size) in remainders) is wanted
                for modulus, remainders, wanted in conditions
            )
            for conditions in alternatives
        )
    )


def plural(number: int, unit: Unit, language: Language, /) -> str:
    """Return the form a unit has after a whole number, without the number: «рабочих дня»."""
    return UNITS[unit][_LANGUAGES.index(language)][plural_category(number, language)]


def counted(number: int, unit: Unit, language: Language, /) -> str:
    """Return a whole number with its unit: «3 рабочих дня»."""
    return f"{number} {plural(number, unit, language)}"
