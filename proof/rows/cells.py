"""
The cells of a table, found in the source of its module.

A module is compiled once with every cell of its tables wrapped in a call: ``__cell__(7, "4.3")``.
Left alone the call gives the cell back; a mutant is one such call that gives something else. So a
mutant costs what it costs to run the module, and whatever is derived from the table is derived
from the changed one.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from types import CodeType

CELL: Final = "__cell__"
"""The name of the call."""
_MADE_WHOLE: Final = ("date", "time")
"""Calls that are one cell."""
_IN_GROUPS: Final = 2
"""How deep rows lie that stand under keys."""


class Target(NamedTuple):
    """
    What of a module is a table.

    ``name`` is an assignment, a class, or a pattern of assignments; ``rows_at`` is how deep the
    rows lie in it: 1 in a tuple of rows, 2 in a mapping of tuples of them. ``ordered`` says that
    the order of the rows means something. A target of ``strings`` has no name: it is every string
    of the module's code that matches.
    """

    name: str
    rows_at: int = 1
    ordered: bool = False
    strings: str = ""
    names: str = ""
    words: str = ""
    apart: bool = False
    """Whether a column is one under each key of the table, and not the same under all."""
    others: str = ""
    """The columns of short texts that are ids all the same: each gives way to every other."""
    keywords: bool = False
    """Whether a row has options as keywords, of which one may be left out, and two swapped."""


class Site(NamedTuple):
    """A cell: its number, its line, its column, and how its values are to be taken."""

    number: int
    line: int
    column: str
    target: Target
    whole: bool = False
    """Whether it is the table: its rows may be dropped or swapped."""
    annotation: str = ""
    """The type a class gives the field, where the cell is its default."""
    group: str = ""
    """The key its rows stand under, where they stand under one: a year, or the name of a class."""
    literal: str = ""
    """What it holds, if that is known from the source alone."""


class Instrumented(NamedTuple):
    """A module whose cells are calls."""

    code: CodeType
    sites: tuple[Site, ...]


def instrument(source: str, filename: str, targets: tuple[Target, ...]) -> Instrumented:
    """Return the module with the cells of its tables wrapped."""
    tree = ast.parse(source)
    wrapping = _Wrapping()
    for statement in tree.body:
        for target in targets:
            if wrapping.wrap(statement, target):
                break
    ast.fix_missing_locations(tree)
    return Instrumented(compile(tree, filename, "exec"), tuple(wrapping.sites))


def _names(statement: ast.stmt) -> list[str]:
    """Return the names a statement of a module binds."""
    match statement:
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.ClassDef(name=name):
            return [name]
        case ast.Assign(targets=[ast.Name(id=name)]):
            return [name]
        case _:
            return []


class _Wrapping:
    """Wraps the cells of one module, and numbers them."""

    def __init__(self) -> None:
        self.sites: list[Site] = []
        self._group = ""

    def wrap(self, statement: ast.stmt, target: Target) -> bool:
        """Wrap what the target means of one statement; return whether it means any of it."""
        if target.strings or target.names:
            if isinstance(statement, ast.FunctionDef | ast.ClassDef):
                _Code(self, target).visit(statement)
            return False
        if not any(re.fullmatch(target.name, name) for name in _names(statement)):
            return False
        match statement:
            case ast.AnnAssign(value=ast.expr() as value) | ast.Assign(value=value):
                statement.value = self._table(value, target)
            case ast.ClassDef(body=body, name=name):
                for one in body:
                    self._field(one, name, target)
            case _:
                pass
        return True

    def _field(self, statement: ast.stmt, of: str, target: Target) -> None:
        """Wrap the value of a member or the default of a field."""
        self._group = of
        match statement:
            case ast.Assign(targets=[ast.Name()], value=value):
                statement.value = self._cell(value, of, target, depth=9)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                hint = ast.unparse(statement.annotation)
                statement.value = self._cell(value, f"{of}.{name}", target, depth=9, hint=hint)
            case _:
                pass

    def _table(self, value: ast.expr, target: Target) -> ast.expr:
        if isinstance(value, ast.Call) and value.args:  # MappingProxyType({...}), frozenset({...})
            inner = value.args[0]
            if isinstance(inner, ast.Dict | ast.Tuple | ast.DictComp):
                value.args[0] = self._table(inner, target)
                return value
        if isinstance(value, ast.DictComp | ast.GeneratorExp):
            source = value.generators[0].iter
            if isinstance(source, ast.Call) and isinstance(source.func, ast.Attribute):
                source.func.value = self._table(source.func.value, target)
            return value
        return self._cell(value, "", target, depth=0)

    def _cell(
        self, value: ast.expr, column: str, target: Target, *, depth: int, hint: str = ""
    ) -> ast.expr:
        """Return the expression with itself and what stands in it wrapped."""
        line = value.lineno
        if target.words and depth >= target.rows_at and re.fullmatch(target.words, column):
            return value
        match value:
            case ast.Call(func=ast.Name(id=name)) if name in _MADE_WHOLE:
                pass
            case ast.Call(func=ast.Name(id="frozenset"), args=[ast.Set() as members]):
                self._elements(members, column, target, depth)
            case ast.Call():
                self._arguments(value, target)
                return value
            case ast.Tuple():
                self._elements(value, column, target, depth)
            case ast.Dict():
                self._pairs(value, column, target, depth)
            case ast.Constant() | ast.Name() | ast.Attribute():
                pass
            case _:
                return value
        whole = depth < target.rows_at
        site = Site(len(self.sites), line, column, target, whole, hint, self._group)
        return self._call(value, site)

    def _arguments(self, call: ast.Call, target: Target) -> None:
        """Wrap the arguments of a call, each a column of its own."""
        func = call.func
        called = func.attr if isinstance(func, ast.Attribute) else ast.unparse(func)
        call.args = [
            self._cell(one, f"{called}.{place}", target, depth=9)
            for place, one in enumerate(call.args)
        ]
        for keyword in call.keywords:
            column = f"{called}.{keyword.arg}"
            keyword.value = self._cell(keyword.value, column, target, depth=9)

    def _elements(
        self, value: ast.Tuple | ast.Set, column: str, target: Target, depth: int
    ) -> None:
        for place, one in enumerate(value.elts):
            below = self._below(column, target, depth, place)
            if not isinstance(one, ast.Starred):
                value.elts[place] = self._cell(one, below, target, depth=depth + 1)

    def _pairs(self, value: ast.Dict, column: str, target: Target, depth: int) -> None:
        for place, (key, one) in enumerate(zip(value.keys, value.values, strict=True)):
            below = self._below(column, target, depth, place)
            if depth == 0:
                self._group = ""
            if key is not None:
                value.keys[place] = self._cell(key, f"{below}key", target, depth=9)
            if depth == 0 and target.rows_at == _IN_GROUPS:
                self._group = str(getattr(key, "value", ""))
            value.values[place] = self._cell(one, below, target, depth=depth + 1)

    @staticmethod
    def _below(column: str, target: Target, depth: int, place: int) -> str:
        """Return the column of an element: of a row by its place, of the rest by nothing."""
        if depth < target.rows_at:
            return column
        return f"{column}[{place}]" if depth == target.rows_at else f"{column}[]"

    def _call(self, value: ast.expr, site: Site) -> ast.expr:
        self.sites.append(site)
        made = ast.Call(ast.Name(CELL, ast.Load()), [ast.Constant(site.number), value], [])
        return ast.copy_location(made, value)

    def code(self, value: ast.expr, literal: str, target: Target) -> ast.expr:
        """Return a string or a constant in the code of the module, wrapped."""
        column = "code" if target.strings else f"code {literal[0]}"
        site = Site(len(self.sites), value.lineno, column, target, literal=literal)
        return self._call(value, site)


class _Code(ast.NodeTransformer):
    """Wraps what matches in the functions of a module; docstrings and patterns are left alone."""

    def __init__(self, wrapping: _Wrapping, target: Target) -> None:
        self._wrapping, self._target = wrapping, target

    def visit_JoinedStr(self, node: ast.JoinedStr) -> Any:
        """Leave a string that is put together as it is."""
        return node

    def visit_MatchValue(self, node: ast.MatchValue) -> Any:
        """Leave a pattern as it is: it takes no call."""
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        """Leave an annotation as it is."""
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_Constant(self, node: ast.Constant) -> Any:
        """Wrap a string that matches."""
        wanted = self._target.strings
        if wanted and isinstance(node.value, str) and re.fullmatch(wanted, node.value):
            return self._wrapping.code(node, node.value, self._target)
        return node

    def visit_Name(self, node: ast.Name) -> Any:
        """Wrap the use of a constant whose name matches."""
        wanted = self._target.names
        if wanted and isinstance(node.ctx, ast.Load) and re.fullmatch(wanted, node.id):
            return self._wrapping.code(node, node.id, self._target)
        return node
