"""``ehport rules``: list all rules, or show what one of them hits."""

from __future__ import annotations

from typing import Annotated

from ehport.command_line import completing
from ehport.command_line.declare import Command, argument, option
from ehport.command_line.shared import Format, FormatOption, LangOption, RootOption, root_of, show_as
from ehport.lang.language import Lang, Text
from ehport.rounds.named import id_named
from ehport.system.errors import UsageError

RoundsArgument = Annotated[
    list[str] | None,
    argument(
        Text("RUNDE…", "ROUND…"),
        Text("Med --try: rundene; uten dem prøves alle.", "With --try: the rounds; without them all are tried."),
        autocompletion=completing.rounds,
    ),
]
TryingOption = Annotated[
    str | None,
    option(
        "--try",
        "--prøv",
        value=Text("KODE", "CODE"),
        tells=Text("Vis hva regelen treffer i rundene.", "Show what the rule hits in the rounds."),
        autocompletion=completing.codes,
    ),
]


def rules(
    rounds: RoundsArgument = None,
    trying: TryingOption = None,
    format: FormatOption = Format.TEXT,
    root: RootOption = None,
    lang: LangOption = Lang.NB,
) -> None:
    """List all rules, or show what one of them hits."""
    from ehport.rules import explanation

    if trying is not None:
        from ehport.checking import rule_trial as trial

        tried = trial.try_rule(root_of(root), trying, [id_named(each) for each in rounds or ()])
        show_as(format, text=lambda: trial.as_text(*tried, lang), json=lambda: trial.as_json(*tried, lang))
    elif rounds:
        raise UsageError(_TRY_WHAT)
    else:
        show_as(format, text=lambda: explanation.rules_text(lang), json=lambda: explanation.rules_json(lang))


_TRY_WHAT = Text(
    "Runder hører til en regel som prøves. Skriv for eksempel: ehport rules --try R334 2021-04",
    "Rounds belong to a rule that is tried. Write for example: ehport rules --try R334 2021-04",
)
COMMAND = Command(
    "rules",
    rules,
    Text("Vis alle regler, eller hva en regel treffer.", "List all rules, or show what one of them hits."),
    "rules --try R334 2021-04 2021-09",
)
