"""What a workbook is read for: its file and its round, and how its fields are called in messages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ehport.form.field import Field
from ehport.lang.language import Lang, Text
from ehport.model.round import Round
from ehport.workbook.book import Origin


@dataclass(frozen=True, slots=True)
class Context:
    """What the reader knows beforehand; without a round it is what the workbook says about itself."""

    file: str
    round_id: str
    budget_year: int
    areas: tuple[str, ...] = ()

    def asks(self, each: Field) -> bool:
        """Tell whether the round's form asks for a field."""
        return each.asked_in(self.round_id)


def make_context(path: Path, round_: Round | None, made_for: Origin) -> Context:
    """Return the context of a workbook in a round, or by itself."""
    if round_ is None:
        return Context(path.name, made_for.round_id, made_for.budget_year)
    return Context(path.name, round_.id, round_.budget_year, tuple(round_.focus_areas))


def label_of(each: Field, context: Context, *, within: Field | None = None) -> Text:
    """Return what a field is called in a message; a column is called by its list too."""
    own = Text(each.heading(Lang.NB, context.budget_year), each.heading(Lang.EN, context.budget_year))
    return Text(f"{within.label.nb}: {own.nb}", f"{within.label.en}: {own.en}") if within else own
