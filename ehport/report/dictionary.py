"""The data dictionary: every question of the form, what it means and how it is answered, from the declarations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ehport.form.actor import Actor
from ehport.form.field import Field, fields_of
from ehport.form.kinds import Choice
from ehport.form.project import Project
from ehport.lang.language import Lang, Text

_TITLE = Text("Feltbeskrivelse", "Data dictionary")
_HEADS = (
    Text("Felt", "Field"),
    Text("Spørsmål", "Question"),
    Text("Slik skrives det", "How to write it"),
    Text("Svar", "Values"),
    Text("Regler", "Rules"),
)
_ACTOR = Text("Aktør", "Actor")
_REQUIRED, _OFFICE = Text("må besvares", "required"), Text("ikke offentlig", "not public")
_SINCE = Text("fra runde {round}", "from round {round}")
_LIST = Text("Én rad for hver.", "One row for each.")
_YEARS = {"earlier": "{n−2}", "previous": "{n−1}", "current": "{n}", "next": "{n+1}", "later": "{n+2}"}
_NOTE = Text(
    "Et felt som `deliverables.name` hører til radene i listen `deliverables`. I spørsmålene er n budsjettåret. "
    "Under «Svar» står ordet i skjemaet, og ordet i åpne data i parentes.",
    "A field such as `deliverables.name` belongs to the rows of the list `deliverables`. In the questions n is the "
    "budget year. Under «Values» is the word of the form, and the word of the open data in brackets.",
)


@dataclass(frozen=True, slots=True)
class Described:
    """One field as the dictionary prints it; ``name`` is the name in exports and records."""

    name: str
    section: str
    label: str
    help: str
    values: str
    rules: str
    public: bool


def describe_fields(lang: Lang) -> Iterator[Described]:
    """Yield the form's fields in its order: the actor's, then the project's, a list before the fields of its rows."""
    yield from _of_record(Actor, lang, prefix="actor.", section=_ACTOR[lang])
    for field in fields_of(Project):
        section = f"{field.section.number} {field.section.value[lang]}"
        yield from _with_rows(field, lang, "", section)


def as_markdown(lang: Lang) -> str:
    """Return the dictionary as Markdown."""
    return "\n".join([f"# {_TITLE[lang]}", "", *body(lang)])


def body(lang: Lang, *, level: int = 2) -> list[str]:
    """Return the lines below the title: for each section of the form a heading of the level and a table."""
    lines = [_NOTE[lang]]
    for section, fields in groupby(describe_fields(lang), key=lambda each: each.section):
        lines += ["", f"{'#' * level} {section}", ""]
        lines += table_lines(
            [head[lang] for head in _HEADS],
            ([f"`{each.name}`", each.label, each.help, each.values, each.rules] for each in fields),
        )
    return lines


def table_lines(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table in Markdown, line by line."""
    return [_line(heads), _line(["---"] * len(heads)), *map(_line, rows)]


def _of_record(record: type, lang: Lang, *, prefix: str, section: str) -> Iterator[Described]:
    for field in fields_of(record):
        yield from _with_rows(field, lang, prefix, section)


def _with_rows(field: Field, lang: Lang, prefix: str, section: str) -> Iterator[Described]:
    yield _described(field, lang, prefix, section)
    if field.is_list:
        yield from _of_record(field.rows.record, lang, prefix=f"{prefix}{field.name}.", section=section)


def _described(field: Field, lang: Lang, prefix: str, section: str) -> Described:
    rules = (
        _REQUIRED[lang] if field.required else "",
        "" if field.public else _OFFICE[lang],
        _SINCE.format(round=field.since)[lang] if field.since else "",
    )
    return Described(
        name=prefix + field.name,
        section=section,
        label=field.label[lang].format(**_YEARS),
        help=" ".join(dict.fromkeys(text for text in (field.help[lang], _how(field, lang)) if text)),
        values=_values(field, lang),
        rules=", ".join(filter(None, rules)),
        public=field.public,
    )


def _how(field: Field, lang: Lang) -> str:
    if field.is_list:
        return "" if field.rows.single else _LIST[lang]
    is_told = isinstance(field.one, Choice) and all(term.label.nb in field.help[lang] for term in field.one.vocabulary)
    return "" if is_told else field.one.describe(lang)


def _values(field: Field, lang: Lang) -> str:
    if field.is_list or not isinstance(field.one, Choice):
        return ""
    return ", ".join(f"{term.label[lang]} (`{term.value}`)" for term in field.one.vocabulary)


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
