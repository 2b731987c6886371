"""Every reader on a hundred harmed files, and on every file of the corpus."""

from __future__ import annotations

import pytest

from proof.hostile.kept import CORPUS, Kept, corpus, known, outcome
from proof.hostile.trying import tried
from tests.shared import shared_file

READERS = ("documents", "logs", "tables", "agreements", "copies", "files", "commands")


class TestReaders:
    """A file is read or refused in our own words, soon; what was read is written and read again."""

    @pytest.mark.parametrize("reader", READERS)
    def test_harmed_files(self, reader: str) -> None:
        if reader == "tables":
            pytest.importorskip("pyarrow")
        if reader in {"copies", "files", "commands"}:
            pytest.importorskip("docx")
            pytest.importorskip("pypdf")
            shared_file("contract/source.txt")
        told = tried(reader, 100, 1)
        assert not told["failure"], told["failure"]
        assert told["examples"] >= 100
        assert told["outcomes"].keys() & {"read", "due: exit 0", "due: exit 2"}

    @pytest.mark.parametrize("reader", READERS)
    def test_one_thing_at_a_time(self, reader: str) -> None:
        if reader == "tables":
            pytest.importorskip("pyarrow")
        if reader in {"copies", "files"}:
            pytest.importorskip("docx")
            pytest.importorskip("pypdf")
            shared_file("contract/source.txt")
        number, wrong = known(reader)
        assert number
        assert not wrong, wrong


class TestCorpus:
    """What becomes of each file is known from what the file is."""

    def test_every_file_is_listed(self) -> None:
        files = {path.name for path in CORPUS.iterdir()} - {"expected.csv"}
        assert files == {kept.file for kept in corpus()}

    @pytest.mark.parametrize("kept", corpus(), ids=lambda kept: kept.file)
    def test_a_file(self, kept: Kept) -> None:
        if kept.reader == "files":
            pytest.importorskip("docx")
            pytest.importorskip("pypdf")
        assert outcome(kept) == kept.outcome, kept.why
