"""Where the package keeps what it prints with: page templates, style sheets and fonts."""

from __future__ import annotations

from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path


def templates() -> Path:
    """Return the folder of page templates: inside the installed package, or at the top of a source tree."""
    inside = Path(str(files("ehport"))) / "templates"
    return inside if inside.is_dir() else inside.parent.parent / "templates"


def fonts() -> Path:
    """Return the folder with the font files of Source Sans 3.

    Raises `ModuleNotFoundError` when the font package is not installed.
    """
    spec = find_spec("fontpkg_source_sans_3")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("fontpkg-source-sans-3")
    return Path(spec.origin).parent / "files"
