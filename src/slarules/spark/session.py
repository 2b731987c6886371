"""Spark on one machine: what it needs is looked at before it starts."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from slarules.errors import JavaError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyspark.sql import SparkSession  # pyright: ignore[reportMissingImports]

JAVA: Final = 17
"""The oldest Java that Spark 4 starts on."""
_VERSION: Final = re.compile(r'version "(?:1\.)?(\d+)[^"]*"')


def require_java() -> int:
    """
    Return the major version of the Java that Spark would start: that of JAVA_HOME, or of PATH.

    Raises:
        JavaError: There is none, it is too old, or it does not say what it is.
    """
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home, "bin"))) if home else shutil.which("java")
    if java is None:
        raise JavaError(JAVA, None)
    try:
        told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)  # noqa: S603 - the one that Spark runs
    except OSError as error:
        raise JavaError(JAVA, f"{java}, which does not run ({error.strerror})") from None
    said = (told.stderr + told.stdout).strip()
    version = _VERSION.search(said)
    if version is None:
        raise JavaError(JAVA, said.partition("\n")[0] or f"{java}, which names no version")
    if int(version[1]) < JAVA:
        raise JavaError(JAVA, version[0])
    return int(version[1])


def local_session(
    cores: int, settings: Mapping[str, str | int | bool] | None = None
) -> SparkSession:
    """
    Return a session of Spark on this machine, whose workers are the Python that asks.

    For that the variable PYSPARK_PYTHON is set, unless it is. A session that runs is returned as
    it is, with the settings that can still be changed.

    Args:
        cores: How many tasks run at a time.
        settings: Further settings of Spark, by name.
    Raises:
        JavaError: There is no Java, or it is too old.
    """
    from pyspark.sql import SparkSession  # pyright: ignore[reportMissingImports]

    require_java()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(f"local[{cores}]").appName("slarules")
    for name, value in (settings or {}).items():
        builder = builder.config(name, value)
    return builder.getOrCreate()
