"""Files: read in pieces, written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from slarules.errors import FilePlaceError

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
    except OSError as problem:
        raise _refusal(path, problem) from None


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
    place = Path(path)
    for given in inputs:
        if place.exists() and Path(given).exists() and place.samefile(given):
            raise FilePlaceError(path, "is the file that is read")
    if place.exists() and not place.is_file():
        raise FilePlaceError(path, "is there already and is no plain file")
    if not place.resolve().parent.is_dir():
        raise FilePlaceError(path, "its folder does not exist")


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
        try:
            with temporary.open("xb") as file:
                for chunk in chunks:
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(place)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as problem:
        raise _refusal(path, problem) from None


def make_folder(path: str) -> None:
    """Make a folder, and those above it, where they are not there yet."""
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise _refusal(path, problem) from None


def _refusal(path: str, problem: OSError) -> FilePlaceError:
    return FilePlaceError(path, (problem.strerror or str(problem)).lower())
