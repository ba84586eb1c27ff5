"""The open data of several rounds as one: each table with the rows of all of them, and the round in front."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from ehport.analysis.fact import Fact
from ehport.analysis.summary import Summary
from ehport.export import package, sheets
from ehport.export.csv_file import as_csv
from ehport.export.published import Published
from ehport.export.table import ExportColumn, ExportTable, Row, Type
from ehport.export.tables import data_of
from ehport.lang.language import Lang, Text
from ehport.model.portfolio import Portfolio
from ehport.workbook.table_book import write_tables

ROUND = "round"
_ROUND = ExportColumn(name=ROUND, type=Type.TEXT, title=Text("Runde", "Round"), always=True)


def tables_of_round(portfolio: Portfolio, summary: Summary, facts: Mapping[str, Fact]) -> tuple[ExportTable, ...]:
    """Return the open data of one round that is the same whatever its report prints, and its facts."""
    published = Published(portfolio=portfolio, summary=summary, facts=facts, figures={})
    return data_of(published)


def joined(rounds: Sequence[tuple[str, Iterable[ExportTable]]]) -> Mapping[str, ExportTable]:
    """Return the tables of several rounds, by name, each with the rows of all rounds that have it.

    A column that a round does not have is empty there; what a column means is what the newest round says.
    """
    parts: dict[str, list[tuple[str, ExportTable]]] = {}
    for round_id, tables in rounds:
        for each in tables:
            parts.setdefault(each.name, []).append((round_id, each))
    return {name: _joined(found) for name, found in parts.items()}


def _joined(parts: Sequence[tuple[str, ExportTable]]) -> ExportTable:
    newest = parts[-1][1]
    known = {each.name: each for _, table in parts for each in table.columns}  # the newest says what it means
    order = dict.fromkeys(name for _, table in reversed(parts) for name in table.names)
    columns = (_ROUND, *(replace(known[name], always=_always(known[name], parts)) for name in order))
    rows = tuple(row for round_id, table in parts for row in _rows(round_id, table, columns[1:]))
    return replace(newest, columns=columns, rows=rows, key=(ROUND, *newest.key))


def _always(column: ExportColumn, parts: Sequence[tuple[str, ExportTable]]) -> bool:
    return column.always and all(column.name in table.names for _, table in parts)


def _rows(round_id: str, table: ExportTable, columns: Iterable[ExportColumn]) -> Iterable[Row]:
    names = [each.name for each in columns]
    for record in table.records():
        yield (round_id, *(record.get(name) for name in names))


def write_rounds(
    folder: Path, rounds: Sequence[tuple[str, Iterable[ExportTable]]], lang: Lang, stamp: date
) -> tuple[Path, ...]:
    """Write the joined tables as CSV files and one workbook, and return the files; the same rounds give the same bytes.

    Titles in the workbook are in the language.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tables = tuple(joined(rounds).values())
    for each in tables:
        (folder / package.path_of(each)).write_bytes(as_csv(each))
    write_tables(folder / sheets.FILE, sheets.sheets_of(tables, lang), datetime.combine(stamp, time()))
    return tuple(folder / name for name in (*map(package.path_of, tables), sheets.FILE))
