"""The moves between categories and levels drawn: a cell for each, as the rows have it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import pytest

from slarules.lifecycle import TRANSITIONS, Standing
from slarules.picture import moves_picture
from slarules.readings import LevelFourConsent
from slarules.rules import rule
from slarules.terms import Language
from tests.drawn import SVG, boxes, number, parsed, texts
from tests.picture_asks import assert_it_can_be_read, assert_it_fits, assert_no_letters_meet

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

RU, EN = Language.RU, Language.EN
ORDER: Final = ("unclassified", "A", "B", "C", "C1", "C2", "C3", "C4", "D", "E")
# A column of names 66 wide, then ten of what is left of 700.
LEFT, SIDE, WIDE, HIGH = 16.0, 66.0, 63.4, 36.0


@cache
def drawn(language: Language = RU, reading: LevelFourConsent | None = None) -> ET.Element:
    if reading is None:
        return parsed(moves_picture(language=language))
    return parsed(moves_picture(language=language, level_four_consent=reading))


def top(root: ET.Element) -> float:
    return min(box.y for box in boxes(root) if box.wide == WIDE)


def middle(root: ET.Element, start: str, end: str) -> tuple[float, float]:
    """Return the middle of the cell of a move, its upper edge."""
    x = LEFT + SIDE + (ORDER.index(end) + 0.5) * WIDE
    return round(x, 2), round(top(root) + ORDER.index(start) * HIGH, 2)


def discs(root: ET.Element, start: str, end: str) -> list[str]:
    x, y = middle(root, start, end)
    return [
        one.get("class", "")
        for one in root.iter(f"{SVG}circle")
        if abs(number(one, "cx") - x) < 10 and number(one, "cy") == pytest.approx(y + 13)
    ]


class TestTheTable:
    """4.9, 4.12: every move of category or level, and whose agreement it needs."""

    def test_each_cell_names_the_row_that_decides_it(self) -> None:
        root = drawn()
        said = {(round(one.x, 2), round(one.y, 2)): one.text for one in texts(root)}
        expected = {
            (start.value, end.value): row.rule for row in TRANSITIONS for start, end in row.moves
        }
        assert len(expected) == 90
        for (start, end), name in expected.items():
            x, y = middle(root, start, end)
            assert said[x, round(y + 31, 2)] == name.removeprefix("R-")

    def test_to_stay_is_no_move(self) -> None:
        hatched = [box for box in boxes(drawn()) if box.wide == WIDE and box.role == "off"]
        assert len(hatched) == len(Standing)

    def test_a_change_takes_both_parties_and_a_first_classification_nobody(self) -> None:
        root = drawn()
        assert discs(root, "A", "B") == ["s-ink f-ink", "s-paper f-ink"]
        assert discs(root, "unclassified", "C") == ["s-ink f-paper"]
        assert discs(root, "C", "C2") == ["s-ink f-paper"]

    @pytest.mark.parametrize("end", ["A", "D"])
    @pytest.mark.parametrize(
        ("reading", "expected"),
        [
            (LevelFourConsent.CONSENT_REQUIRED, ["s-ink f-ink"]),
            (LevelFourConsent.LEVEL_AGREED_THEN_ALONE, ["s-ink f-paper", "f-ink"]),
            (LevelFourConsent.EXECUTOR_ALONE, ["s-ink f-paper"]),
        ],
    )
    def test_level_four_moves_as_the_reading_says(
        self, end: str, reading: LevelFourConsent, expected: list[str]
    ) -> None:
        assert discs(drawn(RU, reading), "C4", end) == expected

    def test_what_hinges_on_the_reading_is_starred(self) -> None:
        root = drawn()
        stars = [one for one in texts(root) if one.text == "*" and one.y > top(root)]
        assert len(stars) == 3  # C4 to A, C4 to D, and the legend


class TestForEveryReader:
    """Print, the dark, a screen reader: the same picture."""

    @pytest.mark.parametrize("language", list(Language))
    def test_it_fits_and_can_be_read(self, language: Language) -> None:
        for reading in LevelFourConsent:
            assert_it_fits(drawn(language, reading))
            assert_no_letters_meet(drawn(language, reading))
            assert_it_can_be_read(drawn(language, reading))

    @pytest.mark.parametrize("language", list(Language))
    def test_every_row_is_told_in_words(self, language: Language) -> None:
        said = drawn(language).findtext(f"{SVG}desc") or ""
        for row in TRANSITIONS:
            assert f"{row.rule}." in said
            assert rule(row.rule).summary.of(language)[1:] in said

    def test_it_is_an_image_with_a_name(self) -> None:
        assert drawn(EN).get("role") == "img"
        assert drawn(EN).findtext(f"{SVG}title") == (
            "Changes of category and level: whose agreement they need"
        )
