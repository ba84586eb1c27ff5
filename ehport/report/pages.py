"""The project pages: what each project handed in, every answer as typed, with the facts a reader looks for first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ehport.analysis.printed import Printed, Sentence, sentence
from ehport.analysis.projects import PERIOD_FACTS
from ehport.form.field import field_of, fields_of
from ehport.form.project import FinancingTotal, Project
from ehport.form.register import RegisterProject
from ehport.form.vocabulary import ProjectState, Rating, Vocabulary
from ehport.lang import numbers
from ehport.model.member import Member
from ehport.model.submission import Entry
from ehport.report.answers import AnsweredSection, PrintedAnswer, answer, answered_sections, head_fields, pair_answers
from ehport.report.earlier_notes import earlier_note
from ehport.report.listing import PERIOD_WIDTH, ListContext, says
from ehport.report.page_facts import Note, PageFact
from ehport.report.report import Report
from ehport.report.since import since_last_round
from ehport.report.table import FULL_WIDTH, SIDE_WIDTH, Link, Row, Table, TableCell, TableColumn
from ehport.report.typesetter import project_anchor, row_anchor
from ehport.report.wording import Word

BUDGET = "budget_year"
_LONGEST_BAR = 18.0
_FACT_WIDTHS = (27.0, 24.0, 37.0, 33.0, 25.0, 24.0)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Where a reader may go from a page."""

    back: Link | None
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPage:
    """One project's page."""

    id: str
    number: str
    name: str
    area: str
    state: str
    message: str
    since: str
    facts: tuple[PageFact, ...]
    money: Table | None
    head: tuple[tuple[PrintedAnswer, ...], ...]
    behind: tuple[PrintedAnswer, ...]
    sections: tuple[AnsweredSection, ...]
    neighbours: Neighbours
    responsible: str
    mark: str = ""

    @property
    def fact_widths(self) -> tuple[float, ...]:
        """The widths of the facts' columns."""
        return _FACT_WIDTHS

    @property
    def running(self) -> str:
        """The running head."""
        return " · ".join(filter(None, (f"{self.number} {self.name}", self.responsible, self.mark)))


def project_pages(report: Report) -> tuple[ProjectPage, ...]:
    """Return the pages of all projects that have one, in the order of their numbers."""
    members = report.paged
    before, after = (None, *members[:-1]), (*members[1:], None)
    return tuple(
        _Page(report, member).made(_neighbours(report, member, previous, following))
        for member, previous, following in zip(members, before, after, strict=False)
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """Makes the page of one project."""

    report: Report
    member: Member

    def made(self, neighbours: Neighbours) -> ProjectPage:
        member, entry = self.member, self._entry
        head, behind = self._head(entry) if entry else (self._register(), ())
        return ProjectPage(
            id=project_anchor(member.id),
            number=member.id,
            name=member.name,
            area=self._area(),
            state="" if member.state is ProjectState.ACTIVE else member.state.label[self.report.lang],
            message=self._message(),
            since=self._since(),
            facts=self._facts(),
            money=self._money(),
            head=tuple(pair_answers(head)),
            behind=behind,
            sections=answered_sections(entry, self._asked) if entry else (),
            neighbours=neighbours,
            responsible=member.organisation.short_name or member.responsible,
            mark=Word.NOT_UPDATED_SHORT[self.report.lang] if member.is_late else "",
        )

    @property
    def _entry(self) -> Entry[Project] | None:
        """What was handed in; a prompt that the form has in a cell and nobody wrote over is no answer."""
        return self.member.entry.filled_in() if self.member.entry else None

    def _typed(self, name: str) -> str:
        """Return an answer as typed, its lines after each other."""
        entry = self._entry
        lines = entry.text(name).splitlines() if entry else ()
        return " / ".join(line.strip() for line in lines if line.strip())

    @property
    def _asked(self) -> ListContext:
        return ListContext(self.report.portfolio.round, self.report.typesetter, self.report.used_columns)

    def _area(self) -> str:
        code = self.member.area.value
        return f"{code} {self.report.portfolio.round.focus_areas.get(code, '')}".strip() if code else ""

    def _message(self) -> str:
        if self.member.entry is None:
            return Word.NO_SUBMISSION[self.report.lang]
        if not self.member.is_late:
            return ""
        fact = self.report.facts["round.previous"]
        return sentence(Word.LATE[self.report.lang], round=Printed(fact.printed(self.report.lang), fact.name))

    def _since(self) -> str:
        """Return how much is as last round; a submission taken from an earlier round says so already."""
        entry, previous = self._entry, self.report.portfolio.round.previous
        if entry is None or not previous or self.member.is_late:
            return ""
        return since_last_round(entry, previous, self.report.lang)

    def _facts(self) -> tuple[PageFact, ...]:
        """Return the facts of the band, each with what the previous round said where that was something else."""
        found = {
            "status": self._rating("status", self.member.status.value),
            "risk": self._rating("risk", self.member.risk.value),
            "phase": self._read("phase"),
            "ends": self._read("ends"),
            "total_cost": self._read("total_cost", unit=Word.MILLION[self.report.lang]),
            BUDGET: self._budget(),
        }
        before = {name: earlier_note(self.report, self.member, name) for name in found}
        return tuple(
            replace(each, notes=(*each.notes, *((note,) if (note := before[name]) else ())))
            for name, each in found.items()
        )

    def _rating(self, name: str, rating: Rating | None) -> PageFact:
        paused = self.member.state is ProjectState.PAUSED
        typed = self._typed(name)
        differs = typed and not (rating and says(rating, typed))
        notes = (Note(Word.AS_STATED[self.report.lang], typed),) if differs else ()
        is_status = name == "status"
        cell = (
            self.report.typesetter.on_hold()
            if paused and not is_status
            else self.report.typesetter.rating(rating, paused=paused)
        )
        return PageFact(self._label(name), cell, notes, small=False)

    def _read(self, name: str, unit: str = "") -> PageFact:
        """Return a value as it was read; words that could not be read stand as typed, an amount below a note on it."""
        known, typed = self.member.known(name), self._typed(name)
        kind, setter = field_of(Project, name).one, self.report.typesetter
        notes: tuple[Note, ...] = ()
        if known.value is not None:
            text = kind.format(known.value, self.report.lang)
            number = Printed(text, self._fact(name))
            cell = TableCell(text=Sentence(number, numbers.NO_BREAK, unit) if unit else number)
        elif unit and typed:
            cell, notes = setter.unread(), (Note(Word.AS_STATED[self.report.lang], typed),)
        else:
            cell = TableCell(text=typed, written=True) if typed else setter.missing()
        return PageFact(self._label(name), cell, notes, number=bool(unit))

    def _budget(self) -> PageFact:
        lang = self.report.lang
        known = self.member.amount(BUDGET)
        cell = TableCell(text=numbers.MISSING, missing=True)
        if known.value is not None:
            number = Printed(numbers.mnok(known.value, lang), self._fact("budget"))
            cell = TableCell(text=Sentence(number, numbers.NO_BREAK, Word.MILLION[lang]))
        notes = (Note(Word.ADJUSTED[lang]),) if known.adjusted else ()
        if known.value is not None and self.member.state is ProjectState.PAUSED:
            notes = (*notes, Note(Word.NOT_IN_TOTALS[lang]))
        return PageFact(Word.BUDGET.text(year=self.report.budget_year)[lang], cell, notes, number=True)

    def _fact(self, name: str) -> str:
        return f"project.{self.member.id}.{name}"

    def _label(self, name: str) -> str:
        return field_of(Project, name).label[self.report.lang]

    def _money(self) -> Table | None:
        """Return the financing by period with a bar under each amount, nothing when no amount can be read."""
        amounts = {name: self.member.amount(period).value for period, name in PERIOD_FACTS.items()}
        known = [each for each in amounts.values() if each is not None]
        if not any(known):
            return None
        lang, year, peak = self.report.lang, self.report.budget_year, max(known)
        total = self.report.typesetter.money(self.member.together(PERIOD_FACTS).value, self._fact("financing"))
        if any(amounts[name] is None and self.member.typed(period) for period, name in PERIOD_FACTS.items()):
            total = replace(total, note=Word.INCOMPLETE[self.report.lang])
        labels = [each.heading(lang, year) for each in fields_of(FinancingTotal)]
        rest = FULL_WIDTH - SIDE_WIDTH - len(labels) * PERIOD_WIDTH
        columns = (
            TableColumn("", SIDE_WIDTH),
            *(TableColumn(label, PERIOD_WIDTH, number=True) for label in labels),
            TableColumn(Word.TOTAL[lang], rest, number=True),
        )
        row = Row((TableCell(text=Word.MONEY[lang]), *(self._bar(*each, peak) for each in amounts.items()), total))
        return Table(name="", columns=columns, rows=(row,), style="money")

    def _bar(self, name: str, amount: int | None, peak: int) -> TableCell:
        cell = self.report.typesetter.money(amount, self._fact(name))
        length = round(_LONGEST_BAR * amount / peak, 1) if amount and amount > 0 else 0.0
        return replace(cell, bar=length)

    def _head(self, entry: Entry[Project]) -> tuple[tuple[PrintedAnswer, ...], tuple[PrintedAnswer, ...]]:
        """Return number and name where they were typed differently, and who is behind the project, for one line."""
        printed = {"id": self.member.id, "name": self.member.name}
        named: list[PrintedAnswer] = []
        behind: list[PrintedAnswer] = []
        for each in head_fields():
            given = answer(each, entry, self._asked)
            if given is None or given.typed == printed.get(each.name, ""):
                continue
            fits_a_line = each.name not in printed and "\n" not in given.typed.strip()
            (behind if fits_a_line else named).append(given)
        return tuple(named), tuple(behind)

    def _register(self) -> tuple[PrintedAnswer, ...]:
        """Return what the register says about a project without a submission."""
        record: Any = self.member.register.record
        shown = ("responsible", "state", "paused_until", "next_steps", "description")
        found = []
        for name in shown:
            declared, value = field_of(RegisterProject, name), getattr(record, name)
            if value is not None:
                text = declared.one.format(value, self.report.lang)
                is_told = isinstance(value, Vocabulary)
                found.append(PrintedAnswer(declared.label[self.report.lang], text, is_long=False, written=not is_told))
        return tuple(found)


def _neighbours(report: Report, member: Member, previous: Member | None, following: Member | None) -> Neighbours:
    lang = report.lang
    table = row_anchor(member.id) if member.is_counted else "vedlegg-1"
    back = None if report.alone else Link(table, Word.BACK[lang])
    return Neighbours(back, _to(previous, Word.PREVIOUS, report), _to(following, Word.NEXT, report))


def _to(member: Member | None, word: Word, report: Report) -> Link | None:
    if member is None:
        return None
    label = word.text(name=f"{member.id} {member.name}")[report.lang]
    return Link(project_anchor(member.id), member.id, label)
