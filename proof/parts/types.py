"""Programs a user might write, right and wrong, as two type checkers see them."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from proof.part import ROOT, Outcome, Part, Table, Text, Tried
from tests.refusals import (
    MYPY,
    PROGRAMS,
    PYRIGHT,
    Refusal,
    Tree,
    by_mypy,
    by_pyright,
    expected,
    installed,
)
from tools import make_api

if TYPE_CHECKING:
    from collections.abc import Callable

CHECKERS: Final[dict[str, tuple[Callable[[Tree, Path], list[Refusal]], dict[str, str]]]] = {
    "mypy": (by_mypy, MYPY),
    "pyright": (by_pyright, PYRIGHT),
}


def run() -> Outcome:
    """Check the programs against the sources and against what the wheel ships."""
    failed: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        trees = {
            "sources": Tree(Path(sys.executable), ROOT / "src"),
            "installed": installed(Path(folder)),
        }
        for where, tree in trees.items():
            for checker, (check, names) in CHECKERS.items():
                place = Path(folder) / f"{where}-{checker}"
                place.mkdir()
                found, marked = set(check(tree, place)), set(expected(names))
                failed += [f"{checker}, {where}: not refused: {one}" for one in marked - found]
                failed += [f"{checker}, {where}: refused: {one}" for one in found - marked]
    kept = make_api.TARGET.read_text(encoding="utf-8")
    if kept != make_api.written():
        failed.append(make_api.REMEDY)
    wrong = len(expected(MYPY))
    right = sum(
        len(program.read_text(encoding="utf-8").splitlines())
        for program in PROGRAMS.glob("right/*.py")
    )
    kinds = Counter(refusal.program for refusal in expected(MYPY))
    return Outcome(
        tried=(
            Tried(Text("неверных строк, каждая отвергнута", "wrong lines, each refused"), wrong),
            Tried(Text("строк верных программ", "lines of right programs"), right),
            Tried(Text("строк снимка имён", "lines of the public names"), len(kept.splitlines())),
        ),
        found=FOUND,
        tables=(
            Table(
                Text("Неверные строки по программам", "Wrong lines by program"),
                (Text("Программа", "Program"), Text("Строк", "Lines")),
                tuple(sorted(kinds.items())),
            ),
        ),
        failed=tuple(sorted(failed)),
    )


FOUND: Final = (
    Text(
        "Присвоить `support.readings`, поле календаря или новое имя соглашению и записи проверка "
        "типов не мешала, хотя при выполнении это отказ; исправлено.",
        "Type checkers let one set `support.readings`, a calendar's field, or a new name on an "
        "agreement or a record, though it is refused when it runs; mended.",
    ),
    Text(
        "`with_readings` и `with_parameters` проверка типов принимала с любым именем и значением; "
        "исправлено.",
        "Type checkers took `with_readings` and `with_parameters` with any name and any value; "
        "mended.",
    ),
)

PART: Final = Part(
    name="types",
    title=Text("Типы как доказательство", "Types as proof"),
    method=Text(
        "Программы, которые мог бы написать пользователь: верные и неверные. mypy (strict) и "
        "pyright должны отвергнуть каждую помеченную строку по той причине, которой она помечена, "
        "и ни одной другой; по исходникам и по типам, которые несёт собранный пакет. Все имена, "
        "подписи, поля, значения и умолчания лежат в `tests/data/api.txt`, и он совпадает.",
        "Programs a user might write, right and wrong. mypy (strict) and pyright have to refuse "
        "each marked line for the reason it is marked with, and no other; against the sources, and "
        "against the types the built wheel ships. All names, signatures, fields, members and "
        "defaults stand in `tests/data/api.txt`, which agrees.",
    ),
    covers=(
        "src/slarules/**/*.py",
        "src/slarules/py.typed",
        "tests/typing/**/*.py",
        "tests/refusals.py",
        "tests/data/api.txt",
        "tools/make_api.py",
    ),
    run=run,
)
