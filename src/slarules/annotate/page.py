"""
The annotated contract as one HTML page that asks for nothing outside itself.

The text of the copy is somebody else's: every letter of it is escaped, characters that would
turn the direction of the line or hide are shown by their code, and each stretch is isolated from
the direction of what stands beside it. The page has no script, and forbids any.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape
from typing import TYPE_CHECKING, Final, assert_never

from slarules.annotate.annotation import UNKNOWN, Comparison, Mark
from slarules.annotate.basis import basis
from slarules.annotate.phrases import PHRASES
from slarules.annotate.style import STYLE
from slarules.clauses import CLAUSES, NumberUnit
from slarules.contract_text import TITLES
from slarules.terms import Category, Language, Obligation, Outcome
from slarules.words import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from slarules.annotate.annotation import Annotation, NumberDifference, Paragraph, Run
    from slarules.annotate.basis import Basis
    from slarules.annotate.tried import Example
    from slarules.clauses import Number
    from slarules.reading_rows import ReadingRow
    from slarules.terms import Text

_HIDDEN: Final = ("Cc", "Cf", "Co", "Cs", "Cn")
"""Categories of characters that print as nothing, or change how others print."""
_HARMLESS: Final = "\n\u00ad\u200b\ufeff"
_LIKE_A_CODE: Final = re.compile(r"⟨(?=U\+[0-9A-F]{4,6}⟩)")
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d)(:\d\d)?")
_UNBROKEN: Final = re.compile(r"(?<!\d)\d++(?:-\d++)+")
"""Possessive, and from the first digit on: a number without end is read once."""
_KEPT_TOGETHER: Final = r'<span class="whole">\g<0></span>'
"""A time of day or a telephone number is not folded at its hyphen."""
_NO_COUNT: Final = (NumberUnit.LEVEL, NumberUnit.ROUTE, NumberUnit.PHONE_NUMBER)
_SIGNS: Final = {
    Comparison.SAME: "=",
    Comparison.CHANGED: "≠",
    Comparison.MOVED: "⇅",
    Comparison.MISSING: "−",
    Comparison.NEW: "+",
}


def page(
    annotation: Annotation,
    language: Language,
    *,
    name: str,
    against: str | None = None,
    version: str,
) -> str:
    """Return the whole page; ``name`` and ``against`` are what the copies are called."""
    return _Page(annotation, language, name, against, version).html()


class _Page:
    """A page in one language."""

    def __init__(
        self,
        annotation: Annotation,
        language: Language,
        name: str,
        against: str | None,
        version: str,
    ) -> None:
        self.annotation, self.language = annotation, language
        self.name, self.against, self.version = name, against, version

    def say(self, key: str, **values: object) -> str:
        """Return a phrase with its places filled, escaped."""
        return safe(PHRASES[key].of(self.language).format(**values))

    def of(self, text: Text) -> str:
        """Return a row of words, escaped."""
        return safe(text.of(self.language))

    def html(self) -> str:
        """Return the page."""
        return "\n".join(self._parts()) + "\n"

    def _parts(self) -> Iterator[str]:
        yield "<!DOCTYPE html>"
        yield f'<html lang="{self.language.value}">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield (
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">"
        )
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="referrer" content="no-referrer">'
        yield '<meta name="color-scheme" content="light dark">'
        yield f"<title>{self.say('title')} — {safe(self.name)}</title>"
        yield f"<style>{STYLE}</style>"
        yield "</head>"
        yield "<body>"
        yield f'<a class="skip" href="#text">{self.say("to-text")}</a>'
        yield from self._header()
        yield '<main id="text">'
        yield from self._numbers()
        yield from self._sections()
        yield "</main>"
        yield f"<footer><p>{self.say('made-by', version=self.version)}</p></footer>"
        yield "</body>"
        yield "</html>"

    # ------------------------------------------------------------------------ what it found

    def _header(self) -> Iterator[str]:
        annotation = self.annotation
        yield "<header>"
        yield f"<h1>{self.say('title')}</h1>"
        yield f'<p class="copy">{self.say("copy", name=self.name)}</p>'
        yield self._verdict()
        if annotation.in_full:
            yield f"<p>{self.say('with-copy', name=self.against or '')}</p>"
        else:
            yield f"<p>{self.say('with-register')}</p>"
            gone = [run for row in annotation.paragraphs for run in row.runs if UNKNOWN in run.text]
            if any(run.mark is Mark.GONE for run in gone):
                yield f"<p>{self.say('unknown', unknown=UNKNOWN)}</p>"
        if annotation.set_aside:
            yield f"<p>{self.say('set-aside', number=annotation.set_aside)}</p>"
        if annotation.missing_headings:
            titles = ", ".join(f"«{TITLES[n]}»" for n in annotation.missing_headings)
            yield f"<p>{self.say('no-headings', headings=titles)}</p>"
        yield "</header>"
        if annotation.differences:
            title = self.say("what-differs")
            yield f'<nav aria-labelledby="what-differs"><h2 id="what-differs">{title}</h2>'
            yield "<ul>"
            for one in annotation.differences:
                link = f'<a href="#p-{safe(one.id)}">{self._name(one)}</a>'
                yield f"<li>{link} {self._badges(one)}</li>"
            yield "</ul>"
            yield self._legend()
            yield "</nav>"

    def _verdict(self) -> str:
        if not self.annotation.differences:
            number = len(self.annotation.paragraphs)
            return f'<p class="verdict fine">{self.say("no-differences", number=number)}</p>'
        listed = "; ".join(
            PHRASES["of"].of(self.language).format(what=word(kind, self.language), number=which)
            for kind, which in named(self.annotation, self.language)
        )
        return f'<p class="verdict differs">{self.say("differences", counts=listed)}</p>'

    def _legend(self) -> str:
        return (
            f'<p class="legend">{self.say("legend")}: <ins>{self.say("mark-new")}</ins>, '
            f"<mark>{self.say('mark-moved')}</mark>, <del>{self.say('mark-gone')}</del>.</p>"
        )

    def _numbers(self) -> Iterator[str]:
        rows = [(one, n) for one in self.annotation.paragraphs for n in one.numbers]
        if not rows:
            return
        yield '<section class="numbers" aria-labelledby="numbers">'
        yield f'<h2 id="numbers">{self.say("numbers")}</h2>'
        yield f"<p>{self.say('numbers-note')}</p>"
        yield "<table><thead><tr>"
        for key in ("clause", "how", "in-copy", "in-rules", "what"):
            yield f'<th scope="col">{self.say(key)}</th>'
        yield "</tr></thead><tbody>"
        for one, number in rows:
            yield f'<tr><th scope="row"><a href="#p-{safe(one.id)}">{self._name(one)}</a></th>'
            yield from self._number_cells(number)
            yield "</tr>"
        yield "</tbody></table></section>"

    def _number_cells(self, one: NumberDifference) -> Iterator[str]:
        found = bidi(one.found) if one.found else self.say("nothing")
        rules, what = self.say("nothing"), self.say("nothing")
        if one.number is not None:
            rules = f"{written(one.number.written)}"
            what = self._meaning(one.number)
        for key, cell in (
            ("how", safe(word(one.differing, self.language))),
            ("in-copy", f"<strong>{found}</strong>"),
            ("in-rules", f"<strong>{rules}</strong>"),
            ("what", what),
        ):
            yield f'<td data-name="{self.say(key)}">{cell}</td>'

    # ------------------------------------------------------------------------ the paragraphs

    def _sections(self) -> Iterator[str]:
        """Yield the paragraphs under the headings of the copy, or of the register without one."""
        above = {after: number for number, after in self.annotation.headings}
        section: int | None = None
        previous: str | None = None
        for one in self.annotation.paragraphs:
            number = above.get(previous) if previous in above else section
            if section is None and number is None:
                number = 0
            if number != section:
                if section is not None:
                    yield "</section>"
                section = number
                title = self.say("section", number=number, title=TITLES[number or 0])
                yield f'<section aria-labelledby="s-{number}"><h2 id="s-{number}">{title}</h2>'
            yield from self._paragraph(one)
            if one.line is not None:
                previous = one.id
        yield "</section>"

    def _paragraph(self, one: Paragraph) -> Iterator[str]:
        state = "differs" if one.differs else "same"
        yield f'<article id="p-{safe(one.id)}" class="{state}" aria-labelledby="h-{safe(one.id)}">'
        yield f'<h3 id="h-{safe(one.id)}">{self._name(one)} {self._badges(one)}</h3>'
        if where := self._where(one):
            yield f'<p class="where">{where}</p>'
        for number in one.numbers:
            yield f'<p class="number">{self._callout(number)}</p>'
        yield '<div class="beside">'
        yield f'<div class="copy-text" role="group" aria-label="{self.say("text")}">'
        if one.runs:
            inside = "".join(map(self._run, one.runs))
            yield f'<blockquote lang="ru">{inside}</blockquote>'
        else:
            yield f"<p>{self.say('missing-text')}</p>"
        yield "</div>"
        if one.clause is None:
            yield f'<div class="basis"><p>{self.say("no-basis")}</p></div>'
            yield "</div>"
        else:
            yield from self._beside(basis(one.clause), one)
        yield "</article>"

    def _beside(self, rests: Basis, one: Paragraph) -> Iterator[str]:
        """Yield what rests on a paragraph: beside its text, or below it where it differs."""
        yield '<div class="basis">'
        yield from self._about(rests)
        if one.differs:  # the lists are what one came for, so they have the whole width
            yield "</div></div>"
            yield f"<h4>{self.say('touched')}</h4>"
            yield '<div class="touched">'
            words = Comparison.CHANGED in one.found or Comparison.MISSING in one.found
            yield from self._lists(rests, open_=words)
            yield "</div>"
        else:
            yield from self._lists(rests, open_=False)
            yield "</div></div>"

    def _name(self, one: Paragraph) -> str:
        if one.clause is not None:
            return f'<span class="id">{safe(one.clause)}</span>'
        kind, _, number = one.id.partition("-")
        return self.say("new-paragraph" if kind == "new" else "old-paragraph", number=number)

    def _badges(self, one: Paragraph) -> str:
        return " ".join(
            f'<span class="badge {kind.value}"><span aria-hidden="true">{_SIGNS[kind]}</span> '
            f"{safe(word(kind, self.language))}</span>"
            for kind in one.found
        )

    def _where(self, one: Paragraph) -> str:
        said: list[str] = []
        if one.line is not None and one.differs:
            said.append(self.say("line", line=one.line))
        if Comparison.MOVED in one.found or Comparison.NEW in one.found:
            said.append(self._after("stands", one.after))
        if Comparison.MOVED in one.found and one.clause is not None and not self.against:
            order = [None, *CLAUSES]
            said.append(self._after("stood", order[order.index(one.clause) - 1]))
        if Comparison.MISSING in one.found:
            said.append(self._after("stood", one.after))
        if one.repeats is not None:
            said.append(self.say("repeats", clause=one.repeats))
        return "; ".join(said)

    def _after(self, key: str, after: str | None) -> str:
        if after is None:
            return self.say(f"{key}-first")
        return self.say(f"{key}-after", after=self.plain_name(after))

    def plain_name(self, id_: str) -> str:
        """Return what a paragraph is called inside a sentence."""
        kind, _, number = id_.partition("-")
        if not number:
            return id_
        name = PHRASES["new-paragraph" if kind == "new" else "old-paragraph"].of(self.language)
        return "«" + name.format(number=number) + "»"

    def _run(self, run: Run) -> str:
        lead = " " if run.text[:1] in {" ", "\n"} else ""
        if run.text.startswith("\n"):
            lead = "\n"
        text = bidi(run.text.strip(" \n"))
        match run.mark:
            case Mark.KEPT:
                return lead + text
            case Mark.NEW:
                return f"{lead}<ins>{self._aside('begin-new')}{text}{self._aside('end')}</ins>"
            case Mark.MOVED:
                where = ""
                if run.elsewhere is not None:
                    said = self.say("moved-from", clause=self.plain_name(run.elsewhere))
                    where = f' <small class="from">({said})</small>'
                return (
                    f"{lead}<mark>{self._aside('begin-moved')}{text}"
                    f"{self._aside('end')}</mark>{where}"
                )
            case Mark.GONE:
                count = self.say("gone-count", number=run.words)
                return (
                    f' <del title="{count}">{self._aside("begin-gone")}{text}'
                    f"{self._aside('end')}</del>"
                )
            case _ as unreachable:
                assert_never(unreachable)

    def _aside(self, key: str) -> str:
        """Return words for those who hear the page and do not see it."""
        return f'<span class="heard">{self.say(key)} </span>'

    # ------------------------------------------------------------------------ what rests on it

    def _about(self, rests: Basis) -> Iterator[str]:
        """Yield the summary of a paragraph and the numbers the rules count with."""
        title = f'<span class="label">{self.say("summary")}.</span>'
        yield f'<p class="summary">{title} {self.of(rests.clause.summary)}</p>'
        if rests.clause.reason is not None:
            reason = rests.clause.reason.of(self.language)
            yield f"<p>{self.say('why-nothing', reason=reason)}</p>"
        if rests.clause.numbers:
            yield f'<p class="label">{self.say("its-numbers")}</p><ul>'
            for one in rests.clause.numbers:
                yield f"<li><b>{written(one.written)}</b> — {self._meaning(one)}</li>"
            yield "</ul>"
        if rests.figures:
            fields = ", ".join(f"<code>{safe(field)}</code>" for field in rests.figures)
            yield f'<p><span class="label">{self.say("figures")}:</span> {fields}</p>'

    def _lists(self, rests: Basis, *, open_: bool) -> Iterator[str]:
        """Yield the rules, the readings and the rest, each a list one can fold."""
        rows: dict[str, Iterable[str]] = {
            "rules": [f"<code>{safe(row.id)}</code> {self.of(row.summary)}" for row in rests.rules],
            "readings": map(self._reading, rests.readings),
            "answers": [
                f"<code>{safe(row.id)}</code> {self.of(row.question)} — {self.of(row.answer)}"
                for row in rests.answers
            ],
            "findings": [
                f"<code>{safe(row.id)}</code> {self.of(row.text)}" for row in rests.findings
            ],
            "examples": map(self._example, rests.examples),
            "tests": [f"<code>{safe(one)}</code>" for one in rests.tests],
        }
        for key, items in rows.items():
            yield from self._list(key, items, open_=open_ and key in {"rules", "readings"})

    def _list(self, key: str, rows: Iterable[str], *, open_: bool = False) -> Iterator[str]:
        """Yield a list one can fold; nothing if it is empty."""
        items = list(rows)
        if not items:
            return
        title = f"{self.say(key)} ({len(items)})"
        yield f'<details class="{key}"{" open" if open_ else ""}><summary>{title}</summary>'
        yield "<ul>"
        for item in items:
            yield f"<li>{item}</li>"
        yield "</ul></details>"

    def _callout(self, one: NumberDifference) -> str:
        """Return a number that differs, in one line: what stands here, what the rules have."""
        how = safe(word(one.differing, self.language))
        said = [self.of(PHRASES["number-here"]).format(found=f"<b>{bidi(one.found)}</b>")]
        if not one.found:
            said = []
        if one.number is not None:
            unit = safe(word(one.number.unit, self.language))
            rules = f"<b>{written(one.number.written)}</b> ({unit})"
            said.append(self.of(PHRASES["number-there"]).format(rules=rules))
        return f"{how[:1].upper()}{how[1:]}: {', '.join(said)}"

    def _meaning(self, number: Number) -> str:
        if number.unit in _NO_COUNT:  # what it is says enough
            return self.of(number.what)
        return f"{safe(word(number.unit, self.language))}: {self.of(number.what)}"

    def _reading(self, row: ReadingRow) -> str:
        option = next(iter(row.options.values())).of(self.language)
        return (
            f"<code>{safe(row.switch)}</code> {self.of(row.question)} — "
            f"{self.say('default', option=option)}"
        )

    def _example(self, one: Example) -> str:
        expected = self._moment(one.expected)
        if not one.expected:
            expected = word(Outcome.of(one.outcome), self.language)
        obligation = one.what.replace("_", "-")
        what = obligation
        if obligation in {member.value for member in Obligation}:
            what = word(Obligation.of(obligation), self.language)
        category = Category.of(one.category).value if one.category else "—"
        return self.say(
            "example",
            place=one.place,
            what=what,
            category=category,
            at=self._moment(one.at),
            expected=expected,
        )

    def _moment(self, text: str) -> str:
        """Return a moment on the Moscow clock in figures, as the language writes them."""
        found = _ISO.fullmatch(text)
        if found is None or self.language is Language.EN:
            return text
        year, month, day, clock, seconds = found.groups()
        return f"{day}.{month}.{year} {clock}{'' if seconds == ':00' else seconds or ''}"


def named(annotation: Annotation, language: Language) -> Iterator[tuple[Comparison, str]]:
    """Yield each way to differ with the paragraphs that do: their ids, or how many are new."""
    for kind in Comparison:
        those = [one for one in annotation.paragraphs if kind in one.found]
        if those and kind is not Comparison.SAME:
            ids = [one.clause for one in those if one.clause is not None]
            others = len(those) - len(ids)
            if not ids:
                yield kind, str(others)
            else:
                more = PHRASES["and-more"].of(language).format(number=others) if others else ""
                yield kind, ", ".join(ids) + more


def safe(text: str) -> str:
    """Return text that can do nothing to a page: escaped, and visible."""
    return escape(visible(text))


def visible(text: str) -> str:
    """
    Return text with every character that hides or turns a line shown by its code.

    A bracket that opens such a code in the text itself is shown so, too: nothing is ambiguous.
    """
    return "".join(map(_visible, _LIKE_A_CODE.sub("⟨U+27E8⟩", text)))


def bidi(text: str) -> str:
    """Return text of somebody else's, escaped and kept from turning what stands beside it."""
    return f"<bdi>{_UNBROKEN.sub(_KEPT_TOGETHER, safe(text))}</bdi>"


def written(number: str) -> str:
    """Return a number as its normalised words are joined: «10:00» for "10 00"."""
    parts = number.split()
    if len(parts) == 2 and all(len(part) == 2 for part in parts):  # noqa: PLR2004 - hours, minutes
        return safe(":".join(parts))
    if len(parts) > 1:
        return safe(f"+{parts[0]} ({parts[1]}) {'-'.join(parts[2:])}")
    return safe(number)


def _visible(char: str) -> str:
    if char in _HARMLESS or unicodedata.category(char) not in _HIDDEN:
        return char
    return f"⟨U+{ord(char):04X}⟩"
