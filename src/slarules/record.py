"""
Frozen records: the one shape of every fact and every answer.

A record is what a frozen, slotted, keyword-only dataclass would be, at a tenth of the import
time (docs/decisions/0001-records.md). Type checkers see a dataclass.
"""

from __future__ import annotations

import sys
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, ParamSpec, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Never, NoReturn, Self

__all__ = ["Record", "maker"]

_P = ParamSpec("_P")
_R = TypeVar("_R")


def _own_fields(namespace: dict[str, Any]) -> list[str]:
    """Return the names a class body annotates, without its class variables."""
    annotated = namespace.get("__annotations__")
    if annotated is None and (annotate := namespace.get("__annotate_func__")) is not None:
        annotated = annotate(4)  # annotationlib.Format.STRING: from Python 3.14 they are lazy
    return [
        name for name, hint in (annotated or {}).items() if not str(hint).startswith("ClassVar")
    ]


def _written(cls: _RecordType, *, first: str, last: str) -> Callable[..., Any]:
    """Write a function of the fields: ``first``, one assignment each, ``_check``, ``last``."""
    fields, defaults = cls._fields, cls._defaults
    head = ", ".join(f"{name}=_default_{name}" if name in defaults else name for name in fields)
    star = "*, " if cls._kw_only else ""
    lines = [f"        _set_{name}(self, {name})" for name in fields]
    if hasattr(cls, "_check"):
        lines.append("        self._check()")
    closure = [
        "_new",
        "_cls",
        *(f"_set_{name}" for name in fields),
        *(f"_default_{name}" for name in defaults),
    ]
    source = (
        f"def _make({', '.join(closure)}):\n"
        + first.format(star + head)
        + "\n".join([*lines, last, "    return written\n"])
    )
    scope: dict[str, Any] = {}
    # The text holds names of fields and nothing else. Its globals are the module's own, so that
    # the annotations of __init__ can be resolved there.
    code = compile(source, f"<__init__ of {cls.__qualname__}>", "exec")
    exec(code, vars(sys.modules[cls.__module__]), scope)  # noqa: S102
    setters = [getattr(cls, name).__set__ for name in fields]
    written: Callable[..., Any] = scope["_make"](object.__new__, cls, *setters, *defaults.values())
    written.__qualname__ = f"{cls.__qualname__}.__init__"
    written.__module__ = cls.__module__
    return written


class _Init:
    """
    The ``__init__`` of a record class until somebody asks for it: then it is written.

    To write it costs more than all the rest of the class, and most classes are only defined.
    """

    __slots__ = ("_cls",)

    def __init__(self, cls: _RecordType) -> None:
        self._cls = cls

    def __get__(self, record: object, owner: type | None = None) -> Any:
        cls = self._cls
        written = _written(cls, first="    def written(self, {}):\n", last="        return")
        written.__annotations__ = {**cls._hints, "return": "None"}
        cls.__init__ = written  # type: ignore[misc]
        return written.__get__(record, owner)


def maker(cls: Callable[_P, _R], /) -> Callable[_P, _R]:
    """
    Return what makes records of a class as calling the class does, in half the time.

    To call a class carries the arguments through a dictionary; a function takes them as they
    are. It is worth it where one answer takes dozens of records.
    """
    assert isinstance(cls, _RecordType)
    first = "    def written({}):\n        self = _new(_cls)\n"
    return _written(cls, first=first, last="        return self")


@dataclass_transform(eq_default=True, kw_only_default=True, frozen_default=True)
class _RecordType(type):
    """Make slots of the annotated names, and an ``__init__`` that fills them."""

    _fields: tuple[str, ...]
    _defaults: dict[str, Any]
    _hints: dict[str, Any]
    _kw_only: bool

    def __new__(
        cls,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        *,
        kw_only: bool = True,
    ) -> _RecordType:  # type checkers do not take Self in a metaclass
        own = _own_fields(namespace)
        inherited = [f for base in bases for f in getattr(base, "_fields", ())]
        defaults = {k: v for base in bases for k, v in getattr(base, "_defaults", {}).items()}
        defaults |= {field: namespace.pop(field) for field in own if field in namespace}
        fields = tuple(inherited + [f for f in own if f not in inherited])
        hidden = tuple(namespace.pop("_hidden", ()))
        namespace["__slots__"] = (*(f for f in own if f not in inherited), *hidden)
        made = super().__new__(cls, name, bases, namespace)
        made._fields = fields
        made._defaults = defaults
        if "__match_args__" not in namespace:
            made.__match_args__ = () if kw_only else fields  # type: ignore[attr-defined,misc]
        made._kw_only = kw_only
        hints = namespace.get("__annotations__", {})
        made._hints = {k: v for base in bases for k, v in getattr(base, "_hints", {}).items()}
        made._hints |= {field: hints[field] for field in own if field in hints}
        if fields and "__init__" not in namespace:
            made.__init__ = _Init(made)  # type: ignore[misc]
        made._values = (  # type: ignore[attr-defined]
            attrgetter(*fields) if len(fields) > 1 else _values_of_few(fields)
        )
        return made


def _values_of_few(fields: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what ``attrgetter`` does for two names and more: a tuple, also of one or none."""
    return lambda record: tuple(getattr(record, field) for field in fields)


def _rebuilt(cls: type[Record], values: tuple[Any, ...]) -> Record:
    return cls(**dict(zip(cls._fields, values, strict=True)))


class Record(metaclass=_RecordType):
    """
    A frozen value: equal by type and fields, hashable, picklable, with a repr one can paste.

    A subclass annotates its fields; a method ``_check`` may refuse them. Fields are given by
    keyword unless the class says ``kw_only=False``.
    """

    _fields: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, Any]] = {}
    _values: ClassVar[Callable[[Any], tuple[Any, ...]]]

    def __setattr__(self, name: str, value: Never) -> NoReturn:
        message = f"{type(self).__name__} is frozen: use replace({name}=...)"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> NoReturn:
        message = f"{type(self).__name__} is frozen: {name} cannot be deleted"
        raise AttributeError(message)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return type(self)._values(self) == type(self)._values(other)

    def __hash__(self) -> int:
        return hash((type(self).__name__, type(self)._values(self)))

    def __repr__(self) -> str:
        inside = ", ".join(
            f"{name}={value!r}"
            for name, value in zip(self._fields, type(self)._values(self), strict=True)
            if name not in self._defaults or value != self._defaults[name]
        )
        return f"{type(self).__name__}({inside})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuilt, (type(self), type(self)._values(self))

    def replace(self, **changes: Any) -> Self:
        """Return the same record with some fields changed; it is checked like a new one."""
        values = dict(zip(self._fields, type(self)._values(self), strict=True))
        return type(self)(**(values | changes))

    __replace__ = replace
