"""ehport: from the actors' workbooks to one portfolio report.

As a library it reads rounds: `read_round`, `rounds`. What they need is imported when they are first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ehport.library.reading import ReadRound, read_round, rounds
    from ehport.system.errors import UsageError

__all__ = ["ReadRound", "UsageError", "__version__", "read_round", "rounds"]
__version__ = "0.1.0"

_HOMES = {
    "ReadRound": "ehport.library.reading",
    "UsageError": "ehport.system.errors",
    "read_round": "ehport.library.reading",
    "rounds": "ehport.rounds",  # the package, which is called as the function of its name
}


def __getattr__(name: str) -> Any:
    """Import what the library offers when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = import_module(_HOMES[name])
    return home if name == "rounds" else getattr(home, name)


def __dir__() -> list[str]:
    """Return what the library offers."""
    return sorted(__all__)
