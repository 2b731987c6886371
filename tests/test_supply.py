"""What is installed beside the package: locked, licensed, listed; and what is built, twice."""

from __future__ import annotations

import json
import re
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement

from tools import build_twice, locks, make_supply

LOCKS = sorted(path.stem for path in (locks.ROOT / "locks").glob("*.txt"))
EXTRAS = sorted(locks.LOCK_OF)

PLAIN = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD 3-Clause License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""Words of metadata that name one licence; "BSD License" does not."""


def installed_here(pin: locks.Pin) -> metadata.PackageMetadata | None:
    """Return what the package states of itself, if this very release is installed."""
    try:
        found = metadata.distribution(pin.name)
    except metadata.PackageNotFoundError:
        return None
    return found.metadata if found.version == pin.version else None


class TestLocks:
    """docs/decisions/0002-lock.md: everything installed is locked by hash."""

    def test_every_extra_has_a_lock_and_every_lock_an_extra(self) -> None:
        extras = locks.project()["project"]["optional-dependencies"]
        assert {*extras, locks.RUN, locks.BUILD} == set(locks.LOCK_OF)
        assert set(LOCKS) == set(locks.LOCK_OF.values())

    @pytest.mark.parametrize("extra", EXTRAS)
    def test_what_an_extra_asks_for_is_locked_at_a_release_it_takes(self, extra: str) -> None:
        lock = locks.read(locks.LOCK_OF[extra])
        for requirement in locks.asked(extra):
            pins = lock.named(locks.canonical(requirement.name))
            assert pins, f"{requirement} is not in locks/{lock.name}.txt: make lock"
            for pin in pins:
                assert requirement.specifier.contains(pin.version, prereleases=True), (
                    f"{requirement}, and locks/{lock.name}.txt holds {pin.version}: make lock"
                )

    @pytest.mark.parametrize("extra", EXTRAS)
    def test_every_lock_holds_the_run_time_and_what_builds(self, extra: str) -> None:
        run, lock = locks.read("run"), locks.read(locks.LOCK_OF[extra])
        releases = {(pin.name, pin.version) for pin in lock.pins}
        assert {(pin.name, pin.version) for pin in run.pins} <= releases

    @pytest.mark.parametrize("lock", LOCKS)
    def test_a_release_is_the_same_in_every_lock_as_where_it_is_tested(self, lock: str) -> None:
        dev = locks.read("dev")
        tested = {(pin.name, pin.version) for pin in dev.pins}
        both = [pin for pin in locks.read(lock).pins if dev.named(pin.name)]
        assert [pin.name for pin in both if (pin.name, pin.version) not in tested] == []

    @pytest.mark.parametrize("lock", LOCKS)
    def test_every_entry_is_a_release_with_its_hashes(self, lock: str) -> None:
        text = locks.path_of(lock).read_text(encoding="utf-8")
        pins = locks.read(lock).pins
        assert len(pins) == len(re.findall(r"^\S", text, re.MULTILINE)) > 0
        assert sum(len(pin.hashes) for pin in pins) == text.count("--hash=")

    @pytest.mark.parametrize("lock", LOCKS)
    def test_nothing_is_there_that_nothing_asks_for(self, lock: str) -> None:
        asked = [extra for extra, held in locks.LOCK_OF.items() if held == lock]
        needed = locks.needed(locks.read(lock), [*asked, locks.RUN, locks.BUILD])
        assert [pin.name for pin in locks.read(lock).pins if pin not in needed] == []

    @pytest.mark.parametrize("lock", LOCKS)
    def test_no_index_and_no_host_is_named(self, lock: str) -> None:
        text = locks.path_of(lock).read_text(encoding="utf-8")
        assert re.findall(r"://|index-url|find-links|trusted-host", text) == []

    @pytest.mark.parametrize("entry", ["numpy==2.4.6\n    # via slarules", "numpy>=2 \\\n    --x"])
    def test_an_entry_without_a_hash_or_a_release_is_refused(
        self, entry: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "locks").mkdir()
        (tmp_path / "locks" / "run.txt").write_text(entry)
        monkeypatch.setattr(locks, "ROOT", tmp_path)
        with pytest.raises(ValueError, match="no release with its hashes"):
            locks.read("run")


class TestLicences:
    """Everything locked may be used unchanged, in anything, for the price of a notice."""

    def test_every_package_locked_has_its_row_and_no_other_has(self) -> None:
        locked = {pin.name for lock in LOCKS for pin in locks.read(lock).pins}
        assert locked == set(make_supply.licences())

    @pytest.mark.parametrize("package", sorted(make_supply.licences()))
    def test_its_licence_is_allowed(self, package: str) -> None:
        assert make_supply.allowed(make_supply.licences()[package].licence)

    def test_a_licence_is_allowed_if_every_part_leaves_an_allowed_choice(self) -> None:
        assert make_supply.allowed("GPL-3.0-only OR MIT")
        assert not make_supply.allowed("MIT AND GPL-3.0-only")
        assert not make_supply.allowed("GPL-3.0-only")
        assert not make_supply.allowed("")

    def test_what_is_installed_states_what_the_table_says(self) -> None:
        table = make_supply.licences()
        pins = {(pin.name, pin.version): pin for lock in LOCKS for pin in locks.read(lock).pins}
        here = {pin.name: found for pin in pins.values() if (found := installed_here(pin))}
        assert {"holidays", "hatchling", "python-dateutil", "tzdata"} <= set(here)
        stated = {name: make_supply.stated_in(found) for name, found in here.items()}
        assert stated == {name: table[name].stated for name in here}

    def test_where_the_metadata_do_not_settle_it_a_file_did(self) -> None:
        unsettled = [
            row
            for row in make_supply.licences().values()
            if row.licence not in {PLAIN.get(word, word) for word in row.stated.split("; ")}
        ]
        assert [row for row in unsettled if not row.judged_by] == []


class TestBills:
    """A list of parts for the run-time, the build and each extra, as CycloneDX has it."""

    @pytest.mark.parametrize("extra", EXTRAS)
    def test_it_is_valid(self, extra: str) -> None:
        text = json.dumps(make_supply.bill(extra))
        assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None

    def test_a_wrong_one_is_not(self) -> None:
        wrong = make_supply.bill(locks.RUN)
        wrong["components"][0]["licenses"] = [{"license": {"id": "as you like"}}]
        text = json.dumps(wrong)
        assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is not None

    def test_the_committed_ones_are_what_the_locks_give(self) -> None:
        assert make_supply.out_of_step() == [], "python -m tools.make_supply --write"

    def test_the_run_time_is_what_a_plain_install_brings(self) -> None:
        bill = make_supply.bill(locks.RUN)
        assert [part["name"] for part in bill["components"]] == brought_by(locks.asked(locks.RUN))

    @pytest.mark.parametrize("extra", EXTRAS)
    def test_every_reference_leads_to_a_part(self, extra: str) -> None:
        bill: dict[str, Any] = make_supply.bill(extra)
        subject = bill["metadata"]["component"]["bom-ref"]
        parts = [part["bom-ref"] for part in bill["components"]]
        assert len(set(parts)) == len(parts)
        assert [row["ref"] for row in bill["dependencies"]] == [subject, *parts]
        reached = {one for row in bill["dependencies"] for one in row["dependsOn"]}
        assert reached == set(parts)


def brought_by(asked: list[Requirement]) -> list[str]:
    """Return what requirements bring, as the metadata of what is installed say: no lock is read."""
    found: set[str] = set()
    ahead = list(asked)
    while ahead:
        requirement = ahead.pop()
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and (name := locks.canonical(requirement.name)) not in found:
            found.add(name)
            ahead += map(Requirement, metadata.requires(name) or [])
    return sorted(found)


class TestBuilds:
    """The same sources give the same bytes, wherever and by whomever they are built."""

    def test_two_builds_and_one_from_the_sdist_are_the_same(self) -> None:
        builds = build_twice.both()
        assert builds.wrong == []
        assert [Path(name).suffix for name in sorted(builds.digests)] == [".whl", ".gz"]

    def test_another_date_would_be_found_out(self, tmp_path: Path) -> None:
        circumstances = build_twice.CIRCUMSTANCES[0]
        place = build_twice.laid(build_twice.ROOT, circumstances, tmp_path)
        one, other = (
            build_twice.built(
                place, circumstances, ("wheel",), epoch=build_twice.release_epoch() + later
            )
            for later in (0, 86_400)
        )
        assert one.keys() == other.keys()
        assert one != other
