"""The formulas of the column Kontroll: what a check would find, said beside the answer while it is written.

A formula speaks only where it is certain: what it cannot read it leaves to the check. Hidden columns of the same row
have what several formulas need: the answers in lower case without signs, and the month that a time ends in. Only
functions are used that Excel 2010, LibreOffice, Excel on the web and Google Sheets all have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ehport.form.amount import TO_CONFIRM, TO_DIVIDE
from ehport.form.field import Field
from ehport.form.kinds import Amount, Categories, Choice, FocusArea, Line, Prose
from ehport.form.vocabulary import DeliverableState, Phase, Rating
from ehport.lang.language import Lang, Text
from ehport.workbook import layout
from ehport.workbook.hidden_formulas import is_planned_time
from ehport.workbook.known_words import (
    AMOUNTS,
    AREAS,
    CATEGORIES,
    TIMES,
    first_words_name,
    has_pairs,
    pairs_name,
)

HEADING = Text("Kontroll", "Check")
_MISSING, _MISSING_IN = Text("Mangler svar", "Answer missing"), Text("Mangler: {label}", "Missing: {label}")
_REASON = Text("Begrunn fargen", "Give the reason")
_TOO_LONG = Text("For lang: {length} av {limit}", "Too long: {length} of {limit}")
_PROMPT = Text("Skriv et svar her", "Write an answer here")
_NOT_LISTED, _TWO = Text("Ikke i listen", "Not in the list"), Text("To svar: velg ett", "Two answers: choose one")
_TWO_COLOURS = Text("To farger: velg én", "Two colours: choose one")
_PASSED, _NO_TIME = Text("Tiden er passert", "The time has passed"), Text("Ikke et tidspunkt", "Not a time")
_NO_NUMBER, _KRONER = Text("Ikke et tall", "Not a number"), Text("Millioner, ikke kroner", "Millions, not kroner")
_NO_CODE = Text("Skriv et tall fra 1 til 5", "Write a number from 1 to 5")
_LATE, _NO_LEVEL = (
    Text("Grønn, men noe er passert", "Green, but something is late"),
    Text("Relevansen er ikke oppgitt", "Its relevance is not given"),
)
_NO_BUDGET = Text("Budsjettet for {year} mangler", "The budget of {year} is missing")
_NEXT = Text("Til neste ›", "To the next ›")
_TO_LOOK_AT = Text(" å se på", " to look at")
_ENDING = "_reason"
_LONGEST_TEXT = 240  # characters; Excel allows 255 in a formula's text
_LONGEST_LABEL = 9  # characters that have room before what is said of a cell in a row
_LIKE_KRONER = 100_000
_MAY_PASS = frozenset({"first_ends"})  # as it stood in the first plan

_BESIDE_AN_ANSWER = (
    *(_MISSING, _REASON, _TOO_LONG, _PROMPT, _NOT_LISTED, _TWO, _TWO_COLOURS, _PASSED, _NO_TIME, _NO_NUMBER, _KRONER),
    *(_NO_CODE, _LATE, _NO_LEVEL),
)
_SAID = re.compile(
    "|".join(re.sub(r"\\{\w+\\}", "[0-9]+", re.escape(each[lang])) for each in _BESIDE_AN_ANSWER for lang in Lang)
)

Tests = Iterable[tuple[str, str]]  # what is so, and the formula of what is then said


@dataclass(frozen=True, slots=True)
class Asking:
    """What the formulas of a card are written for: the language, and the day that a time may have passed."""

    lang: Lang
    cutoff: date


def is_said(text: str) -> bool:
    """Tell whether a text is one that the column says, or a formula of its own that a program saved as text."""
    return text.startswith("=IF(") or bool(_SAID.fullmatch(text))


def count_formula(last_row: int, lang: Lang) -> str:
    """Return the formula that counts what the column says further down."""
    found = f"COUNT({_places(last_row)})"
    return f'=IF({found}=0,"{HEADING[lang]}",{found}&"{_TO_LOOK_AT[lang]}")'


def link_formula(last_row: int, lang: Lang) -> str:
    """Return the formula of the link to the first answer that is to be looked at."""
    places = _places(last_row)
    return f'=IF(COUNT({places})=0,"",HYPERLINK("#{layout.ANSWER}"&MIN({places}),"{_NEXT[lang]}"))'


def place_formula(cell: str) -> str:
    """Return the formula of the hidden cell that has the number of its row when something is said in a cell."""
    return f'=IF(LEN({cell})>0,ROW({cell}),"")'


def answer_formula(each: Field, rows: Mapping[str, int], fields: Mapping[str, Field], asking: Asking) -> str:
    """Return the formula beside one answer, empty when there is nothing to look for; a blank card says nothing."""
    return _first(_about_answer(each, rows, fields, asking))


def _about_answer(each: Field, rows: Mapping[str, int], fields: Mapping[str, Field], asking: Asking) -> Tests:
    row, lang = rows[each.name], asking.lang
    cell = f"{layout.ANSWER}{row}"
    rating = fields.get(each.name.removesuffix(_ENDING))
    if each.required and not each.given_by_office:
        yield f"AND({begun_test(rows)},{_is_empty(cell)})", _text(_MISSING[lang])
    if each.name.endswith(_ENDING) and rating and rating.kind == Choice(Rating):
        colour = f"TRIM({layout.ANSWER}{rows[rating.name]})"
        needs = ",".join(f'{colour}="{each.label.nb}"' for each in (Rating.YELLOW, Rating.RED))
        yield f"AND(OR({needs}),{_is_empty(cell)})", _text(_REASON[lang])
    yield from _of_cell(each, layout.ANSWER, row, asking)


def begun_test(rows: Mapping[str, int]) -> str:
    """Return the test of a card that somebody has begun with."""
    return f"COUNTA({','.join(f'{layout.ANSWER}{rows[name]}' for name in ('id', 'name') if name in rows)})>0"


def row_formula(columns: Mapping[str, Field], row: int, asking: Asking, *, left: Mapping[str, str]) -> str:
    """Return the formula beside a row of a list, by the fields of its columns.

    ``left`` has what to write in a cell that could not be prefilled with certainty (letter to words), said until
    something else is there.
    """
    return _first(_about_row(columns, row, asking, left))


def _about_row(columns: Mapping[str, Field], row: int, asking: Asking, left: Mapping[str, str]) -> Tests:
    said = f"COUNTA({layout.LABEL}{row}:{max(columns)}{row})>0"
    for letter, each in columns.items():
        if each.required:
            label = each.label[asking.lang].partition(" (")[0].lower()
            yield f"AND({said},{_is_empty(f'{letter}{row}')})", _text(_MISSING_IN.format(label=label)[asking.lang])
    yield from _to_fill_in(left, row)
    for letter, each in sorted(columns.items()):
        yield from _of_cell(each, letter, row, asking, columns)


def single_row_formula(
    columns: Mapping[str, Field], row: int, asking: Asking, *, left: Mapping[str, str], more: Tests
) -> str:
    """Return the formula beside a row that stands alone; ``more`` is looked for besides."""
    cells = [test for letter, each in columns.items() for test in _of_cell(each, letter, row, asking, columns)]
    return _first([*_to_fill_in(left, row), *more, *cells])


def budget_test(rows: Mapping[str, int], sources: str, total: str, year: int, lang: Lang) -> tuple[str, str]:
    """Return the test of a budget year that has no amount, neither from its sources nor in total."""
    return f"AND({begun_test(rows)},COUNTA({sources})=0,{_is_empty(total)})", _text(_NO_BUDGET.format(year=year)[lang])


def late_test(status: str, checks: str, lang: Lang) -> tuple[str, str]:
    """Return the test of a green status above deliverables whose time has passed."""
    said = f"COUNTIF({checks},{_text(_PASSED[lang])})>0"
    return f'AND(TRIM({status})="{Rating.GREEN.label.nb}",{said})', _text(_LATE[lang])


def level_test(row: int, keys: str, levels: str, listed: str, lang: Lang) -> tuple[str, str]:
    """Return the test of a focus area whose own row of a list is empty."""
    key = f'"{listed}."&SUBSTITUTE({_two_words(f"{layout.TIDY[layout.ANSWER]}{row}")}," ",".")'
    return f"IFERROR(LEN(TRIM(INDEX({levels},MATCH({key},{keys},0))))=0,FALSE)", _text(_NO_LEVEL[lang])


def join_tests(formula: str, *more: tuple[str, str]) -> str:
    """Return a formula that also looks for more, where it has nothing to say."""
    return _first(more, otherwise=formula.removeprefix("=") or '""')


def _of_cell(each: Field, letter: str, row: int, asking: Asking, columns: Mapping[str, Field] | None = None) -> Tests:
    """Yield what is looked for in one cell; in a row, the column is named."""
    cell, lang = f"{letter}{row}", asking.lang
    label = each.label[lang].partition(" (")[0] if columns and len(columns) > 1 else ""
    named = f"{label}: " if 0 < len(label) <= _LONGEST_LABEL and "{" not in label else ""

    def say(told: Text) -> str:
        return _text(f"{named}{told[lang][:1].lower()}{told[lang][1:]}" if named else told[lang])

    if not isinstance(each.one, Line | Prose):
        yield f'AND(LEFT(TRIM({cell}),1)="<",RIGHT(TRIM({cell}),1)=">")', say(_PROMPT)
    for test, told in _wrong(each, letter, row, asking, columns):
        yield test, _text(told[lang]) if told is _PASSED else say(told)
    if limit := getattr(each.kind, "limit", 0):
        length = _TOO_LONG.format(length=f'"&LEN({cell})&"', limit=limit)
        yield f"LEN({cell})>{limit}", f'"{length[lang]}"'


def _wrong(
    each: Field, letter: str, row: int, asking: Asking, columns: Mapping[str, Field] | None
) -> Iterator[tuple[str, Text]]:
    kind, cell, tidy = each.one, f"{letter}{row}", f"{layout.TIDY[letter]}{row}"
    if isinstance(kind, Choice):
        yield from _wrong_choice(kind, tidy)
    elif isinstance(kind, FocusArea):
        listed = f'MATCH(SUBSTITUTE({_two_words(tidy)}," ","."),{AREAS},0)'
        yield f"AND(LEN({tidy})>0,ISERROR({listed}))", _NOT_LISTED
    elif isinstance(kind, Categories):
        yield f"AND({_has_no_digit(tidy)},{_begins_otherwise(tidy, CATEGORIES)})", _NO_CODE
    elif isinstance(kind, Amount):
        number = f'IFERROR(VALUE(SUBSTITUTE({tidy}," ","")),0)>={_LIKE_KRONER}'
        yield f'AND(ISERROR(FIND(",",{cell})),ISERROR(FIND(".",{cell})),{number})', _KRONER
        yield f"AND({_has_no_digit(tidy)},{_begins_otherwise(tidy, AMOUNTS)})", _NO_NUMBER
    elif is_planned_time(each):
        yield f"AND({_has_no_digit(tidy)},{_begins_otherwise(tidy, TIMES)})", _NO_TIME
        if each.name in _MAY_PASS:
            return
        month = f"{layout.TIME[-1]}{row}"
        passed = f"{month}>0,{month}<{asking.cutoff:%Y%m}"
        yield f"AND({','.join([passed, *_still_open(columns or {}, row)])})", _PASSED


def _wrong_choice(kind: Choice[Any], tidy: str) -> Iterator[tuple[str, Text]]:
    vocabulary = kind.vocabulary
    if has_pairs(vocabulary):
        yield f"ISNUMBER(MATCH({tidy},{pairs_name(vocabulary)},0))", _TWO_COLOURS if vocabulary is Rating else _TWO
    if vocabulary is Phase:
        named = "+".join(f'ISNUMBER(SEARCH(" {each.label.nb.lower()}"," "&{tidy}))' for each in Phase)
        yield f"({named})>1", _TWO
    yield _begins_otherwise(tidy, first_words_name(vocabulary)), _NOT_LISTED


def _still_open(columns: Mapping[str, Field], row: int) -> Iterator[str]:
    """Yield the tests that a row says nothing of what became of it."""
    for letter, each in columns.items():
        offered = {DeliverableState: (DeliverableState.PLANNED,), Rating: tuple(Rating)}
        if isinstance(each.kind, Choice) and each.kind.vocabulary in offered:
            cell = f"TRIM({letter}{row})"
            words = (member.label.nb for member in offered[each.kind.vocabulary])
            yield f"OR(LEN({cell})=0,{','.join(f'{cell}={_text(word)}' for word in words)})"


def _begins_otherwise(tidy: str, name: str) -> str:
    return f'AND(LEN({tidy})>0,ISERROR(MATCH(LEFT({tidy},FIND(" ",{tidy}&" ")-1),{name},0)))'


def _two_words(tidy: str) -> str:
    return f'TRIM(LEFT({tidy}&"  ",FIND(" ",{tidy}&"  ",FIND(" ",{tidy}&" ")+1)))'


def _has_no_digit(tidy: str) -> str:
    places = (f'FIND("{digit}",{tidy}&"{digit}")' for digit in range(10))
    return f"MIN({','.join(places)})>LEN({tidy})"


def _is_empty(cell: str) -> str:
    return f"LEN(TRIM({cell}))=0"


def _places(last_row: int) -> str:
    return f"{layout.PLACES}2:{layout.PLACES}{last_row}"


def _to_fill_in(left: Mapping[str, str], row: int) -> list[tuple[str, str]]:
    said = {letter: words[:_LONGEST_TEXT] for letter, words in left.items()}
    return [(_is_open(f"{letter}{row}"), _text(words)) for letter, words in said.items()]


def _is_open(cell: str) -> str:
    """Return the test whether a cell is empty, or has the mark of an amount that was carried over."""
    marks = (f'ISNUMBER(SEARCH("{mark.nb}",{cell}))' for mark in (TO_CONFIRM, TO_DIVIDE))
    return f"OR({_is_empty(cell)},{','.join(marks)})"


def _first(tests: Tests, otherwise: str = '""') -> str:
    formula = otherwise
    for test, said in reversed([*tests]):
        formula = f"IF({test},{said},{formula})"
    return "" if formula == '""' else f"={formula}"


def _text(said: str) -> str:
    return '"' + said.replace('"', '""') + '"'
