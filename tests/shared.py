"""Where the files lie that the tests read and the project does not own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
"""The folder of the project."""


def shared_file(relative: str) -> Path:
    """
    Return a file of ``../shared``, or skip the test (or the module) where it is absent.

    The variable ``SLARULES_SHARED`` names another place. With ``CI=true`` a skip is a failure
    (conftest.py).
    """
    place = Path(os.environ.get("SLARULES_SHARED") or ROOT.parent / "shared")
    path = place / relative
    if not path.exists():
        pytest.skip(f"{relative} is not in {place}", allow_module_level=True)
    return path
