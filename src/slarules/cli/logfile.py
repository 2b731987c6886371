"""The log a command is given: a CSV or a Parquet file, read once from its beginning to its end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from slarules.cli.files import pieces, refusal
from slarules.cli.receipts import Digest
from slarules.eventlog.parquet import MARK, parquet_rows
from slarules.eventlog.rows import read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slarules.eventlog.mapping import LogMapping
    from slarules.eventlog.rows import BadRow, LogRow


class LogFile:
    """A file of events. What it is, its first bytes say, not its name."""

    def __init__(self, path: str) -> None:
        """
        Look at the file.

        Raises:
            FilePlaceError: It cannot be read.
        """
        self._path: Final = path
        self._of_bytes: Final = Digest()
        try:
            place = Path(path)
            self.size = place.stat().st_size if place.is_file() else 0
            """Bytes; nothing where it is no plain file, so that nobody knows."""
            self.is_parquet = False
            if self.size:
                with place.open("rb") as file:
                    self.is_parquet = file.read(len(MARK)) == MARK
        except (OSError, ValueError) as problem:
            raise refusal(path, problem) from None

    def rows(self, mapping: LogMapping, read: Callable[[int], None]) -> Iterator[LogRow | BadRow]:
        """
        Yield every row, read or named as bad.

        Args:
            mapping: What the columns and activities mean.
            read: Is told how many bytes were read, now and then.
        Raises:
            FilePlaceError: The file cannot be read.
            LogError, MissingExtraError, ColumnError: See ``read_rows`` and ``parquet_rows``.
        """
        if not self.is_parquet:
            yield from read_rows(self._bytes(read), mapping)
            return
        for _ in self._of_bytes.of(pieces(self._path)):
            pass
        try:
            with Path(self._path).open("rb") as file:
                for row in parquet_rows(file, mapping):
                    yield row
                    read(file.tell())
        except OSError as problem:
            raise refusal(self._path, problem) from None

    def _bytes(self, read: Callable[[int], None]) -> Iterator[bytes]:
        done = 0
        for piece in self._of_bytes.of(pieces(self._path)):
            done += len(piece)
            read(done)
            yield piece

    @property
    def digest(self) -> str:
        """The digest of its bytes, as a receipt has it; right once all rows were read."""
        return self._of_bytes.written
