"""A comparison as one self-contained page: no script, no request, nothing of the log unescaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from slarules.cli import compare_page
from slarules.cli.agreement_phrases import COMPARE as SAY
from slarules.visible import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from slarules.cli.compare import Compared
    from slarules.terms import Language

STYLE: Final = """
:root { color-scheme: light dark; --line: #8888; --soft: #8881; }
body { font: 1rem/1.5 system-ui, "PT Sans", Arial, sans-serif; max-width: 62rem;
  margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.2rem 0 .2rem; }
table { border-collapse: collapse; font-size: .95rem; }
th, td { border: 1px solid var(--line); padding: .25rem .6rem; text-align: left;
  vertical-align: top; }
th { background: var(--soft); }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
td.part { padding-left: 1.8rem; }
ul { margin: .2rem 0; padding-left: 1.4rem; }
.scroll { overflow-x: auto; }
@media print { body { margin: 0; max-width: none; } h2, h3 { break-after: avoid; }
  tr, li { break-inside: avoid; } }
"""


def html_page(made: Compared, language: Language) -> str:
    """Return the page; every incident that changed is on it."""
    title = _text(compare_page.title(made, language))
    body = "\n".join(_body(made, language))
    return (
        f'<!doctype html>\n<html lang="{language.value}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _body(made: Compared, language: Language) -> Iterator[str]:
    found = made.found
    yield f"<p>{_text(compare_page.as_of_words(made, language))}</p>"
    yield _heading("agreements", language)
    listed = made.differences
    if listed:
        header = ("", SAY["before"].of(language), SAY["after"].of(language))
        yield _table(header, listed)
    else:
        yield f"<p>{_text(SAY['editions' if listed is None else 'nothing'].of(language))}</p>"
    yield _heading("totals", language)
    yield _table(("", SAY["number"].of(language)), compare_page.totals(made, language))
    if found.turns:
        yield _heading("turns", language)
        yield _table(compare_page.turn_header(language), compare_page.turns(made, language))
    if found.different:
        yield _heading("incidents", language)
    for one in found.different:
        number = SAY["incident"].of(language).format(number=one.number)
        yield f"<h3>{_text(number)}</h3>"
        yield _list(compare_page.incident_lines(one, language))
    if found.refused:
        yield _heading("refusals", language)
        yield _list(f"{one.number}: {one.reason}" for one in found.refused)


def _heading(key: str, language: Language) -> str:
    return f"<h2>{_text(SAY[key].of(language))}</h2>"


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{_text(line)}</li>' for line in lines)}</ul>"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{_text(cell)}</th>' for cell in header)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return (
        f'<div class="scroll"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _cell(cell: str) -> str:
    kind = ' class="part"' if cell.startswith("  ") else ""
    kind = ' class="number"' if cell.isdecimal() else kind
    return f"<td{kind}>{_text(cell.strip())}</td>"


def _text(text: str) -> str:
    return escape(shown(text))
