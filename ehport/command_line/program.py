"""The program and its commands as Typer runs them, with help and mistakes in the language that is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from ehport.command_line import help_pages
from ehport.command_line.declare import Command, told_of
from ehport.command_line.language import LANG, read_language, unknown
from ehport.command_line.mistakes import describe, no_such_command, too_many
from ehport.lang.language import Text
from ehport.rounds.ids import is_round_id
from ehport.system.errors import UsageError


class TwoLanguageCommand(TyperCommand):
    """A command whose help and mistakes are told in either language."""

    def get_help(self, ctx: Any) -> str:
        """Return the help."""
        return help_pages.help_of(ctx, ctx.obj, ctx.find_root().command.declared[self.name])

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments of the command.

        Raises `UsageError` when they are not as the command takes them.
        """
        ctx.allow_extra_args = True  # what is too much is told below, in both languages
        with _told(ctx):
            rest = super().parse_args(ctx, _with_lone_values(ctx, args))
        if rest and not ctx.resilient_parsing:
            raise UsageError(too_many(rest, ctx))
        return rest

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Return the options that begin like that, each with its help."""
        helps = {name: told_of(each).help[ctx.obj] for each in help_pages.parameters(ctx) for name in each.opts}
        return _with_help(super().shell_complete(ctx, incomplete), helps)


class TwoLanguageProgram(TyperGroup):
    """The commands under one name, with help and mistakes in either language."""

    declared: ClassVar[Mapping[str, Command]] = {}
    itself: ClassVar[Command]

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Begin with the language that is asked for, which all commands get unless they are told another."""
        lang = read_language(args)
        if not extra.get("resilient_parsing") and (word := unknown()):
            raise UsageError(_NO_LANGUAGE.format(word=word, name=LANG))
        for each in self.params:
            if each.name in ("install_completion", "show_completion"):
                each.callback = _in_our_words(each.callback)
        defaults = {name: {"lang": lang} for name in self.declared}
        return super().make_context(info_name, args, parent, obj=lang, default_map=defaults, **extra)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse what stands before the command.

        Raises `UsageError` when it is not as the program takes it.
        """
        with _told(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the command that is asked for.

        Raises `UsageError` when there is none of that name.
        """
        if args[0] not in self.commands and not ctx.resilient_parsing:
            raise UsageError(no_such_command(args[0], self.commands, ctx))
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """Return the help, with all commands."""
        return help_pages.help_of(ctx, ctx.obj, self.itself, self.declared.values())

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Return the commands and options that begin like that, each with its help."""
        helps = {name: told_of(each).help[ctx.obj] for each in help_pages.parameters(ctx) for name in each.opts}
        helps |= {name: each.does[ctx.obj] for name, each in self.declared.items()}
        return _with_help(super().shell_complete(ctx, incomplete), helps)


@contextmanager
def _told(ctx: Any) -> Iterator[None]:
    try:
        yield
    except TyperException as mistake:
        raise UsageError(describe(mistake, ctx)) from None


def _with_help(items: list[Any], helps: Mapping[str, str]) -> list[Any]:
    for item in items:
        item.help = helps.get(item.value, item.help)
    return items


def _with_lone_values(ctx: Any, args: list[str]) -> list[str]:
    """Return the arguments with a value for each option that stands alone and may; Typer has no such options."""
    alone = {name: told_of(each).alone for each in help_pages.parameters(ctx) for name in each.opts}
    end = args.index("--") if "--" in args else len(args)
    pairs = zip(args[:end], [*args[1:end], "-"], strict=False)
    filled = [f"{word}={alone[word]}" if alone.get(word) and not _is_folder(after) else word for word, after in pairs]
    return [*filled, *args[end:]]


def _is_folder(word: str) -> bool:
    is_book = Path(word).suffix.lower().startswith(".xls") or Path(word).is_file()
    return not (word.startswith("-") or is_book or is_round_id(word))


def _in_our_words(callback: Any) -> Any:
    """Return a callback of Typer's about completion, its English sentences put into both languages."""

    def call(ctx: Any, param: Any, value: Any) -> Any:
        if not value or ctx.resilient_parsing:
            return value
        with redirect_stdout(StringIO()) as said, redirect_stderr(StringIO()):
            ended = _end_of(callback, ctx, param, value)
        if ended:
            raise UsageError(_NO_SHELL)
        installed = re.match(r"(\w+) completion installed in (.*)", said.getvalue())
        told = _INSTALLED.format(shell=installed[1], path=installed[2])[ctx.obj] if installed else said.getvalue()
        typer.echo(told.rstrip("\n"))
        raise typer.Exit

    return call


def _end_of(callback: Any, *arguments: Any) -> int:
    try:
        callback(*arguments)
    except SystemExit as ended:
        return int(ended.code or 0)
    except typer.Exit as ended:
        return ended.exit_code
    return 0


_NO_LANGUAGE = Text(
    "«{word}» i miljøvariabelen {name} er ikke et språk ehport kan. Velg nb eller en.",
    "«{word}» in the environment variable {name} is no language that ehport knows. Choose nb or en.",
)
_NO_SHELL = Text(
    "Skallet ble ikke kjent igjen. Fullføring finnes for bash, zsh, fish og PowerShell.",
    "The shell was not recognised. There is completion for bash, zsh, fish and PowerShell.",
)
_INSTALLED = Text(
    "Fullføring i {shell} er lagt i {path}. Åpne et nytt terminalvindu for å bruke den.",
    "Completion in {shell} is put into {path}. Open a new terminal to use it.",
)
