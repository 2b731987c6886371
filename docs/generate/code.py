"""The files of the project that pages link to, each a page of its own with numbered lines."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import TextLexer, get_lexer_for_filename
from pygments.util import ClassNotFound

from docs.generate.cite import ROOT
from docs.generate.model import Source, runs_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from docs.generate.model import Page

LIGHT: Final = "a11y-light"
DARK: Final = "github-dark"
"""How code is coloured, here and on the pages: every colour stands out enough to be read."""

_PAGE: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{path}</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="{up}code.css"></head>
<body><main><h1>{path}</h1>
{body}</main></body></html>
"""

_STYLE: Final = """
:root { color-scheme: light dark }
body { margin: 1rem auto; max-width: 110ch; padding: 0 1rem; font-family: sans-serif }
h1 { font-size: 1rem }
pre { font-size: 13px; line-height: 1.45; overflow-x: auto }
pre a { text-decoration: none; user-select: none }
pre span.linenos { color: #5c5c5c; background: none }
pre span:target, pre a:target { background: #fff3bf; color: #000 }
@media (prefers-color-scheme: dark) {
  body { background: #131416; color: #cfd0d0 }
  pre span.linenos { color: #a3a3a3; background: none }
  pre span:target, pre a:target { background: #4a3f00; color: #fff }
}
"""


def linked(pages: Iterable[Page]) -> set[str]:
    """Return the files the pages link to, from the root of the project."""
    return {
        run.path
        for page in pages
        for block in walk(page.blocks)
        for runs in runs_of(block)
        for run in runs
        if isinstance(run, Source) and (ROOT / run.path).is_file()
    }


def write(folder: Path, pages: Iterable[Page]) -> None:
    """Write a page for each file the pages link to: ``PATH.html`` under the folder."""
    formatter = HtmlFormatter(linenos="inline", lineanchors="L", anchorlinenos=True, wrapcode=True)
    light, dark = (HtmlFormatter(style=one).get_style_defs("pre") for one in (LIGHT, DARK))
    folder.mkdir(parents=True, exist_ok=True)
    css = f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n{_STYLE}"
    (folder / "code.css").write_text(css, encoding="utf-8")
    for name in sorted(linked(pages)):
        content = (ROOT / name).read_text(encoding="utf-8")
        try:
            lexer = get_lexer_for_filename(name)
        except ClassNotFound:
            lexer = TextLexer()
        path = folder / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        up = "../" * name.count("/")
        body = highlight(content, lexer, formatter)
        path.write_text(_PAGE.format(path=escape(name), up=up, body=body), encoding="utf-8")
