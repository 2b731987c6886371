"""
Build the wheel and the sdist twice, in circumstances that differ, and compare the bytes.

    python -m tools.build_twice

The two builds differ in the folder, the age and order of the files, the umask, the zone, the
language and the seed of hashes; they share the sources and the date of the release. A third wheel
is built from the sdist, as a distribution does it. Prints the digests; fails if any two differ.
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
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parent.parent
INPUTS: Final = ("src", "tests", "docs", "locks", "LICENSE", "Makefile", "pyproject.toml")
KINDS: Final = ("wheel", "sdist")


class Circumstances(NamedTuple):
    """What may differ between two machines that build one release."""

    folder: str
    umask: int
    age: int
    """Of the files, in seconds."""
    environment: dict[str, str]


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


def laid(circumstances: Circumstances, under: Path) -> Path:
    """Copy what is built from into a folder of its own, as a checkout there would have it."""
    place = under / circumstances.folder
    place.mkdir(parents=True)
    names = [*INPUTS, ".gitignore", *(page.name for page in ROOT.glob("*.md"))]
    for name in sorted(names, reverse=circumstances.umask != CIRCUMSTANCES[0].umask):
        source = ROOT / name
        if source.is_dir():
            skipped = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, place / name, ignore=skipped, copy_function=shutil.copyfile)
        else:
            shutil.copyfile(source, place / name)
    then = release_epoch() - circumstances.age
    for path in place.rglob("*"):
        path.chmod(0o777 & ~circumstances.umask if path.is_dir() else 0o666 & ~circumstances.umask)
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


def both() -> tuple[dict[str, str], list[str]]:
    """Return the digests of the first build, and what is not the same in the others."""
    with tempfile.TemporaryDirectory() as folder:
        first, second = (built(laid(each, Path(folder)), each) for each in CIRCUMSTANCES)
        wrong = [
            f"{name}: two builds differ"
            for name in sorted({*first, *second})
            if first.get(name) != second.get(name)
        ]
        (sdist,) = (name for name in first if name.endswith(".tar.gz"))
        archive = Path(folder) / sdist
        archive.write_bytes(first[sdist])
        with tarfile.open(archive) as members:
            members.extractall(folder, filter="data")
        unpacked = Path(folder) / sdist.removesuffix(".tar.gz")
        for name, content in built(unpacked, CIRCUMSTANCES[1], ("wheel",)).items():
            if first.get(name) != content:
                wrong.append(f"{name}: the one built from the sdist differs")
    return {name: sha256(content).hexdigest() for name, content in first.items()}, wrong


def main() -> None:
    """Build, print, compare."""
    digests, wrong = both()
    for name, digest in digests.items():
        print(f"{digest}  {name}")
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
