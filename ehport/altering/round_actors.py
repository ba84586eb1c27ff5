"""The actors in the text of a ``round.toml``: one more, one less, or one by another name; the rest stays as written."""

from __future__ import annotations

import json
import re

from ehport.lang.language import Text
from ehport.model.round import FILE, AskedActor
from ehport.system.errors import UsageError

_BLOCK = re.compile(r"^\[\[\s*actors\s*\]\][^\n]*\n(?:(?!^\s*\[)[^\n]*(?:\n|\Z))*", re.MULTILINE)
_ID = re.compile(r"""^\s*id\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""", re.MULTILINE)
_NAME = re.compile(r"^(\s*name\s*=\s*)(?:\"(?:[^\"\\]|\\.)*\"|'[^']*')", re.MULTILINE)


def with_actor(text: str, actor: AskedActor) -> str:
    """Return the text with one actor more, after the others."""
    block = f"[[actors]]\nid = {_quoted(actor.id)}\nname = {_quoted(actor.name)}\n"
    last = max(_BLOCK.finditer(text), key=lambda each: each.end(), default=None)
    if last is None:
        return f"{text.rstrip()}\n\n{block}"
    before, rest = text[: last.end()].rstrip(), text[last.end() :]
    return f"{before}\n\n{block}" + (f"\n{rest}" if rest.strip() else "")


def without_actor(text: str, actor_id: str) -> str:
    """Return the text without an actor.

    Raises `UsageError` when its block is not found.
    """
    found = _of(text, actor_id)
    return f"{text[: found.start()]}{text[found.end() :]}"


def with_name(text: str, actor: AskedActor) -> str:
    """Return the text with another name for an actor.

    Raises `UsageError` when its block is not found.
    """
    found = _of(text, actor.id)
    block = _NAME.sub(lambda each: f"{each[1]}{_quoted(actor.name)}", found[0], count=1)
    return f"{text[: found.start()]}{block}{text[found.end() :]}"


def _of(text: str, actor_id: str) -> re.Match[str]:
    for each in _BLOCK.finditer(text):
        named = _ID.search(each[0])
        if named and (named["double"] or named["single"]) == actor_id:
            return each
    raise UsageError(_NOT_FOUND.format(file=FILE, id=actor_id))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


_NOT_FOUND = Text(
    "{file} lister ikke «{id}» i en egen [[actors]]. Endre den delen for hånd, og prøv igjen.",
    "{file} has no [[actors]] of its own for «{id}». Change that part by hand, and try again.",
)
