"""The page above both languages: which of them to read, and what else lies beside them."""

from __future__ import annotations

from html import escape
from typing import Final

from docs.generate.words import FRAME
from slarules.terms import Language

NAMES: Final = {Language.RU: "Русский", Language.EN: "English"}
"""The languages, each by its own name."""

_PAGE: Final = """<!doctype html>
<html lang="ru"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>slarules</title><link rel="icon" href="data:,">
<style>
:root {{ color-scheme: light dark }}
body {{ font: 1.15rem/1.5 "PT Sans", "Segoe UI", "Noto Sans", Roboto, Arial, sans-serif;
  max-width: 32rem; margin: 15vh auto 0; padding: 0 1.2rem }}
h1 {{ font-size: 1.6rem }}
ul {{ list-style: none; padding: 0 }}
li {{ margin: 1rem 0 }}
a {{ display: block; padding: .8rem 1rem; border: 1px solid; border-radius: .35rem;
  text-decoration: none; color: #1d4e89 }}
a span {{ display: block; font-size: .95rem; color: #4b545e }}
@media (prefers-color-scheme: dark) {{ body {{ background: #131416; color: #e9ecef }}
  a {{ color: #8ab4e8 }} a span {{ color: #b6bfc9 }} }}
</style></head>
<body><main><h1>slarules</h1><ul>
{links}
</ul></main></body></html>
"""


def page() -> str:
    """Return the page as HTML."""
    links = "\n".join(
        f'<li><a href="{language.value}/index.html" lang="{language.value}" '
        f'hreflang="{language.value}">{NAMES[language]}'
        f"<span>{escape(FRAME['front'].of(language))}</span></a></li>"
        for language in Language
    )
    return _PAGE.format(links=links)
