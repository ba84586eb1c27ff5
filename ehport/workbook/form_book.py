"""The workbook of one actor: guidance, the actor's card, a card per project, and the hidden words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from pathlib import Path

from openpyxl import Workbook

from ehport.form.actor import Actor
from ehport.form.answers import Answers
from ehport.form.project import Project
from ehport.lang.language import Lang, Text
from ehport.model.round import AskedActor, Round
from ehport.workbook import layout
from ehport.workbook.card import Card
from ehport.workbook.card_sheet import CardHeading, write_card
from ehport.workbook.finish import finish
from ehport.workbook.guide import write_guide
from ehport.workbook.style import add_styles
from ehport.workbook.titles import Titles
from ehport.workbook.words import write_known_words, write_origin, write_vocabularies

_GUIDE, _ACTOR = Text("Veiledning", "Guide"), Text("Aktør", "Actor")
_PROJECT, _NEW_PROJECT = Text("Prosjekt", "Project"), Text("Nytt prosjekt", "New project")
_GIVEN = frozenset({"id", "name"})  # the office fills these in on the actor's card


@dataclass(frozen=True, slots=True)
class Sender(AskedActor):
    """An actor with what it says of itself besides its id and name."""

    own: Mapping[str, str] = field(default_factory=dict)


def write_form(
    path: Path, round_: Round, actor: AskedActor, projects: Sequence[Answers | None] = (), *, lang: Lang = Lang.NB
) -> None:
    """Write an actor's workbook for a round, with a card per project; ``None`` among them is an empty card.

    Without projects there is one empty card. Texts are written exactly as given.

    Raises `TextTooLongError` when a text does not fit in a cell.
    """
    workbook, is_prefilled = Workbook(), any(given and given.last_round for given in projects)
    guide, titles = workbook.worksheets[0], Titles([_GUIDE[lang], _ACTOR[lang], layout.VOCABULARY_TITLE])
    guide.title = _GUIDE[lang]
    add_styles(workbook, is_prefilled=is_prefilled)
    write_guide(guide, round_, lang, is_prefilled=is_prefilled)
    said = Answers({**(actor.own if isinstance(actor, Sender) else {}), "id": actor.id, "name": actor.name})
    hints = layout.LAST_ROUND_HINTS if is_prefilled else {}
    write_card(
        Card(workbook.create_sheet(_ACTOR[lang]), Actor, round_, lang, _GIVEN, said, hints),
        CardHeading(layout.CARD_ACTOR, layout.TITLES[layout.CARD_ACTOR][lang], actor.name),
    )
    for given in projects or (None,):
        sheet = workbook.create_sheet(titles.take(_name(given, lang)))
        write_card(
            Card(sheet, Project, round_, lang, given=given),
            CardHeading(layout.CARD_PROJECT, layout.TITLES[layout.CARD_PROJECT][lang]),
        )
    write_origin(workbook, round_, actor)
    write_vocabularies(workbook, (Actor, Project), round_.focus_areas, ticks=is_prefilled)
    write_known_words(workbook, (Actor, Project))
    workbook.active = 1  # the first answer; the guide is to the left of it
    finish(workbook, path, datetime.combine(round_.cutoff, time()))


def _name(given: Answers | None, lang: Lang) -> str:
    if given is None:
        return _NEW_PROJECT[lang]
    return f"{given.texts.get('id', '')} {given.texts.get('name', '')}".strip() or _PROJECT[lang]
