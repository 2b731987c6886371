"""Spark runs on Java: whoever has none is told so, and what to do, before it starts."""

from __future__ import annotations

import pickle
import sys
from typing import TYPE_CHECKING

import pytest

from slarules import spark
from slarules.errors import JavaError

if TYPE_CHECKING:
    from pathlib import Path


def put(folder: Path, said: str) -> None:
    """Put a java there that says this of itself."""
    folder.mkdir(parents=True)
    java = folder / "java"
    java.write_text(f"#!/bin/sh\nprintf '%s' '{said}' >&2\n")
    java.chmod(0o755)


class TestRequireJava:
    """The Java that is asked is the one Spark would run: of JAVA_HOME, or else of PATH."""

    def test_none_on_the_path(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("JAVA_HOME", raising=False)
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(JavaError) as caught:
            spark.local_session(1)
        assert str(caught.value) == (
            "Spark asks for Java 17 or later, no java was found; "
            "install Java 17 (Debian: openjdk-17-jre-headless) and, if need be, set JAVA_HOME"
        )
        assert pickle.loads(pickle.dumps(caught.value)).args == (17, None)  # noqa: S301 - ours

    def test_a_home_without_one_is_not_mended_by_the_path(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(tmp_path / "path", 'openjdk version "17.0.15" 2025-04-15')
        monkeypatch.setenv("PATH", str(tmp_path / "path"))
        monkeypatch.setenv("JAVA_HOME", str(tmp_path))
        with pytest.raises(JavaError, match="no java was found"):
            spark.require_java()

    @pytest.mark.parametrize(
        ("said", "release"),
        [
            ('openjdk version "17.0.15" 2025-04-15', 17),
            ('java version "21" 2023-09-19 LTS', 21),
            ('Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "25-ea" 2025-09-16', 25),
        ],
    )
    def test_one_that_spark_starts_on(
        self, said: str, release: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(tmp_path / "bin", said)
        monkeypatch.setenv("JAVA_HOME", str(tmp_path))
        assert spark.require_java() == release

    @pytest.mark.parametrize(
        ("said", "found"),
        [
            ('java version "1.8.0_292"', 'found: version "1.8.0_292"'),
            ('openjdk version "11.0.2" 2019-01-15', 'found: version "11.0.2"'),
            ("gij (GNU libgcj)", r"found: gij \(GNU libgcj\)"),
            ("", "which names no version"),
        ],
    )
    def test_one_that_is_too_old_or_says_nothing(
        self, said: str, found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put(tmp_path / "bin", said)
        monkeypatch.delenv("JAVA_HOME", raising=False)
        monkeypatch.setenv("PATH", str(tmp_path / "bin"))
        with pytest.raises(JavaError, match=found):
            spark.require_java()

    def test_one_that_does_not_run(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        put(tmp_path / "bin", "")
        (tmp_path / "bin" / "java").write_bytes(b"\x7fELF, but not really")
        monkeypatch.setenv("JAVA_HOME", str(tmp_path))
        with pytest.raises(JavaError, match="which does not run"):
            spark.require_java()


class TestExtra:
    """What is not installed is named, with the extra that brings it."""

    @pytest.mark.parametrize("package", ["pyspark", "pandas", "narwhals"])
    def test_a_package_that_is_wanting(self, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in [one for one in sys.modules if one.startswith("slarules.spark")]:
            monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, package, None)
        with pytest.raises(ImportError, match=rf"{package} is not installed.*slarules\[spark\]"):
            __import__("slarules.spark")
