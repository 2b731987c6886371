"""
One subject's mutants against its tests: ``python -m proof.mutation.session JOB RESULT``.

The tests are collected once. A forked run under coverage says which of them reach which line and
how long each takes; then each mutant is a fork of this process that runs what reaches it, the
tests that have killed its neighbours first. What is computed while modules are imported is judged
in a fork of a process that has not imported them yet.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import resource
import select
import signal
import sys
import tempfile
import time
import warnings
from collections import defaultdict
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import coverage
import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, Phase, settings

from proof.mutation import fresh
from proof.mutation.mutants import Mutant, apply, code_of, mutants, mutated_source
from proof.part import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WORKERS: Final = 2
EXAMPLES: Final = 12
"""How many examples a property is given for each mutant, besides its written ones."""
SLOWEST: Final = 1.0
"""A test that takes longer, in seconds, is not asked."""
GIVEN_UP: Final = 4.0
"""A test that takes so long is not even measured to its end."""
BUDGET: Final = 5.0
"""How many seconds of tests, as they take under coverage, a mutant is given to survive."""
EXPLAINED: Final = 1.5
"""How many of them, where survivors.toml says why it survives."""
VARIED: Final = 60
"""How many tests are asked one case of each before the second of any; then the quick ones first."""
MEMORY: Final = 4 << 30
KILLERS: Final = 12
"""How many of the tests that killed a function's mutants are asked about its next one first."""
FILES: Final = 3
TESTS: Final = 150
"""What a process that imports everything anew is asked to run."""

settings.register_profile(
    "mutation",
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


class Early:
    """The functions of the package that run before any test does."""

    def __init__(self) -> None:
        self.imported: set[tuple[str, int]] = set()
        self.collected: set[tuple[str, int]] = set()
        self._into = self.imported

    def _call(self, frame: Any, event: str, _argument: object) -> None:
        if event == "call" and "/slarules/" in frame.f_code.co_filename:
            self._into.add((frame.f_code.co_filename, frame.f_code.co_firstlineno))

    def importing(self, names: Iterable[str]) -> None:
        """Import the modules, noting what runs."""
        sys.setprofile(self._call)
        for name in names:
            import_module(name)
        sys.setprofile(None)

    def collecting(self) -> None:
        """Note what runs from now on, until ``done``."""
        self._into = self.collected
        sys.setprofile(self._call)

    def done(self) -> None:
        """Note no more."""
        sys.setprofile(None)


class Session:
    """The plugin that takes the place of the run of tests."""

    def __init__(self, job: dict[str, Any], servers: Sequence[fresh.Server]) -> None:
        self.job = job
        self.servers = servers
        self.early = Early()
        self.results: list[dict[str, Any]] = []
        self.facts: dict[str, Any] = {}

    def pytest_configure(self) -> None:
        """Import what is to be mutated before any test does."""
        self.early.importing(self.job["modules"])
        self.early.collecting()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run mutants instead of tests."""
        self.early.done()
        items = [item for item in session.items if isinstance(item, pytest.Function)]
        for item in items:
            few_examples(item)
        began = time.monotonic()
        reached, took, broken = _forked(lambda: _reach(items))
        self.facts = {
            "tests": len(items),
            "broken": sorted(items[i].nodeid for i in broken),
            "slow": sorted({_bare(items[i].nodeid) for i in took if took[i] > SLOWEST}),
            "reach_seconds": round(time.monotonic() - began, 1),
        }
        made = [
            mutant
            for name, path in self.job["modules"].items()
            for mutant in mutants(name, ROOT / path)
        ]
        if self.job.get("only"):
            made = [mutant for mutant in made if str(mutant.name) in self.job["only"]]
        hunt = Hunt(items, reached, took, broken, self.early, self.job)
        self.results = hunt.all(made, self.servers)
        return True


def few_examples(item: pytest.Function) -> None:
    """Give a property the examples of the profile, whatever its own settings say."""
    function = getattr(item.obj, "__func__", item.obj)
    chosen = getattr(function, "_hypothesis_internal_use_settings", None)
    if chosen is not None:
        function._hypothesis_internal_use_settings = settings(  # noqa: SLF001 - no other way in
            settings.get_profile("mutation"), max_examples=min(EXAMPLES, chosen.max_examples)
        )


def _forked(work: Any) -> Any:
    """Return what a function returns in a fork of this process."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "wb") as out:
            pickle.dump(work(), out)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as given:
        found = pickle.load(given)  # noqa: S301 - written by the fork
    os.waitpid(child, 0)
    return found


def _reach(items: Sequence[pytest.Function]) -> Any:
    """Run every test under coverage: what each reaches, how long it takes, which fail."""
    _quiet()
    measured = coverage.Coverage(
        data_file=None, config_file=False, include=[str(ROOT / "src" / "*")], branch=False
    )
    took: dict[int, float] = {}
    broken: list[int] = []
    signal.signal(signal.SIGPROF, _too_slow)
    measured.start()
    for place, item in enumerate(items):
        measured.switch_context(str(place))
        began = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, GIVEN_UP)
        passed = run(item)
        signal.setitimer(signal.ITIMER_PROF, 0)
        took[place] = time.process_time() - began
        if not passed and took[place] < GIVEN_UP:
            broken.append(place)
    measured.stop()
    data = measured.get_data()
    reached = {
        file: {
            line: tuple(sorted(int(context) for context in contexts if context))
            for line, contexts in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    return reached, took, broken


def _too_slow(*_: object) -> None:
    message = "too slow to be asked"
    raise TimeoutError(message)


def run(item: pytest.Item) -> bool:
    """Return whether a test passes, or skips."""
    reports = runtestprotocol(item, log=False, nextitem=None)
    return not any(report.failed for report in reports)


def _quiet() -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for each in (0, 1, 2):
        os.dup2(nothing, each)


class Hunt:
    """All mutants of a subject, a function at a time."""

    def __init__(
        self,
        items: Sequence[pytest.Function],
        reached: dict[str, dict[int, tuple[int, ...]]],
        took: dict[int, float],
        broken: Iterable[int],
        early: Early,
        job: dict[str, Any],
    ) -> None:
        """Take what the run under coverage found; the job says what killed before, and what not."""
        self.items = items
        self.reached = reached
        self.took = took
        self.useless = set(broken) | {place for place in took if took[place] > SLOWEST}
        self.early = early
        self.rank = _ranks(items, took)
        self.killers: dict[str, list[str]] = job["killers"]
        self.explained: frozenset[str] = frozenset(job["explained"])
        self.place_of = {item.nodeid: place for place, item in enumerate(items)}

    def all(self, made: Sequence[Mutant], servers: Sequence[fresh.Server]) -> list[dict[str, Any]]:
        """Return what became of each mutant; the workers take functions in turn."""
        functions: dict[str, list[Mutant]] = defaultdict(list)
        for mutant in made:
            functions[mutant.name.function].append(mutant)
        queue = sorted(functions.values(), key=len, reverse=True)
        turn = get_context("fork").Value("i", 0)
        gc.collect()
        gc.freeze()
        with tempfile.TemporaryDirectory() as folder:
            written = [Path(folder) / str(number) for number in range(len(servers))]
            workers = [
                self._worker(path, queue, turn, server)
                for path, server in zip(written, servers, strict=True)
            ]
            for worker in workers:
                os.waitpid(worker, 0)
            return [fate for path in written for fate in json.loads(path.read_text())]

    def _worker(
        self, path: Path, queue: Sequence[Sequence[Mutant]], turn: Any, server: fresh.Server
    ) -> int:
        """Start a fork that takes functions off the queue until there is none; return its id."""
        worker = os.fork()
        if worker:
            return worker
        found: list[dict[str, Any]] = []
        while True:
            with turn.get_lock():
                place, turn.value = turn.value, turn.value + 1
            if place >= len(queue):
                break
            found += self._function(queue[place], server)
            path.write_text(json.dumps(found))
        path.write_text(json.dumps(found))
        os._exit(0)

    def _function(self, made: Sequence[Mutant], server: fresh.Server) -> list[dict[str, Any]]:
        """Return what became of the mutants of one function; its killers are asked first."""
        known = self.killers.get(made[0].name.function, ())
        killers = [self.place_of[node] for node in known if node in self.place_of]
        found = []
        for mutant in made:
            module = import_module(mutant.module)
            code = code_of(mutant, module)
            place = code.co_filename, code.co_firstlineno
            order = self.order(mutant, code.co_filename, killers)
            began = time.monotonic()
            fate, by = self._hunt(mutant, order)
            if place in self.early.imported or (fate != "killed" and place in self.early.collected):
                fate, by = self._afresh(mutant, order, by, server)
            if by is not None:
                if by in killers:
                    killers.remove(by)
                killers.insert(0, by)
                del killers[KILLERS:]
            found.append(
                {
                    "name": mutant.name._asdict(),
                    "line": mutant.lines[0],
                    "fate": fate,
                    "by": None if by is None else self.items[by].nodeid,
                    "property": by is not None and _is_property(self.items[by]),
                    "asked": len(order),
                    "seconds": round(time.monotonic() - began, 3),
                }
            )
        return found

    def order(self, mutant: Mutant, file: str, killers: Sequence[int]) -> list[int]:
        """Return the tests that reach what is changed, in the order to ask them in."""
        lines = self.reached.get(file, {})
        first, last = mutant.lines
        reach = {i for n in range(first, last + 1) for i in lines.get(n, ())}
        if not reach:  # a statement of several lines counts as its first
            first, last = mutant.body
            nearest = max((n for n in lines if first < n <= mutant.lines[0]), default=first)
            reach = set(lines.get(nearest, ()))
        if not reach:  # a default counts where the function is called
            reach = {i for n in range(first, last + 1) for i in lines.get(n, ())}
        reach -= self.useless
        start = [place for place in killers if place in reach]
        rest = sorted(reach.difference(start), key=self.rank.__getitem__)
        rest[VARIED:] = sorted(rest[VARIED:], key=self.took.__getitem__)
        budget = EXPLAINED if str(mutant.name) in self.explained else BUDGET
        chosen, cost = [], 0.0
        for place in start + rest:
            cost += self.took[place]
            if cost > budget:
                break
            chosen.append(place)
        return chosen

    def _hunt(self, mutant: Mutant, order: Sequence[int]) -> tuple[str, int | None]:
        """Return what becomes of a mutant in a fork of this process."""
        if not order:
            return "not reached", None
        allowed = 2 + 4 * sum(self.took[place] for place in order)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            _quiet()
            said = "survived"
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    apply(mutant, import_module(mutant.module))
                for place in order:
                    limit(self.took[place])
                    if not run(self.items[place]):
                        said = str(place)
                        break
            except BaseException as error:  # noqa: BLE001 - the fork must say what happened
                said = f"error {error!r}"
            os.write(writing, said.encode())
            os._exit(0)
        os.close(writing)
        said = read_all(reading, 20 * allowed)
        if not said:
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        if not said:
            return "out of time or memory", None
        if said.isdigit():
            return "killed", int(said)
        return said, None

    def _afresh(
        self, mutant: Mutant, order: Sequence[int], by: int | None, server: fresh.Server
    ) -> tuple[str, int | None]:
        """
        Return what becomes of a mutant whose function runs while modules are imported.

        Asked is what killed it already; else its module's own tests, what reaches it, the rest.
        """
        own = f"/test_{mutant.module.split('.')[1]}"
        likely = sorted(
            set(self.took) - self.useless,
            key=lambda i: (own not in self.items[i].nodeid, i not in order, self.rank[i]),
        )
        files: dict[str, None] = {}
        chosen: list[int] = []
        for place in likely if by is None else [by]:
            file = self.items[place].nodeid.partition("::")[0]
            if len(files) < FILES or file in files:
                files[file] = None
                chosen.append(place)
        del chosen[TESTS:]
        path = import_module(mutant.module).__file__ or ""
        source = mutated_source(mutant, Path(path).read_text(encoding="utf-8"))
        nodes = {self.items[place].nodeid: place for place in chosen}
        said = server.ask(mutant.module, source, list(nodes))
        if said in nodes:
            return "killed", nodes[said]
        return said, None


def _ranks(items: Sequence[pytest.Function], took: dict[int, float]) -> dict[int, Any]:
    """Return the order of the tests: a case of each before the second of any, quick ones first."""
    cases: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        cases[_bare(item.nodeid)].append(place)
    ranks = {}
    for places in cases.values():
        for case, place in enumerate(sorted(places, key=took.__getitem__)):
            ranks[place] = case, took[place]
    return ranks


def _bare(node: str) -> str:
    return node.partition("[")[0]


def _is_property(item: pytest.Function) -> bool:
    return bool(getattr(item.obj, "is_hypothesis_test", False))


def limit(seconds: float) -> None:
    """Let this process end if it uses much more than that of the processor from now on."""
    end = int(time.process_time() + 2 + 2 * seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (end, resource.RLIM_INFINITY))


def read_all(reading: int, seconds: float) -> str:
    """Return what comes through a pipe before it is closed; nothing if that takes too long."""
    parts: list[bytes] = []
    with os.fdopen(reading, "rb", buffering=0) as given:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not select.select([given], [], [], left)[0]:
                break
            part = given.read(65536)
            if not part:
                return b"".join(parts).decode()
            parts.append(part)
    return ""


def main() -> int:
    """Do the job, write the result."""
    job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    os.environ["HYPOTHESIS_PROFILE"] = "mutation"
    os.chdir(ROOT)
    servers = [fresh.Server() for _ in range(WORKERS)]
    plugin = Session(job, servers)
    said = pytest.main([*fresh.OPTIONS, *job["tests"]], plugins=[plugin])
    for server in servers:
        server.close()
    if not plugin.facts:
        sys.stderr.write("the tests could not be collected\n")
        return 1
    result = {"said": int(said), **plugin.facts, "mutants": plugin.results}
    Path(sys.argv[2]).write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
