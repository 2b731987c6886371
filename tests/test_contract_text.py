"""The text of a copy as a machine compares it: where a word goes on, what a line is stripped of."""

from __future__ import annotations

import pytest

from slarules.contract_text import joins, normalised, split


class TestJoins:
    """A word goes on over the end of a line where two letters and a dash end it."""

    @pytest.mark.parametrize(
        ("piece", "following"),
        [
            ("под-", "держки"),
            ("веб\u2011", "интерфейс"),  # a non-breaking hyphen
            ("под\uff0d", "держки"),  # a dash of full width
            ("под-\u200b", "держки"),  # with a space of no width after it
            ("под-", "\u200bдержки"),
            ("под\u00ad", "держки"),  # a soft hyphen
            ("п\u00ad", "оддержки"),  # after one letter, too
            ("11\u00ad", "рабочих"),
        ],
    )
    def test_after_a_dash_or_a_soft_hyphen(self, piece: str, following: str) -> None:
        assert joins(piece, following) is True

    @pytest.mark.parametrize(
        ("piece", "following"),
        [
            ("под", "держки"),  # no dash
            ("C -", "ошибки"),  # the dash of a list
            ("А-", "ошибки"),  # one letter before it
            ("10-", "дней"),  # no letter before it
            ("под-", "2"),  # no letter after it
            ("под-", " держки"),
            ("под-", ""),
            ("под\u00ad", "12"),
            ("под\u00ad", ""),
            ("", "держки"),
        ],
    )
    def test_nowhere_else(self, piece: str, following: str) -> None:
        assert joins(piece, following) is False


class TestLines:
    """How a copy was typed does not count; what it says does."""

    def test_a_soft_hyphen_at_the_end_of_a_line_leaves_nothing(self) -> None:
        assert normalised("служба под\u00ad\n  держки") == "служба поддержки"

    def test_a_line_keeps_the_letters_it_begins_and_ends_with(self) -> None:
        (found,) = split("\ufeff\t XX век, раздел XX\u00a0 ")
        assert found.text == "XX век, раздел XX"
