"""
``docs/pages.csv``: every address there has ever been, and the digest of what its page says.

Pages about the project have their address there and no digest, since they change with it: those
kept in English alone (the reference, the decisions, the changelog), those of a run (the proof, the
speed), and what is installed. So a new run, or a new lock, leaves the file as it is.

An address is permanent: one that stands in the file and has no page is a fault. A page whose digest
is another than the file's has changed with its rows, and the file is written anew in the same
commit, so that a review sees which pages a change of a row reaches. Of a page written by hand in
two languages the file holds the digest of each: where one changed and the other did not, its
translation is stale, and the file is not written until both did or the change is named as rightly
alone (``--alone``).
"""

from __future__ import annotations

import csv
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from docs.generate import site
from docs.generate.cite import ROOT, digest_of
from docs.generate.pages import hand
from slarules.terms import Language

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

FILE: Final = ROOT / "docs" / "pages.csv"
_HEADER: Final = ("address", "digest", "ru", "en")
_SHOWN: Final = 12


@cache
def digests() -> dict[str, str]:
    """Return the digest of every page by its address."""
    russian, english = (site.pages(language) for language in Language)
    return {
        one.address: digest_of({Language.RU: one, Language.EN: other})
        for one, other in zip(russian, english, strict=True)
    }


def rows() -> dict[str, tuple[str, str, str]]:
    """Return what the file should hold: address -> digest, digest of each hand-written twin."""
    twins = {one.address: one for one in hand.written() if not one.one and not one.measured}
    of_project = {one.address for one in site.pages(Language.RU) if one.english or one.project}
    found: dict[str, tuple[str, str, str]] = {}
    for address, digest in digests().items():
        russian = english = ""
        if address in twins:
            russian = _of(twins[address].russian.read_bytes())
            english = _of(twins[address].english.read_bytes())
        found[address] = ("" if address in of_project else digest[:_SHOWN], russian, english)
    return found


def _of(content: bytes) -> str:
    return sha256(content).hexdigest()[:_SHOWN]


def kept() -> dict[str, tuple[str, str, str]]:
    """Return what the file holds."""
    if not FILE.exists():
        return {}
    with FILE.open(encoding="utf-8", newline="") as file:
        return {
            row["address"]: (row["digest"], row["ru"], row["en"]) for row in csv.DictReader(file)
        }


def differ() -> list[str]:
    """Return how the pages differ from the file."""
    now, then = rows(), kept()
    faults = [f"{address}: an address is permanent, and its page is gone" for address in _gone()]
    faults += _stale(frozenset())
    faults += [
        f"{address}: not what docs/pages.csv has; python -m docs.generate --write"
        for address in now
        if now[address] != then.get(address)
    ]
    return faults


def _gone() -> list[str]:
    return [address for address in kept() if address not in rows()]


def _stale(alone: AbstractSet[str]) -> list[str]:
    """Return the pages of which one language changed and the other did not."""
    then = kept()
    return [
        f"{address}: changed in one language only; translate it, or say --alone {address}"
        for address, (_, *sides) in rows().items()
        if address in then and address not in alone
        if sides != list(then[address][1:])
        and any(now == was != "" for now, was in zip(sides, then[address][1:], strict=True))
    ]


def write(alone: AbstractSet[str]) -> list[str]:
    """Write the file, unless an address is gone or a translation is stale: then return why not."""
    faults = [f"{address}: an address is permanent, and its page is gone" for address in _gone()]
    faults += _stale(alone)
    if not faults:
        with FILE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(_HEADER)
            writer.writerows((address, *row) for address, row in sorted(rows().items()))
    return faults
