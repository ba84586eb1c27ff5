"""A card being written: one sheet with the fields of a record, its answers, and room for more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ehport.form.answers import Answers, Row
from ehport.form.field import Field, fields_of
from ehport.form.kinds import Choice, FocusArea
from ehport.form.vocabulary import DeliverableState, Rating
from ehport.workbook import layout, live_checks, prefilled_sheet, style
from ehport.workbook.card import Card, Columns
from ehport.workbook.card_checks import (
    fields_by_letter,
    list_budget_tests,
    lock_the_rest,
    write_check,
    write_checks,
    write_helpers,
)
from ehport.workbook.layout import end_key, fixed_keys, fixed_label, head_key, places, row_key
from ehport.workbook.sheet import (
    colour_ratings,
    protect,
    put,
    put_bar,
    put_formula,
    select,
    set_columns,
    set_print,
)
from ehport.workbook.words import defined_name

_BAR_HEIGHT, _TITLE_HEIGHT = 20, 27


@dataclass(frozen=True, slots=True)
class CardHeading:
    """What stands at the top of a card: its mark, the words before the name, and the name when it is not an answer."""

    mark: str
    words: str
    name: str = ""


def write_card(card: Card, heading: CardHeading) -> None:
    """Write a card with its answers; without any, lists start with the rows that the form suggests."""
    given = card.given
    set_columns(card.sheet, style.WIDTHS)
    if card.last_round:
        card.row = prefilled_sheet.prepare(card.sheet, card.last_round, card.lang)
    section = None
    for each in card.fields:
        if each.section is not section:
            section = each.section
            card.row += 1
            _bar(card, layout.section_title(section, card.lang), key=f"#{section.number}")
        if each.is_list:
            _list(card, each, _listed(each, given))
        else:
            _answer(card, each, given.texts.get(each.name, "") if given else "")
    write_checks(card)
    _title(card, heading)
    if card.last_round:
        prefilled_sheet.tint(card.sheet, card.row)
    card.sheet.freeze_panes = "C2"
    select(card.sheet, _first_answer(card))
    set_print(card.sheet, f"B1:{layout.COLUMNS[-1]}{card.row}", card.lang)
    protect(card.sheet)


def _first_answer(card: Card) -> str:
    row = min(row for name, row in card.rows.items() if name not in card.locked)
    return f"{layout.ANSWER}{row}"


def _listed(each: Field, given: Answers | None) -> tuple[Row, ...]:
    if given is not None:
        return given.rows.get(each.name, ())
    first = fields_of(each.rows.record)[0].name
    return tuple({first: text} for text in each.rows.suggested)


def _title(card: Card, heading: CardHeading) -> None:
    sheet = card.sheet
    put(sheet, "A1", heading.mark, style.KEY)
    put_bar(sheet, 1, {"B": heading.words, "C": heading.name}, look=style.TITLE, columns=layout.COLUMNS)
    if "name" in card.rows and not heading.name:
        put_formula(sheet, "C1", f'=TRIM(C{card.rows["id"]}&"  "&C{card.rows["name"]})', style.TITLE)
    put_formula(sheet, f"{layout.ROW_CHECK}1", live_checks.count_formula(card.row, card.lang), style.CHECKS)
    put_formula(sheet, f"{layout.TO_NEXT}1", live_checks.link_formula(card.row, card.lang), style.NEXT)
    sheet.row_dimensions[1].height = _TITLE_HEIGHT
    sheet.sheet_view.zoomScale = style.ZOOM
    sheet.sheet_view.showGridLines = False


def _bar(card: Card, title: str, *, key: str) -> None:
    put(card.sheet, f"A{card.row}", key, style.KEY)
    put_bar(card.sheet, card.row, {"B": title}, look=style.BAR, columns=layout.COLUMNS)
    card.sheet.row_dimensions[card.row].height = _BAR_HEIGHT


def _answer(card: Card, each: Field, text: str) -> None:
    card.row += 1
    card.rows[each.name] = card.row
    label = each.heading(card.lang, card.round.budget_year)
    put(card.sheet, f"A{card.row}", each.name, style.KEY)
    put(card.sheet, f"B{card.row}", label, _label_look(each))
    look = _look(text, "C") if each.name not in card.locked else style.FIXED
    put(card.sheet, f"C{card.row}", text, look)
    _keep(card, "C", text)
    hint = card.hints[each.name][card.lang] if each.name in card.hints else layout.hint(each, card.lang)
    put_bar(card.sheet, card.row, {layout.HINTS[0]: hint}, look=style.HINT, columns=layout.HINTS)
    _help_cells(card, each, f"C{card.row}")
    _fit(card, {"B": (label, style.REQUIRED), "C": (text, look)})


def _label_look(each: Field) -> str:
    return style.LAST_ROUND if each.confirms else style.REQUIRED if each.required else style.LABEL


def _list(card: Card, each: Field, given: tuple[Row, ...]) -> None:
    columns = _columns(card, each)
    if each.rows.single:
        _single(card, each, columns, given[0] if given else {})
        return
    _list_head(card, each, columns, given)
    first = card.row + 1
    if each.rows.keys:
        _fixed_rows(card, each, columns, given)
    else:
        for place, row in enumerate((*given, *({},) * each.rows.spare)):
            _free_row(card, each, columns, row=row, place=place)
    for of, letter in columns.values():
        _help_cells(card, of, f"{letter}{first}:{letter}{card.row}")
        if card.last_round and of.kind == Choice(DeliverableState):
            cells = f"{layout.LABEL}{first}:{max(_reach(columns))}{card.row}"
            prefilled_sheet.mark_delivered(card.sheet, cells, f"{letter}{first}")
    if not each.rows.keys:
        _end(card, each)
    card.ranges[each.name] = (first, card.row)


def _columns(card: Card, each: Field) -> Columns:
    letters = places(card.record, each.name)
    return {of.name: (of, letters[of.name]) for of in fields_of(each.rows.record)}


def _list_head(card: Card, each: Field, columns: Columns, given: tuple[Row, ...]) -> None:
    card.row += 1
    title, help_ = each.label[card.lang], each.help[card.lang]
    put(card.sheet, f"A{card.row}", f"#{each.name}", style.KEY)
    put_bar(card.sheet, card.row, {"B": title}, look=style.HEAD, columns=layout.COLUMNS)
    put(card.sheet, f"C{card.row}", help_, style.HEAD_HELP)
    _fit(card, {"B": (title, style.HEAD), "C": (help_, style.HEAD_HELP)})
    card.row += 1
    put(card.sheet, f"A{card.row}", head_key(each.name), style.KEY)
    labels = {letter: of.heading(card.lang, card.round.budget_year) for of, letter in columns.values()}
    put_bar(card.sheet, card.row, labels, look=style.COLUMN, columns=_reach(columns))
    _fit(card, {letter: (label, style.COLUMN) for letter, label in labels.items()})
    _keep(card, layout.ANSWER, str(len(given)))


def _reach(columns: Columns) -> str:
    last = max(letter for _, letter in columns.values())
    return layout.COLUMNS[: layout.COLUMNS.index(last) + 1]


def _free_row(card: Card, each: Field, columns: Columns, *, row: Row, place: int) -> None:
    card.row += 1
    put(card.sheet, f"A{card.row}", row_key(each.name), style.KEY)
    put(card.sheet, f"B{card.row}", "", style.ROW_LABEL)
    _row_answers(card, columns, row)
    left = _left(card, each, columns, place)
    write_check(
        card, layout.ROW_CHECK, live_checks.row_formula(fields_by_letter(columns), card.row, card.asking, left=left)
    )
    write_helpers(card, columns)


def _fixed_rows(card: Card, each: Field, columns: Columns, given: tuple[Row, ...]) -> None:
    first, *others = columns
    rest = {name: columns[name] for name in others}
    letter = columns[first][1]
    offered = fixed_keys(each, card.round.focus_areas)
    waiting = list(given)
    wanted = [next((row for row in waiting if row.get(first) == key), {first: key}) for key in offered]
    for row in (*wanted, *(row for row in waiting if row not in wanted)):
        card.row += 1
        key, label = row.get(first, ""), fixed_label(each, row.get(first, ""), card.round)
        put(card.sheet, f"A{card.row}", row_key(each.name, key), style.KEY)
        put_bar(card.sheet, card.row, {letter: label}, look=style.LABEL, columns="BC")
        _row_answers(card, rest, row)
        _fit(card, {letter: (label, style.LABEL), **_written(rest, row)})
        write_check(
            card, layout.ROW_CHECK, live_checks.row_formula(fields_by_letter(rest), card.row, card.asking, left={})
        )
        write_helpers(card, rest)
        lock_the_rest(card, columns)


def _single(card: Card, each: Field, columns: Columns, given: Row) -> None:
    card.row += 1
    put(card.sheet, f"A{card.row}", each.name, style.KEY)
    put_bar(card.sheet, card.row, {"B": each.label[card.lang]}, look=style.REQUIRED, columns="BC")
    _row_answers(card, columns, given)
    for of, letter in columns.values():
        _help_cells(card, of, f"{letter}{card.row}")
    left = _left(card, each, columns, place=0)
    listed = fields_by_letter(columns)
    more = list_budget_tests(card, columns)
    write_check(
        card, layout.ROW_CHECK, live_checks.single_row_formula(listed, card.row, card.asking, left=left, more=more)
    )
    write_helpers(card, columns)
    lock_the_rest(card, columns)


def _left(card: Card, each: Field, columns: Columns, place: int) -> dict[str, str]:
    """Return what of a row is left to the actor, by column letter."""
    found = card.given.left if card.given else ()
    return {columns[of.field][1]: of.told[card.lang] for of in found if (of.listed, of.row) == (each.name, place)}


def _row_answers(card: Card, columns: Columns, given: Row) -> None:
    for name, (_, letter) in columns.items():
        text = given.get(name, "")
        put(card.sheet, f"{letter}{card.row}", text, _look(text, letter))
        _keep(card, letter, text)
    _fit(card, _written(columns, given))


def _written(columns: Columns, given: Row) -> dict[str, tuple[str, str]]:
    return {letter: (given.get(name, ""), _look(given.get(name, ""), letter)) for name, (_, letter) in columns.items()}


def _look(text: str, letter: str) -> str:
    return style.ANSWER if style.fits(text, style.WIDTHS[letter]) else style.SMALL


def _keep(card: Card, letter: str, text: str) -> None:
    """Keep a copy of a prefilled text in the hidden column of the same row."""
    if card.last_round and text:
        put(card.sheet, f"{layout.COPIES[letter]}{card.row}", text, style.BEFORE)


def _copy_of(cells: str) -> str:
    """Return where the copy of the first of some cells stands."""
    letter, number = cells[0], cells.partition(":")[0][1:]
    return f"{layout.COPIES[letter]}{number}"


def _end(card: Card, each: Field) -> None:
    card.row += 1
    put(card.sheet, f"A{card.row}", end_key(each.name), style.KEY)
    put(card.sheet, f"B{card.row}", layout.INSERT_ABOVE[card.lang], style.END)


def _help_cells(card: Card, each: Field, cells: str) -> None:
    kind, title, help_ = each.one, each.heading(card.lang, card.round.budget_year), each.help[card.lang]
    if isinstance(kind, Choice):
        card.validations.offer(cells, defined_name(kind.vocabulary.__name__), title, help_)
        if kind.vocabulary is Rating:
            colour_ratings(card.sheet, cells, copy=_copy_of(cells) if card.last_round else "")
    elif isinstance(kind, FocusArea):
        card.validations.offer(cells, defined_name(FocusArea.__name__), title, help_)
    else:
        card.validations.prompt(cells, title, f"{help_} {kind.describe(card.lang)}.".strip())


def _fit(card: Card, written: Mapping[str, tuple[str, str]]) -> None:
    points = style.needed_height((text, style.WIDTHS[letter], look) for letter, (text, look) in written.items())
    style.set_height(card.sheet, card.row, points)
