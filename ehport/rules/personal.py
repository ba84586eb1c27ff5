"""Rules about what must not be printed: personal data, and texts that are marked as not for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.form.actor import Actor
from ehport.form.field import Field, answers, fields_of, lists
from ehport.form.project import Project
from ehport.form.reading import Flag
from ehport.form.register import Register
from ehport.lang.language import Text, same
from ehport.model.portfolio import Portfolio
from ehport.model.round import FILE, REGISTER, Round
from ehport.model.submission import Entry, Submission
from ehport.rules.personal_data import Personal, find_personal_data
from ehport.rules.restricted import find_restrictions
from ehport.rules.subject import Subject

_OF_ROUND = ("title", "publisher", "recipients", "description")


def what_is_printed_is_not_personal(about: Subject) -> Iterator[Diagnostic]:
    """No answer that is printed has personal data in it."""
    for each in _printed(Project):
        yield from _in_answer(about, each.name)
    for listed in lists(fields_of(Project)):
        for row in about.rows(listed.name) if listed.printed else ():
            for each in _printed(listed.rows.record):
                yield from _in_answer(about, f"{listed.name}.{each.name}", row)


def the_actor_is_not_personal(submission: Submission) -> Iterator[Diagnostic]:
    """What an actor is called has no personal data in it; the contact is not printed."""
    actor = submission.actor
    for each in _printed(Actor):
        for found in _found(actor, each.name):
            at = Location(submission.file.name, actor.sheet, actor.address(each.name), field=each.name)
            yield Diagnostic(found.code, at, {"label": each.label}, found=found.shortened)


def the_register_is_not_personal(portfolio: Portfolio) -> Iterator[Diagnostic]:
    """Nothing in the register, or in the settings of the round, has personal data in it."""
    for listed in lists(fields_of(Register)):
        for row in portfolio.register.rows.get(listed.name, ()):
            for each in answers(fields_of(listed.rows.record)):
                yield from _in_register(listed, each, row)
    yield from _in_settings(portfolio.round)


def _printed(record: type) -> tuple[Field, ...]:
    return tuple(each for each in answers(fields_of(record)) if each.printed)


def _found(entry: Entry[Any], name: str) -> Iterator[Personal]:
    """Yield the personal data in an answer; an amount in kroner may have the figures of a telephone number."""
    cell = entry.cells.get(name)
    is_kroner = cell is not None and Flag.LOOKS_LIKE_KRONER in cell.flags
    found = _not_to_be_printed(entry.text(name))
    return (each for each in found if not (is_kroner and each.code is Code.PHONE))


def _not_to_be_printed(text: str) -> Iterator[Personal]:
    yield from find_personal_data(text)
    for words in find_restrictions(text):
        yield Personal(Code.NOT_PUBLIC, words)


def _in_answer(about: Subject, name: str, row: Entry[Any] | None = None) -> Iterator[Diagnostic]:
    for found in _found(row or about.entry, name.rpartition(".")[2]):
        yield Diagnostic(found.code, about.at(name, row), {"label": about.label(name)}, found=found.shortened)


def _in_register(listed: Field, each: Field, row: Entry[Any]) -> Iterator[Diagnostic]:
    for found in _found(row, each.name):
        project = row.text("id") or row.text("project")
        at = Location(REGISTER, row.sheet, row.address(each.name), project=project, field=each.name)
        label = Text(f"{listed.label.nb}: {each.label.nb}", f"{listed.label.en}: {each.label.en}")
        yield Diagnostic(found.code, at, {"label": label}, found=found.shortened)


def _in_settings(round_: Round) -> Iterator[Diagnostic]:
    texts = {name: getattr(round_, name, "") or getattr(round_.publication, name, "") for name in _OF_ROUND}
    for name, text in texts.items():
        for found in _not_to_be_printed(text):
            yield Diagnostic(found.code, Location(FILE, field=name), {"label": same(name)}, found=found.shortened)
