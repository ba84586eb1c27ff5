"""The data dictionary: every field of the form, what it means and how it is written, from the declarations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ehport.form.field import Field, fields_of
from ehport.form.kinds import Choice
from ehport.form.project import Project
from ehport.lang.language import Lang, Text

_TITLE = Text("Feltbeskrivelse", "Data dictionary")
_HEADS = Text("Felt|Spørsmål|Slik skrives det|Svar|Regler", "Field|Question|How to write it|Values|Rules")
_REQUIRED, _OFFICE = Text("må besvares", "required"), Text("ikke offentlig", "not public")
_SINCE = Text("fra runde {}", "from round {}")
_LIST = Text("Én rad for hver.", "One row for each.")
_YEARS = {"earlier": "{n−2}", "previous": "{n−1}", "current": "{n}", "next": "{n+1}", "later": "{n+2}"}
_YEARS_NOTE = Text("I overskriftene er n budsjettåret.", "In the headings n is the budget year.")


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


def described(lang: Lang, *, of: type = Project, prefix: str = "") -> Iterator[Described]:
    """Yield the fields of a record in the form's order, a list before the fields of its rows."""
    for field in fields_of(of):
        yield _described(field, lang, prefix)
        if field.is_list:
            yield from described(lang, of=field.rows.record, prefix=f"{prefix}{field.name}.")


def as_markdown(lang: Lang) -> str:
    """Return the dictionary as Markdown, a table for each section of the form."""
    lines = [f"# {_TITLE[lang]}", "", _YEARS_NOTE[lang]]
    section = ""
    for each in described(lang):
        if each.section and each.section != section:
            section = each.section
            heads = _HEADS[lang].split("|")
            lines += ["", f"## {section}", "", _row(heads), _row(["---"] * len(heads))]
        lines.append(_row([f"`{each.name}`", each.label, each.help, each.values, each.rules]))
    return "\n".join(lines)


def _described(field: Field, lang: Lang, prefix: str) -> Described:
    how = _LIST[lang] if field.is_list else field.one.describe(lang)
    rules = [
        _REQUIRED[lang] if field.required else "",
        "" if field.public else _OFFICE[lang],
        _SINCE[lang].format(field.since) if field.since else "",
    ]
    return Described(
        name=prefix + field.name,
        section=f"{field.section.number} {field.section.value[lang]}" if field.section else "",
        label=field.label[lang].format(**_YEARS),
        help=" ".join(dict.fromkeys(text for text in (field.help[lang], how) if text)),
        values=_values(field, lang),
        rules=", ".join(rule for rule in rules if rule),
        public=field.public,
    )


def _values(field: Field, lang: Lang) -> str:
    if field.is_list or not isinstance(field.one, Choice):
        return ""
    return ", ".join(f"{term.label[lang]} (`{term.value}`)" for term in field.one.vocabulary)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
