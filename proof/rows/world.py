"""
The package with one table changed: its module run anew, and every module that leans on it.

What leans on a module is found from the imports of the sources, those inside functions and the
names in strings too; the rest stays loaded. So nothing that was computed from the table as it
stands outlives the change.
"""

from __future__ import annotations

import ast
import builtins
import importlib
import sys
from functools import cache
from importlib.abc import Loader, MetaPathFinder
from importlib.util import find_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from proof.rows.cells import CELL, instrument
from proof.rows.orders import reordered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType

    from proof.rows.cells import Target

_OURS: Final = ("slarules", "tests", "tools")


class World(MetaPathFinder, Loader):
    """The modules of the project, one of them instrumented."""

    def __init__(self, module: str, targets: tuple[Target, ...], users: Iterable[str]) -> None:
        """Take the module, its tables, and the modules of the checks, which are imported."""
        self.module = module
        spec = find_spec(module)
        assert spec is not None
        assert spec.origin is not None
        source = Path(spec.origin).read_text(encoding="utf-8")
        self.instrumented = instrument(source, spec.origin, targets)
        self.reordered: Final = reordered(source, spec.origin, targets)
        for user in (module, *users):
            importlib.import_module(user)
        self._public = set(vars(sys.modules["slarules"]))
        self._leaning = _leaning_on(module)
        self._specs: dict[str, ModuleSpec] = {}
        self._codes: dict[str, CodeType] = {}
        for name in (*self._leaning, module):
            self._specs[name], self._codes[name] = _spec_and_code(name)
        self._codes[module] = self.instrumented.code
        self._seen: dict[int, Any] = {}
        sys.meta_path.insert(0, self)

    def close(self) -> None:
        """Leave the modules as they were found."""
        self.begin(None, -1)
        sys.meta_path.remove(self)

    def begin(self, change: Callable[[Any], Any] | None, at: int) -> None:
        """Forget the module and what leans on it; from now on one cell is changed."""
        for name in (*self._leaning, self.module):
            loaded = sys.modules.pop(name, None)
            parent, _, last = name.rpartition(".")
            if loaded is not None and parent in sys.modules:
                vars(sys.modules[parent]).pop(last, None)
        public = vars(sys.modules["slarules"])
        for name in public.keys() - self._public:
            del public[name]
        self._codes[self.module] = self.instrumented.code
        setattr(builtins, CELL, _calls(change, at))

    def begin_reordered(self, code: CodeType) -> None:
        """Do so, with the module's own code in another order."""
        self.begin(None, -1)
        self._codes[self.module] = code

    def look(self) -> dict[int, Any]:
        """Run the module as it stands and return what its cells hold."""
        seen: dict[int, Any] = {}

        def record(number: int, value: Any) -> Any:
            seen.setdefault(number, value)
            return value

        self.begin(None, -1)
        setattr(builtins, CELL, record)
        module = importlib.import_module(self.module)
        for site in self.instrumented.sites:
            if site.target.strings:
                seen[site.number] = site.literal
            elif site.target.names:
                seen[site.number] = getattr(module, site.literal)
        return seen

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,  # noqa: ARG002 - the machinery gives it
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """Find the modules that are run anew; the rest is for the machinery."""
        known = self._specs.get(fullname)
        if known is None:
            return None
        assert known.origin is not None
        return spec_from_file_location(
            fullname,
            known.origin,
            loader=self,
            submodule_search_locations=known.submodule_search_locations,
        )

    def exec_module(self, module: ModuleType) -> None:
        """Run a module from its kept code."""
        exec(self._codes[module.__name__], vars(module))  # noqa: S102


def _calls(change: Callable[[Any], Any] | None, at: int) -> Callable[[int, Any], Any]:
    if change is None:
        return lambda _, value: value
    return lambda number, value: change(value) if number == at else value


def _spec_and_code(name: str) -> tuple[ModuleSpec, CodeType]:
    spec = sys.modules[name].__spec__
    assert spec is not None
    assert spec.loader is not None
    code: CodeType = spec.loader.get_code(name)  # type: ignore[attr-defined]
    return spec, code


def _leaning_on(module: str) -> tuple[str, ...]:
    """Return the loaded modules of the project that lean on one, directly or not."""
    loaded = {
        name: Path(file)
        for name, one in list(sys.modules.items())
        if name.partition(".")[0] in _OURS and (file := getattr(one, "__file__", None))
    }
    named = {name: _named(path) - {name} for name, path in loaded.items() if name != "slarules"}
    leaning: set[str] = set()
    more = {module}
    while more:
        leaning |= more
        more = {name for name, uses in named.items() if uses & leaning} - leaning
    return tuple(sorted(leaning - {module}))


@cache
def _named(path: Path) -> frozenset[str]:
    """Return the modules of the project that a source names, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                found |= {one.name for one in names}
            case ast.ImportFrom(module=str() as origin, names=names):
                found |= {origin} | {f"{origin}.{one.name}" for one in names}
                if origin == "slarules":
                    found |= _homes(one.name for one in names)
            case ast.Constant(value=str() as text) if text.startswith("slarules."):
                found.add(text)
            case _:
                pass
    return frozenset(name for name in found if name.partition(".")[0] in _OURS)


def _homes(names: Iterable[str]) -> set[str]:
    """Return the modules that hold public names of the package."""
    homes: dict[str, str] = vars(sys.modules["slarules"])["_MODULE_OF"]
    return {f"slarules.{homes[name]}" for name in names if name in homes}
