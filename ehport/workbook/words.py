"""The hidden sheet: the words of the drop-downs, and which form and round the workbook is made for."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from ehport.form.field import Rows, fields_of
from ehport.form.kinds import Choice, FocusArea
from ehport.model.round import AskedActor, Round
from ehport.workbook.celltext import put_text
from ehport.workbook.layout import ACTOR, BUDGET_YEAR, FORM, ROUND, VOCABULARY, VOCABULARY_TITLE

_FIRST_LISTED = 3  # column C; A and B hold what the workbook is made for


def defined_name(vocabulary: str) -> str:
    """Return the name by which drop-downs find the words; a name survives where a reference to a sheet does not."""
    return f"Kodeverk_{vocabulary}"


def write_origin(workbook: Workbook, round_: Round, actor: AskedActor) -> None:
    """Write the hidden sheet with which form, round and actor the workbook is made for."""
    sheet = _hidden_sheet(workbook)
    facts = {FORM: round_.form, ROUND: round_.id, BUDGET_YEAR: str(round_.budget_year), ACTOR: actor.id}
    for row, (name, value) in enumerate(facts.items(), start=2):
        put_text(sheet.cell(row, 1), name)
        put_text(sheet.cell(row, 2), value)


def write_vocabularies(
    workbook: Workbook, records: Iterable[type], areas: Iterable[str] = (), *, ticks: bool = False
) -> None:
    """Write the words of every drop-down to the hidden sheet, each list under a defined name.

    Those of the ticks are written for a prefilled workbook alone.
    """
    sheet = workbook[VOCABULARY_TITLE] if VOCABULARY_TITLE in workbook.sheetnames else _hidden_sheet(workbook)
    listed = {name: words for record in records for name, words in _vocabularies(record, ticks=ticks).items()}
    if areas:
        listed[FocusArea.__name__] = list(areas)
    for column, (name, words) in enumerate(sorted(listed.items()), start=_FIRST_LISTED):
        put_text(sheet.cell(1, column), name)
        for row, word in enumerate(words, start=2):
            put_text(sheet.cell(row, column), word)
        letter = get_column_letter(column)
        reference = f"{VOCABULARY_TITLE}!${letter}$2:${letter}${len(words) + 1}"
        workbook.defined_names[defined_name(name)] = DefinedName(defined_name(name), attr_text=reference)


def _hidden_sheet(workbook: Workbook) -> Worksheet:
    sheet: Worksheet = workbook.create_sheet(VOCABULARY_TITLE)
    sheet.sheet_state = "veryHidden"
    put_text(sheet["A1"], VOCABULARY)
    return sheet


def _vocabularies(record: type, *, ticks: bool) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in fields_of(record):
        if isinstance(each.kind, Rows):
            found |= _vocabularies(each.kind.record, ticks=ticks)
        elif isinstance(each.kind, Choice) and (ticks or not each.confirms):
            # answers are Norwegian words in both languages
            found[each.kind.vocabulary.__name__] = [member.label.nb for member in each.kind.vocabulary]
    return found
