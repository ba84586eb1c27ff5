"""A card under construction: the sheet of a record, what it asks, and where everything stands so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl.worksheet.worksheet import Worksheet

from ehport.form.answers import Answers
from ehport.form.field import Field, fields_of
from ehport.lang.language import Lang, Text
from ehport.model.round import Round
from ehport.workbook import live_checks
from ehport.workbook.sheet import Validations

Columns = Mapping[str, tuple[Field, str]]  # field name -> field and column letter


@dataclass(slots=True)
class Card:
    """A sheet under construction; ``row`` is the last row written.

    ``rows`` are those of the single answers, ``ranges`` the first and last of each list, and ``checked`` has the cell
    of each row in which something may be said of it.
    """

    sheet: Worksheet
    record: type
    round: Round
    lang: Lang
    locked: frozenset[str] = frozenset()
    given: Answers | None = None
    hints: Mapping[str, Text] = field(default_factory=dict)
    row: int = 1
    rows: dict[str, int] = field(default_factory=dict)
    ranges: dict[str, tuple[int, int]] = field(default_factory=dict)
    checked: dict[int, str] = field(default_factory=dict)
    validations: Validations = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the sheet's drop-downs."""
        self.validations = Validations(self.sheet, self.lang)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that the round asks for; a section has a tick only where something in it is prefilled."""
        asked = tuple(each for each in fields_of(self.record) if each.asked_in(self.round.id))
        said = {each.section for each in asked if self.last_round and self.given and self.given.has(each.name)}
        return tuple(each for each in asked if not each.confirms or each.section in said)

    @property
    def asking(self) -> live_checks.Asking:
        """What the formulas are written for."""
        return live_checks.Asking(self.lang, self.round.cutoff)

    @property
    def last_round(self) -> str:
        """The round that the answers are carried over from, empty when they are new."""
        return self.given.last_round if self.given else ""
