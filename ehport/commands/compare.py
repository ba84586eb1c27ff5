"""``ehport compare``: show what has changed between two rounds or workbooks."""

from __future__ import annotations

import sys
from typing import Annotated

from ehport.command_line import completing
from ehport.command_line.declare import Command, argument, option
from ehport.command_line.shared import Format, FormatOption, LangOption, ProjectOption, RootOption, show_as
from ehport.lang.language import Lang, Text
from ehport.system import console

BeforeArgument = Annotated[
    str,
    argument(
        Text("RUNDE|FIL", "ROUND|FILE"),
        Text("Den eldste runden, eller en arbeidsbok.", "The older round, or a workbook."),
        autocompletion=completing.targets,
    ),
]
NowArgument = Annotated[
    str,
    argument(
        Text("RUNDE|FIL", "ROUND|FILE"),
        Text("Den nyeste, eller samme aktørs nye arbeidsbok.", "The newer one, or the same actor's new workbook."),
        autocompletion=completing.targets,
    ),
]
EverythingOption = Annotated[
    bool, option("--all", "--alle", tells=Text("Vis også endrede tekster.", "Show changed texts too."))
]


def compare(
    before: BeforeArgument,
    now: NowArgument,
    project: ProjectOption = None,
    format: FormatOption = Format.TEXT,
    everything: EverythingOption = False,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """Compare two rounds, or two versions of a workbook."""
    from ehport.comparing import compare as comparing
    from ehport.comparing import json as comparing_json
    from ehport.comparing import text as comparing_text
    from ehport.system.progress import Progress

    found = comparing.compare_named(before, now, root=root, progress=Progress(lang, sys.stderr), project=project)
    everything, room = everything or project is not None, console.width() or comparing_text.WIDTH
    show_as(
        format,
        text=lambda: comparing_text.as_text(found, lang, everything=everything, width=room),
        json=lambda: comparing_json.as_json(found, lang),
    )


COMMAND = Command(
    "compare",
    compare,
    Text(
        "Vis hva som er endret mellom to runder eller arbeidsbøker.",
        "Show what has changed between two rounds or workbooks.",
    ),
    "compare 2021-04 2021-09",
)
