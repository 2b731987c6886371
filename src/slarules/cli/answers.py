"""What a command answers: a document for programs, a page for people, an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from slarules.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from slarules.cli.page import Block

FINE: Final = 0
BAD_NEWS: Final = 1
"""A missed reaction; only where it was asked for."""
BAD_INPUT: Final = 2


class Answer(Record):
    """The answer in both forms; only the one that is asked for is made."""

    document: Callable[[], Mapping[str, Any]]
    page: Callable[[], Iterable[Block]]
    code: int = FINE
    is_document: bool = False
    """Whether the document was asked for by another word than --json."""
