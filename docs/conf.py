"""
How Sphinx makes the site of the sources that ``python -m docs.generate --out`` writes.

Run twice, once a language: ``-D language=ru`` and ``-D language=en``. No page asks for anything
outside the site.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from docs.generate.cite import released_on  # noqa: E402
from docs.generate.code import DARK, LIGHT  # noqa: E402
from docs.generate.words import FRAME, LABELS  # noqa: E402
from slarules import __version__  # noqa: E402
from slarules.terms import Language  # noqa: E402
from slarules.written import written_date  # noqa: E402

logger = logging.getLogger(__name__)

project = "slarules"
author = ""
copyright = ""  # noqa: A001 - the name is Sphinx's
version = release = __version__
extensions = ["myst_parser"]
exclude_patterns: list[str] = []
nitpicky = True
smartquotes = False  # quotes stand as they were written
locale_dirs = ["../locale"]  # beside the sources, from the rows of docs/generate/words.py
gettext_auto_build = False
pygments_style = LIGHT
pygments_dark_style = DARK

myst_enable_extensions = ["attrs_block", "colon_fence"]
myst_url_schemes = {"http": None, "https": None, "page": None, "code": None, "site": None}

html_theme = "furo"
html_favicon = "static/icon.svg"
html_static_path = ["static"]
html_css_files = ["site.css"]
templates_path = ["templates"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
html_show_search_summary = False  # it is fetched, and a page opened from disk may fetch nothing
html_use_index = False
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}
html_theme_options: dict[str, Any] = {
    "navigation_with_keys": False,
    "top_of_page_buttons": [],
    "light_css_variables": {
        "color-brand-primary": "#1d4e89",
        "color-brand-content": "#1d4e89",
        "color-brand-visited": "#5b3f86",
        "font-stack": '"PT Sans", "Segoe UI", "Noto Sans", Roboto, Arial, sans-serif',
    },
    "dark_css_variables": {
        "color-brand-primary": "#8ab4e8",
        "color-brand-content": "#8ab4e8",
        "color-brand-visited": "#b9a3e3",
    },
}


def labelled(_app: Sphinx, doctree: nodes.document) -> None:
    """Give each section the anchor its heading carries; Sphinx would number the Cyrillic ones."""
    for section in doctree.findall(nodes.section):
        labels = [name for name in section["classes"] if name.startswith("label-")]
        if labels:
            section["ids"] = [labels[0].removeprefix("label-")]
            section["classes"] = [name for name in section["classes"] if name not in labels]
        elif isinstance(section.parent, nodes.document):
            section["ids"] = ["top"]


def resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Turn our own schemes into relative links."""
    up = "../" * docname.count("/")
    for link in doctree.findall(nodes.reference):
        scheme, _, target = str(link.get("refuri", "")).partition(":")
        path, _, anchor = target.partition("#")
        match scheme:
            case "page":
                if path not in app.env.all_docs:
                    logger.warning("no page %s", path, location=docname)
                    continue
                uri = app.builder.get_relative_uri(docname, path)
                link["refuri"] = f"{uri}#{anchor}" if anchor else uri or "#"
            case "code":
                line = f"#L-{anchor}" if anchor else ""
                link["refuri"] = f"{up}../code/{path}.html{line}"
            case "site":
                link["refuri"] = f"{up}../{target}"
            case _:
                continue
        link["internal"] = True


def framed(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Tell the templates of the other language, and of the words of the frame."""
    language = Language.of(str(app.config.language))
    other = Language.EN if language is Language.RU else Language.RU
    up = "../" * pagename.count("/")
    context["other_language"] = other.value
    context["other_name"] = {"ru": "Русский", "en": "English"}[other.value]
    context["other_address"] = f"{up}../{other.value}/{pagename}.html"
    frame = {key: text.of(language) for key, text in FRAME.items()}
    day = written_date(released_on(), language)
    frame["release"] = frame["release"].format(version=__version__, day=day)
    context["frame"] = frame
    context["mended"] = partial(mended, language)


REACHED = (
    ('<p class="caption" role="heading">', '<p class="caption" role="heading" aria-level="2">'),
    ("<pre>", '<pre tabindex="0">'),
    ('<div class="table-wrapper', '<div tabindex="0" class="table-wrapper'),
    ('<aside class="sidebar-drawer">', '<aside class="sidebar-drawer" aria-label="{contents}">'),
    ('<aside class="toc-drawer', '<aside aria-label="{page}" class="toc-drawer'),
)
"""What a keyboard and a screen reader need of the theme: levels, names, a way to scroll."""


def mended(language: Language, body: str) -> str:
    """Return a page in its own language alone, within reach of a keyboard and a screen reader."""
    names = {key: FRAME[key].of(language) for key in ("contents", "page")}
    for was, will in REACHED:
        body = body.replace(was, will.format(**names))
    for text in LABELS:
        body = body.replace(text.en, text.of(language))
    return body


def setup(app: Sphinx) -> None:
    """Connect what makes the site ours."""
    language = Language.of(str(app.config.language))
    app.config.html_title = FRAME["project"].of(language)
    app.connect("doctree-read", labelled, priority=100)
    app.connect("doctree-resolved", resolved)
    app.connect("html-page-context", framed)
