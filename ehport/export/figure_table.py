"""The table of figures: the numbers of each chart, cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ehport.export.figure_columns import COLUMNS, MEASURES, VALUE_TYPES, FigureMeasure
from ehport.export.table import ExportColumn, ExportTable, Facet, Type, Value, columns_of, rows_of
from ehport.export.trace_table import FACT_UNITS
from ehport.figures.figure import Figure
from ehport.lang.language import Text

_TITLE = Text("Figurer", "Figures")
_HELP = Text(
    "Tallene i hver figur, én rad for hver celle. Penger er i hele tusen kroner.",
    "The numbers of each figure, one row for each cell. Money is in whole thousand kroner.",
)
_FIGURE = ExportColumn(name="figure", type=Type.TEXT, title=Text("Figur", "Figure"), always=True)
_ROW = ExportColumn(name="row", type=Type.INTEGER, title=Text("Rad", "Row"), always=True)
_COLUMN = ExportColumn(name="column", type=Type.TEXT, title=Text("Kolonne", "Column"), terms=COLUMNS, always=True)
_VALUE = ExportColumn(
    name="value",
    type=Type.TEXT,
    title=Text("Verdi", "Value"),
    help=Text("Et tall eller et ord; tom når ingen vet.", "A number or a word; empty when nobody knows."),
)
_TYPE = ExportColumn(
    name="type", type=Type.TEXT, title=Text("Verdiens type", "Type of value"), terms=VALUE_TYPES, always=True
)
_UNIT = ExportColumn(
    name="unit",
    type=Type.TEXT,
    title=Text("Enhet", "Unit"),
    help=Text("Tom når verdien er et ord.", "Empty when the value is a word."),
    terms=FACT_UNITS,
)


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell of a figure's data."""

    figure: str
    row: int
    column: str
    value: Value

    @property
    def measure(self) -> FigureMeasure:
        """What the column of the cell means."""
        return MEASURES[self.column]


def figures(drawn: Iterable[Figure]) -> ExportTable:
    """Return the data of all figures."""
    facets: tuple[Facet[_Cell], ...] = (
        Facet(_FIGURE, lambda cell: cell.figure),
        Facet(_ROW, lambda cell: cell.row),
        Facet(_COLUMN, lambda cell: cell.column),
        Facet(_VALUE, lambda cell: cell.value),
        Facet(_TYPE, lambda cell: cell.measure.type.value),
        Facet(_UNIT, lambda cell: cell.measure.unit and cell.measure.unit.value),
    )
    return ExportTable(
        name="figures",
        title=_TITLE,
        help=_HELP,
        columns=columns_of(facets),
        rows=rows_of(facets, (cell for each in drawn for cell in _cells(each))),
        key=(_FIGURE.name, _ROW.name, _COLUMN.name),
    )


def _cells(figure: Figure) -> Iterator[_Cell]:
    values = figure.data.values
    for number, row in enumerate(values.rows, 1):
        for name, value in zip(values.names, row, strict=True):
            yield _Cell(figure.name, number, name, value)
