"""A command, an argument and an option, each declared with its help in both languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import typer
from typer.core import TyperArgument, TyperOption

from ehport.lang.language import Lang, Text, same

Parameter: TypeAlias = TyperArgument | TyperOption


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it calls, and in its help what it does and an example."""

    name: str
    run: Callable[..., None]
    does: Text
    example: str


@dataclass(frozen=True, slots=True)
class Told:
    """What help says of an argument or an option: what it means, and the word that stands for its value."""

    help: Text
    value: Text | None = None
    alone: str | None = None


def argument(value: Text | str, tells: Text, **more: Any) -> Any:
    """Declare an argument by the word for its value and its help."""
    shown = same(value) if isinstance(value, str) else value
    return _telling(typer.Argument(metavar=shown.nb, help=tells.nb, **more), Told(tells, shown))


def option(*names: str, tells: Text, value: Text | str | None = None, alone: str | None = None, **more: Any) -> Any:
    """Declare an option by its names, its help and the word for its value, which ``alone`` is where none is given."""
    shown = same(value) if isinstance(value, str) else value
    made = typer.Option(*names, metavar=shown.nb if shown else None, help=tells.nb, **more)
    return _telling(made, Told(tells, shown, alone))


def told_of(param: Parameter) -> Told:
    """Return what help says of a parameter, also of those that Typer declares itself."""
    declared = getattr(param.type_descriptor.parameter_info, "told", None)
    return declared if isinstance(declared, Told) else Told(_OF_TYPER.get(param.name, Text("", "")))


def word_of(param: Parameter, lang: Lang) -> str:
    """Return the word that stands for a parameter's value: what can be chosen from, or what was declared."""
    if value := told_of(param).value:
        return value[lang]
    return "|".join(map(str, param.type_descriptor.choices or (_NUMBER[lang],)))


def _telling(made: Any, told: Told) -> Any:
    made.told = told  # Typer copies what it is given, with all that hangs on it
    return made


_NUMBER = Text("TALL", "NUMBER")
_OF_TYPER = {
    "help": Text("Vis denne hjelpen.", "Show this help."),
    "install_completion": Text(
        "Slå på fullføring med tabulator i skallet.", "Switch completion with the tab key on in this shell."
    ),
    "show_completion": Text(
        "Vis skriptet for fullføring, så det kan legges inn for hånd.",
        "Show the script for completion, to be put in place by hand.",
    ),
}
