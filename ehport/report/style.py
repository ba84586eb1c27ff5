"""The style sheets of print."""

from __future__ import annotations

from ehport.system import assets

_STYLES = ("palette.css", "report.css")  # the palette first


def stylesheet() -> str:
    """Return the style sheet that all parts are printed with."""
    return "\n".join((assets.templates() / name).read_text("utf-8") for name in _STYLES)
