"""The formulas of the column Kontroll: what is missing or too long, said beside the answer while it is written."""

from __future__ import annotations

from collections.abc import Mapping

from ehport.form.amount import TO_CONFIRM, TO_DIVIDE
from ehport.form.field import Field
from ehport.form.kinds import Choice
from ehport.form.vocabulary import Rating
from ehport.lang.language import Lang, Text

HEADING = Text("Kontroll", "Check")
_MISSING = Text("Mangler svar", "Answer missing")
_REASON = Text("Begrunn fargen", "Give the reason")
_TOO_LONG = Text("For lang: {length} av {limit} tegn", "Too long: {length} of {limit} characters")
_TO_LOOK_AT = Text(" å se på", " to look at")
_ENDING = "_reason"
_LONGEST_TEXT = 240  # characters; Excel allows 255 in a formula's text


def count_formula(last_row: int, lang: Lang) -> str:
    """Return the formula that counts what the column says further down."""
    found = f'COUNTIF(J2:J{last_row},"?*")'
    return f'=IF({found}=0,"{HEADING[lang]}",{found}&"{_TO_LOOK_AT[lang]}")'


def answer_formula(each: Field, rows: Mapping[str, int], fields: Mapping[str, Field], lang: Lang) -> str:
    """Return the formula beside one answer, empty when there is nothing to look for; a blank card says nothing."""
    cell = f"C{rows[each.name]}"
    empty = f"LEN(TRIM({cell}))=0"
    tests: list[tuple[str, str]] = []
    rating = fields.get(each.name.removesuffix(_ENDING))
    if each.required:
        begun = f"COUNTA({','.join(f'C{rows[name]}' for name in ('id', 'name') if name in rows)})>0"
        tests.append((f"AND({begun},{empty})", _text(_MISSING[lang])))
    if each.name.endswith(_ENDING) and rating and rating.kind == Choice(Rating):
        colour = f"TRIM(C{rows[rating.name]})"
        needs = ",".join(f'{colour}="{each.label.nb}"' for each in (Rating.YELLOW, Rating.RED))
        tests.append((f"AND(OR({needs}),{empty})", _text(_REASON[lang])))
    if limit := getattr(each.kind, "limit", 0):
        said = _TOO_LONG[lang].format(length=f'"&LEN({cell})&"', limit=limit)
        tests.append((f"LEN({cell})>{limit}", _text(said)))
    return _first(tests)


def row_formula(missing: Mapping[str, str], row: int, last: str, lang: Lang, *, left: Mapping[str, str]) -> str:
    """Return the formula beside a row of a list, where required columns (letter to label) may be empty.

    ``left`` has what to write in a cell that could not be prefilled with certainty (letter to words), said until
    something else is there.
    """
    said = f"COUNTA(B{row}:{last}{row})>0"
    tests = [
        (f"AND({said},LEN(TRIM({letter}{row}))=0)", _text(f"{_MISSING[lang]}: {label.lower()}"))
        for letter, label in missing.items()
    ]
    return _first([*tests, *_to_fill_in(left, row)])


def single_row_formula(row: int, left: Mapping[str, str]) -> str:
    """Return the formula beside a row that stands alone, empty when nothing of it is left to fill in."""
    return _first(_to_fill_in(left, row))


def _to_fill_in(left: Mapping[str, str], row: int) -> list[tuple[str, str]]:
    said = {letter: words[:_LONGEST_TEXT].replace('"', '""') for letter, words in left.items()}
    return [(_is_open(f"{letter}{row}"), _text(words)) for letter, words in said.items()]


def _is_open(cell: str) -> str:
    """Return the test whether a cell is empty, or has the mark of an amount that was carried over."""
    marks = (f'ISNUMBER(SEARCH("{mark.nb}",{cell}))' for mark in (TO_CONFIRM, TO_DIVIDE))
    return f"OR(LEN(TRIM({cell}))=0,{','.join(marks)})"


def _first(tests: list[tuple[str, str]]) -> str:
    if not tests:
        return ""
    formula = '""'
    for test, said in reversed(tests):
        formula = f"IF({test},{said},{formula})"
    return f"={formula}"


def _text(said: str) -> str:
    return f'"{said}"'
