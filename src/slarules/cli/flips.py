"""``slarules report --readings``: how many verdicts of a log another reading would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slarules.cli.page import Heading, Lines, Table
from slarules.cli.phrases import FLIPS as SAY
from slarules.sensitivity_words import NATURES
from slarules.verdict_words import outcome_words
from slarules.words import word

if TYPE_CHECKING:
    from slarules.cli.page import Block
    from slarules.report.flips import Flips
    from slarules.terms import Language


def flips_page(found: tuple[Flips, ...], judged: int, language: Language) -> list[Block]:
    """Return one row a reading that changes something, or that none does."""
    blocks: list[Block] = [Heading(SAY["title"].of(language).format(number=judged))]
    if not found:
        return [*blocks, Lines((SAY["nothing"].of(language),))]
    header = tuple(SAY[key].of(language) for key in ("reading", "outcomes", "moments"))
    rows = tuple((one.reading, str(one.outcomes), str(one.moments)) for one in found)
    blocks.append(Table(header, rows))
    moved = tuple(_moves(one, language) for one in found if one.moves)
    if moved:
        blocks.append(Lines(moved, "- "))
    blocks.append(Lines((SAY["rest"].of(language),)))
    return blocks


def _moves(one: Flips, language: Language) -> str:
    """Return which outcomes a reading turns into which."""
    moves = "; ".join(
        SAY["move"]
        .of(language)
        .format(
            obligation=word(obligation, language),
            before=outcome_words(obligation, NATURES.get(obligation), before, language),
            after=outcome_words(obligation, NATURES.get(obligation), after, language),
            number=number,
        )
        for (obligation, before, after), number in one.moves.items()
    )
    return SAY["moves"].of(language).format(reading=one.reading, moves=moves)


def flips_document(found: tuple[Flips, ...]) -> list[dict[str, Any]]:
    """Return the same as values a JSON writer knows."""
    return [
        {
            "reading": one.reading,
            "outcomes": one.outcomes,
            "moments": one.moments,
            "moves": [
                {
                    "obligation": obligation.value,
                    "before": before.value,
                    "after": after.value,
                    "verdicts": number,
                }
                for (obligation, before, after), number in one.moves.items()
            ],
        }
        for one in found
    ]
