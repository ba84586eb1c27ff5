"""Where a card says what is to be looked at: the column Kontroll, and the hidden formulas that it reads."""

from __future__ import annotations

from collections.abc import Iterator

from ehport.form.field import Field, answers
from ehport.workbook import layout, live_checks, style
from ehport.workbook.card import Card, Columns
from ehport.workbook.hidden_formulas import helper_formulas
from ehport.workbook.layout import places
from ehport.workbook.sheet import put, put_formula


def write_checks(card: Card) -> None:
    """Write the checks of the single answers, and where all that was written stands."""
    fields = {each.name: each for each in answers(card.fields)}
    last, more = card.row, dict(_across(card))
    for name, each in fields.items():
        card.row = card.rows[name]
        formula = live_checks.answer_formula(each, card.rows, fields, card.asking)
        write_check(card, layout.CHECK, live_checks.join_tests(formula, more[name]) if name in more else formula)
        write_helpers(card, {name: (each, layout.ANSWER)})
    card.row = last
    for row, cell in card.checked.items():
        put_formula(card.sheet, f"{layout.PLACES}{row}", live_checks.place_formula(cell), style.PLACE)


def _across(card: Card) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield by field what is looked for in an answer and a list together."""
    if "status" in card.rows and "deliverables" in card.ranges:
        first, last = card.ranges["deliverables"]
        checks = f"{layout.ROW_CHECK}{first}:{layout.ROW_CHECK}{last}"
        yield "status", live_checks.late_test(f"{layout.ANSWER}{card.rows['status']}", checks, card.lang)
    if "focus_area" in card.rows and "relevance" in card.ranges:
        (first, last), row = card.ranges["relevance"], card.rows["focus_area"]
        level = places(card.record, "relevance")["level"]
        keys, levels = (f"{letter}{first}:{letter}{last}" for letter in (layout.KEY, level))
        yield "focus_area", live_checks.level_test(row, keys, levels, "relevance", card.lang)


def write_check(card: Card, letter: str, formula: str) -> None:
    """Write what the column Kontroll looks for in the row, where there is anything."""
    if not formula:
        return
    look = style.CHECK if letter == layout.CHECK else style.ROW_CHECK
    put_formula(card.sheet, f"{letter}{card.row}", formula, look)
    card.checked[card.row] = f"{letter}{card.row}"


def write_helpers(card: Card, columns: Columns) -> None:
    """Write the hidden formulas of the row."""
    for letter, formula in helper_formulas(fields_by_letter(columns), card.row).items():
        put_formula(card.sheet, f"{letter}{card.row}", formula, style.PLACE)


def lock_the_rest(card: Card, columns: Columns) -> None:
    """Lock what is no answer in a row that stays, so that Tab passes it by."""
    answered = {letter for _, letter in columns.values()}
    for letter in layout.COLUMNS:
        if letter not in answered and not card.sheet[f"{letter}{card.row}"].has_style:
            put(card.sheet, f"{letter}{card.row}", "", style.HINT)
    if card.row in card.checked:
        card.sheet[card.checked[card.row]].style = style.CHECK
    else:
        put(card.sheet, f"{layout.ROW_CHECK}{card.row}", "", style.HINT)


def list_budget_tests(card: Card, columns: Columns) -> list[tuple[str, str]]:
    """Return the test of the budget year, where a row is the total of sources above it."""
    if "budget_year" not in columns or "financing" not in card.ranges:
        return []
    (first, last), (_, letter) = card.ranges["financing"], columns["budget_year"]
    sources, total = f"{letter}{first}:{letter}{last}", f"{letter}{card.row}"
    return [live_checks.budget_test(card.rows, sources, total, card.round.budget_year, card.lang)]


def fields_by_letter(columns: Columns) -> dict[str, Field]:
    """Return the fields of a row by column letter."""
    return {letter: of for of, letter in columns.values()}
