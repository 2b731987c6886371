"""
Write the fingerprints of the contract's paragraphs, or with ``--check`` compare them.

The text itself stays outside the project (``../shared/contract/source.txt``, or a path given):
``src/slarules/clause_fingerprints.py`` holds a SHA-256 a paragraph, and
``src/slarules/clause_words.py`` a short hash of each word.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from slarules.contract_text import HASH_LENGTH, fingerprint, split, word_hashes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slarules.contract_text import Paragraph

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT.parent / "shared" / "contract" / "source.txt"
PACKAGE = ROOT / "src" / "slarules"
HASHES_A_LINE = (100 - 4) // (HASH_LENGTH + 1)

FINGERPRINTS = '''\
"""
The SHA-256 of each paragraph's normalised text. Generated.

``tools/make_fingerprints.py`` writes this file from the text of the contract, and ``--check``
compares it.
"""

from __future__ import annotations

from typing import Final

FINGERPRINTS: Final[dict[str, str]] = {
'''

WORDS = '''\
"""
A short hash of each normalised word of each paragraph, in order. Generated.

They mark which words of a reader's copy are new and where some are gone; the sentences are not
here. ``tools/make_fingerprints.py`` writes this file from the text of the contract, and
``--check`` compares it. Nothing imports it but the comparison of texts.
"""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, str]] = {
'''


def fingerprints(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return the text of ``clause_fingerprints.py``."""
    rows = (f'    "{one.place}": "{fingerprint(one.text)}",\n' for one in paragraphs)
    return FINGERPRINTS + "".join(rows) + "}\n"


def words(paragraphs: tuple[Paragraph, ...]) -> str:
    """Return the text of ``clause_words.py``."""
    rows = (f'    "{one.place}": """\n{"".join(_lines(one))}    """,\n' for one in paragraphs)
    return WORDS + "".join(rows) + "}\n"


def _lines(paragraph: Paragraph) -> Iterator[str]:
    hashes = word_hashes(paragraph.text)
    for start in range(0, len(hashes), HASHES_A_LINE):
        yield f"    {' '.join(hashes[start : start + HASHES_A_LINE])}\n"


def main() -> None:
    """Write both modules, or compare them."""
    given = [argument for argument in sys.argv[1:] if argument != "--check"]
    source = Path(given[0]) if given else SOURCE
    paragraphs = split(source.read_text(encoding="utf-8-sig"))
    wanted = {
        PACKAGE / "clause_fingerprints.py": fingerprints(paragraphs),
        PACKAGE / "clause_words.py": words(paragraphs),
    }
    if "--check" not in sys.argv[1:]:
        for target, text in wanted.items():
            target.write_text(text, encoding="utf-8")
        return
    stale = [t.name for t, text in wanted.items() if t.read_text(encoding="utf-8") != text]
    if stale:
        sys.exit(f"{', '.join(stale)} out of date: run tools/{Path(__file__).name}")


if __name__ == "__main__":
    main()
