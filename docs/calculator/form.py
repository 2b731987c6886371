"""What the form asks, as data: kinds of event with their fields, readings, zones, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, get_args

from docs.calculator.phrases import FIELDS, PAGE
from slarules import events
from slarules.events import EVENTS, ServiceEvent
from slarules.reading_rows import choice_words, reading_row
from slarules.readings import SWITCHES, Readings
from slarules.terms import Category, Language, Severity, Text, Word
from slarules.words import event_word, word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from slarules.events import EventRow

_OF_SERVICE: Final = frozenset(get_args(ServiceEvent))
_INPUTS: Final = {"datetime": "moment", "date": "day", "int": "number", "str": "text"}
"""What a field that is no choice among words is typed into, by its type."""


def form() -> dict[str, Any]:
    """Return everything the form is built from, as a JSON writer knows it."""
    return {
        "texts": {key: _text(text) for key, text in PAGE.items()},
        "categories": _options(Category),
        "severities": _options(Severity),
        "kinds": [_kind(row) for row in EVENTS],
        "readings": [_reading(switch) for switch in SWITCHES],
    }


def _text(text: Text) -> dict[str, str]:
    return {"ru": text.ru, "en": text.en}


def _options(words: Iterable[Word]) -> list[dict[str, Any]]:
    return [
        {"id": one.value, **{language.value: word(one, language) for language in Language}}
        for one in words
    ]


def _kind(row: EventRow) -> dict[str, Any]:
    fields = [name for name in row.event._fields if name != "at"]
    return {
        "id": row.kind,
        "clause": row.clause,
        "of": "service" if row.event in _OF_SERVICE else "incident",
        **{language.value: event_word(row.kind, language) for language in Language},
        "fields": [_field(row, name) for name in fields],
    }


def _field(row: EventRow, name: str) -> dict[str, Any]:
    """Return a field: what is typed into it, and what it is if nothing is."""
    kind = row.event._hints[name].removesuffix(" | None")  # noqa: SLF001 - as they are written
    field: dict[str, Any] = {"name": name, **_text(FIELDS[name])}
    if kind in _INPUTS:
        field["input"] = _INPUTS[kind]
    else:
        field |= {"input": "choice", "options": _options(getattr(events, kind))}
    default = row.event._defaults.get(name)
    field["default"] = default.value if isinstance(default, Word) else default
    field["required"] = name not in row.event._defaults
    return field


def _reading(switch: str) -> dict[str, Any]:
    row = reading_row(switch)
    chosen = Readings().option(switch)
    return {
        "id": switch,
        **_text(row.question),
        "default": chosen.value,
        "options": [
            {"id": option.value, **_text(choice_words(f"{switch}={option.value}"))}
            for option in type(chosen)
        ],
    }
