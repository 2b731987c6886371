"""Arrays that are written over block by block: one fresh costs as much to touch as to compute."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Array = npt.NDArray[Any]


class Laid:
    """The arrays that one call works with, laid once each; no two calls share them."""

    __slots__ = ("_arrays", "_length")

    def __init__(self, length: int) -> None:
        """Take the length of the longest block."""
        self._length: Final = length
        self._arrays: Final[dict[tuple[str, Any], Array]] = {}

    def array(self, name: str, kind: Any, length: int) -> Array:
        """Return the array of that name and type; it holds what was last written to it."""
        key = name, kind
        if key not in self._arrays:
            self._arrays[key] = np.empty(self._length, kind)
        return self._arrays[key][:length]
