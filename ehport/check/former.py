"""A submitted project beside its former self: what it says now, and what it said in the last round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ehport.check.subject import Subject, calendar
from ehport.form.answers import Answers
from ehport.form.project import Project
from ehport.lang.folding import words
from ehport.model.histories import rounds_of
from ehport.model.member import Member
from ehport.model.memory import Remembered
from ehport.model.pairing import paired
from ehport.model.portfolio import Portfolio, aliases
from ehport.model.remembering import remember
from ehport.model.round import Round
from ehport.model.row_pairing import RowPair, pair_rows
from ehport.model.submission import Entry
from ehport.model.touched import Touch, touched

_MONTH = "revised"
_NAMED_BY = {"deliverables": ("code", "name"), "financing": ("source",), "solutions": ("solution",)}


@dataclass(frozen=True, slots=True)
class Former:
    """A project that both this round and the last have a sheet for; ``rounds`` remember it, this one last."""

    about: Subject
    member: Member
    was: Member
    before: Entry[Project]
    last: Round
    rounds: tuple[tuple[str, Remembered], ...] = ()

    @property
    def now(self) -> Entry[Project]:
        """What the project says now."""
        return self.about.entry

    @property
    def has_changed(self) -> bool:
        """Tell whether any answer but the month of the revision is another than in the last round."""
        found = touched(self.now)
        if found.was_prefilled:
            return any(touch is Touch.CHANGED for name, touch in found.fields.items() if name != _MONTH)
        now, before = (_answers(each, but=_MONTH) for each in (self.now, self.before))
        return now != before

    @property
    def is_untouched(self) -> bool:
        """Tell whether no answer is another than in the last round, and the actor does not say that all still holds."""
        found = touched(self.now)
        if found.was_prefilled:
            return found.is_untouched
        return not self.now.is_confirmed and _answers(self.now) == _answers(self.before)

    def typed(self, name: str) -> str:
        """Return what was typed in the last round."""
        return self.before.text(name)

    def pairs(self, name: str) -> tuple[RowPair[Entry[Any]], ...]:
        """Return the rows of a list that stand in both rounds; a single row without a name is the same one."""
        rows = (self.before.filled_in().rows.get(name, ()), self.now.filled_in().rows.get(name, ()))
        names = _NAMED_BY.get(name)
        if names is None:
            return tuple(RowPair(*each) for each in zip(*rows, strict=False))
        return pair_rows(*rows, tuple(_key(each) for each in names), lambda row: row.text(names[-1])).pairs


def formers(portfolio: Portfolio) -> Iterator[Former]:
    """Yield every project that has a sheet in this round and the last, in the order of the numbers."""
    previous = portfolio.previous
    if previous is None:
        return
    memories = (*(portfolio.memories or (remember(previous),)), remember(portfolio))
    for pair in paired(previous, portfolio).pairs:
        now, before = pair.now, pair.before
        if now.entry and now.submission and before.entry:
            about = Subject(now.submission, now.entry, calendar(now.submission, portfolio.round), now.id)
            rounds = rounds_of((now.id, *aliases(now.register.record.aliases)), memories)
            yield Former(about, now, before, before.entry, previous.round, rounds)


def _answers(entry: Entry[Project], but: str = "") -> Answers:
    found = entry.filled_in().answers()
    return replace(found, texts={name: text for name, text in found.texts.items() if name != but})


def _key(name: str) -> Any:
    return lambda row: words(row.text(name))
