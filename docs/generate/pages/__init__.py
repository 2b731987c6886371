"""The pages, one module a kind: each function returns pages of one language."""

from __future__ import annotations
