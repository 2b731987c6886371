"""
Agreements as files: what two parties agree on, in TOML, and back.

``read_agreement`` makes an agreement or its editions of a file, or refuses it with all its faults
at once; ``agreement_text`` writes the one way a file is written, which reads back equal;
``agreement_schema`` and ``agreement_keys`` tell the keys, from the same rows. Nothing here touches
a file.
"""

from __future__ import annotations

from slarules.agreement_file.keys import SCHEMA
from slarules.agreement_file.reading import LIMIT, read_agreement
from slarules.agreement_file.schema import agreement_keys, agreement_schema
from slarules.agreement_file.writing import agreement_text

__all__ = [
    "LIMIT",
    "SCHEMA",
    "agreement_keys",
    "agreement_schema",
    "agreement_text",
    "read_agreement",
]
