"""A refusal of ours: what is held of every one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from slarules.errors import SlaRulesError

_LONGEST: Final = 50_000
"""Letters of a message; the longest are of documents with a hundred faults."""


def name_of(refusal: SlaRulesError) -> str:
    """Return the name of a refusal that says something, and not without end."""
    said = str(refusal)
    assert said
    assert len(said) < _LONGEST, len(said)
    assert getattr(refusal, "faults", True), said
    return type(refusal).__name__
