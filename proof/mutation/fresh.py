"""
A process that has imported pytest and nothing of ours, and is forked for each question.

Functions that run while modules are imported have done their work in any process that holds those
modules; here they are imported with the mutant in their place.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import resource
import signal
import sys
import warnings
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

OPTIONS: Final = (
    "-q",
    "--assert=plain",
    "-p", "no:cacheprovider",
    "-p", "no:randomly",
    "-p", "no:random_order",
    "-p", "no:xdist",
    "-p", "no:cov",
)  # fmt: skip
SECONDS: Final = 10
"""How long one question may take of the processor."""


class _Source(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds one module, with another text."""

    def __init__(self, name: str, source: str) -> None:
        self.name, self.source = name, source

    def find_spec(self, fullname: str, _path: Any, _target: Any = None) -> Any:
        if fullname != self.name:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        assert spec is not None
        self.file = spec.origin or ""
        spec.loader = self
        return spec

    def create_module(self, _spec: Any) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(self.source, self.file, "exec", dont_inherit=True)
        exec(code, vars(module))  # noqa: S102 - the mutant


class _Asked:
    """The plugin that runs the tests asked for, in that order, until one fails."""

    def __init__(self, nodes: Sequence[str]) -> None:
        self.nodes = nodes
        self.said = "killed at import"

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run them."""
        from proof.mutation.session import few_examples, run

        if session.testsfailed:
            return True
        found = {item.nodeid: item for item in session.items}
        if not set(self.nodes) <= found.keys():
            self.said = "killed at collection"
            return True
        self.said = "survived"
        for node in self.nodes:
            item = found[node]
            assert isinstance(item, pytest.Function)
            few_examples(item)
            if not run(item):
                self.said = node
                break
        return True


class Server:
    """The process, and the pipes to it."""

    def __init__(self) -> None:
        question, self._ask = os.pipe()
        self._answer, answer = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            os.close(self._ask)
            os.close(self._answer)
            _serve(question, answer)
            os._exit(0)
        os.close(question)
        os.close(answer)
        self._questions = os.fdopen(self._ask, "w", encoding="utf-8")
        self._answers = os.fdopen(self._answer, encoding="utf-8")

    def ask(self, module: str, source: str, nodes: Sequence[str]) -> str:
        """Return the test that fails first, or ``survived``, or what else became of it."""
        self._questions.write(json.dumps([module, source, nodes]) + "\n")
        self._questions.flush()
        said: str = json.loads(self._answers.readline())
        return said

    def close(self) -> None:
        """Let it end."""
        self._questions.close()
        self._answers.close()
        os.kill(self.process, signal.SIGKILL)  # the other servers hold its pipes open
        os.waitpid(self.process, 0)


def _serve(question: int, answer: int) -> None:
    with os.fdopen(question, encoding="utf-8") as asked, os.fdopen(answer, "w") as out:
        for line in asked:
            out.write(json.dumps(_in_a_fork(*json.loads(line))) + "\n")
            out.flush()


def _in_a_fork(module: str, source: str, nodes: Sequence[str]) -> str:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        nothing = os.open(os.devnull, os.O_RDWR)
        for each in (0, 1, 2):
            os.dup2(nothing, each)
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime) + SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
        sys.meta_path.insert(0, _Source(module, source))
        plugin = _Asked(nodes)
        files = list(dict.fromkeys(node.partition("::")[0] for node in nodes))
        try:
            pytest.main([*OPTIONS, *files], plugins=[plugin])
        except BaseException:  # noqa: BLE001 - a mutant may break anything
            plugin.said = "killed at import"
        os.write(writing, plugin.said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as given:
        said = given.read().decode()
    os.waitpid(child, 0)
    return said or "out of time or memory"
