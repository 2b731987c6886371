"""Words by their permanent ids, and rows of words in two languages."""

from __future__ import annotations

import pytest

from slarules.errors import UnknownWordError
from slarules.terms import Category, ClauseKind, Language, Text


class TestWords:
    """3.6: a word is one of a closed set, or refused."""

    def test_is_found_by_its_id(self) -> None:
        assert Category.of("B") is Category.B

    def test_that_is_none_is_refused_with_the_set_the_word_and_those_known(self) -> None:
        with pytest.raises(UnknownWordError) as refused:
            Category.of("F")
        assert refused.value.args == ("category", "F", ["A", "B", "C", "D", "E"])
        with pytest.raises(UnknownWordError) as refused:
            ClauseKind.of("hint")
        assert refused.value.what == "clause kind"


class TestTexts:
    """A row of words says the same in either language."""

    def test_in_the_language_asked_for(self) -> None:
        row = Text("срок", "due")
        assert (row.of(Language.RU), row.of(Language.EN)) == ("срок", "due")
