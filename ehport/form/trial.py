"""A trial reading: what a typed text would be read as, as columns of the test vectors or in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ehport.form.kinds import Amount, Categories, Choice, Kind, When
from ehport.form.planned import PlannedTime
from ehport.form.reading import Flag, Reading
from ehport.form.vocabulary import Answer, Criticality, Rating, Vocabulary
from ehport.lang.language import Lang, Text

KINDS: Mapping[str, Kind[Any]] = {
    "when": When(),
    "amount": Amount(),
    "rating": Choice(Rating),
    "criticality": Choice(Criticality),
    "answer": Choice(Answer),
    "category": Categories(),
}
NO_VALUE = "none"
EMPTY = "empty"

FLAG_MEANINGS: Mapping[Flag, Text] = {
    Flag.ALTERNATIVES: Text("flere beløp, ikke ett", "several amounts, not one"),
    Flag.AMBIGUOUS: Text("kan bety flere ting", "may mean several things"),
    Flag.APPROXIMATE: Text("omtrentlig", "approximate"),
    Flag.CARRIED: Text("ført videre, må bekreftes eller fordeles", "carried over, to be confirmed or divided"),
    Flag.DASH: Text("bare en strek", "only a dash"),
    Flag.FOOTNOTE: Text("fotnotetegn fjernet", "footnote mark removed"),
    Flag.LOOKS_LIKE_KRONER: Text("ser ut som kroner, ikke millioner", "looks like kroner, not millions"),
    Flag.NOT_APPLICABLE: Text("ikke aktuelt", "not applicable"),
    Flag.NOTE: Text("med en merknad", "with a note"),
    Flag.PARTS: Text("summen av flere deler", "the sum of several parts"),
    Flag.PLACEHOLDER: Text("ledeteksten står igjen", "the form's own text is left in place"),
    Flag.RANGE: Text("et spenn, ikke ett beløp", "a range, not one amount"),
    Flag.SEVERAL: Text("flere tider", "several times"),
    Flag.THOUSANDS: Text("punktum leses som tusenskille", "the dot is read as separating thousands"),
    Flag.TWO_LEVELS: Text("to nivåer", "two levels"),
    Flag.TWO_RATINGS: Text("to farger", "two colours"),
    Flag.UNCERTAIN: Text("usikkert", "uncertain"),
    Flag.UNDECIDED: Text("ikke avklart", "undecided"),
    Flag.UNIT: Text("skrevet i kroner", "written in kroner"),
    Flag.UNREADABLE: Text("kan ikke leses", "cannot be read"),
}
_NEEDS_REWRITING = frozenset(
    {
        Flag.ALTERNATIVES,
        Flag.AMBIGUOUS,
        Flag.LOOKS_LIKE_KRONER,
        Flag.PLACEHOLDER,
        Flag.RANGE,
        Flag.TWO_LEVELS,
        Flag.TWO_RATINGS,
        Flag.UNREADABLE,
    }
)
_EMPTY = Text("tom celle", "empty cell")
_NO_VALUE = Text("ingen verdi", "no value")
_READ_AS = Text("«{typed}»: {parts}", "«{typed}»: {parts}")
_WRITE = Text("{parts}. Skriv: {how}", "{parts}. Write: {how}")
_MNOK = Text("{value} mill. kr", "NOK {value} million")


def columns_of(kind: str) -> tuple[str, ...]:
    """Return the headings of `format_columns`."""
    if kind == "when":
        return ("raw", "value", "state", "flags")
    return ("raw", "tkr" if kind == "amount" else "value", "flags")


def format_columns(kind: str, text: str) -> tuple[str, ...]:
    """Return a reading as the columns of the test vectors."""
    found = KINDS[kind].parse(text)
    raw = "\\n".join(text.splitlines()).replace("\t", " ")
    flags = ";".join(found.flags)
    if kind == "when":
        return (raw, *_time_columns(found), flags)
    if found.value is None:
        return (raw, NO_VALUE if kind != "amount" and text.strip() else "", flags)
    return (raw, _exported(found.value), flags)


def format_words(kind: str, text: str, lang: Lang) -> str:
    """Return a reading as one line of words, with how to write it where the actor must."""
    found = KINDS[kind].parse(text)
    parts = [_value_in_words(kind, found, lang), *(FLAG_MEANINGS[flag][lang] for flag in found.flags)]
    words = ", ".join(part for part in parts if part) or _EMPTY[lang]
    if _NEEDS_REWRITING & set(found.flags):
        words = _WRITE.format(parts=words, how=KINDS[kind].describe(lang))[lang]
    return _READ_AS.format(typed=" ".join(text.split()), parts=words)[lang]


def _time_columns(found: Reading[PlannedTime]) -> tuple[str, str]:
    if found.value is not None:
        return found.value.edtf or "", found.value.state.value
    return "", "" if {Flag.UNREADABLE, Flag.AMBIGUOUS} & set(found.flags) else EMPTY


def _exported(value: Any) -> str:
    if isinstance(value, Vocabulary):
        return str(value.value)
    return ";".join(each.value for each in value) if isinstance(value, tuple) else str(value)


def _value_in_words(kind: str, found: Reading[Any], lang: Lang) -> str:
    if found.value is None:
        return _NO_VALUE[lang] if found.flags else ""
    value = KINDS[kind].format(found.value, lang)
    if kind == "when" and found.value.edtf:
        return f"{value} [{found.value.edtf}]"
    return _MNOK[lang].format(value=value) if kind == "amount" else value
