"""The web edition: the whole report as one page that needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator

from ehport.figures.web_font import web_font
from ehport.lang import dates
from ehport.report.html import Templates, show_steering
from ehport.report.names import marker_of
from ehport.report.outline import PORTFOLIO_TABLE
from ehport.report.parts import HtmlPart
from ehport.report.report import Report
from ehport.report.web_contents import web_contents
from ehport.report.web_head import head
from ehport.report.web_markup import prepare_for_screen
from ehport.report.web_portfolio import facets, project_keys
from ehport.report.web_projects import around_projects
from ehport.report.web_sources import used_sources
from ehport.report.web_start import start
from ehport.report.web_words import WebWord, script_words, web_words
from ehport.report.wording import Word
from ehport.system import assets

_PALETTE, _PRINT, _SCREEN = "palette.css", "report.css", ("web.css", "web-views.css")
_FIRST = "first.js"  # runs before there is a page
_MODULES = ("page", "views", "portfolio", "search", "project", "compare", "tables", "figures", "sources", "start")
_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_FACE = (
    '@font-face {{ font-family: "Source Sans 3"; font-weight: 200 900; font-style: {style}; '
    'src: url("data:font/woff;base64,{font}") format("woff") }}'
)
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src {scripts}; font-src data:; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
_DRAWING = re.compile(r"<svg.*</svg>\s*(?:<p class=\"key\">.*?</p>)?", re.DOTALL)


def render_web(report: Report, parts: tuple[HtmlPart, ...]) -> str:
    """Return the report as one HTML page with its style, script and typeface in it; the first part is its head."""
    round_, lang = report.portfolio.round, report.lang
    cover, *chapters = (prepare_for_screen(each, report.figures) for each in _with_surroundings(report, parts))
    drawing = _DRAWING.search(cover)
    body = "\n".join((cover, *chapters))
    first, script = _text(f"web/{_FIRST}"), web_script()
    contents = web_contents(report)
    templates, opening = Templates(lang, marker_of(report)), start(report, contents.entries)
    return templates.render(
        "web",
        lang=lang.value,
        head=head(report),
        publication=round_.publication,
        month=dates.month(round_.month, lang),
        round_title=round_.title,
        data_as_of=Word.DATA_AS_OF.text(day=dates.day(round_.cutoff, lang))[lang],
        policy=_POLICY.format(scripts=" ".join(f"'{_digest(each)}'" for each in (first, script))),
        style=page_style(has_italics="<em>" in body),
        first=first,
        script=script,
        data=as_data({"lang": lang.value, "words": script_words(lang), "projects": project_keys(report)}),
        facts=as_data(used_sources(body, report)),
        web=web_words(lang),
        contents=contents,
        start=opening,
        drawn=prepare_for_screen(templates.render("web-table", table=opening.drawn), {}) if opening.drawn else "",
        facets=facets(report),
        is_draft=report.draft,
        portfolio=PORTFOLIO_TABLE,
        cover=_DRAWING.sub("", cover),
        drawing=drawing[0] if drawing else "",
        chapters=chapters,
    )


def _with_surroundings(report: Report, parts: tuple[HtmlPart, ...]) -> Iterator[str]:
    """Yield the parts that a screen shows, the projects' with what stands around them below their facts."""
    around, templates = around_projects(report), Templates(report.lang, marker_of(report))
    for part in parts:
        if part.contents:
            continue
        found = around.get(part.key)
        if found is None:
            yield part.html
            continue
        more = templates.render("web-project", around=found, title=WebWord.AROUND[report.lang], id=part.key)
        place = part.html.find('<section class="sec')
        place = place if place >= 0 else part.html.rindex("</article>")
        yield part.html[:place] + more + part.html[place:]


def web_script() -> str:
    """Return the page's script: its modules in their order, as one."""
    return "\n".join(_text(f"web/{each}.js") for each in _MODULES)


def as_data(value: object) -> str:
    """Return what the script works on; no sign in it can end the element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return show_steering(text, "\\u003cU+{:04X}>")


def _text(name: str) -> str:
    return (assets.templates() / name).read_text("utf-8")


def _digest(script: str) -> str:
    """Return what the page's policy knows a script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def page_style(*, has_italics: bool) -> str:
    """Return the style sheets: the report's own for paper, without its typeface files, and one for screens."""
    faces = [_face("normal"), *([_face("italic")] if has_italics else [])]
    print_style = _FONT_FACE.sub("", _text(_PRINT))
    return "\n".join((*faces, _text(_PALETTE), f"@media print {{\n{print_style}}}", *map(_text, _SCREEN)))


def _face(style: str) -> str:
    font = base64.b64encode(web_font(italic=style == "italic")).decode()
    return _FACE.format(style=style, font=font)
