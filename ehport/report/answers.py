"""A project's answers by the sections of the form, in its order, each as it was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import cast

from ehport.form.field import Field, fields_of
from ehport.form.kinds import Amount, Choice, FocusArea, Prose
from ehport.form.project import Project, Section
from ehport.form.vocabulary import Vocabulary
from ehport.model.submission import Entry
from ehport.report.listing import LONG_ROW, ListContext, Unanswered, listing, rated
from ehport.report.table import RatingMark, Table
from ehport.report.wording import Word

SHORT = 44  # what fits on two lines in half a row
_PAIR = 2
_THIRD_OF_A_PAGE = 750


@dataclass(frozen=True, slots=True)
class PrintedAnswer:
    """A question with its answer as typed; ``note`` says what a code stands for.

    An answer in the report's own words, as a vocabulary has them, is not ``written``.
    """

    label: str
    typed: str
    mark: RatingMark | None = None
    note: str = ""
    is_long: bool = True
    written: bool = True

    @property
    def is_cut(self) -> bool:
        """Tell whether the answer is so long that a page may end in it."""
        return len(self.typed) > LONG_ROW


@dataclass(frozen=True, slots=True)
class AnswerRows:
    """Rows of answers, one long or two short in each; or a list's table."""

    rows: tuple[tuple[PrintedAnswer, ...], ...] = ()
    table: Table | None = None


@dataclass(slots=True)
class AnsweredSection:
    """A section of the form with what was answered in it, and the questions that were not."""

    number: int
    title: str
    blocks: list[AnswerRows] = field(default_factory=list)
    unanswered: list[Unanswered] = field(default_factory=list)

    @property
    def is_short(self) -> bool:
        """Tell whether the answers take little room: the last section then stays on one page."""
        answers = (each.typed for block in self.blocks for row in block.rows for each in row)
        cells = (cell for block in self.blocks if block.table for row in block.table.rows for cell in row.cells)
        typed = (*answers, *(text for cell in cells for text in cell.typed))
        return sum(map(len, typed)) < _THIRD_OF_A_PAGE


def head_fields() -> tuple[Field, ...]:
    """Return the fields that say which project it is and who is behind it: the first of the form, up to a long text."""
    found = []
    for each in fields_of(Project):
        if each.is_list or isinstance(each.kind, Prose):
            break
        if each.printed:
            found.append(each)
    return tuple(found)


def answered_sections(entry: Entry[Project], asked: ListContext) -> tuple[AnsweredSection, ...]:
    """Return the sections of the form that were asked for or answered in the round."""
    head = {each.name for each in head_fields()}
    shown = [each for each in fields_of(Project) if each.printed and each.name not in head]
    made = (
        _section(section, tuple(fields), entry, asked)
        for section, fields in groupby(shown, key=lambda each: each.section)
    )
    return tuple(each for each in made if each.blocks or each.unanswered)


def answer(each: Field, entry: Entry[Project], asked: ListContext) -> PrintedAnswer | None:
    """Return a field's answer, nothing when there is none."""
    typed = entry.text(each.name)
    if not typed.strip():
        return None
    label, value = asked.heading(each), getattr(entry.record, each.name)
    if isinstance(each.kind, Amount):
        label = f"{label}, {Word.MILLION_KRONER[asked.setter.lang]}"
    is_long = isinstance(each.kind, Prose) or len(typed) > SHORT or "\n" in typed.strip()
    if mark := rated(entry, each.name, asked.setter):
        return PrintedAnswer(label, "", mark, is_long=False)
    if isinstance(each.kind, FocusArea):
        name = asked.round.focus_areas.get(value or "", "")
        return PrintedAnswer(label, typed, note=name)
    return PrintedAnswer(label, typed, is_long=is_long)


def _section(section: Section, fields: Sequence[Field], entry: Entry[Project], asked: ListContext) -> AnsweredSection:
    made = AnsweredSection(section.number, section.value[asked.setter.lang])
    waiting: list[PrintedAnswer] = []
    for place, each in enumerate(fields):
        if each.is_list and each.rows.single:
            continue
        if each.is_list and not _is_graded(each):
            made.blocks += _in_rows(waiting)
            waiting = []
            following = fields[place + 1] if place + 1 < len(fields) else None
            total = following if following and following.is_list and following.rows.single else None
            found = listing(each, total, entry, asked)
            made.blocks += [AnswerRows(table=found.table)] if found.table else []
            made.unanswered += found.unanswered
            continue
        given = _grades(each, entry, asked) if each.is_list else answer(each, entry, asked)
        if given:
            waiting.append(given)
        elif each.asked_in(asked.round.id):
            made.unanswered.append(Unanswered(asked.heading(each)))
    made.blocks += _in_rows(waiting)
    return made


def _is_graded(each: Field) -> bool:
    """Tell whether a list gives each of the form's own rows one choice: it is told in lines, not in a table."""
    declared = fields_of(each.rows.record)
    return bool(each.rows.keys) and len(declared) == _PAIR and isinstance(declared[1].kind, Choice)


def _grades(each: Field, entry: Entry[Project], asked: ListContext) -> PrintedAnswer | None:
    """Return the rows of a graded list by what was typed: ``H (høy): 1.1 …; 1.2 …``."""
    key, grade = fields_of(each.rows.record)
    grades: list[object] = [*cast(type[Vocabulary], grade.one.python_type)]
    given = entry.rows.get(each.name, ())
    found: dict[str, list[str]] = {}
    for row in sorted(given, key=lambda row: _rank(getattr(row.record, grade.name), grades)):
        if typed := row.text(grade.name).strip():
            name = asked.round.focus_areas.get(row.text(key.name), "")
            value = getattr(row.record, grade.name)
            meaning = f"{typed} ({value.meaning[asked.setter.lang].lower()})" if value else typed
            found.setdefault(meaning, []).append(f"{row.text(key.name)} {name}".strip())
    lines = [f"{meaning}: {'; '.join(names)}" for meaning, names in found.items()]
    return PrintedAnswer(asked.heading(each), "\n".join(lines)) if lines else None


def _rank(value: object, grades: list[object]) -> int:
    return grades.index(value) if value in grades else len(grades)


def _in_rows(waiting: Iterable[PrintedAnswer]) -> list[AnswerRows]:
    rows = tuple(pair_answers(waiting))
    return [AnswerRows(rows=rows)] if rows else []


def pair_answers(waiting: Iterable[PrintedAnswer]) -> Iterator[tuple[PrintedAnswer, ...]]:
    """Yield the answers in order: a long one alone, short ones two by two."""
    short: list[PrintedAnswer] = []
    for each in waiting:
        if each.is_long:
            if short:
                yield tuple(short)
                short = []
            yield (each,)
            continue
        short.append(each)
        if len(short) == _PAIR:
            yield tuple(short)
            short = []
    if short:
        yield tuple(short)
