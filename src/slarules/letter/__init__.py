"""
The decision on an incident as a letter: facts, clauses, reasoning, verdict, other readings.

``content`` says what is in it, from an assessment and nothing else; ``as_html``, ``as_docx`` and
``as_pdf`` set it. The same answer is the same letter, to the byte: its date is the answer's.
"""

from __future__ import annotations

from slarules.letter.content import Letter, letter
from slarules.letter.docx import as_docx
from slarules.letter.html import as_html
from slarules.letter.pdf import as_pdf

__all__ = ["Letter", "as_docx", "as_html", "as_pdf", "letter"]
