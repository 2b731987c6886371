"""Which branches of the package are taken: coverage, as the project has it set up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from proof.part import ROOT

if TYPE_CHECKING:
    from coverage import Coverage

SOURCE: Final = ROOT / "src" / "slarules"


def covering(file: str | None = None) -> Coverage:
    """Return a watch over the branches of the package, to be kept in that file."""
    from coverage import Coverage

    return Coverage(data_file=file, config_file=str(ROOT / "pyproject.toml"), branch=True)
