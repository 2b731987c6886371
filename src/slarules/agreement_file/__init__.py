"""
Agreements as files: what two parties agree on, in TOML, and back.

``read`` makes an agreement or its editions of a file, or refuses it with all its faults at once;
``text`` writes the one way a file is written, which reads back equal; ``json_schema`` and
``key_table`` tell the keys, from the same rows. Nothing here touches a file.
"""

from __future__ import annotations

from slarules.agreement_file.keys import SCHEMA
from slarules.agreement_file.reading import LIMIT, read
from slarules.agreement_file.schema import json_schema, key_table
from slarules.agreement_file.writing import text

__all__ = ["LIMIT", "SCHEMA", "json_schema", "key_table", "read", "text"]
