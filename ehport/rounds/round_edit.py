"""One setting of a ``round.toml`` changed where it stands; whatever else people wrote there stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from ehport.lang.language import Text
from ehport.model.round import FILE
from ehport.model.round_text import listed
from ehport.rounds.toml_text import TomlError, parse
from ehport.rounds.versions import keep_version
from ehport.system.errors import UsageError
from ehport.system.text_files import EncodingError, read_text

_MOST = 200_000
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def set_list(folder: Path, name: str, values: Sequence[str]) -> None:
    """Write a list of texts above the tables of a round's ``round.toml``; the file as it was goes to ``.earlier``.

    Raises `UsageError` when the file cannot be changed with certainty, and says what to write there.
    """
    path, line = folder / FILE, f"{name} = {listed(values)}"
    refusal = UsageError(_WRITE_IT.format(path=path, line=line))
    try:
        text = read_text(path, most=_MOST)
        was = dict(parse(text).found)
        changed = _with(text, name, line)
        if parse(changed).found != {**was, name: list(values)}:
            raise refusal
        keep_version(path)
        made = path.with_name(f".{FILE}.tmp")
        made.write_text(changed, "utf-8", newline="")
        made.replace(path)
    except (OSError, EncodingError, TomlError) as bad:
        raise refusal from bad


def _with(text: str, name: str, line: str) -> str:
    """Return a text with a setting above its first table, in the place of the one that is there."""
    first = _TABLE.search(text)
    end = first.start() if first else len(text)
    head, rest = text[:end], text[end:]
    known = re.compile(rf"^[ \t]*{name}[ \t]*=[ \t]*\[[^\]]*\]", re.MULTILINE)
    if known.search(head):
        return known.sub(lambda _: line, head, count=1) + rest
    own = head.rstrip()
    ending = "\r\n" if "\r\n" in text else "\n"
    settings = [each for each in own.splitlines() if each.strip() and not each.lstrip().startswith("#")]
    place = own.rindex(settings[-1]) + len(settings[-1]) if settings else len(own)
    return f"{own[:place]}{ending}{line}{head[place:]}{rest}"


_WRITE_IT = Text(
    "{path} kunne ikke endres. Skriv selv denne linjen over den første tabellen: {line}",
    "{path} could not be changed. Write this line yourself above the first table: {line}",
)
