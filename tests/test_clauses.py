"""The register of paragraphs against the contract, and the text a machine compares."""

from __future__ import annotations

import pickle
import re
import runpy
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slarules.clause_fingerprints import FINGERPRINTS
from slarules.clause_words import WORDS
from slarules.clauses import CLAUSES, NumberUnit, clause
from slarules.contract_text import fingerprint, normalised, split, word_hashes
from slarules.errors import UnknownClauseError
from slarules.terms import ClauseId, ClauseKind, Language
from tests.shared import ROOT, shared_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from slarules.contract_text import Paragraph
    from slarules.terms import Text

COPIED_WORDS = 9
"""A run of so many words of the contract is a copied sentence."""

# Numbers the contract writes in letters: cardinals, in the forms its text has.
IN_LETTERS = {"две"}


def source() -> str:
    """Return the text of the contract."""
    return shared_file("contract/source.txt").read_text(encoding="utf-8")


def paragraphs() -> dict[str, Paragraph]:
    """Return the paragraphs of the contract by their place."""
    return {one.place: one for one in split(source())}


def register() -> dict[str, set[str]]:
    """Return the ids and kinds of the table in clauses.md."""
    rows = re.findall(
        r"^\| (\d\.\d+) \| ([a-z +]+) \|",
        shared_file("contract/clauses.md").read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    return {clause_id: set(kinds.split(" + ")) for clause_id, kinds in rows}


def plain_words(text: str) -> list[str]:
    """Return the words of a text, without any of the package's own ideas of a word."""
    return re.findall(r"[а-яёa-z0-9]+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of COPIED_WORDS words."""
    words = plain_words(text)
    return {tuple(words[n : n + COPIED_WORDS]) for n in range(len(words) - COPIED_WORDS + 1)}


def printed() -> Iterator[Text]:
    """Return everything the register says in words."""
    for row in CLAUSES.values():
        yield row.summary
        yield from (number.what for number in row.numbers)
        if row.reason is not None:
            yield row.reason


class TestRegister:
    """clauses.md: section, then the paragraph's ordinal in it; permanent."""

    def test_ids_are_those_of_the_register_in_its_order(self) -> None:
        assert list(CLAUSES) == list(register())

    def test_kinds_are_those_of_the_register(self) -> None:
        kinds = {row.id: {kind.value for kind in row.kinds} for row in CLAUSES.values()}
        assert kinds == register()

    def test_the_section_is_the_first_part_of_the_id(self) -> None:
        assert {row.section for row in CLAUSES.values()} == {0, 1, 2, 3, 4}
        assert clause("3.11").section == 3

    def test_only_a_statement_needs_a_reason(self) -> None:
        for row in CLAUSES.values():
            assert (row.reason is not None) == (ClauseKind.STATEMENT in row.kinds), row.id

    def test_each_paragraph_is_said_in_both_languages(self) -> None:
        for words in printed():
            assert re.search(r"[а-яё]", words.of(Language.RU))
            assert not re.search(r"[а-яё]", words.of(Language.EN), flags=re.IGNORECASE)

    def test_no_sentence_of_the_contract_is_copied(self) -> None:
        copied = runs(source())
        for words in printed():
            assert not runs(words.ru) & copied
            assert not runs(words.en) & copied

    def test_the_register_cannot_be_changed(self) -> None:
        with pytest.raises(TypeError, match="does not support item assignment"):
            CLAUSES[ClauseId("5.1")] = clause("4.3")  # type: ignore[index]

    def test_a_row_survives_pickling(self) -> None:
        assert pickle.loads(pickle.dumps(clause("4.3"))) == clause("4.3")  # noqa: S301


class TestUnknownClause:
    """An id that is not in the register is refused with the nearest that are."""

    @pytest.mark.parametrize(
        ("asked", "message"),
        [
            ("4.13", "no paragraph '4.13'; nearest are 4.12, 4.11, 4.10; "),
            ("4,3", "no paragraph '4,3'; nearest are 4.3, 4.2, 4.4; "),
            ("п. 2.4", "no paragraph 'п. 2.4'; nearest are 2.3, 2.2, 2.1; "),
            ("reaction", "no paragraph 'reaction'; "),
            ("4.3.1", "no paragraph '4.3.1'; "),
        ],
    )
    def test_it_names_the_nearest(self, asked: str, message: str) -> None:
        with pytest.raises(UnknownClauseError) as refused:
            clause(asked)
        remedy = "give the section, a dot and the ordinal of a paragraph of the register"
        assert str(refused.value) == message + remedy
        assert refused.value.given == asked

    def test_it_is_a_lookup_error_and_survives_pickling(self) -> None:
        with pytest.raises(LookupError) as refused:
            clause("5.1")
        copy = pickle.loads(pickle.dumps(refused.value))  # noqa: S301
        assert (type(copy), str(copy)) == (UnknownClauseError, str(refused.value))
        assert copy.nearest == ("4.1", "4.2", "4.3")


class TestNumbers:
    """1.1 to 4.11: the numbers a paragraph contains, with their units."""

    def test_every_number_of_the_text_is_in_the_register_and_no_other(self) -> None:
        for place, paragraph in paragraphs().items():
            words = normalised(paragraph.text).split()
            in_text = [word for word in words if word.isdigit() or word in IN_LETTERS]
            in_row = [w for number in clause(place).numbers for w in number.written.split()]
            assert in_row == in_text, place

    @pytest.mark.parametrize(
        ("clause_id", "unit", "values"),
        [
            ("1.1", NumberUnit.HOUR_OF_DAY, [10, 19]),
            ("1.1", NumberUnit.PHONE_NUMBER, [74952234676, 78124381688]),
            ("2.2", NumberUnit.ACCOUNT, [2]),
            ("3.6", NumberUnit.CATEGORY, [5]),
            ("4.2", NumberUnit.ROUTE, [1, 2]),
            ("4.3", NumberUnit.HOUR_OF_DAY, [12]),
            ("4.4", NumberUnit.BUSINESS_DAY, [60]),
            ("4.5", NumberUnit.LEVEL, [1, 2, 3, 4]),
            ("4.6", NumberUnit.LEVEL, [1]),
            ("4.7", NumberUnit.LEVEL, [2]),
            ("4.8", NumberUnit.LEVEL, [3]),
            ("4.9", NumberUnit.LEVEL, [4]),
            ("4.11", NumberUnit.BUSINESS_DAY, [3]),
        ],
    )
    def test_a_number_has_the_unit_of_the_text(
        self, clause_id: str, unit: NumberUnit, values: list[int]
    ) -> None:
        assert [n.value for n in clause(clause_id).numbers if n.unit is unit] == values

    def test_no_other_paragraph_has_a_number(self) -> None:
        assert [row.id for row in CLAUSES.values() if row.numbers] == [
            *("1.1", "2.2", "3.6", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "4.9", "4.11")
        ]

    def test_what_is_written_is_normalised(self) -> None:
        for row in CLAUSES.values():
            for number in row.numbers:
                assert normalised(number.written) == number.written


class TestFingerprints:
    """0.1 to 4.12: the SHA-256 of each normalised text, by a committed script."""

    def test_they_are_those_of_the_text(self) -> None:
        of_text = {place: fingerprint(one.text) for place, one in paragraphs().items()}
        assert {row.id: row.fingerprint for row in CLAUSES.values()} == of_text
        assert of_text == FINGERPRINTS

    def test_the_hashes_of_words_are_those_of_the_text(self) -> None:
        assert {place: tuple(hashes.split()) for place, hashes in WORDS.items()} == {
            place: word_hashes(one.text) for place, one in paragraphs().items()
        }

    def test_the_script_finds_nothing_to_write(self, monkeypatch: pytest.MonkeyPatch) -> None:
        path = shared_file("contract/source.txt")
        script = ROOT / "tools" / "make_fingerprints.py"
        monkeypatch.setattr(sys, "argv", [str(script), str(path), "--check"])
        runpy.run_path(str(script), run_name="__main__")

    def test_the_script_says_what_is_stale(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        changed = tmp_path / "changed.txt"
        changed.write_text(source().replace("до 12 часов", "до 13 часов"), encoding="utf-8")
        script = ROOT / "tools" / "make_fingerprints.py"
        monkeypatch.setattr(sys, "argv", [str(script), str(changed), "--check"])
        with pytest.raises(SystemExit, match=r"^clause_fingerprints.py, clause_words.py out of"):
            runpy.run_path(str(script), run_name="__main__")


class TestImport:
    """The register is imported by everything that cites a clause."""

    def test_it_loads_neither_the_words_nor_the_comparison(self) -> None:
        code = (
            "import sys, slarules.clauses as c; print(*(m for m in sys.modules if 'slarules' in m))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        loaded = set(done.stdout.split())
        assert "slarules.clauses" in loaded
        assert not {"slarules.clause_words", "slarules.contract_text"} & loaded


class TestSplit:
    """clauses.md, traps: 4.3 follows a list with no blank line; lists belong above them."""

    def test_the_paragraphs_are_those_of_the_register(self) -> None:
        assert list(paragraphs()) == list(register())

    def test_the_menu_and_the_form_are_no_contract_text(self) -> None:
        first = split(source())[0]
        assert first.place == "0.1"
        assert first.line == 34  # the line below the heading

    @pytest.mark.parametrize(
        ("place", "begins", "ends"),
        [
            ("1.1", "Служба технической", "@alee.com ."),
            ("3.6", "Все возможные", "функциональность."),
            ("4.2", "Вопросы категории E", "завершения работ."),
            ("4.3", "Время реакции на", "противном случае."),
            ("4.5", "Инциденты категории C", "Не ошибки ПП."),
            ("4.6", "1 уровень", "в любом виде."),
            ("4.10", "Cроки решения", "удаленного доступа."),  # a Latin «C»
        ],
    )
    def test_a_list_belongs_to_the_paragraph_above_it(
        self, place: str, begins: str, ends: str
    ) -> None:
        text = paragraphs()[place].text
        assert text.startswith(begins)
        assert text.endswith(ends)

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param(lambda text: "\ufeff" + text, id="byte order mark"),
            pytest.param(lambda text: text.replace("\n", "\r\n"), id="Windows line ends"),
            pytest.param(lambda text: text.replace(" ", "\u00a0"), id="no-break spaces"),
            pytest.param(lambda text: text.replace("\n", "\n\n"), id="blank lines everywhere"),
            pytest.param(lambda text: text[text.index("Техподдержка") :], id="no heading above"),
            pytest.param(lambda text: text.encode("cp1251").decode("cp1251"), id="cp1251"),
        ],
    )
    def test_how_the_copy_was_saved_does_not_count(self, change: Callable[[str], str]) -> None:
        copied = [(one.place, fingerprint(one.text)) for one in split(change(source()))]
        assert copied == list(FINGERPRINTS.items())

    def test_a_removed_paragraph_moves_those_below_it_in_its_section_only(self) -> None:
        kept = source().replace(paragraphs()["4.3"].text + "\n", "")
        prints = {one.place: fingerprint(one.text) for one in split(kept)}
        assert prints["4.2"] == FINGERPRINTS["4.2"]
        assert prints["4.3"] == FINGERPRINTS["4.4"]
        assert "4.12" not in prints

    def test_a_broken_line_is_no_new_paragraph(self) -> None:
        text = paragraphs()["4.4"].text
        broken = text.replace("Исполнитель ищет", "\nИсполнитель ищет").replace(
            "технич", "тех-\nнич"
        )
        assert [fingerprint(one.text) for one in split(broken)] == [FINGERPRINTS["4.4"]]

    @pytest.mark.parametrize("text", ["", "\n \n", "\ufeff", "Сайт поддержки"])
    def test_a_text_without_paragraphs_has_none(self, text: str) -> None:
        assert split(text) == ()

    def test_a_text_that_is_no_contract_is_split_all_the_same(self) -> None:
        found = split("Mary had a little lamb.\nIts fleece was white.\n\nThe end")
        assert [one.place for one in found] == ["0.1", "0.2", "0.3"]

    @given(st.text())
    def test_any_text_keeps_its_words(self, text: str) -> None:
        """0.1 to 4.12: nothing of a copy below its heading is lost."""
        pieces = split(text)
        assert [word for one in pieces for word in one.text.split()] == [
            word for line in text.splitlines() for word in line.strip("\ufeff \t\u00a0").split()
        ]


class TestNormalised:
    """clauses.md, traps: 4.9 and 4.10 mix scripts; how a copy was typed does not count."""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            pytest.param("категорию А или D", "категорию A или D", id="4.9 has a Cyrillic А"),
            pytest.param("Cроки решения", "Сроки решения", id="4.10 begins with a Latin C"),
            pytest.param("с 10-00 до 19-00", "с 10:00 до 19–00", id="time of day"),
            pytest.param("веб-интерфейсом", "веб‑интерфейсом", id="non-breaking hyphen"),
            pytest.param("веб-интерфейсом", "веб-\n  интерфейсом", id="broken at its hyphen"),
            pytest.param("поддержки", "под\u00adдержки", id="soft hyphen"),
            pytest.param("поддержки", "под-\nдержки", id="broken by a hyphen"),
            pytest.param("«текущий»  день", '"текущий" день', id="quotes and spaces"),
            pytest.param("1 уровень - это", "1 уровень — это", id="dash"),
            pytest.param("C – ошибки", "C- ошибки", id="dash of a list"),
            pytest.param("серьёзные", "СЕРЬЕЗНЫЕ", id="ё and capitals"),
            pytest.param("критический", "критическии\u0306", id="decomposed"),
            pytest.param("60\u00a0рабочих", "60 рабочих", id="no-break space"),
            pytest.param("+7 (495) 223-46-76", "+7 495 223 46 76", id="telephone"),
        ],
    )
    def test_the_same_words_have_the_same_fingerprint(self, one: str, other: str) -> None:
        assert fingerprint(one) == fingerprint(other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("до 12 часов", "до 13 часов"),
            ("60 рабочих дней", "60 календарных дней"),
            ("60 рабочих дней", "6 0 рабочих дней"),
            ("категорий B и C", "категорий B и D"),
            ("может", "не может"),
        ],
    )
    def test_other_words_have_another(self, one: str, other: str) -> None:
        assert fingerprint(one) != fingerprint(other)

    @given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
    def test_normalising_twice_changes_nothing(self, text: str) -> None:
        """4.9, 4.10: whatever letters a copy has, it settles in one step."""
        assert normalised(normalised(text)) == normalised(text)

    def test_a_word_has_one_hash(self) -> None:
        assert len(word_hashes("до 12 часов, до 13 часов")) == 6
        assert word_hashes("до 12 часов")[::2] == word_hashes("до 13 часов")[::2]
