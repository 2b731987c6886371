"""
JSON text: one way to write a tree, and a strict way to read one.

Keys are sorted, nothing is spaced, text stays as it is, one newline ends the document: the same
tree is the same bytes of UTF-8. Read, nothing but a tree or a ``DocumentError`` comes out, whatever
the bytes.
"""

from __future__ import annotations

import json
from typing import Any, Final, NoReturn

from slarules.documents.codec import Repeated, Unreadable
from slarules.errors import DocumentError

LIMIT: Final = 6 * 1024 * 1024
"""The size of a document that is read unless another is given, in bytes or characters."""

_MOST_DIGITS: Final = 18


def text_of(tree: dict[str, Any]) -> str:
    """Return the tree as text, in the one way it is written."""
    written = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{written}\n"


def tree_of(text: str | bytes, limit: int) -> Any:
    """Return the tree that the text holds; what JSON cannot hold stands in it as Unreadable."""
    if len(text) > limit:
        unit = "bytes" if isinstance(text, bytes) else "characters"
        _refuse(f"is larger than {limit:,} {unit}; give a higher limit if that is meant")
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8")
        except UnicodeDecodeError as error:
            _refuse(f"is not UTF-8: byte {error.start + 1} does not belong there")
    try:
        return json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_object,
            parse_int=_number,
            parse_float=_fraction,
            parse_constant=Unreadable,
        )
    except json.JSONDecodeError as error:
        what = error.msg[:1].lower() + error.msg[1:]
        _refuse(f"is not JSON: {what} at line {error.lineno}, column {error.colno}")
    except RecursionError:
        _refuse("is nested too deeply")


def _refuse(message: str) -> NoReturn:
    raise DocumentError([("", message)]) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeated = Repeated(found)
    seen: set[str] = set()
    repeated.repeated = tuple(
        dict.fromkeys(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    )
    return repeated


def _number(digits: str) -> object:
    if len(digits) > _MOST_DIGITS:
        return Unreadable(f"a number of {len(digits)} digits")
    return int(digits)


def _fraction(digits: str) -> Unreadable:
    # Nothing here is measured in fractions: a whole number is meant, or nothing is.
    return Unreadable(f"the number {digits:.40}")
