"""
The shapes of answers: due moments and their steps, and verdicts.

An answer's object holds more than its fields: whoever reads it finds ``provisional`` and why there
is no moment beside its values. Such extras need not stand there; where they do, they must agree
with the values, so that a document cannot say two things.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from slarules.assess import Verdict
from slarules.deadlines import Deadline, NotApplicable, NotStated, UntilEvent
from slarules.derivation_json import answer_json, steps_json
from slarules.documents.codec import (
    BAD,
    Codec,
    Path,
    Reader,
    Writer,
    codec_of,
    fields_of,
    made,
    plain_tree,
    read_fields,
)
from slarules.findings import Finding, FindingKind
from slarules.rules import RULES
from slarules.steps import (
    BudgetStep,
    ChoiceStep,
    CountStep,
    CutoffStep,
    DayStep,
    FactStep,
    HourStep,
    Step,
)
from slarules.terms import ClauseId, Outcome, RuleId

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping


def _with_extras(
    fields: Callable[[], Mapping[str, Codec]],
    optional: Collection[str],
    extras: Mapping[str, Codec | None],
    make: Callable[..., Any],
    tree_of: Callable[[Any], dict[str, Any]],
    write: Callable[[Any, Writer], Any],
) -> Codec:
    """
    Return the codec of a value beside whose fields there may be extras.

    An extra with a codec comes from the tables of the package, which may say more in a later
    version: it must be of its kind. One without must be what ``tree_of`` the value has.
    """

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        values = read_fields(tree, fields(), optional, path, reader, extras)
        value = BAD if values is None else made(make, values, path, reader)
        if value is BAD:
            return BAD
        right = tree_of(value)
        for name, codec in extras.items():
            if name not in tree or (name == "zone" and reader.zone is None):
                continue  # the clock of a bare offset has no name
            if codec is not None:
                if codec.read(tree[name], (path, name), reader) is BAD:
                    value = BAD
            elif not _same(tree[name], right.get(name)):
                what = f"must be {right[name]!r:.80}" if name in right else "must not stand there"
                value = reader.fault((path, name), f"contradicts the rest: {what}")
        return value

    return Codec("an object", write, read)


def _same(given: object, right: object) -> bool:
    return type(given) is type(right) and given == right


_EXACT: Final = None
"""The codec of an extra that follows from the value alone."""


def _read_skipped(tree: Any, path: Path, reader: Reader) -> Any:
    """Read days off in the way: objects, since an explanation adds the reason of each."""
    if type(tree) is not list:
        return reader.wrong(path, "a list of days off", tree)
    day = {"day": codec_of(date)}
    rows = [read_fields(row, day, (), (path, n), reader) for n, row in enumerate(tree)]
    return BAD if None in rows else tuple(row["day"] for row in rows if row is not None)


_SKIPPED: Final = Codec(
    "a list of days off",
    lambda value, _writer: [{"day": day.isoformat()} for day in value],
    _read_skipped,
)


def _step(cls: type[Step]) -> Codec:
    """Return the codec of a kind of step: as ``derivation_json`` writes it."""

    def fields() -> Mapping[str, Codec]:
        found = fields_of(cls)
        return {**found, "skipped": _SKIPPED} if cls is CountStep else found

    def tree_of(value: Step) -> dict[str, Any]:
        (tree,) = steps_json((value,))
        return tree

    def write(value: Step, writer: Writer) -> dict[str, Any]:
        for moment in (*getattr(value, "moments", ()), getattr(value, "at", None)):
            if moment is not None:
                writer.moment(moment)
        return tree_of(value)

    return _with_extras(fields, cls._defaults, _STEP_EXTRAS[cls], cls, tree_of, write)


_STEP_EXTRAS: Final[Mapping[type[Step], Mapping[str, Codec | None]]] = MappingProxyType(
    {
        FactStep: {"step": _EXACT, "zone": _EXACT},
        DayStep: {"step": _EXACT},
        CutoffStep: {"step": _EXACT},
        CountStep: {"step": _EXACT},
        HourStep: {"step": _EXACT, "zone": _EXACT, "clock": _EXACT},
        BudgetStep: {"step": _EXACT},
        ChoiceStep: {"step": _EXACT, "which": _EXACT},
    }
)


def _deadline() -> Codec:
    """Return the codec of a due moment."""

    def write(value: Deadline, writer: Writer) -> dict[str, Any]:
        writer.moment(value.due)
        codec_of(tuple[Step, ...]).write(value.steps, writer)
        return answer_json(value)

    extras = {"provisional": _EXACT}
    return _with_extras(lambda: fields_of(Deadline), (), extras, Deadline, answer_json, write)


def _without_moment(cls: type[NotStated | NotApplicable | UntilEvent], outcome: Outcome) -> Codec:
    """Return the codec of an answer that has no moment: its one rule stands in ``rules``."""

    def fields() -> Mapping[str, Codec]:
        found = dict(fields_of(cls))
        del found["rule"]
        return {**found, "rules": codec_of(tuple[RuleId])}

    def make(*, rules: tuple[RuleId], **values: Any) -> Any:
        return cls(rule=rules[0], **values)

    def write(value: NotStated | NotApplicable | UntilEvent, _writer: Writer) -> dict[str, Any]:
        return answer_json(value)

    key = INSTEAD_OF_DUE[outcome]
    extras = {key: _reason(outcome), "provisional": _EXACT, "steps": _EXACT}
    return _with_extras(fields, (), extras, make, answer_json, write)


INSTEAD_OF_DUE: Final[Mapping[Outcome, str]] = MappingProxyType(
    {
        Outcome.NOT_STATED: "not_stated",
        Outcome.NOT_APPLICABLE: "not_applicable",
        Outcome.UNTIL_EVENT: "until_event",
    }
)
"""The key that stands in the place of ``due``, by outcome."""


def _reason(outcome: Outcome) -> Codec:
    """Return the codec of what stands in the place of ``due``: a clause, or kinds of event."""
    return codec_of(tuple[str, ...] if outcome is Outcome.UNTIL_EVENT else ClauseId)


def _reason_tree(value: Verdict) -> Any:
    row = RULES.get(value.rule)
    if value.outcome is Outcome.UNTIL_EVENT:
        return [] if row is None else list(row.until)
    if value.outcome is Outcome.NOT_STATED and row is not None and row.silent is not None:
        return row.silent
    return value.clauses[0]


def _verdict() -> Codec:
    """
    Return the codec of a verdict: as an answer, with its outcome.

    The moment that would have been due, where nothing is owed any more, is ``would_be_due``.
    """

    def fields() -> Mapping[str, Codec]:
        found = fields_of(Verdict)
        return {**found, "would_be_due": found["due"]}

    def make(
        *, due: datetime | None = None, would_be_due: datetime | None = None, **values: Any
    ) -> Verdict:
        return Verdict(due=due or would_be_due, **values)

    def write(value: Verdict, writer: Writer) -> dict[str, Any]:
        tree = plain_tree(value, writer)
        if value.outcome in INSTEAD_OF_DUE:
            tree[INSTEAD_OF_DUE[value.outcome]] = _reason_tree(value)
            if "due" in tree:
                tree["would_be_due"] = tree.pop("due")
        tree.setdefault("conditional_on", [])
        tree.setdefault("steps", [])
        return {**tree, "provisional": value.provisional}

    extras = {key: _reason(outcome) for outcome, key in INSTEAD_OF_DUE.items()}
    inner = _with_extras(
        fields,
        (*Verdict._defaults, "would_be_due"),
        {**extras, "provisional": _EXACT},
        make,
        lambda value: write(value, Writer()),
        write,
    )

    def read(tree: Any, path: Path, reader: Reader) -> Any:
        for name in ("rules", "clauses"):
            if isinstance(tree, dict) and tree.get(name) == []:
                return reader.fault((path, name), "is empty; a verdict rests on something")
        value = inner.read(tree, path, reader)
        if value is BAD:
            return BAD
        right = write(value, Writer())
        for name in ("due", "would_be_due", *extras):
            if name in tree and name not in right:
                message = f"does not go with the outcome {value.outcome.value}"
                value = reader.fault((path, name), message)
        return value

    return Codec("an object", write, read)


def _finding() -> Codec:
    """Return the codec of a finding; its clause and kind are told beside its id."""

    def write(value: Finding, writer: Writer) -> dict[str, Any]:
        clause, kind = value.clause, value.row.kind.value
        return {**plain_tree(value, writer), "clause": clause, "kind": kind}

    extras = {"clause": codec_of(ClauseId), "kind": codec_of(FindingKind)}
    return _with_extras(
        lambda: fields_of(Finding), (), extras, Finding, lambda value: write(value, Writer()), write
    )


ANSWER_SHAPES: Final[Mapping[Any, Callable[[], Codec]]] = MappingProxyType(
    {
        **{cls: partial(_step, cls) for cls in _STEP_EXTRAS},
        Deadline: _deadline,
        NotStated: partial(_without_moment, NotStated, Outcome.NOT_STATED),
        NotApplicable: partial(_without_moment, NotApplicable, Outcome.NOT_APPLICABLE),
        UntilEvent: partial(_without_moment, UntilEvent, Outcome.UNTIL_EVENT),
        Verdict: _verdict,
        Finding: _finding,
    }
)
