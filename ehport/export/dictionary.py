"""The data dictionary of the open data: every file and column, and the questions of the form they come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ehport.export.nested import FILE as JSON_FILE
from ehport.export.nested import SHAPE
from ehport.export.table import TYPES, ExportColumn, ExportTable
from ehport.lang.language import Lang, Text
from ehport.report import dictionary as form

_FILE = Text("feltbeskrivelse.md", "data-dictionary.md")
_TITLE = Text("Feltbeskrivelse for {title}, runde {round}", "Data dictionary of {title}, round {round}")
HEADS = (
    Text("Kolonne", "Column"),
    Text("Navn", "Title"),
    Text("Type", "Type"),
    Text("Beskrivelse", "Description"),
    Text("Verdier", "Values"),
)
_NOTES = (
    Text(
        "Filene er CSV (RFC 4180, UTF-8, komma, linjeskift LF). datapackage.json beskriver dem for maskiner etter "
        "Frictionless Data Package v1.",
        "The files are CSV (RFC 4180, UTF-8, comma, line feeds). datapackage.json describes them to machines after "
        "Frictionless Data Package v1.",
    ),
    Text(
        "En tom celle er en manglende verdi: ikke oppgitt, eller ikke mulig å lese sikkert. 0 er null.",
        "An empty cell is a missing value: not given, or not readable with certainty. 0 is zero.",
    ),
    Text(
        "Kolonner som slutter på _text, har teksten slik aktøren skrev den. Kolonnen foran har verdien den ble lest "
        "som.",
        "Columns that end in _text have the text as the actor typed it. The column before has the value it was read "
        "as.",
    ),
    Text(
        "En tekst i CSV og XLSX som begynner som en formel (med = + - @, tabulator, vognretur eller NUL, også etter "
        "mellomrom), har en apostrof foran, så ikke et regneark regner den ut. En tekst som selv begynner med "
        "apostrofer og så et slikt tegn, får én til. Ta bort én apostrof fra tekster som begynner slik, og teksten "
        "er som den var. Tall er ikke endret, og i portfolio.json er ingen tekster endret.",
        "A text in CSV and XLSX that begins like a formula (with = + - @, tab, carriage return or NUL, also after "
        "blanks) has an apostrophe before it, so that no spreadsheet computes it. A text that itself begins with "
        "apostrophes and then such a sign gets one more. Take one apostrophe from texts that begin so, and the text "
        "is as it was. Numbers are not changed, and in portfolio.json no texts are.",
    ),
    Text(
        "Felt som ikke er offentlige, som kontaktpersoner, er ikke med.",
        "Fields that are not public, such as contacts, are left out.",
    ),
)
_TKR = Text("tusen kroner", "thousand kroner")
_ALWAYS = Text("Alltid utfylt.", "Always filled in.")
_KEY = Text("Nøkkel: {key}.", "Key: {key}.")
_REFERS = Text("Viser til {table}.csv.", "Refers to {table}.csv.")
_NESTED = Text(
    "Det samme som i CSV-filene, samlet per prosjekt; manglende verdier er null.",
    "The same as in the CSV files, gathered by project; missing values are null.",
)
_FORM = Text("Spørsmålene i skjemaet", "The questions of the form")


def file_name(lang: Lang) -> str:
    """Return the name of the dictionary's file in a language."""
    return _FILE[lang]


def as_markdown(tables: Iterable[ExportTable], lang: Lang, *, title: str, round_id: str) -> str:
    """Return the dictionary as Markdown."""
    lines = [f"# {_TITLE.format(title=title, round=round_id)[lang]}", "", *(f"- {note[lang]}" for note in _NOTES)]
    for table in tables:
        lines += ["", f"## {table.name}.csv: {table.title[lang]}", "", table.help[lang]]
        lines += [_KEY.format(key=", ".join(table.key))[lang], ""]
        lines += form.table_lines(
            [head[lang] for head in HEADS], ([f"`{cells[0]}`", *cells[1:]] for cells in describe_columns(table, lang))
        )
    lines += ["", f"## {JSON_FILE}", "", _NESTED[lang], "", *(f"- `{name}`: {text[lang]}" for name, text in SHAPE)]
    return "\n".join([*lines, "", f"## {_FORM[lang]}", "", *form.body(lang, level=3), ""])


def describe_columns(table: ExportTable, lang: Lang) -> Iterator[tuple[str, ...]]:
    """Yield the columns of a table as the dictionary prints them: name, title, type, description and values."""
    for each in table.columns:
        yield each.name, each.title[lang], _type(each, lang), _description(each, lang), _values(each, lang)


def _type(column: ExportColumn, lang: Lang) -> str:
    return f"{TYPES[column.type][lang]}, {_TKR[lang]}" if column.unit else TYPES[column.type][lang]


def _description(column: ExportColumn, lang: Lang) -> str:
    told = (
        column.help[lang],
        _REFERS.format(table=column.refers_to)[lang] if column.refers_to else "",
        _ALWAYS[lang] if column.always else "",
    )
    return " ".join(filter(None, told))


def _values(column: ExportColumn, lang: Lang) -> str:
    return ", ".join(f"{each.value} ({each.label[lang]})" for each in column.terms.members) if column.terms else ""
