"""
Run once by ``pack.mjs``, in the interpreter the browser will run: compile what a page needs.

Two things are made: the part of the standard library that the package can reach, without its
sources, and a cache beside the sources of the wheel, for what answers and refusals load. Both come
of the interpreter that will load them, so that the page compiles nothing.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import io
import json
import marshal
import sys
import zipfile
from pathlib import Path

SITE = "/site"
STDLIB = "/lib/python{}{}.zip".format(*sys.version_info[:2])
EPOCH = (1980, 1, 1, 0, 0, 0)
UNCHECKED = (1).to_bytes(4, "little")
"""Flags of a compiled file that is taken as it is, by the hash of its source (PEP 552)."""


def compiled(source: bytes, place: str) -> bytes:
    """Return the compiled file of a source."""
    code = compile(source, place, "exec", dont_inherit=True)
    return (
        importlib.util.MAGIC_NUMBER
        + UNCHECKED
        + importlib.util.source_hash(source)
        + marshal.dumps(code)
    )


def imports_of(folder: str) -> set[str]:
    """Return every module that sources name in an import, wherever in a file it stands."""
    found: set[str] = set()
    for path in Path(folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module)
    return found


def load(questions: str) -> list[str]:
    """Load all the package can ask for, answer the questions, and return the answers."""
    sys.path.insert(0, SITE)
    for name in sorted(imports_of(SITE)):
        if name.partition(".")[0] in sys.stdlib_module_names:
            importlib.import_module(name)
    for path in Path(SITE, "slarules", "errors").glob("[!_]*.py"):  # loaded by what they refuse
        importlib.import_module(f"slarules.errors.{path.stem}")
    answered = importlib.import_module("answering").answered
    return [answered(json.dumps(question)) for question in json.loads(questions)]


def stdlib() -> bytes:
    """Return the loaded part of the standard library, compiled, as an archive."""
    with zipfile.ZipFile(STDLIB) as whole:
        sources = {name: whole.read(name) for name in whole.namelist()}
    wanted: dict[str, bytes] = {}
    for name in sorted(sys.modules):
        stem = name.replace(".", "/")
        for place in (f"{stem}.py", f"{stem}/__init__.py"):
            if place in sources:
                wanted[place + "c"] = compiled(sources[place], f"{STDLIB}/{place}")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:  # stored: the whole is compressed as a part
        for place, content in sorted(wanted.items()):
            archive.writestr(zipfile.ZipInfo(place, EPOCH), content)
    return packed.getvalue()


def caches() -> list[tuple[str, bytes]]:
    """Return the compiled files of what was loaded from SITE, each with its place there."""
    tag = sys.implementation.cache_tag
    found = []
    files = {getattr(module, "__file__", None) or "" for module in sys.modules.values()}
    for path in sorted(Path(file) for file in files if file.startswith(f"{SITE}/")):
        place = path.relative_to(SITE)
        cache = place.parent / "__pycache__" / f"{place.stem}.{tag}.pyc"
        found.append((str(cache), compiled(path.read_bytes(), str(path))))
    return found
