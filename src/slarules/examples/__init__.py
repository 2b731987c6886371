"""An invented log of an invented help desk, and the mapping that explains it."""

from __future__ import annotations
