from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ehport.rounds.find import usable
from tests.fuzz import originals
from tests.fuzz.mutants import mutant, mutant_text
from tests.fuzz.reading import read_all, read_chapter, read_record
from tests.source import ROOT
from tests.workbook.books import given, write

pytestmark = pytest.mark.slow

COUNT = 200


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return write(tmp_path_factory.mktemp("hel") / "helse-vest.xlsx", given(total_cost="ca. 12 mill")).read_bytes()


@pytest.mark.parametrize("number", range(0, COUNT, 20))
def test_a_damaged_workbook_says_something_and_breaks_nothing(original, number, tmp_path):
    path = tmp_path / "helse-vest.xlsx"
    for each in range(number, number + 20):
        damaged = mutant(original, each)
        path.write_bytes(damaged)

        assert read_all(path) > 0
        assert path.read_bytes() == damaged


def test_a_mutant_is_the_same_every_time_and_another_than_its_neighbours(original):
    assert mutant(original, 7) == mutant(original, 7)
    assert len({mutant(original, each) for each in range(20)}) == 20


def test_what_breaks_is_told_with_its_number(tmp_path: Path):
    broken = (
        "import tests.fuzz.__main__ as fuzz\n"
        "def fail(path): raise ZeroDivisionError\n"
        "fuzz.read_all = fail\n"
        "raise SystemExit(fuzz.main(2, 5))\n"
    )

    ran = subprocess.run([sys.executable, "-c", broken], cwd=ROOT, capture_output=True, text=True, check=False)

    assert ran.returncode == 1
    assert "2 mutants, 2 broke something [5, 6]" in ran.stdout


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    return list(originals.workbooks(tmp_path_factory.mktemp("alle")).values())


def test_furniture_shared_texts_and_registers_are_damaged_too(books, tmp_path):
    path = tmp_path / "helse-vest.xlsx"
    for number in range(40):
        damaged = mutant(books[number % len(books)], number)
        path.write_bytes(damaged)

        read_all(path)

        assert path.read_bytes() == damaged


def test_a_damaged_record_is_read_or_told(tmp_path):
    sound = originals.record()
    for number in range(150):
        (tmp_path / "svar.json").write_bytes(mutant_text(sound, number))

        read_record(tmp_path / "svar.json")


def test_a_damaged_chapter_is_read_or_told(tmp_path):
    written = replace(usable(originals.ROUND), folder=tmp_path)
    written.editorial.mkdir()
    name, sound = next(iter(originals.chapters().items()))
    for number in range(60):
        (written.editorial / name).write_bytes(mutant_text(sound, number))

        read_chapter(written, name)
