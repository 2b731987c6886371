"""Choosing readings: what a choice changes, and how one that names none is refused."""

from __future__ import annotations

from typing import Any, cast

import pytest

from slarules.errors import ReadingError, UnknownWordError
from slarules.reading_rows import READING_ROWS, choice_words
from slarules.readings import SWITCHES, CutoffInstant, Readings, SilenceEnd
from slarules.terms import Language


class TestChoices:
    """4.3, 4.11 A choice is a switch and one of its options, each switch once."""

    def test_each_takes_its_own_switch(self) -> None:
        chosen = Readings.of(["cutoff-instant=same-day", " silence-end = closing-time "])
        assert chosen == Readings(
            cutoff_instant=CutoffInstant.SAME_DAY, silence_end=SilenceEnd.CLOSING_TIME
        )
        assert repr(chosen) == "Readings(cutoff-instant=same-day, silence-end=closing-time)"
        assert repr(Readings()) == "Readings()"

    @pytest.mark.parametrize(
        "choices",
        [
            ["cutoff-instant"],  # no option
            ["cutoff=same-day"],  # no such switch
            ["="],
            ["cutoff-instant=same-day", "cutoff-instant=next-day"],
        ],
    )
    def test_what_names_no_switch_or_one_twice(self, choices: list[str]) -> None:
        with pytest.raises(ReadingError) as refused:
            Readings.of(choices)
        assert refused.value.given == choices[-1]
        assert refused.value.known == tuple(SWITCHES)

    @pytest.mark.parametrize("option", ["sameday", "", "same-day=same-day"])
    def test_what_is_no_option(self, option: str) -> None:
        with pytest.raises(UnknownWordError) as refused:
            Readings.of([f"cutoff-instant={option}"])
        assert refused.value.what == "option of cutoff-instant"
        assert refused.value.given == option
        assert refused.value.known == ("next-day", "same-day")

    def test_asked_of_no_switch(self) -> None:
        with pytest.raises(ReadingError) as refused:
            Readings().option("cutoff_instant")
        assert refused.value.given == "cutoff_instant"
        assert refused.value.known == tuple(SWITCHES)

    def test_an_option_of_another_switch(self) -> None:
        with pytest.raises(ReadingError) as refused:
            Readings(cutoff_instant=cast("Any", SilenceEnd.MIDNIGHT))
        assert refused.value.given == f"cutoff-instant={SilenceEnd.MIDNIGHT!r}"
        assert refused.value.known == tuple(SWITCHES)

    def test_the_words_of_a_choice_are_those_of_its_row(self) -> None:
        said = choice_words("cutoff-instant=same-day").of(Language.EN)
        assert said == READING_ROWS["cutoff-instant"].options["same-day"].of(Language.EN)
        with pytest.raises(ReadingError) as refused:
            choice_words("cutoff-instant=same-day=x")
        assert refused.value.given == "cutoff-instant=same-day=x"


class TestFlipped:
    """Every other option of every switch, one at a time."""

    @pytest.mark.parametrize(
        "chosen", [(), ("cutoff-instant=same-day", "silence-end=closing-time")]
    )
    def test_each_differs_in_one_switch(self, chosen: tuple[str, ...]) -> None:
        here = Readings.of(chosen)
        flipped = dict(here.flipped())
        assert set(flipped) == {
            f"{switch}={option.value}"
            for switch, options in SWITCHES.items()
            for option in options
            if option is not here.option(switch)
        }
        for choice, other in flipped.items():
            switch, _, option = choice.partition("=")
            assert other.option(switch).value == option
            assert [s for s in SWITCHES if other.option(s) is not here.option(s)] == [switch]
