"""The page the site opens with: in ten seconds, what one can do with it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from docs.generate.ids import prose
from docs.generate.model import (
    Beside,
    Card,
    Cards,
    Group,
    Heading,
    Note,
    NoteKind,
    Page,
    Picture,
    Ref,
    para,
)
from docs.generate.worked import MOSCOW, agreement
from slarules.answers import ANSWERS
from slarules.clauses import CLAUSES
from slarules.deadlines import Deadline
from slarules.explain import explain
from slarules.picture import deadline_picture
from slarules.reading_rows import READING_ROWS
from slarules.russia import DECREED_THROUGH, FIRST
from slarules.terms import Category, Text

if TYPE_CHECKING:
    from slarules.terms import Language

SAY: Final = {
    "title": Text("Сроки поддержки по договору", "Deadlines of a support agreement"),
    "lead": Text(
        "К какому часу служба поддержки обязана ответить, когда — искать замену, когда инцидент "
        "закроется сам: момент, вывод по шагам и пункт за каждым.",
        "By what hour the support desk must react, from when it must look for a replacement, when "
        "an incident closes by itself: the moment, the steps, and the paragraph behind each.",
    ),
    "example": Text(
        "Например, инцидент категории C, рабочая суббота перед праздниками:",
        "For example, an incident of category C, on a worked Saturday before the holidays:",
    ),
    "drawn": Text("Тот же ответ на календаре", "The same answer on the calendar"),
    "calculate": Text("Посчитать срок", "Compute a deadline"),
    "calculate-said": Text(
        "Калькулятор в браузере: факты на входе, сроки и вывод на выходе. Ничего не отправляет.",
        "A calculator in the browser: facts in, deadlines and derivation out. It sends nothing.",
    ),
    "check": Text("Проверить срок вручную", "Check a deadline by hand"),
    "check-said": Text(
        "По пунктам и календарю, с листом бумаги, — и получить тот же ответ.",
        "From the paragraphs and a calendar, with a sheet of paper, and get the same answer.",
    ),
    "print": Text("Взять с собой", "Take it along"),
    "print-said": Text("Книга в PDF, с указателем; ", "The book as PDF, with an index; "),
    "annex": Text("приложение к договору", "an annex to a contract"),
    "annex-said": Text(" для Word.", " for Word."),
    "clauses": Text("Найти пункт", "Look up a paragraph"),
    "clauses-said": Text(
        "{number} пунктов: пересказ, правила, толкования, примеры, тесты.",
        "{number} paragraphs: summary, rules, readings, examples, tests.",
    ),
    "readings": Text("Оспорить толкование", "Argue about a reading"),
    "readings-said": Text(
        "{number} вопросов с ответами на выбор и {answers} с принятым ответом; что меняет каждый.",
        "{number} questions with a choice of answers and {answers} with one taken; what each "
        "changes.",
    ),
    "years": Text("Посмотреть календарь", "Look at the calendar"),
    "years-said": Text(
        "{first}–{last}: нерабочие дни, переносы, рабочие субботы, акты.",
        "{first}–{last}: days off, transfers, worked Saturdays, acts.",
    ),
    "analyst": Text("Отчитаться по журналу", "Report on a log"),
    "analyst-said": Text(
        "Журнал HelpDesk на входе; итоги, просрочки и замечания на выходе.",
        "A helpdesk's log in; totals, breaches and findings out.",
    ),
    "developer": Text("Встроить в программу", "Build it into a service"),
    "developer-said": Text(
        "Библиотека на Python: один неизменяемый объект, микросекунды на ответ.",
        "A Python library: one immutable object, microseconds an answer.",
    ),
    "limits": Text("Чего здесь нет", "What it does not decide"),
    "limits-said": Text(
        "О чём договор молчит, чего не знает библиотека и что решают стороны или суд.",
        "Where the contract is silent, what the library cannot know, what is for the parties or a "
        "court to decide.",
    ),
    "advice": Text(
        "Библиотека считает, но не консультирует: это не юридическая помощь. Обязывает то "
        "соглашение, которое стороны подписали.",
        "The library computes; it is not legal advice. The agreement that binds is the one the "
        "parties signed.",
    ),
    "of-agreement": Text("Соглашение", "The agreement"),
    "of-calendar": Text("Календарь и примеры", "Calendar and examples"),
    "of-people": Text("Руководства", "Guides"),
    "of-project": Text("О проекте", "The project"),
}

_GROUPS: Final = {
    "of-people": ("guide/index", "glossary"),
    "of-agreement": ("clauses/index", "readings/index", "answers", "tables/index", "coverage"),
    "of-calendar": ("years/index", "examples/index"),
    "of-project": (
        "reference/index",
        "errors",
        "proof",
        "benchmarks/index",
        "supply",
        "decisions/index",
        "changelog",
    ),
}
"""The contents, in four parts."""


def page(language: Language) -> Page:
    """Return the page the site opens with."""

    def say(key: str, **places: Any) -> str:
        return SAY[key].of(language).format(**places)

    registered = datetime(2024, 12, 28, 15, tzinfo=MOSCOW)  # a worked Saturday
    deadline = agreement().reaction_deadline(registered, Category.C)
    assert isinstance(deadline, Deadline)
    cards: tuple[tuple[str, str, dict[str, int]], ...] = (
        ("clauses", "clauses/index", {"number": len(CLAUSES)}),
        ("readings", "readings/index", {"number": len(READING_ROWS), "answers": len(ANSWERS)}),
        ("years", "years/index", {"first": FIRST.year, "last": DECREED_THROUGH.year}),
        ("analyst", "guide/analyst", {}),
        ("developer", "guide/developer", {}),
        ("limits", "guide/limits", {}),
    )
    book, annex = (f"{name}-{language.value}" for name in ("book", "annex"))
    return Page(
        address="index",
        title=say("title"),
        blocks=(
            para(say("lead")).replace(lead=True),
            para(say("example")),
            Note(NoteKind.ANSWER, (para(*prose(explain(deadline, language=language))),)),
            Cards(
                (
                    Card(Beside("calculator.html", say("calculate")), (say("calculate-said"),)),
                    Card(Ref("guide/lawyer", say("check")), (say("check-said"),)),
                    Card(
                        Beside(f"{book}.pdf", say("print")),
                        (
                            say("print-said"),
                            Beside(f"{annex}.docx", say("annex")),
                            say("annex-said"),
                        ),
                    ),
                    *(
                        Card(Ref(address, say(key)), (say(f"{key}-said", **places),))
                        for key, address, places in cards
                    ),
                )
            ),
            para(say("advice")),
            Heading((say("drawn"),), "drawn"),
            Picture(
                deadline_picture(agreement().calendar, deadline, language=language),
                explain(deadline, language=language),
            ),
        ),
        groups=tuple(Group(say(key), addresses) for key, addresses in _GROUPS.items()),
    )
