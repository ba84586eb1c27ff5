"""What the web edition adds to the page of a project: what it was in earlier rounds, what it needs, who needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ehport.analysis.dependencies import ProjectLink
from ehport.analysis.history import budget_in
from ehport.form.field import field_of
from ehport.form.project import Dependency, Project
from ehport.form.vocabulary import ProjectState
from ehport.lang import dates, numbers
from ehport.lang.language import Text
from ehport.model.member import Member
from ehport.model.memory import Memory, Remembered
from ehport.model.remembering import remember
from ehport.report.marking import mark_numbers
from ehport.report.report import Report
from ehport.report.table import Row, Table, TableCell, TableColumn
from ehport.report.typesetter import project_anchor
from ehport.report.web_words import WebWord
from ehport.report.wording import Word

_ROUND = Text("Runde", "Round")
_BUDGET = Text("Budsjett, mill. kr", "Budget, NOK million")
_FOR = Text("for {year}", "for {year}")
_MET = Text("oppfylt", "met")
_OVERDUE = Text("fristen er passert", "overdue")
_FEWEST = 2  # rounds that a history is made of


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a project, as tables with their headings; empty ones are left out."""

    tables: tuple[tuple[str, Table], ...]


def around_projects(report: Report) -> Mapping[str, Around]:
    """Return what stands around each project that has something around it, by its anchor."""
    memories = (*report.portfolio.memories, remember(report.portfolio, is_now=True))
    found = {project_anchor(each.id): _around(report, each, memories) for each in report.paged}
    return {project: around for project, around in found.items() if around.tables}


def _around(report: Report, member: Member, memories: tuple[Memory, ...]) -> Around:
    lang, links = report.lang, report.summary.dependencies.links
    needs = [each for each in links if each.needs.id == member.id]
    needed = [each for each in links if each.needed.id == member.id]
    made = (
        (WebWord.OVER_ROUNDS[lang], _history(report, member.id, memories)),
        (WebWord.NEEDS[lang], _links(report, needs, is_needed=False)),
        (WebWord.NEEDED_BY[lang], _links(report, needed, is_needed=True)),
    )
    return Around(tuple((title, table) for title, table in made if table.rows))


def _history(report: Report, project: str, memories: Iterable[Memory]) -> Table:
    """Return a row for each round that had the project, the newest first; one round is no history."""
    lang = report.lang
    known = [(memory, found) for memory in memories if (found := memory.project(project))]
    rows = [_round(report, *each) for each in reversed(known)] if len(known) >= _FEWEST else []
    columns = (
        TableColumn(_ROUND[lang], 42),
        TableColumn(field_of(Project, "status").label[lang], 30),
        TableColumn(field_of(Project, "risk").label[lang], 30),
        TableColumn(field_of(Project, "ends").label[lang], 34),
        TableColumn(_BUDGET[lang], 34, number=True),
    )
    return Table(name="", columns=columns, rows=tuple(rows), style="rows")


def _round(report: Report, memory: Memory, found: Remembered) -> Row:
    setter, lang = report.typesetter, report.lang
    is_paused, is_now = found.state is ProjectState.PAUSED, memory.round_id == report.portfolio.round.id
    fact = f"project.{found.id}.budget" if is_now else budget_in(found.id, memory)
    budget = setter.money(found.budget, fact) if fact in report.facts else setter.missing()
    return Row(
        (
            TableCell(text=dates.month(memory.month, lang)),
            setter.rating(found.status, paused=is_paused),
            setter.on_hold() if is_paused else setter.rating(found.risk),
            TableCell(typed=(found.ends_text,)) if found.ends_text else setter.missing(),
            replace(budget, note=_FOR[lang].format(year=memory.budget_year)),
        )
    )


def _links(report: Report, links: Iterable[ProjectLink], *, is_needed: bool) -> Table:
    """Return the dependencies on one side of a project, each with the project on the other side."""
    lang = report.lang
    columns = (
        TableColumn(Word.PROJECT[lang], 42),
        TableColumn(field_of(Dependency, "what").label[lang], 68),
        TableColumn(field_of(Dependency, "due").label[lang], 30),
        TableColumn(field_of(Dependency, "status").label[lang], 30),
    )
    rows = tuple(_link(report, each, is_needed=is_needed) for each in links)
    return Table(name="", columns=columns, rows=rows, style="rows")


def _link(report: Report, link: ProjectLink, *, is_needed: bool) -> Row:
    setter, lang = report.typesetter, report.lang
    other = link.needs if is_needed else link.needed
    note = _MET[lang] if link.is_met else _OVERDUE[lang] if link.overdue else ""
    named = setter.named(other.id, f"{other.id} {other.name}")
    due = TableCell(typed=(link.due_text,), note=note) if link.due_text else TableCell(text=numbers.MISSING, note=note)
    return Row((named, TableCell(typed=(link.what,)), due, setter.rating(link.status)))


def marked_around(report: Report) -> Iterator[str]:
    """Yield the numbers in all that stands around the projects, as HTML with their marks."""
    for around in around_projects(report).values():
        for _, table in around.tables:
            yield from (mark_numbers(cell.text) for row in table.rows for cell in row.cells if cell.text)
