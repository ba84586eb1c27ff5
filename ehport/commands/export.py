"""``ehport export``: write the open data of one round or of all as plain files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from ehport.command_line.declare import Command, option
from ehport.command_line.shared import (
    LangOption,
    NewestRound,
    QuietOption,
    RootOption,
    root_of,
    say,
    say_next,
    tell_passed_over,
)
from ehport.lang.language import Lang, Text
from ehport.rounds.find import OUTPUT
from ehport.rounds.named import round_named
from ehport.system.errors import UsageError

_FOLDER, _ALL = "export", "all-rounds"

OutOption = Annotated[
    Path | None,
    option(
        "--out",
        value=Text("MAPPE", "FOLDER"),
        tells=Text(
            "Mappen det skrives til; ellers output/export/.", "The folder to write to; otherwise output/export/."
        ),
    ),
]
AllRoundsOption = Annotated[
    bool,
    option(
        "--all-rounds",
        tells=Text(
            "Alle runder sammen, med runden i den første kolonnen.",
            "All rounds together, the round in the first column.",
        ),
    ),
]


def export(
    round_id: NewestRound = None,
    all_rounds: AllRoundsOption = False,
    out: OutOption = None,
    root: RootOption = None,
    quiet: QuietOption = False,
    lang: LangOption = Lang.NB,
) -> None:
    """Write the open data of one round or of all."""
    from ehport.export.many_rounds import write_rounds
    from ehport.library.reading import all_rounds as every_round
    from ehport.library.reading import read_whole

    if all_rounds and round_id:
        raise UsageError(_ONE_OR_ALL)
    if all_rounds:
        found, name = every_round(root_of(root)), _ALL
    else:
        tell_passed_over(root, round_id, lang)
        found = (read_whole(round_named(round_id, root)),)
        name = found[0].id
    newest = found[-1].round
    folder = out or newest.folder.parents[1] / OUTPUT / _FOLDER / name
    try:
        files = write_rounds(folder, [(each.id, each.tables.values()) for each in found], lang, newest.cutoff)
    except OSError as bad:
        raise UsageError(_NOT_WRITTEN.format(path=folder, why=bad.strerror or bad)) from bad
    say(_WRITTEN.format(count=len(files), folder=folder, rounds=", ".join(each.id for each in found))[lang])
    say_next(_NEXT.format(file=files[-1].name), lang, quiet=quiet)


_WRITTEN = Text(
    "Skrev {count} filer til {folder}. Runder: {rounds}.", "Wrote {count} files to {folder}. Rounds: {rounds}."
)
_NEXT = Text(
    "åpne {file}, der det siste arket forklarer kolonnene, eller les CSV-filene",
    "open {file}, whose last sheet explains the columns, or read the CSV files",
)
_ONE_OR_ALL = Text(
    "Enten én runde eller alle: ta bort --all-rounds eller runden.",
    "Either one round or all: leave out --all-rounds or the round.",
)
_NOT_WRITTEN = Text(
    "{path} kan ikke skrives: {why}. Sjekk at du har skrivetilgang, og lukk filer som er åpne i Excel.",
    "{path} cannot be written: {why}. Check that you may write there, and close files that are open in Excel.",
)
COMMAND = Command(
    "export",
    export,
    Text(
        "Skriv tallene fra én runde eller alle som CSV og Excel.",
        "Write the data of one round or all as CSV and Excel.",
    ),
    "export --all-rounds",
)
