"""
How a value and a JSON tree answer one another, by the type hints of its fields.

``codec_of`` makes a codec for a hint and keeps it. Writing leaves out what equals its default.
Reading is strict: every fault is noted with its path and reading goes on, so that one document
tells all that is wrong with it. What a shape of its own needs is in ``shapes``.
"""

from __future__ import annotations

import types
import typing
from datetime import UTC, date, datetime, time, tzinfo
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NewType, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from slarules.documents.moments import is_writable, moment_text, read_clock, read_date, read_moment
from slarules.errors import DocumentError, SlaRulesError, UnwritableValueError
from slarules.record import Record
from slarules.terms import Word

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Mapping

Path = tuple[Any, ...]
"""Where in a document: (the path above, a key or a place); empty for the document itself."""

MOST_FAULTS: Final = 100
"""Reading stops at this many faults."""


_LONGEST_KEY: Final = 60


class _Bad:
    """What stands for a value that could not be read; its fault is noted."""


BAD: Final = _Bad()


class Unreadable:
    """What JSON text held that no value is made of: NaN, a number without end."""

    __slots__ = ("what",)

    def __init__(self, what: str) -> None:
        self.what = what


class Repeated(dict[str, Any]):
    """An object in which keys were given more than once."""

    repeated: tuple[str, ...] = ()


def written_path(path: Path) -> str:
    """Return a path as people write it: ``events[3].at``."""
    parts: list[str] = []
    while path:
        path, step = path
        parts.append(f"[{step}]" if isinstance(step, int) else f".{_key(step)}")
    return "".join(reversed(parts)).removeprefix(".")


def _key(step: str) -> str:
    plain = step.replace("-", "_").isidentifier() and len(step) <= _LONGEST_KEY
    return step if plain else f"{step!r:.60}"


class Reader:
    """One reading of one document: its zone, and the faults found so far."""

    __slots__ = ("faults", "zone")

    def __init__(self) -> None:
        self.faults: list[tuple[str, str]] = []
        self.zone: ZoneInfo | None = None

    def fault(self, path: Path, message: str) -> Any:
        """Note a fault; give what stands for the value."""
        self.faults.append((written_path(path), message))
        if len(self.faults) >= MOST_FAULTS:
            raise DocumentError(self.faults)
        return BAD

    def wrong(self, path: Path, wanted: str, tree: object) -> Any:
        """Note that something else stands where a kind of value is wanted."""
        return self.fault(path, f"must be {wanted}, not {described(tree)}")


def described(tree: object) -> str:
    """Return what a piece of JSON is, for a message."""
    match tree:
        case None:
            return "null"
        case bool():
            return "true" if tree else "false"
        case dict():
            return "an object"
        case list():
            return "a list"
        case Unreadable():
            return tree.what
        case str():
            return f"the text {tree!r:.80}"
        case _:
            return f"the number {tree!r:.40}"


class Writer:
    """One writing of one document: the zone its moments share."""

    __slots__ = ("zone",)

    def __init__(self) -> None:
        self.zone: tzinfo | None = None

    def moment(self, value: datetime) -> str:
        """Write a moment: Z in UTC, else the offset its zone has; one zone a document."""
        zone = value.tzinfo
        if zone is not UTC and isinstance(zone, ZoneInfo) and zone is not self.zone:
            if not isinstance(zone.key, str):  # ZoneInfo.from_file has none
                raise UnwritableValueError("a zone without a name", zone)
            if self.zone is not None and str(self.zone) != zone.key:
                raise UnwritableValueError(f"a moment of another zone than {self.zone}", value)
            self.zone = zone
        if not is_writable(value):
            raise UnwritableValueError("a moment at the end of time", value)
        return moment_text(value)


class Codec:
    """How values of one type are written and read."""

    __slots__ = ("read", "wanted", "write")

    def __init__(
        self,
        wanted: str,
        write: Callable[[Any, Writer], Any],
        read: Callable[[Any, Path, Reader], Any],
    ) -> None:
        self.wanted = wanted
        """What is wanted there, for a message."""
        self.write = write
        self.read = read


OWN: Final[dict[Any, Callable[[], Codec]]] = {}
"""Types with a shape of their own; ``shapes`` fills it before anything is written or read."""

TAGS: Final[dict[type[Record], tuple[str, str]]] = {}
"""Records told apart by a tag in their object: type -> key and word (``kind``, ``registered``)."""

PRESENT: Final[dict[type[Record], str]] = {}
"""Records told apart by a key that no other of them has: type -> key (``due``)."""

LATE_NAMES: Final[dict[str, Any]] = {"date": date, "datetime": datetime, "time": time}
"""What modules import for type checkers alone, and the hints of their records name."""

CHECKS: Final[dict[Any, Callable[[str], object]]] = {}
"""What text of a NewType must also pass: a function that refuses it."""


def codec_of(hint: Any, /) -> Codec:
    """Return the codec of a type hint."""
    return _codec_of(hint)


@cache
def _codec_of(hint: Hashable) -> Codec:
    if hint in OWN:
        return OWN[hint]()
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, NewType):
        return _named(hint)
    origin = get_origin(hint)
    if origin is types.UnionType or origin is typing.Union:
        return _union(get_args(hint))
    if origin is tuple:
        return _tuple(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Word):
        return _word(hint)
    if isinstance(hint, type) and issubclass(hint, Record):
        return _record(hint)
    raise TypeError(hint)


# ---------------------------------------------------------------------------------- plain values


def refuse_other(value: object, kind: type, wanted: str) -> None:
    """Refuse to write a value of another type than its field has."""
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise UnwritableValueError(f"what is not {wanted}", value)


def _write_number(value: int, _writer: Writer) -> int:
    refuse_other(value, int, "a whole number")
    return value


def _write_truth(value: bool, _writer: Writer) -> bool:  # noqa: FBT001
    refuse_other(value, bool, "true or false")
    return value


def _write_text(value: str, _writer: Writer) -> str:
    refuse_other(value, str, "text")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise UnwritableValueError("text with half a character", value) from None
    return value


def _read_text(tree: Any, path: Path, reader: Reader) -> Any:
    if type(tree) is not str:
        return reader.wrong(path, "text", tree)
    if not tree.isascii():
        try:
            tree.encode()
        except UnicodeEncodeError:
            return reader.fault(path, f"{tree!r:.80} holds half a character (a lone surrogate)")
    return tree


def _read_number(tree: Any, path: Path, reader: Reader) -> Any:
    return tree if type(tree) is int else reader.wrong(path, "a whole number", tree)


def _read_truth(tree: Any, path: Path, reader: Reader) -> Any:
    return tree if type(tree) is bool else reader.wrong(path, "true or false", tree)


def _text_codec(wanted: str, write: Any, parse: Callable[[str], Any]) -> Codec:
    """Return a codec of values written as text; ``parse`` raises ValueError with what is wrong."""

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        if type(tree) is not str:
            return reader.wrong(path, wanted, tree)
        try:
            return parse(tree)
        except ValueError as error:
            return reader.fault(path, f"{tree!r:.80} {error}")

    return Codec(wanted, write, read)


def _read_moment(tree: Any, path: Path, reader: Reader) -> Any:
    if type(tree) is not str:
        return reader.wrong(path, "a moment", tree)
    try:
        return read_moment(tree, reader.zone)
    except ValueError as error:
        return reader.fault(path, f"{tree!r:.80} {error}")


def _write_moment(value: datetime, writer: Writer) -> str:
    refuse_other(value, datetime, "a moment")
    return writer.moment(value)


def _write_date(value: date, _writer: Writer) -> str:
    refuse_other(value, date, "a date")
    return value.isoformat()


def _write_clock(value: time, _writer: Writer) -> str:
    refuse_other(value, time, "an hour of the day")
    return value.isoformat()


_PLAIN: Final[dict[Any, Codec]] = {
    str: Codec("text", _write_text, _read_text),
    int: Codec("a whole number", _write_number, _read_number),
    bool: Codec("true or false", _write_truth, _read_truth),
    datetime: Codec("a moment", _write_moment, _read_moment),
    date: _text_codec("a date", _write_date, read_date),
    time: _text_codec("an hour of the day", _write_clock, read_clock),
}


def _named(hint: NewType) -> Codec:
    """Return the codec of a NewType: of what it wraps, with the check it may have."""
    under = codec_of(hint.__supertype__)
    check = CHECKS.get(hint)
    if check is None:
        return under

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        value = under.read(tree, path, reader)
        if value is BAD:
            return BAD
        try:
            check(value)
        except (SlaRulesError, ValueError) as error:
            return reader.fault(path, str(error))
        return value

    return Codec(under.wanted, under.write, read)


def _word(words: type[Word]) -> Codec:
    """Return the codec of a closed set: a member is its permanent id."""
    of_id = {member.value: member for member in words}
    kind = type(next(iter(of_id)))
    known = ", ".join(map(str, of_id))
    what = words.what()
    one = f"an {what}" if what[0] in "aeiou" else f"a {what}"
    wanted = f"{one}: {known}"

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        if type(tree) is not kind:
            return reader.wrong(path, wanted, tree)
        if tree not in of_id:
            return reader.fault(path, f"unknown {what} {tree!r:.80}; known are {known}")
        return of_id[tree]

    def write(value: Word, _writer: Writer) -> Any:
        refuse_other(value, words, one)
        return value.value

    return Codec(wanted, write, read)


# -------------------------------------------------------------------------------- several values


def _tuple(hints: tuple[Any, ...]) -> Codec:
    """Return the codec of a tuple: of any length (``tuple[X, ...]``), or of a stated one."""
    if hints[-1] is Ellipsis:
        parts, length = codec_of(hints[0]), None
        codecs: tuple[Codec, ...] = ()
    else:
        codecs = tuple(map(codec_of, hints))
        parts, length = codecs[0], len(codecs)

    def write(value: tuple[Any, ...], writer: Writer) -> list[Any]:
        refuse_other(value, tuple, "a tuple")
        if length is None:
            return [parts.write(part, writer) for part in value]
        return [codec.write(part, writer) for codec, part in zip(codecs, value, strict=True)]

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        if type(tree) is not list:
            return reader.wrong(path, "a list", tree)
        if length is None:
            found = [parts.read(part, (path, n), reader) for n, part in enumerate(tree)]
        elif len(tree) != length:
            return reader.fault(path, f"must have {length} parts, not {len(tree)}")
        else:
            found = [
                codec.read(part, (path, n), reader)
                for n, (codec, part) in enumerate(zip(codecs, tree, strict=True))
            ]
        return BAD if any(part is BAD for part in found) else tuple(found)

    return Codec("a list", write, read)


def _union(hints: tuple[Any, ...]) -> Codec:
    """Return the codec of a union: None or a value, or records told apart by their tag."""
    members = [hint for hint in hints if hint is not type(None)]
    if len(members) == 1:
        inner = codec_of(members[0])
    elif members[0] in PRESENT:
        inner = _told_by_key(tuple(members))
    else:
        inner = _tagged(tuple(members))
    if len(members) == len(hints):
        return inner

    def write(value: Any, writer: Writer) -> Any:
        return None if value is None else inner.write(value, writer)

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        return None if tree is None else inner.read(tree, path, reader)

    return Codec(f"{inner.wanted}, or null", write, read)


def _tagged(members: tuple[type[Record], ...]) -> Codec:
    """Return the codec of records told apart by one tag."""
    (key,) = {TAGS[member][0] for member in members}
    by_word = {TAGS[member][1]: member for member in members}

    def write(value: Any, writer: Writer) -> Any:
        return codec_of(type(value)).write(value, writer)

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        if not isinstance(tree, dict):
            return reader.wrong(path, "an object", tree)
        if key not in tree:
            return reader.fault((path, key), f"is missing; known are {', '.join(by_word)}")
        word = tree[key]
        if type(word) is not str:
            return reader.wrong((path, key), "text", word)
        if word not in by_word:
            message = f"unknown {key} {word!r:.80}; known are {', '.join(by_word)}"
            return reader.fault((path, key), message)
        return codec_of(by_word[word]).read(tree, path, reader)

    return Codec("an object", write, read)


def _told_by_key(members: tuple[type[Record], ...]) -> Codec:
    """Return the codec of records of which each has a key the others have not."""
    by_key = {PRESENT[member]: member for member in members}
    wanted = f"exactly one of {', '.join(by_key)}"

    def write(value: Any, writer: Writer) -> Any:
        return codec_of(type(value)).write(value, writer)

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        if not isinstance(tree, dict):
            return reader.wrong(path, "an object", tree)
        found = [key for key in by_key if key in tree]
        if len(found) != 1:
            return reader.fault(path, f"must have {wanted}, not {' and '.join(found) or 'none'}")
        return codec_of(by_key[found[0]]).read(tree, path, reader)

    return Codec(f"an object with {wanted}", write, read)


# --------------------------------------------------------------------------------------- records


@cache
def fields_of(cls: type[Record]) -> Mapping[str, Codec]:
    """Return the codecs of a record's fields, in their order."""
    hints = get_type_hints(cls.__init__, localns=LATE_NAMES)
    return {field: codec_of(hints[field]) for field in cls._fields}


def check_keys(tree: dict[str, Any], known: Collection[str], path: Path, reader: Reader) -> bool:
    """Note keys that are unknown or repeated; say whether there were none."""
    fine = True
    for key in tree:
        if key not in known:
            listed = ", ".join(sorted(known)) or "none"
            reader.fault((path, key), f"is not known here; known are {listed}")
            fine = False
    if isinstance(tree, Repeated):
        for key in tree.repeated:
            reader.fault((path, key), "is given more than once")
            fine = False
    return fine


def plain_tree(value: Record, writer: Writer) -> dict[str, Any]:
    """Write the fields of a record, without those at their default."""
    tree: dict[str, Any] = {}
    defaults = value._defaults
    for name, codec in fields_of(type(value)).items():
        part = getattr(value, name)
        if name not in defaults or part != defaults[name]:
            tree[name] = codec.write(part, writer)
    return tree


def read_fields(
    tree: Any,
    codecs: Mapping[str, Codec],
    optional: Collection[str],
    path: Path,
    reader: Reader,
    also: Collection[str] = (),
) -> dict[str, Any] | None:
    """
    Return the values an object holds, by key; None where something is wrong.

    Args:
        tree: What should be an object.
        codecs: What it may hold, and how each is read.
        optional: What it need not hold.
        path: Where it stands.
        reader: Notes what is wrong.
        also: Keys that may stand there and are no values.
    """
    if not isinstance(tree, dict):
        reader.wrong(path, "an object", tree)
        return None
    fine = check_keys(tree, {*codecs, *also}, path, reader)
    values: dict[str, Any] = {}
    for name, codec in codecs.items():
        if name in tree:
            values[name] = codec.read(tree[name], (path, name), reader)
            fine = fine and values[name] is not BAD
        elif name not in optional:
            reader.fault((path, name), f"is missing: {codec.wanted}")
            fine = False
    return values if fine else None


def _record(cls: type[Record]) -> Codec:
    """Return the codec of a record: an object of its fields, without those at their default."""
    tag = TAGS.get(cls)

    def write(value: Any, writer: Writer) -> dict[str, Any]:
        refuse_other(value, cls, f"a {cls.__name__}")
        tree = plain_tree(value, writer)
        return tree if tag is None else {**tree, tag[0]: tag[1]}

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        also = () if tag is None else tag[:1]
        values = read_fields(tree, fields_of(cls), cls._defaults, path, reader, also)
        return BAD if values is None else made(cls, values, path, reader)

    return Codec("an object", write, read)


def made(make: Callable[..., Any], values: dict[str, Any], path: Path, reader: Reader) -> Any:
    """Return the value made of its parts; what refuses them is a fault of the path."""
    try:
        return make(**values)
    except SlaRulesError as error:
        place = getattr(error, "place", None)  # of the event that is refused
        if "events" in values and type(place) is int:
            path = ((path, "events"), place)
        return reader.fault(path, str(error))
