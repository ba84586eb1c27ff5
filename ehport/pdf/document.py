"""The document to be written: its parts, its running texts and what is attached to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A chapter, a page of front matter or a project: laid out on its own, starting on a new page.

    ``html`` is a fragment of a body. In a part with ``contents`` every ``<span data-page-of="ID">`` is given
    the number of the page that ID stands on. ``running`` is printed at the top right of its pages; ``bare``
    pages carry no running head or foot.
    """

    key: str
    html: str
    running: str = ""
    bare: bool = False
    contents: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that travels inside the PDF."""

    name: str
    data: bytes
    media_type: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """All that decides the bytes of a PDF."""

    title: str
    lang: str
    stylesheet: str
    parts: tuple[Part, ...]
    author: str
    description: str
    keywords: tuple[str, ...]
    created: datetime
    head: str
    foot: str
    page_text: str
    stamp: str = ""
    attachments: tuple[Attachment, ...] = ()

    @property
    def archival_level(self) -> int:
        """Return the part of PDF/A the file claims: 2, or 3 when files are attached."""
        return 3 if self.attachments else 2


@dataclass(frozen=True, slots=True)
class WrittenPdf:
    """What became of a document: pages, parts laid out anew and reused, complaints of the renderer."""

    pages: int
    rendered: int
    reused: int
    warnings: tuple[str, ...]
