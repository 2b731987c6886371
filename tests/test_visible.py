"""What acts or hides in a text of somebody else's is shown by its code, and can be had back."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from slarules.visible import as_it_was, escaped_json, shown

ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
ANY_TEXT = st.text(st.characters(codec=None), max_size=12) | st.lists(
    st.sampled_from(["[", "U+202E", "]", "\u202e", "\x1b", "\ud800", "[U+", "005B"]), max_size=6
).map("".join)


class TestShown:
    """Nothing acts, and nothing is lost."""

    @given(ANY_TEXT)
    @example("[U+202E]")
    @example("[[U+005B]\u202e]")
    def test_gives_the_text_back(self, text: str) -> None:
        assert as_it_was(shown(text)) == text
        assert not ACTING.search(shown(text))

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("\x1b[31m", "[U+001B][31m"),
            ("a\u202eb", "a[U+202E]b"),
            ("[U+202E]", "[U+005B]U+202E]"),
            ("\ud800\uffff", "[U+D800][U+FFFF]"),
            ("и\n\tт.д. 😀", "и\n\tт.д. 😀"),
        ],
    )
    def test_by_hand(self, text: str, said: str) -> None:
        assert shown(text) == said

    @given(st.text(max_size=12))
    @example("\x7f\x9b\u202e")
    def test_json_holds_the_same_values(self, text: str) -> None:
        written = escaped_json(json.dumps({text: [text]}, ensure_ascii=False))
        assert json.loads(written) == {text: [text]}
        assert not ACTING.search(written)
