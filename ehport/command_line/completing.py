"""What the shell offers when the tab key is pressed: rounds, actors, workbooks, codes. It never fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

from ehport.lang.language import Lang
from ehport.rounds.find import SUBMISSIONS, root_or_none, round_ids
from ehport.rounds.named import id_named
from ehport.rounds.round_file import read_round_file
from ehport.system.errors import UsageError

Offer = tuple[str, str]
Complete = Callable[[Any, str], list[Offer]]


def _offering(find: Callable[[Any, str], Iterable[Offer]]) -> Complete:
    """Return a function that offers what is found, and nothing where a folder or a file cannot be read."""

    @wraps(find)
    def offered(ctx: Any, incomplete: str) -> list[Offer]:
        try:
            return [each for each in find(ctx, incomplete) if each[0].startswith(incomplete)]
        except (OSError, UsageError, ValueError):
            return []

    offered.__annotations__ = {"ctx": Any, "incomplete": str}
    return offered


@_offering
def rounds(ctx: Any, incomplete: str) -> Iterator[Offer]:
    """Offer the rounds, the newest first."""
    return _rounds(ctx)


@_offering
def actors(ctx: Any, incomplete: str) -> Iterator[Offer]:
    """Offer the actors of the round that is named, else of the newest."""
    return _actors(ctx)


@_offering
def workbooks(ctx: Any, incomplete: str) -> Iterator[Offer]:
    """Offer actors, and what lies at the path that was begun."""
    yield from _actors(ctx)
    yield from _files(incomplete, ".xlsx", ".xlsm")


@_offering
def targets(ctx: Any, incomplete: str) -> Iterator[Offer]:
    """Offer rounds, actors, and what lies at the path that was begun."""
    yield from _rounds(ctx)
    yield from _actors(ctx)
    yield from _files(incomplete, ".xlsx", ".xlsm")


@_offering
def reports(ctx: Any, incomplete: str) -> Iterator[Offer]:
    """Offer rounds, and folders."""
    yield from _rounds(ctx)
    yield from _files(incomplete)


@_offering
def codes(ctx: Any, incomplete: str) -> Iterator[Offer]:
    """Offer the codes of all rules, each with what it is about."""
    from ehport.diagnostics.catalogue import RULES

    return ((code.value, rule.title[_lang(ctx)]) for code, rule in RULES.items())


def _lang(ctx: Any) -> Lang:
    return ctx.obj if isinstance(ctx.obj, Lang) else Lang.NB


def _root(ctx: Any) -> Path | None:
    given = ctx.params.get("root")
    return root_or_none(Path(given) if given else None)


def _rounds(ctx: Any) -> Iterator[Offer]:
    root = _root(ctx)
    if root:
        yield from ((each, _title(root / SUBMISSIONS / each)) for each in reversed(round_ids(root)))


def _title(folder: Path) -> str:
    try:
        return read_round_file(folder).title
    except UsageError:
        return ""


def _actors(ctx: Any) -> Iterator[Offer]:
    root = _root(ctx)
    known = round_ids(root) if root else ()
    if root and known:
        said = [str(ctx.params.get("round_id") or ""), *ctx.args]  # an option without its value leaves all unparsed
        given = next((name for name in map(id_named, said) if name in known), known[-1])
        round_ = read_round_file(root / SUBMISSIONS / given)
        yield from ((each.id, each.name) for each in round_.actors)


def _files(incomplete: str, *endings: str) -> Iterator[Offer]:
    begun = incomplete if incomplete.endswith("/") else str(Path(incomplete).parent)
    folder = Path(begun)
    for path in sorted(folder.iterdir()):
        shown = f"{begun.rstrip('/')}/{path.name}" if "/" in incomplete else path.name
        if path.name.startswith((".", "~$")):
            continue
        if path.is_dir():
            yield f"{shown}/", ""
        elif path.suffix.lower() in endings:
            yield shown, ""
