"""
Find an interpreter of a release: on the path, among those of pyenv, or where uv keeps its own.

    python -m tools.find_python 3.12

Prints its path; exits with 1 if there is none. An interpreter counts only if it runs and says that
it is of that release: the shims of a version manager stand on the path for releases it lacks.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(release: str) -> Path | None:
    """Return an interpreter of that release ("3.12"), the first there is."""
    return next((path for path in _candidates(release) if _release_of(path) == release), None)


def _candidates(release: str) -> Iterator[Path]:
    """Yield what may be one."""
    if sys.version_info[:2] == tuple(map(int, release.split("."))):
        yield Path(sys.executable)
    if on_path := shutil.which(f"python{release}"):
        yield Path(on_path)
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from sorted(pyenv.glob(f"versions/{release}.*/bin/python"), reverse=True)
    if uv := shutil.which("uv"):
        found = _printed([uv, "python", "find", "--no-project", release])
        yield from map(Path, found.splitlines())


def _release_of(path: Path) -> str:
    """Return the release an interpreter says it is of; nothing if it does not run."""
    return _printed([str(path), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]).strip()


def _printed(command: list[str]) -> str:
    """Return what a command prints; nothing if it fails."""
    try:
        done = subprocess.run(  # noqa: S603 - programs found here
            command, capture_output=True, text=True, timeout=60, check=False
        )
    except OSError:
        return ""
    return "" if done.returncode else done.stdout


def main() -> None:
    """Print the interpreter asked for."""
    found = find(sys.argv[1])
    if found is None:
        sys.exit(f"no Python {sys.argv[1]} on the path, among those of pyenv or of uv: install one")
    print(found)


if __name__ == "__main__":
    main()
