"""A preview on the screen: the project pages of one workbook, without the report around them."""

from __future__ import annotations

from collections.abc import Iterable

from ehport.report.html import Templates
from ehport.report.marking import unmark_numbers
from ehport.report.names import marker_of
from ehport.report.parts import HtmlPart
from ehport.report.report import Report
from ehport.report.web import page_style
from ehport.report.web_markup import prepare_for_screen


def render_preview(report: Report, projects: Iterable[HtmlPart], title: str) -> str:
    """Return project pages as one HTML page that needs nothing but itself."""
    shown = [prepare_for_screen(unmark_numbers(each.html), {}) for each in projects]
    return Templates(report.lang, marker_of(report)).render(
        "preview", lang=report.lang.value, title=title, style=page_style(has_italics=False), projects=shown
    )
