"""A round's questions written: for a terminal, as Markdown, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from textwrap import wrap

from ehport.checking.questions import ActorQuestions, ProjectQuestions, Question, RoundQuestions
from ehport.diagnostics.text import visible
from ehport.lang.language import Lang, Text

MOST_CELLS = 8
_NUMBER = 3


def as_text(found: RoundQuestions, lang: Lang, width: int = 80) -> str:
    """Return the questions as text, by actor and project."""
    if not found.count:
        return "\n\n".join([_NONE[lang], *_messages(found, lang, width)])
    blocks = [_HEAD.format(round=found.round.id, count=found.count)[lang]]
    for actor in found.actors:
        blocks.append(named(actor, lang).upper())
        blocks += ["\n".join(_project(each, lang, width)) for each in actor.projects]
    return "\n\n".join([*blocks, *_messages(found, lang, width)])


def _messages(found: RoundQuestions, lang: Lang, width: int) -> Iterator[str]:
    """Yield one block with what the actors write to the office, none when nobody does."""
    names = {each.id: each.name for each in found.round.actors}
    told = [f"- {names.get(each.actor_id, each.actor_id)}: {visible(each.in_words(lang))}" for each in found.messages]
    if told:
        lines = (line for each in told for line in wrap(each, width, subsequent_indent="  ", break_on_hyphens=False))
        yield "\n".join([_FROM_ACTORS[lang].upper(), *lines])


def as_json(found: RoundQuestions, lang: Lang) -> str:
    """Return the questions as JSON, the heaviest of each project first."""
    told = {
        "round": found.round.id,
        "questions": [
            {
                "actor": actor.actor.id if actor.actor else "",
                "project": project.id,
                "name": project.name,
                "question": each.text[lang],
                "weight": each.weight,
                "codes": [code.value for code in each.codes],
                "cells": [
                    {"file": at.file, "sheet": at.sheet, "cell": at.cell, "field": at.field} for at in each.cells
                ],
            }
            for actor in found.actors
            for project in actor.projects
            for each in project.questions
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def named(actor: ActorQuestions, lang: Lang) -> str:
    """Return what an actor is called."""
    return actor.actor.name if actor.actor else _NOBODY[lang]


def place(project: ProjectQuestions) -> str:
    """Return where the cells of a project's questions are."""
    return visible(" › ".join(filter(None, project.place)))


def cells(question: Question, project: ProjectQuestions) -> str:
    """Return a question's cells, those of another sheet than the project's with their place: ``C12, C40``."""
    places: dict[tuple[str, str], list[str]] = {}
    for at in question.cells:
        places.setdefault((at.file, at.sheet), []).append(at.cell)
    told = (_place(() if each == project.place else each, listed) for each, listed in places.items())
    return visible("; ".join(filter(None, told)))


def left(project: ProjectQuestions, lang: Lang) -> str:
    """Return how many questions were left out, nothing when none was."""
    return _LEFT[min(project.left, 2) - 1].format(count=project.left)[lang] if project.left else ""


def _place(sheet: Iterable[str], listed: Iterable[str]) -> str:
    addresses = [each for each in dict.fromkeys(listed) if each]
    more = ["…"] if len(addresses) > MOST_CELLS else []
    return " › ".join(filter(None, (*sheet, ", ".join((*addresses[:MOST_CELLS], *more)))))


def _project(each: ProjectQuestions, lang: Lang, width: int) -> Iterator[str]:
    yield visible(f"{each.id} {each.name}")
    yield from _hung(" " * _NUMBER + place(each), width)
    for number, question in enumerate(each.questions, start=1):
        found = cells(question, each)
        told = f"{question.text[lang]} [{found}]" if found else question.text[lang]
        yield from _hung(f"{number}.".ljust(_NUMBER) + visible(told), width)
    if told := left(each, lang):
        yield from _hung(" " * _NUMBER + told, width)


def _hung(text: str, width: int) -> list[str]:
    """Return a text in lines that hang below the number before it."""
    body = text[_NUMBER:]
    indent = " " * _NUMBER
    return wrap(body, width, initial_indent=text[:_NUMBER], subsequent_indent=indent, break_on_hyphens=False)


_HEAD = Text("Spørsmål til runde {round}: {count}", "Questions about round {round}: {count}")
_NONE = Text("Dataene reiser ingen spørsmål.", "The data raises no questions.")
_FROM_ACTORS = Text("Fra aktørene til kontoret", "From the actors to the office")
_NOBODY = Text("Ingen aktør", "No actor")
_LEFT = (
    Text("Ett mindre spørsmål er utelatt; se «ehport check».", "One lighter question is left out; see «ehport check»."),
    Text(
        "{count} mindre spørsmål er utelatt; se «ehport check».",
        "{count} lighter questions are left out; see «ehport check».",
    ),
)
