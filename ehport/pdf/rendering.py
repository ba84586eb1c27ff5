"""The layout of one part, with WeasyPrint."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any

import pydyf
import weasyprint
import weasyprint.pdf
from weasyprint.text.fonts import FontConfiguration

from ehport.lang.language import Lang
from ehport.pdf.characters import Characters
from ehport.pdf.engine import (
    check_version,
    collect_warnings,
    replace_members,
    timeless_fonts,
    without_garbage_collection,
)
from ehport.pdf.fonts import NamedFonts, SheetFonts
from ehport.pdf.job import LINK_SCHEME, Job, Style
from ehport.pdf.layout import Bookmark, Font, LaidOutPart, Layout, Place
from ehport.pdf.line_ends import line_ends
from ehport.pdf.resources import Resources
from ehport.pdf.tags import TagTree
from ehport.pdf.typeface import sheet_html
from ehport.pdf.weasyprint_patches.patches import NAMES, Patches

_POINTS = 0.75  # points in a CSS pixel
_NO_BASE = "about:blank"
_PROFILE = "sRGB2014.icc"


class Renderer:
    """Lays out parts in one style."""

    def __init__(self, style: Style, *, patches: Collection[str] = NAMES) -> None:
        """Read the style sheet and the fonts, once for all parts; a plain style takes no ``patches``."""
        if not style.plain:
            check_version()
        self.style = style
        self.patches = () if style.plain else tuple(patches)
        self._patches = Patches(self.patches)
        self._resources = Resources(style.fonts)
        self._characters = Characters(self._resources.fonts.values())
        self._fonts = FontConfiguration()
        with collect_warnings() as warnings, self._resources.enforced():
            self._css = weasyprint.CSS(
                string=style.stylesheet,
                font_config=self._fonts,
                url_fetcher=self._resources,
                base_url=_NO_BASE,
            )
        self.warnings = tuple(warnings)

    def render(self, job: Job) -> LaidOutPart:
        """Return the pages of a fragment."""
        fonts = NamedFonts(self._resources.fonts.values())
        with (
            collect_warnings() as warnings,
            without_garbage_collection(),
            self._resources.enforced(),
            self._patches.applied(),
            line_ends(),
        ):
            source = self._parse(job.html)
            missing = self._characters.replace_missing(source.etree_element, Lang(self.style.lang))
            _prepare_links(source, job.numbers)
            document = source.render(font_config=self._fonts, stylesheets=[self._css], pdf_tags=True)
            prefix = sha256(job.html.encode()).hexdigest()[:12]
            tags = TagTree(source.etree_element, lang=self.style.lang, prefix=prefix)
            with replace_members(weasyprint.pdf, add_tags=tags.add_tags, build_fonts_dictionary=fonts.build):
                pdf = document.write_pdf(pdf_tags=True)
        return LaidOutPart(pdf, _layout(document, tags, fonts=fonts, warnings=[*missing, *warnings]))

    def sheet(self, fonts: Mapping[str, Font], text: str) -> LaidOutPart:
        """Return a page that embeds the given fonts and a colour profile.

        The fonts of its layout draw all characters of the text.
        """
        embedded = SheetFonts(fonts)
        with without_garbage_collection(), timeless_fonts():
            document = self._parse(sheet_html(fonts.values(), text)).render(
                font_config=self._fonts, stylesheets=[self._css]
            )
            with replace_members(weasyprint.pdf, build_fonts_dictionary=embedded.build):
                pdf = document.write_pdf(finisher=_add_colour_profile)
        return LaidOutPart(pdf, Layout(1, {}, (), (), embedded.fonts, self.warnings))

    def _parse(self, html: str) -> weasyprint.HTML:
        page = f'<!DOCTYPE html><html lang="{escape(self.style.lang)}"><body>{html}</body></html>'
        return weasyprint.HTML(string=page, base_url=_NO_BASE, url_fetcher=self._resources)


def _prepare_links(source: weasyprint.HTML, numbers: Mapping[str, int]) -> None:
    """Turn links within the document into addresses that outlive their part, and fill in page numbers."""
    for link in source.etree_element.iter("a"):
        target = link.get("href") or ""
        if target.startswith("#"):
            link.set("href", LINK_SCHEME + target[1:])
    for slot in source.etree_element.iter("span"):
        if (target := slot.get("data-page-of")) is not None:
            slot.text = str(numbers.get(target, ""))


def _add_colour_profile(_document: Any, pdf: pydyf.PDF) -> None:
    """Say what the colours of the document mean, which archives ask for."""
    profile = pydyf.Stream([(files("weasyprint.pdf") / _PROFILE).read_bytes()], {"N": 3}, compress=True)
    pdf.add_object(profile)
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": pydyf.String("sRGB"),
        "Info": pydyf.String("sRGB"),
        "DestOutputProfile": profile.reference,
    }
    pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary(intent)])


def _layout(document: Any, tags: TagTree, *, fonts: NamedFonts, warnings: list[str]) -> Layout:
    anchors: dict[str, Place] = {}
    bookmarks = []
    for number, page in enumerate(document.pages):
        for name, (_, top, *_rest) in page.anchors.items():
            anchors.setdefault(name, _place(page, number, top=top))
        for level, label, (_, top), _state in page.bookmarks:
            bookmarks.append(Bookmark(level, " ".join(label.split()), _place(page, number, top=top)))
    return Layout(
        pages=len(document.pages),
        anchors=anchors,
        bookmarks=tuple(bookmarks),
        headings=tuple(tags.headings),
        fonts=fonts.fonts,
        warnings=tuple(dict.fromkeys([*warnings, *tags.warnings, *fonts.warnings])),
    )


def _place(page: Any, number: int, *, top: float) -> Place:
    return Place(number, round((page.height - top) * _POINTS, 2))
