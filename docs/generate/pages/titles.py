"""What each paragraph and each section is about, in a few words of ours."""

from __future__ import annotations

from typing import Final

from slarules.terms import Text

SECTIONS: Final = {
    0: Text("Чем связаны стороны", "What binds the parties"),
    1: Text("Как связаться со службой", "Reaching the service"),
    2: Text("HelpDesk и учётные записи", "HelpDesk and its accounts"),
    3: Text("Работа над инцидентом", "Work on an incident"),
    4: Text("Категории, уровни и сроки", "Categories, levels and periods"),
}
"""The sections of the agreement."""

CLAUSES: Final = {
    "0.1": Text("Обязывает подписанное соглашение", "The signed agreement binds"),
    "1.1": Text("Дни и часы службы", "Days and hours of the service"),
    "1.2": Text("Приглашение обращаться", "An invitation to get in touch"),
    "2.1": Text("Всё идёт через HelpDesk", "Everything goes through HelpDesk"),
    "2.2": Text("Две учётные записи", "Two accounts"),
    "2.3": Text("Когда поддержка действует", "When support is in force"),
    "3.1": Text("Кто обращается, и что при сбое HelpDesk", "Who applies, and outages of HelpDesk"),
    "3.2": Text("Официальное время регистрации", "The official time of registration"),
    "3.3": Text("Что такое реакция", "What a reaction is"),
    "3.4": Text("Отсчёт решения от воспроизведения", "Resolution counts from reproduction"),
    "3.5": Text("Уведомления участников", "Notices to the participants"),
    "3.6": Text("Пять категорий", "Five categories"),
    "3.7": Text("Категория A: окружение", "Category A: the environment"),
    "3.8": Text("Категория B: внешнее ПО", "Category B: external software"),
    "3.9": Text("Категория C: ошибки продукта", "Category C: errors of the product"),
    "3.10": Text("Категория D: вопросы", "Category D: questions"),
    "3.11": Text("Категория E: пожелания", "Category E: wishes"),
    "4.1": Text("A и D: рекомендации", "A and D: recommendations"),
    "4.2": Text("E: запись и два пути", "E: recording and two routes"),
    "4.3": Text("Срок реакции на B и C", "By when to react to B and C"),
    "4.4": Text("Решение B и шестьдесят дней", "Resolving B, and the sixty days"),
    "4.5": Text("Четыре уровня C", "Four levels of C"),
    "4.6": Text("Уровень 1: критическая ошибка", "Level 1: critical"),
    "4.7": Text("Уровень 2: серьёзная ошибка", "Level 2: serious"),
    "4.8": Text("Уровень 3: незначительная ошибка", "Level 3: minor"),
    "4.9": Text("Уровень 4: не ошибка продукта", "Level 4: not an error of the product"),
    "4.10": Text("Отсчёт срока решения ошибок", "Counting the resolution of errors"),
    "4.11": Text("Молчание Заказчика", "The Customer's silence"),
    "4.12": Text("Изменение категории по соглашению", "Categories change by agreement"),
}
"""The paragraphs, by id."""
