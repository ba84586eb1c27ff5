"""Where a card's answers stand: the columns of its lists and the keys of its rows, the same for writing and reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from ehport.form.field import Field, Rows, answers, fields_of, lists
from ehport.form.project import Section
from ehport.lang.folding import fold
from ehport.lang.language import Lang, Text
from ehport.model.round import Round

KEY, LABEL, ANSWER = "A", "B", "C"
COLUMNS = "BCDEFGHI"
HINTS = "EFGHIJ"  # beside a single answer and its check
CHECK, ROW_CHECK = "D", "J"  # where a check stands: beside a single answer, and behind a row of a list
TO_NEXT, PLACES = "H", "K"  # the link to what is to be looked at, and the hidden numbers of its rows
COPIES = dict(zip(COLUMNS, ("Z", "AA", "AB", "AC", "AD", "AE", "AF", "AG"), strict=True))  # hidden, what was prefilled
TIDY = dict(zip(COLUMNS, "LMNOPQRS", strict=True))  # hidden, an answer as formulas read it
TIME = ("T", "U", "V")  # hidden, the year that a time ends in, what stands before it, and its last month
COPY_MARKS = {letter: f"@before.{letter}" for letter in COLUMNS}
CARD_PROJECT, CARD_ACTOR, GUIDE, VOCABULARY, FEEDBACK = "@project", "@actor", "@guide", "@vocabulary", "@feedback"
TITLES = {CARD_PROJECT: Text("Prosjekt", "Project"), CARD_ACTOR: Text("Om aktøren", "About the actor")}
VOCABULARY_TITLE = "Kodeverk"
FORM, ROUND, BUDGET_YEAR, ACTOR = "form", "round", "budget_year", "actor"  # what the hidden sheet says
LAST_ROUND = Text("Fra forrige runde", "From last round")
LAST_ROUND_HINTS = {  # what stands beside an answer of a prefilled workbook, instead of its help
    "nothing_to_report": Text(
        "Ja bekrefter alle svarene fra forrige runde i alle prosjektene.",
        "Ja (yes) confirms all of last round's answers in all the projects.",
    )
}
GUIDE_HEADINGS = (
    Text("Spørsmål", "Question"),
    Text("Hva det spørres om", "What is asked"),
    Text("Slik skrives det", "How to write it"),
    Text("Eksempel", "Example"),
)
INSERT_ABOVE = Text("Sett inn flere rader over denne linjen", "Insert more rows above this line")
_HINT_LENGTH = 78  # characters that fit to the right of an answer
_AREA = re.compile(r"\d{1,2}\.\d{1,2}(?=\s|$)", re.ASCII)
_SHORT = 20  # characters; a longer text needs a wide column


def head_key(name: str) -> str:
    """Return the key of a list's row of headings."""
    return f"{name}[]"


def row_key(name: str, key: str = "*") -> str:
    """Return the key of a row of a list; rows that are always there have a name of their own."""
    return f"{name}.{key}"


def end_key(name: str) -> str:
    """Return the key of the row below a list."""
    return f"/{name}"


@cache
def places(record: type, listed: str) -> Mapping[str, str]:
    """Return the column letter of every field of a list.

    The longest text takes the wide column C, another text the column before it, and the rest follow in order. A single
    row stands under the columns of the list before it.
    """
    before: Field | None = None
    for each in lists(fields_of(record)):
        if each.name == listed:
            return _below(each.rows, before.rows) if each.rows.single and before else _columns(each.rows)
        before = each
    raise KeyError(listed)


def _below(single: Rows, above: Rows) -> Mapping[str, str]:
    columns = _columns(above)
    return {each.name: columns[each.name] for each in fields_of(single.record)}


def _columns(listed: Rows) -> Mapping[str, str]:
    declared = answers(fields_of(listed.record))
    texts = sorted((each for each in declared if _limit(each)), key=_limit, reverse=True)
    main = texts[0] if texts else declared[0]
    beside = next((each for each in declared if each in texts and each is not main), None)
    wide = [each for each in declared if each is not main and each is not beside and _limit(each) > _SHORT]
    rest = [each for each in declared if each is not main and each is not beside and each not in wide]
    after = zip([*wide, *rest], COLUMNS[2:], strict=False)
    return {
        **({beside.name: LABEL} if beside else {}),
        main.name: ANSWER,
        **{each.name: letter for each, letter in after},
    }


def _limit(each: Field) -> int:
    return int(getattr(each.kind, "limit", 0))


def section_title(section: Section, lang: Lang) -> str:
    """Return a section's title with its number."""
    return f"{section.number} {section.value[lang]}"


def hint(each: Field, lang: Lang) -> str:
    """Return what stands beside an answer: its help, or how to write it, in one short sentence."""
    return in_short(each.help[lang] or each.one.describe(lang))


def in_short(said: str) -> str:
    """Return a hint as there is room for it beside an answer."""
    return said if len(said) <= _HINT_LENGTH else f"{said.split('. ')[0].rstrip('.')}."


def fixed_keys(each: Field, areas: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of the rows that a list always has, with the focus areas of a round."""
    keys = each.rows.keys
    return tuple(areas) if keys == "focus_areas" else tuple(keys)


def fixed_key(text: str, each: Field, areas: Iterable[str]) -> str:
    """Return the key that a fixed row's label begins with; without a round it is not known which areas there are."""
    keys = fixed_keys(each, areas)
    if not keys and (area := _AREA.match(text)):
        return area[0]
    return next((key for key in keys if fold(text) == fold(key) or text.startswith(f"{key} ")), "")


def fixed_label(each: Field, key: str, round_: Round) -> str:
    """Return what stands before a row that is always there: its key, and the name that the round gives it."""
    name = round_.focus_areas.get(key, "") if each.rows.keys == "focus_areas" else ""
    return f"{key} {name}".strip()
