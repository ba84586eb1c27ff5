"""What is asked of a build: which outputs, for whom, and how they are made."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ehport.lang.language import Lang

PDF, WEB, DATA, EXCERPT = "rapport.pdf", "rapport.html", "data", "utdrag.pdf"


class Output(StrEnum):
    """What a build can make."""

    PDF = "pdf"
    HTML = "html"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a report is asked for; a ``chapter`` or a ``project`` asks for that one alone."""

    out: Path | None = None
    draft: bool = False
    lang: Lang = Lang.NB
    jobs: int | None = None
    cached: bool = True
    only: Output | None = None
    chapter: str | None = None
    project: str | None = None
    embed_data: bool = False

    @property
    def is_whole(self) -> bool:
        """Tell whether all of the report is asked for."""
        return self.only is None and not self.is_excerpt

    @property
    def is_excerpt(self) -> bool:
        """Tell whether one chapter or project is asked for."""
        return self.chapter is not None or self.project is not None

    @property
    def pdf(self) -> str:
        """The name of the PDF that is asked for."""
        return EXCERPT if self.is_excerpt else PDF

    @property
    def asked(self) -> Mapping[str, str]:
        """What decides the bytes besides the round's files."""
        return {
            "lang": self.lang.value,
            "draft": str(self.draft),
            "embed_data": str(self.embed_data),
            "epoch": os.environ.get("SOURCE_DATE_EPOCH", ""),
        }

    def wants(self, output: Output) -> bool:
        """Tell whether an output is to be made."""
        if self.is_excerpt:
            return output is Output.PDF
        return self.only in (None, output)
