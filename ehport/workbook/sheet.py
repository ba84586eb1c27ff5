"""A sheet being written: cells in named styles, drop-downs, colours of ratings, and how it prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill, Protection
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ehport.form.vocabulary import Rating
from ehport.lang.language import Lang, Text
from ehport.workbook import style
from ehport.workbook.celltext import put_text

_NOT_LISTED = Text("Ikke i listen", "Not in the list")
_KEEP = Text(
    "Svaret er ikke et av dem i listen. Vil du beholde det likevel?",
    "The answer is not one of those in the list. Keep it all the same?",
)
_CHOOSE = Text(
    "Velg fra listen (Alt + pil ned), eller skriv svaret.",
    "Choose from the list (Alt + down arrow), or type the answer.",
)
_FOOTER = Text("&A  ·  side &P av &N", "&A  ·  page &P of &N")
_PROMPT, _PROMPT_TITLE = 255, 32  # characters that Excel allows


def put(sheet: Worksheet, address: str, text: str, look: str) -> None:
    """Write a text exactly as given, in a named style; an empty text only gets the style."""
    cell = sheet[address]
    cell.style = look
    if text:
        put_text(cell, text)


def put_formula(sheet: Worksheet, address: str, formula: str, look: str) -> None:
    """Write a formula of the form's own."""
    cell = sheet[address]
    cell.style = look
    cell.value = formula


def put_bar(sheet: Worksheet, row: int, texts: Mapping[str, str], *, look: str, columns: str) -> None:
    """Write a row in one style across the given columns."""
    for letter in columns:
        put(sheet, f"{letter}{row}", texts.get(letter, ""), look)


def cut_sentences(text: str, most: int) -> str:
    """Return a text without its last sentences when it is too long."""
    while len(text) > most and ". " in text:
        text = f"{text.rstrip('.').rpartition('. ')[0]}."
    return text[:most]


class Validations:
    """The drop-downs and input messages of one sheet, one per list of words or message however many cells have it."""

    def __init__(self, sheet: Worksheet, lang: Lang) -> None:
        """Start without any."""
        self._sheet, self._lang = sheet, lang
        self._found: dict[tuple[str, str], DataValidation] = {}

    def offer(self, cells: str, name: str, title: str, message: str) -> None:
        """Offer the words of a defined name in a drop-down; other answers are warned about, not refused.

        What is asked is shown when a cell is chosen, with how to choose.
        """
        key = (name, f"{title}\n{message}")
        rule = self._found.get(key) or self._add(key, self._drop_down(name, title, message))
        rule.add(cells)

    def prompt(self, cells: str, title: str, message: str) -> None:
        """Show a message when a cell is chosen."""
        rule = self._found.get((title, message))
        if rule is None:
            rule = DataValidation(type=None, allow_blank=True, showInputMessage=True)
            rule.promptTitle, rule.prompt = title[:_PROMPT_TITLE], cut_sentences(message, _PROMPT)
            self._add((title, message), rule)
        rule.add(cells)

    def _drop_down(self, name: str, title: str, message: str) -> DataValidation:
        rule = DataValidation(
            type="list", formula1=name, allow_blank=True, showErrorMessage=True, showInputMessage=True
        )
        rule.errorStyle = "warning"  # a list that refuses makes people write the answer somewhere else
        rule.errorTitle, rule.error = _NOT_LISTED[self._lang], _KEEP[self._lang]
        rule.promptTitle = title[:_PROMPT_TITLE]
        rule.prompt = cut_sentences(f"{message} {_CHOOSE[self._lang]}".strip(), _PROMPT)
        return rule

    def _add(self, key: tuple[str, str], rule: DataValidation) -> DataValidation:
        self._found[key] = rule
        self._sheet.add_data_validation(rule)
        return rule


def colour_ratings(sheet: Worksheet, cells: str, *, copy: str = "") -> None:
    """Colour cells by the rating they hold; the rules exclude each other, as LibreOffice drops stopIfTrue.

    ``copy`` is the hidden copy of the first cell in a prefilled sheet: a rating that equals it is in italics.
    """
    first = cells.partition(":")[0]
    for rating in Rating:
        fill, holds = PatternFill(bgColor=style.RATING_FILLS[rating.value]), f'TRIM({first})="{rating.label.nb}"'
        if not copy:
            _colour(sheet, cells, holds, DifferentialStyle(fill=fill))
            continue
        as_before = DifferentialStyle(font=Font(italic=True, color=style.ACCENT), fill=fill)
        _colour(sheet, cells, f"AND({holds},EXACT({first},{copy}))", as_before)
        _colour(sheet, cells, f"AND({holds},NOT(EXACT({first},{copy})))", DifferentialStyle(fill=fill))


def _colour(sheet: Worksheet, cells: str, formula: str, look: DifferentialStyle) -> None:
    sheet.conditional_formatting.add(cells, Rule("expression", dxf=look, formula=[formula]))


def set_columns(sheet: Worksheet, widths: Mapping[str, float]) -> None:
    """Set widths, hide the keys and what lies beyond, and unlock it all, so that the rows of a list can be deleted."""
    for letter, width in widths.items():
        sheet.column_dimensions[letter].width = width
        sheet.column_dimensions[letter].protection = Protection(locked=False)
    sheet.column_dimensions["A"].hidden = True
    after = chr(ord(max(widths)) + 1)
    rest: Any = sheet.column_dimensions[after]
    rest.min, rest.max, rest.width, rest.hidden = len(widths) + 1, style.LAST_COLUMN, 9, True
    rest.protection = Protection(locked=False)  # a protected sheet deletes a row only when all its cells are unlocked


def set_print(sheet: Worksheet, area: str, lang: Lang) -> None:
    """Print on A4 across, as wide as the page, with the first row on every page."""
    sheet.print_area, sheet.print_title_rows = area, "1:1"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer: Any = sheet.oddFooter
    footer.left.text, footer.left.size = _FOOTER[lang], 8
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.45, 0.6
    sheet.print_options.horizontalCentered = True


def select(sheet: Worksheet, address: str) -> None:
    """Let a sheet open with a cell selected, below and beside what is frozen."""
    for each in sheet.sheet_view.selection:
        each.activeCell = each.sqref = address


def protect(sheet: Worksheet) -> None:
    """Lock what is not an answer, without a password; the file's False means allowed."""
    rules = sheet.protection
    rules.sheet = True
    rules.insertRows = rules.deleteRows = rules.formatRows = rules.formatColumns = rules.formatCells = False
    rules.insertHyperlinks = rules.sort = rules.autoFilter = rules.objects = rules.scenarios = False
