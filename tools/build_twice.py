"""
Build the wheel and the sdist twice, in circumstances that differ, and compare the bytes.

    python -m tools.build_twice

The two builds differ in the folder, the age and order of the files, the umask, the zone, the
language and the seed of hashes; they share the sources and the date of the release. A third wheel
is built from the sdist, as a distribution does it, and the sdist has to hold all the sources.
Prints the digests; fails if any two differ.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
MADE: Final = frozenset({"build", "dist"})
"""Folders that make makes; what begins with a dot is a tool's, but for these:"""
DOTTED: Final = frozenset({".ci", ".gitignore"})
KINDS: Final = ("wheel", "sdist")


class Circumstances(NamedTuple):
    """What may differ between two machines that build one release."""

    folder: str
    umask: int
    age: int
    """Of the files, in seconds."""
    environment: dict[str, str]


class Builds(NamedTuple):
    """What came of it."""

    digests: dict[str, str]
    """SHA-256 of each file of the first build."""
    wrong: list[str]
    """What another build gave otherwise, and what the sdist lacks."""


CIRCUMSTANCES: Final = (
    Circumstances(
        "one", 0o022, 0, {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "HOME": "/"}
    ),
    Circumstances(
        "deeper/папка two",
        0o077,
        86_400 * 400,
        {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONUTF8": "1", "PYTHONHASHSEED": "2"},
    ),
)


def release_epoch() -> int:
    """Return the second at which the day of the newest release began, in UTC."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[\d\S*\] - (\d{4}-\d\d-\d\d)$", text, re.MULTILINE)
    assert newest is not None, "the changelog names a release"
    return int(datetime.fromisoformat(newest[1]).replace(tzinfo=UTC).timestamp())


def sources(root: Path) -> list[str]:
    """Return what stands in the root of a project and nobody has made."""
    names = {path.name for path in root.iterdir()} - MADE
    return sorted(name for name in names if not name.startswith(".") or name in DOTTED)


def laid(sources_at: Path, circumstances: Circumstances, under: Path) -> Path:
    """Copy what is built from into a folder of its own, as a checkout there would have it."""
    place = under / circumstances.folder
    place.mkdir(parents=True)
    for name in sorted(sources(sources_at), reverse=circumstances.age > 0):
        source = sources_at / name
        if source.is_dir():
            skipped = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, place / name, ignore=skipped, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(source, place / name)
    then = release_epoch() - circumstances.age
    for path in place.rglob("*"):
        path.chmod((0o777 if path.is_dir() else 0o666) & ~circumstances.umask)
        os.utime(path, (then, then))
    return place


def built(
    place: Path,
    circumstances: Circumstances,
    kinds: tuple[str, ...] = KINDS,
    *,
    epoch: int | None = None,
) -> dict[str, bytes]:
    """Return the bytes of what is built in a folder, by file name."""
    targets = [word for kind in kinds for word in ("--target", kind)]
    with tempfile.TemporaryDirectory() as out:
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "hatchling", "build", *targets, "--directory", out],
            cwd=place,
            env={
                **os.environ,
                **circumstances.environment,
                "SOURCE_DATE_EPOCH": str(release_epoch() if epoch is None else epoch),
            },
            umask=circumstances.umask,
            check=True,
            capture_output=True,
        )
        return {path.name: path.read_bytes() for path in sorted(Path(out).iterdir())}


def both() -> Builds:
    """Build one state of the sources twice, and once more from the sdist."""
    with tempfile.TemporaryDirectory() as folder:
        one, other = CIRCUMSTANCES
        state = laid(ROOT, one, Path(folder))
        first = built(state, one)
        second = built(laid(state, other, Path(folder)), other)
        wrong = [
            f"{name}: two builds differ"
            for name in sorted({*first, *second})
            if first.get(name) != second.get(name)
        ]
        (sdist,) = (name for name in first if name.endswith(".tar.gz"))
        with tarfile.open(fileobj=BytesIO(first[sdist])) as archive:
            archive.extractall(folder, filter="data")
        unpacked = Path(folder) / sdist.removesuffix(".tar.gz")
        again = built(unpacked, other, ("wheel",))
        wrong += [
            f"{name}: the one built from the sdist differs"
            for name, content in again.items()
            if first.get(name) != content
        ]
        wrong += [
            f"{sdist}: {name} is not in it"
            for name in sorted({*sources(state)} - {*sources(unpacked)})
        ]
    return Builds({name: sha256(content).hexdigest() for name, content in first.items()}, wrong)


def main() -> None:
    """Build, print, compare."""
    builds = both()
    for name, digest in builds.digests.items():
        print(f"{digest}  {name}")
    if builds.wrong:
        sys.exit("\n".join(builds.wrong))


if __name__ == "__main__":
    main()
