"""The keys of an agreement's file told to programs and to people, from the rows the reader uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, assert_never

from slarules.agreement_file.keys import FILE, SCHEMA, ByDate, Fields, Many, rows
from slarules.agreement_file.values import Kind

if TYPE_CHECKING:
    from slarules.agreement_file.keys import Key, Shape
    from slarules.terms import Language

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def agreement_schema(language: Language, /) -> dict[str, Any]:
    """Return the JSON Schema of the file; its dates, which TOML has, are strings there."""
    return {"$schema": DIALECT, "title": SCHEMA, **_of(FILE, language)}


def _of(shape: Shape, language: Language) -> Any:
    match shape:
        case Kind():
            return _plain(shape.schema)
        case Fields():
            required = [key.name for key in shape.keys if key.required]
            return {
                "type": "object",
                "additionalProperties": False,
                "properties": {key.name: _key(key, language) for key in shape.keys},
                **({"required": required} if required else {}),
            }
        case Many():
            return {"type": "array", "items": _of(shape.fields, language)}
        case ByDate():
            return {
                "type": "object",
                "propertyNames": {"format": "date"},
                "additionalProperties": _of(shape.kind, language),
            }
        case _ as unreachable:
            assert_never(unreachable)


def _plain(values: Any) -> Any:
    """Return read-only values as those a JSON writer knows."""
    if hasattr(values, "items"):
        return {name: _plain(value) for name, value in values.items()}
    return values


def _key(key: Key, language: Language) -> dict[str, Any]:
    clauses = f" ({', '.join(key.clauses)})" if key.clauses else ""
    return {"description": f"{key.text.of(language)}{clauses}", **_of(key.shape, language)}


def agreement_keys(language: Language, /) -> tuple[tuple[str, str, str, str], ...]:
    """Return every key of a value: its path, the clauses, what it is, what to write (English)."""
    return tuple(
        (path, ", ".join(key.clauses), key.text.of(language), key.shape.wanted)
        if isinstance(key.shape, Kind)
        else (path, ", ".join(key.clauses), key.text.of(language), _DATES)
        for path, key in rows()
        if isinstance(key.shape, (Kind, ByDate))
    )


_DATES: Final = 'write 2026-12-31 = ["10:00-16:00"]'
