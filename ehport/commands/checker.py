"""``ehport checker``: write the check as a page for those who have a browser and no Python."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from ehport.command_line.declare import Command, option
from ehport.command_line.shared import LangOption, NewestRound, RootOption, root_of, say
from ehport.lang.language import Lang, Text
from ehport.model.round import CHECKER
from ehport.rounds.find import find_round, root_or_none, round_ids

OutOption = Annotated[
    Path | None,
    option(
        "--out",
        value=Text("FIL", "FILE"),
        tells=Text("Filen det skrives til; ellers sjekk.html her.", "The file to write; otherwise sjekk.html here."),
    ),
]


def checker(
    round_id: NewestRound = None, out: OutOption = None, root: RootOption = None, lang: LangOption = Lang.NB
) -> None:
    """Write the check as a page."""
    from ehport.checker import page

    base = root_of(root) if round_id else root_or_none(root)
    round_ = find_round(base, round_id) if base and (round_id or round_ids(base)) else None
    say(_WRITTEN.format(path=page.write_page(out or Path(CHECKER), lang, round_))[lang])


_WRITTEN = Text(
    "Skrev {path}. Send den sammen med arbeidsbøkene; den åpnes i en nettleser.",
    "Wrote {path}. Send it along with the workbooks; it opens in a browser.",
)
COMMAND = Command(
    "checker",
    checker,
    Text(
        "Lag sjekk.html: sjekken i en nettleser, uten ehport.",
        "Write sjekk.html: the check in a browser, for those without ehport.",
    ),
    "checker 2021-09",
)
