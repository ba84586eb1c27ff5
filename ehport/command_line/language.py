"""The language of a command line, known before it is known to be well formed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from ehport.lang.language import Lang

LANG = "EHPORT_LANG"


def asked(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Lang:
    """Return the language that ``--lang`` asks for wherever it stands, else ``EHPORT_LANG``, else Norwegian."""
    for name, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if name == "--":
            break
        if name == "--lang" or name.startswith("--lang="):
            return _read(name.partition("=")[2] or following) or Lang.NB
    return _read(environment.get(LANG, "")) or Lang.NB


def unknown(environment: Mapping[str, str] = os.environ) -> str:
    """Return what ``EHPORT_LANG`` says when it is no language that there is, else nothing."""
    said = environment.get(LANG, "")
    return "" if _read(said) or not said.strip() else said


def _read(word: str) -> Lang | None:
    return next((each for each in Lang if word.strip().lower() == each.value), None)
