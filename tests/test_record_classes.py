"""Record classes at the edges: annotations that are lazy, the written ``__init__``, old pickles."""

from __future__ import annotations

from typing import Any, get_type_hints

import pytest

from slarules.record import Record


class Stay(Record):
    """Two fields, one with a default."""

    nights: int
    guests: int = 1


class TestLazyAnnotations:
    """From Python 3.14 a class body holds a function that tells its annotations when asked."""

    def test_are_asked_for_as_text(self) -> None:
        """4 is ``annotationlib.Format.STRING``, the one that evaluates no name (PEP 749)."""

        def annotate(form: int) -> dict[str, str]:
            if form != 4:
                raise NotImplementedError
            return {"nights": "int", "unit": "ClassVar[str]", "of": "NoSuchName"}

        body: dict[str, Any] = {"__module__": __name__, "__annotate_func__": annotate, "unit": "m"}
        kind: Any = type(Record)
        lazy = kind("Lazy", (Record,), body)
        assert repr(lazy(nights=2, of="a house")) == "Lazy(nights=2, of='a house')"


class TestWrittenInit:
    """The ``__init__`` is the class's own: its module, and its hints with what it returns."""

    def test_names_its_module(self) -> None:
        class Fresh(Record):
            nights: int

        assert Fresh.__init__.__module__ == __name__

    def test_tells_its_hints(self) -> None:
        class Fresh(Record):
            nights: int

        assert get_type_hints(Fresh.__init__) == {"nights": int, "return": type(None)}


class TestOldPickles:
    """A pickle of a release with other fields is refused: what it lacks is not filled in."""

    @pytest.mark.parametrize("values", [(3,), (3, 2, 1)])
    def test_with_more_or_fewer_values_than_fields(self, values: tuple[int, ...]) -> None:
        rebuilt, (cls, held) = Stay(nights=3, guests=2).__reduce__()
        assert rebuilt(cls, held) == Stay(nights=3, guests=2)
        with pytest.raises(ValueError, match=r"^zip\(\) argument 2 is "):
            rebuilt(cls, values)
