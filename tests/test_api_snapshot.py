"""The public surface as a text that is committed: a public change is a line of the review."""

from __future__ import annotations

import pytest

import slarules
from slarules import SlaRulesError
from slarules.record import Record
from slarules.terms import Word
from tools import make_api


class Mood(Word):
    """A closed set."""

    GLAD = "glad"
    SAD = "sad"


class Guest(Record):
    """A record."""

    name: str
    mood: Mood = Mood.GLAD

    @property
    def greeting(self) -> str:
        return f"hello, {self.name}"

    def greeted(self, by: str, /, *, loudly: bool = False) -> str:
        return f"{by}: {self.greeting}{'!' if loudly else ''}"


class NotInvitedError(SlaRulesError, LookupError):
    """A refusal."""

    remedy = "ask the host"

    def __init__(self, guest: Guest) -> None:
        super().__init__(guest)
        self.guest = guest


def greet(*guests: Guest, mood: Mood = Mood.SAD, after: int | None = None) -> list[str]:
    return [guest.greeted(mood.value, loudly=bool(after)) for guest in guests]


class TestSnapshot:
    """What a user leans on changes in the open."""

    def test_the_committed_text_is_what_the_package_offers(self) -> None:
        kept, found = make_api.TARGET.read_text(encoding="utf-8"), make_api.written()
        if kept != found:
            pytest.fail(f"{make_api.difference(kept, found)}\n{make_api.REMEDY}")

    def test_every_public_name_has_its_line(self) -> None:
        lines = make_api.TARGET.read_text(encoding="utf-8").splitlines()
        told = {
            line.removeprefix("class ").partition("(")[0].partition(":")[0].partition(" ")[0]
            for line in lines
            if line and line[0] not in " ="
        }
        assert set(dir(slarules)) <= told | {
            name for name in dir(slarules) if name.startswith("__")
        }

    def test_a_difference_says_which_line_went_and_which_came(self) -> None:
        told = make_api.difference("a\nb\n", "a\nc\n").splitlines()
        assert told[-2:] == ["-b", "+c"]


class TestWhatIsTold:
    """Names, signatures, fields, members and defaults."""

    def test_of_a_closed_set_every_member_with_its_id(self) -> None:
        assert list(make_api.about("Mood", Mood)) == [
            "class Mood(Word)",
            "    GLAD = 'glad'",
            "    SAD = 'sad'",
        ]

    def test_of_a_record_every_field_default_property_and_method(self) -> None:
        assert list(make_api.about("Guest", Guest)) == [
            "class Guest(Record)",
            "    .name: str",
            "    .mood: Mood = Mood.GLAD",
            "    .greeted(by: str, /, *, loudly: bool = False) -> str",
            "    .greeting: str",
        ]

    def test_of_a_refusal_what_it_takes_and_carries_and_what_else_it_is(self) -> None:
        assert list(make_api.about("NotInvitedError", NotInvitedError)) == [
            "class NotInvitedError(SlaRulesError, LookupError)",
            "    NotInvitedError(guest: Guest) -> None",
            "    .guest",
            "    .remedy: ClassVar[str]",
        ]

    def test_of_a_function_what_is_by_place_and_what_by_keyword(self) -> None:
        assert list(make_api.about("greet", greet)) == [
            "greet(*guests: Guest, mood: Mood = Mood.SAD, after: int | None = None) -> list[str]"
        ]
