"""
The refusals: every class of error, what it means, what to do.

The English is the class's own; the Russian stands in ``refusals.csv`` beside the English it was
made from, and a test finds the row whose class now says something else.
"""

from __future__ import annotations

import builtins
import csv
from functools import cache
from typing import TYPE_CHECKING, Final

from docs.generate.cite import ROOT
from docs.generate.ids import prose
from docs.generate.model import Anchor, Code, Heading, Page, Table, lines, para, text
from slarules import errors
from slarules.terms import Text

if TYPE_CHECKING:
    from docs.generate.model import Block, Runs
    from slarules.terms import Language

SAY: Final = {
    "title": Text("Отказы", "Refusals"),
    "intro": Text(
        "Библиотека не угадывает: чего не понять без догадки, от того она отказывается, своим "
        "классом ошибки, и в сообщении говорит, о чём спросили, что известно и что делать. "
        "Сообщения печатаются по-английски; класс, значения и порядок аргументов постоянны.",
        "The library does not guess: what cannot be understood without guessing is refused, with "
        "an error class of its own, whose message says what was asked, what is known and what to "
        "do. Class, values and the order of the arguments are permanent.",
    ),
    "class": Text("Класс", "Class"),
    "meaning": Text("Что значит", "What it means"),
    "remedy": Text("Что делать", "What to do"),
    "also": Text("Он же", "Also"),
}

SUBJECTS: Final = {
    "base": Text("Общее", "Everywhere"),
    "agreement": Text("Соглашение", "The agreement"),
    "batch": Text("Столбцы", "Columns"),
    "calendar": Text("Календарь", "The calendar"),
    "commands": Text("Команды", "Commands"),
    "copies": Text("Копии договора", "Copies of the contract"),
    "frames": Text("Таблицы данных", "Data frames"),
    "documents": Text("Документы JSON", "JSON documents"),
    "incident": Text("Инцидент", "The incident"),
    "log": Text("Журналы событий", "Event logs"),
    "packages": Text("Пакеты, которых не хватает", "Packages that are wanting"),
    "service": Text("Служба", "The service"),
    "spark": Text("Кластер", "The cluster"),
    "words": Text("Слова и имена", "Words and ids"),
}
"""What each module of the errors is about."""

FILE: Final = ROOT / "docs" / "generate" / "refusals.csv"

_PLAIN: Final = (object, Exception, BaseException)


def pages(language: Language) -> list[Page]:
    """Return the one page of the refusals."""
    say = {key: said.of(language) for key, said in SAY.items()}
    blocks: list[Block] = [para(say["intro"])]
    known = _by_module()
    for module in dict.fromkeys((*SUBJECTS, *known)):
        names = known.get(module, [])
        if not names:
            continue
        title = SUBJECTS.get(module, Text(module, module))
        blocks.append(Heading((title.of(language),), module))
        header = ("class", "meaning", "remedy")
        blocks.append(
            Table(
                tuple((say[key],) for key in header),
                tuple(_row(name, language, say) for name in names),
            )
        )
    return [Page(address="errors", title=say["title"], blocks=tuple(blocks))]


def _by_module() -> dict[str, list[str]]:
    """Return the names of the classes by the module they stand in."""
    found: dict[str, list[str]] = {}
    for name in errors.MODULE_OF:
        module = getattr(errors, name).__module__.rpartition(".")[2]
        found.setdefault(module, []).append(name)
    return found


@cache
def words() -> dict[str, dict[str, str]]:
    """Return the words of each class by its name."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["class"]: row for row in csv.DictReader(file)}


def meaning_of(refusal: type) -> str:
    """Return what a class says it means: the first paragraph of its docstring."""
    return " ".join((refusal.__doc__ or "").split("\n\n")[0].split())


def words_of(name: str, language: Language) -> tuple[str, str]:
    """
    Return what a class means and what to do.

    A class that has no row yet is said in English, which the pages' own check finds on a Russian
    page.
    """
    row = words().get(name)
    if row is None:
        refusal: type = getattr(errors, name)
        return meaning_of(refusal), getattr(refusal, "remedy", "")
    return row[f"meaning_{language.value}"], row[f"remedy_{language.value}"]


def _row(name: str, language: Language, say: dict[str, str]) -> tuple[Runs, ...]:
    refusal: type = getattr(errors, name)
    meaning, remedy = words_of(name, language)
    also = [one.__name__ for one in refusal.__mro__ if one.__name__ in vars(builtins)]
    also = [one for one in also if getattr(builtins, one) not in _PLAIN]
    lead = [prose(meaning.replace("``", ""))]
    if also:
        lead.append(text(f"{say['also']}: ", Code(also[0])))
    return (
        (Anchor(name), Code(name)),
        lines(lead),
        text(remedy) or ("—",),
    )
