"""What print says of the edition: version, day, digest; the same in the book and in the annex."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from docs.generate import manifest
from docs.generate.cite import released_on, short_digest
from slarules import __version__
from slarules.russia import DECREED_THROUGH, FIRST
from slarules.terms import Text
from slarules.written import written_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from slarules.terms import Language

SAY: Final = {
    "release": Text("Выпуск", "Release"),
    "of": Text("{version} от {day}", "{version} of {day}"),
    "digest": Text("Отпечаток (SHA-256)", "Digest (SHA-256)"),
    "calendar": Text("Календарь", "Calendar"),
    "years": Text(
        "{first}–{last} годы по утверждённым переносам",
        "{first}–{last}, by the transfers decreed",
    ),
}


def digest_of_pages(addresses: Iterable[str]) -> str:
    """Return the digest of a list of pages: a line a page, its address and its whole digest."""
    known = manifest.digests()
    listed = "".join(f"{address} {known[address]}\n" for address in addresses)
    return sha256(listed.encode()).hexdigest()


def head(digest: str, language: Language) -> str:
    """Return the running head."""
    day = written_date(released_on(), language)
    of = SAY["of"].of(language).format(version=__version__, day=day)
    return f"slarules {of} · SHA-256 {short_digest(digest)}"


def facts(digest: str, language: Language) -> list[tuple[str, str]]:
    """Return what stands on the first page: the release, the digest, the years known."""
    day = written_date(released_on(), language)
    return [
        (SAY["release"].of(language), SAY["of"].of(language).format(version=__version__, day=day)),
        (SAY["digest"].of(language), short_digest(digest)),
        (
            SAY["calendar"].of(language),
            SAY["years"].of(language).format(first=FIRST.year, last=DECREED_THROUGH.year),
        ),
    ]
