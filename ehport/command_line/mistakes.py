"""What is wrong with how a command was written, in both languages; the words of the library are not used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from typer import Context
from typer.core import TyperOption

from ehport.command_line.declare import Parameter, told_of, word_of
from ehport.command_line.help_pages import parameters, usage_of
from ehport.lang.language import Lang, Text, same
from ehport.lang.likeness import did_you_mean


def describe(mistake: Exception, ctx: Context) -> Text:
    """Return what is wrong, by the kind of the mistake, with how the command is written below."""
    describe = KINDS.get(type(mistake).__name__, _misunderstood)
    return with_usage(describe(mistake, ctx), ctx)


def with_usage(told: Text, ctx: Context) -> Text:
    """Return a message with how the command is written, and where its help is, on the lines below."""
    return Text(*(f"{told[lang]}\n{usage_of(ctx, lang)}\n{_TRY.format(path=ctx.command_path)[lang]}" for lang in Lang))


def no_such_command(name: str, known: Mapping[str, object], ctx: Context) -> Text:
    """Return that there is no command of a name, with those that are near."""
    return with_usage(_NO_COMMAND.format(name=name, near=did_you_mean(name, known)), ctx)


def too_many(words: list[str], ctx: Context) -> Text:
    """Return that a command takes fewer arguments than it was given."""
    return with_usage(_TOO_MANY.format(words=" ".join(words)), ctx)


def _no_such_option(mistake: Any, ctx: Context) -> Text:
    names = [name for each in parameters(ctx) for name in (*each.opts, *each.secondary_opts) if name.startswith("-")]
    return _NO_OPTION.format(name=mistake.option_name, near=did_you_mean(mistake.option_name, names))


def _misused_option(mistake: Any, ctx: Context) -> Text:
    name = str(mistake.option_name)
    param = next((each for each in parameters(ctx) if name in (*each.opts, *each.secondary_opts)), None)
    if param is None or (isinstance(param, TyperOption) and param.is_flag):
        return _TAKES_NONE.format(name=name)
    return _TAKES_ONE.format(name=name, value=Text(*(word_of(param, lang) for lang in Lang)))


def _missing(mistake: Any, ctx: Context) -> Text:
    param = mistake.param
    return _MISSING.format(name=_name(param), help=told_of(param).help) if param else _misunderstood(mistake, ctx)


def _bad_value(mistake: Any, ctx: Context) -> Text:
    if mistake.param is None:
        return _misunderstood(mistake, ctx)
    return _BAD_VALUE.format(found=_found(mistake), name=_name(mistake.param), wanted=_wanted(mistake))


def _wanted(mistake: Any) -> Text:
    param, found = mistake.param, _found(mistake)
    kind = param.type_descriptor
    if kind.choices:
        names = [str(each) for each in kind.choices]
        return _CHOOSE.format(names=", ".join(names), near=did_you_mean(found, names))
    if kind.annotation in (int, float) or kind.is_ranged:
        return _WHOLE if param.min is None else _WHOLE_FROM.format(least=param.min)
    return told_of(param).help


def _found(mistake: Any) -> str:
    """Return what was typed, which the library keeps in the cause of its message."""
    errors = mistake.__cause__.errors() if hasattr(mistake.__cause__, "errors") else []
    return str(errors[0].get("input", "")) if errors else ""


def _name(param: Parameter) -> Text:
    if isinstance(param, TyperOption):
        return same(param.opts[0])
    return Text(*(word_of(param, lang) for lang in Lang))


def _misunderstood(mistake: Exception, ctx: Context) -> Text:
    return _MISUNDERSTOOD.format(path=ctx.command_path)


KINDS: Mapping[str, Callable[[Any, Context], Text]] = {
    "NoSuchOption": _no_such_option,
    "BadOptionUsage": _misused_option,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
}
_NO_COMMAND = Text("Kommandoen «{name}» finnes ikke.{near}", "There is no command «{name}».{near}")
_NO_OPTION = Text("Valget {name} finnes ikke her.{near}", "There is no option {name} here.{near}")
_TAKES_NONE = Text("{name} tar ingen verdi.", "{name} takes no value.")
_TAKES_ONE = Text("{name} mangler en verdi: {name} {value}", "{name} lacks a value: {name} {value}")
_MISSING = Text("{name} mangler: {help}", "{name} is missing: {help}")
_BAD_VALUE = Text("«{found}» passer ikke for {name}. {wanted}", "«{found}» does not fit {name}. {wanted}")
_CHOOSE = Text("Velg mellom {names}.{near}", "Choose from {names}.{near}")
_WHOLE = Text("Skriv et helt tall.", "Write a whole number.")
_WHOLE_FROM = Text("Skriv et helt tall som er {least} eller mer.", "Write a whole number that is {least} or more.")
_TOO_MANY = Text("Det er for mange argumenter: {words}", "There are too many arguments: {words}")
_MISUNDERSTOOD = Text("«{path}» ble ikke skrevet slik det må skrives.", "«{path}» was not written as it must be.")
_TRY = Text("Les mer med: {path} --help", "Read more with: {path} --help")
