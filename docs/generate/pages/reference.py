"""The reference: every public name, by module, as its docstring has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docs.generate.docstrings import described, modules, summary
from docs.generate.ids import error_ref, prose
from docs.generate.model import (
    Code,
    Group,
    Heading,
    Listing,
    Note,
    NoteKind,
    Page,
    Para,
    Ref,
    Source,
    Strong,
    Table,
    items,
    joined,
    para,
    text,
)
from slarules import _MODULE_OF, errors
from slarules.terms import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.generate.docstrings import Doc, Member, Name
    from docs.generate.model import Block, Run, Runs
    from slarules.terms import Language

SAY: Final = {
    "title": Text("Справочник по коду", "Reference"),
    "intro": Text(
        "Все открытые имена пакета, по модулям; каждое берётся прямо из ",
        "Every public name of the package, by module; each is imported from ",
    ),
    "english": Text("Описания взяты из кода и потому по-английски.", ""),
    "module": Text("Модуль", "Module"),
    "about": Text("О чём он", "What it is about"),
    "names": Text("Имена", "Names"),
    "field": Text("Поле или значение", "Field or member"),
    "means": Text("Что значит", "What it means"),
    "method": Text("Метод", "Method"),
    "errors": Text("Отказы", "Refusals"),
    "errors-at": Text("Классы отказов — на своей странице: ", "The refusals have their page: "),
    "where": Text("Код: ", "Code: "),
    "Args": Text("Принимает", "Args"),
    "Returns": Text("Возвращает", "Returns"),
    "Yields": Text("Выдаёт", "Yields"),
    "Raises": Text("Отказывает", "Raises"),
    "Warns": Text("Предупреждает", "Warns"),
    "Source": Text("Источник", "Source"),
}

_MARKED: Final = re.compile(r"``(.+?)``")


def pages(language: Language) -> list[Page]:
    """Return a page a module, after the one that lists them."""
    say = {key: text.of(language) for key, text in SAY.items()}
    rows: list[tuple[Runs, ...]] = [
        (
            (Ref(f"reference/{module}", f"slarules.{module}", code=True),),
            said(summary(module)),
            joined([(Ref(f"reference/{module}", name, name, code=True),) for name in names]),
        )
        for module, names in modules().items()
    ]
    blocks: list[Block] = [
        para(say["intro"], Code("slarules"), "."),
        *_english(say),
        Table(((say["module"],), (say["about"],), (say["names"],)), tuple(rows)),
        para(say["errors-at"], Ref("errors", say["errors"]), "."),
    ]
    index = Page(
        address="reference/index",
        title=say["title"],
        blocks=tuple(blocks),
        english=True,
        groups=(Group("", tuple(f"reference/{module}" for module in modules())),),
    )
    return [index, *(_module(module, names, say) for module, names in modules().items())]


def _english(say: dict[str, str]) -> list[Block]:
    return [Note(NoteKind.NOTE, (para(say["english"]),))] if say["english"] else []


def _module(module: str, names: list[str], say: dict[str, str]) -> Page:
    blocks: list[Block] = [Para(said(summary(module)))]
    for name in names:
        blocks += _described(described(name), say)
    return Page(
        address=f"reference/{module}",
        title=f"slarules.{module}",
        short=module,
        blocks=tuple(blocks),
        english=True,
    )


def _described(one: Name, say: dict[str, str]) -> Iterator[Block]:
    yield Heading((Code(one.name),), one.name)
    if one.signature:
        yield Listing("signature", f"{one.signature}\n")
    yield from _doc(one.doc, say)
    if one.values:
        yield Table(
            ((say["field"],), (say["means"],)),
            tuple((text(Code(value.signature)), _short(value.doc)) for value in one.values),
        )
    for method in one.methods:
        yield from _method(one, method, say)
    yield para(say["where"], Source(one.path, f"{one.path}:{one.line}", one.line))


def _method(one: Name, method: Member, say: dict[str, str]) -> Iterator[Block]:
    shown = method.name if method.name != "__init__" else one.name
    yield Heading((Code(shown),), f"{one.name}.{method.name}", 3)
    yield Listing("signature", f"{method.signature}\n")
    yield from _doc(method.doc, say)


def _short(doc: Doc) -> Runs:
    runs: list[Run] = []
    for paragraph in doc.paragraphs:
        runs += [*([" "] if runs else []), *said(paragraph)]
    return tuple(runs) or ("—",)


def _doc(doc: Doc, say: dict[str, str]) -> Iterator[Block]:
    for paragraph in doc.paragraphs:
        yield Para(said(paragraph))
    for section, entries in doc.sections:
        if not section:
            yield from (Para(said(told)) for _, told in entries)
        elif len(entries) == 1 and not entries[0][0]:
            yield Para(text(Strong(say[section]), ": ", *said(entries[0][1])))
        else:
            yield para(Strong(say[section]), ":")
            yield items(
                *((*_named(name), *([": "] if name else []), *said(told)) for name, told in entries)
            )


def _named(name: str) -> Runs:
    """Return the names an entry begins with; refusals lead to their page."""
    runs: list[Run] = []
    for part in filter(None, (part.strip() for part in name.split(","))):
        if runs:
            runs.append(", ")
        runs.append(error_ref(part) if part in errors.MODULE_OF else Code(part))
    return tuple(runs)


def said(text: str) -> Runs:
    """Return the words of a docstring: what is marked as code, public names and ids made links."""
    runs: list[Run] = []
    for place, part in enumerate(_MARKED.split(text)):
        if place % 2 == 0:
            runs += prose(part)
        elif part in _MODULE_OF and _MODULE_OF[part] != "errors":
            runs.append(Ref(f"reference/{_MODULE_OF[part]}", part, part, code=True))
        elif part in errors.MODULE_OF:
            runs.append(error_ref(part))
        else:
            runs.append(Code(part))
    return tuple(runs)
