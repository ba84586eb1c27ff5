"""A submission read: from a file that anyone may have saved to records, everything wrong told in one go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.actor import Actor
from ehport.form.field import fields_of
from ehport.form.kinds import RoundId
from ehport.form.project import Project
from ehport.form.vocabulary import Answer
from ehport.lang.language import Text
from ehport.model.round import Round
from ehport.model.submission import Entry, Submission
from ehport.workbook import layout
from ehport.workbook.book import Book, Origin, SheetRow, open_book, origin, rows_of
from ehport.workbook.cards import CardReader
from ehport.workbook.cells import Sheet
from ehport.workbook.context import Context, make_context
from ehport.workbook.found import FoundCard
from ehport.workbook.frame import find_frame, find_record, is_guide, mark_of
from ehport.workbook.labels import labels_of
from ehport.workbook.parse import parse_card
from ehport.workbook.prefilled import find_copies
from ehport.workbook.sensitivity import find_sensitivity_labels
from ehport.workbook.unreadable import UnreadableFileError

Told = tuple[Diagnostic, ...]
_ACTOR_SHEET = Text("Aktør", "Actor")
_OWN_SHEETS = frozenset({layout.VOCABULARY, layout.FEEDBACK})


def read_submission(path: Path, round_: Round | None) -> tuple[Submission | None, Told]:
    """Return what an actor handed in and everything to say about it; never raises, whatever the file is."""
    try:
        book = open_book(path)
        made_for = origin(book)
        context = make_context(path, round_, made_for)
        if told := _not_this_round(context, made_for):
            return None, told
        return _read(path, book, context, made_for, round_)
    except UnreadableFileError as bad:
        return None, (_about_file(path.name, bad.code, **bad.facts),)


def _read(
    path: Path, book: Book, context: Context, made_for: Origin, round_: Round | None
) -> tuple[Submission | None, Told]:
    cards, told = _cards(book, context)
    if not cards and not made_for.round_id:
        return None, (_about_file(path.name, Code.NOT_THE_FORM),)
    told = [*_about_package(path, book, made_for, round_), *unreadable_sheets(book, path.name), *told]
    actor, found = _actor(cards, context, made_for)
    told += found
    projects: list[Entry[Project]] = []
    for record, card in cards:
        if record is Project:
            entry, found = _project(card, context)
            told += found
            projects += [entry] if entry else []
    projects = list(_own(projects, is_confirmed=actor.record.nothing_to_report is Answer.YES))
    if not projects and not book.unreadable and actor.record.nothing_to_report is not Answer.YES:
        told.append(_about_file(path.name, Code.NO_PROJECTS))
    if round_ is not None:
        told += _about_actor(path, actor, round_)
    return Submission(path, context.round_id, actor, tuple(projects)), tuple(told)


def _cards(book: Book, context: Context) -> tuple[list[tuple[type, FoundCard]], list[Diagnostic]]:
    cards: list[tuple[type, FoundCard]] = []
    told: list[Diagnostic] = []
    for sheet in book.sheets:
        rows = list(rows_of(sheet))
        record = find_record(rows, context.budget_year)
        if record is not None:
            labels = labels_of(record, context.budget_year)
            card = FoundCard(sheet.title)
            reader = CardReader(book, context, labels, find_frame(rows, labels), rows, card, find_copies(book, sheet))
            cards.append((record, reader.read()))
        elif rows and not _is_own(sheet, rows):
            at = Location(context.file, sheet.title)
            told.append(Diagnostic(Code.SHEET_IGNORED, at, {"sheet": sheet.title}))
    return cards, told


def _is_own(sheet: Sheet, rows: Sequence[SheetRow]) -> bool:
    """Tell whether a sheet without answers is the form's own."""
    return mark_of(rows) in _OWN_SHEETS or sheet.title == layout.VOCABULARY_TITLE or is_guide(rows)


def _actor(
    cards: Iterable[tuple[type, FoundCard]], context: Context, made_for: Origin
) -> tuple[Entry[Actor], list[Diagnostic]]:
    for record, card in cards:
        if record is Actor:
            entry, told = parse_card(card, Actor, context)
            return entry, [*card.diagnostics, *told]
    missing = Diagnostic(Code.SHEET_MISSING, Location(context.file), {"sheet": _ACTOR_SHEET, "file": context.file})
    return Entry(Actor(id=made_for.actor or None), ""), [missing]


def _project(card: FoundCard, context: Context) -> tuple[Entry[Project] | None, list[Diagnostic]]:
    if _is_blank(card):
        at = Location(context.file, card.sheet)
        return None, [Diagnostic(Code.SHEET_EMPTY, at, {"sheet": card.sheet})]
    entry, told = parse_card(card, Project, context)
    return entry, list(_of_project([*card.diagnostics, *told], entry))


def _own(projects: Sequence[Entry[Project]], *, is_confirmed: bool) -> Iterator[Entry[Project]]:
    """Yield the projects; a sheet copied for a new project says nothing of what that project was last round."""
    said = [each.before.get("id", "") for each in projects]
    at_home = {number for each, number in zip(projects, said, strict=True) if number and number == each.text("id")}
    for each, number in zip(projects, said, strict=True):
        is_copy = number in at_home and number != each.text("id")
        yield each.not_prefilled() if is_copy else replace(each, is_confirmed=is_confirmed)


def _is_blank(card: FoundCard) -> bool:
    """Tell whether a card has nothing but the rows that the form itself suggests."""
    if any(found.seen.text or found.seen.problem for found in card.answers.values()):
        return False
    for each in fields_of(Project):
        for row in card.rows.get(each.name, ()) if each.is_list else ():
            said = [found.seen.text for found in row.values() if found.seen.text]
            if said and not (len(said) == 1 and said[0] in each.rows.suggested):
                return False
    return True


def _of_project(told: Iterable[Diagnostic], entry: Entry[Any]) -> Iterator[Diagnostic]:
    project, name = entry.record.id or entry.text("id"), entry.text("name")
    for each in told:
        yield replace(each, at=replace(each.at, project=project, project_name=name))


def _not_this_round(context: Context, made_for: Origin) -> Told:
    if made_for.round_id and context.round_id and made_for.round_id != context.round_id:
        return (_about_file(context.file, Code.WRONG_ROUND, given=made_for.round_id, expected=context.round_id),)
    if not context.budget_year or RoundId().parse(context.round_id).value is None:
        return (_about_file(context.file, Code.NOT_THE_FORM),)
    return ()


def _about_package(path: Path, book: Book, made_for: Origin, round_: Round | None) -> Iterator[Diagnostic]:
    if book.package.has_macros:
        yield _about_file(path.name, Code.MACROS_IGNORED)
    for name in find_sensitivity_labels(book.package):
        yield _about_file(path.name, Code.SENSITIVITY, labelled=name)
    if round_ is not None and made_for.form and made_for.form != round_.form:
        yield _about_file(path.name, Code.OLD_FORM, given=made_for.form, expected=round_.form)


def unreadable_sheets(book: Book, file: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic of each sheet whose content is missing or broken."""
    for title in book.unreadable:
        yield Diagnostic(Code.SHEET_UNREADABLE, Location(file, title), {"sheet": title})


def _about_actor(path: Path, actor: Entry[Actor], round_: Round) -> Iterator[Diagnostic]:
    own = actor.record.id
    asked = next((each for each in round_.actors if each.id == own), None)
    cell = Location(path.name, actor.sheet, actor.address("id"), field="id")
    if own and asked is None:
        yield Diagnostic(Code.UNKNOWN_ACTOR, cell, {"file": path.name}, found=actor.text("id"))
    elif asked and path.stem.casefold() in {each.id.casefold() for each in round_.actors if each != asked}:
        facts = {"file": path.name, "actor": asked.id, "expected": asked.file}
        yield Diagnostic(Code.ACTOR_OF_ANOTHER_FILE, cell, facts)


def _about_file(name: str, code: Code, **facts: object) -> Diagnostic:
    return Diagnostic(code, Location(name), {"file": name, **facts})
