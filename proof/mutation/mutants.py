"""The mutants of one module: mutmut's operators on its function bodies."""

from __future__ import annotations
import __future__

import difflib
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import libcst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import MutationVisitor
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import get_ignored_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

_FLAGS: Final = __future__.annotations.compiler_flag


class Name(NamedTuple):
    """What a mutant is known by: it stays the same while its line does."""

    function: str
    """Module, colon, qualified name."""
    was: str
    now: str
    ordinal: int
    """Which of those with the same texts in the function, from 1."""

    def __str__(self) -> str:
        again = f" #{self.ordinal}" if self.ordinal > 1 else ""
        return f"{self.function}{again}  {self.was}  ->  {self.now}"


class Mutant(NamedTuple):
    """One function with one thing changed."""

    name: Name
    module: str
    owner: str | None
    """The class, if it is a method."""
    function: str
    source: str
    """The function as it becomes, from column 0."""
    lines: tuple[int, int]
    """First and last line of what is changed, in the module."""
    body: tuple[int, int]
    """First and last line of the function, in the module."""


def mutants(module: str, path: Path) -> Iterator[Mutant]:
    """Yield the mutants of a module, in the order of its text."""
    source = path.read_text(encoding="utf-8")
    wrapper = MetadataWrapper(libcst.parse_module(source))
    visitor = MutationVisitor(mutation_operators, get_ignored_lines(str(path), source, wrapper))
    wrapper.visit(visitor)
    places = wrapper.resolve(PositionProvider)
    owners = _owners(wrapper.module)
    texts = {function: _text(function) for function in owners}
    seen: dict[tuple[str, str, str], int] = {}
    for made in visitor.mutations:
        function = made.contained_by_top_level_function
        if not isinstance(function, libcst.FunctionDef):
            continue  # class bodies and tables: rows have a mutator of their own
        owner = owners[function]
        after = _text(function.deep_replace(made.original_node, made.mutated_node))
        was, now = _changed(texts[function], after)
        qualified = f"{module}:{f'{owner}.' if owner else ''}{function.name.value}"
        ordinal = seen[qualified, was, now] = seen.get((qualified, was, now), 0) + 1
        yield Mutant(
            name=Name(qualified, was, now, ordinal),
            module=module,
            owner=owner,
            function=function.name.value,
            source=after,
            lines=_span(places[made.original_node]),
            body=_span(places[function]),
        )


def _owners(module: libcst.Module) -> dict[libcst.FunctionDef, str | None]:
    """Return the functions mutmut looks at, each with its class."""
    found: dict[libcst.FunctionDef, str | None] = {}
    for each in module.body:
        if isinstance(each, libcst.FunctionDef):
            found[each] = None
        elif isinstance(each, libcst.ClassDef):
            for one in each.body.body:
                if isinstance(one, libcst.FunctionDef):
                    found[one] = each.name.value
    return found


def _span(place: Any) -> tuple[int, int]:
    return place.start.line, place.end.line


def _text(function: Any) -> str:
    return libcst.Module(body=[function.with_changes(leading_lines=())]).code


def _changed(before: str, after: str) -> tuple[str, str]:
    """Return the lines that differ, as they were and as they are."""
    old, new = before.splitlines(), after.splitlines()
    was: list[str] = []
    now: list[str] = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            was += old[i:j]
            now += new[k:m]
    return " ".join(map(str.strip, was)), " ".join(map(str.strip, now))


def apply(mutant: Mutant, module: ModuleType) -> None:
    """
    Give the living function the mutant's code, wherever it is referred to from.

    Raises:
        SyntaxError, ValueError: The function cannot take that code.
    """
    held = vars(module)
    text = mutant.source
    if mutant.owner is not None:
        held = vars(held[mutant.owner])
        lines = "".join(f" {line}" for line in text.splitlines(keepends=True))
        text = f"class {mutant.owner}:\n{lines}"
    function = _bare(held[mutant.function])
    compiled = compile(text, module.__file__ or "", "exec", flags=_FLAGS, dont_inherit=True)
    made: dict[str, Any] = {}
    exec(compiled, {**vars(module)}, made)  # noqa: S102 - its defaults are made, nothing runs
    new = _bare(
        vars(made[mutant.owner])[mutant.function] if mutant.owner else made[mutant.function]
    )
    function.__code__ = new.__code__
    function.__defaults__ = new.__defaults__
    function.__kwdefaults__ = new.__kwdefaults__


def _bare(function: Any) -> FunctionType:
    """Return the function under a static or class method."""
    found = getattr(function, "__func__", function)
    assert isinstance(found, FunctionType), found
    return found


def code_of(mutant: Mutant, module: ModuleType) -> CodeType:
    """Return the code of the function as it is."""
    held = vars(module)
    if mutant.owner is not None:
        held = vars(held[mutant.owner])
    return _bare(held[mutant.function]).__code__


def mutated_source(mutant: Mutant, source: str) -> str:
    """Return the module's text with the function as the mutant has it."""
    lines = source.splitlines(keepends=True)
    first, last = mutant.body
    indent = "    " if mutant.owner else ""
    inside = "".join(
        f"{indent}{line}" if line.strip() else line
        for line in mutant.source.splitlines(keepends=True)
    )
    return "".join((*lines[: first - 1], inside, *lines[last:]))
