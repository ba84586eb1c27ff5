"""The web edition: the whole report as one page that needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
import json
import re

from ehport.figures.web_font import web_font
from ehport.lang import dates
from ehport.report.html import Templates, show_steering
from ehport.report.names import marker_of
from ehport.report.outline import PORTFOLIO_TABLE
from ehport.report.parts import HtmlPart
from ehport.report.report import Report
from ehport.report.web_contents import web_contents
from ehport.report.web_markup import prepare_for_screen
from ehport.report.web_portfolio import facets, project_keys
from ehport.report.web_sources import used_sources
from ehport.report.web_words import script_words, web_words
from ehport.report.wording import Word
from ehport.system import assets

_PALETTE, _PRINT, _SCREEN, _SCRIPT = "palette.css", "report.css", "web.css", "web.js"
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_FACE = (
    '@font-face {{ font-family: "Source Sans 3"; font-weight: 200 900; font-style: {style}; '
    'src: url("data:font/woff;base64,{font}") format("woff") }}'
)
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src '{script}'; font-src data:; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def render_web(report: Report, parts: tuple[HtmlPart, ...]) -> str:
    """Return the report as one HTML page with its style, script and typeface in it; the first part is its head."""
    round_, lang = report.portfolio.round, report.lang
    cover, *chapters = (prepare_for_screen(each.html, report.figures) for each in parts if not each.contents)
    body = "\n".join((cover, *chapters))
    script = _text(_SCRIPT)
    return Templates(lang, marker_of(report)).render(
        "web",
        lang=lang.value,
        title=f"{round_.title} – {dates.month(round_.month, lang)}",
        publication=round_.publication,
        data_as_of=Word.DATA_AS_OF.text(day=dates.day(round_.cutoff, lang))[lang],
        policy=_POLICY.format(script=_digest(script)),
        style=page_style(has_italics="<em>" in body),
        script=script,
        data=_data(report, body),
        web=web_words(lang),
        contents=web_contents(report),
        facets=facets(report),
        is_draft=report.draft,
        portfolio=PORTFOLIO_TABLE,
        cover=cover,
        chapters=chapters,
    )


def _text(name: str) -> str:
    return (assets.templates() / name).read_text("utf-8")


def _digest(script: str) -> str:
    """Return what the page's policy knows its only script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def page_style(*, has_italics: bool) -> str:
    """Return the style sheets: the report's own for paper, without its typeface files, and one for screens."""
    faces = [_face("normal"), *([_face("italic")] if has_italics else [])]
    print_style = _FONT_FACE.sub("", _text(_PRINT))
    return "\n".join((*faces, _text(_PALETTE), f"@media print {{\n{print_style}}}", _text(_SCREEN)))


def _face(style: str) -> str:
    font = base64.b64encode(web_font(italic=style == "italic")).decode()
    return _FACE.format(style=style, font=font)


def _data(report: Report, body: str) -> str:
    """Return what the script works on; no sign in it can end the element it stands in."""
    data = {
        "lang": report.lang.value,
        "words": script_words(report.lang),
        "projects": project_keys(report),
        "facts": used_sources(body, report),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return show_steering(text, "\\u003cU+{:04X}>")
