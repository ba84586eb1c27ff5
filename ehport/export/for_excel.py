"""The tables as CSV files that a double click opens in a Norwegian Excel: semicolons and a byte order mark.

They lie beside the data package, which is for programs; the figures' numbers are here a file each, by figure number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ehport.analysis.fact import Unit
from ehport.export.csv_file import delimited, plain
from ehport.export.figure_columns import MEASURES
from ehport.export.published import Published
from ehport.export.table import ColumnUnit, ExportColumn, ExportTable, Value
from ehport.export.trace_table import TRACE
from ehport.figures.figure import Figure
from ehport.lang.language import Lang, Text

FOLDER = "excel"
_MARK = "\ufeff"
_FIGURE, _WITHOUT_NUMBER = Text("figur", "figure"), "00"
_UNITS = {
    Unit.TKR: Text("tusen kr", "NOK 1000"),
    Unit.PERCENT: Text("prosent", "per cent"),
}
_ANSWERS = {True: Text("ja", "yes"), False: Text("nei", "no")}


def files_for_excel(published: Published, tables: Iterable[ExportTable]) -> Mapping[str, bytes]:
    """Return the files by their names: a table each, and a figure each; the trace is too long to read."""
    made = {f"{each.name}.csv": _of_table(each, published.lang) for each in tables if each.name != TRACE}
    return {f"{FOLDER}/{name}": data for name, data in {**made, **dict(_figures(published))}.items()}


def _of_table(table: ExportTable, lang: Lang) -> bytes:
    return _file([_head(each, lang) for each in table.columns], table.rows, lang)


def _head(column: ExportColumn, lang: Lang) -> str:
    title = column.title[lang]
    return f"{title} ({_UNITS[Unit.TKR][lang]})" if column.unit is ColumnUnit.TKR else title


def _figures(published: Published) -> Iterator[tuple[str, bytes]]:
    """Yield the numbers of each figure: a row for each of its rows, and heads that say the unit."""
    lang = published.lang
    for name, figure in published.figures.items():
        number = published.figure_numbers.get(name)
        place = f"{number:02}" if number else _WITHOUT_NUMBER
        yield f"{_FIGURE[lang]}-{place}-{name}.csv", _of_figure(figure, lang)


def _of_figure(figure: Figure, lang: Lang) -> bytes:
    values = figure.data.values
    return _file([_measure(name, lang) for name in values.names], values.rows, lang)


def _measure(name: str, lang: Lang) -> str:
    measure = MEASURES[name]
    unit = _UNITS[measure.unit][lang] if measure.unit in _UNITS else ""
    return f"{measure.label[lang]} ({unit})" if unit else measure.label[lang]


def _file(heads: Iterable[str], rows: Iterable[Iterable[Value]], lang: Lang) -> bytes:
    lines = (heads, *((_shown(value, lang) for value in row) for row in rows))
    return (_MARK + "".join(f"{delimited(each, ';')}\r\n" for each in lines)).encode()


def _shown(value: Value, lang: Lang) -> str:
    return _ANSWERS[value][lang] if isinstance(value, bool) else plain(value)
