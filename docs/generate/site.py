"""Every page of the documentation, in the order of the contents; and what must hold of them all."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from docs.generate.cite import ROOT
from docs.generate.model import (
    Anchor,
    Heading,
    Picture,
    Ref,
    Source,
    Strong,
    plain,
    runs_of,
    walk,
)
from docs.generate.pages import (
    answers,
    coverage,
    examples,
    glossary,
    hand,
    landing,
    paragraphs,
    proved,
    readings,
    reference,
    refusals,
    supply,
    tables,
    years,
)
from slarules.terms import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docs.generate.model import Page

BOTH: Final = ("glossary", "proof", "benchmarks/")
"""The pages with both languages side by side, or with English names of what a run tried."""

_RUSSIAN: Final = re.compile(r"[А-Яа-яЁё]{3,}")
_ENGLISH: Final = re.compile(r"[a-z]{2,}(?:\W+[a-z]{2,}){3,}")
_QUOTED: Final = re.compile(r"«[^»]*»|“[^”]*”")


@cache
def pages(language: Language) -> tuple[Page, ...]:
    """Return every page in a language; the first is the one the site opens with."""
    found = [
        *paragraphs.pages(language),
        *readings.pages(language),
        *answers.pages(language),
        *tables.pages(language),
        *years.pages(language),
        *examples.pages(language),
        *glossary.pages(language),
        *hand.pages(language),
        *coverage.pages(language),
        *proved.pages(language),
        *supply.pages(language),
        *refusals.pages(language),
        *reference.pages(language),
    ]
    return (landing.page(language), *found)


def page(address: str, language: Language) -> Page:
    """Return one page by its address."""
    return next(one for one in pages(language) if one.address == address)


def contents(language: Language) -> Iterator[tuple[int, Page]]:
    """Yield every page in the order of the contents, with how deep it lies: 0 for the first."""
    known = {one.address: one for one in pages(language)}

    def below(one: Page, depth: int) -> Iterator[tuple[int, Page]]:
        yield depth, one
        for group in one.groups:
            for address in group.addresses:
                yield from below(known[address], depth + 1)

    yield from below(pages(language)[0], 0)


# ------------------------------------------------------------------------------ what must hold


def faults() -> Iterator[str]:
    """Yield what is wrong with the pages; the documentation is not built while there is any."""
    for language in Language:
        yield from _dead(language)
        yield from _lost(language)
    yield from _unlike()
    yield from _untranslated()


def _anchors(one: Page) -> list[str]:
    labels = [block.label for block in walk(one.blocks) if isinstance(block, Heading)]
    runs = (run for block in walk(one.blocks) for each in runs_of(block) for run in each)
    return labels + [run.label for run in runs if isinstance(run, Anchor)]


def _dead(language: Language) -> Iterator[str]:
    """Yield references that lead nowhere, and anchors that stand twice."""
    known = {one.address: _anchors(one) for one in pages(language)}
    for address, labels in known.items():
        for label, times in Counter(labels).items():
            if times > 1:
                yield f"{language.value}/{address}: the anchor {label} stands {times} times"
    for one in pages(language):
        for block in walk(one.blocks):
            for run in (run for each in runs_of(block) for run in each):
                match run:
                    case Ref() if run.address not in known:
                        yield f"{language.value}/{one.address}: no page {run.address}"
                    case Ref() if run.anchor and run.anchor not in known[run.address]:
                        yield f"{language.value}/{one.address}: no {run.address}#{run.anchor}"
                    case Source() if not (ROOT / run.path).exists():
                        yield f"{language.value}/{one.address}: no file {run.path}"
                    case _:
                        pass


def _lost(language: Language) -> Iterator[str]:
    """Yield pages that the contents do not lead to, or lead to twice."""
    times = Counter(one.address for _, one in contents(language))
    for one in pages(language):
        if times[one.address] != 1:
            yield f"{language.value}/{one.address}: {times[one.address]} times in the contents"


def _unlike() -> Iterator[str]:
    """Yield where the two languages differ in more than words."""
    for russian, english in zip_longest(*(pages(language) for language in Language)):
        if russian is None or english is None or russian.address != english.address:
            yield f"the languages have other pages: {russian!r:.60} {english!r:.60}"
            return
        if not russian.english and _shape(russian) != _shape(english):
            yield f"{russian.address}: the languages have other blocks"


def _shape(one: Page) -> list[object]:
    """Return what of a page does not depend on the language."""
    return [
        (type(block).__name__, block.label if isinstance(block, Heading) else "")
        for block in walk(one.blocks)
    ]


def _untranslated() -> Iterator[str]:
    """Yield sentences that stand on a page of the other language."""
    for one in pages(Language.EN):
        if not one.address.startswith(BOTH):
            for said in _said(one):
                if _RUSSIAN.search(_QUOTED.sub("", said)):
                    yield f"en/{one.address}: left in Russian: {said[:80]!r}"
    for one in pages(Language.RU):
        if not one.english:
            for said in _said(one):
                foreign = _ENGLISH.search(said) and not _RUSSIAN.search(said)
                if foreign and not one.address.startswith(BOTH):
                    yield f"ru/{one.address}: left in English: {said[:80]!r}"


def _said(one: Page) -> Iterator[str]:
    """Yield every text of a page, without identifiers and code."""
    yield one.title
    for block in walk(one.blocks):
        for runs in runs_of(block):
            yield plain(tuple(run for run in runs if isinstance(run, str | Strong)))
        if isinstance(block, Picture):
            yield block.alt
