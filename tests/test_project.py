"""The project around the package: what it installs, lists, links to and promises."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import slarules
from tests.shared import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
DECISIONS = sorted(ROOT.glob("docs/decisions/[0-9]*.md"))


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads(text("pyproject.toml"))


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))


def contracts(project: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the import contracts: the layers under "layers", the forbidden by what they forbid."""
    return {
        " ".join(contract.get("forbidden_modules", ["layers"])): contract
        for contract in project["tool"]["importlinter"]["contracts"]
    }


def modules_of(layers: list[str]) -> list[str]:
    return [name for layer in layers for name in layer.split(" | ")]


class TestPackage:
    """A stranger can install it and know what they have."""

    def test_the_version_is_a_release_and_the_newest_of_the_changelog(self) -> None:
        newest = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", text("CHANGELOG.md"), re.MULTILINE)[0]
        assert slarules.__version__ == newest

    def test_it_ships_its_types(self) -> None:
        assert (Path(slarules.__file__).parent / "py.typed").read_bytes() == b""

    def test_it_runs_on_every_python_from_3_11_on(self, project: dict[str, Any]) -> None:
        assert project["project"]["requires-python"] == ">=3.11"

    def test_it_needs_three_packages(self, project: dict[str, Any]) -> None:
        needed = {re.split(r"[<>=]", row)[0] for row in project["project"]["dependencies"]}
        assert needed == {"holidays", "python-dateutil", "tzdata"}


class TestLayers:
    """Imports point one way; a module that has landed is declared, and kept pure."""

    def test_a_module_that_landed_has_lost_its_brackets(self, project: dict[str, Any]) -> None:
        declared = modules_of(contracts(project)["layers"]["layers"])
        package = Path(slarules.__file__).parent
        landed = {
            name
            for name in (name.strip("()") for name in declared)
            if (package / f"{name}.py").exists() or (package / name / "__init__.py").exists()
        }
        assert {name for name in declared if not name.startswith("(")} == landed

    def test_every_module_up_to_the_pictures_is_forbidden_the_outside(
        self, project: dict[str, Any]
    ) -> None:
        rules = contracts(project)
        layers: list[str] = rules["layers"]["layers"]
        top = next(n for n, layer in enumerate(layers) if "picture" in layer)
        pure = {f"slarules.{name}" for name in modules_of(layers[top:]) if not name.startswith("(")}
        (outside,) = (rule for asked, rule in rules.items() if "numpy" in asked.split())
        assert set(outside["source_modules"]) == pure
        assert {"io", "numpy", "os", "pathlib", "time"} <= set(outside["forbidden_modules"])


class TestPages:
    """What the pages name is there."""

    @pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
    def test_every_link_leads_to_a_file(self, page: Path) -> None:
        links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == []

    @pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
    def test_every_file_of_the_project_named_is_there(self, page: Path) -> None:
        code = re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8"))
        named = re.findall(r"\b(?:src|tests|tools|docs|locks)/[\w./-]*\w", "\n".join(code))
        assert [path for path in named if not (ROOT / path).exists()] == []

    @pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
    def test_every_make_target_named_is_one(self, page: Path) -> None:
        code = re.findall(r"```.*?```|`[^`]+`", page.read_text(encoding="utf-8"), re.DOTALL)
        named = set(re.findall(r"\bmake ([a-z]+)", "\n".join(code)))
        assert named - targets() == set()

    def test_every_target_says_what_it_does(self) -> None:
        (phony,) = re.findall(r"^\.PHONY: (.*)$", text("Makefile"), re.MULTILINE)
        explained = re.findall(r"^([a-z]+):.*?## \S", text("Makefile"), re.MULTILINE)
        assert set(explained) == set(phony.split()) == targets()

    @pytest.mark.parametrize("record", DECISIONS, ids=lambda record: record.stem)
    def test_a_decision_is_dated_and_listed(self, record: Path) -> None:
        number = record.name[:4]
        written = record.read_text(encoding="utf-8")
        assert re.match(rf"# {number}\. \S.*\n\nDate: \d{{4}}-\d\d-\d\d\. Status: \S", written)
        assert f"[{number}]({record.name})" in text("docs/decisions/README.md")

    def test_no_two_decisions_share_a_number(self) -> None:
        numbers = [record.name[:4] for record in DECISIONS]
        assert len(numbers) == len(set(numbers))

    def test_nothing_names_a_folder_of_one_machine(self) -> None:
        places = re.compile(r"(?<![\w.~$}])/(?:work|tmp|root|home|opt|Users)/")
        files = [
            *PAGES,
            *(ROOT / name for name in ("pyproject.toml", "Makefile", ".ci/run")),
            *(
                path
                for folder in ("src", "tests", "tools", "locks")
                for kind in ("py", "toml", "txt", "csv", "json")
                for path in ROOT.glob(f"{folder}/**/*.{kind}")
            ),
        ]
        own = Path(__file__)
        found = [
            f"{path.relative_to(ROOT)}:{number}"
            for path in files
            if path != own
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            if places.search(line)
        ]
        assert found == []


class TestSkips:
    """With CI=true nothing may be skipped."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "test_one.py").write_text(
            "import pytest\n\n"
            "def test_skips():\n    pytest.skip('not here')\n\n"
            "@pytest.mark.xfail\ndef test_fails_as_expected():\n    raise AssertionError\n"
        )
        (tmp_path / "test_whole.py").write_text(
            "import pytest\n\npytest.skip('not here either', allow_module_level=True)\n"
        )
        return tmp_path

    def run(self, folder: Path, ci: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider"]
        return subprocess.run(
            [*command, "--rootdir", str(folder), "-rsE", str(folder)],
            cwd=ROOT,
            env={**os.environ, "CI": ci, "PYTEST_ADDOPTS": ""},
            capture_output=True,
            text=True,
            check=False,
        )

    def test_elsewhere_a_skip_is_a_skip(self, folder: Path) -> None:
        done = self.run(folder, "")
        assert (done.returncode, "2 skipped, 1 xfailed" in done.stdout) == (0, True)

    def test_in_ci_a_skipped_test_fails_with_its_reason(self, folder: Path) -> None:
        (folder / "test_whole.py").unlink()
        done = self.run(folder, "true")
        assert (done.returncode, "1 failed, 1 xfailed" in done.stdout) == (1, True)
        assert "nothing may be skipped where CI=true: Skipped: not here" in done.stdout

    def test_in_ci_a_skipped_module_is_an_error_with_its_reason(self, folder: Path) -> None:
        done = self.run(folder, "true")
        assert done.returncode != 0
        assert "nothing may be skipped where CI=true: Skipped: not here either" in done.stdout
