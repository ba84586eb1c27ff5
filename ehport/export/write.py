"""The open data of a round, written to a folder: a data package, a workbook, a JSON document and data dictionaries."""

from __future__ import annotations

import json
from datetime import datetime, time
from pathlib import Path

from ehport.export import catalogue_record, dictionary, nested, package, sheets
from ehport.export.csv_file import as_csv
from ehport.export.for_excel import FOLDER, files_for_excel
from ehport.export.published import Published
from ehport.export.table import ExportTable
from ehport.export.tables import tables_of
from ehport.lang.language import Lang
from ehport.workbook.table_book import write_tables


def write_data(folder: Path, published: Published) -> tuple[Path, ...]:
    """Write a round's open data to a folder and return the files; the same round gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    tables = tables_of(published)
    files = [(each, as_csv(each)) for each in tables]
    described = package.descriptor(published, files, dictionary=dictionary.file_name(published.lang))
    contents = {
        package.FILE: f"{json.dumps(described, ensure_ascii=False, indent=1)}\n".encode(),
        **{package.path_of(table): data for table, data in files},
        catalogue_record.FILE: catalogue_record.as_record(published, described),
        nested.FILE: nested.as_json(published, tables),
        **{dictionary.file_name(lang): _dictionary(published, tables, lang) for lang in published.languages},
    }
    further = files_for_excel(published, tables)
    (folder / FOLDER).mkdir(exist_ok=True)
    for name, data in {**contents, **further}.items():
        (folder / name).write_bytes(data)
    stamp = datetime.combine(published.created, time())
    write_tables(folder / sheets.FILE, sheets.sheets_of(tables, published.lang), stamp)
    return tuple(folder / name for name in (*contents, sheets.FILE, *further))


def _dictionary(published: Published, tables: tuple[ExportTable, ...], lang: Lang) -> bytes:
    round_ = published.portfolio.round
    return dictionary.as_markdown(tables, lang, title=round_.title, round_id=round_.id).encode()
