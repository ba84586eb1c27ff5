"""``ehport explain``: explain a code: what it means, and what is to be done."""

from __future__ import annotations

from typing import Annotated

from ehport.command_line import completing
from ehport.command_line.declare import Command, argument
from ehport.command_line.shared import LangOption, say
from ehport.lang.language import Lang, Text
from ehport.lang.likeness import did_you_mean
from ehport.system.errors import UsageError

CodeArgument = Annotated[
    str,
    argument(
        Text("KODE", "CODE"),
        Text("Koden i en melding, for eksempel C203.", "The code in a message, for example C203."),
        autocompletion=completing.codes,
    ),
]


def explain(
    code: CodeArgument,
    lang: LangOption = Lang.NB,
) -> None:
    """Explain one diagnostic's code."""
    from ehport.rules import explanation

    told = explanation.explain(code, lang)
    if told is None:
        raise UsageError(_NO_CODE.format(code=code, near=did_you_mean(code, explanation.codes())))
    say(told)


_NO_CODE = Text(
    "Det er ingen regel med koden {code}.{near} Se alle med: ehport rules",
    "There is no rule with the code {code}.{near} See all with: ehport rules",
)
COMMAND = Command(
    "explain",
    explain,
    Text(
        "Forklar en kode: hva den betyr, og hva som skal gjøres.",
        "Explain a code: what it means, and what is to be done.",
    ),
    "explain C203",
)
