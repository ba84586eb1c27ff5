from __future__ import annotations

from dataclasses import replace

import pytest

from ehport.figures.figure import DataTable, Figure, FigureColumn, FigureValues

VALUES = FigureValues(("actor", "budget"), (("ks", 12_500),))
TABLE = DataTable(
    columns=(FigureColumn("Aktør"), FigureColumn("Budsjett", numeric=True)), rows=(("KS", "12,5"),), values=VALUES
)
FIGURE = Figure(
    name="actors",
    svg="<svg/>",
    headline="KS har alt",
    subtitle="Budsjett, mill. kr",
    alt="Stolper: KS har hele budsjettet.",
    data=TABLE,
)


@pytest.mark.parametrize("lacking", ["name", "headline", "subtitle", "alt"])
def test_a_figure_that_lacks_words_is_not_built(lacking: str):
    with pytest.raises(ValueError, match="needs"):
        replace(FIGURE, **{lacking: ""})


def test_a_description_of_a_word_or_two_is_too_short():
    with pytest.raises(ValueError, match="description"):
        replace(FIGURE, alt="Stolper")


def test_a_table_without_rows_is_not_built():
    with pytest.raises(ValueError, match="rows"):
        replace(TABLE, rows=())


@pytest.mark.parametrize("row", [("KS",), ("KS", "12,5", "1")])
def test_a_row_of_another_width_than_the_head_is_refused(row: tuple[str, ...]):
    with pytest.raises(ValueError, match="as wide as its head"):
        replace(TABLE, total_row=row)


def test_a_row_of_values_without_a_name_for_each_is_refused():
    with pytest.raises(ValueError, match="one value for each name"):
        replace(TABLE, values=FigureValues(("actor",), (("ks", 12_500),)))
