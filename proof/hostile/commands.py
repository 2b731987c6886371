"""The command line: arguments nobody types, and files harmed, in every command."""

from __future__ import annotations

import io
import json
import os
import re
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

from proof.hostile import agreements, copies, documents, logs
from proof.hostile.aimed.commands import FOREIGN, TO_ITSELF, Piped, aimed
from proof.hostile.mutations import as_json, as_toml, harmed, texts, trees
from proof.hostile.nasty import MOMENTS
from proof.hostile.reader import Reader
from proof.part import Text
from slarules.cli import main
from slarules.visible import as_it_was, shown

_FOLDER: Final = Path(tempfile.mkdtemp(prefix="slarules-hostile-"))
_ACTING: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_TRACE: Final = "Traceback (most recent call last)"

_MOMENT: Final = st.sampled_from(
    [*MOMENTS, *["2026-11-23T11:00:00+03:00", "2026-12-01T19:00:00+03:00"] * 6]
)
_LETTER: Final = st.sampled_from(["A", "B", "C", "D", "E"] * 4 + ["В", "b", "", "\u202e"])
_READING: Final = st.sampled_from(
    ["cutoff-instant=same-day", "short-days=one-hour-shorter", "decree-days=non-business-days"] * 3
    + ["cutoff-instant", "=", "x=y", "cutoff-instant=\x1b[31m", "cutoff-instant=same-day\n"]
)
_PLACES: Final = st.sampled_from(
    ["out.html"] * 6
    + [
        "out.docx",
        "incident.json",
        "agreement.toml",
        "log.csv",
        ".",
        "no/such/x.html",
        "/dev/full",
        "a\x00b",
        "",
    ]
)
_COMMANDS: Final = (
    *("due",) * 4,
    *("assess",) * 3,
    *("explain",) * 3,
    *("whatif",) * 3,
    *("report",) * 3,
    *("agreement",) * 4,
    *("letter", "readings", "compare", "annotate"),
    *("calendar", "clauses", "dance"),
)

_incident = trees([d for d in documents.bases() if d["schema"] == "slarules/incident/1"])
_service = trees([d for d in documents.bases() if d["schema"] == "slarules/service/1"])


def _as_text(tree: Any) -> str:
    return as_json(tree, plain=False)


_FILES: Final[dict[str, st.SearchStrategy[bytes]]] = {
    "incident.json": harmed(_incident.map(_as_text)),
    "service.json": harmed(_service.map(_as_text)),
    "agreement.toml": harmed(trees(agreements.bases()[:3]).map(as_toml)),
    "contract.txt": copies.examples().map(lambda drawn: drawn[0]),
}
_LOGS: Final = logs.examples()


@st.composite
def _asked(  # noqa: C901, PLR0912 - a branch for each command
    draw: st.DrawFn,
) -> tuple[list[str], dict[str, bytes]]:
    """Return arguments, and the files they name."""
    command = draw(st.sampled_from(_COMMANDS))
    given = [command]
    needed: list[str] = []
    match command:
        case "due":
            given += ["--registered", draw(_MOMENT), "--category", draw(_LETTER)]
        case "assess" | "letter" | "whatif":
            given.append("incident.json")
        case "explain" if draw(st.booleans()):
            given.append("incident.json")
        case "explain":
            given += ["--registered", draw(_MOMENT), "--category", draw(_LETTER)]
        case "readings" if draw(st.booleans()):
            given += ["--incident", "incident.json"]
        case "report":
            given += ["log.csv", "--mapping", "mapping.toml"]
        case "compare":
            given += ["standard", "agreement.toml", "log.csv", "--mapping", "mapping.toml"]
        case "annotate":
            given.append("contract.txt")
        case "agreement":
            given.append(draw(st.sampled_from(["agreement.toml"] * 5 + ["standard", "--schema"])))
        case "calendar":
            given.append(draw(st.sampled_from(["2026", "1999", "1998", "9" * 5_000, "-1", "x"])))
        case _:
            pass
    if command in {"letter", "annotate"}:
        given += ["-o", draw(_PLACES)]
    if command in {"assess", "letter", "whatif"} and draw(st.integers(0, 2)) == 0:
        given += ["--service", "service.json"]
    if command == "whatif":
        shift = st.sampled_from(
            ["1=+1d", "2=-2h30m", "9=+1d", "1=+999999d", "1=", "0=+1d", "1=+٣d"]
        )
        given += ["--shift", draw(shift)]
    more = {
        "--as-of": _MOMENT,
        "--reading": _READING,
        "--agreement": st.just("agreement.toml"),
        "--json": None,
        "--lang": st.sampled_from(["en", "ru", "de"]),
        "--output": _PLACES,
        "--html": _PLACES,
        "--why-not": None,
        "--check": None,
        "--show": None,
        "--export": st.sampled_from(["1", "2", "\u202e"]),
        "--incident-output": _PLACES,
        "--category": _LETTER,
        "--registered-at": _MOMENT,
        "--coverage": None,
        "--fail-on-missed": None,
    }
    known = list(_KNOWN.get(command, more))
    for _ in range(draw(st.sampled_from([0, 1, 1, 2, 3]))):
        option = draw(st.sampled_from(known))
        value = more[option]
        given += [option] if value is None else [option, draw(value)]
    if draw(st.integers(0, 5)) == 0:
        given.insert(draw(st.integers(0, len(given))), draw(texts))
    needed = [name for name in _FILES if name in given]
    files = {name: draw(_FILES[name]) for name in needed}
    if "log.csv" in given:
        files["log.csv"], described = draw(_LOGS)
        files["mapping.toml"] = described or as_toml(logs.SMALL).encode()
    return given, files


_OUTPUTS: Final = ("-o", "--output", "--html", "--incident-output")
_HISTORY: Final = ("--as-of", "--reading", "--agreement", "--json", "--lang")
_KNOWN: Final[dict[str, tuple[str, ...]]] = {
    "due": ("--reading", "--agreement", "--json", "--lang"),
    "assess": (*_HISTORY, "--fail-on-missed"),
    "explain": (*_HISTORY, "--why-not"),
    "letter": _HISTORY,
    "readings": _HISTORY,
    "whatif": (*_HISTORY, "--registered-at"),
    "report": (*_HISTORY, "--output", "--export", "--incident-output", "--category"),
    "compare": ("--as-of", "--reading", "--html", "--json", "--lang", "--category"),
    "annotate": ("--check", "--json", "--lang"),
    "agreement": ("--check", "--show", "--json", "--lang"),
    "clauses": ("--coverage", "--json", "--lang"),
}


def examples() -> st.SearchStrategy[tuple[list[str], dict[str, bytes]]]:
    """Return arguments with the files they name."""
    return _asked()


def read(example: tuple[list[str], dict[str, bytes]] | Piped) -> str:
    """Run a command; it ends with a code and its words, and leaves nothing half written."""
    if isinstance(example, Piped):
        return f"exit {_piped(example)}"
    arguments, files = example
    for path in _FOLDER.iterdir():
        path.unlink()
    for name, content in files.items():
        if content is TO_ITSELF:
            (_FOLDER / name).symlink_to(name)
        else:
            (_FOLDER / name).write_bytes(content)
    named = {*_FILES, "log.csv", "mapping.toml", "out.html", "out.docx", "no/such/x.html", "."}
    given = [str(_FOLDER / one) if one in named else one for one in arguments]
    out, err = _printed(), _printed()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(given)
    said, wrong = _said(out), _said(err)
    asked = code == 0 and bool({"-h", "--help"}.intersection(given))
    assert code in {0, 1, 2}, code
    assert _TRACE not in said + wrong
    assert shown(as_it_was(wrong)) == wrong
    assert not _ACTING.search(said), repr(_ACTING.search(said))
    assert not _ACTING.search(wrong), repr(_ACTING.search(wrong))
    if code == 2:  # noqa: PLR2004
        assert wrong.count("\n") == 1, wrong
        assert not said
    else:
        assert asked or not wrong, wrong
    if code != 2 and "--json" in given and not asked:  # noqa: PLR2004
        json.loads(said)
    inputs = {one for before, one in pairwise(arguments) if before not in _OUTPUTS}
    _left({name: content for name, content in files.items() if name in inputs})
    known = bool(arguments) and arguments[0] in {*_COMMANDS, "demo"}
    return f"{arguments[0] if known else 'no command'}: exit {code}"


def _left(files: dict[str, bytes]) -> None:
    """What was read is as it was, no temporary file is left, a page that was written is one."""
    for path in _FOLDER.iterdir():
        assert path.suffix != ".tmp" or path.name == FOREIGN, path
        if path.name in files:
            assert path.read_bytes() == files[path.name]
        elif path.suffix == ".html" and not path.is_symlink():
            text = path.read_bytes().decode()
            if text.startswith(("<!doctype html>", "<!DOCTYPE html>")):
                copies.harmless(text)


def _printed() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _said(stream: io.TextIOWrapper) -> str:
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def _piped(example: Piped) -> int:
    """Run a command that prints into a pipe; return its exit code."""
    reading, writing = os.pipe()
    if example.closed:
        os.close(reading)
    kind = _Terminal if example.terminal else io.TextIOWrapper
    with kind(os.fdopen(writing, "wb"), encoding="utf-8") as stream, redirect_stdout(stream):
        code = main(list(example.arguments))
    if not example.closed:
        os.close(reading)
    return code


READER: Final = Reader(
    name="commands",
    what=Text("командная строка", "the command line"),
    modules=(
        "cli/agreements.py",
        "cli/arguments.py",
        "cli/asked.py",
        "cli/files.py",
        "cli/given.py",
        "cli/run.py",
        "visible.py",
    ),
    examples=examples,
    aimed=aimed,
    read=read,
)
