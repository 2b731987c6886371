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
from slarules.errors import UnprintedWordError
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
    "EventKind": {
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
        "helpdesk-down": ("HelpDesk не работает", "HelpDesk down"),
        "helpdesk-restored": ("HelpDesk снова работает", "HelpDesk restored"),
        "restoration-announced": ("о восстановлении HelpDesk сообщено",
                                  "restoration of HelpDesk announced"),
        "ignored": ("без последствий", "no effect"),
    },
    "Maker": {
        "customer": ("Заказчик", "the Customer"),
        "executor": ("Исполнитель", "the Executor"),
        "third-party": ("третье лицо", "a third party"),
        "unknown": ("неизвестно кто", "unknown"),
    },
    "Making": {
        "by-person": ("человеком", "by a person"),
        "automatically": ("автоматически", "automatically"),
        "unknown": ("неизвестно как", "unknown"),
    },
    "Visibility": {
        "visible": ("видно Заказчику", "visible to the Customer"),
        "hidden": ("скрыто от Заказчика", "hidden from the Customer"),
        "unknown": ("видимость неизвестна", "unknown"),
    },
    "Channel": {
        "web": ("веб-интерфейс HelpDesk", "HelpDesk web interface"),
        "hotline": ("горячая линия", "hotline"),
        "e-mail": ("электронная почта", "e-mail"),
        "unknown": ("неизвестным путём", "unknown"),
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
    },
    "Reason": {
        "reacted-in-time": ("реакция в срок", "reaction in time"),
        "reacted-late": ("реакция позже срока", "reaction late"),
        "no-reaction": ("реакции нет, срок истёк", "no reaction, overdue"),
        "not-due-yet": ("реакции нет, срок не истёк", "no reaction, not due yet"),
        "maker-unknown": ("неизвестно, чья запись сделана в срок",
                          "unknown whose record was made in time"),
        "category-changed": ("категория менялась до реакции",
                             "the category changed before the reaction"),
        "no-period": ("для категории срок не установлен", "no period for the category"),
        "withdrawn": ("отозван до истечения срока", "withdrawn before it was due"),
    },
    "RecordStanding": {
        "counts": ("реакция", "a reaction"),
        "does-not-count": ("не реакция", "no reaction"),
        "unknown": ("неизвестно, реакция ли это", "unknown whether a reaction"),
    },
    "RowDefect": {
        "broken-row": ("строка повреждена", "broken row"),
        "nul-byte": ("нулевой байт", "NUL byte"),
        "empty-cell": ("пустая ячейка", "empty cell"),
        "unreadable-time": ("время не читается", "unreadable time"),
        "impossible-hour": ("такого часа не было или он был дважды",
                            "hour skipped or shown twice by the clock"),
        "unknown-category": ("неизвестная категория", "unknown category"),
        "unexplained-activity": ("действие не описано", "unexplained activity"),
    },
    "RecordKind": {
        "comment": ("комментарий", "comment"),
        "record": ("запись", "record"),
        "neither": ("ни запись, ни комментарий", "neither record nor comment"),
    },
})
"""The words of a member by the name of its set and its id: Russian, English."""

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
