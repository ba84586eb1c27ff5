"""The office's register as a workbook: a sheet per list with hidden keys above visible headings, written and read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ehport.form.field import Field, field_of, fields_of, lists
from ehport.form.kinds import Choice
from ehport.form.register import Register
from ehport.lang.language import Lang, Text
from ehport.workbook import layout, style
from ehport.workbook.finish import finish
from ehport.workbook.sheet import Validations, put, put_bar, set_print
from ehport.workbook.style import add_styles
from ehport.workbook.titles import Titles
from ehport.workbook.words import defined_name, write_vocabularies

_STAMP = datetime(2000, 1, 1)  # noqa: DTZ001 a register has no day of its own, and the same content gives the same bytes
_READ_ME, _TITLE = Text("Les meg", "Read me"), Text("Porteføljekontorets register", "The portfolio office's register")
_ABOUT = Text(
    "Én rad per ting. Nye rader skrives under de andre; rekkefølgen på kolonner og rader er fri.",
    "One row per thing. New rows go below the others; columns and rows may stand in any order.",
)
_KEYS, _HEADINGS, _FIRST = 1, 2, 3
_NARROWEST, _WIDEST, _BY_KIND = 10, 34, 14
_A3 = 8
_READ_ME_WIDTHS = {"A": 4, "B": 24, "C": 118}


def write_register(
    path: Path, register: Mapping[str, Sequence[Mapping[str, str]]], *, round_id: str = "", lang: Lang = Lang.NB
) -> None:
    """Write a register from its rows as text, list by list; lists without rows become empty sheets.

    A round's register lacks the lists and columns that later rounds came to ask for, unless a row fills them in. Raises
    `KeyError` for a list or a field that the register does not have.
    """
    for name, rows in register.items():
        for field in {field for row in rows for field in row}:
            field_of(Register, f"{name}.{field}")
    workbook = Workbook()
    add_styles(workbook)
    titles = Titles()
    read_me = workbook.worksheets[0]
    read_me.title = titles.take(_READ_ME[lang])
    with_rows = {name for name, rows in register.items() if rows}
    asked = [each for each in lists(fields_of(Register)) if _stands(each, round_id, with_rows)]
    _write_read_me(read_me, asked, lang)
    for each in asked:
        sheet = workbook.create_sheet(titles.take(each.label[lang]))
        rows = register.get(each.name, ())
        filled_in = {name for row in rows for name in row}
        columns = [column for column in fields_of(each.rows.record) if _stands(column, round_id, filled_in)]
        _write_list(sheet, each, columns, rows=rows, lang=lang)
    write_vocabularies(workbook, (Register,))
    finish(workbook, path, _STAMP)


def _write_read_me(sheet: Worksheet, listed: Sequence[Field], lang: Lang) -> None:
    for letter, width in _READ_ME_WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    sheet.column_dimensions["A"].hidden = True
    put(sheet, "A1", layout.GUIDE, style.KEY)
    put_bar(sheet, 1, {"B": _TITLE[lang]}, look=style.TITLE, columns="BC")
    put(sheet, "B2", _ABOUT[lang], style.LINE)
    style.set_height(sheet, 1, 27)
    style.set_height(sheet, 2, 22)
    for row, each in enumerate(listed, start=3):
        put(sheet, f"B{row}", each.label[lang], style.REQUIRED)
        put(sheet, f"C{row}", each.help[lang], style.TEXT)
        style.set_height(sheet, row, style.needed_height([(each.help[lang], _READ_ME_WIDTHS["C"], style.TEXT)]))
    sheet.sheet_view.showGridLines = False
    set_print(sheet, f"B1:C{row}", lang)


def _stands(field: Field, round_id: str, filled_in: Collection[str]) -> bool:
    return not round_id or field.asked_in(round_id) or field.name in filled_in


def _write_list(
    sheet: Worksheet, listed: Field, columns: Sequence[Field], *, rows: Sequence[Mapping[str, str]], lang: Lang
) -> None:
    letters = {each.name: get_column_letter(number) for number, each in enumerate(columns, start=1)}
    last = _FIRST + len(rows) + listed.rows.spare - 1
    validations = Validations(sheet, lang)
    for each in columns:
        letter = letters[each.name]
        sheet.column_dimensions[letter].width = _width(each, lang)
        put(sheet, f"{letter}{_KEYS}", f"{listed.name}.{each.name}", style.KEY)
        put(sheet, f"{letter}{_HEADINGS}", each.label[lang], style.HEADING)
        _help(validations, each, f"{letter}{_FIRST}:{letter}{last}", lang)
    style.set_height(sheet, _HEADINGS, 30)
    for number, row in enumerate((*rows, *({},) * listed.rows.spare), start=_FIRST):
        for each in columns:
            put(sheet, f"{letters[each.name]}{number}", row.get(each.name, ""), style.ANSWER)
        cells = [(row.get(each.name, ""), _width(each, lang), style.ANSWER) for each in columns]
        style.set_height(sheet, number, style.needed_height(cells))
    sheet.row_dimensions[_KEYS].hidden = True
    right = letters[columns[-1].name]
    sheet.auto_filter.ref = f"A{_HEADINGS}:{right}{last}"
    sheet.freeze_panes = f"B{_FIRST}"
    set_print(sheet, f"A{_HEADINGS}:{right}{last}", lang)
    sheet.print_title_rows = f"{_HEADINGS}:{_HEADINGS}"
    sheet.page_setup.paperSize = _A3
    sheet.sheet_view.zoomScale = style.ZOOM


def _width(each: Field, lang: Lang) -> float:
    room = int(getattr(each.kind, "limit", 0)) / 5 or _BY_KIND
    return max(_NARROWEST, min(_WIDEST, max(room, len(each.label[lang]) + 4)))


def _help(validations: Validations, each: Field, cells: str, lang: Lang) -> None:
    if isinstance(each.kind, Choice):
        validations.offer(cells, defined_name(each.kind.vocabulary.__name__), each.label[lang], each.help[lang])
    elif message := each.help[lang] or ("" if hasattr(each.kind, "limit") else each.one.describe(lang)):
        validations.prompt(cells, each.label[lang], message)
