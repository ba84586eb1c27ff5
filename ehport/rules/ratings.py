"""Rules about ratings and relevance: reasons that are missing, colours that do not fit the other answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.form.vocabulary import Level, Rating
from ehport.lang.counting import listed
from ehport.lang.language import Lang, Text
from ehport.rules.naming import own_number
from ehport.rules.subject import Subject, named
from ehport.rules.times import overdue_deliverables

REASONS = {"status": "status_reason", "risk": "risk_description"}
_TROUBLE = re.compile(
    r"\b(?:gul|gult|rød|rødt|forsink\w*|utsatt|utsettes|overskrid\w*|overskred\w*|bak plan\w*|ikke i rute)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:ikke|ingen|uten|unngå\w*|tidligere)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
_LATE = Text("leveransen «{name}» skulle vært ferdig {when}", "the deliverable «{name}» was due {when}")
_MANY_LATE = Text(
    "{count} leveranser skulle vært ferdige, deriblant «{name}» ({when})",
    "{count} deliverables were due, among them «{name}» ({when})",
)
_RED = Text("avhengigheten av «{name}» er rød", "the dependency on «{name}» is red")
_MANY_RED = Text(
    "{count} avhengigheter er røde, deriblant den av «{name}»",
    "{count} dependencies are red, among them that on «{name}»",
)
_RED_RISK = Text("risikoen er rød", "the risk is red")
_EMPTY = Text("tom", "empty")


def yellow_and_red_have_a_reason(about: Subject) -> Iterator[Diagnostic]:
    """Status and risk that are not green are explained."""
    for rated, reason in REASONS.items():
        rating = getattr(about.project, rated)
        if rating in (Rating.YELLOW, Rating.RED) and not about.typed(reason):
            told = about.tell(Code.RATING_NEEDS_REASON, reason, rated=about.label(rated))
            yield Diagnostic(told.code, told.at, told.facts, found=about.typed(rated))


def green_has_no_reason_for_another_colour(about: Subject) -> Iterator[Diagnostic]:
    """The reason for a green status does not speak of delays or of another colour."""
    reason = about.project.status_reason or ""
    words = [found[0] for found in _TROUBLE.finditer(reason) if not _DENIED.search(reason[: found.start()])]
    if about.project.status is Rating.GREEN and words:
        yield about.tell(Code.GREEN_WITH_REASON, "status", words=words[0])


def green_is_green_all_through(about: Subject) -> Iterator[Diagnostic]:
    """A green project has no overdue deliverable, no red dependency and no red risk."""
    signs = [*_late(about), *_red(about)]
    if about.project.risk is Rating.RED:
        signs.append(_RED_RISK)
    if about.project.status is Rating.GREEN and signs:
        yield about.tell(
            Code.WATERMELON, "status", signs=Text(*(listed([each[lang] for each in signs], lang) for lang in Lang))
        )


def the_primary_area_is_highly_relevant(about: Subject) -> Iterator[Diagnostic]:
    """The relevance to the primary focus area is H."""
    area = about.project.focus_area
    levels = {row.record.area: row.record.level for row in about.rows("relevance")}
    level = levels.get(area)
    if area and level is not Level.HIGH:
        yield about.tell(Code.AREA_WITHOUT_HIGH, "focus_area", level=level.label if level else _EMPTY)


def the_name_has_no_number_of_its_own(about: Subject) -> Iterator[Diagnostic]:
    """A name does not carry the number that the actor uses."""
    if number := own_number(about.project.name or ""):
        yield about.tell(Code.NUMBER_IN_NAME, "name", number=number)


def _late(about: Subject) -> Iterator[Text]:
    late = overdue_deliverables(about)
    if late:
        first, when = named(late[0].record.name), late[0].text("planned")
        yield (_LATE if len(late) == 1 else _MANY_LATE).format(count=len(late), name=first, when=when)


def _red(about: Subject) -> Iterator[Text]:
    red = [row for row in about.rows("dependencies") if row.record.status is Rating.RED]
    if red:
        yield (_RED if len(red) == 1 else _MANY_RED).format(count=len(red), name=named(red[0].record.on))
