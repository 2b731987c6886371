"""
``python -m docs.generate.annex --out FOLDER``: an annex to attach to a contract, as Word documents.

It names the readings in force with what another answer would change, the deadlines, the figures
and the calendar. It has no place for signatures: the contract asks for none.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docs.generate import site
from docs.generate.annex_docx import as_docx
from docs.generate.cite import digest_of
from docs.generate.edition import facts
from docs.generate.ids import clause_refs, prose
from docs.generate.model import Code, Heading, Page, Table, lines, para, text
from docs.generate.pages.readings import outcomes
from slarules.reading_rows import READING_ROWS
from slarules.terms import Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.generate.model import Block

SAY: Final = {
    "title": Text(
        "Приложение: толкования, сроки и календарь", "Annex: readings, deadlines and calendar"
    ),
    "intro": Text(
        "Здесь записано, как считаются сроки поддержки: какие толкования действуют, что и когда "
        "причитается, по какому календарю. Номера пунктов — раздел и порядковое место абзаца в "
        "нём; имена толкований и правил постоянны.",
        "This says how the deadlines of support are computed: which readings hold, what is owed "
        "and when, by which calendar. The number of a paragraph is its section and its place in "
        "it; the ids of readings and rules are permanent.",
    ),
    "readings": Text("Толкования", "Readings"),
    "readings-intro": Text(
        "Для каждого открытого вопроса — ответ, который действует, и что изменил бы другой ответ "
        "в разобранном примере.",
        "For each open question, the answer that holds, and what another answer would change in a "
        "worked example.",
    ),
    "reading": Text("Толкование и пункты", "Reading and paragraphs"),
    "question": Text("Вопрос", "Question"),
    "option": Text("Действует ответ", "Answer that holds"),
    "effect": Text("Что изменил бы другой", "What another would change"),
    "deadlines": Text("Сроки и обязательства", "Deadlines and obligations"),
    "figures": Text("Числа договора", "Figures of the contract"),
    "calendar": Text("Календарь", "Calendar"),
    "calendar-intro": Text(
        "Рабочие дни — по официальному производственному календарю (1.1). Срок, для которого "
        "понадобились дни года без утверждённых переносов, предварителен.",
        "Business days follow the official production calendar (1.1). A deadline that needed days "
        "of a year whose transfers are not decreed is provisional.",
    ),
    "sources": Text("Чем связаны стороны", "What binds the parties"),
    "binds": Text(
        "Обязывает соглашение, которое стороны подписали (0.1). Приложение его не заменяет и не "
        "дополняет тем, чего в нём нет: где срок не назван, так и сказано.",
        "The agreement that the parties signed binds them (0.1). The annex neither replaces it nor "
        "adds what it does not state: where no period is named, that is what is said.",
    ),
}


def page(language: Language) -> Page:
    """Return the annex in one language, as a page."""
    return Page(address="annex", title=SAY["title"].of(language), blocks=tuple(_blocks(language)))


def digest() -> str:
    """Return the digest of what the annex says, in both languages."""
    return digest_of({language: page(language) for language in Language})


def _blocks(language: Language) -> Iterator[Block]:
    say = {key: said.of(language) for key, said in SAY.items()}
    yield para(say["intro"])
    yield Heading((say["sources"],), "binds")
    yield para(*prose(say["binds"]))
    yield Heading((say["readings"],), "readings")
    yield para(say["readings-intro"])
    yield _readings(language, say)
    owed, _, figures = (
        one for one in site.page("tables/obligations", language).blocks if isinstance(one, Table)
    )
    yield Heading((say["deadlines"],), "deadlines")
    yield owed
    yield Heading((say["figures"],), "figures")
    yield figures
    yield Heading((say["calendar"],), "calendar")
    yield para(*prose(say["calendar-intro"]))
    yield from (one for one in site.page("years/index", language).blocks if isinstance(one, Table))


def _readings(language: Language, say: dict[str, str]) -> Table:
    rows = []
    for row in READING_ROWS.values():
        option, said = next(iter(row.options.items()))
        rows.append(
            (
                lines([(Code(row.switch),), clause_refs(row.clauses)]),
                prose(row.question.of(language)),
                text(Code(option), f" — {said.of(language)}"),
                lines(outcomes(row.switch, language)),
            )
        )
    return Table(
        tuple((say[key],) for key in ("reading", "question", "option", "effect")), tuple(rows)
    )


def annex(language: Language) -> bytes:
    """Return the annex as a Word document."""
    whole = digest()
    return as_docx(page(language), language, whole, facts(whole, language))


def main(arguments: list[str] | None = None) -> int:
    """Write both annexes."""
    asked = argparse.ArgumentParser(prog="python -m docs.generate.annex", description="the annex")
    asked.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where to")
    folder = asked.parse_args(arguments).out
    folder.mkdir(parents=True, exist_ok=True)
    for language in Language:
        path = folder / f"annex-{language.value}.docx"
        path.write_bytes(annex(language))
        print(f"{path.name}: {path.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
