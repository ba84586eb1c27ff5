"""Every cell of the test vectors reads as its row says."""

from __future__ import annotations

from pathlib import Path

import pytest

from ehport.form.trial import KINDS, columns_of, format_columns

VECTORS = Path(__file__).parent.parent / "vectors"


def _rows(kind: str) -> list[list[str]]:
    lines = (VECTORS / f"{kind}.tsv").read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line]


@pytest.mark.parametrize("kind", KINDS)
def test_the_columns_are_those_of_the_vectors(kind: str) -> None:
    assert tuple(_rows(kind)[0]) == columns_of(kind)


@pytest.mark.parametrize(
    ("kind", "row"),
    [pytest.param(kind, row, id=f"{kind}: {row[0]}") for kind in KINDS for row in _rows(kind)[1:]],
)
def test_a_cell_reads_as_its_row_says(kind: str, row: list[str]) -> None:
    typed = row[0].replace("\\n", "\n")

    assert list(format_columns(kind, typed)) == row
