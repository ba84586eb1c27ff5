"""What is to be laid out: a fragment, and the style it shares with the rest of its document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

LINK_SCHEME = "xref:"  # a link within the document while it is in parts; joining finds its page


@dataclass(frozen=True, slots=True)
class Style:
    """What all parts of a document have in common."""

    stylesheet: str
    lang: str
    fonts: Path
    plain: bool = False  # laid out by WeasyPrint as it is, without the patches


@dataclass(frozen=True, slots=True)
class Job:
    """A fragment of HTML, and the page numbers to be printed in it."""

    html: str
    numbers: Mapping[str, int] = field(default_factory=dict)
