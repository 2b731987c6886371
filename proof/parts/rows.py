"""Every cell of every table of rows changed, one at a time, and who notices."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from proof.part import CORE, Outcome, Part, Table, Text, Tried
from proof.rows.checks import KINDS
from proof.rows.run import run_all
from proof.rows.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from proof.rows.run import Found

WORDS: Final = {
    "rules": Text("правила", "rules"),
    "findings": Text("замечания", "findings"),
    "answers": Text("ответы без переключателя", "recorded answers"),
    "switches": Text("толкования словами", "switches in words"),
    "warned": Text("нежелательные сочетания толкований", "combinations warned about"),
    "readings": Text("толкования и умолчания", "readings and their defaults"),
    "events": Text("события и умолчания их полей", "events and the defaults of their fields"),
    "definitions": Text("определения категорий и уровней", "definitions of categories and levels"),
    "moves": Text("переходы между классификациями", "moves of category and level"),
    "owed": Text("что положено в какой категории", "what is owed in which category"),
    "figures": Text("числа договора", "figures of the contract"),
    "register": Text("реестр пунктов", "register of paragraphs"),
    "fingerprints": Text("отпечатки пунктов", "fingerprints of paragraphs"),
    "obligations": Text("пункты обязанностей", "paragraphs of the obligations"),
    "sums": Text("пункты и правила подсчётов", "paragraphs and rules of the sums"),
    "verdicts": Text("пункты, правила и готовые заключения", "paragraphs, rules, ready verdicts"),
    "editions": Text("правило о редакциях", "the rule of editions"),
    "channels": Text("каналы связи", "channels"),
    "history": Text("действия событий и замечания о них", "what events do, and what is found"),
    "calendar": Text("дни 1999–2027 годов", "days of 1999–2027"),
    "law": Text("праздники, переносы, указы", "holidays, carry-overs, decrees"),
    "words": Text("строки слов", "rows of words"),
    "branches": Text("ветви 4.3", "branches of 4.3"),
    "sentences": Text("предложения подсчётов", "sentences of counts"),
    "reasons": Text("причины в отчёте", "reasons of a report"),
    "ids": Text("слова замкнутых наборов", "ids of closed sets"),
    "cited": Text("ссылки на пункты и правила в коде", "paragraphs and rules cited in the code"),
}
"""What the tables are called, by the first part of their names."""

FOUND: Final = (
    Text(
        "Пока счёт молчания стоит, заключение о закрытии ссылалось на один 4.11; теперь рядом "
        "стоит то, что счёт держит: 2.3 или 3.1.",
        "While the count of a silence stands, the verdict on the closing cited 4.11 alone; now it "
        "cites beside it what holds the count: 2.3 or 3.1.",
    ),
    Text(
        "Ячейки, от которых ничего не зависело, убраны: границы 1–8 января (праздники января и так "
        "все в них), графа «зачем» в указах Президента, переход из «не классифицирован» в себя, "
        "продление среди событий, с которых начинается запись о поддержке.",
        "Cells on which nothing depended are gone: the bounds 1–8 January (the holidays of January "
        "all lie in them), the column of what a President's decree was for, the move from "
        "unclassified to itself, a renewal among the events a record of support begins with.",
    ),
)


def run() -> Outcome:
    """Try every mutant of every table."""
    found = run_all(TABLES)
    failed = [line for one in found.values() for line in one.failed]
    failed += [f"survived: {said}" for one in found.values() for said in one.survived]
    failed += [f"{name}: no mutant" for name, one in found.items() if not one.tried]
    rows: list[tuple[Text | str | int | float, ...]] = [
        (
            WORDS[group],
            sum(one.tried for one in own),
            *(_killed(own)[kind.id] for kind in KINDS),
            sum(len(one.survived) for one in own),
        )
        for group, own in _grouped(found.values()).items()
    ]
    columns = (
        Text("Таблица", "Table"),
        Text("Мутантов", "Mutants"),
        *(kind.words for kind in KINDS),
        Text("Выжило", "Survived"),
    )
    title = Text("Кто первым замечает изменение", "Who notices a change first")
    tried = sum(one.tried for one in found.values())
    return Outcome(
        tried=(
            Tried(Text("мутантов строк", "mutants of rows"), tried),
            Tried(Text("модулей с таблицами", "modules with tables"), len(TABLES)),
        ),
        found=FOUND,
        tables=(Table(title, columns, tuple(rows)),),
        failed=tuple(failed),
    )


def _grouped(found: Iterable[Found]) -> dict[str, list[Found]]:
    groups: dict[str, list[Found]] = {}
    for one in found:
        groups.setdefault(one.table.partition(".")[0], []).append(one)
    return groups


def _killed(own: list[Found]) -> Counter[str]:
    return sum((one.killed for one in own), Counter())


PART: Final = Part(
    name="rows",
    title=Text("Мутации строк", "Mutations of rows"),
    method=Text(
        "Каждая ячейка каждой таблицы заменена по одному каждым другим допустимым значением: слово "
        "замкнутого набора — каждым другим, пункт — каждым другим пунктом договора, дата и число — "
        "соседними, час — соседними часом и минутой, идентификатор — каждым другим своего столбца, "
        "акт — соседними, пункт и правило в коде — каждым другим из названных в модуле; каждая "
        "строка убрана, а где порядок значим — переставлена с соседней; каждый день "
        "1999–2027 годов обращён из рабочего в нерабочий и наоборот. Слова на двух языках не "
        "мутируют: у предложения нет другого допустимого значения. Модуль с таблицей "
        "исполняется заново с одним изменением, вместе со всем, что на неё опирается; замечать "
        "изменение должны тесты, чьи ожидания взяты из договора, официального календаря или у "
        "независимого оракула, а не из снимка прежних ответов. Каждый из них проверен и на "
        "неизменённых таблицах: там он ничего не замечает.",
        "Each cell of each table gives way, one at a time, to each other legal value: a word of a "
        "closed set to every other, a paragraph to every other paragraph of the contract, a date "
        "or a number to its neighbours, an hour to the neighbouring hour and minute, an id to "
        "every other of its column, an act to its neighbours, a paragraph or rule in the code to "
        "each other its module names; each row is left out and, where order means something, "
        "swapped with the next; each day of 1999–2027 is turned from worked to off and back. Words "
        "in two languages are not changed: a sentence has no other legal value. The module of the "
        "table is run anew with the one change, and so is everything that leans on it; what has to "
        "notice are tests whose expected values come from the contract, the official calendar or "
        "an independent oracle, never from a snapshot of earlier answers. Each of them is also run "
        "with nothing changed, and then notices nothing.",
    ),
    covers=(
        "proof/rows/*.py",
        *CORE,
        "src/slarules/report/*.py",
        "tests/data/*.csv",
        "tests/oracles/*.py",
        *sorted({f"{check.module.replace('.', '/')}.py" for one in TABLES for check in one.checks}),
        "tests/closed_sets.py",
        "tests/judging.py",
        "tests/shared.py",
        "tests/typed.py",
        "shared:calendar/*.csv",
        "shared:contract/*",
    ),
    run=run,
)
