"""What a reader is to the proof: what it is given, how it reads, what it may cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis import strategies as st

    from proof.part import Text


class Aimed(NamedTuple):
    """One example made by hand, and what, by what is in it, is to become of it."""

    example: Any
    outcome: str
    why: str


class Reader(NamedTuple):
    """
    One reader and what it is tried on.

    ``read`` takes an example and returns a word for what became of it: "read", or the name of
    the refusal. Any exception it lets out is a failure.
    """

    name: str
    what: Text
    modules: tuple[str, ...]
    """The modules whose branches it is to cover, as globs below ``src/slarules``."""
    examples: Callable[[], st.SearchStrategy[Any]]
    aimed: Callable[[], tuple[Aimed, ...]]
    read: Callable[[Any], str]
