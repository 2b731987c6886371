"""Moves of category and level, and the agreement each needs (``slarules.lifecycle``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slarules.rules.row import row

if TYPE_CHECKING:
    from slarules.rules.row import Rule

# fmt: off
LIFECYCLE_RULES: Final[tuple[Rule, ...]] = (
    row("R-4.9-5", "4.12",
        "уровень 4 переводит в A Исполнитель, на условии толкования level-four-consent",
        "the Executor moves level 4 to A, on the condition of reading level-four-consent"),
    row("R-4.9-6", "4.12",
        "уровень 4 переводит в D Исполнитель, на условии толкования level-four-consent",
        "the Executor moves level 4 to D, on the condition of reading level-four-consent"),
    row("R-4.12-1", "4.9",
        "из уровня 4 в B или E переводят лишь по согласию обеих сторон",
        "level 4 goes to B or E by agreement of both parties only"),
    row("R-4.12-2", "4.7 4.8",
        "найденный обход сам не делает серьёзную ошибку незначительной: нужно согласие обеих "
        "сторон",
        "a workaround found does not by itself make a serious error minor: both parties agree"),
    row("R-4.12-3", "4.5",
        "уровень 2 на уровень 1 или 4 меняют по согласию обеих сторон",
        "level 2 changes to 1 or 4 by agreement of both parties"),
    row("R-4.12-4", "4.5",
        "уровень меняют по согласию обеих сторон",
        "a level changes by agreement of both parties"),
    row("R-4.12-5", "3.6",
        "из C в другую категорию переводят по согласию обеих сторон",
        "an incident leaves C for another category by agreement of both parties"),
    row("R-4.12-6", "3.6",
        "категорию меняют по согласию обеих сторон",
        "a category changes by agreement of both parties"),
    row("R-4.12-7", "3.6",
        "первая классификация ничего не меняет и согласия не требует",
        "the first classification changes nothing and needs no agreement"),
    row("R-4.12-8", "4.5",
        "первый уровень в C ничего не меняет и согласия не требует",
        "the first level in C changes nothing and needs no agreement"),
    row("R-4.12-9", "4.5",
        "снять уровень — тоже изменение: нужно согласие обеих сторон",
        "to take a level away is a change too: both parties agree"),
    row("R-4.12-10", "3.6",
        "снять классификацию — тоже изменение: нужно согласие обеих сторон",
        "to take a classification away is a change too: both parties agree"),
)
# fmt: on
