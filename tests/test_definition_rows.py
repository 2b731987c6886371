"""The tables of definitions, every cell of them beside the paragraphs told with no table."""

from __future__ import annotations

from itertools import product
from typing import Any, Final

import pytest

from slarules.classify import DIRECT_ERRORS, LEVELS, MATTERS, RECORDED_IN_C, Ask, Gap, LevelRow
from slarules.readings import SeverityGap
from tests.oracles import definitions as said
from tests.oracles.definition_cells import Cells, expected

TABLES: Final[dict[str, tuple[Any, ...]]] = {
    "MATTERS": MATTERS,
    "DIRECT_ERRORS": DIRECT_ERRORS,
    "RECORDED_IN_C": RECORDED_IN_C,
    "LEVELS": LEVELS,
}


def in_words(then: Any) -> str:
    """Return what a row gives in the words of the oracle."""
    match then:
        case None:
            return said.NEXT
        case Gap():
            return said.GAP
        case Ask(facts=facts):
            return " ".join(["ask", *(fact.value for fact in facts)])
        case _:
            return str(then.value)


@pytest.mark.parametrize("name", TABLES)
class TestCells:
    """3.6 to 3.11, 4.5 to 4.9: each combination of facts once, and what it gives."""

    def test_are_those_of_the_paragraphs(self, name: str) -> None:
        cells: Cells = {}
        for row in TABLES[name]:
            if isinstance(row, LevelRow):
                thens = [row.under(option) for option in SeverityGap]
            else:
                thens = [row.then]
            for given in product(*row.when):
                facts = tuple(str(fact.value) for fact in given)
                assert facts not in cells
                cells[facts] = tuple(map(in_words, thens))
        assert cells == expected()[name]
