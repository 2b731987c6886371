"""Files: read in pieces, written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from glob import escape
from os.path import realpath
from pathlib import Path
from shutil import copymode
from typing import TYPE_CHECKING, Final

from slarules.errors import FilePlaceError

try:
    import fcntl
except ImportError:  # not on Windows, where what a killed run left has to be removed by hand
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PIECE: Final = 1 << 16
"""Bytes read at once."""

MAPPING_LIMIT: Final = 1 << 20
"""Bytes a mapping may have."""


def pieces(path: str) -> Iterator[bytes]:
    """Yield the bytes of a file in order; memory does not grow with the file."""
    try:
        with Path(path).open("rb") as file:
            while piece := file.read(PIECE):
                yield piece
    except (OSError, ValueError) as problem:  # a name with a zero byte is a ValueError
        raise refusal(path, problem) from None


def whole(path: str) -> bytes:
    """Return the bytes of a small file."""
    content = b""
    for piece in pieces(path):
        content += piece
        if len(content) > MAPPING_LIMIT:
            raise FilePlaceError(path, f"is larger than {MAPPING_LIMIT} bytes, no mapping is")
    return content


def refuse_place(path: str, *inputs: str) -> None:
    """Refuse, before any work is done, a place that cannot be written or is one of the inputs."""
    try:
        problem = _problem(Path(path), inputs)
    except (OSError, ValueError) as found:  # a name of no file
        raise refusal(path, found) from None
    if problem:
        raise FilePlaceError(path, problem)


def _problem(place: Path, inputs: tuple[str, ...]) -> str:
    if place.exists() and any(Path(one).exists() and place.samefile(one) for one in inputs):
        return "is the file that is read"
    if place.exists() and not place.is_file():
        return "is there already and is no plain file"
    there = Path(realpath(place))
    if there.is_symlink():
        return "is a link that leads back to itself"
    return "" if there.parent.is_dir() else "its folder does not exist"


def write(path: str, content: bytes) -> None:
    """Write a file so that at every moment there is either the old one or the new one, whole."""
    _write(path, (content,))


def write_text(path: str, texts: Iterable[str]) -> None:
    """Write text the same way, in pieces: memory need not hold it whole."""
    _write(path, (text.encode() for text in texts))


def _write(path: str, chunks: Iterable[bytes]) -> None:
    """Write to a temporary file in the same folder, see it on the disk, and give it the name."""
    refuse_place(path)
    place = Path(path).resolve()  # a link stays a link
    temporary = place.with_name(f".{place.name}.{os.getpid()}.tmp")
    try:
        _clear(place)
        file = temporary.open("xb")
        try:
            with file:
                _lock(file.fileno())
                for chunk in chunks:
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            if place.exists():
                copymode(place, temporary)
            temporary.replace(place)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as problem:
        raise refusal(path, problem) from None


def _clear(place: Path) -> None:
    """Remove the temporary files of runs that were killed as they wrote this one."""
    if fcntl is None:
        return
    for left in place.parent.glob(f".{escape(place.name)}.*.tmp"):
        if left.name.removesuffix(".tmp").rpartition(".")[2].isdecimal() and left.is_file():
            with suppress(OSError), left.open("rb+") as file:  # one that is being written is locked
                _lock(file.fileno())
                left.unlink()


def _lock(descriptor: int) -> None:
    """Hold the file until it is closed, or raise OSError where another process holds it."""
    if fcntl is not None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def make_folder(path: str) -> None:
    """Make a folder, and those above it, where they are not there yet."""
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as problem:
        raise refusal(path, problem) from None


def refusal(path: str, problem: Exception) -> FilePlaceError:
    """Return the refusal that a file's problem becomes."""
    said = problem.strerror if isinstance(problem, OSError) else None
    return FilePlaceError(path, (said or str(problem)).lower())
