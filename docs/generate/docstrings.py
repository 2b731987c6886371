"""
The public names as their modules write them: signatures, docstrings, fields, members, methods.

They are read from the source, so that nothing is imported to be described, and what a page shows
is what the module says.
"""

from __future__ import annotations

import ast
import inspect
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from docs.generate.cite import ROOT
from slarules import _MODULE_OF
from slarules.record import Record

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE: Final = ROOT / "src" / "slarules"
_SECTION: Final = re.compile(r"^(Args|Returns|Raises|Warns|Yields|Source):\s*(.*)$")
_ENTRY: Final = re.compile(r"^(\*{0,2}[\w, ]+):\s+(.*)$")

Definition = ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign


class Doc(Record):
    """A docstring: what it says, then its sections, each a list of a name and what is said."""

    paragraphs: tuple[str, ...] = ()
    sections: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


class Member(Record):
    """A field, a member of an enumeration or a method."""

    name: str
    signature: str
    doc: Doc


class Name(Record):
    """One public name."""

    name: str
    path: str
    line: int
    signature: str
    doc: Doc
    values: tuple[Member, ...] = ()
    """Fields of a record, members of an enumeration."""
    methods: tuple[Member, ...] = ()


def modules() -> dict[str, list[str]]:
    """Return the public names by their module, both in order; refusals have a page of their own."""
    found: dict[str, list[str]] = {}
    for name, module in sorted(_MODULE_OF.items(), key=lambda one: (one[1], one[0].lower())):
        if module != "errors":
            found.setdefault(module, []).append(name)
    return found


def summary(module: str) -> str:
    """Return the first sentence of a module's docstring."""
    tree = _tree(next(iter(_files(module))))
    return documented(ast.get_docstring(tree) or "").paragraphs[0]


def _files(module: str) -> list[Path]:
    """Return the files of a module, or of a folder of that name."""
    folder = PACKAGE / module
    if folder.is_dir():
        return [folder / "__init__.py", *sorted(folder.glob("[!_]*.py"))]
    return [PACKAGE / f"{module}.py"]


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def described(name: str) -> Name:
    """Return a public name as its module writes it."""
    return _described(name, _files(_MODULE_OF[name]))


def _described(name: str, files: list[Path]) -> Name:
    """Return a name one of the files defines, or takes from another module of the package."""
    for path in files:
        body = _tree(path).body
        for place, node in enumerate(body):
            if name in _defined(node):
                following = body[place + 1] if place + 1 < len(body) else None
                return _name(name, path, node, following)
    for path in files:
        for node in _tree(path).body:
            if isinstance(node, ast.ImportFrom) and name in {one.name for one in node.names}:
                return _described(name, [_file(str(node.module))])
    raise LookupError(name)


def _file(module: str) -> Path:
    """Return the file of a module of the package, by its dotted name."""
    place = PACKAGE.joinpath(*module.split(".")[1:])
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def _defined(node: ast.stmt) -> set[str]:
    match node:
        case ast.FunctionDef() | ast.ClassDef():
            return {node.name}
        case ast.Assign():
            return {one.id for one in node.targets if isinstance(one, ast.Name)}
        case ast.AnnAssign(target=ast.Name() as target):
            return {target.id}
        case _:
            return set()


def _name(name: str, path: Path, node: ast.stmt, following: ast.stmt | None) -> Name:
    where = path.relative_to(ROOT).as_posix()
    match node:
        case ast.FunctionDef():
            doc = documented(ast.get_docstring(node) or "")
            return Name(name=name, path=where, line=node.lineno, signature=_function(node), doc=doc)
        case ast.ClassDef():
            return _with_bases(_class(node, where), node, path)
        case _:
            shown = ast.unparse(node) if len(ast.unparse(node)) < _LONG else ""
            return Name(
                name=name, path=where, line=node.lineno, signature=shown, doc=_after(following)
            )


_LONG: Final = 400
"""A constant longer than this, in characters, is not shown as code."""
_WIDE: Final = 84
"""A signature wider than this has an argument a line."""


def _after(node: ast.stmt | None) -> Doc:
    """Return the docstring that stands after a constant or a field."""
    match node:
        case ast.Expr(value=ast.Constant(value=str() as text)):
            return documented(inspect.cleandoc(text))
        case _:
            return Doc()


def _function(node: ast.FunctionDef, name: str = "") -> str:
    """Return a signature as it is called: without ``self``, an argument a line where it is long."""
    if any(ast.unparse(one) == "property" for one in node.decorator_list):
        return f"{node.name}: {ast.unparse(node.returns)}" if node.returns else node.name
    returns = f" -> {ast.unparse(node.returns)}" if node.returns and not name else ""
    given = _arguments(node.args)
    whole = f"{name or node.name}({', '.join(given)}){returns}"
    if len(whole) <= _WIDE:
        return whole
    lines = "".join(f"    {one},\n" for one in given)
    return f"{name or node.name}(\n{lines}){returns}"


def _arguments(given: ast.arguments) -> list[str]:
    """Return the arguments of a signature one by one, with the marks between them."""
    only = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
    places = [*given.posonlyargs, *given.args]
    defaults = [None] * (len(places) - len(given.defaults)) + list(given.defaults)
    found: list[str] = []
    for place, (arg, default) in enumerate(zip(places, defaults, strict=True), 1):
        if arg.arg not in ("self", "cls"):
            only.args, only.defaults = [arg], [default] if default else []
            found.append(ast.unparse(only))
        if place == len(given.posonlyargs) and found:
            found.append("/")
    only.args, only.defaults = [], []
    if given.vararg:
        found.append(f"*{ast.unparse(given.vararg)}")
    elif given.kwonlyargs:
        found.append("*")
    for arg, default in zip(given.kwonlyargs, given.kw_defaults, strict=True):
        only.args, only.defaults = [arg], [default] if default else []
        found.append(ast.unparse(only))
    return [*found, *([f"**{ast.unparse(given.kwarg)}"] if given.kwarg else [])]


def _with_bases(one: Name, node: ast.ClassDef, path: Path) -> Name:
    """Return a class with what it has of bases that are no public names themselves."""
    for base in map(ast.unparse, node.bases):
        if base in _OPEN or base in _MODULE_OF:
            continue
        try:
            more = _described(base, [path])
        except LookupError:
            continue  # a class of Python's own
        known = {member.name for member in one.methods}
        methods = tuple(
            member.replace(signature=member.signature.replace(f"{base}(", f"{one.name}(", 1))
            for member in more.methods
            if member.name not in known
        )
        one = one.replace(values=more.values + one.values, methods=one.methods + methods)
    return one


_OPEN: Final = ("Record", "Word", "Exception", "UserWarning")
"""Bases that say what a class is, and whose own parts are not its subject."""


def _class(node: ast.ClassDef, where: str) -> Name:
    values, methods = [], []
    for place, inner in enumerate(node.body):
        following = node.body[place + 1] if place + 1 < len(node.body) else None
        match inner:
            case ast.AnnAssign(target=ast.Name() as target) if not target.id.startswith("_"):
                shown = ast.unparse(inner)
                values.append(Member(name=target.id, signature=shown, doc=_after(following)))
            case ast.Assign(targets=[ast.Name() as target]) if target.id.isupper():
                shown = ast.unparse(inner)
                values.append(Member(name=target.id, signature=shown, doc=_after(following)))
            case ast.FunctionDef() if not inner.name.startswith("_") or inner.name == "__init__":
                text = ast.get_docstring(inner)
                if text or inner.name == "__init__":
                    called = node.name if inner.name == "__init__" else ""
                    shown = _function(inner, called)
                    doc = documented(text or "")
                    methods.append(Member(name=inner.name, signature=shown, doc=doc))
            case _:
                pass
    bases = ", ".join(ast.unparse(base) for base in node.bases)
    return Name(
        name=node.name,
        path=where,
        line=node.lineno,
        signature=f"class {node.name}({bases})" if bases else f"class {node.name}",
        doc=documented(ast.get_docstring(node) or ""),
        values=tuple(values),
        methods=tuple(methods),
    )


# ------------------------------------------------------------------------------ docstrings


def documented(text: str) -> Doc:
    """Return a docstring as paragraphs and sections."""
    paragraphs: list[list[str]] = [[]]
    sections: list[tuple[str, list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if match := _SECTION.match(line):
            sections.append((match[1], [("", match[2])] if match[2] else []))
        elif sections and (line.startswith("    ") or sections[-1][0] == "Source"):
            _continued(sections[-1][1], line)
        elif not line.strip():
            paragraphs.append([])
        elif sections:
            sections.append(("", [("", line.strip())]))
        else:
            paragraphs[-1].append(line.strip())
    return Doc(
        paragraphs=tuple(" ".join(lines) for lines in paragraphs if lines),
        sections=tuple((name, tuple(entries)) for name, entries in sections),
    )


def _continued(entries: list[tuple[str, str]], line: str) -> None:
    """Take a line of a section: a new entry, or more of the last one."""
    if not line.strip():
        return
    deeper = line.startswith("        ")
    if not deeper and (match := _ENTRY.match(line.strip())):
        entries.append((match[1], match[2]))
    elif entries:
        name, said = entries[-1]
        entries[-1] = (name, f"{said} {line.strip()}".strip())
    else:
        entries.append(("", line.strip()))
