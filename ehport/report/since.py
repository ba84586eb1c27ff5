"""What is said of how much of a submission is as it was last round."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ehport.form.project import Section
from ehport.lang import dates
from ehport.lang.language import Lang, Text
from ehport.model.submission import Entry
from ehport.model.touched import Touch, touched

_ALL = {
    Touch.UNTOUCHED: Text("Innmeldingen er ikke rørt siden {month}.", "The submission is untouched since {month}."),
    Touch.CONFIRMED: Text(
        "Aktøren bekrefter at svarene fra {month} fortsatt gjelder.",
        "The actor confirms that the answers of {month} still hold.",
    ),
}
_SOME = {
    Touch.UNTOUCHED: Text("Ikke rørt siden {month}: {sections}.", "Untouched since {month}: {sections}."),
    Touch.CONFIRMED: Text(
        "Bekreftet uten endring siden {month}: {sections}.", "Confirmed without change since {month}: {sections}."
    ),
}


def since_last_round(entry: Entry[Any], last_round: str, lang: Lang) -> str:
    """Return which parts nobody touched and which were confirmed, nothing when all changed or nothing is known."""
    found = touched(entry).sections
    month = dates.month(last_round, lang) if found else ""
    for touch, told in _ALL.items():
        if found and set(found.values()) == {touch}:
            return told.format(month=month)[lang]
    return " ".join(
        told.format(month=month, sections=names)[lang]
        for touch, told in _SOME.items()
        if (names := _names(found, touch, lang))
    )


def _names(found: Mapping[Section, Touch], touch: Touch, lang: Lang) -> str:
    """Return the titles of the sections of one sort, in the form's order; some titles have commas of their own."""
    return "; ".join(section.value[lang] for section in Section if found.get(section) is touch)
