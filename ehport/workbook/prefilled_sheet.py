"""How a prefilled card looks: what is as last round is tinted until it changes, and says so at the top."""

from __future__ import annotations

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ehport.form.vocabulary import DeliverableState, Rating
from ehport.lang import dates
from ehport.lang.language import Lang, Text
from ehport.workbook import layout, style
from ehport.workbook.sheet import put, put_bar

_LEGEND = Text(
    "Celler med denne fargen er svar fra {month}. Rett det som er endret; da går fargen bort. Grå leveranser er "
    "levert. Gjelder alt i en del fortsatt, velg Ja øverst i delen.",
    "Cells of this colour are answers from {month}. Correct what has changed; the colour then goes away. Grey "
    "deliverables are delivered. Where all of a part still holds, choose Ja at the top of the part.",
)
_KEY = "#last_round"


def prepare(sheet: Worksheet, last_round: str, lang: Lang) -> int:
    """Write the legend, hide the columns of the copies and mark them; return the last row written."""
    first, *_, last = (column_index_from_string(letter) for letter in layout.COPIES.values())
    free = sheet.column_dimensions[get_column_letter(len(style.WIDTHS) + 1)]
    free.max = first - 1
    for at, until in ((first, last), (last + 1, style.LAST_COLUMN)):
        columns = sheet.column_dimensions[get_column_letter(at)]
        columns.min, columns.max, columns.width, columns.hidden = at, until, free.width, True
        columns.protection = Protection(locked=False)
    for letter, mark in layout.COPY_MARKS.items():
        put(sheet, f"{layout.COPIES[letter]}1", mark, style.BEFORE)
    legend = _LEGEND.format(month=dates.month(last_round, lang))[lang]
    put(sheet, "A2", _KEY, style.KEY)
    put_bar(sheet, 2, {"B": layout.LAST_ROUND[lang]}, look=style.LAST_ROUND, columns="B")
    put_bar(sheet, 2, {"C": legend}, look=style.HINT, columns=layout.COLUMNS[1:])
    style.set_height(sheet, 2, 18)
    return 2


def mark_delivered(sheet: Worksheet, cells: str, state: str) -> None:
    """Grey the rows of deliverables that are delivered; ``state`` is the first row's cell that says so."""
    formula = f'TRIM(${state})="{DeliverableState.DELIVERED.label.nb}"'
    look = DifferentialStyle(font=Font(color=style.SOFT), fill=PatternFill(bgColor=style.HAIR))
    sheet.conditional_formatting.add(cells, Rule("expression", dxf=look, formula=[formula]))


def tint(sheet: Worksheet, last_row: int) -> None:
    """Tint the cells that equal their copies; a rating keeps its own colour."""
    cells = f"{layout.COLUMNS[0]}3:{layout.COLUMNS[-1]}{last_row}"
    cell, copy = f"{layout.COLUMNS[0]}3", f"{layout.COPIES[layout.COLUMNS[0]]}3"
    is_rating = ",".join(f'TRIM({cell})="{rating.label.nb}"' for rating in Rating)
    formula = f"AND(LEN({copy})>0,EXACT({cell},{copy}),NOT(OR({is_rating})))"
    look = DifferentialStyle(font=Font(italic=True, color=style.ACCENT), fill=PatternFill(bgColor=style.PREFILLED))
    sheet.conditional_formatting.add(cells, Rule("expression", dxf=look, formula=[formula]))
