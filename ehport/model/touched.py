"""What an actor did with last round's answers: which fields changed, which were confirmed, which nobody touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from ehport.form.field import Field, fields_of
from ehport.form.project import Section
from ehport.form.reading import Flag
from ehport.form.vocabulary import Tick
from ehport.model.submission import Entry


class Touch(Enum):
    """What became of a prefilled answer; what asks for attention comes first."""

    CHANGED = auto()
    CONFIRMED = auto()
    UNTOUCHED = auto()


@dataclass(frozen=True, slots=True)
class Touched:
    """What became of a project's prefilled answers.

    ``fields`` has every field with an answer now or last round, a list under its own name; it is empty when the
    workbook was not prefilled. ``sections`` has each section of the form by what most needs attention in it:
    changed when anything in it is, untouched when nobody changed or confirmed it.
    """

    fields: Mapping[str, Touch] = field(default_factory=dict)
    sections: Mapping[Section, Touch] = field(default_factory=dict)
    was_prefilled: bool = False

    def count(self, touch: Touch) -> int:
        """Return how many fields were touched in that way."""
        return sum(each is touch for each in self.fields.values())

    @property
    def is_untouched(self) -> bool:
        """Tell whether a prefilled project came back as it was, without a word that it still holds."""
        return self.was_prefilled and self.count(Touch.UNTOUCHED) == len(self.fields)


def touched(entry: Entry[Any]) -> Touched:
    """Return what the actor did with what an entry said when its workbook was opened."""
    if not entry.before:
        return Touched()
    fields: dict[str, Touch] = {}
    sections: dict[Section, list[Touch]] = {}
    confirmed = _confirmed(entry)
    for each in _declared(entry):
        if each.confirms or not _is_answered(each, entry):
            continue
        holds = (entry.is_confirmed or each.section in confirmed) and not _is_carried(each, entry)
        unchanged = Touch.CONFIRMED if holds else Touch.UNTOUCHED
        fields[each.name] = Touch.CHANGED if is_changed(each, entry) else unchanged
        sections.setdefault(each.section, []).append(fields[each.name])
    return Touched(fields, {section: _worst(found) for section, found in sections.items()}, was_prefilled=True)


def is_changed(each: Field, entry: Entry[Any]) -> bool:
    """Tell whether an answer, or any row of a list, differs from what the prefilled workbook said."""
    if not each.is_list:
        return _tidy(entry.text(each.name)) != _tidy(entry.before.get(each.name, ""))
    rows = entry.rows.get(each.name, ())
    before = Counter(_row(row.before) for row in rows if row.before)
    was = int(entry.before.get(each.name) or before.total())
    return before.total() != was or before != Counter(_row(row.answers().texts) for row in rows)


def _declared(entry: Entry[Any]) -> tuple[Field, ...]:
    record: type = type(entry.record)
    return fields_of(record)


def _is_carried(each: Field, entry: Entry[Any]) -> bool:
    """Tell whether amounts of a list were carried over from other years: nobody can have confirmed them."""
    rows = entry.rows.get(each.name, ())
    return any(Flag.CARRIED in cell.flags for row in rows for cell in row.cells.values())


def _confirmed(entry: Entry[Any]) -> frozenset[Any]:
    ticks = (each for each in _declared(entry) if each.confirms)
    return frozenset(each.section for each in ticks if getattr(entry.record, each.name) is Tick.YES)


def _is_answered(each: Field, entry: Entry[Any]) -> bool:
    if each.is_list:
        return bool(entry.rows.get(each.name)) or entry.before.get(each.name, "0") != "0"
    return bool(entry.text(each.name) or entry.before.get(each.name))


def _worst(found: list[Touch]) -> Touch:
    return next(touch for touch in Touch if touch in found)


def _row(texts: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset((name, _tidy(text)) for name, text in texts.items() if text.strip())


def _tidy(text: str) -> str:
    """Return a text without what a spreadsheet may change by itself: line breaks and blanks."""
    return " ".join(text.split())
