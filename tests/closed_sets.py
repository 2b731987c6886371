"""Which modules define the closed sets, read from the sources: nothing is imported."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SET = re.compile(r"^class (\w+)\(Word\):", re.MULTILINE)


@cache
def homes() -> Mapping[str, list[str]]:
    """Return the modules that define each closed set, by its name."""
    found: dict[str, list[str]] = {}
    package = find_spec("slarules")
    assert package is not None
    assert package.origin is not None
    sources = Path(package.origin).parent
    for path in sorted(sources.rglob("*.py")):
        module = ".".join(path.relative_to(sources.parent).with_suffix("").parts)
        for name in SET.findall(path.read_text(encoding="utf-8")):
            found.setdefault(name, []).append(module.removesuffix(".__init__"))
    return found
