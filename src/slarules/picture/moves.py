"""
The moves between categories and levels, drawn from the rows of ``lifecycle.TRANSITIONS``.

A table from standing to standing; in each cell a shape says whose agreement the move needs, and
the row that says so is written beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from slarules.answer_words import capital
from slarules.lifecycle import TRANSITIONS, Consent, Standing, transition
from slarules.picture.lettering import wrapped
from slarules.picture.paint import filled, outlined
from slarules.picture.phrases import SAY
from slarules.picture.sheet import MARGIN, ROOM, Sheet, hatching
from slarules.readings import LevelFourConsent
from slarules.rules import rule
from slarules.step_words import cited
from slarules.terms import Language
from slarules.words import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slarules.lifecycle import Transition

_SIDE: Final = 66.0
"""How wide the column of names is."""
CELL: Final = ((ROOM - _SIDE) / len(Standing), 36.0)
_SIZE: Final = 11.0
_IN_CELL: Final = 10.0
_TITLE: Final = 15.0


def moves_picture(
    *,
    language: Language = Language.RU,
    level_four_consent: LevelFourConsent = LevelFourConsent.CONSENT_REQUIRED,
) -> str:
    """
    Return every move from a category or level to another as one SVG picture.

    What it tells a screen reader is every row: which moves, whose agreement, by which paragraph.
    The same arguments give the same bytes.

    Args:
        language: Russian or English.
        level_four_consent: The reading under which level 4 moves to A and D.
    Source: clauses 4.9, 4.12.
    """
    sheet = Sheet()
    title = SAY["moves"].of(language)
    sheet.paragraph(wrapped(title, _TITLE, ROOM, bold=True), _TITLE, bold=True)
    sheet.bottom += 10
    _put_table(sheet, language, level_four_consent)
    _put_legend(sheet, language, level_four_consent)
    said = list(_rows_said(language, level_four_consent))
    for line in said:
        sheet.paragraph(wrapped(line, _SIZE, ROOM), _SIZE)
    return sheet.svg(title, said, language)


def _put_table(sheet: Sheet, language: Language, reading: LevelFourConsent) -> None:
    top = sheet.bottom
    head = 28.0
    sheet.letters(MARGIN + 2, top + 18, SAY["from-to"].of(language), _SIZE, role="quiet")
    for column, end in enumerate(Standing):
        middle = MARGIN + _SIDE + (column + 0.5) * CELL[0]
        name = short_name(end, language)
        sheet.letters(middle, top + 18, name, _SIZE, bold=True, anchor="middle")
    for line, start in enumerate(Standing):
        y = top + head + line * CELL[1]
        sheet.letters(MARGIN + 2, y + 22, short_name(start, language), _SIZE, bold=True)
        for column, end in enumerate(Standing):
            x = MARGIN + _SIDE + column * CELL[0]
            if start is end:
                sheet.box(x, y, CELL, outlined("edge", "off"))
                sheet.path(hatching(x, y, CELL, 8), outlined("edge"))
                continue
            row = transition(start, end)
            sheet.box(x, y, CELL, outlined("edge", "paper"))
            _put_consent(sheet, row.consent(reading), (x + CELL[0] / 2, y + 13))
            if row.hinges_on_reading:
                sheet.letters(x + CELL[0] - 9, y + 12, "*", _SIZE, bold=True)
            number = row.rule.removeprefix("R-")
            middle = x + CELL[0] / 2
            sheet.letters(middle, y + 31, number, _IN_CELL, role="quiet", anchor="middle")
    sheet.bottom = top + head + len(Standing) * CELL[1] + 10


def short_name(standing: Standing, language: Language, /) -> str:
    """Return what a standing is called over a column: "C1", «нет»."""
    if standing is Standing.UNCLASSIFIED:
        return SAY["unclassified"].of(language)
    return str(standing.value)


def _put_consent(sheet: Sheet, consent: Consent, middle: tuple[float, float]) -> None:
    """Put the shape that says whose agreement a move needs."""
    x, y = middle
    match consent:
        case Consent.BOTH_PARTIES:
            sheet.disc(x - 4, y, 6, outlined("ink", "ink", width=1.5))
            sheet.disc(x + 4, y, 6, outlined("paper", "ink", width=1.5))
        case Consent.CUSTOMER:
            sheet.disc(x, y, 6, outlined("ink", "ink", width=1.5))
        case Consent.CUSTOMER_TO_LEVEL_FOUR:
            sheet.disc(x, y, 7, outlined("ink", "paper", width=1.5))
            sheet.disc(x, y, 3, filled("ink"))
        case Consent.NOBODY:
            sheet.disc(x, y, 6, outlined("ink", "paper", width=1.5))
        case _ as unreachable:
            assert_never(unreachable)


def _put_legend(sheet: Sheet, language: Language, reading: LevelFourConsent) -> None:
    """Put what the shapes mean, of those that occur."""
    consents = {row.consent(reading) for row in TRANSITIONS}
    for consent in Consent:
        if consent in consents:
            _put_consent(sheet, consent, (MARGIN + 11, sheet.bottom + 7))
            _put_meaning(sheet, word(consent, language))
    if any(row.hinges_on_reading for row in TRANSITIONS):
        sheet.letters(MARGIN + 8, sheet.bottom + 12, "*", _SIZE, bold=True)
        _put_meaning(sheet, SAY["hinges"].of(language).format(option=reading.value))
    sheet.bottom += 6


def _put_meaning(sheet: Sheet, said: str) -> None:
    sheet.letters(MARGIN + 30, sheet.bottom + 11, said, _SIZE, role="quiet")
    sheet.bottom += 17


def _rows_said(language: Language, reading: LevelFourConsent) -> Iterator[str]:
    """Yield every row in words: its moves, its paragraphs, whose agreement it asks."""
    for row in TRANSITIONS:
        yield (
            SAY["move-said"]
            .of(language)
            .format(
                rule=row.rule,
                moves=_moves_said(row, language),
                consent=word(row.consent(reading), language),
                summary=capital(rule(row.rule).summary.of(language)),
                clauses=cited(row.clauses, language),
            )
        )


def _moves_said(row: Transition, language: Language) -> str:
    starts = ", ".join(short_name(one, language) for one in row.starts)
    ends = ", ".join(short_name(one, language) for one in row.ends)
    return f"{starts} → {ends}"
