"""Rounds in their folders: finding, reading, and what is remembered of them.

The package has the name of a function of the library, `ehport.rounds`, and is called in its place.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _AsFunction(ModuleType):
    """A package that is called as the function of its name."""

    def __call__(self, *given: Any, **named: Any) -> Any:
        """Return all rounds as one frame."""
        return import_module("ehport.library.reading").rounds(*given, **named)


sys.modules[__name__].__class__ = _AsFunction
