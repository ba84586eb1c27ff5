"""``ehport publish``: keep a finished report as a numbered edition that nothing writes over."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from ehport.command_line.declare import Command, option
from ehport.command_line.shared import LangOption, NewestRound, QuietOption, RootOption, say, say_next
from ehport.lang.language import Lang, Text
from ehport.rounds.named import round_named

WhyOption = Annotated[
    str,
    option(
        "--why",
        value=Text("TEKST", "TEXT"),
        tells=Text("Hva en rettet utgave retter, og hvorfor.", "What a corrected edition corrects, and why."),
    ),
]


def publish(
    round_id: NewestRound = None,
    why: WhyOption = "",
    quiet: QuietOption = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Publish a finished report."""
    from ehport.building import publish as publishing

    round_ = round_named(round_id, root)
    day = f"{datetime.now().astimezone():%Y-%m-%d}"
    edition = publishing.publish(round_.folder.parents[1], round_, day=day, why=why)
    place = f"published/{round_.id}/{edition.number}"
    say((_PUBLISHED if edition.is_new else _IS_PUBLISHED).format(number=edition.number, place=place)[lang])
    if edition.is_new:
        say_next(_NEXT.format(place=place), lang, quiet=quiet)


_PUBLISHED = Text(
    "Utgave {number} ligger i {place} og blir ikke endret. Senere runder henter tallene derfra.",
    "Edition {number} is in {place} and will not change. Later rounds take their figures from there.",
)
_IS_PUBLISHED = Text(
    "Rapporten er alt publisert som utgave {number}, i {place}.",
    "The report is published as edition {number} already, in {place}.",
)
_NEXT = Text(
    "legg ut filene i {place}. Arbeidsbøkene den er laget av, ligger i kilder/ ved siden av, for kontoret.",
    "put the files in {place} online. The workbooks it was made of are in kilder/ beside it, for the office.",
)
COMMAND = Command(
    "publish",
    publish,
    Text(
        "Ta vare på en ferdig rapport som en utgave som ikke endres.",
        "Keep a finished report as an edition that does not change.",
    ),
    "publish 2021-04",
)
