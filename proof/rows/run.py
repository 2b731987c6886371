"""The mutator at work: every mutant of every table, shared out between processes."""

from __future__ import annotations

import importlib
import warnings
from collections import Counter
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from proof.rows import checks
from proof.rows.checks import LOAD, Check
from proof.rows.values import flipped_days, mutants
from proof.rows.world import World

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from proof.rows.cells import Target
    from proof.rows.values import Mutant

PROCESSES: Final = 2


class RowTable(NamedTuple):
    """The tables of one module, and the checks that hold them, the quickest first."""

    name: str
    """What the report calls it; what stands after a dot, it adds up."""
    module: str
    targets: tuple[Target, ...]
    checks: tuple[Check, ...]
    shards: int = 1
    """How many processes share its mutants, one after another."""
    days: bool = False
    """Whether the rows are days, each of which is turned round, too."""


class Found(NamedTuple):
    """What became of the mutants of a table, or of a share of them."""

    table: str
    tried: int
    killed: Counter[str]
    """How many, by the kind of the check that noticed first."""
    survived: tuple[str, ...]
    failed: tuple[str, ...]
    """Checks that fail, or do not run, with nothing changed."""


def run_all(tables: Sequence[RowTable], *, every: int = 1) -> dict[str, Found]:
    """Run the mutants of the tables, or one of so many, and return what was found, by table."""
    shares = list(shares_of(tables, every=every))
    return {table.name: _together(table.name, shares) for table in tables}


def shares_of(tables: Sequence[RowTable], *, every: int = 1) -> Iterator[Found]:
    """Yield what was found, share by share, as the processes end."""
    jobs = [(table, shard) for table in tables for shard in range(table.shards)]
    jobs.sort(key=lambda job: -job[0].shards)
    with get_context("fork").Pool(PROCESSES, maxtasksperchild=1) as pool:
        yield from pool.imap_unordered(partial(_job, every=every), jobs, chunksize=1)


def _job(job: tuple[RowTable, int], *, every: int) -> Found:
    return run_table(*job, every=every)


def _together(name: str, shares: Sequence[Found]) -> Found:
    own = [share for share in shares if share.table == name]
    killed: Counter[str] = Counter()
    for share in own:
        killed += share.killed
    return Found(
        name,
        sum(share.tried for share in own),
        killed,
        tuple(one for share in own for one in share.survived),
        tuple(one for share in own for one in share.failed),
    )


def run_table(table: RowTable, shard: int = 0, *, every: int = 1) -> Found:
    """
    Run the mutants of a table, and then its checks with nothing changed.

    After the mutants, so that a check that only seems to notice, because of what an earlier change
    left behind, is found out.

    Args:
        table: The table.
        shard: Which share of the mutants.
        every: Take one of so many.
    """
    world = _world(table)
    tried = list(_tried(world, table, shard, every))
    return _found(table, tried, tuple(_failing(world, table)))


def sample(table: RowTable) -> Found:
    """Run the mutant in the middle of a table, and its first check with nothing changed."""
    world = _world(table)
    listed = _listed(world, table)
    tried = [_one(world, table, listed[len(listed) // 2])]
    failed = tuple(_failing(world, table._replace(checks=table.checks[:1])))
    world.close()
    return _found(table, tried, failed)


def _world(table: RowTable) -> World:
    checks.quiet()
    warnings.simplefilter("error")
    return World(table.module, table.targets, [check.module for check in table.checks])


def _found(
    table: RowTable, tried: Iterable[tuple[str, str | None]], failed: tuple[str, ...]
) -> Found:
    killed: Counter[str] = Counter()
    survived = []
    for said, by in tried:
        if by is None:
            survived.append(said)
        else:
            killed[by] += 1
    return Found(table.name, killed.total() + len(survived), killed, tuple(survived), failed)


def _failing(world: World, table: RowTable) -> Iterator[str]:
    """Yield the checks that fail with nothing changed: they would seem to notice everything."""
    for check in table.checks:
        world.begin(None, -1)
        try:
            checks.run(check)
        except (Exception, pytest.fail.Exception) as failure:  # noqa: BLE001 - it is said
            yield f"{table.name}: {check.test} fails with nothing changed: {failure!r}"[:400]


def _tried(
    world: World, table: RowTable, shard: int, every: int
) -> Iterator[tuple[str, str | None]]:
    """Yield each mutant in words, and the kind of check that noticed it, if one did."""
    for mutant in _listed(world, table)[shard :: table.shards][::every]:
        yield _one(world, table, mutant)
    if shard == 0:
        for said, code in islice(world.reordered, 0, None, every):
            world.begin_reordered(code)
            yield f"{table.module}: {said}", _noticed(world, table, "", "")


def _listed(world: World, table: RowTable) -> list[Mutant]:
    """Return the mutants of a table: of its cells, and of its days where its rows are days."""
    sites, seen = world.instrumented.sites, world.look()
    listed = list(mutants(sites, seen, _choices()))
    if table.days:
        whole = next(site for site in sites if isinstance(seen[site.number], dict))
        listed += flipped_days(whole, seen[whole.number])
    return listed


def _one(world: World, table: RowTable, mutant: Mutant) -> tuple[str, str | None]:
    world.begin(mutant.change, mutant.site.number)
    return _said(table, mutant), _noticed(world, table, mutant.site.column, mutant.group)


def _said(table: RowTable, mutant: Mutant) -> str:
    site = mutant.site
    where = site.column or site.target.name
    return f"{table.module}:{site.line} {where}: {mutant.said}"


def _noticed(world: World, table: RowTable, column: str, group: str) -> str | None:
    """Return the kind of the first check that notices the change."""
    try:
        importlib.import_module(world.module)
    except Exception:  # noqa: BLE001 - whatever it raises, it does not load
        return LOAD.id
    for check in table.checks:
        if not check.asked(column):
            continue
        try:
            checks.run(check, group)
        except checks.SkippedError:
            raise
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # noqa: BLE001 - a failure of pytest's is no Exception
            return check.kind.id
    return None


def _choices() -> list[str]:
    """Return every choice of every switch, written ``switch=option``, and every finding's id."""
    from slarules.findings import FINDINGS
    from slarules.readings import SWITCHES

    choices = [f"{switch}={one.value}" for switch, options in SWITCHES.items() for one in options]
    return [*choices, *(row.id for row in FINDINGS)]
