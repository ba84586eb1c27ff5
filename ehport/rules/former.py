"""A submitted project beside its former self: what it says now, and what it said in the last round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ehport.form.answers import Answers
from ehport.form.project import Project
from ehport.lang.folding import words
from ehport.lang.language import Text
from ehport.model.histories import rounds_of
from ehport.model.member import Member
from ehport.model.memory import Remembered
from ehport.model.pairing import Pair, Pairing
from ehport.model.portfolio import Portfolio, aliases
from ehport.model.remembering import remember
from ehport.model.restored import restore
from ehport.model.round import Round
from ehport.model.row_pairing import RowPair, pair_rows
from ehport.model.submission import Entry, Submission
from ehport.model.touched import Touch, touched
from ehport.rules.subject import Subject, calendar

_MONTH = "revised"
_NAMED_BY = {"deliverables": ("code", "name"), "financing": ("source",), "solutions": ("solution",)}
_THEN, _LAST_TIME = Text("i runde {round}", "in round {round}"), Text("sist", "last time")
_SINCE, _SINCE_THEN = Text("siden runde {round}", "since round {round}"), Text("siden sist", "since last time")


@dataclass(frozen=True, slots=True)
class Last:
    """What is known of the last round: its id, the day its data is from, and how far its budget year is behind."""

    id: str = ""
    cutoff: date | None = None
    years_behind: int = 0

    @property
    def then(self) -> Text:
        """When something was said in it, to stand in a message."""
        return _THEN.format(round=self.id) if self.id else _LAST_TIME

    @property
    def since(self) -> Text:
        """Since when something has changed, to stand in a message."""
        return _SINCE.format(round=self.id) if self.id else _SINCE_THEN


@dataclass(frozen=True, slots=True)
class Former:
    """A project that says something now and said something in the last round."""

    about: Subject
    before: Entry[Project]
    last: Last

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


@dataclass(frozen=True, slots=True)
class Followed:
    """A project of the register in this round and the last; ``rounds`` remember it, this one last."""

    former: Former
    member: Member
    was: Member
    rounds: tuple[tuple[str, Remembered], ...] = ()
    pair: Pair | None = None

    @property
    def about(self) -> Subject:
        """What the project says now, to tell something of it."""
        return self.former.about

    @property
    def last(self) -> Last:
        """What is known of the last round."""
        return self.former.last


def followed(portfolio: Portfolio, pairing: Pairing) -> Iterator[Followed]:
    """Yield every project that has a sheet in this round and the last, in the order of the numbers."""
    previous, round_ = portfolio.previous, portfolio.round
    if previous is None:
        return
    memories = (*(portfolio.memories or (remember(previous),)), remember(portfolio, is_now=True))
    last = Last(previous.round.id, previous.round.cutoff, round_.budget_year - previous.round.budget_year)
    for pair in pairing.pairs:
        now, before = pair.now, pair.before
        if now.entry and now.submission and before.entry:
            about = Subject(now.submission, now.entry, calendar(now.submission, round_), now.id)
            rounds = rounds_of((now.id, *aliases(now.register.record.aliases)), memories)
            yield Followed(Former(about, before.entry, last), now, before, rounds, pair)


def formers_in(submission: Submission, round_: Round | None) -> Iterator[Former]:
    """Yield every project of a workbook that was prefilled, beside what the workbook said when it was opened."""
    last = Last(round_.previous if round_ else "")
    for entry in submission.projects:
        if before := restore(entry):
            yield Former(Subject(submission, entry, calendar(submission, round_)), before, last)


def _answers(entry: Entry[Project], but: str = "") -> Answers:
    found = entry.filled_in().answers()
    return replace(found, texts={name: text for name, text in found.texts.items() if name != but})


def _key(name: str) -> Callable[[Entry[Any]], str]:
    return lambda row: words(row.text(name))
