"""
JSON documents: every public value as text, and back.

``dumps`` writes a value in the one way it is written: UTF-8, keys in order, nothing spaced, one
newline at the end; the same value is the same bytes. ``loads`` reads strictly: all that is wrong
with a document is raised together, each fault with its path, and nothing untyped comes out.

The first thing a document says is its ``schema``; ``SCHEMAS`` lists them. What equals its default
is left out, events are told apart by ``kind``, steps by ``step``, an answer about an obligation by
which one of ``due``, ``not_stated``, ``not_applicable``, ``until_event`` it has. Moments in UTC
end in Z; those on a zone's clock have its offset, and the document names the zone. Beside an
assessment there may stand the ``receipt`` of what it was made from; it is read strictly, too, and
is no part of the value.
"""

from __future__ import annotations

from datetime import tzinfo
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, TypeVar, overload
from zoneinfo import ZoneInfo

from slarules.documents.codec import BAD, Reader, Repeated, Writer, codec_of
from slarules.documents.kinds import KIND_OF, SCHEMAS
from slarules.documents.text import LIMIT, text_of, tree_of
from slarules.errors import DocumentError, UnwritableValueError
from slarules.receipt import Receipt

if TYPE_CHECKING:
    from slarules.documents.kinds import Kind

__all__ = ["LIMIT", "SCHEMAS", "dumps", "loads", "tree"]

T = TypeVar("T")


def dumps(value: object, /) -> str:
    """
    Return the document of a value.

    Raises:
        UnwritableValueError: The value is none of those documents hold, or holds what none can:
            half a character, a zone without a name, moments on the clocks of two zones.
    """
    return text_of(tree(value))


def tree(value: object, /) -> dict[str, Any]:
    """
    Return the document of a value as what a JSON writer knows, to put into another document.

    Raises:
        UnwritableValueError: As ``dumps``.
    """
    kind = KIND_OF.get(type(value))
    if kind is None:
        raise UnwritableValueError("a value that no document holds", value)
    writer = Writer()
    written: dict[str, Any] = {"schema": kind.schema}
    written |= codec_of(type(value)).write(value, writer)
    if writer.zone is not None:
        assert kind.zoned
        written["zone"] = str(writer.zone)
    return written


@overload
def loads(text: str | bytes, /, *, limit: int = LIMIT) -> object: ...
@overload
def loads(text: str | bytes, expected: type[T], /, *, limit: int = LIMIT) -> T: ...
def loads(text: str | bytes, expected: type | None = None, /, *, limit: int = LIMIT) -> object:
    """
    Return the value of a document.

    Args:
        text: The document: text, or bytes of UTF-8.
        expected: The type the value must have; without it the schema decides.
        limit: The most bytes or characters that are read.
    Raises:
        DocumentError: All that is wrong with the document, each fault with its path.
        UnwritableValueError: No document holds values of that type.
    """
    if expected is not None and expected not in KIND_OF:
        raise UnwritableValueError("a type that no document holds", expected)
    found = tree_of(text, limit)
    reader = Reader()
    value = _read(found, expected, reader)
    if reader.faults:
        raise DocumentError(reader.faults)
    return value


def _read(found: Any, expected: type | None, reader: Reader) -> object:
    if not isinstance(found, dict):
        return reader.wrong((), "an object", found)
    kind = _kind(found, expected, reader)
    if kind is None:
        return BAD
    own = {"schema", *(("zone",) if kind.zoned else ()), *(("receipt",) if kind.receipted else ())}
    if kind.zoned and "zone" in found:
        zone = codec_of(tzinfo).read(found["zone"], ((), "zone"), reader)
        if isinstance(zone, ZoneInfo):
            reader.zone = zone
        elif zone is not BAD:
            reader.fault(((), "zone"), "must be a name of the zone database")
    if kind.receipted and "receipt" in found:
        codec_of(Receipt).read(found["receipt"], ((), "receipt"), reader)  # no part of the value
    # What is left once the document's own keys are taken is the value.
    rest = Repeated({key: part for key, part in found.items() if key not in own})
    rest.repeated = found.repeated if isinstance(found, Repeated) else ()
    value = codec_of(reduce(or_, kind.holds)).read(rest, (), reader)
    if expected is not None and value is not BAD and type(value) is not expected:
        return reader.fault((), f"holds a {type(value).__name__}; wanted is a {expected.__name__}")
    return value


def _kind(found: dict[str, Any], expected: type | None, reader: Reader) -> Kind | None:
    """Return the kind of document that the schema names, where it may stand."""
    path = ((), "schema")
    known = [KIND_OF[expected].schema] if expected is not None else list(SCHEMAS)
    if "schema" not in found:
        reader.fault(path, f"is missing: write {' or '.join(known)}")
        return None
    schema = found["schema"]
    if type(schema) is not str:
        reader.wrong(path, " or ".join(known), schema)
        return None
    if schema not in known:
        wanted = "wanted is" if schema in SCHEMAS else "known here is"
        reader.fault(path, f"is {schema!r:.80}; {wanted} {' or '.join(known)}")
        return None
    return SCHEMAS[schema]
