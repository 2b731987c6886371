"""The glossary: one name for each term in both languages, and every printed word with its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docs.generate.ids import prose
from docs.generate.model import Anchor, Code, Heading, Page, Strong, Table, para
from slarules.terms import Language, Text
from slarules.words import EVENT_WORDS, WORDS

if TYPE_CHECKING:
    from docs.generate.model import Block, Runs

SAY: Final = {
    "title": Text("Словарь", "Glossary"),
    "intro": Text(
        "У каждого термина одно имя: в пункте, в коде, в тесте и на странице. Соглашение зовёт "
        "одно и то же инцидентом, проблемой, вопросом, запросом, ошибкой и тикетом; здесь это "
        "всегда инцидент.",
        "Each term has one name: in the paragraph, in code, in a test, on a page. The agreement "
        "calls one thing incident, problem, question, request, error and ticket in turn; here it "
        "is an incident always.",
    ),
    "terms": Text("Термины", "Terms"),
    "russian": Text("По-русски", "In Russian"),
    "english": Text("По-английски", "In English"),
    "means": Text("Что значит", "What it means"),
    "words": Text("Слова по именам", "Words by their ids"),
    "words-intro": Text(
        "Имя постоянно и одинаково в обоих языках: им пользуются документы, команды и код.",
        "An id is permanent and the same in both languages: documents, commands and code use it.",
    ),
    "id": Text("Имя", "Id"),
}

TERMS: Final[tuple[tuple[str, Text, Text], ...]] = (
    (
        "executor",
        Text("Исполнитель", "the Executor"),
        Text("Поставщик, который оказывает поддержку.", "The vendor, who gives the support."),
    ),
    (
        "customer",
        Text("Заказчик", "the Customer"),
        Text("Тот, кому её оказывают.", "Who is given it."),
    ),
    (
        "product",
        Text("программный продукт, ПП", "the product"),
        Text("То, что поддерживают.", "What is supported."),
    ),
    (
        "helpdesk",
        Text("HelpDesk", "HelpDesk"),
        Text(
            "Система Исполнителя, где стоит запись каждого инцидента (2.1).",
            "The Executor's system, where every incident has its record (2.1).",
        ),
    ),
    (
        "incident",
        Text("инцидент", "incident"),
        Text(
            "Одно обращение с его записью и номером, о чём бы оно ни было.",
            "One matter with its record and number, whatever it is about.",
        ),
    ),
    (
        "official-time",
        Text("официальное время", "official time"),
        Text("Когда запись появилась в HelpDesk (3.2).", "When HelpDesk got the record (3.2)."),
    ),
    (
        "business-day",
        Text("рабочий день", "business day"),
        Text(
            "День, когда служба работает, по официальному производственному календарю (1.1).",
            "A day the desk works, by the official production calendar (1.1).",
        ),
    ),
    (
        "day-off",
        Text("нерабочий день", "day off"),
        Text(
            "Всякий другой день: выходной, праздник, перенесённый выходной (1.1).",
            "Any other day: of the weekend, a holiday, a day off moved there (1.1).",
        ),
    ),
    (
        "worked-saturday",
        Text("рабочая суббота", "worked Saturday"),
        Text(
            "Суббота, чей выходной Правительство перенесло на другой день.",
            "A Saturday whose day off the Government moved elsewhere.",
        ),
    ),
    (
        "service-hours",
        Text("часы службы", "service hours"),
        Text(
            "Часы рабочего дня, когда служба открыта: 10:00–19:00 по Москве (1.1).",
            "The hours of a business day at which the desk is open: 10:00–19:00 in Moscow (1.1).",
        ),
    ),
    (
        "cutoff",
        Text("отсечка", "cut-off"),
        Text(
            "12:00: зарегистрированное раньше ждёт реакции в тот же рабочий день (4.3).",
            "12:00: what is registered before it is to be reacted to the same business day (4.3).",
        ),
    ),
    (
        "reaction",
        Text("реакция", "reaction"),
        Text(
            "Первая запись или комментарий Исполнителя в инциденте (3.3).",
            "The Executor's first record or comment in the incident (3.3).",
        ),
    ),
    (
        "reproduction",
        Text("воспроизведение", "reproduction"),
        Text(
            "Когда описанную проблему увидел Исполнитель; от него идёт отсчёт решения (3.4, 4.10).",
            "When the Executor saw the problem described; resolution counts from it (3.4, 4.10).",
        ),
    ),
    (
        "category",
        Text("категория", "category"),
        Text(
            "Одна из пяти, A–E: что это за дело (3.6).",
            "One of five, A–E: what the matter is (3.6).",
        ),
    ),
    (
        "level",
        Text("уровень", "level"),
        Text(
            "Один из четырёх у инцидента C: насколько серьёзна ошибка (4.5).",
            "One of four of an incident of C: how serious the error is (4.5).",
        ),
    ),
    (
        "workaround",
        Text("обходной путь", "workaround"),
        Text(
            "Другой путь к тому же результату (4.4, 4.7, 4.8).",
            "Another way to the same result (4.4, 4.7, 4.8).",
        ),
    ),
    (
        "silence",
        Text("молчание", "silence"),
        Text(
            "Заказчик не ответил на запрос и ничего не написал в инцидент (4.11).",
            "The Customer neither answered a request nor wrote in the incident (4.11).",
        ),
    ),
    (
        "reading",
        Text("толкование", "reading"),
        Text(
            "Открытый вопрос текста с перечнем ответов, один из которых действует.",
            "An open question of the text with its answers, one of which holds.",
        ),
    ),
    (
        "recorded-answer",
        Text("принятый ответ", "recorded answer"),
        Text(
            "Открытый вопрос, на который библиотека отвечает одним способом.",
            "An open question the library answers in one way.",
        ),
    ),
    (
        "finding",
        Text("замечание", "finding"),
        Text(
            "Что запись показывает против соглашения: нарушение или действие без последствий.",
            "What a record shows against the agreement: a breach, or an act without effect.",
        ),
    ),
    (
        "not-stated",
        Text("не установлено", "not stated"),
        Text(
            "Договор срока не называет; пробел может восполнить закон, здесь это не вычисляется.",
            "The contract states no period; the law may fill the gap, which is not computed here.",
        ),
    ),
    (
        "provisional",
        Text("предварительный", "provisional"),
        Text(
            "Ответ опирается на дни года, переносы которого ещё не утверждены.",
            "The answer rests on days of a year whose transfers are not decreed yet.",
        ),
    ),
    (
        "derivation",
        Text("вывод", "derivation"),
        Text(
            "Шаги от фактов к ответу, за каждым — пункт и правило.",
            "The steps from facts to an answer, each with its paragraph and rule.",
        ),
    ),
)
"""A term: its anchor, its name, what it means."""

SETS: Final = {
    "Category": Text("Категории", "Categories"),
    "Severity": Text("Уровни", "Levels"),
    "Outcome": Text("Исходы", "Outcomes"),
    "Obligation": Text("Обязательства", "Obligations"),
    "Nature": Text("Что значит момент", "What a moment means"),
    "State": Text("Состояния", "States"),
    "DayKind": Text("Виды дней", "Kinds of day"),
    "Channel": Text("Каналы", "Channels"),
    "Party": Text("Стороны", "Parties"),
    "Closing": Text("Закрытие", "Closing"),
    "FindingKind": Text("Виды замечаний", "Kinds of finding"),
}
"""The closed sets whose words are printed on answers."""


def pages(language: Language) -> list[Page]:
    """Return the one page of the glossary."""
    say = {key: said.of(language) for key, said in SAY.items()}
    blocks: list[Block] = [para(say["intro"]), _terms(language, say)]
    blocks += [Heading((say["words"],), "words"), para(say["words-intro"])]
    heads: tuple[Runs, ...] = ((say["id"],), (say["russian"],), (say["english"],))
    for name, title in SETS.items():
        rows: tuple[tuple[Runs, ...], ...] = tuple(
            ((Code(key),), (russian,), (english,))
            for key, (russian, english) in WORDS[name].items()
        )
        blocks += [Heading((title.of(language),), f"words-{name.lower()}", 3), Table(heads, rows)]
    events: tuple[tuple[Runs, ...], ...] = tuple(
        ((Code(key),), (russian,), (english,)) for key, (russian, english) in EVENT_WORDS.items()
    )
    of_events = Text("События", "Events").of(language)
    blocks += [Heading((of_events,), "words-event", 3), Table(heads, events)]
    return [Page(address="glossary", title=say["title"], blocks=tuple(blocks))]


def _terms(language: Language, say: dict[str, str]) -> Table:
    """Return the terms, the page's own language first."""
    other = Language.EN if language is Language.RU else Language.RU
    columns = ("russian", "english") if language is Language.RU else ("english", "russian")
    return Table(
        (*((say[key],) for key in columns), (say["means"],)),
        tuple(
            (
                (Anchor(anchor), Strong(name.of(language))),
                (name.of(other),),
                prose(means.of(language)),
            )
            for anchor, name, means in sorted(TERMS, key=lambda term: term[1].of(language).lower())
        ),
    )
