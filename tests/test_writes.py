"""A file is written whole or not at all, whatever happens to who writes it."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from slarules.cli.files import write
from slarules.errors import FilePlaceError
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = b"the bytes of before\n", b"the bytes of after\n"


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked, and killed by signals")
def test_killed_and_limited_writes() -> None:
    """Seventy kills at random moments, and as many limits: old bytes or new, never half."""
    command = [sys.executable, "-m", "proof.hostile.writes", "70", "1"]
    env = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    told = json.loads(done.stdout)
    assert sum(one["kills"] for one in told["writers"].values()) >= 70
    assert told["limits"] >= 60


class TestPlaces:
    """Where a file cannot be written, or should not."""

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(FilePlaceError, match="is no plain file"):
            write(str(tmp_path), NEW)

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(FilePlaceError, match="its folder does not exist"):
            write(str(tmp_path / "no" / "file"), NEW)

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        place, link = tmp_path / "file", tmp_path / "link"
        place.write_bytes(OLD)
        link.symlink_to(place)
        write(str(link), NEW)
        assert link.is_symlink()
        assert place.read_bytes() == NEW

    def test_a_folder_without_permission(self, tmp_path: Path) -> None:
        place = tmp_path / "file"
        place.write_bytes(OLD)
        as_nobody = os.geteuid() == 0  # to whom alone nothing is forbidden
        tmp_path.chmod(0o555)
        try:
            if as_nobody:
                for above in (tmp_path, *tmp_path.parents):
                    if above.stat().st_uid == 0 and not above.stat().st_mode & stat.S_IXOTH:
                        above.chmod(above.stat().st_mode | stat.S_IXOTH)
                os.seteuid(65534)
            with pytest.raises(FilePlaceError, match="permission denied"):
                write(str(place), NEW)
        finally:
            if as_nobody:
                os.seteuid(0)
            tmp_path.chmod(0o755)
        assert place.read_bytes() == OLD
        assert [path.name for path in tmp_path.iterdir()] == ["file"]

    def test_the_permissions_of_a_file_stay(self, tmp_path: Path) -> None:
        place = tmp_path / "file"
        place.write_bytes(OLD)
        place.chmod(0o600)
        write(str(place), NEW)
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
        assert place.read_bytes() == NEW

    def test_what_a_killed_run_left_is_cleared_and_nothing_else(self, tmp_path: Path) -> None:
        place = tmp_path / "a[1].csv"
        kept = [".a[1].csv.x.tmp", ".b.csv.1.tmp", "a[1].csv.1.tmp", ".a1.csv.1.tmp"]
        for name in (*kept, ".a[1].csv.999999.tmp"):
            (tmp_path / name).write_bytes(OLD)
        write(str(place), NEW)
        assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*kept, place.name])

    def test_what_another_run_is_writing_is_left_alone(self, tmp_path: Path) -> None:
        fcntl = pytest.importorskip("fcntl")
        other = tmp_path / ".file.999999.tmp"
        with other.open("wb") as file:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX)
            write(str(tmp_path / "file"), NEW)
        assert other.exists()
