"""Where the package keeps what it prints with: page templates, style sheets and fonts."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def templates() -> Path:
    """Return the folder of page templates."""
    return _folder("templates")


def guides() -> Path:
    """Return the folder of the guides for offices and actors."""
    return _folder("docs")


def fonts() -> Path:
    """Return the folder with the font files of Source Sans 3 and their licence."""
    return templates() / "fonts"


def _folder(name: str) -> Path:
    """Return a folder inside the installed package, or at the top of a source tree."""
    inside = Path(str(files("ehport"))) / name
    return inside if inside.is_dir() else inside.parent.parent / name
