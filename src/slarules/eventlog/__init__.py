"""
Event logs of other systems: one CSV row an event, and a mapping that says what each row means.

``words`` is the vocabulary, ``mapping`` reads the TOML file, ``lines`` turns bytes into rows
with bounded memory, ``rows`` reads one row, ``log`` gathers rows into tickets. Nothing here opens
a file: bytes come in, facts go out.
"""

from __future__ import annotations
