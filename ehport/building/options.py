"""What is asked of a build: which outputs, for whom, and how they are made."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ehport.diagnostics.forms import LetterForm
from ehport.lang.language import Lang, Text

PDF, WEB, DATA, EXCERPT = "rapport.pdf", "rapport.html", "data", "utdrag.pdf"
FEEDBACK = "feedback"
CASE_PDF, CASE_WORD = "sak.pdf", "sak.docx"


class Output(StrEnum):
    """What a build can make."""

    PDF = "pdf"
    HTML = "html"
    DATA = "data"
    FEEDBACK = "feedback"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How a report is asked for; a ``chapter`` or a ``project`` asks for that one alone.

    ``late`` are actors who are named late from now on; ``plain`` leaves the patches of WeasyPrint out;
    ``letters`` is the form of the feedback.
    """

    out: Path | None = None
    draft: bool = False
    lang: Lang = Lang.NB
    jobs: int | None = None
    cached: bool = True
    only: Output | None = None
    chapter: str | None = None
    project: str | None = None
    embed_data: bool = False
    late: tuple[str, ...] = ()
    plain: bool = False
    letters: LetterForm = LetterForm.MAIL

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
    def edition(self) -> str:
        """The folder of the edition within the round's; the Norwegian one is there itself."""
        return "" if self.lang is Lang.NB else self.lang.value

    @property
    def asked(self) -> Mapping[str, str]:
        """What decides the bytes besides the round's files."""
        return {
            "lang": self.lang.value,
            "draft": str(self.draft),
            "embed_data": str(self.embed_data),
            "plain": str(self.plain),
            "letters": self.letters.value,
            "epoch": os.environ.get("SOURCE_DATE_EPOCH", ""),
        }

    @property
    def allows_errors(self) -> bool:
        """Tell whether errors in the data do not stand in the way: a draft says so itself, and feedback is for them."""
        return self.draft or self.only is Output.FEEDBACK

    @property
    def contradiction(self) -> Text | None:
        """What cannot be asked for at once, and what to do about it; nothing when all of it goes together."""
        if self.chapter is not None and self.project is not None:
            return _TWO_EXCERPTS
        if self.only in (None, Output.PDF):
            return None
        if self.is_excerpt:
            return _EXCERPT_IS_PDF.format(only=self.only.value)
        return _EMBEDDED_IN_PDF.format(only=self.only.value) if self.embed_data else None

    @property
    def is_printed(self) -> bool:
        """Tell whether pages are laid out."""
        return self.wants(Output.PDF) or self.wants(Output.CASE)

    def wants(self, output: Output) -> bool:
        """Tell whether an output is to be made."""
        if self.is_excerpt:
            return output is Output.PDF
        return self.only in (None, output)


_TWO_EXCERPTS = Text(
    "Be om ett kapittel eller ett prosjekt, ikke begge: ta bort --chapter eller --project.",
    "Ask for one chapter or one project, not both: take away --chapter or --project.",
)
_EXCERPT_IS_PDF = Text(
    "Et kapittel eller et prosjekt alene lages bare som PDF: ta bort --only {only}, eller lag hele rapporten.",
    "A chapter or a project alone is made as a PDF only: take away --only {only}, or build the whole report.",
)
_EMBEDDED_IN_PDF = Text(
    "--embed-data legger dataene ved i PDF-en, og --only {only} lager ingen PDF: ta bort en av dem.",
    "--embed-data puts the data into the PDF, and --only {only} makes no PDF: take away one of them.",
)
