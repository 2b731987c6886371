"""One run: find the command, print its answer, turn refusals into one line."""

from __future__ import annotations

import json
import os
import sys
import warnings
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING

from slarules import __version__
from slarules.cli.answers import BAD_INPUT, FINE
from slarules.cli.arguments import MODULES, parser
from slarules.cli.page import draw, plain, shown_block
from slarules.errors import ProjectedCalendarWarning, SlaRulesError
from slarules.terms import Language
from slarules.visible import escaped_json, shown

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from slarules.cli.answers import Answer

INTERRUPTED = 130
"""What a shell reports of a program stopped from the keyboard."""


def run(arguments: Sequence[str]) -> int:
    """Return the exit code of one command, its answer printed."""
    asked = parser()
    try:
        given = asked.parse_args(arguments)
    except SystemExit as stop:  # argparse has said why
        return stop.code if isinstance(stop.code, int) else BAD_INPUT
    if given.version:
        return _print(f"slarules {__version__}\n", FINE)
    if given.command is None:
        asked.print_help()
        return FINE
    given.typed = tuple(arguments)
    try:
        return _answered(given)
    except SlaRulesError as refusal:
        one_line = " ".join(str(refusal).split())
        sys.stderr.write(f"slarules: {shown(one_line)}\n")
        return BAD_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED


def _answered(given: Namespace) -> int:
    command = import_module(MODULES[given.command])
    language = Language.of(given.lang)
    with warnings.catch_warnings():
        # Every answer here says itself what it rests on.
        warnings.simplefilter("ignore", ProjectedCalendarWarning)
        answer: Answer = command.answer(given, language)
        if given.json or answer.is_document:
            text = json.dumps(answer.document(), ensure_ascii=_narrow(), indent=2)
            return _print(f"{escaped_json(text)}\n", answer.code)
        blocks = list(map(shown_block, answer.page()))
    try:
        if sys.stdout.isatty() and draw(blocks, sys.stdout):
            return answer.code
    except BrokenPipeError:
        return _closed(answer.code)
    return _print(plain(blocks), answer.code)


def _print(text: str, code: int) -> int:
    """Print and return the code; a reader that has had enough changes nothing."""
    stream = sys.stdout
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        return _closed(code)
    return code


def _closed(code: int) -> int:
    """Let the interpreter flush into nothing at its end, and return the code."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _narrow() -> bool:
    """Return whether the stream may lack letters, so that JSON has to escape them."""
    return (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
