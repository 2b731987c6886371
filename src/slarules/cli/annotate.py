"""``slarules annotate``: a reader's own copy of the contract, against the register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from slarules import __version__
from slarules.annotate import annotate
from slarules.annotate.basis import basis
from slarules.annotate.document import document
from slarules.annotate.office import FILE_LIMIT, text_of
from slarules.annotate.page import named, visible
from slarules.annotate.page import page as html_page
from slarules.annotate.phrases import PHRASES
from slarules.cli.answers import BAD_NEWS, FINE, Answer
from slarules.cli.files import pieces, refuse_place, write
from slarules.cli.page import Heading, Lines
from slarules.errors import CopyFileError, NotTheContractError
from slarules.words import word

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from slarules.annotate.annotation import Annotation, NumberDifference, Paragraph
    from slarules.cli.page import Block
    from slarules.terms import Language


def answer(arguments: Namespace, language: Language) -> Answer:
    """Return what the copy is; the page is written first, where one is asked for."""
    older = arguments.against
    if arguments.output is not None:
        refuse_place(arguments.output, arguments.contract, *([] if older is None else [older]))
    text = read(arguments.contract)
    found = _annotated(text, arguments.contract, older)
    if arguments.output is not None:
        made = html_page(
            found,
            language,
            name=Path(arguments.contract).name,
            against=None if older is None else Path(older).name,
            version=__version__,
        )
        write(arguments.output, made.encode(errors="backslashreplace"))
    return Answer(
        document=lambda: document(found),
        page=lambda: list(_Summary(language).blocks(found, arguments.contract, arguments.output)),
        code=BAD_NEWS if arguments.check and found.differences else FINE,
    )


def read(path: str) -> str:
    """
    Return the text of a copy in a file; no more of the file is read than a copy may have.

    Raises:
        FilePlaceError: The file cannot be read.
        CopyFileError: It is too large, damaged, protected, or has no text.
        CopyEncodingError: It is a text in an encoding that does not fit.
        MissingExtraError: It is a Word document or a PDF, and its reader is not installed.
    """
    content = bytearray()
    for piece in pieces(path):
        content += piece
        if len(content) > FILE_LIMIT:
            raise CopyFileError(path, f"has more than {FILE_LIMIT} bytes, and no copy does")
    return text_of(bytes(content), path)


def _annotated(text: str, path: str, older: str | None) -> Annotation:
    """Return the annotation; a text that is no contract is named by its file."""
    names = {"the copy": path, "the older copy": older or ""}
    try:
        return annotate(text, against=None if older is None else read(older))
    except NotTheContractError as refusal:
        raise NotTheContractError(names[refusal.what], refusal.words, refusal.of) from None


class _Summary:
    """The differences for people, in a terminal."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def say(self, key: str, **values: object) -> str:
        """Return a phrase with its places filled."""
        return PHRASES[key].of(self.language).format(**values)

    def blocks(self, found: Annotation, path: str, output: str | None) -> Iterator[Block]:
        """Yield what differs, one paragraph a line, its id first."""
        yield Heading(f"{self.say('title')}: {Path(path).name}")
        if not found.differences:
            yield Lines((self.say("no-differences", number=len(found.paragraphs)),))
        else:
            listed = "; ".join(
                self.say("of", what=word(kind, self.language), number=which)
                for kind, which in named(found, self.language)
            )
            yield Lines((self.say("differences", counts=listed),))
            yield Lines(tuple(map(self.line, found.differences)))
            numbers = [self.number(one.id, n) for one in found.paragraphs for n in one.numbers]
            if numbers:
                yield Heading(self.say("numbers"))
                yield Lines(tuple(numbers))
        if output is not None:
            yield Lines((self.say("written", path=output),))

    def line(self, one: Paragraph) -> str:
        """Return a paragraph that differs: its id, how, where, and what that touches."""
        said = [", ".join(word(kind, self.language) for kind in one.found)]
        if one.line is not None:
            said.append(self.say("line", line=one.line))
        if one.repeats is not None:
            said.append(self.say("repeats", clause=one.repeats))
        if one.clause is not None:
            rests = basis(one.clause)
            touched = [row.id for row in rests.rules] + [row.switch for row in rests.readings]
            if touched:
                said.append(self.say("touches", what=", ".join(touched)))
        return f"{one.id}  {'; '.join(said)}"

    def number(self, id_: str, one: NumberDifference) -> str:
        """Return a number that differs from the one the rules count with."""
        how = word(one.differing, self.language)
        if one.number is None:
            return self.say("number-added", id=id_, how=how, found=visible(one.found))
        return self.say(
            "number-line",
            id=id_,
            how=how,
            found=visible(one.found) or self.say("nothing"),
            value=one.number.value,
            unit=word(one.number.unit, self.language),
            what=one.number.what.of(self.language),
        )
