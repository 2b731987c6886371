"""What is installed beside the package: the hand-written page, and every package by its licence."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from docs.generate.model import Beside, Code, Heading, Page, Table, joined, para, text
from docs.generate.pages.hand import BESIDE, SUPPLY, page_of, written
from slarules.record import Record
from slarules.terms import Text

if TYPE_CHECKING:
    from docs.generate.model import Block
    from slarules.terms import Language

SAY: Final = {
    "short": Text("Состав и лицензии", "Parts and licences"),
    "lists": Text("Сколько в каком перечне", "How many in which list"),
    "list": Text("Перечень", "List"),
    "number": Text("Пакетов", "Packages"),
    "packages": Text("Все пакеты", "Every package"),
    "packages-intro": Text(
        "Здесь все пакеты из всех перечней: {number}. Для работы нужны лишь те, у которых назван ",
        "Every package of every list is here: {number}. To run asks only for those of the list ",
    ),
    "package": Text("Пакет", "Package"),
    "release": Text("Выпуск", "Release"),
    "licence": Text("Лицензия", "Licence"),
    "licences": Text("Под какими лицензиями", "Under which licences"),
    "in": Text("В перечнях", "In the lists"),
}
_ENDING: Final = ".cdx.json"


class Part(Record):
    """A package, as the lists of parts have it."""

    name: str
    releases: tuple[str, ...]
    licence: str
    lists: tuple[str, ...]


@cache
def lists() -> dict[str, list[dict[str, Any]]]:
    """Return the components of each list of parts, by its name."""
    return {
        path.name.removesuffix(_ENDING): json.loads(path.read_text(encoding="utf-8"))["components"]
        for path in sorted(SUPPLY.glob(f"*{_ENDING}"))
    }


@cache
def parts() -> tuple[Part, ...]:
    """Return every package of every list, by name."""
    found: dict[str, Part] = {}
    for name, components in lists().items():
        for one in components:
            known = found.get(one["name"])
            releases = {*(known.releases if known else ()), one["version"]}
            inside = {*(known.lists if known else ()), name}
            found[one["name"]] = Part(
                name=one["name"],
                releases=tuple(sorted(releases)),
                licence=_licence(one),
                lists=tuple(sorted(inside)),
            )
    return tuple(found[name] for name in sorted(found))


def _licence(component: dict[str, Any]) -> str:
    (stated,) = component["licenses"]
    return str(stated.get("expression") or stated["license"]["id"])


def pages(language: Language) -> list[Page]:
    """Return the one page of what is installed."""
    (twin,) = (one for one in written() if one.address == "supply")
    page = page_of(twin, language)
    blocks = (*page.blocks, *_lists(language), *_packages(language))
    return [page.replace(blocks=blocks, short=SAY["short"].of(language), project=True)]


def _lists(language: Language) -> tuple[Block, ...]:
    say = {key: said.of(language) for key, said in SAY.items()}
    rows = tuple(
        (
            (Beside(BESIDE[SUPPLY / f"{name}{_ENDING}"], name),),
            (str(len({one["name"] for one in components})),),
            (_counted(components),),
        )
        for name, components in lists().items()
    )
    header = tuple((say[key],) for key in ("list", "number", "licences"))
    return (Heading((say["lists"],), "lists"), Table(header, rows, frozenset({1})))


def _counted(components: list[dict[str, Any]]) -> str:
    """Return how many packages there are under each licence, the most frequent first."""
    licences = {one["name"]: _licence(one) for one in components}
    counted = sorted(Counter(licences.values()).items(), key=lambda one: (-one[1], one[0]))
    return ", ".join(f"{licence}: {number}" for licence, number in counted)


def _packages(language: Language) -> tuple[Block, ...]:
    say = {key: said.of(language) for key, said in SAY.items()}
    rows = tuple(
        (
            (Code(part.name),),
            (", ".join(part.releases),),
            (part.licence,),
            joined([(Code(name),) for name in part.lists]),
        )
        for part in parts()
    )
    header = tuple((say[key],) for key in ("package", "release", "licence", "in"))
    intro = text(say["packages-intro"].format(number=len(parts())), Code("run"), ".")
    return (Heading((say["packages"],), "packages"), para(*intro), Table(header, rows))
