"""Every cell of the tables of definitions, as the paragraphs give them: worked out once."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Final

from tests.oracles import definitions as said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Cells = dict[tuple[str, ...], tuple[str, ...]]

KNOWN: Final[dict[str, tuple[dict[str, tuple[str, ...]], Callable[..., str]]]] = {
    "MATTERS": ({"matter": said.MATTER, "domain": said.DOMAIN}, said.matter),
    "DIRECT_ERRORS": (
        {"documents": said.DOCUMENTS, "base_module": said.BASE_MODULE, "data": said.DATA},
        said.direct_error,
    ),
    "RECORDED_IN_C": ({"category": said.CATEGORY, "recorded": said.RECORDED}, said.recorded_in_c),
    "LEVELS": (
        {"effect": said.EFFECT, "users": said.USERS, "workaround": said.WORKAROUND},
        said.level,
    ),
}


@cache
def expected() -> Mapping[str, Cells]:
    """Return what each combination of facts gives, table by table; of levels by each option."""
    return {name: _cells(name) for name in KNOWN}


def _cells(name: str) -> Cells:
    known, decide = KNOWN[name]
    options = [(one,) for one in said.SEVERITY_GAP] if name == "LEVELS" else [()]
    # A category is never unknown: it is what the table before has found.
    values = [v if fact == "category" else (*v, said.UNKNOWN) for fact, v in known.items()]
    return {
        facts: tuple(said.told(decide, known, facts, *option) for option in options)
        for facts in product(*values)
    }
