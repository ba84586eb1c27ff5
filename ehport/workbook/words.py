"""The hidden sheet: the words of the drop-downs, and which form and round the workbook is made for."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from ehport.form.field import Rows, fields_of
from ehport.form.kinds import Choice, FocusArea
from ehport.form.vocabulary import Vocabulary
from ehport.model.round import AskedActor, Round
from ehport.workbook import known_words
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


def write_known_words(workbook: Workbook, records: Iterable[type]) -> None:
    """Write the words that the formulas of the column Kontroll look up, to the right of the drop-downs' words."""
    sheet = workbook[VOCABULARY_TITLE]
    column = sheet.max_column + 1
    for name, rows in known_words.list_tables(_chosen(records)).items():
        for row, values in enumerate(rows, start=2):
            for beside, value in enumerate(values):
                if isinstance(value, str):
                    put_text(sheet.cell(row, column + beside), value)
                else:
                    sheet.cell(row, column + beside).value = value
        first, last = get_column_letter(column), get_column_letter(column + len(rows[0]) - 1)
        reference = f"{VOCABULARY_TITLE}!${first}$2:${last}${len(rows) + 1}"
        workbook.defined_names[name] = DefinedName(name, attr_text=reference)
        column += len(rows[0])


def _chosen(records: Iterable[type]) -> list[type[Vocabulary]]:
    """Return the vocabularies of records and their lists, each once."""
    found: dict[str, type[Vocabulary]] = {}
    for record in records:
        for each in fields_of(record):
            if isinstance(each.kind, Rows):
                found |= {one.__name__: one for one in _chosen((each.kind.record,))}
            elif isinstance(each.kind, Choice):
                found[each.kind.vocabulary.__name__] = each.kind.vocabulary
    return list(found.values())


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
