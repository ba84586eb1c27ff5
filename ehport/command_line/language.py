"""The language of a command line, known before it is known to be well formed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ehport.lang.language import Lang

LANG = "EHPORT_LANG"


def read_language(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Lang:
    """Return the language that ``--lang`` asks for wherever it stands, else ``EHPORT_LANG``, else Norwegian."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    words = " ".join(options).replace("--lang=", "--lang ").split(" ")
    said = next((value for name, value in pairwise(words) if name == "--lang"), "")
    return _read(said) or _read(environment.get(LANG, "")) or Lang.NB


def unknown(environment: Mapping[str, str] = os.environ) -> str:
    """Return what ``EHPORT_LANG`` says when it is no language that there is, else nothing."""
    said = environment.get(LANG, "")
    return "" if _read(said) or not said.strip() else said


def _read(word: str) -> Lang | None:
    return next((each for each in Lang if word.strip().lower() == each.value), None)
