"""Help of the program and of each command, in the language that is asked for."""

from __future__ import annotations

from collections.abc import Iterable

from typer import Context
from typer.core import TyperArgument, TyperOption

from ehport.command_line.declare import Command, Parameter, told_of, word_of
from ehport.command_line.language import LANG
from ehport.lang.language import Lang, Text


def help_of(ctx: Context, lang: Lang, command: Command, commands: Iterable[Command] = ()) -> str:
    """Return the help of a command, or that of the program when there are ``commands`` below it."""
    params = parameters(ctx)
    sections = {
        _ARGUMENTS: [(word_of(each, lang), _meaning(each, lang)) for each in params if isinstance(each, TyperArgument)],
        _OPTIONS: [(_names(each, lang), _meaning(each, lang)) for each in params if isinstance(each, TyperOption)],
        _COMMANDS: [(each.name, each.does[lang]) for each in commands],
    }
    page = ctx.make_formatter()
    with page.indentation():
        page.write_text(f"{command.does[lang]}\n\n{_EXAMPLE[lang]}: ehport {command.example}")
    for heading, rows in sections.items():
        if rows:
            with page.section(heading[lang]):
                page.write_dl(rows)
    return f"{usage_of(ctx, lang)}\n\n{page.getvalue()}".rstrip("\n")


def usage_of(ctx: Context, lang: Lang) -> str:
    """Return the line that shows how a command is called."""
    words = [
        _OPTIONS_WORD[lang],
        *(_in_usage(each, lang) for each in parameters(ctx) if isinstance(each, TyperArgument)),
    ]
    if ctx.parent is None:
        words.append(_COMMAND_WORD[lang])
    page = ctx.make_formatter()
    page.write_usage(ctx.command_path, " ".join(words), prefix=f"{_USAGE[lang]}: ")
    return page.getvalue().rstrip("\n")


def parameters(ctx: Context) -> list[Parameter]:
    """Return the parameters of a command, ``--help`` among them."""
    return [each for each in ctx.command.get_params(ctx) if isinstance(each, TyperArgument | TyperOption)]


def _in_usage(param: TyperArgument, lang: Lang) -> str:
    word = word_of(param, lang)
    return word if param.required else f"[{word}]"


def _names(param: TyperOption, lang: Lang) -> str:
    names = ", ".join(sorted(param.opts, key=len)) + "".join(f" / {each}" for each in param.secondary_opts)
    return names if param.is_flag else f"{names} {word_of(param, lang)}"


def _meaning(param: Parameter, lang: Lang) -> str:
    """Return what a parameter means, with what it is when it is not given, in brackets."""
    told, default = told_of(param), param.default
    notes = []
    if param.name == "lang":
        notes.append(_ENVVAR.format(name=LANG)[lang])
    if default is not None and not (isinstance(default, bool) or default in ((), [], "")):
        notes.append(_DEFAULT.format(value=default)[lang])
    if param.min is not None:
        notes.append(_AT_LEAST.format(least=param.min)[lang])
    if param.required:
        notes.append(_REQUIRED[lang])
    return f"{told.help[lang]}  [{'; '.join(notes)}]" if notes else told.help[lang]


_USAGE = Text("Bruk", "Usage")
_EXAMPLE = Text("Eksempel", "Example")
_ARGUMENTS = Text("Argumenter", "Arguments")
_OPTIONS = Text("Valg", "Options")
_COMMANDS = Text("Kommandoer", "Commands")
_OPTIONS_WORD = Text("[VALG]", "[OPTIONS]")
_COMMAND_WORD = Text("KOMMANDO …", "COMMAND …")
_DEFAULT = Text("ellers {value}", "default: {value}")
_ENVVAR = Text("miljøvariabel: {name}", "environment variable: {name}")
_AT_LEAST = Text("minst {least}", "at least {least}")
_REQUIRED = Text("må oppgis", "required")
