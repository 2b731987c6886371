"""
Records, beside the dataclasses of the standard library that they stand for (decision 0001).

Expected values are those of a frozen, slotted, keyword-only dataclass with the same fields.
"""

from __future__ import annotations

import copy
import pickle
from dataclasses import dataclass, replace
from typing import Any, ClassVar, get_type_hints

import pytest

from slarules.record import Record, maker


class Point(Record):
    """Two fields, one with a default; a class variable is none."""

    x: int
    y: int = 0
    unit: ClassVar[str] = "m"


class Named(Point):
    """One field more, and another default."""

    name: str
    y: int = 7


class Placed(Record, kw_only=False):
    """Made by position."""

    left: int
    right: str = "end"


class Nothing(Record):
    """No field."""


class One(Record):
    """A single field."""

    only: tuple[int, ...]


class Checked(Record):
    """Refuses some values."""

    low: int
    high: int

    def _check(self) -> None:
        if self.low > self.high:
            message = "low is above high"
            raise ValueError(message)


class Reserved(Record):
    """Carries a slot that is no field."""

    day: int
    _hidden = ("_cache",)
    _cache: ClassVar[int]

    def _check(self) -> None:
        object.__setattr__(self, "_cache", 2 * self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class OraclePoint:
    """The dataclass of Point."""

    x: int
    y: int = 0
    unit: ClassVar[str] = "m"


@dataclass(frozen=True, slots=True)
class OraclePlaced:
    """The dataclass of Placed."""

    left: int
    right: str = "end"


VALUES = [{"x": 1}, {"x": 1, "y": 0}, {"x": 1, "y": 2}, {"x": 2, "y": 1}, {"x": -1}]


class TestBesideADataclass:
    """Equality, hash, replacement and refusals are those of the dataclass."""

    @pytest.mark.parametrize("one", VALUES)
    @pytest.mark.parametrize("other", VALUES)
    def test_equal_where_the_dataclass_is(self, one: Any, other: Any) -> None:
        expected = OraclePoint(**one) == OraclePoint(**other)
        assert (Point(**one) == Point(**other)) is expected
        assert (Point(**one) != Point(**other)) is not expected
        assert (hash(Point(**one)) == hash(Point(**other))) is (
            hash(OraclePoint(**one)) == hash(OraclePoint(**other))
        )

    def test_a_record_of_another_class_with_the_same_values_is_another(self) -> None:
        assert Point(x=1, y=2) != OraclePoint(x=1, y=2)
        assert Nothing() != One(only=())
        assert Point.__eq__(Point(x=1), 1) is NotImplemented
        assert len({Placed(1), One(only=(1,)), Placed(1, "end")}) == 2

    def test_two_classes_with_the_same_values_hash_apart(self) -> None:
        class Twin(Record):
            x: int
            y: int = 0

        assert hash(Twin(x=1, y=2)) != hash(Point(x=1, y=2))

    @pytest.mark.parametrize("values", VALUES)
    def test_fields_are_read_back(self, values: Any) -> None:
        record, oracle = Point(**values), OraclePoint(**values)
        assert (record.x, record.y, record.unit) == (oracle.x, oracle.y, oracle.unit)

    def test_replace_changes_one_field_and_keeps_the_rest(self) -> None:
        before = Point(x=1, y=2)
        after = replace(OraclePoint(x=1, y=2), y=5)
        assert before.replace(y=5) == Point(x=after.x, y=after.y)
        assert before == Point(x=1, y=2)
        assert before.__replace__(x=4) == Point(x=4, y=2)

    @pytest.mark.parametrize("wrong", [{}, {"y": 1}, {"x": 1, "z": 2}, {"x": 1, "unit": "km"}])
    def test_what_the_dataclass_refuses_is_refused(self, wrong: Any) -> None:
        with pytest.raises(TypeError):
            OraclePoint(**wrong)
        with pytest.raises(TypeError):
            Point(**wrong)
        with pytest.raises(TypeError):
            maker(Point)(**wrong)

    def test_by_keyword_unless_the_class_says_otherwise(self) -> None:
        with pytest.raises(TypeError):
            Point(1)  # type: ignore[call-arg]
        assert Placed(1, "x") == Placed(left=1, right="x")
        assert (OraclePlaced(1).right, Placed(1).right) == ("end", "end")

    def test_matched_by_position_where_it_is_made_by_position(self) -> None:
        assert Placed.__match_args__ == OraclePlaced.__match_args__
        assert Point.__match_args__ == OraclePoint.__match_args__


class TestFrozen:
    """A record is frozen, and its slots take nothing else."""

    def test_a_field_is_not_assigned(self) -> None:
        record = Point(x=1)
        with pytest.raises(AttributeError, match=r"^Point is frozen: use replace\(x=\.\.\.\)$"):
            record.x = 2  # type: ignore[misc]
        assert record.x == 1

    def test_a_field_is_not_deleted(self) -> None:
        record = Point(x=1)
        with pytest.raises(AttributeError, match=r"^Point is frozen: x cannot be deleted$"):
            del record.x
        assert record.x == 1

    def test_there_is_no_dictionary(self) -> None:
        assert not hasattr(Point(x=1), "__dict__")
        assert not hasattr(Named(x=1, name="n"), "__dict__")
        assert not hasattr(Nothing(), "__dict__")


class TestText:
    """The repr can be pasted; what stands as its default is left out."""

    @pytest.mark.parametrize(
        ("record", "text"),
        [
            (Point(x=1), "Point(x=1)"),
            (Point(x=1, y=0), "Point(x=1)"),
            (Point(x=1, y=3), "Point(x=1, y=3)"),
            (Named(x=1, name="n"), "Named(x=1, name='n')"),
            (Named(x=1, name="n", y=0), "Named(x=1, y=0, name='n')"),
            (Placed(1, "b"), "Placed(left=1, right='b')"),
            (One(only=(1,)), "One(only=(1,))"),
            (Nothing(), "Nothing()"),
        ],
    )
    def test_repr(self, record: Record, text: str) -> None:
        assert repr(record) == text
        assert eval(text) == record  # noqa: S307


class TestInheritance:
    """Fields come first from the base, and a default may be given anew."""

    def test_order_and_defaults(self) -> None:
        assert Named._fields == ("x", "y", "name")
        assert Named._values(Named(x=1, name="n")) == (1, 7, "n")
        assert Point(x=1).y == 0

    def test_an_instance_is_of_its_base(self) -> None:
        assert isinstance(Named(x=1, name="n"), Point)
        assert Named(x=1, y=0, name="n") != Point(x=1)


class TestCopies:
    """Pickles and copies are equal; they are checked and filled like new ones."""

    @pytest.mark.parametrize(
        "record",
        [
            Point(x=1, y=2),
            Named(x=1, name="n"),
            Placed(1),
            One(only=(1,)),
            Nothing(),
            Reserved(day=3),
        ],
    )
    def test_are_equal(self, record: Record) -> None:
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(record, protocol))  # noqa: S301
            assert (type(again), again) == (type(record), record)
        assert copy.copy(record) == copy.deepcopy(record) == record

    def test_a_hidden_slot_is_filled_again(self) -> None:
        assert Reserved(day=3)._cache == 6
        assert pickle.loads(pickle.dumps(Reserved(day=4)))._cache == 8  # noqa: S301
        assert Reserved._fields == ("day",)


class TestCheck:
    """A class may refuse its fields, however a record of it is made."""

    def test_of_a_new_record(self) -> None:
        assert Checked(low=1, high=1).high == 1
        with pytest.raises(ValueError, match=r"^low is above high$"):
            Checked(low=2, high=1)

    def test_of_a_changed_record(self) -> None:
        with pytest.raises(ValueError, match=r"^low is above high$"):
            Checked(low=1, high=2).replace(low=3)

    def test_of_a_record_made_quickly(self) -> None:
        assert maker(Checked)(low=1, high=2) == Checked(low=1, high=2)
        with pytest.raises(ValueError, match=r"^low is above high$"):
            maker(Checked)(low=2, high=1)


class TestMaker:
    """A maker makes what the class makes."""

    @pytest.mark.parametrize("values", VALUES)
    def test_equal_records(self, values: Any) -> None:
        made = maker(Point)(**values)
        assert (type(made), made) == (Point, Point(**values))

    def test_by_position_where_the_class_does(self) -> None:
        assert maker(Placed)(1, "b") == Placed(1, "b")
        with pytest.raises(TypeError):
            maker(Point)(1)  # type: ignore[call-arg]


class TestWrittenInit:
    """The ``__init__`` is written when it is asked for, and is the class's own."""

    def test_names_and_hints(self) -> None:
        written = Point.__init__
        assert written.__qualname__ == "Point.__init__"
        assert written.__module__ == __name__
        assert get_type_hints(written) == {"x": int, "y": int, "return": type(None)}
        assert get_type_hints(Named.__init__) == {
            "x": int, "y": int, "name": str, "return": type(None),
        }  # fmt: skip

    def test_it_is_written_once(self) -> None:
        class Fresh(Record):
            x: int

        assert Fresh(x=1) == Fresh(x=1)
        assert Fresh.__init__ is Fresh.__init__
        assert Fresh(x=1).__init__.__func__ is Fresh.__init__  # type: ignore[misc]

    def test_a_class_may_bring_its_own(self) -> None:
        class Own(Record):
            x: int

            def __init__(self, *, twice: int) -> None:
                object.__setattr__(self, "x", 2 * twice)

        assert Own(twice=2).x == 4
