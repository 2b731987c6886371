"""
What an incident is: facts in, a category and, for C, a level of severity out.

Four decision tables, read one after the other: ``MATTERS`` (3.6 to 3.11), ``DIRECT_ERRORS`` (3.9,
where the product is the cause of a problem), ``RECORDED_IN_C`` (4.9) and ``LEVELS`` (4.5 to 4.8).
Each covers every combination of its facts exactly once, with UNKNOWN a value like any other. What
comes out is what the definitions say the matter is: a proposal where something else is recorded,
since a recorded category or level changes only by agreement (``lifecycle.py``). A priority is a
field of HelpDesk apart from both (answer priority-meaning), and no definition speaks of it.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, assert_never

from slarules.errors import WrongTypeError
from slarules.readings import SeverityGap
from slarules.record import Record
from slarules.terms import Category, ClauseId, RuleId, Severity, Text, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Matter(Word):
    """What is brought to support: each definition names one of these."""

    PROBLEM = "problem"
    """Something does not work as it should (3.8, 3.9; "environment errors" in 3.6)."""
    QUESTION = "question"
    """How something works, how to do it, set it up or administer it (3.7, 3.10)."""
    WISH = "wish"
    """That something be changed, created or made better (3.11)."""
    UNKNOWN = "unknown"


class Domain(Word):
    """Where the cause of a problem lies, or what a question or a wish is about (3.7 to 3.11)."""

    ENVIRONMENT = "environment"
    """Hardware, resources, system software, software in the Customer's care (3.7)."""
    EXTERNAL_SOFTWARE = "external-software"
    """Third-party software that ships in the product as a part of it (3.8)."""
    PRODUCT = "product"
    """The product's own modules and interface (3.9, 3.11)."""
    USE = "use"
    """
    How the product, as it stands, is used (3.10).

    Its settings, a user's own mistake, the format of a module's output; a wish that the product
    can already be set up to fulfil.
    """
    UNKNOWN = "unknown"


class Documents(Word):
    """How the product behaves beside its technical documentation and its user manual (3.9)."""

    DEPARTS_FROM_BOTH = "departs-from-both"
    DEPARTS_FROM_ONE = "departs-from-one"
    AS_DESCRIBED = "as-described"
    """It does what they say; it is what they say that somebody complains of."""
    NOT_DESCRIBED = "not-described"
    """Neither says how it should behave."""
    UNKNOWN = "unknown"


class BaseModule(Word):
    """Whether a base module works wrongly because the product does (3.9)."""

    FAILS = "fails"
    SOUND = "sound"
    UNKNOWN = "unknown"


class Data(Word):
    """Whether the product or its modules damaged files or data of the database (3.9)."""

    DAMAGED = "damaged"
    SOUND = "sound"
    UNKNOWN = "unknown"


class Recorded(Word):
    """Whether HelpDesk holds the incident in category C (4.9)."""

    IN_C = "in-c"
    NOT_IN_C = "not-in-c"
    """In another category, in none, or not registered yet."""
    UNKNOWN = "unknown"


class Effect(Word):
    """How far the error stops work with the product (4.6 to 4.8)."""

    EVERYTHING_DOWN = "everything-down"
    """No function of the system can be used, in any form (4.6)."""
    MAIN_USE_LOST = "main-use-lost"
    """What the system is there for cannot be done; something else still can."""
    SERIOUS = "serious"
    """It seriously affects work (4.7)."""
    MINOR = "minor"
    """Some function is affected, and work not seriously (4.8)."""
    UNKNOWN = "unknown"


class Users(Word):
    """Who can work all the same, by a workaround if there is one (4.6, 4.8)."""

    NOBODY = "nobody"
    FEW = "few"
    """Some, but not most."""
    MOST = "most"
    UNKNOWN = "unknown"


class Workaround(Word):
    """Whether there is another way to the same result (4.7, 4.8)."""

    NONE = "none"
    EXISTS = "exists"
    UNKNOWN = "unknown"


class Fact(Word):
    """The facts the definitions use; a member's value is the field of ``Facts``."""

    MATTER = "matter"
    DOMAIN = "domain"
    DOCUMENTS = "documents"
    BASE_MODULE = "base_module"
    DATA = "data"
    RECORDED = "recorded"
    EFFECT = "effect"
    USERS = "users"
    WORKAROUND = "workaround"


class Facts(Record):
    """
    What is known of a matter; what is not given is unknown.

    Only ``recorded`` is otherwise: what is classified is taken to be new unless it is said to
    stand in C already, since 4.9 is about that case alone.
    """

    matter: Matter = Matter.UNKNOWN
    domain: Domain = Domain.UNKNOWN
    documents: Documents = Documents.UNKNOWN
    base_module: BaseModule = BaseModule.UNKNOWN
    data: Data = Data.UNKNOWN
    recorded: Recorded = Recorded.NOT_IN_C
    effect: Effect = Effect.UNKNOWN
    users: Users = Users.UNKNOWN
    workaround: Workaround = Workaround.UNKNOWN

    def _check(self) -> None:
        for name, default in self._defaults.items():
            kind, value = type(default), getattr(self, name)
            if not isinstance(value, kind):
                raise WrongTypeError(name, f"a member of {kind.__name__}", value)


# ------------------------------------------------------------------------------- tables


class Ask(Record, kw_only=False):
    """These facts are unknown, and each of them can change the outcome."""

    facts: tuple[Fact, ...]


class Gap(Record, kw_only=False):
    """The definitions leave the combination without a name."""

    why: Text


Then = Category | Severity | Ask | Gap | None
"""What a row gives; None where the next table decides."""


class Row(Record):
    """
    One row of a table.

    ``when`` has a set of values for each fact of the table, in its order. ``clauses`` begins with
    the one that decides.
    """

    rule: RuleId
    when: tuple[tuple[Word, ...], ...]
    then: Then
    clauses: tuple[ClauseId, ...]


class LevelRow(Record):
    """A row of the levels: what each option of the reading severity-gap gives."""

    rule: RuleId
    when: tuple[tuple[Word, ...], ...]
    no_level_fits: Severity | Ask | Gap
    higher: Severity | Ask | Gap
    lower: Severity | Ask | Gap
    clauses: tuple[ClauseId, ...]

    def under(self, severity_gap: SeverityGap, /) -> Severity | Ask | Gap:
        """Return the outcome under a reading."""
        match severity_gap:
            case SeverityGap.NO_LEVEL_FITS:
                return self.no_level_fits
            case SeverityGap.HIGHER:
                return self.higher
            case SeverityGap.LOWER:
                return self.lower
            case _ as unreachable:
                assert_never(unreachable)

    @property
    def hinges_on_reading(self) -> bool:
        """Whether the readings part company here."""
        return not self.no_level_fits == self.higher == self.lower


def _row(rule: str, *columns: Iterable[Word], then: Then, by: str) -> Row:
    return Row(rule=RuleId(rule), when=tuple(map(tuple, columns)), then=then, clauses=_clauses(by))


def _level(
    rule: str,
    *columns: Iterable[Word],
    then: tuple[Severity | Ask | Gap, Severity | Ask | Gap, Severity | Ask | Gap],
    by: str,
) -> LevelRow:
    no_level_fits, higher, lower = then
    return LevelRow(
        rule=RuleId(rule),
        when=tuple(map(tuple, columns)),
        no_level_fits=no_level_fits,
        higher=higher,
        lower=lower,
        clauses=_clauses(by),
    )


def _clauses(by: str) -> tuple[ClauseId, ...]:
    return tuple(map(ClauseId, by.split()))


def _ask(*facts: Fact) -> Ask:
    return Ask(facts)


UNDESCRIBED: Final = Gap(
    Text(
        "3.6 относит любую проблему к одной из пяти категорий, но ни одно из трёх условий 3.9 не "
        "выполнено: документы об этом молчат, базовый модуль исправен, данные целы",
        "3.6 puts every problem into one of five categories, but none of the three cases of 3.9 "
        "is met: the documents are silent, no base module fails, no data are damaged",
    )
)
"""A problem the product causes, outside every case of 3.9."""

NO_LEVEL: Final = Gap(
    Text(
        "между 4.7 и 4.8 есть пробел: один требует, чтобы обхода не было и помеха была серьёзной, "
        "другой — чтобы обход был и большинство могло работать",
        "4.7 and 4.8 leave a gap: one asks that there be no workaround and that work be "
        "seriously affected, the other that there be one and that most users can work",
    )
)
"""An error of the product that no level describes (reading severity-gap)."""

_ENV, _EXT, _PRODUCT, _USE, _NO_DOMAIN = Domain
_PROBLEM, _QUESTION, _WISH, _NO_MATTER = Matter
_BOTH, _ONE, _SAID, _SILENT, _NO_DOCUMENTS = Documents
_FAILS, _SOUND, _NO_BASE = BaseModule
_DAMAGED, _WHOLE, _NO_DATA = Data
_IN_C, _NOT_IN_C, _NO_RECORD = Recorded
_DOWN, _MAIN, _SERIOUS, _MINOR, _NO_EFFECT = Effect
_NOBODY, _FEW, _MOST, _NO_USERS = Users
_NONE, _EXISTS, _NO_WAY = Workaround
_C1, _C2, _C3, _C4 = Severity
_A, _B, _C, _D, _E = Category

# An unknown cause is asked for, never guessed (answer category-overlap). Words of 3.11 about the
# components of the product reach the external software in it, which is a part of it by 3.8.
# fmt: off
MATTERS: Final = (
    #     rule        matter                   domain             outcome
    _row("R-3.7-1",  Matter,                  (_ENV,),           then=_A,                             by="3.7 3.6"),
    _row("R-3.8-1",  (_PROBLEM,),             (_EXT,),           then=_B,                             by="3.8"),
    _row("R-3.9-1",  (_PROBLEM,),             (_PRODUCT,),       then=None,                           by="3.9"),
    _row("R-3.10-1", Matter,                  (_USE,),           then=_D,                             by="3.10"),
    _row("R-3.10-2", (_QUESTION,),            (_EXT, _PRODUCT),  then=_D,                             by="3.10"),
    _row("R-3.11-1", (_WISH,),                (_EXT, _PRODUCT),  then=_E,                             by="3.11"),
    _row("R-3.6-1",  (_PROBLEM,),             (_NO_DOMAIN,),     then=_ask(Fact.DOMAIN),              by="3.6"),
    _row("R-3.6-2",  (_QUESTION, _WISH),      (_NO_DOMAIN,),     then=_ask(Fact.DOMAIN),              by="3.6"),
    _row("R-3.6-3",  (_NO_MATTER,),           (_EXT, _PRODUCT),  then=_ask(Fact.MATTER),              by="3.6"),
    _row("R-3.6-4",  (_NO_MATTER,),           (_NO_DOMAIN,),     then=_ask(Fact.MATTER, Fact.DOMAIN), by="3.6"),
)
"""3.6 to 3.8, 3.10, 3.11: by what is brought and where it lies."""

# The three cases of 3.9 are alternatives: one is enough. What behaves as described and fails in
# none of them is a wish for other behaviour (answer correct-but-bad).
DIRECT_ERRORS: Final = (
    #     rule        documents                       base module         data                 outcome
    _row("R-3.9-2",  (_BOTH,),                       BaseModule,         Data,                then=_C,          by="3.9"),
    _row("R-3.9-3",  (_ONE,),                        BaseModule,         Data,                then=_C,          by="3.9"),
    _row("R-3.9-4",  (_SAID, _SILENT, _NO_DOCUMENTS), (_FAILS,),         Data,                then=_C,          by="3.9"),
    _row("R-3.9-5",  (_SAID, _SILENT, _NO_DOCUMENTS), (_SOUND, _NO_BASE), (_DAMAGED,),        then=_C,          by="3.9"),
    _row("R-3.11-2", (_SAID,),                       (_SOUND,),          (_WHOLE,),           then=_E,          by="3.11 3.9"),
    _row("R-3.9-6",  (_SILENT,),                     (_SOUND,),          (_WHOLE,),           then=UNDESCRIBED, by="3.9 3.6"),
    _row("R-3.9-7",  (_SAID, _SILENT),               (_NO_BASE,),        (_WHOLE,),           then=_ask(Fact.BASE_MODULE), by="3.9"),
    _row("R-3.9-8",  (_SAID, _SILENT),               (_SOUND,),          (_NO_DATA,),         then=_ask(Fact.DATA), by="3.9"),
    _row("R-3.9-9",  (_SAID, _SILENT),               (_NO_BASE,),        (_NO_DATA,),         then=_ask(Fact.BASE_MODULE, Fact.DATA), by="3.9"),
    _row("R-3.9-10", (_NO_DOCUMENTS,),               (_SOUND,),          (_WHOLE,),           then=_ask(Fact.DOCUMENTS), by="3.9"),
    _row("R-3.9-11", (_NO_DOCUMENTS,),               (_NO_BASE,),        (_WHOLE,),           then=_ask(Fact.DOCUMENTS, Fact.BASE_MODULE), by="3.9"),
    _row("R-3.9-12", (_NO_DOCUMENTS,),               (_SOUND,),          (_NO_DATA,),         then=_ask(Fact.DOCUMENTS, Fact.DATA), by="3.9"),
    _row("R-3.9-13", (_NO_DOCUMENTS,),               (_NO_BASE,),        (_NO_DATA,),         then=_ask(Fact.DOCUMENTS, Fact.BASE_MODULE, Fact.DATA), by="3.9"),
)
"""3.9: a problem whose cause is the product itself."""

# A matter of B or E recorded in C gets no level 4: 4.9 names A and D (answer level-four-to-others).
RECORDED_IN_C: Final = (
    #     rule        category    recorded                outcome
    _row("R-4.9-1",  (_A, _D),   (_IN_C,),               then=_C4,                 by="4.9 4.5"),
    _row("R-4.9-2",  (_A, _D),   (_NO_RECORD,),          then=_ask(Fact.RECORDED), by="4.9"),
    _row("R-4.9-3",  (_B,),      (_IN_C,),               then=_B,                  by="4.9 4.12"),
    _row("R-4.9-4",  (_E,),      (_IN_C,),               then=_E,                  by="4.9 4.12"),
    _row("R-3.7-2",  (_A,),      (_NOT_IN_C,),           then=_A,                  by="3.7"),
    _row("R-3.8-2",  (_B,),      (_NOT_IN_C, _NO_RECORD), then=_B,                 by="3.8"),
    _row("R-3.10-3", (_D,),      (_NOT_IN_C,),           then=_D,                  by="3.10"),
    _row("R-3.11-3", (_E,),      (_NOT_IN_C, _NO_RECORD), then=_E,                 by="3.11"),
    _row("R-4.5-1",  (_C,),      Recorded,               then=None,                by="4.5"),
)
"""4.9, 4.5: what was found, by whether the incident stands in C."""

# 4.6 is read to the letter: no function, no user, no other way (answers level-one-scope and
# level-one-workaround); what misses it by one of these is still a serious error of 4.7 or 4.8.
_ASK_E, _ASK_U, _ASK_W = _ask(Fact.EFFECT), _ask(Fact.USERS), _ask(Fact.WORKAROUND)
_ASK_EU, _ASK_EW = _ask(Fact.EFFECT, Fact.USERS), _ask(Fact.EFFECT, Fact.WORKAROUND)
_ASK_UW = _ask(Fact.USERS, Fact.WORKAROUND)
_ASK_ALL = _ask(Fact.EFFECT, Fact.USERS, Fact.WORKAROUND)
LEVELS: Final = (
    #       rule        effect                      users             workaround   no-level-fits, higher, lower
    _level("R-4.6-1",  (_DOWN,),                   (_NOBODY,),       (_NONE,),    then=(_C1, _C1, _C1),               by="4.6"),
    _level("R-4.6-2",  (_DOWN, _NO_EFFECT),        (_NOBODY,),       (_EXISTS,),  then=(NO_LEVEL, _C2, _C3),          by="4.6 4.7 4.8"),
    _level("R-4.7-1",  (_DOWN,),                   (_FEW, _MOST),    (_NONE,),    then=(_C2, _C2, _C2),               by="4.7 4.6"),
    _level("R-4.7-2",  (_MAIN,),                   Users,            (_NONE,),    then=(_C2, _C2, _C2),               by="4.7 4.6"),
    _level("R-4.7-3",  (_SERIOUS,),                Users,            (_NONE,),    then=(_C2, _C2, _C2),               by="4.7"),
    _level("R-4.7-4",  (_MINOR,),                  Users,            (_NONE,),    then=(NO_LEVEL, _C2, _C3),          by="4.7 4.8"),
    _level("R-4.8-1",  Effect,                     (_MOST,),         (_EXISTS,),  then=(_C3, _C3, _C3),               by="4.8"),
    _level("R-4.8-2",  Effect,                     (_FEW,),          (_EXISTS,),  then=(NO_LEVEL, _C2, _C3),          by="4.8 4.7"),
    _level("R-4.8-3",  (_MAIN, _SERIOUS, _MINOR),  (_NOBODY,),       (_EXISTS,),  then=(NO_LEVEL, _C2, _C3),          by="4.8 4.7"),
    _level("R-4.8-4",  (_MINOR,),                  (_NOBODY, _FEW),  (_NO_WAY,),  then=(NO_LEVEL, _C2, _C3),          by="4.8 4.7"),
    # not enough is known, at least under some reading
    _level("R-4.5-2",  Effect,                     (_NO_USERS,),     (_EXISTS,),  then=(_ASK_U, _ASK_U, _C3),         by="4.5 4.8 4.7"),
    _level("R-4.5-3",  (_DOWN,),                   (_NO_USERS,),     (_NONE,),    then=(_ASK_U, _ASK_U, _ASK_U),      by="4.5 4.6 4.7"),
    _level("R-4.5-4",  (_NO_EFFECT,),              (_NOBODY,),       (_NONE,),    then=(_ASK_E, _ASK_E, _ASK_E),      by="4.5 4.6 4.7"),
    _level("R-4.5-5",  (_NO_EFFECT,),              (_FEW, _MOST),    (_NONE,),    then=(_ASK_E, _C2, _ASK_E),         by="4.5 4.7 4.8"),
    _level("R-4.5-6",  (_NO_EFFECT,),              (_NO_USERS,),     (_NONE,),    then=(_ASK_EU, _ASK_EU, _ASK_EU),   by="4.5 4.6 4.7"),
    _level("R-4.5-7",  (_DOWN,),                   (_NOBODY,),       (_NO_WAY,),  then=(_ASK_W, _ASK_W, _ASK_W),      by="4.5 4.6"),
    _level("R-4.5-8",  (_DOWN, _MAIN, _SERIOUS),   (_FEW,),          (_NO_WAY,),  then=(_ASK_W, _C2, _ASK_W),         by="4.5 4.7 4.8"),
    _level("R-4.5-9",  (_MAIN, _SERIOUS),          (_NOBODY,),       (_NO_WAY,),  then=(_ASK_W, _C2, _ASK_W),         by="4.5 4.7 4.8"),
    _level("R-4.5-10", (_DOWN, _MAIN, _SERIOUS),   (_MOST,),         (_NO_WAY,),  then=(_ASK_W, _ASK_W, _ASK_W),      by="4.5 4.7 4.8"),
    _level("R-4.5-11", (_DOWN,),                   (_NO_USERS,),     (_NO_WAY,),  then=(_ASK_UW, _ASK_UW, _ASK_UW),   by="4.5 4.6 4.7 4.8"),
    _level("R-4.5-12", (_MAIN, _SERIOUS),          (_NO_USERS,),     (_NO_WAY,),  then=(_ASK_UW, _ASK_UW, _ASK_W),    by="4.5 4.7 4.8"),
    _level("R-4.5-13", (_MINOR,),                  (_MOST,),         (_NO_WAY,),  then=(_ASK_W, _ASK_W, _C3),         by="4.5 4.8 4.7"),
    _level("R-4.5-14", (_MINOR,),                  (_NO_USERS,),     (_NO_WAY,),  then=(_ASK_UW, _ASK_UW, _C3),       by="4.5 4.8 4.7"),
    _level("R-4.5-15", (_NO_EFFECT,),              (_NOBODY,),       (_NO_WAY,),  then=(_ASK_EW, _ASK_EW, _ASK_EW),   by="4.5 4.6 4.7 4.8"),
    _level("R-4.5-16", (_NO_EFFECT,),              (_FEW,),          (_NO_WAY,),  then=(_ASK_EW, _C2, _ASK_EW),       by="4.5 4.7 4.8"),
    _level("R-4.5-17", (_NO_EFFECT,),              (_MOST,),         (_NO_WAY,),  then=(_ASK_EW, _ASK_W, _ASK_EW),    by="4.5 4.7 4.8"),
    _level("R-4.5-18", (_NO_EFFECT,),              (_NO_USERS,),     (_NO_WAY,),  then=(_ASK_ALL, _ASK_ALL, _ASK_ALL), by="4.5 4.6 4.7 4.8"),
)
"""4.5 to 4.8: how severe an error of the product is."""
# fmt: on


# Every combination of facts has one row (a test expands them), so that reading is a look-up.
_MATTERS: Final = {facts: row for row in MATTERS for facts in product(*row.when)}
_DIRECT_ERRORS: Final = {facts: row for row in DIRECT_ERRORS for facts in product(*row.when)}
_RECORDED_IN_C: Final = {facts: row for row in RECORDED_IN_C for facts in product(*row.when)}
_LEVELS: Final = {facts: row for row in LEVELS for facts in product(*row.when)}


# ------------------------------------------------------------------------------ answers


class Classified(Record):
    """
    The definitions say what it is.

    ``redefine_as`` is set at level 4 only: the category the Executor's specialists have to move
    the incident to (4.9).
    """

    category: Category
    severity: Severity | None = None
    redefine_as: Category | None = None
    rules: tuple[RuleId, ...]
    clauses: tuple[ClauseId, ...]
    readings: tuple[str, ...] = ()
    """The readings the answer met, written ``switch=option``."""


class CannotTell(Record):
    """
    Facts are missing, and each of those named can change the outcome.

    Once they are known, facts of a later table may be asked for. ``category`` is set where the
    category is certain and only the level is not.
    """

    missing: tuple[Fact, ...]
    category: Category | None = None
    rules: tuple[RuleId, ...]
    clauses: tuple[ClauseId, ...]
    readings: tuple[str, ...] = ()


class DefinitionGap(Record):
    """
    Not stated: everything that matters is known, and no definition describes it.

    ``category`` is set where the category is certain and no level fits.
    """

    why: Text
    category: Category | None = None
    rules: tuple[RuleId, ...]
    clauses: tuple[ClauseId, ...]
    readings: tuple[str, ...] = ()


def classify(
    facts: Facts, /, *, severity_gap: SeverityGap = SeverityGap.NO_LEVEL_FITS
) -> Classified | CannotTell | DefinitionGap:
    """
    Return what the definitions say a matter is.

    Args:
        facts: What is known of it. A fact that cannot change the outcome is never asked for.
        severity_gap: What to do where the definitions of the levels leave a gap.
    Source: clauses 3.6 to 3.11, 4.5 to 4.9.
    """
    row = _MATTERS[facts.matter, facts.domain]
    read = [row]
    if row.then is None:
        row = _DIRECT_ERRORS[facts.documents, facts.base_module, facts.data]
        read.append(row)
    found = row.then
    if not isinstance(found, Category):
        return _undecided(found, read)
    row = _RECORDED_IN_C[found, facts.recorded]
    read.append(row)
    match row.then:
        case Category() as category:
            return Classified(category=category, rules=_rules(read), clauses=_cited(read))
        case Severity() as severity:
            return Classified(
                category=Category.C,
                severity=severity,
                redefine_as=found,
                rules=_rules(read),
                clauses=_cited(read),
            )
        case None:
            return _level_of(facts, severity_gap, read)
        case undecided:
            return _undecided(undecided, read)


def _level_of(
    facts: Facts, severity_gap: SeverityGap, read: Sequence[Row]
) -> Classified | CannotTell | DefinitionGap:
    """Return the level of what is certainly of category C."""
    row = _LEVELS[facts.effect, facts.users, facts.workaround]
    then = row.under(severity_gap)
    rows: tuple[Row | LevelRow, ...] = (*read, row)
    readings = (f"severity-gap={severity_gap.value}",) if row.hinges_on_reading else ()
    if not isinstance(then, Severity):
        return _undecided(then, rows, Category.C, readings)
    return Classified(
        category=Category.C,
        severity=then,
        rules=_rules(rows),
        clauses=_cited(rows),
        readings=readings,
    )


def _undecided(
    then: Then,
    read: Sequence[Row | LevelRow],
    category: Category | None = None,
    readings: tuple[str, ...] = (),
) -> CannotTell | DefinitionGap:
    """Say why there is no outcome, and which category is certain all the same."""
    if isinstance(then, Ask):
        return CannotTell(
            missing=then.facts,
            category=category,
            rules=_rules(read),
            clauses=_cited(read),
            readings=readings,
        )
    assert isinstance(then, Gap)  # the last table read decides, and a category or level is an end
    return DefinitionGap(
        why=then.why,
        category=category,
        rules=_rules(read),
        clauses=_cited(read),
        readings=readings,
    )


def _rules(read: Sequence[Row | LevelRow]) -> tuple[RuleId, ...]:
    return tuple(row.rule for row in read)


def _cited(read: Sequence[Row | LevelRow]) -> tuple[ClauseId, ...]:
    return tuple(dict.fromkeys(clause for row in read for clause in row.clauses))
