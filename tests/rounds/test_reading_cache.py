from __future__ import annotations

import os
import pickle
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from ehport.rounds.find import find_round
from ehport.rounds.reading_cache import ReadingCache, RoundsCache
from ehport.rounds.workbooks import read_register, read_workbooks
from ehport.system.file_cache import FileCache, key_of
from tests.source import ROOT

ROUND = find_round(ROOT, "2021-04")
PATHS = tuple(ROUND.workbook(actor) for actor in ROUND.actors[2:4])


@pytest.fixture
def kept(tmp_path: Path) -> ReadingCache:
    return ReadingCache(FileCache(tmp_path / "cache"), "reader")


def test_workbooks_that_were_read_before_say_the_same_again(kept, monkeypatch):
    first = list(read_workbooks(PATHS, ROUND, kept))
    register = read_register(ROUND.register, kept)
    monkeypatch.setattr("ehport.workbook.read.read_submission", _never)
    monkeypatch.setattr("ehport.workbook.register.read_register", _never)

    assert list(read_workbooks(PATHS, ROUND, kept)) == first
    assert read_register(ROUND.register, kept) == register


def test_a_round_that_was_copied_says_the_same_of_its_own_files(tmp_path, monkeypatch):
    kept = RoundsCache(FileCache(tmp_path / "cache"))
    first, _ = next(read_workbooks(PATHS[:1], ROUND, kept.of(ROUND)))
    copied = replace(ROUND, folder=tmp_path)
    path = Path(shutil.copy(PATHS[0], tmp_path))
    monkeypatch.setattr("ehport.workbook.read.read_submission", _never)

    again, _ = next(read_workbooks([path], copied, kept.of(copied)))

    assert again == replace(first, file=path)


def test_a_workbook_that_changed_is_read_again(kept, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"one")
    kept.reading(path, lambda _: "first")

    assert kept.find(path) == "first"
    path.write_bytes(b"two")
    assert kept.find(path) is None


def test_a_workbook_that_changes_while_it_is_read_is_not_remembered(kept, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"one")

    assert kept.reading(path, lambda _: path.write_bytes(b"two")) == 3

    assert kept.find(path) is None


def test_another_reader_reads_for_itself(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"one")
    files = FileCache(tmp_path / "cache")
    ReadingCache(files, "one").reading(path, lambda _: "said")

    assert ReadingCache(files, "one").find(path) == "said"
    assert ReadingCache(files, "two").find(path) is None
    assert ReadingCache().find(path) is None


class _Evil:
    def __reduce__(self):
        return os.system, ("touch evil",)


@pytest.mark.parametrize("value", [_Evil(), [Path("x")], {"a": getattr}], ids=["call", "path", "getattr"])
def test_what_was_kept_makes_nothing_but_records(value, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"one")
    files = FileCache(tmp_path / "cache")
    ReadingCache(files, "reader").reading(path, lambda _: "said")
    (key,) = (each.name for each in (tmp_path / "cache").iterdir())
    files.keep(key, pickle.dumps(value))

    assert ReadingCache(files, "reader").find(path) is None
    assert not (tmp_path / "evil").exists()
    assert key == key_of(["reader", "a.xlsx", sha256(path.read_bytes()).hexdigest()])


def _never(*_: object) -> None:
    raise AssertionError("read again")
