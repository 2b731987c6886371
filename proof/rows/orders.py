"""
What stands in an order without being a table: the members of a class, the options of a row.

The first option of a switch is its default, so that its place is a cell, too. Each member or
option is left out in turn, and each swapped with its neighbour; the module is compiled for each.
"""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

    from proof.rows.cells import Target

_NO_OPTIONS: Final = frozenset({"ask", "why", "say", "by"})
"""The keywords of a row that are columns."""


def reordered(
    source: str, filename: str, targets: tuple[Target, ...]
) -> Iterator[tuple[str, CodeType]]:
    """Yield what was done, and the module with that done."""
    tree = ast.parse(source)
    for statement in tree.body:
        for held, places in _held(statement, targets):
            whole = list(held)
            for said, kept in _orders(whole, places):
                held[:] = kept
                yield f"line {statement.lineno}: {said}", compile(tree, filename, "exec")
            held[:] = whole


def _held(
    statement: ast.stmt, targets: tuple[Target, ...]
) -> Iterator[tuple[list[Any], list[int]]]:
    """Yield the lists of a statement that have an order, and the places in them that count."""
    match statement:
        case ast.ClassDef(name=name, body=body):
            if any(one.ordered and re.fullmatch(one.name, name) for one in targets):
                yield body, [n for n, one in enumerate(body) if isinstance(one, ast.Assign)]
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
            if any(one.keywords and re.fullmatch(one.name, name) for one in targets):
                for call in ast.walk(statement):
                    if isinstance(call, ast.Call) and call.keywords:
                        options = [k.arg not in _NO_OPTIONS for k in call.keywords]
                        yield call.keywords, [n for n, is_one in enumerate(options) if is_one]
        case _:
            pass


def _orders(whole: list[Any], places: list[int]) -> Iterator[tuple[str, list[Any]]]:
    """Yield a list with one of its places left out, and with two neighbours swapped."""
    for place in places:
        yield (
            f"without {ast.unparse(whole[place])[:60]}",
            [one for n, one in enumerate(whole) if n != place],
        )
    for first, second in pairwise(places):
        swapped = list(whole)
        swapped[first], swapped[second] = whole[second], whole[first]
        yield f"{ast.unparse(whole[second])[:60]} goes first", swapped
