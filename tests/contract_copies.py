"""Copies of the contract as people have them: changed, folded, printed to Word and PDF."""

from __future__ import annotations

import re
import textwrap
from io import BytesIO
from typing import TYPE_CHECKING, Any

from slarules.contract_text import TITLES, split
from tests.shared import shared_file

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADING = TITLES[0]


def source() -> str:
    """Return the text of the contract."""
    return shared_file("contract/source.txt").read_text(encoding="utf-8")


def text_of(place: str) -> str:
    """Return one paragraph of the contract as it stands there."""
    words = next(one.text for one in split(source()) if one.place == place).split()
    found = re.search(r"\s+".join(map(re.escape, words)), source())
    assert found is not None
    return found[0]


def changed(*pairs: tuple[str, str]) -> str:
    """Return the contract with some words replaced; each must be there."""
    text = source()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


def swapped(one: str, other: str) -> str:
    """Return the contract with two paragraphs in one another's places."""
    first, second = text_of(one), text_of(other)
    return changed((first, "\0"), (second, first), ("\0", second))


def retyped() -> str:
    """Return the contract with other quotes, dashes, spaces and capitals, and no line as it was."""
    text = source().replace(" - ", " — ").replace("–", "-").replace('"', "“").replace("е", "ё", 3)
    return re.sub(r"(?<=\d)-(?=\d)", "‑", text).replace(" ПП", "\u00a0ПП").replace("\n", "\r\n")


def folded(width: int = 70, *, gap: str = "\n\n") -> str:
    """Return the contract with its lines folded, an empty line between paragraphs."""
    lines = [textwrap.fill(line, width) for line in source().splitlines() if line.strip()]
    return gap.join(lines)


def hyphenated(width: int = 60) -> str:
    """Return the contract as pasted from a PDF: words broken at the ends of lines by hyphens."""
    text = source()
    lines: list[str] = []
    for line in text[text.index(HEADING) :].splitlines():
        rest = line.strip()
        while len(rest) > width:
            at = width
            if all(char.isalpha() for char in rest[at - 3 : at + 3]):
                lines.append(rest[:at] + "-")
            else:
                at = rest.rindex(" ", 0, at) + 1
                lines.append(rest[:at].rstrip())
            rest = rest[at:]
        lines.append(rest)
    return "\n".join(line for line in lines if line)


def word_document(paragraphs: Iterable[str]) -> Any:
    """Return a Word document of some paragraphs; items «1. …» become a numbered list."""
    from docx import Document

    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return document


def saved(document: Any) -> bytes:
    """Return the bytes of a Word document."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(lines: list[str], *, a_page: int = 60) -> bytes:
    """
    Return a PDF of some lines, built by hand, a page number at the foot of every page.

    Its one font has no letters, only the table from codes to characters that readers go by.
    """
    chars = sorted({char for line in lines for char in line} | set("0123456789"))
    code = {char: number for number, char in enumerate(chars, 1)}
    rows = [f"<{n:04X}> <{ord(char):04X}>" for char, n in code.items()]
    blocks = [rows[n : n + 100] for n in range(0, len(rows), 100)]
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def "
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        + "".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar\n" for b in blocks)
        + "endcmap end end"
    )
    pages = [lines[n : n + a_page] for n in range(0, len(lines), a_page)]

    def shown(line: str) -> str:
        return "<" + "".join(f"{code[char]:04X}" for char in line) + "> Tj"

    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        (
            f"<< /Type /Pages /Count {len(pages)} /Kids "
            f"[{' '.join(f'{6 + 2 * n} 0 R' for n in range(len(pages)))}] >>"
        ),
        (
            "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H "
            "/DescendantFonts [4 0 R] /ToUnicode 5 0 R >>"
        ),
        (
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 500 "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            "/FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 >> >>"
        ),
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    for number, page in enumerate(pages, 1):
        drawn = "".join(f"{shown(line)} T*\n" for line in [*page, str(number)])
        content = f"BT /F1 10 Tf 12 TL 50 780 Td\n{drawn}ET"
        objects += [
            (
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
            ),
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    made = b"%PDF-1.7\n"
    places: list[int] = []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF"
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}\n".encode()
    return made
