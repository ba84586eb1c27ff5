from __future__ import annotations

import csv
import io
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ehport.export.csv_file import as_csv
from ehport.export.table import ExportColumn, ExportTable, Type, Value
from ehport.lang.language import same
from tests.export.restored import restore

TEXTS = st.text(st.characters(exclude_categories=("Cs",)))


def a_table(*rows: tuple[Value, ...]) -> ExportTable:
    columns = [ExportColumn(name=name, type=Type.TEXT, title=same(name)) for name in ("first", "second")]
    return ExportTable(name="things", title=same(""), help=same(""), columns=tuple(columns), rows=rows, key=("first",))


def test_values_are_written_plainly_and_missing_ones_are_empty() -> None:
    written = as_csv(a_table(("a", -5), (None, True), ("b", date(2021, 4, 16))))

    assert written == b"first,second\na,-5\n,true\nb,2021-04-16\n"


def test_a_text_is_made_safe_and_a_number_is_not_touched() -> None:
    assert as_csv(a_table(("-5", -5))) == b"first,second\n'-5,-5\n"


def test_commas_quotes_and_line_breaks_are_quoted() -> None:
    assert as_csv(a_table(('å,"', "x\ry"))) == 'first,second\n"å,""","x\ry"\n'.encode()


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
def test_every_text_is_read_back_as_it_was(rows: list[tuple[str, str]]) -> None:
    written = as_csv(a_table(*rows)).decode()

    _, *found = csv.reader(io.StringIO(written, newline=""))

    assert [tuple(map(restore, row)) for row in found] == rows
