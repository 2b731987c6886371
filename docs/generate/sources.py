"""Where in the project's own files each id stands: the code that applies it, the tests it has."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from docs.generate.cite import ROOT
from docs.generate.model import Source
from slarules.annotate.tried import TESTS

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE: Final = ROOT / "src" / "slarules"

_WORDS: Final = (
    "slarules/rules/",
    "slarules/reading_rows/",
    "slarules/answer_rows.py",
    "slarules/findings.py",
)
"""Modules that put rows into words; what applies a rule is looked for before them."""

_ID: Final = re.compile(r'"([RF]-\d\.\d{1,2}-\d+)"')
_SOURCE: Final = re.compile(r"^\s*Source: clauses? (.+)$")
_CLAUSE: Final = re.compile(r"(?<![\d.])(\d)\.(\d{1,2})(?:[–-]\1\.(\d{1,2}))?(?![\d])")


@cache
def _lines() -> dict[str, list[str]]:
    """Return the lines of every module of the package, by its path from the root."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").splitlines()
        for path in sorted(PACKAGE.rglob("*.py"))
    }


@cache
def _ids() -> dict[str, Source]:
    """Return where each rule and each finding is applied, or else put into words."""
    applied: dict[str, Source] = {}
    worded: dict[str, Source] = {}
    for path, lines in _lines().items():
        into = worded if any(part in path for part in _WORDS) else applied
        for number, line in enumerate(lines, 1):
            for cited in _ID.findall(line):
                into.setdefault(cited, _at(path, number))
    return worded | applied


def id_source(cited: str) -> Source:
    """Return where a rule or a finding is applied."""
    return _ids()[cited]


def clause_sources(clause: str) -> tuple[Source, ...]:
    """Return the functions whose docstrings name the paragraph as their source."""
    return tuple(
        _at(path, number)
        for path, lines in _lines().items()
        for number, line in enumerate(lines, 1)
        if (found := _SOURCE.match(line)) and clause in set(_named(found[1]))
    )


def _named(text: str) -> Iterator[str]:
    """Yield the paragraphs a text names, those of a range too."""
    for section, first, last in _CLAUSE.findall(text):
        for number in range(int(first), int(last or first) + 1):
            yield f"{section}.{number}"


def clause_tests(clause: str) -> tuple[Source, ...]:
    """Return the test classes that quote the paragraph."""
    return tuple(_test(name) for name, clauses in TESTS.items() if clause in clauses.split())


def _test(name: str) -> Source:
    module, _, kind = name.partition("::")
    path = ROOT / "tests" / module
    line = 0
    if path.exists():
        lines = path.read_text(encoding="utf-8").splitlines()
        line = next((n for n, text in enumerate(lines, 1) if text.startswith(f"class {kind}")), 0)
    return Source(f"tests/{module}", name, line)


def _at(path: str, number: int) -> Source:
    return Source(path, f"{path.removeprefix('src/')}:{number}", number)
