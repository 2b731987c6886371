"""
What a long run cannot hold in memory, in files without a name.

A file without a name is gone with the process, however it ends. The folder is the system's for
temporary files (``TMPDIR``); nothing is written there while a log is small.
"""

from __future__ import annotations

import marshal
import tempfile
import weakref
from typing import TYPE_CHECKING, Any, Final

from slarules.errors import FilePlaceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

HELD: Final = 1 << 16
"""Values that all piles of a spill hold in memory together."""
BLOCK: Final = 256
"""Values that are written, and read again, at once."""


class Spill:
    """Piles that share one allowance of memory; what is more goes to files."""

    def __init__(self, held: int = HELD) -> None:
        self._most: Final = held
        self._held = 0
        self._piles: Final[list[SpilledPile]] = []

    def pile(self) -> SpilledPile:
        """Return a new pile of this spill."""
        made = SpilledPile(self)
        self._piles.append(made)
        return made

    def held_one_more(self) -> None:
        """Note that a pile holds one value more; write all down when that is too many."""
        self._held += 1
        if self._held >= self._most:
            self._held = 0
            for pile in self._piles:
                pile.write()

    def drop(self, pile: SpilledPile) -> None:
        """Forget a pile and what it holds."""
        self._piles.remove(pile)
        self._held -= pile.forget()


class SpilledPile:
    """
    A list of plain values (numbers, texts, None, tuples of them), part of it in a file.

    It may be gone through any number of times, and by several at once, but not while it grows.
    """

    def __init__(self, spill: Spill) -> None:
        self._spill: Final = spill
        self._tail: list[Any] = []
        self._length = 0
        self._file: IO[bytes] | None = None

    def append(self, value: Any) -> None:
        """Put a value at the end."""
        self._tail.append(value)
        self._length += 1
        self._spill.held_one_more()

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Any]:
        if self._file is not None:
            place = 0
            self._file.seek(0, 2)
            end = self._file.tell()
            while place < end:
                self._file.seek(place)  # another may have read in between
                block = marshal.load(self._file)  # noqa: S302 - this process has written it
                place = self._file.tell()
                yield from block
        yield from self._tail

    def write(self) -> None:
        """Put what is held in memory into the file."""
        if not self._tail:
            return
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="slarules-")  # noqa: SIM115 - for long
                weakref.finalize(self, self._file.close)
            self._file.seek(0, 2)
            for start in range(0, len(self._tail), BLOCK):
                marshal.dump(self._tail[start : start + BLOCK], self._file)
            self._file.flush()
        except OSError as problem:
            said = (problem.strerror or str(problem)).lower()
            folder = tempfile.tempdir or "the folder for temporary files"
            raise FilePlaceError(f"{folder} (TMPDIR)", said) from None
        self._tail = []

    def forget(self) -> int:
        """Let go of all values and the file; return how many values were in memory."""
        if self._file is not None:
            self._file.close()
            self._file = None
        held, self._tail, self._length = len(self._tail), [], 0
        return held
