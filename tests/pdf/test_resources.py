from __future__ import annotations

import pytest

from ehport.pdf.job import Job, Style
from ehport.pdf.rendering import Renderer
from ehport.pdf.resources import ForbiddenResourceError
from ehport.system import assets
from tests.pdf.sample import STYLESHEET

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"'


@pytest.fixture(scope="module")
def renderer():
    return Renderer(Style(STYLESHEET, "nb", assets.fonts()))


@pytest.mark.parametrize(
    "html",
    [
        '<img src="http://127.0.0.1:9/x.png" alt="x">',
        '<img src="x.png" alt="x">',
        '<img src="font:../secret" alt="x">',
        '<img src="data:image/png;base64,AAAA" alt="x">',
        '<link rel="stylesheet" href="file:///etc/passwd">',
        "<style>@import url(http://127.0.0.1:9/a.css);</style>",
        "<style>@font-face { font-family: q; src: url(file:///etc/passwd) }</style>",
        '<p style="background: url(file:///etc/passwd)">x</p>',
        f'<svg {SVG}><title>x</title><image xlink:href="file:///etc/passwd" width="5" height="5"/></svg>',
        '<link rel="attachment" href="file:///etc/passwd">',
    ],
)
def test_nothing_but_fonts_is_fetched(renderer, html):
    with pytest.raises(ForbiddenResourceError, match=r"a page may not fetch .+"):
        renderer.render(Job(html))


def test_a_style_sheet_fetches_nothing_either():
    with pytest.raises(ForbiddenResourceError, match=r"http://127\.0\.0\.1"):
        Renderer(Style("@import url(http://127.0.0.1:9/a.css);", "nb", assets.fonts()))


def test_no_font_of_the_machine_is_used(renderer):
    part = renderer.render(Job("<p>a 中 \u2003 \u200d b</p>"))

    (font,) = part.layout.fonts.values()
    assert "".join(sorted(glyph.text for glyph in font.glyphs)) == " ab□"
    assert part.layout.warnings == ("the typeface has no «中» (U+4E2D)",)


def test_another_family_than_that_of_the_report_is_a_warning(renderer):
    part = renderer.render(Job('<p style="font-family: monospace">abc</p>'))

    assert [warning.split(" is set in ")[0] for warning in part.layout.warnings] == ["«abc»"]
