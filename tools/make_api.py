"""
Write ``tests/data/api.txt``: everything public a user can lean on, so that review sees it change.

    python -m tools.make_api            compare, and show what differs
    python -m tools.make_api --write    write it anew

Names, signatures, fields, members and defaults, as the running package has them. Whoever reads a
line that went away reads a broken promise; a line that came is a promise made.
"""

from __future__ import annotations

import ast
import dis
import enum
import inspect
import sys
from difflib import unified_diff
from importlib import import_module
from pathlib import Path
from types import ModuleType, UnionType
from typing import TYPE_CHECKING, Any, Final, NewType, get_args, get_overloads

import slarules
from slarules.record import Record
from slarules.terms import Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TARGET: Final = Path(__file__).resolve().parent.parent / "tests" / "data" / "api.txt"
REMEDY: Final = "if the change is meant, run python -m tools.make_api --write and commit the file"

MANY: Final = 8
"""Of a default with more parts than these, the ends and the number are told."""

HEAD: Final = """\
Everything public, as the package has it. tools/make_api.py writes this file: a line that changes
here is a change a user sees. Of every record and every closed set, what stands under Record and
Word holds too.
"""

BY_THEMSELVES: Final = ("slarules.batch", "slarules.frames", "slarules.testing")
"""Modules with names of their own beside the table of ``__init__``, imported by those who ask."""


def written() -> str:
    """Return the text."""
    lines = [HEAD]
    lines += _section("slarules", [("Record", Record), ("Word", Word), *_named(slarules)])
    for name in BY_THEMSELVES:
        if _is_there(name):
            lines += _section(name, _named(import_module(name)))
    return "\n".join(lines) + "\n"


def difference(kept: str, found: str) -> str:
    """Return how the text that is kept differs from the one that is found."""
    rows = unified_diff(
        kept.splitlines(), found.splitlines(), "the public names kept", "as they are", lineterm=""
    )
    return "\n".join(rows)


def _is_there(module: str) -> bool:
    """Return whether the package has a module of that name."""
    place = TARGET.parents[2] / "src" / Path(*module.split("."))
    return place.with_suffix(".py").exists() or (place / "__init__.py").exists()


def _named(module: ModuleType) -> list[tuple[str, object]]:
    """Return what a module offers, in the order of the names."""
    offered = getattr(module, "__all__", None) or _re_exported(module)
    return [(name, getattr(module, name)) for name in sorted(offered)]


def _re_exported(module: ModuleType) -> list[str]:
    """Return what a module without ``__all__`` defines, or imports under its own name again."""
    found: list[str] = []
    for statement in ast.parse(inspect.getsource(module)).body:
        match statement:
            case ast.ImportFrom(names=aliases):
                found += [alias.name for alias in aliases if alias.asname == alias.name]
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found.append(name)
            case _:
                pass
    return [name for name in dict.fromkeys(found) if not name.startswith("_")]


def _section(title: str, named: list[tuple[str, object]]) -> Iterator[str]:
    """Yield what is said of a module."""
    yield f"\n== {title}\n"
    for name, value in named:
        yield from about(name, value)


def about(name: str, value: Any) -> Iterator[str]:
    """Yield what is said of one public name."""
    match value:
        case type() if issubclass(value, enum.Enum):
            yield _class(name, value)
            yield from (f"    {member.name} = {member.value!r}" for member in value)
            yield from _members(value)
        case type() if issubclass(value, BaseException):
            yield _class(name, value)
            if made := vars(value).get("__init__"):
                yield f"    {name}{_signature(made, bound=True)}"
                yield from (f"    .{field}" for field in _set_by(made))
            yield from _members(value)
        case type() if issubclass(value, Record):
            yield _class(name, value)
            yield from _fields(value)
            yield from _members(value)
        case type():
            yield _class(name, value)
            made = inspect.getattr_static(value, "__init__")
            if inspect.isfunction(made):
                yield f"    {name}{_signature(made, bound=True)}"
                declared = vars(value).get("__annotations__", {})
                yield from (f"    .{one}" for one in _set_by(made) if one not in declared)
            yield from _members(value)
        case NewType():
            yield f"{name}: a new type of {value.__supertype__.__name__}"
        case UnionType():
            yield f"{name} = {' | '.join(part.__name__ for part in get_args(value))}"
        case _ if callable(value):
            yield from (f"{name}{_signature(one)}" for one in get_overloads(value) or [value])
        case _:
            yield f"{name}: {type(value).__name__}"


def _class(name: str, value: type) -> str:
    """Return the line of a class, with the bases a user can see."""
    bases = ", ".join(base.__name__ for base in value.__bases__ if base is not object)
    how = "" if getattr(value, "_kw_only", True) else ", kw_only=False"
    return f"class {name}({bases}{how})" if bases else f"class {name}"


def _fields(value: type[Record]) -> Iterator[str]:
    """Yield the fields of a record, inherited ones too, with their defaults."""
    hints: dict[str, str] = vars(value)["_hints"]
    for field in value._fields:
        default = value._defaults
        given = f" = {_shown(default[field])}" if field in default else ""
        yield f"    .{field}: {hints[field]}{given}"


def _members(value: type) -> Iterator[str]:
    """Yield what a class has beside its fields: declared attributes, properties, methods."""
    fields = set(getattr(value, "_fields", ()))
    ours = [base for base in value.__mro__ if base.__module__ not in sys.stdlib_module_names]
    if value not in {Record, Word}:
        ours = [base for base in ours if base not in {Record, Word}]
    seen: dict[str, str] = {}
    for base in ours:
        for name, hint in vars(base).get("__annotations__", {}).items():
            if not name.startswith("_") and name not in fields:
                seen.setdefault(name, f"    .{name}: {hint}")
        for name, member in vars(base).items():
            if not name.startswith("_") and (line := _member(name, member)):
                seen.setdefault(name, line)
    yield from (seen[name] for name in sorted(seen))


def _member(name: str, member: object) -> str | None:
    """Return the line of one member of a class; None for what is no promise of its own."""
    match member:
        case property():
            assert member.fget is not None
            return f"    .{name}: {member.fget.__annotations__.get('return')}"
        case classmethod():
            return f"    classmethod .{name}{_signature(member.__func__, bound=True)}"
        case staticmethod():
            return f"    staticmethod .{name}{_signature(member.__func__)}"
        case _ if inspect.isfunction(member):
            return f"    .{name}{_signature(member, bound=True)}"
        case _:
            return None


def _set_by(method: Callable[..., object]) -> list[str]:
    """Return the attributes a method sets, in order."""
    found = (one.argval for one in dis.get_instructions(method) if one.opname == "STORE_ATTR")
    return [name for name in dict.fromkeys(found) if not name.startswith("_")]


def _signature(function: Callable[..., object], *, bound: bool = False) -> str:
    """Return a signature with its defaults as one writes them; a bound one without its first."""
    whole = inspect.signature(function)
    given = list(whole.parameters.values())[1 if bound else 0 :]
    parts: list[str] = []
    for place, one in enumerate(given):
        if one.kind is one.KEYWORD_ONLY and not any(
            before.kind in {one.KEYWORD_ONLY, one.VAR_POSITIONAL} for before in given[:place]
        ):
            parts.append("*")
        stars = {"VAR_POSITIONAL": "*", "VAR_KEYWORD": "**"}.get(one.kind.name, "")
        hint = "" if one.annotation is one.empty else f": {_hint(one.annotation)}"
        default = "" if one.default is one.empty else f" = {_shown(one.default)}"
        parts.append(f"{stars}{one.name}{hint}{default}")
        follows = given[place + 1] if place + 1 < len(given) else None
        if one.kind is one.POSITIONAL_ONLY and (
            follows is None or follows.kind is not one.POSITIONAL_ONLY
        ):
            parts.append("/")
    end = "" if whole.return_annotation is whole.empty else f" -> {_hint(whole.return_annotation)}"
    return f"({', '.join(parts)}){end}"


def _hint(annotation: object) -> str:
    """Return an annotation as it is written."""
    return annotation if isinstance(annotation, str) else getattr(annotation, "__name__", "?")


def _shown(value: object) -> str:
    """Return a default as one would write it."""
    match value:
        case enum.Enum():
            return f"{type(value).__name__}.{value.name}"
        case tuple():
            inside = ", ".join(map(_shown, value))
            if len(value) > MANY:
                inside = f"{_shown(value[0])}, … {_shown(value[-1])}: {len(value)} of them"
            return f"({inside},)" if len(value) == 1 else f"({inside})"
        case _ if callable(value):
            return getattr(value, "__name__", "?")
        case _:
            return repr(value)


def main() -> None:
    """Write the text, or compare it."""
    if "--write" in sys.argv[1:]:
        TARGET.write_text(written(), encoding="utf-8")
        return
    kept = TARGET.read_text(encoding="utf-8")
    if kept != (found := written()):
        sys.exit(f"{difference(kept, found)}\n{REMEDY}")


if __name__ == "__main__":
    main()
