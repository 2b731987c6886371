"""What rests on each paragraph, counted: every paragraph is accounted for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docs.generate.ids import clause_ref, prose
from docs.generate.model import Heading, Page, Table, para
from slarules.cli.phrases import COVERAGE
from slarules.coverage import Citing, coverage
from slarules.terms import Text
from slarules.words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docs.generate.model import Block, Runs
    from slarules.coverage import Covered
    from slarules.terms import Language

SAY: Final = {
    "title": Text("Полнота: ни один пункт не забыт", "Coverage: no paragraph is forgotten"),
    "intro": Text(
        "Сколько чего в библиотеке стоит на каждом пункте. Сами правила, толкования и замечания — "
        "на странице пункта.",
        "How much of the library rests on each paragraph. The rules, readings and findings "
        "themselves are on the page of the paragraph.",
    ),
    "reasons": Text("Из чего ничего не вычислить", "What nothing is computed from"),
    "reason": Text("Почему", "Why"),
    "kind": Text("Вид", "Kind"),
}


def pages(language: Language) -> list[Page]:
    """Return the one page of the coverage."""
    rows = coverage()
    say = {key: said.of(language) for key, said in (*SAY.items(),)}
    clause = COVERAGE["clause"].of(language)
    others = [kind for kind in Citing if kind is not Citing.RULE]
    header = (clause, say["kind"], *(word(kind, language) for kind in Citing))
    table = Table(
        tuple((cell,) for cell in header),
        tuple(_row(row, others, language) for row in rows),
        frozenset(range(2, len(header))),
    )
    silent = tuple(
        ((clause_ref(row.clause.id),), prose(row.clause.reason.of(language)))
        for row in rows
        if row.clause.reason is not None
    )
    blocks: tuple[Block, ...] = (
        para(_verdict(rows, language)).replace(lead=True),
        para(say["intro"]),
        table,
        Heading((say["reasons"],), "reasons"),
        Table(((clause,), (say["reason"],)), silent),
    )
    return [Page(address="coverage", title=say["title"], blocks=blocks)]


def _row(row: Covered, others: Sequence[Citing], language: Language) -> tuple[Runs, ...]:
    numbers = (len(row.decides) + len(row.supports), *(len(row.by[kind]) for kind in others))
    kinds = ", ".join(word(kind, language) for kind in row.clause.kinds)
    cells: list[Runs] = [(str(number),) if number else ("—",) for number in numbers]
    return ((clause_ref(row.clause.id),), (kinds,), *cells)


def _verdict(rows: tuple[Covered, ...], language: Language) -> str:
    lacking = [
        COVERAGE["lack"].of(language).format(clause=row.clause.id, what=word(lack, language))
        for row in rows
        for lack in row.lacks
    ]
    if lacking:
        return COVERAGE["incomplete"].of(language).format(clauses=", ".join(lacking))
    return COVERAGE["complete"].of(language).format(number=len(rows))
