"""A copy of the contract against the register: what is the same, changed, missing, new, moved."""

from __future__ import annotations

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slarules import NotTheContractError, annotate
from slarules.annotate.annotation import UNKNOWN, Annotation, Comparison, Mark, Paragraph
from slarules.annotate.stream import stream
from slarules.clauses import CLAUSES, clause
from slarules.contract_text import fingerprint, normalised, word_hashes
from tests.contract_copies import (
    changed,
    folded,
    hyphenated,
    retyped,
    source,
    swapped,
    text_of,
)

NEW_PARAGRAPH = "Стороны вправе договориться о другом порядке письменно."


def found(annotation: Annotation) -> dict[str, list[str]]:
    """Return what became of the paragraphs that differ."""
    return {one.id: [kind.value for kind in one.found] for one in annotation.differences}


def one(annotation: Annotation, id_: str) -> Paragraph:
    """Return one paragraph."""
    return next(row for row in annotation.paragraphs if row.id == id_)


def marked(paragraph: Paragraph, mark: Mark) -> list[str]:
    """Return the words under one mark."""
    return [run.text.strip() for run in paragraph.runs if run.mark is mark]


def numbers(annotation: Annotation) -> list[tuple[str, str, str, int | None]]:
    """Return the numbers that differ: where, how, what stands there, what the rules have."""
    return [
        (row.id, n.differing.value, n.found, n.number.value if n.number else None)
        for row in annotation.paragraphs
        for n in row.numbers
    ]


class TestUnchanged:
    """Issue: tried on the text itself, and on copies that differ in how they were typed."""

    def test_nothing_differs_from_the_text_itself(self) -> None:
        annotation = annotate(source())
        assert annotation.differences == ()
        assert [row.id for row in annotation.paragraphs] == list(CLAUSES)
        assert annotation.missing_headings == ()
        assert annotation.set_aside == 42  # the words of the menu and the form

    @pytest.mark.parametrize(
        "copy",
        [
            pytest.param(retyped, id="other quotes and dashes"),
            pytest.param(folded, id="folded at 70 columns"),
            pytest.param(lambda: folded(40, gap="\n"), id="folded, with no empty lines"),
            pytest.param(hyphenated, id="hyphenated line ends"),
            pytest.param(lambda: hyphenated(45), id="hyphenated more often"),
            pytest.param(lambda: " ".join(source().split()), id="one line"),
            pytest.param(lambda: changed(("поддержки", "под\u00ad\nдержки")), id="soft hyphens"),
            pytest.param(lambda: "\ufeff" + source(), id="byte order mark"),
        ],
    )
    def test_how_a_copy_was_typed_is_no_difference(self, copy: object) -> None:
        assert callable(copy)
        assert found(annotate(copy())) == {}

    def test_a_copy_without_headings_has_every_paragraph(self) -> None:
        annotation = annotate("\n\n".join(text_of(place) for place in CLAUSES))
        assert annotation.differences == ()
        assert annotation.missing_headings == (0, 1, 2, 3, 4)

    def test_the_whole_text_of_a_paragraph_is_shown(self) -> None:
        for row in annotate(source()).paragraphs:
            shown = "".join(run.text for run in row.runs)
            assert normalised(shown) == normalised(text_of(row.id))
            assert fingerprint(shown) == clause(row.id).fingerprint


class TestChanged:
    """Issue: a paragraph whose fingerprint differs is shown as changed, word by word."""

    def test_one_number_changed(self) -> None:
        annotation = annotate(changed(("до 12 часов", "до 13 часов")))
        assert found(annotation) == {"4.3": ["changed"]}
        row = one(annotation, "4.3")
        assert marked(row, Mark.NEW) == ["13"]
        assert marked(row, Mark.GONE) == ["12"]
        assert row.line == 97

    @pytest.mark.parametrize("copy", [folded(), folded(50, gap="\n")], ids=["folded", "no gaps"])
    def test_a_change_is_found_in_a_folded_copy(self, copy: str) -> None:
        assert re.search(r"до\s+12\s+часов", copy)
        annotation = annotate(re.sub(r"до(\s+)12(\s+)часов", r"до\g<1>13\g<2>часов", copy))
        assert found(annotation) == {"4.3": ["changed"]}
        assert marked(one(annotation, "4.3"), Mark.NEW) == ["13"]

    def test_a_word_that_is_gone_is_known_only_by_another_copy(self) -> None:
        without = changed(("либо на тестовом стенде или рабочей", "либо рабочей"))
        row = one(annotate(without), "3.4")
        assert marked(row, Mark.GONE) == ["на тестовом стенде или"]  # the copy has them elsewhere
        without = changed(("по факту совершения", "по факту"))
        assert marked(one(annotate(without), "3.5"), Mark.GONE) == [UNKNOWN]
        row = one(annotate(without, against=source()), "3.5")
        assert marked(row, Mark.GONE) == ["совершения"]

    def test_a_word_that_changed_its_place_is_marked_as_moved(self) -> None:
        row = one(annotate(changed(("текущий рабочий день", "рабочий текущий день"))), "4.3")
        assert row.found == (Comparison.CHANGED,)
        assert len(marked(row, Mark.MOVED)) == 1
        assert marked(row, Mark.NEW) == []

    def test_a_sentence_that_went_to_another_paragraph_says_where_from(self) -> None:
        four, twelve = text_of("4.4"), text_of("4.12")
        kept, sentence = four.rsplit(". ", 1)
        annotation = annotate(changed((four, f"{kept}."), (twelve, f"{twelve} {sentence}")))
        assert found(annotation) == {"4.4": ["changed"], "4.12": ["changed"]}
        (run,) = (run for run in one(annotation, "4.12").runs if run.mark is Mark.MOVED)
        assert (run.words, run.elsewhere) == (len(normalised(sentence).split()), "4.4")

    def test_first_and_last_words_belong_to_their_paragraph(self) -> None:
        first = annotate(changed(("Система поддержки HelpDesk", "Иная система")))
        assert found(first) == {"3.5": ["changed"]}
        last = annotate(changed(("согласованию с Заказчиком.", "согласованию с кем угодно.")))
        assert found(last) == {"4.12": ["changed"]}
        added = annotate(changed(("каких-либо действий.", "каких-либо действий. Без задержки.")))
        assert found(added) == {"3.5": ["changed"]}


class TestNumbers:
    """Issue: a number or unit in the text that differs from the rule's is called out."""

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("до 12 часов", "до 13 часов", [("4.3", "value", "13", 12)]),
            ("до 12 часов", "до двенадцати часов", []),
            ("до 12 часов", "до тринадцати часов", [("4.3", "value", "тринадцати", 12)]),
            ("до 12 часов", "до обеда", [("4.3", "gone", "", 12)]),
            ("с 10-00 до", "с 09-00 до", [("1.1", "value", "09 00", 10)]),
            ("до 19-00 (моск", "до 19-00 (местн", [("1.1", "unit", "19 00 местн Время", 19)]),
            ("60 рабочих", "60 календарных", [("4.4", "unit", "60 календарных дней", 60)]),
            (
                "3 рабочих дней",
                "5 календарных дней",
                [("4.11", "value", "5", 3), ("4.11", "unit", "5 календарных дней", 3)],
            ),
            ("две учетные", "три учетные", [("2.2", "value", "три", 2)]),
            ("делятся на 5", "делятся на 6", [("3.6", "value", "6", 5)]),
            ("223-46-76", "223-46-77", [("1.1", "value", "7 495 223 46 77", 74952234676)]),
            (
                "следующий рабочий день,",
                "2 рабочих дня,",
                [("4.3", "added", "2 рабочих дня", None)],
            ),
        ],
    )
    def test_it_is_called_out(
        self, old: str, new: str, expected: list[tuple[str, str, str, int | None]]
    ) -> None:
        assert numbers(annotate(changed((old, new)))) == expected

    def test_a_number_of_a_new_paragraph_is_called_out(self) -> None:
        last = text_of("4.12")
        annotation = annotate(changed((last, f"{last}\n\nШтраф составляет 500 рублей в день.")))
        assert numbers(annotation) == [("new-1", "added", "500 рублей в", None)]

    def test_the_numbers_of_the_text_itself_are_those_of_the_rules(self) -> None:
        assert numbers(annotate(source())) == []


class TestPlaces:
    """Issue: a missing, new or moved paragraph is named."""

    @pytest.mark.parametrize("place", list(CLAUSES))
    def test_one_paragraph_removed(self, place: str) -> None:
        annotation = annotate(changed((text_of(place), "")))
        assert found(annotation) == {place: ["missing"]}
        ids: list[str] = list(CLAUSES)
        before = ids[ids.index(place) - 1] if place != "0.1" else None
        assert one(annotation, place).after == before

    @pytest.mark.parametrize(
        "pair", [("4.3", "4.4"), ("3.7", "3.8"), ("2.1", "4.12"), ("0.1", "3.5")]
    )
    def test_two_swapped(self, pair: tuple[str, str]) -> None:
        annotation = annotate(swapped(*pair))
        assert found(annotation) == {pair[1]: ["moved"], pair[0]: ["moved"]}

    def test_one_moved_and_changed(self) -> None:
        three = text_of("4.3")
        text = changed((three + "\n", "")).replace(
            text_of("2.2"), text_of("2.2") + "\n\n" + three.replace("12", "11")
        )
        annotation = annotate(text)
        assert found(annotation) == {"4.3": ["moved", "changed"]}
        assert one(annotation, "4.3").after == "2.2"

    @pytest.mark.parametrize("place", ["0.1", "3.5", "4.3", "4.12"])
    def test_a_new_paragraph(self, place: str) -> None:
        text = text_of(place)
        annotation = annotate(changed((text, f"{text}\n\n{NEW_PARAGRAPH}\n")))
        assert found(annotation) == {"new-1": ["new"]}
        row = one(annotation, "new-1")
        assert (row.after, row.clause) == (place, None)
        assert marked(row, Mark.NEW) == [NEW_PARAGRAPH]

    def test_a_new_paragraph_in_a_folded_copy(self) -> None:
        text = folded(60, gap="\n").replace(
            "Категория E описывает", f"{NEW_PARAGRAPH}\nКатегория E описывает"
        )
        assert found(annotate(text)) == {"new-1": ["new"]}

    def test_a_paragraph_that_stands_twice_says_which_it_repeats(self) -> None:
        annotation = annotate(source() + "\n\n" + text_of("4.3"))
        assert found(annotation) == {"new-1": ["new"]}
        assert one(annotation, "new-1").repeats == "4.3"
        assert one(annotation, "new-1").numbers == ()

    def test_a_paragraph_under_another_heading_was_moved(self) -> None:
        text = text_of("3.1")
        annotation = annotate(
            changed(
                (text, ""),
                (
                    "Описание услуг службы поддержки\n",
                    f"{text}\n\nОписание услуг службы поддержки\n",
                ),
            )
        )
        assert found(annotation) == {"3.1": ["moved"]}


class TestAgainst:
    """Issue: ``--against OLD.txt`` compares two copies in full."""

    def test_the_same_copy_does_not_differ(self) -> None:
        older = changed(("до 12 часов", "до 14 часов"), (text_of("3.5"), NEW_PARAGRAPH))
        annotation = annotate(older, against=older)
        assert annotation.differences == ()
        assert annotation.in_full

    def test_every_word_that_is_gone_is_shown(self) -> None:
        annotation = annotate(changed((text_of("3.5"), "")), against=source())
        assert found(annotation) == {"3.5": ["missing"]}
        (text,) = marked(one(annotation, "3.5"), Mark.GONE)
        assert normalised(text) == normalised(text_of("3.5"))

    def test_a_paragraph_of_the_older_copy_alone_is_missing(self) -> None:
        older = changed((text_of("3.5"), f"{text_of('3.5')}\n\n{NEW_PARAGRAPH}"))
        annotation = annotate(source(), against=older)
        assert found(annotation) == {"old-1": ["missing"]}
        assert one(annotation, "old-1").after == "3.5"


class TestNoContract:
    """Issue: on a text that is no contract at all."""

    @pytest.mark.parametrize("text", ["", " \n ", "Mary had a little lamb.", "Привет, мир! " * 500])
    def test_it_says_so(self, text: str) -> None:
        with pytest.raises(NotTheContractError, match="is no copy of the contract") as refused:
            annotate(text)
        assert pickle.loads(pickle.dumps(refused.value)).args == refused.value.args  # noqa: S301

    def test_an_empty_one_is_called_empty(self) -> None:
        with pytest.raises(NotTheContractError) as refused:
            annotate("")
        assert str(refused.value) == (
            "'the copy' is no copy of the contract: it is empty, and none of its 29 paragraphs is "
            "there; give the whole text of the contract, as the support page has it"
        )

    def test_the_older_copy_must_be_one_too(self) -> None:
        with pytest.raises(NotTheContractError, match="'the older copy' is no copy"):
            annotate(source(), against="Привет, мир!")


class TestStream:
    """0.1 to 4.12: the words of a copy are those of its normalised text."""

    @given(st.text(alphabet=st.sampled_from("абвЁé AB12-–.,\n\u00ad\u200b\ufb01()«»")))
    def test_the_hashes_are_those_of_the_whole_text(self, text: str) -> None:
        assert stream(text).hashes == word_hashes(text)

    @given(st.text())
    def test_any_text_is_read(self, text: str) -> None:
        pieces = stream(text).pieces
        assert "".join("".join(one.text for one in pieces).split()) == "".join(text.split())

    @given(st.text(max_size=40), st.integers(0, 16_000))
    def test_any_words_anywhere_leave_something_to_say(self, text: str, at: int) -> None:
        whole = source()
        annotation = annotate(whole[:at] + text + whole[at:])
        shown = sum(
            run.words
            for row in annotation.paragraphs
            for run in row.runs
            if run.mark is not Mark.GONE
        )
        headings = 18 - sum((2, 7, 2, 4, 2)[n] for n in annotation.missing_headings) - 1
        read = len(stream(whole[:at] + text + whole[at:]).hashes)
        assert shown + headings + annotation.set_aside == read
